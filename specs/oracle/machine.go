package oracle

import (
	"fmt"
	"slices"

	"go.starlark.net/starlark"

	"touchstone/specs/internal/blame"
	"touchstone/specs/isa"
)

// machine is one worker's interpreter: the pack's semantics bound to one hart's state. It judges
// one case at a time; an [Oracle] keeps as many as are busy at once.
type machine struct {
	o      *Oracle
	thread starlark.Thread
	names  starlark.StringDict // what rows may name
	modules
	rows   []boundRow             // by isa.Instruction.ID, bound when first executed
	legal  []starlark.Callable    // by csrField.id
	access [][2]starlark.Callable // by csrRow.id: guard and wrote
	hooks  hooks
	args   starlark.Tuple
	ends   map[exitKey]*exitEnd // what the environment call at an exit does, by mode

	fetchAlways  bool      // ask the fetch hook every time, or
	fetchLooksAt []*csrRow // only while one of these is known: FETCH_LOOKS_AT of the pack

	fetchRule []string // orders fetches after stores: FETCH_ORDER of the pack
	zeroRule  []string // x0 is zero: ZERO_REGISTER of the pack

	hart
	run
}

// hooks are functions that the pack's semantics must define: what happens around a row.
type hooks struct {
	fetch     starlark.Callable // fetch(address, size): traps when the bytes may not be fetched
	vacant    starlark.Callable // vacant(address, size, access): memory that the before-state does not describe
	undecoded starlark.Callable // undecoded(word, size): no row of the table has this word
	land      starlark.Callable // land(word): the instruction stands where a landing pad is expected; nil: packs without
	enterTrap starlark.Callable // enter_trap(cause, tval): what taking a trap does to CSRs
}

type exitKey struct {
	word uint32
	mode string
}

// exitEnd is the trap of the environment call at an exit, and the rules that speak about it.
type exitEnd struct {
	trap trapping
	in   *isa.Instruction
	tval []string
}

// hart is the architectural state as far as a path has come. X, memory and CSRs hold what
// instructions before this one left; writes of the instruction under way wait in pending.
type hart struct {
	pc          uint64
	mode        string
	x           [32]uint64
	xset        [32]*Set // non-nil: x is one of these
	xwriter     [32]int32
	written     uint32 // registers written since the before-state
	cells       []cell
	csrs        []csrCell
	reservation starlark.Value
	float       floatFile
	vector      vectorFile
	status      [2]statusField // by unit
	elp         bool           // a landing pad is expected

	pending pending
}

// pending is what the instruction under way has done so far. A trap discards it.
type pending struct {
	x           []xWrite
	mem         []memWrite
	csrs        []csrWrite
	f           []xWrite
	v           []vWrite
	status      []statusWrite
	next        uint64
	jumped      bool
	mode        string
	reservation starlark.Value // nil: unchanged
	elp         *bool          // nil: unchanged
	fenceI      bool
}

type xWrite struct {
	i   int
	v   uint64
	set *Set
}

// run is one exploration of one case.
type run struct {
	before *State
	seen   *Observed // nil: list what is allowed
	steps  []step
	marks  []mark

	in      *isa.Instruction
	word    uint32
	link    uint64
	wrapped bool // sext or a register write lost bits of the exact result
	ending  ending
	trap    trapping
	left    *exitEnd // the path ended at an exit
	openEnd []string // rules of unspecified()

	script    []decision
	next      int
	fresh     int // decisions from here on are new on this path
	decided   bool
	visited   map[uint64]struct{}
	uncertain bool // a value was taken from the observation, and later overwritten there
	guessed   uint32
	plainX0   bool // hypothesis: x0 keeps what is written to it
	ranOut    bool
	csrsSeen  bool // the observation has CSRs
}

// ending says why a path is over.
type ending int

const (
	running ending = iota
	trapped
	unspecified
	pruned
)

// trapping is a trap taken, with the set of values that the trap value may have.
type trapping struct {
	cause uint64
	pc    uint64
	tval  uint64
	tvals *Set
	mode  string
}

// step is one executed instruction, kept for attribution.
type step struct {
	in      *isa.Instruction
	pc      uint64
	word    uint32
	wrapped bool
	jumped  bool
	readX0  bool
	wroteX0 bool
	stored  bool
	trapped bool
	moded   bool // changed the mode
	csrs    []*csrRow
}

// mark is a rule() that a row named while it ran.
type mark struct {
	step   int32
	rules  []string
	about  string // one of abouts, or "csr:" and a name; "" is all
	aspect string // the row's rules of that aspect besides
	where  region // only these vector elements
}

// maxFork is how many members a set may have for a row that needs one value of it to be run with
// each. maxPaths bounds the paths of one case, stepLimit the work of one row.
const (
	maxFork   = 8
	maxPaths  = 2048
	stepLimit = 1 << 23 // several thousand elements of exact arithmetic
)

func newMachine(o *Oracle) (*machine, error) {
	m := &machine{o: o, rows: make([]boundRow, len(o.table.Instructions)), ends: map[exitKey]*exitEnd{}}
	m.thread.Name = "oracle"
	m.thread.Print = func(*starlark.Thread, string) {}
	if err := m.load(); err != nil {
		return nil, err
	}
	return m, nil
}

// reset puts the hart into the before-state for the next path.
func (m *machine) reset() {
	b := m.before
	m.pc, m.mode, m.x = b.PC, b.Mode, b.X
	m.x[0] = 0
	m.xset = [32]*Set{}
	for i := range m.xwriter {
		m.xwriter[i] = -1
	}
	m.written = 0
	m.cells = m.cells[:0]
	m.csrs = m.csrs[:0]
	m.reservation = starlark.None
	if r := b.Reservation; r != nil {
		m.reservation = starlark.Tuple{starlark.MakeUint64(r.Addr), starlark.MakeInt(r.Size)}
	}
	if m.float.held || b.Float != nil || m.vector.held || b.Vector != nil {
		m.float.reset(b.Float)
		m.vector.reset(b.Vector)
		m.resetStatus()
	}
	m.elp = false
	m.steps = m.steps[:0]
	m.marks = m.marks[:0]
	m.ending, m.trap, m.left, m.openEnd = running, trapping{}, nil, nil
	m.next, m.uncertain, m.guessed, m.ranOut = 0, false, 0, false
	m.discard()
}

func (m *machine) discard() {
	p := &m.pending
	p.x, p.mem, p.csrs = p.x[:0], p.mem[:0], p.csrs[:0]
	p.f, p.v, p.status = p.f[:0], p.v[:0], p.status[:0]
	p.jumped, p.mode, p.reservation, p.elp, p.fenceI = false, "", nil, nil, false
}

// commit makes the pending writes part of the state.
func (m *machine) commit() {
	p := &m.pending
	at := int32(len(m.steps) - 1)
	for _, w := range p.x {
		if m.guessed&(1<<w.i) != 0 {
			m.uncertain = true
		}
		m.x[w.i], m.xset[w.i], m.xwriter[w.i] = w.v, w.set, at
		m.written |= 1 << w.i
	}
	for i := range p.mem {
		m.store(&p.mem[i], at)
	}
	for i := range p.csrs {
		m.storeCSR(&p.csrs[i], at)
	}
	for i := range p.f {
		m.storeFloat(&p.f[i], at)
	}
	for i := range p.v {
		m.storeVector(&p.v[i], at)
	}
	for i := range p.status {
		m.storeStatus(&p.status[i], at)
	}
	if p.mode != "" {
		m.mode = p.mode
	}
	if p.reservation != nil {
		m.reservation = p.reservation
	}
	if p.elp != nil {
		m.elp = *p.elp
	}
	if p.fenceI {
		for i := range m.cells {
			m.cells[i].stale = false
		}
	}
	p.x, p.mem, p.csrs = p.x[:0], p.mem[:0], p.csrs[:0]
	p.f, p.v, p.status = p.f[:0], p.v[:0], p.status[:0]
	p.mode, p.reservation, p.elp, p.fenceI = "", nil, nil, false
}

// call runs one function of the pack. An error that ends the path on purpose (a trap) is not one.
func (m *machine) call(fn starlark.Callable, args starlark.Tuple, what string) error {
	m.thread.Steps = 0
	m.thread.SetMaxExecutionSteps(stepLimit)
	_, err := starlark.Call(&m.thread, fn, args, nil)
	if err == nil || m.ending != running {
		return nil
	}
	if m.thread.Steps >= stepLimit {
		m.thread.Uncancel()
		return fmt.Errorf("%s: %s: runs longer than %d steps; does it loop for ever?", blame.Place(err), what, stepLimit)
	}
	return fmt.Errorf("%s: %s: %w", blame.Place(err), what, err)
}

// walk executes from the before-state until a path ends, with the trap that ended it taken.
func (m *machine) walk(exits []uint64, max int) error {
	m.reset()
	if err := m.follow(exits, max); err != nil || m.ending != trapped || m.seen == nil || !m.csrsSeen && len(m.csrs) == 0 {
		return err
	}
	return m.takeTrap()
}

// takeTrap lets the pack say what the trap leaves in CSRs; asked only when the observation has some.
func (m *machine) takeTrap() error {
	tval := starlark.Value(starlark.MakeUint64(m.trap.tval))
	if m.trap.tvals != nil {
		tval = m.trap.tvals
	}
	m.pc, m.ending = m.trap.pc, running
	if len(m.steps) == 0 {
		m.begin(nil, 3)
		defer func() { m.steps = m.steps[:0] }()
	}
	m.discard()
	if err := m.call(m.hooks.enterTrap, starlark.Tuple{starlark.MakeUint64(m.trap.cause), tval}, "enter_trap"); err != nil {
		return err
	}
	for i := range m.pending.csrs {
		m.pending.csrs[i].byTrap = true
	}
	m.commit()
	m.ending = trapped
	return nil
}

func (m *machine) follow(exits []uint64, max int) error {
	for n := 0; m.ending == running; n++ {
		if slices.Contains(exits, m.pc) {
			if err := m.leave(); err != nil || m.ending != running {
				return err
			}
			continue // the case wrote over its exit
		}
		if n >= max {
			m.ranOut = true
			return nil
		}
		if err := m.execute(); err != nil {
			return err
		}
	}
	return nil
}

// leave takes the environment call at an exit: the normal end of a case.
func (m *machine) leave() error {
	word, err := m.fetch()
	if err != nil || m.ending != running {
		return err
	}
	if m.elp {
		return m.executeWord(word)
	}
	key := exitKey{word, m.mode}
	end := m.ends[key]
	if end == nil {
		if err := m.executeWord(word); err != nil || m.ending != trapped {
			return err
		}
		at, marks := len(m.steps)-1, len(m.marks)
		end = &exitEnd{trap: m.trap, in: m.steps[at].in, tval: m.marked(int32(at), "tval")}
		for marks > 0 && m.marks[marks-1].step == int32(at) {
			marks--
		}
		m.steps, m.marks = m.steps[:at], m.marks[:marks]
		m.ends[key] = end
	}
	m.trap, m.ending, m.left = end.trap, trapped, end
	m.trap.pc = m.pc
	return nil
}

// execute fetches, decodes and runs one instruction.
func (m *machine) execute() error {
	m.decided = false
	word, err := m.fetch()
	if err != nil || m.ending != running {
		return err
	}
	if err := m.executeWord(word); err != nil || m.ending != running {
		return err
	}
	if m.decided {
		m.prune()
	}
	return nil
}

func (m *machine) executeWord(word uint32) error {
	in, ok := m.o.table.Decode(word)
	m.begin(in, word)
	if m.elp && m.hooks.land != nil {
		err := m.call(m.hooks.land, starlark.Tuple{starlark.MakeUint64(uint64(word))}, "land")
		if err != nil || m.ending != running {
			m.steps[len(m.steps)-1].trapped = m.ending == trapped
			m.discard()
			return err
		}
	}
	if !ok {
		size := 4
		if word&3 != 3 {
			size = 2
		}
		return m.call(m.hooks.undecoded, starlark.Tuple{starlark.MakeUint64(uint64(word)), starlark.MakeInt(size)}, "undecoded")
	}
	base, baseWord := in, word
	if in.Row.Expands != "" {
		base, baseWord, ok = in.Expansion(word)
		if !ok {
			return fmt.Errorf("%s:%d: %s: expands to no row of this table", in.Row.Position.File, in.Row.Position.Line, in.Name)
		}
	}
	if m.rows[base.ID].fn == nil {
		if err := m.bindRow(base); err != nil {
			return err
		}
	}
	row := &m.rows[base.ID]
	m.args = m.args[:0]
	for _, p := range row.params {
		switch p {
		case paramPC:
			m.args = append(m.args, starlark.MakeUint64(m.pc))
		case paramLink:
			m.args = append(m.args, starlark.MakeUint64(m.link))
		case paramMode:
			m.args = append(m.args, starlark.String(m.mode))
		default:
			m.args = append(m.args, starlark.MakeInt64(base.Operands[p].Get(baseWord)))
		}
	}
	if err := m.call(row.fn, m.args, base.Name); err != nil {
		return err
	}
	s := &m.steps[len(m.steps)-1]
	s.wrapped = m.wrapped && s.in.Row.Rules[overflow] != nil
	if m.ending != running {
		s.trapped = m.ending == trapped
		m.discard()
		return nil
	}
	s.jumped = m.pending.jumped
	s.stored = len(m.pending.mem) > 0
	s.moded = m.pending.mode != ""
	m.commit()
	m.pc = m.link
	if m.pending.jumped {
		m.pc, m.pending.jumped = m.pending.next, false
	}
	return nil
}

// begin opens the step of an instruction; in is nil when no row has the word.
func (m *machine) begin(in *isa.Instruction, word uint32) {
	m.in, m.word, m.wrapped = in, word, false
	m.link = m.pc + 4
	if word&3 != 3 {
		m.link = m.pc + 2
	}
	m.steps = append(m.steps, step{in: in, pc: m.pc, word: word})
}

// fetch reads the instruction at pc, one 16-bit parcel after the other.
func (m *machine) fetch() (word uint32, err error) {
	m.begin(nil, 3) // traps of the fetch have no row
	defer func() {
		if m.ending == running {
			m.steps = m.steps[:len(m.steps)-1]
		}
	}()
	if err := m.mayFetch(m.pc); err != nil || m.ending != running {
		return 0, err
	}
	bytes, ok := m.code(m.pc, 4)
	whole := ok
	if !ok {
		bytes, ok = m.code(m.pc, 2)
	}
	if ok && bytes&3 != 3 {
		return uint32(bytes & 0xffff), nil
	}
	if whole {
		err := m.mayFetch(m.pc + 2)
		return uint32(bytes), err
	}
	at := m.pc
	if ok {
		at += 2
	}
	err = m.call(m.hooks.vacant, starlark.Tuple{starlark.MakeUint64(at), starlark.MakeInt(2), starlark.String("X")}, "vacant")
	if err == nil && m.ending == running {
		err = fmt.Errorf("the memory of the before-state does not describe the code at %#x", at)
	}
	return 0, err
}

// mayFetch asks the pack whether a 16-bit parcel may be fetched; the answer may be a trap.
func (m *machine) mayFetch(addr uint64) error {
	ask := m.fetchAlways
	for _, row := range m.fetchLooksAt {
		ask = ask || m.csrKnown(row)
	}
	if !ask {
		return nil
	}
	m.args = append(m.args[:0], starlark.MakeUint64(addr), starlark.MakeInt(2))
	return m.call(m.hooks.fetch, m.args, "fetch")
}
