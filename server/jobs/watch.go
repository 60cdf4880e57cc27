package jobs

import (
	"context"
	"reflect"
	"sync"
	"time"
)

// MaxWatchers bounds who may watch at once, in all.
const MaxWatchers = 256

// watched tells who watches runs how they come on. However many watch a run, its rows are read once a
// second.
type watched struct {
	jobs   *Jobs
	every  time.Duration
	ctx    context.Context
	cancel context.CancelFunc
	going  sync.WaitGroup

	mu     sync.Mutex
	topics map[string]*topic
	number int
	ended  bool
}

// topic is a run that is watched.
type topic struct {
	latest   *Run
	watchers map[chan Run]bool
	cancel   context.CancelFunc
}

func (w *watched) begin(j *Jobs) {
	w.jobs, w.every, w.topics = j, min(time.Second, j.options.Poll), map[string]*topic{}
	w.ctx, w.cancel = context.WithCancel(context.Background())
}

func (w *watched) end() {
	w.mu.Lock()
	w.ended = true
	w.mu.Unlock()
	w.cancel()
	w.going.Wait()
}

// Watch gives a run as it stands, and again whenever it has changed; who does not listen misses what was
// in between. The channel is closed after the run has ended, when ctx ends, and when the Jobs close. ErrNotFound,
// ErrBusy.
func (j *Jobs) Watch(ctx context.Context, id string) (<-chan Run, error) {
	run, err := j.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	to := make(chan Run, 1)
	to <- run
	if !run.State.Open() {
		close(to)
		return to, nil
	}
	w := &j.watched
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.ended || w.number >= MaxWatchers {
		return nil, ErrBusy
	}
	t := w.topics[id]
	if t == nil {
		t = &topic{latest: &run, watchers: map[chan Run]bool{}}
		w.topics[id] = t
		var following context.Context
		following, t.cancel = context.WithCancel(w.ctx)
		w.going.Go(func() { w.follow(following, id, t) })
	}
	t.watchers[to] = true
	w.number++
	w.going.Go(func() {
		select {
		case <-ctx.Done():
		case <-w.ctx.Done():
		}
		w.leave(id, t, to)
	})
	return to, nil
}

// leave ends a watcher; the last one ends the following.
func (w *watched) leave(id string, t *topic, to chan Run) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !t.watchers[to] {
		return
	}
	delete(t.watchers, to)
	w.number--
	close(to)
	if len(t.watchers) == 0 {
		t.cancel()
		if w.topics[id] == t {
			delete(w.topics, id)
		}
	}
}

// follow reads a run until it ends, or nobody watches it.
func (w *watched) follow(ctx context.Context, id string, t *topic) {
	tick := time.NewTicker(w.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		run, err := w.jobs.Get(ctx, id)
		if err != nil {
			if ctx.Err() == nil {
				w.jobs.options.Logger.Warn("a run that is watched could not be read; it is tried again", "run", id, "error", err)
			}
			continue
		}
		w.tell(id, t, run)
		if !run.State.Open() {
			return
		}
	}
}

// tell gives watchers what has changed. One that did not listen finds the latest.
func (w *watched) tell(id string, t *topic, run Run) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if reflect.DeepEqual(still(*t.latest), still(run)) {
		return
	}
	t.latest = &run
	for to := range t.watchers {
		select {
		case <-to:
		default:
		}
		to <- run // only this goroutine sends, and there is room for one
	}
	if run.State.Open() {
		return
	}
	for to := range t.watchers {
		delete(t.watchers, to)
		w.number--
		close(to)
	}
	if w.topics[id] == t {
		delete(w.topics, id)
	}
}

// still is a run without its rates, which change as time goes by.
func still(r Run) Run {
	r.Progress.Rate = 0
	tasks := make([]Progress, len(r.Tasks))
	for i, p := range r.Tasks {
		p.Rate = 0
		tasks[i] = p
	}
	r.Tasks = tasks
	return r
}
