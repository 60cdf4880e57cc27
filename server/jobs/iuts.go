package jobs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"touchstone/specs"
)

// Embedded is the name of the executor of this binary, which is registered everywhere.
const Embedded = "embedded"

// IUT is a registered implementation.
type IUT struct {
	Name  string `json:"name"`  // by which a request names it
	Title string `json:"title"` // as its description names it
	File  string `json:"-"`     // its description; "embedded" of the executor
}

// iutName is what an implementation may be registered as: the name of its queue too.
var iutName = regexp.MustCompile(`^[a-z0-9]+([-_]?[a-z0-9]+)*$`)

const maxIUTName = 60

// Registered lists the implementations of a folder, by name: NAME.yaml, or NAME/iut.yaml; and the
// executor of this binary. "": only that. A file that is no description is an error: who registers it
// shall know it now.
func Registered(dir string) ([]IUT, error) {
	out := []IUT{{Embedded, "the executor of this binary", Embedded}}
	if dir == "" {
		return out, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("registered implementations: %w", err)
	}
	for _, e := range entries {
		name, isFile := strings.CutSuffix(e.Name(), ".yaml")
		file := filepath.Join(dir, e.Name())
		if !isFile {
			file = filepath.Join(file, "iut.yaml")
			if _, err := os.Stat(file); err != nil {
				continue // something else lies there
			}
		}
		text, err := readDescription(file)
		if err != nil {
			return nil, fmt.Errorf("registered implementations: %w", err)
		}
		if isFile && !looksLikeIUT(text) {
			continue // what a description names, such as its findings
		}
		if !iutName.MatchString(name) || len(name) > maxIUTName {
			return nil, fmt.Errorf("registered implementations: %s: %q is no name to ask for it by: use small letters, digits, and single hyphens", file, name)
		}
		if slices.ContainsFunc(out, func(x IUT) bool { return x.Name == name }) {
			return nil, fmt.Errorf("registered implementations: %s: there is another %s", file, name)
		}
		described, err := specs.LoadIUT(file, text)
		if err != nil {
			return nil, fmt.Errorf("registered implementations: %w", err)
		}
		if file, err = filepath.Abs(file); err != nil {
			return nil, fmt.Errorf("registered implementations: %w", err)
		}
		out = append(out, IUT{name, described.Name, file})
	}
	slices.SortFunc(out[1:], func(a, b IUT) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

const maxDescription = 1 << 20

func readDescription(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: file, Err: errors.New("not a file")}
	case info.Size() > maxDescription:
		return nil, &fs.PathError{Op: "read", Path: file, Err: errors.New("too large for a description of an implementation")}
	}
	return os.ReadFile(file)
}

// looksLikeIUT tells a description from other YAML that lies beside it.
func looksLikeIUT(text []byte) bool {
	return regexp.MustCompile(`(?m)^(start|environments):`).Match(text)
}
