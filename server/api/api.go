package api

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/server/jobs"
	"touchstone/server/registry"
)

// document is openapi.yaml.
//
//go:embed openapi.yaml
var document []byte

// Options of an API.
type Options struct {
	Registry *registry.Registry
	Runs     *jobs.Jobs    // nil: this registry runs nothing, and has no routes for it
	URL      string        // of the registry's pages, "https://registry.example.org"; no slash at its end
	Version  string        // of this binary
	Ready    func() bool   // false: about to stop; nil: always
	Patience time.Duration // with a body that comes slowly, before [MinRate] counts; 15 s if 0
	Now      func() time.Time
	Logger   *slog.Logger // of what is our own fault; nil: none
}

// API answers requests. Its methods may be called from any goroutine.
type API struct {
	registry *registry.Registry
	runs     *jobs.Jobs
	url      string
	version  string
	build    string // of ETags: what another binary says need not be the same
	policy   string // Content-Security-Policy of a report's page
	kept     *kept
	ready    func() bool
	patience time.Duration
	now      func() time.Time
	logger   *slog.Logger
}

// New makes an API over a registry.
func New(o Options) *API {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Ready == nil {
		o.Ready = func() bool { return true }
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Patience == 0 {
		o.Patience = 15 * time.Second
	}
	style := sha256.Sum256([]byte(render.Style()))
	return &API{
		policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(style[:]) +
			"'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		registry: o.Registry, runs: o.Runs, url: strings.TrimRight(o.URL, "/"), version: o.Version, build: short(reports.Digest([]byte(o.Version))),
		kept: newKept(), ready: o.Ready, patience: o.Patience, now: o.Now, logger: o.Logger,
	}
}

// short is enough of a digest to tell versions apart.
func short(digest string) string { return strings.TrimPrefix(digest, "sha256:")[:12] }

// Routes registers everything that openapi.yaml describes. The engine's NoRoute and NoMethod should be
// [NotFound] and [MethodNotAllowed] for its paths.
func (a *API) Routes(e gin.IRouter) {
	v1 := e.Group("/api/v1", share)
	get(v1, "", a.about)
	get(v1, "/", a.about)
	get(v1, "/openapi.yaml", a.openAPI)

	get(v1, "/reports", a.listReports)
	v1.POST("/reports", a.submit)
	get(v1, "/reports/:digest", a.getReport)
	get(v1, "/reports/:digest/envelope", a.getEnvelope)
	get(v1, "/reports/:digest/report", a.getDocument)
	get(v1, "/reports/:digest/proof", a.getProof)
	get(v1, "/reports/:digest/evidence", a.getEvidence)
	v1.PUT("/reports/:digest/evidence", a.putEvidence)
	get(v1, "/reports/:digest/entries", a.listEntriesOf)
	for _, name := range renderings {
		get(v1, "/reports/:digest/"+name, a.rendering(name))
	}
	get(v1, "/diff", a.diff)

	get(v1, "/implementations", a.listProducts)
	get(v1, "/implementations/history", a.history)
	get(v1, "/matrix", a.matrix)
	get(v1, "/rules/:pack/:rule", a.getRule)

	get(v1, "/waivers", a.listWaivers)
	get(v1, "/waivers/:digest", a.getWaiver)
	get(v1, "/challenges", a.listChallenges)
	v1.POST("/challenges", a.raise)
	get(v1, "/challenges/:id", a.getChallenge)
	get(v1, "/rulings", a.listRulings)
	get(v1, "/rulings/:digest", a.getRuling)

	get(v1, "/keys", a.listKeys)
	get(v1, "/keys/:digest", a.getKey)
	v1.POST("/acts", a.do)
	if a.runs != nil {
		a.runRoutes(v1)
	}
	v1.POST("/waiting", a.waiting)
	v1.POST("/waiting/report", a.waitingReport)
	get(v1, "/acts/:digest", a.getAct)
	get(v1, "/log", a.getLog)
	get(v1, "/log/entries", a.listEntries)
	get(v1, "/log/entries/:index", a.getEntry)
	get(v1, "/log/entries/:index/proof", a.getEntryProof)

	public := e.Group("", share)
	get(public, "/badge/latest.svg", a.latest(svg))
	get(public, "/badge/latest.json", a.latest(shieldsJSON))
	get(public, "/badge/:file", a.badge)
	get(public, "/feed.atom", a.feed)

	get(e, "/healthz", a.healthz)
	get(e, "/readyz", a.readyz)
}

func get(r gin.IRoutes, path string, h gin.HandlerFunc) {
	r.GET(path, h)
	r.HEAD(path, h)
}

// share lets pages of other origins read what everybody may read. Nothing here depends on a cookie.
func share(c *gin.Context) {
	if c.Request.Method == http.MethodGet || c.Request.Method == http.MethodHead {
		h := c.Writer.Header()
		h.Set("Access-Control-Allow-Origin", "*")
		h.Set("Access-Control-Expose-Headers", "ETag, Link")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	}
}

// preflight allows other origins to read, and nothing else.
func preflight(c *gin.Context) {
	h := c.Writer.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Methods", "GET, HEAD")
	h.Set("Access-Control-Allow-Headers", "If-None-Match, Range")
	h.Set("Access-Control-Max-Age", "86400")
	c.Status(http.StatusNoContent)
	c.Writer.WriteHeaderNow()
}
