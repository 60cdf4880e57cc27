package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"touchstone/server/store"
)

// MoveReport compares the state with those that the transition leaves from, and sets it, in one
// statement.
func (t *tx) MoveReport(ctx context.Context, m store.Move) error {
	if err := m.Check(); err != nil {
		return err
	}
	from := m.To.From()
	if m.From != "" {
		from = slices.DeleteFunc(from, func(s store.State) bool { return s != m.From })
	}
	if len(from) == 0 {
		return t.refuseMove(ctx, m)
	}
	var w where
	set := w.bind("state = ?, decided = ?, decided_by = ?, reason = ?", string(m.To), micros(m.At), m.By, m.Reason)
	if m.To == store.Superseded {
		set += w.bind(", superseded_by = ?", m.SupersededBy)
	}
	w.add("digest = ?", m.Digest)
	w.add("state IN " + closed(from))
	if m.To == store.Superseded {
		w.add("EXISTS (SELECT 1 FROM reports s WHERE s.digest = ? AND s.state = 'published')", m.SupersededBy)
	}
	t.wrote = true
	var of currency
	err := t.q.QueryRowContext(ctx, `UPDATE reports SET `+set+w.String()+` RETURNING implementation, pack, profile`, w.args...).Scan(&of.implementation, &of.pack, &of.profile)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return t.refuseMove(ctx, m)
	case err != nil:
		return failed("report "+m.Digest, err)
	}
	if m.To == store.Superseded || m.To == store.Revoked {
		if err := t.refreshCurrent(ctx, of); err != nil {
			return failed("report "+m.Digest, err)
		}
	}
	if m.Entry != nil {
		return t.enqueue(ctx, *m.Entry)
	}
	return nil
}

// refuseMove says why a transition was not made.
func (t *tx) refuseMove(ctx context.Context, m store.Move) error {
	now, err := t.Report(ctx, m.Digest)
	if err != nil {
		return err
	}
	legal := m.To.From()
	switch {
	case m.To == store.Published:
		return fmt.Errorf("report %s: %w: it is published by its place in the log, and by nothing else", m.Digest, store.ErrConflict)
	case m.To == store.Pending:
		return fmt.Errorf("report %s: %w: it becomes pending by being submitted, and by nothing else", m.Digest, store.ErrConflict)
	case m.From != "" && now.State != m.From:
		return fmt.Errorf("report %s: %w: it is %s, no longer %s; look at it again", m.Digest, store.ErrConflict, now.State, m.From)
	case !slices.Contains(legal, now.State):
		return fmt.Errorf("report %s: %w: it is %s, and only from %v it becomes %s", m.Digest, store.ErrConflict, now.State, legal, m.To)
	case m.To == store.Superseded:
		return fmt.Errorf("report %s: %w: the report %s that takes its place is not published", m.Digest, store.ErrConflict, m.SupersededBy)
	}
	return fmt.Errorf("report %s: %w: another transaction is at it; try again", m.Digest, store.ErrConflict)
}

// currency is where a report may be the current one.
type currency struct {
	implementation int64
	pack, profile  string
}

// refreshCurrent finds the current report again. The row is taken first, so that of two transactions
// that publish for the same implementation the second looks when the first has committed.
func (t *tx) refreshCurrent(ctx context.Context, of currency) error {
	if _, err := t.exec(ctx, `INSERT INTO current_reports (implementation, pack, profile) VALUES ($1, $2, $3)
		ON CONFLICT (implementation, pack, profile) DO UPDATE SET profile = excluded.profile`, of.implementation, of.pack, of.profile); err != nil {
		return err
	}
	_, err := t.exec(ctx, `UPDATE current_reports SET report = (SELECT seq FROM reports
			WHERE implementation = $1 AND pack = $2 AND profile = $3 AND state = 'published' ORDER BY finished DESC, seq DESC LIMIT 1)
		WHERE implementation = $1 AND pack = $2 AND profile = $3`, of.implementation, of.pack, of.profile)
	return err
}
