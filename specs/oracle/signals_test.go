package oracle_test

import (
	"testing"

	"touchstone/specs/oracle"
)

func signal(number, kind int, pc, addr uint64) *oracle.Trap {
	return &oracle.Trap{Signal: number, Code: kind, PC: pc, Tval: addr, Mode: "U"}
}

// TestSignals: what a program under Linux may see of each exception.
func TestSignals(t *testing.T) {
	s := newSetup(t, nil)
	run(t, s, []kase{
		{name: "breakpoint", mode: "U", asm: "addi x10, x0, 1\nebreak", trap: signal(5, 1, code+4, code+4), changed: locs{"x10": 1}},
		{name: "breakpoint, too early", mode: "U", asm: "addi x10, x0, 1\nebreak", trap: signal(5, 1, code, code), broken: []string{"addi_op"}, loc: "pc"},
		{name: "breakpoint as an illegal instruction", mode: "U", asm: "ebreak", trap: signal(4, 1, code, code), broken: []string{"ebreak_op"}, loc: "cause"},
		{name: "illegal", mode: "U", asm: "csrr x10, mscratch", trap: signal(4, 1, code, code)},
		{name: "illegal is done", mode: "U", asm: "csrr x10, mscratch\nebreak", trap: signal(5, 1, code+4, code+4), changed: locs{"x10": 0}, broken: []string{"Zicsr_illegal_mode"}, loc: "cause"},
		{name: "valid is illegal", mode: "U", asm: "addi x10, x0, 1\nebreak", trap: signal(4, 1, code, code), broken: []string{"addi_enc"}, loc: "cause"},
		{name: "misaligned is emulated", mode: "U", asm: "amoadd.w x10, x12, (x11)\nebreak", x: regs{11: data + 1}, trap: signal(5, 1, code+4, code+4), changed: locs{"x10": 7}},
		{name: "misaligned", mode: "U", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 1}, trap: signal(7, 1, code, data+1)},
		{name: "misaligned elsewhere", mode: "U", asm: "amoadd.w x10, x12, (x11)\nebreak", x: regs{11: data}, trap: signal(7, 1, code, data), broken: []string{"amo_operand_size"}},
	})
}

// TestEmulated: of a misaligned access that was done the oracle says why that shows nothing.
func TestEmulated(t *testing.T) {
	s := newSetup(t, nil)
	for _, tc := range []struct {
		offset   uint64
		emulated bool
	}{{0, false}, {1, true}} {
		k := kase{mode: "U", asm: "amoadd.w x10, x12, (x11)\nebreak", x: regs{11: data + tc.offset}, trap: signal(5, 1, code+4, code+4), changed: locs{"x10": 7}}
		r, err := k.judge(t, s)
		if err != nil || r.Emulated != tc.emulated || tc.emulated && !r.Unspecified {
			t.Errorf("at %d: %+v (%v), want emulated: %t", tc.offset, r, err, tc.emulated)
		}
	}
}

func TestDelivers(t *testing.T) {
	for _, row := range []struct {
		cause        uint64
		signal, code int
		want         bool
	}{
		{0, 7, 1, true}, {0, 7, 2, false}, {2, 4, 1, true}, {2, 4, 5, true}, {2, 5, 1, false}, {3, 5, 1, true},
		{4, 7, 1, true}, {4, 11, 1, false}, {5, 11, 2, true}, {5, 7, 2, true}, {5, 7, 1, false}, {7, 11, 1, true},
		{8, 31, 0, false}, {12, 11, 1, true}, {13, 11, 10, false}, {18, 11, 10, true}, {18, 11, 2, false}, {11, 4, 1, false},
	} {
		if got := oracle.Delivers(row.cause, row.signal, row.code); got != row.want {
			t.Errorf("cause %d as %s: %t", row.cause, oracle.SignalName(row.signal, row.code), got)
		}
	}
	for want, have := range map[string][2]int{"SIGILL (ILL_ILLOPC)": {4, 1}, "SIGSEGV (SEGV_CPERR)": {11, 10}, "SIGFPE (code 3)": {8, 3}, "signal 31 (code -6)": {31, -6}} {
		if got := oracle.SignalName(have[0], have[1]); got != want {
			t.Errorf("%v is %q, want %q", have, got, want)
		}
	}
}
