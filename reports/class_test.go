package reports_test

import (
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/reportstest"
	"touchstone/specs"
)

// class is the one that these cases make.
func class(interpretation string, cases map[string]int) reports.ClassVerdict {
	c := reports.ClassVerdict{Interpretation: interpretation, Title: &specs.Words{En: "What is " + interpretation, Zh: "何谓 " + interpretation},
		Reading: reports.ClassOf(cases), Cases: cases, Names: map[string]specs.Words{}}
	for name := range cases {
		c.Names[name] = specs.Words{En: "takes " + name, Zh: "取 " + name}
	}
	return c
}

func TestClassOf(t *testing.T) {
	if reading := reports.ClassOf(map[string]int{"a": 3}); reading != "a" {
		t.Error(reading)
	}
	if reading := reports.ClassOf(map[string]int{"a": 3, "b": 1}); reading != reports.Mixed {
		t.Error(reading)
	}
	one, two := []reports.ClassVerdict{class("i", map[string]int{"a": 3})}, []reports.ClassVerdict{class("i", map[string]int{"b": 1}), class("j", map[string]int{"c": 1})}
	if all := reports.ClassesAcross(one, two); len(all) != 2 || all[0].Reading != reports.Mixed || all[0].Cases["b"] != 1 || one[0].Cases["b"] != 0 ||
		all[0].NameIn("zh", "b") != "取 b" || all[0].TitleIn("en") != "What is i" || len(one[0].Names) != 1 {
		t.Error(all, one)
	}
}

// Classes and departures are part of a report that must follow from itself.
func TestClassesFollow(t *testing.T) {
	make := func(change func(v *reports.Verdicts)) *reports.Report {
		r := reportstest.Sample()
		r.Verdicts.Classes = []reports.ClassVerdict{class("i", map[string]int{"a": 3})}
		change(&r.Verdicts)
		if err := r.Seal(); err != nil {
			t.Fatal(err)
		}
		return r
	}
	good := make(func(*reports.Verdicts) {})
	if err := good.Consistent(); err != nil {
		t.Error(err)
	}
	text, err := reports.Encode(good)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := reports.Decode(text); err != nil || again.Verdicts.Classes[0].Reading != "a" {
		t.Error(err)
	}
	for _, tc := range []struct {
		want   string
		change func(v *reports.Verdicts)
	}{
		{"does not follow from its cases", func(v *reports.Verdicts) { v.Classes[0].Reading = "b" }},
		{"does not follow from its cases", func(v *reports.Verdicts) { v.Classes = append(v.Classes, v.Classes[0]) }},
		{"0 cases follow", func(v *reports.Verdicts) { v.Classes[0].Cases["b"] = 0 }},
		{"names the reading \"c\", which no case", func(v *reports.Verdicts) { v.Classes[0].Names["c"] = specs.Words{En: "c"} }},
		{"are not the recommendations that fail", func(v *reports.Verdicts) { v.Departures = []string{v.Rules[0].ID} }},
	} {
		if err := make(tc.change).Consistent(); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%v, want %q", err, tc.want)
		}
	}
}

// A recommendation that fails makes nobody non-conforming; a demand does.
func TestDepartures(t *testing.T) {
	rules := []reports.RuleVerdict{
		{ID: "demand", Extension: "X", Kind: "requirement", Level: "must", Verdict: reports.Pass, Strength: reports.Touched, Passed: 1},
		{ID: "advice", Extension: "X", Kind: "requirement", Level: "should", Verdict: reports.Fail, Strength: reports.Touched, Failed: 1},
	}
	v := reports.Verdicts{Environments: []string{"library"}, Rules: rules, Departures: reports.DeparturesOf(rules),
		Extensions: []reports.ExtensionVerdict{{Name: "X", Status: "base", Claimed: true, Verdict: reports.Fail, Passed: 1, Failed: 1}},
		Scenarios:  []reports.ScenarioVerdict{{ID: "s", Verdict: reports.Fail, Failed: 1, Passed: 1}}}
	if c, why := reports.Conclude(v); c != reports.Conforming {
		t.Error(c, why)
	}
	v.Rules[0].Verdict = reports.Fail
	if c, _ := reports.Conclude(v); c != reports.NonConforming {
		t.Error(c)
	}
	v.Rules[0].Verdict, v.Departures = reports.Pass, nil // as instruction sets are judged
	if c, _ := reports.Conclude(v); c != reports.NonConforming {
		t.Error(c)
	}
}

// A report without the pack's words shows ids.
func TestClassWithoutWords(t *testing.T) {
	c := reports.ClassVerdict{Interpretation: "i", Reading: "a", Cases: map[string]int{"a": 1}}
	if c.TitleIn("zh") != "i" || c.NameIn("zh", c.Reading) != "a" {
		t.Error(c.TitleIn("zh"), c.NameIn("zh", c.Reading))
	}
}

func TestDiffOfClasses(t *testing.T) {
	a, b := reportstest.Sample(), reportstest.Sample()
	a.Verdicts.Classes = []reports.ClassVerdict{class("i", map[string]int{"a": 3}), class("k", map[string]int{"a": 3})}
	b.Verdicts.Classes = []reports.ClassVerdict{class("i", map[string]int{"b": 3}), class("j", map[string]int{"a": 1})}
	d := reports.Diff(a, b)
	if d.Same() || len(d.Classes) != 3 || d.Classes[0] != (reports.ClassChange{Interpretation: "i", From: "a", To: "b"}) || d.Classes[2].To != "" {
		t.Errorf("%+v", d.Classes)
	}
}
