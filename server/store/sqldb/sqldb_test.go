package sqldb_test

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"touchstone/server/store"
	"touchstone/server/store/migrations"
	"touchstone/server/store/sqldb"
	"touchstone/server/store/storetest"
)

var _ store.Store = (*sqldb.DB)(nil)

// writerVariable makes the test binary a process that writes until it is killed.
const writerVariable = "TOUCHSTONE_TEST_WRITER"

func TestMain(m *testing.M) {
	if dsn := os.Getenv(writerVariable); dsn != "" {
		if err := writeUntilKilled(dsn); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// writeUntilKilled submits one report after the other, and says which when Update has returned.
func writeUntilKilled(dsn string) error {
	ctx := context.Background()
	db, err := sqldb.Open(ctx, dsn)
	if err != nil {
		return err
	}
	for n := 0; ; n++ {
		err := db.Update(ctx, func(tx store.Tx) error {
			if err := tx.AddReport(ctx, storetest.Submission(n, storetest.AtOnce)); err != nil {
				return err
			}
			return tx.Record(ctx, store.Event{At: storetest.Day(), Actor: "writer", Action: "report.accepted", Subject: storetest.Digest("report %d", n)})
		})
		if err != nil {
			return err
		}
		fmt.Println(n)
	}
}

// Whoever was told that a report is stored finds it after the process is killed, with all that belongs
// to it; and what was not finished is not there at all.
func TestKilled(t *testing.T) {
	dsn := "sqlite:" + filepath.Join(t.TempDir(), "registry.db")
	next := 0
	for round := range 3 {
		acknowledged := killed(t, dsn, 40+17*round)
		if acknowledged < 40 {
			t.Fatalf("only %d reports before the kill", acknowledged)
		}
		db := openAt(t, dsn)
		ctx := t.Context()
		for n := 0; ; n++ {
			digest := storetest.Digest("report %d", n)
			report, err := db.Report(ctx, digest)
			entry, entryErr := db.Entry(ctx, store.KindReport, digest)
			events, eventsErr := db.Events(ctx, store.EventFilter{Subject: digest}, store.Page{})
			if eventsErr != nil {
				t.Fatal(eventsErr)
			}
			if errors.Is(err, store.ErrNotFound) {
				if n <= acknowledged {
					t.Fatalf("report %d was acknowledged, and is not there", n)
				}
				if !errors.Is(entryErr, store.ErrNotFound) || len(events.Items) != 0 {
					t.Fatalf("report %d is there by half: %v, %d events", n, entryErr, len(events.Items))
				}
				next = n
				break
			}
			if err != nil || entryErr != nil || report.State != store.Accepted || entry.Index != store.Unlogged || len(events.Items) != 1 {
				t.Fatalf("report %d: %v, %v, %+v, %d events", n, err, entryErr, entry, len(events.Items))
			}
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		removeAll(t, dsn) // the next writer begins with report 0
	}
	if next == 0 {
		t.Error("nothing was written")
	}
}

// removeAll begins anew.
func removeAll(t *testing.T, dsn string) {
	t.Helper()
	path := strings.TrimPrefix(dsn, "sqlite:")
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
}

// killed lets a process write until it has said so many, kills it, and gives the last that it said.
func killed(t *testing.T, dsn string, reports int) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), writerVariable+"="+dsn)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	last := -1
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if last, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatal(err)
		}
		if last == reports {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writer was not killed")
	}
	return last
}

func TestNewerSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "registry.db")
	db, err := sqldb.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	change(t, path, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, 1)`)
	_, err = sqldb.Open(t.Context(), "sqlite:"+path)
	if !errors.Is(err, store.ErrSchema) || !strings.Contains(err.Error(), "99999") || !strings.Contains(err.Error(), "newer") {
		t.Errorf("a newer schema: %v", err)
	}
}

func TestForeignDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	change(t, path, `CREATE TABLE reports (something TEXT)`)
	if _, err := sqldb.Open(t.Context(), "sqlite:"+path); !errors.Is(err, store.ErrSchema) {
		t.Errorf("somebody else's database: %v", err)
	}
	garbage := filepath.Join(t.TempDir(), "garbage.db")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("not a database\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sqldb.Open(t.Context(), "sqlite:"+garbage); err == nil {
		t.Error("a file that is no database is opened")
	}
}

func change(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func TestOpen(t *testing.T) {
	for dsn, want := range map[string]string{
		"":                            "sqlite:PATH or postgres://",
		"registry.db":                 "sqlite:PATH or postgres://",
		"mysql://root:hunter2@host/x": "sqlite:PATH or postgres://",
		"sqlite:":                     "path of a file",
		"sqlite::memory:":             "path of a file",
		"sqlite:" + filepath.Join(t.TempDir(), "none", "registry.db"):              "no such file",
		"postgres://user:hunter2@%zz/":                                             "cannot parse",
		"postgres://user:hunter2@127.0.0.1:1/none?connect_timeout=1":               "does not answer",
		"postgres://user:hunter2@127.0.0.1:1/none?sslmode=none&connect_timeout=1":  "sslmode",
		"postgres://user:hunter2@127.0.0.1:1/none?pool_max_conns=hunter2&port=abc": "",
	} {
		db, err := sqldb.Open(t.Context(), dsn)
		switch {
		case err == nil:
			db.Close()
			t.Errorf("%q opens", dsn)
		case !strings.Contains(err.Error(), want):
			t.Errorf("%q: %v; want it to say %q", dsn, err, want)
		case strings.Contains(err.Error(), "user:hunter2"), strings.Contains(err.Error(), "root:hunter2"):
			t.Errorf("%q: the error has the password: %v", dsn, err)
		}
	}
}

// A name with every character that means something in a URL or to SQLite is a file of that name.
func TestPath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a ?b#c%41&mode=memory;d.db")
	openAt(t, "sqlite:"+path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() == 0 || info.Mode().Perm() != 0o600 {
		t.Errorf("%d bytes, %v", info.Size(), info.Mode())
	}
}

// Several processes may begin at once.
func TestOpenTogether(t *testing.T) {
	openTogether(t, "sqlite:"+filepath.Join(t.TempDir(), "registry.db"))
}

func openTogether(t *testing.T, dsn string) {
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			db, err := sqldb.Open(t.Context(), dsn)
			if err != nil {
				t.Error(err)
				return
			}
			defer db.Close()
			if err := db.Update(t.Context(), func(tx store.Tx) error { return tx.AddReport(t.Context(), storetest.Submission(i)) }); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if got, err := openAt(t, dsn).Totals(t.Context()); err != nil || got[store.Pending] != 4 {
		t.Errorf("%v, %v", got, err)
	}
}

// A writer waits for its turn, and gives up when its context does.
func TestWriterWaits(t *testing.T) {
	db := openAt(t, "sqlite:"+filepath.Join(t.TempDir(), "registry.db"))
	err := db.Update(t.Context(), func(store.Tx) error {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if err := db.Update(ctx, func(store.Tx) error { return nil }); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a second writer: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The two schemas are one: the same tables, columns and indexes in the same order.
func TestMigrationsAlike(t *testing.T) {
	lite, err := fs.Glob(migrations.FS(), "sqlite/*.sql")
	if err != nil || len(lite) == 0 {
		t.Fatal(lite, err)
	}
	post, _ := fs.Glob(migrations.FS(), "postgres/*.sql")
	if len(post) != len(lite) {
		t.Fatalf("%d migrations for PostgreSQL, %d for SQLite", len(post), len(lite))
	}
	types := strings.NewReplacer("BIGINT GENERATED ALWAYS AS IDENTITY", "INTEGER", "BIGINT", "INTEGER", "SMALLINT", "INTEGER", "BYTEA", "BLOB",
		` COLLATE "C"`, "", ") STRICT, WITHOUT ROWID;", ");", ") STRICT;", ");")
	for i := range lite {
		a, err := fs.ReadFile(migrations.FS(), lite[i])
		if err != nil {
			t.Fatal(err)
		}
		b, err := fs.ReadFile(migrations.FS(), post[i])
		if err != nil {
			t.Fatal(err)
		}
		as, bs := strings.Split(types.Replace(string(a)), "\n"), strings.Split(types.Replace(string(b)), "\n")
		for n := range min(len(as), len(bs)) {
			if as[n] != bs[n] {
				t.Errorf("%s:%d: %q, and for PostgreSQL %q", lite[i], n+1, as[n], bs[n])
			}
		}
		if len(as) != len(bs) {
			t.Errorf("%s has %d lines, and for PostgreSQL %d", lite[i], len(as), len(bs))
		}
	}
}
