package api

import (
	"errors"
	"net/http"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/server/registry"
	"touchstone/server/store"
)

// listFailed answers for a list that could not be read: a cursor that is none is the client's.
func (a *API) listFailed(c *gin.Context, err error) {
	if errors.Is(err, store.ErrInvalid) {
		problem(c, http.StatusBadRequest, "the parameters are not what they should be", registry.Reason{Code: registry.Malformed, Words: "after is not the end of a page of this list"})
		return
	}
	a.failed(c, err)
}

// some of the lists need nothing but a page.
func listed[T, W any](a *API, c *gin.Context, found store.List[T], err error, each func(T) W) {
	if err != nil {
		a.listFailed(c, err)
		return
	}
	next(c, "after", string(found.Next))
	answer(c, http.StatusOK, list(found, each))
}

func (a *API) listProducts(c *gin.Context) {
	q := newQuery(c)
	text, page := q.text("q", store.MaxTitle), q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Products(c.Request.Context(), text, page)
	listed(a, c, found, err, product)
}

func (a *API) matrix(c *gin.Context) {
	q := newQuery(c)
	f := store.MatrixFilter{Pack: q.name("pack"), Profile: q.name("profile"), Vendor: q.name("vendor"), Name: q.name("name"), Text: q.text("q", store.MaxTitle)}
	page := q.page()
	if q.wrong() || a.current(c) {
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	found, err := a.registry.Reader().Matrix(c.Request.Context(), f, page)
	listed(a, c, found, err, func(r store.MatrixRow) MatrixRow {
		row := MatrixRow{Implementation: Implementation(r.Implementation), Current: make([]Report, len(r.Current))}
		for i, report := range r.Current {
			row.Current[i] = show(report)
		}
		return row
	})
}

func (a *API) getRule(c *gin.Context) {
	q := newQuery(c)
	f := store.RuleFilter{
		Pack: c.Param("pack"), Rule: c.Param("rule"),
		Verdicts: some(q, "verdict", reports.Fail, reports.Error, reports.Inconclusive, reports.Untested, reports.NotApplicable),
	}
	page := q.page()
	if q.wrong() {
		return
	}
	const none = "no current report speaks of this rule"
	if !isText(f.Pack) || !isText(f.Rule) || len(f.Pack) > store.MaxName || len(f.Rule) > store.MaxName {
		problem(c, http.StatusNotFound, none)
		return
	}
	if a.current(c) {
		return
	}
	ctx := c.Request.Context()
	counts, err := a.registry.Reader().RuleCounts(ctx, f.Pack, f.Rule)
	if err != nil {
		a.failed(c, err)
		return
	}
	if len(counts) == 0 {
		problem(c, http.StatusNotFound, none)
		return
	}
	found, err := a.registry.Reader().RuleReports(ctx, f, page)
	if err != nil {
		a.listFailed(c, err)
		return
	}
	show, ok := a.reporter(c)
	if !ok {
		return
	}
	out := Rule{Pack: f.Pack, Rule: f.Rule, Counts: counts, Scenarios: []RuleScenario{}, Next: string(found.Next), Items: make([]RuleReport, len(found.Items))}
	for i, r := range found.Items {
		out.Items[i] = RuleReport{show(r.Report), r.Verdict, r.Strength}
	}
	switch info, err := a.registry.Rule(ctx, f.Pack, f.Rule); {
	case err == nil:
		out.Summary, out.Source, out.Extension, out.Kind = info.Rule.Summary, info.Rule.Source, info.Rule.Extension, info.Rule.Kind
		for _, s := range info.Scenarios {
			out.Scenarios = append(out.Scenarios, RuleScenario{s.ID, s.Name})
		}
	case !errors.Is(err, store.ErrNotFound):
		a.failed(c, err)
		return
	}
	next(c, "after", string(found.Next))
	answer(c, http.StatusOK, out)
}

func (a *API) listWaivers(c *gin.Context) {
	q := newQuery(c)
	f := store.WaiverFilter{Pack: q.name("pack"), Profile: q.name("profile"), Rule: q.name("rule"), Vendor: q.name("vendor"), Name: q.name("name")}
	if q.flag("open") {
		f.OpenAt = a.now()
	}
	page := q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Waivers(c.Request.Context(), f, page)
	listed(a, c, found, err, a.waiver)
}

func (a *API) getWaiver(c *gin.Context) {
	digest, ok := a.named(c)
	if !ok {
		return
	}
	w, err := a.registry.Reader().Waiver(c.Request.Context(), digest)
	one(a, c, w, err, a.waiver)
}

// named is the digest of a request for something of the database; false: it is answered.
func (a *API) named(c *gin.Context) (string, bool) {
	if plain(c) {
		return "", false
	}
	digest := c.Param("digest")
	if !store.IsDigest(digest) {
		problem(c, http.StatusNotFound, "a digest is sha256: and 64 hexadecimal digits")
		return "", false
	}
	return digest, !a.current(c)
}

func one[T, W any](a *API, c *gin.Context, found T, err error, each func(T) W) {
	if err != nil {
		a.failed(c, err)
		return
	}
	answer(c, http.StatusOK, each(found))
}

func publicChallenges() []store.ChallengeState {
	var out []store.ChallengeState
	for _, s := range store.ChallengeStates() {
		if s.Public() {
			out = append(out, s)
		}
	}
	return out
}

func (a *API) listChallenges(c *gin.Context) {
	q := newQuery(c)
	f := store.ChallengeFilter{
		States: some(q, "state", publicChallenges()...), Pack: q.name("pack"), Rule: q.name("rule"),
		Scenario: q.name("scenario"), Report: q.digest("report"), Account: q.name("account"),
	}
	if f.States == nil {
		f.States = publicChallenges()
	}
	page := q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Challenges(c.Request.Context(), f, page)
	missing := make(map[string][]string)
	for _, x := range found.Items {
		if err == nil {
			missing[x.ID], err = a.registry.MissingEvidence(c.Request.Context(), x)
		}
	}
	listed(a, c, found, err, func(x store.Challenge) Challenge { return challenge(x, missing[x.ID]) })
}

func (a *API) getChallenge(c *gin.Context) {
	if plain(c) {
		return
	}
	id := c.Param("id")
	if !isText(id) || len(id) > store.MaxName {
		problem(c, http.StatusNotFound, "there is no such challenge")
		return
	}
	if a.current(c) {
		return
	}
	x, err := a.registry.Reader().Challenge(c.Request.Context(), id)
	if err == nil && !x.State.Public() {
		err = store.ErrNotFound
	}
	var missing []string
	if err == nil {
		missing, err = a.registry.MissingEvidence(c.Request.Context(), x)
	}
	one(a, c, x, err, func(x store.Challenge) Challenge { return challenge(x, missing) })
}

func (a *API) listRulings(c *gin.Context) {
	q := newQuery(c)
	pack, page := q.name("pack"), q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Rulings(c.Request.Context(), pack, page)
	listed(a, c, found, err, ruling)
}

func (a *API) getRuling(c *gin.Context) {
	digest, ok := a.named(c)
	if !ok {
		return
	}
	r, err := a.registry.Reader().Ruling(c.Request.Context(), digest)
	one(a, c, r, err, ruling)
}

func (a *API) listKeys(c *gin.Context) {
	q := newQuery(c)
	f := store.KeyFilter{
		Account: q.name("account"), Role: among(q, "role", store.Vendor, store.Laboratory, store.Reviewer, store.Admin), InForce: q.flag("in_force"),
	}
	page := q.page()
	if q.wrong() || a.current(c) {
		return
	}
	found, err := a.registry.Reader().Keys(c.Request.Context(), f, page)
	listed(a, c, found, err, key)
}

func (a *API) getKey(c *gin.Context) {
	id, ok := a.named(c)
	if !ok {
		return
	}
	k, err := a.registry.Reader().Key(c.Request.Context(), id)
	one(a, c, k, err, key)
}

func (a *API) getAct(c *gin.Context) {
	digest := c.Param("digest")
	if plain(c) {
		return
	}
	if !store.IsDigest(digest) {
		problem(c, http.StatusNotFound, "a digest is sha256: and 64 hexadecimal digits")
		return
	}
	f, err := a.registry.Document(c.Request.Context(), digest)
	if err == nil && unchanged(c, digest[7:], forever) {
		f.Close()
		return
	}
	a.file(c, envelopeType, "act.dsse.json", f, err)
}
