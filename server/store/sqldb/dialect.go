package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	opening "touchstone/server/store/sqlite"
)

// dialect is in what the two databases differ.
type dialect int

const (
	sqliteDialect dialect = iota
	postgresDialect
)

// connect opens the connections that write and those that read.
func connect(dsn string) (d dialect, writers, readers *sql.DB, err error) {
	scheme, rest, _ := strings.Cut(dsn, ":")
	switch scheme {
	case "sqlite":
		writers, readers, err = connectSQLite(rest)
		return sqliteDialect, writers, readers, err
	case "postgres", "postgresql":
		config, err := pgx.ParseConfig(dsn)
		if err != nil {
			return 0, nil, nil, fmt.Errorf("database: %w", err) // does not show the password
		}
		if config.RuntimeParams["application_name"] == "" {
			config.RuntimeParams["application_name"] = "touchstone"
		}
		db := stdlib.OpenDB(*config)
		db.SetMaxOpenConns(4 * readersOf())
		db.SetMaxIdleConns(4 * readersOf())
		return postgresDialect, db, db, nil
	}
	// The DSN is not shown: it may hold a password.
	return 0, nil, nil, errors.New("database: give sqlite:PATH or postgres://USER@HOST/NAME")
}

// readersOf is how many connections read at once.
func readersOf() int { return max(4, runtime.GOMAXPROCS(0)) }

// alone sees to it that nobody else opens the database, until release. PostgreSQL's migrations have a
// lock of their own.
func alone(ctx context.Context, dsn string) (release func() error, err error) {
	scheme, path, _ := strings.Cut(dsn, ":")
	if scheme != "sqlite" {
		return func() error { return nil }, nil
	}
	if path == "" || strings.HasPrefix(path, ":memory:") {
		return nil, errors.New("database: sqlite:PATH wants the path of a file")
	}
	if path, err = filepath.Abs(path); err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	return opening.Alone(ctx, path)
}

func connectSQLite(path string) (writers, readers *sql.DB, err error) {
	if path, err = filepath.Abs(path); err != nil {
		return nil, nil, fmt.Errorf("database: %w", err)
	}
	open := func(connections int, options url.Values) (*sql.DB, error) {
		options["_pragma"] = append([]string{"busy_timeout(10000)", "foreign_keys(1)", "synchronous(FULL)", "cache_size(-16000)"}, options["_pragma"]...)
		name := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: options.Encode()}
		db, err := sql.Open("sqlite", name.String())
		if err != nil {
			return nil, fmt.Errorf("database: %w", err)
		}
		db.SetMaxOpenConns(connections)
		db.SetMaxIdleConns(connections)
		return db, nil
	}
	// A transaction that only found out later that it writes could not wait for the other writer.
	writers, err = open(1, url.Values{"_txlock": {"immediate"}, "_pragma": {"journal_mode(WAL)"}})
	if err != nil {
		return nil, nil, err
	}
	readers, err = open(readersOf(), url.Values{"_pragma": {"query_only(1)"}})
	if err != nil {
		_ = writers.Close()
		return nil, nil, err
	}
	return writers, readers, nil
}

// goose names the dialect, and the folder of its migrations.
func (d dialect) goose() (goose.Dialect, string) {
	if d == postgresDialect {
		return goose.DialectPostgres, "postgres"
	}
	return goose.DialectSQLite3, "sqlite"
}

func (d dialect) options() *sql.TxOptions {
	if d == postgresDialect {
		return &sql.TxOptions{Isolation: sql.LevelReadCommitted} // whatever the server's default is
	}
	return nil
}

// again says whether the transaction had to give way to another, and may be run again.
func (d dialect) again(err error) bool {
	var pg *pgconn.PgError
	return d == postgresDialect && errors.As(err, &pg) && (pg.Code == "40001" || pg.Code == "40P01")
}

// duplicate says whether err is a second row where the schema allows one.
func (d dialect) duplicate(err error) bool {
	var pg *pgconn.PgError
	var lite *sqlite.Error
	switch {
	case errors.As(err, &pg):
		return pg.Code == "23505"
	case errors.As(err, &lite):
		return lite.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || lite.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY
	}
	return false
}

// alone waits until nobody reads the withdrawals in a transaction, and lets nobody until this one ends:
// a report that is being added either sees the ruling or is seen by it. SQLite has one writer anyway.
func (d dialect) alone() string {
	if d == postgresDialect {
		return `LOCK TABLE withdrawals IN ACCESS EXCLUSIVE MODE`
	}
	return ""
}
