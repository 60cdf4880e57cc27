package sqldb

import (
	"context"
	"fmt"

	"touchstone/server/store"
)

const challengeColumns = `seq, id, target, pack, rule, scenario, report, title, body, evidence, raised_by, account, raised, state, decided, decided_by, reason, ruling`

func scanChallenge(s scanner) (store.Challenge, int64, error) {
	var c store.Challenge
	var seq, raised, decided int64
	var evidence string
	err := s.Scan(&seq, &c.ID, &c.Target, &c.Pack, &c.Rule, &c.Scenario, &c.Report, &c.Title, &c.Text, &evidence, &c.By, &c.Account,
		&raised, &c.State, &decided, &c.DecidedBy, &c.Reason, &c.Ruling)
	if err != nil {
		return c, 0, err
	}
	c.Raised, c.Decided = instant(raised), instant(decided)
	return c, seq, decodeList(evidence, &c.Evidence)
}

// Challenge finds a challenge by its ID.
func (r reader) Challenge(ctx context.Context, id string) (store.Challenge, error) {
	c, _, err := scanChallenge(r.q.QueryRowContext(ctx, `SELECT `+challengeColumns+` FROM challenges WHERE id = $1`, storableOr(id)))
	return c, failed(fmt.Sprintf("challenge %.80q", id), err)
}

// Challenges lists challenges, the newest first.
func (r reader) Challenges(ctx context.Context, f store.ChallengeFilter, p store.Page) (store.List[store.Challenge], error) {
	var w where
	among(&w, "state", f.States, store.ChallengeStates())
	w.equal("pack", f.Pack)
	w.equal("rule", f.Rule)
	w.equal("scenario", f.Scenario)
	w.equal("report", f.Report)
	w.equal("account", f.Account)
	return newestFirst(ctx, r, "challenges", challengeColumns, "challenges", w, "seq", p, scanChallenge)
}

// AddChallenge takes a challenge.
func (t *tx) AddChallenge(ctx context.Context, c store.Challenge) error {
	if err := c.Check(); err != nil {
		return err
	}
	n, err := t.exec(ctx, `INSERT INTO challenges (id, target, pack, rule, scenario, report, title, body, evidence, raised_by, account, raised, state)
		VALUES `+marks(1, 13)+` ON CONFLICT (id) DO NOTHING`,
		c.ID, string(c.Target), c.Pack, c.Rule, c.Scenario, c.Report, c.Title, c.Text, encodeList(c.Evidence), c.By, c.Account, micros(c.Raised), string(c.State))
	if err == nil && n == 0 {
		return fmt.Errorf("challenge %s: %w", c.ID, store.ErrExists)
	}
	return failed("challenge "+c.ID, err)
}

// MoveChallenge compares and sets, as MoveReport does.
func (t *tx) MoveChallenge(ctx context.Context, m store.ChallengeMove) error {
	if err := m.Check(); err != nil {
		return err
	}
	if m.To == store.Ruled {
		return fmt.Errorf("challenge %s: %w: it is ruled by a ruling, and by nothing else", m.ID, store.ErrConflict)
	}
	return t.moveChallenge(ctx, m, "")
}

func (t *tx) moveChallenge(ctx context.Context, m store.ChallengeMove, ruling string) error {
	from := m.To.From()
	if len(from) > 0 {
		n, err := t.exec(ctx, `UPDATE challenges SET state = $1, decided = $2, decided_by = $3, reason = $4, ruling = $5
			WHERE id = $6 AND state IN `+closed(from), string(m.To), micros(m.At), m.By, m.Reason, ruling, m.ID)
		if err != nil || n == 1 {
			return failed("challenge "+m.ID, err)
		}
	}
	c, err := t.Challenge(ctx, m.ID)
	if err != nil {
		return err
	}
	return fmt.Errorf("challenge %s: %w: it is %s, and only from %v it becomes %s", m.ID, store.ErrConflict, c.State, from, m.To)
}
