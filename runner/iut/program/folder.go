package program

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Folder is the folder beside a description: on the disk, or made of embedded files when it is first asked
// for, and then removed by Close.
type Folder struct {
	Path  string // on the disk
	Files fs.FS  // not nil: embedded, and Path is nothing

	once sync.Once
	made string
	err  error
}

// Open gives the absolute path of the folder.
func (f *Folder) Open() (string, error) {
	f.once.Do(func() {
		if f.Files == nil {
			f.made, f.err = filepath.Abs(f.Path)
			return
		}
		f.made, f.err = unpack(f.Files)
	})
	return f.made, f.err
}

// unpack writes files into a temporary folder. They may be executed.
func unpack(files fs.FS) (string, error) {
	dir, err := os.MkdirTemp("", "touchstone-")
	if err != nil {
		return "", err
	}
	err = fs.WalkDir(files, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(path))
		if e.IsDir() {
			return os.MkdirAll(to, 0o700)
		}
		text, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		return os.WriteFile(to, text, 0o700) //nolint:gosec // programs, for us alone
	})
	if err != nil {
		os.RemoveAll(dir)
		return "", err
	}
	return dir, nil
}

// Close removes a folder that was made. It is not made again.
func (f *Folder) Close() error {
	f.once.Do(func() { f.err = errors.New("the folder is closed") })
	if f.Files == nil || f.made == "" {
		return nil
	}
	return os.RemoveAll(f.made)
}
