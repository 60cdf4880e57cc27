package rv64

import "math/bits"

// The AES state is 16 bytes in the order of FIPS 197, 3.4, little-endian: a column is a word with
// row 0 in its lowest byte, and two columns are a register.

// doubled multiplies each byte of a word by x in the field of AES.
func doubled(w uint32) uint32 {
	return w&0x7f7f7f7f<<1 ^ w>>7&0x01010101*0x1b
}

// mixColumn is MixColumns on one column (FIPS 197, 5.1.3). Rotating right by 8 moves each row up.
func mixColumn(w uint32) uint32 {
	up := bits.RotateLeft32(w, -8)
	return doubled(w^up) ^ up ^ bits.RotateLeft32(w, 16) ^ bits.RotateLeft32(w, 8)
}

// unmixColumn is InvMixColumns on one column (FIPS 197, 5.3.3): its polynomial is that of
// MixColumns times 4x^2 + 5.
func unmixColumn(w uint32) uint32 {
	fourfold := doubled(doubled(w ^ bits.RotateLeft32(w, 16)))
	return mixColumn(w ^ fourfold)
}

// both32 does f to the two words of a register.
func both32(v uint64, f func(uint32) uint32) uint64 {
	return uint64(f(uint32(v>>32)))<<32 | uint64(f(uint32(v)))
}

// shiftRows is the low half of ShiftRows of the state high:low; step 1 shifts as encryption does,
// step 3 as decryption.
func shiftRows(low, high uint64, step int) (v uint64) {
	for k := range 8 {
		row, column := k&3, k>>2
		from := (column+row*step)&3*4 + row
		half := low
		if from >= 8 {
			half = high
		}
		v |= half >> (from & 7 * 8) & 0xff << (8 * k)
	}
	return v
}

func aesRound(box string, step int, mix func(uint32) uint32) Exec {
	return register(func(a, b uint64) uint64 {
		v := both32(shiftRows(a, b, step), func(w uint32) uint32 { return substitute(box, w) })
		if mix != nil {
			v = both32(v, mix)
		}
		return v
	})
}

func extZkne() functions {
	return functions{
		"aes64es":   aesRound(aesSBox, 1, nil),
		"aes64esm":  aesRound(aesSBox, 1, mixColumn),
		"aes64ks1i": aesKeySchedule1,
		"aes64ks2":  register(aesKeySchedule2),
	}
}

func extZknd() functions {
	return functions{
		"aes64ds":  aesRound(aesInvSBox, 3, nil),
		"aes64dsm": aesRound(aesInvSBox, 3, unmixColumn),
		"aes64im":  unary(func(a uint64) uint64 { return both32(a, unmixColumn) }),
	}
}

// aesRcon are the round constants of FIPS 197, 5.2, by round from 0.
const aesRcon = "\x01\x02\x04\x08\x10\x20\x40\x80\x1b\x36"

// aesKeySchedule1 is SubWord, and for a round constant RotWord and Rcon too. rnum 10 has none: it
// serves AES-256; 11 to 15 are reserved.
func aesKeySchedule1(h *Hart, i *Inst) {
	w, rnum := uint32(h.x[i.Rs1]>>32), int(i.Imm&15)
	switch {
	case rnum > len(aesRcon):
		h.Illegal(i)
		return
	case rnum == len(aesRcon):
		w = substitute(aesSBox, w)
	default:
		w = substitute(aesSBox, bits.RotateLeft32(w, -8)) ^ uint32(aesRcon[rnum])
	}
	h.SetX(i.Rd, uint64(w)<<32|uint64(w))
}

// aesKeySchedule2 makes two words of the key schedule out of the one before and those a round back.
func aesKeySchedule2(a, b uint64) uint64 {
	w0 := uint32(a>>32) ^ uint32(b)
	w1 := w0 ^ uint32(b>>32)
	return uint64(w1)<<32 | uint64(w0)
}

// The functions of FIPS 180-4, 4.1.2 and 4.1.3: a rotation or shift a number.
func sha256Sum(w uint32, a, b, c int) uint32 {
	return bits.RotateLeft32(w, -a) ^ bits.RotateLeft32(w, -b) ^ bits.RotateLeft32(w, -c)
}

func sha256Sig(w uint32, a, b, shift int) uint32 {
	return bits.RotateLeft32(w, -a) ^ bits.RotateLeft32(w, -b) ^ w>>shift
}

func sha512Sum(w uint64, a, b, c int) uint64 {
	return bits.RotateLeft64(w, -a) ^ bits.RotateLeft64(w, -b) ^ bits.RotateLeft64(w, -c)
}

func sha512Sig(w uint64, a, b, shift int) uint64 {
	return bits.RotateLeft64(w, -a) ^ bits.RotateLeft64(w, -b) ^ w>>shift
}

func extZknh() functions {
	return functions{
		"sha256sum0": word(func(w uint32) uint32 { return sha256Sum(w, 2, 13, 22) }),
		"sha256sum1": word(func(w uint32) uint32 { return sha256Sum(w, 6, 11, 25) }),
		"sha256sig0": word(func(w uint32) uint32 { return sha256Sig(w, 7, 18, 3) }),
		"sha256sig1": word(func(w uint32) uint32 { return sha256Sig(w, 17, 19, 10) }),
		"sha512sum0": unary(func(w uint64) uint64 { return sha512Sum(w, 28, 34, 39) }),
		"sha512sum1": unary(func(w uint64) uint64 { return sha512Sum(w, 14, 18, 41) }),
		"sha512sig0": unary(func(w uint64) uint64 { return sha512Sig(w, 1, 8, 7) }),
		"sha512sig1": unary(func(w uint64) uint64 { return sha512Sig(w, 19, 61, 6) }),
	}
}

// word makes an instruction of a function of words.
func word(f func(uint32) uint32) Exec {
	return unary(func(a uint64) uint64 { return sext32(f(uint32(a))) })
}

// sm3P0 and sm3P1 are the permutations of GB/T 32905-2016, 4.4.
func sm3P0(w uint32) uint32 { return w ^ bits.RotateLeft32(w, 9) ^ bits.RotateLeft32(w, 17) }
func sm3P1(w uint32) uint32 { return w ^ bits.RotateLeft32(w, 15) ^ bits.RotateLeft32(w, 23) }

func extZksh() functions {
	return functions{"sm3p0": word(sm3P0), "sm3p1": word(sm3P1)}
}

// sm4Round and sm4Key are the linear transformations L and L' of GB/T 32907-2016, 6.2 and 7.3.
func sm4Round(w uint32) uint32 {
	return w ^ bits.RotateLeft32(w, 2) ^ bits.RotateLeft32(w, 10) ^ bits.RotateLeft32(w, 18) ^ bits.RotateLeft32(w, 24)
}
func sm4Key(w uint32) uint32 { return w ^ bits.RotateLeft32(w, 13) ^ bits.RotateLeft32(w, 23) }

// extZksed does a quarter of a round: the S-box on byte bs of rs2, the linear transformation, and
// what it adds to the word in rs1. Words are as they are loaded from memory, the standard's with
// their bytes reversed.
func extZksed() functions {
	quarter := func(linear func(uint32) uint32) Exec {
		return func(h *Hart, i *Inst) {
			at := i.Imm & 3 * 8
			w := uint32(sm4SBox[h.x[i.Rs2]>>at&0xff]) << at
			w = bits.ReverseBytes32(linear(bits.ReverseBytes32(w)))
			h.SetX(i.Rd, sext32(uint32(h.x[i.Rs1])^w))
		}
	}
	return functions{"sm4ed": quarter(sm4Round), "sm4ks": quarter(sm4Key)}
}
