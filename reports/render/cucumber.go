package render

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	messages "github.com/cucumber/messages/go/v28"

	"touchstone/reports"
)

// messagesProtocol is the version of the messages that this package writes.
const messagesProtocol = "28.1.0"

// Cucumber writes the report as Cucumber messages, one JSON object a line, in the order in which a
// runner would have sent them: meta; each feature's source, document and pickles; the start of the
// run; each scenario's test case, its steps and their results; the end of the run.
//
// A report holds scenarios as they were executed: outlines filled in, tables and doc strings left
// out. So the source of a feature is written from the report, and its document is what a parser of
// Gherkin makes of that source; lines are those of that source. Which line of which file a scenario
// stands in is said by its pickle's id. The protocol has no time of single steps here: all of them
// have the time at which the run started. It has no word for inconclusive either: such a step is
// pending, which is neither passed nor failed.
//
// Messages are written as they are made; the whole is never in memory.
func Cucumber(w io.Writer, r *reports.Report, o Options) error {
	c, err := loadCatalogue("")
	if err != nil {
		return err
	}
	c = c.about(r)
	waivers := o.sheet(r)
	b := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	m := &messenger{encoder: enc, started: timestamp(r.Run.Started), evidence: evidenceByScenario(r), asked: c.asked}
	m.send(&messages.Envelope{Meta: meta(r)})
	documents := featureDocuments(r)
	for _, d := range documents {
		m.announce(d)
	}
	m.send(&messages.Envelope{TestRunStarted: &messages.TestRunStarted{Timestamp: m.started, Id: "run"}})
	for _, d := range documents {
		for i := range d.scenarios {
			m.execute(&d.scenarios[i])
		}
	}
	m.send(&messages.Envelope{TestRunFinished: &messages.TestRunFinished{
		Message: clip(c.claim(&r.Verdicts, waivers)+waiverLines(c, waivers.Shown()), junitText), Success: r.Verdicts.Conclusion == reports.Conforming,
		Timestamp: timestamp(r.Run.Finished), TestRunStartedId: "run",
	}})
	if m.err != nil {
		return m.err
	}
	return b.Flush()
}

// messenger sends messages until one cannot be sent.
type messenger struct {
	encoder  *json.Encoder
	started  *messages.Timestamp
	evidence map[string][]*reports.Evidence
	asked    bool // of the catalogue
	err      error
}

func (m *messenger) send(e *messages.Envelope) {
	if m.err == nil {
		m.err = m.encoder.Encode(e)
	}
}

func meta(r *reports.Report) *messages.Meta {
	system, cpu, _ := strings.Cut(r.Run.Host, "/")
	return &messages.Meta{
		ProtocolVersion: messagesProtocol,
		Implementation:  &messages.Product{Name: r.Suite.Name, Version: r.Suite.Version},
		Runtime:         &messages.Product{Name: r.Implementation.Name, Version: r.Implementation.Version},
		Os:              &messages.Product{Name: system},
		Cpu:             &messages.Product{Name: cpu},
	}
}

// timestamp reads the time of a report; what is none is the beginning of time.
func timestamp(at string) *messages.Timestamp {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return &messages.Timestamp{}
	}
	return &messages.Timestamp{Seconds: t.Unix(), Nanos: int64(t.Nanosecond())}
}

// announce sends what a parser makes of a feature.
func (m *messenger) announce(d *featureDocument) {
	source, document, pickles := d.write()
	m.send(&messages.Envelope{Source: source})
	m.send(&messages.Envelope{GherkinDocument: document})
	for _, p := range pickles {
		m.send(&messages.Envelope{Pickle: p})
	}
}

// execute sends a scenario's test case and how it went.
func (m *messenger) execute(s *documentScenario) {
	run, steps := "r"+s.id, make([]*messages.TestStep, len(s.steps))
	for i := range s.steps {
		steps[i] = &messages.TestStep{Id: "t" + s.step(i), PickleStepId: "p" + s.step(i)}
	}
	m.send(&messages.Envelope{TestCase: &messages.TestCase{Id: "t" + s.id, PickleId: s.ID, TestSteps: steps, TestRunStartedId: "run"}})
	m.send(&messages.Envelope{TestCaseStarted: &messages.TestCaseStarted{Id: run, TestCaseId: "t" + s.id, Timestamp: m.started}})
	results := stepResults(s, m.evidence[s.ID])
	for i, result := range results {
		m.send(&messages.Envelope{TestStepStarted: &messages.TestStepStarted{TestCaseStartedId: run, TestStepId: steps[i].Id, Timestamp: m.started}})
		if result.Status == messages.TestStepResultStatus_FAILED {
			m.attach(run, steps[i].Id, s, i)
		}
		m.send(&messages.Envelope{TestStepFinished: &messages.TestStepFinished{
			TestCaseStartedId: run, TestStepId: steps[i].Id, TestStepResult: result, Timestamp: m.started,
		}})
	}
	m.send(&messages.Envelope{TestCaseFinished: &messages.TestCaseFinished{TestCaseStartedId: run, Timestamp: m.started}})
}

// attach sends the evidence of a step that failed.
func (m *messenger) attach(run, step string, s *documentScenario, i int) {
	for _, e := range evidenceOfStep(s, i, m.evidence[s.ID]) {
		m.send(&messages.Envelope{Attachment: &messages.Attachment{
			Body: strings.TrimPrefix(evidenceText([]*reports.Evidence{e}, m.asked), "\n"), MediaType: "text/plain",
			ContentEncoding:   messages.AttachmentContentEncoding_IDENTITY,
			TestCaseStartedId: run, TestStepId: step, Timestamp: m.started,
		}})
	}
}

// stepResults says how each step went. Givens and Whens have no verdict of their own: they went well
// where a Then was judged at all. When the scenario has a verdict that none of its steps shows (it
// hung, or its footing was lost), the last one bears it.
func stepResults(s *documentScenario, evidence []*reports.Evidence) []*messages.TestStepResult {
	out := make([]*messages.TestStepResult, len(s.steps))
	shown := s.Verdict == reports.Pass
	for i, step := range s.steps {
		verdict := step.verdict
		if verdict == "" {
			verdict = reports.Pass
		}
		if !s.Ran() && (s.Verdict == reports.Untested || s.Verdict == reports.NotApplicable) {
			verdict = s.Verdict
		}
		shown = shown || verdict == s.Verdict
		out[i] = stepResult(verdict, s, evidenceOfStep(s, i, evidence))
	}
	for i := 1; i < len(out); i++ {
		if out[i].Status == messages.TestStepResultStatus_SKIPPED && out[i].Message == out[0].Message {
			out[i].Message = "" // said once
		}
	}
	if !shown && len(out) > 0 {
		out[len(out)-1] = stepResult(s.Verdict, s, evidenceOfStep(s, len(out)-1, evidence))
	}
	return out
}

func stepResult(v reports.Verdict, s *documentScenario, evidence []*reports.Evidence) *messages.TestStepResult {
	r := &messages.TestStepResult{Duration: &messages.Duration{}, Status: messages.TestStepResultStatus_PASSED}
	switch v {
	case reports.Pass:
		return r
	case reports.Untested, reports.NotApplicable:
		r.Status, r.Message = messages.TestStepResultStatus_SKIPPED, reports.Because(string(v), s.Reason)
		return r
	case reports.Inconclusive:
		r.Status, r.Message = messages.TestStepResultStatus_PENDING, reports.Because(string(v), s.Reason)
		return r
	case reports.Fail:
		r.Message = strconv.Itoa(s.Failed) + " checks failed"
		if len(evidence) > 0 {
			r.Message = evidence[0].Why
		}
	default:
		r.Message = reports.Because(string(v), s.Reason)
	}
	r.Status, r.Exception = messages.TestStepResultStatus_FAILED, &messages.Exception{Type: string(v), Message: r.Message}
	return r
}

// evidenceOfStep is the evidence of the check that a step is; of a scenario with one failing step,
// or whose checks are named otherwise, all that there is.
func evidenceOfStep(s *documentScenario, i int, all []*reports.Evidence) []*reports.Evidence {
	var own []*reports.Evidence
	named := false
	for _, e := range all {
		for j, step := range s.steps {
			if step.is(e.Check) {
				named = true
				if i == j {
					own = append(own, e)
				}
			}
		}
	}
	if named {
		return own
	}
	return all
}

func evidenceByScenario(r *reports.Report) map[string][]*reports.Evidence {
	out := map[string][]*reports.Evidence{}
	for i := range r.Evidence {
		e := &r.Evidence[i]
		out[e.Scenario] = append(out[e.Scenario], e)
	}
	return out
}
