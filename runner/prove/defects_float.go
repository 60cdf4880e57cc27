package prove

import (
	"math"
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/runner/rv64/softfloat"
)

// Numbers as registers hold them, and rounding modes.
const (
	boxS         = 0xffffffff_00000000
	canonicalS   = boxS | 0x7fc00000
	canonicalD   = 0x7ff80000_00000000
	canonicalH   = ^uint64(0xffff) | 0x7e00
	minNormalS   = 0x00800000
	minNormalD   = 1 << 52
	infinityS    = 0x7f800000
	infinityD    = 0x7ff << 52
	roundToZero  = 1
	roundDown    = 2
	roundNearest = 0 // ties to even
	roundMaxMag  = 4
)

// floatDefects are the documented defects of scalar floating point.
func floatDefects(from uint64) []Subject {
	d := documented{from}
	list := func(names ...string) []string { return names }
	format := func(suffix string, names ...string) []string {
		out := make([]string, len(names))
		for n, name := range names {
			out[n] = name + suffix
		}
		return out
	}
	arithmetic := list("fadd", "fsub", "fmul", "fdiv", "fsqrt", "fmadd", "fmsub", "fnmsub", "fnmadd")
	fused := list("fmadd", "fmsub", "fnmsub", "fnmadd")
	moves := list("fmin", "fmax", "fsgnj", "fsgnjn", "fsgnjx")
	fromX := list("fcvt.s.w", "fcvt.s.wu", "fcvt.s.l", "fcvt.s.lu")
	singles := slices.Concat(format(".s", arithmetic...), format(".s", moves...), fromX)
	computing := slices.Concat(format(".s", arithmetic...), format(".d", arithmetic...))
	anything := slices.Concat(singles, format(".d", arithmetic...), format(".d", moves...),
		list("feq.s", "flt.s", "fle.s", "feq.d", "flt.d", "fle.d", "fclass.s", "fclass.d", "flw", "fld", "fsw", "fsd", "fmv.x.w", "fmv.w.x", "fmv.x.d", "fmv.d.x"))

	return slices.Concat([]Subject{
		d.rows("fp-box-result", "D", "libriscv: commit c96a8d75", "single-precision results are not NaN-boxed",
			onFloat(func(v uint64) uint64 { return v &^ boxS }), singles...),
		d.rows("fp-bp-nanbox", "D", "BlackParrot: PR#1007", "an operand that is not NaN-boxed is replaced by something that is no NaN",
			reading(func(v uint64) uint64 {
				if v&boxS != boxS {
					return boxS | 0x7f000000
				}
				return v
			}), append(format(".s", fused...), "fdiv.s")...),
		d.rows("fp-c910-uf", "D", "XuanTie C910: revyos#17, xuantie-c900-bugs PR#3", "no underflow when the result rounds to the smallest normal number",
			flagging(func(r floatRun) uint64 {
				if m := r.result() &^ (1 << 63); m == minNormalD {
					return r.flags &^ uint64(softfloat.UF)
				}
				return r.flags
			}), "fdiv.d", "fmul.d", "fmadd.d", "fmsub.d", "fnmadd.d", "fnmsub.d"),
		d.rows("fp-fcvt-d-l-rm", "D", "RVVM: PR#219", "the conversion rounds to even whatever the mode", rounding(func(uint8) uint8 { return roundNearest }), "fcvt.d.l"),
		d.rows("fp-fcvt-d-s-inf", "D", "CVA6: cva6#1091, CVE-2023-34908", "-infinity converts to the largest finite number when the mode rounds away from it, as an overflow would",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					hit := h.F(i.Rs1) == boxS|1<<31|infinityS && slices.Contains([]uint8{roundToZero, roundDown + 1}, mode(h, i))
					right(h, i)
					if _, raised := h.Raised(); hit && !raised {
						h.SetF(i.Rd, 0xffefffff_ffffffff)
					}
				}
			}, "fcvt.d.s"),
		d.rows("fp-fcvt-nan-payload", "D", "libriscv: libriscv#360", "a NaN keeps its sign and payload through a conversion of precision",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a := h.F(i.Rs1)
					right(h, i)
					if _, raised := h.Raised(); raised {
						return
					}
					switch v := h.F(i.Rd); {
					case v == canonicalD && a&boxS == boxS:
						h.SetF(i.Rd, a<<32&(1<<63)|infinityD|1<<51|a&(1<<23-1)<<29)
					case v == canonicalS:
						h.SetF(i.Rd, boxS|a>>32&(1<<31)|infinityS|1<<22|a>>29&(1<<23-1))
					}
				}
			}, "fcvt.s.d", "fcvt.d.s"),
		d.rows("fp-fcvt-s-d-uf", "D", "CVA6: cva6#3276, cvfpu#165", "no underflow when the result rounds to the smallest normal number",
			flagging(func(r floatRun) uint64 {
				if r.result()&^(1<<31)&^boxS == minNormalS {
					return r.flags &^ uint64(softfloat.UF)
				}
				return r.flags
			}), "fcvt.s.d"),
		d.rows("fp-fcvt-wu-d-sext", "D", "cvfpu: cvfpu#76", "a result that rounds up to 2^31 is zero-extended",
			onInteger(func(v uint64) uint64 {
				if v == 0xffffffff_80000000 {
					return v & 0xffffffff
				}
				return v
			}), "fcvt.wu.d"),
		d.rows("fp-fdiv-nan-nv-old", "D", "CVA6: cva6#1071, CVE-2023-34906", "operands that are not NaN-boxed and have zeros in the lower half are 0/0: NV is raised", zeroHalves(uint64(softfloat.NV)), "fdiv.s"),
		d.rows("fp-fdiv-nan-nvdz", "D", "CVA6: cva6#1192, CVE-2023-34905", "operands that are not NaN-boxed and have zeros in the lower half raise NV and DZ", zeroHalves(uint64(softfloat.NV|softfloat.DZ)), "fdiv.s"),
		d.rows("fp-fdiv-nanbox", "D", "CVA6: cva6#3123", "operands that are not NaN-boxed are divided as they are", reading(func(v uint64) uint64 { return v | boxS }), "fdiv.s"),
		d.rows("fp-fma-guard", "D", "CVW Wally: cvw#578, PR#793", "a negative product too small to reach the addend's last place is dropped",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, b, c := math.Float64frombits(h.F(i.Rs1)), math.Float64frombits(h.F(i.Rs2)), h.F(i.Rs3)
					product := a * b
					right(h, i)
					if _, raised := h.Raised(); !raised && product < 0 && h.F(i.Rd) == c-1 && c>>63 == 0 && -product < math.Float64frombits(c)-math.Float64frombits(c-1) {
						h.SetF(i.Rd, c)
					}
				}
			}, "fmadd.d"),
		d.rows("fp-fmul-rdn-sign", "D", "CVA6: CVE-2023-34904 (cva6#1573)", "a product of zero is -0 whatever the signs when rounding down",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if _, raised := h.Raised(); !raised && h.F(i.Rd)<<1 == 0 && mode(h, i) == roundDown {
						h.SetF(i.Rd, 1<<63)
					}
				}
			}, "fmul.d"),
		d.rows("fp-fsgnj-nan", "D", "VexRiscv: VexRiscv#309", "the sign of a NaN is not replaced",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, b := h.F(i.Rs1), h.F(i.Rs2)
					right(h, i)
					if _, raised := h.Raised(); !raised && (nanD(a) || nanD(b)) {
						h.SetF(i.Rd, a)
					}
				}
			}, "fsgnj.d", "fsgnjx.d"),
		d.rows("fp-fsqrt-nanbox", "D", "CVA6: cva6#2450", "the root of an operand that is not NaN-boxed is 0",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					boxed := h.F(i.Rs1)&boxS == boxS
					right(h, i)
					if _, raised := h.Raised(); !raised && !boxed {
						h.SetF(i.Rd, boxS)
					}
				}
			}, "fsqrt.s"),
		d.rows("fp-fsqrt-rm", "D", "CVA6: cva6#2057", "modes other than the two first round to even",
			rounding(func(rm uint8) uint8 {
				if rm == roundToZero {
					return rm
				}
				return roundNearest
			}), "fsqrt.d", "fdiv.d"),
		d.rows("fp-0div0-dz", "F", "CVA6: CVE-2023-34909 (cva6#1573)", "0/0 raises DZ too",
			flagging(func(r floatRun) uint64 {
				if r.flags == uint64(softfloat.NV) && zero(r.rs1) && zero(r.rs2) {
					return r.flags | uint64(softfloat.DZ)
				}
				return r.flags
			}), "fdiv.s", "fdiv.d"),
		d.rows("fp-arith-noncanon", "F", "RVVM: PR#236", "a NaN result carries the payload of an operand",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					operands := []uint64{h.F(i.Rs1), h.F(i.Rs2), h.F(i.Rs3)}[:sources(i)]
					right(h, i)
					if _, raised := h.Raised(); raised {
						return
					}
					for _, v := range operands {
						if h.F(i.Rd) == canonicalS && nanS(v) {
							h.SetF(i.Rd, v|1<<22)
							return
						}
						if h.F(i.Rd) == canonicalD && nanD(v) {
							h.SetF(i.Rd, v|1<<51)
							return
						}
					}
				}
			}, computing...),
		d.seeded("fp-bp-fcsr-fsoff", "F", "BlackParrot: PR#743", "fcsr is accessible while FS is Off", list("csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci"),
			func(c *rv64.Config) {
				c.Hooks.CSRAccess = func(h *rv64.Hart, csr uint16, _, allowed bool) bool {
					return allowed || csr >= 1 && csr <= 3 && h.PC() >= from
				}
			}),
		d.rows("fp-fclass-sub", "F", "libriscv: commit ede98547", "only the smallest subnormal number is classed as one, and -infinity is also a negative normal number",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a := h.F(i.Rs1)
					right(h, i)
					if _, raised := h.Raised(); raised {
						return
					}
					switch class := h.X(i.Rd); {
					case class == softfloat.NegativeInfinity:
						h.SetX(i.Rd, class|softfloat.NegativeNormal)
					case class == softfloat.NegativeSubnormal && a&0x7fffffff != 1:
						h.SetX(i.Rd, softfloat.NegativeNormal)
					case class == softfloat.PositiveSubnormal && a&0x7fffffff != 1:
						h.SetX(i.Rd, softfloat.PositiveNormal)
					}
				}
			}, "fclass.s"),
		d.rows("fp-fcvt-hostcast", "F", "libriscv: libriscv#372", "what does not fit gives the host's value, -2^31",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					before := h.FCSR()
					h.SetFCSR(before &^ 31)
					right(h, i)
					own := h.FCSR() & 31
					h.SetFCSR(before | own)
					if _, raised := h.Raised(); !raised && own == uint64(softfloat.NV) {
						h.SetX(i.Rd, 0xffffffff_80000000)
					}
				}
			}, "fcvt.w.s", "fcvt.wu.s"),
		d.rows("fp-fcvt-int-rm", "F", "libriscv: libriscv#417", "the conversion rounds to even whatever the mode", rounding(func(uint8) uint8 { return roundNearest }), "fcvt.s.w"),
		d.rows("fp-fcvt-rm-rev", "F", "Rev: rev#223", "the conversion truncates whatever the mode", rounding(func(uint8) uint8 { return roundToZero }), "fcvt.w.s"),
		d.rows("fp-fdiv-nv", "F", "BOOM: riscv-boom#503", "an invalid division does not raise NV", flagging(func(r floatRun) uint64 { return r.flags &^ uint64(softfloat.NV) }), "fdiv.s"),
		d.rows("fp-fdiv-of-no-nx", "F", "CVA6: cvfpu#139, CVE-2023-34907", "overflow does not raise NX",
			flagging(func(r floatRun) uint64 {
				if r.flags&uint64(softfloat.OF) != 0 {
					return r.flags &^ uint64(softfloat.NX)
				}
				return r.flags
			}), "fdiv.s"),
		d.rows("fp-flt-nv", "F", "libriscv: commit 78b7bc50", "comparing with a NaN does not raise NV", flagging(func(floatRun) uint64 { return 0 }), "flt.s", "fle.s"),
		d.rows("fp-fma-spurious-uf", "F", "RVVM: PR#238", "underflow is detected before rounding", earlyTininess, "fmadd.s", "fmadd.d", "fmsub.s", "fmsub.d"),
		d.rows("fp-fmadd-directed", "F", "RVVM: RVVM#309", "the sum is rounded to double, and then again to single",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, b, c, rm := single(h.F(i.Rs1)), single(h.F(i.Rs2)), single(h.F(i.Rs3)), mode(h, i)
					right(h, i)
					if _, raised := h.Raised(); raised || rm == roundNearest || rm >= roundMaxMag {
						return
					}
					wide := func(v uint32) uint64 { w, _ := softfloat.F32ToF64(v, softfloat.RNE); return w }
					sum, _ := softfloat.FMA64(wide(a), wide(b), wide(c), softfloat.RNE)
					narrow, _ := softfloat.F64ToF32(sum, softfloat.Mode(rm))
					h.SetF(i.Rd, boxS|uint64(narrow))
				}
			}, "fmadd.s"),
		d.rows("fp-fmin-qnan-nv", "F", "libriscv: libriscv#351", "a quiet NaN with a payload raises NV",
			flagging(func(r floatRun) uint64 {
				for _, v := range []uint64{r.rs1, r.rs2} {
					if nanS(v) && v&(1<<22) != 0 && v&(1<<22-1) != 0 {
						return r.flags | uint64(softfloat.NV)
					}
				}
				return r.flags
			}), "fmin.s", "fmax.s"),
		d.rows("fp-fs-dirty-fcvt", "F", "CVA6: cva6#3173", "a conversion to an integer that raises exceptions leaves FS Clean", statusKept, "fcvt.lu.d"),
		d.rows("fp-fs-dirty-fld", "F", "CVA6: cva6#2934", "a floating-point load does not set FS to Dirty", statusKept, "fld", "flw"),
		d.seeded("fp-fs-nodirty-sail", "F", "sail-riscv: commit 313e2170", "writing a floating-point register or fcsr does not set FS to Dirty", append(slices.Clone(computing), "csrrw"),
			func(c *rv64.Config) {
				for _, name := range anything {
					override(c, name, codeUnderTest(from, statusKept))
				}
				c.Hooks.CSR = map[uint16]func(rv64.CSR) rv64.CSR{}
				for _, n := range []uint16{1, 2, 3} {
					c.Hooks.CSR[n] = func(right rv64.CSR) rv64.CSR {
						return rv64.CSR{Read: right.Read, Write: func(h *rv64.Hart, v uint64) {
							before := h.FS()
							right.Write(h, v)
							if h.PC() >= from {
								h.SetFS(before)
							}
						}}
					}
				}
			}),
		d.rows("fp-fsoff-insn", "F", "sail-riscv: commit f54837e5", "floating-point instructions execute while FS is Off",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					off := h.FS() == 0
					if off {
						h.SetFS(1)
					}
					right(h, i)
					if off {
						h.SetFS(0)
					}
				}
			}, anything...),
		d.rows("fp-fsqrt-nv", "F", "BOOM: riscv-boom#674", "an invalid square root raises nothing", flagging(func(r floatRun) uint64 { return r.flags &^ uint64(softfloat.NV) }), "fsqrt.s"),
		d.rows("fp-fsqrt-qnan", "F", "libriscv: commit 3106a54f", "the root of a quiet NaN is that NaN, and raises NV",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a := h.F(i.Rs1)
					right(h, i)
					if _, raised := h.Raised(); !raised && nanS(a) && a&(1<<22) != 0 {
						h.SetF(i.Rd, a)
						h.SetFCSR(h.FCSR() | uint64(softfloat.NV))
					}
				}
			}, "fsqrt.s"),
		d.rows("fp-rocket-fmin", "F", "Rocket: rocket-chip PR#542", "a signaling NaN makes the minimum and maximum NaN, as before version 2.2 of F",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					signals, nan := false, uint64(canonicalS)
					for _, v := range []uint64{h.F(i.Rs1), h.F(i.Rs2)} {
						if strings.HasSuffix(i.Row.Name, ".d") {
							signals, nan = signals || nanD(v) && v&(1<<51) == 0, canonicalD
						} else {
							signals = signals || nanS(v) && v&(1<<22) == 0
						}
					}
					right(h, i)
					if _, raised := h.Raised(); signals && !raised {
						h.SetF(i.Rd, nan)
					}
				}
			}, "fmin.s", "fmax.s", "fmin.d", "fmax.d"),
	}, hiddenPrecision(d), roundingDefects(d))
}

// roundingDefects are those of Zfa and of half precision.
func roundingDefects(d documented) []Subject {
	return []Subject{
		d.rows("fp-fleq-qnan-nv", "Zfa", "Sargantana: sargantana#113", "a quiet NaN raises NV",
			flagging(func(r floatRun) uint64 {
				for _, v := range []uint64{r.rs1, r.rs2} {
					if nanS(v) || nanD(v) {
						return r.flags | uint64(softfloat.NV)
					}
				}
				return r.flags
			}), "fleq.s", "fltq.s", "fleq.d", "fltq.d"),
		d.rows("fp-fround-s-wrong", "Zfa", "CVW Wally: cvw#1025", "a fraction that rounds away from zero loses its upper three bits",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a := single(h.F(i.Rs1)) &^ (1 << 31)
					right(h, i)
					if r := single(h.F(i.Rd)) &^ (1 << 31); r > a && r < infinityS {
						h.SetF(i.Rd, h.F(i.Rd)&^0x00700000)
					}
				}
			}, "fround.s"),
		d.rows("fp-fround-via-int", "Zfa", "RVVM: PR#302", "rounding goes by way of a 64-bit integer, and raises NX",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, before := h.F(i.Rs1), h.FCSR()
					h.SetFCSR(before &^ 31)
					right(h, i)
					own := h.FCSR() & 31
					if _, raised := h.Raised(); !raised {
						if h.F(i.Rd) != a {
							own |= uint64(softfloat.NX)
						}
						switch v := single(a); {
						case i.Row.Name[len(i.Row.Name)-1] == 'd':
							if f := math.Float64frombits(a); math.IsNaN(f) || math.Abs(f) >= 1<<63 {
								h.SetF(i.Rd, math.Float64bits(math.Copysign(1<<63, f)))
							}
						case v&^(1<<31) >= 0x5f000000:
							h.SetF(i.Rd, boxS|uint64(v&(1<<31)|0x5f000000))
						}
					}
					h.SetFCSR(before | own)
				}
			}, "fround.s", "froundnx.s", "fround.d", "froundnx.d"),
		d.rows("fp-fround-rmm", "Zfa", "CVW Wally: cvw#1056", "rounding to nearest, ties to max magnitude, truncates",
			rounding(func(rm uint8) uint8 {
				if rm == roundMaxMag {
					return roundToZero
				}
				return rm
			}), "fround.h"),
		d.rows("fp-froundnx-h-box", "Zfa", "QEMU: #2371", "an operand boxed as single but not as half rounds to 0",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					boxed := h.F(i.Rs1)>>16 == 1<<48-1
					right(h, i)
					if _, raised := h.Raised(); !raised && !boxed {
						h.SetF(i.Rd, canonicalH&^0xffff)
					}
				}
			}, "froundnx.h"),
		d.rows("fp-zfa-nanbox", "Zfa", "Sargantana: sargantana#113", "an operand that is not NaN-boxed is taken as it is",
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					mask := uint64(boxS)
					if strings.HasSuffix(i.Row.Name, ".h") {
						mask = canonicalH &^ 0xffff
					}
					reading(func(v uint64) uint64 { return v | mask })(right)(h, i)
				}
			}, "fround.s", "fcvt.s.h", "fcvt.d.h"),
	}
}

// floatRun is an instruction that has run, and the exceptions that it raised itself.
type floatRun struct {
	h             *rv64.Hart
	i             *rv64.Inst
	rs1, rs2, rs3 uint64 // the sources before
	flags         uint64
}

func (r floatRun) result() uint64 { return r.h.F(r.i.Rd) }

// flagging replaces the exceptions that an instruction raises.
func flagging(change func(floatRun) uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			before := h.FCSR()
			r := floatRun{h: h, i: i, rs1: h.F(i.Rs1), rs2: h.F(i.Rs2), rs3: h.F(i.Rs3)}
			h.SetFCSR(before &^ 31)
			right(h, i)
			r.flags = h.FCSR() & 31
			if _, raised := h.Raised(); !raised {
				r.flags = change(r)
			}
			h.SetFCSR(before | r.flags)
		}
	}
}

// onFloat replaces the result in fd.
func onFloat(f func(uint64) uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			right(h, i)
			if _, raised := h.Raised(); !raised {
				h.SetF(i.Rd, f(h.F(i.Rd)))
			}
		}
	}
}

// onInteger replaces the result in rd.
func onInteger(f func(uint64) uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			right(h, i)
			if _, raised := h.Raised(); !raised {
				h.SetX(i.Rd, f(h.X(i.Rd)))
			}
		}
	}
}

// rounding replaces the rounding mode in effect.
func rounding(change func(rm uint8) uint8) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			j := *i
			if rm := mode(h, i); rm <= roundMaxMag {
				j.Rm = change(rm)
			}
			right(h, &j)
		}
	}
}

// reading lets an instruction see other values in its floating-point sources.
func reading(change func(uint64) uint64) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			registers := []uint8{i.Rs1, i.Rs2, i.Rs3}[:sources(i)]
			kept := map[uint8]uint64{}
			for _, n := range registers {
				if _, seen := kept[n]; !seen {
					kept[n] = h.F(n)
					h.SetF(n, change(kept[n]))
				}
			}
			right(h, i)
			_, raised := h.Raised()
			_, written := i.Row.Operand("fd")
			for n, v := range kept {
				if raised || !written || n != i.Rd {
					h.SetF(n, v)
				}
			}
		}
	}
}

// sources is how many floating-point sources a row has.
func sources(i *rv64.Inst) (n int) {
	for _, name := range []string{"fs1", "fs2", "fs3"} {
		if _, ok := i.Row.Operand(name); ok {
			n++
		}
	}
	return n
}

// statusKept leaves FS as it was.
func statusKept(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) { before := h.FS(); right(h, i); h.SetFS(before) }
}

// zeroHalves raises flags for operands that are no boxes and whose lower halves are zero.
func zeroHalves(flags uint64) func(rv64.Exec) rv64.Exec {
	return flagging(func(r floatRun) uint64 {
		if r.rs1&boxS != boxS && r.rs2&boxS != boxS && uint32(r.rs1)|uint32(r.rs2) == 0 {
			return r.flags | flags
		}
		return r.flags
	})
}

// earlyTininess raises UF where the value was tiny before it was rounded up to the smallest normal
// number: rounded to zero it would have been subnormal.
func earlyTininess(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		fcsr, fd := h.FCSR(), h.F(i.Rd)
		j := *i
		j.Rm = roundToZero
		right(h, &j)
		if _, raised := h.Raised(); raised {
			return
		}
		truncated := h.F(i.Rd)
		h.SetFCSR(fcsr)
		h.SetF(i.Rd, fd)
		right(h, i)
		smallest, magnitude := uint64(minNormalD), truncated&^(1<<63)
		if strings.HasSuffix(i.Row.Name, ".s") {
			smallest, magnitude = minNormalS, uint64(single(truncated)&^(1<<31))
		}
		if _, raised := h.Raised(); !raised && magnitude+1 == smallest && h.F(i.Rd) != truncated {
			h.SetFCSR(h.FCSR() | uint64(softfloat.UF))
		}
	}
}

// mode is the rounding mode in effect.
func mode(h *rv64.Hart, i *rv64.Inst) uint8 {
	if i.Rm == 7 {
		return uint8(h.FCSR() >> 5)
	}
	return i.Rm
}

func single(v uint64) uint32 {
	if v&boxS != boxS {
		return canonicalS & 0xffffffff
	}
	return uint32(v)
}

func nanS(v uint64) bool { return v&boxS == boxS && v&0x7fffffff > infinityS }
func nanD(v uint64) bool { return v&^(1<<63) > infinityD }

// zero: of either format.
func zero(v uint64) bool { return v<<1 == 0 || v&boxS == boxS && uint32(v)<<1 == 0 }
