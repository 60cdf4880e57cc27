package oracle_test

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

const (
	min64 = 1 << 63
	max64 = min64 - 1
	ones  = 1<<64 - 1
)

// Results of one instruction, computed by hand from the manual's sentences.
func TestResults(t *testing.T) {
	s := newSetup(t, nil)
	for _, c := range []struct {
		asm  string
		a, b uint64 // x11, x12
		want uint64 // x10
	}{
		{"lui x10, 0x80000", 0, 0, 0xffffffff80000000},
		{"lui x10, 0x7ffff", 0, 0, 0x7ffff000},
		{"auipc x10, 0", 0, 0, code},
		{"auipc x10, 0x80000", 0, 0, 0},
		{"addi x10, x11, -1", 0, 0, ones},
		{"addi x10, x11, 1", max64, 0, min64},
		{"slti x10, x11, -1", min64, 0, 1},
		{"sltiu x10, x11, -1", ones - 1, 0, 1},
		{"sltiu x10, x11, 1", 0, 0, 1},
		{"xori x10, x11, -1", 0x0f, 0, ^uint64(0x0f)},
		{"ori x10, x11, -2048", 1, 0, 0xfffffffffffff801},
		{"andi x10, x11, 0x7ff", ones, 0, 0x7ff},
		{"slli x10, x11, 63", 3, 0, min64},
		{"srli x10, x11, 63", min64, 0, 1},
		{"srai x10, x11, 63", min64, 0, ones},
		{"add x10, x11, x12", ones, 1, 0},
		{"sub x10, x11, x12", 0, 1, ones},
		{"sub x10, x11, x12", min64, 1, max64},
		{"sll x10, x11, x12", 1, 64 + 5, 32},
		{"srl x10, x11, x12", min64, ones, 1},
		{"sra x10, x11, x12", min64, 65, 0xc000000000000000},
		{"slt x10, x11, x12", min64, max64, 1},
		{"sltu x10, x11, x12", min64, max64, 0},
		{"xor x10, x11, x12", 0xff00, 0x0ff0, 0xf0f0},
		{"or x10, x11, x12", 0xff00, 0x0ff0, 0xfff0},
		{"and x10, x11, x12", 0xff00, 0x0ff0, 0x0f00},
		{"addiw x10, x11, 1", 0x7fffffff, 0, 0xffffffff80000000},
		{"addiw x10, x11, 0", 0xabcd00000001, 0, 1},
		{"addw x10, x11, x12", 0xffffffff, 1, 0},
		{"subw x10, x11, x12", 0x80000000, 1, 0x7fffffff},
		{"slliw x10, x11, 31", 1, 0, 0xffffffff80000000},
		{"srliw x10, x11, 31", 0xffffffff80000000, 0, 1},
		{"srliw x10, x11, 0", 0x80000000, 0, 0xffffffff80000000},
		{"sraiw x10, x11, 31", 0x80000000, 0, ones},
		{"sllw x10, x11, x12", 1, 32 + 31, 0xffffffff80000000},
		{"srlw x10, x11, x12", 0xffffffff80000000, 32 + 4, 0x8000000},
		{"sraw x10, x11, x12", 0x80000000, 4, 0xfffffffff8000000},
		{"mul x10, x11, x12", ones, ones, 1},
		{"mulh x10, x11, x12", min64, min64, 1 << 62},
		{"mulh x10, x11, x12", ones, ones, 0},
		{"mulhu x10, x11, x12", ones, ones, ones - 1},
		{"mulhsu x10, x11, x12", ones, ones, ones},
		{"mulhsu x10, x11, x12", min64, min64, 0xc000000000000000},
		{"mulw x10, x11, x12", 0x7fffffff, 2, 0xfffffffffffffffe},
		{"div x10, x11, x12", 7, 0, ones},
		{"div x10, x11, x12", min64, ones, min64},
		{"div x10, x11, x12", ones - 6, 2, ones - 2}, // -7 / 2 = -3
		{"div x10, x11, x12", 7, ones - 1, ones - 2}, // 7 / -2 = -3
		{"divu x10, x11, x12", 7, 0, ones},
		{"divu x10, x11, x12", ones, 2, max64},
		{"rem x10, x11, x12", ones - 6, 0, ones - 6},
		{"rem x10, x11, x12", min64, ones, 0},
		{"rem x10, x11, x12", ones - 6, 2, ones}, // -7 rem 2 = -1
		{"rem x10, x11, x12", 7, ones - 1, 1},    // 7 rem -2 = 1
		{"remu x10, x11, x12", 7, 0, 7},
		{"divw x10, x11, x12", 0x80000000, ones, 0xffffffff80000000},
		{"divw x10, x11, x12", 5, 0xabc00000000, ones},
		{"divuw x10, x11, x12", 0x80000000, 1, 0xffffffff80000000},
		{"divuw x10, x11, x12", 5, 0, ones},
		{"remw x10, x11, x12", 0x80000000, ones, 0},
		{"remw x10, x11, x12", 0x1_80000000, 0, 0xffffffff80000000},
		{"remuw x10, x11, x12", 0x80000000, 0, 0xffffffff80000000},
		{"c.li x10, -1", 0, 0, ones},
		{"c.lui x10, 0xfffe0", 0, 0, 0xfffffffffffe0000},
		{"c.mv x10, x11", 7, 0, 7},
	} {
		k := kase{name: c.asm, asm: c.asm, x: map[int]uint64{11: c.a, 12: c.b}, changed: map[string]uint64{"x10": c.want}}
		t.Run(c.asm, func(t *testing.T) {
			k.check(t, s)
			for _, wrong := range []uint64{c.want ^ 1, c.want ^ min64, c.want + 1} {
				k.changed = map[string]uint64{"x10": wrong}
				if r, err := k.judge(t, s); err != nil || r.OK {
					t.Errorf("accepts %#x: %+v, %v", wrong, r, err)
				}
			}
		})
	}
}

// The widening products and the divisions against math/big on random operands.
func TestAgainstBig(t *testing.T) {
	s := newSetup(t, nil)
	rnd := rand.New(rand.NewPCG(1, 2))
	signed := func(v uint64) *big.Int { return big.NewInt(int64(v)) }
	unsigned := func(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
	high := func(a, b *big.Int) *big.Int { p := new(big.Int).Mul(a, b); return p.Rsh(p, 64) }
	for _, c := range []struct {
		name string
		f    func(a, b uint64) *big.Int
	}{
		{"mul", func(a, b uint64) *big.Int { return new(big.Int).Mul(unsigned(a), unsigned(b)) }},
		{"mulh", func(a, b uint64) *big.Int { return high(signed(a), signed(b)) }},
		{"mulhu", func(a, b uint64) *big.Int { return high(unsigned(a), unsigned(b)) }},
		{"mulhsu", func(a, b uint64) *big.Int { return high(signed(a), unsigned(b)) }},
		{"div", func(a, b uint64) *big.Int { return new(big.Int).Quo(signed(a), signed(b)) }},
		{"rem", func(a, b uint64) *big.Int { return new(big.Int).Rem(signed(a), signed(b)) }},
		{"divu", func(a, b uint64) *big.Int { return new(big.Int).Quo(unsigned(a), unsigned(b)) }},
		{"remu", func(a, b uint64) *big.Int { return new(big.Int).Rem(unsigned(a), unsigned(b)) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range 200 {
				a, b := rnd.Uint64()>>rnd.IntN(64), rnd.Uint64()>>rnd.IntN(64)|1
				if rnd.IntN(2) == 0 {
					a = -a
				}
				want := new(big.Int).And(c.f(a, b), unsigned(ones)).Uint64()
				k := kase{asm: c.name + " x10, x11, x12", x: map[int]uint64{11: a, 12: b}, changed: map[string]uint64{"x10": want}}
				k.check(t, s)
			}
		})
	}
}
