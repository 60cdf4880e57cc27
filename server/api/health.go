package api

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

// Readiness says whether requests should be sent here.
type Readiness struct {
	Ready  bool              `json:"ready"`
	Checks map[string]string `json:"checks"` // "ok", or what is wrong
}

func (a *API) healthz(c *gin.Context) {
	c.Header("Cache-Control", "no-store")
	c.String(http.StatusOK, "ok\n")
}

func (a *API) readyz(c *gin.Context) {
	ctx, cancel := context.WithTimeout(c.Request.Context(), 5*time.Second)
	defer cancel()
	out := Readiness{Ready: true, Checks: map[string]string{"registry": "ok", "stopping": "ok"}}
	if err := a.registry.Health(ctx); err != nil {
		// What exactly is in our log: it may name hosts and files.
		a.logger.ErrorContext(ctx, "not ready", "error", err)
		out.Ready, out.Checks["registry"] = false, "database or log do not work; the registry's log says why"
	}
	if !a.ready() {
		out.Ready, out.Checks["stopping"] = false, "about to stop"
	}
	code := http.StatusOK
	if !out.Ready {
		code = http.StatusServiceUnavailable
	}
	c.Header("Cache-Control", "no-store")
	answer(c, code, out)
}
