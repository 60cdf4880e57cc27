package prove

import (
	"slices"

	"touchstone/runner/rv64"
)

// Numbers of vector CSRs.
const (
	csrVstart = 0x008
	csrVxsat  = 0x009
	csrVxrm   = 0x00a
	csrVcsr   = 0x00f
	csrVL     = 0xc20
	csrVtype  = 0xc21
	csrVlenb  = 0xc22
	csrMisa   = 0x301
)

const vill = 1 << 63 // of vtype

// csr is a defect in what the code under test reads from or writes to a CSR.
func (s seeding) csr(id, what string, n uint16, wrong func(right rv64.CSR) rv64.CSR, insns ...string) Subject {
	return s.seeded(id, what, func(c *rv64.Config) {
		c.Hooks.CSR = map[uint16]func(rv64.CSR) rv64.CSR{n: func(right rv64.CSR) rv64.CSR {
			bad := wrong(right)
			choose := func(h *rv64.Hart) rv64.CSR {
				if h.PC() >= s.from {
					return bad
				}
				return right
			}
			return rv64.CSR{
				Read: func(h *rv64.Hart) uint64 { return choose(h).Read(h) },
				Write: func(h *rv64.Hart, v uint64) {
					if write := choose(h).Write; write != nil {
						write(h, v)
					}
				},
			}
		}}
	}, insns...)
}

// access is a defect in whether the code under test may access a CSR.
func (s seeding) access(id, what string, wrong func(h *rv64.Hart, n uint16, write, allowed bool) bool, insns ...string) Subject {
	return s.seeded(id, what, func(c *rv64.Config) {
		c.Hooks.CSRAccess = func(h *rv64.Hart, n uint16, write, allowed bool) bool {
			if h.PC() < s.from {
				return allowed
			}
			return wrong(h, n, write, allowed)
		}
	}, insns...)
}

// reads changes what is read from a CSR, writes what is written to it, given what it reads before.
func reads(change func(h *rv64.Hart, v uint64) uint64) func(rv64.CSR) rv64.CSR {
	return func(right rv64.CSR) rv64.CSR {
		read := right.Read
		right.Read = func(h *rv64.Hart) uint64 { return change(h, read(h)) }
		return right
	}
}

func writes(change func(h *rv64.Hart, old, v uint64) uint64) func(rv64.CSR) rv64.CSR {
	return func(right rv64.CSR) rv64.CSR {
		write := right.Write
		right.Write = func(h *rv64.Hart, v uint64) { write(h, change(h, right.Read(h), v)) }
		return right
	}
}

// vectorCSRDefects are wrong about the CSRs of V: how wide they are, who may write them, and which
// are fields of which.
func vectorCSRDefects(from uint64) []Subject {
	s := seeding{from, "V"}
	return slices.Concat(vcsrDefects(s), vstartDefects(s), vtypeDefects(s), vectorOffDefects(s))
}

// readOnly makes writes of a CSR illegal.
func readOnly(which uint16) func(*rv64.Hart, uint16, bool, bool) bool {
	return func(_ *rv64.Hart, n uint16, write, allowed bool) bool { return allowed && !(write && n == which) }
}

// vcsrDefects are wrong about vxrm, vxsat and vcsr, of which they are fields.
func vcsrDefects(s seeding) []Subject {
	const vxsat, vxrm = 1, 6 // in vcsr
	keep := func(mask uint64) func(*rv64.Hart, uint64, uint64) uint64 {
		return func(_ *rv64.Hart, old, v uint64) uint64 { return v&^mask | old&mask }
	}
	rotated := func(v uint64) uint64 { return v&1<<2 | v>>1&3 } // vxsat above vxrm
	return []Subject{
		s.access("vxrm/read-only", "vxrm cannot be written under its own number", readOnly(csrVxrm), "csrrw"),
		s.csr("vxrm/fixed", "what is written to vxrm is ignored", csrVxrm, writes(keep(3)), "csrrw"),
		s.csr("vxrm/one-bit", "vxrm has one bit", csrVxrm, writes(keep(2)), "csrrw"),
		s.csr("vxrm/in-place", "vxrm is read as bits 2 to 1, as it is in vcsr", csrVxrm, reads(func(_ *rv64.Hart, v uint64) uint64 { return v << 1 }), "csrrw"),
		s.csr("vxrm/vcsr", "vxrm reads as all of vcsr", csrVxrm, reads(func(h *rv64.Hart, _ uint64) uint64 { v, _ := h.CSR(csrVcsr); return v }), "csrrw"),
		s.csr("vxrm/hidden", "vcsr reads as vxsat alone", csrVcsr, reads(func(_ *rv64.Hart, v uint64) uint64 { return v &^ vxrm }), "csrrw"),
		s.csr("vxrm/kept-by-vcsr", "a write of vcsr leaves vxrm as it was", csrVcsr, writes(keep(vxrm)), "csrrw"),
		s.access("vxsat/read-only", "vxsat cannot be written under its own number", readOnly(csrVxsat), "csrrw"),
		s.csr("vxsat/sticky", "a write of vxsat does not clear it", csrVxsat, writes(func(_ *rv64.Hart, old, v uint64) uint64 { return old | v }), "csrrw"),
		s.csr("vxsat/fixed", "what is written to vxsat is ignored", csrVxsat, writes(keep(1)), "csrrw"),
		s.csr("vxsat/vcsr", "vxsat reads as all of vcsr", csrVxsat, reads(func(h *rv64.Hart, _ uint64) uint64 { v, _ := h.CSR(csrVcsr); return v }), "csrrw"),
		s.csr("vxsat/writes-vcsr", "a write of vxsat writes all of vcsr", csrVxsat, func(right rv64.CSR) rv64.CSR {
			right.Write = func(h *rv64.Hart, v uint64) { h.SetCSR(csrVcsr, v) }
			return right
		}, "csrrw"),
		s.csr("vxsat/hidden", "vcsr reads as vxrm alone", csrVcsr, reads(func(_ *rv64.Hart, v uint64) uint64 { return v &^ vxsat }), "csrrw"),
		s.csr("vxsat/kept-by-vcsr", "a write of vcsr leaves vxsat as it was", csrVcsr, writes(keep(vxsat)), "csrrw"),
		s.csr("vcsr/fields-swapped", "in vcsr vxsat stands above vxrm", csrVcsr, func(right rv64.CSR) rv64.CSR {
			return reads(func(_ *rv64.Hart, v uint64) uint64 { return rotated(v) })(writes(func(_ *rv64.Hart, _, v uint64) uint64 { return v>>2&1 | v&3<<1 })(right))
		}, "csrrw"),
	}
}

// vstartDefects are wrong about vstart.
func vstartDefects(s seeding) []Subject {
	vlen := func(h *rv64.Hart) uint64 { return uint64(8 * h.VLENB()) }
	return []Subject{
		s.access("vstart/read-only", "vstart cannot be written", readOnly(csrVstart), "csrrw"),
		s.csr("vstart/fixed", "what is written to vstart is ignored", csrVstart, writes(func(_ *rv64.Hart, old, _ uint64) uint64 { return old }), "csrrw"),
		s.csr("vstart/within-register", "vstart holds no more than the index of an element of one register", csrVstart,
			writes(func(h *rv64.Hart, _, v uint64) uint64 { return v & (vlen(h)/8 - 1) }), "csrrw"),
		s.csr("vstart/half", "vstart lacks its highest bit", csrVstart, writes(func(h *rv64.Hart, _, v uint64) uint64 { return v & (vlen(h)/2 - 1) }), "csrrw"),
		s.csr("vstart/one-bit-more", "vstart holds VLEN too", csrVstart, func(right rv64.CSR) rv64.CSR {
			right.Write = func(h *rv64.Hart, v uint64) { h.SetVStart(v & (2*vlen(h) - 1)); h.SetVS(3) }
			return right
		}, "csrrw"),
		s.csr("vstart/whole", "all bits of vstart can be written", csrVstart, func(right rv64.CSR) rv64.CSR {
			right.Write = func(h *rv64.Hart, v uint64) { h.SetVStart(v); h.SetVS(3) }
			return right
		}, "csrrw"),
		s.csr("vstart/extended", "vstart reads with its highest bit as a sign", csrVstart, reads(func(h *rv64.Hart, v uint64) uint64 {
			if v >= vlen(h)/2 {
				v -= vlen(h)
			}
			return v
		}), "csrrw"),
	}
}

// vtypeDefects are wrong about vtype: who writes it, how wide it is, where its fields are, and which
// types there are.
func vtypeDefects(s seeding) []Subject {
	writable := func(h *rv64.Hart, n uint16, write, allowed bool) bool {
		return allowed || write && n == csrVtype && h.VS() != 0
	}
	// types replaces what vset* takes for the type that it is given; vill: it is not supported.
	types := func(id, what string, change func(vtype uint64) uint64, insns ...string) Subject {
		return s.rows(id, what, func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if _, raised := h.Raised(); raised || h.VType() == vill {
					return
				}
				vtype := change(h.VType())
				h.SetVType(vtype)
				if vl := min(h.VL(), maximum(h)); vl != h.VL() { // VLMAX is 0 under vill
					h.SetVL(vl)
					h.SetX(i.Rd, vl)
				}
			}
		}, insns...)
	}
	refused := func(refuse func(sew, eighths uint64) bool) func(uint64) uint64 {
		return func(vtype uint64) uint64 {
			sew, eighths := uint64(8)<<(vtype>>3&7), uint64(8)<<(vtype&7)
			if vtype&4 != 0 {
				eighths = 8 >> (8 - vtype&7)
			}
			if refuse(sew, eighths) {
				return vill
			}
			return vtype
		}
	}
	fractions := func(fits func(sew, eighths uint64) bool) func(uint64) uint64 {
		return refused(func(sew, eighths uint64) bool { return eighths < 8 && !fits(sew, eighths) })
	}
	return []Subject{
		s.access("vtype/write-ignored", "a write of vtype is no illegal instruction, and changes nothing", writable, "csrrw"),
		s.seeded("vtype/writable", "CSR instructions write vtype", func(c *rv64.Config) {
			s.access("", "", writable).Seed(c)
			s.csr("", "", csrVtype, func(right rv64.CSR) rv64.CSR {
				right.Write = func(h *rv64.Hart, v uint64) { h.SetVType(v) }
				return right
			}).Seed(c)
		}, "csrrw"),
		s.csr("vtype/word", "vtype is 32 bits wide, and vill bit 31", csrVtype, reads(func(_ *rv64.Hart, v uint64) uint64 { return v>>63<<31 | v&^vill }), "csrrs"),
		s.csr("vtype/word-extended", "vtype reads as 32 bits with a sign", csrVtype, reads(func(_ *rv64.Hart, v uint64) uint64 { return uint64(int64(v)>>63)<<31 | v&^vill }), "csrrs"),
		types("vtype/fields-swapped", "vlmul is bits 5 to 3, and vsew bits 2 to 0", func(v uint64) uint64 { return v&^63 | v>>3&7 | v&7<<3 }, "vsetivli"),
		types("vtype/layout-0.9", "vsew is bits 4 to 2, and vlmul bits 5, 1 and 0, as in version 0.9", func(v uint64) uint64 { return v&^63 | v>>2&7<<3 | v>>3&4 | v&3 }, "vsetivli"),
		types("vtype/vlmul-short", "bit 2 of vlmul is not looked at", func(v uint64) uint64 { return v &^ 4 }, "vsetivli"),
		types("vtype/vsew-short", "bit 4 of vtype is not looked at", func(v uint64) uint64 { return v &^ 16 }, "vsetivli"),
		types("vtype/eighth-refused", "LMUL = 1/8 is not supported", refused(func(_, eighths uint64) bool { return eighths == 1 }), "vsetivli"),
		types("vtype/fractions-refused", "fractional LMULs are not supported", fractions(func(uint64, uint64) bool { return false }), "vsetivli"),
		types("vtype/fraction-exclusive", "with a fractional LMUL, SEW must be less than LMUL * ELEN", fractions(func(sew, eighths uint64) bool { return sew < 8*eighths }), "vsetivli"),
		types("vtype/fraction-bytes", "with a fractional LMUL, SEW must be 8", fractions(func(sew, _ uint64) bool { return sew == 8 }), "vsetivli"),
		types("vtype/fraction-32", "a fractional LMUL supports SEW up to LMUL * 32", fractions(func(sew, eighths uint64) bool { return sew <= 4*eighths }), "vsetivli"),
		s.csr("misa/v-clear", "misa.V is clear", csrMisa, reads(func(_ *rv64.Hart, v uint64) uint64 { return v &^ (1 << ('V' - 'A')) }), "csrrs"),
	}
}

// vectorOffDefects do what is illegal while mstatus.VS is Off.
func vectorOffDefects(s seeding) []Subject {
	off := func(id, what string, insns ...string) Subject {
		return s.rows(id, what+" while mstatus.VS is Off", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if h.VS() != 0 {
					right(h, i)
					return
				}
				h.SetVS(3)
				right(h, i)
				h.SetVS(0)
			}
		}, insns...)
	}
	reachable := func(id, what string, numbers ...uint16) Subject {
		return s.access(id, what+" while mstatus.VS is Off", func(h *rv64.Hart, n uint16, write, allowed bool) bool {
			return allowed || h.VS() == 0 && slices.Contains(numbers, n) && !(write && n>>10 == 3)
		}, "csrrs", "csrrw")
	}
	return []Subject{
		reachable("vs-off/csrs", "vector CSRs can be accessed", csrVstart, csrVxsat, csrVxrm, csrVcsr, csrVL, csrVtype, csrVlenb),
		reachable("vs-off/vlenb", "the constant vlenb can be read", csrVlenb),
		reachable("vs-off/vcsr", "vcsr, vxrm and vxsat can be accessed", csrVcsr, csrVxrm, csrVxsat),
		off("vs-off/vset", "vset* executes", "vsetvli", "vsetivli", "vsetvl"),
		off("vs-off/scalar", "what writes an x register executes", "vmv.x.s", "vcpop.m"),
		off("vs-off/store", "a whole register is stored", "vs1r.v"),
		off("vs-off/move", "a whole register is copied", "vmv1r.v"),
	}
}
