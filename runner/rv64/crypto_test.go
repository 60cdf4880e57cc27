package rv64

import (
	"bytes"
	"crypto/aes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"testing"
)

// The S-boxes follow from their definitions: inversion in a field of 256 elements between affine maps.
func TestSBoxes(t *testing.T) {
	multiply := func(a, b, modulus int) (p int) {
		for ; b != 0; b >>= 1 {
			if b&1 != 0 {
				p ^= a
			}
			if a <<= 1; a&0x100 != 0 {
				a ^= modulus
			}
		}
		return p
	}
	inverse := func(a, modulus int) int {
		for b := range 256 {
			if multiply(a, b, modulus) == 1 {
				return b
			}
		}
		return 0
	}
	affine := func(row, v uint8, c uint8) (w uint8) { // bit k of the result is the parity of v and row rotated left by k
		for k := range 8 {
			w |= uint8(bits.OnesCount8(v&bits.RotateLeft8(row, k))&1) << k
		}
		return w ^ c
	}
	for x := range 256 {
		if want := affine(0xf1, uint8(inverse(x, 0x11b)), 0x63); aesSBox[x] != want {
			t.Errorf("aesSBox[%#x] is %#x, want %#x", x, aesSBox[x], want)
		}
		if aesInvSBox[aesSBox[x]] != uint8(x) {
			t.Errorf("aesInvSBox does not undo aesSBox at %#x", x)
		}
		if want := affine(0xa7, uint8(inverse(int(affine(0xa7, uint8(x), 0xd3)), 0x1f5)), 0xd3); sm4SBox[x] != want {
			t.Errorf("sm4SBox[%#x] is %#x, want %#x", x, sm4SBox[x], want)
		}
	}
}

// aesKeys expands a key with the key schedule instructions, as two registers a round key.
func aesKeys(t *testing.T, key []byte) (keys [][2]uint64) {
	f := extZkne()
	step1 := func(a uint64, rnum int64) uint64 { return apply(f["aes64ks1i"], a, 0, rnum) }
	step2 := func(a, b uint64) uint64 { return apply(f["aes64ks2"], a, b, 0) }
	var k []uint64
	for len(key) > 0 {
		k = append(k, binary.LittleEndian.Uint64(key))
		key = key[8:]
	}
	var all []uint64
	switch len(k) {
	case 2: // AES-128
		all = k
		for round := range int64(10) {
			a := step2(step1(k[1], round), k[0])
			k = []uint64{a, step2(a, k[1])}
			all = append(all, k...)
		}
	case 3: // AES-192
		all = k
		for round := range int64(8) {
			a := step2(step1(k[2], round), k[0])
			b := step2(a, k[1])
			k = []uint64{a, b, step2(b, k[2])}
			all = append(all, k...)
		}
	case 4: // AES-256
		all = k
		for round := range int64(7) {
			a := step2(step1(k[3], round), k[0])
			b := step2(a, k[1])
			c := step2(step1(b, 10), k[2])
			k = []uint64{a, b, c, step2(c, k[3])}
			all = append(all, k...)
		}
	default:
		t.Fatal("no such key")
	}
	for n := 0; n+1 < len(all); n += 2 {
		keys = append(keys, [2]uint64{all[n], all[n+1]})
	}
	return keys
}

// AES built of the instructions, against crypto/aes and the examples of FIPS 197, appendix C.
func TestAES(t *testing.T) {
	ne, nd := extZkne(), extZknd()
	block := func(b []byte) (v [2]uint64) {
		return [2]uint64{binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[8:])}
	}
	text := func(v [2]uint64) []byte {
		return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, v[0]), v[1])
	}
	round := func(f Exec, s [2]uint64) [2]uint64 {
		return [2]uint64{apply(f, s[0], s[1], 0), apply(f, s[1], s[0], 0)}
	}
	xor := func(a, b [2]uint64) [2]uint64 { return [2]uint64{a[0] ^ b[0], a[1] ^ b[1]} }
	check := func(key, plain, want []byte) {
		t.Helper()
		keys := aesKeys(t, key)
		rounds := map[int]int{16: 10, 24: 12, 32: 14}[len(key)]
		s := xor(block(plain), keys[0])
		for n := 1; n < rounds; n++ {
			s = xor(round(ne["aes64esm"], s), keys[n])
		}
		s = xor(round(ne["aes64es"], s), keys[rounds])
		if got := text(s); !bytes.Equal(got, want) {
			t.Errorf("key %x: %x encrypts to %x, want %x", key, plain, got, want)
		}
		// The equivalent inverse cipher: round keys through InvMixColumns.
		s = xor(block(want), keys[rounds])
		for n := rounds - 1; n > 0; n-- {
			k := [2]uint64{apply(nd["aes64im"], keys[n][0], 0, 0), apply(nd["aes64im"], keys[n][1], 0, 0)}
			s = xor(round(nd["aes64dsm"], s), k)
		}
		s = xor(round(nd["aes64ds"], s), keys[0])
		if got := text(s); !bytes.Equal(got, plain) {
			t.Errorf("key %x: %x decrypts to %x, want %x", key, want, got, plain)
		}
	}
	fromHex := func(s string) []byte { b, _ := hex.DecodeString(s); return b }
	const key, plain = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "00112233445566778899aabbccddeeff"
	for size, want := range map[int]string{16: "69c4e0d86a7b0430d8cdb78070b4c55a", 24: "dda97ca4864cdfe06eaf70a0ec0d7191", 32: "8ea2b7ca516745bfeafc49904b496089"} {
		check(fromHex(key)[:size], fromHex(plain), fromHex(want))
	}
	r := rand.NewChaCha8([32]byte{1})
	for range 50 {
		for _, size := range []int{16, 24, 32} {
			key, plain, want := make([]byte, size), make([]byte, 16), make([]byte, 16)
			r.Read(key)
			r.Read(plain)
			c, err := aes.NewCipher(key)
			if err != nil {
				t.Fatal(err)
			}
			c.Encrypt(want, plain)
			check(key, plain, want)
		}
	}
}

// The round numbers that the key schedule does not have are reserved.
func TestAESReservedRounds(t *testing.T) {
	for rnum := range int64(16) {
		h := &Hart{}
		h.x[7] = 1
		extZkne()["aes64ks1i"](h, &Inst{Rd: 7, Rs1: 5, Imm: rnum})
		if _, raised := h.Raised(); raised != (rnum > 10) || raised && h.x[7] != 1 {
			t.Errorf("rnum %d: raised %v, rd %#x", rnum, raised, h.x[7])
		}
	}
}

// SHA-2 built of the instructions, one block of each, against the standard library. The constants
// are those of FIPS 180-4, computed from their definition: roots of primes.
func TestSHA2(t *testing.T) {
	f := extZknh()
	message := []byte("abc")

	op32 := func(name string, v uint32) uint32 {
		got := apply(f[name], uint64(v)|0xdead<<32, 0, 0)
		if got != uint64(int64(int32(got))) {
			t.Fatalf("%s: %#x is not sign-extended", name, got)
		}
		return uint32(got)
	}
	var block [128]byte
	copy(block[:], message)
	block[len(message)] = 0x80
	binary.BigEndian.PutUint64(block[56:], uint64(8*len(message)))
	var w [64]uint32
	for k := range w {
		if k < 16 {
			w[k] = binary.BigEndian.Uint32(block[4*k:])
		} else {
			w[k] = op32("sha256sig1", w[k-2]) + w[k-7] + op32("sha256sig0", w[k-15]) + w[k-16]
		}
	}
	var h [8]uint32
	for k := range h {
		h[k] = uint32(root(2, prime(k)) >> 32)
	}
	s := h
	for k := range w {
		t1 := s[7] + op32("sha256sum1", s[4]) + (s[4]&s[5] ^ ^s[4]&s[6]) + uint32(root(3, prime(k))>>32) + w[k]
		t2 := op32("sha256sum0", s[0]) + (s[0]&s[1] ^ s[0]&s[2] ^ s[1]&s[2])
		s = [8]uint32{t1 + t2, s[0], s[1], s[2], s[3] + t1, s[4], s[5], s[6]}
	}
	var digest []byte
	for k := range h {
		digest = binary.BigEndian.AppendUint32(digest, h[k]+s[k])
	}
	if want := sha256.Sum256(message); !bytes.Equal(digest, want[:]) {
		t.Errorf("SHA-256 is %x, want %x", digest, want)
	}

	op64 := func(name string, v uint64) uint64 { return apply(f[name], v, 0, 0) }
	clear(block[56:64])
	binary.BigEndian.PutUint64(block[120:], uint64(8*len(message)))
	var w2 [80]uint64
	for k := range w2 {
		if k < 16 {
			w2[k] = binary.BigEndian.Uint64(block[8*k:])
		} else {
			w2[k] = op64("sha512sig1", w2[k-2]) + w2[k-7] + op64("sha512sig0", w2[k-15]) + w2[k-16]
		}
	}
	var h2 [8]uint64
	for k := range h2 {
		h2[k] = root(2, prime(k))
	}
	s2 := h2
	for k := range w2 {
		t1 := s2[7] + op64("sha512sum1", s2[4]) + (s2[4]&s2[5] ^ ^s2[4]&s2[6]) + root(3, prime(k)) + w2[k]
		t2 := op64("sha512sum0", s2[0]) + (s2[0]&s2[1] ^ s2[0]&s2[2] ^ s2[1]&s2[2])
		s2 = [8]uint64{t1 + t2, s2[0], s2[1], s2[2], s2[3] + t1, s2[4], s2[5], s2[6]}
	}
	digest = nil
	for k := range h2 {
		digest = binary.BigEndian.AppendUint64(digest, h2[k]+s2[k])
	}
	if want := sha512.Sum512(message); !bytes.Equal(digest, want[:]) {
		t.Errorf("SHA-512 is %x, want %x", digest, want)
	}
}

// SM3 of "abc" (GB/T 32905-2016, A.1).
func TestSM3(t *testing.T) {
	f := extZksh()
	op := func(name string, v uint32) uint32 { return uint32(apply(f[name], uint64(v)|0xdead<<32, 0, 0)) }
	if got := apply(f["sm3p0"], 1<<31, 0, 0); got != extended(got, 32) || got>>63 != 1 {
		t.Errorf("sm3p0 of 2^31 is %#x: not sign-extended", got)
	}
	var block [64]byte
	copy(block[:], "abc\x80")
	block[63] = 24
	var w [68]uint32
	for k := range w {
		if k < 16 {
			w[k] = binary.BigEndian.Uint32(block[4*k:])
		} else {
			w[k] = op("sm3p1", w[k-16]^w[k-9]^bits.RotateLeft32(w[k-3], 15)) ^ bits.RotateLeft32(w[k-13], 7) ^ w[k-6]
		}
	}
	iv := [8]uint32{0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e}
	s := iv
	for k := range 64 {
		c, ff, gg := uint32(0x79cc4519), s[0]^s[1]^s[2], s[4]^s[5]^s[6]
		if k >= 16 {
			c, ff, gg = 0x7a879d8a, s[0]&s[1]|s[0]&s[2]|s[1]&s[2], s[4]&s[5]|^s[4]&s[6]
		}
		ss1 := bits.RotateLeft32(bits.RotateLeft32(s[0], 12)+s[4]+bits.RotateLeft32(c, k), 7)
		tt1 := ff + s[3] + (ss1 ^ bits.RotateLeft32(s[0], 12)) + (w[k] ^ w[k+4])
		tt2 := gg + s[7] + ss1 + w[k]
		s = [8]uint32{tt1, s[0], bits.RotateLeft32(s[1], 9), s[2], op("sm3p0", tt2), s[4], bits.RotateLeft32(s[5], 19), s[6]}
	}
	var digest []byte
	for k := range iv {
		digest = binary.BigEndian.AppendUint32(digest, iv[k]^s[k])
	}
	if got := hex.EncodeToString(digest); got != "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0" {
		t.Errorf("SM3 is %s", got)
	}
}

// SM4 as GB/T 32907-2016, A.1 has it, on words as they are loaded from memory.
func TestSM4(t *testing.T) {
	f := extZksed()
	quarters := func(name string, word, v uint32) uint32 {
		for bs := range int64(4) {
			got := apply(f[name], uint64(word)|0xdead<<32, uint64(v)|0xbeef<<32, bs)
			if got != extended(got, 32) {
				t.Fatalf("%s: %#x is not sign-extended", name, got)
			}
			word = uint32(got)
		}
		return word
	}
	text, _ := hex.DecodeString("0123456789abcdeffedcba9876543210")
	load := func(b []byte) (w [4]uint32) {
		for k := range w {
			w[k] = binary.LittleEndian.Uint32(b[4*k:])
		}
		return w
	}
	k := load(text) // the key is the plaintext
	for n, fk := range [4]uint32{0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc} {
		k[n] ^= bits.ReverseBytes32(fk)
	}
	x := load(text)
	for round := range 32 {
		var ck uint32 // byte j of CK is (4 round + j) * 7
		for j := range 4 {
			ck |= uint32(uint8((4*round+j)*7)) << (8 * j)
		}
		k = [4]uint32{k[1], k[2], k[3], quarters("sm4ks", k[0], k[1]^k[2]^k[3]^ck)}
		x = [4]uint32{x[1], x[2], x[3], quarters("sm4ed", x[0], x[1]^x[2]^x[3]^k[3])}
	}
	var cipher []byte
	for n := range x {
		cipher = binary.LittleEndian.AppendUint32(cipher, x[3-n])
	}
	if got := hex.EncodeToString(cipher); got != "681edf34d206965e86b3e94f536e4246" {
		t.Errorf("SM4 is %s", got)
	}
}

// prime is the n-th prime from 2.
func prime(n int) int64 {
	for p := int64(2); ; p++ {
		is := true
		for d := int64(2); d*d <= p; d++ {
			is = is && p%d != 0
		}
		if is {
			if n == 0 {
				return p
			}
			n--
		}
	}
}

// root is the first 64 bits of the fraction of the k-th root of v.
func root(k, v int64) uint64 {
	scaled := new(big.Int).Lsh(big.NewInt(v), uint(64*k))
	low, high := big.NewInt(0), new(big.Int).Lsh(big.NewInt(v), 64)
	for low.Cmp(high) < 0 { // the greatest r with r^k <= v * 2^(64k)
		middle := new(big.Int).Add(low, high)
		middle.Add(middle, big.NewInt(1)).Rsh(middle, 1)
		if new(big.Int).Exp(middle, big.NewInt(k), nil).Cmp(scaled) <= 0 {
			low = middle
		} else {
			high = middle.Sub(middle, big.NewInt(1))
		}
	}
	return new(big.Int).And(low, new(big.Int).SetUint64(^uint64(0))).Uint64()
}
