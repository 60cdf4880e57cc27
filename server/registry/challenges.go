package registry

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"touchstone/reports/act"
	"touchstone/server/store"
)

func (r *Registry) planChallenge(ctx context.Context, d *deed, x act.Challenge) error {
	if err := r.disputable(ctx, d.Digest, x); err != nil {
		return err
	}
	c := challengeRow(x, d.now)
	for _, s := range d.signers {
		if s.registered && s.key.Revoked.IsZero() {
			d.actor, c.Account, c.State, d.public = s, s.key.Account, store.Open, true
			break
		}
	}
	d.done.Subject, d.done.State = c.ID, string(c.State)
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.AddChallenge(ctx, c) }
	return nil
}

func challengeRow(x act.Challenge, at time.Time) store.Challenge {
	return store.Challenge{
		ID: strings.ToLower(rand.Text()[:16]), Target: store.Target(x.Target), Pack: x.Pack, Rule: x.Rule, Scenario: x.Scenario, Report: x.Report,
		Title: x.Title, Text: x.Text, Evidence: x.Evidence, By: x.By, Raised: at, State: store.Raised,
	}
}

// Unknown are the rule and the scenario of a challenge that names no report, as far as a pack that is known
// here has none of that name, nor any report here speaks of it: reports may be of an earlier suite. What is
// not named, or is of another pack, is not unknown.
func (r *Registry) Unknown(ctx context.Context, x act.Challenge) (rule, scenario bool, err error) {
	if x.Report != "" {
		return false, false, nil
	}
	if rule, err = r.lacksRule(ctx, x.Pack, x.Rule); err != nil {
		return false, false, err
	}
	scenario, err = r.lacksScenario(ctx, x.Pack, x.Scenario)
	return rule, scenario, err
}

// disputable says whether what a challenge disputes is here, in the report that it names or in its pack.
func (r *Registry) disputable(ctx context.Context, digest string, x act.Challenge) error {
	if x.Report == "" {
		return r.inPack(ctx, digest, x.Pack, x.Rule, x.Scenario)
	}
	rep, err := r.store.Report(ctx, x.Report)
	if err == nil && !rep.State.Public() || errors.Is(err, store.ErrNotFound) {
		return refuse(digest, NotFound, "report %s is not published here", x.Report)
	}
	if err != nil {
		return err
	}
	if rep.Suite.Pack != x.Pack {
		return refuse(digest, Conflict, "the report is of pack %s, and the challenge of %s", rep.Suite.Pack, x.Pack)
	}
	result, err := r.Parsed(ctx, x.Report)
	if err != nil {
		return err
	}
	v := &result.Report.Verdicts
	rule, scenario := x.Rule == "", x.Scenario == ""
	for i := range v.Rules {
		rule = rule || v.Rules[i].ID == x.Rule
	}
	for i := range v.Scenarios {
		scenario = scenario || v.Scenarios[i].ID == x.Scenario
	}
	if !rule {
		return refuse(digest, NotFound, "the report has no rule %q", x.Rule)
	}
	if !scenario {
		return refuse(digest, NotFound, "the report has no scenario %q", x.Scenario)
	}
	return nil
}

// Raise takes a challenge that nobody has signed: it is shown when a reviewer has let it in. From says
// where it came from, for the record only ("form"). Who calls limits how many come.
func (r *Registry) Raise(ctx context.Context, x act.Challenge, from string) (store.Challenge, error) {
	leave, err := r.enter()
	if err != nil {
		return store.Challenge{}, err
	}
	defer leave()
	c, err := r.raise(ctx, x, from)
	r.stats.act("raise", err)
	return c, err
}

func (r *Registry) raise(ctx context.Context, x act.Challenge, from string) (store.Challenge, error) {
	if err := x.Validate(); err != nil {
		return store.Challenge{}, refuse("", Schema, "%v", err)
	}
	if err := r.disputable(ctx, "", x); err != nil {
		return store.Challenge{}, err
	}
	c := challengeRow(x, r.now())
	err := r.update(func(ctx context.Context, tx store.Tx) error {
		if err := tx.AddChallenge(ctx, c); err != nil {
			return err
		}
		return tx.Record(ctx, store.Event{At: c.Raised, Actor: self, Action: "challenge.raised", Subject: c.ID, Detail: from})
	})
	return c, asRefusal("", err)
}

// planAdmission lets a challenge in that somebody raised whom the registry does not know, or not.
func (r *Registry) planAdmission(ctx context.Context, d *deed, x act.Decision) error {
	c, err := r.store.Challenge(ctx, x.Challenge)
	if err != nil {
		return err
	}
	m := store.ChallengeMove{ID: c.ID, To: store.Dismissed, At: d.now, By: d.actor.id, Reason: x.Reason}
	if x.Answer == act.Accept {
		m.To, d.public = store.Open, true
	}
	d.done.Subject, d.done.State = c.ID, string(m.To)
	d.write = func(ctx context.Context, tx store.Tx) error { return tx.MoveChallenge(ctx, m) }
	return nil
}

func (r *Registry) planRuling(ctx context.Context, d *deed, x act.Ruling) error {
	if err := d.must("rules on challenges", store.Reviewer); err != nil {
		return err
	}
	c, err := r.store.Challenge(ctx, x.Challenge)
	if err != nil {
		return err
	}
	var parties []string
	if c.Account != "" {
		parties = append(parties, c.Account)
	}
	if c.Report != "" {
		rep, err := r.store.Report(ctx, c.Report)
		if err != nil {
			return err
		}
		parties = append(parties, rep.Account)
	}
	if !d.may(no(parties...), store.Reviewer) {
		return refuse(d.Digest, Role, "%s is party to the challenge: somebody of another account rules on it", d.actor.key.Account)
	}
	if len(x.Withdraws) > 0 && c.Pack != x.Pack {
		return refuse(d.Digest, Conflict, "it withdraws scenarios of pack %s, and the challenge is about %s", x.Pack, c.Pack)
	}
	if !d.restored {
		if err := r.inPack(ctx, d.Digest, x.Pack, "", x.Withdraws...); err != nil {
			return err
		}
	}
	e, err := d.log(store.KindRuling, d.Digest, c.ID)
	if err != nil {
		return err
	}
	ruling := store.Ruling{
		Digest: d.Digest, Challenge: c.ID, Outcome: store.Outcome(x.Outcome), Text: x.Text, By: d.actor.id, At: d.now,
		Pack: x.Pack, Withdraws: x.Withdraws, Suites: x.Suites, LogIndex: store.Unlogged,
	}
	d.done.Subject, d.done.State = c.ID, string(store.Ruled)
	d.write = func(ctx context.Context, tx store.Tx) (err error) {
		d.done.Stale, err = tx.AddRuling(ctx, ruling, e)
		return err
	}
	return nil
}

func (r *Registry) planWithdrawal(ctx context.Context, d *deed, x act.Withdrawal) error {
	c, err := r.store.Challenge(ctx, x.Challenge)
	if err != nil {
		return err
	}
	for _, s := range d.signers {
		if s.registered && s.key.Revoked.IsZero() && of(c.Account)(s) {
			d.actor = s
		}
	}
	if d.actor.id == "" {
		return d.not("withdraws the challenge; nobody else does", c.Account)
	}
	d.public, d.done.Subject, d.done.State = true, c.ID, string(store.Withdrawn)
	d.write = func(ctx context.Context, tx store.Tx) error {
		return tx.MoveChallenge(ctx, store.ChallengeMove{ID: c.ID, To: store.Withdrawn, At: d.now, By: d.actor.id, Reason: x.Reason})
	}
	return nil
}
