package iuttest

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/trial"
)

// Bad runs the bad implementations of package bad against an adapter. open makes the adapter of one
// that behaves so; nil: this adapter's implementations cannot (the stage lacks what the behaviour
// needs). The adapter gives up on a silent implementation within a few seconds, and is closed here.
//
//	iuttest.Bad(t, func(t *testing.T, b bad.Behaviour) iut.Executor {
//		if b.Needs.Process {
//			return nil
//		}
//		return mine(t, b)
//	})
//
// Of each: the victim has the outcome that it deserves and its neighbours theirs, once each; what was
// run again is said; last words are shown; and no process is left that the adapter started, when
// open marks them: with [Leftover] in their environment.
func Bad(t *testing.T, open func(t *testing.T, b bad.Behaviour) iut.Executor) {
	bench := NewBench(t)
	ran := 0
	t.Run("all", func(t *testing.T) {
		for _, behaviour := range bad.All() {
			t.Run(behaviour.Name, func(t *testing.T) {
				x := open(t, behaviour)
				if x == nil {
					t.Skip("not something that an implementation behind this adapter can do")
				}
				ran++
				t.Parallel() // most of the time is spent waiting for what does not come
				misbehave(t, bench, x, behaviour)
				if err := x.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			})
		}
	})
	if ran == 0 {
		t.Error("no bad implementation was run")
	}
}

func misbehave(t *testing.T, b *Bench, x iut.Executor, behaviour bad.Behaviour) {
	cases := []trial.Case{
		b.Case(t, "first", "li a0, 1\n ecall"),
		b.Case(t, "victim", "li a0, 0x7ad\n ecall"),
		b.Case(t, "last", "li a0, 3\n ecall"),
	}
	got := map[int]trial.Outcome{}
	i := iut.Isolation{Executor: x, Rebuild: b.Rebuild(x.Protocol(), cases)}
	start := time.Now()
	retries, err := i.Run(t.Context(), b.Images(t, x.Protocol(), cases...)[0], func(o trial.Outcome) error {
		if _, ok := got[o.Case]; ok && o.Status != trial.Flaky {
			t.Errorf("case %d has two outcomes", o.Case)
		}
		got[o.Case] = o
		return nil
	})
	if took := time.Since(start); took > 2*time.Minute {
		t.Errorf("it took %v", took)
	}
	words := strings.Join(append(retries, got[1].Words), "\n")
	want := behaviour.Want
	if want.NeverStarted {
		if !errors.Is(err, iut.ErrNeverStarted) || len(got) != 0 {
			t.Errorf("got %v with %d outcomes, want none and %v", err, len(got), iut.ErrNeverStarted)
		}
		if err != nil {
			words = err.Error()
		}
	} else {
		if err != nil {
			t.Errorf("error: %v", err)
		}
		for c, status := range []trial.Status{trial.Finished, trial.Status(want.Victim), trial.Finished} {
			if status == "" {
				status = trial.Finished
			}
			o, ok := got[c]
			if !ok || o.Status != status {
				t.Errorf("%s is %q, want %q: %s", cases[c].ID, o.Status, status, o.Words)
			}
			if o.Status == trial.Finished && (len(o.Changed) != 1 || o.Changed[0].Value != []uint64{1, bad.Mark, 3}[c]) {
				t.Errorf("%s: changed %v", cases[c].ID, o.Changed)
			}
			if o.Status == trial.Flaky && len(o.Runs) == 0 {
				t.Errorf("%s: how it ended each time is not said: %v", cases[c].ID, o.Runs)
			}
		}
		if (len(retries) > 0) != want.Again {
			t.Errorf("what ran again: %q", retries)
		}
	}
	if !strings.Contains(words, want.Words) {
		t.Errorf("%q is not in the words: %s", want.Words, words)
	}
}

// Leftover is the variable that marks the processes of a test in their environment; see [NoneLeft].
const Leftover = "TOUCHSTONE_TEST"

// NoneLeft fails a test when processes are there, a moment from now, whose environment has Leftover
// with this value. It needs Linux's /proc, and passes without it.
func NoneLeft(t testing.TB, value string) {
	t.Helper()
	var left []string
	for range 1500 {
		if left = Left(value); len(left) == 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("processes are left: %v", left)
}

// Left lists the processes whose environment has Leftover with this value.
func Left(value string) (pids []string) {
	mark := Leftover + "=" + value + "\x00"
	files, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, f := range files {
		if text, err := os.ReadFile(f); err == nil && strings.Contains(string(text)+"\x00", mark) {
			line, _ := os.ReadFile(filepath.Join(filepath.Dir(f), "cmdline"))
			pids = append(pids, filepath.Base(filepath.Dir(f))+" "+strings.ReplaceAll(string(line), "\x00", " "))
		}
	}
	return pids
}
