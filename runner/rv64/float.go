package rv64

import "touchstone/runner/rv64/softfloat"

// The field of mstatus that F adds. All its bits set is Dirty.
const (
	statusFSShift = 13
	statusFS      = 3 << statusFSShift
)

// Numbers of the floating-point CSRs, and the fields of fcsr.
const (
	csrFflags = 0x001
	csrFrm    = 0x002
	csrFcsr   = 0x003

	fcsrFlags    = 0x1f
	fcsrFRMShift = 5
	fcsrFRM      = 7 << fcsrFRMShift
	fcsrKnown    = 0xff
)

// f0 is where the floating-point registers stand among the registers of a hart: behind the integer
// registers, so that the fast loop moves and accesses both kinds alike.
const f0 = 32

// dynamic is the rm that selects frm.
const dynamic = 7

// F reads a floating-point register: 64 bits, in which a narrower value is boxed.
func (h *Hart) F(n uint8) uint64 { return h.x[f0+n&31] }

// SetF writes a floating-point register, as it is and whatever mstatus.FS says.
func (h *Hart) SetF(n uint8, v uint64) { h.x[f0+n&31] = v }

// FCSR is fcsr: frm in bits 7 to 5, fflags below.
func (h *Hart) FCSR() uint64 { return h.fcsr }

// SetFCSR writes fcsr, whatever mstatus.FS says.
func (h *Hart) SetFCSR(v uint64) {
	h.fcsr = v & fcsrKnown
	h.leave = true
}

// FS is mstatus.FS: 0 Off, 1 Initial, 2 Clean, 3 Dirty.
func (h *Hart) FS() uint8 { return uint8(h.mstatus >> statusFSShift & 3) }

// SetFS writes mstatus.FS.
func (h *Hart) SetFS(v uint8) {
	h.mstatus = h.mstatus&^statusFS | uint64(v&3)<<statusFSShift
	h.leave = true
}

// dirtyFS records a change of floating-point state. It may be told of changes that did not change
// anything.
func (h *Hart) dirtyFS() {
	if h.mstatus&statusFS != statusFS {
		h.mstatus |= statusFS
		h.leave = true // to blocks with the floating-point forms
	}
}

// writtenFS is what a write of v leaves in mstatus.FS.
func (h *Hart) writtenFS(v uint64) uint64 {
	v &= statusFS
	if v != 0 && h.m.cfg.Parameters.FSAlwaysDirty {
		return statusFS
	}
	return v
}

// floatCSRs adds the CSRs of F.
func (m *Machine) floatCSRs(t map[uint16]CSR) {
	field := func(shift, mask uint64) CSR {
		return CSR{
			func(h *Hart) uint64 { return h.fcsr >> shift & mask },
			func(h *Hart, v uint64) {
				h.fcsr = h.fcsr&^(mask<<shift) | v&mask<<shift
				h.leave = true
				h.dirtyFS()
			},
		}
	}
	t[csrFflags], t[csrFrm], t[csrFcsr] = field(0, fcsrFlags), field(fcsrFRMShift, 7), field(0, fcsrKnown)
}

// isFloatCSR tells the CSRs that mstatus.FS guards.
func isFloatCSR(n uint16) bool { return n >= csrFflags && n <= csrFcsr }

// floatOn checks what every floating-point instruction needs: mstatus.FS is not Off.
func (h *Hart) floatOn(i *Inst) bool {
	if h.mstatus&statusFS == contextOff {
		h.Illegal(i)
		return false
	}
	h.floatUsed()
	return true
}

// floatUsed is told of every floating-point instruction that executes.
func (h *Hart) floatUsed() {
	if h.m.cfg.Parameters.FSDirtyOnUse {
		h.dirtyFS()
	}
}

// rounding gives the rounding mode of an instruction, whether or not its result depends on it. What is
// reserved, in rm or in frm, is an illegal instruction.
func (h *Hart) rounding(i *Inst) (softfloat.Mode, bool) {
	rm := i.Rm
	if rm == dynamic {
		rm = uint8(h.fcsr >> fcsrFRMShift)
	}
	if rm > uint8(softfloat.RMM) {
		h.Illegal(i)
		return 0, false
	}
	return softfloat.Mode(rm), h.floatOn(i)
}

// accrue adds exception flags to fflags. Raising a flag writes fcsr, even one that is set.
func (h *Hart) accrue(flags softfloat.Flags) {
	if flags == 0 {
		return
	}
	if uint64(flags)&^h.fcsr != 0 {
		h.fcsr |= uint64(flags)
		h.leave = true // to blocks with the forms for inexact results
	}
	h.dirtyFS()
}

// writeF writes the register that is an instruction's result, and accrues the flags it raised.
func (h *Hart) writeF(n uint8, v uint64, flags softfloat.Flags) {
	h.x[f0+n&31] = v
	h.accrue(flags)
	h.dirtyFS()
}

// boxing is how a format stands in a register: all bits above it are ones.
type boxing struct {
	softfloat.Format
	above uint64
	nan   uint64
}

func boxed(f softfloat.Format) boxing { return boxing{f, f.Box(0), f.NaN()} }

// value is the operand in register n: the canonical NaN when it is not boxed.
func (b *boxing) value(h *Hart, n uint8) uint64 {
	v := h.x[f0+n&31]
	if v&b.above != b.above {
		return b.nan
	}
	return v &^ b.above
}

// write is the result of a computation in this format.
func (b *boxing) write(h *Hart, n uint8, v uint64, flags softfloat.Flags) {
	h.writeF(n, v|b.above, flags)
}
