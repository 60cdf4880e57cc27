// Package front is what stands between the network and a registry's handlers: request IDs, logs,
// security headers, limits by address, the whole server's limits, timeouts, and an end in good order.
//
//	f := front.New(front.Options{Logger: logger, Rate: 200, SubmitRate: 20})
//	engine := f.Engine()               // a gin engine behind all of that
//	err := f.Serve(ctx, listener)      // until ctx ends; then what is under way finishes
//
// # Limits
//
// A client is its address, of IPv6 the first 64 bits; behind a proxy that is trusted, the address that
// the proxy names. Each has a budget of requests, a smaller one of submissions and acts, and a small one
// of challenges, which need no key. Who has used it up is answered 429 and told when to come again. The
// table of addresses is bounded: when it is full, those that were not seen for longest are forgotten.
// So are the connections of one address, the connections of all, and the requests that are answered at
// once (503).
//
// Headers must arrive within [HeaderTimeout]; a body goes at the pace that package api asks for.
//
// # Browsers
//
// A registry knows no cookies. Requests that change something and come from another site's page are
// refused all the same (http.CrossOriginProtection).
package front

import (
	"log/slog"
	"net/http"
	"net/netip"
	"strings"
	"sync/atomic"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/server/api"
)

// Options of a front. What is zero has the default that stands beside it; what is negative is not
// limited.
type Options struct {
	Logger  *slog.Logger       // nil: none
	Trusted []netip.Prefix     // proxies whose X-Forwarded-For is believed
	TLS     bool               // browsers are told to stay with https
	Observe func(*gin.Context) // middleware that measures; nil: none
	Now     func() time.Time

	Rate          float64       // requests a second of one address: 200, and five times as many at once
	SubmitRate    float64       // submissions, acts and evidence a second of one address: 20, and ten times as many at once
	ChallengeRate float64       // challenges a second of one address: 1 in 30 s, and 5 at once
	AtOnce        int           // requests answered at once: 512
	Connections   int           // of all clients: 4096
	FromOne       int           // connections of one address, loopback and trusted proxies aside: 256
	Clients       int           // addresses that are remembered: 65536
	Grace         time.Duration // for what is under way when the server ends: 20 s
}

// Timeouts of every connection. Packages that stream set their own deadlines.
const (
	HeaderTimeout = 5 * time.Second
	ReadTimeout   = 30 * time.Second
	WriteTimeout  = time.Minute
	IdleTimeout   = time.Minute
	maxHeader     = 32 << 10
)

// Front is the outside of a server.
type Front struct {
	o        Options
	engine   *gin.Engine
	limits   limits
	slots    chan struct{}
	stopping atomic.Bool
	ended    chan struct{} // closed when the server begins to stop
}

// New makes a front whose engine has no routes yet.
func New(o Options) (*Front, error) {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	defaults(&o.Rate, 200)
	defaults(&o.SubmitRate, 20)
	defaults(&o.ChallengeRate, 1.0/30)
	defaults(&o.AtOnce, 512)
	defaults(&o.Connections, 4096)
	defaults(&o.FromOne, 256)
	defaults(&o.Clients, 65536)
	defaults(&o.Grace, 20*time.Second)
	f := &Front{o: o, ended: make(chan struct{}), limits: newLimits(o)}
	if o.AtOnce > 0 {
		f.slots = make(chan struct{}, o.AtOnce)
	}
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.HandleMethodNotAllowed = true
	e.RedirectTrailingSlash = false
	e.UseRawPath, e.UnescapePathValues = true, true // a parameter may hold %2F
	e.MaxMultipartMemory = 1 << 20
	e.RemoteIPHeaders = []string{"X-Forwarded-For"}
	proxies := make([]string, len(o.Trusted))
	for i, p := range o.Trusted {
		proxies[i] = p.String()
	}
	if err := e.SetTrustedProxies(proxies); err != nil {
		return nil, err
	}
	e.Use(f.identify)
	if o.Observe != nil {
		e.Use(o.Observe)
	}
	e.Use(f.record, f.recover, f.headers, f.bound, f.limit, crossOrigin())
	e.NoRoute(api.NotFound)
	e.NoMethod(api.MethodNotAllowed)
	f.engine = e
	return f, nil
}

func defaults[T int | float64 | time.Duration](v *T, otherwise T) {
	if *v == 0 {
		*v = otherwise
	}
}

// Engine is where routes are registered.
func (f *Front) Engine() *gin.Engine { return f.engine }

// Ready says whether the server takes requests and is not about to stop.
func (f *Front) Ready() bool { return !f.stopping.Load() }

// Ended is closed when the server begins to stop: for handlers that wait for something.
func (f *Front) Ended() <-chan struct{} { return f.ended }

// crossOrigin refuses what other sites' pages would have changed.
func crossOrigin() gin.HandlerFunc {
	protection := http.NewCrossOriginProtection()
	return func(c *gin.Context) {
		if err := protection.Check(c.Request); err != nil {
			api.Refuse(c, http.StatusForbidden, "a page of another site asks for this; only reading is for everybody's pages")
		}
	}
}

// isChange says whether a request would write.
func isChange(method string) bool {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodOptions:
		return false
	}
	return true
}

// isChallenge says whether a request is one that needs no key.
func isChallenge(r *http.Request) bool {
	return r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/challenges")
}
