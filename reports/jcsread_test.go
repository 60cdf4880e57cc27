package reports

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestShapes: what is read and written each day is read in one pass.
func TestShapes(t *testing.T) {
	if reportShape() == nil || outcomeShape() == nil {
		t.Error("a report, or an outcome, has a type that a formReader does not know")
	}
}

// every has all that a shape knows.
type every struct {
	Strings []string          `json:"strings"`
	Text    string            `json:"text,omitzero"`
	Count   int               `json:"count,omitempty"`
	Size    uint64            `json:"size"`
	Yes     bool              `json:"yes,omitzero"`
	Pairs   [][2]string       `json:"pairs,omitempty"`
	Names   map[string]string `json:"names,omitempty"`
	Any     map[string]any    `json:"any,omitempty"`
	Raw     json.RawMessage   `json:"raw,omitempty"`
	Modes   []string          `json:"modes,omitzero"`
	Inner   *inner            `json:"inner,omitempty"`
	Inners  []inner           `json:"inners"`
}

type inner struct {
	Verdict Verdict `json:"verdict"`
}

// sameEvery holds one pass to decoding, encoding again and comparing: what it takes is right.
func sameEvery(t *testing.T, text []byte) bool {
	t.Helper()
	s := shapeOf(reflect.TypeFor[every]())
	var have, want every
	members, ok := s.read(text, &have)
	if fits := s.fits(text); ok != fits {
		t.Errorf("%q is read: %v, fits: %v", text, ok, fits)
	}
	if !ok {
		return false
	}
	if err := json.Unmarshal(text, &want); err != nil {
		t.Errorf("%q is read, and encoding/json says %v", text, err)
		return true
	}
	if d := cmp.Diff(want, have); d != "" {
		t.Errorf("%q (-want +have)\n%s", text, d)
	}
	again, err := json.Marshal(want)
	if err == nil {
		again, _, err = transform(again)
	}
	if err != nil || !bytes.Equal(again, text) {
		t.Errorf("%q is read, and its canonical form is %q, %v", text, again, err)
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(text, &top); err != nil || len(top) != len(members) {
		t.Errorf("%q: %d members, have %d", text, len(top), len(members))
	}
	for _, m := range members {
		var key string
		if err := json.Unmarshal(m.key(text), &key); err != nil || !bytes.Equal(top[key], m.value(text)) {
			t.Errorf("%q: member %q is %q, have %q, %v", text, key, top[key], m.value(text), err)
		}
	}
	return true
}

func TestReadForm(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{`{"inners":[],"size":0,"strings":[]}`, true},
		{`{"any":{"a":[1,{"b":null,"c":false}],"é":-1},"count":-7,"inner":{"verdict":""},"inners":[{"verdict":"pass"}],"modes":[],"names":{"":"x","a":"b"},"pairs":[["a","b"]],"raw":{"x":[true]},"size":123456789012345,"strings":["a","\"\\\b\f\n\r\t\u0000\u001f\u0001 é𝄞"],"text":"t","yes":true}`, true},
		{`{"inners":[],"size":0,"strings":["1234567\"","12345678\"","\"","é2345678","123456\\89abcdef\\"]}`, true},
		{`{"inners":[],"size":0,"strings":[],"text":""}`, false}, // is left out
		{`{"count":0,"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[],"size":0,"strings":[],"yes":false}`, false},
		{`{"inners":[],"names":{},"size":0,"strings":[]}`, false},
		{`{"inners":[],"pairs":[],"size":0,"strings":[]}`, false},
		{`{"inner":null,"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[],"modes":null,"size":0,"strings":[]}`, false},
		{`{"inners":null,"size":0,"strings":[]}`, false},
		{`{"inners":[],"strings":[]}`, false}, // is always there
		{`{"inners":[],"size":0,"strings":[],}`, false},
		{`{,"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[]"size":0,"strings":[]}`, false},
		{`{"inners":[],"size":0,"strings":["a",]}`, false},
		{`{"inners":[],"size":0,"strings":[,"a"]}`, false},
		{`{"inners":[],"size":0,"strings":[]}x`, false},
		{`{"inners":[],"size":0,"strings":[]}{}`, false},
		{`{"inners":[],"size":0,"strings":[]`, false},
		{` {"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[],"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[],"size":0,"strings":[],"zzz":1}`, false},
		{`{"Inners":[],"size":0,"strings":[]}`, false}, // encoding/json would take it
		{`{"\u0069nners":[],"size":0,"strings":[]}`, false},
		{`{"size":0,"inners":[],"strings":[]}`, false},
		{`{"inners":[],"names":{"b":"","a":""},"size":0,"strings":[]}`, false},
		{`{"inners":[],"names":{"a":"","a":""},"size":0,"strings":[]}`, false},
		{`{"any":{"a":{"x":1,"x":2}},"inners":[],"size":0,"strings":[]}`, false},
		{`{"inners":[],"names":{"דּ":"","😀":""},"size":0,"strings":[]}`, false}, // by UTF-16 it comes before
		{`{"inners":[],"names":{"😀":"","דּ":""},"size":0,"strings":[]}`, true},
		{`{"inners":[],"size":-1,"strings":[]}`, false},
		{`{"inners":[],"size":-0,"strings":[]}`, false},
		{`{"inners":[],"size":00,"strings":[]}`, false},
		{`{"inners":[],"size":1.0,"strings":[]}`, false},
		{`{"inners":[],"size":1e999,"strings":[]}`, false},
		{`{"inners":[],"size":1234567890123456,"strings":[]}`, false},
		{`{"inners":[],"pairs":[["a"]],"size":0,"strings":[]}`, false},
		{`{"inners":[],"pairs":[["a","b","c"]],"size":0,"strings":[]}`, false},
		{`{"inners":[],"size":0,"strings":["\/"]}`, false},
		{`{"inners":[],"size":0,"strings":["\u0041"]}`, false},
		{`{"inners":[],"size":0,"strings":["\u000a"]}`, false},
		{`{"inners":[],"size":0,"strings":["\u001F"]}`, false},
		{`{"inners":[],"size":0,"strings":["\ud800"]}`, false},
		{`{"inners":[],"size":0,"strings":["` + "\t" + `"]}`, false},
		{`{"inners":[],"size":0,"strings":["123456` + "\x1f" + `89"]}`, false},
		{`{"inners":[],"size":0,"strings":["` + "\xff" + `"]}`, false},
		{`{"inners":[],"size":0,"strings":["` + "\xed\xa0\x80" + `"]}`, false}, // half of a surrogate pair
		{`{"inners":[],"size":0,"strings":["a\`, false},
		{`{"inners":[],"size":0,"strings":["a\u00`, false},
		{`{"any":{"a":` + string(bytes.Repeat([]byte("["), 1000)), false},
		{`{"any":{"a":` + string(bytes.Repeat([]byte("["), 100)) + string(bytes.Repeat([]byte("]"), 100)) + `},"inners":[],"size":0,"strings":[]}`, false},
		{``, false},
		{`[]`, false},
	} {
		if have := sameEvery(t, []byte(c.text)); have != c.want {
			t.Errorf("%.200q is read: %v, want %v", c.text, have, c.want)
		}
	}
}

// TestReadManyStrings goes over the edges of what strings share.
func TestReadManyStrings(t *testing.T) {
	for _, n := range []int{15, 16, 17, 239, 255, 256, 257, 5000} {
		e := every{Strings: []string{}, Inners: []inner{}, Modes: []string{"m"}}
		for i := range n {
			e.Strings = append(e.Strings, string(bytes.Repeat([]byte{'a' + byte(i%26)}, i%3000)))
		}
		text, err := Canonical(e)
		if err != nil {
			t.Fatal(err)
		}
		if !sameEvery(t, text) {
			t.Errorf("a list of %d is not read", n)
		}
	}
}

// FuzzReadForm: what one pass takes, the long way takes, with the same value.
func FuzzReadForm(f *testing.F) {
	f.Add([]byte(`{"any":{"a":[1,{"b":null}],"é":-1},"count":-7,"inner":{"verdict":""},"inners":[{"verdict":"pass"}],"modes":[],"names":{"":"x"},"pairs":[["a","b"]],"raw":{"x":[true]},"size":1,"strings":["a","\"\\\b\f\n\r\t\u0000\u001f é𝄞"],"text":"t","yes":true}`))
	f.Add([]byte(`{"inners":[],"names":{"😀":"","דּ":""},"size":0,"strings":["1234567\"","\\"]}`))
	f.Fuzz(func(t *testing.T, text []byte) { sameEvery(t, text) })
}

// TestDecodeKnowsWhatIsFilled: what the long way would fill in is not there in the text, and so it is refused.
func TestDecodeKnowsWhatIsFilled(t *testing.T) {
	r := &Report{Schema: SchemaID}
	r.ICS.Harts = 1
	full, err := Canonical(r.filled())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := decodeCanonical(full); err != nil {
		t.Error(err)
	}
	without := bytes.Replace(full, []byte(`,"modes":[]`), nil, 1)
	if _, _, err := decodeCanonical(without); bytes.Equal(without, full) || err == nil {
		t.Errorf("harts without modes are taken: %q", without)
	}
	if _, ok := reportShape().read(full, new(Report)); !ok {
		t.Error("it is not read in one pass")
	}
}
