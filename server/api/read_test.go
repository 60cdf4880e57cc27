package api_test

import (
	"encoding/json"
	"encoding/xml"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
	"touchstone/reports/tlog"
	"touchstone/server/api"
	"touchstone/server/registry/registrytest"
)

func decode[T any](t *testing.T, r reply) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(r.text), &v); err != nil {
		t.Fatalf("%v\n%.500s", err, r.text)
	}
	return v
}

// Every operation of openapi.yaml is used once, and answers as it says: see checked.
func TestEveryOperation(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 4}})
	d := s.Digests
	ok := func(path string) reply { t.Helper(); return s.must(http.StatusOK, http.MethodGet, path, nil) }

	about := decode[api.About](t, ok("/api/v1"))
	if about.Name != registrytest.Name || about.Log.Size != 4 || about.Reports["published"] != 4 || len(about.Suites) != 1 {
		t.Errorf("%+v", about)
	}
	if got := ok("/api/v1/"); got.text != ok("/api/v1").text {
		t.Errorf("/api/v1/ answers otherwise than /api/v1: %s", got.text)
	}
	if doc := ok("/api/v1/openapi.yaml"); !strings.HasPrefix(doc.text, "openapi: 3.1") {
		t.Errorf("%.100s", doc.text)
	}

	// Submission, acts, disputes.
	fresh := s.Envelope(t, 4)
	r := s.submit(fresh)
	receipt := decode[api.Receipt](t, r)
	if r.code != http.StatusCreated || !receipt.New || r.header.Get("Location") != receipt.Report.URL || receipt.Report.Digest != reports.Digest(fresh) {
		t.Errorf("%d %+v", r.code, receipt)
	}
	if in, err := tlog.Verify([]byte(receipt.Proof), nil, receipt.LogKey); err != nil || in.Covers(fresh) != nil {
		t.Errorf("the receipt's proof: %v", err)
	}
	r = s.submit(fresh)
	if again := decode[api.Receipt](t, r); r.code != http.StatusOK || again.New || again.Proof == "" {
		t.Errorf("%d %+v", r.code, again)
	}
	waiver := act.Waiver{Pack: "riscv", Rule: "div_by_zero", Vendor: "Example Silicon", Implementation: "Core X0", Owner: "core team", Reason: "erratum 12", Expires: "2099-12-31"}
	signed := s.Act(t, waiver, s.Vendor)
	r = s.must(http.StatusCreated, http.MethodPost, "/api/v1/acts", signed, "Content-Type", envelopeType)
	waived := decode[api.Done](t, r)
	s.must(http.StatusOK, http.MethodPost, "/api/v1/acts", signed, "Content-Type", envelopeType)
	raised := decode[api.Raised](t, s.must(http.StatusAccepted, http.MethodPost, "/api/v1/challenges",
		[]byte(`{"target":"rule","pack":"riscv","rule":"div_by_zero","title":"t","text":"x"}`), "Content-Type", "application/json"))
	opened := decode[api.Done](t, s.act(act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "div_by_zero", Title: "Read otherwise", Text: "…"}, s.Vendor))
	scenario := reportstest.Sample().Verdicts.Scenarios[0].ID
	ruled := decode[api.Done](t, s.act(act.Ruling{Challenge: opened.Subject, Outcome: act.Upheld, Text: "yes", Pack: "riscv", Withdraws: []string{scenario}}, s.Reviewer))
	if ruled.Stale == 0 {
		t.Errorf("%+v", ruled)
	}
	if r := s.get("/api/v1/challenges/" + raised.ID); r.code != http.StatusNotFound {
		t.Errorf("a challenge that nobody has let in: %d", r.code)
	}

	for _, path := range []string{
		"/api/v1/reports?limit=2&order=log&state=published,revoked&q=core&conclusion=non-conforming&profile=RVI20U64&stale=true&signer=" + s.Vendor.ID(),
		"/api/v1/reports/" + d[0], "/api/v1/reports/" + d[0][7:], "/api/v1/reports/" + d[0][7:19],
		"/api/v1/reports/" + d[0] + "/envelope", "/api/v1/reports/" + d[0] + "/report", "/api/v1/reports/" + d[0] + "/proof", "/api/v1/reports/" + d[0] + "/entries",
		"/api/v1/reports/" + d[0] + "/html?lang=zh", "/api/v1/reports/" + d[0] + "/junit", "/api/v1/reports/" + d[0] + "/messages",
		"/api/v1/reports/" + d[0] + "/markdown", "/api/v1/reports/" + d[0] + "/text",
		"/api/v1/diff?from=" + d[0] + "&to=" + d[2][7:20],
		"/api/v1/implementations?q=core", "/api/v1/implementations/history?name=Core+X0&vendor=Example+Silicon",
		"/api/v1/matrix?pack=riscv", "/api/v1/rules/riscv/div_by_zero?verdict=fail,error", "/api/v1/waivers?open=true", "/api/v1/waivers/" + waived.Digest,
		"/api/v1/challenges?state=ruled", "/api/v1/challenges/" + opened.Subject, "/api/v1/rulings?pack=riscv", "/api/v1/rulings/" + ruled.Digest,
		"/api/v1/keys?role=vendor&in_force=true", "/api/v1/keys/" + s.Vendor.ID(), "/api/v1/acts/" + waived.Digest,
		"/api/v1/log", "/api/v1/log/entries?from=1&limit=2", "/api/v1/log/entries/0", "/api/v1/log/entries/0/proof",
		"/badge/" + d[0][7:] + ".svg?lang=zh", "/badge/" + d[0][7:] + ".json", "/badge/latest.svg?name=Core+X0", "/badge/latest.json?name=Core+X2&lang=zh",
		"/feed.atom?profile=RVI20U64", "/healthz", "/readyz",
	} {
		ok(path)
	}
	sidecar := reportstest.Outcomes(registrytest.Report(0))
	s.must(http.StatusNotFound, http.MethodGet, "/api/v1/reports/"+d[0]+"/evidence", nil)
	s.must(http.StatusNoContent, http.MethodPut, "/api/v1/reports/"+d[0]+"/evidence", sidecar, "Content-Type", "application/x-ndjson")
	if r := ok("/api/v1/reports/" + d[0] + "/evidence"); r.text != string(sidecar) {
		t.Errorf("%d bytes of outcomes, want %d", len(r.text), len(sidecar))
	}
	if r := s.do(http.MethodPut, "/api/v1/reports/"+d[0]+"/evidence", append(sidecar, '\n')); r.code/100 != 4 || !r.has("digest") {
		t.Errorf("other outcomes: %d %s", r.code, r.text)
	}

	readWaiting(t)
	readRuns(t)

	c := contract(t)
	for _, item := range c.doc.Paths.Map() {
		for method, operation := range item.Operations() {
			if !c.seen[operation.OperationID] {
				t.Errorf("%s %s was never answered well", method, operation.OperationID)
			}
		}
	}
}

// What has not changed is not sent again; what has changed is.
func TestConditional(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 3}})
	d := s.Digests[0]
	paths := []string{"/api/v1", "/api/v1/reports", "/api/v1/reports/" + d, "/api/v1/matrix", "/api/v1/waivers", "/api/v1/keys", "/feed.atom", "/badge/" + d[7:] + ".svg", "/api/v1/log"}
	lasting := []string{"/api/v1/reports/" + d + "/envelope", "/api/v1/reports/" + d + "/report", "/api/v1/log/entries/0", "/api/v1/reports/" + d + "/junit"}
	tags := map[string]string{}
	for _, path := range slices.Concat(paths, lasting) {
		r := s.get(path)
		tags[path] = r.header.Get("ETag")
		if r.code != http.StatusOK || tags[path] == "" {
			t.Fatalf("%s: %d, ETag %q", path, r.code, tags[path])
		}
		if r := s.get(path, "If-None-Match", `"x", W/`+tags[path]); r.code != http.StatusNotModified || r.text != "" {
			t.Errorf("%s: %d with %d bytes", path, r.code, len(r.text))
		}
		if r := s.do(http.MethodHead, path, nil); r.code != http.StatusOK || r.header.Get("ETag") != tags[path] || r.text != "" {
			t.Errorf("HEAD %s: %d %q", path, r.code, r.header.Get("ETag"))
		}
	}
	for _, path := range lasting[:3] {
		if c := s.get(path).header.Get("Cache-Control"); !strings.Contains(c, "immutable") {
			t.Errorf("%s: %s", path, c)
		}
	}
	s.MustSubmit(t, s.Envelope(t, 7))
	for _, path := range paths {
		if r := s.get(path, "If-None-Match", tags[path]); r.code != http.StatusOK {
			t.Errorf("%s after a submission: %d", path, r.code)
		}
	}
	for _, path := range lasting {
		if r := s.get(path, "If-None-Match", tags[path]); r.code != http.StatusNotModified {
			t.Errorf("%s after a submission: %d", path, r.code)
		}
	}
}

// A list that is read page by page has everything once.
func TestPages(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 11}})
	for _, path := range []string{"/api/v1/reports?limit=3", "/api/v1/reports?order=finished&limit=4", "/api/v1/reports?limit=11", "/api/v1/log/entries?limit=4"} {
		seen := map[string]bool{}
		for n := 0; path != ""; n++ {
			r := s.must(http.StatusOK, http.MethodGet, path, nil)
			page := decode[struct {
				Items []struct{ Digest string }
				Next  string
			}](t, r)
			for _, item := range page.Items {
				if seen[item.Digest] {
					t.Errorf("%s has %s again", path, item.Digest)
				}
				seen[item.Digest] = true
			}
			link := r.header.Get("Link")
			if (page.Next == "") != (link == "") || n > 10 {
				t.Fatalf("%s: next %q, Link %q", path, page.Next, link)
			}
			path = strings.TrimSuffix(strings.TrimPrefix(link, "<"), `>; rel="next"`)
		}
		if len(seen) != 11 {
			t.Errorf("%d reports", len(seen))
		}
	}
}

// Parameters that nobody knows, values that are none, and tricks in every place of every path.
func TestBadRequests(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 1}})
	d := s.Digests[0]
	for path, want := range map[string]int{
		"/api/v1/reports?pak=riscv":                              400,
		"/api/v1/reports?pack=a&pack=b":                          400,
		"/api/v1/reports?limit=0":                                400,
		"/api/v1/reports?limit=501":                              400,
		"/api/v1/reports?limit=x":                                400,
		"/api/v1/reports?after=nonsense":                         400,
		"/api/v1/reports?state=pending":                          400,
		"/api/v1/reports?state=in-review":                        400,
		"/api/v1/reports?conclusion=fine":                        400,
		"/api/v1/reports?stale=maybe":                            400,
		"/api/v1/reports?signer=me":                              400,
		"/api/v1/reports?name=%00":                               400,
		"/api/v1/reports?name=%ff%fe":                            400,
		"/api/v1/reports?name=%zz":                               400,
		"/api/v1/reports?a;b":                                    400,
		"/api/v1/reports?name=" + strings.Repeat("a", 513):       400,
		"/api/v1/reports?name=%27%20OR%201=1--":                  200,
		"/api/v1/reports?q=%25%5f%5c":                            200,
		"/api/v1/reports/" + d + "?x=1":                          400,
		"/api/v1/reports/" + d[:18]:                              404,
		"/api/v1/reports/" + d[7:18]:                             404,
		"/api/v1/reports/sha256:" + strings.Repeat("0", 64):      404,
		"/api/v1/reports/" + strings.ToUpper(d[7:]):              404,
		"/api/v1/reports/..%2f..%2fetc%2fpasswd":                 404,
		"/api/v1/reports/%2e%2e/envelope":                        404,
		"/api/v1/reports/%00":                                    404,
		"/api/v1/reports/%ff/proof":                              404,
		"/api/v1/reports/" + d + "/../../../log.key":             404,
		"/api/v1/reports/" + d + "/evidence?environment=nowhere": 404,
		"/api/v1/reports/" + d + "/nothing":                      404,
		"/api/v1/acts/" + d[7:]:                                  404,
		"/api/v1/acts/..%2fregistry.db":                          404,
		"/api/v1/challenges/%2e%2e%2f":                           404,
		"/api/v1/challenges/%ff":                                 404,
		"/api/v1/keys/sha256:zz":                                 404,
		"/api/v1/rules/riscv/nothing":                            404,
		"/api/v1/rules/%ff/%00":                                  404,
		"/api/v1/rules/riscv/a%2fb":                              404,
		"/api/v1/log/entries/1":                                  404,
		"/api/v1/log/entries/-1":                                 404,
		"/api/v1/log/entries/00":                                 404,
		"/api/v1/log/entries/99999999999999999999":               404,
		"/api/v1/log/entries?from=99999999999999999999":          400,
		"/api/v1/diff":                                           400,
		"/api/v1/diff?from=" + d + "&to=nothing":                 404,
		"/badge/" + d[7:]:                                        404,
		"/badge/..%2f..%2fx.svg":                                 404,
		"/badge/latest.svg":                                      400,
		"/badge/latest.svg?name=nobody":                          404,
		"/badge/" + d[7:] + ".svg?lang=xx":                       400,
		"/api/v1/nothing":                                        404,
		"/api/v1/reports/" + d + "/":                             404,
	} {
		if r := s.get(path); r.code != want {
			t.Errorf("GET %.100s: %d, want %d\n%s", path, r.code, want, r.text)
		}
	}
	for _, method := range []string{http.MethodDelete, http.MethodPatch, http.MethodPut, "BREW"} {
		if r := s.do(method, "/api/v1/reports", nil); r.code != http.StatusMethodNotAllowed || !strings.Contains(r.header.Get("Allow"), "GET") {
			t.Errorf("%s: %d, Allow %q", method, r.code, r.header.Get("Allow"))
		}
	}
}

// A report in review, or refused, is nowhere.
func TestPrivate(t *testing.T) {
	o := siteOptions{}
	o.Policy.Review = true
	s := newSite(t, o)
	envelope := s.Envelope(t, 0)
	r := s.submit(envelope)
	receipt := decode[api.Receipt](t, r)
	d := receipt.Report.Digest
	if r.code != http.StatusAccepted || receipt.Report.State != "in-review" || receipt.Proof != "" {
		t.Fatalf("%d %s", r.code, r.text)
	}
	hidden := func() {
		t.Helper()
		for _, path := range []string{"", "/envelope", "/report", "/proof", "/evidence", "/entries", "/html", "/junit", "/messages", "/markdown", "/text"} {
			if r := s.get("/api/v1/reports/" + d + path); r.code != http.StatusNotFound {
				t.Errorf("%s: %d", path, r.code)
			}
		}
		for _, path := range []string{"/api/v1/reports", "/api/v1/matrix", "/api/v1/implementations", "/feed.atom", "/api/v1/implementations/history?name=Core+X0"} {
			if r := s.get(path); r.code != http.StatusOK || strings.Contains(r.text, "Core X0") {
				t.Errorf("%s shows it: %d %s", path, r.code, r.text)
			}
		}
		for path, want := range map[string]int{"/badge/" + d[7:] + ".svg": 404, "/badge/latest.svg?name=Core+X0": 404, "/api/v1/acts/" + d: 404,
			"/api/v1/diff?from=" + d + "&to=" + d: 404, "/api/v1/rules/riscv/div_by_zero": 404} {
			if r := s.get(path); r.code != want {
				t.Errorf("%s: %d", path, r.code)
			}
		}
		if r := s.do(http.MethodPut, "/api/v1/reports/"+d+"/evidence", []byte("x")); r.code != http.StatusNotFound {
			t.Errorf("evidence of it: %d", r.code)
		}
	}
	hidden()
	if r := s.act(act.Decision{Report: d, Answer: act.Refuse, Reason: "not yet"}, s.Reviewer); r.code != http.StatusCreated {
		t.Fatal(r.text)
	}
	hidden()
	if again := decode[api.Receipt](t, s.submit(envelope)); again.Report.State != "in-review" {
		t.Errorf("after a refusal: %+v", again.Report)
	}
	if r := s.act(act.Decision{Report: d, Answer: act.Accept}, s.Vendor); r.code != http.StatusForbidden || !r.has("role") {
		t.Errorf("a vendor accepts: %d %s", r.code, r.text)
	}
	if r := s.act(act.Decision{Report: d, Answer: act.Accept}, s.Reviewer); r.code != http.StatusCreated {
		t.Fatal(r.text)
	}
	if r := s.get("/api/v1/reports/" + d); r.code != http.StatusOK {
		t.Errorf("after it was accepted: %d", r.code)
	}
}

func TestBadges(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 3}})
	shield := func(n int) api.Shield {
		t.Helper()
		return decode[api.Shield](t, s.must(http.StatusOK, http.MethodGet, "/badge/"+s.Digests[n][7:]+".json", nil))
	}
	first := shield(0)
	// The strength of the claim stands beside the verdict.
	if !regexp.MustCompile(`^non-conforming, .*\d+ of \d+ .*, machine`).MatchString(first.Message) || first.Label != "RVI20U64" || first.IsError {
		t.Errorf("%+v", first)
	}
	if r := s.get("/badge/" + s.Digests[0][7:] + ".svg"); !strings.Contains(r.text, "non-conforming") || r.header.Get("Cross-Origin-Resource-Policy") != "cross-origin" || xml.Unmarshal([]byte(r.text), new(struct{})) != nil {
		t.Errorf("%v\n%s", r.header, r.text)
	}
	s.MustDo(t, act.Revocation{What: act.ThingReport, ID: s.Digests[0], Reason: "wrong core"}, s.Vendor)
	if now := shield(0); !strings.HasPrefix(now.Message, "REVOKED: ") || now.Color == first.Color || !now.IsError {
		t.Errorf("%+v", now)
	}
	if r := s.get("/badge/latest.svg?name=Core+X0"); r.code != http.StatusNotFound {
		t.Errorf("the badge of what was revoked: %d", r.code)
	}
}

// The feed has what RFC 4287 asks for, and markup in names stays words.
func TestFeed(t *testing.T) {
	s := newSite(t, siteOptions{})
	if r := s.get("/feed.atom"); !strings.Contains(r.text, "<updated>0001-01-01T00:00:00Z</updated>") {
		t.Errorf("an empty feed: %s", r.text)
	}
	report := registrytest.Report(0)
	report.Implementation.Name = `<script>alert("x")</script>&]]>`
	if err := report.Seal(); err != nil {
		t.Fatal(err)
	}
	s.MustSubmit(t, registrytest.Sign(t, report, s.Vendor))
	for n := range 3 {
		s.MustSubmit(t, s.Envelope(t, n+1))
	}
	type entry struct {
		ID        string                       `xml:"id"`
		Title     string                       `xml:"title"`
		Updated   time.Time                    `xml:"updated"`
		Published time.Time                    `xml:"published"`
		Author    []string                     `xml:"author>name"`
		Links     []struct{ Rel, Href string } `xml:"link"`
	}
	var feed struct {
		XMLName xml.Name  `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string    `xml:"id"`
		Title   string    `xml:"title"`
		Updated time.Time `xml:"updated"`
		Author  []string  `xml:"author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []entry `xml:"entry"`
	}
	r := s.must(http.StatusOK, http.MethodGet, "/feed.atom", nil)
	if err := xml.Unmarshal([]byte(r.text), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.ID == "" || feed.Title == "" || feed.Updated.IsZero() || len(feed.Author) != 1 || len(feed.Links) != 2 || feed.Links[0].Rel != "self" || len(feed.Entries) != 4 {
		t.Errorf("%+v", feed)
	}
	ids := map[string]bool{}
	for _, e := range feed.Entries {
		if u, err := url.Parse(e.ID); err != nil || !u.IsAbs() || ids[e.ID] || e.Title == "" || e.Updated.IsZero() || e.Published.IsZero() || len(e.Author) != 1 || e.Updated.After(feed.Updated) {
			t.Errorf("%+v", e)
		}
		ids[e.ID] = true
	}
	if strings.Contains(r.text, "<script") || !strings.Contains(feed.Entries[3].Title, "<script>") {
		t.Errorf("markup:\n%s", r.text)
	}
	if r := s.get("/feed.atom?name=Core+X1"); strings.Count(r.text, "<entry>") != 1 {
		t.Errorf("filtered: %s", r.text)
	}
}

// What becomes of reports, waivers and keys, and rulings, are entries of their own, of which the first is the newest.
func TestFeedOfActs(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 3}})
	const hostile = `<b>why & "how"</b>`
	again := registrytest.Report(1)
	again.Run.Started, again.Run.Finished = "2026-05-05T00:00:00Z", "2026-05-05T00:00:09Z"
	next := s.MustSubmit(t, registrytest.Sign(t, again, s.Vendor)).Report.Digest
	waived := s.MustDo(t, act.Waiver{Pack: "riscv", Rule: "mul_op", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}, s.Vendor).Digest
	challenge := s.MustDo(t, act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mul_op", Title: "It may trap", Text: "x"}, s.Laboratory).Subject
	fresh := registrytest.Key("fresh")
	s.MustDo(t, act.Register(fresh.Public(), "fresh", act.RoleVendor), s.Admin)
	var acts []string // the newest first
	for _, x := range []struct {
		act.Document
		key *attest.Key
	}{
		{act.Revocation{What: act.ThingReport, ID: s.Digests[0], Reason: hostile}, s.Vendor},
		{act.Supersession{Report: s.Digests[1], By: next, Reason: hostile}, s.Vendor},
		{act.Revocation{What: act.ThingWaiver, ID: waived, Reason: hostile}, s.Reviewer},
		{act.Ruling{Challenge: challenge, Outcome: act.Rejected, Text: hostile}, s.Reviewer},
		{act.Revocation{What: act.ThingKey, ID: fresh.ID(), Reason: hostile}, fresh},
	} {
		acts = append([]string{s.MustDo(t, x.Document, x.key).Digest}, acts...)
	}
	type entry struct {
		ID        string    `xml:"id"`
		Title     string    `xml:"title"`
		Summary   string    `xml:"summary"`
		Updated   time.Time `xml:"updated"`
		Published time.Time `xml:"published"`
		Author    string    `xml:"author>name"`
		Category  []struct {
			Term string `xml:"term,attr"`
		} `xml:"category"`
		Links []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
	}
	read := func(path string) (entries []entry) {
		t.Helper()
		var feed struct {
			Updated time.Time `xml:"updated"`
			Entries []entry   `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(s.must(http.StatusOK, http.MethodGet, path, nil).text), &feed); err != nil {
			t.Fatal(err)
		}
		ids := map[string]bool{}
		for _, e := range feed.Entries {
			if u, err := url.Parse(e.ID); err != nil || !u.IsAbs() || ids[e.ID] || e.Title == "" || e.Author == "" || e.Updated.IsZero() || e.Published.IsZero() || e.Updated.After(feed.Updated) || len(e.Category) == 0 {
				t.Errorf("%s: %+v", path, e)
			}
			ids[e.ID] = true
		}
		return feed.Entries
	}
	all := read("/feed.atom")
	if len(all) != 4+len(acts) {
		t.Fatalf("%d entries: %+v", len(all), all)
	}
	const site = "https://registry.example"
	for i, want := range []struct{ kind, title, author, page string }{
		{"revocation", "Revoked: a key of fresh", "fresh", "/keys"},
		{"ruling", "Ruling: rejected, It may trap", "reviewer", "/challenges/" + challenge},
		{"revocation", "Revoked: waiver of mul_op for i", "reviewer", "/waivers"},
		{"supersession", "Superseded: Core X1 r0p0: non-conforming to RVI20U64", "vendor", "/reports/" + s.Digests[1][7:]},
		{"revocation", "Revoked: Core X0 r0p0: non-conforming to RVI20U64", "vendor", "/reports/" + s.Digests[0][7:]},
	} {
		e := all[i]
		if e.Category[0].Term != want.kind || e.Title != want.title || e.Author != want.author || e.Links[0].Href != site+want.page || !strings.Contains(e.Summary, hostile) {
			t.Errorf("entry %d: %+v, want %+v", i, e, want)
		}
		// What it names is there.
		s.must(http.StatusOK, http.MethodGet, strings.TrimPrefix(e.ID, site), nil)
		if e.Links[1].Href != site+"/api/v1/acts/"+acts[i] {
			t.Errorf("entry %d is of %s, want %s", i, e.Links[1].Href, acts[i])
		}
		s.must(http.StatusOK, http.MethodGet, strings.TrimPrefix(e.Links[1].Href, site), nil)
	}
	if next := all[3].Summary; !strings.Contains(next, site+"/reports/") {
		t.Errorf("superseded by: %s", next)
	}
	if of := read("/feed.atom?name=Core+X0"); len(of) != 2 || of[0].Title != all[4].Title || !strings.HasPrefix(of[1].Title, "REVOKED: ") {
		t.Errorf("of one implementation: %+v", of)
	}
	// One that was superseded and revoked since.
	s.MustDo(t, act.Revocation{What: act.ThingReport, ID: s.Digests[1], Reason: "and wrong"}, s.Reviewer)
	if now := read("/feed.atom"); !strings.HasPrefix(now[0].Title, "Revoked: Core X1") || now[4].Title != all[3].Title || strings.Contains(now[4].Summary, "and wrong") {
		t.Errorf("revoked when it was superseded: %+v", now[:5])
	}
	// It stays as long as it was.
	for n := range 60 {
		s.MustSubmit(t, s.Envelope(t, 10+n))
	}
	if now := read("/feed.atom"); len(now) != 50 {
		t.Errorf("%d entries", len(now))
	}
}

// Pages of other origins may read, and nothing else.
func TestOtherOrigins(t *testing.T) {
	s := newSite(t, siteOptions{Options: registrytest.Options{Reports: 1}})
	if r := s.get("/api/v1/reports", "Origin", "https://elsewhere.example"); r.header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("%v", r.header)
	}
	r := s.do(http.MethodOptions, "/api/v1/reports", nil, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "POST")
	if m := r.header.Get("Access-Control-Allow-Methods"); r.code != http.StatusNoContent || m != "GET, HEAD" {
		t.Errorf("%d, methods %q", r.code, m)
	}
	envelope := s.Envelope(t, 5)
	for _, header := range [][]string{{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Origin", "https://elsewhere.example"}, {"Origin", "null"}} {
		r := s.do(http.MethodPost, "/api/v1/reports", envelope, header...)
		if r.code != http.StatusForbidden || r.header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%v: %d %v", header, r.code, r.header)
		}
	}
	if n := decode[api.About](t, s.get("/api/v1")).Reports["published"]; n != 1 {
		t.Errorf("%d reports", n)
	}
	// Programs send neither header.
	if r := s.submit(envelope); r.code != http.StatusCreated {
		t.Error(r.text)
	}
}
