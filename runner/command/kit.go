package command

import (
	"context"
	"fmt"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
)

// Plan is `plan`.
type Plan struct {
	claimFlags
	Out string `required:"" type:"path" placeholder:"KIT" help:"Folder to write."`
}

func (c *Plan) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	request, _, err := c.request()
	if err != nil {
		return err
	}
	plan, err := runner.Make(ctx, request, image.Console)
	if err != nil {
		return classify(err)
	}
	if err := plan.WriteKit(c.Out); err != nil {
		return classify(err)
	}
	fmt.Fprintf(k.Stderr, "%d scenarios, %d cases in %d images; plan %s\n%s/README.md says how to run them\n", len(plan.Trials), len(plan.Cases), len(plan.Images), plan.Digest, c.Out)
	return nil
}

// Judge is `judge`.
type Judge struct {
	Kit      string `arg:"" type:"existingdir" help:"Folder that plan wrote."`
	Outcomes string `required:"" type:"existingdir" placeholder:"DIR" help:"What the laboratory brought back: NAME.log for each image."`
	Name     string `default:"implementation in a laboratory" help:"What was tested, as the report shall name it."`
	Revision string `help:"Its version."`
	Out      string `default:"touchstone-out" type:"path" placeholder:"DIR" help:"Where the report goes."`
	Key      string `type:"path" placeholder:"FILE" help:"Sign with this key; default: your own."`
	Specs    string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Lang     string `default:"en" enum:"en,zh" help:"Language of the pages: en, zh."`
	JSON     bool   `name:"json" help:"Print the report as JSON on standard output."`
}

func (c *Judge) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	request, digest, err := runner.OpenKit(c.Kit)
	if err != nil {
		return usage("%w", err)
	}
	if request.Pack, err = openPack("riscv", c.Specs); err != nil {
		return err
	}
	request.Features = features.FS()
	plan, err := runner.Make(ctx, request, image.Console)
	if err != nil {
		return classify(err)
	}
	if plan.Digest != digest {
		return usage("%s was planned as %s, and this version plans %s: judge with the version that planned", c.Kit, digest, plan.Digest)
	}
	outcomes, err := plan.ReadOutcomes(c.Outcomes)
	if err != nil {
		return usage("%w", err)
	}
	run := Run{Out: c.Out, Key: c.Key, Lang: c.Lang, JSON: c.JSON}
	if err := makeOut(c.Out); err != nil {
		return err
	}
	return run.report(ctx, k, plan, nil, outcomes, reports.Implementation{Name: c.Name, Version: c.Revision, Adapter: "kit"}, started)
}
