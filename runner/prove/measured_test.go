package prove

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/runner/trial"
)

func embeddedRecord(t testing.TB) record {
	t.Helper()
	r, err := readRecord(measuredJSON)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestMeasurementIsFresh: what reports of these profiles say of the suite's strength was measured with
// this suite.
func TestMeasurementIsFresh(t *testing.T) {
	for _, profile := range []string{"RVI20U64", "RVA20U64", "RVA22U64", "RVA23U64"} {
		t.Run(profile, func(t *testing.T) { fresh(t, profile, inMachine, embeddedRecord(t)) })
	}
}

// TestMeasurementOfProcessesIsFresh: what was measured in linux, if anything was. Without it nothing is claimed.
func TestMeasurementOfProcessesIsFresh(t *testing.T) {
	for _, profile := range []string{"RVI20U64", "RVA23U64"} {
		t.Run(profile, func(t *testing.T) {
			r := embeddedRecord(t)
			if _, ok := r.Profiles[entry(profile, trial.Linux)]; !ok {
				t.Skipf("nothing has been measured: touchstone prove --environment linux --profile %s --record runner/prove/measured.json", profile)
			}
			fresh(t, profile, trial.Linux, r)
		})
	}
}

func fresh(t *testing.T, profile, environment string, r record) {
	measure := "touchstone prove --environment " + environment + " --profile " + profile + " --record runner/prove/measured.json"
	m, ok := r.Profiles[entry(profile, environment)]
	if !ok {
		t.Fatalf("nothing has been measured: %s", measure)
	}
	plan := claimed(t, profile, environment)
	if r.Suite != plan.Suite {
		t.Fatalf("measured.json is of suite %s, and this is %s: %s", r.Suite, plan.Suite, measure)
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
		if environment != inMachine && r.Kind != Legal {
			t.Logf("%s (%s) survives in %s", r.ID, r.What, environment) // its rules are touched there, no more
			continue
		}
		t.Errorf("%s (%s) came out wrong", r.ID, r.What)
	}
}

// TestStaleMeasurement: what was measured with another suite gives no strength.
func TestStaleMeasurement(t *testing.T) {
	m, err := measured("sha256:another", "RVI20U64", inMachine, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Results) != 0 || m.Sensitivity() != nil || len(m.Killed("add_op")) != 0 {
		t.Errorf("another suite has the strength of this one: %+v", m.Sensitivity())
	}
	r := embeddedRecord(t)
	for key, measurement := range r.Profiles {
		profile, _, _ := strings.Cut(key, "/")
		for _, name := range []string{profile, "another of the same extensions"} {
			m, err := measured(r.Suite, name, environmentOf(key), measurement.Extensions)
			if err != nil || m.Sensitivity() == nil || m.Sensitivity().Suite != r.Suite {
				t.Errorf("its own suite has no strength under %s, %s (%v)", key, name, err)
			}
		}
	}
	if m, err := measured(r.Suite, "another", inMachine, []string{"I"}); err != nil || m.Sensitivity() != nil {
		t.Errorf("a profile that was not measured has strength (%v)", err)
	}
}

// TestMeasuredElsewhere: what was measured in one environment gives no strength in another, neither under
// its own profile nor under one that claims the same.
func TestMeasuredElsewhere(t *testing.T) {
	same := []string{"C", "I"}
	text := []byte(nil)
	var err error
	for name, id := range map[string]string{entry("P", inMachine): "in machine", entry("Q", "linux"): "in linux"} {
		if text, err = recorded(text, "sha256:1", name, same, []string{id}, []Result{{ID: id, Kind: Generated, Killed: true}}); err != nil {
			t.Fatal(err)
		}
	}
	r, err := readRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ profile, environment, want string }{
		{"P", inMachine, "in machine"},
		{"P", "", "in machine"},
		{"P", "linux", "in linux"},
		{"Q", "linux", "in linux"},
		{"Q", inMachine, "in machine"},
		{"P", "supervisor", ""},
	} {
		got := ""
		if m := r.of(entry(tc.profile, tc.environment), same); len(m.Results) > 0 {
			got = m.Results[0].ID
		}
		if got != tc.want {
			t.Errorf("%s in %q: %q, want %q", tc.profile, tc.environment, got, tc.want)
		}
	}
	if m := r.of(entry("P", "linux"), []string{"I"}); len(m.Results) != 0 {
		t.Error("a plan in linux has the strength of its profile in machine")
	}
}

// TestMeasuredOfAPlan: a plan for a process quotes nothing that was measured on a machine.
func TestMeasuredOfAPlan(t *testing.T) {
	p := planned(t, addition)
	p.Suite = embeddedRecord(t).Suite
	m, err := Measured(p)
	if err != nil || m.Sensitivity() == nil {
		t.Fatalf("nothing is measured in machine (%v)", err)
	}
	p.Request.Environment = "supervisor"
	if m, err := Measured(p); err != nil || m.Sensitivity() != nil || len(m.Killed("add_op")) != 0 {
		t.Errorf("a plan for another environment has strength (%v)", err)
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
	text, err := recorded(nil, "sha256:1", "P", []string{"I"}, idsOf(results), results)
	if err != nil {
		t.Fatal(err)
	}
	again, err := recorded(text, "sha256:1", "P", []string{"I"}, idsOf(results), results)
	if err != nil || string(again) != string(text) {
		t.Errorf("the same results give other bytes (%v)", err)
	}
	for suite, profiles := range map[string]int{"sha256:1": 2, "sha256:2": 1} {
		other, err := recorded(text, suite, "Q", []string{"I"}, idsOf(results[:1]), results[:1])
		if r, bad := readRecord(other); err != nil || bad != nil || r.Suite != suite || len(r.Profiles) != profiles || len(r.Profiles["Q"].Results) != 1 {
			t.Errorf("recording another profile of %s gives %s (%v)", suite, other, errors.Join(err, bad))
		}
	}
	if _, err := recorded([]byte("{"), "sha256:1", "P", []string{"I"}, idsOf(results), results); err == nil {
		t.Error("what is no measurement is written over")
	}
	if results[0].Why != "w" {
		t.Error("recording changed the results")
	}
	r, err := readRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	m := r.Profiles["P"]
	m.Suite = r.Suite
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

func idsOf(results []Result) (ids []string) {
	for _, r := range results {
		ids = append(ids, r.ID)
	}
	return ids
}

// TestRecordPart: what is tried again replaces what was, what is no subject any more goes, and a part alone is no
// measurement.
func TestRecordPart(t *testing.T) {
	ids := []string{"a", "b"}
	whole := []Result{{ID: "a"}, {ID: "gone", Killed: true}, {ID: "b", Killed: true}}
	text, err := recorded(nil, "sha256:1", "P", []string{"I"}, append(ids, "gone"), whole)
	if err != nil {
		t.Fatal(err)
	}
	part := []Result{{ID: "a", Killed: true}}
	if text, err = recorded(text, "sha256:1", "P", []string{"I"}, ids, part); err != nil {
		t.Fatal(err)
	}
	r, err := readRecord(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Profiles["P"].Results; !slices.Equal(idsOf(got), ids) || len(Survivors(got)) > 0 {
		t.Errorf("%+v", got)
	}
	for suite, extensions := range map[string][]string{"sha256:2": {"I"}, "sha256:1": {"I", "M"}} {
		if _, err := recorded(text, suite, "P", extensions, ids, part); err == nil {
			t.Errorf("a part was recorded for %s and %s", suite, extensions)
		}
	}
}
