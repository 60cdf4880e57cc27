package prove

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/runner/rv64/softfloat"
)

// vectorDefects are the documented defects of V and of the vector extensions beside it.
func vectorDefects(from uint64) []Subject {
	d := documented{from}
	list := func(names ...string) []string { return names }
	reductions := list("vredsum.vs", "vredmaxu.vs", "vredmax.vs", "vredminu.vs", "vredmin.vs", "vredand.vs", "vredor.vs", "vredxor.vs", "vwredsumu.vs", "vwredsum.vs")
	loads := list("vle8.v", "vle16.v", "vle32.v", "vle64.v")
	stores := list("vse8.v", "vse16.v", "vse32.v", "vse64.v")
	var indexed []string
	for _, order := range list("vlu", "vlo") {
		indexed = append(indexed, order+"xei8.v", order+"xei16.v", order+"xei32.v")
	}
	fixed := list("vaaddu.vv", "vaadd.vv", "vasubu.vv", "vasub.vv", "vsmul.vv", "vssrl.vv", "vssra.vv", "vnclipu.wv", "vnclip.wv", "vaadd.vx", "vssra.vi", "vnclip.wi")
	signedImmediate := edit(func(i *rv64.Inst) { i.Imm = i.Imm << 59 >> 59 })
	fromZero := func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			vstart := h.VStart()
			h.SetVStart(0)
			right(h, i)
			if _, raised := h.Raised(); raised {
				h.SetVStart(vstart)
			}
		}
	}
	return []Subject{
		d.rows("v-idx-sext", "V", "sail-riscv: commit ee172790", "offsets are sign-extended", signedOffsets, indexed...),
		d.rows("v-idx-spurious", "V", "sail-riscv: commit 8e0273c2", "the offsets' registers may not be the destination's",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Rd == i.Rs2 {
						h.Illegal(i)
						return
					}
					right(h, i)
				}
			}, append(slices.Clone(indexed), "vluxei64.v", "vloxei64.v")...),
		d.rows("v-narrow-imm", "V", "sail-riscv: commit a1f513b7", "the immediate is sign-extended", signedImmediate, "vnsrl.wi", "vnsra.wi", "vnclip.wi", "vnclipu.wi"),
		d.rows("v-tail-clobber", "V", "Ara: ara#303", "tail elements are neither kept nor overwritten with ones",
			completed(func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64) {
				if w := sew(h); vstart < vl {
					for n := vl; n < maximum(h); n++ {
						setElement(h, i.Rd, n, w, n)
					}
				}
			}), "vid.v"),
		d.rows("v-tail-vstart", "V", "NEMU: commit c896a78c", "an agnostic tail is written although vstart is not below vl",
			completed(func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64) {
				if h.VType()>>6&1 != 0 && vstart >= vl {
					w := memoryWidth(i.Row.Name)
					for n := vl; n < maximum(h); n++ {
						setElement(h, i.Rd, n, w, ^uint64(0))
					}
				}
			}), loads...),
		d.rows("v-vfcvt-align", "V", "Spike: commit f858b905", "register groups are checked as if the result were twice as wide",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if vlmul := h.VType() & 7; vlmul == 3 || vlmul < 3 && i.Rd&(2<<vlmul-1) != 0 {
						h.Illegal(i)
						return
					}
					right(h, i)
				}
			}, "vfcvt.x.f.v"),
		d.rows("v-vfrec7-flags", "V", "XiangShan: PR#6506", "the estimates raise no exceptions", vectorFlags(func(*rv64.Hart, *rv64.Inst, uint64) uint64 { return 0 }), "vfrec7.v", "vfrsqrt7.v"),
		d.rows("v-vfred-noactive", "V", "NEMU: commit 831d98f4", "without an active element the scalar goes through the arithmetic: a NaN becomes canonical",
			completed(func(h *rv64.Hart, i *rv64.Inst, vl, _ uint64) {
				f, w := formatOf(h), sew(h)
				if v := elementAt(h, i.Rd, 0, w); vl > 0 && w > 8 && !anyActive(h, i, vl) && f.nan(v) {
					setElement(h, i.Rd, 0, w, f.canonical())
				}
			}), "vfredusum.vs", "vfredosum.vs"),
		d.rows("v-vfredusum-id", "V", "NEMU: commit 28034f5d", "-0 stands for inactive elements when rounding down",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					inactive := !i.Unmasked && slices.ContainsFunc(elements(h.VStart(), h.VL()), func(n uint64) bool { return !active(h, i, n) })
					completed(func(h *rv64.Hart, i *rv64.Inst, vl, _ uint64) {
						w := sew(h)
						if vl > 0 && inactive && h.FCSR()>>5 == roundDown && elementAt(h, i.Rd, 0, w) == 0 {
							setElement(h, i.Rd, 0, w, 1<<(w-1))
						}
					})(right)(h, i)
				}
			}, "vfredusum.vs"),
		d.rows("v-vfwsub-sign", "V", "XiangShan: YunSuan PR#99", "a negative difference comes out positive",
			completed(func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64) {
				w := 2 * sew(h)
				for n := vstart; n < vl && w <= 64; n++ {
					if active(h, i, n) {
						setElement(h, i.Rd, n, w, elementAt(h, i.Rd, n, w)&^(1<<(w-1)))
					}
				}
			}), "vfwsub.wf", "vfwsub.wv"),
		d.rows("v-vill-any", "V", "Rocket: commit 4bd46755e", "vector instructions do not trap while vill is set",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if h.VType()>>63 != 0 && h.VS() != 0 {
						h.Dismiss()
					}
				}
			}, slices.Concat(loads, stores, list("vadd.vv", "vadd.vx", "vadd.vi", "vmv.v.v", "vmv.v.x", "vmv.v.i", "vmv.x.s", "vmv.s.x", "vid.v"))...),
		d.rows("v-vleff-zero", "V", "Spike: commit 33a91961", "the load ends at an element that is zero, even the first one",
			completed(func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64) {
				w := memoryWidth(i.Row.Name)
				for n := vstart; n < h.VL(); n++ {
					if active(h, i, n) && elementAt(h, i.Rd, n, w) == 0 {
						h.SetVL(n)
					}
				}
			}), "vle8ff.v", "vle16ff.v", "vle32ff.v", "vle64ff.v"),
		d.rows("v-vlseg-mask", "V", "Ara: ara#462", "element 5 of a masked segment load is left undisturbed",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					old := elementAt(h, i.Rd, 5, 16)
					hit := !i.Unmasked && h.VStart() <= 5 && h.VL() > 5
					right(h, i)
					if _, raised := h.Raised(); hit && !raised {
						setElement(h, i.Rd, 5, 16, old)
					}
				}
			}, "vlsegNe16.v"),
		d.seeded("v-vmxnor", "V", "sail-riscv: commit b4d13a89", "VMXNOR.MM computes the conjunction", list("vmxnor.mm"),
			func(c *rv64.Config) { instead(c, from, "vmxnor.mm", "vmand.mm") }),
		d.rows("v-vnclip-imm", "V", "NEMU: commit 5a84dbec", "the immediate is taken as signed", signedImmediate, "vnclip.wi"),
		d.rows("v-vnclip-wide", "V", "Spike: commit 11726bc1", "rounding overflows 64 bits", narrowRounding, "vnclip.wi"),
		d.rows("v-vs-dirty", "V", "NEMU: commit 56480956", "VS is not set to Dirty",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { before := h.VS(); right(h, i); h.SetVS(before) }
			}, "vmv.s.x", "vmv1r.v", "vmv2r.v", "vmv4r.v", "vmv8r.v"),
		d.rows("v-vslideup-mask", "V", "Ara: ara#459", "with an offset of eight or more, elements take the mask bits of those that they come from", slidMask, "vslideup.vx"),
		d.rows("v-vsmul-unsigned", "V", "Spike: commit 8f555c55", "operands are taken as unsigned",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					w, vl, vstart := sew(h), h.VL(), h.VStart()
					var a, b []uint64
					for n := range vl {
						a, b = append(a, elementAt(h, i.Rs2, n, w)), append(b, elementAt(h, i.Rs1, n, w))
					}
					acting := activity(h, i, vl)
					right(h, i)
					if _, raised := h.Raised(); raised {
						return
					}
					for n := vstart; n < vl; n++ {
						if acting[n] && (a[n]|b[n])>>(w-1)&1 != 0 {
							hi, lo := bits.Mul64(a[n], b[n])
							setElement(h, i.Rd, n, w, hi<<(65-w)|lo>>(w-1))
						}
					}
				}
			}, "vsmul.vv"),
		d.rows("v-vssubu-vxsat", "V", "sail-riscv: commit b5a21827", "a difference that saturates does not set vxsat",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { before := h.VXSat(); right(h, i); h.SetVXSat(before) }
			}, "vssubu.vv", "vssubu.vx"),
		d.rows("v-vstart-fault", "V", "XiangShan: XiangShan#6042, #6292", "a fault at element 0 leaves vl in vstart",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if t, raised := h.Raised(); raised && t.Cause != rv64.IllegalInstruction && h.VStart() == 0 {
						h.SetVStart(h.VL())
					}
				}
			}, loads...),
		d.rows("v-vstart-ldst", "V", "Spike: commit 0b274752", "vstart is not set when an element traps",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					before := h.VStart()
					right(h, i)
					if _, raised := h.Raised(); raised {
						h.SetVStart(before)
					}
				}
			}, slices.Concat(loads, stores)...),
		d.rows("v-vstart-mand", "V", "Ara: ara#494", "what must trap with another vstart than 0 executes", fromZero,
			append(slices.Clone(reductions), "vcpop.m", "vfirst.m", "vmsbf.m", "vmsif.m", "vmsof.m", "viota.m", "vcompress.vm")...),
		d.rows("v-vstart-red", "V", "Spike: commit aa1392d0", "reductions execute with another vstart than 0", fromZero, reductions...),
		d.rows("v-vxrm-unused", "V", "gem5: gem5#2677", "vxrm is not looked at",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { was := h.VXRM(); h.SetVXRM(0); right(h, i); h.SetVXRM(was) }
			}, fixed...),
		d.rows("v-vror-imm", "Zvkb", "sail-riscv: commit c6d48f70", "an immediate of 32 or more raises an illegal-instruction exception",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Imm >= 32 {
						h.Illegal(i)
						return
					}
					right(h, i)
				}
			}, "vror.vi"),
		d.rows("v-cvt-inactive-flags", "V", "Sargantana: sargantana#109", "a signaling NaN in an inactive or tail element raises NV", inactiveFlags, "vfwcvt.f.f.v", "vfncvt.f.f.w"),
	}
}

// completed changes what an instruction did that did not trap, given vl and vstart before it.
func completed(change func(h *rv64.Hart, i *rv64.Inst, vl, vstart uint64)) func(rv64.Exec) rv64.Exec {
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

// signedOffsets loads elements whose offset has its sign bit set from below the base.
func signedOffsets(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		vl, vstart, w, eew := h.VL(), h.VStart(), sew(h), memoryWidth(i.Row.Name)
		var offsets []uint64
		for n := range vl {
			offsets = append(offsets, elementAt(h, i.Rs2, n, eew))
		}
		acting := activity(h, i, vl)
		right(h, i)
		if _, raised := h.Raised(); raised {
			return
		}
		for n := vstart; n < vl; n++ {
			if !acting[n] || offsets[n]>>(eew-1) == 0 {
				continue
			}
			addr := h.X(i.Rs1) + offsets[n] - 1<<eew
			v, ok := h.LoadValue(addr, w/8)
			if !ok {
				h.SetVStart(n)
				return
			}
			setElement(h, i.Rd, n, w, v)
		}
	}
}

// narrowRounding lets the increment of a positive source overflow.
func narrowRounding(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		vl, vstart := h.VL(), h.VStart()
		hit := sew(h) == 32 && h.VXRM() == 0 && i.Imm > 0
		var source []uint64
		for n := range vl {
			source = append(source, elementAt(h, i.Rs2, n, 64))
		}
		acting := activity(h, i, vl)
		right(h, i)
		if _, raised := h.Raised(); raised || !hit {
			return
		}
		for n := vstart; n < vl; n++ {
			if acting[n] && source[n]>>63 == 0 && (source[n]+1<<(i.Imm-1))>>63 != 0 {
				setElement(h, i.Rd, n, 32, 1<<31)
			}
		}
	}
}

// slidMask slides the mask up with the elements.
func slidMask(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		offset := h.X(i.Rs1)
		if i.Unmasked || offset < 8 || offset >= uint64(8*h.VLENB()) || i.Rd == 0 {
			right(h, i)
			return
		}
		v0 := h.VReg(0)
		kept := slices.Clone(v0)
		for n := range uint64(8 * len(v0)) {
			bit := byte(0)
			if n >= offset {
				bit = kept[(n-offset)/8] >> ((n - offset) % 8) & 1
			}
			v0[n/8] = v0[n/8]&^(1<<(n%8)) | bit<<(n%8)
		}
		right(h, i)
		copy(v0, kept)
	}
}

// inactiveFlags raises NV for signaling NaNs in elements that take no part.
func inactiveFlags(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		w := sew(h)
		if strings.HasPrefix(i.Row.Name, "vfn") {
			w *= 2
		}
		signals := false
		if w == 16 || w == 32 || w == 64 {
			f := formatOfWidth(w)
			for n := range maximum(h) {
				v := elementAt(h, i.Rs2, n, w)
				signals = signals || (n >= h.VL() || !active(h, i, n)) && f.signaling(v)
			}
		}
		completed(func(h *rv64.Hart, _ *rv64.Inst, vl, vstart uint64) {
			if signals && vstart < vl {
				h.SetFCSR(h.FCSR() | uint64(softfloat.NV))
			}
		})(right)(h, i)
	}
}

// vectorFlags replaces the exceptions that a vector instruction raises.
func vectorFlags(change func(h *rv64.Hart, i *rv64.Inst, own uint64) uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			before := h.FCSR()
			h.SetFCSR(before &^ 31)
			right(h, i)
			h.SetFCSR(before | change(h, i, h.FCSR()&31))
		}
	}
}

// instead makes one row do what another one does.
func instead(c *rv64.Config, from uint64, name, as string) {
	var other rv64.Exec
	override(c, as, func(right rv64.Exec) rv64.Exec { other = right; return right })
	override(c, name, codeUnderTest(from, func(rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) { other(h, i) }
	}))
}

// memoryWidth is the EEW in the name of a load or store.
func memoryWidth(name string) int {
	for _, w := range []int{64, 32, 16} {
		if strings.Contains(name, map[int]string{64: "64", 32: "32", 16: "16"}[w]) {
			return w
		}
	}
	return 8
}

// maximum is VLMAX.
func maximum(h *rv64.Hart) uint64 {
	w, vlmul := sew(h), h.VType()&7
	if w == 0 {
		return 0
	}
	n := uint64(8*h.VLENB()) / uint64(w)
	if vlmul < 4 {
		return n << vlmul
	}
	return n >> (8 - vlmul)
}

func active(h *rv64.Hart, i *rv64.Inst, n uint64) bool {
	return i.Unmasked || h.VReg(0)[n/8]>>(n%8)&1 != 0
}

func activity(h *rv64.Hart, i *rv64.Inst, vl uint64) []bool {
	out := make([]bool, vl)
	for n := range vl {
		out[n] = active(h, i, n)
	}
	return out
}

func anyActive(h *rv64.Hart, i *rv64.Inst, vl uint64) bool {
	return slices.Contains(activity(h, i, vl), true)
}

func elements(from, to uint64) (out []uint64) {
	for n := from; n < to; n++ {
		out = append(out, n)
	}
	return out
}

// elementAt reads element n of a group that begins at a register; what lies beyond v31 is zero.
func elementAt(h *rv64.Hart, register uint8, n uint64, width int) (v uint64) {
	if b, at := element(h, register, int(n), width); b != nil && width >= 8 {
		var word [8]byte
		copy(word[:width/8], b[at:])
		v = binary.LittleEndian.Uint64(word[:])
	}
	return v
}

func setElement(h *rv64.Hart, register uint8, n uint64, width int, v uint64) {
	if b, at := element(h, register, int(n), width); b != nil && width >= 8 {
		var word [8]byte
		binary.LittleEndian.PutUint64(word[:], v)
		copy(b[at:at+width/8], word[:])
	}
}

func formatOf(h *rv64.Hart) floatFormat { return formatOfWidth(sew(h)) }

// floatFormat tells NaNs of an IEEE 754 interchange format.
type floatFormat struct{ width, fraction int }

func formatOfWidth(w int) floatFormat {
	return floatFormat{w, map[int]int{16: 10, 32: 23, 64: 52}[w]}
}

func (f floatFormat) infinity() uint64 { return (1<<(f.width-1) - 1) &^ (1<<f.fraction - 1) }

func (f floatFormat) nan(v uint64) bool {
	return f.width > 8 && v&(1<<(f.width-1)-1) > f.infinity()
}

func (f floatFormat) signaling(v uint64) bool { return f.nan(v) && v>>(f.fraction-1)&1 == 0 }

// canonical is the NaN that arithmetic gives.
func (f floatFormat) canonical() uint64 { return f.infinity() | 1<<(f.fraction-1) }
