package api

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"touchstone/server/jobs"
	"touchstone/server/store"
)

// runs registers what may be asked about runs, where there are any.
func (a *API) runRoutes(v1 gin.IRoutes) {
	get(v1, "/runs", a.listRuns)
	get(v1, "/runs/:id", a.getRun)
	v1.GET("/runs/:id/events", a.runEvents) // has no end that HEAD could tell
}

func (a *API) listRuns(c *gin.Context) {
	q := newQuery(c)
	f := jobs.Filter{
		Account: q.name("account"), IUT: q.name("implementation"), Before: q.name("after"),
		State: among(q, "state", jobs.Queued, jobs.Running, jobs.Judging, jobs.Submitting, jobs.Finished, jobs.Failed, jobs.Cancelled),
	}
	limit := int(q.number("limit", 1, jobs.MaxList-1, store.DefaultLimit))
	if q.wrong() {
		return
	}
	runs, err := a.runs.List(c.Request.Context(), f, limit+1)
	if err != nil {
		a.failed(c, fmt.Errorf("runs: %w", err))
		return
	}
	out := List[jobs.Run]{Items: orEmpty(runs)}
	if len(runs) > limit {
		out.Items = runs[:limit]
		out.Next = runs[limit-1].ID
	}
	next(c, "after", out.Next)
	c.Header("Cache-Control", "no-store") // in a moment it is another
	answer(c, http.StatusOK, out)
}

func (a *API) getRun(c *gin.Context) {
	if plain(c) {
		return
	}
	run, err := a.runs.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		a.runFailed(c, err)
		return
	}
	c.Header("Cache-Control", "no-store")
	answer(c, http.StatusOK, run)
}

func (a *API) runEvents(c *gin.Context) {
	if plain(c) {
		return
	}
	if err := a.runs.ServeEvents(c.Writer, c.Request, c.Param("id")); err != nil {
		a.runFailed(c, err)
	}
}

func (a *API) runFailed(c *gin.Context, err error) {
	switch {
	case errors.Is(err, jobs.ErrNotFound):
		problem(c, http.StatusNotFound, "there is no such run")
	case errors.Is(err, jobs.ErrBusy):
		c.Header("Retry-After", "10")
		problem(c, http.StatusServiceUnavailable, "too many are watching runs: try again in a moment")
	default:
		a.failed(c, fmt.Errorf("run: %w", err))
	}
}
