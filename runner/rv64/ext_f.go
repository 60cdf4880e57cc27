package rv64

import "touchstone/runner/rv64/softfloat"

// Aliases for the shapes of operations on patterns.
type (
	floatUnary   = func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags)
	floatBinary  = func(a, b uint64, rm softfloat.Mode) (uint64, softfloat.Flags)
	floatChoice  = func(a, b uint64) (uint64, softfloat.Flags)
	floatCompare = func(a, b uint64) (bool, softfloat.Flags)
	floatFused   = func(a, b, c uint64, rm softfloat.Mode) (uint64, softfloat.Flags)
)

// extF is single precision, extD double, extZfh half. They are one extension in three formats.
func extF() functions {
	s := softfloat.Binary32
	return merged(
		floatTransfers(s, "flw", "fsw", "w"),
		floatComputation(s, ".s"),
	)
}

func extD() functions {
	d, s := softfloat.Binary64, softfloat.Binary32
	return merged(
		floatTransfers(d, "fld", "fsd", "d"),
		floatComputation(d, ".d"),
		functions{"fcvt.s.d": floatConvert(s, d), "fcvt.d.s": floatConvert(d, s)},
	)
}

// extZfhmin has conversions from and to double only together with D.
func extZfhmin() functions {
	h, s, d := softfloat.Binary16, softfloat.Binary32, softfloat.Binary64
	return merged(
		floatTransfers(h, "flh", "fsh", "h"),
		functions{
			"fcvt.s.h": floatConvert(s, h), "fcvt.h.s": floatConvert(h, s),
			"fcvt.d.h": floatConvert(d, h), "fcvt.h.d": floatConvert(h, d),
		},
	)
}

func extZfh() functions { return floatComputation(softfloat.Binary16, ".h") }

func extZfbfmin() functions {
	return functions{
		"fcvt.bf16.s": floatConvert(softfloat.BFloat16, softfloat.Binary32),
		"fcvt.s.bf16": floatConvert(softfloat.Binary32, softfloat.BFloat16),
	}
}

// floatTransfers move patterns: they check no box on the way out, and make one on the way in.
func floatTransfers(f softfloat.Format, load, store, letter string) functions {
	size := int(f.Width()) / 8
	above := f.Box(0)
	low := 64 - f.Width()
	return functions{
		load: func(h *Hart, i *Inst) {
			if !h.floatOn(i) {
				return
			}
			if h.window != nil {
				h.window.drain()
			}
			if v, ok := h.load(h.x[i.Rs1]+uint64(i.Imm), size); ok {
				h.writeF(i.Rd, v|above, 0)
			}
		},
		store: func(h *Hart, i *Inst) {
			if h.floatOn(i) {
				h.store(h.x[i.Rs1]+uint64(i.Imm), size, h.F(i.Rs2))
			}
		},
		"fmv.x." + letter: func(h *Hart, i *Inst) {
			if h.floatOn(i) {
				h.SetX(i.Rd, uint64(int64(h.F(i.Rs1)<<low)>>low))
			}
		},
		"fmv." + letter + ".x": func(h *Hart, i *Inst) {
			if h.floatOn(i) {
				h.writeF(i.Rd, h.x[i.Rs1]|above, 0)
			}
		},
	}
}

// floatComputation is what every format computes, by the suffix of its rows.
func floatComputation(f softfloat.Format, suffix string) functions {
	sign := f.SignBit()
	t := functions{}
	row := func(name string, fn Exec) { t[name+suffix] = fn }

	row("fadd", floatRounded2(f, f.Add))
	row("fsub", floatRounded2(f, f.Sub))
	row("fmul", floatRounded2(f, f.Mul))
	row("fdiv", floatRounded2(f, f.Div))
	row("fsqrt", floatRounded1(f, f.Sqrt))
	row("fmadd", floatRounded3(f, f.FMA, 0, 0))
	row("fmsub", floatRounded3(f, f.FMA, 0, sign))
	row("fnmsub", floatRounded3(f, f.FMA, sign, 0))
	row("fnmadd", floatRounded3(f, f.FMA, sign, sign))

	row("fmin", floatChosen(f, f.Min))
	row("fmax", floatChosen(f, f.Max))
	row("fsgnj", floatChosen(f, func(a, b uint64) (uint64, softfloat.Flags) { return a&^sign | b&sign, 0 }))
	row("fsgnjn", floatChosen(f, func(a, b uint64) (uint64, softfloat.Flags) { return a&^sign | b&sign ^ sign, 0 }))
	row("fsgnjx", floatChosen(f, func(a, b uint64) (uint64, softfloat.Flags) { return a ^ b&sign, 0 }))

	row("feq", floatCompared(f, f.Eq))
	row("flt", floatCompared(f, f.Lt))
	row("fle", floatCompared(f, f.Le))

	class := boxed(f)
	row("fclass", func(h *Hart, i *Inst) {
		if h.floatOn(i) {
			h.SetX(i.Rd, f.Class(class.value(h, i.Rs1)))
		}
	})

	for name, to := range map[string]func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags){
		"fcvt.w":  func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return floatToInt(f, a, 32, rm) },
		"fcvt.l":  func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return floatToInt(f, a, 64, rm) },
		"fcvt.lu": func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return f.ToUint(a, 64, rm) },
		"fcvt.wu": func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			v, flags := f.ToUint(a, 32, rm)
			return sext32(uint32(v)), flags
		},
	} {
		row(name, floatToX(f, to))
	}
	for name, from := range map[string]func(x uint64, rm softfloat.Mode) (uint64, softfloat.Flags){
		"w":  func(x uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return f.FromInt(int64(int32(x)), rm) },
		"l":  func(x uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return f.FromInt(int64(x), rm) },
		"wu": func(x uint64, rm softfloat.Mode) (uint64, softfloat.Flags) { return f.FromUint(uint64(uint32(x)), rm) },
		"lu": f.FromUint,
	} {
		t["fcvt"+suffix+"."+name] = floatFromX(f, from)
	}
	return t
}

func floatToInt(f softfloat.Format, a uint64, width uint, rm softfloat.Mode) (uint64, softfloat.Flags) {
	v, flags := f.ToInt(a, width, rm)
	return uint64(v), flags
}

func floatRounded1(f softfloat.Format, op floatUnary) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := op(b.value(h, i.Rs1), rm)
			b.write(h, i.Rd, r, flags)
		}
	}
}

func floatRounded2(f softfloat.Format, op floatBinary) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := op(b.value(h, i.Rs1), b.value(h, i.Rs2), rm)
			b.write(h, i.Rd, r, flags)
		}
	}
}

// floatRounded3 negates the product and the addend by their masks: operands, not results, so that the
// signs of zeros and the direction of rounding come out right.
func floatRounded3(f softfloat.Format, op floatFused, product, addend uint64) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := op(b.value(h, i.Rs1)^product, b.value(h, i.Rs2), b.value(h, i.Rs3)^addend, rm)
			b.write(h, i.Rd, r, flags)
		}
	}
}

func floatChosen(f softfloat.Format, op floatChoice) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if h.floatOn(i) {
			r, flags := op(b.value(h, i.Rs1), b.value(h, i.Rs2))
			b.write(h, i.Rd, r, flags)
		}
	}
}

func floatCompared(f softfloat.Format, op floatCompare) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if h.floatOn(i) {
			r, flags := op(b.value(h, i.Rs1), b.value(h, i.Rs2))
			h.SetX(i.Rd, flag(r))
			h.accrue(flags)
		}
	}
}

func floatToX(f softfloat.Format, op floatUnary) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := op(b.value(h, i.Rs1), rm)
			h.SetX(i.Rd, r)
			h.accrue(flags)
		}
	}
}

func floatFromX(f softfloat.Format, op floatUnary) Exec {
	b := boxed(f)
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := op(h.x[i.Rs1], rm)
			b.write(h, i.Rd, r, flags)
		}
	}
}

// floatConvert checks rm also where no rounding can happen.
func floatConvert(to, from softfloat.Format) Exec {
	t, f := boxed(to), boxed(from)
	convert := to.From
	switch {
	case to == softfloat.Binary32 && from == softfloat.Binary64:
		convert = func(_ softfloat.Format, a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			r, flags := softfloat.F64ToF32(a, rm)
			return uint64(r), flags
		}
	case to == softfloat.Binary64 && from == softfloat.Binary32:
		convert = func(_ softfloat.Format, a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			return softfloat.F32ToF64(uint32(a), rm)
		}
	}
	return func(h *Hart, i *Inst) {
		if rm, ok := h.rounding(i); ok {
			r, flags := convert(from, f.value(h, i.Rs1), rm)
			t.write(h, i.Rd, r, flags)
		}
	}
}
