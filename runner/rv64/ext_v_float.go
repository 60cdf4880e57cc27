package rv64

import "touchstone/runner/rv64/softfloat"

// formatOf is the format of elements with this EEW.
func formatOf(eew uint8) softfloat.Format {
	switch eew {
	case eew16:
		return softfloat.Binary16
	case eew32:
		return softfloat.Binary32
	default:
		return softfloat.Binary64
	}
}

// floatEEW reports whether the hart computes with floating-point elements of this EEW: 32 and 64 bits
// with V, 16 with Zvfh.
func (h *Hart) floatEEW(eew uint8) bool {
	return eew == eew32 || eew == eew64 || eew == eew16 && h.m.zvfh
}

// vectorFloat checks what every vector floating-point instruction needs besides vectors: mstatus.FS is
// not Off, frm is no reserved mode even where nothing is rounded, and its floating-point operands
// have an EEW that exists.
func (h *Hart) vectorFloat(i *Inst, exists bool) (softfloat.Mode, bool) {
	rm := softfloat.Mode(h.fcsr >> fcsrFRMShift)
	if h.mstatus&statusFS == contextOff || rm > softfloat.RMM || !exists {
		h.Illegal(i)
		return 0, false
	}
	h.floatUsed()
	return rm, true
}

// floatScalar is f[n] as an element of this format.
func (h *Hart) floatScalar(n uint8, f softfloat.Format) uint64 { return f.Unbox(h.F(n)) }

// floatArithmetic describes d = a op b, element by element: a is vs2 and b is vs1 or f[rs1], whichever of
// them is narrower than d is widened first. d is the old element where op reads it.
type floatArithmetic struct {
	op    func(f softfloat.Format, a, b, d uint64, rm softfloat.Mode) (uint64, softfloat.Flags)
	forms string // as for [arithmetic], with f for f[rs1]
	d     width
	a     width
	old   bool
	brain bool // BF16: SEW is 16
}

func (t functions) defineFloat(name string, o floatArithmetic) {
	for k := 0; k < len(o.forms); k += 2 {
		form := o.forms[k : k+2]
		vector := form[1] == 'v'
		t[name+"."+form] = func(h *Hart, i *Inst) { o.execute(h, i, vector) }
	}
}

func (o *floatArithmetic) execute(h *Hart, i *Inst, vector bool) {
	exists, narrow := h.floatEEW(h.sew), formatOf(h.sew)
	if o.brain {
		exists, narrow = h.sew == eew16, softfloat.BFloat16
	}
	rm, ok := h.vectorFloat(i, exists)
	if !ok {
		return
	}
	d, a, b := h.group(i.Rd, o.d), h.group(i.Rs2, o.a), h.single(i.Rs1)
	var list [3]group
	sources := append(list[:0], a)
	if vector {
		sources = append(sources, b)
	}
	if o.old {
		sources = append(sources, d)
	}
	e, ok := h.vector(i, d, sources...)
	if !ok {
		return
	}
	x, z := e.unsigned(a, 0), e.space(2)
	var y []uint64
	if vector {
		y = e.unsigned(b, 1)
	} else {
		y = e.splat(h.floatScalar(i.Rs1, narrow), 1)
	}
	if o.old {
		h.readElements(z, d, e.from, e.to)
	}
	f := narrow
	if o.d == double {
		f = formatOf(h.sew + 1)
	}
	var flags softfloat.Flags
	for n := e.from; n < e.to; n++ {
		if !e.active(n) {
			continue
		}
		av, bv := x[n], y[n]
		if o.d == double {
			var raised softfloat.Flags
			if o.a != double {
				av, raised = f.From(narrow, av, rm)
				flags |= raised
			}
			bv, raised = f.From(narrow, bv, rm)
			flags |= raised
		}
		r, raised := o.op(f, av, bv, z[n], rm)
		z[n] = r
		flags |= raised
	}
	e.write(d, z)
	e.endFloat(flags)
}

// endFloat is [body.end] for an instruction that raised these flags.
func (e *body) endFloat(flags softfloat.Flags) {
	e.h.accrue(flags)
	e.end()
}

func vectorFloats() functions {
	t := functions{}
	floatSums(t)
	floatMultiplyAdd(t)
	floatComparisons(t)
	floatUnaries(t)
	floatScalarMoves(t)
	return t
}

func floatSums(t functions) {
	type format = softfloat.Format
	type mode = softfloat.Mode
	type flags = softfloat.Flags
	add := func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Add(a, b, rm) }
	sub := func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Sub(a, b, rm) }
	mul := func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Mul(a, b, rm) }
	t.defineFloat("vfadd", floatArithmetic{forms: "vvvf", op: add})
	t.defineFloat("vfsub", floatArithmetic{forms: "vvvf", op: sub})
	t.defineFloat("vfmul", floatArithmetic{forms: "vvvf", op: mul})
	t.defineFloat("vfrsub", floatArithmetic{forms: "vf", op: func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Sub(b, a, rm) }})
	t.defineFloat("vfdiv", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Div(a, b, rm) }})
	t.defineFloat("vfrdiv", floatArithmetic{forms: "vf", op: func(f format, a, b, _ uint64, rm mode) (uint64, flags) { return f.Div(b, a, rm) }})

	t.defineFloat("vfwadd", floatArithmetic{forms: "vvvf", d: double, op: add})
	t.defineFloat("vfwsub", floatArithmetic{forms: "vvvf", d: double, op: sub})
	t.defineFloat("vfwmul", floatArithmetic{forms: "vvvf", d: double, op: mul})
	t.defineFloat("vfwadd", floatArithmetic{forms: "wvwf", d: double, a: double, op: add})
	t.defineFloat("vfwsub", floatArithmetic{forms: "wvwf", d: double, a: double, op: sub})

	t.defineFloat("vfmin", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, _ mode) (uint64, flags) { return f.Min(a, b) }})
	t.defineFloat("vfmax", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, _ mode) (uint64, flags) { return f.Max(a, b) }})
	t.defineFloat("vfsgnj", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, _ mode) (uint64, flags) {
		return a&^f.SignBit() | b&f.SignBit(), 0
	}})
	t.defineFloat("vfsgnjn", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, _ mode) (uint64, flags) {
		return a&^f.SignBit() | ^b&f.SignBit(), 0
	}})
	t.defineFloat("vfsgnjx", floatArithmetic{forms: "vvvf", op: func(f format, a, b, _ uint64, _ mode) (uint64, flags) {
		return a ^ b&f.SignBit(), 0
	}})
}

// floatMultiplyAdd: the multiply-adds overwrite the addend (…acc, …sac) or a factor (…add, …sub). As in the
// scalar instructions, operands are negated, not results.
func floatMultiplyAdd(t functions) {
	for _, v := range []struct {
		accumulate, multiply string
		product, addend      bool // negated
	}{
		{"macc", "madd", false, false},
		{"nmacc", "nmadd", true, true},
		{"msac", "msub", false, true},
		{"nmsac", "nmsub", true, false},
	} {
		fused := func(f softfloat.Format, a, b, c uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			if v.product {
				a ^= f.SignBit()
			}
			if v.addend {
				c ^= f.SignBit()
			}
			return f.FMA(a, b, c, rm)
		}
		accumulate := func(f softfloat.Format, a, b, d uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			return fused(f, a, b, d, rm)
		}
		t.defineFloat("vf"+v.accumulate, floatArithmetic{forms: "vvvf", old: true, op: accumulate})
		t.defineFloat("vfw"+v.accumulate, floatArithmetic{forms: "vvvf", old: true, d: double, op: accumulate})
		t.defineFloat("vf"+v.multiply, floatArithmetic{forms: "vvvf", old: true,
			op: func(f softfloat.Format, a, b, d uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
				return fused(f, d, b, a, rm)
			}})
	}
}

// floatComparisons write masks. NaN operands make vmfne true and everything else false; only == and != are
// quiet.
func floatComparisons(t functions) {
	type format = softfloat.Format
	for _, v := range []struct {
		name, forms string
		op          func(f format, a, b uint64) (bool, softfloat.Flags)
	}{
		{"vmfeq", "vvvf", format.Eq},
		{"vmflt", "vvvf", format.Lt},
		{"vmfle", "vvvf", format.Le},
		{"vmfgt", "vf", func(f format, a, b uint64) (bool, softfloat.Flags) { return f.Lt(b, a) }},
		{"vmfge", "vf", func(f format, a, b uint64) (bool, softfloat.Flags) { return f.Le(b, a) }},
		{"vmfne", "vvvf", func(f format, a, b uint64) (bool, softfloat.Flags) {
			equal, flags := f.Eq(a, b)
			return !equal, flags
		}},
	} {
		t.defineFloat(v.name, floatArithmetic{forms: v.forms, d: toMask,
			op: func(f format, a, b, _ uint64, _ softfloat.Mode) (uint64, softfloat.Flags) {
				r, flags := v.op(f, a, b)
				return flag(r), flags
			}})
	}
}

func floatUnaries(t functions) {
	type format = softfloat.Format
	for name, op := range map[string]func(f format, a uint64, rm softfloat.Mode) (uint64, softfloat.Flags){
		"vfsqrt.v": format.Sqrt,
		"vfrec7.v": format.Rec7,
		"vfrsqrt7.v": func(f format, a uint64, _ softfloat.Mode) (uint64, softfloat.Flags) {
			return f.RSqrt7(a)
		},
		"vfclass.v": func(f format, a uint64, _ softfloat.Mode) (uint64, softfloat.Flags) { return f.Class(a), 0 },
	} {
		t[name] = func(h *Hart, i *Inst) {
			rm, ok := h.vectorFloat(i, h.floatEEW(h.sew))
			if !ok {
				return
			}
			d, a := h.single(i.Rd), h.single(i.Rs2)
			e, ok := h.vector(i, d, a)
			if !ok {
				return
			}
			f, flags := formatOf(h.sew), softfloat.Flags(0)
			e.each1(d, e.unsigned(a, 0), func(v uint64) uint64 {
				r, raised := op(f, v, rm)
				flags |= raised
				return r
			})
			e.endFloat(flags)
		}
	}
}

// floatScalarMoves move scalars of f registers, boxed there, in and out of elements.
func floatScalarMoves(t functions) {
	// scalar checks and takes the operand.
	scalar := func(h *Hart, i *Inst) (uint64, bool) {
		_, ok := h.vectorFloat(i, h.floatEEW(h.sew))
		return h.floatScalar(i.Rs1, formatOf(h.sew)), ok
	}
	t["vfmv.f.s"] = func(h *Hart, i *Inst) {
		if _, ok := h.vectorFloat(i, h.floatEEW(h.sew)); !ok {
			return
		}
		s := element0(i.Rs2, h.sew)
		if e, ok := h.vectorToX(i, s); ok {
			h.writeF(i.Rd, formatOf(h.sew).Box(h.element(s, 0)), 0)
			e.endX()
		}
	}
	t["vfmv.s.f"] = func(h *Hart, i *Inst) {
		v, ok := scalar(h, i)
		if !ok {
			return
		}
		d := element0(i.Rd, h.sew)
		if e, ok := h.vector(i, d); ok {
			e.scalar(d, v)
			e.end()
		}
	}
	t["vfmv.v.f"] = func(h *Hart, i *Inst) {
		v, ok := scalar(h, i)
		if !ok {
			return
		}
		d := h.single(i.Rd)
		if e, ok := h.vector(i, d); ok {
			e.write(d, e.splat(v, 0))
			e.end()
		}
	}
	t["vfmerge.vfm"] = func(h *Hart, i *Inst) {
		v, ok := scalar(h, i)
		if !ok {
			return
		}
		d, a := h.single(i.Rd), h.single(i.Rs2)
		if i.Rd == 0 && !h.m.cfg.Parameters.VectorOverlapRuns { // vreg_vmask_rsv
			h.Illegal(i)
			return
		}
		e, ok := h.vector(i, d, a, mask(0))
		if !ok {
			return
		}
		z, m := e.unsigned(a, 0), e.unsigned(mask(0), 1)
		for n := e.from; n < e.to; n++ {
			if m[n] != 0 {
				z[n] = v
			}
		}
		e.write(d, z)
		e.end()
	}
	t["vfslide1up.vf"] = func(h *Hart, i *Inst) {
		if v, ok := scalar(h, i); ok {
			h.slide1Up(i, v)
		}
	}
	t["vfslide1down.vf"] = func(h *Hart, i *Inst) {
		if v, ok := scalar(h, i); ok {
			h.slide1Down(i, v)
		}
	}
}
