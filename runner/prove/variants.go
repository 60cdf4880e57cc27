package prove

import (
	"encoding/binary"

	"touchstone/runner/rv64"
)

// Variants are behaviours that the standard permits and that differ from the embedded executor's
// own; each must pass.
func Variants(from uint64) []Subject {
	v := func(id, what string, seed func(*rv64.Config)) Subject {
		return Subject{ID: id, Kind: Legal, Extension: "Sm", What: what, Seed: seed}
	}
	set := func(f func(*rv64.Parameters)) func(*rv64.Config) {
		return func(c *rv64.Config) { f(&c.Parameters) }
	}
	unless := func(ext string, s Subject) Subject {
		s.Unless = ext
		return s
	}
	// in restricts a variant to the scenarios of the rows that it could change.
	in := func(rows []string, s Subject) Subject {
		s.Insns = rows
		return s
	}
	among := func(rows []string, s Subject) Subject { // and to those of several harts
		s.Insns, s.Harts = rows, true
		return s
	}
	csr := []string{"csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci"}
	reserving := []string{"lr.w", "lr.d", "sc.w", "sc.d"}
	const inHardware = "MISALIGNED_LDST_HW_SUPPORT"
	return []Subject{
		v("legal-mtval-zero", "mtval is zero after every trap", set(func(p *rv64.Parameters) { p.TvalZero = true })),
		v("legal-mtval-zero/illegal", "mtval is zero after illegal-instruction exceptions only", set(func(p *rv64.Parameters) { p.TvalZeroIllegal = true })),
		in([]string{"ebreak", "c.ebreak"}, v("legal-ebreak-tval", "mtval of EBREAK is zero", set(func(p *rv64.Parameters) { p.EbreakTvalZero = true }))),
		unless("Zama16b", stated(v("legal-misaligned/trap", "misaligned loads and stores raise address-misaligned exceptions", func(c *rv64.Config) { c.Misaligned = rv64.TrapMisaligned }), inHardware, false)),
		unless("Zama16b", stated(v("legal-misaligned/fault", "misaligned loads and stores raise access faults", func(c *rv64.Config) { c.Misaligned = rv64.TrapAccessFault }), inHardware, false)),
		unless("Zama16b", stated(v("legal-mis-prio", "access faults take priority over address-misaligned exceptions", func(c *rv64.Config) {
			c.Misaligned, c.Parameters.MisalignedLast = rv64.TrapMisaligned, true
		}), inHardware, false)),
		v("legal-lrsc-cause", "misaligned LR, SC and AMO raise access faults", set(func(p *rv64.Parameters) { p.AtomicAccessFault = true })),
		among(reserving, v("legal-sc-spurious", "every second SC that could succeed fails", set(func(p *rv64.Parameters) { p.SCFailsEvery = 2 }))),
		among(reserving, v("legal-sc-spurious/third", "every third SC that could succeed fails", set(func(p *rv64.Parameters) { p.SCFailsEvery = 3 }))),
		among(reserving, v("legal-sc-spurious/own-store", "a hart's own store breaks its reservation", set(func(p *rv64.Parameters) { p.StoreBreaks = true }))),
		among(reserving, stated(v("legal-reservation-8", "reservation sets of 8 bytes", set(func(p *rv64.Parameters) { p.ReservationBytes = 8 })), "LR_RESERVATION_SET_SIZE", 8)),
		among(reserving, unless("Za128rs", stated(v("legal-reservation-4096", "reservation sets of 4096 bytes", set(func(p *rv64.Parameters) { p.ReservationBytes = 4096 })), "LR_RESERVATION_SET_SIZE", 4096))),
		among(reserving, v("legal-sc-code", "SC fails with the code 2", func(c *rv64.Config) {
			for _, name := range []string{"sc.w", "sc.d"} {
				override(c, name, codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
					return func(h *rv64.Hart, i *rv64.Inst) {
						right(h, i)
						if _, raised := h.Raised(); !raised && h.X(i.Rd) == 1 {
							h.SetX(i.Rd, 2)
						}
					}
				}))
			}
		})),
		in(csr, v("legal-stvec", "mtvec's BASE is aligned to 64 bytes and MODE is read-only", set(func(p *rv64.Parameters) { p.TrapVectorAlign, p.DirectOnly = 64, true }))),
		in(csr, v("legal-warl-mpp", "an unsupported mode written to mstatus.MPP becomes U", set(func(p *rv64.Parameters) { p.PreviousModeToUser = true }))),
		in(csr, v("legal-counters/retire", "minstret counts instructions that trap", set(func(p *rv64.Parameters) { p.RetireTraps = true }))),
		in(csr, v("legal-counters/cycles", "seven cycles an instruction, a tick of time every eighth", set(func(p *rv64.Parameters) { p.CyclesPerStep, p.TimeDivisor = 7, 8 }))),
		in(csr, stated(v("legal-counters/enable", "mcounteren is read-only zero", set(func(p *rv64.Parameters) { p.CounterEnableZero = true })), "MCOUNTENABLE_EN", false)),
		in(csr, v("legal-counters/enable-unstated", "mcounteren is read-only zero, and the conformance statement does not say so", set(func(p *rv64.Parameters) { p.CounterEnableZero = true }))),
		in(csr, v("legal-counters/inhibit", "mcountinhibit is read-only zero", set(func(p *rv64.Parameters) { p.CounterInhibitZero = true }))),
		in(csr, stated(v("legal-counters/time", "the time CSR traps: firmware emulates it", set(func(p *rv64.Parameters) { p.NoTimeCSR = true })), "TIME_CSR_IMPLEMENTED", false)),
		stated(v("legal-pmp/none", "no PMP entries", set(func(p *rv64.Parameters) { p.PMPEntries = -1 })), "PMP_ENTRY_COUNT", 0),
		stated(v("legal-pmp/grain", "PMP regions of 4096 bytes and more", set(func(p *rv64.Parameters) { p.PMPGranularity = 4096 })), "PMP_GRANULARITY", 12),
		in(csr, v("legal-misa-zero", "misa reads as zero", set(func(p *rv64.Parameters) { p.MISAZero = true }))),
		v("legal-icache", "fetches go through an instruction cache that only FENCE.I makes coherent", set(func(p *rv64.Parameters) { p.StaleFetch = true })),
		v("legal-resv-insn", "reserved encodings execute as no-operations", reservedAsNop(from)),
	}
}

// stated is a variant that an implementation states by a parameter.
func stated(s Subject, name string, value any) Subject {
	s.Claim = map[string]any{name: value}
	return s
}

// reservedAsNop makes every word that no row has do nothing, but those that are defined to be
// illegal: all zeros and all ones.
func reservedAsNop(from uint64) func(*rv64.Config) {
	return func(c *rv64.Config) {
		c.Hooks.Trap = func(h *rv64.Hart, t *rv64.Trap) bool {
			if t.Cause != rv64.IllegalInstruction || h.PC() < from {
				return true
			}
			var b [4]byte
			if !h.Machine().ReadMem(t.PC, b[:]) {
				return true
			}
			word := binary.LittleEndian.Uint32(b[:])
			_, known := c.Table.Decode(word)
			return known || word == 0 || word == ^uint32(0) || word&0xffff == 0
		}
	}
}
