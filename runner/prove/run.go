package prove

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime"
	"slices"
	"sync"

	"touchstone/runner"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/rv64"
	"touchstone/specs"
)

// Suite runs subjects against the scenarios of a plan.
type Suite struct {
	plan   *runner.Plan
	rungs  []*rung
	citing map[string][]string // rows by rule
	beside *beside             // nil: this is a machine's
}

// rung is a plan by parts. A subject climbs from the plan with the fewest test vectors to the one
// with the most until something catches it.
type rung struct {
	plan      *runner.Plan
	executing map[string][]int // trials of one hart by row
	together  map[string][]int // those of several
	mu        sync.Mutex
	parts     map[string]*part
	recent    []string // keys of parts, the oldest first
}

// part is a plan of a few trials, and what the executor that is right makes of it.
type part struct {
	*runner.Plan
	once  sync.Once
	err   error
	right *runner.Outcomes // nil: it is not known to pass
}

// NewSuite prepares plans of one claim, in ascending order of effort, for being run by parts.
func NewSuite(plans ...*runner.Plan) *Suite {
	last := plans[len(plans)-1]
	s := &Suite{plan: last, citing: citing(last.Request.Pack.Instructions)}
	for _, p := range plans {
		s.rungs = append(s.rungs, newRung(p))
	}
	return s
}

func newRung(p *runner.Plan) *rung {
	return &rung{plan: p, executing: p.Executing(), together: p.ExecutingTogether(), parts: map[string]*part{}}
}

// restated is the plan for a claim that differs in some parameters.
func (s *Suite) restated(ctx context.Context, parameters map[string]any) (*runner.Plan, error) {
	r := s.plan.Request
	r.ICS.Parameters = maps.Clone(r.ICS.Parameters)
	maps.Copy(r.ICS.Parameters, parameters)
	return runner.Make(ctx, r, embedded.ProtocolIn(r.Environment))
}

// Subjects lists everything there is to try: documented defects, mutants and legal variants of the
// extensions that the plan's claim has.
func (s *Suite) Subjects() []Subject {
	from := s.plan.Map.CodeBase()
	claimed := func(ext string) bool { return s.plan.Claims(ext) }
	all := slices.Concat(Defects(from), OrderingDefects(from), Mutants(s.plan.Table, from, claimed))
	all = slices.DeleteFunc(all, func(x Subject) bool {
		return !claimed(x.Extension) || x.Kind == Generated && equivalent(x.ID, claimed) || x.Insns != nil && !slices.ContainsFunc(x.Insns, func(name string) bool {
			_, ok := s.plan.Table.Lookup(name)
			return ok
		})
	})
	legal := slices.Concat(Variants(from), extensionVariants(s.plan.Table), cacheVariants(from), OrderingVariants())
	legal = slices.DeleteFunc(legal, func(x Subject) bool {
		return x.Extension != "Sm" && !claimed(x.Extension) || x.Unless != "" && claimed(x.Unless)
	})
	return append(all, legal...)
}

// keptParts is how many parts a rung keeps: subjects come row by row, so few are in use at a time.
const keptParts = 12

// part is the plan of the trials that a subject concerns: those of several harts, those that execute
// one of its rows, or all.
func (rung *rung) part(ctx context.Context, x Subject) (*part, error) {
	key := fmt.Sprint(x.Harts, x.Insns)
	rung.mu.Lock()
	p := rung.parts[key]
	if p == nil {
		p = &part{}
		rung.parts[key] = p
		if rung.recent = append(rung.recent, key); len(rung.recent) > keptParts {
			delete(rung.parts, rung.recent[0])
			rung.recent = rung.recent[1:]
		}
	}
	rung.mu.Unlock()
	p.once.Do(func() { p.err = p.make(ctx, rung, x) })
	return p, p.err
}

func (p *part) make(ctx context.Context, rung *rung, x Subject) error {
	set := map[int]bool{}
	executing := rung.executing
	switch {
	case x.Harts && x.Insns == nil:
		for _, i := range rung.plan.Together() {
			set[i] = true
		}
	case x.Harts:
		executing = rung.together
	case x.Insns == nil:
		for i := range rung.plan.Trials {
			set[i] = true
		}
	}
	for _, row := range x.Insns {
		for _, i := range executing[row] {
			set[i] = true
		}
	}
	var err error
	if p.Plan, err = rung.plan.Only(slices.Sorted(maps.Keys(set)), embedded.ProtocolIn(rung.plan.Request.Environment)); err != nil {
		return err
	}
	right, err := p.execute(ctx, func(*rv64.Config) {})
	if err != nil {
		return err
	}
	if failures, unresolved := p.Failures(right, nil); len(failures) == 0 && unresolved == 0 {
		p.right = right
	}
	return nil
}

// execute runs a part on the executor that seed makes wrong.
func (p *part) execute(ctx context.Context, seed func(*rv64.Config)) (*runner.Outcomes, error) {
	config := embedded.Config(p.Table, p.Request.ICS)
	seed(&config)
	executor, err := embedded.NewIn(p.Request.Environment, config)
	if err != nil {
		return nil, err
	}
	defer func() { _ = executor.Close() }() // it has nothing to put away
	outcomes := runner.NewOutcomes(p.Plan)
	return outcomes, p.Execute(ctx, executor, outcomes, runner.Options{Jobs: 1, MaxStops: 1, Works: true})
}

// Try runs the scenarios that concern a subject and says what they made of it.
func (s *Suite) Try(ctx context.Context, x Subject) (Result, error) {
	var r Result
	rungs := s.rungs
	if x.Kind == Legal { // it must bear all of it, and the last rung has all scenarios
		rungs = rungs[len(rungs)-1:]
	}
	if x.Claim != nil {
		plan, err := s.restated(ctx, x.Claim)
		if err != nil {
			return r, fmt.Errorf("%s: %w", x.ID, err)
		}
		rungs = []*rung{newRung(plan)}
	}
	for _, rung := range rungs {
		var err error
		if r, err = rung.try(ctx, x); err != nil {
			return r, err
		}
		if r.Killed {
			break
		}
	}
	r.Rules = slices.DeleteFunc(r.Rules, func(id string) bool { return !s.concerns(x, id) })
	if !r.Killed && x.Kind != Legal && s.beside != nil {
		var err error
		if r.Unseen, err = s.beside.unseen(ctx, x.ID); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (rung *rung) try(ctx context.Context, x Subject) (Result, error) {
	r := Result{ID: x.ID, Kind: x.Kind, Extension: x.Extension, What: x.What}
	part, err := rung.part(ctx, x)
	if err != nil {
		return r, fmt.Errorf("%s: %w", x.ID, err)
	}
	outcomes, err := part.execute(ctx, x.Seed)
	if err != nil {
		return r, fmt.Errorf("%s: %w", x.ID, err)
	}
	failures, unresolved := part.Failures(outcomes, part.right)
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

// concerns says whether a subject violates a rule, rather than merely spoiling a scenario that
// names it: a rule that rows cite is about those rows, any other about its extension.
func (s *Suite) concerns(x Subject, id string) bool {
	if rows := s.citing[id]; len(rows) > 0 {
		return x.Insns == nil || slices.ContainsFunc(rows, func(name string) bool { return slices.Contains(x.Insns, name) })
	}
	if x.Crude {
		return false
	}
	rule, ok := s.plan.Request.Pack.Rule(id)
	return ok && (rule.Extension == x.Extension || s.related(rule.Extension, x.Extension))
}

// citing lists the rows that cite each rule.
func citing(rows []specs.Row) map[string][]string {
	out := map[string][]string{}
	for i := range rows {
		for _, ids := range rows[i].Rules {
			for _, id := range ids {
				out[id] = append(out[id], rows[i].Name)
			}
		}
	}
	return out
}

// related: one extension implies the other, or the rule is of the base that all stand on.
func (s *Suite) related(a, b string) bool {
	implies := func(a, b string) bool {
		e, ok := s.plan.Request.Pack.Extension(a)
		return ok && slices.ContainsFunc(e.Implications(), func(i specs.Implication) bool { return i.Name == b })
	}
	return a == "I" || a == "Sm" || implies(a, b) || implies(b, a)
}

// TryAll runs all subjects on all processors and gives the results in their order; seen is called
// after each.
func (s *Suite) TryAll(ctx context.Context, all []Subject, seen func(done int, r Result)) ([]Result, error) {
	return tryAll(ctx, all, s.Try, seen)
}

// tryAll tries each of all on all processors.
func tryAll[T any](ctx context.Context, all []T, try func(context.Context, T) (Result, error), seen func(done int, r Result)) ([]Result, error) {
	results, errs := make([]Result, len(all)), make([]error, len(all))
	next := make(chan int)
	var workers sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i], errs[i] = try(ctx, all[i])
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
	return results, errors.Join(errs...)
}
