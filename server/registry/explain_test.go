package registry

import (
	"encoding/json"
	"errors"
	"testing"

	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

// Whatever is sent and does not verify has exactly one reason, with words that fit.
func FuzzExplain(f *testing.F) {
	key, err := attest.GenerateKey()
	if err != nil {
		f.Fatal(err)
	}
	good, err := attest.Sign(reportstest.Small(), key)
	if err != nil {
		f.Fatal(err)
	}
	withdrawal, err := act.Sign(act.New("registry.example"), act.Withdrawal{Challenge: "x"}, key)
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range [][]byte{good, good[:len(good)/2], withdrawal, nil, []byte(`[[[[`),
		[]byte(`{"payload":"","payloadType":"","signatures":[]}`), []byte(`{"payload":"e30=","payloadType":"x","signatures":[{"keyid":"","sig":""}]}`)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, envelope []byte) {
		if _, err := attest.Verify(envelope); err != nil {
			c := &checked{}
			c.explain(envelope, err)
			if n := len(c.refusal.Reasons); n != 1 || c.refusal.Reasons[0].Words == "" || len(c.refusal.Reasons[0].Words) > maxReason {
				t.Errorf("%d reasons: %v", n, &c.refusal)
			}
		}
		if _, err := act.Open(envelope); err != nil {
			var refusal *Refusal
			if !errors.As(explainAct(envelope, err), &refusal) {
				t.Errorf("an act: %v", err)
			}
		}
	})
}

// FuzzLongest: the longest text of a document, as its decoder sees it, is not longer than longest says.
func FuzzLongest(f *testing.F) {
	for _, seed := range []string{`"a"`, `{"a\"b":["\\","ccc"]}`, `["\u0000"]`, `""`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var v any
		if json.Unmarshal(text, &v) != nil {
			return
		}
		most := 0
		var walk func(any)
		walk = func(v any) {
			switch v := v.(type) {
			case string:
				most = max(most, len([]rune(v))) // what is escaped has more bytes
			case []any:
				for _, x := range v {
					walk(x)
				}
			case map[string]any:
				for k, x := range v {
					walk(k)
					walk(x)
				}
			}
		}
		walk(v)
		if n := longest(text); n < most {
			t.Errorf("%d, and a text has %d characters", n, most)
		}
	})
}
