package program

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/runner/iut"
)

// script is a shell script in a folder of its own.
func script(t *testing.T, text string) (dir, path string) {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("the program here is a shell script, and there is no sh")
	}
	dir = t.TempDir()
	path = filepath.Join(dir, "it")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil { //nolint:gosec // it is executed
		t.Fatal(err)
	}
	return dir, path
}

func TestVersion(t *testing.T) {
	for text, want := range map[string]string{
		"echo QEMU emulator version 7.2.22 '(Debian 1:7.2)'": "7.2.22",
		"echo Open On-Chip Debugger 0.12.0 >&2; exit 1":      "0.12.0",
		"echo Core version 10 of 2026":                       "10",
		"echo; echo '  rev B  '":                             "rev B",
		"echo $COLOUR":                                       "green",
	} {
		dir, _ := script(t, text)
		place := Place{Directory: dir, Environment: map[string]string{"COLOUR": "green"}}
		if got, err := place.Version(t.Context(), []string{"./it"}); err != nil || got != want {
			t.Errorf("%s: %q, %v", text, got, err)
		}
	}
	// That one was killed, whose time was over, says nothing to anybody.
	_, path := script(t, "exec sleep 1000")
	ctx, cancel := context.WithTimeoutCause(t.Context(), 100*time.Millisecond, errors.New("no time"))
	defer cancel()
	if _, err := (Place{}).Version(ctx, []string{path}); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "does not tell its version (no time); ") {
		t.Error(err)
	}
	for text, want := range map[string]string{
		"exit 1": "does not tell its version (exit status 1); start.version says how to ask",
		"echo Traceback; echo 'No module named core 1.0'; exit 1": "does not tell its version (exit status 1: No module named core 1.0); start.version says how to ask",
	} {
		_, path := script(t, text)
		if v, err := (Place{}).Version(t.Context(), []string{path}); !errors.Is(err, iut.ErrUnavailable) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%s: %q, %v", text, v, err)
		}
	}
}

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"no-such-program":                  "put it on PATH",
		"/nonexistent/openocd":             "Debian package openocd",
		"/nonexistent/qemu-system-riscv64": "Debian package qemu-system-misc",
		"./qemu-system-riscv64x":           "not installed",
	} {
		if _, err := (Place{}).Find(name); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	dir, path := script(t, "true")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := (Place{Directory: dir}).Find("./it"); !errors.Is(err, iut.ErrUnavailable) {
		t.Errorf("not executable: %v", err)
	}
}

func TestDigest(t *testing.T) {
	path := filepath.Join(t.TempDir(), "empty")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := Digest(path); err != nil || got != "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" {
		t.Error(got, err)
	}
	if _, err := Digest(path + "x"); err == nil {
		t.Error("there is no such file")
	}
}

func TestExpand(t *testing.T) {
	names := []string{"socket", "harts"}
	values := map[string]string{"socket": "/tmp/s", "harts": "2"}
	for arg, want := range map[string]string{
		"plain": "plain", "unix:{socket},server=on": "unix:/tmp/s,server=on", "{harts}{harts}": "22", "a}b": "a}b",
		"{": "", "{elf}": "", "{harts": "", "{}": "",
	} {
		got, err := Expand(arg, names, func(name string) string { return values[name] })
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%s: %q, %v", arg, got, err)
		}
	}
}

// TestGroup: what a program started ends with it, and so does a cancelled one.
func TestGroup(t *testing.T) {
	dir, _ := script(t, "sleep 60 & echo $! >child; wait")
	ctx, cancel := context.WithCancel(t.Context())
	cmd, err := (Place{Directory: dir}).Command(ctx, []string{"./it"})
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	child := ""
	for range 3000 {
		text, _ := os.ReadFile(filepath.Join(dir, "child"))
		if child = strings.TrimSpace(string(text)); child != "" {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	cancel()
	_ = cmd.Wait()
	KillGroup(cmd)
	for range 1500 {
		stat, err := os.ReadFile("/proc/" + child + "/stat")
		if err != nil || strings.Contains(string(stat), ") Z ") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("its child %q still runs", child)
}

func TestTail(t *testing.T) {
	var tail Tail
	for range 10_000 {
		if n, err := tail.Write([]byte("0123456789")); n != 10 || err != nil {
			t.Fatal(n, err)
		}
	}
	_, _ = tail.Write([]byte("the end"))
	if s := tail.String(); len(s) != tailSize || !strings.HasSuffix(s, "89the end") || len(tail.b) > 5*tailSize {
		t.Errorf("%d bytes are shown of %d", len(s), len(tail.b))
	}
	huge := strings.Repeat("x", 100*tailSize)
	if n, _ := tail.Write([]byte(huge)); n != len(huge) || len(tail.b) > 5*tailSize {
		t.Errorf("%d bytes are kept", len(tail.b))
	}
}
