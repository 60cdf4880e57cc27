package prove

import (
	"slices"

	"touchstone/runner/rv64"
	"touchstone/runner/rv64/softfloat"
)

// partDefects are wrong about what extensions share: rows of another one that they widen, limit or
// have as well.
func partDefects(from uint64) []Subject {
	return slices.Concat(halfPrecisionDefects(seeding{from, "Zvfh"}), elementGroupDefects(seeding{from, "Zvkned"}),
		bfloat16Defects(seeding{from, "Zvfbfwma"}), scalarCryptographyDefects(from))
}

// halfPrecisionDefects lack a part of Zvfh, or take its elements for those of another format.
func halfPrecisionDefects(s seeding) []Subject {
	// reserved takes a row for illegal under a SEW.
	reserved := func(bits int) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if sew(h) == bits {
					h.Illegal(i)
					return
				}
				right(h, i)
			}
		}
	}
	// bfloat16 computes with elements of 16 bits as if they were of that format.
	bfloat16 := func(op func(a, b uint16, rm softfloat.Mode) (uint16, softfloat.Flags)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if sew(h) != 16 {
					right(h, i)
					return
				}
				vl, vstart, flags, rm := h.VL(), h.VStart(), h.FCSR(), softfloat.Mode(h.FCSR()>>5)
				acting := activity(h, i, vl)
				results := make([]uint64, vl)
				for n := vstart; n < vl; n++ {
					if acting[n] {
						r, f := op(uint16(elementAt(h, i.Rs2, n, 16)), uint16(elementAt(h, i.Rs1, n, 16)), rm)
						results[n] = uint64(r)
						flags |= uint64(f)
					}
				}
				right(h, i)
				if _, raised := h.Raised(); raised {
					return
				}
				h.SetFCSR(flags)
				for n := vstart; n < vl; n++ {
					if acting[n] {
						setElement(h, i.Rd, n, 16, results[n])
					}
				}
			}
		}
	}
	return []Subject{
		s.rows("zvfh/bfloat16-sum", "VFADD.VV takes elements of 16 bits for bfloat16", bfloat16(softfloat.AddBF16), "vfadd.vv"),
		s.rows("zvfh/bfloat16-product", "VFMUL.VV takes elements of 16 bits for bfloat16", bfloat16(softfloat.MulBF16), "vfmul.vv"),
		s.rows("zvfh/minimal", "with SEW = 16 there are conversions only, as in Zvfhmin", reserved(16), "vfadd.vv", "vfmul.vv", "vfdiv.vv"),
		s.rows("zvfh/from-bytes", "integers of 8 bits are not converted to binary16", reserved(8), "vfwcvt.f.x.v", "vfwcvt.f.xu.v"),
		s.rows("zvfh/to-bytes", "binary16 is not converted to integers of 8 bits", reserved(8), "vfncvt.x.f.w", "vfncvt.xu.f.w", "vfncvt.rtz.x.f.w", "vfncvt.rtz.xu.f.w"),
		s.rows("zvfh/fused-missing", "fused multiply-adds need SEW = 32 or 64", reserved(16), "vfmacc.vv"),
		s.rows("zvfh/widening-missing", "widening needs SEW = 32", reserved(16), "vfwadd.vv"),
	}
}

// elementGroupDefects accept LMUL registers that do not hold an element group.
func elementGroupDefects(s seeding) []Subject {
	accepting := func(hit func(*rv64.Hart) bool) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if h.VS() != 0 && sew(h) == 32 && maximum(h) < 4 && hit(h) {
					h.Dismiss()
					h.SetVStart(0)
				}
			}
		}
	}
	return []Subject{
		s.rows("zvkned/no-group", "where no element group fits, nothing is done instead of trapping", accepting(func(*rv64.Hart) bool { return true }), "vaesem.vv", "vaesdf.vs", "vaeskf1.vi"),
		s.rows("zvkned/no-group-vl-0", "with vl = 0 it is not looked at whether an element group fits", accepting(func(h *rv64.Hart) bool { return h.VL() == 0 }), "vaesem.vv", "vaesz.vs", "vaeskf2.vi"),
	}
}

// bfloat16Defects decode a widening multiply-add of bfloat16 as something else.
func bfloat16Defects(s seeding) []Subject {
	return []Subject{
		s.rows("zvfbfwma/vv-reserved", "OPFVV with funct6 = 111011 is reserved",
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }, "vfwmaccbf16.vv"),
		s.rows("zvfbfwma/vf-reserved", "OPFVF with funct6 = 111011 is reserved",
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }, "vfwmaccbf16.vf"),
		s.seeded("zvfbfwma/binary16", "funct6 = 111011 is taken for 111100: a multiply-add of binary16",
			func(c *rv64.Config) { instead(c, s.from, "vfwmaccbf16.vv", "vfwmacc.vv") }, "vfwmaccbf16.vv"),
	}
}

// scalarCryptographyDefects write or read more registers than there are operands, or leave out what
// decryption shares with encryption.
func scalarCryptographyDefects(from uint64) []Subject {
	suite, decryption := seeding{from, "Zkn"}, seeding{from, "Zknd"}
	pair := func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			right(h, i)
			if _, raised := h.Raised(); !raised && i.Rd != 0 {
				h.SetX(i.Rd|1, h.X(i.Rd)>>32)
			}
		}
	}
	accumulating := func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			old := h.X(i.Rd)
			right(h, i)
			if _, raised := h.Raised(); !raised {
				h.SetX(i.Rd, h.X(i.Rd)^old)
			}
		}
	}
	illegal := func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }
	return []Subject{
		suite.rows("zkn/register-pair", "the upper half of a result goes to the odd register beside rd as well, as in RV32", pair, "aes64esm", "aes64ks2", "sha256sig0", "sha512sum1"),
		suite.rows("zkn/accumulating", "a round is added to what rd holds: a third register is read", accumulating, "aes64esm", "aes64dsm", "sha512sum1"),
		decryption.rows("zknd/no-ks1i", "aes64ks1i is there for encryption only", illegal, "aes64ks1i"),
		decryption.rows("zknd/no-ks2", "aes64ks2 is there for encryption only", illegal, "aes64ks2"),
	}
}
