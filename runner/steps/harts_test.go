package steps

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/runner/trial"
)

// twoHarts is a scenario of two one-line programs.
func twoHarts(t testing.TB, c Context, given, zero, one string, thens ...string) (trial.Trial, error) {
	t.Helper()
	text := func(hart, program string) []string {
		return []string{"When hart " + hart + " executes", `  """`, "  " + program, `  """`}
	}
	steps := append([]string{"Given " + given}, text("0", zero)...)
	if one != "" {
		steps = append(steps, text("1", one)...)
	}
	return scenario(t, c, "", append(steps, thens...)...)
}

func smp(t testing.TB, effort string) Context {
	c := testContext(t)
	c.ICS.Harts, c.Effort = 2, effort
	return c
}

func TestTwoHarts(t *testing.T) {
	const given = "two harts\n    And test data + 8 holds 1 and t1 = 5"
	got, err := twoHarts(t, smp(t, "quick"), given, "nop; ld a0, 0(s0)", "nop",
		"Then never hart 0: a0 = 1 or 2 and a1 != 3 and hart 1: a2 < a3 [sub_op]", "And always test data + 12 holds word 5, hart 1: a2 <= 4", "And no trap is taken")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Cases) != 1 {
		t.Fatalf("%d cases", len(got.Cases))
	}
	c := got.Cases[0]
	if c.Setting.Harts != 2 || c.Repeat != 200 || len(c.Harts) != 1 || c.Harts[0].Exits[0] != 4 || c.Stub.Exits[0] != 8 {
		t.Errorf("%+v", c)
	}
	if diff := cmp.Diff([]trial.Loc{"x10", "x11", "h1:x12", "h1:x13", "mem:80010808"}, c.Observe); diff != "" {
		t.Error("observed: want -, got +\n" + diff)
	}
	if len(c.Before) != 2 {
		t.Errorf("%+v", c.Before)
	}
	five := []trial.Value{abs(5)}
	for i, want := range []trial.Expect{
		trial.Never{All: []trial.Holds{
			{Loc: "x10", Compare: "=", Values: []trial.Value{abs(1), abs(2)}}, {Loc: "x11", Compare: "!=", Values: []trial.Value{abs(3)}},
			{Loc: "h1:x12", Compare: "<", Other: "h1:x13"},
		}},
		trial.Always{All: []trial.Holds{{Loc: "mem:80010808", Low: 32, Width: 32, Values: five}, {Loc: "h1:x12", Compare: "<=", Values: []trial.Value{abs(4)}}}},
		trial.Ends{},
	} {
		if diff := cmp.Diff(want, got.Checks[i].Expect); diff != "" {
			t.Errorf("check %d: want -, got +\n%s", i, diff)
		}
	}
	if diff := cmp.Diff([]string{"sub_op"}, got.Checks[0].Rules); diff != "" {
		t.Error(diff)
	}
}

func TestRepetitions(t *testing.T) {
	for _, tc := range []struct {
		effort, given string
		want          int
	}{
		{"quick", "two harts", 200}, {"standard", "two harts", 2_000}, {"exhaustive", "two harts", 50_000},
		{"exhaustive", "two harts, 5 times", 5}, {"quick", "two harts, 1,234 times", 1234},
	} {
		got, err := twoHarts(t, smp(t, tc.effort), tc.given, "nop", "nop", "Then never hart 0: a0 = 1")
		if err != nil || got.Cases[0].Repeat != tc.want {
			t.Errorf("%s, %s: %v, %+v", tc.effort, tc.given, err, got.Cases)
		}
	}
}

func TestOneHartIsClaimed(t *testing.T) {
	got, err := twoHarts(t, testContext(t), "two harts", "nop", "nop", "Then never hart 0: a0 = 1")
	if err != nil || got.Untested != "capability: needs two harts" || got.Excluded || len(got.Cases)+len(got.Checks) != 0 {
		t.Errorf("%v, %+v", err, got)
	}
}

func TestTwoHartsMistakes(t *testing.T) {
	for _, tc := range []struct {
		given, zero, one, then, want string
	}{
		{"a0 = 5", "nop", "nop", "never hart 0: a0 = 1", "there is one hart"},
		{"two harts, 0 times", "nop", "nop", "never hart 0: a0 = 1", "1 time or more"},
		{"two harts", "nop", "", "never hart 0: a0 = 1", "nothing has been executed yet"},
		{"two harts", "nop", "nop", "a0 = 1", "looks at one hart"},
		{"two harts", "nop", "nop", "nothing changes", "looks at one hart"},
		{"two harts", "nop", "nop", "no trap is taken", "never or always"},
		{"two harts", "nop", "nop", "never a0 = 1", "neither hart <n>"},
		{"two harts", "nop", "nop", "never hart 0: mie = 1", "no register"},
		{"two harts", "nop", "nop", "never hart 0: a9 = 1", "neither a register nor a CSR"},
		{"two harts", "nop", "nop", "never test data + 6 holds word 1", "crosses a multiple of 8"},
		{"two harts", "nop", "nop", "never hart 0: a0 = 1 and a1 = 1 and a2 = 1 and a3 = 1 and a4 = 1 and a5 = 1 and a6 = 1 and a7 = 1 and t0 = 1", "more than 8"},
		{"two harts", "csrw mscratch, a0", "nop", "never hart 0: a0 = 1", "leave mscratch to the runtime"},
	} {
		_, err := twoHarts(t, smp(t, "quick"), tc.given, tc.zero, tc.one, "Then "+tc.then)
		if !errors.Is(err, ErrStep) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s / %s: got %v, want %q", tc.given, tc.then, err, tc.want)
		}
	}
	_, err := scenario(t, testContext(t), "", `When the hart executes "nop"`, "Then never hart 0: a0 = 1")
	if err == nil || !strings.Contains(err.Error(), "speak of two harts") {
		t.Errorf("never of one hart: %v", err)
	}
}
