// Package seeded says what an implementation that exchanges messages and is wrong on purpose is. The
// packs' own, runner/prove/<pack>, list them; prove runs the suite against each: a wrong one must fail a
// check that names one of its rules, a legal one must pass everything.
package seeded

import "touchstone/runner/iut"

// Subject is one implementation to run the suite against.
type Subject struct {
	ID        string   // "two-byte-table-of-2005"
	What      string   // what is wrong with it, or unusual: a sentence for people
	Extension string   // whose scenarios are run; "": all of them, and of a legal one always all
	Without   []string // extensions that it does not claim: their scenarios are not run
	Legal     bool     // it is unusual but right: nothing may fail
	Rules     []string // that it breaks: a failed check must name one of them; none of a legal one

	// Open makes it, afresh: what one run leaves behind, another does not see. Who opens it closes it.
	Open func() (iut.Exchanger, error)
}
