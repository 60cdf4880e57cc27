package store

import (
	"context"
	"time"
)

// Kind of a log entry.
type Kind string

const (
	KindReport       Kind = "report"
	KindSupersession Kind = "supersession"
	KindRevocation   Kind = "revocation"
	KindWaiver       Kind = "waiver"
	KindRuling       Kind = "ruling"
)

// Entry is something that the log has got or is to get.
type Entry struct {
	Seq     int64 // the order in which entries were written
	Kind    Kind
	Digest  string // of the document that the log commits to; one entry of a kind for each
	Subject string // digest of the report, waiver or ruling that it is about, or the key's ID
	Payload []byte // the very bytes of the log's entry
	At      time.Time

	Index  int64     // in the log; Unlogged until it is there
	Logged time.Time // zero until then
}

// Logged says where an entry is in the log.
type Logged struct {
	Seq   int64
	Index int64
	At    time.Time
}

// EntryReader asks for log entries.
type EntryReader interface {
	// Unlogged lists what is still to be logged, in the order of Seq.
	Unlogged(ctx context.Context, limit int) ([]Entry, error)
	// Entry is the one of a kind for a document.
	Entry(ctx context.Context, kind Kind, digest string) (Entry, error)
	// EntryAt is the one at an index of the log.
	EntryAt(ctx context.Context, index int64) (Entry, error)
	// EntriesOf lists what the log says of a report, a waiver, a ruling or a key, in the order of Seq.
	EntriesOf(ctx context.Context, subject string) ([]Entry, error)
	// LogSize is one more than the highest index: the tree that the database knows of.
	LogSize(ctx context.Context) (int64, error)
}
