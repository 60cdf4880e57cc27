package registrytest_test

import (
	"syscall"
	"testing"
	"time"

	"touchstone/server/registry/registrytest"
)

// A registry of ten thousand reports is made in well under a minute. It is the processor's time that counts: others
// may use the machine.
func TestSeedIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement: not with -short")
	}
	const n = 2_000
	start, before := time.Now(), used(t)
	r := registrytest.New(t, registrytest.Options{Seeded: n})
	took := used(t) - before
	t.Logf("%d reports in %v, %v of the processor's", len(r.Digests), time.Since(start), took)
	if took > 30*time.Second {
		t.Errorf("%d reports took %v of the processor's time", n, took)
	}
}

// used is the processor's time that this process has had.
func used(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
