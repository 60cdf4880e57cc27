package rv64

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"touchstone/runner/rv64/softfloat"
)

type (
	fmtF  = softfloat.Format
	modeF = softfloat.Mode
	flagF = softfloat.Flags
)

// elementwise says what a vector floating-point instruction does to one element, in the manual's terms: a is
// vs2, b is vs1 or the scalar, d the old vd; each already in the format of its operand.
type elementwise struct {
	forms string
	// Widths of d, vs2 and vs1 next to SEW: 1, 2, or 0 for a mask.
	d, a, b int
	ints    string // which of d and a are integers: "d", "a"
	f       func(k kit, a, b, d uint64) (uint64, flagF)
}

// kit is what an element is computed with: the format of SEW and of 2*SEW, and frm.
type kit struct {
	f, w fmtF
	sew  uint
	rm   modeF
}

// widened converts to 2*SEW.
func (k kit) widened(v uint64, flags *flagF) uint64 {
	r, raised := k.w.From(k.f, v, k.rm)
	*flags |= raised
	return r
}

func (k kit) int(f fmtF, v uint64, width uint, rm modeF) (uint64, flagF) {
	r, flags := f.ToInt(v, width, rm)
	return uint64(r), flags
}

func sign(v uint64, width uint) int64 { return int64(v<<(64-width)) >> (64 - width) }

func outcome(v bool, flags flagF) (uint64, flagF) { return flag(v), flags }

func opposite(v bool, flags flagF) (uint64, flagF) { return flag(!v), flags }

func vectorFloatElements() map[string]elementwise {
	neg := func(f fmtF, v uint64) uint64 { return v ^ f.SignBit() }
	wide := func(f func(k kit, a, b, d uint64) (uint64, flagF), widenA bool) func(k kit, a, b, d uint64) (uint64, flagF) {
		return func(k kit, a, b, d uint64) (uint64, flagF) {
			var flags flagF
			if widenA {
				a = k.widened(a, &flags)
			}
			b = k.widened(b, &flags)
			k.f = k.w
			r, raised := f(k, a, b, d)
			return r, flags | raised
		}
	}
	t := map[string]elementwise{}
	both := func(name string, f func(k kit, a, b, d uint64) (uint64, flagF)) {
		t[name] = elementwise{"vv vf", 1, 1, 1, "", f}
	}
	add := func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Add(a, b, k.rm) }
	sub := func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Sub(a, b, k.rm) }
	mul := func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Mul(a, b, k.rm) }
	both("vfadd", add)
	both("vfsub", sub)
	both("vfmul", mul)
	both("vfdiv", func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Div(a, b, k.rm) })
	t["vfrsub"] = elementwise{"vf", 1, 1, 1, "", func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Sub(b, a, k.rm) }}
	t["vfrdiv"] = elementwise{"vf", 1, 1, 1, "", func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Div(b, a, k.rm) }}
	both("vfmin", func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Min(a, b) })
	both("vfmax", func(k kit, a, b, _ uint64) (uint64, flagF) { return k.f.Max(a, b) })
	both("vfsgnj", func(k kit, a, b, _ uint64) (uint64, flagF) { return a&^k.f.SignBit() | b&k.f.SignBit(), 0 })
	both("vfsgnjn", func(k kit, a, b, _ uint64) (uint64, flagF) {
		return a&^k.f.SignBit() | (b&k.f.SignBit() ^ k.f.SignBit()), 0
	})
	both("vfsgnjx", func(k kit, a, b, _ uint64) (uint64, flagF) { return a ^ b&k.f.SignBit(), 0 })
	// vd = ±(vs1*vs2)±vd and vd = ±(vs1*vd)±vs2.
	macc := func(k kit, a, b, d uint64) (uint64, flagF) { return k.f.FMA(b, a, d, k.rm) }
	nmacc := func(k kit, a, b, d uint64) (uint64, flagF) { return k.f.FMA(neg(k.f, b), a, neg(k.f, d), k.rm) }
	msac := func(k kit, a, b, d uint64) (uint64, flagF) { return k.f.FMA(b, a, neg(k.f, d), k.rm) }
	nmsac := func(k kit, a, b, d uint64) (uint64, flagF) { return k.f.FMA(neg(k.f, b), a, d, k.rm) }
	both("vfmacc", macc)
	both("vfnmacc", nmacc)
	both("vfmsac", msac)
	both("vfnmsac", nmsac)
	both("vfmadd", func(k kit, a, b, d uint64) (uint64, flagF) { return macc(k, d, b, a) })
	both("vfnmadd", func(k kit, a, b, d uint64) (uint64, flagF) { return nmacc(k, d, b, a) })
	both("vfmsub", func(k kit, a, b, d uint64) (uint64, flagF) { return msac(k, d, b, a) })
	both("vfnmsub", func(k kit, a, b, d uint64) (uint64, flagF) { return nmsac(k, d, b, a) })
	for name, f := range map[string]func(k kit, a, b, d uint64) (uint64, flagF){
		"vfwadd": add, "vfwsub": sub, "vfwmul": mul, "vfwmacc": macc, "vfwnmacc": nmacc, "vfwmsac": msac, "vfwnmsac": nmsac,
	} {
		t[name] = elementwise{"vv vf", 2, 1, 1, "", wide(f, true)}
	}
	t["vfwadd.w"] = elementwise{"wv wf", 2, 2, 1, "", wide(add, false)}
	t["vfwsub.w"] = elementwise{"wv wf", 2, 2, 1, "", wide(sub, false)}

	compare := func(name, forms string, f func(k kit, a, b, _ uint64) (uint64, flagF)) {
		t[name] = elementwise{forms, 0, 1, 1, "d", f}
	}
	compare("vmfeq", "vv vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return outcome(k.f.Eq(a, b)) })
	compare("vmfne", "vv vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return opposite(k.f.Eq(a, b)) })
	compare("vmflt", "vv vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return outcome(k.f.Lt(a, b)) })
	compare("vmfle", "vv vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return outcome(k.f.Le(a, b)) })
	compare("vmfgt", "vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return outcome(k.f.Lt(b, a)) })
	compare("vmfge", "vf", func(k kit, a, b, _ uint64) (uint64, flagF) { return outcome(k.f.Le(b, a)) })

	unary := func(name string, d, a int, ints string, f func(k kit, a uint64) (uint64, flagF)) {
		t[name] = elementwise{"", d, a, 0, ints, func(k kit, a, _, _ uint64) (uint64, flagF) { return f(k, a) }}
	}
	unary("vfsqrt.v", 1, 1, "", func(k kit, a uint64) (uint64, flagF) { return k.f.Sqrt(a, k.rm) })
	unary("vfrec7.v", 1, 1, "", func(k kit, a uint64) (uint64, flagF) { return k.f.Rec7(a, k.rm) })
	unary("vfrsqrt7.v", 1, 1, "", func(k kit, a uint64) (uint64, flagF) { return k.f.RSqrt7(a) })
	unary("vfclass.v", 1, 1, "d", func(k kit, a uint64) (uint64, flagF) { return k.f.Class(a), 0 })
	for _, c := range []struct {
		name string
		rm   func(k kit) modeF
	}{{"", func(k kit) modeF { return k.rm }}, {"rtz.", func(kit) modeF { return softfloat.RTZ }}} {
		unary("vfcvt."+c.name+"x.f.v", 1, 1, "d", func(k kit, a uint64) (uint64, flagF) { return k.int(k.f, a, k.sew, c.rm(k)) })
		unary("vfcvt."+c.name+"xu.f.v", 1, 1, "d", func(k kit, a uint64) (uint64, flagF) { return k.f.ToUint(a, k.sew, c.rm(k)) })
		unary("vfwcvt."+c.name+"x.f.v", 2, 1, "d", func(k kit, a uint64) (uint64, flagF) { return k.int(k.f, a, 2*k.sew, c.rm(k)) })
		unary("vfwcvt."+c.name+"xu.f.v", 2, 1, "d", func(k kit, a uint64) (uint64, flagF) { return k.f.ToUint(a, 2*k.sew, c.rm(k)) })
		unary("vfncvt."+c.name+"x.f.w", 1, 2, "d", func(k kit, a uint64) (uint64, flagF) { return k.int(k.w, a, k.sew, c.rm(k)) })
		unary("vfncvt."+c.name+"xu.f.w", 1, 2, "d", func(k kit, a uint64) (uint64, flagF) { return k.w.ToUint(a, k.sew, c.rm(k)) })
	}
	unary("vfcvt.f.x.v", 1, 1, "a", func(k kit, a uint64) (uint64, flagF) { return k.f.FromInt(sign(a, k.sew), k.rm) })
	unary("vfcvt.f.xu.v", 1, 1, "a", func(k kit, a uint64) (uint64, flagF) { return k.f.FromUint(a, k.rm) })
	unary("vfwcvt.f.x.v", 2, 1, "a", func(k kit, a uint64) (uint64, flagF) { return k.w.FromInt(sign(a, k.sew), k.rm) })
	unary("vfwcvt.f.xu.v", 2, 1, "a", func(k kit, a uint64) (uint64, flagF) { return k.w.FromUint(a, k.rm) })
	unary("vfncvt.f.x.w", 1, 2, "a", func(k kit, a uint64) (uint64, flagF) { return k.f.FromInt(sign(a, 2*k.sew), k.rm) })
	unary("vfncvt.f.xu.w", 1, 2, "a", func(k kit, a uint64) (uint64, flagF) { return k.f.FromUint(a, k.rm) })
	unary("vfwcvt.f.f.v", 2, 1, "", func(k kit, a uint64) (uint64, flagF) { return k.w.From(k.f, a, k.rm) })
	unary("vfncvt.f.f.w", 1, 2, "", func(k kit, a uint64) (uint64, flagF) { return k.f.From(k.w, a, k.rm) })
	unary("vfncvt.rod.f.f.w", 1, 2, "", func(k kit, a uint64) (uint64, flagF) { return k.f.From(k.w, a, softfloat.ROD) })

	brain := softfloat.BFloat16
	unary("vfwcvtbf16.f.f.v", 2, 1, "", func(k kit, a uint64) (uint64, flagF) { return k.w.From(brain, a, k.rm) })
	unary("vfncvtbf16.f.f.w", 1, 2, "", func(k kit, a uint64) (uint64, flagF) { return brain.From(k.w, a, k.rm) })
	t["vfwmaccbf16"] = elementwise{"vv vf", 2, 1, 1, "", func(k kit, a, b, d uint64) (uint64, flagF) {
		k.f = brain
		var flags flagF
		a, b = k.widened(a, &flags), k.widened(b, &flags)
		r, raised := k.w.FMA(a, b, d, k.rm)
		return r, flags | raised
	}}
	t["vfmerge.vfm"] = elementwise{} // these have tests of their own
	return t
}

func newFloatRig(t testing.TB, cfg Config, extensions ...string) *vectorRig {
	t.Helper()
	if extensions == nil {
		extensions = []string{"Zvfh", "Zvfbfwma"}
	}
	tab, err := vectorTableOf(append([]string{"I", "Zicsr", "Sm", "V"}, extensions...)...)
	if err != nil {
		t.Fatal(err)
	}
	cfg.Table = tab
	r := newVectorRig(t, cfg)
	r.SetFS(2)
	return r
}

// patternsOf are elements where floating point goes wrong.
func patternsOf(width uint) []uint64 {
	var v []uint64
	for _, p := range floatEdges() {
		switch {
		case width == 64:
			v = append(v, p)
		case p>>width == ^uint64(0)>>width:
			v = append(v, p&(1<<width-1))
		}
	}
	return append(v, 0, 1, 3, 1<<(width-1)-1)
}

// Every element of every instruction is what its definition says, masked-off and tail elements stay, and
// only active elements raise flags.
func TestVectorFloatElements(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	r := newFloatRig(t, Config{})
	formats := map[uint]fmtF{16: softfloat.Binary16, 32: softfloat.Binary32, 64: softfloat.Binary64}
	seen := map[string]bool{}
	for name, o := range vectorFloatElements() {
		for _, form := range strings.Fields(o.forms + " .")[:max(1, len(strings.Fields(o.forms)))] {
			row := strings.TrimSuffix(strings.TrimSuffix(name, ".w")+"."+form, "..")
			if o.f == nil || form == "." {
				row = name
			}
			seen[row] = true
			if o.f == nil {
				continue
			}
			for range 60 {
				sew := []uint{8, 16, 32, 64}[random.IntN(4)]
				// Floating-point operands are 16, 32 or 64 bits, bfloat16 ones 16.
				legal := true
				for _, operand := range []struct {
					width int
					kind  string
				}{{o.d, "d"}, {o.a, "a"}, {o.b, "b"}} {
					bits := sew * uint(operand.width)
					legal = legal && bits <= 64 && (operand.width == 0 || strings.Contains(o.ints, operand.kind) || bits >= 16)
				}
				if strings.Contains(name, "bf16") {
					legal = sew == 16
				}
				vl := 1 + random.IntN(16)
				lmul := "m1"
				if 128/int(sew) < vl || o.d == 2 || o.a == 2 {
					lmul = "m4"
				}
				r.config(fmt.Sprintf("e%d,%s,tu,mu", sew, lmul), min(vl, 4*128/int(sew)))
				vl = int(r.VL())
				masked := random.IntN(2) == 0
				d, a, b := uint8(8), uint8(16), uint8(24)
				r.put(0, 64, random.Uint64(), random.Uint64())
				width := func(w int) uint { return max(1, uint(w)) * sew }
				fill := func(reg uint8, w int) {
					for n := range 64 {
						v := random.Uint64()
						if p := patternsOf(width(w)); width(w) >= 16 && width(w) <= 64 && random.IntN(3) > 0 {
							v = p[random.IntN(len(p))]
						}
						if legal {
							r.setElement(group{reg: reg, eew: uint8(log2(uint64(width(w))))}, uint64(n)%(8*128/uint64(width(w))), v)
						}
					}
				}
				fill(d, o.d)
				fill(a, o.a)
				fill(b, o.b)
				scalar := floatEdges()[random.IntN(len(floatEdges()))]
				r.SetF(5, scalar)
				rm := modeF(random.IntN(5))
				r.SetFCSR(uint64(rm) << fcsrFRMShift)
				r.SetFS(2)
				k := kit{formats[sew], formats[2*sew], sew, rm}
				get := func(reg uint8, w, n int) uint64 {
					if w == 0 {
						return uint64(r.VReg(reg)[n/8] >> (n % 8) & 1)
					}
					return r.element(group{reg: reg, eew: uint8(log2(uint64(width(w))))}, uint64(n))
				}
				elements := vl
				var want []uint64
				var flags flagF
				if legal {
					for n := range elements + 3 {
						old := get(d, o.d, n)
						if n >= vl || masked && get(0, 0, n) == 0 {
							want = append(want, old)
							continue
						}
						bv := uint64(0)
						if o.b != 0 {
							bv = get(b, o.b, n)
						}
						if strings.HasSuffix(form, "f") {
							f := k.f
							if strings.Contains(name, "bf16") {
								f = softfloat.BFloat16
							}
							bv = f.Unbox(scalar)
						}
						v, raised := o.f(k, get(a, o.a, n), bv, old)
						flags |= raised
						if bits := width(o.d); o.d != 0 && bits < 64 {
							v &= 1<<bits - 1
						}
						want = append(want, v)
					}
				}
				operands := fmt.Sprintf("vd=%d vs2=%d", d, a)
				switch {
				case strings.HasSuffix(form, "v"):
					operands += fmt.Sprintf(" vs1=%d", b)
				case strings.HasSuffix(form, "f"):
					operands += " fs1=5"
				}
				if masked {
					operands += " vm=0"
				}
				trap := r.do(row + " " + operands)
				if (trap == nil) != legal {
					t.Fatalf("%s at SEW %d: trap %v, legal %v", row, sew, trap, legal)
				}
				if !legal {
					continue
				}
				for n, w := range want {
					if have := get(d, o.d, n); have != w {
						t.Fatalf("%s at SEW %d, mode %d, element %d of %d, masked %v: %#x, want %#x", row, sew, rm, n, vl, masked, have, w)
					}
				}
				if have := flagF(r.FCSR() & fcsrFlags); have != flags || r.VS() != 3 || (r.FS() == 3) != (flags != 0) {
					t.Fatalf("%s at SEW %d, mode %d: flags %05b VS %d FS %d, want flags %05b", row, sew, rm, have, r.VS(), r.FS(), flags)
				}
			}
		}
	}
	for _, in := range r.m.Table().Instructions {
		if n := in.Name; (strings.HasPrefix(n, "vf") && n != "vfirst.m" || strings.HasPrefix(n, "vmf")) && !seen[n] &&
			!strings.HasPrefix(n, "vfmv") && !strings.HasPrefix(n, "vfred") && !strings.HasPrefix(n, "vfwred") && !strings.HasPrefix(n, "vfslide") {
			t.Errorf("%s is not tested", n)
		}
	}
}

func TestVectorFloatReductions(t *testing.T) {
	const one, tiny, big, nan, signalling, minusZero = 0x3f800000, 0x33000000, 0x4b800000, 0x7fc00000, 0x7f800001, 0x80000000
	for _, test := range []struct {
		row   string
		vs1   uint64
		vs2   []uint64
		mask  uint64
		tree  bool
		vd    uint64
		flags uint64
	}{
		{"vfredosum.vs", one, []uint64{one, one, one, one}, 15, false, 0x40a00000, 0},
		{"vfredosum.vs", big, []uint64{one, one, 0, 0}, 15, false, big, 1}, // each lost
		{"vfredusum.vs", big, []uint64{one, one, 0, 0}, 15, false, big, 1},
		{"vfredosum.vs", big, []uint64{one, one, 0, 0}, 15, true, big, 1}, // ordered all the same
		{"vfredusum.vs", 0, []uint64{big, one, one, 0}, 15, true, 0x4b800001, 0},
		{"vfredusum.vs", signalling, []uint64{one, one, one, one}, 0, false, signalling, 0}, // copied as it is
		{"vfredosum.vs", minusZero, []uint64{one, one, one, one}, 0, false, minusZero, 0},
		{"vfredosum.vs", one, []uint64{signalling, one, 0, 0}, 2, false, 0x40000000, 0}, // inactive
		{"vfredosum.vs", one, []uint64{signalling, one, 0, 0}, 3, false, nan, 16},
		{"vfredmin.vs", one, []uint64{nan, minusZero, 0, 0}, 15, false, minusZero, 0},
		{"vfredmax.vs", nan, []uint64{nan, tiny, minusZero, 0}, 15, false, tiny, 0},
		{"vfredmax.vs", nan, []uint64{signalling, tiny, 0, 0}, 3, false, tiny, 16},
	} {
		r := newFloatRig(t, Config{Parameters: Parameters{VectorSumTree: test.tree}})
		r.config("e32,m1,tu,mu", len(test.vs2))
		r.put(0, 8, test.mask)
		r.put(1, 32, test.vs1)
		r.put(2, 32, test.vs2...)
		r.fill(3, 0xa5)
		r.must(test.row + " vd=3 vs2=2 vs1=1 vm=0")
		r.want(fmt.Sprint(test), 3, 32, test.vd, 0xa5a5a5a5)
		if have := r.FCSR(); have != test.flags {
			t.Errorf("%v: fcsr %#x", test, have)
		}
	}
	r := newFloatRig(t, Config{})
	r.config("e16,m1,tu,mu", 3) // 65504 + 65504 fits once widened
	r.put(1, 32, 0x3f800000)
	r.put(2, 16, 0x7bff, 0x7bff, 0x0001)
	for _, row := range []string{"vfwredosum.vs", "vfwredusum.vs"} {
		r.SetFCSR(0)
		r.must(row + " vd=3 vs2=2 vs1=1")
		r.want(row, 3, 32, 0x47ffe080)
		if r.FCSR() != 1 {
			t.Errorf("%s: fcsr %#x", row, r.FCSR())
		}
	}
	r.SetVStart(1)
	if r.do("vfredosum.vs vd=3 vs2=2 vs1=1") == nil {
		t.Error("vfredosum.vs with vstart 1 does not trap")
	}
}

func TestVectorFloatMoves(t *testing.T) {
	r := newFloatRig(t, Config{})
	r.config("e32,m1,tu,mu", 4)
	r.put(2, 32, 0x3f800001, 2, 3, 4)
	r.must("vfmv.f.s fd=7 vs2=2")
	if r.F(7) != 0xffffffff_3f800001 || r.FS() != 3 {
		t.Errorf("vfmv.f.s: %#x FS %d", r.F(7), r.FS())
	}
	r.SetVL(0) // element 0 is read whatever vl is
	r.must("vfmv.f.s fd=8 vs2=2")
	if r.F(8) != 0xffffffff_3f800001 {
		t.Errorf("vfmv.f.s with vl 0: %#x", r.F(8))
	}
	r.SetVL(4)
	r.fill(3, 0x11)
	r.must("vfmv.s.f vd=3 fs1=7")
	r.want("vfmv.s.f", 3, 32, 0x3f800001, 0x11111111)
	r.SetF(9, 0x3f800001) // no box: the canonical NaN
	r.must("vfmv.v.f vd=4 fs1=9")
	r.want("vfmv.v.f", 4, 32, 0x7fc00000, 0x7fc00000, 0x7fc00000, 0x7fc00000)
	r.put(0, 8, 5)
	r.must("vfmerge.vfm vd=4 vs2=2 fs1=7")
	r.want("vfmerge.vfm", 4, 32, 0x3f800001, 2, 0x3f800001, 4)
	r.must("vfslide1up.vf vd=5 vs2=2 fs1=9")
	r.want("vfslide1up.vf", 5, 32, 0x7fc00000, 0x3f800001, 2, 3)
	r.must("vfslide1down.vf vd=6 vs2=2 fs1=7")
	r.want("vfslide1down.vf", 6, 32, 2, 3, 4, 0x3f800001)
	if r.FCSR() != 0 {
		t.Errorf("fcsr %#x", r.FCSR())
	}
}

// What makes vector floating point illegal, whether or not anything is rounded.
func TestIllegalVectorFloat(t *testing.T) {
	all := []string{"vfadd.vv vd=8 vs2=16 vs1=24", "vfsgnj.vf vd=8 vs2=16 fs1=1", "vmfeq.vv vd=8 vs2=16 vs1=24", "vfmv.f.s fd=1 vs2=16", "vfmv.s.f vd=8 fs1=1",
		"vfmv.v.f vd=8 fs1=1", "vfmerge.vfm vd=8 vs2=16 fs1=1", "vfslide1up.vf vd=8 vs2=16 fs1=1", "vfclass.v vd=8 vs2=16", "vfredmax.vs vd=8 vs2=16 vs1=24", "vfcvt.rtz.x.f.v vd=8 vs2=16"}
	convert := []string{"vfwcvt.f.f.v vd=8 vs2=16", "vfncvt.f.f.w vd=8 vs2=16"}
	rows := map[string][]string{"all": all, "convert": convert, "rod": {"vfncvt.rod.f.f.w vd=8 vs2=16"}, "from8": {"vfwcvt.f.x.v vd=8 vs2=16", "vfncvt.x.f.w vd=8 vs2=16"},
		"brain": {"vfwcvtbf16.f.f.v vd=8 vs2=16", "vfncvtbf16.f.f.w vd=8 vs2=16", "vfwmaccbf16.vv vd=8 vs2=16 vs1=24"}}
	for _, test := range []struct {
		extension, rows, vtype string
		fs                     uint8
		frm                    uint64
		illegal                bool
	}{
		{"V", "all", "e32,m1", 1, 0, false}, {"V", "all", "e32,m1", 0, 0, true},
		{"V", "all", "e64,m1", 3, 4, false}, {"V", "all", "e64,m1", 3, 5, true}, {"V", "all", "e64,m1", 3, 7, true},
		{"V", "all", "e8,m1", 3, 0, true}, {"V", "all", "e16,m1", 3, 0, true},
		{"Zvfhmin", "all", "e16,m1", 3, 0, true}, {"Zvfh", "all", "e16,m1", 3, 0, false}, {"Zvfh", "all", "e8,m1", 3, 0, true},
		{"V", "convert", "e32,m1", 3, 0, false}, {"V", "convert", "e16,m1", 3, 0, true}, {"Zvfhmin", "convert", "e16,m1", 3, 0, false},
		{"V", "convert", "e64,m1", 3, 0, true}, {"Zvfhmin", "convert", "e8,m1", 3, 0, true},
		{"Zvfhmin", "rod", "e16,m1", 3, 0, true}, {"Zvfh", "rod", "e16,m1", 3, 0, false}, {"V", "rod", "e32,m1", 3, 0, false},
		{"Zvfhmin", "from8", "e8,m1", 3, 0, true}, {"Zvfh", "from8", "e8,m1", 3, 0, false}, {"V", "from8", "e16,m1", 3, 0, false},
		{"Zvfbfwma", "brain", "e16,m1", 3, 0, false}, {"Zvfbfwma", "brain", "e32,m1", 3, 0, true}, {"Zvfbfwma", "brain", "e16,m1", 0, 0, true},
		{"Zvfbfwma", "brain", "e16,m1", 3, 6, true},
	} {
		for _, row := range rows[test.rows] {
			r := newFloatRig(t, Config{}, test.extension)
			r.config(test.vtype, 2)
			r.SetFS(test.fs)
			r.SetFCSR(test.frm << fcsrFRMShift)
			vd := r.get(8, 64, 2)
			trap := r.do(row)
			if (trap != nil) != test.illegal || trap != nil && (trap.Cause != IllegalInstruction || fmt.Sprint(vd) != fmt.Sprint(r.get(8, 64, 2))) {
				t.Errorf("%+v %s: trap %v", test, row, trap)
			}
		}
	}
}
