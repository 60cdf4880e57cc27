package blob

import (
	"bytes"
	"errors"
	"path/filepath"
	"syscall"
	"testing"
)

// A disk that is really full.
func TestDiskFull(t *testing.T) {
	mount := t.TempDir()
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("no file system of a megabyte can be mounted: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(mount, 0); err != nil {
			t.Error(err)
		}
	})
	f, err := OpenFolder(filepath.Join(mount, "blobs"))
	if err != nil {
		t.Fatal(err)
	}
	small := bytes.Repeat([]byte("s"), 100_000)
	info := put(t, f, small)
	if _, err := f.Put(t.Context(), bytes.NewReader(make([]byte, 2<<20))); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("two megabytes: %v", err)
	}
	tmpIsEmpty(t, f)
	if got := list(t, f); len(got) != 1 || got[0] != info.Digest {
		t.Errorf("%v", got)
	}
	if got, err := ReadAll(t.Context(), f, info.Digest, 1<<20); err != nil || !bytes.Equal(got, small) {
		t.Errorf("what was there before: %v", err)
	}
	put(t, f, bytes.Repeat([]byte("t"), 100_000)) // room again
}
