package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"touchstone/reports/act"
)

// raise takes a challenge from somebody who has no key.
func (a *API) raise(c *gin.Context) {
	if plain(c) || !a.takes(c, "application/json") {
		return
	}
	var x act.Challenge
	if !a.decode(c, maxChallenge, &x) {
		return
	}
	raised, err := a.registry.Raise(c.Request.Context(), x, c.ClientIP())
	if err != nil {
		a.failed(c, err)
		return
	}
	answer(c, http.StatusAccepted, Raised{raised.ID, raised.State})
}
