package rv64

// Fields of a pmpcfg byte.
const (
	pmpR, pmpW, pmpX = 1, 2, 4
	pmpA             = 3 << 3
	pmpTOR           = 1 << 3
	pmpNA4           = 2 << 3
	pmpNAPOT         = 3 << 3
	pmpL             = 1 << 7
)

// pmp is physical memory protection: registers, and the regions they describe.
type pmp struct {
	cfg     [16]uint8
	addr    [16]uint64 // as written, 54 bits
	regions [16]region
	locked  bool // some active entry binds M mode too
}

// region is an active entry: [low, high), empty when inactive.
type region struct{ low, high uint64 }

const pmpAddrMask = 1<<54 - 1

// grain is the number of low pmpaddr bits below the granularity (G).
func (h *Hart) grain() uint { return h.m.pmpGrain }

func (h *Hart) readPMPAddr(n int) uint64 {
	v, g := h.pmp.addr[n], h.grain()
	if h.pmp.cfg[n]&pmpA == pmpNAPOT {
		if g >= 2 {
			v |= 1<<(g-1) - 1
		}
		return v
	}
	return v &^ (1<<g - 1)
}

func (h *Hart) writePMPAddr(n int, v uint64) {
	if h.pmp.cfg[n]&pmpL != 0 {
		return
	}
	if n+1 < h.m.pmpEntries && h.pmp.cfg[n+1]&(pmpL|pmpA) == pmpL|pmpTOR {
		return
	}
	h.pmp.addr[n] = v & pmpAddrMask
	h.pmpChanged()
}

func (h *Hart) readPMPCfg(first int) (v uint64) {
	for k := range 8 {
		v |= uint64(h.pmp.cfg[first+k]) << (8 * k)
	}
	return v
}

func (h *Hart) writePMPCfg(first int, v uint64) {
	for k := range 8 {
		n := first + k
		if n >= h.m.pmpEntries || h.pmp.cfg[n]&pmpL != 0 {
			continue
		}
		c := uint8(v>>(8*k)) & (pmpL | pmpA | pmpX | pmpW | pmpR)
		if c&(pmpR|pmpW) == pmpW { // reserved
			c &^= pmpW
		}
		if h.grain() > 0 && c&pmpA == pmpNA4 { // not selectable
			c = c&^pmpA | h.pmp.cfg[n]&pmpA
		}
		h.pmp.cfg[n] = c
	}
	h.pmpChanged()
}

// pmpChanged recomputes what follows from the registers.
func (h *Hart) pmpChanged() {
	wasLocked := h.pmp.locked
	h.pmp.locked = false
	for n := range h.m.pmpEntries {
		h.pmp.regions[n] = h.region(n)
		c := h.pmp.cfg[n]
		h.pmp.locked = h.pmp.locked || c&pmpL != 0 && c&pmpA != 0
	}
	h.cache.forget(U)
	// A fetch is parcels of two bytes and regions are of four or more, so no parcel is matched in
	// part, and entries that are not locked never concern fetches in M mode.
	if wasLocked || h.pmp.locked {
		h.cache.forget(M)
	}
	h.refresh()
	h.leave = true
}

func (h *Hart) region(n int) region {
	a, g := h.pmp.addr[n], h.grain()
	low := func(v uint64) uint64 { return v &^ (1<<g - 1) << 2 }
	switch h.pmp.cfg[n] & pmpA {
	case pmpTOR:
		var from uint64
		if n > 0 {
			from = low(h.pmp.addr[n-1])
		}
		if to := low(a); from < to {
			return region{from, to}
		}
	case pmpNA4:
		return region{a << 2, a<<2 + 4}
	case pmpNAPOT:
		if g >= 2 {
			a |= 1<<(g-1) - 1
		}
		size := (a ^ (a + 1)) + 1 // in words: k trailing ones are 2^(k+3) bytes
		base := a &^ (size - 1)
		return region{base << 2, base<<2 + size<<2}
	}
	return region{}
}

// pmpAllows checks one access of size bytes that is done as a whole: the lowest-numbered entry
// that matches any of its bytes decides, and must match all of them.
func (h *Hart) pmpAllows(addr uint64, size int, need uint8, mode Mode) bool {
	if h.m.pmpEntries == 0 {
		return true
	}
	end := addr + uint64(size)
	for n := range h.m.pmpEntries {
		r := h.pmp.regions[n]
		if end <= r.low || addr >= r.high {
			continue
		}
		if addr < r.low || end > r.high {
			return false
		}
		c := h.pmp.cfg[n]
		return mode == M && c&pmpL == 0 || c&need == need
	}
	return mode == M
}

// pmpOpen reports whether every aligned load and store in RAM is allowed in mode, so that the
// memory paths need not ask.
func (h *Hart) pmpOpen(mode Mode) bool {
	if h.m.pmpEntries == 0 {
		return true
	}
	base, end := h.m.base, h.m.base+h.m.size
	for n := range h.m.pmpEntries {
		r := h.pmp.regions[n]
		if r.low >= end || r.high <= base || r.low == r.high {
			continue
		}
		c := h.pmp.cfg[n]
		if !(mode == M && c&pmpL == 0) && c&(pmpR|pmpW) != pmpR|pmpW {
			return false
		}
		if r.low <= base && r.high >= end {
			return true
		}
		if r.low&7 != 0 || r.high&7 != 0 { // an aligned doubleword could match in part
			return false
		}
	}
	return mode == M
}
