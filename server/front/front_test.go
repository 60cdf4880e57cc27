package front

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func newFront(t *testing.T, o Options, routes func(*gin.Engine)) *Front {
	t.Helper()
	f, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	f.Engine().GET("/", func(c *gin.Context) { c.String(http.StatusOK, "hello") })
	f.Engine().POST("/change", func(c *gin.Context) { c.String(http.StatusOK, "changed") })
	f.Engine().POST("/api/v1/challenges", func(c *gin.Context) { c.Status(http.StatusAccepted) })
	f.Engine().GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok") })
	if routes != nil {
		routes(f.Engine())
	}
	return f
}

func ask(f *Front, method, path, from string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, nil)
	r.RemoteAddr = from
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	f.Engine().ServeHTTP(w, r)
	return w
}

// serve runs a front on a socket; end stops it and gives what Serve returned.
func serve(t *testing.T, f *Front) (address string, end func() error) {
	t.Helper()
	l, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Serve(ctx, l, nil) }()
	end = sync.OnceValue(func() error { stop(); return <-ended })
	t.Cleanup(func() { _ = end() })
	return l.Addr().String(), end
}

func TestHeaders(t *testing.T) {
	f := newFront(t, Options{TLS: true}, nil)
	for _, path := range []string{"/", "/nothing"} {
		h := ask(f, "GET", path, "192.0.2.1:1").Header()
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
			"Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", "Strict-Transport-Security": "max-age=31536000",
			"Cross-Origin-Resource-Policy": "same-origin", "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
		} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if c := h.Get("Cache-Control"); c != "no-cache" && c != "no-store" {
			t.Errorf("%s may be cached: %q", path, c)
		}
		if len(h.Get("X-Request-Id")) != 16 || h.Get("Server") != "" {
			t.Errorf("%v", h)
		}
	}
	if id := ask(f, "GET", "/", "192.0.2.1:1", "X-Request-Id", "forged").Header().Get("X-Request-Id"); id == "forged" {
		t.Error("the client chooses the ID")
	}
}

// Each address has its budget; a network of IPv6 has one together; a proxy is believed when it is trusted.
func TestLimits(t *testing.T) {
	now := time.Now()
	o := Options{Rate: 2, SubmitRate: .2, ChallengeRate: .02, Now: func() time.Time { return now },
		Trusted: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}
	until := func(f *Front, method, path, from string, header ...string) (n int, last *httptest.ResponseRecorder) {
		for n < 100 {
			if last = ask(f, method, path, from, header...); last.Code == http.StatusTooManyRequests {
				return n, last
			}
			n++
		}
		return n, last
	}
	f := newFront(t, o, nil)
	for _, c := range []struct {
		method, path, from string
		header             []string
		want               int
	}{
		{"GET", "/", "192.0.2.1:1", nil, 10},
		{"GET", "/", "192.0.2.1:2", nil, 0}, // another port is the same client
		{"GET", "/healthz", "192.0.2.1:1", nil, 100},
		{"POST", "/change", "192.0.2.1:1", nil, 2},
		{"POST", "/api/v1/challenges", "192.0.2.1:1", nil, 3},
		{"GET", "/", "192.0.2.2:1", nil, 10},
		{"GET", "/", "[2001:db8:1:2::1]:1", nil, 10},
		{"GET", "/", "[2001:db8:1:2:ffff::9]:1", nil, 0},
		{"GET", "/", "[2001:db8:1:3::1]:1", nil, 10},
		{"GET", "/", "192.0.2.1:1", []string{"X-Forwarded-For", "203.0.113.1"}, 0}, // who says so?
		{"GET", "/", "10.1.1.1:1", []string{"X-Forwarded-For", "203.0.113.1"}, 10},
		{"GET", "/", "10.1.1.1:1", []string{"X-Forwarded-For", "8.8.8.8, 203.0.113.1"}, 0}, // what the client wrote before it
		{"GET", "/", "10.1.1.1:1", []string{"X-Forwarded-For", "203.0.113.2"}, 10},
	} {
		n, last := until(f, c.method, c.path, c.from, c.header...)
		if n != c.want {
			t.Errorf("%s %s from %s %v: %d were answered, want %d", c.method, c.path, c.from, c.header, n, c.want)
		}
		if n < 100 && (last.Header().Get("Retry-After") == "" || last.Header().Get("Content-Type") != "application/problem+json") {
			t.Errorf("%v", last.Header())
		}
	}
	now = now.Add(time.Second)
	if n, _ := until(f, "GET", "/", "192.0.2.1:1"); n != 2 {
		t.Errorf("a second later: %d", n)
	}
}

// The table of addresses does not grow without end, and who was seen lately is not forgotten.
func TestTableIsBounded(t *testing.T) {
	now := time.Now()
	table := newTable(1, 1, 100)
	if table.take("192.0.2.1", now) != 0 || table.take("192.0.2.1", now) == 0 {
		t.Fatal("one, and no second")
	}
	for i := range 100_000 {
		table.take(fmt.Sprintf("10.%d.%d.%d", i>>16, i>>8&255, i&255), now)
		if i%20 == 0 && table.take("192.0.2.1", now) == 0 {
			t.Fatalf("after %d others its budget is full again", i)
		}
		if n := table.size(); n > 100 {
			t.Fatalf("%d addresses", n)
		}
	}
	table.take("no address", now)
	if newTable(-1, 1, 1).take("192.0.2.1", now) != 0 {
		t.Error("limited without a limit")
	}
}

func TestPanic(t *testing.T) {
	var log bytes.Buffer
	f := newFront(t, Options{Logger: slog.New(slog.NewJSONHandler(&log, nil))}, func(e *gin.Engine) {
		e.GET("/panic", func(*gin.Context) { panic("the secret of the house") })
	})
	w := ask(f, "GET", "/panic?token=hunter2", "192.0.2.1:1", "Authorization", "Bearer hunter3")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), w.Header().Get("X-Request-Id")) {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if l := log.String(); !strings.Contains(l, "the secret of the house") || strings.Contains(l, "hunter") {
		t.Errorf("the log:\n%s", l)
	}
	if w := ask(f, "GET", "/", "192.0.2.1:1"); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

// What is logged of a request has neither query nor headers nor body.
func TestLog(t *testing.T) {
	var log bytes.Buffer
	f := newFront(t, Options{Logger: slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))}, nil)
	ask(f, "GET", "/?secret=hunter2", "192.0.2.1:1", "Cookie", "hunter3")
	ask(f, "POST", "/change", "192.0.2.1:1")
	ask(f, "GET", "/%1b[31m"+strings.Repeat("x", 10_000), "192.0.2.1:1")
	if l := log.String(); strings.Contains(l, "hunter") || strings.Count(l, `"msg":"request"`) != 3 || len(l) > 2000 || strings.Contains(l, "\x1b") {
		t.Errorf("%s", l)
	}
}

func TestAtOnce(t *testing.T) {
	hold, held := make(chan struct{}), make(chan struct{}, 2)
	f := newFront(t, Options{AtOnce: 2}, func(e *gin.Engine) {
		e.GET("/hold", func(c *gin.Context) { held <- struct{}{}; <-hold; c.Status(http.StatusOK) })
	})
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() { ask(f, "GET", "/hold", "192.0.2.1:1") })
	}
	<-held
	<-held
	if w := ask(f, "GET", "/", "192.0.2.1:1"); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d", w.Code)
	}
	if w := ask(f, "GET", "/healthz", "192.0.2.1:1"); w.Code != http.StatusOK {
		t.Errorf("health: %d", w.Code)
	}
	close(hold)
	group.Wait()
	if w := ask(f, "GET", "/", "192.0.2.1:1"); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d", w.Code)
	}
}

// Clients that send a header by drops are hung up on, however many they are, and others are served.
func TestSlowHeader(t *testing.T) {
	f := newFront(t, Options{Rate: -1}, nil)
	address, _ := serve(t, f)
	const many = 100
	var group sync.WaitGroup
	start := time.Now()
	for range many {
		c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		group.Go(func() {
			defer c.Close()
			fmt.Fprint(c, "GET / HTTP/1.1\r\nHost: x\r\n")
			for time.Since(start) < 2*time.Minute {
				if _, err := c.Write([]byte("X")); err != nil {
					return
				}
				_ = c.SetReadDeadline(time.Now().Add(300 * time.Millisecond))
				if _, err := c.Read(make([]byte, 1)); err != nil && !isTimeout(err) {
					return
				}
			}
			t.Error("a slow client was never hung up on")
		})
	}
	client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Get("http://" + address + "/")
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	group.Wait()
	if took := time.Since(start); took < HeaderTimeout/2 {
		t.Errorf("after %v: nobody can be so fast", took)
	}
}

func isTimeout(err error) bool {
	var e net.Error
	return errors.As(err, &e) && e.Timeout()
}

func TestHugeHeader(t *testing.T) {
	address, _ := serve(t, newFront(t, Options{}, nil))
	c, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: x\r\nX: %s\r\n\r\n", strings.Repeat("x", 64<<10))
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Error(answer.Status)
	}
}

// One address has so many connections, all together so many, and a closed one makes room.
func TestConnections(t *testing.T) {
	at := func(s string) net.Addr { return &net.TCPAddr{IP: net.ParseIP(s), Port: 1} }
	l := &fakeListener{come: make(chan net.Conn, 10)}
	g := (&Front{o: Options{FromOne: 2, Connections: 4, Trusted: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}}).guard(l)
	come := func(from string) *fakeConn { c := &fakeConn{from: at(from)}; l.come <- c; return c }
	accept := func() net.Conn {
		t.Helper()
		c, err := g.Accept()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	come("192.0.2.1")
	come("192.0.2.1")
	a, b := accept(), accept()
	third := come("192.0.2.1")
	come("192.0.2.2")
	if c := accept(); c.RemoteAddr().String() != "192.0.2.2:1" || !third.closed {
		t.Errorf("a third connection of one address: %v", c.RemoteAddr())
	}
	come("10.0.0.1")
	d := accept()
	got := make(chan net.Conn)
	come("192.0.2.3")
	go func() { c, _ := g.Accept(); got <- c }()
	select {
	case <-got:
		t.Fatal("a fifth connection")
	case <-time.After(50 * time.Millisecond):
	}
	_ = a.Close()
	_ = a.Close() // once counts
	if c := <-got; c.RemoteAddr().String() != "192.0.2.3:1" {
		t.Error(c.RemoteAddr())
	}
	_ = b.Close()
	come("192.0.2.1") // it has none any more
	if c := accept(); c.RemoteAddr().String() != "192.0.2.1:1" {
		t.Error(c.RemoteAddr())
	}
	_ = d.Close()
	go func() { c, _ := g.Accept(); got <- c }()
	_ = g.Close()
	if c := <-got; c != nil {
		t.Error("a connection of a closed listener")
	}
}

type fakeListener struct {
	come chan net.Conn
	once sync.Once
}

func (l *fakeListener) Accept() (net.Conn, error) {
	c, ok := <-l.come
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}
func (l *fakeListener) Close() error   { l.once.Do(func() { close(l.come) }); return nil }
func (l *fakeListener) Addr() net.Addr { return nil }

type fakeConn struct {
	net.Conn
	from   net.Addr
	closed bool
}

func (c *fakeConn) RemoteAddr() net.Addr { return c.from }
func (c *fakeConn) Close() error         { c.closed = true; return nil }

// At the end what is under way is answered, what waits is told, and nothing new is taken.
func TestEnd(t *testing.T) {
	began := make(chan struct{}, 2)
	var f *Front
	f = newFront(t, Options{}, func(e *gin.Engine) {
		e.GET("/long", func(c *gin.Context) {
			began <- struct{}{}
			time.Sleep(300 * time.Millisecond)
			c.String(http.StatusOK, "done")
		})
		e.GET("/wait", func(c *gin.Context) {
			began <- struct{}{}
			<-f.Ended()
			c.String(http.StatusOK, "ended")
		})
	})
	address, end := serve(t, f)
	answers := make(chan string, 2)
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	get := func(path string) {
		answer, err := (&http.Client{Transport: transport}).Get("http://" + address + path)
		if err != nil {
			answers <- err.Error()
			return
		}
		defer answer.Body.Close()
		text, _ := io.ReadAll(answer.Body)
		answers <- string(text)
	}
	go get("/long")
	go get("/wait")
	<-began
	<-began
	if !f.Ready() {
		t.Error("not ready")
	}
	if err := end(); err != nil {
		t.Error(err)
	}
	if f.Ready() {
		t.Error("ready still")
	}
	if a, b := <-answers, <-answers; a+b != "doneended" && a+b != "endeddone" {
		t.Errorf("%q, %q", a, b)
	}
	if _, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", address); err == nil {
		t.Error("somebody listens still")
	}
}

// What does not end in time is cut off, and that is said.
func TestGrace(t *testing.T) {
	began, hold := make(chan struct{}), make(chan struct{})
	f := newFront(t, Options{Grace: 50 * time.Millisecond}, func(e *gin.Engine) {
		e.GET("/hold", func(*gin.Context) { close(began); <-hold })
	})
	address, end := serve(t, f)
	done := make(chan error, 1)
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	go func() {
		answer, err := (&http.Client{Transport: transport}).Get("http://" + address + "/hold")
		if err == nil {
			answer.Body.Close()
		}
		done <- err
	}()
	<-began
	if err := end(); err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("%v", err)
	}
	close(hold)
	if err := <-done; err == nil {
		t.Error("it was answered")
	}
}

func TestCrossOrigin(t *testing.T) {
	f := newFront(t, Options{}, nil)
	for _, c := range []struct {
		method string
		header []string
		want   int
	}{
		{"POST", nil, 200},
		{"POST", []string{"Sec-Fetch-Site", "same-origin"}, 200},
		{"POST", []string{"Sec-Fetch-Site", "none"}, 200},
		{"POST", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"POST", []string{"Origin", "https://evil.example"}, 403},
		{"GET", []string{"Sec-Fetch-Site", "cross-site"}, 405},
	} {
		if w := ask(f, c.method, "/change", "192.0.2.1:1", c.header...); w.Code != c.want {
			t.Errorf("%s %v: %d, want %d", c.method, c.header, w.Code, c.want)
		}
	}
}
