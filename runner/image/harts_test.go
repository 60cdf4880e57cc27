package image_test

import (
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

func TestSketch(t *testing.T) {
	b := iuttest.NewBench(t)
	a := b.Case(t, "amo", "amoadd.d a0, a1, (a2)\n ecall", iuttest.X(11, 1), iuttest.X(12, b.Map.Data), trial.Preset{Loc: "mem:80010800", Value: 5})
	a.Harts = []*trial.Stub{b.Stub(t, "amoadd.d a0, a1, (a2)\n ecall")}
	a.Stub.Exits, a.Harts[0].Exits = []int64{4}, []int64{4}
	a.Setting.Harts, a.Repeat, a.Observe = 2, 100_000, []trial.Loc{"x10", "h1:x10", "mem:80010800"}
	x, err := embedded.New(rv64.Config{Table: b.Table, Ordering: rv64.Ordering{Weak: true}})
	if err != nil {
		t.Fatal(err)
	}
	for _, img := range b.Images(t, image.Signature, a) {
		err := x.Execute(t.Context(), img, func(o trial.Outcome) error { t.Logf("%+v", o); return nil })
		if err != nil {
			t.Error(err)
		}
	}
}
