package sqldb

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/server/store"
)

// Kinds of names.
const (
	kindRule     = 0
	kindScenario = 1
)

// AddReport takes a submission.
func (t *tx) AddReport(ctx context.Context, s store.Submission) error {
	if err := s.Check(); err != nil {
		return err
	}
	if err := t.addReport(ctx, s); err != nil {
		return failed("report "+s.Digest, err)
	}
	if s.Entry != nil {
		return t.enqueue(ctx, *s.Entry)
	}
	return nil
}

func (t *tx) addReport(ctx context.Context, s store.Submission) error {
	implementation, err := t.implementation(ctx, s.Implementation)
	if err != nil {
		return err
	}
	names := make([]string, len(s.Rules))
	for i := range s.Rules {
		names[i] = s.Rules[i].Rule
	}
	rules, err := t.set(ctx, s.Suite.Pack, kindRule, names)
	if err != nil {
		return err
	}
	ran, err := t.set(ctx, s.Suite.Pack, kindScenario, s.Ran)
	if err != nil {
		return err
	}
	stale, err := t.staleBy(ctx, ran, s.Suite.Features)
	if err != nil {
		return err
	}
	var seq int64
	t.wrote = true
	err = t.q.QueryRowContext(ctx, `INSERT INTO reports (digest, size, report_id, pack, pack_version, suite_version, spec, features, profile,
			implementation, conclusion, counts, environments, effort, finished, signers, rules, ran, state, account, submitted, stale)
		VALUES `+marks(1, 22)+` ON CONFLICT (digest) DO NOTHING RETURNING seq`,
		s.Digest, s.Size, s.ID, s.Suite.Pack, s.Suite.PackVersion, s.Suite.Version, s.Suite.Spec, s.Suite.Features, s.Profile,
		implementation, string(s.Conclusion), encode(s.Counts), encodeList(s.Environments), s.Effort, micros(s.Finished), encodeList(s.Signers),
		rules, ran, string(s.State), s.Account, micros(s.Submitted), stale).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return t.resubmit(ctx, s)
	}
	if err != nil {
		return err
	}
	for _, signer := range s.Signers {
		if _, err := t.exec(ctx, `INSERT INTO report_signers (key_id, report) VALUES ($1, $2) ON CONFLICT DO NOTHING`, signer.Key, seq); err != nil {
			return err
		}
	}
	return t.addVerdicts(ctx, seq, s)
}

// resubmit takes a report that was refused before. Its bytes are the same, and so is what follows from
// them.
func (t *tx) resubmit(ctx context.Context, s store.Submission) error {
	n, err := t.exec(ctx, `UPDATE reports SET state = $1, account = $2, submitted = $3, signers = $4, decided = 0, decided_by = '', reason = ''
		WHERE digest = $5 AND state = 'refused'`, string(s.State), s.Account, micros(s.Submitted), encodeList(s.Signers), s.Digest)
	if err != nil || n == 1 {
		return err
	}
	old, err := t.Report(ctx, s.Digest)
	if err != nil {
		return err
	}
	return fmt.Errorf("%w: submitted on %s, and %s", store.ErrExists, old.Submitted.Format("2006-01-02"), old.State)
}

// implementation is the row of an implementation, made when there is none.
func (t *tx) implementation(ctx context.Context, i store.Implementation) (id int64, err error) {
	const find = `SELECT id FROM implementations WHERE vendor = $1 AND name = $2 AND version = $3`
	err = t.q.QueryRowContext(ctx, find, i.Vendor, i.Name, i.Version).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if _, err := t.exec(ctx, `INSERT INTO implementations (vendor, name, version, sort, search) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
		i.Vendor, i.Name, i.Version, fold(i.Name)+"\x1f"+fold(i.Vendor), fold(i.Name+" "+i.Vendor+" "+i.Version)); err != nil {
		return 0, err
	}
	err = t.q.QueryRowContext(ctx, find, i.Vendor, i.Name, i.Version).Scan(&id)
	return id, err
}

// set is the row of a set of names, made when there is none.
func (t *tx) set(ctx context.Context, pack string, kind int, names []string) (id int64, err error) {
	names = slices.Compact(slices.Sorted(slices.Values(names)))
	hash := sha256.New()
	fmt.Fprintf(hash, "%q %d %d", pack, kind, len(names))
	for _, name := range names {
		io.WriteString(hash, "\x00"+name)
	}
	digest := hex.EncodeToString(hash.Sum(nil))
	err = t.q.QueryRowContext(ctx, `SELECT id FROM sets WHERE digest = $1`, digest).Scan(&id)
	if !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	t.wrote = true
	err = t.q.QueryRowContext(ctx, `INSERT INTO sets (digest) VALUES ($1) ON CONFLICT DO NOTHING RETURNING id`, digest).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) { // somebody else's, committed meanwhile with its names
		err = t.q.QueryRowContext(ctx, `SELECT id FROM sets WHERE digest = $1`, digest).Scan(&id)
		return id, err
	}
	if err != nil {
		return 0, err
	}
	for _, batch := range batches(names) {
		if err := t.intern(ctx, pack, kind, batch); err != nil {
			return 0, err
		}
		if _, err := t.exec(ctx, `INSERT INTO set_names (name, set_id) SELECT n.id, s.id FROM names n, sets s
			WHERE s.digest = $1 AND n.pack = $2 AND n.kind = $3 AND n.name IN `+marks(4, len(batch)), append([]any{digest, pack, kind}, anys(batch)...)...); err != nil {
			return 0, err
		}
	}
	return id, nil
}

// intern makes rows of names that have none. Names come sorted: two transactions do not wait for each
// other in a circle.
func (t *tx) intern(ctx context.Context, pack string, kind int, names []string) error {
	var values strings.Builder
	args := []any{pack, kind}
	for i, name := range names {
		if i > 0 {
			values.WriteString(", ")
		}
		args = append(args, name)
		fmt.Fprintf(&values, "($1, $2, $%d)", len(args))
	}
	_, err := t.exec(ctx, `INSERT INTO names (pack, kind, name) VALUES `+values.String()+` ON CONFLICT DO NOTHING`, args...)
	return err
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = list[i]
	}
	return out
}

// addVerdicts keeps what did not pass.
func (t *tx) addVerdicts(ctx context.Context, report int64, s store.Submission) error {
	var news []store.RuleVerdict
	for _, v := range s.Rules {
		if v.Verdict != reports.Pass {
			news = append(news, v)
		}
	}
	for _, batch := range batches(news) {
		args := []any{report, s.Suite.Pack, kindRule}
		var rows strings.Builder
		for i, v := range batch {
			if i > 0 {
				rows.WriteString(", ")
			}
			args = append(args, v.Rule, verdictCode(v.Verdict), strengthCode(v.Strength))
			n := len(args)
			fmt.Fprintf(&rows, "(CAST($%d AS TEXT), CAST($%d AS SMALLINT), CAST($%d AS SMALLINT))", n-2, n-1, n)
		}
		if _, err := t.exec(ctx, `WITH v (name, verdict, strength) AS (VALUES `+rows.String()+`)
			INSERT INTO rule_verdicts (rule, report, verdict, strength)
			SELECT n.id, CAST($1 AS BIGINT), v.verdict, v.strength FROM v JOIN names n ON n.pack = $2 AND n.kind = $3 AND n.name = v.name`, args...); err != nil {
			return err
		}
	}
	return nil
}

// staleBy is the ruling that withdrew one of the scenarios that ran, empty for none.
func (t *tx) staleBy(ctx context.Context, ran int64, features string) (ruling string, err error) {
	err = t.q.QueryRowContext(ctx, `SELECT w.ruling FROM withdrawals w JOIN set_names s ON s.name = w.name AND s.set_id = $1
		WHERE w.features = '' OR w.features = $2 ORDER BY w.ruling LIMIT 1`, ran, features).Scan(&ruling)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return ruling, err
}
