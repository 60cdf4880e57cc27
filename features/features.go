// Package features holds the test purposes of every pack as Gherkin text, embedded, and what can be
// said about that text without running it: [Parse] gives the scenarios with their lines, [Lint] finds
// what a reader or the runner would stumble over, [Digest] names the exact text.
//
// How to write one. A feature is about one extension (`@ext:M`) and one idea; a scenario shows one or
// two rules (`@rule:<official id>`) by the smallest example that a wrong implementation gets wrong.
// Titles and descriptions use the standard's words. The sentences that a step may be are listed by
// `touchstone spec steps`; a step that is none of them is an error, never a skip.
package features

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// <pack>/<folder>/<file>.feature: those of a new pack need no line here.
//
//go:embed */*/*.feature
var embedded embed.FS

// FS is the embedded features of all packs: "riscv/i/integer.feature".
func FS() fs.FS { return embedded }

// Of is the embedded features of one pack, under the names that they have among all of them. There are none
// of a pack that has no folder.
func Of(pack string) fs.FS { return Within(embedded, pack) }

// Within is the part of some features that is of one pack.
func Within(files fs.FS, pack string) fs.FS { return part{files, pack} }

// part shows one folder at the top of a tree.
type part struct {
	fs.FS
	folder string
}

// Open opens what is in the folder, and the top.
func (p part) Open(name string) (fs.File, error) {
	if name != "." && name != p.folder && !strings.HasPrefix(name, p.folder+"/") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return p.FS.Open(name)
}

// ReadDir lists the folder alone at the top.
func (p part) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		if _, err := p.Open(name); err != nil {
			return nil, err
		}
		return fs.ReadDir(p.FS, name)
	}
	all, err := fs.ReadDir(p.FS, ".")
	return slices.DeleteFunc(all, func(e fs.DirEntry) bool { return e.Name() != p.folder }), err
}

// Digest is "sha256:…" over the names and bytes of all feature files, in the order of their names.
func Digest(files fs.FS) (string, error) {
	h := sha256.New()
	err := walk(files, func(uri string, text []byte) error {
		fmt.Fprintf(h, "%s %d\n", uri, len(text))
		h.Write(text)
		return nil
	})
	if err != nil {
		return "", err
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// walk visits the feature files in lexical order.
func walk(files fs.FS, f func(uri string, text []byte) error) error {
	return fs.WalkDir(files, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".feature") {
			return err
		}
		text, err := fs.ReadFile(files, p)
		if err != nil {
			return err
		}
		return f(p, text)
	})
}
