package sweep

import (
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
)

func table(t testing.TB, exts ...string) *isa.Table {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(pack, exts...)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func params(t testing.TB, e Effort) Params {
	return Params{
		Table: table(t, "I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause"), Map: image.DefaultMap(),
		Effort: e, Seed: 1, Setting: trial.Setting{Mode: "U"},
	}
}

func TestTry(t *testing.T) {
	for e := Quick; e <= Exhaustive; e++ {
		p := params(t, e)
		total := 0
		var line []any
		for _, in := range p.Table.Instructions {
			r, err := Of(p, in.Name, Edges)
			if err != nil {
				t.Error(err)
			}
			total += len(r.Cases)
			line = append(line, in.Name, len(r.Cases))
		}
		t.Log(e, total, line)
	}
}
