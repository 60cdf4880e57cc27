package rv64

// clint is the core-local interruptor: msip at +0, mtimecmp at +0x4000, mtime at +0xbff8.
type clint struct {
	software []uint8  // msip, bit 0
	compare  []uint64 // mtimecmp
	offset   uint64   // mtime minus the ticks counted so far
}

const (
	clintMtimecmp = 0x4000
	clintMtime    = 0xbff8
)

// now is the number of instructions executed by all harts.
func (m *Machine) now() uint64 {
	if m.running != nil {
		return m.elapsed + m.running.ahead
	}
	return m.elapsed
}

func (m *Machine) mtime() uint64 { return m.now()/m.divisor + m.clint.offset }

// holds reports whether a load or store may go there: words and doublewords, aligned.
func (c *clint) holds(addr uint64, size int) bool {
	return addr-CLINTBase < CLINTSize && (size == 4 || size == 8) && addr&uint64(size-1) == 0
}

// doubleword reads the aligned doubleword at off.
func (c *clint) doubleword(m *Machine, off uint64) uint64 {
	switch {
	case off < clintMtimecmp:
		var v uint64
		for k := range uint64(2) {
			if n := off/4 + k; n < uint64(len(c.software)) {
				v |= uint64(c.software[n]) << (32 * k)
			}
		}
		return v
	case off < clintMtime:
		if n := (off - clintMtimecmp) / 8; n < uint64(len(c.compare)) {
			return c.compare[n]
		}
	case off == clintMtime:
		return m.mtime()
	}
	return 0
}

func (c *clint) read(m *Machine, addr uint64, size int) uint64 {
	if !c.holds(addr, size) {
		return 0
	}
	off := addr - CLINTBase
	v := c.doubleword(m, off&^7) >> (8 * (off & 7))
	if size == 4 {
		v &= 1<<32 - 1
	}
	return v
}

func (c *clint) write(m *Machine, addr uint64, size int, v uint64) {
	if !c.holds(addr, size) {
		return
	}
	off := addr - CLINTBase
	if off < clintMtimecmp {
		for k := range uint64(size) / 4 {
			if n := off/4 + k; n < uint64(len(c.software)) {
				c.software[n] = uint8(v>>(32*k)) & 1
			}
		}
		return
	}
	if size == 4 {
		old, shift := c.doubleword(m, off&^7), 8*(off&7)
		v = old&^(0xffffffff<<shift) | v<<shift
	}
	switch off &^= 7; {
	case off < clintMtime:
		if n := (off - clintMtimecmp) / 8; n < uint64(len(c.compare)) {
			c.compare[n] = v
		}
	case off == clintMtime:
		c.offset = v - m.now()/m.divisor
	}
}
