package storetest

import (
	"fmt"
	"testing"

	"touchstone/reports"
	"touchstone/server/store"
)

// many is how many reports are stored when a store is measured.
const many = 10_000

// Benchmark measures a store: writing in batches and one by one, then reading among many reports.
func Benchmark(b *testing.B, open func(testing.TB) store.Store) {
	b.Run("1000 submissions in a batch", func(b *testing.B) {
		s := open(b)
		n := 0
		for b.Loop() {
			update(b, s, func(tx store.Tx) error { return addMany(b, tx, &n, 1000) })
		}
		b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "reports/s")
	})
	b.Run("a submission, and its publication", func(b *testing.B) {
		s := open(b)
		n := 0
		for b.Loop() {
			update(b, s, func(tx store.Tx) error { return addMany(b, tx, &n, 1) })
			if err := logNext(b.Context(), s, 10); err != nil {
				b.Fatal(err)
			}
		}
	})

	s := open(b)
	n := 0
	for n < many {
		update(b, s, func(tx store.Tx) error { return addMany(b, tx, &n, 1000) })
	}
	logAll(b, s)
	ctx := b.Context()
	var deep store.Cursor
	for p := (store.Page{Limit: 500}); ; p.After = deep {
		l := must[store.List[store.Report]](b)(s.Reports(ctx, store.ReportFilter{Order: store.ByLog}, p))
		if l.Next == "" {
			break
		}
		deep = l.Next
	}
	for _, query := range []struct {
		name string
		run  func(i int) (int, error)
	}{
		{"a report", func(i int) (int, error) {
			_, err := s.Report(ctx, Digest("report %d", i%many))
			return 1, err
		}},
		{"the newest", func(int) (int, error) {
			l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Order: store.ByLog}, store.Page{})
			return len(l.Items), err
		}},
		{"the last page", func(int) (int, error) {
			l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Order: store.ByLog}, store.Page{After: deep})
			return len(l.Items), err
		}},
		{"a profile, by finish", func(int) (int, error) {
			l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Profile: "RVA20U64", Order: store.ByFinished}, store.Page{})
			return len(l.Items), err
		}},
		{"a history", func(i int) (int, error) {
			l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Vendor: "Acme", Name: fmt.Sprintf("core %05d", i%500), Order: store.ByFinished}, store.Page{})
			return len(l.Items), err
		}},
		{"text", func(i int) (int, error) {
			l, err := s.Reports(ctx, store.ReportFilter{States: store.PublicStates(), Text: fmt.Sprintf("acme %05d", i%500), Order: store.ByLog}, store.Page{})
			return len(l.Items), err
		}},
		{"the matrix", func(int) (int, error) {
			l, err := s.Matrix(ctx, store.MatrixFilter{Pack: "riscv"}, store.Page{})
			return len(l.Items), err
		}},
		{"products", func(int) (int, error) {
			l, err := s.Products(ctx, "", store.Page{})
			return len(l.Items), err
		}},
		{"who fails a rule", func(i int) (int, error) {
			l, err := s.RuleReports(ctx, store.RuleFilter{Pack: "riscv", Rule: fmt.Sprintf("rule_%04d", i%100), Verdicts: []reports.Verdict{reports.Fail}}, store.Page{})
			return len(l.Items), err
		}},
		{"the counts of a rule", func(i int) (int, error) {
			c, err := s.RuleCounts(ctx, "riscv", fmt.Sprintf("rule_%04d", i%100))
			return len(c), err
		}},
		{"totals", func(int) (int, error) {
			c, err := s.Totals(ctx)
			return len(c), err
		}},
		{"version", func(int) (int, error) {
			_, err := s.Version(ctx)
			return 1, err
		}},
	} {
		b.Run(query.name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				if found, err := query.run(i); err != nil || found == 0 {
					b.Fatal(found, err)
				}
				i++
			}
		})
	}
}

// addMany adds submissions with 900 rules, of which 40 did not pass: of 500 implementations with 4 versions.
func addMany(b testing.TB, tx store.Tx, n *int, count int) error {
	for range count {
		sub := Submission(*n, AtOnce, func(s *store.Submission) {
			s.Implementation.Name, s.Implementation.Version = fmt.Sprintf("core %05d", *n%500), fmt.Sprintf("1.%d", *n/500%4)
			s.Profile = []string{"RVA23U64", "RVA22U64", "RVA20U64"}[*n%3]
			s.Rules = s.Rules[:0]
			for r := range 900 {
				v := store.RuleVerdict{Rule: fmt.Sprintf("rule_%04d", r), Verdict: reports.Pass, Strength: "tested"}
				switch {
				case r%50 == *n%50:
					v.Verdict = reports.Fail
				case r%43 == 0:
					v.Verdict, v.Strength = reports.Untested, ""
				}
				s.Rules = append(s.Rules, v)
			}
		})
		if err := tx.AddReport(b.Context(), sub); err != nil {
			return err
		}
		*n++
	}
	return nil
}
