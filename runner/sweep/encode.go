package sweep

import (
	"slices"

	"touchstone/specs/isa"
)

// fixed is the choice of registers that the vectors over values use: different ones, all of them
// within reach of the three-bit fields.
var fixed = []int64{12, 10, 11, 13}

// registerOperands are the written operands of a row that are x or f registers.
func registerOperands(in *isa.Instruction) []*isa.Operand {
	return slices.DeleteFunc(slices.Clone(in.Operands), func(o *isa.Operand) bool {
		return !o.IsRegister() && !isFloat(o) || slices.Contains(in.Row.Fields, o.Name)
	})
}

func isFloat(o *isa.Operand) bool { return o.Kind == isa.KindF || o.Kind == isa.KindF8 }

// Choosable reports whether a row has a register that can be chosen.
func Choosable(in *isa.Instruction) bool { return len(registerOperands(in)) > 0 }

// immediate is the operand that is a number, if the row has one: immediates, offsets, shift amounts.
func immediate(in *isa.Instruction) *isa.Operand {
	for _, o := range in.Operands {
		switch o.Kind {
		case isa.KindSigned, isa.KindUnsigned, isa.KindUpper, isa.KindTarget:
			if !slices.Contains(in.Row.Fields, o.Name) {
				return o
			}
		}
	}
	return nil
}

// immediates are the values of an operand to try: all of them when they are few.
func immediates(o *isa.Operand, e Effort) []int64 {
	min, max, step := o.Range()
	var out []int64
	if n := (max-min)/step + 1; n <= 64 || e == Exhaustive && n <= 4096 {
		for v := min; v <= max; v += step {
			out = append(out, v)
		}
	} else {
		out = edges(min, max, step)
	}
	return slices.DeleteFunc(out, o.Excludes)
}

// edgesOf are the immediates of a row that are worth trying, few even if it has few values; a row
// without one gives the one that makes no difference.
func edgesOf(in *isa.Instruction) []int64 {
	o := immediate(in)
	if o == nil {
		return []int64{0}
	}
	min, max, step := o.Range()
	return slices.DeleteFunc(edges(min, max, step), o.Excludes)
}

// word encodes register numbers, in the order of the row's register operands, and an immediate. It
// gives false when a field cannot hold its value.
func (b *builder) word(regs []int64, imm int64) (uint32, bool) {
	word := b.in.Match
	for i, o := range registerOperands(b.in) {
		var err error
		if word, err = o.Put(word, regs[i]); err != nil {
			return 0, false
		}
	}
	if o := immediate(b.in); o != nil {
		var err error
		if word, err = o.Put(word, imm); err != nil {
			return 0, false
		}
	}
	return word, true
}

// plain is an immediate that is as good as any other.
func (b *builder) plain() int64 {
	o := immediate(b.in)
	if o == nil {
		return 0
	}
	_, max, step := o.Range()
	for v := step; v <= max; v += step {
		if !o.Excludes(v) {
			return v
		}
	}
	return 0
}

// walk gives choices of registers, all different and none x0, in which every register of each field
// takes every role: role i of choice k is register k + 7i, or another one where that is x0, taken, or
// the runtime's.
func (b *builder) walk() [][]int64 {
	ops := registerOperands(b.in)
	var out [][]int64
	for k := range int64(32) {
		choice := make([]int64, len(ops))
		for i, o := range ops {
			lo, hi, _ := o.Range()
			n := hi - lo + 1
			choice[i] = lo + (k+int64(i)*7)%n
			for choice[i] == 0 && o.IsRegister() || choice[i] == 31 && b.Setting.Anchor == "x31" || slices.Contains(choice[:i], choice[i]) {
				choice[i] = lo + (choice[i]-lo+5)%n
			}
		}
		if !containsChoice(out, choice) {
			out = append(out, choice)
		}
	}
	return out
}

// aliases gives choices in which registers coincide: each pair, all of them, x0 in each role, and in
// several.
func (b *builder) aliases() [][]int64 {
	ops := registerOperands(b.in)
	var out [][]int64
	add := func(choice []int64) {
		for i, o := range ops {
			if lo, hi, _ := o.Range(); choice[i] < lo || choice[i] > hi || o.Excludes(choice[i]) {
				return
			}
		}
		if !containsChoice(out, choice) {
			out = append(out, choice)
		}
	}
	n := len(ops)
	for i := range n {
		for j := range i {
			for _, r := range []int64{9, 31} {
				c := slices.Clone(fixed[:n])
				c[i], c[j] = r, r
				add(c)
			}
		}
	}
	for _, r := range []int64{8, 15, 31} {
		add(slices.Repeat([]int64{r}, n))
	}
	for set := 1; set < 1<<n; set++ {
		c := slices.Clone(fixed[:n])
		for i := range n {
			if set>>i&1 == 1 {
				c[i] = 0
			}
		}
		add(c)
	}
	return out
}

func containsChoice(list [][]int64, c []int64) bool {
	return slices.ContainsFunc(list, func(x []int64) bool { return slices.Equal(x, c) })
}
