package prove

import (
	"slices"
	"testing"

	"touchstone/features"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/specs"
)

// TestOrderingDefects: what the scenarios of two harts are for. Each defect fails a rule that it
// breaks, at standard effort at the latest: which of them the schedules of two hundred repetitions
// show is chance. What is legal passes.
func TestOrderingDefects(t *testing.T) {
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	ics := *pack.DefaultICS
	ics.Profile, ics.Extensions = "RVA23U64", pack.Claims["RVA23U64"]
	suite := func(part string) (whole, quick *Suite) {
		var plans []*runner.Plan
		for _, effort := range []string{"quick", "standard"} {
			plan, err := runner.Make(t.Context(), runner.Request{
				Pack: pack, Features: features.Of(pack.Name), ICS: ics, Environment: "machine", Effort: effort, Seed: 1, Select: part,
			}, image.Signature)
			if err != nil {
				t.Fatal(err)
			}
			plans = append(plans, plan)
		}
		return NewSuite(plans...), NewSuite(plans[0])
	}
	subjects := slices.Concat(OrderingDefects(image.DefaultMap().CodeBase()), OrderingVariants())
	for part, want := range map[string]map[string]string{
		"riscv/i/harts.feature": {
			"order/fences": "fence_op", "order/fence-wr": "fence_op", "order/fence-ww": "fence_op", "order/fence-rw": "fence_op",
			"order/fence-tso":        "fence-tso_op",
			"order/torn-doublewords": "ldst_atomicity_for_aligned", "order/torn-words": "ldst_atomicity_for_aligned", "order/torn-halfwords": "ldst_atomicity_for_aligned",
			"legal-order/sequential": "", "legal-order/deep": "",
		},
		"riscv/i/memory_model.feature": {
			"order/same-address-loads": "rvwmo_ld_val_axiom", "order/same-address-stores": "rvwmo_ppo",
			"order/address-dependency": "rvwmo_ppo", "order/data-dependency": "rvwmo_ppo", "order/control-dependency": "rvwmo_ppo",
			"order/forwarded-dependency": "rvwmo_ppo", "order/address-before-store": "rvwmo_ppo",
			"order/vector-fence": "rvwmo_v_multi_memops",
			"legal-order/early":  "",
		},
		"riscv/f/harts.feature":        {"order/torn-flw": "flw_atomic_align", "order/torn-fsw": "fsw_atomic_align"},
		"riscv/d/harts.feature":        {"order/torn-fld": "fld_atomic_align", "order/torn-fsd": "fsd_atomic_align"},
		"riscv/zfhmin/harts.feature":   {"order/torn-flh": "flh_atomic_align", "order/torn-fsh": "fsh_atomic_align"},
		"riscv/zama16b/harts.feature":  {"order/torn-misaligned": "zama16b_atomic_ops"},
		"riscv/a/memory_model.feature": {"order/failing-sc-stores": "rvwmo_sc_fail_no_memop"},
		"riscv/zacas/harts.feature": {
			"order/cas-acquire": "Zacas_amocas_mem_op_success_aq_rl", "order/cas-release": "Zacas_amocas_mem_op_success_aq_rl",
			"order/cas-failing-acquire": "Zacas_amocas_mem_op_fail_aq_rl",
		},
		"riscv/ziccif/fetch.feature": {"order/torn-fetch": "ziccif_if_atomicity", "order/stale-length": "ziccif_fetch_mechanism"},
		"riscv/a/ordering.feature": {
			"order/acquire": "a_acquire_semantics", "order/release": "a_release_semantics", "order/acquire-release": "a_seq_cst_semantics",
			"legal-order/other-schedules": "",
		},
		"riscv/zaamo/harts.feature": {"order/amo-split": "amo_operand_size"},
		"riscv/zalrsc/harts.feature": {
			"order/foreign-stores": "sc_other_hart_store_fail", "order/aba": "sc_other_hart_store_fail", "order/late-lr": "sc_not_observable_before_lr",
			"legal-order/every-instruction": "",
		},
		"riscv/zicntr/harts.feature": {"order/time-behind": "zicntr_time_hart_sync", "order/time-ahead": "zicntr_time_hart_sync"},
	} {
		t.Run(part, func(t *testing.T) {
			whole, quick := suite(part)
			for _, x := range subjects {
				rule, ok := want[x.ID]
				if !ok {
					continue
				}
				s := whole
				if x.Kind == Legal {
					s = quick
				}
				r, err := s.Try(t.Context(), x)
				if err != nil {
					t.Fatal(err)
				}
				if !r.Good() || rule != "" && !slices.Contains(r.Rules, rule) {
					t.Errorf("%s: killed %t, by %v, want %q: %s", x.ID, r.Killed, r.Rules, rule, r.Why)
				}
			}
		})
	}
}
