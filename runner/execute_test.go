package runner

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// recorded is an implementation that answers from memory: what a right one did with each case,
// and a fault for some of them.
type recorded struct {
	outcomes map[int]trial.Outcome
	footing  []trial.Outcome
	faults   map[int]fault // by plan index
	seen     func(trial.Outcome)

	mu     sync.Mutex
	images []string // executed, in order
	cases  int      // reported
}

// fault is what a case does to the implementation.
type fault struct {
	reason iut.Reason // stops it: iut.Hang, iut.Crash
	silent bool       // without saying in which case
	times  int        // only so often; 0: always
	as     func(trial.Outcome) trial.Outcome
	err    error
}

// record runs a plan on the embedded executor and remembers.
func record(t testing.TB, p *Plan) *recorded {
	t.Helper()
	o, _ := run(t, p, rv64.Config{})
	r := &recorded{outcomes: map[int]trial.Outcome{}, footing: o.footing, faults: map[int]fault{}}
	for i := range p.Cases {
		if !o.have[i] {
			t.Fatalf("case %d did not finish", i)
		}
		r.outcomes[i] = o.cases[i]
	}
	return r
}

func (r *recorded) Describe(context.Context) (reports.Implementation, error) {
	return reports.Implementation{Name: "recorded"}, nil
}
func (r *recorded) Close() error             { return nil }
func (r *recorded) Protocol() image.Protocol { return image.Signature }

func (r *recorded) Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error {
	r.mu.Lock()
	r.images = append(r.images, img.Name)
	r.mu.Unlock()
	if img.Footing {
		for _, o := range r.footing {
			if err := yield(o); err != nil {
				return err
			}
		}
		return ctx.Err()
	}
	for _, index := range img.Cases {
		if err := ctx.Err(); err != nil {
			return err
		}
		o := r.outcomes[index]
		if f, ok := r.fault(index); ok {
			switch {
			case f.err != nil:
				return f.err
			case f.reason != "":
				s := &iut.Stopped{Case: index, Started: true, Reason: f.reason, LastWords: "last words"}
				if f.silent {
					s.Case = -1
				}
				return s
			}
			o = f.as(o)
		}
		if err := yield(o); err != nil {
			return err
		}
		r.mu.Lock()
		r.cases++
		r.mu.Unlock()
		if r.seen != nil {
			r.seen(o)
		}
	}
	return nil
}

func (r *recorded) fault(index int) (fault, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f, ok := r.faults[index]
	if ok && f.times > 0 {
		if f.times--; f.times == 0 {
			delete(r.faults, index)
		} else {
			r.faults[index] = f
		}
	}
	return f, ok
}

// several is a feature of eight cases in two settings.
const several = `@ext:I
Feature: Several
  @rule:addi_op
  Scenario Outline: addi <n>
    When the hart executes "addi a2, x0, <n>"
    Then a2 = <n>
    And nothing else changes
    Examples:
      | n |
      | 1 |
      | 2 |
      | 3 |
      | 4 |
      | 5 |

  @rule:jal_op
  Scenario: jal
    When the hart executes
      """
      jal a2, there
      next:
      nop
      there:
      """
    Then a2 = label next

  @rule:add_op
  Scenario Outline: add in machine mode
    Given the hart runs in machine mode
    And a0 = <n>
    When the hart executes "add a2, a0, a0"
    Then a2 = <twice>
    Examples:
      | n | twice |
      | 1 | 2     |
      | 7 | 14    |
`

func TestExecuteEveryCase(t *testing.T) {
	p := planOf(t, several)
	r := record(t, p)
	for _, jobs := range []int{0, 1, 3} {
		o := NewOutcomes(p)
		var last int
		var mu sync.Mutex
		opt := Options{Jobs: jobs, Progress: func(done int) { mu.Lock(); last = max(last, done); mu.Unlock() }}
		if err := p.Execute(t.Context(), r, o, opt); err != nil {
			t.Fatal(err)
		}
		if o.Count() != len(p.Cases) || last != len(p.Cases) || len(o.Retries()) != 0 || o.Resumed() != 0 {
			t.Errorf("%d jobs: %d of %d cases, progress %d, retries %v", jobs, o.Count(), len(p.Cases), last, o.Retries())
		}
	}
}

// TestExecuteFaults: each case gets the outcome that it deserves, and its neighbours theirs.
func TestExecuteFaults(t *testing.T) {
	p := planOf(t, several)
	for _, tc := range []struct {
		name   string
		faults map[int]fault
		want   map[int]trial.Status // others finished
		again  bool                 // something was run again
	}{
		{"nothing", nil, nil, false},
		{"a hang", map[int]fault{2: {reason: iut.Hang}}, map[int]trial.Status{2: trial.Hang}, true},
		{"a crash", map[int]fault{2: {reason: iut.Crash}}, map[int]trial.Status{2: trial.Crash}, true},
		{"an early exit", map[int]fault{2: {reason: iut.Exit}}, map[int]trial.Status{2: trial.Crash}, true},
		{"a hang that does not say where", map[int]fault{2: {reason: iut.Hang, silent: true}}, map[int]trial.Status{2: trial.Hang}, true},
		{"a hang once", map[int]fault{2: {reason: iut.Hang, times: 1}}, map[int]trial.Status{2: trial.Flaky}, true},
		{"a hang twice", map[int]fault{2: {reason: iut.Hang, times: 2}}, map[int]trial.Status{2: trial.Flaky}, true},
		{"a hang in the image and twice alone", map[int]fault{2: {reason: iut.Hang, times: 3}}, map[int]trial.Status{2: trial.Hang}, true},
		{"the first, the last, and one in the other setting", map[int]fault{0: {reason: iut.Hang}, 5: {reason: iut.Crash}, 6: {reason: iut.Hang}},
			map[int]trial.Status{0: trial.Hang, 5: trial.Crash, 6: trial.Hang}, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := record(t, p)
			r.faults = tc.faults
			o := NewOutcomes(p)
			if err := p.Execute(t.Context(), r, o, Options{Jobs: 1}); err != nil {
				t.Fatal(err)
			}
			for i := range p.Cases {
				want := tc.want[i]
				if want == "" {
					want = trial.Finished
				}
				if got := o.get(i); got.Status != want {
					t.Errorf("case %d: %s, want %s", i, got.Status, want)
				}
			}
			if again := len(o.Retries()) > 0; again != tc.again {
				t.Errorf("retries: %q", o.Retries())
			}
			j := judge(t, p, o)
			for i := range p.Cases {
				want := reports.Pass
				switch tc.want[i] {
				case "":
				case trial.Flaky:
					want = reports.Inconclusive
				default:
					want = reports.Fail
				}
				if s := j.Verdicts.Scenarios[i]; s.Verdict != want {
					t.Errorf("%s: %s (%s), want %s", s.ID, s.Verdict, s.Reason, want)
				}
			}
		})
	}
}

// TestHangAmongOthers: a case that stopped the implementation and then, alone, did something that is not
// allowed never did what it should: it fails.
func TestHangAmongOthers(t *testing.T) {
	p := planOf(t, several)
	r := record(t, p)
	r.faults[2] = fault{reason: iut.Hang, times: 1}
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), r, o, Options{Jobs: 1}); err != nil {
		t.Fatal(err)
	}
	o.cases[2].Changed[0].Value++
	if s := judge(t, p, o).Verdicts.Scenarios[2]; s.Verdict != reports.Fail {
		t.Errorf("%s: %s (%s)", s.ID, s.Verdict, s.Reason)
	}
	if list := o.Flaky(); len(list) != 1 || list[0].Runs["hang"] != 1 || list[0].Runs["finished"] != 1 {
		t.Errorf("flaky: %+v", list)
	}
}

// TestHangIsEvidence: what a hang fails, and what the report says of it.
func TestHangIsEvidence(t *testing.T) {
	p := planOf(t, several)
	r := record(t, p)
	r.faults[5] = fault{reason: iut.Hang}
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), r, o, Options{}); err != nil {
		t.Fatal(err)
	}
	j := judge(t, p, o)
	if got := j.failedRules(); !slices.Equal(got, []string{"jal_op"}) {
		t.Errorf("failed: %v, want jal_op", got)
	}
	if len(j.Evidence) == 0 || !strings.Contains(j.Evidence[0].Why, "hang") || !strings.Contains(strings.Join(j.Evidence[0].Observed, " "), "last words") {
		t.Errorf("evidence: %+v", j.Evidence)
	}
}

// TestGivenUp: past so many stops the rest is left, as not run: neither passed nor failed.
func TestGivenUp(t *testing.T) {
	p := planOf(t, several)
	r := record(t, p)
	for i := range 4 {
		r.faults[i] = fault{reason: iut.Crash}
	}
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), r, o, Options{Jobs: 1, MaxStops: 2, Works: true}); err != nil {
		t.Fatal(err)
	}
	var got []trial.Status
	for i := range p.Cases {
		got = append(got, o.get(i).Status)
	}
	want := []trial.Status{trial.Crash, trial.Crash, trial.NotRun, trial.NotRun, trial.NotRun, trial.NotRun, trial.Finished, trial.Finished}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if v := judge(t, p, o).rule(t, "jal_op"); v.Verdict != reports.Inconclusive {
		t.Errorf("a case that was given up: %s", v.Verdict)
	}
}

// TestNeverStarted: an implementation that finishes nothing is not blamed.
func TestNeverStarted(t *testing.T) {
	p := planOf(t, several)
	o := NewOutcomes(p)
	err := p.Execute(t.Context(), dead{record(t, p)}, o, Options{Jobs: 1})
	if !errors.Is(err, iut.ErrNeverStarted) || o.Count() != 0 {
		t.Errorf("%v, and %d outcomes", err, o.Count())
	}
}

// dead is an implementation that never says a word.
type dead struct{ *recorded }

func (dead) Execute(context.Context, *image.Image, func(trial.Outcome) error) error {
	return &iut.Stopped{Case: -1, Reason: iut.Crash, LastWords: "no such file"}
}

// TestRubbish: an adapter that reports what is in no image is an error, and never a verdict.
func TestRubbish(t *testing.T) {
	p := planOf(t, several)
	for _, index := range []int{-1, 8, 1 << 40} {
		r := record(t, p)
		r.faults[3] = fault{as: func(o trial.Outcome) trial.Outcome { o.Case = index; return o }}
		o := NewOutcomes(p)
		if err := p.Execute(t.Context(), r, o, Options{Jobs: 1}); err == nil || !strings.Contains(err.Error(), "outcome of case") {
			t.Errorf("an outcome of case %d gives %v", index, err)
		}
		if o.have[3] {
			t.Errorf("case 3 has an outcome")
		}
	}
}

// TestCancelled: what finished is kept, and Execute says that it is not all.
func TestCancelled(t *testing.T) {
	p := planOf(t, several)
	for stop := range len(p.Cases) {
		r := record(t, p)
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		r.seen = func(trial.Outcome) {
			if n++; n == stop+1 {
				cancel()
			}
		}
		o := NewOutcomes(p)
		err := p.Execute(ctx, r, o, Options{Jobs: 1})
		if stop == len(p.Cases)-1 {
			if err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled after the last case: %v", err)
			}
		} else if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled after %d cases: %v", stop+1, err)
		}
		if o.Count() != stop+1 {
			t.Errorf("%d outcomes are kept, %d finished", o.Count(), stop+1)
		}
		cancel()
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := p.Execute(ctx, record(t, p), NewOutcomes(p), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before it began: %v", err)
	}
}

// TestExecuteError: an adapter's error ends the run at once, and is what Execute returns.
func TestExecuteError(t *testing.T) {
	p := planOf(t, several)
	r := record(t, p)
	r.faults[1] = fault{err: iut.ErrUnavailable}
	o := NewOutcomes(p)
	if err := p.Execute(t.Context(), r, o, Options{Jobs: 1}); !errors.Is(err, iut.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
	if o.Count() != 1 {
		t.Errorf("%d outcomes, want the one before the error", o.Count())
	}
}

// TestRebuiltWhereItLay: what is run again has its code where it lay, so that outcomes do not say
// what was run again.
func TestRebuiltWhereItLay(t *testing.T) {
	p := mustMake(t, request(t, "a", several, "b", litmus))
	want, _ := run(t, p, rv64.Config{})
	for _, img := range p.Images[1:] {
		for skip := range img.Cases {
			again, err := p.rebuild(img, img.Cases[skip:])
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(again.Code, img.Code[skip:]) {
				t.Fatalf("%s without its first %d cases: code at %x, was at %x", img.Name, skip, again.Code, img.Code[skip:])
			}
			err = executor(t, p, rv64.Config{}).Execute(t.Context(), again, func(o trial.Outcome) error {
				if o.Trap != want.cases[o.Case].Trap || !slices.Equal(o.Changed, want.cases[o.Case].Changed) {
					t.Errorf("case %d: %+v, was %+v", o.Case, o, want.cases[o.Case])
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
	}
}
