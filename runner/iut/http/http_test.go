package http

import (
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"touchstone/specs"
	"touchstone/specs/generated"

	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/iut/iuttest/rude"
	"touchstone/runner/trial"
)

func TestMain(m *testing.M) {
	bad.Main()
	rude.Main()
	goleak.VerifyTestMain(m)
}

// started is the adapter of this binary as the service of package rude, whose processes carry the test's name.
func started(t testing.TB, behaviour string, o Options) *HTTP {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	h, err := New(&specs.IUT{Name: "echo", Pack: "rude", Start: specs.Start{
		Adapter: Adapter, Command: []string{self},
		Environment: map[string]string{
			rude.Variable: behaviour, rude.PortVariable: "{port}", iuttest.Leftover: t.Name(), "GORACE": "atexit_sleep_ms=0",
		},
	}}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { iuttest.NoneLeft(t, t.Name()) })
	return h
}

// at is the adapter of a service that runs.
func at(t testing.TB, address string, o Options, set map[string]any) *HTTP {
	t.Helper()
	h, err := New(&specs.IUT{Name: "echo", Start: specs.Start{Adapter: Adapter, Address: address, Set: set}}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = h.Close() })
	return h
}

func TestExchange(t *testing.T) {
	for name, o := range map[string]Options{"one": {}, "four": {Jobs: 4}} {
		t.Run(name, func(t *testing.T) {
			iuttest.Exchange(t, rude.Requests(), func(t *testing.T) iut.Exchanger { return started(t, rude.Good, o) })
		})
	}
}

func TestRude(t *testing.T) {
	for name, jobs := range map[string]int{"one": 1, "three": 3} {
		t.Run(name, func(t *testing.T) {
			iuttest.Rude(t, rude.HTTP, rude.Requests(), func(t *testing.T, behaviour string) iut.Exchanger {
				limits := Limits{Start: time.Minute, Silence: time.Minute, Output: 1 << 20}
				if rude.Waits(behaviour) { // on a loaded machine its other answers must come within this
					limits.Silence = 2 * time.Second
				}
				return started(t, behaviour, Options{Limits: limits, Jobs: jobs})
			})
		})
	}
}

// ask makes one request and gives the value of its answer, or the words that came instead.
func ask(t testing.TB, h *HTTP, args string) string {
	t.Helper()
	said := ""
	all := []iut.Conversation{{Script: &trial.Script{Calls: []trial.Call{{Do: Operation, Args: json.RawMessage(args)}}}}}
	if err := h.Exchange(t.Context(), all, func(o trial.Outcome) error {
		a := o.Answers[0]
		said = string(a.Value)
		if a.Error != "" {
			said = "error: " + a.Error
		}
		return nil
	}); err != nil {
		return "! " + err.Error()
	}
	return said
}

// TestAnswer: what an answer holds, and what it does not.
func TestAnswer(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Request-Id", "7")
		w.Header().Set("X-Mine", "8")
		switch r.URL.Path {
		case "/":
		case "/json":
			w.Header().Set("Content-Type", "application/json")
			w.Header().Add("Link", "</a>")
			w.Header().Add("Link", "<http://"+r.Host+"/b>")
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintf(w, `{ "b": [1, 2.0], "a": "http://%s/x" }`, r.Host)
		case "/away":
			http.Redirect(w, r, "http://"+r.Host+"/json", http.StatusTemporaryRedirect)
		case "/zip":
			w.Header().Set("Content-Encoding", "gzip")
			fmt.Fprint(w, r.Header.Get("Accept-Encoding"))
		case "/bytes":
			_, _ = w.Write([]byte{0xff})
		case "/long":
			_, _ = io.WriteString(w, strings.Repeat("x", maxText+1))
		case "/shown":
			body, _ := io.ReadAll(r.Body)
			fmt.Fprintf(w, "%s %s host=%s length=%d te=%v accept=%v %d %s", r.Method, r.URL.RequestURI(), r.Host[:3], r.ContentLength, r.TransferEncoding, r.Header["Accept"], len(body), r.Header.Get("User-Agent"))
		default:
			t.Errorf("asked for %s", r.URL)
		}
	}))
	defer s.Close()
	h := at(t, s.URL, Options{}, map[string]any{"volatile": "X-Mine content-length"})
	body := func(size int, sha, rest string) string {
		return fmt.Sprintf(`"body":{"size":%d,"sha256":"sha256:%s"%s}`, size, sha, rest)
	}
	_ = body
	for args, want := range map[string][]string{
		`{"method":"GET","path":"/json"}`: {
			`{"status":404,"headers":{"content-type":["application/json"],"link":["</a>","<http://service.test/b>"]}`,
			`"json":{"a":"http://service.test/x","b":[1,2.0]}`, `"text":"{ \"b\"`,
		},
		`{"method":"HEAD","path":"/json"}`:                         {`"status":404`, `"body":{"size":0,"sha256":"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","text":""}`},
		`{"method":"GET","path":"/away"}`:                          {`"status":307`, `"location":["http://service.test/json"]`},
		`{"method":"GET","path":"/zip"}`:                           {`"size":0`},
		`{"method":"GET","path":"/bytes"}`:                         {`"size":1,"sha256":"sha256:a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89"}`},
		`{"method":"GET","path":"/long"}`:                          {`"size":65537`, `"}}`},
		`{"method":"GET","path":"http://service.test/away?x=%2f"}`: {`"status":307`},
		`{"method":"GET","path":"` + s.URL + `/away"}`:             {`"status":307`},
		`{"method":"GET","path":"http://example.com/x"}`:           {"error: http://example.com/x is on another host"},
		`{"method":"GET","path":"x"}`:                              {"error: path \"x\": it begins with /"},
		`{"method":"BAD METHOD","path":"/"}`:                       {"error: net/http: invalid method"},
		`{"method":"GET","path":"/","more":1}`:                     {"error: the request's arguments"},
		`{"method":"PUT","path":"/shown?a=%2F&b","headers":{"accept":["a","b"]},"body":{"text":"xyz"}}`:                 {`PUT /shown?a=%2F&b host=127 length=3 te=[] accept=[a b] 3 touchstone`},
		`{"method":"PUT","path":"/shown","headers":{"Transfer-Encoding":"chunked"},"body":{"generate":[1,100000]}}`:     {"length=-1 te=[chunked]", " 100000 "},
		`{"method":"PATCH","path":"/shown","headers":{"Content-Length":"3"},"body":{"generate":[1,9],"from":2,"to":5}}`: {"length=3", " 3 "},
		`{"method":"POST","path":"/shown","body":{"text":""}}`:                                                          {"length=0"},
		`{"method":"POST","path":"/shown","headers":{"Host":"two"}}`:                                                    {"host=two", "length=0"},
		`{"method":"PUT","path":"/shown","headers":{"Content-Length":"4"},"body":{"text":"xyz"}}`:                       {"error: header Content-Length: the body has 3 bytes"},
		`{"method":"PUT","path":"/shown","body":{"generate":[1,9],"from":5,"to":2}}`:                                    {"error: body: 9 bytes have no piece from 5 to 2"},
		`{"method":"PUT","path":"/shown","body":{"generate":[1]}}`:                                                      {`error: body: {"text"`},
		`{"method":"PUT","path":"/shown","headers":{"a":7}}`:                                                            {"error: header a: a text"},
	} {
		got := ask(t, h, args)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %s, want %s", args, got, w)
			}
		}
		if strings.Contains(got, "x-request-id") || strings.Contains(got, "x-mine") || strings.Contains(got, s.URL) {
			t.Errorf("%s: %s", args, got)
		}
	}
}

// TestGenerated: the bytes that arrive are those that specs/generated says.
func TestGenerated(t *testing.T) {
	var got []byte
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPut {
			got, _ = io.ReadAll(r.Body)
		}
	}))
	defer s.Close()
	ask(t, at(t, s.URL, Options{}, nil), `{"method":"PUT","path":"/x","body":{"generate":[7,5000],"from":1000,"to":4990}}`)
	want, err := io.ReadAll(generated.Bytes{Seed: 7, Size: 5000, From: 1000, To: 4990}.Reader())
	if d := cmp.Diff(want, got); d != "" || err != nil || len(got) != 3990 {
		t.Error(err, d)
	}
}

// TestSecrets: they are sent to the service and nobody else, and are in no answer.
func TestSecrets(t *testing.T) {
	reply := func(w http.ResponseWriter, r *http.Request) {
		user, password, _ := r.BasicAuth()
		fmt.Fprintf(w, "%s %s %s", user, password, r.Header.Get("Authorization"))
	}
	s, other := httptest.NewServer(http.HandlerFunc(reply)), httptest.NewServer(http.HandlerFunc(reply))
	defer s.Close()
	defer other.Close()
	getenv := func(name string) string { return map[string]string{"P": "tops3cret", "T": "b3arer"}[name] }
	for _, set := range []map[string]any{{"username": "alice", "password_from": "P", "other_hosts": true}, {"token_from": "T", "other_hosts": true}} {
		h := at(t, s.URL, Options{Getenv: getenv}, set)
		got := ask(t, h, `{"method":"GET","path":"/"}`)
		if !strings.Contains(got, "{secret}") || strings.Contains(got, "s3cret") || strings.Contains(got, "b3arer") {
			t.Errorf("%v: %s", set, got)
		}
		if got := ask(t, h, `{"method":"GET","path":"`+other.URL+`/"}`); strings.Contains(got, "{secret}") || !strings.Contains(got, `"text":"  "`) {
			t.Errorf("another host is told: %s", got)
		}
	}
}

func TestTLS(t *testing.T) {
	s := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	defer s.Close()
	s.Config.ErrorLog = nil
	dir := t.TempDir()
	ca := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if err := os.WriteFile(filepath.Join(dir, "ca.pem"), ca, 0o600); err != nil {
		t.Fatal(err)
	}
	const get = `{"method":"GET","path":"/"}`
	if got := ask(t, at(t, s.URL, Options{}, nil), get); !strings.Contains(got, "certificate") {
		t.Errorf("nobody trusts it, and it said %s", got)
	}
	for _, set := range []map[string]any{{"insecure": true}, {"ca": "ca.pem"}} {
		if got := ask(t, at(t, s.URL, Options{Folder: dir}, set), get); !strings.Contains(got, `"status":200`) {
			t.Errorf("%v: %s", set, got)
		}
	}
}

func TestGone(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	h := at(t, s.URL, Options{}, nil)
	const get = `{"method":"GET","path":"/"}`
	if got := ask(t, h, get); !strings.Contains(got, `"status":200`) {
		t.Error(got)
	}
	s.Close()
	all := []iut.Conversation{{Script: &trial.Script{Calls: []trial.Call{{Do: Operation, Args: json.RawMessage(get)}}}}}
	if err := h.Exchange(t.Context(), all, nil); !errors.Is(err, iut.ErrUnavailable) {
		t.Error(err)
	}
	if _, err := at(t, s.URL, Options{}, nil).Describe(t.Context()); !errors.Is(err, iut.ErrUnavailable) {
		t.Error(err)
	}
}

func TestStarts(t *testing.T) {
	for want, command := range map[string][]string{
		"it ended: exit status 3": {"sh", "-c", "echo no port >&2; exit 3"},
		"no answer at / within":   {"sh", "-c", "sleep 60"},
		"not installed":           {"no-such-service"},
	} {
		h, err := New(&specs.IUT{Name: "x", Start: specs.Start{Adapter: Adapter, Command: command, Environment: map[string]string{iuttest.Leftover: t.Name()}}},
			Options{Limits: Limits{Start: 300 * time.Millisecond}})
		if strings.Contains(want, "status") {
			h.limits.Start = 20 * time.Second
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Describe(t.Context()); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", command, err)
		}
		if err := h.Close(); err != nil {
			t.Error(err)
		}
	}
	iuttest.NoneLeft(t, t.Name())
}

func TestNew(t *testing.T) {
	const url = "http://127.0.0.1:5000"
	for want, start := range map[string]specs.Start{
		`start.adapter is "stdio"`:                {Adapter: "stdio"},
		"start.address is missing":                {},
		"is no http:// or https:// URL":           {Address: "localhost:5000"},
		"a name and a password are in no file":    {Address: "http://a:b@x"},
		"neither ? nor #":                         {Address: url + "?x"},
		"{port} is for a service":                 {Address: "http://127.0.0.1:{port}"},
		`start.command: "{elf}" has a {`:          {Command: []string{"x", "{elf}"}},
		"start.limits: there are case":            {Address: url, Limits: specs.Limits{Memory: 1}},
		"start.prepare, start.environment":        {Address: url, Prepare: [][]string{{"x"}}},
		"start.set.colour: there are ready":       {Address: url, Set: map[string]any{"colour": "red"}},
		"start.set.insecure: true or false":       {Address: url, Set: map[string]any{"insecure": "yes"}},
		"start.set.ready: \"x\" does not begin":   {Address: url, Set: map[string]any{"ready": "x"}},
		"there is no environment variable NO_ONE": {Address: url, Set: map[string]any{"token_from": "NO_ONE"}},
		"username and password_from go together":  {Address: url, Set: map[string]any{"username": "a"}},
		"a password and a token":                  {Address: url, Set: map[string]any{"username": "a", "password_from": "A", "token_from": "B"}},
	} {
		if start.Adapter == "" {
			start.Adapter = Adapter
		}
		_, err := New(&specs.IUT{Name: "x", Start: start, Position: specs.Pos{File: "iut.yaml", Line: 3}}, Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "iut.yaml:3: x: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}

// FuzzRequest: whatever the arguments are, there is a request or words that say why not.
func FuzzRequest(f *testing.F) {
	f.Add(`{"method":"PUT","path":"/x?y=%2f","headers":{"a":"b","Content-Length":"3"},"body":{"text":"xyz"}}`)
	f.Add(`{"method":"GET","path":"http://service.test/a","body":{"generate":[1,10],"from":2,"to":7}}`)
	f.Add(`{"path":"//x","headers":{"":[]}}`)
	h, err := New(&specs.IUT{Start: specs.Start{Adapter: Adapter, Address: "http://127.0.0.1:5000/base/"}}, Options{})
	if err != nil {
		f.Fatal(err)
	}
	base, err := parseBase(h.iut.Start.Address)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, args string) {
		r, err := h.request(t.Context(), base, json.RawMessage(args))
		if err == nil && (r.URL.Host != base.Host || r.Body == nil) {
			t.Fatalf("%s asks %s", args, r.URL)
		}
	})
}

func BenchmarkExchange(b *testing.B) {
	h := started(b, rude.Good, Options{})
	defer h.Close()
	script := &trial.Script{Calls: []trial.Call{rude.Requests().Say("81308130")}}
	all := make([]iut.Conversation, 1000)
	for i := range all {
		all[i] = iut.Conversation{Case: i, Script: script}
	}
	for b.Loop() {
		if err := h.Exchange(b.Context(), all, func(trial.Outcome) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "cases/s")
}

// A body that ends too early is an answer, and says so.
func TestCutBody(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "10")
		w.WriteHeader(http.StatusRequestedRangeNotSatisfiable)
		_, _ = io.WriteString(w, "short")
	}))
	defer server.Close()
	h, err := New(&specs.IUT{Name: "short", Start: specs.Start{Adapter: Adapter, Address: server.URL}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	script := &trial.Script{Calls: []trial.Call{{Do: Operation, Args: json.RawMessage(`{"method":"GET","path":"/a?b=c?d=e"}`)}}}
	var got string
	if err := h.Exchange(t.Context(), []iut.Conversation{{Script: script}}, func(o trial.Outcome) error {
		got = string(o.Answers[0].Value)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"status":416`, `"size":5`, `"text":"short"`, `"cut":"it ended after 5 bytes, before its length"`} {
		if !strings.Contains(got, want) {
			t.Errorf("%s, without %s", got, want)
		}
	}
}

// A Location that has a query takes another parameter.
func TestQueries(t *testing.T) {
	h := &HTTP{}
	base := &url.URL{Scheme: "http", Host: "registry.test"}
	for path, want := range map[string]string{
		"/a?b=c":                           "http://registry.test/a?b=c",
		"/a?b=c?d=e":                       "http://registry.test/a?b=c&d=e",
		"http://registry.test/a?b=c?d=e?f": "http://registry.test/a?b=c&d=e&f",
	} {
		if got, same, err := h.target(base, path); got != want || !same || err != nil {
			t.Errorf("%s: %s, %v, %v", path, got, same, err)
		}
	}
}
