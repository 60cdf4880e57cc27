package iut

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// scripted is an executor whose behaviour in each case is a function of the case and of the
// company it is in.
type scripted struct {
	do     func(c int, img *image.Image, run int) Reason // "" finishes
	silent bool                                          // says nothing of an image that stops: no begin, no outcomes
	runs   int
	log    []string
}

func (s *scripted) Describe(context.Context) (reports.Implementation, error) {
	return reports.Implementation{Name: "scripted"}, nil
}
func (s *scripted) Close() error             { return nil }
func (s *scripted) Protocol() image.Protocol { return image.Console }

func (s *scripted) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s.runs++
	s.log = append(s.log, fmt.Sprint(img.Cases))
	for i, c := range img.Cases {
		why := s.do(c, img, s.runs)
		if why == "" {
			continue
		}
		if s.silent {
			return &Stopped{Case: -1, Reason: why}
		}
		for _, done := range img.Cases[:i] {
			if err := yield(trial.Outcome{Case: done, Status: trial.Finished}); err != nil {
				return err
			}
		}
		return &Stopped{Case: c, Started: true, Reason: why, LastWords: fmt.Sprint("word of ", c)}
	}
	for _, done := range img.Cases {
		if err := yield(trial.Outcome{Case: done, Status: trial.Finished}); err != nil {
			return err
		}
	}
	return nil
}

func rebuild(cases []int) (*image.Image, error) {
	return &image.Image{Name: "again", Cases: slices.Clone(cases)}, nil
}

func TestIsolation(t *testing.T) {
	type do = func(int, *image.Image, int) Reason
	on := func(why Reason, bad ...int) do {
		return func(c int, _ *image.Image, _ int) Reason {
			if slices.Contains(bad, c) {
				return why
			}
			return ""
		}
	}
	for _, row := range []struct {
		name    string
		do      do
		silent  bool
		max     int
		want    string // statuses by case: f h c n, and y: flaky
		retries bool
		err     error
		runs    int // at most
	}{
		{name: "all well", do: on(""), want: "ffffff", runs: 1},
		{name: "one hangs", do: on(Hang, 2), want: "ffhfff", retries: true, runs: 4},
		{name: "one crashes", do: on(Crash, 5), want: "fffffc", retries: true, runs: 3},
		{name: "the first and the last", do: on(Exit, 0, 5), want: "cffffc", retries: true, runs: 8},
		{name: "a flood", do: on(Flood, 1), want: "fcffff", retries: true, runs: 4},
		{name: "only in company", do: func(c int, img *image.Image, _ int) Reason {
			if c == 3 && len(img.Cases) > 1 {
				return Hang
			}
			return ""
		}, want: "fffyff", retries: true, runs: 3},
		{name: "once, by chance", do: func(c int, _ *image.Image, run int) Reason {
			if c == 3 && run == 1 {
				return Crash
			}
			return ""
		}, want: "fffyff", retries: true, runs: 3},
		{name: "alone it fails once only", do: func(c int, _ *image.Image, run int) Reason {
			if c == 3 && run <= 2 {
				return Crash
			}
			return ""
		}, want: "fffyff", retries: true, runs: 4},
		{name: "time for two cases an image", do: func(c int, img *image.Image, _ int) Reason {
			if slices.Index(img.Cases, c) == 2 {
				return Late
			}
			return ""
		}, want: "ffffff", retries: true, runs: 3},
		{name: "one takes all the time", do: on(Late, 2), want: "ffhfff", retries: true, runs: 5},
		{name: "too many", do: on(Hang, 0, 1, 2, 3), max: 2, want: "hhnnnf", retries: true, runs: 8},
		{name: "all but one", do: on(Hang, 0, 1, 2, 3, 4), want: "hhhhhf", retries: true, runs: 20},
		{name: "nothing ever starts", do: on(Crash, 0, 1, 2, 3, 4, 5), err: ErrNeverStarted, runs: 10},
		{name: "silent, one hangs", do: on(Hang, 2), silent: true, want: "ffhfff", retries: true, runs: 12},
		{name: "silent, the ends crash", do: on(Crash, 0, 5), silent: true, want: "cffffc", retries: true, runs: 16},
		{name: "silent, never starts", do: on(Exit, 0, 1, 2, 3, 4, 5), silent: true, err: ErrNeverStarted, runs: 4},
	} {
		test := func(t *testing.T, run func(x *scripted, yield func(trial.Outcome) error) ([]string, error)) {
			x := &scripted{do: row.do, silent: row.silent}
			got := []byte("......")
			retries, err := run(x, func(o trial.Outcome) error {
				if got[o.Case] != '.' {
					t.Errorf("case %d is yielded twice", o.Case)
				}
				got[o.Case] = map[trial.Status]byte{trial.Finished: 'f', trial.Hang: 'h', trial.Crash: 'c', trial.NotRun: 'n', trial.Flaky: 'y'}[o.Status]
				if o.Status == trial.Flaky && (o.Runs["finished"] == 0 || o.Runs["crash"]+o.Runs["hang"] == 0) {
					t.Errorf("case %d: runs %v", o.Case, o.Runs)
				}
				return nil
			})
			if !errors.Is(err, row.err) {
				t.Errorf("error is %v, want %v", err, row.err)
			}
			if row.err == nil && string(got) != row.want {
				t.Errorf("outcomes %s, want %s\n%s\n%s", got, row.want, strings.Join(x.log, "\n"), strings.Join(retries, "\n"))
			}
			if row.err == nil && (len(retries) > 0) != row.retries {
				t.Errorf("retries are %q", retries)
			}
			if x.runs > row.runs {
				t.Errorf("%d executions, want at most %d:\n%s", x.runs, row.runs, strings.Join(x.log, "\n"))
			}
		}
		cases := []int{0, 1, 2, 3, 4, 5}
		t.Run(row.name, func(t *testing.T) {
			test(t, func(x *scripted, yield func(trial.Outcome) error) ([]string, error) {
				img, _ := rebuild(cases)
				return Isolation{Executor: x, Rebuild: rebuild, MaxStops: row.max}.Run(t.Context(), img, yield)
			})
		})
		t.Run(row.name+", talking", func(t *testing.T) {
			test(t, func(x *scripted, yield func(trial.Outcome) error) ([]string, error) {
				return Isolation{MaxStops: row.max}.Exchange(t.Context(), "talk", talking{x}, conversations(cases), yield)
			})
		})
	}
}

// talking is the same as scripted, with conversations instead of an image. Each must come with its script.
type talking struct{ *scripted }

func conversations(cases []int) []Conversation {
	all := make([]Conversation, len(cases))
	for i, c := range cases {
		all[i] = Conversation{Case: c, Script: &trial.Script{Calls: []trial.Call{{Do: fmt.Sprint("case ", c)}}}}
	}
	return all
}

func (x talking) Exchange(ctx context.Context, all []Conversation, yield func(trial.Outcome) error) error {
	var cases []int
	for _, c := range all {
		if c.Script == nil || c.Script.Calls[0].Do != fmt.Sprint("case ", c.Case) {
			return fmt.Errorf("case %d has the script %v", c.Case, c.Script)
		}
		cases = append(cases, c.Case)
	}
	img, err := rebuild(cases)
	if err != nil {
		return err
	}
	return x.Execute(ctx, img, func(o trial.Outcome) error {
		o.Answers = []trial.Answer{{Value: []byte(fmt.Sprint(o.Case))}}
		return yield(o)
	})
}

// TestFlakyAnswers: what a case answered when it finished after all is kept.
func TestFlakyAnswers(t *testing.T) {
	x := talking{&scripted{do: func(c int, img *image.Image, _ int) Reason {
		if c == 1 && len(img.Cases) > 1 {
			return Crash
		}
		return ""
	}}}
	_, err := Isolation{}.Exchange(t.Context(), "talk", x, conversations([]int{0, 1, 2}), func(o trial.Outcome) error {
		if settled, ok := o.Settled(); o.Case == 1 && (!ok || settled.Status != trial.Finished || string(settled.Answers[0].Value) != "1") {
			t.Errorf("it settles %t as %+v", ok, settled)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestIsolationGivesUpATrial: what always crashes costs its own trial, and not its neighbours.
func TestIsolationGivesUpATrial(t *testing.T) {
	var cases []int
	for c := range 40 {
		cases = append(cases, c)
	}
	const crashing = 1 // the trial of cases 10 to 19
	for _, silent := range []bool{false, true} {
		x := &scripted{silent: silent, do: func(c int, _ *image.Image, _ int) Reason {
			if c/10 == crashing || c == 35 {
				return Crash
			}
			return ""
		}}
		img, _ := rebuild(cases)
		got := map[trial.Status][]int{}
		if _, err := (Isolation{Executor: x, Rebuild: rebuild, Trial: func(c int) int { return c / 10 }}).Run(t.Context(), img, func(o trial.Outcome) error {
			got[o.Status] = append(got[o.Status], o.Case)
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		crashed, notRun := got[trial.Crash], got[trial.NotRun]
		if len(crashed) < 5 || !slices.Contains(crashed, 35) {
			t.Errorf("silent %t: crashed: %v", silent, crashed)
		}
		if len(crashed)+len(notRun) != 11 || len(notRun) == 0 || slices.Contains(notRun, 35) {
			t.Errorf("silent %t: crashed: %v, not run: %v", silent, crashed, notRun)
		}
		if len(got[trial.Finished]) != 29 {
			t.Errorf("silent %t: finished: %v", silent, got[trial.Finished])
		}
	}
}

// TestIsolationIsBounded: crashes are cheap and hangs are not.
func TestIsolationIsBounded(t *testing.T) {
	var cases []int
	for c := range 300 {
		cases = append(cases, c)
	}
	for why, want := range map[Reason]int{Hang: 32, Crash: 256} {
		x := &scripted{do: func(c int, _ *image.Image, _ int) Reason {
			if c > 0 {
				return why
			}
			return ""
		}}
		img, _ := rebuild(cases)
		stopped := 0
		if _, err := (Isolation{Executor: x, Rebuild: rebuild, Works: true}).Run(t.Context(), img, func(o trial.Outcome) error {
			if o.Status == trial.Hang || o.Status == trial.Crash {
				stopped++
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if stopped != want {
			t.Errorf("%s: %d cases stopped it before the rest were given up, want %d", why, stopped, want)
		}
	}
}

func TestIsolationPassesErrorsOn(t *testing.T) {
	img, _ := rebuild([]int{0, 1, 2})
	x := &scripted{do: func(int, *image.Image, int) Reason { return "" }}
	full := errors.New("disk full")
	if _, err := (Isolation{Executor: x, Rebuild: rebuild}).Run(t.Context(), img, func(trial.Outcome) error { return full }); !errors.Is(err, full) {
		t.Errorf("got %v, want yield's error", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := (Isolation{Executor: x, Rebuild: rebuild}).Run(ctx, img, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
	broken := func([]int) (*image.Image, error) { return nil, full }
	x.do = func(c int, _ *image.Image, _ int) Reason { return map[int]Reason{1: Hang}[c] }
	if _, err := (Isolation{Executor: x, Rebuild: broken}).Run(t.Context(), img, func(trial.Outcome) error { return nil }); !errors.Is(err, full) {
		t.Errorf("got %v, want the error of Rebuild", err)
	}
}

func TestStoppedSaysWhere(t *testing.T) {
	var got []string
	for _, s := range []*Stopped{
		{Case: -1, Reason: Exit},
		{Case: -1, Started: true, Reason: Crash},
		{Case: 7, Started: true, Reason: Hang, LastWords: "oh"},
	} {
		got = append(got, s.Error())
	}
	want := []string{
		"implementation stopped (exit) before the first case",
		"implementation stopped (crash) between cases",
		"implementation stopped (hang) in case 7: oh",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}
