package front

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/server/api"
)

// identify gives every request an ID of ours: those that clients invent are not believed.
func (f *Front) identify(c *gin.Context) {
	var b [8]byte
	_, _ = rand.Read(b[:]) // never fails: see crypto/rand
	c.Header(api.RequestID, hex.EncodeToString(b[:]))
}

// record logs what was answered: changes and what they came to, our own faults, and at the level of
// debugging everything. Queries and bodies are not logged, nor headers.
func (f *Front) record(c *gin.Context) {
	start := f.o.Now()
	c.Next()
	code := c.Writer.Status()
	level := slog.LevelDebug
	switch {
	case code >= http.StatusInternalServerError && code != http.StatusServiceUnavailable:
		level = slog.LevelError
	case isChange(c.Request.Method) || code == http.StatusServiceUnavailable:
		level = slog.LevelInfo
	}
	ctx := c.Request.Context()
	if !f.o.Logger.Enabled(ctx, level) {
		return
	}
	path := c.Request.URL.Path
	if len(path) > 200 {
		path = path[:200]
	}
	f.o.Logger.LogAttrs(ctx, level, "request", slog.String("id", c.Writer.Header().Get(api.RequestID)),
		slog.String("method", method(c.Request.Method)), slog.String("route", c.FullPath()), slog.String("path", path),
		slog.Int("status", code), slog.Int("bytes", max(c.Writer.Size(), 0)), slog.Int64("received", c.Request.ContentLength),
		slog.Duration("took", f.o.Now().Sub(start)), slog.String("client", c.ClientIP()))
}

func method(s string) string {
	if len(s) > 16 {
		return s[:16]
	}
	return s
}

// recover answers 500 where a handler panics, and logs where.
func (f *Front) recover(c *gin.Context) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
			panic(v) // the connection is closed: what was begun must not look whole
		}
		f.o.Logger.ErrorContext(c.Request.Context(), "panic", "id", c.Writer.Header().Get(api.RequestID), "route", c.FullPath(), "panic", v, "stack", string(debug.Stack()))
		if c.Writer.Written() {
			panic(http.ErrAbortHandler)
		}
		api.Refuse(c, http.StatusInternalServerError, "the registry's own fault; its log has it under the instance")
	}()
	c.Next()
}

// headers are for browsers. Pages set their own Content-Security-Policy.
func (f *Front) headers(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("Cache-Control", "no-cache")
	if f.o.TLS {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// bound lets so many requests be answered at once; the others wait for a moment.
func (f *Front) bound(c *gin.Context) {
	if f.slots == nil || c.FullPath() == "/healthz" || c.FullPath() == "/readyz" {
		return
	}
	select {
	case f.slots <- struct{}{}:
	default:
		wait := time.NewTimer(time.Second)
		defer wait.Stop()
		select {
		case f.slots <- struct{}{}:
		case <-wait.C:
			c.Header("Retry-After", "2")
			api.Refuse(c, http.StatusServiceUnavailable, "too much is asked at once: try again in a moment")
			return
		case <-c.Request.Context().Done():
			c.Abort()
			return
		}
	}
	defer func() { <-f.slots }()
	c.Next()
}

// limit holds each address to its budgets.
func (f *Front) limit(c *gin.Context) {
	if c.FullPath() == "/healthz" || c.FullPath() == "/readyz" {
		return
	}
	t := f.limits.requests
	switch {
	case isChallenge(c.Request):
		t = f.limits.challenges
	case isChange(c.Request.Method):
		t = f.limits.submissions
	}
	if wait := t.take(c.ClientIP(), f.o.Now()); wait > 0 {
		c.Header("Retry-After", strconv.Itoa(int(wait/time.Second)+1))
		api.Refuse(c, http.StatusTooManyRequests, "this address asks for more than its share: Retry-After says when to come again")
	}
}
