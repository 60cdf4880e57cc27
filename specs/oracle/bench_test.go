package oracle_test

import (
	"fmt"
	"strconv"
	"testing"

	"touchstone/specs/oracle"
)

// One judgement of a case of one instruction and its exit. DESIGN needs tens of thousands of cases
// judged in about a second.
func BenchmarkJudge(b *testing.B) {
	s := newSetup(b, nil)
	for _, k := range []kase{
		{name: "add", asm: "add x10, x11, x12", x: map[int]uint64{11: max64, 12: 1}, changed: map[string]uint64{"x10": min64}},
		{name: "mulh", asm: "mulh x10, x11, x12", x: map[int]uint64{11: min64, 12: min64}, changed: map[string]uint64{"x10": 1 << 62}},
		{name: "lw", asm: "lw x10, 4(x11)", x: map[int]uint64{11: data}, changed: map[string]uint64{"x10": 0x07060504}},
		{name: "amoadd.w", asm: "amoadd.w x10, x12, (x11)", x: map[int]uint64{11: data, 12: 1}, changed: map[string]uint64{"x10": 0x03020100, "mem:80001000": 0x0706050403020101}},
		{name: "c.add", asm: "c.add x10, x11", x: map[int]uint64{10: 1, 11: 2}, changed: map[string]uint64{"x10": 3}},
		{name: "illegal", asm: ".insn 0", trap: &oracle.Trap{Cause: 2, PC: code}},
	} {
		b.Run(k.name, func(b *testing.B) {
			before, exit := k.before(b, s)
			seen := &oracle.Observed{Trap: oracle.Trap{Cause: 11, PC: exit, Mode: "M"}, Changed: k.changed}
			if k.trap != nil {
				seen.Trap = *k.trap
				seen.Trap.Mode = "M"
			}
			exits := []uint64{exit}
			b.ReportAllocs()
			for b.Loop() {
				if r, err := s.oracle.Judge(before, exits, 10, seen); err != nil || !r.OK {
					b.Fatal(r, err)
				}
			}
		})
	}
}

// Vector and floating-point state, element by element, as the pack's helpers go about it. The rows are
// this test's own, so that a figure says what the interpreter costs and nothing else.
func BenchmarkJudgeVector(b *testing.B) {
	const add = "for i in range(16): V[rd, i, %[1]s] = V[rs1, i, %[1]s] + V[rs2, i, %[1]s]\n"
	for _, c := range []struct {
		name, does string
		vlen       int
	}{
		{"Add16x8", fmt.Sprintf(add, "8"), 128},
		{"Add16x8/VLEN=4096", fmt.Sprintf(add, "8"), 4096},
		{"Add16x64", fmt.Sprintf(add, "64"), 128},
		{"Add4of16Agnostic", "for i in range(4): V[rd, i, 8] = V[rs1, i, 8] + V[rs2, i, 8]\nagnostic(rd, 4, 16, 8, by = \"x0eq0\")", 128},
		{"Add4of16AnyOf", "for i in range(4): V[rd, i, 8] = V[rs1, i, 8] + V[rs2, i, 8]\nfor i in range(4, 16): V[rd, i, 8] = any_of(V[rd, i, 8], 255, by = \"x0eq0\")", 128},
		{"Float", "F[rd] = F[rs1] + F[rs2]\nhart.fs = 3", 128},
		{"Nothing", "X[rd] = X[rs1]", 128},
	} {
		b.Run(c.name, func(b *testing.B) {
			s := withRows(b, c.does, "")
			k := unitCase{code: "add x8, x16, x24", vlen: c.vlen, fs: 3}
			before, exit := k.state(b, s)
			seen := &oracle.Observed{Trap: oracle.Trap{Cause: 11, PC: exit, Mode: "M"}, Changed: map[string]uint64{}}
			allowed, err := s.oracle.Allowed(before, []uint64{exit}, oracle.Bounds{Steps: 10})
			if err != nil {
				b.Fatal(err)
			}
			for loc, values := range allowed[0].Changed {
				v, err := strconv.ParseUint(values[0], 0, 64)
				switch {
				case err == nil:
					seen.Changed[loc] = v
				case loc == "v8[0]":
					seen.Changed[loc] = 0x8786858486848280 // the sums of four elements; the others keep their values
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen); err != nil || !r.OK {
					b.Fatal(r, err)
				}
			}
		})
	}
}

// Judging on all cores at once: interpreters are pooled.
func BenchmarkJudgeParallel(b *testing.B) {
	s := newSetup(b, nil)
	k := kase{asm: "add x10, x11, x12", x: map[int]uint64{11: max64, 12: 1}, changed: map[string]uint64{"x10": min64}}
	before, exit := k.before(b, s)
	seen := &oracle.Observed{Trap: oracle.Trap{Cause: 11, PC: exit, Mode: "M"}, Changed: k.changed}
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen); err != nil || !r.OK {
				b.Fatal(r, err)
			}
		}
	})
}

// What a command pays before the first judgement.
func BenchmarkNew(b *testing.B) {
	pack()
	for b.Loop() {
		newSetup(b, nil)
	}
}

// A sweep's worth of cases, as a run judges them.
func BenchmarkSweep(b *testing.B) {
	s := newSetup(b, nil)
	type one struct {
		before *oracle.State
		exits  []uint64
	}
	var cases []one
	for _, in := range s.table.Instructions {
		if in.Row.Extension != "I" && in.Row.Extension != "M" && in.Row.Extension != "Zaamo" && in.Row.Extension != "Zca" {
			continue
		}
		for n := range 64 {
			word := in.Match
			for _, op := range in.Operands {
				if w, err := op.Put(word, int64(8+n%8)<<op.Shift); err == nil {
					word = w
				}
			}
			k := kase{asm: fmt.Sprintf(".insn %#x", word), x: regs{}}
			for r := 1; r < 32; r++ {
				k.x[r] = data + uint64(n%16)*8
			}
			before, exit := k.before(b, s)
			cases = append(cases, one{before, []uint64{exit}})
		}
	}
	seen := &oracle.Observed{Changed: map[string]uint64{"x31": 1}}
	for b.Loop() {
		for _, c := range cases {
			_, _ = s.oracle.Judge(c.before, c.exits, 4, seen)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(cases)), "ns/case")
	b.ReportMetric(float64(len(cases)), "cases")
}
