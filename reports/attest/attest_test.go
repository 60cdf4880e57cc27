package attest_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	testresult "github.com/in-toto/attestation/go/predicates/test_result/v0"
	intoto "github.com/in-toto/attestation/go/v1"
	"github.com/secure-systems-lab/go-securesystemslib/dsse"
	"github.com/secure-systems-lab/go-securesystemslib/signerverifier"
	"google.golang.org/protobuf/encoding/protojson"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

func newKey(t testing.TB) *attest.Key {
	t.Helper()
	k, err := attest.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func keyOf(t testing.TB, a attest.Algorithm) *attest.Key {
	t.Helper()
	k, err := a.Generate()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func signed(t testing.TB, r *reports.Report, keys ...*attest.Key) []byte {
	t.Helper()
	text, err := attest.Sign(r, keys...)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func both(t *testing.T, r *reports.Report, keys ...*attest.Key) (envelope, summary []byte) {
	t.Helper()
	text, err := reports.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	if envelope, summary, err = attest.SignBoth(r, text, keys...); err != nil {
		t.Fatal(err)
	}
	return envelope, summary
}

func TestSignThenVerify(t *testing.T) {
	key := newKey(t)
	text := signed(t, reportstest.Sample(), key)

	alone, err := attest.Verify(text)
	if err != nil {
		t.Fatal(err)
	}
	if alone.Confirmed() {
		t.Error("the key in the file confirms nobody")
	}
	if !strings.Contains(words(alone), "whose owner you have not confirmed") {
		t.Errorf("without a key the findings must say what is not proven:\n%s", words(alone))
	}
	known, err := attest.Verify(text, key.Public())
	if err != nil {
		t.Fatal(err)
	}
	if !known.Confirmed() || strings.Contains(words(known), "not confirmed") {
		t.Errorf("with the key:\n%s", words(known))
	}
	want, err := reports.Encode(reportstest.Sample())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(known.Text, want) {
		t.Error("the envelope's report is not report.json, byte for byte")
	}
}

func words(r *attest.Result) string {
	var b strings.Builder
	for _, f := range r.Findings {
		b.WriteString(f.Words + "\n")
	}
	return b.String()
}

// Every byte of the envelope, three ways, each with a signature of every algorithm.
func TestEveryTamperedByteIsRefused(t *testing.T) {
	var keys []*attest.Key
	for _, a := range attest.Algorithms() {
		keys = append(keys, keyOf(t, a))
	}
	text := signed(t, reportstest.Small(), keys...)
	bad := bytes.Clone(text)
	for i := range text {
		for _, flip := range []byte{0x01, 0x20, 0x80} {
			bad[i] = text[i] ^ flip
			if _, err := attest.Verify(bad); !errors.Is(err, attest.ErrRefused) {
				t.Fatalf("byte %d, %q for %q: %v, want ErrRefused", i, bad[i], text[i], err)
			}
		}
		bad[i] = text[i]
	}
	for i := range text {
		cut := append(bytes.Clone(text[:i]), text[i+1:]...)
		if _, err := attest.Verify(cut); !errors.Is(err, attest.ErrRefused) {
			t.Fatalf("without byte %d: %v, want ErrRefused", i, err)
		}
	}
	for _, more := range []string{"\n", " ", "{}", "x"} {
		if _, err := attest.Verify(append(bytes.Clone(text), more...)); !errors.Is(err, attest.ErrRefused) {
			t.Errorf("followed by %q: %v, want ErrRefused", more, err)
		}
	}
}

func TestRefusals(t *testing.T) {
	key, other := newKey(t), newKey(t)
	text := signed(t, reportstest.Small(), key)
	var e map[string]any
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	edit := func(change func(e map[string]any, first map[string]any)) []byte {
		var c map[string]any
		if err := json.Unmarshal(text, &c); err != nil {
			t.Fatal(err)
		}
		change(c, c["signatures"].([]any)[0].(map[string]any))
		out, err := reports.Canonical(c)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	impostor := func() []byte { // another key's hint and id over the same signature
		return edit(func(_, s map[string]any) {
			block, _ := pem.Decode(other.Public().PEM())
			s["public_key"] = base64.StdEncoding.EncodeToString(block.Bytes)
			s["keyid"] = other.ID()
		})
	}
	lies := reportstest.Sample()
	lies.Verdicts.Conclusion = reports.Conforming
	miscounts := reportstest.Sample()
	miscounts.Verdicts.Counts.Failed = 0
	for name, c := range map[string]struct {
		text []byte
		keys []attest.PublicKey
		says string
	}{
		"nothing":            {nil, nil, "not a DSSE envelope"},
		"another key":        {text, []attest.PublicKey{other.Public()}, "not signed by the key that you gave"},
		"one of two keys":    {text, []attest.PublicKey{key.Public(), other.Public()}, "not signed by the key that you gave"},
		"no signature":       {edit(func(e, _ map[string]any) { e["signatures"] = []any{} }), nil, "nobody has signed"},
		"signatures null":    {edit(func(e, _ map[string]any) { e["signatures"] = nil }), nil, "nobody has signed"},
		"too many":           {edit(func(e, s map[string]any) { e["signatures"] = slices.Repeat([]any{s}, attest.MaxSignatures+1) }), nil, "17 signatures"},
		"a broken line":      {edit(func(_, s map[string]any) { s["sig"] = "\n" + s["sig"].(string) }), nil, "illegal base64"},
		"a broken payload":   {edit(func(e, _ map[string]any) { e["payload"] = "\n" + e["payload"].(string) }), nil, "illegal base64"},
		"twice the same":     {edit(func(e, s map[string]any) { e["signatures"] = []any{s, s} }), nil, "signs twice"},
		"an unknown key":     {edit(func(_, s map[string]any) { delete(s, "public_key") }), nil, "neither in the file nor given"},
		"an unknown member":  {edit(func(e, _ map[string]any) { e["note"] = "x" }), nil, "unknown field"},
		"an impostor":        {impostor(), nil, "not this key's"},
		"another id":         {edit(func(_, s map[string]any) { s["keyid"] = other.ID() }), nil, "is not key"},
		"another type":       {edit(func(e, _ map[string]any) { e["payloadType"] = "text/plain" }), nil, "not an in-toto statement"},
		"indented":           {indent(t, text), nil, "canonical"},
		"a false conclusion": {signed(t, sealedAs(lies), key), nil, "rules give"},
		"false counts":       {signed(t, sealedAs(miscounts), key), nil, "ID"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := attest.Verify(c.text, c.keys...)
			if !errors.Is(err, attest.ErrRefused) || !strings.Contains(err.Error(), c.says) {
				t.Errorf("%v, want ErrRefused that says %q", err, c.says)
			}
		})
	}
	_, summary := both(t, reportstest.Small(), key)
	if _, err := attest.Verify(summary); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("a summary taken for a report: %v", err)
	}
}

// sealedAs keeps the lie: the ID is that of the report as it is. Only its own signer can do that.
func sealedAs(r *reports.Report) *reports.Report {
	liar := *r
	conclusion, counts := r.Verdicts.Conclusion, r.Verdicts.Counts
	if err := liar.Seal(); err != nil {
		panic(err)
	}
	liar.Verdicts.Conclusion, liar.Verdicts.Counts = conclusion, counts
	if conclusion == reports.Conforming { // find the ID that belongs to the lie
		err := liar.Consistent()
		_, id, _ := strings.Cut(err.Error(), "verdicts give ")
		liar.ID = strings.TrimSpace(id)
	}
	return &liar
}

func indent(t *testing.T, text []byte) []byte {
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", " "); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestCountersign(t *testing.T) {
	vendor, lab := newKey(t), newKey(t)
	text := signed(t, reportstest.Sample(), vendor)
	both, err := attest.Countersign(text, lab)
	if err != nil {
		t.Fatal(err)
	}
	res, err := attest.Verify(both, vendor.Public(), lab.Public())
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Signers) != 2 {
		t.Errorf("%d signers, want 2", len(res.Signers))
	}
	if _, err := attest.Countersign(both, lab); !errors.Is(err, attest.ErrKey) {
		t.Errorf("signing again: %v, want ErrKey", err)
	}
	if _, err := attest.Countersign(text[:len(text)-2], lab); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("countersigning rubbish: %v, want ErrRefused", err)
	}
}

// What we write, the reference libraries read.
func TestOthersCanRead(t *testing.T) {
	r := reportstest.Sample()
	key := newKey(t)
	envelope, summary := both(t, r, key)
	if !bytes.Equal(envelope, signed(t, r, key)) {
		t.Error("a report is signed in two ways")
	}
	for predicate, text := range map[string][]byte{attest.ReportPredicate: envelope, attest.TestResult: summary} {
		var e dsse.Envelope
		if err := json.Unmarshal(text, &e); err != nil {
			t.Fatal(err)
		}
		// The library's own verifier, with the key id that we use.
		public, err := signerverifier.LoadKey(key.Public().PEM())
		if err != nil {
			t.Fatal(err)
		}
		public.KeyID = key.ID()
		v, err := signerverifier.NewED25519SignerVerifierFromSSLibKey(public)
		if err != nil {
			t.Fatal(err)
		}
		check, err := dsse.NewEnvelopeVerifier(v)
		if err != nil {
			t.Fatal(err)
		}
		_, payload, err := check.VerifyAndDecode(context.Background(), &e)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := reports.Canonical(json.RawMessage(payload)); err != nil || !bytes.Equal(again, payload) {
			t.Errorf("the statement is not in canonical form: %v", err)
		}
		var s intoto.Statement
		if err := protojson.Unmarshal(payload, &s); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(); err != nil {
			t.Error(err)
		}
		if s.GetPredicateType() != predicate {
			t.Errorf("predicate type %s, want %s", s.GetPredicateType(), predicate)
		}
		if predicate != attest.TestResult {
			continue
		}
		inner, err := protojson.Marshal(s.GetPredicate())
		if err != nil {
			t.Fatal(err)
		}
		var result testresult.TestResult
		if err := protojson.Unmarshal(inner, &result); err != nil {
			t.Fatal(err)
		}
		if result.GetResult() != "FAILED" || len(result.GetFailedTests()) != r.Verdicts.Counts.Failed || len(result.GetConfiguration()) != 3 {
			t.Errorf("test-result/v0.1: %v", &result)
		}
	}
}

func TestKeyFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "key.pem")
	key := newKey(t)
	if err := key.Save(path); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v, want 0600", info.Mode(), err)
	}
	if err := newKey(t).Save(path); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over an existing key: %v, want fs.ErrExist", err)
	}
	back, err := attest.LoadKey(path, nil)
	if err != nil || back.ID() != key.ID() {
		t.Errorf("read back: %v", err)
	}
	public, err := attest.ParsePublicKey(key.Public().PEM())
	if err != nil || public.ID() != key.ID() {
		t.Errorf("public half: %v", err)
	}
	private, err := key.PEM()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := attest.ParsePublicKey(private); !errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), "public half") {
		t.Errorf("a private key for verifying: %v", err)
	}
	for name, text := range map[string][]byte{
		"empty": nil, "not PEM": []byte("hello"), "a public key": key.Public().PEM(),
		"rubbish in PEM": pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte("x")}),
		"two keys":       append(bytes.Clone(private), private...),
		"huge":           bytes.Repeat([]byte("x"), attest.MaxKeyFile+1),
	} {
		if _, err := attest.ParseKey(text, nil); !errors.Is(err, attest.ErrKey) {
			t.Errorf("%s: %v, want ErrKey", name, err)
		}
	}
}

// Runs that start together on a new machine agree on one key.
func TestOwnKeyIsMadeOnce(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	var wg sync.WaitGroup
	var mu sync.Mutex
	ids, made := map[string]bool{}, 0
	for range 16 {
		wg.Go(func() {
			key, first, err := attest.OwnKey(nil)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				t.Error(err)
				return
			}
			ids[key.ID()] = true
			if first {
				made++
			}
		})
	}
	wg.Wait()
	if len(ids) != 1 || made != 1 {
		t.Errorf("%d keys, made %d times", len(ids), made)
	}
}

// Where one's own key cannot be made, it is said what to do.
func TestOwnKeyHasNoPlace(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", filepath.Join(file, "home"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(file, "config"))
	_, _, err := attest.OwnKey(nil)
	if !errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), "give --key FILE, or set XDG_CONFIG_HOME") {
		t.Errorf("%v", err)
	}
}

// An envelope of which the end is missing is called that, wherever it was cut.
func TestEnvelopeCutShort(t *testing.T) {
	text, err := attest.Sign(reportstest.Sample(), newKey(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{20, len(text) / 2, len(text) - 10, len(text) - 1} {
		_, err := attest.Verify(text[:n])
		if want := fmt.Sprintf("the envelope is cut short: it ends after %d bytes", n); !errors.Is(err, attest.ErrRefused) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.200v, want %s", err, want)
		}
	}
}

// Whatever the bytes are, verification does not panic, and with the key given it accepts nothing
// but what the key signed.
func FuzzVerify(f *testing.F) {
	key, err := attest.NewKey(ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))) // the same in every worker
	if err != nil {
		f.Fatal(err)
	}
	good := signed(f, reportstest.Small(), key)
	f.Add(good)
	f.Add([]byte(`{"payload":"","payloadType":"application/vnd.in-toto+json","signatures":[]}`))
	f.Add([]byte(`{"payload":"e30=","payloadType":"application/vnd.in-toto+json","signatures":[{"keyid":"","sig":""}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		_, err := attest.Verify(text, key.Public())
		if err == nil && !bytes.Equal(text, good) {
			t.Errorf("accepted %q", text)
		}
		if err != nil && !errors.Is(err, attest.ErrRefused) {
			t.Errorf("%v is not ErrRefused", err)
		}
	})
}
