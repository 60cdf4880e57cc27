package command

import (
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// Gate is `report gate`.
type Gate struct {
	trust
	waivers
	File     string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Baseline string `type:"path" placeholder:"FILE" help:"Known failures, YAML or JSON: known: [rule, {rule, owner, reason, expires}]; default: none is known."`
	JSON     bool   `name:"json" help:"Print the findings as JSON."`
}

func (c *Gate) Run(k *kong.Kong) error {
	b, err := baseline(c.Baseline)
	if err != nil {
		return err
	}
	loaded, trusted, err := c.load()
	if err != nil {
		return err
	}
	if _, err := c.day(); err != nil {
		return err
	}
	o, err := c.open(c.File)
	if err != nil {
		return err
	}
	t, err := c.table(o, trusted)
	if err != nil {
		return err
	}
	g := t.Hold(b, loaded)
	if c.JSON {
		if err := printJSON(k.Stdout, g); err != nil {
			return err
		}
	} else {
		printGate(k.Stdout, g)
	}
	return exit(g.ExitCode())
}

func printGate(w io.Writer, g *waiver.Gate) {
	line := func(what, format string, a ...any) {
		fmt.Fprintf(w, "%-13s %s\n", what, plain(fmt.Sprintf(format, a...)))
	}
	for _, part := range []struct {
		what  string
		lines []string
	}{
		{"new failure", g.New}, {"baseline", g.Stale}, {"undecided", g.Unresolved}, {"not judged", g.Untested},
	} {
		for _, words := range part.lines {
			line(part.what, "%s", words)
		}
	}
	for _, known := range g.Known {
		line("known", "%s%s", known.Rule, remark(known))
	}
	elsewhere := 0
	for _, x := range g.Waivers {
		from := x.Source
		if from == "" {
			from = "in the report"
		}
		switch {
		case x.State == waiver.Elsewhere:
			elsewhere++
		case x.State == waiver.Refused:
			line("bad waiver", "%s: %s", from, x.Words)
		case x.State == waiver.Open:
			line("waived", "%s, %s (%s)", x.Waiver.Rule, x.Words, from)
		case x.State.Shuts():
			line("bad waiver", "%s: %s, %s: %s", from, x.Waiver.Rule, x.State, x.Words)
		default:
			line("waiver", "%s: %s, %s: %s", from, x.Waiver.Rule, x.State, x.Words)
		}
	}
	if elsewhere > 0 {
		line("waivers", "%d about something else", elsewhere)
	}
	switch g.ExitCode() {
	case reports.ExitOK:
		fmt.Fprintf(w, "the gate is open: no new failures, %d known%s\n", len(g.Known), also(g, "waived", waiver.Open))
	case reports.ExitFailed:
		mend := ""
		if n := g.Mend(); n > 0 {
			mend = fmt.Sprintf(", %d waivers to mend", n)
		}
		fmt.Fprintf(w, "the gate is shut: %d new failures, %d entries of the baseline to mend%s\n", len(g.New), len(g.Stale), mend)
	default:
		fmt.Fprintf(w, "the gate cannot decide: %d undecided\n", len(g.Unresolved))
	}
}

// also counts waivers, where there are some.
func also(g *waiver.Gate, what string, state waiver.State) string {
	if n := (&waiver.Sheet{All: g.Waivers}).Count(state); n > 0 {
		return fmt.Sprintf(", %d %s", n, what)
	}
	return ""
}

func remark(k reports.Known) string {
	s := ""
	for _, part := range []string{k.Owner, k.Reason} {
		if part != "" {
			s += ", " + part
		}
	}
	if k.Expires != "" {
		s += ", until " + k.Expires
	}
	return s
}
