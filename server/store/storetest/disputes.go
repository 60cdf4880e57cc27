package storetest

import (
	"slices"
	"testing"
	"time"

	"touchstone/server/store"
)

func waiver(n int, change ...func(*store.Waiver)) store.Waiver {
	w := store.Waiver{Digest: Digest("waiver %d", n), Pack: "riscv", Profile: "RVA23U64", Rule: "r1", Vendor: "Acme", Name: "core", Versions: []string{"1.0", "1.1"},
		Owner: "somebody", Reason: "erratum 7", Expires: Day().AddDate(0, n, 0), Added: Day(), AddedBy: Digest("key"), LogIndex: store.Unlogged}
	for _, c := range change {
		c(&w)
	}
	return w
}

func testWaivers(t *testing.T, s store.Store) {
	ctx := t.Context()
	ws := []store.Waiver{
		waiver(1),
		waiver(2, func(w *store.Waiver) { w.Profile, w.Versions = "", nil }),
		waiver(3, func(w *store.Waiver) { w.Rule = "r2"; w.Profile = "RVA20U64" }),
		waiver(4, func(w *store.Waiver) { w.Name = "another" }),
	}
	addWaiver := func(w store.Waiver) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.AddWaiver(ctx, w, *entry(store.KindWaiver, w.Digest)) })
	}
	for _, w := range ws {
		if err := addWaiver(w); err != nil {
			t.Fatal(err)
		}
	}
	fails(t, "the same waiver", addWaiver(ws[0]), store.ErrExists)
	wants(t, "a waiver", must[store.Waiver](t)(s.Waiver(ctx, ws[0].Digest)), ws[0])
	logAll(t, s)
	for i := range ws {
		ws[i].LogIndex = int64(i)
	}
	wants(t, "logged", must[store.Waiver](t)(s.Waiver(ctx, ws[1].Digest)), ws[1])
	_, err := s.Waiver(ctx, Digest("none"))
	fails(t, "no waiver", err, store.ErrNotFound)

	withdraw := func(digest string) error {
		return s.Update(ctx, func(tx store.Tx) error {
			return tx.WithdrawWaiver(ctx, store.Revocation{ID: digest, At: Day().Add(time.Hour), By: "somebody", Reason: "corrected"}, *entry(store.KindRevocation, digest))
		})
	}
	if err := withdraw(ws[3].Digest); err != nil {
		t.Fatal(err)
	}
	fails(t, "withdrawn twice", withdraw(ws[3].Digest), store.ErrConflict)
	fails(t, "no waiver", withdraw(Digest("none")), store.ErrNotFound)
	ws[3].Withdrawn, ws[3].WithdrawnBy, ws[3].WithdrawnReason = Day().Add(time.Hour), "somebody", "corrected"
	if left := must[[]store.Entry](t)(s.Unlogged(ctx, 9)); len(left) != 1 || left[0].Kind != store.KindRevocation || left[0].Subject != ws[3].Digest {
		t.Errorf("to be logged: %+v", left)
	}

	for _, test := range []struct {
		what   string
		filter store.WaiverFilter
		want   []store.Waiver
	}{
		{"all", store.WaiverFilter{}, []store.Waiver{ws[3], ws[2], ws[1], ws[0]}},
		{"name", store.WaiverFilter{Vendor: "Acme", Name: "core"}, []store.Waiver{ws[2], ws[1], ws[0]}},
		{"rule", store.WaiverFilter{Pack: "riscv", Rule: "r2"}, []store.Waiver{ws[2]}},
		{"profile, or every", store.WaiverFilter{Profile: "RVA23U64", Name: "core"}, []store.Waiver{ws[1], ws[0]}},
		{"open", store.WaiverFilter{OpenAt: Day()}, []store.Waiver{ws[2], ws[1], ws[0]}},
		{"open at the moment of expiry", store.WaiverFilter{OpenAt: ws[1].Expires}, []store.Waiver{ws[2]}},
		{"none", store.WaiverFilter{Vendor: "None"}, nil},
	} {
		wants(t, test.what, all(t, 2, func(p store.Page) (store.List[store.Waiver], error) { return s.Waivers(ctx, test.filter, p) }), test.want)
		for _, w := range test.want {
			if at := test.filter.OpenAt; !at.IsZero() && !w.OpenAt(at) {
				t.Errorf("%s: %s is not open", test.what, w.Digest)
			}
		}
	}
}

func challenge(id string, state store.ChallengeState, change ...func(*store.Challenge)) store.Challenge {
	c := store.Challenge{ID: id, Target: store.TargetScenario, Pack: "riscv", Rule: "r1", Scenario: "s1", Report: Digest("report 1"), Title: "It tests too much",
		Text: "The manual says <may>.", Evidence: []string{Digest("evidence")}, By: "Anybody", Raised: Day(), State: state}
	for _, f := range change {
		f(&c)
	}
	return c
}

func ruling(id string, change ...func(*store.Ruling)) store.Ruling {
	r := store.Ruling{Digest: Digest("ruling %s", id), Challenge: id, Outcome: store.Upheld, Text: "The manual permits it.", By: "reviewer", At: Day().Add(time.Hour), LogIndex: store.Unlogged}
	for _, f := range change {
		f(&r)
	}
	return r
}

func rule(t testing.TB, s store.Store, r store.Ruling) (stale int, err error) {
	err = s.Update(t.Context(), func(tx store.Tx) (err error) {
		stale, err = tx.AddRuling(t.Context(), r, *entry(store.KindRuling, r.Digest))
		return err
	})
	return stale, err
}

func testChallengeLife(t *testing.T, s store.Store) {
	ctx := t.Context()
	legal := map[store.ChallengeState][]store.ChallengeState{ // the package's table
		store.Raised: {store.Open, store.Dismissed},
		store.Open:   {store.Withdrawn, store.Ruled},
	}
	path := map[store.ChallengeState][]store.ChallengeState{
		store.Open: {store.Open}, store.Dismissed: {store.Dismissed}, store.Withdrawn: {store.Open, store.Withdrawn}, store.Ruled: {store.Open, store.Ruled},
	}
	go1 := func(id string, to store.ChallengeState) error {
		if to == store.Ruled {
			_, err := rule(t, s, ruling(id))
			return err
		}
		return s.Update(ctx, func(tx store.Tx) error {
			return tx.MoveChallenge(ctx, store.ChallengeMove{ID: id, To: to, At: Day().Add(time.Hour), By: "reviewer", Reason: "because"})
		})
	}
	for _, from := range store.ChallengeStates() {
		for _, to := range store.ChallengeStates() {
			id := string(from + "-" + to)
			update(t, s, func(tx store.Tx) error { return tx.AddChallenge(ctx, challenge(id, store.Raised)) })
			for _, next := range path[from] {
				if err := go1(id, next); err != nil {
					t.Fatal(id, err)
				}
			}
			before := must[store.Challenge](t)(s.Challenge(ctx, id))
			err := go1(id, to)
			after := must[store.Challenge](t)(s.Challenge(ctx, id))
			if !slices.Contains(legal[from], to) {
				fails(t, id, err, store.ErrConflict)
				wants(t, id, after, before)
				continue
			}
			if err != nil || after.State != to || after.DecidedBy != "reviewer" {
				t.Errorf("%s: %+v, %v", id, after, err)
			}
			if to == store.Ruled && after.Ruling != ruling(id).Digest {
				t.Errorf("%s: ruled by %q", id, after.Ruling)
			}
		}
	}
	fails(t, "ruled without a ruling", s.Update(ctx, func(tx store.Tx) error {
		return tx.MoveChallenge(ctx, store.ChallengeMove{ID: "open-open", To: store.Ruled, At: Day(), By: "reviewer"})
	}), store.ErrConflict)
	fails(t, "no challenge", go1("none", store.Open), store.ErrNotFound)
	fails(t, "no challenge", go1("none", store.Ruled), store.ErrNotFound)
	fails(t, "the same again", s.Update(ctx, func(tx store.Tx) error { return tx.AddChallenge(ctx, challenge("open-open", store.Raised)) }), store.ErrExists)
}

func testChallenges(t *testing.T, s store.Store) {
	ctx := t.Context()
	cs := []store.Challenge{
		challenge("a", store.Raised),
		challenge("b", store.Open, func(c *store.Challenge) { c.Account, c.Rule = "acme", "r2" }),
		challenge("c", store.Open, func(c *store.Challenge) { c.Target, c.Report, c.Scenario, c.Evidence = store.TargetRule, "", "", nil }),
	}
	for _, c := range cs {
		update(t, s, func(tx store.Tx) error { return tx.AddChallenge(ctx, c) })
	}
	wants(t, "a challenge", must[store.Challenge](t)(s.Challenge(ctx, "a")), cs[0])
	for _, test := range []struct {
		what   string
		filter store.ChallengeFilter
		want   []store.Challenge
	}{
		{"all", store.ChallengeFilter{}, []store.Challenge{cs[2], cs[1], cs[0]}},
		{"open", store.ChallengeFilter{States: []store.ChallengeState{store.Open, store.Ruled}}, []store.Challenge{cs[2], cs[1]}},
		{"rule", store.ChallengeFilter{Pack: "riscv", Rule: "r2"}, []store.Challenge{cs[1]}},
		{"scenario", store.ChallengeFilter{Scenario: "s1"}, []store.Challenge{cs[1], cs[0]}},
		{"report", store.ChallengeFilter{Report: Digest("report 1")}, []store.Challenge{cs[1], cs[0]}},
		{"account", store.ChallengeFilter{Account: "acme"}, []store.Challenge{cs[1]}},
		{"none", store.ChallengeFilter{Account: "none"}, nil},
	} {
		wants(t, test.what, all(t, 1, func(p store.Page) (store.List[store.Challenge], error) { return s.Challenges(ctx, test.filter, p) }), test.want)
	}
}

func testRulings(t *testing.T, s store.Store) {
	ctx := t.Context()
	old := func(s *store.Submission) { s.Suite.Features = Digest("old features") }
	publish(t, s, Submission(1), Submission(2, func(s *store.Submission) { s.Ran = []string{"s2"} }), Submission(3, old),
		Submission(4, func(s *store.Submission) { s.Suite.Pack = "other" }))
	for _, id := range []string{"a", "b", "c", "d"} {
		update(t, s, func(tx store.Tx) error { return tx.AddChallenge(ctx, challenge(id, store.Open)) })
	}
	stale := func() (out []int) {
		for _, r := range all(t, 3, func(p store.Page) (store.List[store.Report], error) {
			return s.Reports(ctx, store.ReportFilter{Stale: true}, p)
		}) {
			out = append(out, int(r.Submitted.Sub(Day())/time.Hour))
		}
		return out
	}
	one := ruling("a", func(r *store.Ruling) { r.Outcome = store.Rejected })
	if n, err := rule(t, s, one); n != 0 || err != nil {
		t.Fatal(n, err)
	}
	wants(t, "a ruling that withdraws nothing", stale(), nil)

	two := ruling("b", func(r *store.Ruling) {
		r.Pack, r.Withdraws, r.Suites = "riscv", []string{"s1", "never written"}, []string{Digest("old features")}
	})
	if n, err := rule(t, s, two); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	wants(t, "withdrawn from one suite", stale(), []int{3})
	three := ruling("c", func(r *store.Ruling) { r.Pack, r.Withdraws = "riscv", []string{"s1"} })
	if n, err := rule(t, s, three); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	wants(t, "withdrawn from all", stale(), []int{3, 1})
	if got := must[store.Report](t)(s.Report(ctx, Digest("report 1"))); got.Stale != three.Digest || got.State != store.Published {
		t.Errorf("stale by %q, and %s", got.Stale, got.State)
	}
	if got := must[store.Report](t)(s.Report(ctx, Digest("report 3"))); got.Stale != two.Digest {
		t.Errorf("stale by %q", got.Stale)
	}
	publish(t, s, Submission(5), Submission(6, func(s *store.Submission) { s.Ran = []string{"s3"} }))
	wants(t, "one that comes later", stale(), []int{5, 3, 1})

	logAll(t, s)
	one.LogIndex, two.LogIndex, three.LogIndex = 4, 5, 6
	wants(t, "a ruling", must[store.Ruling](t)(s.Ruling(ctx, two.Digest)), two)
	wants(t, "rulings", all(t, 2, func(p store.Page) (store.List[store.Ruling], error) { return s.Rulings(ctx, "", p) }), []store.Ruling{three, two, one})
	wants(t, "rulings on a pack", all(t, 2, func(p store.Page) (store.List[store.Ruling], error) { return s.Rulings(ctx, "riscv", p) }), []store.Ruling{three, two})
	_, err := s.Ruling(ctx, Digest("none"))
	fails(t, "no ruling", err, store.ErrNotFound)
	again := one
	again.Challenge = "d"
	_, err = rule(t, s, again)
	fails(t, "the same ruling for another challenge", err, store.ErrExists)
	if got := must[store.Challenge](t)(s.Challenge(ctx, "d")); got.State != store.Open {
		t.Errorf("what failed left the challenge %s", got.State)
	}
}
