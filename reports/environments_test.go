package reports_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

func TestAcross(t *testing.T) {
	const (
		p, f, e, i, u, n = reports.Pass, reports.Fail, reports.Error, reports.Inconclusive, reports.Untested, reports.NotApplicable
	)
	tests := []struct {
		in   []reports.Verdict
		want reports.Verdict
	}{
		{nil, u}, {[]reports.Verdict{n}, n}, {[]reports.Verdict{n, u}, u}, {[]reports.Verdict{u, p}, p}, {[]reports.Verdict{p, n}, p},
		{[]reports.Verdict{p, i}, i}, {[]reports.Verdict{e, i, p}, e}, {[]reports.Verdict{p, f, e}, f}, {[]reports.Verdict{p, "sure"}, e},
	}
	for _, tt := range tests {
		if got := reports.Across(tt.in...); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.in, got, tt.want)
		}
	}
}

// several is a sample in two environments, which showed the same.
func several(t *testing.T) *reports.Report {
	t.Helper()
	r := reportstest.Small()
	for _, name := range []string{"machine", "linux"} {
		r.Suite.Environments = append(r.Suite.Environments, reports.In{
			Name: name, Environment: name, Implementation: r.Implementation, Plan: r.Suite.Plan, Outcomes: reports.Digest(nil),
		})
	}
	r.Suite.Outcomes = ""
	r.Verdicts.Environments = []string{"machine", "linux"}
	for i := range r.Verdicts.Rules {
		x := &r.Verdicts.Rules[i]
		x.Environments = []reports.InVerdict{
			{Environment: "machine", Verdict: x.Verdict, Passed: x.Passed, Failed: x.Failed}, {Environment: "linux", Verdict: reports.Untested},
		}
	}
	for i := range r.Verdicts.Scenarios {
		x := &r.Verdicts.Scenarios[i]
		x.Root = ""
		x.Environments = []reports.InVerdict{{Environment: "machine", Verdict: x.Verdict, Passed: x.Passed, Failed: x.Failed}}
	}
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestSeveralEnvironmentsFollow: verdicts over several environments are proven like everything else.
func TestSeveralEnvironmentsFollow(t *testing.T) {
	r := several(t)
	if err := r.Consistent(); err != nil {
		t.Fatal(err)
	}
	text, err := reports.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := reports.Decode(text); err != nil || back.Consistent() != nil {
		t.Fatal(err)
	}
	if n, err := reports.CheckSidecarOf(r, r.Suite.Sidecars()[1], bytes.NewReader(nil)); n != 0 || err != nil {
		t.Errorf("an empty file of outcomes: %d, %v", n, err)
	}
	if _, err := reports.CheckSidecarOf(r, r.Suite.Sidecars()[0], strings.NewReader("{}\n")); !errors.Is(err, reports.ErrMalformed) {
		t.Errorf("another file of outcomes: %v", err)
	}
	for what, edit := range map[string]func(*reports.Report){
		"a failure that is hidden":         func(r *reports.Report) { fail(&r.Verdicts.Rules[0].Environments[1]) },
		"a pass that nobody showed":        func(r *reports.Report) { r.Verdicts.Rules[0].Environments = nil },
		"a count that is not the sum":      func(r *reports.Report) { r.Verdicts.Scenarios[0].Environments[0].Passed++ },
		"an environment that there is not": func(r *reports.Report) { r.Verdicts.Rules[0].Environments[0].Environment = "mars" },
		"other environments":               func(r *reports.Report) { r.Verdicts.Environments = []string{"machine"} },
		"a suite of one":                   func(r *reports.Report) { r.Suite.Environments = nil },
	} {
		r := several(t)
		edit(r)
		if err := r.Seal(); err != nil {
			t.Fatal(err)
		}
		if err := r.Consistent(); !errors.Is(err, reports.ErrMalformed) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

// TestSeveralEnvironmentsAreShown: pages say what each of them showed.
func TestSeveralEnvironmentsAreShown(t *testing.T) {
	r := several(t)
	var page strings.Builder
	if err := render.HTML(&page, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<code>linux</code> untested", "<code>machine</code> pass", "linux: "} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page has no %q", want)
		}
	}
}

func fail(v *reports.InVerdict) { v.Verdict, v.Failed = reports.Fail, 1 }
