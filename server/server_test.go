package server_test

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/reportstest"
	"touchstone/server"
)

// site is a server over a folder with two reports: x1 fails, rv64 conforms.
func site(t *testing.T) (http.Handler, string) {
	t.Helper()
	dir := t.TempDir()
	key, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*reports.Report{"x1": reportstest.Sample(), "rv64": reportstest.Conforming()} {
		if _, err := bundle.Write(filepath.Join(dir, name), r, bundle.Options{Keys: []*attest.Key{key}}); err != nil {
			t.Fatal(err)
		}
	}
	s, err := server.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler(), dir
}

func get(h http.Handler, method, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, target, nil))
	return w
}

func TestPages(t *testing.T) {
	h, _ := site(t)
	id := reportstest.Sample().ID
	for _, c := range []struct {
		method, target string
		code           int
		mediaType      string
		says           string
	}{
		{"GET", "/", 200, "text/html", `src="/reports/x1/badge.svg"`},
		{"GET", "/?lang=zh", 200, "text/html", "符合性报告"},
		{"GET", "/?lang=tlh", 200, "text/html", "Conformance reports"},
		{"GET", "/reports/x1/", 200, "text/html", "Not conforming to RVI20U64"},
		{"GET", "/reports/x1/?lang=zh", 200, "text/html", "不符合 RVI20U64"},
		{"GET", "/reports/" + id + "/", 200, "text/html", "Not conforming to RVI20U64"},
		{"GET", "/reports/rv64/", 200, "text/html", "Conforming to RVI20U64"},
		{"GET", "/reports/x1", 301, "", ""},
		{"GET", "/reports/x1/report.json", 200, "application/json", `"schema":"touchstone/report/v1"`},
		{"GET", "/reports/x1/report.dsse.json", 200, "application/vnd.dsse", `"payloadType"`},
		{"GET", "/reports/x1/badge.svg", 200, "image/svg+xml", "non-conforming"},
		{"GET", "/reports/x1/junit.xml", 200, "application/xml", "<testsuites"},
		{"GET", "/reports/x1/summary.md", 200, "text/markdown", "RVI20U64"},
		{"GET", "/healthz", 200, "text/plain", "ok"},
		{"HEAD", "/reports/x1/badge.svg", 200, "image/svg+xml", ""},
		{"GET", "/reports/x1/key.pem", 404, "text/html", "no such page"},
		{"GET", "/reports/x2/", 404, "text/html", "no such page"},
		{"GET", "/reports/..%2f..%2fetc/passwd", 404, "text/html", "no such page"},
		{"GET", "/reports/x1/..%2f..%2frv64%2freport.json", 404, "text/html", "no such page"},
		{"GET", "/nowhere", 404, "text/html", "no such page"},
		{"POST", "/", 405, "", ""},
	} {
		w := get(h, c.method, c.target)
		if w.Code != c.code || !strings.HasPrefix(w.Header().Get("Content-Type"), c.mediaType) || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s %s: %d %s, want %d %s with %q", c.method, c.target, w.Code, w.Header().Get("Content-Type"), c.code, c.mediaType, c.says)
		}
		if csp := w.Header().Get("Content-Security-Policy"); c.code != 301 && !strings.HasPrefix(csp, "default-src 'none'") {
			t.Errorf("%s %s: content security policy %q", c.method, c.target, csp)
		}
		if strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%s %s: a script", c.method, c.target)
		}
	}
}

// What is downloaded verifies.
func TestDownloadedEnvelopeVerifies(t *testing.T) {
	h, dir := site(t)
	w := get(h, "GET", "/reports/x1/report.dsse.json")
	want, err := os.ReadFile(filepath.Join(dir, "x1", bundle.EnvelopeFile))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(w.Body.Bytes(), want) {
		t.Error("not the file's bytes")
	}
	if _, err := attest.Verify(w.Body.Bytes()); err != nil {
		t.Error(err)
	}
	r := httptest.NewRequest(http.MethodGet, "/reports/x1/report.dsse.json", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	h.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified {
		t.Errorf("with its ETag: %d, want 304", again.Code)
	}
}

func TestTamperedReportIsRefused(t *testing.T) {
	h, dir := site(t)
	if w := get(h, "GET", "/reports/rv64/"); w.Code != 200 {
		t.Fatalf("before: %d", w.Code)
	}
	path := filepath.Join(dir, "rv64", bundle.EnvelopeFile)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text[len(text)/3] ^= 1
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, time.Now(), time.Now().Add(time.Second)); err != nil {
		t.Fatal(err)
	}
	page := get(h, "GET", "/reports/rv64/")
	if page.Code != http.StatusUnprocessableEntity || !strings.Contains(page.Body.String(), "does not verify") {
		t.Errorf("%d: %s", page.Code, page.Body)
	}
	for _, file := range []string{"report.json", "report.dsse.json", "summary.md", "junit.xml"} {
		if w := get(h, "GET", "/reports/rv64/"+file); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", file, w.Code)
		}
	}
	badge := get(h, "GET", "/reports/rv64/badge.svg")
	index := get(h, "GET", "/")
	if !strings.Contains(badge.Body.String(), "does not verify") || !strings.Contains(index.Body.String(), "rv64/report.dsse.json") {
		t.Error("badge and table do not say that it is refused")
	}
	for name, w := range map[string]*httptest.ResponseRecorder{"page": page, "badge": badge} {
		_, words, styled := strings.Cut(w.Body.String(), "</style>")
		if !styled {
			words = w.Body.String()
		}
		if strings.Contains(strings.ToLower(words), "conforming") {
			t.Errorf("the %s of a refused report says conforming", name)
		}
		if strings.Contains(w.Body.String(), dir) {
			t.Errorf("the %s says where the folder is", name)
		}
	}
}

func TestFolderChanges(t *testing.T) {
	h, dir := site(t)
	if err := os.RemoveAll(filepath.Join(dir, "x1")); err != nil {
		t.Fatal(err)
	}
	if w := get(h, "GET", "/reports/x1/"); w.Code != http.StatusNotFound {
		t.Errorf("removed: %d", w.Code)
	}
	if err := os.WriteFile(filepath.Join(dir, "odd.dsse.json"), []byte("{}"), 0o644); err != nil {
		t.Fatal(err)
	}
	if w := get(h, "GET", "/reports/odd/"); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("not a report: %d", w.Code)
	}
	if _, err := server.New(filepath.Join(dir, "odd.dsse.json")); err == nil {
		t.Error("a file is taken for a folder")
	}
}

func TestEmptyFolder(t *testing.T) {
	s, err := server.New(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if w := get(s.Handler(), "GET", "/"); w.Code != 200 || !strings.Contains(w.Body.String(), "no reports here yet") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// Requests that come together see a folder that changes, and the end of the context ends the
// server without cutting anybody off.
func TestServeAndEnd(t *testing.T) {
	_, dir := site(t)
	s, err := server.New(dir)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			res, err := http.Get("http://" + l.Addr().String() + "/reports/x1/")
			if err != nil {
				t.Error(err)
				return
			}
			defer res.Body.Close()
			if text, err := io.ReadAll(res.Body); err != nil || res.StatusCode != http.StatusOK || !bytes.Contains(text, []byte("</html>")) {
				t.Errorf("%d, %v", res.StatusCode, err)
			}
		})
	}
	wg.Wait()
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(15 * time.Second):
		t.Error("the server does not end")
	}
}
