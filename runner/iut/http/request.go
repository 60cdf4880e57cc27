package http

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"

	"touchstone/specs/generated"

	"touchstone/runner/iut"
	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// maxText is how much of a body is kept as text.
const maxText = 64 << 10

// maxBody is the largest body that is generated.
const maxBody = 1 << 40

// Volatile are the headers, in lower case, that vary from time to time and are left out of answers.
func Volatile() []string {
	return []string{
		"age", "alt-svc", "cf-cache-status", "cf-ray", "connection", "date", "expires", "keep-alive", "nel", "report-to", "server", "server-timing",
		"set-cookie", "strict-transport-security", "traceparent", "transfer-encoding", "via", "x-amz-id-2", "x-amz-request-id", "x-amzn-requestid",
		"x-amzn-trace-id", "x-cache", "x-cloud-trace-context", "x-correlation-id", "x-powered-by", "x-ratelimit-limit", "x-ratelimit-remaining",
		"x-ratelimit-reset", "x-request-id", "x-response-time", "x-runtime", "x-served-by", "x-timer", "x-trace-id",
	}
}

// asked is what a request's arguments say.
type asked struct {
	Method  string                     `json:"method"`
	Path    string                     `json:"path"`
	Headers map[string]json.RawMessage `json:"headers"`
	Body    *struct {
		Text     *string  `json:"text"`
		Generate []uint64 `json:"generate"`
		From     *int64   `json:"from"`
		To       *int64   `json:"to"`
	} `json:"body"`
}

// answered is the value of an answer.
type answered struct {
	Status  int                 `json:"status"`
	Headers map[string][]string `json:"headers"`
	Body    body                `json:"body"`
}

type body struct {
	Size   int64           `json:"size"`
	SHA256 string          `json:"sha256"`
	Text   *string         `json:"text,omitempty"`
	JSON   json.RawMessage `json:"json,omitempty"`
	Cut    string          `json:"cut,omitempty"` // the connection ended before the body did
}

// converse carries out one script.
func (h *HTTP) converse(ctx context.Context, base *url.URL, client *http.Client, c iut.Conversation, names script.Names) (trial.Outcome, error) {
	play := script.New(c.Script, names)
	for {
		call, ok := play.Next()
		if !ok {
			return play.Outcome(c.Case), nil
		}
		if call.Do != Operation {
			play.Take(trial.Answer{Skip: "a service behind HTTP has no operation " + call.Do})
			continue
		}
		a, err := h.ask(ctx, base, client, call.Args)
		var stopped *iut.Stopped
		if errors.As(err, &stopped) {
			stopped.Case = c.Case
		}
		if err != nil {
			return trial.Outcome{}, err
		}
		play.Take(a)
	}
}

// Reasons for which an answer is not waited for any more.
var (
	errLate = errors.New("no answer in time")
	errHuge = errors.New("too large")
)

// ask makes one request. Its error is a *Stopped, or that of the context.
func (h *HTTP) ask(ctx context.Context, base *url.URL, client *http.Client, args json.RawMessage) (trial.Answer, error) {
	limit, cancel := context.WithTimeoutCause(ctx, h.limits.Silence, errLate)
	defer cancel()
	for again := false; ; again = true {
		r, err := h.request(limit, base, args)
		if err != nil {
			return trial.Answer{Error: err.Error()}, nil
		}
		value, err := h.exchange(client, r)
		if err == nil {
			return trial.Answer{Value: value}, nil
		}
		what := r.Method + " " + r.URL.RequestURI()
		switch {
		case ctx.Err() != nil:
			return trial.Answer{}, ctx.Err()
		case errors.Is(context.Cause(limit), errLate):
			return trial.Answer{}, h.stopped(iut.Hang, fmt.Sprintf("no answer to %s within %v", what, h.limits.Silence))
		case errors.Is(err, errHuge):
			return trial.Answer{}, h.stopped(iut.Flood, fmt.Sprintf("the answer to %s has more than %d bytes", what, h.limits.Output))
		case !errors.Is(err, syscall.ECONNREFUSED):
			switch h.after(limit, base, client) {
			case ended:
				return trial.Answer{}, h.stopped("", "it ended before it had answered "+what)
			case silent:
				return trial.Answer{}, h.stopped(iut.Hang, fmt.Sprintf("%s: %s; and then it answered nothing within %v", what, words(err), h.limits.Silence))
			}
			if ctx.Err() != nil {
				return trial.Answer{}, ctx.Err()
			}
			return trial.Answer{Error: words(err)}, nil
		case h.died():
			return trial.Answer{}, h.stopped("", "it ended before it had answered "+what)
		case again:
			if len(h.iut.Start.Command) > 0 {
				return trial.Answer{}, h.stopped(iut.Crash, "it does not listen any more: "+words(err))
			}
			return trial.Answer{}, fmt.Errorf("%w: %s does not listen any more: %w", iut.ErrUnavailable, h.iut.Name, err)
		}
		select {
		case <-time.After(200 * time.Millisecond):
		case <-limit.Done():
		}
	}
}

// words are an error without the request, whose address is nobody's business.
func words(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	if errors.Is(err, io.EOF) {
		return "the connection ended before an answer came"
	}
	return err.Error()
}

// state is what became of a service after a connection to it went wrong.
type state int

const (
	works  state = iota // or it is not ours
	ended               // its process
	silent              // it neither ended nor answers
)

// after waits for what shows whether a service of ours has ended, because a process ends some time after its connections:
// that it is gone, or that it answers something.
func (h *HTTP) after(limit context.Context, base *url.URL, client *http.Client) state {
	h.mu.Lock()
	ours, gone := h.service.cmd != nil, h.service.gone
	h.mu.Unlock()
	if !ours {
		return works
	}
	for {
		if err := h.greet(limit, base, client); err == nil {
			return works
		}
		select {
		case <-gone:
			return ended
		case <-time.After(20 * time.Millisecond):
		case <-limit.Done():
			if errors.Is(context.Cause(limit), errLate) {
				return silent
			}
			return works // it was cancelled
		}
	}
}

// died says that a service of ours, which does not listen, has ended. That is noticed a moment later.
func (h *HTTP) died() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.service.cmd == nil {
		return false
	}
	select {
	case <-h.service.gone:
		return true
	case <-time.After(100 * time.Millisecond):
		return false
	}
}

// stopped is the end of the exchange; without a reason it is how the service ended.
func (h *HTTP) stopped(reason iut.Reason, problem string) *iut.Stopped {
	h.mu.Lock()
	defer h.mu.Unlock()
	if reason == "" {
		reason = h.service.reason()
	}
	return &iut.Stopped{Case: -1, Started: true, Reason: reason, LastWords: h.service.lastWords(problem)}
}

// request is what arguments ask for.
func (h *HTTP) request(ctx context.Context, base *url.URL, args json.RawMessage) (*http.Request, error) {
	var a asked
	d := json.NewDecoder(bytes.NewReader(args))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		return nil, fmt.Errorf("the request's arguments: %w", err)
	}
	target, same, err := h.target(base, a.Path)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, a.Method, target, nil)
	if err != nil {
		return nil, err
	}
	if err := fillBody(r, &a); err != nil {
		return nil, err
	}
	r.Header = http.Header{}
	if same {
		h.authorize(r)
	}
	return r, fillHeaders(r, &a)
}

// target is the URL of a path, and whether it is the service's own. A question mark after the first one is taken for
// an ampersand, so that {location}?digest=… is right whether or not the Location has a query.
func (h *HTTP) target(base *url.URL, path string) (target string, same bool, err error) {
	if before, query, ok := strings.Cut(path, "?"); ok {
		path = before + "?" + strings.ReplaceAll(query, "?", "&")
	}
	switch {
	case strings.HasPrefix(path, "/"):
		return strings.TrimSuffix(base.String(), "/") + path, true, nil
	case !strings.HasPrefix(path, "http://") && !strings.HasPrefix(path, "https://"):
		return "", false, fmt.Errorf("path %q: it begins with /, http:// or https://", path)
	}
	u, err := url.Parse(path)
	if err != nil {
		return "", false, fmt.Errorf("path: %w", err)
	}
	if u.Host == Host { // as answers are written
		u.Scheme, u.Host = base.Scheme, base.Host
	}
	same = u.Scheme == base.Scheme && u.Host == base.Host
	if !same && !h.settings.otherHosts {
		return "", false, fmt.Errorf("%s is on another host; start.set.other_hosts: true lets it be asked", path)
	}
	return u.String(), same, nil
}

// fillBody gives a request its body.
func fillBody(r *http.Request, a *asked) error {
	if a.Body == nil {
		r.Body = http.NoBody
		return nil
	}
	b := a.Body
	var open func() io.Reader
	switch {
	case b.Text != nil && b.Generate == nil && b.From == nil && b.To == nil:
		text := *b.Text
		open, r.ContentLength = func() io.Reader { return strings.NewReader(text) }, int64(len(text))
	case b.Text == nil && len(b.Generate) == 2 && b.Generate[1] <= maxBody:
		g := generated.Bytes{Seed: b.Generate[0], Size: int64(b.Generate[1]), To: int64(b.Generate[1])} //nolint:gosec // it is at most maxBody
		if b.From != nil {
			g.From = *b.From
		}
		if b.To != nil {
			g.To = *b.To
		}
		if g.From < 0 || g.From > g.To || g.To > g.Size {
			return fmt.Errorf("body: %d bytes have no piece from %d to %d", g.Size, g.From, g.To)
		}
		open, r.ContentLength = g.Reader, g.Len()
	default:
		return errors.New(`body: {"text": …} or {"generate": [seed, size], "from": …, "to": …}`)
	}
	if r.ContentLength == 0 {
		r.Body = http.NoBody
		return nil
	}
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(open()), nil }
	r.Body, _ = r.GetBody()
	return nil
}

// fillHeaders gives a request its headers: a text, or a list of them.
func fillHeaders(r *http.Request, a *asked) error {
	for name, raw := range a.Headers {
		var values []string
		var one string
		if json.Unmarshal(raw, &one) == nil {
			values = []string{one}
		} else if json.Unmarshal(raw, &values) != nil {
			return fmt.Errorf("header %s: a text, or a list of them", name)
		}
		key := http.CanonicalHeaderKey(name)
		switch key {
		case "Host":
			r.Host = strings.Join(values, ",")
		case "Transfer-Encoding":
			if !slices.Equal(values, []string{"chunked"}) {
				return fmt.Errorf("header %s: only chunked can be sent", name)
			}
			r.ContentLength = -1
		case "Content-Length":
			n, err := strconv.ParseInt(strings.Join(values, ","), 10, 64)
			if err != nil || n != r.ContentLength {
				return fmt.Errorf("header %s: the body has %d bytes; another length cannot be sent", name, r.ContentLength)
			}
		default:
			r.Header[key] = values
		}
	}
	return nil
}

// exchange makes a request and reads the answer to it.
func (h *HTTP) exchange(client *http.Client, r *http.Request) (json.RawMessage, error) {
	response, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	a := answered{Status: response.StatusCode, Headers: map[string][]string{}}
	for name, values := range response.Header {
		name = strings.ToLower(name)
		if h.settings.volatile[name] {
			continue
		}
		for _, v := range values {
			a.Headers[name] = append(a.Headers[name], strings.ToValidUTF8(v, "\uFFFD"))
		}
	}
	if a.Body, err = h.readBody(response.Body); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// readBody counts and digests a body, and keeps its beginning.
func (h *HTTP) readBody(r io.Reader) (body, error) {
	sum := sha256.New()
	var kept bytes.Buffer
	head := &firstBytes{&kept, maxText + 1}
	n, err := io.Copy(io.MultiWriter(sum, head), io.LimitReader(r, h.limits.Output+1))
	cut := ""
	if errors.Is(err, io.ErrUnexpectedEOF) {
		cut, err = fmt.Sprintf("it ended after %d bytes, before its length", n), nil
	}
	if err != nil {
		return body{}, fmt.Errorf("after %d bytes of its body: %w", n, err)
	}
	if n > h.limits.Output {
		return body{}, errHuge
	}
	b := body{Size: n, SHA256: "sha256:" + hex.EncodeToString(sum.Sum(nil)), Cut: cut}
	if kept.Len() <= maxText && utf8.Valid(kept.Bytes()) {
		text := kept.String()
		b.Text = &text
		trimmed := bytes.TrimSpace(kept.Bytes())
		if len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '[') {
			if v, err := script.Canonical(trimmed); err == nil {
				b.JSON = v
			}
		}
	}
	return b, nil
}

// firstBytes writes only the first bytes.
type firstBytes struct {
	w    io.Writer
	left int
}

func (f *firstBytes) Write(p []byte) (int, error) {
	n := min(len(p), f.left)
	f.left -= n
	if _, err := f.w.Write(p[:n]); err != nil {
		return 0, err
	}
	return len(p), nil
}
