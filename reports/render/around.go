package render

import (
	"encoding/json"
	"fmt"
	"io/fs"

	"touchstone/reports"
)

// Catalogue is the words of a language, for pages that stand around a report: what they call a
// verdict, a report calls the same.
type Catalogue struct{ c *catalogue }

// Chart is one bar of parts, to be drawn as SVG on a ground of 1000 by 8.
type Chart = chart

// NewCatalogue gives the words of a language, and besides those of more, which holds a file
// "<lang>.json" of formats by key.
func NewCatalogue(lang string, more fs.FS) (*Catalogue, error) {
	c, err := loadCatalogue(lang)
	if err != nil {
		return nil, err
	}
	text, err := fs.ReadFile(more, c.lang+".json")
	if err != nil {
		return nil, fmt.Errorf("message catalogue: %w", err)
	}
	if err := json.Unmarshal(text, &c.words); err != nil {
		return nil, fmt.Errorf("message catalogue %s.json: %w", c.lang, err)
	}
	return &Catalogue{c}, nil
}

// Lang is the catalogue's language.
func (c *Catalogue) Lang() string { return c.c.lang }

// Say gives the message of a key. A key that is missing shows as ⟦itself⟧, so that a test finds it.
func (c *Catalogue) Say(key string, a ...any) string { return c.c.say(key, a...) }

// Has says whether there is such a key.
func (c *Catalogue) Has(key string) bool { return c.c.has(key) }

// Reason says why something has no pass or fail.
func (c *Catalogue) Reason(reason string) string { return c.c.reason(reason) }

// Causes says why verdicts end in their conclusion.
func (c *Catalogue) Causes(v reports.Verdicts) []string {
	_, causes := reports.Causes(v)
	out := make([]string, len(causes))
	for i, x := range causes {
		out[i] = c.c.cause(x)
	}
	return out
}

// Chart draws requirements by state, the untestable ones last.
func (c *Catalogue) Chart(n reports.Counts) Chart {
	var states []tally
	for _, s := range shares(n) {
		states = append(states, tally{string(s.Verdict), c.c.verdict(s.Verdict), s.Count})
	}
	states = append(states, tally{stateUntestable, c.c.say("untestable.state"), n.Requirements - n.Testable})
	return newChart(c.c, states, n.Requirements)
}

// Mark is a shape for a verdict or a conclusion, so that colour is never the only difference.
func Mark(state string) string {
	switch c := reports.Conclusion(state); c {
	case reports.Conforming, reports.NonConforming:
		return conclusionMark(c)
	}
	return mark(reports.Verdict(state))
}

// Swatch is the shape of a state in a [Chart], on a ground of 8 by 8.
func Swatch(state string) string { return swatch(state) }
