package sqldb

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"touchstone/server/store"
)

const rulingColumns = `seq, digest, challenge, outcome, body, ruled_by, ruled, pack, withdraws, suites, log_index`

func scanRuling(s scanner) (store.Ruling, int64, error) {
	var r store.Ruling
	var seq, at int64
	var withdraws, suites string
	var index sql.NullInt64
	if err := s.Scan(&seq, &r.Digest, &r.Challenge, &r.Outcome, &r.Text, &r.By, &at, &r.Pack, &withdraws, &suites, &index); err != nil {
		return r, 0, err
	}
	r.At, r.LogIndex = instant(at), logIndex(index)
	err := decodeList(withdraws, &r.Withdraws)
	if err == nil {
		err = decodeList(suites, &r.Suites)
	}
	return r, seq, err
}

// Ruling finds a ruling by its digest.
func (r reader) Ruling(ctx context.Context, digest string) (store.Ruling, error) {
	x, _, err := scanRuling(r.q.QueryRowContext(ctx, `SELECT `+rulingColumns+` FROM rulings WHERE digest = $1`, storableOr(digest)))
	return x, failed(fmt.Sprintf("ruling %.80q", digest), err)
}

// Rulings lists rulings, the newest first.
func (r reader) Rulings(ctx context.Context, pack string, p store.Page) (store.List[store.Ruling], error) {
	var w where
	w.equal("pack", pack)
	return newestFirst(ctx, r, "rulings", rulingColumns, "rulings", w, "seq", p, scanRuling)
}

// AddRuling rules an open challenge, and marks what it makes stale.
func (t *tx) AddRuling(ctx context.Context, r store.Ruling, entry store.Entry) (stale int, err error) {
	if err := r.Check(entry); err != nil {
		return 0, err
	}
	if alone := t.dialect.alone(); alone != "" && len(r.Withdraws) > 0 {
		if _, err := t.exec(ctx, alone); err != nil {
			return 0, failed("ruling "+r.Digest, err)
		}
	}
	if err := t.moveChallenge(ctx, store.ChallengeMove{ID: r.Challenge, To: store.Ruled, At: r.At, By: r.By}, r.Digest); err != nil {
		return 0, err
	}
	n, err := t.exec(ctx, `INSERT INTO rulings (digest, challenge, outcome, body, ruled_by, ruled, pack, withdraws, suites)
		VALUES `+marks(1, 9)+` ON CONFLICT (digest) DO NOTHING`,
		r.Digest, r.Challenge, string(r.Outcome), r.Text, r.By, micros(r.At), r.Pack, encodeList(r.Withdraws), encodeList(r.Suites))
	if err != nil {
		return 0, failed("ruling "+r.Digest, err)
	}
	if n == 0 {
		return 0, fmt.Errorf("ruling %s: %w", r.Digest, store.ErrExists)
	}
	if stale, err = t.withdraw(ctx, r); err != nil {
		return 0, failed("ruling "+r.Digest, err)
	}
	return stale, t.enqueue(ctx, entry)
}

// withdraw notes the scenarios that a ruling withdraws, and marks the reports that ran them.
func (t *tx) withdraw(ctx context.Context, r store.Ruling) (stale int, err error) {
	suites := r.Suites
	if len(suites) == 0 {
		suites = []string{""}
	}
	for _, batch := range batches(slices.Compact(slices.Sorted(slices.Values(r.Withdraws)))) {
		if err := t.intern(ctx, r.Pack, kindScenario, batch); err != nil {
			return 0, err
		}
		for _, suite := range suites {
			if _, err := t.exec(ctx, `INSERT INTO withdrawals (name, features, ruling) SELECT id, CAST($1 AS TEXT), CAST($2 AS TEXT) FROM names
				WHERE pack = $3 AND kind = $4 AND name IN `+marks(5, len(batch))+` ON CONFLICT DO NOTHING`,
				append([]any{suite, r.Digest, r.Pack, kindScenario}, anys(batch)...)...); err != nil {
				return 0, err
			}
		}
	}
	if len(r.Withdraws) == 0 {
		return 0, nil
	}
	n, err := t.exec(ctx, `UPDATE reports SET stale = $1 WHERE stale = '' AND EXISTS (
		SELECT 1 FROM withdrawals w JOIN set_names s ON s.name = w.name AND s.set_id = reports.ran
		WHERE w.ruling = $1 AND (w.features = '' OR w.features = reports.features))`, r.Digest)
	return int(n), err
}
