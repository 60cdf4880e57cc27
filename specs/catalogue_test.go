package specs_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
)

// fact is what testdata/official-rules.tsv says of an official rule: no text, only its digest.
type fact struct {
	id, chapter, sha256 string
	implDef             bool
}

func officialFacts(t *testing.T) []fact {
	t.Helper()
	text, err := os.ReadFile("testdata/official-rules.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var facts []fact
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 3 {
			t.Fatalf("testdata/official-rules.tsv: %q: want id, chapter, digest", line)
		}
		facts = append(facts, fact{f[0], f[1], f[2], len(f) > 3 && f[3] == "impl-def"})
	}
	return facts
}

func riscv(t *testing.T) *specs.Pack {
	t.Helper()
	pack, err := specs.Load(os.DirFS("riscv"), "riscv")
	if err != nil {
		t.Fatal(err)
	}
	return pack
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// The chapters that the pack catalogues whole hold every official rule once, with the digest of
// its text, in the official order; and no other.
func TestCatalogueIsWhole(t *testing.T) {
	pack, facts := riscv(t), officialFacts(t)
	if len(facts) < 355 {
		t.Fatalf("%d facts, want at least the 355 of the chapters of RVI20", len(facts))
	}
	rules := make(map[string]*specs.Rule, len(pack.Rules))
	for i := range pack.Rules {
		rules[pack.Rules[i].ID] = &pack.Rules[i] // the loader refuses a second one
	}
	var chapters []string
	rank := make(map[string]int, len(facts))
	for i, f := range facts {
		rank[f.id] = i
		if !slices.Contains(chapters, f.chapter) {
			chapters = append(chapters, f.chapter)
		}
		r := rules[f.id]
		switch {
		case r == nil:
			t.Errorf("%s of chapter %s is missing", f.id, f.chapter)
		case r.Chapter != f.chapter:
			t.Errorf("%s: chapter is %s, officially %s", at(r), r.Chapter, f.chapter)
		case r.TextSHA256 != f.sha256:
			t.Errorf("%s: sha256 is %s, officially %s", at(r), r.TextSHA256, f.sha256)
		}
	}
	if !slices.Equal(pack.Chapters, chapters) {
		t.Errorf("pack.yaml: chapters are %v, the facts have %v", pack.Chapters, chapters)
	}
	last := map[string]int{}
	for i := range pack.Rules {
		r := &pack.Rules[i]
		if !slices.Contains(pack.Chapters, r.Chapter) {
			continue
		}
		n, ok := rank[r.ID]
		if !ok {
			t.Errorf("%s: no official rule of chapter %s", at(r), r.Chapter)
			continue
		}
		if key := r.Extension + " " + r.Chapter; n < last[key] {
			t.Errorf("%s: stands after a rule that follows it officially", at(r))
		} else {
			last[key] = n
		}
	}
}

func at(r *specs.Rule) string { return r.Position.File + ": " + r.ID }

// Summaries are our own words, one line each, and tell rules apart.
func TestSummaries(t *testing.T) {
	seen := map[string]string{}
	for _, r := range riscv(t).Rules {
		switch s := r.Summary; {
		case strings.TrimSpace(s) != s || s == "" || strings.ContainsAny(s, "\n\t"):
			t.Errorf("%s: summary %q is not one plain line", at(&r), s)
		case len(s) > 120:
			t.Errorf("%s: summary has %d characters, a report's line holds 120", at(&r), len(s))
		case strings.HasSuffix(s, "."):
			t.Errorf("%s: summary ends in a full stop", at(&r))
		case digest(s) == r.TextSHA256 || digest(s+".") == r.TextSHA256:
			t.Errorf("%s: summary is the official text; say it in our own words", at(&r))
		case seen[s] != "":
			t.Errorf("%s: summary is that of %s too", at(&r), seen[s])
		default:
			seen[s] = r.ID
		}
	}
}

// A rule's kind decides why it may be untestable, and how strong it is.
func TestKinds(t *testing.T) {
	untestable := map[specs.Kind][]specs.Untestable{
		specs.Requirement: {"", specs.OtherXLEN, specs.Timing, specs.Platform, specs.NotObservable},
		specs.Definition:  {specs.IsDefinition},
		specs.Permission:  {specs.IsPermission},
		specs.Parameter:   {specs.IsPermission},
	}
	levels := map[specs.Kind][]string{
		specs.Requirement: {"must", "should"},
		specs.Definition:  {"must"},
		specs.Permission:  {"may", "should"},
		specs.Parameter:   {"may"},
	}
	for _, r := range riscv(t).Rules {
		if !slices.Contains(untestable[r.Kind], r.Untestable) {
			t.Errorf("%s: a %s cannot be untestable for %q", at(&r), r.Kind, r.Untestable)
		}
		if !slices.Contains(levels[r.Kind], r.Level) {
			t.Errorf("%s: a %s cannot have level %q", at(&r), r.Kind, r.Level)
		}
	}
}

// What the official catalogue marks as implementation-defined is a parameter, and nothing else is;
// except where the text closes the set of outcomes, so that one outside it breaks a requirement.
func TestParameters(t *testing.T) {
	closed := []string{"LR_SC_ALIGNMENT", "MISALIGNED_LDST_EXC_TYPE"}
	pack := riscv(t)
	for _, f := range officialFacts(t) {
		r, ok := pack.Rule(f.id)
		if !ok {
			t.Errorf("%s is missing", f.id)
			continue
		}
		if want := f.implDef && !slices.Contains(closed, f.id); (r.Kind == specs.Parameter) != want {
			t.Errorf("%s: kind is %s; implementation-defined officially: %v", at(r), r.Kind, f.implDef)
		}
	}
}

// An encoding rule is cited by the row it speaks of, and its summary has that row's bits.
func TestEncodingRules(t *testing.T) {
	pack := riscv(t)
	rows := map[string]*specs.Row{}
	for i := range pack.Instructions {
		for _, id := range pack.Instructions[i].Rules["encoding"] {
			rows[id] = &pack.Instructions[i]
		}
	}
	field := regexp.MustCompile(`(funct12|funct7|funct6|funct3|opcode) = ([01]+)`)
	msb := map[string]int{"funct12": 31, "funct7": 31, "funct6": 31, "funct3": 14, "opcode": 6}
	word := regexp.MustCompile(`0x[0-9a-f]{8}$`)
	for _, r := range pack.Rules {
		if r.Chapter != "rv-32-64g" {
			continue
		}
		row := rows[r.ID]
		if row == nil {
			t.Errorf("%s: no row cites it as its encoding", at(&r))
			continue
		}
		if !strings.HasPrefix(r.Summary, row.Name+" is ") {
			t.Errorf("%s: summary %q does not speak of %s", at(&r), r.Summary, row.Name)
		}
		for _, m := range field.FindAllStringSubmatch(r.Summary, -1) {
			from := 31 - msb[m[1]]
			if got := row.Match[from : from+len(m[2])]; got != m[2] {
				t.Errorf("%s: summary has %s = %s, the row %s", at(&r), m[1], m[2], got)
			}
		}
		if w := word.FindString(r.Summary); w != "" && !strings.Contains(row.Match, "-") {
			if got := binaryWord(row.Match); got != w {
				t.Errorf("%s: summary has %s, the row %s", at(&r), w, got)
			}
		}
	}
}

func binaryWord(match string) string {
	const digits = "0123456789abcdef"
	out := []byte("0x")
	for i := 0; i+4 <= len(match); i += 4 {
		n := 0
		for _, bit := range match[i : i+4] {
			n = n<<1 | int(bit-'0')
		}
		out = append(out, digits[n])
	}
	return string(out)
}

// Conditions are made of extensions of the pack, modes, and parameters that are rules themselves.
func TestConditions(t *testing.T) {
	pack := riscv(t)
	term := regexp.MustCompile(`^(?:not )?([A-Za-z][A-Za-z0-9_]*)$`)
	for _, r := range pack.Rules {
		if r.When == "" {
			continue
		}
		for _, alternative := range strings.Split(r.When, " or ") {
			for _, s := range strings.Split(alternative, " and ") {
				m := term.FindStringSubmatch(s)
				if m == nil {
					t.Errorf("%s: when %q: %q is not a name or `not` and a name", at(&r), r.When, s)
					continue
				}
				_, extension := pack.Extension(m[1])
				parameter, ok := pack.Rule(m[1])
				if !extension && !slices.Contains([]string{"M", "S", "U"}, m[1]) && (!ok || parameter.Kind != specs.Parameter) {
					t.Errorf("%s: when %q: %s is no extension, mode or parameter", at(&r), r.When, m[1])
				}
			}
		}
	}
}

// The nine ratified profiles stand on RV64I and name only extensions that the pack lists; the claim
// of the embedded implementation is one of the default profile.
func TestProfiles(t *testing.T) {
	pack := riscv(t)
	want := []string{"RVI20U64", "RVA20U64", "RVA20S64", "RVA22U64", "RVA22S64", "RVA23U64", "RVA23S64", "RVB23U64", "RVB23S64"}
	// How many extensions each mandates, from the profiles' text.
	mandatory := map[string]int{
		"RVI20U64": 0, "RVA20U64": 12, "RVA20S64": 20, "RVA22U64": 21, "RVA22S64": 32,
		"RVA23U64": 33, "RVA23S64": 50, "RVB23U64": 27, "RVB23S64": 42,
	}
	var got []string
	for _, p := range pack.Profiles {
		got = append(got, p.Name)
		if p.Base != "I" || p.XLEN != 64 {
			t.Errorf("%s: base %s, XLEN %d", p.Name, p.Base, p.XLEN)
		}
		if len(p.Mandatory) != mandatory[p.Name] {
			t.Errorf("%s mandates %d extensions, want %d", p.Name, len(p.Mandatory), mandatory[p.Name])
		}
		if slices.Contains(p.Mandatory, "Sm") {
			t.Errorf("%s mandates Sm: its rules are only cited", p.Name)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("profiles are %v, want %v", got, want)
	}
	if pack.DefaultICS == nil || pack.DefaultICS.Profile != pack.DefaultProfile {
		t.Errorf("embedded_ics is %+v, default_profile %s", pack.DefaultICS, pack.DefaultProfile)
	}
}
