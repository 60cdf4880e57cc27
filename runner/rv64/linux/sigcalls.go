package linux

import "encoding/binary"

// words reads doublewords.
func (p *Process) words(addr uint64, w []uint64) bool {
	b := make([]byte, 8*len(w))
	if !p.space.read(addr, b) {
		return false
	}
	for n := range w {
		w[n] = binary.LittleEndian.Uint64(b[8*n:])
	}
	return true
}

// setWords writes doublewords.
func (p *Process) setWords(addr uint64, w ...uint64) bool {
	b := make([]byte, 0, 8*len(w))
	for _, v := range w {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	return p.space.write(addr, b)
}

// sigaction is rt_sigaction.
func (p *Process) sigaction(number, addr, old, size uint64) uint64 {
	s := Signal(number)
	if number == 0 || number > signals || size != 8 || addr != 0 && (s == SIGKILL || s == SIGSTOP) {
		return einval
	}
	was := p.actions[s]
	if addr != 0 {
		var w [3]uint64
		if !p.words(addr, w[:]) {
			return efault
		}
		p.actions[s] = action{handler: w[0], flags: w[1], mask: w[2] &^ unblockable}
	}
	if old != 0 && !p.setWords(old, was.handler, was.flags, was.mask) {
		return efault
	}
	return 0
}

// sigprocmask is rt_sigprocmask.
func (t *thread) sigprocmask(how, addr, old, size uint64) uint64 {
	if size != 8 {
		return einval
	}
	was := t.mask
	if addr != 0 {
		var w [1]uint64
		if !t.p.words(addr, w[:]) {
			return efault
		}
		switch how {
		case 0: // SIG_BLOCK
			t.mask |= w[0]
		case 1: // SIG_UNBLOCK
			t.mask &^= w[0]
		case 2: // SIG_SETMASK
			t.mask = w[0]
		default:
			return einval
		}
		t.mask &^= unblockable
	}
	if old != 0 && !t.p.setWords(old, was) {
		return efault
	}
	return 0
}

func (t *thread) sigaltstack(addr, old uint64) uint64 {
	was := t.alt
	if was.holds(t.h.X(regSP)) {
		was.flags |= ssOnStack
	}
	if addr != 0 {
		var w [3]uint64 // ss_sp, ss_flags and its padding, ss_size
		if !t.p.words(addr, w[:]) {
			return efault
		}
		if result := t.setAlt(altStack{sp: w[0], flags: w[1] & 0xffffffff, size: w[2]}, false); result != 0 {
			return result
		}
	}
	if old != 0 && !t.p.setWords(old, was.sp, was.flags, was.size) {
		return efault
	}
	return 0
}

// setAlt sets the stack for signals; a return from a handler may do so while it is used.
func (t *thread) setAlt(s altStack, returning bool) uint64 {
	switch flags := s.flags &^ ssOnStack; {
	case !returning && t.alt.holds(t.h.X(regSP)):
		return eperm
	case flags&^ssDisable != 0:
		return einval
	case flags == ssDisable:
		t.alt = altStack{flags: ssDisable}
		return 0
	case s.size < ssSmall:
		return enomem
	}
	t.alt = altStack{sp: s.sp, size: s.size}
	return 0
}

// send sends a signal to a thread; it arrives when the thread next leaves the kernel with it unblocked.
func (p *Process) send(tid, number uint64) uint64 {
	if number > signals {
		return einval
	}
	for _, t := range p.threads {
		if t.tid == 0 || t.tid != tid {
			continue
		}
		if number != 0 {
			t.pending |= 1 << (number - 1)
		}
		return 0
	}
	return esrch
}

// deliverPending delivers the first signal that was sent and is not blocked.
func (t *thread) deliverPending() {
	for s := Signal(1); s <= signals && t.pending&^t.mask != 0; s++ {
		if t.pending&^t.mask>>(s-1)&1 != 0 {
			t.pending &^= 1 << (s - 1)
			t.deliver(s, SigInfo{Code: byThread, PC: t.h.PC()})
			return
		}
	}
}
