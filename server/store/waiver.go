package store

import (
	"context"
	"time"
)

// Waiver accepts a failure without changing its verdict.
type Waiver struct {
	Digest   string // of the signed waiver
	Pack     string
	Profile  string // empty: every profile
	Rule     string
	Vendor   string
	Name     string   // of the implementation
	Versions []string // empty: every version
	Owner    string
	Reason   string
	Expires  time.Time // the first instant at which it holds no longer
	Added    time.Time
	AddedBy  string

	Withdrawn       time.Time // zero: not
	WithdrawnBy     string
	WithdrawnReason string
	LogIndex        int64 // Unlogged until it is in the log
}

// OpenAt says whether the waiver holds at t.
func (w Waiver) OpenAt(t time.Time) bool {
	return w.Withdrawn.IsZero() && t.Before(w.Expires)
}

// WaiverFilter narrows a list of waivers; what is empty does not narrow.
type WaiverFilter struct {
	Pack    string
	Profile string // and those of every profile
	Rule    string
	Vendor  string
	Name    string
	OpenAt  time.Time
}

// WaiverReader asks for waivers.
type WaiverReader interface {
	Waiver(ctx context.Context, digest string) (Waiver, error)
	// Waivers lists the newest first.
	Waivers(ctx context.Context, f WaiverFilter, p Page) (List[Waiver], error)
}
