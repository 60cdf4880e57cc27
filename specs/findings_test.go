package specs

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLoadFindings(t *testing.T) {
	got, err := LoadFindings("f.yaml", []byte(`
findings:
  - title: {en: SC completes, zh: SC 完成}
    rules: [LR_SC_ALIGNMENT]
    also: [mtval_*]
    instructions: [sc.*]
    ends: normally
    versions: ">=7.2 <10"
    environments: [machine]
    seen: ["7.2.22"]
    clause: unpriv/a-st-ext.adoc:188
    verdict: implementation
    analysis:
      en: >
        It looks at nothing
        before it fails.
  - title: Counters
    rules: [zicsr_order]
    verdict: open
    analysis: Nobody knows.
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []*Analysis{
		{
			Title: Words{"SC completes", "SC 完成"}, Rules: []string{"LR_SC_ALIGNMENT"}, Also: []string{"mtval_*"}, Instructions: []string{"sc.*"},
			Ends: "normally", Environments: []string{"machine"}, Seen: []string{"7.2.22"}, Clause: "unpriv/a-st-ext.adoc:188",
			Verdict: "implementation", Text: Words{En: "It looks at nothing before it fails."}, Position: Pos{"f.yaml", 3},
		},
		{Title: Words{En: "Counters"}, Rules: []string{"zicsr_order"}, Verdict: "open", Text: Words{En: "Nobody knows."}, Position: Pos{"f.yaml", 17}},
	}
	if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Analysis{}), cmpopts.IgnoreTypes(Versions{})); d != "" {
		t.Error(d)
	}
	if v := got[0].Versions.String(); v != ">=7.2 <10" {
		t.Errorf("versions %q", v)
	}
}

func TestLoadFindingsRefuses(t *testing.T) {
	const head, tail = "findings:\n  - title: x\n    rules: [a]\n", "    verdict: open\n    analysis: y\n"
	for _, tt := range []struct{ text, want string }{
		{"", "f.yaml:1:1: missing findings"},
		{"findings:\n  - title: x\n", "f.yaml:2:5: findings.0: missing rules, verdict, analysis"},
		{head + "    verdict: theirs\n    analysis: y\n", `f.yaml:4:5: findings.0.verdict: value must be one of "implementation", "suite", "open"`},
		{head + "    rule: b\n" + tail, `f.yaml:4:5: findings.0: unknown key "rule"; did you mean rules?`},
		{head + "    versions: 7.2\n" + tail, "f.yaml:4:5: findings.0.versions: expected string, but got number"},
		{head + "    versions: new\n" + tail, `f.yaml:4:5: versions: "new" is no condition on a version; write 7.2, >=7.2 <10, or 7.2 or 10.0`},
		{head + "    also: [a, \"[\"]\n" + tail, `f.yaml:4:15: also: "[" is no pattern`},
		{head + "    verdict: open\n    analysis: {zh: 好}\n", "f.yaml:5:5: findings.0.analysis: missing en"},
	} {
		_, err := LoadFindings("f.yaml", []byte(tt.text))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%q:\n got %v\nwant %s", tt.text, err, tt.want)
		} else if !errors.Is(err, ErrPack) {
			t.Errorf("%q: %v is not an ErrPack", tt.text, err)
		}
	}
}

func TestCheckFindings(t *testing.T) {
	pack, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ rules, want string }{
		{"rules: [zicsr_order]\n    also: [\"mtval_*\", amo_alignment]\n    instructions: [\"amo*\", vlsegNe8ff.v]", ""},
		{"rules: [zicsr_ordr]", `f.yaml:3:13: rules: pack riscv has no rule "zicsr_ordr"; did you mean zicsr_order?`},
		{"rules: [zicsr_order]\n    also: [nothing*]", `f.yaml:4:12: also: pack riscv has no rule "nothing*"`},
		{"rules: [zicsr_order]\n    instructions: [amosawp.w]", `f.yaml:4:20: instructions: pack riscv has no instruction "amosawp.w"; did you mean amoswap.w?`},
	} {
		list, err := LoadFindings("f.yaml", []byte("findings:\n  - title: x\n    "+tt.rules+"\n    verdict: open\n    analysis: y\n"))
		if err != nil {
			t.Fatal(err)
		}
		err = CheckFindings(pack, list)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.want)) {
			t.Errorf("%s:\n got %v\nwant %s", tt.rules, err, tt.want)
		}
	}
}

// TestExplains: an analysis explains a case only if it speaks of all that the case breaks.
func TestExplains(t *testing.T) {
	a := &Analysis{Rules: []string{"a", "b"}, Also: []string{"mtval_*"}, Instructions: []string{"sc.*"}, Ends: "normally"}
	for _, tt := range []struct {
		broken []string
		ends   string
		rows   []string
		want   bool
	}{
		{[]string{"a"}, "normally", []string{"addi", "sc.w"}, true},
		{[]string{"a", "b", "mtval_wr1"}, "normally", []string{"sc.d"}, true},
		{[]string{"mtval_wr1"}, "normally", []string{"sc.d"}, false},
		{[]string{"a", "c"}, "normally", []string{"sc.w"}, false},
		{[]string{"a"}, "crash", []string{"sc.w"}, false},
		{[]string{"a"}, "normally", []string{"lr.w"}, false},
		{nil, "normally", []string{"sc.w"}, false},
	} {
		if got := a.Explains(tt.broken, tt.ends, tt.rows); got != tt.want {
			t.Errorf("%v, ends %s, %v: %t", tt.broken, tt.ends, tt.rows, got)
		}
	}
}

func TestApplies(t *testing.T) {
	seven, err := ParseVersions("7.2")
	if err != nil {
		t.Fatal(err)
	}
	a := &Analysis{Versions: seven, Environments: []string{"machine", "board"}, Of: []string{"one"}}
	if a.Applies("another", "7.2.22", "machine", "machine") {
		t.Error("what is known of one is said of another")
	}
	for _, tt := range []struct {
		version, name, kind string
		want                bool
	}{
		{"7.2.22", "machine", "machine", true},
		{"7.2.22", "model", "machine", true},
		{"7.2.22", "board", "linux", true},
		{"7.2.22", "linux", "linux", false},
		{"10.0.13", "machine", "machine", false},
	} {
		if got := a.Applies("one", tt.version, tt.name, tt.kind); got != tt.want {
			t.Errorf("%s in %s (%s): %t", tt.version, tt.name, tt.kind, got)
		}
	}
}

func FuzzLoadFindings(f *testing.F) {
	f.Add([]byte("findings:\n  - {title: x, rules: [a], verdict: open, analysis: {en: y, zh: z}, versions: \">=1 <2 or 3\", also: [\"a*\"]}\n"))
	f.Add([]byte("findings: []\n"))
	f.Add([]byte("findings: [{title: {en: [}}]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		list, err := LoadFindings("f.yaml", text)
		if err != nil && !errors.Is(err, ErrPack) {
			t.Fatalf("%v is not an ErrPack", err)
		}
		for _, a := range list {
			if a.Title.En == "" || len(a.Rules) == 0 || a.Text.En == "" || a.Verdict == "" {
				t.Fatalf("accepted without what the schema requires: %+v", a)
			}
			a.Explains(a.Rules, a.Ends, a.Instructions)
			a.Applies("x", "7.2", "machine", "machine")
		}
	})
}
