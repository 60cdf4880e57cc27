package web_test

import (
	"net/http"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/server/registry/registrytest"
	"touchstone/specs"
)

// Which reading an implementation follows stands on its page, and where two differ, on that which compares them;
// in the reader's language.
func TestClasses(t *testing.T) {
	f := newFixture(t, 12)
	submit := func(i int, cases map[string]int) string {
		r := registrytest.Report(i)
		c := reports.ClassVerdict{Interpretation: "duplicates", Title: &specs.Words{En: "What becomes of two <of one> name", Zh: "同名两项如何处理"},
			Reading: reports.ClassOf(cases), Cases: cases, Names: map[string]specs.Words{}}
		for name := range cases {
			c.Names[name] = specs.Words{En: "the " + name + " counts", Zh: name + " 为准"}
		}
		r.Verdicts.Classes = []reports.ClassVerdict{c, {Interpretation: "unnamed", Reading: "bare", Cases: map[string]int{"bare": 2}}}
		seal(t, r)
		return f.MustSubmit(t, registrytest.Sign(t, r, f.Vendor)).Report.Digest
	}
	digits := func(digest string) string { return strings.TrimPrefix(digest, "sha256:") }
	last, both := submit(20, map[string]int{"last": 3}), submit(21, map[string]int{"first": 1, "last": 2})
	for target, wants := range map[string][]string{
		"/reports/" + digits(last):                                {"What becomes of two &lt;of one&gt; name", "the last counts: 3", "unnamed", "bare: 2"},
		"/reports/" + digits(both):                                {"not the same in all cases", "the first counts: 1"},
		"/reports/" + digits(last) + "?lang=zh":                   {"同名两项如何处理", "last 为准：3"},
		"/diff/" + digits(last) + "/" + digits(both):              {"What becomes of two &lt;of one&gt; name", "<td>the last counts</td><td>not the same in all cases</td>"},
		"/diff/" + digits(f.Digests[0]) + "/" + digits(last):      {`<td><span class="soft">not there</span></td><td>the last counts</td>`},
		"/diff/" + digits(last) + "/" + digits(f.Digests[0]):      {`<td>bare</td><td><span class="soft">not there</span></td>`},
		"/diff/" + digits(last) + "/" + digits(both) + "?lang=zh": {"<td>last 为准</td><td>各用例不一</td>"},
	} {
		w := f.get(target)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", target, w.Code)
		}
		for _, want := range wants {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s has no %q", target, want)
			}
		}
	}
	if w := f.get("/reports/" + digits(f.Digests[0])); strings.Contains(w.Body.String(), "Readings that it follows") {
		t.Error("a report without classes has a table of them")
	}
}
