package translog

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"touchstone/reports/tlog"
)

// Key signs the checkpoints of one log. Its file is one line, the private key of a signed note
// (Ed25519), that only its owner may read:
//
//	PRIVATE+KEY+registry.example.org/log+5a9b7d2c+…
//
// Who has it can sign another history; who loses it can never sign this log's next checkpoint.
type Key struct {
	signer   note.Signer
	verifier tlog.Key
}

// Verifier is the public half.
func (k *Key) Verifier() tlog.Key { return k.verifier }

// String is the public half too, so that a key that is printed gives nothing away.
func (k *Key) String() string { return k.verifier.String() }

// GenerateKey makes a key for a log and writes it to a new file. An existing file is left alone
// (fs.ErrExist). The origin names the log for ever: by custom its address without scheme, without
// spaces and plus signs.
func GenerateKey(path, origin string) (*Key, error) {
	private, public, err := note.GenerateKey(rand.Reader, origin)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", tlog.ErrKey, err)
	}
	if _, err := tlog.ParseKey(public); err != nil {
		return nil, fmt.Errorf("%w: %q cannot name a log: an origin has neither spaces nor plus signs, like registry.example.org/log", tlog.ErrKey, origin)
	}
	if err := save(path, private+"\n"); err != nil {
		return nil, fmt.Errorf("%w: %w", tlog.ErrKey, err)
	}
	return parseKey(private)
}

// LoadKey reads a key from its file. A file that others may read is refused.
func LoadKey(path string) (*Key, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", tlog.ErrKey, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", tlog.ErrKey, err)
	}
	if info.Mode().Perm()&0o007 != 0 {
		return nil, fmt.Errorf("%w: %s may be read by everybody (%v); chmod 600 it", tlog.ErrKey, path, info.Mode().Perm())
	}
	text := make([]byte, 4<<10)
	n, err := f.Read(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", tlog.ErrKey, path, err)
	}
	k, err := parseKey(strings.TrimSpace(string(text[:n])))
	if err != nil {
		return nil, fmt.Errorf("%w in %s", err, path)
	}
	return k, nil
}

// OwnKey loads the key of a file, or makes it on first use; made says that this was the first. An
// existing key must be that of the origin.
func OwnKey(path, origin string) (key *Key, made bool, err error) {
	key, err = LoadKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		key, err = GenerateKey(path, origin)
		return key, err == nil, err
	}
	if err == nil && key.verifier.Origin() != origin {
		return nil, false, fmt.Errorf("%w: the one in %s is that of the log %s, not of %s: a log keeps its name, or begins anew in another folder with another key", tlog.ErrKey, path, key.verifier.Origin(), origin)
	}
	return key, false, err
}

// parseKey never puts what it reads into an error.
func parseKey(private string) (*Key, error) {
	verifier, err := tlog.PublicKey(private)
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		return nil, fmt.Errorf("%w: not the private key of a log", tlog.ErrKey)
	}
	return &Key{signer, verifier}, nil
}

// save writes a file that appears complete or not at all, and is on the disk when it returns: what
// was signed with a key that a power failure took cannot be continued.
func save(path, text string) error {
	dir := filepath.Dir(path)
	f, err := os.CreateTemp(dir, ".key-*") // 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(text)
	if e := f.Sync(); err == nil {
		err = e
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return err
	}
	if err := os.Link(f.Name(), path); err != nil { // fails when there is one
		return err
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
