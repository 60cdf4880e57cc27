package registry

import (
	"container/list"
	"context"
	"sync"

	"touchstone/reports/attest"
)

// parsedSize is how much more memory a report takes than its envelope, about.
const parsedSize = 4

// cache keeps the reports that were asked for last. A report that many ask for at once is parsed once.
type cache struct {
	mu    sync.Mutex
	most  int64
	held  int64
	order list.List // of *cached, the last used first
	at    map[string]*list.Element
	busy  oneAtATime
}

type cached struct {
	digest string
	result *attest.Result
	cost   int64
}

func (c *cache) get(digest string) *attest.Result {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.at[digest]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cached).result
}

func (c *cache) put(digest string, result *attest.Result, cost int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.at == nil {
		c.at = map[string]*list.Element{}
	}
	if c.at[digest] != nil || cost > c.most {
		return
	}
	c.at[digest] = c.order.PushFront(&cached{digest, result, cost})
	c.held += cost
	for c.held > c.most {
		last := c.order.Back()
		old := c.order.Remove(last).(*cached)
		delete(c.at, old.digest)
		c.held -= old.cost
	}
}

func (c *cache) size() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.held
}

// load gives what is there, or makes it.
func (c *cache) load(ctx context.Context, digest string, parse func() (*attest.Result, int64, error)) (*attest.Result, error) {
	if result := c.get(digest); result != nil {
		return result, nil
	}
	leave, err := c.busy.enter(ctx, digest)
	if err != nil {
		return nil, err
	}
	defer leave()
	if result := c.get(digest); result != nil {
		return result, nil
	}
	result, cost, err := parse()
	if err == nil {
		c.put(digest, result, cost)
	}
	return result, err
}
