package render_test

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

// large is a report of the size of one of RVA23U64: 15,600 scenarios in 1,560 tables of 208 features,
// 1,640 rules of 77 extensions, each rule named by thirty scenarios. fails says which scenarios fail.
func large(fails func(n int) bool) *reports.Report {
	r := reportstest.Sample()
	r.Evidence, r.Findings, r.Unseen = nil, nil, nil
	v := &r.Verdicts
	v.Rules, v.Scenarios, v.Extensions = nil, nil, nil
	for x := range 77 {
		v.Extensions = append(v.Extensions, reports.ExtensionVerdict{Name: fmt.Sprintf("Zx%d", x), Version: "1.0", Status: "mandatory", Claimed: true, Verdict: reports.Pass, Passed: 21, Total: 21})
	}
	for i := range 1640 {
		v.Rules = append(v.Rules, reports.RuleVerdict{
			ID: fmt.Sprintf("zx%d_rule_%d", i%77, i), Extension: fmt.Sprintf("Zx%d", i%77), Chapter: "zx", Kind: "requirement", Level: "must",
			Summary: "What it asks, in a sentence of about seventy characters, as most have it", Source: fmt.Sprintf("unpriv/zx.adoc:%d", i),
			Verdict: reports.Pass, Strength: reports.Tested, Passed: 90, Killed: []string{"mutant:zx.add:operand-swapped", "mutant:zx.sub:result-bit-63"},
		})
	}
	for n := range 15600 {
		feature, table, row := n/75, n/10, n%10
		s := reports.ScenarioVerdict{
			ID:      fmt.Sprintf("riscv/zx%d/feature_%d.feature:%d", feature%77, feature, 12*(table%100)+row+8),
			Feature: fmt.Sprintf("What Zx%d does in its part number %d", feature%77, feature),
			Name:    fmt.Sprintf("zx%d.add of 0x%x and %d, rounded by rne, gives %d", feature%77, n, row, n+row),
			Verdict: reports.Pass, Cases: 5, Passed: 9, Tags: []string{"@ext:Zx"},
			Steps: []reports.Step{{Text: "Given a0 = 1 and a1 = 2"}, {Text: `When the hart executes "add a2, a0, a1"`}, {Text: "Then a2 = 3 [zx_op]", Verdict: reports.Pass}, {Text: "And nothing else changes", Verdict: reports.Pass}},
		}
		rule := &v.Rules[n%len(v.Rules)]
		if fails != nil && fails(n) {
			s.Verdict, s.Failed, s.Steps[2].Verdict = reports.Fail, 3, reports.Fail
			rule.Verdict, rule.Failed = reports.Fail, rule.Failed+3
			r.Evidence = append(r.Evidence, reports.Evidence{
				Rules: []string{rule.ID}, Scenario: s.ID, Case: s.ID + "/0", Check: "a2 = 3", Code: []string{strings.Repeat("80001000  00b50633  add a2, a0, a1", 3)},
				Before: []string{"a0 = 0x1", "a1 = 0x2"}, Allowed: []string{"a2 = 0x3"}, Observed: []string{"a2 = 0x4"}, Why: "a2 differs",
			})
		}
		v.Scenarios = append(v.Scenarios, s)
		for k := range 3 {
			rule := &v.Rules[(n+k*7)%len(v.Rules)]
			rule.Scenarios = append(rule.Scenarios, s.ID)
		}
	}
	v.Counts = reports.Tally(*v)
	v.Conclusion, v.Reasons = reports.Conclude(*v)
	return r
}

func everyThird(n int) bool { return n%3 == 0 }

// A page is small enough to open at once, a summary to be shown by GitHub, and JUnit to be read by
// GitLab, also where nothing works.
func TestSizes(t *testing.T) {
	for name, x := range map[string]struct {
		report *reports.Report
		most   map[string]int
	}{
		"all passes":    {large(nil), map[string]int{"html": 2 << 20, "junit": 5 << 20, "markdown": 64 << 10}},
		"a third fails": {large(everyThird), map[string]int{"html": 5 << 20, "junit": 12 << 20, "markdown": 1<<20 - 1}},
		"hostile":       {hostile(), map[string]int{"markdown": 1<<20 - 1}},
	} {
		for format, most := range x.most {
			f, err := render.ByName(format)
			if err != nil {
				t.Fatal(err)
			}
			text := draw(t, f, x.report, render.Options{})
			if len(text) > most {
				t.Errorf("%s: %s has %d bytes, more than %d", name, format, len(text), most)
			}
			if format == "markdown" && strings.Count(text, "\n<details>") != strings.Count(text, "\n</details>") {
				t.Errorf("%s: markdown was cut in a block", name)
			}
		}
	}
}

// hostile has words of a size that nobody writes.
func hostile() *reports.Report {
	r := large(everyThird)
	long := strings.Repeat("`*<details>", 100_000)
	for i := range r.Evidence[:200] {
		r.Evidence[i].Why, r.Evidence[i].Observed = long, []string{long}
	}
	for i := range 100 {
		r.Verdicts.Rules[i].Summary = long
		r.Run.Retries = append(r.Run.Retries, long)
	}
	r.Verdicts.Waivers[0].Reason = long
	return r
}

// What passed is counted and what did not is listed, and both add up.
func TestIndexIsFolded(t *testing.T) {
	r := large(func(n int) bool { return n%1000 == 3 })
	text := draw(t, render.Formats()[0], r, render.Options{})
	_, text, _ = strings.Cut(text, `<section id="scenarios"`)
	text, _, _ = strings.Cut(text, "</section>")
	listed := strings.Count(text, "<details><summary>Steps")
	if listed != 16 {
		t.Errorf("%d scenarios are listed one by one, want the 16 that fail", listed)
	}
	passed, failed := 0, 0
	for _, m := range regexp.MustCompile(`<b class="v-(pass|fail)">. \w+</b> (\d+) · cases`).FindAllStringSubmatch(text, -1) {
		n := 0
		fmt.Sscan(m[2], &n)
		if m[1] == "pass" {
			passed += n
		} else {
			failed += n
		}
	}
	if passed != 15584 || failed != 16 {
		t.Errorf("%d passed and %d failed, want 15584 and 16", passed, failed)
	}
	if want := "zx0.add of … and … rounded by rne, gives …"; !strings.Contains(text, want) {
		t.Errorf("no outline is called %q", want)
	}
	if !strings.Contains(text, "riscv/zx0/feature_0.feature:11</code>") || strings.Contains(text, "feature_0.feature:12</code>") {
		t.Error("the failing scenario is not the one that is listed")
	}
}

func BenchmarkFormats(b *testing.B) {
	r := large(nil)
	for _, f := range render.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			for b.Loop() {
				if err := f.Render(io.Discard, r, render.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
