package prove

import (
	"encoding/binary"
	"slices"

	"touchstone/runner/rv64"
)

// Defects are those that can show themselves in machine and user mode without paging: documented ones
// of real implementations, and others that break rules which no documented one is known to break.
func Defects(from uint64) []Subject {
	return slices.Concat(baseDefects(from), bitDefects(from), floatDefects(from), vectorDefects(from),
		landingDefects(from), vectorCSRDefects(from), partDefects(from),
		maskingDefects(from), cacheDefects(from), memoryDefects(from))
}

// documented makes subjects that are wrong in the code at and above from.
type documented struct{ from uint64 }

// seeded is a defect with a seed of its own.
func (d documented) seeded(id, ext, reference, what string, insns []string, seed func(*rv64.Config)) Subject {
	return Subject{ID: id, Kind: Documented, Extension: ext, Insns: insns, What: what, Reference: reference, Seed: seed}
}

// rows is a defect in the functions of some rows.
func (d documented) rows(id, ext, reference, what string, wrong func(rv64.Exec) rv64.Exec, insns ...string) Subject {
	return d.seeded(id, ext, reference, what, insns, func(c *rv64.Config) {
		for _, name := range insns {
			override(c, name, codeUnderTest(d.from, wrong))
		}
	})
}

// baseDefects are those of the base, of M, A, C and the CSR instructions.
func baseDefects(from uint64) []Subject {
	in := func(h *rv64.Hart) bool { return h.PC() >= from }
	wrap := func(wrong func(rv64.Exec) rv64.Exec, insns ...string) func(*rv64.Config) {
		return func(c *rv64.Config) {
			for _, name := range insns {
				override(c, name, codeUnderTest(from, wrong))
			}
		}
	}
	d := documented{from}.seeded
	list := func(names ...string) []string { return names }
	divisions := list("div", "divu", "rem", "remu")
	words := list("mulw", "divw", "divuw", "remw", "remuw")
	amos := list("amoswap.w", "amoadd.w", "amoxor.w", "amoand.w", "amoor.w", "amomin.w", "amomax.w", "amominu.w", "amomaxu.w",
		"amoswap.d", "amoadd.d", "amoxor.d", "amoand.d", "amoor.d", "amomin.d", "amomax.d", "amominu.d", "amomaxu.d")
	csrRows := list("csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci")
	atomics := list("lr.w", "lr.d", "sc.w", "sc.d")

	recause := func(old, wrong uint64) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if t, raised := h.Raised(); raised && t.Cause == old {
					h.Dismiss()
					h.Raise(wrong, t.Tval)
				}
			}
		}
	}
	return []Subject{
		d("i-fence-fields", "I", "CV32E40P: cv32e40p#442", "FENCE with nonzero rd, rs1 or fm raises an illegal-instruction exception", list("fence", "fence.tso"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Raw>>7&31 != 0 || i.Raw>>15&31 != 0 || i.Raw>>28 != 0 {
						h.Illegal(i)
						return
					}
					right(h, i)
				}
			}, "fence", "fence.tso")),
		d("i-fence-trap", "I", "PicoRV32: picorv32#228", "FENCE raises an illegal-instruction exception", list("fence"),
			wrap(func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }, "fence")),
		d("i-x0-nonzero", "I", "NEMU: commit 7ac3e23b", "a result for x0 is found there by the next instruction that reads it", list("add", "addi", "sub", "lui"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Rd != 0 {
						right(h, i)
						return
					}
					j, kept := *i, h.X(31)
					j.Rd = 31
					right(h, &j)
					h.CorruptZero(h.X(31))
					h.SetX(31, kept)
				}
			}, "add", "addi", "sub", "lui")),
		d("m-div0-nowrite", "M", "libriscv: commit e81e0f61", "division by zero leaves rd as it was", divisions,
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if h.X(i.Rs2) != 0 {
						right(h, i)
					}
				}
			}, divisions...)),
		d("m-rem-sign", "M", "Jolt zkVM: a16z/jolt PR#834", "the remainder takes the divisor's sign", list("rem"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					divisor := int64(h.X(i.Rs2))
					right(h, i)
					if r := int64(h.X(i.Rd)); r != 0 && divisor != 0 && (r < 0) != (divisor < 0) {
						h.SetX(i.Rd, uint64(-r))
					}
				}
			}, "rem")),
		d("m-rem-zero-sign", "M", "RS5: PR#49", "a zero remainder of negative operands comes out wrong", list("rem"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					a, b := int64(h.X(i.Rs1)), int64(h.X(i.Rs2))
					right(h, i)
					if a < 0 && b != 0 && h.X(i.Rd) == 0 {
						h.SetX(i.Rd, uint64(b))
					}
				}
			}, "rem")),
		d("m-remu0-exc", "M", "Ghidra: ghidra#9225", "REMU by zero raises an exception", list("remu"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if h.X(i.Rs2) == 0 {
						h.Illegal(i)
						return
					}
					right(h, i)
				}
			}, "remu")),
		d("m-word-sext", "M", "gem5: PR#3131", "32-bit results are zero-extended", words,
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetX(i.Rd, uint64(uint32(h.X(i.Rd)))) }
			}, words...)),
		d("a-amo-af-cause", "Zaamo", "sail-riscv: commit 9ebfc467", "an AMO that may not access memory reports a load access fault", amos,
			wrap(recause(rv64.StoreAccessFault, rv64.LoadAccessFault), amos...)),
		d("a-amo-cause-ld", "Zaamo", "Spike: commit 70fdec9e", "a misaligned AMO reports a load", amos,
			wrap(recause(rv64.StoreMisaligned, rv64.LoadMisaligned), amos...)),
		d("a-amo-rd-rs1", "Zalrsc", "NEMU: commit ae9e86c4", "the reservation is registered for the address that rd holds after the load", list("lr.w", "lr.d"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if _, raised := h.Raised(); !raised && i.Rd == i.Rs1 && i.Rd != 0 {
						h.Reserve(h.X(i.Rd), 8)
					}
				}
			}, "lr.w", "lr.d")),
		d("a-lr-misalign-reserve", "Zalrsc", "BOOM: riscv-boom#504", "a misaligned LR.D that traps leaves a reservation behind", atomics,
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if _, raised := h.Raised(); raised {
						h.Reserve(h.X(i.Rs1)&^7, 8)
					}
				}
			}, "lr.w", "lr.d")),
		d("a-lr-no-misalign", "Zalrsc", "Spike: commit f019910e", "a misaligned LR succeeds", list("lr.w", "lr.d"),
			wrap(misalignedLR, "lr.w", "lr.d")),
		d("a-sc-misalign-sail", "Zalrsc", "sail-riscv: commit 59cfe008", "a misaligned SC does not trap", list("sc.w", "sc.d"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if t, raised := h.Raised(); raised && t.Cause == rv64.StoreMisaligned {
						h.Dismiss()
						h.SetX(i.Rd, 1)
					}
				}
			}, "sc.w", "sc.d")),
		d("a-sc-noreserve-cancel", "Zalrsc", "sail-riscv: commit 04dfbad3", "a failing SC keeps the reservation", atomics,
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					addr, size := h.Reservation()
					right(h, i)
					if _, raised := h.Raised(); !raised && size != 0 && h.X(i.Rd) != 0 {
						h.Reserve(addr, size)
					}
				}
			}, "sc.w", "sc.d")),
		d("c-jr-imm", "Zca", "little-cpu: PR#22", "C.JR and C.JALR add an immediate that they take from the parcel that follows", list("c.jr", "c.jalr"),
			wrap(func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					var next [2]byte
					h.Machine().ReadMem(h.PC()+2, next[:])
					right(h, i)
					h.SetNext(h.Next() + uint64(int64(int16(binary.LittleEndian.Uint16(next[:])))>>4)&^1)
				}
			}, "c.jr", "c.jalr")),
		d("pmp-store-nofault", "I", "CVA6: cva6#3058", "a user-mode store to memory that it may only read succeeds", list("sb", "sh", "sw", "sd"),
			func(c *rv64.Config) {
				c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
					if a.Kind == rv64.Store && a.Mode == rv64.U && in(h) {
						return nil
					}
					return f
				}
			}),
		d("vm-ebreak-tval", "I", "CVA6: cva6#3585, CVW: cvw#1832", "EBREAK leaves its own encoding in tval", list("ebreak"),
			wrap(func(rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { h.Raise(rv64.Breakpoint, uint64(i.Raw)) }
			}, "ebreak")),
		d("a-sc-misalign-spike", "Zalrsc", "Spike: commit 79ac5e93", "a misaligned SC or AMO succeeds", append(list("sc.w", "sc.d"), amos...),
			func(c *rv64.Config) {
				c.Hooks.Check = func(h *rv64.Hart, a rv64.Access, f *rv64.Fault) *rv64.Fault {
					if f != nil && f.Cause == rv64.StoreMisaligned && (a.Kind == rv64.AMO || a.Kind == rv64.StoreConditional) && in(h) {
						return nil
					}
					return f
				}
			}),
		d("vm-tval-split", "Zca", "QEMU #1155, ibex#709, neorv32 PR#458", "a fetch fault on the second half of an instruction reports an address that is neither half", nil,
			func(c *rv64.Config) {
				c.Hooks.Trap = func(h *rv64.Hart, t *rv64.Trap) bool {
					if t.Cause == rv64.FetchAccessFault && in(h) && t.Tval == t.PC+2 {
						t.PC += 2 // the second half as if it were an instruction
						t.Tval = t.PC + 2
					}
					return true
				}
			}),
		d("csr-counteren-mc", "Zicntr", "sail-riscv: commit 7b2a230a", "mcounteren is not looked at", csrRows,
			func(c *rv64.Config) {
				c.Hooks.CSRAccess = func(h *rv64.Hart, csr uint16, write, allowed bool) bool {
					return allowed || counter(csr) && !write && in(h)
				}
			}),
		d("csr-counteren-polarity", "Zicntr", "Rocket: a38c5e95e, RV12#47", "counters are readable in user mode when the bit of mcounteren is clear", csrRows,
			func(c *rv64.Config) {
				c.Hooks.CSRAccess = func(h *rv64.Hart, csr uint16, write, allowed bool) bool {
					if counter(csr) && !write && in(h) && h.Mode() == rv64.U {
						return !allowed
					}
					return allowed
				}
			}),
		d("csr-csrrsi-ro", "Zicsr", "libriscv: commit 86e05778", "CSRRSI with a nonzero immediate executes on a read-only CSR", list("csrrsi"),
			wrap(onlyReads(func(i *rv64.Inst) { i.Rs1 = 0 }), "csrrsi")),
		d("csr-counteren-csrrsi", "Zicntr", "BOOM v4: riscv-boom#771", "CSRRSI with immediate 0 reads a counter that user mode may not read", list("csrrsi"),
			func(c *rv64.Config) {
				override(c, "csrrsi", codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
					return func(h *rv64.Hart, i *rv64.Inst) {
						right(h, i)
						if _, raised := h.Raised(); raised && counter(uint16(i.Raw>>20)) && i.Rs1 == 0 {
							h.Dismiss()
							h.SetX(i.Rd, h.Executed())
						}
					}
				}))
			}),
		d("fencei-amo", "Zifencei", "Rocket: rocket-chip#2323", "FENCE.I does not make an instruction that an AMO wrote visible to fetches", list("fence.i"),
			func(c *rv64.Config) {
				c.Hooks.FenceI = func(_ *rv64.Hart, _ uint64, by rv64.AccessKind) bool { return by != rv64.AMO }
			}),
	}
}

// misalignedLR does the load of a misaligned LR instead of trapping.
func misalignedLR(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		right(h, i)
		t, raised := h.Raised()
		if !raised || t.Cause != rv64.LoadMisaligned {
			return
		}
		size := 4
		if i.Row.Name == "lr.d" {
			size = 8
		}
		var v [8]byte
		if !h.Machine().ReadMem(h.X(i.Rs1), v[:size]) {
			return
		}
		h.Dismiss()
		h.Reserve(h.X(i.Rs1)&^7, 16)
		value := binary.LittleEndian.Uint64(v[:])
		if size == 4 {
			value = uint64(int64(int32(value)))
		}
		h.SetX(i.Rd, value)
	}
}

// onlyReads turns a CSR write that trapped into a read.
func onlyReads(read func(*rv64.Inst)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			right(h, i)
			if _, raised := h.Raised(); raised {
				h.Dismiss()
				j := *i
				read(&j)
				right(h, &j)
			}
		}
	}
}

// counter: cycle, time, instret and the rest of the 32.
func counter(csr uint16) bool { return csr >= 0xc00 && csr <= 0xc1f }
