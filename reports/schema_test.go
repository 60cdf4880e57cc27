package reports_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/reportstest"
	"touchstone/specs/schema"
)

// The fast reader never accepts what the schema does not allow, and it is used: reports of all kinds
// pass it.
func TestFastReaderAgreesWithTheSchema(t *testing.T) {
	s, err := schema.Open(schema.Reports, "report.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		report *reports.Report
		tries  int
	}{"sample": {reportstest.Sample(), 150}, "conforming": {reportstest.Conforming(), 50}, "small": {reportstest.Small(), 2000}} {
		text, err := reports.Encode(c.report)
		if err != nil {
			t.Fatal(err)
		}
		if !s.Accepts(text) {
			t.Fatalf("%s: not read by the fast reader", name)
		}
		rng := rand.New(rand.NewPCG(1, 2))
		accepted, refused := 0, 0
		for range c.tries {
			var doc any
			dec := json.NewDecoder(strings.NewReader(string(text)))
			dec.UseNumber()
			if err := dec.Decode(&doc); err != nil {
				t.Fatal(err)
			}
			what := spoil(rng, doc)
			changed, err := reports.Canonical(doc)
			if err != nil {
				t.Fatal(err)
			}
			problems := s.Check(doc)
			switch fast := s.Accepts(changed); {
			case fast && len(problems) > 0:
				t.Fatalf("%s, %s: accepted, and the schema says %v", name, what, problems)
			case !fast && len(problems) == 0 && !strings.Contains(what, "1.5"): // no harm but for time
				t.Errorf("%s, %s: the schema allows it, the fast reader does not know", name, what)
			case fast:
				accepted++
			default:
				refused++
			}
		}
		if accepted < c.tries/20 || refused < c.tries/4 {
			t.Errorf("%s: %d accepted, %d refused: this tries too little", name, accepted, refused)
		}
	}
}

// spoil changes one place of a document.
func spoil(rng *rand.Rand, doc any) string {
	other := []any{nil, true, "", "x", strings.Repeat("é", 513), json.Number("-1"), json.Number("1.5"), json.Number("7"), []any{}, map[string]any{}, "sha256:00", "2026-13-01"}
	for path := ""; ; {
		switch at := doc.(type) {
		case map[string]any:
			if len(at) == 0 {
				at["new"] = true
				return path + " gets a member"
			}
			keys := slices.Sorted(maps.Keys(at))
			key := keys[rng.IntN(len(keys))]
			path += "/" + key
			switch rng.IntN(8) {
			case 0:
				delete(at, key)
				return path + " goes"
			case 1:
				at["new \"key\""] = at[key]
				return path + " is there under another name too"
			case 2:
				at[key] = other[rng.IntN(len(other))]
				return fmt.Sprintf("%s is %v", path, at[key])
			}
			if s, ok := at[key].(string); ok {
				at[key] = s + "\n"
				return path + " gets a line break"
			}
			if _, ok := at[key].(json.Number); ok {
				at[key] = json.Number("-3")
				return path + " is -3"
			}
			doc = at[key]
		case []any:
			if len(at) == 0 {
				return path + " is empty"
			}
			i := rng.IntN(len(at))
			path += fmt.Sprintf("/%d", i)
			if rng.IntN(8) == 0 {
				at[i] = other[rng.IntN(len(other))]
				return fmt.Sprintf("%s is %v", path, at[i])
			}
			doc = at[i]
		default:
			return path + " is as it was"
		}
	}
}

// FuzzAccepts: whatever the bytes are, what the fast reader accepts the schema allows.
func FuzzAccepts(f *testing.F) {
	s, err := schema.Open(schema.Reports, "report.schema.json")
	if err != nil {
		f.Fatal(err)
	}
	text, err := reports.Encode(reportstest.Small())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Fuzz(func(t *testing.T, text []byte) {
		if !s.Accepts(text) {
			return
		}
		var doc any
		dec := json.NewDecoder(strings.NewReader(string(text)))
		dec.UseNumber()
		if err := dec.Decode(&doc); err != nil {
			t.Fatalf("accepted, and is no JSON: %v", err)
		}
		if problems := s.Check(doc); len(problems) > 0 {
			t.Errorf("accepted, and the schema says %v", problems)
		}
	})
}
