package render

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"touchstone/reports"
	"touchstone/reports/waiver"
)

// What readers of JUnit XML bear: GitLab takes files up to 30 MB, and text up to 10 MB in one place;
// GitHub's annotations take 64 KiB. So what is said of one test case is kept far below.
const (
	junitEvidence = 3       // failing cases shown for a scenario
	junitText     = 8 << 10 // bytes of a failure's text
	junitLine     = 300     // bytes of a message
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Time     string       `xml:"time,attr,omitempty"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name       string           `xml:"name,attr"`
	Tests      int              `xml:"tests,attr"`
	Failures   int              `xml:"failures,attr"`
	Errors     int              `xml:"errors,attr"`
	Skipped    int              `xml:"skipped,attr"`
	Timestamp  string           `xml:"timestamp,attr,omitempty"`
	Properties *junitProperties `xml:"properties"`
	Cases      []junitCase      `xml:"testcase"`
}

type junitProperties struct {
	Property []junitProperty `xml:"property"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name      string       `xml:"name,attr"`
	Classname string       `xml:"classname,attr"`
	File      string       `xml:"file,attr,omitempty"`
	Line      int          `xml:"line,attr,omitempty"`
	Failure   *junitReport `xml:"failure"`
	Error     *junitReport `xml:"error"`
	Skipped   *junitReport `xml:"skipped"`
	Output    *junitOutput `xml:"system-out"`
}

type junitReport struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr,omitempty"`
	Text    string `xml:",chardata"`
}

type junitOutput struct {
	Text string `xml:",chardata"`
}

// JUnit writes what GitHub's actions, GitLab and Jenkins read. The first suite has one test case, the
// conclusion: it can be other than conforming while every scenario passed. Then there is a suite a
// feature, with a test case a scenario. What is inconclusive is an error there, because JUnit has no
// word for it and green it is not; what did not run is skipped, with the reason; scenarios that do not
// apply to the claims are one skipped test case a feature and reason, which says how many they are.
//
// GitLab shows class name, name and the text of a failure, not its message attribute; it tells test
// cases apart by class name and name. So both together are unique, and the text says all.
func JUnit(w io.Writer, r *reports.Report, o Options) error {
	c, err := loadCatalogue("")
	if err != nil {
		return err
	}
	c = c.about(r)
	all := junitSuites{Name: name(r.Implementation) + " against " + r.Verdicts.Profile, Time: junitTime(r.Run)}
	waivers := o.sheet(r)
	all.add(junitConclusion(r, c, waivers), r)
	evidence := evidenceByScenario(r)
	for _, f := range features(r) {
		suite, seen := junitSuite{Name: f.Name}, map[string]bool{}
		for _, s := range f.Scenarios {
			if s.Verdict == reports.NotApplicable {
				continue
			}
			x := junitScenario(s, evidence[s.ID], c, waivers)
			if seen[x.Name] {
				x.Name += " (" + s.ID + ")"
			}
			seen[x.Name] = true
			suite.Cases = append(suite.Cases, x)
		}
		suite.Cases = append(suite.Cases, junitOutOfScope(f)...)
		all.add(suite, r)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(all); err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n")
	return err
}

// add counts a suite, and counts it in.
func (all *junitSuites) add(suite junitSuite, r *reports.Report) {
	suite.Timestamp = strings.TrimSuffix(r.Run.Started, "Z")
	suite.Tests = len(suite.Cases)
	for i := range suite.Cases {
		switch c := &suite.Cases[i]; {
		case c.Failure != nil:
			suite.Failures++
		case c.Error != nil:
			suite.Errors++
		case c.Skipped != nil:
			suite.Skipped++
		}
	}
	all.Tests += suite.Tests
	all.Failures += suite.Failures
	all.Errors += suite.Errors
	all.Skipped += suite.Skipped
	all.Suites = append(all.Suites, suite)
}

// junitTime is how long the run took, in seconds.
func junitTime(run reports.Run) string {
	from, err := time.Parse(time.RFC3339, run.Started)
	to, also := time.Parse(time.RFC3339, run.Finished)
	if err != nil || also != nil || to.Before(from) {
		return ""
	}
	return strconv.FormatFloat(to.Sub(from).Seconds(), 'f', 3, 64)
}

// junitConclusion is the verdict over the profile as a test case.
func junitConclusion(r *reports.Report, c *catalogue, waivers *waiver.Sheet) junitSuite {
	v := &r.Verdicts
	x := junitCase{Name: "The implementation conforms to " + v.Profile, Classname: v.Profile, Output: &junitOutput{c.claim(v, waivers)}}
	x.Output.Text = clip(x.Output.Text+waiverLines(c, waivers.Shown()), junitText)
	report := &junitReport{Message: c.claim(v, waivers), Type: string(v.Conclusion), Text: clip(strings.Join(v.Reasons, "\n"), junitText)}
	switch v.Conclusion {
	case reports.Conforming:
	case reports.NonConforming:
		x.Failure = report
	default:
		x.Error = report
	}
	n := v.Counts
	return junitSuite{Name: v.Profile, Cases: []junitCase{x}, Properties: &junitProperties{[]junitProperty{
		{"report", r.ID}, {"suite", r.Suite.Name + " " + r.Suite.Version}, {"implementation", name(r.Implementation)},
		{"profile", v.Profile}, {"conclusion", string(v.Conclusion)}, {"environments", strings.Join(v.Environments, ", ")},
		{"effort", v.Effort}, {"seed", v.Seed}, {"rules.testable", strconv.Itoa(n.Testable)}, {"rules.tested", strconv.Itoa(n.Tested)},
		{"rules.touched", strconv.Itoa(n.Touched)}, {"rules.failed", strconv.Itoa(n.Failed)}, {"waivers", strconv.Itoa(waivers.Waived())},
	}}}
}

func junitScenario(s *reports.ScenarioVerdict, evidence []*reports.Evidence, words *catalogue, waivers *waiver.Sheet) junitCase {
	file, at := place(s.ID)
	c := junitCase{Name: s.Name, Classname: s.Feature, File: "features/" + file, Line: at}
	switch s.Verdict {
	case reports.Pass:
	case reports.Fail:
		c.Failure = &junitReport{Message: fmt.Sprintf("%d of %d checks failed", s.Failed, s.Passed+s.Failed), Type: "fail"}
		c.Failure.Text = c.Failure.Message
		if len(evidence) > 0 {
			c.Failure.Message = clip(evidence[0].Why, junitLine)
			c.Failure.Text = evidenceText(evidence[:min(junitEvidence, len(evidence))], words.asked)
			if more := len(evidence) - junitEvidence; more > 0 {
				c.Failure.Text += fmt.Sprintf("\n%d more failing cases are in the report\n", more)
			}
			c.Failure.Text = clip(c.Failure.Text, junitText)
		}
	case reports.Untested, reports.NotApplicable:
		c.Skipped = said(reports.Because(string(s.Verdict), s.Reason), "")
	default:
		c.Error = said(reports.Because(string(s.Verdict), s.Reason), string(s.Verdict))
	}
	if len(s.Rules) > 0 {
		text := "rules: " + strings.Join(s.Rules, ", ")
		if s.Verdict == reports.Fail {
			for _, rule := range s.Rules {
				of := waivers.Of(rule)
				text += waiverLines(words, of[:min(waiversOfRule, len(of))])
			}
		}
		c.Output = &junitOutput{clip(text, junitText)}
	}
	return c
}

func said(words, kind string) *junitReport {
	words = clip(words, junitLine)
	return &junitReport{Message: words, Type: kind, Text: words}
}

// junitOutOfScope are the scenarios of a feature that do not apply, by reason.
func junitOutOfScope(f feature) []junitCase {
	var out []junitCase
	at, counts := map[string]int{}, []int{}
	for _, s := range f.Scenarios {
		if s.Verdict != reports.NotApplicable {
			continue
		}
		i, ok := at[s.Reason]
		if !ok {
			i = len(out)
			at[s.Reason] = i
			file, _ := place(s.ID)
			out = append(out, junitCase{Name: reports.Because("not applicable", s.Reason), Classname: f.Name, File: "features/" + file})
			counts = append(counts, 0)
		}
		counts[i]++
	}
	for i := range out {
		out[i].Skipped = said(fmt.Sprintf("scenarios that do not apply: %d", counts[i]), "")
	}
	return out
}

// clip shortens words to so many bytes, and says so.
func clip(s string, most int) string {
	const mark = " …"
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:max(0, most-len(mark))], "") + mark
}

// evidenceText is failing cases in plain text; asked, of an implementation that is asked and answers.
func evidenceText(evidence []*reports.Evidence, asked bool) string {
	var b strings.Builder
	for _, e := range evidence {
		fmt.Fprintf(&b, "\n%s\ncase %s%s\nrules %s\ncheck: %s\n", e.Why, e.Case, within(e.Environment), strings.Join(e.Rules, ", "), e.Check)
		parts(&b, e, asked, "code", "before", "allowed", "observed")
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
func parts(b *strings.Builder, e *reports.Evidence, asked bool, names ...string) {
	called := map[string]string{}
	if asked {
		called = map[string]string{"code": "asked", "before": "given"}
	}
	of := map[string][]string{"code": e.Code, "before": e.Before, "allowed": e.Allowed, "observed": e.Observed}
	for _, name := range names {
		label := cmp.Or(called[name], name)
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
