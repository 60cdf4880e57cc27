package sqldb

import (
	"context"
	"fmt"
	"strings"

	"touchstone/server/store"
)

const keyColumns = `seq, id, account, roles, algorithm, spki, label, added, added_by, revoked, revoked_by, revoked_reason`

func scanKey(s scanner) (store.Key, int64, error) {
	var k store.Key
	var seq, added, revoked int64
	var roles string
	err := s.Scan(&seq, &k.ID, &k.Account, &roles, &k.Algorithm, &k.SPKI, &k.Label, &added, &k.AddedBy, &revoked, &k.RevokedBy, &k.RevokedReason)
	for _, role := range strings.Fields(roles) {
		k.Roles = append(k.Roles, store.Role(role))
	}
	k.Added, k.Revoked = instant(added), instant(revoked)
	return k, seq, err
}

// Key finds a key by its ID.
func (r reader) Key(ctx context.Context, id string) (store.Key, error) {
	var w where
	w.equal("id", or(id, "\x00"))
	k, _, err := scanKey(r.q.QueryRowContext(ctx, `SELECT `+keyColumns+` FROM keys`+w.String(), w.args...))
	return k, failed(fmt.Sprintf("key %.80q", id), err)
}

// or is what stands in for an empty text: with a NUL, what matches nothing.
func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

// Keys lists keys, the newest first.
func (r reader) Keys(ctx context.Context, f store.KeyFilter, p store.Page) (store.List[store.Key], error) {
	var w where
	w.equal("account", f.Account)
	if f.Role != "" {
		w.words("roles", string(f.Role))
	}
	if f.InForce {
		w.add("revoked = 0")
	}
	if f.Revoked {
		w.add("revoked <> 0")
	}
	return newestFirst(ctx, r, "keys", keyColumns, "keys", w, "seq", p, scanKey)
}

// AddKey registers a key.
func (t *tx) AddKey(ctx context.Context, k store.Key) error {
	if err := k.Check(); err != nil {
		return err
	}
	roles := " "
	for _, role := range k.Roles {
		roles += string(role) + " "
	}
	n, err := t.exec(ctx, `INSERT INTO keys (id, account, roles, algorithm, spki, label, added, added_by)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
		k.ID, k.Account, roles, k.Algorithm, k.SPKI, k.Label, micros(k.Added), k.AddedBy)
	if err == nil && n == 0 {
		return fmt.Errorf("key %s: %w", k.ID, store.ErrExists)
	}
	return failed("key "+k.ID, err)
}

// RevokeKey takes a key out of force.
func (t *tx) RevokeKey(ctx context.Context, v store.Revocation, entry store.Entry) error {
	if err := v.CheckLogged(entry); err != nil {
		return err
	}
	n, err := t.exec(ctx, `UPDATE keys SET revoked = $1, revoked_by = $2, revoked_reason = $3 WHERE id = $4 AND revoked = 0`,
		micros(v.At), v.By, v.Reason, v.ID)
	if err == nil && n == 1 {
		return t.enqueue(ctx, entry)
	}
	if err != nil {
		return failed("key "+v.ID, err)
	}
	k, err := t.Key(ctx, v.ID)
	if err != nil {
		return err
	}
	return fmt.Errorf("key %s: %w: revoked on %s already", v.ID, store.ErrConflict, k.Revoked.Format("2006-01-02"))
}
