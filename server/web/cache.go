package web

import (
	"container/list"
	"context"
	"sync"
	"time"
)

// cache keeps documents up to a number of bytes; those that were not asked for the longest go first.
// What several ask for at once is made once.
type cache struct {
	mu      sync.Mutex
	room    int64
	used    int64
	order   *list.List // of *kept, newest use first
	entries map[string]*list.Element
	flights map[string]*flight
	packers packers
}

type kept struct {
	key     string
	doc     *document
	print   uint64
	version int64
	until   time.Time
}

type flight struct {
	version int64
	done    chan struct{}
	doc     *document
	err     error
}

func newCache(room int64) *cache {
	return &cache{room: room, order: list.New(), entries: map[string]*list.Element{}, flights: map[string]*flight{}}
}

// made is what a maker returns: a document, and until when it may be kept; zero: for as long as its version
// lasts. print is of what it was made of, 0 for none: a maker is given what it made before, and may
// return that again.
type made struct {
	doc   *document
	print uint64
	until time.Time
}

// renderTime bounds one rendering, which goes on when whoever asked for it first has gone.
const renderTime = 20 * time.Second

// get gives the document of a key at a version, and makes it where it is not kept.
func (c *cache) get(ctx context.Context, key string, version int64, now time.Time, do func(context.Context, made) (made, error)) (*document, error) {
	var before made
	c.mu.Lock()
	if e := c.entries[key]; e != nil {
		k, _ := e.Value.(*kept)
		if k.version == version && (k.until.IsZero() || now.Before(k.until)) {
			c.order.MoveToFront(e)
			c.mu.Unlock()
			return k.doc, nil
		}
		before = made{k.doc, k.print, k.until}
	}
	f := c.flights[key]
	if f != nil && f.version >= version {
		c.mu.Unlock()
		select {
		case <-f.done:
			return f.doc, f.err
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	f = &flight{version: version, done: make(chan struct{}), err: errPanicked}
	c.flights[key] = f
	c.mu.Unlock()

	var m made
	defer func() {
		c.mu.Lock()
		if c.flights[key] == f {
			delete(c.flights, key)
		}
		if f.err == nil {
			c.keep(&kept{key, f.doc, m.print, version, m.until})
		}
		c.mu.Unlock()
		close(f.done)
	}()
	whole, cancel := context.WithTimeout(context.WithoutCancel(ctx), renderTime)
	defer cancel()
	m, f.err = do(whole, before)
	f.doc = m.doc
	return f.doc, f.err
}

// keep takes a document in, and lets go of others. An older version never takes a newer one's place.
func (c *cache) keep(k *kept) {
	if k.doc.room() > c.room/4 {
		return
	}
	if e := c.entries[k.key]; e != nil {
		old, _ := e.Value.(*kept)
		if old.version > k.version {
			return
		}
		c.drop(e)
	}
	c.entries[k.key] = c.order.PushFront(k)
	c.used += k.doc.room() + int64(len(k.key))
	for c.used > c.room {
		c.drop(c.order.Back())
	}
}

func (c *cache) drop(e *list.Element) {
	k, _ := c.order.Remove(e).(*kept)
	delete(c.entries, k.key)
	c.used -= k.doc.room() + int64(len(k.key))
}

// memo keeps values that never change, up to a number of bytes.
type memo[T any] struct {
	mu      sync.Mutex
	room    int
	used    int
	order   *list.List // of *remembered[T]
	entries map[string]*list.Element
}

type remembered[T any] struct {
	key   string
	value T
	size  int
}

func newMemo[T any](room int) *memo[T] {
	return &memo[T]{room: room, order: list.New(), entries: map[string]*list.Element{}}
}

func (m *memo[T]) get(key string) (value T, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e := m.entries[key]
	if e == nil {
		return value, false
	}
	m.order.MoveToFront(e)
	r, _ := e.Value.(*remembered[T])
	return r.value, true
}

func (m *memo[T]) put(key string, value T, size int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.entries[key] != nil {
		return
	}
	m.entries[key] = m.order.PushFront(&remembered[T]{key, value, size})
	for m.used += size; m.used > m.room; {
		r, _ := m.order.Remove(m.order.Back()).(*remembered[T])
		delete(m.entries, r.key)
		m.used -= r.size
	}
}
