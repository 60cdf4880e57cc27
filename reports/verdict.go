package reports

import "strings"

// rank orders the verdicts that take part in a merge, from best to worst. Not-applicable does not
// take part: it says that there was nothing to judge.
func (v Verdict) rank() int {
	switch v {
	case Pass:
		return 1
	case Untested:
		return 2
	case Inconclusive:
		return 3
	case Error:
		return 4
	case Fail:
		return 5
	}
	return 0
}

// Known says whether v is one of the closed set.
func (v Verdict) Known() bool { return v == NotApplicable || v.rank() > 0 }

// WorseThan says whether v is worse news than w, by the order of [Merge]; not-applicable is worse
// than nothing and better than nothing.
func (v Verdict) WorseThan(w Verdict) bool { return v.rank() > w.rank() && w.rank() > 0 }

// Merge takes the worst of pass < untested < inconclusive < error < fail. Not-applicable verdicts
// are left out, unless there are no others; nothing at all is untested, never passed. Scenarios
// that environment or effort excluded while another one of the rule ran are for the caller to
// leave out (see [Runnable] and DESIGN section 2). An unknown verdict is our own fault: error.
func Merge(verdicts ...Verdict) Verdict {
	worst := Verdict("")
	for _, v := range verdicts {
		switch {
		case !v.Known():
			v = Error
		case v == NotApplicable:
			if worst == "" {
				worst = NotApplicable
			}
			continue
		}
		if v.rank() > worst.rank() {
			worst = v
		}
	}
	if worst == "" {
		return Untested
	}
	return worst
}

// Reason classes: the word before the colon of a Reason, "environment: needs linux". Readers group
// by it, and [Conclude] asks [Runnable] about it.
const (
	ReasonUntestable  = "untestable"  // no scenario could ever observe it: one of specs.Untestable follows
	ReasonNoScenario  = "no scenario" // nobody has written one yet
	ReasonEnvironment = "environment" // the declared environments cannot run it
	ReasonCapability  = "capability"  // the adapter, or this implementation under it, cannot do what the scenario needs
	ReasonEffort      = "effort"      // left for a greater effort
	ReasonSelect      = "select"      // left out on purpose by --select
	ReasonOption      = "option"      // the ICS does not claim it
	ReasonFooting     = "footing"     // the instructions that the harness itself stands on are broken
	ReasonInterrupted = "interrupted" // the run ended before its turn
	ReasonSelfCheck   = "self-check"  // images that check themselves have nothing of it: Kit.Notes has the counts
	ReasonFlaky       = "flaky"       // not the same each time it was executed: Run.Flaky has the counts
)

// Because makes a Reason: Because(ReasonEnvironment, "needs linux").
func Because(class, words string) string {
	if words == "" {
		return class
	}
	return class + ": " + words
}

// Class is the part of a Reason before the colon.
func Class(reason string) string {
	class, _, _ := strings.Cut(reason, ":")
	return strings.TrimSpace(class)
}

// Runnable says whether a scenario that did not run for this reason could have run in the declared
// environments. Only a missing environment or capability answers no; what is not understood is
// taken for runnable, so that it cannot slip into a conforming report.
func Runnable(reason string) bool {
	switch Class(reason) {
	case ReasonEnvironment, ReasonCapability:
		return false
	}
	return true
}
