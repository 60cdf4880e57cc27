// Package oracle answers one question: is this transition allowed? Given the state before, the
// code at pc and what was observed after, it runs the rows' `does` (Starlark, exact integers) and
// says yes, or which location differs, what was allowed there, and which rules are broken.
//
//	o, _ := oracle.New(pack, table, oracle.Env{ICS: ics, Environment: "machine"})
//	result, err := o.Judge(before, exits, 1000, seen)
//
// # What a row may say
//
// A row's `does` is the body of a function. Its operands are ints under their names (registers are
// their numbers), and so are pc and link, the address behind the instruction; mode is "M" or "U".
//
//	X[i]  X[i] = n       an integer register: read unsigned; written with the 64 low bits of n
//	F[i]  F[i] = n       a floating-point register, all 64 bits of it; boxing is the pack's business
//	V[r, i, eew]  = n    element i, of eew bits, of the vector registers from r on, unsigned; eew is 1, 8,
//	                     16, 32 … up to hart.vlen or 256. One of at most 64 bits takes a set
//	agnostic(r, first, end, eew, by = rule)   elements first to end-1: each keeps its value or is all ones
//	mem[a, n]            1 to 8 bytes of memory, little-endian; None where nothing is described
//	csr[number]  csr[…] = v    a CSR as software reads and writes it: field by field what is legal
//	csr.name  csr.name = v     a CSR as hardware sees and sets it, in helpers. A view (frm of fcsr) reads
//	                     and writes its bits of the other register
//	csr_guard(n) csr_wrote(n, old, written)  run the CSR's `guard` and `wrote`: what software's access asks for and does
//	hart.pc .link .word .mode .next .reservation     the instruction under way
//	hart.fs .vs .vlen    status of the floating-point and vector state (0 Off to 3 Dirty; None where the
//	                     environment cannot look), assigned like V; the bits of a vector register
//	ics.claims(ext) .parameter(name, default) .has_mode(m) .environment     the claims
//	s(n) u(n) sext(n, bits) zext(n, bits) pow2(n) bitlen(n) isqrt(n) min max
//	trap(cause, tval)    ends the instruction with a trap; what it wrote is discarded
//	commit()             keeps what it wrote so far, even if it traps later
//	fetches_see_stores() fetches that follow see every store before
//	rule(id, value = None, about = "", aspect = "", where = (r, first, end, eew, active = 0))   this rule (or
//	                     list) decides here: a difference names it, and the row's rules of the aspect. about
//	                     limits that to a kind of location, where to vector elements that are not active
//
// Reads see the state before the instruction, writes happen when it is over, or at the commit() that
// follows them. F, V, hart.fs and hart.vs of a before-state without them are an error. Helpers live in the
// pack's semantics/*.star, where four functions are the oracle's own hooks: fetch, vacant, undecoded
// and enter_trap.
//
// # Choices
//
// Where the standard leaves freedom a row says so, and names the rule that permits it:
//
//	choose(a, b, …, by = rule)      one of these; the case is explored with each
//	any_of(a, b, …, by = rule)      a set, for one write: the observed value must be in it
//	anything(by = rule)             all values          anything_but(a, …, by = rule)
//	mixture(a, b, by = rule)        each bit that of a or of b
//	settle(set)                     one member, explored with each
//	unspecified()                   the standard says nothing: every observation is explained
//
// The elements of a vector, mask bits too, are open each for itself. What is open and is read later is
// taken from the observation.
//
// A choice without a rule that exists is an error of [Lint]. An observation that any path explains is
// allowed; otherwise the nearest path says what differs. Of a value that is open (a counter) a later
// instruction sees what the observation shows; where it does not show, the answer is [ErrOpen].
//
// # Attribution
//
// A difference breaks the rules that rule() named where it arose, or else the rules of the row for
// that aspect: encoding (a valid instruction was taken for illegal), target (it went elsewhere),
// address (a store hit another place), unused (reserved fields were not ignored), result; and overflow
// besides, when the exact result did not fit. A wrong vector element breaks the rules of the region that
// it is in (tail, inactive, prestart: rule() with where), and those by which it is open; a CSR that nothing
// wrote breaks its row's rules for kept. What x0 keeping a value explains is x0's fault alone.
package oracle

import (
	"errors"
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
	CSR         map[string]uint64 // by name, as read; an absent one is unknown. Of PMP all registers or none
	Mem         Memory
	Reservation *Reservation // nil: no reservation is held, so a store-conditional fails
	Float       *Float       // nil: unknown; an instruction that looks at it cannot be judged
	Vector      *Vector      // nil: likewise
}

// Status of the floating-point or vector state: mstatus.FS or VS.
const (
	Off = iota
	Initial
	Clean
	Dirty
	NotSeen // the environment cannot look: neither judged nor known, but not Off
)

// Float is the floating-point state, beside fcsr, which is a CSR.
type Float struct {
	F      [32]uint64
	Status uint8 // mstatus.FS
}

// Vector is the vector state, beside vl, vtype, vstart and vcsr, which are CSRs.
type Vector struct {
	Bytes  []byte // v0, v1, … v31, VLEN/8 bytes each
	Status uint8  // mstatus.VS
}

// Trap is a trap record. An ordinary end of a case is one too: the environment call at an exit. A
// program under Linux sees a signal instead of a cause, with its si_code, and si_addr as Tval; its
// exits are breakpoints.
type Trap struct {
	Cause, PC, Tval uint64
	Mode            string // where it came from
	Signal, Code    int
}

// Observed is what an implementation did. A location that Changed does not name kept its value.
// Locations: "x5", "mem:80010008" (an aligned doubleword, lower-case hexadecimal), "csr:mscratch",
// "f5", "v8[2]" (doubleword 2 of v8, from 0), and "fs" and "vs", the fields of mstatus.
type Observed struct {
	Trap    Trap
	Changed map[string]uint64
	CSRs    map[string]bool // CSRs that were read after the case; nil: those that before.CSR holds
}

// Broken is one difference between what was observed and the nearest allowed outcome.
type Broken struct {
	Loc     string   // "x5", "mem:80010008", "csr:mscratch", "f5", "v8[2]", "fs", "pc", "cause", "tval", "mode"
	Element string   // part of Loc that Allowed and Got are about, and the first that differs: "bits 8 to 15"; "" is all
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

	// Unspecified: it was accepted because the standard does not say what happens: a reserved
	// encoding, an unknown CSR, memory that the before-state does not describe. It shows nothing.
	Unspecified bool

	// Emulated: it is unspecified only because the trap of a misaligned access is allowed, which the
	// environment may have taken to do the access itself.
	Emulated bool
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

	rows    []lazily[*compiledRow] // by isa.Instruction.ID
	legals  []lazily[*program]     // by csrField.id
	access  []accessPrograms       // by csrRow.id
	modules map[string]*lazily[*moduleProgram]
	speaks  []rowRules // by isa.Instruction.ID

	idle sync.Pool // of *machine
}

// New makes an oracle for the instructions of t. It compiles the shared semantics; rows compile when
// a case first executes them.
func New(p *specs.Pack, t *isa.Table, env Env) (*Oracle, error) {
	o := &Oracle{pack: p, table: t, env: env, modules: map[string]*lazily[*moduleProgram]{}}
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
	o.legals = make([]lazily[*program], len(o.fields))
	o.access = make([]accessPrograms, len(o.csrByName))
	for i := range p.Semantics {
		o.modules[p.Semantics[i].File] = &lazily[*moduleProgram]{}
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

func (o *Oracle) module(src *specs.Source, builtins starlark.StringDict) (*moduleProgram, error) {
	return o.modules[src.File].get(func() (*moduleProgram, error) { return compileModule(src, builtins) })
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

// Bounds say how far to go in listing what is allowed.
type Bounds struct {
	Steps    int // instructions of a path
	Paths    int // through the choices, of which many may come to one outcome; 0: as many as [Oracle.Judge] walks
	Outcomes int // 0: as many as there are
}

// ErrMany is the class of cases of which more is allowed than the bounds let anybody list.
var ErrMany = errors.New("too many outcomes are allowed")

// Allowed lists the outcomes that the specification allows, in a stable order. It stops with [ErrMany] at
// the first path or outcome beyond the bounds: that there are too many costs no more than to list as many.
func (o *Oracle) Allowed(before *State, exits []uint64, bounds Bounds) ([]Outcome, error) {
	m, err := o.borrow()
	if err != nil {
		return nil, err
	}
	defer o.idle.Put(m)
	m.open(before, nil)
	return m.allowed(exits, bounds)
}
