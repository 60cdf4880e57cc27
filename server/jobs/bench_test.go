package jobs

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/server/registry"
	"touchstone/server/store"
	"touchstone/server/store/sqldb"
)

// BenchmarkBesideStore is how long the registry's own transaction takes while eight workers write what they
// bring, with their runs in a file of their own and in the registry's.
func BenchmarkBesideStore(b *testing.B) {
	for _, c := range []struct {
		name, file string
		workers    int
	}{{"no runs", "jobs.db", 0}, {"own file", "jobs.db", 8}, {"one file", "registry.db", 8}} {
		b.Run(c.name, func(b *testing.B) {
			dir := b.TempDir()
			s, err := sqldb.Open(b.Context(), "sqlite:"+filepath.Join(dir, "registry.db"))
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close() //nolint:errcheck // the folder goes
			end := make(chan bool)
			var brought atomic.Int64
			for i := range c.workers {
				j := busy(b, "sqlite:"+filepath.Join(dir, c.file), i, end, &brought)
				defer j.Close(context.WithoutCancel(b.Context())) //nolint:errcheck // the folder goes
			}
			defer close(end)
			time.Sleep(2 * time.Second)
			var worst time.Duration
			n := 0
			before, from := brought.Load(), time.Now()
			for b.Loop() {
				n++
				begun := time.Now()
				if err := s.Update(b.Context(), func(tx store.Tx) error {
					return tx.Record(b.Context(), store.Event{At: begun, Action: "bench", Actor: "bench", Subject: fmt.Sprint(n)})
				}); err != nil {
					b.Fatal(err)
				}
				worst = max(worst, time.Since(begun))
			}
			b.ReportMetric(float64(brought.Load()-before)/time.Since(from).Seconds(), "brought-MiB/s")
			b.ReportMetric(float64(worst.Microseconds())/1000, "worst-ms")
		})
	}
}

// busy is a worker that writes up to 4 MiB a second.
func busy(b *testing.B, dsn string, number int, end chan bool, brought *atomic.Int64) *Jobs {
	o := Options{Database: dsn, IUTs: []IUT{{Embedded, "", Embedded}}, Shards: 1}
	j, err := Open(b.Context(), o)
	if err != nil {
		b.Fatal(err)
	}
	if err := j.Start(b.Context(), Hands{Name: fmt.Sprint(number), IUTs: o.IUTs, Work: Work{
		Shard: func(ctx context.Context, _ Order, _, _ int, to io.Writer, progress func(int, int)) error {
			for n := 0; ; n++ {
				progress(n, n)
				if _, err := to.Write(make([]byte, chunk)); err != nil {
					return err
				}
				brought.Add(1)
				select {
				case <-end:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				case <-time.After(250 * time.Millisecond):
				}
			}
		},
	}}); err != nil {
		b.Fatal(err)
	}
	if _, err := j.Enqueue(b.Context(), registry.RunRequest{Act: reports.Digest(fmt.Append(nil, number)), Account: fmt.Sprint(number), Run: act.Run{Implementation: Embedded}}); err != nil {
		b.Fatal(err)
	}
	return j
}
