// Package oci is a registry of the OCI distribution specification 1.1 in memory, to try the suite on: right
// ([New]), right in an unusual way, and wrong in some one way ([Subjects]). It is written from the
// specification's text, without the features.
//
// What a right registry may choose stands in [Options]. What a wrong one does stands in faults where it
// reaches into how things are kept, and otherwise in a function that spoils requests or answers.
package oci

import (
	"cmp"
	"encoding/json"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Options are what the specification leaves to a registry. The zero value offers everything.
type Options struct {
	Absolute     bool // Locations with scheme and host
	Redirects    bool // blobs are elsewhere: 307
	Plain        bool // refusals in plain text
	ASCII        bool // tags in the order of their bytes, capitals first
	AnyReference bool // manifests may name what is not there
	AnyLength    bool // the end of a chunk's range is not looked at
	Numbers      bool // for sessions, instead of UUIDs
	MinChunk     int  // of all chunks but the last
	Page         int  // most tags and referrers in an answer; the rest is at its Link

	NoSinglePost, NoMount, NoRange, NoReferrers, NoFilter, NoDelete, NoTagDelete bool
}

// New is a registry that is right. Nothing outlives it.
func New(o Options) http.Handler {
	return &registry{Options: o, repositories: map[string]*repository{}}
}

type registry struct {
	Options
	wrong        faults
	mu           sync.Mutex
	repositories map[string]*repository
	sessions     int
}

type repository struct {
	blobs     map[string][]byte
	manifests map[string]manifest
	tags      map[string]string // to digests
	uploads   map[string]*[]byte
}

// repository finds one; where there is none, it gives an empty one, which is kept if something is pushed.
func (r *registry) repository(name string, push bool) *repository {
	at, ok := r.repositories[name]
	if !ok {
		at = &repository{map[string][]byte{}, map[string]manifest{}, map[string]string{}, map[string]*[]byte{}}
		if push {
			r.repositories[name] = at
		}
	}
	return at
}

// answer is a response that has not been written yet.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func reply(status int, headers ...string) *answer {
	a := &answer{status: status, header: http.Header{}}
	for i := 0; i < len(headers); i += 2 {
		a.header.Set(headers[i], headers[i+1])
	}
	return a
}

// with gives an answer a body.
func (a *answer) with(mediaType string, body []byte) *answer {
	a.header.Set("Content-Type", mediaType)
	a.header.Set("Content-Length", strconv.Itoa(len(body)))
	a.body = body
	return a
}

func (a *answer) json(v any) *answer {
	body, err := json.Marshal(v)
	if err != nil {
		panic(err) // our own values
	}
	return a.with("application/json", body)
}

// problem is one error of a refusal.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}

func (r *registry) refuse(status int, code, message string) *answer {
	if r.Plain {
		return reply(status).with("text/plain; charset=utf-8", []byte(message+"\n"))
	}
	return reply(status).json(map[string]any{"errors": []problem{{code, message}}})
}

func (r *registry) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	if r.wrong.before != nil {
		r.wrong.before(q)
	}
	r.mu.Lock()
	a := r.answer(q)
	r.mu.Unlock()
	if r.wrong.after != nil {
		r.wrong.after(q, a)
	}
	for name, values := range a.header {
		w.Header()[name] = values
	}
	w.WriteHeader(a.status)
	if q.Method != http.MethodHead {
		_, _ = w.Write(a.body) // the client may be gone
	}
}

var (
	nameForm   = regexp.MustCompile(`^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$`)
	tagForm    = regexp.MustCompile(`^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$`)
	digestForm = regexp.MustCompile(`^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$`)
)

// answer finds what is asked by the end of the path, since names have slashes.
func (r *registry) answer(q *http.Request) *answer {
	rest, ok := strings.CutPrefix(q.URL.Path, "/v2/")
	if !ok {
		return r.refuse(http.StatusNotFound, "UNSUPPORTED", "there is nothing outside /v2/")
	}
	if rest == "" {
		return reply(http.StatusOK).json(struct{}{})
	}
	parts := strings.Split(rest, "/")
	n := len(parts)
	last := parts[n-1]
	name := func(back int) string { return strings.Join(parts[:n-back], "/") }
	var serve func(q *http.Request, name, last string) *answer
	switch {
	case n > 3 && parts[n-3] == "blobs" && parts[n-2] == "uploads":
		serve, rest = r.upload, name(3)
	case n > 2 && parts[n-2] == "blobs":
		serve, rest = r.blob, name(2)
	case n > 2 && parts[n-2] == "manifests":
		serve, rest = r.manifest, name(2)
	case n > 2 && parts[n-2] == "tags" && last == "list":
		serve, rest = r.tags, name(2)
	case n > 2 && parts[n-2] == "referrers" && !r.NoReferrers:
		serve, rest = r.referrers, name(2)
	default:
		return r.refuse(http.StatusNotFound, "UNSUPPORTED", "there is nothing at this path")
	}
	if !nameForm.MatchString(rest) && !r.wrong.anyName {
		return r.refuse(http.StatusBadRequest, "NAME_INVALID", "this is no name of a repository")
	}
	return serve(q, rest, last)
}

func (r *registry) unsupported() *answer {
	return r.refuse(http.StatusMethodNotAllowed, "UNSUPPORTED", "this cannot be done here")
}

// location is a path of this registry, as a Location has it.
func (r *registry) location(q *http.Request, path string) string {
	if r.Absolute {
		return "http://" + cmp.Or(q.Host, "registry.example") + path
	}
	return path
}
