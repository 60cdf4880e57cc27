package softfloat

import "math/bits"

// jam shifts right, and keeps in bit 0 that something nonzero was shifted out.
func jam(sig uint64, n int) uint64 {
	if n >= 64 {
		return uint64(flag(sig != 0))
	}
	return sig>>(n&63) | uint64(flag(sig&(1<<(n&63)-1) != 0))
}

func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// roundOff drops the low n bits of sig, 1 to 63, by the rounding mode.
func roundOff(sig uint64, n uint, neg bool, rm Mode) (q uint64, inexact bool) {
	n &= 63
	q = sig >> n
	low, half := sig&(1<<n-1), uint64(1)<<((n-1)&63)
	if low == 0 {
		return q, false
	}
	switch rm {
	case RNE:
		if low > half || low == half && q&1 != 0 {
			q++
		}
	case RMM:
		if low >= half {
			q++
		}
	case RDN:
		if neg {
			q++
		}
	case RUP:
		if !neg {
			q++
		}
	case ROD:
		q |= 1
	}
	return q, true
}

// round gives the nearest pattern to ±sig·2^(exp-63), where sig has bit 63 and a bit 0 that is set
// when anything lies below it.
func (l *layout) round(neg bool, exp int, sig uint64, rm Mode) (uint64, Flags) {
	drop := 63 - l.frac
	e := exp + l.bias
	if e <= 0 {
		q, inexact := roundOff(jam(sig, 1-e), drop, neg, rm)
		var flags Flags
		if inexact {
			flags = NX | UF
			// Tininess is detected after rounding, as if the exponent had no bound.
			if e == 0 {
				if unbounded, _ := roundOff(sig, drop, neg, rm); unbounded>>((l.frac+1)&63) != 0 {
					flags = NX
				}
			}
		}
		return l.signed(neg, q), flags
	}
	q, inexact := roundOff(sig, drop, neg, rm)
	if e >= 1<<(l.exp&63)-1 {
		return l.overflow(neg, rm)
	}
	q += uint64(e-1) << (l.frac & 63) // q has the leading one, which counts as one in the exponent
	if q >= l.infinity() {
		return l.overflow(neg, rm)
	}
	return l.signed(neg, q), raise(NX, inexact)
}

func (l *layout) overflow(neg bool, rm Mode) (uint64, Flags) {
	magnitude := l.infinity()
	if rm == RTZ || rm == ROD || rm == RDN && !neg || rm == RUP && neg {
		magnitude--
	}
	return l.signed(neg, magnitude), OF | NX
}

// normalize rounds ±(hi·2^64 + lo)·2^(exp-127), which is not zero.
func (l *layout) normalize(neg bool, exp int, hi, lo uint64, rm Mode) (uint64, Flags) {
	if hi == 0 {
		hi, lo = lo, 0
		exp -= 64
	}
	n := bits.LeadingZeros64(hi)
	hi = hi<<(n&63) | lo>>1>>((63-n)&63)
	lo <<= n & 63
	return l.round(neg, exp-n, hi|uint64(flag(lo != 0)), rm)
}

// invalid is the result of an invalid operation.
func (l *layout) invalid() (uint64, Flags) { return l.nan(), NV }

// fromNaN is the result of an operation with a NaN operand.
func (l *layout) fromNaN(a, b kind) (uint64, Flags) {
	return l.nan(), raise(NV, a == signalling || b == signalling)
}

// cancelled is the zero that is the exact sum of two numbers of opposite signs.
func (l *layout) cancelled(rm Mode) (uint64, Flags) { return l.signed(rm == RDN, 0), 0 }
