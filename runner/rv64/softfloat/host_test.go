package softfloat

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Where the host's arithmetic is taken, it gives what the integer path gives: operands close enough
// to meet, and exact results among them.
func TestHostAgrees(t *testing.T) {
	n := 300_000
	if testing.Short() {
		n = 30_000
	}
	r := rand.New(rand.NewPCG(11, 12))
	d, s := &layouts[Binary64], &layouts[Binary32]
	draw := func(f Format, list []uint64) uint64 {
		a := random(r, f, list)
		if r.IntN(3) == 0 { // few significant bits: exact results
			a &^= 1<<(precision(f)*2/3) - 1
		}
		return a
	}
	doubles, singles := edges(Binary64), edges(Binary32)
	taken := map[string]int{}
	for range n {
		rm := modes[r.IntN(len(modes))]
		a, b, c := draw(Binary64, doubles), draw(Binary64, doubles), draw(Binary64, doubles)
		x, y, z := uint32(draw(Binary32, singles)), uint32(draw(Binary32, singles)), uint32(draw(Binary32, singles))
		check := func(name string, have uint64, hf Flags, ok bool, want uint64, wf Flags) {
			if !ok {
				return
			}
			taken[name]++
			if have != want || hf != wf {
				t.Fatalf("%s, mode %d, %#x %#x %#x or %#x %#x %#x: host %#x flags %05b, integers %#x flags %05b", name, rm, a, b, c, x, y, z, have, hf, want, wf)
			}
		}
		check64 := func(name string, r uint64, flags Flags, ok bool, integers func() (uint64, Flags)) {
			want, wf := integers()
			check(name, r, flags, ok, want, wf)
		}
		check32 := func(name string, r uint32, flags Flags, ok bool, integers func() (uint64, Flags)) {
			want, wf := integers()
			check(name, uint64(r), flags, ok, want, wf)
		}
		h, flags, ok := hostAdd64(a, b, rm)
		check64("add64", h, flags, ok, func() (uint64, Flags) { return d.add(a, b, rm) })
		h, flags, ok = hostMul64(a, b, rm)
		check64("mul64", h, flags, ok, func() (uint64, Flags) { return d.mul(a, b, rm) })
		h, flags, ok = hostDiv64(a, b, rm)
		check64("div64", h, flags, ok, func() (uint64, Flags) { return d.div(a, b, rm) })
		h, flags, ok = hostSqrt64(a, rm)
		check64("sqrt64", h, flags, ok, func() (uint64, Flags) { return d.sqrt(a, rm) })
		h, flags, ok = hostFMA64(a, b, c, rm)
		check64("fma64", h, flags, ok, func() (uint64, Flags) { return d.fma(a, b, c, rm) })
		g, flags, ok := hostAdd32(x, y, rm)
		check32("add32", g, flags, ok, func() (uint64, Flags) { return s.add(uint64(x), uint64(y), rm) })
		g, flags, ok = hostMul32(x, y, rm)
		check32("mul32", g, flags, ok, func() (uint64, Flags) { return s.mul(uint64(x), uint64(y), rm) })
		g, flags, ok = hostDiv32(x, y, rm)
		check32("div32", g, flags, ok, func() (uint64, Flags) { return s.div(uint64(x), uint64(y), rm) })
		g, flags, ok = hostSqrt32(x, rm)
		check32("sqrt32", g, flags, ok, func() (uint64, Flags) { return s.sqrt(uint64(x), rm) })
		g, flags, ok = hostFMA32(x, y, z, rm)
		check32("fma32", g, flags, ok, func() (uint64, Flags) { return s.fma(uint64(x), uint64(y), uint64(z), rm) })
		g, flags, ok = hostNarrow(a, rm)
		check32("narrow", g, flags, ok, func() (uint64, Flags) { return Binary32.From(Binary64, a, rm) })
	}
	for _, name := range []string{"add64", "mul64", "div64", "sqrt64", "fma64", "add32", "mul32", "div32", "sqrt32", "fma32", "narrow"} {
		if taken[name] < n/20 {
			t.Errorf("%s took the host's arithmetic %d times of %d: the test shows nothing", name, taken[name], n)
		}
	}
}

// The integer path gives the values that the host gives.
func TestIntegersAgreeWithHost(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	list := edges(Binary64)
	l := &layouts[Binary64]
	for range 100_000 {
		a, b, c := random(r, Binary64, list), random(r, Binary64, list), random(r, Binary64, list)
		x, y, z := math.Float64frombits(a), math.Float64frombits(b), math.Float64frombits(c)
		sum, _ := l.add(a, b, RNE)
		product, _ := l.mul(a, b, RNE)
		quotient, _ := l.div(a, b, RNE)
		root, _ := l.sqrt(a, RNE)
		fused, _ := l.fma(a, b, c, RNE)
		for k, v := range [...]struct {
			have uint64
			want float64
		}{{sum, x + y}, {product, x * y}, {quotient, x / y}, {root, math.Sqrt(x)}, {fused, math.FMA(x, y, z)}} {
			want := math.Float64bits(v.want)
			if v.want != v.want {
				want = Binary64.NaN()
			}
			if v.have != want {
				t.Fatalf("operation %d, %#x %#x %#x: %#x, host %#x", k, a, b, c, v.have, want)
			}
		}
	}
}

func FuzzOperations(f *testing.F) {
	ops := operations()
	f.Add(uint8(0), uint8(3), uint64(0x3ff0000000000001), uint64(0xbff0000000000000), uint64(1))
	f.Add(uint8(2), uint8(3), uint64(0x0010000000000000), uint64(0x3fefffffffffffff), uint64(0))
	f.Add(uint8(4), uint8(2), uint64(0x7f800000), uint64(0), uint64(0x7fc00000))
	f.Add(uint8(5), uint8(0), uint64(0x3c01), uint64(0), uint64(0))
	f.Fuzz(func(t *testing.T, op, format uint8, a, b, c uint64) {
		fm := formats[int(format)%len(formats)]
		mask := ^uint64(0) >> (64 - width(fm))
		if err := ops[int(op)%len(ops)].check(fm, a&mask, b&mask, c&mask); err != nil {
			t.Fatal(err)
		}
	})
}
