package process

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// The fake board is a folder; a program there runs under QEMU's user mode.
const (
	fakeSSH = `#!/bin/sh
test "$1" = board || exit 255
shift
cd "$BOARD" && echo "ssh $*" >> ../journal
case "$*" in
timeout*) exec timeout 100 qemu-riscv64 ${*#timeout 100 } ;;
esac
exec sh -c "$*"
`
	fakeSCP = `#!/bin/sh
test "$1" = -q && shift
case "$2" in
board:*) echo "scp ${2#board:}" >> "$BOARD/../journal"; exec cp "$1" "$BOARD/${2#board:}" ;;
esac
exit 1
`
)

// board makes a fake board and the adapter of the preset for it; change may adapt how it is started.
func board(t *testing.T, change func(*specs.Start)) (p *Process, folder string) {
	t.Helper()
	if _, err := exec.LookPath("qemu-riscv64"); err != nil {
		t.Skip("qemu-riscv64 is not installed (Debian package qemu-user)")
	}
	text, err := os.ReadFile("../presets/linux-board.yaml")
	if err != nil {
		t.Fatal(err)
	}
	u, err := specs.LoadIUT("linux-board.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	folder = filepath.Join(dir, "board")
	for name, script := range map[string]string{"ssh": fakeSSH, "scp": fakeSCP} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, c := range slices.Concat(u.Start.Prepare, [][]string{u.Start.Command, u.Start.Version}, u.Start.Clean) {
		c[0] = filepath.Join(dir, c[0])
	}
	u.Start.Environment = map[string]string{"BOARD": folder}
	if change != nil {
		change(&u.Start)
	}
	if p, err = New(u, "", Limits{Silence: 3 * time.Second}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p, folder
}

// linuxProgram is an image of the codes, each a case of a process.
func linuxProgram(t testing.TB, codes ...string) *image.Image {
	t.Helper()
	b := iuttest.NewBench(t)
	b.Map = image.LinuxMap()
	var cases []trial.Case
	for _, code := range codes {
		cases = append(cases, trial.Case{ID: code, Setting: trial.Setting{Mode: "U", Environment: trial.Linux}, Stub: b.Stub(t, code)})
	}
	return b.Images(t, image.Console, cases...)[0]
}

// TestBoard: copied, run, removed; and nothing stays behind, however it ends.
func TestBoard(t *testing.T) {
	p, folder := board(t, nil)
	who, err := p.Describe(t.Context())
	if err != nil || who.Version == "" {
		t.Errorf("%+v, %v", who, err)
	}
	good := "addi a0, x0, 1\n ebreak"
	for _, row := range []struct {
		what    string
		codes   []string
		cases   int
		stopped *iut.Stopped
	}{
		{"well", []string{good, "ld a0, 0(x0)", good}, 3, nil},
		{"leaves by itself", []string{good, "addi a7, x0, 93\n addi a0, x0, 0\n ecall"}, 1, &iut.Stopped{Case: 1, Started: true, Reason: iut.Exit}},
		{"killed", []string{good, "addi a7, x0, 172\n ecall\n addi a7, x0, 129\n addi a1, x0, 9\n ecall"}, 1, &iut.Stopped{Case: 1, Started: true, Reason: iut.Crash}},
		{"hangs", []string{good, "1: jal x0, 1b", good}, 1, &iut.Stopped{Case: 1, Started: true, Reason: iut.Hang}},
	} {
		n := 0
		err := p.Execute(t.Context(), linuxProgram(t, row.codes...), func(trial.Outcome) error { n++; return nil })
		var s *iut.Stopped
		if n != row.cases || (row.stopped == nil) != (err == nil) {
			t.Errorf("%s: %d cases, %v", row.what, n, err)
		} else if row.stopped != nil && (!errors.As(err, &s) || s.Case != row.stopped.Case || s.Started != row.stopped.Started || s.Reason != row.stopped.Reason) {
			t.Errorf("%s: %v, want %v", row.what, err, row.stopped)
		}
		if left, _ := os.ReadDir(folder); len(left) != 0 {
			t.Errorf("%s: left on the board: %v", row.what, left)
		}
	}
	journal, _ := os.ReadFile(filepath.Join(folder, "../journal"))
	if copies := strings.Count(string(journal), "scp touchstone-"); copies != 4 {
		t.Errorf("%d copies:\n%s", copies, journal)
	}
}

// TestBoardOutOfReach: the way to a board is not the board.
func TestBoardOutOfReach(t *testing.T) {
	img := linuxProgram(t, "ebreak")
	none := func(trial.Outcome) error { t.Error("an outcome"); return nil }
	p, _ := board(t, func(s *specs.Start) { s.Prepare[0][3] = "elsewhere:{name}" })
	if err := p.Execute(t.Context(), img, none); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "start.prepare") {
		t.Errorf("a copy that fails: %v", err)
	}
	p, _ = board(t, func(s *specs.Start) { s.Prepare[0][0] = "/no/such/copier" })
	if err := p.Execute(t.Context(), img, none); !errors.Is(err, iut.ErrUnavailable) {
		t.Errorf("a copier that is missing: %v", err)
	}
	p, folder := board(t, func(s *specs.Start) { s.Prepare = append(s.Prepare, []string{"sleep", "60"}) })
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	if err := p.Execute(ctx, img, none); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("given up while it is copied: %v", err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left on the board: %v", left)
	}
}

// TestFetch: results that a step brings back.
func TestFetch(t *testing.T) {
	b := newBench(t, image.Signature)
	u := &specs.IUT{Name: "fetched", Start: specs.Start{
		Adapter: "process", Results: "signature",
		Prepare: [][]string{{"cp", "{elf}", filepath.Join(b.dir, "{name}")}},
		Command: []string{"true"},
		Fetch:   [][]string{{"cp", filepath.Join(b.dir, "{name}"), "{signature}"}},
		Clean:   [][]string{{"rm", filepath.Join(b.dir, "{name}")}},
	}}
	p, err := New(u, "", quick())
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	err = p.Execute(t.Context(), b.img, func(trial.Outcome) error { return nil })
	var s *iut.Stopped
	if !errors.As(err, &s) || !strings.Contains(s.LastWords, "signature") { // the program itself is no signature
		t.Errorf("got %v", err)
	}
	u.Start.Fetch = [][]string{{"false"}}
	if _, err = New(&specs.IUT{Name: "no {signature}", Start: u.Start}, "", quick()); err == nil {
		t.Error("a signature that nobody brings was accepted")
	}
}
