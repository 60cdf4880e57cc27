package softfloat

import "math/bits"

// Format is a floating-point format.
type Format uint8

const (
	Binary16 Format = iota
	BFloat16
	Binary32
	Binary64
)

// layout is how a format's patterns are made: a sign, exp bits of exponent, frac bits of fraction.
type layout struct {
	frac, exp uint
	bias      int
}

// layouts are the four formats, by Format. They are never written.
var layouts = [...]layout{
	Binary16: {10, 5, 15},
	BFloat16: {7, 8, 127},
	Binary32: {23, 8, 127},
	Binary64: {52, 11, 1023},
}

func (f Format) layout() *layout { return &layouts[f&3] }

// Width is the size of a pattern in bits.
func (f Format) Width() uint { l := f.layout(); return 1 + l.exp + l.frac }

// NaN is the canonical NaN.
func (f Format) NaN() uint64 { return f.layout().nan() }

// SignBit is the pattern of −0.
func (f Format) SignBit() uint64 { return f.layout().signBit() }

// Infinity is the pattern of +∞.
func (f Format) Infinity() uint64 { return f.layout().infinity() }

// Box is the 64-bit register value that holds a: all ones above it.
func (f Format) Box(a uint64) uint64 { return a | -(uint64(1) << (f.Width() - 1) << 1) }

// Unbox is the value of a register read in this format: the canonical NaN when the register does
// not hold a NaN box.
func (f Format) Unbox(v uint64) uint64 {
	if w := f.Width(); w < 64 {
		if v>>w != ^uint64(0)>>w {
			return f.NaN()
		}
		return v & (1<<w - 1)
	}
	return v
}

func (l *layout) signBit() uint64  { return 1 << ((l.frac + l.exp) & 63) }
func (l *layout) infinity() uint64 { return (1<<(l.exp&63) - 1) << (l.frac & 63) }
func (l *layout) nan() uint64      { return l.infinity() | 1<<((l.frac-1)&63) }

// signed puts a sign on the pattern of a magnitude.
func (l *layout) signed(neg bool, magnitude uint64) uint64 {
	if neg {
		return magnitude | l.signBit()
	}
	return magnitude
}

type kind uint8

const (
	zero kind = iota
	finite
	infinite
	quiet
	signalling
)

// number is an operand taken apart. A finite one is ±sig·2^(exp-63), and bit 63 of sig is set: a
// subnormal number has been normalized.
type number struct {
	sig  uint64
	exp  int
	kind kind
	neg  bool
}

func (l *layout) unpack(a uint64) number {
	n := number{neg: a&l.signBit() != 0}
	e := int(a >> (l.frac & 63) & (1<<(l.exp&63) - 1))
	f := a & (1<<(l.frac&63) - 1)
	switch {
	case e == 1<<(l.exp&63)-1:
		switch {
		case f == 0:
			n.kind = infinite
		case f>>((l.frac-1)&63) != 0:
			n.kind = quiet
		default:
			n.kind = signalling
		}
	case e != 0:
		n.kind = finite
		n.exp = e - l.bias
		n.sig = 1<<63 | f<<((63-l.frac)&63)
	case f != 0:
		n.kind = finite
		lz := bits.LeadingZeros64(f)
		n.sig = f << (lz & 63)
		n.exp = 1 - l.bias + 63 - int(l.frac) - lz
	}
	return n
}

// Class is the mask of FCLASS.
func (f Format) Class(a uint64) uint64 {
	l := f.layout()
	n := l.unpack(a)
	switch n.kind {
	case quiet:
		return QuietNaN
	case signalling:
		return SignallingNaN
	}
	positive := uint64(PositiveZero)
	switch {
	case n.kind == infinite:
		positive = PositiveInfinity
	case n.kind == finite && a&l.infinity() == 0:
		positive = PositiveSubnormal
	case n.kind == finite:
		positive = PositiveNormal
	}
	if n.neg { // the mask is symmetric: −∞ is bit 0, +∞ bit 7
		return 1 << (7 - bits.TrailingZeros64(positive))
	}
	return positive
}
