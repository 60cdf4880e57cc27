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

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
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

// A restart with many entries: nothing is read but the end of the log.
func BenchmarkRestart(b *testing.B) {
	const entries = 100_000
	dir := b.TempDir()
	r, end, err := registrytest.Open(b.Context(), b, registrytest.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	expires := time.Now().AddDate(1, 0, 0)
	for n := 0; n < entries; {
		err := r.Store.Update(b.Context(), func(tx store.Tx) error {
			for range 1000 {
				digest := reports.Digest(fmt.Append(nil, n))
				at := time.Unix(int64(n), 0)
				payload, err := tlog.Entry{Kind: tlog.Waiver, Digest: digest, At: at}.Encode()
				if err != nil {
					return err
				}
				w := store.Waiver{Digest: digest, Pack: "riscv", Rule: "r", Name: "i", Owner: "o", Reason: "r", Expires: expires, Added: at, LogIndex: store.Unlogged}
				if err := tx.AddWaiver(b.Context(), w, store.Entry{Kind: store.KindWaiver, Digest: digest, Subject: digest, Payload: payload, At: at}); err != nil {
					return err
				}
				n++
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	r.MustSubmit(b, r.Envelope(b, 1)) // wakes the log
	agreeOnSize(b, r)
	if err := end(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		_, end, err := registrytest.Open(b.Context(), b, registrytest.Options{Dir: dir})
		if err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := end(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

func agreeOnSize(b *testing.B, r *registrytest.Registry) {
	for waiting := 1; waiting > 0; time.Sleep(10 * time.Millisecond) {
		list, err := r.Store.Unlogged(b.Context(), 1)
		if err != nil {
			b.Fatal(err)
		}
		waiting = len(list)
	}
}
