package rv64

// Values of mtval of a software-check exception.
const (
	LandingPadFault  = 2
	ShadowStackFault = 3
)

// LandingPadExpected tells whether the next instruction must be a landing pad: the state ELP.
func (h *Hart) LandingPadExpected() bool { return h.elp }

// ExpectLandingPad sets ELP. It is for functions that replace an instruction's.
func (h *Hart) ExpectLandingPad(expected bool) { h.elp = expected }

// jumpedIndirectly is what a JALR that has jumped does to ELP. Returns (x1, x5) and
// software-guarded branches (x7) need no landing pad.
func (h *Hart) jumpedIndirectly(i *Inst) {
	if h.guarded && i.Rs1 != 1 && i.Rs1 != 5 && i.Rs1 != 7 {
		h.elp = true
	}
}

// landed reports whether an instruction may be executed where a landing pad is expected: no
// other than LPAD may, which looks further itself. nil is an instruction that no row has: this
// exception goes before that of an illegal instruction.
func (h *Hart) landed(i *Inst) bool {
	if !h.elp || i != nil && i.Row.Name == "lpad" {
		return true
	}
	h.Raise(SoftwareCheck, LandingPadFault)
	return false
}

func extZicfilp() functions {
	return functions{"lpad": func(h *Hart, i *Inst) {
		if !h.elp {
			return
		}
		label := i.Raw >> 12
		if h.pc&3 != 0 || label != 0 && label != uint32(h.x[7])>>12 {
			h.Raise(SoftwareCheck, LandingPadFault)
			return
		}
		h.elp = false
	}}
}

// extZicfiss: without S mode shadow stacks are active in no mode (xSSE is 0), whatever menvcfg.SSE
// says, and the instructions are the may-be-operations that they are encoded as. SSAMOSWAP, which is
// not one of those, is illegal. ssp can be read and written all the same.
func extZicfiss() functions {
	illegal := (*Hart).Illegal
	return functions{
		"sspush.x1": writeZero, "sspush.x5": writeZero,
		"sspopchk.x1": writeZero, "sspopchk.x5": writeZero,
		"ssrdp":       writeZero,
		"c.sspush.x1": hint, "c.sspopchk.x5": hint,
		"ssamoswap.w": illegal, "ssamoswap.d": illegal,
	}
}
