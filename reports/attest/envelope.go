// Package attest makes a report something that others can trust as far as it goes: an in-toto
// statement in a DSSE envelope, signed by one party or several, each with a key of its own kind.
//
// # What is in report.dsse.json
//
// One line of canonical JSON (RFC 8785):
//
//	{"payload": base64 of the statement, "payloadType": "application/vnd.in-toto+json",
//	 "signatures": [{"keyid": "sha256:…", "public_key": base64 of the SubjectPublicKeyInfo, "sig": base64}]}
//
// The statement's predicate is the report itself, so the envelope alone is enough to verify, and
// its first subject is report.json, so the file beside it is covered too. Any tool that knows
// DSSE can check the signature; public_key is a hint that DSSE tells others to ignore. [Sigstore]
// gives the same as a sigstore bundle.
//
// # Keys and signatures
//
// What is signed is the pre-authentication encoding of DSSE v1 (PAE) over payload type and payload.
//
//	ed25519     RFC 8032, over the PAE itself; 64 bytes
//	ecdsa-p256  FIPS 186-5, over SHA-256 of the PAE; ASN.1 DER, SEQUENCE {r, s} with s <= n/2
//	sm2         GB/T 32918.2, over SM3 of Z_A and the PAE, with the default user id
//	            ("1234567812345678", GB/T 35276); ASN.1 DER, SEQUENCE {r, s}
//
// A key's id is "sha256:<hex>" over its SubjectPublicKeyInfo (DER; a named curve, an uncompressed
// point). Private keys are PKCS#8, with a passphrase PBES2. One envelope may hold signatures of
// several algorithms, at most one of a key.
//
// # What a signature proves
//
// That the bytes are those that the holder of the key signed. Not who that is: the key travels
// in the file, anybody can make one. So [Verify] without keys says "intact, signed by key …,
// whose owner you have not confirmed"; with a key that you have from its owner, by another way,
// it says who. And no signature proves that the run was honest: for that, run it again with the
// digests that the report names, and countersign.
//
// # Strictness
//
// An envelope is accepted in its canonical form only, every signature in it must verify, and the
// report must follow from itself (reports.Report.Consistent). So no byte of it can be changed
// without being noticed, not even one that carries no meaning: signatures have one encoding, and of
// the two that follow from each other under ECDSA only the one with the lower s is accepted. The
// holder of an ECDSA or SM2 key can sign the same report again with another nonce, and has then made
// a second envelope that verifies: what identifies a report is its ID, or the digest of report.json,
// never that of the envelope. A signature can also be taken out of an envelope of several: who must
// have signed is for the verifier to say.
package attest

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/secure-systems-lab/go-securesystemslib/dsse"

	"touchstone/reports"
)

// ErrRefused is the class of envelopes that do not verify.
var ErrRefused = errors.New("refused")

// MaxEnvelope is the size above which nothing is even parsed.
const MaxEnvelope = 256 << 20

// MaxSignatures is how many parties may sign one report.
const MaxSignatures = 16

// envelope is a DSSE envelope with the public keys as hints.
type envelope struct {
	Payload     string      `json:"payload"`
	PayloadType string      `json:"payloadType"`
	Signatures  []signature `json:"signatures"`
}

type signature struct {
	KeyID     string `json:"keyid"`
	PublicKey string `json:"public_key,omitempty"`
	Sig       string `json:"sig"`
}

// Sign states and signs a report: the bytes of report.dsse.json.
func Sign(r *reports.Report, keys ...*Key) ([]byte, error) {
	text, err := reports.Encode(r)
	if err != nil {
		return nil, err
	}
	return sign(r, text, reportStatement, keys)
}

// SignBoth states and signs a report, as [Sign] does, and its test-result/v0.1 summary, for tools that
// know only that. It takes what [reports.Encode] gave: a report lists every scenario of its suite, so
// to encode it takes longer than all the rest.
func SignBoth(r *reports.Report, encoded []byte, keys ...*Key) (envelope, summary []byte, err error) {
	if envelope, err = sign(r, encoded, reportStatement, keys); err != nil {
		return nil, nil, err
	}
	summary, err = sign(r, encoded, summaryStatement, keys)
	return envelope, summary, err
}

func sign(r *reports.Report, text []byte, state func(*reports.Report, []byte) ([]byte, error), keys []*Key) ([]byte, error) {
	payload, err := state(r, text)
	if err != nil {
		return nil, err
	}
	return seal(payload, keys)
}

// seal puts a payload into an envelope and signs it.
func seal(payload []byte, keys []*Key) ([]byte, error) {
	e := &envelope{Payload: base64.StdEncoding.EncodeToString(payload), PayloadType: PayloadType}
	return e.add(payload, keys)
}

// add signs the payload with further keys and gives the envelope's bytes.
func (e *envelope) add(payload []byte, keys []*Key) ([]byte, error) {
	if n := len(e.Signatures) + len(keys); n > MaxSignatures {
		return nil, fmt.Errorf("%w: that would be %d signatures on one envelope, and %d is the most", ErrKey, n, MaxSignatures)
	}
	signers := make([]dsse.Signer, len(keys))
	for i, k := range keys {
		signers[i] = signer{k}
	}
	s, err := dsse.NewEnvelopeSigner(signers...)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	signed, err := s.SignPayload(context.Background(), e.PayloadType, payload)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	for i, sig := range signed.Signatures {
		hint := base64.StdEncoding.EncodeToString(keys[i].public.spki)
		e.Signatures = append(e.Signatures, signature{sig.KeyID, hint, sig.Sig})
	}
	return e.canonical()
}

// Countersign adds a second party's signature to an envelope that verifies.
func Countersign(text []byte, key *Key) ([]byte, error) {
	r, err := Verify(text)
	if err != nil {
		return nil, err
	}
	return countersign(text, "report", r.Signers, key)
}

// countersign adds a signature to an envelope that verifies.
func countersign(text []byte, what string, signers []Signer, key *Key) ([]byte, error) {
	for _, s := range signers {
		if s.KeyID == key.ID() {
			return nil, fmt.Errorf("%w: %s has signed this %s already", ErrKey, key.ID(), what)
		}
	}
	e, payload, err := parse(text)
	if err != nil {
		return nil, err
	}
	return e.add(payload, []*Key{key})
}

// canonical is the envelope in RFC 8785. Base64 needs no escapes, so that the payload, nearly all of
// it, need not be looked at: it goes in as it is, before the member that follows it.
func (e *envelope) canonical() ([]byte, error) {
	rest, err := reports.Canonical(&envelope{PayloadType: e.PayloadType, Signatures: e.Signatures})
	if err != nil {
		return nil, err
	}
	return slices.Concat([]byte(opening), []byte(e.Payload), rest[len(opening):]), nil
}

// opening is how an envelope in canonical form begins.
const opening = `{"payload":"`

// parse reads an envelope strictly; the payload is not looked into.
func parse(text []byte) (*envelope, []byte, error) {
	s, err := read(text)
	if err != nil {
		return nil, nil, err
	}
	s.Payload = string(s.encoded)
	return &s.envelope, s.payload, nil
}

// sealed is an envelope as it was read. A report has megabytes: they are decoded once, to where the
// signatures need them.
type sealed struct {
	envelope        // without its payload
	encoded  []byte // in base64, a part of the text
	message  []byte // what is signed
	payload  []byte // the end of it
}

func read(text []byte) (*sealed, error) {
	if len(text) > MaxEnvelope {
		return nil, fmt.Errorf("%w: larger than %d MiB", ErrRefused, MaxEnvelope>>20)
	}
	// The payload, nearly all of it, is cut out: base64 ends at the first quote.
	s := new(sealed)
	rest := text
	if after, ok := bytes.CutPrefix(text, []byte(opening)); ok {
		end := max(0, bytes.IndexByte(after, '"'))
		rest, s.encoded = slices.Concat([]byte(opening), after[end:]), after[:end]
	}
	dec := json.NewDecoder(bytes.NewReader(rest))
	dec.DisallowUnknownFields()
	switch err := dec.Decode(&s.envelope); {
	case errors.Is(err, io.ErrUnexpectedEOF) && bytes.HasPrefix(text, []byte(opening)):
		return nil, fmt.Errorf("%w: the envelope is cut short: it ends after %d bytes, before it is complete; get the file again", ErrRefused, len(text))
	case err != nil:
		return nil, fmt.Errorf("%w: not a DSSE envelope: %w", ErrRefused, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, fmt.Errorf("%w: something follows the envelope", ErrRefused)
	}
	if n := len(s.Signatures); n > MaxSignatures {
		return nil, fmt.Errorf("%w: %d signatures, and %d is the most", ErrRefused, n, MaxSignatures)
	}
	if len(s.encoded) == 0 {
		s.encoded = []byte(s.Payload)
	}
	s.Payload = ""
	if err := s.decode(); err != nil {
		return nil, fmt.Errorf("%w: payload: %w", ErrRefused, err)
	}
	again, err := s.canonical() // without the payload
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRefused, err)
	}
	end := len(opening) + len(s.encoded)
	if len(text) != len(again)+len(s.encoded) || !bytes.HasPrefix(text, []byte(opening)) ||
		!bytes.Equal(text[len(opening):end], s.encoded) || !bytes.Equal(text[end:], again[len(opening):]) {
		return nil, fmt.Errorf("%w: the envelope is not in the canonical form in which it was signed", ErrRefused)
	}
	return s, nil
}

// decode makes what is signed, the pre-authentication encoding of DSSE v1.
func (s *sealed) decode() error {
	size := base64.StdEncoding.DecodedLen(len(s.encoded))
	for _, c := range s.encoded[max(0, len(s.encoded)-2):] {
		if c == '=' {
			size--
		}
	}
	s.message = make([]byte, 0, size+len(s.PayloadType)+64)
	s.message = fmt.Appendf(s.message, "DSSEv1 %d %s %d ", len(s.PayloadType), s.PayloadType, size)
	from := len(s.message)
	message, err := append64(s.message, s.encoded)
	if err == nil && len(message)-from != size {
		err = base64.CorruptInputError(len(s.encoded)) // cannot be: the decoder is strict
	}
	if err != nil {
		return err
	}
	s.message, s.payload = message, message[from:]
	return nil
}

// decode64 reads base64 in its one form.
func decode64(text string) ([]byte, error) { return append64(nil, []byte(text)) }

// append64 is decode64 behind something else. The decoder passes over line breaks, and would take many
// envelopes for one.
func append64(to, text []byte) ([]byte, error) {
	for _, c := range []byte("\r\n") {
		if at := bytes.IndexByte(text, c); at >= 0 {
			return nil, base64.CorruptInputError(at)
		}
	}
	return base64.StdEncoding.Strict().AppendDecode(to, text)
}

// open reads an envelope and checks every signature in it. Each trusted key that is given must be
// among those that signed.
func open(text []byte, trusted []PublicKey) (payload []byte, signers []Signer, err error) {
	s, err := read(text)
	if err == nil {
		err = s.plausible()
	}
	if err == nil {
		signers, err = s.check(trusted)
	}
	if err != nil {
		return nil, nil, err
	}
	return s.payload, signers, nil
}

// plausible says whether it is worth the while to check the signatures.
func (s *sealed) plausible() error {
	switch {
	case s.PayloadType != PayloadType:
		return fmt.Errorf("%w: the envelope holds %q, not an in-toto statement", ErrRefused, s.PayloadType)
	case len(s.Signatures) == 0:
		return fmt.Errorf("%w: nobody has signed it", ErrRefused)
	}
	return nil
}

// check verifies the signatures, side by side: each is over megabytes.
func (s *sealed) check(trusted []PublicKey) ([]Signer, error) {
	signers, errs := make([]Signer, len(s.Signatures)), make([]error, len(s.Signatures))
	var all sync.WaitGroup
	for i, sig := range s.Signatures {
		all.Go(func() { signers[i], errs[i] = sig.check(s.message, trusted) })
	}
	all.Wait()
	signed := map[string]bool{}
	for i, who := range signers {
		if errs[i] != nil {
			return nil, fmt.Errorf("%w: %w", ErrRefused, errs[i])
		}
		if signed[who.KeyID] {
			return nil, fmt.Errorf("%w: key %s signs twice", ErrRefused, who.KeyID)
		}
		signed[who.KeyID] = true
	}
	for _, t := range trusted {
		if !signed[t.id] {
			return nil, fmt.Errorf("%w: not signed by the key that you gave (%s), but by %s", ErrRefused, t.id, s.Signatures[0].KeyID)
		}
	}
	return signers, nil
}

// check verifies one signature: with the trusted key of its id, else with the key that travels
// in the file.
func (s signature) check(message []byte, trusted []PublicKey) (Signer, error) {
	sig, err := decode64(s.Sig)
	if err != nil {
		return Signer{}, fmt.Errorf("signature of %s: %w", s.KeyID, err)
	}
	var key PublicKey
	confirmed := false
	if s.PublicKey != "" {
		spki, err := decode64(s.PublicKey)
		if err != nil {
			return Signer{}, fmt.Errorf("public key of %s: %w", s.KeyID, err)
		}
		if key, err = parseSPKI(spki); err != nil {
			return Signer{}, err
		}
		if !bytes.Equal(key.spki, spki) || key.id != s.KeyID {
			return Signer{}, fmt.Errorf("the public key in the file is not key %s", s.KeyID)
		}
	}
	for _, t := range trusted {
		if t.id == s.KeyID {
			key, confirmed = t, true
		}
	}
	if key.key == nil {
		return Signer{}, fmt.Errorf("there is a signature by key %s, and that key is neither in the file nor given", s.KeyID)
	}
	if err := key.verify(message, sig); err != nil {
		return Signer{}, fmt.Errorf("key %s: %w", s.KeyID, err)
	}
	return Signer{KeyID: key.id, Algorithm: key.algorithm, Confirmed: confirmed, Key: key}, nil
}
