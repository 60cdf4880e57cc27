package jobs

import (
	"context"
	"encoding/json"
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
//
// An error, ErrNotFound or ErrBusy say, is for the caller to answer with: nothing has been written then.
func (j *Jobs) ServeEvents(w http.ResponseWriter, r *http.Request, id string) error {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	runs, err := j.Watch(ctx, id)
	if err != nil {
		return err
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
		return nil
	}
	last := Running
	for {
		select {
		case run, ok := <-runs:
			if !ok {
				if !last.Open() {
					send("event: end\ndata: %s\n\n", last)
				}
				return nil
			}
			last = run.State
			text, err := json.Marshal(run)
			if err != nil || !send("event: run\ndata: %s\n\n", text) {
				return nil
			}
		case <-beat.C:
			if !send(": still here\n\n") {
				return nil
			}
		case <-ctx.Done():
			return nil
		}
	}
}
