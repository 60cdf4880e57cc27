package specs

import (
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestGuide: what README.md quotes of the pack json is what the files say. Of YAML the values count, of other files the
// lines; words that the file has in two languages may be quoted in English.
func TestGuide(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]int{}
	for _, q := range quotes(string(text)) {
		seen[q.file]++
		whole, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(q.file)))
		if err != nil {
			t.Errorf("README.md:%d: %v", q.line, err)
			continue
		}
		if path.Ext(q.file) == ".yaml" {
			quoted, err := parseYAML("README.md", []byte(q.text))
			if err != nil {
				t.Errorf("README.md:%d: %v", q.line, err)
				continue
			}
			file, err := parseYAML(q.file, whole)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range quoted.fields {
				if is := file.child(f.key); is == nil {
					t.Errorf("README.md:%d: %s has no %s", q.line, q.file, f.key)
				} else if got, want := inEnglish(f.value.plain()), inEnglish(is.value.plain()); !reflect.DeepEqual(got, want) {
					t.Errorf("README.md:%d: %s says of %s\n%v, and the guide\n%v", q.line, q.file, f.key, want, got)
				}
			}
			continue
		}
		if !strings.Contains("\n"+string(whole), "\n"+q.text) {
			t.Errorf("README.md:%d: this is not what %s says:\n%s", q.line, q.file, q.text)
		}
	}
	for _, file := range []string{
		"specs/json/pack.yaml", "specs/json/operations.yaml", "specs/json/parsing/rules.yaml", "specs/json/texts/rules.yaml", "specs/json/tables/accepted.tsv",
		"specs/json/semantics/answers.star", "specs/json/interpretations.yaml", "features/json/parsing/grammar.feature", "runner/iut/presets/json/python3.yaml",
	} {
		if seen[file] == 0 {
			t.Errorf("the guide quotes nothing of %s", file)
		}
	}
}

// quote is a piece of a file, which its first line names.
type quote struct {
	file, text string
	line       int
}

// quotes are the blocks of a guide that begin with "# specs/json/…" and the like.
func quotes(text string) (all []quote) {
	var q *quote
	for i, line := range strings.Split(text, "\n") {
		code, ok := strings.CutPrefix(line, "    ")
		switch name, named := strings.CutPrefix(code, "# "); {
		case ok && named && !strings.Contains(name, " ") && strings.Contains(name, "/"):
			all = append(all, quote{file: name, line: i + 1})
			q = &all[len(all)-1]
		case q != nil && ok:
			q.text += code + "\n"
		case q != nil && line == "" && path.Ext(q.file) != ".yaml":
			q.text += "\n"
		default:
			q = nil
		}
	}
	for i := range all {
		all[i].text = strings.TrimRight(all[i].text, "\n") + "\n"
	}
	return all
}

// inEnglish is a value whose words in two languages are those in English.
func inEnglish(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if en, ok := v["en"]; ok && len(v) <= 2 {
			return en
		}
		out := map[string]any{}
		for key, value := range v {
			out[key] = inEnglish(value)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = inEnglish(v[i])
		}
		return out
	}
	return v
}
