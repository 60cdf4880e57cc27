package linux

import (
	"encoding/binary"
	"fmt"
)

// Signal is a signal's number.
type Signal int

const signals = 64

// Signals that the kernel itself sends, and two that cannot be handled.
const (
	SIGILL  Signal = 4
	SIGTRAP Signal = 5
	SIGBUS  Signal = 7
	SIGKILL Signal = 9
	SIGSEGV Signal = 11
	SIGCHLD Signal = 17
	SIGSTOP Signal = 19
)

func (s Signal) String() string {
	if name, ok := map[Signal]string{SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGBUS: "SIGBUS", SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV"}[s]; ok {
		return name
	}
	return fmt.Sprintf("signal %d", int(s))
}

// Values of si_code.
const (
	illegalOpcode  = 1       // ILL_ILLOPC
	illegalTrap    = 4       // ILL_ILLTRP
	breakpoint     = 1       // TRAP_BRKPT
	busAlign       = 1       // BUS_ADRALN
	notMapped      = 1       // SEGV_MAPERR
	notPermitted   = 2       // SEGV_ACCERR
	controlProtect = 10      // SEGV_CPERR
	byUser         = 0       // SI_USER
	byThread       = -6      // SI_TKILL
	byKernel       = 0x80    // SI_KERNEL
	noSender       = 1 << 31 // none of these
)

// SigInfo is what a signal says of itself.
type SigInfo struct {
	Code int    // si_code
	Addr uint64 // si_addr
	PC   uint64 // where the thread was
}

// action is what a process has said it does about a signal.
type action struct {
	handler, flags, mask uint64
}

// Handlers that are none, and flags of sigaction.
const (
	sigDefault, sigIgnore = 0, 1

	saOnStack   = 0x08000000
	saNoDefer   = 0x40000000
	saResetHand = 0x80000000
)

// altStack is a stack for signals.
type altStack struct{ sp, size, flags uint64 }

const (
	ssOnStack = 1
	ssDisable = 2
	ssSmall   = 2048 // MINSIGSTKSZ
)

func (s altStack) holds(sp uint64) bool {
	return s.flags&ssDisable == 0 && sp > s.sp && sp-s.sp <= s.size
}

// The frame that a handler finds at its stack pointer: siginfo, ucontext, and behind it records of
// extensions. All offsets are from where the structure begins.
const (
	infoSize = 128

	ucStack   = 16
	ucMask    = 40
	ucRegs    = 176 // uc_mcontext.sc_regs: pc, x1 to x31
	ucFloat   = ucRegs + 256
	ucFCSR    = ucFloat + 256
	ucRecords = ucFloat + 520 // sc_extdesc.hdr: the first record's header takes the last bytes of the ucontext
	ucSize    = ucRecords + recordHeader

	recordHeader = 8
	vectorMagic  = 0x53465457
	vectorState  = 48 // vstart, vl, vtype, vcsr, vlenb, and the address of the registers
	vectorAt     = ucRecords + recordHeader + vectorState
)

// frameSize is the size of a frame.
func (p *Process) frameSize() uint64 {
	size := infoSize + ucSize
	if p.vlenb > 0 {
		size += recordHeader + vectorState + 32*p.vlenb
	}
	return uint64(size+15) &^ 15
}

// force sends a signal that the thread has brought about itself: one that is blocked or ignored ends the process.
func (t *thread) force(s Signal, info SigInfo) {
	info.PC = t.h.PC()
	a := &t.p.actions[s]
	if t.mask>>(s-1)&1 != 0 || a.handler == sigIgnore {
		a.handler = sigDefault
		t.mask &^= 1 << (s - 1)
	}
	t.deliver(s, info)
}

// deliver does what the process has said about a signal that is not blocked.
func (t *thread) deliver(s Signal, info SigInfo) {
	p := t.p
	a := &p.actions[s]
	switch {
	case a.handler == sigIgnore || a.handler == sigDefault && s.harmless():
		return
	case a.handler == sigDefault:
		p.kill(s, info)
		return
	}
	handler := *a
	if !t.pushFrame(s, info, handler) { // no stack to say it on
		if s == SIGSEGV {
			p.actions[SIGSEGV].handler = sigDefault
		}
		t.force(SIGSEGV, SigInfo{Code: byKernel})
		return
	}
	if handler.flags&saResetHand != 0 {
		a.handler = sigDefault
	}
	t.mask |= handler.mask
	if handler.flags&saNoDefer == 0 {
		t.mask |= 1 << (s - 1)
	}
	t.mask &^= unblockable
}

// harmless: what is done by default is nothing. Stopping a process that nobody continues is taken for that too.
func (s Signal) harmless() bool {
	switch s {
	case SIGCHLD, 18, SIGSTOP, 20, 21, 22, 23, 28:
		return true
	}
	return false
}

const unblockable = 1<<(SIGKILL-1) | 1<<(SIGSTOP-1)

// pushFrame writes the frame and enters the handler. False: the frame's memory is not to be written.
func (t *thread) pushFrame(s Signal, info SigInfo, a action) bool {
	h, p := t.h, t.p
	size := p.frameSize()
	sp := h.X(regSP)
	onStack := t.alt.holds(sp)
	if onStack && !t.alt.holds(sp-size) {
		return false
	}
	if a.flags&saOnStack != 0 && !onStack && t.alt.flags&ssDisable == 0 {
		sp = t.alt.sp + t.alt.size
	}
	sp = (sp - size) &^ 15

	frame := make([]byte, size)
	put32 := func(at int, v uint32) { binary.LittleEndian.PutUint32(frame[at:], v) }
	put32(0, uint32(s))
	put32(8, uint32(int32(info.Code)))
	binary.LittleEndian.PutUint64(frame[16:], info.Addr)
	if info.Code == byThread { // si_pid and si_uid are there instead
		put32(16, firstTID)
		put32(20, id)
	}
	uc := frame[infoSize:]
	put := func(at int, v uint64) { binary.LittleEndian.PutUint64(uc[at:], v) }
	put(ucStack, t.alt.sp)
	flags := t.alt.flags
	if onStack {
		flags |= ssOnStack
	}
	put(ucStack+8, flags)
	put(ucStack+16, t.alt.size)
	put(ucMask, t.mask)
	put(ucRegs, h.PC())
	for n := 1; n < 32; n++ {
		put(ucRegs+8*n, h.X(uint8(n)))
	}
	if p.hasFloat() {
		for n := range 32 {
			put(ucFloat+8*n, h.F(uint8(n)))
		}
		binary.LittleEndian.PutUint32(uc[ucFCSR:], uint32(h.FCSR()))
	}
	if p.vlenb > 0 {
		length := recordHeader + vectorState + 32*p.vlenb
		binary.LittleEndian.PutUint32(uc[ucRecords:], vectorMagic)
		binary.LittleEndian.PutUint32(uc[ucRecords+4:], uint32(length))
		for k, csr := range vectorCSRs {
			v, _ := h.CSR(csr)
			put(ucRecords+recordHeader+8*k, v)
		}
		put(ucRecords+recordHeader+8*len(vectorCSRs), sp+infoSize+vectorAt)
		for n := range 32 {
			copy(uc[vectorAt+n*p.vlenb:], h.VReg(uint8(n)))
		}
		// Behind it stands the last record's header, which is zero.
	}
	if !p.space.write(sp, frame) {
		return false
	}
	h.SetPC(a.handler)
	h.SetX(1, p.trampoline)
	h.SetX(regSP, sp)
	h.SetX(regA0, uint64(s))
	h.SetX(regA0+1, sp)
	h.SetX(regA0+2, sp+infoSize)
	return true
}

// vectorCSRs are vstart, vl, vtype, vcsr and vlenb, as a record has them.
var vectorCSRs = [...]uint16{0x008, 0xc20, 0xc21, 0x00f, 0xc22}

// popFrame is rt_sigreturn. False: there is no frame.
func (t *thread) popFrame() bool {
	h, p := t.h, t.p
	frame := make([]byte, p.frameSize())
	if !p.space.read(h.X(regSP), frame) {
		return false
	}
	uc := frame[infoSize:]
	get := func(at int) uint64 { return binary.LittleEndian.Uint64(uc[at:]) }
	magic, length := binary.LittleEndian.Uint32(uc[ucRecords:]), binary.LittleEndian.Uint32(uc[ucRecords+4:])
	switch {
	case magic == vectorMagic && p.vlenb > 0 && int(length) == recordHeader+vectorState+32*p.vlenb:
		for n := range 32 {
			copy(h.VReg(uint8(n)), uc[vectorAt+n*p.vlenb:])
		}
		state := func(k int) uint64 { return get(ucRecords + recordHeader + 8*k) }
		h.SetVectorType(state(2), state(1))
		h.SetCSR(vectorCSRs[0], state(0))
		h.SetCSR(vectorCSRs[3], state(3))
	case magic == 0 && length == 0:
	default:
		return false
	}
	if p.hasFloat() {
		for n := range 32 {
			h.SetF(uint8(n), get(ucFloat+8*n))
		}
		h.SetFCSR(uint64(binary.LittleEndian.Uint32(uc[ucFCSR:])))
	}
	h.SetPC(get(ucRegs))
	for n := 1; n < 32; n++ {
		h.SetX(uint8(n), get(ucRegs+8*n))
	}
	t.mask = get(ucMask) &^ unblockable
	t.setAlt(altStack{get(ucStack), get(ucStack + 16), get(ucStack+8) & 0xffffffff}, true)
	t.deliverPending()
	return true
}

func (p *Process) hasFloat() bool { return p.hwcap>>('F'-'A')&1 != 0 }
