package api

import (
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/bundle"
	"touchstone/reports/render"
	"touchstone/reports/tlog"
	"touchstone/server/store"
)

const (
	envelopeType = "application/vnd.dsse.envelope.v1+json"
	linesType    = "application/x-ndjson"
	textType     = "text/plain; charset=utf-8"
)

var conclusions = []reports.Conclusion{reports.Conforming, reports.NonConforming, reports.Unresolved}

// filter reads what narrows lists of reports.
func (q *query) filter() store.ReportFilter {
	return store.ReportFilter{
		States: store.PublicStates(), Pack: q.name("pack"), Profile: q.name("profile"), Vendor: q.name("vendor"), Name: q.name("name"),
		Conclusion: among(q, "conclusion", conclusions...),
	}
}

func (a *API) listReports(c *gin.Context) {
	q := newQuery(c)
	f := q.filter()
	if states := some(q, "state", store.PublicStates()...); states != nil {
		f.States = states
	}
	f.Version, f.ID, f.Account, f.Signer, f.Stale = q.name("version"), q.name("id"), q.name("account"), q.digest("signer"), q.flag("stale")
	f.Text = q.text("q", store.MaxTitle)
	if f.Order = among(q, "order", "arrival", store.ByLog, store.ByFinished); f.Order == "arrival" {
		f.Order = store.ByArrival
	}
	a.reports(c, q, f)
}

func (a *API) history(c *gin.Context) {
	q := newQuery(c)
	q.required("name")
	f := q.filter()
	f.NoVendor = f.Vendor == "" // namesakes are others
	f.Version, f.Order = q.name("version"), store.ByFinished
	a.reports(c, q, f)
}

// reports answers with a page of them.
func (a *API) reports(c *gin.Context, q *query, f store.ReportFilter) {
	page := q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Reports(c.Request.Context(), f, page)
	if err != nil {
		a.listFailed(c, err)
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	next(c, "after", string(found.Next))
	answer(c, http.StatusOK, list(found, show))
}

// find is the public report of a request; false: the request is answered.
func (a *API) find(c *gin.Context, digest string) (store.Report, bool) {
	r, err := a.registry.Find(c.Request.Context(), digest)
	if err == nil && !r.State.Public() {
		err = store.ErrNotFound
	}
	switch {
	case errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrInvalid):
		problem(c, http.StatusNotFound, "no public report has this digest")
	case err != nil:
		a.failed(c, err)
	}
	return r, err == nil
}

// lasting is how long an answer holds that follows from the digest: for ever, under the whole of it.
func lasting(c *gin.Context) string {
	if len(strings.TrimPrefix(c.Param("digest"), "sha256:")) == 64 {
		return forever
	}
	return revalidate
}

func (a *API) getReport(c *gin.Context) {
	if plain(c) || a.current(c) {
		return
	}
	if r, ok := a.find(c, c.Param("digest")); ok {
		if show, ok := a.reporter(c); ok {
			answer(c, http.StatusOK, show(r))
		}
	}
}

func (a *API) getEnvelope(c *gin.Context) {
	if plain(c) {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok || unchanged(c, r.Digest[7:], lasting(c)) {
		return
	}
	f, err := a.registry.Envelope(c.Request.Context(), r.Digest)
	a.file(c, envelopeType, bundle.EnvelopeFile, f, err)
}

func (a *API) getDocument(c *gin.Context) {
	if plain(c) {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok || unchanged(c, r.Digest[7:]+"-report", lasting(c)) {
		return
	}
	parsed, err := a.registry.Parsed(c.Request.Context(), r.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	a.file(c, "application/json", bundle.ReportFile, nopCloser{strings.NewReader(string(parsed.Text))}, nil)
}

type nopCloser struct{ io.ReadSeeker }

func (nopCloser) Close() error { return nil }

// file answers with a file, or a range of it. Its ETag is set already.
func (a *API) file(c *gin.Context, mediaType, name string, f io.ReadSeekCloser, err error) {
	if err != nil {
		a.failed(c, err)
		return
	}
	defer f.Close()
	c.Header("Content-Type", mediaType)
	c.Header("Content-Disposition", `inline; filename="`+name+`"`)
	http.ServeContent(a.pace(c), c.Request, "", time.Time{}, f)
}

func (a *API) getProof(c *gin.Context) {
	if plain(c) {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok {
		return
	}
	proof, err := a.registry.Proof(c.Request.Context(), r.Digest)
	a.proof(c, proof, err)
}

// proof answers with a proof, which changes with every checkpoint.
func (a *API) proof(c *gin.Context, proof []byte, err error) {
	if err != nil {
		a.failed(c, err)
		return
	}
	if unchanged(c, short(reports.Digest(proof)), revalidate) {
		return
	}
	c.Header("Content-Disposition", `inline; filename="report`+tlog.Extension+`"`)
	c.Data(http.StatusOK, textType, proof)
}

func (a *API) getEvidence(c *gin.Context) {
	q := newQuery(c)
	environment := q.name("environment")
	if q.wrong() {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok {
		return
	}
	all, err := a.registry.Sidecars(c.Request.Context(), r.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	i := 0
	if environment != "" || len(all) > 1 {
		i = -1
		var names []string
		for j, s := range all {
			if names = append(names, s.Environment); s.Environment == environment {
				i = j
			}
		}
		if i < 0 {
			problem(c, http.StatusNotFound, "which environment? The report has "+strings.Join(names, ", "))
			return
		}
	}
	if len(all) == 0 || !all[i].Here {
		problem(c, http.StatusNotFound, "nobody has added the outcomes of this report")
		return
	}
	if unchanged(c, strings.TrimPrefix(all[i].Digest, "sha256:"), lasting(c)) {
		return
	}
	f, err := a.registry.Evidence(c.Request.Context(), r.Digest, all[i].Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	defer f.Close()
	h := c.Writer.Header()
	h.Set("Content-Type", linesType)
	h.Set("Content-Disposition", `inline; filename="`+all[i].Name+`"`)
	h.Set("Content-Length", strconv.FormatInt(f.Info().Size, 10))
	if c.Request.Method == http.MethodHead {
		return
	}
	if _, err := io.Copy(a.pace(c), f); err != nil {
		a.logger.WarnContext(c.Request.Context(), "evidence broke off", "report", r.Digest, "error", err)
		panic(http.ErrAbortHandler) // it must not look whole
	}
}

func (a *API) listEntriesOf(c *gin.Context) {
	if plain(c) || a.current(c) {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok {
		return
	}
	entries, err := a.registry.Reader().EntriesOf(c.Request.Context(), r.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	answer(c, http.StatusOK, list(store.List[store.Entry]{Items: entries}, entry))
}

// renderings are the formats that a report is served in, by their names in package render.
var renderings = []string{"html", "junit", "messages", "markdown", "text"}

// localised are those for people.
var localised = []string{"html", "markdown", "text"}

func (a *API) rendering(name string) gin.HandlerFunc {
	f, err := render.ByName(name)
	if err != nil {
		panic(err) // renderings are its formats
	}
	return func(c *gin.Context) {
		q := newQuery(c)
		lang := "en"
		if slices.Contains(localised, name) {
			lang = q.lang()
		}
		if q.wrong() {
			return
		}
		r, ok := a.find(c, c.Param("digest"))
		if !ok {
			return
		}
		waivers, err := a.registry.Sheet(c.Request.Context(), r.Digest)
		if err != nil {
			a.failed(c, err)
			return
		}
		if unchanged(c, r.Digest[7:]+"-"+a.build+"-"+name+"-"+lang+"-"+waivers.Tag(), revalidate) {
			return
		}
		parsed, err := a.registry.Parsed(c.Request.Context(), r.Digest)
		if err != nil {
			a.failed(c, err)
			return
		}
		sig := &render.Signature{Envelope: bundle.EnvelopeFile}
		for _, who := range parsed.Signers {
			sig.KeyIDs = append(sig.KeyIDs, who.KeyID)
		}
		if name == "html" {
			c.Header("Content-Security-Policy", a.policy)
		}
		c.Header("Content-Type", f.MediaType)
		if c.Request.Method == http.MethodHead {
			return
		}
		if err := f.Render(a.pace(c), parsed.Report, render.Options{Lang: lang, Signature: sig, Waivers: waivers}); err != nil {
			// The answer has begun: it must not look whole.
			a.logger.WarnContext(c.Request.Context(), "rendering broke off", "format", name, "report", r.Digest, "error", err)
			panic(http.ErrAbortHandler)
		}
	}
}

func (a *API) diff(c *gin.Context) {
	q := newQuery(c)
	from, to := q.required("from"), q.required("to")
	if q.wrong() || a.current(c) {
		return
	}
	older, ok := a.find(c, from)
	if !ok {
		return
	}
	newer, ok := a.find(c, to)
	if !ok {
		return
	}
	d, err := a.registry.Diff(c.Request.Context(), older.Digest, newer.Digest)
	if err != nil {
		a.failed(c, err)
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	answer(c, http.StatusOK, Difference{
		From: show(older), To: show(newer), Warnings: orEmpty(d.Warnings),
		Extensions: orEmpty(d.Extensions), Rules: orEmpty(d.Rules), Scenarios: orEmpty(d.Scenarios), Classes: d.Classes,
	})
}
