package iuttest

import (
	"fmt"
	"testing"

	"touchstone/specs/isa"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// NewProcessBench makes cases for a process, of further extensions too.
func NewProcessBench(t testing.TB, extensions ...string) *Bench {
	t.Helper()
	b := NewBench(t)
	b.Map = image.LinuxMap()
	if len(extensions) > 0 {
		var err error
		if b.Table, err = isa.New(b.Pack, append(Extensions(), extensions...)...); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// Processes is what every Linux must report of a process, by signals: ends of all kinds, and that nothing else
// changed. Each case runs three times, after all the others. The setting says which state the cases have.
func Processes(t *testing.T, b *Bench, setting trial.Setting, execute func(*image.Image) []trial.Outcome) {
	t.Helper()
	const ill, trap, bus, segv = 4, 5, 7, 11
	data := b.Map.Data
	rows := []struct {
		code         string
		align        int
		before       []trial.Preset
		signal, kind int
		pc           uint64 // from the code
		addr         uint64 // of segv
		changed      string
	}{
		{code: "add a2, a0, a1\n ebreak", before: []trial.Preset{X(10, 5), X(11, 7)}, signal: trap, kind: 1, pc: 4, changed: "[{x12 12}]"},
		{code: "c.addi a0, 1\n ebreak", align: 2, before: []trial.Preset{X(10, 5)}, signal: trap, kind: 1, pc: 2, changed: "[{x10 6}]"},
		{code: "sd a1, 8(a0)\n ebreak", before: []trial.Preset{X(10, data), X(11, 7)}, signal: trap, kind: 1, pc: 4, changed: fmt.Sprintf("[{mem:%x 7}]", data+8)},
		{code: ".word 0", signal: ill, kind: 1, changed: "[]"},
		{code: "addi x1, x0, 1\n addi x2, x0, 2\n addi x31, x0, 31\n ebreak", signal: trap, kind: 1, pc: 12, changed: "[{x1 1} {x2 2} {x31 31}]"},
		{code: "nop\n ld a0, 16(x0)\n", signal: segv, kind: 1, pc: 4, addr: 16, changed: "[]"},
		{code: "sd a0, 0(a1)\n", before: []trial.Preset{X(11, b.Map.Base)}, signal: segv, kind: 2, addr: b.Map.Base, changed: "[]"},
		{code: "csrr a0, mscratch\n ebreak", signal: ill, kind: 1, changed: "[]"},
		{code: "amoadd.w a0, a1, (a2)\n", before: []trial.Preset{X(12, data+2)}, signal: bus, kind: 1, changed: "[]"},
		{
			code: "ld a0, 4(a2)\n ebreak", before: []trial.Preset{X(12, data)}, signal: trap, kind: 1, pc: 4,
			changed: fmt.Sprintf("[{x10 %d}]", image.DataBackground(0)>>32|image.DataBackground(8)<<32),
		},
		{code: "j 1f\n .section far\n 1: ebreak", signal: trap, kind: 1, pc: 0x80000, changed: "[]"},
		{code: "auipc a0, 0\n sw a1, 12(a0)\n fence.i\n .word 0\n ebreak", before: []trial.Preset{X(11, 0x13)}, signal: trap, kind: 1, pc: 16, changed: "code"},
	}
	setting.Mode, setting.Environment = "U", trial.Linux
	cases := make([]trial.Case, 0, 3*len(rows))
	for range 3 {
		for i, r := range rows {
			stub := b.Stub(t, r.code)
			stub.Align = r.align
			cases = append(cases, trial.Case{ID: fmt.Sprint(i), Setting: setting, Stub: stub, Before: r.before})
		}
	}
	img := b.Images(t, image.Console, cases...)[0]
	outcomes := execute(img)
	if len(outcomes) != len(cases) {
		t.Fatalf("%d of %d cases finished", len(outcomes), len(cases))
	}
	for i, o := range outcomes {
		r := rows[i%len(rows)]
		want := trial.Trap{PC: img.Code[i] + r.pc, Tval: o.Trap.Tval, Mode: "U", Signal: r.signal, Code: r.kind}
		if r.signal == segv {
			want.Tval = r.addr
		}
		if r.changed == "code" {
			r.changed = fmt.Sprintf("[{x10 %d} {mem:%x %d}]", img.Code[i], img.Code[i]+8, uint64(0x13_0000100f))
		}
		if changed := fmt.Sprint(o.Changed); o.Trap != want || changed != r.changed {
			t.Errorf("%q: %+v changed %s, want %+v and %s", r.code, o.Trap, changed, want, r.changed)
		}
	}
}
