package registry

import (
	"context"
	"errors"
	"strings"
	"time"

	"touchstone/reports/act"
	"touchstone/server/store"
)

func (r *Registry) planWaiver(ctx context.Context, d *deed, x act.Waiver) error {
	if err := d.must("adds waivers", store.Vendor, store.Laboratory, store.Reviewer); err != nil {
		return err
	}
	if account := d.actor.key.Account; r.policy.OwnVendor && !d.restored && !d.may(nil, store.Laboratory, store.Reviewer) && !strings.EqualFold(account, x.Vendor) {
		return refuse(d.Digest, Role, "%s adds waivers for its own implementations, and the vendor of this one is %q", account, x.Vendor)
	}
	if !x.End().After(d.now) {
		return refuse(d.Digest, Expired, "its last day was %s", x.Expires)
	}
	if !d.restored {
		if err := r.inPack(ctx, d.Digest, x.Pack, x.Rule); err != nil {
			return err
		}
	}
	e, err := d.log(store.KindWaiver, d.Digest, d.Digest)
	if err != nil {
		return err
	}
	w := store.Waiver{
		Digest: d.Digest, Pack: x.Pack, Profile: x.Profile, Rule: x.Rule, Vendor: x.Vendor, Name: x.Implementation, Versions: x.Versions,
		Owner: x.Owner, Reason: x.Reason, Expires: x.End(), Added: d.now, AddedBy: d.actor.id, LogIndex: store.Unlogged,
	}
	d.done.Subject, d.done.State = d.Digest, "open"
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.AddWaiver(ctx, w, e) }
	return nil
}

func (r *Registry) planDecision(ctx context.Context, d *deed, x act.Decision) error {
	if err := d.must("decides", store.Reviewer); err != nil {
		return err
	}
	if x.Challenge != "" {
		return r.planAdmission(ctx, d, x)
	}
	rep, err := r.store.Report(ctx, x.Report)
	if err != nil {
		return err
	}
	if !d.may(no(rep.Account), store.Reviewer) {
		return refuse(d.Digest, Role, "%s submitted the report, and somebody of another account decides on it", rep.Account)
	}
	m := store.Move{Digest: rep.Digest, From: store.InReview, To: store.Refused, At: d.now, By: d.actor.id, Reason: x.Reason}
	d.done.Subject = rep.Digest
	if x.Answer == act.Accept {
		if err := r.stillRegistered(ctx, d, rep); err != nil {
			return err
		}
		m.To = store.Accepted
		if m.Entry, err = entry(store.KindReport, rep.Digest, rep.Digest, d.now); err != nil {
			return err
		}
		d.logged = document{store.KindReport, rep.Digest}
	}
	d.done.State = string(m.To)
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.MoveReport(ctx, m) }
	return nil
}

// stillRegistered: a report whose every signer was revoked meanwhile is nobody's.
func (r *Registry) stillRegistered(ctx context.Context, d *deed, rep store.Report) error {
	for _, s := range rep.Signers {
		if s.Account == "" {
			continue
		}
		key, err := r.store.Key(ctx, s.Key)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		if err == nil && key.Revoked.IsZero() {
			return nil
		}
	}
	return refuse(d.Digest, RevokedKey, "every key that signed the report was revoked meanwhile: refuse it, and have it signed again")
}

func (r *Registry) planRevocation(ctx context.Context, d *deed, x act.Revocation) error {
	d.done.Subject = x.ID
	switch x.What {
	case act.ThingReport:
		return r.planReportRevocation(ctx, d, x)
	case act.ThingWaiver:
		w, err := r.store.Waiver(ctx, x.ID)
		if err != nil {
			return err
		}
		account, err := r.accountOf(ctx, w.AddedBy)
		if err != nil {
			return err
		}
		if !d.may(of(account), store.Vendor, store.Laboratory, store.Reviewer) && !d.may(nil, store.Reviewer, store.Admin) {
			return d.not("revokes the waiver", account)
		}
		e, err := d.log(store.KindRevocation, w.Digest, w.Digest)
		if err != nil {
			return err
		}
		d.done.State = "withdrawn"
		d.write = func(ctx context.Context, tx store.Tx) error {
			return tx.WithdrawWaiver(ctx, store.Revocation{ID: w.Digest, At: d.now, By: d.actor.id, Reason: x.Reason}, e)
		}
		return nil
	case act.ThingKey:
		key, err := r.store.Key(ctx, x.ID)
		forgotten := d.restored && errors.Is(err, store.ErrNotFound)
		if err != nil && !forgotten {
			return err
		}
		if !d.may(nil, store.Admin) && !d.may(of(key.Account), allRoles()...) && !d.ownKey(key) {
			return d.not("revokes the key", key.Account)
		}
		e, err := d.log(store.KindRevocation, x.ID, x.ID)
		if err != nil {
			return err
		}
		d.done.State = "revoked"
		d.write = func(ctx context.Context, tx store.Tx) error {
			if forgotten { // registrations are not in the log; that the key is worth nothing any more is not forgotten
				if err := tx.AddKey(ctx, lostKey(x.ID, d.now)); err != nil {
					return err
				}
			}
			return tx.RevokeKey(ctx, store.Revocation{ID: x.ID, At: d.now, By: d.actor.id, Reason: x.Reason}, e)
		}
		return nil
	}
	return refuse(d.Digest, Schema, "revocation of a %q", x.What)
}

// lostKey stands in for a key of which only the revocation is left.
func lostKey(id string, at time.Time) store.Key {
	return store.Key{ID: id, Account: "(not known any more)", Algorithm: "unknown", SPKI: []byte("lost"), Label: "only its revocation is left", Added: at, AddedBy: self}
}

// ownKey: a key without any role may still be given up by itself.
func (d *deed) ownKey(key store.Key) bool {
	for _, s := range d.signers {
		if s.registered && s.key.Revoked.IsZero() && s.key.Account == key.Account {
			d.actor = s
			return true
		}
	}
	return false
}

func allRoles() []store.Role {
	return []store.Role{store.Vendor, store.Laboratory, store.Reviewer, store.Admin}
}

// not says who may do what none of the signers may.
func (d *deed) not(does, account string) error {
	refusal := &Refusal{Digest: d.Digest}
	for _, s := range d.signers {
		switch {
		case !s.registered:
			refusal.add(UnknownKey, "key %s is not registered here", s.id)
		case !s.key.Revoked.IsZero():
			refusal.add(RevokedKey, "key %s was revoked on %s", s.id, s.key.Revoked.Format(time.DateOnly))
		default:
			refusal.add(Role, "key %s of %s has the roles %v: %s %s, or a reviewer or an admin", s.id, s.key.Account, s.key.Roles, account, does)
		}
	}
	return refusal
}

func (r *Registry) planReportRevocation(ctx context.Context, d *deed, x act.Revocation) error {
	rep, err := r.store.Report(ctx, x.ID)
	if err != nil {
		return err
	}
	if !d.may(of(rep.Account), store.Vendor, store.Laboratory) && !d.may(nil, store.Reviewer, store.Admin) {
		return d.not("revokes the report", rep.Account)
	}
	m := store.Move{Digest: rep.Digest, To: store.Revoked, At: d.now, By: d.actor.id, Reason: x.Reason}
	if rep.State == store.InReview { // taken back before anybody has seen it
		m.From, m.To = store.InReview, store.Refused
	} else {
		e, err := d.log(store.KindRevocation, rep.Digest, rep.Digest)
		if err != nil {
			return err
		}
		m.Entry = &e
	}
	d.done.State = string(m.To)
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.MoveReport(ctx, m) }
	return nil
}

func (r *Registry) planSupersession(ctx context.Context, d *deed, x act.Supersession) error {
	if err := d.must("supersedes reports", store.Vendor, store.Laboratory); err != nil {
		return err
	}
	old, err := r.store.Report(ctx, x.Report)
	if err != nil {
		return err
	}
	by, err := r.store.Report(ctx, x.By)
	if err != nil {
		return err
	}
	if !d.may(of(old.Account), store.Vendor, store.Laboratory) || old.Account != by.Account && !d.restored {
		return refuse(d.Digest, Role, "%s submitted the one report and %s the other: who submitted both supersedes", old.Account, by.Account)
	}
	if a, b := old.Implementation, by.Implementation; a.Vendor != b.Vendor || a.Name != b.Name || old.Suite.Pack != by.Suite.Pack || old.Profile != by.Profile {
		return refuse(d.Digest, Conflict, "the one is of %q by %s for %s, the other of %q by %s for %s: a report takes the place of one of the same implementation and profile",
			a.Name, old.Suite.Pack, old.Profile, b.Name, by.Suite.Pack, by.Profile)
	}
	e, err := d.log(store.KindSupersession, old.Digest, old.Digest)
	if err != nil {
		return err
	}
	m := store.Move{Digest: old.Digest, To: store.Superseded, At: d.now, By: d.actor.id, Reason: x.Reason, SupersededBy: by.Digest, Entry: &e}
	d.done.Subject, d.done.State = old.Digest, string(store.Superseded)
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.MoveReport(ctx, m) }
	return nil
}

func (r *Registry) planRun(ctx context.Context, d *deed, x act.Run) error {
	if err := d.must("has implementations judged", store.Vendor, store.Laboratory, store.Admin); err != nil {
		return err
	}
	if r.enqueuer == nil {
		return refuse(d.Digest, Unavailable, "this registry runs nothing: run yourself, and submit the report")
	}
	d.done.State = "queued"
	d.before = func() (err error) {
		d.done.Subject, err = r.enqueuer.Enqueue(ctx, RunRequest{Act: d.ID, By: d.actor.id, Account: d.actor.key.Account, At: d.now, Run: x})
		return err
	}
	return nil
}

// accountOf is whose a key is; of no key, nobody's.
func (r *Registry) accountOf(ctx context.Context, key string) (string, error) {
	k, err := r.store.Key(ctx, key)
	if errors.Is(err, store.ErrNotFound) {
		return "", nil
	}
	return k.Account, err
}
