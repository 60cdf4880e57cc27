package registry

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"touchstone/reports/tlog"
	"touchstone/server/store"
)

// document is what an entry of the log is about: one of a kind for each digest.
type document struct {
	kind   store.Kind
	digest string
}

// appender brings entries from the store into the log, all that wait at once: one checkpoint, and one
// transaction that publishes, are for as many as came meanwhile. There is one, so that what is in the
// log and not in the store is always at the log's end.
type appender struct {
	r    *Registry
	wake chan struct{}
	done chan struct{} // closed when run has ended

	mu      sync.Mutex
	waiting map[document][]chan int64 // who waits for an index
	trouble error                     // why the last append failed
	since   time.Time
}

const (
	mostAtOnce  = 1024
	firstRetry  = 100 * time.Millisecond
	lastRetry   = 5 * time.Second
	stuckAfter  = 10 * time.Second // without a sign of the log, while something waits
	recordsSpan = 512              // entries that are marked in one transaction after a crash
)

func newAppender(r *Registry) *appender {
	return &appender{r: r, wake: make(chan struct{}, 1), done: make(chan struct{}), waiting: map[document][]chan int64{}}
}

// expect is called before the entry is written; the channel gets its index. forget ends the waiting.
func (a *appender) expect(d document) (index <-chan int64, forget func()) {
	c := make(chan int64, 1)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting[d] = append(a.waiting[d], c)
	return c, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		for i, other := range a.waiting[d] {
			if other == c {
				a.waiting[d] = append(a.waiting[d][:i:i], a.waiting[d][i+1:]...)
				break
			}
		}
		if len(a.waiting[d]) == 0 {
			delete(a.waiting, d)
		}
	}
}

// tell says where an entry is.
func (a *appender) tell(d document, index int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, c := range a.waiting[d] {
		select {
		case c <- index:
		default: // it was told
		}
	}
}

// poke says that something is to be logged.
func (a *appender) poke() {
	select {
	case a.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// run appends until the context ends.
func (a *appender) run(ctx context.Context) {
	defer close(a.done)
	retry := firstRetry
	failed := false // the last append: what it was to add may be in the log
	for {
		select {
		case <-ctx.Done():
			return
		case <-a.wake:
		}
		for again := true; again && ctx.Err() == nil; {
			var err error
			if failed {
				if err = a.r.log.Settle(ctx); err == nil {
					err = a.r.reconcile(ctx)
				}
			}
			if err == nil {
				failed = false
				again, err = a.batch(ctx)
			}
			if ctx.Err() != nil {
				return
			}
			a.note(err)
			if err == nil {
				retry = firstRetry
				continue
			}
			a.r.logger.Error("nothing is logged", "error", err)
			failed, again = true, true
			select {
			case <-ctx.Done():
				return
			case <-time.After(retry):
			}
			retry = min(2*retry, lastRetry)
		}
	}
}

// batch appends what waits, and says whether there may be more.
func (a *appender) batch(ctx context.Context) (more bool, err error) {
	waiting, err := a.r.store.Unlogged(ctx, mostAtOnce)
	if err != nil || len(waiting) == 0 {
		return false, err
	}
	entries := make([]tlog.Entry, len(waiting))
	for i, w := range waiting {
		if entries[i], err = tlog.ParseEntry(w.Payload); err != nil {
			return false, fmt.Errorf("%s %s: %w", w.Kind, w.Digest, err) // our own
		}
	}
	a.begin()
	indexes, err := a.r.log.AppendAll(ctx, entries)
	if err != nil {
		return false, err
	}
	at := make([]int64, len(indexes))
	for i, index := range indexes {
		at[i] = int64(index)
	}
	if err := a.r.mark(ctx, waiting, at); err != nil {
		return false, err
	}
	a.r.stats.logged(len(waiting))
	return true, nil
}

// mark notes where entries are, which publishes what they are about, and the checkpoint that covers
// them.
func (r *Registry) mark(ctx context.Context, entries []store.Entry, indexes []int64) error {
	now := r.now()
	note := r.log.Checkpoint().Note
	err := r.store.Update(ctx, func(tx store.Tx) error {
		for i, e := range entries {
			if err := tx.Logged(ctx, store.Logged{Seq: e.Seq, Index: indexes[i], At: now}); err != nil {
				return err
			}
		}
		return tx.Record(ctx, store.Event{At: now, Actor: self, Action: actionCheckpoint, Subject: subjectLog, Detail: string(note)})
	})
	if err != nil {
		return err
	}
	for i, e := range entries {
		r.appender.tell(document{e.Kind, e.Digest}, indexes[i])
	}
	return nil
}

// begin notes when an append has begun, note how it ended.
func (a *appender) begin() {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.since.IsZero() {
		a.since = time.Now()
	}
}

func (a *appender) note(err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.trouble = err; err == nil {
		a.since = time.Time{}
	}
}

var errStuck = errors.New("the log does not answer: is its disk full?")

// health is why nothing gets into the log; nil: it does.
func (a *appender) health() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.trouble == nil && !a.since.IsZero() && time.Since(a.since) > stuckAfter {
		return errStuck
	}
	return a.trouble
}
