package storetest

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"touchstone/server/store"
)

// together runs n functions at once and gives their errors.
func together(n int, do func(i int) error) []error {
	errs := make([]error, n)
	var group sync.WaitGroup
	begin := make(chan struct{})
	for i := range n {
		group.Go(func() {
			<-begin
			errs[i] = do(i)
		})
	}
	close(begin)
	group.Wait()
	return errs
}

// won counts those without an error; the others must be of a class.
func won(t testing.TB, what string, errs []error, class error) (n int) {
	t.Helper()
	for _, err := range errs {
		if err == nil {
			n++
		} else {
			fails(t, what, err, class)
		}
	}
	return n
}

func testRaces(t *testing.T, s store.Store) {
	ctx := t.Context()
	const many = 12
	if n := won(t, "submitting", together(many, func(int) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.AddReport(ctx, Submission(1)) })
	}), store.ErrExists); n != 1 {
		t.Errorf("%d submitted the same report", n)
	}
	if n := won(t, "deciding", together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error {
			return tx.MoveReport(ctx, moveTo(Digest("report 1"), []store.State{store.Accepted, store.Refused}[i%2]))
		})
	}), store.ErrConflict); n != 1 {
		t.Errorf("%d decided on the same report", n)
	}
	add(t, s, Submission(2, AtOnce))
	e := must[store.Entry](t)(s.Entry(ctx, store.KindReport, Digest("report 2")))
	if n := won(t, "logging", together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error {
			return tx.Logged(ctx, store.Logged{Seq: e.Seq, Index: 100 + int64(i), At: Day()})
		})
	}), store.ErrConflict); n != 1 {
		t.Errorf("%d gave the same entry an index", n)
	}
	var subs []store.Submission
	for n := range many {
		subs = append(subs, Submission(10+n, AtOnce))
	}
	add(t, s, subs...)
	if n := won(t, "one index", together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error {
			e, err := tx.Entry(ctx, store.KindReport, subs[i].Digest)
			if err != nil {
				return err
			}
			return tx.Logged(ctx, store.Logged{Seq: e.Seq, Index: 7, At: Day()})
		})
	}), store.ErrConflict); n != 1 {
		t.Errorf("%d entries have the same index", n)
	}
	// Transactions over the same rows in opposite orders.
	x, y := Submission(50), Submission(51)
	add(t, s, x, y)
	if n := won(t, "crosswise", together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error {
			pair := []string{x.Digest, y.Digest}
			for k := range pair {
				if err := tx.MoveReport(ctx, moveTo(pair[(k+i)%2], store.InReview)); err != nil {
					return err
				}
			}
			return nil
		})
	}), store.ErrConflict); n != 1 {
		t.Errorf("%d moved both", n)
	}
}

func testCurrentRace(t *testing.T, s store.Store) {
	ctx := t.Context()
	const many = 16
	errs := together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error {
			sub := Submission(i, AtOnce, func(s *store.Submission) { s.Implementation.Name = "one" })
			if err := tx.AddReport(ctx, sub); err != nil {
				return err
			}
			e, err := tx.Entry(ctx, store.KindReport, sub.Digest)
			if err != nil {
				return err
			}
			return tx.Logged(ctx, store.Logged{Seq: e.Seq, Index: int64(i), At: Day()})
		})
	})
	if n := won(t, "publishing", errs, nil); n != many {
		t.Errorf("%d of %d were published", n, many)
	}
	rows := must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{}, store.Page{})).Items
	if len(rows) != 1 || len(rows[0].Current) != 1 || rows[0].Current[0].Digest != Digest("report %d", many-1) {
		t.Errorf("the current report is not the last: %+v", rows)
	}
	// And revoking them all leaves none.
	won(t, "revoking", together(many, func(i int) error {
		return s.Update(ctx, func(tx store.Tx) error { return tx.MoveReport(ctx, moveTo(Digest("report %d", i), store.Revoked)) })
	}), nil)
	if rows := must[store.List[store.MatrixRow]](t)(s.Matrix(ctx, store.MatrixFilter{}, store.Page{})).Items; len(rows) != 0 {
		t.Errorf("revoked, and current: %+v", rows)
	}
}

func testRulingRace(t *testing.T, s store.Store) {
	ctx := t.Context()
	update(t, s, func(tx store.Tx) error { return tx.AddChallenge(ctx, challenge("c", store.Open)) })
	const many = 16
	errs := together(many, func(i int) error {
		if i == many/2 {
			_, err := rule(t, s, ruling("c", func(r *store.Ruling) { r.Pack, r.Withdraws = "riscv", []string{"s1"} }))
			return err
		}
		return s.Update(ctx, func(tx store.Tx) error { return tx.AddReport(ctx, Submission(i)) })
	})
	if n := won(t, "adding", errs, nil); n != many {
		t.Errorf("%d of %d succeeded", n, many)
	}
	got := must[store.List[store.Report]](t)(s.Reports(ctx, store.ReportFilter{Stale: true}, store.Page{}))
	if len(got.Items) != many-1 {
		t.Errorf("%d of %d reports are stale", len(got.Items), many-1)
	}
}

func testReadWhileWriting(t *testing.T, s store.Store) {
	ctx := t.Context()
	var stop atomic.Bool
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for !stop.Load() {
				l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates()}, store.Page{Limit: 100})
				if err != nil {
					t.Error(err)
					return
				}
				for _, r := range l.Items {
					// A report and its entry were written together, and so they are seen.
					if e, err := s.EntryAt(ctx, r.LogIndex); err != nil || e.Digest != r.Digest {
						t.Errorf("report %s at index %d: %v", r.Digest, r.LogIndex, err)
						return
					}
				}
			}
		})
	}
	var mu sync.Mutex // one process appends to the log
	errs := together(4, func(i int) error {
		for n := range 10 {
			sub := Submission(100*i+n, AtOnce)
			if err := s.Update(ctx, func(tx store.Tx) error { return tx.AddReport(ctx, sub) }); err != nil {
				return fmt.Errorf("adding: %w", err)
			}
			mu.Lock()
			err := logNext(ctx, s, 3)
			mu.Unlock()
			if err != nil {
				return fmt.Errorf("logging: %w", err)
			}
		}
		return nil
	})
	stop.Store(true)
	group.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	logAll(t, s)
	wants(t, "totals", must[map[store.State]int](t)(s.Totals(ctx)), map[store.State]int{store.Published: 40})
	for i := range int64(40) {
		e := must[store.Entry](t)(s.EntryAt(ctx, i))
		if time.Since(e.Logged) < 0 {
			t.Errorf("entry %d was logged at %v", i, e.Logged)
		}
	}
}
