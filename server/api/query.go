package api

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gin-gonic/gin"

	"touchstone/server/registry"
	"touchstone/server/store"
)

// query reads the parameters of a request and keeps what is wrong with them.
type query struct {
	c       *gin.Context
	values  url.Values
	known   []string
	reasons []registry.Reason
}

func newQuery(c *gin.Context) *query {
	values, err := url.ParseQuery(c.Request.URL.RawQuery)
	q := &query{c: c, values: values}
	if err != nil {
		q.say("the query is not well-formed")
	}
	return q
}

func (q *query) say(format string, a ...any) {
	q.reasons = append(q.reasons, registry.Reason{Code: registry.Malformed, Words: fmt.Sprintf(format, a...)})
}

// text is a parameter, empty when it is not given.
func (q *query) text(name string, most int) string {
	q.known = append(q.known, name)
	values := q.values[name]
	if len(values) == 0 {
		return ""
	}
	switch s := values[0]; {
	case len(values) > 1:
		q.say("%s is given %d times", name, len(values))
	case !isText(s):
		q.say("%s is not text", name)
	case len(s) > most:
		q.say("%s has %d bytes; at most %d are taken", name, len(s), most)
	default:
		return s
	}
	return ""
}

func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

func (q *query) name(name string) string { return q.text(name, store.MaxName) }

func (q *query) required(name string) string {
	s := q.name(name)
	if s == "" && len(q.values[name]) < 2 {
		q.say("%s is missing", name)
	}
	return s
}

func (q *query) digest(name string) string {
	s := q.name(name)
	if s != "" && !store.IsDigest(s) {
		q.say("%s is not sha256: and 64 hexadecimal digits", name)
	}
	return s
}

func (q *query) flag(name string) bool {
	switch q.name(name) {
	case "", "false":
		return false
	case "true":
		return true
	}
	q.say("%s is true or false", name)
	return false
}

// among is one of a closed set, or empty.
func among[T ~string](q *query, name string, set ...T) T {
	s := T(q.name(name))
	if s != "" && !slices.Contains(set, s) {
		q.say("%s is one of %s", name, join(set))
	}
	return s
}

// some are values of a closed set, with commas.
func some[T ~string](q *query, name string, set ...T) []T {
	s := q.name(name)
	if s == "" {
		return nil
	}
	var out []T
	for one := range strings.SplitSeq(s, ",") {
		if !slices.Contains(set, T(one)) {
			q.say("%s is one or more of %s, with commas", name, join(set))
			return nil
		}
		out = append(out, T(one))
	}
	return out
}

func join[T ~string](set []T) string {
	words := make([]string, len(set))
	for i, s := range set {
		words[i] = string(s)
	}
	return strings.Join(words, ", ")
}

func (q *query) number(name string, least, most, otherwise int64) int64 {
	s := q.name(name)
	if s == "" {
		return otherwise
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < least || n > most {
		q.say("%s is a number from %d to %d", name, least, most)
		return otherwise
	}
	return n
}

func (q *query) limit() int {
	return int(q.number("limit", 1, store.MaxLimit, store.DefaultLimit))
}

func (q *query) page() store.Page {
	return store.Page{After: store.Cursor(q.name("after")), Limit: q.limit()}
}

// lang is the language of words for people.
func (q *query) lang() string {
	if lang := among(q, "lang", "en", "zh"); lang != "" {
		return lang
	}
	return "en"
}

// wrong says whether the request is answered, with what is wrong.
func (q *query) wrong() bool {
	for name := range q.values {
		if !slices.Contains(q.known, name) {
			if len(q.known) == 0 {
				q.say("parameter %.80q is not known here; there are none", name)
			} else {
				q.say("parameter %.80q is not known here; there are %s", name, strings.Join(q.known, ", "))
			}
		}
	}
	if len(q.reasons) == 0 {
		return false
	}
	slices.SortFunc(q.reasons, func(a, b registry.Reason) int { return strings.Compare(a.Words, b.Words) })
	if len(q.reasons) > 10 {
		q.reasons = q.reasons[:10]
	}
	problem(q.c, http.StatusBadRequest, "the parameters are not what they should be", q.reasons...)
	return true
}

// plain answers for a request that has parameters where there are none. true: it is answered.
func plain(c *gin.Context) bool {
	return c.Request.URL.RawQuery != "" && newQuery(c).wrong()
}

// next gives a page's successor its address.
func next(c *gin.Context, parameter, value string) {
	if value == "" {
		return
	}
	values := c.Request.URL.Query()
	values.Set(parameter, value)
	c.Header("Link", "<"+c.Request.URL.EscapedPath()+"?"+values.Encode()+`>; rel="next"`)
}
