package softfloat

// Add64 is a+b.
func Add64(a, b uint64, rm Mode) (uint64, Flags) {
	if r, flags, ok := hostAdd64(a, b, rm); ok {
		return r, flags
	}
	return layouts[Binary64].add(a, b, rm)
}

// Sub64 is a−b.
func Sub64(a, b uint64, rm Mode) (uint64, Flags) {
	return Add64(a, b^(1<<63), rm)
}

// Mul64 is a×b.
func Mul64(a, b uint64, rm Mode) (uint64, Flags) {
	if r, flags, ok := hostMul64(a, b, rm); ok {
		return r, flags
	}
	return layouts[Binary64].mul(a, b, rm)
}

// Div64 is a÷b.
func Div64(a, b uint64, rm Mode) (uint64, Flags) {
	if r, flags, ok := hostDiv64(a, b, rm); ok {
		return r, flags
	}
	return layouts[Binary64].div(a, b, rm)
}

// Sqrt64 is √a.
func Sqrt64(a uint64, rm Mode) (uint64, Flags) {
	if r, flags, ok := hostSqrt64(a, rm); ok {
		return r, flags
	}
	return layouts[Binary64].sqrt(a, rm)
}

// FMA64 is a×b+c, rounded once.
func FMA64(a, b, c uint64, rm Mode) (uint64, Flags) {
	if r, flags, ok := hostFMA64(a, b, c, rm); ok {
		return r, flags
	}
	return layouts[Binary64].fma(a, b, c, rm)
}

// Min64: see [Format.Min].
func Min64(a, b uint64) (uint64, Flags) {
	return Binary64.Min(a, b)
}

// Max64: see [Format.Max].
func Max64(a, b uint64) (uint64, Flags) {
	return Binary64.Max(a, b)
}

// Minimum64: see [Format.Minimum].
func Minimum64(a, b uint64) (uint64, Flags) {
	return Binary64.Minimum(a, b)
}

// Maximum64: see [Format.Maximum].
func Maximum64(a, b uint64) (uint64, Flags) {
	return Binary64.Maximum(a, b)
}

// Eq64: see [Format.Eq].
func Eq64(a, b uint64) (bool, Flags) { return Binary64.Eq(a, b) }

// Lt64: see [Format.Lt].
func Lt64(a, b uint64) (bool, Flags) { return Binary64.Lt(a, b) }

// Le64: see [Format.Le].
func Le64(a, b uint64) (bool, Flags) { return Binary64.Le(a, b) }

// LtQuiet64: see [Format.LtQuiet].
func LtQuiet64(a, b uint64) (bool, Flags) { return Binary64.LtQuiet(a, b) }

// LeQuiet64: see [Format.LeQuiet].
func LeQuiet64(a, b uint64) (bool, Flags) { return Binary64.LeQuiet(a, b) }

// RoundToInt64: see [Format.RoundToInt].
func RoundToInt64(a uint64, rm Mode, exact bool) (uint64, Flags) {
	return Binary64.RoundToInt(a, rm, exact)
}

// Class64: see [Format.Class].
func Class64(a uint64) uint64 { return Binary64.Class(a) }

// RSqrt7_64: see [Format.RSqrt7].
func RSqrt7_64(a uint64) (uint64, Flags) { //nolint:revive // 7 and the width are two numbers
	return Binary64.RSqrt7(a)
}

// Rec7_64: see [Format.Rec7].
func Rec7_64(a uint64, rm Mode) (uint64, Flags) { //nolint:revive // 7 and the width are two numbers
	return Binary64.Rec7(a, rm)
}
