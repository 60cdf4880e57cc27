package rv64

func vectorPermutations() functions {
	t := functions{
		"vmv.x.s": func(h *Hart, i *Inst) {
			s := element0(i.Rs2, h.sew)
			if e, ok := h.vectorToX(i, s); ok {
				h.SetX(i.Rd, truncate(h.element(s, 0), h.sew, true))
				e.endX()
			}
		},
		"vmv.s.x": func(h *Hart, i *Inst) {
			d := element0(i.Rd, h.sew)
			if e, ok := h.vector(i, d); ok {
				e.scalar(d, h.x[i.Rs1])
				e.end()
			}
		},

		// Offsets and indices from x registers are not truncated to SEW.
		"vslideup.vx":   func(h *Hart, i *Inst) { h.slideUp(i, h.x[i.Rs1]) },
		"vslideup.vi":   func(h *Hart, i *Inst) { h.slideUp(i, uint64(i.Imm)) },
		"vslidedown.vx": func(h *Hart, i *Inst) { h.slideDown(i, h.x[i.Rs1]) },
		"vslidedown.vi": func(h *Hart, i *Inst) { h.slideDown(i, uint64(i.Imm)) },
		"vslide1up.vx":  func(h *Hart, i *Inst) { h.slide1Up(i, h.x[i.Rs1]) },
		"vslide1down.vx": func(h *Hart, i *Inst) {
			h.slide1Down(i, h.x[i.Rs1])
		},

		"vrgather.vv":     func(h *Hart, i *Inst) { h.gather(i, h.single(i.Rs1)) },
		"vrgatherei16.vv": func(h *Hart, i *Inst) { h.gather(i, h.scaled(i.Rs1, eew16)) },
		"vrgather.vx":     func(h *Hart, i *Inst) { h.gatherOne(i, h.x[i.Rs1]) },
		"vrgather.vi":     func(h *Hart, i *Inst) { h.gatherOne(i, uint64(i.Imm)) },

		"vcompress.vm": compress,
	}
	for name, emul := range map[string]int8{"vmv1r.v": 0, "vmv2r.v": 1, "vmv4r.v": 2, "vmv8r.v": 3} {
		t[name] = moveRegisters(emul)
	}
	return t
}

// vectorApart is vector for an instruction whose destination overlaps none of its sources.
func (h *Hart) vectorApart(i *Inst, d group, sources ...group) (body, bool) {
	if !h.apart(d, sources...) {
		h.Illegal(i)
		return body{}, false
	}
	return h.vector(i, d, sources...)
}

// fill writes the elements that one function makes, from least on.
func (e *body) fill(d group, least uint64, all func(z []uint64, from, to uint64)) {
	z := e.space(0)
	e.from = max(e.from, least)
	all(z, e.from, e.to)
	e.write(d, z)
	e.end()
}

// slideUp leaves the elements below offset as they are, whatever the mask says of them.
func (h *Hart) slideUp(i *Inst, offset uint64) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	if e, ok := h.vectorApart(i, d, s); ok {
		e.fill(d, offset, func(z []uint64, from, to uint64) {
			for n := from; n < to; n++ {
				z[n] = h.element(s, n-offset)
			}
		})
	}
}

func (h *Hart) slideDown(i *Inst, offset uint64) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	if e, ok := h.vector(i, d, s); ok {
		e.fill(d, 0, func(z []uint64, from, to uint64) {
			for n := from; n < to; n++ {
				if z[n] = 0; offset < h.vlmax && n+offset < h.vlmax {
					z[n] = h.element(s, n+offset)
				}
			}
		})
	}
}

// slide1Up also serves vfslide1up: v goes to element 0.
func (h *Hart) slide1Up(i *Inst, v uint64) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	if e, ok := h.vectorApart(i, d, s); ok {
		e.fill(d, 0, func(z []uint64, from, to uint64) {
			for n := from; n < to; n++ {
				if z[n] = v; n > 0 {
					z[n] = h.element(s, n-1)
				}
			}
		})
	}
}

// slide1Down also serves vfslide1down: v goes to element vl-1.
func (h *Hart) slide1Down(i *Inst, v uint64) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	if e, ok := h.vector(i, d, s); ok {
		e.fill(d, 0, func(z []uint64, from, to uint64) {
			for n := from; n < to; n++ {
				if z[n] = v; n+1 < to {
					z[n] = h.element(s, n+1)
				}
			}
		})
	}
}

// gather reads any element below VLMAX, and zero elsewhere.
func (h *Hart) gather(i *Inst, index group) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	e, ok := h.vectorApart(i, d, s, index)
	if !ok {
		return
	}
	x, z := e.unsigned(index, 0), e.space(1)
	for n := e.from; n < e.to; n++ {
		if z[n] = 0; x[n] < h.vlmax {
			z[n] = h.element(s, x[n])
		}
	}
	e.write(d, z)
	e.end()
}

func (h *Hart) gatherOne(i *Inst, index uint64) {
	d, s := h.single(i.Rd), h.single(i.Rs2)
	e, ok := h.vectorApart(i, d, s)
	if !ok {
		return
	}
	var v uint64
	if index < h.vlmax {
		v = h.element(s, index)
	}
	e.write(d, e.splat(v, 0))
	e.end()
}

// compress packs the selected elements; what follows them in vd is tail (vcompress_op).
func compress(h *Hart, i *Inst) {
	d, s, m := h.single(i.Rd), h.single(i.Rs2), mask(i.Rs1)
	if h.vstart != 0 {
		h.Illegal(i)
		return
	}
	e, ok := h.vectorApart(i, d, s, m)
	if !ok {
		return
	}
	x, selected, z, count := e.unsigned(s, 0), e.unsigned(m, 1), e.space(2), uint64(0)
	for n := e.from; n < e.to; n++ {
		if selected[n] != 0 {
			z[count] = x[n]
			count++
		}
	}
	h.writeElements(d, z, 0, count)
	if h.m.cfg.Parameters.VectorAgnosticOnes && h.vta && e.from < e.to {
		h.onesTail(d, count)
	}
	e.end()
}

// moveRegisters makes vmv<nr>r.v: it has its own length, in elements of SEW bits, whatever vl is, but it
// depends on vtype like everything that is not named as an exception (vtype_vill_op).
func moveRegisters(emul int8) Exec {
	return func(h *Hart, i *Inst) {
		d, s := group{i.Rd, h.sew, emul}, group{i.Rs2, h.sew, emul}
		if !h.vectorOn(i) {
			return
		}
		if h.vill || !d.valid() || !s.valid() || h.vstart != 0 && h.m.cfg.Parameters.VectorStartTraps {
			h.Illegal(i)
			return
		}
		length := uint64(d.registers()) * h.vlenb
		from := min(h.vstart<<h.sew/8, length)
		if from == length && !h.m.cfg.Parameters.VectorStartBeyond {
			h.Illegal(i)
			return
		}
		copy(h.bytes(d)[from:length], h.bytes(s)[from:length])
		h.vstart = 0
		h.dirtyVS()
	}
}
