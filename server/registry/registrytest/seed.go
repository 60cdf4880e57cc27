package registrytest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
	"touchstone/reports/tlog"
	"touchstone/server/store"
)

// Profiles are those of the reports of [Registry.Seed].
func Profiles() []string { return []string{"RVI20U64", "RVA20U64", "RVA22U64", "RVA23U64", "RVB23U64"} }

// vendors of implementations. One has a name that must be escaped wherever it is shown.
func vendors() []string {
	return []string{"Example Silicon", "Acme", "紫光", "Open Cores", "Fir & Pine <Ltd>", "Nordlys", "Tsukuba Micro", "Cobalt", "Ångström", "Ember", "龙芯示例", "Quartz Lab"}
}

// Seeded is what the n-th report of [Registry.Seed] is about: 400 implementations of 12 vendors, each on
// five profiles before the next version of it comes.
func Seeded(n int) (i store.Implementation, profile string) {
	of := n / len(Profiles())
	model := of % 400
	return store.Implementation{Vendor: vendors()[model%len(vendors())], Name: fmt.Sprintf("Core S%d", model), Version: fmt.Sprintf("r%dp%d", of/400/3, of/400%3)},
		Profiles()[n%len(Profiles())]
}

// Seed publishes n reports by writing what submissions would have written (rows, blobs, entries of the
// log), many at a time, and submits the last one, so that the log takes all in. Each is signed by the
// vendor, verifies, and differs from every other one. Envelopes have about size bytes, those of the
// samples (50 KB) if 0. Digests are appended to r.Digests.
//
// What is not done is what a submission does for safety: no file is synced.
func (r *Registry) Seed(tb testing.TB, n, size int) {
	tb.Helper()
	if n <= 0 {
		return
	}
	moulds := newMoulds(tb, size)
	made := make([]chan seeded, runtime.GOMAXPROCS(0))
	ctx, stop := context.WithCancel(tb.Context())
	var all sync.WaitGroup
	defer all.Wait()
	defer stop()
	for w := range made {
		made[w] = make(chan seeded, 64)
		all.Go(func() {
			defer close(made[w])
			for i := w; i < n; i += len(made) {
				x, err := moulds[i%len(moulds)].cast(i, r.Vendor)
				if err == nil && i < n-1 {
					err = r.shelve(x)
				}
				x.err = err
				select {
				case made[w] <- x:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	const together = 500
	begin := len(r.Digests)
	for i := 0; i < n-1; {
		err := r.Store.Update(ctx, func(tx store.Tx) error {
			for range min(together, n-1-i) {
				x := <-made[i%len(made)]
				if x.err != nil {
					return fmt.Errorf("report %d: %w", i, x.err)
				}
				if err := x.write(ctx, tx); err != nil {
					return err
				}
				r.Digests = append(r.Digests, x.row.Digest)
				i++
			}
			return nil
		})
		if err != nil { // nobody else writes: to run the transaction again would help nothing
			tb.Fatal(err)
		}
	}
	last := <-made[(n-1)%len(made)]
	if last.err != nil {
		tb.Fatal(last.err)
	}
	receipt := r.MustSubmit(tb, last.envelope)
	r.Digests = append(r.Digests, receipt.Report.Digest)
	if waiting, err := r.Store.Unlogged(ctx, 1); err != nil || len(waiting) > 0 || len(r.Digests) != begin+n || receipt.Report.State != store.Published {
		tb.Fatalf("%d of %d reports were published, %d wait: %v", len(r.Digests)-begin, n, len(waiting), err)
	}
}

// seeded is a report on its way.
type seeded struct {
	envelope []byte
	text     string // digest of report.json
	row      store.Submission
	err      error
}

// shelve writes the envelope where blobs are.
func (r *Registry) shelve(x seeded) error {
	digits := strings.TrimPrefix(x.row.Digest, "sha256:")
	shelf := filepath.Join(r.Dir, "blobs", "sha256", digits[:2])
	if err := os.MkdirAll(shelf, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(shelf, digits[2:]), x.envelope, 0o600)
}

// write does to the store what taking a submission does.
func (x seeded) write(ctx context.Context, tx store.Tx) error {
	at := x.row.Submitted
	payload, err := tlog.Entry{Kind: tlog.Report, Digest: x.row.Digest, At: at}.Encode()
	if err != nil {
		return err
	}
	x.row.Entry = &store.Entry{Kind: store.KindReport, Digest: x.row.Digest, Subject: x.row.Digest, Payload: payload, At: at}
	if err := tx.AddReport(ctx, x.row); err != nil {
		return err
	}
	if err := tx.Record(ctx, store.Event{At: at, Actor: x.row.Signers[0].Key, Action: "report.accepted", Subject: x.row.Digest, Detail: x.row.Account}); err != nil {
		return err
	}
	return tx.Record(ctx, store.Event{At: at, Actor: "registry", Action: "report.text", Subject: x.text, Detail: x.row.Digest})
}

// mould makes reports that differ in what they are about and when they ran: to encode one takes
// milliseconds, to fill in a few words of its text does not.
type mould struct {
	report   *reports.Report
	whole    stencil // report.json
	identity stencil // what its ID is made of
	rows     store.Submission
}

// The words of a mould that are filled in. None is part of another, or of anything else in a report.
const (
	holeVendor   = "\u2063vendor"
	holeName     = "\u2063name"
	holeVersion  = "\u2063version"
	holeStarted  = "1970-01-01T00:00:01Z"
	holeFinished = "1970-01-01T00:00:09Z"
)

// newMoulds makes 40: five profiles, by eight that differ in their verdicts.
func newMoulds(tb testing.TB, size int) []*mould {
	tb.Helper()
	out := make([]*mould, 8*len(Profiles()))
	var all sync.WaitGroup
	for i := range out {
		all.Go(func() {
			var err error
			if out[i], err = newMould(i, size); err != nil {
				tb.Error(err)
			}
		})
	}
	all.Wait()
	if tb.Failed() {
		tb.FailNow()
	}
	return out
}

func newMould(i, size int) (*mould, error) {
	profile := Profiles()[i%len(Profiles())]
	r := reportstest.Sample()
	if variant := i / len(Profiles()); variant%3 == 2 {
		r = reportstest.Conforming()
	} else {
		turn(r, variant)
	}
	grow(r, size)
	r.Verdicts.Profile, r.ICS.Profile = profile, profile
	r.Implementation.Vendor, r.Implementation.Name, r.Implementation.Version = holeVendor, holeName, holeVersion
	r.Run.Started, r.Run.Finished = holeStarted, holeFinished
	if err := r.Seal(); err != nil {
		return nil, err
	}
	text, err := reports.Encode(r)
	if err != nil {
		return nil, err
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(text, &members); err != nil {
		return nil, err
	}
	identity := fmt.Appendf(nil, `{"implementation":%s,"suite":%s,"verdicts":%s}`, members["implementation"], members["suite"], members["verdicts"])
	m := &mould{report: r, whole: newStencil(text, r.ID, holeVendor, holeName, holeVersion, holeStarted, holeFinished),
		identity: newStencil(identity, holeVendor, holeName, holeVersion), rows: rowOf(r)}
	if m.id(holeVendor, holeName, holeVersion) != r.ID {
		return nil, fmt.Errorf("a report's ID is made otherwise now: %s", r.ID)
	}
	return m, nil
}

// turn leaves another rule open in each variant, which passed.
func turn(r *reports.Report, variant int) {
	const reason = "flaky: 2 of 5 runs alone disagree"
	v := &r.Verdicts
	for i := range v.Rules {
		rule := &v.Rules[(i+3*variant)%len(v.Rules)]
		if variant == 0 || rule.Verdict != reports.Pass || rule.Strength != reports.Tested || len(rule.Scenarios) != 1 {
			continue
		}
		rule.Verdict, rule.Reason, rule.Strength = reports.Inconclusive, reason, ""
		for j := range v.Scenarios {
			if s := &v.Scenarios[j]; s.ID == rule.Scenarios[0] {
				s.Verdict, s.Reason = reports.Inconclusive, reason
				s.Steps[2].Verdict = reports.Inconclusive
			}
		}
		return
	}
}

// grow adds scenarios until the envelope has about so many bytes.
func grow(r *reports.Report, size int) {
	const before, each = 50_000, 850
	model := r.Verdicts.Scenarios[0]
	for i := range max(0, size-before) / each {
		s := model
		s.ID = fmt.Sprintf("riscv/i/large.feature:%d", i+1)
		s.Steps = slices.Clone(model.Steps)
		r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, s)
	}
}

func (m *mould) id(vendor, name, version string) string {
	sum := sha256.Sum256(m.identity.fill(vendor, name, version))
	return "ts1-" + hex.EncodeToString(sum[:])[:20]
}

// cast makes the n-th report.
func (m *mould) cast(n int, key *attest.Key) (seeded, error) {
	i, profile := Seeded(n)
	if profile != m.report.Verdicts.Profile {
		return seeded{}, fmt.Errorf("report %d is for %s, and this mould for %s", n, profile, m.report.Verdicts.Profile)
	}
	started := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Minute)
	finished := started.Add(8 * time.Second)
	quoted := func(s string) string { // in JSON, without the quotes
		text, err := reports.Canonical(s)
		if err != nil {
			panic(err) // our own names
		}
		return string(text[1 : len(text)-1])
	}
	vendor, name, version := quoted(i.Vendor), quoted(i.Name), quoted(i.Version)
	id := m.id(vendor, name, version)
	text := m.whole.fill(id, vendor, name, version, started.Format(time.RFC3339), finished.Format(time.RFC3339))
	r := *m.report
	r.ID = id
	r.Implementation.Vendor, r.Implementation.Name, r.Implementation.Version = i.Vendor, i.Name, i.Version
	envelope, _, err := attest.SignBoth(&r, text, key)
	if err != nil {
		return seeded{}, err
	}
	row := m.rows
	row.Digest, row.Size, row.ID, row.Implementation, row.Finished = reports.Digest(envelope), int64(len(envelope)), id, i, finished
	row.State, row.Account, row.Submitted, row.Signers = store.Accepted, "vendor", finished.Add(time.Hour), []store.Signer{{Key: key.ID(), Account: "vendor"}}
	return seeded{envelope: envelope, text: reports.Digest(text), row: row}, nil
}

// rowOf is what the registry keeps of a report, but for what cast fills in. A test holds it to that.
func rowOf(r *reports.Report) store.Submission {
	v := &r.Verdicts
	c := v.Counts
	s := store.Submission{Report: store.Report{Suite: Suite(), Profile: v.Profile, Conclusion: v.Conclusion, Environments: v.Environments, Effort: v.Effort,
		Counts: store.Counts{Requirements: c.Requirements, Testable: c.Testable, Tested: c.Tested, Touched: c.Touched, Passed: c.Passed, Failed: c.Failed,
			Errors: c.Errors, Inconclusive: c.Inconclusive, Untested: c.Untested, NotApplicable: c.NotApplicable, Waivers: len(v.Waivers), Scenarios: c.Scenarios, Cases: c.Cases}}}
	for i := range v.Rules {
		s.Rules = append(s.Rules, store.RuleVerdict{Rule: v.Rules[i].ID, Verdict: v.Rules[i].Verdict, Strength: v.Rules[i].Strength})
	}
	for i := range v.Scenarios {
		if x := v.Scenarios[i].Verdict; x != reports.Untested && x != reports.NotApplicable {
			s.Ran = append(s.Ran, v.Scenarios[i].ID)
		}
	}
	return s
}

// stencil is a text with holes.
type stencil struct {
	parts [][]byte
	holes []int // which word comes after each part but the last
}

func newStencil(text []byte, words ...string) stencil {
	type hole struct{ at, word int }
	var found []hole
	for w, word := range words {
		for from := 0; ; {
			i := bytes.Index(text[from:], []byte(word))
			if i < 0 {
				break
			}
			found = append(found, hole{from + i, w})
			from += i + len(word)
		}
	}
	slices.SortFunc(found, func(a, b hole) int { return cmp.Compare(a.at, b.at) })
	var s stencil
	from := 0
	for _, h := range found {
		s.parts, s.holes = append(s.parts, text[from:h.at]), append(s.holes, h.word)
		from = h.at + len(words[h.word])
	}
	s.parts = append(s.parts, text[from:])
	return s
}

func (s stencil) fill(words ...string) []byte {
	var b bytes.Buffer
	for i, part := range s.parts {
		b.Write(part)
		if i < len(s.holes) {
			b.WriteString(words[s.holes[i]])
		}
	}
	return b.Bytes()
}
