package runner

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"touchstone/features"
	"touchstone/specs"
	"touchstone/specs/schema"
)

// fitting gives a function that holds a line to the schema of what `vectors` prints, and returns its text.
func fitting(t *testing.T) func(line any) string {
	t.Helper()
	text, err := schema.Reports.ReadFile("vectors.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	lines := jsonschema.MustCompileString("touchstone:///vectors.schema.json", string(text))
	return func(line any) string {
		t.Helper()
		text, err := json.Marshal(line)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(text, &value); err != nil {
			t.Fatal(err)
		}
		if err := lines.Validate(value); err != nil {
			t.Errorf("%s\n%#v", text, err)
		}
		return string(text)
	}
}

// TestConversationsFitTheirSchema: likewise of packs whose implementations are asked and answer, and of calls
// that keep parts of answers.
func TestConversationsFitTheirSchema(t *testing.T) {
	check := fitting(t)
	pack, err := specs.Embedded("oci")
	if err != nil {
		t.Fatal(err)
	}
	registries := Request{Pack: pack, Features: features.Of("oci"), Environment: "service", Effort: "quick", Seed: 1, ICS: *pack.DefaultICS}
	kept := 0
	for _, p := range []*Plan{tinyPlan(t, "quick"), mustMake(t, registries)} {
		check(p.Conversations())
		count := 0
		if err := p.EachConversation(func(v ConversationVector) error {
			check(v)
			count++
			for _, c := range v.Calls {
				kept += len(c.Keep)
			}
			return nil
		}); err != nil || count < 5 {
			t.Errorf("%d conversations, %v", count, err)
		}
	}
	if kept == 0 {
		t.Error("no call keeps anything")
	}
}

// TestVectorsFitTheirSchema: every line that `vectors` prints is as its schema says, and a vector
// is what it is about: mulh by -1 of the most negative number has one outcome.
func TestVectorsFitTheirSchema(t *testing.T) {
	check := fitting(t)
	p := mustMake(t, request(t, "a", `@ext:M
Feature: Products
  @rule:mulh_op
  Scenario: The high half of a product
    Given a0 = -2^63 and a1 = -1
    When the hart executes "mulh a2, a0, a1"
    Then every outcome is one the specification allows
    When the hart executes "mul" over its edge values
    Then every outcome is one the specification allows
`))
	check(p.Background())
	var seen []string
	open, err := p.EachVector("", func(b Block) error { check(b); return nil }, func(v Vector) error {
		seen = append(seen, check(v))
		return nil
	})
	if err != nil || open != 0 || len(seen) < 64 {
		t.Fatalf("%d vectors, %d open, %v", len(seen), open, err)
	}
	if want := `"changed":{"x12":["0x0"]}`; !strings.Contains(seen[0], want) {
		t.Errorf("%s\nwant %s in it", seen[0], want)
	}
	count := 0
	if _, err := p.EachVector("mulh", nil, func(Vector) error { count++; return nil }); err != nil || count != 1 {
		t.Errorf("%d vectors of mulh, %v", count, err)
	}
}
