package runner

import (
<<<<<<< HEAD
	"slices"
=======
>>>>>>> 0397748 (t7)
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

<<<<<<< HEAD
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
=======
// TestTogether: a case of two harts is judged by all the states that its repetitions ended in.
func TestTogether(t *testing.T) {
	c := func() trial.Case {
		return trial.Case{
			Repeat: 100, Observe: []trial.Loc{"h10", "h11"},
			Stub: &trial.Stub{Chunks: []trial.Chunk{{Bytes: make([]byte, 8)}}, Exits: []int64{4}, End: 4},
		}
	}
	states := func(o trial.Outcome, s ...trial.State) trial.Outcome {
		o.States = s
		return o
	}
	state := func(count uint64, values ...uint64) trial.State { return trial.State{Count: count, Values: values} }
	is := func(a, b uint64) []trial.Holds {
		return []trial.Holds{{Loc: "h10", Values: num(a)}, {Loc: "h11", Values: num(b)}}
	}
	for _, tc := range []struct {
		name   string
		expect trial.Expect
		o      trial.Outcome
		want   reports.Verdict
		why    string
	}{
		{"never, and was not", trial.Never{All: is(1, 0)}, states(ended(4), state(60, 0, 0), state(40, 1, 1)), reports.Pass, ""},
		{"never, and was once", trial.Never{All: is(1, 0)}, states(ended(4), state(60, 0, 0), state(39, 1, 1), state(1, 1, 0)), reports.Fail, "in 1 of 100 repetitions"},
		{"always, and was", trial.Always{All: is(1, 1)}, states(ended(4), state(100, 1, 1)), reports.Pass, ""},
		{"always, and was not twice", trial.Always{All: is(1, 1)}, states(ended(4), state(98, 1, 1), state(2, 1, 0)), reports.Fail, "in 2 of 100 repetitions"},
		{"some repetitions are missing", trial.Never{All: is(1, 0)}, states(ended(4), state(60, 0, 0)), reports.Inconclusive, "60 repetitions were reported of 100"},
		{"none was reported", trial.Always{All: is(1, 1)}, ended(4), reports.Inconclusive, "0 repetitions"},
		{"more were reported than there are", trial.Always{All: is(1, 1)}, states(ended(4), state(101, 1, 1)), reports.Inconclusive, "101 repetitions"},
		{"states were lost", trial.Never{All: is(1, 0)}, states(ended(4), state(60, 0, 0), state(40)), reports.Inconclusive, "no room"},
		{"states were lost, and another is forbidden", trial.Never{All: is(1, 0)}, states(ended(4), state(1, 1, 0), state(99)), reports.Fail, "in 1 of 100"},
		{"a hart trapped", trial.Never{All: is(1, 0)}, states(trapped(5, 0, 0), state(100, 0, 0)), reports.Fail, "both harts must reach their ends"},
		{"it hung", trial.Never{All: is(1, 0)}, trial.Outcome{Status: trial.Hang}, reports.Fail, "hang"},
		{"it was not run", trial.Always{All: is(1, 0)}, trial.Outcome{Status: trial.NotRun}, reports.Inconclusive, "not run"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := evaluate(nil, &trial.Check{Expect: tc.expect}, seen(c(), tc.o))
			if f.verdict != tc.want || !strings.Contains(f.why, tc.why) {
				t.Errorf("%s (%s), want %s (…%s…)", f.verdict, f.why, tc.want, tc.why)
>>>>>>> 0397748 (t7)
			}
		})
	}
}

<<<<<<< HEAD
// TestTwoHartsEndToEnd: from a feature to verdicts, and nothing of it when one hart is claimed.
func TestTwoHartsEndToEnd(t *testing.T) {
	const feature = `@ext:I
Feature: Two harts
  @rule:fence_op
  Scenario: Message passing
    Given two harts, 300 times
=======
// litmus is message passing: what comes before the flag must be seen after it.
const litmus = `@ext:I
Feature: Litmus
  @rule:add_op
  Scenario Outline: message passing with <fence>
    Given two harts
>>>>>>> 0397748 (t7)
    And s0 = test data + 64 and s1 = test data + 192 and t1 = 1
    And test data + 64 holds 0 and test data + 192 holds 0
    When hart 0 executes
      """
      sd t1, 0(s0)
<<<<<<< HEAD
      fence w, w
=======
      <fence>
>>>>>>> 0397748 (t7)
      sd t1, 0(s1)
      """
    And hart 1 executes
      """
      ld a0, 0(s1)
<<<<<<< HEAD
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
=======
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
>>>>>>> 0397748 (t7)
	}
}
