package rv64

import "testing"

// amoTest is what an AMO makes of memory and loads.
type amoTest struct {
	name             string
	old, src         uint64
	memory, register uint64
}

func testAMO(t *testing.T, tests []amoTest) {
	for _, test := range tests {
		for _, shape := range []struct{ rd, src, addr int64 }{{5, 6, 7}, {6, 6, 7}, {7, 6, 7}, {0, 6, 7}} {
			c := newCode(t).op(test.name, shape.rd, shape.src, shape.addr)
			both(t, Config{}, 1, func(m *Machine) {
				c.load(m)
				m.write(0x2000, 8, test.old)
				m.Hart(0).SetX(7, data)
				m.Hart(0).SetX(6, test.src)
			}, func(loop string, m *Machine) {
				want := test.register
				if shape.rd == 0 {
					want = 0
				}
				if got := m.Hart(0).X(uint8(shape.rd)); got != want || m.read(0x2000, 8) != test.memory {
					t.Errorf("%s: %s x%d of %#x with %#x: register %#x, memory %#x; want %#x, %#x", loop, test.name, shape.rd, test.old, test.src, got, m.read(0x2000, 8), want, test.memory)
				}
			})
		}
	}
}

func TestAMO(t *testing.T) {
	const minInt = uint64(1) << 63
	testAMO(t, []amoTest{
		{"amoswap.w", 0x1111111180000000, 0x22222222_33333333, 0x11111111_33333333, 0xffffffff80000000},
		{"amoadd.w", 0xffffffff_ffffffff, 1, 0xffffffff_00000000, ^uint64(0)},
		{"amomin.w", 0x80000000, 1, 0x80000000, 0xffffffff80000000}, {"amomax.w", 0x80000000, 1, 1, 0xffffffff80000000},
		{"amominu.w", 0x80000000, 1, 1, 0xffffffff80000000}, {"amomaxu.w", 0x80000000, 0xffffffff_00000001, 0x80000000, 0xffffffff80000000},
		{"amomin.w", 5, 0xffffffff_00000003, 3, 5}, {"amomaxu.w", 0x7fffffff, 0x80000000, 0x80000000, 0x7fffffff},
		{"amoand.w", 0xff, 0x0f, 0x0f, 0xff}, {"amoor.w", 0xf0, 0x0f, 0xff, 0xf0}, {"amoxor.w", 0xff, 0x0f, 0xf0, 0xff},
		{"amoswap.d", 1, 2, 2, 1}, {"amoadd.d", ^uint64(0), 2, 1, ^uint64(0)}, {"amomin.d", minInt, 1, minInt, minInt}, {"amomax.d", minInt, 1, 1, minInt},
		{"amominu.d", minInt, 1, 1, minInt}, {"amomaxu.d", minInt, 1, minInt, minInt}, {"amoand.d", 6, 3, 2, 6}, {"amoor.d", 6, 3, 7, 6}, {"amoxor.d", 6, 3, 5, 6},
	})
}

func TestReservations(t *testing.T) {
	const ok, failed = 0, 1
	lr := func(c *code) { c.op("lr.d", 5, 27) }
	sc := func(c *code) { c.op("sc.d", 10, 6, 27) }
	for _, test := range []struct {
		name string
		p    Parameters
		code []func(*code)
		want uint64
	}{
		{"pair", Parameters{}, []func(*code){lr, sc}, ok},
		{"no LR", Parameters{}, []func(*code){sc}, failed},
		{"an SC between, elsewhere", Parameters{}, []func(*code){lr, func(c *code) { c.op("sc.d", 0, 6, 28) }, sc}, failed},
		{"an SC between, succeeding", Parameters{}, []func(*code){lr, sc, sc}, failed},
		{"a newer LR elsewhere", Parameters{}, []func(*code){lr, func(c *code) { c.op("lr.d", 0, 28) }, sc}, failed},
		{"own store, kept", Parameters{}, []func(*code){lr, func(c *code) { c.op("sd", 6, 0, 27) }, sc}, ok},
		{"own store, broken", Parameters{StoreBreaks: true}, []func(*code){lr, func(c *code) { c.op("sd", 6, 0, 27) }, sc}, failed},
		{"own store in the set, broken", Parameters{StoreBreaks: true}, []func(*code){lr, func(c *code) { c.op("sb", 6, 63, 27) }, sc}, failed},
		{"own store past the set", Parameters{StoreBreaks: true, ReservationBytes: 8}, []func(*code){lr, func(c *code) { c.op("sb", 6, 8, 27) }, sc}, ok},
		{"sc.w inside lr.d", Parameters{}, []func(*code){lr, func(c *code) { c.op("sc.w", 10, 6, 27) }}, ok},
		{"sc.d over lr.w, set of 8", Parameters{ReservationBytes: 8}, []func(*code){func(c *code) { c.op("lr.w", 5, 27) }, sc}, ok},
		{"outside the set", Parameters{ReservationBytes: 8}, []func(*code){lr, func(c *code) { c.op("addi", 27, 27, 8) }, sc}, failed},
		{"spuriously, second of two", Parameters{SCFailsEvery: 2}, []func(*code){lr, sc, lr, sc}, failed},
		{"rd = rs1", Parameters{}, []func(*code){func(c *code) { c.op("addi", 9, 27, 0).op("lr.d", 9, 9) }, sc}, ok},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newCode(t)
			for _, f := range test.code {
				f(c)
			}
			both(t, Config{Parameters: test.p}, uint64(len(c.bytes)/4), func(m *Machine) {
				c.load(m)
				h := m.Hart(0)
				h.SetX(6, 77)
				h.SetX(27, data)
				h.SetX(28, data+0x800)
				h.SetX(10, 99)
			}, func(loop string, m *Machine) {
				if got := m.Hart(0).X(10); got != test.want {
					t.Errorf("%s: sc gave %d, want %d", loop, got, test.want)
				}
			})
		})
	}
}

// A store by another hart breaks the reservation, in the middle of a block too; a trapped LR leaves
// the reservation that was there alone.
func TestForeignStores(t *testing.T) {
	for _, test := range []struct {
		ignore Rules
		offset uint64
		want   uint64
	}{{0, 0, 1}, {0, 56, 1}, {0, 64, 0}, {ForeignStores, 0, 0}} {
		m := machine(t, Config{Harts: 2, Ordering: Ordering{Ignore: test.ignore}})
		newCode(t).op("lr.d", 5, 27).op("sc.d", 10, 6, 27).op("sd", 6, 0, 28).load(m)
		m.Hart(0).SetX(27, data)
		m.Hart(1).SetX(28, data+test.offset)
		m.Hart(1).SetPC(base + 8)
		m.Step(0)
		m.Hart(1).run(1)
		m.Step(0)
		if got := m.Hart(0).X(10); got != test.want {
			t.Errorf("store at +%d, ignoring %b: sc gave %d, want %d", test.offset, test.ignore, got, test.want)
		}
	}
}

// Two harts increment with LR/SC loops; no increment is lost, in order and out of order.
func TestLRSCLoop(t *testing.T) {
	for _, weak := range []bool{false, true} {
		for seed := range uint64(20) {
			m := machine(t, Config{Harts: 2, Limit: 3000, Interleave: Interleave{Seed: seed, Quantum: 5}, Ordering: Ordering{Weak: weak, Seed: seed}})
			c := newCode(t)
			c.op("addi", 8, 0, 50)
			c.op("lr.w", 5, 27).op("addi", 5, 5, 1).op("sc.w", 6, 5, 27).op("bne", 6, 0, -12)
			c.op("addi", 8, 8, -1).op("bne", 8, 0, -20).op("jal", 0, 0)
			c.load(m)
			for n := range 2 {
				m.Hart(n).SetX(27, data)
			}
			run(t, m)
			if got := m.read(0x2000, 4); got != 100 {
				t.Errorf("weak %v, seed %d: counted to %d, want 100", weak, seed, got)
			}
		}
	}
}
