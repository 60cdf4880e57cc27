package rv64

import "touchstone/runner/rv64/softfloat"

// extZfa adds to every format that the hart computes with.
func extZfa() functions {
	t := merged(
		floatAdditional(softfloat.Binary32, ".s"),
		floatAdditional(softfloat.Binary64, ".d"),
		floatAdditional(softfloat.Binary16, ".h"),
	)
	d := boxed(softfloat.Binary64)
	t["fcvtmod.w.d"] = func(h *Hart, i *Inst) {
		if h.floatOn(i) {
			r, flags := softfloat.ToIntMod64(d.value(h, i.Rs1))
			h.SetX(i.Rd, uint64(r))
			h.accrue(flags)
		}
	}
	return t
}

func floatAdditional(f softfloat.Format, suffix string) functions {
	return functions{
		"fli" + suffix: func(h *Hart, i *Inst) {
			if h.floatOn(i) {
				h.writeF(i.Rd, f.Box(f.Constant(uint8(i.Imm))), 0)
			}
		},
		"fminm" + suffix: floatChosen(f, f.Minimum),
		"fmaxm" + suffix: floatChosen(f, f.Maximum),
		"fround" + suffix: floatRounded1(f, func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			return f.RoundToInt(a, rm, false)
		}),
		"froundnx" + suffix: floatRounded1(f, func(a uint64, rm softfloat.Mode) (uint64, softfloat.Flags) {
			return f.RoundToInt(a, rm, true)
		}),
		"fltq" + suffix: floatCompared(f, f.LtQuiet),
		"fleq" + suffix: floatCompared(f, f.LeQuiet),
	}
}
