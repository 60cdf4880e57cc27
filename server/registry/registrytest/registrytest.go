// Package registrytest makes registries for tests: in a folder of the test's, with keys of every role
// and sample reports.
//
//	r := registrytest.New(t, registrytest.Options{Reports: 20})
//	receipt, err := r.Submit(ctx, bytes.NewReader(r.Envelope(t, 99)))
//	done, err := r.Do(ctx, r.Act(t, act.Waiver{…}, r.Vendor))
//
// A registry that has been in service for years is made in seconds (see [Registry.Seed]):
//
//	r := registrytest.New(b, registrytest.Options{Seeded: 10_000})
package registrytest

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"fmt"
	"log/slog"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
	"touchstone/server/blob"
	"touchstone/server/registry"
	"touchstone/server/store"
	"touchstone/server/store/sqldb"
	"touchstone/server/translog"
)

// Name is the registry's, for which acts are signed, and the origin of its log.
const Name = "registry.example"

// Options say what there is.
type Options struct {
	Reports int                             // published from the beginning: Envelope(0) to Envelope(Reports-1)
	Seeded  int                             // more of them, see Seed: thousands take seconds
	Size    int                             // bytes of the envelope of each that is seeded; 0: 50 KB
	Dir     string                          // where it is; empty: a temporary folder
	Policy  registry.Policy                 // the suite of the sample reports is known
	Change  func(*registry.Options)         // before it is opened; nil: as it is
	Store   func(tb testing.TB) store.Store // nil: SQLite in the folder
	Logger  *slog.Logger                    // nil: none
}

// Registry is one for a test, and the keys that it knows.
type Registry struct {
	*registry.Registry
	Dir   string
	Store store.Store
	Blobs *blob.Folder

	Vendor, Laboratory, Reviewer, Admin *attest.Key // each of an account of that name, which is its role
	Stranger                            *attest.Key // is not registered
	Digests                             []string    // of the reports that were published at the beginning
}

// New makes a registry that is closed when the test ends.
func New(tb testing.TB, o Options) *Registry {
	tb.Helper()
	r, end, err := Open(tb.Context(), tb, o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := end(); err != nil {
			tb.Error(err)
		}
	})
	r.Publish(tb, o.Reports)
	r.Seed(tb, o.Seeded, o.Size)
	return r
}

// Open opens a registry in a folder, where there may be one already, and registers the keys. end closes
// it. Keys are the same each time.
func Open(ctx context.Context, tb testing.TB, o Options) (r *Registry, end func() error, err error) {
	dir := o.Dir
	if dir == "" {
		dir = tb.TempDir()
	}
	r = &Registry{Dir: dir, Vendor: Key("vendor"), Laboratory: Key("laboratory"), Reviewer: Key("reviewer"), Admin: Key("admin"), Stranger: Key("stranger")}
	var closers []func() error
	end = func() error {
		for i := len(closers) - 1; i >= 0; i-- {
			if e := closers[i](); err == nil {
				err = e
			}
		}
		return err
	}
	fail := func(e error) (*Registry, func() error, error) {
		err = nil
		_ = end()
		return nil, nil, e
	}
	if o.Store != nil {
		r.Store = o.Store(tb)
	} else {
		db, err := sqldb.Open(ctx, "sqlite:"+filepath.Join(dir, "registry.db"))
		if err != nil {
			return fail(err)
		}
		r.Store = db
		closers = append(closers, db.Close)
	}
	if r.Blobs, err = blob.OpenFolder(filepath.Join(dir, "blobs")); err != nil {
		return fail(err)
	}
	key, _, err := translog.OwnKey(filepath.Join(dir, "log.key"), Name)
	if err != nil {
		return fail(err)
	}
	known, err := registry.Known(ctx, r.Store)
	if err != nil {
		return fail(err)
	}
	log, err := translog.Open(ctx, translog.Options{Dir: filepath.Join(dir, "log"), Key: key, Known: known})
	if err != nil {
		return fail(err)
	}
	closers = append(closers, func() error { return patiently(ctx, log.Close) })
	if o.Policy.ProofWait == 0 {
		o.Policy.ProofWait = 5 * time.Minute // a machine may be busy with other tests
	}
	options := registry.Options{Name: Name, Store: r.Store, Blobs: r.Blobs, Log: log, Policy: o.Policy, Suites: []store.Suite{Suite()}, Logger: o.Logger}
	if o.Change != nil {
		o.Change(&options)
	}
	if r.Registry, err = registry.Open(ctx, options); err != nil {
		return fail(err)
	}
	closers = append(closers, func() error { return patiently(ctx, r.Close) })
	for role, key := range map[store.Role]*attest.Key{store.Vendor: r.Vendor, store.Laboratory: r.Laboratory, store.Reviewer: r.Reviewer, store.Admin: r.Admin} {
		if _, err := r.Register(ctx, key.Public(), string(role), []store.Role{role}, "of the test"); err != nil {
			return fail(err)
		}
	}
	return r, end, nil
}

func patiently(ctx context.Context, end func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	return end(ctx)
}

// Key is the Ed25519 key of a name: the same each time.
func Key(name string) *attest.Key {
	seed := sha256.Sum256([]byte("registrytest " + name))
	key, err := attest.NewKey(ed25519.NewKeyFromSeed(seed[:]))
	if err != nil {
		panic(err) // our own
	}
	return key
}

// Suite is that of the sample reports.
func Suite() store.Suite {
	s := reportstest.Small().Suite
	return store.Suite{Pack: s.Pack, PackVersion: s.PackVersion, Version: s.Version, Spec: s.Spec, Features: s.Features}
}

// Report is the n-th sample report: of 250 implementations with several versions, each of which was
// judged for three profiles; every third conforms.
func Report(n int) *reports.Report {
	r := reportstest.Sample()
	if n%3 == 2 {
		r = reportstest.Conforming()
	}
	r.Implementation.Vendor = []string{"Example Silicon", "Acme", "紫光", "Open Cores"}[n%4]
	r.Implementation.Name = fmt.Sprintf("Core X%d", n%250)
	r.Implementation.Version = fmt.Sprintf("r%dp%d", n/250%7, n/1750)
	r.Verdicts.Profile = []string{"RVI20U64", "RVA20U64", "RVA22U64"}[n/5%3]
	r.ICS.Profile = r.Verdicts.Profile
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * time.Minute)
	r.Run.Started, r.Run.Finished = start.Format(time.RFC3339), start.Add(8*time.Second).Format(time.RFC3339)
	if err := r.Seal(); err != nil {
		panic(err) // our own
	}
	return r
}

// Sign signs a report.
func Sign(tb testing.TB, r *reports.Report, keys ...*attest.Key) []byte {
	tb.Helper()
	envelope, err := attest.Sign(r, keys...)
	if err != nil {
		tb.Fatal(err)
	}
	return envelope
}

// Envelope is the n-th sample report, signed with the vendor's key.
func (r *Registry) Envelope(tb testing.TB, n int) []byte {
	tb.Helper()
	return Sign(tb, Report(n), r.Vendor)
}

// MustSubmit submits, which must succeed.
func (r *Registry) MustSubmit(tb testing.TB, envelope []byte) registry.Receipt {
	tb.Helper()
	receipt, err := r.Submit(tb.Context(), bytes.NewReader(envelope))
	if err != nil {
		tb.Fatal(err)
	}
	return receipt
}

// Act signs an act for this registry, now.
func (r *Registry) Act(tb testing.TB, d act.Document, keys ...*attest.Key) []byte {
	tb.Helper()
	envelope, err := act.Sign(act.New(Name), d, keys...)
	if err != nil {
		tb.Fatal(err)
	}
	return envelope
}

// MustDo does what an act says, which must succeed.
func (r *Registry) MustDo(tb testing.TB, d act.Document, keys ...*attest.Key) registry.Done {
	tb.Helper()
	done, err := r.Do(tb.Context(), r.Act(tb, d, keys...))
	if err != nil {
		tb.Fatal(err)
	}
	return done
}

// Publish submits the first sample reports, many at a time.
func (r *Registry) Publish(tb testing.TB, n int) {
	tb.Helper()
	r.Digests = make([]string, n)
	next := make(chan int)
	var all sync.WaitGroup
	for range min(n, 32*runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := range next {
				envelope, err := attest.Sign(Report(i), r.Vendor)
				if err != nil {
					tb.Error(err)
					continue
				}
				receipt, err := r.Submit(tb.Context(), bytes.NewReader(envelope))
				if err != nil || receipt.Report.State != store.Published {
					tb.Errorf("sample report %d: %s, %v", i, receipt.Report.State, err)
				}
				r.Digests[i] = receipt.Report.Digest
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
	if tb.Failed() {
		tb.FailNow()
	}
}
