package runner

import (
	"slices"
	"strings"
	"testing"

	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
)

// TestReduce: a sweep finds that mulhu loses the carry of large operands; the reduced scenario has
// the one value that matters, and run as it stands it finds the same fault.
func TestReduce(t *testing.T) {
	const sweep = `@ext:M
Feature: Products
  Scenario: mulhu
    When the hart executes "mulhu" over its edge values
    Then every outcome is one the specification allows
`
	wrong := map[string]func(rv64.Exec) rv64.Exec{"mulhu": func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			a := h.X(i.Rs1)
			right(h, i)
			if a>>63 != 0 {
				h.SetX(i.Rd, h.X(i.Rd)^1)
			}
		}
	}}
	judge := func(feature string) (*Plan, *Judged, *embedded.Embedded) {
		t.Helper()
		p := mustMake(t, request(t, "a", feature))
		x, err := embedded.New(rv64.Config{Table: p.Table, Overrides: wrong})
		if err != nil {
			t.Fatal(err)
		}
		outcomes := NewOutcomes(p)
		if err := p.Execute(t.Context(), x, outcomes, Options{}); err != nil {
			t.Fatal(err)
		}
		j, err := p.Judge(outcomes, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return p, j, x
	}
	p, j, x := judge(sweep)
	if len(j.Evidence) == 0 {
		t.Fatal("the sweep found nothing")
	}
	if err := p.Reduce(t.Context(), x, j); err != nil {
		t.Fatal(err)
	}
	lines := j.Evidence[0].Reproduce
	given := slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !strings.Contains(l, "= ") })
	if len(given) != 1 || !strings.HasSuffix(given[0], "= 0xffffffffffffffff") {
		t.Errorf("%s", strings.Join(lines, "\n"))
	}
	_, again, _ := judge("@ext:M\nFeature: Reduced\n  " + strings.Join(lines, "\n  ") + "\n")
	if len(again.Evidence) == 0 || !slices.Equal(again.Evidence[0].Rules, j.Evidence[0].Rules) {
		t.Errorf("the reduced scenario does not fail:\n%s", strings.Join(lines, "\n"))
	}
}
