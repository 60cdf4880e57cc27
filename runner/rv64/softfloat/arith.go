package softfloat

import (
	"math"
	"math/bits"
)

func (l *layout) add(a, b uint64, rm Mode) (uint64, Flags) {
	x, y := l.unpack(a), l.unpack(b)
	switch {
	case x.kind >= quiet || y.kind >= quiet:
		return l.fromNaN(x.kind, y.kind)
	case x.kind == infinite && y.kind == infinite && x.neg != y.neg:
		return l.invalid()
	case x.kind == infinite:
		return a, 0
	case y.kind == infinite:
		return b, 0
	case x.kind == zero && y.kind == zero:
		if x.neg == y.neg {
			return a, 0
		}
		return l.cancelled(rm)
	case x.kind == zero:
		return b, 0
	case y.kind == zero:
		return a, 0
	}
	if x.exp < y.exp || x.exp == y.exp && x.sig < y.sig {
		x, y = y, x
	}
	// The significands have at most 53 bits: a place above for a carry costs nothing, and ten bits
	// below are enough for what alignment shifts out.
	xs, ys := x.sig>>1, jam(y.sig>>1, x.exp-y.exp)
	if x.neg == y.neg {
		return l.normalize(x.neg, x.exp+1, xs+ys, 0, rm)
	}
	if xs == ys {
		return l.cancelled(rm)
	}
	return l.normalize(x.neg, x.exp+1, xs-ys, 0, rm)
}

func (l *layout) sub(a, b uint64, rm Mode) (uint64, Flags) { return l.add(a, b^l.signBit(), rm) }

func (l *layout) mul(a, b uint64, rm Mode) (uint64, Flags) {
	x, y := l.unpack(a), l.unpack(b)
	neg := x.neg != y.neg
	switch {
	case x.kind >= quiet || y.kind >= quiet:
		return l.fromNaN(x.kind, y.kind)
	case x.kind == infinite && y.kind == zero || x.kind == zero && y.kind == infinite:
		return l.invalid()
	case x.kind == infinite || y.kind == infinite:
		return l.signed(neg, l.infinity()), 0
	case x.kind == zero || y.kind == zero:
		return l.signed(neg, 0), 0
	}
	hi, lo := bits.Mul64(x.sig, y.sig)
	return l.normalize(neg, x.exp+y.exp+1, hi, lo, rm)
}

func (l *layout) div(a, b uint64, rm Mode) (uint64, Flags) {
	x, y := l.unpack(a), l.unpack(b)
	neg := x.neg != y.neg
	switch {
	case x.kind >= quiet || y.kind >= quiet:
		return l.fromNaN(x.kind, y.kind)
	case x.kind == infinite && y.kind == infinite || x.kind == zero && y.kind == zero:
		return l.invalid()
	case x.kind == infinite:
		return l.signed(neg, l.infinity()), 0
	case y.kind == zero:
		return l.signed(neg, l.infinity()), DZ
	case x.kind == zero || y.kind == infinite:
		return l.signed(neg, 0), 0
	}
	exp, hi, lo := x.exp-y.exp, x.sig>>1, x.sig<<63
	if x.sig < y.sig {
		exp, hi, lo = exp-1, x.sig, 0
	}
	q, r := bits.Div64(hi, lo, y.sig)
	return l.round(neg, exp, q|uint64(flag(r != 0)), rm)
}

func (l *layout) sqrt(a uint64, rm Mode) (uint64, Flags) {
	x := l.unpack(a)
	switch {
	case x.kind >= quiet:
		return l.fromNaN(x.kind, x.kind)
	case x.kind == zero:
		return a, 0
	case x.neg:
		return l.invalid()
	case x.kind == infinite:
		return a, 0
	}
	hi, lo := x.sig, uint64(0)
	if x.exp&1 == 0 {
		hi, lo = x.sig>>1, x.sig<<63
	}
	s, exact := sqrt128(hi, lo)
	return l.round(false, x.exp>>1, s|uint64(flag(!exact)), rm)
}

// sqrt128 is the whole part of the square root of hi·2^64 + lo, where hi has bit 62 or 63 and is
// below 2^64 - 2^10.
func sqrt128(hi, lo uint64) (s uint64, exact bool) {
	// An estimate that is not too small, so that the quotient of Newton's step has 64 bits.
	estimate := math.Sqrt(float64(hi))*(1<<32) + 4096
	s = math.MaxUint64
	if estimate < 1<<64 {
		s = uint64(estimate)
	}
	q, _ := bits.Div64(hi, lo, s)
	s = s>>1 + q>>1 + s&q&1
	for {
		h, l := bits.Mul64(s, s)
		switch {
		case h > hi || h == hi && l > lo:
			s--
			continue
		case h == hi && l == lo:
			return s, true
		}
		// The remainder is at most 2s unless s is too small.
		l, borrow := bits.Sub64(lo, l, 0)
		h, _ = bits.Sub64(hi, h, borrow)
		if h > s>>63 || h == s>>63 && l > s<<1 {
			s++
			continue
		}
		return s, false
	}
}

func (l *layout) fma(a, b, c uint64, rm Mode) (uint64, Flags) {
	x, y, z := l.unpack(a), l.unpack(b), l.unpack(c)
	neg := x.neg != y.neg
	switch {
	case x.kind == infinite && y.kind == zero || x.kind == zero && y.kind == infinite:
		return l.invalid() // even when c is a quiet NaN
	case x.kind >= quiet || y.kind >= quiet || z.kind >= quiet:
		return l.fromNaN(max(x.kind, y.kind), z.kind)
	case x.kind == infinite || y.kind == infinite:
		if z.kind == infinite && z.neg != neg {
			return l.invalid()
		}
		return l.signed(neg, l.infinity()), 0
	case z.kind == infinite:
		return c, 0
	case x.kind == zero || y.kind == zero:
		if z.kind == zero && z.neg != neg {
			return l.cancelled(rm)
		}
		return c, 0
	}
	// The product has at most 106 bits of 128, so that a place above for a carry costs nothing.
	hi, lo := bits.Mul64(x.sig, y.sig)
	exp := x.exp + y.exp + 1
	if z.kind == zero {
		return l.normalize(neg, exp, hi, lo, rm)
	}
	if hi>>63 == 0 {
		hi, lo, exp = hi<<1|lo>>63, lo<<1, exp-1
	}
	zhi, zlo, zexp, zneg := z.sig, uint64(0), z.exp, z.neg
	if exp < zexp || exp == zexp && (hi < zhi || hi == zhi && lo < zlo) {
		hi, lo, exp, neg, zhi, zlo, zexp, zneg = zhi, zlo, zexp, zneg, hi, lo, exp, neg
	}
	lo, hi = lo>>1|hi<<63, hi>>1
	zhi, zlo = jam128(zhi>>1, zlo>>1|zhi<<63, exp-zexp)
	var carry uint64
	if neg == zneg {
		lo, carry = bits.Add64(lo, zlo, 0)
		hi, _ = bits.Add64(hi, zhi, carry)
		return l.normalize(neg, exp+1, hi, lo, rm)
	}
	lo, carry = bits.Sub64(lo, zlo, 0)
	hi, _ = bits.Sub64(hi, zhi, carry)
	if hi|lo == 0 {
		return l.cancelled(rm)
	}
	return l.normalize(neg, exp+1, hi, lo, rm)
}

// jam128 shifts right, and keeps in bit 0 that something nonzero was shifted out.
func jam128(hi, lo uint64, n int) (uint64, uint64) {
	switch {
	case n == 0:
		return hi, lo
	case n < 64:
		return hi >> n, hi<<(64-n) | lo>>n | uint64(flag(lo<<(64-n) != 0))
	case n < 128:
		return 0, jam(hi, n-64) | uint64(flag(lo != 0))
	default:
		return 0, uint64(flag(hi|lo != 0))
	}
}
