package rv64

import "encoding/binary"

// Flags of a granule of RAM: stores to a flagged granule take the slow path.
const (
	hasCode     = 1 << iota // predecoded instructions come from here
	hasHTIF                 // tohost is here
	hasReserved             // a reservation set covers it
	noStore                 // it is in a page that may not be written
	noLoad                  // or not be read: the only flag that loads look at
)

const (
	granuleBits = 6
	granule     = 1 << granuleBits
)

// memory is RAM. It grows to what has been touched: ram is its beginning, and what lies between
// len(ram) and size reads as zero.
type memory struct {
	base, size uint64
	ram        []byte
	flags      []uint8      // one a granule of ram
	pages      []Permission // of RAM, by page; nil: everything is permitted
}

// smallRAM is what a Machine starts with.
const smallRAM = 64 << 10

// grow makes [0, end) of RAM present, and some more while it grows little by little. end is at most size.
func (m *Machine) grow(end uint64) {
	if end <= uint64(len(m.ram)) {
		return
	}
	n := max(end, uint64(len(m.ram))/4*5)
	n = min((n+smallRAM-1)&^(smallRAM-1), m.size)
	ram := make([]byte, n)
	copy(ram, m.ram)
	flags := make([]uint8, n>>granuleBits)
	copy(flags, m.flags)
	if m.pages != nil {
		m.flagPages(flags, uint64(len(m.flags)), uint64(len(flags)))
	}
	m.ram, m.flags = ram, flags
	for _, h := range m.harts {
		h.refresh()
	}
}

// inRAM is the offset of [addr, addr+size) in RAM.
func (m *Machine) inRAM(addr, size uint64) (off uint64, ok bool) {
	off = addr - m.base
	return off, off < m.size && size <= m.size-off
}

// ReadMem fills b from physical memory. It reports false when a byte is not RAM.
func (m *Machine) ReadMem(addr uint64, b []byte) bool {
	off, ok := m.inRAM(addr, uint64(len(b)))
	if !ok {
		return false
	}
	clear(b)
	if off < uint64(len(m.ram)) {
		copy(b, m.ram[off:])
	}
	return true
}

// WriteMem writes physical memory from outside, as a device would: code is fetched anew and
// reservations of these bytes are lost. It reports false when a byte is not RAM.
func (m *Machine) WriteMem(addr uint64, b []byte) bool {
	off, ok := m.inRAM(addr, uint64(len(b)))
	if !ok {
		return false
	}
	if len(b) == 0 {
		return true
	}
	m.grow(off + uint64(len(b)))
	copy(m.ram[off:], b)
	last := (off + uint64(len(b)) - 1) >> granuleBits
	for g := off >> granuleBits; g <= last; g++ {
		if m.flags[g]&hasCode != 0 {
			m.dropCode(g)
		}
	}
	for _, h := range m.harts {
		h.icache = nil
		if h.reservation.overlaps(addr, uint64(len(b))) {
			h.unreserve()
		}
	}
	return true
}

// refresh decides whether loads and stores may go to RAM directly.
func (h *Hart) refresh() {
	h.refreshEnvironment()
	h.ram = nil
	if h.m.cfg.Hooks.Check == nil && h.event == nil && h.window == nil && h.pmpOpen(h.dataMode()) {
		h.ram = h.m.ram
	}
}

// dataMode is the effective mode of loads and stores.
func (h *Hart) dataMode() Mode {
	if h.mode == M && h.mstatus&statusMPRV != 0 {
		return Mode(h.mstatus >> statusMPPShift & 3)
	}
	return h.mode
}

// read takes a little-endian value of 1 to 8 bytes from RAM; the caller has checked.
func (m *Machine) read(off uint64, size int) uint64 {
	if off+8 <= uint64(len(m.ram)) {
		v := binary.LittleEndian.Uint64(m.ram[off:])
		return v & (1<<(8*size-1)<<1 - 1)
	}
	var b [8]byte
	if off < uint64(len(m.ram)) {
		copy(b[:size], m.ram[off:])
	}
	return binary.LittleEndian.Uint64(b[:])
}

func (m *Machine) write(off uint64, size int, v uint64) {
	m.grow(off + uint64(size))
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], v)
	copy(m.ram[off:], b[:size])
}

// check decides whether an access raises an exception.
func (h *Hart) check(a Access) *Fault {
	f := h.fault(a)
	if hook := h.m.cfg.Hooks.Check; hook != nil {
		f = hook(h, a, f)
	}
	return f
}

// Fault is the exception that the rules say an access raises; nil: none. It is for hooks.
func (h *Hart) Fault(a Access) *Fault { return h.fault(a) }

func (h *Hart) fault(a Access) *Fault {
	if a.Kind == CacheManagement || a.Kind == CacheZero { // any address of the block will do, and mtval is that one
		block := a
		block.Addr &^= uint64(a.Size - 1)
		if f := h.denied(block); f != nil {
			return &Fault{f.Cause, a.Addr}
		}
		return nil
	}
	if a.Addr&uint64(a.Size-1) == 0 || h.oneOperation(a) {
		return h.denied(a)
	}
	f := h.misaligned(a)
	if f != nil && h.m.cfg.Parameters.MisalignedLast {
		if d := h.denied(a); d != nil {
			return d
		}
	}
	if f != nil {
		return f
	}
	// Done byte by byte: the first byte that is denied is the portion that mtval names.
	for k := range uint64(a.Size) {
		part := a
		part.Addr, part.Size = a.Addr+k, 1
		if f := h.denied(part); f != nil {
			return f
		}
		if _, ok := h.m.inRAM(part.Addr, 1); !ok {
			return &Fault{accessFault(a.Kind), part.Addr}
		}
	}
	return nil
}

// oneOperation reports whether a misaligned access is one memory operation because it lies within a
// misaligned atomicity granule, which main memory has. LR and SC are never helped by that.
func (h *Hart) oneOperation(a Access) bool {
	g := uint64(h.m.cfg.Parameters.AtomicityGranule)
	if g == 0 || a.Kind == LoadReserved || a.Kind == StoreConditional || a.Addr&(g-1)+uint64(a.Size) > g {
		return false
	}
	_, ok := h.m.inRAM(a.Addr, uint64(a.Size))
	return ok
}

// misaligned is the exception of a misaligned access, if it has one.
func (h *Hart) misaligned(a Access) *Fault {
	asAccessFault := h.m.cfg.Misaligned == TrapAccessFault
	if a.Kind != Load && a.Kind != Store {
		asAccessFault = h.m.cfg.Parameters.AtomicAccessFault
	} else if h.m.cfg.Misaligned == Complete {
		return nil
	}
	if asAccessFault {
		return &Fault{accessFault(a.Kind), a.Addr}
	}
	if a.Kind == Load || a.Kind == LoadReserved {
		return &Fault{LoadMisaligned, a.Addr}
	}
	return &Fault{StoreMisaligned, a.Addr}
}

// denied is the page fault or access fault of an access that is done as a whole.
func (h *Hart) denied(a Access) *Fault {
	if h.m.pages != nil && a.Mode != M {
		return h.m.pageFault(a)
	}
	need := [...]uint8{
		Fetch: pmpX, Load: pmpR, Store: pmpW, LoadReserved: pmpR, StoreConditional: pmpW, AMO: pmpR | pmpW,
		CacheManagement: pmpR, // or pmpW, which no entry grants alone
		CacheZero:       pmpW,
	}[a.Kind]
	if h.pmpAllows(a.Addr, a.Size, need, a.Mode) {
		if _, ok := h.m.inRAM(a.Addr, uint64(a.Size)); ok {
			return nil
		}
		if (a.Kind == Load || a.Kind == Store) && h.m.clint.holds(a.Addr, a.Size) || a.Kind == CacheManagement && a.Addr-CLINTBase < CLINTSize {
			return nil
		}
	}
	return &Fault{accessFault(a.Kind), a.Addr}
}

func accessFault(k AccessKind) uint64 {
	switch k {
	case Fetch:
		return FetchAccessFault
	case Load, LoadReserved:
		return LoadAccessFault
	default:
		return StoreAccessFault
	}
}

// load is what loads read; size is 1, 2, 4 or 8 and the value is zero-extended. ok is false when
// an exception has been raised.
func (h *Hart) load(addr uint64, size int) (v uint64, ok bool) {
	if off := addr - h.m.base; off < uint64(len(h.ram)) && addr&uint64(size-1) == 0 && h.m.flags[off>>granuleBits]&noLoad == 0 {
		return h.m.read(off, size), true
	}
	return h.access(Load, addr, size)
}

// access checks and performs an access that reads.
func (h *Hart) access(kind AccessKind, addr uint64, size int) (v uint64, ok bool) {
	addr = h.effective(kind, addr)
	if f := h.check(Access{kind, addr, size, h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return 0, false
	}
	v = h.peek(addr, size)
	if h.event != nil {
		h.event.Mem = append(h.event.Mem, MemAccess{kind, addr, size, v})
	}
	return v, true
}

// peek reads without a check: RAM, the CLINT, or nothing, which is zero.
func (h *Hart) peek(addr uint64, size int) uint64 {
	if off, ok := h.m.inRAM(addr, uint64(size)); ok {
		return h.m.read(off, size)
	}
	return h.m.clint.read(h.m, addr, size)
}

// store is what stores write.
func (h *Hart) store(addr uint64, size int, v uint64) {
	if off := addr - h.m.base; off < uint64(len(h.ram)) && addr&uint64(size-1) == 0 && h.m.flags[off>>granuleBits] == 0 {
		switch size {
		case 1:
			h.ram[off] = byte(v)
		case 2:
			binary.LittleEndian.PutUint16(h.ram[off:], uint16(v))
		case 4:
			binary.LittleEndian.PutUint32(h.ram[off:], uint32(v))
		default:
			binary.LittleEndian.PutUint64(h.ram[off:], v)
		}
		return
	}
	h.storeSlow(addr, size, v)
}

// storeSlow is a store with everything it may have to look at.
func (h *Hart) storeSlow(addr uint64, size int, v uint64) {
	addr = h.effective(Store, addr)
	if f := h.check(Access{Store, addr, size, h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return
	}
	if h.window != nil && h.window.store(addr, size, v) {
		return
	}
	h.poke(Store, addr, size, v)
}

// poke writes without a check, and does what follows from a write.
func (h *Hart) poke(kind AccessKind, addr uint64, size int, v uint64) {
	m := h.m
	v &= 1<<(8*size-1)<<1 - 1
	if h.event != nil {
		h.event.Mem = append(h.event.Mem, MemAccess{kind, addr, size, v})
	}
	off, ok := m.inRAM(addr, uint64(size))
	if !ok {
		m.clint.write(m, addr, size, v)
		h.leave = true
		return
	}
	m.write(off, size, v)
	for g := off >> granuleBits; g <= (off+uint64(size)-1)>>granuleBits; g++ {
		f := m.flags[g]
		if f == 0 {
			continue
		}
		if f&hasReserved != 0 {
			m.breakReservations(h, kind, addr, size)
		}
		if f&hasCode != 0 {
			h.codeWritten(g, kind)
		}
	}
	if t := m.htif.tohost; t != 0 && addr < t+8 && t < addr+uint64(size) {
		m.htif.written(m)
		h.leave = true
	}
}

// LoadValue and StoreValue access memory as a load or store of the current instruction would;
// they are for functions that replace an instruction's. ok is false when an exception was raised.
func (h *Hart) LoadValue(addr uint64, size int) (v uint64, ok bool) { return h.load(addr, size) }

// StoreValue: see [Hart.LoadValue].
func (h *Hart) StoreValue(addr uint64, size int, v uint64) { h.store(addr, size, v) }
