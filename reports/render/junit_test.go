package render_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

type junit struct {
	Tests    int `xml:"tests,attr"`
	Failures int `xml:"failures,attr"`
	Errors   int `xml:"errors,attr"`
	Skipped  int `xml:"skipped,attr"`
	Suites   []struct {
		Name  string `xml:"name,attr"`
		Cases []struct {
			Name      string     `xml:"name,attr"`
			Classname string     `xml:"classname,attr"`
			File      string     `xml:"file,attr"`
			Line      int        `xml:"line,attr"`
			Failure   *junitText `xml:"failure"`
			Error     *junitText `xml:"error"`
			Skipped   *junitText `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

type junitText struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

func readJUnit(t *testing.T, r *reports.Report) junit {
	t.Helper()
	f, err := render.ByName("junit")
	if err != nil {
		t.Fatal(err)
	}
	var s junit
	if err := xml.Unmarshal([]byte(draw(t, f, r, render.Options{})), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJUnitAddsUp(t *testing.T) {
	r := reportstest.Sample()
	s := readJUnit(t, r)
	var count junit
	keys := map[string]bool{}
	for _, x := range s.Suites {
		for _, c := range x.Cases {
			count.Tests++
			if key := c.Classname + "\x00" + c.Name; keys[key] {
				t.Errorf("%s, %s twice: GitLab reads only the first", c.Classname, c.Name)
			} else {
				keys[key] = true
			}
			for _, said := range []*junitText{c.Failure, c.Error, c.Skipped} {
				if said != nil && (said.Message == "" || strings.TrimSpace(said.Text) == "") {
					t.Errorf("%s does not say why: some readers show the message, some the text", c.Name)
				}
			}
			if c.Failure != nil {
				count.Failures++
			}
			if c.Error != nil {
				count.Errors++
			}
			if c.Skipped != nil {
				count.Skipped++
			}
			if x.Name != r.Verdicts.Profile && c.Skipped == nil && (c.Line == 0 || !strings.HasSuffix(c.File, ".feature")) {
				t.Errorf("%s stands in %s:%d", c.Name, c.File, c.Line)
			}
		}
	}
	if s.Tests != count.Tests || s.Failures != count.Failures || s.Errors != count.Errors || s.Skipped != count.Skipped {
		t.Errorf("says %+v, has %+v", s, count)
	}
	// The sample has one scenario that does not apply, which is a line for its kind, and the conclusion is a test case.
	if count.Tests != len(r.Verdicts.Scenarios)+1 || count.Failures != 3 || count.Errors != 2 {
		t.Errorf("%d cases, %d failures, %d errors", count.Tests, count.Failures, count.Errors)
	}
}

// A report is not green when it is not conforming, whatever its scenarios are.
func TestJUnitHasTheConclusion(t *testing.T) {
	absent := reportstest.Conforming()
	absent.Verdicts.Extensions[0].Claimed = false
	part := reportstest.Conforming()
	part.Verdicts.Select = "@ext:M"
	for _, x := range []struct {
		report           *reports.Report
		failures, errors int
	}{{reportstest.Conforming(), 0, 0}, {absent, 1, 0}, {part, 0, 1}} {
		if err := x.report.Seal(); err != nil {
			t.Fatal(err)
		}
		if s := readJUnit(t, x.report); s.Failures != x.failures || s.Errors != x.errors {
			t.Errorf("%s: %d failures and %d errors, want %d and %d", x.report.Verdicts.Conclusion, s.Failures, s.Errors, x.failures, x.errors)
		}
	}
}

// Many scenarios that do not apply are one line for each reason.
func TestJUnitFoldsWhatDoesNotApply(t *testing.T) {
	r := reportstest.Conforming()
	one := r.Verdicts.Scenarios[0]
	one.Verdict, one.Reason, one.Passed = reports.NotApplicable, "option: the ICS does not claim V", 0
	for range 500 {
		r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, one)
	}
	before, after := readJUnit(t, reportstest.Conforming()), readJUnit(t, r)
	if after.Tests != before.Tests+1 || after.Skipped != before.Skipped+1 {
		t.Errorf("500 scenarios of one feature and reason: %d test cases, %d skipped; before %d, %d", after.Tests, after.Skipped, before.Tests, before.Skipped)
	}
}
