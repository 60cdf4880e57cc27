package tlog

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
)

// MaxEntry bounds an entry's bytes.
const MaxEntry = 4 << 10

// maxSubject bounds what an entry is about.
const maxSubject = 1 << 10

// Kind says what happened.
type Kind string

// The kinds of entries. A log that holds others was written by a newer version.
const (
	Report       Kind = "report"       // a report was accepted
	Revocation   Kind = "revocation"   // a report was withdrawn; it stays in the log
	Supersession Kind = "supersession" // a report was replaced by another one
	Waiver       Kind = "waiver"       // a waiver was accepted
	Challenge    Kind = "challenge"    // a verdict, a scenario or a rule's interpretation was disputed
	Ruling       Kind = "ruling"       // a challenge was decided
)

// Known says whether k is one of the closed set.
func (k Kind) Known() bool {
	switch k {
	case Report, Revocation, Supersession, Waiver, Challenge, Ruling:
		return true
	}
	return false
}

// Entry is what one leaf of the log says. Its bytes are canonical JSON (RFC 8785) without a final
// newline:
//
//	{"at":"2026-11-23T07:20:00Z","digest":"sha256:…","kind":"revocation","subject":"sha256:…"}
type Entry struct {
	Kind    Kind
	Digest  string    // "sha256:<hex>" of the exact bytes of the signed document
	Subject string    // what the document is about, a digest or a name of visible ASCII; empty: itself
	At      time.Time // when it was accepted, in whole seconds
}

// wire has the members in canonical order.
type wire struct {
	At      string `json:"at"`
	Digest  string `json:"digest"`
	Kind    Kind   `json:"kind"`
	Subject string `json:"subject,omitempty"`
}

// Encode gives the entry's bytes, or says what is wrong with it. What it returns passes
// [ParseEntry].
func (e Entry) Encode() ([]byte, error) {
	switch {
	case !e.Kind.Known():
		return nil, fmt.Errorf("entry: %w: kind %q is not one of report, revocation, supersession, waiver, challenge, ruling", ErrMalformed, e.Kind)
	case !isDigest(e.Digest):
		return nil, fmt.Errorf("entry: %w: digest %.80q is not sha256: and 64 hexadecimal digits", ErrMalformed, e.Digest)
	case !isSubject(e.Subject):
		return nil, fmt.Errorf("entry: %w: subject %.80q is not up to %d visible ASCII characters without quotes, backslashes, < > &", ErrMalformed, e.Subject, maxSubject)
	case e.At.Year() < 1970 || e.At.Year() > 9999:
		return nil, fmt.Errorf("entry: %w: the time %v is none", ErrMalformed, e.At)
	}
	return json.Marshal(wire{e.At.UTC().Format(time.RFC3339), e.Digest, e.Kind, e.Subject})
}

// ParseEntry reads an entry strictly: only what [Entry.Encode] writes is one.
func ParseEntry(text []byte) (Entry, error) {
	if len(text) > MaxEntry {
		return Entry{}, fmt.Errorf("entry: %w: %d bytes, and at most %d are allowed", ErrMalformed, len(text), MaxEntry)
	}
	var w wire
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&w); err != nil {
		return Entry{}, fmt.Errorf("entry: %w: %w", ErrMalformed, err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return Entry{}, fmt.Errorf("entry: %w: something follows it", ErrMalformed)
	}
	at, err := time.Parse(time.RFC3339, w.At)
	if err != nil {
		return Entry{}, fmt.Errorf("entry: %w: at: %w", ErrMalformed, err)
	}
	if w.Kind != "" && !w.Kind.Known() {
		return Entry{}, fmt.Errorf("entry: %w: kind %.80q", ErrVersion, w.Kind)
	}
	e := Entry{w.Kind, w.Digest, w.Subject, at.UTC()}
	again, err := e.Encode()
	if err != nil {
		return Entry{}, err
	}
	if !bytes.Equal(again, text) {
		return Entry{}, fmt.Errorf("entry: %w: not in canonical form (RFC 8785, times in whole seconds of UTC)", ErrMalformed)
	}
	return e, nil
}

func isDigest(s string) bool {
	digits, ok := strings.CutPrefix(s, "sha256:")
	if !ok || len(digits) != 64 || digits != strings.ToLower(digits) {
		return false
	}
	_, err := hex.DecodeString(digits)
	return err == nil
}

// isSubject leaves out every character that JSON could write in two ways.
func isSubject(s string) bool {
	return len(s) <= maxSubject && strings.IndexFunc(s, func(r rune) bool {
		return r <= ' ' || r > '~' || strings.ContainsRune(`"\<>&`, r)
	}) < 0
}
