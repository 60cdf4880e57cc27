package rv64

// signed extends the sign of the low size bytes, 1 to 8. Operands of narrow AMOs are extended so,
// which keeps the order of unsigned values too.
func signed(v uint64, size int) uint64 {
	spare := 64 - 8*size
	return uint64(int64(v<<spare) >> spare)
}

// extZabha is the AMOs of Zaamo, and compare-and-swap, on bytes and halfwords.
func extZabha() functions {
	t := functions{}
	for name, f := range amoOperations() {
		t[name+".b"], t[name+".h"] = amo(1, f), amo(2, f)
	}
	t["amocas.b"], t["amocas.h"] = compareAndSwap(1), compareAndSwap(2)
	return t
}

func extZacas() functions {
	return functions{"amocas.w": compareAndSwap(4), "amocas.d": compareAndSwap(8), "amocas.q": compareAndSwapPair}
}

// compareAndSwap writes rs2 where memory equals rd; a failing one needs the permission to write
// all the same.
func compareAndSwap(size int) Exec {
	return func(h *Hart, i *Inst) {
		expected := signed(h.x[i.Rd], size)
		if h.window != nil { // one that fails writes back what it has read, as it may
			swap := func(old, src uint64) uint64 {
				if old == expected {
					return src
				}
				return old
			}
			if h.window.amo(i, h.x[i.Rs1], size, h.x[i.Rs2], swap) {
				return
			}
		}
		addr, src := h.effective(AMO, h.x[i.Rs1]), h.x[i.Rs2]
		old, ok := h.access(AMO, addr, size)
		if !ok {
			return
		}
		old = signed(old, size)
		switch {
		case old == expected:
			h.poke(AMO, addr, size, src)
		case h.m.cfg.Parameters.CASWritesBack:
			h.poke(AMO, addr, size, old)
		}
		h.SetX(i.Rd, old)
	}
}

// compareAndSwapPair is on register pairs. An odd first register is reserved; a pair that starts at
// x0 reads as zero and is not written.
func compareAndSwapPair(h *Hart, i *Inst) {
	if (i.Rd|i.Rs2)&1 != 0 {
		h.Illegal(i)
		return
	}
	if h.window != nil {
		h.window.drain()
	}
	pair := func(r uint8) [2]uint64 {
		if r == 0 {
			return [2]uint64{}
		}
		return [2]uint64{h.X(r), h.X(r + 1)}
	}
	addr := h.effective(AMO, h.x[i.Rs1])
	expected, src := pair(i.Rd), pair(i.Rs2)
	if f := h.check(Access{AMO, addr, 16, h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return
	}
	var old [2]uint64
	for k := range old {
		old[k] = h.peek(addr+8*uint64(k), 8)
		if h.event != nil {
			h.event.Mem = append(h.event.Mem, MemAccess{AMO, addr + 8*uint64(k), 8, old[k]})
		}
	}
	if old != expected {
		src = old
	}
	if old == expected || h.m.cfg.Parameters.CASWritesBack {
		for k := range src {
			h.poke(AMO, addr+8*uint64(k), 8, src[k])
		}
	}
	if i.Rd != 0 {
		h.SetX(i.Rd, old[0])
		h.SetX(i.Rd+1, old[1])
	}
}
