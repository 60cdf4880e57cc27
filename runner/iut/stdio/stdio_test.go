package stdio

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"go.uber.org/goleak"

	"touchstone/specs"

	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/iut/iuttest/rude"
	"touchstone/runner/trial"
)

func TestMain(m *testing.M) {
	bad.Main()
	rude.Main()
	goleak.VerifyTestMain(m)
}

// open is the adapter of this binary as the program of package rude, whose processes carry the test's name.
func open(t testing.TB, behaviour string, o Options) *Stdio {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(&specs.IUT{Name: "echo", Pack: "rude", Start: specs.Start{
		Adapter: Adapter, Command: []string{self},
		Environment: map[string]string{rude.Variable: behaviour, iuttest.Leftover: t.Name(), "GORACE": "atexit_sleep_ms=0"},
	}}, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { iuttest.NoneLeft(t, t.Name()) })
	return s
}

func TestExchange(t *testing.T) {
	for name, o := range map[string]Options{"one": {}, "two": {Jobs: 2}, "narrow": {Limits: Limits{Ahead: 3, Bytes: 100}}} {
		t.Run(name, func(t *testing.T) {
			iuttest.Exchange(t, rude.Lines(), func(t *testing.T) iut.Exchanger { return open(t, rude.Good, o) })
		})
	}
}

func TestRude(t *testing.T) {
	iuttest.Rude(t, rude.Stdio, rude.Lines(), func(t *testing.T, behaviour string) iut.Exchanger {
		limits := Limits{Start: time.Minute, Silence: time.Minute, Output: 128 << 10}
		if rude.Waits(behaviour) { // on a loaded machine its other answers must come within this
			limits.Silence = 3 * time.Second
		}
		switch behaviour {
		case "hangs at once":
			limits.Start = time.Second
		case "eats memory":
			limits.Memory = 3 << 30
		}
		return open(t, behaviour, Options{Limits: limits})
	})
}

func TestDescribe(t *testing.T) {
	s := open(t, rude.Good, Options{})
	defer s.Close()
	im, err := s.Describe(t.Context())
	if err != nil || im.Name != "echo" || im.Version != "1.2" || im.Adapter != "stdio" || !strings.HasPrefix(im.Digest, "sha256:") || len(im.Command) != 1 {
		t.Errorf("%+v, %v", im, err)
	}
	s = open(t, "fails at once", Options{})
	defer s.Close()
	if _, err := s.Describe(t.Context()); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "exit status 1") {
		t.Error(err)
	}
}

// TestOperations: a program that offers none of the pack's operations is of no use; one that offers some is.
func TestOperations(t *testing.T) {
	offered := open(t, rude.Good, Options{})
	defer offered.Close()
	c, err := offered.start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	list := c.hello.Operations
	c.end()
	for _, tc := range []struct {
		pack []string
		want string
	}{
		{[]string{"fly", list[0]}, ""},
		{[]string{"fly", "swim"}, "the adapter of echo offers none of the operations of pack rude: its greeting lists " + strings.Join(list, ", ") + ", and the pack has fly, swim;"},
	} {
		s := open(t, rude.Good, Options{Operations: tc.pack})
		_, err := s.Describe(t.Context())
		if tc.want == "" && err != nil || tc.want != "" && (!errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), tc.want)) {
			t.Errorf("%v: %v, want %q", tc.pack, err, tc.want)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestNew(t *testing.T) {
	for want, start := range map[string]specs.Start{
		`start.adapter is "http"`:          {Adapter: "http"},
		"start.command is missing":         {},
		"start.address is for a service":   {Command: []string{"x"}, Address: "http://x"},
		"start.results is for":             {Command: []string{"x"}, Results: "console"},
		"start.set: there are":             {Command: []string{"x"}, Set: map[string]any{"a": 1}},
		"start.command: \"{elf}\" has a {": {Command: []string{"x", "{elf}"}},
		"start.prepare: \"{\" has a {":     {Command: []string{"x"}, Prepare: [][]string{{"cc", "{"}}},
		"start.fetch and start.clean":      {Command: []string{"x"}, Clean: [][]string{{"rm"}}},
	} {
		if start.Adapter == "" {
			start.Adapter = Adapter
		}
		_, err := New(&specs.IUT{Name: "x", Start: start, Position: specs.Pos{File: "iut.yaml", Line: 3}}, Options{})
		if err == nil || !strings.HasPrefix(err.Error(), "iut.yaml:3: x: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	s, err := New(&specs.IUT{Name: "x", Start: specs.Start{Adapter: Adapter, Command: []string{"no-such-program"}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Describe(t.Context()); !errors.Is(err, iut.ErrUnavailable) {
		t.Error(err)
	}
	if err := s.Exchange(t.Context(), []iut.Conversation{{}}, nil); !errors.Is(err, iut.ErrUnavailable) {
		t.Error(err)
	}
}

// TestFolder: a preset's files are there while it runs, may be prepared once, and are gone then.
func TestFolder(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("the program is a shell script: ", err)
	}
	hello := `{"hello":1,"name":"sh","version":"1","operations":["x"]}`
	files := fstest.MapFS{
		"talk":   {Data: []byte("#!/bin/sh\nread hello\necho '" + hello + "'\nread q && cat \"$1/made\"\n")},
		"sub/it": {Data: []byte(`{"id":1,"answer":"yes"}` + "\n")},
	}
	s, err := New(&specs.IUT{Name: "sh", Start: specs.Start{
		Adapter: Adapter, Command: []string{"{dir}/talk", "{dir}"}, Prepare: [][]string{{"/bin/sh", "-c", `cat "$0/sub/it" >>"$0/made"`, "{dir}"}},
	}}, Options{Files: files})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		var got []trial.Outcome
		all := []iut.Conversation{{Case: 4, Script: &trial.Script{Calls: []trial.Call{{Do: "x"}}}}}
		if err := s.Exchange(t.Context(), all, func(o trial.Outcome) error { got = append(got, o); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(got) != 1 || string(got[0].Answers[0].Value) != `"yes"` {
			t.Errorf("%+v", got)
		}
	}
	dir, err := s.folder.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", dir, err)
	}
}

func TestPrepareFails(t *testing.T) {
	s, err := New(&specs.IUT{Name: "x", Start: specs.Start{Adapter: Adapter, Command: []string{"cat"}, Prepare: [][]string{{"false"}}}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Describe(t.Context()); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "start.prepare") {
		t.Error(err)
	}
}

// BenchmarkExchange: single-call cases against a fast program.
func BenchmarkExchange(b *testing.B) {
	s := open(b, rude.Good, Options{})
	defer s.Close()
	script := &trial.Script{Calls: []trial.Call{rude.Lines().Say("81308130")}}
	all := make([]iut.Conversation, 260_000)
	for i := range all {
		all[i] = iut.Conversation{Case: i, Script: script}
	}
	for b.Loop() {
		n := 0
		if err := s.Exchange(b.Context(), all, func(trial.Outcome) error { n++; return nil }); err != nil || n != len(all) {
			b.Fatal(n, err)
		}
	}
	b.ReportMetric(float64(len(all)*b.N)/b.Elapsed().Seconds(), "cases/s")
}
