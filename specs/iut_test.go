package specs

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
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
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLoadIUTDefaults(t *testing.T) {
	got, err := LoadIUT("x.yaml", []byte("name: x\nstart: {adapter: embedded}\nics: {profile: P}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := &IUT{Name: "x", Start: Start{Adapter: "embedded"}, Environments: []string{"machine"}, ICS: ICS{Profile: "P", Modes: []string{"M", "U"}, Harts: 1}, Position: Pos{"x.yaml", 1}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLoadIUTRefuses(t *testing.T) {
	const start, ics = "start: {adapter: process}\n", "ics: {profile: P}\n"
	tests := []struct{ text, want string }{
		{"", "x.yaml:1: missing name, start, ics"},
		{"name: x\n" + ics, "x.yaml:1: missing start"},
		{"name: x\nstart: {adapter: process, comand: [a]}\n" + ics, `x.yaml:2: start: unknown key "comand"`},
		{"name: x\nstart:\n  adapter: process\n  command: a b\n" + ics, "x.yaml:4: start.command: expected array, but got string"},
		{"name: x\nstart:\n  adapter: process\n  timeout: 10\n" + ics, "x.yaml:4: start.timeout: expected string, but got number"},
		{"name: x\n" + start + "ics:\n  profile: P\n  modes: [M, X]\n", `x.yaml:5: ics.modes.1: value must be one of "M", "S", "U", "HS", "VS", "VU"`},
		{"name: x\n" + start + "ics:\n  profile: P\n  harts: 0\n", "x.yaml:5: ics.harts: must be >= 1 but found 0"},
		{"name: x\n" + start + "environments: [mars]\n" + ics, `x.yaml:3: environments.0: value must be one of "machine", "supervisor", "linux"`},
		{"name: [\n", "x.yaml:1: sequence end token ']' not found"},
	}
	for _, tt := range tests {
		_, err := LoadIUT("x.yaml", []byte(tt.text))
		if err == nil || err.Error() != tt.want {
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
	f.Fuzz(func(t *testing.T, text []byte) {
		u, err := LoadIUT("x.yaml", text)
		if err != nil && !errors.Is(err, ErrPack) {
			t.Fatalf("%v is not an ErrPack", err)
		}
		if err == nil && (u.Name == "" || u.Start.Adapter == "" || u.ICS.Profile == "" || u.ICS.Harts < 1) {
			t.Fatalf("accepted without what the schema requires: %+v", u)
		}
	})
}
