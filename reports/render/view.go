package render

import (
	"slices"

	"touchstone/reports"
	"touchstone/reports/waiver"
	"touchstone/specs"
)

// failure is a failing rule with what there is to see of it.
type failure struct {
	Rule     *reports.RuleVerdict
	Waivers  []waiver.Standing // the first few; all are listed elsewhere
	Evidence []*reports.Evidence
}

// waiversOfRule is how many waivers are shown with a rule.
const waiversOfRule = 5

func failures(r *reports.Report, s *waiver.Sheet) []failure {
	var out []failure
	for i := range r.Verdicts.Rules {
		rule := &r.Verdicts.Rules[i]
		if rule.Verdict != reports.Fail {
			continue
		}
		f := failure{Rule: rule, Waivers: s.Of(rule.ID)}
		f.Waivers = f.Waivers[:min(waiversOfRule, len(f.Waivers))]
		for j := range r.Evidence {
			if slices.Contains(r.Evidence[j].Rules, rule.ID) {
				f.Evidence = append(f.Evidence, &r.Evidence[j])
			}
		}
		out = append(out, f)
	}
	return out
}

// group is rules that share a name: an extension, a class of reasons.
type group struct {
	Name  string
	Rules []*reports.RuleVerdict
}

// Count of the requirements in the group that have this verdict, untestable ones apart.
func (g group) Count(v reports.Verdict) int {
	n := 0
	for _, r := range g.Rules {
		if r.Kind == string(specs.Requirement) && r.Untestable() == "" && r.Verdict == v {
			n++
		}
	}
	return n
}

// untestable counts the requirements in the group that no scenario could observe.
func (g group) untestable() int {
	n := 0
	for _, r := range g.Rules {
		if r.Kind == string(specs.Requirement) && r.Untestable() != "" {
			n++
		}
	}
	return n
}

// groups puts rules together by a name, in the order in which the names come up; "" leaves a rule out.
func groups(r *reports.Report, name func(*reports.RuleVerdict) string) []group {
	var out []group
	at := map[string]int{}
	for i := range r.Verdicts.Rules {
		rule := &r.Verdicts.Rules[i]
		n := name(rule)
		if n == "" {
			continue
		}
		j, ok := at[n]
		if !ok {
			j = len(out)
			at[n] = j
			out = append(out, group{Name: n})
		}
		out[j].Rules = append(out[j].Rules, rule)
	}
	return out
}

// open groups what was not tested but could be, and what is unresolved, by class of reason.
func open(r *reports.Report) []group {
	return groups(r, func(rule *reports.RuleVerdict) string {
		if rule.Kind != string(specs.Requirement) || rule.Untestable() != "" {
			return ""
		}
		switch rule.Verdict {
		case reports.Untested:
			return reports.Class(rule.Reason)
		case reports.Error, reports.Inconclusive:
			return string(rule.Verdict)
		}
		return ""
	})
}

// untestable groups what no scenario could observe, by reason.
func untestable(r *reports.Report) []group {
	return groups(r, (*reports.RuleVerdict).Untestable)
}

// feature is the scenarios of one feature.
type feature struct {
	Name      string
	Scenarios []*reports.ScenarioVerdict
}

func features(r *reports.Report) []feature {
	var out []feature
	at := map[string]int{}
	for i := range r.Verdicts.Scenarios {
		s := &r.Verdicts.Scenarios[i]
		j, ok := at[s.Feature]
		if !ok {
			j = len(out)
			at[s.Feature] = j
			out = append(out, feature{Name: s.Feature})
		}
		out[j].Scenarios = append(out[j].Scenarios, s)
	}
	return out
}

// Count of scenarios with this verdict.
func (f feature) Count(v reports.Verdict) int {
	n := 0
	for _, s := range f.Scenarios {
		if s.Verdict == v {
			n++
		}
	}
	return n
}

// share is one state of the testable rules.
type share struct {
	Verdict reports.Verdict
	Count   int
}

// shares are the states of the testable rules, best first, empty ones left out.
func shares(c reports.Counts) []share {
	all := []share{
		{reports.Pass, c.Passed}, {reports.Fail, c.Failed}, {reports.Error, c.Errors},
		{reports.Inconclusive, c.Inconclusive}, {reports.Untested, c.Untested}, {reports.NotApplicable, c.NotApplicable},
	}
	return slices.DeleteFunc(all, func(s share) bool { return s.Count == 0 })
}

// name of the implementation, for a heading.
func name(i reports.Implementation) string {
	if i.Version == "" {
		return i.Name
	}
	return i.Name + " " + i.Version
}
