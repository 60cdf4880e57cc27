//go:build unix

package registry_test

import (
	"bytes"
	"fmt"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"touchstone/reports/attest"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

// large is the n-th report of about so many bytes signed: more scenarios than the sample has.
func large(tb testing.TB, n, size int, key *attest.Key) []byte {
	r := registrytest.Report(n)
	template := r.Verdicts.Scenarios[0]
	for i := range size / 760 {
		s := template
		s.ID = fmt.Sprintf("riscv/more.feature:%d", i)
		r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, s)
	}
	if err := r.Seal(); err != nil {
		tb.Fatal(err)
	}
	return registrytest.Sign(tb, r, key)
}

// envelopes signs reports of 200 KB before anything is measured.
func envelopes(tb testing.TB, n int) [][]byte {
	out := make([][]byte, n)
	var all sync.WaitGroup
	var next atomic.Int64
	for range 4 {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				out[i] = large(tb, int(i), 200_000-60_000, registrytest.Key("vendor"))
			}
		})
	}
	all.Wait()
	return out
}

// Verified submissions of 200 KB, many in flight: at least 100 a second.
func BenchmarkSubmit(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) { benchmarkSubmit(b, registrytest.Options{}) })
	b.Run("PostgreSQL", func(b *testing.B) { benchmarkSubmit(b, postgres(b)) })
}

func benchmarkSubmit(b *testing.B, o registrytest.Options) {
	r := registrytest.New(b, o)
	list := envelopes(b, b.N)
	b.SetBytes(int64(len(list[0])))
	b.ResetTimer()
	start, before := time.Now(), processorTime(b)
	var all sync.WaitGroup
	var next atomic.Int64
	for range 64 {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(list)); i = next.Add(1) - 1 {
				receipt, err := r.Submit(b.Context(), bytes.NewReader(list[i]))
				if err != nil || receipt.Report.State != store.Published || receipt.Proof == nil {
					b.Errorf("%s, %v", receipt.Report.State, err)
				}
			}
		})
	}
	all.Wait()
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "reports/s")
	// What a machine that does nothing else would need, if its disk were fast.
	b.ReportMetric(float64((processorTime(b)-before).Microseconds())/1000/float64(b.N), "cpu-ms/report")
}

// One alone, with its proof: under 500 ms.
func BenchmarkSubmitOne(b *testing.B) {
	b.Run("SQLite", func(b *testing.B) { benchmarkSubmitOne(b, registrytest.Options{}) })
	b.Run("PostgreSQL", func(b *testing.B) { benchmarkSubmitOne(b, postgres(b)) })
}

func benchmarkSubmitOne(b *testing.B, o registrytest.Options) {
	r := registrytest.New(b, o)
	list := envelopes(b, b.N)
	b.ResetTimer()
	for i := range list {
		if receipt := r.MustSubmit(b, list[i]); receipt.Proof == nil {
			b.Fatal("no proof")
		}
	}
}

func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
