package xtext

import (
	"context"
	"encoding/json"
	"testing"

	"touchstone/runner/iut"
	"touchstone/runner/trial"
)

func TestXText(t *testing.T) {
	x := New()
	defer x.Close()
	im, err := x.Describe(context.Background())
	if err != nil || im.Name != "Go x/text" || im.Version == "" {
		t.Errorf("described as %+v, %v", im, err)
	}
	tests := []struct{ do, args, answer string }{
		{"decode", `{"bytes":"d6d0cec4"}`, `{"text":"4E2D 6587"}`},
		{"decode", `{"bytes":"90308130"}`, `{"text":"10000"}`},
		{"decode", `{"bytes":"8431a437"}`, `{"text":"FFFD"}`},
		{"decode", `{"bytes":"41ff"}`, `{"substituted":"0041 FFFD"}`},
		{"encode", `{"text":"4E2D 10000"}`, `{"bytes":"d6d090308130"}`},
		{"encode", `{"text":"D800"}`, ""},
		{"fly", `{}`, ""},
	}
	var all []iut.Conversation
	for i, test := range tests {
		all = append(all, iut.Conversation{Case: i, Script: &trial.Script{Calls: []trial.Call{{Do: test.do, Args: json.RawMessage(test.args)}}}})
	}
	seen := 0
	if err := x.Exchange(context.Background(), all, func(o trial.Outcome) error {
		seen++
		if len(o.Answers) != 1 {
			t.Fatalf("case %d: %+v", o.Case, o)
		}
		a, test := o.Answers[0], tests[o.Case]
		if string(a.Value) != test.answer || (a.Skip == "") != (test.answer != "") {
			t.Errorf("%s %s: %s %q %q, want %s", test.do, test.args, a.Value, a.Skip, a.Error, test.answer)
		}
		return nil
	}); err != nil || seen != len(tests) {
		t.Errorf("%d of %d cases, %v", seen, len(tests), err)
	}
}
