package linux

import (
	"encoding/binary"

	"touchstone/runner/rv64"
)

// Registers by their role in the calling convention.
const (
	regSP = 2
	regTP = 4
	regA0 = 10
	regA7 = 17
)

// firstTID is the process's number, and that of its first thread.
const firstTID = 1000

// thread is a thread, on a hart of its own.
type thread struct {
	p       *Process
	h       *rv64.Hart
	tid     uint64 // 0: there is none on this hart
	mask    uint64 // signals that are blocked
	pending uint64 // signals that were sent to it
	alt     altStack

	clearTID  uint64 // address of the word that becomes 0 when it ends
	waits     *wait  // in futex
	emulating bool
}

func (p *Process) newTID() uint64 {
	p.nextTID++
	return p.nextTID - 1
}

// begin makes a thread on a hart that has none.
func (t *thread) begin(tid uint64) {
	*t = thread{p: t.p, h: t.h, tid: tid, alt: altStack{flags: ssDisable}}
	t.h.Park(false)
}

// Flags of clone.
const (
	cloneVM            = 0x00000100
	cloneSigHand       = 0x00000800
	cloneThread        = 0x00010000
	cloneSetTLS        = 0x00080000
	cloneParentSetTID  = 0x00100000
	cloneChildClearTID = 0x00200000
	cloneChildSetTID   = 0x01000000
	cloneNeeded        = cloneVM | cloneSigHand | cloneThread
)

// clone makes a thread that goes on as this one does, with its own stack. A process has no children here.
func (t *thread) clone(flags, stack, parentTID, tls, childTID uint64) uint64 {
	p := t.p
	if flags&cloneNeeded != cloneNeeded {
		return enosys
	}
	for _, child := range p.threads {
		if child.tid != 0 {
			continue
		}
		child.begin(p.newTID())
		c, h := child.h, t.h
		for n := uint8(1); n < 32; n++ {
			c.SetX(n, h.X(n))
		}
		if p.hasFloat() {
			for n := range uint8(32) {
				c.SetF(n, h.F(n))
			}
			c.SetFCSR(h.FCSR())
		}
		child.discardVectors()
		envcfg, _ := h.CSR(csrMenvcfg)
		c.SetCSR(csrMenvcfg, envcfg)
		child.mask = t.mask
		c.SetPC(h.PC())
		c.SetX(regA0, 0)
		if stack != 0 {
			c.SetX(regSP, stack)
		}
		if flags&cloneSetTLS != 0 {
			c.SetX(regTP, tls)
		}
		word := binary.LittleEndian.AppendUint32(nil, uint32(child.tid))
		if flags&cloneParentSetTID != 0 {
			p.space.write(parentTID, word)
		}
		if flags&cloneChildSetTID != 0 {
			p.space.write(childTID, word)
		}
		if flags&cloneChildClearTID != 0 {
			child.clearTID = childTID
		}
		return child.tid
	}
	return eagain
}

// leave ends the thread, and the process with the last one.
func (t *thread) leave(status uint64) {
	p := t.p
	t.tid = 0
	t.h.Park(true)
	if t.clearTID != 0 {
		p.space.write(t.clearTID, make([]byte, 4))
		p.wake(t.clearTID, 1, anyBits)
	}
	for _, other := range p.threads {
		if other.tid != 0 {
			p.idle()
			return
		}
	}
	p.end(rv64.Stop{Reason: rv64.Exited, Code: status & 0xff})
}

// discardVectors is what a system call does to vector state.
func (t *thread) discardVectors() {
	if t.p.vlenb == 0 {
		return
	}
	for n := range uint8(32) {
		v := t.h.VReg(n)
		for i := range v {
			v[i] = 0xff
		}
	}
	t.h.SetVectorType(1<<63, 0)
	t.h.SetCSR(vectorCSRs[0], 0)
}

// wait is a thread's wait in futex.
type wait struct {
	addr, bits uint64
	timed      bool
}

// Operations of futex.
const (
	futexWait, futexWake                = 0, 1
	futexWaitBits, futexWakeBits        = 9, 10
	futexPrivate, futexRealTime         = 128, 256
	anyBits                             = 0xffffffff
	futexOperations              uint64 = ^uint64(futexPrivate | futexRealTime)
)

func (t *thread) futex(addr, op, value, timeout, bits uint64) uint64 {
	p := t.p
	op = op & 0xffffffff & futexOperations
	if op == futexWait || op == futexWake {
		bits = anyBits
	}
	bits &= anyBits
	if addr%4 != 0 || bits == 0 {
		return einval
	}
	var word [4]byte
	if !p.space.read(addr, word[:]) {
		return efault
	}
	switch op {
	case futexWake, futexWakeBits:
		return p.wake(addr, value&0xffffffff, bits)
	case futexWait, futexWaitBits:
		if binary.LittleEndian.Uint32(word[:]) != uint32(value) {
			return eagain
		}
		t.waits = &wait{addr, bits, timeout != 0}
		t.h.Park(true)
		p.idle()
		return t.h.X(regA0) // which whoever ends the wait has set, or will
	}
	return enosys
}

// wake ends waits.
func (p *Process) wake(addr, most, bits uint64) (woken uint64) {
	for _, t := range p.threads {
		if woken < most && t.waits != nil && t.waits.addr == addr && t.waits.bits&bits != 0 {
			t.goOn(0)
			woken++
		}
	}
	return woken
}

// goOn ends a thread's wait with a result.
func (t *thread) goOn(result uint64) {
	t.waits = nil
	t.h.SetX(regA0, result)
	t.h.Park(false)
}

// idle looks whether anybody still runs: if not, the time is over for those that wait for a time.
func (p *Process) idle() {
	var timed *thread
	for _, t := range p.threads {
		switch {
		case t.tid != 0 && t.waits == nil:
			return
		case t.waits != nil && t.waits.timed && timed == nil:
			timed = t
		}
	}
	if timed == nil {
		p.end(rv64.Stop{Reason: rv64.Stuck, Detail: "every thread waits in futex for another to wake it"})
		return
	}
	timed.goOn(etimedout)
}
