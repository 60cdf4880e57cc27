package reports

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/specs"
)

// Cause is one reason for a conclusion. It is kept in parts so that a page in another language
// can say it too; [Cause.String] is the English that the report carries.
type Cause struct {
	Kind  CauseKind
	Names []string // what it is about: rules, extensions, scenarios, environments
	Count int
	Of    int
	Firm  int    // of Count: tested, not merely touched
	Words string // free words that the judge gave
}

// CauseKind is closed; its values are keys of the message catalogues.
type CauseKind string

const (
	MissingExtension CauseKind = "missing-extension" // Names[0] is mandatory, and not claimed
	ExtensionFailed  CauseKind = "extension-failed"  // Names[0], with Words: probed absent
	RulesFailed      CauseKind = "rules-failed"      // Count of Of testable rules, by Names
	NothingRan       CauseKind = "nothing-ran"       // zero executed scenarios
	OnlyAPart        CauseKind = "only-a-part"       // Words is the selection
	RulesInError     CauseKind = "rules-in-error"    // the harness's fault
	RulesUnresolved  CauseKind = "rules-unresolved"  // flaky, or footing lost
	RulesNotRun      CauseKind = "rules-not-run"     // scenarios could have judged them, and did not
	NothingPassed    CauseKind = "nothing-passed"    // mandatory Names have no passed rule
	ScenariosOpen    CauseKind = "scenarios-open"    // failed or unresolved, while their rules are not
	Departs          CauseKind = "departs"           // Count recommendations failed, Names, which stands against nothing
	DemandsMet       CauseKind = "demands-met"       // AllPassed, but for recommendations
	AllPassed        CauseKind = "all-passed"        // Count of Of testable rules passed, in environments Names
)

// String is the plain English of a cause.
func (c Cause) String() string {
	switch c.Kind {
	case MissingExtension:
		return fmt.Sprintf("%s is mandatory, and the implementation does not claim it", c.Names[0])
	case ExtensionFailed:
		return fmt.Sprintf("%s: %s", c.Names[0], c.Words)
	case RulesFailed:
		return fmt.Sprintf("%d of %d testable rules failed: %s", c.Count, c.Of, some(c.Names))
	case NothingRan:
		return "no scenario was executed"
	case OnlyAPart:
		return fmt.Sprintf("only a part of the suite was selected: %s", c.Words)
	case RulesInError:
		return fmt.Sprintf("%d rules could not be judged, by a fault of the harness: %s", c.Count, some(c.Names))
	case RulesUnresolved:
		return fmt.Sprintf("%d rules are inconclusive: %s", c.Count, some(c.Names))
	case RulesNotRun:
		return fmt.Sprintf("%d rules have scenarios that could have judged them here and did not: %s", c.Count, some(c.Names))
	case NothingPassed:
		return "no rule has passed of what is mandatory: " + some(c.Names)
	case ScenariosOpen:
		return fmt.Sprintf("%d scenarios failed or are unresolved, while no rule says so: %s", c.Count, some(c.Names))
	case Departs:
		return fmt.Sprintf("%d recommendations of the standard are not followed: %s", c.Count, some(c.Names))
	case DemandsMet:
		return fmt.Sprintf("%d of %d testable rules passed and no demand failed, %d of them tested against defects that break them; environments: %s",
			c.Count, c.Of, c.Firm, strings.Join(c.Names, ", "))
	case AllPassed:
		return fmt.Sprintf("%d of %d testable rules passed and none failed, %d of them tested against defects that break them; environments: %s",
			c.Count, c.Of, c.Firm, strings.Join(c.Names, ", "))
	}
	return string(c.Kind)
}

// some names the first few.
func some(names []string) string {
	const few = 5
	if len(names) <= few {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:few], ", "), len(names)-few)
}

// Conclude gives the word over the profile, with its reasons in plain words (DESIGN section 2).
func Conclude(v Verdicts) (Conclusion, []string) {
	conclusion, causes := Causes(v)
	words := make([]string, len(causes))
	for i, c := range causes {
		words[i] = c.String()
	}
	return conclusion, words
}

// Causes is [Conclude] with the reasons in parts. A failure decides first, then anything that is
// unresolved; only what is left is conforming.
func Causes(v Verdicts) (Conclusion, []Cause) {
	if against := failures(v); len(against) > 0 {
		return NonConforming, against
	}
	if open := unresolved(v); len(open) > 0 {
		return Unresolved, open
	}
	c := Tally(v)
	causes := []Cause{{Kind: AllPassed, Count: c.Passed, Of: c.Testable, Firm: c.Tested, Names: v.Environments}}
	if len(v.Departures) > 0 {
		causes[0].Kind = DemandsMet
		causes = append(causes, Cause{Kind: Departs, Names: v.Departures, Count: len(v.Departures)})
	}
	return Conforming, causes
}

func failures(v Verdicts) []Cause {
	var causes []Cause
	for _, x := range v.Extensions {
		switch {
		case x.Mandatory() && !x.Claimed:
			causes = append(causes, Cause{Kind: MissingExtension, Names: []string{x.Name}})
		case x.Verdict == Fail && x.Failed == 0 && (x.Mandatory() || x.Claimed):
			causes = append(causes, Cause{Kind: ExtensionFailed, Names: []string{x.Name}, Words: x.Reason})
		}
	}
	if failed := v.required(func(r *RuleVerdict) bool { return r.Verdict == Fail && !v.departs(r) }); len(failed) > 0 {
		causes = append(causes, Cause{Kind: RulesFailed, Names: failed, Count: len(failed), Of: Tally(v).Testable})
	}
	return causes
}

func unresolved(v Verdicts) []Cause {
	var causes []Cause
	if Tally(v).ScenariosRun == 0 {
		causes = append(causes, Cause{Kind: NothingRan})
	}
	if v.Select != "" {
		causes = append(causes, Cause{Kind: OnlyAPart, Words: v.Select})
	}
	index := make(map[string]*ScenarioVerdict, len(v.Scenarios))
	for i := range v.Scenarios {
		index[v.Scenarios[i].ID] = &v.Scenarios[i]
	}
	kinds := []struct {
		kind CauseKind
		is   func(*RuleVerdict) bool
	}{
		{RulesInError, func(r *RuleVerdict) bool { return r.Verdict == Error || !r.Verdict.Known() }},
		{RulesUnresolved, func(r *RuleVerdict) bool { return r.Verdict == Inconclusive }},
		{RulesNotRun, func(r *RuleVerdict) bool { return couldHaveRun(r, index) }},
	}
	for _, k := range kinds {
		if names := v.required(k.is); len(names) > 0 {
			causes = append(causes, Cause{Kind: k.kind, Names: names, Count: len(names)})
		}
	}
	var nothing []string
	for _, x := range v.Extensions {
		if x.Mandatory() && !v.something(x) {
			nothing = append(nothing, x.Name)
		}
	}
	if len(nothing) > 0 {
		causes = append(causes, Cause{Kind: NothingPassed, Names: nothing, Count: len(nothing)})
	}
	var open []string
	for i := range v.Scenarios {
		switch v.Scenarios[i].Verdict {
		case Fail, Error, Inconclusive:
			if v.Scenarios[i].Verdict == Fail && len(v.Departures) > 0 {
				continue // what fails there are recommendations, or else rules say so
			}
			open = append(open, v.Scenarios[i].ID)
		}
	}
	// The rules above say it better, when they do.
	if len(open) > 0 && len(causes) == 0 {
		causes = append(causes, Cause{Kind: ScenariosOpen, Names: open, Count: len(open)})
	}
	return causes
}

// couldHaveRun is an untested rule with a scenario that the declared environments can run. One that ran
// and passed had nothing to say of the rule here; if others need another environment, they have.
func couldHaveRun(r *RuleVerdict, index map[string]*ScenarioVerdict) bool {
	if r.Verdict != Untested || r.Untestable() != "" {
		return false
	}
	silent, elsewhere := false, false
	for _, id := range r.Scenarios {
		s := index[id]
		switch {
		case s == nil:
			return true
		case s.Verdict == NotApplicable:
		case !Runnable(s.Reason):
			elsewhere = true
		case s.Verdict == Pass:
			silent = true
		default:
			return true
		}
	}
	return silent && !elsewhere
}

// something: a mandatory extension needs a passed rule, unless all of its rules are untestable. An
// umbrella (A over Zaamo and Zalrsc) has no rules of its own; its line adds up those it implies.
func (v Verdicts) something(x ExtensionVerdict) bool {
	if x.Passed > 0 {
		return true
	}
	untestable, others := 0, 0
	for i := range v.Rules {
		r := &v.Rules[i]
		if r.Extension != x.Name {
			continue
		}
		switch {
		case r.Untestable() != "":
			untestable++
		case r.Kind != string(specs.Requirement):
		case r.Verdict == Pass:
			return true
		default:
			others++
		}
	}
	return untestable > 0 && others == 0
}

// required lists the requirements of mandatory or claimed extensions of which is holds.
func (v Verdicts) required(is func(*RuleVerdict) bool) []string {
	optional := map[string]bool{}
	for _, x := range v.Extensions {
		if !x.Mandatory() && !x.Claimed {
			optional[x.Name] = true
		}
	}
	var ids []string
	for i := range v.Rules {
		r := &v.Rules[i]
		if r.Kind == string(specs.Requirement) && !optional[r.Extension] && is(r) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// departs says whether a rule that fails is a recommendation, in verdicts that tell the two apart.
func (v Verdicts) departs(r *RuleVerdict) bool {
	return len(v.Departures) > 0 && r.Level != "must" && slices.Contains(v.Departures, r.ID)
}

// Mandatory says whether claiming the profile claims the extension.
func (x ExtensionVerdict) Mandatory() bool { return x.Status == "base" || x.Status == "mandatory" }
