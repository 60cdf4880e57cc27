package runner

import (
	"slices"

	"touchstone/specs"
)

// Coverage is what a plan would test, before anything has run: rules by chapter and state, test
// vectors by instruction.
type Coverage struct {
	Chapters     []ChapterCoverage `json:"chapters"`
	Untestable   map[string]int    `json:"untestable"` // by reason
	Untested     []string          `json:"untested"`   // testable requirements that nothing speaks for
	Touched      []string          `json:"touched"`    // spoken for, and no known defect is caught by it
	Vectors      int               `json:"vectors"`    // distinct
	Instructions map[string]int    `json:"instructions"`
}

// ChapterCoverage is one line of it. Rules of extensions that are not claimed are not counted.
type ChapterCoverage struct {
	Chapter    string `json:"chapter"`
	Rules      int    `json:"rules"`
	Testable   int    `json:"testable"`
	Tested     int    `json:"tested"`
	Touched    int    `json:"touched"`
	Untested   int    `json:"untested"`
	Untestable int    `json:"untestable"`
}

// Coverage counts the rules of the claimed extensions.
func (p *Plan) Coverage(strength Strength) Coverage {
	spoken := map[string]bool{}
	for i := range p.Trials {
		if len(p.Trials[i].Cases) == 0 {
			continue
		}
		for _, id := range p.rulesNamed(&p.Trials[i]) {
			spoken[id] = true
		}
	}
	c := Coverage{Untestable: map[string]int{}}
	c.Vectors, c.Instructions = p.Vectors()
	at := map[string]int{}
	for i := range p.Request.Pack.Rules {
		rule := &p.Request.Pack.Rules[i]
		if name := p.scope.under(rule); !p.scope.claimed[name] || p.scope.standing[name] == "" {
			continue
		}
		n, ok := at[rule.Chapter]
		if !ok {
			n = len(c.Chapters)
			at[rule.Chapter] = n
			c.Chapters = append(c.Chapters, ChapterCoverage{Chapter: rule.Chapter})
		}
		row := &c.Chapters[n]
		row.Rules++
		switch {
		case rule.Untestable != "":
			row.Untestable++
			c.Untestable[string(rule.Untestable)]++
		case rule.Kind != specs.Requirement || !p.applies(rule.When):
		case strength != nil && len(strength.Killed(rule.ID)) > 0:
			row.Testable++
			row.Tested++
		case spoken[rule.ID]:
			row.Testable++
			row.Touched++
			c.Touched = append(c.Touched, rule.ID)
		default:
			row.Testable++
			row.Untested++
			c.Untested = append(c.Untested, rule.ID)
		}
	}
	slices.SortFunc(c.Chapters, func(a, b ChapterCoverage) int {
		if a.Chapter < b.Chapter {
			return -1
		}
		return 1
	})
	return c
}
