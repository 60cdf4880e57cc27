package render_test

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
	"touchstone/specs"
)

// Both catalogues say the same things, with the same number of blanks, and a page in either has
// no message without words.
func TestCatalogues(t *testing.T) {
	read := func(lang string) map[string]string {
		text, err := os.ReadFile(filepath.Join("catalogue", lang+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]string
		if err := json.Unmarshal(text, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	en, zh := read("en"), read("zh")
	blanks := regexp.MustCompile(`%[ds]`)
	for key, words := range en {
		other, ok := zh[key]
		if !ok {
			t.Errorf("zh has no %s", key)
			continue
		}
		if a, b := blanks.FindAllString(words, -1), blanks.FindAllString(other, -1); strings.Join(a, "") != strings.Join(b, "") {
			t.Errorf("%s: blanks %v and %v", key, a, b)
		}
	}
	for key := range zh {
		if _, ok := en[key]; !ok {
			t.Errorf("en has no %s", key)
		}
	}
	missing := regexp.MustCompile(`⟦.*?⟧|%!`)
	for _, r := range every() {
		for _, lang := range []string{"en", "zh"} {
			for _, f := range render.Formats() {
				if hit := missing.FindString(draw(t, f, r, render.Options{Lang: lang, Signature: signature})); hit != "" {
					t.Errorf("%s in %s: %s", f.Name, lang, hit)
				}
			}
		}
	}
}

// every is reports of all conclusions, for all reasons.
func every() []*reports.Report {
	all := []*reports.Report{reportstest.Sample(), reportstest.Conforming(), reportstest.Small()}
	for _, change := range []func(*reports.Verdicts){
		func(v *reports.Verdicts) { v.Select = "@ext:M" },
		func(v *reports.Verdicts) { v.Scenarios, v.Rules, v.Sensitivity = nil, nil, nil },
		func(v *reports.Verdicts) { v.Extensions[0].Claimed = false },
		func(v *reports.Verdicts) { v.Extensions[1].Verdict, v.Extensions[1].Reason = reports.Fail, "absent" },
		func(v *reports.Verdicts) { v.Rules[0].Verdict = reports.Error },
		func(v *reports.Verdicts) { v.Rules[0].Verdict, v.Rules[0].Reason = reports.Untested, "footing: lost" },
		func(v *reports.Verdicts) { v.Rules[0].Verdict, v.Rules[0].Reason = reports.Inconclusive, "interrupted" },
		func(v *reports.Verdicts) { v.Scenarios[0].Verdict = reports.Fail },
	} {
		r := reportstest.Conforming()
		change(&r.Verdicts)
		if err := r.Seal(); err != nil {
			panic(err)
		}
		all = append(all, r)
	}
	return all
}

func draw(t *testing.T, f render.Format, r *reports.Report, o render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Render(&b, r, o); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.String()
}

// Words that come from an implementation, a pack or a waiver stay words in every format.
func TestHostileWords(t *testing.T) {
	const evil = "</title></style><script>alert(1)</script>\x1b[2J`|*_<img src=x onerror=y>\"'&\n## boo"
	r := reportstest.Sample()
	r.Implementation.Name, r.Implementation.Vendor, r.Implementation.Command = evil, evil, []string{evil}
	r.Suite.PackSource = evil
	v := &r.Verdicts
	v.Effort, v.Seed, v.Environments = evil, evil, []string{evil}
	v.Rules[13].ID, v.Rules[13].Summary, v.Rules[13].Source, v.Rules[13].Chapter = evil, evil, evil, evil
	v.Scenarios[0].Name, v.Scenarios[0].Feature, v.Scenarios[0].ID, v.Scenarios[0].Steps[0].Text = evil, evil, evil, evil
	v.Waivers[0].Owner, v.Waivers[0].Reason = evil, evil
	v.Extensions[0].Reason = evil
	for i := range r.Evidence {
		e := &r.Evidence[i]
		e.Rules, e.Why, e.Check, e.Case = []string{evil}, evil, evil, evil
		e.Code, e.Before, e.Allowed, e.Observed = []string{evil}, []string{evil}, []string{evil}, []string{evil}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Title, f.Select, f.Environments = specs.Words{En: evil, Zh: evil}, evil, []string{evil}
		f.Rules[0].ID, f.Rules[0].Source, f.Evidence = evil, evil, r.Evidence[0]
		if a := f.Analysis; a != nil {
			a.Text, a.Clause, a.Versions, a.Seen = specs.Words{En: evil, Zh: evil}, evil, evil, []string{evil}
		}
	}
	r.Unseen[0].Title.En, r.Unseen[0].Rules, r.Unseen[0].Seen = evil, []string{evil}, []string{evil}
	r.Run.Flaky[0] = reports.Flaky{Environment: evil, Case: evil, Runs: map[string]int{evil: 1}}
	r.Run.Retries = []string{evil}
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
	for _, f := range render.Formats() {
		text := draw(t, f, r, render.Options{Index: "javascript:alert(1)", Signature: signature})
		if strings.Contains(strings.ReplaceAll(text, "```", ""), "<script") && (f.Name == "html" || f.Name == "junit" || f.Name == "badge") {
			t.Errorf("%s lets a script through", f.Name)
		}
		switch f.Name {
		case "junit", "badge":
			wellFormed(t, []byte(text))
		case "html":
			if strings.Contains(text, `href="javascript:`) || strings.Contains(text, "<img") {
				t.Error("html lets a link or an image through")
			}
		case "markdown":
			outside := regexp.MustCompile("(?s)(`{3,})text\n.*?\n(`{3,})\n").ReplaceAllString(text, "")
			if strings.Contains(outside, "<script") || strings.Contains(outside, "<img") || strings.Contains(outside, "\n## boo") {
				t.Errorf("markdown lets markup through:\n%s", outside)
			}
		case "text":
			if strings.Contains(text, "\x1b") {
				t.Error("text lets an escape sequence through")
			}
		}
	}
}

// The page needs nothing from outside and no script, and every link within it leads somewhere.
func TestPageIsSelfContained(t *testing.T) {
	for _, r := range append(every(), large(everyThird)) {
		text := draw(t, render.Formats()[0], r, render.Options{Signature: signature})
		for _, bad := range []string{"<script", "http://", "https://", "url(", "@import", "<link", "<img", "<iframe"} {
			if strings.Contains(text, bad) {
				t.Errorf("the page has %q", bad)
			}
		}
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(text, -1) {
			if ids[m[1]] {
				t.Errorf("id %s twice", m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]+)"`).FindAllStringSubmatch(text, -1) {
			if !ids[m[1]] {
				t.Errorf("nothing has the id %s", m[1])
			}
		}
	}
}

func TestByName(t *testing.T) {
	if _, err := render.ByName("pdf"); err == nil || !strings.Contains(err.Error(), "markdown") {
		t.Errorf("%v, want the list of formats", err)
	}
	if err := render.HTML(io.Discard, reportstest.Small(), render.Options{Lang: "../en"}); err == nil {
		t.Error("a language that is none")
	}
}

// What became of a report stands above its verdict, escaped.
func TestNotices(t *testing.T) {
	text := draw(t, render.Formats()[0], reportstest.Small(), render.Options{Notices: []render.Notice{
		{Title: "Revoked.", Words: "<b>wrong core</b>", Link: render.Link{Name: "Why", URL: "/log"}},
	}})
	notice := strings.Index(text, `<strong>Revoked.</strong> &lt;b&gt;wrong core&lt;/b&gt; <a href="/log">Why</a>`)
	if verdict := strings.Index(text, `class="banner `); notice < 0 || notice > verdict {
		t.Errorf("the notice is at %d, the verdict at %d", notice, verdict)
	}
}
