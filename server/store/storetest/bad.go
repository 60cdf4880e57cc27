package storetest

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"touchstone/reports"
	"touchstone/server/store"
)

func testInvalid(t *testing.T, s store.Store) {
	ctx := t.Context()
	for what, text := range map[string]string{"NUL": "a\x00b", "not UTF-8": "a\xffb", "long": strings.Repeat("x", 1<<20)} {
		sub := func(change func(*store.Submission, string)) func(store.Tx) error {
			return func(tx store.Tx) error {
				return tx.AddReport(ctx, Submission(1, func(s *store.Submission) { change(s, text) }))
			}
		}
		for field, do := range map[string]func(store.Tx) error{
			"digest":      sub(func(s *store.Submission, text string) { s.Digest = text }),
			"ID":          sub(func(s *store.Submission, text string) { s.ID = text }),
			"pack":        sub(func(s *store.Submission, text string) { s.Suite.Pack = text }),
			"features":    sub(func(s *store.Submission, text string) { s.Suite.Features = text }),
			"profile":     sub(func(s *store.Submission, text string) { s.Profile = text }),
			"vendor":      sub(func(s *store.Submission, text string) { s.Implementation.Vendor = text }),
			"name":        sub(func(s *store.Submission, text string) { s.Implementation.Name = text }),
			"version":     sub(func(s *store.Submission, text string) { s.Implementation.Version = text }),
			"account":     sub(func(s *store.Submission, text string) { s.Account = text }),
			"environment": sub(func(s *store.Submission, text string) { s.Environments = []string{text} }),
			"signer":      sub(func(s *store.Submission, text string) { s.Signers[0].Account = text }),
			"rule":        sub(func(s *store.Submission, text string) { s.Rules[0].Rule = text }),
			"scenario":    sub(func(s *store.Submission, text string) { s.Ran[0] = text }),
			"reason": func(tx store.Tx) error {
				return tx.MoveReport(ctx, store.Move{Digest: Digest("x"), To: store.Refused, At: Day(), By: "x", Reason: text})
			},
			"label": func(tx store.Tx) error {
				return tx.AddKey(ctx, store.Key{ID: Digest("k"), Account: "a", Algorithm: "ed25519", SPKI: []byte{1}, Label: text, Added: Day()})
			},
			"challenge": func(tx store.Tx) error {
				return tx.AddChallenge(ctx, challenge("x", store.Open, func(c *store.Challenge) { c.Text = text }))
			},
			"ruling": func(tx store.Tx) error {
				r := ruling("x", func(r *store.Ruling) { r.Text = text })
				_, err := tx.AddRuling(ctx, r, *entry(store.KindRuling, r.Digest))
				return err
			},
			"waiver": func(tx store.Tx) error {
				w := waiver(1, func(w *store.Waiver) { w.Versions = []string{text} })
				return tx.AddWaiver(ctx, w, *entry(store.KindWaiver, w.Digest))
			},
			"event": func(tx store.Tx) error {
				return tx.Record(ctx, store.Event{At: Day(), Actor: "a", Action: "a", Detail: text})
			},
		} {
			err := s.Update(ctx, do)
			fails(t, field+", "+what, err, store.ErrInvalid)
			if err != nil && len(err.Error()) > 2000 {
				t.Errorf("%s, %s: an error of %d bytes", field, what, len(err.Error()))
			}
		}
	}
	for what, change := range map[string]func(*store.Submission){
		"no digest":          func(s *store.Submission) { s.Digest = "sha256:ABC" },
		"capital digits":     func(s *store.Submission) { s.Digest = "sha256:" + strings.ToUpper(Digest("x")[7:]) },
		"begins published":   func(s *store.Submission) { s.State = store.Published },
		"begins as nothing":  func(s *store.Submission) { s.State = "" },
		"accepted, no entry": func(s *store.Submission) { s.State = store.Accepted },
		"pending with entry": func(s *store.Submission) { AtOnce(s); s.State = store.Pending },
		"entry of another":   func(s *store.Submission) { AtOnce(s); s.Entry = entry(store.KindReport, Digest("other")) },
		"entry of a ruling":  func(s *store.Submission) { AtOnce(s); s.Entry.Kind = store.KindRuling },
		"an empty entry":     func(s *store.Submission) { AtOnce(s); s.Entry.Payload = nil },
		"a large entry":      func(s *store.Submission) { AtOnce(s); s.Entry.Payload = make([]byte, store.MaxPayload+1) },
		"conclusion":         func(s *store.Submission) { s.Conclusion = "splendid" },
		"verdict":            func(s *store.Submission) { s.Rules[0].Verdict = "" },
		"strength":           func(s *store.Submission) { s.Rules[0].Strength = "strong" },
		"a rule twice":       func(s *store.Submission) { s.Rules[1].Rule = s.Rules[0].Rule },
		"no time":            func(s *store.Submission) { s.Finished = time.Time{} },
		"a far time":         func(s *store.Submission) { s.Finished = time.Date(300_000, 1, 1, 0, 0, 0, 0, time.UTC) },
		"too many rules":     func(s *store.Submission) { s.Rules = make([]store.RuleVerdict, store.MaxRules+1) },
		"too many signers":   func(s *store.Submission) { s.Signers = make([]store.Signer, store.MaxList+1) },
	} {
		fails(t, what, s.Update(ctx, func(tx store.Tx) error { return tx.AddReport(ctx, Submission(1, change)) }), store.ErrInvalid)
	}
	self := moveTo(Digest("x"), store.Superseded)
	self.SupersededBy = self.Digest
	fails(t, "superseded by itself", s.Update(ctx, func(tx store.Tx) error { return tx.MoveReport(ctx, self) }), store.ErrInvalid)
	bare := moveTo(Digest("x"), store.Revoked)
	bare.Entry = nil
	fails(t, "revoked without an entry", s.Update(ctx, func(tx store.Tx) error { return tx.MoveReport(ctx, bare) }), store.ErrInvalid)
	fails(t, "no such state", s.Update(ctx, func(tx store.Tx) error { return tx.MoveReport(ctx, moveTo(Digest("x"), "lost")) }), store.ErrInvalid)
	fails(t, "no such role", s.Update(ctx, func(tx store.Tx) error {
		return tx.AddKey(ctx, store.Key{ID: Digest("k"), Account: "a", Roles: []store.Role{"king"}, Algorithm: "ed25519", SPKI: []byte{1}, Added: Day()})
	}), store.ErrInvalid)
	wants(t, "what is left", must[map[store.State]int](t)(s.Totals(ctx)), map[store.State]int{})
}

func testCursors(t *testing.T, s store.Store) {
	ctx := t.Context()
	publish(t, s, Submission(1), Submission(2), Submission(3))
	one := store.Page{Limit: 1}
	reportsNext := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{}, one)).Next
	finishedNext := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Order: store.ByFinished}, one)).Next
	matrixNext := must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{}, one)).Next
	for _, c := range []store.Cursor{reportsNext, finishedNext, matrixNext} {
		if c == "" || strings.ContainsAny(string(c), "+/=&?# \n") {
			t.Errorf("cursor %q is not one for a URL", c)
		}
	}
	for what, c := range map[string]store.Cursor{"another order": finishedNext, "another list": matrixNext, "no base64": "!!!", "no JSON": "AAAA", "empty JSON": "e30",
		"half of one": reportsNext[:len(reportsNext)/2], "large": store.Cursor(strings.Repeat("A", 1<<20)), "an injection": "' OR 1=1 --"} {
		_, err := s.Reports(ctx, store.ReportFilter{}, store.Page{After: c})
		fails(t, what, err, store.ErrInvalid)
	}
	_, err := s.Matrix(ctx, store.MatrixFilter{}, store.Page{After: reportsNext})
	fails(t, "the matrix after a report", err, store.ErrInvalid)
	_, err = s.Products(ctx, "", store.Page{After: reportsNext})
	fails(t, "products after a report", err, store.ErrInvalid)
	_, err = s.Events(ctx, store.EventFilter{}, store.Page{After: reportsNext})
	fails(t, "events after a report", err, store.ErrInvalid)
}

func testOdd(t *testing.T, s store.Store) {
	ctx := t.Context()
	publish(t, s, Submission(1))
	for _, text := range []string{"\x00", "\xff", "' OR '1'='1", strings.Repeat("x", 1<<16)} {
		_, err := s.Key(ctx, text)
		fails(t, "key", err, store.ErrNotFound)
		_, err = s.Report(ctx, text)
		fails(t, "report", err, store.ErrNotFound)
		_, err = s.Waiver(ctx, text)
		fails(t, "waiver", err, store.ErrNotFound)
		_, err = s.Challenge(ctx, text)
		fails(t, "challenge", err, store.ErrNotFound)
		_, err = s.Ruling(ctx, text)
		fails(t, "ruling", err, store.ErrNotFound)
		_, err = s.Entry(ctx, store.Kind(text), text)
		fails(t, "entry", err, store.ErrNotFound)
		if got := must[[]store.Entry](t)(s.EntriesOf(ctx, text)); len(got) != 0 {
			t.Errorf("entries of %q: %v", text, got)
		}
		if got := must[map[reports.Verdict]int](t)(s.RuleCounts(ctx, text, text)); len(got) != 0 {
			t.Errorf("rule %q: %v", text, got)
		}
		if must[bool](t)(s.SpeaksOfRule(ctx, text, text)) || must[bool](t)(s.SpeaksOfScenario(ctx, text, text)) {
			t.Errorf("a report speaks of %q", text)
		}
		for what, n := range map[string]int{
			"reports by vendor": len(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Vendor: text}, store.Page{})).Items),
			"reports by ID":     len(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{ID: text}, store.Page{})).Items),
			"reports by signer": len(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Signer: text}, store.Page{})).Items),
			"reports by state":  len(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{States: []store.State{store.State(text)}}, store.Page{})).Items),
			"reports by text":   len(must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Text: text}, store.Page{})).Items),
			"matrix":            len(must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{Pack: text, Profile: text, Vendor: text}, store.Page{})).Items),
			"rule":              len(must[store.List[store.RuleReport]](t)(s.RuleReports(ctx, store.RuleFilter{Pack: text, Rule: text}, store.Page{})).Items),
			"waivers":           len(must[store.List[store.Waiver]](t)(s.Waivers(ctx, store.WaiverFilter{Profile: text, Name: text}, store.Page{})).Items),
			"challenges":        len(must[store.List[store.Challenge]](t)(s.Challenges(ctx, store.ChallengeFilter{Rule: text}, store.Page{})).Items),
			"keys":              len(must[store.List[store.Key]](t)(s.Keys(ctx, store.KeyFilter{Account: text, Role: store.Role(text)}, store.Page{})).Items),
			"events":            len(must[store.List[store.Event]](t)(s.Events(ctx, store.EventFilter{Actor: text}, store.Page{})).Items),
			"rulings":           len(must[store.List[store.Ruling]](t)(s.Rulings(ctx, text, store.Page{})).Items),
		} {
			if n != 0 {
				t.Errorf("%s by %.20q: %d", what, text, n)
			}
		}
	}
}

func testAtomic(t *testing.T, s store.Store) {
	ctx := t.Context()
	broken := errors.New("broken")
	half := func(tx store.Tx) {
		if err := tx.AddReport(ctx, Submission(1, AtOnce)); err != nil {
			t.Error(err)
		}
		if err := tx.Record(ctx, store.Event{At: Day(), Actor: "a", Action: "a"}); err != nil {
			t.Error(err)
		}
		if r, err := tx.Report(ctx, Digest("report 1")); err != nil || r.State != store.Accepted {
			t.Errorf("the transaction does not see what it wrote: %v", err)
		}
		if _, err := s.Report(ctx, Digest("report 1")); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("others see what is not committed: %v", err)
		}
	}
	if err := s.Update(ctx, func(tx store.Tx) error { half(tx); return broken }); !errors.Is(err, broken) {
		t.Errorf("Update gives %v", err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic is lost")
			}
		}()
		_ = s.Update(ctx, func(tx store.Tx) error { half(tx); panic("broken") })
	}()
	_, err := s.Report(ctx, Digest("report 1"))
	fails(t, "what was undone", err, store.ErrNotFound)
	if left := must[[]store.Entry](t)(s.Unlogged(ctx, 9)); len(left) != 0 {
		t.Errorf("left to be logged: %v", left)
	}
	add(t, s, Submission(1, AtOnce)) // and the writer is free again
	if err := s.Ping(ctx); err != nil {
		t.Error(err)
	}
}

func testVersion(t *testing.T, s store.Store) {
	ctx := t.Context()
	version := func() int64 { t.Helper(); return must[int64](t)(s.Version(ctx)) }
	before := version()
	add(t, s, Submission(1))
	after := version()
	if after <= before {
		t.Errorf("version %d after %d", after, before)
	}
	update(t, s, func(tx store.Tx) error { _, err := tx.Report(ctx, Digest("report 1")); return err })
	_ = s.Update(ctx, func(tx store.Tx) error {
		if err := tx.AddReport(ctx, Submission(2)); err != nil {
			t.Error(err)
		}
		return errors.New("undone")
	})
	if got := version(); got != after {
		t.Errorf("version %d after reading, %d before", got, after)
	}
}

func testCancelled(t *testing.T, s store.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Update(ctx, func(tx store.Tx) error {
		err := tx.AddReport(ctx, Submission(1))
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("Update gives %v", err)
	}
	if _, err := s.Reports(ctx, store.ReportFilter{}, store.Page{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Reports gives %v", err)
	}
	_, err = s.Report(t.Context(), Digest("report 1"))
	fails(t, "what was cancelled", err, store.ErrNotFound)
	add(t, s, Submission(1))
}
