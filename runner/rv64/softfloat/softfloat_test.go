package softfloat

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// operations are held to their definitions, for operands of one format.
type operation struct {
	name     string
	operands int
	have     func(f Format, a, b, c uint64, rm Mode) (uint64, Flags)
	want     func(f Format, a, b, c uint64, rm Mode) (uint64, Flags)
}

func operations() []operation {
	ops := []operation{
		{"add", 2, func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return f.Add(a, b, rm) },
			func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return addExact(f, a, b, rm) }},
		{"sub", 2, func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return f.Sub(a, b, rm) },
			func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return addExact(f, a, b^minus(f, true), rm) }},
		{"mul", 2, func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return f.Mul(a, b, rm) },
			func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return mulExact(f, a, b, rm) }},
		{"div", 2, func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return f.Div(a, b, rm) },
			func(f Format, a, b, _ uint64, rm Mode) (uint64, Flags) { return divExact(f, a, b, rm) }},
		{"fma", 3, Format.FMA, fmaExact},
		{"sqrt", 1, func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return f.Sqrt(a, rm) },
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return sqrtExact(f, a, rm) }},
		{"round", 1, func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return f.RoundToInt(a, rm, true) },
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return integralExact(f, a, rm) }},
		{"round quietly", 1, func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return f.RoundToInt(a, rm, false) },
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) {
				r, flags := integralExact(f, a, rm)
				return r, flags &^ NX
			}},
	}
	for _, to := range formats {
		ops = append(ops, operation{fmt.Sprintf("to format %d", to), 1,
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return convert(to, f, a, rm) },
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return convertExact(to, f, a, rm) }})
	}
	for _, w := range []uint{8, 16, 32, 64} {
		one := big.NewInt(1)
		half := new(big.Int).Lsh(one, w-1)
		full := new(big.Int).Lsh(one, w)
		ops = append(ops, operation{fmt.Sprintf("to int%d", w), 1,
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) {
				v, flags := f.ToInt(a, w, rm)
				return uint64(v), flags
			},
			func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) {
				return integerExact(f, a, new(big.Int).Neg(half), new(big.Int).Sub(half, one), rm)
			}},
			operation{fmt.Sprintf("to uint%d", w), 1,
				func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) { return f.ToUint(a, w, rm) },
				func(f Format, a, _, _ uint64, rm Mode) (uint64, Flags) {
					return integerExact(f, a, new(big.Int), new(big.Int).Sub(full, one), rm)
				}})
	}
	return ops
}

// convert takes the functions with formats in their names where there are such.
func convert(to, from Format, a uint64, rm Mode) (uint64, Flags) {
	switch {
	case from == Binary64 && to == Binary32:
		r, flags := F64ToF32(a, rm)
		return uint64(r), flags
	case from == Binary32 && to == Binary64:
		return F32ToF64(uint32(a), rm)
	default:
		return to.From(from, a, rm)
	}
}

func (o operation) check(f Format, a, b, c uint64) error {
	for _, rm := range modes {
		have, hf := o.have(f, a, b, c, rm)
		want, wf := o.want(f, a, b, c, rm)
		if have != want || hf != wf {
			return fmt.Errorf("%s of format %d, mode %d, %#x %#x %#x: %#x flags %05b, want %#x flags %05b", o.name, f, rm, a, b, c, have, hf, want, wf)
		}
	}
	return nil
}

func TestEdges(t *testing.T) {
	for _, f := range formats {
		list := edges(f)
		for _, o := range operations() {
			r := rand.New(rand.NewPCG(uint64(f), 1))
			bs := list
			if o.operands == 1 {
				bs = list[:1]
			}
			for _, a := range list {
				for _, b := range bs {
					if err := o.check(f, a, b, list[r.IntN(len(list))]); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	}
}

func TestRandomOperands(t *testing.T) {
	n := 6000
	if testing.Short() {
		n = 1000
	}
	for _, f := range formats {
		list := edges(f)
		for _, o := range operations() {
			r := rand.New(rand.NewPCG(uint64(f), 2))
			for range n {
				if err := o.check(f, random(r, f, list), random(r, f, list), random(r, f, list)); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func TestProperties(t *testing.T) {
	ops := operations()
	rapid.Check(t, func(rt *rapid.T) {
		f := rapid.SampledFrom(formats).Draw(rt, "format")
		pattern := rapid.OneOf(rapid.SampledFrom(edges(f)), rapid.Uint64Max(^uint64(0)>>(64-width(f))))
		o := rapid.SampledFrom(ops).Draw(rt, "operation")
		if err := o.check(f, pattern.Draw(rt, "a"), pattern.Draw(rt, "b"), pattern.Draw(rt, "c")); err != nil {
			rt.Fatal(err)
		}
	})
}

// Sums and products that cancel to what lies far below, and quotients and roots next to ties.
func TestCloseCalls(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	ops := operations()
	for _, f := range formats {
		list := edges(f)
		for range 5000 {
			a, b := random(r, f, list), random(r, f, list)
			p, _ := f.Mul(a, b, RNE)
			for _, c := range []uint64{p, p ^ f.SignBit(), (p ^ f.SignBit()) + 1, a ^ f.SignBit()} {
				c &= f.SignBit()<<1 - 1
				for _, o := range ops[:5] {
					if err := o.check(f, a, b, c); err != nil {
						t.Fatal(err)
					}
				}
				if err := ops[3].check(f, p, a, c); err != nil {
					t.Fatal(err)
				}
			}
			square, _ := f.Mul(a, a, RNE)
			if err := ops[5].check(f, square, 0, 0); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// Every operand of the 16-bit formats.
func TestAllOf16Bits(t *testing.T) {
	step := uint64(1)
	if testing.Short() {
		step = 13
	}
	for _, f := range []Format{Binary16, BFloat16} {
		for _, o := range operations() {
			if o.operands != 1 {
				continue
			}
			for a := uint64(0); a < 1<<16; a += step {
				if err := o.check(f, a, 0, 0); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

func TestFromIntegers(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	values := []uint64{0, 1, 2, 3, 1<<11 - 1, 1<<11 + 1, 65503, 65504, 65519, 65520, 1<<24 + 1, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1<<53 - 1, 1<<53 + 1, 1<<54 + 2, 1<<63 - 1, 1 << 63, ^uint64(0), ^uint64(0) - 1024}
	for range 3000 {
		values = append(values, r.Uint64()>>r.IntN(64))
	}
	for _, f := range formats {
		for _, v := range values {
			for _, rm := range modes {
				want, wf := uint64(0), Flags(0)
				if v != 0 {
					want, wf = rounded(f, exact{m: new(big.Int).SetUint64(v)}, rm)
				}
				if have, hf := f.FromUint(v, rm); have != want || hf != wf {
					t.Fatalf("format %d from %d, mode %d: %#x flags %05b, want %#x flags %05b", f, v, rm, have, hf, want, wf)
				}
				s := int64(v)
				want, wf = 0, 0
				if s != 0 {
					want, wf = rounded(f, exact{neg: s < 0, m: new(big.Int).Abs(big.NewInt(s))}, rm)
				}
				if have, hf := f.FromInt(s, rm); have != want || hf != wf {
					t.Fatalf("format %d from %d, mode %d: %#x flags %05b, want %#x flags %05b", f, s, rm, have, hf, want, wf)
				}
			}
		}
	}
}

func TestModularConversion(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	list := edges(Binary64)
	for range 20000 {
		a := random(r, Binary64, list)
		var want int64
		if !isNaN(Binary64, a) && !isInf(Binary64, a) {
			x := valueOf(Binary64, a)
			n, _ := toQuantum(x, 0, RTZ)
			if x.neg {
				n.Neg(n)
			}
			want = int64(int32(n.And(n, big.NewInt(1<<32-1)).Uint64()))
		}
		low, high := big.NewInt(-1<<31), big.NewInt(1<<31-1)
		_, wf := integerExact(Binary64, a, low, high, RTZ)
		if have, hf := ToIntMod64(a); have != want || hf != wf {
			t.Fatalf("%#x: %#x flags %05b, want %#x flags %05b", a, have, hf, want, wf)
		}
	}
}

// compareExact is -1, 0 or 1, or 2 when an operand is NaN.
func compareExact(f Format, a, b uint64) int {
	if isNaN(f, a) || isNaN(f, b) {
		return 2
	}
	value := func(a uint64) *big.Rat {
		neg, _, _ := parts(f, a)
		r := new(big.Rat)
		if isInf(f, a) {
			r.SetInt(new(big.Int).Lsh(big.NewInt(1), 4000))
		} else {
			x := valueOf(f, a)
			r.SetInt(new(big.Int).Lsh(x.m, uint(x.e+1100)))
		}
		if neg {
			r.Neg(r)
		}
		return r
	}
	return value(a).Cmp(value(b))
}

func TestComparisons(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, f := range formats {
		list := edges(f)
		for k := range 8000 {
			a, b := random(r, f, list), random(r, f, list)
			switch k % 8 {
			case 0:
				b = a
			case 1:
				b = a ^ f.SignBit()
			case 2:
				a, b = minus(f, k&8 != 0), minus(f, k&16 != 0)
			}
			order := compareExact(f, a, b)
			unordered, signalled := raise(NV, order == 2), raise(NV, isSignalling(f, a) || isSignalling(f, b))
			for _, test := range []struct {
				name  string
				have  func(Format, uint64, uint64) (bool, Flags)
				want  bool
				flags Flags
			}{
				{"eq", Format.Eq, order == 0, signalled},
				{"lt", Format.Lt, order == -1, unordered},
				{"le", Format.Le, order == -1 || order == 0, unordered},
				{"ltq", Format.LtQuiet, order == -1, signalled},
				{"leq", Format.LeQuiet, order == -1 || order == 0, signalled},
			} {
				if have, hf := test.have(f, a, b); have != test.want || hf != test.flags {
					t.Fatalf("%s of format %d, %#x %#x: %v flags %05b, want %v flags %05b", test.name, f, a, b, have, hf, test.want, test.flags)
				}
			}
			an, _, _ := parts(f, a)
			smaller, larger := a, b // −0 is below +0
			if order == 1 || order == 0 && !an {
				smaller, larger = b, a
			}
			number := func(v uint64) uint64 {
				switch {
				case isNaN(f, a) && isNaN(f, b):
					return nan(f)
				case isNaN(f, a):
					return b
				case isNaN(f, b):
					return a
				}
				return v
			}
			quiet := func(v uint64) uint64 {
				if order == 2 {
					return nan(f)
				}
				return v
			}
			for _, test := range []struct {
				name string
				have func(Format, uint64, uint64) (uint64, Flags)
				want uint64
			}{
				{"min", Format.Min, number(smaller)}, {"max", Format.Max, number(larger)},
				{"minm", Format.Minimum, quiet(smaller)}, {"maxm", Format.Maximum, quiet(larger)},
			} {
				if have, hf := test.have(f, a, b); have != test.want || hf != signalled {
					t.Fatalf("%s of format %d, %#x %#x: %#x flags %05b, want %#x flags %05b", test.name, f, a, b, have, hf, test.want, signalled)
				}
			}
		}
	}
}

func TestClass(t *testing.T) {
	for _, f := range formats {
		for _, a := range edges(f) {
			neg, e, m := parts(f, a)
			var bit int
			switch {
			case isSignalling(f, a):
				bit = 8
			case isNaN(f, a):
				bit = 9
			case e == special(f):
				bit = 0
			case e == 0 && m == 0:
				bit = 3
			case e == 0:
				bit = 2
			default:
				bit = 1
			}
			if bit < 8 && !neg {
				bit = 7 - bit
			}
			if have := f.Class(a); have != 1<<bit {
				t.Errorf("format %d, %#x: %010b, want bit %d", f, a, have, bit)
			}
		}
	}
}

func TestBoxes(t *testing.T) {
	for _, test := range []struct {
		f             Format
		register      uint64
		value, boxing uint64
	}{
		{Binary32, 0xffffffff_3f800000, 0x3f800000, 0xffffffff_3f800000},
		{Binary32, 0xfffffffe_3f800000, 0x7fc00000, 0xffffffff_7fc00000},
		{Binary32, 0x00000000_3f800000, 0x7fc00000, 0xffffffff_7fc00000},
		{Binary16, 0xffffffff_ffff3c00, 0x3c00, 0xffffffff_ffff3c00},
		{Binary16, 0xffffffff_fffe3c00, 0x7e00, 0xffffffff_ffff7e00},
		{BFloat16, 0xffffffff_00003f80, 0x7fc0, 0xffffffff_ffff7fc0},
		{Binary64, 0x3ff00000_00000000, 0x3ff00000_00000000, 0x3ff00000_00000000},
	} {
		v := test.f.Unbox(test.register)
		if b := test.f.Box(v); v != test.value || b != test.boxing {
			t.Errorf("format %d, %#x: %#x boxed %#x, want %#x boxed %#x", test.f, test.register, v, b, test.value, test.boxing)
		}
	}
}

// The table of the Zfa chapter, in its patterns for binary32.
func TestConstants(t *testing.T) {
	exponents := []uint64{0x7f, 1, 0x6f, 0x70, 0x77, 0x78, 0x7b, 0x7c, 0x7d, 0x7d, 0x7d, 0x7d, 0x7e, 0x7e, 0x7e, 0x7e, 0x7f, 0x7f, 0x7f, 0x7f, 0x80, 0x80, 0x80, 0x81, 0x82, 0x83, 0x86, 0x87, 0x8e, 0x8f, 0xff, 0xff}
	significands := []uint64{9: 1, 10: 2, 11: 3, 13: 1, 14: 2, 15: 3, 17: 1, 18: 2, 19: 3, 21: 1, 22: 2, 31: 2}
	for n, e := range exponents {
		want := e<<23 | significands[n]<<21
		if n == 0 {
			want |= 1 << 31
		}
		if have := Binary32.Constant(uint8(n)); have != want {
			t.Errorf("constant %d is %#x, want %#x", n, have, want)
		}
	}
	for _, test := range []struct {
		f    Format
		n    uint8
		want uint64
	}{
		{Binary16, 0, 0xbc00}, {Binary16, 1, 0x0400}, {Binary16, 2, 0x0100}, {Binary16, 3, 0x0200}, {Binary16, 28, 0x7800},
		{Binary16, 29, 0x7c00}, {Binary16, 30, 0x7c00}, {Binary16, 31, 0x7e00},
		{Binary64, 1, 0x0010000000000000}, {Binary64, 29, 0x40f0000000000000}, {Binary64, 31, 0x7ff8000000000000},
	} {
		if have := test.f.Constant(test.n); have != test.want {
			t.Errorf("constant %d of format %d is %#x, want %#x", test.n, test.f, have, test.want)
		}
	}
}
