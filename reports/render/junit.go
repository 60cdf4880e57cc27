package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"touchstone/reports"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name      string      `xml:"name,attr"`
	Tests     int         `xml:"tests,attr"`
	Failures  int         `xml:"failures,attr"`
	Errors    int         `xml:"errors,attr"`
	Skipped   int         `xml:"skipped,attr"`
	Timestamp string      `xml:"timestamp,attr,omitempty"`
	Cases     []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name      string       `xml:"name,attr"`
	Classname string       `xml:"classname,attr"`
	File      string       `xml:"file,attr,omitempty"`
	Failure   *junitReport `xml:"failure"`
	Error     *junitReport `xml:"error"`
	Skipped   *junitReport `xml:"skipped"`
	Output    *junitText   `xml:"system-out"`
}

type junitReport struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

type junitText struct {
	Text string `xml:",chardata"`
}

// JUnit writes what GitHub, GitLab and Jenkins read: a suite a feature, a test case a scenario.
// What is inconclusive is an error there, because JUnit has no word for it and green it is not;
// what did not run is skipped, with the reason.
func JUnit(w io.Writer, r *reports.Report, _ Options) error {
	byScenario := map[string][]*reports.Evidence{}
	for i := range r.Evidence {
		e := &r.Evidence[i]
		byScenario[e.Scenario] = append(byScenario[e.Scenario], e)
	}
	all := junitSuites{Name: name(r.Implementation) + " against " + r.Verdicts.Profile}
	for _, f := range features(r) {
		suite := junitSuite{Name: f.Name, Timestamp: strings.TrimSuffix(r.Run.Started, "Z")}
		seen := map[string]bool{}
		for _, s := range f.Scenarios {
			c := junitScenario(s, byScenario[s.ID])
			if seen[c.Name] {
				c.Name += " (" + s.ID + ")"
			}
			seen[c.Name] = true
			suite.Tests++
			switch {
			case c.Failure != nil:
				suite.Failures++
			case c.Error != nil:
				suite.Errors++
			case c.Skipped != nil:
				suite.Skipped++
			}
			suite.Cases = append(suite.Cases, c)
		}
		all.Tests += suite.Tests
		all.Failures += suite.Failures
		all.Errors += suite.Errors
		all.Skipped += suite.Skipped
		all.Suites = append(all.Suites, suite)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func junitScenario(s *reports.ScenarioVerdict, evidence []*reports.Evidence) junitCase {
	file, _, _ := strings.Cut(s.ID, ":")
	c := junitCase{Name: s.Name, Classname: s.Feature, File: "features/" + file}
	switch s.Verdict {
	case reports.Pass:
	case reports.Fail:
		c.Failure = &junitReport{Message: fmt.Sprintf("%d of %d checks failed", s.Failed, s.Passed+s.Failed), Type: "fail"}
		if len(evidence) > 0 {
			c.Failure.Message = evidence[0].Why
		}
		c.Failure.Text = evidenceText(evidence)
	case reports.Untested, reports.NotApplicable:
		c.Skipped = &junitReport{Message: string(s.Verdict) + ": " + s.Reason}
	default:
		c.Error = &junitReport{Message: s.Reason, Type: string(s.Verdict)}
	}
	if len(s.Rules) > 0 {
		c.Output = &junitText{"rules: " + strings.Join(s.Rules, ", ")}
	}
	return c
}

// evidenceText is failing cases in plain text.
func evidenceText(evidence []*reports.Evidence) string {
	var b strings.Builder
	for _, e := range evidence {
		fmt.Fprintf(&b, "\n%s\ncase %s%s\nrules %s\ncheck: %s\n", e.Why, e.Case, within(e.Environment), strings.Join(e.Rules, ", "), e.Check)
		parts(&b, e, "code", "before", "allowed", "observed")
		if e.Alike > 0 {
			fmt.Fprintf(&b, "  %d more cases fail alike\n", e.Alike)
		}
		if len(e.Reproduce) > 0 {
			b.WriteString("  as a scenario, reduced:\n")
			for _, line := range e.Reproduce {
				fmt.Fprintf(&b, "    %s\n", line)
			}
		}
	}
	return b.String()
}

// parts writes those of a case that are asked for, each with its name.
func parts(b *strings.Builder, e *reports.Evidence, names ...string) {
	of := map[string][]string{"code": e.Code, "before": e.Before, "allowed": e.Allowed, "observed": e.Observed}
	for _, name := range names {
		label := name
		for _, line := range of[name] {
			fmt.Fprintf(b, "  %-9s %s\n", label, line)
			label = ""
		}
	}
}

// within names the one of several environments that something was seen in.
func within(environment string) string {
	if environment == "" {
		return ""
	}
	return " in environment " + environment
}
