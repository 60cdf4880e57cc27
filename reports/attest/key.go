package attest

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"slices"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"
)

// ErrKey is the class of keys that cannot be read, used or written.
var ErrKey = errors.New("key")

// Key signs. It holds any signer of an [Algorithm]: a file's, or one that never leaves its device.
type Key struct {
	signer crypto.Signer
	public PublicKey
}

// PublicKey is the half that verifies.
type PublicKey struct {
	key       crypto.PublicKey // ed25519.PublicKey, or *ecdsa.PublicKey on P-256 or SM2's curve
	algorithm Algorithm
	spki      []byte
	id        string
}

// NewKey wraps a signer. What it is asked to sign depends on its algorithm: for Ed25519 the message
// and crypto.Hash(0); for ECDSA P-256 a SHA-256 digest and crypto.SHA256; for SM2, whose Public is an
// *ecdsa.PublicKey on sm2.P256(), the SM3 digest over user id, curve, key and message, and
// crypto.Hash(0). The last two answer in ASN.1.
func NewKey(signer crypto.Signer) (*Key, error) {
	public, err := newPublic(signer.Public())
	if err != nil {
		return nil, err
	}
	return &Key{signer: signer, public: public}, nil
}

// GenerateKey makes a new Ed25519 key; [Algorithm.Generate] makes one of any algorithm.
func GenerateKey() (*Key, error) { return Ed25519.Generate() }

func newPublic(key crypto.PublicKey) (PublicKey, error) {
	p := PublicKey{key: key}
	var err error
	switch k := key.(type) {
	case ed25519.PublicKey:
		p.algorithm = Ed25519
		if len(k) != ed25519.PublicKeySize || smallOrder(k) {
			return PublicKey{}, fmt.Errorf("%w: the Ed25519 key is one for which anybody can sign", ErrKey)
		}
		p.spki, err = x509.MarshalPKIXPublicKey(k)
	case *ecdsa.PublicKey:
		switch {
		case k.Curve == elliptic.P256():
			p.algorithm = ECDSAP256
			p.spki, err = x509.MarshalPKIXPublicKey(k)
		case sm2.IsSM2PublicKey(k):
			p.algorithm = SM2
			p.spki, err = smx509.MarshalPKIXPublicKey(k)
		default:
			return PublicKey{}, fmt.Errorf("%w: an ECDSA key on another curve than P-256: %s", ErrKey, supported)
		}
	default:
		return PublicKey{}, fmt.Errorf("%w: is a %T: %s", ErrKey, key, supported)
	}
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	sum := sha256.Sum256(p.spki)
	p.id = "sha256:" + hex.EncodeToString(sum[:])
	return p, nil
}

const supported = "reports are signed with Ed25519, ECDSA P-256 or SM2"

// smallOrder says whether a key is one of the points whose order divides the cofactor, in any
// encoding: signatures of such keys hold for messages that nobody signed (RFC 8032 leaves them to the
// application). The sign bit makes no difference.
func smallOrder(key ed25519.PublicKey) bool {
	var y [ed25519.PublicKeySize]byte
	copy(y[:], key)
	y[31] &= 0x7f
	switch hex.EncodeToString(y[:]) {
	case "0000000000000000000000000000000000000000000000000000000000000000", // order 4
		"0100000000000000000000000000000000000000000000000000000000000000", // order 1
		"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", // order 8
		"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", // order 8
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 2
		"edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // 0 again, not reduced
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f": // 1 again, not reduced
		return true
	}
	return false
}

// ID is "sha256:<hex>" over the key's SubjectPublicKeyInfo.
func (p PublicKey) ID() string { return p.id }

// Algorithm is how the key signs.
func (p PublicKey) Algorithm() Algorithm { return p.algorithm }

// PEM is the form in which the key is published.
func (p PublicKey) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: publicBlock, Bytes: p.spki})
}

// SPKI is the key's SubjectPublicKeyInfo (RFC 5280), DER.
func (p PublicKey) SPKI() []byte { return slices.Clone(p.spki) }

// ParseSPKI reads what [PublicKey.SPKI] gave: a key has one encoding.
func ParseSPKI(der []byte) (PublicKey, error) {
	p, err := parseSPKI(der)
	if err == nil && !bytes.Equal(p.spki, der) {
		return PublicKey{}, fmt.Errorf("%w: not in the one form that a public key has", ErrKey)
	}
	return p, err
}

// verify checks a signature over a message.
func (p PublicKey) verify(message, sig []byte) error {
	s, err := p.algorithm.scheme()
	if err != nil {
		return err
	}
	return s.verify(p.key, message, sig)
}

// Public is the half to publish.
func (k *Key) Public() PublicKey { return k.public }

// ID is the public half's.
func (k *Key) ID() string { return k.public.id }

// Algorithm is how the key signs.
func (k *Key) Algorithm() Algorithm { return k.public.algorithm }

// maxSPKI is far above the size of any SubjectPublicKeyInfo that is accepted.
const maxSPKI = 512

func parseSPKI(der []byte) (PublicKey, error) {
	var info struct {
		Algorithm pkix.AlgorithmIdentifier
		Key       asn1.BitString
	}
	if len(der) > maxSPKI {
		return PublicKey{}, fmt.Errorf("%w: a public key of %d bytes: %s", ErrKey, len(der), supported)
	}
	if _, err := asn1.Unmarshal(der, &info); err != nil {
		return PublicKey{}, fmt.Errorf("%w: not a public key: %w", ErrKey, err)
	}
	parse := x509.ParsePKIXPublicKey
	var curve asn1.ObjectIdentifier
	if _, err := asn1.Unmarshal(info.Algorithm.Parameters.FullBytes, &curve); err == nil && curve.Equal(curveSM2()) {
		parse = smx509.ParsePKIXPublicKey
	}
	key, err := parse(der)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return newPublic(key)
}

// curveSM2 is sm2p256v1, GM/T 0006.
func curveSM2() asn1.ObjectIdentifier { return asn1.ObjectIdentifier{1, 2, 156, 10197, 1, 301} }

// signer makes a Key what package dsse wants.
type signer struct{ *Key }

// Sign gives nothing that would not verify: a device may err, and so may who wraps it.
func (s signer) Sign(_ context.Context, message []byte) ([]byte, error) {
	scheme, err := s.public.algorithm.scheme()
	if err != nil {
		return nil, err
	}
	sig, err := scheme.sign(s.signer, message)
	if err != nil {
		return nil, fmt.Errorf("key %s does not sign: %w", s.ID(), err)
	}
	if err := s.public.verify(message, sig); err != nil {
		return nil, fmt.Errorf("key %s gave a signature that it does not verify: %w", s.ID(), err)
	}
	return sig, nil
}

func (s signer) KeyID() (string, error) { return s.ID(), nil }
