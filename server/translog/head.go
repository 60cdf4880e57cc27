package translog

import (
	"context"
	"fmt"
	"sync"
	"time"

	"touchstone/reports/tlog"
)

const (
	firstLook = 2 * time.Millisecond   // after which a new checkpoint may be there
	lastLook  = 100 * time.Millisecond // between looks at a log that does not get on
)

// head is the newest checkpoint, and who waits for a newer one. Nobody looks at the disk when
// nobody waits.
type head struct {
	mu         sync.Mutex
	checkpoint *tlog.Checkpoint // nil: none read yet
	wanted     uint64           // the largest size that anybody waited for
	changed    chan struct{}    // closed with every new checkpoint
	trouble    error            // why the last look found none
	wake       chan struct{}
}

func (h *head) init() { h.changed, h.wake = make(chan struct{}), make(chan struct{}, 1) }

func (h *head) get() (c *tlog.Checkpoint, changed <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.checkpoint, h.changed
}

func (h *head) set(c *tlog.Checkpoint) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.checkpoint, h.trouble = c, nil
	close(h.changed)
	h.changed = make(chan struct{})
}

func (h *head) fail(err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.trouble = err
}

func (h *head) why() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.trouble
}

// want asks for a checkpoint of at least a size.
func (h *head) want(size uint64) {
	h.mu.Lock()
	h.wanted = max(h.wanted, size)
	h.mu.Unlock()
	select {
	case h.wake <- struct{}{}:
	default: // it is awake
	}
}

func (h *head) behind() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.checkpoint == nil || h.checkpoint.Size < h.wanted
}

// covered waits for a checkpoint of at least a size.
func (l *Log) covered(ctx context.Context, size uint64) error {
	for {
		c, changed := l.head.get()
		if c != nil && c.Size >= size {
			return nil
		}
		l.head.want(size)
		var ended error
		select {
		case <-changed:
			continue
		case <-ctx.Done():
			ended = ctx.Err()
		case <-l.watching:
			ended = ErrClosed
		}
		if why := l.head.why(); why != nil {
			return fmt.Errorf("no checkpoint covers its %d entries yet: %w (%w)", size, ended, why)
		}
		return fmt.Errorf("no checkpoint covers its %d entries yet: %w", size, ended)
	}
}

// watch looks for new checkpoints while somebody waits for one.
func (l *Log) watch(ctx context.Context) {
	defer close(l.watching)
	for {
		select {
		case <-ctx.Done():
			return
		case <-l.head.wake:
		}
		for wait := firstLook; l.head.behind(); wait = min(2*wait, lastLook) {
			l.refresh()
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
		}
	}
}
