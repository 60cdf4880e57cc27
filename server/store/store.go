package store

import (
	"context"
	"errors"
)

// The classes of errors. What is wrapped around them says which row, and what to do.
var (
	ErrNotFound = errors.New("not found")
	ErrExists   = errors.New("exists already")
	ErrConflict = errors.New("conflict")      // it is not, or no longer, in a state that allows this
	ErrInvalid  = errors.New("invalid value") // no store takes this: too long, not UTF-8, not of a closed set
	ErrSchema   = errors.New("schema")        // the database was written by a newer binary, or is not ours
)

// Store is the registry's memory. Its methods may be called from any goroutine.
type Store interface {
	Reader
	// Update runs do in one transaction, which is durable when Update returns nil and has left no
	// trace when it does not. do may run more than once.
	Update(ctx context.Context, do func(Tx) error) error
	// Ping says whether the database answers.
	Ping(ctx context.Context) error
	Close() error
}

// Tx reads what it has written, and writes.
type Tx interface {
	Reader
	Writer
}

// Reader is everything that can be asked.
type Reader interface {
	KeyReader
	ReportReader
	RuleReader
	WaiverReader
	ChallengeReader
	EntryReader
	EventReader
	// Version grows with every Update that has written something: what was rendered at one version
	// need not be rendered again while it lasts.
	Version(ctx context.Context) (int64, error)
}

// Writer is everything that can be done.
type Writer interface {
	// AddKey is ErrExists when the key is there.
	AddKey(ctx context.Context, k Key) error
	// RevokeKey is ErrConflict when the key is revoked already.
	RevokeKey(ctx context.Context, r Revocation, entry Entry) error

	// AddReport takes a submission in state pending, or accepted with its entry. ErrExists when its
	// digest is there; after a refusal it takes the refused one's place.
	AddReport(ctx context.Context, s Submission) error
	// MoveReport is a transition of the package's table. ErrConflict when the report is not in a
	// state that allows it.
	MoveReport(ctx context.Context, m Move) error

	// AddWaiver is ErrExists when its digest is there.
	AddWaiver(ctx context.Context, w Waiver, entry Entry) error
	// WithdrawWaiver is ErrConflict when it is withdrawn already.
	WithdrawWaiver(ctx context.Context, r Revocation, entry Entry) error

	// AddChallenge is ErrExists when its ID is there.
	AddChallenge(ctx context.Context, c Challenge) error
	// MoveChallenge is a transition of the package's table, but for ruled.
	MoveChallenge(ctx context.Context, m ChallengeMove) error
	// AddRuling rules an open challenge, and says how many reports became stale. ErrConflict when
	// the challenge is not open.
	AddRuling(ctx context.Context, r Ruling, entry Entry) (stale int, err error)

	// Logged says which index of the log an entry has got, and publishes the report that it is
	// about. To say the same again is no error; to say something else is ErrConflict.
	Logged(ctx context.Context, l Logged) error

	// Record adds an event. Its Seq is not looked at.
	Record(ctx context.Context, e Event) error
}

// Cursor is where a page ended. It is opaque, printable, and safe in a URL.
type Cursor string

// Page asks for a part of a list.
type Page struct {
	After Cursor // of the List before; empty: from the beginning
	Limit int    // DefaultLimit when 0, at most MaxLimit
}

const (
	DefaultLimit = 50
	MaxLimit     = 500
)

// Size is the limit that holds.
func (p Page) Size() int {
	switch {
	case p.Limit <= 0:
		return DefaultLimit
	case p.Limit > MaxLimit:
		return MaxLimit
	}
	return p.Limit
}

// List is a page.
type List[T any] struct {
	Items []T
	Next  Cursor // empty: there is no more
}
