package reports_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/reports/reportstest"
)

func TestOtherOutcomes(t *testing.T) {
	roots := func(all ...string) *reports.Report {
		r := new(reports.Report)
		for i, root := range all {
			r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, reports.ScenarioVerdict{ID: string(rune('a' + i)), Root: root})
		}
		return r
	}
	in := func(r *reports.Report, each ...string) *reports.Report {
		s := &r.Verdicts.Scenarios[0]
		for _, e := range each {
			name, root, _ := strings.Cut(e, "=")
			s.Environments = append(s.Environments, reports.InVerdict{Environment: name, Root: root})
		}
		return r
	}
	for name, c := range map[string]struct {
		a, b   *reports.Report
		differ []string
		both   int
	}{
		"alike":                  {roots("1", "2"), roots("1", "2"), nil, 2},
		"one":                    {roots("1", "2"), roots("1", "3"), []string{"b"}, 2},
		"without a root":         {roots("1", "", "3"), roots("1", "2", ""), nil, 1},
		"one has more":           {roots("1"), roots("1", "2"), nil, 1},
		"environments":           {in(roots(""), "x=1", "y=2"), in(roots(""), "x=1", "y=2"), nil, 1},
		"in one of them":         {in(roots(""), "x=1", "y=2"), in(roots(""), "x=1", "y=3"), []string{"a"}, 1},
		"not run in one of them": {in(roots(""), "x=1", "y=2"), in(roots(""), "x=1"), nil, 1},
	} {
		differ, both := reports.OtherOutcomes(c.a, c.b)
		if !slices.Equal(differ, c.differ) || both != c.both {
			t.Errorf("%s: %v of %d, want %v of %d", name, differ, both, c.differ, c.both)
		}
	}
}

// What Diff does not see, because another environment outweighs it.
func TestDiffIn(t *testing.T) {
	of := func(small reports.Verdict) *reports.Report {
		r := reportstest.Small()
		rule := &r.Verdicts.Rules[0]
		rule.Environments = []reports.InVerdict{{Environment: "big", Verdict: rule.Verdict}, {Environment: "small", Verdict: small}}
		return r
	}
	a, b := of(reports.Pass), of(reports.Untested)
	if !reports.Diff(a, b).Same() {
		t.Fatal("Diff sees it")
	}
	rules, scenarios := reports.DiffIn(a, b)
	want := []reports.Change{{Name: a.Verdicts.Rules[0].ID + " in small", From: reports.Pass, To: reports.Untested}}
	if d := cmp.Diff(want, rules); d != "" || len(scenarios) != 0 {
		t.Error(d, scenarios)
	}
	if rules, _ := reports.DiffIn(a, a); len(rules) != 0 {
		t.Error(rules)
	}
}

func TestPlain(t *testing.T) {
	const hostile = "a\x1b[31m\u202eb\nc\td\u0085é"
	if have := reports.Plain(hostile, ""); have != "a[31mbcdé" {
		t.Errorf("%q", have)
	}
	if have := reports.Plain(hostile, "\n\t"); have != "a[31mb\nc\tdé" {
		t.Errorf("%q", have)
	}
}
