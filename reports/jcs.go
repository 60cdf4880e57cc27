package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gowebpki/jcs"
)

// A report of a whole profile has megabytes, and is put into its canonical form each time that it is
// written, verified or served. [transform] does in one pass what package jcs does for any JSON; the
// rare cases it leaves to that.

// member is one member of an object: where it stands in the text, and its key within it.
type member struct{ start, colon, end int }

// key is the text of the key, with its quotes.
func (m member) key(text []byte) []byte { return text[m.start:m.colon] }

// value is the text of the value.
func (m member) value(text []byte) []byte { return text[m.colon+1 : m.end] }

// transform puts what json.Marshal gave into the form of RFC 8785. For an object it also says where
// the members are.
func transform(text []byte) (canonical []byte, members []member, err error) {
	t := transformer{in: text, out: make([]byte, 0, len(text))}
	err = errUnusual
	if utf8.Valid(text) {
		err = t.value()
	}
	if errors.Is(err, errUnusual) {
		canonical, err := jcs.Transform(text)
		return canonical, nil, err
	}
	return t.out, t.members, err
}

// errUnusual says that the text holds what the fast way does not know.
var errUnusual = errors.New("unusual")

type transformer struct {
	in      []byte // compact and well-formed
	at      int
	out     []byte
	members []member // of the objects that are open; at the end of the outermost
	scratch []byte
}

func (t *transformer) value() error {
	switch t.in[t.at] {
	case '{':
		return t.object()
	case '[':
		return t.array()
	case '"':
		return t.text()
	case 't', 'n':
		t.copy(len("true"))
	case 'f':
		t.copy(len("false"))
	default:
		return t.number()
	}
	return nil
}

func (t *transformer) copy(n int) {
	t.out = append(t.out, t.in[t.at:t.at+n]...)
	t.at += n
}

func (t *transformer) array() error {
	t.copy(1)
	for t.in[t.at] != ']' {
		if t.in[t.at] == ',' {
			t.copy(1)
		}
		if err := t.value(); err != nil {
			return err
		}
	}
	t.copy(1)
	return nil
}

func (t *transformer) object() error {
	first := len(t.members)
	t.copy(1)
	for t.in[t.at] != '}' {
		if t.in[t.at] == ',' {
			t.copy(1)
		}
		m := member{start: len(t.out)}
		if err := t.text(); err != nil {
			return err
		}
		m.colon = len(t.out)
		t.copy(1)
		inner := len(t.members)
		if err := t.value(); err != nil {
			return err
		}
		m.end = len(t.out)
		t.members = append(t.members[:inner], m)
	}
	t.copy(1)
	return t.sort(t.members[first:])
}

// sort puts the members of an object in the order of their keys.
func (t *transformer) sort(members []member) error {
	sorted := true
	for i := 1; i < len(members); i++ {
		switch c := compareKeys(members[i-1].key(t.out), members[i].key(t.out)); {
		case c == 0:
			return errUnusual
		case c > 0:
			sorted = false
		}
	}
	if sorted {
		return nil
	}
	start := members[0].start
	t.scratch = append(t.scratch[:0], t.out[start:]...)
	for i := range members {
		m := &members[i]
		m.start, m.colon, m.end = m.start-start, m.colon-start, m.end-start
	}
	slices.SortFunc(members, func(a, b member) int { return compareKeys(a.key(t.scratch), b.key(t.scratch)) })
	t.out = t.out[:start]
	for i := range members {
		m := &members[i]
		if i > 0 {
			t.out = append(t.out, ',')
			if bytes.Equal(members[i-1].key(t.out), m.key(t.scratch)) {
				return errUnusual // a key twice
			}
		}
		at := len(t.out) - m.start
		t.out = append(t.out, t.scratch[m.start:m.end]...)
		m.start, m.colon, m.end = m.start+at, m.colon+at, m.end+at
	}
	t.out = append(t.out, '}')
	return nil
}

// compareKeys orders keys as RFC 8785 does, by their UTF-16 code units. They are in canonical form.
func compareKeys(a, b []byte) int {
	a, b = a[1:len(a)-1], b[1:len(b)-1]
	if simple(a) && simple(b) {
		return bytes.Compare(a, b)
	}
	return slices.Compare(utf16.Encode([]rune(unquote(a))), utf16.Encode([]rune(unquote(b))))
}

// simple says whether bytes compare as the code units do.
func simple(s []byte) bool {
	for _, c := range s {
		if c >= utf8.RuneSelf || c == '\\' {
			return false
		}
	}
	return true
}

func unquote(s []byte) string {
	var out string
	if json.Unmarshal(slices.Concat([]byte{'"'}, s, []byte{'"'}), &out) != nil {
		return string(s)
	}
	return out
}

// text copies a string. What needs no escape in RFC 8785 may have one in the input.
func (t *transformer) text() error {
	end := t.at + 1
	escaped := false
	for t.in[end] != '"' {
		if t.in[end] == '\\' {
			escaped = true
			end++
		}
		end++
	}
	if !escaped {
		t.copy(end + 1 - t.at)
		return nil
	}
	s := unquote(t.in[t.at+1 : end])
	if strings.ContainsRune(s, utf8.RuneError) {
		return errUnusual // it may have been half of a surrogate pair
	}
	t.at = end + 1
	t.out = append(t.out, '"')
	for i := range len(s) {
		switch c := s[i]; c {
		case '"', '\\':
			t.out = append(t.out, '\\', c)
		case '\b':
			t.out = append(t.out, '\\', 'b')
		case '\f':
			t.out = append(t.out, '\\', 'f')
		case '\n':
			t.out = append(t.out, '\\', 'n')
		case '\r':
			t.out = append(t.out, '\\', 'r')
		case '\t':
			t.out = append(t.out, '\\', 't')
		default:
			if c < ' ' {
				const digits = "0123456789abcdef"
				t.out = append(t.out, '\\', 'u', '0', '0', digits[c>>4], digits[c&15])
				continue
			}
			t.out = append(t.out, c)
		}
	}
	t.out = append(t.out, '"')
	return nil
}

// number copies an integer that a double holds; of others the notation is package jcs's.
func (t *transformer) number() error {
	end := t.at
	for end < len(t.in) && strings.IndexByte("+-.0123456789eE", t.in[end]) >= 0 {
		end++
	}
	digits := t.in[t.at:end]
	if len(digits) > 15 {
		return errUnusual
	}
	n, err := strconv.ParseInt(string(digits), 10, 64)
	if err != nil || n == 0 && len(digits) > 1 {
		return errUnusual
	}
	t.copy(len(digits))
	return nil
}
