package iut

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// ErrNeverStarted says that an implementation finished not a single case, not even one at a time:
// it is the harness's side that is to be looked at, and no verdict follows.
var ErrNeverStarted = errors.New("the implementation never finished a case")

// Isolation runs an image, or has the conversations of some cases, whatever they do to the implementation.
type Isolation struct {
	// Executor and Rebuild are for [Isolation.Run] alone. Rebuild makes an image of some of the
	// original's cases, by plan index, in that order.
	Executor Executor
	Rebuild  func(cases []int) (*image.Image, error)
	// Trial is what a case is of: once four cases of one trial have stopped the implementation, its
	// others are given up. May be nil.
	Trial func(c int) int
	// MaxStops is how many cases may stop the implementation before the rest are given up. If it is
	// 0, 256 may, but only 32 of them by hanging, which takes its time.
	MaxStops int
	// Works says that the implementation has finished something already, in another image.
	Works bool
}

// Run executes the image and yields an outcome for each of its cases, unless it returns an error:
// then what had finished has been yielded.
//
// After a [Stopped] the remaining cases run again without the one that had begun. That one then
// runs alone, afresh: when it stops the implementation twice while some other case finishes, its
// outcome is Hang or Crash; when it finishes after all it is Flaky, with the number of times that it
// ended in each way, and with what it did when it finished. Where nothing says which case had begun (a simulator that was killed before it
// wrote its signature), halves of the remaining cases run until one is alone. Cases that are given
// up are NotRun: an instruction that always crashes costs the scenarios that have it, and not the
// others of its image.
//
// Each case has one outcome, but for one that finished and was then reported once more, otherwise:
// a second outcome says that it is Flaky, and replaces the first.
//
// retries says what ran again and why, for the report.
func (i Isolation) Run(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) (retries []string, err error) {
	of := func(img *image.Image) attempt {
		return attempt{img.Cases, func(yield func(trial.Outcome) error) error { return i.Executor.Execute(ctx, img, yield) }}
	}
	return i.isolate(img.Name, of(img), func(cases []int) (attempt, error) {
		img, err := i.Rebuild(cases)
		if err != nil {
			return attempt{}, err
		}
		return of(img), nil
	}, yield)
}

// Exchange has the conversations of some cases, by the same rules as Run: what an image is there, some
// of the conversations are here. name is what retries call them.
func (i Isolation) Exchange(ctx context.Context, name string, x Exchanger, all []Conversation, yield func(trial.Outcome) error) (retries []string, err error) {
	script := make(map[int]*trial.Script, len(all))
	cases := make([]int, len(all))
	for n, c := range all {
		script[c.Case], cases[n] = c.Script, c.Case
	}
	of := func(some []Conversation, cases []int) attempt {
		return attempt{cases, func(yield func(trial.Outcome) error) error { return x.Exchange(ctx, some, yield) }}
	}
	return i.isolate(name, of(all, cases), func(cases []int) (attempt, error) {
		some := make([]Conversation, len(cases))
		for n, c := range cases {
			some[n] = Conversation{Case: c, Script: script[c]}
		}
		return of(some, cases), nil
	}, yield)
}

// attempt is some cases and how they are run, together.
type attempt struct {
	cases []int
	run   func(yield func(trial.Outcome) error) error
}

func (i Isolation) isolate(name string, all attempt, again func([]int) (attempt, error), yield func(trial.Outcome) error) ([]string, error) {
	r := &isolating{Isolation: i, again: again, name: name, yield: yield, done: map[int]bool{}, of: map[int]int{}, runs: map[int]map[string]int{}}
	err := r.some(all)
	return r.retries, err
}

type isolating struct {
	Isolation
	again    func(cases []int) (attempt, error) // some of the cases, in that order
	name     string
	yield    func(trial.Outcome) error
	done     map[int]bool // cases that have an outcome
	finished int          // cases that the implementation itself finished
	stops    int
	hangs    int                    // of the stops
	of       map[int]int            // stops, by trial
	runs     map[int]map[string]int // how often a case stopped the implementation, by status
	retries  []string
}

// maxOfTrial is how many cases of one trial may stop the implementation.
const maxOfTrial = 4

// execute runs some cases; what finishes is yielded at once.
func (r *isolating) execute(a attempt) error {
	return a.run(func(o trial.Outcome) error {
		if r.done[o.Case] {
			return nil
		}
		r.done[o.Case] = true
		r.finished++
		if runs := r.runs[o.Case]; len(runs) > 0 {
			runs[string(o.Status)]++
			flaky := wavering(o.Case, runs)
			flaky.Trap, flaky.Changed, flaky.States, flaky.Hart, flaky.Answers = o.Trap, o.Changed, o.States, o.Hart, o.Answers
			o = flaky
		}
		return r.yield(o)
	})
}

// wavering is the outcome of a case that did not end in the same way every time.
func wavering(c int, runs map[string]int) trial.Outcome {
	return trial.Outcome{Case: c, Status: trial.Flaky, Runs: runs, Words: "not the same each time it ran"}
}

// blame notes that a case stopped the implementation.
func (r *isolating) blame(c int, why Reason) {
	if why == Late {
		return
	}
	if r.runs[c] == nil {
		r.runs[c] = map[string]int{}
	}
	r.runs[c][string(statusOf(why))]++
}

// statusOf is the outcome of a case that stops the implementation for a reason.
func statusOf(why Reason) trial.Status {
	if why == Hang || why == Late {
		return trial.Hang
	}
	return trial.Crash
}

func (r *isolating) note(format string, a ...any) {
	r.retries = append(r.retries, r.name+": "+fmt.Sprintf(format, a...))
}

// some runs some cases and then, for as long as there are any, those that remain.
func (r *isolating) some(a attempt) error {
	for {
		before := r.finished
		err := r.execute(a)
		if err == nil {
			return nil
		}
		var stopped *Stopped
		if !errors.As(err, &stopped) {
			return err
		}
		if stopped.Case >= 0 && r.done[stopped.Case] {
			r.note("case %d was reported twice, and not in the same way: %s", stopped.Case, stopped.LastWords)
			if err := r.yield(wavering(stopped.Case, map[string]int{string(trial.Finished): 2})); err != nil {
				return err
			}
		}
		rest := slices.DeleteFunc(slices.Clone(a.cases), func(c int) bool { return r.done[c] })
		if len(rest) == 0 {
			r.note("stopped (%s) after its last case: %s", stopped.Reason, stopped.LastWords)
			return nil
		}
		switch {
		case stopped.Reason == Late && r.finished > before:
			r.note("its time was over; %d cases run again", len(rest))
		case stopped.Case >= 0 && slices.Contains(rest, stopped.Case):
			r.note("stopped (%s) in case %d; %d cases run again", stopped.Reason, stopped.Case, len(rest))
			r.blame(stopped.Case, stopped.Reason)
			if err := r.suspect(stopped.Case, stopped, rest); err != nil {
				return err
			}
		case len(rest) == 1:
			r.note("stopped (%s) with case %d left; it runs again", stopped.Reason, rest[0])
			if err := r.suspect(rest[0], stopped, rest); err != nil {
				return err
			}
		case r.finished == before:
			return r.halves(rest, stopped)
		default:
			r.note("stopped (%s) between cases; %d cases run again", stopped.Reason, len(rest))
		}
		rest = slices.DeleteFunc(rest, func(c int) bool { return r.done[c] })
		if len(rest) == 0 {
			return nil
		}
		if r.spent() {
			return r.giveUp(rest, r.stops)
		}
		if a, err = r.again(rest); err != nil {
			return err
		}
	}
}

// halves runs cases of which nothing is known but that together they stop the implementation.
func (r *isolating) halves(rest []int, stopped *Stopped) error {
	if r.finished == 0 && !r.Works {
		// Nothing has finished yet: before halving down to single cases, see whether any can.
		for _, c := range []int{rest[0], rest[len(rest)-1], rest[len(rest)/2]} {
			if ok, _, err := r.alone(c); err != nil {
				return err
			} else if ok {
				break
			}
		}
		if r.finished == 0 && !r.Works {
			return fmt.Errorf("%w: %w", ErrNeverStarted, stopped)
		}
		rest = slices.DeleteFunc(rest, func(c int) bool { return r.done[c] })
	}
	r.note("stopped (%s) without saying where; %d cases run again in halves", stopped.Reason, len(rest))
	for _, half := range [][]int{rest[:len(rest)/2], rest[len(rest)/2:]} {
		half, err := r.spare(half)
		if err != nil {
			return err
		}
		if len(half) == 0 {
			continue
		}
		if r.spent() {
			if err := r.giveUp(half, r.stops); err != nil {
				return err
			}
			continue
		}
		a, err := r.again(half)
		if err != nil {
			return err
		}
		if err := r.some(a); err != nil {
			return err
		}
	}
	return nil
}

// alone runs one case by itself and says whether it finished.
func (r *isolating) alone(c int) (bool, *Stopped, error) {
	a, err := r.again([]int{c})
	if err != nil {
		return false, nil, err
	}
	err = r.execute(a)
	var stopped *Stopped
	if err != nil && !errors.As(err, &stopped) {
		return false, nil, err
	}
	if stopped != nil && !r.done[c] && (stopped.Case == c || stopped.Reason != Exit) {
		r.blame(c, stopped.Reason) // no other can be meant
	}
	return r.done[c], stopped, nil
}

// suspect decides about a case that seems to stop the implementation.
func (r *isolating) suspect(c int, first *Stopped, rest []int) error {
	last := first
	for range 2 {
		ok, stopped, err := r.alone(c)
		if err != nil {
			return err
		}
		if ok {
			r.note("case %d finished when it ran alone", c)
			if len(r.runs[c]) == 0 {
				return nil
			}
			return r.stop(c, first.Reason, rest)
		}
		if stopped != nil {
			last = stopped
		}
	}
	// A neighbour must show that the implementation works at all; one far away is the least like it.
	for _, n := range slices.Backward(rest) {
		if r.finished > 0 || r.Works {
			break
		}
		if n != c {
			if _, _, err := r.alone(n); err != nil {
				return err
			}
		}
	}
	if r.finished == 0 && !r.Works {
		return fmt.Errorf("%w: %w", ErrNeverStarted, first)
	}
	r.done[c] = true
	if err := r.yield(trial.Outcome{Case: c, Status: statusOf(last.Reason), Words: last.LastWords}); err != nil {
		return err
	}
	return r.stop(c, last.Reason, rest)
}

// stop counts a case that stopped the implementation, and gives up others that are too much like it.
func (r *isolating) stop(c int, why Reason, rest []int) error {
	r.stops++
	if why == Hang {
		r.hangs++
	}
	if r.Trial == nil {
		return nil
	}
	r.of[r.Trial(c)]++
	_, err := r.spare(rest)
	return err
}

// spent says that the whole image, or conversation, has had its share of stops.
func (r *isolating) spent() bool {
	if r.MaxStops > 0 {
		return r.stops >= r.MaxStops
	}
	return r.stops >= 256 || r.hangs >= 32
}

// spare gives up the cases of trials that have stopped the implementation often enough, and
// returns the others that have no outcome yet.
func (r *isolating) spare(cases []int) ([]int, error) {
	var left, spent []int
	for _, c := range cases {
		switch {
		case r.done[c]:
		case r.Trial != nil && r.of[r.Trial(c)] >= maxOfTrial:
			spent = append(spent, c)
		default:
			left = append(left, c)
		}
	}
	if len(spent) == 0 {
		return left, nil
	}
	return left, r.giveUp(spent, maxOfTrial)
}

// giveUp yields NotRun for cases, of which so many like them stopped the implementation.
func (r *isolating) giveUp(rest []int, stops int) error {
	r.note("%d cases stopped the implementation; %d others like them are not run", stops, len(rest))
	for _, c := range rest {
		r.done[c] = true
		if err := r.yield(trial.Outcome{Case: c, Status: trial.NotRun, Words: fmt.Sprintf("given up after %d cases stopped the implementation", stops)}); err != nil {
			return err
		}
	}
	return nil
}
