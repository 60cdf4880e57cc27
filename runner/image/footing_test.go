package image_test

import (
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/machine"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// TestFootingCoversTheSubset: image 0 has steps for whatever the runtime leans on, but for wfi,
// which only parked harts execute, and fence.i, which may trap.
func TestFootingCoversTheSubset(t *testing.T) {
	b := iuttest.NewBench(t)
	_, judge, err := image.Footing(b.Table, b.Pack.CSRs, b.Map, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	results := judge(nil)
	for _, insn := range machine.Subset() {
		if insn == "wfi" || insn == "fence.i" {
			continue
		}
		at := slices.IndexFunc(results, func(r image.FootingResult) bool { return r.Insn == insn })
		if at < 0 {
			t.Errorf("the footing has no step for %s", insn)
			continue
		}
		if r := results[at]; r.OK || !strings.Contains(r.Why, "nothing was reported") {
			t.Errorf("without outcomes %s is %+v", insn, r)
		}
	}
}

// TestFootingBlames the step that is wrong or where the report ends, not what comes after.
func TestFootingBlames(t *testing.T) {
	b := iuttest.NewBench(t)
	img, judge, err := image.Footing(b.Table, b.Pack.CSRs, b.Map, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	// The first six steps are lui and addi, with values that stand in footing.go.
	value := func(step int, v uint64) trial.Outcome {
		return trial.Outcome{Case: step, Status: trial.Finished, Changed: []trial.Change{{Loc: "x10", Value: v}}}
	}
	o := []trial.Outcome{value(0, 0x12345000), value(1, 0xfffffffffedcb000), value(2, 0x555), value(3, 0xfffffffffffffff0), value(4, 0x12345678), value(5, 1)}
	got := map[string]image.FootingResult{}
	for _, r := range judge(append(o, trial.Outcome{Case: len(img.Cases) + 5, Status: trial.Finished})) {
		got[r.Insn] = r
	}
	for insn, want := range map[string]string{"lui": "", "addi": "gives 0xfffffffffffffff0", "auipc": "never stored its result", "mret": "not reached"} {
		r, ok := got[insn]
		if !ok || r.OK != (want == "") || !strings.Contains(r.Why, want) {
			t.Errorf("%s: %+v, want %q", insn, r, want)
		}
	}
	if len(got["addi"].Rules) == 0 {
		t.Error("addi names no rules")
	}
}
