package rv64

// Event is what one step of a hart did.
type Event struct {
	Hart int
	PC   uint64
	Raw  uint32 // 16 bits of a compressed instruction; 0 when nothing was fetched
	Size int    // bytes, 0 when nothing was fetched
	Name string // of the row; empty when no row has the word
	Mode Mode   // before

	Regs   []RegWrite  // integer registers that hold a new value
	Floats []RegWrite  // floating-point registers that do
	Vector []uint8     // vector registers that do: see Hart.VReg
	Mem    []MemAccess // in the order they happened
	CSRs   []uint16    // written by the instruction (not by a trap)
	Trap   *Trap       // taken: an exception of this instruction, or an interrupt before it
}

// RegWrite is a register and its new value.
type RegWrite struct {
	Reg   uint8
	Value uint64
}

// MemAccess is a load or store that happened, with its value zero-extended.
type MemAccess struct {
	Kind  AccessKind
	Addr  uint64
	Size  int
	Value uint64
}

// Step executes one instruction of a hart, or takes one interrupt, and tells what it did. The
// event is valid until the next call.
func (m *Machine) Step(hart int) *Event {
	h := m.harts[hart]
	e := &Event{Hart: h.id, PC: h.pc, Mode: h.mode}
	h.event = e
	h.refresh()
	before, vectors := h.x, h.copyOfVectors()
	if h.weak != nil {
		h.choose()
	}
	if !h.interrupt() {
		h.step()
	}
	h.event = nil
	h.refresh()
	for n := uint8(1); n < 32; n++ {
		if h.x[n] != before[n] {
			e.Regs = append(e.Regs, RegWrite{n, h.x[n]})
		}
	}
	for n := range uint8(32) {
		if v := h.F(n); v != before[f0+n] {
			e.Floats = append(e.Floats, RegWrite{n, v})
		}
	}
	e.Vector = h.vectorsOtherThan(vectors)
	return e
}

// step executes one instruction. It is the meaning of the fast loop.
func (h *Hart) step() {
	m := h.m
	h.leave = false
	i, size, f := h.fetch(h.pc)
	h.next = h.pc + uint64(size)
	m.running, h.ahead = h, 0
	switch {
	case f != nil:
		h.next = h.pc
		h.Raise(f.Cause, f.Tval)
	case i == nil:
		w, _, _ := h.fetchWord(h.pc)
		if h.event != nil {
			h.event.Raw, h.event.Size = w, size
		}
		if h.landed(nil) {
			h.Raise(IllegalInstruction, uint64(w))
		}
	default:
		if h.event != nil {
			h.event.Raw, h.event.Size, h.event.Name = i.Raw, size, i.Row.Name
		}
		if h.window != nil {
			h.window.before(i)
		}
		if h.landed(i) {
			i.fn(h, i)
		}
	}
	m.running = nil
	h.steps++
	m.elapsed++
	h.endInstruction()
	if h.window != nil {
		h.window.turn()
	}
}

// run executes n instructions, fewer when the machine halts.
func (h *Hart) run(n uint64) {
	slow := h.m.cfg.Parameters.StaleFetch
	for end := h.steps + n; h.steps < end && !h.m.halted && !h.parked; {
		h.interrupt()
		if h.weak != nil {
			h.choose()
		}
		if slow || h.window != nil || h.guarded || !h.runBlocks(min(end-h.steps, h.horizon())) {
			h.step()
		}
	}
}
