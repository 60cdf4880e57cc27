package gb18030

import (
	"os"
	"slices"
	"testing"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/prove/seeded"
	"touchstone/specs"
)

// The suite fails every converter that is wrong by one of its rules, and passes those that are unusual.
func TestSuite(t *testing.T) {
	if testing.Short() {
		t.Skip("it runs the suite against all of them")
	}
	pack, err := specs.Load(os.DirFS("../../../specs/gb18030"), "gb18030")
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string]*runner.Plan{}
	for _, effort := range []string{"quick", "standard"} {
		if plans[effort], err = runner.Make(t.Context(), runner.Request{
			Pack: pack, Features: features.FS(), Environment: "library", Effort: effort, Seed: 1, ICS: specs.ICS{Profile: "GB18030-2022-L3"},
		}, image.Console); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range Subjects() {
		t.Run(s.ID, func(t *testing.T) {
			failed := failing(t, plans["quick"], s)
			caught := func() bool {
				return slices.ContainsFunc(failed, func(id string) bool { return slices.Contains(s.Rules, id) })
			}
			if !s.Legal && !caught() { // one code of thousands
				failed = failing(t, plans["standard"], s)
			}
			t.Log(failed)
			if s.Legal && len(failed) > 0 {
				t.Errorf("it is right (%s), and fails %v", s.What, failed)
			}
			if !s.Legal && !caught() {
				t.Errorf("%s: it fails %v, and none of %v", s.What, failed, s.Rules)
			}
		})
	}
}

// failing are the rules that a converter fails.
func failing(t *testing.T, plan *runner.Plan, s seeded.Subject) []string {
	t.Helper()
	x, err := s.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	outcomes := runner.NewOutcomes(plan)
	if err := plan.Execute(t.Context(), x, outcomes, runner.Options{Jobs: 2}); err != nil {
		t.Fatal(err)
	}
	judged, err := plan.Judge(outcomes, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	var failed []string
	for _, r := range judged.Verdicts.Rules {
		if r.Verdict != reports.Pass && r.Verdict != reports.Untested {
			failed = append(failed, r.ID)
		}
	}
	return failed
}
