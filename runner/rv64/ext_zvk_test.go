package rv64

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"
)

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// groups writes element groups one after the other.
func (r *vectorRig) groups(reg uint8, b ...[]byte) {
	at := int(reg) * r.VLENB()
	for _, g := range b {
		at += copy(r.v[at:], g)
	}
}

func (r *vectorRig) group(reg uint8, n int) []byte {
	return bytes.Clone(r.v[int(reg)*r.VLENB():][:n])
}

// AES-128 and AES-256: keys by the key schedule, blocks by rounds, in both forms and both ways, against the
// standard library. Two blocks, so that .vs and .vv differ.
func TestVectorAES(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, size := range []int{16, 32} {
		r := newVectorRig(t, Config{VLEN: 256})
		r.config("e32,m1", 8)
		key, text := make([]byte, size), make([]byte, 32)
		for k := range text {
			key[k%size], text[k] = byte(random.Uint32()), byte(random.Uint32())
		}
		// Round key n in both groups of keys[n].
		keys := [][]byte{key[:16]}
		rounds := 10
		if size == 32 {
			rounds = 14
			keys = append(keys, key[16:])
		}
		for n := len(keys); n <= rounds; n++ {
			last := keys[n-1]
			r.groups(4, last, last)
			if size == 16 {
				r.must(fmt.Sprintf("vaeskf1.vi vd=5 vs2=4 zimm5=%d", n))
			} else {
				r.groups(5, keys[n-2], keys[n-2])
				r.must(fmt.Sprintf("vaeskf2.vi vd=5 vs2=4 zimm5=%d", n|16)) // bit 4 is ignored
			}
			keys = append(keys, r.group(5, 16))
		}
		block, err := aes.NewCipher(key)
		if err != nil {
			t.Fatal(err)
		}
		encrypted, decrypted := make([]byte, 32), make([]byte, 32)
		for k := 0; k < 32; k += 16 {
			block.Encrypt(encrypted[k:], text[k:])
			block.Decrypt(decrypted[k:], text[k:])
		}
		for _, form := range []string{"vv", "vs"} {
			set := func(n int) {
				if form == "vv" {
					r.groups(4, keys[n], keys[n])
				} else {
					r.groups(4, keys[n], make([]byte, 16)) // group 1 does not count
				}
			}
			r.groups(6, text)
			set(0)
			r.must("vaesz.vs vd=6 vs2=4")
			for n := 1; n < rounds; n++ {
				set(n)
				r.must("vaesem." + form + " vd=6 vs2=4")
			}
			set(rounds)
			r.must("vaesef." + form + " vd=6 vs2=4")
			if got := r.group(6, 32); !bytes.Equal(got, encrypted) {
				t.Errorf("AES-%d encryption .%s: % x, want % x", 8*size, form, got, encrypted)
			}
			r.groups(6, text)
			set(rounds)
			r.must("vaesz.vs vd=6 vs2=4")
			for n := rounds - 1; n > 0; n-- {
				set(n)
				r.must("vaesdm." + form + " vd=6 vs2=4")
			}
			set(0)
			r.must("vaesdf." + form + " vd=6 vs2=4")
			if got := r.group(6, 32); !bytes.Equal(got, decrypted) {
				t.Errorf("AES-%d decryption .%s: % x, want % x", 8*size, form, got, decrypted)
			}
		}
	}
}

// Round numbers that no key schedule has are those with bit 3 inverted.
func TestKeyScheduleRounds(t *testing.T) {
	for _, test := range []struct {
		insn        string
		out, mapped int
	}{{"vaeskf1.vi", 0, 8}, {"vaeskf1.vi", 11, 3}, {"vaeskf1.vi", 15, 7}, {"vaeskf2.vi", 0, 8}, {"vaeskf2.vi", 1, 9}, {"vaeskf2.vi", 15, 7}} {
		var got [2][]byte
		for k, round := range []int{test.out, test.mapped} {
			r := newVectorRig(t, Config{})
			r.config("e32,m1", 4)
			r.groups(4, []byte("0123456789abcdef"))
			r.must(fmt.Sprintf("%s vd=5 vs2=4 zimm5=%d", test.insn, round))
			got[k] = r.group(5, 16)
		}
		if !bytes.Equal(got[0], got[1]) {
			t.Errorf("%s: round %d is not round %d", test.insn, test.out, test.mapped)
		}
	}
}

// words reads big-endian words of a hash into elements.
func reversedWords(b []byte, size int) []byte {
	out := bytes.Clone(b)
	for k := 0; k < len(out); k += size {
		for n := range size / 2 {
			out[k+n], out[k+size-1-n] = out[k+size-1-n], out[k+n]
		}
	}
	return out
}

// SHA-256 and SHA-512 of one padded block each, by message schedule and compression.
func TestVectorSHA2(t *testing.T) {
	k256 := fractions(64, 32)
	k512 := fractions(80, 64)
	for _, test := range []struct {
		sew, rounds int
		k           []uint64
		h           []uint64 // initial hash
		want        []byte
	}{
		{32, 64, k256, []uint64{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}, hash256("abc")},
		{64, 80, k512, []uint64{0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}, hash512("abc")},
	} {
		r := newVectorRig(t, Config{VLEN: 256})
		r.config(fmt.Sprintf("e%d,m1", test.sew), 4)
		size := test.sew / 8
		block := make([]byte, 16*size)
		copy(block, "abc\x80")
		block[len(block)-1] = 24
		block = reversedWords(block, size)
		w := make([]uint64, test.rounds)
		r.groups(4, block)
		copy(w, r.get(4, uint64(test.sew), 16))
		for n := 16; n < test.rounds; n += 4 {
			r.put(6, uint64(test.sew), w[n-16:n-12]...)
			r.put(7, uint64(test.sew), w[n-12], w[n-7], w[n-6], w[n-5])
			r.put(8, uint64(test.sew), w[n-4], 0xdeadbeef, w[n-2], w[n-1])
			r.must("vsha2ms.vv vd=6 vs2=7 vs1=8")
			copy(w[n:], r.get(6, uint64(test.sew), 4))
		}
		a := test.h
		r.put(10, uint64(test.sew), a[5], a[4], a[1], a[0]) // f e b a
		r.put(12, uint64(test.sew), a[7], a[6], a[3], a[2]) // h g d c
		for n := 0; n < test.rounds; n += 4 {
			kw := make([]uint64, 4)
			for k := range kw {
				kw[k] = w[n+k] + test.k[n+k]
			}
			r.put(14, uint64(test.sew), kw...)
			r.must("vsha2cl.vv vd=12 vs2=10 vs1=14")
			r.must("vsha2ch.vv vd=10 vs2=12 vs1=14")
		}
		x, y := r.get(10, uint64(test.sew), 4), r.get(12, uint64(test.sew), 4)
		var digest []byte
		for n, v := range []uint64{x[3], x[2], y[3], y[2], x[1], x[0], y[1], y[0]} {
			v += a[n]
			if test.sew == 32 {
				digest = binary.BigEndian.AppendUint32(digest, uint32(v))
			} else {
				digest = binary.BigEndian.AppendUint64(digest, v)
			}
		}
		if !bytes.Equal(digest, test.want) {
			t.Errorf("SHA with SEW = %d: %x, want %x", test.sew, digest, test.want)
		}
	}
	tab, err := vectorTableOf("I", "Zicsr", "Sm", "V", "Zvknha")
	if err != nil {
		t.Fatal(err)
	}
	narrow := newVectorRig(t, Config{Table: tab})
	narrow.config("e64,m2", 4)
	if trap := narrow.do("vsha2ms.vv vd=8 vs2=10 vs1=12"); trap == nil || trap.Cause != IllegalInstruction {
		t.Errorf("SEW = 64 without Zvknhb: %+v", trap)
	}
}

func hash256(s string) []byte { h := sha256.Sum256([]byte(s)); return h[:] }
func hash512(s string) []byte { h := sha512.Sum512([]byte(s)); return h[:] }

// fractions are the first bits of the fractional parts of the cube roots of the first n primes.
func fractions(n, bits int) (k []uint64) {
	for p := 2; len(k) < n; p++ {
		prime := true
		for d := 2; d*d <= p; d++ {
			prime = prime && p%d != 0
		}
		if prime {
			k = append(k, cubeRootFraction(uint64(p), bits))
		}
	}
	return k
}

// GHASH: the tag of GCM over one block of additional data, with the nonce's pad taken off.
func TestVectorGHASH(t *testing.T) {
	key, nonce, extra := []byte("0123456789abcdef"), []byte("twelve bytes"), []byte("sixteen bytes ok")
	block, err := aes.NewCipher(key)
	if err != nil {
		t.Fatal(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		t.Fatal(err)
	}
	tag := gcm.Seal(nil, nonce, nil, extra)
	h, pad := make([]byte, 16), make([]byte, 16)
	block.Encrypt(h, h)
	block.Encrypt(pad, append(bytes.Clone(nonce), 0, 0, 0, 1))
	for k := range tag {
		tag[k] ^= pad[k]
	}
	lengths := make([]byte, 16)
	lengths[7] = 128

	r := newVectorRig(t, Config{})
	r.config("e32,m1", 4)
	r.groups(4, h)
	r.groups(5, extra)
	r.groups(6, make([]byte, 16))
	r.must("vghsh.vv vd=6 vs2=4 vs1=5")
	r.groups(5, lengths)
	r.must("vxor.vv vd=6 vs2=6 vs1=5")
	r.must("vgmul.vv vd=6 vs2=4")
	if got := r.group(6, 16); !bytes.Equal(got, tag) {
		t.Errorf("GHASH: % x, want % x", got, tag)
	}
}

// SM4: the example of GB/T 32907-2016, A.1, both ways, on two blocks.
func TestVectorSM4(t *testing.T) {
	const same, out = "0123456789abcdeffedcba9876543210", "681edf34d206965e86b3e94f536e4246"
	for _, form := range []string{"vv", "vs"} {
		r := newVectorRig(t, Config{VLEN: 256})
		r.config("e32,m1", 8)
		key := reversedWords(unhex(t, same), 4)
		for k, fk := range []uint32{0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc} {
			binary.LittleEndian.PutUint32(key[4*k:], binary.LittleEndian.Uint32(key[4*k:])^fk)
		}
		var keys [8][]byte
		r.groups(4, key, key)
		for n := range keys {
			r.must(fmt.Sprintf("vsm4k.vi vd=4 vs2=4 zimm5=%d", n|24)) // bits 4:3 are ignored
			keys[n] = r.group(4, 16)
		}
		text := reversedWords(unhex(t, same), 4)
		backwards := func(b []byte) []byte { // words, and their bytes, in reverse
			b = bytes.Clone(b)
			for n := range 8 {
				b[n], b[15-n] = b[15-n], b[n]
			}
			return b
		}
		r.groups(6, text, text)
		for _, k := range keys {
			r.groups(5, k, k)
			r.must("vsm4r." + form + " vd=6 vs2=5")
		}
		for n := 0; n < 32; n += 16 {
			if got := hex.EncodeToString(backwards(r.group(6, 32)[n : n+16])); got != out {
				t.Errorf("SM4 .%s: %s, want %s", form, got, out)
			}
		}
		words := func(b []byte) []byte { // the order of words alone
			return bytes.Join([][]byte{b[12:], b[8:12], b[4:8], b[:4]}, nil)
		}
		r.groups(6, words(r.group(6, 16)), make([]byte, 16))
		for n := range keys {
			k := words(keys[7-n])
			r.groups(5, k, k)
			r.must("vsm4r." + form + " vd=6 vs2=5")
		}
		if got := hex.EncodeToString(backwards(r.group(6, 16))); got != same {
			t.Errorf("SM4 decryption .%s: %s", form, got)
		}
	}
}

// SM3: the first example of GB/T 32905-2016, A.1.
func TestVectorSM3(t *testing.T) {
	const want = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
	for _, vlen := range []int{128, 256} {
		r := newVectorRig(t, Config{VLEN: vlen})
		r.config(map[int]string{128: "e32,m2", 256: "e32,m1"}[vlen], 8)
		block := make([]byte, 64)
		copy(block, "abc\x80")
		block[63] = 24
		w := bytes.Clone(block)
		for len(w) < 68*4 {
			r.groups(4, w[len(w)-64:len(w)-32])
			r.groups(6, w[len(w)-32:])
			r.must("vsm3me.vv vd=8 vs2=6 vs1=4")
			w = append(w, r.group(8, 32)...)
		}
		iv := unhex(t, "7380166f4914b2b9172442d7da8a0600a96f30bc163138aae38dee4db0fb0e4e")
		r.groups(8, iv)
		for round := range 32 {
			words := make([]byte, 32)
			copy(words, w[8*round:])
			r.groups(4, words)
			r.must(fmt.Sprintf("vsm3c.vi vd=8 vs2=4 zimm5=%d", round))
		}
		got := r.group(8, 32)
		for k := range got {
			got[k] ^= iv[k]
		}
		if hex.EncodeToString(got) != want {
			t.Errorf("VLEN %d: SM3 is %x, want %s", vlen, got, want)
		}
	}
}

// cubeRootFraction is floor(frac(cbrt(p)) * 2^bits).
func cubeRootFraction(p uint64, bits int) uint64 {
	scaled := new(big.Int).Lsh(new(big.Int).SetUint64(p), uint(3*bits))
	low, high := new(big.Int), new(big.Int).Lsh(big.NewInt(1), uint(bits+8))
	for one := big.NewInt(1); new(big.Int).Sub(high, low).Cmp(one) > 0; {
		mid := new(big.Int).Rsh(new(big.Int).Add(low, high), 1)
		if new(big.Int).Exp(mid, big.NewInt(3), nil).Cmp(scaled) <= 0 {
			low = mid
		} else {
			high = mid
		}
	}
	return low.And(low, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(bits)), big.NewInt(1))).Uint64()
}
