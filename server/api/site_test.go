package api_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"go.uber.org/goleak"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/api"
	"touchstone/server/front"
	"touchstone/server/registry/registrytest"
	"touchstone/server/translog"
)

func TestMain(m *testing.M) {
	translog.Messages(slog.New(slog.DiscardHandler))
	for _, t := range []string{"application/x-ndjson", "application/xml", "application/atom+xml", "image/svg+xml", "text/html", "text/markdown", "text/event-stream", "application/yaml"} {
		openapi3filter.RegisterBodyDecoder(t, openapi3filter.PlainBodyDecoder)
	}
	openapi3filter.RegisterBodyDecoder("application/vnd.dsse.envelope.v1+json", openapi3filter.JSONBodyDecoder)
	goleak.VerifyTestMain(m)
}

// site is a registry that answers on a socket, behind the front that it has in service. Whatever it
// answers is held against openapi.yaml.
type site struct {
	*registrytest.Registry
	t      testing.TB
	url    string
	front  *front.Front
	client *http.Client
}

type siteOptions struct {
	registrytest.Options
	front front.Options
	api   api.Options
}

func newSite(t testing.TB, o siteOptions) *site {
	t.Helper()
	r := registrytest.New(t, o.Options)
	if o.front.Rate == 0 {
		o.front.Rate = -1
	}
	if o.front.SubmitRate == 0 {
		o.front.SubmitRate = -1
	}
	if o.front.ChallengeRate == 0 {
		o.front.ChallengeRate = -1
	}
	f, err := front.New(o.front)
	if err != nil {
		t.Fatal(err)
	}
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	o.api.Registry, o.api.URL, o.api.Version, o.api.Ready = r.Registry, "https://registry.example", "1.2.3", f.Ready
	api.New(o.api).Routes(f.Engine())
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Serve(ctx, l, nil) }()
	s := &site{Registry: r, t: t, url: "http://" + l.Addr().String(), front: f}
	transport := &http.Transport{MaxIdleConnsPerHost: 256}
	s.client = &http.Client{Transport: &checked{t: t, inner: transport, contract: contract(t)}, Timeout: 5 * time.Minute}
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return s
}

// contract is the document, with a router over it.
type rules struct {
	doc    *openapi3.T
	router routers.Router

	mu   sync.Mutex
	seen map[string]bool // operations that were answered well
}

var contract = func() func(t testing.TB) *rules {
	load := sync.OnceValues(func() (*rules, error) {
		text, err := os.ReadFile("openapi.yaml")
		if err != nil {
			return nil, err
		}
		doc, err := openapi3.NewLoader().LoadFromData(text)
		if err != nil {
			return nil, err
		}
		router, err := gorillamux.NewRouter(doc)
		return &rules{doc: doc, router: router, seen: map[string]bool{}}, err
	})
	return func(t testing.TB) *rules {
		t.Helper()
		c, err := load()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
}()

// checked validates requests that are answered well, and every answer.
type checked struct {
	t        testing.TB
	inner    http.RoundTripper
	contract *rules
}

func (k *checked) RoundTrip(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			return nil, err
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	answer, err := k.inner.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(answer.Body)
	answer.Body.Close()
	if err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(text))
	k.check(r, body, answer, text)
	return answer, nil
}

func (k *checked) check(r *http.Request, body []byte, answer *http.Response, text []byte) {
	if r.Method == http.MethodHead || r.Method == http.MethodOptions {
		return
	}
	again := r.Clone(context.Background())
	again.URL = &url.URL{Path: r.URL.Path, RawPath: r.URL.RawPath, RawQuery: r.URL.RawQuery}
	again.Body = io.NopCloser(bytes.NewReader(body))
	route, params, err := k.contract.router.FindRoute(again)
	if err != nil {
		if answer.StatusCode != http.StatusNotFound && answer.StatusCode != http.StatusMethodNotAllowed {
			k.t.Errorf("%s %s: %v, and it is answered %s", r.Method, r.URL.Path, err, answer.Status)
		}
		if t := answer.Header.Get("Content-Type"); t != api.ProblemType {
			k.t.Errorf("%s %s is answered with %s", r.Method, r.URL.Path, t)
		}
		return
	}
	in := &openapi3filter.RequestValidationInput{Request: again, PathParams: params, Route: route}
	if answer.StatusCode < 400 && r.Header.Get("Content-Encoding") == "" {
		if err := openapi3filter.ValidateRequest(context.Background(), in); err != nil {
			k.t.Errorf("%s %s is answered %s, and is no request of openapi.yaml: %v", r.Method, r.URL, answer.Status, err)
		}
	}
	out := &openapi3filter.ResponseValidationInput{
		RequestValidationInput: in, Status: answer.StatusCode, Header: answer.Header, Body: io.NopCloser(bytes.NewReader(text)),
		Options: &openapi3filter.Options{IncludeResponseStatus: true},
	}
	if err := openapi3filter.ValidateResponse(context.Background(), out); err != nil {
		if len(text) > 2000 {
			text = text[:2000]
		}
		k.t.Errorf("%s %s: the answer is none of openapi.yaml: %v\n%s", r.Method, r.URL, err, text)
	}
	if answer.StatusCode < 300 {
		k.contract.mu.Lock()
		k.contract.seen[route.Operation.OperationID] = true
		k.contract.mu.Unlock()
	}
	if answer.StatusCode >= 400 && answer.Header.Get("Cache-Control") != "no-store" {
		k.t.Errorf("%s %s: a problem may be cached", r.Method, r.URL)
	}
}

// reply is an answer that was read.
type reply struct {
	code   int
	header http.Header
	text   string
}

func (s *site) do(method, path string, body []byte, header ...string) reply {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), method, s.url+path, bytes.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := s.client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return reply{answer.StatusCode, answer.Header, string(text)}
}

func (s *site) get(path string, header ...string) reply {
	s.t.Helper()
	return s.do(http.MethodGet, path, nil, header...)
}

// must is an answer with this status.
func (s *site) must(code int, method, path string, body []byte, header ...string) reply {
	s.t.Helper()
	r := s.do(method, path, body, header...)
	if r.code != code {
		s.t.Fatalf("%s %s: %d, want %d\n%s", method, path, r.code, code, r.text)
	}
	return r
}

const envelopeType = "application/vnd.dsse.envelope.v1+json"

func (s *site) submit(envelope []byte) reply {
	s.t.Helper()
	return s.do(http.MethodPost, "/api/v1/reports", envelope, "Content-Type", envelopeType)
}

func (s *site) act(d act.Document, key *attest.Key) reply {
	s.t.Helper()
	return s.do(http.MethodPost, "/api/v1/acts", s.Act(s.t, d, key), "Content-Type", envelopeType)
}

// has says whether a problem has a reason of this code.
func (r reply) has(code string) bool { return strings.Contains(r.text, `"code":"`+code+`"`) }
