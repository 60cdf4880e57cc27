package prove

import (
	"slices"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/specs/isa"
)

// operator is one way of being wrong. Each says on which instructions it makes sense: where its
// effect could not be told from the right one (operands of a commutative instruction swapped, an
// effect of an instruction that has none removed) it does not.
type operator struct {
	name  string
	what  string
	fits  func(shape) bool
	wrong func(rv64.Exec) rv64.Exec
}

// shape is what operators need to know of a row.
type shape struct {
	in                *isa.Instruction
	name              string
	rd, rs1, rs2, imm bool
	load, store       bool
	branch, jump      bool
	atomic, csr, trap bool
	word              bool // the result is a sign-extended word
	commutes          bool
	none              bool // no effect: fences and hints
}

func shapeOf(in *isa.Instruction) shape {
	has := func(names ...string) bool {
		return slices.ContainsFunc(names, func(n string) bool { _, ok := in.Operand(n); return ok })
	}
	does := in.Row.Does
	calls := func(f string) bool { return strings.Contains(does, f+"(") }
	s := shape{
		in: in, name: in.Name,
		rd: has("rd"), rs1: has("rs1"), rs2: has("rs2"), imm: has("imm", "offset", "imm20", "shamt", "shamt5", "target", "jtarget"),
		load: calls("load_bytes"), store: calls("store_bytes"), branch: calls("branch"), jump: calls("jump"),
		atomic: calls("amo") || calls("load_reserved") || calls("store_conditional"),
		csr:    calls("csr_update"), trap: calls("trap") || calls("environment_call"),
		none:     strings.TrimSpace(does) == "pass" || in.Name == "fence.i",
		commutes: slices.Contains([]string{"add", "addw", "and", "or", "xor", "mul", "mulh", "mulhu", "mulw", "beq", "bne"}, in.Name),
	}
	s.word = s.rd && strings.Contains(does, ", 32)") && !strings.Contains(does, "zext(")
	if s.none {
		s.rd, s.rs1, s.rs2, s.imm = false, false, false, false
	}
	return s
}

// value says that the row computes rd from its operands, without memory, control or system state.
func (s shape) value() bool {
	return s.rd && !s.load && !s.atomic && !s.csr && !s.jump
}

func operators() []operator {
	effect := func(s shape) bool { return !s.none }
	rd := func(s shape) bool { return s.rd }
	after := func(change func(h *rv64.Hart, i *rv64.Inst, before uint64)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				before := h.X(i.Rd)
				right(h, i)
				if _, raised := h.Raised(); !raised {
					change(h, i, before)
				}
			}
		}
	}
	with := func(change func(h *rv64.Hart, i *rv64.Inst)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				j := *i
				change(h, &j)
				right(h, &j)
			}
		}
	}
	onResult := func(f func(v uint64) uint64) func(rv64.Exec) rv64.Exec {
		return after(func(h *rv64.Hart, i *rv64.Inst, _ uint64) { h.SetX(i.Rd, f(h.X(i.Rd))) })
	}
	// at changes the result only when a source holds one edge value.
	at := func(edge uint64, f func(v uint64) uint64) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				hit := h.X(i.Rs1) == edge
				right(h, i)
				if _, raised := h.Raised(); hit && !raised {
					h.SetX(i.Rd, f(h.X(i.Rd)))
				}
			}
		}
	}
	retrap := func(change func(t *rv64.Trap)) func(rv64.Exec) rv64.Exec {
		return func(right rv64.Exec) rv64.Exec {
			return func(h *rv64.Hart, i *rv64.Inst) {
				right(h, i)
				if t, raised := h.Raised(); raised {
					h.Dismiss()
					change(&t)
					h.Raise(t.Cause, t.Tval)
				}
			}
		}
	}
	traps := func(s shape) bool { return s.load || s.store || s.atomic || s.trap || s.csr }
	return []operator{
		{"illegal", "raises an illegal-instruction exception", func(shape) bool { return true },
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }},
		{"no-effect", "does nothing", effect,
			func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) {} }},
		{"skip", "skips the instruction after it", func(s shape) bool { return s.none || s.value() },
			after(func(h *rv64.Hart, i *rv64.Inst, _ uint64) { h.SetNext(h.Next() + 4) })},
		{"other-destination", "writes the neighbouring register", rd,
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Rd ^= 1 })},
		{"clobber", "also changes a register that is no operand", func(shape) bool { return true },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					victim := uint8(29)
					for victim == i.Rd || victim == i.Rs1 || victim == i.Rs2 {
						victim--
					}
					right(h, i)
					h.SetX(victim, h.X(victim)+1)
				}
			}},
		{"swap-operands", "takes rs1 for rs2 and rs2 for rs1", func(s shape) bool { return s.rs1 && s.rs2 && !s.commutes && !s.atomic && !s.store },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Rs1, i.Rs2 = i.Rs2, i.Rs1 })},
		{"rs1-twice", "takes rs1 for rs2 too", func(s shape) bool { return s.rs1 && s.rs2 && s.name != "lr.w" && s.name != "lr.d" },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Rs2 = i.Rs1 })},
		{"rs2-neighbour", "reads the neighbour of rs2", func(s shape) bool { return s.rs2 },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Rs2 ^= 1 })},
		{"bit-0", "bit 0 of the result is inverted", rd, onResult(func(v uint64) uint64 { return v ^ 1 })},
		{"bit-63-at-minimum", "the result's sign is wrong when rs1 holds -2^63", func(s shape) bool { return s.value() && s.rs1 },
			at(1<<63, func(v uint64) uint64 { return v ^ 1<<63 })},
		{"bit-5-at-zero", "bit 5 of the result is wrong when rs1 holds 0", func(s shape) bool { return s.value() && s.rs1 },
			at(0, func(v uint64) uint64 { return v ^ 32 })},
		{"bit-31-at-ones", "bit 31 of the result is wrong when rs1 holds -1", func(s shape) bool { return s.value() && s.rs1 },
			at(^uint64(0), func(v uint64) uint64 { return v ^ 1<<31 })},
		{"sign-lost", "a word result is zero-extended", func(s shape) bool {
			return s.word || s.atomic && strings.HasSuffix(s.name, ".w") && !strings.HasPrefix(s.name, "sc")
		},
			onResult(func(v uint64) uint64 { return uint64(uint32(v)) })},
		{"upper-half-lost", "the result's upper half is a copy of bit 31", func(s shape) bool {
			return s.value() && !s.word && !strings.HasPrefix(s.name, "slt") && !strings.Contains(s.in.Row.Does, ", 32)") && s.name != "lui"
		},
			onResult(func(v uint64) uint64 { return uint64(int64(int32(v))) })},
		{"x0-written", "a result for x0 stays in x0", func(s shape) bool { return s.rd && !s.csr },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					if i.Rd != 0 {
						right(h, i)
						return
					}
					j, kept := *i, h.X(31)
					j.Rd = 31
					right(h, &j)
					h.CorruptZero(h.X(31) | 1)
					h.SetX(31, kept)
				}
			}},
		{"alias-rs1", "keeps the old value when rd is rs1", func(s shape) bool { return s.rd && s.rs1 },
			after(func(h *rv64.Hart, i *rv64.Inst, before uint64) {
				if i.Rd == i.Rs1 {
					h.SetX(i.Rd, before)
				}
			})},
		{"alias-rs2", "keeps the old value when rd is rs2", func(s shape) bool { return s.rd && s.rs2 },
			after(func(h *rv64.Hart, i *rv64.Inst, before uint64) {
				if i.Rd == i.Rs2 {
					h.SetX(i.Rd, before)
				}
			})},
		{"immediate-unsigned", "the immediate's sign is not extended", func(s shape) bool { return s.imm && immediate(s) },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Imm &= 0xfff })},
		{"immediate-short", "the immediate's lowest set bit is lost", func(s shape) bool { return s.imm },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Imm &= i.Imm - 1 })},
		{"immediate-ignored", "the immediate is taken as zero", func(s shape) bool { return s.imm && !s.branch && s.name != "jal" },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Imm = 0 })},
		{"branch-inverted", "the branch is taken when it must not be", func(s shape) bool { return s.branch }, invert},
		{"branch-always", "the branch is always taken", func(s shape) bool { return s.branch },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { h.SetNext(h.PC() + uint64(i.Imm)) }
			}},
		{"target-off", "the target is two bytes further", func(s shape) bool { return s.branch || s.jump },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					plain := h.Next()
					right(h, i)
					if _, raised := h.Raised(); !raised && h.Next() != plain {
						h.SetNext(h.Next() + 2)
					}
				}
			}},
		{"link-to-itself", "the link is the jump's own address", func(s shape) bool { return s.jump && s.rd },
			after(func(h *rv64.Hart, i *rv64.Inst, _ uint64) { h.SetX(i.Rd, h.PC()) })},
		{"bit-0-kept", "bit 0 of the jump's target is not cleared: the hart lands one byte off", func(s shape) bool { return s.name == "jalr" },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					odd := (h.X(i.Rs1) + uint64(i.Imm)) & 1
					right(h, i)
					h.SetNext(h.Next() + 2*odd)
				}
			}},
		{"link-first", "the link is written before the target is read", func(s shape) bool { return s.name == "jalr" },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					h.SetX(i.Rd, h.PC()+uint64(i.Size))
					right(h, i)
				}
			}},
		{"address-off", "accesses the next byte", func(s shape) bool { return (s.load || s.store) && s.imm },
			with(func(_ *rv64.Hart, i *rv64.Inst) { i.Imm++ })},
		{"wrong-cause", "traps with the cause of its neighbour", traps, retrap(func(t *rv64.Trap) { t.Cause ^= 2 })},
		{"wrong-tval", "traps with a tval that is neither zero nor informative", traps, retrap(func(t *rv64.Trap) { t.Tval += 0x1234 })},
		{"no-trap", "completes instead of trapping", traps,
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.Dismiss() }
			}},
		{"trap-writes", "writes rd although it traps", func(s shape) bool { return s.rd && (s.load || s.atomic || s.csr) },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) {
					right(h, i)
					if _, raised := h.Raised(); raised {
						h.SetX(i.Rd, h.X(i.Rd)^0xff)
					}
				}
			}},
	}
}

// immediate: a signed immediate of twelve bits.
func immediate(s shape) bool {
	for _, name := range []string{"imm", "offset"} {
		if o, ok := s.in.Operand(name); ok && o.Width() == 12 {
			return true
		}
	}
	return false
}

// alignedTarget takes IALIGN for 32 although compressed instructions are there.
func alignedTarget(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		before, plain := h.X(i.Rd), h.Next()
		right(h, i)
		if target := h.Next(); target != plain && target&2 != 0 {
			if _, links := i.Row.Operand("rd"); links {
				h.SetX(i.Rd, before)
			}
			h.Raise(rv64.FetchMisaligned, target)
		}
	}
}

func invert(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		plain := h.Next()
		right(h, i)
		if h.Next() == plain {
			h.SetNext(h.PC() + uint64(i.Imm))
		} else {
			h.SetNext(plain)
		}
	}
}

// Mutants makes every mutant that makes sense for the rows of the extensions; from is where code
// under test begins.
func Mutants(t *isa.Table, from uint64, extensions func(string) bool) []Subject {
	var out []Subject
	ops := operators()
	for _, in := range t.Instructions {
		if !extensions(in.Row.Extension) || in.Row.Expands != "" || in.Row.Does == "" {
			continue
		}
		if isVector(in) {
			continue
		}
		s := shapeOf(in)
		for _, op := range ops {
			if op.fits(s) {
				out = append(out, mutant(in, op.name, op.what, from, op.wrong))
			}
		}
	}
	if extensions("Zifencei") {
		out = append(out, Subject{
			ID: "fence.i/no-effect", Kind: Generated, Extension: "Zifencei", Insns: []string{"fence.i"},
			What: "fence.i leaves stale instructions in an instruction cache",
			Seed: func(c *rv64.Config) {
				c.Hooks.FenceI = func(*rv64.Hart, uint64, rv64.AccessKind) bool { return false }
			},
		})
	}
	if extensions("I") {
		out = append(out, Subject{
			ID: "nop/counts", Kind: Generated, Extension: "I", Insns: []string{"addi"},
			What: "addi x0, x0, 0 increments a register",
			Seed: func(c *rv64.Config) {
				override(c, "addi", codeUnderTest(from, func(right rv64.Exec) rv64.Exec {
					return func(h *rv64.Hart, i *rv64.Inst) {
						right(h, i)
						if i.Rd|i.Rs1 == 0 && i.Imm == 0 {
							h.SetX(29, h.X(29)+1)
						}
					}
				}))
			},
		})
	}
	if extensions("Zca") {
		out = append(out, Subject{
			ID: "c.ebreak/as-c.jalr", Kind: Generated, Extension: "Zca", Insns: []string{"c.ebreak"},
			What: "c.ebreak is taken for c.jalr with rs1 = x0",
			Seed: func(c *rv64.Config) {
				override(c, "c.ebreak", codeUnderTest(from, func(rv64.Exec) rv64.Exec {
					return func(h *rv64.Hart, i *rv64.Inst) {
						h.SetX(1, h.PC()+uint64(i.Size))
						h.SetNext(0)
					}
				}))
			},
		})
		jumps := []string{"jal", "jalr", "beq", "bne", "blt", "bge", "bltu", "bgeu"}
		out = append(out, Subject{
			ID: "zca/aligned-targets", Kind: Generated, Extension: "Zca", Insns: jumps,
			What: "a jump or taken branch to an address that is no multiple of four raises an exception",
			Seed: func(c *rv64.Config) {
				for _, name := range jumps {
					override(c, name, codeUnderTest(from, alignedTarget))
				}
			},
		})
	}
	if extensions("Zalrsc") {
		out = append(out, Subject{
			ID: "sc/any-address", Kind: Generated, Extension: "Zalrsc", Insns: []string{"sc.w", "sc.d"},
			What: "SC succeeds at any address while a reservation is held",
			Seed: func(c *rv64.Config) {
				c.Hooks.Conditional = func(h *rv64.Hart, _ uint64, _ int, succeeds bool) bool {
					_, size := h.Reservation()
					return succeeds || size != 0
				}
			},
		})
	}
	out = append(out, floatMutants(t, from, extensions)...)
	out = append(out, vectorMutants(t, from, extensions)...)
	out = append(out, confusions(t, from, extensions)...)
	return append(out, compressed(t, from, extensions)...)
}

func mutant(in *isa.Instruction, name, what string, from uint64, wrong func(rv64.Exec) rv64.Exec) Subject {
	return Subject{
		ID: in.Name + "/" + name, Kind: Generated, Extension: in.Row.Extension, Insns: []string{in.Name},
		What: in.Name + " " + what, Crude: slices.Contains([]string{"illegal", "no-effect", "skip", "clobber", "clobber-f", "other-destination", "no-trap"}, name),
		Seed: func(c *rv64.Config) { override(c, in.Name, codeUnderTest(from, wrong)) },
	}
}

// override wraps a row's function; a row that the claim does not have has none.
func override(c *rv64.Config, name string, wrap func(rv64.Exec) rv64.Exec) {
	if _, ok := c.Table.Lookup(name); !ok {
		return
	}
	if c.Overrides == nil {
		c.Overrides = map[string]func(rv64.Exec) rv64.Exec{}
	}
	c.Overrides[name] = wrap
}

// confusions take one instruction for another that looks much like it: same operands, one letter
// or one bit of the encoding away.
func confusions(t *isa.Table, from uint64, extensions func(string) bool) []Subject {
	var out []Subject
	for _, a := range t.Instructions {
		if !extensions(a.Row.Extension) || a.Row.Expands != "" || a.Row.Does == "" {
			continue
		}
		var likely []Subject
		for _, b := range t.Instructions {
			if a == b || a.Row.Extension != b.Row.Extension || a.Row.Asm != b.Row.Asm || a.Row.Does == b.Row.Does || b.Row.Does == "" || !oneBit(a.Match^b.Match) {
				continue
			}
			likely = append(likely, Subject{
				ID: a.Name + "/as-" + b.Name, Kind: Generated, Extension: a.Row.Extension, Insns: []string{a.Name},
				What: a.Name + " does what " + b.Name + " does",
				Seed: func(c *rv64.Config) {
					var other rv64.Exec
					override(c, b.Name, func(e rv64.Exec) rv64.Exec { other = e; return e })
					override(c, a.Name, codeUnderTest(from, func(rv64.Exec) rv64.Exec {
						return func(h *rv64.Hart, i *rv64.Inst) { other(h, i) }
					}))
				},
			})
		}
		if isVector(a) {
			likely = some(likely, vectorConfusionsOfRow)
		}
		out = append(out, likely...)
	}
	return out
}

// vectorConfusionsOfRow bounds the rows that a vector row is taken for.
const vectorConfusionsOfRow = 1

func oneBit(x uint32) bool { return x != 0 && x&(x-1) == 0 }

// compressed mutants are wrong about the expansion rather than about what the base does.
func compressed(t *isa.Table, from uint64, extensions func(string) bool) []Subject {
	ops := []operator{
		{"illegal", "raises an illegal-instruction exception", func(shape) bool { return true },
			func(rv64.Exec) rv64.Exec { return func(h *rv64.Hart, i *rv64.Inst) { h.Illegal(i) } }},
		{"no-effect", "does nothing", func(s shape) bool { return s.name != "c.nop" },
			func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) {} }},
		{"destination", "writes the register of the full field instead of x8 to x15, or the neighbour", func(s shape) bool { return s.rd },
			edit(func(i *rv64.Inst) { i.Rd ^= 8 })},
		{"first-source", "reads another first source", func(s shape) bool { return s.rs1 },
			edit(func(i *rv64.Inst) { i.Rs1 ^= 8 })},
		{"second-source", "reads another second source", func(s shape) bool { return s.rs2 },
			edit(func(i *rv64.Inst) { i.Rs2 ^= 1 })},
		{"immediate-bit", "loses the lowest set bit of its immediate", func(s shape) bool { return s.imm },
			edit(func(i *rv64.Inst) { i.Imm &= i.Imm - 1 })},
		{"immediate-scaled", "scales its immediate by two too much", func(s shape) bool { return s.imm },
			edit(func(i *rv64.Inst) { i.Imm <<= 1 })},
		{"four-bytes", "advances by four bytes", func(s shape) bool { return !s.branch && !s.jump && s.name != "c.ebreak" },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetNext(h.PC() + 4) }
			}},
		{"linked", "links as if it were a call", func(s shape) bool { return s.name == "c.jr" || s.name == "c.j" },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetX(1, h.PC()+2) }
			}},
		{"long-link", "links to four bytes on", func(s shape) bool { return s.name == "c.jalr" },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetX(1, h.PC()+4) }
			}},
		{"clobber", "also changes a register that is no operand", func(shape) bool { return true },
			func(right rv64.Exec) rv64.Exec {
				return func(h *rv64.Hart, i *rv64.Inst) { right(h, i); h.SetX(29, h.X(29)+1) }
			}},
	}
	var out []Subject
	for _, in := range t.Instructions {
		if !extensions(in.Row.Extension) || in.Row.Expands == "" {
			continue
		}
		base, _, ok := in.Expansion(in.Match | sample(in))
		if !ok {
			continue
		}
		s := shapeOf(base)
		s.name = in.Name
		// An operand that the expansion fixes (x0, sp) or that is not there cannot be mistaken.
		s.rd = s.rd && !slices.Contains([]string{"c.j", "c.jr", "c.nop"}, in.Name)
		s.rs1 = s.rs1 && !slices.Contains([]string{"c.li", "c.mv", "c.nop", "c.lui"}, in.Name)
		s.rs2 = s.rs2 && !slices.Contains([]string{"c.beqz", "c.bnez"}, in.Name)
		s.imm = s.imm && !slices.Contains([]string{"c.jr", "c.jalr", "c.nop"}, in.Name)
		for _, op := range ops {
			if op.fits(s) {
				out = append(out, mutant(in, op.name, op.what, from, op.wrong))
			}
		}
	}
	return out
}

// sample fills every operand's bits, so that no excluded value (x0, immediate 0) is met.
func sample(in *isa.Instruction) (bits uint32) {
	for _, o := range in.Operands {
		bits |= o.Bits()
	}
	return bits &^ in.Mask
}

func edit(change func(*rv64.Inst)) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		return func(h *rv64.Hart, i *rv64.Inst) {
			j := *i
			change(&j)
			right(h, &j)
		}
	}
}
