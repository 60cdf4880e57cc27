package schema_test

import (
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"touchstone/specs/schema"
)

func TestEverySchemaCompiles(t *testing.T) {
	files, err := fs.Glob(schema.Packs, "*.json")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		if _, err := schema.Open(schema.Packs, file); err != nil {
			t.Error(err)
		}
	}
}

// Strictness: an object of a schema says what it may hold.
func TestEveryObjectIsClosed(t *testing.T) {
	files, _ := fs.Glob(schema.Packs, "*.json")
	for _, file := range files {
		text, err := fs.ReadFile(schema.Packs, file)
		if err != nil {
			t.Fatal(err)
		}
		var s any
		if err := json.Unmarshal(text, &s); err != nil {
			t.Fatal(file, err)
		}
		var walk func(at string, v any)
		walk = func(at string, v any) {
			m, ok := v.(map[string]any)
			if !ok {
				return
			}
			_, closed := m["additionalProperties"]
			_, named := m["propertyNames"]
			if m["type"] == "object" && !closed && !named {
				t.Errorf("%s: %s is open to any key", file, at)
			}
			for k, v := range m {
				walk(at+"/"+k, v)
			}
		}
		walk("", s)
	}
}

func TestNothingIsLoadedFromOutside(t *testing.T) {
	for _, ref := range []string{"https://example.com/x.json", "file:///etc/passwd", "other.json"} {
		files := fstest.MapFS{
			"s.json":     {Data: []byte(`{"$ref": "` + ref + `"}`)},
			"other.json": {Data: []byte(`{}`)},
		}
		if _, err := schema.Open(files, "s.json"); err == nil || !strings.Contains(err.Error(), "load nothing from outside") {
			t.Errorf("%s: got %v", ref, err)
		}
	}
}

func TestCheck(t *testing.T) {
	files := fstest.MapFS{"s.json": {Data: []byte(`{
		"type": "object", "additionalProperties": false, "required": ["a"], "properties": {
			"a": {"type": "array", "items": {"type": "integer", "minimum": 0}},
			"b/c": {"propertyNames": {"pattern": "^x"}}
		}}`)}}
	s, err := schema.Open(files, "s.json")
	if err != nil {
		t.Fatal(err)
	}
	var document any
	if err := json.Unmarshal([]byte(`{"a": [1, -1, "x"], "b/c": {"y": 1}, "d": 1, "e": 2}`), &document); err != nil {
		t.Fatal(err)
	}
	want := []schema.Problem{
		{Path: []string{"a", "1"}, Message: "must be >= 0 but found -1"},
		{Path: []string{"a", "2"}, Message: "expected integer, but got string"},
		{Path: []string{"b/c", "y"}, Key: true, Message: "key does not match pattern '^x'"},
		{Path: []string{"d"}, Key: true, Known: []string{"a", "b/c"}, Message: `unknown key "d"`},
		{Path: []string{"e"}, Key: true, Known: []string{"a", "b/c"}, Message: `unknown key "e"`},
	}
	if d := cmp.Diff(want, s.Check(document)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]schema.Problem{{Message: "missing a"}}, s.Check(map[string]any{})); d != "" {
		t.Error(d)
	}
	if got := s.Check(map[string]any{"a": []any{}}); got != nil {
		t.Errorf("a sound document has %v", got)
	}
}
