package jobs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// heartbeat is how often a stream says that it is still there; a proxy closes what is silent for a minute.
const heartbeat = 15 * time.Second

// write is how long a client may take to read what was sent to it.
const writeTimeout = 10 * time.Second

// ServeEvents is GET /api/v1/runs/{id}/events: the run as it comes on, as server-sent events.
//
//	event: run
//	data: {"id": "…", "state": "running", "progress": {"done": 1200, "total": 44000, "rate": 7321}, "tasks": […]}
//
// An event comes when something has changed, at most one a second; the last one, of which the state is
// finished, failed or cancelled, is followed by the event "end", and the stream ends. Between them are
// comments, so that nobody takes the stream for dead. Who comes back after a break begins with the run as it
// stands: there is nothing to catch up on.
func (j *Jobs) ServeEvents(w http.ResponseWriter, r *http.Request, id string) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	runs, err := j.Watch(ctx, id)
	switch {
	case errors.Is(err, ErrNotFound):
		http.Error(w, "no such run", http.StatusNotFound)
		return
	case errors.Is(err, ErrBusy):
		w.Header().Set("Retry-After", "10")
		http.Error(w, "too many are watching; try again in a moment", http.StatusServiceUnavailable)
		return
	case err != nil:
		j.options.Logger.Error("run could not be read", "run", id, "error", err)
		http.Error(w, "the run could not be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	control := http.NewResponseController(w)
	send := func(format string, a ...any) bool {
		// The server's own limits are for answers that end. What cannot be limited here is no connection.
		_ = control.SetWriteDeadline(time.Now().Add(writeTimeout))
		_, err := fmt.Fprintf(w, format, a...)
		return err == nil && control.Flush() == nil
	}
	_ = control.SetReadDeadline(time.Time{})
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	if !send("retry: 2000\n\n") {
		return
	}
	last := Running
	for {
		select {
		case run, ok := <-runs:
			if !ok {
				if !last.Open() {
					send("event: end\ndata: %s\n\n", last)
				}
				return
			}
			last = run.State
			text, err := json.Marshal(run)
			if err != nil || !send("event: run\ndata: %s\n\n", text) {
				return
			}
		case <-beat.C:
			if !send(": still here\n\n") {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}
