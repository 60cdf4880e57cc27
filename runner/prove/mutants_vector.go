package prove

import (
	"cmp"
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/specs/isa"
)

// isVector says whether a row names a vector register.
func isVector(in *isa.Instruction) bool {
	return slices.ContainsFunc(in.Operands, func(o *isa.Operand) bool { return o.Kind == isa.KindV })
}

// vectorShape is what operators need to know of a vector row.
type vectorShape struct {
	in                    *isa.Instruction
	name                  string
	vd, vs1, vs2, vm, nf  bool
	load, store, mask     bool // mask: the destination is a mask
	whole                 bool // whole registers: vl does not matter
	float, rounds, flags  bool
	saturates, fixedRound bool
	commutes, scalar      bool // scalar: only element 0 is written, or an x or f register
}

func vectorShapeOf(in *isa.Instruction) vectorShape {
	has := func(name string) bool { _, ok := in.Operand(name); return ok }
	starts := func(list ...string) bool {
		return slices.ContainsFunc(list, func(p string) bool { return strings.HasPrefix(in.Name, p) })
	}
	s := vectorShape{in: in, name: in.Name, vd: has("vd"), vs1: has("vs1"), vs2: has("vs2"), vm: has("vm"), nf: has("nf")}
	major := in.Match >> 2 & 31
	s.load, s.store = major == 1, major == 9
	s.whole = starts("vl1r", "vl2r", "vl4r", "vl8r", "vs1r", "vs2r", "vs4r", "vs8r", "vmv1r", "vmv2r", "vmv4r", "vmv8r")
	s.mask = starts("vms", "vmf", "vmadc", "vmsbc", "vmand", "vmor", "vmx", "vmn", "vlm")
	funct3 := in.Match >> 12 & 7
	s.float = major == 21 && (funct3 == 1 || funct3 == 5)
	exact := starts("vfsgnj", "vfclass", "vfmv", "vfmerge", "vfslide")
	s.flags = s.float && !exact && !starts("vfwcvt.f.x")
	s.rounds = s.flags && !starts("vfmin", "vfmax", "vfredm", "vmf", "vfrsqrt7", "vfwcvt.f", "vfwcvtbf16") &&
		!strings.Contains(in.Name, ".rtz") && !strings.Contains(in.Name, ".rod")
	s.saturates = starts("vsadd", "vssub", "vsmul", "vnclip")
	s.fixedRound = starts("vaadd", "vasub", "vsmul", "vssr", "vnclip")
	s.commutes = starts("vadd", "vand.", "vor.", "vxor", "vmul.", "vmulh.", "vmulhu.", "vmin", "vmax", "vmseq", "vmsne", "vsadd", "vaadd", "vsmul", "vwadd.vv", "vwaddu.vv",
		"vwmul.", "vwmulu", "vmand.", "vmor.", "vmnand", "vmnor", "vmxor", "vmxnor", "vfadd", "vfmul", "vfmin", "vfmax", "vfwadd.vv", "vfwmul", "vmfeq", "vmfne", "vmadc", "vadc",
		"vmacc", "vnmsac", "vwmacc.", "vwmaccu.", "vfmacc", "vfnmacc", "vfmsac", "vfnmsac", "vfwmacc", "vfwnmacc", "vfwmsac", "vfwnmsac", "vclmul")
	s.scalar = strings.Contains(in.Name, "red") || starts("vmv.s", "vfmv.s", "vmv.x", "vfmv.f", "vcpop", "vfirst")
	return s
}

// group is the bytes of the register group of the destination that element i lies in, and its offset there.
func element(h *rv64.Hart, vd uint8, i, width int) ([]byte, int) {
	at := i * width / 8
	reg := int(vd) + at/h.VLENB()
	if reg > 31 {
		return nil, 0
	}
	return h.VReg(uint8(reg)), at % h.VLENB()
}

// sew is SEW in bits; 0 under vill.
func sew(h *rv64.Hart) int {
	if h.VType()>>63 != 0 {
		return 0
	}
	return 8 << (h.VType() >> 3 & 7)
}

type vectorOperator struct {
	name, what string
	fits       func(vectorShape) bool
	wrong      func(rv64.Exec) rv64.Exec
}

func vectorOperators() []vectorOperator {
	any := func(vectorShape) bool { return true }
	body := func(s vectorShape) bool { return s.vd && !s.whole && !s.scalar && !s.mask }
	finished := func(change func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				vl, vstart := h.VL(), h.VStart()
				right(h, i)
				if _, raised := h.Raised(); !raised {
					change(h, i, vl, vstart)
				}
			}
		}
	}
	flip := func(h *rv64.Hart, vd uint8, i, width int) {
		if b, at := element(h, vd, i, width); b != nil {
			b[at] ^= 4
		}
	}
	around := func(enter func(h *rv64.Hart) (restore func())) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				restore := enter(h)
				right(h, i)
				restore()
			}
		}
	}
	return []vectorOperator{
		{"illegal", "raises an illegal-instruction exception", any,
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }},
		{"no-effect", "does nothing", any, func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) {} }},
		{"clobber", "also changes a register that is no operand", any,
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.VReg(7)[0] ^= 1 }
			}},
		{"first-element", "element 0 is wrong", func(s vectorShape) bool { return s.vd },
			finished(func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64) {
				if vl > 0 && vstart == 0 {
					flip(h, i.Rd, 0, 8)
				}
			})},
		{"last-element", "the last element is wrong", body,
			finished(func(h *rv64.Hart, i *rv64.Inst, vl, _ uint64) {
				if w := sew(h); vl > 0 && w != 0 {
					flip(h, i.Rd, int(vl)-1, w)
				}
			})},
		{"last-element-missing", "the last element keeps its value", func(s vectorShape) bool { return !s.whole && !s.scalar && (s.vd || s.store) && s.in.Match>>2&31 != 29 },
			around(func(h *rv64.Hart) func() {
				vl := h.VL()
				if vl > 1 {
					h.SetVL(vl - 1)
				}
				return func() { h.SetVL(vl) }
			})},
		{"tail-written", "writes the first tail element", body,
			finished(func(h *rv64.Hart, i *rv64.Inst, vl, _ uint64) {
				w := sew(h)
				if w == 0 || vl == 0 || int(vl)*w/8%h.VLENB() == 0 {
					return
				}
				if b, at := element(h, i.Rd, int(vl), w); b != nil {
					b[at] = 0x5a
				}
			})},
		{"mask-ignored", "takes every element for active", func(s vectorShape) bool { return s.vm },
			edit(func(i *rv64.Inst) { i.Unmasked = true })},
		{"mask-inverted", "takes inactive elements for active ones", func(s vectorShape) bool { return s.vm },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Unmasked || i.Rd == 0 {
						right(h, i)
						return
					}
					v0 := h.VReg(0)
					for k := range v0 {
						v0[k] ^= 0xff
					}
					right(h, i)
					for k := range v0 {
						v0[k] ^= 0xff
					}
				}
			}},
		{"vstart-ignored", "begins with element 0", func(s vectorShape) bool { return !s.whole && (s.vd || s.store) && !strings.HasPrefix(s.name, "vset") },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { h.SetVStart(0); right(h, i) }
			}},
		{"vstart-kept", "leaves vstart as it was", func(s vectorShape) bool { return s.vd || s.store },
			finished(func(h *rv64.Hart, _ *rv64.Inst, _, vstart uint64) { h.SetVStart(vstart) })},
		{"status-kept", "leaves VS as it was", func(s vectorShape) bool { return s.vd },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { before := h.VS(); right(h, i); h.SetVS(before) }
			}},
		{"swap-operands", "takes vs1 for vs2 and vs2 for vs1", func(s vectorShape) bool { return s.vs1 && s.vs2 && !s.commutes },
			edit(func(i *rv64.Inst) { i.Rs1, i.Rs2 = i.Rs2, i.Rs1 })},
		{"vs1-neighbour", "reads vs1 eight registers off", func(s vectorShape) bool { return s.vs1 }, edit(func(i *rv64.Inst) { i.Rs1 ^= 8 })},
		{"vs2-neighbour", "reads vs2 eight registers off", func(s vectorShape) bool { return s.vs2 }, edit(func(i *rv64.Inst) { i.Rs2 ^= 8 })},
		{"vxsat-lost", "does not set vxsat", func(s vectorShape) bool { return s.saturates },
			around(func(h *rv64.Hart) func() { was := h.VXSat(); return func() { h.SetVXSat(was) } })},
		{"vxsat-always", "sets vxsat whatever happens", func(s vectorShape) bool { return s.saturates },
			finished(func(h *rv64.Hart, _ *rv64.Inst, _, _ uint64) { h.SetVXSat(true) })},
		{"vxrm-ignored", "rounds up, whatever vxrm says", func(s vectorShape) bool { return s.fixedRound },
			around(func(h *rv64.Hart) func() { was := h.VXRM(); h.SetVXRM(0); return func() { h.SetVXRM(was) } })},
		{"flags-lost", "accrues no exception", func(s vectorShape) bool { return s.flags },
			around(func(h *rv64.Hart) func() { was := h.FCSR(); return func() { h.SetFCSR(was) } })},
		{"frm-ignored", "rounds to even, whatever frm says", func(s vectorShape) bool { return s.rounds },
			around(func(h *rv64.Hart) func() {
				frm := h.FCSR() & 0xe0
				h.SetFCSR(h.FCSR() &^ 0xe0)
				return func() { h.SetFCSR(h.FCSR() | frm) }
			})},
		{"address-off", "accesses the next byte", func(s vectorShape) bool { return s.load || s.store },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					base := h.X(i.Rs1)
					h.SetX(i.Rs1, base+1)
					right(h, i)
					h.SetX(i.Rs1, base)
				}
			}},
		{"field-missing", "leaves out the last field", func(s vectorShape) bool { return s.nf }, edit(func(i *rv64.Inst) { i.Nf-- })},
	}
}

// vectorMutants are wrong about vector instructions.
func vectorMutants(t *isa.Table, from uint64, extensions func(string) bool) []Subject {
	var out []Subject
	for _, in := range t.Instructions {
		if !extensions(in.Row.Extension) || in.Row.Expands != "" || in.Row.Does == "" || !isVector(in) {
			continue
		}
		s := vectorShapeOf(in)
		var all []Subject
		for _, op := range vectorOperators() {
			if op.fits(s) {
				all = append(all, mutant(in, op.name, op.what, from, op.wrong))
			}
		}
		out = append(out, some(all, vectorMutantsOfRow)...)
	}
	return out
}

// vectorMutantsOfRow bounds the mutants of a vector row. There are hundreds of such rows in a few families, of
// which each then meets every operator in some of its rows.
const vectorMutantsOfRow = 9

// some picks n subjects by their ids, in their order.
func some(all []Subject, n int) []Subject {
	if len(all) <= n {
		return all
	}
	byHash := slices.SortedFunc(slices.Values(all), func(a, b Subject) int { return cmp.Compare(hash(a.ID, 0), hash(b.ID, 0)) })
	last := hash(byHash[n-1].ID, 0)
	return slices.DeleteFunc(all, func(x Subject) bool { return hash(x.ID, 0) > last })
}
