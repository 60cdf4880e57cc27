package reports

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/gowebpki/jcs"
	"pgregory.net/rapid"
)

// same compares the one pass with the library, which is the reference.
func same(t interface{ Errorf(string, ...any) }, text []byte) {
	want, wantErr := jcs.Transform(text)
	have, members, err := transform(text)
	if (err == nil) != (wantErr == nil) || !bytes.Equal(have, want) {
		t.Errorf("%q\nhave %q, %v\nwant %q, %v", text, have, err, want, wantErr)
		return
	}
	var top map[string]json.RawMessage
	if members == nil || have[0] != '{' || json.Unmarshal(have, &top) != nil {
		return
	}
	if len(top) != len(members) {
		t.Errorf("%q has %d members, %d found", have, len(top), len(members))
	}
	for _, m := range members {
		var key string
		if err := json.Unmarshal(m.key(have), &key); err != nil || !bytes.Equal(top[key], m.value(have)) {
			t.Errorf("%q: member %q is %q, found %q, %v", have, key, top[key], m.value(have), err)
		}
	}
}

func TestTransform(t *testing.T) {
	for _, text := range []string{
		`{}`, `[]`, `null`, `true`, `false`, `""`, `0`, `-0`, `1e3`, `1.50`, `-7`, `123456789012345`, `9007199254740993`, `1E400`,
		`{"b":1,"a":2}`, `{"a":{"z":[{"d":1,"c":[]}],"y":null},"B":{}}`, `{"a":1,"a":2}`, `{"b":1,"a":1,"b":2}`,
		`{"€":"Euro","\r":"CR","דּ":"Hebrew","1":"One","😀":"Smile","\u0080":"Control","ö":"o"}`,
		`"\u003c\u2028\/\\\"\b\f\n\r\t\u001f\u007f"`, `"\ud83d\ude00"`, `"\ud800"`, `"\ufffd"`, "\"\xff\"", `{"\u0061":1,"a":2}`,
		`{"a\"b":1,"a":[2,{"\\":3}]}`,
	} {
		same(t, []byte(text))
	}
}

func TestTransformAnything(t *testing.T) {
	leaf := rapid.OneOf(rapid.Just[any](nil), rapid.Map(rapid.Bool(), toAny), rapid.Map(rapid.Float64(), toAny),
		rapid.Map(rapid.Int64(), toAny), rapid.Map(rapid.String(), toAny))
	var value *rapid.Generator[any]
	value = rapid.Deferred(func() *rapid.Generator[any] {
		return rapid.OneOf(leaf, leaf, leaf,
			rapid.Map(rapid.SliceOfN(value, 0, 4), toAny),
			rapid.Map(rapid.MapOfN(rapid.String(), value, 0, 5), toAny))
	})
	rapid.Check(t, func(t *rapid.T) {
		text, err := json.Marshal(value.Draw(t, "value"))
		if err != nil {
			t.Skip("no JSON")
		}
		same(t, text)
	})
}

func toAny[T any](v T) any { return v }

func FuzzTransform(f *testing.F) {
	f.Add([]byte(`{"b":[1,{"d":"\u00e9","c":1.5}],"a":"x"}`))
	f.Add([]byte(`{"\ud83d\ude00":-0,"דּ":1e21,"":{}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var b bytes.Buffer
		if json.Compact(&b, text) != nil {
			return
		}
		same(t, b.Bytes())
	})
}
