package attest_test

import (
	"fmt"
	"testing"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/reportstest"
)

// BenchmarkVerify is over a report of the size of a whole profile: 350 rules, 1,000 scenarios.
func BenchmarkVerify(b *testing.B) {
	r := large(b)
	key, err := attest.GenerateKey()
	if err != nil {
		b.Fatal(err)
	}
	text, err := attest.Sign(r, key)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := attest.Verify(text, key.Public()); err != nil {
			b.Fatal(err)
		}
	}
}

func large(tb testing.TB) *reports.Report {
	r := reportstest.Sample()
	v := &r.Verdicts
	rules, scenarios := v.Rules, v.Scenarios
	for n := 1; len(v.Rules) < 350; n++ {
		for _, rule := range rules {
			rule.ID = fmt.Sprintf("%s_%d", rule.ID, n)
			v.Rules = append(v.Rules, rule)
		}
	}
	for n := 1; len(v.Scenarios) < 1000; n++ {
		for _, s := range scenarios {
			s.ID = fmt.Sprintf("%s#%d", s.ID, n)
			v.Scenarios = append(v.Scenarios, s)
		}
	}
	if err := r.Seal(); err != nil {
		tb.Fatal(err)
	}
	return r
}
