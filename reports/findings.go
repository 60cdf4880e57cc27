package reports

import (
	"fmt"
	"slices"

	"touchstone/specs"
)

// A report's findings are its failures by fault: what fails for one cause, as far as one can tell, is
// one finding, with the simplest program that shows it, and with what somebody found out about it.
// Every rule that fails is in one of them at least. They explain verdicts and change none.

// Finding is one fault.
type Finding struct {
	Title        specs.Words   `json:"title"` // what is wrong; of a fault that nobody examined: what its first rule says
	Rules        []FindingRule `json:"rules"` // that its cases break, those first that fail in this report
	Ends         string        `json:"ends"`  // how its cases end: see the Ends constants
	Cases        int           `json:"cases"`
	Scenarios    int           `json:"scenarios"`
	Environments []string      `json:"environments"`       // in which it was seen
	Select       string        `json:"select"`             // runs the scenario of the evidence again: --select
	Evidence     Evidence      `json:"evidence"`           // its simplest case
	Analysis     *Analysis     `json:"analysis,omitempty"` // nil: nobody has examined it yet
}

// How the cases of a finding end.
const (
	EndsNormally  = "normally"  // at the end of their code
	EndsAnswer    = "answer"    // with an answer, of a script
	EndsTrap      = "trap"      // by an exception, or a signal
	EndsHang      = "hang"      // not at all
	EndsCrash     = "crash"     // with the implementation itself
	EndsClobber   = "clobber"   // having written where nothing may
	EndsVariously = "variously" // not all in the same way
	EndsFooting   = "footing"   // not executed: the instructions that the runtime stands on are broken
)

// FindingRule is a rule that a finding breaks. Source is where the standard has it.
type FindingRule struct {
	ID     string `json:"id"`
	Source string `json:"source"`
}

// Analysis is what somebody who examined a finding says.
type Analysis struct {
	Verdict  string      `json:"verdict"` // whose fault it is: "implementation", "suite", or "open"
	Text     specs.Words `json:"text"`
	Clause   string      `json:"clause,omitzero"`   // of the standard
	Versions string      `json:"versions,omitzero"` // of the implementation that it is about
	Seen     []string    `json:"seen,omitempty"`    // versions in which the fault was seen
}

// Unseen is a known fault whose rules were all judged, and which did not show.
type Unseen struct {
	Title specs.Words `json:"title"`
	Rules []string    `json:"rules"`
	Seen  []string    `json:"seen,omitempty"` // versions in which it was
}

// Breaks says whether a rule is among those that the finding breaks.
func (f *Finding) Breaks(rule string) bool {
	return slices.ContainsFunc(f.Rules, func(r FindingRule) bool { return r.ID == rule })
}

// Examined counts the findings that somebody examined.
func (r *Report) Examined() int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Analysis != nil {
			n++
		}
	}
	return n
}

// findingsFollow says whether each rule that fails is in a finding. Reports that were made before
// there were findings have none.
func (r *Report) findingsFollow() error {
	if len(r.Findings) == 0 {
		return nil
	}
	for i := range r.Verdicts.Rules {
		rule := &r.Verdicts.Rules[i]
		if rule.Verdict == Fail && !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Breaks(rule.ID) }) {
			return fmt.Errorf("%w: rule %s fails, and no finding says why", ErrMalformed, rule.ID)
		}
	}
	return nil
}
