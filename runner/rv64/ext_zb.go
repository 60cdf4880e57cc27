package rv64

import "math/bits"

// extZba generates addresses: shifted additions, with the low word of rs1 as an index.
func extZba() functions {
	shadd := func(n uint) Exec { return register(func(a, b uint64) uint64 { return a<<n + b }) }
	shaddUW := func(n uint) Exec { return register(func(a, b uint64) uint64 { return a&0xffffffff<<n + b }) }
	return functions{
		"add.uw":    shaddUW(0),
		"sh1add":    shadd(1),
		"sh2add":    shadd(2),
		"sh3add":    shadd(3),
		"sh1add.uw": shaddUW(1),
		"sh2add.uw": shaddUW(2),
		"sh3add.uw": shaddUW(3),
		"slli.uw":   immediate(func(a, b uint64) uint64 { return a & 0xffffffff << (b & 63) }),
	}
}

func extZbb() functions {
	rotateRight := func(a, b uint64) uint64 { return bits.RotateLeft64(a, -int(b&63)) }
	rotateRightW := func(a, b uint64) uint64 { return sext32(bits.RotateLeft32(uint32(a), -int(b&31))) }
	return functions{
		"andn": register(func(a, b uint64) uint64 { return a &^ b }),
		"orn":  register(func(a, b uint64) uint64 { return a | ^b }),
		"xnor": register(func(a, b uint64) uint64 { return ^(a ^ b) }),

		"clz":   unary(func(a uint64) uint64 { return uint64(bits.LeadingZeros64(a)) }),
		"clzw":  unary(func(a uint64) uint64 { return uint64(bits.LeadingZeros32(uint32(a))) }),
		"ctz":   unary(func(a uint64) uint64 { return uint64(bits.TrailingZeros64(a)) }),
		"ctzw":  unary(func(a uint64) uint64 { return uint64(bits.TrailingZeros32(uint32(a))) }),
		"cpop":  unary(func(a uint64) uint64 { return uint64(bits.OnesCount64(a)) }),
		"cpopw": unary(func(a uint64) uint64 { return uint64(bits.OnesCount32(uint32(a))) }),

		"min":  register(func(a, b uint64) uint64 { return uint64(min(int64(a), int64(b))) }),
		"minu": register(func(a, b uint64) uint64 { return min(a, b) }),
		"max":  register(func(a, b uint64) uint64 { return uint64(max(int64(a), int64(b))) }),
		"maxu": register(func(a, b uint64) uint64 { return max(a, b) }),

		"sext.b": unary(func(a uint64) uint64 { return uint64(int8(a)) }),
		"sext.h": unary(func(a uint64) uint64 { return uint64(int16(a)) }),
		"zext.h": unary(func(a uint64) uint64 { return a & 0xffff }),

		"rol":   register(func(a, b uint64) uint64 { return bits.RotateLeft64(a, int(b&63)) }),
		"rolw":  register(func(a, b uint64) uint64 { return sext32(bits.RotateLeft32(uint32(a), int(b&31))) }),
		"ror":   register(rotateRight),
		"rorw":  register(rotateRightW),
		"rori":  immediate(rotateRight),
		"roriw": immediate(rotateRightW),

		"orc.b": unary(func(a uint64) uint64 {
			var v uint64
			for k := 0; k < 64; k += 8 {
				if a>>k&0xff != 0 {
					v |= 0xff << k
				}
			}
			return v
		}),
		"rev8": unary(bits.ReverseBytes64),
	}
}

// extZbs sets, clears, inverts and reads one bit.
func extZbs() functions {
	bclr := func(a, b uint64) uint64 { return a &^ (1 << (b & 63)) }
	bext := func(a, b uint64) uint64 { return a >> (b & 63) & 1 }
	binv := func(a, b uint64) uint64 { return a ^ 1<<(b&63) }
	bset := func(a, b uint64) uint64 { return a | 1<<(b&63) }
	return functions{
		"bclr": register(bclr), "bclri": immediate(bclr),
		"bext": register(bext), "bexti": immediate(bext),
		"binv": register(binv), "binvi": immediate(binv),
		"bset": register(bset), "bseti": immediate(bset),
	}
}

// carryless is the product of two polynomials over GF(2), 127 bits of it.
func carryless(a, b uint64) (high, low uint64) {
	for ; b != 0; b &= b - 1 {
		k := bits.TrailingZeros64(b)
		low ^= a << k
		high ^= a >> 1 >> (63 - k)
	}
	return high, low
}

// extZbkc is the low and the high half of a carry-less product, extZbc the half that ends with its
// most significant bit.
func extZbkc() functions {
	return functions{
		"clmul":  register(func(a, b uint64) uint64 { _, low := carryless(a, b); return low }),
		"clmulh": register(func(a, b uint64) uint64 { high, _ := carryless(a, b); return high }),
	}
}

func extZbc() functions {
	return functions{
		"clmulr": register(func(a, b uint64) uint64 { high, low := carryless(a, b); return high<<1 | low>>63 }),
	}
}

// extZbkb is what cryptography needs of bit manipulation and Zbb does not have.
func extZbkb() functions {
	return functions{
		"pack":  register(func(a, b uint64) uint64 { return b<<32 | a&0xffffffff }),
		"packh": register(func(a, b uint64) uint64 { return b&0xff<<8 | a&0xff }),
		"packw": register(func(a, b uint64) uint64 { return sext32(uint32(b<<16 | a&0xffff)) }),
		"brev8": unary(func(a uint64) uint64 { return bits.ReverseBytes64(bits.Reverse64(a)) }),
	}
}

// extZbkx looks rs1's nibbles or bytes up by those of rs2; an index beyond rs1 gives zero.
func extZbkx() functions {
	permute := func(width uint) Exec {
		mask := uint64(1)<<width - 1
		return register(func(a, b uint64) (v uint64) {
			for k := uint(0); k < 64; k += width {
				v |= a >> (b >> k & mask * uint64(width)) & mask << k
			}
			return v
		})
	}
	return functions{"xperm4": permute(4), "xperm8": permute(8)}
}

func unary(f func(a uint64) uint64) Exec {
	return func(h *Hart, i *Inst) { h.SetX(i.Rd, f(h.x[i.Rs1])) }
}
