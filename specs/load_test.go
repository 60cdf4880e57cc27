package specs

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// files is a small sound pack; tests spoil one file of it.
func files() map[string]string {
	return map[string]string{
		"pack.yaml":       "title: Test\nversion: \"1\"\nsource: nowhere\ndefault_profile: P\n",
		"extensions.yaml": "E: {folder: e, version: \"1.0\", title: An extension, implies: [F]}\nF: {}\n",
		"profiles/p.yaml": "P: {base: E, xlen: 64, mandatory: [E], optional: {options: [F]}}\n",
		"operands.yaml":   "rd: {bits: \"11:7\", kind: x}\nnz: {bits: \"31:20\", kind: signed, not: [0]}\nup: {bits: \"31:20\", kind: unsigned, shift: 2}\n",
		"csrs.yaml":       "spare: {address: 0x800}\n",
		"e/insts.yaml": "one:\n" +
			"  match: \"------------00000000-----1110011\"\n" +
			"  asm: rd, nz\n" +
			"  does: |\n" +
			"    a = 1\n" +
			"    X[rd] = a\n" +
			"  rules: {result: [r.one]}\n" +
			"or: {match: \"0000000000000000\", asm: \"\", does: pass}\n" +
			"short: {match: \"100-----------01\", expands: \"one sp, 0\"}\n",
		"e/csrs.yaml":       "main: {address: 0x340, volatile: r.one, fields: {LOW: {bits: \"31:0\", legal: written, by: r-two}, HIGH: {bits: \"63:32\"}}, rules: {access: [r-two]}}\n",
		"e/rules.yaml":      rule("r.one", "") + rule("r-two", ", anchors: [old], line: 3, when: E, untestable: timing"),
		"semantics/a.star":  "def f(): pass\n",
		"e/README.md":       "not read\n",
		"profiles/notes.md": "not read\n",
	}
}

func rule(id, more string) string {
	return id + ": {chapter: c, kind: requirement, level: must, source: a.adoc, sha256: " + strings.Repeat("a", 64) + ", summary: it holds" + more + "}\n"
}

func memory(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestLoad(t *testing.T) {
	got, err := Load(memory(files()), "test")
	if err != nil {
		t.Fatal(err)
	}
	pos := func(file string, line int) Pos { return Pos{"test/" + file, line} }
	zero := strings.Repeat("a", 64)
	want := &Pack{
		Name: "test", Title: "Test", Version: "1", Source: "nowhere", DefaultProfile: "P",
		Extensions: []Extension{
			{Name: "E", Version: "1.0", Title: "An extension", Implies: []string{"F"}, InPack: true, Position: pos("extensions.yaml", 1)},
			{Name: "F", Position: pos("extensions.yaml", 2)},
		},
		Profiles: []Profile{{Name: "P", Base: "E", XLEN: 64, Mandatory: []string{"E"}, Optional: map[string][]string{"options": {"F"}}, Position: pos("profiles/p.yaml", 1)}},
		Operands: []Operand{
			{Name: "rd", Bits: "11:7", Kind: "x", Position: pos("operands.yaml", 1)},
			{Name: "nz", Bits: "31:20", Kind: "signed", Not: []int64{0}, Position: pos("operands.yaml", 2)},
			{Name: "up", Bits: "31:20", Kind: "unsigned", Shift: 2, Position: pos("operands.yaml", 3)},
		},
		Instructions: []Row{
			{Name: "one", Extension: "E", Match: "------------00000000-----1110011", Asm: "rd, nz", Does: "a = 1\nX[rd] = a\n", DoesLine: 5,
				Rules: map[string][]string{"result": {"r.one"}}, Position: pos("e/insts.yaml", 1)},
			{Name: "or", Extension: "E", Match: "0000000000000000", Does: "pass", DoesLine: 8, Position: pos("e/insts.yaml", 8)},
			{Name: "short", Extension: "E", Match: "100-----------01", Expands: "one sp, 0", Position: pos("e/insts.yaml", 9)},
		},
		CSRs: []CSR{
			{Name: "spare", Address: 0x800, Position: pos("csrs.yaml", 1)},
			{Name: "main", Extension: "E", Address: 0x340, Volatile: "r.one", Rules: map[string][]string{"access": {"r-two"}}, Position: pos("e/csrs.yaml", 1),
				Fields: []Field{{Name: "LOW", Bits: "31:0", Legal: "written", By: "r-two"}, {Name: "HIGH", Bits: "63:32"}}},
		},
		Rules: []Rule{
			{ID: "r.one", Extension: "E", Chapter: "c", Kind: Requirement, Level: "must", Source: "a.adoc", TextSHA256: zero, Summary: "it holds", Position: pos("e/rules.yaml", 1)},
			{ID: "r-two", Extension: "E", Chapter: "c", Kind: Requirement, Level: "must", Source: "a.adoc", TextSHA256: zero, Summary: "it holds", Position: pos("e/rules.yaml", 2),
				Anchors: []string{"old"}, Line: 3, When: "E", Untestable: Timing},
		},
		Semantics: []Source{{"test/semantics/a.star", "def f(): pass\n"}},
	}
	if d := cmp.Diff(want, got, cmp.FilterPath(func(p cmp.Path) bool { return p.String() == "digest" }, cmp.Ignore()), cmp.AllowUnexported(Pack{})); d != "" {
		t.Error(d)
	}
	if !strings.HasPrefix(got.Digest(), "sha256:") || len(got.Digest()) != 71 {
		t.Errorf("digest %q", got.Digest())
	}
	if r := got.Named("old"); len(r) != 1 || r[0].ID != "r-two" {
		t.Errorf("the anchor old names %v", r)
	}
}

// What is compiled opens as what was loaded, whole or in parts, and a changed byte is noticed.
func TestCompileAndOpen(t *testing.T) {
	p, err := Load(memory(files()), "test")
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := p.Compile()
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for name, text := range compiled {
		fsys[name] = &fstest.MapFile{Data: text}
	}
	whole, err := open(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(p, whole, cmp.AllowUnexported(Pack{})); d != "" {
		t.Error(d)
	}
	some, err := open(fsys, Rules)
	if err != nil {
		t.Fatal(err)
	}
	if len(some.Rules) != 2 || some.Instructions != nil || some.Digest() != p.Digest() {
		t.Errorf("rules alone give %d rules, %d rows, digest %s", len(some.Rules), len(some.Instructions), some.Digest())
	}
	fsys["rules.json"].Data[len(fsys["rules.json"].Data)/2] ^= 1
	if _, err := open(fsys); !errors.Is(err, ErrPack) || !strings.Contains(err.Error(), "rules.json: digest is") {
		t.Errorf("a changed byte gives %v", err)
	}
}

func TestLoadRefuses(t *testing.T) {
	tests := []struct {
		file, text string
		want       string // the whole message
	}{
		{"pack.yaml", "title: x\nversion: \"1\"\nsource: y\ntitel: z\n", `test/pack.yaml:4: unknown key "titel"; did you mean title?`},
		{"pack.yaml", "title: x\nversion: 1.0\nsource: y\n", "test/pack.yaml:2: version: expected string, but got number"},
		{"pack.yaml", "title: x\n", "test/pack.yaml:1: missing version, source"},
		{"pack.yaml", "title: x\nversion: \"1\"\nsource: y\ndefault_profile: Q\n", "test/pack.yaml:1: default_profile: no profile Q in profiles/"},
		{"extensions.yaml", "E: {folder: e, implies: [G]}\nF: {}\n", "test/extensions.yaml:1: E: no extension G in extensions.yaml"},
		{"extensions.yaml", "E: {folder: e, implies: [\"F if G\"]}\nF: {}\n", "test/extensions.yaml:1: E: no extension G in extensions.yaml"},
		{"extensions.yaml", "E: {folder: e}\nF: {folder: f}\n", "test/extensions.yaml:2: F: there is no folder f in the pack"},
		{"extensions.yaml", "E: {folder: e}\nF: {folder: e}\n", "test/extensions.yaml:2: F: folder e is already that of E"},
		{"profiles/p.yaml", "P:\n  mandatory:\n    - E\n    - X\n", "test/profiles/p.yaml:1: P: no extension X in extensions.yaml"},
		{"profiles/p.yaml", "P:\n  mandatory:\n    - E\n    - 7\n", "test/profiles/p.yaml:4: P.mandatory.1: expected string, but got number"},
		{"operands.yaml", "rd: {bits: \"7:11\", kind: x}\nnz: {bits: \"31:20\", kind: signed}\nup: {bits: \"33\", kind: x}\n",
			"test/operands.yaml:1: operand rd: bits \"7:11\": give pieces such as \"31:25 11:7\", the higher bit first\ntest/operands.yaml:3: operand up: bits \"33\": bit 33 is above 31"},
		{"operands.yaml", "rd: {bits: \"11:7 8\", kind: x}\nnz: {bits: \"31:20\", kind: signed}\n", "test/operands.yaml:1: operand rd: bits \"11:7 8\": a bit is used twice"},
		{"operands.yaml", "rd: {bits: \"11:7\", kind: y}\n", `test/operands.yaml:1: rd.kind: value must be one of "x", "x8", "signed", "unsigned", "upper", "target", "csr", "order", "bit", "f", "f8", "v", "vm", "rm", "vtype", "ordinal"`},
		{"e/insts.yaml", "one:\n  match: \"0101\"\n", "test/e/insts.yaml:2: one.match: does not match pattern '^([01-]{16}|[01-]{32})$'"},
		{"e/insts.yaml", "one:\n  match: \"0000000000000000\"\n  asm: rx\n", "test/e/insts.yaml:1: one: no operand rx in operands.yaml"},
		{"e/insts.yaml", "one:\n  match: \"0000000000000000\"\n  rules: {result: [r-three]}\n", "test/e/insts.yaml:1: one.result: no rule r-three in any rules.yaml"},
		{"e/insts.yaml", "one:\n  match: \"0000000000000000\"\n  expands: \"two rd\"\n", "test/e/insts.yaml:1: one: expands \"two rd\": there is no row two"},
		{"e/insts.yaml", "one: {match: \"0000000000000000\", does: pass, expands: \"one\"}\n", "test/e/insts.yaml:1: one has both does and expands; a row that expands has no semantics of its own"},
		{"e/insts.yaml", "one: {match: \"0000000000000000\"}\none: {match: \"0000000000000001\"}\n", `test/e/insts.yaml:2: mapping key "one" already defined at [1:1]`},
		{"e/insts.yaml", "One: {match: \"0000000000000000\"}\n", `test/e/insts.yaml:1: key does not match pattern '^[a-z][a-zN0-9.]*$'`},
		{"e/insts.yaml", "one: {match: \"0000000000000000\"\n", "test/e/insts.yaml:1: could not find flow mapping end token '}'"},
		{"e/insts.yaml", "one: &a {match: \"0000000000000000\"}\n", "test/e/insts.yaml:1: Anchor cannot stand in a pack; write the value out"},
		{"e/insts.yaml", "- one\n", "test/e/insts.yaml:1: expected object, but got array"},
		{"e/insts.yaml", "one: {match: \"0000000000000000\"}\n---\ntwo: {}\n", "test/e/insts.yaml:3: a second document begins; a file holds one"},
		{"e/csrs.yaml", "main: {address: 0x1000}\n", "test/e/csrs.yaml:1: main.address: must be <= 4095 but found 4096"},
		{"e/csrs.yaml", "main:\n  address: 0x340\n  fields:\n    A: {bits: \"63:1\"}\n    B: {bits: \"1:0\"}\n", "test/e/csrs.yaml:5: main.B: bits \"1:0\": another field has some of them"},
		{"e/csrs.yaml", "main: {address: 0x800}\n", "test/e/csrs.yaml:1: CSR main: address 0x800 is already that of spare (test/csrs.yaml:1)"},
		{"e/csrs.yaml", "spare: {address: 0x801}\n", "test/e/csrs.yaml:1: CSR spare is already at test/csrs.yaml:1"},
		{"e/csrs.yaml", "part: {address: 1, fields: {A: {bits: \"2:0\", of: main 7:5}}}\n", "test/e/csrs.yaml:1: part.A: of \"main 7:5\": no register main with fields"},
		{"e/csrs.yaml", "main: {address: 2, fields: {A: {bits: \"7:0\"}}}\npart: {address: 1, fields: {A: {bits: \"2:0\", of: main 7:6}}}\n", "test/e/csrs.yaml:2: part.A: of \"main 7:6\": give as many bits as the field has, 2:0"},
		{"e/csrs.yaml", "main: {address: 2, fields: {A: {bits: \"7:0\"}}}\npart: {address: 1, fields: {A: {bits: \"0\", of: main 7, legal: written}}}\n", "test/e/csrs.yaml:2: part.A: what is legal is said by main, of which it is bits"},
		{"e/csrs.yaml", "main: {address: 2, fields: {A: {bits: \"7:0\"}}}\npart: {address: 1, fields: {A: {bits: \"0\", of: main 7}, B: {bits: \"1\"}}}\n", "test/e/csrs.yaml:2: part.B: the fields of a register are all of one other register, or of none"},
		{"e/csrs.yaml", "main: {address: 1, volatile: r9}\n", "test/e/csrs.yaml:1: main.volatile: no rule r9 in any rules.yaml"},
		{"e/rules.yaml", rule("r.one", "") + rule("r-two", ", kinds: x"), `test/e/rules.yaml:2: r-two: unknown key "kinds"; did you mean kind?`},
		{"e/rules.yaml", rule("r.one", "") + rule("r-two", ", untestable: boring"),
			`test/e/rules.yaml:2: r-two.untestable: value must be one of "other-XLEN", "definition", "permission", "timing", "platform", "not-observable"`},
		{"e/rule.yaml", "x: 1\n", "test/e/rule.yaml:1: nothing reads this file; an extension's folder (`folder:` in extensions.yaml) holds insts.yaml, csrs.yaml and rules.yaml"},
	}
	for _, tt := range tests {
		f := files()
		f[tt.file] = tt.text
		_, err := Load(memory(f), "test")
		if err == nil {
			t.Errorf("%s %q: accepted", tt.file, tt.text)
			continue
		}
		if !errors.Is(err, ErrPack) {
			t.Errorf("%s %q: %v is not an ErrPack", tt.file, tt.text, err)
		}
		if d := cmp.Diff(tt.want, err.Error()); d != "" {
			t.Errorf("%s %q: %s", tt.file, tt.text, d)
		}
	}
}

// Faults of several files come together, sorted by place.
func TestLoadReportsTogether(t *testing.T) {
	f := files()
	f["pack.yaml"] += "more: 1\n"
	f["e/rules.yaml"] += "bad: {}\n"
	f["e/insts.yaml"] += "\tx"
	_, err := Load(memory(f), "test")
	if err == nil {
		t.Fatal("accepted")
	}
	var places []string
	for line := range strings.Lines(err.Error()) {
		places = append(places, strings.SplitN(line, ": ", 2)[0])
	}
	if d := cmp.Diff([]string{"test/e/insts.yaml:10", "test/e/rules.yaml:3", "test/pack.yaml:5"}, places); d != "" {
		t.Error(d, err)
	}
}

func TestLoadWithoutManifest(t *testing.T) {
	if _, err := Load(fstest.MapFS{}, "test"); !errors.Is(err, ErrPack) || !strings.HasPrefix(err.Error(), "test/pack.yaml:1: no such file") {
		t.Errorf("got %v", err)
	}
	// What a pack has depends on its kind: while that is not known, no file is strange.
	unkind := fstest.MapFS{"pack.yaml": {Data: []byte("kind: exchange\ntitle: T\nversion: 0.1\nsource: us\n")}, "operations.yaml": {Data: []byte("a: {summary: a, answer: {b: c}}\n")}}
	if _, err := Load(unkind, "test"); err == nil || !strings.HasPrefix(err.Error(), "test/pack.yaml:3: version") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	above := fstest.MapFS{"one/pack.yaml": {}, "one/extensions.yaml": {}, "two/pack.yaml": {}}
	if _, err := Load(above, "test"); err == nil || !strings.HasSuffix(err.Error(), "name the folder of one pack: there is one, two") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v", err)
	}
	if _, err := LoadDir(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// Two rules may be anchored under one name; a rule may not be given twice, whatever the file.
func TestRuleTwice(t *testing.T) {
	f := files()
	f["extensions.yaml"] = "E: {folder: e}\nF: {folder: f}\n"
	f["f/rules.yaml"] = rule("r.one", ", anchors: [old]")
	_, err := Load(memory(f), "test")
	if want := "test/f/rules.yaml:1: rule r.one is already at test/e/rules.yaml:1"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// An extension's row takes the place of a name in the pack's csrs.yaml.
func TestNamedCSR(t *testing.T) {
	f := files()
	f["csrs.yaml"] = "main: {address: 0x340}\nspare: {address: 0x800}\n"
	p, err := Load(memory(f), "test")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range p.CSRs {
		names = append(names, c.Name+"/"+c.Extension)
	}
	if d := cmp.Diff([]string{"spare/", "main/E"}, names); d != "" {
		t.Error(d)
	}
}

func FuzzLoad(f *testing.F) {
	for name, text := range files() {
		f.Add(name, text)
	}
	f.Add("e/insts.yaml", "a: *b")
	f.Add("e/insts.yaml", strings.Repeat("- ", 200))
	f.Add("e/insts.yaml", strings.Repeat("[", 2000))
	f.Add("e/insts.yaml", "? a\n: b")
	f.Add("pack.yaml", "!!binary x: !t {<<: 1}")
	f.Fuzz(func(t *testing.T, name, text string) {
		all := files()
		if _, ok := all[name]; !ok {
			name = "e/insts.yaml"
		}
		all[name] = text
		p, err := Load(memory(all), "test")
		if err != nil {
			if !errors.Is(err, ErrPack) {
				t.Fatalf("%v is not an ErrPack", err)
			}
			for line := range strings.Lines(err.Error()) {
				if strings.HasPrefix(line, "test/") {
					return
				}
			}
			t.Fatalf("no place in %v", err)
		}
		if _, err := p.Compile(); err != nil {
			t.Fatal(err)
		}
	})
}
