package specs

import (
	"fmt"
	"slices"
	"strings"
)

// Applies evaluates a rule's condition: names joined by "not", "and" and "or", in this order of
// strength, without parentheses. An empty condition always holds.
func Applies(when string, holds func(name string) bool) bool {
	if when == "" {
		return true
	}
	for alternative := range strings.SplitSeq(when, " or ") {
		all := true
		for term := range strings.SplitSeq(alternative, " and ") {
			name, negated := strings.CutPrefix(strings.TrimSpace(term), "not ")
			all = all && holds(name) != negated
		}
		if all {
			return true
		}
	}
	return false
}

// States says whether the statement says yes to a name of a condition: a parameter that is neither
// absent, false, 0 nor empty, a mode it has, or an extension of which claimed holds.
func (ics ICS) States(name string, claimed func(extension string) bool) bool {
	if v, ok := ics.Parameters[name]; ok {
		return !slices.Contains([]string{"false", "0", "", "[]"}, fmt.Sprint(v))
	}
	return slices.Contains(ics.Modes, name) || claimed(name)
}
