package specs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLoadIUT(t *testing.T) {
	got, err := LoadIUT("spike.yaml", []byte(`
name: Spike
start:
  adapter: process
  command: [spike, "--isa={isa}", "+signature={signature}", "{elf}"]
  version: [spike, --version]
  results: signature
  timeout: 10s
  environment: {LANG: C}
  set: {memory: 64, fast: true, name: x}
environments: [machine]
ics:
  profile: RVI20U64
  extensions: [M, A]
  modes: [M]
  harts: 2
  parameters:
    MISALIGNED_LDST_HW_SUPPORT: true
    MTVEC_MODES: [0, 1]
    PHYS_ADDR_WIDTH: 56
`))
	if err != nil {
		t.Fatal(err)
	}
	want := &IUT{
		Name: "Spike",
		Start: Start{
			Adapter: "process", Command: []string{"spike", "--isa={isa}", "+signature={signature}", "{elf}"}, Version: []string{"spike", "--version"},
			Results: "signature", Timeout: 10 * time.Second, Environment: map[string]string{"LANG": "C"},
			Set: map[string]any{"memory": uint64(64), "fast": true, "name": "x"},
		},
		Environments: []string{"machine"},
		ICS: ICS{
			Profile: "RVI20U64", Extensions: []string{"M", "A"}, Modes: []string{"M"}, Harts: 2,
			Parameters: map[string]any{"MISALIGNED_LDST_HW_SUPPORT": true, "MTVEC_MODES": []any{uint64(0), uint64(1)}, "PHYS_ADDR_WIDTH": uint64(56)},
		},
		Position: Pos{"spike.yaml", 2},
	}
	if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(IUT{}, Versions{})); d != "" {
		t.Error(d)
	}
}

func TestLoadIUTDefaults(t *testing.T) {
	got, err := LoadIUT("x.yaml", []byte("name: x\nstart: {adapter: embedded}\nics: {profile: P}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := &IUT{Name: "x", Start: Start{Adapter: "embedded"}, Environments: []string{"machine"}, ICS: ICS{Profile: "P", Modes: []string{"M", "U"}, Harts: 1}, Position: Pos{"x.yaml", 1}}
	if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(IUT{}, Versions{})); d != "" {
		t.Error(d)
	}
}

func TestLoadIUTRefuses(t *testing.T) {
	const start, ics = "start: {adapter: process}\n", "ics: {profile: P}\n"
	tests := []struct{ text, want string }{
		{"", "x.yaml:1:1: missing name"},
		{"name: x\n" + ics, "x.yaml:1:1: missing start: the adapter that reaches it, and how"},
		{"name: x\nstart: {adapter: process, comand: [a]}\n" + ics, `x.yaml:2:27: start: unknown key "comand"; did you mean command?`},
		{"name: x\nstart: {adapter: process, sausage: [a]}\n" + ics, `x.yaml:2:27: start: unknown key "sausage"; there are adapter, `},
		{"name: x\nstart:\n  adapter: process\n  command: a b\n" + ics, "x.yaml:4:3: start.command: expected array, but got string"},
		{"name: x\nstart:\n  adapter: process\n  timeout: 10\n" + ics, "x.yaml:4:3: start.timeout: expected string, but got number"},
		{"name: x\n" + start + "ics:\n  profile: P\n  modes: [M, X]\n", `x.yaml:5:14: ics.modes.1: value must be one of "M", "S", "U", "HS", "VS", "VU"`},
		{"name: x\n" + start + "ics:\n  profile: P\n  harts: 0\n", "x.yaml:5:3: ics.harts: must be >= 1 but found 0"},
		{"name: x\n" + start + "ics: {extensions: [M]}\n", "x.yaml:3:1: ics: missing profile: the one that is claimed, or udb: a file with the claims"},
		{"name: x\n" + start + "ics: {profile: P, extensions: [M, V@x]}\n", `x.yaml:3:35: ics.extensions: "x" is no version of V; write V@1.0`},
		{"name: x\n" + start + "ics: {profile: P, extensions: [M, {name: V, version: 1.0}]}\n", "x.yaml:3:45: ics.extensions.1.version: expected string, but got number"},
		{"name: x\n" + start + "ics: {profile: P, extensions: [M, {name: M, version: \"2.0\"}]}\n", "x.yaml:3:36: ics.extensions: M is already there; leave one of them out"},
		{"name: x\n" + start + "environments: [mars]\n" + ics, `x.yaml:3:16: environments.0: value must be one of "machine", "supervisor", "linux"`},
		{"name: x\n" + start + "environments: [{name: mars}]\n" + ics, `x.yaml:3:17: environments.0: of what kind is "mars"? say it: environment: machine, supervisor, linux, library or service`},
		{"name: x\nenvironments: [{name: machine, start: {adapter: embedded}}, {name: linux}]\n" + ics, "x.yaml:2:62: environments.1: nothing says how to start it in linux: give it a start, or give one for all"},
		{"name: x\n" + start + "environments: [{name: linux}, {name: linux, harts: 2}]\n" + ics, `x.yaml:3:32: environments.1: "linux" is already an environment; the report needs names that differ`},
		{"name: [\n", "x.yaml:1:7: sequence end token ']' not found"},
	}
	for _, tt := range tests {
		_, err := LoadIUT("x.yaml", []byte(tt.text))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q: got %v, want %s", tt.text, err, tt.want)
		} else if !errors.Is(err, ErrPack) {
			t.Errorf("%q: %v is not an ErrPack", tt.text, err)
		}
	}
}

func FuzzLoadIUT(f *testing.F) {
	f.Add([]byte("name: x\nstart: {adapter: embedded}\nics: {profile: P, parameters: {A: [1, {B: 2}]}}\n"))
	f.Add([]byte("name: x\nstart: {adapter: process, timeout: 99999999999999999999s}\nics: {profile: P}\n"))
	f.Add([]byte("a: &a [*a]"))
	f.Add([]byte(varied))
	f.Fuzz(func(t *testing.T, text []byte) {
		u, err := LoadIUT("x.yaml", text)
		if err != nil && !errors.Is(err, ErrPack) {
			t.Fatalf("%v is not an ErrPack", err)
		}
		if err == nil && (u.Name == "" || u.Start.Adapter == "" || u.ICS.Harts < 1 && u.UDB == "" || len(u.Each()) == 0) {
			t.Fatalf("accepted without what the schema requires: %+v", u)
		}
	})
}

func TestEachEnvironment(t *testing.T) {
	u, err := LoadIUT("x.yaml", []byte(`
name: Core
start: {adapter: process, command: [qemu-system-riscv64, "{elf}"]}
environments:
  - name: machine
  - {name: model, environment: machine, start: {adapter: embedded}, modes: [M], harts: 2, parameters: {VLEN: 256}}
ics: {profile: P, extensions: [M@2.0, V], parameters: {VLEN: 128, ELEN: 64}}
`))
	if err != nil {
		t.Fatal(err)
	}
	each := u.Each()
	if len(each) != 2 {
		t.Fatalf("%d environments, want 2", len(each))
	}
	machine, model := each[0], each[1]
	if machine.Environment() != "machine" || model.Environment() != "model" || model.Environments[0] != "machine" {
		t.Errorf("called %s and %s", machine.Environment(), model.Environment())
	}
	if machine.Start.Adapter != "process" || model.Start.Adapter != "embedded" {
		t.Errorf("started by %s and %s", machine.Start.Adapter, model.Start.Adapter)
	}
	want := ICS{Profile: "P", Extensions: []string{"M", "V"}, Versions: map[string]string{"M": "2.0"}, Modes: []string{"M", "U"}, Harts: 1, Parameters: map[string]any{"VLEN": uint64(128), "ELEN": uint64(64)}}
	if d := cmp.Diff(want, machine.ICS); d != "" {
		t.Error(d)
	}
	want.Modes, want.Harts, want.Parameters = []string{"M"}, 2, map[string]any{"VLEN": uint64(256), "ELEN": uint64(64)}
	if d := cmp.Diff(want, model.ICS); d != "" {
		t.Error(d)
	}
}

// TestCheckAgainstThePack: every fault says where it is, what is wrong and what to do.
func TestCheckAgainstThePack(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	const head = "name: x\nstart: {adapter: embedded}\n"
	tests := []struct{ ics, want string }{
		{"ics: {profile: RVA32U64}", `x.yaml:3:7: ics.profile: no profile "RVA32U64" in pack riscv; did you mean RVA22U64?`},
		{"ics: {profile: RVI20U64, extensions: [Zicrs]}", `x.yaml:3:39: ics.extensions: the conformance statement claims extension "Zicrs", which pack riscv does not know; did you mean Zicsr?`},
		{`ics: {profile: RVI20U64, extensions: [{name: M, version: "3.0"}]}`, `x.yaml:3:40: ics.extensions: version 3.0 of M is claimed, and pack riscv judges 2.0: claim that, or leave M out`},
		{"ics: {profile: RVI20U64, parameters: {VLAN: 128}}", `x.yaml:3:39: ics.parameters: pack riscv knows no parameter VLAN; did you mean VLEN?`},
		{"ics: {profile: RVI20U64, parameters: {VLEN: 100}}", `x.yaml:3:39: ics.parameters: VLEN is 100; the length of vector registers is a power of two from 128 to 65536`},
		{"ics: {profile: RVI20U64, parameters: {CACHE_BLOCK_SIZE: 48}}", `x.yaml:3:39: ics.parameters: CACHE_BLOCK_SIZE is 48; it is a power of two, in bytes`},
		{"ics: {profile: RVI20U64, parameters: {PMP_ENTRY_COUNT: 65}}", `x.yaml:3:39: ics.parameters: PMP_ENTRY_COUNT is 65; it is a whole number from 0 to 64`},
		{"ics: {profile: RVI20U64, parameters: {PMP_GRANULARITY: 1}}", `x.yaml:3:39: ics.parameters: PMP_GRANULARITY is 1; it is a whole number from 2 to 63: the binary logarithm of the bytes of the smallest region`},
		{"ics: {profile: RVI20U64, parameters: {ASID_WIDTH: 17}}", `x.yaml:3:39: ics.parameters: ASID_WIDTH is 17; it is a whole number from 0 to 16`},
		{"ics: {profile: RVI20U64, parameters: {MISALIGNED_LDST_HW_SUPPORT: maybe}}", `x.yaml:3:39: ics.parameters: MISALIGNED_LDST_HW_SUPPORT is "maybe"; it is true or false`},
		{"ics: {profile: RVI20U64, parameters: {MISALIGNED_LDST_EXC_TYPE: none}}", `x.yaml:3:39: ics.parameters: MISALIGNED_LDST_EXC_TYPE is "none"; it is one of address-misaligned, access-fault`},
		{"environments: [{name: machine, parameters: {VLEN: 1}}]\nics: {profile: RVI20U64}", `x.yaml:3:45: environments.0.parameters: VLEN is 1; the length of`},
	}
	for _, tt := range tests {
		u, err := LoadIUT("x.yaml", []byte(head+tt.ics+"\n"))
		if err != nil {
			t.Errorf("%s: %v", tt.ics, err)
			continue
		}
		if err := u.Check(pack); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s:\n got %v\nwant %s", tt.ics, err, tt.want)
		}
	}
	good := `ics: {profile: RVA23U64, extensions: [Zacas, M@2.0.0], parameters: {VLEN: 256, PMP_ENTRY_COUNT: 0, ASID_WIDTH: 9, CACHE_BLOCK_SIZE: 64, LR_RESERVATION_SET_SIZE: 64}}`
	u, err := LoadIUT("x.yaml", []byte(head+good))
	if err == nil {
		err = u.Check(pack)
	}
	if err != nil {
		t.Error(err)
	}
}

// TestPresetsPass: what travels with the program has no fault.
func TestPresetsPass(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../runner/iut/presets/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		u, err := LoadIUT(file, text)
		if err == nil {
			err = u.Check(pack)
		}
		if err != nil {
			t.Error(err)
		}
	}
}
