// Package sqlite opens a new SQLite file so that processes which do so at once do not meet half way:
// the switch to WAL and the migrations give errors, and not only waits, to who comes second.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// patience is how long somebody else may take to bring a file up to date.
const patience = time.Minute

// Alone makes the file of a database when there is none, for its owner's eyes only, and waits until
// nobody else who asks is opening it, until release. A process that ends lets go of it. The lock is an
// empty file beside the database, "PATH-opening", which says nothing and may be left out of backups.
func Alone(ctx context.Context, path string) (release func() error, err error) {
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(path + "-opening"), RawQuery: url.Values{
		"_pragma": {fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds())},
	}.Encode()}
	if err := create(path + "-opening"); err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	conn, err := db.Conn(ctx)
	if err == nil {
		_, err = conn.ExecContext(ctx, `BEGIN EXCLUSIVE`)
	}
	if err != nil {
		return nil, fmt.Errorf("database: somebody else is opening it: %w", errors.Join(err, db.Close()))
	}
	release = func() error {
		_, err := conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
		return errors.Join(err, conn.Close(), db.Close())
	}
	if err := create(path); err != nil {
		return nil, fmt.Errorf("database: %w", errors.Join(err, release()))
	}
	return release, nil
}

// create makes an empty file, unless there is one. Who closes a file lets go of all locks that the
// process has on it: so one that is there is not opened, and a new one is closed before it has its name.
func create(path string) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "open", Path: path, Err: errors.New("a folder")}
	case err == nil || !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
