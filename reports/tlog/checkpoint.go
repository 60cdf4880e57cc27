package tlog

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	sumdb "golang.org/x/mod/sumdb/tlog"
)

// maxCheckpoint bounds a checkpoint with the signatures of its witnesses.
const maxCheckpoint = 32 << 10

// Key verifies the checkpoints of one log.
type Key struct {
	verifier note.Verifier
	text     string
}

// ParseKey reads a verifier key, "origin+hash+base64". Space around it is dropped.
func ParseKey(vkey string) (Key, error) {
	vkey = strings.TrimSpace(vkey)
	if strings.HasPrefix(vkey, "PRIVATE+KEY+") {
		return Key{}, fmt.Errorf("%w: this is the log's private key, which nobody else should have; verifying needs its public line", ErrKey)
	}
	v, err := note.NewVerifier(vkey)
	if err != nil {
		return Key{}, fmt.Errorf("%w: %.200q is not one (%w): it looks like registry.example.org/log+5a9b7d2c+AfZ8…=", ErrKey, vkey, err)
	}
	return Key{v, vkey}, nil
}

// PublicKey is the verifier key of a log's private key, "PRIVATE+KEY+origin+hash+base64", which is not
// put into errors.
func PublicKey(private string) (Key, error) {
	private = strings.TrimSpace(private)
	signer, err := note.NewSigner(private)
	if err != nil {
		return Key{}, fmt.Errorf("%w: not the private key of a log, a line that begins with PRIVATE+KEY+", ErrKey)
	}
	parts := strings.SplitN(private, "+", 5) // PRIVATE, KEY, origin, hash, and base64 with plus signs of its own
	seed, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(seed) != 1+ed25519.SeedSize { // NewSigner has read it
		return Key{}, fmt.Errorf("%w: not an Ed25519 key", ErrKey)
	}
	public, err := note.NewEd25519VerifierKey(signer.Name(), ed25519.NewKeyFromSeed(seed[1:]).Public().(ed25519.PublicKey))
	if err != nil {
		return Key{}, fmt.Errorf("%w: %w", ErrKey, err)
	}
	return ParseKey(public)
}

// String is the key as it is published.
func (k Key) String() string { return k.text }

// Origin is the log's name, and the first line of its checkpoints.
func (k Key) Origin() string { return k.verifier.Name() }

// Checkpoint is a signed head of a log whose signature was verified.
type Checkpoint struct {
	Origin string
	Size   uint64 // entries
	Root   Hash
	Note   []byte // as it was signed: keep these bytes
}

func (c *Checkpoint) String() string {
	return fmt.Sprintf("checkpoint of %s at %d entries", c.Origin, c.Size)
}

// OpenCheckpoint reads a checkpoint and verifies that the log's key signed it. Signatures of
// others are left alone.
func OpenCheckpoint(text []byte, key Key) (*Checkpoint, error) {
	if key.verifier == nil {
		return nil, fmt.Errorf("%w: none was given", ErrKey)
	}
	if len(text) > maxCheckpoint {
		return nil, fmt.Errorf("checkpoint: %w: %d bytes, and at most %d are allowed", ErrMalformed, len(text), maxCheckpoint)
	}
	n, err := note.Open(text, note.VerifierList(key.verifier))
	if err != nil {
		return nil, signatureError(err, key)
	}
	c := &Checkpoint{Note: bytes.Clone(text)}
	if err := c.parse(n.Text); err != nil {
		return nil, err
	}
	if c.Origin != key.Origin() {
		return nil, fmt.Errorf("checkpoint: %w: of %q, and the key is that of %q", ErrSignature, c.Origin, key.Origin())
	}
	return c, nil
}

// ReadCheckpoint reads a checkpoint without verifying anything: what it says may be anybody's.
func ReadCheckpoint(text []byte) (*Checkpoint, error) {
	if len(text) > maxCheckpoint {
		return nil, fmt.Errorf("checkpoint: %w: %d bytes, and at most %d are allowed", ErrMalformed, len(text), maxCheckpoint)
	}
	body, _, ok := strings.Cut(string(text), "\n\n")
	if !ok {
		return nil, fmt.Errorf("checkpoint: %w: not a signed note, or cut short", ErrMalformed)
	}
	c := &Checkpoint{Note: bytes.Clone(text)}
	return c, c.parse(body + "\n")
}

func signatureError(err error, key Key) error {
	var unverified *note.UnverifiedNoteError
	var invalid *note.InvalidSignatureError
	switch {
	case errors.As(err, &invalid):
		return fmt.Errorf("checkpoint: %w %s: it was changed, or never signed", ErrSignature, key)
	case errors.As(err, &unverified):
		var by []string
		for _, s := range unverified.Note.UnverifiedSigs {
			by = append(by, fmt.Sprintf("%s+%08x", s.Name, s.Hash))
		}
		return fmt.Errorf("checkpoint: %w %s, only by %.400s: it is another log's, or the key is", ErrSignature, key, strings.Join(by, ", "))
	}
	return fmt.Errorf("checkpoint: %w: not a signed note, or cut short", ErrMalformed)
}

// parse reads a note's text: origin, size, root, and lines that others may have added.
func (c *Checkpoint) parse(text string) error {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) < 3 {
		return fmt.Errorf("checkpoint: %w: %d lines, and origin, size and root are three", ErrMalformed, len(lines))
	}
	for i, line := range lines {
		if line == "" {
			return fmt.Errorf("checkpoint: %w: line %d is empty", ErrMalformed, i+1)
		}
	}
	size, err := parseDecimal(lines[1])
	if err != nil {
		return fmt.Errorf("checkpoint: size: %w", err)
	}
	root, err := ParseHash(lines[2])
	if err != nil {
		return fmt.Errorf("checkpoint: root: %w", err)
	}
	c.Origin, c.Size, c.Root = lines[0], size, root
	return nil
}

// parseDecimal reads a number of entries, without leading zeroes.
func parseDecimal(s string) (uint64, error) {
	n, err := strconv.ParseUint(s, 10, 64)
	if err != nil || s != strconv.FormatUint(n, 10) {
		return 0, fmt.Errorf("%w: %.40q is not a decimal number without leading zeroes", ErrMalformed, s)
	}
	if n > MaxSize {
		return 0, fmt.Errorf("%w: %d is beyond 2^62", ErrMalformed, n)
	}
	return n, nil
}

// ParseHash reads a hash in the one way that it is written.
func ParseHash(s string) (Hash, error) {
	h, err := sumdb.ParseHash(s)
	if err != nil || h.String() != s {
		return Hash{}, fmt.Errorf("%w: %.80q is not 32 bytes in base64", ErrMalformed, s)
	}
	return h, nil
}
