package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"touchstone/features"
	"touchstone/runner/trial"
)

// world is what the steps of one scenario have said so far.
type world struct {
	c    *Context
	s    *Scenario
	near []sentence // that its steps may be

	asking *asking // of a pack of kind exchange; then there is no hart

	// Givens: how the next case starts.
	setting trial.Setting
	before  []start
	memory  map[uint64]uint64 // doublewords of the data area
	regions []region          // PMP, in order of priority
	code    []codeRegion      // PMP on the program, behind them
	align   int

	// Whens: what the Thens speak of.
	program *program
	first   *program // hart 0's, until hart 1 has one too
	repeat  int      // of what two harts do
	current []int    // cases since the last Then
	groups  [][]int
	closed  bool   // a Then came: the next When starts anew
	unseen  string // a rule that a Then speaks for and nobody can show here

	// Thens.
	named   []trial.Loc // locations that they have named
	observe []trial.Loc
	narrow  []string // rules in square brackets of the step that runs
	now     int      // its index

	trial   trial.Trial
	skip    bool // steps only need to be sentences
	dropped bool
	errs    []error
}

// start is a value that a location has when the case begins, once its labels are known.
type start struct {
	loc   trial.Loc
	value value
}

func newWorld(c *Context, s *Scenario) *world {
	w := &world{c: c, s: s}
	if c.Engine != nil {
		w.asking = newAsking(s.ID)
	} else {
		w.memory, w.setting = map[uint64]uint64{}, trial.Setting{Mode: c.leastMode()}
	}
	if c.process() {
		w.setting.Environment = trial.Linux
	}
	w.trial = trial.Trial{
		ID: s.ID, Feature: s.Feature, Scenario: s.Title, URI: s.URI, Line: s.Line,
		Rules: s.Tag("rule"), Tags: s.Tags,
	}
	if exts := s.Tag("ext"); len(exts) > 0 {
		any := strings.Split(exts[len(exts)-1], "|")
		w.trial.Extension = any[max(0, slices.IndexFunc(any, c.Claimed))]
	}
	for _, step := range s.Steps {
		w.trial.Steps = append(w.trial.Steps, step.Keyword+" "+step.Text)
	}
	return w
}

// leave says why the scenario is not judged: it has no cases then.
func (w *world) leave(why scope) {
	w.skip = true
	w.trial.Cases, w.trial.Checks = nil, nil
	if why.notApplicable {
		w.trial.NotApplicable = why.reason
		return
	}
	w.trial.Untested, w.trial.Excluded = why.reason, why.excluded
}

// step runs one sentence.
func (w *world) step(s sentence, a []string) error {
	if w.skip {
		return nil
	}
	if s.privileged && w.c.process() {
		w.leave(needsMachine(s.form))
		return nil
	}
	if s.kind == features.Then {
		if len(w.current) == 0 && w.asking == nil {
			return errors.New("nothing has been executed yet: a When comes first")
		}
		w.closed = true
		w.narrow = splitList(a[len(a)-1])
		a = a[:len(a)-1]
		if err := w.knownRules(); err != nil {
			return err
		}
	}
	if s.kind == features.When && w.closed {
		w.closed, w.current, w.groups, w.named = false, nil, nil, nil
	}
	return s.do(w, a)
}

func (w *world) knownRules() error {
	for _, id := range w.narrow {
		if _, ok := w.c.Pack.Rule(id); !ok {
			return w.c.Pack.UnknownRule(id)
		}
	}
	return nil
}

// taggedRules looks for the rules that the scenario's tags name. A check that is for none is lost.
func (w *world) taggedRules() error {
	if w.skip {
		return nil
	}
	for _, id := range w.s.Tag("rule") {
		if _, ok := w.c.Pack.Rule(id); !ok {
			return fmt.Errorf("@rule:%s: %w", id, w.c.Pack.UnknownRule(id))
		}
	}
	return nil
}

// taggedExtensions looks for the extensions that the scenario's tags name, in scope or not: nobody claims one that there
// is not, and the scenario would be passed over. What is unknown is an error once.
func (w *world) taggedExtensions(unknown map[string]bool) error {
	for _, tag := range w.s.Tag("ext") {
		for name := range strings.SplitSeq(tag, "|") {
			if _, ok := w.c.Pack.Extension(name); !ok && !unknown[name] {
				unknown[name] = true
				return fmt.Errorf("@ext:%s: %w", tag, w.c.Pack.UnknownExtension(name))
			}
		}
	}
	return nil
}

// check adds what a Then says of the current cases.
func (w *world) check(e trial.Expect) {
	rules := w.narrow
	if len(rules) == 0 {
		rules = w.trial.Rules
	}
	w.add(e, rules)
}

// checkRows adds a check whose rules come from the rows of what ran.
func (w *world) checkRows(e trial.Expect) { w.add(e, w.narrow) }

func (w *world) add(e trial.Expect, rules []string) {
	if seen := w.c.seen(rules); len(seen) < len(rules) {
		if w.unseen = rules[0]; len(seen) == 0 {
			return
		}
		rules = seen
	}
	w.trial.Checks = append(w.trial.Checks, trial.Check{
		Text: w.s.Steps[w.now].Text, Rules: rules, Cases: slices.Clone(w.current), Expect: e,
	})
}

// addCase adds a case to those that the next Thens speak of.
func (w *world) addCase(c trial.Case) {
	w.current = append(w.current, len(w.trial.Cases))
	w.trial.Cases = append(w.trial.Cases, c)
}

// finish completes the trial: ids, and what all of its cases observe.
func (w *world) finish() error {
	if w.skip {
		w.trial.Cases, w.trial.Checks = nil, nil // of steps that were under way
		return nil
	}
	if len(w.trial.Checks) == 0 && w.unseen != "" {
		w.leave(needsMachine("machine mode's own rules, as " + w.unseen))
		return nil
	}
	if w.asking != nil {
		return w.finishAsking()
	}
	w.trial.Rules = w.c.seen(w.trial.Rules)
	if len(w.trial.Cases) == 0 || len(w.trial.Checks) == 0 {
		return errors.New("the scenario executes or checks nothing: give it a When and a Then")
	}
	w.trial.Cases = slices.Clip(w.trial.Cases)
	if err := w.units(); err != nil || w.skip {
		return err
	}
	if w.c.process() {
		if w.breakpoints(); w.skip {
			return nil
		}
	}
	for i := range w.trial.Cases {
		c := &w.trial.Cases[i]
		c.ID = fmt.Sprintf("%s/%d", w.trial.ID, i)
		for _, loc := range w.observe {
			if !slices.Contains(c.Observe, loc) && !(len(c.Harts) > 0 && settles(c, loc)) {
				c.Observe = append(slices.Clip(c.Observe), loc)
			}
		}
		if slices.Contains(c.Observe, scratch) {
			c.Setting.Anchor = "x31"
		}
	}
	return w.together()
}

// settles says whether a case's setting presets a location; several harts cannot observe it.
func settles(c *trial.Case, loc trial.Loc) bool {
	return slices.ContainsFunc(c.Setting.CSRs, func(p trial.Preset) bool { return p.Loc == loc })
}

// scratch is the CSR that the runtime keeps its own pointer in, unless a case wants it.
const scratch trial.Loc = "csr:mscratch"

// watch makes all cases of the scenario report a CSR.
func (w *world) watch(loc trial.Loc) {
	loc = w.c.whole(loc)
	if w.c.process() && w.c.privileged(loc) {
		w.leave(needsMachine(strings.TrimPrefix(string(loc), "csr:")))
		return
	}
	if strings.HasPrefix(string(loc), "csr:") && !slices.Contains(w.observe, loc) {
		w.observe = append(w.observe, loc)
	}
}

// splitList splits "a, b and c".
func splitList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.ReplaceAll(s, " and ", ","), ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
