package linux

import (
	"encoding/binary"
	"io"

	"touchstone/runner/rv64"
)

// Results of system calls that are errors: -errno.
const (
	eperm     uint64 = -1 & (1<<64 - 1)
	esrch     uint64 = -3 & (1<<64 - 1)
	eio       uint64 = -5 & (1<<64 - 1)
	ebadf     uint64 = -9 & (1<<64 - 1)
	eagain    uint64 = -11 & (1<<64 - 1)
	enomem    uint64 = -12 & (1<<64 - 1)
	efault    uint64 = -14 & (1<<64 - 1)
	eexist    uint64 = -17 & (1<<64 - 1)
	einval    uint64 = -22 & (1<<64 - 1)
	enotty    uint64 = -25 & (1<<64 - 1)
	enosys    uint64 = -38 & (1<<64 - 1)
	etimedout uint64 = -110 & (1<<64 - 1)
)

// Numbers of system calls.
const (
	sysIoctl, sysRead, sysWrite, sysWritev                              = 29, 63, 64, 66
	sysExit, sysExitGroup, sysSetTIDAddress, sysFutex, sysRobustList    = 93, 94, 96, 98, 99
	sysNanosleep, sysClockGettime, sysClockNanosleep                    = 101, 113, 115
	sysSetAffinity, sysGetAffinity, sysYield                            = 122, 123, 124
	sysKill, sysTkill, sysTgkill                                        = 129, 130, 131
	sysSigaltstack, sysSigaction, sysSigprocmask, sysSigreturn          = 132, 134, 135, 139
	sysUname, sysPrctl, sysGetcpu                                       = 160, 167, 168
	sysGetpid, sysGetppid, sysGetuid, sysGeteuid, sysGetgid, sysGetegid = 172, 173, 174, 175, 176, 177
	sysGettid, sysBrk, sysMunmap, sysClone                              = 178, 214, 215, 220
	sysMmap, sysMprotect, sysMadvise, sysFlushICache, sysGetrandom      = 222, 226, 233, 259, 278
)

// systemCall does the system call that the thread asks for, and lets it go on behind it.
func (t *thread) systemCall() {
	h := t.h
	var a [6]uint64
	for n := range a {
		a[n] = h.X(regA0 + uint8(n))
	}
	number := h.X(regA7)
	h.SetPC(h.PC() + 4)
	t.discardVectors()
	if number == sysSigreturn {
		if !t.popFrame() {
			t.force(SIGSEGV, SigInfo{Code: byKernel})
		}
		return
	}
	result := t.call(number, a)
	if t.waits == nil && t.tid != 0 {
		h.SetX(regA0, result)
		t.deliverPending()
	}
}

func (t *thread) call(number uint64, a [6]uint64) uint64 {
	p := t.p
	switch number {
	case sysWrite:
		return p.writeOut(a[0], a[1], a[2])
	case sysWritev:
		return p.writeVector(a[0], a[1], a[2])
	case sysRead:
		return p.readIn(a[0], a[1], a[2])
	case sysIoctl:
		return enotty
	case sysExit:
		t.leave(a[0])
	case sysExitGroup:
		p.end(rv64.Stop{Reason: rv64.Exited, Code: a[0] & 0xff})
	case sysFutex:
		return t.futex(a[0], a[1], a[2], a[3], a[5])
	case sysClone:
		return t.clone(a[0], a[1], a[2], a[3], a[4])
	case sysSetTIDAddress:
		t.clearTID = a[0]
		return t.tid
	case sysGettid:
		return t.tid
	case sysGetpid:
		return firstTID
	case sysGetppid:
		return 1
	case sysGetuid, sysGeteuid, sysGetgid, sysGetegid:
		return id
	case sysRobustList, sysYield, sysMadvise, sysSetAffinity, sysNanosleep, sysClockNanosleep:
		return 0
	case sysGetAffinity:
		return p.affinity(a[1], a[2])
	case sysGetcpu:
		if a[0] != 0 && !p.space.write(a[0], binary.LittleEndian.AppendUint32(nil, uint32(t.h.ID()))) {
			return efault
		}
	case sysClockGettime:
		return p.clock(a[1])
	case sysUname:
		return p.uname(a[0])
	case sysGetrandom:
		return p.getRandom(a[0], a[1])
	case sysSigaction:
		return p.sigaction(a[0], a[1], a[2], a[3])
	case sysSigprocmask:
		return t.sigprocmask(a[0], a[1], a[2], a[3])
	case sysSigaltstack:
		return t.sigaltstack(a[0], a[1])
	case sysTkill:
		return p.send(a[0], a[1])
	case sysTgkill:
		if a[0] != firstTID {
			return esrch
		}
		return p.send(a[1], a[2])
	case sysKill:
		if a[0] != firstTID {
			return esrch
		}
		return p.send(t.tid, a[1])
	case sysMmap:
		return p.mmap(a[0], a[1], a[2], a[3])
	case sysMunmap:
		return p.munmap(a[0], a[1])
	case sysMprotect:
		return p.mprotect(a[0], a[1], a[2])
	case sysBrk:
		return p.brk(a[0])
	case sysFlushICache:
		for _, other := range p.threads {
			other.h.FenceI()
		}
	case sysPrctl:
		return t.prctl(a)
	default:
		return enosys
	}
	return 0
}

// most is what one call transfers at most.
const most = 1 << 20

// writeOut is write.
func (p *Process) writeOut(fd, addr, size uint64) uint64 {
	w := p.config.Stdout
	switch fd {
	case 1:
	case 2:
		w = p.config.Stderr
	default:
		return ebadf
	}
	size = min(size, most)
	b := make([]byte, size)
	if !p.space.read(addr, b) {
		return efault
	}
	if w == nil {
		return size
	}
	n, err := w.Write(b)
	if err != nil {
		p.err = err
		p.end(rv64.Stop{Reason: rv64.Cancelled, Detail: err.Error()})
		return eio
	}
	return uint64(n)
}

// writeVector is writev.
func (p *Process) writeVector(fd, vector, count uint64) (total uint64) {
	if count > 1024 {
		return einval
	}
	for n := range count {
		var v [16]byte
		if !p.space.read(vector+16*n, v[:]) {
			return efault
		}
		size := binary.LittleEndian.Uint64(v[8:])
		if size == 0 {
			continue
		}
		done := p.writeOut(fd, binary.LittleEndian.Uint64(v[:]), size)
		if int64(done) < 0 {
			if total > 0 {
				return total
			}
			return done
		}
		if total += done; done < size {
			break
		}
	}
	return total
}

// readIn is read.
func (p *Process) readIn(fd, addr, size uint64) uint64 {
	if fd != 0 {
		return ebadf
	}
	size = min(size, most)
	if !p.space.allows(addr, size, rv64.Writable) {
		return efault
	}
	if p.config.Stdin == nil {
		return 0
	}
	b := make([]byte, size)
	n, err := p.config.Stdin.Read(b)
	if err != nil && err != io.EOF {
		return eio
	}
	p.space.write(addr, b[:n])
	return uint64(n)
}

// affinity says that there is a processor for each thread.
func (p *Process) affinity(size, addr uint64) uint64 {
	set := make([]byte, (len(p.threads)+63)/64*8)
	for n := range p.threads {
		set[n/8] |= 1 << (n % 8)
	}
	switch {
	case size < uint64(len(set)) || size%8 != 0:
		return einval
	case !p.space.write(addr, set):
		return efault
	}
	return uint64(len(set))
}

// clock is clock_gettime, of every clock: a tick of the machine's time is a nanosecond.
func (p *Process) clock(addr uint64) uint64 {
	const second = 1_000_000_000
	now, _ := p.m.Hart(0).CSR(0xc01)
	b := binary.LittleEndian.AppendUint64(nil, now/second)
	if !p.space.write(addr, binary.LittleEndian.AppendUint64(b, now%second)) {
		return efault
	}
	return 0
}

func (p *Process) uname(addr uint64) uint64 {
	const field = 65
	b := make([]byte, 6*field)
	for n, text := range []string{"Linux", "touchstone", "6.12.0", "#1", "riscv64", "(none)"} {
		copy(b[n*field:], text)
	}
	if !p.space.write(addr, b) {
		return efault
	}
	return 0
}

func (p *Process) getRandom(addr, size uint64) uint64 {
	b := make([]byte, min(size, 256))
	p.fill(b)
	if !p.space.write(addr, b) {
		return efault
	}
	return uint64(len(b))
}

// Options of prctl.
const (
	prSetTaggedAddrCtrl = 55
	prGetTaggedAddrCtrl = 56
	prPMLENShift        = 24
	prPMLEN             = 0x7f << prPMLENShift
	prSetName           = 15
	prSetICacheFlush    = 71 // PR_RISCV_SET_ICACHE_FLUSH_CTX: may the thread's own fence.i count wherever it runs
)

func (t *thread) prctl(a [6]uint64) uint64 {
	switch a[0] {
	case prSetName:
		return 0
	case prSetICacheFlush: // a thread stays on its hart
		if a[1] > 1 || a[2] > 1 {
			return einval
		}
		return 0
	case prSetTaggedAddrCtrl:
		if a[1]&^(prPMLEN|1) != 0 || a[2]|a[3]|a[4] != 0 {
			return einval
		}
		return t.maskPointers(a[1])
	case prGetTaggedAddrCtrl:
		if !t.p.m.Table().Selected("Supm") || a[1]|a[2]|a[3]|a[4] != 0 {
			return einval
		}
		return t.masking()
	}
	return einval
}

// maskPointers masks as many bits as are asked for, or the next number that the hart has. The kernel itself takes no
// tagged addresses: bit 0 is refused.
func (t *thread) maskPointers(ask uint64) uint64 {
	if !t.p.m.Table().Selected("Supm") || ask&1 != 0 {
		return einval
	}
	length := ask & prPMLEN >> prPMLENShift
	old, _ := t.h.CSR(csrMenvcfg)
	for _, mode := range []struct{ pmm, length uint64 }{{0, 0}, {2, 7}, {3, 16}} {
		if length > mode.length {
			continue
		}
		t.h.SetCSR(csrMenvcfg, old&^envPMM|mode.pmm<<32)
		if now, _ := t.h.CSR(csrMenvcfg); now&envPMM == mode.pmm<<32 {
			return 0
		}
	}
	t.h.SetCSR(csrMenvcfg, old)
	return einval
}

// masking is what maskPointers has made.
func (t *thread) masking() uint64 {
	v, _ := t.h.CSR(csrMenvcfg)
	return [4]uint64{2: 7, 3: 16}[v&envPMM>>32] << prPMLENShift
}
