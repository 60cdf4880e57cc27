// Package oracle answers one question: is this transition allowed? Given the state before, the
// code at pc and what was observed after, it runs the rows' `does` (Starlark, exact integers) and
// says yes, or which location differs, what was allowed there, and which rules are broken.
//
// Choices. Where the standard leaves freedom a row calls choose(…, by = rule) or any_of(…, by =
// rule); the oracle runs the row once for every combination and accepts an observation that any
// of them explains. A choice without a rule that permits it is a lint error.
package oracle
