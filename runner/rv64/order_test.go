package rv64

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// litmus is a test in the literature's form: a program a hart over shared words, run under many
// schedules; an outcome is the values of each hart's a0 and a1, "0:a0,a1 1:a0,a1".
type litmus struct {
	name    string
	harts   []func(*code)
	outcome string // forbidden by RVWMO
	defect  Rules  // shows it
}

// Registers of litmus programs: s0 and s1 hold the addresses x and y, a2 holds 1.
const (
	a0, a1, a2, a3, s0, s1 = 10, 11, 12, 13, 8, 9
	rw                     = 3
)

func litmusTests() []litmus {
	storeX := func(c *code) { c.op("sd", a2, 0, s0) }
	storeY := func(c *code) { c.op("sd", a2, 0, s1) }
	loadX := func(rd int64) func(*code) { return func(c *code) { c.op("ld", rd, 0, s0) } }
	loadY := func(rd int64) func(*code) { return func(c *code) { c.op("ld", rd, 0, s1) } }
	fence := func(c *code) { c.op("fence", rw, rw) }
	seq := func(parts ...func(*code)) func(*code) {
		return func(c *code) {
			for _, p := range parts {
				p(c)
			}
		}
	}
	op := func(name string, operands ...int64) func(*code) { return func(c *code) { c.op(name, operands...) } }
	nop := op("addi", 0, 0, 0)
	storeFlag := seq(nop, nop, nop, nop, storeX, fence, storeY) // when the other hart is under way
	zero := op("xor", a3, a0, a0)
	swap := func(aq, rl uint32, rd, src, addr int64) func(*code) {
		return func(c *code) { c.raw(c.word("amoswap.d", rd, src, addr) | aq<<26 | rl<<25) }
	}
	return []litmus{
		{"SB+fences", []func(*code){seq(storeX, fence, loadY(a0)), seq(storeY, fence, loadX(a0))}, "0:0,0 1:0,0", Fences},
		{"MP+fences", []func(*code){seq(storeX, fence, storeY), seq(loadY(a0), fence, loadX(a1))}, "0:0,0 1:1,0", Fences},
		{"LB+fences", []func(*code){seq(loadX(a0), fence, storeY), seq(loadY(a0), fence, storeX)}, "0:1,0 1:1,0", Fences},
		{"MP+tso", []func(*code){seq(storeX, func(c *code) { c.op("fence.tso") }, storeY), seq(loadY(a0), func(c *code) { c.op("fence.tso") }, loadX(a1))}, "0:0,0 1:1,0", Fences},
		{"CoRR", []func(*code){storeX, seq(loadX(a0), loadX(a1))}, "0:0,0 1:1,0", SameAddressLoads},
		{"MP+amo.rl+amo.aq/acquire", []func(*code){seq(storeX, swap(0, 1, 0, a2, s1)), seq(swap(1, 0, a0, 0, s1), loadX(a1))}, "0:0,0 1:1,0", Acquire},
		{"MP+amo.rl+amo.aq/release", []func(*code){seq(storeX, swap(0, 1, 0, a2, s1)), seq(swap(1, 0, a0, 0, s1), loadX(a1))}, "0:0,0 1:1,0", Release},
		{"AMO+AMO", []func(*code){
			func(c *code) { c.op("amoadd.d", a0, a2, s0) },
			func(c *code) { c.op("amoadd.d", a0, a2, s0) },
		}, "0:0,0 1:0,0", AMOAtomicity},
		{"IRIW+fences", []func(*code){storeX, storeY, seq(loadX(a0), fence, loadY(a1)), seq(loadY(a0), fence, loadX(a1))}, "0:0,0 1:0,0 2:1,0 3:1,0", MultiCopy},
		{"MP+fence+addr", []func(*code){storeFlag, seq(loadY(a0), zero, op("add", a3, a3, s0), op("ld", a1, 0, a3))}, "0:0,0 1:1,0", AddressDependencies},
		{"LB+data", []func(*code){
			seq(loadX(a0), zero, op("addi", a3, a3, 1), op("sd", a3, 0, s1)),
			seq(loadY(a0), zero, op("addi", a3, a3, 1), op("sd", a3, 0, s0)),
		}, "0:1,0 1:1,0", DataDependencies},
		{"LB+ctrl", []func(*code){seq(loadX(a0), op("bne", a0, 0, 4), storeY), seq(loadY(a0), op("beq", a0, 0, 4), storeX)}, "0:1,0 1:1,0", ControlDependencies},
		{"MP+fence+data-rfi-addr", []func(*code){storeFlag, seq(
			loadY(a0), zero, op("sd", a3, 64, s1), op("ld", a1, 64, s1), op("xor", a3, a1, a1), op("add", a3, a3, s0), op("ld", a1, 0, a3),
		)}, "0:0,0 1:1,0", ForwardedDependencies},
		{"LB+addr-po", []func(*code){
			seq(loadX(a0), zero, op("add", a3, a3, s1), op("sd", 0, 64, a3), storeY),
			seq(loadY(a0), zero, op("add", a3, a3, s1), op("sd", 0, 128, a3), storeX),
		}, "0:1,0 1:1,0", AddressesBefore},
	}
}

// outcomes runs a litmus test under n schedules.
func (l litmus) outcomes(t *testing.T, n int, weak bool, ignore Rules, early ...bool) map[string]int {
	seen := map[string]int{}
	for seed := range n {
		seen[l.run(t, Config{
			Interleave: Interleave{Seed: uint64(seed), Quantum: 3},
			Ordering:   Ordering{Weak: weak, Seed: uint64(seed) * 77, Ignore: ignore, Early: len(early) > 0 || ignore >= AddressDependencies},
		})]++
	}
	return seen
}

// run runs a litmus test under one schedule and gives its outcome.
func (l litmus) run(t *testing.T, cfg Config) string {
	cfg.Harts, cfg.RAMSize = len(l.harts), 1<<20
	m := machine(t, cfg)
	for k, body := range l.harts {
		c := newCode(t)
		body(c)
		c.op("jal", 0, 0)
		at := uint64(base + 0x200*k)
		m.WriteMem(at, c.bytes)
		h := m.Hart(k)
		h.SetPC(at)
		h.SetX(s0, data)
		h.SetX(s1, data+64)
		h.SetX(a2, 1)
	}
	m.cfg.Limit = 40
	run(t, m)
	text := ""
	for k := range l.harts {
		h := m.Hart(k)
		text += fmt.Sprintf(" %d:%d,%d", k, int64(h.X(a0)), int64(h.X(a1)))
	}
	return text[1:]
}

func TestForbiddenOrders(t *testing.T) {
	const schedules = 800
	for _, l := range litmusTests() {
		t.Run(l.name, func(t *testing.T) {
			if n := l.outcomes(t, 300, false, 0)[l.outcome]; n != 0 {
				t.Errorf("sequentially consistent harts showed %s %d times", l.outcome, n)
			}
			if n := l.outcomes(t, schedules, true, 0)[l.outcome]; n != 0 {
				t.Errorf("harts that keep RVWMO showed %s %d times", l.outcome, n)
			}
			if n := l.outcomes(t, schedules, true, 0, true)[l.outcome]; n != 0 {
				t.Errorf("harts that keep RVWMO and execute early showed %s %d times", l.outcome, n)
			}
			tries := schedules
			if l.defect >= AddressDependencies { // programs are longer, and what they show is rarer
				tries = 4000
			}
			seen := l.outcomes(t, tries, true, l.defect)
			t.Log(seen)
			if seen[l.outcome] == 0 {
				t.Errorf("harts with the defect never showed %s: %v", l.outcome, seen)
			}
		})
	}
}

// Without fences the weak orders that RVWMO permits do happen.
func TestPermittedOrders(t *testing.T) {
	for _, l := range []litmus{
		{"SB", []func(*code){func(c *code) { c.op("sd", a2, 0, s0).op("ld", a0, 0, s1) }, func(c *code) { c.op("sd", a2, 0, s1).op("ld", a0, 0, s0) }}, "0:0,0 1:0,0", 0},
		{"MP", []func(*code){func(c *code) { c.op("sd", a2, 0, s0).op("sd", a2, 0, s1) }, func(c *code) { c.op("ld", a0, 0, s1).op("ld", a1, 0, s0) }}, "0:0,0 1:1,0", 0},
		{"LB", []func(*code){func(c *code) { c.op("ld", a0, 0, s0).op("sd", a2, 0, s1) }, func(c *code) { c.op("ld", a0, 0, s1).op("sd", a2, 0, s0) }}, "0:1,0 1:1,0", 0},
	} {
		if seen := l.outcomes(t, 500, true, 0); seen[l.outcome] == 0 {
			t.Errorf("%s never showed %s: %v", l.name, l.outcome, seen)
		}
		if seen := l.outcomes(t, 300, false, 0); seen[l.outcome] != 0 {
			t.Errorf("%s showed %s under sequential consistency", l.name, l.outcome)
		}
	}
}

// Below Ordering.From code is sequentially consistent, whatever is ignored.
func TestOrdersBelowFrom(t *testing.T) {
	l := litmus{"SB", []func(*code){func(c *code) { c.op("sd", a2, 0, s0).op("ld", a0, 0, s1) }, func(c *code) { c.op("sd", a2, 0, s1).op("ld", a0, 0, s0) }}, "0:0,0 1:0,0", 0}
	for from, want := range map[uint64]bool{base: true, base + 0x1000: false} {
		seen := 0
		for seed := range 300 {
			if l.run(t, Config{Interleave: Interleave{Seed: uint64(seed), Quantum: 3}, Ordering: Ordering{Weak: true, Seed: uint64(seed), From: from}}) == l.outcome {
				seen++
			}
		}
		if (seen > 0) != want {
			t.Errorf("weak from %#x: %s was seen %d times", from, l.outcome, seen)
		}
	}
}

// Holding operations back changes nothing that one hart alone can see.
func TestWindowIsInvisibleAlone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		c := newCode(t)
		reg := rapid.Int64Range(0, 7)
		for range rapid.IntRange(1, 60).Draw(rt, "length") {
			at := rapid.Int64Range(0, 40).Draw(rt, "offset")
			switch rapid.IntRange(0, 5).Draw(rt, "kind") {
			case 0, 1:
				c.op(rapid.SampledFrom([]string{"lb", "lhu", "lw", "ld"}).Draw(rt, "load"), reg.Draw(rt, "rd"), at, 27)
			case 2, 3:
				c.op(rapid.SampledFrom([]string{"sb", "sh", "sw", "sd"}).Draw(rt, "store"), reg.Draw(rt, "rs2"), at, 27)
			case 4:
				c.op("add", reg.Draw(rt, "rd"), reg.Draw(rt, "rs1"), reg.Draw(rt, "rs2"))
			case 5:
				c.raw(c.word(rapid.SampledFrom([]string{"amoadd.d", "amoswap.w", "sc.d"}).Draw(rt, "amo"), reg.Draw(rt, "rd"), reg.Draw(rt, "src"), 27) | rapid.Uint32Range(0, 3).Draw(rt, "order")<<25)
				c.op("lr.d", reg.Draw(rt, "rd"), 27)
			}
		}
		n := uint64(len(c.bytes) / 4)
		final := func(o Ordering) *Machine {
			m := machine(t, Config{Limit: n, RAMSize: 1 << 16, Ordering: o})
			c.load(m)
			for r := range uint8(8) {
				m.Hart(0).SetX(r, uint64(r)*0x1234567890abcdef)
			}
			m.Hart(0).SetX(27, data)
			run(t, m)
			if w := m.Hart(0).window; w != nil {
				w.drain()
			}
			return m
		}
		weak := Ordering{Weak: true, Seed: rapid.Uint64().Draw(rt, "seed"), Depth: rapid.IntRange(1, 12).Draw(rt, "depth")}
		if err := differ(final(weak), final(Ordering{})); err != nil {
			rt.Fatal(err)
		}
	})
}
