// Package storetest is the suite that every [store.Store] passes.
//
//	func TestStore(t *testing.T) { storetest.Run(t, open) }
//
// open gives an empty store, and closes it when the test ends. [Benchmark] measures one in the same
// way, and [StartPostgres] gives tests a PostgreSQL of their own where one is installed.
package storetest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/server/store"
)

// Run runs the suite.
func Run(t *testing.T, open func(testing.TB) store.Store) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, store.Store)
	}{
		{"keys", testKeys},
		{"a report comes back as it was submitted", testRoundTrip},
		{"a digest is submitted once", testOnce},
		{"the beginning of a digest", testPrefixed},
		{"every transition of a report", testLife},
		{"a transition from the wrong state", testFrom},
		{"supersession", testSupersession},
		{"the log publishes", testLogged},
		{"orders and pages", testPages},
		{"filters", testFilters},
		{"text", testText},
		{"the matrix", testMatrix},
		{"products", testProducts},
		{"rules", testRules},
		{"many rules", testManyRules},
		{"waivers", testWaivers},
		{"every transition of a challenge", testChallengeLife},
		{"challenges are listed", testChallenges},
		{"rulings make reports stale", testRulings},
		{"events", testEvents},
		{"what no store takes", testInvalid},
		{"cursors of others", testCursors},
		{"what cannot be there is not found", testOdd},
		{"an update is all or nothing", testAtomic},
		{"version", testVersion},
		{"one of many wins", testRaces},
		{"many publish for one implementation", testCurrentRace},
		{"a ruling among submissions", testRulingRace},
		{"reading while writing", testReadWhileWriting},
		{"a cancelled context", testCancelled},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
}

// Day is where the time of fixtures begins.
func Day() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

// Digest is the digest of a name.
func Digest(format string, a ...any) string {
	sum := sha256.Sum256(fmt.Appendf(nil, format, a...))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Submission is the n-th of a row of submissions, pending: each of an implementation of its own, an
// hour after the one before, with rule "r1" failed, "r2" untested and "r3" passed.
func Submission(n int, change ...func(*store.Submission)) store.Submission {
	s := store.Submission{
		Report: store.Report{
			Digest:         Digest("report %d", n),
			Size:           200_000,
			ID:             fmt.Sprintf("ts1-%020x", n),
			Suite:          store.Suite{Pack: "riscv", PackVersion: "1", Version: "0.1", Spec: Digest("spec"), Features: Digest("features")},
			Profile:        "RVA23U64",
			Implementation: store.Implementation{Vendor: "Acme", Name: fmt.Sprintf("core %05d", n), Version: "1.0"},
			Conclusion:     reports.NonConforming,
			Counts:         store.Counts{Requirements: 900, Testable: 800, Tested: 700, Touched: 50, Passed: 749, Failed: 1, Untested: 50},
			Environments:   []string{"machine"},
			Effort:         "standard",
			Finished:       Day().Add(time.Duration(n) * time.Hour),
			Signers:        []store.Signer{{Key: Digest("key"), Account: "acme"}},
			State:          store.Pending,
			Account:        "acme",
			Submitted:      Day().Add(time.Duration(n)*time.Hour + time.Minute),
		},
		Rules: []store.RuleVerdict{
			{Rule: "r1", Verdict: reports.Fail, Strength: "tested"},
			{Rule: "r2", Verdict: reports.Untested},
			{Rule: "r3", Verdict: reports.Pass, Strength: "tested"},
		},
		Ran: []string{"s1", "s2"},
	}
	for _, c := range change {
		c(&s)
	}
	return s
}

// AtOnce makes a submission one that is taken at once.
func AtOnce(s *store.Submission) {
	s.State = store.Accepted
	s.Entry = entry(store.KindReport, s.Digest)
}

// entry is a log entry about a subject.
func entry(kind store.Kind, subject string) *store.Entry {
	digest := subject
	if kind != store.KindReport {
		digest = Digest("%s of %s", kind, subject)
	}
	return &store.Entry{Kind: kind, Digest: digest, Subject: subject, Payload: []byte(`{"kind":"` + string(kind) + `"}`), At: Day()}
}

// update must succeed.
func update(t testing.TB, s store.Store, do func(tx store.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), do); err != nil {
		t.Fatal(err)
	}
}

// add submits.
func add(t testing.TB, s store.Store, subs ...store.Submission) {
	t.Helper()
	update(t, s, func(tx store.Tx) error {
		for _, sub := range subs {
			if err := tx.AddReport(t.Context(), sub); err != nil {
				return err
			}
		}
		return nil
	})
}

// logAll gives every unlogged entry the next index.
func logAll(t testing.TB, s store.Store) {
	t.Helper()
	if err := logNext(t.Context(), s, 100_000); err != nil {
		t.Fatal(err)
	}
}

func logNext(ctx context.Context, s store.Store, limit int) error {
	return s.Update(ctx, func(tx store.Tx) error {
		entries, err := tx.Unlogged(ctx, limit)
		if err != nil {
			return err
		}
		size, err := tx.LogSize(ctx)
		if err != nil {
			return err
		}
		for i, e := range entries {
			if err := tx.Logged(ctx, store.Logged{Seq: e.Seq, Index: size + int64(i), At: Day()}); err != nil {
				return err
			}
		}
		return nil
	})
}

// publish submits, accepts and logs.
func publish(t testing.TB, s store.Store, subs ...store.Submission) {
	t.Helper()
	for i := range subs {
		AtOnce(&subs[i])
	}
	add(t, s, subs...)
	logAll(t, s)
}

// wants compares.
func wants[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// fails wants an error of a class.
func fails(t testing.TB, what string, err, class error) {
	t.Helper()
	if !errors.Is(err, class) {
		t.Errorf("%s: %v; want %v", what, err, class)
	}
}

// must gives a value that is there.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// all walks the pages of a list.
func all[T any](t testing.TB, limit int, list func(store.Page) (store.List[T], error)) []T {
	t.Helper()
	var out []T
	p := store.Page{Limit: limit}
	for range 10_000 {
		l := must[store.List[T]](t)(list(p))
		if len(l.Items) > p.Size() {
			t.Fatalf("a page of %d has %d items", p.Size(), len(l.Items))
		}
		out = append(out, l.Items...)
		if l.Next == "" {
			return out
		}
		if len(l.Items) < p.Size() {
			t.Fatalf("a page of %d has %d items and is not the last", p.Size(), len(l.Items))
		}
		p.After = l.Next
	}
	t.Fatal("the pages do not end")
	return nil
}

// names of the implementations of reports.
func names(list []store.Report) []string {
	var out []string
	for _, r := range list {
		out = append(out, r.Implementation.Name)
	}
	return out
}
