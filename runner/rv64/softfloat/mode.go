package softfloat

// Mode is a rounding mode, by its encoding in rm and frm.
type Mode uint8

const (
	RNE Mode = 0 // to nearest, ties to even
	RTZ Mode = 1 // towards zero
	RDN Mode = 2 // down
	RUP Mode = 3 // up
	RMM Mode = 4 // to nearest, ties to the greater magnitude

	// ROD rounds an inexact result to the neighbour whose last bit is odd, as vfncvt.rod does. It
	// is no encoding of rm.
	ROD Mode = 6
)

// Flags are exception flags, in the places they have in fflags.
type Flags uint8

const (
	NX Flags = 1 << iota // inexact
	UF                   // underflow
	OF                   // overflow
	DZ                   // divide by zero
	NV                   // invalid operation
)

// Bits of the mask that the Class functions return, as FCLASS does.
const (
	NegativeInfinity = 1 << iota
	NegativeNormal
	NegativeSubnormal
	NegativeZero
	PositiveZero
	PositiveSubnormal
	PositiveNormal
	PositiveInfinity
	SignallingNaN
	QuietNaN
)

func raise(f Flags, cond bool) Flags {
	if cond {
		return f
	}
	return 0
}
