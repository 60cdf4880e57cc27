package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/server/store"
)

// Runs is what pages need of those that run suites.
type Runs interface {
	// List gives the newest first.
	List(ctx context.Context, p store.Page) (store.List[Run], error)
	// Get finds a run, or is store.ErrNotFound.
	Get(ctx context.Context, id string) (Run, error)
	// Watch gives the run each time that it has got on, until it has ended or the context is done;
	// then the channel is closed. Whoever reads slowly misses states, never the last one.
	Watch(ctx context.Context, id string) (<-chan Run, error)
}

// RunState is where a run is.
type RunState string

// The states of a run.
const (
	RunWaiting  RunState = "waiting"
	RunRunning  RunState = "running"
	RunDone     RunState = "done"     // Report is there, unless it was not taken
	RunFailed   RunState = "failed"   // Problem says why
	RunCanceled RunState = "canceled" // by whom it was asked for
)

// Ended says whether nothing more happens.
func (s RunState) Ended() bool { return s != RunWaiting && s != RunRunning }

// Run is a suite that is, was or will be run on a registered implementation.
type Run struct {
	ID             string
	Implementation string // as it is registered
	Profile        string
	Effort         string
	Select         string
	Account        string // that asked for it
	State          RunState
	Asked          time.Time
	Started        time.Time
	Ended          time.Time
	Done, Total    int // cases; Total is 0 until it is planned
	Shards         []Shard
	Report         string // digest of its envelope, when there is one
	Problem        string
}

// Shard is a part of a run.
type Shard struct {
	Name        string
	State       RunState
	Worker      string
	Attempt     int
	Done, Total int
}

// Percent that is done.
func (r Run) Percent() int { return percent(r.Done, r.Total) }

// Percent that is done.
func (s Shard) Percent() int { return percent(s.Done, s.Total) }

func percent(done, total int) int {
	if total <= 0 {
		return 0
	}
	return min(100, max(0, done*100/total))
}

// Limits of watching.
const (
	maxWatchers = 200
	watchTime   = 10 * time.Minute // after which the browser asks again
	pulse       = 15 * time.Second // between comments that keep proxies from hanging up
)

type runsBody struct {
	Items []Run
	paging
}

// runs lists them. What they say changes without a write to the registry's database, so that their
// pages are made each time.
func (s *Site) runs(c *gin.Context) {
	s.fresh(c, "runs", func(ctx context.Context, r *request) (*page, error) {
		list, err := s.o.Runs.List(ctx, r.listed(50))
		if err != nil {
			return nil, err
		}
		return &page{Title: r.Say("runs.title"), Part: "runs", Body: runsBody{list.Items, r.paging(list.Next)}}, nil
	}, "after")
}

func (s *Site) run(c *gin.Context) {
	id := c.Param("id")
	s.fresh(c, "run", func(ctx context.Context, r *request) (*page, error) {
		x, err := s.findRun(ctx, id)
		if err != nil {
			return nil, err
		}
		return &page{Title: r.Say("run.title", x.Implementation), Part: "runs", Live: !x.State.Ended(), Body: x}, nil
	})
}

func (s *Site) findRun(ctx context.Context, id string) (Run, error) {
	if id == "" || len(id) > store.MaxName {
		return Run{}, missing("problem.run")
	}
	x, err := s.o.Runs.Get(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		err = missing("problem.run")
	}
	return x, err
}

// fresh answers with a page that is not kept.
func (s *Site) fresh(c *gin.Context, name string, view view, params ...string) {
	query, err := parameters(c.Request.URL.Query(), params)
	if err != nil {
		s.fail(c, err)
		return
	}
	r := &request{voice: s.voice(c), read: s.o.Registry.Reader(), path: c.Request.URL.EscapedPath(), query: query, now: s.o.Now()}
	p, err := view(c.Request.Context(), r)
	if err != nil {
		s.fail(c, err)
		return
	}
	p.name = name
	doc, err := s.draw(p, r)
	if err != nil {
		s.fail(c, err)
		return
	}
	doc.write(c)
}

// progress is what the script is told.
type progress struct {
	Percent int    `json:"percent"`
	Words   string `json:"words"` // for the line below the bar
	Ended   bool   `json:"ended"` // the page is to be loaded again
}

func progressOf(v *voice, x Run) progress {
	p := progress{Percent: x.Percent(), Words: v.Say("run.state." + string(x.State)), Ended: x.State.Ended()}
	if x.Total > 0 && !p.Ended {
		p.Words = v.Say("run.progress", x.Done, x.Total)
	}
	return p
}

// events streams the progress of a run (server-sent events).
func (s *Site) events(c *gin.Context) {
	ctx, cancel := context.WithTimeout(c.Request.Context(), watchTime)
	defer cancel()
	v := s.voice(c)
	x, err := s.findRun(ctx, c.Param("id"))
	if err != nil {
		s.fail(c, err)
		return
	}
	select {
	case s.watchers <- struct{}{}:
		defer func() { <-s.watchers }()
	default:
		c.Header("Retry-After", "30")
		s.fail(c, &problem{status: http.StatusServiceUnavailable, words: "problem.watchers", cause: errors.New("too many watch")})
		return
	}
	steps, err := s.o.Runs.Watch(ctx, x.ID)
	if err != nil {
		s.fail(c, err)
		return
	}
	h := c.Writer.Header()
	secure(h, policy)
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // a proxy would keep it back
	control := http.NewResponseController(c.Writer)
	send := func(text string) bool {
		if err := control.SetWriteDeadline(time.Now().Add(2 * pulse)); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return false
		}
		if _, err := c.Writer.WriteString(text); err != nil {
			return false
		}
		return control.Flush() == nil
	}
	c.Status(http.StatusOK)
	tell := func(x Run) bool {
		text, err := json.Marshal(progressOf(v, x))
		return err == nil && send(fmt.Sprintf("data: %s\n\n", text))
	}
	if !tell(x) || x.State.Ended() {
		return
	}
	tick := time.NewTicker(pulse)
	defer tick.Stop()
	for {
		select {
		case x, ok := <-steps:
			if !ok || !tell(x) || x.State.Ended() {
				return
			}
		case <-tick.C:
			if !send(": \n\n") {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

func runPath(id string) string { return "/runs/" + url.PathEscape(id) }
