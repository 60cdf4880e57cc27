package rv64

import "touchstone/specs/isa"

// Exec is what an instruction does. It reads and writes the hart through h and calls [Hart.Raise]
// for an exception, after which it must leave everything else unchanged.
type Exec = func(h *Hart, i *Inst)

// Inst is a predecoded instruction. It is shared: an Exec that wants different operands copies it.
//
// Imm is the immediate, sign-extended and shifted, of whatever the row takes: the distance of
// branches and jumps, the shift amount, the number of a CSR. For csrrwi and its kind Rs1 is uimm. For
// LR, SC and AMO Imm is aq<<1 | rl, for FENCE fm<<8 | pred<<4 | succ. Rd, Rs1 and Rs2 are whatever
// registers stand in those places: x, f or v; vs3 is Rd.
type Inst struct {
	op           op
	Rd, Rs1, Rs2 uint8
	Imm          int64
	Rs3, Rm, Nf  uint8 // fs3, the rounding mode, the number of fields of a segment
	Unmasked     bool  // vm of a vector instruction
	floats       uint8 // which operands are floating-point registers
	fn           Exec
	Row          *isa.Instruction
	Raw          uint32 // 16 bits of a compressed instruction
	Size         uint8  // bytes: 2 or 4
}

// Hart is a hardware thread. Its methods are for functions of instructions, hooks and observers;
// they must not be called while Run is executing on another goroutine.
type Hart struct {
	x     [256]uint64 // x0 to x31, then f0 to f31; this length makes every uint8 index safe without a check
	pc    uint64
	next  uint64 // where the next instruction is, set before an Exec is called
	ahead uint64 // instructions executed since steps was last brought up to date
	ram   []byte // RAM while every aligned access to it is permitted, else nil
	leave bool   // something happened that the fast loop must look at before the next instruction

	raised bool
	trap   Trap
	parked bool // it has no turns

	steps      uint64 // instructions executed, those that trapped included
	notRetired uint64 // of them, those that do not count in minstret

	m    *Machine
	id   int
	mode Mode

	reservation reservation
	scs         int // SCs that would have succeeded: for SCFailsEvery
	csrs
	pmp
	environment
	vectors

	cache  blockCache
	icache map[uint64]*cacheLine // only under StaleFetch
	weak   *window               // only under Ordering.Weak
	window *window               // weak, where the hart executes weak code

	event    *Event // being observed
	lastTrap Trap
}

// ID is the hart's number, mhartid.
func (h *Hart) ID() int { return h.id }

// Machine is the machine that the hart is part of.
func (h *Hart) Machine() *Machine { return h.m }

// Mode is the current privilege mode.
func (h *Hart) Mode() Mode { return h.mode }

// SetMode changes the privilege mode.
func (h *Hart) SetMode(m Mode) { h.mode = m; h.refresh() }

// PC is the address of the instruction being executed, or of the next one between instructions.
func (h *Hart) PC() uint64 { return h.pc }

// SetPC moves the hart, between instructions.
func (h *Hart) SetPC(pc uint64) { h.pc = pc &^ 1 }

// Next is where execution goes on after the current instruction, unless it traps.
func (h *Hart) Next() uint64 { return h.next }

// SetNext jumps, without the alignment check that a jump instruction makes.
func (h *Hart) SetNext(pc uint64) { h.next = pc &^ 1 }

// X reads an integer register.
func (h *Hart) X(n uint8) uint64 {
	if h.window != nil {
		h.window.settle(n & 31)
	}
	return h.x[n&31]
}

// SetX writes an integer register; x0 stays zero.
func (h *Hart) SetX(n uint8, v uint64) {
	if n &= 31; n == 0 {
		return
	}
	if h.window != nil {
		h.window.settle(n)
	}
	h.x[n] = v
}

// CorruptZero makes x0 read as v, as no hart may.
func (h *Hart) CorruptZero(v uint64) { h.x[0] = v }

// Executed is the number of instructions the hart has executed, those that trapped included.
func (h *Hart) Executed() uint64 { return h.steps + h.ahead }

// Raise makes the current instruction end in an exception. The first exception counts.
func (h *Hart) Raise(cause, tval uint64) {
	if !h.raised {
		h.raised = true
		h.trap = Trap{Cause: cause, PC: h.pc, Tval: tval, From: h.mode}
	}
}

// Raised is the exception that the current instruction has raised.
func (h *Hart) Raised() (Trap, bool) { return h.trap, h.raised }

// Dismiss forgets the exception that the current instruction has raised.
func (h *Hart) Dismiss() { h.raised = false }

// Illegal raises an illegal-instruction exception for i.
func (h *Hart) Illegal(i *Inst) { h.Raise(IllegalInstruction, uint64(i.Raw)) }

// jump sets the address of the next instruction; IALIGN is checked here because a misaligned
// target is an exception of the jump, not of the target.
func (h *Hart) jump(target uint64) bool {
	if target&h.m.ialign != 0 {
		h.Raise(FetchMisaligned, target)
		return false
	}
	h.next = target
	return true
}
