package store

import (
	"context"
	"time"
)

// Event is something that somebody did. Events are added, never changed.
type Event struct {
	Seq     int64
	At      time.Time
	Actor   string // key ID, account, or "registry"
	Action  string // "report.accepted"
	Subject string // digest or ID
	Detail  string // words
}

// EventFilter narrows a list of events; what is empty does not narrow.
type EventFilter struct {
	Actor   string
	Action  string
	Subject string
}

// EventReader asks for events.
type EventReader interface {
	// Events lists the newest first.
	Events(ctx context.Context, f EventFilter, p Page) (List[Event], error)
}
