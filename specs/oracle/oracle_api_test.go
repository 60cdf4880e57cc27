package oracle_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/specs/oracle"
)

func TestExercisedAndPermitted(t *testing.T) {
	s := newSetup(t, nil)
	for _, c := range []struct {
		kase
		exercised, permitted []string
	}{
		{kase{asm: "sub x10, x11, x12", x: regs{11: 3, 12: 2}, changed: locs{"x10": 1}}, []string{"sub_enc", "sub_op", "R-type_operands"}, nil},
		{kase{asm: "sub x10, x11, x12", x: regs{11: min64, 12: 1}, changed: locs{"x10": max64}}, []string{"sub_enc", "sub_op", "R-type_operands", "sub_overflow"}, nil},
		{kase{asm: "div x10, x11, x0", changed: locs{"x10": ones}}, []string{"div_by_zero", "x0eq0", "div_enc", "div_op"}, nil},
		{kase{asm: "jal x10, .+4", changed: locs{"x10": code + 4}}, []string{"jal_enc", "jal_op", "jal_target"}, nil},
		{kase{asm: "bne x11, x11, .+8"}, []string{"bne_enc", "bne_op"}, nil},
		{kase{asm: "c.addi x10, 1", x: regs{10: 1}, changed: locs{"x10": 2}}, []string{"c-addi_op"}, nil},
		{kase{asm: "fence.i"}, []string{"fence_i_op"}, nil},
		{kase{asm: "ebreak", trap: trap(3, code, 0)}, []string{"mtval_vaddr_wr1", "ebreak_enc"}, []string{"MTVAL_PER_EXC_BEHAVIOR"}},
		{kase{asm: "lw x10, 1(x11)", x: regs{11: data}, trap: trap(5, code, 0)}, []string{"mcause_exccode_ld_ldrsv", "mtval_vaddr_wr1", "lw_enc"}, []string{"MISALIGNED_LDST_HW_SUPPORT", "MISALIGNED_LDST_EXC_TYPE", "MTVAL_PER_EXC_BEHAVIOR"}},
		{kase{asm: "csrr x10, cycle", changed: locs{"x10": 7}}, []string{"zihpm_op_sz_mode_acc_priv", "zicsr_rs1_x0", "csrrs_op"}, []string{"zicntr_rdcycle_op"}},
	} {
		t.Run(c.asm, func(t *testing.T) {
			r, err := c.judge(t, s)
			if err != nil || !r.OK {
				t.Fatal(r, err)
			}
			if diff := cmp.Diff(slices.Sorted(slices.Values(c.exercised)), slices.Sorted(slices.Values(r.Exercised))); diff != "" {
				t.Errorf("exercised (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(c.permitted, r.Permitted); diff != "" {
				t.Errorf("permitted (-want +got)\n%s", diff)
			}
		})
	}
}

// What the standard leaves unsaid is accepted, and said to show nothing.
func TestUnspecified(t *testing.T) {
	s := newSetup(t, nil)
	for _, k := range []kase{
		{asm: ".insn 0x0000700b"},
		{asm: "csrr x10, 0x7c0"},
		{asm: "lw x10, 0(x0)", changed: locs{"x10": 5}},
		{asm: "jr x11", x: regs{11: 0x1000}},
	} {
		if r, err := k.judge(t, s); err != nil || !r.OK || !r.Unspecified {
			t.Errorf("%s: %+v, %v", k.asm, r, err)
		}
	}
	strict := newSetup(t, nil, append(slices.Clone(everything), "Ssstrict")...)
	for _, k := range []kase{
		{asm: ".insn 0x0000700b", trap: trap(2, code, 0)},
		{asm: "csrr x10, 0x7c0", trap: trap(2, code, 0)},
	} {
		k.check(t, strict)
	}
}

func TestAllowed(t *testing.T) {
	s := newSetup(t, nil)
	normal := map[string][]string{"cause": {"0xb"}, "pc": {"0x80000004"}, "tval": {"0x0"}, "mode": {"M"}}
	for _, c := range []struct {
		kase
		want []oracle.Outcome
	}{
		{kase{asm: "add x10, x11, x12", x: regs{11: 1, 12: 2}}, []oracle.Outcome{
			{Trap: normal, Changed: map[string][]string{"x10": {"0x3"}}},
		}},
		{kase{asm: "lh x10, 1(x11)", x: regs{11: data}}, []oracle.Outcome{
			{Trap: normal, Changed: map[string][]string{"x10": {"0x201"}}, Permits: []string{"MISALIGNED_LDST_HW_SUPPORT", "MISALIGNED_LDST_EXC_TYPE"}},
			{Trap: map[string][]string{"cause": {"0x4"}, "pc": {"0x80000000"}, "tval": {"0x0", "0x80001001"}, "mode": {"M"}}, Changed: map[string][]string{}, Permits: []string{"MISALIGNED_LDST_HW_SUPPORT", "MISALIGNED_LDST_EXC_TYPE", "MTVAL_PER_EXC_BEHAVIOR"}},
			{Trap: map[string][]string{"cause": {"0x5"}, "pc": {"0x80000000"}, "tval": {"0x0", "0x80001001"}, "mode": {"M"}}, Changed: map[string][]string{}, Permits: []string{"MISALIGNED_LDST_HW_SUPPORT", "MISALIGNED_LDST_EXC_TYPE", "MTVAL_PER_EXC_BEHAVIOR"}},
		}},
		{kase{asm: "sc.w x10, x12, (x11)", x: regs{11: data, 12: 0}}, []oracle.Outcome{
			{Trap: normal, Changed: map[string][]string{"x10": {"any value but 0x0"}}, Permits: []string{"sc_failure_code"}},
		}},
		{kase{asm: "csrrw x10, mtvec, x11", csr: map[string]uint64{"mtvec": 8}}, []oracle.Outcome{
			{Trap: normal, Changed: map[string][]string{"x10": {"0x8"}, "csr:mtvec": {"bits 0x2 are those of 0x0; bits 0x1 are one of 0x0, 0x1; bits 0xfffffffffffffffc are free"}}, Permits: []string{"MTVEC_WARL"}},
		}},
		{kase{asm: ".insn 0x0000700b"}, []oracle.Outcome{{Unspecified: nil}}},
	} {
		t.Run(c.asm, func(t *testing.T) {
			before, exit := c.before(t, s)
			got, err := s.oracle.Allowed(before, []uint64{exit}, oracle.Bounds{Steps: 10})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestBounds: what is beyond a bound is a class of its own, and what is within is all listed.
func TestBounds(t *testing.T) {
	s := newSetup(t, nil)
	misaligned := kase{asm: "lw x10, 0(x11)", x: regs{11: data + 1}} // done, or either of two traps
	retries := kase{asm: "again: lr.d x10, (x11)\nsc.d x12, x10, (x11)\naddi x13, x13, 1\nbnez x12, again", x: regs{11: data}}
	for _, tc := range []struct {
		name   string
		k      kase
		bounds oracle.Bounds
		many   bool
		listed int
	}{
		{"as many as there are", misaligned, oracle.Bounds{Steps: 10}, false, 3},
		{"just enough", misaligned, oracle.Bounds{Steps: 10, Outcomes: 3}, false, 3},
		{"one outcome more", misaligned, oracle.Bounds{Steps: 10, Outcomes: 2}, true, 0},
		{"one path more", misaligned, oracle.Bounds{Steps: 10, Paths: 2}, true, 0},
		{"retries that are counted", retries, oracle.Bounds{Steps: 2000, Outcomes: 16}, true, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before, exit := tc.k.before(t, s)
			got, err := s.oracle.Allowed(before, []uint64{exit}, tc.bounds)
			if errors.Is(err, oracle.ErrMany) != tc.many || !tc.many && err != nil || len(got) != tc.listed {
				t.Errorf("%d outcomes (%v), want %d, too many: %t", len(got), err, tc.listed, tc.many)
			}
		})
	}
}

// Judgements do not depend on what was judged before them, nor on who else judges.
func TestDeterministic(t *testing.T) {
	s := newSetup(t, nil)
	cases := []kase{
		{asm: "sd x12, 7(x11)", x: regs{11: data, 12: ones}, changed: locs{"mem:80001000": 1}},
		{asm: "lr.w x10, (x11)\nsc.w x14, x12, (x11)", x: regs{11: data}, changed: locs{"x10": 0x03020100, "x14": 1}},
		{asm: "div x10, x11, x0", trap: trap(2, code, 0)},
		{asm: "csrrw x10, mstatus, x11", x: regs{11: ones}, csr: map[string]uint64{"mstatus": 0}, changed: locs{"x10": 0, "csr:mstatus": 5, "csr:mcause": 11}},
		{asm: "ebreak", trap: trap(3, code, 1)},
	}
	want := make([]oracle.Result, len(cases))
	for i := range cases {
		var err error
		if want[i], err = cases[i].judge(t, s); err != nil {
			t.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(uint64(w), 0))
			for range 100 {
				i := rnd.IntN(len(cases))
				got, err := cases[i].judge(t, s)
				if err != nil || !reflect.DeepEqual(got, want[i]) {
					t.Errorf("%s: %+v, %v; want %+v", cases[i].asm, got, err, want[i])
					return
				}
			}
		})
	}
	wg.Wait()
}

// refusal is how the oracle says that a case cannot be judged, which is the author's to mend.
var refusal = regexp.MustCompile("within 20 instructions|not observed|is not known|in the before-state|reserved value 2|allowed paths")

// Whatever the code and the observation are, Judge answers or refuses; it never panics.
func FuzzJudge(f *testing.F) {
	f.Add([]byte{0x33, 0x85, 0xc5, 0x00}, uint64(1), uint64(2), uint64(11), true)
	f.Add([]byte{0x73, 0x00, 0x20, 0x30}, uint64(data), uint64(code), uint64(2), false)
	f.Add([]byte{0xaf, 0xa5, 0xc5, 0x18, 0x63, 0x1e, 0x05, 0xfe}, uint64(data), uint64(1), uint64(7), true)
	s := newSetup(f, nil)
	f.Fuzz(func(t *testing.T, bytes []byte, a, b, cause uint64, machine bool) {
		if len(bytes) == 0 || len(bytes) > 64 {
			return
		}
		mem := flat{code: append(slices.Clone(bytes), 0x73, 0, 0, 0), data: make([]byte, 64)}
		st := &oracle.State{PC: code, Mode: "U", Mem: mem, CSR: map[string]uint64{"mstatus": a, "mepc": b, "pmpcfg0": a & 0x1f, "pmpaddr0": ones, "pmpaddr1": b}}
		if machine {
			st.Mode = "M"
		}
		for i := range st.X {
			st.X[i] = []uint64{a, b, data + uint64(i), code}[i&3]
		}
		seen := &oracle.Observed{
			Trap:    oracle.Trap{Cause: cause, PC: code + uint64(len(bytes)), Mode: st.Mode},
			Changed: map[string]uint64{"x10": a, "x11": b, "mem:80001000": binary.LittleEndian.Uint64(append(slices.Clone(bytes), make([]byte, 8)...)), "csr:mscratch": b, "nonsense": 1, "x99": 2, "mem:zz": 3},
		}
		exits := []uint64{code + uint64(len(bytes))}
		r, err := s.oracle.Judge(st, exits, 20, seen)
		if err == nil && !r.OK && len(r.Broken) == 0 {
			t.Errorf("refused without a difference: %+v", r)
		}
		if err != nil && !refusal.MatchString(err.Error()) {
			t.Errorf("a fault of the semantics: %v", err)
		}
		if _, err := s.oracle.Allowed(st, exits, oracle.Bounds{Steps: 20}); err != nil && !refusal.MatchString(err.Error()) && !strings.Contains(err.Error(), "any_of") {
			t.Errorf("a fault of the semantics: %v", err)
		}
	})
}
