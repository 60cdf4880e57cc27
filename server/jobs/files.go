package jobs

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
)

// MaxFile bounds one file that a task brings.
const MaxFile = 1 << 30

// chunk is how much of it stands in one row.
const chunk = 1 << 20

// file is what a task brings.
type file struct {
	Name   string
	Digest string
	Size   int64
}

// writer writes a file of a task, row by row.
type writer struct {
	ctx  context.Context
	db   *db
	task task
	name string
	buf  []byte
	seq  int
	sum  hash.Hash
	size int64
}

func (d *db) newWriter(ctx context.Context, t task, name string) *writer {
	return &writer{ctx: ctx, db: d, task: t, name: name, sum: sha256.New()}
}

func (w *writer) Write(p []byte) (int, error) {
	w.size += int64(len(p))
	if w.size > MaxFile {
		return 0, fmt.Errorf("jobs: %s is larger than %d MiB: divide the run into more shards", w.name, MaxFile>>20)
	}
	w.sum.Write(p)
	w.buf = append(w.buf, p...)
	for len(w.buf) >= chunk {
		if err := w.row(w.buf[:chunk]); err != nil {
			return 0, err
		}
		w.buf = append(w.buf[:0], w.buf[chunk:]...)
	}
	return len(p), nil
}

func (w *writer) row(p []byte) error {
	_, err := w.db.writers.ExecContext(w.ctx, `INSERT INTO chunks (run, token, name, seq, bytes) VALUES ($1, $2, $3, $4, $5)`, w.task.run, w.task.token, w.name, w.seq, p)
	if err != nil {
		return fmt.Errorf("jobs: %s: %w", w.name, err)
	}
	w.seq++
	return nil
}

// end completes the file; it counts once its task is complete.
func (w *writer) end() (file, error) {
	if len(w.buf) > 0 {
		if err := w.row(w.buf); err != nil {
			return file{}, err
		}
	}
	return file{w.name, fmt.Sprintf("sha256:%x", w.sum.Sum(nil)), w.size}, nil
}

// put writes a file from a reader.
func (d *db) put(ctx context.Context, t task, name string, from io.Reader) (file, error) {
	w := d.newWriter(ctx, t, name)
	if _, err := io.CopyBuffer(w, struct{ io.Reader }{from}, make([]byte, chunk)); err != nil {
		return file{}, err
	}
	return w.end()
}

// addFile names a file of a task before the task is complete.
func (d *db) addFile(ctx context.Context, t task, f file) error {
	result, err := d.writers.ExecContext(ctx, `INSERT INTO files (run, name, token, digest, size) SELECT run, $1, token, $2, $3 FROM tasks
		WHERE run = $4 AND kind = $5 AND part = $6 AND token = $7 AND state = 'working'`, f.Name, f.Digest, f.Size, t.run, t.kind, t.part, t.token)
	return held(result, err)
}

// files lists what a run's tasks have brought.
func (d *db) files(ctx context.Context, run string) (out []file, err error) {
	rows, err := d.readers.QueryContext(ctx, `SELECT name, digest, size FROM files WHERE run = $1 ORDER BY name`, run)
	if err != nil {
		return nil, fmt.Errorf("jobs: files: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says it
	for rows.Next() {
		var f file
		if err := rows.Scan(&f.Name, &f.Digest, &f.Size); err != nil {
			return nil, fmt.Errorf("jobs: files: %w", err)
		}
		out = append(out, f)
	}
	return out, rows.Err()
}

// copy writes a file that a task brought, and checks that it is the one that was written.
func (d *db) copy(ctx context.Context, to io.Writer, run, name string) error {
	var token, digest string
	err := d.readers.QueryRowContext(ctx, `SELECT token, digest FROM files WHERE run = $1 AND name = $2`, run, name).Scan(&token, &digest)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("jobs: %s: %w", name, errLost)
	}
	if err != nil {
		return fmt.Errorf("jobs: %s: %w", name, err)
	}
	sum := sha256.New()
	to = io.MultiWriter(to, sum)
	for seq := 0; ; seq++ {
		var bytes []byte
		err := d.readers.QueryRowContext(ctx, `SELECT bytes FROM chunks WHERE run = $1 AND token = $2 AND name = $3 AND seq = $4`, run, token, name, seq).Scan(&bytes)
		if errors.Is(err, sql.ErrNoRows) {
			break
		}
		if err == nil {
			_, err = to.Write(bytes)
		}
		if err != nil {
			return fmt.Errorf("jobs: %s: %w", name, err)
		}
	}
	if have := fmt.Sprintf("sha256:%x", sum.Sum(nil)); have != digest {
		return fmt.Errorf("jobs: %s of run %s has the digest %s in the database, and was written with %s", name, run, have, digest)
	}
	return nil
}

// save copies a file into a file of the file system.
func (d *db) save(ctx context.Context, path, run, name string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(d.copy(ctx, f, run, name), f.Close())
}
