package softfloat

// Add16 is a+b.
func Add16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[Binary16].add(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// Sub16 is a−b.
func Sub16(a, b uint16, rm Mode) (uint16, Flags) {
	return Add16(a, b^(1<<15), rm)
}

// Mul16 is a×b.
func Mul16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[Binary16].mul(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// Div16 is a÷b.
func Div16(a, b uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[Binary16].div(uint64(a), uint64(b), rm)
	return uint16(r), flags
}

// Sqrt16 is √a.
func Sqrt16(a uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[Binary16].sqrt(uint64(a), rm)
	return uint16(r), flags
}

// FMA16 is a×b+c, rounded once.
func FMA16(a, b, c uint16, rm Mode) (uint16, Flags) {
	r, flags := layouts[Binary16].fma(uint64(a), uint64(b), uint64(c), rm)
	return uint16(r), flags
}

// Min16: see [Format.Min].
func Min16(a, b uint16) (uint16, Flags) {
	r, flags := Binary16.Min(uint64(a), uint64(b))
	return uint16(r), flags
}

// Max16: see [Format.Max].
func Max16(a, b uint16) (uint16, Flags) {
	r, flags := Binary16.Max(uint64(a), uint64(b))
	return uint16(r), flags
}

// Minimum16: see [Format.Minimum].
func Minimum16(a, b uint16) (uint16, Flags) {
	r, flags := Binary16.Minimum(uint64(a), uint64(b))
	return uint16(r), flags
}

// Maximum16: see [Format.Maximum].
func Maximum16(a, b uint16) (uint16, Flags) {
	r, flags := Binary16.Maximum(uint64(a), uint64(b))
	return uint16(r), flags
}

// Eq16: see [Format.Eq].
func Eq16(a, b uint16) (bool, Flags) { return Binary16.Eq(uint64(a), uint64(b)) }

// Lt16: see [Format.Lt].
func Lt16(a, b uint16) (bool, Flags) { return Binary16.Lt(uint64(a), uint64(b)) }

// Le16: see [Format.Le].
func Le16(a, b uint16) (bool, Flags) { return Binary16.Le(uint64(a), uint64(b)) }

// LtQuiet16: see [Format.LtQuiet].
func LtQuiet16(a, b uint16) (bool, Flags) { return Binary16.LtQuiet(uint64(a), uint64(b)) }

// LeQuiet16: see [Format.LeQuiet].
func LeQuiet16(a, b uint16) (bool, Flags) { return Binary16.LeQuiet(uint64(a), uint64(b)) }

// RoundToInt16: see [Format.RoundToInt].
func RoundToInt16(a uint16, rm Mode, exact bool) (uint16, Flags) {
	r, flags := Binary16.RoundToInt(uint64(a), rm, exact)
	return uint16(r), flags
}

// Class16: see [Format.Class].
func Class16(a uint16) uint64 { return Binary16.Class(uint64(a)) }

// RSqrt7_16: see [Format.RSqrt7].
func RSqrt7_16(a uint16) (uint16, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := Binary16.RSqrt7(uint64(a))
	return uint16(r), flags
}

// Rec7_16: see [Format.Rec7].
func Rec7_16(a uint16, rm Mode) (uint16, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := Binary16.Rec7(uint64(a), rm)
	return uint16(r), flags
}
