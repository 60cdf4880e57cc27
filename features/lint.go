package features

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	messages "github.com/cucumber/messages/go/v21"

	"touchstone/specs"
)

// Vocabulary is what a linter needs to know of the sentences that steps may be.
type Vocabulary interface {
	Match(kind Kind, text string) []string       // forms of the sentences that a step is; one is right
	Nearest(kind Kind, text string) string       // form of the likeliest sentence
	Swept(kind Kind, text string) (string, bool) // the instruction row that a step sweeps
}

// Problem is what Lint found, where, and what to do about it.
type Problem struct {
	Pos  specs.Pos
	What string
	Fix  string
}

func (p Problem) String() string {
	return fmt.Sprintf("%s:%d: %s; %s", p.Pos.File, p.Pos.Line, p.What, p.Fix)
}

// Lint reads all features of a pack and reports, in the order of files and lines:
//   - tags: each scenario has an @ext tag of an extension of the pack, and @rule tags of its rules
//     (a scenario that only sweeps takes its rules from the rows); no tag is unknown;
//   - steps: each is exactly one sentence, every scenario has a Then, and no line of a description
//     reads like a step that a wrong keyword swallowed;
//   - outlines: every column of the examples is used, every <name> is a column;
//   - titles: no two scenarios or outlines of a file have the same one;
//   - breadth: every instruction of the extensions that are required to be swept is.
//
// required names those extensions; nil checks none.
func Lint(files fs.FS, pack *specs.Pack, v Vocabulary, required []string) ([]Problem, error) {
	parsed, err := Parse(files)
	if err != nil {
		return nil, err
	}
	l := &linter{pack: pack, v: v, swept: map[string]bool{}}
	for i := range parsed {
		l.file(&parsed[i])
	}
	for i := range pack.Instructions {
		row := &pack.Instructions[i]
		if slices.Contains(required, row.Extension) && !l.swept[row.Name] {
			l.problem(row.Position.File, row.Position.Line, fmt.Sprintf("no scenario sweeps %s", row.Name),
				`add it to the examples of a scenario: When the hart executes "`+row.Name+`" over its edge values`)
		}
	}
	return l.problems, nil
}

type linter struct {
	pack     *specs.Pack
	v        Vocabulary
	swept    map[string]bool
	titles   map[string]int64 // of the file
	problems []Problem
}

func (l *linter) problem(file string, line int, what, fix string) {
	p := Problem{specs.Pos{File: file, Line: line}, what, fix}
	if !slices.Contains(l.problems, p) {
		l.problems = append(l.problems, p)
	}
}

func (l *linter) file(f *File) {
	doc := f.document.Feature
	if doc == nil {
		l.problem(f.URI, 1, "there is no feature here", "begin with tags and Feature:, or delete the file")
		return
	}
	l.titles = map[string]int64{}
	l.description(f.URI, doc.Location.Line, doc.Description)
	for _, c := range doc.Children {
		l.child(f.URI, c.Background, c.Scenario)
		if c.Rule != nil {
			l.description(f.URI, c.Rule.Location.Line, c.Rule.Description)
			for _, r := range c.Rule.Children {
				l.child(f.URI, r.Background, r.Scenario)
			}
		}
	}
	for i := range f.Scenarios {
		l.scenario(&f.Scenarios[i])
	}
}

func (l *linter) child(uri string, b *messages.Background, s *messages.Scenario) {
	if b != nil {
		l.description(uri, b.Location.Line, b.Description)
	}
	if s != nil {
		if first, ok := l.titles[s.Name]; ok {
			l.problem(uri, int(s.Location.Line), fmt.Sprintf("the title %q is line %d's", s.Name, first), "say what is different about this one")
		}
		l.titles[s.Name] = s.Location.Line
		l.description(uri, s.Location.Line, s.Description)
		l.outline(uri, s)
	}
}

// stepLike is a line of a description that a reader would take for a step, a keyword or a tag.
var stepLike = regexp.MustCompile(`(?i)^\s*(given|when|then|and|but|when the|scenario|scenario outline|examples?|background|feature|rule)\b\s*:?.*`)

// stepLikeInChinese is the same in Chinese, where no space follows a keyword.
var stepLikeInChinese = regexp.MustCompile(`^\s*(假如|假设|假定|当|那么|而且|并且|同时|但是)\s*(\S.*)$`)

// keywordLike is the same without English: "Scenario:" misspelt, or with the colon forgotten.
var keywordLike = regexp.MustCompile(`^\s*(@|\||""")|^\s*\w+( \w+)?:\s`)

func (l *linter) description(uri string, line int64, text string) {
	for i, d := range strings.Split(text, "\n") {
		at := int(line) + 1 + i
		if keywordLike.MatchString(d) {
			l.problem(uri, at, fmt.Sprintf("%q reads like a keyword, but is part of a description", strings.TrimSpace(d)), "correct the keyword above it, or write the line differently")
			continue
		}
		word, rest, _ := strings.Cut(strings.TrimSpace(d), " ")
		if m := stepLikeInChinese.FindStringSubmatch(d); m != nil {
			word, rest = m[1], m[2]
		} else if !stepLike.MatchString(d) {
			continue
		}
		for _, kind := range []Kind{Given, When, Then} {
			if strings.HasSuffix(word, ":") || len(l.v.Match(kind, rest)) > 0 {
				l.problem(uri, at, fmt.Sprintf("%q is a step, but is part of a description", strings.TrimSpace(d)), "correct the first keyword of the scenario: Given, When or Then")
				break
			}
		}
	}
}

var placeholder = regexp.MustCompile(`<([^<>\s][^<>]*)>`)

// outline checks that examples and placeholders fit each other.
func (l *linter) outline(uri string, s *messages.Scenario) {
	used := map[string]bool{}
	note := func(text string) {
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			used[m[1]] = true
		}
	}
	note(s.Name)
	for _, step := range s.Steps {
		note(step.Text)
		if step.DocString != nil {
			note(step.DocString.Content)
		}
	}
	for _, t := range s.Tags {
		note(t.Name)
	}
	columns := map[string]bool{}
	for _, e := range s.Examples {
		if e.TableHeader == nil || len(e.TableBody) == 0 {
			l.problem(uri, int(e.Location.Line), "these examples have no rows", "add a header and a row, or delete them")
			continue
		}
		for _, c := range e.TableHeader.Cells {
			columns[c.Value] = true
			if !used[c.Value] {
				l.problem(uri, int(c.Location.Line), fmt.Sprintf("the column %q is not used", c.Value), "name it <"+c.Value+"> in the scenario, or delete it")
			}
		}
	}
	if len(s.Examples) == 0 {
		return
	}
	for name := range used {
		if !columns[name] {
			l.problem(uri, int(s.Location.Line), fmt.Sprintf("<%s> is no column of the examples", name), "add the column, or correct the name")
		}
	}
}

func (l *linter) scenario(s *Scenario) {
	sweeps, thens := false, 0
	for _, step := range s.Steps {
		l.step(s, step)
		if l.pack.Exchanges() && step.Kind == When && rowWise.MatchString(step.Text) {
			sweeps = true // its rows may name rules; compiling it tells
		}
		if row, ok := l.v.Swept(step.Kind, step.Text); ok {
			sweeps = true
			l.swept[row] = true
		}
		if step.Kind == Then {
			thens++
		}
	}
	if thens == 0 {
		l.problem(s.URI, s.Line, fmt.Sprintf("the scenario %q has no Then", s.Title), "say what must hold afterwards")
	}
	l.tags(s, sweeps)
}

func (l *linter) step(s *Scenario, step Step) {
	switch forms := l.v.Match(step.Kind, step.Text); len(forms) {
	case 1:
	case 0:
		fix := fmt.Sprintf("the nearest is: %s %s", step.Kind, l.v.Nearest(step.Kind, step.Text))
		at := specs.Pos{File: s.URI, Line: step.Line}
		if !slices.ContainsFunc(l.problems, func(p Problem) bool { return p.Pos == at && p.Fix == fix }) { // once for all rows of an outline
			l.problem(s.URI, step.Line, fmt.Sprintf("no sentence says %q", step.Text), fix)
		}
	default:
		l.problem(s.URI, step.Line, fmt.Sprintf("several sentences say %q: %s", step.Text, strings.Join(forms, " / ")), "say it so that it is one of them")
	}
	if m := ruleSuffix.FindStringSubmatch(step.Text); step.Kind == Then && m != nil {
		for id := range strings.SplitSeq(m[1], ",") {
			l.rule(s, step.Line, strings.TrimSpace(id))
		}
	}
}

// rowWise is a sweep of a pack of kind exchange.
var rowWise = regexp.MustCompile(`each row of|的每一行`)

var ruleSuffix = regexp.MustCompile(` \[([^\]]+)\]$`)

func (l *linter) rule(s *Scenario, line int, id string) {
	if _, ok := l.pack.Rule(id); !ok {
		what, fix, _ := strings.Cut(l.pack.UnknownRule(id).Error(), "; ")
		l.problem(s.URI, line, what, fix)
	}
}

func (l *linter) tags(s *Scenario, sweeps bool) {
	exts, rules := s.Tag("ext"), s.Tag("rule")
	if len(exts) == 0 {
		l.problem(s.URI, s.Line, fmt.Sprintf("the scenario %q has no @ext tag", s.Title), "tag the feature with the extension that it is about")
	}
	for _, tag := range exts {
		for name := range strings.SplitSeq(tag, "|") {
			if _, ok := l.pack.Extension(name); !ok {
				what, fix, _ := strings.Cut(l.pack.UnknownExtension(name).Error(), "; ")
				l.problem(s.URI, s.Line, what, fix)
			}
		}
	}
	narrow := slices.ContainsFunc(s.Steps, func(step Step) bool { return step.Kind == Then && ruleSuffix.MatchString(step.Text) })
	if len(rules) == 0 && !sweeps && !narrow {
		l.problem(s.URI, s.Line, fmt.Sprintf("the scenario %q names no rule", s.Title), "tag it with @rule:<official id>, one for each rule that it shows")
	}
	for _, id := range rules {
		l.rule(s, s.Line, id)
	}
	for _, tag := range s.Tags {
		name, value, _ := strings.Cut(strings.TrimPrefix(tag, "@"), ":")
		environments := []string{"machine", "supervisor", "linux"}
		if l.pack.Exchanges() {
			environments = []string{specs.Library, specs.Service}
		}
		allowed := map[string][]string{
			"env": environments, "effort": {"quick", "standard", "exhaustive"}, "ext": {value}, "rule": {value}, "claim": {value},
		}[name]
		if value == "" || !slices.Contains(allowed, value) {
			l.problem(s.URI, s.Line, fmt.Sprintf("unknown tag %s", tag), "give @ext:, @rule:, @claim:, @env:"+strings.Join(environments, "|")+" or @effort:quick|standard|exhaustive")
		}
	}
}
