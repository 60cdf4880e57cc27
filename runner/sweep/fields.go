package sweep

import (
	"slices"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// mscratch holds any value and does nothing: the CSR that instructions on CSRs are swept with.
const mscratch = 0x340

const scratch trial.Loc = "csr:mscratch"

// csr sweeps instructions that read and write a CSR, over mscratch, which only M mode reaches. The
// runtime keeps its own pointer in x31 then.
func (b *builder) csr() {
	b.Setting.Mode, b.Setting.Anchor = "M", "x31"
	run := func(word uint32, old, source uint64) int {
		r := rolesOf(b.in, word)
		if r.rd == 31 || r.rs1 == 31 {
			return -1
		}
		before := append(b.sources(word, source, 0), trial.Preset{Loc: scratch, Value: old})
		i := b.add(word, place{}, before...)
		if i >= 0 {
			b.out.Cases[i].Observe = observeScratch
		}
		return i
	}
	address := b.in.Match
	if o, ok := b.in.Operand("csr"); ok {
		address, _ = o.Put(address, mscratch)
	}
	word := func(regs []int64, imm int64) (uint32, bool) {
		w, ok := b.word(regs, imm)
		return w | address, ok
	}
	regs := fixed[:len(registerOperands(b.in))]
	for i, old := range b.Effort.firsts() {
		if o, ok := b.in.Operand("uimm"); ok {
			for _, imm := range stride(immediates(o, b.Effort), b.few()*2, i) {
				for _, rd := range []int64{fixed[0], 0} {
					w, ok := word([]int64{rd}, imm)
					if ok {
						run(w, old, 0)
					}
				}
			}
			continue
		}
		for _, v := range stride(b.Effort.seconds(), b.few()*2, i) {
			if w, ok := word(regs, 0); ok {
				run(w, old, v)
			}
		}
	}
	b.choices(func(w uint32, v, u uint64) int { return run(w|address, u, v) })
	for _, choice := range b.aliases() { // a source that holds 0 still writes
		if w, ok := word(choice, 0); ok {
			run(w, 0xfedcba98_76543210, 0)
		}
	}
	for range b.Effort.random() {
		if w, ok := b.draw(); ok {
			run(w|address, b.value(), b.value())
		}
	}
}

var observeScratch = []trial.Loc{scratch}

// encodings runs every value of every field of an instruction that computes nothing (fences), those
// fields included that it ignores: all of them when there are few, else each field's values with
// the others at rest and a random sample of the whole.
func (b *builder) encodings() {
	free := uint32(0)
	for _, o := range b.in.Operands {
		free |= o.Bits()
	}
	limit := [...]int{32, 256, 8192}[b.Effort]
	b.encoding(b.in.Match)
	if total := 1 << popcount(free); total <= limit {
		for sub := free; sub != 0; sub = (sub - 1) & free {
			b.encoding(b.in.Match | sub)
		}
		return
	}
	rest := b.in.Match | free&0x0ff00000 // of a fence: from everything, to everything
	for _, o := range b.in.Operands {
		min, max, step := o.Range()
		n := (max-min)/step + 1
		by := int64(1)
		if most := [...]int64{6, 64, 4096}[b.Effort]; n > most {
			by = n / most
		}
		for v := min; v <= max; v += step * by {
			for _, w := range []uint32{rest, b.in.Match} {
				if word, err := o.Put(w, v); err == nil {
					b.encoding(word)
				}
			}
		}
	}
	for len(b.out.Cases) < limit {
		b.encoding(b.in.Match | spread(b.rng.Uint32(), free))
	}
}

// encoding adds one word, as it stands. Its register fields are ignored, so no source is given.
func (b *builder) encoding(word uint32) {
	if i := b.add(word, place{}); i < 0 {
		return
	}
}

func popcount(v uint32) (n int) {
	for ; v != 0; v &= v - 1 {
		n++
	}
	return n
}

// spread puts the low bits of v where mask has ones.
func spread(v, mask uint32) (out uint32) {
	for bit := uint32(1); mask != 0; mask &= mask - 1 {
		if v&bit != 0 {
			out |= mask & -mask
		}
		bit <<= 1
	}
	return out
}

// zero runs the encodings of an instruction whose destination is x0.
func (b *builder) zero() {
	ops := registerOperands(b.in)
	at := slices.IndexFunc(ops, func(o *isa.Operand) bool { return o.Name == "rd" || o.Name == "crd" })
	if at < 0 {
		return
	}
	imms := []int64{b.plain()}
	if o := immediate(b.in); o != nil {
		imms = edgesOf(b.in)
		if b.Effort == Exhaustive {
			imms = immediates(o, b.Effort)
		}
		imms = thin(b, imms)
	}
	for i, imm := range imms {
		for _, choice := range b.zeroChoices(ops, at, i, len(imms) > 1) {
			if word, ok := b.word(choice, imm); ok {
				b.add(word, place{}, b.sources(word, core[(i*5+7)%len(core)], core[(i+9)%len(core)])...)
			}
		}
	}
	for range b.Effort.random() / 4 {
		regs := b.drawRegisters()
		regs[at] = 0
		imm := imms[b.rng.IntN(len(imms))]
		if word, ok := b.word(regs, imm); ok {
			b.add(word, place{}, b.sources(word, b.value(), b.value())...)
		}
	}
}

// zeroChoices are register choices with x0 at one place: every value of each other register when
// there is no immediate to vary, else a few.
func (b *builder) zeroChoices(ops []*isa.Operand, at, shift int, few bool) [][]int64 {
	base := slices.Clone(fixed[:len(ops)])
	base[at] = 0
	out := [][]int64{base}
	for i, o := range ops {
		if i == at {
			continue
		}
		lo, hi, _ := o.Range()
		var all []int64
		for r := lo; r <= hi; r++ {
			all = append(all, r)
		}
		if few {
			all = stride(all, 1, shift*5)
		}
		for _, r := range all {
			c := slices.Clone(base)
			c[i] = r
			out = append(out, c)
		}
	}
	return out
}
