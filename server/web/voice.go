package web

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/server/store"
	"touchstone/specs"
)

//go:embed catalogue/*.json
var catalogues embed.FS

//go:embed pages/*.tmpl
var templates embed.FS

// voice speaks a language. Where the reader has named it in the address, the links name it too.
type voice struct {
	*render.Catalogue
	named    bool
	template *template.Template
}

type voiceKey struct {
	lang  string
	named bool
}

func (s *Site) loadVoices() (map[voiceKey]*voice, error) {
	words, err := fs.Sub(catalogues, "catalogue")
	if err != nil {
		return nil, err
	}
	out := map[voiceKey]*voice{}
	for _, l := range render.Languages() {
		c, err := render.NewCatalogue(l.Lang, words)
		if err != nil {
			return nil, err
		}
		for _, named := range []bool{false, true} {
			v := &voice{Catalogue: c, named: named}
			if v.template, err = template.New("").Funcs(s.functions(v)).ParseFS(templates, "pages/*.tmpl"); err != nil {
				return nil, err
			}
			out[voiceKey{l.Lang, named}] = v
		}
	}
	return out, nil
}

// voice chooses the language of an answer.
func (s *Site) voice(c *gin.Context) *voice {
	if v := s.voices[voiceKey{c.Query("lang"), true}]; v != nil {
		return v
	}
	return s.voices[voiceKey{preferred(c.GetHeader("Accept-Language")), false}]
}

// preferred is the language that an Accept-Language likes best of those that there are, English if none.
func preferred(header string) string {
	const most = 512 // bytes that are looked at
	best, weight := "en", 0.0
	for one := range strings.SplitSeq(header[:min(len(header), most)], ",") {
		tag, q, weighed := strings.Cut(one, ";")
		w := 1.0
		if weighed {
			var err error
			if w, err = strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(q), "q="), 64); err != nil || w > 1 {
				continue
			}
		}
		primary, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
		for _, l := range render.Languages() {
			if l.Lang == primary && w > weight {
				best, weight = l.Lang, w
			}
		}
	}
	return best
}

// to is an address on this site: a path that is escaped already, and parameters by name and value, of which
// the empty ones are left out.
func (v *voice) to(path string, params ...any) string {
	q := url.Values{}
	for i := 0; i+1 < len(params); i += 2 {
		if value := fmt.Sprint(params[i+1]); value != "" {
			q.Set(fmt.Sprint(params[i]), value)
		}
	}
	return v.with(path, q)
}

func (v *voice) with(path string, q url.Values) string {
	if bare, more, ok := strings.Cut(path, "?"); ok {
		path = bare
		if before, err := url.ParseQuery(more); err == nil {
			for name := range before {
				q.Set(name, before.Get(name))
			}
		}
	}
	if v.named {
		q.Set("lang", v.Lang())
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// copied is an address for somebody else's page: it names the language where that is not the usual one.
func (v *voice) copied(path string) string {
	if v.Lang() == "en" {
		return path
	}
	return (&voice{Catalogue: v.Catalogue, named: true}).to(path)
}

// functions are what templates call.
func (s *Site) functions(v *voice) template.FuncMap {
	return template.FuncMap{
		"t":                  v.Say,
		"has":                v.Has,
		"reason":             v.Reason,
		"mark":               func(x any) string { return render.Mark(fmt.Sprint(x)) },
		"swatch":             render.Swatch,
		"say":                func(prefix string, x any) string { return v.Say(prefix + "." + fmt.Sprint(x)) },
		"to":                 v.to,
		"report":             func(digest string, more ...string) string { return v.to(reportPath(digest) + strings.Join(more, "")) },
		"implementation":     func(vendor, name string) string { return v.to(implementationPath(vendor, name)) },
		"rule":               func(pack, rule string) string { return v.to(rulePath(pack, rule)) },
		"diff":               func(a, b string) string { return v.to("/diff/" + digits(a) + "/" + digits(b)) },
		"challenge":          func(id string) string { return v.to("/challenges/" + url.PathEscape(id)) },
		"reportpath":         reportPath,
		"implementationpath": implementationPath,
		"copied":             func(path string) string { return s.o.URL + v.copied(path) },
		"latest": func(name, vendor, pack, profile string) string {
			return "/badge/latest.svg?" + url.Values{"name": {name}, "vendor": {vendor}, "pack": {pack}, "profile": {profile}}.Encode()
		},
		"rulepath": rulePath,
		"rulesof":  func(pack, extension string) string { return v.to(rulePath(pack, ""), "extension", extension) },
		"file":     func(digest, name string) string { return v.to(reportPath(digest) + "/" + url.PathEscape(name)) },
		"words":    func(w specs.Words) string { return w.In(v.Lang()) },
		"part":     func(pack string) string { return v.Say("part." + s.partKind(pack)) },
		"parts":    func(pack string) string { return v.Say("parts." + s.partKind(pack)) },
		"digits":   digits,
		"brief":    brief,
		"date":     func(t time.Time) string { return written(t, "2006-01-02") },
		"lastday":  func(t time.Time) string { return written(t.Add(-time.Nanosecond), "2006-01-02") },
		"moment":   func(t time.Time) string { return written(t, "2006-01-02 15:04 UTC") },
		"machine":  func(t time.Time) string { return written(t, time.RFC3339) },
		"bytes":    size,
		"join":     func(s []string) string { return strings.Join(s, v.Say("comma")) },
		"lang":     v.Lang,
		"htmllang": func() string { return v.Say("html-lang") },
		"foreign":  func() bool { return v.Lang() != "en" },
		"site":     func() string { return s.o.URL },
		"registry": func() string { return s.o.Name },
		"asset":    func(name string) string { return s.assets.path(name) },
		"runs":     func() bool { return s.o.Runs != nil },
		"bar":      func(n store.Counts) render.Chart { return v.Chart(counts(n)) },
		"i64":      func(n int64) string { return v.Say("figure", int(n)) },
		"run":      func(id string, more ...string) string { return v.to(runPath(id) + strings.Join(more, "")) },
		"list":     func(x ...any) []any { return x },
	}
}

// partKind says what the parts of a pack's standard are called: an instruction set has extensions.
func (s *Site) partKind(pack string) string {
	if p := s.pack(pack); p != nil && !p.Exchanges() {
		return "extension"
	}
	return "part"
}

// counts are those of a list as a report has them.
func counts(n store.Counts) reports.Counts {
	return reports.Counts{Requirements: n.Requirements, Testable: n.Testable, Tested: n.Tested, Touched: n.Touched, Passed: n.Passed, Failed: n.Failed,
		Errors: n.Errors, Inconclusive: n.Inconclusive, Untested: n.Untested, NotApplicable: n.NotApplicable}
}

func written(t time.Time, layout string) string {
	if t.IsZero() {
		return "–"
	}
	return t.UTC().Format(layout)
}

// digits are those of a digest.
func digits(digest string) string { return strings.TrimPrefix(digest, "sha256:") }

// brief is as much of a digest as a person compares.
func brief(digest string) string {
	d := digits(digest)
	return d[:min(len(d), 12)]
}

func reportPath(digest string) string { return "/reports/" + url.PathEscape(digits(digest)) }

// implementationPath names an implementation in the path where that can be told apart after proxies
// and browsers have looked at it, and else in parameters.
func implementationPath(vendor, name string) string {
	plain := func(s string) bool {
		return s != "" && s != "." && s != ".." && s != "-" && !strings.ContainsAny(s, "/\\")
	}
	switch {
	case plain(name) && vendor == "":
		return "/implementations/-/" + url.PathEscape(name)
	case plain(name) && plain(vendor):
		return "/implementations/" + url.PathEscape(vendor) + "/" + url.PathEscape(name)
	}
	return "/implementations?" + url.Values{"vendor": {vendor}, "name": {name}}.Encode()
}

func rulePath(pack, rule string) string {
	path := "/rules/" + url.PathEscape(pack)
	if rule != "" {
		path += "/" + url.PathEscape(rule)
	}
	return path
}

// size is a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MiB", n>>20)
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(n)/(1<<20))
	case n >= 10<<10:
		return fmt.Sprintf("%d KiB", n>>10)
	case n >= 1<<10:
		return fmt.Sprintf("%.1f KiB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%d B", n)
}
