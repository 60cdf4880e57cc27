package presets

import (
	"slices"
	"testing"

	"touchstone/runner/iut/process"
)

func TestEveryPresetCanBeUsed(t *testing.T) {
	if names := Names(); !slices.Contains(names, "qemu-system") || !slices.Contains(names, "spike") {
		t.Fatalf("presets are %v", names)
	}
	for _, name := range Names() {
		u, err := Load(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if u.ICS.Profile == "" || len(u.ICS.Modes) == 0 || !slices.Contains(u.Environments, "machine") {
			t.Errorf("%s: incomplete: %+v", name, u)
		}
		if u.Start.Adapter == "process" {
			if _, err := process.New(u, "rv64i", process.Limits{}); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if _, err := Load("none"); err == nil {
		t.Error("a preset that does not exist was loaded")
	}
}
