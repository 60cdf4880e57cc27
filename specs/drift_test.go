package specs_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
)

// entry is a rule of an official catalogue as a test writes one.
type entry struct {
	Rule   string   `json:"rule"`
	Defs   string   `json:"defs"`
	Source string   `json:"source"`
	Line   int      `json:"line"`
	Tags   []string `json:"tags"`
	Text   string   `json:"text"`
}

// encodings is a real part of the official catalogue that holds no prose: the text of an encoding
// rule is the instruction's name in capitals.
func encodings(t *testing.T) (*specs.Pack, []entry) {
	t.Helper()
	pack := riscv(t)
	pack.Chapters = []string{"rv-32-64g"}
	pack.Rules = slices.DeleteFunc(pack.Rules, func(r specs.Rule) bool { return r.Chapter != "rv-32-64g" })
	var official []entry
	for _, r := range pack.Rules {
		name := strings.ReplaceAll(strings.TrimSuffix(r.ID, "_enc"), "-", ".")
		official = append(official, entry{r.ID, r.Chapter, r.Source, r.Line, []string{r.ID}, strings.ToUpper(name)})
	}
	return pack, official
}

func catalogue(t *testing.T, rules []entry) *bytes.Reader {
	t.Helper()
	text, err := json.Marshal(map[string]any{"source": "a newer edition", "rules": rules})
	if err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(text)
}

func drift(t *testing.T, pack *specs.Pack, rules []entry) *specs.DriftReport {
	t.Helper()
	report, err := specs.Drift(pack, catalogue(t, rules))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// show is a report as one line a difference.
func show(d *specs.DriftReport) string {
	var out []string
	for _, r := range d.Added {
		out = append(out, "+"+r.ID)
	}
	for _, c := range d.Changed {
		out = append(out, "~"+c.Was.ID)
	}
	for _, c := range d.Renamed {
		out = append(out, c.Was.ID+"="+c.Now.ID)
	}
	for _, c := range d.Moved {
		out = append(out, ">"+c.Was.ID)
	}
	for _, r := range d.Removed {
		out = append(out, "-"+r.ID)
	}
	return strings.Join(out, " ")
}

func TestDrift(t *testing.T) {
	at := func(rules []entry, id string) int {
		i := slices.IndexFunc(rules, func(e entry) bool { return e.Rule == id })
		if i < 0 {
			t.Fatalf("no %s", id)
		}
		return i
	}
	for _, test := range []struct {
		name   string
		mutate func([]entry) []entry
		want   string
		clean  bool
	}{
		{"the edition the pack was read from", func(r []entry) []entry { return r }, "", true},
		{"another order of rules", func(r []entry) []entry { slices.Reverse(r); return r }, "", true},
		{"a text", func(r []entry) []entry { r[at(r, "mul_enc")].Text += " "; return r }, "~mul_enc", false},
		{"a rule is gone", func(r []entry) []entry { return slices.Delete(r, at(r, "ld_enc"), at(r, "ld_enc")+1) }, "-ld_enc", false},
		{"a rule is new", func(r []entry) []entry {
			return append(r, entry{Rule: "nand_enc", Defs: "rv-32-64g", Text: "NAND", Tags: []string{"nand_enc"}})
		}, "+nand_enc", false},
		{"a rule is new in a chapter that is not catalogued whole", func(r []entry) []entry {
			return append(r, entry{Rule: "nand_enc", Defs: "machine", Text: "NAND", Tags: []string{"nand_enc"}})
		}, "", true},
		{"a rule has another name", func(r []entry) []entry {
			e := &r[at(r, "sd_enc")]
			e.Rule, e.Tags = "store_double_enc", []string{"store_double_enc"}
			return r
		}, "sd_enc=store_double_enc", false},
		{"two rules have other names and the same text", func(r []entry) []entry {
			for _, id := range []string{"sd_enc", "sw_enc"} {
				e := &r[at(r, id)]
				e.Rule, e.Text = "new_"+id, "SD"
			}
			return r
		}, "+new_sd_enc +new_sw_enc -sd_enc -sw_enc", false},
		{"a line", func(r []entry) []entry { r[at(r, "add_enc")].Line++; return r }, ">add_enc", true},
		{"a file", func(r []entry) []entry { r[at(r, "add_enc")].Source = "unpriv/rv32.adoc"; return r }, ">add_enc", true},
		{"a chapter", func(r []entry) []entry { r[at(r, "add_enc")].Defs = "rv32"; return r }, ">add_enc", true},
		{"an anchor", func(r []entry) []entry { r[at(r, "add_enc")].Tags = []string{"add_sub_enc"}; return r }, ">add_enc", true},
		{"a text and a line", func(r []entry) []entry {
			e := &r[at(r, "add_enc")]
			e.Text, e.Line = "ADDITION", e.Line+1
			return r
		}, "~add_enc", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			pack, official := encodings(t)
			report := drift(t, pack, test.mutate(official))
			got := strings.Fields(show(report))
			slices.Sort(got)
			want := strings.Fields(test.want)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			if report.Clean() != test.clean {
				t.Errorf("clean: %v", report.Clean())
			}
			differ := len(report.Changed) + len(report.Renamed) + len(report.Moved) + len(report.Removed)
			if report.Same+differ != len(pack.Rules) {
				t.Errorf("%d same and %d different, of %d rules", report.Same, differ, len(pack.Rules))
			}
		})
	}
}

func TestDriftForPeople(t *testing.T) {
	pack, official := encodings(t)
	official[0].Text = "LOAD\x1b[31m UPPER"
	report := drift(t, pack, official[:len(official)-1])
	if got, want := report.Touched(), []string{"lui_enc", "pause_enc"}; !slices.Equal(got, want) {
		t.Errorf("touched %v, want %v", got, want)
	}
	var out bytes.Buffer
	if n, err := report.WriteTo(&out); err != nil || n != int64(out.Len()) {
		t.Fatalf("%d bytes, %v", n, err)
	}
	for _, want := range []string{
		"official:  a newer edition\n",
		"65 same, 0 added, 1 changed, 0 renamed, 1 removed, 0 moved\n",
		"changed  lui_enc (unpriv/rv-32-64g.adoc:62; here riscv/i/rules.yaml:",
		"now LOAD [31m UPPER\n",
		"removed  pause_enc (here riscv/zihintpause/rules.yaml:",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}

// The form that the manuals' build writes gives the same rules: prefix, character references and
// line breaks are undone, and the texts of several anchors joined.
func TestOfficialFormOfTheBuild(t *testing.T) {
	got, err := specs.ReadOfficial(strings.NewReader(`{"normative_rules": [
	  {"name": "one", "def_filename": "normative_rule_defs/rv32.yaml", "chapter_name": "RV32I", "impl-def-behavior": false,
	   "tags": [{"name": "norm:one", "context": false, "text": "a &lt; b,\nit&#8217;s so", "tag_filename": "x.json", "stds_doc_url": "x.html"}]},
	  {"name": "TWO", "def_filename": "machine.yaml", "chapter_name": "M", "tags": [
	    {"name": "norm:first", "context": false, "text": "first"}, {"name": "norm:table", "context": true}, {"name": "norm:last", "context": false, "text": "last"}]},
	  {"name": "bare", "def_filename": "machine.yaml", "chapter_name": "M", "tags": []}
	]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []specs.OfficialRule{
		{ID: "one", Chapter: "rv32", Text: "a < b, it’s so"},
		{ID: "TWO", Chapter: "machine", Anchors: []string{"first", "table", "last"}, Text: "first /  / last"},
		{ID: "bare", Chapter: "machine", Text: ""},
	}
	for i := range want {
		want[i].TextSHA256 = digest(want[i].Text)
		if g, w := fmt.Sprintf("%+v", got.Rules[i]), fmt.Sprintf("%+v", want[i]); g != w {
			t.Errorf("rule %d:\ngot  %s\nwant %s", i, g, w)
		}
	}
	if len(got.Rules) != len(want) {
		t.Errorf("%d rules", len(got.Rules))
	}
}

func TestMalformedOfficial(t *testing.T) {
	pack, _ := encodings(t)
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", ":1:1: ends in the middle; fetch it again"},
		{"not JSON", "<html>", ":1:1: not JSON: "},
		{"a list", "[]", ":1:1: begins with [; give the JSON catalogue"},
		{"a number", "\n 7", ":2:2: begins with 7; give the JSON catalogue"},
		{"no rules", `{"source": "x"}`, ":1:1: has no rules; give"},
		{"empty rules", `{"rules": []}`, ":1:1: its list of rules is empty"},
		{"rules of another type", `{"rules": {"a": 1}}`, ":1:11: the rules are not a list"},
		{"cut off", "{\"rules\": [\n{\"rule\": \"a\", \"de", ":2:18: ends in the middle"},
		{"cut off between rules", "{\"rules\": [\n{\"rule\": \"a\", \"defs\": \"b\"},\n", ":3:1: ends in the middle"},
		{"a comma too many", "{\"rules\": [\n  {\"rule\": \"a\",, \"defs\": \"b\"}]}", ":2:16: not JSON: "},
		{"a wrong type", "{\"rules\": [\n  {\"rule\": \"a\",\n   \"defs\": 7}]}", `:3:12: "defs" is a JSON number`},
		{"a rule that is none", "{\"rules\": [\n  7]}", ":2:3: a rule is a JSON number"},
		{"no id", "{\"rules\": [\n  {\"defs\": \"a\"}]}", `:2:3: a rule has no "rule"`},
		{"no chapter", "{\"rules\": [\n  {\"rule\": \"a\"}]}", `:2:3: rule "a" has no "defs"`},
		{"no chapter in the build's form", `{"normative_rules": [{"name": "a"}]}`, `:1:22: rule "a" has no "def_filename"`},
		{"an id twice", "{\"rules\": [\n{\"rule\": \"a\", \"defs\": \"b\"},\n {\"rule\": \"a\", \"defs\": \"c\"}]}", `:3:2: rule "a" is already at 2:1`},
		{"something after", "{\"rules\": [{\"rule\": \"a\", \"defs\": \"b\"}]}\n{}", "something follows the end"},
		{"another standard", `{"rules": [{"rule": "a", "defs": "poetry"}]}`, "none of its 1 rules is in a chapter that pack riscv catalogues (rv-32-64g)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := specs.Drift(pack, strings.NewReader(test.text))
			if !errors.Is(err, specs.ErrOfficial) {
				t.Fatalf("%v is no ErrOfficial", err)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %q, want %q in it", err, test.want)
			}
		})
	}
}

func TestDriftNeedsRules(t *testing.T) {
	if _, err := specs.Drift(&specs.Pack{Name: "empty"}, strings.NewReader(`{}`)); err == nil || !strings.Contains(err.Error(), "no rules to compare") {
		t.Errorf("got %v", err)
	}
}

// Whatever the bytes, reading ends with rules that are well formed or with an ErrOfficial.
func FuzzReadOfficial(f *testing.F) {
	f.Add([]byte(`{"source":"x","rules":[{"rule":"a","defs":"b","source":"c.adoc","line":1,"tags":["a","d"],"text":"t"}]}`))
	f.Add([]byte(`{"normative_rules":[{"name":"a","def_filename":"d/b.yaml","tags":[{"name":"norm:c","text":"&lt;"}]}]}`))
	f.Add([]byte("{\"rules\":[\n{\"rule\":7}]}"))
	f.Add([]byte(`{"rules":[`))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := specs.ReadOfficial(bytes.NewReader(text))
		if err != nil {
			if !errors.Is(err, specs.ErrOfficial) {
				t.Fatalf("%v is no ErrOfficial", err)
			}
			return
		}
		seen := map[string]bool{}
		for _, r := range got.Rules {
			if r.ID == "" || r.Chapter == "" || seen[r.ID] || len(r.TextSHA256) != 64 {
				t.Fatalf("malformed rule %+v", r)
			}
			seen[r.ID] = true
		}
		if len(seen) == 0 {
			t.Fatal("no rules and no error")
		}
	})
}
