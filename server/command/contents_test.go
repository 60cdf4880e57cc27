package command

import "testing"

// What the binary's packs have is known, and read once; of other packs nothing is.
func TestContents(t *testing.T) {
	reads := 0
	c := newContents(func(string) ([]string, error) { reads++; return []string{"riscv/m/a.feature:3"}, nil })
	for name, x := range map[string]struct {
		ask        func(pack, id string) (bool, bool, error)
		pack, id   string
		has, known bool
	}{
		"a rule":               {c.HasRule, "riscv", "pause_op", true, true},
		"no rule":              {c.HasRule, "riscv", "nosuchrule", false, true},
		"of another pack":      {c.HasRule, "nosuchpack", "pause_op", false, false},
		"a scenario":           {c.HasScenario, "riscv", "riscv/m/a.feature:3", true, true},
		"no scenario":          {c.HasScenario, "riscv", "riscv/m/a.feature:4", false, true},
		"of no pack":           {c.HasScenario, "nosuchpack", "riscv/m/a.feature:3", false, false},
		"nobody knows of them": {newContents(nil).HasScenario, "riscv", "riscv/m/a.feature:3", false, false},
	} {
		if has, known, err := x.ask(x.pack, x.id); has != x.has || known != x.known || err != nil {
			t.Errorf("%s: %v, %v, %v", name, has, known, err)
		}
	}
	if reads != 1 {
		t.Errorf("scenarios were read %d times", reads)
	}
}
