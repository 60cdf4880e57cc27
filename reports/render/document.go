package render

import (
	"slices"
	"strconv"
	"strings"

	messages "github.com/cucumber/messages/go/v28"

	"touchstone/reports"
)

// featureDocument is the scenarios of one feature file, as the report has them.
type featureDocument struct {
	file      string
	name      string
	scenarios []documentScenario
}

type documentScenario struct {
	*reports.ScenarioVerdict
	id    string // its number: short, because it stands in dozens of messages
	title string
	tags  []string
	steps []documentStep
}

func (s *documentScenario) step(i int) string { return s.id + "." + strconv.Itoa(i+1) }

type documentStep struct {
	keyword string // as Gherkin has it, with the space: "Given "
	text    string
	verdict reports.Verdict
}

func (s documentStep) words() string { return s.keyword + s.text }

// is says whether the step is the check that evidence names: with its keyword or without, and without
// the rules that it stands for.
func (s documentStep) is(check string) bool {
	check = newDocumentStep(line(check), "").text
	return check == s.text || strings.HasPrefix(s.text, check+" [")
}

// featureDocuments puts the scenarios of a report together by file, in its order.
func featureDocuments(r *reports.Report) []*featureDocument {
	var out []*featureDocument
	at := map[string]*featureDocument{}
	for i := range r.Verdicts.Scenarios {
		s := &r.Verdicts.Scenarios[i]
		file, _ := place(s.ID)
		d := at[file]
		if d == nil {
			d = &featureDocument{file: file, name: line(s.Feature)}
			at[file] = d
			out = append(out, d)
		}
		x := documentScenario{ScenarioVerdict: s, id: strconv.Itoa(i + 1), title: line(s.Name)}
		for _, tag := range s.Tags {
			if t := line(tag); strings.HasPrefix(t, "@") && len(t) > 1 && !strings.ContainsAny(t[1:], "@# ") {
				x.tags = append(x.tags, t)
			}
		}
		for _, step := range s.Steps {
			x.steps = append(x.steps, newDocumentStep(line(step.Text), step.Verdict))
		}
		if len(x.steps) == 0 {
			x.steps = []documentStep{{"* ", "the scenario is executed", s.Verdict}}
		}
		d.scenarios = append(d.scenarios, x)
	}
	return out
}

func newDocumentStep(text string, v reports.Verdict) documentStep {
	for _, keyword := range []string{"Given ", "When ", "Then ", "And ", "But "} {
		if rest, ok := strings.CutPrefix(text, keyword); ok {
			return documentStep{keyword, strings.TrimSpace(rest), v}
		}
	}
	return documentStep{"* ", strings.TrimSpace(strings.TrimPrefix(text, "* ")), v}
}

// place parts the id of a scenario into its file and its line, 0 when it has none.
func place(id string) (file string, at int) {
	i := strings.LastIndexByte(id, ':')
	if i < 0 {
		return id, 0
	}
	n, err := strconv.Atoi(id[i+1:])
	if err != nil || n < 0 {
		return id, 0
	}
	return id[:i], n
}

// line makes words fit on a line of Gherkin: control characters and runs of space become one space.
func line(s string) string {
	return strings.Join(strings.Fields(clean(strings.ReplaceAll(s, "\n", " "))), " ")
}

// write gives the source of the feature, the document that a parser makes of it, and its pickles.
func (d *featureDocument) write() (*messages.Source, *messages.GherkinDocument, []*messages.Pickle) {
	uri := "features/" + d.file
	var text strings.Builder
	at := int64(0)
	put := func(column int64, words string) *messages.Location {
		at++
		text.WriteString(strings.Repeat(" ", int(column)-1))
		text.WriteString(words)
		text.WriteByte('\n')
		return &messages.Location{Line: at, Column: column}
	}
	feature := &messages.Feature{Location: put(1, "Feature: "+d.name), Tags: []*messages.Tag{}, Language: "en", Keyword: "Feature", Name: d.name}
	pickles := make([]*messages.Pickle, len(d.scenarios))
	for i := range d.scenarios {
		s := &d.scenarios[i]
		put(1, "")
		x := &messages.Scenario{Id: "s" + s.id, Keyword: "Scenario", Name: s.title, Tags: []*messages.Tag{}, Examples: []*messages.Examples{}}
		p := &messages.Pickle{Id: s.ID, Uri: uri, Name: s.title, Language: "en", AstNodeIds: []string{x.Id}, Tags: []*messages.PickleTag{}}
		if len(s.tags) > 0 {
			where := put(3, strings.Join(s.tags, " "))
			column := where.Column
			for j, tag := range s.tags {
				id := x.Id + "@" + strconv.Itoa(j+1)
				x.Tags = append(x.Tags, &messages.Tag{Location: &messages.Location{Line: where.Line, Column: column}, Name: tag, Id: id})
				p.Tags = append(p.Tags, &messages.PickleTag{Name: tag, AstNodeId: id})
				column += int64(len([]rune(tag))) + 1
			}
		}
		x.Location = put(3, "Scenario: "+s.title)
		of := messages.PickleStepType_UNKNOWN
		for j, step := range s.steps {
			kind := stepKind(step.keyword)
			of = pickleType(kind, of)
			id := "s" + s.step(j)
			x.Steps = append(x.Steps, &messages.Step{Location: put(5, step.words()), Keyword: step.keyword, KeywordType: kind, Text: step.text, Id: id})
			p.Steps = append(p.Steps, &messages.PickleStep{AstNodeIds: []string{id}, Id: "p" + s.step(j), Type: of, Text: step.text})
		}
		feature.Children = append(feature.Children, &messages.FeatureChild{Scenario: x})
		pickles[i] = p
	}
	return &messages.Source{Uri: uri, Data: text.String(), MediaType: messages.SourceMediaType_TEXT_X_CUCUMBER_GHERKIN_PLAIN},
		&messages.GherkinDocument{Uri: uri, Feature: feature, Comments: []*messages.Comment{}}, pickles
}

func stepKind(keyword string) messages.StepKeywordType {
	kinds := []messages.StepKeywordType{
		messages.StepKeywordType_CONTEXT, messages.StepKeywordType_ACTION, messages.StepKeywordType_OUTCOME,
		messages.StepKeywordType_CONJUNCTION, messages.StepKeywordType_CONJUNCTION,
	}
	if i := slices.Index([]string{"Given ", "When ", "Then ", "And ", "But "}, keyword); i >= 0 {
		return kinds[i]
	}
	return messages.StepKeywordType_UNKNOWN
}

// pickleType is what a step is for; a conjunction goes on with what came before.
func pickleType(kind messages.StepKeywordType, before messages.PickleStepType) messages.PickleStepType {
	switch kind {
	case messages.StepKeywordType_CONTEXT:
		return messages.PickleStepType_CONTEXT
	case messages.StepKeywordType_ACTION:
		return messages.PickleStepType_ACTION
	case messages.StepKeywordType_OUTCOME:
		return messages.PickleStepType_OUTCOME
	case messages.StepKeywordType_CONJUNCTION:
		return before
	}
	return messages.PickleStepType_UNKNOWN
}
