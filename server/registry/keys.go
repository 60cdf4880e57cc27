package registry

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

func (r *Registry) planRegistration(d *deed, x act.Registration) error {
	if err := d.must("registers keys", store.Admin); err != nil {
		return err
	}
	public, err := x.Key()
	if err != nil {
		return refuse(d.Digest, Schema, "%v", err)
	}
	roles := make([]store.Role, len(x.Roles))
	for i, role := range x.Roles {
		roles[i] = store.Role(role)
	}
	key := keyRow(public, x.Account, roles, x.Label, d.now, d.actor.id)
	d.public, d.done.Subject, d.done.State = true, key.ID, "registered"
	d.write = func(ctx context.Context, tx store.Tx) error { return register(ctx, tx, key) }
	return nil
}

func keyRow(public attest.PublicKey, account string, roles []store.Role, label string, at time.Time, by string) store.Key {
	return store.Key{ID: public.ID(), Account: account, Roles: roles, Algorithm: string(public.Algorithm()), SPKI: public.SPKI(), Label: label, Added: at, AddedBy: by}
}

// register adds a key; one that is there already must be the same.
func register(ctx context.Context, tx store.Tx, key store.Key) error {
	old, err := tx.Key(ctx, key.ID)
	if errors.Is(err, store.ErrNotFound) {
		return tx.AddKey(ctx, key)
	}
	if err != nil {
		return err
	}
	have, want := slices.Sorted(slices.Values(old.Roles)), slices.Sorted(slices.Values(key.Roles))
	switch {
	case !old.Revoked.IsZero():
		return fmt.Errorf("key %s: %w: it was revoked on %s, for good; make another one", key.ID, store.ErrConflict, old.Revoked.Format(time.DateOnly))
	case old.Account != key.Account || !slices.Equal(have, want):
		return fmt.Errorf("key %s: %w: it is registered for %s with the roles %v; revoke it, and register another one", key.ID, store.ErrConflict, old.Account, old.Roles)
	}
	return nil
}

// Register registers a key on the operator's word: the first admin comes so. A key that is there with
// the same account and roles is left as it is; one that differs, or is revoked, is store.ErrConflict.
func (r *Registry) Register(ctx context.Context, public attest.PublicKey, account string, roles []store.Role, label string) (store.Key, error) {
	now := r.now()
	key := keyRow(public, account, roles, label, now, "operator")
	err := r.update(func(ctx context.Context, tx store.Tx) error {
		_, err := tx.Key(ctx, key.ID)
		there := err == nil
		if err := register(ctx, tx, key); err != nil || there {
			return err
		}
		return tx.Record(ctx, store.Event{At: now, Actor: "operator", Action: "key.registered", Subject: key.ID, Detail: account})
	})
	if err != nil {
		return store.Key{}, err
	}
	return r.store.Key(ctx, key.ID)
}
