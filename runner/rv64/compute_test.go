package rv64

import (
	"fmt"
	"math/big"
	"testing"
)

// Results of computations, worked out from the manual's text by hand. Every row is executed by
// both loops, with rd distinct, equal to rs1, equal to rs2, and x0.
func TestComputation(t *testing.T) {
	const (
		minInt = uint64(1) << 63
		maxInt = minInt - 1
		ones   = ^uint64(0)
	)
	for _, test := range []struct {
		name string
		a, b uint64 // rs1 and rs2; for immediate forms b is the immediate
		want uint64
	}{
		{"add", maxInt, 1, minInt}, {"add", ones, 1, 0}, {"addi", 5, ones - 4, 0}, {"addi", ones, 2047, 2046}, {"addi", 0, ^uint64(2047), ^uint64(2047)},
		{"sub", 0, 1, ones}, {"sub", minInt, 1, maxInt},
		{"addw", 0x7fffffff, 1, 0xffffffff80000000}, {"addw", 0xffffffff, 1, 0}, {"addw", 0x1_00000000, 2, 2},
		{"addiw", 0x7fffffff, 1, 0xffffffff80000000}, {"addiw", 0xdead_80000000, 0, 0xffffffff80000000}, {"subw", 0, 1, ones}, {"subw", 0x80000000, 1, 0x7fffffff},
		{"slt", ones, 0, 1}, {"slt", 0, ones, 0}, {"slt", minInt, maxInt, 1}, {"slt", 3, 3, 0},
		{"sltu", ones, 0, 0}, {"sltu", 0, ones, 1}, {"sltu", 0, 0, 0}, {"slti", ones, 0, 1}, {"slti", 0, ones, 0},
		{"sltiu", 0, ones, 1}, {"sltiu", ones, ones, 0}, {"sltiu", 0, 1, 1}, {"sltiu", 1, 1, 0}, // the immediate is sign-extended first
		{"xor", 0xf0f0, 0xff00, 0x0ff0}, {"or", 0xf0f0, 0xff00, 0xfff0}, {"and", 0xf0f0, 0xff00, 0xf000},
		{"xori", 0xf0, ones, ^uint64(0xf0)}, {"ori", 0, ones, ones}, {"andi", minInt | 1, ones, minInt | 1}, {"andi", ones, 0x7ff, 0x7ff},
		{"sll", 1, 63, minInt}, {"sll", 1, 64, 1}, {"sll", 1, ones, minInt}, {"slli", 3, 63, minInt}, {"slli", 1, 32, 1 << 32},
		{"srl", minInt, 63, 1}, {"srl", ones, 64 + 60, 15}, {"srli", ones, 1, maxInt}, {"srai", minInt, 63, ones}, {"sra", minInt, 1, 3 << 62}, {"sra", maxInt, 63, 0},
		{"sllw", 1, 31, 0xffffffff80000000}, {"sllw", 1, 32, 1}, {"sllw", 0xffffffff_00000001, 4, 16}, {"slliw", 3, 31, 0xffffffff80000000},
		{"srlw", 0xffffffff_80000000, 31, 1}, {"srlw", 0x80000000, 32, 0xffffffff80000000}, {"srliw", 0x80000000, 0, 0xffffffff80000000}, {"srliw", 0xf_ffffffff, 4, 0x0fffffff},
		{"sraw", 0x80000000, 31, ones}, {"sraw", 0x1_7fffffff, 4, 0x07ffffff}, {"sraiw", 0x80000000, 4, 0xfffffffff8000000},
		{"mul", minInt, ones, minInt}, {"mul", 1 << 32, 1 << 32, 0}, {"mulh", ones, ones, 0}, {"mulh", minInt, minInt, 1 << 62}, {"mulh", minInt, ones, 0}, {"mulh", minInt, 2, ones},
		{"mulhu", ones, ones, ones - 1}, {"mulhu", minInt, 2, 1}, {"mulhsu", ones, ones, ones}, {"mulhsu", minInt, ones, minInt}, {"mulhsu", 1, ones, 0},
		{"mulw", 0x80000000, 1, 0xffffffff80000000}, {"mulw", 0x10000, 0x10000, 0}, {"mulw", 0xffffffff, 0xffffffff, 1},
		{"div", 7, 0, ones}, {"div", minInt, ones, minInt}, {"div", ^uint64(6), 2, ^uint64(2)}, {"div", 7, ^uint64(1), ^uint64(2)}, {"divu", 7, 0, ones}, {"divu", ones, 2, maxInt},
		{"rem", 7, 0, 7}, {"rem", minInt, ones, 0}, {"rem", ^uint64(6), 2, ones}, {"rem", 7, ^uint64(1), 1}, {"rem", ^uint64(7), 4, 0}, {"remu", 7, 0, 7}, {"remu", ones, 10, 5},
		{"divw", 0xffffffff_00000007, 0x1_00000000, ones}, {"divw", 0x80000000, ones, 0xffffffff80000000}, {"divw", 0x1_00000008, 2, 4}, {"divuw", 0x80000000, 1, 0xffffffff80000000}, {"divuw", 5, 1 << 32, ones},
		{"remw", 0x80000000, ones, 0}, {"remw", 0xfffffff9, 2, ones}, {"remw", 0x80000001, 0, 0xffffffff80000001}, {"remuw", 0xffffffff, 0, ones}, {"remuw", 0x1_80000000, 0x80000001, 0xffffffff80000000},
	} {
		for _, shape := range []struct{ rd, rs1, rs2 int64 }{{7, 5, 6}, {5, 5, 6}, {6, 5, 6}, {0, 5, 6}, {31, 30, 29}} {
			c := newCode(t)
			in, ok := c.tab.Lookup(test.name)
			if !ok {
				t.Fatalf("no row %s", test.name)
			}
			_, register := in.Operand("rs2")
			last := shape.rs2
			if !register {
				last = int64(test.b)
			}
			c.op(test.name, shape.rd, shape.rs1, last).op("jal", 0, 0)
			want := test.want
			if shape.rd == 0 {
				want = 0
			}
			both(t, Config{}, 2, func(m *Machine) {
				c.load(m)
				m.Hart(0).SetX(uint8(shape.rs1), test.a)
				if register {
					m.Hart(0).SetX(uint8(shape.rs2), test.b)
				}
			}, func(loop string, m *Machine) {
				if got := m.Hart(0).X(uint8(shape.rd)); got != want {
					t.Errorf("%s: %s x%d, %#x, %#x = %#x, want %#x", loop, test.name, shape.rd, test.a, test.b, got, want)
				}
			})
		}
	}
}

// both runs n steps with each loop.
func both(t testing.TB, cfg Config, n uint64, prepare func(*Machine), check func(loop string, m *Machine)) {
	t.Helper()
	cfg.Limit = n
	fast := machine(t, cfg)
	prepare(fast)
	run(t, fast)
	check("fast loop", fast)
	step := machine(t, cfg)
	prepare(step)
	for step.Hart(0).Executed() < n && !step.halted {
		step.Step(0)
	}
	check("observed loop", step)
}

// The high halves against exact integers.
func TestMultiplyHigh(t *testing.T) {
	m := extM()
	edges := []uint64{0, 1, 2, 3, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32, 1<<63 - 1, 1 << 63, 1<<63 + 1, ^uint64(1), ^uint64(0), 0x0123456789abcdef, 0xfedcba9876543210}
	signed := func(v uint64) *big.Int { return big.NewInt(int64(v)) }
	unsigned := func(v uint64) *big.Int { return new(big.Int).SetUint64(v) }
	for name, f := range map[string][2]func(uint64) *big.Int{"mulh": {signed, signed}, "mulhu": {unsigned, unsigned}, "mulhsu": {signed, unsigned}} {
		for _, a := range edges {
			for _, b := range edges {
				h := &Hart{}
				h.x[1], h.x[2] = a, b
				m[name](h, &Inst{Rd: 3, Rs1: 1, Rs2: 2})
				p := new(big.Int).Mul(f[0](a), f[1](b))
				want := new(big.Int).And(p.Rsh(p, 64), unsigned(^uint64(0))).Uint64()
				if h.x[3] != want {
					t.Errorf("%s %#x, %#x = %#x, want %#x", name, a, b, h.x[3], want)
				}
			}
		}
	}
}

// Jumps and branches: targets, links, and that bit 0 of a jalr target is dropped.
func TestControlTransfer(t *testing.T) {
	taken := map[string]func(a, b int64) bool{
		"beq": func(a, b int64) bool { return a == b }, "bne": func(a, b int64) bool { return a != b },
		"blt": func(a, b int64) bool { return a < b }, "bge": func(a, b int64) bool { return a >= b },
		"bltu": func(a, b int64) bool { return uint64(a) < uint64(b) }, "bgeu": func(a, b int64) bool { return uint64(a) >= uint64(b) },
	}
	for name, f := range taken {
		for _, v := range [][2]int64{{0, 0}, {0, 1}, {1, 0}, {-1, 0}, {0, -1}, {-1, -1}, {-1 << 63, 1<<63 - 1}, {1<<63 - 1, -1 << 63}} {
			want := uint64(base + 4)
			if f(v[0], v[1]) {
				want = base + 4094
			}
			c := newCode(t).op(name, 5, 6, 4094)
			both(t, Config{}, 1, func(m *Machine) {
				c.load(m)
				m.Hart(0).SetX(5, uint64(v[0]))
				m.Hart(0).SetX(6, uint64(v[1]))
			}, func(loop string, m *Machine) {
				if got := m.Hart(0).PC(); got != want {
					t.Errorf("%s: %s %d, %d goes to %#x, want %#x", loop, name, v[0], v[1], got, want)
				}
			})
		}
	}
	for _, test := range []struct {
		name     string
		operands []int64
		pc, link uint64
		rd       uint8
	}{
		{"jal", []int64{1, -1 << 20}, base - 1<<20, base + 4, 1},
		{"jal", []int64{0, 2}, base + 2, 0, 0},
		{"jalr", []int64{1, 3, 5}, (base + 0x100 + 3) &^ 1, base + 4, 1},
		{"jalr", []int64{5, -2048, 5}, base + 0x100 - 2048, base + 4, 5}, // rd = rs1: the target is computed first
		{"c.jr", []int64{5}, base + 0x100, 0, 0},
		{"c.jalr", []int64{5}, base + 0x100, base + 2, 1},
		{"c.j", []int64{-2}, base - 2, 0, 0},
	} {
		c := newCode(t).op(test.name, test.operands...)
		both(t, Config{}, 1, func(m *Machine) {
			c.load(m)
			m.Hart(0).SetX(5, base+0x100)
		}, func(loop string, m *Machine) {
			if m.Hart(0).PC() != test.pc || m.Hart(0).X(test.rd) != test.link {
				t.Errorf("%s: %s %v: pc %#x, link %#x; want %#x, %#x", loop, test.name, test.operands, m.Hart(0).PC(), m.Hart(0).X(test.rd), test.pc, test.link)
			}
		})
	}
}

// Without compressed instructions a target that is not a multiple of 4 is an exception of the
// jump, which then does not link.
func TestMisalignedTargets(t *testing.T) {
	tab := subset(t, "I", "Zicsr", "Sm")
	for _, test := range []struct {
		name     string
		operands []int64
		trap     bool
	}{
		{"jal", []int64{1, 6}, true}, {"jalr", []int64{1, 2, 5}, true}, {"jalr", []int64{1, 1, 5}, false},
		{"beq", []int64{0, 0, 2}, true}, {"bne", []int64{0, 0, 2}, false}, {"jal", []int64{1, 8}, false},
	} {
		c := newCode(t).op(test.name, test.operands...)
		both(t, Config{Table: tab}, 1, func(m *Machine) {
			c.load(m)
			m.Hart(0).SetX(5, base+0x100)
		}, func(loop string, m *Machine) {
			h := m.Hart(0)
			trapped := h.PC() == other
			if trapped != test.trap || trapped && (h.mcause != FetchMisaligned || h.mepc != base || h.mtval&3 != 2 || h.X(1) != 0) {
				t.Errorf("%s: %s %v: pc %#x cause %d epc %#x tval %#x ra %#x", loop, test.name, test.operands, h.PC(), h.mcause, h.mepc, h.mtval, h.X(1))
			}
		})
	}
}

func TestUpperImmediates(t *testing.T) {
	c := newCode(t).op("lui", 5, -1<<31).op("auipc", 6, 0x7ffff000).op("lui", 7, 0x1000).op("auipc", 0, 0x1000)
	both(t, Config{}, 4, func(m *Machine) { c.load(m) }, func(loop string, m *Machine) {
		h := m.Hart(0)
		got := fmt.Sprintf("%x %x %x %x", h.X(5), h.X(6), h.X(7), h.X(0))
		if want := fmt.Sprintf("ffffffff80000000 %x 1000 0", uint64(base+4+0x7ffff000)); got != want {
			t.Errorf("%s: %s, want %s", loop, got, want)
		}
	})
}
