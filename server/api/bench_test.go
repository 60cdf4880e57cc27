package api_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/reportstest"
	"touchstone/server/api"
	"touchstone/server/front"
	"touchstone/server/registry/registrytest"
)

// plainClient asks without looking at the contract.
func plainClient(b *testing.B) *http.Client {
	transport := &http.Transport{MaxIdleConnsPerHost: 512, MaxConnsPerHost: 512}
	b.Cleanup(transport.CloseIdleConnections)
	return &http.Client{Transport: transport, Timeout: 2 * time.Minute}
}

func exchange(ctx context.Context, c *http.Client, method, url string, body []byte) (int, error) {
	r, err := http.NewRequestWithContext(ctx, method, url, bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	answer, err := c.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	return answer.StatusCode, err
}

// percentile sorts.
func percentile(took []time.Duration, p float64) float64 {
	slices.Sort(took)
	return float64(took[int(float64(len(took)-1)*p)].Microseconds()) / 1000
}

// load asks with so many clients at once until b.N answers are there.
func load(b *testing.B, clients int, one func(i int) (int, error)) {
	b.Helper()
	took := make([]time.Duration, b.N)
	var next atomic.Int64
	var group sync.WaitGroup
	b.ResetTimer()
	start := time.Now()
	for range clients {
		group.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= b.N {
					return
				}
				begin := time.Now()
				code, err := one(i)
				took[i] = time.Since(begin)
				if err != nil || code/100 != 2 {
					b.Errorf("%d, %v", code, err)
					return
				}
			}
		})
	}
	group.Wait()
	b.StopTimer()
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "answers/s")
	b.ReportMetric(percentile(took, .5), "ms-p50")
	b.ReportMetric(percentile(took, .99), "ms-p99")
}

// large is a report whose envelope has about 200 KB.
func large(b *testing.B, n int) []byte {
	b.Helper()
	r := registrytest.Report(n)
	model := r.Verdicts.Scenarios[0]
	for i := range 220 {
		s := model
		s.ID = fmt.Sprintf("riscv/i/large.feature:%d", i+1)
		s.Steps = slices.Clone(model.Steps)
		r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, s)
	}
	if err := r.Seal(); err != nil {
		b.Fatal(err)
	}
	return registrytest.Sign(b, r, registrytest.Key("vendor"))
}

// Submissions of reports of 200 KB over HTTP, verified, logged and proven; with many in flight, and one
// after the other. TOUCHSTONE_BENCH_REPORTS sets how many reports there are before.
func BenchmarkSubmit(b *testing.B) {
	for _, clients := range []int{1, 64} {
		b.Run(fmt.Sprintf("clients=%d", clients), func(b *testing.B) {
			s := newSite(b, siteOptions{})
			envelopes := make([][]byte, b.N)
			for i := range envelopes {
				envelopes[i] = large(b, i)
			}
			c := plainClient(b)
			load(b, clients, func(i int) (int, error) {
				return exchange(b.Context(), c, http.MethodPost, s.url+"/api/v1/reports", envelopes[i])
			})
			b.ReportMetric(float64(len(envelopes[0]))/1000, "KB")
		})
	}
}

// BenchmarkRead reads as many clients do at once.
func BenchmarkRead(b *testing.B) {
	stored := 300
	if n, err := strconv.Atoi(os.Getenv("TOUCHSTONE_BENCH_REPORTS")); err == nil {
		stored = n
	}
	s := newSite(b, siteOptions{Options: registrytest.Options{Reports: stored}, front: front.Options{AtOnce: -1}, api: api.Options{}})
	d := s.Digests[stored/2]
	s.must(http.StatusNoContent, http.MethodPut, "/api/v1/reports/"+s.Digests[0]+"/evidence", reportstest.Outcomes(registrytest.Report(0)), "Content-Type", "application/x-ndjson")
	c := plainClient(b)
	for name, path := range map[string]string{
		"report": "/api/v1/reports/" + d, "envelope": "/api/v1/reports/" + d + "/envelope", "proof": "/api/v1/reports/" + d + "/proof",
		"list": "/api/v1/reports?limit=20", "search": "/api/v1/reports?q=core+x1&limit=20", "matrix": "/api/v1/matrix?limit=20",
		"rule": "/api/v1/rules/riscv/div_by_zero?limit=20", "badge": "/badge/" + d[7:] + ".svg", "feed": "/feed.atom", "log": "/api/v1/log/entries?limit=20",
	} {
		b.Run(name, func(b *testing.B) {
			load(b, 32, func(int) (int, error) { return exchange(b.Context(), c, http.MethodGet, s.url+path, nil) })
		})
	}
}

// One submission is answered with its proof well within half a second.
func TestOneSubmissionIsQuick(t *testing.T) {
	if testing.Short() {
		t.Skip("a measurement: not with -short")
	}
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 1}})
	best := time.Hour
	for n := range 5 {
		envelope := s.Envelope(t, n+10)
		start := time.Now()
		r := s.submit(envelope)
		took := time.Since(start)
		if r.code != http.StatusCreated || len(decode[api.Receipt](t, r).Proof) == 0 {
			t.Fatalf("%d %s", r.code, r.text)
		}
		best = min(best, took)
		s.get("/api/v1/reports/" + reports.Digest(envelope))
	}
	t.Logf("answered in %v at best", best)
	if best > 500*time.Millisecond {
		t.Errorf("the quickest of five took %v", best)
	}
}
