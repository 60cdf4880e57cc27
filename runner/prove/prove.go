// Package prove runs the suite against executors that are wrong on purpose, and against executors
// that are unusual but right. The first must fail a check that names a rule they break, the second
// must pass everything: that is what a verdict of the suite is worth, and the report says it.
//
//   - Documented defects of real cores and simulators, each with its public reference ([Defects]).
//   - Mutants of every instruction, generated from the table ([Mutants]).
//   - Legal variants ([Variants]).
//
// A defect acts on the code under test and leaves the runtime's own instructions alone, so that
// what is measured is the check and not the collapse of the harness around it. That a defect in
// the instructions of the runtime itself is noticed is the footing image's duty and is measured by
// the mutants of kind "footing".
package prove

import (
	"slices"

	"touchstone/runner/rv64"
)

// Kind is what a subject is.
type Kind string

const (
	Documented Kind = "defect"
	Generated  Kind = "mutant"
	Legal      Kind = "variant"
)

// Subject is one executor to run the suite against.
type Subject struct {
	ID        string // "m-div0-nowrite", "mul/swap-operands"
	Kind      Kind
	Extension string
	Insns     []string // rows whose scenarios are run; none: all
	Harts     bool     // of those only the scenarios of several harts
	What      string   // what is wrong with it, or unusual
	Reference string   // public, for documented defects
	Seed      func(*rv64.Config)
	Crude     bool           // so wrong that it spoils whatever it runs through: it counts only for the rules of its rows
	Unless    string         // of a variant: the extension that forbids it
	Claim     map[string]any // parameters that an implementation like this states differently; nil: none
}

// Excluded is a documented defect that cannot show itself here.
type Excluded struct {
	ID     string `json:"id"`
	Reason string `json:"reason"`
}

// Result is what the suite made of a subject.
type Result struct {
	ID        string   `json:"id"`
	Kind      Kind     `json:"kind"`
	Extension string   `json:"extension"`
	What      string   `json:"what,omitzero"`
	Killed    bool     `json:"killed"`            // of a variant: a check failed, wrongly
	Rules     []string `json:"rules,omitempty"`   // that a failed check names
	Scenario  string   `json:"scenario,omitzero"` // of the first failed check
	Check     string   `json:"check,omitzero"`
	Why       string   `json:"why,omitzero"`

	// Unseen says why this environment could not show the subject, of one that nothing caught there.
	Unseen string `json:"unseen,omitzero"`
}

// Good says whether the suite did with the subject what it must.
func (r Result) Good() bool { return r.Killed != (r.Kind == Legal) || r.Unseen != "" }

// codeUnderTest restricts an instruction's wrong function to code at and above from.
func codeUnderTest(from uint64, wrong func(rv64.Exec) rv64.Exec) func(rv64.Exec) rv64.Exec {
	return func(right rv64.Exec) rv64.Exec {
		bad := wrong(right)
		return func(h *rv64.Hart, i *rv64.Inst) {
			if h.PC() >= from {
				bad(h, i)
				return
			}
			right(h, i)
		}
	}
}

// Share picks the subjects of one share out of n by seed, so that a part of them stays unseen
// while scenarios are written. n of 0 or 1 picks all.
func Share(all []Subject, n, seed uint64) []Subject {
	if n < 2 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(s Subject) bool {
		return hash(s.ID, seed)%n != 0
	})
}

// hash is the upper half of FNV-1a.
func hash(id string, seed uint64) uint64 {
	h := seed ^ 0xcbf29ce484222325
	for _, b := range []byte(id) {
		h = (h ^ uint64(b)) * 0x100000001b3
	}
	return h >> 32
}
