package rv64

// group is a vector register group: an operand of one instruction.
type group struct {
	reg  uint8
	eew  uint8 // log2(EEW); eewMask: a mask
	emul int8  // log2(EMUL), -3 to 3 where it is legal
}

// single is a group with EEW = SEW and EMUL = LMUL.
func (h *Hart) single(reg uint8) group { return group{reg, h.sew, h.lmul} }

// wide is a group with EEW = 2*SEW and EMUL = 2*LMUL.
func (h *Hart) wide(reg uint8) group { return group{reg, h.sew + 1, h.lmul + 1} }

// scaled is a group with this EEW, and EMUL = EEW/SEW * LMUL. An EEW below 8 is none.
func (h *Hart) scaled(reg, eew uint8) group {
	if eew == eewMask {
		eew = eewNone
	}
	return group{reg, eew, h.lmul + int8(eew) - int8(h.sew)}
}

// mask is a register that holds a mask.
func mask(reg uint8) group { return group{reg: reg, eew: eewMask} }

// element0 is a register whose element 0 is a scalar: LMUL does not concern it.
func element0(reg, eew uint8) group { return group{reg: reg, eew: eew} }

// registers is how many registers the group has.
func (g group) registers() uint8 {
	if g.emul <= 0 {
		return 1
	}
	return 1 << g.emul
}

func (g group) end() uint8 { return g.reg + g.registers() }

func (g group) overlaps(o group) bool { return g.reg < o.end() && o.reg < g.end() }

// valid reports whether the group has a width and length that exist (emul_rsv, vector_ls_emul_rsv), and
// starts at a multiple of its length (emul_offgroup_rsv).
func (g group) valid() bool {
	if g.eew != eewMask && (g.eew < eew8 || g.eew > eew64) {
		return false
	}
	return g.emul >= -3 && g.emul <= 3 && g.reg&(g.registers()-1) == 0
}

// mayOverlap reports whether the destination g may overlap the source s (vreg_overlap_legal).
func (g group) mayOverlap(s group) bool {
	switch {
	case !g.overlaps(s), g.eew == s.eew:
		return true
	case g.eew < s.eew:
		return g.reg == s.reg
	default:
		return s.emul >= 0 && s.eew != eewMask && g.end() == s.end()
	}
}

// legalGroups decides whether the groups of an instruction that writes d and reads the sources are
// legal together. With masked, v0 is one more source. scalar says that d is the scalar result of a
// reduction, which may overlap anything (vreduction_vd_overlap_vs).
func (h *Hart) legalGroups(d group, writes, scalar, masked bool, sources []group) bool {
	if writes && !d.valid() {
		return false
	}
	reserved := false // by overlap: an implementation can do something about it
	for k, s := range sources {
		if !s.valid() {
			return false
		}
		if writes && !scalar && !d.mayOverlap(s) {
			reserved = true
		}
		// No register is read with two EEWs (vreg_source_eew_rsv).
		for _, o := range sources[:k] {
			reserved = reserved || o.eew != s.eew && o.overlaps(s)
		}
		reserved = reserved || masked && s.reg == 0 && s.eew != eewMask
	}
	// A masked instruction overwrites its mask only with a mask or a scalar (vreg_vmask_rsv).
	if writes && !scalar && masked && d.reg == 0 && d.eew != eewMask {
		reserved = true
	}
	return !reserved || h.m.cfg.Parameters.VectorOverlapRuns
}

// apart reports whether no two groups overlap: what slides up, gathers and their like require of
// their destination.
func (h *Hart) apart(d group, sources ...group) bool {
	for _, s := range sources {
		if d.overlaps(s) && !h.m.cfg.Parameters.VectorOverlapRuns {
			return false
		}
	}
	return true
}
