package api

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/server/registry"
)

// Bodies and large answers go at least so fast, in bytes a second, after Options.Patience: the connection
// of who reads or sends slower is closed.
const MinRate = 32 << 10

var (
	errTooLarge = errors.New("too large")
	errEncoding = errors.New("encoding")
)

// body is what a request sends, uncompressed and bounded. err is the first error that was not the
// body's end, whatever a reader makes of it.
type body struct {
	r      io.Reader
	left   int64 // that may still come
	most   int64
	err    error
	packed bool
}

func (b *body) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		n, err = n-1, errTooLarge
	}
	if err != nil && !errors.Is(err, io.EOF) {
		var large *http.MaxBytesError
		switch {
		case errors.As(err, &large):
			err = errTooLarge
		case b.packed && (errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF)):
			err = fmt.Errorf("%w: %w", errEncoding, err)
		}
		b.err = err
	}
	return n, err
}

// paced gives a body its time: each piece that comes earns the next some more.
type paced struct {
	r        io.Reader
	patience time.Duration
	until    func(time.Time) error
	start    time.Time
	n        int64
	asked    int64 // bytes at which the deadline was last set
}

func (p *paced) Read(b []byte) (int, error) {
	if p.start.IsZero() || p.n-p.asked >= 64<<10 {
		if p.start.IsZero() {
			p.start = time.Now()
		}
		p.asked = p.n
		if err := p.until(p.start.Add(p.patience + time.Duration(p.n)*time.Second/MinRate)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return 0, err
		}
	}
	n, err := p.r.Read(b)
	p.n += int64(n)
	return n, err
}

// takes holds a request to media types; a client that names none is believed. false: it is answered.
func (a *API) takes(c *gin.Context, types ...string) bool {
	given := c.Request.Header.Get("Content-Type")
	if given == "" {
		return true
	}
	if have, _, err := mime.ParseMediaType(given); err == nil && slices.Contains(types, have) {
		return true
	}
	c.Header("Accept-Post", strings.Join(types, ", "))
	problem(c, http.StatusUnsupportedMediaType, "the Content-Type is "+strings.Join(types, " or "))
	return false
}

// open is the body of a request, of up to most bytes as it comes and again as much as it is. false:
// the request is answered.
func (a *API) open(c *gin.Context, most int64) (*body, bool) {
	control := http.NewResponseController(c.Writer)
	r := c.Request
	if r.ContentLength > most {
		c.Header("Connection", "close")
		a.bodyFailed(c, &body{err: errTooLarge, most: most}, errTooLarge)
		return nil, false
	}
	if r.ContentLength == 0 {
		problem(c, http.StatusBadRequest, "refused", registry.Reason{Code: registry.Malformed, Words: "the body is empty"})
		return nil, false
	}
	var in io.Reader = &paced{r: http.MaxBytesReader(c.Writer, r.Body, most), patience: a.patience, until: control.SetReadDeadline}
	b := &body{r: in, left: most, most: most}
	switch encoding := strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Encoding"))); encoding {
	case "", "identity":
	case "gzip":
		b.packed = true
		z, err := gzip.NewReader(in)
		if err != nil {
			b.err = fmt.Errorf("%w: %w", errEncoding, err)
			if errors.Is(err, os.ErrDeadlineExceeded) {
				b.err = err
			}
			a.bodyFailed(c, b, b.err)
			return nil, false
		}
		b.r = z
	default:
		c.Header("Accept-Encoding", "gzip")
		problem(c, http.StatusUnsupportedMediaType, "Content-Encoding is gzip, or none")
		return nil, false
	}
	// However long the body took, there is time to answer.
	b.r = &last{b.r, func() { _ = control.SetWriteDeadline(time.Now().Add(4 * a.patience)) }}
	return b, true
}

// last does something when a reader has come to its end or its error.
type last struct {
	io.Reader
	do func()
}

func (l *last) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if err != nil {
		l.do()
	}
	return n, err
}

// bodyFailed answers for a body that could not be read; other errors are failed's.
func (a *API) bodyFailed(c *gin.Context, b *body, err error) {
	switch {
	case b.err == nil:
		a.failed(c, err)
	case errors.Is(b.err, errTooLarge):
		c.Header("Connection", "close")
		problem(c, http.StatusRequestEntityTooLarge, "refused", registry.Reason{Code: registry.TooLarge,
			Words: fmt.Sprintf("at most %d bytes are taken, and no more when they are uncompressed", b.most)})
	case errors.Is(b.err, errEncoding):
		problem(c, http.StatusBadRequest, "refused", registry.Reason{Code: registry.Malformed, Words: "the body is not gzip, or is cut short"})
	case errors.Is(b.err, os.ErrDeadlineExceeded):
		c.Header("Connection", "close")
		problem(c, http.StatusRequestTimeout, fmt.Sprintf("the body came slower than %d KiB a second", MinRate>>10))
	default: // the client went away, or sends what is no HTTP
		c.Header("Connection", "close")
		problem(c, http.StatusBadRequest, "refused", registry.Reason{Code: registry.Malformed, Words: "the body is cut short"})
	}
}

// pace gives an answer its time.
func (a *API) pace(c *gin.Context) http.ResponseWriter {
	return &pacedWriter{ResponseWriter: c.Writer, patience: 4 * a.patience, until: http.NewResponseController(c.Writer).SetWriteDeadline}
}

type pacedWriter struct {
	http.ResponseWriter
	patience time.Duration
	until    func(time.Time) error
	start    time.Time
	n        int64
	asked    int64
}

func (p *pacedWriter) Write(b []byte) (int, error) {
	if p.start.IsZero() || p.n-p.asked >= 64<<10 {
		if p.start.IsZero() {
			p.start = time.Now()
		}
		p.asked = p.n
		_ = p.until(p.start.Add(p.patience + time.Duration(p.n)*time.Second/MinRate))
	}
	n, err := p.ResponseWriter.Write(b)
	p.n += int64(n)
	return n, err
}
