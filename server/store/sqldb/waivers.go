package sqldb

import (
	"context"
	"database/sql"
	"fmt"

	"touchstone/server/store"
)

const waiverColumns = `seq, digest, pack, profile, rule, vendor, name, versions, owner, reason, expires, added, added_by, withdrawn, withdrawn_by, withdrawn_reason, log_index`

func scanWaiver(s scanner) (store.Waiver, int64, error) {
	var w store.Waiver
	var seq, expires, added, withdrawn int64
	var versions string
	var index sql.NullInt64
	err := s.Scan(&seq, &w.Digest, &w.Pack, &w.Profile, &w.Rule, &w.Vendor, &w.Name, &versions, &w.Owner, &w.Reason, &expires, &added, &w.AddedBy,
		&withdrawn, &w.WithdrawnBy, &w.WithdrawnReason, &index)
	if err != nil {
		return w, 0, err
	}
	w.Expires, w.Added, w.Withdrawn, w.LogIndex = instant(expires), instant(added), instant(withdrawn), logIndex(index)
	return w, seq, decodeList(versions, &w.Versions)
}

// Waiver finds a waiver by its digest.
func (r reader) Waiver(ctx context.Context, digest string) (store.Waiver, error) {
	w, _, err := scanWaiver(r.q.QueryRowContext(ctx, `SELECT `+waiverColumns+` FROM waivers WHERE digest = $1`, storableOr(digest)))
	return w, failed(fmt.Sprintf("waiver %.80q", digest), err)
}

// Waivers lists waivers, the newest first.
func (r reader) Waivers(ctx context.Context, f store.WaiverFilter, p store.Page) (store.List[store.Waiver], error) {
	var w where
	w.equal("pack", f.Pack)
	w.equal("rule", f.Rule)
	w.equal("vendor", f.Vendor)
	w.equal("name", f.Name)
	if f.Profile != "" {
		w.add("(profile = ? OR profile = '')", storableOr(f.Profile))
	}
	if !f.OpenAt.IsZero() {
		w.add("withdrawn = 0 AND expires > ?", micros(f.OpenAt))
	}
	return newestFirst(ctx, r, "waivers", waiverColumns, "waivers", w, "seq", p, scanWaiver)
}

// AddWaiver takes a waiver.
func (t *tx) AddWaiver(ctx context.Context, w store.Waiver, entry store.Entry) error {
	if err := w.Check(entry); err != nil {
		return err
	}
	n, err := t.exec(ctx, `INSERT INTO waivers (digest, pack, profile, rule, vendor, name, versions, owner, reason, expires, added, added_by)
		VALUES `+marks(1, 12)+` ON CONFLICT (digest) DO NOTHING`,
		w.Digest, w.Pack, w.Profile, w.Rule, w.Vendor, w.Name, encodeList(w.Versions), w.Owner, w.Reason, micros(w.Expires), micros(w.Added), w.AddedBy)
	if err != nil {
		return failed("waiver "+w.Digest, err)
	}
	if n == 0 {
		return fmt.Errorf("waiver %s: %w", w.Digest, store.ErrExists)
	}
	return t.enqueue(ctx, entry)
}

// WithdrawWaiver takes a waiver out of force.
func (t *tx) WithdrawWaiver(ctx context.Context, v store.Revocation, entry store.Entry) error {
	if err := v.CheckLogged(entry); err != nil {
		return err
	}
	n, err := t.exec(ctx, `UPDATE waivers SET withdrawn = $1, withdrawn_by = $2, withdrawn_reason = $3 WHERE digest = $4 AND withdrawn = 0`,
		micros(v.At), v.By, v.Reason, v.ID)
	if err != nil {
		return failed("waiver "+v.ID, err)
	}
	if n == 1 {
		return t.enqueue(ctx, entry)
	}
	w, err := t.Waiver(ctx, v.ID)
	if err != nil {
		return err
	}
	return fmt.Errorf("waiver %s: %w: withdrawn on %s already", v.ID, store.ErrConflict, w.Withdrawn.Format("2006-01-02"))
}
