package audit_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports/tlog"
	"touchstone/reports/tlog/audit"
	"touchstone/reports/tlog/tlogtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func source(files fs.FS) audit.Source {
	return func(_ context.Context, path string) ([]byte, error) { return fs.ReadFile(files, path) }
}

func TestEverySize(t *testing.T) {
	for _, size := range []int{0, 1, 2, 255, 256, 257, 511, 512, 513, 1000} {
		l := tlogtest.New(t, 1).Fill(size)
		for _, older := range []int{0, 1, 200, 255, 256, 257, 512, size} {
			if older > size {
				continue
			}
			next := uint64(0)
			a := audit.Audit{Source: source(l.Files()), Key: l.Key, Older: l.Note(older), Entry: func(_ context.Context, i uint64, e tlog.Entry) error {
				if i != next || e != tlogtest.Entry(int(i)) {
					t.Fatalf("entry %d, %+v; want number %d", i, e, next)
				}
				next++
				return nil
			}}
			r, err := a.Run(t.Context())
			if err != nil {
				t.Fatalf("%d since %d: %v", size, older, err)
			}
			if r.Checkpoint.Size != uint64(size) || r.Older.Size != uint64(older) || next != uint64(size) || r.Kinds[tlog.Report] != next {
				t.Errorf("%d since %d: %+v, %d entries", size, older, r, next)
			}
		}
	}
}

// Three levels of tiles.
func TestThreeLevels(t *testing.T) {
	if testing.Short() {
		t.Skip("hashes 66,000 entries")
	}
	l := tlogtest.New(t, 1).Fill(66_000)
	if _, err := (audit.Audit{Source: source(l.Files()), Key: l.Key, Older: l.Note(65_536)}).Run(t.Context()); err != nil {
		t.Error(err)
	}
	files := l.Files()
	files["tile/2/000.p/1"].Data[0] ^= 1
	_, err := (audit.Audit{Source: source(files), Key: l.Key}).Run(t.Context())
	if !errors.Is(err, tlog.ErrTampered) || !strings.Contains(err.Error(), "tile/1/000") {
		t.Errorf("%v; want ErrTampered that names tile/1/000", err)
	}
}

func TestFindings(t *testing.T) {
	const size = 600
	l := tlogtest.New(t, 1).Fill(size)
	spoil := func(path string, f func(*fstest.MapFile)) fstest.MapFS {
		files := l.Files()
		if files[path] == nil {
			t.Fatalf("no %s", path)
		}
		f(files[path])
		return files
	}
	flip := func(f *fstest.MapFile) { f.Data[len(f.Data)-3] ^= 1 }
	cut := func(f *fstest.MapFile) { f.Data = f.Data[:len(f.Data)-1] }
	without := func(path string) fstest.MapFS { files := l.Files(); delete(files, path); return files }

	// The same key, another history from entry 100 on, and its checkpoint beside this log's tiles.
	fork := tlogtest.New(t, 1).Fill(100)
	fork.Add([]byte("elsewhere"))
	fork.Fill(size)
	mixed := l.Files()
	mixed[tlog.CheckpointPath] = fork.Files()[tlog.CheckpointPath]
	odd := tlogtest.New(t, 1).Fill(3)
	odd.Add([]byte(`{"at":"2026-11-23T07:00:00Z","digest":"sha256:` + strings.Repeat("00", 32) + `","kind":"amnesty"}`))
	broken := errors.New("no such report")

	for name, c := range map[string]struct {
		files fs.FS
		older []byte
		key   tlog.Key
		entry func(context.Context, uint64, tlog.Entry) error
		want  error
		says  string
	}{
		"good":              {files: l.Files()},
		"entry":             {files: spoil("tile/entries/001", flip), want: tlog.ErrTampered, says: "entry 511"},
		"entry of the edge": {files: spoil("tile/entries/002.p/88", flip), older: l.Note(590), want: tlog.ErrTampered, says: "entry 599"},
		"tile":              {files: spoil("tile/0/001", flip), want: tlog.ErrTampered, says: "tile/0/001"},
		"tile above":        {files: spoil("tile/1/000.p/2", flip), want: tlog.ErrTampered, says: "tile/0/001"},
		"short tile":        {files: spoil("tile/0/001", cut), want: tlog.ErrMalformed, says: "tile/0/001"},
		"short entries":     {files: spoil("tile/entries/001", cut), want: tlog.ErrMalformed, says: "tile/entries/001"},
		"tile missing":      {files: without("tile/0/001"), want: fs.ErrNotExist, says: "tile/0/001"},
		"entries missing":   {files: without("tile/entries/001"), want: fs.ErrNotExist, says: "tile/entries/001"},
		"no log":            {files: fstest.MapFS{}, want: fs.ErrNotExist, says: "checkpoint"},
		"another's root":    {files: mixed, want: tlog.ErrTampered, says: "600 entries"},
		"checkpoint":        {files: spoil(tlog.CheckpointPath, func(f *fstest.MapFile) { f.Data[len(tlogtest.Origin)+1]++ }), want: tlog.ErrSignature},
		"wrong key":         {files: l.Files(), key: tlogtest.New(t, 2).Key, want: tlog.ErrSignature},
		"forked since":      {files: l.Files(), older: fork.Note(200), want: tlog.ErrInconsistent, says: "first 200"},
		"forked after":      {files: l.Files(), older: fork.Note(100)},
		"forked at the end": {files: l.Files(), older: fork.Note(size), want: tlog.ErrInconsistent, says: "first 600"},
		"shrunk":            {files: l.Files(), older: tlogtest.New(t, 1).Fill(601).Note(601), want: tlog.ErrInconsistent, says: "taken back"},
		"older by another":  {files: l.Files(), older: tlogtest.New(t, 2).Note(0), want: tlog.ErrSignature, says: "older"},
		"older is nothing":  {files: l.Files(), older: []byte{}, want: tlog.ErrMalformed, says: "older"},
		"future kind":       {files: odd.Files(), want: tlog.ErrVersion, says: "entry 3"},
		"untrue entry": {files: l.Files(), entry: func(_ context.Context, i uint64, _ tlog.Entry) error {
			if i == 300 {
				return broken
			}
			return nil
		}, want: broken, says: "entry 300 (report sha256:"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.key == (tlog.Key{}) {
				c.key = l.Key
			}
			_, err := audit.Audit{Source: source(c.files), Key: c.key, Older: c.older, Entry: c.entry}.Run(t.Context())
			if !errors.Is(err, c.want) {
				t.Fatalf("%v; want %v", err, c.want)
			}
			if err != nil && !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v; want it to say %q", err, c.says)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(300)
	dir := t.TempDir()
	if err := os.CopyFS(dir, l.Files()); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.StripPrefix("/log/", http.FileServerFS(l.Files())))
	defer server.Close()
	client := server.Client()
	client.Timeout = 10 * time.Second
	defer client.CloseIdleConnections()
	for _, place := range []string{dir, server.URL + "/log", server.URL + "/log/"} {
		s, err := audit.Open(place, client)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := (audit.Audit{Source: s, Key: l.Key, Older: l.Note(7)}).Run(t.Context()); err != nil || r.Checkpoint.Size != 300 {
			t.Errorf("%s: %+v, %v", place, r, err)
		}
	}
	for _, place := range []string{filepath.Join(dir, "none"), t.TempDir(), "ftp://example.org/", "http://", "http://%zz"} {
		if _, err := audit.Open(place, client); err == nil {
			t.Errorf("%s: opened", place)
		}
	}
}

func TestBadServers(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(3)
	for name, c := range map[string]struct {
		handler http.HandlerFunc
		says    string
	}{
		"error":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }, "502"},
		"missing": {http.NotFound, "checkpoint"},
		"endless": {func(w http.ResponseWriter, _ *http.Request) {
			for {
				if _, err := fmt.Fprint(w, strings.Repeat("x", 1<<16)); err != nil {
					return
				}
			}
		}, "more than"},
		"slow": {func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, "Timeout"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(c.handler)
			defer server.Close()
			client := server.Client()
			client.Timeout = time.Second
			defer client.CloseIdleConnections()
			s, err := audit.Site(server.URL, client)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := (audit.Audit{Source: s, Key: l.Key}).Run(t.Context()); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v; want it to say %q", err, c.says)
			}
		})
	}
}

func TestCancelled(t *testing.T) {
	l := tlogtest.New(t, 1).Fill(600)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := audit.Audit{Source: source(l.Files()), Key: l.Key, Entry: func(context.Context, uint64, tlog.Entry) error {
		cancel()
		return nil
	}}.Run(ctx)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func BenchmarkAudit(b *testing.B) {
	l := tlogtest.New(b, 1).Fill(100_000)
	files := l.Files()
	for b.Loop() {
		if _, err := (audit.Audit{Source: source(files), Key: l.Key}).Run(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/100, "µs/1000entries")
}
