package render

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"touchstone/reports"
	"touchstone/reports/waiver"
	"touchstone/specs"
)

// extensionView is an extension of the profile with its rules.
type extensionView struct {
	*reports.ExtensionVerdict // nil: the profile has no such extension, and there are rules of it
	group
	Anchor string
	Open   bool // something of it did not go well
	Chart  chart
	Shares []share
	Rows   []ruleView
}

type ruleView struct {
	*reports.RuleVerdict
	Evidence string // anchor, "" for none
}

// Differ says whether several environments showed different things.
func (x ruleView) Differ() bool {
	return slices.ContainsFunc(x.Environments, func(in reports.InVerdict) bool { return in.Verdict != x.Environments[0].Verdict })
}

// Title of the extension.
func (x extensionView) Title() string {
	if x.ExtensionVerdict != nil {
		return x.ExtensionVerdict.Name
	}
	return x.group.Name
}

// extensionViews are the extensions in the profile's order, then those that only rules name.
func extensionViews(r *reports.Report, c *catalogue, shown []failureView) []extensionView {
	failing := map[string]string{}
	for _, f := range shown {
		failing[f.Rule.ID] = "fail-" + f.Rule.ID
	}
	left := groups(r, func(rule *reports.RuleVerdict) string { return rule.Extension })
	var out []extensionView
	add := func(v *reports.ExtensionVerdict, g group) {
		x := extensionView{ExtensionVerdict: v, group: g, Shares: countShares(g.Count)}
		states := g.states(c)
		total := 0
		for _, s := range states {
			total += s.Count
		}
		if total == 0 && v != nil { // it stands for others, which have the rules
			total = v.Total
			states = []tally{
				{string(reports.Pass), c.verdict(reports.Pass), v.Passed}, {string(reports.Fail), c.verdict(reports.Fail), v.Failed},
				{stateUntestable, c.say("chart.other"), v.Total - v.Passed - v.Failed},
			}
		}
		x.Chart = newChart(c, states, total)
		if len(g.Rules) > 0 {
			x.Anchor = "x-" + x.Title()
		}
		for _, rule := range g.Rules {
			x.Open = x.Open || rule.Verdict.WorseThan(reports.Untested)
			x.Rows = append(x.Rows, ruleView{rule, failing[rule.ID]})
		}
		out = append(out, x)
	}
	for i := range r.Verdicts.Extensions {
		v := &r.Verdicts.Extensions[i]
		g := group{}
		if j := slices.IndexFunc(left, func(g group) bool { return g.Name == v.Name }); j >= 0 {
			g = left[j]
			left = slices.Delete(left, j, j+1)
		}
		add(v, g)
	}
	for _, g := range left {
		add(nil, g)
	}
	return out
}

func everyRule(r *reports.Report) []*reports.RuleVerdict {
	out := make([]*reports.RuleVerdict, len(r.Verdicts.Rules))
	for i := range r.Verdicts.Rules {
		out[i] = &r.Verdicts.Rules[i]
	}
	return out
}

func requirements(r *reports.Report) []*reports.RuleVerdict {
	return slices.DeleteFunc(everyRule(r), func(rule *reports.RuleVerdict) bool { return rule.Kind != string(specs.Requirement) })
}

// failureView is a failing rule with the evidence that the page shows of it.
type failureView struct {
	failure
	Shown []evidenceView
	More  int // in the report, and not on the page
}

// evidenceView is a failing case. One that breaks several rules is shown under the first of them.
type evidenceView struct {
	*reports.Evidence
	Anchor string
	Again  bool // shown further up
	Folded bool
}

// mostEvidence is how many failing cases a page shows whole; where hundreds of rules fail, each shows
// its first few.
const mostEvidence = 600

// failureViews are the failing rules, and the anchor of the first evidence of each scenario.
func failureViews(r *reports.Report, s *waiver.Sheet) ([]failureView, map[string]string) {
	const open = 2 // cases of a rule that are not folded
	all := failures(r, s)
	each := max(1, mostEvidence/max(1, len(all)))
	out := make([]failureView, len(all))
	anchors, scenarios := map[*reports.Evidence]string{}, map[string]string{}
	for i, f := range all {
		out[i].failure = f
		for j, e := range f.Evidence {
			if j == each {
				out[i].More = len(f.Evidence) - each
				break
			}
			v := evidenceView{Evidence: e, Anchor: anchors[e], Folded: j >= open}
			if v.Again = v.Anchor != ""; !v.Again {
				v.Anchor = "e" + strconv.Itoa(len(anchors)+1)
				anchors[e] = v.Anchor
				if scenarios[e.Scenario] == "" {
					scenarios[e.Scenario] = v.Anchor
				}
			}
			out[i].Shown = append(out[i].Shown, v)
		}
	}
	return out, scenarios
}

// killed is a line of the sensitivity figures.
type killed struct {
	Name string
	Part bool // of the line above
	reports.Kills
	Chart chart
}

// kills are the sensitivity figures by kind, and by extension.
func kills(s *reports.Sensitivity, c *catalogue) []killed {
	if s == nil {
		return nil
	}
	out := []killed{
		{c.say("sens.defects"), false, s.Defects, killChart(c, s.Defects, "sens.caught.part", "sens.missed.part")},
		{c.say("sens.mutants"), false, s.Mutants, killChart(c, s.Mutants, "sens.caught.part", "sens.missed.part")},
	}
	for _, x := range slices.Sorted(maps.Keys(s.Extensions)) {
		k := s.Extensions[x]
		out = append(out, killed{c.say("sens.extension", x), true, k, killChart(c, k, "sens.caught.part", "sens.missed.part")})
	}
	return append(out, killed{c.say("sens.variants"), false, s.Variants, killChart(c, s.Variants, "sens.passed.part", "sens.blamed.part")})
}

// Percent caught, rounded down: 100 means all of them.
func (k killed) Percent() string {
	if k.Total == 0 {
		return "–"
	}
	tenths := k.Killed * 1000 / k.Total
	return fmt.Sprintf("%d.%d", tenths/10, tenths%10)
}
