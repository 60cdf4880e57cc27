package render_test

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"touchstone/reports/render"
)

// Who cannot see the page can find the way in it: headings that skip no level, tables with captions
// and scopes, pictures with words, one main part, and nothing told by colour alone.
func TestPageIsAccessible(t *testing.T) {
	for _, r := range every() {
		text := draw(t, render.Formats()[0], r, render.Options{Signature: signature})
		before := 0
		for _, m := range regexp.MustCompile(`<h([1-6])[ >]`).FindAllStringSubmatch(text, -1) {
			level, _ := strconv.Atoi(m[1])
			if level > before+1 {
				t.Errorf("a heading of level %d follows one of level %d", level, before)
			}
			before = level
		}
		if a, b := strings.Count(text, "<table>"), strings.Count(text, "<caption>"); a != b {
			t.Errorf("%d tables, %d captions", a, b)
		}
		for _, x := range []struct{ element, needs string }{
			{`<th[ >][^>]*>?`, `scope="`}, {`<svg [^>]*>`, `aria-(label="[^"]|hidden="true")`}, {`<section [^>]*>`, `aria-label`},
			{`<article [^>]*>`, `aria-labelledby`}, {`<nav [^>]*>`, `aria-label`}, {`<html [^>]*>`, `lang="`},
		} {
			needs := regexp.MustCompile(x.needs)
			for _, element := range regexp.MustCompile(x.element).FindAllString(text, -1) {
				if !needs.MatchString(element) {
					t.Errorf("%s lacks %s", element, x.needs)
				}
			}
		}
		if strings.Count(text, "<main ") != 1 || strings.Count(text, "<h1>") != 1 {
			t.Error("there is not one main part with one title")
		}
		for _, m := range regexp.MustCompile(`<b class="v-[a-z-]+">([^<]*)</b>`).FindAllStringSubmatch(text, -1) {
			if mark, word, ok := strings.Cut(m[1], " "); !ok || mark == "" || word == "" {
				t.Errorf("%q is a verdict by colour", m[1])
			}
		}
		if strings.Contains(text, ` style="`) {
			t.Error("the page has a style of its own in an element: a content security policy forbids it")
		}
	}
}

// Every colour of words can be told from every ground that it stands on: WCAG 2.2, 1.4.3, ratio 4.5.
func TestContrast(t *testing.T) {
	palettes := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(render.Style(), -1)
	if len(palettes) != 3 {
		t.Fatalf("%d palettes, want light, dark and paper", len(palettes))
	}
	for i, p := range palettes {
		colour := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]+)`).FindAllStringSubmatch(p[1], -1) {
			colour[m[1]] = m[2]
		}
		grounds := map[string][]string{
			"ink": {"paper", "raised", "pass-bg", "fail-bg", "open-bg"}, "soft": {"paper", "raised", "pass-bg", "fail-bg", "open-bg"},
			"link": {"paper", "raised", "pass-bg", "fail-bg", "open-bg"}, "pass": {"paper", "raised", "pass-bg"}, "fail": {"paper", "raised", "fail-bg"},
			"error": {"paper"}, "inconclusive": {"paper", "open-bg"}, "untested": {"paper"}, "na": {"paper"},
		}
		for word, all := range grounds {
			for _, ground := range all {
				if ratio := contrast(t, colour[word], colour[ground]); ratio < 4.5 {
					t.Errorf("palette %d: %s on %s has a contrast of %.2f", i, word, ground, ratio)
				}
			}
		}
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	digits := strings.TrimPrefix(colour, "#")
	if len(digits) == 3 {
		digits = digits[:1] + digits[:1] + digits[1:2] + digits[1:2] + digits[2:] + digits[2:]
	}
	n, err := strconv.ParseUint(digits, 16, 24)
	if err != nil || len(digits) != 6 {
		t.Fatalf("colour %q", colour)
	}
	linear := func(c uint64) float64 {
		x := float64(c&0xff) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n>>16) + 0.7152*linear(n>>8) + 0.0722*linear(n)
}
