package attest_test

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"testing"

	"touchstone/reports/attest"
)

// ownSigner is a key whose holder signs anything.
func ownSigner(t *testing.T) (attest.PublicKey, func(message []byte) []byte) {
	t.Helper()
	private := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	key, err := attest.NewKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key.Public(), func(message []byte) []byte { return ed25519.Sign(private, message) }
}

func payloadOf(t *testing.T, envelope []byte) []byte {
	t.Helper()
	var e struct {
		Payload string `json:"payload"`
	}
	if err := json.Unmarshal(envelope, &e); err != nil {
		t.Fatal(err)
	}
	payload, err := base64.StdEncoding.DecodeString(e.Payload)
	if err != nil {
		t.Fatal(err)
	}
	return payload
}
