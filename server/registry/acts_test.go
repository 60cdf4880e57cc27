package registry_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/reports/act"
	"touchstone/reports/attest"
	"touchstone/reports/tlog"
	"touchstone/server/registry"
	"touchstone/server/registry/registrytest"
	"touchstone/server/store"
)

func do(r *registrytest.Registry, t testing.TB, d act.Document, keys ...*attest.Key) (registry.Done, error) {
	t.Helper()
	return r.Do(t.Context(), r.Act(t, d, keys...))
}

// document reads what the log commits to.
func document(t testing.TB, r *registrytest.Registry, digest string) []byte {
	t.Helper()
	f, err := r.Document(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil || reports.Digest(text) != digest {
		t.Fatalf("document %s: %v", digest, err)
	}
	return text
}

func state(t testing.TB, r *registrytest.Registry, digest string) store.State {
	t.Helper()
	rep, err := r.Store.Report(t.Context(), digest)
	if err != nil {
		t.Fatal(err)
	}
	return rep.State
}

// register makes a key known.
func register(t testing.TB, r *registrytest.Registry, account string, roles ...store.Role) *attest.Key {
	t.Helper()
	key := registrytest.Key(account)
	if _, err := r.Register(t.Context(), key.Public(), account, roles, ""); err != nil {
		t.Fatal(err)
	}
	return key
}

func TestReview(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Policy: registry.Policy{Review: true}})
	envelope := r.Envelope(t, 1)
	receipt := r.MustSubmit(t, envelope)
	digest := receipt.Report.Digest
	if !receipt.New || receipt.Report.State != store.InReview || receipt.Proof != nil {
		t.Errorf("%+v", receipt)
	}
	if again := r.MustSubmit(t, envelope); again.New || again.Report.State != store.InReview {
		t.Errorf("%+v", again)
	}
	if _, err := r.Document(t.Context(), digest); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("before it is published: %v", err)
	}
	accept := act.Decision{Report: digest, Answer: act.Accept}
	_, err := do(r, t, accept, r.Vendor)
	refused(t, "by the vendor", err, registry.Role)
	_, err = do(r, t, accept, r.Stranger)
	refused(t, "by a stranger", err, registry.UnknownKey)
	judge := registrytest.Key("own judge")
	if _, err := r.Register(t.Context(), judge.Public(), "vendor", []store.Role{store.Reviewer}, ""); err != nil {
		t.Fatal(err)
	}
	_, err = do(r, t, accept, judge)
	refused(t, "by a reviewer of the vendor's", err, registry.Role)
	_, err = do(r, t, act.Decision{Report: reports.Digest(nil), Answer: act.Accept}, r.Reviewer)
	refused(t, "no such report", err, registry.NotFound)

	text := r.Act(t, accept, r.Reviewer)
	done, err := r.Do(t.Context(), text)
	if err != nil || !done.New || done.Subject != digest || done.State != "published" || done.LogIndex != 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	proven(t, r, done.Proof, envelope)
	again, err := r.Do(t.Context(), text)
	if err != nil || again.New || again.LogIndex != 0 || again.State != "published" {
		t.Errorf("%+v, %v", again, err)
	}
	_, err = do(r, t, accept, r.Reviewer)
	refused(t, "another decision", err, registry.Conflict)
	if again := r.MustSubmit(t, envelope); again.New || again.Report.DecidedBy != r.Reviewer.ID() {
		t.Errorf("%+v", again.Report)
	}

	second := r.MustSubmit(t, r.Envelope(t, 2)).Report.Digest
	done = r.MustDo(t, act.Decision{Report: second, Answer: act.Refuse, Reason: "the board is another"}, r.Reviewer)
	if done.State != "refused" || done.Proof != nil || state(t, r, second) != store.Refused {
		t.Errorf("%+v", done)
	}
	if again := r.MustSubmit(t, r.Envelope(t, 2)); !again.New || again.Report.State != store.InReview {
		t.Errorf("after the refusal: %+v", again.Report)
	}
	third := r.MustSubmit(t, r.Envelope(t, 3)).Report.Digest
	if done := r.MustDo(t, act.Revocation{What: act.ThingReport, ID: third, Reason: "too early"}, r.Vendor); done.State != "refused" || done.LogIndex != store.Unlogged {
		t.Errorf("%+v", done)
	}
	fourth := r.MustSubmit(t, r.Envelope(t, 4)).Report.Digest
	r.MustDo(t, act.Revocation{What: act.ThingKey, ID: r.Vendor.ID(), Reason: "lost"}, r.Admin)
	_, err = do(r, t, act.Decision{Report: fourth, Answer: act.Accept}, r.Reviewer)
	refused(t, "nobody's report", err, registry.RevokedKey)
}

func TestRevocation(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 3})
	rival := register(t, r, "rival", store.Vendor)
	revoke := func(digest string) act.Revocation {
		return act.Revocation{What: act.ThingReport, ID: digest, Reason: "erratum"}
	}
	_, err := do(r, t, revoke(r.Digests[0]), rival)
	refused(t, "a rival", err, registry.Role)
	_, err = do(r, t, revoke(r.Digests[0]), r.Laboratory, r.Stranger)
	refused(t, "a laboratory and a stranger", err, registry.Role, registry.UnknownKey)
	_, err = do(r, t, revoke(reports.Digest(nil)), r.Vendor)
	refused(t, "no such report", err, registry.NotFound)
	for i, key := range []*attest.Key{r.Vendor, r.Reviewer, r.Admin} {
		text := r.Act(t, revoke(r.Digests[i]), key)
		done, err := r.Do(t.Context(), text)
		if err != nil || done.State != "revoked" || done.LogIndex != int64(3+i) {
			t.Errorf("%+v, %v", done, err)
		}
		in := proven(t, r, done.Proof, text)
		if in.Entry.Kind != tlog.Revocation || in.Entry.Subject != r.Digests[i] {
			t.Errorf("%+v", in.Entry)
		}
		if got := document(t, r, done.Digest); string(got) != string(text) {
			t.Error("another document")
		}
	}
	_, err = do(r, t, revoke(r.Digests[0]), r.Vendor)
	refused(t, "twice", err, registry.Conflict)
}

func TestSupersession(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	again := registrytest.Report(1)
	again.Run.Started, again.Run.Finished = "2026-05-05T00:00:00Z", "2026-05-05T00:00:09Z"
	next := r.MustSubmit(t, registrytest.Sign(t, again, r.Vendor)).Report.Digest
	by := act.Supersession{Report: r.Digests[1], By: next}
	_, err := do(r, t, by, r.Laboratory)
	refused(t, "by a laboratory", err, registry.Role)
	_, err = do(r, t, by, r.Admin)
	refused(t, "by an admin", err, registry.Role)
	_, err = do(r, t, act.Supersession{Report: r.Digests[0], By: next}, r.Vendor)
	refused(t, "another implementation", err, registry.Conflict)
	foreign := r.MustSubmit(t, change(t, func(r *reports.Report) { r.Run.Jobs = 7 }, r.Laboratory)).Report.Digest
	_, err = do(r, t, act.Supersession{Report: r.Digests[1], By: foreign}, r.Vendor)
	refused(t, "by somebody else's", err, registry.Role)
	done := r.MustDo(t, by, r.Vendor)
	if done.State != "superseded" || done.Subject != r.Digests[1] || done.Proof == nil {
		t.Errorf("%+v", done)
	}
	if rep, err := r.Store.Report(t.Context(), r.Digests[1]); err != nil || rep.SupersededBy != next {
		t.Errorf("%+v, %v", rep, err)
	}
	_, err = do(r, t, act.Supersession{Report: next, By: r.Digests[1]}, r.Vendor)
	refused(t, "in a circle", err, registry.Conflict)
}

func TestWaivers(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	rep := registrytest.Report(1)
	day := func(days int) string { return time.Now().UTC().AddDate(0, 0, days).Format(time.DateOnly) }
	waive := func(change ...func(*act.Waiver)) act.Waiver {
		w := act.Waiver{Pack: "riscv", Rule: "div_by_zero", Vendor: rep.Implementation.Vendor, Implementation: rep.Implementation.Name, Owner: "core team", Reason: "erratum 12", Expires: day(30)}
		for _, c := range change {
			c(&w)
		}
		return w
	}
	for what, w := range map[string]struct {
		act.Waiver
		key  *attest.Key
		want registry.Code
	}{
		"yesterday":     {waive(func(w *act.Waiver) { w.Expires = day(-1) }), r.Vendor, registry.Expired},
		"by an admin":   {waive(), r.Admin, registry.Role},
		"by a stranger": {waive(), r.Stranger, registry.UnknownKey},
	} {
		_, err := do(r, t, w.Waiver, w.key)
		refused(t, what, err, w.want)
	}
	done := r.MustDo(t, waive(), r.Vendor)
	if in := proven(t, r, done.Proof, document(t, r, done.Digest)); in.Entry.Kind != tlog.Waiver {
		t.Errorf("%+v", in.Entry)
	}
	r.MustDo(t, waive(func(w *act.Waiver) { w.Expires = day(0) }), r.Reviewer) // until tonight
	r.MustDo(t, waive(func(w *act.Waiver) { w.Versions = []string{"another"} }), r.Vendor)
	r.MustDo(t, waive(func(w *act.Waiver) { w.Profile = "RVA23U64" }), r.Vendor)
	r.MustDo(t, waive(func(w *act.Waiver) { w.Implementation = "another" }), r.Vendor)
	r.MustDo(t, waive(func(w *act.Waiver) { w.Rule = "mul_op" }), r.Laboratory)
	list, err := r.Waivers(t.Context(), r.Digests[1])
	if err != nil || len(list) != 3 || list[0].Verdict != reports.Pass || list[2].Verdict != reports.Fail || list[2].Waiver.Digest != done.Digest {
		t.Errorf("%+v, %v", list, err)
	}
	if list, err := r.Waivers(t.Context(), r.Digests[0]); err != nil || len(list) != 0 {
		t.Errorf("of another implementation: %+v, %v", list, err)
	}
	rival := register(t, r, "rival", store.Vendor)
	back := act.Revocation{What: act.ThingWaiver, ID: done.Digest, Reason: "mended"}
	_, err = do(r, t, back, rival)
	refused(t, "a rival", err, registry.Role)
	if end := r.MustDo(t, back, r.Vendor); end.State != "withdrawn" || end.Proof == nil {
		t.Errorf("%+v", end)
	}
	if list, err := r.Waivers(t.Context(), r.Digests[1]); err != nil || len(list) != 2 {
		t.Errorf("after it was withdrawn: %+v, %v", list, err)
	}
	_, err = do(r, t, back, r.Vendor)
	refused(t, "twice", err, registry.Conflict)
}

func TestKeys(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{})
	fresh := registrytest.Key("fresh")
	registration := act.Register(fresh.Public(), "fresh", act.RoleVendor)
	_, err := do(r, t, registration, r.Vendor)
	refused(t, "by a vendor", err, registry.Role)
	_, err = do(r, t, registration, fresh)
	refused(t, "by itself", err, registry.UnknownKey)
	done := r.MustDo(t, registration, r.Admin)
	if done.Subject != fresh.ID() || done.State != "registered" || done.LogIndex != store.Unlogged {
		t.Errorf("%+v", done)
	}
	document(t, r, done.Digest)
	r.MustDo(t, registration, r.Admin) // the same again
	_, err = do(r, t, act.Register(fresh.Public(), "fresh", act.RoleAdmin), r.Admin)
	refused(t, "with another role", err, registry.Conflict)
	r.MustSubmit(t, change(t, func(*reports.Report) {}, fresh))

	lost := act.Revocation{What: act.ThingKey, ID: fresh.ID(), Reason: "lost"}
	_, err = do(r, t, lost, r.Vendor)
	refused(t, "somebody else's", err, registry.Role)
	end := r.MustDo(t, lost, fresh)
	if end.State != "revoked" || end.Proof == nil {
		t.Errorf("%+v", end)
	}
	in := proven(t, r, end.Proof, document(t, r, end.Digest))
	if in.Entry.Kind != tlog.Revocation || in.Entry.Subject != fresh.ID() || int64(in.Index) != end.LogIndex {
		t.Errorf("the log says %+v", in)
	}
	if of, err := r.Store.EntriesOf(t.Context(), fresh.ID()); err != nil || len(of) != 1 || of[0].Index != end.LogIndex {
		t.Errorf("%+v, %v", of, err)
	}
	_, err = do(r, t, registration, r.Admin)
	refused(t, "a revoked key", err, registry.Conflict)
	_, err = do(r, t, act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "x", Title: "t", Text: "x"}, fresh)
	if err != nil {
		t.Errorf("like a stranger: %v", err)
	}
	if _, err := r.Register(t.Context(), fresh.Public(), "fresh", []store.Role{store.Vendor}, ""); !errors.Is(err, store.ErrConflict) {
		t.Errorf("by the operator: %v", err)
	}
	if key, err := r.Register(t.Context(), r.Admin.Public(), "admin", []store.Role{store.Admin}, "again"); err != nil || key.Label != "of the test" {
		t.Errorf("%+v, %v", key, err)
	}
}

// packs are those that know one rule and one scenario of one pack.
type packs struct{}

func (packs) HasRule(pack, rule string) (has, known bool, err error) {
	return rule == "mulhsu_op", pack == "riscv", nil
}

func (packs) HasScenario(pack, scenario string) (has, known bool, err error) {
	return scenario == "riscv/m/new.feature:3", pack == "riscv", nil
}

// A challenge that names no report is of what its pack has, or reports here speak of.
func TestChallengesOfWhatThereIs(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 1, Change: func(o *registry.Options) { o.Packs = packs{} }})
	ran := ""
	for _, s := range registrytest.Report(0).Verdicts.Scenarios {
		if s.Verdict == reports.Pass {
			ran = s.ID
		}
	}
	for name, x := range map[string]struct {
		pack, rule, scenario string
		wrong                []string
	}{
		"the pack has both":             {"riscv", "mulhsu_op", "riscv/m/new.feature:3", nil},
		"reports here speak of both":    {"riscv", "x0eq0", ran, nil},
		"no such rule":                  {"riscv", "nosuchrule", "", []string{`pack riscv has no rule "nosuchrule"`}},
		"no such scenario":              {"riscv", "", "riscv/m/none.feature:1", []string{`pack riscv has no scenario "riscv/m/none.feature:1"`}},
		"neither":                       {"riscv", "a", "b", []string{`no rule "a"`, `no scenario "b"`}},
		"a pack that is not known here": {"other", "nosuchrule", "none", nil},
	} {
		c := act.Challenge{Target: act.TargetRule, Pack: x.pack, Rule: x.rule, Scenario: x.scenario, Title: "Read otherwise", Text: "…"}
		if x.rule == "" {
			c.Target = act.TargetScenario
		}
		_, signed := do(r, t, c, r.Vendor)
		_, raised := r.Raise(t.Context(), c, "form")
		for how, err := range map[string]error{"signed": signed, "raised": raised} {
			if len(x.wrong) == 0 && err != nil {
				t.Errorf("%s, %s: %v", name, how, err)
			}
			if len(x.wrong) > 0 {
				refused(t, name+", "+how, err, slices.Repeat([]registry.Code{registry.NotFound}, len(x.wrong))...)
			}
			for _, words := range x.wrong {
				if err == nil || !strings.Contains(err.Error(), words) {
					t.Errorf("%s, %s: %v; it should say %s", name, how, err, words)
				}
			}
		}
	}
}

// So are waivers, and what rulings withdraw.
func TestWaiversAndRulingsOfWhatThereIs(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 1, Change: func(o *registry.Options) { o.Packs = packs{} }})
	waiver := act.Waiver{Pack: "riscv", Rule: "nosuchrule", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}
	_, err := do(r, t, waiver, r.Reviewer)
	refused(t, "a waiver of no rule", err, registry.NotFound)
	for _, waiver.Rule = range []string{"mulhsu_op", "x0eq0"} { // the pack's, and a report's
		r.MustDo(t, waiver, r.Reviewer)
	}
	waiver.Pack, waiver.Rule = "other", "nosuchrule"
	r.MustDo(t, waiver, r.Reviewer)

	opened := r.MustDo(t, act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "x0eq0", Title: "Read otherwise", Text: "…"}, r.Vendor)
	ruling := act.Ruling{Challenge: opened.Subject, Outcome: act.Upheld, Text: "So it is.", Pack: "riscv", Withdraws: []string{"riscv/m/new.feature:3", "none"}}
	_, err = do(r, t, ruling, r.Reviewer)
	refused(t, "a ruling withdraws what there is not", err, registry.NotFound)
	if err == nil || !strings.Contains(err.Error(), `pack riscv has no scenario "none"`) {
		t.Error(err)
	}
	for n := range 100 {
		ruling.Withdraws = append(ruling.Withdraws, fmt.Sprintf("none:%d", n))
	}
	if _, err = do(r, t, ruling, r.Reviewer); err == nil || !strings.HasSuffix(err.Error(), "and there are more") || len(err.Error()) > 10_000 {
		t.Error(err)
	}
	ruling.Withdraws = ruling.Withdraws[:1]
	if done := r.MustDo(t, ruling, r.Reviewer); done.State != "ruled" {
		t.Errorf("%+v", done)
	}
}

func TestChallenges(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 2})
	ctx := t.Context()
	scenario := "riscv/m/m-st-ext.feature:163"
	if rep := registrytest.Report(1); !slices.ContainsFunc(rep.Verdicts.Scenarios, func(s reports.ScenarioVerdict) bool { return s.ID == scenario }) {
		scenario = rep.Verdicts.Scenarios[0].ID
	}
	x := act.Challenge{Target: act.TargetVerdict, Pack: "riscv", Rule: "div_by_zero", Scenario: scenario, Report: r.Digests[1], Title: "It may <trap>", Text: "Chapter 7"}
	with := func(change func(*act.Challenge)) act.Challenge {
		y := x
		change(&y)
		return y
	}
	for what, y := range map[string]act.Challenge{
		"no such report":   with(func(c *act.Challenge) { c.Report = reports.Digest(nil) }),
		"no such rule":     with(func(c *act.Challenge) { c.Rule = "none" }),
		"no such scenario": with(func(c *act.Challenge) { c.Scenario = "none" }),
	} {
		_, err := do(r, t, y, r.Vendor)
		refused(t, what, err, registry.NotFound)
		_, err = r.Raise(ctx, y, "form")
		refused(t, what, err, registry.NotFound)
	}
	_, err := do(r, t, with(func(c *act.Challenge) { c.Pack = "other" }), r.Vendor)
	refused(t, "another pack", err, registry.Conflict)
	_, err = r.Raise(ctx, act.Challenge{}, "form")
	refused(t, "an empty one", err, registry.Schema)

	raised, err := r.Raise(ctx, with(func(c *act.Challenge) { c.By = "Somebody" }), "form")
	if err != nil || raised.State != store.Raised || raised.Account != "" || len(raised.ID) != 16 {
		t.Fatalf("%+v, %v", raised, err)
	}
	admit := act.Decision{Challenge: raised.ID, Answer: act.Accept}
	_, err = do(r, t, admit, r.Admin)
	refused(t, "let in by an admin", err, registry.Role)
	if done := r.MustDo(t, admit, r.Reviewer); done.State != "open" || done.Subject != raised.ID {
		t.Errorf("%+v", done)
	}
	stranger := r.MustDo(t, x, r.Stranger)
	if stranger.State != "raised" {
		t.Errorf("%+v", stranger)
	}
	if _, err := r.Document(ctx, stranger.Digest); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a raised one is shown: %v", err)
	}
	if done := r.MustDo(t, act.Decision{Challenge: stranger.Subject, Answer: act.Refuse, Reason: "an advertisement"}, r.Reviewer); done.State != "dismissed" {
		t.Errorf("%+v", done)
	}

	opened := r.MustDo(t, x, r.Laboratory)
	if c, err := r.Store.Challenge(ctx, opened.Subject); err != nil || opened.State != "open" || c.Account != "laboratory" {
		t.Errorf("%+v, %v", c, err)
	}
	document(t, r, opened.Digest)
	_, err = do(r, t, act.Withdrawal{Challenge: opened.Subject}, r.Vendor)
	refused(t, "withdrawn by another", err, registry.Role)
	_, err = do(r, t, act.Withdrawal{Challenge: raised.ID}, r.Vendor)
	refused(t, "withdrawn, and nobody's", err, registry.Role)
	if done := r.MustDo(t, act.Withdrawal{Challenge: opened.Subject, Reason: "my fault"}, r.Laboratory); done.State != "withdrawn" {
		t.Errorf("%+v", done)
	}

	rule := act.Ruling{Challenge: raised.ID, Outcome: act.Upheld, Text: "The manual permits it.", Pack: "riscv", Withdraws: []string{scenario}}
	_, err = do(r, t, rule, r.Laboratory)
	refused(t, "ruled by a laboratory", err, registry.Role)
	own := registrytest.Key("own judge")
	if _, err := r.Register(ctx, own.Public(), "vendor", []store.Role{store.Reviewer}, ""); err != nil {
		t.Fatal(err)
	}
	_, err = do(r, t, rule, own)
	refused(t, "ruled by the report's vendor", err, registry.Role)
	_, err = do(r, t, act.Ruling{Challenge: raised.ID, Outcome: act.Upheld, Text: "x", Pack: "other", Withdraws: []string{"s"}}, r.Reviewer)
	refused(t, "of another pack", err, registry.Conflict)
	done := r.MustDo(t, rule, r.Reviewer)
	if done.State != "ruled" || done.Stale != 2 || done.Proof == nil {
		t.Errorf("%+v", done)
	}
	in := proven(t, r, done.Proof, document(t, r, done.Digest))
	if in.Entry.Kind != tlog.Ruling || in.Entry.Subject != raised.ID {
		t.Errorf("%+v", in.Entry)
	}
	if rep, err := r.Store.Report(ctx, r.Digests[1]); err != nil || rep.Stale != done.Digest {
		t.Errorf("stale by %q, %v", rep.Stale, err)
	}
	_, err = do(r, t, rule, r.Reviewer)
	refused(t, "ruled twice", err, registry.Conflict)
}

type queue struct {
	mu   sync.Mutex
	runs map[string]registry.RunRequest
	err  error
}

func (q *queue) Enqueue(_ context.Context, r registry.RunRequest) (string, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.runs[r.Act] = r
	return "run-1", q.err
}

func TestRuns(t *testing.T) {
	run := act.Run{Implementation: "embedded", Effort: "quick"}
	_, err := do(registrytest.New(t, registrytest.Options{}), t, run, registrytest.Key("vendor"))
	refused(t, "where nothing is run", err, registry.Unavailable)

	q := &queue{runs: map[string]registry.RunRequest{}}
	r := registrytest.New(t, registrytest.Options{Change: func(o *registry.Options) { o.Enqueuer = q }})
	_, err = do(r, t, run, r.Reviewer)
	refused(t, "by a reviewer", err, registry.Role)
	text := r.Act(t, run, r.Vendor)
	for i := range 2 {
		done, err := r.Do(t.Context(), text)
		if err != nil || done.Subject != "run-1" || done.State != "queued" || done.New != (i == 0) {
			t.Errorf("%+v, %v", done, err)
		}
	}
	for _, got := range q.runs {
		if got.Account != "vendor" || got.By != r.Vendor.ID() || got.Run.Effort != "quick" {
			t.Errorf("%+v", got)
		}
	}
	if len(q.runs) != 1 {
		t.Errorf("%d runs", len(q.runs))
	}
	q.err = &registry.Refusal{Reasons: []registry.Reason{{Code: registry.NotFound, Words: "no such implementation"}}}
	_, err = do(r, t, run, r.Vendor)
	refused(t, "by the queue", err, registry.NotFound)
}

func TestActsRefused(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 1})
	good := act.Revocation{What: act.ThingReport, ID: r.Digests[0], Reason: "x"}
	sign := func(h act.Header) []byte {
		text, err := act.Sign(h, good, r.Vendor)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	header := func(change func(*act.Header)) act.Header {
		h := act.New(registrytest.Name)
		change(&h)
		return h
	}
	text := r.Act(t, good, r.Vendor)
	for _, test := range []struct {
		what string
		text []byte
		want registry.Code
	}{
		{"nothing", nil, registry.Malformed},
		{"too large", make([]byte, 2<<20), registry.TooLarge},
		{"half", text[:len(text)/2], registry.Malformed},
		{"a report", r.Envelope(t, 1), registry.Malformed},
		{"a later version", statement(t, "https://touchstone.dev/waiver/v2", map[string]any{"x": 1}), registry.FutureVersion},
		{"a later kind", statement(t, "https://touchstone.dev/greeting/v1", map[string]any{"x": 1}), registry.FutureVersion},
		{"not what the schema says", statement(t, "https://touchstone.dev/waiver/v1", map[string]any{"x": 1}), registry.Schema},
		{"for another registry", sign(header(func(h *act.Header) { h.Registry = "other.example" })), registry.Replay},
		{"from the future", sign(header(func(h *act.Header) { h.At = h.At.Add(time.Hour) })), registry.Stale},
		{"from the day before yesterday", sign(header(func(h *act.Header) { h.At = h.At.Add(-48 * time.Hour) })), registry.Stale},
		{"a changed signature", []byte(strings.Replace(string(text), `"sig":"`, `"sig":"AAAA`, 1)), registry.Signature},
	} {
		_, err := r.Do(t.Context(), test.text)
		refused(t, test.what, err, test.want)
	}
	// What nests deep is not handed to what would follow it down.
	deep := statement(t, "https://touchstone.dev/waiver/v1", json.RawMessage(strings.Repeat(`{"a":`, 1000)+"1"+strings.Repeat("}", 1000)))
	if _, err := r.Do(t.Context(), deep); err == nil || !strings.Contains(err.Error(), "nests more than") {
		t.Errorf("nested deep: %v", err)
	} else {
		refused(t, "nested deep", err, registry.Schema)
	}
	if state(t, r, r.Digests[0]) != store.Published {
		t.Error("something was done")
	}
	waiver := act.Waiver{Rule: "x", Pack: "riscv", Implementation: "i", Owner: "o", Reason: "r", Expires: "2100-01-01"}
	h := header(func(h *act.Header) { h.At = h.At.Add(-48 * time.Hour) })
	old, err := act.Sign(h, waiver, r.Vendor)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Do(t.Context(), old); err != nil {
		t.Errorf("a waiver from the day before yesterday: %v", err)
	}
}

// The same act at once, and with a signature more or less, is done once.
func TestActOnce(t *testing.T) {
	r := registrytest.New(t, registrytest.Options{Reports: 1})
	x := act.Challenge{Target: act.TargetRule, Pack: "riscv", Rule: "mul_op", Title: "t", Text: "x"}
	one := r.Act(t, x, r.Vendor)
	two, err := act.Countersign(one, r.Laboratory)
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	fresh, subjects := 0, map[string]bool{}
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() {
			done, err := r.Do(t.Context(), [][]byte{one, two}[i%2])
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			subjects[done.Subject] = true
			if done.New {
				fresh++
			}
		})
	}
	all.Wait()
	if fresh != 1 || len(subjects) != 1 {
		t.Errorf("done %d times: %v", fresh, subjects)
	}
	list, err := r.Store.Challenges(t.Context(), store.ChallengeFilter{}, store.Page{})
	if err != nil || len(list.Items) != 1 {
		t.Errorf("%v, %v", list.Items, err)
	}
}
