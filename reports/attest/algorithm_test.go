package attest_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/asn1"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/emmansun/gmsm/sm2"
	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

// Vendor, laboratory and body sign one report, each in its own way.
func TestSeveralAlgorithms(t *testing.T) {
	var public []attest.PublicKey
	var text []byte
	for _, a := range attest.Algorithms() {
		key := keyOf(t, a)
		if key.Algorithm() != a || key.Public().Algorithm() != a {
			t.Fatalf("%s: the key says %s", a, key.Algorithm())
		}
		public = append(public, key.Public())
		var err error
		if text == nil {
			text = signed(t, reportstest.Small(), key)
		} else if text, err = attest.Countersign(text, key); err != nil {
			t.Fatal(err)
		}
		res, err := attest.Verify(text, public...)
		if err != nil {
			t.Fatalf("%s: %v", a, err)
		}
		last := res.Signers[len(res.Signers)-1]
		if len(res.Signers) != len(public) || last.Algorithm != a || !strings.Contains(words(res), "signed with "+a.Words()+" by key "+key.ID()+", which you gave") {
			t.Errorf("%s: %d signers, the last with %s:\n%s", a, len(res.Signers), last.Algorithm, words(res))
		}
	}
	if _, err := attest.Verify(text); err != nil {
		t.Errorf("with the keys that travel in the file: %v", err)
	}
	if _, err := attest.Verify(text, keyOf(t, attest.SM2).Public()); !errors.Is(err, attest.ErrRefused) {
		t.Errorf("a stranger's key: %v, want ErrRefused", err)
	}
	if _, err := attest.AlgorithmByName("rsa"); !errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), "ed25519, ecdsa-p256, sm2") {
		t.Errorf("an algorithm that is none: %v", err)
	}
}

// What is signed is what the package says, as the standards' own words and another reading have it.
func TestWhatIsSigned(t *testing.T) {
	for _, a := range attest.Algorithms() {
		key := keyOf(t, a)
		pae, sig := parts(t, signed(t, reportstest.Small(), key))
		digest := sha256.Sum256(pae)
		ok := false
		switch a {
		case attest.Ed25519:
			ok = ed25519.Verify(publicOf(t, key).(ed25519.PublicKey), pae, sig)
		case attest.ECDSAP256:
			ok = ecdsa.VerifyASN1(publicOf(t, key).(*ecdsa.PublicKey), digest[:], sig)
		case attest.SM2:
			ok = sm2.VerifyASN1WithSM2(publicOf(t, key).(*ecdsa.PublicKey), []byte("1234567812345678"), pae, sig)
		}
		if !ok {
			t.Errorf("%s: the signature is not over what the package documentation says", a)
		}
	}
}

// parts are the bytes that the first signature of an envelope is over, and the signature.
func parts(t *testing.T, text []byte) (pae, sig []byte) {
	t.Helper()
	var e dsse.Envelope
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	payload, err := base64.StdEncoding.DecodeString(e.Payload)
	if err != nil {
		t.Fatal(err)
	}
	if sig, err = base64.StdEncoding.DecodeString(e.Signatures[0].Sig); err != nil {
		t.Fatal(err)
	}
	return dsse.PAE(e.PayloadType, payload), sig
}

// A signature has one form: whoever does not have the key cannot make a second envelope that verifies.
func TestSignaturesAreStrict(t *testing.T) {
	type pair struct{ R, S *big.Int }
	n := map[attest.Algorithm]*big.Int{attest.ECDSAP256: elliptic.P256().Params().N, attest.SM2: sm2.P256().Params().N}
	long := func(x *big.Int) []byte { // with a zero in front that DER does not want
		b := append([]byte{0, 0}, x.Bytes()...)
		return append([]byte{2, byte(len(b))}, b...)
	}
	for _, a := range []attest.Algorithm{attest.ECDSAP256, attest.SM2} {
		key := keyOf(t, a)
		for range 8 { // about half of the signatures that are made had the higher s
			text := signed(t, reportstest.Small(), key)
			_, sig := parts(t, text)
			if len(sig) > 72 {
				t.Errorf("%s: a signature of %d bytes", a, len(sig))
			}
			var p pair
			if _, err := asn1.Unmarshal(sig, &p); err != nil {
				t.Fatal(err)
			}
			der := func(r, s *big.Int) []byte {
				out, err := asn1.Marshal(pair{r, s})
				if err != nil {
					t.Fatal(err)
				}
				return out
			}
			body := slices.Concat(long(p.R), long(p.S))
			for name, other := range map[string][]byte{
				"s of the other half":   der(p.R, new(big.Int).Sub(n[a], p.S)),
				"s not reduced":         der(p.R, new(big.Int).Add(p.S, n[a])),
				"r not reduced":         der(new(big.Int).Add(p.R, n[a]), p.S),
				"negative s":            der(p.R, new(big.Int).Neg(p.S)),
				"zeros":                 der(new(big.Int), new(big.Int)),
				"something after it":    append(bytes.Clone(sig), 0),
				"integers not shortest": append([]byte{0x30, byte(len(body))}, body...),
				"a long length":         append([]byte{0x30, 0x81}, sig[1:]...),
				"r and s alone":         slices.Concat(p.R.FillBytes(make([]byte, 32)), p.S.FillBytes(make([]byte, 32))),
				"nothing":               {},
			} {
				if _, err := attest.Verify(withSignature(t, text, other), key.Public()); !errors.Is(err, attest.ErrRefused) {
					t.Errorf("%s, %s: %v, want ErrRefused", a, name, err)
				}
			}
			if _, err := attest.Verify(withSignature(t, text, sig), key.Public()); err != nil {
				t.Errorf("%s: the signature itself: %v", a, err)
			}
		}
	}
}

func withSignature(t *testing.T, text, sig []byte) []byte {
	t.Helper()
	var e map[string]any
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	e["signatures"].([]any)[0].(map[string]any)["sig"] = base64.StdEncoding.EncodeToString(sig)
	out, err := reports.Canonical(e)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// device is a signer that lets nobody see its key, as a hardware module does.
type device struct {
	crypto.Signer
	spoil func(sig []byte) []byte
}

func (d device) Sign(r io.Reader, digest []byte, opts crypto.SignerOpts) ([]byte, error) {
	sig, err := d.Signer.Sign(r, digest, opts)
	if err == nil && d.spoil != nil {
		sig = d.spoil(sig)
	}
	return sig, err
}

func TestDevices(t *testing.T) {
	for _, a := range attest.Algorithms() {
		inner := signerOf(t, a)
		key, err := attest.NewKey(device{Signer: inner})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := attest.Verify(signed(t, reportstest.Small(), key), key.Public()); err != nil {
			t.Errorf("%s: %v", a, err)
		}
		if _, err := key.PEM(); !errors.Is(err, attest.ErrKey) {
			t.Errorf("%s: a device's key exported: %v", a, err)
		}
		if _, err := key.EncryptedPEM([]byte("x")); !errors.Is(err, attest.ErrKey) {
			t.Errorf("%s: a device's key exported: %v", a, err)
		}
		bad, err := attest.NewKey(device{inner, func(sig []byte) []byte { sig[len(sig)-1] ^= 1; return sig }})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := attest.Sign(reportstest.Small(), bad); !errors.Is(err, attest.ErrKey) {
			t.Errorf("%s: a device that errs: %v, want ErrKey", a, err)
		}
	}
}

// Keys for which others can sign, and keys of other kinds.
func TestKeysThatAreRefused(t *testing.T) {
	modulus, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for name, key := range map[string]crypto.Signer{"RSA": modulus, "P-384": curve, "no key": public{"x"},
		"short": public{ed25519.PublicKey("x")}, "off the curve": off(elliptic.P256()), "off SM2's curve": off(sm2.P256())} {
		if _, err := attest.NewKey(key); !errors.Is(err, attest.ErrKey) {
			t.Errorf("%s: %v, want ErrKey", name, err)
		}
	}
	for _, y := range []string{
		"0000000000000000000000000000000000000000000000000000000000000000",
		"0100000000000000000000000000000000000000000000000000000000000000",
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
	} {
		for _, sign := range []byte{0, 0x80} {
			point, err := hex.DecodeString(y)
			if err != nil {
				t.Fatal(err)
			}
			point[31] |= sign
			key := ed25519.PublicKey(point)
			// The signature of nobody: R is the neutral element, S is zero.
			forged := append([]byte{1}, make([]byte, 63)...)
			holds := 0
			for i := range 200 {
				if ed25519.Verify(key, fmt.Append(nil, i), forged) {
					holds++
				}
			}
			if holds == 0 {
				t.Errorf("%x: the forged signature holds for nothing: this is no point of small order", point)
			}
			if _, err := attest.NewKey(public{key}); !errors.Is(err, attest.ErrKey) {
				t.Errorf("%x: %v, want ErrKey", point, err)
			}
		}
	}
}

// off is a point that is not on its curve.
func off(curve elliptic.Curve) public {
	return public{&ecdsa.PublicKey{Curve: curve, X: big.NewInt(1), Y: big.NewInt(1)}} //nolint:staticcheck // there is no other way to make a wrong one
}

type public struct{ key crypto.PublicKey }

func (p public) Public() crypto.PublicKey { return p.key }
func (p public) Sign(io.Reader, []byte, crypto.SignerOpts) ([]byte, error) {
	return nil, errors.New("has no private half")
}
