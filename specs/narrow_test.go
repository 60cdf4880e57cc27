package specs

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAgainst: of what is claimed for one profile another one has its own mandatory extensions and
// those of its options that are claimed.
func TestAgainst(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	rva23 := ICS{Profile: "RVA23U64", Extensions: []string{"Zifencei", "Zkn", "Zvfh", "Zicfiss"}, Versions: map[string]string{"Zifencei": "2.0", "Zkn": "1.0"}, Harts: 2, Parameters: map[string]any{"VLEN": 128}}
	tests := []struct {
		name, profile    string
		ics              ICS
		extensions, left []string
		versions         map[string]string
	}{
		{
			"a smaller one", "RVI20U64", rva23,
			[]string{"M", "A", "F", "D", "C", "Zifencei", "Zicntr", "Zihpm"},
			[]string{"B", "Ziccif", "Ziccrse", "Ziccamoa", "Zicclsm", "Za64rs", "Zihintpause", "Zic64b", "Zicbom", "Zicbop", "Zicboz", "Zfhmin", "Zkt", "V",
				"Zvfhmin", "Zvbb", "Zvkt", "Zihintntl", "Zicond", "Zimop", "Zcmop", "Zcb", "Zfa", "Zawrs", "Supm", "Zkn", "Zvfh", "Zicfiss"},
			map[string]string{"Zifencei": "2.0"},
		},
		{"a larger one", "RVA22U64", ICS{Profile: "RVI20U64", Extensions: []string{"M", "V", "Zifencei"}}, []string{"V"}, []string{"Zifencei"}, nil},
		{"one of the same size", "RVI20U64", ICS{Profile: "RVA20U64", Extensions: []string{"Zcd", "Zihpm"}}, []string{"M", "A", "F", "D", "C", "Zicntr", "Zihpm"}, []string{"Ziccif", "Ziccrse", "Ziccamoa", "Za128rs", "Zicclsm"}, nil},
		{"the same", "RVI20U64", ICS{Profile: "RVI20U64", Extensions: []string{"M", "V"}}, []string{"M", "V"}, nil, nil},
		{"none was named", "RVI20U64", ICS{Extensions: []string{"M", "V"}}, []string{"M", "V"}, nil, nil},
		{"one that nobody knows", "RVX", rva23, rva23.Extensions, nil, rva23.Versions},
	}
	for _, tt := range tests {
		got, left, err := pack.Against(tt.ics, tt.profile)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		want := tt.ics
		want.Profile, want.Extensions, want.Versions = tt.profile, tt.extensions, tt.versions
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", tt.name, d)
		}
		if d := cmp.Diff(tt.left, left); d != "" {
			t.Errorf("%s: left out: %s", tt.name, d)
		}
	}
}
