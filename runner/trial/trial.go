// Package trial holds the nouns that everybody on the second floor passes on: a [Trial] is a
// scenario compiled into [Case]s (what to do) and [Check]s (what to look at), an [Outcome] is
// what the implementation did. Pure data: no I/O, no behaviour beyond small accessors.
package trial

import (
	"touchstone/specs"
)

// Trial is one scenario of one feature, compiled for one profile, ICS and environment.
type Trial struct {
	ID        string // stable: "riscv/m/division.feature:14", the line of the scenario or of the outline's row
	Feature   string // feature title
	Scenario  string // scenario title with the outline's values filled in
	URI       string // "riscv/m/division.feature"
	Line      int
	Extension string   // of the @ext tag
	Rules     []string // of the @rule tags
	Tags      []string
	Steps     []string // as written, keyword included; a Then's Check has the same text without the keyword
	Cases     []Case
	Checks    []Check

	// At most one of the two is set, and then there are no cases.
	Untested      string // why it cannot be judged here
	NotApplicable string // the option that the ICS does not claim

	// Excluded: Untested because of environment, effort or selection; left out of a rule's merge
	// when another scenario of the rule ran.
	Excluded bool
}

// Setting is what a case needs the hart to be in before it starts. Cases of one setting share an
// image. The runtime re-establishes it, from a table, after every case.
type Setting struct {
	Mode   string   `json:"mode"`             // "M" or "U"
	Anchor string   `json:"anchor,omitempty"` // what the runtime keeps its own pointer in while the case runs: "" mscratch, or "x31" for cases that use mscratch
	CSRs   []Preset `json:"csrs,omitempty"`   // written before the case: pmpcfg0, pmpaddr3, mcounteren, …
	Harts  int      `json:"harts,omitempty"`  // 0 or 1: one
	Float  bool     `json:"float,omitempty"`  // floating-point state is established, and compared after
	VLEN   int      `json:"vlen,omitempty"`   // bits; not 0: vector state is established, and compared after

	Environment string `json:"environment,omitempty"` // "" the bare machine, or [Linux]

	// Without: under [Linux], the pages that cases have not all rights to.
	Without []Rights `json:"without,omitempty"`
}

// Rights are what is left of a case's rights to From up to To. A kernel gives rights by pages: those to
// all of the page are taken, of which the region is the beginning, and the right to execute goes with any other;
// so what happens elsewhere in the page, or when code in it is executed, is no evidence.
type Rights struct {
	From    uint64 `json:"from"`
	To      uint64 `json:"to"`
	Page    uint64 `json:"page"`
	Read    bool   `json:"read,omitempty"`
	Write   bool   `json:"write,omitempty"`
	Execute bool   `json:"execute,omitempty"`
}

// Linux is the environment of a user-mode process: a trap is seen as a signal, and no CSR is written
// for a case but those of its own state.
const Linux = "linux"

// Preset gives a location a value. Rel: the value is an offset from the case's code address.
type Preset struct {
	Loc   Loc    `json:"loc"`
	Value uint64 `json:"value"`
	Rel   bool   `json:"rel,omitempty"`
}

// Loc is the open name of a piece of architectural state: "x5", "pc", "mem:80010008" (an aligned
// doubleword, the address in hexadecimal), "csr:mscratch", "h1:x5" (of hart 1), "f3", "v8[2]"
// (doubleword 2 of v8, from 0), "fs" and "vs" (those fields of mstatus). New state adds names, not
// formats.
type Loc string

// Chunk is bytes placed at an offset from the case's code address (negative offsets allowed).
type Chunk struct {
	Offset int64  `json:"offset"`
	Bytes  []byte `json:"bytes"`
}

// Case is one test vector: a before-state, code, and where the code may end. Registers that no
// preset names hold the background value of their number (image.Background), the data area its
// own pattern, so that "nothing else changed" means something.
type Case struct {
	ID      string   `json:"id"` // trial id + "/" + ordinal
	Setting Setting  `json:"setting"`
	Stub    *Stub    `json:"-"` // shared by the cases of a sweep that run the same code
	Before  []Preset `json:"before"`
	Observe []Loc    `json:"observe,omitempty"` // beyond x1…x31, pc, the trap record and the data area: CSRs to read after
	Vectors *Vectors `json:"-"`                 // what v0 to v31 hold, shared by many cases; nil: the background

	// Several harts run together when Harts is not empty: Stub is hart 0's code, Harts[n] that of
	// hart n+1. All of them start from Before, Repeat times over, and Observe is what is looked at
	// each time: registers ("x10" is hart 0's, "h1:x10" hart 1's) and doublewords of the data area.
	Harts  []*Stub `json:"-"`
	Repeat int     `json:"repeat,omitempty"`

	// Of an implementation that exchanges messages; then there is no code, and no state.
	Script *Script `json:"script,omitempty"`

	// Env is what the checks of such a case are evaluated in, but for its answers: an [*exchange.Env],
	// opaque here, so that who only executes cases does not bring the pack's language along.
	Env any `json:"-"`
}

// Vectors is what the vector registers hold when a case begins: v0, v1, … v31, VLEN/8 bytes each.
// Presets of "v8[2]" go on top.
type Vectors struct {
	Name  string // for people: "e32 edges"
	Bytes []byte
}

// Stub is code: what the cases of a sweep share. Entry is offset 0. Exits are offsets at which an
// environment call (under Linux a breakpoint) ends the case normally; stopping anywhere else is a trap of
// the code under test.
type Stub struct {
	Chunks []Chunk
	Exits  []int64
	End    int64  // the offset that follows the code under test: where a plain instruction goes on
	Insn   string // the row under test, if the stub is about one: for coverage and mutants
	Text   string // assembly, for people
	Align  int    // of the code address: 0 means 8; 2 places it at 2 modulo 4
	At     uint64 // the code address, when the setting depends on it (image.Map.Place); 0: anywhere

	// Dest is the x or f register that the instruction under test writes; "": none, or x0. The cases
	// of an Alike group are compared by it.
	Dest Loc
}

// Status says how a case ended.
type Status string

const (
	Finished Status = "finished"
	Hang     Status = "hang"    // began, alone and afresh, and never came back, twice
	Crash    Status = "crash"   // began, and the implementation ended, twice
	Clobber  Status = "clobber" // destroyed the runtime's canaries
	Flaky    Status = "flaky"   // not the same each time it ran: never evidence of a pass; see [Outcome.Settled]
	NotRun   Status = "not-run"

	// Of a self-checking image, which shows no more:
	Matched Status = "matched" // it did one of the things that are allowed
	Differs Status = "differs" // it did something else
)

// Trap is the trap record as the implementation left it. An ordinary end of a case is one too:
// the environment call at an exit, or the breakpoint there under Linux.
type Trap struct {
	Cause uint64 `json:"cause"` // 0 with a signal
	PC    uint64 `json:"pc"`    // mepc
	Tval  uint64 `json:"tval"`
	Mode  string `json:"mode"` // where it came from: mstatus.MPP

	// Under Linux the signal and its si_code instead of a cause. Tval is si_addr then.
	Signal int `json:"signal,omitempty"`
	Code   int `json:"code,omitempty"`
}

// Change is a location whose value after differs from before.
type Change struct {
	Loc   Loc    `json:"loc"`
	Value uint64 `json:"value"`
}

// Outcome is what the implementation did with one case.
type Outcome struct {
	Case    int      `json:"case"` // index in the plan
	Status  Status   `json:"status"`
	Trap    Trap     `json:"trap"`
	Changed []Change `json:"changed,omitempty"` // sorted as the runtime reports them: x, mem, csr
	Words   string   `json:"words,omitempty"`   // the implementation's last words when it crashed or hung

	// Of a flaky case: how often it ended in which way ("crash", "finished", "fail", …).
	Runs map[string]int `json:"runs,omitempty"`

	// Of a case of several harts: what was seen, in the order in which it was first seen, and the
	// hart that the trap record is of. A hart that ends anywhere but at its exit ends the case.
	States []State `json:"states,omitempty"`
	Hart   int     `json:"hart,omitempty"`

	// Of a script: what came of its calls, in their order, up to the last that was made.
	Answers []Answer `json:"answers,omitempty"`
}

// Settled is what a flaky case did when it finished in the end, alone, after it had stopped the
// implementation among others. False: no run of it is to be looked at.
func (o Outcome) Settled() (Outcome, bool) {
	if o.Status != Flaky || o.Trap.Mode == "" && len(o.Answers) == 0 {
		return o, false
	}
	o.Status = Finished
	return o, true
}

// State is what the locations of Case.Observe held, in their order, after Count of the
// repetitions. Without values: states for which the runtime had no more room.
type State struct {
	Count  uint64   `json:"count"`
	Values []uint64 `json:"values,omitempty"`
}

// Check is one Then: what must hold of some cases' outcomes, and the rules it speaks for.
type Check struct {
	Text   string   // the step as written
	Rules  []string // rules this check passes or fails; empty for Allowed, which takes them from the rows
	Cases  []int    // indexes into Trial.Cases
	Expect Expect
}

// Value is a number that a check compares with; Rel: an offset from the case's code address.
type Value struct {
	Num uint64 `json:"num"`
	Rel bool   `json:"rel,omitempty"`
}

// Expect is a closed set: [Allowed], [Holds], [Takes], [Ends], [Unchanged], [Alike], [Same], of
// several harts [Never], [Always], and of scripts [Meets].
type Expect interface{ expect() }

// Allowed: the specification's semantics explain the outcome, all of it.
type Allowed struct{}

// Holds: after the case the location holds one of the values (or, with Compare "<=", relates so
// to another location).
type Holds struct {
	Loc     Loc
	Low     uint8   // the field looked at: Width bits from bit Low up; Width 0 is the whole location
	Width   uint8   // of memory: a byte, halfword or word of the aligned doubleword
	Compare string  // "=", "!=", "<", "<=" (unsigned); "" is "="
	Values  []Value // "=": any of these; "!=": none of these; "<", "<=": the one value
	Other   Loc     // compare with this location instead of Values
}

// Takes: a trap of one of these causes is taken, by the instruction at At, with one of these
// tvals. A case that ends at one of its exits took no trap.
type Takes struct {
	Causes []uint64 // any of these; empty: whatever the cause
	At     *Value   // what the trap record's pc holds; nil: not looked at
	Tvals  []Value  // empty: not looked at
}

// Ends: no trap is taken; the case ends at one of its exits (At, an offset, when given).
type Ends struct{ At *int64 }

// Unchanged: nothing changed but these locations (and pc). With Of, only those locations are
// looked at; "mem:" stands for all of memory, "v8[" for all of v8.
type Unchanged struct {
	But []Loc
	Of  []Loc
}

// Alike: cases that differ only in the choice of registers have the same effect. The cases of a
// group agree on: where they end (exit by position, or trap cause), the value that the stub's Dest
// holds afterwards (unless it has none), the accrued exceptions, and memory. Values are the same when they are equal or equally
// far from their code address. No other register may have changed.
type Alike struct{ Groups [][]int }

// Same: the two cases of each pair start from the same state, run different code (a compressed
// instruction and its expansion) and have the same effect. Values are the same when they are
// equal, or equally far from their stub's End, or equally far from their code address.
type Same struct{ Pairs [][2]int }

// Never: in no repetition of a case of several harts did all of these hold together. That a
// forbidden state was not seen in N repetitions is a strength of its own, and no proof.
type Never struct{ All []Holds }

// Always: in every repetition of a case of several harts all of these held.
type Always struct{ All []Holds }

func (Never) expect()     {}
func (Always) expect()    {}
func (Same) expect()      {}
func (Allowed) expect()   {}
func (Holds) expect()     {}
func (Takes) expect()     {}
func (Ends) expect()      {}
func (Unchanged) expect() {}
func (Alike) expect()     {}

// Profile and ICS that a plan was made for travel with it.
type Claim struct {
	Profile string
	ICS     specs.ICS
}

// Meets: an answer of each case's script meets a condition, in the pack's own language.
type Meets struct {
	Condition any    // an *exchange.Condition
	Call      int    // index in Script.Calls of the one whose answer it is
	Gates     []Gate // conditions on earlier answers, without which nothing can be said
	ByRow     bool   // the rules are those of the case's row, or else those of the scenario
}

// Gate is what the answer to a call must be for a scenario to go on.
type Gate struct {
	Condition any // an *exchange.Condition
	Call      int
	Text      string // as the step has it
}

func (Meets) expect() {}
