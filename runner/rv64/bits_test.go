package rv64

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// apply executes a function on register values; rd is another register.
func apply(f Exec, a, b uint64, imm int64) uint64 {
	h := &Hart{}
	h.x[5], h.x[6] = a, b
	f(h, &Inst{Rd: 7, Rs1: 5, Rs2: 6, Imm: imm})
	return h.x[7]
}

// bit is bit k of v, zero above bit 63.
func bit(v uint64, k int) uint64 { return v >> k & 1 }

// fromBits makes a value of its bits.
func fromBits(width int, f func(k int) uint64) (v uint64) {
	for k := range width {
		v |= f(k) & 1 << k
	}
	return v
}

func extended(v uint64, from int) uint64 {
	return fromBits(64, func(k int) uint64 { return bit(v, min(k, from-1)) })
}

// Every instruction against the manual's description of it, bit by bit or by arithmetic without
// bounds.
func TestBitManipulation(t *testing.T) {
	word := func(v *big.Int) uint64 {
		return new(big.Int).And(v, new(big.Int).SetUint64(^uint64(0))).Uint64()
	}
	u := func(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
	add := func(a, b uint64, n uint) uint64 { return word(new(big.Int).Add(new(big.Int).Lsh(u(a), n), u(b))) }
	low := func(a uint64) uint64 { return fromBits(32, func(k int) uint64 { return bit(a, k) }) }
	count := func(a uint64, from, step, n int, until uint64) (c uint64) {
		for k := from; c < uint64(n) && bit(a, k) != until; k += step {
			c++
		}
		return c
	}
	ones := func(a uint64, n int) (c uint64) {
		for k := range n {
			c += bit(a, k)
		}
		return c
	}
	rotated := func(a uint64, width int, by uint64) uint64 { // right
		return fromBits(width, func(k int) uint64 { return bit(a, (k+int(by))%width) })
	}
	// product is the carry-less product, bit k of it.
	product := func(a, b uint64, k int) (p uint64) {
		for i := range 64 {
			if j := k - i; j >= 0 && j < 64 {
				p ^= bit(a, i) & bit(b, j)
			}
		}
		return p
	}
	lookup := func(a, b uint64, width int) uint64 {
		return fromBits(64, func(k int) uint64 {
			index := fromBits(width, func(j int) uint64 { return bit(b, k/width*width+j) })
			if at := int(index) * width; at < 64 {
				return bit(a, at+k%width)
			}
			return 0
		})
	}
	less := func(a, b uint64) bool { return int64(a) < int64(b) }
	pick := func(c bool, a, b uint64) uint64 {
		if c {
			return a
		}
		return b
	}
	want := map[string]func(a, b uint64) uint64{ // b is the immediate of the forms that have one
		"add.uw":    func(a, b uint64) uint64 { return add(low(a), b, 0) },
		"sh1add":    func(a, b uint64) uint64 { return add(a, b, 1) },
		"sh2add":    func(a, b uint64) uint64 { return add(a, b, 2) },
		"sh3add":    func(a, b uint64) uint64 { return add(a, b, 3) },
		"sh1add.uw": func(a, b uint64) uint64 { return add(low(a), b, 1) },
		"sh2add.uw": func(a, b uint64) uint64 { return add(low(a), b, 2) },
		"sh3add.uw": func(a, b uint64) uint64 { return add(low(a), b, 3) },
		"slli.uw":   func(a, b uint64) uint64 { return add(low(a), 0, uint(b%64)) },

		"andn": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return bit(a, k) * (1 - bit(b, k)) })
		},
		"orn": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return bit(a, k) | (1 - bit(b, k)) })
		},
		"xnor": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return 1 - (bit(a, k)+bit(b, k))%2 })
		},
		"clz":    func(a, _ uint64) uint64 { return count(a, 63, -1, 64, 1) },
		"clzw":   func(a, _ uint64) uint64 { return count(a, 31, -1, 32, 1) },
		"ctz":    func(a, _ uint64) uint64 { return count(a, 0, 1, 64, 1) },
		"ctzw":   func(a, _ uint64) uint64 { return count(a, 0, 1, 32, 1) },
		"cpop":   func(a, _ uint64) uint64 { return ones(a, 64) },
		"cpopw":  func(a, _ uint64) uint64 { return ones(a, 32) },
		"min":    func(a, b uint64) uint64 { return pick(less(a, b), a, b) },
		"max":    func(a, b uint64) uint64 { return pick(less(a, b), b, a) },
		"minu":   func(a, b uint64) uint64 { return pick(u(a).Cmp(u(b)) < 0, a, b) },
		"maxu":   func(a, b uint64) uint64 { return pick(u(a).Cmp(u(b)) < 0, b, a) },
		"sext.b": func(a, _ uint64) uint64 { return extended(a, 8) },
		"sext.h": func(a, _ uint64) uint64 { return extended(a, 16) },
		"zext.h": func(a, _ uint64) uint64 { return fromBits(16, func(k int) uint64 { return bit(a, k) }) },
		"rol":    func(a, b uint64) uint64 { return rotated(a, 64, 64-b%64) },
		"rolw":   func(a, b uint64) uint64 { return extended(rotated(a, 32, 32-b%32), 32) },
		"ror":    func(a, b uint64) uint64 { return rotated(a, 64, b%64) },
		"rori":   func(a, b uint64) uint64 { return rotated(a, 64, b%64) },
		"rorw":   func(a, b uint64) uint64 { return extended(rotated(a, 32, b%32), 32) },
		"roriw":  func(a, b uint64) uint64 { return extended(rotated(a, 32, b%32), 32) },
		"orc.b":  func(a, _ uint64) uint64 { return fromBits(64, func(k int) uint64 { return min(1, a>>(k/8*8)&0xff) }) },
		"rev8":   func(a, _ uint64) uint64 { return fromBits(64, func(k int) uint64 { return bit(a, (7-k/8)*8+k%8) }) },

		"bclr": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return pick(k == int(b%64), 0, bit(a, k)) })
		},
		"bset": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return pick(k == int(b%64), 1, bit(a, k)) })
		},
		"binv": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return pick(k == int(b%64), 1-bit(a, k), bit(a, k)) })
		},
		"bext":  func(a, b uint64) uint64 { return bit(a, int(b%64)) },
		"clmul": func(a, b uint64) uint64 { return fromBits(64, func(k int) uint64 { return product(a, b, k) }) },
		"clmulh": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return product(a, b, k+64) })
		},
		"clmulr": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return product(a, b, k+63) })
		},

		"pack": func(a, b uint64) uint64 {
			return fromBits(64, func(k int) uint64 { return pick(k < 32, bit(a, k%32), bit(b, k%32)) })
		},
		"packh": func(a, b uint64) uint64 {
			return fromBits(16, func(k int) uint64 { return pick(k < 8, bit(a, k%8), bit(b, k%8)) })
		},
		"brev8":  func(a, _ uint64) uint64 { return fromBits(64, func(k int) uint64 { return bit(a, k/8*8+7-k%8) }) },
		"xperm4": func(a, b uint64) uint64 { return lookup(a, b, 4) },
		"xperm8": func(a, b uint64) uint64 { return lookup(a, b, 8) },

		"czero.eqz": func(a, b uint64) uint64 { return pick(b == 0, 0, a) },
		"czero.nez": func(a, b uint64) uint64 { return pick(b == 0, a, 0) },
		"mop.r.N":   func(_, _ uint64) uint64 { return 0 },
		"mop.rr.N":  func(_, _ uint64) uint64 { return 0 },
	}
	want["packw"] = func(a, b uint64) uint64 {
		return extended(fromBits(32, func(k int) uint64 { return pick(k < 16, bit(a, k%16), bit(b, k%16)) }), 32)
	}
	for _, name := range []string{"bclr", "bset", "binv", "bext"} {
		want[name+"i"] = want[name]
	}

	r := rand.New(rand.NewPCG(3, 4))
	edges := []uint64{0, 1, 2, 7, 8, 31, 32, 63, 64, 127, 128, 255, 256, 1<<15 - 1, 1 << 15, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32, 1<<63 - 1, 1 << 63, ^uint64(0), 0x0123456789abcdef, 0x8080808080808080, 0x0001000100010001}
	for range 20 {
		edges = append(edges, r.Uint64(), r.Uint64()>>r.IntN(64))
	}
	for _, extension := range []functions{extZba(), extZbb(), extZbs(), extZbc(), extZbkb(), extZbkc(), extZbkx(), extZicond(), extZimop()} {
		for name, f := range extension {
			expected, ok := want[name]
			if !ok {
				t.Errorf("%s is not tested", name)
				continue
			}
			immediate := (strings.HasSuffix(name, "i") || strings.HasSuffix(name, "iw") || name == "slli.uw")
			for _, a := range edges {
				for _, b := range edges {
					got := apply(f, a, b, 0)
					if immediate {
						b &= 63
						if name == "roriw" {
							b &= 31
						}
						got = apply(f, a, ^b, int64(b))
					}
					if want := expected(a, b); got != want {
						t.Fatalf("%s of %#x and %#x is %#x, want %#x", name, a, b, got, want)
					}
				}
			}
		}
	}
}
