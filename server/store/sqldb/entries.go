package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"touchstone/server/store"
)

const entryColumns = `seq, kind, digest, subject, payload, at, log_index, logged`

func scanEntry(s scanner) (store.Entry, error) {
	var e store.Entry
	var at, logged int64
	var index sql.NullInt64
	err := s.Scan(&e.Seq, &e.Kind, &e.Digest, &e.Subject, &e.Payload, &at, &index, &logged)
	e.At, e.Index, e.Logged = instant(at), logIndex(index), instant(logged)
	return e, err
}

// Unlogged lists what is still to be logged.
func (r reader) Unlogged(ctx context.Context, limit int) ([]store.Entry, error) {
	return collect(ctx, r.q, "log entries", `SELECT `+entryColumns+` FROM entries WHERE log_index IS NULL ORDER BY seq LIMIT $1`, []any{max(limit, 0)}, scanEntry)
}

// Entry finds the one of a kind for a document.
func (r reader) Entry(ctx context.Context, kind store.Kind, digest string) (store.Entry, error) {
	e, err := scanEntry(r.q.QueryRowContext(ctx, `SELECT `+entryColumns+` FROM entries WHERE kind = $1 AND digest = $2`, storableOr(string(kind)), storableOr(digest)))
	return e, failed(fmt.Sprintf("log entry for the %.20s %.80q", kind, digest), err)
}

// EntryAt finds the one at an index of the log.
func (r reader) EntryAt(ctx context.Context, index int64) (store.Entry, error) {
	e, err := scanEntry(r.q.QueryRowContext(ctx, `SELECT `+entryColumns+` FROM entries WHERE log_index = $1`, index))
	return e, failed(fmt.Sprintf("log entry at index %d", index), err)
}

// EntriesOf lists what the log says of a report, a waiver or a ruling.
func (r reader) EntriesOf(ctx context.Context, subject string) ([]store.Entry, error) {
	return collect(ctx, r.q, "log entries", `SELECT `+entryColumns+` FROM entries WHERE subject = $1 ORDER BY seq`, []any{storableOr(subject)}, scanEntry)
}

// LogSize is one more than the highest index.
func (r reader) LogSize(ctx context.Context) (size int64, err error) {
	err = r.q.QueryRowContext(ctx, `SELECT COALESCE(MAX(log_index) + 1, 0) FROM entries`).Scan(&size)
	return size, failed("the log's size", err)
}

// enqueue writes an entry, not logged yet.
func (t *tx) enqueue(ctx context.Context, e store.Entry) error {
	n, err := t.exec(ctx, `INSERT INTO entries (kind, digest, subject, payload, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (kind, digest) DO NOTHING`,
		string(e.Kind), e.Digest, e.Subject, e.Payload, micros(e.At))
	if err == nil && n == 0 {
		return fmt.Errorf("log entry for the %s %s: %w", e.Kind, e.Digest, store.ErrExists)
	}
	return failed("log entry for the "+string(e.Kind)+" "+e.Digest, err)
}

// Logged says where an entry is, and publishes what it is about.
func (t *tx) Logged(ctx context.Context, l store.Logged) error {
	if err := l.Check(); err != nil {
		return err
	}
	what := fmt.Sprintf("log entry %d", l.Seq)
	t.wrote = true
	var kind store.Kind
	var subject string
	err := t.q.QueryRowContext(ctx, `UPDATE entries SET log_index = $1, logged = $2 WHERE seq = $3 AND log_index IS NULL RETURNING kind, subject`,
		l.Index, micros(l.At), l.Seq).Scan(&kind, &subject)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return t.loggedBefore(ctx, l)
	case err != nil && t.dialect.duplicate(err):
		return fmt.Errorf("%s: %w: another entry has index %d of the log", what, store.ErrConflict, l.Index)
	case err != nil:
		return failed(what, err)
	}
	switch kind {
	case store.KindReport:
		return t.publish(ctx, subject, l)
	case store.KindWaiver:
		_, err = t.exec(ctx, `UPDATE waivers SET log_index = $1 WHERE digest = $2`, l.Index, subject)
	case store.KindRuling:
		_, err = t.exec(ctx, `UPDATE rulings SET log_index = $1 WHERE digest = $2`, l.Index, subject)
	}
	return failed(what, err)
}

// loggedBefore takes the same index twice, and no other.
func (t *tx) loggedBefore(ctx context.Context, l store.Logged) error {
	what := fmt.Sprintf("log entry %d", l.Seq)
	var index sql.NullInt64
	if err := t.q.QueryRowContext(ctx, `SELECT log_index FROM entries WHERE seq = $1`, l.Seq).Scan(&index); err != nil {
		return failed(what, err)
	}
	if index.Valid && index.Int64 == l.Index {
		return nil
	}
	return fmt.Errorf("%s: %w: it is at index %d of the log, not %d", what, store.ErrConflict, index.Int64, l.Index)
}

func (t *tx) publish(ctx context.Context, digest string, l store.Logged) error {
	var of currency
	err := t.q.QueryRowContext(ctx, `UPDATE reports SET state = 'published', log_index = $1, published = $2
		WHERE digest = $3 AND state = 'accepted' RETURNING implementation, pack, profile`, l.Index, micros(l.At), digest).Scan(&of.implementation, &of.pack, &of.profile)
	if errors.Is(err, sql.ErrNoRows) {
		now, err := t.Report(ctx, digest)
		if err != nil {
			return err
		}
		return fmt.Errorf("report %s: %w: it is %s, and only from [accepted] it becomes published", digest, store.ErrConflict, now.State)
	}
	if err != nil {
		return failed("report "+digest, err)
	}
	return failed("report "+digest, t.refreshCurrent(ctx, of))
}
