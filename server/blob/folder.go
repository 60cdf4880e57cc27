package blob

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// Folder is a [Store] in a folder of the file system. Several processes may share it.
type Folder struct {
	dir  string
	disk disk
	most int64

	mu   sync.Mutex      // while a name appears or goes
	made map[string]bool // folders of two digits that are there, durably
}

var _ Store = (*Folder)(nil)

// Option changes a Folder.
type Option func(*Folder)

// DefaultLimit is what one blob may have.
const DefaultLimit = 256 << 20

// Limit is the most bytes of one blob.
func Limit(bytes int64) Option { return func(f *Folder) { f.most = bytes } }

// leftover is the age at which a file in tmp is nobody's any more.
const leftover = 24 * time.Hour

// OpenFolder opens a folder of blobs, made when it is not there, and removes what killed processes left.
func OpenFolder(dir string, options ...Option) (*Folder, error) {
	f := &Folder{dir: dir, disk: realDisk{}, most: DefaultLimit, made: map[string]bool{}}
	for _, o := range options {
		o(f)
	}
	for _, folder := range []string{dir, f.tmp(), filepath.Join(dir, "sha256")} {
		if err := f.disk.MkdirAll(folder); err != nil {
			return nil, fmt.Errorf("blobs: %w", err)
		}
	}
	for _, folder := range []string{filepath.Dir(dir), dir} {
		if err := f.disk.SyncFolder(folder); err != nil {
			return nil, fmt.Errorf("blobs: %w", err)
		}
	}
	if err := f.sweep(time.Now().Add(-leftover)); err != nil {
		return nil, fmt.Errorf("blobs: %w", err)
	}
	return f, nil
}

func (f *Folder) tmp() string { return filepath.Join(f.dir, "tmp") }

func (f *Folder) path(digits string) string {
	return filepath.Join(f.dir, "sha256", digits[:2], digits[2:])
}

// sweep removes what has been in tmp since before a time.
func (f *Folder) sweep(before time.Time) error {
	entries, err := os.ReadDir(f.tmp())
	if err != nil {
		return err
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || !info.ModTime().Before(before) {
			continue // gone, or not ours, or in use
		}
		if err := f.disk.Remove(filepath.Join(f.tmp(), e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Put keeps what it reads. It writes even what is there already: that makes a damaged blob whole, and
// one that was about to become garbage young again.
func (f *Folder) Put(ctx context.Context, r io.Reader) (Info, error) {
	info, err := f.put(ctx, r)
	if err != nil {
		return Info{}, fmt.Errorf("blob: %w", bare(err))
	}
	return info, nil
}

func (f *Folder) put(ctx context.Context, r io.Reader) (info Info, err error) {
	t, err := f.disk.CreateTemp(f.tmp(), "put-*")
	if err != nil {
		return Info{}, err
	}
	defer func() {
		if err != nil {
			t.Close()
			f.disk.Remove(t.Name()) //nolint:errcheck // sweep has another try
		}
	}()
	sum := sha256.New()
	// One byte more than may be there shows that it is too many.
	size, err := io.Copy(t, io.TeeReader(io.LimitReader(untilDone{ctx, r}, f.most+1), sum))
	if err != nil {
		return Info{}, err
	}
	if size > f.most {
		return Info{}, fmt.Errorf("%w: more than %d bytes", ErrTooLarge, f.most)
	}
	if err := t.Sync(); err != nil {
		return Info{}, err
	}
	if err := t.Close(); err != nil {
		return Info{}, err
	}
	name := hex.EncodeToString(sum.Sum(nil))
	if err := f.shelve(t.Name(), f.path(name)); err != nil {
		return Info{}, err
	}
	if err := f.disk.SyncFolder(filepath.Dir(f.path(name))); err != nil {
		return Info{}, err
	}
	return Info{scheme + name, size, time.Now()}, nil
}

// shelve gives a file its name, in the folder of its first two digits, which is made durable before
// anything stands in it.
func (f *Folder) shelve(from, to string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	shelf := filepath.Dir(to)
	if !f.made[shelf] {
		if err := f.disk.MkdirAll(shelf); err != nil {
			return err
		}
		if err := f.disk.SyncFolder(filepath.Dir(shelf)); err != nil {
			return err
		}
		f.made[shelf] = true
	}
	return f.disk.Rename(from, to)
}

// untilDone reads until its context is done.
type untilDone struct {
	ctx context.Context
	r   io.Reader
}

func (u untilDone) Read(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.r.Read(p)
}

// Has says whether a blob is there.
func (f *Folder) Has(_ context.Context, digest string) (bool, error) {
	d, err := digits(digest)
	if err != nil {
		return false, err
	}
	_, err = os.Stat(f.path(d))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, hide(digest, err)
}

// Open reads a blob.
func (f *Folder) Open(ctx context.Context, digest string) (Reader, error) {
	d, err := digits(digest)
	if err != nil {
		return nil, err
	}
	opened, err := os.Open(f.path(d))
	if err != nil {
		return nil, hide(digest, err)
	}
	info, err := opened.Stat()
	if err != nil {
		opened.Close()
		return nil, hide(digest, err)
	}
	return &reader{untilDone{ctx, opened}, opened, sha256.New(), Info{digest, info.Size(), info.ModTime()}}, nil
}

// hide names the blob and what is wrong with it.
func hide(digest string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", digest, ErrNotFound)
	}
	return fmt.Errorf("blob %s: %w", digest, bare(err))
}

// bare takes the path out of an error: where the folder lies is nobody's business.
func bare(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		return fmt.Errorf("%s: %w", at.Op, at.Err)
	case errors.As(err, &link):
		return fmt.Errorf("%s: %w", link.Op, link.Err)
	}
	return err
}

// reader checks what it reads.
type reader struct {
	from untilDone
	file *os.File
	sum  hash.Hash
	info Info
}

func (r *reader) Info() Info   { return r.info }
func (r *reader) Close() error { return r.file.Close() }

func (r *reader) Read(p []byte) (int, error) {
	n, err := r.from.Read(p)
	r.sum.Write(p[:n])
	if errors.Is(err, io.EOF) {
		if scheme+hex.EncodeToString(r.sum.Sum(nil)) != r.info.Digest {
			return n, fmt.Errorf("blob %s: %w", r.info.Digest, ErrCorrupt)
		}
		return n, err
	}
	if err != nil {
		return n, hide(r.info.Digest, err)
	}
	return n, nil
}
