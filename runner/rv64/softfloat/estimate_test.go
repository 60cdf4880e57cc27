package softfloat

import (
	"math"
	"testing"
)

// The examples of the V chapter.
func TestEstimateExamples(t *testing.T) {
	for _, test := range []struct{ in, rsqrt, rec uint32 }{
		{0x00718abc, 0x5f080000, 0x7e900000},
		{0x7f765432, 0x1f820000, 0x00214000},
	} {
		if r, flags := RSqrt7_32(test.in); r != test.rsqrt || flags != 0 {
			t.Errorf("rsqrt7 of %#x: %#x flags %05b, want %#x", test.in, r, flags, test.rsqrt)
		}
		if r, flags := Rec7_32(test.in, RNE); r != test.rec || flags != 0 {
			t.Errorf("rec7 of %#x: %#x flags %05b, want %#x", test.in, r, flags, test.rec)
		}
	}
}

func TestEstimateSpecials(t *testing.T) {
	for _, f := range formats {
		n, i, s := f.NaN(), f.Infinity(), f.SignBit()
		greatest := i - 1
		low := uint64(1) << (precision(f) - 4) // below 2^-(emax+1): its reciprocal overflows
		for _, test := range []struct {
			name  string
			have  func(uint64, Mode) (uint64, Flags)
			in    uint64
			rm    Mode
			want  uint64
			flags Flags
		}{
			{"rec7", f.Rec7, 0, RNE, i, DZ}, {"rec7", f.Rec7, s, RNE, s | i, DZ},
			{"rec7", f.Rec7, i, RNE, 0, 0}, {"rec7", f.Rec7, s | i, RNE, s, 0},
			{"rec7", f.Rec7, n, RNE, n, 0}, {"rec7", f.Rec7, i + 1, RNE, n, NV},
			{"rec7", f.Rec7, low, RNE, i, NX | OF}, {"rec7", f.Rec7, low, RMM, i, NX | OF}, {"rec7", f.Rec7, low, RUP, i, NX | OF},
			{"rec7", f.Rec7, low, RTZ, greatest, NX | OF}, {"rec7", f.Rec7, low, RDN, greatest, NX | OF},
			{"rec7", f.Rec7, s | low, RDN, s | i, NX | OF}, {"rec7", f.Rec7, s | low, RUP, s | greatest, NX | OF},
			{"rsqrt7", rsqrt(f), 0, RNE, i, DZ}, {"rsqrt7", rsqrt(f), s, RNE, s | i, DZ},
			{"rsqrt7", rsqrt(f), i, RNE, 0, 0}, {"rsqrt7", rsqrt(f), s | i, RNE, n, NV},
			{"rsqrt7", rsqrt(f), s | 1, RNE, n, NV}, {"rsqrt7", rsqrt(f), n | s, RNE, n, 0}, {"rsqrt7", rsqrt(f), i + 1, RNE, n, NV},
		} {
			if have, flags := test.have(test.in, test.rm); have != test.want || flags != test.flags {
				t.Errorf("%s of format %d, %#x, mode %d: %#x flags %05b, want %#x flags %05b", test.name, f, test.in, test.rm, have, flags, test.want, test.flags)
			}
		}
	}
}

func rsqrt(f Format) func(uint64, Mode) (uint64, Flags) {
	return func(a uint64, _ Mode) (uint64, Flags) { return f.RSqrt7(a) }
}

// Every finite result of the 16-bit formats is within 1/128 of the true value, and raises nothing.
func TestEstimateErrors(t *testing.T) {
	double := func(f Format, a uint64) float64 {
		d, _ := Binary64.From(f, a, RNE)
		return math.Float64frombits(d)
	}
	for _, f := range []Format{Binary16, BFloat16} {
		for a := uint64(1); a < f.Infinity(); a++ {
			x := double(f, a)
			r, flags := f.RSqrt7(a)
			if e := double(f, r)*math.Sqrt(x) - 1; math.Abs(e) > 1.0/128 || flags != 0 {
				t.Fatalf("rsqrt7 of format %d, %#x: %#x, wrong by %g, flags %05b", f, a, r, e, flags)
			}
			r, flags = f.Rec7(a, RNE)
			if flags != 0 {
				continue
			}
			// A subnormal result loses up to two more bits.
			if e := double(f, r)*x - 1; math.Abs(e) > 4.0/128 || math.Abs(e) > 1.0/128 && r > f.Infinity()>>1 {
				t.Fatalf("rec7 of format %d, %#x: %#x, wrong by %g", f, a, r, e)
			}
		}
	}
}
