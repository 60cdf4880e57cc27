package rv64

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// state is everything architectural about a machine, as text, so that a difference reads well.
func state(m *Machine) string {
	var s bytes.Buffer
	for n := range m.Harts() {
		h := m.Hart(n)
		fmt.Fprintf(&s, "hart %d: pc %#x mode %v executed %d reservation %+v landing pad expected %v\n", n, h.PC(), h.Mode(), h.Executed(), h.reservation, h.LandingPadExpected())
		for r := range uint8(32) {
			fmt.Fprintf(&s, " x%d=%#x", r, h.X(r))
		}
		for r := range uint8(32) {
			fmt.Fprintf(&s, " f%d=%#x", r, h.F(r))
		}
		for _, c := range []uint16{csrMstatus, csrFcsr, csrMie, csrMip, csrMtvec, csrMscratch, csrMepc, csrMcause, csrMtval, csrMcounteren, csrMcountinhibit, csrMcycle, csrMinstret, csrTime, csrPmpcfg0, csrPmpaddr0, csrMenvcfg, csrMseccfg, csrSSP} {
			v, _ := h.CSR(c)
			fmt.Fprintf(&s, " csr%#x=%#x", c, v)
		}
		s.WriteByte('\n')
	}
	return s.String()
}

// differ compares two machines, memory included.
func differ(a, b *Machine) error {
	if x, y := state(a), state(b); x != y {
		return fmt.Errorf("fast:\n%s\nstep:\n%s", x, y)
	}
	x, y := make([]byte, 0x8000), make([]byte, 0x8000)
	a.ReadMem(base, x)
	b.ReadMem(base, y)
	for k := range x {
		if x[k] != y[k] {
			return fmt.Errorf("memory at %#x: fast %#x, step %#x", base+k, x[k], y[k])
		}
	}
	return nil
}

// handler skips the instruction that trapped, starts the program again when it was left, and
// rearms the timer after an interrupt. It stands at `other`.
func handler(t testing.TB) []byte {
	c := newCode(t)
	c.op("csrrw", 31, csrMscratch, 31)
	c.op("csrrs", 31, csrMcause, 0)
	c.op("blt", 31, 0, 44) // to the interrupt
	c.op("addi", 31, 31, -1)
	c.op("bne", 31, 0, 16)                             // no fetch access fault: skip
	c.op("auipc", 31, -0x1000).op("addi", 31, 31, -24) // base - 4
	c.op("bne", 31, 0, 8)                              // over the next
	c.op("csrrs", 31, csrMepc, 0)
	c.op("addi", 31, 31, 4).op("csrrw", 0, csrMepc, 31)
	c.op("csrrw", 31, csrMscratch, 31).op("mret")
	c.op("lui", 30, 0x0200c000).op("ld", 31, -8, 30)
	c.op("addi", 31, 31, 37).op("lui", 30, 0x02004000).op("sd", 31, 0, 30)
	c.op("lui", 30, CLINTBase).op("sw", 0, 0, 30)
	c.op("csrrw", 31, csrMscratch, 31).op("mret")
	return c.bytes
}

// randomProgram is 200 random instructions, biased to what stays in the program, reaches memory
// and disturbs the hart.
func randomProgram(t *rapid.T, tb testing.TB) []byte {
	c := newCode(tb)
	rows := c.tab.Instructions
	reg := rapid.Int64Range(0, 15)
	small := rapid.Int64Range(-64, 63)
	n := 10 + int(rapid.Uint64().Draw(t, "length")*0x9e3779b97f4a7c15>>57)
	names := map[op]string{}
	for name, o := range inlinedOps() {
		names[o] = name
	}
	var fused [][2]op
	for pair := range pairs() {
		_, first := c.tab.Lookup(names[pair[0]])
		_, second := c.tab.Lookup(names[pair[1]])
		if first && second {
			fused = append(fused, pair)
		}
	}
	slices.SortFunc(fused, func(a, b [2]op) int { return cmp.Compare(int(a[0])<<8|int(a[1]), int(b[0])<<8|int(b[1])) })
	// Where loads and stores go: data, this code, the CLINT.
	pointers := []int64{26, 27, 28}
	for len(c.bytes) < 4*n {
		switch rapid.IntRange(0, 12).Draw(t, "kind") {
		case 0, 1, 2: // any row, any operands
			in := rapid.SampledFrom(rows).Draw(t, "row")
			if leaves(in.Name) && rapid.IntRange(0, 15).Draw(t, "leave") != 15 {
				continue
			}
			w := in.Match | rapid.Uint32().Draw(t, "operands")&^in.Mask
			if in.Size == 2 {
				c.bytes = append(c.bytes, byte(w), byte(w>>8))
			} else {
				c.raw(w)
			}
		case 3, 4:
			name := rapid.SampledFrom([]string{"lb", "lhu", "lw", "lwu", "ld"}).Draw(t, "load")
			c.op(name, reg.Draw(t, "rd"), small.Draw(t, "offset")&^rapid.Int64Range(0, 7).Draw(t, "align"), rapid.SampledFrom(pointers).Draw(t, "rs1"))
		case 5, 6:
			name := rapid.SampledFrom([]string{"sb", "sh", "sw", "sd"}).Draw(t, "store")
			c.op(name, reg.Draw(t, "rs2"), small.Draw(t, "offset")&^rapid.Int64Range(0, 7).Draw(t, "align"), rapid.SampledFrom(pointers).Draw(t, "rs1"))
		case 7:
			name := rapid.SampledFrom([]string{"beq", "bne", "blt", "bge", "bltu", "bgeu"}).Draw(t, "branch")
			c.op(name, reg.Draw(t, "rs1"), reg.Draw(t, "rs2"), rapid.Int64Range(-20, 20).Draw(t, "distance")*4)
		case 8:
			csr := rapid.SampledFrom([]int64{csrFflags, csrFrm, csrFcsr, csrMstatus, csrMie, csrMip, csrMcountinhibit, csrMcycle, csrMinstret, csrInstret, csrCycle, csrTime, csrMscratch, csrPmpcfg0, csrPmpaddr0, csrMcounteren, csrMenvcfg, csrMseccfg}).Draw(t, "csr")
			name := rapid.SampledFrom([]string{"csrrw", "csrrs", "csrrc", "csrrwi", "csrrsi", "csrrci"}).Draw(t, "access")
			c.op(name, reg.Draw(t, "rd"), csr, reg.Draw(t, "rs1"))
		case 10, 11, 12: // what the fast loop executes as one
			for _, o := range rapid.SampledFrom(fused).Draw(t, "pair") {
				in, _ := c.tab.Lookup(names[o])
				w := in.Match | rapid.Uint32().Draw(t, "operands")&^in.Mask
				switch {
				case o >= opFirstJump: // a short way forward
					w = c.word(in.Name, reg.Draw(t, "rs1"), reg.Draw(t, "rs2"), rapid.Int64Range(1, 9).Draw(t, "distance")*4)
				case o >= opFirstLoad:
					w = w&^(31<<15|0xfff<<20) | uint32(rapid.SampledFrom(pointers).Draw(t, "rs1"))<<15 | rapid.Uint32Range(0, 40).Draw(t, "offset")<<20
				}
				if o < opFirstJump {
					w &^= 1 << 11 // destinations below x16 leave the pointers alone
				}
				c.raw(w)
			}
		case 9:
			c.op(rapid.SampledFrom([]string{"fence.i", "ecall", "wfi", "ebreak"}).Draw(t, "system"))
		}
	}
	c.op("jal", 0, int64(-len(c.bytes)))
	return c.bytes
}

// leaves names rows that with random operands lead out of the program at once.
func leaves(name string) bool {
	return slices.Contains([]string{"jal", "jalr", "c.j", "c.jr", "c.jalr", "mret"}, name)
}

func TestBothLoopsAgree(t *testing.T) {
	trap := handler(t)
	rapid.Check(t, func(rt *rapid.T) {
		harts := rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(rt, "harts")
		cfg := Config{
			Harts:      harts,
			Limit:      1 + rapid.Uint64().Draw(rt, "limit")*0x9e3779b97f4a7c15>>52, // up to 4096, evenly
			Misaligned: rapid.SampledFrom([]MisalignedPolicy{Complete, TrapMisaligned, TrapAccessFault}).Draw(rt, "misaligned"),
			Interleave: Interleave{Seed: rapid.Uint64().Draw(rt, "seed"), Quantum: rapid.IntRange(1, 100).Draw(rt, "quantum")},
			Parameters: Parameters{
				TimeDivisor:  rapid.IntRange(1, 5).Draw(rt, "divisor"),
				StaleFetch:   rapid.SampledFrom([]bool{false, false, false, true}).Draw(rt, "stale"),
				SCFailsEvery: rapid.SampledFrom([]int{0, 3}).Draw(rt, "sc"),
				RetireTraps:  rapid.Bool().Draw(rt, "retire"),
			},
		}
		if rapid.Bool().Draw(rt, "overridden") { // these then go through their functions
			same := func(f Exec) Exec { return f }
			cfg.Overrides = map[string]func(Exec) Exec{"beq": same, "blt": same, "bgeu": same, "jal": same, "addi": same, "lw": same, "sd": same}
		}
		program := randomProgram(rt, t)
		user := rapid.Bool().Draw(rt, "user")
		timer := uint64(rapid.IntRange(0, 500).Draw(rt, "timer"))
		values := rapid.SliceOfN(rapid.Uint64(), 15, 15).Draw(rt, "registers")
		floats := rapid.SliceOfN(rapid.SampledFrom(floatEdges()), 32, 32).Draw(rt, "floating-point registers")
		fs, fcsr := rapid.Uint64Range(0, 3).Draw(rt, "FS"), rapid.SampledFrom([]uint64{0, 1, 1, 0x1f, 0x21, 0x81, 0xe1}).Draw(rt, "fcsr")
		start := func() *Machine {
			m := machine(t, cfg)
			m.WriteMem(other, trap)
			if err := m.Load(base, program); err != nil {
				t.Fatal(err)
			}
			for n := range harts {
				h := m.Hart(n)
				for r, v := range values {
					h.SetX(uint8(r+1), v)
				}
				h.SetX(26, data)
				h.SetX(27, base+64)
				h.SetX(28, CLINTBase+clintMtimecmp)
				h.SetCSR(csrMtvec, other|uint64(n))
				h.SetCSR(csrMie, 1<<MachineTimer|1<<MachineSoftware)
				h.SetCSR(csrMstatus, statusMIE|fs<<statusFSShift)
				for r, v := range floats {
					h.SetF(uint8(r), v)
				}
				h.SetFCSR(fcsr)
				h.SetCSR(csrPmpaddr0, pmpAddrMask)
				h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW|pmpX)
				m.clint.compare[n] = timer
				if user {
					h.SetMode(U)
				}
			}
			return m
		}
		fast, step := start(), start()
		stop := run(t, fast)
		again, err := step.Observe(context.Background(), func(*Event) {})
		if err != nil || stop != again {
			rt.Fatalf("fast stopped %+v, step %+v (%v)", stop, again, err)
		}
		if err := differ(fast, step); err != nil {
			rt.Fatal(err)
		}
	})
}
