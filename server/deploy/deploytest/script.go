package deploytest

import (
	"context"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// long is more than any pipeline of a test takes.
const long = 10 * time.Minute

// ActionCommand is the word of a test script that carries out the composite action in a file:
//
//	action NAME=VALUE NAME<FILE…     with these inputs; \n in a value begins a line
//
// What became of each step, the summary and the outputs are its standard output.
func ActionCommand(file string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, fails bool, args []string) {
		text, err := os.ReadFile(file)
		ts.Check(err)
		a, err := ReadAction(text)
		ts.Check(err)
		ctx, stop := context.WithTimeout(context.Background(), long)
		defer stop()
		absolute, err := filepath.Abs(filepath.Dir(file))
		ts.Check(err)
		m := machine(ts)
		m.Action = absolute
		r, err := a.Run(ctx, m, pairs(ts, args))
		ts.Check(err)
		w := ts.Stdout()
		for _, s := range r.Steps {
			s.print(w)
		}
		fmt.Fprintf(w, "summary:\n%s", r.Summary)
		for _, name := range slices.Sorted(maps.Keys(r.Outputs)) {
			fmt.Fprintf(w, "output %s=%s\n", name, r.Outputs[name])
		}
		if r.Failed != fails {
			ts.Fatalf("the action failed: %v", r.Failed)
		}
	}
}

// JobCommand is the word of a test script that carries out a job of a GitLab file:
//
//	gitlab NAME=VALUE NAME<FILE…     with these variables
func JobCommand(file, name string) func(*testscript.TestScript, bool, []string) {
	return func(ts *testscript.TestScript, fails bool, args []string) {
		text, err := os.ReadFile(file)
		ts.Check(err)
		j, err := ReadJob(text, name)
		ts.Check(err)
		ctx, stop := context.WithTimeout(context.Background(), long)
		defer stop()
		ran, err := j.Run(ctx, machine(ts), pairs(ts, args))
		ts.Check(err)
		ran.Name = name
		ran.print(ts.Stdout())
		if (ran.Code != 0) != fails {
			ts.Fatalf("the job ended with %d", ran.Code)
		}
	}
}

func (s *Ran) print(w io.Writer) {
	switch {
	case s.Skipped:
		fmt.Fprintf(w, "%s: skipped\n", s.Name)
	case s.Uses != nil:
		for _, k := range slices.Sorted(maps.Keys(s.Uses)) {
			fmt.Fprintf(w, "%s: with %s=%s\n", s.Name, k, s.Uses[k])
		}
	default:
		fmt.Fprintf(w, "%s: exit %d\n%s", s.Name, s.Code, s.Output)
	}
}

// machine is the script's own place: its folder is the checkout.
func machine(ts *testscript.TestScript) Machine {
	m := Machine{Workspace: ts.Getenv("WORK"), Temporary: filepath.Join(ts.Getenv("WORK"), "runner")}
	ts.Check(os.MkdirAll(m.Temporary, 0o755))
	for _, name := range []string{"PATH", "HOME", "XDG_CONFIG_HOME", "WORK"} {
		m.Env = append(m.Env, name+"="+ts.Getenv(name))
	}
	return m
}

func pairs(ts *testscript.TestScript, args []string) map[string]string {
	out := map[string]string{}
	for _, arg := range args {
		at := strings.IndexAny(arg, "=<")
		if at < 0 {
			ts.Fatalf("%q is no NAME=VALUE and no NAME<FILE", arg)
		}
		if arg[at] == '<' {
			out[arg[:at]] = strings.TrimSuffix(ts.ReadFile(arg[at+1:]), "\n")
			continue
		}
		out[arg[:at]] = strings.ReplaceAll(arg[at+1:], `\n`, "\n")
	}
	return out
}
