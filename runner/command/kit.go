package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/reports/attest/passphrase"
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
	Check   bool     `name:"self-check" help:"Images that compare what they do themselves and end with PASS or FAIL, for platforms that have no way to bring results out."`
	Origin  string   `name:"hex-origin" placeholder:"ADDRESS" help:"Address of word @0 in hex files; default: as the implementation says, or 0."`
}

func (c *Plan) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	places, err := c.requests(ctx, k.Stderr)
	if err != nil {
		return err
	}
	if pack := places[0].request.Pack; pack.Exchanges() {
		return usage("plan: %w", errNoKits(pack))
	}
	var kits []runner.KitFor
	var nothing error
	for _, at := range places {
		bar := &listing{w: k.Stderr}
		at.request.Listed = bar.set
		kit, err := c.kit(ctx, at)
		bar.done()
		where := ""
		if len(places) > 1 {
			where = at.described.Environment() + ": "
		}
		if errors.Is(err, runner.ErrNothing) && len(places) > 1 {
			fmt.Fprintf(k.Stderr, "%snothing of what is selected can run there\n", where)
			nothing = err
			continue
		} else if err != nil {
			return classify(err)
		}
		plan := kit.Plan
		fmt.Fprintf(k.Stderr, "%s%d scenarios, %d cases in %d images; plan %s\n", where, len(plan.Trials), len(plan.Cases)-plan.Unfit(), len(plan.Images), plan.Digest)
		if n := plan.Unfit(); n > 0 {
			fmt.Fprintf(k.Stderr, "%s%d cases do not fit into memory and are untested\n", where, n)
		}
		if c.Check {
			fmt.Fprintf(k.Stderr, "%s%d of %d cases are self-checked; not: %s\n", where, plan.Compared(), len(plan.Cases), plan.LeftUnchecked())
		}
		kits = append(kits, kit)
	}
	if len(kits) == 0 {
		return classify(nothing)
	}
	digest, err := runner.WriteKits(c.Out, kits)
	if err != nil {
		return classify(err)
	}
	fmt.Fprintf(k.Stderr, "kit %s\n%s/README.txt says how to run them\n", digest, c.Out)
	return nil
}

// kit plans for one environment.
func (c *Plan) kit(ctx context.Context, at place) (kit runner.KitFor, err error) {
	request, described := at.request, at.described
	options := runner.KitOptions{Formats: c.Format}
	if m := described.Start.Machine; m != nil {
		options.Origin = m.HexOrigin
	}
	if c.Origin == "" {
	} else if options.Origin, err = strconv.ParseUint(c.Origin, 0, 64); err != nil {
		return kit, usage("--hex-origin %s: an address, such as 0x80000000", c.Origin)
	}
	protocol := image.Console
	switch {
	case c.Check && c.Results != "":
		return kit, usage("--self-check and --results exclude each other: such images say one word")
	case c.Check:
		protocol = image.SelfCheck
	case c.Results != "":
		protocol = image.Protocol(c.Results)
	case described.Start.Results != "":
		protocol = image.Protocol(described.Start.Results)
	}
	// The command is for images that report as the implementation's own adapter hears them.
	heard := string(protocol) == orConsole(described.Start.Results) || c.Check && orConsole(described.Start.Results) == string(image.Console)
	if described.Start.Adapter == "process" && heard {
		for _, arg := range described.Start.Command {
			options.Command = append(options.Command, strings.ReplaceAll(arg, "{isa}", process.ISAOf(request.Pack, request.ICS)))
		}
	}
	plan, err := runner.Make(ctx, request, protocol)
	return runner.KitFor{Environment: described.Environment(), Plan: plan, Options: options}, err
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
	Outcomes string `required:"" type:"existingdir" placeholder:"DIR" help:"What the laboratory brought back, a file an image: NAME.log, or NAME.sig, NAME.hex, NAME.bin, or NAME.txt (PASS or FAIL case N of a self-checking image); of a kit for several environments a folder each."`
	Name     string `default:"implementation in a laboratory" help:"What was tested, as the report shall name it."`
	Revision string `help:"Its version."`
	Out      string `default:"touchstone-out" type:"path" placeholder:"DIR" help:"Where the report goes."`
	Key      string `type:"path" placeholder:"FILE" help:"Sign with this key; default: your own."`
	passphrase.Flags
	waiverFlags
	Findings string `type:"path" placeholder:"FILE" help:"What is known of the implementation's faults (YAML)."`
	Specs    string `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Lang     string `default:"en" enum:"en,zh" help:"Language of the pages: en, zh."`
	JSON     bool   `name:"json" help:"Print the report as JSON on standard output."`
}

func (c *Judge) Run(ctx context.Context, k *kong.Kong) error {
	started := time.Now()
	frugal()
	sign, err := openKey(c.Key, c.Flags)
	if err != nil {
		return err
	}
	waived, err := c.find()
	if err != nil {
		return err
	}
	kits, err := runner.OpenKits(c.Kit)
	if err != nil {
		return usage("%w", err)
	}
	pack, err := openPack(defaultPack, c.Specs)
	if err != nil {
		return err
	}
	if pack.Exchanges() {
		return usage("--specs %s: %w", c.Specs, errNoKits(pack))
	}
	known, err := openFindings(c.Findings, "", &specs.IUT{}, pack)
	if err != nil {
		return err
	}
	run := Run{Out: c.Out, Lang: c.Lang, JSON: c.JSON, Kit: &reports.Kit{Digest: kits.Bound}, waived: waived}
	var executions []*execution
	for i, kit := range kits.Each {
		bar := &listing{w: k.Stderr}
		kit.Request.Listed = bar.set
		plan, brought, err := c.read(ctx, pack, kit, filepath.Join(c.Outcomes, kits.Names[i]))
		bar.done()
		if err != nil {
			return err
		}
		x := &execution{
			name: cmp.Or(kits.Names[i], plan.Request.Environment), dir: c.Out, plan: plan, outcomes: brought.Outcomes,
			who: reports.Implementation{Name: c.Name, Version: c.Revision, Adapter: "kit"},
		}
		x.known = applying(known, x.who, x.name, plan.Request.Environment)
		executions = append(executions, x)
		for _, f := range brought.Files {
			f.Name = path.Join(kits.Names[i], f.Name)
			run.Kit.Files = append(run.Kit.Files, f)
		}
		for _, note := range brought.Notes {
			if len(kits.Each) > 1 {
				note = x.name + ": " + note
			}
			fmt.Fprintln(k.Stderr, note)
			run.Kit.Notes = append(run.Kit.Notes, note)
		}
	}
	if err := makeOut(c.Out); err != nil {
		return err
	}
	return run.report(ctx, k, sign, c.Name, executions, started)
}

// read plans again what a kit was made of, and reads what was brought back of it.
func (c *Judge) read(ctx context.Context, pack *specs.Pack, kit *runner.Kit, outcomes string) (*runner.Plan, *runner.Brought, error) {
	request := kit.Request
	request.Pack, request.Features = pack, features.Of(pack.Name)
	plan, err := runner.Make(ctx, request, kit.Results)
	if err != nil {
		return nil, nil, classify(err)
	}
	if err := kit.Verify(plan); err != nil {
		return nil, nil, usage("%w", err)
	}
	brought, err := plan.ReadOutcomes(outcomes)
	if err != nil {
		return nil, nil, usage("%w", err)
	}
	return plan, brought, nil
}
