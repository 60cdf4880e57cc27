package script

import (
	"bytes"
	"crypto/rand"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxIndex of a list that a path may ask for.
const maxIndex = 1 << 20

// At is the part of a value at a path: names of objects and indexes of lists, with dots between them,
// "body.json.errors.0.code". The empty path is the whole. A JSON null is a part as any other.
func At(value json.RawMessage, path string) (json.RawMessage, error) {
	if len(value) == 0 {
		return nil, errors.New("there is no value")
	}
	at := json.RawMessage(bytes.TrimSpace(value))
	if path == "" {
		return at, nil
	}
	been := 0
	for step := range strings.SplitSeq(path, ".") {
		been += len(step) + 1
		next, err := part(at, step)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path[:been-1], err)
		}
		at = next
	}
	return at, nil
}

// part is a member of an object or an element of a list.
func part(v json.RawMessage, step string) (json.RawMessage, error) {
	v = bytes.TrimSpace(v)
	switch {
	case step == "":
		return nil, errors.New("an empty name")
	case len(v) > 0 && v[0] == '{':
		var members map[string]json.RawMessage
		if err := json.Unmarshal(v, &members); err != nil {
			return nil, err
		}
		m, ok := members[step]
		if !ok {
			return nil, errors.New("not there")
		}
		return m, nil
	case len(v) > 0 && v[0] == '[':
		i, err := strconv.Atoi(step)
		if err != nil || i < 0 || i > maxIndex || step != strconv.Itoa(i) {
			return nil, fmt.Errorf("%q is no index of a list", step)
		}
		var items []json.RawMessage
		if err := json.Unmarshal(v, &items); err != nil {
			return nil, err
		}
		if i >= len(items) {
			return nil, fmt.Errorf("the list has %d elements", len(items))
		}
		return items[i], nil
	}
	return nil, errors.New("not there: what is before it is neither an object nor a list")
}

// Canonical is a value as it is kept: compact, the names of objects in order, numbers as they were written.
// It refuses what has no one meaning: text that is not UTF-8, and escapes of half a surrogate pair.
func Canonical(v json.RawMessage) (json.RawMessage, error) {
	switch {
	case !utf8.Valid(v):
		return nil, errors.New("it is not UTF-8")
	case !json.Valid(v):
		return nil, errors.New("it is not JSON")
	case halves(v):
		return nil, errors.New(`it has a \u escape of half a surrogate pair, which is no character; say the code in hexadecimal digits`)
	}
	if simple(v) {
		return bytes.Clone(v), nil
	}
	var x any
	d := json.NewDecoder(bytes.NewReader(v))
	d.UseNumber()
	if err := d.Decode(&x); err != nil {
		return nil, err
	}
	return marshal(x)
}

// simple says that a value is as Canonical would write it: without spaces and escapes, and with no object
// that has two members.
func simple(v []byte) bool {
	text := false
	for _, c := range v {
		switch {
		case c == '"':
			text = !text
		case c == '\\' || c >= utf8.RuneSelf:
			return false
		case !text && (c == ',' || c <= ' '):
			return false
		}
	}
	return true
}

// halves says whether a JSON text has an escape of half a surrogate pair.
func halves(v []byte) bool {
	high := false // an upper half has just been
	for i := 0; i < len(v); i++ {
		if v[i] != '\\' || i+1 >= len(v) {
			if high {
				return true
			}
			continue
		}
		if v[i+1] != 'u' || i+5 >= len(v) {
			if high {
				return true
			}
			i++
			continue
		}
		code, err := strconv.ParseUint(string(v[i+2:i+6]), 16, 16)
		if err != nil {
			return true
		}
		isHigh, isLow := code >= 0xd800 && code < 0xdc00, code >= 0xdc00 && code < 0xe000
		if high != isLow {
			return true
		}
		high = isHigh
		i += 5
	}
	return high
}

// Word is a new word for {run}: twelve letters and digits, the first of them a letter, that nobody else has.
func Word() string {
	var b [7]byte
	_, _ = rand.Read(b[:]) // it never fails
	return "t" + strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))[:11]
}
