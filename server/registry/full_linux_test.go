package registry_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

// A disk that is really full: what was acknowledged stays, what was not is not shown, and when there is
// room again it goes on.
func TestDiskFull(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=6m"); err != nil {
		t.Skipf("no file system of some megabytes can be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(mount, 0); err != nil {
			t.Error(err)
		}
	})
	ballast := filepath.Join(mount, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 3<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(mount, "registry")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	r, end, err := registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir, Policy: registry.Policy{ProofWait: time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	// Each time there is room for a little more than the time before, so that it ends at every step of
	// a submission: at the blob, the row, the log, the mark.
	acknowledged := map[string]int{}
	failed, accepted, n := 0, 0, 0
	for room := int64(3 << 20); room > 2<<20; room -= 20_000 + rand.Int64N(80_000) {
		if err := os.Truncate(ballast, room); err != nil {
			t.Fatal(err)
		}
		for full := false; !full; n++ {
			receipt, err := r.Submit(t.Context(), bytes.NewReader(r.Envelope(t, n)))
			switch {
			case err != nil:
				failed, full = failed+1, true
			case receipt.Proof == nil:
				accepted, full = accepted+1, true
			default:
				acknowledged[receipt.Report.Digest] = n
			}
		}
	}
	t.Logf("%d acknowledged, %d failed, %d accepted and not logged: %s", len(acknowledged), failed, accepted, r.Stats().Trouble)
	if failed == 0 || len(acknowledged) == 0 {
		t.Fatal("the disk was not full")
	}
	for digest := range acknowledged {
		if state(t, r, digest) != store.Published {
			t.Errorf("%s is %s", digest, state(t, r, digest))
		}
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	r.MustSubmit(t, r.Envelope(t, n+1))
	agree(t, r)
	if err := end(); err != nil {
		t.Fatal(err)
	}
	r, end, err = registrytest.Open(t.Context(), t, registrytest.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	agree(t, r)
	for digest, n := range acknowledged {
		if receipt := r.MustSubmit(t, r.Envelope(t, n)); receipt.New || receipt.Report.Digest != digest {
			t.Errorf("%+v", receipt)
		}
	}
	if err := end(); err != nil {
		t.Fatal(err)
	}
}
