package jobs

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	goosedb "github.com/pressly/goose/v3/database"
	_ "modernc.org/sqlite" // the driver sqlite

	opening "touchstone/server/store/sqlite"
)

//go:embed schema/sqlite/*.sql schema/postgres/*.sql
var schema embed.FS

// db is the database of runs, and what River needs of it.
type db struct {
	writers *sql.DB
	readers *sql.DB
	pool    *pgxpool.Pool // nil: SQLite
	now     string        // the database's clock, in microseconds: leases are all on one clock
}

const (
	sqliteNow   = `CAST(unixepoch('now', 'subsec') * 1000000 AS INTEGER)`
	postgresNow = `CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)`
)

// openDB opens the database of runs, and brings its tables up to date.
func openDB(ctx context.Context, dsn string) (d *db, err error) {
	scheme, rest, _ := strings.Cut(dsn, ":")
	switch scheme {
	case "sqlite":
		path, err := sqlitePath(rest)
		if err != nil {
			return nil, err
		}
		release, err := opening.Alone(ctx, path) // its owner is who asked for what is not for everybody
		if err != nil {
			return nil, fmt.Errorf("jobs: %w", err)
		}
		d, err = openSQLite(path)
		if err == nil {
			err = d.upToDate(ctx, 1)
		}
		return ready(d, errors.Join(err, release()))
	case "postgres", "postgresql":
		d, err = openPostgres(ctx, dsn)
		if err == nil {
			err = d.upToDate(ctx, 5)
		}
		return ready(d, err)
	}
	return nil, errors.New("jobs: database: give sqlite:PATH or postgres://USER@HOST/NAME") // the DSN may hold a password
}

// ready is a database, or what was wrong with it.
func ready(d *db, err error) (*db, error) {
	if err != nil && d != nil {
		d.close()
		d = nil
	}
	return d, err
}

// upToDate brings all tables up to date. Of two processes that bring up a new PostgreSQL database, one
// finds the tables of the other, and tries again.
func (d *db) upToDate(ctx context.Context, tries int) error {
	for try := 1; ; try++ {
		err := errors.Join(d.migrateQueue(ctx), d.migrate(ctx))
		if err == nil {
			return nil
		}
		if try == tries || ctx.Err() != nil {
			return fmt.Errorf("jobs: the database is not brought up to date: %w", err)
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func sqlitePath(path string) (string, error) {
	if path == "" || strings.HasPrefix(path, ":memory:") {
		return "", errors.New("jobs: database: sqlite:PATH wants the path of a file")
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("jobs: database: %w", err)
	}
	return path, nil
}

func openSQLite(path string) (*db, error) {
	open := func(connections int, options url.Values) (*sql.DB, error) {
		options["_pragma"] = append([]string{"busy_timeout(10000)", "foreign_keys(1)", "synchronous(FULL)"}, options["_pragma"]...)
		name := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: options.Encode()}
		opened, err := sql.Open("sqlite", name.String())
		if err != nil {
			return nil, fmt.Errorf("jobs: database: %w", err)
		}
		opened.SetMaxOpenConns(connections)
		opened.SetMaxIdleConns(connections)
		return opened, nil
	}
	d := &db{now: sqliteNow}
	var err error
	if d.writers, err = open(1, url.Values{"_txlock": {"immediate"}, "_pragma": {"journal_mode(WAL)", "auto_vacuum(1)"}}); err != nil {
		return nil, err
	}
	if d.readers, err = open(4, url.Values{"_pragma": {"query_only(1)"}}); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

func openPostgres(ctx context.Context, dsn string) (*db, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, fmt.Errorf("jobs: database: %w", err) // does not show the password
	}
	if config.ConnConfig.RuntimeParams["application_name"] == "" {
		config.ConnConfig.RuntimeParams["application_name"] = "touchstone jobs"
	}
	config.MaxConns = 8
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("jobs: database: %w", err)
	}
	opened := stdlib.OpenDBFromPool(pool)
	return &db{writers: opened, readers: opened, pool: pool, now: postgresNow}, nil
}

func (d *db) close() {
	for _, c := range []*sql.DB{d.readers, d.writers} {
		if c != nil {
			_ = c.Close()
		}
	}
	if d.pool != nil {
		d.pool.Close()
	}
}

// migrate brings the tables of this package up to date. Two processes may do so at once.
func (d *db) migrate(ctx context.Context) error {
	dialect, folder := goosedb.DialectSQLite3, "schema/sqlite"
	if d.pool != nil {
		dialect, folder = goosedb.DialectPostgres, "schema/postgres"
	}
	files, err := fs.Sub(schema, folder)
	if err != nil {
		return err
	}
	versions, err := goosedb.NewStore(dialect, "jobs_version") // the registry's own are beside it
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider("", d.writers, files, goose.WithStore(versions), goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return err
	}
	current, target, err := provider.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return fmt.Errorf("the tables of runs are of version %d, and this binary knows %d: use the binary that they were last used with, or a newer one", current, target)
	}
	_, err = provider.Up(ctx)
	return err
}

// update runs f in a transaction that writes.
func (d *db) update(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := d.writers.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("jobs: database: %w", err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	if err := f(tx); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("jobs: database: %w", err)
	}
	return nil
}

// hold makes other writers of a run wait until this transaction ends: what is decided from several of its
// tasks is decided once.
func hold(ctx context.Context, tx *sql.Tx, run string) (State, error) {
	var state State
	err := tx.QueryRowContext(ctx, `UPDATE runs SET state = state WHERE id = $1 RETURNING state`, run).Scan(&state)
	if errors.Is(err, sql.ErrNoRows) {
		return "", ErrNotFound
	}
	return state, err
}

func instant(micros int64) time.Time {
	if micros == 0 {
		return time.Time{}
	}
	return time.UnixMicro(micros).UTC()
}
