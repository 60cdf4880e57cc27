package rv64

import "math/bits"

// eachOne makes an instruction of a function of one element.
func eachOne(f func(a, sew uint64) uint64) Exec {
	return func(h *Hart, i *Inst) {
		d, s := h.single(i.Rd), h.single(i.Rs2)
		if e, ok := h.vector(i, d, s); ok {
			sew := uint64(1) << h.sew
			e.each1(d, e.unsigned(s, 0), func(a uint64) uint64 { return f(a, sew) })
			e.end()
		}
	}
}

// extZvkb is the part of Zvbb that cryptography needs.
func extZvkb() functions {
	t := functions{
		"vbrev8.v": eachOne(func(a, _ uint64) uint64 { return bits.ReverseBytes64(bits.Reverse64(a)) }),
		"vrev8.v":  eachOne(func(a, sew uint64) uint64 { return bits.ReverseBytes64(a) >> (64 - sew) }),
	}
	t.define("vandn", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { return a &^ b })})
	t.define("vrol", arithmetic{forms: "vvvx", op: pairwise(rotateLeft)})
	t.define("vror", arithmetic{forms: "vvvxvi", op: pairwise(func(a, b, sew uint64) uint64 { return rotateLeft(a, -b, sew) })})
	return t
}

// rotateLeft rotates an element of sew bits; only the low log2(sew) bits of the amount count.
func rotateLeft(a, by, sew uint64) uint64 {
	by &= sew - 1
	return a<<by | a>>((sew-by)&(sew-1))
}

func extZvbb() functions {
	t := functions{
		"vbrev.v": eachOne(func(a, sew uint64) uint64 { return bits.Reverse64(a) >> (64 - sew) }),
		"vclz.v":  eachOne(func(a, sew uint64) uint64 { return uint64(bits.LeadingZeros64(a)) - (64 - sew) }),
		"vctz.v":  eachOne(func(a, sew uint64) uint64 { return min(uint64(bits.TrailingZeros64(a)), sew) }),
		"vcpop.v": eachOne(func(a, _ uint64) uint64 { return uint64(bits.OnesCount64(a)) }),
	}
	t.define("vwsll", arithmetic{forms: "vvvxvi", d: double, op: pairwise(func(a, b, sew uint64) uint64 { return a << (b & (2*sew - 1)) })})
	return t
}

// extZvbc: only SEW = 64 is defined (vclmul_sewn64_rsv).
func extZvbc() functions {
	t := functions{}
	t.define("vclmul", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { _, low := carryless(a, b); return low })})
	t.define("vclmulh", arithmetic{forms: "vvvx", op: pairwise(func(a, b, _ uint64) uint64 { high, _ := carryless(a, b); return high })})
	for name, f := range t {
		t[name] = func(h *Hart, i *Inst) {
			if h.sew != eew64 {
				h.Illegal(i)
				return
			}
			f(h, i)
		}
	}
	return t
}
