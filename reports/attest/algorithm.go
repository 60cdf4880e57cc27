package attest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/emmansun/gmsm/sm2"
)

// Algorithm is how a key signs.
type Algorithm string

// The algorithms. See the package documentation for what exactly each of them signs.
const (
	Ed25519   Algorithm = "ed25519"    // RFC 8032
	ECDSAP256 Algorithm = "ecdsa-p256" // FIPS 186-5
	SM2       Algorithm = "sm2"        // GB/T 32918.2
)

// Algorithms are those that there are, the default first.
func Algorithms() []Algorithm { return []Algorithm{Ed25519, ECDSAP256, SM2} }

// AlgorithmByName finds one.
func AlgorithmByName(name string) (Algorithm, error) {
	all := Algorithms()
	if a := Algorithm(name); slices.Contains(all, a) {
		return a, nil
	}
	words := make([]string, len(all))
	for i, a := range all {
		words[i] = string(a)
	}
	return "", fmt.Errorf("%w: no algorithm %q; there are %s", ErrKey, name, strings.Join(words, ", "))
}

// Words name an algorithm to people.
func (a Algorithm) Words() string {
	switch a {
	case Ed25519:
		return "Ed25519"
	case ECDSAP256:
		return "ECDSA P-256 with SHA-256"
	case SM2:
		return "SM2 with SM3"
	}
	return string(a)
}

// Generate makes a new key.
func (a Algorithm) Generate() (*Key, error) {
	s, err := a.scheme()
	if err != nil {
		return nil, err
	}
	signer, err := s.generate()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return NewKey(signer)
}

// scheme is what an algorithm does. Messages are whole: a scheme hashes as it must.
type scheme interface {
	generate() (crypto.Signer, error)
	sign(signer crypto.Signer, message []byte) ([]byte, error)
	verify(key crypto.PublicKey, message, sig []byte) error
}

func (a Algorithm) scheme() (scheme, error) {
	switch a {
	case Ed25519:
		return edwards{}, nil
	case ECDSAP256:
		return nist{}, nil
	case SM2:
		return shangmi{}, nil
	}
	return nil, fmt.Errorf("%w: no algorithm %q", ErrKey, string(a))
}

var errSignature = errors.New("the signature is not this key's over these bytes")

type edwards struct{}

func (edwards) generate() (crypto.Signer, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	return private, err
}

func (edwards) sign(s crypto.Signer, message []byte) ([]byte, error) {
	return s.Sign(rand.Reader, message, crypto.Hash(0))
}

func (edwards) verify(key crypto.PublicKey, message, sig []byte) error {
	if !ed25519.Verify(key.(ed25519.PublicKey), message, sig) {
		return errSignature
	}
	return nil
}

type nist struct{}

func (nist) generate() (crypto.Signer, error) { return ecdsa.GenerateKey(elliptic.P256(), rand.Reader) }

// sign gives the one of the two valid signatures (r, s) and (r, n-s) that verify accepts: devices
// give either.
func (nist) sign(s crypto.Signer, message []byte) ([]byte, error) {
	digest := sha256.Sum256(message)
	sig, err := s.Sign(rand.Reader, digest[:], crypto.SHA256)
	if err != nil {
		return nil, err
	}
	p, err := parsePair(sig)
	if err != nil {
		return nil, err
	}
	if p.high() {
		p.S.Sub(elliptic.P256().Params().N, p.S)
	}
	return asn1.Marshal(p)
}

func (nist) verify(key crypto.PublicKey, message, sig []byte) error {
	p, err := parsePair(sig)
	if err != nil {
		return err
	}
	if p.high() {
		return errors.New("the signature's s is more than half of the group's order: anybody can make that of the one that was signed")
	}
	digest := sha256.Sum256(message)
	if !ecdsa.VerifyASN1(key.(*ecdsa.PublicKey), digest[:], sig) {
		return errSignature
	}
	return nil
}

type shangmi struct{}

func (shangmi) generate() (crypto.Signer, error) { return sm2.GenerateKey(rand.Reader) }

// sign hands over a digest, as to any crypto.Signer: the user id is in it.
func (shangmi) sign(s crypto.Signer, message []byte) ([]byte, error) {
	public, ok := s.Public().(*ecdsa.PublicKey)
	if !ok {
		return nil, fmt.Errorf("its public half is a %T", s.Public())
	}
	digest, err := sm2.CalculateSM2Hash(public, message, nil)
	if err != nil {
		return nil, err
	}
	return s.Sign(rand.Reader, digest, crypto.Hash(0))
}

func (shangmi) verify(key crypto.PublicKey, message, sig []byte) error {
	if _, err := parsePair(sig); err != nil {
		return err
	}
	public := key.(*ecdsa.PublicKey)
	digest, err := sm2.CalculateSM2Hash(public, message, nil)
	if err != nil {
		return err
	}
	if !sm2.VerifyASN1(public, digest, sig) {
		return errSignature
	}
	return nil
}

// pair is a signature over a curve: SEQUENCE { r INTEGER, s INTEGER }.
type pair struct{ R, S *big.Int }

// maxPair is the size of two 256-bit numbers in DER.
const maxPair = 2 + 2*(2+33)

// parsePair is strict: the same two numbers have one encoding.
func parsePair(sig []byte) (pair, error) {
	var p pair
	if len(sig) > maxPair {
		return p, errors.New("the signature is longer than two 256-bit numbers in DER")
	}
	rest, err := asn1.Unmarshal(sig, &p)
	if err != nil || len(rest) > 0 {
		return p, errors.New("the signature is not two numbers in DER")
	}
	if again, err := asn1.Marshal(p); err != nil || string(again) != string(sig) {
		return p, errors.New("the signature is not two numbers in DER")
	}
	return p, nil
}

// high says whether s is more than half of P-256's order.
func (p pair) high() bool {
	half := new(big.Int).Rsh(elliptic.P256().Params().N, 1)
	return p.S.Cmp(half) > 0
}
