package specs

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoadUDB(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/udb/pebble.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if !IsUDB(text) || IsUDB([]byte("name: x\nkind: of\n")) {
		t.Error("an architecture configuration is told by its kind")
	}
	got, err := LoadUDB("pebble.yaml", text, pack)
	if err != nil {
		t.Fatal(err)
	}
	want := &UDB{
		Name: "pebble",
		ICS: ICS{
			Profile:    "RVI20U64",
			Extensions: []string{"I", "M", "A", "C", "Zicsr", "Zicntr", "Zihintpause", "Zba"},
			Versions:   map[string]string{"I": "2.1.0", "M": "2.0.0", "A": "2.1", "Zba": "1.0"},
			Modes:      []string{"M", "U"}, Harts: 1,
			Parameters: map[string]any{
				"MISALIGNED_LDST_HW_SUPPORT": true, "PMP_ENTRY_COUNT": uint64(16), "PMP_GRANULARITY": uint64(12), "CACHE_BLOCK_SIZE": uint64(64),
				"LR_RESERVATION_SET_SIZE": uint64(64), "TIME_CSR_IMPLEMENTED": false, "MCOUNTENABLE_EN": false, "PHYS_ADDR_WIDTH": uint64(0x38),
			},
		},
		Unknown: []string{"Smhpm", "Smpmp", "Xpebble"},
		Ignored: []string{"HPM_EVENTS", "TRAP_ON_RESERVED_INSTRUCTION"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestLoadUDBChoosesTheProfile(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"RVA20U64", "RVA22U64", "RVA23U64"} {
		profile, _ := pack.Profile(want)
		text := "kind: architecture configuration\ntype: partially configured\nmandatory_extensions:\n- {name: I, version: ~> 2.1.0}\n"
		for _, name := range profile.Mandatory {
			if name == "B" { // the database lists what an umbrella stands for
				name = "Zba}\n- {name: Zbb}\n- {name: Zbs"
			}
			text += "- {name: " + name + "}\n"
		}
		got, err := LoadUDB("x.yaml", []byte(text), pack)
		if err != nil {
			t.Errorf("%s: %v", want, err)
		} else if got.ICS.Profile != want {
			t.Errorf("the mandatory extensions of %s claim %q", want, got.ICS.Profile)
		}
	}
}

func TestLoadUDBRefuses(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	const head = "kind: architecture configuration\ntype: fully configured\n"
	tests := []struct{ text, want string }{
		{"", "x.yaml:1:1: missing kind, type"},
		{"kind: extension\ntype: fully configured\n", `x.yaml:1:1: kind: value must be "architecture configuration"`},
		{"kind: architecture configuration\ntype: unconfigured\n", "x.yaml:2:1: type: an unconfigured architecture claims nothing; give a fully or partially configured one"},
		{head, "x.yaml:1:1: implemented_extensions: there are none; the base I at least is one"},
		{head + "implemented_extensions: [[I]]\n", "x.yaml:3:"},
		{head + "implemented_extensions: [[I, 2.1], [M, \"1.0\"]]\n", "x.yaml:3:36: implemented_extensions: version 1.0 of M is claimed, and pack riscv judges 2.0: claim that, or leave M out"},
		{head + "implemented_extensions: [[I, \"2.1\"]]\nparams: {MXLEN: 32}\n", "x.yaml:4:10: params: MXLEN is 32; the profiles of pack riscv are those of 64 bits"},
		{head + "implemented_extensions: [[I, \"2.1\"]]\nparams: {NUM_PMP_ENTRIES: 65}\n", "x.yaml:4:10: params.NUM_PMP_ENTRIES: PMP_ENTRY_COUNT is 65; it is a whole number from 0 to 64"},
		{head + "implemented_extensions: [[I, \"2.1\"]]\nparams: {LRSC_RESERVATION_STRATEGY: [64]}\n", "x.yaml:4:10: params.LRSC_RESERVATION_STRATEGY: LR_RESERVATION_SET_SIZE is [64]; it is a power of two, in bytes"},
	}
	for _, tt := range tests {
		_, err := LoadUDB("x.yaml", []byte(tt.text), pack)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q:\n got %v\nwant %s", tt.text, err, tt.want)
		} else if !errors.Is(err, ErrPack) {
			t.Errorf("%q: %v is not an ErrPack", tt.text, err)
		}
	}
}

func FuzzLoadUDB(f *testing.F) {
	pack, err := Embedded("riscv")
	if err != nil {
		f.Fatal(err)
	}
	text, err := os.ReadFile("testdata/udb/pebble.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte("kind: architecture configuration\ntype: partially configured\nmandatory_extensions: [{name: I, version: [\">= 2\"]}, V]\nparams: {LRSC_RESERVATION_STRATEGY: {a: [b]}}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		u, err := LoadUDB("x.yaml", text, pack)
		if err != nil {
			if !errors.Is(err, ErrPack) {
				t.Fatalf("%v is not an ErrPack", err)
			}
			return
		}
		for name, value := range u.ICS.Parameters {
			if err := pack.CheckParameter(name, value); err != nil {
				t.Fatalf("accepted: %v", err)
			}
		}
	})
}
