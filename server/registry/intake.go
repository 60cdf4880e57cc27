package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// budget bounds the memory of all that is being read at once.
type budget struct {
	mu         sync.Mutex
	most, held int64
}

func (b *budget) take(n int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.held+n > b.most {
		return false
	}
	b.held += n
	return true
}

func (b *budget) give(n int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.held -= n
}

func (b *budget) used() int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.held
}

const firstRead = 64 << 10

// read takes up to so many bytes into memory. Slow senders hold what they have sent and no more.
func (r *Registry) read(ctx context.Context, from io.Reader, most int64) (text []byte, release func(), err error) {
	var held int64
	defer func() {
		if err != nil {
			r.memory.give(held)
		}
	}()
	from = io.LimitReader(from, most+1)
	for {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if len(text) == cap(text) {
			grow := int64(max(firstRead, cap(text)))
			if !r.memory.take(grow) {
				return nil, nil, fmt.Errorf("%w: too much is being submitted at once; try again in a moment", ErrBusy)
			}
			held += grow
			text = append(make([]byte, 0, held), text...)
		}
		n, err := from.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		if int64(len(text)) > most {
			return nil, nil, refuse("", TooLarge, "more than %d bytes", most)
		}
		if errors.Is(err, io.EOF) {
			return text, func() { r.memory.give(held) }, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("the submission could not be read: %w", err)
		}
	}
}

// oneAtATime lets one pass for each name.
type oneAtATime struct {
	mu   sync.Mutex
	busy map[string]chan struct{}
}

// enter waits for the others of this name.
func (o *oneAtATime) enter(ctx context.Context, name string) (leave func(), err error) {
	for {
		o.mu.Lock()
		other := o.busy[name]
		if other == nil {
			mine := make(chan struct{})
			if o.busy == nil {
				o.busy = map[string]chan struct{}{}
			}
			o.busy[name] = mine
			o.mu.Unlock()
			return func() {
				o.mu.Lock()
				delete(o.busy, name)
				o.mu.Unlock()
				close(mine)
			}, nil
		}
		o.mu.Unlock()
		select {
		case <-other:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// seekable is bytes as a file.
type seekable struct{ *bytes.Reader }

func (seekable) Close() error { return nil }
