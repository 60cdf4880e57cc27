package command

import (
	"fmt"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
)

// Gate is `report gate`.
type Gate struct {
	trust
	File     string `arg:"" type:"path" help:"Report folder, report.dsse.json or report.json."`
	Baseline string `required:"" type:"path" placeholder:"FILE" help:"Known failures, YAML or JSON: known: [rule, {rule, owner, reason, expires}]."`
	Date     string `placeholder:"YYYY-MM-DD" help:"Day on which entries must not have expired; default: today."`
	JSON     bool   `name:"json" help:"Print the findings as JSON."`
}

func (c *Gate) Run(k *kong.Kong) error {
	text, err := readFile(c.Baseline)
	if err != nil {
		return err
	}
	b, err := reports.ParseBaseline(text)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", c.Baseline, err))
	}
	day := time.Now()
	if c.Date != "" {
		if day, err = time.Parse(time.DateOnly, c.Date); err != nil {
			return usage(fmt.Errorf("--date %s: a day looks like 2026-05-04", c.Date))
		}
	}
	o, err := c.open(c.File)
	if err != nil {
		return err
	}
	g := b.Gate(o.Report, day)
	if c.JSON {
		if err := printJSON(k.Stdout, g); err != nil {
			return err
		}
		return exit(g.ExitCode())
	}
	for _, part := range []struct {
		what  string
		lines []string
	}{
		{"new failure", g.New}, {"baseline", g.Stale}, {"undecided", g.Unresolved}, {"not judged", g.Untested},
	} {
		for _, line := range part.lines {
			fmt.Fprintf(k.Stdout, "%-12s %s\n", part.what, line)
		}
	}
	for _, known := range g.Known {
		fmt.Fprintf(k.Stdout, "%-12s %s%s\n", "known", known.Rule, remark(known))
	}
	switch g.ExitCode() {
	case reports.ExitOK:
		fmt.Fprintf(k.Stdout, "the gate is open: no new failures, %d known\n", len(g.Known))
	case reports.ExitFailed:
		fmt.Fprintf(k.Stdout, "the gate is shut: %d new failures, %d entries of the baseline to mend\n", len(g.New), len(g.Stale))
	default:
		fmt.Fprintf(k.Stdout, "the gate cannot decide: %d undecided\n", len(g.Unresolved))
	}
	return exit(g.ExitCode())
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
