package softfloat

import "math/bits"

// From converts a, of the format from, to f.
func (f Format) From(from Format, a uint64, rm Mode) (uint64, Flags) {
	l, n := f.layout(), from.layout().unpack(a)
	switch n.kind {
	case zero:
		return l.signed(n.neg, 0), 0
	case infinite:
		return l.signed(n.neg, l.infinity()), 0
	case finite:
		return l.round(n.neg, n.exp, n.sig, rm)
	default:
		return l.fromNaN(n.kind, n.kind)
	}
}

// integral is the magnitude of a finite number below 2^64, rounded to an integer.
func (n *number) integral(rm Mode) (q uint64, inexact bool) {
	if n.exp == 63 {
		return n.sig, false
	}
	sig, drop := n.sig, 63-n.exp
	if drop > 63 {
		sig, drop = jam(sig, drop-63), 63
	}
	return roundOff(sig, uint(drop), n.neg, rm)
}

// ToInt converts to a signed integer of 8, 16, 32 or 64 bits. What does not fit, and NaN, is
// invalid and gives the nearest end of the range, the greatest for NaN.
func (f Format) ToInt(a uint64, width uint, rm Mode) (int64, Flags) {
	n := f.layout().unpack(a)
	greatest := int64(1<<((width-1)&63) - 1)
	switch {
	case n.kind == zero:
		return 0, 0
	case n.kind >= quiet || n.kind == infinite && !n.neg:
		return greatest, NV
	case n.kind == infinite || n.exp > 63:
		return saturated(n.neg, greatest), NV
	}
	q, inexact := n.integral(rm)
	limit := uint64(greatest)
	if n.neg {
		limit++
	}
	if q > limit {
		return saturated(n.neg, greatest), NV
	}
	if n.neg {
		return -int64(q), raise(NX, inexact)
	}
	return int64(q), raise(NX, inexact)
}

func saturated(neg bool, greatest int64) int64 {
	if neg {
		return ^greatest
	}
	return greatest
}

// ToUint converts to an unsigned integer, as ToInt does to a signed one. A negative number that
// rounds to zero fits.
func (f Format) ToUint(a uint64, width uint, rm Mode) (uint64, Flags) {
	n := f.layout().unpack(a)
	greatest := ^uint64(0) >> ((64 - width) & 63)
	switch {
	case n.kind == zero:
		return 0, 0
	case n.kind >= quiet:
		return greatest, NV
	case n.kind == infinite || n.exp > 63:
		if n.neg {
			return 0, NV
		}
		return greatest, NV
	}
	q, inexact := n.integral(rm)
	switch {
	case n.neg && q != 0:
		return 0, NV
	case q > greatest:
		return greatest, NV
	}
	return q, raise(NX, inexact)
}

// FromInt converts a signed integer.
func (f Format) FromInt(v int64, rm Mode) (uint64, Flags) {
	if v < 0 {
		return f.layout().fromInteger(true, -uint64(v), rm)
	}
	return f.layout().fromInteger(false, uint64(v), rm)
}

// FromUint converts an unsigned integer.
func (f Format) FromUint(v uint64, rm Mode) (uint64, Flags) {
	return f.layout().fromInteger(false, v, rm)
}

func (l *layout) fromInteger(neg bool, v uint64, rm Mode) (uint64, Flags) {
	if v == 0 {
		return 0, 0
	}
	n := bits.LeadingZeros64(v)
	return l.round(neg, 63-n, v<<(n&63), rm)
}

// RoundToInt rounds to an integer in the same format. A zero result keeps the sign. NX is raised
// only if exact is set.
func (f Format) RoundToInt(a uint64, rm Mode, exact bool) (uint64, Flags) {
	l := f.layout()
	n := l.unpack(a)
	switch {
	case n.kind >= quiet:
		return l.fromNaN(n.kind, n.kind)
	case n.kind != finite || n.exp >= int(l.frac):
		return a, 0
	}
	q, inexact := n.integral(rm)
	r, _ := l.fromInteger(n.neg, q, rm) // exact: q is at most 2^frac
	if q == 0 {
		r = l.signed(n.neg, 0)
	}
	return r, raise(NX, inexact && exact)
}

// ToIntMod64 is FCVTMOD.W.D: the low 32 bits, sign-extended, of the integer that a is when rounded
// towards zero; infinities and NaN give zero. The flags are those of the conversion to a word.
func ToIntMod64(a uint64) (int64, Flags) {
	_, flags := Binary64.ToInt(a, 32, RTZ)
	n := layouts[Binary64].unpack(a)
	if n.kind != finite || n.exp >= 63+32 {
		return 0, flags
	}
	var q uint64
	if n.exp > 63 {
		q = n.sig << (n.exp - 63)
	} else {
		q, _ = n.integral(RTZ)
	}
	if n.neg {
		q = -q
	}
	return int64(int32(q)), flags
}
