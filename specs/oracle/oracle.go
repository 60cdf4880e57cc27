// Package oracle answers one question: is this transition allowed? Given the state before, the
// code at pc and what was observed after, it runs the rows' `does` (Starlark, exact integers) and
// says yes, or which location differs, what was allowed there, and which rules are broken.
//
// Choices. Where the standard leaves freedom a row calls choose(…, by = rule) or any_of(…, by =
// rule); the oracle runs the row once for every combination and accepts an observation that any
// of them explains. A choice without a rule that permits it is a lint error.
package oracle

import (
	"sync"

	"go.starlark.net/starlark"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// Env is what the implementation claims and where the code runs: both are inputs of the semantics.
type Env struct {
	ICS         specs.ICS
	Environment string // "machine" or "linux"
}

// Memory is the memory before the case. Addresses it does not describe answer false.
type Memory interface {
	// Read returns the n bytes (1 to 8) at addr as a little-endian integer.
	Read(addr uint64, n int) (value uint64, ok bool)
}

// Reservation is what a load-reserved left behind.
type Reservation struct {
	Addr uint64
	Size int // bytes
}

// State is the architectural state before a transition.
type State struct {
	PC          uint64
	Mode        string // "M" or "U"
	X           [32]uint64
	CSR         map[string]uint64 // by name; a CSR that is absent has an unknown value
	Mem         Memory
	Reservation *Reservation
}

// Trap is a trap record. An ordinary end of a case is one too: the environment call at an exit.
type Trap struct {
	Cause, PC, Tval uint64
	Mode            string // where it came from
}

// Observed is what an implementation did. A location that Changed does not name kept its value.
// Locations: "x5", "mem:80010008" (an aligned doubleword, lower-case hexadecimal), "csr:mscratch".
type Observed struct {
	Trap    Trap
	Changed map[string]uint64
	CSRs    map[string]bool // CSRs that were read after the case; nil: all that before.CSR holds
}

// Broken is one difference between what was observed and the nearest allowed outcome.
type Broken struct {
	Loc     string   // "x5", "mem:80010008", "csr:mscratch", "pc", "cause", "tval", "mode"
	Allowed []string // values allowed there, for people
	Got     string
	Rules   []string // rules that the difference breaks
	Aspect  string   // of the row: encoding, result, address, target, overflow, unused; "" when a rule() mark decided
	Permits []string // rules that permit the choices among Allowed
}

// Result is the judgement of one transition.
type Result struct {
	OK        bool
	Broken    []Broken
	Exercised []string // rules that this transition speaks for
	Permitted []string // rules that permit the choices by which it was accepted
}

// Oracle judges transitions. It is safe for concurrent use: each judgement borrows an interpreter
// of its own, and compiled rows are shared.
type Oracle struct {
	pack     *specs.Pack
	table    *isa.Table
	env      Env
	claims   map[string]bool
	required map[string]bool // rules that are requirements

	csrByName   map[string]*csrRow
	csrByNumber map[int]*csrRow
	fields      []fieldOf

	rows    []lazily[*compiledRow]      // by isa.Instruction.ID
	legals  []lazily[*starlark.Program] // by csrField.id
	modules map[string]*lazily[*starlark.Program]
	speaks  []rowRules // by isa.Instruction.ID

	idle sync.Pool // of *machine
}

// New makes an oracle for the instructions of t. It compiles the shared semantics; rows compile when
// a case first executes them.
func New(p *specs.Pack, t *isa.Table, env Env) (*Oracle, error) {
	o := &Oracle{pack: p, table: t, env: env, modules: map[string]*lazily[*starlark.Program]{}}
	if o.env.Environment == "" {
		o.env.Environment = "machine"
	}
	o.claims = claimed(o)
	o.required = map[string]bool{}
	for i := range p.Rules {
		o.required[p.Rules[i].ID] = p.Rules[i].Kind == specs.Requirement
	}
	if err := o.indexCSRs(); err != nil {
		return nil, err
	}
	o.rows = make([]lazily[*compiledRow], len(t.Instructions))
	o.legals = make([]lazily[*starlark.Program], len(o.fields))
	for i := range p.Semantics {
		o.modules[p.Semantics[i].File] = &lazily[*starlark.Program]{}
	}
	o.speaks = make([]rowRules, len(t.Instructions))
	for i, in := range t.Instructions {
		o.speaks[i] = rulesOf(in)
	}
	m, err := newMachine(o)
	if err != nil {
		return nil, err
	}
	o.idle.Put(m)
	return o, nil
}

func (o *Oracle) module(src *specs.Source, builtins starlark.StringDict) (*starlark.Program, error) {
	return o.modules[src.File].get(func() (*starlark.Program, error) { return compileModule(src, builtins) })
}

func (o *Oracle) borrow() (*machine, error) {
	if m, ok := o.idle.Get().(*machine); ok {
		return m, nil
	}
	return newMachine(o)
}

// Judge runs the code at before.PC, at most max instructions, until it reaches one of exits or
// takes a trap, and says whether seen is one of the outcomes that the specification allows.
//
// An error is never the implementation's fault: the pack's semantics failed, or the before-state
// does not hold what the code depends on. The slices of a Result are shared: do not modify them.
func (o *Oracle) Judge(before *State, exits []uint64, max int, seen *Observed) (Result, error) {
	m, err := o.borrow()
	if err != nil {
		return Result{}, err
	}
	defer o.idle.Put(m)
	m.open(before, seen)
	return m.judge(exits, max)
}

// Outcome is one allowed outcome, for people: sets stand for "any of these". A location that
// Changed does not name keeps its value.
type Outcome struct {
	Trap        map[string][]string `json:"trap,omitempty"`        // cause, pc, tval, mode -> values allowed
	Changed     map[string][]string `json:"changed,omitempty"`     // location -> values allowed
	Unspecified []string            `json:"unspecified,omitempty"` // rules by which anything may happen
	Permits     []string            `json:"permits,omitempty"`     // rules that permit this outcome beside the others
}

// Allowed lists the outcomes that the specification allows, in a stable order.
func (o *Oracle) Allowed(before *State, exits []uint64, max int) ([]Outcome, error) {
	m, err := o.borrow()
	if err != nil {
		return nil, err
	}
	defer o.idle.Put(m)
	m.open(before, nil)
	return m.allowed(exits, max)
}
