package oracle_test

import (
	"slices"
	"testing"

	"touchstone/specs/oracle"
)

// What is wrong in elements that an operation does not write breaks the rule about those elements,
// and not the operation's; what is wrong in those that it writes breaks the operation's.
func TestVectorBlame(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	two, sum := registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, uint64(0x5a5a5a5a)
	masked := registers{0: {0b101, 0}, 2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}
	bytes := map[int]uint64{11: data}
	for _, k := range []struct {
		vkase
		loc   string
		rules []string // the difference names these
		but   []string // and not these
	}{
		{vkase{name: "body", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 9, 4)}},
			"v1[0]", []string{"vadd_op"}, []string{"vector_tail_element"}},
		{vkase{name: "tail undisturbed", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 4, 5)}},
			"v1[1]", []string{"vector_tail_element", "vtype_vta_op", "vreg_mask_op"}, []string{"vadd_op", "vreg_agnostic_op"}},
		{vkase{name: "tail agnostic", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 3, v: two, after: registers{1: v32(2, 3, 4, 5)}},
			"v1[1]", []string{"vector_tail_element", "vtype_vta_op", "vreg_agnostic_op"}, []string{"vadd_op", "vreg_mask_op"}},
		{vkase{name: "body and tail of one doubleword", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 9, 5)}},
			"v1[1]", []string{"vadd_op"}, []string{"vector_tail_element"}},
		{vkase{name: "tail of a fraction of a register", asm: "vadd.vv v1, v2, v3", vtype: e32 | mf2, vl: 2, v: two, after: registers{1: v32(2, 3, 4)}},
			"v1[1]", []string{"vector_tail_element", "vreg_flmul_op"}, []string{"vadd_op"}},
		{vkase{name: "tail in another register of the group", asm: "vadd.vv v4, v8, v12", vtype: e32 | m4, vl: 2, v: registers{8: v32(1, 2), 12: v32(1, 1)}, after: registers{4: v32(2, 3), 6: v32(0)}},
			"v6[0]", []string{"vector_tail_element"}, []string{"vadd_op", "vreg_flmul_op"}},
		{vkase{name: "a register of no group", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 4), 9: v32(0)}},
			"v9[0]", []string{"vadd_op"}, []string{"vector_tail_element"}},
		{vkase{name: "inactive undisturbed", asm: "vadd.vv v1, v2, v3, v0.t", vtype: e32 | m1, vl: 3, v: masked, after: registers{1: v32(2, 3, 4)}},
			"v1[0]", []string{"vector_inactive_element", "vmask_op", "V_masked", "vtype_vma_op", "vreg_mask_op"}, []string{"vadd_op", "vector_tail_element"}},
		{vkase{name: "inactive agnostic", asm: "vadd.vv v1, v2, v3, v0.t", vtype: e32 | m1 | ma, vl: 3, v: masked, after: registers{1: v32(2, 3, 4)}},
			"v1[0]", []string{"vector_inactive_element", "vreg_agnostic_op"}, []string{"vadd_op"}},
		{vkase{name: "active of a masked instruction", asm: "vadd.vv v1, v2, v3, v0.t", vtype: e32 | m1, vl: 3, v: masked, after: registers{1: v32(2, sum, 5)}},
			"v1[1]", []string{"vadd_op"}, []string{"vector_inactive_element"}},
		{vkase{name: "prestart", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 2, v: two, after: registers{1: v32(2, 3, 4)}, locs: locs{"csr:vstart": 0}},
			"v1[0]", []string{"vector_prestart_element", "vstart_op"}, []string{"vadd_op"}},
		{vkase{name: "vstart is not reset", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 2, v: two, after: registers{1: v32(sum, sum, 4)}},
			"csr:vstart", []string{"vstart_update"}, []string{"vadd_op"}},
		{vkase{name: "vstart out of nothing", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 4)}, locs: locs{"csr:vstart": 2}},
			"csr:vstart", []string{"vstart_update"}, []string{"vadd_op"}},
		{vkase{name: "vl changes", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 4)}, locs: locs{"csr:vl": 2}},
			"csr:vl", []string{"vl_acc"}, []string{"vadd_op"}},
		{vkase{name: "vxsat", asm: "vsadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: two, after: registers{1: v32(2, 3, 4)}, locs: locs{"csr:vcsr": 1}},
			"csr:vcsr", []string{"vxsat_op"}, nil},
		{vkase{name: "vl 0", asm: "vslideup.vi v1, v2, 1", vtype: e32 | m1 | ta, vl: 0, v: two, after: registers{1: v32(^uint64(0))}},
			"v1[0]", []string{"vstart_vl_dep", "vslideup_vstart_ge_vl"}, []string{"vslideup_op"}},
		{vkase{name: "tail of a mask", asm: "vmseq.vi v1, v2, 1", vtype: e32 | m1, vl: 3, v: registers{1: {^uint64(0), ^uint64(0)}, 2: v32(1, 2, 1, 4)}, after: registers{1: {^uint64(2), ^uint64(1)}}},
			"v1[1]", []string{"vector_tail_element", "vmseq_tail_agnostic"}, []string{"vmseq_op"}},
		{vkase{name: "body of a mask", asm: "vmseq.vi v1, v2, 1", vtype: e32 | m1, vl: 3, v: registers{1: {0, 0}, 2: v32(1, 2, 1, 4)}, after: registers{1: {0b001, 0}}},
			"v1[0]", []string{"vmseq_op"}, []string{"vmseq_tail_agnostic"}},
		{vkase{name: "a mask into the mask", asm: "vmseq.vi v0, v2, 1, v0.t", vtype: e32 | m1, vl: 3, v: registers{0: {0b011, 0}, 2: v32(1, 2, 1, 4)}, after: registers{0: {0b101, 0}}},
			"v0[0]", []string{"vmseq_maskundisturbed"}, []string{"vector_tail_element"}},
		{vkase{name: "a mask into the mask, refused", asm: "vmseq.vi v0, v2, 1, v0.t", vtype: e32 | m1, vl: 3, v: registers{2: v32(1)}, trap: &oracle.Trap{Cause: 2}},
			"cause", []string{"vmseq_vd_v0_legal", "V_instr"}, nil},
		{vkase{name: "refused", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, trap: &oracle.Trap{Cause: 2}},
			"cause", []string{"V_instr"}, []string{"vadd_op"}},
		{vkase{name: "tail of a reduction", asm: "vredsum.vs v1, v2, v3", vtype: e32 | m1, vl: 2, v: two, after: registers{1: v32(4, 5)}},
			"v1[0]", []string{"vreduction_tail_agnostic", "vector_tail_element"}, []string{"vredsum_op"}},
		{vkase{name: "tail of a scalar", asm: "vmv.s.x v1, a1", vtype: e32 | m1, vl: 2, x: map[int]uint64{11: 7}, after: registers{1: v32(7, 7)}},
			"v1[0]", []string{"vector_tail_element"}, []string{"vmv-s-x_op"}},
		{vkase{name: "tail of a gather", asm: "vrgather.vi v1, v2, 1", vtype: e32 | m1, vl: 2, v: two, after: registers{1: v32(2, 2, 2)}},
			"v1[1]", []string{"vrgather_tail", "vrgather_vl"}, []string{"vrgather-vi_op"}},
		{vkase{name: "tail of a load", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 3, x: bytes, after: registers{1: v8(0, 1, 2, 3)}},
			"v1[0]", []string{"vector_tail_element"}, []string{"vector_ls_unit_stride_op"}},
		{vkase{name: "inactive of a load", asm: "vle8.v v1, (a1), v0.t", vtype: e8 | m1, vl: 3, x: bytes, v: registers{0: {0b101, 0}}, after: registers{1: v8(0, 1, 2)}},
			"v1[0]", []string{"vector_inactive_element", "vector_masked_inactive_behavior"}, []string{"vector_ls_unit_stride_op"}},
		{vkase{name: "tail of the second field", asm: "vlseg2e8.v v2, (a1)", vtype: e8 | m1, vl: 2, x: bytes, after: registers{2: v8(0, 2), 3: v8(1, 3, 5)}},
			"v3[0]", []string{"vector_tail_element"}, []string{"vector_ls_seg_unit_stride_op"}},
		{vkase{name: "tail of element groups", asm: "vaesz.vs v2, v1", vtype: e32 | m2, vl: 4, v: registers{1: {0, 0}}, after: registers{3: v32(0)}},
			"v3[0]", []string{"vector_tail_element"}, []string{"vaesz-vs_op"}},
		{vkase{name: "tail of a compression", asm: "vcompress.vm v1, v2, v3", vtype: e32 | m1, vl: 4, v: registers{2: v32(1, 2, 3, 4), 3: {0b1001, 0}}, after: registers{1: v32(1, 4, 9)}},
			"v1[1]", []string{"vector_tail_element"}, []string{"vcompress_op"}},
	} {
		t.Run(k.name, func(t *testing.T) {
			before, seen, exit := k.state(t, s)
			r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen)
			if err != nil {
				t.Fatal(err)
			}
			i := slices.IndexFunc(r.Broken, func(b oracle.Broken) bool { return b.Loc == k.loc })
			if i < 0 {
				t.Fatalf("%s: nothing is wrong with %s: %+v", k.asm, k.loc, r.Broken)
			}
			got := r.Broken[i].Rules
			for _, id := range k.rules {
				if !slices.Contains(got, id) {
					t.Errorf("%s: rules %v lack %s", k.asm, got, id)
				}
			}
			for _, id := range k.but {
				if slices.Contains(got, id) {
					t.Errorf("%s: rules %v have %s", k.asm, got, id)
				}
			}
		})
	}
}
