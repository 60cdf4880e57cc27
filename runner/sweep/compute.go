package sweep

import (
	"touchstone/runner/trial"
)

// before gives the sources of a word their values. A register that is both sources gets the first;
// x0 has no value to give.
func (b *builder) sources(word uint32, first, second uint64) []trial.Preset {
	r := rolesOf(b.in, word)
	var out []trial.Preset
	if r.rs1 > 0 {
		out = append(out, trial.Preset{Loc: x(r.rs1), Value: first})
	}
	if r.rs2 > 0 && r.rs2 != r.rs1 {
		out = append(out, trial.Preset{Loc: x(r.rs2), Value: second})
	}
	if r.fs1 >= 0 {
		out = append(out, trial.Preset{Loc: f(r.fs1), Value: first})
	}
	if r.fs2 >= 0 && r.fs2 != r.fs1 {
		out = append(out, trial.Preset{Loc: f(r.fs2), Value: second})
	}
	return out
}

// compute sweeps an instruction that makes a register of registers and an immediate.
func (b *builder) compute() {
	main, ok := b.word(fixed[:len(registerOperands(b.in))], b.plain())
	if r := rolesOf(b.in, main); ok && r.rs1 > 0 && r.rs2 > 0 {
		for i, v := range b.Effort.firsts() {
			seconds := b.Effort.seconds()
			if b.in.Size == 2 {
				seconds = stride(seconds, 4*b.few(), i)
			}
			for _, u := range seconds {
				b.add(main, place{}, b.sources(main, v, u)...)
			}
		}
	} else {
		b.immediates()
	}
	b.choices(func(word uint32, v, u uint64) int {
		return b.add(word, place{}, b.sources(word, v, u)...)
	})
	b.placed(main)
	b.random()
}

// immediates meets every immediate with some values, and every value with some immediates.
func (b *builder) immediates() {
	regs := fixed[:len(registerOperands(b.in))]
	o := immediate(b.in)
	if o == nil {
		if word, ok := b.word(regs, 0); ok {
			for _, v := range b.Effort.singles() {
				b.add(word, place{}, b.sources(word, v, v)...)
			}
		}
		return
	}
	values := b.Effort.singles()
	imms := thin(b, immediates(o, b.Effort))
	for i, imm := range imms {
		if word, ok := b.word(regs, imm); ok {
			for _, v := range stride(values, b.beside(len(imms)), i) {
				b.add(word, place{}, b.sources(word, v, 0)...)
			}
		}
	}
	for i, v := range values {
		for _, imm := range stride(imms, b.few(), i) {
			if word, ok := b.word(regs, imm); ok {
				b.add(word, place{}, b.sources(word, v, 0)...)
			}
		}
	}
}

// choices runs the register choices, with few values each. The walk, and those aliases that leave
// the sources what they are, make groups.
func (b *builder) choices(run func(word uint32, v, u uint64) int) { b.choicesWith(b.plain(), run) }

// choicesWith is choices with the immediate given.
func (b *builder) choicesWith(imm int64, run func(word uint32, v, u uint64) int) {
	tuples := [][2]uint64{{0xffffffff_80000001, 0x00000000_00000005}, {0x40000000_00000003, 0x40000000_00000003}}
	if b.Effort == Exhaustive {
		tuples = append(tuples, [2]uint64{0x80000000_7fffffff, 0xfffffffe_00000021}, [2]uint64{1, ^uint64(0)}, [2]uint64{0, 0x80000000})
	}
	for n, t := range tuples {
		var group []int
		every := 1 + 2*min(n, 1) // the whole walk once
		if b.Effort == Quick {
			every += 2
		}
		for k, regs := range b.walk() {
			if k%every != 0 {
				continue
			}
			if word, ok := b.word(regs, imm); ok {
				if i := run(word, t[0], t[1]); b.comparable(word, t) {
					group = append(group, i)
				}
			}
		}
		for _, regs := range b.aliases() {
			word, ok := b.word(regs, imm)
			if !ok {
				continue
			}
			i := run(word, t[0], t[1])
			r := rolesOf(b.in, word)
			x0 := r.rd == 0 || r.rs1 == 0 || r.rs2 == 0
			if !x0 && b.comparable(word, t) {
				group = append(group, i)
			}
		}
		b.group(group)
	}
	if b.Effort == Quick {
		return
	}
	for _, regs := range b.aliases() { // aliases meet more values
		if word, ok := b.word(regs, imm); ok {
			for i, v := range stride(core, max(b.few()-1, 1), int(word>>7)) {
				run(word, v, core[(i*7+3)%len(core)])
			}
		}
	}
}

// comparable reports whether the sources hold the values of the tuple: one register cannot hold two.
// Base registers such as sp may coincide with a chosen one.
func (b *builder) comparable(word uint32, t [2]uint64) bool {
	r := rolesOf(b.in, word)
	return r.rs1 != r.rs2 || r.rs1 < 0 || t[0] == t[1] && !b.addressed
}

// placed puts the instruction at 2 modulo 4, where that is possible.
func (b *builder) placed(word uint32) {
	if b.wide {
		return
	}
	for _, v := range stride(core, b.few(), 5) {
		b.add(word, place{align: 2}, b.sources(word, v, 3)...)
	}
}

// random draws registers, immediates and values; half of the values are edges.
func (b *builder) random() {
	for range b.Effort.random() {
		word, ok := b.draw()
		if ok {
			b.add(word, place{}, b.sources(word, b.value(), b.value())...)
		}
	}
}

// draw makes a random word of the row, immediates included.
func (b *builder) draw() (uint32, bool) {
	imm := int64(0)
	if o := immediate(b.in); o != nil {
		min, max, step := o.Range()
		imm = min + b.rng.Int64N((max-min)/step+1)*step
	}
	return b.word(b.drawRegisters(), imm)
}

func (b *builder) drawRegisters() []int64 {
	ops := registerOperands(b.in)
	regs := make([]int64, len(ops))
	for i, o := range ops {
		lo, hi, _ := o.Range()
		regs[i] = lo + b.rng.Int64N(hi-lo+1)
	}
	return regs
}

// value draws a value: an edge, a random number, or one of a random width and sign.
func (b *builder) value() uint64 {
	switch v := b.rng.Uint64(); b.rng.IntN(4) {
	case 0:
		return core[v%uint64(len(core))]
	case 1:
		return v
	case 2:
		return v >> b.rng.IntN(64)
	default:
		return uint64(int64(v) >> b.rng.IntN(64))
	}
}
