package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"touchstone/server/registry"
	"touchstone/server/store"
)

// RequestID is the header with the ID of a request, by which the registry's log knows it.
const RequestID = "X-Request-Id"

// Problem is an answer that says why not (RFC 9457).
type Problem struct {
	Type     string            `json:"type"`
	Title    string            `json:"title"`
	Status   int               `json:"status"`
	Detail   string            `json:"detail,omitempty"`
	Instance string            `json:"instance,omitempty"` // ID of the request
	Reasons  []registry.Reason `json:"reasons,omitempty"`
}

// ProblemType is the media type of a [Problem].
const ProblemType = "application/problem+json"

// problem answers, and lets no further handler run.
func problem(c *gin.Context, status int, detail string, reasons ...registry.Reason) {
	p := Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail, Reasons: reasons,
		Instance: c.Writer.Header().Get(RequestID)}
	text, err := json.Marshal(p)
	if err != nil {
		panic(err) // strings and numbers
	}
	h := c.Writer.Header()
	h.Del("ETag")
	h.Set("Cache-Control", "no-store")
	if (status == http.StatusServiceUnavailable || status == http.StatusTooManyRequests) && h.Get("Retry-After") == "" {
		h.Set("Retry-After", "2")
	}
	c.Abort()
	c.Data(status, ProblemType, text)
}

// NotFound answers for an address that there is none of.
func NotFound(c *gin.Context) {
	problem(c, http.StatusNotFound, "nothing is at this address; /api/v1/openapi.yaml lists what is")
}

// MethodNotAllowed answers for a method that an address does not take; gin has set Allow. A browser that
// asks with OPTIONS what pages of other origins may do is told: read.
func MethodNotAllowed(c *gin.Context) {
	if c.Request.Method == http.MethodOptions {
		preflight(c)
		return
	}
	problem(c, http.StatusMethodNotAllowed, "this address is not for "+strconv.Quote(clip(c.Request.Method, 16)))
}

// Refuse answers with a status of one's own choice.
func Refuse(c *gin.Context, status int, detail string) { problem(c, status, detail) }

func clip(s string, most int) string {
	if len(s) > most {
		return s[:most]
	}
	return s
}

// status of a refusal is that of its first reason.
func status(r *registry.Refusal) int {
	if len(r.Reasons) == 0 {
		return http.StatusUnprocessableEntity
	}
	switch r.Reasons[0].Code {
	case registry.TooLarge:
		return http.StatusRequestEntityTooLarge
	case registry.Malformed:
		return http.StatusBadRequest
	case registry.Unsigned, registry.Signature, registry.UnknownKey, registry.RevokedKey, registry.Role:
		return http.StatusForbidden
	case registry.NotFound:
		return http.StatusNotFound
	case registry.Conflict, registry.Replay:
		return http.StatusConflict
	case registry.Unavailable:
		return http.StatusNotImplemented
	}
	return http.StatusUnprocessableEntity
}

// failed answers for an error. What is our own fault is logged, and not shown.
func (a *API) failed(c *gin.Context, err error) {
	var refusal *registry.Refusal
	switch {
	case errors.As(err, &refusal):
		problem(c, status(refusal), "refused", refusal.Reasons...)
	case errors.Is(err, store.ErrNotFound):
		problem(c, http.StatusNotFound, "there is none of it here")
	case errors.Is(err, registry.ErrBusy):
		problem(c, http.StatusServiceUnavailable, "more is being submitted than there is memory for: try again in a moment")
	case errors.Is(err, registry.ErrClosed):
		problem(c, http.StatusServiceUnavailable, "the registry is about to stop: try again in a moment")
	case c.Request.Context().Err() != nil, errors.Is(err, context.DeadlineExceeded):
		problem(c, http.StatusServiceUnavailable, "it took too long: try again in a moment")
	default:
		a.logger.ErrorContext(c.Request.Context(), "request failed", "id", c.Writer.Header().Get(RequestID), "route", c.FullPath(), "error", err)
		problem(c, http.StatusInternalServerError, "the registry's own fault; its log has it under the instance")
	}
}
