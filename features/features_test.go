package features_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"touchstone/features"
	"touchstone/runner/steps"
	"touchstone/specs"
)

// swept are the extensions whose every instruction must be swept by some scenario.
var swept = []string{"I", "M", "Zaamo", "Zalrsc", "Zca", "Zicsr", "Zifencei", "Zihintpause"}

// riscvDigest is what reports and measurements of version 0.1.0 of the RISC-V pack name.
const riscvDigest = "sha256:eeb524041a1da63e5d1ec8975f93dc1b53fb600b7941484d0922f7486b8a1405"

func pack(t testing.TB) *specs.Pack {
	t.Helper()
	p, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestFeaturesAreWellWritten(t *testing.T) {
	problems, err := features.Lint(features.Of("riscv"), pack(t), steps.NewVocabulary(), swept)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

func TestLintFinds(t *testing.T) {
	const head = "@ext:I\nFeature: F\n"
	for _, tc := range []struct {
		name, text, want string
	}{
		{"no ext tag", "Feature: F\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "f.feature:3: the scenario \"S\" has no @ext tag"},
		{"unknown ext", "@ext:Nope\nFeature: F\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "no extension \"Nope\""},
		{"unknown alternative", "@ext:I|Nope\nFeature: F\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "no extension \"Nope\""},
		{"no rule", head + "  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "f.feature:3: the scenario \"S\" names no rule"},
		{"unknown rule", head + "  @rule:nope\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "no rule \"nope\""},
		{"unknown rule in a Then", head + "  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken [nope]\n", "f.feature:6: the pack has no rule \"nope\""},
		{"unknown tag", head + "  @rule:add_op @slow\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "unknown tag @slow"},
		{"unknown environment", head + "  @rule:add_op @env:moon\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "unknown tag @env:moon"},
		{"undefined step", head + "  @rule:add_op\n  Scenario: S\n    When the hart execute \"nop\"\n    Then no trap is taken\n", "f.feature:5: no sentence says \"the hart execute \\\"nop\\\"\"; the nearest is: When the hart executes"},
		{"a Given as a Then", head + "  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then the hart runs in user mode\n", "f.feature:6: no sentence says"},
		{"no Then", head + "  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n", "has no Then"},
		{"swallowed step", head + "  @rule:add_op\n  Scenario: S\n    Givn a0 = 5\n    Given the hart runs in user mode\n    Given a1 = 5\n", "has no Then"},
		{"step in a description", head + "  @rule:add_op\n  Scenario: S\n    Some words.\n    given a0 = 5\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "f.feature:6: \"given a0 = 5\" is a step"},
		{"keyword in a description", head + "  @rule:add_op\n  Scenarios: S\n\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "f.feature"},
		{"misspelt keyword", "@ext:I\nFeature: F\n  Senario: T\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "f.feature:3: \"Senario: T\" reads like a keyword"},
		{"unused column", head + "  @rule:add_op\n  Scenario Outline: S <a>\n    When the hart executes \"nop\"\n    Then no trap is taken\n    Examples:\n      | a | b |\n      | 1 | 2 |\n", "f.feature:8: the column \"b\" is not used"},
		{"no such column", head + "  @rule:add_op\n  Scenario Outline: S <a> <c>\n    When the hart executes \"nop\"\n    Then no trap is taken\n    Examples:\n      | a |\n      | 1 |\n", "<c> is no column"},
		{"no rows", head + "  @rule:add_op\n  Scenario Outline: S <a>\n    When the hart executes \"nop\"\n    Then no trap is taken\n    Examples:\n      | a |\n", "no rows"},
		{"same title", head + "  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n", "the title \"S\" is line 4's"},
		{"empty file", "# nothing\n", "no feature"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			problems, err := features.Lint(fstest.MapFS{"f.feature": {Data: []byte(tc.text)}}, pack(t), steps.NewVocabulary(), nil)
			var found []string
			if err != nil {
				found = append(found, err.Error())
			}
			for _, p := range problems {
				found = append(found, p.String())
			}
			if !slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, tc.want) }) {
				t.Errorf("not found: %q in\n%s", tc.want, strings.Join(found, "\n"))
			}
		})
	}
}

func TestLintAcceptsGoodText(t *testing.T) {
	text := "@ext:I\nFeature: F\n  Given is a word that may begin a sentence here.\n\n  @rule:add_op\n  Scenario: S\n    When the hart executes \"nop\"\n    Then no trap is taken\n"
	problems, err := features.Lint(fstest.MapFS{"f.feature": {Data: []byte(text)}}, pack(t), steps.NewVocabulary(), nil)
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
}

func TestLintWantsEveryRowSwept(t *testing.T) {
	text := "@ext:M\nFeature: F\n  Scenario: S\n    When the hart executes \"mul\" over its edge values\n    Then every outcome is one the specification allows\n"
	problems, err := features.Lint(fstest.MapFS{"f.feature": {Data: []byte(text)}}, pack(t), steps.NewVocabulary(), []string{"M"})
	if err != nil {
		t.Fatal(err)
	}
	if len(problems) != 12 || !strings.Contains(problems[0].String(), "no scenario sweeps mulh") {
		t.Errorf("12 of the 13 rows of M are not swept, found %d problems: %v", len(problems), problems)
	}
}

func TestScenarioIDs(t *testing.T) {
	text := "@ext:M\nFeature: F\n\n  Scenario: A\n    When the hart executes \"nop\"\n\n  Scenario Outline: B <x>\n    When the hart executes \"li a0, <x>\"\n      \"\"\"\n      text\n      \"\"\"\n    And more\n    Examples:\n      | x |\n      | 1 |\n      | 2 |\n"
	files, err := features.Parse(fstest.MapFS{"riscv/m/f.feature": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, s := range files[0].Scenarios {
		ids = append(ids, s.ID+" "+s.Title)
	}
	if want := []string{"riscv/m/f.feature:4 A", "riscv/m/f.feature:15 B 1", "riscv/m/f.feature:16 B 2"}; !slices.Equal(ids, want) {
		t.Errorf("ids %q, want %q", ids, want)
	}
	b := files[0].Scenarios[1]
	if b.Steps[0].Text != `the hart executes "li a0, 1"` || b.Steps[0].Line != 8 || b.Steps[0].Doc != "text" || b.Steps[1].Kind != features.When || b.Steps[1].Keyword != "And" {
		t.Errorf("steps %+v", b.Steps)
	}
}

func TestDigestNamesTheText(t *testing.T) {
	digest := func(name, text string) string {
		d, err := features.Digest(fstest.MapFS{name: {Data: []byte(text)}, "README": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	a := digest("a.feature", "x")
	if a == digest("a.feature", "y") || a == digest("b.feature", "x") || a != digest("a.feature", "x") || len(a) != 71 {
		t.Errorf("digests do not tell texts apart: %s", a)
	}
}

// No feature is left out of the program by where it lies.
func TestEveryFeatureIsEmbedded(t *testing.T) {
	on, err := features.Digest(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if in, err := features.Digest(features.FS()); err != nil || in != on {
		t.Errorf("what is embedded differs from what lies here (%v): a feature is <pack>/<folder>/<file>.feature", err)
	}
}

// The features of a pack are named as among all, and no other pack's are there.
func TestOf(t *testing.T) {
	whole, err := features.Parse(features.FS())
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]int{}
	for _, f := range whole {
		name, _, _ := strings.Cut(f.URI, "/")
		of[name]++
	}
	for name, n := range of {
		files, err := features.Parse(features.Of(name))
		if err != nil || len(files) != n || !strings.HasPrefix(files[0].URI, name+"/") {
			t.Errorf("%s: %d files (%v), want %d", name, len(files), err, n)
		}
	}
	if files, err := features.Parse(features.Of("none")); err != nil || len(files) != 0 {
		t.Errorf("a pack without a folder has %d files (%v)", len(files), err)
	}
	// What came beside them changed nothing of the first: its reports and measurements name this.
	digest, err := features.Digest(features.Of("riscv"))
	if err != nil || digest != riscvDigest {
		t.Errorf("the digest of the features of riscv is %s (%v), and reports name %s", digest, err, riscvDigest)
	}
	if _, err := features.Of("riscv").Open("other/x.feature"); err == nil {
		t.Error("another pack's features are open")
	}
	b := features.Within(fstest.MapFS{"a/x.feature": {Data: []byte("Feature: A")}, "b/y.feature": {Data: []byte("Feature: B")}}, "b")
	if files, err := features.Parse(b); err != nil || len(files) != 1 || files[0].URI != "b/y.feature" {
		t.Errorf("%v, %v", files, err)
	}
}

// What the parser refuses has its file and line, as every other mistake has.
func TestParserErrorsHaveLines(t *testing.T) {
	_, err := features.Parse(fstest.MapFS{"p/$1.feature": {Data: []byte("Feature: F\n\n  Scenario: S\n    Then x\n  Scenaro T\n    Then y\n")}})
	if !errors.Is(err, features.ErrFeature) || !strings.HasPrefix(err.Error(), "feature: p/$1.feature:5: expected: ") || strings.Contains(err.Error(), "Parser") {
		t.Errorf("got %v", err)
	}
}
