package prove

import (
	"encoding/json"
	"reflect"
	"testing"

	"touchstone/reports"
)

func embeddedMeasurement(t testing.TB) Measurement {
	t.Helper()
	var m Measurement
	if err := json.Unmarshal(measuredJSON, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestMeasurementIsFresh: what reports say of the suite's strength was measured with this suite.
func TestMeasurementIsFresh(t *testing.T) {
	m := embeddedMeasurement(t)
	if m.Suite == "" && len(m.Results) == 0 {
		t.Fatal("nothing has been measured: touchstone prove --record runner/prove/measured.json")
	}
	plan := planned(t, "")
	if m.Suite != plan.Suite {
		t.Fatalf("measured.json is of suite %s, and this is %s: run touchstone prove --record runner/prove/measured.json", m.Suite, plan.Suite)
	}
	tried := map[string]bool{}
	for _, r := range m.Results {
		tried[r.ID] = true
		if r.Killed && r.Kind != Legal && len(r.Rules) == 0 {
			t.Logf("%s is caught by no check that names a rule it concerns", r.ID)
		}
		for _, id := range r.Rules {
			if _, ok := plan.Request.Pack.Rule(id); !ok {
				t.Errorf("%s: caught by a check that names %s, which is no rule", r.ID, id)
			}
		}
	}
	for _, x := range NewSuite(plan).Subjects() {
		if !tried[x.ID] {
			t.Errorf("%s was not tried", x.ID)
		}
		delete(tried, x.ID)
	}
	for id := range tried {
		t.Errorf("%s was tried, and there is no such subject", id)
	}
	for _, r := range Survivors(m.Results) {
		t.Errorf("%s (%s) came out wrong", r.ID, r.What)
	}
}

// TestStaleMeasurement: what was measured with another suite gives no strength.
func TestStaleMeasurement(t *testing.T) {
	m, err := Measured("sha256:another")
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Results) != 0 || m.Sensitivity() != nil || len(m.Killed("add_op")) != 0 {
		t.Errorf("another suite has the strength of this one: %+v", m.Sensitivity())
	}
	if whole := embeddedMeasurement(t); whole.Suite != "" {
		m, err := Measured(whole.Suite)
		if err != nil || m.Sensitivity() == nil || m.Sensitivity().Suite != whole.Suite {
			t.Errorf("its own suite has no strength (%v)", err)
		}
	}
}

func TestRecord(t *testing.T) {
	results := []Result{
		{ID: "add/bit-0", Kind: Generated, Extension: "I", Killed: true, Rules: []string{"add_op", "x"}, Scenario: "s", Check: "c", Why: "w"},
		{ID: "add/skip", Kind: Generated, Extension: "I"},
		{ID: "m-rem", Kind: Documented, Extension: "M", Killed: true, Rules: []string{"add_op"}},
		{ID: "legal", Kind: Legal, Extension: "Sm"},
		{ID: "blamed", Kind: Legal, Extension: "Sm", Killed: true, Rules: []string{"add_op"}},
	}
	text, err := Record("sha256:1", results)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Record("sha256:1", results)
	if err != nil || string(again) != string(text) {
		t.Errorf("the same results give other bytes (%v)", err)
	}
	if results[0].Why != "w" {
		t.Error("recording changed the results")
	}
	var m Measurement
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	m.index()
	// Documented defects come first, and a variant is no defect.
	if got, want := m.Killed("add_op"), []string{"m-rem", "add/bit-0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("killed %v, want %v", got, want)
	}
	if got, want := m.Killed("x"), []string{"add/bit-0"}; !reflect.DeepEqual(got, want) {
		t.Errorf("killed %v, want %v", got, want)
	}
	want := &reports.Sensitivity{
		Suite: "sha256:1", Defects: reports.Kills{Killed: 1, Total: 1}, Mutants: reports.Kills{Killed: 1, Total: 2}, Variants: reports.Kills{Killed: 1, Total: 2},
		Extensions: map[string]reports.Kills{"I": {Killed: 1, Total: 2}, "M": {Killed: 1, Total: 1}},
	}
	if got := m.Sensitivity(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}
