package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/iut"
	"touchstone/runner/iut/presets"
	"touchstone/runner/probe"
	"touchstone/specs"
)

// Probe is `probe`.
type Probe struct {
	IUT         string   `name:"iut" required:"" placeholder:"NAME|FILE" help:"Implementation to ask: embedded, a preset's name, or an iut.yaml, which may have no ics."`
	ICS         string   `name:"ics" placeholder:"FILE" help:"Claims to compare with, instead of the implementation's own: an architecture configuration of the RISC-V unified database, or the ics of an iut.yaml."`
	IUTVersion  string   `name:"iut-version" placeholder:"V" help:"Version of an implementation whose description has variants; default: it is asked."`
	Environment []string `placeholder:"NAME" help:"Environments to ask in, of several; default: all."`
	Profile     string   `placeholder:"P" help:"Profile whose claims to compare with; default: that of the statement."`
	Pack        string   `placeholder:"NAME" help:"Pack of this binary; default: riscv."`
	Specs       string   `type:"path" placeholder:"DIR" help:"Compile the pack in a folder instead."`
	Out         string   `type:"path" placeholder:"FILE" help:"Write an iut.yaml whose statement contradicts nothing of what was seen."`
	Jobs        int      `placeholder:"N" help:"Images executed at the same time; default: one for each processor."`
	JSON        bool     `name:"json" help:"Print what was seen as JSON."`

	machineFlags
}

func (c *Probe) Run(ctx context.Context, k *kong.Kong) error {
	frugal()
	flags := claimFlags{
		IUT: c.IUT, IUTVersion: c.IUTVersion, ICS: c.ICS, Environment: c.Environment, Profile: c.Profile, Pack: c.Pack, Specs: c.Specs,
		Effort: "quick", Seed: 1, machineFlags: c.machineFlags, unstated: true,
	}
	places, err := flags.requests(ctx, k.Stderr)
	if err != nil {
		return err
	}
	if pack := places[0].request.Pack; pack.Exchanges() {
		return usage("probe asks instruction sets what they execute; of %s an implementation states itself what it has: write its ics", pack.Name)
	}
	var results []*probe.Result
	for _, p := range places {
		result, err := c.ask(ctx, p)
		if err != nil {
			return classify(err)
		}
		results = append(results, result)
	}
	if c.Out != "" {
		source, err := source(c.IUT, places[0].described)
		if err != nil {
			return err
		}
		text, err := probe.Write(source, probe.Statement(probe.Together(results)), places[0].request.Pack)
		if err != nil {
			return usage("--out: %w", err)
		}
		if err := os.WriteFile(c.Out, text, 0o644); err != nil {
			return unwritable(err)
		}
	}
	contradictions := 0
	for _, r := range results {
		contradictions += len(r.Contradictions)
	}
	if c.JSON {
		if err := printJSON(k.Stdout, results); err != nil {
			return err
		}
	} else {
		for _, r := range results {
			if err := showProbed(k.Stdout, r, c.Out); err != nil {
				return err
			}
		}
	}
	if contradictions > 0 {
		return &reports.Exit{Code: reports.ExitFailed}
	}
	return nil
}

func (c *Probe) ask(ctx context.Context, p place) (*probe.Result, error) {
	opened, err := openAdapter(c.IUT, p.request, p.described, c.Jobs)
	if err != nil {
		return nil, err
	}
	defer opened.Close() //nolint:errcheck // what was seen was seen
	implementation, ok := opened.(iut.Executor)
	if !ok {
		return nil, fmt.Errorf("%T executes nothing", opened)
	}
	who, err := implementation.Describe(ctx)
	if err != nil {
		return nil, err
	}
	result, err := probe.Probe(ctx, p.request, implementation, runner.Options{Jobs: c.Jobs})
	if err != nil {
		return nil, err
	}
	result.Implementation, result.Environment = who, p.described.Environment()
	return result, nil
}

// source is the text of the iut.yaml that --iut names, as it holds for the implementation's version.
func source(name string, described *specs.IUT) ([]byte, error) {
	switch text := described.Text(); {
	case text != nil:
		return text, nil
	case name == embeddedName:
		return []byte("name: embedded\nstart: {adapter: embedded}\nenvironments: [machine]\n"), nil
	case slices.Contains(presets.Names(), name):
		return presets.Text(name)
	}
	return os.ReadFile(name)
}

// showProbed prints what was seen: what contradicts the claims first.
func showProbed(w io.Writer, r *probe.Result, out string) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s in environment %s: %d questions asked, %d unanswered\n", title(r.Implementation), r.Environment, r.Asked, len(r.Unanswered))
	for _, words := range r.Unanswered {
		fmt.Fprintf(t, "  %s\n", words)
	}
	switch {
	case !r.Claimed:
		fmt.Fprintf(t, "\nNothing is claimed, so nothing contradicts.\n")
	case len(r.Contradictions) == 0:
		fmt.Fprintf(t, "\nNothing contradicts what is claimed.\n")
	default:
		fmt.Fprintf(t, "\nCONTRADICTION\tCLAIM\tFOUND\tSEEN BY\n")
		for _, x := range r.Contradictions {
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", x.About, x.Claim, x.Found, x.Seen)
		}
	}
	fmt.Fprintf(t, "\nFACT\tVALUE\tCLAIM\tSEEN BY\n")
	for _, f := range r.Facts {
		claim := ""
		if f.Claim != nil {
			claim = fmt.Sprint(f.Claim)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", f.Name, f.Value, claim, f.Seen)
	}
	fmt.Fprintf(t, "\nEXTENSION\tFOUND\tCLAIMED\tSEEN BY\n")
	for _, x := range r.Extensions {
		claimed := map[bool]string{true: "yes", false: "no"}[x.Claimed]
		seen := x.Seen
		if at := strings.LastIndex(seen, "`: "); at >= 0 {
			seen = seen[at+3:] // the program is in --json, and in the table above when it contradicts a claim
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", x.Name, x.Found, claimed, seen)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if out != "" {
		fmt.Fprintf(w, "\n%s holds a statement that nothing of this contradicts\n", out)
		return nil
	}
	fmt.Fprintf(w, "\nA statement that nothing of this contradicts (--out FILE writes it):\n\n%s", indent(probe.Statement(r)))
	return nil
}

func indent(text string) string {
	return "  " + strings.TrimSuffix(strings.ReplaceAll(text, "\n", "\n  "), "  ")
}
