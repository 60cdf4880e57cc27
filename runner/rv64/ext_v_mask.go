package rv64

func vectorMasks() functions {
	t := functions{}
	for name, f := range map[string]func(a, b uint64) uint64{ // the low bit counts
		"vmand":  func(a, b uint64) uint64 { return a & b },
		"vmnand": func(a, b uint64) uint64 { return ^(a & b) },
		"vmandn": func(a, b uint64) uint64 { return a &^ b },
		"vmxor":  func(a, b uint64) uint64 { return a ^ b },
		"vmor":   func(a, b uint64) uint64 { return a | b },
		"vmnor":  func(a, b uint64) uint64 { return ^(a | b) },
		"vmorn":  func(a, b uint64) uint64 { return a | ^b },
		"vmxnor": func(a, b uint64) uint64 { return ^(a ^ b) },
	} {
		t[name+".mm"] = func(h *Hart, i *Inst) {
			d, a, b := mask(i.Rd), mask(i.Rs2), mask(i.Rs1)
			if e, ok := h.vector(i, d, a, b); ok {
				e.each(d, e.unsigned(a, 0), e.unsigned(b, 1), f)
				e.end()
			}
		}
	}

	// These see all elements or none, so that they cannot start in the middle.
	t["vcpop.m"] = maskToX(func(e *body, m []uint64) uint64 {
		count := uint64(0)
		for n := e.from; n < e.to; n++ {
			if e.active(n) {
				count += m[n]
			}
		}
		return count
	})
	t["vfirst.m"] = maskToX(func(e *body, m []uint64) uint64 {
		for n := e.from; n < e.to; n++ {
			if e.active(n) && m[n] != 0 {
				return n
			}
		}
		return ^uint64(0)
	})
	t["vmsbf.m"] = untilFirst(func(before, first bool) bool { return before })
	t["vmsif.m"] = untilFirst(func(before, first bool) bool { return before || first })
	t["vmsof.m"] = untilFirst(func(before, first bool) bool { return first })

	t["viota.m"] = func(h *Hart, i *Inst) {
		d, s := h.single(i.Rd), mask(i.Rs2)
		if h.vstart != 0 || !h.apart(d, s) {
			h.Illegal(i)
			return
		}
		e, ok := h.vector(i, d, s)
		if !ok {
			return
		}
		x, sum := e.unsigned(s, 0), uint64(0)
		e.each1(d, x, func(bit uint64) uint64 { // called in element order
			before := sum
			sum += bit
			return before
		})
		e.end()
	}
	t["vid.v"] = func(h *Hart, i *Inst) {
		d := h.single(i.Rd)
		e, ok := h.vector(i, d)
		if !ok {
			return
		}
		z := e.space(0)
		for n := e.from; n < e.to; n++ {
			z[n] = n
		}
		e.write(d, z)
		e.end()
	}
	return t
}

// maskToX makes an instruction that writes x[rd], also when vl = 0.
func maskToX(f func(e *body, m []uint64) uint64) Exec {
	return func(h *Hart, i *Inst) {
		if h.vstart != 0 {
			h.Illegal(i)
			return
		}
		if e, ok := h.vectorToX(i, mask(i.Rs2)); ok {
			h.SetX(i.Rd, f(&e, e.unsigned(mask(i.Rs2), 0)))
			e.endX()
		}
	}
}

// untilFirst makes vmsbf, vmsif and vmsof: f tells the result of an active element from whether it stands
// before the first active 1, or is it.
func untilFirst(f func(before, first bool) bool) Exec {
	return func(h *Hart, i *Inst) {
		d, s := mask(i.Rd), mask(i.Rs2)
		if h.vstart != 0 || !h.apart(d, s) || !i.Unmasked && !h.apart(d, mask(0)) {
			h.Illegal(i)
			return
		}
		e, ok := h.vector(i, d, s)
		if !ok {
			return
		}
		before := true
		e.each1(d, e.unsigned(s, 0), func(bit uint64) uint64 {
			first := before && bit != 0
			before = before && !first
			if f(before, first) {
				return 1
			}
			return 0
		})
		e.end()
	}
}
