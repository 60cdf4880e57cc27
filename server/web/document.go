package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/gin-gonic/gin"
)

// document is an answer as it is kept: compressed, with what identifies it. Who takes no gzip has it
// unpacked on the way out.
type document struct {
	mediaType string
	policy    string // content security policy
	lang      string // "" for what is in no language
	status    int
	packed    []byte
	size      int // unpacked
	etag      string
	forever   bool // its name has its digest
}

var errPanicked = errors.New("the page was not finished")

func (d *document) room() int64 { return int64(len(d.packed)) + 512 }

// policy of the site's own pages. The script and the stream that it reads are there for runs.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; " +
	"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// policyOf is the policy of a page with one style sheet in it.
func policyOf(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// packers are gzip writers to be used again: each has a few hundred kilobytes of tables.
type packers struct{ pool sync.Pool }

func (p *packers) pack(text []byte) ([]byte, error) {
	w, _ := p.pool.Get().(*gzip.Writer)
	if w == nil {
		w = gzip.NewWriter(nil)
	}
	defer p.pool.Put(w)
	var b bytes.Buffer
	b.Grow(len(text)/4 + 64)
	w.Reset(&b)
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// newDocument cleans, identifies and compresses an answer.
func (c *cache) newDocument(mediaType, policy, lang string, status int, text []byte) (*document, error) {
	text = clean(text)
	packed, err := c.packers.pack(text)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	return &document{mediaType: mediaType, policy: policy, lang: lang, status: status, packed: packed, size: len(text),
		etag: `W/"` + hex.EncodeToString(sum[:12]) + `"`}, nil
}

// write answers with the document.
func (d *document) write(c *gin.Context) {
	h := c.Writer.Header()
	secure(h, d.policy)
	if d.lang != "" {
		h.Set("Content-Language", d.lang)
		h.Set("Vary", "Accept-Encoding, Accept-Language")
	} else {
		h.Set("Vary", "Accept-Encoding")
	}
	if d.status == http.StatusOK {
		h.Set("ETag", d.etag)
		h.Set("Cache-Control", "public, no-cache") // kept, and asked for again
		if d.forever {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if matches(c.GetHeader("If-None-Match"), d.etag) {
			c.Status(http.StatusNotModified)
			c.Writer.WriteHeaderNow()
			return
		}
	} else {
		h.Set("Cache-Control", "no-store")
	}
	h.Set("Content-Type", d.mediaType)
	packed := takesGzip(c.GetHeader("Accept-Encoding"))
	if packed {
		h.Set("Content-Encoding", "gzip")
		h.Set("Content-Length", strconv.Itoa(len(d.packed)))
	} else {
		h.Set("Content-Length", strconv.Itoa(d.size))
	}
	c.Status(d.status)
	c.Writer.WriteHeaderNow()
	if c.Request.Method == http.MethodHead {
		return
	}
	// An error here is a reader who has gone.
	if packed {
		_, _ = c.Writer.Write(d.packed)
	} else if r, err := gzip.NewReader(bytes.NewReader(d.packed)); err == nil {
		_, _ = io.Copy(c.Writer, r)
	}
}

// secure sets the headers that every answer has.
func secure(h http.Header, policy string) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
}

// matches compares an If-None-Match with a tag, weakly as RFC 9110 has it.
func matches(header, etag string) bool {
	etag = strings.TrimPrefix(etag, "W/")
	for tag := range strings.SplitSeq(header, ",") {
		if tag = strings.TrimSpace(tag); tag == "*" || strings.TrimPrefix(tag, "W/") == etag {
			return true
		}
	}
	return false
}

// takesGzip reads an Accept-Encoding.
func takesGzip(header string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, q, weighed := strings.Cut(one, ";")
		if name = strings.TrimSpace(name); name != "gzip" && name != "*" {
			continue
		}
		if !weighed {
			return true
		}
		weight, err := strconv.ParseFloat(strings.TrimPrefix(strings.TrimSpace(q), "q="), 64)
		return err == nil && weight > 0
	}
	return false
}
