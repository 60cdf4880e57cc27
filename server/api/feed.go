package api

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"net/http"
	"slices"
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

// feed has what entered the log lately: reports, and what became of them. A report that is revoked or
// superseded later is updated in its place too, for readers who keep only what they follow.
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
	all := make([]news, len(found.Items), len(found.Items)+feedEntries)
	for i, r := range found.Items {
		all[i] = a.reportNews(r)
	}
	became, err := a.became(c.Request.Context(), c.Request.URL.RawQuery != "", found.Items)
	if err != nil {
		a.failed(c, err)
		return
	}
	all = append(all, became...)
	slices.SortFunc(all, func(x, y news) int { return cmp.Compare(y.index, x.index) })
	var latest time.Time
	for _, n := range all[:min(len(all), feedEntries)] {
		out.Entries = append(out.Entries, n.atomEntry)
		if n.at.After(latest) {
			latest = n.at
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

// news is an entry of the feed, and where the log has what it tells.
type news struct {
	atomEntry
	index int64
	at    time.Time
}

// claim is a report in a line.
func claim(r store.Report) string {
	name := strings.TrimSpace(r.Implementation.Name + " " + r.Implementation.Version)
	if r.Conclusion == "inconclusive" {
		return fmt.Sprintf("%s: inconclusive about %s", name, r.Profile)
	}
	return fmt.Sprintf("%s: %s to %s", name, r.Conclusion, r.Profile)
}

func (a *API) reportNews(r store.Report) news {
	i := r.Implementation
	title := claim(r)
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
	return news{index: r.LogIndex, at: touched(r), atomEntry: atomEntry{
		ID: page, Title: text(title), Updated: touched(r).UTC().Format(time.RFC3339), Published: r.Published.UTC().Format(time.RFC3339),
		Author: atomPerson{text(r.Account)}, Summary: text(summary),
		Links: []atomLink{{"alternate", "text/html", page}, {"related", envelopeType, a.url + "/api/v1/reports/" + r.Digest + "/envelope"}},
		Categories: []atomCategory{
			{text(r.Profile), a.url + "/api/v1#profile"}, {string(r.Conclusion), a.url + "/api/v1#conclusion"}, {string(r.State), a.url + "/api/v1#state"},
		},
	}}
}

// text is what others wrote, on one line: xml escapes the rest.
func text(s string) string { return strings.Join(strings.Fields(s), " ") }
