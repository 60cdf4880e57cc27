package sweep

import (
	"fmt"

	"touchstone/specs/isa"
)

// Major opcodes of 32-bit instructions, bits 6:2, from the manual's opcode map.
const (
	opLoad    = 0b00000
	opLoadFP  = 0b00001
	opMiscMem = 0b00011
	opStore   = 0b01000
	opStoreFP = 0b01001
	opAMO     = 0b01011
	opV       = 0b10101
	opBranch  = 0b11000
	opJALR    = 0b11001
	opJAL     = 0b11011
	opSystem  = 0b11100
	opVE      = 0b11101
)

// opcode is the major opcode of what an instruction is or expands to.
func opcode(in *isa.Instruction) (uint32, bool) {
	if in.Size == 4 {
		return in.Match >> 2 & 31, true
	}
	// Of a compressed row any word will do: the row it expands to is always the same.
	base, _, ok := in.Expansion(in.Match)
	if !ok {
		return 0, false
	}
	return base.Match >> 2 & 31, true
}

// Of makes the vectors of a row.
func Of(p Params, name string, kind Kind) (Result, error) {
	in, ok := p.Table.Lookup(name)
	if !ok {
		return Result{}, fmt.Errorf("%w: there is no instruction %q in the claimed extensions", ErrSweep, name)
	}
	major, ok := opcode(in)
	if !ok && kind == Edges { // a compressed row that stands for no other one: c.mop.N
		kind = Encodings
	}
	b := newBuilder(p, in)
	var err error
	switch kind {
	case Edges:
		err = b.edges(major)
	case Misaligned:
		err = b.misaligned(major)
	case Zero:
		b.zero()
	case Encodings:
		b.encodings()
	}
	if err == nil && len(b.out.Cases) == 0 {
		err = fmt.Errorf("%w: %s has %w", ErrSweep, name, ErrNone)
	}
	return b.out, err
}

func (b *builder) edges(major uint32) error {
	var err error
	switch major {
	case opLoad, opStore:
		err = b.loadsAndStores(false)
	case opLoadFP, opStoreFP:
		if isVector(b.in) {
			err = b.vectorMemory()
		} else {
			err = b.loadsAndStores(false)
		}
	case opMAdd, opMAdd + 1, opMAdd + 2, opMAdd + 3, opFP:
		b.arithmetic()
	case opV, opVE:
		err = b.vectors()
	case opAMO:
		err = b.atomics(false)
	case opBranch, opJAL:
		b.control()
	case opJALR:
		b.indirect()
	case opMiscMem:
		if Choosable(b.in) {
			b.cacheBlocks()
		} else {
			b.encodings()
		}
	case opSystem:
		if _, ok := b.in.Operand("csr"); ok {
			b.csr()
		} else {
			b.encodings()
			if _, ok := b.in.Operand("rd"); ok { // a may-be-operation
				b.compute()
			}
		}
	default:
		b.compute()
	}
	if err == nil && b.Effort == Exhaustive && b.in.Size == 2 {
		b.every(major)
	}
	return err
}

// every runs each encoding of a compressed row at least once.
func (b *builder) every(major uint32) {
	for w := range uint32(1 << 16) {
		if in, ok := b.Table.Decode(w); !ok || in != b.in {
			continue
		}
		switch major {
		case opJALR: // the walk has all of its registers
		case opLoad, opStore, opLoadFP, opStoreFP:
			b.touch(w, access{offset: 64, memory: b.value()}, b.value(), place{})
		case opBranch, opJAL:
			if t := targetOf(b.in).Get(w); t <= -4 || t >= 8 { // else the target lies within the code itself
				b.add(w, place{target: t}, b.sources(w, uint64(w&1), 0)...)
			}
		default:
			b.add(w, place{}, b.sources(w, b.value(), b.value())...)
		}
	}
}

func (b *builder) misaligned(major uint32) error {
	switch major {
	case opLoad, opStore:
		return b.loadsAndStores(true)
	case opLoadFP, opStoreFP:
		if !isVector(b.in) {
			return b.loadsAndStores(true)
		}
		return b.misalignedVectors()
	case opAMO:
		return b.atomics(true)
	}
	return fmt.Errorf("%w: %s accesses no memory", ErrSweep, b.in.Name)
}
