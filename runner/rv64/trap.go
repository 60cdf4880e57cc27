package rv64

import "fmt"

// Exception causes, and the bit that marks an interrupt.
const (
	FetchMisaligned    = 0
	FetchAccessFault   = 1
	IllegalInstruction = 2
	Breakpoint         = 3
	LoadMisaligned     = 4
	LoadAccessFault    = 5
	StoreMisaligned    = 6
	StoreAccessFault   = 7
	EcallFromU         = 8
	EcallFromM         = 11
	SoftwareCheck      = 18

	Interrupt         = 1 << 63
	MachineSoftware   = 3
	MachineTimer      = 7
	MachineExternal   = 11
	interruptsHandled = 1<<MachineSoftware | 1<<MachineTimer | 1<<MachineExternal
)

// endInstruction finishes an instruction that ran through its function: it takes the trap it
// raised, or moves on. The caller has counted the instruction.
func (h *Hart) endInstruction() {
	if !h.raised {
		h.pc = h.next
		return
	}
	h.raised = false
	t := h.trap
	p := &h.m.cfg.Parameters
	if p.TvalZero && !isPageFault(t.Cause) || p.TvalZeroIllegal && t.Cause == IllegalInstruction {
		t.Tval = 0
	}
	if hook := h.m.cfg.Hooks.Trap; hook != nil && !hook(h, &t) {
		h.pc = h.next
		return
	}
	if !p.RetireTraps {
		h.notRetired++
	}
	h.enterTrap(t)
}

// enterTrap takes a trap: it writes the trap record and nothing else.
func (h *Hart) enterTrap(t Trap) {
	if h.m.cfg.Handle != nil {
		h.handOver(t)
		return
	}
	h.mcause, h.mtval, h.mepc = t.Cause, t.Tval, t.PC&^1
	s := h.mstatus &^ (statusMPIE | statusMPP | statusMIE | statusMPELP)
	if h.mstatus&statusMIE != 0 {
		s |= statusMPIE
	}
	if h.elp {
		s |= statusMPELP
		h.elp = false
	}
	h.mstatus = s | uint64(h.mode)<<statusMPPShift
	h.mode = M
	h.refresh()

	vector := h.mtvec &^ 3
	if t.Cause&Interrupt != 0 && h.mtvec&3 == 1 {
		vector += t.Cause &^ Interrupt * 4
	}
	h.stuck(t, vector)
	h.pc = vector
	h.leave = true
	if h.event != nil {
		h.event.Trap = &t
	}
}

// handOver takes a trap to the execution environment.
func (h *Hart) handOver(t Trap) {
	if h.window != nil {
		h.window.drain()
	}
	h.pc, h.elp = t.PC, false
	if h.event != nil {
		h.event.Trap = &t
	}
	h.m.cfg.Handle(h, t)
	h.leave = true
}

// stuck stops a machine that traps at its own trap vector and so would do forever: alone, with
// interrupts off by the trap itself, nothing can change.
func (h *Hart) stuck(t Trap, vector uint64) {
	if t.PC == vector && t.From == M && h.lastTrap.Cause == t.Cause && h.lastTrap.PC == t.PC &&
		(t.Cause == FetchAccessFault || t.Cause == IllegalInstruction) && len(h.m.harts) == 1 && h.m.cfg.Hooks.Trap == nil {
		h.m.halt(Stop{Reason: Stuck, Detail: fmt.Sprintf(
			"hart %d traps at its own trap vector %#x (cause %d) without end; mtvec must point at a trap handler", h.id, vector, t.Cause)})
	}
	h.lastTrap = t
}

// interrupt takes the interrupt of highest priority that is pending and enabled, and tells
// whether there was one. It takes place between instructions and counts as none.
func (h *Hart) interrupt() bool {
	if h.mie == 0 || h.mode == M && h.mstatus&statusMIE == 0 {
		return false
	}
	pending := h.mip() & h.mie
	if hook := h.m.cfg.Hooks.Interrupt; hook != nil {
		pending = hook(h, pending)
	}
	if pending == 0 {
		return false
	}
	for _, n := range [...]uint64{MachineExternal, MachineSoftware, MachineTimer} {
		if pending>>n&1 == 0 {
			continue
		}
		if h.window != nil {
			h.window.drain()
		}
		t := Trap{Cause: Interrupt | n, PC: h.pc, From: h.mode}
		if hook := h.m.cfg.Hooks.Trap; hook != nil && !hook(h, &t) {
			return false
		}
		h.enterTrap(t)
		return true
	}
	return false
}

// horizon is for how many instructions no interrupt can become pending unless an instruction
// makes it so (and sets leave): the distance to the timer's next tick over mtimecmp.
func (h *Hart) horizon() uint64 {
	const never = 1 << 62
	if h.mie&(1<<MachineTimer) == 0 || h.mode == M && h.mstatus&statusMIE == 0 {
		return never
	}
	now := h.m.mtime()
	at := h.m.clint.compare[h.id]
	if at <= now {
		return 1
	}
	ticks := at - now
	if ticks > never/h.m.divisor {
		return never
	}
	return ticks*h.m.divisor - h.m.now()%h.m.divisor
}
