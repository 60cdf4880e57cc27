package api

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"touchstone/server/store"
)

// became is what the log says has become of reports, waivers and keys, and what was ruled: of everything
// that entered it lately, or, when the feed is narrowed, of the reports that it shows.
func (a *API) became(ctx context.Context, narrowed bool, shown []store.Report) ([]news, error) {
	read := a.registry.Reader()
	var entries []store.Entry
	if narrowed {
		for _, r := range shown {
			if r.State == store.Published {
				continue
			}
			of, err := read.EntriesOf(ctx, r.Digest)
			if err != nil {
				return nil, err
			}
			entries = append(entries, of...)
		}
	} else {
		size, err := read.LogSize(ctx)
		if err != nil {
			return nil, err
		}
		for at := max(0, size-feedEntries); at < size; at++ {
			e, err := read.EntryAt(ctx, at)
			if err != nil {
				return nil, err
			}
			entries = append(entries, e)
		}
	}
	var out []news
	for _, e := range entries {
		if e.Index == store.Unlogged {
			continue
		}
		n, ok, err := a.entryNews(ctx, read, e)
		if err != nil {
			return nil, fmt.Errorf("feed: entry %d of the log: %w", e.Index, err)
		}
		if ok {
			out = append(out, n)
		}
	}
	return out, nil
}

// entryNews tells of a revocation, a supersession or a ruling.
func (a *API) entryNews(ctx context.Context, read store.Reader, e store.Entry) (n news, ok bool, err error) {
	index := strconv.FormatInt(e.Index, 10)
	at := e.At.UTC().Format(time.RFC3339)
	n = news{index: e.Index, at: e.At, atomEntry: atomEntry{
		ID: a.url + "/api/v1/log/entries/" + index, Updated: at, Published: at,
		Categories: []atomCategory{{string(e.Kind), a.url + "/api/v1#entry"}},
	}}
	var page, by string
	switch e.Kind {
	case store.KindRevocation:
		page, by, err = a.revoked(ctx, read, e.Subject, &n.atomEntry)
	case store.KindSupersession:
		var r, next store.Report
		if r, err = read.Report(ctx, e.Subject); err == nil {
			next, err = read.Report(ctx, r.SupersededBy)
		}
		page = a.page(r.Digest)
		n.Title, n.Summary = "Superseded: "+claim(r), fmt.Sprintf("In its place: %s (%s).", claim(next), a.page(next.Digest))
		if r.State == store.Superseded { // else it was revoked since, and that is what the row tells of
			by = r.DecidedBy
			n.Summary += " " + r.Reason
		}
	case store.KindRuling:
		var g store.Ruling
		var c store.Challenge
		if g, err = read.Ruling(ctx, e.Digest); err == nil {
			c, err = read.Challenge(ctx, g.Challenge)
		}
		page, by = a.url+"/challenges/"+c.ID, g.By
		n.Title, n.Summary = fmt.Sprintf("Ruling: %s, %s", g.Outcome, c.Title), g.Text
		if len(g.Withdraws) > 0 {
			n.Summary = fmt.Sprintf("%d scenarios are withdrawn. %s", len(g.Withdraws), g.Text)
		}
	default:
		return n, false, nil
	}
	if err != nil {
		return n, false, err
	}
	author := a.registry.Name()
	switch k, err := read.Key(ctx, by); {
	case err == nil:
		author = k.Account
	case !errors.Is(err, store.ErrNotFound): // a database that was restored knows no registrations
		return n, false, err
	}
	n.Title, n.Summary, n.Author = text(n.Title), text(n.Summary), atomPerson{text(author)}
	n.Links = []atomLink{{"alternate", "text/html", page}, {"related", envelopeType, a.url + "/api/v1/acts/" + e.Digest}}
	return n, true, nil
}

// revoked tells of a report, a waiver or a key by its digest or ID.
func (a *API) revoked(ctx context.Context, read store.Reader, subject string, e *atomEntry) (page, by string, err error) {
	r, err := read.Report(ctx, subject)
	if err == nil {
		e.Title, e.Summary = "Revoked: "+claim(r), r.Reason
		return a.page(r.Digest), r.DecidedBy, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return "", "", err
	}
	w, err := read.Waiver(ctx, subject)
	if err == nil {
		e.Title, e.Summary = fmt.Sprintf("Revoked: waiver of %s for %s", w.Rule, w.Name), w.WithdrawnReason
		return a.url + "/waivers", w.WithdrawnBy, nil
	}
	if !errors.Is(err, store.ErrNotFound) {
		return "", "", err
	}
	k, err := read.Key(ctx, subject)
	if err != nil {
		return "", "", err
	}
	e.Title, e.Summary = "Revoked: a key of "+k.Account, fmt.Sprintf("Key %s. %s", k.ID, k.RevokedReason)
	return a.url + "/keys", k.RevokedBy, nil
}
