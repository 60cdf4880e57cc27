package oracle

import (
	"bytes"
	"crypto/aes"
	"encoding/binary"
	"math/bits"
	"math/rand/v2"
	"os"
	"testing"

	"go.starlark.net/starlark"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// helpers is the shared semantics of the pack in the tree, to be called by name.
type helpers struct {
	t testing.TB
	m *machine
}

func newHelpers(t testing.TB) helpers {
	t.Helper()
	pack, err := specs.Load(os.DirFS("../riscv"), "riscv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := isa.New(pack, "I")
	if err != nil {
		t.Fatal(err)
	}
	o, err := New(pack, table, Env{})
	if err != nil {
		t.Fatal(err)
	}
	m, err := newMachine(o)
	if err == nil {
		err = m.requireAll()
	}
	if err != nil {
		t.Fatal(err)
	}
	return helpers{t, m}
}

// call gives the 64 low bits of what a helper of integers returns.
func (h helpers) call(name string, args ...uint64) uint64 {
	h.t.Helper()
	var tuple starlark.Tuple
	for _, a := range args {
		tuple = append(tuple, starlark.MakeUint64(a))
	}
	v, err := starlark.Call(&h.m.thread, h.m.names[name], tuple, nil)
	if err != nil {
		h.t.Fatalf("%s%v: %v", name, args, err)
	}
	return truncate(v.(starlark.Int))
}

// box is a helper's values for all bytes.
func (h helpers) box(name string) (table [256]byte) {
	h.t.Helper()
	for i := range table {
		table[i] = byte(h.call(name, uint64(i)))
	}
	return table
}

// AES built from the S-box and the field's product, as FIPS 197 does, is the AES of crypto/aes.
func TestAESFromBox(t *testing.T) {
	h := newHelpers(t)
	box, inverse := h.box("aes_sbox"), h.box("aes_inv_sbox")
	for i := range box {
		if inverse[box[i]] != byte(i) {
			t.Errorf("aes_inv_sbox(aes_sbox(%#x)) = %#x", i, inverse[box[i]])
		}
	}
	times := func(a, b byte) byte { return byte(h.call("gf_mul", uint64(a), uint64(b))) }
	random := rand.New(rand.NewPCG(1, 2))
	var block, key [16]byte
	for range 4 {
		binary.LittleEndian.PutUint64(block[:], random.Uint64())
		binary.LittleEndian.PutUint64(key[:], random.Uint64())
		binary.LittleEndian.PutUint64(key[8:], random.Uint64())

		state, round, rcon := block, key, byte(1)
		for i := range 16 {
			state[i] ^= round[i]
		}
		for r := 1; r <= 10; r++ {
			next := round
			for i := range 4 {
				next[i] ^= box[round[12+(i+1)%4]]
			}
			next[0] ^= rcon
			for i := 4; i < 16; i++ {
				next[i] ^= next[i-4]
			}
			round, rcon = next, times(rcon, 2)

			var shifted [16]byte
			for i := range 16 {
				shifted[i] = box[state[(i+4*(i%4))%16]]
			}
			state = shifted
			if r < 10 {
				for i := range 16 {
					column := shifted[i/4*4:]
					a, b, c, d := column[i%4], column[(i+1)%4], column[(i+2)%4], column[(i+3)%4]
					state[i] = times(a, 2) ^ times(b, 3) ^ c ^ d
				}
			}
			for i := range 16 {
				state[i] ^= round[i]
			}
		}
		theirs, err := aes.NewCipher(key[:])
		if err != nil {
			t.Fatal(err)
		}
		want := make([]byte, 16)
		theirs.Encrypt(want, block[:])
		if !bytes.Equal(state[:], want) {
			t.Errorf("key %x: %x encrypts to %x, crypto/aes says %x", key, block, state, want)
		}
	}
}

// SM4 built from its S-box encrypts the example of GB/T 32907-2016, appendix A.1.
func TestSM4FromBox(t *testing.T) {
	box := newHelpers(t).box("sm4_sbox")
	seen := map[byte]bool{}
	for _, b := range box {
		seen[b] = true
	}
	if len(seen) != 256 {
		t.Errorf("sm4_sbox takes %d values, want 256: it is a permutation", len(seen))
	}
	sub := func(w uint32) uint32 {
		return uint32(box[w>>24])<<24 | uint32(box[w>>16&255])<<16 | uint32(box[w>>8&255])<<8 | uint32(box[w&255])
	}
	x := [4]uint32{0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210}
	var k [4]uint32
	for i, fk := range [4]uint32{0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc} {
		k[i] = x[i] ^ fk // the example's key is its plaintext
	}
	for i := range 32 {
		var ck uint32
		for j := range 4 {
			ck = ck<<8 | uint32(byte((4*i+j)*7))
		}
		b := sub(k[(i+1)%4] ^ k[(i+2)%4] ^ k[(i+3)%4] ^ ck)
		k[i%4] ^= b ^ bits.RotateLeft32(b, 13) ^ bits.RotateLeft32(b, 23)
		b = sub(x[(i+1)%4] ^ x[(i+2)%4] ^ x[(i+3)%4] ^ k[i%4])
		x[i%4] ^= b ^ bits.RotateLeft32(b, 2) ^ bits.RotateLeft32(b, 10) ^ bits.RotateLeft32(b, 18) ^ bits.RotateLeft32(b, 24)
	}
	// The last four words are the ciphertext, in reverse.
	if want := [4]uint32{0x536e4246, 0x86b3e94f, 0xd206965e, 0x681edf34}; x != want {
		t.Errorf("the last words are %08x, want %08x", x, want)
	}
}

// Carry-less products against the schoolbook: one bit at a time, in 64 bits.
func TestCarrylessProduct(t *testing.T) {
	h := newHelpers(t)
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		a, b := random.Uint64()>>random.IntN(64), random.Uint64()>>random.IntN(64)
		var want uint64
		for i := range 64 {
			want ^= a << i * (b >> i & 1)
		}
		if got := h.call("clmul", a, b); got != want {
			t.Errorf("clmul(%#x, %#x) has the low half %#x, want %#x", a, b, got, want)
		}
	}
	// x^16 + x^12 + x^5 + 1 divides x^16 + x^12 + x^5 + 1 + r with remainder r
	if got := h.call("polymod", 0x11021^0x1234, 0x11021); got != 0x1234 {
		t.Errorf("polymod leaves %#x, want 0x1234", got)
	}
}
