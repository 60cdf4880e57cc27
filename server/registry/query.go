package registry

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// QueryPredicate is the type of the statement with which a reviewer asks for what is not public. It does
// nothing, and so it is no act; like one it says for which registry it was signed, and when.
const QueryPredicate = "https://touchstone.dev/review-query/v1"

const (
	maxQuery = 16 << 10        // bytes of an envelope
	queryAge = 5 * time.Minute // for which it holds: whoever gets hold of it reads for no longer
)

// query is what is signed.
type query struct {
	Registry string    `json:"registry"`
	At       time.Time `json:"at"`
	Report   string    `json:"report,omitzero"` // digest of the one that is asked for; empty: the list
}

// SignQuery asks a registry for the list of what waits for review, or for one of its reports.
func SignQuery(registry, report string, at time.Time, key *attest.Key) ([]byte, error) {
	text, err := reports.Canonical(query{registry, at.UTC().Truncate(time.Second), report})
	if err != nil {
		return nil, err
	}
	digits := reports.Digest(text)[len("sha256:"):]
	about := []attest.Subject{{Name: "query.json", Digest: map[string]string{"sha256": digits}}}
	return attest.SignStatement(about, QueryPredicate, json.RawMessage(text), key)
}

// Waiting is what reviewers have to decide on, the newest first, up to store.MaxLimit of each.
type Waiting struct {
	Reports    []store.Report
	Challenges []store.Challenge
}

// Waiting answers a reviewer's query: see [SignQuery]. It is a *Refusal when somebody else asks.
func (r *Registry) Waiting(ctx context.Context, envelope []byte) (Waiting, error) {
	var out Waiting
	if _, err := r.asked(ctx, envelope); err != nil {
		return out, err
	}
	found, err := r.store.Reports(ctx, store.ReportFilter{States: []store.State{store.InReview}}, store.Page{Limit: store.MaxLimit})
	if err != nil {
		return out, err
	}
	challenges, err := r.store.Challenges(ctx, store.ChallengeFilter{States: []store.ChallengeState{store.Raised}}, store.Page{Limit: store.MaxLimit})
	out.Reports, out.Challenges = found.Items, challenges.Items
	return out, err
}

// WaitingReport is the envelope of a report in review, which a reviewer's query names.
func (r *Registry) WaitingReport(ctx context.Context, envelope []byte) (io.ReadSeekCloser, error) {
	q, err := r.asked(ctx, envelope)
	if err != nil {
		return nil, err
	}
	if q.Report == "" {
		return nil, refuse("", Schema, "the query names no report")
	}
	rep, err := r.store.Report(ctx, q.Report)
	if err == nil && rep.State != store.InReview {
		err = fmt.Errorf("report %s: %w: it is %s, and does not wait for review", q.Report, store.ErrConflict, rep.State)
	}
	if err != nil {
		return nil, asRefusal("", err)
	}
	return r.Envelope(ctx, rep.Digest)
}

// asked verifies a query: its signature, that it is for this registry and of this moment, and that a
// reviewer has signed it.
func (r *Registry) asked(ctx context.Context, envelope []byte) (query, error) {
	var q query
	if len(envelope) > maxQuery {
		return q, refuse("", TooLarge, "%d bytes; a query has %d at most", len(envelope), maxQuery)
	}
	s, signers, err := attest.OpenStatement(envelope)
	if err != nil {
		return q, explainAct(envelope, err)
	}
	if s.PredicateType != QueryPredicate {
		return q, refuse("", Malformed, "it is a %.200q, not a reviewer's query (%s)", s.PredicateType, QueryPredicate)
	}
	d := json.NewDecoder(bytes.NewReader(s.Predicate))
	d.DisallowUnknownFields()
	if err := d.Decode(&q); err != nil || q.Report != "" && !store.IsDigest(q.Report) {
		return q, refuse("", Schema, "the query has a registry, a time, and the digest of a report or none")
	}
	now := r.now()
	switch {
	case q.Registry != r.name:
		return q, refuse("", Replay, "it is for %.200q, and this is %q; sign it again for this one", q.Registry, r.name)
	case q.At.After(now.Add(r.policy.Skew)), q.At.Before(now.Add(-queryAge)):
		return q, refuse("", Stale, "it was signed at %s, and here it is %s: it holds for %v; set the clock, and ask again",
			q.At.Format(time.RFC3339), now.UTC().Format(time.RFC3339), queryAge)
	}
	who, err := r.lookUp(ctx, signers)
	if err != nil {
		return q, err
	}
	for _, s := range who {
		if s.may(store.Reviewer) {
			return q, nil
		}
	}
	refusal := &Refusal{}
	refusal.unentitled(who, "reads what waits for review", store.Reviewer)
	return q, refusal
}
