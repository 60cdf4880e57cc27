//go:build unix

package translog

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/reports/tlog"
	"touchstone/reports/tlog/audit"
)

func TestHandler(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, Options{Dir: dir, Key: newKey(t)})
	fill(t, l, 0, 300)
	// What the checkpoint does not cover: a write that failed before its end.
	for _, stale := range []string{"tile/0/001.p/50", "tile/entries/001.p/50"} {
		if err := os.WriteFile(filepath.Join(dir, stale), []byte("stale"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := http.StripPrefix("/log/", l.Handler())
	ask := func(method, path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, path, nil))
		return w
	}
	for path, kind := range map[string]string{
		"/log/checkpoint":            "text/plain; charset=utf-8",
		"/log/tile/0/000":            "application/octet-stream",
		"/log/tile/0/001.p/44":       "application/octet-stream",
		"/log/tile/1/000.p/1":        "application/octet-stream",
		"/log/tile/entries/000":      "application/octet-stream",
		"/log/tile/entries/001.p/44": "application/octet-stream",
	} {
		got := ask(http.MethodGet, path)
		body, err := io.ReadAll(got.Body)
		want, err2 := os.ReadFile(filepath.Join(dir, strings.TrimPrefix(path, "/log/")))
		if err != nil || err2 != nil || got.Code != http.StatusOK || string(body) != string(want) || got.Header().Get("Content-Type") != kind {
			t.Errorf("%s: %d, %v, %d bytes of %d, %v, %v", path, got.Code, got.Header(), len(body), len(want), err, err2)
		}
		if immutable := strings.Contains(got.Header().Get("Cache-Control"), "immutable"); immutable != (path != "/log/checkpoint") {
			t.Errorf("%s: %s", path, got.Header().Get("Cache-Control"))
		}
		if got := ask(http.MethodHead, path); got.Code != http.StatusOK {
			t.Errorf("HEAD %s: %d", path, got.Code)
		}
		for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete} {
			if got := ask(method, path); got.Code != http.StatusMethodNotAllowed || got.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d", method, path, got.Code)
			}
		}
	}
	for _, path := range []string{
		"/log/", "/log/tile", "/log/tile/", "/log/tile/0/", "/log/.state/treeState", "/log/.state/", "/log/tile/entries",
		"/log/tile/0/001", "/log/tile/0/001.p/50", "/log/tile/entries/001.p/50", "/log/tile/entries/001.p/45", "/log/tile/0/002", "/log/tile/1/000", "/log/tile/2/000.p/1",
		"/log/tile/../.state/treeState", "/log/tile/0/%2e%2e/%2e%2e/.state/treeState", "/log/%2e%2e/log.key", "/log//etc/passwd", "/log/checkpoint/", "/log/tile/0/000%00",
		"/log/tile/entries/" + strings.Repeat("x999/", 2000) + "999",
	} {
		if got := ask(http.MethodGet, path); got.Code != http.StatusNotFound {
			t.Errorf("%.80s: %d", path, got.Code)
		}
	}
}

func TestAuditOverHTTP(t *testing.T) {
	key := newKey(t)
	l := mustOpen(t, Options{Dir: t.TempDir(), Key: key})
	fill(t, l, 0, 10)
	older := l.Checkpoint().Note
	fill(t, l, 10, 270)
	server := httptest.NewServer(http.StripPrefix("/log/", l.Handler()))
	defer server.Close()
	defer server.Client().CloseIdleConnections()
	site, err := audit.Site(server.URL+"/log/", server.Client())
	if err != nil {
		t.Fatal(err)
	}
	r, err := audit.Audit{Source: site, Key: key.Verifier(), Older: older}.Run(t.Context())
	if err != nil || r.Checkpoint.Size != 270 || r.Kinds[tlog.Report] != 270 {
		t.Errorf("%+v, %v", r, err)
	}
}
