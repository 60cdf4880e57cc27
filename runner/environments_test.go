package runner

import (
	"slices"
	"testing"

	"touchstone/reports"
	"touchstone/runner/rv64"
)

const division = `@ext:M
Feature: Division
  @rule:div_by_zero
  Scenario: div by zero
    Given a0 = 7 and a1 = 0
    When the hart executes "div a2, a0, a1"
    Then a2 = -1

  @rule:rem_by_zero
  Scenario: rem by zero
    Given a0 = 7 and a1 = 0
    When the hart executes "rem a2, a0, a1"
    Then a2 = 7

  @rule:mul_op @env:linux
  Scenario: elsewhere
    Given a0 = 7 and a1 = 6
    When the hart executes "mul a2, a0, a1"
    Then a2 = 42
`

// TestAcross: a failure in one environment fails, a pass in one passes what others did not run, and
// each environment is listed with what it showed.
func TestAcross(t *testing.T) {
	p := planOf(t, division)
	_, right := run(t, p, rv64.Config{})
	_, wrong := run(t, planOf(t, division), rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"div": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) {
			if h.X(i.Rs2) != 0 {
				right(h, i)
			}
		}),
	}})
	part := planOf(t, division)
	unrun := judge(t, part, NewOutcomes(part)) // the footing was not run: nothing follows

	j := Across([]InEnvironment{{"one", p, right}, {"two", p, wrong}})
	if v := j.rule(t, "div_by_zero"); v.Verdict != reports.Fail || v.Passed != 1 || v.Failed != 1 ||
		!slices.EqualFunc(v.Environments, []string{"one pass", "two fail"}, func(e reports.InVerdict, want string) bool {
			return e.Environment+" "+string(e.Verdict) == want
		}) {
		t.Errorf("div_by_zero: %+v", v)
	}
	if v := j.rule(t, "rem_by_zero"); v.Verdict != reports.Pass || v.Passed != 2 {
		t.Errorf("rem_by_zero: %+v", v)
	}
	if v := j.rule(t, "mul_op"); v.Verdict != reports.Untested || v.Environments != nil || reports.Runnable(v.Reason) {
		t.Errorf("mul_op, which neither can run: %+v", v)
	}
	if len(j.Evidence) != 1 || j.Evidence[0].Environment != "two" {
		t.Errorf("evidence: %+v", j.Evidence)
	}
	if c := j.Verdicts.Counts; c.Cases != 4 || c.Vectors != 2 || c.Checks != 4 || c.Instructions["div"] != 1 {
		t.Errorf("counts: %+v", c)
	}
	if !slices.Equal(j.Verdicts.Environments, []string{"one", "two"}) {
		t.Errorf("environments: %v", j.Verdicts.Environments)
	}
	if e := j.extension(t, "M"); e.Verdict != reports.Fail || e.Passed != 1 || e.Failed != 1 {
		t.Errorf("M: %+v", e)
	}

	// A doubt in one is not outweighed by a pass in another.
	j = Across([]InEnvironment{{"one", p, right}, {"two", part, unrun}})
	if v := j.rule(t, "rem_by_zero"); v.Verdict != reports.Inconclusive {
		t.Errorf("rem_by_zero, of which one environment knows nothing: %+v", v)
	}

	// One environment alone is as it was.
	if Across([]InEnvironment{{"one", p, right}}) != right {
		t.Error("one environment is merged with nothing")
	}
}

// TestAcrossRunsWhatOneCannot: a scenario that only one environment runs counts.
// TestStronger: the figure of a report is of the environment in which the suite catches most.
func TestStronger(t *testing.T) {
	few := &reports.Sensitivity{Mutants: reports.Kills{Killed: 3, Total: 9}}
	many := &reports.Sensitivity{Defects: reports.Kills{Killed: 1, Total: 1}, Mutants: reports.Kills{Killed: 3, Total: 3}}
	for _, row := range []struct{ a, b, want *reports.Sensitivity }{
		{few, many, many}, {many, few, many}, {nil, few, few}, {few, nil, few}, {nil, nil, nil},
	} {
		if got := stronger(row.a, row.b); got != row.want {
			t.Errorf("%v of %v and %v", got, row.a, row.b)
		}
	}
}

func TestAcrossRunsWhatOneCannot(t *testing.T) {
	r := request(t, "t", division)
	there := mustMake(t, r)
	_, here := run(t, there, rv64.Config{})
	elsewhere := *here
	elsewhere.Verdicts.Rules = slices.Clone(here.Verdicts.Rules)
	elsewhere.Verdicts.Scenarios = slices.Clone(here.Verdicts.Scenarios)
	for i := range elsewhere.Verdicts.Rules {
		if x := &elsewhere.Verdicts.Rules[i]; x.ID == "mul_op" {
			x.Verdict, x.Reason, x.Passed, x.Strength = reports.Pass, "", 3, reports.Tested
		}
	}
	for i := range elsewhere.Verdicts.Scenarios {
		if x := &elsewhere.Verdicts.Scenarios[i]; x.Name == "elsewhere" {
			x.Verdict, x.Reason, x.Passed, x.Cases, x.Root = reports.Pass, "", 3, 3, "sha256:1"
		}
	}
	j := Across([]InEnvironment{{"machine", there, here}, {"linux", there, &elsewhere}})
	if v := j.rule(t, "mul_op"); v.Verdict != reports.Pass || v.Reason != "" || v.Strength != reports.Tested || len(v.Environments) != 2 {
		t.Errorf("mul_op: %+v", v)
	}
	for _, s := range j.Verdicts.Scenarios {
		if s.Name == "elsewhere" && (s.Verdict != reports.Pass || s.Reason != "" || s.Environments[0].Verdict != reports.Untested || s.Environments[1].Root != "sha256:1") {
			t.Errorf("the scenario: %+v", s)
		}
	}
}
