//go:build unix

package translog

import (
	"context"
	"testing"
	"time"

	"touchstone/reports/tlog/tlogtest"
)

// A restart opens the log and reads all its entries.
func BenchmarkRestart(b *testing.B) {
	const entries = 100_000
	o := Options{Dir: b.TempDir(), Key: newKey(b)}
	l := mustOpen(b, o)
	fill(b, l, 0, entries)
	mustClose(b, l)
	for b.Loop() {
		l, err := Open(b.Context(), o)
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for _, err := range l.Entries(b.Context(), 0, entries) {
			if err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != entries {
			b.Fatal(n)
		}
		b.StopTimer()
		mustClose(b, l)
		b.StartTimer()
	}
	if each := b.Elapsed() / time.Duration(b.N); each > 2*time.Second {
		b.Errorf("%v; a restart with %d entries must take less than 2 s", each, entries)
	}
}

// One entry with its proof, nobody else there.
func BenchmarkAppendOne(b *testing.B) {
	l := mustOpen(b, Options{Dir: b.TempDir(), Key: newKey(b)})
	for i := 0; b.Loop(); i++ {
		index, err := l.Append(b.Context(), tlogtest.Entry(i))
		if err != nil {
			b.Fatal(err)
		}
		if _, err := l.Proof(b.Context(), index); err != nil {
			b.Fatal(err)
		}
	}
}

// Many at once.
func BenchmarkAppendParallel(b *testing.B) {
	l := mustOpen(b, Options{Dir: b.TempDir(), Key: newKey(b)})
	b.SetParallelism(100)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			index, err := l.Append(context.Background(), tlogtest.Entry(1))
			if err != nil {
				b.Error(err)
				return
			}
			if _, err := l.Proof(context.Background(), index); err != nil {
				b.Error(err)
				return
			}
		}
	})
}
