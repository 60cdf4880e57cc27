package render

import (
	"bufio"
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/reports"
)

// exchanges says whether the implementation was asked and answered, rather than executed: it has no harts.
func exchanges(r *reports.Report) bool { return r.ICS.Harts == 0 && len(r.ICS.Modes) == 0 }

// class is a reading that the implementation follows, as a page shows it.
type class struct {
	Interpretation string // its id in the pack
	Title          string
	Reading        string
	Cases          []string // "last: 3"
}

// classViews are those of a report, in a language.
func (c *catalogue) classViews(r *reports.Report) []class {
	var out []class
	for _, x := range r.Verdicts.Classes {
		v := class{Interpretation: x.Interpretation, Title: x.TitleIn(c.lang), Reading: x.NameIn(c.lang, x.Reading)}
		if x.Reading == reports.Mixed {
			v.Reading = c.say("class.mixed")
		}
		for _, name := range slices.Sorted(maps.Keys(x.Cases)) {
			v.Cases = append(v.Cases, c.say("class.cases", x.NameIn(c.lang, name), x.Cases[name]))
		}
		out = append(out, v)
	}
	return out
}

// source is where a rule stands, and whether anybody has read it there.
func (c *catalogue) source(r *reports.RuleVerdict) string {
	if r.Unverified {
		return r.Source + " · " + c.say("unverified")
	}
	return r.Source
}

// textClasses says them on a terminal.
func textClasses(b *bufio.Writer, r *reports.Report, c *catalogue) {
	for i, x := range c.classViews(r) {
		if i == 0 {
			fmt.Fprintf(b, "\n%s\n", c.say("h.classes"))
		}
		fmt.Fprintf(b, "  %s\n    %s (%s)\n", clean(x.Title), clean(x.Reading), clean(strings.Join(x.Cases, c.say("comma"))))
	}
	if ids := r.Verdicts.Departures; len(ids) > 0 {
		fmt.Fprintf(b, "\n%s\n  %s\n", c.say("h.departures"), clean(strings.Join(ids, ", ")))
	}
}

// markdownClasses says them on a job's page.
func markdownClasses(b *strings.Builder, r *reports.Report, c *catalogue) {
	if views := c.classViews(r); len(views) > 0 {
		fmt.Fprintf(b, "\n### %s\n\n", c.say("h.classes"))
		for _, x := range views[:min(markdownShown, len(views))] {
			fmt.Fprintf(b, "- %s: **%s** (%s)\n", md(x.Title), md(x.Reading), md(strings.Join(x.Cases, c.say("comma"))))
		}
		more(b, c, len(views))
	}
	if ids := r.Verdicts.Departures; len(ids) > 0 {
		fmt.Fprintf(b, "\n### %s\n\n", c.say("h.departures"))
		for _, id := range ids[:min(markdownShown, len(ids))] {
			fmt.Fprintf(b, "- `%s`\n", mdCode(id))
		}
		more(b, c, len(ids))
	}
}
