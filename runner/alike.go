package runner

import (
	"fmt"
	"strings"

	"touchstone/reports"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// comparison is one finding about several cases together, charged to the one that differs.
type comparison struct {
	at *view
	f  finding
}

// alike compares the cases of each group with the group's first one.
func alike(e trial.Alike, views []*view) []comparison {
	var out []comparison
	for _, group := range e.Groups {
		first := views[group[0]]
		for _, i := range group {
			v := views[i]
			if f, done := unresolved(v); done {
				out = append(out, comparison{v, f})
				continue
			}
			if f, wrong := strayWrite(v); wrong {
				out = append(out, comparison{v, f})
				continue
			}
			if i == group[0] {
				continue
			}
			if _, done := unresolved(first); done {
				continue // reported above
			}
			out = append(out, comparison{v, registersAlike(first, v)})
		}
	}
	return out
}

func registersAlike(a, b *view) finding {
	differ := func(what, of, x, y string) finding {
		return failed(what+" depends on the choice of registers",
			[]string{of + " = " + x + ", as in " + a.c.ID + " (" + a.c.Stub.Text + ")"}, []string{of + " = " + y})
	}
	if endA, endB := a.endKind(), b.endKind(); endA != endB {
		return differ("how the instruction ends", "end", endA, endB)
	}
	if a.c.Stub.Dest != "" && b.c.Stub.Dest != "" {
		x, _ := a.after(a.c.Stub.Dest)
		y, _ := b.after(b.c.Stub.Dest)
		if x != y && x-a.code != y-b.code {
			return differ("the result", "result", hex(x), hex(y))
		}
	}
	x, _ := a.after("csr:fcsr")
	if y, _ := b.after("csr:fcsr"); x != y {
		return differ("what fcsr accrues", "fcsr", hex(x), hex(y))
	}
	if x, y := a.memoryAfter(), b.memoryAfter(); x != y {
		return differ("what is written to memory", "memory", x, y)
	}
	return passed(nil)
}

// strayWrite finds a register that changed and is not the instruction's destination.
func strayWrite(v *view) (finding, bool) {
	for _, ch := range v.o.Changed {
		r, isX := register(ch.Loc)
		_, isF := floatRegister(ch.Loc)
		if (isX && r != 0 || isF) && ch.Loc != v.c.Stub.Dest { // what x0 holds is for other checks
			return failed(v.name(ch.Loc)+" changed, which is no operand that the instruction writes",
				[]string{v.name(ch.Loc) + " keeps its value"}, []string{v.name(ch.Loc) + " = " + hex(ch.Value)}), true
		}
	}
	return finding{}, false
}

func (v *view) endKind() string {
	if i, ok := v.exit(); ok {
		return fmt.Sprintf("exit %d", i+1)
	}
	if t := v.o.Trap; t.Signal != 0 {
		return oracle.SignalName(t.Signal, t.Code)
	}
	return causeName(v.o.Trap.Cause)
}

func (v *view) memoryAfter() string {
	var s strings.Builder
	for _, ch := range v.o.Changed {
		if _, ok := memory(ch.Loc); ok {
			fmt.Fprintf(&s, "%s=%x ", ch.Loc, ch.Value)
		}
	}
	return strings.TrimSpace(s.String())
}

// same compares the two cases of each pair, which run different code from one state.
func same(e trial.Same, views []*view) []comparison {
	var out []comparison
	for _, pair := range e.Pairs {
		a, b := views[pair[0]], views[pair[1]]
		if f, done := unresolved(a); done {
			out = append(out, comparison{a, f})
			continue
		}
		if f, done := unresolved(b); done {
			if f.verdict == reports.Fail { // the fault is the reference's, which other scenarios judge
				f = finding{verdict: reports.Inconclusive, why: "the instruction to compare with did not finish: " + b.c.Stub.Text}
			}
			out = append(out, comparison{a, f})
			continue
		}
		out = append(out, comparison{a, sameEffect(a, b)})
	}
	return out
}

func sameEffect(a, b *view) finding {
	differ := func(of, x, y string) finding {
		return failed(fmt.Sprintf("%s and %s differ in %s", a.c.Stub.Text, b.c.Stub.Text, of),
			[]string{of + " = " + y + ", as after " + b.c.Stub.Text}, []string{of + " = " + x})
	}
	if x, y := a.o.Trap, b.o.Trap; x.Cause != y.Cause || x.Signal != y.Signal || x.Code != y.Code {
		return differ("how it ends", a.ending(), b.ending())
	}
	if x, y := a.o.Trap.PC, b.o.Trap.PC; !equal(a, b, x, y) {
		return differ("where it ends", hex(x-a.code), hex(y-b.code))
	}
	locs := map[trial.Loc]bool{}
	var order []trial.Loc
	for _, v := range []*view{a, b} {
		for _, ch := range v.o.Changed {
			if !locs[ch.Loc] {
				locs[ch.Loc] = true
				order = append(order, ch.Loc)
			}
		}
	}
	for _, l := range order {
		x, _ := a.after(l)
		y, _ := b.after(l)
		if !equal(a, b, x, y) {
			return differ(a.name(l), hex(x), hex(y))
		}
	}
	return passed(nil)
}

// equal: the same number, or a link of each to what follows its own code under test, or equally far
// from the start of both (a jump's target).
func equal(a, b *view, x, y uint64) bool {
	if y == b.code+uint64(b.c.Stub.End) {
		return x == a.code+uint64(a.c.Stub.End) || x == y
	}
	return x == y || x-a.code == y-b.code
}
