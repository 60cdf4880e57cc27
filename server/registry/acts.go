package registry

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/store"
)

// Do does what a signed act says, if who signed it may: see the package's table. The error is a
// *Refusal when it is not done. When the log lets wait, the answer comes without the proof, as with
// [Registry.Submit].
func (r *Registry) Do(ctx context.Context, envelope []byte) (Done, error) {
	leave, err := r.enter()
	if err != nil {
		return Done{}, err
	}
	defer leave()
	done, err := r.do(ctx, envelope)
	r.stats.act(done.Kind, err)
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		r.logger.Info("act refused", "kind", done.Kind, "digest", refusal.Digest, "code", refusal.Reasons[0].Code)
	case err != nil && !errors.Is(err, context.Canceled):
		r.logger.Error("act not done", "kind", done.Kind, "error", err)
	case done.New:
		r.logger.Info("act done", "kind", done.Kind, "digest", done.Digest, "subject", done.Subject, "state", done.State)
	}
	return done, err
}

// deed is an act on its way.
type deed struct {
	*act.Signed
	signers []signer
	actor   signer // who may
	now     time.Time

	restored bool // it was done before: who may is not asked again

	done   Done
	public bool                                         // its envelope is for everybody, though it has no entry
	logged document                                     // its entry of the log; empty: none
	write  func(ctx context.Context, tx store.Tx) error // may run more than once
	before func() error                                 // nil: nothing; before anything is written
}

func (r *Registry) do(ctx context.Context, envelope []byte) (Done, error) {
	if int64(len(envelope)) > r.policy.MaxAct {
		return Done{}, refuse("", TooLarge, "%d bytes; an act has %d at most", len(envelope), r.policy.MaxAct)
	}
	signed, err := act.Open(envelope)
	if err != nil {
		return Done{}, explainAct(envelope, err)
	}
	kind := string(signed.Document.Kind())
	leave, err := r.doing.enter(ctx, signed.ID)
	if err != nil {
		return Done{Kind: kind}, err
	}
	defer leave()
	if done, ok, err := r.before(ctx, signed.ID); err != nil || ok {
		return done, err
	}
	d := newDeed(signed, r.now())
	age := r.policy.MaxActAge
	if signed.Document.Kind() == act.KindWaiver {
		age = 0
	}
	switch err := signed.Fresh(r.name, d.now, age); {
	case errors.Is(err, act.ErrReplay):
		return d.done, refuse(signed.Digest, Replay, "%v", err)
	case errors.Is(err, act.ErrStale):
		return d.done, refuse(signed.Digest, Stale, "%v", err)
	case err != nil:
		return d.done, err
	}
	if d.signers, err = r.lookUp(ctx, signed.Signers); err != nil {
		return d.done, err
	}
	if err := r.plan(ctx, d); err != nil {
		return d.done, asRefusal(signed.Digest, err)
	}
	if err := r.perform(ctx, d, envelope); err != nil {
		return d.done, asRefusal(signed.Digest, err)
	}
	return r.staple(ctx, d.done, d.logged)
}

// before finds an act that was done.
func (r *Registry) before(ctx context.Context, id string) (Done, bool, error) {
	events, err := r.store.Events(ctx, store.EventFilter{Subject: id, Action: actionAct}, store.Page{Limit: 1})
	if err != nil || len(events.Items) == 0 {
		return Done{}, false, err
	}
	var kept doneEvent
	if err := json.Unmarshal([]byte(events.Items[0].Detail), &kept); err != nil {
		return Done{}, false, fmt.Errorf("event %d: what was done cannot be read: %w", events.Items[0].Seq, err)
	}
	done := Done{Kind: kept.Kind, Digest: kept.Digest, Subject: kept.Subject, State: kept.State, Stale: kept.Stale, LogIndex: store.Unlogged}
	done, err = r.staple(ctx, done, document{kept.Entry, kept.Of})
	return done, true, err
}

// doneEvent is how an act that was done is remembered.
type doneEvent struct {
	Kind    string     `json:"kind"`
	Digest  string     `json:"digest"`
	Subject string     `json:"subject,omitzero"`
	State   string     `json:"state,omitzero"`
	Stale   int        `json:"stale,omitzero"`
	Entry   store.Kind `json:"entry,omitzero"`
	Of      string     `json:"of,omitzero"`
}

// perform writes what was planned.
func (r *Registry) perform(ctx context.Context, d *deed, envelope []byte) error {
	if d.before != nil {
		if err := d.before(); err != nil {
			return err
		}
	}
	if err := r.put(ctx, envelope, d.Digest); err != nil {
		return err
	}
	return r.update(d.commit)
}

func newDeed(signed *act.Signed, now time.Time) *deed {
	done := Done{Kind: string(signed.Document.Kind()), Digest: signed.Digest, New: true, LogIndex: store.Unlogged}
	return &deed{Signed: signed, now: now, done: done}
}

// commit writes the deed, and that it was done.
func (d *deed) commit(ctx context.Context, tx store.Tx) error {
	if d.write != nil {
		if err := d.write(ctx, tx); err != nil {
			return err
		}
	}
	detail, err := json.Marshal(doneEvent{d.done.Kind, d.Digest, d.done.Subject, d.done.State, d.done.Stale, d.logged.kind, d.logged.digest})
	if err != nil {
		return err
	}
	actor := d.actor.id
	if actor == "" {
		actor = d.signers[0].id
	}
	events := []store.Event{
		{At: d.now, Actor: actor, Action: actionAct, Subject: d.ID, Detail: string(detail)},
		{At: d.now, Actor: actor, Action: "act." + d.done.Kind, Subject: d.done.Subject, Detail: d.Digest},
	}
	if d.public {
		events = append(events, store.Event{At: d.now, Actor: actor, Action: actionPublicAct, Subject: d.Digest, Detail: d.done.Kind})
	}
	return record(ctx, tx, events...)
}

// staple waits for the log and adds the proof.
func (r *Registry) staple(ctx context.Context, done Done, of document) (Done, error) {
	if of.kind == "" {
		return done, nil
	}
	index, err := r.await(ctx, of)
	if err != nil || index == store.Unlogged {
		return done, err
	}
	done.LogIndex = index
	if of.kind == store.KindReport { // a decision: the report's life goes on
		rep, err := r.store.Report(context.WithoutCancel(ctx), done.Subject)
		if err != nil {
			return done, err
		}
		done.State = string(rep.State)
	}
	done.Proof, err = r.EntryProof(context.WithoutCancel(ctx), index)
	return done, err
}

// explainAct says why an envelope is no act.
func explainAct(envelope []byte, why error) error {
	words := strings.TrimPrefix(why.Error(), attest.ErrRefused.Error()+": ")
	code := outside(envelope, words)
	switch {
	case errors.Is(why, act.ErrLarge):
		code = TooLarge
	case errors.Is(why, act.ErrNewer):
		code = FutureVersion
	case errors.Is(why, act.ErrKind):
		code = Malformed
	case errors.Is(why, act.ErrInvalid):
		code = Schema
	case !errors.Is(why, attest.ErrRefused):
		return why
	}
	return refuse("", code, "%s", words)
}

// may finds a signer with one of some roles for whom the condition holds; nil: for all. It notes who
// acts.
func (d *deed) may(condition func(signer) bool, roles ...store.Role) bool {
	if d.restored {
		d.actor = d.signers[0]
		return true
	}
	for _, s := range d.signers {
		if s.may(roles...) && (condition == nil || condition(s)) {
			d.actor = s
			return true
		}
	}
	return false
}

// must is may, with the reasons why nobody may.
func (d *deed) must(does string, roles ...store.Role) error {
	if d.may(nil, roles...) {
		return nil
	}
	refusal := &Refusal{Digest: d.Digest}
	refusal.unentitled(d.signers, does, roles...)
	return refusal
}

// of says whether a signer acts for an account.
func of(account string) func(signer) bool {
	return func(s signer) bool { return account != "" && s.key.Account == account }
}

// no is of none of some accounts.
func no(accounts ...string) func(signer) bool {
	return func(s signer) bool { return !slices.Contains(accounts, s.key.Account) }
}

// plan decides who may and what is written.
func (r *Registry) plan(ctx context.Context, d *deed) error {
	switch x := d.Document.(type) {
	case act.Waiver:
		return r.planWaiver(ctx, d, x)
	case act.Decision:
		return r.planDecision(ctx, d, x)
	case act.Revocation:
		return r.planRevocation(ctx, d, x)
	case act.Supersession:
		return r.planSupersession(ctx, d, x)
	case act.Registration:
		return r.planRegistration(d, x)
	case act.Challenge:
		return r.planChallenge(ctx, d, x)
	case act.Ruling:
		return r.planRuling(ctx, d, x)
	case act.Withdrawal:
		return r.planWithdrawal(ctx, d, x)
	case act.Run:
		return r.planRun(ctx, d, x)
	}
	return refuse(d.Digest, Unavailable, "this registry does no %s", d.Document.Kind())
}

// log gives the entry of the act itself.
func (d *deed) log(kind store.Kind, subject, about string) (store.Entry, error) {
	e, err := entry(kind, d.Digest, about, d.now)
	if err != nil {
		return store.Entry{}, err
	}
	e.Subject = subject // by which the store finds it
	d.logged = document{kind, d.Digest}
	return *e, nil
}
