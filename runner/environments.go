package runner

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/reports"
)

// InEnvironment is what came of the plan for one of an implementation's environments.
type InEnvironment struct {
	Name string
	Plan *Plan
	*Judged
}

// Across merges what several environments showed into verdicts on the implementation: see
// [reports.Across]. What is claimed as a whole is the same in all of them. One environment alone is
// left as it is.
func Across(in []InEnvironment) *Judged {
	first := in[0]
	if len(in) == 1 {
		return first.Judged
	}
	out := &Judged{Verdicts: first.Verdicts}
	v := &out.Verdicts
	v.Environments, v.Rules, v.Scenarios, v.Extensions, v.Classes, v.Departures = nil, nil, nil, nil, nil, nil
	v.Counts = reports.Counts{Instructions: map[string]int{}}
	seen := map[[32]byte]bool{}
	for _, e := range in {
		v.Environments = append(v.Environments, e.Name)
		v.Counts.Cases += e.Verdicts.Counts.Cases
		v.Counts.Checks += e.Verdicts.Counts.Checks
		e.Plan.vectors(seen, v.Counts.Instructions)
		out.Footing = append(out.Footing, e.Footing...)
		v.Classes = reports.ClassesAcross(v.Classes, e.Verdicts.Classes)
		v.Sensitivity = stronger(v.Sensitivity, e.Verdicts.Sensitivity)
	}
	v.Counts.Vectors = len(seen)
	v.Rules = rulesAcross(in)
	v.Scenarios = scenariosAcross(in)
	if first.Plan.Exchanges() {
		v.Departures = reports.DeparturesOf(v.Rules)
	}
	v.Extensions = first.Plan.extensionVerdicts(v.Rules, v.Scenarios)
	out.Evidence = evidenceAcross(in)
	out.Findings, out.kinship, out.unseen = findingsAcross(in)
	return out
}

// stronger is the greater of two measurements: what the suite catches in one environment it catches in
// all of them together.
func stronger(a, b *reports.Sensitivity) *reports.Sensitivity {
	caught := func(s *reports.Sensitivity) int { return s.Defects.Killed + s.Mutants.Killed }
	if a == nil || b != nil && caught(b) > caught(a) {
		return b
	}
	return a
}

// rulesAcross merges verdicts rule by rule, in the order of the pack.
func rulesAcross(in []InEnvironment) []reports.RuleVerdict {
	order, by := across(in, func(e InEnvironment) []reports.RuleVerdict { return e.Verdicts.Rules },
		func(r *reports.RuleVerdict) string { return r.ID })
	out := make([]reports.RuleVerdict, 0, len(order))
	for _, id := range order {
		var showed []reports.InVerdict
		for i, r := range by[id] {
			if r != nil {
				showed = append(showed, reports.InVerdict{Environment: in[i].Name, Verdict: r.Verdict, Reason: r.Reason, Passed: r.Passed, Failed: r.Failed})
			}
		}
		verdict, chosen := chosenOf(showed)
		found := present(by[id])
		r := *found[chosen]
		r.Verdict, r.Reason = verdict, showed[chosen].Reason
		r.Passed, r.Failed, r.Scenarios, r.Strength, r.Killed = 0, 0, nil, "", nil
		for _, x := range found {
			r.Passed += x.Passed
			r.Failed += x.Failed
			r.Scenarios = union(r.Scenarios, x.Scenarios)
			if x.Strength == reports.Tested || r.Strength == "" && verdict != reports.Untested {
				r.Strength, r.Killed = x.Strength, x.Killed
			}
		}
		r.Environments = telling(showed)
		out = append(out, r)
	}
	return out
}

// scenariosAcross merges the scenario index.
func scenariosAcross(in []InEnvironment) []reports.ScenarioVerdict {
	order, by := across(in, func(e InEnvironment) []reports.ScenarioVerdict { return e.Verdicts.Scenarios },
		func(s *reports.ScenarioVerdict) string { return s.ID })
	out := make([]reports.ScenarioVerdict, 0, len(order))
	for _, id := range order {
		var showed []reports.InVerdict
		for i, s := range by[id] {
			if s != nil {
				showed = append(showed, reports.InVerdict{
					Environment: in[i].Name, Verdict: s.Verdict, Reason: s.Reason, Cases: s.Cases, Passed: s.Passed, Failed: s.Failed, Root: s.Root,
				})
			}
		}
		verdict, chosen := chosenOf(showed)
		found := present(by[id])
		s := *found[chosen]
		s.Verdict, s.Reason = verdict, showed[chosen].Reason
		s.Cases, s.Passed, s.Failed, s.Root = 0, 0, 0, ""
		s.Steps = slices.Clone(s.Steps)
		for _, x := range found {
			s.Cases += x.Cases
			s.Passed += x.Passed
			s.Failed += x.Failed
			for i := range s.Steps {
				if i < len(x.Steps) && x.Steps[i].Verdict != "" {
					s.Steps[i].Verdict = reports.Across(x.Steps[i].Verdict, orNothing(s.Steps[i].Verdict))
				}
			}
		}
		s.Environments = telling(showed)
		out = append(out, s)
	}
	return out
}

func orNothing(v reports.Verdict) reports.Verdict {
	if v == "" {
		return reports.NotApplicable
	}
	return v
}

// across lists what every environment has under each id: entry i is environment i's, or nil.
func across[T any](in []InEnvironment, list func(InEnvironment) []T, id func(*T) string) (order []string, by map[string][]*T) {
	by = map[string][]*T{}
	for i, e := range in {
		items := list(e)
		for j := range items {
			key := id(&items[j])
			if by[key] == nil {
				by[key] = make([]*T, len(in))
				order = append(order, key)
			}
			by[key][i] = &items[j]
		}
	}
	return order, by
}

func present[T any](items []*T) []*T {
	return slices.DeleteFunc(slices.Clone(items), func(x *T) bool { return x == nil })
}

// chosenOf merges verdicts and says whose reason speaks for them. Where nothing ran, that is a reason
// for which it could have: a scenario that no other environment runs must not hide behind one
// that cannot.
func chosenOf(showed []reports.InVerdict) (reports.Verdict, int) {
	verdicts := make([]reports.Verdict, len(showed))
	for i := range showed {
		verdicts[i] = showed[i].Verdict
	}
	verdict := reports.Across(verdicts...)
	chosen := slices.Index(verdicts, verdict)
	for i := range showed {
		if verdict == reports.Untested && verdicts[i] == verdict && reports.Runnable(showed[i].Reason) {
			return verdict, i
		}
	}
	return verdict, max(chosen, 0)
}

// telling leaves out a list that says nothing: everywhere the same, and nothing ran.
func telling(showed []reports.InVerdict) []reports.InVerdict {
	for _, x := range showed {
		if x.Verdict != reports.Untested && x.Verdict != reports.NotApplicable || x.Passed+x.Failed+x.Cases > 0 ||
			x.Verdict != showed[0].Verdict || x.Reason != showed[0].Reason {
			return showed
		}
	}
	return nil
}

// evidenceAcross gives each environment's evidence its name, and bounds it as ever.
func evidenceAcross(in []InEnvironment) []reports.Evidence {
	byRule := map[string]int{}
	var out []reports.Evidence
	for _, e := range in {
		for _, x := range e.Evidence {
			if !slices.ContainsFunc(x.Rules, func(id string) bool { return byRule[id] < perRule }) && len(x.Rules) > 0 {
				continue
			}
			for _, id := range x.Rules {
				byRule[id]++
			}
			x.Environment = e.Name
			out = append(out, x)
		}
	}
	return out
}

// DigestOver is one digest over those of several environments.
func DigestOver(in []reports.In, digest func(reports.In) string) string {
	var s strings.Builder
	for _, e := range in {
		fmt.Fprintf(&s, "%s %s\n", e.Name, digest(e))
	}
	return reports.Digest([]byte(s.String()))
}
