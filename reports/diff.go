package reports

import (
	"fmt"
	"slices"
)

// Change is something whose verdict is not the same in two reports. From or To is empty when one
// of them does not have it.
type Change struct {
	Name string  `json:"name"`
	From Verdict `json:"from,omitzero"`
	To   Verdict `json:"to,omitzero"`
}

// Worse says whether the change is bad news: something fails, or no longer passes.
func (c Change) Worse() bool {
	return c.To == Fail && c.From != Fail || c.From == Pass && c.To != Pass
}

// Difference is what [Diff] finds. Names are in the order of the second report, those that only
// the first one has come last.
type Difference struct {
	From       Conclusion `json:"from"`
	To         Conclusion `json:"to"`
	Warnings   []string   `json:"warnings"` // why the two are not about the same thing
	Extensions []Change   `json:"extensions"`
	Rules      []Change   `json:"rules"`
	Scenarios  []Change   `json:"scenarios"`

	Classes []ClassChange `json:"classes,omitempty"`
}

// ClassChange is an interpretation of which two reports are not of the same class. A reading is empty when one
// of them has none.
type ClassChange struct {
	Interpretation string `json:"interpretation"`
	From           string `json:"from,omitzero"`
	To             string `json:"to,omitzero"`
}

// Same says whether no verdict differs.
func (d *Difference) Same() bool {
	return d.From == d.To && len(d.Extensions)+len(d.Rules)+len(d.Scenarios)+len(d.Classes) == 0
}

// Diff compares two reports.
func Diff(a, b *Report) *Difference {
	d := &Difference{From: a.Verdicts.Conclusion, To: b.Verdicts.Conclusion, Warnings: []string{}}
	for _, w := range []struct{ what, a, b string }{
		{"profiles", a.Verdicts.Profile, b.Verdicts.Profile},
		{"packs", a.Suite.Pack, b.Suite.Pack},
		{"pack versions", a.Suite.PackVersion, b.Suite.PackVersion},
		{"suite versions", a.Suite.Version, b.Suite.Version},
		{"specifications", a.Suite.Spec, b.Suite.Spec},
		{"features", a.Suite.Features, b.Suite.Features},
		{"efforts", a.Verdicts.Effort, b.Verdicts.Effort},
		{"selections", a.Verdicts.Select, b.Verdicts.Select},
		{"seeds", a.Verdicts.Seed, b.Verdicts.Seed},
		{"implementations", a.Implementation.Name, b.Implementation.Name},
	} {
		if w.a != w.b {
			d.Warnings = append(d.Warnings, fmt.Sprintf("different %s: %s and %s", w.what, orNone(w.a), orNone(w.b)))
		}
	}
	if !slices.Equal(a.Verdicts.Environments, b.Verdicts.Environments) {
		d.Warnings = append(d.Warnings, fmt.Sprintf("different environments: %v and %v", a.Verdicts.Environments, b.Verdicts.Environments))
	}
	d.Extensions = changes(a.Verdicts.Extensions, b.Verdicts.Extensions, func(x ExtensionVerdict) (string, Verdict) { return x.Name, x.Verdict })
	d.Rules = changes(a.Verdicts.Rules, b.Verdicts.Rules, func(r RuleVerdict) (string, Verdict) { return r.ID, r.Verdict })
	d.Scenarios = changes(a.Verdicts.Scenarios, b.Verdicts.Scenarios, func(s ScenarioVerdict) (string, Verdict) { return s.ID, s.Verdict })
	d.Classes = classChanges(a.Verdicts.Classes, b.Verdicts.Classes)
	return d
}

func classChanges(a, b []ClassVerdict) (out []ClassChange) {
	before := map[string]string{}
	for _, c := range a {
		before[c.Interpretation] = c.Reading
	}
	for _, c := range b {
		if before[c.Interpretation] != c.Reading {
			out = append(out, ClassChange{c.Interpretation, before[c.Interpretation], c.Reading})
		}
		delete(before, c.Interpretation)
	}
	for _, c := range a {
		if from, gone := before[c.Interpretation]; gone {
			out = append(out, ClassChange{c.Interpretation, from, ""})
		}
	}
	return out
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func changes[T any](a, b []T, of func(T) (string, Verdict)) []Change {
	before := make(map[string]Verdict, len(a))
	for _, x := range a {
		name, v := of(x)
		before[name] = v
	}
	out := []Change{}
	after := make(map[string]bool, len(b))
	for _, x := range b {
		name, v := of(x)
		after[name] = true
		if before[name] != v {
			out = append(out, Change{name, before[name], v})
		}
	}
	for _, x := range a {
		if name, v := of(x); !after[name] {
			out = append(out, Change{name, v, ""})
		}
	}
	return out
}
