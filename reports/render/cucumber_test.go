package render_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	gherkin "github.com/cucumber/gherkin/go/v26"
	official "github.com/cucumber/messages/go/v21"
	messages "github.com/cucumber/messages/go/v28"
	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/reports/render"
	"touchstone/reports/reportstest"
)

// envelopes reads messages as strictly as the protocol's types allow: one to a line, no unknown field.
func envelopes(t *testing.T, r *reports.Report) []messages.Envelope {
	t.Helper()
	var b bytes.Buffer
	if err := render.Cucumber(&b, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	var out []messages.Envelope
	for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n") {
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		var e messages.Envelope
		if err := d.Decode(&e); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		out = append(out, e)
	}
	return out
}

// Everything that a message points to was sent before it, and everything that is started is finished.
func TestMessagesAreInOrder(t *testing.T) {
	for _, r := range every() {
		known, open := map[string]bool{}, map[string]bool{}
		define := func(id string) {
			if id == "" || known[id] {
				t.Errorf("id %q is empty or used twice", id)
			}
			known[id] = true
		}
		need := func(what, id string) {
			if !known[id] {
				t.Errorf("%s points to %q, which was not sent", what, id)
			}
		}
		all := envelopes(t, r)
		if all[0].Meta == nil || all[len(all)-1].TestRunFinished == nil {
			t.Fatal("meta is not first, or testRunFinished is not last")
		}
		finished := 0
		for _, e := range all {
			switch {
			case e.GherkinDocument != nil:
				for _, c := range e.GherkinDocument.Feature.Children {
					define(c.Scenario.Id)
					for _, s := range c.Scenario.Steps {
						define(s.Id)
					}
					for _, tag := range c.Scenario.Tags {
						define(tag.Id)
					}
				}
			case e.Pickle != nil:
				define(e.Pickle.Id)
				need("pickle", e.Pickle.AstNodeIds[0])
				for _, s := range e.Pickle.Steps {
					define(s.Id)
					need("pickle step", s.AstNodeIds[0])
				}
				for _, tag := range e.Pickle.Tags {
					need("pickle tag", tag.AstNodeId)
				}
			case e.TestRunStarted != nil:
				define(e.TestRunStarted.Id)
			case e.TestCase != nil:
				define(e.TestCase.Id)
				need("test case", e.TestCase.PickleId)
				need("test case", e.TestCase.TestRunStartedId)
				for _, s := range e.TestCase.TestSteps {
					define(s.Id)
					need("test step", s.PickleStepId)
				}
			case e.TestCaseStarted != nil:
				define(e.TestCaseStarted.Id)
				need("start", e.TestCaseStarted.TestCaseId)
				open[e.TestCaseStarted.Id] = true
			case e.TestStepStarted != nil:
				need("start of a step", e.TestStepStarted.TestStepId)
				open[e.TestStepStarted.TestStepId] = true
			case e.Attachment != nil:
				if !open[e.Attachment.TestStepId] || !open[e.Attachment.TestCaseStartedId] || e.Attachment.Body == "" {
					t.Error("an attachment to what is not under way, or to nothing")
				}
			case e.TestStepFinished != nil:
				delete(open, e.TestStepFinished.TestStepId)
				finished++
			case e.TestCaseFinished != nil:
				delete(open, e.TestCaseFinished.TestCaseStartedId)
			case e.TestRunFinished != nil:
				if e.TestRunFinished.Success != (r.Verdicts.Conclusion == reports.Conforming) {
					t.Errorf("success is %v of a %s run", e.TestRunFinished.Success, r.Verdicts.Conclusion)
				}
			}
		}
		if len(open) > 0 {
			t.Errorf("not finished: %v", open)
		}
		if finished < len(r.Verdicts.Scenarios) {
			t.Errorf("%d steps of %d scenarios", finished, len(r.Verdicts.Scenarios))
		}
	}
}

// The documents and pickles are those that the parser of Gherkin makes of the sources, whatever words
// are in the report.
func TestMessagesAreWhatTheParserMakes(t *testing.T) {
	odd := reportstest.Sample()
	s := &odd.Verdicts.Scenarios[0]
	s.Name, s.Feature = "# a\nScenario: two @x \"\"\" | b |", "  Feature:\t# no comment "
	s.Tags = append(s.Tags, "@two tags", "no tag", "@", "@a#b", "@é")
	s.Steps = append(s.Steps, reports.Step{Text: "\"\"\"\n| a | table |"}, reports.Step{Text: ""}, reports.Step{Text: "Given"}, reports.Step{Text: "* a star"}, reports.Step{Text: "And it goes on", Verdict: reports.Pass})
	for _, r := range append(every(), odd) {
		compareWithParser(t, r)
	}
}

// FuzzMessages puts words from outside where a report has them.
func FuzzMessages(f *testing.F) {
	f.Add("A feature", "a scenario", "Given a0 = 1", "@ext:M", "@rule:x")
	f.Add("# language: zh-CN", "\tScenario:", "* \u2028 | \u00a0", "@é", "@\U0001f980")
	f.Add("", "", "", "", "@")
	f.Fuzz(func(t *testing.T, feature, name, step, tag, other string) {
		for _, s := range []string{feature, name, step, tag, other} {
			if !utf8.ValidString(s) {
				t.Skip("a report is JSON, which has no such strings")
			}
		}
		r := reportstest.Small()
		s := &r.Verdicts.Scenarios[0]
		s.Feature, s.Name, s.Tags = feature, name, []string{tag, other}
		s.Steps = append(s.Steps, reports.Step{Text: step}, reports.Step{Text: "And it goes on", Verdict: reports.Pass})
		compareWithParser(t, r)
	})
}

func compareWithParser(t *testing.T, r *reports.Report) {
	t.Helper()
	sources := map[string]string{}
	pickles := map[string][]*messages.Pickle{}
	documents := map[string]*messages.GherkinDocument{}
	for _, e := range envelopes(t, r) {
		switch {
		case e.Source != nil:
			sources[e.Source.Uri] = e.Source.Data
		case e.GherkinDocument != nil:
			documents[e.GherkinDocument.Uri] = e.GherkinDocument
		case e.Pickle != nil:
			pickles[e.Pickle.Uri] = append(pickles[e.Pickle.Uri], e.Pickle)
		}
	}
	for uri, text := range sources {
		ids := &official.Incrementing{}
		parsed, err := gherkin.ParseGherkinDocument(strings.NewReader(text), ids.NewId)
		if err != nil {
			t.Fatalf("%s: %v\n%s", uri, err, text)
		}
		parsed.Uri = uri
		if diff := cmp.Diff(plain(t, parsed), plain(t, documents[uri])); diff != "" {
			t.Errorf("%s: the parser makes another document:\n%s", uri, diff)
		}
		if diff := cmp.Diff(plain(t, gherkin.Pickles(*parsed, uri, ids.NewId)), plain(t, pickles[uri])); diff != "" {
			t.Errorf("%s: the parser makes other pickles:\n%s", uri, diff)
		}
	}
}

// plain is a message without its ids.
func plain(t *testing.T, message any) any {
	t.Helper()
	text, err := json.Marshal(message)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return without(v)
}

func without(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range []string{"id", "astNodeId", "astNodeIds"} {
			delete(v, key)
		}
		for k := range v {
			v[k] = without(v[k])
		}
	case []any:
		for i := range v {
			v[i] = without(v[i])
		}
	}
	return v
}

// A scenario's worst step is its verdict, in the words of the protocol.
func TestMessagesBearTheVerdicts(t *testing.T) {
	r := reportstest.Sample()
	hung := r.Verdicts.Scenarios[0]
	hung.ID, hung.Verdict, hung.Failed = "riscv/i/hang.feature:7", reports.Fail, 1
	hung.Steps = []reports.Step{{Text: "Given a0 = 1"}, {Text: "When the hart executes \"wfi\""}}
	r.Verdicts.Scenarios = append(r.Verdicts.Scenarios, hung)
	want := map[reports.Verdict]messages.TestStepResultStatus{
		reports.Pass: messages.TestStepResultStatus_PASSED, reports.Fail: messages.TestStepResultStatus_FAILED,
		reports.Error: messages.TestStepResultStatus_FAILED, reports.Inconclusive: messages.TestStepResultStatus_PENDING,
		reports.Untested: messages.TestStepResultStatus_SKIPPED, reports.NotApplicable: messages.TestStepResultStatus_SKIPPED,
	}
	rank := []messages.TestStepResultStatus{
		messages.TestStepResultStatus_PASSED, messages.TestStepResultStatus_SKIPPED,
		messages.TestStepResultStatus_PENDING, messages.TestStepResultStatus_FAILED,
	}
	at := func(s messages.TestStepResultStatus) int {
		for i := range rank {
			if rank[i] == s {
				return i
			}
		}
		t.Fatalf("status %s", s)
		return 0
	}
	worst, cases, said, attached := map[string]int{}, map[string]string{}, map[string]bool{}, 0
	for _, e := range envelopes(t, r) {
		switch {
		case e.TestCase != nil:
			cases[e.TestCase.Id] = e.TestCase.PickleId
		case e.TestCaseStarted != nil:
			cases[e.TestCaseStarted.Id] = cases[e.TestCaseStarted.TestCaseId]
		case e.TestStepFinished != nil:
			id, result := cases[e.TestStepFinished.TestCaseStartedId], e.TestStepFinished.TestStepResult
			worst[id] = max(worst[id], at(result.Status))
			said[id] = said[id] || result.Message != ""
		case e.Attachment != nil:
			attached++
		}
	}
	for _, s := range r.Verdicts.Scenarios {
		if have := rank[worst[s.ID]]; have != want[s.Verdict] {
			t.Errorf("%s is %s, and its messages say %s", s.ID, s.Verdict, have)
		}
		if said[s.ID] != (s.Verdict != reports.Pass) {
			t.Errorf("%s is %s, and that its messages have words for it is %v", s.ID, s.Verdict, said[s.ID])
		}
	}
	if attached != len(r.Evidence) {
		t.Errorf("%d attachments, %d pieces of evidence", attached, len(r.Evidence))
	}
}
