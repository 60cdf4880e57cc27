package command

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/server/api"
)

func TestCalled(t *testing.T) {
	for want, i := range map[string]api.Implementation{
		"Touchstone executor 1.0": {Vendor: "Touchstone", Name: "Touchstone executor", Version: "1.0"},
		"ACME core":               {Vendor: "Acme", Name: "ACME core"},
		"Acme Acmenova 1":         {Vendor: "Acme", Name: "Acmenova", Version: "1"},
		"Open Cores Core 2":       {Vendor: "Open Cores", Name: "Core", Version: "2"},
		"Core 2":                  {Name: "Core", Version: "2"},
	} {
		if have := called(i); have != want {
			t.Errorf("%q, want %q", have, want)
		}
	}
}

// A run is asked for, not done: it says where to watch it.
func TestRunIsQueued(t *testing.T) {
	for answer, want := range map[string]string{
		`{"kind":"run","digest":"sha256:a","new":true,"subject":"r1","state":"queued"}`:            "run r1 is queued\n  watch  URL/runs/r1\n  act    sha256:a\n",
		`{"kind":"run","digest":"sha256:a","new":false,"subject":"r1","state":"queued"}`:           "run r1 was asked for already\n  watch  URL/runs/r1\n  act    sha256:a\n",
		`{"kind":"challenge","digest":"sha256:a","new":true,"subject":"c1","state":"open","x":[]}`: "challenge done: c1 is open\n  act    sha256:a\n",
	} {
		c := clientOf(t, time.Second, func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, answer) })
		var out bytes.Buffer
		err := send(t.Context(), &kong.Kong{Stdout: &out}, c, []byte("{}"), false)
		if have := strings.ReplaceAll(out.String(), strings.TrimSuffix(c.base.String(), "/"), "URL"); err != nil || have != want {
			t.Errorf("%v\n%s\nwant\n%s", err, have, want)
		}
	}
}

// A worker is for a registry that there is; one that appears meanwhile will do.
func TestServed(t *testing.T) {
	dir := t.TempDir()
	err := served(t.Context(), dir, 0)
	var exit *reports.Exit
	if !errors.As(err, &exit) || exit.Code != reports.ExitUsage || !strings.Contains(err.Error(), "has made no registry there") {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := served(ctx, dir, time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	time.AfterFunc(50*time.Millisecond, func() {
		if err := os.WriteFile(filepath.Join(dir, registryDB), nil, 0o600); err != nil {
			t.Error(err)
		}
	})
	if err := served(t.Context(), dir, time.Hour); err != nil {
		t.Errorf("%v", err)
	}
}

// A key that is given by a file that is not there is no riddle.
func TestLogKeyOfNoFile(t *testing.T) {
	if _, err := logKey("nofile.pub"); err == nil || !strings.HasPrefix(err.Error(), "--log-key: there is no file nofile.pub") {
		t.Errorf("%v", err)
	}
}
