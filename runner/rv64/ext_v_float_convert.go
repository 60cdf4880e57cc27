package rv64

import "touchstone/runner/rv64/softfloat"

// conversion is a vector conversion: the kinds of its elements, and how wide they are next to SEW.
type conversion struct {
	from, to         elementKind
	fromWide, toWide width
	rm               softfloat.Mode // in place of frm, when fixed
	fixed            bool
	brain            bool // the narrow format is BF16
	half             bool // Zvfhmin is enough for 16-bit elements
}

type elementKind uint8

const (
	floating elementKind = iota
	signedInt
	unsignedInt
)

func vectorFloatConversions() functions {
	t := functions{}
	for _, w := range []struct {
		prefix, suffix string
		from, to       width
	}{
		{"vfcvt", "v", single, single}, {"vfwcvt", "v", single, double}, {"vfncvt", "w", double, single},
	} {
		for letters, kind := range map[string]elementKind{"x": signedInt, "xu": unsignedInt} {
			toInt := conversion{from: floating, to: kind, fromWide: w.from, toWide: w.to}
			t[w.prefix+"."+letters+".f."+w.suffix] = toInt.execute
			truncated := toInt
			truncated.rm, truncated.fixed = softfloat.RTZ, true
			t[w.prefix+".rtz."+letters+".f."+w.suffix] = truncated.execute
			fromInt := conversion{from: kind, to: floating, fromWide: w.from, toWide: w.to}
			t[w.prefix+".f."+letters+"."+w.suffix] = fromInt.execute
		}
	}
	widen := conversion{toWide: double, half: true}
	narrow := conversion{fromWide: double, half: true}
	odd := conversion{fromWide: double, rm: softfloat.ROD, fixed: true}
	t["vfwcvt.f.f.v"], t["vfncvt.f.f.w"], t["vfncvt.rod.f.f.w"] = widen.execute, narrow.execute, odd.execute
	return t
}

func extZvfbfmin() functions {
	widen := conversion{toWide: double, brain: true}
	narrow := conversion{fromWide: double, brain: true}
	return functions{"vfwcvtbf16.f.f.v": widen.execute, "vfncvtbf16.f.f.w": narrow.execute}
}

func extZvfbfwma() functions {
	t := functions{}
	t.defineFloat("vfwmaccbf16", floatArithmetic{forms: "vvvf", old: true, d: double, brain: true,
		op: func(f softfloat.Format, a, b, d uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			return f.FMA(a, b, d, rm)
		}})
	return t
}

// exists reports whether the floating-point operands have an EEW that the hart converts.
func (c *conversion) exists(h *Hart) bool {
	if c.brain {
		return h.sew == eew16
	}
	ok := func(kind elementKind, w width) bool {
		eew := h.sew
		if w == double {
			eew++
		}
		return kind != floating || h.floatEEW(eew) || c.half && eew == eew16 && h.m.zvfhmin
	}
	return ok(c.from, c.fromWide) && ok(c.to, c.toWide)
}

func (c *conversion) execute(h *Hart, i *Inst) {
	rm, ok := h.vectorFloat(i, c.exists(h))
	if !ok {
		return
	}
	if c.fixed {
		rm = c.rm
	}
	d, a := h.group(i.Rd, c.toWide), h.group(i.Rs2, c.fromWide)
	e, ok := h.vector(i, d, a)
	if !ok {
		return
	}
	from, to := formatOf(a.eew), formatOf(d.eew)
	if c.brain && c.fromWide == double {
		to = softfloat.BFloat16
	} else if c.brain {
		from = softfloat.BFloat16
	}
	x := e.unsigned(a, 0)
	if c.from == signedInt {
		x = e.signed(a, 0)
	}
	var flags softfloat.Flags
	e.each1(d, x, func(v uint64) (r uint64) {
		var raised softfloat.Flags
		switch {
		case c.to == signedInt:
			var n int64
			n, raised = from.ToInt(v, 1<<d.eew, rm)
			r = uint64(n)
		case c.to == unsignedInt:
			r, raised = from.ToUint(v, 1<<d.eew, rm)
		case c.from == signedInt:
			r, raised = to.FromInt(int64(v), rm)
		case c.from == unsignedInt:
			r, raised = to.FromUint(v, rm)
		default:
			r, raised = to.From(from, v, rm)
		}
		flags |= raised
		return r
	})
	e.endFloat(flags)
}
