package runner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
	"touchstone/specs"
)

// TestRecord: whom an evaluation speaks for.
func TestRecord(t *testing.T) {
	scenario := []string{"tag1", "tag2"}
	for _, tc := range []struct {
		name   string
		rules  []string // of the check
		f      finding
		passed string
		failed string
	}{
		{"a check passes for the rules it names", []string{"r"}, passed(nil), "r", ""},
		{"and fails for them", []string{"r"}, failed("w", nil, nil), "", "r"},
		{"a check without rules passes for none", nil, passed(nil), "", ""},
		{"and fails for its scenario's", nil, failed("w", nil, nil), "", "tag1 tag2"},
		{"a row passes for its own and the scenario", scenario, passed([]string{"row"}), "row tag1 tag2", ""},
		{"a broken rule is the only one that fails", nil, finding{verdict: reports.Fail, broken: []string{"row"}}, "", "row"},
		{"what was exercised and not broken passes", nil, finding{verdict: reports.Fail, broken: []string{"row"}, rules: []string{"other"}}, "other", "row"},
		{"a check narrowed to a rule fails for it too", []string{"r"}, finding{verdict: reports.Fail, broken: []string{"row"}}, "", "r row"},
		{"a rule that is named twice counts once", []string{"row", "r"}, finding{verdict: reports.Fail, broken: []string{"row"}}, "", "r row"},
		{"somebody is always blamed", nil, finding{verdict: reports.Fail, rules: []string{"other"}}, "other", "tag1 tag2"},
		{"what the standard does not say speaks for nobody", scenario, finding{verdict: reports.Untested}, "", ""},
		{"what was not run speaks for nobody", scenario, finding{verdict: reports.Inconclusive}, "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			v := seen(trial.Case{}, ended(4))
			v.trial.Rules = scenario
			j := &judgement{steps: make([]tally, 1), rules: map[string]*tally{}}
			j.record(v, &trial.Check{Rules: tc.rules}, 0, tc.f)
			var good, bad []string
			for id, n := range j.rules {
				if n.passed > 0 {
					good = append(good, id)
				}
				if n.failed > 0 {
					bad = append(bad, id)
				}
				if n.passed+n.failed > 1 {
					t.Errorf("%s counts %d times", id, n.passed+n.failed)
				}
			}
			slices.Sort(good)
			slices.Sort(bad)
			if g, b := strings.Join(good, " "), strings.Join(bad, " "); g != tc.passed || b != tc.failed {
				t.Errorf("passed %q and failed %q, want %q and %q", g, b, tc.passed, tc.failed)
			}
			if fails := len(j.failures); fails > 0 != (tc.f.verdict == reports.Fail) {
				t.Errorf("%d failures kept for evidence", fails)
			}
		})
	}
}

func TestTally(t *testing.T) {
	for _, tc := range []struct {
		verdicts []reports.Verdict
		want     reports.Verdict
	}{
		{nil, reports.Untested},
		{[]reports.Verdict{reports.Untested}, reports.Untested},
		{[]reports.Verdict{reports.Pass}, reports.Pass},
		{[]reports.Verdict{reports.Pass, reports.Untested}, reports.Pass},
		{[]reports.Verdict{reports.Pass, reports.Inconclusive}, reports.Inconclusive},
		{[]reports.Verdict{reports.Inconclusive, reports.Error, reports.Pass}, reports.Error},
		{[]reports.Verdict{reports.Error, reports.Fail, reports.Pass, reports.Inconclusive}, reports.Fail},
	} {
		var one, a, b tally
		for i, v := range tc.verdicts {
			one.add(v, fmt.Sprint("reason ", v))
			half := &a
			if i%2 == 1 {
				half = &b
			}
			half.add(v, fmt.Sprint("reason ", v))
		}
		a.merge(b)
		if got := one.verdict(); got != tc.want || a.verdict() != tc.want {
			t.Errorf("%v: %s, and %s when merged; want %s", tc.verdicts, got, a.verdict(), tc.want)
		}
		if hasReason := one.reason != ""; hasReason != slices.ContainsFunc(tc.verdicts, func(v reports.Verdict) bool { return v == reports.Error || v == reports.Inconclusive }) {
			t.Errorf("%v: reason %q", tc.verdicts, one.reason)
		}
	}
}

// sums is a feature of two rules, one a scenario.
const sums = `@ext:I
Feature: Sums
  @rule:add_op @rule:add_overflow
  Scenario: add
    Given a0 = 5 and a1 = 7
    When the hart executes "add a2, a0, a1"
    Then a2 = 12 [add_op]
    And nothing else changes [add_overflow]

  @rule:sub_op
  Scenario: sub
    Given a0 = 5 and a1 = 7
    When the hart executes "sub a2, a0, a1"
    Then a2 = -2
    And no trap is taken
`

// underTest restricts a wrong function to the code under test.
func underTest(p *Plan, wrong func(*rv64.Hart, *rv64.Inst, rv64.Exec)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			if h.PC() >= p.Map.CodeBase() {
				wrong(h, i, right)
				return
			}
			right(h, i)
		}
	}
}

// TestOneFaultOneRule: a fault fails the rule that it breaks and no other rule of its scenario.
func TestOneFaultOneRule(t *testing.T) {
	for _, tc := range []struct {
		name  string
		wrong func(*rv64.Hart, *rv64.Inst, rv64.Exec)
		want  []string
	}{
		{"nothing", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i) }, nil},
		{"the sum", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(i.Rd, h.X(i.Rd)+1) }, []string{"add_op"}},
		{"another register", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(29, 1) }, []string{"add_overflow"}},
		{"both", func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { h.SetX(29, 1) }, []string{"add_op", "add_overflow"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := planOf(t, sums)
			_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{"add": underTest(p, tc.wrong)}})
			got := j.failedRules()
			slices.Sort(got)
			if !slices.Equal(got, tc.want) {
				t.Errorf("failed: %v, want %v", got, tc.want)
			}
			for _, id := range []string{"add_op", "add_overflow", "sub_op"} {
				if v := j.rule(t, id); v.Verdict != reports.Pass && !slices.Contains(tc.want, id) {
					t.Errorf("%s: %s (%s), want pass", id, v.Verdict, v.Reason)
				}
			}
			want := map[bool]reports.Verdict{true: reports.Pass, false: reports.Fail}[tc.want == nil]
			if got := j.Verdicts.Scenarios[0].Verdict; got != want {
				t.Errorf("scenario: %s, want %s", got, want)
			}
			if got := j.Verdicts.Scenarios[1].Verdict; got != reports.Pass {
				t.Errorf("the other scenario: %s", got)
			}
		})
	}
}

// TestStepVerdicts: of the lines of a scenario only its Thens have verdicts, each its own.
func TestStepVerdicts(t *testing.T) {
	p := planOf(t, sums)
	_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"add": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(29, 1) }),
	}})
	var got []string
	for _, s := range j.Verdicts.Scenarios[0].Steps {
		got = append(got, s.Text+": "+string(s.Verdict))
	}
	want := []string{
		"Given a0 = 5 and a1 = 7: ", `When the hart executes "add a2, a0, a1": `,
		"Then a2 = 12 [add_op]: pass", "And nothing else changes [add_overflow]: fail",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestRowsAreBlamed: a sweep that names no rule fails those of the row that is wrong.
func TestRowsAreBlamed(t *testing.T) {
	const feature = `@ext:I
Feature: F
  Scenario: add
    When the hart executes "add" over its edge values
    Then every outcome is one the specification allows
    And the choice of registers makes no difference

  Scenario: sub
    When the hart executes "sub" over its edge values
    Then every outcome is one the specification allows
`
	p := planOf(t, feature)
	_, right := run(t, p, rv64.Config{})
	if v := right.rule(t, "add_op"); v.Verdict != reports.Pass || v.Passed < 64 || !slices.Contains(v.Scenarios, p.Trials[0].ID) {
		t.Errorf("right: add_op is %s after %d checks in %v", v.Verdict, v.Passed, v.Scenarios)
	}
	_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"add": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(i.Rd, h.X(i.Rd)^2) }),
	}})
	if failed := j.failedRules(); !slices.Contains(failed, "add_op") || slices.Contains(failed, "sub_op") {
		t.Errorf("failed: %v, want add_op and not sub_op", failed)
	}
}

// TestUnspecifiedCountsForNothing: a reserved encoding is evidence of nothing, done or trapped.
func TestUnspecifiedCountsForNothing(t *testing.T) {
	const feature = `@ext:I
Feature: F
  @rule:add_op
  Scenario: reserved
    When the hart executes
      """
      .word 0x0000707f
      """
    Then every outcome is one the specification allows
`
	p := planOf(t, feature)
	_, j := run(t, p, rv64.Config{})
	if v := j.Verdicts.Scenarios[0]; v.Verdict != reports.Untested || v.Passed+v.Failed != 0 {
		t.Errorf("scenario: %s, %d passed, %d failed; want untested", v.Verdict, v.Passed, v.Failed)
	}
	for _, r := range j.Verdicts.Rules {
		if r.Passed+r.Failed > 0 {
			t.Errorf("rule %s: %d passed, %d failed", r.ID, r.Passed, r.Failed)
		}
	}
}

func TestRuleVerdicts(t *testing.T) {
	const feature = `@ext:I
Feature: F
  @rule:add_op
  Scenario: runs
    When the hart executes "add a2, a0, a1"
    Then no trap is taken

  @rule:add_op @env:linux
  Scenario: another environment, of a rule that runs here
    When the hart executes "add a2, a0, a1"
    Then no trap is taken

  @rule:sub_op @env:linux
  Scenario: another environment
    When the hart executes "sub a2, a0, a1"
    Then no trap is taken

  @rule:and_op @effort:exhaustive
  Scenario: another effort
    When the hart executes "and a2, a0, a1"
    Then no trap is taken

  @rule:taken_cti_misaligned_exc
  Scenario: a rule that applies when C is not claimed
    When the hart executes "jal a2, .+8"
    Then no trap is taken
`
	r := request(t, "t", feature)
	p := mustMake(t, r)
	_, j := run(t, p, rv64.Config{})
	untestable, definition, other := "", "", ""
	for i := range r.Pack.Rules {
		rule := &r.Pack.Rules[i]
		switch {
		case rule.Untestable == specs.OtherXLEN && rule.Extension == "I":
			untestable = rule.ID
		case rule.Kind == specs.Parameter && rule.Untestable == "" && rule.Extension == "I":
			definition = rule.ID
		case rule.Extension == "M" && rule.Kind == specs.Requirement && rule.Untestable == "" && rule.When == "":
			other = rule.ID
		}
	}
	for _, tc := range []struct {
		id     string
		want   reports.Verdict
		reason string // class
	}{
		{"add_op", reports.Pass, ""},
		{"sub_op", reports.Untested, reports.ReasonEnvironment},
		{"and_op", reports.Untested, reports.ReasonEffort},
		{"or_op", reports.Untested, reports.ReasonNoScenario},
		{"taken_cti_misaligned_exc", reports.NotApplicable, reports.ReasonOption},
		{untestable, reports.Untested, reports.ReasonUntestable},
		{definition, reports.Untested, "parameter"},
		{other, reports.Untested, reports.ReasonNoScenario},
	} {
		if tc.id == "" {
			continue // the catalogue has none such at present
		}
		v := j.rule(t, tc.id)
		if v.Verdict != tc.want || reports.Class(v.Reason) != tc.reason {
			t.Errorf("%s: %s (%s), want %s (%s)", tc.id, v.Verdict, v.Reason, tc.want, tc.reason)
		}
		if ran := v.Verdict == reports.Pass; ran != (v.Strength == reports.Touched) {
			t.Errorf("%s: %s has strength %q", tc.id, v.Verdict, v.Strength)
		}
	}
	if v := j.rule(t, "add_op"); len(v.Scenarios) != 2 {
		t.Errorf("add_op is named by %v, want both scenarios", v.Scenarios)
	}
	for i, want := range []reports.Verdict{reports.Pass, reports.Untested, reports.Untested, reports.Untested, reports.NotApplicable} {
		if s := j.Verdicts.Scenarios[i]; s.Verdict != want || (want == reports.Pass) != (s.Reason == "") {
			t.Errorf("%s: %s (%s), want %s", s.Name, s.Verdict, s.Reason, want)
		}
	}
	if e := j.extension(t, "I"); e.Verdict != reports.Pass || e.Passed != 1 || !strings.Contains(e.Reason, "untested") {
		t.Errorf("extension I: %+v", e)
	}
	if e := j.extension(t, "M"); e.Verdict != reports.Untested || e.Passed != 0 {
		t.Errorf("extension M, of which nothing ran: %+v", e)
	}
}

// TestNotClaimed: what is not claimed is not applicable, and what a profile names and the pack does
// not have is untested.
func TestNotClaimed(t *testing.T) {
	r := request(t, "t", sums)
	r.ICS.Extensions = []string{"Zicsr", "F"}
	_, j := run(t, mustMake(t, r), rv64.Config{})
	for name, want := range map[string]reports.Verdict{"M": reports.NotApplicable, "D": reports.NotApplicable, "F": reports.Untested, "I": reports.Pass} {
		if e := j.extension(t, name); e.Verdict != want || want != reports.Pass && e.Reason == "" {
			t.Errorf("%s: %s (%s), want %s", name, e.Verdict, e.Reason, want)
		}
	}
	for _, v := range j.Verdicts.Rules {
		if v.Extension == "M" && v.Verdict != reports.NotApplicable && v.Untestable() == "" {
			t.Errorf("%s of M: %s", v.ID, v.Verdict)
		}
	}
}

// TestWithoutTestableRules: an extension whose rules nobody can test by themselves is judged by its
// scenarios, and untested without any.
func TestWithoutTestableRules(t *testing.T) {
	const feature = "@ext:Zihpm\nFeature: F\n  @rule:add_op\n  Scenario: S\n    Given a0 = 1\n    When the hart executes \"add a2, a0, a0\"\n    Then a2 = %d\n"
	for result, want := range map[int]reports.Verdict{2: reports.Pass, 3: reports.Fail} {
		r := request(t, "t", fmt.Sprintf(feature, result))
		r.ICS.Extensions = []string{"Zicsr", "Zihpm", "Zkt"}
		_, j := run(t, mustMake(t, r), rv64.Config{})
		if e := j.extension(t, "Zihpm"); e.Verdict != want || e.Total != 0 || !strings.Contains(e.Reason, "1 scenario") {
			t.Errorf("Zihpm: %+v, want %s", e, want)
		}
		if e := j.extension(t, "Zkt"); e.Verdict != reports.Untested || e.Reason == "" {
			t.Errorf("Zkt: %+v", e)
		}
	}
}

// strength is a measurement that knows one defect of one rule.
type strength struct{ rule string }

func (s strength) Killed(rule string) []string {
	if rule == s.rule {
		return []string{"a", "b", "c", "d"}
	}
	return nil
}
func (s strength) Sensitivity() *reports.Sensitivity { return &reports.Sensitivity{Suite: "x"} }

func TestStrength(t *testing.T) {
	p := planOf(t, sums)
	o, _ := run(t, p, rv64.Config{})
	j, err := p.Judge(o, nil, strength{"add_op"})
	if err != nil {
		t.Fatal(err)
	}
	if v := j.rule(t, "add_op"); v.Strength != reports.Tested || len(v.Killed) != 3 {
		t.Errorf("add_op: %s, killed %v; want tested, and three of its four defects", v.Strength, v.Killed)
	}
	if v := j.rule(t, "sub_op"); v.Strength != reports.Touched {
		t.Errorf("sub_op: %s, want touched", v.Strength)
	}
	if v := j.rule(t, "or_op"); v.Strength != "" {
		t.Errorf("or_op did not run, and is %s", v.Strength)
	}
	if j.Verdicts.Sensitivity == nil {
		t.Error("no sensitivity in the verdicts")
	}
}

// TestFootingLost: an implementation whose runtime instructions are wrong fails their rules, and
// everything else is inconclusive, not failed and not passed.
func TestFootingLost(t *testing.T) {
	p := planOf(t, sums)
	// The constant that the footing loads and subtracts from 0: nothing else does.
	wrong := func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			zero := i.Rs1 == 0
			right(h, i)
			if zero {
				h.SetX(i.Rd, h.X(i.Rd)+1)
			}
		}
	}
	_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{"sub": wrong}})
	if v := j.rule(t, "sub_op"); v.Verdict != reports.Fail {
		t.Errorf("sub_op: %s (%s), want fail", v.Verdict, v.Reason)
	}
	if v := j.rule(t, "add_op"); v.Verdict != reports.Inconclusive || reports.Class(v.Reason) != reports.ReasonFooting {
		t.Errorf("add_op: %s (%s), want inconclusive: footing", v.Verdict, v.Reason)
	}
	for _, s := range j.Verdicts.Scenarios {
		if s.Verdict != reports.Inconclusive || reports.Class(s.Reason) != reports.ReasonFooting {
			t.Errorf("%s: %s (%s), want inconclusive: footing", s.Name, s.Verdict, s.Reason)
		}
	}
	if len(j.Evidence) != 0 {
		t.Errorf("%d failures are reported on a lost footing", len(j.Evidence))
	}
	if got := slices.IndexFunc(j.Footing, func(f image.FootingResult) bool { return !f.OK && f.Insn == "sub" }); got < 0 {
		t.Errorf("the footing does not name sub: %+v", j.Footing)
	}
	for _, id := range j.failedRules() {
		if !slices.ContainsFunc(j.Findings, func(f reports.Finding) bool { return f.Breaks(id) && f.Ends == reports.EndsFooting }) {
			t.Errorf("%s fails, and no finding says that the footing is lost: %+v", id, j.Findings)
		}
	}
}

// TestNoFooting: without image 0 nothing can be blamed or cleared.
func TestNoFooting(t *testing.T) {
	p := planOf(t, sums)
	o, _ := run(t, p, rv64.Config{})
	o.footed, o.footing = false, o.footing[:3]
	j := judge(t, p, o)
	for _, v := range j.Verdicts.Rules {
		if v.Verdict == reports.Pass || v.Verdict == reports.Fail {
			t.Errorf("%s: %s (%s)", v.ID, v.Verdict, v.Reason)
		}
	}
	if v := j.rule(t, "add_op"); v.Verdict != reports.Inconclusive || reports.Class(v.Reason) != reports.ReasonFooting {
		t.Errorf("add_op: %s (%s), want inconclusive: footing", v.Verdict, v.Reason)
	}
}

// TestNothingRan: an interrupted run passes nothing.
func TestNothingRan(t *testing.T) {
	p := planOf(t, sums)
	o, _ := run(t, p, rv64.Config{})
	for i := range o.have {
		o.have[i] = false
	}
	j := judge(t, p, o)
	if v := j.rule(t, "add_op"); v.Verdict != reports.Inconclusive || reports.Class(v.Reason) != reports.ReasonInterrupted {
		t.Errorf("add_op: %s (%s), want inconclusive: interrupted", v.Verdict, v.Reason)
	}
}
