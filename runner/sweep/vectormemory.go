package sweep

import (
	"fmt"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// How a vector load or store finds its elements: the fields mop and lumop of the manual.
const (
	unitStride = 0b00
	unordered  = 0b01
	strided    = 0b10
	ordered    = 0b11

	wholeRegister = 0b01000
	maskBits      = 0b01011
)

// vectorMemory sweeps vector loads and stores, aligned, within the data area.
func (b *builder) vectorMemory() error {
	s := vectorSweep{builder: b}
	m := b.in.Match
	eew := map[uint32]int{0: 8, 5: 16, 6: 32, 7: 64}[m>>12&7]
	mop, lumop := m>>26&3, m>>20&31
	var list []config
	for _, sew := range []int{8, 16, 32, 64} {
		for _, l := range lmuls {
			if c := (config{sew, l}); int(l)*64 >= sew*8 {
				list = append(list, c)
			}
		}
	}
	total := 0
	each := max([...]int{24, 96, 2048}[b.Effort]/len(list), [...]int{2, 5, 32}[b.Effort])
	for i, c := range list {
		data, index := eew, 0
		if mop&1 != 0 { // indexed: the width is the indexes'
			data, index = c.sew, eew
		}
		group := c.emul(data)
		if index != 0 && c.emul(index) == 0 {
			continue
		}
		if mop == unitStride && (lumop == wholeRegister || lumop == maskBits) {
			group = 8
		}
		if group == 0 {
			continue
		}
		for n := range each {
			if s.memory(c, i*each+n, int(mop), data, index, group) >= 0 {
				total++
			}
		}
	}
	if total == 0 {
		return fmt.Errorf("%w for what %s moves with registers of %d bits", ErrRoom, b.in.Name, b.VLEN)
	}
	return nil
}

// misalignedVectors places the elements one byte further than they should be.
func (b *builder) misalignedVectors() error {
	b.skew = 1
	return b.vectorMemory()
}

// memory adds the n-th access under a vector type: elements of data bits, indexes of index bits.
func (s *vectorSweep) memory(c config, n, mop, data, index int, group lmul) int {
	regs := map[string]int64{"rs1": []int64{10, 11, 31}[n%3]}
	fields := 1
	if o, ok := s.in.Operand("nf"); ok {
		most := 8 / max(int(group)/8, 1)
		if most < 2 {
			return -1
		}
		fields = 2 + n%(min(most, 8)-1)
		regs[o.Name] = int64(fields)
	}
	whole := mop == unitStride && s.in.Match>>20&31 == wholeRegister
	bytes := data / 8
	most := image.DataSize/2/(bytes*fields) - 1 // half of the data area: strides may double it
	if index == 8 {
		most = min(most, 255/bytes+1-fields)
	}
	vlmax := c.vlmax(s.VLEN)
	vl := min([]int{vlmax, s.rng.IntN(vlmax + 1), vlmax - 1, 1, s.rng.IntN(vlmax + 1), 0, vlmax, s.rng.IntN(vlmax + 1)}[n%8], most)
	vstart := 0
	if n%9 == 8 && vl > 0 {
		vstart = []int{1, vl - 1, vl}[n/9%3] % vlmax
	}
	span := vl * fields * bytes // bytes that the elements take, end to end
	if whole {
		span = s.VLEN // eight registers at most
		if span > image.DataSize {
			return -1
		}
	}
	offset := (n % 4) * bytes
	if room := image.DataSize - span - s.skew; offset > room {
		offset = room / bytes * bytes
	}
	before := []trial.Preset{{Loc: "csr:vl", Value: uint64(vl)}, {Loc: "csr:vtype", Value: c.vtype(n)}}
	if vstart != 0 {
		before = append(before, trial.Preset{Loc: "csr:vstart", Value: uint64(vstart)})
	}
	if mop == strided {
		stride := []int{fields * bytes, 0, -fields * bytes, 2 * fields * bytes, bytes}[n%5]
		if stride < 0 {
			offset += max(vl-1, 0) * -stride
		}
		regs["rs2"] = []int64{13, 5, 0, 30}[n%4]
		if regs["rs2"] != 0 {
			before = append(before, trial.Preset{Loc: x(int(regs["rs2"])), Value: uint64(int64(stride))})
		}
	}
	before = append(before, trial.Preset{Loc: x(int(regs["rs1"])), Value: s.Map.Data + uint64(offset+s.skew)})
	for _, o := range s.in.Operands {
		switch {
		case o.Kind == isa.KindV && o.Name == "vs2":
			regs[o.Name] = numbers["vs2"]
		case o.Kind == isa.KindV:
			regs[o.Name] = numbers["vd"]
			if step := max(int64(group)/8, 1); n%5 == 4 && fields == 1 && !whole {
				regs[o.Name] += s.rng.Int64N(8/step) * step
			}
		case o.Kind == isa.KindVM:
			regs[o.Name] = int64(n/2) & 1
		}
	}
	b := block{kind: integers, vlen: s.VLEN, dest: data, vs2: 64, vs1: 64, variant: n % [...]int{1, 3, 32}[s.Effort]}
	if index != 0 {
		b.kind, b.vs2, b.spread = offsets, index, image.DataSize/2-fields*bytes
	}
	return s.vector(regs, before, s.Blocks.get(b))
}
