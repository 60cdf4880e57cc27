package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports/bundle"
	"touchstone/reports/render"
	"touchstone/reports/tlog"
	"touchstone/server/store"
)

const (
	proofFile    = "report" + tlog.Extension
	messagesFile = "messages.ndjson"
)

// files are those that belong to a report. What is rendered from it is made when it is asked for.
func (s *Site) files(ctx context.Context, x store.Report, o *outline) ([]attached, error) {
	out := []attached{
		{bundle.EnvelopeFile, "envelope", x.Size}, {proofFile, "proof", 0}, {"report.html", "html", 0}, {bundle.ReportFile, "json", 0},
		{"junit.xml", "junit", 0}, {"summary.md", "markdown", 0}, {messagesFile, "messages", 0},
	}
	sidecars, err := s.o.Registry.SidecarsOf(ctx, x.Digest, o.Suite)
	if err != nil {
		return nil, err
	}
	for _, one := range sidecars {
		if one.Here {
			out = append(out, attached{one.Name, "outcomes", 0})
		}
	}
	return out, nil
}

// file answers with a file of a report.
func (s *Site) file(c *gin.Context) {
	name := c.Param("file")
	if len(name) > store.MaxName || !s.canonical(c, "/"+name) {
		return
	}
	ctx := c.Request.Context()
	x, err := s.find(ctx, c.Param("digest"))
	if err != nil {
		s.fail(c, err)
		return
	}
	switch name {
	case "report.html":
		s.rendering(c, x, "html")
	case "junit.xml":
		s.rendering(c, x, "junit")
	case "summary.md":
		s.rendering(c, x, "markdown")
	case messagesFile:
		s.stream(c, x, "messages")
	case bundle.EnvelopeFile:
		s.envelope(c, x)
	case bundle.ReportFile:
		res, err := s.parsed(ctx, x.Digest)
		if err != nil {
			s.fail(c, err)
			return
		}
		immutable(c, "application/json", x.Digest)
		http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(res.Text))
	case proofFile:
		proof, err := s.o.Registry.Proof(ctx, x.Digest)
		if err != nil {
			s.fail(c, err)
			return
		}
		secure(c.Writer.Header(), policy)
		c.Header("Cache-Control", "no-cache")
		c.Data(http.StatusOK, "text/plain; charset=utf-8", proof)
	default:
		s.outcomes(c, x, name)
	}
}

// immutable sets the headers of what a digest stands for.
func immutable(c *gin.Context, mediaType, digest string) {
	h := c.Writer.Header()
	secure(h, policy)
	h.Set("Content-Type", mediaType)
	h.Set("ETag", `"`+digits(digest)+`"`)
	h.Set("Cache-Control", "public, max-age=3600")
}

func (s *Site) envelope(c *gin.Context, x store.Report) {
	f, err := s.o.Registry.Envelope(c.Request.Context(), x.Digest)
	if err != nil {
		s.fail(c, err)
		return
	}
	defer f.Close() //nolint:errcheck // only read
	immutable(c, "application/vnd.dsse.envelope.v1+json", x.Digest)
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, f)
}

func (s *Site) outcomes(c *gin.Context, x store.Report, name string) {
	ctx := c.Request.Context()
	sidecars, err := s.o.Registry.Sidecars(ctx, x.Digest)
	if err != nil {
		s.fail(c, err)
		return
	}
	for _, one := range sidecars {
		if one.Name != name || !one.Here {
			continue
		}
		f, err := s.o.Registry.Evidence(ctx, x.Digest, one.Digest)
		if err != nil {
			s.fail(c, err)
			return
		}
		defer f.Close() //nolint:errcheck // only read
		immutable(c, "application/x-ndjson", one.Digest)
		if matches(c.GetHeader("If-None-Match"), c.Writer.Header().Get("ETag")) {
			c.Status(http.StatusNotModified)
			return
		}
		c.Header("Content-Length", strconv.FormatInt(f.Info().Size, 10))
		c.Status(http.StatusOK)
		c.Writer.WriteHeaderNow()
		if c.Request.Method == http.MethodHead {
			return
		}
		if _, err := io.Copy(c.Writer, f); err != nil {
			panic(http.ErrAbortHandler) // half a file must not look like a whole one
		}
		return
	}
	s.fail(c, missing("problem.file"))
}

// rendering answers with a form of the report, from the cache where it is there. What became of the
// report and how its waivers stand is in it, so that it is kept for a state of both.
func (s *Site) rendering(c *gin.Context, x store.Report, format string) {
	f, err := render.ByName(format)
	if err != nil {
		s.fail(c, err)
		return
	}
	waivers, err := s.o.Registry.Sheet(c.Request.Context(), x.Digest)
	if err != nil {
		s.fail(c, err)
		return
	}
	v := s.voice(c)
	key := strings.Join([]string{"rendering", f.Name, v.Lang(), fmt.Sprint(v.named), x.Digest, string(x.State), x.Stale, waivers.Tag()}, "\x00")
	doc, err := s.pages.get(c.Request.Context(), key, 0, time.Time{}, func(ctx context.Context, _ made) (made, error) {
		res, err := s.parsed(ctx, x.Digest)
		if err != nil {
			return made{}, err
		}
		o := s.renderOptions(v, x)
		o.Waivers = waivers
		var b bytes.Buffer
		if err := f.Render(&b, res.Report, o); err != nil {
			return made{}, err
		}
		csp, lang := policy, ""
		if f.Name == "html" {
			csp = s.reportCSP
		}
		if f.Name == "html" || f.Name == "markdown" {
			lang = v.Say("html-lang")
		}
		d, err := s.pages.newDocument(f.MediaType, csp, lang, http.StatusOK, b.Bytes())
		return made{doc: d}, err
	})
	if err != nil {
		s.fail(c, err)
		return
	}
	doc.write(c)
}

func (s *Site) renderOptions(v *voice, x store.Report) render.Options {
	o := render.Options{Lang: v.Lang(), Index: v.to(reportPath(x.Digest)), Signature: &render.Signature{Envelope: bundle.EnvelopeFile},
		Downloads: []string{bundle.EnvelopeFile, proofFile, bundle.ReportFile, "junit.xml", "summary.md"}}
	for _, one := range x.Signers {
		o.Signature.KeyIDs = append(o.Signature.KeyIDs, one.Key)
	}
	for _, l := range render.Languages() {
		if l.Lang != v.Lang() {
			l.URL = "?lang=" + l.Lang
			o.Alternates = append(o.Alternates, l)
		}
	}
	o.Notices = s.notices(v, x)
	return o
}

// notices say what became of a report.
func (s *Site) notices(v *voice, x store.Report) []render.Notice {
	var out []render.Notice
	switch x.State {
	case store.Revoked:
		out = append(out, render.Notice{Title: v.Say("revoked.title"), Words: v.Say("revoked.words", written(x.Decided, "2006-01-02"), x.Reason)})
	case store.Superseded:
		out = append(out, render.Notice{Title: v.Say("superseded.title"), Words: v.Say("superseded.words", written(x.Decided, "2006-01-02"), x.Reason),
			Link: render.Link{Name: v.Say("superseded.link"), URL: v.to(reportPath(x.SupersededBy))}})
	}
	if x.Stale != "" {
		out = append(out, render.Notice{Title: v.Say("stale.title"), Words: v.Say("stale.words"),
			Link: render.Link{Name: v.Say("stale.link"), URL: v.to("/rulings") + "#" + brief(x.Stale)}})
	}
	return out
}

// stream renders what is too large to be kept.
func (s *Site) stream(c *gin.Context, x store.Report, format string) {
	f, err := render.ByName(format)
	if err != nil {
		s.fail(c, err)
		return
	}
	ctx := c.Request.Context()
	res, err := s.parsed(ctx, x.Digest)
	if err != nil {
		s.fail(c, err)
		return
	}
	immutable(c, f.MediaType, x.Digest)
	if c.Request.Method == http.MethodHead {
		c.Status(http.StatusOK)
		return
	}
	if err := f.Render(c.Writer, res.Report, render.Options{}); err != nil && !errors.Is(err, context.Canceled) {
		s.o.Logger.Debug("messages were not read to their end", "report", x.Digest, "error", err)
	}
}
