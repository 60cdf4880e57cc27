package command

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
)

// The tests here start this binary again: as the program (commandVariable), or as the simulator of
// package bad.
const commandVariable = "TOUCHSTONE_TEST_COMMAND"

func TestMain(m *testing.M) {
	bad.Main()
	if os.Getenv(commandVariable) != "" {
		os.Exit(program(os.Args[1:]))
	}
	os.Exit(m.Run())
}

// program is the commands of this package as a program.
func program(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	parser := kong.Must(new(Commands), kong.BindTo(ctx, (*context.Context)(nil)))
	parsed, err := parser.Parse(args)
	if err == nil {
		err = parsed.Run(parser)
	}
	var exit *reports.Exit
	switch {
	case err == nil:
		return reports.ExitOK
	case !errors.As(err, &exit):
		exit = &reports.Exit{Code: reports.ExitUnfinished, Err: err}
	}
	fmt.Fprintln(os.Stderr, exit)
	return exit.Code
}

// lab is a folder in which the program runs.
type lab struct {
	t   testing.TB
	dir string
}

func newLab(t testing.TB) *lab {
	t.Helper()
	return &lab{t, t.TempDir()}
}

// command is the program with arguments, not started.
func (l *lab) command(args ...string) (*exec.Cmd, *bytes.Buffer) {
	l.t.Helper()
	self, err := os.Executable()
	if err != nil {
		l.t.Fatal(err)
	}
	var words bytes.Buffer
	cmd := exec.Command(self, args...)
	cmd.Dir, cmd.Stderr = l.dir, &words
	cmd.Env = append(os.Environ(), commandVariable+"=1", "HOME="+l.dir, "XDG_CONFIG_HOME="+filepath.Join(l.dir, "config"), "TMPDIR="+l.dir)
	return cmd, &words
}

// run is the program run to its end.
func (l *lab) run(args ...string) (code int, words string) {
	l.t.Helper()
	cmd, stderr := l.command(args...)
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		l.t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), stderr.String()
}

// iut writes an iut.yaml for the simulator of package bad and returns its name.
func (l *lab) iut(behaviour, results, more string) string {
	l.t.Helper()
	self, err := os.Executable()
	if err != nil {
		l.t.Fatal(err)
	}
	signature := ""
	if results == "signature" {
		signature = `, "{signature}"`
	}
	// The victim is the case of the features that leaves 100 in a0.
	name := strings.ReplaceAll(behaviour, " ", "-") + "-" + results + ".yaml"
	text := fmt.Sprintf(`name: Bad
start:
  adapter: process
  command: [%q, "{elf}"%s]
  version: [%q, --version]
  results: %s
  environment: {%s: %q, %s: "100", %s: %q, %s: %q, %s: ""}
%s
ics: {profile: RVI20U64, extensions: [M, A, C, Zicsr, Zifencei, Zicntr, Zihintpause]}
`, self, signature, self, results, bad.Variable, behaviour, bad.MarkVariable, bad.MemoryVariable, l.dir, iuttest.Leftover, l.t.Name(), commandVariable, more)
	if err := os.WriteFile(filepath.Join(l.dir, name), []byte(text), 0o600); err != nil {
		l.t.Fatal(err)
	}
	return name
}

// verdicts are those of the report in a folder, as they are written.
func (l *lab) verdicts(out string) string {
	l.t.Helper()
	text, err := os.ReadFile(filepath.Join(l.dir, out, "report.json"))
	if err != nil {
		l.t.Fatal(err)
	}
	var r struct {
		Verdicts json.RawMessage `json:"verdicts"`
	}
	if err := json.Unmarshal(text, &r); err != nil {
		l.t.Fatal(err)
	}
	return string(r.Verdicts)
}

// seedVariable repeats a failure: the seed that a failed test names.
const seedVariable = "TOUCHSTONE_SEED"

func seed(t testing.TB) uint64 {
	n := uint64(time.Now().UnixNano())
	if text := os.Getenv(seedVariable); text != "" {
		var err error
		if n, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("again with %s=%d", seedVariable, n)
		}
	})
	return n
}

// timesVariable is how many times as often the program is killed: for a night of it.
const timesVariable = "TOUCHSTONE_KILLS"

func times(t testing.TB) int {
	text, ok := os.LookupEnv(timesVariable)
	if !ok {
		return 1
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestKilled: whenever the program is killed, going on gives the verdicts of a run that was left
// alone, byte for byte; and nothing that it started is left.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the program many times")
	}
	for _, row := range []struct {
		name, behaviour, results, selection string
		kills                               int
	}{
		{"embedded", "", "", "@ext:M or @ext:Zihintpause", 3},
		{"process console", bad.Good, "console", "@ext:Zihintpause", 2},
		{"process signature", bad.Good, "signature", "@ext:Zihintpause", 1},
		{"process that crashes", "crashes in a case", "console", "@ext:Zihintpause", 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			l := newLab(t)
			iut := "embedded"
			if row.behaviour != "" {
				iut = l.iut(row.behaviour, row.results, "")
			}
			args := func(more ...string) []string {
				return append([]string{"run", "--iut", iut, "--select", row.selection, "--effort", "quick", "--jobs", "2"}, more...)
			}
			start := time.Now()
			wantCode, words := l.run(args("--out", "whole")...)
			took := time.Since(start)
			if wantCode == reports.ExitUsage {
				t.Fatalf("exit code %d: %s", wantCode, words)
			}
			want := l.verdicts("whole")
			random := rand.New(rand.NewPCG(seed(t), 1))
			for i := range row.kills * times(t) {
				out := fmt.Sprintf("out%d", i)
				for range 1 + i%2 { // it may be killed more than once
					cmd, _ := l.command(args("--out", out, "--resume")...)
					if err := cmd.Start(); err != nil {
						t.Fatal(err)
					}
					time.Sleep(time.Duration(random.Int64N(int64(took))))
					_ = cmd.Process.Kill() // SIGKILL
					_ = cmd.Wait()
				}
				iuttest.NoneLeft(t, t.Name())
				code, words := l.run(args("--out", out, "--resume")...)
				if code != wantCode {
					t.Fatalf("resumed: exit code %d, want %d: %s", code, wantCode, words)
				}
				if got := l.verdicts(out); got != want {
					t.Errorf("killed and resumed: %s", cmp.Diff(want, got))
				}
				left, _ := filepath.Glob(filepath.Join(l.dir, out, ".*"))
				journal, _ := filepath.Glob(filepath.Join(l.dir, out, "journal*"))
				if len(left)+len(journal) > 0 {
					t.Errorf("left behind: %v %v", left, journal)
				}
			}
		})
	}
}

// TestEndedWithAll: however the program is ended, all that it started ends with it: the simulator, its
// children, and their daemons.
func TestEndedWithAll(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux ends what is in sessions of its own")
	}
	for _, s := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, os.Kill} {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			l := newLab(t)
			cmd, words := l.command("run", "--iut", l.iut("leaves children and hangs", "console", ""), "--select", "@ext:Zihintpause", "--effort", "quick")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			for start := time.Now(); len(iuttest.Left(t.Name())) < 3; time.Sleep(20 * time.Millisecond) {
				if time.Since(start) > time.Minute {
					t.Fatalf("no simulator with two children after a minute: %s", words)
				}
			}
			if err := cmd.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
			err := cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != reports.ExitUnfinished && (s == os.Interrupt || s == syscall.SIGTERM) {
				t.Errorf("%v: exit code %d (%v): %s", s, code, err, words)
			}
			iuttest.NoneLeft(t, t.Name())
		})
	}
}
