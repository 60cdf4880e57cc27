package reports_test

import (
	"testing"

	"touchstone/reports"
	"touchstone/reports/reportstest"
)

func TestSampleIsAReport(t *testing.T) {
	for name, r := range map[string]*reports.Report{"sample": reportstest.Sample(), "conforming": reportstest.Conforming()} {
		text, err := reports.Encode(r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		back, err := reports.Decode(text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := back.Consistent(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		t.Log(name, len(text), r.Verdicts.Conclusion, r.Verdicts.Reasons)
	}
}
