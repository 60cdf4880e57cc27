package rv64

import (
	"bytes"
	"fmt"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// exactElement is one element operation in integers of any size: a of vs2, b of vs1, rs1 or the immediate, d of
// the old vd, c the mask bit. It returns the result before truncation, and whether it saturated.
type exactElement func(a, b, d *big.Int, c, sew, vxrm uint) (*big.Int, bool)

type exactOp struct {
	forms       string // as in vector.forms
	dd, aa      int    // widths as multiples of SEW; 0: a mask
	signA, sign bool   // of a; of b and d
	allElements bool   // the mask is an operand
	f           exactElement
}

func bigInt(v uint64) *big.Int { return new(big.Int).SetUint64(v) }

// exactOps states the single-element meaning of arithmetic, by the manual's formulas.
func exactOps() map[string]exactOp {
	t := map[string]exactOp{}
	plain := func(f func(a, b, d *big.Int) *big.Int) exactElement {
		return func(a, b, d *big.Int, _, _, _ uint) (*big.Int, bool) { return f(a, b, d), false }
	}
	bit := func(f func(a, b *big.Int) bool) exactElement {
		return func(a, b, _ *big.Int, _, _, _ uint) (*big.Int, bool) {
			if f(a, b) {
				return big.NewInt(1), false
			}
			return new(big.Int), false
		}
	}
	// by is the low bits of a shift amount that count.
	by := func(b *big.Int, width uint) uint {
		return uint(new(big.Int).And(b, big.NewInt(int64(width-1))).Uint64())
	}
	add := plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Add(a, b) })
	sub := plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Sub(a, b) })
	mul := plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Mul(a, b) })
	lesser := func(less bool) exactElement {
		return plain(func(a, b, _ *big.Int) *big.Int {
			if (a.Cmp(b) < 0) == less {
				return a
			}
			return b
		})
	}
	high := func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) {
		p := new(big.Int).Mul(a, b)
		return p.Rsh(p, sew), false
	}

	t["vadd"] = exactOp{"vvvxvi", 1, 1, true, true, false, add}
	t["vsub"] = exactOp{"vvvx", 1, 1, true, true, false, sub}
	t["vrsub"] = exactOp{"vxvi", 1, 1, true, true, false, plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Sub(b, a) })}
	t["vand"] = exactOp{"vvvxvi", 1, 1, true, true, false, plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).And(a, b) })}
	t["vor"] = exactOp{"vvvxvi", 1, 1, true, true, false, plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Or(a, b) })}
	t["vxor"] = exactOp{"vvvxvi", 1, 1, true, true, false, plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).Xor(a, b) })}
	t["vandn"] = exactOp{"vvvx", 1, 1, true, true, false, plain(func(a, b, _ *big.Int) *big.Int { return new(big.Int).AndNot(a, b) })}
	left := func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) { return new(big.Int).Lsh(a, by(b, sew)), false }
	right := func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) { return new(big.Int).Rsh(a, by(b, sew)), false }
	narrow := func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) {
		return new(big.Int).Rsh(a, by(b, 2*sew)), false
	}
	t["vsll"] = exactOp{"vvvxvi", 1, 1, false, false, false, left}
	t["vsrl"] = exactOp{"vvvxvi", 1, 1, false, false, false, right}
	t["vsra"] = exactOp{"vvvxvi", 1, 1, true, false, false, right}
	t["vnsrl"] = exactOp{"wvwxwi", 1, 2, false, false, false, narrow}
	t["vnsra"] = exactOp{"wvwxwi", 1, 2, true, false, false, narrow}
	t["vwsll"] = exactOp{"vvvxvi", 2, 1, false, false, false, func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) {
		return new(big.Int).Lsh(a, by(b, 2*sew)), false
	}}
	rotated := func(a *big.Int, n, sew uint) (*big.Int, bool) {
		twice := new(big.Int).Or(new(big.Int).Lsh(a, sew), a)
		return twice.Rsh(twice, n), false
	}
	t["vror"] = exactOp{"vvvxvi", 1, 1, false, false, false, func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) { return rotated(a, by(b, sew), sew) }}
	t["vrol"] = exactOp{"vvvx", 1, 1, false, false, false, func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) { return rotated(a, sew-by(b, sew), sew) }}

	t["vminu"] = exactOp{"vvvx", 1, 1, false, false, false, lesser(true)}
	t["vmin"] = exactOp{"vvvx", 1, 1, true, true, false, lesser(true)}
	t["vmaxu"] = exactOp{"vvvx", 1, 1, false, false, false, lesser(false)}
	t["vmax"] = exactOp{"vvvx", 1, 1, true, true, false, lesser(false)}
	for name, f := range map[string]func(a, b *big.Int) bool{
		"vmseq": func(a, b *big.Int) bool { return a.Cmp(b) == 0 }, "vmsne": func(a, b *big.Int) bool { return a.Cmp(b) != 0 },
	} {
		t[name] = exactOp{"vvvxvi", 0, 1, true, true, false, bit(f)}
	}
	less := bit(func(a, b *big.Int) bool { return a.Cmp(b) < 0 })
	notGreater := bit(func(a, b *big.Int) bool { return a.Cmp(b) <= 0 })
	greater := bit(func(a, b *big.Int) bool { return a.Cmp(b) > 0 })
	t["vmslt"], t["vmsltu"] = exactOp{"vvvx", 0, 1, true, true, false, less}, exactOp{"vvvx", 0, 1, false, false, false, less}
	t["vmsle"], t["vmsleu"] = exactOp{"vvvxvi", 0, 1, true, true, false, notGreater}, exactOp{"vvvxvi", 0, 1, false, false, false, notGreater}
	t["vmsgt"], t["vmsgtu"] = exactOp{"vxvi", 0, 1, true, true, false, greater}, exactOp{"vxvi", 0, 1, false, false, false, greater}

	t["vmul"] = exactOp{"vvvx", 1, 1, true, true, false, mul}
	t["vmulh"] = exactOp{"vvvx", 1, 1, true, true, false, high}
	t["vmulhu"] = exactOp{"vvvx", 1, 1, false, false, false, high}
	t["vmulhsu"] = exactOp{"vvvx", 1, 1, true, false, false, high}
	quotient := plain(func(a, b, _ *big.Int) *big.Int {
		if b.Sign() == 0 {
			return big.NewInt(-1)
		}
		return new(big.Int).Quo(a, b)
	})
	remainder := plain(func(a, b, _ *big.Int) *big.Int {
		if b.Sign() == 0 {
			return a
		}
		return new(big.Int).Rem(a, b)
	})
	t["vdiv"], t["vdivu"] = exactOp{"vvvx", 1, 1, true, true, false, quotient}, exactOp{"vvvx", 1, 1, false, false, false, quotient}
	t["vrem"], t["vremu"] = exactOp{"vvvx", 1, 1, true, true, false, remainder}, exactOp{"vvvx", 1, 1, false, false, false, remainder}

	for name, f := range map[string]exactElement{"vwadd": add, "vwsub": sub} {
		t[name], t[name+"u"] = exactOp{"vvvx", 2, 1, true, true, false, f}, exactOp{"vvvx", 2, 1, false, false, false, f}
		t[name+"/w"], t[name+"u/w"] = exactOp{"wvwx", 2, 2, true, true, false, f}, exactOp{"wvwx", 2, 2, false, false, false, f}
	}
	t["vwmul"] = exactOp{"vvvx", 2, 1, true, true, false, mul}
	t["vwmulu"] = exactOp{"vvvx", 2, 1, false, false, false, mul}
	t["vwmulsu"] = exactOp{"vvvx", 2, 1, true, false, false, mul}

	macc := plain(func(a, b, d *big.Int) *big.Int { return new(big.Int).Add(new(big.Int).Mul(a, b), d) })
	t["vmacc"] = exactOp{"vvvx", 1, 1, true, true, false, macc}
	t["vnmsac"] = exactOp{"vvvx", 1, 1, true, true, false, plain(func(a, b, d *big.Int) *big.Int { return new(big.Int).Sub(d, new(big.Int).Mul(a, b)) })}
	t["vmadd"] = exactOp{"vvvx", 1, 1, true, true, false, plain(func(a, b, d *big.Int) *big.Int { return new(big.Int).Add(new(big.Int).Mul(b, d), a) })}
	t["vnmsub"] = exactOp{"vvvx", 1, 1, true, true, false, plain(func(a, b, d *big.Int) *big.Int { return new(big.Int).Sub(a, new(big.Int).Mul(b, d)) })}
	t["vwmacc"] = exactOp{"vvvx", 2, 1, true, true, false, macc}
	t["vwmaccu"] = exactOp{"vvvx", 2, 1, false, false, false, macc}
	t["vwmaccsu"] = exactOp{"vvvx", 2, 1, false, true, false, macc}
	t["vwmaccus"] = exactOp{"vx", 2, 1, true, false, false, macc}

	// The carry is the mask bit.
	t["vadc/m"] = exactOp{"vvvxvi", 1, 1, false, false, true, func(a, b, _ *big.Int, c, _, _ uint) (*big.Int, bool) {
		s := new(big.Int).Add(a, b)
		return s.Add(s, bigInt(uint64(c))), false
	}}
	t["vsbc/m"] = exactOp{"vvvx", 1, 1, false, false, true, func(a, b, _ *big.Int, c, _, _ uint) (*big.Int, bool) {
		s := new(big.Int).Sub(a, b)
		return s.Sub(s, bigInt(uint64(c))), false
	}}
	carryOut := func(with bool) exactElement {
		return func(a, b, _ *big.Int, c, sew, _ uint) (*big.Int, bool) {
			s := new(big.Int).Add(a, b)
			if with {
				s.Add(s, bigInt(uint64(c)))
			}
			return s.Rsh(s, sew), false
		}
	}
	borrowOut := func(with bool) exactElement {
		return func(a, b, _ *big.Int, c, _, _ uint) (*big.Int, bool) {
			s := new(big.Int).Sub(a, b)
			if with {
				s.Sub(s, bigInt(uint64(c)))
			}
			return bigInt(uint64(s.Sign()) >> 63), false
		}
	}
	t["vmadc/m"], t["vmadc"] = exactOp{"vvvxvi", 0, 1, false, false, true, carryOut(true)}, exactOp{"vvvxvi", 0, 1, false, false, true, carryOut(false)}
	t["vmsbc/m"], t["vmsbc"] = exactOp{"vvvx", 0, 1, false, false, true, borrowOut(true)}, exactOp{"vvvx", 0, 1, false, false, true, borrowOut(false)}
	t["vmerge/m"] = exactOp{"vvvxvi", 1, 1, true, true, true, func(a, b, _ *big.Int, c, _, _ uint) (*big.Int, bool) {
		if c != 0 {
			return b, false
		}
		return a, false
	}}
	fixedExactOps(t)
	return t
}

// roundoff is the manual's: v >> d plus what vxrm's table says.
func roundoff(v *big.Int, d, vxrm uint) *big.Int {
	q := new(big.Int).Rsh(v, d)
	if d == 0 {
		return q
	}
	rest := new(big.Int).Sub(v, new(big.Int).Lsh(q, d)) // 0 <= rest < 2^d
	half := new(big.Int).Lsh(big.NewInt(1), d-1)
	up := false
	switch vxrm {
	case 0:
		up = rest.Cmp(half) >= 0
	case 1:
		up = rest.Cmp(half) > 0 || rest.Cmp(half) == 0 && q.Bit(0) == 1
	case 3:
		up = rest.Sign() != 0 && q.Bit(0) == 0
	}
	if up {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// clipped saturates to the range of sew bits.
func clipped(v *big.Int, sew uint, signed bool) (*big.Int, bool) {
	low, high := new(big.Int), new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), sew), big.NewInt(1))
	if signed {
		high.Rsh(high, 1)
		low.Not(high)
	}
	switch {
	case v.Cmp(low) < 0:
		return low, true
	case v.Cmp(high) > 0:
		return high, true
	}
	return v, false
}

func fixedExactOps(t map[string]exactOp) {
	add := func(a, b *big.Int) *big.Int { return new(big.Int).Add(a, b) }
	sub := func(a, b *big.Int) *big.Int { return new(big.Int).Sub(a, b) }
	for _, o := range []struct {
		name, forms string
		signed      bool
		f           func(a, b *big.Int) *big.Int
	}{{"vsadd", "vvvxvi", true, add}, {"vsaddu", "vvvxvi", false, add}, {"vssub", "vvvx", true, sub}, {"vssubu", "vvvx", false, sub}} {
		t[o.name] = exactOp{o.forms, 1, 1, o.signed, o.signed, false, func(a, b, _ *big.Int, _, sew, _ uint) (*big.Int, bool) {
			return clipped(o.f(a, b), sew, o.signed)
		}}
	}
	for _, o := range []struct {
		name   string
		signed bool
		f      func(a, b *big.Int) *big.Int
	}{{"vaadd", true, add}, {"vaaddu", false, add}, {"vasub", true, sub}, {"vasubu", false, sub}} {
		t[o.name] = exactOp{"vvvx", 1, 1, o.signed, o.signed, false, func(a, b, _ *big.Int, _, _, vxrm uint) (*big.Int, bool) {
			return roundoff(o.f(a, b), 1, vxrm), false
		}}
	}
	t["vsmul"] = exactOp{"vvvx", 1, 1, true, true, false, func(a, b, _ *big.Int, _, sew, vxrm uint) (*big.Int, bool) {
		return clipped(roundoff(new(big.Int).Mul(a, b), sew-1, vxrm), sew, true)
	}}
	for _, signed := range []bool{false, true} {
		scale, clip := "vssrl", "vnclipu"
		if signed {
			scale, clip = "vssra", "vnclip"
		}
		t[scale] = exactOp{"vvvxvi", 1, 1, signed, false, false, func(a, b, _ *big.Int, _, sew, vxrm uint) (*big.Int, bool) {
			return roundoff(a, uint(b.Uint64())&(sew-1), vxrm), false
		}}
		t[clip] = exactOp{"wvwxwi", 1, 2, signed, false, false, func(a, b, _ *big.Int, _, sew, vxrm uint) (*big.Int, bool) {
			return clipped(roundoff(a, uint(b.Uint64())&(2*sew-1), vxrm), sew, signed)
		}}
	}
}

// registerFile reads and writes elements bit by bit, as the manual draws them.
type registerFile struct {
	bits  []byte
	vlenb int
}

func (f registerFile) bit(reg, n int) uint { return uint(f.bits[reg*f.vlenb+n/8] >> (n % 8) & 1) }
func (f registerFile) element(reg, n, eew int, signed bool) *big.Int {
	v := new(big.Int)
	for k := range eew {
		v.SetBit(v, k, f.bit(reg, n*eew+k))
	}
	if signed && v.Bit(eew-1) == 1 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), uint(eew)))
	}
	return v
}

func (f registerFile) set(reg, n, eew int, v *big.Int) {
	for k := range eew {
		at, mask := reg*f.vlenb+(n*eew+k)/8, byte(1)<<((n*eew+k)%8)
		f.bits[at] &^= mask
		if v.Bit(k) == 1 {
			f.bits[at] |= mask
		}
	}
}

// ones is element n of a group written with ones.
func (f registerFile) ones(reg, n, eew int) { f.set(reg, n, eew, big.NewInt(-1)) }

// exactCase is one instruction in one state.
type exactCase struct {
	op         exactOp
	insn, form string
	sew        int
	lmul       int // log2
	vd         int
	vs2, vs1   int
	masked     bool
	scalar     uint64 // x5, or the immediate
	vxrm       uint
	text       string
}

// newExactCase draws a state, and the operands of an instruction; false: the vtype is not supported.
// Registers meet where that is legal.
func (r *vectorRig) newExactCase(random *rand.Rand, name string, op exactOp, form string, sew, lmul int) (c exactCase, ok bool) {
	insn, kind, _ := strings.Cut(name, "/")
	c = exactCase{op: op, insn: insn, form: form, sew: sew, lmul: lmul, vd: 8, vs2: 16, vs1: 24, vxrm: uint(random.IntN(4))}
	lmuls := []string{"mf8", "mf4", "mf2", "m1", "m2", "m4", "m8"}
	either := func(a, b string) string { return []string{a, b}[random.IntN(2)] }
	r.config(fmt.Sprintf("e%d,%s,%s,%s", sew, lmuls[lmul+3], either("ta", "tu"), either("ma", "mu")), -1)
	if r.vill {
		return c, false
	}
	vlmax := int(r.vlmax)
	if random.IntN(2) == 0 {
		r.SetVL(uint64(random.IntN(vlmax + 1)))
	}
	if random.IntN(3) == 0 {
		r.SetVStart(uint64(random.IntN(vlmax)))
	}
	r.SetVXRM(uint8(c.vxrm))
	r.SetVXSat(false)
	for n := range r.v {
		r.v[n] = byte(random.Uint32())
	}
	edges := []uint64{0, 1, 2, 3, 0x7f, 0x80, 0x81, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 1<<63 - 1, 1 << 63, 1<<63 + 1, ^uint64(0), ^uint64(1)}
	for range 40 {
		r.put(uint8(random.IntN(32)), uint64(sew), edges[random.IntN(len(edges))])
	}

	if op.aa == 1 && op.dd != 2 && random.IntN(4) == 0 {
		c.vs2 = c.vd
	}
	if op.dd == 1 && random.IntN(4) == 0 {
		c.vs1 = c.vd
	}
	if op.aa == 2 && op.dd == 1 && random.IntN(4) == 0 {
		c.vs2, c.vs1 = c.vd, 24 // a narrower destination in the lowest registers of its source
	}
	c.text = fmt.Sprintf("%s.%s%s vd=%d vs2=%d", insn, form, strings.TrimSuffix(kind, "w"), c.vd, c.vs2)
	c.scalar = edges[random.IntN(len(edges))]
	r.SetX(5, c.scalar)
	switch form[1] {
	case 'v':
		c.text += fmt.Sprintf(" vs1=%d", c.vs1)
	case 'x':
		c.text += " rs1=5"
	default:
		c.text, c.scalar = r.withImmediate(c.text, random.IntN(32))
	}
	if !op.allElements {
		c.masked = random.IntN(2) == 0
		c.text += map[bool]string{true: " vm=0", false: " vm=1"}[c.masked]
	}
	return c, true
}

// legal: what is twice as wide must have a width, and not more than eight registers.
func (c *exactCase) legal() bool {
	return max(c.op.dd, c.op.aa) < 2 || c.sew < 64 && c.lmul < 3
}

// expected computes the register file and vxsat after the instruction. ones: agnostic elements become ones.
func (c *exactCase) expected(r *vectorRig, ones bool) (after registerFile, saturated bool) {
	before := registerFile{slices.Clone(r.v), r.VLENB()}
	after = registerFile{slices.Clone(r.v), r.VLENB()}
	eew := c.op.dd * c.sew // of the destination
	if c.op.dd == 0 {
		eew = 1
	}
	low := registerFile{make([]byte, 8), 8}
	low.set(0, 0, 64, bigInt(c.scalar))
	// An overlap of different EEW makes everything agnostic (vreg_overlap_agn).
	agnostic := c.vs2 == c.vd && c.op.aa*c.sew != eew || c.form[1] == 'v' && c.vs1 == c.vd && c.sew != eew
	from, vl := int(r.VStart()), int(r.VL())
	for n := from; n < vl; n++ {
		m := before.bit(0, n)
		if c.masked && m == 0 {
			if ones && (r.vma || agnostic) {
				after.ones(c.vd, n, eew)
			}
			continue
		}
		a, b := before.element(c.vs2, n, c.op.aa*c.sew, c.op.signA), before.element(c.vs1, n, c.sew, c.op.sign)
		if c.form[1] != 'v' {
			b = low.element(0, 0, c.sew, c.op.sign)
		}
		var d *big.Int
		if c.op.dd > 0 {
			d = before.element(c.vd, n, eew, c.op.sign)
		}
		v, s := c.op.f(a, b, d, m, uint(c.sew), c.vxrm)
		saturated = saturated || s
		after.set(c.vd, n, eew, v)
	}
	if ones && from < vl && (r.vta || agnostic || c.op.dd == 0) {
		registers := 1
		if c.op.dd > 0 {
			registers = max(1, c.op.dd<<(c.lmul+3)>>3)
		}
		for n := vl; n < registers*8*r.VLENB()/eew; n++ {
			after.ones(c.vd, n, eew)
		}
	}
	return after, saturated
}

// check executes the instruction and compares.
func (c *exactCase) check(r *vectorRig, ones bool) {
	r.t.Helper()
	where := fmt.Sprintf("VLEN %d vtype %#x vl %d vstart %d vxrm %d: %s (x5 = %#x)", 8*r.VLENB(), r.VType(), r.VL(), r.VStart(), c.vxrm, c.text, r.X(5))
	before, vl, vstart := slices.Clone(r.v), r.VL(), r.VStart()
	after, saturated := registerFile{before, 0}, false
	if c.legal() {
		after, saturated = c.expected(r, ones)
	}
	trap := r.do(c.text)
	switch {
	case !c.legal() && (trap == nil || trap.Cause != IllegalInstruction || r.VStart() != vstart):
		r.t.Fatalf("%s: %+v vstart %d, want an illegal instruction", where, trap, r.VStart())
	case c.legal() && (trap != nil || r.VStart() != 0):
		r.t.Fatalf("%s: trap %+v vstart %d", where, trap, r.VStart())
	case r.VXSat() != saturated || r.VL() != vl:
		r.t.Fatalf("%s: vxsat %v vl %d, want vxsat %v", where, r.VXSat(), r.VL(), saturated)
	case !bytes.Equal(r.v, after.bits):
		for n := range 32 {
			at := n * r.VLENB()
			if got, want := r.VReg(uint8(n)), after.bits[at:at+r.VLENB()]; !bytes.Equal(got, want) {
				r.t.Errorf("v%d is % x, want % x (was % x)", n, got, want, before[at:at+r.VLENB()])
			}
		}
		r.t.Fatal(where)
	}
}

// Every arithmetic instruction in every form, SEW and LMUL, with masks, vstart, aliases and all policies,
// against integers of any size; the whole register file is compared.
func TestVectorArithmeticIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	ops := exactOps()
	names := slices.Sorted(maps.Keys(ops))
	const all = 4 * 7 // every SEW with every LMUL
	for _, w := range []struct{ vlen, settings, forms int }{{128, all, 3}, {256, all, 3}, {512, 2, 3}, {4096, 1, 1}} {
		for _, ones := range []bool{false, true} {
			r := newVectorRig(t, Config{VLEN: w.vlen, Parameters: Parameters{VectorAgnosticOnes: ones}})
			for _, name := range names {
				op := ops[name]
				for k := 0; k < min(len(op.forms), 2*w.forms); k += 2 {
					for setting := range w.settings {
						if w.settings < all {
							setting = random.IntN(all)
						}
						if c, ok := r.newExactCase(random, name, op, op.forms[k:k+2], 8<<(setting&3), setting>>2-3); ok {
							c.check(r, ones)
						}
					}
				}
			}
		}
	}
}

// withImmediate completes an instruction with the immediate that its row has, and gives its value.
func (r *vectorRig) withImmediate(text string, imm int) (string, uint64) {
	r.t.Helper()
	name, _, _ := strings.Cut(text, " ")
	in, ok := r.m.Table().Lookup(name)
	if !ok {
		r.t.Fatalf("no row %s", name)
	}
	if _, ok := in.Operand("simm5"); ok {
		imm -= 16
		return text + fmt.Sprintf(" simm5=%d", imm), uint64(imm)
	}
	if _, ok := in.Operand("zimm6"); ok {
		imm *= 2
		return text + fmt.Sprintf(" zimm6=%d", imm), uint64(imm)
	}
	return text + fmt.Sprintf(" zimm5=%d", imm), uint64(imm)
}
