// Package sweep makes the test vectors of one instruction: encodings × before-states, chosen from
// its row. It knows no instruction by name: what a row is (a load, a branch, an atomic, …) follows
// from its major opcode in the manual's opcode map, and what its registers are from its operands;
// a compressed row is what it expands to.
//
// What is chosen, and why:
//   - values: the edges of every width (0, ±1, ±2, the least and greatest integers of 8, 16, 32 and
//     64 bits), alternating bits, halves that disagree, shift amounts around 32 and 64;
//   - immediates: least, greatest, 0, ±1, every power of two, alternating bits;
//   - registers: every alias of destination and sources, x0 in each role, and a walk that puts every
//     register into every role. Cases of one walk start alike, so they must end alike ([Result.Groups]),
//     whatever the specification's semantics say;
//   - addresses: every offset within 16 bytes and both ends of the data area, never outside of it;
//   - targets: nearest, furthest, both signs, both sides of every boundary of the offset's pieces,
//     with an exit at the target and one behind the instruction;
//   - and seeded random vectors on top.
//
// Every case is one instruction that is fully observed: it starts from a known state and lands on an
// exit. The same parameters give the same cases.
package sweep

import (
	"errors"
	"fmt"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// Effort is how many vectors: a quarter, the standard, or all that is worth a night.
type Effort int

const (
	Quick Effort = iota
	Standard
	Exhaustive
)

func (e Effort) String() string { return [...]string{"quick", "standard", "exhaustive"}[e] }

// ErrSweep is the class of errors about sweeps that make no sense.
var ErrSweep = errors.New("sweep")

// ErrNone says that a row has no vectors of a kind under the claimed extensions, which may give
// the words to other rows: auipc with rd = x0 is lpad where Zicfilp is claimed.
var ErrNone = errors.New("no such vectors")

// ErrRoom: the data area is too small for what the instruction moves, as it is for four vector
// registers of 1024 bits.
var ErrRoom = errors.New("the data area has no room")

// ParseEffort reads "quick", "standard" or "exhaustive".
func ParseEffort(s string) (Effort, error) {
	for e := Quick; e <= Exhaustive; e++ {
		if e.String() == s {
			return e, nil
		}
	}
	return 0, fmt.Errorf("%w: unknown effort %q; give quick, standard or exhaustive", ErrSweep, s)
}

// Params is what decides the vectors of a row.
type Params struct {
	Table   *isa.Table
	Map     image.Map
	Effort  Effort
	Seed    uint64
	Setting trial.Setting // of the cases; instructions on CSRs run in M mode whatever it says
	VLEN    int           // bits of a vector register
	Blocks  *Blocks       // what vector registers hold, shared by the sweeps of a plan
}

// Result is the vectors of a row. Their Case.ID is empty. Groups are indexes of cases that differ
// only in the choice of registers.
type Result struct {
	Cases  []trial.Case
	Groups [][]int
}

// Kind selects the vectors of a row.
type Kind int

const (
	Edges      Kind = iota // edge values, or for loads, stores and atomics edge addresses, naturally aligned
	Misaligned             // addresses that are not naturally aligned
	Zero                   // the destination is x0: what the manual calls hints, of most rows
	Encodings              // all, or a sample of all, values of every field, those that are ignored included
)
