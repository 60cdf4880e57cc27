package linux

import "touchstone/runner/rv64"

// space is the process's addresses: which pages are mapped, and with what permission.
type space struct {
	m         *rv64.Machine
	base, end uint64
	mapped    []bool // by page
	used      []bool // it was mapped once: it may hold something
	heap, brk uint64
	heapEnd   uint64
	first     uint64 // of what is mapped at an address of the kernel's choice
}

func newSpace(m *rv64.Machine, l layout) space {
	n := (l.end - l.base) / rv64.PageSize
	s := space{m: m, base: l.base, end: l.end, mapped: make([]bool, n), used: make([]bool, n), heap: l.heap, brk: l.heap, heapEnd: l.mapped, first: l.mapped}
	s.protect(l.base, rv64.PageSize, 0) // and with it everything
	return s
}

func pageDown(addr uint64) uint64 { return addr &^ (rv64.PageSize - 1) }
func pageUp(addr uint64) uint64   { return (addr + rv64.PageSize - 1) &^ (rv64.PageSize - 1) }

// holds says whether addresses are among those that can be mapped at all.
func (s *space) holds(addr, size uint64) bool {
	return addr >= s.base && addr < s.end && size <= s.end-addr
}

func (s *space) isMapped(addr uint64) bool {
	return s.holds(addr, 1) && s.mapped[(addr-s.base)/rv64.PageSize]
}

// allMapped says whether every page of a range is mapped.
func (s *space) allMapped(addr, size uint64) bool {
	if !s.holds(addr, size) {
		return false
	}
	for at := pageDown(addr); at < addr+size; at += rv64.PageSize {
		if !s.isMapped(at) {
			return false
		}
	}
	return true
}

// mapPages maps pages of zeros.
func (s *space) mapPages(addr, size uint64, p rv64.Permission) {
	var zero [rv64.PageSize]byte
	for at := addr; at < addr+size; at += rv64.PageSize {
		n := (at - s.base) / rv64.PageSize
		if s.used[n] {
			s.m.WriteMem(at, zero[:])
		}
		s.mapped[n], s.used[n] = true, true
	}
	s.protect(addr, size, p)
}

func (s *space) unmapPages(addr, size uint64) {
	for at := addr; at < addr+size; at += rv64.PageSize {
		s.mapped[(at-s.base)/rv64.PageSize] = false
	}
	s.protect(addr, size, 0)
}

// protect is for whole pages that the space holds.
func (s *space) protect(addr, size uint64, p rv64.Permission) {
	if err := s.m.Protect(addr, size, p); err != nil {
		panic("linux: " + err.Error())
	}
}

// find looks for room for so many bytes.
func (s *space) find(size uint64) (addr uint64, ok bool) {
	free := uint64(0)
	for at := s.first; at < s.end; at += rv64.PageSize {
		if s.isMapped(at) {
			free = 0
			continue
		}
		if free += rv64.PageSize; free >= size {
			return at + rv64.PageSize - size, true
		}
	}
	return 0, false
}

// allows says whether the process itself may access these bytes so.
func (s *space) allows(addr, size uint64, p rv64.Permission) bool {
	if !s.holds(addr, size) {
		return false
	}
	for at := pageDown(addr); at < addr+size; at += rv64.PageSize {
		if s.m.Permission(at)&p != p {
			return false
		}
	}
	return true
}

// read and write are the kernel's access to the process's memory; false: EFAULT.
func (s *space) read(addr uint64, b []byte) bool {
	return s.allows(addr, uint64(len(b)), rv64.Readable) && s.m.ReadMem(addr, b)
}

func (s *space) write(addr uint64, b []byte) bool {
	return s.allows(addr, uint64(len(b)), rv64.Writable) && s.m.WriteMem(addr, b)
}
