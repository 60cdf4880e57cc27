package command

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/reports/tlog"
	"touchstone/server/api"
	"touchstone/server/front"
	"touchstone/server/registry/registrytest"
)

// Behind the front, the log is cached as it may be: tiles for ever, the checkpoint for a second.
func TestLogIsCached(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	f, err := front.New(front.Options{Rate: -1})
	if err != nil {
		t.Fatal(err)
	}
	h := &opened{registry: r.Registry, log: r.Log()}
	if err := h.routes(f, api.Options{Registry: r.Registry, URL: "http://registry.example", Ready: f.Ready}, nil); err != nil {
		t.Fatal(err)
	}
	// As they stand there while an append is under way: the checkpoint does not cover them yet.
	for _, tile := range []string{"000", "000.p/3"} {
		if err := os.WriteFile(filepath.Join(r.Dir, "log", "tile", "0", filepath.FromSlash(tile)), []byte("may change still"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const forever = "public, max-age=31536000, immutable"
	for path, want := range map[string]struct {
		code  int
		cache string
	}{
		"/log/checkpoint":             {200, "public, max-age=1"},
		"/log/tile/0/000.p/2":         {200, forever},
		"/log/tile/entries/000.p/2":   {200, forever},
		"/log/tile/0/000":             {404, ""}, // the log is not so large
		"/log/tile/0/000.p/3":         {404, ""},
		"/log/.state/treeState":       {404, ""},
		"/log/../log.key":             {404, ""},
		"/log/%2e%2e/log.key":         {404, ""},
		"/log/tile/..%2f..%2flog.key": {404, ""},
	} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			w := httptest.NewRecorder()
			f.Engine().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), method, path, nil))
			cache := w.Header().Get("Cache-Control")
			if w.Code != want.code || want.cache != "" && cache != want.cache || want.code != http.StatusOK && strings.Contains(cache, "immutable") {
				t.Errorf("%s %s: %d, %q", method, path, w.Code, cache)
			}
		}
	}
	w := httptest.NewRecorder()
	f.Engine().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/log/"+tlog.CheckpointPath, nil))
	if w.Body.String() != string(r.Log().Checkpoint().Note) {
		t.Errorf("%s", w.Body.String())
	}
}
