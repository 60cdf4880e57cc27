package reports_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/reports/reportstest"
)

func TestMerge(t *testing.T) {
	const (
		pass, fail, fault, unsure = reports.Pass, reports.Fail, reports.Error, reports.Inconclusive
		untested, na              = reports.Untested, reports.NotApplicable
	)
	for _, c := range []struct {
		in   []reports.Verdict
		want reports.Verdict
	}{
		{nil, untested},
		{[]reports.Verdict{pass}, pass},
		{[]reports.Verdict{pass, untested}, untested},
		{[]reports.Verdict{untested, unsure}, unsure},
		{[]reports.Verdict{unsure, fault}, fault},
		{[]reports.Verdict{fail, fault}, fail},
		{[]reports.Verdict{na}, na},
		{[]reports.Verdict{na, pass}, pass},
		{[]reports.Verdict{pass, na}, pass},
		{[]reports.Verdict{na, untested}, untested},
		{[]reports.Verdict{pass, "perhaps"}, fault},
		{[]reports.Verdict{""}, fault},
	} {
		if have := reports.Merge(c.in...); have != c.want {
			t.Errorf("Merge(%q) = %s, want %s", c.in, have, c.want)
		}
	}
}

// find gives a rule of the report.
func find(r *reports.Report, id string) *reports.RuleVerdict {
	for i := range r.Verdicts.Rules {
		if r.Verdicts.Rules[i].ID == id {
			return &r.Verdicts.Rules[i]
		}
	}
	panic("no rule " + id)
}

func scenarioOf(r *reports.Report, rule string) *reports.ScenarioVerdict {
	id := find(r, rule).Scenarios[0]
	for i := range r.Verdicts.Scenarios {
		if r.Verdicts.Scenarios[i].ID == id {
			return &r.Verdicts.Scenarios[i]
		}
	}
	panic("no scenario " + id)
}

func extension(r *reports.Report, name string) *reports.ExtensionVerdict {
	for i := range r.Verdicts.Extensions {
		if r.Verdicts.Extensions[i].Name == name {
			return &r.Verdicts.Extensions[i]
		}
	}
	panic("no extension " + name)
}

func TestConclude(t *testing.T) {
	not := func(rule string, v reports.Verdict, reason string) func(*reports.Report) {
		return func(r *reports.Report) { find(r, rule).Verdict, find(r, rule).Reason = v, reason }
	}
	for name, c := range map[string]struct {
		change func(*reports.Report)
		want   reports.Conclusion
		says   string
	}{
		"nothing against it": {func(*reports.Report) {}, reports.Conforming, "26 of 29 testable rules passed and none failed, 23 of them tested"},
		"a rule failed":      {not("mul_op", reports.Fail, ""), reports.NonConforming, "1 of 29 testable rules failed: mul_op"},
		"a rule in error":    {not("mul_op", reports.Error, "lost"), reports.Unresolved, "a fault of the harness: mul_op"},
		"a flaky rule":       {not("mul_op", reports.Inconclusive, "flaky"), reports.Unresolved, "inconclusive: mul_op"},
		"failed and flaky": {func(r *reports.Report) {
			not("mul_op", reports.Fail, "")(r)
			not("div_op", reports.Inconclusive, "")(r)
		}, reports.NonConforming, "failed: mul_op"},
		"an unclaimed option failed": {func(r *reports.Report) { find(r, "fadd_d").Verdict = reports.Fail }, reports.Conforming, "29"},
		"a permission failed":        {func(r *reports.Report) { find(r, "hint_encodings").Verdict = reports.Fail }, reports.Conforming, ""},
		"a part was selected":        {func(r *reports.Report) { r.Verdicts.Select = "@ext:M" }, reports.Unresolved, "only a part of the suite was selected: @ext:M"},
		"nothing ran": {func(r *reports.Report) {
			for i := range r.Verdicts.Scenarios {
				r.Verdicts.Scenarios[i].Passed, r.Verdicts.Scenarios[i].Failed = 0, 0
			}
		}, reports.Unresolved, "no scenario was executed"},
		"no scenarios at all": {func(r *reports.Report) { r.Verdicts.Scenarios, r.Verdicts.Rules = nil, nil }, reports.Unresolved, "no scenario was executed"},
		"a rule without a scenario": {func(r *reports.Report) {
			not("mul_op", reports.Untested, "no scenario")(r)
			find(r, "mul_op").Scenarios = nil
		}, reports.Conforming, "25 of 29"},
		"only another environment runs it": {func(r *reports.Report) {
			not("mul_op", reports.Untested, "environment: needs linux")(r)
			s := scenarioOf(r, "mul_op")
			s.Verdict, s.Reason = reports.Untested, "environment: needs linux"
		}, reports.Conforming, "25 of 29"},
		"left for a greater effort": {func(r *reports.Report) {
			not("mul_op", reports.Untested, "effort: exhaustive")(r)
			s := scenarioOf(r, "mul_op")
			s.Verdict, s.Reason = reports.Untested, "effort: exhaustive"
		}, reports.Unresolved, "could have judged them here and did not: mul_op"},
		"untested for a reason nobody knows": {func(r *reports.Report) {
			not("mul_op", reports.Untested, "so it is")(r)
			s := scenarioOf(r, "mul_op")
			s.Verdict, s.Reason = reports.Untested, "so it is"
		}, reports.Unresolved, "could have judged"},
		"the base is not claimed": {func(r *reports.Report) { extension(r, "I").Claimed = false }, reports.NonConforming, "I is mandatory, and the implementation does not claim it"},
		"probed absent": {func(r *reports.Report) {
			extension(r, "M").Verdict, extension(r, "M").Reason = reports.Fail, "claimed, and mul is an illegal instruction"
		}, reports.NonConforming, "M: claimed, and mul is an illegal instruction"},
		"a mandatory extension without a pass": {func(r *reports.Report) {
			r.Verdicts.Extensions = append(r.Verdicts.Extensions, reports.ExtensionVerdict{Name: "Zkt", Status: "mandatory", Claimed: true, Verdict: reports.Untested})
		}, reports.Unresolved, "no rule has passed of what is mandatory: Zkt"},
		"a mandatory extension that is untestable": {func(r *reports.Report) {
			r.Verdicts.Extensions = append(r.Verdicts.Extensions, reports.ExtensionVerdict{Name: "Zkt", Status: "mandatory", Claimed: true, Verdict: reports.Untested})
			r.Verdicts.Rules = append(r.Verdicts.Rules, reports.RuleVerdict{ID: "zkt", Extension: "Zkt", Kind: "requirement", Verdict: reports.Untested, Reason: "untestable: timing"})
		}, reports.Conforming, "26 of 29"},
		"a scenario failed that speaks for no rule": {func(r *reports.Report) {
			r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, reports.ScenarioVerdict{ID: "stray", Verdict: reports.Fail, Failed: 1})
		}, reports.Unresolved, "while no rule says so: stray"},
	} {
		t.Run(name, func(t *testing.T) {
			r := reportstest.Conforming()
			c.change(r)
			have, reasons := reports.Conclude(r.Verdicts)
			if have != c.want || !strings.Contains(strings.Join(reasons, "\n"), c.says) {
				t.Errorf("%s %q, want %s that says %q", have, reasons, c.want, c.says)
			}
			if len(reasons) == 0 {
				t.Error("no reason is given")
			}
		})
	}
}

func TestTally(t *testing.T) {
	have := reportstest.Sample().Verdicts.Counts
	want := reports.Counts{Rules: 34, Requirements: 33, Testable: 29, Tested: 20, Touched: 3, Passed: 21, Failed: 2, Errors: 1,
		Inconclusive: 1, Untested: 3, NotApplicable: 1, Scenarios: 30, ScenariosRun: 27,
		Untestable: map[string]int{"other-XLEN": 1, "timing": 1, "permission": 1, "not-observable": 1, "platform": 1},
		Cases:      have.Cases, Vectors: have.Vectors, Checks: have.Checks, Instructions: have.Instructions}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
	if sum := have.Passed + have.Failed + have.Errors + have.Inconclusive + have.Untested + have.NotApplicable; sum != have.Testable {
		t.Errorf("the states add up to %d, and %d rules are testable", sum, have.Testable)
	}
}

func TestDiff(t *testing.T) {
	a, b := reportstest.Sample(), reportstest.Conforming()
	if d := reports.Diff(a, reportstest.Sample()); !d.Same() || len(d.Warnings) > 0 {
		t.Errorf("a report and itself: %+v", d)
	}
	b.Verdicts.Rules = b.Verdicts.Rules[1:]
	find(b, "mul_op").Verdict = reports.Fail
	b.Suite.Spec = reports.Digest(nil)
	d := reports.Diff(a, b)
	byName := map[string]reports.Change{}
	for _, c := range d.Rules {
		byName[c.Name] = c
	}
	for name, want := range map[string]struct {
		from, to reports.Verdict
		worse    bool
	}{
		"mulhsu_op":     {reports.Fail, reports.Pass, false},
		"mul_op":        {reports.Pass, reports.Fail, true},
		"rv64i_xreg_sz": {reports.Pass, "", true},
	} {
		c, ok := byName[name]
		if !ok || c.From != want.from || c.To != want.to || c.Worse() != want.worse {
			t.Errorf("%s: %+v, want %+v", name, c, want)
		}
	}
	if d.Same() || len(d.Scenarios) == 0 || len(d.Extensions) == 0 {
		t.Errorf("nothing found: %+v", d)
	}
	if all := strings.Join(d.Warnings, "\n"); !strings.Contains(all, "different specifications") || !strings.Contains(all, "different implementations") {
		t.Errorf("warnings: %s", all)
	}
}

func TestGate(t *testing.T) {
	today := time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC)
	bare := func() *reports.Report { // both failures, nothing else against it, no waivers
		r := reportstest.Conforming()
		r.Verdicts.Waivers = nil
		find(r, "mulhsu_op").Verdict = reports.Fail
		find(r, "div_by_zero").Verdict = reports.Fail
		return r
	}
	const both = "known:\n- mulhsu_op\n- {rule: div_by_zero, owner: core team, expires: 2026-05-04}\n"
	for name, c := range map[string]struct {
		baseline string
		change   func(*reports.Report)
		exit     int
		says     string
	}{
		"all known":            {both, nil, 0, ""},
		"one is new":           {"known: [mulhsu_op]", nil, 1, "div_by_zero"},
		"JSON":                 {`{"known":[{"rule":"mulhsu_op"},"div_by_zero"]}`, nil, 0, ""},
		"a known one passes":   {both, func(r *reports.Report) { find(r, "mulhsu_op").Verdict = reports.Pass }, 1, "mulhsu_op: passes now"},
		"expired yesterday":    {"known:\n- mulhsu_op\n- {rule: div_by_zero, expires: 2026-05-03}\n", nil, 1, "accepted until 2026-05-03 only"},
		"no such rule":         {both + "- mul_opp\n", nil, 1, "mul_opp: the report has no such rule"},
		"another profile":      {"profile: RVA23U64\n" + both, nil, 1, "the baseline is for RVA23U64"},
		"its own waiver":       {"known: [mulhsu_op]", func(r *reports.Report) { r.Verdicts.Waivers = reportstest.Sample().Verdicts.Waivers }, 1, "div_by_zero"},
		"unresolved":           {both, func(r *reports.Report) { find(r, "mul_op").Verdict = reports.Inconclusive }, 3, "mul_op: inconclusive"},
		"a known one in error": {both, func(r *reports.Report) { find(r, "mulhsu_op").Verdict = reports.Error }, 3, "mulhsu_op: error"},
		"nothing ran": {"known: []", func(r *reports.Report) {
			*r = *reportstest.Conforming()
			r.Verdicts.Waivers, r.Verdicts.Scenarios = nil, nil
		}, 3, "no scenario was executed"},
		"a known one was not run":  {both, func(r *reports.Report) { find(r, "mulhsu_op").Verdict = reports.Untested }, 0, "mulhsu_op: untested"},
		"the base is left out":     {both, func(r *reports.Report) { extension(r, "I").Claimed = false }, 1, "I is mandatory"},
		"a part was selected":      {both, func(r *reports.Report) { r.Verdicts.Select = "@ext:M" }, 0, ""},
		"an unclaimed one is free": {both, func(r *reports.Report) { find(r, "fadd_d").Verdict = reports.Fail }, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := reports.ParseBaseline([]byte(c.baseline))
			if err != nil {
				t.Fatal(err)
			}
			r := bare()
			if c.change != nil {
				c.change(r)
			}
			g := b.Gate(r, today)
			all := strings.Join(append(append(append(append([]string{}, g.New...), g.Stale...), g.Unresolved...), g.Untested...), "\n")
			if g.ExitCode() != c.exit || !strings.Contains(all, c.says) {
				t.Errorf("exit %d, want %d; says %q, want %q", g.ExitCode(), c.exit, all, c.says)
			}
		})
	}
}

func TestParseBaselineRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "only a comment": "# later\n", "a list": "- mul_op\n", "an unknown key": "known: []\nunknown: 1\n",
		"an unknown key of an entry": "known: [{rule: a, until: 2026-01-01}]", "a bad date": "known: [{rule: a, expires: soon}]",
		"an impossible date": "known: [{rule: a, expires: 2026-02-30}]",
		"no rule":            "known: [{owner: me}]", "a number": "known: [7]", "twice": "known: [a, {rule: a}]", "not YAML": "known: [",
	} {
		if _, err := reports.ParseBaseline([]byte(text)); err == nil || !strings.HasPrefix(err.Error(), "baseline") {
			t.Errorf("%s: %v, want ErrBaseline", name, err)
		}
	}
}

func FuzzParseBaseline(f *testing.F) {
	f.Add([]byte("profile: RVI20U64\nknown:\n- a\n- {rule: b, expires: 2026-01-01}\n"))
	f.Add([]byte(`{"known":[]}`))
	f.Add([]byte("&a [*a]"))
	r := reportstest.Small()
	f.Fuzz(func(t *testing.T, text []byte) {
		if b, err := reports.ParseBaseline(text); err == nil {
			b.Gate(r, time.Unix(0, 0))
		}
	})
}
