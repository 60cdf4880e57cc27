package registry

import (
	"errors"
	"fmt"
	"strings"

	"touchstone/server/store"
)

// Classes of errors, besides [*Refusal] and those of package store.
var (
	// ErrBehind: database and log do not belong together.
	ErrBehind = errors.New("the database and the log do not belong together")
	// ErrBusy: more is being submitted than there is memory for; try again in a moment.
	ErrBusy = errors.New("busy")
	// ErrClosed: the registry is shutting down.
	ErrClosed = errors.New("the registry is closed")
)

// Code classifies a reason. The set is closed; it is part of the API.
type Code string

const (
	TooLarge      Code = "too-large"      // more bytes than are taken
	Malformed     Code = "malformed"      // no envelope, or no report or act in it
	Unsigned      Code = "unsigned"       // nobody has signed it
	Signature     Code = "signature"      // a signature is not that of these bytes
	UnknownKey    Code = "unknown-key"    // nobody who signed it is registered
	RevokedKey    Code = "revoked-key"    // who signed it is registered no longer
	Role          Code = "role"           // who signed it may not do this
	Schema        Code = "schema"         // not what the schema says
	FutureVersion Code = "future-version" // of a format that this registry does not know yet
	UnknownSuite  Code = "unknown-suite"  // judged by another suite than those that are known here
	Digest        Code = "digest"         // what it says of itself does not follow from it, or bytes are not those of their digest
	Time          Code = "time"           // from the future, too old, or finished before it began
	Text          Code = "text"           // a text is too long, or not fit to be shown
	Replay        Code = "replay"         // it was submitted before in another envelope, or is meant for another registry
	Stale         Code = "stale"          // an act that was signed too long ago
	Expired       Code = "expired"        // a waiver that has ended already
	NotFound      Code = "not-found"      // what it is about is not here
	Conflict      Code = "conflict"       // what it is about is not in a state that allows it
	Unavailable   Code = "unavailable"    // this registry does not do that
)

// Reason is one thing that is wrong.
type Reason struct {
	Code  Code   `json:"code"`
	Words string `json:"words"` // what is wrong and what to do, in English; it may quote what was submitted
}

// Refusal is the error of a submission or an act that is not taken.
type Refusal struct {
	Digest  string // of the envelope; empty when it was not read to its end
	Reasons []Reason
}

func (r *Refusal) Error() string {
	words := make([]string, len(r.Reasons))
	for i, reason := range r.Reasons {
		words[i] = string(reason.Code) + ": " + reason.Words
	}
	return "refused: " + strings.Join(words, "; ")
}

// Has says whether a reason of this code is among them.
func (r *Refusal) Has(code Code) bool {
	for _, reason := range r.Reasons {
		if reason.Code == code {
			return true
		}
	}
	return false
}

// add notes a reason.
func (r *Refusal) add(code Code, format string, a ...any) {
	r.Reasons = append(r.Reasons, Reason{code, clip(fmt.Sprintf(format, a...), maxReason)})
}

// maxReason bounds the words of a reason, in bytes.
const maxReason = 1 << 10

// refuse is a refusal for one reason.
func refuse(digest string, code Code, format string, a ...any) *Refusal {
	r := &Refusal{Digest: digest}
	r.add(code, format, a...)
	return r
}

// asRefusal gives the store's refusals of what was asked as such; other errors stay what they are.
func asRefusal(digest string, err error) error {
	switch {
	case errors.Is(err, store.ErrNotFound):
		return refuse(digest, NotFound, "%v", err)
	case errors.Is(err, store.ErrConflict), errors.Is(err, store.ErrExists):
		return refuse(digest, Conflict, "%v", err)
	case errors.Is(err, store.ErrInvalid):
		return refuse(digest, Text, "%v", err)
	}
	return err
}

// clip cuts a text to so many bytes, between characters.
func clip(s string, most int) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= most {
		return s
	}
	const more = "…"
	s = s[:most-len(more)]
	return strings.ToValidUTF8(s, "") + more
}
