package jobs

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// task is one that this process has claimed.
type task struct {
	run   string
	kind  string
	part  int
	token string
}

// hint says that a task waits.
type hint struct {
	run, iut, kind string
	part, attempt  int
}

// claim takes a task that waits; false: there is nothing to take any more.
func (d *db) claim(ctx context.Context, run, kind string, part int, worker string, lease time.Duration) (t task, ok bool, err error) {
	t = task{run, kind, part, rand.Text()}
	err = d.update(ctx, func(tx *sql.Tx) error {
		if state, err := hold(ctx, tx, run); errors.Is(err, ErrNotFound) || err == nil && !state.Open() {
			return nil
		} else if err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE tasks SET state = 'working', worker = $1, token = $2, lease = `+d.now+` + $3, began = `+d.now+`,
			attempt = attempt + 1, done = 0, total = 0 WHERE run = $4 AND kind = $5 AND part = $6 AND state = 'waiting' AND not_before <= `+d.now,
			worker, t.token, lease.Microseconds(), run, kind, part)
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err != nil || n == 0 {
			return err
		}
		ok = true
		_, err = tx.ExecContext(ctx, `UPDATE runs SET state = 'running', started = `+d.now+` WHERE id = $1 AND state = 'queued'`, run)
		return err
	})
	if err != nil {
		return t, false, fmt.Errorf("jobs: claim: %w", err)
	}
	return t, ok, nil
}

// renew keeps a task, and says how far it has come. errLost: it is this process's no more.
func (d *db) renew(ctx context.Context, t task, lease time.Duration, done, total int64) error {
	result, err := d.writers.ExecContext(ctx, `UPDATE tasks SET lease = `+d.now+` + $1, done = $2, total = $3
		WHERE run = $4 AND kind = $5 AND part = $6 AND token = $7 AND state = 'working'`,
		lease.Microseconds(), done, total, t.run, t.kind, t.part, t.token)
	return held(result, err)
}

func held(result sql.Result, err error) error {
	if err != nil {
		return fmt.Errorf("jobs: task: %w", err)
	}
	if n, err := result.RowsAffected(); err != nil {
		return fmt.Errorf("jobs: task: %w", err)
	} else if n == 0 {
		return errLost
	}
	return nil
}

// complete ends a task with the files that it has written, and begins what comes after it: ended says how
// the run ends; "": a task follows when this was the last one of its kind.
func (d *db) complete(ctx context.Context, t task, files []file, ended State, report string) error {
	return d.update(ctx, func(tx *sql.Tx) error {
		if _, err := hold(ctx, tx, t.run); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE tasks SET state = 'done', done = CASE WHEN total > done THEN total ELSE done END, words = ''
			WHERE run = $1 AND kind = $2 AND part = $3 AND token = $4 AND state = 'working'`, t.run, t.kind, t.part, t.token)
		if err := held(result, err); err != nil {
			return err
		}
		for _, f := range files {
			if _, err := tx.ExecContext(ctx, `INSERT INTO files (run, name, token, digest, size) VALUES ($1, $2, $3, $4, $5)`, t.run, f.Name, t.token, f.Digest, f.Size); err != nil {
				return err
			}
		}
		if ended != "" {
			return d.end(ctx, tx, t.run, ended, "", report)
		}
		var left int
		if err := tx.QueryRowContext(ctx, `SELECT COUNT(*) FROM tasks WHERE run = $1 AND state <> 'done'`, t.run).Scan(&left); err != nil || left > 0 {
			return err
		}
		next, state := KindFinish, Judging
		if t.kind == KindFinish {
			next, state = KindSubmit, Submitting
		}
		if _, err := tx.ExecContext(ctx, `UPDATE runs SET state = $1 WHERE id = $2`, string(state), t.run); err != nil {
			return err
		}
		return d.addTask(ctx, tx, t.run, next, 0)
	})
}

// fail has a task wait for another try, or ends its run when it has failed often enough.
func (d *db) fail(ctx context.Context, t task, worker, words string, most int, wait time.Duration) error {
	return d.update(ctx, func(tx *sql.Tx) error {
		if _, err := hold(ctx, tx, t.run); err != nil {
			return err
		}
		var failures int
		err := tx.QueryRowContext(ctx, `UPDATE tasks SET state = 'waiting', token = '', failures = failures + 1, words = $1, not_before = `+d.now+` + $2, hinted = 0
			WHERE run = $3 AND kind = $4 AND part = $5 AND token = $6 AND state = 'working' RETURNING failures`,
			clip(words), wait.Microseconds(), t.run, t.kind, t.part, t.token).Scan(&failures)
		if errors.Is(err, sql.ErrNoRows) {
			return errLost
		}
		if err != nil {
			return err
		}
		if failures < most {
			_, err := tx.ExecContext(ctx, `DELETE FROM chunks WHERE run = $1 AND token = $2 AND NOT EXISTS (SELECT 1 FROM files WHERE run = $1 AND token = $2)`, t.run, t.token)
			return err
		}
		var shards int
		if err := tx.QueryRowContext(ctx, `SELECT shards FROM runs WHERE id = $1`, t.run).Scan(&shards); err != nil {
			return err
		}
		what := map[string]string{KindFinish: "making the report", KindSubmit: "submitting the report"}[t.kind]
		if t.kind == KindShard {
			what = "shard " + ShardName(t.part, shards)
		}
		return d.end(ctx, tx, t.run, Failed, fmt.Sprintf("%s failed %d times, at last on %s: %s", what, failures, worker, words), "")
	})
}

// giveBack has a task wait again as if nobody had taken it.
func (d *db) giveBack(ctx context.Context, t task) error {
	result, err := d.writers.ExecContext(ctx, `UPDATE tasks SET state = 'waiting', token = '', hinted = 0, done = 0
		WHERE run = $1 AND kind = $2 AND part = $3 AND token = $4 AND state = 'working'`, t.run, t.kind, t.part, t.token)
	return held(result, err)
}

// orphans are the tasks whose lease is over.
func (d *db) orphans(ctx context.Context) (tasks []task, workers []string, err error) {
	rows, err := d.readers.QueryContext(ctx, `SELECT run, kind, part, token, worker FROM tasks WHERE state = 'working' AND lease < `+d.now+` LIMIT 100`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says it
	for rows.Next() {
		var t task
		var worker string
		if err := rows.Scan(&t.run, &t.kind, &t.part, &t.token, &worker); err != nil {
			return nil, nil, err
		}
		tasks, workers = append(tasks, t), append(workers, worker)
	}
	return tasks, workers, rows.Err()
}

// unhinted gives the tasks that wait and of which nobody has been told, or long ago: ever less often, for a
// hint stays in the queue until somebody takes it. They count as told from now on. run: of this one only.
func (d *db) unhinted(ctx context.Context, run string, again time.Duration) (hints []hint, err error) {
	query := `SELECT t.run, r.iut, t.kind, t.part, t.attempt FROM tasks t JOIN runs r ON r.id = t.run
		WHERE t.state = 'waiting' AND t.not_before <= ` + d.now + ` AND (t.hinted = 0 OR t.hinted < ` + d.now + ` - CAST($1 AS BIGINT) * t.hints)`
	args := []any{again.Microseconds()}
	if run != "" {
		query += ` AND t.run = $2`
		args = append(args, run)
	}
	rows, err := d.readers.QueryContext(ctx, query+` LIMIT 1000`, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // rows.Err says it
	for rows.Next() {
		var h hint
		if err := rows.Scan(&h.run, &h.iut, &h.kind, &h.part, &h.attempt); err != nil {
			return nil, err
		}
		hints = append(hints, h)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil || len(hints) == 0 {
		return nil, err
	}
	return hints, d.update(ctx, func(tx *sql.Tx) error {
		for _, h := range hints { // another process may do the same: then there are two hints
			if _, err := tx.ExecContext(ctx, `UPDATE tasks SET hinted = `+d.now+`, hints = CASE WHEN hints < 64 THEN hints * 2 + 1 ELSE hints END
				WHERE run = $1 AND kind = $2 AND part = $3`, h.run, h.kind, h.part); err != nil {
				return err
			}
		}
		return nil
	})
}
