package render_test

import (
	"regexp"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
	"touchstone/reports/waiver"
)

// sheet has a waiver in each state, on a rule that fails.
func sheet() *waiver.Sheet {
	s := &waiver.Sheet{Day: "2026-11-23"}
	for _, state := range waiver.States() {
		w := act.Waiver{Pack: "riscv", Rule: "mulhsu_op", Implementation: "Example Core X1", Versions: []string{"r2p0"},
			Owner: "owner of " + string(state), Reason: "erratum 12", Expires: "2026-12-31"}
		x := waiver.Standing{State: state, Waiver: w, Source: string(state) + ".json",
			Signers: []attest.Signer{{KeyID: "sha256:1ab", Confirmed: state != waiver.Unconfirmed}}, Words: "words of " + string(state)}
		switch state {
		case waiver.Declared:
			x.Source = ""
		case waiver.Refused:
			x.Waiver, x.Signers = act.Waiver{}, nil
		}
		s.All = append(s.All, x)
	}
	return s
}

// Where the verdict is shown, the waivers are, in words, with who signed them and whether that is known.
func TestWaiversAreShown(t *testing.T) {
	missing := regexp.MustCompile(`⟦.*?⟧|%!`)
	for _, lang := range []string{"en", "zh"} {
		for _, f := range render.Formats() {
			text := draw(t, f, reportstest.Sample(), render.Options{Lang: lang, Waivers: sheet()})
			if hit := missing.FindString(text); hit != "" {
				t.Errorf("%s in %s: %s", f.Name, lang, hit)
			}
			if f.Name == "badge" {
				want := "open waivers: 3, not confirmed: 1"
				if lang == "zh" {
					want = "未到期的豁免 3 项，其中 1 项未经确认"
				}
				if !strings.Contains(text, want) {
					t.Errorf("the badge does not say %q:\n%s", want, text)
				}
				continue
			}
			for _, state := range waiver.States() {
				want := "owner of " + string(state)
				if state == waiver.Refused {
					want = "words of refused"
				}
				// Markdown escapes nothing of these words, nor do the others.
				if strings.Contains(text, want) != (state != waiver.Elsewhere) {
					t.Errorf("%s in %s: %q is there: %v", f.Name, lang, want, strings.Contains(text, want))
				}
			}
			unknown := map[string]string{"en": "sha256:1ab, not confirmed", "zh": "sha256:1ab，未经确认"}[lang]
			if f.Name == "junit" || f.Name == "messages" || f.Name == "text" { // for programs and terminals, in English
				unknown = "sha256:1ab, not confirmed"
			}
			if strings.Count(text, unknown) == 0 {
				t.Errorf("%s in %s does not say that a signer is unknown: %q", f.Name, lang, unknown)
			}
		}
	}
}

// A waiver changes no verdict: not the word, not a count of rules, not a test case.
func TestWaiversChangeNoVerdict(t *testing.T) {
	r := reportstest.Sample()
	for _, f := range render.Formats() {
		with := draw(t, f, r, render.Options{Waivers: sheet()})
		for _, fact := range map[string][]string{
			"html": {"Not conforming to RVI20U64"}, "markdown": {"Not conforming to RVI20U64"}, "text": {"NON-CONFORMING"},
			"badge": {"non-conforming, 2 rules fail"}, "junit": {`failures="3"`, `type="non-conforming"`}, "messages": {`"success":false`},
		}[f.Name] {
			if !strings.Contains(with, fact) {
				t.Errorf("%s does not say %s", f.Name, fact)
			}
		}
	}
}

// Words of a waiver stay words, in every format and every place: those of one that verifies, those of
// one that the report brings along, and those of an error.
func TestHostileWaivers(t *testing.T) {
	const evil = "</title></style><script>alert(1)</script>\x1b[2J`|*_<img src=x onerror=y>\"'&\n## boo\u202e"
	s := sheet()
	for i := range s.All {
		x := &s.All[i]
		if x.Waiver.Rule != "" {
			x.Waiver.Owner, x.Waiver.Reason, x.Waiver.Expires, x.Waiver.Versions, x.Waiver.Profile = evil, evil, evil, []string{evil}, evil
			x.Signers[0].KeyID = evil
		}
		x.Source, x.Words = evil, evil
		if x.State == waiver.Unused {
			x.Waiver.Rule = evil
		}
	}
	s.Day = evil
	for _, f := range render.Formats() {
		text := draw(t, f, reportstest.Sample(), render.Options{Waivers: s})
		switch f.Name {
		case "junit", "badge":
			wellFormed(t, []byte(text))
			if strings.Contains(text, "<script") || strings.Contains(text, "<img") {
				t.Errorf("%s lets markup through", f.Name)
			}
		case "html":
			if strings.Contains(text, "<script") || strings.Contains(text, "<img") || strings.Contains(text, "</title></style>") {
				t.Error("html lets markup through")
			}
		case "markdown":
			outside := regexp.MustCompile("(?s)(`{3,})text\n.*?\n(`{3,})\n|`[^`\n]*`").ReplaceAllString(text, "")
			if strings.Contains(outside, "<script") || strings.Contains(outside, "<img") || strings.Contains(outside, "\n## boo") {
				t.Errorf("markdown lets markup through:\n%s", outside)
			}
		case "text":
			if strings.ContainsAny(text, "\x1b\u202e") || strings.Contains(text, "\n## boo") {
				t.Error("text lets a control character through")
			}
		}
	}
}

// Thousands of waivers with all that may stand in them do not make a summary that GitHub does not show.
func TestManyWaivers(t *testing.T) {
	s := &waiver.Sheet{Day: "2026-11-23"}
	for range waiver.MaxWaivers {
		s.All = append(s.All, waiver.Standing{State: waiver.Open, Source: "w.json", Waiver: act.Waiver{Rule: "mulhsu_op", Owner: "o", Expires: "2026-12-31",
			Reason: strings.Repeat("x", act.MaxWords)}})
	}
	for name, most := range map[string]int{"markdown": 900 << 10, "html": 12 << 20, "junit": 1 << 20, "text": 1 << 20, "badge": 4 << 10} {
		f, err := render.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		if text := draw(t, f, reportstest.Sample(), render.Options{Waivers: s}); len(text) > most {
			t.Errorf("%s has %d bytes", name, len(text))
		}
	}
}

// Without a sheet, what the report brings along stands as it did on the day of its run.
func TestOwnWaivers(t *testing.T) {
	r := reportstest.Sample()
	text := func() string { return draw(t, formatOf(t, "text"), r, render.Options{}) }
	if have := text(); !strings.Contains(have, "open waivers: 1\n") || !strings.Contains(have, "as they stand on 2026-05-04") {
		t.Errorf("%s", have)
	}
	r.Verdicts.Waivers[0].Expires = "2026-05-03"
	if have := text(); !strings.Contains(have, "open waivers: 0\n") || !strings.Contains(have, "expired") {
		t.Errorf("%s", have)
	}
	r.Run = reports.Run{} // a report that does not say when: nothing has expired
	if have := text(); !strings.Contains(have, "open waivers: 1\n") {
		t.Errorf("%s", have)
	}
}

func formatOf(t *testing.T, name string) render.Format {
	t.Helper()
	f, err := render.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
