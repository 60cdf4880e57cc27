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
			Pack: pack, Features: features.Of(pack.Name), Environment: "library", Effort: effort, Seed: 1, ICS: specs.ICS{Profile: "GB18030-2022-L3"},
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
		if !slices.Contains([]reports.Verdict{reports.Pass, reports.Untested, reports.NotApplicable}, r.Verdict) {
			failed = append(failed, r.ID)
		}
	}
	return failed
}

// At level 1 nobody needs more four-byte codes than those of its ideographs.
func TestLevel1(t *testing.T) {
	pack, err := specs.Load(os.DirFS("../../../specs/gb18030"), "gb18030")
	if err != nil {
		t.Fatal(err)
	}
	plan, err := runner.Make(t.Context(), runner.Request{
		Pack: pack, Features: features.Of(pack.Name), Environment: "library", Effort: "quick", Seed: 1, ICS: specs.ICS{Profile: "GB18030-2022-L1"},
	}, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	needed := func(r rune) bool { return 0x3400 <= r && r <= 0x4DB5 || 0x9FA6 <= r && r <= 0x9FEF }
	s := subject{id: "level-1", what: "it has no four-byte codes but those of level 1", change: func(c *codec) {
		c.next = func(b []byte) (rune, int) {
			r, size := c.first(b)
			if size == 4 && !needed(r) {
				return 0, 0
			}
			return r, size
		}
		c.put = func(r rune) string {
			code := c.find(r)
			if len(code) == 4 && !needed(r) {
				return ""
			}
			return code
		}
	}}
	if failed := failing(t, plan, s.seeded()); len(failed) > 0 {
		t.Errorf("it does what level 1 asks for, and is said to fail %v", failed)
	}
}
