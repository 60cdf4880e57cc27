package softfloat

// The operations of a format whose width is known only when they run: binary64 and binary32 have
// ways of their own, which are quicker than the general one.

// Add is a+b.
func (f Format) Add(a, b uint64, rm Mode) (uint64, Flags) {
	return f.two(a, b, rm, Add64, Add32, (*layout).add)
}

// Sub is a−b.
func (f Format) Sub(a, b uint64, rm Mode) (uint64, Flags) {
	return f.two(a, b, rm, Sub64, Sub32, (*layout).sub)
}

// Mul is a×b.
func (f Format) Mul(a, b uint64, rm Mode) (uint64, Flags) {
	return f.two(a, b, rm, Mul64, Mul32, (*layout).mul)
}

// Div is a÷b.
func (f Format) Div(a, b uint64, rm Mode) (uint64, Flags) {
	return f.two(a, b, rm, Div64, Div32, (*layout).div)
}

// Sqrt is √a.
func (f Format) Sqrt(a uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Sqrt64(a, rm)
	case Binary32:
		return widened(Sqrt32(uint32(a), rm))
	}
	return f.layout().sqrt(a, rm)
}

// FMA is a×b+c, rounded once.
func (f Format) FMA(a, b, c uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return FMA64(a, b, c, rm)
	case Binary32:
		return widened(FMA32(uint32(a), uint32(b), uint32(c), rm))
	}
	return f.layout().fma(a, b, c, rm)
}

// two does an operation of two operands in the way that the format has.
func (f Format) two(a, b uint64, rm Mode,
	as64 func(a, b uint64, rm Mode) (uint64, Flags),
	as32 func(a, b uint32, rm Mode) (uint32, Flags),
	general func(l *layout, a, b uint64, rm Mode) (uint64, Flags),
) (uint64, Flags) {
	switch f {
	case Binary64:
		return as64(a, b, rm)
	case Binary32:
		return widened(as32(uint32(a), uint32(b), rm))
	}
	return general(f.layout(), a, b, rm)
}

func widened(r uint32, flags Flags) (uint64, Flags) { return uint64(r), flags }
