package api

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"touchstone/reports/render"
	"touchstone/server/store"
)

// The forms of a badge.
const (
	svg          = "svg"
	shieldsJSON  = "json"
	faded        = "#57606a" // of what holds no longer
	cacheSeconds = 300
)

// Shield is a badge as shields.io reads it (its endpoint schema).
type Shield struct {
	SchemaVersion int    `json:"schemaVersion"`
	Label         string `json:"label"`
	Message       string `json:"message"`
	Color         string `json:"color"`
	IsError       bool   `json:"isError,omitempty"`
	CacheSeconds  int    `json:"cacheSeconds"`
}

func (a *API) badge(c *gin.Context) {
	q := newQuery(c)
	lang := q.lang()
	digest, form, _ := strings.Cut(c.Param("file"), ".")
	if q.wrong() {
		return
	}
	if form != svg && form != shieldsJSON {
		NotFound(c)
		return
	}
	if a.held(c) {
		return
	}
	if r, ok := a.find(c, digest); ok {
		a.shield(c, r, form, lang)
	}
}

// latest is the badge of the published report whose run finished last.
func (a *API) latest(form string) gin.HandlerFunc {
	return func(c *gin.Context) {
		q := newQuery(c)
		lang := q.lang()
		f := store.ReportFilter{
			States: []store.State{store.Published}, Order: store.ByFinished,
			Name: q.required("name"), Vendor: q.name("vendor"), Version: q.name("version"), Pack: q.name("pack"), Profile: q.name("profile"),
		}
		if q.wrong() || a.held(c) {
			return
		}
		found, err := a.registry.Reader().Reports(c.Request.Context(), f, store.Page{Limit: 1})
		switch {
		case err != nil:
			a.failed(c, err)
		case len(found.Items) == 0:
			problem(c, http.StatusNotFound, "there is no published report of it")
		default:
			a.shield(c, found.Items[0], form, lang)
		}
	}
}

// held is current for what is asked for often, and may be some minutes old.
func (a *API) held(c *gin.Context) bool { return a.asOf(c, soon) }

// shield answers with the badge of a report. What became of the report is on it before anything else.
func (a *API) shield(c *gin.Context, r store.Report, form, lang string) {
	ctx := c.Request.Context()
	parsed, err := a.registry.Parsed(ctx, r.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	waivers, err := a.registry.Sheet(ctx, r.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	s, err := render.Options{Lang: lang, Waivers: waivers}.Shield(parsed.Report)
	if err != nil {
		a.failed(c, err)
		return
	}
	if fate := fate(r); fate != "" {
		s.Message, s.Color = fates[lang][fate]+s.Message, faded
	}
	if form == shieldsJSON {
		answer(c, http.StatusOK, Shield{SchemaVersion: 1, Label: s.Label, Message: s.Message, Color: strings.TrimPrefix(s.Color, "#"),
			IsError: r.State == store.Revoked, CacheSeconds: cacheSeconds})
		return
	}
	var b bytes.Buffer
	if err := s.SVG(&b); err != nil {
		a.failed(c, fmt.Errorf("badge of %s: %w", r.Digest, err))
		return
	}
	respond(c, http.StatusOK, "image/svg+xml", b.Bytes())
}

func fate(r store.Report) string {
	switch {
	case r.State != store.Published:
		return string(r.State)
	case r.Stale != "":
		return "stale"
	}
	return ""
}

var fates = map[string]map[string]string{
	"en": {"revoked": "REVOKED: ", "superseded": "superseded: ", "stale": "stale: "},
	"zh": {"revoked": "已撤销：", "superseded": "已被取代：", "stale": "已过时："},
}
