package reports

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/goccy/go-yaml"

	"touchstone/specs/schema"
)

// ErrBaseline is the class of baselines that cannot be used.
var ErrBaseline = errors.New("baseline")

// Baseline lists the failures that a gate knows about:
//
//	profile: RVI20U64            # optional
//	known:
//	  - sc_w_op                  # a rule id, or
//	  - rule: mulh_op
//	    owner: core team
//	    reason: erratum 12, mended in the next stepping
//	    expires: 2027-03-31      # optional: the last day on which it is accepted
type Baseline struct {
	Profile string  `json:"profile,omitzero"`
	Known   []Known `json:"known"`
}

// Known is one known failure.
type Known struct {
	Rule    string `json:"rule"`
	Owner   string `json:"owner,omitzero"`
	Reason  string `json:"reason,omitzero"`
	Expires string `json:"expires,omitzero"` // 2006-01-02
}

// UnmarshalJSON takes a bare rule id too.
func (k *Known) UnmarshalJSON(text []byte) error {
	if len(text) > 0 && text[0] == '"' {
		return json.Unmarshal(text, &k.Rule)
	}
	type plain Known
	return json.Unmarshal(text, (*plain)(k))
}

var baselineSchema = sync.OnceValues(func() (*schema.Schema, error) {
	return schema.Open(schema.Reports, "baseline.schema.json")
})

// ParseBaseline reads YAML, of which JSON is a part. Errors are ErrBaseline.
func ParseBaseline(text []byte) (*Baseline, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, fmt.Errorf("%w: the file is empty; a baseline without known failures says \"known: []\"", ErrBaseline)
	}
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBaseline, err)
	}
	form, err := baselineSchema()
	if err != nil {
		return nil, err
	}
	if err := conforms(form, asJSON); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBaseline, err)
	}
	b := new(Baseline)
	if err := json.Unmarshal(asJSON, b); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBaseline, err)
	}
	seen := map[string]bool{}
	for _, k := range b.Known {
		if seen[k.Rule] {
			return nil, fmt.Errorf("%w: rule %s is listed twice", ErrBaseline, k.Rule)
		}
		seen[k.Rule] = true
	}
	return b, nil
}

// Gate is what [Baseline.Gate] finds. It is open when New and Stale are empty and nothing is
// Unresolved.
type Gate struct {
	New        []string `json:"new"`        // failures that nobody has listed
	Known      []Known  `json:"known"`      // listed failures that still fail
	Stale      []string `json:"stale"`      // entries that must go: the rule passes, the date is past, no such rule
	Unresolved []string `json:"unresolved"` // what the gate cannot decide about
	Untested   []string `json:"untested"`   // listed rules that this report does not judge
}

// ExitCode is 0 for an open gate, 1 for a shut one, 3 when it cannot be decided.
func (g *Gate) ExitCode() int {
	switch {
	case len(g.New)+len(g.Stale) > 0:
		return ExitFailed
	case len(g.Unresolved) > 0:
		return ExitUnfinished
	}
	return ExitOK
}

// Gate compares a report with the baseline: a new failure shuts the gate, a known one is listed,
// and an entry that no longer says the truth shuts it until it is removed. Failures of waived rules are
// not new either; whose waivers count, package waiver knows. Today decides about expiry; an entry is
// good on its last day.
func (b *Baseline) Gate(r *Report, today time.Time, waived ...string) *Gate {
	g := &Gate{New: []string{}, Known: []Known{}, Stale: []string{}, Unresolved: []string{}, Untested: []string{}}
	if b.Profile != "" && b.Profile != r.Verdicts.Profile {
		g.Stale = append(g.Stale, fmt.Sprintf("the baseline is for %s, and the report is about %s", b.Profile, r.Verdicts.Profile))
	}
	rules := make(map[string]Verdict, len(r.Verdicts.Rules))
	for _, rule := range r.Verdicts.Rules {
		rules[rule.ID] = rule.Verdict
	}
	accepted := make(map[string]bool, len(b.Known)+len(waived))
	for _, rule := range waived {
		accepted[rule] = true
	}
	for _, k := range b.Known {
		accepted[k.Rule] = true
		verdict, there := rules[k.Rule]
		switch {
		case !there:
			g.Stale = append(g.Stale, fmt.Sprintf("%s: the report has no such rule", k.Rule))
		case k.expired(today):
			g.Stale = append(g.Stale, fmt.Sprintf("%s: accepted until %s only", k.Rule, k.Expires))
		case verdict == Pass:
			g.Stale = append(g.Stale, fmt.Sprintf("%s: passes now; remove it from the baseline", k.Rule))
		case verdict == Fail:
			g.Known = append(g.Known, k)
		case verdict == Untested || verdict == NotApplicable:
			g.Untested = append(g.Untested, fmt.Sprintf("%s: %s in this report", k.Rule, verdict))
		}
	}
	// A failing requirement of an unclaimed option has no verdict to break: required() leaves it out.
	for _, id := range r.Verdicts.required(func(x *RuleVerdict) bool { return x.Verdict == Fail }) {
		if !accepted[id] {
			g.New = append(g.New, id)
		}
	}
	for _, c := range failures(r.Verdicts) {
		if c.Kind != RulesFailed {
			g.New = append(g.New, c.String())
		}
	}
	for _, id := range r.Verdicts.required(func(x *RuleVerdict) bool { return x.Verdict == Error || x.Verdict == Inconclusive }) {
		g.Unresolved = append(g.Unresolved, fmt.Sprintf("%s: %s", id, rules[id]))
	}
	if Tally(r.Verdicts).ScenariosRun == 0 {
		g.Unresolved = append(g.Unresolved, "no scenario was executed")
	}
	return g
}

func (k Known) expired(today time.Time) bool {
	return k.Expires != "" && today.Format(time.DateOnly) > k.Expires
}
