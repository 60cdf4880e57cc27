package rv64

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"testing/iotest"
)

// Loads extend, stores truncate, at every alignment; bytes beside them stay.
func TestLoadsAndStores(t *testing.T) {
	pattern := []byte{0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f}
	for _, op := range []struct {
		name   string
		size   int
		signed bool
	}{{"lb", 1, true}, {"lbu", 1, false}, {"lh", 2, true}, {"lhu", 2, false}, {"lw", 4, true}, {"lwu", 4, false}, {"ld", 8, true}} {
		for offset := range int64(8) {
			var want uint64
			for k := op.size - 1; k >= 0; k-- {
				want = want<<8 | uint64(pattern[int(offset)+k])
			}
			if shift := 64 - 8*op.size; op.signed {
				want = uint64(int64(want<<shift) >> shift)
			}
			c := newCode(t).op(op.name, 5, offset-8, 27)
			both(t, Config{}, 1, func(m *Machine) {
				c.load(m)
				m.WriteMem(data, pattern)
				m.Hart(0).SetX(27, data+8)
			}, func(loop string, m *Machine) {
				if got := m.Hart(0).X(5); got != want {
					t.Errorf("%s: %s at +%d = %#x, want %#x", loop, op.name, offset, got, want)
				}
			})
		}
	}
	for name, size := range map[string]int{"sb": 1, "sh": 2, "sw": 4, "sd": 8} {
		for offset := range int64(8) {
			want := bytes.Clone(pattern)
			copy(want[offset:], []byte{0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8}[:size])
			c := newCode(t).op(name, 5, offset+8, 27)
			both(t, Config{}, 1, func(m *Machine) {
				c.load(m)
				m.WriteMem(data, pattern)
				m.Hart(0).SetX(27, data-8)
				m.Hart(0).SetX(5, 0xf8f7f6f5f4f3f2f1)
			}, func(loop string, m *Machine) {
				got := make([]byte, 16)
				if m.ReadMem(data, got); !bytes.Equal(got, want) {
					t.Errorf("%s: %s at +%d: % x, want % x", loop, name, offset, got, want)
				}
			})
		}
	}
}

// RAM ends where its size says, however far it has grown.
func TestMemoryLimit(t *testing.T) {
	const size = 1 << 20
	for _, test := range []struct {
		addr uint64
		ok   bool
	}{{base + size - 8, true}, {base + size, false}, {base + size - 4, false}, {base - 8, false}, {^uint64(7), false}} {
		c := newCode(t).op("sd", 5, 0, 27).op("ld", 6, 0, 27)
		both(t, Config{RAMSize: size}, 2, func(m *Machine) {
			c.load(m)
			m.Hart(0).SetX(27, test.addr)
			m.Hart(0).SetX(5, 42)
		}, func(loop string, m *Machine) {
			if ok := m.Hart(0).X(6) == 42; ok != test.ok {
				t.Errorf("%s: %#x accessible: %v", loop, test.addr, ok)
			}
		})
	}
}

// Code that is overwritten, by a store and by an AMO, is executed as it now is after FENCE.I.
func TestSelfModification(t *testing.T) {
	for _, stale := range []bool{false, true} {
		for _, writer := range []string{"sw", "amoswap.w"} {
			c := newCode(t)
			patch := c.word("addi", 10, 10, 100)
			c.op("addi", 6, 0, 2) // two rounds
			target := int64(len(c.bytes))
			c.op("addi", 10, 10, 1)
			if writer == "sw" {
				c.op("sw", 5, target, 27)
			} else {
				c.op("addi", 28, 27, target).op("amoswap.w", 0, 5, 28)
			}
			c.op("fence.i").op("addi", 6, 6, -1).op("bne", 6, 0, target-int64(len(c.bytes))-4)
			n := uint64(1 + 2*(len(c.bytes)-4)/4)
			both(t, Config{Parameters: Parameters{StaleFetch: stale}}, n, func(m *Machine) {
				c.load(m)
				m.Hart(0).SetX(5, uint64(patch))
				m.Hart(0).SetX(27, base)
			}, func(loop string, m *Machine) {
				if got := m.Hart(0).X(10); got != 101 {
					t.Errorf("%s: stale %v, %s: a0 = %d, want 1 + 100", loop, stale, writer, got)
				}
			})
		}
	}
}

// Under StaleFetch the old code goes on until FENCE.I.
func TestStaleFetch(t *testing.T) {
	c := newCode(t)
	patch := c.word("addi", 10, 10, 100)
	c.op("addi", 10, 10, 1).op("sw", 5, 0, 27).op("jal", 0, -8)
	both(t, Config{Parameters: Parameters{StaleFetch: true}}, 6, func(m *Machine) {
		c.load(m)
		m.Hart(0).SetX(5, uint64(patch))
		m.Hart(0).SetX(27, base)
	}, func(loop string, m *Machine) {
		if got := m.Hart(0).X(10); got != 2 {
			t.Errorf("%s: a0 = %d, want 2: nothing made the store visible to fetches", loop, got)
		}
	})
}

func TestHTIFCallsAndInput(t *testing.T) {
	var out strings.Builder
	m := machine(t, Config{Console: &out, Input: iotest.OneByteReader(strings.NewReader("k"))})
	c := newCode(t)
	c.li(5, toHost).li(6, data).op("sd", 6, 0, 5) // write(1, data+64, 5)
	c.op("ld", 20, 0, 6)                          // its result
	c.li(6, 0x0100<<48).op("sd", 6, 0, 5).op("ld", 21, 64, 5)
	c.li(6, data+128).op("sd", 6, 0, 5).op("jal", 0, 0) // exit(9)
	c.load(m)
	m.SetHTIF(toHost, toHost+64)
	m.WriteMem(data, []byte{64, 8: 1, 16: 0x40, 17: 0x20, 19: 0x80, 24: 5, 63: 0})
	m.WriteMem(data+64, []byte("hello"))
	m.WriteMem(data+128, []byte{93, 8: 9, 63: 0})
	stop := run(t, m)
	h := m.Hart(0)
	if stop.Reason != Exited || stop.Code != 9 || out.String() != "hello" || h.X(20) != 5 || h.X(21) != 1<<56|0x100|'k' {
		t.Errorf("stop %+v, console %q, write gave %d, key %#x", stop, out.String(), h.X(20), h.X(21))
	}
}

func TestConsoleFailure(t *testing.T) {
	m := machine(t, Config{Console: failing{}})
	newCode(t).li(5, toHost).li(6, 0x0101<<48|'x').op("sd", 6, 0, 5).op("jal", 0, 0).load(m)
	m.SetHTIF(toHost, 0)
	if _, err := m.Run(context.Background()); err == nil || !strings.Contains(err.Error(), "console") {
		t.Errorf("error %v, want that of the console", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, iotest.ErrTimeout }

func TestLimitAndCancel(t *testing.T) {
	spin := newCode(t).op("jal", 0, 0)
	m := machine(t, Config{Limit: 1000})
	spin.load(m)
	if stop := run(t, m); stop.Reason != LimitHit || m.Hart(0).Executed() != 1000 {
		t.Errorf("%+v after %d instructions", stop, m.Hart(0).Executed())
	}
	m = machine(t, Config{})
	spin.load(m)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if stop, err := m.Run(ctx); stop.Reason != Cancelled || err != nil {
		t.Errorf("%+v %v", stop, err)
	}
}

// Harts start together and talk through memory and the CLINT.
func TestHarts(t *testing.T) {
	c := newCode(t)
	c.op("csrrs", 5, csrMhartid, 0).op("addi", 6, 0, 1).li(27, data)
	c.op("amoadd.w", 7, 6, 27)
	c.op("jal", 0, 0)
	m := machine(t, Config{Harts: 4, Limit: 200})
	c.load(m)
	run(t, m)
	if got := m.read(0x2000, 4); got != 4 {
		t.Errorf("four harts counted to %d", got)
	}
	for n := range 4 {
		if got := m.Hart(n).X(5); got != uint64(n) {
			t.Errorf("hart %d has mhartid %d", n, got)
		}
	}
}
