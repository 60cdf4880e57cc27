package prove

import (
	"context"
	"errors"
	"slices"
	"testing"

	"touchstone/runner/rv64"
)

// pick is a subject of a suite by name.
func pick(t testing.TB, s *Suite, id string) Subject {
	t.Helper()
	for _, x := range s.Subjects() {
		if x.ID == id {
			return x
		}
	}
	t.Fatalf("there is no subject %s", id)
	return Subject{}
}

// TestTry: a defect is caught by a check that names the rule it breaks, a variant passes, and what the
// features do not look at survives.
func TestTry(t *testing.T) {
	s := NewSuite(planned(t, addition))
	for _, tc := range []struct {
		id     string
		killed bool
		rule   string
	}{
		{"add/bit-0", true, "add_op"},
		{"add/illegal", true, "add_op"},
		{"add/clobber", true, "add_op"},
		{"add/alias-rs1", true, "add_op"},
		{"add/bit-63-at-minimum", true, "add_op"},
		{"sub/bit-0", false, ""}, // no scenario executes it
		{"m-rem-sign", false, ""},
		{"legal-mtval-zero", false, ""},
		{"legal-misaligned/trap", false, ""},
	} {
		r, err := s.Try(t.Context(), pick(t, s, tc.id))
		if err != nil {
			t.Errorf("%s: %v", tc.id, err)
			continue
		}
		if r.Killed != tc.killed || tc.killed != slices.Contains(r.Rules, "add_op") || tc.killed == (r.Scenario == "") {
			t.Errorf("%s: killed %t by %v in %q (%s), want %t by %s", tc.id, r.Killed, r.Rules, r.Scenario, r.Why, tc.killed, tc.rule)
		}
		if wantGood := tc.killed || r.Kind == Legal; r.Good() != wantGood {
			t.Errorf("%s: good is %t", tc.id, r.Good())
		}
	}
}

// TestBlamedVariant: a variant that the features do not bear with counts as wrong.
func TestBlamedVariant(t *testing.T) {
	s := NewSuite(planned(t, addition))
	x := Subject{ID: "v", Kind: Legal, Extension: "Sm", What: "adds wrongly", Seed: func(c *rv64.Config) {
		override(c, "add", codeUnderTest(s.plan.Map.CodeBase(), func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetX(i.Rd, 1) }
		}))
	}}
	r, err := s.Try(t.Context(), x)
	if err != nil || !r.Killed || r.Good() {
		t.Errorf("%+v, %v", r, err)
	}
	if bad := Survivors([]Result{r}); len(bad) != 1 {
		t.Error("a blamed variant is not among what came out wrong")
	}
}

// TestTryAll: results are in the order of the subjects, each is told once, and it can be stopped.
func TestTryAll(t *testing.T) {
	s := NewSuite(planned(t, addition))
	var some []Subject
	for _, id := range []string{"add/skip", "add/bit-0", "legal-misa-zero", "sub/skip"} {
		some = append(some, pick(t, s, id))
	}
	told := 0
	results, err := s.TryAll(t.Context(), some, func(done int, _ Result) {
		if told++; done != told {
			t.Errorf("told of %d after %d", done, told)
		}
	})
	if err != nil || len(results) != len(some) || told != len(some) {
		t.Fatalf("%d results, %d told, %v", len(results), told, err)
	}
	for i := range some {
		if results[i].ID != some[i].ID {
			t.Errorf("result %d is of %s, want %s", i, results[i].ID, some[i].ID)
		}
	}
	if bad := Survivors(results); len(bad) != 1 || bad[0].ID != "sub/skip" {
		t.Errorf("came out wrong: %v, want sub/skip", bad)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.TryAll(ctx, some, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestVariantsPass: a share of the legal variants, against every feature at quick effort.
func TestVariantsPass(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every feature several times")
	}
	s := NewSuite(planned(t, ""))
	for _, id := range []string{"legal-mtval-zero", "legal-sc-spurious/third"} {
		r, err := s.Try(t.Context(), pick(t, s, id))
		if err != nil || r.Killed {
			t.Errorf("%s is blamed in %s: %s: %s (%v)", id, r.Scenario, r.Check, r.Why, err)
		}
	}
}
