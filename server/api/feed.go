package api

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/server/store"
)

// The elements of RFC 4287 that the feed has.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Links   []atomLink  `xml:"link"`
		Author  atomPerson  `xml:"author"`
		Entries []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID         string         `xml:"id"`
		Title      string         `xml:"title"`
		Updated    string         `xml:"updated"`
		Published  string         `xml:"published"`
		Author     atomPerson     `xml:"author"`
		Links      []atomLink     `xml:"link"`
		Categories []atomCategory `xml:"category"`
		Summary    string         `xml:"summary"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomPerson struct {
		Name string `xml:"name"`
	}
	atomCategory struct {
		Term   string `xml:"term,attr"`
		Scheme string `xml:"scheme,attr,omitempty"`
	}
)

const (
	atomType    = "application/atom+xml"
	feedEntries = 50
)

// feed has the reports that entered the log lately. A report that is revoked or superseded later is
// updated in its place.
func (a *API) feed(c *gin.Context) {
	q := newQuery(c)
	f := q.filter()
	f.Order = store.ByLog
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Reports(c.Request.Context(), f, store.Page{Limit: feedEntries})
	if err != nil {
		a.failed(c, err)
		return
	}
	self := a.url + "/feed.atom"
	if c.Request.URL.RawQuery != "" {
		self += "?" + c.Request.URL.Query().Encode()
	}
	out := atomFeed{
		ID: self, Title: text("Conformance reports of " + a.registry.Name()), Author: atomPerson{text(a.registry.Name())},
		Links: []atomLink{{"self", atomType, self}, {"alternate", "text/html", a.url + "/"}},
	}
	var latest time.Time
	for _, r := range found.Items {
		e := a.atomEntry(r)
		out.Entries = append(out.Entries, e)
		if t := touched(r); t.After(latest) {
			latest = t
		}
	}
	out.Updated = latest.UTC().Format(time.RFC3339) // of an empty feed the zero time, so that it stays the same
	body, err := xml.MarshalIndent(out, "", "  ")
	if err != nil {
		a.failed(c, fmt.Errorf("feed: %w", err))
		return
	}
	respond(c, http.StatusOK, atomType+"; charset=utf-8", append([]byte(xml.Header), append(body, '\n')...))
}

// touched is when something last happened to a report.
func touched(r store.Report) time.Time {
	if r.Decided.After(r.Published) {
		return r.Decided
	}
	return r.Published
}

func (a *API) atomEntry(r store.Report) atomEntry {
	i := r.Implementation
	name := strings.TrimSpace(i.Name + " " + i.Version)
	title := fmt.Sprintf("%s: %s to %s", name, r.Conclusion, r.Profile)
	if r.Conclusion == "inconclusive" {
		title = fmt.Sprintf("%s: inconclusive about %s", name, r.Profile)
	}
	if fate := fate(r); fate != "" {
		title = fates["en"][fate] + title
	}
	summary := fmt.Sprintf("%d of %d testable rules tested, %d failed; %s, effort %s. Signed by %d, submitted by %s.",
		r.Counts.Tested, r.Counts.Testable, r.Counts.Failed, strings.Join(r.Environments, " and "), r.Effort, len(r.Signers), r.Account)
	if i.Vendor != "" {
		summary = i.Vendor + ": " + summary
	}
	if r.Reason != "" {
		summary += " " + r.Reason
	}
	page := a.page(r.Digest)
	return atomEntry{
		ID: page, Title: text(title), Updated: touched(r).UTC().Format(time.RFC3339), Published: r.Published.UTC().Format(time.RFC3339),
		Author: atomPerson{text(r.Account)}, Summary: text(summary),
		Links: []atomLink{{"alternate", "text/html", page}, {"related", envelopeType, a.url + "/api/v1/reports/" + r.Digest + "/envelope"}},
		Categories: []atomCategory{
			{text(r.Profile), a.url + "/api/v1#profile"}, {string(r.Conclusion), a.url + "/api/v1#conclusion"}, {string(r.State), a.url + "/api/v1#state"},
		},
	}
}

// text is what others wrote, on one line: xml escapes the rest.
func text(s string) string { return strings.Join(strings.Fields(s), " ") }
