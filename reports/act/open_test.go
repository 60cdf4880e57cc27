package act_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
)

// forger signs whatever it is given.
type forger struct {
	private ed25519.PrivateKey
	key     *attest.Key
}

func newForger(t testing.TB) forger {
	t.Helper()
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	key, err := attest.NewKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return forger{private, key}
}

// envelope is a DSSE envelope, in canonical form, around any bytes.
func (f forger) envelope(payload string) []byte {
	b64 := base64.StdEncoding.EncodeToString
	sig := ed25519.Sign(f.private, dsse.PAE(attest.PayloadType, []byte(payload)))
	return []byte(`{"payload":"` + b64([]byte(payload)) + `","payloadType":"` + attest.PayloadType +
		`","signatures":[{"keyid":"` + f.key.ID() + `","public_key":"` + b64(f.key.Public().SPKI()) + `","sig":"` + b64(sig) + `"}]}`)
}

// statement is one about a predicate, with the subject that acts have.
func (f forger) statement(predicateType, subject, predicate string) []byte {
	digest := strings.TrimPrefix(reports.Digest([]byte(predicate)), "sha256:")
	return f.envelope(`{"_type":"` + attest.StatementType + `","predicate":` + predicate + `,"predicateType":"` + predicateType +
		`","subject":[{"digest":{"sha256":"` + digest + `"},"name":"` + subject + `"}]}`)
}

const (
	header = `"at":"2026-11-23T08:40:00Z","nonce":"00112233445566778899aabbccddeeff","registry":"r.example",`
	body   = `{"expires":"2027-03-31","implementation":"X1","owner":"o","pack":"riscv","reason":"r","rule":"sc_w_op"}`
)

// The forger's statements are those that Sign makes, when nothing is wrong with them: so what the
// next test refuses, it refuses for what is wrong.
func TestForgerIsFaithful(t *testing.T) {
	f := newForger(t)
	h := act.Header{Registry: "r.example", At: time.Date(2026, 11, 23, 8, 40, 0, 0, time.UTC), Nonce: "00112233445566778899aabbccddeeff"}
	want := sign(t, h, act.Waiver{Pack: "riscv", Rule: "sc_w_op", Implementation: "X1", Owner: "o", Reason: "r", Expires: "2027-03-31"}, f.key)
	have := f.statement(act.KindWaiver.Predicate(), "waiver.json", `{`+header+`"waiver":`+body+`}`)
	if !bytes.Equal(want, have) {
		t.Fatalf("Sign gives\n%s\nand the forger\n%s", want, have)
	}
}

func TestOpenRefuses(t *testing.T) {
	f := newForger(t)
	waiver := func(predicate string) []byte {
		return f.statement(act.KindWaiver.Predicate(), "waiver.json", predicate)
	}
	with := func(old, replaced string) []byte {
		return waiver(strings.Replace(`{`+header+`"waiver":`+body+`}`, old, replaced, 1))
	}
	good := with("", "")
	if _, err := act.Open(good); err != nil {
		t.Fatal(err)
	}
	forged := func() []byte { // somebody else's payload under the signature
		var e map[string]any
		if err := json.Unmarshal(good, &e); err != nil {
			t.Fatal(err)
		}
		var o map[string]any
		if err := json.Unmarshal(with(`"sc_w_op"`, `"sc_d_op"`), &o); err != nil {
			t.Fatal(err)
		}
		e["payload"] = o["payload"]
		text, err := reports.Canonical(e)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	unsigned := append(bytes.Clone(good[:bytes.Index(good, []byte(`[`))+1]), "]}"...)
	report, err := attest.SignStatement([]attest.Subject{{Name: "x", Digest: map[string]string{"sha256": digest[7:]}}}, attest.ReportPredicate, map[string]string{}, f.key)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		text  []byte
		class error // besides attest.ErrRefused
		words string
	}{
		"nothing":               {nil, nil, "not a DSSE envelope"},
		"not an envelope":       {[]byte(`[]`), nil, "not a DSSE envelope"},
		"something follows":     {append(bytes.Clone(good), '\n'), nil, "canonical"},
		"truncated":             {good[:len(good)-40], nil, ""},
		"too large":             {append(bytes.Clone(good), bytes.Repeat([]byte(" "), act.MaxEnvelope)...), act.ErrLarge, "1048576"},
		"forged":                {forged(), nil, "signature is not this key's"},
		"unsigned":              {unsigned, nil, "nobody has signed it"},
		"deep payload":          {f.envelope(strings.Repeat("[", 200_000)), nil, ""},
		"deep predicate":        {waiver(`{` + header + `"waiver":` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `}`), reports.ErrMalformed, "nests more than 8 deep"},
		"a report":              {report, act.ErrKind, "conformance-report/v1"},
		"another's statement":   {f.statement("https://in-toto.io/attestation/vulns/v0.1", "x", `{}`), act.ErrKind, "vulns"},
		"a later version":       {f.statement("https://touchstone.dev/waiver/v2", "waiver.json", `{}`), act.ErrNewer, "waiver of version \"v2\""},
		"a later kind":          {f.statement("https://touchstone.dev/pardon/v1", "pardon.json", `{}`), act.ErrNewer, "no act"},
		"a kind twice":          {with(`"waiver":`, `"run":{"implementation":"x"},"waiver":`), act.ErrInvalid, "maximum 4 properties"},
		"wrong kind":            {f.statement(act.KindRun.Predicate(), "run.json", `{`+header+`"waiver":`+body+`}`), act.ErrInvalid, "says that it is a run"},
		"a key twice":           {with(`"owner":"o",`, `"owner":"o","owner":"p",`), nil, "canonical"},
		"a key in another case": {with(`"expires"`, `"Expires"`), act.ErrInvalid, `unknown key "Expires"`},
		"an unknown key":        {with(`"owner":"o"`, `"open":true,"owner":"o"`), act.ErrInvalid, `unknown key "open"`},
		"no header":             {waiver(`{"waiver":` + body + `}`), act.ErrInvalid, "missing at, nonce"},
		"null":                  {waiver(`{` + header + `"waiver":null}`), act.ErrInvalid, "/waiver"},
		"an empty list":         {with(`"rule":"sc_w_op"`, `"rule":"sc_w_op","versions":[]`), act.ErrInvalid, "/waiver/versions"},
		"an escape too many":    {with(`"o"`, `"\u006f"`), nil, "canonical"},
		"spaces":                {with(`"owner":"o"`, `"owner": "o"`), nil, "canonical"},
		"a short nonce":         {with(`00112233`, `0011`), act.ErrInvalid, "/nonce"},
		"fractions":             {with(`:40:00Z`, `:40:00.5Z`), act.ErrInvalid, "/at"},
		"another zone":          {with(`:40:00Z`, `:40:00+01:00`), act.ErrInvalid, "/at"},
		"a leap second":         {with(`08:40:00Z`, `23:59:60Z`), act.ErrInvalid, ""},
		"no day":                {with(`2027-03-31`, `2027-02-31`), act.ErrInvalid, "/waiver/expires"},
		"an escape sequence":    {with(`"o"`, `"\u001b[2J"`), act.ErrInvalid, "U+001B"},
		"turned around":         {with(`"o"`, "\"a\u202eb\""), act.ErrInvalid, "U+202E"},
		"another subject":       {f.statement(act.KindWaiver.Predicate(), "decision.json", `{`+header+`"waiver":`+body+`}`), act.ErrInvalid, "subjects"},
		"not text":              {with(`"o"`, "\"\xff\""), nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := act.Open(c.text)
			switch {
			case err == nil:
				t.Fatalf("opened: %+v", got)
			case !errors.Is(err, attest.ErrRefused):
				t.Errorf("not ErrRefused: %v", err)
			case c.class != nil && !errors.Is(err, c.class):
				t.Errorf("not %v: %v", c.class, err)
			case !strings.Contains(err.Error(), c.words):
				t.Errorf("does not say %q: %v", c.words, err)
			}
			if len(err.Error()) > 2000 || strings.ContainsAny(err.Error(), "\x1b\u202e") {
				t.Errorf("the error is %d bytes: %.300q", len(err.Error()), err)
			}
		})
	}
}

// No byte of an act can be changed, taken away or put beside another.
func TestOpenNoticesEveryByte(t *testing.T) {
	text := sign(t, act.New("r.example"), act.Withdrawal{Challenge: "c-7"}, newKey(t))
	for i := range text {
		changed := bytes.Clone(text)
		changed[i] ^= 1
		if _, err := act.Open(changed); err == nil {
			t.Errorf("byte %d (%q) can be changed", i, text[i])
		}
		if _, err := act.Open(text[:i]); err == nil {
			t.Errorf("it can be cut after %d bytes", i)
		}
	}
}

func TestReplay(t *testing.T) {
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	h := act.Header{Registry: "a.example", At: now, Nonce: strings.Repeat("0", 32)}
	for name, c := range map[string]struct {
		change   func(*act.Header)
		registry string
		maxAge   time.Duration
		want     error
	}{
		"in time":           {func(h *act.Header) {}, "a.example", time.Hour, nil},
		"elsewhere":         {func(h *act.Header) {}, "b.example", time.Hour, act.ErrReplay},
		"for none":          {func(h *act.Header) { h.Registry = "" }, "b.example", time.Hour, act.ErrReplay},
		"just in time":      {func(h *act.Header) { h.At = now.Add(-time.Hour) }, "a.example", time.Hour, nil},
		"late":              {func(h *act.Header) { h.At = now.Add(-time.Hour - time.Second) }, "a.example", time.Hour, act.ErrStale},
		"late does no harm": {func(h *act.Header) { h.At = now.Add(-1000 * time.Hour) }, "a.example", 0, nil},
		"clocks differ":     {func(h *act.Header) { h.At = now.Add(act.MaxAhead) }, "a.example", time.Hour, nil},
		"from the future":   {func(h *act.Header) { h.At = now.Add(act.MaxAhead + time.Second) }, "a.example", time.Hour, act.ErrStale},
	} {
		h := h
		c.change(&h)
		if err := h.Fresh(c.registry, now, c.maxAge); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// The same words said twice are two acts; one act is one, whichever signatures are around it.
func TestIdentity(t *testing.T) {
	d := act.Withdrawal{Challenge: "c-7"}
	a, b := newKey(t), newKey(t)
	open := func(text []byte) *act.Signed {
		t.Helper()
		s, err := act.Open(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	h := act.New("r.example")
	alone := sign(t, h, d, a)
	both, err := act.Countersign(alone, b)
	if err != nil {
		t.Fatal(err)
	}
	one, two, again := open(alone), open(both), open(sign(t, act.New("r.example"), d, a))
	if one.ID != two.ID || one.Digest == two.Digest {
		t.Errorf("countersigned: IDs %s and %s, digests %s and %s", one.ID, two.ID, one.Digest, two.Digest)
	}
	if one.ID == again.ID {
		t.Errorf("two acts have the ID %s", one.ID)
	}
	if one.Digest != reports.Digest(alone) {
		t.Errorf("the digest is %s", one.Digest)
	}
	if n := len(two.Signers); n != 2 || two.Signers[0].KeyID != a.ID() || two.Signers[1].KeyID != b.ID() {
		t.Errorf("signers: %v", two.Signers)
	}
	if _, err := act.Countersign(both, b); !errors.Is(err, attest.ErrKey) {
		t.Errorf("signed twice by one key: %v", err)
	}
	if direct := sign(t, h, d, a, b); !bytes.Equal(direct, both) {
		t.Error("signed by two and countersigned are two things")
	}
	if _, err := act.Sign(h, d); !errors.Is(err, attest.ErrKey) {
		t.Errorf("signed by nobody: %v", err)
	}
}
