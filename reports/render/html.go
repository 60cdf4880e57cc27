package render

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/reports/waiver"
	"touchstone/specs"
)

//go:embed page.tmpl
var pageTemplate string

//go:embed style.css
var styleSheet string

// Style is the style sheet of pages, for those that stand around a report.
func Style() string { return styleSheet }

// page is what page.tmpl sees.
type page struct {
	R          *reports.Report
	V          *reports.Verdicts
	O          Options
	Name       string
	HTMLLang   string
	Style      template.CSS
	Mark       string
	Causes     []string
	Summary    []string
	Chart      chart
	Classes    []class
	Asked      bool // the implementation exchanges messages
	Legend     []tally
	Killed     []killed
	Failures   []failureView
	Waivers    []waiverView
	Findings   []finding
	Examined   int
	Flaky      []unsteady
	MoreFlaky  string
	Extensions []extensionView
	Untested   []group
	Untestable []group
	Features   []indexed
	Digests    []digestLine

	Waived    string   // how many failures are
	WaiverDay string   // on which the waivers stand as they do
	Unlisted  []string // what is said of those that are not listed

	Untestables int
	Foreign     bool // summaries of rules are in another language than the page
}

type digestLine struct{ Name, Digest string }

// HTML writes one self-contained page: no script, nothing from outside, readable on paper.
func HTML(w io.Writer, r *reports.Report, o Options) error {
	c, err := loadCatalogue(o.Lang)
	if err != nil {
		return err
	}
	c = c.about(r)
	rules := make(map[string]bool, len(r.Verdicts.Rules))
	for i := range r.Verdicts.Rules {
		rules[r.Verdicts.Rules[i].ID] = true
	}
	waivers := o.sheet(r)
	shown, evidence := failureViews(r, waivers)
	index := newIndex(r, evidence)
	t, err := template.New("page").Funcs(template.FuncMap{
		"t":          c.say,
		"verdict":    c.verdict,
		"conclusion": c.conclusion,
		"reason":     c.reason,
		"open":       func(class string) string { return c.openClass(class) },
		"untestable": func(why string) string { return c.say("untestable." + why) },
		"mark":       mark,
		"lines":      func(s []string) string { return strings.Join(s, "\n") },
		"join":       func(s []string) string { return strings.Join(s, c.say("comma")) },
		"scenario":   func(id string) string { return index.anchors[id] },
		"where":      index.where,
		"waived":     c.waived,
		"swatch":     swatch,
		"source":     c.source,
		"inReport":   func(rule string) bool { return rules[rule] },
		"words":      func(w specs.Words) string { return w.In(c.lang) },
	}).Parse(pageTemplate)
	if err != nil {
		return fmt.Errorf("page template: %w", err)
	}
	b := bufio.NewWriter(w)
	if err := t.Execute(b, newPage(r, o, c, shown, index, waivers)); err != nil {
		return err
	}
	return b.Flush()
}

func newPage(r *reports.Report, o Options, c *catalogue, shown []failureView, index *index, waivers *waiver.Sheet) *page {
	v := &r.Verdicts
	p := &page{R: r, V: v, O: o, Name: name(r.Implementation), HTMLLang: c.say("html-lang"),
		Style: template.CSS(styleSheet), Mark: conclusionMark(v.Conclusion),
		Failures: shown, Untested: open(r), Untestable: untestable(r), Features: index.Features,
		Extensions: extensionViews(r, c, shown), Foreign: c.lang != "en"}
	p.Waivers, p.Waived, p.WaiverDay = c.waiverViews(waivers), c.waiverCount("waivers.count", waivers), waivers.Day
	if n := len(waivers.Shown()) - len(p.Waivers); n > 0 {
		p.Unlisted = append(p.Unlisted, c.say("more", n))
	}
	if n := waivers.Count(waiver.Elsewhere); n > 0 {
		p.Unlisted = append(p.Unlisted, c.say("waivers.elsewhere", n))
	}
	_, causes := reports.Causes(*v)
	for _, x := range causes {
		p.Causes = append(p.Causes, c.cause(x))
	}
	p.Summary = summary(r, c)
	states := group{Rules: everyRule(r)}.states(c)
	p.Chart = newChart(c, states, len(requirements(r)))
	p.Legend = slices.DeleteFunc(states, func(t tally) bool { return t.Count == 0 })
	p.Killed = kills(v.Sensitivity, c)
	p.Findings, p.Examined = findings(r, c), r.Examined()
	p.Classes, p.Asked = c.classViews(r), exchanges(r)
	unsteady, more := flaky(r, c)
	if p.Flaky = unsteady; more > 0 {
		p.MoreFlaky = c.say("more", more)
	}
	for _, g := range p.Untestable {
		p.Untestables += len(g.Rules)
	}
	for _, d := range []digestLine{
		{c.say("d.implementation"), r.Implementation.Digest},
		{c.say("d.spec"), r.Suite.Spec}, {c.say("d.features"), r.Suite.Features}, {c.say("d.plan"), r.Suite.Plan},
		{c.say("d.images"), r.Suite.Images}, {c.say("d.outcomes"), r.Suite.Outcomes}, {c.say("d.runner"), r.Suite.Runner},
	} {
		if d.Digest != "" {
			p.Digests = append(p.Digests, d)
		}
	}
	for _, e := range r.Suite.Environments {
		for _, d := range []digestLine{{c.say("d.implementation"), e.Implementation.Digest}, {c.say("d.plan"), e.Plan}, {c.say("d.images"), e.Images}, {c.say("d.outcomes"), e.Outcomes}} {
			if d.Digest != "" {
				p.Digests = append(p.Digests, digestLine{e.Name + ": " + d.Name, d.Digest})
			}
		}
	}
	return p
}

// summary is the page in a few sentences, for somebody who reads nothing else.
func summary(r *reports.Report, c *catalogue) []string {
	v := &r.Verdicts
	n := v.Counts
	out := []string{
		c.say("sum.what", name(r.Implementation), v.Profile, n.ScenariosRun, n.Vectors, n.Checks),
		c.say("sum.found", n.Testable, n.Passed, n.Failed, n.Errors+n.Inconclusive, n.Untested, n.NotApplicable),
	}
	if s := v.Sensitivity; s != nil {
		if s.Defects.Total > 0 {
			out = append(out, c.say("sum.strength", s.Defects.Killed, s.Defects.Total, s.Mutants.Killed, s.Mutants.Total, s.Variants.Killed, s.Variants.Total))
		} else {
			out = append(out, c.say("sum.strength.made", s.Mutants.Killed, s.Mutants.Total, s.Variants.Killed, s.Variants.Total))
		}
	} else {
		out = append(out, c.say("sens.none"))
	}
	return append(out, c.say("sum.limits"))
}

func countShares(count func(reports.Verdict) int) []share {
	return shares(reports.Counts{
		Passed: count(reports.Pass), Failed: count(reports.Fail), Errors: count(reports.Error),
		Inconclusive: count(reports.Inconclusive), Untested: count(reports.Untested), NotApplicable: count(reports.NotApplicable),
	})
}

// openClass names a class of rules that were not judged.
func (c *catalogue) openClass(class string) string {
	if c.has("reason." + class) {
		return c.say("reason." + class)
	}
	if c.has("verdict." + class) {
		return c.say("verdict." + class)
	}
	if class == "" {
		return c.say("reason.unstated")
	}
	return class
}

// mark is a shape for a verdict, so that colour is never the only difference.
func mark(v reports.Verdict) string {
	switch v {
	case reports.Pass:
		return "✓"
	case reports.Fail:
		return "✗"
	case reports.Error:
		return "!"
	case reports.Inconclusive:
		return "?"
	case reports.NotApplicable:
		return "–"
	}
	return "○"
}

func conclusionMark(c reports.Conclusion) string {
	switch c {
	case reports.Conforming:
		return mark(reports.Pass)
	case reports.NonConforming:
		return mark(reports.Fail)
	}
	return mark(reports.Inconclusive)
}
