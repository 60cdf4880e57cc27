package render

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"touchstone/reports"
)

// finding is a fault as a page shows it.
type finding struct {
	*reports.Finding
	Anchor   string
	Heading  string
	Examined string // by whom it is caused, or that nobody knows yet
	Words    string // of the analysis
	Ending   string
	Again    string // a command line
}

// findings are those of a report, in a language.
func findings(r *reports.Report, c *catalogue) []finding {
	out := make([]finding, len(r.Findings))
	for i := range r.Findings {
		f := &r.Findings[i]
		out[i] = finding{Finding: f, Anchor: "finding-" + strconv.Itoa(i+1), Heading: f.Title.In(c.lang),
			Examined: c.say("find.unexamined"), Ending: c.say("find.ends." + f.Ends), Again: again(r, f)}
		if a := f.Analysis; a != nil {
			out[i].Examined, out[i].Words = c.say("find.examined."+a.Verdict), a.Text.In(c.lang)
		}
	}
	return out
}

// again is the command that executes the finding's scenario once more; which implementation it is
// started as, the report does not know.
func again(r *reports.Report, f *reports.Finding) string {
	if f.Select == "" {
		return ""
	}
	v := &r.Verdicts
	line := "touchstone run --iut … --profile " + v.Profile
	if f.Evidence.Environment != "" {
		line += " --environment " + f.Evidence.Environment
	}
	return line + " --effort " + v.Effort + " --seed " + v.Seed + " --select " + f.Select
}

// ids are the rules that a finding breaks.
func (f finding) ids() []string {
	out := make([]string, len(f.Rules))
	for i, rule := range f.Rules {
		out[i] = rule.ID
	}
	return out
}

// Clause is where the standard says what the finding breaks.
func (f finding) Clause() string {
	if f.Analysis != nil && f.Analysis.Clause != "" {
		return f.Analysis.Clause
	}
	if len(f.Rules) == 0 {
		return ""
	}
	return f.Rules[0].Source
}

// unsteady is a case that did not fare the same each time.
type unsteady struct {
	Case string
	Ways []string
}

// flaky lists such cases, of which the first few are enough for a page.
func flaky(r *reports.Report, c *catalogue) (shown []unsteady, more int) {
	const few = 20
	for _, f := range r.Run.Flaky[:min(few, len(r.Run.Flaky))] {
		u := unsteady{Case: f.Case}
		if f.Environment != "" {
			u.Case += " · " + f.Environment
		}
		for _, way := range slices.Sorted(maps.Keys(f.Runs)) {
			u.Ways = append(u.Ways, c.say("flaky.way", c.way(way), f.Runs[way]))
		}
		shown = append(shown, u)
	}
	return shown, len(r.Run.Flaky) - len(shown)
}

// way names how a case fared once.
func (c *catalogue) way(way string) string {
	for _, key := range []string{"verdict." + way, "way." + way} {
		if c.has(key) {
			return c.say(key)
		}
	}
	return way
}

// program is the simplest case of a finding: as a scenario, or as its code, or what is asked.
func program(e *reports.Evidence, asked bool) string {
	var b strings.Builder
	for _, line := range e.Reproduce {
		fmt.Fprintln(&b, line)
	}
	if len(e.Reproduce) == 0 {
		parts(&b, e, asked, "code", "before")
	} else {
		b.WriteString("\n")
	}
	parts(&b, e, asked, "allowed", "observed")
	return b.String()
}
