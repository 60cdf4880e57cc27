package reports

import "testing"

// TestCouldHaveRun: which untested rules leave a verdict open.
func TestCouldHaveRun(t *testing.T) {
	index := map[string]*ScenarioVerdict{
		"passed":    {Verdict: Pass},
		"elsewhere": {Verdict: Untested, Reason: Because(ReasonEnvironment, "needs machine")},
		"effort":    {Verdict: Untested, Reason: Because(ReasonEffort, "runs at standard")},
		"option":    {Verdict: NotApplicable, Reason: Because(ReasonOption, "not claimed")},
	}
	for _, row := range []struct {
		verdict   Verdict
		scenarios []string
		want      bool
	}{
		{Untested, nil, false},
		{Untested, []string{"option"}, false},
		{Untested, []string{"elsewhere"}, false},
		{Untested, []string{"elsewhere", "effort"}, true},
		{Untested, []string{"passed"}, true}, // it says nothing of the rule, and nothing else does
		{Untested, []string{"passed", "elsewhere"}, false},
		{Untested, []string{"passed", "elsewhere", "effort"}, true},
		{Untested, []string{"lost"}, true},
		{Pass, []string{"effort"}, false},
	} {
		if got := couldHaveRun(&RuleVerdict{Verdict: row.verdict, Scenarios: row.scenarios}, index); got != row.want {
			t.Errorf("%s %v: %t, want %t", row.verdict, row.scenarios, got, row.want)
		}
	}
}
