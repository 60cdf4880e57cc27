package api

import (
	"encoding/base64"
	"fmt"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"touchstone/server/store"
	"touchstone/server/translog"
)

func (a *API) about(c *gin.Context) {
	if plain(c) {
		return
	}
	size := a.registry.Log().Checkpoint().Size
	totals, err := a.registry.Reader().Totals(c.Request.Context())
	if err != nil {
		a.failed(c, err)
		return
	}
	version, err := a.registry.Reader().Version(c.Request.Context())
	if err != nil {
		a.failed(c, err)
		return
	}
	if unchanged(c, fmt.Sprintf("%s-%d-%d", a.build, version, size), revalidate) {
		return
	}
	policy := a.registry.Policy()
	out := About{
		Name: a.registry.Name(), URL: a.url, Version: a.version,
		Log:    AboutLog{a.registry.Log().Verifier().String(), size, a.url + "/log/"},
		Policy: Policy{policy.Review, policy.AnySuite, policy.MaxEnvelope, policy.MaxAct, policy.MaxEvidence},
		Suites: []Suite{}, Reports: map[store.State]int{},
	}
	for _, s := range a.registry.Suites() {
		out.Suites = append(out.Suites, suite(s))
	}
	for state, n := range totals {
		if state.Public() && n > 0 {
			out.Reports[state] = n
		}
	}
	answer(c, http.StatusOK, out)
}

func (a *API) openAPI(c *gin.Context) {
	if plain(c) || unchanged(c, a.build, revalidate) {
		return
	}
	c.Data(http.StatusOK, "application/yaml", document)
}

func (a *API) getLog(c *gin.Context) {
	if plain(c) {
		return
	}
	head := a.registry.Log().Checkpoint()
	if unchanged(c, fmt.Sprintf("%s-%d", a.build, head.Size), revalidate) {
		return
	}
	answer(c, http.StatusOK, Log{
		Origin: head.Origin, Key: a.registry.Log().Verifier().String(), Size: head.Size, Root: base64.StdEncoding.EncodeToString(head.Root[:]),
		Checkpoint: string(head.Note), URL: a.url + "/log/",
	})
}

func (a *API) listEntries(c *gin.Context) {
	q := newQuery(c)
	from, limit := uint64(q.number("from", 0, 1<<62, 0)), uint64(q.limit())
	if q.wrong() {
		return
	}
	size := a.registry.Log().Checkpoint().Size
	if unchanged(c, fmt.Sprintf("%s-%d", a.build, size), revalidate) {
		return
	}
	from = min(from, size)
	to := min(from+limit, size)
	out := Entries{Items: []Entry{}, Size: size}
	for e, err := range a.registry.Log().Entries(c.Request.Context(), from, to) {
		if err != nil {
			a.failed(c, err)
			return
		}
		out.Items = append(out.Items, logged(e))
	}
	if to < size {
		out.Next = strconv.FormatUint(to, 10)
	}
	next(c, "from", out.Next)
	answer(c, http.StatusOK, out)
}

func logged(e translog.Logged) Entry {
	i := int64(e.Index)
	return Entry{Index: &i, Kind: string(e.Entry.Kind), Digest: e.Entry.Digest, Subject: e.Entry.Subject, At: e.Entry.At.UTC()}
}

// place is the index that a request names, of an entry that the log has; false: it is answered.
func (a *API) place(c *gin.Context) (uint64, bool) {
	if plain(c) {
		return 0, false
	}
	text := c.Param("index")
	n, err := strconv.ParseUint(text, 10, 62)
	if err != nil || n >= a.registry.Log().Checkpoint().Size || strconv.FormatUint(n, 10) != text {
		problem(c, http.StatusNotFound, "the log has no entry of this index")
		return 0, false
	}
	return n, true
}

func (a *API) getEntry(c *gin.Context) {
	n, ok := a.place(c)
	if !ok || unchanged(c, fmt.Sprintf("%s-entry-%d", a.build, n), forever) {
		return
	}
	for e, err := range a.registry.Log().Entries(c.Request.Context(), n, n+1) {
		if err != nil {
			a.failed(c, err)
			return
		}
		answer(c, http.StatusOK, logged(e))
		return
	}
	problem(c, http.StatusNotFound, "the log has no entry of this index")
}

func (a *API) getEntryProof(c *gin.Context) {
	if n, ok := a.place(c); ok {
		proof, err := a.registry.EntryProof(c.Request.Context(), int64(n))
		a.proof(c, proof, err)
	}
}
