package registry_test

import (
	"testing"
	"time"

	"touchstone/reports/act"
	"touchstone/reports/waiver"
	"touchstone/server/registry/registrytest"
)

// What the registry shows of a report's waivers is what the owner of a gate would see: the same words
// for the same states, until the same day.
func TestSheet(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	rep := registrytest.Report(1)
	tonight := time.Now().UTC().Format(time.DateOnly)
	for rule, key := range map[string]string{"mulhsu_op": tonight, "mul_op": "2099-12-31"} {
		r.MustDo(t, act.Waiver{Pack: "riscv", Rule: rule, Vendor: rep.Implementation.Vendor, Implementation: rep.Implementation.Name,
			Owner: "core team", Reason: "erratum 12", Expires: key}, r.Vendor)
	}
	s, err := r.Sheet(t.Context(), r.Digests[1])
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]waiver.State{}
	for _, x := range s.All {
		if x.Source == "" {
			continue // the report's own
		}
		have[x.Waiver.Rule] = x.State
		if !x.Confirmed() || x.Signers[0].KeyID != r.Vendor.ID() {
			t.Errorf("%s: signed by %v", x.Waiver.Rule, x.Signers)
		}
		if x.Waiver.Rule == "mulhsu_op" && x.Waiver.Expires != tonight {
			t.Errorf("it expires on %s, and was made to expire on %s", x.Waiver.Expires, tonight)
		}
	}
	if have["mulhsu_op"] != waiver.Open || have["mul_op"] != waiver.Unused || len(have) != 2 {
		t.Errorf("%v", have)
	}
	if len(s.All) != len(have)+len(rep.Verdicts.Waivers) {
		t.Errorf("%d waivers, of which %d are the registry's", len(s.All), len(have))
	}
}
