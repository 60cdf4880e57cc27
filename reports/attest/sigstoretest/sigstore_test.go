// Package sigstoretest checks with sigstore-go what attest.Sigstore gives. It is a module of its own,
// so that nobody who builds touchstone needs sigstore's dependencies:
//
//	cd reports/attest/sigstoretest && go test -mod=mod ./...
//
// (-mod=mod, because its requirements follow those of touchstone.)
package sigstoretest

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/sigstore/sigstore-go/pkg/bundle"
	"github.com/sigstore/sigstore-go/pkg/root"
	"github.com/sigstore/sigstore-go/pkg/verify"
	"github.com/sigstore/sigstore/pkg/signature"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

func TestBundles(t *testing.T) {
	r := reportstest.Sample()
	report, err := reports.Encode(r)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[attest.Algorithm]*attest.Key{}
	var all []*attest.Key
	for _, a := range []attest.Algorithm{attest.SM2, attest.Ed25519, attest.ECDSAP256} { // SM2 first: it is passed over
		key, err := a.Generate()
		if err != nil {
			t.Fatal(err)
		}
		keys[a] = key
		all = append(all, key)
	}
	envelope, err := attest.Sign(r, all...)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		signer string
		who    *attest.Key
	}{
		"default":    {"", keys[attest.Ed25519]},
		"ed25519":    {keys[attest.Ed25519].ID(), keys[attest.Ed25519]},
		"ecdsa-p256": {keys[attest.ECDSAP256].ID(), keys[attest.ECDSAP256]},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := attest.Sigstore(envelope, c.signer)
			if err != nil {
				t.Fatal(err)
			}
			if err := check(t, text, c.who, report); err != nil {
				t.Errorf("sigstore-go: %v", err)
			}
			if err := check(t, text, c.who, append(bytes.Clone(report), ' ')); err == nil {
				t.Error("sigstore-go takes it for a signature of another report.json")
			}
			other, err := c.who.Algorithm().Generate()
			if err != nil {
				t.Fatal(err)
			}
			if err := check(t, text, other, report); err == nil {
				t.Error("sigstore-go verifies it with another key")
			}
			var b map[string]any
			if err := json.Unmarshal(text, &b); err != nil {
				t.Fatal(err)
			}
			b["dsseEnvelope"].(map[string]any)["payloadType"] = "text/plain"
			changed, err := json.Marshal(b)
			if err != nil {
				t.Fatal(err)
			}
			if err := check(t, changed, c.who, report); err == nil {
				t.Error("sigstore-go verifies it with another payload type")
			}
		})
	}
	if _, err := attest.Sigstore(envelope, keys[attest.SM2].ID()); !errors.Is(err, attest.ErrKey) {
		t.Errorf("SM2: %v, want ErrKey", err)
	}
}

// check verifies a bundle as sigstore-go does for somebody who has the public key and the report.json.
func check(t *testing.T, text []byte, key *attest.Key, report []byte) error {
	t.Helper()
	var b bundle.Bundle
	if err := b.UnmarshalJSON(text); err != nil {
		return fmt.Errorf("the bundle: %w", err)
	}
	block, _ := pem.Decode(key.Public().PEM())
	public, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	v, err := signature.LoadVerifier(public, crypto.SHA256)
	if err != nil {
		t.Fatal(err)
	}
	trusted := root.NewTrustedPublicKeyMaterial(func(hint string) (root.TimeConstrainedVerifier, error) {
		if hint == "" {
			return nil, errors.New("no hint")
		}
		return root.NewExpiringKey(v, time.Time{}, time.Time{}), nil
	})
	verifier, err := verify.NewVerifier(trusted, verify.WithNoObserverTimestamps())
	if err != nil {
		t.Fatal(err)
	}
	res, err := verifier.Verify(&b, verify.NewPolicy(verify.WithArtifact(bytes.NewReader(report)), verify.WithKey()))
	if err != nil {
		return err
	}
	if res.Statement.GetPredicateType() != attest.ReportPredicate {
		return fmt.Errorf("predicate type %s", res.Statement.GetPredicateType())
	}
	return nil
}
