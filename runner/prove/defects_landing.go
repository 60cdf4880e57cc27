package prove

import (
	"encoding/binary"
	"slices"
	"sync"

	"touchstone/runner/rv64"
)

// seeding makes defects of one extension that nobody has reported yet: wrong readings of its rules
// that an implementer may well have.
type seeding struct {
	from      uint64
	extension string
}

// seeded is a defect with a seed of its own, tried in the scenarios that execute some rows.
func (s seeding) seeded(id, what string, seed func(*rv64.Config), insns ...string) Subject {
	return Subject{ID: id, Kind: Generated, Extension: s.extension, Insns: insns, What: what, Seed: seed}
}

// rows is a defect in the functions of some rows.
func (s seeding) rows(id, what string, wrong func(rv64.Exec) rv64.Exec, insns ...string) Subject {
	return s.seeded(id, what, func(c *rv64.Config) {
		for _, name := range insns {
			override(c, name, codeUnderTest(s.from, wrong))
		}
	}, insns...)
}

// traps is a defect in how traps of the code under test are taken.
func (s seeding) traps(id, what string, wrong func(h *rv64.Hart, t *rv64.Trap), insns ...string) Subject {
	return s.seeded(id, what, func(c *rv64.Config) {
		c.Hooks.Trap = func(h *rv64.Hart, t *rv64.Trap) bool {
			if h.PC() >= s.from {
				wrong(h, t)
			}
			return true
		}
	}, insns...)
}

// Bits of mstatus.
const (
	statusMPELP = 1 << 41
	csrMstatus  = 0x300
)

// landingDefects are wrong about landing pads: which jumps expect one, what is one, and what traps
// make of the expectation.
func landingDefects(from uint64) []Subject {
	s := seeding{from, "Zicfilp"}
	return slices.Concat(expectationDefects(s), padDefects(s), landingFaultDefects(s), expectationTrapDefects(s))
}

// expectationDefects are wrong about which jumps expect a landing pad.
func expectationDefects(s seeding) []Subject {
	// expecting overrules what a jump expects, where that is anything.
	expecting := func(expects func(h *rv64.Hart, i *rv64.Inst, right bool) bool) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if _, raised := h.Raised(); !raised && landingPadsEnabled(h) {
					h.ExpectLandingPad(expects(h, i, h.LandingPadExpected()))
				}
			}
		}
	}
	never := expecting(func(*rv64.Hart, *rv64.Inst, bool) bool { return false })
	return []Subject{
		s.rows("landing/c.jr-free", "C.JR expects no landing pad", never, "c.jr"),
		s.rows("landing/c.jalr-free", "C.JALR expects no landing pad", never, "c.jalr"),
		s.rows("landing/calls-only", "JALR with rd = x0 expects no landing pad", expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool { return right && i.Rd != 0 }), "jalr"),
		s.rows("landing/jumps-only", "JALR with a link expects no landing pad", expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool { return right && i.Rd == 0 }), "jalr"),
		s.rows("landing/register-low-bits", "registers are told apart by the low three bits of their numbers: jumps through x9, x13 and x15 expect nothing either",
			expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool {
				return right && i.Rs1&7 != 1 && i.Rs1&7 != 5 && i.Rs1&7 != 7
			}), "jalr"),
		s.rows("landing/x7-expects", "a jump through x7 expects a landing pad", expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool { return right || i.Rs1 == 7 }), "jalr"),
		s.rows("landing/x5-expects", "a jump through x5, the alternate link register, expects a landing pad",
			expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool { return right || i.Rs1 == 5 }), "jalr"),
		s.rows("landing/x6-free", "a jump through x6 is taken for one guarded by software",
			expecting(func(_ *rv64.Hart, i *rv64.Inst, right bool) bool { return right && i.Rs1 != 6 }), "jalr"),
		s.rows("landing/direct-expects", "a direct call expects a landing pad",
			expecting(func(_ *rv64.Hart, i *rv64.Inst, _ bool) bool { return i.Rd != 0 }), "jal"),
	}
}

// landingPadsEnabled: menvcfg.LPE, of user mode; machine mode is as it is after reset, without.
func landingPadsEnabled(h *rv64.Hart) bool {
	menvcfg, _ := h.CSR(0x30a)
	return h.Mode() == rv64.U && menvcfg>>2&1 != 0
}

// padDefects are wrong about what LPAD looks at.
func padDefects(s seeding) []Subject {
	// lands says whether LPAD lets a jump pass, given what the rules say and the label.
	lands := func(passes func(h *rv64.Hart, label uint64, right bool) bool) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if !h.LandingPadExpected() {
					right(h, i)
					return
				}
				right(h, i)
				_, raised := h.Raised()
				switch ok := passes(h, uint64(i.Raw>>12), !raised); {
				case ok && raised:
					h.Dismiss()
					h.ExpectLandingPad(false)
				case !ok && !raised:
					h.ExpectLandingPad(true)
					h.Raise(rv64.SoftwareCheck, rv64.LandingPadFault)
				}
			}
		}
	}
	// comparing compares the label with other bits than those of x7 that hold it.
	comparing := func(equal func(label, x7 uint64) bool) func(rv64.Exec) rv64.Exec {
		return lands(func(h *rv64.Hart, label uint64, _ bool) bool {
			return h.PC()&3 == 0 && (label == 0 || equal(label, h.X(7)))
		})
	}
	return []Subject{
		s.rows("lpad/label-ignored", "the label is not compared", comparing(func(uint64, uint64) bool { return true }), "lpad"),
		s.rows("lpad/label-low-bits", "the label is compared with bits 19 to 0 of x7", comparing(func(label, x7 uint64) bool { return label == x7&0xfffff }), "lpad"),
		s.rows("lpad/label-long", "the label is compared with bits 63 to 12 of x7", comparing(func(label, x7 uint64) bool { return label == x7>>12 }), "lpad"),
		s.rows("lpad/label-extended", "the immediate, sign-extended, is compared with x7 but for its twelve lowest bits",
			comparing(func(label, x7 uint64) bool { return uint64(int64(int32(label<<12))) == x7&^0xfff }), "lpad"),
		s.rows("lpad/label-whole", "the immediate is compared with all 32 bits of x7", comparing(func(label, x7 uint64) bool { return label<<12 == x7&0xffffffff }), "lpad"),
		s.rows("lpad/label-top-bit", "bit 31 of the label is not compared", comparing(func(label, x7 uint64) bool { return (label^x7>>12)&0x7ffff == 0 }), "lpad"),
		s.rows("lpad/label-low-bit", "bit 12 of the label is not compared", comparing(func(label, x7 uint64) bool { return (label^x7>>12)&0xffffe == 0 }), "lpad"),
		s.rows("lpad/zero-compared", "label zero is compared like any other", lands(func(h *rv64.Hart, label uint64, right bool) bool {
			return right && label == h.X(7)>>12&0xfffff
		}), "lpad"),
		s.rows("lpad/zero-expected", "x7 without a label lands on every pad", lands(func(h *rv64.Hart, _ uint64, right bool) bool {
			return right || h.PC()&3 == 0 && h.X(7)>>12&0xfffff == 0
		}), "lpad"),
		s.rows("lpad/misaligned", "a landing pad may be misaligned", lands(func(h *rv64.Hart, label uint64, _ bool) bool {
			return label == 0 || label == h.X(7)>>12&0xfffff
		}), "lpad"),
		s.rows("lpad/misaligned-zero", "a landing pad with label zero may be misaligned", lands(func(_ *rv64.Hart, label uint64, right bool) bool { return right || label == 0 }), "lpad"),
		s.rows("lpad/expectation-stays", "a landing pad does not end the expectation", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				expected := h.LandingPadExpected()
				right(h, i)
				h.ExpectLandingPad(expected)
			}
		}, "lpad"),
		s.rows("lpad/always-compared", "the label is compared even where no landing pad is expected", func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				if landingPadsEnabled(h) {
					h.ExpectLandingPad(true)
				}
				right(h, i)
			}
		}, "lpad"),
	}
}

// landingFaultDefects raise something else than a landing pad fault, or in another order.
func landingFaultDefects(s seeding) []Subject {
	fault := func(change func(h *rv64.Hart, t *rv64.Trap)) func(*rv64.Hart, *rv64.Trap) {
		return func(h *rv64.Hart, t *rv64.Trap) {
			if t.Cause == rv64.SoftwareCheck {
				change(h, t)
			}
		}
	}
	return []Subject{
		s.traps("landing/illegal", "a landing pad fault has the cause of an illegal instruction", fault(func(_ *rv64.Hart, t *rv64.Trap) { t.Cause, t.Tval = rv64.IllegalInstruction, 0 }), "lpad"),
		s.traps("landing/hardware-error", "a landing pad fault has cause 19, of a hardware error", fault(func(_ *rv64.Hart, t *rv64.Trap) { t.Cause = 19 }), "lpad"),
		s.traps("landing/shadow-code", "a landing pad fault has the code of a shadow stack fault", fault(func(_ *rv64.Hart, t *rv64.Trap) { t.Tval = rv64.ShadowStackFault }), "lpad"),
		s.traps("landing/instruction-bits", "mtval of a landing pad fault is the instruction", fault(func(h *rv64.Hart, t *rv64.Trap) { t.Tval = wordAt(h, t.PC) }), "lpad"),
		s.traps("landing/unknown-first", "an instruction that does not exist is illegal even where a landing pad is expected", fault(func(h *rv64.Hart, t *rv64.Trap) {
			if word := wordAt(h, t.PC); !exists(h, word) {
				t.Cause, t.Tval = rv64.IllegalInstruction, word
			}
		}), "jalr"),
		s.seeded("landing/traps-lost", "a landing pad fault is no trap: the program goes on", func(c *rv64.Config) {
			c.Hooks.Trap = func(h *rv64.Hart, t *rv64.Trap) bool {
				if h.PC() < s.from || t.Cause != rv64.SoftwareCheck {
					return true
				}
				h.ExpectLandingPad(false)
				return false
			}
		}, "lpad"),
		s.traps("landing/before-fetch", "a target that may not be fetched is a landing pad fault", func(h *rv64.Hart, t *rv64.Trap) {
			if t.Cause == rv64.FetchAccessFault && h.LandingPadExpected() {
				t.Cause, t.Tval = rv64.SoftwareCheck, rv64.LandingPadFault
			}
		}, "lpad"),
	}
}

// wordAt is the instruction at an address, as 32 bits.
func wordAt(h *rv64.Hart, pc uint64) uint64 {
	var b [4]byte
	h.Machine().ReadMem(pc, b[:])
	return uint64(binary.LittleEndian.Uint32(b[:]))
}

func exists(h *rv64.Hart, word uint64) bool {
	_, ok := h.Machine().Table().Decode(uint32(word))
	return ok
}

// expectationTrapDefects lose the expectation in a trap or a return from one, or make one up.
func expectationTrapDefects(s seeding) []Subject {
	// returns changes what MRET does with the expectation that MPELP keeps.
	returns := func(change func(h *rv64.Hart, kept bool)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				kept := status(h)&statusMPELP != 0
				right(h, i)
				if _, raised := h.Raised(); !raised {
					change(h, kept)
				}
			}
		}
	}
	return []Subject{
		s.traps("landing/fault-unsaved", "MPELP is clear after a landing pad fault", func(h *rv64.Hart, t *rv64.Trap) {
			if t.Cause == rv64.SoftwareCheck {
				h.ExpectLandingPad(false)
			}
		}, "mret"),
		s.traps("landing/fetch-fault-unsaved", "a trap that comes before the instruction at the target forgets that a landing pad is expected", func(h *rv64.Hart, t *rv64.Trap) {
			if t.Cause == rv64.FetchAccessFault {
				h.ExpectLandingPad(false)
			}
		}, "mret"),
		s.traps("landing/always-saved", "every trap from a mode with landing pads sets MPELP", func(h *rv64.Hart, _ *rv64.Trap) {
			if landingPadsEnabled(h) {
				h.ExpectLandingPad(true)
			}
		}, "mret"),
		s.seeded("landing/outlives-trap", "a trap leaves ELP as it is, so that the program to which the handler returns must be at a landing pad whatever MPELP says", func(c *rv64.Config) {
			var expected sync.Map // by hart
			c.Hooks.Trap = func(h *rv64.Hart, _ *rv64.Trap) bool {
				expected.Store(h, h.PC() >= s.from && h.LandingPadExpected())
				return true
			}
			c.Hooks.MRET = func(h *rv64.Hart) {
				if kept, ok := expected.LoadAndDelete(h); ok && kept.(bool) && h.PC() >= s.from && landingPadsEnabled(h) {
					h.ExpectLandingPad(true)
				}
			}
		}, "mret"),
		s.rows("mret/expectation-lost", "MRET does not restore the expectation", returns(func(h *rv64.Hart, _ bool) { h.ExpectLandingPad(false) }), "mret"),
		s.rows("mret/expectation-unconditional", "MRET restores the expectation even where landing pads are not enabled", returns(func(h *rv64.Hart, kept bool) {
			if target := wordAt(h, h.Next()); kept && h.Mode() == rv64.U && !landingPadsEnabled(h) && target&0xfff != 0x17 {
				h.SetPC(h.Next()) // the instruction there is looked at before it is executed
				h.ExpectLandingPad(true)
				h.Raise(rv64.SoftwareCheck, rv64.LandingPadFault)
			}
		}), "mret"),
		s.rows("mret/mpelp-kept", "MRET leaves MPELP as it is", returns(func(h *rv64.Hart, kept bool) {
			if kept {
				h.SetCSR(csrMstatus, status(h)|statusMPELP)
			}
		}), "mret"),
		s.rows("mret/always-expects", "MRET to a mode with landing pads always expects one", returns(func(h *rv64.Hart, _ bool) { h.ExpectLandingPad(landingPadsEnabled(h)) }), "mret"),
	}
}

func status(h *rv64.Hart) uint64 {
	v, _ := h.CSR(csrMstatus)
	return v
}
