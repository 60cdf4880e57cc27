package reports

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"touchstone/specs"
)

// Where a standard can be read in several ways and no side is to be blamed, an implementation is said to be
// of the class of the reading that it follows ([specs.Classifies]); none of them fails for it.

// ClassVerdict says which reading of an interpretation an implementation follows.
type ClassVerdict struct {
	Interpretation string                 `json:"interpretation"`  // its id in the pack
	Title          *specs.Words           `json:"title,omitempty"` // the pack's words for it
	Reading        string                 `json:"reading"`         // the name of the reading, or Mixed
	Cases          map[string]int         `json:"cases"`           // how many cases follow each reading
	Names          map[string]specs.Words `json:"names,omitempty"` // what the pack calls those who follow a reading in Cases
}

// TitleIn is what the interpretation is about, in a language; its id where the report has no words for it.
func (c *ClassVerdict) TitleIn(lang string) string {
	if c.Title == nil {
		return c.Interpretation
	}
	return c.Title.In(lang)
}

// NameIn is the pack's name, in a language, for those who follow a reading; the reading's own where the report
// has no words for it.
func (c *ClassVerdict) NameIn(lang, reading string) string {
	return cmp.Or(c.Names[reading].In(lang), reading)
}

// Mixed is the reading of an implementation whose cases do not all follow the same one.
const Mixed = "mixed"

// ClassOf is the reading of an implementation whose cases follow these.
func ClassOf(cases map[string]int) string {
	if len(cases) == 1 {
		for name := range cases {
			return name
		}
	}
	return Mixed
}

// ClassesAcross puts together what several environments showed, in the order of the first that has them.
func ClassesAcross(lists ...[]ClassVerdict) []ClassVerdict {
	var out []ClassVerdict
	for _, list := range lists {
		for _, c := range list {
			i := slices.IndexFunc(out, func(o ClassVerdict) bool { return o.Interpretation == c.Interpretation })
			if i < 0 {
				c.Cases, c.Names = maps.Clone(c.Cases), maps.Clone(c.Names)
				out = append(out, c)
				continue
			}
			for name, n := range c.Cases {
				out[i].Cases[name] += n
			}
			for name, words := range c.Names {
				if out[i].Names == nil {
					out[i].Names = map[string]specs.Words{}
				}
				out[i].Names[name] = words
			}
			out[i].Reading = ClassOf(out[i].Cases)
		}
	}
	return out
}

// DeparturesOf lists the rules that fail and that are recommendations: of a pack whose verdicts tell the two
// apart they make nobody non-conforming.
func DeparturesOf(rules []RuleVerdict) []string {
	var out []string
	for i := range rules {
		if r := &rules[i]; r.Kind == string(specs.Requirement) && r.Level != "must" && r.Verdict == Fail {
			out = append(out, r.ID)
		}
	}
	return out
}

// classesFollow says whether classes and departures follow from the cases and the rules.
func (r *Report) classesFollow() error {
	v := &r.Verdicts
	seen := map[string]bool{}
	for _, c := range v.Classes {
		total := 0
		for name, n := range c.Cases {
			if n <= 0 || name == "" || name == Mixed {
				return fmt.Errorf("%w: of interpretation %s %d cases follow the reading %q", ErrMalformed, c.Interpretation, n, name)
			}
			total += n
		}
		if total == 0 || seen[c.Interpretation] || ClassOf(c.Cases) != c.Reading {
			return fmt.Errorf("%w: its class by interpretation %s is %s, which does not follow from its cases", ErrMalformed, c.Interpretation, c.Reading)
		}
		for name := range c.Names {
			if c.Cases[name] == 0 {
				return fmt.Errorf("%w: of interpretation %s it names the reading %q, which no case follows", ErrMalformed, c.Interpretation, name)
			}
		}
		seen[c.Interpretation] = true
	}
	if len(v.Departures) > 0 && !slices.Equal(v.Departures, DeparturesOf(v.Rules)) {
		return fmt.Errorf("%w: its departures from recommendations are not the recommendations that fail", ErrMalformed)
	}
	return nil
}
