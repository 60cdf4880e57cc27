package server

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"touchstone/reports/attest"
	"touchstone/reports/bundle"
)

// suffix of the files that are looked at.
const suffix = ".dsse.json"

// mostReports bounds how much of a folder is read.
const mostReports = 10_000

// entry is one envelope as it was last read. What is served comes from here, never from the disk
// again: a verdict that is shown was verified in these very bytes.
type entry struct {
	slug    string // "x1" for x1/report.dsse.json: its place, so that its address survives tampering
	file    string // relative to the folder
	size    int64
	changed time.Time
	text    []byte
	result  *attest.Result // nil: refused
	refused error
}

// folder is the reports below a directory, verified when they are new or have changed.
type folder struct {
	dir     string
	mu      sync.Mutex
	entries map[string]*entry // by file
}

func openFolder(dir string) (*folder, error) {
	dir, err := filepath.EvalSymlinks(dir) // a walk does not begin at a link
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a folder", dir)
	}
	return &folder{dir: dir, entries: map[string]*entry{}}, nil
}

// list brings the entries up to date and gives them in the order of their slugs.
func (f *folder) list() ([]*entry, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	seen := map[string]bool{}
	err := filepath.WalkDir(f.dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && path == f.dir:
			return err
		case err != nil:
			return nil //nolint:nilerr // gone or closed to us: not ours to show
		case strings.HasPrefix(d.Name(), ".") && path != f.dir:
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || !strings.HasSuffix(d.Name(), suffix) || d.Name() == bundle.SummaryFile:
			return nil
		}
		if len(seen) == mostReports {
			return fs.SkipAll
		}
		file, err := filepath.Rel(f.dir, path)
		if err != nil {
			return err
		}
		if f.refresh(path, filepath.ToSlash(file), d) {
			seen[filepath.ToSlash(file)] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	out := make([]*entry, 0, len(seen))
	for file, e := range f.entries {
		if !seen[file] {
			delete(f.entries, file)
			continue
		}
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *entry) int { return strings.Compare(a.slug, b.slug) })
	return out, nil
}

// refresh reads a file again when it has changed; false says that it is gone.
func (f *folder) refresh(path, file string, d fs.DirEntry) bool {
	info, err := d.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	e := &entry{slug: slug(file), file: file}
	if err == nil {
		if old := f.entries[file]; old != nil && old.size == info.Size() && old.changed.Equal(info.ModTime()) {
			return true
		}
		e.size, e.changed = info.Size(), info.ModTime()
	}
	f.entries[file] = e
	switch {
	case err != nil:
		e.refused = err
	case e.size > attest.MaxEnvelope:
		e.refused = fmt.Errorf("%w: larger than %d MiB", attest.ErrRefused, attest.MaxEnvelope>>20)
	default:
		if e.text, e.refused = os.ReadFile(path); e.refused == nil {
			e.result, e.refused = attest.Verify(e.text)
		}
	}
	if e.refused != nil {
		e.text, e.result = nil, nil
		// Where the folder lies is nobody's business.
		var at *fs.PathError
		if errors.As(e.refused, &at) {
			e.refused = fmt.Errorf("%w: the file cannot be read: %w", attest.ErrRefused, at.Err)
		}
	}
	return true
}

// slug names a file by its place: what it is called, or for report.dsse.json the folder it is in.
func slug(file string) string {
	s := strings.TrimSuffix(file, suffix)
	if dir, ok := strings.CutSuffix(s, "/report"); ok {
		s = dir
	}
	return strings.ReplaceAll(s, "/", "~")
}

// find gives the entry of a slug or of a report's ID, nil if there is none.
func (f *folder) find(id string) (*entry, error) {
	entries, err := f.list()
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if e.slug == id {
			return e, nil
		}
	}
	for _, e := range entries {
		if e.result != nil && e.result.Report.ID == id {
			return e, nil
		}
	}
	return nil, nil
}
