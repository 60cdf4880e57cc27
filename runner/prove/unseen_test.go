package prove

import (
	"strings"
	"testing"
	"testing/fstest"

	"touchstone/features"
	"touchstone/runner"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// inProcess is the plan of one feature in the linux environment.
func inProcess(t testing.TB, feature string) *runner.Plan {
	t.Helper()
	pack, err := embeddedPack()
	if err != nil {
		t.Fatal(err)
	}
	r := runner.Request{Pack: pack, Features: features.Of(pack.Name), ICS: *pack.DefaultICS, Environment: trial.Linux, Effort: "quick", Seed: 1}
	if feature != "" {
		r.Features = fstest.MapFS{"riscv/t.feature": {Data: []byte(feature)}}
	}
	p, err := runner.Make(t.Context(), r, embedded.ProtocolIn(trial.Linux))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestTryInProcess: what a process shows is caught there, what only a machine shows is said to be so, and
// what neither catches survives.
func TestTryInProcess(t *testing.T) {
	const both = addition + `
  @rule:sub_op @env:machine
  Scenario: sub
    When the hart executes "sub" over its edge values
    Then every outcome is one the specification allows
`
	s := NewSuite(inProcess(t, both))
	s.Beside(NewSuite(planned(t, both)))
	for _, tc := range []struct {
		id             string
		killed, unseen bool
	}{
		{"add/bit-0", true, false},
		{"add/clobber", true, false},
		{"add/illegal", true, false},
		{"sub/bit-0", false, true},
		{"xor/bit-0", false, false},
		{"legal-mtval-zero", false, false},
		{"legal-misaligned/trap", false, false},
	} {
		r, err := s.Try(t.Context(), pick(t, s, tc.id))
		if err != nil {
			t.Errorf("%s: %v", tc.id, err)
			continue
		}
		if r.Killed != tc.killed || (r.Unseen != "") != tc.unseen {
			t.Errorf("%s: killed %t in %q, unseen %q", tc.id, r.Killed, r.Scenario, r.Unseen)
		}
		if want := tc.killed || tc.unseen || r.Kind == Legal; r.Good() != want {
			t.Errorf("%s: good is %t", tc.id, r.Good())
		}
	}
}

// TestUnseenCountsForNothing: neither as caught nor as missed, and it stays in the record with the reason.
func TestUnseenCountsForNothing(t *testing.T) {
	results := []Result{
		{ID: "a", Kind: Generated, Extension: "I", Killed: true, Rules: []string{"add_op"}},
		{ID: "b", Kind: Generated, Extension: "I", Unseen: "is seen only in scenarios that need a machine"},
	}
	text, err := recorded(nil, "sha256:1", entry("P", trial.Linux), []string{"I"}, idsOf(results), results)
	if err != nil || !strings.Contains(string(text), `"P/linux"`) || !strings.Contains(string(text), "need a machine") {
		t.Fatalf("%s (%v)", text, err)
	}
	r, err := readRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	m := r.of(entry("P", trial.Linux), nil)
	if k := m.Sensitivity().Mutants; k.Total != 1 || k.Killed != 1 {
		t.Errorf("%+v", k)
	}
	if len(Survivors(m.Results)) != 0 {
		t.Error("it survives")
	}
}

// TestUnshownAreSubjects: what is said not to be shown exists.
func TestUnshownAreSubjects(t *testing.T) {
	subjects := NewSuite(planned(t, addition)).Subjects()
	for _, u := range unshown {
		for _, pattern := range u.ids {
			found := false
			for _, x := range subjects {
				found = found || matches(pattern, x.ID)
			}
			if !found {
				t.Errorf("%s: there is no subject %s", u.why, pattern)
			}
		}
	}
}

// TestSubjectsSeedAProcess: a process can be made of every subject's configuration.
func TestSubjectsSeedAProcess(t *testing.T) {
	p := inProcess(t, addition)
	for _, x := range NewSuite(p).Subjects() {
		config := rv64.Config{Table: p.Table}
		x.Seed(&config)
		if _, err := embedded.NewProcess(config); err != nil {
			t.Errorf("%s: %v", x.ID, err)
		}
	}
}
