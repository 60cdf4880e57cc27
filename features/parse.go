package features

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	gherkin "github.com/cucumber/gherkin/go/v26"
	messages "github.com/cucumber/messages/go/v21"
)

// ErrFeature is the class of errors about feature text.
var ErrFeature = errors.New("feature")

// Kind says what a step does; And and But are of the kind of the step before.
type Kind string

const (
	Given Kind = "Given"
	When  Kind = "When"
	Then  Kind = "Then"
)

// Scenario is a scenario as it runs: an outline gives one for each row of its examples.
type Scenario struct {
	ID      string // URI and line: "riscv/m/division.feature:14"
	URI     string
	Line    int // of the scenario, or of the row
	Feature string
	Title   string // with the outline's values filled in
	Tags    []string
	Steps   []Step
}

// Step is one line of a scenario, with the outline's values filled in.
type Step struct {
	Kind    Kind
	Keyword string // as written: "And"
	Text    string
	Line    int
	Doc     string // what follows between """
	HasDoc  bool
}

// Tag gives the values of the tags with this name: Tag("rule") of @rule:div_by_zero is "div_by_zero".
func (s *Scenario) Tag(name string) []string {
	var out []string
	for _, t := range s.Tags {
		if v, ok := strings.CutPrefix(t, "@"+name+":"); ok {
			out = append(out, v)
		}
	}
	return out
}

// File is one feature file with its text and its scenarios.
type File struct {
	URI       string
	Text      []byte
	Scenarios []Scenario

	document *messages.GherkinDocument
}

// Parse reads all feature files, in lexical order of their names. Errors carry file:line.
func Parse(files fs.FS) ([]File, error) {
	var out []File
	err := walk(files, func(uri string, text []byte) error {
		f, err := parse(uri, text)
		if err != nil {
			return err
		}
		out = append(out, *f)
		return nil
	})
	return out, err
}

// Count says how many files of features there are.
func Count(files fs.FS) (n int, err error) {
	err = walk(files, func(string, []byte) error { n++; return nil })
	return n, err
}

// parserLine is where an error of the parser begins: (line:column).
var parserLine = regexp.MustCompile(`(?m)^\((\d+):\d+\): `)

// placed gives the parser's errors, of which one follows from another, with file and line.
func placed(uri string, err error) string {
	text := strings.TrimPrefix(err.Error(), "Parser errors:\n")
	if !parserLine.MatchString(text) {
		return uri + ": " + text
	}
	return parserLine.ReplaceAllString(text, strings.ReplaceAll(uri, "$", "$$")+":$1: ")
}

func parse(uri string, text []byte) (*File, error) {
	newID := (&messages.Incrementing{}).NewId
	doc, err := gherkin.ParseGherkinDocument(bytes.NewReader(text), newID)
	if err != nil {
		return nil, fmt.Errorf("%w: %s", ErrFeature, placed(uri, err))
	}
	f := &File{URI: uri, Text: text, document: doc}
	if doc.Feature == nil {
		return f, nil
	}
	nodes := index(doc.Feature)
	for _, p := range gherkin.Pickles(*doc, uri, newID) {
		f.Scenarios = append(f.Scenarios, nodes.scenario(doc.Feature, p))
	}
	return f, nil
}

// nodes finds the line of everything that a pickle refers to, and the keyword of every step.
type nodes struct {
	lines    map[string]int
	keywords map[string]string
}

func index(f *messages.Feature) nodes {
	n := nodes{map[string]int{}, map[string]string{}}
	for _, c := range f.Children {
		switch {
		case c.Background != nil:
			n.steps(c.Background.Steps)
		case c.Scenario != nil:
			n.add(c.Scenario)
		case c.Rule != nil:
			for _, r := range c.Rule.Children {
				if r.Background != nil {
					n.steps(r.Background.Steps)
				}
				if r.Scenario != nil {
					n.add(r.Scenario)
				}
			}
		}
	}
	return n
}

func (n nodes) add(s *messages.Scenario) {
	n.lines[s.Id] = int(s.Location.Line)
	n.steps(s.Steps)
	for _, e := range s.Examples {
		for _, r := range e.TableBody {
			n.lines[r.Id] = int(r.Location.Line)
		}
	}
}

func (n nodes) steps(steps []*messages.Step) {
	for _, s := range steps {
		n.lines[s.Id] = int(s.Location.Line)
		n.keywords[s.Id] = strings.TrimSpace(s.Keyword)
	}
}

func (n nodes) scenario(f *messages.Feature, p *messages.Pickle) Scenario {
	line := n.lines[p.AstNodeIds[len(p.AstNodeIds)-1]]
	s := Scenario{
		ID: fmt.Sprintf("%s:%d", p.Uri, line), URI: p.Uri, Line: line,
		Feature: f.Name, Title: p.Name,
	}
	for _, t := range p.Tags {
		s.Tags = append(s.Tags, t.Name)
	}
	for _, ps := range p.Steps {
		step := Step{
			Kind: kinds[ps.Type], Keyword: n.keywords[ps.AstNodeIds[0]],
			Text: ps.Text, Line: n.lines[ps.AstNodeIds[0]],
		}
		if ps.Argument != nil && ps.Argument.DocString != nil {
			step.Doc, step.HasDoc = ps.Argument.DocString.Content, true
		}
		s.Steps = append(s.Steps, step)
	}
	return s
}

var kinds = map[messages.PickleStepType]Kind{
	messages.PickleStepType_CONTEXT: Given,
	messages.PickleStepType_ACTION:  When,
	messages.PickleStepType_OUTCOME: Then,
}
