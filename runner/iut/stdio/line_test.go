package stdio

import (
	"encoding/json"
	"strings"
	"testing"

	"touchstone/specs/schema"

	"touchstone/runner/iut/script"
)

func TestReadAnswer(t *testing.T) {
	for line, want := range map[string]string{
		`{"id":7,"answer":{"text":"a"}}`:         `{"text":"a"}`,
		`{ "answer" : [ 1 , "}" ] , "id" : 7 }`:  `[1,"}"]`,
		"{\"id\":7,\"answer\":\"x\"}\r":          `"x"`,
		`{"id":7,"answer":false}`:                `false`,
		`{"id":7,"answer":12}`:                   `12`,
		`{"\u0069d":7,"answer":{}}`:              `{}`,
		`{"id":7,"skip":"no"}`:                   "skip no",
		`{"id":7,"error":"é"}`:                   "error é",
		`{"id":8,"answer":{}}`:                   "! it is for question 8",
		`{"id":07,"answer":{}}`:                  "! it is not JSON",
		`{"id":"7","answer":{}}`:                 "! it is for question",
		`{"id":7.0,"answer":{}}`:                 "! it is for question",
		`{"id":7}`:                               "! beside the id it has 0",
		`{"id":7,"answer":{},"skip":""}`:         "! beside the id it has 2",
		`{"id":7,"Answer":{}}`:                   "! \"Answer\" is none of",
		`{"id":7,"answer":null}`:                 "! its answer is null",
		`{"id":7,"id":7,"answer":1}`:             "! it has \"id\" twice",
		`{"id":7,"skip":""}`:                     "! its skip must be words",
		`{"id":7,"error":{}}`:                    "! its error must be words",
		`{"answer":1}`:                           "! it has no id",
		`{}`:                                     "! it has no id",
		`[]`:                                     "! it is JSON, and no object",
		`7`:                                      "! it is JSON, and no object",
		``:                                       "! it is not JSON",
		`{"id":7,"answer":1}{"id":8,"answer":1}`: "! it is not JSON",
		"{\"id\":7,\"answer\":\"\xff\"}":         "! it is not UTF-8",
		`{"id":7,"answer":{"text":"\ud800"}}`:    "! it has a \\u escape of half",
		`{"id":7,"answer":{"b":[{"c":{}},"]}"],"a":1}}`: `{"a":1,"b":[{"c":{}},"]}"]}`,
	} {
		a, err := readAnswer([]byte(line), 7)
		got := string(a.Value)
		switch {
		case err != nil:
			got = "! " + err.Error()
		case a.Skip != "":
			got = "skip " + a.Skip
		case a.Error != "":
			got = "error " + a.Error
		}
		if got != want && (!strings.HasPrefix(want, "!") || !strings.HasPrefix(got, want)) {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

func TestReadIntroduction(t *testing.T) {
	hello, err := readIntroduction([]byte(`{"hello":1,"name":"GNU libiconv","version":"1.17","operations":["decode"]}`))
	if err != nil || hello.Name != "GNU libiconv" || hello.Version != "1.17" || len(hello.Operations) != 1 {
		t.Errorf("%+v, %v", hello, err)
	}
	for line, want := range map[string]string{
		`{"hello":2,"name":"x","version":"1","operations":["a"]}`:                  "its greeting: hello",
		`{"hello":1,"version":"1","operations":["a"]}`:                             "missing name",
		`{"hello":1,"name":"x","version":"1","operations":[]}`:                     "operations",
		`{"hello":1,"name":"x","version":"1","operations":["a"],"more":1}`:         `unknown key "more"`,
		`{"hello":1,"name":"x\u0007","version":"1","operations":["a"]}`:            "name",
		`{"hello":1,"name":"x","version":"1","operations":["a"],"pack":"gb18030"}`: "no greeting",
		`{"hello":1,"pack":"gb18030"}`:                                             "no greeting",
		`{"id":1,"answer":1}`:                                                      "no greeting",
		`hello`:                                                                    "not JSON",
	} {
		if _, err := readIntroduction([]byte(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", line, err, want)
		}
	}
}

func protocol(t testing.TB) *schema.Schema {
	s, err := schema.Open(schema.Messages, "stdio.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func accepts(s *schema.Schema, line string) bool {
	var document any
	return json.Unmarshal([]byte(line), &document) == nil && len(s.Check(document)) == 0
}

// TestQuestion: what is asked meets the schema, whatever is in it.
func TestQuestion(t *testing.T) {
	s := protocol(t)
	for args, want := range map[string]string{
		``:                    `{"id":3,"do":"decode"}`,
		`{"bytes":"81"}`:      `{"id":3,"do":"decode","args":{"bytes":"81"}}`,
		"{\n\"a\":\n\"b\"\n}": `{"id":3,"do":"decode","args":{"a":"b"}}`,
	} {
		line := string(appendQuestion(nil, 3, "decode", json.RawMessage(args)))
		if line != want+"\n" || !accepts(s, line) {
			t.Errorf("%q: %q", args, line)
		}
	}
	if !accepts(s, `{"hello":1,"pack":"gb18030"}`) || accepts(s, `{"hello":1,"pack":"../x"}`) || accepts(s, `{"do":"x"}`) {
		t.Error("the schema of what is sent")
	}
}

// FuzzReadAnswer: what is read as an answer meets the schema, and what meets the schema is read, unless two readers
// may see different things in it.
func FuzzReadAnswer(f *testing.F) {
	for _, line := range []string{
		`{"id":7,"answer":{"text":"4E02 20087"}}`, `{ "skip" : "\"}" ,"id":7}`, `{"id":7,"error":"\u00e9"}`, `{"id":7,"answer":null}`,
		`{"id":7,"answer":[[],{"a":{}}]}`, `{"id":7,"answer":-1.5e3}`, `{"id":7,"id":7}`, `[{"id":7}]`, "{\"id\":7,\"answer\":\"\xff\"}",
	} {
		f.Add(line)
	}
	s := protocol(f)
	f.Fuzz(func(t *testing.T, line string) {
		a, err := readAnswer([]byte(line), 7)
		if err != nil {
			return
		}
		if !accepts(s, line) {
			t.Fatalf("%q is read as %+v and does not meet the schema", line, a)
		}
		if len(a.Value) > 0 {
			again, err := script.Canonical(a.Value)
			if err != nil || string(again) != string(a.Value) {
				t.Fatalf("%q is %s, and then %s (%v)", line, a.Value, again, err)
			}
		}
	})
}
