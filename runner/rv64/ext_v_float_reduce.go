package rv64

import "touchstone/runner/rv64/softfloat"

// vectorFloatReductions: vd[0] = vs1[0] op vs2[*], in element order. Inactive elements neither count nor
// raise flags, so that without active ones vs1[0] is copied as it is.
func vectorFloatReductions() functions {
	type format = softfloat.Format
	sum := format.Add
	return functions{
		"vfredosum.vs":  floatReduction(0, false, sum),
		"vfredusum.vs":  floatReduction(0, true, sum),
		"vfwredosum.vs": floatReduction(1, false, sum),
		"vfwredusum.vs": floatReduction(1, true, sum),
		"vfredmin.vs": floatReduction(0, false, func(f format, a, b uint64, _ softfloat.Mode) (uint64, softfloat.Flags) {
			return f.Min(a, b)
		}),
		"vfredmax.vs": floatReduction(0, false, func(f format, a, b uint64, _ softfloat.Mode) (uint64, softfloat.Flags) {
			return f.Max(a, b)
		}),
	}
}

// floatReduction makes a reduction whose scalars have SEW << wider bits. Parameters.VectorSumTree takes
// what may be summed in any order in pairs.
func floatReduction(wider uint8, anyOrder bool, op func(f softfloat.Format, a, b uint64, rm softfloat.Mode) (uint64, softfloat.Flags)) Exec {
	return func(h *Hart, i *Inst) {
		rm, ok := h.vectorFloat(i, h.floatEEW(h.sew))
		if !ok {
			return
		}
		eew := h.sew + wider
		d, s, g := element0(i.Rd, eew), element0(i.Rs1, eew), h.single(i.Rs2)
		e, ok := h.vectorScalar(i, d, s, g)
		if !ok {
			return
		}
		f, flags := formatOf(eew), softfloat.Flags(0)
		x, terms := e.unsigned(g, 0), e.space(1)[:0]
		terms = append(terms, h.element(s, 0))
		for n := e.from; n < e.to; n++ {
			if !e.active(n) {
				continue
			}
			v := x[n]
			if wider != 0 {
				var raised softfloat.Flags
				v, raised = f.From(formatOf(h.sew), v, rm)
				flags |= raised
			}
			terms = append(terms, v)
		}
		step := func(a, b uint64) uint64 {
			r, raised := op(f, a, b, rm)
			flags |= raised
			return r
		}
		if anyOrder && h.m.cfg.Parameters.VectorSumTree {
			for ; len(terms) > 1; terms = terms[:(len(terms)+1)/2] {
				for k := 0; k+1 < len(terms); k += 2 {
					terms[k/2] = step(terms[k], terms[k+1])
				}
				if n := len(terms); n&1 != 0 {
					terms[n/2] = terms[n-1]
				}
			}
		}
		acc := terms[0]
		for _, v := range terms[1:] {
			acc = step(acc, v)
		}
		e.scalar(d, acc)
		e.endFloat(flags)
	}
}
