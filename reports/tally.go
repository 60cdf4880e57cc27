package reports

import (
	"strings"

	"touchstone/specs"
)

// Tally counts rules and scenarios. What only the runner knows (cases, vectors, checks,
// instructions) is kept as v.Counts has it. Of the rules only requirements have verdicts; the
// untestable ones are counted by reason and in none of the verdict columns.
func Tally(v Verdicts) Counts {
	c := Counts{
		Cases: v.Counts.Cases, Vectors: v.Counts.Vectors, Checks: v.Counts.Checks,
		Instructions: v.Counts.Instructions,
		Rules:        len(v.Rules), Scenarios: len(v.Scenarios),
	}
	for i := range v.Rules {
		r := &v.Rules[i]
		if why := r.Untestable(); why != "" {
			if c.Untestable == nil {
				c.Untestable = map[string]int{}
			}
			c.Untestable[why]++
		}
		if r.Kind != string(specs.Requirement) {
			continue
		}
		c.Requirements++
		if r.Untestable() != "" {
			continue
		}
		c.Testable++
		switch r.Strength {
		case Tested:
			c.Tested++
		case Touched:
			c.Touched++
		}
		switch r.Verdict {
		case Pass:
			c.Passed++
		case Fail:
			c.Failed++
		case Inconclusive:
			c.Inconclusive++
		case Untested:
			c.Untested++
		case NotApplicable:
			c.NotApplicable++
		default:
			c.Errors++
		}
	}
	for i := range v.Scenarios {
		if v.Scenarios[i].Ran() {
			c.ScenariosRun++
		}
	}
	return c
}

// The strengths of a rule that ran.
const (
	Tested  = "tested"  // some defect that violates it is killed by a check that names it
	Touched = "touched" // merely run through
)

// Untestable is the reason from the closed list, or "" for a rule that some scenario could
// observe. Permissions, parameters and definitions without one count as what they are.
func (r *RuleVerdict) Untestable() string {
	if why, ok := strings.CutPrefix(r.Reason, ReasonUntestable+": "); ok && r.Verdict == Untested {
		return why
	}
	return ""
}

// Ran says whether at least one check of the scenario was evaluated.
func (s *ScenarioVerdict) Ran() bool { return s.Passed+s.Failed > 0 }
