package softfloat

import "math"

// constants are what FLI loads, by the encoding in rs1: entry 1 is the format's least normal number
// and entry 31 its canonical NaN. It is never written.
var constants = [32]float64{
	-1, 0, 0x1p-16, 0x1p-15, 0x1p-8, 0x1p-7, 0.0625, 0.125,
	0.25, 0.3125, 0.375, 0.4375, 0.5, 0.625, 0.75, 0.875,
	1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4,
	8, 16, 128, 256, 0x1p15, 0x1p16, 0, 0,
}

// Constant is the number n of FLI. 2^16 is infinite in binary16.
func (f Format) Constant(n uint8) uint64 {
	switch n &= 31; n {
	case 1:
		return 1 << f.layout().frac
	case 30:
		return f.Infinity()
	case 31:
		return f.NaN()
	default:
		r, _ := f.From(Binary64, math.Float64bits(constants[n]), RNE)
		return r
	}
}
