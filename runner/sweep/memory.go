package sweep

import (
	"fmt"
	"math/bits"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// access is one use of the data area: where, and what the doublewords there hold.
type access struct {
	offset int64 // from the start of the data area
	memory uint64
	keep   bool // leave the area's own pattern there

	compare *uint64 // what rd holds before, of an instruction that reads it
}

// size is how many bytes a load, store or atomic of this base word accesses: its funct3 says, whose
// upper bit is the sign of loads and part of the width of atomics.
func size(word uint32) int64 {
	if word>>2&31 == opAMO {
		return 1 << (word >> 12 & 7)
	}
	return 1 << (word >> 12 & 3)
}

// base gives the row and word that a word stands for: itself, unless it is compressed.
func base(in *isa.Instruction, word uint32) (*isa.Instruction, uint32) {
	if b, w, ok := in.Expansion(word); ok {
		return b, w
	}
	return in, word
}

// displacement is the immediate that is added to rs1 to form the effective address.
func displacement(in *isa.Instruction, word uint32) int64 {
	in, word = base(in, word)
	for _, name := range []string{"imm", "offset"} {
		if o, ok := in.Operand(name); ok {
			return o.Get(word)
		}
	}
	return 0
}

// touch adds a vector that accesses memory; source is the value that a store or an atomic writes.
// rs1 = x0 cannot reach the data area, and then there is no vector.
func (b *builder) touch(word uint32, a access, source uint64, at place) int {
	r := rolesOf(b.in, word)
	if r.rs1 <= 0 {
		return -1
	}
	_, w := base(b.in, word)
	address := b.Map.Data + uint64(a.offset)
	before := []trial.Preset{{Loc: x(r.rs1), Value: address - uint64(displacement(b.in, word))}}
	pair := size(w) == 16 // of registers: the next one holds the upper half
	if r.rs2 > 0 && r.rs2 != r.rs1 {
		before = append(before, trial.Preset{Loc: x(r.rs2), Value: source})
		if pair && r.rs2%2 == 0 && r.rs2+1 != r.rs1 {
			before = append(before, trial.Preset{Loc: x(r.rs2 + 1), Value: ^source})
		}
	}
	if a.compare != nil && r.rd > 0 && r.rd != r.rs1 && r.rd != r.rs2 {
		before = append(before, trial.Preset{Loc: x(r.rd), Value: *a.compare})
		if pair && r.rd%2 == 0 && r.rd+1 != r.rs1 {
			upper := bits.RotateLeft64(*a.compare, 8) // as the doublewords of memory are made
			before = append(before, trial.Preset{Loc: x(r.rd + 1), Value: upper})
		}
	}
	if r.fs2 >= 0 {
		before = append(before, trial.Preset{Loc: f(r.fs2), Value: source})
	}
	if !a.keep {
		for at := address &^ 7; at < address+uint64(size(w)); at += 8 {
			before = append(before, trial.Preset{Loc: memory(at), Value: bits.RotateLeft64(a.memory, int(at&8))})
		}
	}
	return b.add(word, at, before...)
}

// memory names the aligned doubleword at an address.
func memory(address uint64) trial.Loc { return trial.Loc(fmt.Sprintf("mem:%x", address)) }

// offsets are the places of the data area that an access of n bytes is tried at.
func (b *builder) offsets(n int64, misaligned bool) []int64 {
	var out []int64
	add := func(o int64) {
		if o >= 0 && o+n <= image.DataSize && (o%n != 0) == misaligned {
			out = append(out, o)
		}
	}
	for o := range int64(16) {
		add(o)
	}
	for _, middle := range []int64{64, 248, 256} {
		for o := range int64(8) {
			add(middle + o)
		}
	}
	for o := int64(image.DataSize - 16); o < image.DataSize; o++ {
		add(o)
	}
	return out
}

// loadsAndStores sweeps rows of the major opcodes LOAD and STORE, and what expands to them.
func (b *builder) loadsAndStores(misaligned bool) error {
	b.addressed = true
	regs := fixed[:len(registerOperands(b.in))]
	main, ok := b.word(regs, b.plain())
	if !ok {
		return fmt.Errorf("%w: %s cannot be encoded", ErrSweep, b.in.Name)
	}
	_, w := base(b.in, main)
	offsets := thin(b, b.offsets(size(w), misaligned))
	if len(offsets) == 0 {
		return fmt.Errorf("%w: %s is always aligned", ErrSweep, b.in.Name)
	}
	if misaligned && b.Effort != Exhaustive {
		b.misplaced(main, regs, offsets)
		return nil
	}
	each := max(20*b.few()/len(offsets), 1)
	for i, o := range offsets {
		for _, v := range stride(patterns, each, i) {
			b.touch(main, access{offset: o, memory: v}, ^v+uint64(i), place{})
		}
		b.touch(main, access{offset: o, keep: true}, core[i%len(core)], place{})
	}
	imms := thin(b, immediates(immediate(b.in), b.Effort))
	for i, imm := range imms {
		word, ok := b.word(regs, imm)
		if !ok {
			continue
		}
		for j, o := range stride(offsets, max(b.beside(len(imms))-2, 1), i) {
			b.touch(word, access{offset: o, memory: patterns[(i+j)%len(patterns)]}, core[(i+5*j)%len(core)], place{})
		}
	}
	for i, v := range b.Effort.singles() {
		b.touch(main, access{offset: offsets[i%len(offsets)], memory: v}, v, place{})
	}
	b.choices(func(word uint32, v, u uint64) int {
		return b.touch(word, access{offset: offsets[0] + 64, memory: v}, u, place{})
	})
	if !b.wide {
		b.touch(main, access{offset: offsets[0], memory: patterns[0]}, core[6], place{align: 2})
	}
	for range b.Effort.random() {
		if word, ok := b.draw(); ok {
			b.touch(word, access{offset: offsets[b.rng.IntN(len(offsets))], memory: b.value()}, b.value(), place{})
		}
	}
	return nil
}

// misplaced tries each misaligned address once, with one of the immediates: what the instruction does
// with values and registers has been seen at aligned ones.
func (b *builder) misplaced(main uint32, regs []int64, offsets []int64) {
	imms := edgesOf(b.in)
	for i, o := range offsets {
		b.touch(main, access{offset: o, memory: patterns[i%len(patterns)]}, core[(i*5)%len(core)], place{})
		if word, ok := b.word(regs, imms[(i*7)%len(imms)]); ok {
			b.touch(word, access{offset: o, keep: true}, ^uint64(i), place{})
		}
	}
	for i, regs := range b.aliases() {
		if word, ok := b.word(regs, b.plain()); ok {
			b.touch(word, access{offset: offsets[i%len(offsets)], memory: patterns[4]}, core[3], place{})
		}
	}
}

// The funct5 of rows of the major opcode AMO that are unlike the others.
const (
	loadReserved     = 0b00010
	storeConditional = 0b00011
	compareAndSwap   = 0b00101
)

// atomics sweeps rows of the major opcode AMO. A store-conditional follows a load-reserved of the
// same bytes into x0; whether it succeeds is the implementation's choice.
func (b *builder) atomics(misaligned bool) error {
	b.addressed = true
	regs := fixed[:len(registerOperands(b.in))]
	main, _ := b.word(regs, 0)
	n, funct5 := size(main), main>>27
	offsets := thin(b, b.offsets(n, misaligned))
	run := func(word uint32, o int64, memory, source uint64) int {
		if n == 4 { // both halves of a doubleword are tried
			memory |= memory << 32
		}
		a := access{offset: o, memory: memory}
		if funct5 == compareAndSwap { // half of them find what they compare with
			expected := memory >> (8 * (o % 8 % (9 - min(n, 8))))
			if (uint64(o/n)^source^uint64(word>>25))&1 != 0 {
				expected ^= 1 << (source % 64)
			}
			if n == 16 && o%16 == 8 {
				expected = bits.RotateLeft64(memory, 8)
			}
			a.compare = &expected
		}
		at := place{}
		if funct5 == storeConditional {
			reserve := word&^(0x1f<<27|3<<25|0x1f<<20|0x1f<<7) | loadReserved<<27
			at.before = reserve
		}
		return b.touch(word, a, source, at)
	}
	orders := []uint32{0, 1 << 25, 1 << 26, 3 << 25} // neither, rl, aq, both
	for i, v := range b.Effort.firsts() {
		if misaligned && b.Effort != Exhaustive {
			break // it traps, whatever the values
		}
		for j, u := range b.atomicSeconds(funct5, i) {
			run(main|orders[(i+j)%4], offsets[(i*3+j)%len(offsets)], v, u)
		}
	}
	for i, o := range offsets {
		for k, order := range orders {
			if misaligned && b.Effort != Exhaustive && (i+k)%4 != 0 {
				continue
			}
			run(main|order, o, patterns[(i+k)%len(patterns)], core[(i+k)%len(core)])
		}
	}
	if misaligned && b.Effort != Exhaustive {
		return nil
	}
	group := b.choices
	if funct5 == storeConditional {
		group = func(f func(uint32, uint64, uint64) int) { // it may fail: no two need be alike
			groups := b.out.Groups
			b.choices(f)
			b.out.Groups = groups
		}
	}
	group(func(word uint32, v, u uint64) int { return run(word, offsets[0]+64, v, u) })
	for range b.Effort.random() {
		if word, ok := b.word(b.drawRegisters(), 0); ok {
			run(word|orders[b.rng.IntN(4)], offsets[b.rng.IntN(len(offsets))], b.value(), b.value())
		}
	}
	return nil
}

// atomicSeconds are the register values that meet the i-th value of memory.
func (b *builder) atomicSeconds(funct5 uint32, i int) []uint64 {
	if funct5 == loadReserved {
		return []uint64{0} // it has no second source
	}
	return stride(b.Effort.seconds(), [...]int{4, 6, 1000}[b.Effort], i)
}
