package api

import (
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"touchstone/reports/bundle"
)

// Waiting is what reviewers have to decide on.
type Waiting struct {
	Reports    []Report    `json:"reports"`
	Challenges []Challenge `json:"challenges"`
}

// maxQuery bounds a reviewer's query, in bytes.
const maxQuery = 64 << 10

// waiting answers a reviewer.
func (a *API) waiting(c *gin.Context) {
	query, ok := a.query(c)
	if !ok {
		return
	}
	found, err := a.registry.Waiting(c.Request.Context(), query)
	if err != nil {
		a.failed(c, err)
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	out := Waiting{Reports: []Report{}, Challenges: []Challenge{}}
	for _, r := range found.Reports {
		out.Reports = append(out.Reports, show(r))
	}
	for _, x := range found.Challenges {
		missing, err := a.registry.MissingEvidence(c.Request.Context(), x)
		if err != nil {
			a.failed(c, err)
			return
		}
		out.Challenges = append(out.Challenges, challenge(x, missing))
	}
	answer(c, http.StatusOK, out)
}

// waitingReport gives a reviewer the envelope of a report in review.
func (a *API) waitingReport(c *gin.Context) {
	query, ok := a.query(c)
	if !ok {
		return
	}
	f, err := a.registry.WaitingReport(c.Request.Context(), query)
	a.file(c, envelopeType, bundle.EnvelopeFile, f, err)
}

// query is what the reviewer has signed. The answer is for nobody else, and no cache keeps it. false: the
// request is answered.
func (a *API) query(c *gin.Context) ([]byte, bool) {
	c.Header("Cache-Control", "no-store")
	if plain(c) || !a.takes(c, envelopeType, "application/json") {
		return nil, false
	}
	b, ok := a.open(c, maxQuery)
	if !ok {
		return nil, false
	}
	query, err := io.ReadAll(b) // b is bounded
	if err != nil {
		a.bodyFailed(c, b, err)
		return nil, false
	}
	return query, true
}
