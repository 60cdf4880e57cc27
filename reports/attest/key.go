package attest

import (
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrKey is the class of keys that cannot be read, used or written.
var ErrKey = errors.New("key")

// Key signs. It holds any Ed25519 signer: a file's, or one that never leaves its device.
type Key struct {
	signer crypto.Signer
	public PublicKey
}

// PublicKey is the half that verifies.
type PublicKey struct {
	key  ed25519.PublicKey
	spki []byte
	id   string
}

// NewKey wraps a signer.
func NewKey(signer crypto.Signer) (*Key, error) {
	public, err := newPublic(signer.Public())
	if err != nil {
		return nil, err
	}
	return &Key{signer: signer, public: public}, nil
}

// GenerateKey makes a new key.
func GenerateKey() (*Key, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return NewKey(private)
}

func newPublic(key crypto.PublicKey) (PublicKey, error) {
	public, ok := key.(ed25519.PublicKey)
	if !ok {
		return PublicKey{}, fmt.Errorf("%w: is a %T, and reports are signed with Ed25519", ErrKey, key)
	}
	spki, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	sum := sha256.Sum256(spki)
	return PublicKey{public, spki, "sha256:" + hex.EncodeToString(sum[:])}, nil
}

// ID is "sha256:<hex>" over the key's SubjectPublicKeyInfo.
func (p PublicKey) ID() string { return p.id }

// PEM is the form in which the key is published.
func (p PublicKey) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: p.spki})
}

// Public is the half to publish.
func (k *Key) Public() PublicKey { return k.public }

// ID is the public half's.
func (k *Key) ID() string { return k.public.id }

// PEM is the private key, PKCS#8.
func (k *Key) PEM() ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(k.signer)
	if err != nil {
		return nil, fmt.Errorf("%w: this key cannot be exported: %w", ErrKey, err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), nil
}

// ParseKey reads a private key, PKCS#8 in PEM.
func ParseKey(text []byte) (*Key, error) {
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("%w: not a PEM file", ErrKey)
	}
	if block.Type != "PRIVATE KEY" {
		return nil, fmt.Errorf("%w: holds a %s, and signing needs a PRIVATE KEY (PKCS#8, not encrypted)", ErrKey, block.Type)
	}
	private, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	signer, ok := private.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("%w: a %T cannot sign", ErrKey, private)
	}
	return NewKey(signer)
}

// ParsePublicKey reads a public key in PEM.
func ParsePublicKey(text []byte) (PublicKey, error) {
	block, _ := pem.Decode(text)
	switch {
	case block == nil:
		return PublicKey{}, fmt.Errorf("%w: not a PEM file", ErrKey)
	case block.Type == "PRIVATE KEY":
		return PublicKey{}, fmt.Errorf("%w: this is a private key; verifying needs its public half (`touchstone key show --key FILE` prints it)", ErrKey)
	case block.Type != "PUBLIC KEY":
		return PublicKey{}, fmt.Errorf("%w: holds a %s, and verifying needs a PUBLIC KEY", ErrKey, block.Type)
	}
	return parseSPKI(block.Bytes)
}

func parseSPKI(der []byte) (PublicKey, error) {
	key, err := x509.ParsePKIXPublicKey(der)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return newPublic(key)
}

// LoadKey reads a private key from a file.
func LoadKey(path string) (*Key, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	k, err := ParseKey(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

// LoadPublicKey reads a public key from a file.
func LoadPublicKey(path string) (PublicKey, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	p, err := ParsePublicKey(text)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// OwnPath is where the user's own key is kept.
func OwnPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("%w: no place for one (%w); give a key with --key", ErrKey, err)
	}
	return filepath.Join(dir, "touchstone", "key.pem"), nil
}

// OwnKey is the user's own key, made on first use; made says that this was the first.
func OwnKey() (key *Key, made bool, err error) {
	path, err := OwnPath()
	if err != nil {
		return nil, false, err
	}
	if key, err = LoadKey(path); !errors.Is(err, fs.ErrNotExist) {
		return key, false, err
	}
	if key, err = GenerateKey(); err != nil {
		return nil, false, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrKey, err)
	}
	err = key.Save(path)
	if errors.Is(err, fs.ErrExist) { // another run was quicker: its key it is
		key, err = LoadKey(path)
		return key, false, err
	}
	return key, err == nil, err
}

// Save writes the private key to a new file that only its owner can read. An existing file is
// left alone (fs.ErrExist): a lost key cannot be made again.
func (k *Key) Save(path string) error {
	text, err := k.PEM()
	if err != nil {
		return err
	}
	// The file appears complete or not at all: another run may be looking for it.
	f, err := os.CreateTemp(filepath.Dir(path), ".key-*") // 0600
	if err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(text)
	if e := f.Sync(); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Link(f.Name(), path)
		if err != nil && !errors.Is(err, fs.ErrExist) { // a file system without links
			err = saveExclusive(path, text)
		}
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	return nil
}

func saveExclusive(path string, text []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

// signer makes a Key what package dsse wants.
type signer struct{ *Key }

func (s signer) Sign(_ context.Context, data []byte) ([]byte, error) {
	return s.signer.Sign(rand.Reader, data, crypto.Hash(0))
}

func (s signer) KeyID() (string, error) { return s.ID(), nil }

// verifier does the same for a PublicKey.
type verifier struct{ PublicKey }

func (v verifier) Verify(_ context.Context, data, sig []byte) error {
	if !ed25519.Verify(v.key, data, sig) {
		return errors.New("the signature is not this key's over these bytes")
	}
	return nil
}

func (v verifier) KeyID() (string, error)   { return v.id, nil }
func (v verifier) Public() crypto.PublicKey { return v.key }
