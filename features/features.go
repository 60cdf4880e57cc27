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
	"strings"
)

//go:embed riscv
var embedded embed.FS

// FS is the embedded features: "riscv/i/integer.feature".
func FS() fs.FS { return embedded }

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
