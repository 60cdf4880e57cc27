package registry_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"touchstone/reports/act"
	"touchstone/server/blob"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/store/sqldb"
	"touchstone/server/translog"
)

// broken is a store that fails where a process might end.
type broken struct {
	store.Store
	marks atomic.Int64 // so many transactions that say what was logged are still to fail
	reads atomic.Bool  // what is to be logged cannot be read
}

var errBroken = errors.New("the machine is burning")

func (b *broken) Update(ctx context.Context, do func(store.Tx) error) error {
	return b.Store.Update(ctx, func(tx store.Tx) error {
		x := &brokenTx{Tx: tx}
		if err := do(x); err != nil {
			return err
		}
		if x.marked && b.marks.Load() > 0 {
			b.marks.Add(-1)
			return errBroken
		}
		return nil
	})
}

func (b *broken) Unlogged(ctx context.Context, limit int) ([]store.Entry, error) {
	if b.reads.Load() {
		return nil, errBroken
	}
	return b.Store.Unlogged(ctx, limit)
}

type brokenTx struct {
	store.Tx
	marked bool
}

func (b *brokenTx) Logged(ctx context.Context, l store.Logged) error {
	b.marked = true
	return b.Tx.Logged(ctx, l)
}

// openBroken opens a registry over a broken store.
func openBroken(t *testing.T, dir string, how func(*broken)) (*registrytest.Registry, *broken, func() error) {
	t.Helper()
	b := &broken{}
	r, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir, Policy: registry.Policy{ProofWait: 300 * time.Millisecond}, Change: func(o *registry.Options) {
		b.Store = o.Store
		o.Store = b
	}})
	if err != nil {
		t.Fatal(err)
	}
	how(b)
	return r, b, end
}

// Between every two steps of a submission the process ends, and the next one finishes it.
func TestInterrupted(t *testing.T) {
	for name, how := range map[string]func(*broken){
		"before the log": func(b *broken) { b.reads.Store(true) },
		"after the log":  func(b *broken) { b.marks.Store(1 << 30) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			r, _, end := openBroken(t, dir, how)
			envelope := r.Envelope(t, 1)
			receipt := r.MustSubmit(t, envelope)
			if receipt.Report.State != store.Accepted || receipt.Proof != nil {
				t.Fatalf("%+v", receipt)
			}
			done := r.MustDo(t, act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}, r.Vendor)
			if done.LogIndex != store.Unlogged {
				t.Fatalf("%+v", done)
			}
			if _, err := r.Document(t.Context(), receipt.Report.Digest); !errors.Is(err, store.ErrNotFound) {
				t.Errorf("it is shown: %v", err)
			}
			for deadline := time.Now().Add(time.Minute); r.Health(t.Context()) == nil || r.Stats().Trouble == ""; time.Sleep(10 * time.Millisecond) {
				if time.Now().After(deadline) {
					t.Fatal("nothing is said of the trouble")
				}
			}
			if err := end(); err != nil {
				t.Fatal(err)
			}
			again := registrytest.New(t, registrytest.Options{Dir: dir})
			agree(t, again)
			if size := again.Log().Checkpoint().Size; size != 2 {
				t.Errorf("the log has %d entries", size)
			}
			receipt = again.MustSubmit(t, envelope)
			if receipt.New || receipt.Report.State != store.Published {
				t.Errorf("%+v", receipt)
			}
			proven(t, again, receipt.Proof, envelope)
		})
	}
}

// What fails for a while is made up for, without a restart, and nothing is logged twice.
func TestTrouble(t *testing.T) {
	r, b, end := openBroken(t, t.TempDir(), func(b *broken) { b.marks.Store(3) })
	for n := range 3 {
		r.MustSubmit(t, r.Envelope(t, n))
	}
	agree(t, r)
	b.reads.Store(true)
	r.MustSubmit(t, r.Envelope(t, 3))
	b.reads.Store(false)
	agree(t, r)
	if size := r.Log().Checkpoint().Size; size != 4 {
		t.Errorf("the log has %d entries", size)
	}
	for deadline := time.Now().Add(time.Minute); r.Health(t.Context()) != nil; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(r.Health(t.Context()))
		}
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
}

// copyTo copies a folder, or a file, over another one.
func copyTo(t *testing.T, from, to string) {
	t.Helper()
	if err := os.RemoveAll(to); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(from); err != nil {
		t.Fatal(err)
	} else if info.IsDir() {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

func openStore(t *testing.T, dir string) store.Store {
	t.Helper()
	db, err := sqldb.Open(t.Context(), "sqlite:"+filepath.Join(dir, "registry.db"))
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func blobs(t *testing.T, dir string) blob.Store {
	t.Helper()
	f, err := blob.OpenFolder(filepath.Join(dir, "blobs"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// A database and a log of different backups.
func TestBehind(t *testing.T) {
	dir, backup := t.TempDir(), t.TempDir()
	session := func(n int) {
		r, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		r.MustSubmit(t, r.Envelope(t, n))
		if err := end(); err != nil {
			t.Fatal(err)
		}
	}
	keep := func(name string) {
		for _, what := range []string{"registry.db", "log"} {
			copyTo(t, filepath.Join(dir, what), filepath.Join(backup, name+what))
		}
	}
	restore := func(what, from string) { copyTo(t, filepath.Join(backup, from+what), filepath.Join(dir, what)) }
	session(1)
	keep("old ")
	session(2)
	keep("new ")

	open := func() error {
		_, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir})
		if err == nil {
			end()
		}
		return err
	}
	restore("registry.db", "old ")
	if err := open(); !errors.Is(err, registry.ErrBehind) || !strings.Contains(err.Error(), "restore a newer copy of it") {
		t.Errorf("an old database: %v", err)
	}
	restore("registry.db", "new ")
	restore("log", "old ")
	if err := open(); !errors.Is(err, translog.ErrState) {
		t.Errorf("an old log: %v", err)
	}
	// Nobody has told the log what is known.
	key, err := translog.LoadKey(filepath.Join(dir, "log.key"))
	if err != nil {
		t.Fatal(err)
	}
	log, err := translog.Open(t.Context(), translog.Options{Dir: filepath.Join(dir, "log"), Key: key})
	if err != nil {
		t.Fatal(err)
	}
	db := openStore(t, dir)
	if _, err := registry.Open(t.Context(), registry.Options{Name: "x", Store: db, Blobs: blobs(t, dir), Log: log}); !errors.Is(err, registry.ErrBehind) || !strings.Contains(err.Error(), "restore a newer copy of the folder") {
		t.Errorf("an old log, of which nobody has told: %v", err)
	}
	if err := log.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	restore("log", "new ")
	if err := open(); err != nil {
		t.Errorf("both new: %v", err)
	}

	// Another log of the same name.
	if err := os.RemoveAll(filepath.Join(dir, "log")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "log.key")); err != nil {
		t.Fatal(err)
	}
	if err := open(); err == nil {
		t.Error("another log was taken")
	}
}

// A database that is older than the log, or empty, is brought up to it.
func TestRestore(t *testing.T) {
	dir, backup := t.TempDir(), t.TempDir()
	open := func(restore bool) (*registrytest.Registry, func() error, error) {
		return registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir, Change: func(o *registry.Options) { o.Restore = restore }})
	}
	session := func(do func(*registrytest.Registry)) {
		t.Helper()
		r, end, err := open(false)
		if err != nil {
			t.Fatal(err)
		}
		do(r)
		if err := end(); err != nil {
			t.Fatal(err)
		}
	}
	database := filepath.Join(dir, "registry.db")
	session(func(r *registrytest.Registry) { r.Publish(t, 3) })
	copyTo(t, database, filepath.Join(backup, "registry.db"))
	waiver := act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}
	var late, ruling, waived string
	fresh := registrytest.Key("fresh")
	session(func(r *registrytest.Registry) {
		late = r.MustSubmit(t, r.Envelope(t, 4)).Report.Digest
		r.MustDo(t, act.Revocation{What: act.ThingReport, ID: r.MustSubmit(t, r.Envelope(t, 0)).Report.Digest, Reason: "x"}, r.Vendor)
		c := r.MustDo(t, act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mul_op", Title: "t", Text: "x"}, r.Laboratory)
		ruling = r.MustDo(t, act.Ruling{Challenge: c.Subject, Outcome: act.Upheld, Text: "x", Pack: "riscv", Withdraws: []string{registrytest.Report(0).Verdicts.Scenarios[0].ID}}, r.Reviewer).Digest
		waived = r.MustDo(t, waiver, r.Vendor).Digest
		r.MustDo(t, act.Revocation{What: act.ThingWaiver, ID: waived, Reason: "mended"}, r.Vendor)
		r.MustSubmit(t, r.Envelope(t, 5))
		r.MustDo(t, act.Register(fresh.Public(), "fresh", act.RoleVendor), r.Admin)
		r.MustDo(t, act.Revocation{What: act.ThingKey, ID: fresh.ID(), Reason: "lost"}, fresh)
	})
	for name, lose := range map[string]func(){
		"an old database": func() { copyTo(t, filepath.Join(backup, "registry.db"), database) },
		"no database": func() {
			if err := os.Remove(database); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			lose()
			if _, _, err := open(false); !errors.Is(err, registry.ErrBehind) || !strings.Contains(err.Error(), "--restore") {
				t.Fatalf("without being told to: %v", err)
			}
			r, end, err := open(true)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, r)
			if size := r.Log().Checkpoint().Size; size != 10 {
				t.Errorf("the log has %d entries", size)
			}
			if again := r.MustSubmit(t, r.Envelope(t, 0)); again.New || again.Report.State != store.Revoked {
				t.Errorf("%+v", again.Report)
			}
			if rep, err := r.Store.Report(t.Context(), late); err != nil || rep.State != store.Published || rep.Stale != ruling {
				t.Errorf("%+v, %v", rep, err)
			}
			if w, err := r.Store.Waiver(t.Context(), waived); err != nil || w.Withdrawn.IsZero() || w.LogIndex != 6 {
				t.Errorf("%+v, %v", w, err)
			}
			if k, err := r.Store.Key(t.Context(), fresh.ID()); err != nil || k.Revoked.IsZero() || k.RevokedReason != "lost" {
				t.Errorf("the revoked key: %+v, %v", k, err)
			}
			if err := end(); err != nil {
				t.Fatal(err)
			}
			session(func(r *registrytest.Registry) { agree(t, r) })
		})
	}
}
