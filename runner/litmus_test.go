package runner

import (
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/rv64"
)

// litmus is message passing: what comes before the flag must be seen after it.
const litmus = `@ext:I
Feature: Litmus
  @rule:add_op
  Scenario Outline: message passing with <fence>
    Given two harts
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      <fence>
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      <fence>
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0

    Examples:
      | fence        |
      | fence rw, rw |
      | nop          |
`

// TestLitmus: on weakly ordered harts the fence makes the difference, and the report says how often.
func TestLitmus(t *testing.T) {
	r := request(t, "t", litmus)
	r.Effort = "standard" // more repetitions
	p := mustMake(t, r)
	_, j := run(t, p, rv64.Config{Ordering: rv64.Ordering{Weak: true}})
	for i, want := range []reports.Verdict{reports.Pass, reports.Fail} {
		if s := j.Verdicts.Scenarios[i]; s.Verdict != want {
			t.Errorf("%s: %s (%s), want %s", s.Name, s.Verdict, s.Reason, want)
		}
	}
	if len(j.Evidence) != 1 {
		t.Fatalf("%d failures", len(j.Evidence))
	}
	e := j.Evidence[0]
	if !strings.Contains(e.Why, "repetitions") || len(e.Code) < 8 || e.Code[0] != "hart 0:" {
		t.Errorf("evidence: %+v", e)
	}
}
