package iuttest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest/rude"
	"touchstone/runner/iut/script"
	"touchstone/runner/trial"
)

// Exchange runs the suite that every adapter which exchanges messages passes, against adapters that open
// makes; it closes them. Behind each is the implementation of package rude, a right one, which is asked with
// the tongue.
func Exchange(t *testing.T, tongue rude.Tongue, open func(t *testing.T) iut.Exchanger) {
	s := suite{tongue}
	for _, test := range []struct {
		name string
		run  func(suite, *testing.T, iut.Exchanger)
	}{
		{"Describe", suite.describe},
		{"Nothing", suite.nothing},
		{"Answers", suite.answers},
		{"Keeps", suite.keeps},
		{"Prepares", suite.prepares},
		{"Lacks", suite.lacks},
		{"Many", suite.many},
		{"Twice", suite.twice},
		{"Cancel", suite.cancel},
		{"YieldFails", suite.yieldFails},
		{"Parallel", suite.parallel},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			x := open(t)
			defer func() {
				if err := x.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			}()
			test.run(s, t, x)
		})
	}
}

type suite struct{ rude.Tongue }

// one is a conversation for each script, numbered from 0.
func one(scripts ...[]trial.Call) []iut.Conversation {
	all := make([]iut.Conversation, len(scripts))
	for i, calls := range scripts {
		all[i] = iut.Conversation{Case: i, Script: &trial.Script{Calls: calls}}
	}
	return all
}

// says is a conversation for each text.
func (s suite) says(texts ...string) []iut.Conversation {
	scripts := make([][]trial.Call, len(texts))
	for i, text := range texts {
		scripts[i] = []trial.Call{s.Say(text)}
	}
	return one(scripts...)
}

// heard is the text of an answer, or what came instead.
func (s suite) heard(a trial.Answer) string {
	switch {
	case a.Skip != "":
		return "skip: " + a.Skip
	case a.Error != "":
		return "error: " + a.Error
	}
	part, err := script.At(a.Value, s.Path)
	if err != nil {
		return "refused: " + string(a.Value)
	}
	var text string
	if err := json.Unmarshal(part, &text); err != nil {
		return err.Error()
	}
	return text
}

func exchange(ctx context.Context, x iut.Exchanger, all []iut.Conversation) (map[int]trial.Outcome, error) {
	got := map[int]trial.Outcome{}
	var again error
	err := x.Exchange(ctx, all, func(o trial.Outcome) error {
		if _, ok := got[o.Case]; ok {
			again = fmt.Errorf("case %d was yielded twice", o.Case)
		}
		got[o.Case] = o
		return nil
	})
	return got, errors.Join(err, again)
}

func (s suite) describe(t *testing.T, x iut.Exchanger) { introduces(t, x) }

func (s suite) nothing(t *testing.T, x iut.Exchanger) {
	if got, err := exchange(t.Context(), x, nil); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
	got, err := exchange(t.Context(), x, one(nil))
	if err != nil || len(got) != 1 || got[0].Status != trial.Finished || len(got[0].Answers) != 0 {
		t.Errorf("a script without calls: %v, %v", got, err)
	}
}

func (s suite) answers(t *testing.T, x iut.Exchanger) {
	texts := []string{"one", "", "ä丂𠂇\u0000\u2028", `{"a": "b"}`, "\n", "x-{run}-y", "{run}", "{other}", strings.Repeat("long ", 10_000)}
	got, err := exchange(t.Context(), x, s.says(texts...))
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		o := got[i]
		if o.Status != trial.Finished || len(o.Answers) != 1 {
			t.Errorf("%q: %+v", text, o)
			continue
		}
		if heard := s.heard(o.Answers[0]); heard != text && (text != "" || !strings.HasPrefix(heard, "refused")) {
			t.Errorf("%q was heard as %q", text, heard)
		}
	}
	got, err = exchange(t.Context(), x, one([]trial.Call{s.Refuse()}))
	if err != nil || len(got[0].Answers) != 1 || !script.Failed(got[0].Answers[0]) || len(got[0].Answers[0].Value) == 0 {
		t.Errorf("a refusal is a value: %+v, %v", got, err)
	}
}

// keeps: what is kept of an answer is in a later question, as it came.
func (s suite) keeps(t *testing.T, x iut.Exchanger) {
	first := s.Say("key-{run}")
	first.Keep = []trial.Keep{{Name: "key", Path: s.Path}, {Name: "lost", Path: "no.such.part"}}
	got, err := exchange(t.Context(), x, one(
		[]trial.Call{first, s.Say("<{key}>"), s.Say("{key}")},
		[]trial.Call{first, s.Say("{lost}"), s.Say("{key}")},
	))
	if err != nil {
		t.Fatal(err)
	}
	var heard []string
	for _, o := range []trial.Outcome{got[0], got[1]} {
		for _, a := range o.Answers {
			heard = append(heard, s.heard(a))
		}
	}
	if d := cmp.Diff([]string{"key-{run}", "<key-{run}>", "key-{run}", "key-{run}"}, heard); d != "" {
		t.Error(d)
	}
	if !strings.Contains(got[1].Words, "no.such.part") {
		t.Errorf("the words are %q", got[1].Words)
	}
}

// prepares: what failed to be prepared is not tested.
func (s suite) prepares(t *testing.T, x iut.Exchanger) {
	refuse, say := s.Refuse(), s.Say("ready")
	refuse.Setup, say.Setup = true, true
	got, err := exchange(t.Context(), x, one(
		[]trial.Call{say, s.Say("a")}, []trial.Call{say, refuse, s.Say("b")}, []trial.Call{s.Refuse(), s.Say("c")},
	))
	if err != nil || len(got[0].Answers) != 2 || len(got[1].Answers) != 2 || len(got[2].Answers) != 2 {
		t.Errorf("%+v, %v", got, err)
	}
}

// lacks: an operation that is not there is skipped.
func (s suite) lacks(t *testing.T, x iut.Exchanger) {
	got, err := exchange(t.Context(), x, one([]trial.Call{s.Nobody()}, []trial.Call{s.Say("a")}))
	if err != nil || len(got) != 2 || len(got[0].Answers) != 1 || got[0].Answers[0].Skip == "" || s.heard(got[1].Answers[0]) != "a" {
		t.Errorf("%+v, %v", got, err)
	}
}

// many: more than fits between the two, in either direction.
func (s suite) many(t *testing.T, x iut.Exchanger) {
	const count = 3000
	texts := make([]string, count)
	for i := range texts {
		texts[i] = fmt.Sprint(i, strings.Repeat("-", i%1000))
	}
	got, err := exchange(t.Context(), x, s.says(texts...))
	if err != nil || len(got) != count {
		t.Fatalf("%d outcomes, %v", len(got), err)
	}
	for i, text := range texts {
		if heard := s.heard(got[i].Answers[0]); heard != text {
			t.Fatalf("case %d: %q", i, heard)
		}
	}
}

// twice: the same questions have the same outcomes.
func (s suite) twice(t *testing.T, x iut.Exchanger) {
	all := s.says("a", "ä", `"`)
	a, err1 := exchange(t.Context(), x, all)
	b, err2 := exchange(t.Context(), x, all)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
}

func (s suite) cancel(t *testing.T, x iut.Exchanger) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := exchange(ctx, x, s.says("a")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v", err)
	}
	ctx, stop = context.WithCancel(t.Context())
	defer stop()
	start := time.Now()
	n := 0
	err := x.Exchange(ctx, s.says(make([]string, 20_000)...), func(trial.Outcome) error {
		if n++; n == 10 {
			stop()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled while it was asked: %v after %d outcomes", err, n)
	}
	if took := time.Since(start); took > time.Minute {
		t.Errorf("it took %v to be cancelled", took)
	}
}

func (s suite) yieldFails(t *testing.T, x iut.Exchanger) {
	full := errors.New("disk full")
	n := 0
	err := x.Exchange(t.Context(), s.says("a", "b", "c"), func(trial.Outcome) error { n++; return full })
	if !errors.Is(err, full) || n != 1 {
		t.Errorf("got %v after %d calls, want yield's error after one", err, n)
	}
}

func (s suite) parallel(t *testing.T, x iut.Exchanger) {
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			if got, err := exchange(t.Context(), x, s.says("a", "b", "c")); err != nil || len(got) != 3 {
				t.Errorf("%d outcomes, %v", len(got), err)
			}
		})
	}
	group.Wait()
}

// Rude runs the bad implementations of package rude against an adapter. open makes the adapter of one
// that behaves so, which gives up on a silent one within a few seconds; it is closed here.
//
// Of each: the victim has the outcome that it deserves and its neighbours theirs, once each; what was asked
// again is said; last words are shown.
func Rude(t *testing.T, medium rude.Medium, tongue rude.Tongue, open func(t *testing.T, behaviour string) iut.Exchanger) {
	s := suite{tongue}
	ran := 0
	t.Run("all", func(t *testing.T) {
		for _, b := range rude.All() {
			if !b.Has(medium) {
				continue
			}
			ran++
			t.Run(b.Name, func(t *testing.T) {
				t.Parallel() // most of the time is spent waiting for what does not come
				x := open(t, b.Name)
				s.misbehave(t, x, b)
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

func (s suite) misbehave(t *testing.T, x iut.Exchanger, b rude.Behaviour) {
	const victim = 3
	texts := []string{"one", "two", "three", rude.Victim, "five", "six", "seven"}
	got := map[int]trial.Outcome{}
	start := time.Now()
	retries, err := iut.Isolation{}.Exchange(t.Context(), "all", x, s.says(texts...), func(o trial.Outcome) error {
		if _, ok := got[o.Case]; ok && o.Status != trial.Flaky {
			t.Errorf("case %d has two outcomes", o.Case)
		}
		got[o.Case] = o
		return nil
	})
	if took := time.Since(start); took > 2*time.Minute {
		t.Errorf("it took %v", took)
	}
	words := strings.Join(append(retries, got[victim].Words), "\n")
	if err != nil {
		words = err.Error()
	}
	if !strings.Contains(words, b.Want.Words) {
		t.Errorf("%q is not in the words: %s", b.Want.Words, words)
	}
	if b.Want.NeverStarted {
		if !errors.Is(err, iut.ErrNeverStarted) || len(got) != 0 {
			t.Errorf("got %v with %d outcomes, want none and %v", err, len(got), iut.ErrNeverStarted)
		}
		return
	}
	if err != nil {
		t.Errorf("error: %v", err)
	}
	for c, text := range texts {
		o, ok := got[c]
		want := trial.Finished
		if c == victim && b.Want.Victim != "" {
			want = trial.Status(b.Want.Victim)
		}
		if !ok || o.Status != want {
			t.Errorf("case %d is %q, want %q: %s", c, o.Status, want, o.Words)
			continue
		}
		if o.Status != trial.Finished {
			continue
		}
		switch heard := s.heard(o.Answers[0]); {
		case c == victim && b.Want.Part != "":
			if heard == text || !strings.Contains(string(o.Answers[0].Value), b.Want.Part) {
				t.Errorf("the victim is answered %s, want %s in it", o.Answers[0].Value, b.Want.Part)
			}
		case c == victim && b.Want.Error != "":
			if !strings.HasPrefix(heard, "error: ") || !strings.Contains(heard, b.Want.Error) {
				t.Errorf("the victim is answered %q, want an error with %q", heard, b.Want.Error)
			}
		case heard != text:
			t.Errorf("case %d is answered %q, want %q", c, heard, text)
		}
	}
	if (len(retries) > 0) != b.Want.Again {
		t.Errorf("what ran again: %q", retries)
	}
}
