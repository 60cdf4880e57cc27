package blob

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Walk gives every blob, in the order of digests, until each gives an error. What is put meanwhile may
// be among them or not.
func (f *Folder) Walk(ctx context.Context, each func(Info) error) error {
	for i := range 256 {
		shelf := hex.EncodeToString([]byte{byte(i)})
		entries, err := os.ReadDir(filepath.Join(f.dir, "sha256", shelf))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("blobs: %w", err)
		}
		for _, e := range entries {
			if err := ctx.Err(); err != nil {
				return err
			}
			digest := scheme + shelf + e.Name()
			if _, err := digits(digest); err != nil || !e.Type().IsRegular() {
				continue // not ours
			}
			info, err := e.Info()
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return hide(digest, err)
			}
			if err := each(Info{digest, info.Size(), info.ModTime()}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Garbage gives every blob that nobody uses and that was last put before a time. The time is well
// before any submission that may still be under way, whose blob is there and whose row is not.
func (f *Folder) Garbage(ctx context.Context, before time.Time, used func(digest string) (bool, error), each func(Info) error) error {
	return f.Walk(ctx, func(info Info) error {
		if !info.Put.Before(before) {
			return nil
		}
		use, err := used(info.Digest)
		if err != nil || use {
			return err
		}
		return each(info)
	})
}

// Remove removes a blob that was last put before a time; one that has been put again since is left, and
// removed is false. Between processes that share the folder a moment remains in which it is put again and
// removed: one process collects garbage, when nobody submits through the others.
func (f *Folder) Remove(_ context.Context, digest string, before time.Time) (removed bool, err error) {
	d, err := digits(digest)
	if err != nil {
		return false, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	info, err := os.Stat(f.path(d))
	if err != nil {
		return false, hide(digest, err)
	}
	if !info.ModTime().Before(before) {
		return false, nil
	}
	if err := f.disk.Remove(f.path(d)); err != nil {
		return false, hide(digest, err)
	}
	return true, nil
}
