package reports

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Outcome is one line of the sidecar: what the implementation did with one case. Values are
// hexadecimal ("0x8000000000000000"), because JSON numbers are doubles.
type Outcome struct {
	Answers []Answer    `json:"answers,omitempty"` // of a script
	Case    string      `json:"case"`              // the scenario's id, "/", an ordinal
	Changed [][2]string `json:"changed,omitempty"` // [location, value after]
	States  []State     `json:"states,omitempty"`  // of a case of several harts
	Status  string      `json:"status"`            // finished, hang, crash, clobber, flaky, not-run
	Trap    *Trap       `json:"trap,omitempty"`
	Words   string      `json:"words,omitempty"` // the implementation's last ones
}

// Answer is what came of a call of a script.
type Answer struct {
	Error string          `json:"error,omitempty"`
	Skip  string          `json:"skip,omitempty"`
	Value json.RawMessage `json:"value,omitempty"` // in canonical form
}

// State is how many of a case's repetitions ended with these values; none: with states that there
// was no room for.
type State struct {
	Count  uint64      `json:"count"`
	Values [][2]string `json:"values,omitempty"` // [location, value]
}

// Trap is how a case ended; an ordinary end is an environment call.
type Trap struct {
	Cause string `json:"cause"`
	Mode  string `json:"mode"`
	PC    string `json:"pc"`
	Tval  string `json:"tval"`

	// Under Linux the number of the signal and its si_code, instead of a cause.
	Signal int `json:"signal,omitempty"`
	Code   int `json:"code,omitempty"`
}

// Scenario is the id of the scenario that the case is of.
func (o *Outcome) Scenario() string {
	if i := strings.LastIndexByte(o.Case, '/'); i >= 0 {
		return o.Case[:i]
	}
	return o.Case
}

// Append adds the outcome's canonical form (RFC 8785) to b. It is written out by hand: a run has
// a quarter of a million outcomes.
func (o *Outcome) Append(b []byte) []byte {
	b = append(b, '{')
	for i, a := range o.Answers {
		if i == 0 {
			b = append(b, `"answers":[{`...)
		} else {
			b = append(b, `},{`...)
		}
		from := len(b)
		for _, part := range []struct{ key, text string }{{`"error":`, a.Error}, {`"skip":`, a.Skip}} {
			if part.text != "" {
				if len(b) > from {
					b = append(b, ',')
				}
				b = quote(append(b, part.key...), part.text)
			}
		}
		if len(a.Value) > 0 {
			if len(b) > from {
				b = append(b, ',')
			}
			b = append(append(b, `"value":`...), a.Value...)
		}
	}
	if len(o.Answers) > 0 {
		b = append(b, `}],`...)
	}
	b = append(b, `"case":`...)
	b = quote(b, o.Case)
	if len(o.Changed) > 0 {
		b = values(append(b, `,"changed":`...), o.Changed)
	}
	for i, s := range o.States {
		if i == 0 {
			b = append(b, `,"states":[`...)
		} else {
			b = append(b, ',')
		}
		b = strconv.AppendUint(append(b, `{"count":`...), s.Count, 10)
		if len(s.Values) > 0 {
			b = values(append(b, `,"values":`...), s.Values)
		}
		b = append(b, '}')
	}
	if len(o.States) > 0 {
		b = append(b, ']')
	}
	b = quote(append(b, `,"status":`...), o.Status)
	if t := o.Trap; t != nil {
		b = quote(append(b, `,"trap":{"cause":`...), t.Cause)
		if t.Code != 0 {
			b = strconv.AppendInt(append(b, `,"code":`...), int64(t.Code), 10)
		}
		b = quote(append(b, `,"mode":`...), t.Mode)
		b = quote(append(b, `,"pc":`...), t.PC)
		if t.Signal != 0 {
			b = strconv.AppendInt(append(b, `,"signal":`...), int64(t.Signal), 10)
		}
		b = append(quote(append(b, `,"tval":`...), t.Tval), '}')
	}
	if o.Words != "" {
		b = quote(append(b, `,"words":`...), o.Words)
	}
	return append(b, '}')
}

func values(b []byte, list [][2]string) []byte {
	for i, c := range list {
		b = append(b, "[,"[min(i, 1)])
		b = append(quote(append(b, '['), c[0]), ',')
		b = append(quote(b, c[1]), ']')
	}
	return append(b, ']')
}

// quote writes a JSON string as RFC 8785 has it; bytes that are not UTF-8 become U+FFFD.
func quote(b []byte, s string) []byte {
	b = append(b, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r >= 0x20:
			b = utf8.AppendRune(b, r)
		case r == '\b':
			b = append(b, `\b`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\f':
			b = append(b, `\f`...)
		case r == '\r':
			b = append(b, `\r`...)
		default:
			b = append(b, `\u00`...)
			b = append(b, "0123456789abcdef"[r>>4], "0123456789abcdef"[r&15])
		}
	}
	return append(b, '"')
}

// Hex is how the sidecar writes a 64-bit value.
func Hex(v uint64) string { return "0x" + strconv.FormatUint(v, 16) }

// Sidecar streams outcomes to a file named after its own digest, and keeps a Merkle tree a
// scenario while they pass. Write outcomes in the plan's order: the digest is part of the report.
type Sidecar struct {
	dir   string
	file  *os.File
	out   *bufio.Writer
	sum   hash.Hash
	trees map[string]*Tree
	line  []byte
	name  string
	lines int
	err   error
}

// NewSidecar starts a sidecar in dir, which must exist. [RemoveStale] is for what a writer left there
// that was killed.
func NewSidecar(dir string) (*Sidecar, error) {
	f, err := os.CreateTemp(dir, staleName)
	if err != nil {
		return nil, fmt.Errorf("outcomes sidecar: %w", err)
	}
	sum := sha256.New()
	return &Sidecar{dir: dir, file: f, sum: sum, trees: map[string]*Tree{},
		out: bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)}, nil
}

// RemoveStale removes sidecars from dir that were never completed. Nobody may be writing one there.
func RemoveStale(dir string) {
	stale, _ := filepath.Glob(filepath.Join(dir, staleName))
	for _, name := range stale {
		_ = os.Remove(name)
	}
}

// staleName is the pattern of a sidecar that is being written.
const staleName = ".outcomes-*.tmp"

// Add writes one outcome. After an error every call returns it.
func (s *Sidecar) Add(o *Outcome) error {
	if s.err != nil {
		return s.err
	}
	s.line = o.Append(s.line[:0])
	s.grow(o.Scenario(), s.line)
	s.line = append(s.line, '\n')
	s.lines++
	if _, err := s.out.Write(s.line); err != nil {
		s.err = fmt.Errorf("outcomes sidecar: %w", err)
	}
	return s.err
}

func (s *Sidecar) grow(scenario string, line []byte) {
	t := s.trees[scenario]
	if t == nil {
		t = new(Tree)
		s.trees[scenario] = t
	}
	t.Append(line)
}

// Root is the Merkle root over the scenario's outcomes so far, "" if it has none.
func (s *Sidecar) Root(scenario string) string {
	if t := s.trees[scenario]; t != nil {
		return t.Root()
	}
	return ""
}

// Lines is how many outcomes were added.
func (s *Sidecar) Lines() int { return s.lines }

// Digest is that of the whole file; it is final after Close.
func (s *Sidecar) Digest() string {
	return "sha256:" + hex.EncodeToString(s.sum.Sum(nil))
}

// Name is the file's name in the directory, known after Close.
func (s *Sidecar) Name() string { return s.name }

// Close completes the file under its final name.
func (s *Sidecar) Close() error {
	if s.name != "" {
		return nil
	}
	err := s.err
	if e := s.out.Flush(); err == nil {
		err = e
	}
	if err == nil {
		err = s.file.Chmod(0o644)
	}
	if e := s.file.Close(); err == nil {
		err = e
	}
	if err == nil {
		s.name = SidecarName(s.Digest())
		err = os.Rename(s.file.Name(), filepath.Join(s.dir, s.name))
	}
	if err != nil {
		s.name = ""
		os.Remove(s.file.Name())
		if s.err == nil {
			s.err = fmt.Errorf("outcomes sidecar: %w", err)
		}
		return s.err
	}
	return nil
}

// Abandon removes what was written so far, if it was not closed.
func (s *Sidecar) Abandon() {
	if s.name == "" {
		s.file.Close()
		os.Remove(s.file.Name())
		s.err = errors.New("outcomes sidecar: abandoned")
	}
}

// SidecarName is the file name that a digest gives.
func SidecarName(digest string) string {
	hexes := strings.TrimPrefix(digest, "sha256:")
	return "outcomes-" + hexes[:min(16, len(hexes))] + ".jsonl"
}
