package storetest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/server/store"
)

func testKeys(t *testing.T, s store.Store) {
	ctx := t.Context()
	key := func(n int, account string, roles ...store.Role) store.Key {
		return store.Key{ID: Digest("key %d", n), Account: account, Roles: roles, Algorithm: "ed25519", SPKI: []byte{0x30, 0, byte(n)},
			Label: "build machine", Added: Day(), AddedBy: "admin"}
	}
	keys := []store.Key{key(0, "acme", store.Vendor), key(1, "lab", store.Laboratory, store.Reviewer), key(2, "acme", store.Vendor, store.Admin)}
	for _, k := range keys {
		update(t, s, func(tx store.Tx) error { return tx.AddKey(ctx, k) })
	}
	fails(t, "the same key", s.Update(ctx, func(tx store.Tx) error { return tx.AddKey(ctx, keys[0]) }), store.ErrExists)
	wants(t, "key", must[store.Key](t)(s.Key(ctx, keys[1].ID)), keys[1])
	_, err := s.Key(ctx, Digest("none"))
	fails(t, "no key", err, store.ErrNotFound)

	list := func(f store.KeyFilter) (out []string) {
		for _, k := range all(t, 2, func(p store.Page) (store.List[store.Key], error) { return s.Keys(ctx, f, p) }) {
			out = append(out, k.ID)
		}
		return out
	}
	wants(t, "all", list(store.KeyFilter{}), []string{keys[2].ID, keys[1].ID, keys[0].ID})
	wants(t, "acme's", list(store.KeyFilter{Account: "acme"}), []string{keys[2].ID, keys[0].ID})
	wants(t, "admins", list(store.KeyFilter{Role: store.Admin}), []string{keys[2].ID})

	revoke := func(id string) error {
		return s.Update(ctx, func(tx store.Tx) error {
			return tx.RevokeKey(ctx, store.Revocation{ID: id, At: Day().Add(time.Hour), By: "admin", Reason: "lost"}, *entry(store.KindRevocation, id))
		})
	}
	if err := revoke(keys[2].ID); err != nil {
		t.Fatal(err)
	}
	fails(t, "revoked twice", revoke(keys[2].ID), store.ErrConflict)
	fails(t, "no key", revoke(Digest("none")), store.ErrNotFound)
	wants(t, "in force", list(store.KeyFilter{Account: "acme", InForce: true}), []string{keys[0].ID})
	wants(t, "revoked", list(store.KeyFilter{Revoked: true}), []string{keys[2].ID})
	if of := must[[]store.Entry](t)(s.EntriesOf(ctx, keys[2].ID)); len(of) != 1 || of[0].Kind != store.KindRevocation || of[0].Index != store.Unlogged {
		t.Errorf("what the log is to get of it: %+v", of)
	}
	fails(t, "without an entry", s.Update(ctx, func(tx store.Tx) error {
		return tx.RevokeKey(ctx, store.Revocation{ID: keys[0].ID, At: Day(), By: "admin"}, store.Entry{})
	}), store.ErrInvalid)
	got := must[store.Key](t)(s.Key(ctx, keys[2].ID))
	if got.Has(store.Admin) || got.RevokedReason != "lost" || got.RevokedBy != "admin" || !got.Revoked.Equal(Day().Add(time.Hour)) {
		t.Errorf("revoked: %+v", got)
	}
}

func testPages(t *testing.T, s store.Store) {
	ctx := t.Context()
	var subs []store.Submission
	for n := range 23 {
		subs = append(subs, Submission(n, func(s *store.Submission) {
			s.Finished = Day().Add(time.Duration(n%3) * time.Hour) // many finish at the same moment
		}))
	}
	publish(t, s, subs...)
	newest := make([]string, 0, len(subs))
	for n := len(subs) - 1; n >= 0; n-- {
		newest = append(newest, subs[n].Implementation.Name)
	}
	finished := slices.Clone(newest)
	slices.SortStableFunc(finished, func(a, b string) int {
		n := map[string]int{a: 0, b: 0}
		for i := range subs {
			if _, ok := n[subs[i].Implementation.Name]; ok {
				n[subs[i].Implementation.Name] = i % 3
			}
		}
		return n[b] - n[a]
	})
	for order, want := range map[store.Order][]string{store.ByArrival: newest, store.ByLog: newest, store.ByFinished: finished} {
		for _, limit := range []int{1, 2, 7, 22, 23, 24, 500} {
			got := all(t, limit, func(p store.Page) (store.List[store.Report], error) {
				return s.Reports(ctx, store.ReportFilter{Order: order}, p)
			})
			wants(t, fmt.Sprintf("order %q by %d", order, limit), names(got), want)
		}
	}
	// What arrives meanwhile does not shift what follows.
	first5 := func(order store.Order) []string {
		return names(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Order: order}, store.Page{Limit: 5})).Items)
	}
	for i, order := range []store.Order{store.ByArrival, store.ByLog, store.ByFinished} {
		before := first5(order)
		first := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Order: order}, store.Page{Limit: 5}))
		whole := all(t, 0, func(p store.Page) (store.List[store.Report], error) {
			return s.Reports(ctx, store.ReportFilter{Order: order}, p)
		})
		publish(t, s, Submission(100+i))
		if slices.Equal(first5(order), before) {
			t.Errorf("order %q: what arrived is not at the front", order)
		}
		rest := all(t, 5, func(p store.Page) (store.List[store.Report], error) {
			if p.After == "" {
				p.After = first.Next
			}
			return s.Reports(ctx, store.ReportFilter{Order: order}, p)
		})
		wants(t, fmt.Sprintf("order %q, with arrivals", order), names(rest), names(whole[5:]))
	}
	if got := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{}, store.Page{Limit: 1 << 40})); len(got.Items) != 26 {
		t.Errorf("an endless page has %d items", len(got.Items))
	}
	add(t, s, Submission(200))
	if got := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Order: store.ByLog}, store.Page{Limit: 1})); got.Items[0].State != store.Published {
		t.Errorf("the log's order begins with one that is %s", got.Items[0].State)
	}
	_, err := s.Reports(ctx, store.ReportFilter{Order: "sideways"}, store.Page{})
	fails(t, "an unknown order", err, store.ErrInvalid)
}

func testFilters(t *testing.T, s store.Store) {
	ctx := t.Context()
	publish(t, s,
		Submission(1),
		Submission(2, func(s *store.Submission) { s.Profile = "RVA20U64"; s.Conclusion = reports.Conforming }),
		Submission(3, func(s *store.Submission) { s.Implementation.Vendor = "Other"; s.Account = "laboratory" }),
		Submission(4, func(s *store.Submission) {
			s.Suite.Pack = "other"
			s.Signers = []store.Signer{{Key: Digest("laboratory's")}, {Key: Digest("key")}}
		}),
		Submission(5, func(s *store.Submission) {
			s.Implementation.Name, s.Implementation.Version = "core 00001", "2.0"
			s.ID = Submission(1).ID
		}))
	reach(t, s, Submission(6), store.InReview)
	for _, test := range []struct {
		what   string
		filter store.ReportFilter
		want   []int
	}{
		{"nothing", store.ReportFilter{}, []int{6, 5, 4, 3, 2, 1}},
		{"public", store.ReportFilter{States: store.PublicStates()}, []int{5, 4, 3, 2, 1}},
		{"waiting", store.ReportFilter{States: []store.State{store.Pending, store.InReview}}, []int{6}},
		{"profile", store.ReportFilter{Profile: "RVA20U64"}, []int{2}},
		{"pack", store.ReportFilter{Pack: "other"}, []int{4}},
		{"conclusion", store.ReportFilter{Conclusion: reports.Conforming}, []int{2}},
		{"vendor", store.ReportFilter{Vendor: "Other"}, []int{3}},
		{"vendors are not sought but named", store.ReportFilter{Vendor: "other"}, nil},
		{"account", store.ReportFilter{Account: "laboratory"}, []int{3}},
		{"signer", store.ReportFilter{Signer: Digest("laboratory's")}, []int{4}},
		{"history", store.ReportFilter{Vendor: "Acme", Name: "core 00001", Order: store.ByFinished}, []int{5, 1}},
		{"version", store.ReportFilter{Name: "core 00001", Version: "1.0"}, []int{1}},
		{"report ID", store.ReportFilter{ID: Submission(1).ID}, []int{5, 1}},
		{"stale", store.ReportFilter{Stale: true}, nil},
		{"all together", store.ReportFilter{States: store.PublicStates(), Pack: "riscv", Profile: "RVA23U64", Vendor: "Acme", Name: "core 00001", Version: "2.0",
			Conclusion: reports.NonConforming, Account: "acme", Signer: Digest("key"), Text: "CORE", ID: Submission(1).ID}, []int{5}},
		{"a quote", store.ReportFilter{Vendor: "x' OR '1'='1", States: []store.State{"x') OR ('1'='1"}}, nil},
	} {
		var got []int
		for _, r := range all(t, 2, func(p store.Page) (store.List[store.Report], error) { return s.Reports(ctx, test.filter, p) }) {
			got = append(got, int(r.Submitted.Sub(Day())/time.Hour))
		}
		wants(t, test.what, got, test.want)
	}
	wants(t, "totals", must[map[store.State]int](t)(s.Totals(ctx)), map[store.State]int{store.Published: 5, store.InReview: 1})
}

func testText(t *testing.T, s store.Store) {
	ctx := t.Context()
	for n, i := range []store.Implementation{
		{Vendor: "Acme", Name: "Rocket 100%", Version: "v1.2"},
		{Vendor: "ÄRGER", Name: "Under_score", Version: ""},
		{Vendor: "平头哥", Name: `Xuan\tie`, Version: "c910"},
	} {
		publish(t, s, Submission(n, func(s *store.Submission) { s.Implementation = i }))
	}
	publish(t, s, Submission(3, func(s *store.Submission) { s.Implementation = store.Implementation{Name: "Namesake"} }))
	publish(t, s, Submission(4, func(s *store.Submission) { s.Implementation = store.Implementation{Vendor: "Other", Name: "Namesake"} }))
	for noVendor, want := range map[bool]int{true: 1, false: 2} {
		got := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Name: "Namesake", NoVendor: noVendor}, store.Page{}))
		rows := must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{Name: "Namesake", NoVendor: noVendor}, store.Page{}))
		if len(got.Items) != want || len(rows.Items) != want || noVendor && (got.Items[0].Implementation.Vendor != "" || rows.Items[0].Implementation.Vendor != "") {
			t.Errorf("no vendor %v: %d reports, %d rows, want %d", noVendor, len(got.Items), len(rows.Items), want)
		}
	}
	for text, want := range map[string][]string{
		"rocket":        {"Rocket 100%"},
		"ROCKET":        {"Rocket 100%"},
		"1.2 acme":      {"Rocket 100%"},
		"  acme   cme ": {"Rocket 100%"},
		"acme c910":     nil,
		"%":             {"Rocket 100%"},
		"_":             {"Under_score"},
		`\`:             {`Xuan\tie`},
		"ärger":         {"Under_score"},
		"头":             {`Xuan\tie`},
		"'":             nil,
		"\x00":          nil,
		"\xff":          nil,
	} {
		got := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Text: text}, store.Page{}))
		wants(t, fmt.Sprintf("reports of %q", text), names(got.Items), want)
		var products []string
		for _, p := range must[store.List[store.Product]](t)(s.Products(ctx, text, store.Page{})).Items {
			products = append(products, p.Name)
		}
		wants(t, fmt.Sprintf("products of %q", text), products, want)
		var rows []string
		for _, r := range must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{Text: text}, store.Page{})).Items {
			rows = append(rows, r.Implementation.Name)
		}
		wants(t, fmt.Sprintf("matrix of %q", text), rows, want)
	}
}

func testMatrix(t *testing.T, s store.Store) {
	ctx := t.Context()
	of := func(n int, vendor, name, version, profile string, finished int) store.Submission {
		return Submission(n, func(s *store.Submission) {
			s.Implementation = store.Implementation{Vendor: vendor, Name: name, Version: version}
			s.Profile, s.Finished = profile, Day().Add(time.Duration(finished)*time.Hour)
			if profile != "RVA23U64" {
				s.Conclusion = reports.Unresolved
			}
		})
	}
	publish(t, s,
		of(1, "Acme", "beta", "1", "RVA23U64", 1),
		of(2, "Acme", "beta", "1", "RVA23U64", 9), // finished last
		of(3, "Acme", "beta", "1", "RVA23U64", 5),
		of(4, "Acme", "beta", "1", "RVA20U64", 1),
		of(5, "Acme", "beta", "2", "RVA23U64", 1),
		of(6, "Zeta", "Alpha", "1", "RVA23U64", 1),
		of(7, "acme", "alpha", "1", "RVA22U64", 1),
	)
	add(t, s, of(8, "Acme", "hidden", "1", "RVA23U64", 1))
	matrix := func(f store.MatrixFilter, limit int) (out []string) {
		for _, row := range all(t, limit, func(p store.Page) (store.List[store.MatrixRow], error) { return s.Matrix(ctx, f, p) }) {
			line := row.Implementation.Vendor + " " + row.Implementation.Name + " " + row.Implementation.Version + ":"
			for _, r := range row.Current {
				if r.Implementation != row.Implementation {
					t.Errorf("%v in the row of %v", r.Implementation, row.Implementation)
				}
				line += fmt.Sprintf(" %s@%d", r.Profile, r.Finished.Sub(Day())/time.Hour)
			}
			out = append(out, line)
		}
		return out
	}
	want := []string{"acme alpha 1: RVA22U64@1", "Zeta Alpha 1: RVA23U64@1", "Acme beta 2: RVA23U64@1", "Acme beta 1: RVA20U64@1 RVA23U64@9"}
	for limit := 1; limit < 6; limit++ {
		wants(t, "the matrix", matrix(store.MatrixFilter{}, limit), want)
	}
	wants(t, "a profile", matrix(store.MatrixFilter{Pack: "riscv", Profile: "RVA23U64"}, 2),
		[]string{"Zeta Alpha 1: RVA23U64@1", "Acme beta 2: RVA23U64@1", "Acme beta 1: RVA23U64@9"})
	wants(t, "a conclusion", matrix(store.MatrixFilter{Conclusion: reports.Unresolved}, 1),
		[]string{"acme alpha 1: RVA22U64@1", "Acme beta 1: RVA20U64@1"})
	wants(t, "a conclusion on a profile", matrix(store.MatrixFilter{Profile: "RVA23U64", Conclusion: reports.Unresolved}, 1), nil)
	wants(t, "no such pack", matrix(store.MatrixFilter{Pack: "other"}, 2), nil)
	wants(t, "a vendor", matrix(store.MatrixFilter{Vendor: "acme"}, 2), want[:1])
	wants(t, "a product", matrix(store.MatrixFilter{Vendor: "Acme", Name: "beta"}, 1), want[2:])

	move(t, s, Digest("report 2"), store.Revoked)
	wants(t, "the one before takes the place of a revoked one", matrix(store.MatrixFilter{Vendor: "Acme", Name: "beta"}, 9)[1:],
		[]string{"Acme beta 1: RVA20U64@1 RVA23U64@5"})
	for _, n := range []int{6, 5} {
		move(t, s, Digest("report %d", n), store.Revoked)
	}
	wants(t, "an implementation with none", matrix(store.MatrixFilter{}, 2), []string{"acme alpha 1: RVA22U64@1", "Acme beta 1: RVA20U64@1 RVA23U64@5"})
}

func testProducts(t *testing.T, s store.Store) {
	ctx := t.Context()
	of := func(n int, vendor, name, version string) store.Submission {
		return Submission(n, func(s *store.Submission) {
			s.Implementation = store.Implementation{Vendor: vendor, Name: name, Version: version}
		})
	}
	publish(t, s, of(1, "Acme", "beta", "1"), of(2, "Acme", "beta", "1"), of(3, "Acme", "beta", "2"), of(4, "Zeta", "Alpha", "1"), of(5, "Zeta", "alpha", "1"), of(7, "", "gamma", ""))
	add(t, s, of(6, "Acme", "hidden", "1"), of(8, "Acme", "beta", "3"))
	move(t, s, Digest("report 3"), store.Revoked)
	want := []store.Product{
		{Vendor: "Zeta", Name: "Alpha", Versions: 1, Reports: 1, Latest: Day().Add(4 * time.Hour)},
		{Vendor: "Zeta", Name: "alpha", Versions: 1, Reports: 1, Latest: Day().Add(5 * time.Hour)},
		{Vendor: "Acme", Name: "beta", Versions: 2, Reports: 3, Latest: Day().Add(3 * time.Hour)},
		{Vendor: "", Name: "gamma", Versions: 1, Reports: 1, Latest: Day().Add(7 * time.Hour)},
	}
	for limit := 1; limit < 6; limit++ {
		wants(t, "products", all(t, limit, func(p store.Page) (store.List[store.Product], error) { return s.Products(ctx, "", p) }), want)
	}
}

func testEvents(t *testing.T, s store.Store) {
	ctx := t.Context()
	var want []store.Event
	for n := range 7 {
		e := store.Event{At: Day().Add(time.Duration(n) * time.Second), Actor: []string{"admin", "registry"}[n%2], Action: []string{"key.added", "report.accepted", "report.refused"}[n%3],
			Subject: Digest("report %d", n%4), Detail: "details"}
		update(t, s, func(tx store.Tx) error { return tx.Record(ctx, e) })
		want = append([]store.Event{e}, want...)
	}
	list := func(f store.EventFilter) []store.Event {
		got := all(t, 2, func(p store.Page) (store.List[store.Event], error) { return s.Events(ctx, f, p) })
		for i := range got {
			if i > 0 && got[i].Seq >= got[i-1].Seq {
				t.Errorf("event %d comes after %d", got[i].Seq, got[i-1].Seq)
			}
		}
		for i := range got {
			got[i].Seq = 0
		}
		return got
	}
	wants(t, "all", list(store.EventFilter{}), want)
	for _, f := range []store.EventFilter{{Actor: "admin"}, {Action: "report.refused"}, {Subject: Digest("report 2")}, {Actor: "admin", Action: "key.added"}, {Actor: "nobody"}} {
		var some []store.Event
		for _, e := range want {
			if (f.Actor == "" || f.Actor == e.Actor) && (f.Action == "" || f.Action == e.Action) && (f.Subject == "" || f.Subject == e.Subject) {
				some = append(some, e)
			}
		}
		wants(t, fmt.Sprintf("%+v", f), list(f), some)
	}
}
