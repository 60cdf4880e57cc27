package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/web"
)

// Every answer forbids what the pages do not need.
func TestHeaders(t *testing.T) {
	f := lived(t)
	targets := f.pages()
	for target := range f.problems() {
		targets["problem "+target] = target
	}
	d := strings.TrimPrefix(f.published, "sha256:")
	for _, file := range []string{"report.html", "report.json", "report.dsse.json", "report.tlog-proof", "junit.xml", "summary.md", "messages.ndjson"} {
		targets[file] = "/reports/" + d + "/" + file
	}
	for name, target := range targets {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			h := f.do(method, target, nil).Header()
			policy := h.Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none'; style-src '") || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "frame-ancestors 'none'") ||
				!strings.Contains(policy, "base-uri 'none'") || h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" {
				t.Errorf("%s %s: %v", method, name, h)
			}
			if h.Get("Set-Cookie") != "" {
				t.Errorf("%s: a cookie", name)
			}
		}
	}
}

// A page is compressed for who takes that, told as unchanged to who has it, and its head is that of the whole.
func TestForms(t *testing.T) {
	f := newFixture(t, 0)
	plain := f.get("/?lang=en")
	packed := f.get("/?lang=en", "Accept-Encoding", "br, gzip;q=0.5")
	r, err := gzip.NewReader(packed.Body)
	if err != nil || packed.Header().Get("Content-Encoding") != "gzip" || plain.Header().Get("Content-Encoding") != "" {
		t.Fatalf("%v; %v; %v", err, packed.Header(), plain.Header())
	}
	unpacked, err := io.ReadAll(r)
	if err != nil || string(unpacked) != plain.Body.String() {
		t.Errorf("%d bytes unpacked, %d plain: %v", len(unpacked), plain.Body.Len(), err)
	}
	for _, refuses := range []string{"gzip;q=0", "br", "identity"} {
		if f.get("/?lang=en", "Accept-Encoding", refuses).Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: compressed", refuses)
		}
	}
	etag := plain.Header().Get("ETag")
	for header, want := range map[string]int{etag: 304, strings.TrimPrefix(etag, "W/"): 304, `"x", ` + etag: 304, "*": 304, `"x"`: 200} {
		if w := f.get("/?lang=en", "If-None-Match", header); w.Code != want || want == 304 && w.Body.Len() > 0 {
			t.Errorf("If-None-Match %s: %d with %d bytes, want %d", header, w.Code, w.Body.Len(), want)
		}
	}
	head := f.do(http.MethodHead, "/?lang=en", nil)
	if head.Body.Len() > 0 || head.Header().Get("Content-Length") != plain.Header().Get("Content-Length") {
		t.Errorf("HEAD: %d bytes, %v", head.Body.Len(), head.Header())
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
		if w := f.do(method, "/", nil); w.Code != http.StatusMethodNotAllowed {
			t.Errorf("%s /: %d", method, w.Code)
		}
	}
}

// The language is that of the address, else the one that the browser likes best; only the first stays in links.
func TestLanguages(t *testing.T) {
	f := newFixture(t, 0)
	for _, x := range []struct {
		target, accept, lang string
		named                bool
	}{
		{"/", "", "en", false}, {"/", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", false}, {"/", "de, en;q=0.5, zh;q=0.4", "en", false}, {"/", "fr", "en", false},
		{"/", "zh;q=0, en", "en", false}, {"/", "zh;q=x", "en", false}, {"/", "ZH-hant", "zh-CN", false}, {"/", strings.Repeat("a,", 5000) + "zh", "en", false},
		{"/?lang=zh", "en", "zh-CN", true}, {"/?lang=en", "zh", "en", true}, {"/?lang=tlh", "zh", "zh-CN", false}, {"/?lang=", "", "en", false},
	} {
		w := f.get(x.target, "Accept-Language", x.accept)
		text := w.Body.String()
		named := strings.Contains(text, `href="/reports?lang=`)
		if !strings.Contains(text, `<html lang="`+x.lang+`">`) || named != x.named || w.Header().Get("Content-Language") != x.lang {
			t.Errorf("%s with %.30q: not in %s, or named in links: %v", x.target, x.accept, x.lang, named)
		}
		if !strings.Contains(w.Header().Get("Vary"), "Accept-Language") {
			t.Errorf("%s: caches mix the languages up", x.target)
		}
	}
}

// What is written is seen at once, though pages are kept.
func TestPagesAreNotStale(t *testing.T) {
	f := newFixture(t, 0)
	d := strings.TrimPrefix(f.Digests[0], "sha256:")
	page, drill := "/reports/"+d+"?lang=en", "/reports/"+d+"/report.html?lang=en"
	for _, target := range []string{page, drill, "/?lang=en", "/reports?lang=en"} {
		if strings.Contains(f.get(target).Body.String(), "was revoked.") {
			t.Errorf("%s says revoked before", target)
		}
	}
	f.MustDo(t, act.Revocation{What: act.ThingReport, ID: f.Digests[0], Reason: "It was another core."}, f.Vendor)
	for _, target := range []string{page, drill} {
		if text := f.get(target).Body.String(); !strings.Contains(text, "This report was revoked.") || !strings.Contains(text, "It was another core.") {
			t.Errorf("%s does not say that the report is revoked", target)
		}
	}
	if strings.Contains(f.get("/?lang=en").Body.String(), d) {
		t.Error("a revoked report stays in the matrix")
	}
}

// What no reviewer has let in is not there, whoever asks for it and how.
func TestWhatIsNotPublic(t *testing.T) {
	f := &fixture{Registry: registrytest.New(t, registrytest.Options{Policy: reviewed()}), runs: newRuns()}
	f.serve(t)
	x := f.MustSubmit(t, f.Envelope(t, 1)).Report
	if x.State != store.InReview {
		t.Fatalf("the report is %s", x.State)
	}
	d := strings.TrimPrefix(x.Digest, "sha256:")
	for _, target := range []string{"/reports/" + d, "/reports/" + d[:12], "/reports/" + d + "/report.html", "/reports/" + d + "/report.dsse.json",
		"/reports/" + d + "/report.json", "/reports/" + d + "/report.tlog-proof", "/diff/" + d + "/" + d, "/implementations/Acme/" + url.PathEscape(x.Implementation.Name)} {
		if w := f.get(target); w.Code != http.StatusNotFound || strings.Contains(w.Body.String(), x.Implementation.Name) && !strings.Contains(target, "implementations") {
			t.Errorf("%s: %d", target, w.Code)
		}
	}
	for _, target := range []string{"/", "/reports", "/implementations", "/log"} {
		if strings.Contains(f.get(target).Body.String(), d[:12]) {
			t.Errorf("%s shows a report in review", target)
		}
	}
	secret := act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mulhsu_op", Title: "Hidden title", Text: "Hidden text", By: "Hidden name"}
	c, err := f.Raise(t.Context(), secret, "form")
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"/challenges", "/challenges?state=raised", "/challenges/" + c.ID, "/rules/riscv/mulhsu_op"} {
		if strings.Contains(f.get(target).Body.String(), "Hidden") {
			t.Errorf("%s shows a challenge that nobody has let in", target)
		}
	}
}

// A report's files are what they are called, and those that are signed verify.
func TestFiles(t *testing.T) {
	f := newFixture(t, 0)
	d := strings.TrimPrefix(f.Digests[0], "sha256:")
	for file, want := range map[string]string{
		"report.html": "text/html; charset=utf-8", "report.json": "application/json", "report.dsse.json": "application/vnd.dsse.envelope.v1+json",
		"report.tlog-proof": "text/plain; charset=utf-8", "junit.xml": "application/xml; charset=utf-8", "summary.md": "text/markdown; charset=utf-8",
		"messages.ndjson": "application/x-ndjson",
	} {
		w := f.get("/reports/" + d + "/" + file)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != want || w.Body.Len() < 200 {
			t.Errorf("%s: %d %s, %d bytes", file, w.Code, w.Header().Get("Content-Type"), w.Body.Len())
		}
		if short := f.get("/reports/" + d[:12] + "/" + file); short.Code != http.StatusFound || short.Header().Get("Location") != "/reports/"+d+"/"+file {
			t.Errorf("%s by a prefix: %d %s", file, short.Code, short.Header().Get("Location"))
		}
	}
	envelope := f.get("/reports/" + d + "/report.dsse.json").Body.Bytes()
	if _, err := attest.Verify(envelope, f.Vendor.Public()); err != nil {
		t.Error(err)
	}
	proof := f.get("/reports/" + d + "/report.tlog-proof").Body.Bytes()
	included, err := tlog.Verify(proof, nil, f.Log().Verifier().String())
	if err != nil {
		t.Fatal(err)
	}
	if included.Entry.Digest != f.Digests[0] {
		t.Errorf("the proof is that of %s", included.Entry.Digest)
	}
	page := f.get("/reports/" + d + "/report.html?lang=zh")
	if !strings.Contains(page.Body.String(), `href="/reports/`+d+`?lang=zh"`) {
		t.Error("the report's page does not lead back in its language")
	}
}

// Assets are found under the names that pages give, and are kept for good.
func TestAssets(t *testing.T) {
	f := newFixture(t, 0)
	page := f.get("/runs/r1").Body.String()
	for _, before := range []string{`<link rel="stylesheet" href="`, `<script src="`, `type="image/svg+xml" href="`} {
		_, rest, ok := strings.Cut(page, before)
		path, _, _ := strings.Cut(rest, `"`)
		if w := f.get(path); !ok || w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s%s: %d %s", before, path, w.Code, w.Header().Get("Cache-Control"))
		}
	}
	if strings.Contains(f.get("/").Body.String(), "<script") {
		t.Error("a page has a script that needs none")
	}
}

// Many who ask at once for pages that change get whole pages.
func TestManyAtOnce(t *testing.T) {
	f := newFixture(t, 0)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 25 {
				d := strings.TrimPrefix(f.Digests[(i+j)%len(f.Digests)], "sha256:")
				for _, target := range []string{"/", "/reports/" + d, "/reports/" + d + "/report.html", "/rules/riscv/mulhsu_op"} {
					if w := f.get(target); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "</html>") {
						t.Errorf("%s: %d", target, w.Code)
					}
				}
			}
		})
	}
	wg.Go(func() {
		for n := range 10 {
			f.MustSubmit(t, f.Envelope(t, 100+n))
		}
	})
	wg.Wait()
}

// The stream says how far a run is, in the reader's language, and ends with it.
func TestEvents(t *testing.T) {
	f := newFixture(t, 0)
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	server := httptest.NewServer(f.handler)
	defer server.Close()
	client := server.Client()
	client.Timeout = time.Minute
	res, err := client.Get(server.URL + "/runs/r1/events?lang=zh")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.Header.Get("Content-Type") != "text/event-stream" || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%v", res.Header)
	}
	x := f.runs.get("r1")
	x.Done = 22_000
	f.runs.steps <- x
	x.State = web.RunDone
	f.runs.steps <- x
	text, err := io.ReadAll(res.Body)
	want := "data: {\"percent\":28,\"words\":\"用例 12,345 / 44,000\",\"ended\":false}\n\n" +
		"data: {\"percent\":50,\"words\":\"用例 22,000 / 44,000\",\"ended\":false}\n\n" + "data: {\"percent\":50,\"words\":\"完成\",\"ended\":true}\n\n"
	if err != nil || string(text) != want {
		t.Errorf("%v\n%s\nwant\n%s", err, text, want)
	}
	if w := f.get("/runs/none/events"); w.Code != http.StatusNotFound {
		t.Errorf("no such run: %d", w.Code)
	}
	client.CloseIdleConnections()
}

// A site that runs nothing has no pages of runs, and does not lead to them.
func TestWithoutRuns(t *testing.T) {
	f := newFixture(t, 0)
	f.runs = nil
	f.serve(t)
	if f.get("/runs").Code != http.StatusNotFound || strings.Contains(f.get("/").Body.String(), `href="/runs`) {
		t.Error("there are runs where nothing is run")
	}
}

func TestNew(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	for _, o := range []web.Options{{}, {Registry: r.Registry, URL: "registry.example"}, {Registry: r.Registry, URL: "javascript:alert(1)"}, {Registry: r.Registry, URL: "https://"}} {
		if _, err := web.New(o); err == nil {
			t.Errorf("%q is taken", o.URL)
		}
	}
}
