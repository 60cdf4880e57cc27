package softfloat

// Add is a+b.
func (f Format) Add(a, b uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Add64(a, b, rm)
	case Binary32:
		r, flags := Add32(uint32(a), uint32(b), rm)
		return uint64(r), flags
	default:
		return f.layout().add(a, b, rm)
	}
}

// Sub is a−b.
func (f Format) Sub(a, b uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Sub64(a, b, rm)
	case Binary32:
		r, flags := Sub32(uint32(a), uint32(b), rm)
		return uint64(r), flags
	default:
		return f.layout().add(a, b^f.SignBit(), rm)
	}
}

// Mul is a×b.
func (f Format) Mul(a, b uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Mul64(a, b, rm)
	case Binary32:
		r, flags := Mul32(uint32(a), uint32(b), rm)
		return uint64(r), flags
	default:
		return f.layout().mul(a, b, rm)
	}
}

// Div is a÷b.
func (f Format) Div(a, b uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Div64(a, b, rm)
	case Binary32:
		r, flags := Div32(uint32(a), uint32(b), rm)
		return uint64(r), flags
	default:
		return f.layout().div(a, b, rm)
	}
}

// Sqrt is √a.
func (f Format) Sqrt(a uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return Sqrt64(a, rm)
	case Binary32:
		r, flags := Sqrt32(uint32(a), rm)
		return uint64(r), flags
	default:
		return f.layout().sqrt(a, rm)
	}
}

// FMA is a×b+c, rounded once.
func (f Format) FMA(a, b, c uint64, rm Mode) (uint64, Flags) {
	switch f {
	case Binary64:
		return FMA64(a, b, c, rm)
	case Binary32:
		r, flags := FMA32(uint32(a), uint32(b), uint32(c), rm)
		return uint64(r), flags
	default:
		return f.layout().fma(a, b, c, rm)
	}
}
