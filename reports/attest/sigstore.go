package attest

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"

	"touchstone/reports"
)

// SigstoreType is the media type of what [Sigstore] gives.
const SigstoreType = "application/vnd.dev.sigstore.bundle.v0.3+json"

// sigstoreBundle is dev.sigstore.bundle.v1.Bundle in JSON, as far as there is need of it.
type sigstoreBundle struct {
	MediaType string `json:"mediaType"`
	Material  struct {
		PublicKey struct {
			Hint string `json:"hint"`
		} `json:"publicKey"`
	} `json:"verificationMaterial"`
	Envelope envelope `json:"dsseEnvelope"`
}

// Sigstore gives a report's envelope as a sigstore bundle v0.3, for tools that know those. A bundle
// has one signature: that of the key with this id, or with "" the first whose algorithm sigstore knows
// (it has no SM2). It holds no certificate and nothing of sigstore's own log: who verifies it must have
// the public key, which the hint names, base64 of SHA-256 over its SubjectPublicKeyInfo.
func Sigstore(text []byte, keyID string) ([]byte, error) {
	res, err := Verify(text)
	if err != nil {
		return nil, err
	}
	e, _, err := parse(text)
	if err != nil {
		return nil, err
	}
	for i, s := range res.Signers {
		if keyID == "" && s.Algorithm == SM2 || keyID != "" && keyID != s.KeyID {
			continue
		}
		if s.Algorithm == SM2 {
			return nil, fmt.Errorf("%w: %s signs with SM2, which sigstore does not know", ErrKey, keyID)
		}
		b := sigstoreBundle{MediaType: SigstoreType}
		hint := sha256.Sum256(s.Key.spki)
		b.Material.PublicKey.Hint = base64.StdEncoding.EncodeToString(hint[:])
		b.Envelope = envelope{
			Payload:     e.Payload,
			PayloadType: e.PayloadType,
			// No public_key, for unknown members are refused, and no key id: sigstore-go compares it with an
			// SSH fingerprint.
			Signatures: []signature{{Sig: e.Signatures[i].Sig}},
		}
		return reports.Canonical(b)
	}
	if keyID == "" {
		return nil, fmt.Errorf("%w: only SM2 keys have signed this report, and sigstore does not know SM2", ErrKey)
	}
	return nil, fmt.Errorf("%w: %s has not signed this report", ErrKey, keyID)
}
