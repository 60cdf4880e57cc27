package attest_test

import (
	"fmt"
	"testing"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

// BenchmarkVerify is `report verify` without the reading of the file, by the size of report.json and
// the algorithm of the key. A whole profile with its scenarios is about 5 MB; it must take less than
// 200 ms.
func BenchmarkVerify(b *testing.B) {
	for _, size := range []int{50 << 10, 200 << 10, 1 << 20, 5 << 20} {
		r := large(b, size)
		key := newKey(b)
		text := signed(b, r, key)
		b.Run(fmt.Sprintf("%dKiB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := attest.Verify(text, key.Public()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// large is a report of about this size: rules and scenarios in the proportion of a whole profile.
func large(tb testing.TB, size int) *reports.Report {
	tb.Helper()
	r := reportstest.Conforming()
	v := &r.Verdicts
	rules, scenarios := v.Rules, v.Scenarios
	for n := 1; encoded(tb, r) < size; n++ {
		for range 1 + len(v.Scenarios)/(8*len(scenarios)) { // by an eighth at a time: encoding takes long
			for _, s := range scenarios {
				s.ID = fmt.Sprintf("%s#%d", s.ID, len(v.Scenarios))
				v.Scenarios = append(v.Scenarios, s)
			}
		}
		if n%8 == 0 {
			for _, rule := range rules {
				rule.ID = fmt.Sprintf("%s_%d", rule.ID, n)
				v.Rules = append(v.Rules, rule)
			}
		}
	}
	return r
}

// encoded seals a report and gives the size of its report.json.
func encoded(tb testing.TB, r *reports.Report) int {
	tb.Helper()
	if err := r.Seal(); err != nil {
		tb.Fatal(err)
	}
	text, err := reports.Encode(r)
	if err != nil {
		tb.Fatal(err)
	}
	return len(text)
}
