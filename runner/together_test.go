package runner

import (
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

func TestStatesOfTwoHarts(t *testing.T) {
	is := func(l trial.Loc, v ...uint64) trial.Holds {
		return trial.Holds{Loc: l, Compare: "=", Values: num(v...)}
	}
	c := trial.Case{Repeat: 10, Observe: []trial.Loc{"x10", "h1:x10", word(8)}, Harts: []*trial.Stub{{}}}
	states := func(s ...trial.State) trial.Outcome {
		o := ended(4)
		o.States = s
		return o
	}
	state := func(n uint64, v ...uint64) trial.State { return trial.State{Count: n, Values: v} }
	ordinary := states(state(7, 1, 0, 5), state(3, 0, 1, 5))
	onHart1 := trapped(3, 0, 0)
	onHart1.Hart = 1
	both := trial.Never{All: []trial.Holds{is("x10", 1), is("h1:x10", 1)}}
	for _, tc := range []struct {
		name string
		e    trial.Expect
		o    trial.Outcome
		want reports.Verdict
		why  string
	}{
		{"not seen", both, ordinary, reports.Pass, ""},
		{"seen", both, states(state(7, 1, 0, 5), state(1, 1, 1, 5), state(2, 1, 1, 6)), reports.Fail, "a0 = 0x1, hart 1: a0 = 0x1, in 3 of 10 repetitions, where never a0 = 0x1 and hart 1: a0 = 0x1"},
		{"memory seen", trial.Never{All: []trial.Holds{{Loc: word(8), Width: 8, Values: num(5)}}}, ordinary, reports.Fail, "test data +8 = 0x5, in 10 of 10"},
		{"always", trial.Always{All: []trial.Holds{is("x10", 0, 1), is("h1:x10", 0, 1)}}, ordinary, reports.Pass, ""},
		{"not always", trial.Always{All: []trial.Holds{is("h1:x10", 1)}}, ordinary, reports.Fail, "hart 1: a0 = 0x0, in 7 of 10 repetitions"},
		{"another register", trial.Always{All: []trial.Holds{{Loc: "x10", Compare: "<=", Other: word(8)}}}, ordinary, reports.Pass, ""},
		{"no room", both, states(state(7, 1, 0, 5), state(3)), reports.Inconclusive, "3 repetitions ended in states"},
		{"no room, and seen", both, states(state(7, 1, 1, 5), state(3)), reports.Fail, "in 7 of 10"},
		{"repetitions missing", both, states(state(7, 1, 0, 5)), reports.Inconclusive, "7 repetitions were reported of 10"},
		{"nothing reported", both, states(), reports.Inconclusive, "0 repetitions"},
		{"trap on hart 0", both, trapped(2, 0, 0), reports.Fail, "illegal instruction"},
		{"trap on hart 1", both, onHart1, reports.Fail, "on hart 1"},
		{"trap on hart 1, asked for none", trial.Ends{}, onHart1, reports.Fail, "on hart 1"},
		{"hang", both, trial.Outcome{Status: trial.Hang}, reports.Fail, "did not come back"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := evaluate(nil, &trial.Check{Expect: tc.e}, seen(c, tc.o))
			if f.verdict != tc.want || !strings.Contains(f.why, tc.why) {
				t.Errorf("%s: %s", f.verdict, f.why)
			}
		})
	}
}

// TestTwoHartsEndToEnd: from a feature to verdicts, and nothing of it when one hart is claimed.
func TestTwoHartsEndToEnd(t *testing.T) {
	const feature = `@ext:I
Feature: Two harts
  @rule:fence_op
  Scenario: Message passing
    Given two harts, 300 times
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
      fence w, w
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
      fence r, r
      ld a1, 0(s0)
      """
    Then never hart 1: a0 = 1 and a1 = 0
    And always hart 1: a0 = 0
`
	r := request(t, "t", feature)
	r.ICS.Harts = 2
	p := mustMake(t, r)
	_, j := run(t, p, rv64.Config{Ordering: rv64.Ordering{Weak: true}})
	if rule := j.rule(t, "fence_op"); rule.Verdict != reports.Fail || rule.Passed != 1 || rule.Failed != 1 {
		t.Errorf("%+v", rule)
	}
	if len(j.Evidence) != 1 || j.Evidence[0].Code[0] != "hart 0:" || !slices.Contains(j.Evidence[0].Code, "hart 1:") || !strings.Contains(j.Evidence[0].Why, "of 300 repetitions") {
		t.Errorf("%+v", j.Evidence)
	}
	if len(p.Together()) != 1 || len(p.Executing()["fence"]) != 0 {
		t.Error("the trial of two harts is found by its harts, and not by its rows")
	}

	r.ICS.Harts = 1
	p = mustMake(t, r)
	if got := p.Trials[0]; got.Untested != "capability: needs two harts" || len(got.Cases) != 0 {
		t.Errorf("one hart: %+v", got)
	}
}
