package softfloat

import "math"

// F64ToF32 converts Binary64 to Binary32.
func F64ToF32(a uint64, rm Mode) (uint32, Flags) {
	if r, flags, ok := hostNarrow(a, rm); ok {
		return r, flags
	}
	r, flags := Binary32.From(Binary64, a, rm)
	return uint32(r), flags
}

// F64ToF16 converts Binary64 to Binary16.
func F64ToF16(a uint64, rm Mode) (uint16, Flags) {
	r, flags := Binary16.From(Binary64, a, rm)
	return uint16(r), flags
}

// F64ToBF16 converts Binary64 to BFloat16.
func F64ToBF16(a uint64, rm Mode) (uint16, Flags) {
	r, flags := BFloat16.From(Binary64, a, rm)
	return uint16(r), flags
}

// F32ToF64 converts Binary32 to Binary64.
func F32ToF64(a uint32, rm Mode) (uint64, Flags) {
	if v := math.Float32frombits(a); v == v { // exact, unless it is NaN
		return math.Float64bits(float64(v)), 0
	}
	return Binary64.From(Binary32, uint64(a), rm)
}

// F32ToF16 converts Binary32 to Binary16.
func F32ToF16(a uint32, rm Mode) (uint16, Flags) {
	r, flags := Binary16.From(Binary32, uint64(a), rm)
	return uint16(r), flags
}

// F32ToBF16 converts Binary32 to BFloat16.
func F32ToBF16(a uint32, rm Mode) (uint16, Flags) {
	r, flags := BFloat16.From(Binary32, uint64(a), rm)
	return uint16(r), flags
}

// F16ToF64 converts Binary16 to Binary64.
func F16ToF64(a uint16, rm Mode) (uint64, Flags) {
	return Binary64.From(Binary16, uint64(a), rm)
}

// F16ToF32 converts Binary16 to Binary32.
func F16ToF32(a uint16, rm Mode) (uint32, Flags) {
	r, flags := Binary32.From(Binary16, uint64(a), rm)
	return uint32(r), flags
}

// BF16ToF64 converts BFloat16 to Binary64.
func BF16ToF64(a uint16, rm Mode) (uint64, Flags) {
	return Binary64.From(BFloat16, uint64(a), rm)
}

// BF16ToF32 converts BFloat16 to Binary32.
func BF16ToF32(a uint16, rm Mode) (uint32, Flags) {
	r, flags := Binary32.From(BFloat16, uint64(a), rm)
	return uint32(r), flags
}
