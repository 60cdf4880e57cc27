package registry

import (
	"context"
	"errors"
	"sync"

	"touchstone/server/store"
)

// committer writes what several submissions and acts have to write in one transaction, as many as
// came while the one before was on its way to the disk. One that fails takes no other with it.
type committer struct {
	r    *Registry
	wake chan struct{}
	done chan struct{} // closed when run has ended

	mu    sync.Mutex
	queue []*change
	ended bool
}

// change is something to write. do may run more than once.
type change struct {
	do   func(ctx context.Context, tx store.Tx) error
	done chan error
}

// mostTogether is how many changes one transaction holds.
const mostTogether = 64

func newCommitter(r *Registry) *committer {
	return &committer{r: r, wake: make(chan struct{}, 1), done: make(chan struct{})}
}

// update is store.Update together with others'. Once it is begun it is waited for, whatever becomes of
// who asked: it takes no longer than the disk.
func (r *Registry) update(do func(ctx context.Context, tx store.Tx) error) error {
	c := r.committer
	x := &change{do, make(chan error, 1)}
	c.mu.Lock()
	if c.ended {
		c.mu.Unlock()
		return ErrClosed
	}
	c.queue = append(c.queue, x)
	c.mu.Unlock()
	select {
	case c.wake <- struct{}{}:
	default: // it will look anyway
	}
	return <-x.done
}

// take gives the next changes.
func (c *committer) take() []*change {
	c.mu.Lock()
	defer c.mu.Unlock()
	n := min(len(c.queue), mostTogether)
	next := c.queue[:n:n]
	c.queue = c.queue[n:]
	return next
}

// run writes until the context ends.
func (c *committer) run(ctx context.Context) {
	defer close(c.done)
	for {
		select {
		case <-ctx.Done():
			c.end()
			return
		case <-c.wake:
		}
		for changes := c.take(); len(changes) > 0; changes = c.take() {
			c.write(ctx, changes)
		}
	}
}

// end turns away who still waits.
func (c *committer) end() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.ended = true
	for _, x := range c.queue {
		x.done <- ErrClosed
	}
	c.queue = nil
}

var errAlone = errors.New("each alone")

// write tries all together, and when one of them fails each alone.
func (c *committer) write(ctx context.Context, changes []*change) {
	if len(changes) > 1 {
		err := c.r.store.Update(ctx, func(tx store.Tx) error {
			for _, x := range changes {
				if err := x.do(ctx, tx); err != nil {
					return errAlone
				}
			}
			return nil
		})
		if !errors.Is(err, errAlone) {
			for _, x := range changes {
				x.done <- err
			}
			return
		}
	}
	for _, x := range changes {
		x.done <- c.r.store.Update(ctx, func(tx store.Tx) error { return x.do(ctx, tx) })
	}
}
