package registry

import (
	"context"
	"errors"
	"fmt"

	"touchstone/reports/act"
	"touchstone/reports/tlog"
	"touchstone/server/store"
)

// restore writes what the log says and the database does not know, from the document's blob: the
// database is from an older backup. Who may have done it was decided when it was done; a key that was
// registered since the backup is not known, and its account neither.
func (r *Registry) restore(ctx context.Context, index int64, e tlog.Entry) error {
	text, err := r.blob(ctx, e.Digest, r.policy.MaxEnvelope)
	if err != nil {
		return fmt.Errorf("%w: entry %d of the log cannot be restored: %w", ErrBehind, index, err)
	}
	kind := store.Kind(e.Kind)
	if kind == store.KindReport {
		err = r.restoreReport(ctx, text, e)
	} else {
		err = r.restoreAct(ctx, text, e)
	}
	if err != nil {
		return fmt.Errorf("%w: entry %d of the log, a %s, cannot be restored: %w", ErrBehind, index, kind, err)
	}
	written, err := r.store.Entry(ctx, kind, e.Digest)
	if err != nil {
		return err
	}
	if payload, err := e.Encode(); err != nil || string(payload) != string(written.Payload) {
		return fmt.Errorf("%w: entry %d of the log is %s, and its document gives %s", ErrBehind, index, payload, written.Payload)
	}
	r.logger.Warn("restored from the log", "kind", kind, "digest", e.Digest, "index", index)
	return r.mark(ctx, []store.Entry{written}, []int64{index})
}

func (r *Registry) restoreReport(ctx context.Context, text []byte, e tlog.Entry) error {
	c, err := r.check(ctx, text, e.Digest)
	if err != nil {
		return err
	}
	if c.result == nil {
		return &c.refusal
	}
	row := c.row
	row.State, row.Submitted = store.Accepted, e.At
	if row.Account == "" {
		row.Account = row.Signers[0].Key
	}
	if row.Entry, err = entry(store.KindReport, e.Digest, e.Digest, e.At); err != nil {
		return err
	}
	return r.store.Update(ctx, func(tx store.Tx) error {
		old, err := tx.Report(ctx, row.Digest)
		switch {
		case err == nil && old.State == store.InReview:
			err = tx.MoveReport(ctx, store.Move{Digest: row.Digest, To: store.Accepted, At: e.At, By: self, Reason: "restored from the log", Entry: row.Entry})
		case err == nil || errors.Is(err, store.ErrNotFound):
			err = tx.AddReport(ctx, row)
		}
		if err != nil {
			return err
		}
		return record(ctx, tx,
			store.Event{At: r.now(), Actor: self, Action: "report.restored", Subject: row.Digest, Detail: row.Account},
			store.Event{At: r.now(), Actor: self, Action: actionText, Subject: c.text, Detail: row.Digest})
	})
}

func (r *Registry) restoreAct(ctx context.Context, text []byte, e tlog.Entry) error {
	signed, err := act.Open(text)
	if err != nil {
		return err
	}
	d := newDeed(signed, e.At)
	d.restored = true
	if d.signers, err = r.lookUp(ctx, signed.Signers); err != nil {
		return err
	}
	if x, ok := signed.Document.(act.Ruling); ok {
		if err := r.restoreChallenge(ctx, x, d); err != nil {
			return err
		}
	}
	if err := r.plan(ctx, d); err != nil {
		return err
	}
	return r.store.Update(ctx, func(tx store.Tx) error { return d.commit(ctx, tx) })
}

// restoreChallenge stands in for a challenge, which is not in the log, when only the ruling on it is
// left.
func (r *Registry) restoreChallenge(ctx context.Context, x act.Ruling, d *deed) error {
	_, err := r.store.Challenge(ctx, x.Challenge)
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	c := store.Challenge{
		ID: x.Challenge, Target: store.TargetRule, Pack: x.Pack, Title: "A challenge of which only the ruling is left", Raised: d.now, State: store.Open,
		Text: "The database was restored from a backup that is older than this challenge.",
	}
	return r.store.Update(ctx, func(tx store.Tx) error { return tx.AddChallenge(ctx, c) })
}
