package steps

import (
	"regexp"
	"slices"
	"strings"

	"github.com/cucumber/godog"

	"touchstone/features"
	"touchstone/specs"
)

// sentence is one sentence of the vocabulary. Its parts in parentheses are the arguments of do; a
// Then may end in rule ids in square brackets, which are not among them.
type sentence struct {
	kind features.Kind
	form string // how it is written, for people
	expr *regexp.Regexp
	head string // what every step that is this sentence begins with
	do   func(w *world, a []string) error

	ordered    bool // what it makes depends on the scenarios before
	privileged bool // what it says is done by a more privileged mode than a process has
}

func newSentence(kind features.Kind, form, expr string, do func(*world, []string) error) sentence {
	if kind == features.Then {
		expr += `(?: \[([^\]]+)\])?`
	}
	head, _ := regexp.MustCompile(expr).LiteralPrefix()
	return sentence{kind: kind, form: form, expr: regexp.MustCompile("^" + expr + "$"), head: head, do: do}
}

// is says whether a step is the sentence.
func (s sentence) is(step features.Step) bool {
	return s.kind == step.Kind && s.expr.MatchString(step.Text)
}

// may says, at little cost, whether a step can be the sentence at all.
func (s sentence) may(step features.Step) bool {
	return s.kind == step.Kind && strings.HasPrefix(step.Text, s.head)
}

func given(form, expr string, do func(*world, []string) error) sentence {
	return newSentence(features.Given, form, expr, do)
}

// inOrder is a sentence whose scenarios are compiled one after the other.
func inOrder(s sentence) sentence {
	s.ordered = true
	return s
}

// privileged is a sentence about what only a more privileged mode can do.
func privileged(s sentence) sentence {
	s.privileged = true
	return s
}

func when(form, expr string, do func(*world, []string) error) sentence {
	return newSentence(features.When, form, expr, do)
}

func then(form, expr string, do func(*world, []string) error) sentence {
	return newSentence(features.Then, form, expr, do)
}

// Vocabulary is the sentences that a step may be.
type Vocabulary struct{ sentences []sentence }

// VocabularyOf makes that of a kind of packs.
func VocabularyOf(kind specs.PackKind) *Vocabulary {
	if kind == specs.Exchange {
		return &Vocabulary{exchangeSentences()}
	}
	return NewVocabulary()
}

// NewVocabulary makes the vocabulary of instruction sets: the sentences of all domains.
func NewVocabulary() *Vocabulary {
	v := &Vocabulary{}
	for _, domain := range [][]sentence{
		stateSentences(), unitSentences(), privilegeSentences(), envcfgSentences(), placementSentences(),
		programSentences(), sweepSentences(),
		valueSentences(), hartsSentences(), trapSentences(), changeSentences(), comparisonSentences(),
	} {
		v.sentences = append(v.sentences, domain...)
	}
	return v
}

// Forms lists the sentences as people write them, "Given <register> = <value>".
func (v *Vocabulary) Forms() []string {
	out := make([]string, len(v.sentences))
	for i, s := range v.sentences {
		out[i] = string(s.kind) + " " + s.form
	}
	return out
}

// near are the sentences that steps of a scenario may be: no other one is.
func (v *Vocabulary) near(s *Scenario) []sentence {
	var out []sentence
	for _, candidate := range v.sentences {
		if slices.ContainsFunc(s.Steps, candidate.may) {
			out = append(out, candidate)
		}
	}
	return out
}

// Match gives the forms of the sentences that a step is; exactly one is right.
func (v *Vocabulary) Match(kind features.Kind, text string) []string {
	var out []string
	for _, s := range v.sentences {
		if s.is(features.Step{Kind: kind, Text: text}) {
			out = append(out, s.form)
		}
	}
	return out
}

// Nearest gives the form of the sentence of this kind that shares the most words with text.
func (v *Vocabulary) Nearest(kind features.Kind, text string) string {
	best, bestScore := "", -1.0
	for _, s := range v.sentences {
		if s.kind != kind {
			continue
		}
		if score := likeness(quoted.ReplaceAllString(text, `""`), quoted.ReplaceAllString(s.form, `""`)); score > bestScore {
			best, bestScore = s.form, score
		}
	}
	return best
}

// quoted is what stands in quotes: it differs from step to step.
var quoted = regexp.MustCompile(`"[^"]*"`)

// likeness is how many pairs of neighbouring letters two texts share, relative to their lengths
// (Dice's coefficient).
func likeness(a, b string) float64 {
	count := map[string]int{}
	for i := 0; i+1 < len(a); i++ {
		count[strings.ToLower(a[i:i+2])]++
	}
	shared := 0
	for i := 0; i+1 < len(b); i++ {
		if p := strings.ToLower(b[i : i+2]); count[p] > 0 {
			count[p]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b)+1)
}

// register hands the sentence to godog, bound to the world of one scenario.
func (s sentence) register(sc *godog.ScenarioContext, w *world) {
	switch s.kind {
	case features.Given:
		sc.Given(s.expr, s.handler(w))
	case features.When:
		sc.When(s.expr, s.handler(w))
	case features.Then:
		sc.Then(s.expr, s.handler(w))
	}
}

// handler gives godog a function with as many parameters as the expression has groups.
func (s sentence) handler(w *world) any {
	run := func(a ...string) error { return w.step(s, a) }
	n := s.expr.NumSubexp()
	if strings.HasSuffix(s.form, ":") {
		n++ // the text that follows
	}
	switch n {
	case 0:
		return func() error { return run() }
	case 1:
		return func(a string) error { return run(a) }
	case 2:
		return func(a, b string) error { return run(a, b) }
	case 3:
		return func(a, b, c string) error { return run(a, b, c) }
	case 4:
		return func(a, b, c, d string) error { return run(a, b, c, d) }
	}
	panic("steps: too many groups in " + s.expr.String())
}

// Swept gives the instruction that a step sweeps.
func (v *Vocabulary) Swept(kind features.Kind, text string) (string, bool) {
	for _, s := range v.sentences {
		if s.kind != kind || !s.sweeps() {
			continue
		}
		if m := s.expr.FindStringSubmatch(text); m != nil {
			return m[1], true
		}
	}
	return "", false
}

// sweeps reports whether a sentence is about one instruction over many vectors.
func (s sentence) sweeps() bool {
	return s.kind == features.When && strings.Contains(s.form, `"<insn>"`)
}
