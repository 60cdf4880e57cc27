package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// Text writes the summary for a terminal: the verdict first, then what stands against it, then
// what was not judged, and where the files are.
func Text(w io.Writer, r *reports.Report, o Options) error {
	const most = 10 // failures shown
	b := bufio.NewWriter(w)
	v, waivers := &r.Verdicts, o.sheet(r)
	n := v.Counts
	ink := paint(o.Color)
	fmt.Fprintf(b, "%s  %s\n", ink(string(v.Conclusion), strings.ToUpper(string(v.Conclusion))), clean(name(r.Implementation)+" against "+v.Profile))
	c, err := loadCatalogue("en")
	if err != nil {
		return err
	}
	c = c.about(r)
	_, causes := reports.Causes(*v)
	for _, x := range causes {
		fmt.Fprintf(b, "  %s\n", clean(x.String()))
	}
	fmt.Fprintf(b, "  %d rules tested and %d touched of %d testable; environments: %s; effort: %s; %s\n",
		n.Tested, n.Touched, n.Testable, clean(strings.Join(v.Environments, ", ")), clean(v.Effort), c.waiverCount("badge.waivers", waivers))
	fmt.Fprintf(b, "  %d of %d scenarios ran: %d cases, %d distinct test vectors, %d checks\n", n.ScenariosRun, n.Scenarios, n.Cases, n.Vectors, n.Checks)
	if len(r.Run.Flaky)+len(r.Run.Retries) > 0 {
		fmt.Fprintf(b, "  flaky cases: %d; notes on what was executed again: %d\n", len(r.Run.Flaky), len(r.Run.Retries))
	}
	b.WriteString("\n")

	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "  %s\tIN PROFILE\tCLAIMED\tPASSED\tFAILED\tRULES\tVERDICT\n", strings.ToUpper(c.say("ext.name")))
	for _, x := range v.Extensions {
		claimed := "yes"
		if !x.Claimed {
			claimed = "no"
		}
		fmt.Fprintf(t, "  %s\t%s\t%s\t%d\t%d\t%d\t%s\n", clean(x.Name), x.Status, claimed, x.Passed, x.Failed, x.Total, ink(string(x.Verdict), mark(x.Verdict)+" "+string(x.Verdict)))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	textClasses(b, r, c)
	textFindings(b, r, c, ink)
	fails := failures(r, waivers)
	for i, f := range fails {
		if i == 0 {
			b.WriteString("\nFailures\n")
		}
		if i == most {
			fmt.Fprintf(b, "\n  and %d more: see the report\n", len(fails)-most)
			break
		}
		fmt.Fprintf(b, "\n  %s  %s (%s)\n", ink("fail", "✗ "+clean(f.Rule.ID)), clean(f.Rule.Summary), clean(c.source(f.Rule)))
		for _, x := range f.Waivers {
			fmt.Fprintf(b, "    %s\n", clean(clip(c.waived(x), textLine)))
		}
		if len(f.Evidence) > 0 {
			for _, line := range strings.Split(strings.Trim(evidenceText(f.Evidence[:1], c.asked), "\n"), "\n") {
				fmt.Fprintf(b, "    %s\n", clean(line))
			}
		}
	}
	textWaivers(b, waivers, c, ink)
	if groups := open(r); len(groups) > 0 {
		b.WriteString("\nNot judged\n")
		for _, g := range groups {
			fmt.Fprintf(b, "  %4d  %s\n", len(g.Rules), clean(c.openClass(g.Name)))
			if g.Name == string(reports.Error) {
				textErrors(b, g)
			}
		}
	}
	if groups := untestable(r); len(groups) > 0 {
		b.WriteString("\nUntestable, whoever tries\n")
		for _, g := range groups {
			fmt.Fprintf(b, "  %4d  %s\n", len(g.Rules), clean(g.Name))
		}
	}
	if len(o.Files) > 0 {
		fmt.Fprintf(b, "\nFiles in %s\n  %s\n", o.Folder, strings.Join(o.Files, "  "))
	}
	if s := o.Signature; s != nil {
		b.WriteString("\nSelf-signed by " + strings.Join(s.KeyIDs, ", ") + "\n")
		if s.FirstKey {
			b.WriteString("  The key is new, made for this report: `touchstone key show` prints the half to publish.\n")
		}
	}
	return b.Flush()
}

// textErrors says what went wrong where no verdict came of it: whoever writes a pack sees it here first.
func textErrors(b *bufio.Writer, g group) {
	const most = 3
	for i, rule := range g.Rules {
		if i == most {
			fmt.Fprintf(b, "        and %d more: see the report\n", len(g.Rules)-most)
			break
		}
		fmt.Fprintf(b, "        %s: %s\n", clean(rule.ID), clean(clip(rule.Reason, textLine)))
	}
}

// textLine bounds what is said in one line, in bytes.
const textLine = 1000

// textWaivers lists the waivers, each with how it stands.
func textWaivers(b *bufio.Writer, s *waiver.Sheet, c *catalogue, ink func(state, words string) string) {
	const most = 30
	shown := s.Shown()
	for i, x := range shown {
		if i == 0 {
			fmt.Fprintf(b, "\nWaivers, as they stand on %s; they change no verdict\n", clean(s.Day))
		}
		if i == most {
			fmt.Fprintf(b, "  and %d more\n", len(shown)-most)
			break
		}
		state := "inconclusive"
		switch {
		case x.State.Shuts():
			state = "fail"
		case x.State == waiver.Open:
			state = "pass"
		}
		name := x.Waiver.Rule
		if name == "" {
			name = x.Source
		}
		fmt.Fprintf(b, "  %s  %s\n", clean(name), ink(state, c.say("waiver.state."+string(x.State))))
		fmt.Fprintf(b, "      %s\n", clean(clip(c.waived(x), textLine)))
	}
	if n := s.Count(waiver.Elsewhere); n > 0 {
		fmt.Fprintf(b, "  %s\n", c.say("waivers.elsewhere", n))
	}
}

// textFindings writes what was executed again and fared differently, and the failures by fault, a
// few lines each: the failures below, and the report, have the programs.
func textFindings(b *bufio.Writer, r *reports.Report, c *catalogue, ink func(state, words string) string) {
	const most = 30
	shown, more := flaky(r, c)
	for i, u := range shown {
		if i == 0 {
			b.WriteString("\nFlaky: not the same each time\n")
		}
		fmt.Fprintf(b, "  %s  %s\n", ink("inconclusive", "? "+clean(u.Case)), clean(strings.Join(u.Ways, ", ")))
	}
	if more > 0 {
		fmt.Fprintf(b, "  %s\n", c.say("more", more))
	}
	for i, f := range findings(r, c) {
		if i == 0 {
			fmt.Fprintf(b, "\nFindings: %d, of which %d examined\n", len(r.Findings), r.Examined())
		}
		if i == most {
			fmt.Fprintf(b, "  and %d more: see the report\n", len(r.Findings)-most)
			break
		}
		state := "inconclusive"
		if f.Analysis != nil {
			state = "pass"
		}
		fmt.Fprintf(b, "  %s  %s\n", ink("fail", "✗ "+clean(f.Heading)), ink(state, f.Examined))
		fmt.Fprintf(b, "      %s; in %s; cases: %d; again: --select %s\n", clean(c.some(f.ids())), clean(strings.Join(f.Environments, ", ")), f.Cases, clean(f.Select))
	}
	for i, u := range r.Unseen {
		if i == 0 {
			b.WriteString("\nKnown faults that did not show: mended, or beyond the reach of this effort\n")
		}
		fmt.Fprintf(b, "  %s\n", clean(u.Title.En))
	}
}

// clean is a line for a terminal.
func clean(s string) string { return reports.Plain(s, "") }

func paint(color bool) func(state, words string) string {
	return func(state, words string) string {
		code := map[string]string{"pass": "32", "conforming": "1;32", "fail": "31", "non-conforming": "1;31",
			"error": "35", "inconclusive": "1;33"}[state]
		if !color || code == "" {
			return words
		}
		return "\x1b[" + code + "m" + words + "\x1b[0m"
	}
}
