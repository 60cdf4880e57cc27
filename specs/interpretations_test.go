package specs

import (
	"errors"
	"maps"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/specs/schema"
)

const twoReadings = `
fails-late:
  title: {en: What fails is checked, zh: 失败者也要检查}
  rules: [r.one]
  scenarios: ["e/a.feature: It is checked", e/b.feature]
  clauses: [a.adoc:3]
  question: >-
    When is it
    checked?
  readings:
    always: {says: Each time.}
    seldom: {says: If need be., class: {en: late, zh: 迟}, holders: [{who: X, version: "7", where: seen}]}
  stance: takes
  takes: [always]
  because: The word is each.
  since: 2026-11-23
  before: [{until: 2026-11-01, stance: takes, takes: [seldom]}, {until: 2026-11-23, stance: accepts, takes: [always, seldom], because: Nobody asked.}]
  ruling: {registry: r.example, digest: "sha256:` + zeros + `", on: 2026-11-22}
codes:
  title: Codes
  rules: [r-two, r.one]
  question: Which?
  readings:
    old: {says: The old., class: old}
    new: {says: The new., class: new}
  stance: classifies
  because: Tables differ.
  since: 2026-11-23
`

const zeros = "0000000000000000000000000000000000000000000000000000000000000000"

func with(t *testing.T, text string) (*Pack, error) {
	t.Helper()
	f := files()
	f["interpretations.yaml"] = text
	return Load(memory(f), "test")
}

func TestInterpretations(t *testing.T) {
	p, err := with(t, twoReadings)
	if err != nil {
		t.Fatal(err)
	}
	want := []Interpretation{
		{
			ID: "fails-late", Title: Words{"What fails is checked", "失败者也要检查"}, Rules: []string{"r.one"},
			Scenarios: []string{"e/a.feature: It is checked", "e/b.feature"}, Clauses: []string{"a.adoc:3"}, Question: Words{En: "When is it checked?"},
			Readings: []Reading{{Name: "always", Says: Words{En: "Each time."}},
				{Name: "seldom", Says: Words{En: "If need be."}, Class: Words{"late", "迟"}, Holders: []Holder{{Who: "X", Version: "7", Where: "seen"}}}},
			Decision: Decision{Stance: Takes, Takes: []string{"always"}, Because: Words{En: "The word is each."}}, Since: "2026-11-23",
			Before: []Decision{{Stance: Takes, Takes: []string{"seldom"}, Until: "2026-11-01"},
				{Stance: Accepts, Takes: []string{"always", "seldom"}, Until: "2026-11-23", Because: Words{En: "Nobody asked."}}},
			Ruling: &Ruling{Registry: "r.example", Digest: "sha256:" + zeros, On: "2026-11-22"}, Position: Pos{"test/interpretations.yaml", 2},
		},
		{
			ID: "codes", Title: Words{En: "Codes"}, Rules: []string{"r-two", "r.one"}, Question: Words{En: "Which?"},
			Readings: []Reading{{Name: "old", Says: Words{En: "The old."}, Class: Words{En: "old"}}, {Name: "new", Says: Words{En: "The new."}, Class: Words{En: "new"}}},
			Decision: Decision{Stance: Classifies, Because: Words{En: "Tables differ."}}, Since: "2026-11-23", Position: Pos{"test/interpretations.yaml", 19},
		},
	}
	if d := cmp.Diff(want, p.Interpretations); d != "" {
		t.Error(d)
	}
	ids := func(rule string) (out []string) {
		for _, i := range p.InterpretationsOf(rule) {
			out = append(out, i.ID)
		}
		return out
	}
	if got := strings.Join(ids("r.one"), " ") + "/" + strings.Join(ids("r-two"), " ") + "/" + strings.Join(ids("r"), " "); got != "fails-late codes/codes/" {
		t.Errorf("by rule: %s", got)
	}
	codes, ok := p.Interpretation("codes")
	if !ok || codes.Taken("old") || !p.Interpretations[0].Taken("always") || p.Interpretations[0].Taken("seldom") {
		t.Error("what is taken")
	}
	if d := cmp.Diff([]string{"a.adoc:3", "a.adoc"}, []string{p.Interpretations[0].Places(p)[0], codes.Places(p)[1]}); d != "" {
		t.Error(d)
	}
	day := func(text string) time.Time { at, _ := time.Parse(time.DateOnly, text); return at }
	if n := len(p.FutureInterpretations(day("2026-11-23"))); n != 0 {
		t.Errorf("%d are to come on their first day", n)
	}
	if faults := p.FutureInterpretations(day("2026-11-22")); len(faults) != 2 || faults[0].Error() != "test/interpretations.yaml:2: fails-late: since 2026-11-23, which is to come" {
		t.Errorf("to come: %v", faults)
	}
}

func TestConcerns(t *testing.T) {
	for _, tt := range []struct {
		entry, feature, title string
		want                  bool
	}{
		{"a/b.feature", "a/b.feature", "Anything", true},
		{"a/b.feature", "a/c.feature", "Anything", false},
		{"a/b.feature: It traps", "a/b.feature", "It traps", true},
		{"a/b.feature: It traps", "a/b.feature", "It traps too", false},
		{"a/b.feature: It traps", "a/c.feature", "It traps", false},
		{"a/b.feature: <sc> (a1) traps, <when>", "a/b.feature", "sc.w (a1) traps, now", true},
		{"a/b.feature: <sc> (a1) traps, <when>", "a/b.feature", "sc.w a1 traps, now", false},
		{"a/b.feature: \"<insn>\" with vl = 2: <what>", "a/b.feature", "\"vadd.vv v8, v16, v24\" with vl = 2: none", true},
		{"a/b.feature: < and >", "a/b.feature", "< and >", true},
		{"a/b.feature: [x", "a/b.feature", "[x", true},
	} {
		i := Interpretation{Scenarios: []string{"z.feature", tt.entry}}
		if got := i.Concerns(tt.feature, tt.title); got != tt.want {
			t.Errorf("%q, %q: %v", tt.entry, tt.title, got)
		}
	}
}

// Records explain: with them, without them and with others a pack is the same specification, and what
// was measured with it stays measured.
func TestInterpretationsDoNotJudge(t *testing.T) {
	bare, err := Load(memory(files()), "test")
	if err != nil {
		t.Fatal(err)
	}
	p, err := with(t, twoReadings)
	if err != nil {
		t.Fatal(err)
	}
	other, err := with(t, strings.Replace(twoReadings, "Which?", "Which one?", 1))
	if err != nil {
		t.Fatal(err)
	}
	if p.Digest() != bare.Digest() || p.Digest() != other.Digest() {
		t.Error("the specification's digest depends on its interpretations")
	}
	if bare.InterpretationsDigest() != "" || len(p.InterpretationsDigest()) != 71 || p.InterpretationsDigest() == other.InterpretationsDigest() {
		t.Errorf("digests %q, %q, %q", bare.InterpretationsDigest(), p.InterpretationsDigest(), other.InterpretationsDigest())
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
	if some, err := open(fsys, Rules); err != nil || some.Interpretations != nil || some.InterpretationsDigest() != "" {
		t.Errorf("rules alone bring interpretations (%v)", err)
	}
	delete(fsys, "interpretations.json")
	if none, err := open(fsys); err != nil || none.Digest() != p.Digest() {
		t.Errorf("a pack without interpretations: %v", err)
	}
	plain, err := bare.Compile()
	if err != nil {
		t.Fatal(err)
	}
	delete(compiled, "interpretations.json")
	if d := cmp.Diff(plain, compiled, cmp.Comparer(func(a, b map[string][]byte) bool {
		return maps.EqualFunc(a, b, func(x, y []byte) bool { return string(x) == string(y) })
	})); d != "" {
		t.Error(d)
	}
}

func TestInterpretationsRefused(t *testing.T) {
	const head = "a-b:\n  title: x\n  rules: [r.one]\n  question: q\n  readings:\n    one: {says: 1st}\n    two: {says: 2nd}\n"
	const tail = "  stance: takes\n  takes: [one]\n  because: b\n  since: 2026-11-23\n"
	for _, tt := range []struct{ text, want string }{
		{head + tail, ""},
		{"a-b:\n  title: x\n", "1: a-b: missing rules, question, readings, stance, because, since"},
		{"A: {}\n", "1: key does not match pattern '^[a-z0-9]+(-[a-z0-9]+)*$'"},
		{head + tail + "  why: x\n", `12: a-b: unknown key "why"`},
		{strings.Replace(head, "r.one", "r.one, r-on", 1) + tail, "3: a-b: no rule r-on in any rules.yaml"},
		{strings.Replace(head, "    two: {says: 2nd}\n", "", 1) + tail, "5: a-b.readings: minimum 2 properties allowed, but found 1 properties"},
		{strings.Replace(head, "2nd", `"  "`, 1) + tail, `7: a-b.readings.two.says: does not match pattern '\\S'`},
		{strings.Replace(head, "2nd", "1st", 1) + tail, "7: a-b: reading two says the same as one"},
		{strings.Replace(head, "says: 2nd", "say: 2nd, says: 3", 1) + tail, `7: a-b.readings.two: unknown key "say"; did you mean says?`},
		{head + strings.Replace(tail, "[one]", "[on]", 1), "9: a-b: takes: no reading on; there are one, two"},
		{head + strings.Replace(tail, "[one]", "[one, two]", 1), "8: a-b: stance takes needs one reading in takes, and 2 are there"},
		{head + strings.Replace(tail, "stance: takes", "stance: accepts", 1), "8: a-b: stance accepts needs two readings or more in takes, and 1 are there"},
		{head + strings.Replace(tail, "stance: takes", "stance: classifies", 1), "8: a-b: stance classifies blames nobody; leave takes out"},
		{head + strings.Replace(tail, "stance: takes\n  takes: [one]", "stance: classifies", 1), "6: a-b: reading one has no class, which stance classifies reports"},
		{head + strings.Replace(tail, "stance: takes", "stance: ignores", 1), `8: a-b.stance: value must be one of "takes", "accepts", "classifies"`},
		{head + strings.Replace(tail, "11-23", "11-31", 1), "11: a-b.since: '2026-11-31' is not valid 'date'"},
		{head + tail + "  before: [{until: 2026-11-22, stance: takes, takes: [two]}]\n", "11: a-b: since 2026-11-23, and the decision before held until 2026-11-22; give one date"},
		{head + tail + "  before:\n    - {until: 2026-11-23, stance: takes, takes: [two]}\n    - {until: 2026-11-23, stance: takes, takes: [none]}\n",
			"14: a-b: takes: no reading none; there are one, two\n14: a-b: before: 2026-11-23 does not follow 2026-11-23; the latest decision stands last"},
		{head + tail + "  ruling: {registry: r, digest: \"sha256:" + zeros + "\", on: 2026-11-24}\n", "12: a-b: the ruling is of 2026-11-24, and the suite followed it since 2026-11-23 already"},
		{head + tail + "  ruling: {registry: r, digest: 12, on: 2026-11-22}\n", "12: a-b.ruling.digest: expected string, but got number"},
		{head + tail + "  scenarios: [a.feature, b]\n", `12: a-b: "b": write FOLDER/FILE.feature, or FOLDER/FILE.feature: NAME OF THE SCENARIO`},
		{head + tail + "  scenarios: [\"a.feature: \"]\n", `12: a-b: "a.feature: ": write FOLDER/FILE.feature, or FOLDER/FILE.feature: NAME OF THE SCENARIO`},
	} {
		_, err := with(t, tt.text)
		if tt.want == "" {
			if err != nil {
				t.Errorf("%q: %v", tt.text, err)
			}
			continue
		}
		if err == nil {
			t.Errorf("%q: accepted", tt.text)
			continue
		}
		var lines []string
		for line := range strings.Lines(err.Error()) {
			lines = append(lines, strings.TrimPrefix(strings.TrimSuffix(line, "\n"), "test/interpretations.yaml:"))
		}
		if got := strings.Join(lines, "\n"); !strings.HasPrefix(got, tt.want) || !errors.Is(err, ErrPack) {
			t.Errorf("%q:\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// The standard's own sentences are refused by their digest, alone and among others.
func TestInterpretationsInOurWords(t *testing.T) {
	const sentence = "It shall hold."
	f := files()
	f["e/rules.yaml"] = strings.Replace(f["e/rules.yaml"], strings.Repeat("a", 64), strings.TrimPrefix(digestOf([]byte(sentence)), "sha256:"), 1)
	f["interpretations.yaml"] = strings.Replace(twoReadings, "The word is each.", "It shall hold. So we read it.", 1)
	_, err := Load(memory(f), "test")
	if want := "test/interpretations.yaml:15: fails-late: this is the text of r.one; say it in our own words"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func FuzzInterpretations(f *testing.F) {
	f.Add(twoReadings)
	f.Add("a: {readings: {b: {says: [}}}")
	f.Add("a:\n  before: [{until: x}]\n")
	base, err := Load(memory(files()), "test")
	if err != nil {
		f.Fatal(err)
	}
	s, err := schema.Open(schema.Packs, "interpretations.schema.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := &Pack{Name: "test", Rules: base.Rules}
		l := &loader{fsys: memory(map[string]string{"interpretations.yaml": text}), pack: p, schema: map[string]*schema.Schema{"interpretations": s}}
		l.interpretations()
		l.interpretationReferences()
		if len(l.faults) > 0 {
			if err := l.report(); !errors.Is(err, ErrPack) || !strings.HasPrefix(err.Error(), "test/interpretations.yaml:") {
				t.Fatalf("%v gives no place", err)
			}
			return
		}
		if _, err := p.Compile(); err != nil {
			t.Fatal(err)
		}
		for i := range p.Interpretations {
			if x := &p.Interpretations[i]; len(x.Readings) < 2 || x.Question.En == "" || x.Because.En == "" || x.Since == "" || len(x.Places(p)) == 0 {
				t.Fatalf("accepted without what the schema requires: %+v", x)
			}
		}
	})
}
