package rv64

import "math/bits"

// width says how wide an operand is next to SEW.
type width uint8

const (
	single width = iota
	double
	toMask
)

func (h *Hart) group(reg uint8, w width) group {
	switch w {
	case double:
		return h.wide(reg)
	case toMask:
		return mask(reg)
	default:
		return h.single(reg)
	}
}

// arithmetic describes an instruction d = a op b, element by element: a is vs2, b is vs1, x[rs1] or the
// immediate.
type arithmetic struct {
	op      lanes
	forms   string // of b: "vvvxvi", two letters each, as they stand after the dot
	d, a, b width
	signedA bool // a is sign-extended to 64 bits
	signedB bool
	old     bool // op reads the old destination in d
}

// define adds the functions of all forms: vadd.vv, vadd.vx, vadd.vi. The first letter of a form is the
// width of a as the manual writes it, and already in a.
func (t functions) define(name string, o arithmetic) {
	for k := 0; k < len(o.forms); k += 2 {
		form := o.forms[k : k+2]
		switch form[1] {
		case 'v':
			t[name+"."+form] = o.vector
		case 'x':
			t[name+"."+form] = o.scalar
		default:
			t[name+"."+form] = o.immediate
		}
	}
}

func (o *arithmetic) read(e *body, g group, k int, signed bool) []uint64 {
	if signed {
		return e.signed(g, k)
	}
	return e.unsigned(g, k)
}

func (o *arithmetic) vector(h *Hart, i *Inst) {
	d, a, b := h.group(i.Rd, o.d), h.group(i.Rs2, o.a), h.group(i.Rs1, o.b)
	sources := [...]group{a, b, d}
	e, ok := h.vector(i, d, sources[:o.sources(3)]...)
	if !ok {
		return
	}
	o.finish(&e, d, o.read(&e, a, 0, o.signedA), o.read(&e, b, 1, o.signedB))
}

func (o *arithmetic) scalar(h *Hart, i *Inst)    { o.withScalar(h, i, h.x[i.Rs1]) }
func (o *arithmetic) immediate(h *Hart, i *Inst) { o.withScalar(h, i, uint64(i.Imm)) }

func (o *arithmetic) withScalar(h *Hart, i *Inst, v uint64) {
	d, a := h.group(i.Rd, o.d), h.group(i.Rs2, o.a)
	sources := [...]group{a, d}
	e, ok := h.vector(i, d, sources[:o.sources(2)]...)
	if !ok {
		return
	}
	v = truncate(v, h.sew, o.signedB)
	o.finish(&e, d, o.read(&e, a, 0, o.signedA), e.splat(v, 1))
}

// sources is how many of n groups are sources: the last is the destination, which not every op reads.
func (o *arithmetic) sources(n int) int {
	if o.old {
		return n
	}
	return n - 1
}

func (o *arithmetic) finish(e *body, d group, a, b []uint64) {
	z := e.space(2)
	if o.old {
		e.h.readElements(z, d, e.from, e.to)
	}
	e.lanes(o.op, z, a, b)
	e.write(d, z)
	e.end()
}

// truncate keeps the low bits of an element of log2 width eew, and extends them again.
func truncate(v uint64, eew uint8, signed bool) uint64 {
	shift := 64 - 1<<eew
	if signed {
		return uint64(int64(v<<shift) >> shift)
	}
	return v << shift >> shift
}

func vectorInteger() functions {
	t := functions{}
	singleWidth(t)
	compares(t)
	widening(t)
	narrowing(t)
	multiplyAdd(t)
	carries(t)
	merges(t)
	extensionsOfElements(t)
	return t
}

func singleWidth(t functions) {
	t.define("vadd", arithmetic{forms: "vvvxvi", op: func(d, a, b []uint64, _ uint64) {
		b, d = b[:len(a)], d[:len(a)]
		for n, x := range a {
			d[n] = x + b[n]
		}
	}})
	t.define("vsub", arithmetic{forms: "vvvx", op: func(d, a, b []uint64, _ uint64) {
		b, d = b[:len(a)], d[:len(a)]
		for n, x := range a {
			d[n] = x - b[n]
		}
	}})
	t.define("vrsub", arithmetic{forms: "vxvi", op: pairwise(func(a, b, _ uint64) uint64 { return b - a })})
	t.define("vand", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, _ uint64) uint64 { return a & b })})
	t.define("vor", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, _ uint64) uint64 { return a | b })})
	t.define("vxor", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, _ uint64) uint64 { return a ^ b })})

	// Only the low log2(SEW) bits of a shift amount count (vsll_vsrl_vsra_shamt).
	t.define("vsll", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, sew uint64) uint64 { return a << (b & (sew - 1)) })})
	t.define("vsrl", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, sew uint64) uint64 { return a >> (b & (sew - 1)) })})
	t.define("vsra", arithmetic{forms: "vvvxvi", signedA: true, op: pairwise(func(a, b, sew uint64) uint64 { return uint64(int64(a) >> (b & (sew - 1))) })})

	t.define("vminu", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return min(a, b) })})
	t.define("vmaxu", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return max(a, b) })})
	t.define("vmin", arithmetic{forms: "vvvx", signedA: true, signedB: true, op: pairwise(func(a, b, _ uint64) uint64 { return uint64(min(int64(a), int64(b))) })})
	t.define("vmax", arithmetic{forms: "vvvx", signedA: true, signedB: true, op: pairwise(func(a, b, _ uint64) uint64 { return uint64(max(int64(a), int64(b))) })})

	t.define("vmul", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return a * b })})
	t.define("vmulhu", arithmetic{forms: "vvvx", op: pairwise(func(a, b, sew uint64) uint64 {
		hi, lo := bits.Mul64(a, b)
		return upperHalf(hi, lo, sew)
	})})
	t.define("vmulh", arithmetic{forms: "vvvx", signedA: true, signedB: true, op: pairwise(func(a, b, sew uint64) uint64 {
		hi, lo := mulSigned(a, b)
		return upperHalf(hi, lo, sew)
	})})
	t.define("vmulhsu", arithmetic{forms: "vvvx", signedA: true, op: pairwise(func(a, b, sew uint64) uint64 {
		hi, lo := bits.Mul64(a, b)
		return upperHalf(hi-uint64(int64(a)>>63)&b, lo, sew)
	})})

	// The scalar instructions' results for zero and overflow (vdivu_vdiv_vremu_vrem_op) follow from
	// extension: an overflow of SEW bits is none of 64, and its quotient wraps around when it is written.
	t.define("vdivu", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return divu(a, b) })})
	t.define("vremu", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return remu(a, b) })})
	t.define("vdiv", arithmetic{forms: "vvvx", signedA: true, signedB: true, op: pairwise(func(a, b, _ uint64) uint64 { return div(a, b) })})
	t.define("vrem", arithmetic{forms: "vvvx", signedA: true, signedB: true, op: pairwise(func(a, b, _ uint64) uint64 { return rem(a, b) })})
}

// mulSigned is the exact product of two signed numbers.
func mulSigned(a, b uint64) (hi, lo uint64) {
	hi, lo = bits.Mul64(a, b)
	return hi - uint64(int64(a)>>63)&b - uint64(int64(b)>>63)&a, lo
}

// upperHalf is bits [sew, 2*sew) of a product.
func upperHalf(hi, lo, sew uint64) uint64 { return hi<<(64-sew) | lo>>sew }

func compares(t functions) {
	compare := func(name, forms string, signed bool, f func(a, b uint64) bool) {
		t.define(name, arithmetic{forms: forms, d: toMask, signedA: signed, signedB: signed, op: func(d, a, b []uint64, _ uint64) {
			for n, x := range a {
				d[n] = 0
				if f(x, b[n]) {
					d[n] = 1
				}
			}
		}})
	}
	compare("vmseq", "vvvxvi", false, func(a, b uint64) bool { return a == b })
	compare("vmsne", "vvvxvi", false, func(a, b uint64) bool { return a != b })
	compare("vmsltu", "vvvx", false, func(a, b uint64) bool { return a < b })
	compare("vmslt", "vvvx", true, func(a, b uint64) bool { return int64(a) < int64(b) })
	compare("vmsleu", "vvvxvi", false, func(a, b uint64) bool { return a <= b })
	compare("vmsle", "vvvxvi", true, func(a, b uint64) bool { return int64(a) <= int64(b) })
	compare("vmsgtu", "vxvi", false, func(a, b uint64) bool { return a > b })
	compare("vmsgt", "vxvi", true, func(a, b uint64) bool { return int64(a) > int64(b) })
}

func widening(t functions) {
	add := pairwise(func(a, b, _ uint64) uint64 { return a + b })
	sub := pairwise(func(a, b, _ uint64) uint64 { return a - b })
	mul := pairwise(func(a, b, _ uint64) uint64 { return a * b })
	for name, op := range map[string]lanes{"vwadd": add, "vwsub": sub} {
		t.define(name, arithmetic{forms: "vvvx", d: double, signedA: true, signedB: true, op: op})
		t.define(name, arithmetic{forms: "wvwx", d: double, a: double, signedB: true, op: op})
		t.define(name+"u", arithmetic{forms: "vvvx", d: double, op: op})
		t.define(name+"u", arithmetic{forms: "wvwx", d: double, a: double, op: op})
	}
	t.define("vwmul", arithmetic{forms: "vvvx", d: double, signedA: true, signedB: true, op: mul})
	t.define("vwmulu", arithmetic{forms: "vvvx", d: double, op: mul})
	t.define("vwmulsu", arithmetic{forms: "vvvx", d: double, signedA: true, op: mul})
}

func narrowing(t functions) {
	// The low log2(2*SEW) bits of the shift amount count (vnsrl_vnsra_shamt).
	t.define("vnsrl", arithmetic{forms: "wvwxwi", a: double, op: pairwise(func(a, b, sew uint64) uint64 { return a >> (b & (2*sew - 1)) })})
	t.define("vnsra", arithmetic{forms: "wvwxwi", a: double, signedA: true, op: pairwise(func(a, b, sew uint64) uint64 { return uint64(int64(a) >> (b & (2*sew - 1))) })})
}

func multiplyAdd(t functions) {
	macc := func(d, a, b []uint64, _ uint64) {
		for n, x := range a {
			d[n] += x * b[n]
		}
	}
	t.define("vmacc", arithmetic{forms: "vvvx", old: true, op: macc})
	t.define("vnmsac", arithmetic{forms: "vvvx", old: true, op: func(d, a, b []uint64, _ uint64) {
		for n, x := range a {
			d[n] -= x * b[n]
		}
	}})
	t.define("vmadd", arithmetic{forms: "vvvx", old: true, op: func(d, a, b []uint64, _ uint64) {
		for n, x := range a {
			d[n] = b[n]*d[n] + x
		}
	}})
	t.define("vnmsub", arithmetic{forms: "vvvx", old: true, op: func(d, a, b []uint64, _ uint64) {
		for n, x := range a {
			d[n] = x - b[n]*d[n]
		}
	}})
	t.define("vwmaccu", arithmetic{forms: "vvvx", d: double, old: true, op: macc})
	t.define("vwmacc", arithmetic{forms: "vvvx", d: double, signedA: true, signedB: true, old: true, op: macc})
	t.define("vwmaccsu", arithmetic{forms: "vvvx", d: double, signedB: true, old: true, op: macc}) // vs1 is the signed one
	t.define("vwmaccus", arithmetic{forms: "vx", d: double, signedA: true, old: true, op: macc})
}

// second is the second operand of an instruction, in space 1: vs1, x[rs1] or the immediate.
func (e *body) second(i *Inst, kind byte) []uint64 {
	h := e.h
	switch kind {
	case 'v':
		return e.unsigned(h.single(i.Rs1), 1)
	case 'x':
		return e.splat(truncate(h.x[i.Rs1], h.sew, false), 1)
	default:
		return e.splat(truncate(uint64(i.Imm), h.sew, false), 1)
	}
}

// carries: the carry is the mask bit, and all body elements are written: v0 is an operand here, not the
// mask, though the encodings have vm = 0.
func carries(t functions) {
	sum := func(a, b, c, sew uint64) (uint64, uint64) {
		v, carry := bits.Add64(a, b, c)
		return v, carry | v>>1>>(sew-1)&1
	}
	difference := func(a, b, c, _ uint64) (uint64, uint64) { return bits.Sub64(a, b, c) }
	for _, o := range []struct {
		name, out, kinds string
		f                func(a, b, c, sew uint64) (v, carry uint64)
	}{{"vadc", "vmadc", "vxi", sum}, {"vsbc", "vmsbc", "vx", difference}} {
		for _, kind := range []byte(o.kinds) {
			form := ".v" + string(kind)
			t[o.name+form+"m"] = withCarry(kind, o.f, true, false)
			t[o.out+form+"m"] = withCarry(kind, o.f, true, true)
			t[o.out+form] = withCarry(kind, o.f, false, true)
		}
	}
}

func withCarry(kind byte, f func(a, b, c, sew uint64) (v, carry uint64), in, out bool) Exec {
	return func(h *Hart, i *Inst) {
		d, sources := h.single(i.Rd), []group{h.single(i.Rs2)}
		if out {
			d = mask(i.Rd)
		}
		if kind == 'v' {
			sources = append(sources, h.single(i.Rs1))
		}
		if in {
			sources = append(sources, mask(0))
		}
		if in && !out && i.Rd == 0 && !h.m.cfg.Parameters.VectorOverlapRuns { // vadc_vsbc_vd_v0_rsv
			h.Illegal(i)
			return
		}
		e, ok := h.vector(i, d, sources...)
		if !ok {
			return
		}
		a, b, c, z := e.unsigned(h.single(i.Rs2), 0), e.second(i, kind), e.splat(0, 3), e.space(2)
		if in {
			c = e.unsigned(mask(0), 3)
		}
		sew := uint64(1) << h.sew
		for n := e.from; n < e.to; n++ {
			v, carry := f(a[n], b[n], c[n], sew)
			if z[n] = v; out {
				z[n] = carry
			}
		}
		e.write(d, z)
		e.end()
	}
}

// merges: vmerge chooses by the mask and writes all body elements; vmv.v.* is the same with vm = 1.
func merges(t functions) {
	for _, kind := range []byte("vxi") {
		t["vmerge.v"+string(kind)+"m"] = func(h *Hart, i *Inst) {
			sources := []group{h.single(i.Rs2), mask(0)}
			if kind == 'v' {
				sources = append(sources, h.single(i.Rs1))
			}
			if i.Rd == 0 && !h.m.cfg.Parameters.VectorOverlapRuns { // vreg_vmask_rsv
				h.Illegal(i)
				return
			}
			e, ok := h.vector(i, h.single(i.Rd), sources...)
			if !ok {
				return
			}
			z, b, m := e.unsigned(h.single(i.Rs2), 0), e.second(i, kind), e.unsigned(mask(0), 2)
			for n := e.from; n < e.to; n++ {
				if m[n] != 0 {
					z[n] = b[n]
				}
			}
			e.write(h.single(i.Rd), z)
			e.end()
		}
		t["vmv.v."+string(kind)] = func(h *Hart, i *Inst) {
			d := h.single(i.Rd)
			source := d
			if kind == 'v' {
				source = h.single(i.Rs1)
			}
			e, ok := h.vector(i, d, source)
			if !ok {
				return
			}
			e.write(d, e.second(i, kind))
			e.end()
		}
	}
}

// extensionsOfElements: vzext and vsext, from a half, quarter or eighth of SEW.
func extensionsOfElements(t functions) {
	for suffix, by := range map[string]uint8{"vf2": 1, "vf4": 2, "vf8": 3} {
		extend := func(signed bool) Exec {
			return func(h *Hart, i *Inst) {
				d, s := h.single(i.Rd), h.scaled(i.Rs2, h.sew-by)
				e, ok := h.vector(i, d, s)
				if !ok {
					return
				}
				x := e.unsigned
				if signed {
					x = e.signed
				}
				e.write(d, x(s, 0))
				e.end()
			}
		}
		t["vzext."+suffix], t["vsext."+suffix] = extend(false), extend(true)
	}
}
