package linux

import "touchstone/runner/rv64"

// Protections and flags of mmap.
const (
	protRead, protWrite, protExec = 1, 2, 4

	mapShared, mapPrivate, mapFixed, mapAnonymous, mapFixedNoReplace = 1, 2, 0x10, 0x20, 0x100000
)

// granted is what pages of a protection grant: whatever may be written may be read.
func granted(protection uint64) (p rv64.Permission) {
	if protection&protRead != 0 {
		p |= rv64.Readable
	}
	if protection&protWrite != 0 {
		p |= rv64.Readable | rv64.Writable
	}
	if protection&protExec != 0 {
		p |= rv64.Executable
	}
	return p
}

// mmap maps memory of zeros; there are no files.
func (p *Process) mmap(addr, size, protection, flags uint64) uint64 {
	s := &p.space
	switch {
	case size == 0 || pageUp(size) < size || flags&(mapShared|mapPrivate) == 0:
		return einval
	case flags&mapAnonymous == 0:
		return ebadf
	case protection&^(protRead|protWrite|protExec) != 0:
		return einval
	}
	size = pageUp(size)
	fixed := flags&(mapFixed|mapFixedNoReplace) != 0
	switch {
	case fixed && addr%rv64.PageSize != 0:
		return einval
	case fixed && !s.holds(addr, size):
		return enomem
	case flags&mapFixedNoReplace != 0 && s.anyMapped(addr, size):
		return eexist
	}
	if !fixed {
		var ok bool
		if addr = pageDown(addr); addr == 0 || !s.holds(addr, size) || s.anyMapped(addr, size) {
			if addr, ok = s.find(size); !ok {
				return enomem
			}
		}
	}
	s.mapPages(addr, size, granted(protection))
	return addr
}

func (s *space) anyMapped(addr, size uint64) bool {
	for at := addr; at < addr+size; at += rv64.PageSize {
		if s.isMapped(at) {
			return true
		}
	}
	return false
}

func (p *Process) munmap(addr, size uint64) uint64 {
	if addr%rv64.PageSize != 0 || size == 0 || pageUp(size) < size {
		return einval
	}
	size = pageUp(size)
	from, to := max(addr, p.space.base), min(addr+size, p.space.end)
	if addr+size < addr || from >= to {
		return 0 // nothing was mapped there
	}
	p.space.unmapPages(from, to-from)
	return 0
}

func (p *Process) mprotect(addr, size, protection uint64) uint64 {
	switch {
	case addr%rv64.PageSize != 0 || protection&^(protRead|protWrite|protExec) != 0:
		return einval
	case size == 0:
		return 0
	case pageUp(size) < size || !p.space.allMapped(addr, pageUp(size)):
		return enomem
	}
	p.space.protect(addr, pageUp(size), granted(protection))
	return 0
}

// brk moves the end of the heap, and says where it is.
func (p *Process) brk(to uint64) uint64 {
	s := &p.space
	if to < s.heap || to > s.heapEnd {
		return s.brk
	}
	was, now := pageUp(s.brk), pageUp(to)
	switch {
	case now > was:
		s.mapPages(was, now-was, rv64.Readable|rv64.Writable)
	case now < was:
		s.unmapPages(now, was-now)
	}
	s.brk = to
	return to
}
