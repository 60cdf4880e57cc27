// Package server shows a folder of signed reports as a read-only site that needs no script: a
// table of implementations by profile, and each report's page and files. Every envelope is
// verified before anything of it is shown; one that does not verify is shown as refused, never
// as a verdict. It never runs anything.
//
//	/                          the table
//	/reports/<id>/             the page; <id> is the report's place in the folder, or its own ID
//	/reports/<id>/report.dsse.json, report.json, junit.xml, summary.md, badge.svg
//	/healthz
//
// Pages take ?lang=zh.
package server

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports/bundle"
	"touchstone/reports/render"
)

//go:embed site.tmpl
var siteTemplate string

// Server is the site over one folder.
type Server struct {
	folder *folder
	csp    string
}

// New opens a folder of reports.
func New(dir string) (*Server, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	style := sha256.Sum256([]byte(render.Style()))
	return &Server{folder: f, csp: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(style[:]) +
		"'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}, nil
}

// Handler is the site.
func (s *Server) Handler() http.Handler {
	gin.SetMode(gin.ReleaseMode)
	e := gin.New()
	e.HandleMethodNotAllowed = true
	// No proxy is trusted, and no request's address is used.
	if err := e.SetTrustedProxies(nil); err != nil {
		panic(err) // the empty list is always a list
	}
	e.Use(gin.Recovery(), s.headers)
	for _, method := range []string{http.MethodGet, http.MethodHead} {
		e.Handle(method, "/", s.index)
		e.Handle(method, "/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
		e.Handle(method, "/reports/:id/", s.page)
		e.Handle(method, "/reports/:id/:file", s.file)
	}
	e.NoRoute(func(c *gin.Context) { s.problem(c, http.StatusNotFound, "missing", "") })
	return e
}

// Serve answers on the listener until the context ends, then lets what is under way finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: time.Minute, MaxHeaderBytes: 1 << 16}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	err := srv.Shutdown(grace)
	if e := <-done; err == nil && !errors.Is(e, http.ErrServerClosed) {
		err = e
	}
	return err
}

func (s *Server) headers(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Content-Security-Policy", s.csp)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-cache")
}

// lang is the page's language; what is not known is English.
func lang(c *gin.Context) string {
	for _, l := range render.Languages() {
		if l.Lang == c.Query("lang") {
			return l.Lang
		}
	}
	return "en"
}

// alternates are links to the page in the other languages.
func alternates(current string) []render.Link {
	var links []render.Link
	for _, l := range render.Languages() {
		if l.Lang != current {
			l.URL = "?lang=" + l.Lang
			links = append(links, l)
		}
	}
	return links
}

func home(lang string) string { return "/?lang=" + lang }

// lookup finds the report that a request is about; nil: the answer is already written.
func (s *Server) lookup(c *gin.Context) *entry {
	e, err := s.folder.find(c.Param("id"))
	switch {
	case err != nil:
		s.problem(c, http.StatusInternalServerError, "missing", "")
	case e == nil:
		s.problem(c, http.StatusNotFound, "missing", "")
	}
	return e
}

func (s *Server) page(c *gin.Context) {
	e := s.lookup(c)
	if e == nil {
		return
	}
	if e.result == nil {
		s.problem(c, http.StatusUnprocessableEntity, "refused", e.refused.Error())
		return
	}
	l := lang(c)
	s.render(c, render.Formats()[0], e, render.Options{Lang: l, Signature: signature(e), Alternates: alternates(l), Index: home(l),
		Downloads: []string{bundle.EnvelopeFile, bundle.ReportFile, "junit.xml", "summary.md", "badge.svg"}})
}

func signature(e *entry) *render.Signature {
	sig := &render.Signature{Envelope: bundle.EnvelopeFile}
	for _, who := range e.result.Signers {
		sig.KeyIDs = append(sig.KeyIDs, who.KeyID)
	}
	return sig
}

func (s *Server) file(c *gin.Context) {
	e := s.lookup(c)
	if e == nil {
		return
	}
	name := c.Param("file")
	if name == "badge.svg" {
		// Badges are for other people's pages.
		c.Header("Cross-Origin-Resource-Policy", "cross-origin")
	}
	if e.result == nil {
		if name == "badge.svg" {
			var b bytes.Buffer
			if err := render.RefusedBadge(&b); err != nil {
				s.problem(c, http.StatusInternalServerError, "missing", "")
				return
			}
			content(c, "image/svg+xml", b.Bytes())
			return
		}
		s.problem(c, http.StatusUnprocessableEntity, "refused", e.refused.Error())
		return
	}
	switch name {
	case bundle.EnvelopeFile:
		content(c, "application/vnd.dsse.envelope.v1+json", e.text)
		return
	case bundle.ReportFile:
		content(c, "application/json", e.result.Text)
		return
	}
	for _, f := range render.Formats() {
		if f.File == name {
			s.render(c, f, e, render.Options{Lang: lang(c), Signature: signature(e)})
			return
		}
	}
	s.problem(c, http.StatusNotFound, "missing", "")
}

func (s *Server) render(c *gin.Context, f render.Format, e *entry, o render.Options) {
	var b bytes.Buffer
	if err := f.Render(&b, e.result.Report, o); err != nil {
		s.problem(c, http.StatusInternalServerError, "refused", fmt.Sprintf("the %s could not be drawn", f.Name))
		return
	}
	content(c, f.MediaType, b.Bytes())
}

// content answers with bytes that are their own version.
func content(c *gin.Context, mediaType string, text []byte) {
	sum := sha256.Sum256(text)
	c.Header("Content-Type", mediaType)
	c.Header("ETag", `"`+hex.EncodeToString(sum[:16])+`"`)
	http.ServeContent(c.Writer, c.Request, "", time.Time{}, bytes.NewReader(text))
}

// site executes one of the site's own templates.
func (s *Server) site(c *gin.Context, code int, name string, data map[string]any) {
	l := lang(c)
	say, err := render.Messages(l)
	if err == nil {
		var t *template.Template
		t, err = template.New("site").Funcs(template.FuncMap{"t": say}).Parse(siteTemplate)
		if err == nil {
			data["Lang"], data["Style"], data["Home"], data["Alternates"] = l, template.CSS(render.Style()), home(l), alternates(l)
			var b bytes.Buffer
			if err = t.ExecuteTemplate(&b, name, data); err == nil {
				c.Data(code, "text/html; charset=utf-8", b.Bytes())
				return
			}
		}
	}
	c.String(http.StatusInternalServerError, "the page could not be made\n")
}

// problem shows a page that says what is wrong: kind is "missing" or "refused".
func (s *Server) problem(c *gin.Context, code int, kind, words string) {
	s.site(c, code, "problem", map[string]any{"Kind": kind, "Words": words})
}
