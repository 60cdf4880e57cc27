package linux

import "touchstone/runner/rv64"

// handle is called for every trap.
func (p *Process) handle(h *rv64.Hart, trap rv64.Trap) {
	t := p.threads[h.ID()]
	h.LoseReservation()
	switch cause := trap.Cause; cause {
	case rv64.EcallFromU:
		t.systemCall()
	case rv64.Breakpoint:
		t.force(SIGTRAP, SigInfo{Code: breakpoint, Addr: trap.PC})
	case rv64.IllegalInstruction:
		t.force(SIGILL, SigInfo{Code: illegalOpcode, Addr: trap.PC})
	case rv64.FetchMisaligned:
		t.force(SIGBUS, SigInfo{Code: busAlign, Addr: trap.PC})
	case rv64.LoadMisaligned, rv64.StoreMisaligned:
		t.misaligned(trap)
	case rv64.FetchAccessFault, rv64.LoadAccessFault, rv64.StoreAccessFault:
		t.force(SIGSEGV, SigInfo{Code: notPermitted, Addr: trap.PC})
	case rv64.FetchPageFault, rv64.LoadPageFault, rv64.StorePageFault:
		code := notMapped
		if p.space.isMapped(trap.Tval) {
			code = notPermitted
		}
		t.force(SIGSEGV, SigInfo{Code: code, Addr: trap.Tval})
	case rv64.SoftwareCheck:
		t.force(SIGSEGV, SigInfo{Code: controlProtect, Addr: trap.PC})
	default:
		t.force(SIGILL, SigInfo{Code: illegalTrap, Addr: trap.PC})
	}
}

// misaligned does a misaligned load or store for a hart that does not do it itself. There is no such help for what is
// atomic, and none for a hart that cannot do it byte by byte either.
func (t *thread) misaligned(trap rv64.Trap) {
	if t.emulating || !t.plainAccess(trap.PC) {
		t.force(SIGBUS, SigInfo{Code: busAlign, Addr: trap.PC})
		return
	}
	t.emulating = true
	t.h.Emulate()
	t.emulating = false
}

// plainAccess says whether the instruction at pc is a load or store: by its major opcode, or because it is compressed.
func (t *thread) plainAccess(pc uint64) bool {
	var b [1]byte
	t.p.m.ReadMem(pc, b[:])
	const load, loadFP, store, storeFP = 0x03, 0x07, 0x23, 0x27
	switch b[0] & 0x7f {
	case load, loadFP, store, storeFP:
		return true
	}
	return b[0]&3 != 3
}
