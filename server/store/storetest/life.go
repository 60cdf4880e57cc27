package storetest

import (
	"slices"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/server/store"
)

func testRoundTrip(t *testing.T, s store.Store) {
	sub := Submission(1, func(s *store.Submission) {
		s.Environments = []string{"machine", "linux"}
		s.Signers = append(s.Signers, store.Signer{Key: Digest("laboratory's")})
		s.Implementation = store.Implementation{Vendor: "紫光 <b>", Name: `"quoted" 'name' \ % _`, Version: ""}
		s.Finished = s.Finished.Add(123456 * time.Microsecond)
	})
	add(t, s, sub)
	got := must[store.Report](t)(s.Report(t.Context(), sub.Digest))
	want := sub.Report
	want.LogIndex = store.Unlogged
	wants(t, "the report", got, want)
}

func testOnce(t *testing.T, s store.Store) {
	sub := Submission(1)
	add(t, s, sub)
	again := func(tx store.Tx) error { return tx.AddReport(t.Context(), sub) }
	fails(t, "the same digest again", s.Update(t.Context(), again), store.ErrExists)
	fails(t, "the same digest twice in one update", s.Update(t.Context(), func(tx store.Tx) error {
		if err := tx.AddReport(t.Context(), Submission(2)); err != nil {
			t.Error(err)
		}
		return tx.AddReport(t.Context(), Submission(2))
	}), store.ErrExists)

	// After a refusal it may come again, as new.
	move(t, s, sub.Digest, store.Refused)
	later := Submission(1, func(s *store.Submission) { s.Submitted = s.Submitted.Add(time.Hour); s.Account = "laboratory" })
	add(t, s, later)
	got := must[store.Report](t)(s.Report(t.Context(), sub.Digest))
	want := later.Report
	want.LogIndex = store.Unlogged
	wants(t, "after the refusal", got, want)
	move(t, s, sub.Digest, store.Refused)
	publish(t, s, later)
	if got := must[store.Report](t)(s.Report(t.Context(), sub.Digest)); got.State != store.Published {
		t.Errorf("submitted again and taken at once, it is %s", got.State)
	}
	fails(t, "a published one again", s.Update(t.Context(), again), store.ErrExists)
}

func testPrefixed(t *testing.T, s store.Store) {
	digit := func(digits string) string { return "sha256:" + digits + strings.Repeat("7", 64-len(digits)) }
	var want []store.Report
	for n, digits := range []string{"abc0", "abc1", "abd", "ff", "00"} {
		sub := Submission(n, func(s *store.Submission) { s.Digest = digit(digits) })
		add(t, s, sub)
		sub.LogIndex = store.Unlogged
		want = append(want, sub.Report)
	}
	for _, test := range []struct {
		prefix string
		want   []store.Report
	}{
		{"sha256:abc", want[:2]},
		{"sha256:ab", want[:2]}, // of three
		{"sha256:abc1", want[1:2]},
		{digit("abd"), want[2:3]},
		{"sha256:f", want[3:4]},
		{"sha256:000", nil},
		{"sha256:abe", nil},
		{"sha256:ABC1", nil},
		{"sha256:%", nil},
		{"sha256:\xff", nil},
		{"sha256", nil},
		{"", nil},
		{digit("abd") + "7", nil},
	} {
		wants(t, test.prefix, must[[]store.Report](t)(s.Prefixed(t.Context(), test.prefix)), test.want)
	}
}

// move makes a transition that must be possible.
func move(t testing.TB, s store.Store, digest string, to store.State) {
	t.Helper()
	update(t, s, func(tx store.Tx) error { return tx.MoveReport(t.Context(), moveTo(digest, to)) })
}

func moveTo(digest string, to store.State) store.Move {
	m := store.Move{Digest: digest, To: to, At: Day().Add(time.Hour), By: "somebody", Reason: "because"}
	if kind := to.Entry(); kind != "" {
		m.Entry = entry(kind, digest)
	}
	if to == store.Superseded {
		m.SupersededBy = Digest("report 9000")
	}
	return m
}

// reach brings a new report into a state.
func reach(t testing.TB, s store.Store, sub store.Submission, state store.State) {
	t.Helper()
	add(t, s, sub)
	path := map[store.State][]store.State{
		store.InReview:   {store.InReview},
		store.Accepted:   {store.InReview, store.Accepted},
		store.Published:  {store.Accepted, store.Published},
		store.Refused:    {store.Refused},
		store.Superseded: {store.Accepted, store.Published, store.Superseded},
		store.Revoked:    {store.Accepted, store.Published, store.Revoked},
	}
	for _, next := range path[state] {
		if next == store.Published {
			logAll(t, s)
			continue
		}
		move(t, s, sub.Digest, next)
	}
}

func testLife(t *testing.T, s store.Store) {
	legal := map[store.State][]store.State{ // the package's table
		store.Pending:   {store.InReview, store.Accepted, store.Refused},
		store.InReview:  {store.Accepted, store.Refused},
		store.Published: {store.Superseded, store.Revoked},
		store.Superseded: {
			store.Revoked,
		},
	}
	publish(t, s, Submission(9000)) // what supersedes
	n := 0
	for _, from := range store.States() {
		for _, to := range store.States() {
			n++
			sub := Submission(n)
			reach(t, s, sub, from)
			before := must[store.Report](t)(s.Report(t.Context(), sub.Digest))
			if before.State != from {
				t.Fatalf("it is %s, and should be %s", before.State, from)
			}
			entries := must[[]store.Entry](t)(s.EntriesOf(t.Context(), sub.Digest))
			m := moveTo(sub.Digest, to)
			if m.Entry != nil {
				m.Entry.Digest = Digest("%s to %s", from, to)
			}
			err := s.Update(t.Context(), func(tx store.Tx) error { return tx.MoveReport(t.Context(), m) })
			after := must[store.Report](t)(s.Report(t.Context(), sub.Digest))
			logged := must[[]store.Entry](t)(s.EntriesOf(t.Context(), sub.Digest))
			if !slices.Contains(legal[from], to) {
				fails(t, string(from+" to "+to), err, store.ErrConflict)
				wants(t, string(from+" to "+to), after, before)
				wants(t, string(from+" to "+to), logged, entries)
				continue
			}
			if err != nil {
				t.Errorf("%s to %s: %v", from, to, err)
				continue
			}
			want := before
			want.State, want.Decided, want.DecidedBy, want.Reason = to, m.At, m.By, m.Reason
			if to == store.Superseded {
				want.SupersededBy = m.SupersededBy
			}
			wants(t, string(from+" to "+to), after, want)
			if more := len(logged) - len(entries); (more == 1) != (to.Entry() != "") {
				t.Errorf("%s to %s: %d entries for the log", from, to, more)
			}
		}
	}
	fails(t, "a report that is not there", s.Update(t.Context(), func(tx store.Tx) error {
		return tx.MoveReport(t.Context(), moveTo(Digest("none"), store.Accepted))
	}), store.ErrNotFound)
}

func testFrom(t *testing.T, s store.Store) {
	sub := Submission(1)
	reach(t, s, sub, store.InReview)
	m := moveTo(sub.Digest, store.Refused)
	m.From = store.Pending // what the reviewer saw
	fails(t, "from a state that it has left", s.Update(t.Context(), func(tx store.Tx) error { return tx.MoveReport(t.Context(), m) }), store.ErrConflict)
	m.From = store.InReview
	update(t, s, func(tx store.Tx) error { return tx.MoveReport(t.Context(), m) })
}

func testSupersession(t *testing.T, s store.Store) {
	older, newer := Submission(1), Submission(2)
	publish(t, s, older)
	add(t, s, newer)
	m := moveTo(older.Digest, store.Superseded)
	m.SupersededBy = newer.Digest
	supersede := func(tx store.Tx) error { return tx.MoveReport(t.Context(), m) }
	fails(t, "by one that is not published", s.Update(t.Context(), supersede), store.ErrConflict)
	move(t, s, newer.Digest, store.Accepted)
	logAll(t, s)
	update(t, s, supersede)
	logAll(t, s)
	move(t, s, older.Digest, store.Revoked)
	got := must[store.Report](t)(s.Report(t.Context(), older.Digest))
	if got.State != store.Revoked || got.SupersededBy != newer.Digest || got.LogIndex != 0 {
		t.Errorf("superseded and revoked: %+v", got)
	}
	var kinds []store.Kind
	for _, e := range must[[]store.Entry](t)(s.EntriesOf(t.Context(), older.Digest)) {
		kinds = append(kinds, e.Kind)
	}
	wants(t, "the log's entries", kinds, []store.Kind{store.KindReport, store.KindSupersession, store.KindRevocation})
}

func testLogged(t *testing.T, s store.Store) {
	ctx := t.Context()
	if size := must[int64](t)(s.LogSize(ctx)); size != 0 {
		t.Errorf("an empty log has %d entries", size)
	}
	a, b := Submission(1, AtOnce), Submission(2, AtOnce)
	add(t, s, a, b)
	entries := must[[]store.Entry](t)(s.Unlogged(ctx, 10))
	if len(entries) != 2 || entries[0].Digest != a.Digest || entries[1].Digest != b.Digest || entries[0].Index != store.Unlogged {
		t.Fatalf("unlogged: %+v", entries)
	}
	wants(t, "payload", entries[0].Payload, a.Entry.Payload)
	if got := must[[]store.Entry](t)(s.Unlogged(ctx, 1)); len(got) != 1 {
		t.Errorf("a limit of 1 gives %d", len(got))
	}
	at := Day().Add(time.Hour)
	logged := func(seq, index int64) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.Logged(ctx, store.Logged{Seq: seq, Index: index, At: at}) })
	}
	if err := logged(entries[0].Seq, 0); err != nil {
		t.Fatal(err)
	}
	if err := logged(entries[0].Seq, 0); err != nil {
		t.Errorf("the same again: %v", err)
	}
	fails(t, "another index", logged(entries[0].Seq, 5), store.ErrConflict)
	fails(t, "an index that is taken", logged(entries[1].Seq, 0), store.ErrConflict)
	fails(t, "no such entry", logged(entries[1].Seq+100, 7), store.ErrNotFound)
	fails(t, "a negative index", logged(entries[1].Seq, -1), store.ErrInvalid)

	got := must[store.Report](t)(s.Report(ctx, a.Digest))
	if got.State != store.Published || got.LogIndex != 0 || !got.Published.Equal(at) {
		t.Errorf("logged: %+v", got)
	}
	if got := must[store.Report](t)(s.Report(ctx, b.Digest)); got.State != store.Accepted || got.LogIndex != store.Unlogged {
		t.Errorf("not logged: %+v", got)
	}
	e := must[store.Entry](t)(s.EntryAt(ctx, 0))
	if e.Digest != a.Digest || e.Index != 0 || !e.Logged.Equal(at) {
		t.Errorf("entry 0: %+v", e)
	}
	wants(t, "by digest", must[store.Entry](t)(s.Entry(ctx, store.KindReport, a.Digest)), e)
	_, err := s.EntryAt(ctx, 1)
	fails(t, "entry 1", err, store.ErrNotFound)
	_, err = s.Entry(ctx, store.KindRuling, a.Digest)
	fails(t, "of another kind", err, store.ErrNotFound)
	if size := must[int64](t)(s.LogSize(ctx)); size != 1 {
		t.Errorf("the log has %d entries", size)
	}
	if left := must[[]store.Entry](t)(s.Unlogged(ctx, 10)); len(left) != 1 || left[0].Digest != b.Digest {
		t.Errorf("left: %+v", left)
	}
}

func testRules(t *testing.T, s store.Store) {
	ctx := t.Context()
	with := func(n int, verdict reports.Verdict, change ...func(*store.Submission)) store.Submission {
		sub := Submission(n, change...)
		sub.Rules[0].Verdict = verdict
		return sub
	}
	other := func(s *store.Submission) { s.Suite.Pack = "other" }
	without := func(s *store.Submission) { s.Rules = s.Rules[:2] }
	publish(t, s, with(1, reports.Fail), with(2, reports.Pass), with(3, reports.Error), with(4, reports.Fail), with(5, reports.Fail, other), with(6, reports.Fail, without))
	add(t, s, with(7, reports.Fail)) // nobody may see it

	counts := must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", "r1"))
	wants(t, "r1", counts, map[reports.Verdict]int{reports.Fail: 3, reports.Pass: 1, reports.Error: 1})
	wants(t, "r3", must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", "r3")), map[reports.Verdict]int{reports.Pass: 4})
	wants(t, "none", must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", "none")), map[reports.Verdict]int{})

	for name, want := range map[string][2]bool{"r1": {true, false}, "s1": {false, true}, "none": {}} {
		wants(t, name+" is a rule", must[bool](t)(s.SpeaksOfRule(ctx, "riscv", name)), want[0])
		wants(t, name+" is a scenario", must[bool](t)(s.SpeaksOfScenario(ctx, "riscv", name)), want[1])
		wants(t, name+" is of no such pack", must[bool](t)(s.SpeaksOfRule(ctx, "none", name)) || must[bool](t)(s.SpeaksOfScenario(ctx, "none", name)), false)
	}

	of := func(f store.RuleFilter, limit int) (out []string) {
		f.Pack = "riscv"
		for _, r := range all(t, limit, func(p store.Page) (store.List[store.RuleReport], error) { return s.RuleReports(ctx, f, p) }) {
			out = append(out, r.Report.Implementation.Name+" "+string(r.Verdict)+" "+r.Strength)
		}
		return out
	}
	for limit := 1; limit < 6; limit++ {
		wants(t, "who does not pass", of(store.RuleFilter{Rule: "r1"}, limit),
			[]string{"core 00006 fail tested", "core 00004 fail tested", "core 00003 error tested", "core 00001 fail tested"})
	}
	wants(t, "errors", of(store.RuleFilter{Rule: "r1", Verdicts: []reports.Verdict{reports.Error, reports.Inconclusive}}, 0), []string{"core 00003 error tested"})
	wants(t, "passes are not kept one by one", of(store.RuleFilter{Rule: "r1", Verdicts: []reports.Verdict{reports.Pass}}, 0), nil)

	// A newer report of the same implementation takes the older one's place.
	publish(t, s, with(8, reports.Pass, func(s *store.Submission) { s.Implementation.Name = "core 00001" }))
	wants(t, "corrected", must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", "r1")), map[reports.Verdict]int{reports.Fail: 2, reports.Pass: 2, reports.Error: 1})
	// And gives it back.
	move(t, s, Digest("report 8"), store.Revoked)
	wants(t, "revoked", must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", "r1")), counts)
}

func testManyRules(t *testing.T, s store.Store) {
	ctx := t.Context()
	const n = 1357 // more than one batch, and a rest
	sub := Submission(1, func(s *store.Submission) {
		s.Rules, s.Ran = nil, nil
		for i := range n {
			verdict := reports.Pass
			if i%2 == 1 {
				verdict = reports.Untested
			}
			s.Rules = append(s.Rules, store.RuleVerdict{Rule: Digest("rule %d", i), Verdict: verdict})
			s.Ran = append(s.Ran, Digest("scenario %d", i))
		}
	})
	publish(t, s, sub)
	for i := range n {
		want := map[reports.Verdict]int{sub.Rules[i].Verdict: 1}
		wants(t, "rule", must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, "riscv", sub.Rules[i].Rule)), want)
	}
	none := Submission(2, func(s *store.Submission) { s.Rules, s.Ran, s.Signers, s.Environments = nil, nil, nil, nil })
	publish(t, s, none)
	if got := must[store.Report](t)(s.Report(ctx, none.Digest)); got.Signers != nil || got.Environments != nil {
		t.Errorf("a report of nothing: %+v", got)
	}
}
