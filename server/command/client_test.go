package command

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/api"
	"touchstone/server/store"
)

func TestMain(m *testing.M) {
	if arguments := os.Getenv(serveArguments); arguments != "" {
		if err := beServed(arguments); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func clientOf(t *testing.T, patience time.Duration, h http.HandlerFunc) *client {
	t.Helper()
	s := httptest.NewServer(h)
	c, err := to{To: s.URL + "/?x#y", Patience: patience}.client()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.close(); s.Close() })
	return c
}

func no(w http.ResponseWriter, code int, body string) {
	w.Header().Set("Content-Type", api.ProblemType)
	w.WriteHeader(code)
	_, _ = io.WriteString(w, body)
}

// Who is busy is asked again, with the same body; who says no is not.
func TestTriesAgain(t *testing.T) {
	body := strings.Repeat("envelope ", 60_000) // is sent compressed
	for name, c := range map[string]struct {
		first int
		tries int64
		ok    bool
	}{
		"busy": {503, 3, true}, "too many": {429, 3, true}, "a proxy's": {502, 3, true}, "slow": {408, 3, true},
		"refused": {422, 1, false}, "conflict": {409, 1, false}, "none": {404, 1, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var tries atomic.Int64
			k := clientOf(t, time.Minute, func(w http.ResponseWriter, r *http.Request) {
				z, err := gzip.NewReader(r.Body)
				if err != nil {
					t.Error(err)
					return
				}
				if text, err := io.ReadAll(z); err != nil || string(text) != body || r.URL.Path != "/api/v1/reports" || r.URL.RawQuery != "" {
					t.Errorf("%d bytes to %s, %v", len(text), r.URL, err)
				}
				if tries.Add(1) < 3 {
					no(w, c.first, `{"status":1,"detail":"d","reasons":[{"code":"role","words":"w"}]}`)
					return
				}
				_, _ = io.WriteString(w, `{"new":true}`)
			})
			var receipt api.Receipt
			err := k.send(t.Context(), http.MethodPost, "text/plain", []byte(body), &receipt, "api/v1/reports")
			if (err == nil) != c.ok || tries.Load() != c.tries || receipt.New != c.ok {
				t.Errorf("%v after %d tries", err, tries.Load())
			}
			var said *refusal
			if !c.ok && (!errors.As(err, &said) || said.Error() != "role: w") {
				t.Errorf("%v", err)
			}
		})
	}
}

// It is as patient as the user says, and no more; Ctrl-C ends it at once.
func TestGivesUp(t *testing.T) {
	busy := func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Retry-After", "3600"); no(w, 503, "{}") }
	start := time.Now()
	err := clientOf(t, time.Second, busy).get(t.Context(), nil, "api/v1")
	if err == nil || !strings.Contains(err.Error(), "so it went for 1s") || time.Since(start) > time.Minute {
		t.Errorf("%v after %v", err, time.Since(start))
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if err := clientOf(t, 2*time.Hour, busy).get(ctx, nil, "api/v1"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

// What answers may be anything.
func TestHostileRegistry(t *testing.T) {
	for name, h := range map[string]http.HandlerFunc{
		"elsewhere": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.2:1/", http.StatusTemporaryRedirect)
		},
		"again and again": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, r.URL.Path, http.StatusTemporaryRedirect)
		},
		"a page":   func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "<html>") },
		"endless":  func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, answerLimit+10)) },
		"no names": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "{}") },
	} {
		t.Run(name, func(t *testing.T) {
			_, err := clientOf(t, 10*time.Millisecond, h).about(t.Context())
			var exit *reports.Exit
			if !errors.As(err, &exit) || exit.Code == reports.ExitOK {
				t.Errorf("%v", err)
			}
		})
	}
	r := &refusal{status: 422, problem: api.Problem{Detail: "a\x1b[31mb\u202ec\x00"}}
	if s := r.Error(); strings.ContainsAny(s, "\x1b\x00\u202e") {
		t.Errorf("%q", s)
	}
}

func TestRegistrations(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a=b.pem")
	key, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := key.Save(path); err != nil {
		t.Fatal(err)
	}
	got, err := registrations([]string{path + "=acme", path + "=lab:laboratory,reviewer"})
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	if r := got[0]; r.account != "acme" || len(r.roles) != 1 || r.roles[0] != store.Vendor || r.key.ID() != key.ID() {
		t.Errorf("%+v", r)
	}
	if r := got[1]; r.account != "lab" || len(r.roles) != 2 {
		t.Errorf("%+v", r)
	}
	for _, flag := range []string{path + "=", path + "=:admin", path + "=a:", path + "=a:king", path + "x=a"} {
		if _, err := registrations([]string{flag}); err == nil {
			t.Errorf("%s is taken", flag)
		}
	}
}

func TestPublicURL(t *testing.T) {
	for flag, want := range map[string]string{
		"": "", "https://registry.example/": "https://registry.example", "http://h:8080": "http://h:8080",
		"registry.example": "!", "https://h/path": "!", "https://u:p@h": "!", "https://h?x": "!", "ftp://h": "!", "https://": "!",
	} {
		got, err := publicURL(flag)
		if (err != nil) != (want == "!") || err == nil && got != want {
			t.Errorf("%q: %q, %v", flag, got, err)
		}
	}
}
