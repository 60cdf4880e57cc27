// Package scripttest runs the whole program as its users do, by scripts in txtar files. Those that are about
// implementations and how they are executed are here, in testdata/script; the others are the root's.
package scripttest

import (
	"errors"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// Word is what a word of a script does.
type Word = func(ts *testscript.TestScript, negated bool, args []string)

// Words are those of scripts besides testscript's own:
//
//	exits CODE ARGS…              touchstone ends with this code, and never with a stack trace
//	interrupt FILE ARGS…          touchstone is interrupted when FILE is there: it ends with 3, soon
//	hangup FILE ARGS…             the same, of a terminal that closes
//	flip FILE                     one bit in the middle of a file changes
//	edit FILE OLD NEW             every OLD of a file becomes NEW
//	folder specs|features DIR     a copy of the RISC-V pack, or of all features
//
// Source is the folder of the program's source.
func Words(source string) map[string]Word {
	return map[string]Word{
		"exits": exits, "interrupt": interrupted(os.Interrupt), "hangup": interrupted(syscall.SIGHUP), "flip": flip, "edit": edit, "folder": folder(source),
	}
}

// Run runs the scripts of testdata/script, with [Words] and more, and $SOURCE, the folder of the program's
// source. There must be a program touchstone: one that testscript knows, or one in the folder bin.
func Run(t *testing.T, source, bin string, more map[string]Word) {
	source, err := filepath.Abs(source)
	if err != nil {
		t.Fatal(err)
	}
	words := Words(source)
	maps.Copy(words, more)
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			if bin != "" {
				env.Setenv("PATH", bin+string(os.PathListSeparator)+env.Getenv("PATH"))
			}
			env.Setenv("SOURCE", source)
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "home", "config"))
			return nil
		},
		Cmds: words,
	})
}

func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec("touchstone", args[1:]...)
	have := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		have = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if have != want {
		ts.Fatalf("exit code %d, want %d", have, want)
	}
	if strings.Contains(ts.ReadFile("stderr"), "goroutine ") {
		ts.Fatalf("a stack trace is no message")
	}
}

func interrupted(by os.Signal) Word {
	return func(ts *testscript.TestScript, _ bool, args []string) { interrupt(ts, by, args) }
}

func interrupt(ts *testscript.TestScript, by os.Signal, args []string) {
	there := ts.MkAbs(args[0])
	path, err := exec.LookPath(filepath.Join(strings.SplitN(ts.Getenv("PATH"), string(os.PathListSeparator), 2)[0], "touchstone"))
	ts.Check(err)
	var words strings.Builder
	cmd := exec.Command(path, args[1:]...) //nolint:noctx // a signal ends it, or the minute below
	cmd.Dir, cmd.Stderr = ts.Getenv("WORK"), &words
	for _, name := range []string{"PATH", "HOME", "XDG_CONFIG_HOME", "WORK"} {
		cmd.Env = append(cmd.Env, name+"="+ts.Getenv(name))
	}
	// What is ignored here, as under nohup, would be ignored there; what is caught here is not.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, by)
	err = cmd.Start()
	signal.Stop(caught)
	ts.Check(err)
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait() // its exit code says how it ended
		close(ended)
	}()
	for {
		if _, err := os.Stat(there); err == nil {
			break
		}
		select {
		case <-ended:
			ts.Fatalf("it ended before it could be interrupted:\n%s", words.String())
		case <-time.After(20 * time.Millisecond):
		}
	}
	ts.Check(cmd.Process.Signal(by))
	select {
	case <-ended:
	case <-time.After(time.Minute):
		_ = cmd.Process.Kill()
		ts.Fatalf("it did not heed: %v", by)
	}
	if code := cmd.ProcessState.ExitCode(); code != 3 || strings.Contains(words.String(), "goroutine ") {
		ts.Fatalf("exit code %d, want 3:\n%s", code, words.String())
	}
	ts.Logf("%s", words.String())
}

func flip(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	text, err := os.ReadFile(path)
	ts.Check(err)
	text[len(text)/2] ^= 1
	ts.Check(os.WriteFile(path, text, 0o644))
}

func edit(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	text, err := os.ReadFile(path)
	ts.Check(err)
	if !strings.Contains(string(text), args[1]) {
		ts.Fatalf("%s has no %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(path, []byte(strings.ReplaceAll(string(text), args[1], args[2])), 0o644))
}

func folder(source string) Word {
	return func(ts *testscript.TestScript, _ bool, args []string) {
		from, ok := map[string]string{"specs": filepath.Join("specs", "riscv"), "features": "features"}[args[0]]
		if !ok {
			ts.Fatalf("folder specs|features DIR")
		}
		ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(filepath.Join(source, from))))
	}
}
