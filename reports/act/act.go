// Package act holds what people do to a registry besides submitting a report: a waiver, a decision,
// a revocation, a ruling. Each is a signed act, an in-toto statement in a DSSE envelope (package
// attest) with a predicate type of its own; its signature is the authentication, so that there are
// no passwords and no sessions, and everything that was done can be verified by everybody later.
//
//	text, err := act.Sign(act.New("conformance.example.org"), act.Waiver{Pack: "riscv", …}, key)
//	signed, err := act.Open(text)              // limits, schema, every signature
//	switch d := signed.Document.(type) { case act.Waiver: … }
//
// # What is signed
//
// The predicate is canonical JSON (RFC 8785); its schema is specs/schema/act.schema.json:
//
//	{"at": "2026-11-23T08:40:00Z", "nonce": "5f0c…", "registry": "conformance.example.org",
//	 "waiver": {"expires": "2027-03-31", "implementation": "Core X1", "owner": "core team", …}}
//
// The statement's type says which kind it is (https://touchstone.dev/waiver/v1), and so does the last
// member. Its first subject is the predicate itself, by digest; further subjects are the reports and
// keys that it is about, so that tools which look for statements about a digest find it.
//
// # Replay
//
// An act names the registry that it is for, the second in which it was made, and a random nonce.
// [Header.Fresh] checks the first two. The third makes two acts that say the same different ones: an
// act is known by [Signed.ID], the digest of what was signed, whichever signatures are around it, and
// a registry that keeps the IDs of what it has done does nothing twice. [Signed.Digest] is that of the
// envelope: somebody may take one of several signatures away, and has then another envelope of the
// same act. Only a waiver may name no registry: it is kept beside a report's baseline, for a gate.
//
// # Strictness
//
// [Open] takes exactly what [Sign] gives. Lengths are limited, in bytes; names are one line without
// control characters, and longer words may have line breaks and tabs; characters that turn the
// direction of what follows are refused. Markup is words like others: who shows them escapes them. What
// a newer version made is recognised as such (ErrNewer).
package act

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"touchstone/reports/attest"
)

// Classes of errors. What [Open] refuses is attest.ErrRefused too.
var (
	ErrInvalid = errors.New("invalid act")                // a field is missing, too long, or contradicts another
	ErrLarge   = errors.New("too large")                  // more than MaxEnvelope
	ErrNewer   = errors.New("made by a newer version")    // of Touchstone: a version or a kind that is not known here
	ErrKind    = errors.New("not an act")                 // another statement: a report, say
	ErrStale   = errors.New("out of date")                // see Header.Fresh
	ErrReplay  = errors.New("meant for another registry") // see Header.Fresh
)

// Kind is what an act does.
type Kind string

// The kinds.
const (
	KindWaiver       Kind = "waiver"       // accepts a failure, for a time
	KindDecision     Kind = "decision"     // of a reviewer, on a report that waits
	KindRevocation   Kind = "revocation"   // of a report, a waiver or a key
	KindSupersession Kind = "supersession" // a published report takes another one's place
	KindRegistration Kind = "registration" // of a key
	KindChallenge    Kind = "challenge"    // disputes a verdict, a scenario or a rule's reading
	KindRuling       Kind = "ruling"       // answers a challenge
	KindWithdrawal   Kind = "withdrawal"   // of one's own challenge
	KindRun          Kind = "run"          // has a registered implementation judged
)

// Kinds lists them all.
func Kinds() []Kind {
	return []Kind{KindWaiver, KindDecision, KindRevocation, KindSupersession, KindRegistration,
		KindChallenge, KindRuling, KindWithdrawal, KindRun}
}

// Known says whether k is one of [Kinds].
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

const (
	typePrefix  = "https://touchstone.dev/"
	typeVersion = "v1"
)

// Predicate is the statement's predicate type.
func (k Kind) Predicate() string { return typePrefix + string(k) + "/" + typeVersion }

// Document is what an act says. Those that there are, are the structs of this package, by value.
type Document interface {
	Kind() Kind
	Validate() error // ErrInvalid
}

// Header is where and when an act is made.
type Header struct {
	Registry string    // its name (the origin of its log); empty: none, which only a waiver may be for
	At       time.Time // in whole seconds
	Nonce    string    // 32 lower-case hexadecimal digits
}

// New is the header of an act that is made now.
func New(registry string) Header {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails: see crypto/rand
	return Header{Registry: registry, At: time.Now().UTC().Truncate(time.Second), Nonce: hex.EncodeToString(b[:])}
}

// MaxAhead is how far ahead of a registry's clock the maker's may be.
const MaxAhead = 5 * time.Minute

// Fresh says whether the act is for this registry (ErrReplay), and was made no longer ago than maxAge
// (ErrStale; 0: any age will do).
func (h Header) Fresh(registry string, now time.Time, maxAge time.Duration) error {
	switch {
	case h.Registry == "":
		return fmt.Errorf("%w: it names none; sign it for %s", ErrReplay, registry)
	case h.Registry != registry:
		return fmt.Errorf("%w: it is for %q, and this is %q; sign it again for this one", ErrReplay, h.Registry, registry)
	case h.At.After(now.Add(MaxAhead)):
		return fmt.Errorf("%w: it was made at %s, and here it is %s: set the clock and sign it again",
			ErrStale, h.At.Format(time.RFC3339), now.UTC().Format(time.RFC3339))
	case maxAge > 0 && h.At.Before(now.Add(-maxAge)):
		return fmt.Errorf("%w: it was made at %s, more than %s ago: sign it again", ErrStale, h.At.Format(time.RFC3339), maxAge)
	}
	return nil
}

// Signed is an act whose signatures verify.
type Signed struct {
	Header
	Document Document
	Signers  []attest.Signer // as they stand in the envelope; whose the keys are is for the reader to know
	Digest   string          // "sha256:<hex>" of the envelope
	ID       string          // "sha256:<hex>" of what was signed: the same with more or fewer signatures
}
