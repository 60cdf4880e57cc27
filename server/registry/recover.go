package registry

import (
	"context"
	"errors"
	"fmt"
	"time"

	"touchstone/reports/tlog"
	"touchstone/server/store"
)

// The registry's own events, by which it remembers.
const (
	self = "registry" // the actor

	subjectLog       = "log"
	actionCheckpoint = "log.checkpoint" // the detail is the signed note

	subjectSuites = "suites"
	actionSuite   = "suite.added" // the detail is a store.Suite as JSON

	actionText      = "report.text"    // the subject is the digest of report.json, the detail that of the envelope
	actionEvidence  = "evidence.added" // the subject is a report, the detail the digest of a file of outcomes
	actionAct       = "act.done"       // the subject is an act's ID, the detail a doneEvent as JSON
	actionPublicAct = "act.public"     // the subject is the digest of an act's envelope, which anybody may read
)

// Known is the newest checkpoint that a database remembers, for translog.Options.Known; nil: none.
func Known(ctx context.Context, s store.Reader) ([]byte, error) {
	events, err := s.Events(ctx, store.EventFilter{Subject: subjectLog, Action: actionCheckpoint}, store.Page{Limit: 1})
	if err != nil || len(events.Items) == 0 {
		return nil, err
	}
	return []byte(events.Items[0].Detail), nil
}

// recover finishes what a crash left.
func (r *Registry) recover(ctx context.Context) error {
	if err := r.continues(ctx); err != nil {
		return err
	}
	return r.reconcile(ctx)
}

// continues says whether the log has everything that the database knows to be there.
func (r *Registry) continues(ctx context.Context) error {
	const restore = "the log's folder is from an older backup than the database, or another log's; restore a newer copy of the folder: a log never goes back"
	head := r.log.Checkpoint()
	note, err := Known(ctx, r.store)
	if err != nil {
		return err
	}
	if note != nil {
		known, err := tlog.OpenCheckpoint(note, r.log.Verifier())
		if err != nil {
			return fmt.Errorf("%w: the database remembers a checkpoint that this log's key has not signed: %w", ErrBehind, err)
		}
		if known.Size > head.Size || known.Size == head.Size && known.Root != head.Root {
			return fmt.Errorf("%w: the database remembers %d entries, and the log has %d; %s", ErrBehind, known.Size, head.Size, restore)
		}
	}
	size, err := r.store.LogSize(ctx)
	if err != nil || size == 0 {
		return err
	}
	if uint64(size) > head.Size {
		return fmt.Errorf("%w: the database has %d entries, and the log %d; %s", ErrBehind, size, head.Size, restore)
	}
	last, err := r.store.EntryAt(ctx, size-1)
	if err != nil {
		return err
	}
	for e, err := range r.log.Entries(ctx, uint64(size-1), uint64(size)) {
		if err != nil {
			return err
		}
		if text, err := e.Entry.Encode(); err != nil || string(text) != string(last.Payload) {
			return fmt.Errorf("%w: entry %d is not the same in both; %s", ErrBehind, size-1, restore)
		}
	}
	return nil
}

// reconcile finds unlogged entries in the log's tail: those that were appended when the process ended,
// or the log gave an error. Nothing else may be there.
func (r *Registry) reconcile(ctx context.Context) error {
	size, err := r.store.LogSize(ctx)
	if err != nil {
		return err
	}
	head := r.log.Checkpoint().Size
	if head <= uint64(size) {
		return nil
	}
	const all = 1 << 20 // more than ever wait
	unlogged, err := r.store.Unlogged(ctx, all)
	if err != nil {
		return err
	}
	waiting := make(map[string]store.Entry, len(unlogged))
	for _, e := range unlogged {
		waiting[string(e.Payload)] = e
	}
	var entries []store.Entry
	var indexes []int64
	flush := func() error {
		for len(entries) > 0 {
			n := min(len(entries), recordsSpan)
			if err := r.mark(ctx, entries[:n], indexes[:n]); err != nil {
				return err
			}
			entries, indexes = entries[n:], indexes[n:]
		}
		return nil
	}
	for e, err := range r.log.Entries(ctx, uint64(size), head) {
		if err != nil {
			return err
		}
		text, err := e.Entry.Encode()
		if err != nil {
			return err
		}
		if w, ok := waiting[string(text)]; ok {
			delete(waiting, string(text))
			entries, indexes = append(entries, w), append(indexes, int64(e.Index))
			continue
		}
		switch have, err := r.store.Entry(ctx, store.Kind(e.Entry.Kind), e.Entry.Digest); {
		case errors.Is(err, store.ErrNotFound) && r.restoring:
			if err := flush(); err != nil { // what follows may depend on it
				return err
			}
			if err := r.restore(ctx, int64(e.Index), e.Entry); err != nil {
				return err
			}
		case errors.Is(err, store.ErrNotFound):
			return fmt.Errorf("%w: the log has %d entries and the database knows of %d: entry %d, a %s of %s, is not in it. "+
				"The database is from an older backup than the log: restore a newer copy of it, or have it brought up to the log from the blobs (serve --restore)",
				ErrBehind, head, size, e.Index, e.Entry.Kind, e.Entry.At.Format(time.RFC3339))
		case err != nil:
			return err
		default:
			r.logger.Warn("the log has an entry twice", "kind", e.Entry.Kind, "digest", e.Entry.Digest, "index", e.Index, "first", have.Index)
		}
	}
	return flush()
}
