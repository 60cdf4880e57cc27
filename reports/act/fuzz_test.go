package act_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"testing"
	"unicode/utf8"

	"touchstone/reports"
	"touchstone/reports/act"
)

// FuzzOpen looks for what is opened and is not what was signed.
func FuzzOpen(f *testing.F) {
	who := newForger(f)
	for _, d := range samples(f) {
		f.Add(sign(f, act.New("r.example"), d, who.key))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := act.Open(text)
		if err != nil {
			if s != nil || !utf8.ValidString(err.Error()) {
				t.Errorf("refused with %q, and %v", err, s)
			}
			return
		}
		if s.Digest != reports.Digest(text) || len(s.Signers) == 0 || s.Document.Validate() != nil {
			t.Errorf("%+v", s)
		}
	})
}

// FuzzPredicate signs whatever statement it is given, so that what follows the signature is reached.
func FuzzPredicate(f *testing.F) {
	who := newForger(f)
	for _, d := range samples(f) {
		var e struct{ Payload string }
		if err := json.Unmarshal(sign(f, act.New("r.example"), d, who.key), &e); err != nil {
			f.Fatal(err)
		}
		payload, err := base64.StdEncoding.DecodeString(e.Payload)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(payload)
	}
	f.Fuzz(func(t *testing.T, payload []byte) {
		text := who.envelope(string(payload))
		s, err := act.Open(text)
		if err != nil {
			return
		}
		again, err := act.Sign(s.Header, s.Document, who.key)
		if err != nil || !bytes.Equal(again, text) {
			t.Errorf("opened, and signed again it is another: %v\n%s", err, payload)
		}
	})
}
