package oracle

import (
	"fmt"
	"math"
	"math/big"
	"os"
	"sync"
	"testing"

	"go.starlark.net/starlark"
	"pgregory.net/rapid"

	"touchstone/specs"
	"touchstone/specs/internal/blame"
	"touchstone/specs/isa"
)

// The pack's IEEE 754 arithmetic against math/big: a result is right when it is the pattern that the
// rounding mode picks of the two that enclose the exact value, found here by comparing exact values.

const (
	rne = iota
	rtz
	rdn
	rup
	rmm
	rod = 6
)

const (
	flagNX = 1 << iota
	flagUF
	flagOF
	flagDZ
	flagNV
)

var allModes = []int{rne, rtz, rdn, rup, rmm, rod}

// layout is an interchange format of the test's own.
type layout struct {
	name             string
	width, precision int
}

var formats = []layout{{"BINARY16", 16, 11}, {"BFLOAT16", 16, 8}, {"BINARY32", 32, 24}, {"BINARY64", 64, 53}}

func (f layout) emax() int        { return 1<<(f.width-f.precision-1) - 1 }
func (f layout) emin() int        { return 1 - f.emax() }
func (f layout) sign() uint64     { return 1 << (f.width - 1) }
func (f layout) normal() uint64   { return 1 << (f.precision - 1) }
func (f layout) infinity() uint64 { return f.sign() - f.normal() }
func (f layout) nan() uint64      { return f.infinity() | f.normal()>>1 }
func (f layout) isNaN(a uint64) bool {
	return a&^f.sign() > f.infinity()
}
func (f layout) isSignaling(a uint64) bool { return f.isNaN(a) && a&(f.normal()>>1) == 0 }

// value is the exact value of a finite pattern; that of infinity's is the next power of two.
func (f layout) value(a uint64) *big.Rat {
	magnitude := a &^ f.sign()
	field := int(magnitude >> (f.precision - 1))
	m := new(big.Int).SetUint64(magnitude & (f.normal() - 1))
	e := f.emin() - (f.precision - 1)
	if field > 0 {
		m.SetBit(m, f.precision-1, 1)
		e += field - 1
	}
	if a&f.sign() != 0 {
		m.Neg(m)
	}
	return scaled(m, e)
}

func scaled(m *big.Int, e int) *big.Rat {
	power := new(big.Int).Lsh(big.NewInt(1), uint(max(e, -e)))
	if e >= 0 {
		return new(big.Rat).SetInt(power.Mul(power, m))
	}
	return new(big.Rat).SetFrac(m, power)
}

// magnitude is a positive real number that can be compared with any rational.
type magnitude interface {
	cmp(*big.Rat) int
	near() *big.Float
}

type rational struct{ *big.Rat }

func (r rational) cmp(x *big.Rat) int { return r.Rat.Cmp(x) }
func (r rational) near() *big.Float   { return new(big.Float).SetPrec(200).SetRat(r.Rat) }

// root is the square root of a rational.
type root struct{ *big.Rat }

func (r root) cmp(x *big.Rat) int { return r.Rat.Cmp(new(big.Rat).Mul(x, x)) }
func (r root) near() *big.Float   { f := rational(r).near(); return f.Sqrt(f) }

// picks says whether a mode picks the upper of two neighbours of x, of which the lower is odd or not.
func picks(mode int, negative bool, x magnitude, lower, upper *big.Rat, odd bool) bool {
	half := new(big.Rat).Add(lower, upper)
	half.Mul(half, big.NewRat(1, 2))
	switch mode {
	case rne:
		return x.cmp(half) > 0 || x.cmp(half) == 0 && odd
	case rmm:
		return x.cmp(half) >= 0
	case rdn:
		return negative
	case rup:
		return !negative
	case rod:
		return !odd
	}
	return false
}

// round is the pattern and the flags of ±x, x > 0.
func (f layout) round(negative bool, x magnitude, mode int) (uint64, int) {
	var sign uint64
	if negative {
		sign = f.sign()
	}
	near := x.near()
	field := near.MantExp(nil) - 1 - f.emin() + 1
	var at uint64
	if field >= 2*f.emax()+1 {
		at = f.infinity() - 1
	} else {
		least := f.emin() - (f.precision - 1) + max(field, 1) - 1
		near.SetMantExp(near, -least)
		at, _ = near.Uint64()
		at += uint64(max(field, 1)-1) << (f.precision - 1)
	}
	for at > 0 && x.cmp(f.value(at)) < 0 {
		at--
	}
	for at < f.infinity()-1 && x.cmp(f.value(at+1)) >= 0 {
		at++
	}
	lower, upper := f.value(at), f.value(at+1)
	switch {
	case x.cmp(lower) == 0:
		return sign | at, 0
	case at == f.infinity()-1:
		if x.cmp(upper) >= 0 {
			lower, upper = upper, new(big.Rat).Mul(upper, big.NewRat(2, 1)) // beyond the range there are no ties
			if mode == rne || mode == rmm || picks(mode, negative, x, lower, upper, true) {
				at++
			}
			return sign | at, flagOF | flagNX
		}
		if picks(mode, negative, x, lower, upper, true) {
			return sign | at + 1, flagOF | flagNX
		}
		return sign | at, flagNX
	}
	flags := flagNX
	if at < f.normal() && f.tiny(negative, x, mode) {
		flags |= flagUF
	}
	if picks(mode, negative, x, lower, upper, at&1 == 1) {
		at++
	}
	return sign | at, flags
}

// tiny says whether x, below the smallest normal number, stays there when it is rounded with the
// precision of the format and an exponent without bounds.
func (f layout) tiny(negative bool, x magnitude, mode int) bool {
	normal := scaled(big.NewInt(1), f.emin())
	last := new(big.Rat).Sub(normal, scaled(big.NewInt(1), f.emin()-f.precision))
	return x.cmp(last) <= 0 || !picks(mode, negative, x, last, normal, true)
}

// rounded is round for any rational; zero has the sign given.
func (f layout) rounded(x *big.Rat, mode int, zero bool) (uint64, int) {
	switch x.Sign() {
	case 0:
		if zero {
			return f.sign(), 0
		}
		return 0, 0
	}
	return f.round(x.Sign() < 0, rational{new(big.Rat).Abs(x)}, mode)
}

// double is a pattern as the host's float64, which holds every value of the other formats.
func (f layout) double(a uint64) float64 {
	var v float64
	switch {
	case f.isNaN(a):
		v = math.NaN()
	case a&^f.sign() == f.infinity():
		v = math.Inf(1)
	default:
		v, _ = f.value(a &^ f.sign()).Float64()
	}
	if a&f.sign() != 0 {
		v = -v
	}
	return v
}

// special is the result when an operand is no finite number, or when the host's result is none: the
// host knows what infinities and zeros give, and whether it is invalid follows from where a NaN comes from.
func (f layout) special(host float64, operands ...uint64) (uint64, int) {
	nan, signaling := false, false
	for _, a := range operands {
		nan = nan || f.isNaN(a)
		signaling = signaling || f.isSignaling(a)
	}
	switch {
	case signaling || math.IsNaN(host) && !nan:
		return f.nan(), flagNV
	case math.IsNaN(host):
		return f.nan(), 0
	}
	var sign uint64
	if math.Signbit(host) {
		sign = f.sign()
	}
	if math.IsInf(host, 0) {
		return sign | f.infinity(), 0
	}
	return sign, 0
}

func (f layout) finite(operands ...uint64) bool {
	for _, a := range operands {
		if a&^f.sign() >= f.infinity() {
			return false
		}
	}
	return true
}

// semantics calls functions of the pack's semantics.
type semantics struct{ *machine }

var loadedSemantics = sync.OnceValues(func() (*Oracle, error) {
	p, err := specs.Load(os.DirFS("../riscv"), "riscv")
	if err != nil {
		return nil, err
	}
	table, err := isa.New(p)
	if err != nil {
		return nil, err
	}
	return New(p, table, Env{})
})

func newSemantics(t testing.TB) semantics {
	t.Helper()
	o, err := loadedSemantics()
	if err != nil {
		t.Fatal(err)
	}
	m, err := newMachine(o)
	if err == nil {
		err = m.requireAll()
	}
	if err != nil {
		t.Fatal(err)
	}
	return semantics{m}
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
}

// call passes ints, formats and booleans on, and gives (value, flags) back.
func (s semantics) call(t fataler, name string, args ...any) (*big.Int, int) {
	t.Helper()
	var tuple starlark.Tuple
	for _, a := range args {
		switch a := a.(type) {
		case layout:
			tuple = append(tuple, s.names[a.name])
		case uint64:
			tuple = append(tuple, starlark.MakeUint64(a))
		case int:
			tuple = append(tuple, starlark.MakeInt(a))
		case bool:
			tuple = append(tuple, starlark.Bool(a))
		case *big.Int:
			tuple = append(tuple, starlark.MakeBigInt(a))
		}
	}
	s.thread.Steps = 0
	v, err := starlark.Call(&s.thread, s.names[name], tuple, nil)
	if err != nil {
		t.Fatalf("%s%v: %v", name, args, blame.Located(err))
	}
	pair, ok := v.(starlark.Tuple)
	if !ok || len(pair) != 2 {
		t.Fatalf("%s%v = %v, not a pair", name, args, v)
	}
	flags, _ := pair[1].(starlark.Int).Int64()
	return pair[0].(starlark.Int).BigInt(), int(flags)
}

func (s semantics) check(t fataler, want *big.Int, flags int, name string, args ...any) {
	t.Helper()
	got, gotFlags := s.call(t, name, args...)
	if got.Cmp(want) != 0 || gotFlags != flags {
		t.Fatalf("%s(%s) = %#x, flags %#x; want %#x, flags %#x", name, listed(args), got, gotFlags, want, flags)
	}
}

func listed(args []any) string {
	text := ""
	for i, a := range args {
		if i > 0 {
			text += ", "
		}
		switch a := a.(type) {
		case layout:
			text += a.name
		case uint64:
			text += fmt.Sprintf("%#x", a)
		default:
			text += fmt.Sprint(a)
		}
	}
	return text
}

func pattern(a uint64) *big.Int { return new(big.Int).SetUint64(a) }

func (s semantics) add(t fataler, f layout, a, b uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	if !f.finite(a, b) {
		want, flags = f.special(f.double(a)+f.double(b), a, b)
	} else {
		negative := mode == rdn
		if (a^b)&f.sign() == 0 {
			negative = a&f.sign() != 0
		}
		want, flags = f.rounded(new(big.Rat).Add(f.value(a), f.value(b)), mode, negative)
	}
	s.check(t, pattern(want), flags, "fp_add", f, a, b, mode)
	s.check(t, pattern(want), flags, "fp_sub", f, a, b^f.sign(), mode)
}

func (s semantics) mul(t fataler, f layout, a, b uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	if !f.finite(a, b) {
		want, flags = f.special(f.double(a)*f.double(b), a, b)
	} else {
		want, flags = f.rounded(new(big.Rat).Mul(f.value(a), f.value(b)), mode, (a^b)&f.sign() != 0)
	}
	s.check(t, pattern(want), flags, "fp_mul", f, a, b, mode)
}

func (s semantics) div(t fataler, f layout, a, b uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	switch {
	case !f.finite(a, b) || f.value(b).Sign() == 0:
		want, flags = f.special(f.double(a)/f.double(b), a, b)
		if f.finite(a, b) && f.value(a).Sign() != 0 {
			flags |= flagDZ
		}
	default:
		want, flags = f.rounded(new(big.Rat).Quo(f.value(a), f.value(b)), mode, (a^b)&f.sign() != 0)
	}
	s.check(t, pattern(want), flags, "fp_div", f, a, b, mode)
}

func (s semantics) sqrt(t fataler, f layout, a uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	if host := math.Sqrt(f.double(a)); !f.finite(a) || host == 0 || math.IsNaN(host) {
		want, flags = f.special(host, a)
	} else {
		want, flags = f.round(false, root{f.value(a)}, mode)
	}
	s.check(t, pattern(want), flags, "fp_sqrt", f, a, mode)
}

func (s semantics) fma(t fataler, f layout, a, b, c uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	if !f.finite(a, b, c) {
		product := f.double(a) * f.double(b)
		if math.IsInf(f.double(a), 0) || math.IsInf(f.double(b), 0) {
			want, flags = f.special(product+f.double(c), a, b, c)
		} else {
			// A finite product is no more than a sign here: the host's may overflow.
			want, flags = f.special(math.Copysign(1, f.double(a)*f.double(b))+f.double(c), a, b, c)
			if f.isNaN(a) || f.isNaN(b) {
				want = f.nan()
			}
		}
		if math.IsNaN(product) && !f.isNaN(a) && !f.isNaN(b) {
			want, flags = f.nan(), flagNV // infinity times zero, whatever is added
		}
	} else {
		x := new(big.Rat).Mul(f.value(a), f.value(b))
		negative := mode == rdn
		if (a^b^c)&f.sign() == 0 {
			negative = c&f.sign() != 0
		}
		want, flags = f.rounded(x.Add(x, f.value(c)), mode, negative)
	}
	s.check(t, pattern(want), flags, "fp_fma", f, a, b, c, mode)
}

func (s semantics) convert(t fataler, from, to layout, a uint64, mode int) {
	t.Helper()
	var want uint64
	var flags int
	if !from.finite(a) {
		if want, flags = to.special(from.double(a)); from.isNaN(a) {
			want, flags = to.nan(), 0
			if from.isSignaling(a) {
				flags = flagNV
			}
		}
	} else {
		want, flags = to.rounded(from.value(a), mode, a&from.sign() != 0)
	}
	s.check(t, pattern(want), flags, "fp_convert", from, to, a, mode)
}

// integral rounds a rational to an integer.
func integral(x *big.Rat, mode int) (n *big.Int, exact bool) {
	if x.IsInt() {
		return x.Num(), true
	}
	lower := new(big.Int).Div(x.Num(), x.Denom()) // Euclidean: towards minus infinity, as the divisor is positive
	upper := new(big.Int).Add(lower, big.NewInt(1))
	inner, outer := lower, upper // by magnitude
	if x.Sign() < 0 {
		inner, outer = upper, lower
	}
	magnitude := rational{new(big.Rat).Abs(x)}
	if picks(mode, x.Sign() < 0, magnitude, new(big.Rat).SetInt(new(big.Int).Abs(inner)), new(big.Rat).SetInt(new(big.Int).Abs(outer)), inner.Bit(0) == 1) {
		return outer, false
	}
	return inner, false
}

func (s semantics) integers(t fataler, f layout, a uint64, mode int) {
	t.Helper()
	for _, width := range []uint{8, 16, 32, 64} {
		for _, signed := range []bool{true, false} {
			least, most := new(big.Int), new(big.Int).Lsh(big.NewInt(1), width)
			if signed {
				most.Rsh(most, 1)
				least.Neg(most)
			}
			most.Sub(most, big.NewInt(1))
			want, flags := most, flagNV
			switch {
			case f.isNaN(a):
			case !f.finite(a):
				if a&f.sign() != 0 {
					want = least
				}
			default:
				n, exact := integral(f.value(a), mode)
				switch {
				case n.Cmp(least) < 0:
					want = least
				case n.Cmp(most) > 0:
				case exact:
					want, flags = n, 0
				default:
					want, flags = n, flagNX
				}
			}
			s.check(t, want, flags, "fp_to_int", f, a, mode, int(width), signed)
		}
	}
	for _, exact := range []bool{false, true} {
		want, flags := a, 0
		switch {
		case f.isNaN(a):
			if want = f.nan(); f.isSignaling(a) {
				flags = flagNV
			}
		case f.finite(a):
			n, same := integral(f.value(a), mode)
			want, _ = f.rounded(new(big.Rat).SetInt(n), rne, a&f.sign() != 0)
			if exact && !same {
				flags = flagNX
			}
		}
		s.check(t, pattern(want), flags, "fp_round_to_int", f, a, mode, exact)
	}
}

// edges are the patterns next to which a format's behaviour changes, and their negatives.
func (f layout) edges() []uint64 {
	one := uint64(f.emax()) << (f.precision - 1)
	list := []uint64{
		0, 1, 2, 3, f.normal()/2 + 1, f.normal() - 1, f.normal(), f.normal() + 1, 2 * f.normal(), 2*f.normal() + 1,
		one / 2, one - 1, one, one + 1, one + f.normal()/2, one + f.normal() - 1, one + f.normal(), one + f.normal()*3/2,
		f.infinity() - f.normal(), f.infinity() - 2, f.infinity() - 1, f.infinity(),
		f.infinity() + 1, f.nan() - 1, f.nan(), f.nan() + 1, f.sign() - 1,
	}
	for _, a := range list {
		list = append(list, a|f.sign())
	}
	return list
}

// Every pair of edge values of binary16, in every mode.
func TestBinary16Edges(t *testing.T) {
	s, f := newSemantics(t), formats[0]
	edges := f.edges()
	for _, mode := range allModes {
		for _, a := range edges {
			s.sqrt(t, f, a, mode)
			s.integers(t, f, a, mode)
			for _, to := range formats {
				s.convert(t, f, to, a, mode)
			}
			for _, b := range edges {
				s.add(t, f, a, b, mode)
				s.mul(t, f, a, b, mode)
				s.div(t, f, a, b, mode)
			}
		}
	}
}

func TestBinary16Fused(t *testing.T) {
	s, f := newSemantics(t), formats[0]
	values := []uint64{0, 0x8000, 1, 0x8001, 0x3ff, 0x400, 0x3c00, 0xbc01, 0x3bff, 0x7bff, 0x7c00, 0xfc00, 0x7d00, 0xfe01}
	for _, mode := range allModes {
		for _, a := range values {
			for _, b := range values {
				for _, c := range values {
					s.fma(t, f, a, b, c, mode)
				}
			}
		}
	}
}

// Every pattern of binary16 through what takes one operand.
func TestBinary16Whole(t *testing.T) {
	s, f := newSemantics(t), formats[0]
	step := 1
	if testing.Short() {
		step = 37
	}
	for a := 0; a < 1<<16; a += step {
		mode := allModes[a%len(allModes)]
		s.sqrt(t, f, uint64(a), mode)
		s.convert(t, f, formats[1], uint64(a), mode)
		s.convert(t, f, formats[2], uint64(a), mode)
	}
}

// drawn is an operand near an edge as often as not, and else any.
func (f layout) drawn(t *rapid.T, label string) uint64 {
	edges := f.edges()
	mask := f.sign()<<1 - 1
	switch rapid.IntRange(0, 3).Draw(t, label+" kind") {
	case 0:
		return rapid.SampledFrom(edges).Draw(t, label)
	case 1:
		return (rapid.SampledFrom(edges).Draw(t, label) + rapid.Uint64Range(0, 8).Draw(t, label+" distance")) & mask
	case 2: // few significant bits: ties and exact results
		return rapid.Uint64().Draw(t, label) & mask &^ (f.normal()>>2 - 1)
	}
	return rapid.Uint64().Draw(t, label) & mask
}

// Anything, in every format and mode.
func TestRandomArithmetic(t *testing.T) {
	s := newSemantics(t)
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				a, b, c := f.drawn(t, "a"), f.drawn(t, "b"), f.drawn(t, "c")
				n := rapid.Uint64().Draw(t, "n") >> rapid.IntRange(0, 63).Draw(t, "shift")
				for _, mode := range allModes {
					s.add(t, f, a, b, mode)
					s.mul(t, f, a, b, mode)
					s.div(t, f, a, b, mode)
					s.sqrt(t, f, a, mode)
					s.fma(t, f, a, b, c, mode)
					s.integers(t, f, a, mode)
					for _, to := range formats {
						s.convert(t, f, to, a, mode)
					}
					for _, n := range []*big.Int{pattern(n), big.NewInt(int64(n))} {
						want, flags := f.rounded(new(big.Rat).SetInt(n), mode, false)
						s.check(t, pattern(want), flags, "fp_from_int", f, n, mode)
					}
				}
			})
		})
	}
}

// The host agrees on binary64, rounded to nearest.
func TestHostArithmetic(t *testing.T) {
	s, f := newSemantics(t), formats[3]
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := f.drawn(t, "a"), f.drawn(t, "b"), f.drawn(t, "c")
		x, y, z := math.Float64frombits(a), math.Float64frombits(b), math.Float64frombits(c)
		for _, r := range []struct {
			host float64
			name string
			args []any
		}{
			{x + y, "fp_add", []any{f, a, b, rne}},
			{x - y, "fp_sub", []any{f, a, b, rne}},
			{x * y, "fp_mul", []any{f, a, b, rne}},
			{x / y, "fp_div", []any{f, a, b, rne}},
			{math.Sqrt(x), "fp_sqrt", []any{f, a, rne}},
			{math.FMA(x, y, z), "fp_fma", []any{f, a, b, c, rne}},
		} {
			want := math.Float64bits(r.host)
			if math.IsNaN(r.host) {
				want = f.nan()
			}
			if got, _ := s.call(t, r.name, r.args...); got.Cmp(pattern(want)) != 0 {
				t.Fatalf("%s(%s) = %#x; the host says %#x", r.name, listed(r.args), got, want)
			}
		}
	})
}

// Comparisons, extremes, classes and signs by their sentences in the F chapter.
func TestOrder(t *testing.T) {
	s := newSemantics(t)
	for _, f := range formats {
		for _, a := range f.edges() {
			for _, b := range f.edges() {
				nan := f.isNaN(a) || f.isNaN(b)
				signaling := f.isSignaling(a) || f.isSignaling(b)
				for _, c := range []struct {
					name  string
					holds bool
					quiet bool
				}{
					{"fp_eq", f.double(a) == f.double(b), true},
					{"fp_lt", f.double(a) < f.double(b), false},
					{"fp_le", f.double(a) <= f.double(b), false},
					{"fp_ltq", f.double(a) < f.double(b), true},
					{"fp_leq", f.double(a) <= f.double(b), true},
				} {
					want, flags := int64(0), 0
					if c.holds {
						want = 1
					}
					if signaling || nan && !c.quiet {
						flags = flagNV
					}
					s.check(t, big.NewInt(want), flags, c.name, f, a, b)
				}
				flags := 0
				if signaling {
					flags = flagNV
				}
				for _, c := range []struct {
					name   string
					host   float64
					number bool
				}{
					{"fp_min", math.Min(f.double(a), f.double(b)), true},
					{"fp_max", math.Max(f.double(a), f.double(b)), true},
					{"fp_minm", math.Min(f.double(a), f.double(b)), false},
					{"fp_maxm", math.Max(f.double(a), f.double(b)), false},
				} {
					var want uint64
					switch {
					case !nan && math.Float64bits(c.host) == math.Float64bits(f.double(a)):
						want = a
					case !nan:
						want = b
					case c.number && !f.isNaN(a):
						want = a
					case c.number && !f.isNaN(b):
						want = b
					default:
						want = f.nan()
					}
					s.check(t, pattern(want), flags, c.name, f, a, b)
				}
			}
		}
	}
}

func TestClasses(t *testing.T) {
	s := newSemantics(t)
	for _, f := range formats {
		for _, c := range []struct {
			a    uint64
			want int64
		}{
			{f.sign() | f.infinity(), 1 << 0},
			{f.sign() | f.infinity() - 1, 1 << 1},
			{f.sign() | f.normal(), 1 << 1},
			{f.sign() | f.normal() - 1, 1 << 2},
			{f.sign() | 1, 1 << 2},
			{f.sign(), 1 << 3},
			{0, 1 << 4},
			{1, 1 << 5},
			{f.normal() - 1, 1 << 5},
			{f.normal(), 1 << 6},
			{f.infinity() - 1, 1 << 6},
			{f.infinity(), 1 << 7},
			{f.infinity() + 1, 1 << 8},
			{f.nan() - 1, 1 << 8},
			{f.sign() | f.nan() - 1, 1 << 8},
			{f.nan(), 1 << 9},
			{2*f.sign() - 1, 1 << 9},
		} {
			v, err := starlark.Call(&s.thread, s.names["fp_class"], starlark.Tuple{s.names[f.name], starlark.MakeUint64(c.a)}, nil)
			if err != nil {
				t.Fatal(blame.Located(err))
			}
			if got, _ := v.(starlark.Int).Int64(); got != c.want {
				t.Errorf("fp_class(%s, %#x) = %#x, want %#x", f.name, c.a, got, c.want)
			}
		}
	}
}

func TestModularConversion(t *testing.T) {
	s, f := newSemantics(t), formats[3]
	for _, c := range []struct {
		value float64
		want  int64
		flags int
	}{
		{0, 0, 0}, {math.Copysign(0, -1), 0, 0}, {-1.9, -1, flagNX}, {1 << 31, -1 << 31, flagNV},
		{1<<31 - 0.5, 1<<31 - 1, flagNX}, {-1<<31 - 1, 1<<31 - 1, flagNV}, {1<<32 + 5.5, 5, flagNV},
		{-(1<<32 + 5), -5, flagNV}, {1 << 84, 0, flagNV}, {1<<52 + 3, 3, flagNV}, {math.MaxFloat64, 0, flagNV},
		{math.Inf(1), 0, flagNV}, {math.Inf(-1), 0, flagNV}, {math.NaN(), 0, flagNV}, {0x1p-1074, 0, flagNX},
	} {
		s.check(t, big.NewInt(c.want), c.flags, "fp_to_int_modular", f, math.Float64bits(c.value), 32)
	}
}

// The manual's examples, its tables of exceptions, and the accuracy that it promises.
func TestEstimates(t *testing.T) {
	s := newSemantics(t)
	single := formats[2]
	for _, c := range []struct {
		a, rsqrt   uint64
		rsqrtFlags int
		rec        uint64
		recFlags   int
		recRTZ     uint64
	}{
		{0x00718abc, 0x5f080000, 0, 0x7e900000, 0, 0x7e900000},
		{0x7f765432, 0x1f820000, 0, 0x00214000, 0, 0x00214000},
		{0, 0x7f800000, flagDZ, 0x7f800000, flagDZ, 0x7f800000},
		{0x80000000, 0xff800000, flagDZ, 0xff800000, flagDZ, 0xff800000},
		{0x7f800000, 0, 0, 0, 0, 0},
		{0xff800000, 0x7fc00000, flagNV, 0x80000000, 0, 0x80000000},
		{0x7f800001, 0x7fc00000, flagNV, 0x7fc00000, flagNV, 0x7fc00000},
		{0xffc00001, 0x7fc00000, 0, 0x7fc00000, 0, 0x7fc00000},
		{0x3f800000, 0x3f7f0000, 0, 0x3f7f0000, 0, 0x3f7f0000}, // entry 64 of one table, 0 of the other
		{0x40000000, 0x3f340000, 0, 0x3eff0000, 0, 0x3eff0000}, // entry 0 of both
		{0x80000001, 0x7fc00000, flagNV, 0xff800000, flagOF | flagNX, 0xff7fffff},
	} {
		s.check(t, pattern(c.rsqrt), c.rsqrtFlags, "fp_rsqrt7", single, c.a)
		s.check(t, pattern(c.rec), c.recFlags, "fp_rec7", single, c.a, rne)
		s.check(t, pattern(c.recRTZ), c.recFlags, "fp_rec7", single, c.a, rtz)
	}
	for _, c := range []struct {
		a    uint64
		mode int
		want uint64
	}{
		{0x001fffff, rdn, 0x7f7fffff}, {0x001fffff, rup, 0x7f800000}, {0x001fffff, rmm, 0x7f800000},
		{0x801fffff, rdn, 0xff800000}, {0x801fffff, rup, 0xff7fffff}, {0x801fffff, rmm, 0xff800000},
	} {
		s.check(t, pattern(c.want), flagOF|flagNX, "fp_rec7", single, c.a, c.mode)
	}
	for _, f := range []layout{formats[0], formats[2], formats[3]} {
		rapid.Check(t, func(t *rapid.T) {
			a := f.drawn(t, "a") &^ f.sign()
			if !f.finite(a) || a == 0 || f.width == 64 && a < f.normal() {
				return
			}
			x := f.double(a)
			got, flags := s.call(t, "fp_rsqrt7", f, a)
			if e := f.double(got.Uint64())*math.Sqrt(x) - 1; flags != 0 || math.Abs(e) > 1.0/128 {
				t.Fatalf("fp_rsqrt7(%s, %#x) = %#x is off by %g", f.name, a, got, e)
			}
			got, flags = s.call(t, "fp_rec7", f, a, rne)
			if flags != 0 {
				if got.Uint64() != f.infinity() {
					t.Fatalf("fp_rec7(%s, %#x) = %#x with flags %#x", f.name, a, got, flags)
				}
				return
			}
			if e := f.double(got.Uint64())*x - 1; math.Abs(e) > 1.0/128 {
				t.Fatalf("fp_rec7(%s, %#x) = %#x is off by %g", f.name, a, got, e)
			}
		})
	}
}
