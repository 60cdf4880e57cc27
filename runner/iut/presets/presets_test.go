package presets

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/iut/gdb"
	"touchstone/runner/iut/process"
	"touchstone/specs"
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
		if u.ICS.Profile == "" || len(u.ICS.Modes) == 0 || !slices.Contains(u.Environments, "machine") && !slices.Contains(u.Environments, "linux") {
			t.Errorf("%s: incomplete: %+v", name, u)
		}
		for _, u := range u.Each() {
			switch u.Start.Adapter {
			case "gdb":
				if _, err := gdb.New(u, "rv64i", gdb.Limits{}); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			case "process":
				if _, err := process.New(u, "rv64i", process.Limits{}); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
		}
	}
	if _, err := Load("none"); err == nil {
		t.Error("a preset that does not exist was loaded")
	}
}

// TestClaims: what a preset claims exists, and what it says of a hart is what it asks the simulator for.
func TestClaims(t *testing.T) {
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	vlen := regexp.MustCompile(`\bvlen=(\d+)`)
	for _, name := range Names() {
		u, err := Load(name)
		if err != nil {
			t.Fatal(err)
		}
		profile, ok := pack.Profile(u.ICS.Profile)
		if !ok {
			t.Errorf("%s: there is no profile %q", name, u.ICS.Profile)
			continue
		}
		for _, e := range u.ICS.Extensions {
			if _, ok := pack.Extension(e); !ok {
				t.Errorf("%s: there is no extension %q", name, e)
			}
			if slices.Contains(profile.Mandatory, e) {
				t.Errorf("%s: %s claims %s already", name, profile.Name, e)
			}
		}
		claimed, err := pack.Closure(append(slices.Clone(profile.Mandatory), u.ICS.Extensions...)...)
		if err != nil {
			t.Fatal(err)
		}
		asked := vlen.FindStringSubmatch(strings.Join(u.Start.Command, " "))
		if claimed["V"] != (asked != nil) || asked != nil && fmt.Sprint(u.ICS.Parameters["VLEN"]) != asked[1] {
			t.Errorf("%s: claims V: %t, VLEN = %v; its command says %q", name, claimed["V"], u.ICS.Parameters["VLEN"], asked)
		}
	}
}
