package softfloat

import (
	"math/big"
	"math/rand/v2"
)

// An independent meaning of every operation: values are exact integers times a power of two, and a
// result is rounded by its definition.

var formats = []Format{Binary16, BFloat16, Binary32, Binary64}

var modes = []Mode{RNE, RTZ, RDN, RUP, RMM, ROD}

// precision and emax are IEEE 754-2019, table 3.5.
func precision(f Format) int {
	return [...]int{Binary16: 11, BFloat16: 8, Binary32: 24, Binary64: 53}[f]
}
func emax(f Format) int {
	return [...]int{Binary16: 15, BFloat16: 127, Binary32: 127, Binary64: 1023}[f]
}
func width(f Format) int { return [...]int{Binary16: 16, BFloat16: 16, Binary32: 32, Binary64: 64}[f] }

// exact is ±(m + something below 1 if more)·2^e.
type exact struct {
	neg  bool
	m    *big.Int
	e    int
	more bool
}

// parts splits a pattern into its fields.
func parts(f Format, a uint64) (neg bool, biased int, fraction uint64) {
	t := precision(f) - 1
	return a>>(width(f)-1) != 0, int(a << (64 - width(f)) << 1 >> (65 - (width(f) - t))), a & (1<<t - 1)
}

func special(f Format) int { return 2*emax(f) + 1 }

func isNaN(f Format, a uint64) bool {
	_, e, m := parts(f, a)
	return e == special(f) && m != 0
}

func isSignalling(f Format, a uint64) bool {
	_, _, m := parts(f, a)
	return isNaN(f, a) && m>>(precision(f)-2) == 0
}

func isInf(f Format, a uint64) bool {
	_, e, m := parts(f, a)
	return e == special(f) && m == 0
}

func isZero(f Format, a uint64) bool {
	_, e, m := parts(f, a)
	return e == 0 && m == 0
}

// valueOf is the value of a pattern that is neither NaN nor infinite.
func valueOf(f Format, a uint64) exact {
	neg, e, m := parts(f, a)
	if e == 0 {
		e = 1
	} else {
		m |= 1 << (precision(f) - 1)
	}
	return exact{neg: neg, m: new(big.Int).SetUint64(m), e: e - emax(f) - precision(f) + 1}
}

// toQuantum rounds |x| to a multiple of 2^q.
func toQuantum(x exact, q int, rm Mode) (n *big.Int, inexact bool) {
	s := q - x.e
	if s <= 0 {
		if x.more {
			panic("too few bits")
		}
		return new(big.Int).Lsh(x.m, uint(-s)), false
	}
	n = new(big.Int).Rsh(x.m, uint(s))
	rest := new(big.Int).Sub(x.m, new(big.Int).Lsh(n, uint(s)))
	if rest.Sign() == 0 && !x.more {
		return n, false
	}
	half := rest.Cmp(new(big.Int).Lsh(big.NewInt(1), uint(s-1)))
	if half == 0 && x.more {
		half = 1
	}
	up := false
	switch rm {
	case RNE:
		up = half > 0 || half == 0 && n.Bit(0) == 1
	case RMM:
		up = half >= 0
	case RDN:
		up = x.neg
	case RUP:
		up = !x.neg
	case ROD:
		up = n.Bit(0) == 0
	}
	if up {
		n.Add(n, big.NewInt(1))
	}
	return n, true
}

// rounded is the definition of rounding. x is not zero.
func rounded(f Format, x exact, rm Mode) (uint64, Flags) {
	p := precision(f)
	sign := uint64(0)
	if x.neg {
		sign = 1 << (width(f) - 1)
	}
	unbounded := x.e + x.m.BitLen() - p
	least := 1 - emax(f) - p + 1
	q := max(unbounded, least)
	n, inexact := toQuantum(x, q, rm)
	var flags Flags
	if inexact {
		flags = NX
		// Tiny: below 2^emin when rounded with this precision and no bound on the exponent.
		if u, _ := toQuantum(x, unbounded, rm); unbounded+u.BitLen() <= 1-emax(f) {
			flags |= UF
		}
	}
	if n.BitLen() > p { // the next power of two
		n.Rsh(n, 1)
		q++
	}
	if q+p-1 > emax(f) {
		infinity := uint64(special(f)) << (p - 1)
		switch {
		case rm == RNE, rm == RMM, rm == RDN && x.neg, rm == RUP && !x.neg:
			return sign | infinity, OF | NX
		default:
			return sign | infinity - 1, OF | NX
		}
	}
	m := n.Uint64()
	if m>>(p-1) == 0 { // subnormal or zero
		return sign | m, flags
	}
	return sign | uint64(q+p-1+emax(f))<<(p-1) | m&(1<<(p-1)-1), flags
}

func nan(f Format) uint64 { return uint64(special(f))<<(precision(f)-1) | 1<<(precision(f)-2) }

func inf(f Format, neg bool) uint64 { return uint64(special(f))<<(precision(f)-1) | minus(f, neg) }

func minus(f Format, neg bool) uint64 {
	if neg {
		return 1 << (width(f) - 1)
	}
	return 0
}

func nans(f Format, operands ...uint64) (r uint64, flags Flags, any bool) {
	for _, a := range operands {
		any = any || isNaN(f, a)
		if isSignalling(f, a) {
			flags = NV
		}
	}
	return nan(f), flags, any
}

// fmaExact is a×b+c by its definition; the product a×1 and the sum a×1+c are cases of it.
func fmaExact(f Format, a, b, c uint64, rm Mode) (uint64, Flags) {
	an, _, _ := parts(f, a)
	bn, _, _ := parts(f, b)
	cn, _, _ := parts(f, c)
	if isInf(f, a) && isZero(f, b) || isZero(f, a) && isInf(f, b) {
		return nan(f), NV
	}
	if r, flags, any := nans(f, a, b, c); any {
		return r, flags
	}
	neg := an != bn
	switch {
	case (isInf(f, a) || isInf(f, b)) && isInf(f, c) && neg != cn:
		return nan(f), NV
	case isInf(f, a) || isInf(f, b):
		return inf(f, neg), 0
	case isInf(f, c):
		return c, 0
	}
	x, y, z := valueOf(f, a), valueOf(f, b), valueOf(f, c)
	p := exact{neg: neg, m: new(big.Int).Mul(x.m, y.m), e: x.e + y.e}
	e := min(p.e, z.e)
	sum := new(big.Int).Lsh(p.m, uint(p.e-e))
	if p.neg {
		sum.Neg(sum)
	}
	third := new(big.Int).Lsh(z.m, uint(z.e-e))
	if z.neg {
		third.Neg(third)
	}
	sum.Add(sum, third)
	if sum.Sign() == 0 {
		if neg == cn && p.m.Sign() == 0 && z.m.Sign() == 0 {
			return minus(f, neg), 0
		}
		return minus(f, rm == RDN), 0
	}
	return rounded(f, exact{neg: sum.Sign() < 0, m: sum.Abs(sum), e: e}, rm)
}

func mulExact(f Format, a, b uint64, rm Mode) (uint64, Flags) {
	an, _, _ := parts(f, a)
	bn, _, _ := parts(f, b)
	if isZero(f, a) && !isInf(f, b) && !isNaN(f, b) || isZero(f, b) && !isInf(f, a) && !isNaN(f, a) {
		return minus(f, an != bn), 0
	}
	return fmaExact(f, a, b, minus(f, an != bn), rm)
}

func addExact(f Format, a, b uint64, rm Mode) (uint64, Flags) {
	one := uint64(emax(f)) << (precision(f) - 1)
	return fmaExact(f, a, one, b, rm)
}

func divExact(f Format, a, b uint64, rm Mode) (uint64, Flags) {
	an, _, _ := parts(f, a)
	bn, _, _ := parts(f, b)
	neg := an != bn
	if r, flags, any := nans(f, a, b); any {
		return r, flags
	}
	switch {
	case isInf(f, a) && isInf(f, b) || isZero(f, a) && isZero(f, b):
		return nan(f), NV
	case isInf(f, a):
		return inf(f, neg), 0
	case isZero(f, b):
		return inf(f, neg), DZ
	case isZero(f, a) || isInf(f, b):
		return minus(f, neg), 0
	}
	x, y := valueOf(f, a), valueOf(f, b)
	const bits = 200
	q, r := new(big.Int).QuoRem(new(big.Int).Lsh(x.m, bits), y.m, new(big.Int))
	return rounded(f, exact{neg: neg, m: q, e: x.e - y.e - bits, more: r.Sign() != 0}, rm)
}

func sqrtExact(f Format, a uint64, rm Mode) (uint64, Flags) {
	neg, _, _ := parts(f, a)
	if r, flags, any := nans(f, a); any {
		return r, flags
	}
	switch {
	case isZero(f, a):
		return a, 0
	case neg:
		return nan(f), NV
	case isInf(f, a):
		return a, 0
	}
	x := valueOf(f, a)
	s := uint(300 + x.e&1)
	m := new(big.Int).Lsh(x.m, s)
	r := new(big.Int).Sqrt(m)
	return rounded(f, exact{m: r, e: (x.e - int(s)) / 2, more: new(big.Int).Mul(r, r).Cmp(m) != 0}, rm)
}

func convertExact(to, from Format, a uint64, rm Mode) (uint64, Flags) {
	neg, _, _ := parts(from, a)
	switch {
	case isNaN(from, a):
		_, flags, _ := nans(from, a)
		return nan(to), flags
	case isInf(from, a):
		return inf(to, neg), 0
	case isZero(from, a):
		return minus(to, neg), 0
	}
	return rounded(to, valueOf(from, a), rm)
}

// integerExact is a conversion to an integer of [low, high], as its low 64 bits.
func integerExact(f Format, a uint64, low, high *big.Int, rm Mode) (uint64, Flags) {
	neg, _, _ := parts(f, a)
	bits := func(n *big.Int) uint64 {
		return new(big.Int).And(n, new(big.Int).SetUint64(^uint64(0))).Uint64()
	}
	switch {
	case isNaN(f, a), isInf(f, a) && !neg:
		return bits(high), NV
	case isInf(f, a):
		return bits(low), NV
	}
	n, inexact := toQuantum(valueOf(f, a), 0, rm)
	if neg {
		n.Neg(n)
	}
	switch {
	case n.Cmp(low) < 0:
		return bits(low), NV
	case n.Cmp(high) > 0:
		return bits(high), NV
	case inexact:
		return bits(n), NX
	}
	return bits(n), 0
}

func integralExact(f Format, a uint64, rm Mode) (uint64, Flags) {
	neg, _, _ := parts(f, a)
	if r, flags, any := nans(f, a); any {
		return r, flags
	}
	if isInf(f, a) || isZero(f, a) {
		return a, 0
	}
	n, inexact := toQuantum(valueOf(f, a), 0, rm)
	flags := Flags(0)
	if inexact {
		flags = NX
	}
	if n.Sign() == 0 {
		return minus(f, neg), flags
	}
	r, _ := rounded(f, exact{neg: neg, m: n}, RNE)
	return r, flags
}

// edges are the patterns where implementations go wrong, of both signs.
func edges(f Format) []uint64 {
	p, top := precision(f), special(f)
	one := uint64(1) << (p - 1)
	var v []uint64
	add := func(patterns ...uint64) {
		for _, a := range patterns {
			v = append(v, a, a|minus(f, true))
		}
	}
	at := func(e int, m uint64) uint64 { return uint64(e)<<(p-1) | m&(one-1) }
	add(0, 1, 2, 3, one/2, one/2+1, one-2, one-1) // zero, subnormal
	add(one, one+1, one+2, 2*one-1, 2*one, 2*one+1)
	for _, e := range []int{emax(f) - p, emax(f) - p/2, emax(f) - 1, emax(f), emax(f) + 1, emax(f) + p - 2, emax(f) + p - 1, emax(f) + p, top - 2, top - 1} {
		if e > 0 && e < top {
			add(at(e, 0), at(e, 1), at(e, one/2), at(e, one-1))
		}
	}
	add(at(top, 0), at(top, 1), at(top, one/2-1), at(top, one/2), at(top, one-1))
	return v
}

// random draws a pattern: often an edge, few bits, or a near exponent, so that operands meet.
func random(r *rand.Rand, f Format, list []uint64) uint64 {
	p := precision(f)
	mask := ^uint64(0) >> (64 - width(f))
	switch r.IntN(6) {
	case 0:
		return list[r.IntN(len(list))]
	case 1: // near an edge
		return (list[r.IntN(len(list))] + uint64(r.IntN(9)) - 4) & mask
	case 2: // few bits
		return (uint64(r.IntN(special(f)))<<(p-1) | uint64(1)<<r.IntN(p-1) | uint64(1)<<r.IntN(p-1) | r.Uint64()<<63) & mask
	case 3: // around one
		e := max(1, min(special(f)-1, emax(f)+r.IntN(2*p+8)-p-4))
		return uint64(e)<<(p-1) | r.Uint64()&(1<<(p-1)-1) | minus(f, r.IntN(2) == 0)
	default:
		return r.Uint64() & mask
	}
}
