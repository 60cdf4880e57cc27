package command

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut/process"
	"touchstone/specs"
)

// Plan is `plan`.
type Plan struct {
	claimFlags
	Out     string   `required:"" type:"path" placeholder:"KIT" help:"Folder to write."`
	Format  []string `default:"elf" placeholder:"F,…" help:"Of images: elf, bin (bytes of memory), hex, hex32, hex64 (for $$readmemh, in words of so many bits; hex: 8)."`
	Results string   `placeholder:"HOW" enum:",console,signature" default:"" help:"How outcomes come back: console (lines of text), signature (a log in memory); default: as the implementation says, or console."`
	Origin  string   `name:"hex-origin" placeholder:"ADDRESS" help:"Address of word @0 in hex files; default: as the implementation says, or 0."`
}

func (c *Plan) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	request, described, err := c.request(ctx)
	if err != nil {
		return err
	}
	options := runner.KitOptions{Formats: c.Format}
	if m := described.Start.Machine; m != nil {
		options.Origin = m.HexOrigin
	}
	if c.Origin == "" {
	} else if options.Origin, err = strconv.ParseUint(c.Origin, 0, 64); err != nil {
		return usage("--hex-origin %s: an address, such as 0x80000000", c.Origin)
	}
	protocol := image.Console
	switch {
	case c.Results != "":
		protocol = image.Protocol(c.Results)
	case described.Start.Results != "":
		protocol = image.Protocol(described.Start.Results)
	}
	// The command is for images that report as the implementation's own adapter hears them.
	if described.Start.Adapter == "process" && string(protocol) == orConsole(described.Start.Results) {
		for _, arg := range described.Start.Command {
			options.Command = append(options.Command, strings.ReplaceAll(arg, "{isa}", process.ISAOf(request.Pack, request.ICS)))
		}
	}
	plan, err := runner.Make(ctx, request, protocol)
	if err != nil {
		return classify(err)
	}
	digest, err := plan.WriteKit(c.Out, options)
	if err != nil {
		return classify(err)
	}
	fmt.Fprintf(k.Stderr, "%d scenarios, %d cases in %d images; plan %s\nkit %s\n", len(plan.Trials), len(plan.Cases)-plan.Unfit(), len(plan.Images), plan.Digest, digest)
	if n := plan.Unfit(); n > 0 {
		fmt.Fprintf(k.Stderr, "%d cases do not fit into memory and are untested\n", n)
	}
	fmt.Fprintf(k.Stderr, "%s/README.txt says how to run them\n", c.Out)
	return nil
}

func orConsole(results string) string {
	if results == "" {
		return string(image.Console)
	}
	return results
}

// Judge is `judge`.
type Judge struct {
	Kit      string `arg:"" type:"existingdir" help:"Folder that plan wrote."`
	Outcomes string `required:"" type:"existingdir" placeholder:"DIR" help:"What the laboratory brought back, a file an image: NAME.log, or NAME.sig, NAME.hex, NAME.bin."`
	Name     string `default:"implementation in a laboratory" help:"What was tested, as the report shall name it."`
	Revision string `help:"Its version."`
	Out      string `default:"touchstone-out" type:"path" placeholder:"DIR" help:"Where the report goes."`
	Key      string `type:"path" placeholder:"FILE" help:"Sign with this key; default: your own."`
	Findings string `type:"path" placeholder:"FILE" help:"What is known of the implementation's faults (YAML)."`
	Specs    string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Lang     string `default:"en" enum:"en,zh" help:"Language of the pages: en, zh."`
	JSON     bool   `name:"json" help:"Print the report as JSON on standard output."`
}

func (c *Judge) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	sign, err := openKey(c.Key)
	if err != nil {
		return err
	}
	kit, err := runner.OpenKit(c.Kit)
	if err != nil {
		return usage("%w", err)
	}
	request := kit.Request
	if request.Pack, err = openPack("riscv", c.Specs); err != nil {
		return err
	}
	known, err := openFindings(c.Findings, "", &specs.IUT{}, request.Pack)
	if err != nil {
		return err
	}
	request.Features = features.FS()
	plan, err := runner.Make(ctx, request, kit.Results)
	if err != nil {
		return classify(err)
	}
	if err := kit.Verify(plan); err != nil {
		return usage("%w", err)
	}
	brought, err := plan.ReadOutcomes(c.Outcomes)
	if err != nil {
		return usage("%w", err)
	}
	for _, note := range brought.Notes {
		fmt.Fprintln(k.Stderr, note)
	}
	run := Run{
		Out: c.Out, Lang: c.Lang, JSON: c.JSON,
		Kit: &reports.Kit{Digest: kit.Bound, Files: brought.Files, Notes: brought.Notes},
	}
	if err := makeOut(c.Out); err != nil {
		return err
	}
	return run.report(ctx, k, sign, plan, known, brought.Outcomes, reports.Implementation{Name: c.Name, Version: c.Revision, Adapter: "kit"}, started)
}
