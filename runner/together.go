package runner

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/trial"
)

// Cases of several harts are judged by the states that their repetitions ended in. A state that
// must not be and was not seen passes: that is evidence, as strong as the number of repetitions and
// as the implementation's will to reorder, and never a proof.

// never: no state in which all of them hold.
func never(e trial.Never, v *view) finding {
	return v.states(func(state *view) (finding, bool) {
		var terms, held []string
		for _, h := range e.All {
			f := holds(h, state)
			if f.verdict != reports.Fail {
				held = append(held, state.describe(h.Loc))
			}
			terms = append(terms, v.term(h))
		}
		if len(held) < len(e.All) {
			return finding{}, true
		}
		return failed("", []string{"never " + strings.Join(terms, " and ")}, held), false
	})
}

// always: all of them hold in every state.
func always(e trial.Always, v *view) finding {
	return v.states(func(state *view) (finding, bool) {
		for _, h := range e.All {
			if f := holds(h, state); f.verdict != reports.Pass {
				f.allowed = []string{"always " + v.term(h)}
				return f, false
			}
		}
		return finding{}, true
	})
}

// states looks at each state as if it were the state after a case of its own.
func (v *view) states(look func(*view) (finding, bool)) finding {
	if _, normal := v.exit(); !normal || v.o.Hart != 0 {
		return failed(v.ending()+", where both harts must reach their ends", []string{"both harts reach their ends"}, []string{v.ending()})
	}
	var total, lost, bad uint64
	var worst finding
	for _, s := range v.o.States {
		total += s.Count
		if len(s.Values) != len(v.c.Observe) {
			lost += s.Count
			continue
		}
		state := *v
		state.o.Changed = make([]trial.Change, len(s.Values))
		for i, value := range s.Values {
			state.o.Changed[i] = trial.Change{Loc: v.c.Observe[i], Value: value}
		}
		if f, ok := look(&state); !ok {
			if bad == 0 {
				worst = f
			}
			bad += s.Count
		}
	}
	switch {
	case bad > 0:
		worst.seen = append(worst.seen, fmt.Sprintf("in %d of %d repetitions", bad, total))
		worst.why = fmt.Sprintf("%s, where %s", strings.Join(worst.seen, ", "), strings.Join(worst.allowed, ", "))
		return worst
	case total != uint64(v.c.Repeat):
		return finding{verdict: reports.Inconclusive, why: fmt.Sprintf("%d repetitions were reported of %d", total, v.c.Repeat)}
	case lost > 0:
		return finding{verdict: reports.Inconclusive, why: fmt.Sprintf("%d repetitions ended in states that the runtime had no room for", lost)}
	}
	return passed(nil)
}

func (v *view) describe(l trial.Loc) string {
	value, _ := v.after(l)
	return v.name(l) + " = " + hex(value)
}

// term is an expectation in words.
func (v *view) term(h trial.Holds) string {
	op := h.Compare
	if op == "" {
		op = "="
	}
	var words []string
	if h.Other != "" {
		words = append(words, v.name(h.Other))
	}
	for _, x := range h.Values {
		words = append(words, hex(v.value(x)))
	}
	return v.name(h.Loc) + " " + op + " " + strings.Join(slices.Compact(words), " or ")
}

// stateLine is a state as the sidecar has it.
func stateLine(c *trial.Case, s trial.State) reports.State {
	line := reports.State{Count: s.Count}
	if len(s.Values) == len(c.Observe) {
		for i, value := range s.Values {
			line.Values = append(line.Values, [2]string{string(c.Observe[i]), reports.Hex(value)})
		}
	}
	return line
}
