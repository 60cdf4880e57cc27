package exchange

import (
	"runtime/metrics"
	"sync"
	"time"

	"go.starlark.net/starlark"
)

// look is how often a computation that goes on is looked at.
const look = 20 * time.Millisecond

// guard ends a computation with which the heap grows too much. Starlark counts steps, and few of them may
// ask for much: a list that is added to itself again and again. One operation cannot be ended, and what
// others allocate at the same time counts as well; so the bound is generous, and no promise.
type guard struct {
	thread *starlark.Thread
	most   uint64 // bytes

	mu    sync.Mutex
	timer *time.Timer
	base  uint64 // the heap when the computation was first looked at
	ended bool
	full  bool
}

func watch(thread *starlark.Thread, most uint64) *guard {
	g := &guard{thread: thread, most: most}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.timer = time.AfterFunc(look, g.look)
	return g
}

func (g *guard) look() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ended {
		return
	}
	switch heap := heap(); {
	case g.base == 0:
		g.base = heap
	case heap > g.base+g.most:
		g.full = true
		g.thread.Cancel("memory")
		return
	}
	g.timer.Reset(look)
}

// end ends the watch, and says whether it ended the computation. The thread may be used again.
func (g *guard) end() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ended = true
	g.timer.Stop()
	if g.full {
		g.thread.Uncancel()
	}
	return g.full
}

// heap is the bytes of objects, live or not yet swept up.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
