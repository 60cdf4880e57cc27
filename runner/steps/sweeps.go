package steps

import (
	"errors"
	"fmt"

	"touchstone/runner/sweep"
	"touchstone/runner/trial"
)

// sweepSentences execute one instruction over many test vectors.
func sweepSentences() []sentence {
	of := func(kind sweep.Kind) func(*world, []string) error {
		return func(w *world, a []string) error { return w.sweep(a[0], kind) }
	}
	return []sentence{
		when(`the hart executes "<insn>" over its edge values`, `the hart executes "([^"]+)" over its edge values`, of(sweep.Edges)),
		when(`the hart executes "<insn>" over its edge addresses`, `the hart executes "([^"]+)" over its edge addresses`, of(sweep.Edges)),
		when(`the hart executes "<insn>" over misaligned addresses`, `the hart executes "([^"]+)" over misaligned addresses`, of(sweep.Misaligned)),
		when(`the hart executes "<insn>" with rd = x0 over its edge values`, `the hart executes "([^"]+)" with rd = x0 over its edge values`, of(sweep.Zero)),
		when(`the hart executes every encoding of "<insn>"`, `the hart executes every encoding of "([^"]+)"`, of(sweep.Encodings)),
	}
}

func (w *world) sweep(insn string, kind sweep.Kind) error {
	setting, err := w.settled(nil)
	if err != nil {
		return err
	}
	r, err := sweep.Of(sweep.Params{
		Table: w.c.Table, Map: w.c.Map, Effort: w.c.effort, Seed: w.c.Seed, Setting: setting,
		VLEN: w.c.vlen(), Blocks: w.c.blocks,
	}, insn, kind)
	if in, ok := w.c.Table.Lookup(insn); ok && kind == sweep.Zero && errors.Is(err, sweep.ErrNone) && sweep.Dest(in, in.Match|^in.Mask) != "" {
		w.leave(scope{reason: "the claimed extensions leave no such encoding of " + insn, notApplicable: true})
		return nil
	}
	if errors.Is(err, sweep.ErrRoom) {
		w.leave(scope{reason: "capability: " + err.Error()})
		return nil
	}
	if err != nil {
		return err
	}
	w.program = nil
	first := len(w.trial.Cases)
	for _, c := range r.Cases {
		w.addCase(c)
	}
	for _, g := range r.Groups {
		for i := range g {
			g[i] += first
		}
		w.groups = append(w.groups, g)
	}
	return nil
}

// alike compares the cases of a sweep that differ only in the choice of registers. A row that has no
// register to choose has nothing to compare; a row with a choice whose outcomes may differ must not
// be asked.
func (w *world) alike() error {
	if len(w.groups) > 0 {
		w.check(trial.Alike{Groups: w.groups})
		return nil
	}
	insn := w.trial.Cases[w.current[0]].Stub.Insn
	if in, ok := w.c.Table.Lookup(insn); !ok || sweep.Choosable(in) {
		return fmt.Errorf("nothing was executed whose outcomes must be alike: only a sweep over edge values or addresses is, and sc.w and sc.d may fail at any time")
	}
	return nil
}

// comparisonSentences compare cases with each other.
func comparisonSentences() []sentence {
	return []sentence{
		then("every outcome is one the specification allows", `every outcome is one the specification allows`, func(w *world, _ []string) error {
			w.checkRows(trial.Allowed{})
			return nil
		}),
		then("the choice of registers makes no difference", `the choice of registers makes no difference`, func(w *world, _ []string) error {
			return w.alike()
		}),
		then(`it does the same as "<assembly>"`, `it does the same as "([^"]+)"`, func(w *world, a []string) error {
			return w.sameAs(func(c trial.Case) (trial.Case, error) {
				if c.Stub.At != 0 {
					return c, fmt.Errorf("a program whose own code is protected cannot be compared with another")
				}
				p, err := w.assemble(a[0])
				if err == nil {
					c.Stub = p.stub
				}
				return c, err
			})
		}),
		then("it does the same as its expansion", `it does the same as its expansion`, func(w *world, _ []string) error {
			return w.sameAs(func(c trial.Case) (trial.Case, error) { return sweep.Expand(w.c.Table, c) })
		}),
	}
}

// sameAs adds a case with other code for each current case, and compares the two.
func (w *world) sameAs(other func(trial.Case) (trial.Case, error)) error {
	current := w.current
	var pairs [][2]int
	for _, i := range current {
		c, err := other(w.trial.Cases[i])
		if err != nil {
			return err
		}
		pairs = append(pairs, [2]int{i, len(w.trial.Cases)})
		w.addCase(c)
	}
	w.check(trial.Same{Pairs: pairs})
	w.current = current // the Thens that follow speak of the first of each pair
	return nil
}
