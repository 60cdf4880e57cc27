package softfloat

// Add32 is a+b.
func Add32(a, b uint32, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostAdd32(a, b, rm); ok {
		return r, flags
	}
	r, flags := layouts[Binary32].add(uint64(a), uint64(b), rm)
	return uint32(r), flags
}

// Sub32 is a−b.
func Sub32(a, b uint32, rm Mode) (uint32, Flags) {
	return Add32(a, b^(1<<31), rm)
}

// Mul32 is a×b.
func Mul32(a, b uint32, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostMul32(a, b, rm); ok {
		return r, flags
	}
	r, flags := layouts[Binary32].mul(uint64(a), uint64(b), rm)
	return uint32(r), flags
}

// Div32 is a÷b.
func Div32(a, b uint32, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostDiv32(a, b, rm); ok {
		return r, flags
	}
	r, flags := layouts[Binary32].div(uint64(a), uint64(b), rm)
	return uint32(r), flags
}

// Sqrt32 is √a.
func Sqrt32(a uint32, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostSqrt32(a, rm); ok {
		return r, flags
	}
	r, flags := layouts[Binary32].sqrt(uint64(a), rm)
	return uint32(r), flags
}

// FMA32 is a×b+c, rounded once.
func FMA32(a, b, c uint32, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostFMA32(a, b, c, rm); ok {
		return r, flags
	}
	r, flags := layouts[Binary32].fma(uint64(a), uint64(b), uint64(c), rm)
	return uint32(r), flags
}

// Min32: see [Format.Min].
func Min32(a, b uint32) (uint32, Flags) {
	r, flags := Binary32.Min(uint64(a), uint64(b))
	return uint32(r), flags
}

// Max32: see [Format.Max].
func Max32(a, b uint32) (uint32, Flags) {
	r, flags := Binary32.Max(uint64(a), uint64(b))
	return uint32(r), flags
}

// Minimum32: see [Format.Minimum].
func Minimum32(a, b uint32) (uint32, Flags) {
	r, flags := Binary32.Minimum(uint64(a), uint64(b))
	return uint32(r), flags
}

// Maximum32: see [Format.Maximum].
func Maximum32(a, b uint32) (uint32, Flags) {
	r, flags := Binary32.Maximum(uint64(a), uint64(b))
	return uint32(r), flags
}

// Eq32: see [Format.Eq].
func Eq32(a, b uint32) (bool, Flags) { return Binary32.Eq(uint64(a), uint64(b)) }

// Lt32: see [Format.Lt].
func Lt32(a, b uint32) (bool, Flags) { return Binary32.Lt(uint64(a), uint64(b)) }

// Le32: see [Format.Le].
func Le32(a, b uint32) (bool, Flags) { return Binary32.Le(uint64(a), uint64(b)) }

// LtQuiet32: see [Format.LtQuiet].
func LtQuiet32(a, b uint32) (bool, Flags) { return Binary32.LtQuiet(uint64(a), uint64(b)) }

// LeQuiet32: see [Format.LeQuiet].
func LeQuiet32(a, b uint32) (bool, Flags) { return Binary32.LeQuiet(uint64(a), uint64(b)) }

// RoundToInt32: see [Format.RoundToInt].
func RoundToInt32(a uint32, rm Mode, exact bool) (uint32, Flags) {
	r, flags := Binary32.RoundToInt(uint64(a), rm, exact)
	return uint32(r), flags
}

// Class32: see [Format.Class].
func Class32(a uint32) uint64 { return Binary32.Class(uint64(a)) }

// RSqrt7_32: see [Format.RSqrt7].
func RSqrt7_32(a uint32) (uint32, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := Binary32.RSqrt7(uint64(a))
	return uint32(r), flags
}

// Rec7_32: see [Format.Rec7].
func Rec7_32(a uint32, rm Mode) (uint32, Flags) { //nolint:revive // 7 and the width are two numbers
	r, flags := Binary32.Rec7(uint64(a), rm)
	return uint32(r), flags
}
