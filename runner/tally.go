package runner

import (
	"touchstone/reports"
)

// tally counts check evaluations of one rule, scenario or step.
type tally struct {
	passed, failed, errors, unresolved int
	reason                             string // of the first that was not resolved
	silent                             string // why the first that says nothing says nothing
}

func (t *tally) add(v reports.Verdict, reason string) {
	switch v {
	case reports.Pass:
		t.passed++
	case reports.Fail:
		t.failed++
	case reports.Error:
		t.errors++
	case reports.Inconclusive:
		t.unresolved++
	}
	switch {
	case v == reports.Untested && t.silent == "":
		t.silent = reason
	case t.reason == "" && (v == reports.Error || v == reports.Inconclusive):
		t.reason = reason
	}
}

func (t *tally) merge(o tally) {
	t.passed += o.passed
	t.failed += o.failed
	t.errors += o.errors
	t.unresolved += o.unresolved
	if t.reason == "" {
		t.reason = o.reason
	}
	if t.silent == "" {
		t.silent = o.silent
	}
}

// why is the reason of the verdict, "" when it needs none.
func (t tally) why() string {
	if t.verdict() == reports.Untested {
		return t.silent
	}
	return t.reason
}

// verdict is the worst that happened; nothing at all is untested, never passed.
func (t tally) verdict() reports.Verdict {
	switch {
	case t.failed > 0:
		return reports.Fail
	case t.errors > 0:
		return reports.Error
	case t.unresolved > 0:
		return reports.Inconclusive
	case t.passed > 0:
		return reports.Pass
	}
	return reports.Untested
}
