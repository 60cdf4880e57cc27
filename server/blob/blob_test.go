package blob

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"go.uber.org/goleak"
)

// writerVariable makes the test binary a process that puts until it is killed.
const writerVariable = "TOUCHSTONE_TEST_BLOBS"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerVariable); dir != "" {
		if err := putUntilKilled(dir); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func open(t testing.TB, options ...Option) *Folder {
	t.Helper()
	f, err := OpenFolder(filepath.Join(t.TempDir(), "blobs"), options...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func digestOf(text []byte) string {
	sum := sha256.Sum256(text)
	return scheme + hex.EncodeToString(sum[:])
}

func put(t testing.TB, f *Folder, text []byte) Info {
	t.Helper()
	info, err := f.Put(t.Context(), bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

// tmpIsEmpty wants nothing left in tmp.
func tmpIsEmpty(t testing.TB, f *Folder) {
	t.Helper()
	left, err := os.ReadDir(f.tmp())
	if err != nil || len(left) != 0 {
		t.Errorf("left in tmp: %v, %v", left, err)
	}
}

// list gives the digests of all blobs.
func list(t testing.TB, f *Folder) (out []string) {
	t.Helper()
	if err := f.Walk(t.Context(), func(i Info) error { out = append(out, i.Digest); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPutAndOpen(t *testing.T) {
	f := open(t)
	for _, size := range []int{0, 1, 511, 32 << 10, 3<<20 + 7} {
		text := bytes.Repeat([]byte("touchstone "), size/11+1)[:size]
		info := put(t, f, text)
		if info.Digest != digestOf(text) || info.Size != int64(size) {
			t.Fatalf("%d bytes: %+v", size, info)
		}
		if has, err := f.Has(t.Context(), info.Digest); !has || err != nil {
			t.Errorf("%d bytes: %v, %v", size, has, err)
		}
		r, err := f.Open(t.Context(), info.Digest)
		if err != nil {
			t.Fatal(err)
		}
		if err := iotest.TestReader(readOnly{r}, text); err != nil {
			t.Errorf("%d bytes: %v", size, err)
		}
		if r.Info().Size != int64(size) {
			t.Errorf("%d bytes: %+v", size, r.Info())
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		got, err := ReadAll(t.Context(), f, info.Digest, int64(size))
		if err != nil || !bytes.Equal(got, text) {
			t.Errorf("%d bytes: %v", size, err)
		}
		if size > 0 {
			if _, err := ReadAll(t.Context(), f, info.Digest, int64(size-1)); !errors.Is(err, ErrTooLarge) {
				t.Errorf("%d bytes into %d: %v", size, size-1, err)
			}
		}
		stat, err := os.Stat(f.path(info.Digest[len(scheme):]))
		if err != nil || stat.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", stat.Mode(), err)
		}
	}
	tmpIsEmpty(t, f)
}

// readOnly hides what iotest would also try.
type readOnly struct{ io.Reader }

func TestNoDigest(t *testing.T) {
	f := open(t)
	put(t, f, []byte("x"))
	for _, digest := range []string{"", "sha256:", "sha256:../../../etc/passwd", "../blobs", digestOf([]byte("x"))[7:], strings.ToUpper(digestOf([]byte("x"))),
		"sha256:" + strings.Repeat("..", 32), "sha256:" + strings.Repeat("/", 64), "sha512:" + strings.Repeat("0", 64), digestOf([]byte("x")) + "0", "sha256:" + strings.Repeat("é", 32)} {
		if _, err := f.Open(t.Context(), digest); !errors.Is(err, ErrDigest) {
			t.Errorf("Open %q: %v", digest, err)
		}
		if _, err := f.Has(t.Context(), digest); !errors.Is(err, ErrDigest) {
			t.Errorf("Has %q: %v", digest, err)
		}
		if _, err := f.Remove(t.Context(), digest, time.Now()); !errors.Is(err, ErrDigest) {
			t.Errorf("Remove %q: %v", digest, err)
		}
	}
	none := digestOf([]byte("none"))
	_, err := f.Open(t.Context(), none)
	if !errors.Is(err, ErrNotFound) || !errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), f.dir) {
		t.Errorf("Open: %v", err)
	}
	if has, err := f.Has(t.Context(), none); has || err != nil {
		t.Errorf("Has: %v, %v", has, err)
	}
	if _, err := f.Remove(t.Context(), none, time.Now()); !errors.Is(err, ErrNotFound) {
		t.Errorf("Remove: %v", err)
	}
}

func TestLimit(t *testing.T) {
	f := open(t, Limit(1000))
	put(t, f, make([]byte, 1000))
	if _, err := f.Put(t.Context(), bytes.NewReader(make([]byte, 1001))); !errors.Is(err, ErrTooLarge) {
		t.Errorf("1001 bytes: %v", err)
	}
	endless := &counter{}
	if _, err := f.Put(t.Context(), endless); !errors.Is(err, ErrTooLarge) {
		t.Errorf("an endless reader: %v", err)
	}
	if endless.n > 1<<20 {
		t.Errorf("%d bytes of an endless reader were read", endless.n)
	}
	if got := list(t, f); len(got) != 1 {
		t.Errorf("%v", got)
	}
	tmpIsEmpty(t, f)
}

// counter reads for ever.
type counter struct{ n int }

func (c *counter) Read(p []byte) (int, error) { c.n += len(p); return len(p), nil }

func TestReaderFails(t *testing.T) {
	f := open(t)
	broken := errors.New("the client went away")
	if _, err := f.Put(t.Context(), io.MultiReader(strings.NewReader("half"), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	slow := readerFunc(func(p []byte) (int, error) { cancel(); return copy(p, "slow"), nil })
	if _, err := f.Put(ctx, slow); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if got := list(t, f); len(got) != 0 {
		t.Errorf("%v", got)
	}
	tmpIsEmpty(t, f)
}

type readerFunc func([]byte) (int, error)

func (r readerFunc) Read(p []byte) (int, error) { return r(p) }

func TestCorrupt(t *testing.T) {
	f := open(t)
	text := bytes.Repeat([]byte("evidence "), 10_000)
	info := put(t, f, text)
	path := f.path(info.Digest[len(scheme):])
	for what, damaged := range map[string][]byte{
		"a bit":     append([]byte{text[0] ^ 1}, text[1:]...),
		"truncated": text[:len(text)-1],
		"empty":     nil,
		"longer":    append(bytes.Clone(text), 0),
	} {
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadAll(t.Context(), f, info.Digest, 1<<20); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%s: %v", what, err)
		}
		put(t, f, text) // heals
		if got, err := ReadAll(t.Context(), f, info.Digest, 1<<20); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s, put again: %v", what, err)
		}
	}
}

func TestPutTogether(t *testing.T) {
	f := open(t)
	text := bytes.Repeat([]byte("the same "), 100_000)
	var group sync.WaitGroup
	for i := range 16 {
		group.Go(func() {
			info, err := f.Put(t.Context(), bytes.NewReader(text))
			if err != nil || info.Digest != digestOf(text) {
				t.Error(info, err)
			}
			if _, err := ReadAll(t.Context(), f, info.Digest, 1<<20); err != nil {
				t.Errorf("read while others put: %v", err)
			}
			if _, err := f.Put(t.Context(), strings.NewReader(fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if got := list(t, f); len(got) != 17 {
		t.Errorf("%d blobs", len(got))
	}
	tmpIsEmpty(t, f)
}

// failing is a disk on which the n-th operation that can fail does.
type failing struct {
	realDisk
	left int
	err  error
}

func (d *failing) fails() error {
	d.left--
	if d.left == 0 {
		return d.err
	}
	return nil
}

func (d *failing) CreateTemp(dir, pattern string) (file, error) {
	if err := d.fails(); err != nil {
		return nil, err
	}
	f, err := d.realDisk.CreateTemp(dir, pattern)
	return failingFile{f, d}, err
}

func (d *failing) Rename(from, to string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.realDisk.Rename(from, to)
}

func (d *failing) MkdirAll(path string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.realDisk.MkdirAll(path)
}

func (d *failing) SyncFolder(path string) error {
	if err := d.fails(); err != nil {
		return err
	}
	return d.realDisk.SyncFolder(path)
}

type failingFile struct {
	file
	d *failing
}

func (f failingFile) Write(p []byte) (int, error) {
	if err := f.d.fails(); err != nil {
		n, _ := f.file.Write(p[:len(p)/2]) // a full disk takes what fits
		return n, err
	}
	return f.file.Write(p)
}

func (f failingFile) Sync() error {
	if err := f.d.fails(); err != nil {
		return err
	}
	return f.file.Sync()
}

func (f failingFile) Close() error {
	if err := f.d.fails(); err != nil {
		f.file.Close()
		return err
	}
	return f.file.Close()
}

// Whatever fails, Put says so, leaves nothing behind but what is whole, and works again afterwards.
func TestDiskFails(t *testing.T) {
	text := bytes.Repeat([]byte("x"), 100_000)
	reached := 0
	for n := 1; ; n++ {
		f := open(t)
		d := &failing{left: n, err: &fs.PathError{Op: "write", Path: f.dir, Err: syscall.ENOSPC}}
		f.disk = d
		_, err := f.Put(t.Context(), bytes.NewReader(text))
		if d.left > 0 { // it has fewer operations
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		reached++
		if !errors.Is(err, syscall.ENOSPC) || strings.Contains(err.Error(), f.dir) {
			t.Errorf("operation %d: %v", n, err)
		}
		for _, digest := range list(t, f) { // after a rename, the name may be there
			if _, err := ReadAll(t.Context(), f, digest, 1<<20); err != nil {
				t.Errorf("operation %d: %v", n, err)
			}
		}
		tmpIsEmpty(t, f)
		put(t, f, text)
	}
	if reached < 8 { // create, write, sync, close, mkdir, sync, rename, sync
		t.Errorf("only %d operations failed", reached)
	}
}

func TestGarbage(t *testing.T) {
	f := open(t)
	now := time.Now()
	age := func(text string, hours int) string {
		info := put(t, f, []byte(text))
		then := now.Add(-time.Duration(hours) * time.Hour)
		if err := os.Chtimes(f.path(info.Digest[len(scheme):]), then, then); err != nil {
			t.Fatal(err)
		}
		return info.Digest
	}
	used, old, _ := age("used", 100), age("old", 100), age("young", 1)
	again := age("again", 100)
	put(t, f, []byte("again")) // under way once more
	if err := os.WriteFile(filepath.Join(f.dir, "sha256", old[7:9], "README"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var got []string
	err := f.Garbage(t.Context(), now.Add(-24*time.Hour), func(d string) (bool, error) { return d == used, nil }, func(i Info) error {
		got = append(got, i.Digest)
		removed, err := f.Remove(t.Context(), i.Digest, now.Add(-24*time.Hour))
		if !removed {
			t.Errorf("%s is still there", i.Digest)
		}
		return err
	})
	if err != nil || len(got) != 1 || got[0] != old {
		t.Errorf("%v, %v", got, err)
	}
	if removed, err := f.Remove(t.Context(), again, now.Add(-24*time.Hour)); removed || err != nil {
		t.Errorf("removed, and put again meanwhile: %v, %v", removed, err)
	}
	if has, _ := f.Has(t.Context(), again); !has || len(list(t, f)) != 3 {
		t.Errorf("left: %v", list(t, f))
	}
	broken := errors.New("the database is away")
	if err := f.Garbage(t.Context(), now, func(string) (bool, error) { return false, broken }, func(Info) error { t.Error("garbage all the same"); return nil }); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Walk(ctx, func(Info) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestSweep(t *testing.T) {
	f := open(t)
	old, young := filepath.Join(f.tmp(), "put-1"), filepath.Join(f.tmp(), "put-2")
	for _, path := range []string{old, young} {
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	then := time.Now().Add(-25 * time.Hour)
	if err := os.Chtimes(old, then, then); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFolder(f.dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what a killed process left a day ago is still there: %v", err)
	}
	if _, err := os.Stat(young); err != nil {
		t.Errorf("what another process may be writing is gone: %v", err)
	}
}

func TestOpenFolderFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenFolder(path); err == nil {
		t.Error("a file is opened as a folder")
	}
}

func BenchmarkPut200KB(b *testing.B) {
	f := open(b)
	text := bytes.Repeat([]byte("x"), 200_000)
	n := 0
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		n++
		copy(text, fmt.Sprint(n))
		put(b, f, text)
	}
}

func BenchmarkOpen200KB(b *testing.B) {
	f := open(b)
	text := bytes.Repeat([]byte("x"), 200_000)
	info := put(b, f, text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := ReadAll(b.Context(), f, info.Digest, 1<<20); err != nil {
			b.Fatal(err)
		}
	}
}
