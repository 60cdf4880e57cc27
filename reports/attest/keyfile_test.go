package attest_test

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"

	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

func publicOf(t testing.TB, k *attest.Key) crypto.PublicKey {
	t.Helper()
	block, _ := pem.Decode(k.Public().PEM())
	key, err := smx509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func signerOf(t testing.TB, a attest.Algorithm) crypto.Signer {
	t.Helper()
	text, err := keyOf(t, a).PEM()
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(text)
	key, err := smx509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return key.(crypto.Signer)
}

func secret(text string) attest.Passphrase {
	return func(string) ([]byte, error) { return []byte(text), nil }
}

func TestKeyFilesOfEveryAlgorithm(t *testing.T) {
	const open = "correct horse 电池"
	for _, a := range attest.Algorithms() {
		t.Run(string(a), func(t *testing.T) {
			key := keyOf(t, a)
			plain, err := key.PEM()
			if err != nil {
				t.Fatal(err)
			}
			shut, err := key.EncryptedPEM([]byte(open))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(shut, []byte("BEGIN ENCRYPTED PRIVATE KEY")) {
				t.Errorf("encrypted:\n%s", shut)
			}
			never := func(string) ([]byte, error) { t.Error("asked for no reason"); return nil, nil }
			for name, c := range map[string]struct {
				text []byte
				ask  attest.Passphrase
				says string // "": it opens
			}{
				"plain":            {plain, never, ""},
				"encrypted":        {shut, secret(open), ""},
				"with remarks":     {append([]byte("of the release\n"), shut...), secret(open), ""},
				"wrong passphrase": {shut, secret("battery staple"), "the passphrase is wrong"},
				"empty passphrase": {shut, secret(""), "passphrase is empty"},
				"long passphrase":  {shut, secret(strings.Repeat("x", attest.MaxPassphrase+1)), "longer than"},
				"nobody to ask":    {shut, nil, "there is no passphrase"},
				"asked in vain":    {shut, func(string) ([]byte, error) { return nil, os.ErrClosed }, os.ErrClosed.Error()},
			} {
				back, err := attest.ParseKey(c.text, c.ask)
				switch {
				case c.says == "" && (err != nil || back.ID() != key.ID()):
					t.Errorf("%s: %v", name, err)
				case c.says != "" && (!errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), c.says)):
					t.Errorf("%s: %v, want ErrKey that says %q", name, err, c.says)
				}
			}
			if _, err := attest.ParsePublicKey(shut); !errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), "public half") {
				t.Errorf("an encrypted private key for verifying: %v", err)
			}
			back, err := attest.ParsePublicKey(key.Public().PEM())
			if err != nil || back.ID() != key.ID() || back.Algorithm() != a {
				t.Errorf("public half: %v", err)
			}
		})
	}
	if _, err := newKey(t).EncryptedPEM(nil); !errors.Is(err, attest.ErrKey) {
		t.Errorf("encrypted with nothing: %v, want ErrKey", err)
	}
}

// The file names the work that opening it takes: it is looked at before it is done.
func TestCostlyKeyFiles(t *testing.T) {
	type scrypt struct {
		Salt    []byte
		N, R, P int
	}
	type pbkdf2 struct {
		Salt  []byte
		Count int
	}
	cbc := pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 1, 42}, Parameters: raw(t, make([]byte, 16))}
	kdf := func(oid asn1.ObjectIdentifier, p any) pkix.AlgorithmIdentifier {
		return pkix.AlgorithmIdentifier{Algorithm: oid, Parameters: raw(t, p)}
	}
	stretch := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 12}
	memory := asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 11591, 4, 11}
	cheap := kdf(stretch, pbkdf2{make([]byte, 8), 1})
	with := func(c pkix.AlgorithmIdentifier, oid asn1.ObjectIdentifier, p any) pkix.AlgorithmIdentifier {
		c.Algorithm = oid
		if p != nil {
			c.Parameters = raw(t, p)
		}
		return c
	}
	pbes2 := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 13}
	block := make([]byte, 16)
	for name, c := range map[string]struct {
		scheme      asn1.ObjectIdentifier
		kdf, cipher pkix.AlgorithmIdentifier
		data        []byte
		says        string
	}{
		"cheap":              {pbes2, cheap, cbc, block, "the passphrase is wrong"},
		"PBES1":              {asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 5, 3}, cheap, cbc, block, "PBES2 is needed"},
		"iterations":         {pbes2, kdf(stretch, pbkdf2{nil, 1 << 30}), cbc, block, "iterations"},
		"no iterations":      {pbes2, kdf(stretch, pbkdf2{nil, 0}), cbc, block, "iterations"},
		"salt":               {pbes2, kdf(stretch, pbkdf2{make([]byte, 2000), 1}), cbc, block, "salt"},
		"scrypt's memory":    {pbes2, kdf(memory, scrypt{nil, 1 << 30, 8, 1}), cbc, block, "MiB"},
		"scrypt's blocks":    {pbes2, kdf(memory, scrypt{nil, 1 << 14, 1 << 40, 1}), cbc, block, "MiB"},
		"scrypt's turns":     {pbes2, kdf(memory, scrypt{nil, 1 << 14, 8, 1 << 20}), cbc, block, "MiB"},
		"scrypt of nothing":  {pbes2, kdf(memory, scrypt{nil, 0, 0, 0}), cbc, block, "MiB"},
		"another derivation": {pbes2, kdf(pbes2, pbkdf2{nil, 1}), cbc, block, "PBKDF2 or scrypt"},
		"no parameters":      {pbes2, kdf(stretch, 7), cbc, block, "parameters of PBKDF2"},
		"another cipher":     {pbes2, cheap, with(cbc, asn1.ObjectIdentifier{1, 2, 840, 113549, 3, 7}, nil), block, "AES or SM4"},
		"short vector":       {pbes2, cheap, with(cbc, cbc.Algorithm, []byte("x")), block, "one block"},
		"part of a block":    {pbes2, cheap, cbc, []byte("x"), "number of blocks"},
		"nothing":            {pbes2, cheap, cbc, nil, "number of blocks"},
	} {
		der, err := asn1.Marshal(struct {
			How  pkix.AlgorithmIdentifier
			Data []byte
		}{pkix.AlgorithmIdentifier{Algorithm: c.scheme, Parameters: raw(t, struct{ KDF, Cipher pkix.AlgorithmIdentifier }{c.kdf, c.cipher})}, c.data})
		if err != nil {
			t.Fatal(err)
		}
		text := pem.EncodeToMemory(&pem.Block{Type: "ENCRYPTED PRIVATE KEY", Bytes: der})
		if _, err := attest.ParseKey(text, secret("x")); !errors.Is(err, attest.ErrKey) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want ErrKey that says %q", name, err, c.says)
		}
	}
}

func raw(t *testing.T, v any) asn1.RawValue {
	t.Helper()
	der, err := asn1.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return asn1.RawValue{FullBytes: der}
}

// What we write OpenSSL reads, and the other way round.
func TestOpenSSLAgrees(t *testing.T) {
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("openssl is not installed")
	}
	run := func(args ...string) {
		t.Helper()
		if out, err := exec.Command("openssl", args...).CombinedOutput(); err != nil {
			t.Fatalf("openssl %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	for a, made := range map[attest.Algorithm][]string{
		attest.Ed25519:   {"-algorithm", "ed25519"},
		attest.ECDSAP256: {"-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"},
		attest.SM2:       {"-algorithm", "SM2"},
	} {
		t.Run(string(a), func(t *testing.T) {
			dir := t.TempDir()
			at := func(name string) string { return filepath.Join(dir, name) }
			key := keyOf(t, a)
			if err := key.SaveEncrypted(at("ours.pem"), []byte("x1")); err != nil {
				t.Fatal(err)
			}
			run("pkey", "-in", at("ours.pem"), "-passin", "pass:x1", "-pubout", "-out", at("ours.pub"))
			public, err := attest.LoadPublicKey(at("ours.pub"))
			if err != nil || public.ID() != key.ID() {
				t.Errorf("the public half that openssl derives: %s, %v, want %s", public.ID(), err, key.ID())
			}
			run(append([]string{"genpkey", "-out", at("theirs.pem")}, made...)...)
			for _, how := range [][]string{
				{"-v2", "aes-256-cbc"}, {"-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "600000"}, {"-scrypt"},
			} {
				run(append([]string{"pkcs8", "-topk8", "-in", at("theirs.pem"), "-passout", "pass:x2", "-out", at("shut.pem")}, how...)...)
				theirs, err := attest.LoadKey(at("shut.pem"), secret("x2"))
				if err != nil {
					t.Errorf("%v: %v", how, err)
					continue
				}
				if _, err := attest.Verify(signed(t, reportstest.Small(), theirs), theirs.Public()); err != nil {
					t.Errorf("%v: %v", how, err)
				}
			}
		})
	}
}

// Whatever a key file holds, it is read or refused in the one way.
func FuzzParseKey(f *testing.F) {
	for _, a := range attest.Algorithms() {
		plain, err := keyOf(f, a).PEM()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(plain)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		key, err := attest.ParseKey(text, nil) // to derive a key from each passphrase would take all the time
		if err != nil {
			if !errors.Is(err, attest.ErrKey) {
				t.Errorf("%v is not ErrKey", err)
			}
			return
		}
		again, err := key.PEM()
		if err != nil {
			t.Fatal(err)
		}
		if back, err := attest.ParseKey(again, nil); err != nil || back.ID() != key.ID() {
			t.Errorf("written and read again: %v", err)
		}
	})
}

func FuzzParsePublicKey(f *testing.F) {
	for _, a := range attest.Algorithms() {
		f.Add(keyOf(f, a).Public().PEM())
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		key, err := attest.ParsePublicKey(text)
		if err != nil {
			if !errors.Is(err, attest.ErrKey) {
				t.Errorf("%v is not ErrKey", err)
			}
			return
		}
		back, err := attest.ParsePublicKey(key.PEM())
		if err != nil || back.ID() != key.ID() || !bytes.Equal(back.PEM(), key.PEM()) {
			t.Errorf("written and read again: %v", err)
		}
		block, _ := pem.Decode(key.PEM())
		if key.Algorithm() == attest.SM2 {
			if k, err := smx509.ParsePKIXPublicKey(block.Bytes); err != nil || !sm2.IsSM2PublicKey(k) {
				t.Errorf("no SM2 key: %v", err)
			}
		} else if _, err := x509.ParsePKIXPublicKey(block.Bytes); err != nil {
			t.Errorf("the standard library does not read it: %v", err)
		}
	})
}
