package reportstest

import "touchstone/reports"

// Small is a conforming report of one rule and one scenario: for tests that try every byte.
func Small() *reports.Report {
	r := Conforming()
	v := &r.Verdicts
	v.Extensions, v.Rules = v.Extensions[:1], v.Rules[:1]
	v.Scenarios = v.Scenarios[:1]
	v.Waivers, v.Sensitivity, v.Counts = nil, nil, reports.Counts{Cases: 64, Vectors: 64, Checks: 200}
	finish(r)
	return r
}
