package rv64

// reservation is what LR registers and SC needs: a set of bytes, empty when there is none.
type reservation struct {
	Addr, Size uint64 // the set, aligned
}

func (r reservation) overlaps(addr, size uint64) bool {
	return r.Size != 0 && addr < r.Addr+r.Size && r.Addr < addr+size
}

func (r reservation) contains(addr, size uint64) bool {
	return r.Size != 0 && addr-r.Addr < r.Size && addr-r.Addr+size <= r.Size
}

// Reservation is the hart's reservation set; size 0: it has none.
func (h *Hart) Reservation() (addr, size uint64) { return h.reservation.Addr, h.reservation.Size }

// Reserve registers a reservation set that holds [addr, addr+size).
func (h *Hart) Reserve(addr, size uint64) {
	h.unreserve()
	n := max(uint64(h.m.cfg.Parameters.ReservationBytes), size)
	if _, ok := h.m.inRAM(addr, size); !ok {
		return
	}
	h.reservation = reservation{addr &^ (n - 1), n}
	off := h.reservation.Addr - h.m.base
	h.m.grow(min(off+n, h.m.size))
	for g := off >> granuleBits; g <= (off+n-1)>>granuleBits && g < uint64(len(h.m.flags)); g++ {
		h.m.flags[g] |= hasReserved
	}
}

// unreserve gives the reservation up.
func (h *Hart) unreserve() {
	r := h.reservation
	if r.Size == 0 {
		return
	}
	h.reservation = reservation{}
	off := r.Addr - h.m.base
	for g := off >> granuleBits; g <= (off+r.Size-1)>>granuleBits && g < uint64(len(h.m.flags)); g++ {
		h.m.flags[g] &^= hasReserved
	}
	for _, other := range h.m.harts {
		if o := other.reservation; o.overlaps(r.Addr, r.Size) {
			for g := (o.Addr - h.m.base) >> granuleBits; g <= (o.Addr-h.m.base+o.Size-1)>>granuleBits && g < uint64(len(h.m.flags)); g++ {
				h.m.flags[g] |= hasReserved
			}
		}
	}
}

// breakReservations is what a write by h does to reservations: those of other harts are lost; its
// own only if Parameters.StoreBreaks says so.
func (m *Machine) breakReservations(h *Hart, kind AccessKind, addr uint64, size int) {
	for _, other := range m.harts {
		if !other.reservation.overlaps(addr, uint64(size)) {
			continue
		}
		if other == h && !(m.cfg.Parameters.StoreBreaks && (kind == Store || kind == CacheZero)) {
			continue
		}
		if other != h && m.cfg.Ordering.Ignore&ForeignStores != 0 {
			continue
		}
		other.unreserve()
	}
}

func extZalrsc() functions {
	return functions{
		"lr.w": loadReserved(4),
		"lr.d": loadReserved(8),
		"sc.w": storeConditional(4),
		"sc.d": storeConditional(8),
	}
}

func loadReserved(size int) Exec {
	extend := func(v uint64) uint64 { return v }
	if size == 4 {
		extend = func(v uint64) uint64 { return sext32(uint32(v)) }
	}
	return func(h *Hart, i *Inst) {
		addr := h.effective(LoadReserved, h.x[i.Rs1])
		if h.window != nil && h.window.loadReserved(i, addr, size, extend) {
			return
		}
		v, ok := h.access(LoadReserved, addr, size)
		if !ok {
			return
		}
		h.Reserve(addr, uint64(size))
		h.SetX(i.Rd, extend(v))
	}
}

func storeConditional(size int) Exec {
	return func(h *Hart, i *Inst) {
		addr, v := h.effective(StoreConditional, h.x[i.Rs1]), h.x[i.Rs2]
		if f := h.check(Access{StoreConditional, addr, size, h.dataMode()}); f != nil {
			h.Raise(f.Cause, f.Tval)
			return
		}
		if h.window != nil {
			h.window.conditional(i, addr, size)
		}
		ok := h.reservation.contains(addr, uint64(size))
		if every := h.m.cfg.Parameters.SCFailsEvery; ok && every > 0 {
			h.scs++
			ok = h.scs%every != 0
		}
		if hook := h.m.cfg.Hooks.Conditional; hook != nil {
			ok = hook(h, addr, size, ok)
		}
		h.unreserve()
		if !ok {
			h.SetX(i.Rd, 1)
			return
		}
		h.poke(StoreConditional, addr, size, v)
		h.SetX(i.Rd, 0)
	}
}

func extZaamo() functions {
	t := functions{}
	for name, f := range amoOperations() {
		t[name+".w"], t[name+".d"] = amo(4, f), amo(8, f)
	}
	return t
}

// amoOperations are the operations of AMOs, on operands that are extended by their sign.
func amoOperations() map[string]func(old, src uint64) uint64 {
	return map[string]func(old, src uint64) uint64{
		"amoswap": func(_, src uint64) uint64 { return src },
		"amoadd":  func(old, src uint64) uint64 { return old + src },
		"amoxor":  func(old, src uint64) uint64 { return old ^ src },
		"amoand":  func(old, src uint64) uint64 { return old & src },
		"amoor":   func(old, src uint64) uint64 { return old | src },
		"amomin":  func(old, src uint64) uint64 { return uint64(min(int64(old), int64(src))) },
		"amomax":  func(old, src uint64) uint64 { return uint64(max(int64(old), int64(src))) },
		"amominu": func(old, src uint64) uint64 { return min(old, src) },
		"amomaxu": func(old, src uint64) uint64 { return max(old, src) },
	}
}

func amo(size int, f func(old, src uint64) uint64) Exec {
	return func(h *Hart, i *Inst) {
		addr, src := h.x[i.Rs1], h.x[i.Rs2]
		if h.window != nil && h.window.amo(i, addr, size, src, f) {
			return
		}
		addr = h.effective(AMO, addr)
		old, ok := h.access(AMO, addr, size)
		if !ok {
			return
		}
		old, src = signed(old, size), signed(src, size)
		h.poke(AMO, addr, size, f(old, src))
		h.SetX(i.Rd, old)
	}
}

// extZawrs waits for a store to the reservation set. A wait may end for any reason and here it ends
// at once, unless Parameters.WaitTraps has one that mstatus.TW bounds last too long.
func extZawrs() functions {
	return functions{
		"wrs.sto": hint,
		"wrs.nto": func(h *Hart, i *Inst) {
			waits := h.reservation.Size != 0 && h.mip()&h.mie == 0
			if h.m.cfg.Parameters.WaitTraps && waits && h.mode != M && h.mstatus&statusTW != 0 {
				h.Illegal(i)
			}
		},
	}
}
