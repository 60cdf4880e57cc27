package runner

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

// TestEndToEnd: a feature, a right hart and a wrong one: what the report says of both.
func TestEndToEnd(t *testing.T) {
	const feature = `@ext:M
Feature: Division
  @rule:div_by_zero
  Scenario Outline: div of <dividend> by zero
    Given a0 = <dividend> and a1 = 0
    When the hart executes "div a2, a0, a1"
    Then a2 = -1
    And no trap is taken
    Examples:
      | dividend |
      | 1        |
      | -2^63    |

  @rule:rem_by_zero
  Scenario: rem by zero
    Given a0 = 7 and a1 = 0
    When the hart executes "rem a2, a0, a1"
    Then a2 = 7
`
	p := planOf(t, feature)
	_, right := run(t, p, rv64.Config{})
	if len(right.Evidence) != 0 || right.rule(t, "div_by_zero").Verdict != reports.Pass || right.rule(t, "rem_by_zero").Verdict != reports.Pass {
		t.Fatalf("a right hart: %+v", right.Evidence)
	}
	if c := right.Verdicts.Counts; c.Cases != 3 || c.Vectors != 3 || c.Checks != 5 || c.Instructions["div"] != 2 {
		t.Errorf("counts: %+v", c)
	}

	// As one library had it: division by zero leaves rd as it was.
	_, wrong := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"div": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) {
			if h.X(i.Rs2) != 0 {
				right(h, i)
			}
		}),
	}})
	if got := wrong.failedRules(); !slices.Equal(got, []string{"div_by_zero"}) {
		t.Errorf("failed: %v, want div_by_zero", got)
	}
	if v := wrong.rule(t, "rem_by_zero"); v.Verdict != reports.Pass {
		t.Errorf("rem_by_zero: %s", v.Verdict)
	}
	if len(wrong.Evidence) != 2 {
		t.Fatalf("%d failures are shown, want one a scenario", len(wrong.Evidence))
	}
	e := wrong.Evidence[0]
	code := fmt.Sprintf("%08x  02b54633  div a2, a0, a1", p.code[0])
	old := fmt.Sprintf("a2 = %#x", image.Background(12))
	for _, x := range []struct {
		what      string
		got, want any
	}{
		{"rules", e.Rules, []string{"div_by_zero"}},
		{"scenario", e.Scenario, "riscv/t.feature:11"},
		{"case", e.Case, "riscv/t.feature:11/0"},
		{"check", e.Check, "a2 = -1"},
		{"code", e.Code, []string{code}},
		{"before", e.Before, []string{"U-mode", "a0 = 0x1", "a1 = 0x0"}},
		{"allowed", e.Allowed, []string{"a2 = 0xffffffffffffffff"}},
		{"observed", e.Observed, []string{old}},
		{"why", e.Why, old + ", where a2 = 0xffffffffffffffff is required"},
		{"alike", e.Alike, 0},
	} {
		if fmt.Sprintf("%q", x.got) != fmt.Sprintf("%q", x.want) {
			t.Errorf("%s: %q, want %q", x.what, x.got, x.want)
		}
	}
}

// TestSweepEvidence: of the many cases of a sweep that fail the same way few are shown, the simplest,
// and the rest are counted.
func TestSweepEvidence(t *testing.T) {
	p := planOf(t, sweeping)
	o, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"add": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(i.Rd, h.X(i.Rd)^1) }),
	}})
	failures, unresolved := p.Failures(o, nil)
	if unresolved != 0 || len(failures) < 40 {
		t.Fatalf("%d failures, %d unresolved", len(failures), unresolved)
	}
	shown, counted := 0, 0
	for _, e := range j.Evidence {
		shown++
		counted += 1 + e.Alike
		if !slices.Contains(e.Rules, "add_op") || len(e.Code) == 0 || len(e.Allowed) == 0 || len(e.Observed) == 0 || e.Why == "" {
			t.Errorf("evidence that explains nothing: %+v", e)
		}
		if !strings.Contains(strings.Join(e.Allowed, " "), "(add_op") {
			t.Errorf("allowed does not cite the rule: %q", e.Allowed)
		}
	}
	if shown > 20 || counted != len(failures) {
		t.Errorf("%d shown that stand for %d of %d failures", shown, counted, len(failures))
	}
	fewest := len(p.Trials[0].Cases[0].Before)
	for _, c := range p.Trials[0].Cases {
		fewest = min(fewest, len(c.Before))
	}
	for _, tr := range p.Trials[0].Cases {
		if tr.ID == j.Evidence[0].Case && len(tr.Before) != fewest {
			t.Errorf("the first one shown has %d presets; the simplest has %d", len(tr.Before), fewest)
		}
	}
}

// TestEvidenceIsBounded: a rule that fails everywhere fills no report.
func TestEvidenceIsBounded(t *testing.T) {
	var feature strings.Builder
	feature.WriteString("@ext:I\nFeature: F\n  @rule:addi_op\n  Scenario Outline: addi <n>\n    When the hart executes \"addi a2, x0, <n>\"\n    Then a2 = <n>\n    Examples:\n      | n |\n")
	for n := range 60 {
		fmt.Fprintf(&feature, "      | %d |\n", n+1)
	}
	p := planOf(t, feature.String())
	_, j := run(t, p, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"addi": underTest(p, func(*rv64.Hart, *rv64.Inst, rv64.Exec) {}),
	}})
	if v := j.rule(t, "addi_op"); v.Failed != 60 {
		t.Errorf("addi_op failed %d times, want 60", v.Failed)
	}
	if len(j.Evidence) == 0 || len(j.Evidence) > perRule {
		t.Errorf("%d failures are shown, want at most %d", len(j.Evidence), perRule)
	}
}

// TestListing: what people see of a case is its code, without the calls that end it.
func TestListing(t *testing.T) {
	const feature = `@ext:I
Feature: F
  @rule:beq_op
  Scenario: branch
    When the hart executes
      """
      beq x0, x0, there
      c.li a0, 1
      there:
      li a2, 1
      """
    Then a2 = 2
`
	p := planOf(t, feature)
	_, j := run(t, p, rv64.Config{})
	if len(j.Evidence) != 1 {
		t.Fatalf("%d failures", len(j.Evidence))
	}
	var got []string
	for _, line := range j.Evidence[0].Code {
		got = append(got, line[strings.LastIndex(line, "  ")+2:])
	}
	want := []string{fmt.Sprintf("beq zero, zero, .+6 # %#x", p.code[0]+6), "c.li a0, 1", "addi a2, zero, 1"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOnly: the plan of some trials judges as the whole plan does.
func TestOnly(t *testing.T) {
	p := mustMake(t, request(t, "a", several, "b", sweeping))
	executing := p.Executing()
	if got := executing["jal"]; !slices.Equal(got, []int{5}) {
		t.Errorf("jal is executed by trials %v, want 5", got)
	}
	if got := executing["add"]; len(got) != 3 {
		t.Errorf("add is executed by trials %v, want three", got)
	}
	if got := executing["ecall"]; len(got) != 0 {
		t.Errorf("the calls that end cases count as code under test: %v", got)
	}
	part, err := p.Only(executing["add"], image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range []bool{false, true} {
		config := rv64.Config{}
		if broken {
			config.Overrides = map[string]func(rv64.Exec) rv64.Exec{
				"add": underTest(p, func(h *rv64.Hart, i *rv64.Inst, right rv64.Exec) { right(h, i); h.SetX(i.Rd, h.X(i.Rd)+1) }),
			}
		}
		o := NewOutcomes(part)
		if err := part.Execute(t.Context(), executor(t, part, config), o, Options{}); err != nil {
			t.Fatal(err)
		}
		if o.Count() != len(part.Cases) || len(part.Trials) != 3 {
			t.Errorf("%d of %d cases of %d trials", o.Count(), len(part.Cases), len(part.Trials))
		}
		failures, unresolved := part.Failures(o, nil)
		if unresolved != 0 || len(failures) > 0 != broken {
			t.Errorf("broken %t: %d failures, %d unresolved", broken, len(failures), unresolved)
		}
	}
}

// TestCoverage: every testable requirement of the claim is in one column and one only.
func TestCoverage(t *testing.T) {
	p := mustMake(t, request(t, "a", several, "b", sums))
	c := p.Coverage(strength{"add_op"})
	tested, touched, untested := 0, 0, 0
	for i, row := range c.Chapters {
		if row.Testable != row.Tested+row.Touched+row.Untested || row.Rules < row.Testable+row.Untestable {
			t.Errorf("%s: %+v does not add up", row.Chapter, row)
		}
		if i > 0 && c.Chapters[i-1].Chapter >= row.Chapter {
			t.Errorf("chapters are not in order: %s", row.Chapter)
		}
		tested, touched, untested = tested+row.Tested, touched+row.Touched, untested+row.Untested
	}
	if tested != 1 || touched != len(c.Touched) || untested != len(c.Untested) || untested == 0 {
		t.Errorf("%d tested, %d touched (%v), %d untested (%d listed)", tested, touched, c.Touched, untested, len(c.Untested))
	}
	for _, id := range []string{"sub_op", "addi_op", "jal_op", "add_overflow"} {
		if !slices.Contains(c.Touched, id) {
			t.Errorf("%s is spoken for and not touched", id)
		}
	}
	if slices.Contains(c.Touched, "add_op") || !slices.Contains(c.Untested, "xor_op") {
		t.Errorf("touched %v", c.Touched)
	}
	if c.Vectors != 10 || c.Instructions["addi"] != 5 {
		t.Errorf("%d vectors, %v", c.Vectors, c.Instructions)
	}
}
