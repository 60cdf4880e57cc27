package waiver

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"touchstone/reports/act"
	"touchstone/reports/attest"
)

// Limits of what is loaded.
const (
	MaxFile    = 16 << 20 // bytes of one file
	MaxWaivers = 4096     // in one place
)

// ErrPlace is the class of places where waivers cannot be looked for. What is wrong with one waiver is
// said in its [Loaded].
var ErrPlace = errors.New("waivers")

// Loaded is a waiver that was found, or why what was found is none.
type Loaded struct {
	Source  string // the file's name in its place, and the line if it has several
	Waiver  act.Waiver
	Digest  string // of the signed waiver
	Signers []attest.Signer
	Err     error
}

// Load reads the signed waivers of a folder, from its files *.json and *.jsonl, or of one file, whose
// lines are each a waiver. Folders in the folder are not looked into. A file that is no waiver or does
// not verify comes back with its error; the error of Load itself is ErrPlace.
func Load(path string) ([]Loaded, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: there is no %s: leave --waivers out where there are none (git keeps no empty folder; a README.md in it is not looked at)", ErrPlace, path)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPlace, err)
	}
	files := []string{path}
	if info.IsDir() {
		if files, err = list(path); err != nil {
			return nil, err
		}
	}
	var out []Loaded
	for _, f := range files {
		more, err := loadFile(f)
		if err != nil {
			return nil, err
		}
		if out = append(out, more...); len(out) > MaxWaivers {
			return nil, fmt.Errorf("%w: %s has more than %d", ErrPlace, path, MaxWaivers)
		}
	}
	return out, nil
}

// list finds the files of a folder, by name. A link to a file will do; a pipe would make us wait.
func list(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPlace, err)
	}
	var out []string
	for _, e := range entries {
		name := e.Name()
		if ext := filepath.Ext(name); strings.HasPrefix(name, ".") || ext != ".json" && ext != ".jsonl" {
			continue
		}
		path := filepath.Join(dir, name)
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			continue
		}
		out = append(out, path)
	}
	return out, nil
}

func loadFile(path string) ([]Loaded, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPlace, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPlace, err)
	}
	if len(text) > MaxFile {
		return nil, fmt.Errorf("%w: %s is larger than %d MiB", ErrPlace, path, MaxFile>>20)
	}
	return Read(filepath.Base(path), text), nil
}

// Read is [Load] of the text of a file.
func Read(source string, text []byte) []Loaded {
	lines := bytes.Split(text, []byte("\n"))
	var out []Loaded
	several := len(bytes.TrimSpace(text)) != len(bytes.TrimSpace(lines[0]))
	for i, line := range lines {
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			continue
		}
		where := source
		if several {
			where = fmt.Sprintf("%s:%d", source, i+1)
		}
		out = append(out, open(where, line))
		if len(out) > MaxWaivers {
			return out
		}
	}
	if len(out) == 0 {
		out = append(out, Loaded{Source: source, Err: errors.New("the file is empty, and holds no waiver")})
	}
	return out
}

func open(where string, envelope []byte) Loaded {
	l := Loaded{Source: where}
	s, err := act.Open(envelope)
	if err != nil {
		l.Err = err
		return l
	}
	w, ok := s.Document.(act.Waiver)
	if !ok {
		l.Err = fmt.Errorf("it is a signed %s, and no waiver", s.Document.Kind())
		return l
	}
	l.Waiver, l.Digest, l.Signers = w, s.Digest, s.Signers
	return l
}
