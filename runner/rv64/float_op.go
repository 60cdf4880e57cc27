package rv64

import (
	"math"

	"touchstone/runner/rv64/softfloat"
)

// floatForm is what is known about floating-point state while a block executes, and so which forms
// its instructions may have. Blocks are kept apart by it, and every change of it leaves the fast loop,
// so that the forms need not look.
type floatForm uint8

const (
	floatCalls   floatForm = iota // nothing: floating-point instructions are called
	floatMoves                    // FS is Dirty: registers may be written
	floatExact                    // and frm is RNE: exact results need nothing else
	floatInexact                  // and NX has been raised already: finite normal results raise nothing new
	floatForms
)

// floatForm is the hart's now.
func (h *Hart) floatForm() floatForm {
	switch {
	case h.mstatus&statusFS != statusFS:
		return floatCalls
	case h.fcsr&fcsrFRM != 0:
		return floatMoves
	case h.fcsr&uint64(softfloat.NX) == 0:
		return floatExact
	default:
		return floatInexact
	}
}

// needs is the least form in which an instruction that names floating-point registers may have op o.
func (o op) needs() floatForm {
	switch {
	case o >= opFirstInexact && o < opFirstLoad:
		return floatInexact
	case o >= opFirstExact && o < opFirstInexact:
		return floatExact
	default:
		return floatMoves
	}
}

// Which operands of an instruction are floating-point registers.
const (
	floatRd = 1 << iota
	floatRs1
	floatRs2
)

// specialisedFloat is [op.specialised] for instructions that name floating-point registers.
func (o op) specialisedFloat(i *Inst) op {
	if i.floats&floatRd == 0 && i.Rd == 0 && o < opFirstStore {
		return opCall // a result in x0; flags may still be raised
	}
	switch {
	case o == opFcvtWD || o == opFcvtLD:
		if i.Rm != uint8(softfloat.RTZ) {
			return opCall
		}
	case o >= opFirstInexact && o < opFirstLoad:
		if i.Rm != uint8(softfloat.RNE) && i.Rm != dynamic {
			return opCall
		}
	}
	return o
}

// placeFloat makes the forms of instructions that name floating-point registers fit what is known.
func (i *micro) placeFloat(floats uint8, known floatForm) {
	if i.op.needs() > known {
		i.op = opCall
		return
	}
	switch i.op { // patterns of 64 bits move as integers do, and so does a word out of a register
	case opFld:
		i.op = opLd
	case opFsd:
		i.op = opSd
	case opFsw:
		i.op = opSw
	case opFmvXD, opFmvDX:
		i.op = opAddi
	case opFmvXW:
		i.op = opAddiw
	}
	if floats&floatRd != 0 {
		i.rd += f0
	}
	if floats&floatRs1 != 0 {
		i.rs1 += f0
	}
	if floats&floatRs2 != 0 {
		i.rs2 += f0
	}
	i.rs3 += f0
}

// normal64 and normal32 tell patterns of finite normal numbers that are not the least: as results of
// rounding to nearest they say that operands were finite, and nothing overflowed or underflowed.
func normal64(v uint64) bool { return v>>52&0x7ff-2 < 0x7fd }
func normal32(v uint32) bool { return v>>23&0xff-2 < 0xfd }

// singleBox is the box of a binary32 pattern.
const singleBox = 0xffffffff << 32

// fusedD executes a fused multiply-add of doubles, unless its function must. The forms stand in the order
// of two bits: the addend is negated, the product is.
func (h *Hart) fusedD(i *micro) bool {
	form := uint64(i.op - opFmaddD)
	a := math.Float64frombits(h.x[i.rs1] ^ form>>1<<63)
	b := math.Float64frombits(h.x[i.rs2])
	c := math.Float64frombits(h.x[i.rs3] ^ form<<63)
	r := math.Float64bits(math.FMA(a, b, c))
	if !normal64(r) {
		return false
	}
	h.x[i.rd] = r
	return true
}
