//go:build unix

package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver pgx
)

// PostgresVariable names a server that tests may make databases on, as a DSN: "postgres://…".
const PostgresVariable = "TOUCHSTONE_TEST_POSTGRES"

// Postgres is a server for tests.
type Postgres struct {
	admin *url.URL
	made  atomic.Int64
}

// StartPostgres starts a server of the test's own, in a folder of its own, which ends with the test; or
// takes the one that TOUCHSTONE_TEST_POSTGRES names. Where there is neither, the test is skipped.
// Settings are its own's, "fsync=off".
func StartPostgres(t testing.TB, settings ...string) *Postgres {
	t.Helper()
	if dsn := os.Getenv(PostgresVariable); dsn != "" {
		u, err := url.Parse(dsn)
		if err != nil {
			t.Fatalf("%s is not a URL", PostgresVariable)
		}
		return &Postgres{admin: u}
	}
	initdb, server := find("initdb"), find("postgres")
	if initdb == "" || server == "" {
		t.Skipf("PostgreSQL is not installed (initdb, postgres), and %s names no server", PostgresVariable)
	}
	// Sockets have short paths, and postgres wants to own the folder.
	dir, err := os.MkdirTemp("", "pg")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	as := unprivileged(t, dir)
	data := filepath.Join(dir, "data")
	run := exec.CommandContext(t.Context(), initdb, "--pgdata="+data, "--username=touchstone", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
	run.Dir, run.SysProcAttr = dir, as
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, out)
	}
	logFile, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer logFile.Close()
	args := []string{"-D", data, "-k", dir, "-c", "listen_addresses=", "-c", "max_connections=200"}
	for _, s := range settings {
		args = append(args, "-c", s)
	}
	serve := exec.CommandContext(context.WithoutCancel(t.Context()), server, args...)
	serve.Dir, serve.SysProcAttr, serve.Stdout, serve.Stderr = dir, as, logFile, logFile
	if err := serve.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		serve.Process.Signal(syscall.SIGINT) //nolint:errcheck // Wait says how it ended
		if err := serve.Wait(); err != nil {
			t.Errorf("postgres: %v", err)
		}
	})
	p := &Postgres{admin: &url.URL{Scheme: "postgres", User: url.User("touchstone"), Path: "/postgres", RawQuery: url.Values{"host": {dir}}.Encode()}}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		if err = p.exec(t, "SELECT 1"); err == nil {
			return p
		}
		if time.Now().After(deadline) {
			out, _ := os.ReadFile(logFile.Name())
			t.Fatalf("postgres does not answer: %v\n%s", err, out)
		}
	}
}

// Database gives the DSN of a new, empty database, which goes when the test ends.
func (p *Postgres) Database(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("touchstone_test_%d_%d", os.Getpid(), p.made.Add(1))
	if err := p.exec(t, "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.exec(t, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
	})
	u := *p.admin
	u.Path = "/" + name
	return u.String()
}

func (p *Postgres) exec(t testing.TB, statement string) error {
	db, err := sql.Open("pgx", p.admin.String())
	if err != nil {
		return err
	}
	defer db.Close() //nolint:errcheck // nothing is kept
	_, err = db.ExecContext(context.WithoutCancel(t.Context()), statement)
	return err
}

// find gives the path of a program of PostgreSQL, which Debian keeps out of the way.
func find(program string) string {
	if path, err := exec.LookPath(program); err == nil {
		return path
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/" + program)
	slices.Sort(found)
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

// unprivileged is as whom postgres runs: it refuses to be root. The folder becomes theirs.
func unprivileged(t testing.TB, dir string) *syscall.SysProcAttr {
	t.Helper()
	attr := &syscall.SysProcAttr{Setpgid: true} // an interrupt of the tests is not its own
	if os.Getuid() != 0 {
		return attr
	}
	const nobody = 65534
	if err := os.Chown(dir, nobody, nobody); err != nil {
		t.Skipf("PostgreSQL does not run as root, and nobody else can be had: %v", err)
	}
	attr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	return attr
}
