package rv64

import "math/bits"

// groupwise describes an instruction on element groups: d = op(d, a, b), where a is vs2, or its first
// group, and b is vs1 if there is one. Slices hold one group.
type groupwise struct {
	egs      uint64 // elements of a group
	op       func(d, a, b []uint64, imm uint64)
	firstOf2 bool // .vs: every group of d meets the first of vs2
	vs1      bool
	apart2   bool // d must not overlap vs2
	apart1   bool // nor vs1
}

// exec makes the function. Other SEW than 32 are reserved unless wideToo says otherwise, and so are vl and
// vstart that cut a group (veccrypto_vl_vstart_rsv); that a group fits into LMUL registers is
// demanded even when vl = 0 (veccrypto_lmul_egwconstr).
func (o groupwise) exec(wideToo func(h *Hart) bool) Exec {
	return func(h *Hart, i *Inst) {
		if h.sew != eew32 && !(h.sew == eew64 && wideToo != nil && wideToo(h)) ||
			h.vlmax < o.egs || h.vl%o.egs != 0 || h.vstart%o.egs != 0 {
			h.Illegal(i)
			return
		}
		d, a, b := h.single(i.Rd), h.single(i.Rs2), h.single(i.Rd)
		if o.firstOf2 {
			a.emul = 0 // VLEN is at least as long as any group that stands alone
		}
		if o.vs1 {
			b = h.single(i.Rs1)
		}
		if (o.apart2 || o.firstOf2) && !h.apart(d, a) || o.apart1 && !h.apart(d, b) {
			h.Illegal(i)
			return
		}
		e, ok := h.vector(i, d, a, b)
		if !ok {
			return
		}
		z, y := e.unsigned(d, 0), e.unsigned(b, 2)
		var x []uint64
		if o.firstOf2 {
			x = h.space(1, o.egs)
			h.readElements(x, a, 0, o.egs)
		} else {
			x = e.unsigned(a, 1)
		}
		for n := e.from; n < e.to; n += o.egs {
			first := n
			if o.firstOf2 {
				first = 0
			}
			o.op(z[n:n+o.egs], x[first:first+o.egs], y[n:n+o.egs], uint64(i.Imm))
		}
		e.write(d, z)
		e.end()
	}
}

// both makes the .vv and .vs forms.
func (t functions) both(name string, op func(d, a, b []uint64, _ uint64)) {
	t[name+".vv"] = groupwise{egs: 4, op: op}.exec(nil)
	t[name+".vs"] = groupwise{egs: 4, op: op, firstOf2: true}.exec(nil)
}

// extZvkned: AES. An element is a column of the state, with row 0 in its lowest byte.
func extZvkned() functions {
	t := functions{
		"vaesz.vs":   groupwise{egs: 4, op: addRoundKey, firstOf2: true}.exec(nil),
		"vaeskf1.vi": groupwise{egs: 4, op: aes128Key}.exec(nil),
		"vaeskf2.vi": groupwise{egs: 4, op: aes256Key}.exec(nil),
	}
	t.both("vaesem", func(d, a, b []uint64, _ uint64) {
		substituteRows(aesSBox, d, 1)
		columns(d, mixColumn)
		addRoundKey(d, a, b, 0)
	})
	t.both("vaesef", func(d, a, b []uint64, _ uint64) {
		substituteRows(aesSBox, d, 1)
		addRoundKey(d, a, b, 0)
	})
	t.both("vaesdm", func(d, a, b []uint64, _ uint64) {
		substituteRows(aesInvSBox, d, 3)
		addRoundKey(d, a, b, 0)
		columns(d, unmixColumn)
	})
	t.both("vaesdf", func(d, a, b []uint64, _ uint64) {
		substituteRows(aesInvSBox, d, 3)
		addRoundKey(d, a, b, 0)
	})
	return t
}

func addRoundKey(d, key, _ []uint64, _ uint64) {
	for c, k := range key {
		d[c] ^= k
	}
}

func columns(d []uint64, f func(uint32) uint32) {
	for c, w := range d {
		d[c] = uint64(f(uint32(w)))
	}
}

// substituteRows is SubBytes and ShiftRows, which commute; step 3 shifts the other way.
func substituteRows(box string, d []uint64, step int) {
	old := [4]uint64(d)
	for c := range 4 {
		d[c] = 0
		for row := range 4 {
			d[c] |= old[(c+row*step)&3] & (0xff << (8 * row))
		}
		d[c] = uint64(substitute(box, uint32(d[c])))
	}
}

// aes128Key makes the next round key of vs2; round numbers out of range have bit 3 inverted.
func aes128Key(d, key, _ []uint64, round uint64) {
	if round &= 15; round == 0 || round > 10 {
		round ^= 8
	}
	w := substitute(aesSBox, bits.RotateLeft32(uint32(key[3]), -8)) ^ uint32(aesRcon[round-1])
	for c := range 4 {
		w ^= uint32(key[c])
		d[c] = uint64(w)
	}
}

// aes256Key makes the next half of a round key of vs2, the half before, and vd, the one before that.
func aes256Key(d, key, _ []uint64, round uint64) {
	if round &= 15; round < 2 || round > 14 {
		round ^= 8
	}
	w := uint32(key[3])
	if round&1 != 0 {
		w = substitute(aesSBox, w)
	} else {
		w = substitute(aesSBox, bits.RotateLeft32(w, -8)) ^ uint32(aesRcon[round/2-1])
	}
	for c := range 4 {
		w ^= uint32(d[c])
		d[c] = uint64(w)
	}
}

// extZvkg: GHASH, multiplication of polynomials over GF(2) modulo x^128 + x^7 + x^2 + x + 1.
func extZvkg() functions {
	return functions{
		"vghsh.vv": groupwise{egs: 4, vs1: true, op: func(d, a, b []uint64, _ uint64) {
			for n := range d {
				d[n] ^= b[n]
			}
			ghash(d, a)
		}}.exec(nil),
		"vgmul.vv": groupwise{egs: 4, op: func(d, a, _ []uint64, _ uint64) { ghash(d, a) }}.exec(nil),
	}
}

// ghash multiplies d by a. The coefficients stand with their bits reversed in each byte.
func ghash(d, a []uint64) {
	s0, s1 := polynomial(d)
	h0, h1 := polynomial(a)
	var z0, z1 uint64
	for k := range 128 {
		bit := s0 >> k & 1
		if k >= 64 {
			bit = s1 >> (k - 64) & 1
		}
		z0 ^= h0 & -bit
		z1 ^= h1 & -bit
		carry := h1 >> 63
		h1 = h1<<1 | h0>>63
		h0 = h0<<1 ^ 0x87&-carry
	}
	z0, z1 = bits.ReverseBytes64(bits.Reverse64(z0)), bits.ReverseBytes64(bits.Reverse64(z1))
	d[0], d[1], d[2], d[3] = z0&0xffffffff, z0>>32, z1&0xffffffff, z1>>32
}

func polynomial(w []uint64) (low, high uint64) {
	return bits.ReverseBytes64(bits.Reverse64(w[1]<<32 | w[0])), bits.ReverseBytes64(bits.Reverse64(w[3]<<32 | w[2]))
}

// extZvknha: SHA-2. SEW = 64 is SHA-512, which Zvknhb adds. The state is {c, d, g, h} in vd and {a, b, e, f}
// in vs2, from the highest element down.
func extZvknha() functions {
	sha512 := func(h *Hart) bool { return h.m.cfg.Table.Selected("Zvknhb") }
	compress := func(first int) Exec {
		narrow := func(d, a, w []uint64, _ uint64) { sha256Rounds(d, a, w[first:]) }
		wide := func(d, a, w []uint64, _ uint64) { sha512Rounds(d, a, w[first:]) }
		return sha2(narrow, wide, sha512)
	}
	return functions{
		"vsha2cl.vv": compress(0),
		"vsha2ch.vv": compress(2),
		"vsha2ms.vv": sha2(
			func(d, a, b []uint64, _ uint64) { sha256Schedule(d, a, b) },
			func(d, a, b []uint64, _ uint64) { sha512Schedule(d, a, b) }, sha512),
	}
}

func sha2(narrow, wide func(d, a, b []uint64, _ uint64), sha512 func(*Hart) bool) Exec {
	n := groupwise{egs: 4, vs1: true, apart1: true, apart2: true, op: narrow}.exec(nil)
	w := groupwise{egs: 4, vs1: true, apart1: true, apart2: true, op: wide}.exec(sha512)
	return func(h *Hart, i *Inst) {
		if h.sew == eew64 {
			w(h, i)
		} else {
			n(h, i)
		}
	}
}

func sha256Rounds(d, s, w []uint64) {
	a, b, c, dd := uint32(s[3]), uint32(s[2]), uint32(d[3]), uint32(d[2])
	e, f, g, hh := uint32(s[1]), uint32(s[0]), uint32(d[1]), uint32(d[0])
	for k := range 2 {
		t1 := hh + sha256Sum(e, 6, 11, 25) + (e&f ^ ^e&g) + uint32(w[k])
		t2 := sha256Sum(a, 2, 13, 22) + (a&b ^ a&c ^ b&c)
		a, b, c, dd, e, f, g, hh = t1+t2, a, b, c, dd+t1, e, f, g
	}
	d[3], d[2], d[1], d[0] = uint64(a), uint64(b), uint64(e), uint64(f)
}

func sha512Rounds(d, s, w []uint64) {
	a, b, c, dd := s[3], s[2], d[3], d[2]
	e, f, g, hh := s[1], s[0], d[1], d[0]
	for k := range 2 {
		t1 := hh + sha512Sum(e, 14, 18, 41) + (e&f ^ ^e&g) + w[k]
		t2 := sha512Sum(a, 28, 34, 39) + (a&b ^ a&c ^ b&c)
		a, b, c, dd, e, f, g, hh = t1+t2, a, b, c, dd+t1, e, f, g
	}
	d[3], d[2], d[1], d[0] = a, b, e, f
}

// sha256Schedule: d is W[3:0], a is W[11], W[10], W[9], W[4], b is W[15], W[14], unused, W[12].
func sha256Schedule(d, a, b []uint64) {
	sig0 := func(w uint64) uint32 { return sha256Sig(uint32(w), 7, 18, 3) }
	sig1 := func(w uint64) uint32 { return sha256Sig(uint32(w), 17, 19, 10) }
	w16 := sig1(b[2]) + uint32(a[1]) + sig0(d[1]) + uint32(d[0])
	w17 := sig1(b[3]) + uint32(a[2]) + sig0(d[2]) + uint32(d[1])
	w18 := sig1(uint64(w16)) + uint32(a[3]) + sig0(d[3]) + uint32(d[2])
	w19 := sig1(uint64(w17)) + uint32(b[0]) + sig0(a[0]) + uint32(d[3])
	d[0], d[1], d[2], d[3] = uint64(w16), uint64(w17), uint64(w18), uint64(w19)
}

func sha512Schedule(d, a, b []uint64) {
	sig0 := func(w uint64) uint64 { return sha512Sig(w, 1, 8, 7) }
	sig1 := func(w uint64) uint64 { return sha512Sig(w, 19, 61, 6) }
	w16 := sig1(b[2]) + a[1] + sig0(d[1]) + d[0]
	w17 := sig1(b[3]) + a[2] + sig0(d[2]) + d[1]
	w18 := sig1(w16) + a[3] + sig0(d[3]) + d[2]
	w19 := sig1(w17) + b[0] + sig0(a[0]) + d[3]
	d[0], d[1], d[2], d[3] = w16, w17, w18, w19
}

// extZvksed: SM4.
func extZvksed() functions {
	t := functions{"vsm4k.vi": groupwise{egs: 4, op: func(d, key, _ []uint64, group uint64) {
		sm4Rounds(d, key, func(k int) uint32 { return sm4CK(int(group)&7*4 + k) }, sm4Key)
	}}.exec(nil)}
	t.both("vsm4r", func(d, key, _ []uint64, _ uint64) {
		sm4Rounds(d, d, func(k int) uint32 { return uint32(key[k]) }, sm4Round)
	})
	return t
}

// sm4Rounds makes four new words in d of four in x: each from the one four places back, and from the
// three after that with a key.
func sm4Rounds(d, x []uint64, key func(k int) uint32, linear func(uint32) uint32) {
	w := [8]uint32{uint32(x[0]), uint32(x[1]), uint32(x[2]), uint32(x[3])}
	for k := range 4 {
		w[k+4] = w[k] ^ linear(substitute(sm4SBox, w[k+1]^w[k+2]^w[k+3]^key(k)))
		d[k] = uint64(w[k+4])
	}
}

// sm4CK is a constant of GB/T 32907-2016, 7.3: byte j of word n is 7 * (4*n + j), highest byte first.
func sm4CK(n int) (w uint32) {
	for j := range 4 {
		w = w<<8 | uint32(uint8(7*(4*n+j)))
	}
	return w
}

// extZvksh: SM3, on words whose bytes are reversed.
func extZvksh() functions {
	return functions{
		"vsm3c.vi":  groupwise{egs: 8, op: sm3Compress, apart2: true}.exec(nil),
		"vsm3me.vv": groupwise{egs: 8, op: sm3Expand, vs1: true, apart2: true}.exec(nil),
	}
}

func swapped(w uint64) uint32 { return bits.ReverseBytes32(uint32(w)) }

// sm3Expand makes W[23:16] of W[15:8] in vs2 and W[7:0] in vs1 (GB/T 32905-2016, 5.3.2).
func sm3Expand(d, a, b []uint64, _ uint64) {
	var w [24]uint32
	for k := range 8 {
		w[k], w[8+k] = swapped(b[k]), swapped(a[k])
	}
	for k := 16; k < 24; k++ {
		w[k] = sm3P1(w[k-16]^w[k-9]^bits.RotateLeft32(w[k-3], 15)) ^ bits.RotateLeft32(w[k-13], 7) ^ w[k-6]
		d[k-16] = uint64(bits.ReverseBytes32(w[k]))
	}
}

// sm3Compress does rounds 2*imm and 2*imm+1 on the state {H, …, A}, A in element 0.
func sm3Compress(d, words, _ []uint64, imm uint64) {
	var s [8]uint32 // A to H
	for k := range s {
		s[k] = swapped(d[k])
	}
	for k := range 2 {
		j := int(imm)*2 + k
		w, x := swapped(words[k]), swapped(words[k])^swapped(words[k+4])
		a, b, c, e, f, g := s[0], s[1], s[2], s[4], s[5], s[6]
		t, ff, gg := uint32(0x79cc4519), a^b^c, e^f^g
		if j > 15 {
			t, ff, gg = 0x7a879d8a, a&b|a&c|b&c, e&f|^e&g
		}
		ss1 := bits.RotateLeft32(bits.RotateLeft32(a, 12)+e+bits.RotateLeft32(t, j%32), 7)
		tt1 := ff + s[3] + (ss1 ^ bits.RotateLeft32(a, 12)) + x
		tt2 := gg + s[7] + ss1 + w
		s = [8]uint32{tt1, a, bits.RotateLeft32(b, 9), c, sm3P0(tt2), e, bits.RotateLeft32(f, 19), g}
	}
	for k := range s {
		d[k] = uint64(bits.ReverseBytes32(s[k]))
	}
}
