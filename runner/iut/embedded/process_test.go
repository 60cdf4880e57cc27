package embedded

import (
	"fmt"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/linux"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// processBench makes cases for a process.
func processBench(t testing.TB, extensions ...string) *iuttest.Bench {
	t.Helper()
	b := iuttest.NewBench(t)
	b.Map = image.LinuxMap()
	if len(extensions) > 0 {
		var err error
		if b.Table, err = isa.New(b.Pack, append(iuttest.Extensions(), extensions...)...); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

func openProcess(t testing.TB, b *iuttest.Bench, config rv64.Config) *Embedded {
	t.Helper()
	config.Table = b.Table
	e, err := NewProcess(config)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestProcess: what a process reports of ends of all kinds, and that nothing else changed, on a hart
// that does misaligned accesses itself and on one whose kernel does them.
func TestProcess(t *testing.T) {
	b := processBench(t, "D", "V")
	type row struct {
		code         string
		before       []trial.Preset
		signal, kind int
		pc           uint64 // from the code
		addr         uint64
		changed      string
	}
	data := b.Map.Data
	rows := []row{
		{code: "add a2, a0, a1\n ebreak", before: []trial.Preset{iuttest.X(10, 5), iuttest.X(11, 7)}, signal: 5, kind: 1, pc: 4, changed: "[{x12 12}]"},
		{code: "sd a1, 8(a0)\n ebreak", before: []trial.Preset{iuttest.X(10, data), iuttest.X(11, 7)}, signal: 5, kind: 1, pc: 4, changed: fmt.Sprintf("[{mem:%x 7}]", data+8)},
		{code: ".word 0", signal: 4, kind: 1, changed: "[]"},
		{code: "nop\n ld a0, 16(x0)\n", signal: 11, kind: 1, pc: 4, addr: 16, changed: "[]"},
		{code: "sd a0, 0(a1)\n", before: []trial.Preset{iuttest.X(11, b.Map.Base)}, signal: 11, kind: 2, addr: b.Map.Base, changed: "[]"},
		{code: "csrr a0, mscratch\n ebreak", signal: 4, kind: 1, changed: "[]"},
		{code: "amoadd.w a0, a1, (a2)\n", before: []trial.Preset{iuttest.X(12, data+2)}, signal: 7, kind: 1, changed: "[]"},
		{code: "ld a0, 4(a2)\n ebreak", before: []trial.Preset{iuttest.X(12, data)}, signal: 5, kind: 1, pc: 4,
			changed: fmt.Sprintf("[{x10 %d}]", image.DataBackground(0)>>32|image.DataBackground(8)<<32)},
		{code: "auipc a0, 0\n sw a1, 12(a0)\n fence.i\n .word 0\n ebreak", before: []trial.Preset{iuttest.X(11, 0x13)}, signal: 5, kind: 1, pc: 16, changed: "code"},
	}
	for _, policy := range []rv64.MisalignedPolicy{rv64.Complete, rv64.TrapMisaligned} {
		e := openProcess(t, b, rv64.Config{Misaligned: policy})
		var cases []trial.Case
		for range 3 { // each again, after all the others
			for i, r := range rows {
				cases = append(cases, trial.Case{ID: fmt.Sprint(i), Setting: trial.Setting{Mode: "U", Environment: trial.Linux, Float: true, VLEN: 128}, Stub: b.Stub(t, r.code), Before: r.before})
			}
		}
		img := b.Images(t, image.Console, cases...)[0]
		var outcomes []trial.Outcome
		if err := e.Execute(t.Context(), img, func(o trial.Outcome) error { outcomes = append(outcomes, o); return nil }); err != nil {
			t.Error(err)
		}
		if len(outcomes) != len(cases) {
			t.Fatalf("%d of %d cases finished", len(outcomes), len(cases))
		}
		for i, o := range outcomes {
			r := rows[i%len(rows)]
			want := trial.Trap{PC: img.Code[i] + r.pc, Tval: o.Trap.Tval, Mode: "U", Signal: r.signal, Code: r.kind}
			if r.signal == 11 {
				want.Tval = r.addr
			}
			changed := fmt.Sprint(o.Changed)
			if r.changed == "code" {
				r.changed = fmt.Sprintf("[{x10 %d} {mem:%x %d}]", img.Code[i], img.Code[i]+8, uint64(0x13_0000100f))
			}
			if o.Trap != want || changed != r.changed {
				t.Errorf("%q: %+v changed %s, want %+v and %s", r.code, o.Trap, changed, want, r.changed)
			}
		}
	}
}

// BenchmarkProcess is BenchmarkExecute's image as a process.
func BenchmarkProcess(bench *testing.B) {
	b := processBench(bench)
	e := openProcess(bench, b, rv64.Config{})
	cases := sweep(b, bench, 2000)
	for i := range cases {
		cases[i].Setting = trial.Setting{Mode: "U", Environment: trial.Linux}
		linux.Break(cases[i].Stub)
	}
	img := b.Images(bench, image.Console, cases...)[0]
	bench.ReportAllocs()
	for bench.Loop() {
		n := 0
		if err := e.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 2000 {
			bench.Fatal(n, err)
		}
	}
	bench.ReportMetric(float64(bench.Elapsed().Nanoseconds())/float64(bench.N)/2000, "ns/case")
}
