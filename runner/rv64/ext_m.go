package rv64

import "math/bits"

// extM: multiplication keeps the low or the high half of the exact product; division never traps,
// by zero gives all ones and the dividend, and the one overflow gives the dividend and zero.
func extM() functions {
	return functions{
		"mul": register(func(a, b uint64) uint64 { return a * b }),
		"mulh": register(func(a, b uint64) uint64 {
			hi, _ := bits.Mul64(a, b)
			return hi - uint64(int64(a)>>63)&b - uint64(int64(b)>>63)&a
		}),
		"mulhsu": register(func(a, b uint64) uint64 {
			hi, _ := bits.Mul64(a, b)
			return hi - uint64(int64(a)>>63)&b
		}),
		"mulhu": register(func(a, b uint64) uint64 { hi, _ := bits.Mul64(a, b); return hi }),
		"mulw":  register(func(a, b uint64) uint64 { return sext32(uint32(a) * uint32(b)) }),

		"div":   register(div),
		"divu":  register(divu),
		"rem":   register(rem),
		"remu":  register(remu),
		"divw":  register(func(a, b uint64) uint64 { return sext32(uint32(div(sext32(uint32(a)), sext32(uint32(b))))) }),
		"divuw": register(func(a, b uint64) uint64 { return sext32(uint32(divu(uint64(uint32(a)), uint64(uint32(b))))) }),
		"remw":  register(func(a, b uint64) uint64 { return sext32(uint32(rem(sext32(uint32(a)), sext32(uint32(b))))) }),
		"remuw": register(func(a, b uint64) uint64 { return sext32(uint32(remu(uint64(uint32(a)), uint64(uint32(b))))) }),
	}
}

// div relies on Go for the overflow: -2^63 / -1 is -2^63 there too.
func div(a, b uint64) uint64 {
	if b == 0 {
		return ^uint64(0)
	}
	return uint64(int64(a) / int64(b))
}

func divu(a, b uint64) uint64 {
	if b == 0 {
		return ^uint64(0)
	}
	return a / b
}

func rem(a, b uint64) uint64 {
	if b == 0 {
		return a
	}
	return uint64(int64(a) % int64(b))
}

func remu(a, b uint64) uint64 {
	if b == 0 {
		return a
	}
	return a % b
}
