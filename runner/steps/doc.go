// Package steps is the vocabulary in which features are written, and the compiler that makes trials
// of them. Few sentences, general and strict: a step is exactly one sentence, or an error with the
// feature's line and the nearest sentence.
//
// # Sentences
//
// [Vocabulary.Forms] lists them; one file holds one domain: what a hart holds when a case begins
// (state.go), its mode and what it may do (privilege.go, envcfg.go), what it executes (program.go, sweeps.go, two harts: harts.go),
// how a case ends (traps.go), what the hart holds then (outcome.go). Numbers are read by parseValue:
// decimal, 0x…, 2^63, -2^31 + 1, `test data + 8`, `code`, `label far + 4`; lists are joined by "and"
// or commas, alternatives by "or".
//
// A Given or When says what to do; a Then adds checks, as data, on the cases executed since the Then
// before, and sees no outcome. A Then speaks for the rules of its scenario's @rule tags, or for those
// in square brackets at its end: `Then a2 = 0 [rem_by_zero]`.
//
// # Programs
//
// A program is assembled, an environment call is put behind it (the exit), and so is one at each label
// that a Then says the hart ends at. A case that stops anywhere else took a trap. The code may lie
// anywhere, so labels are offsets from its first instruction (`code`).
//
// # Packs of kind exchange
//
// Their sentences are in exchange.go, in English and in Chinese. Expressions are Starlark (package
// specs/exchange). A scenario is one case, a script: Givens that have the implementation asked prepare it, Whens add calls,
// and a Then speaks of the last call before it. `each row of` makes a case for each row of what the expression gives: cells
// with the names of arguments are sent, the others are for the Thens as row.<name>, and a cell "rules" says for which rules the
// checks of that row speak. In texts that are sent {name} is the value of a Given, or what `<name> is the
// answer's <path>` kept of an earlier answer; {run} is a word that differs from run to run.
//
// The client sends an HTTP message: METHOD and path, header lines, an empty line, and a body, which is text or {name} of a
// value. A list at the end of a step in square brackets are rules; so write is ([1, 2]), in parentheses, of a list after
// something else.
//
// # Tags
//
// @ext:<extension> says what must be claimed (@ext:Zbb|Zbkb: either; several tags: all), @rule:<official id> what a scenario shows,
// @env:machine where it can run (without one: wherever its sentences can be done, which a process under
// Linux cannot of what is privileged: process.go), @effort:quick|standard|exhaustive from which effort on it does.
package steps
