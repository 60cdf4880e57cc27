package rv64

import (
	"bytes"
	"errors"
	"fmt"
)

// The field of mstatus that V adds. All its bits set is Dirty.
const (
	statusVSShift = 9
	statusVS      = 3 << statusVSShift
	contextOff    = 0
)

// Numbers of the vector CSRs.
const (
	csrVstart = 0x008
	csrVxsat  = 0x009
	csrVxrm   = 0x00a
	csrVcsr   = 0x00f
	csrVl     = 0xc20
	csrVtype  = 0xc21
	csrVlenb  = 0xc22
)

// Sizes in bits, and the logarithms to base 2 by which element widths are told apart here: an EEW is 3 to
// 6, and eewMask, EEW = 1, marks a mask.
const (
	defaultVLEN = 128
	elen        = 64

	eewMask = 0
	eewNone = 1
	eew8    = 3
	eew16   = 4
	eew32   = 5
	eew64   = 6
)

// Fields of vtype.
const (
	vtypeVill  = 1 << 63
	vtypeVMA   = 1 << 7
	vtypeVTA   = 1 << 6
	vtypeKnown = 0xff
)

// vectors is the state of V. A hart without it has no registers and vlenb = 0.
type vectors struct {
	v                       []byte // 32 registers of vlenb bytes, v0 first, each little-endian
	vl, vtype, vstart, vcsr uint64

	vtypeFields
	vlenb   uint64
	scratch [4][]uint64 // elements of operands while an instruction executes
	before  []byte      // the registers before an observed step
}

// vtypeFields is vtype decoded.
type vtypeFields struct {
	vill     bool
	vta, vma bool
	sew      uint8  // log2(SEW), 3 to 6
	lmul     int8   // log2(LMUL), -3 to 3
	vlmax    uint64 // LMUL * VLEN / SEW, 0 when vill
}

// resetVectors makes the state that the manual recommends for a reset: vill, vl = 0.
func (h *Hart) resetVectors() {
	vlen := h.m.cfg.VLEN
	if !h.m.hasV {
		return
	}
	h.vlenb = uint64(vlen) / 8
	h.v = make([]byte, 32*h.vlenb)
	h.setVType(vtypeVill)
}

func checkVLEN(vlen int) error {
	if vlen < defaultVLEN || vlen > 1<<16 || vlen&(vlen-1) != 0 {
		return fmt.Errorf("rv64: Config.VLEN is %d; 0 (%d) or a power of two from 128 to 65536", vlen, defaultVLEN)
	}
	return nil
}

var errTrim = errors.New("rv64: Parameters.VectorTrim is 0 (no limit) or a number of elements of at least 1")

// setVType writes vtype and what follows from it. An unsupported value sets vill, with all other bits
// zero (vtype_vill_val, vtype_vill_all_bits).
func (h *Hart) setVType(v uint64) {
	f, ok := h.decodeVType(v)
	if !ok {
		v, f = vtypeVill, vtypeFields{vill: true}
	}
	h.vtype, h.vtypeFields = v, f
}

// decodeVType decodes a vtype value; ok is false where it is not supported.
func (h *Hart) decodeVType(v uint64) (f vtypeFields, ok bool) {
	f = vtypeFields{
		vta:  v&vtypeVTA != 0,
		vma:  v&vtypeVMA != 0,
		sew:  uint8(v>>3&7) + eew8,
		lmul: int8(v<<5) >> 5,
	}
	if v&^vtypeKnown != 0 || f.sew > eew64 || f.lmul < -3 {
		return f, false
	}
	// A fractional LMUL supports SEW up to LMUL * ELEN (vtype_sew_val); that an element would fit
	// into the fraction of a longer register does not oblige anyone.
	room := int8(eew64)
	if h.m.cfg.Parameters.VectorFractionWide {
		room = log2(8 * h.vlenb)
	}
	if f.lmul < 0 && int8(f.sew) > room+f.lmul {
		return f, false
	}
	f.vlmax = shifted(8*h.vlenb, f.lmul) >> f.sew
	return f, true
}

// shifted is n * 2^by.
func shifted(n uint64, by int8) uint64 {
	if by < 0 {
		return n >> -by
	}
	return n << by
}

// log2 of a power of two.
func log2(n uint64) (k int8) {
	for ; n > 1; n >>= 1 {
		k++
	}
	return k
}

// dirtyVS records a change of vector state. It may be told of changes that did not change anything.
func (h *Hart) dirtyVS() { h.mstatus |= statusVS }

// vectorCSRs adds the CSRs of V.
func (m *Machine) vectorCSRs(t map[uint16]CSR) {
	field := func(shift, mask uint64) CSR {
		return CSR{
			func(h *Hart) uint64 { return h.vcsr >> shift & mask },
			func(h *Hart, v uint64) {
				h.vcsr = h.vcsr&^(mask<<shift) | v&mask<<shift
				h.dirtyVS()
			},
		}
	}
	t[csrVxsat], t[csrVxrm], t[csrVcsr] = field(0, 1), field(1, 3), field(0, 7)
	// vstart has just the bits that the largest element index needs, VLEN-1 (vstart_sz_writable).
	t[csrVstart] = CSR{
		func(h *Hart) uint64 { return h.vstart },
		func(h *Hart, v uint64) {
			h.vstart = v & (8*h.vlenb - 1)
			h.dirtyVS()
		},
	}
	t[csrVl] = CSR{Read: func(h *Hart) uint64 { return h.vl }}
	t[csrVtype] = CSR{Read: func(h *Hart) uint64 { return h.vtype }}
	t[csrVlenb] = CSR{Read: func(h *Hart) uint64 { return h.vlenb }}
}

// isVectorCSR tells the CSRs that mstatus.VS guards.
func isVectorCSR(n uint16) bool {
	switch n {
	case csrVstart, csrVxsat, csrVxrm, csrVcsr, csrVl, csrVtype, csrVlenb:
		return true
	}
	return false
}

// VLENB is the length of a vector register in bytes, 0 without V.
func (h *Hart) VLENB() int { return int(h.vlenb) }

// VReg is the vector register n itself: little-endian bytes, which the caller may change.
func (h *Hart) VReg(n uint8) []byte {
	at := uint64(n&31) * h.vlenb
	return h.v[at : at+h.vlenb : at+h.vlenb]
}

// copyOfVectors is the vector registers as they are, until it is called again; nothing where no instruction
// could change them.
func (h *Hart) copyOfVectors() []byte {
	if h.VS() == contextOff {
		return nil
	}
	h.before = append(h.before[:0], h.v...)
	return h.before
}

// vectorsOtherThan lists the registers that are not as in the copy.
func (h *Hart) vectorsOtherThan(before []byte) (changed []uint8) {
	if bytes.Equal(before, h.v[:len(before)]) {
		return nil
	}
	for n := range uint8(32) {
		if !bytes.Equal(h.VReg(n), before[uint64(n)*h.vlenb:][:h.vlenb]) {
			changed = append(changed, n)
		}
	}
	return changed
}

// VL, VType, VStart, VXSat and VXRM read vector CSRs as they are, whatever mstatus.VS says.
func (h *Hart) VL() uint64     { return h.vl }
func (h *Hart) VType() uint64  { return h.vtype }
func (h *Hart) VStart() uint64 { return h.vstart }
func (h *Hart) VXSat() bool    { return h.vcsr&1 != 0 }
func (h *Hart) VXRM() uint8    { return uint8(h.vcsr >> 1 & 3) }

// SetVL writes vl, which no instruction can do freely; up to VLMAX it is a state that can occur.
func (h *Hart) SetVL(v uint64) { h.vl = v }

// SetVType writes vtype; a value that is not supported sets vill, as vsetvl would, and leaves vl.
func (h *Hart) SetVType(v uint64) { h.setVType(v) }

// SetVStart writes vstart, all of it.
func (h *Hart) SetVStart(v uint64) { h.vstart = v }

// SetVXSat writes vxsat.
func (h *Hart) SetVXSat(set bool) {
	h.vcsr &^= 1
	if set {
		h.vcsr |= 1
	}
}

// SetVXRM writes vxrm.
func (h *Hart) SetVXRM(v uint8) { h.vcsr = h.vcsr&1 | uint64(v&3)<<1 }

// VS is mstatus.VS: 0 Off, 1 Initial, 2 Clean, 3 Dirty.
func (h *Hart) VS() uint8 { return uint8(h.mstatus >> statusVSShift & 3) }

// SetVS writes mstatus.VS.
func (h *Hart) SetVS(v uint8) { h.mstatus = h.mstatus&^statusVS | uint64(v&3)<<statusVSShift }
