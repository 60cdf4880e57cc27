package translog

import (
	"bytes"
	"net/http"
	"os"
	"strings"
	"time"

	"touchstone/reports/tlog"
)

// Handler serves the log below "/": the checkpoint, and the tiles and entries that it covers, to
// everybody who reads. Nothing else of the folder is reachable.
func (l *Log) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Access-Control-Allow-Origin", "*") // verifiers may run in a page
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "a log is read, not written, by HTTP", http.StatusMethodNotAllowed)
			return
		}
		c := l.Checkpoint()
		path := strings.TrimPrefix(r.URL.Path, "/")
		if path == tlog.CheckpointPath {
			h.Set("Content-Type", "text/plain; charset=utf-8")
			h.Set("Cache-Control", "public, max-age=1")
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(c.Note))
			return
		}
		// What the checkpoint does not cover may still change: a tile is cached for ever.
		t, err := tlog.ParseTile(path)
		if err != nil || !t.In(c.Size) {
			http.Error(w, "no such tile in the log", http.StatusNotFound)
			return
		}
		f, err := os.OpenInRoot(l.dir, t.Path())
		if err != nil { // a partial tile that the full one has replaced
			http.Error(w, "no such tile in the log", http.StatusNotFound)
			return
		}
		defer f.Close()
		h.Set("Content-Type", "application/octet-stream")
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
		http.ServeContent(w, r, "", time.Time{}, f)
	})
}
