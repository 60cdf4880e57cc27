package oracle_test

import (
	"fmt"
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
