// Package web is the registry's pages for people: rendered here, in English and Chinese, light and
// dark, on paper too; they need no script. One small script, from a file, moves the bar of a run that
// is under way.
//
//	site, err := web.New(web.Options{Registry: r, URL: "https://registry.example.org"})
//	site.Register(engine)
//	engine.NoRoute(func(c *gin.Context) { site.Problem(c, http.StatusNotFound) })
//
// # The pages
//
//	/                                    implementations by profile
//	/reports                             all reports
//	/reports/<digest>                    one: verdict, signers, log, state, waivers, files
//	/reports/<digest>/report.html        the report itself, as package reports/render draws it
//	/reports/<digest>/<file>             report.dsse.json, report.json, report.tlog-proof, junit.xml,
//	                                     summary.md, messages.ndjson, and its files of outcomes
//	/implementations                     all, with a search
//	/implementations/<vendor>/<name>     history over versions ("-" for no vendor)
//	/diff/<digest>/<digest>              two reports, rule by rule
//	/rules/<pack>[/<rule>]               a standard's rules; what one says, who tests it, who fails it
//	/waivers /challenges[/<id>] /rulings /keys /log /runs[/<id>] /about
//
// A digest is the 64 hexadecimal digits of the envelope's SHA-256, or the first 12 or more of them
// where those are enough. Every page takes ?lang=en or zh; who names none is served as Accept-Language
// asks. A language that was named is kept in the links of the page, and nowhere else: there are no
// cookies.
//
// # How pages are kept
//
// A page is rendered once for a version of the database (store.Reader's Version), compressed, and kept in
// memory until newer ones need the room. It has an ETag, so that a browser that has it is told so.
// Renderings that open a report, which may have 10 MB, are at most two at a time.
//
// # What is not trusted
//
// Nearly every word of a page comes from outside. html/template escapes it; control characters and those
// that turn the direction of writing are shown as U+FFFD, in the whole page, whatever put them there.
// The content security policy allows no script and no style but the files below /assets/.
//
// A report that was revoked or superseded keeps its page, with status 200: the log keeps it, and who
// follows an old link is told first of all what became of it. What is not public does not exist (404).
package web

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports/render"
	"touchstone/server/registry"
	"touchstone/server/store"
	"touchstone/specs"
)

// Options of a site.
type Options struct {
	Registry *registry.Registry
	URL      string        // where the public finds the site, for what is copied from it; http://localhost if empty
	Name     string        // as people call the registry; the registry's own if empty
	Packs    []*specs.Pack // whose rules have pages; nil: those inside
	Runs     Runs          // nil: the registry runs nothing, and has no pages of runs
	Room     int64         // bytes of pages that are kept; 64 MiB if 0
	Now      func() time.Time
	Logger   *slog.Logger
}

// Site is the pages.
type Site struct {
	o         Options
	voices    map[voiceKey]*voice
	assets    assets
	pages     *cache
	outlines  *memo[*outline]
	totals    totals
	seed      maphash.Seed
	heavy     chan struct{} // holds what opens whole reports to two at a time
	watchers  chan struct{}
	reportCSP string
}

// New makes a site.
func New(o Options) (*Site, error) {
	if o.Registry == nil {
		return nil, errors.New("web: no registry")
	}
	if o.URL == "" {
		o.URL = "http://localhost"
	}
	u, err := url.Parse(o.URL)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("web: the site's URL %q is not http://HOST or https://HOST", o.URL)
	}
	o.URL = strings.TrimRight(o.URL, "/")
	if o.Name == "" {
		o.Name = o.Registry.Name()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Room <= 0 {
		o.Room = 64 << 20
	}
	if o.Packs == nil {
		for _, name := range specs.Packs() {
			p, err := specs.Embedded(name, specs.Rules, specs.Interpretations)
			if err != nil {
				return nil, fmt.Errorf("web: %w", err)
			}
			o.Packs = append(o.Packs, p)
		}
	}
	s := &Site{o: o, pages: newCache(o.Room), outlines: newMemo[*outline](outlineRoom), heavy: make(chan struct{}, 2),
		watchers: make(chan struct{}, maxWatchers), seed: maphash.MakeSeed(), reportCSP: policyOf(render.Style())}
	if s.assets, err = loadAssets(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	if s.voices, err = s.loadVoices(); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	return s, nil
}

// Register puts the pages on a router, at its root.
func (s *Site) Register(r gin.IRoutes) {
	read := func(path string, h gin.HandlerFunc) {
		r.GET(path, h)
		r.HEAD(path, h)
	}
	read("/", s.page("matrix", s.matrix, "q", "pack", "profile", "vendor", "verdict", "after"))
	read("/reports", s.page("reports", s.reports, "q", "pack", "profile", "vendor", "verdict", "state", "signer", "account", "stale", "order", "after"))
	read("/reports/:digest", s.report)
	read("/reports/:digest/:file", s.file)
	read("/implementations", s.page("products", s.products, "q", "vendor", "name", "after"))
	read("/implementations/*path", s.page("implementation", s.implementation, "after"))
	read("/diff", s.diffForm)
	read("/diff/:a/:b", s.diff)
	read("/rules", s.page("packs", s.packs))
	read("/rules/*path", s.rules)
	read("/waivers", s.page("waivers", s.waivers, "pack", "profile", "rule", "vendor", "name", "open", "after"))
	read("/challenges", s.page("challenges", s.challenges, "state", "pack", "rule", "report", "after"))
	read("/challenges/:id", s.challenge)
	read("/rulings", s.page("rulings", s.rulings, "pack", "after"))
	read("/keys", s.page("keys", s.keys, "account", "role", "after"))
	read("/log", s.page("log", s.log, "before"))
	read("/about", s.page("about", s.about))
	read("/assets/:file", s.asset)
	r.POST("/challenges", s.raise)
	if s.o.Runs != nil {
		read("/runs", s.runs)
		read("/runs/:id", s.run)
		r.GET("/runs/:id/events", s.events)
	}
}

// Problem answers with a page that says what is wrong; status is that of the answer.
func (s *Site) Problem(c *gin.Context, status int) { s.problem(c, &problem{status: status}) }

// problem is an error that is a page.
type problem struct {
	status int
	words  string // a key of the catalogue: what exactly is missing, "" for what the status says
	cause  error  // for the log, never for the page
}

func (p *problem) Error() string {
	return fmt.Sprintf("%d %s: %v", p.status, http.StatusText(p.status), p.cause)
}

func (p *problem) Unwrap() error { return p.cause }

// missing is the problem of what is not there, or not for the public.
func missing(words string) error { return &problem{status: http.StatusNotFound, words: words} }

// asProblem finds what page an error is.
func asProblem(err error) *problem {
	var p *problem
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, store.ErrNotFound):
		return &problem{status: http.StatusNotFound}
	case errors.Is(err, store.ErrInvalid):
		return &problem{status: http.StatusBadRequest, words: "problem.cursor", cause: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &problem{status: http.StatusServiceUnavailable, cause: err}
	}
	return &problem{status: http.StatusInternalServerError, cause: err}
}
