package softfloat

import (
	"math"
	"math/rand/v2"
	"testing"
)

// operands are ordinary numbers, whose sums and products are inexact.
func operands() [1024]uint64 {
	r := rand.New(rand.NewPCG(1, 1))
	var v [1024]uint64
	for k := range v {
		v[k] = math.Float64bits(r.NormFloat64())
	}
	return v
}

func bench64(b *testing.B, f func(a, b, c uint64) (uint64, Flags)) {
	v := operands()
	var r uint64
	var flags Flags
	k := 0
	for b.Loop() {
		p, g := f(v[k&1023], v[(k+1)&1023], v[(k+2)&1023])
		r ^= p
		flags |= g
		k++
	}
	if r == 1 && flags == 0 {
		b.Fatal("not reached")
	}
}

func BenchmarkAdd64(b *testing.B) {
	bench64(b, func(x, y, _ uint64) (uint64, Flags) { return Add64(x, y, RNE) })
}
func BenchmarkMul64(b *testing.B) {
	bench64(b, func(x, y, _ uint64) (uint64, Flags) { return Mul64(x, y, RNE) })
}
func BenchmarkDiv64(b *testing.B) {
	bench64(b, func(x, y, _ uint64) (uint64, Flags) { return Div64(x, y, RNE) })
}
func BenchmarkSqrt64(b *testing.B) {
	bench64(b, func(x, _, _ uint64) (uint64, Flags) { return Sqrt64(x&^(1<<63), RNE) })
}
func BenchmarkFMA64(b *testing.B) {
	bench64(b, func(x, y, z uint64) (uint64, Flags) { return FMA64(x, y, z, RNE) })
}
func BenchmarkAdd64Up(b *testing.B) {
	bench64(b, func(x, y, _ uint64) (uint64, Flags) { return Add64(x, y, RUP) })
}
func BenchmarkMul64Up(b *testing.B) {
	bench64(b, func(x, y, _ uint64) (uint64, Flags) { return Mul64(x, y, RUP) })
}
func BenchmarkFMA64Up(b *testing.B) {
	bench64(b, func(x, y, z uint64) (uint64, Flags) { return FMA64(x, y, z, RUP) })
}
func BenchmarkFMA32(b *testing.B) {
	bench64(b, func(x, y, z uint64) (uint64, Flags) {
		r, flags := FMA32(uint32(x>>29), uint32(y>>29), uint32(z>>29), RNE)
		return uint64(r), flags
	})
}
func BenchmarkFMA16(b *testing.B) {
	bench64(b, func(x, y, z uint64) (uint64, Flags) { return Binary16.FMA(x>>48, y>>48, z>>48, RNE) })
}
func BenchmarkToInt64(b *testing.B) {
	bench64(b, func(x, _, _ uint64) (uint64, Flags) {
		r, flags := Binary64.ToInt(x, 64, RTZ)
		return uint64(r), flags
	})
}
