package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
)

// asLibrary holds the fast reader to the library: what it accepts the library does.
func asLibrary(t *testing.T, s *Schema, text []byte) bool {
	t.Helper()
	if !s.Accepts(text) {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var document any
	if err := dec.Decode(&document); err != nil {
		t.Errorf("%q is accepted, and encoding/json says %v", text, err)
		return true
	}
	if _, err := dec.Token(); err != io.EOF {
		t.Errorf("%q is accepted, and something follows it", text)
	}
	for _, p := range s.Check(document) {
		t.Errorf("%q is accepted, and the library says /%s: %s", text, strings.Join(p.Path, "/"), p.Message)
	}
	return true
}

func open(t testing.TB, name string) *Schema {
	t.Helper()
	s, err := Open(Reports, name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// everyKeyword has every keyword that the fast reader knows.
const everyKeyword = `{
	"type": "object", "additionalProperties": false, "required": ["name"],
	"properties": {
		"name": {"type": "string", "minLength": 2, "maxLength": 4},
		"digest": {"type": "string", "pattern": "^sha256:[0-9a-f]{4}$"},
		"part": {"type": "string", "pattern": "x"},
		"day": {"type": "string", "format": "date"},
		"time": {"type": "string", "format": "date-time"},
		"count": {"type": "integer", "minimum": -2, "maximum": 9007199254740991},
		"number": {"type": "number"},
		"word": {"enum": ["a", "b"]},
		"const": {"const": "c"},
		"yes": {"type": "boolean"},
		"null": {"type": "null"},
		"two": {"type": ["string", "integer"]},
		"list": {"type": "array", "minItems": 1, "items": {"$ref": "#"}},
		"map": {"type": "object", "additionalProperties": {"type": "integer"}},
		"any": true,
		"open": {"type": "object"}
	}
}`

func keywords(t testing.TB) *Schema {
	t.Helper()
	s, err := Open(fstest.MapFS{"s.json": {Data: []byte(everyKeyword)}}, "s.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAccepts(t *testing.T) {
	s := keywords(t)
	for _, c := range []struct {
		text string
		want bool
	}{
		{`{"name":"ab"}`, true},
		{`{"name":"abcd","digest":"sha256:0a9f","part":"axb","day":"2026-02-28","time":"2026-02-28T00:00:00Z","count":-2,"number":7,"word":"b","const":"c","yes":false,"null":null,"two":3,"list":[{"name":"xy"}],"map":{"":1},"any":[{"x":[]}],"open":{"q":1}}`, true},
		{`{"name":"日本語文"}`, true},
		{`{"name":"\u65e5\u672c"}`, true},
		{`{"name":"日本語文字"}`, false},
		{`{"name":"a"}`, false},
		{`{}`, false},
		{`{"name":"ab","other":1}`, false},
		{`{"name":"ab","digest":"sha256:0a9f\n"}`, false},
		{`{"name":"ab","digest":"xsha256:0a9f"}`, false},
		{`{"name":"ab","digest":"sha256:0A9F"}`, false},
		{`{"name":"ab","day":"2026-02-30"}`, false},
		{`{"name":"ab","count":-3}`, false},
		{`{"name":"ab","count":9007199254740992}`, false},
		{`{"name":"ab","count":1e999}`, false},
		{`{"name":"ab","count":` + strings.Repeat("9", 1000) + `}`, false},
		{`{"name":"ab","word":"c"}`, false},
		{`{"name":"ab","word":1}`, false},
		{`{"name":"ab","const":null}`, false},
		{`{"name":"ab","list":[]}`, false},
		{`{"name":"ab","list":[{}]}`, false},
		{`{"name":"ab","map":{"a":"b"}}`, false},
		{`{"name":"ab","two":true}`, false},
		{`{"name":"ab","yes":tru}`, false},
		{`{"name":"ab",}`, false},
		{`{,"name":"ab"}`, false},
		{`{"name":"ab"}}`, false},
		{`{"name":"ab"} `, false},
		{`{"name":"ab","any":` + strings.Repeat("[", 1000), false},
		{`{"name":"ab","any":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}`, false},
		{"{\"name\":\"a\xff\"}", false},
		{"{\"name\":\"a\tb\"}", false},
		{`{"name":"a\x"}`, false},
		{`{"name":"ab`, false},
		{`{"name":"ab\`, false},
		{``, false},
		{`null`, false},
	} {
		if have := asLibrary(t, s, []byte(c.text)); have != c.want {
			t.Errorf("%.200q: accepted %v, want %v", c.text, have, c.want)
		}
	}
}

// TestMembersTwice: a member twice could hide a wrong one behind a right one.
func TestMembersTwice(t *testing.T) {
	s := keywords(t)
	for _, text := range []string{`{"name":"a","name":"ab"}`, `{"name":"ab","name":"a"}`, `{"name":"ab","word":"c","word":"a"}`} {
		if asLibrary(t, s, []byte(text)) {
			t.Errorf("%s is accepted", text)
		}
	}
}

func TestConformsRefusesNumbersThatNobodyMeans(t *testing.T) {
	s := keywords(t)
	for _, number := range []string{strings.Repeat("9", 1_000_000), "1e1000000", "1E-99999999", "0." + strings.Repeat("0", 1_000_000) + "1"} {
		for _, text := range []string{`{"name":"ab","number":` + number + `}`, `{"name":"ab","any":[{"x":` + number + `}]}`} {
			if err := s.Conforms([]byte(text)); err == nil || len(err.Error()) > 200 {
				t.Errorf("%.60s…: %.300v, want a short refusal", text, err)
			}
		}
	}
	if err := s.Conforms([]byte(`{"name":"ab","number":-1.25e10}`)); err != nil {
		t.Error(err)
	}
}

// FuzzAccepts: what the fast reader accepts, the library does; so it is of each schema that has one.
func FuzzAccepts(f *testing.F) {
	all := []*Schema{keywords(f), open(f, "report.schema.json"), open(f, "outcomes.schema.json"), open(f, "act.schema.json")}
	f.Add([]byte(`{"name":"abcd","digest":"sha256:0a9f","day":"2026-02-28","count":-2,"word":"b","list":[{"name":"xy"}],"map":{"":1},"any":[{"x":[]}]}`))
	f.Add([]byte(`{"name":"a\u0000b","two":3,"time":"2026-02-28T23:59:60Z"}`))
	f.Add([]byte(`{"case":"p/f.feature:1/0","changed":[["x1","0x0"]],"status":"finished"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, s := range all {
			asLibrary(t, s, text)
		}
	})
}

// BenchmarkAccepts is of a list of digests: nearly all that a report has.
func BenchmarkAccepts(b *testing.B) {
	s := keywords(b)
	one := `{"name":"abcd","digest":"sha256:0a9f","word":"b","count":12}`
	text := fmt.Appendf(nil, `{"name":"ab","list":[%s%s]}`, strings.Repeat(one+",", 999), one)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if !s.Accepts(text) {
			b.Fatal("not accepted")
		}
	}
}
