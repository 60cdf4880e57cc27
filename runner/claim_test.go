package runner

import (
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/rv64"
)

// TestWithoutCompressed: an implementation that does not claim C has IALIGN = 32, and the rules
// about misaligned targets, which apply to nobody else, are the ones to watch.
func TestWithoutCompressed(t *testing.T) {
	r := request(t)
	r.ICS.Extensions = slices.DeleteFunc(slices.Clone(r.ICS.Extensions), func(e string) bool { return e == "C" })
	p := mustMake(t, r)
	if p.Claims("Zca") {
		t.Fatal("Zca is claimed without C")
	}
	_, j := run(t, p, rv64.Config{})
	for _, e := range j.Evidence {
		t.Errorf("%s: %s: %s (%s)\n%s", e.Case, e.Check, e.Why, strings.Join(e.Rules, " "), strings.Join(e.Code, "\n"))
	}
	watched := 0
	for i := range r.Pack.Rules {
		rule := &r.Pack.Rules[i]
		if rule.When != "not Zca" || rule.Untestable != "" || rule.Kind != "requirement" {
			continue
		}
		watched++
		if v := j.rule(t, rule.ID); v.Verdict != reports.Pass {
			t.Errorf("%s: %s (%s) %v", rule.ID, v.Verdict, v.Reason, v.Scenarios)
		}
	}
	if watched < 4 {
		t.Errorf("%d rules apply without Zca only; is the catalogue whole?", watched)
	}
	if v := j.extension(t, "C"); v.Verdict != reports.NotApplicable {
		t.Errorf("C is %s, want not applicable", v.Verdict)
	}
}

// TestClaims: whatever is claimed, a right implementation is not blamed, and what it does not claim
// is not run.
func TestClaims(t *testing.T) {
	if testing.Short() {
		t.Skip("runs every feature that applies, once for each claim")
	}
	for _, extensions := range [][]string{nil, {"C"}} {
		t.Run(strings.Join(append([]string{"I"}, extensions...), " "), func(t *testing.T) {
			r := request(t)
			r.ICS.Extensions = extensions
			p := mustMake(t, r)
			o, j := run(t, p, rv64.Config{Parameters: rv64.Parameters{NoCounters: true}})
			for _, e := range j.Evidence {
				t.Errorf("%s: %s: %s (%s)", e.Case, e.Check, e.Why, strings.Join(e.Rules, " "))
			}
			if len(o.Retries()) > 0 {
				t.Errorf("run again: %v", o.Retries())
			}
			for i := range p.Trials {
				if tr := &p.Trials[i]; len(tr.Cases) > 0 && !p.Claims(tr.Extension) {
					t.Errorf("%s of %s is run", tr.ID, tr.Extension)
				}
			}
		})
	}
}
