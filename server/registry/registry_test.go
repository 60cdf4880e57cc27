package registry_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
	"touchstone/reports/tlog"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/translog"
)

func TestMain(m *testing.M) {
	translog.Messages(slog.New(slog.DiscardHandler))
	if dir := os.Getenv(submitForEver); dir != "" {
		beKilled(dir)
		return
	}
	goleak.VerifyTestMain(m)
}

// codes are those of a refusal; an error that is none fails the test.
func codes(t testing.TB, err error) []registry.Code {
	t.Helper()
	var refusal *registry.Refusal
	if !errors.As(err, &refusal) {
		t.Fatalf("not a refusal: %v", err)
	}
	var out []registry.Code
	for _, r := range refusal.Reasons {
		if r.Words == "" || len(r.Words) > 1<<10 {
			t.Errorf("%s says %q", r.Code, r.Words)
		}
		out = append(out, r.Code)
	}
	return out
}

func refused(t testing.TB, what string, err error, want ...registry.Code) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: was taken", what)
		return
	}
	if have := codes(t, err); !slices.Equal(have, want) {
		t.Errorf("%s: %v, want %v: %v", what, have, want, err)
	}
}

// proven: the proof is of these bytes.
func proven(t testing.TB, r *registrytest.Registry, proof, document []byte) *tlog.Inclusion {
	t.Helper()
	in, err := tlog.Verify(proof, nil, r.Log().Verifier().String())
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Covers(document); err != nil {
		t.Error(err)
	}
	return in
}

func submit(r *registrytest.Registry, t testing.TB, envelope []byte) (registry.Receipt, error) {
	return r.Submit(t.Context(), bytes.NewReader(envelope))
}

func TestSubmit(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	envelope := r.Envelope(t, 1)
	receipt := r.MustSubmit(t, envelope)
	rep := receipt.Report
	if !receipt.New || rep.State != store.Published || rep.LogIndex != 0 || rep.Account != "vendor" || rep.Digest != reports.Digest(envelope) || rep.Size != int64(len(envelope)) {
		t.Errorf("%+v", rep)
	}
	if in := proven(t, r, receipt.Proof, envelope); in.Entry.Kind != tlog.Report || in.Entry.Subject != "" {
		t.Errorf("%+v", in.Entry)
	}
	again := r.MustSubmit(t, envelope)
	if again.New || again.Report.LogIndex != 0 || again.Report.Digest != rep.Digest {
		t.Errorf("%+v", again)
	}
	proven(t, r, again.Proof, envelope)
	if size := r.Log().Checkpoint().Size; size != 1 {
		t.Errorf("the log has %d entries", size)
	}

	f, err := r.Registry.Envelope(t.Context(), rep.Digest)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(f); err != nil || !bytes.Equal(text, envelope) {
		t.Errorf("the envelope comes back as %d bytes, %v", len(text), err)
	}
	proof, err := r.Proof(t.Context(), rep.Digest)
	if err != nil {
		t.Fatal(err)
	}
	proven(t, r, proof, envelope)
	if stats := r.Stats(); stats.Submitted["published"] != 1 || stats.Submitted["known"] != 1 || stats.Logged != 1 || stats.Reading != 0 || stats.Trouble != "" {
		t.Errorf("%+v", stats)
	}
	if err := r.Health(t.Context()); err != nil {
		t.Error(err)
	}
}

// Of many who submit the same at once one is the first, and all get the proof.
func TestAtOnce(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	list := [][]byte{r.Envelope(t, 1), r.Envelope(t, 2), r.Envelope(t, 3)}
	var mu sync.Mutex
	first := map[string]int{}
	var all sync.WaitGroup
	for i := range 24 {
		all.Go(func() {
			envelope := list[i%len(list)]
			receipt, err := submit(r, t, envelope)
			if err != nil || receipt.Report.State != store.Published {
				t.Errorf("%s, %v", receipt.Report.State, err)
				return
			}
			proven(t, r, receipt.Proof, envelope)
			mu.Lock()
			defer mu.Unlock()
			if receipt.New {
				first[receipt.Report.Digest]++
			}
		})
	}
	all.Wait()
	if len(first) != len(list) || r.Log().Checkpoint().Size != uint64(len(list)) {
		t.Errorf("first: %v; %d entries", first, r.Log().Checkpoint().Size)
	}
	for digest, n := range first {
		if n != 1 {
			t.Errorf("%s was new %d times", digest, n)
		}
	}
}

// change gives an envelope of the sample report, changed and sealed.
func change(t testing.TB, do func(*reports.Report), keys ...*attest.Key) []byte {
	t.Helper()
	r := registrytest.Report(1)
	do(r)
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
	if len(keys) == 0 {
		keys = append(keys, registrytest.Key("vendor"))
	}
	return registrytest.Sign(t, r, keys...)
}

func statement(t testing.TB, predicateType string, predicate any) []byte {
	t.Helper()
	about := []attest.Subject{{Name: "report.json", Digest: map[string]string{"sha256": strings.Repeat("0", 64)}}}
	text, err := attest.SignStatement(about, predicateType, predicate, registrytest.Key("vendor"))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestRefused(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Policy: registry.Policy{MaxEnvelope: 200_000}})
	good := r.Envelope(t, 1)
	old := registrytest.Key("old")
	if _, err := r.Register(t.Context(), old.Public(), "vendor", []store.Role{store.Vendor}, ""); err != nil {
		t.Fatal(err)
	}
	r.MustDo(t, act.Revocation{What: act.ThingKey, ID: old.ID(), Reason: "lost"}, r.Vendor)
	flip := func(at int) []byte {
		text := bytes.Clone(good)
		text[at] ^= 1
		return text
	}
	signature := bytes.Index(good, []byte(`"sig":"`)) + len(`"sig":"`)
	unsigned := append(bytes.Clone(good[:bytes.Index(good, []byte(`"signatures":[`))+len(`"signatures":[`)]), "]}"...)
	now := time.Now().UTC()
	is := func(c ...registry.Code) []registry.Code { return c }
	for _, test := range []struct {
		what     string
		envelope []byte
		want     []registry.Code
		row      bool // it is kept, and not shown
	}{
		{"nothing", nil, is(registry.Malformed), false},
		{"no JSON", []byte("<html>"), is(registry.Malformed), false},
		{"deep JSON", []byte(strings.Repeat("[", 100_000)), is(registry.Malformed), false},
		{"too large", make([]byte, 200_001), is(registry.TooLarge), false},
		{"half", good[:len(good)/2], is(registry.Malformed), false},
		{"more behind it", append(bytes.Clone(good), '\n'), is(registry.Malformed), false},
		{"a changed payload", flip(len(good) / 2), is(registry.Signature), false},
		{"a changed signature", flip(signature + 10), is(registry.Signature), false},
		{"unsigned", unsigned, is(registry.Unsigned), false},
		{"an act", r.Act(t, act.Withdrawal{Challenge: "x"}, r.Vendor), is(registry.Malformed), false},
		{"the type of a later version", statement(t, "https://touchstone.dev/conformance-report/v2", map[string]any{"new": 1}), is(registry.FutureVersion), false},
		{"the schema of a later version", statement(t, attest.ReportPredicate, map[string]any{"schema": "touchstone/report/v12"}), is(registry.FutureVersion), false},
		{"not what the schema says", statement(t, attest.ReportPredicate, map[string]any{"schema": reports.SchemaID}), is(registry.Schema), false},
		{"a stranger", change(t, func(*reports.Report) {}, r.Stranger), is(registry.UnknownKey), false},
		{"a revoked key", change(t, func(*reports.Report) {}, old), is(registry.RevokedKey), false},
		{"a reviewer", change(t, func(*reports.Report) {}, r.Reviewer, r.Admin), is(registry.Role, registry.Role), false},
		{"another suite", change(t, func(r *reports.Report) { r.Suite.Features = reports.Digest(nil) }), is(registry.UnknownSuite), true},
		{"another specification", change(t, func(r *reports.Report) { r.Suite.Spec = reports.Digest(nil) }), is(registry.UnknownSuite), true},
		{"a conclusion that does not follow", func() []byte {
			r := registrytest.Report(1)
			r.Verdicts.Conclusion = reports.Conforming
			return registrytest.Sign(t, r, registrytest.Key("vendor"))
		}(), is(registry.Digest), false},
		{"counts that do not follow", func() []byte {
			r := registrytest.Report(1)
			r.Verdicts.Counts.Passed++
			return registrytest.Sign(t, r, registrytest.Key("vendor"))
		}(), is(registry.Digest), false},
		{"from the future", change(t, func(r *reports.Report) { r.Run.Finished = now.Add(time.Hour).Format(time.RFC3339) }), is(registry.Time), true},
		{"finished before it started", change(t, func(r *reports.Report) { r.Run.Started = now.Format(time.RFC3339) }), is(registry.Time), true},
		{"from long ago", change(t, func(r *reports.Report) {
			r.Run.Started, r.Run.Finished = "1999-12-31T23:00:00Z", "1999-12-31T23:00:01Z"
		}), is(registry.Time), true},
		{"a name that turns around", change(t, func(r *reports.Report) { r.Implementation.Name = "Core \u202eX" }), is(registry.Text), true},
		{"a line break in a name", change(t, func(r *reports.Report) { r.Implementation.Vendor = "Acme\nInc" }), is(registry.Text), true},
		{"a long name", change(t, func(r *reports.Report) { r.Implementation.Name = strings.Repeat("x", 300) }), is(registry.Text), false},
		{"a long text", change(t, func(r *reports.Report) { r.Evidence[0].Why = strings.Repeat("x", 40_000) }), is(registry.Text), true},
		{"all at once", change(t, func(r *reports.Report) {
			r.Suite.Features, r.Run.Started, r.Implementation.Name = reports.Digest(nil), now.Format(time.RFC3339), "\u202e"
		}, r.Stranger, r.Admin), is(registry.UnknownKey, registry.Role, registry.UnknownSuite, registry.Time, registry.Text), false},
	} {
		_, err := submit(r, t, test.envelope)
		refused(t, test.what, err, test.want...)
		rep, err := r.Store.Report(t.Context(), reports.Digest(test.envelope))
		switch {
		case !test.row && !errors.Is(err, store.ErrNotFound):
			t.Errorf("%s: kept as %s, %v", test.what, rep.State, err)
		case test.row && (err != nil || rep.State != store.Refused || !strings.Contains(rep.Reason, string(test.want[0]))):
			t.Errorf("%s: kept as %s because of %q, %v", test.what, rep.State, rep.Reason, err)
		}
	}
	if size := r.Log().Checkpoint().Size; size != 1 { // the revocation of a key
		t.Errorf("the log has %d entries", size)
	}
	if list, err := r.Store.Reports(t.Context(), store.ReportFilter{States: store.PublicStates()}, store.Page{}); err != nil || len(list.Items) > 0 {
		t.Errorf("shown: %v, %v", list.Items, err)
	}
	if stats := r.Stats(); stats.Refused[registry.UnknownSuite] != 3 || stats.Submitted["refused"] == 0 || stats.Reading != 0 {
		t.Errorf("%+v", stats)
	}
}

// What was refused may come again when the reason is gone.
func TestRefusedAndTaken(t *testing.T) {
	dir := t.TempDir()
	r, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	suite := registrytest.Suite()
	suite.Features = reports.Digest([]byte("next"))
	envelope := change(t, func(r *reports.Report) { r.Suite.Features = suite.Features })
	_, err = submit(r, t, envelope)
	refused(t, "before", err, registry.UnknownSuite)
	if err := r.AddSuite(t.Context(), store.Suite{Pack: "riscv"}, "admin"); !errors.Is(err, store.ErrInvalid) {
		t.Errorf("a suite without digests: %v", err)
	}
	for range 2 {
		if err := r.AddSuite(t.Context(), suite, "admin"); err != nil {
			t.Fatal(err)
		}
	}
	if receipt := r.MustSubmit(t, envelope); !receipt.New || receipt.Report.State != store.Published {
		t.Errorf("%+v", receipt)
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
	if _, err := submit(r, t, envelope); !errors.Is(err, registry.ErrClosed) {
		t.Errorf("after the end: %v", err)
	}
	r = registrytest.New(t, registrytest.Options{Dir: dir, Change: func(o *registry.Options) { o.Suites = nil }})
	if !slices.Contains(r.Suites(), suite) || !slices.Contains(r.Suites(), registrytest.Suite()) || len(r.Suites()) != 2 {
		t.Errorf("%v", r.Suites())
	}
	if receipt := r.MustSubmit(t, envelope); receipt.New || receipt.Report.LogIndex != 0 {
		t.Errorf("%+v", receipt)
	}
}

func TestPolicies(t *testing.T) {
	other := func(r *reports.Report) { r.Suite.Features = reports.Digest(nil) }
	any := registrytest.New(t, registrytest.Options{Policy: registry.Policy{AnySuite: true}})
	any.MustSubmit(t, change(t, other))
	own := registrytest.New(t, registrytest.Options{Policy: registry.Policy{OwnVendor: true}})
	_, err := submit(own, t, own.Envelope(t, 1))
	refused(t, "somebody else's implementation", err, registry.Role)
	own.MustSubmit(t, change(t, func(r *reports.Report) { r.Implementation.Vendor = "Vendor" }))
	own.MustSubmit(t, change(t, func(*reports.Report) {}, own.Laboratory))
	waiver := act.Waiver{Pack: "riscv", Rule: "mul_op", Vendor: "Acme", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}
	_, err = do(own, t, waiver, own.Vendor)
	refused(t, "a waiver for somebody else", err, registry.Role)
	own.MustDo(t, waiver, own.Laboratory)
	waiver.Vendor = "vendor"
	own.MustDo(t, waiver, own.Vendor)
}

// The same report in another envelope.
func TestReplay(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	curve, err := attest.ECDSAP256.Generate()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Register(t.Context(), curve.Public(), "vendor", []store.Role{store.Vendor}, ""); err != nil {
		t.Fatal(err)
	}
	rival := registrytest.Key("rival")
	if _, err := r.Register(t.Context(), rival.Public(), "rival", []store.Role{store.Vendor}, ""); err != nil {
		t.Fatal(err)
	}
	sample := registrytest.Report(1)
	sign := func(keys ...*attest.Key) []byte { return registrytest.Sign(t, sample, keys...) }
	first := r.MustSubmit(t, sign(curve))

	_, err = submit(r, t, sign(curve)) // another nonce
	refused(t, "signed again", err, registry.Replay)
	_, err = submit(r, t, sign(curve, rival))
	refused(t, "with the signature of somebody whom it does not concern", err, registry.Replay)
	_, err = submit(r, t, sign(r.Stranger, curve))
	refused(t, "with a stranger's signature", err, registry.Replay)
	both := r.MustSubmit(t, sign(curve, r.Laboratory)) // it was run again by a laboratory
	if both.Report.Account != "vendor" || len(both.Report.Signers) != 2 || both.Report.Signers[1].Account != "laboratory" {
		t.Errorf("%+v", both.Report)
	}
	_, err = submit(r, t, sign(r.Laboratory))
	refused(t, "with a signature taken out", err, registry.Replay)

	r.MustDo(t, act.Revocation{What: act.ThingReport, ID: first.Report.Digest, Reason: "wrong board"}, curve)
	_, err = submit(r, t, sign(curve, r.Vendor, r.Laboratory))
	refused(t, "revoked, and signed by one more", err, registry.Replay)
	if again := r.MustSubmit(t, mustEnvelope(t, r, first.Report.Digest)); again.New || again.Report.State != store.Revoked {
		t.Errorf("the revoked one again: %+v", again.Report)
	}
}

func mustEnvelope(t testing.TB, r *registrytest.Registry, digest string) []byte {
	t.Helper()
	f, err := r.Registry.Envelope(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// More than there is memory for is turned away, and nothing of it is held.
func TestBusy(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Policy: registry.Policy{MaxEnvelope: 100_000, MaxAct: 1000, MaxInFlight: 300_000}})
	var slow []*io.PipeWriter
	done := make(chan error)
	for range 2 {
		out, in := io.Pipe()
		slow = append(slow, in)
		go func() {
			_, err := r.Submit(t.Context(), out)
			done <- err
		}()
		if _, err := in.Write(make([]byte, 90_000)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := submit(r, t, make([]byte, 90_000)); !errors.Is(err, registry.ErrBusy) {
		t.Errorf("%v", err)
	}
	for _, in := range slow {
		in.CloseWithError(errors.New("hung up"))
		if err := <-done; err == nil || !strings.Contains(err.Error(), "hung up") {
			t.Errorf("%v", err)
		}
	}
	if stats := r.Stats(); stats.Reading != 0 || stats.Submitted["failed"] != 3 {
		t.Errorf("%+v", stats)
	}
	r.MustSubmit(t, r.Envelope(t, 1))
}

// Neither envelopes nor what is in them nor keys are logged.
func TestLogged(t *testing.T) {
	var mu sync.Mutex
	var log bytes.Buffer
	lock := writer(func(p []byte) (int, error) {
		mu.Lock()
		defer mu.Unlock()
		return log.Write(p)
	})
	r := registrytest.New(t, registrytest.Options{Logger: slog.New(slog.NewJSONHandler(lock, &slog.HandlerOptions{Level: slog.LevelDebug}))})
	r.MustSubmit(t, change(t, func(r *reports.Report) { r.Implementation.Name = "SECRET" }))
	submit(r, t, change(t, func(r *reports.Report) { r.Implementation.Name = "SECRET \u202e" }))
	submit(r, t, []byte("SECRET"))
	r.Do(t.Context(), r.Act(t, act.Withdrawal{Challenge: "SECRET"}, r.Vendor))
	r.Do(t.Context(), []byte("SECRET"))
	mu.Lock()
	defer mu.Unlock()
	text := log.String()
	if strings.Count(text, "\n") != 5 || !strings.Contains(text, `"state":"published"`) || !strings.Contains(text, `"codes":["text"]`) || !strings.Contains(text, "act refused") {
		t.Error(text)
	}
	if strings.Contains(text, "SECRET") || strings.Contains(text, "sig") {
		t.Error(text)
	}
}

type writer func([]byte) (int, error)

func (w writer) Write(p []byte) (int, error) { return w(p) }

func TestReading(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	ctx := t.Context()
	digest := r.Digests[1]
	for _, name := range []string{digest, digest[7:], digest[7:19]} {
		if rep, err := r.Find(ctx, name); err != nil || rep.Digest != digest {
			t.Errorf("%s: %s, %v", name, rep.Digest, err)
		}
	}
	for _, name := range []string{"", digest[7:18], "sha256:" + strings.Repeat("0", 64), strings.ToUpper(digest[7:]), "../../etc/passwd/", digest + "0"} {
		if _, err := r.Find(ctx, name); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	a, err := r.Parsed(ctx, digest)
	if err != nil || a.Report.Implementation.Name != "Core X1" {
		t.Fatal(err)
	}
	if b, err := r.Parsed(ctx, digest); err != nil || a != b {
		t.Errorf("parsed again: %v", err)
	}
	if size := r.Stats().Cached; size != 4*int64(len(r.Envelope(t, 1))) {
		t.Errorf("%d bytes are cached", size)
	}
	if _, err := r.Parsed(ctx, reports.Digest(nil)); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	info, err := r.Rule(ctx, "riscv", "div_by_zero")
	if err != nil || info.Rule.Summary == "" || len(info.Scenarios) != 2 || info.Report.Digest == "" {
		t.Errorf("%+v, %v", info, err)
	}
	if _, err := r.Rule(ctx, "riscv", "none"); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	d, err := r.Diff(ctx, r.Digests[0], digest)
	if err != nil || !d.Same() || len(d.Warnings) == 0 {
		t.Errorf("%+v, %v", d, err)
	}
	for _, digest := range []string{reports.Digest(nil), "", "x"} {
		if _, err := r.Document(ctx, digest); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("document %q: %v", digest, err)
		}
		if _, err := r.Proof(ctx, digest); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("proof of %q: %v", digest, err)
		}
	}
	if f, err := r.Document(ctx, digest); err != nil {
		t.Error(err)
	} else if text, err := io.ReadAll(f); err != nil || reports.Digest(text) != digest {
		t.Error(err)
	}
	for _, index := range []int64{-1, 2} {
		if _, err := r.EntryProof(ctx, index); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("entry %d: %v", index, err)
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 5, Policy: registry.Policy{MaxCache: 450_000}})
	for range 2 {
		for _, digest := range r.Digests {
			if _, err := r.Parsed(t.Context(), digest); err != nil {
				t.Fatal(err)
			}
			if held := r.Stats().Cached; held == 0 || held > 450_000 {
				t.Errorf("%d bytes are cached", held)
			}
		}
	}
}

func TestEvidence(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2, Policy: registry.Policy{MaxEvidence: 1 << 20}})
	ctx := t.Context()
	rep := registrytest.Report(1)
	outcomes := reportstest.Outcomes(rep)
	add := func(digest string, text []byte) error { return r.AddEvidence(ctx, digest, bytes.NewReader(text)) }

	refused(t, "no such report", add(reports.Digest(nil), outcomes), registry.NotFound)
	refused(t, "other outcomes", add(r.Digests[1], outcomes[1:]), registry.Digest)
	refused(t, "too many", add(r.Digests[1], make([]byte, 2<<20)), registry.TooLarge)
	if n := countBlobs(t, r); n != 2 {
		t.Errorf("%d blobs are kept", n)
	}
	if _, err := r.Evidence(ctx, r.Digests[1], ""); !errors.Is(err, store.ErrNotFound) {
		t.Error(err)
	}
	for range 2 {
		if err := add(r.Digests[1], outcomes); err != nil {
			t.Fatal(err)
		}
	}
	f, err := r.Evidence(ctx, r.Digests[1], rep.Suite.Outcomes)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if text, err := io.ReadAll(f); err != nil || !bytes.Equal(text, outcomes) {
		t.Errorf("%d bytes, %v", len(text), err)
	}
	list, err := r.Sidecars(ctx, r.Digests[1])
	if err != nil || len(list) != 1 || !list[0].Here || list[0].Name != reports.SidecarName(rep.Suite.Outcomes) {
		t.Errorf("%+v, %v", list, err)
	}

	// Its digest does not give what is somebody else's.
	private := r.Act(t, act.Run{Implementation: "embedded"}, r.Vendor)
	if _, err := r.Blobs.Put(ctx, bytes.NewReader(private)); err != nil {
		t.Fatal(err)
	}
	thief := r.MustSubmit(t, change(t, func(r *reports.Report) { r.Suite.Outcomes = reports.Digest(private) }))
	if _, err := r.Evidence(ctx, thief.Report.Digest, reports.Digest(private)); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("it was given: %v", err)
	}
	// Outcomes of the right digest that do not give the roots.
	refused(t, "no outcomes", add(thief.Report.Digest, private), registry.Digest)
}

func countBlobs(t testing.TB, r *registrytest.Registry) int {
	t.Helper()
	n := 0
	err := r.Blobs.Garbage(t.Context(), time.Now().Add(time.Hour), func(string) (bool, error) { n++; return true, nil }, nil)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A context that ends does not undo what is accepted.
func TestImpatient(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Policy: registry.Policy{ProofWait: time.Nanosecond}})
	envelope := r.Envelope(t, 1)
	receipt := r.MustSubmit(t, envelope)
	if !receipt.New || receipt.Report.State != store.Accepted || receipt.Proof != nil {
		t.Errorf("%+v", receipt)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if receipt = r.MustSubmit(t, envelope); receipt.Proof != nil {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("it is never logged")
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := r.Submit(ended, bytes.NewReader(r.Envelope(t, 2))); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
