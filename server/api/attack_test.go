package api_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/api"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

func pack(t testing.TB, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zeros compresses n zero bytes without holding them.
func zeros(t testing.TB, n int64) []byte {
	t.Helper()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	piece := make([]byte, 1<<20)
	for ; n > 0; n -= int64(len(piece)) {
		if _, err := z.Write(piece); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// resigned is an envelope whose report was changed after it was signed, or signed with what it does
// not say.
func resigned(t testing.TB, key *attest.Key, change func(map[string]any)) []byte {
	t.Helper()
	text, err := reports.Encode(registrytest.Report(0))
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	change(doc)
	envelope, err := attest.SignStatement([]attest.Subject{{Name: "report.json", Digest: map[string]string{"sha256": strings.Repeat("0", 64)}}}, attest.ReportPredicate, doc, key)
	if err != nil {
		t.Fatal(err)
	}
	return envelope
}

// Nothing of what is wrong is taken, every refusal says why in a problem, and afterwards the registry
// works as before.
func TestAttacks(t *testing.T) {
	o := siteOptions{Options: registrytest.Options{Reports: 1}}
	o.Policy.MaxEnvelope = 1 << 20
	s := newSite(t, o)
	good := s.Envelope(t, 9)
	var parts map[string]any
	if err := json.Unmarshal(good, &parts); err != nil {
		t.Fatal(err)
	}
	altered := func(field string, v any) []byte {
		copied := map[string]any{}
		for k, x := range parts {
			copied[k] = x
		}
		copied[field] = v
		text, err := reports.Canonical(copied)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	stranger := registrytest.Sign(t, registrytest.Report(9), s.Stranger)
	foreign := registrytest.Report(9)
	foreign.Suite.Spec = reports.Digest([]byte("another"))
	if err := foreign.Seal(); err != nil {
		t.Fatal(err)
	}
	payload, err := base64.StdEncoding.DecodeString(parts["payload"].(string))
	if err != nil {
		t.Fatal(err)
	}
	forged := bytes.Replace(payload, []byte(`"non-conforming"`), []byte(`"conforming"`), 1)

	for name, c := range map[string]struct {
		body   []byte
		header []string
		status int
		code   string
	}{
		"nothing":               {nil, nil, 400, "malformed"},
		"no JSON":               {[]byte("hello"), nil, 400, "malformed"},
		"JSON of something":     {[]byte(`{"a":1}`), nil, 400, ""},
		"truncated":             {good[:len(good)/2], nil, 400, "malformed"},
		"with more behind":      {append(bytes.Clone(good), "{}"...), nil, 400, "malformed"},
		"with a NUL":            {append(bytes.Clone(good), 0), nil, 400, "malformed"},
		"deep":                  {[]byte(strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000)), nil, 400, "malformed"},
		"deep lists":            {[]byte(strings.Repeat(`[`, 500_000)), nil, 400, "malformed"},
		"forged payload":        {altered("payload", base64.StdEncoding.EncodeToString(forged)), nil, 403, "signature"},
		"no signatures":         {altered("signatures", []any{}), nil, 403, "unsigned"},
		"another payload type":  {altered("payloadType", "text/plain"), nil, 400, ""},
		"signed by nobody here": {stranger, nil, 403, "unknown-key"},
		"another suite":         {registrytest.Sign(t, foreign, s.Vendor), nil, 422, "unknown-suite"},
		"a later schema":        {resigned(t, s.Vendor, func(d map[string]any) { d["schema"] = "touchstone/report/v9" }), nil, 422, "future-version"},
		"a wrong schema":        {resigned(t, s.Vendor, func(d map[string]any) { d["verdicts"] = "fine" }), nil, 422, "schema"},
		"too many members":      {resigned(t, s.Vendor, func(d map[string]any) { d["extra"] = 1 }), nil, 422, "schema"},
		"an act":                {s.Act(t, act.Revocation{What: act.ThingReport, ID: s.Digests[0], Reason: "x"}, s.Vendor), nil, 400, ""},
		"huge":                  {bytes.Repeat([]byte("x"), 1<<20+1), nil, 413, "too-large"},
		"a bomb":                {zeros(t, 64<<20), []string{"Content-Encoding", "gzip"}, 413, "too-large"},
		"a bomb in a bomb":      {pack(t, zeros(t, 256<<20)), []string{"Content-Encoding", "gzip"}, 400, ""},
		"no gzip":               {good, []string{"Content-Encoding", "gzip"}, 400, "malformed"},
		"gzip cut short":        {pack(t, good)[:200], []string{"Content-Encoding", "gzip"}, 400, "malformed"},
		"gzip without its end":  {pack(t, good)[:len(pack(t, good))-8], []string{"Content-Encoding", "gzip"}, 400, "malformed"},
		"gzip damaged":          {append(pack(t, good)[:300], 1, 2, 3), []string{"Content-Encoding", "gzip"}, 400, "malformed"},
		"another encoding":      {good, []string{"Content-Encoding", "br"}, 415, ""},
		"encoded twice":         {good, []string{"Content-Encoding", "gzip, gzip"}, 415, ""},
		"a form":                {good, []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, ""},
		"text":                  {good, []string{"Content-Type", "text/plain"}, 415, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := s.do(http.MethodPost, "/api/v1/reports", c.body, c.header...)
			if r.code != c.status && !(c.code == "" && r.code/100 == 4) || c.code != "" && !r.has(c.code) {
				t.Errorf("%d, want %d with reason %q\n%s", r.code, c.status, c.code, r.text)
			}
			var p api.Problem
			if err := json.Unmarshal([]byte(r.text), &p); err != nil || p.Instance == "" || c.code != "" && len(p.Reasons) == 0 {
				t.Errorf("%v: %s", err, r.text)
			}
		})
	}
	// The same bytes compressed are taken, once.
	if r := s.do(http.MethodPost, "/api/v1/reports", pack(t, good), "Content-Encoding", "gzip"); r.code != http.StatusCreated {
		t.Errorf("%d %s", r.code, r.text)
	}
	if r := s.submit(good); r.code != http.StatusOK {
		t.Errorf("%d %s", r.code, r.text)
	}
	totals, err := s.Reader().Totals(t.Context())
	if err != nil || totals[store.Published] != 2 {
		t.Errorf("%v, %v", totals, err)
	}
}

// The same report in another envelope, an act for another registry, an act from long ago.
func TestReplays(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 1}})
	key, err := attest.ECDSAP256.Generate()
	if err != nil {
		t.Fatal(err)
	}
	both, err := attest.Countersign(s.Envelope(t, 0), key)
	if err != nil {
		t.Fatal(err)
	}
	if r := s.submit(both); r.code/100 != 4 || !r.has("replay") {
		t.Errorf("a report with a stranger's signature more: %d %s", r.code, r.text)
	}
	revocation := act.Revocation{What: act.ThingReport, ID: s.Digests[0], Reason: "x"}
	for name, h := range map[string]act.Header{
		"elsewhere": act.New("another.example"),
		"long ago":  {Registry: registrytest.Name, At: time.Now().Add(-48 * time.Hour).Truncate(time.Second).UTC(), Nonce: strings.Repeat("0", 32)},
		"tomorrow":  {Registry: registrytest.Name, At: time.Now().Add(24 * time.Hour).Truncate(time.Second).UTC(), Nonce: strings.Repeat("0", 32)},
	} {
		text, err := act.Sign(h, revocation, s.Vendor)
		if err != nil {
			t.Fatal(err)
		}
		if r := s.do(http.MethodPost, "/api/v1/acts", text); r.code/100 != 4 || !(r.has("replay") || r.has("stale") || r.has("time")) {
			t.Errorf("%s: %d %s", name, r.code, r.text)
		}
	}
	if r := s.do(http.MethodPost, "/api/v1/acts", s.Act(t, revocation, s.Stranger)); r.code != http.StatusForbidden || !r.has("unknown-key") {
		t.Errorf("%d %s", r.code, r.text)
	}
	if r := s.get("/api/v1/reports/" + s.Digests[0]); !strings.Contains(r.text, `"state":"published"`) {
		t.Error(r.text)
	}
}

func TestBadChallenges(t *testing.T) {
	s := newSite(t, siteOptions{})
	for body, want := range map[string]int{
		`{`: 400, `[]`: 400, `"x"`: 400, `{"target":"rule"} {}`: 400, `{"target":"rule","extra":1}`: 400,
		`{"target":"moon","pack":"riscv","title":"t","text":"x"}`:                                               422,
		`{"target":"rule","pack":"riscv","title":"t","text":"x"}`:                                               422,
		`{"target":"rule","pack":"riscv","rule":"r","title":"a\u202eb","text":"x"}`:                             422,
		`{"target":"rule","pack":"riscv","rule":"r","title":"t","text":"` + strings.Repeat("x", 20_000) + `"}`:  422,
		`{"target":"rule","pack":"riscv","rule":"r","title":"t","text":"` + strings.Repeat("x", 100_000) + `"}`: 413,
		`{"target":"rule","pack":"riscv","rule":"` + strings.Repeat("[", 30_000) + `","title":"t","text":"x"}`:  422,
		strings.Repeat("[", 60_000): 400,
	} {
		if r := s.do(http.MethodPost, "/api/v1/challenges", []byte(body), "Content-Type", "application/json"); r.code != want {
			t.Errorf("%.80s: %d, want %d\n%s", body, r.code, want, r.text)
		}
	}
	found, err := s.Reader().Challenges(t.Context(), store.ChallengeFilter{}, store.Page{})
	if err != nil || len(found.Items) != 0 {
		t.Errorf("%v, %v", found, err)
	}
}

// raw speaks to the site without a client's manners.
func (s *site) raw() net.Conn {
	s.t.Helper()
	c, err := (&net.Dialer{}).DialContext(s.t.Context(), "tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { c.Close() })
	return c
}

// Who sends a body by drops is answered 408 and hung up on, and others are served meanwhile.
func TestSlowBody(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 1}, api: api.Options{Patience: 500 * time.Millisecond}})
	c := s.raw()
	fmt.Fprintf(c, "POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n")
	stop := make(chan struct{})
	var drops sync.WaitGroup
	drops.Go(func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				if _, err := c.Write([]byte(" ")); err != nil {
					return
				}
			}
		}
	})
	s.must(http.StatusOK, http.MethodGet, "/api/v1/reports", nil)
	start := time.Now()
	_ = c.SetReadDeadline(start.Add(time.Minute))
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	close(stop)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	if answer.StatusCode != http.StatusRequestTimeout {
		t.Errorf("%s after %v: %s", answer.Status, time.Since(start), text)
	}
	_ = c.Close()
	drops.Wait()
}

// A body that ends before it should, and a client that goes away: nothing is taken.
func TestBodyCutShort(t *testing.T) {
	s := newSite(t, siteOptions{})
	envelope := s.Envelope(t, 0)
	const many = 6
	for i := range many {
		c := s.raw()
		fmt.Fprintf(c, "POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n", len(envelope)+1)
		_, _ = c.Write(envelope)
		if i%2 == 0 { // it listens still
			if err := c.(*net.TCPConn).CloseWrite(); err != nil {
				t.Fatal(err)
			}
			_ = c.SetReadDeadline(time.Now().Add(2 * time.Minute))
			answer, err := http.ReadResponse(bufio.NewReader(c), nil)
			if err != nil {
				t.Fatal(err)
			}
			if answer.Body.Close(); answer.StatusCode != http.StatusBadRequest {
				t.Error(answer.Status)
			}
		}
		_ = c.Close()
	}
	// Each is answered for, though nobody reads it.
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(5 * time.Millisecond) {
		outcomes := s.Stats().Submitted
		if outcomes["failed"] == many {
			break
		}
		if time.Now().After(deadline) || len(outcomes) > 1 || len(outcomes) == 1 && outcomes["failed"] == 0 {
			t.Fatalf("%v", outcomes)
		}
	}
	totals, err := s.Reader().Totals(t.Context())
	if err != nil || len(totals) != 0 {
		t.Errorf("%v, %v", totals, err)
	}
}

// Two hundred clients submit and read at once; what each was told is so.
func TestManyClients(t *testing.T) {
	s := newSite(t, siteOptions{})
	const many = 60
	envelopes := make([][]byte, many)
	for i := range envelopes {
		envelopes[i] = s.Envelope(t, i)
	}
	var group sync.WaitGroup
	for i := range 3 * many {
		group.Go(func() {
			r := s.submit(envelopes[i%many]) // each three times
			if r.code != http.StatusCreated && r.code != http.StatusOK {
				t.Errorf("%d %s", r.code, r.text)
				return
			}
			s.get("/api/v1/reports/" + reports.Digest(envelopes[i%many]))
		})
	}
	group.Wait()
	if about := decode[api.About](t, s.get("/api/v1")); about.Reports["published"] != many || about.Log.Size != many {
		t.Errorf("%+v", about)
	}
}
