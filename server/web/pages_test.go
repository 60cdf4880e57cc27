package web_test

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every page is there, in both languages, with every message in words.
func TestPages(t *testing.T) {
	f := lived(t)
	missing := regexp.MustCompile(`⟦.*?⟧|%!|&lt;no value&gt;|ZgotmplZ`)
	for name, target := range f.pages() {
		for _, lang := range []string{"en", "zh"} {
			w := f.get(with(target, "lang="+lang))
			if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
				t.Errorf("%s in %s: %d %s\n%.800s", name, lang, w.Code, w.Header().Get("Content-Type"), w.Body)
				continue
			}
			text := w.Body.String()
			if hit := missing.FindString(text); hit != "" {
				t.Errorf("%s in %s: %s", name, lang, hit)
			}
			want := map[string]string{"en": `<html lang="en">`, "zh": `<html lang="zh-CN">`}[lang]
			if !strings.Contains(text, want) || !strings.HasSuffix(text, "</html>\n") {
				t.Errorf("%s in %s is not whole, or in another language", name, lang)
			}
		}
	}
	for target, code := range f.problems() {
		for _, lang := range []string{"en", "zh"} {
			w := f.get(with(target, "lang="+lang))
			if w.Code != code || missing.MatchString(w.Body.String()) || !strings.Contains(w.Body.String(), "<h1>") {
				t.Errorf("%s: %d, want %d\n%.300s", target, w.Code, code, w.Body)
			}
		}
	}
}

func with(target, parameter string) string {
	if strings.Contains(target, "?") {
		return target + "&" + parameter
	}
	return target + "?" + parameter
}

// Both catalogues say the same things, with the same blanks, and nothing that no page says.
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
	blanks := regexp.MustCompile(`%(\[\d\])?([ds])`)
	kinds := func(words string) []string {
		var out []string
		for _, m := range blanks.FindAllStringSubmatch(words, -1) {
			out = append(out, m[2])
		}
		slices.Sort(out)
		return out
	}
	en, zh := read("en"), read("zh")
	for key, words := range en {
		other, ok := zh[key]
		if !ok {
			t.Errorf("zh has no %s", key)
		} else if !slices.Equal(kinds(words), kinds(other)) {
			t.Errorf("%s: blanks differ: %q and %q", key, words, other)
		}
	}
	for key := range zh {
		if _, ok := en[key]; !ok {
			t.Errorf("en has no %s", key)
		}
	}
	var source strings.Builder
	for _, pattern := range []string{"*.go", "pages/*.tmpl"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(file, "_test.go") {
				source.Write(text)
			}
		}
	}
	for key := range en {
		if strings.Contains(source.String(), `"`+key+`"`) {
			continue
		}
		prefix := key
		for found := false; !found; {
			i := strings.LastIndexByte(prefix, '.')
			if i < 0 {
				t.Errorf("nothing says %s", key)
				break
			}
			prefix = prefix[:i]
			found = strings.Contains(source.String(), `"`+prefix+`"`) || strings.Contains(source.String(), `"`+prefix+`.`)
		}
	}
}
