package softfloat

// RSqrt7 is the estimate of 1/√a to 7 bits, as vfrsqrt7.v makes it: by table, independent of the
// rounding mode.
func (f Format) RSqrt7(a uint64) (uint64, Flags) {
	l := f.layout()
	n := l.unpack(a)
	switch {
	case n.kind >= quiet:
		return l.fromNaN(n.kind, n.kind)
	case n.kind == zero:
		return l.signed(n.neg, l.infinity()), DZ
	case n.neg:
		return l.invalid()
	case n.kind == infinite:
		return 0, 0
	}
	// The table is read at the exponent's last bit and the six bits after the leading one. Biased
	// exponents of subnormal numbers go on below 1.
	e := n.exp + l.bias
	out := rsqrt7[uint(e&1)<<6|uint(n.sig>>57&63)]
	return uint64((3*l.bias-1-e)>>1)<<l.frac | uint64(out)<<(l.frac-7), 0
}

// Rec7 is the estimate of 1/a to 7 bits, as vfrec7.v makes it. The rounding mode decides only what
// becomes of reciprocals that are too large.
func (f Format) Rec7(a uint64, rm Mode) (uint64, Flags) {
	l := f.layout()
	n := l.unpack(a)
	switch n.kind {
	case quiet, signalling:
		return l.fromNaN(n.kind, n.kind)
	case infinite:
		return l.signed(n.neg, 0), 0
	case zero:
		return l.signed(n.neg, l.infinity()), DZ
	}
	e := n.exp + l.bias
	if e < -1 {
		return l.overflow(n.neg, rm)
	}
	out := uint64(rec7[n.sig>>56&127]) << (l.frac - 7)
	exp := 2*l.bias - 1 - e
	switch exp { // a subnormal result: the leading one becomes part of the fraction
	case 0:
		out = 1<<(l.frac-1) | out>>1
	case -1:
		out, exp = 1<<(l.frac-2)|out>>2, 0
	}
	return l.signed(n.neg, uint64(exp)<<l.frac|out), 0
}
