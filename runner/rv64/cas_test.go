package rv64

import "testing"

func TestNarrowAMO(t *testing.T) {
	testAMO(t, []amoTest{
		{"amoswap.b", 0x1122334455667788, 0xffffffff_ffffff99, 0x1122334455667799, 0xffffffffffffff88},
		{"amoswap.h", 0x1122334455667788, 0xffffffff_ffff8899, 0x1122334455668899, 0x7788},
		{"amoadd.b", 0xff, 1, 0, ^uint64(0)}, {"amoadd.h", 0xff, 1, 0x100, 0xff}, {"amoadd.h", 0xffff, 1, 0, ^uint64(0)},
		{"amoxor.b", 0xf0, 0xfff, 0x0f, ^uint64(0xf)}, {"amoxor.h", 0xf0, 0xfff, 0xf0f, 0xf0},
		{"amoand.b", 0xff7f, 0x1f0, 0xff70, 0x7f}, {"amoand.h", 0xff7f, 0x11f0, 0x1170, ^uint64(0x80)},
		{"amoor.b", 0x100, 0xff01, 0x101, 0}, {"amoor.h", 0x100, 0xf01, 0xf01, 0x100},
		{"amomin.b", 0x80, 0x7f, 0x80, ^uint64(0x7f)}, {"amomin.b", 0x01, 0x17f80, 0x80, 1}, {"amomin.h", 0x80, 0x8000, 0x8000, 0x80},
		{"amomax.b", 0x80, 0x7f, 0x7f, ^uint64(0x7f)}, {"amomax.h", 0x8000, 0xf0001, 1, ^uint64(0x7fff)},
		{"amominu.b", 0x80, 0x7f, 0x7f, ^uint64(0x7f)}, {"amominu.b", 0x80, 0xff, 0x80, ^uint64(0x7f)}, {"amominu.h", 0xffff, 0x1_0000, 0, ^uint64(0)},
		{"amomaxu.b", 0x7f, 0x80, 0x80, 0x7f}, {"amomaxu.b", 0x80, 0x7f, 0x80, ^uint64(0x7f)}, {"amomaxu.h", 0x7fff, 0x1_8000, 0x8000, 0x7fff},
	})
}

// Compare-and-swap: equal and different, operands whose upper bits do not count, aliases.
func TestCompareAndSwap(t *testing.T) {
	const old = 0x8877665544332211 // at data; at data+8 it is inverted
	for _, test := range []struct {
		name      string
		rd, rs2   int64
		compare   uint64 // rd
		source    uint64 // rs2
		swapped   uint64 // memory then
		loaded    uint64
		writeBack bool
	}{
		{"amocas.b", 10, 12, 0xdead_11, 0xbeef_99, 0x8877665544332299, 0x11, false},
		{"amocas.b", 10, 12, 0x1100, 0x99, old, 0x11, false},
		{"amocas.h", 10, 12, 0xdead_2211, 0xbeef_8899, 0x8877665544338899, 0x2211, false},
		{"amocas.h", 10, 12, 0x11, 1, old, 0x2211, true},
		{"amocas.w", 10, 12, 0xdead_44332211, 0xbeef_8899aabb, 0x887766558899aabb, 0x44332211, false},
		{"amocas.w", 10, 12, 0x44332210, 1, old, 0x44332211, false},
		{"amocas.d", 10, 12, old, 0x0123456789abcdef, 0x0123456789abcdef, old, false},
		{"amocas.d", 10, 12, old ^ 1<<63, 1, old, old, true},
		{"amocas.d", 12, 12, 0, old, old, old, false}, // rd = rs2
		{"amocas.d", 0, 12, 0, 1, old, 0, false},      // compares with zero, writes nothing
		{"amocas.d", 10, 0, old, 0, 0, old, false},
	} {
		c := newCode(t).op(test.name, test.rd, test.rs2, 27)
		both(t, Config{Parameters: Parameters{CASWritesBack: test.writeBack}}, 1, func(m *Machine) {
			c.load(m)
			m.write(0x2000, 8, old)
			h := m.Hart(0)
			h.SetX(27, data)
			h.SetX(uint8(test.rd), test.compare)
			h.SetX(uint8(test.rs2), test.source)
		}, func(loop string, m *Machine) {
			if got, memory := m.Hart(0).X(uint8(test.rd)), m.read(0x2000, 8); got != test.loaded || memory != test.swapped {
				t.Errorf("%s: %s x%d, x%d with %#x, %#x: register %#x, memory %#x; want %#x, %#x", loop, test.name, test.rd, test.rs2, test.compare, test.source, got, memory, test.loaded, test.swapped)
			}
		})
	}
}

// Results of byte and halfword compare-and-swap are sign-extended, that of a word too.
func TestCompareAndSwapExtends(t *testing.T) {
	for name, want := range map[string]uint64{"amocas.b": ^uint64(0x7f), "amocas.h": ^uint64(0x7f7f), "amocas.w": ^uint64(0x7f7f7f7f)} {
		c := newCode(t).op(name, 10, 12, 27)
		both(t, Config{}, 1, func(m *Machine) {
			c.load(m)
			m.write(0x2000, 8, 0x80808080)
			m.Hart(0).SetX(27, data)
			m.Hart(0).SetX(10, want<<32>>32|0x1234<<48)
			m.Hart(0).SetX(12, 0x7f)
		}, func(loop string, m *Machine) {
			if got := m.Hart(0).X(10); got != want || m.read(0x2000, 1) != 0x7f {
				t.Errorf("%s: %s: rd %#x, want %#x; memory %#x", loop, name, got, want, m.read(0x2000, 8))
			}
		})
	}
}

func TestCompareAndSwapPair(t *testing.T) {
	const low, high = 0x1111111122222222, 0x3333333344444444
	for _, test := range []struct {
		name      string
		rd, rs2   int64
		set       map[uint8]uint64
		addr      uint64
		memory    [2]uint64
		registers map[uint8]uint64
		cause     uint64 // 0: no trap
	}{
		{"equal", 10, 12, map[uint8]uint64{10: low, 11: high, 12: 1, 13: 2}, data, [2]uint64{1, 2}, map[uint8]uint64{10: low, 11: high}, 0},
		{"the low half differs", 10, 12, map[uint8]uint64{10: 0, 11: high, 12: 1, 13: 2}, data, [2]uint64{low, high}, map[uint8]uint64{10: low, 11: high}, 0},
		{"the high half differs", 10, 12, map[uint8]uint64{10: low, 11: 0, 12: 1, 13: 2}, data, [2]uint64{low, high}, map[uint8]uint64{10: low, 11: high}, 0},
		{"rs2 = x0 is two zeros", 10, 0, map[uint8]uint64{10: low, 11: high, 1: 5}, data, [2]uint64{0, 0}, map[uint8]uint64{10: low, 1: 5}, 0},
		{"rd = x0 compares with two zeros and is not written", 0, 12, map[uint8]uint64{1: 7, 12: 1, 13: 2}, data + 16, [2]uint64{1, 2}, map[uint8]uint64{0: 0, 1: 7}, 0},
		{"rd = x0 does not read x1", 0, 12, map[uint8]uint64{1: high, 12: 1, 13: 2}, data, [2]uint64{low, high}, map[uint8]uint64{0: 0, 1: high}, 0},
		{"rd = rs2", 12, 12, map[uint8]uint64{12: low, 13: high}, data, [2]uint64{low, high}, map[uint8]uint64{12: low, 13: high}, 0},
		{"rd holds the address", 26, 12, map[uint8]uint64{12: 1, 13: 2}, data, [2]uint64{low, high}, map[uint8]uint64{26: low, 27: high}, 0},
		{"aligned to 8 only", 10, 12, nil, data + 8, [2]uint64{high, 0}, map[uint8]uint64{10: 0}, StoreMisaligned},
		{"outside memory", 10, 12, nil, 0x1000, [2]uint64{}, map[uint8]uint64{10: 0}, StoreAccessFault},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, writeBack := range []bool{false, true} {
				c := newCode(t).op("amocas.q", test.rd, test.rs2, 27)
				both(t, Config{Parameters: Parameters{CASWritesBack: writeBack}}, 1, func(m *Machine) {
					c.load(m)
					m.write(0x2000, 8, low)
					m.write(0x2008, 8, high)
					h := m.Hart(0)
					for r, v := range test.set {
						h.SetX(r, v)
					}
					h.SetX(27, test.addr)
				}, func(loop string, m *Machine) {
					h := m.Hart(0)
					for r, want := range test.registers {
						if got := h.X(r); got != want {
							t.Errorf("%s: x%d is %#x, want %#x", loop, r, got, want)
						}
					}
					if test.cause != 0 {
						if h.mcause != test.cause || h.PC() != other {
							t.Errorf("%s: cause %d, want %d", loop, h.mcause, test.cause)
						}
						return
					}
					if got := [2]uint64{h.peek(test.addr, 8), h.peek(test.addr+8, 8)}; got != test.memory {
						t.Errorf("%s: memory %#x, want %#x", loop, got, test.memory)
					}
				})
			}
		})
	}
}

// The first register of a pair is even: anything else is reserved, and illegal here.
func TestCompareAndSwapOddPairs(t *testing.T) {
	for _, operands := range [][2]uint8{{11, 12}, {10, 13}, {1, 1}} {
		m := machine(t, Config{})
		h := m.Hart(0)
		h.SetX(27, data)
		extZacas()["amocas.q"](h, &Inst{Rd: operands[0], Rs2: operands[1], Rs1: 27, Raw: 0x2800402f})
		if trap, raised := h.Raised(); !raised || trap.Cause != IllegalInstruction {
			t.Errorf("amocas.q with pairs x%d and x%d: %+v", operands[0], operands[1], trap)
		}
	}
}

// A compare-and-swap needs the permission to write although it does not write.
func TestCompareAndSwapPermission(t *testing.T) {
	trap := &Trap{Cause: StoreAccessFault, PC: base, Tval: data, From: U}
	var tests []environmentTest
	for _, name := range []string{"amocas.b", "amocas.h", "amocas.w", "amocas.d", "amocas.q"} {
		tests = append(tests, environmentTest{name: name, mode: U, setup: guard(data, 64, pmpR), code: func(c *code) { c.op(name, 10, 12, 27) }, trap: trap})
	}
	testEnvironment(t, tests)
}

// Two harts count with compare-and-swap loops, in memory that is weakly ordered, and lose nothing.
func TestCompareAndSwapAtomicity(t *testing.T) {
	for _, name := range []string{"amocas.b", "amocas.w", "amocas.d"} {
		for seed := range uint64(5) {
			const each = 40
			c := newCode(t)
			c.op("addi", 8, 0, each)
			c.op("add", 11, 10, 0).op("addi", 12, 10, 1) // try: a1 = a0 expected, a2 = a0 + 1
			c.op(name, 10, 12, 27)
			c.op("bne", 10, 11, -12)
			c.op("addi", 10, 12, 0)
			c.op("addi", 8, 8, -1).op("bne", 8, 0, -24).op("jal", 0, 0)
			m := machine(t, Config{Harts: 2, Limit: 20000, Interleave: Interleave{Seed: seed, Quantum: 3}, Ordering: Ordering{Weak: true, Seed: seed}})
			c.load(m)
			m.Hart(0).SetX(27, data)
			m.Hart(1).SetX(27, data)
			run(t, m)
			for n := range 2 {
				m.Hart(n).X(8)
			}
			if got := m.read(0x2000, 8); got != 2*each {
				t.Errorf("%s, seed %d: counted to %d, want %d", name, seed, got, 2*each)
			}
		}
	}
}
