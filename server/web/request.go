package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports/render"
	"touchstone/server/store"
)

// request is what a view knows of a request: nothing that the key of the cache does not hold.
type request struct {
	*voice
	read  store.Reader
	path  string     // as it was asked for, escaped
	query url.Values // the parameters that the page knows
	now   time.Time
	at    int64     // version of the database, at least
	until time.Time // the page is right for so long; zero: for as long as nothing is written
}

// page is what a view returns.
type page struct {
	Title  string // the document's
	Part   string // of the site, for the navigation
	Feed   string // a feed of just this; "" for that of the whole site
	Live   bool   // it has a script
	Hidden bool   // search engines shall not list it
	Body   any
	status int
	name   string // of the template

	*request
	site *Site
}

// view makes the page of a request.
type view func(ctx context.Context, r *request) (*page, error)

// keepLonger bounds how long a page is kept though nothing was written: what it says may depend on the day.
const keepLonger = 10 * time.Minute

// Limits of what is asked for.
const (
	maxParameter = 512
	maxCursor    = 4 << 10
)

// page is the handler of a page whose address is fixed: params are the parameters that it knows.
func (s *Site) page(name string, view view, params ...string) gin.HandlerFunc {
	return func(c *gin.Context) { s.show(c, name, view, params...) }
}

// show answers with a page, from the cache where it is there.
func (s *Site) show(c *gin.Context, name string, view view, params ...string) {
	v := s.voice(c)
	query, err := parameters(c.Request.URL.Query(), params)
	if err != nil {
		s.fail(c, err)
		return
	}
	path := c.Request.URL.EscapedPath()
	key := strings.Join([]string{name, v.Lang(), fmt.Sprint(v.named), path, query.Encode()}, "\x00")
	s.cached(c, key, func(ctx context.Context, r *request, before made) (*document, uint64, error) {
		r.voice, r.path, r.query = v, path, query
		p, err := view(ctx, r)
		if err != nil {
			return nil, 0, err
		}
		if p.name == "" {
			p.name = name
		}
		sum := s.fingerprint(p)
		if sum != 0 && sum == before.print {
			return before.doc, sum, nil
		}
		d, err := s.draw(p, r)
		return d, sum, err
	})
}

// cached answers with the document of a key, which make makes, out of
// what it made before where that is kept, when it is not kept at this version of the database.
func (s *Site) cached(c *gin.Context, key string, make func(context.Context, *request, made) (*document, uint64, error)) {
	ctx := c.Request.Context()
	read := s.o.Registry.Reader()
	version, err := read.Version(ctx)
	if err != nil {
		s.fail(c, err)
		return
	}
	now := s.o.Now()
	doc, err := s.pages.get(ctx, key, version, now, func(ctx context.Context, before made) (made, error) {
		r := &request{read: read, now: now, at: version, until: now.Add(keepLonger)}
		d, sum, err := make(ctx, r, before)
		return made{d, sum, r.until}, err
	})
	if err != nil {
		s.fail(c, err)
		return
	}
	doc.write(c)
}

// parameters keeps those that are known and not empty, so that others do not fill the cache.
func parameters(all url.Values, known []string) (url.Values, error) {
	out := url.Values{}
	for _, name := range known {
		value := strings.TrimSpace(all.Get(name))
		most := maxParameter
		if name == "after" {
			most = maxCursor
		}
		if len(value) > most {
			return nil, &problem{status: http.StatusBadRequest, words: "problem.long"}
		}
		if value != "" {
			out.Set(name, value)
		}
	}
	return out, nil
}

// draw renders a page.
func (s *Site) draw(p *page, r *request) (*document, error) {
	p.request, p.site = r, s
	if p.status == 0 {
		p.status = http.StatusOK
	}
	var b bytes.Buffer
	if err := r.template.ExecuteTemplate(&b, p.name, p); err != nil {
		return nil, fmt.Errorf("page %s: %w", p.name, err)
	}
	return s.pages.newDocument("text/html; charset=utf-8", policy, r.Say("html-lang"), p.status, b.Bytes())
}

// fail answers with the page of an error.
func (s *Site) fail(c *gin.Context, err error) {
	p := asProblem(err)
	if p.status >= http.StatusInternalServerError && !errors.Is(err, context.Canceled) {
		s.o.Logger.Error("page", "path", c.Request.URL.Path, "error", err)
	}
	s.problem(c, p)
}

func (s *Site) problem(c *gin.Context, p *problem) {
	r := &request{voice: s.voice(c), path: c.Request.URL.EscapedPath(), now: s.o.Now(), query: url.Values{}}
	key := fmt.Sprintf("problem.%d", p.status)
	if !r.Has(key) {
		key = "problem.500"
		if p.status < http.StatusInternalServerError {
			key = "problem.400"
		}
	}
	words := p.words
	if words == "" {
		words = key + ".words"
	}
	doc, err := s.draw(&page{name: "problem", Title: r.Say(key), Hidden: true, status: p.status,
		Body: problemBody{p.status, r.Say(key), r.Say(words)}}, r)
	if err != nil {
		s.o.Logger.Error("page of an error", "error", err)
		c.String(http.StatusInternalServerError, "the page could not be made\n")
		return
	}
	doc.write(c)
}

type problemBody struct {
	Status       int
	Title, Words string
}

// Named says whether the reader has chosen the language.
func (p *page) Named() bool { return p.named }

// Languages are the same page in all languages.
func (p *page) Languages() []render.Link {
	links := render.Languages()
	for i := range links {
		q := url.Values{}
		for name := range p.query {
			q.Set(name, p.query.Get(name))
		}
		q.Set("lang", links[i].Lang)
		links[i].URL = p.path + "?" + q.Encode()
	}
	return links
}

// Absolute is the page's own address, for those who keep it.
func (p *page) Absolute() string { return p.site.o.URL + p.path }

// place is a part of the site.
type place struct {
	Key, URL string
	Here     bool
}

// Navigation leads to the parts of the site.
func (p *page) Navigation() []place {
	all := []place{
		{Key: "matrix", URL: "/"}, {Key: "reports", URL: "/reports"}, {Key: "rules", URL: "/rules"}, {Key: "waivers", URL: "/waivers"},
		{Key: "challenges", URL: "/challenges"}, {Key: "keys", URL: "/keys"}, {Key: "log", URL: "/log"},
	}
	if p.site.o.Runs != nil {
		all = append(all, place{Key: "runs", URL: "/runs"})
	}
	all = append(all, place{Key: "about", URL: "/about"})
	for i := range all {
		all[i].Here = all[i].Key == p.Part
		all[i].URL = p.to(all[i].URL)
	}
	return all
}

// get is a parameter.
func (r *request) get(name string) string { return r.query.Get(name) }

// page of a list that the request asks for.
func (r *request) listed(limit int) store.Page {
	return store.Page{After: store.Cursor(r.get("after")), Limit: limit}
}

// next is the address of the page that follows, "" for none.
func (r *request) next(after store.Cursor) string {
	if after == "" {
		return ""
	}
	return r.but("after", string(after))
}

// first is the address of the first page, "" where this is it.
func (r *request) first() string {
	if r.get("after") == "" {
		return ""
	}
	return r.but("after", "")
}

// but is the page's own address with a parameter changed, from the first page on.
func (r *request) but(name, value string) string {
	q := url.Values{}
	for key := range r.query {
		if key != "after" {
			q.Set(key, r.query.Get(key))
		}
	}
	q.Set(name, value)
	if value == "" {
		q.Del(name)
	}
	return r.with(r.path, q)
}

// rightUntil shortens how long the page is kept.
func (r *request) rightUntil(t time.Time) {
	if t.After(r.now) && t.Before(r.until) {
		r.until = t
	}
}

// paging is how a list goes on.
type paging struct{ First, Next string }

func (r *request) paging(next store.Cursor) paging { return paging{r.first(), r.next(next)} }

// oneOf keeps a value of a closed set, and drops another.
func oneOf[T ~string](value string, set ...T) T {
	if i := slices.Index(set, T(value)); i >= 0 {
		return set[i]
	}
	return ""
}
