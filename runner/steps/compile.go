package steps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/cucumber/godog"

	"touchstone/features"
	"touchstone/runner/sweep"
	"touchstone/runner/trial"
)

// ErrStep is the class of errors about steps: undefined, ambiguous, or saying what cannot be.
var ErrStep = errors.New("step")

// Compile runs the features through godog and returns one trial for each scenario, in the order of
// files and lines. It looks at no implementation: steps only add cases and checks.
//
// selected decides which scenarios get cases (nil: all); one that it refuses is returned as untested
// with the reason it gives, or left out when the reason is empty. Scenarios out of scope (extension,
// environment, effort) are returned with the reason, so that nothing is hidden.
//
// A step that is no sentence, or two, and a step that asks for what cannot be, is an error with the
// feature's file and line; all of them are reported together (errors.Is ErrStep).
func Compile(ctx context.Context, c Context, files fs.FS, selected func(Scenario) (bool, string)) ([]trial.Trial, error) {
	var err error
	if c.effort, err = sweep.ParseEffort(c.Effort); err != nil {
		return nil, err
	}
	if err := c.index(); err != nil {
		return nil, err
	}
	parsed, err := features.Parse(files)
	if err != nil {
		return nil, err
	}
	run := compilation{c: &c, vocabulary: VocabularyOf(c.Pack.Kind), selected: selected}
	for i := range parsed {
		run.open(&parsed[i])
	}
	run.compile(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return run.trials()
}

// compilation is one run of Compile.
type compilation struct {
	c          *Context
	vocabulary *Vocabulary
	selected   func(Scenario) (bool, string)
	worlds     []*world
	batches    []*batch // batches[0] is for the files whose scenarios must be compiled one after the other
}

// batch is what godog gets at a time: one file, since it keeps every result of a run in a database
// whose inserts become slower as it grows.
type batch struct {
	files   []godog.Feature
	worlds  []*world // of its scenarios, in godog's order
	started int      // of worlds
}

// open makes the worlds of a file's scenarios and, unless none of them is judged, puts the file into a
// batch. Otherwise its steps need not be run: that they are sentences is what `spec lint` and the
// pack's tests see to.
func (r *compilation) open(f *features.File) {
	all := true
	first := len(r.worlds)
	unknown := map[string]bool{} // extensions
	for i := range f.Scenarios {
		s := &f.Scenarios[i]
		w := newWorld(r.c, s)
		r.worlds = append(r.worlds, w)
		if err := w.taggedExtensions(unknown); err != nil {
			w.errs = append(w.errs, fmt.Errorf("%w: %s: %w", ErrStep, s.ID, err))
		}
		if why := r.c.scope(s); why.reason != "" {
			w.leave(why)
		} else if r.selected != nil {
			if ok, reason := r.selected(*s); !ok {
				w.leave(scope{reason: reason, excluded: true})
				w.dropped = reason == ""
			}
		}
		all = all && w.skip
	}
	if all {
		return
	}
	ordered := false
	for _, w := range r.worlds[first:] {
		w.near = r.vocabulary.near(w.s)
		ordered = ordered || slices.ContainsFunc(w.near, func(x sentence) bool { return x.ordered && slices.ContainsFunc(w.s.Steps, x.is) })
	}
	if r.batches == nil {
		r.batches = []*batch{{}}
	}
	b := r.batches[0]
	if !ordered {
		b = &batch{}
		r.batches = append(r.batches, b)
	}
	b.files = append(b.files, godog.Feature{Name: f.URI, Contents: f.Text})
	b.worlds = append(b.worlds, r.worlds[first:]...)
}

// compile runs the batches, as many at a time as there are processors. Scenarios share nothing that
// depends on which is first, but for those of the first batch.
func (r *compilation) compile(ctx context.Context) {
	next := make(chan *batch)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(r.batches)) {
		workers.Go(func() {
			for b := range next {
				r.run(ctx, b)
			}
		})
	}
	for _, b := range r.batches {
		if len(b.files) > 0 {
			next <- b
		}
	}
	close(next)
	workers.Wait()
}

func (r *compilation) run(ctx context.Context, b *batch) {
	suite := godog.TestSuite{
		Name:                "touchstone",
		ScenarioInitializer: func(sc *godog.ScenarioContext) { r.start(ctx, b, sc) },
		Options: &godog.Options{
			Format: "progress", Output: io.Discard, NoColors: true, // our own records are what counts
			Strict: true, Concurrency: 1, FeatureContents: b.files,
		},
	}
	suite.Run() // its status says less than the worlds' errors
	if b.started != len(b.worlds) {
		panic("steps: godog ran fewer scenarios than the features have")
	}
	for _, w := range b.worlds {
		if w.dropped || len(w.errs) > 0 {
			continue
		}
		err := w.taggedRules()
		if err == nil {
			err = w.finish()
		}
		if err != nil {
			w.errs = append(w.errs, fmt.Errorf("%w: %s: %w", ErrStep, w.s.ID, err))
		}
	}
}

// start is called by godog once for each scenario, in the order that Parse gives them.
func (r *compilation) start(ctx context.Context, b *batch, sc *godog.ScenarioContext) {
	if b.started == len(b.worlds) {
		panic("steps: godog runs more scenarios than the features have")
	}
	w := b.worlds[b.started]
	b.started++
	w.skip = w.skip || ctx.Err() != nil
	for _, sentence := range w.near { // godog tries all that it is given on every step, twice
		sentence.register(sc, w)
	}
	sc.StepContext().After(func(ctx context.Context, _ *godog.Step, status godog.StepResultStatus, err error) (context.Context, error) {
		if status != godog.StepPassed && status != godog.StepSkipped {
			w.errs = append(w.errs, r.explain(w.s, w.s.Steps[w.now], status, err))
		}
		w.now++
		return ctx, nil
	})
}

func (r *compilation) explain(s *Scenario, step features.Step, status godog.StepResultStatus, err error) error {
	where := fmt.Sprintf("%s:%d: %s %s", s.URI, step.Line, step.Keyword, step.Text)
	switch status {
	case godog.StepUndefined:
		err = fmt.Errorf("%s: no sentence says this; the nearest is: %s %s", where, step.Kind, r.vocabulary.Nearest(step.Kind, step.Text))
	case godog.StepAmbiguous:
		err = fmt.Errorf("%s: several sentences say this: %s", where, strings.Join(r.vocabulary.Match(step.Kind, step.Text), "; "))
	default:
		err = fmt.Errorf("%s: %w", where, err)
	}
	return fmt.Errorf("%w: %w", ErrStep, err)
}

// trials gathers what the worlds have become. The same line of an outline fails in every row: it is reported once.
func (r *compilation) trials() ([]trial.Trial, error) {
	out := make([]trial.Trial, 0, len(r.worlds))
	var errs []error
	seen := map[string]bool{}
	for _, w := range r.worlds {
		if !w.dropped && len(w.errs) == 0 {
			out = append(out, w.trial)
		}
		for _, err := range w.errs {
			if !seen[err.Error()] {
				seen[err.Error()] = true
				errs = append(errs, err)
			}
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return out, nil
}
