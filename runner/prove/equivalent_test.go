package prove

import "testing"

// TestEquivalent: what is left out is what was decided, and nothing beside it.
func TestEquivalent(t *testing.T) {
	for id, want := range map[string]bool{
		"xnor/swap-operands": true, "sub/swap-operands": false, "bext/upper-half-lost": true, "fcvt.l.d/upper-half-lost": false,
		"fcvt.w.d/upper-half-lost": true, "mop.rr.N/rs1-twice": true, "vfmul.vv/frm-ignored": false, "vfwmul.vf/frm-ignored": true,
		"vredsum.vs/vstart-kept": true, "vadd.vv/vstart-kept": false, "vsoxsegNei16.v/as-vsuxsegNei16.v": true,
		"vfredusum.vs/as-vfredosum.vs": true, "vfredosum.vs/as-vfredusum.vs": false, "ssamoswap.w/no-effect": false,
	} {
		if equivalent(id, func(string) bool { return false }) != want {
			t.Errorf("%s: %t", id, !want)
		}
	}
	for _, landingPads := range []bool{false, true} {
		claimed := func(ext string) bool { return ext == "Zicfilp" && landingPads }
		if equivalent("auipc/x0-written", claimed) != landingPads {
			t.Errorf("auipc/x0-written is left out where Zicfilp is not claimed, or tried where it is (claimed: %t)", landingPads)
		}
	}
}
