package attest_test

import (
	"bytes"
	"crypto/sha256"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

// around puts an envelope around a payload that nobody would write. The signature holds only if somebody
// who knows a key made it: sealed does that with the keys' own signatures of something else.
func around(payload string, signatures string) []byte {
	return fmt.Appendf(nil, `{"payload":"%s","payloadType":"%s","signatures":[%s]}`, payload, attest.PayloadType, signatures)
}

func encode(payload string) string { return base64.StdEncoding.EncodeToString([]byte(payload)) }

// signedRaw signs a payload as it is, whatever it says: an attacker has keys too.
func signedRaw(t *testing.T, payload string) []byte {
	t.Helper()
	key, signer := ownSigner(t)
	sig := signer(dsse.PAE(attest.PayloadType, []byte(payload)))
	return around(encode(payload), fmt.Sprintf(`{"keyid":"%s","public_key":"%s","sig":"%s"}`,
		key.ID(), base64.StdEncoding.EncodeToString(key.SPKI()), base64.StdEncoding.EncodeToString(sig)))
}

// TestSignedRaw: what signedRaw signs verifies when the payload is a report's.
func TestSignedRaw(t *testing.T) {
	if _, err := attest.Verify(signedRaw(t, string(payloadOf(t, signed(t, reportstest.Small(), newKey(t)))))); err != nil {
		t.Error(err)
	}
}

// Payloads that are signed well, and say what no report says.
func TestHostilePayloads(t *testing.T) {
	good := string(payloadOf(t, signed(t, reportstest.Small(), newKey(t))))
	replace := func(old, by string) string {
		t.Helper()
		if strings.Count(good, old) == 0 {
			t.Fatalf("there is no %s in the payload", old)
		}
		return strings.Replace(good, old, by, 1)
	}
	deep := strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)
	for name, payload := range map[string]string{
		"nothing":                   "",
		"another type":              replace(attest.ReportPredicate, attest.ReportPredicate+"1"),
		"a member twice":            replace(`"id":`, `"id":"ts1-00000000000000000000","id":`),
		"a member twice, escaped":   replace(`"id":`, `"\u0069d":"ts1-00000000000000000000","id":`),
		"another case":              replace(`"jobs":`, `"Jobs":9,"jobs":`),
		"the predicate twice":       replace(`"predicate":`, `"predicate":{},"predicate":`),
		"the subject twice":         replace(`"subject":`, `"subject":[],"subject":`),
		"the type twice":            replace(`"predicateType":`, `"predicateType":"x","predicateType":`),
		"an unknown member":         replace(`"evidence":`, `"aaa":1,"evidence":`),
		"nested deeply":             replace(`"evidence":[]`, `"evidence":`+deep),
		"only deep":                 deep,
		"only objects":              strings.Repeat(`{"a":`, 100_000),
		"a huge exponent":           replace(`"jobs":`, `"jobs":1e999,"x":`),
		"a number as huge":          replace(`"evidence":[],`, `"evidence":[],"run":{"jobs":1e999},`),
		"a million digits":          replace(`"cases":64`, `"cases":`+strings.Repeat("9", 1_000_000)),
		"a million zeros":           replace(`"cases":64`, `"cases":64.`+strings.Repeat("0", 1_000_000)),
		"an exponent":               replace(`"cases":64`, `"cases":6.4e1`),
		"a small fraction":          replace(`"cases":64`, `"cases":64.0`),
		"a zero before":             replace(`"cases":64`, `"cases":064`),
		"minus zero":                replace(`"failed":0`, `"failed":-0`),
		"more than a double holds":  replace(`"cases":64`, `"cases":9007199254740993`),
		"no UTF-8":                  replace(`"name":"rv64"`, "\"name\":\"rv\xff\""),
		"overlong UTF-8":            replace(`"name":"rv64"`, "\"name\":\"rv\xc0\xaf\""),
		"half of a surrogate pair":  replace(`"name":"rv64"`, `"name":"rv\ud800"`),
		"the other half":            replace(`"name":"rv64"`, `"name":"rv\udc00x"`),
		"such bytes":                replace(`"name":"rv64"`, "\"name\":\"rv\xed\xa0\x80\""),
		"the replacement character": replace(`"name":"rv64"`, "\"name\":\"rv\ufffd\""), // another name, and so another ID
		"an escape that is none":    replace(`"name":"rv64"`, `"name":"rv\x36"`),
		"a needless escape":         replace(`"name":"rv64"`, `"name":"rv6\u0034"`),
		"a control character":       replace(`"name":"rv64"`, "\"name\":\"rv64\x01\""),
		"a byte order mark":         "\ufeff" + good,
		"a line more":               good + "\n",
		"a space before":            " " + good,
		"a second statement":        good + good,
		"a null byte":               good + "\x00",
		"cut off":                   good[:len(good)-1],
		"white space in it":         replace(`"evidence":[]`, `"evidence": []`),
		"no list":                   replace(`"evidence":[]`, `"evidence":null`),
		"what is empty":             replace(`"jobs":`, `"flaky":[],"jobs":`),
		"a list":                    "[" + good + "]",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := attest.Verify(signedRaw(t, payload))
			if !errors.Is(err, attest.ErrRefused) {
				t.Fatalf("%v, want ErrRefused", err)
			}
			if len(err.Error()) > 4096 {
				t.Errorf("an error of %d bytes", len(err.Error()))
			}
			if took := time.Since(start); took > time.Minute {
				t.Errorf("took %v", took)
			}
			if _, _, err := attest.OpenStatement(signedRaw(t, payload)); payload == "" && !errors.Is(err, attest.ErrRefused) {
				t.Errorf("%v, want ErrRefused", err)
			}
		})
	}
}

// Envelopes whose own text is not what was written.
func TestHostileEnvelopes(t *testing.T) {
	text := string(signed(t, reportstest.Small(), newKey(t)))
	var e struct {
		Payload    string            `json:"payload"`
		Signatures []json.RawMessage `json:"signatures"`
	}
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		t.Fatal(err)
	}
	sig := string(e.Signatures[0])
	// A payload with '+' or '/' in it, which the URL alphabet writes otherwise, and one with padding.
	var marked, padded string
	for n := 0; marked == "" || padded == ""; n++ {
		r := reportstest.Small()
		r.Implementation.Name = "rv64 ≥ÿ?>~" + strings.Repeat("~", n)
		if err := r.Seal(); err != nil {
			t.Fatal(err)
		}
		s := string(signed(t, r, newKey(t)))
		payload, _, _ := strings.Cut(strings.TrimPrefix(s, `{"payload":"`), `"`)
		if strings.ContainsAny(payload, "+/") {
			marked = s
		}
		if strings.HasSuffix(payload, "==") {
			padded = s
		}
	}
	payloadEnd := strings.Index(padded, `","payloadType"`)
	last := padded[payloadEnd-3] // its lower bits are not used, and must be zero
	for name, c := range map[string]struct{ text, says string }{
		"the URL alphabet":          {urlAlphabet(marked), ""},
		"no padding":                {strings.Replace(padded, `==","payloadType"`, `","payloadType"`, 1), ""},
		"half of the padding":       {strings.Replace(padded, `==","payloadType"`, `=","payloadType"`, 1), ""},
		"more padding":              {strings.Replace(padded, `==","payloadType"`, `====","payloadType"`, 1), ""},
		"bits behind the end":       {padded[:payloadEnd-3] + string(rune(last+1)) + padded[payloadEnd-2:], ""},
		"base64 with a line break":  {strings.Replace(padded, `==","payloadType"`, "\n==\",\"payloadType\"", 1), ""},
		"base64 with an escape":     {strings.Replace(text, `{"payload":"`, `{"payload":"\u0065`, 1), ""},
		"base64 with escaped lines": {strings.Replace(text, `{"payload":"`, `{"payload":"\n`, 1), "base64"},
		"the payload twice":         {strings.Replace(text, `,"payloadType"`, `,"payload":"e30=","payloadType"`, 1), "canonical"},
		"the payload twice, first":  {strings.Replace(text, `{"payload"`, `{"payload":"e30=","payload"`, 1), "canonical"},
		"nothing, then a payload":   {strings.Replace(text, `{"payload"`, `{"payload":"","payload"`, 1), "canonical"},
		"the type twice":            {strings.Replace(text, `"payloadType"`, `"payloadType":"text/plain","payloadType"`, 1), "canonical"},
		"signatures twice":          {strings.Replace(text, `"signatures"`, `"signatures":[],"signatures"`, 1), "canonical"},
		"another case":              {strings.Replace(text, `"payloadType"`, `"PayloadType"`, 1), "canonical"},
		"a key id twice":            {strings.Replace(text, `"keyid"`, `"keyid":"x","keyid"`, 1), "canonical"},
		"no signature in it":        {strings.Replace(text, sig, "null", 1), ""},
		"five thousand signatures":  {strings.Replace(text, sig, strings.Repeat(sig+",", 4999)+sig, 1), "5000 signatures"},
		"nested deeply":             {`{"payload":` + strings.Repeat("[", 1_000_000), "not a DSSE envelope"},
		"signatures nested deeply":  {strings.Replace(text, sig, strings.Repeat("[", 1_000_000), 1), "not a DSSE envelope"},
		"a number":                  {strings.Replace(text, sig, "1e999", 1), "not a DSSE envelope"},
		"no UTF-8":                  {strings.Replace(text, `"keyid":"sha256:`, "\"keyid\":\"sha256:\xff", 1), ""},
		"half of a surrogate pair":  {strings.Replace(text, `"keyid":"sha256:`, `"keyid":"sha256:\ud800`, 1), ""},
		"a line more":               {text + "\n", ""},
		"two envelopes":             {text + text, ""},
		"a null byte":               {text + "\x00", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if c.text == text || c.text == padded || c.text == marked {
				t.Fatal("nothing was changed")
			}
			_, err := attest.Verify([]byte(c.text))
			if !errors.Is(err, attest.ErrRefused) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%.300v, want ErrRefused that says %q", err, c.says)
			}
		})
	}
}

func urlAlphabet(text string) string {
	head, rest, _ := strings.Cut(text, `","payloadType"`)
	payload := strings.TrimPrefix(head, `{"payload":"`)
	return `{"payload":"` + strings.NewReplacer("+", "-", "/", "_").Replace(payload) + `","payloadType"` + rest
}

// A key is what its SubjectPublicKeyInfo says: under another algorithm's id it is none, or another key,
// and the signature is not that one's.
func TestKeyUnderAnotherAlgorithm(t *testing.T) {
	curves := map[attest.Algorithm]asn1.ObjectIdentifier{
		attest.ECDSAP256: {1, 2, 840, 10045, 3, 1, 7}, attest.SM2: {1, 2, 156, 10197, 1, 301},
	}
	keyTypes := map[attest.Algorithm]asn1.ObjectIdentifier{
		attest.Ed25519: {1, 3, 101, 112}, attest.ECDSAP256: {1, 2, 840, 10045, 2, 1}, attest.SM2: {1, 2, 840, 10045, 2, 1},
	}
	for _, from := range attest.Algorithms() {
		key := keyOf(t, from)
		text := signed(t, reportstest.Small(), key)
		if _, err := attest.Verify(text); err != nil {
			t.Fatal(err)
		}
		for _, to := range attest.Algorithms() {
			if from == to {
				continue
			}
			t.Run(string(from)+" as "+string(to), func(t *testing.T) {
				var info struct {
					Algorithm pkix.AlgorithmIdentifier
					Key       asn1.BitString
				}
				spki := key.Public().SPKI()
				if _, err := asn1.Unmarshal(spki, &info); err != nil {
					t.Fatal(err)
				}
				info.Algorithm = pkix.AlgorithmIdentifier{Algorithm: keyTypes[to]}
				if curve := curves[to]; curve != nil {
					der, err := asn1.Marshal(curve)
					if err != nil {
						t.Fatal(err)
					}
					info.Algorithm.Parameters = asn1.RawValue{FullBytes: der}
				}
				other, err := asn1.Marshal(info)
				if err != nil {
					t.Fatal(err)
				}
				sum := sha256.Sum256(other)
				forged := bytes.ReplaceAll(text, []byte(key.ID()), []byte("sha256:"+hex.EncodeToString(sum[:])))
				forged = bytes.ReplaceAll(forged, []byte(base64.StdEncoding.EncodeToString(spki)), []byte(base64.StdEncoding.EncodeToString(other)))
				if bytes.Equal(forged, text) {
					t.Fatal("nothing was changed")
				}
				if _, err := attest.Verify(forged); !errors.Is(err, attest.ErrRefused) {
					t.Errorf("with the id of the other key: %v, want ErrRefused", err)
				}
				// The key id alone, or the key alone.
				one := bytes.ReplaceAll(text, []byte(base64.StdEncoding.EncodeToString(spki)), []byte(base64.StdEncoding.EncodeToString(other)))
				if _, err := attest.Verify(one); !errors.Is(err, attest.ErrRefused) {
					t.Errorf("with its own id: %v, want ErrRefused", err)
				}
				stranger := keyOf(t, to)
				id := bytes.ReplaceAll(text, []byte(key.ID()), []byte(stranger.ID()))
				if _, err := attest.Verify(id, stranger.Public()); !errors.Is(err, attest.ErrRefused) {
					t.Errorf("under a trusted key's id: %v, want ErrRefused", err)
				}
			})
		}
	}
}

// TestEarlierOfMany: what is asked of every envelope that a log may have costs no more than its size.
func TestEarlierOfMany(t *testing.T) {
	sig := `{"keyid":"k","sig":"AA=="}`
	text := around(encode("{}"), strings.Repeat(sig+",", 4999)+sig)
	if _, err := attest.Earlier(text); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("%v, want ErrRefused", err)
	}
	if _, err := reports.Decode([]byte(strings.Repeat("[", 1_000_000))); !errors.Is(err, reports.ErrMalformed) {
		t.Errorf("%v, want ErrMalformed", err)
	}
}
