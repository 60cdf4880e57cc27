package attest

import (
	"bytes"
	"crypto"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/emmansun/gmsm/smx509"
)

// The PEM blocks that keys are kept in.
const (
	publicBlock    = "PUBLIC KEY"            // SubjectPublicKeyInfo, RFC 5280
	privateBlock   = "PRIVATE KEY"           // PKCS#8, RFC 5958
	encryptedBlock = "ENCRYPTED PRIVATE KEY" // the same, encrypted
)

// MaxKeyFile is the size above which a key file is not read.
const MaxKeyFile = 64 << 10

// Passphrase gives the passphrase of an encrypted key. It is called only when there is need of one;
// the argument names the key to whom is asked. A nil Passphrase has none.
type Passphrase func(key string) ([]byte, error)

// PEM is the private key, PKCS#8, not encrypted.
func (k *Key) PEM() ([]byte, error) {
	der, err := smx509.MarshalPKCS8PrivateKey(k.signer)
	if err != nil {
		return nil, fmt.Errorf("%w: this key cannot be exported: %w", ErrKey, err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: privateBlock, Bytes: der}), nil
}

// EncryptedPEM is the private key, PKCS#8, encrypted with a passphrase.
func (k *Key) EncryptedPEM(passphrase []byte) ([]byte, error) {
	der, err := encrypt(k.signer, passphrase)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: encryptedBlock, Bytes: der}), nil
}

// onlyBlock finds the one block of a PEM file. Text before it is remarks; a second block would be
// something that its owner believes was read.
func onlyBlock(text []byte) (*pem.Block, error) {
	block, rest := pem.Decode(text)
	if block == nil {
		return nil, fmt.Errorf("%w: not a PEM file", ErrKey)
	}
	if len(bytes.TrimSpace(rest)) > 0 {
		return nil, fmt.Errorf("%w: something follows the %s: one file holds one key", ErrKey, block.Type)
	}
	return block, nil
}

// ParseKey reads a private key, PKCS#8 in PEM, which may be encrypted.
func ParseKey(text []byte, passphrase Passphrase) (*Key, error) {
	return parseKey("the key", text, passphrase)
}

func parseKey(name string, text []byte, passphrase Passphrase) (*Key, error) {
	block, err := onlyBlock(text)
	if err != nil {
		return nil, err
	}
	var private any
	switch block.Type {
	case privateBlock:
		if private, err = smx509.ParsePKCS8PrivateKey(block.Bytes); err != nil {
			err = fmt.Errorf("%w: %w", ErrKey, err)
		}
	case encryptedBlock:
		private, err = decrypt(name, block.Bytes, passphrase)
	default:
		err = fmt.Errorf("%w: holds a %s, and signing needs a %s or %s (PKCS#8; `openssl pkcs8 -topk8` makes one)", ErrKey, block.Type, privateBlock, encryptedBlock)
	}
	if err != nil {
		return nil, err
	}
	signer, ok := private.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("%w: a %T cannot sign", ErrKey, private)
	}
	return NewKey(signer)
}

// ParsePublicKey reads a public key in PEM.
func ParsePublicKey(text []byte) (PublicKey, error) {
	block, err := onlyBlock(text)
	switch {
	case err != nil:
		return PublicKey{}, err
	case block.Type == privateBlock || block.Type == encryptedBlock:
		return PublicKey{}, fmt.Errorf("%w: %w", ErrKey, errPrivate)
	case block.Type != publicBlock:
		return PublicKey{}, fmt.Errorf("%w: holds a %s, and verifying needs a %s", ErrKey, block.Type, publicBlock)
	}
	return parseSPKI(block.Bytes)
}

var errPrivate = errors.New("this is a private key; verifying needs its public half (`touchstone key show --key FILE` prints it)")

// LoadKey reads a private key from a file.
func LoadKey(path string, passphrase Passphrase) (*Key, error) {
	text, err := readKey(path)
	if err != nil {
		return nil, err
	}
	k, err := parseKey(path, text, passphrase)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

// LoadPublicKey reads a public key from a file.
func LoadPublicKey(path string) (PublicKey, error) {
	text, err := readKey(path)
	if err != nil {
		return PublicKey{}, err
	}
	p, err := ParsePublicKey(text)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

// LoadPublicHalf reads the public half of what a file holds: a public key, or a private one.
func LoadPublicHalf(path string, passphrase Passphrase) (PublicKey, error) {
	public, err := LoadPublicKey(path)
	if !errors.Is(err, errPrivate) {
		return public, err
	}
	key, err := LoadKey(path, passphrase)
	if err != nil {
		return PublicKey{}, err
	}
	return key.Public(), nil
}

func readKey(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, MaxKeyFile+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	if len(text) > MaxKeyFile {
		return nil, fmt.Errorf("%w: %s is larger than %d KiB, and no key is", ErrKey, path, MaxKeyFile>>10)
	}
	return text, nil
}

// OwnPath is where the user's own key is kept.
func OwnPath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("%w: no place for one (%w); give a key with --key", ErrKey, err)
	}
	return filepath.Join(dir, "touchstone", "key.pem"), nil
}

// OwnKey is the user's own key. On first use it is made, Ed25519 and not encrypted: nobody is there
// yet to choose a passphrase. made says that this was the first.
func OwnKey(passphrase Passphrase) (key *Key, made bool, err error) {
	path, err := OwnPath()
	if err != nil {
		return nil, false, err
	}
	var place *fs.PathError
	switch key, err = LoadKey(path, passphrase); {
	case errors.As(err, &place) && !errors.Is(err, fs.ErrNotExist):
		return nil, false, fmt.Errorf("%w; %s", err, elsewhere)
	case !errors.Is(err, fs.ErrNotExist):
		return key, false, err
	}
	if key, err = GenerateKey(); err != nil {
		return nil, false, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, false, fmt.Errorf("%w: your own cannot be made: %w; %s", ErrKey, err, elsewhere)
	}
	err = key.Save(path)
	if errors.Is(err, fs.ErrExist) { // another run was quicker: its key it is
		key, err = LoadKey(path, passphrase)
		return key, false, err
	}
	if err != nil {
		return nil, false, fmt.Errorf("%w; %s", err, elsewhere)
	}
	return key, true, nil
}

// elsewhere is what to do where one's own key cannot be.
const elsewhere = "give --key FILE, or set XDG_CONFIG_HOME to a folder that can be written"

// Save writes the private key, not encrypted, to a new file that only its owner can read. An existing
// file is left alone (fs.ErrExist): a lost key cannot be made again.
func (k *Key) Save(path string) error {
	text, err := k.PEM()
	if err != nil {
		return err
	}
	return save(path, text)
}

// SaveEncrypted is Save with a passphrase.
func (k *Key) SaveEncrypted(path string, passphrase []byte) error {
	text, err := k.EncryptedPEM(passphrase)
	if err != nil {
		return err
	}
	return save(path, text)
}

func save(path string, text []byte) error {
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
