package rv64

import "math/bits"

// fixedPoint is an operation that rounds by vxrm or saturates: sat sets vxsat.
type fixedPoint func(a, b, sew uint64, vxrm uint8) (v uint64, sat bool)

func vectorFixedPoint() functions {
	t := functions{}
	t.fixed("vsaddu", "vvvxvi", single, false, saturatingAddUnsigned)
	t.fixed("vsadd", "vvvxvi", single, true, saturatingAdd)
	t.fixed("vssubu", "vvvx", single, false, func(a, b, _ uint64, _ uint8) (uint64, bool) { return max(a, b) - b, a < b })
	t.fixed("vssub", "vvvx", single, true, saturatingSub)

	t.fixed("vaaddu", "vvvx", single, false, func(a, b, _ uint64, vxrm uint8) (uint64, bool) {
		v, carry := bits.Add64(a, b, 0)
		return halved(carry, v, vxrm), false
	})
	t.fixed("vaadd", "vvvx", single, true, func(a, b, _ uint64, vxrm uint8) (uint64, bool) {
		v, carry := bits.Add64(a, b, 0)
		return halved(a>>63+b>>63+carry, v, vxrm), false
	})
	t.fixed("vasubu", "vvvx", single, false, func(a, b, _ uint64, vxrm uint8) (uint64, bool) {
		v, borrow := bits.Sub64(a, b, 0)
		return halved(-borrow, v, vxrm), false
	})
	t.fixed("vasub", "vvvx", single, true, func(a, b, _ uint64, vxrm uint8) (uint64, bool) {
		v, borrow := bits.Sub64(a, b, 0)
		return halved(b>>63-a>>63-borrow, v, vxrm), false
	})

	t.fixed("vsmul", "vvvx", single, true, fractionalMultiply)

	t.fixed("vssrl", "vvvxvi", single, false, func(a, b, sew uint64, vxrm uint8) (uint64, bool) {
		d := b & (sew - 1)
		return a>>d + increment(a, d, vxrm), false
	})
	t.fixed("vssra", "vvvxvi", single, true, func(a, b, sew uint64, vxrm uint8) (uint64, bool) {
		d := b & (sew - 1)
		return uint64(int64(a)>>d) + increment(a, d, vxrm), false
	})

	// Rounding comes before saturation, and cannot overflow 64 bits: whoever rounds up has shifted.
	t.fixed("vnclipu", "wvwxwi", double, false, func(a, b, sew uint64, vxrm uint8) (uint64, bool) {
		d := b & (2*sew - 1)
		return clipUnsigned(a>>d+increment(a, d, vxrm), sew)
	})
	t.fixed("vnclip", "wvwxwi", double, true, func(a, b, sew uint64, vxrm uint8) (uint64, bool) {
		d := b & (2*sew - 1)
		return clip(uint64(int64(a)>>d)+increment(a, d, vxrm), sew)
	})
	return t
}

// fixed adds the functions of a fixed-point instruction. Inactive elements do not saturate. signed
// extends both operands, which does not matter to a shift amount.
func (t functions) fixed(name, forms string, a width, signed bool, f fixedPoint) {
	for k := 0; k < len(forms); k += 2 {
		form := forms[k : k+2]
		t[name+"."+form] = func(h *Hart, i *Inst) {
			d, g := h.single(i.Rd), h.group(i.Rs2, a)
			sources := [2]group{g, g}
			if form[1] == 'v' {
				sources[1] = h.single(i.Rs1)
			}
			e, ok := h.vector(i, d, sources[:]...)
			if !ok {
				return
			}
			read := e.unsigned
			if signed {
				read = e.signed
			}
			var y []uint64
			switch form[1] {
			case 'v':
				y = read(sources[1], 1)
			case 'x':
				y = e.splat(truncate(h.x[i.Rs1], h.sew, signed), 1)
			default:
				y = e.splat(truncate(uint64(i.Imm), h.sew, signed), 1)
			}
			saturated := false
			sew, vxrm := uint64(1)<<h.sew, h.VXRM()
			e.each(d, read(g, 0), y, func(x, y uint64) uint64 {
				v, sat := f(x, y, sew, vxrm)
				saturated = saturated || sat
				return v
			})
			if saturated {
				h.vcsr |= 1
			}
			e.end()
		}
	}
}

// increment is what rounding adds to v >> d (vxrm_op); d is at most 63.
func increment(v, d uint64, vxrm uint8) uint64 {
	if d == 0 {
		return 0
	}
	half, odd := v>>(d-1)&1, v>>d&1
	below := v & (1<<(d-1) - 1)
	switch vxrm {
	case 0: // rnu
		return half
	case 1: // rne
		if below != 0 || odd != 0 {
			return half
		}
		return 0
	case 2: // rdn
		return 0
	default: // rod
		if half|below != 0 {
			return odd ^ 1
		}
		return 0
	}
}

// halved is the 65-bit number whose upper bit is hi's lowest, shifted right by one and rounded.
func halved(hi, lo uint64, vxrm uint8) uint64 { return hi<<63 | lo>>1 + increment(lo, 1, vxrm) }

func saturatingAddUnsigned(a, b, sew uint64, _ uint8) (uint64, bool) {
	v, carry := bits.Add64(a, b, 0)
	if carry != 0 {
		return ^uint64(0), true
	}
	return clipUnsigned(v, sew)
}

func saturatingAdd(a, b, sew uint64, _ uint8) (uint64, bool) {
	v := a + b
	if (a^v)&(b^v)>>63 != 0 { // only with SEW = 64
		return limit(a, sew), true
	}
	return clip(v, sew)
}

func saturatingSub(a, b, sew uint64, _ uint8) (uint64, bool) {
	v := a - b
	if (a^b)&(a^v)>>63 != 0 {
		return limit(a, sew), true
	}
	return clip(v, sew)
}

// limit is the number of sew bits that is farthest in the direction of v's sign.
func limit(v, sew uint64) uint64 {
	if int64(v) < 0 {
		return ^uint64(0) << (sew - 1)
	}
	return 1<<(sew-1) - 1
}

// clip saturates a signed number to sew bits.
func clip(v, sew uint64) (uint64, bool) {
	if int64(v)>>(sew-1) == int64(v)>>63 {
		return v, false
	}
	return limit(v, sew), true
}

// clipUnsigned saturates an unsigned number to sew bits.
func clipUnsigned(v, sew uint64) (uint64, bool) {
	if v>>1>>(sew-1) == 0 {
		return v, false
	}
	return ^uint64(0), true
}

// fractionalMultiply is vsmul: the product shifted right by SEW-1. Only the square of the smallest
// number saturates.
func fractionalMultiply(a, b, sew uint64, vxrm uint8) (uint64, bool) {
	if smallest := limit(1<<63, sew); a == smallest && b == smallest {
		return limit(0, sew), true
	}
	hi, lo := mulSigned(a, b)
	d := sew - 1
	return hi<<(64-d) | lo>>d + increment(lo, d, vxrm), false
}
