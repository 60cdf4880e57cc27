package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"touchstone/reports/tlog"
)

// logKey is the flag for a log's public key: the line itself, or a file with it.
type logKey struct{ key *tlog.Key }

// UnmarshalText reads the flag.
func (k *logKey) UnmarshalText(text []byte) error {
	key, err := tlog.ParseKey(string(text))
	if err == nil {
		k.key = &key
		return nil
	}
	file, e := readSmall(string(text))
	if errors.Is(e, fs.ErrNotExist) {
		return fmt.Errorf("there is no file %s, and it is no key either: %w", text, err)
	}
	if e != nil {
		return e
	}
	if key, err = tlog.ParseKey(string(file)); err != nil {
		return fmt.Errorf("%s: %w", text, err)
	}
	k.key = &key
	return nil
}

// isPrivate says whether a file holds a log's private key.
func isPrivate(text []byte) bool { return strings.HasPrefix(string(text), "PRIVATE+KEY+") }

// maxSmall is more than a key, a checkpoint or a proof may have.
const maxSmall = 1 << 20

// readSmall reads a file that should be small.
func readSmall(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, usage(err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSmall+1))
	if err == nil && len(text) > maxSmall {
		err = fmt.Errorf("%s is larger than %d MiB", path, maxSmall>>20)
	}
	if err != nil {
		return nil, usage(err)
	}
	return text, nil
}
