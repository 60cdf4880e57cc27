package web_test

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"touchstone/reports/act"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

func reviewed() registry.Policy { return registry.Policy{Review: true} }

func (f *fixture) send(fields url.Values, headers ...string) *httptest.ResponseRecorder {
	return f.do(http.MethodPost, "/challenges?lang=en", strings.NewReader(fields.Encode()),
		append([]string{"Content-Type", "application/x-www-form-urlencoded"}, headers...)...)
}

func filledIn(change ...string) url.Values {
	v := url.Values{"target": {"rule"}, "pack": {"riscv"}, "rule": {"mulhsu_op"}, "title": {"Read wrongly"}, "text": {"Line one.\r\nLine two."}, "by": {"A reader"}}
	for i := 0; i+1 < len(change); i += 2 {
		v.Set(change[i], change[i+1])
	}
	return v
}

// A challenge by the form waits for a reviewer; whoever sent it is led to its address.
func TestRaiseByForm(t *testing.T) {
	f := newFixture(t, 0)
	d := strings.TrimPrefix(f.Digests[0], "sha256:")
	for name, fields := range map[string]url.Values{
		"a rule": filledIn(), "a verdict by its page's address": filledIn("target", "verdict", "report", siteURL+"/reports/"+d+"?lang=zh"),
		"a verdict by a prefix": filledIn("target", "verdict", "report", d[:14]), "a scenario": filledIn("target", "scenario", "scenario", "riscv/m/x.feature:3"),
	} {
		w := f.send(fields)
		id, ok := strings.CutPrefix(w.Header().Get("Location"), "/challenges/")
		if id, _, _ = strings.Cut(id, "?"); w.Code != http.StatusSeeOther || !ok {
			t.Errorf("%s: %d %s\n%s", name, w.Code, w.Header().Get("Location"), w.Body)
			continue
		}
		c, err := f.Reader().Challenge(t.Context(), id)
		if err != nil || c.State != store.Raised || c.Text != "Line one.\nLine two." || c.By != "A reader" || (c.Report != "") != (fields.Get("target") == "verdict") {
			t.Errorf("%s: %v %+v", name, err, c)
		}
		if page := f.get(w.Header().Get("Location")); page.Code != http.StatusOK || !strings.Contains(page.Body.String(), "waits for a reviewer") {
			t.Errorf("%s: its page is %d", name, page.Code)
		}
	}
}

// What is wrong is said at the field, what was written stays, and nothing is kept.
func TestFormIsChecked(t *testing.T) {
	f := newFixture(t, 0)
	for name, x := range map[string]struct {
		fields url.Values
		wrong  string
	}{
		"no target":            {filledIn("target", "all"), "target"},
		"no pack":              {filledIn("pack", " "), "pack"},
		"no title":             {filledIn("title", ""), "title"},
		"no text":              {filledIn("text", "\n\n"), "text"},
		"no rule":              {filledIn("rule", ""), "rule"},
		"no scenario":          {filledIn("target", "scenario"), "scenario"},
		"no report":            {filledIn("target", "verdict"), "report"},
		"not a report":         {filledIn("target", "verdict", "report", strings.Repeat("0", 64)), "report"},
		"a path for a report":  {filledIn("target", "verdict", "report", "../../etc/passwd"), "report"},
		"a long title":         {filledIn("title", strings.Repeat("界", 100)), "title"},
		"a long text":          {filledIn("text", strings.Repeat("x", act.MaxWords+1)), "text"},
		"a title of two lines": {filledIn("title", "a\nb"), "title"},
		"control characters":   {filledIn("text", "a\x1b[2J"), "text"},
		"another direction":    {filledIn("by", "a\u202eb"), "by"},
		"not UTF-8":            {filledIn("rule", "a\xff"), "rule"},
	} {
		w := f.send(x.fields)
		root, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for n := range root.Descendants() {
			found = found || attribute(n, "id") == "e-"+x.wrong && text(n) != ""
		}
		if w.Code != http.StatusUnprocessableEntity || !found {
			t.Errorf("%s: %d, and nothing is said at %s", name, w.Code, x.wrong)
		}
		for _, fault := range faults(root) {
			t.Errorf("%s: %s", name, fault)
		}
		for n := range root.Descendants() {
			if attribute(n, "id") == "f-by" && !strings.Contains(x.fields.Get("by"), "\u202e") && attribute(n, "value") != "A reader" {
				t.Errorf("%s: what was written is gone: %q", name, attribute(n, "value"))
			}
		}
	}
	list, err := f.Reader().Challenges(t.Context(), store.ChallengeFilter{States: store.ChallengeStates()}, store.Page{})
	if err != nil || len(list.Items) != 0 {
		t.Errorf("%v; %d challenges were kept", err, len(list.Items))
	}
}

// onePack knows a pack without rules and scenarios.
type onePack struct{}

func (onePack) HasRule(pack, _ string) (has, known bool, err error) {
	return false, pack == "riscv", nil
}

func (onePack) HasScenario(pack, _ string) (has, known bool, err error) {
	return false, pack == "riscv", nil
}

// A rule or a scenario that its pack does not have is named at its field; one of a pack that nobody knows here is taken.
func TestFormKnowsPacks(t *testing.T) {
	f := &fixture{Registry: registrytest.New(t, registrytest.Options{Reports: 1, Change: func(o *registry.Options) { o.Packs = onePack{} }})}
	f.serve(t)
	for name, x := range map[string]struct {
		fields url.Values
		wrong  string // its field
		words  string
	}{
		"a rule":          {filledIn("rule", "nosuchrule"), "rule", "✗ The pack riscv has no rule nosuchrule."},
		"a scenario":      {filledIn("scenario", "none.feature:3"), "scenario", "✗ The pack riscv has no scenario none.feature:3."},
		"of another pack": {filledIn("rule", "nosuchrule", "pack", "other"), "", ""},
		"of reports here": {filledIn(), "", ""},
	} {
		w := f.send(x.fields)
		if x.wrong == "" {
			if w.Code != http.StatusSeeOther {
				t.Errorf("%s: %d", name, w.Code)
			}
			continue
		}
		root, err := html.Parse(w.Body)
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for n := range root.Descendants() {
			if attribute(n, "id") == "e-"+x.wrong {
				said = strings.TrimSpace(text(n))
			}
		}
		if w.Code != http.StatusUnprocessableEntity || said != x.words {
			t.Errorf("%s: %d, %q", name, w.Code, said)
		}
	}
}

// Other sites cannot send it, and neither forms of other kinds nor of any size are read.
func TestFormIsGuarded(t *testing.T) {
	f := newFixture(t, 0)
	for name, x := range map[string]struct {
		w    *httptest.ResponseRecorder
		code int
	}{
		"another site":        {f.send(filledIn(), "Sec-Fetch-Site", "cross-site"), http.StatusForbidden},
		"a sibling":           {f.send(filledIn(), "Sec-Fetch-Site", "same-site"), http.StatusForbidden},
		"another origin":      {f.send(filledIn(), "Origin", "https://evil.example"), http.StatusForbidden},
		"this site":           {f.send(filledIn(), "Sec-Fetch-Site", "same-origin"), http.StatusSeeOther},
		"JSON":                {f.do("POST", "/challenges", strings.NewReader("{}"), "Content-Type", "application/json"), http.StatusUnsupportedMediaType},
		"no type":             {f.do("POST", "/challenges", strings.NewReader("a=b")), http.StatusUnsupportedMediaType},
		"too large":           {f.send(filledIn("text", strings.Repeat("x", 200_000))), http.StatusRequestEntityTooLarge},
		"not a form":          {f.do("POST", "/challenges", strings.NewReader("%zz"), "Content-Type", "application/x-www-form-urlencoded"), http.StatusBadRequest},
		"fields in the query": {f.do("POST", "/challenges?"+filledIn().Encode(), strings.NewReader(""), "Content-Type", "application/x-www-form-urlencoded"), http.StatusUnprocessableEntity},
	} {
		if x.w.Code != x.code {
			t.Errorf("%s: %d, want %d", name, x.w.Code, x.code)
		}
	}
}
