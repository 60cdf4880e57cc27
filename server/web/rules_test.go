package web_test

import (
	"html"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"touchstone/server/registry/registrytest"
	"touchstone/specs"
)

// Wherever a standard can be read in several ways, the pages of the rules say so in both languages: what
// is asked, every reading, which are taken and why; and how to dispute that.
func TestReadings(t *testing.T) {
	f := newFixture(t, 0)
	pack, err := specs.Embedded("riscv", specs.Rules, specs.Interpretations)
	if err != nil {
		t.Fatal(err)
	}
	if len(pack.Interpretations) == 0 {
		t.Fatal("the pack has no interpretations")
	}
	for _, x := range pack.Interpretations {
		for _, rule := range x.Rules {
			for _, lang := range []string{"en", "zh"} {
				w := f.get("/rules/riscv/" + rule + "?lang=" + lang)
				text := html.UnescapeString(w.Body.String())
				if w.Code != http.StatusOK {
					t.Fatalf("%s: %d", rule, w.Code)
				}
				want := []string{x.Title.In(lang), x.Question.In(lang), x.Because.In(lang), x.Since}
				for _, r := range x.Readings {
					want = append(want, r.Says.In(lang), r.Class.In(lang))
					for _, h := range r.Holders {
						want = append(want, h.Who)
					}
				}
				want = append(append(want, x.Clauses...), x.Scenarios...)
				for _, words := range want {
					if !strings.Contains(text, words) {
						t.Errorf("%s in %s: %s is shown without %q", rule, lang, x.ID, words)
					}
				}
				_, link, _ := strings.Cut(text, `id="reading-`+x.ID+`"`)
				link, _, _ = strings.Cut(link, "</article>")
				if _, link, _ = strings.Cut(link, `href="/challenges/new?`); !strings.Contains(link, "rule="+rule) || !strings.Contains(link, x.ID) {
					t.Errorf("%s in %s: nothing leads to a challenge of %s", rule, lang, x.ID)
					continue
				}
				link, _, _ = strings.Cut(link, `"`)
				form := html.UnescapeString(f.get("/challenges/new?" + link).Body.String())
				if !strings.Contains(form, x.ID) || !strings.Contains(form, `value="`+rule+`"`) {
					t.Errorf("%s in %s: the form does not say what is disputed", rule, lang)
				}
			}
		}
	}
}

// A rule's page says what was ruled: on challenges of it, and on scenarios that tested it.
func TestRulingsOfARule(t *testing.T) {
	f := lived(t)
	ruling, err := f.Store.Ruling(t.Context(), f.ruling)
	if err != nil {
		t.Fatal(err)
	}
	rule := ""
	for _, s := range registrytest.Report(6).Verdicts.Scenarios {
		if s.ID == ruling.Withdraws[0] {
			rule = s.Rules[0]
		}
	}
	at := "/rulings?lang=en#" + strings.TrimPrefix(f.ruling, "sha256:")[:12]
	text := f.get("/rules/riscv/" + rule + "?lang=en").Body.String()
	if !strings.Contains(text, at) || !strings.Contains(text, "withdrawn: 1.") || !strings.Contains(text, "The clause leaves the order open") {
		t.Errorf("%s does not say what was ruled", rule)
	}
	if strings.Contains(f.get("/rules/riscv/addi_op?lang=en").Body.String(), at) {
		t.Error("a rule shows a ruling that is about another")
	}
}

// What a page says of the parts of a standard fits the standard: only an instruction set has extensions.
func TestPacksOfOtherKinds(t *testing.T) {
	f := &fixture{Registry: registrytest.New(t, registrytest.Options{Reports: 1})}
	parameter := regexp.MustCompile(`name="extension"|\?extension=`)
	codes := &specs.Pack{Name: "codes", Kind: specs.PackKind("exchange"), Title: "A coded character set", Version: "1",
		Rules: []specs.Rule{{ID: "two_bytes", Extension: "TwoByte", Kind: specs.Requirement, Summary: "Two bytes are one character"}}}
	f.packs = []*specs.Pack{codes}
	f.serve(t)
	for target, words := range map[string][2]string{
		"/rules/codes": {"Parts of the standard", "标准的各部分"}, "/rules/codes?q=two": {">Part<", ">部分<"},
		"/challenges/new": {"its id, as two_bytes", "例如 two_bytes"}, "/reports/" + strings.TrimPrefix(f.Digests[0], "sha256:"): {"Parts of the standard", "标准的各部分"},
	} {
		for i, lang := range []string{"en", "zh"} {
			text := f.get(with(target, "lang="+lang)).Body.String()
			if !strings.Contains(text, words[i]) {
				t.Errorf("%s in %s does not say %s", target, lang, words[i])
			}
			for _, foreign := range []string{"xtension", "扩展", "hart", "instruction", "指令", "vadd_op"} {
				if strings.Contains(target, "reports") { // the report in this registry is of an instruction set
					continue
				}
				if at := strings.Index(parameter.ReplaceAllString(text, ""), foreign); at >= 0 {
					t.Errorf("%s in %s says %s: …%.80s", target, lang, foreign, text[max(0, at-40):])
				}
			}
		}
	}
}
