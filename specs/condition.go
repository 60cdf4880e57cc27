package specs

import (
	"fmt"
	"math"
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

// Number is the value of a parameter that is a whole number of at least 0, however it came: from
// YAML, JSON or a command line.
func Number(value any) (uint64, bool) {
	switch n := value.(type) {
	case int:
		return uint64(n), n >= 0
	case int64:
		return uint64(n), n >= 0
	case uint64:
		return n, true
	case float64:
		return uint64(n), n >= 0 && n < 1<<53 && n == math.Trunc(n)
	}
	return 0, false
}
