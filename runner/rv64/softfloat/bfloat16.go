package softfloat

// AddBF16 is a+b.
func AddBF16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[BFloat16].add(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// SubBF16 is a−b.
func SubBF16(a, b uint16, rm Mode) (uint16, Flags) {
	return AddBF16(a, b^(1<<15), rm)
}

// MulBF16 is a×b.
func MulBF16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[BFloat16].mul(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// DivBF16 is a÷b.
func DivBF16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[BFloat16].div(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// SqrtBF16 is √a.
func SqrtBF16(a uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[BFloat16].sqrt(uint64(a), rm)
	return uint16(r), flags
}

// FMABF16 is a×b+c, rounded once.
func FMABF16(a, b, c uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[BFloat16].fma(uint64(a), uint64(b), uint64(c), rm)
	return uint16(r), flags
}

// MinBF16: see [Format.Min].
func MinBF16(a, b uint16) (uint16, Flags) {
	r, flags := BFloat16.Min(uint64(a), uint64(b))
	return uint16(r), flags
}

// MaxBF16: see [Format.Max].
func MaxBF16(a, b uint16) (uint16, Flags) {
	r, flags := BFloat16.Max(uint64(a), uint64(b))
	return uint16(r), flags
}

// MinimumBF16: see [Format.Minimum].
func MinimumBF16(a, b uint16) (uint16, Flags) {
	r, flags := BFloat16.Minimum(uint64(a), uint64(b))
	return uint16(r), flags
}

// MaximumBF16: see [Format.Maximum].
func MaximumBF16(a, b uint16) (uint16, Flags) {
	r, flags := BFloat16.Maximum(uint64(a), uint64(b))
	return uint16(r), flags
}

// EqBF16: see [Format.Eq].
func EqBF16(a, b uint16) (bool, Flags) { return BFloat16.Eq(uint64(a), uint64(b)) }

// LtBF16: see [Format.Lt].
func LtBF16(a, b uint16) (bool, Flags) { return BFloat16.Lt(uint64(a), uint64(b)) }

// LeBF16: see [Format.Le].
func LeBF16(a, b uint16) (bool, Flags) { return BFloat16.Le(uint64(a), uint64(b)) }

// LtQuietBF16: see [Format.LtQuiet].
func LtQuietBF16(a, b uint16) (bool, Flags) { return BFloat16.LtQuiet(uint64(a), uint64(b)) }

// LeQuietBF16: see [Format.LeQuiet].
func LeQuietBF16(a, b uint16) (bool, Flags) { return BFloat16.LeQuiet(uint64(a), uint64(b)) }

// RoundToIntBF16: see [Format.RoundToInt].
func RoundToIntBF16(a uint16, rm Mode, exact bool) (uint16, Flags) {
	r, flags := BFloat16.RoundToInt(uint64(a), rm, exact)
	return uint16(r), flags
}

// ClassBF16: see [Format.Class].
func ClassBF16(a uint16) uint64 { return BFloat16.Class(uint64(a)) }

// RSqrt7_BF16: see [Format.RSqrt7].
func RSqrt7_BF16(a uint16) (uint16, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := BFloat16.RSqrt7(uint64(a))
	return uint16(r), flags
}

// Rec7_BF16: see [Format.Rec7].
func Rec7_BF16(a uint16, rm Mode) (uint16, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := BFloat16.Rec7(uint64(a), rm)
	return uint16(r), flags
}
