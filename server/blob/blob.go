// Package blob keeps bytes under their digest: envelopes, evidence, sidecars. What is put is on the
// disk when Put returns, complete and once; what is read is checked against its name.
//
//	f, err := blob.OpenFolder("/var/lib/touchstone/blobs", blob.Limit(64<<20))
//	info, err := f.Put(ctx, body)     // sha256:…
//	r, err := f.Open(ctx, info.Digest)
//	defer r.Close()
//	_, err = io.Copy(w, r)            // blob.ErrCorrupt at the end, when the bytes are not the digest's
//
// A blob belongs to nobody: a row of the store says who needs it. It is put before the row is written,
// so that a row never names a blob that is not there; what a failed submission leaves behind is garbage
// ([Folder.Garbage]).
//
// # The folder
//
//	sha256/ab/cdef…   a blob: the first two digits of the digest, and the other 62
//	tmp/put-…         what is being put
//
// A blob appears under its name by rename, after its bytes are synced, and the folder is synced after
// it. A process that is killed leaves a file in tmp at worst, which is removed when it is a day old.
// Files are never written to once they have their name; to back up the folder is to copy it.
package blob

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"time"
)

// The classes of errors.
var (
	// ErrNotFound is also fs.ErrNotExist.
	ErrNotFound = fmt.Errorf("no such blob: %w", fs.ErrNotExist)
	ErrTooLarge = errors.New("too large")
	ErrCorrupt  = errors.New("the stored bytes are not those of their digest: restore the blob from a backup, or put it again")
	ErrDigest   = errors.New("not a digest: sha256: and 64 hexadecimal digits are")
)

// Store keeps blobs. Its methods may be called from any goroutine.
type Store interface {
	// Put reads everything and keeps it. It is durable when Put returns nil; when it does not, nothing
	// has changed. To put the same bytes again is no error, and heals a blob that is damaged.
	// ErrTooLarge when there is more than the store takes.
	Put(ctx context.Context, r io.Reader) (Info, error)
	// Open reads a blob. The reader's last Read gives ErrCorrupt instead of io.EOF when the bytes are
	// not the digest's: who must not pass on wrong bytes reads to the end first.
	Open(ctx context.Context, digest string) (Reader, error)
	// Has says whether a blob is there.
	Has(ctx context.Context, digest string) (bool, error)
}

// Info describes a blob.
type Info struct {
	Digest string // "sha256:<hex>"
	Size   int64
	Put    time.Time // last
}

// Reader reads a blob from its beginning to its end.
type Reader interface {
	io.ReadCloser
	Info() Info
}

const scheme = "sha256:"

// digits gives the digits of a digest. Nothing else becomes a path.
func digits(digest string) (string, error) {
	d, ok := strings.CutPrefix(digest, scheme)
	if !ok || len(d) != 64 || strings.ToLower(d) != d {
		return "", fmt.Errorf("%.80q: %w", digest, ErrDigest)
	}
	if _, err := hex.DecodeString(d); err != nil {
		return "", fmt.Errorf("%.80q: %w", digest, ErrDigest)
	}
	return d, nil
}

// ReadAll reads a blob of up to so many bytes into memory, checked.
func ReadAll(ctx context.Context, s Store, digest string, most int64) ([]byte, error) {
	r, err := s.Open(ctx, digest)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if r.Info().Size > most {
		return nil, fmt.Errorf("blob %s: %w: %d bytes; %d are taken", digest, ErrTooLarge, r.Info().Size, most)
	}
	return io.ReadAll(r)
}
