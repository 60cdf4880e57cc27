package sqlite

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// One at a time is alone, and the file is its owner's.
func TestAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "registry.db")
	var mu sync.Mutex
	var group sync.WaitGroup
	inside, most := 0, 0
	for range 8 {
		group.Go(func() {
			release, err := Alone(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			inside++
			most = max(most, inside)
			mu.Unlock()
			time.Sleep(2 * time.Millisecond)
			mu.Lock()
			inside--
			mu.Unlock()
			if err := release(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if most != 1 {
		t.Errorf("%d were alone", most)
	}
	for _, name := range []string{path, path + "-opening"} {
		info, err := os.Stat(name)
		if err != nil || info.Mode().Perm() != 0o600 || info.Size() != 0 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".new-*")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// Who waits gives up when its context does.
func TestAloneGivesUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "registry.db")
	release, err := Alone(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer release() //nolint:errcheck // a test's
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Alone(ctx, path); err == nil {
		t.Error("two are alone")
	}
}

func TestAloneNowhere(t *testing.T) {
	if _, err := Alone(t.Context(), filepath.Join(t.TempDir(), "none", "registry.db")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if _, err := Alone(t.Context(), t.TempDir()); err == nil {
		t.Error("a folder was taken for a database")
	}
}
