package blob

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// disk is what a Folder asks of the file system; tests put one in its place that fails.
type disk interface {
	CreateTemp(dir, pattern string) (file, error)
	Rename(from, to string) error
	Remove(path string) error
	MkdirAll(path string) error
	SyncFolder(path string) error
}

// file is one that is being written.
type file interface {
	io.WriteCloser
	Name() string
	Sync() error
}

// realDisk is the operating system's.
type realDisk struct{}

func (realDisk) CreateTemp(dir, pattern string) (file, error) { return os.CreateTemp(dir, pattern) } // 0600
func (realDisk) Rename(from, to string) error                 { return os.Rename(from, to) }
func (realDisk) Remove(path string) error                     { return os.Remove(path) }
func (realDisk) MkdirAll(path string) error                   { return os.MkdirAll(path, 0o700) }

// SyncFolder makes names in a folder durable. Systems that cannot sync a folder say so with EINVAL.
func (realDisk) SyncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) {
		return err
	}
	return nil
}
