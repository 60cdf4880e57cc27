package runner

import (
	"slices"
	"testing"

	"touchstone/specs"
)

// TestScope: what a claim covers, and on which standing.
func TestScope(t *testing.T) {
	pack := testPack(t)
	for _, tc := range []struct {
		profile    string
		extensions []string
		claimed    []string
		not        []string
		standing   map[string]string
	}{
		{"RVI20U64", nil, []string{"I"}, []string{"M", "C", "Zicsr"}, map[string]string{"I": "base", "M": "optional", "A": "optional", "Zaamo": "optional"}},
		{"RVI20U64", []string{"A", "C"}, []string{"I", "A", "Zaamo", "Zalrsc", "C", "Zca"}, []string{"M"}, map[string]string{"Zalrsc": "optional", "Zca": "optional"}},
		{"RVA20U64", nil, []string{"I", "M", "A", "Zaamo", "Zalrsc", "F", "D", "C", "Zicsr"}, nil, map[string]string{"I": "base", "M": "mandatory", "Zaamo": "mandatory"}},
		{"RVI20U64", []string{"Zba"}, []string{"Zba"}, nil, map[string]string{"Zba": "optional"}},
	} {
		s := newScope(pack, specs.ICS{Profile: tc.profile, Extensions: tc.extensions})
		for _, name := range tc.claimed {
			if !s.claimed[name] {
				t.Errorf("%s with %v does not claim %s", tc.profile, tc.extensions, name)
			}
		}
		for _, name := range tc.not {
			if s.claimed[name] {
				t.Errorf("%s with %v claims %s", tc.profile, tc.extensions, name)
			}
		}
		for name, want := range tc.standing {
			if got := s.standing[name]; got != want {
				t.Errorf("%s with %v: %s is %q, want %q", tc.profile, tc.extensions, name, got, want)
			}
		}
		var names []string
		for _, x := range s.extensions {
			names = append(names, x.ext.Name)
		}
		slices.Sort(names)
		if len(slices.Compact(slices.Clone(names))) != len(names) {
			t.Errorf("%s lists an extension twice: %v", tc.profile, names)
		}
	}
}

// TestSharedRules: a rule of a row that two extensions have binds a claim of either.
func TestSharedRules(t *testing.T) {
	pack := &specs.Pack{
		Extensions:   []specs.Extension{{Name: "I"}, {Name: "Zbb"}, {Name: "Zbkb"}},
		Profiles:     []specs.Profile{{Name: "P", Optional: map[string][]string{"options": {"Zbb"}}}},
		Instructions: []specs.Row{{Name: "andn", Extension: "Zbb", Also: []string{"Zbkb"}, Rules: map[string][]string{"x": {"andn_op"}}}},
	}
	for _, tc := range []struct {
		claims []string
		rule   string
		want   string
	}{
		{nil, "andn_op", "Zbb"},
		{[]string{"Zbb"}, "andn_op", "Zbb"},
		{[]string{"Zbkb"}, "andn_op", "Zbkb"},
		{[]string{"Zbb", "Zbkb"}, "andn_op", "Zbb"},
		{[]string{"Zbkb"}, "clz_op", "Zbb"},
	} {
		s := newScope(pack, specs.ICS{Profile: "P", Extensions: tc.claims})
		if got := s.under(&specs.Rule{ID: tc.rule, Extension: "Zbb"}); got != tc.want {
			t.Errorf("with %v, %s is a rule of %s, want %s", tc.claims, tc.rule, got, tc.want)
		}
	}
}

// What two extensions imply together stands as the weaker of them does, and is claimed with both.
func TestScopeOfConditionalImplication(t *testing.T) {
	pack := &specs.Pack{
		Extensions: []specs.Extension{
			{Name: "I"}, {Name: "C", Implies: []string{"Zca", "Zcd if D", "Zx if Zcd"}}, {Name: "Zca"}, {Name: "Zcd"}, {Name: "D"}, {Name: "Zx"},
		},
		Profiles: []specs.Profile{
			{Name: "both", Mandatory: []string{"C", "D"}},
			{Name: "one", Mandatory: []string{"C"}, Optional: map[string][]string{"options": {"D"}}},
			{Name: "neither"},
		},
	}
	for _, tc := range []struct {
		profile  string
		claims   []string
		standing string // of Zcd
		claimed  bool
	}{
		{"both", nil, "mandatory", true},
		{"one", nil, "optional", false},
		{"one", []string{"D"}, "optional", true},
		{"neither", []string{"C"}, "", false},
		{"neither", []string{"C", "D"}, "optional", true},
	} {
		s := newScope(pack, specs.ICS{Profile: tc.profile, Extensions: tc.claims})
		for _, name := range []string{"Zcd", "Zx"} {
			if s.standing[name] != tc.standing || s.claimed[name] != tc.claimed {
				t.Errorf("%s with %v: %s is %q, claimed %v; want %q, %v", tc.profile, tc.claims, name, s.standing[name], s.claimed[name], tc.standing, tc.claimed)
			}
		}
	}
}

// TestApplies: conditions of rules, over a claim.
func TestApplies(t *testing.T) {
	pack := testPack(t)
	ics := specs.ICS{Profile: "RVI20U64", Extensions: []string{"C", "Zicsr"}, Modes: []string{"M"}, Parameters: map[string]any{
		"YES": true, "NO": false, "SOME": 4, "NONE": 0, "TEXT": "x", "EMPTY": "",
	}}
	p := &Plan{Request: Request{Pack: pack, ICS: ics}, scope: newScope(pack, ics)}
	for when, want := range map[string]bool{
		"": true, "C": true, "Zca": true, "not Zca": false, "M": true, "U": false, "not U": true,
		"YES": true, "NO": false, "SOME": true, "NONE": false, "TEXT": true, "EMPTY": false, "NOWHERE": false, "not NOWHERE": true,
		"C and U": false, "C and not U": true, "U or C": true, "U or not C": false,
		"U and C or YES": true, "YES or U and C": true, "NO or U and C": false,
	} {
		if got := p.applies(when); got != want {
			t.Errorf("%q is %t, want %t", when, got, want)
		}
	}
}
