package rv64

// vectorReductions: vd[0] = vs1[0] op vs2[*], where vs1 and vd are registers whatever LMUL is.
func vectorReductions() functions {
	sum := func(a, b uint64) uint64 { return a + b }
	t := functions{}
	t["vredsum.vs"] = reduction(0, false, sum)
	t["vredand.vs"] = reduction(0, false, func(a, b uint64) uint64 { return a & b })
	t["vredor.vs"] = reduction(0, false, func(a, b uint64) uint64 { return a | b })
	t["vredxor.vs"] = reduction(0, false, func(a, b uint64) uint64 { return a ^ b })
	t["vredminu.vs"] = reduction(0, false, func(a, b uint64) uint64 { return min(a, b) })
	t["vredmaxu.vs"] = reduction(0, false, func(a, b uint64) uint64 { return max(a, b) })
	t["vredmin.vs"] = reduction(0, true, func(a, b uint64) uint64 { return uint64(min(int64(a), int64(b))) })
	t["vredmax.vs"] = reduction(0, true, func(a, b uint64) uint64 { return uint64(max(int64(a), int64(b))) })
	t["vwredsumu.vs"] = reduction(1, false, sum)
	t["vwredsum.vs"] = reduction(1, true, sum)
	return t
}

// reduction makes a reduction whose scalars have SEW << wider bits.
func reduction(wider uint8, signed bool, f func(a, b uint64) uint64) Exec {
	return func(h *Hart, i *Inst) {
		eew := h.sew + wider
		d, s, g := element0(i.Rd, eew), element0(i.Rs1, eew), h.single(i.Rs2)
		e, ok := h.vectorScalar(i, d, s, g)
		if !ok {
			return
		}
		acc := truncate(h.element(s, 0), eew, signed)
		x := e.unsigned(g, 0)
		if signed {
			x = e.signed(g, 0)
		}
		for n := e.from; n < e.to; n++ {
			if e.active(n) {
				acc = f(acc, x[n])
			}
		}
		e.scalar(d, acc)
		e.end()
	}
}
