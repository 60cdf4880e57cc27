package softfloat

import "math"

// The functions here try the host's arithmetic, which rounds to nearest even. Each proves from
// operands and result that nothing overflowed, underflowed or was special, and finds by an error-free
// transformation whether the result is exact: then it holds for every rounding mode, else for RNE only.
// ok is false when the integer path must decide.
//
// Conversions around products keep the compiler from fusing them with a sum.

// field64 is the biased exponent.
func field64(a uint64) uint64 { return a >> 52 & 0x7ff }

// within tells whether low <= v <= high.
func within(v, low, high uint64) bool { return v-low <= high-low }

// twoSum is the error of x+y rounded to s (Knuth); exact unless something overflows.
func twoSum(x, y, s float64) float64 {
	t := s - x
	return (x - (s - t)) + (y - t)
}

func hostAdd64(a, b uint64, rm Mode) (uint64, Flags, bool) {
	x, y := math.Float64frombits(a), math.Float64frombits(b)
	s := x + y
	// Sums that underflow are exact.
	if field64(a) >= 0x7fd || field64(b) >= 0x7fd || s == 0 {
		return 0, 0, false
	}
	if twoSum(x, y, s) == 0 {
		return math.Float64bits(s), 0, true
	}
	return math.Float64bits(s), NX, rm == RNE
}

// The error of a product is a multiple of 2^(exponents - 104), which must not underflow.
const leastProduct = 110

func hostMul64(a, b uint64, rm Mode) (uint64, Flags, bool) {
	x, y := math.Float64frombits(a), math.Float64frombits(b)
	p := x * y
	r := math.Float64bits(p)
	if !within(field64(r), leastProduct, 0x7fd) {
		return 0, 0, false
	}
	if math.FMA(x, y, -p) == 0 {
		return r, 0, true
	}
	return r, NX, rm == RNE
}

func hostDiv64(a, b uint64, rm Mode) (uint64, Flags, bool) {
	x, y := math.Float64frombits(a), math.Float64frombits(b)
	q := x / y
	r := math.Float64bits(q)
	if !within(field64(a), leastProduct, 0x7fd) || !within(field64(b), 1, 0x7fd) || !within(field64(r), 2, 0x7fd) {
		return 0, 0, false
	}
	if math.FMA(q, y, -x) == 0 {
		return r, 0, true
	}
	return r, NX, rm == RNE
}

func hostSqrt64(a uint64, rm Mode) (uint64, Flags, bool) {
	if !within(a>>52, leastProduct, 0x7fd) { // the sign included
		return 0, 0, false
	}
	x := math.Float64frombits(a)
	s := math.Sqrt(x)
	if math.FMA(s, s, -x) == 0 {
		return math.Float64bits(s), 0, true
	}
	return math.Float64bits(s), NX, rm == RNE
}

// hostFMA64 finds the error by Boldo and Muller, "Exact and approximated error of the FMA" (2011).
func hostFMA64(a, b, c uint64, rm Mode) (uint64, Flags, bool) {
	x, y, z := math.Float64frombits(a), math.Float64frombits(b), math.Float64frombits(c)
	r, p := math.FMA(x, y, z), float64(x*y)
	bits := math.Float64bits(r)
	if !within(field64(math.Float64bits(p)), 2*leastProduct, 0x7f0) || field64(c) > 0x7f0 || field64(bits) < 2 {
		return 0, 0, false
	}
	low := math.FMA(x, y, -p)
	a1 := z + low
	a2 := twoSum(z, low, a1)
	b1 := p + a1
	b2 := twoSum(p, a1, b1)
	if (b1-r)+b2+a2 == 0 {
		return bits, 0, true
	}
	return bits, NX, rm == RNE
}

// field32 is the biased exponent.
func field32(a uint32) uint64 { return uint64(a >> 23 & 0xff) }

func hostAdd32(a, b uint32, rm Mode) (uint32, Flags, bool) {
	x, y := math.Float32frombits(a), math.Float32frombits(b)
	s := x + y
	if field32(a) >= 0xfd || field32(b) >= 0xfd || s == 0 {
		return 0, 0, false
	}
	t := s - x
	if (x-(s-t))+(y-t) == 0 {
		return math.Float32bits(s), 0, true
	}
	return math.Float32bits(s), NX, rm == RNE
}

// narrow rounds v, which is what an operation on binary32 gives in binary64: exactly, or so that
// rounding again changes nothing.
func narrow(v float64) (r float32, bits uint32, ok bool) {
	r = float32(v)
	bits = math.Float32bits(r)
	return r, bits, within(field32(bits), 2, 0xfd)
}

func hostMul32(a, b uint32, rm Mode) (uint32, Flags, bool) {
	p := float64(math.Float32frombits(a)) * float64(math.Float32frombits(b)) // exact: 48 bits
	r, bits, ok := narrow(p)
	if float64(r) == p {
		return bits, 0, ok
	}
	return bits, NX, ok && rm == RNE
}

func hostDiv32(a, b uint32, rm Mode) (uint32, Flags, bool) {
	x, y := float64(math.Float32frombits(a)), float64(math.Float32frombits(b))
	r, bits, ok := narrow(x / y)
	if float64(float64(r)*y) == x {
		return bits, 0, ok
	}
	return bits, NX, ok && rm == RNE
}

func hostSqrt32(a uint32, rm Mode) (uint32, Flags, bool) {
	x := float64(math.Float32frombits(a))
	r, bits, ok := narrow(math.Sqrt(x))
	if float64(float64(r)*float64(r)) == x {
		return bits, 0, ok
	}
	return bits, NX, ok && rm == RNE
}

func hostFMA32(a, b, c uint32, rm Mode) (uint32, Flags, bool) {
	z := float64(math.Float32frombits(c))
	p := float64(float64(math.Float32frombits(a)) * float64(math.Float32frombits(b))) // exact: 48 bits
	s := p + z
	e := twoSum(p, z, s)
	if e != 0 {
		// Rounded to odd, s can be rounded again without harm.
		if v := math.Float64bits(s); v&1 == 0 {
			if (e > 0) == (s > 0) {
				s = math.Float64frombits(v + 1)
			} else {
				s = math.Float64frombits(v - 1)
			}
		}
	}
	r, bits, ok := narrow(s)
	if e == 0 && float64(r) == s {
		return bits, 0, ok
	}
	return bits, NX, ok && rm == RNE
}

func hostNarrow(a uint64, rm Mode) (uint32, Flags, bool) {
	v := math.Float64frombits(a)
	r, bits, ok := narrow(v)
	if float64(r) == v {
		return bits, 0, ok
	}
	return bits, NX, ok && rm == RNE
}
