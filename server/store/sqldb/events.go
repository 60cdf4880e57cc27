package sqldb

import (
	"context"

	"touchstone/server/store"
)

// Record adds an event.
func (t *tx) Record(ctx context.Context, e store.Event) error {
	if err := e.Check(); err != nil {
		return err
	}
	_, err := t.exec(ctx, `INSERT INTO events (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5)`, micros(e.At), e.Actor, e.Action, e.Subject, e.Detail)
	return failed("event "+e.Action, err)
}

// Events lists events, the newest first.
func (r reader) Events(ctx context.Context, f store.EventFilter, p store.Page) (store.List[store.Event], error) {
	var w where
	w.equal("actor", f.Actor)
	w.equal("action", f.Action)
	w.equal("subject", f.Subject)
	return newestFirst(ctx, r, "events", `seq, at, actor, action, subject, detail`, "events", w, "seq", p, func(s scanner) (store.Event, int64, error) {
		var e store.Event
		var at int64
		err := s.Scan(&e.Seq, &at, &e.Actor, &e.Action, &e.Subject, &e.Detail)
		e.At = instant(at)
		return e, e.Seq, err
	})
}
