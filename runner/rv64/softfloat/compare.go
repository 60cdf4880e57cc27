package softfloat

// Eq tells whether a = b. Only signalling NaNs are invalid.
func (f Format) Eq(a, b uint64) (bool, Flags) {
	l := f.layout()
	if l.isNaN(a) || l.isNaN(b) {
		return false, raise(NV, l.isSignalling(a) || l.isSignalling(b))
	}
	return a == b || l.isZero(a) && l.isZero(b), 0
}

// Lt tells whether a < b. Every NaN is invalid.
func (f Format) Lt(a, b uint64) (bool, Flags) {
	l := f.layout()
	if l.isNaN(a) || l.isNaN(b) {
		return false, NV
	}
	return l.less(a, b) && !(l.isZero(a) && l.isZero(b)), 0
}

// Le tells whether a ≤ b. Every NaN is invalid.
func (f Format) Le(a, b uint64) (bool, Flags) {
	l := f.layout()
	if l.isNaN(a) || l.isNaN(b) {
		return false, NV
	}
	return !l.less(b, a) || l.isZero(a) && l.isZero(b), 0
}

// LtQuiet is Lt, except that only signalling NaNs are invalid.
func (f Format) LtQuiet(a, b uint64) (bool, Flags) { return f.quietly(f.Lt, a, b) }

// LeQuiet is Le, except that only signalling NaNs are invalid.
func (f Format) LeQuiet(a, b uint64) (bool, Flags) { return f.quietly(f.Le, a, b) }

func (f Format) quietly(compare func(a, b uint64) (bool, Flags), a, b uint64) (bool, Flags) {
	l := f.layout()
	r, _ := compare(a, b)
	return r, raise(NV, l.isSignalling(a) || l.isSignalling(b))
}

// Min is minimumNumber: the smaller operand, and the other one when one is NaN; −0 is below +0.
func (f Format) Min(a, b uint64) (uint64, Flags) {
	return f.choose(a, b, f.layout().less(a, b), false)
}

// Max is maximumNumber.
func (f Format) Max(a, b uint64) (uint64, Flags) {
	return f.choose(a, b, f.layout().less(b, a), false)
}

// Minimum is minimum: NaN when an operand is NaN.
func (f Format) Minimum(a, b uint64) (uint64, Flags) {
	return f.choose(a, b, f.layout().less(a, b), true)
}

// Maximum is maximum: NaN when an operand is NaN.
func (f Format) Maximum(a, b uint64) (uint64, Flags) {
	return f.choose(a, b, f.layout().less(b, a), true)
}

func (f Format) choose(a, b uint64, first, propagate bool) (uint64, Flags) {
	l := f.layout()
	flags := raise(NV, l.isSignalling(a) || l.isSignalling(b))
	an, bn := l.isNaN(a), l.isNaN(b)
	switch {
	case an && bn || propagate && (an || bn):
		return l.nan(), flags
	case an:
		return b, flags
	case bn || first:
		return a, flags
	default:
		return b, flags
	}
}

func (l *layout) isNaN(a uint64) bool  { return a&^l.signBit() > l.infinity() }
func (l *layout) isZero(a uint64) bool { return a&^l.signBit() == 0 }
func (l *layout) isSignalling(a uint64) bool {
	return l.isNaN(a) && a>>((l.frac-1)&63)&1 == 0
}

// less is the order of patterns that are not NaN, with −0 below +0.
func (l *layout) less(a, b uint64) bool {
	an, bn := a&l.signBit() != 0, b&l.signBit() != 0
	switch {
	case an != bn:
		return an
	case an:
		return a > b
	default:
		return a < b
	}
}
