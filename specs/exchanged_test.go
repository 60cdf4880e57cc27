package specs

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
)

// tiny is a pack of kind exchange.
func tiny(more map[string]string) fstest.MapFS {
	files := map[string]string{
		"pack.yaml":            "kind: exchange\ntitle: T\nversion: \"1\"\nsource: us\ndefault_profile: P\n",
		"extensions.yaml":      "Base: {folder: base, title: All of it}\n",
		"profiles/p.yaml":      "P: {base: Base, mandatory: []}\n",
		"operations.yaml":      "double:\n  summary: doubles\n  arguments: {text: what to double, times: how often}\n  optional: [times]\n  answer: {text: the double}\n",
		"tables/words.tsv":     "# words\nword\tdouble\na\taa\n\nab c\tab cab c\n",
		"base/rules.yaml":      "doubles: {chapter: \"1\", kind: requirement, level: must, source: \"1\", unverified: true, summary: It doubles}\n",
		"semantics/cases.star": "def ok(args, answer, row):\n  return True\n",
	}
	for name, text := range more {
		if text == "" {
			delete(files, name)
			continue
		}
		files[name] = text
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestExchangePack(t *testing.T) {
	p, err := Load(tiny(nil), "tiny")
	if err != nil {
		t.Fatal(err)
	}
	if !p.Exchanges() || len(p.Tables) != 1 || !reflect.DeepEqual(p.Tables[0].Rows, [][]string{{"a", "aa"}, {"ab c", "ab cab c"}}) {
		t.Errorf("tables %+v", p.Tables)
	}
	o, ok := p.Operation("double")
	if !ok || o.Check([]string{"text"}) != nil || o.Check([]string{"times"}) == nil || o.Check([]string{"text", "twice"}) == nil {
		t.Errorf("operation %+v", o)
	}
	if _, ok := p.Operation("request"); ok {
		t.Error("a pack with operations has HTTP's as well")
	}
	if r, _ := p.Rule("doubles"); !r.Unverified || r.TextSHA256 != "" {
		t.Errorf("rule %+v", r)
	}
	files, err := p.Compile()
	if err != nil {
		t.Fatal(err)
	}
	compiled := fstest.MapFS{}
	for name, text := range files {
		compiled[name] = &fstest.MapFile{Data: text}
	}
	for _, name := range []string{"instructions.json", "csrs.json"} {
		if files[name] != nil {
			t.Errorf("%s is compiled", name)
		}
	}
	again, err := open(compiled)
	if err != nil {
		t.Fatal(err)
	}
	if again.Digest() != p.Digest() || !reflect.DeepEqual(again.Tables, p.Tables) || !reflect.DeepEqual(again.Operations, p.Operations) || !reflect.DeepEqual(again.Semantics, p.Semantics) {
		t.Errorf("opened %+v, want %+v", again, p)
	}
	if rules, err := open(compiled, Rules, CSRs); err != nil || rules.Tables != nil || len(rules.Rules) != 1 {
		t.Errorf("opened %+v, %v", rules, err)
	}
	if bare, err := Load(tiny(map[string]string{"operations.yaml": ""}), "tiny"); err != nil {
		t.Error(err)
	} else if o, ok := bare.Operation("request"); !ok || o.Check([]string{"method", "path"}) != nil {
		t.Error("a pack without operations has not HTTP's")
	}
}

func TestExchangePackRefuses(t *testing.T) {
	for _, tc := range []struct{ file, text, want string }{
		{"csrs.yaml", "a: {address: 1}\n", "tiny/csrs.yaml:1: a pack of kind exchange"},
		{"base/insts.yaml", "a: {}\n", "holds rules.yaml"},
		{"tables/words.tsv", "a\tb\n1\n", "tiny/tables/words.tsv:2: 1 cells, and the header has 2"},
		{"tables/words.tsv", "a\ta\n1\t2\n", `column "a"`},
		{"tables/words.tsv", "a\trules\n1\tdoubles\n\n2\tdoubles, dubles\n", "tiny/tables/words.tsv:4: the cell rules: no rule dubles in any rules.yaml"},
		{"tables/words.tsv", "a\tb\n", "there are no rows"},
		{"tables/words.tsv", "a\n\xff\n", "not UTF-8"},
		{"tables/Words.tsv", "a\n1\n", "small letters"},
		{"operations.yaml", "double: {summary: x}\n", "missing answer"},
		{"operations.yaml", "double: {summary: x, optional: [b], answer: {a: b}}\n", "optional names b"},
		{"base/rules.yaml", "r: {chapter: \"1\", kind: requirement, level: must, source: s, summary: x}\n", "missing sha256"},
		{"pack.yaml", "kind: other\ntitle: T\nversion: \"1\"\nsource: us\n", "kind"},
	} {
		if _, err := Load(tiny(map[string]string{tc.file: tc.text}), "tiny"); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s %q: %v, want %q", tc.file, tc.text, err, tc.want)
		}
	}
	// What an answer may have.
	o := Operation{Name: "double", Answer: []Item{{Name: "text"}, {Name: "refused"}}}
	for given, want := range map[string]string{
		"": "the answer has none of the members that operations.yaml lists: text, refused", "text": "", "refused text": "",
		"txt":      `the answer has a member "txt", and operations.yaml lists text, refused; did you mean text?`,
		"text why": `the answer has a member "why", and operations.yaml lists text, refused`,
	} {
		if err := o.CheckAnswer(strings.Fields(given)); (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("%q: %v, want %q", given, err, want)
		}
	}
	// What an instruction set does not have, nothing reads.
	text := tiny(nil)
	text["pack.yaml"] = &fstest.MapFile{Data: []byte("title: T\nversion: \"1\"\nsource: us\n")}
	if _, err := Load(text, "tiny"); err == nil || !strings.Contains(err.Error(), "operations.yaml:1: nothing reads this file in a pack of instructions; write kind: exchange") {
		t.Error(err)
	}
}

// The kinds of packs that came later changed nothing of the first: its reports and measurements name this.
func TestInstructionsAreCompiledAsEver(t *testing.T) {
	p, err := Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	if want := "sha256:e52cf59c22042e566e8b87d1fa4da41b40a053e7ff426ec8e3c8a3ad5cad68f7"; p.Version == "0.1.0" && p.Digest() != want {
		t.Errorf("the digest of the pack is %s, and reports of version 0.1.0 name %s; raise the version if the pack itself has changed", p.Digest(), want)
	}
	text, err := os.ReadFile(filepath.Join("compiled", "riscv", "pack.json"))
	if err != nil || strings.Contains(string(text), `"kind":"`) && strings.Contains(string(text), `"parts":{"exchange"`) {
		t.Error("the index speaks of kinds", err)
	}
}

func TestIUTThatExchanges(t *testing.T) {
	u, err := LoadIUT("x.yaml", []byte("name: X\npack: tiny\nstart: {adapter: stdio, command: [./x]}\nics: {profile: P, extensions: [Base]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if u.Pack != "tiny" || !u.Exchanges() || u.Environment() != "library" || u.ICS.Modes != nil || u.ICS.Harts != 0 {
		t.Errorf("%+v", u)
	}
	if err := u.Check(&Pack{Name: "other"}); err == nil || err.Error() != "x.yaml:2:1: pack: X implements tiny, and is to be judged by pack other; judge it by pack tiny, or correct what is said here" {
		t.Error(err)
	}
	if u, err = LoadIUT("x.yaml", []byte("name: X\npack: tiny\nstart: {adapter: http, address: \"http://localhost:1\"}\nics: {profile: P}\n")); err != nil || u.Environment() != "service" {
		t.Errorf("%+v %v", u, err)
	}
	for _, tc := range []struct{ text, want string }{
		{"name: X\nstart: {adapter: stdio}\nics: {profile: P, modes: [M]}\n", "x.yaml:3:19: ics.modes: a library has none"},
		{"name: X\nenvironments: [library, machine]\nstart: {adapter: stdio}\nics: {profile: P}\n", "x.yaml:2:25: environments.1: machine beside library"},
		{"name: X\nenvironments: [{name: library, harts: 2}]\nstart: {adapter: stdio}\nics: {profile: P}\n", "environments.0.harts"},
	} {
		if _, err := LoadIUT("x.yaml", []byte(tc.text)); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%q: %v, want %q", tc.text, err, tc.want)
		}
	}
}
