package sweep

import (
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// targets are distances that jumps are tried with: the nearest that leave room for the instruction
// and its exits, both sides of every power of two, and both ends of the operand's range.
func (b *builder) targets(min, max int64) []int64 {
	var out []int64
	add := func(v int64) {
		if v < min || v > max || v > -4 && v < 8 || b.wide && v%4 != 0 {
			return
		}
		out = append(out, v)
	}
	for _, v := range []int64{8, -4, 10, -6, 12, -8, 14, -10, 16, -12, 18, 20, -20, 22, -22} {
		add(v)
	}
	for _, v := range []int64{32, 64, 128, 256, 512, 1024, 2048} {
		for _, d := range []int64{-2, 0, 2} {
			add(v + d)
			add(-v + d)
		}
	}
	for _, v := range []int64{0x554, 0x2aa, 0x8aa, 0xaaa} {
		add(v)
		add(-v)
	}
	add(min)
	add(max)
	add(max &^ 3)
	for _, v := range []int64{4096, 16384, 65536, 262144, 524288} {
		add(v)
		add(-v)
	}
	if b.Effort == Exhaustive {
		for v := int64(-1000); v <= 1000; v += 2 {
			add(v)
		}
	}
	return thin(b, out)
}

// targetOf is the distance that a branch or jump encodes.
func targetOf(in *isa.Instruction) *isa.Operand {
	for _, o := range in.Operands {
		if o.Kind == isa.KindTarget {
			return o
		}
	}
	return nil
}

// control sweeps branches and direct jumps: every distance with some values, every pair of values
// with some distance. The exits are behind the instruction and at the target.
func (b *builder) control() {
	regs := fixed[:len(registerOperands(b.in))]
	o := targetOf(b.in)
	min, max, _ := o.Range()
	targets := b.targets(min, max)
	compare := []uint64{0, 1, ^uint64(0), 0x80000000_00000000, 0x7fffffff_ffffffff, 0x80000000, 0xffffffff_80000000, 0x7fffffff, 0xffffffff, 0x1_00000000, 0xaaaaaaaa_aaaaaaaa, ^uint64(1)}
	if b.Effort == Quick {
		compare = compare[:6]
	} else if b.Effort == Exhaustive {
		compare = b.Effort.seconds()
	}
	near := []int64{16, -16, 32, -8}
	run := func(word uint32, v, u uint64) int {
		return b.add(word, place{target: o.Get(word)}, b.sources(word, v, u)...)
	}
	for _, t := range targets {
		if word, ok := b.word(regs, t); ok {
			for _, p := range [][2]uint64{{0, 0}, {^uint64(0), 1}} {
				run(word, p[0], p[1])
			}
			if !b.wide && t < 256 && t > -256 {
				b.add(word, place{target: t, align: 2}, b.sources(word, 0, 0)...)
			}
		}
	}
	for i, v := range compare {
		for j, u := range compare {
			if word, ok := b.word(regs, near[(i+j)%len(near)]); ok {
				run(word, v, u)
			}
		}
	}
	for _, v := range b.Effort.singles() {
		if word, ok := b.word(regs, near[v%4]); ok {
			run(word, v, v)
		}
	}
	b.choicesWith(near[0], run)
	for range b.Effort.random() {
		t := targets[b.rng.IntN(len(targets))]
		if t > 0x800 || t < -0x800 {
			t = 24
		}
		if word, ok := b.word(b.drawRegisters(), t); ok {
			v, u := b.value(), b.value()
			if b.rng.IntN(3) == 0 {
				u = v
			}
			run(word, v, u)
		}
	}
}

// indirect sweeps jumps to a register: rs1 holds what, with the immediate, gives a target that is
// relative to the code; every other time with bit 0 of the sum set, which the jump clears.
func (b *builder) indirect() {
	regs := fixed[:len(registerOperands(b.in))]
	targets := b.targets(-4096, 4096)
	run := func(word uint32, target int64, odd uint64) int {
		r := rolesOf(b.in, word)
		if r.rs1 <= 0 {
			return -1 // near address 0 there is nothing to land on
		}
		from := uint64(target) + odd - uint64(displacement(b.in, word))
		return b.add(word, place{target: target}, trial.Preset{Loc: x(r.rs1), Value: from, Rel: true})
	}
	imms := []int64{0}
	if o := immediate(b.in); o != nil {
		imms = thin(b, immediates(o, b.Effort))
	}
	for i, t := range targets {
		for k, imm := range stride(imms, max(b.few()-1, 1), i) {
			if word, ok := b.word(regs, imm); ok {
				run(word, t, uint64(k+i)&1)
			}
		}
	}
	for i, imm := range imms {
		if word, ok := b.word(regs, imm); ok {
			run(word, targets[i%len(targets)], 1)
			run(word, targets[(i+3)%len(targets)], 0)
		}
	}
	for _, imm := range imms[:min(len(imms), 2)] {
		b.choicesWith(imm, func(word uint32, v, _ uint64) int { return run(word, 16, v&1) })
	}
	for range b.Effort.random() {
		if word, ok := b.draw(); ok {
			run(word, targets[b.rng.IntN(len(targets))], b.rng.Uint64()&1)
		}
	}
}
