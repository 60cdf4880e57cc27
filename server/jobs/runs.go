package jobs

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const runColumns = `id, act, account, iut, profile, environments, effort, selection, seed, parameters, shards, state, words, report, created, started, ended`

type scanner interface{ Scan(...any) error }

func scanRun(s scanner) (r Run, err error) {
	var environments, parameters, seed string
	var created, started, ended int64
	if err := s.Scan(&r.ID, &r.Act, &r.Account, &r.IUT, &r.Profile, &environments, &r.Effort, &r.Select, &seed, &parameters, &r.Shards,
		&r.State, &r.Words, &r.Report, &created, &started, &ended); err != nil {
		return r, err
	}
	if r.Seed, err = strconv.ParseUint(seed, 10, 64); err != nil {
		return r, err
	}
	r.Created, r.Started, r.Ended = instant(created), instant(started), instant(ended)
	return r, errors.Join(json.Unmarshal([]byte(environments), &r.Environments), json.Unmarshal([]byte(parameters), &r.Set))
}

// addRun adds a run with its first tasks; false: it is there already.
func (d *db) addRun(ctx context.Context, r Run) (added bool, err error) {
	environments, err := json.Marshal(r.Environments)
	if err != nil {
		return false, err
	}
	parameters, err := json.Marshal(r.Set)
	if err != nil {
		return false, err
	}
	err = d.update(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO runs (id, act, account, iut, profile, environments, effort, selection, seed, parameters, shards, state, created)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, `+d.now+`) ON CONFLICT (id) DO NOTHING`,
			r.ID, r.Act, r.Account, r.IUT, r.Profile, string(environments), r.Effort, r.Select, strconv.FormatUint(r.Seed, 10), string(parameters), r.Shards, string(Queued))
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return err
		}
		added = true
		for part := range r.Shards {
			if err := d.addTask(ctx, tx, r.ID, KindShard, part); err != nil {
				return err
			}
		}
		return nil
	})
	return added, err
}

func (d *db) addTask(ctx context.Context, tx *sql.Tx, run, kind string, part int) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO tasks (run, kind, part, state, not_before) VALUES ($1, $2, $3, $4, 0)`, run, kind, part, TaskWaiting)
	return err
}

// open counts the runs that have not ended, and those of an account.
func (d *db) open(ctx context.Context, account string) (all, own int, err error) {
	err = d.readers.QueryRowContext(ctx, `SELECT COUNT(*), COALESCE(SUM(CASE WHEN account = $1 THEN 1 ELSE 0 END), 0) FROM runs
		WHERE state IN `+openStates, account).Scan(&all, &own)
	return all, own, err
}

// openStates is a list in SQL of the states of runs that have not ended.
const openStates = `('queued', 'running', 'judging', 'submitting')`

func (d *db) run(ctx context.Context, id string) (Run, error) {
	r, err := scanRun(d.readers.QueryRowContext(ctx, `SELECT `+runColumns+` FROM runs WHERE id = $1`, id))
	if errors.Is(err, sql.ErrNoRows) {
		return r, fmt.Errorf("%w: %.80q", ErrNotFound, id)
	}
	if err != nil {
		return r, fmt.Errorf("jobs: run %.80q: %w", id, err)
	}
	list := []Run{r}
	if err := d.progress(ctx, list, true); err != nil {
		return r, err
	}
	return list[0], nil
}

// list lists runs, the newest first: of an account, in a state, and older than a run.
func (d *db) list(ctx context.Context, f Filter, limit int) ([]Run, error) {
	query, args := `SELECT `+runColumns+` FROM runs WHERE 1 = 1`, []any{}
	and := func(condition string, value any) {
		args = append(args, value)
		query += ` AND ` + strings.ReplaceAll(condition, "?", "$"+strconv.Itoa(len(args)))
	}
	if f.Account != "" {
		and(`account = ?`, f.Account)
	}
	if f.State != "" {
		and(`state = ?`, string(f.State))
	}
	if f.IUT != "" {
		and(`iut = ?`, f.IUT)
	}
	if f.Before != "" {
		and(`seq < (SELECT seq FROM runs WHERE id = ?)`, f.Before)
	}
	args = append(args, limit)
	rows, err := d.readers.QueryContext(ctx, query+` ORDER BY seq DESC LIMIT $`+strconv.Itoa(len(args)), args...)
	if err != nil {
		return nil, fmt.Errorf("jobs: runs: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says it
	var out []Run
	for rows.Next() {
		r, err := scanRun(rows)
		if err != nil {
			return nil, fmt.Errorf("jobs: runs: %w", err)
		}
		out = append(out, r)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, fmt.Errorf("jobs: runs: %w", err)
	}
	return out, d.progress(ctx, out, false)
}

// progress fills in how far runs have come.
func (d *db) progress(ctx context.Context, runs []Run, tasks bool) error {
	if len(runs) == 0 {
		return nil
	}
	at := map[string]*Run{}
	args, marks := []any{}, []string{}
	for i := range runs {
		at[runs[i].ID] = &runs[i]
		args = append(args, runs[i].ID)
		marks = append(marks, "$"+strconv.Itoa(i+1))
	}
	rows, err := d.readers.QueryContext(ctx, `SELECT run, kind, part, state, worker, attempt, words, done, total, began, `+d.now+` FROM tasks
		WHERE run IN (`+strings.Join(marks, ", ")+`) ORDER BY run, CASE kind WHEN 'shard' THEN 1 WHEN 'finish' THEN 2 ELSE 3 END, part`, args...)
	if err != nil {
		return fmt.Errorf("jobs: tasks: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says it
	for rows.Next() {
		var run string
		var p Progress
		var began, now int64
		if err := rows.Scan(&run, &p.Kind, &p.Part, &p.State, &p.Worker, &p.Attempt, &p.Words, &p.Done, &p.Total, &began, &now); err != nil {
			return fmt.Errorf("jobs: tasks: %w", err)
		}
		if p.State == TaskWorking && now > began {
			p.Rate = float64(p.Done) / time.Duration((now-began)*1000).Seconds()
		}
		r := at[run]
		if p.Kind == KindShard {
			r.Progress.Done += p.Done
			r.Progress.Total += p.Total
			r.Progress.Rate += p.Rate
		}
		if tasks {
			r.Tasks = append(r.Tasks, p)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("jobs: tasks: %w", err)
	}
	return nil
}

// end ends a run that is open, with its tasks; what they brought goes.
func (d *db) end(ctx context.Context, tx *sql.Tx, run string, state State, words, report string) error {
	result, err := tx.ExecContext(ctx, `UPDATE runs SET state = $1, words = $2, report = $3, ended = `+d.now+` WHERE id = $4 AND state IN `+openStates,
		string(state), clip(words), report, run)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, fmt.Errorf("%w: %s", ErrEnded, run))
	}
	for _, statement := range []string{
		`UPDATE tasks SET state = 'ended', token = '' WHERE run = $1 AND state IN ('waiting', 'working')`,
		`DELETE FROM files WHERE run = $1`,
		`DELETE FROM chunks WHERE run = $1`,
	} {
		if _, err := tx.ExecContext(ctx, statement, run); err != nil {
			return err
		}
	}
	return nil
}

func (d *db) cancel(ctx context.Context, run, words string) error {
	return d.update(ctx, func(tx *sql.Tx) error {
		if _, err := hold(ctx, tx, run); err != nil {
			return err
		}
		return d.end(ctx, tx, run, Cancelled, words, "")
	})
}

// forget removes runs that ended so long ago.
func (d *db) forget(ctx context.Context, age time.Duration) error {
	_, err := d.writers.ExecContext(ctx, `DELETE FROM runs WHERE ended > 0 AND ended < `+d.now+` - $1`, age.Microseconds())
	return err
}

// clip bounds words, which may be a simulator's last ones.
func clip(s string) string {
	const most = 4 << 10
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\x00", "\uFFFD"), "\uFFFD")
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + " …"
}
