package steps

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

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
	c.blocks = &sweep.Blocks{}
	parsed, err := features.Parse(files)
	if err != nil {
		return nil, err
	}
	run := compilation{c: &c, vocabulary: NewVocabulary(), selected: selected}
	var contents []godog.Feature
	for i := range parsed {
		if len(parsed[i].Scenarios) == 0 {
			continue // godog leaves it out
		}
		if run.leaves(parsed[i].Scenarios) {
			continue
		}
		contents = append(contents, godog.Feature{Name: parsed[i].URI, Contents: parsed[i].Text})
	}
	for batch := range slices.Chunk(contents, batchFiles) {
		suite := godog.TestSuite{
			Name:                "touchstone",
			ScenarioInitializer: func(sc *godog.ScenarioContext) { run.start(ctx, sc) },
			Options: &godog.Options{
				Format: "progress", Output: io.Discard, NoColors: true, // our own records are what counts
				Strict: true, Concurrency: 1, FeatureContents: batch,
			},
		}
		suite.Run() // its status says less than run.errs
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return run.trials()
}

// batchFiles is how many feature files godog gets at a time: it keeps every result of a run in a
// database, whose inserts become slower as it grows.
const batchFiles = 4

// compilation is one run of Compile.
type compilation struct {
	c          *Context
	vocabulary *Vocabulary
	selected   func(Scenario) (bool, string)
	worlds     []*world
	queue      []*world // those that godog runs, in its order
	started    int      // of queue
	errs       []error
}

// leaves opens the scenarios of a file, and says whether none of them is judged: then their steps
// need not be run. That these are sentences is what `spec lint` and the pack's tests see to.
func (r *compilation) leaves(scenarios []Scenario) bool {
	all := true
	first := len(r.worlds)
	for i := range scenarios {
		s := &scenarios[i]
		w := newWorld(r.c, s)
		r.worlds = append(r.worlds, w)
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
	if !all {
		r.queue = append(r.queue, r.worlds[first:]...)
	}
	return all
}

// start is called by godog once for each scenario, in the order that Parse gives them.
func (r *compilation) start(ctx context.Context, sc *godog.ScenarioContext) {
	if r.started == len(r.queue) {
		panic("steps: godog runs more scenarios than the features have")
	}
	w := r.queue[r.started]
	r.started++
	s := w.s
	w.skip = w.skip || ctx.Err() != nil
	for _, sentence := range r.vocabulary.sentences {
		sentence.register(sc, w)
	}
	sc.StepContext().After(func(ctx context.Context, _ *godog.Step, status godog.StepResultStatus, err error) (context.Context, error) {
		if status != godog.StepPassed && status != godog.StepSkipped {
			r.fail(s, s.Steps[w.now], status, err)
			w.failed = true
		}
		w.now++
		return ctx, nil
	})
}

func (r *compilation) fail(s *Scenario, step features.Step, status godog.StepResultStatus, err error) {
	where := fmt.Sprintf("%s:%d: %s %s", s.URI, step.Line, step.Keyword, step.Text)
	switch status {
	case godog.StepUndefined:
		err = fmt.Errorf("%s: no sentence says this; the nearest is: %s %s", where, step.Kind, r.vocabulary.Nearest(step.Kind, step.Text))
	case godog.StepAmbiguous:
		err = fmt.Errorf("%s: several sentences say this: %s", where, strings.Join(r.vocabulary.Match(step.Kind, step.Text), "; "))
	default:
		err = fmt.Errorf("%s: %w", where, err)
	}
	r.errs = append(r.errs, fmt.Errorf("%w: %w", ErrStep, err))
}

// trials finishes the worlds. The same line of an outline fails in every row: it is reported once.
func (r *compilation) trials() ([]trial.Trial, error) {
	if r.started != len(r.queue) {
		panic("steps: godog ran fewer scenarios than the features have")
	}
	out := make([]trial.Trial, 0, len(r.worlds))
	for _, w := range r.worlds {
		if w.dropped || w.failed {
			continue
		}
		if err := w.finish(); err != nil {
			r.errs = append(r.errs, fmt.Errorf("%w: %s: %w", ErrStep, w.s.ID, err))
			continue
		}
		out = append(out, w.trial)
	}
	if len(r.errs) == 0 {
		return out, nil
	}
	seen := map[string]bool{}
	var errs []error
	for _, err := range r.errs {
		if !seen[err.Error()] {
			seen[err.Error()] = true
			errs = append(errs, err)
		}
	}
	return nil, errors.Join(errs...)
}
