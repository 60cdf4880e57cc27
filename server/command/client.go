package command

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/server/api"
)

// to is where a registry is.
type to struct {
	To       string        `default:"http://127.0.0.1:8080" env:"TOUCHSTONE_REGISTRY" placeholder:"URL" help:"Address of the registry."`
	Patience time.Duration `default:"1m" placeholder:"TIME" help:"How long to try again while the registry is busy or cannot be reached."`
}

// client asks a registry.
type client struct {
	base     *url.URL
	http     *http.Client
	patience time.Duration
}

func (t to) client() (*client, error) {
	u, err := url.Parse(t.To)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, usage("--to %q is not the address of a registry: http://… or https://…", t.To)
	}
	u.RawQuery, u.Fragment = "", ""
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = maxParallel
	transport.ResponseHeaderTimeout = 2 * time.Minute
	return &client{u, &http.Client{
		Transport: transport, Timeout: 15 * time.Minute,
		// What was signed for one registry is not carried to another.
		CheckRedirect: func(r *http.Request, via []*http.Request) error {
			if len(via) > 0 && (r.URL.Host != via[0].URL.Host || r.Method != via[0].Method) {
				return fmt.Errorf("the registry sends to %s: give that address with --to if you trust it", r.URL.Redacted())
			}
			if len(via) > 3 {
				return errors.New("it sends elsewhere again and again")
			}
			return nil
		},
	}, t.Patience}, nil
}

func (c *client) close() { c.http.CloseIdleConnections() }

// answerLimit bounds what a registry may answer.
const answerLimit = 8 << 20

// envelopeLimit bounds a report that a registry answers with.
const envelopeLimit = 64 << 20

// refusal is a registry's answer that it does not do something.
type refusal struct {
	status  int
	problem api.Problem
}

// lines are the reasons, each on a line of its own.
func (r *refusal) lines() []string {
	var out []string
	for _, reason := range r.problem.Reasons {
		out = append(out, fmt.Sprintf("%s: %s", reason.Code, reason.Words))
	}
	if len(out) == 0 {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s: %s", r.status, http.StatusText(r.status), r.problem.Detail)))
	}
	return out
}

func (r *refusal) Error() string { return plain(strings.Join(r.lines(), "; ")) }

// compressFrom is the size from which a body is worth compressing.
const compressFrom = 256 << 10

// send asks with a body and decodes the answer into v, which may be nil. It tries again while the
// registry is busy or cannot be reached: what it is used for may be asked twice. The error is a
// *refusal when the registry says no, else one of ours. Into a *[]byte the answer goes as it is.
func (c *client) send(ctx context.Context, method, mediaType string, body []byte, v any, path ...string) error {
	packed := false
	if len(body) >= compressFrom {
		var b bytes.Buffer
		z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
		if err != nil {
			return err
		}
		if _, err = z.Write(body); err == nil {
			err = z.Close()
		}
		if err != nil {
			return err
		}
		body, packed = b.Bytes(), true
	}
	return c.ask(ctx, func(ctx context.Context) (*http.Request, error) {
		r, err := http.NewRequestWithContext(ctx, method, c.base.JoinPath(path...).String(), bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		r.Header.Set("Content-Type", mediaType)
		if packed {
			r.Header.Set("Content-Encoding", "gzip")
		}
		return r, nil
	}, v)
}

// get asks for what is at a path.
func (c *client) get(ctx context.Context, v any, path ...string) error {
	return c.ask(ctx, func(ctx context.Context) (*http.Request, error) {
		return http.NewRequestWithContext(ctx, http.MethodGet, c.base.JoinPath(path...).String(), nil)
	}, v)
}

func (c *client) ask(ctx context.Context, request func(context.Context) (*http.Request, error), v any) error {
	until := time.Now().Add(c.patience)
	for try := 0; ; try++ {
		r, err := request(ctx)
		if err != nil {
			return err
		}
		wait, err := c.once(r, v)
		if wait < 0 {
			return err
		}
		// As the registry asks; else longer each time, and not all at once.
		if pause := min(100*time.Millisecond<<min(try, 7), 10*time.Second); wait == 0 {
			wait = pause/2 + rand.N(pause)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if time.Now().Add(wait).After(until) {
			return fmt.Errorf("%s, and so it went for %v: %w", c.base.Redacted(), c.patience, err)
		}
		t := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			t.Stop()
			return ctx.Err()
		case <-t.C:
		}
	}
}

// once asks once. wait is negative when there is nothing to try again for, 0 when it is for us to say
// how long to wait.
func (c *client) once(r *http.Request, v any) (wait time.Duration, err error) {
	answer, err := c.http.Do(r)
	if err != nil {
		if r.Context().Err() != nil {
			return -1, r.Context().Err()
		}
		return 0, err
	}
	defer answer.Body.Close()
	limit := answerLimit
	raw, whole := v.(*[]byte)
	if whole {
		limit = envelopeLimit
	}
	text, err := io.ReadAll(io.LimitReader(answer.Body, int64(limit)+1))
	switch {
	case err != nil:
		return 0, err
	case len(text) > limit:
		return -1, fmt.Errorf("%s answers with more than %d bytes", c.base.Redacted(), limit)
	}
	if answer.StatusCode/100 == 2 {
		if v == nil || answer.StatusCode == http.StatusNoContent {
			return -1, nil
		}
		if whole {
			*raw = text
			return -1, nil
		}
		if err := json.Unmarshal(text, v); err != nil {
			return -1, fmt.Errorf("%s is no registry: its answer cannot be read: %w", c.base.Redacted(), err)
		}
		return -1, nil
	}
	no := &refusal{status: answer.StatusCode}
	if strings.HasPrefix(answer.Header.Get("Content-Type"), api.ProblemType) {
		_ = json.Unmarshal(text, &no.problem) // what it cannot say, the status does
	}
	switch answer.StatusCode {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout, http.StatusInternalServerError, http.StatusRequestTimeout:
		if s, err := strconv.Atoi(answer.Header.Get("Retry-After")); err == nil && s > 0 {
			return time.Duration(min(s, 3600)) * time.Second, no
		}
		return 0, no
	}
	return -1, no
}

// about is what the registry says of itself.
func (c *client) about(ctx context.Context) (api.About, error) {
	var about api.About
	if err := c.get(ctx, &about, "api/v1"); err != nil {
		return about, unreachable(err)
	}
	if about.Log.Key == "" || about.Name == "" {
		return about, usage("%s is no registry: its /api/v1 names no log", c.base.Redacted())
	}
	return about, nil
}

// unreachable gives an answer that none was expected of its exit code.
func unreachable(err error) error {
	var no *refusal
	if errors.As(err, &no) && no.status/100 == 4 && no.status != http.StatusTooManyRequests && no.status != http.StatusRequestTimeout {
		return usage("%w", err)
	}
	return classed(reports.ExitUnfinished, err)
}

// plain is a registry's words on a terminal: they must not steer it.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}
