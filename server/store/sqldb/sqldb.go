// Package sqldb is the store over database/sql, with SQLite inside the binary or PostgreSQL beside it.
//
//	s, err := sqldb.Open(ctx, "sqlite:/var/lib/touchstone/registry.db")
//	s, err := sqldb.Open(ctx, "postgres://touchstone@db/registry")
//
// Open brings the schema up to date. A database that a newer binary has brought further is
// store.ErrSchema: an older binary does not know what it would break.
//
// SQLite runs in WAL mode with synchronous=FULL: an Update that has returned survives a killed process
// and a lost power supply. One connection writes, as SQLite allows no more; others read, and see the
// last committed state meanwhile. The file and its -wal and -shm belong together; a backup is
// `sqlite3 registry.db ".backup copy.db"`, never a copy of the file of a running registry.
//
// PostgreSQL runs at READ COMMITTED; what depends on another row takes that row's lock. Transactions
// that deadlock are run again.
//
// All SQL is the same text for both. What differs is in dialect.go and in the migrations' types.
package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"touchstone/server/store"
)

// DB is a [store.Store].
type DB struct {
	reader
	dialect dialect
	writers *sql.DB
	readers *sql.DB // of PostgreSQL the same
}

// Open opens the database of a DSN, "sqlite:PATH" or "postgres://…", and brings its schema up to date.
func Open(ctx context.Context, dsn string) (db *DB, err error) {
	release, err := alone(ctx, dsn)
	if err != nil {
		return nil, err
	}
	defer func() {
		if e := release(); e != nil && err == nil {
			_ = db.Close()
			db, err = nil, fmt.Errorf("the database is not let go of: %w", e)
		}
	}()
	dialect, writers, readers, err := connect(dsn)
	if err != nil {
		return nil, err
	}
	db = &DB{reader{dialect.querier(readers)}, dialect, writers, readers}
	if err := writers.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("the database does not answer: %w", err)
	}
	if err := migrate(ctx, dialect, writers); err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// Close ends all connections.
func (d *DB) Close() error {
	if d.readers != d.writers {
		return errors.Join(d.readers.Close(), d.writers.Close())
	}
	return d.writers.Close()
}

// Ping says whether the database answers.
func (d *DB) Ping(ctx context.Context) error {
	var one int64
	if err := d.q.QueryRowContext(ctx, `SELECT one FROM changes`).Scan(&one); err != nil {
		return fmt.Errorf("the database does not answer: %w", err)
	}
	return nil
}

// mostTries is how often a transaction is run when others are in its way.
const mostTries = 10

// Update runs do in one transaction.
func (d *DB) Update(ctx context.Context, do func(store.Tx) error) error {
	for try := 1; ; try++ {
		err := d.once(ctx, do)
		if err == nil || try == mostTries || !d.dialect.again(err) {
			return err
		}
		pause := time.NewTimer(time.Duration(try) * time.Millisecond * time.Duration(1+rand.IntN(10)))
		select {
		case <-ctx.Done():
			pause.Stop()
			return err
		case <-pause.C:
		}
	}
}

func (d *DB) once(ctx context.Context, do func(store.Tx) error) error {
	inner, err := d.writers.BeginTx(ctx, d.dialect.options())
	if err != nil {
		return fmt.Errorf("no transaction begins: %w", err)
	}
	defer inner.Rollback() //nolint:errcheck // after Commit it has nothing to do, and else nothing to say
	t := &tx{reader: reader{inner}, dialect: d.dialect}
	if err := do(t); err != nil {
		return err
	}
	if t.wrote {
		// Last, because on PostgreSQL this row's lock lets one transaction at a time pass.
		if _, err := t.q.ExecContext(ctx, `UPDATE changes SET version = version + 1`); err != nil {
			return fmt.Errorf("nothing is written: %w", err)
		}
	}
	if err := inner.Commit(); err != nil {
		return fmt.Errorf("nothing is written: %w", err)
	}
	return nil
}

// querier is what a *sql.DB and a *sql.Tx have in common.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// reader is a [store.Reader].
type reader struct{ q querier }

// Version grows with every Update that has written something.
func (r reader) Version(ctx context.Context) (version int64, err error) {
	err = r.q.QueryRowContext(ctx, `SELECT version FROM changes`).Scan(&version)
	return version, failed("the version", err)
}

// tx is a [store.Tx].
type tx struct {
	reader
	dialect dialect
	wrote   bool
}

// exec writes, and says how many rows.
func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	t.wrote = true
	res, err := t.q.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// failed says what could not be read or written; no rows are [store.ErrNotFound].
func failed(what string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("%s: %w", what, store.ErrNotFound)
	}
	return fmt.Errorf("%s: %w", what, err)
}
