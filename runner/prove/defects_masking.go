package prove

import (
	"slices"
	"sync"

	"touchstone/runner/rv64"
)

// CSRs that pointer masking is set in, or that may hold an address.
const (
	csrSSP      = 0x011
	csrMenvcfg  = 0x30a
	csrMscratch = 0x340
	csrMepc     = 0x341
)

// menvcfgPMM is the field that sets user mode's masking; 1 is reserved.
const menvcfgPMM = 3 << 32

// userMask is the bits of an address that count by menvcfg.PMM, which is user mode's setting.
func userMask(h *rv64.Hart) uint64 {
	menvcfg, _ := h.CSR(csrMenvcfg)
	return ^uint64(0) >> [4]uint{2: 7, 3: 16}[menvcfg&menvcfgPMM>>32]
}

// untagged is what masking makes of an address in the current mode.
func untagged(h *rv64.Hart, addr uint64) uint64 {
	if h.Mode() == rv64.U {
		addr &= userMask(h)
	}
	return addr
}

// tagged is the address of a load or store before masking.
type tagged struct{ base, offset uint64 }

// Major opcodes of explicit accesses.
const (
	opLoad    = 0x03
	opLoadFP  = 0x07 // of vectors too
	opStore   = 0x23
	opStoreFP = 0x27
)

// addressOf is what the load or store at pc adds up; ok is false for other instructions, compressed ones too.
func addressOf(h *rv64.Hart, pc uint64) (t tagged, ok bool) {
	word := uint32(wordAt(h, pc))
	t.base = h.X(uint8(word >> 15 & 31))
	switch word & 0x7f {
	case opLoad:
		t.offset = uint64(int64(int32(word)) >> 20)
	case opStore:
		t.offset = uint64(int64(int32(word))>>25<<5) | uint64(word>>7&31)
	default:
		return t, false
	}
	return t, true
}

// maskingDefects break pointer masking, a rule each.
func maskingDefects(from uint64) []Subject {
	list := func(names ...string) []string { return names }
	in := func(h *rv64.Hart) bool { return h.PC() >= from }
	d := func(id, what string, insns []string, seed func(*rv64.Config)) Subject {
		return Subject{ID: "masking/" + id, Kind: Generated, Extension: "Supm", Insns: insns, What: what, Seed: seed}
	}
	// address is wrong in the address that an explicit access uses.
	address := func(id, what string, insns []string, wrong func(h *rv64.Hart, kind rv64.AccessKind, addr, masked uint64) uint64) Subject {
		return d(id, what, insns, func(c *rv64.Config) {
			c.Hooks.Address = func(h *rv64.Hart, kind rv64.AccessKind, addr, masked uint64) uint64 {
				if !in(h) {
					return masked
				}
				return wrong(h, kind, addr, masked)
			}
		})
	}
	// unmasked is masking that leaves some accesses out.
	unmasked := func(id, what string, insns []string, is func(h *rv64.Hart, kind rv64.AccessKind, addr uint64) bool) Subject {
		return address(id, what, insns, func(h *rv64.Hart, kind rv64.AccessKind, addr, masked uint64) uint64 {
			if is(h, kind, addr) {
				return addr
			}
			return masked
		})
	}
	kinds := func(id, what string, insns []string, of ...rv64.AccessKind) Subject {
		return unmasked(id, what, insns, func(_ *rv64.Hart, kind rv64.AccessKind, _ uint64) bool { return slices.Contains(of, kind) })
	}
	csrs := func(id, what string, insns []string, wrap func(rv64.CSR) rv64.CSR, numbers ...uint16) Subject {
		return d(id, what, insns, func(c *rv64.Config) {
			c.Hooks.CSR = map[uint16]func(rv64.CSR) rv64.CSR{}
			for _, n := range numbers {
				if n != csrSSP || c.Table.Selected("Zicfiss") {
					c.Hooks.CSR[n] = wrap
				}
			}
		})
	}
	masksWrites := func(right rv64.CSR) rv64.CSR {
		return rv64.CSR{Read: right.Read, Write: func(h *rv64.Hart, v uint64) {
			if in(h) {
				v &= userMask(h)
			}
			right.Write(h, v)
		}}
	}
	masksReads := func(right rv64.CSR) rv64.CSR {
		return rv64.CSR{Write: right.Write, Read: func(h *rv64.Hart) uint64 {
			if in(h) {
				return right.Read(h) & userMask(h)
			}
			return right.Read(h)
		}}
	}
	return []Subject{
		unmasked("ignored", "PMM is kept and masks nothing", list("lwu"), func(*rv64.Hart, rv64.AccessKind, uint64) bool { return true }),
		address("six-bits", "one bit fewer is masked than PMM says", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if addr != masked {
				return addr & (userMask(h)<<1 | 1)
			}
			return masked
		}),
		address("sixteen-for-seven", "sixteen bits are masked whatever length PMM says", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if h.Mode() == rv64.U && userMask(h) != ^uint64(0) {
				return addr << 16 >> 16
			}
			return masked
		}),
		address("seven-for-sixteen", "seven bits are masked whatever length PMM says", list("lwu"), func(_ *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if addr != masked {
				return addr << 7 >> 7
			}
			return masked
		}),
		address("sign-extended", "the masked bits become copies of the bit below them, as they do under translation", list("lwu"),
			func(h *rv64.Hart, _ rv64.AccessKind, _, masked uint64) uint64 {
				if mask := userMask(h); h.Mode() == rv64.U && masked&^(mask>>1) != 0 {
					return masked | ^mask
				}
				return masked
			}),
		address("bit-63-kept", "copies of bit 63 take the place of the masked bits", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if addr>>63 != 0 && addr != masked {
				return masked | ^userMask(h)
			}
			return masked
		}),
		kinds("loads-alone", "stores are not masked", list("sh"), rv64.Store),
		kinds("plain-alone", "LR, SC and AMOs are not masked", list("amomaxu.d", "lr.w", "amocas.q"), rv64.AMO, rv64.LoadReserved, rv64.StoreConditional),
		kinds("no-cbo", "cache-block operations are not masked", list("cbo.zero"), rv64.CacheZero, rv64.CacheManagement),
		unmasked("integer-alone", "loads and stores of floating-point and vector registers are not masked", list("fsw", "vse64.v"),
			func(h *rv64.Hart, _ rv64.AccessKind, _ uint64) bool {
				op := wordAt(h, h.PC()) & 0x7f
				return op == opLoadFP || op == opStoreFP
			}),
		unmasked("compressed", "compressed loads and stores are not masked", list("c.ld", "c.sd", "c.lw", "c.sw"),
			func(h *rv64.Hart, _ rv64.AccessKind, _ uint64) bool { return wordAt(h, h.PC())&3 != 3 }),
		unmasked("bit-63-set", "only addresses with bit 63 set are masked", list("lwu"),
			func(_ *rv64.Hart, _ rv64.AccessKind, addr uint64) bool { return addr>>63 == 0 }),
		unmasked("bit-63-clear", "addresses with bit 63 set are taken for the kernel's and not masked", list("lwu"),
			func(_ *rv64.Hart, _ rv64.AccessKind, addr uint64) bool { return addr>>63 != 0 }),
		unmasked("without-offset", "only accesses with a zero offset are masked", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, _ uint64) bool {
			t, ok := addressOf(h, h.PC())
			return ok && t.offset != 0
		}),
		d("jump-targets", "a jump to a tagged address goes where the address without the tag is", list("jalr"), func(c *rv64.Config) {
			override(c, "jalr", codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					h.SetNext(untagged(h, h.Next()))
				}
			}))
		}),
		address("in-machine-mode", "user mode's setting stays in effect in machine mode", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, addr, _ uint64) uint64 {
			return addr & userMask(h)
		}),
		address("always", "user mode is masked with PMM zero too", list("lwu"), func(h *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if h.Mode() == rv64.U && addr == masked {
				return addr << 7 >> 7
			}
			return masked
		}),
		address("mprv-ignored", "under MPRV machine mode's own accesses are not masked", list("lwu", "sb"), func(h *rv64.Hart, _ rv64.AccessKind, addr, masked uint64) uint64 {
			if h.Mode() == rv64.M {
				return addr
			}
			return masked
		}),
		csrs("csr-writes", "what software writes to a CSR that may hold an address is masked", list("csrrw"), masksWrites, csrMscratch, csrSSP),
		csrs("csr-reads", "what software reads from a CSR that may hold an address is masked", list("csrrs"), masksReads, csrMscratch, csrSSP),
		csrs("narrow-mepc", "mepc holds the upper bits only while masking is off", list("csrrw"), masksWrites, csrMepc),
		d("tagged-tval", "the tval of a masked access that faults still has the tag", list("lwu", "sb"), func(c *rv64.Config) {
			c.Hooks.Trap = func(h *rv64.Hart, t *rv64.Trap) bool {
				if t.Cause == rv64.LoadAccessFault || t.Cause == rv64.StoreAccessFault {
					if a, ok := addressOf(h, t.PC); ok && t.PC >= from && t.Tval == (a.base+a.offset)&userMask(h) {
						t.Tval = a.base + a.offset
					}
				}
				return true
			}
		}),
		d("reserved-length", "menvcfg.PMM holds the reserved 1", list("csrrw"), func(c *rv64.Config) { c.Hooks.CSR = reservedPMM(in) }),
	}
}

// reservedPMM is a menvcfg that takes 1 for PMM from code under test, and masks nothing then.
func reservedPMM(in func(*rv64.Hart) bool) map[uint16]func(rv64.CSR) rv64.CSR {
	var reserved sync.Map // harts whose menvcfg was written so
	return map[uint16]func(rv64.CSR) rv64.CSR{csrMenvcfg: func(right rv64.CSR) rv64.CSR {
		return rv64.CSR{
			Read: func(h *rv64.Hart) uint64 {
				v := right.Read(h)
				if _, ok := reserved.Load(h); ok {
					v |= 1 << 32
				}
				return v
			},
			Write: func(h *rv64.Hart, v uint64) {
				reserved.Delete(h)
				if v&menvcfgPMM == 1<<32 && in(h) {
					v &^= menvcfgPMM
					reserved.Store(h, true)
				}
				right.Write(h, v)
			},
		}
	}}
}
