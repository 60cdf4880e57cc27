package attest

import (
	"crypto/aes"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"fmt"

	"github.com/emmansun/gmsm/pkcs"
	"github.com/emmansun/gmsm/pkcs8"
)

// Keys are encrypted as OpenSSL does it and can read it: PBES2 (RFC 8018), PBKDF2 with HMAC-SHA-256,
// AES-256 in CBC mode. It is the file's owner who chose the parameters of a file that is read: weaker
// ones are accepted, costlier ones up to these limits, so that no file occupies a machine.
const (
	iterations    = 600_000 // what is written
	maxIterations = 20_000_000
	maxSalt       = 1 << 10
	maxMemory     = 256 << 20 // scrypt: 128 * N * r bytes
	maxParallel   = 16

	// MaxPassphrase is the size above which a passphrase is refused.
	MaxPassphrase = 4 << 10
)

func encrypt(private any, passphrase []byte) ([]byte, error) {
	if err := checkPassphrase(passphrase); err != nil {
		return nil, err
	}
	kdf := pkcs8.PBKDF2Opts{SaltSize: 16, IterationCount: iterations, HMACHash: pkcs8.SHA256}
	der, err := pkcs8.MarshalPrivateKey(private, passphrase, pkcs.NewPBESEncrypter(pkcs.AES256CBC, kdf))
	if err != nil {
		return nil, fmt.Errorf("this key cannot be exported: %w", err)
	}
	return der, nil
}

func checkPassphrase(passphrase []byte) error {
	switch {
	case len(passphrase) == 0:
		return errors.New("the passphrase is empty")
	case len(passphrase) > MaxPassphrase:
		return fmt.Errorf("the passphrase is longer than %d bytes", MaxPassphrase)
	}
	return nil
}

func decrypt(name string, der []byte, ask Passphrase) (any, error) {
	if err := checkEncryption(der); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	if ask == nil {
		return nil, fmt.Errorf("%w: is encrypted, and there is no passphrase", ErrKey)
	}
	passphrase, err := ask(name)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	if err := checkPassphrase(passphrase); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	private, err := pkcs8.ParsePKCS8PrivateKey(der, passphrase)
	if err != nil { // padding and content are all that CBC has to tell a wrong passphrase by
		return nil, fmt.Errorf("%w: does not open: the passphrase is wrong, or the file is damaged", ErrKey)
	}
	return private, nil
}

// Object identifiers of RFC 8018, RFC 7914, and of the ciphers.
const (
	oidPBES2  = "1.2.840.113549.1.5.13"
	oidPBKDF2 = "1.2.840.113549.1.5.12"
	oidScrypt = "1.3.6.1.4.1.11591.4.11"
	oidAES128 = "2.16.840.1.101.3.4.1.2"
	oidAES192 = "2.16.840.1.101.3.4.1.22"
	oidAES256 = "2.16.840.1.101.3.4.1.42"
	oidSM4    = "1.2.156.10197.1.104.2"
)

// checkEncryption looks at how a key is encrypted, before anything is computed from it.
func checkEncryption(der []byte) error {
	var info struct {
		Algorithm pkix.AlgorithmIdentifier
		Data      []byte
	}
	if err := strict(der, &info); err != nil {
		return fmt.Errorf("not an encrypted PKCS#8 key: %w", err)
	}
	if oid := info.Algorithm.Algorithm.String(); oid != oidPBES2 {
		return fmt.Errorf("is encrypted with %s, and PBES2 is needed: `openssl pkcs8 -topk8 -v2 aes-256-cbc` makes it so", oid)
	}
	var how struct{ KDF, Cipher pkix.AlgorithmIdentifier }
	if err := strict(info.Algorithm.Parameters.FullBytes, &how); err != nil {
		return fmt.Errorf("parameters of PBES2: %w", err)
	}
	switch oid := how.Cipher.Algorithm.String(); oid {
	case oidAES128, oidAES192, oidAES256, oidSM4:
	default:
		return fmt.Errorf("is encrypted with cipher %s, and AES or SM4 in CBC mode is needed", oid)
	}
	var iv []byte
	if err := strict(how.Cipher.Parameters.FullBytes, &iv); err != nil || len(iv) != aes.BlockSize {
		return errors.New("the cipher's initialisation vector is not one block")
	}
	if len(info.Data) == 0 || len(info.Data)%aes.BlockSize != 0 {
		return fmt.Errorf("%d encrypted bytes are no number of blocks", len(info.Data))
	}
	return checkKDF(how.KDF)
}

func checkKDF(kdf pkix.AlgorithmIdentifier) error {
	switch oid := kdf.Algorithm.String(); oid {
	case oidPBKDF2:
		var p struct {
			Salt      []byte
			Count     int
			KeyLength int                      `asn1:"optional"`
			PRF       pkix.AlgorithmIdentifier `asn1:"optional"`
		}
		if err := strict(kdf.Parameters.FullBytes, &p); err != nil {
			return fmt.Errorf("parameters of PBKDF2: %w", err)
		}
		if len(p.Salt) > maxSalt || p.Count < 1 || p.Count > maxIterations {
			return fmt.Errorf("PBKDF2 with %d bytes of salt and %d iterations: at most %d and %d", len(p.Salt), p.Count, maxSalt, maxIterations)
		}
	case oidScrypt:
		var p struct {
			Salt      []byte
			N, R, P   int
			KeyLength int `asn1:"optional"`
		}
		if err := strict(kdf.Parameters.FullBytes, &p); err != nil {
			return fmt.Errorf("parameters of scrypt: %w", err)
		}
		fits := p.N > 1 && p.R > 0 && p.P > 0 && p.P <= maxParallel && p.N <= maxMemory/128 && p.R <= maxMemory/128/p.N
		if len(p.Salt) > maxSalt || !fits {
			return fmt.Errorf("scrypt with N = %d, r = %d, p = %d: more than %d MiB, or p above %d", p.N, p.R, p.P, maxMemory>>20, maxParallel)
		}
	default:
		return fmt.Errorf("its key is derived by %s, and PBKDF2 or scrypt is needed", oid)
	}
	return nil
}

// strict reads DER to its end.
func strict(der []byte, v any) error {
	rest, err := asn1.Unmarshal(der, v)
	if err == nil && len(rest) > 0 {
		err = errors.New("something follows it")
	}
	return err
}
