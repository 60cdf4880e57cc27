package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/server/api"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
)

func newReviewed(t *testing.T) *site {
	return newSite(t, siteOptions{Options: registrytest.Options{Change: func(o *registry.Options) { o.Policy.Review = true }}})
}

func (s *site) ask(path, origin, report string, ago time.Duration, key *attest.Key) reply {
	s.t.Helper()
	query, err := registry.SignQuery(origin, report, time.Now().Add(-ago), key)
	if err != nil {
		s.t.Fatal(err)
	}
	return s.do(http.MethodPost, path, query, "Content-Type", envelopeType)
}

// readWaiting uses what there is for reviewers.
func readWaiting(t *testing.T) {
	s := newReviewed(t)
	envelope := s.Envelope(t, 0)
	if r := s.submit(envelope); r.code != http.StatusAccepted {
		t.Fatal(r.code, r.text)
	}
	digest := reports.Digest(envelope)
	raised := decode[api.Raised](t, s.must(http.StatusAccepted, http.MethodPost, "/api/v1/challenges",
		[]byte(`{"target":"rule","pack":"riscv","rule":"x","title":"t","text":"x","evidence":["`+digest+`"]}`), "Content-Type", "application/json"))
	r := s.ask("/api/v1/waiting", registrytest.Name, "", 0, s.Reviewer)
	list := decode[api.Waiting](t, r)
	if r.code != http.StatusOK || r.header.Get("Cache-Control") != "no-store" || len(list.Reports) != 1 || list.Reports[0].Digest != digest ||
		len(list.Challenges) != 1 || list.Challenges[0].ID != raised.ID || len(list.Challenges[0].Missing) != 1 {
		t.Errorf("%d %+v", r.code, list)
	}
	if r := s.ask("/api/v1/waiting/report", registrytest.Name, digest, 0, s.Reviewer); r.code != http.StatusOK || r.text != string(envelope) || r.header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d %.200s", r.code, r.text)
	}
	if r := s.act(act.Decision{Report: digest, Answer: act.Accept}, s.Reviewer); r.code != http.StatusCreated {
		t.Fatal(r.text)
	}
	if r := s.ask("/api/v1/waiting/report", registrytest.Name, digest, 0, s.Reviewer); r.code != http.StatusConflict {
		t.Errorf("what waits no longer: %d", r.code)
	}
	if r := s.ask("/api/v1/waiting", registrytest.Name, "", 0, s.Reviewer); len(decode[api.Waiting](t, r).Reports) != 0 {
		t.Errorf("what waits no longer is listed: %s", r.text)
	}
	if x := decode[api.Challenge](t, s.letIn(raised.ID)); len(x.Missing) != 0 {
		t.Errorf("a published report is missing: %+v", x)
	}
}

// letIn lets a challenge in, and reads it.
func (s *site) letIn(id string) reply {
	s.t.Helper()
	if r := s.act(act.Decision{Challenge: id, Answer: act.Accept}, s.Reviewer); r.code != http.StatusCreated {
		s.t.Fatal(r.text)
	}
	return s.get("/api/v1/challenges/" + id)
}

// Nobody but a reviewer, of this moment and for this registry, reads what is not public.
func TestWaitingIsForReviewers(t *testing.T) {
	s := newReviewed(t)
	envelope := s.Envelope(t, 0)
	s.submit(envelope)
	digest := reports.Digest(envelope)
	for _, path := range []string{"/api/v1/waiting", "/api/v1/waiting/report"} {
		for name, c := range map[string]struct {
			origin string
			ago    time.Duration
			key    *attest.Key
			reason string
		}{
			"the vendor":           {registrytest.Name, 0, s.Vendor, "role"},
			"an admin":             {registrytest.Name, 0, s.Admin, "role"},
			"a stranger":           {registrytest.Name, 0, registrytest.Key("stranger"), "unknown-key"},
			"for another registry": {"elsewhere.example", 0, s.Reviewer, "replay"},
			"an old one":           {registrytest.Name, 6 * time.Minute, s.Reviewer, "stale"},
			"from the future":      {registrytest.Name, -6 * time.Minute, s.Reviewer, "stale"},
		} {
			if r := s.ask(path, c.origin, digest, c.ago, c.key); r.code/100 != 4 || !r.has(c.reason) || strings.Contains(r.text, digest) {
				t.Errorf("%s, %s: %d %s", path, name, r.code, r.text)
			}
		}
		act := s.Act(t, act.Decision{Report: digest, Answer: act.Refuse, Reason: "no"}, s.Reviewer)
		if r := s.do(http.MethodPost, path, act, "Content-Type", envelopeType); r.code != http.StatusBadRequest {
			t.Errorf("%s, an act: %d %s", path, r.code, r.text)
		}
		query, err := registry.SignQuery(registrytest.Name, digest, time.Now(), s.Reviewer)
		if err != nil {
			t.Fatal(err)
		}
		forged := []byte(strings.Replace(string(query), `"sig":"`, `"sig":"AAAA`, 1))
		if r := s.do(http.MethodPost, path, forged, "Content-Type", envelopeType); r.code/100 != 4 {
			t.Errorf("%s, forged: %d %s", path, r.code, r.text)
		}
		if r := s.do(http.MethodPost, "/api/v1/acts", query, "Content-Type", envelopeType); r.code/100 != 4 {
			t.Errorf("a query was taken for an act: %d %s", r.code, r.text)
		}
	}
	s.act(act.Revocation{What: act.ThingKey, ID: s.Reviewer.ID(), Reason: "lost"}, s.Admin)
	if r := s.ask("/api/v1/waiting", registrytest.Name, "", 0, s.Reviewer); r.code != http.StatusForbidden || !r.has("revoked-key") {
		t.Errorf("a revoked key: %d %s", r.code, r.text)
	}
}

// Reports that were signed with a key which was revoked say so wherever they are.
func TestRevokedSigner(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 2}})
	paths := []string{"/api/v1/reports", "/api/v1/reports/" + s.Digests[0], "/api/v1/matrix", "/api/v1/diff?from=" + s.Digests[0] + "&to=" + s.Digests[1],
		"/api/v1/rules/riscv/div_by_zero"}
	for _, path := range paths {
		if r := s.get(path); r.code != http.StatusOK || strings.Contains(r.text, `"revoked":`) {
			t.Errorf("%s: %d %.300s", path, r.code, r.text)
		}
	}
	s.act(act.Revocation{What: act.ThingKey, ID: s.Vendor.ID(), Reason: "lost"}, s.Admin)
	for _, path := range paths {
		if r := s.get(path); r.code != http.StatusOK || !strings.Contains(r.text, `"revoked":"`) {
			t.Errorf("%s does not say that the key was revoked: %.300s", path, r.text)
		}
	}
}
