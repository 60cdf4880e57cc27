package web_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
	"touchstone/server/web"
	"touchstone/specs"
)

// fixture is a registry in which everything has happened once, and its site.
type fixture struct {
	*registrytest.Registry
	site    *web.Site
	handler http.Handler
	runs    *runs
	packs   []*specs.Pack // nil: those inside

	published, superseded, successor, revoked, stale, countersigned string // digests of reports
	open, ruled, raised, dismissed, withdrawn                       string // IDs of challenges
	ruling                                                          string // digest
}

// siteURL is where the fixture's site says that it is.
const siteURL = "https://registry.example"

// newFixture makes a site over a registry with some sample reports.
func newFixture(t testing.TB, n int) *fixture {
	t.Helper()
	f := &fixture{Registry: registrytest.New(t, registrytest.Options{Reports: max(n, 12)}), runs: newRuns()}
	f.serve(t)
	return f
}

func (f *fixture) serve(t testing.TB) {
	t.Helper()
	gin.SetMode(gin.ReleaseMode)
	var err error
	o := web.Options{Registry: f.Registry.Registry, URL: siteURL, Packs: f.packs}
	if f.runs != nil {
		o.Runs = f.runs
	}
	if f.site, err = web.New(o); err != nil {
		t.Fatal(err)
	}
	e := gin.New()
	e.HandleMethodNotAllowed = true
	f.site.Register(e)
	e.NoRoute(func(c *gin.Context) { f.site.Problem(c, http.StatusNotFound) })
	e.NoMethod(func(c *gin.Context) { f.site.Problem(c, http.StatusMethodNotAllowed) })
	f.handler = http.NewCrossOriginProtection().Handler(e)
}

// lived makes a fixture in which reports were superseded, revoked, waived and disputed.
func lived(t testing.TB) *fixture {
	t.Helper()
	f := newFixture(t, 12)
	digest := func(r *reports.Report) string {
		return f.MustSubmit(t, registrytest.Sign(t, r, f.Vendor)).Report.Digest
	}
	f.published, f.revoked = f.Digests[0], f.Digests[1]
	newer := registrytest.Report(3)
	newer.Run.Started, newer.Run.Finished = "2026-05-01T00:00:00Z", "2026-05-01T00:01:00Z"
	newer.Implementation.Digest = reports.Digest([]byte("another build"))
	seal(t, newer)
	f.superseded, f.successor = f.Digests[3], digest(newer)
	f.MustDo(t, act.Supersession{Report: f.superseded, By: f.successor, Reason: "The wrong firmware was on the board."}, f.Vendor)
	f.MustDo(t, act.Revocation{What: act.ThingReport, ID: f.revoked, Reason: "The run was not on this core."}, f.Vendor)
	f.MustDo(t, act.Waiver{Pack: "riscv", Rule: "mulhsu_op", Vendor: "Example Silicon", Implementation: registrytest.Report(0).Implementation.Name,
		Owner: "core team", Reason: "Erratum 17; mended in r1p0.", Expires: time.Now().AddDate(0, 3, 0).Format(time.DateOnly)}, f.Vendor)

	both := registrytest.Report(40)
	f.countersigned = f.MustSubmit(t, registrytest.Sign(t, both, f.Vendor, f.Laboratory, f.Stranger)).Report.Digest

	challenge := act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mulhsu_op", Title: "MULHSU of a negative number", Text: "Clause 3 says otherwise.\n\nSee the note below the table."}
	raise := func(x act.Challenge) string {
		c, err := f.Raise(t.Context(), x, "form")
		if err != nil {
			t.Fatal(err)
		}
		return c.ID
	}
	f.raised = raise(challenge)
	challenge.Title = "This is spam"
	f.dismissed = raise(challenge)
	f.MustDo(t, act.Decision{Challenge: f.dismissed, Answer: act.Refuse, Reason: "Spam."}, f.Reviewer)
	challenge.Title, challenge.Target, challenge.Report = "The verdict on mulhsu_op is wrong", act.TargetVerdict, f.published
	f.open = f.MustDo(t, challenge, f.Laboratory).Subject
	challenge.Title = "Withdrawn in the end"
	f.withdrawn = f.MustDo(t, challenge, f.Laboratory).Subject
	f.MustDo(t, act.Withdrawal{Challenge: f.withdrawn, Reason: "It was our mistake."}, f.Laboratory)

	f.stale = f.Digests[6]
	ran := ""
	for _, s := range registrytest.Report(6).Verdicts.Scenarios {
		if s.Verdict == reports.Pass || s.Verdict == reports.Fail {
			ran = s.ID
		}
	}
	f.ruled = f.MustDo(t, act.Challenge{Target: act.TargetScenario, Pack: "riscv", Scenario: ran, Title: "It tests what the standard leaves open",
		Text: "The order is not specified."}, f.Laboratory).Subject
	f.ruling = f.MustDo(t, act.Ruling{Challenge: f.ruled, Outcome: act.Upheld, Text: "The clause leaves the order open, so the scenario goes.",
		Pack: "riscv", Withdraws: []string{ran}}, f.Reviewer).Digest
	return f
}

func seal(t testing.TB, r *reports.Report) {
	t.Helper()
	if err := r.Seal(); err != nil {
		t.Fatal(err)
	}
}

// get asks for a page.
func (f *fixture) get(target string, headers ...string) *httptest.ResponseRecorder {
	return f.do(http.MethodGet, target, nil, headers...)
}

func (f *fixture) do(method, target string, body io.Reader, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, body)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	f.handler.ServeHTTP(w, r)
	return w
}

// pages are all pages of the fixture that lived, by name.
func (f *fixture) pages() map[string]string {
	d := func(digest string) string { return strings.TrimPrefix(digest, "sha256:") }
	x := registrytest.Report(0).Implementation
	return map[string]string{
		"matrix": "/", "filtered": "/?q=core&profile=RVI20U64&verdict=non-conforming&pack=riscv", "nothing": "/?q=zzz",
		"reports": "/reports", "reports-revoked": "/reports?state=revoked&order=finished", "stale-ones": "/reports?stale=1",
		"report": "/reports/" + d(f.published), "revoked": "/reports/" + d(f.revoked), "superseded": "/reports/" + d(f.superseded),
		"stale": "/reports/" + d(f.stale), "countersigned": "/reports/" + d(f.countersigned), "successor": "/reports/" + d(f.successor),
		"products": "/implementations", "implementation": "/implementations/" + url.PathEscape(x.Vendor) + "/" + url.PathEscape(x.Name),
		"diff": "/diff/" + d(f.Digests[0]) + "/" + d(f.Digests[2]), "same": "/diff/" + d(f.published) + "/" + d(f.published),
		"packs": "/rules", "pack": "/rules/riscv", "extension": "/rules/riscv?extension=M", "rules-found": "/rules/riscv?q=divide&kind=requirement",
		"rule": "/rules/riscv/mulhsu_op", "rule-unread": "/rules/riscv/vadd_op", "rule-readings": "/rules/riscv/sc_retire_permission",
		"waivers": "/waivers", "waivers-open": "/waivers?open=1&rule=mulhsu_op", "challenges": "/challenges", "challenges-ruled": "/challenges?state=ruled",
		"challenge": "/challenges/" + f.open, "ruled": "/challenges/" + f.ruled, "raised": "/challenges/" + f.raised,
		"dismissed": "/challenges/" + f.dismissed, "withdrawn": "/challenges/" + f.withdrawn,
		"form": "/challenges/new?rule=mulhsu_op&report=" + d(f.published), "rulings": "/rulings", "keys": "/keys", "keys-admin": "/keys?role=admin",
		"log": "/log", "log-older": "/log?before=5", "about": "/about", "runs": "/runs", "run": "/runs/r1", "run-done": "/runs/r2", "run-failed": "/runs/r3",
	}
}

// problems are addresses that end in a page of an error.
func (f *fixture) problems() map[string]int {
	return map[string]int{
		"/nowhere": 404, "/reports/0123456789ab": 404, "/reports/" + strings.Repeat("0", 64): 404, "/reports/x": 404,
		"/reports/" + strings.TrimPrefix(f.published, "sha256:") + "/etc.passwd": 404, "/implementations/a/b/c": 404, "/implementations/nobody/nothing": 404,
		"/rules/none": 404, "/rules/riscv/none": 404, "/rules/none/none": 404, "/challenges/none": 404, "/runs/none": 404, "/?after=x": 400,
		"/reports?after=e30": 400, "/?q=" + strings.Repeat("x", 600): 400, "/diff?a=1": 400, "/diff/a/b": 404, "/assets/x.css": 404,
		"/rules/riscv/..%2f..%2fetc%2fpasswd": 404, "/rules/%ff/%00": 404, "/implementations/%00/%ff": 404,
	}
}

// runs is a few runs for tests.
type runs struct {
	mu    sync.Mutex
	all   map[string]web.Run
	steps chan web.Run
}

func (r *runs) get(id string) web.Run {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.all[id]
}

func (r *runs) set(x web.Run) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.all[x.ID] = x
}

func newRuns() *runs {
	at := time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)
	return &runs{steps: make(chan web.Run), all: map[string]web.Run{
		"r1": {ID: "r1", Implementation: "core-x1", Profile: "RVI20U64", Effort: "quick", Account: "vendor", State: web.RunRunning, Asked: at, Started: at,
			Done: 12_345, Total: 44_000, Shards: []web.Shard{{Name: "1/2", State: web.RunRunning, Worker: "lab-3", Attempt: 2, Done: 4_000, Total: 22_000},
				{Name: "2/2", State: web.RunWaiting, Total: 22_000}}},
		"r2": {ID: "r2", Implementation: "core-x1", Profile: "RVI20U64", Account: "vendor", State: web.RunDone, Asked: at, Done: 10, Total: 10,
			Report: "sha256:" + strings.Repeat("a", 64)},
		"r3": {ID: "r3", Implementation: "core-x1", Profile: "RVI20U64", Account: "vendor", State: web.RunFailed, Asked: at, Problem: "It never started."},
	}}
}

func (r *runs) List(context.Context, store.Page) (store.List[web.Run], error) {
	return store.List[web.Run]{Items: []web.Run{r.get("r1"), r.get("r2"), r.get("r3")}}, nil
}

func (r *runs) Get(_ context.Context, id string) (web.Run, error) {
	x := r.get(id)
	if x.ID == "" {
		return x, fmt.Errorf("run %s: %w", id, store.ErrNotFound)
	}
	return x, nil
}

func (r *runs) Watch(context.Context, string) (<-chan web.Run, error) { return r.steps, nil }
