package command

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"sync"
	"time"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/specs"
)

// Order is a run that somebody else asks for, and that several machines do together. Whoever passes it
// on answers for IUT, which may start programs; the rest is checked here.
type Order struct {
	ID           string            // of the run: parts of one share their plans
	IUT          string            // embedded, or the path of an iut.yaml
	Profile      string            // empty: as the implementation's statement says
	Environments []string          // none: all
	Effort       string            // quick, standard, exhaustive
	Select       string            // empty: everything
	Seed         uint64            // of the random part of sweeps
	Set          map[string]string // parameters of the claim
}

// Laboratory does parts of runs, one at a time: each shard where it is executed, the last part where the
// report is made. It keeps the plans of the last run that it did a part of.
type Laboratory struct {
	Jobs int // images executed at the same time; 0: one for each processor

	mu   sync.Mutex
	kept order
}

// order is an order with its plans.
type order struct {
	Order
	name       string
	executions []*execution
}

// Check says what is wrong with an order, as far as that is seen without the implementation.
func (l *Laboratory) Check(o Order) error {
	pack, err := packWith(o.Profile)
	if err != nil {
		return err
	}
	request := runner.Request{Pack: pack, Effort: o.Effort}
	if request.ICS.Profile = o.Profile; o.Profile == "" {
		request.ICS.Profile = pack.DefaultProfile
	}
	return errors.Join(request.Check(), runner.CheckSelect(o.Select))
}

// packWith is the pack that has a profile; riscv when none is named, or none has it.
func packWith(profile string) (*specs.Pack, error) {
	for _, name := range specs.Packs() {
		pack, err := openPack(name, "", specs.Rules)
		if err != nil {
			return nil, err
		}
		if _, ok := pack.Profile(profile); ok && name != defaultPack {
			return pack, nil
		}
	}
	return openPack(defaultPack, "")
}

// Close forgets what is kept.
func (l *Laboratory) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.forget()
}

func (l *Laboratory) forget() {
	putAway(l.kept.executions)
	l.kept = order{}
}

// open plans an order, unless its plans are kept. An implementation that is another one by now is an error.
func (l *Laboratory) open(ctx context.Context, o Order) error {
	frugal()
	if o.ID != "" && reflect.DeepEqual(o, l.kept.Order) {
		for _, x := range l.kept.executions {
			who, err := x.implementation.Describe(ctx)
			if err != nil {
				return err
			}
			if !reflect.DeepEqual(who, x.who) {
				return fmt.Errorf("%w: it is %s now, and was %s when the run began", runner.ErrOtherImplementation, title(who), title(x.who))
			}
		}
		return nil
	}
	l.forget()
	run := o.run()
	name, executions, err := run.plan(ctx, io.Discard, func(*execution) error { return nil })
	if err != nil {
		putAway(executions)
		return err
	}
	l.kept = order{o, name, executions}
	return nil
}

// run is what the command line would say.
func (o Order) run() *Run {
	return &Run{claimFlags: claimFlags{
		Profile: o.Profile, IUT: o.IUT, Environment: o.Environments, Select: o.Select, Effort: o.Effort, Seed: o.Seed, Set: o.Set,
	}}
}

// Shard executes one of count parts of an order, and writes what it brings: a ZIP archive with a journal for each
// environment. progress is told how many cases are done, of how many.
func (l *Laboratory) Shard(ctx context.Context, o Order, index, count int, to io.Writer, progress func(done, total int)) error {
	s := runner.Shard{Index: index, Count: count}
	if err := s.Check(); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.open(ctx, o); err != nil {
		return err
	}
	total := 0
	for _, x := range l.kept.executions {
		total += x.plan.Size(s)
	}
	progress(0, total)
	archive := zip.NewWriter(to)
	before := 0
	for _, x := range l.kept.executions {
		journal, err := archive.Create(x.name + journalEnding)
		if err != nil {
			return err
		}
		outcomes, err := runner.Collect(x.plan, journal)
		if err != nil {
			return err
		}
		if err := outcomes.Identify(x.who); err != nil {
			return err
		}
		if err := x.plan.Execute(ctx, x.implementation, outcomes, runner.Options{
			Jobs: l.Jobs, Shard: s, Progress: func(done int) { progress(before+done, total) },
		}); err != nil {
			return err
		}
		if err := outcomes.Close(); err != nil {
			return err
		}
		before += x.plan.Size(s)
	}
	return archive.Close()
}

const journalEnding = ".journal.jsonl"

// Finish puts the shards of an order together, executes what has to be executed again, judges, and makes
// the report, as `run` does of the same order on one machine. Shards are files that Shard wrote. The
// outcomes sidecars are in dir.
func (l *Laboratory) Finish(ctx context.Context, o Order, started time.Time, shards []string, dir string) (*reports.Report, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.open(ctx, o); err != nil {
		return nil, err
	}
	defer l.forget()
	executions := l.kept.executions
	for _, x := range executions {
		x.outcomes = runner.NewOutcomes(x.plan)
	}
	for _, file := range shards {
		if err := take(file, executions); err != nil {
			return nil, err
		}
	}
	for _, x := range executions {
		if err := x.plan.Execute(ctx, x.implementation, x.outcomes, runner.Options{Jobs: l.Jobs, Retries: x.retries}); err != nil {
			return nil, err
		}
	}
	r, err := judged(ctx, l.kept.name, executions, dir)
	if err != nil {
		return nil, err
	}
	r.Run = runOf(executions, started)
	r.Run.Jobs = max(1, l.Jobs)
	return r, nil
}

// take reads what a shard brought.
func take(file string, executions []*execution) error {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return fmt.Errorf("what a shard brought: %w", err)
	}
	defer archive.Close() //nolint:errcheck // it was only read
	for _, x := range executions {
		journal, err := archive.Open(x.name + journalEnding)
		if err != nil {
			return fmt.Errorf("what a shard brought: environment %s: %w", x.name, err)
		}
		err = x.outcomes.Take("environment "+x.name, journal)
		if e := journal.Close(); err == nil {
			err = e
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// runOf says when and how a run was done.
func runOf(executions []*execution, started time.Time) reports.Run {
	run := reports.Run{
		Started: started.UTC().Format(time.RFC3339), Finished: time.Now().UTC().Format(time.RFC3339),
		Host: runtime.GOOS + "/" + runtime.GOARCH,
	}
	for _, x := range executions {
		for _, words := range x.outcomes.Retries() {
			if len(executions) > 1 {
				words = x.name + ": " + words
			}
			run.Retries = append(run.Retries, words)
		}
		for _, f := range x.outcomes.Flaky() {
			if len(executions) > 1 {
				f.Environment = x.name
			}
			run.Flaky = append(run.Flaky, f)
		}
		run.Resumed = run.Resumed || x.outcomes.Resumed() > 0
	}
	return run
}
