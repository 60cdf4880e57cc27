package rv64

import "maps"

// extV is V, by chapters of the manual.
func extV() functions {
	return merged(
		vectorConfiguration(),
		vectorInteger(),
		vectorFixedPoint(),
		vectorReductions(),
		vectorMasks(),
		vectorPermutations(),
		vectorMemory(),
		vectorFloats(),
		vectorFloatConversions(),
		vectorFloatReductions(),
	)
}

func merged(parts ...functions) functions {
	all := functions{}
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}

// vectorConfiguration: vset* depend on mstatus.VS alone, not on what vtype or vstart hold.
func vectorConfiguration() functions {
	return functions{
		"vsetvli": func(h *Hart, i *Inst) {
			if h.vectorOn(i) {
				h.vsetAVL(i, uint64(i.Imm))
			}
		},
		"vsetvl": func(h *Hart, i *Inst) {
			if h.vectorOn(i) {
				h.vsetAVL(i, h.x[i.Rs2])
			}
		},
		"vsetivli": func(h *Hart, i *Inst) { // Imm is AVL<<10 | vtype
			if h.vectorOn(i) {
				h.vset(i, uint64(i.Imm)&0x3ff, uint64(i.Imm)>>10)
			}
		},
	}
}

// vsetAVL takes AVL from rs1; with rs1 = x0 it is ~0, and with rd = x0 too it is vl.
func (h *Hart) vsetAVL(i *Inst, vtype uint64) {
	switch {
	case i.Rs1 != 0:
		h.vset(i, vtype, h.x[i.Rs1])
	case i.Rd != 0:
		h.vset(i, vtype, ^uint64(0))
	default:
		// Only for a vtype that leaves VLMAX as it is, which is 0 under vill; anything else is reserved
		// (vtype_vset_rsv), and may set vill (reserved_vill_set).
		if f, ok := h.decodeVType(vtype); ok && f.vlmax != h.vlmax {
			vtype = vtypeVill
		}
		h.vset(i, vtype, h.vl)
	}
}

func (h *Hart) vset(i *Inst, vtype, avl uint64) {
	if h.m.cfg.Parameters.VectorVsetTraps {
		if _, ok := h.decodeVType(vtype); !ok {
			h.Illegal(i)
			return
		}
	}
	h.setVType(vtype)
	h.vl = h.newVL(avl)
	h.vstart = 0
	h.dirtyVS()
	h.SetX(i.Rd, h.vl)
}

// largestEGS is the largest element group size, of SM3: vl may be less than VLMAX only by whole groups
// when AVL is larger (egs_vl_avl).
const largestEGS = 8

// newVL is the vl for an AVL (vl_val_list): AVL up to VLMAX, VLMAX from twice that, and in between
// anything that is at least half of it.
func (h *Hart) newVL(avl uint64) uint64 {
	if h.m.cfg.Parameters.VectorEvenLengths && avl > h.vlmax && avl < 2*h.vlmax {
		half := (avl + 1) / 2
		return min((half+largestEGS-1)&^(largestEGS-1), h.vlmax)
	}
	return min(avl, h.vlmax)
}
