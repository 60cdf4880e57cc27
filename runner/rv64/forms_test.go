package rv64

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Every row, and every pair that the fast loop executes as one, on edge values and with random
// operands, aliases among them: the fast loop does what the observed loop does.
func TestEveryForm(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := map[op]string{}
	for name, o := range inlinedOps() {
		names[o] = name
	}
	sequences := map[string][]string{}
	for _, in := range table(t).Instructions {
		sequences[in.Name] = []string{in.Name}
	}
	for p := range pairs() {
		if sequences[names[p[0]]] == nil || sequences[names[p[1]]] == nil {
			continue // a row of another table
		}
		sequences[names[p[0]]+"+"+names[p[1]]] = []string{names[p[0]], names[p[1]]}
	}
	edges := []uint64{0, 1, 2, 3, 7, 31, 32, 63, 64, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32, 1<<63 - 1, 1 << 63, ^uint64(0), ^uint64(1), 0x0123456789abcdef, data, data + 1, data + 2, data + 4, data + 8, data - 8}
	patterns := floatEdges()
	for name, rows := range sequences {
		n := 25
		if strings.HasPrefix(name, "f") && inlinedOps()[name] != opCall { // forms that depend on more
			n = 100
		}
		for range n {
			c := newCode(t)
			for _, row := range rows {
				in, _ := c.tab.Lookup(row)
				w := in.Match | r.Uint32()&^in.Mask
				if in.Size == 4 { // few registers, so that operands meet
					w = w&^(in.Mask^0xffffffff&(3<<10|3<<18|3<<23)) | in.Match
				}
				if r.IntN(2) == 0 && in.Size == 4 { // and small immediates
					w = w&^(in.Mask^0xffffffff&(0x1f<<25)) | in.Match
				}
				if r.IntN(2) == 0 && strings.HasPrefix(row, "f") { // and the dynamic rounding mode
					w |= 7 << 12 &^ in.Mask
				}
				if in.Size == 2 {
					c.bytes = append(c.bytes, byte(w), byte(w>>8))
				} else {
					c.raw(w)
				}
			}
			c.op("jal", 0, 0).op("jal", 0, -4)
			cfg := Config{RAMSize: 1 << 16, Misaligned: MisalignedPolicy(r.IntN(3)), Limit: uint64(len(rows)) + 2}
			var regs, floats [32]uint64
			for n := range regs {
				regs[n] = edges[r.IntN(len(edges))]
				floats[n] = patterns[r.IntN(len(patterns))]
			}
			fs, fcsr := uint8(r.IntN(5)), uint64(r.IntN(2)) // more often Dirty than not
			if fs > 3 {
				fs = 3
			}
			if r.IntN(4) == 0 {
				fcsr = uint64(r.IntN(256))
			}
			start := func() *Machine {
				m := machine(t, cfg)
				c.load(m)
				for n, v := range regs {
					m.Hart(0).SetX(uint8(n), v)
					m.Hart(0).SetF(uint8(n), floats[n])
				}
				m.Hart(0).SetFS(fs)
				m.Hart(0).SetFCSR(fcsr)
				for at := range uint64(64) {
					m.write(0x2000-32+at, 1, at*37+1)
				}
				return m
			}
			fast, step := start(), start()
			run(t, fast)
			for step.Hart(0).Executed() < cfg.Limit && !step.halted {
				step.Step(0)
			}
			if err := differ(fast, step); err != nil {
				t.Fatalf("%s, % x: %v", name, c.bytes, err)
			}
		}
	}
}
