package prove

import (
	"context"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
)

// Suite runs subjects against one plan.
type Suite struct {
	plan      *runner.Plan
	executing map[string][]int
	mu        sync.Mutex
	parts     map[string]*runner.Plan
}

// NewSuite prepares the scenarios of a plan for being run by parts.
func NewSuite(plan *runner.Plan) *Suite {
	return &Suite{plan: plan, executing: plan.Executing(), parts: map[string]*runner.Plan{}}
}

// Subjects lists everything there is to try: documented defects, mutants and legal variants of the
// extensions that the plan's claim has.
func (s *Suite) Subjects() []Subject {
	from := s.plan.Map.CodeBase()
	claimed := func(ext string) bool { return s.plan.Claims(ext) }
	all := slices.Concat(Defects(from), Mutants(s.plan.Table, from, claimed))
	all = slices.DeleteFunc(all, func(x Subject) bool { return !claimed(x.Extension) })
	return append(all, Variants(from)...)
}

// part is the plan of the trials that execute one of the rows; nil rows: all trials.
func (s *Suite) part(rows []string) (*runner.Plan, error) {
	key := fmt.Sprint(rows)
	s.mu.Lock()
	defer s.mu.Unlock()
	if p := s.parts[key]; p != nil {
		return p, nil
	}
	set := map[int]bool{}
	if rows == nil {
		for i := range s.plan.Trials {
			set[i] = true
		}
	}
	for _, row := range rows {
		for _, i := range s.executing[row] {
			set[i] = true
		}
	}
	p, err := s.plan.Only(slices.Sorted(maps.Keys(set)), image.Signature)
	if err == nil {
		s.parts[key] = p
	}
	return p, err
}

// Try runs the scenarios that concern a subject and says what they made of it.
func (s *Suite) Try(ctx context.Context, x Subject) (Result, error) {
	r := Result{ID: x.ID, Kind: x.Kind, Extension: x.Extension, What: x.What}
	plan, err := s.part(x.Insns)
	if err != nil {
		return r, fmt.Errorf("%s: %w", x.ID, err)
	}
	config := rv64.Config{Table: plan.Table}
	x.Seed(&config)
	executor, err := embedded.New(config)
	if err != nil {
		return r, fmt.Errorf("%s: %w", x.ID, err)
	}
	defer executor.Close()
	outcomes := runner.NewOutcomes(plan)
	if err := plan.Execute(ctx, executor, outcomes, runner.Options{Jobs: 1}); err != nil {
		return r, fmt.Errorf("%s: %w", x.ID, err)
	}
	failures, unresolved := plan.Failures(outcomes)
	rules := map[string]bool{}
	for _, f := range failures {
		for _, id := range f.Rules {
			rules[id] = true
		}
	}
	r.Killed, r.Rules = len(failures) > 0, slices.Sorted(maps.Keys(rules))
	if len(failures) > 0 {
		r.Scenario, r.Check, r.Why = failures[0].Scenario, failures[0].Check, failures[0].Why
	} else if unresolved > 0 {
		r.Why = fmt.Sprintf("%d checks unresolved", unresolved)
	}
	return r, nil
}

// TryAll runs all subjects on all processors and gives the results in their order; seen is called
// after each.
func (s *Suite) TryAll(ctx context.Context, all []Subject, seen func(done int, r Result)) ([]Result, error) {
	results := make([]Result, len(all))
	errs := make([]error, len(all))
	next := make(chan int)
	var workers sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i], errs[i] = s.Try(ctx, all[i])
				mu.Lock()
				done++
				if seen != nil {
					seen(done, results[i])
				}
				mu.Unlock()
			}
		})
	}
	for i := range all {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return results, nil
}
