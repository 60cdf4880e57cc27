package web_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports/act"
	"touchstone/server/front"
	"touchstone/server/registry/registrytest"
	"touchstone/server/web"
)

// connections of the load generator.
const connections = 64

// stored is how many reports the registry of a benchmark has: TOUCHSTONE_BENCH_REPORTS, or a few; and of
// how many bytes each envelope is: TOUCHSTONE_BENCH_SIZE, or those of the samples.
func stored() (n, size int) {
	n = 500
	if x, err := strconv.Atoi(os.Getenv("TOUCHSTONE_BENCH_REPORTS")); err == nil {
		n = x
	}
	size, _ = strconv.Atoi(os.Getenv("TOUCHSTONE_BENCH_SIZE"))
	return n, size
}

// BenchmarkPages reads pages as many browsers do at once, over sockets, behind the front that the pages
// have in service. Cold: nothing was asked for before, and each address comes once before any comes
// again. Warm: everything was asked for before. Written: warm, while every 200 ms somebody writes to the
// registry, so that all that is kept is of an older version of the database.
//
//	TOUCHSTONE_BENCH_REPORTS=10000 go test -run '^$' -bench Pages -benchtime 30000x ./server/web
func BenchmarkPages(b *testing.B) {
	n, size := stored()
	dir := b.TempDir()
	r, end, err := registrytest.Open(b.Context(), b, registrytest.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	r.Seed(b, n, size)
	b.Logf("%d reports were made in %v", n, time.Since(start).Round(time.Millisecond))
	all := addresses(b, r.Digests)
	if err := end(); err != nil {
		b.Fatal(err)
	}
	for _, kind := range []string{"report", "matrix", "implementation", "rule", "search", "mix"} {
		for _, state := range []string{"cold", "warm", "written"} {
			b.Run(kind+"/"+state, func(b *testing.B) {
				s := newServed(b, dir)
				next := asked(kind, all)
				if state != "cold" {
					begin := time.Now()
					s.warm(b, kind, all)
					b.Logf("warm after %v", time.Since(begin).Round(time.Millisecond))
				}
				if state == "written" {
					defer s.written(b)()
				}
				s.load(b, next)
			})
		}
	}
}

// addresses are those of pages, by kind.
func addresses(b *testing.B, digests []string) map[string][]string {
	b.Helper()
	all := map[string][]string{}
	names := map[string]bool{}
	for i, digest := range digests {
		all["report"] = append(all["report"], "/reports/"+strings.TrimPrefix(digest, "sha256:"))
		x, _ := registrytest.Seeded(i)
		names["/implementations/"+url.PathEscape(x.Vendor)+"/"+url.PathEscape(x.Name)] = true
	}
	for name := range names {
		all["implementation"] = append(all["implementation"], name)
	}
	slices.Sort(all["implementation"])
	all["matrix"] = []string{"/", "/?lang=zh", "/?lang=en"}
	for _, profile := range registrytest.Profiles() {
		for _, verdict := range []string{"", "conforming", "non-conforming"} {
			all["matrix"] = append(all["matrix"], "/?"+url.Values{"profile": {profile}, "verdict": {verdict}}.Encode())
		}
		for _, vendor := range []string{"Acme", "紫光", "Fir & Pine <Ltd>", "Nordlys"} {
			all["matrix"] = append(all["matrix"], "/?"+url.Values{"profile": {profile}, "vendor": {vendor}}.Encode())
		}
	}
	for _, rule := range []string{"mulhsu_op", "div_by_zero", "addi_op", "x0eq0", "sc_w_op", "fadd_d", "csrrw_op", "rem_op", "lui_op", "vadd_op"} {
		all["rule"] = append(all["rule"], "/rules/riscv/"+rule, "/rules/riscv/"+rule+"?lang=zh")
	}
	for i := range 200 {
		all["search"] = append(all["search"], fmt.Sprintf("/?q=core+s%d", i), fmt.Sprintf("/reports?q=s%d+r0", i), fmt.Sprintf("/implementations?q=S%d", i))
	}
	return all
}

// asked chooses the i-th address that is asked for. In a mix three of four are reports.
func asked(kind string, all map[string][]string) func(i int) string {
	order := map[string][]int{}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same each time
	for name, list := range all {
		order[name] = random.Perm(len(list))
	}
	at := func(name string, i int) string { return all[name][order[name][i%len(order[name])]] }
	if kind != "mix" {
		return func(i int) string { return at(kind, i) }
	}
	others := []string{"matrix", "matrix", "implementation", "rule", "search"}
	return func(i int) string {
		if i%4 != 3 {
			return at("report", i-i/4)
		}
		i /= 4
		return at(others[i%len(others)], i/len(others))
	}
}

// served is a site on a socket.
type served struct {
	*registrytest.Registry
	address string
}

func newServed(b *testing.B, dir string) *served {
	b.Helper()
	gin.SetMode(gin.ReleaseMode)
	r, end, err := registrytest.Open(b.Context(), b, registrytest.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	f, err := front.New(front.Options{Rate: -1, FromOne: -1})
	if err != nil {
		b.Fatal(err)
	}
	site, err := web.New(web.Options{Registry: r.Registry, URL: siteURL})
	if err != nil {
		b.Fatal(err)
	}
	site.Register(f.Engine())
	l, err := (&net.ListenConfig{}).Listen(b.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Serve(ctx, l, nil) }()
	b.Cleanup(func() {
		stop()
		if err := errors.Join(<-ended, end()); err != nil {
			b.Error(err)
		}
	})
	return &served{r, l.Addr().String()}
}

// warm asks for every page of a kind.
func (s *served) warm(b *testing.B, kind string, all map[string][]string) {
	b.Helper()
	for name, list := range all {
		if kind == name || kind == "mix" {
			s.ask(b, len(list), func(i int) string { return list[i] }, nil)
		}
	}
}

// written lets somebody write now and then, until the function that it returns is called.
func (s *served) written(b *testing.B) (end func()) {
	done := make(chan struct{})
	var writer sync.WaitGroup
	writer.Go(func() {
		tick := time.NewTicker(200 * time.Millisecond)
		defer tick.Stop()
		for n := 0; ; n++ {
			select {
			case <-done:
				return
			case <-tick.C:
				if _, err := s.Raise(b.Context(), act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "addi_op", Title: fmt.Sprint("Read wrongly ", n), Text: "So it is."}, "form"); err != nil {
					b.Error(err)
				}
			}
		}
	})
	return func() {
		close(done)
		writer.Wait()
	}
}

// load asks for b.N pages, and reports how it went.
func (s *served) load(b *testing.B, next func(i int) string) {
	b.Helper()
	took := make([]time.Duration, b.N)
	b.ResetTimer()
	start := time.Now()
	bytes := s.ask(b, b.N, next, took)
	whole := time.Since(start)
	b.StopTimer()
	slices.Sort(took)
	at := func(p float64) float64 { return float64(took[int(float64(len(took)-1)*p)].Microseconds()) / 1000 }
	b.ReportMetric(float64(b.N)/whole.Seconds(), "pages/s")
	b.ReportMetric(at(.5), "ms-p50")
	b.ReportMetric(at(.99), "ms-p99")
	b.ReportMetric(float64(bytes)/float64(b.N), "B/page")
	b.ReportMetric(0, "ns/op")
}

// ask sends requests over many connections, each one after the other, and gives how many bytes came.
func (s *served) ask(b *testing.B, n int, next func(i int) string, took []time.Duration) int64 {
	b.Helper()
	var at, bytes atomic.Int64
	var all sync.WaitGroup
	for range connections {
		all.Go(func() {
			c, err := (&net.Dialer{}).DialContext(b.Context(), "tcp", s.address)
			if err != nil {
				b.Error(err)
				return
			}
			defer c.Close()
			r := bufio.NewReaderSize(c, 64<<10)
			for i := int(at.Add(1)) - 1; i < n; i = int(at.Add(1)) - 1 {
				begin := time.Now()
				size, err := exchange(c, r, next(i))
				if err != nil {
					b.Errorf("%s: %v", next(i), err)
					return
				}
				if took != nil {
					took[i] = time.Since(begin)
				}
				bytes.Add(size)
			}
		})
	}
	all.Wait()
	return bytes.Load()
}

// exchange asks for one page with as little work as can be: what it measures shares the machine with it.
func exchange(c net.Conn, r *bufio.Reader, target string) (size int64, err error) {
	if err := c.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		return 0, err
	}
	if _, err := io.WriteString(c, "GET "+target+" HTTP/1.1\r\nHost: registry.example\r\nAccept-Encoding: gzip\r\n\r\n"); err != nil {
		return 0, err
	}
	line, err := r.ReadSlice('\n')
	if err != nil {
		return 0, err
	}
	if !strings.HasPrefix(string(line), "HTTP/1.1 200 ") {
		return 0, fmt.Errorf("%s", line)
	}
	const length = "Content-Length: "
	for {
		if line, err = r.ReadSlice('\n'); err != nil {
			return 0, err
		}
		if len(line) == 2 {
			break
		}
		if strings.HasPrefix(string(line), length) {
			if size, err = strconv.ParseInt(string(line[len(length):len(line)-2]), 10, 64); err != nil {
				return 0, err
			}
		}
	}
	if size == 0 {
		return 0, fmt.Errorf("no %s", http.CanonicalHeaderKey("content-length"))
	}
	_, err = r.Discard(int(size))
	return size, err
}
