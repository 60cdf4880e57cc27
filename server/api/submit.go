package api

import (
	"encoding/json"
	"io"
	"net/http"

	"github.com/gin-gonic/gin"

	"touchstone/server/registry"
	"touchstone/server/store"
)

func (a *API) submit(c *gin.Context) {
	if plain(c) || !a.takes(c, envelopeType, "application/json") {
		return
	}
	b, ok := a.open(c, a.registry.Policy().MaxEnvelope)
	if !ok {
		return
	}
	receipt, err := a.registry.Submit(c.Request.Context(), b)
	if err != nil {
		a.bodyFailed(c, b, err)
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	code := http.StatusOK
	if receipt.New {
		if code = http.StatusAccepted; receipt.Report.State.Public() {
			code = http.StatusCreated
		}
		c.Header("Location", a.page(receipt.Report.Digest))
	}
	answer(c, code, Receipt{
		New: receipt.New, Report: show(receipt.Report), Proof: string(receipt.Proof), LogKey: a.registry.Log().Verifier().String(),
	})
}

func (a *API) do(c *gin.Context) {
	if plain(c) || !a.takes(c, envelopeType, "application/json") {
		return
	}
	limit := a.registry.Policy().MaxAct
	b, ok := a.open(c, limit)
	if !ok {
		return
	}
	envelope, err := io.ReadAll(b) // b is bounded
	if err != nil {
		a.bodyFailed(c, b, err)
		return
	}
	done, err := a.registry.Do(c.Request.Context(), envelope)
	if err != nil {
		a.failed(c, err)
		return
	}
	code := http.StatusOK
	if done.New {
		code = http.StatusCreated
	}
	answer(c, code, Done{
		New: done.New, Kind: done.Kind, Digest: done.Digest, Subject: done.Subject, State: done.State, Stale: done.Stale,
		LogIndex: index(done.LogIndex), Proof: string(done.Proof),
	})
}

func (a *API) putEvidence(c *gin.Context) {
	if plain(c) || !a.takes(c, linesType, "application/octet-stream") {
		return
	}
	r, ok := a.find(c, c.Param("digest"))
	if !ok {
		return
	}
	b, ok := a.open(c, a.registry.Policy().MaxEvidence)
	if !ok {
		return
	}
	if err := a.registry.AddEvidence(c.Request.Context(), r.Digest, b); err != nil {
		a.bodyFailed(c, b, err)
		return
	}
	c.Status(http.StatusNoContent)
}

// maxChallenge bounds a challenge that nobody has signed, in bytes.
const maxChallenge = 4 * store.MaxWords

// decode reads a JSON object that has only known members.
func (a *API) decode(c *gin.Context, most int64, into any) bool {
	b, ok := a.open(c, most)
	if !ok {
		return false
	}
	d := json.NewDecoder(b)
	d.DisallowUnknownFields()
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); more != io.EOF {
			problem(c, http.StatusBadRequest, "refused", registry.Reason{Code: registry.Malformed, Words: "there is more than one JSON value"})
			return false
		}
		return true
	}
	if b.err != nil {
		a.bodyFailed(c, b, err)
		return false
	}
	problem(c, http.StatusBadRequest, "refused", registry.Reason{Code: registry.Malformed, Words: "not the JSON that openapi.yaml describes: " + clip(err.Error(), 200)})
	return false
}
