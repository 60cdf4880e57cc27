package oracle

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// ErrOpen is the class of cases that cannot be judged: what they do depends on a value that the
// standard leaves open and that the observation does not show.
var ErrOpen = errors.New("the case depends on a value that is not observed")

// open starts a case.
func (m *machine) open(before *State, seen *Observed) {
	m.before, m.seen = before, seen
	m.script, m.fresh = m.script[:0], 0
	m.plainX0 = false
	clear(m.visited)
	m.vector.looked = false
	m.csrsSeen = false
	if seen != nil {
		m.csrsSeen = len(seen.CSRs) > 0
		for loc := range seen.Changed {
			m.csrsSeen = m.csrsSeen || strings.HasPrefix(loc, "csr:")
		}
	}
}

// judge walks the paths until one explains the observation.
func (m *machine) judge(exits []uint64, max int) (Result, error) {
	best := Result{}
	distance := -1
	uncertain, ranOut, emulated := false, false, false
	for paths := 1; ; paths++ {
		if paths > maxPaths {
			return Result{}, fmt.Errorf("the case has more than %d allowed paths; give it fewer choices", maxPaths)
		}
		if err := m.walk(exits, max); err != nil {
			return Result{}, err
		}
		uncertain = uncertain || m.uncertain && m.ending != pruned
		switch {
		case m.ranOut:
			ranOut = true
		case m.ending == unspecified:
			return Result{OK: true, Exercised: m.exercised(), Permitted: m.permitted(m.openEnd), Unspecified: true}, nil
		case m.ending == trapped:
			if m.explained() {
				return Result{OK: true, Exercised: m.exercised(), Permitted: m.permitted(nil)}, nil
			}
			emulated = emulated || m.emulated()
			broken, far := m.differences()
			switch {
			case distance < 0 || far < distance:
				distance = far
				best = Result{Broken: broken, Exercised: m.exercised()}
			default:
				alternatives(best.Broken, broken)
			}
		}
		if !m.advance() {
			break
		}
	}
	switch {
	case emulated:
		return Result{OK: true, Unspecified: true, Emulated: true}, nil
	case uncertain:
		return Result{}, fmt.Errorf("%w: it reads a register that such a value went to and overwrites it", ErrOpen)
	case ranOut && distance < 0:
		return Result{}, fmt.Errorf("the code reaches none of the exits and takes no trap within %d instructions", max)
	}
	m.suspectX0(exits, max, &best)
	return best, nil
}

// alternatives adds what another allowed path has at the locations that differ.
func alternatives(best, other []Broken) {
	for i := range best {
		b := &best[i]
		for _, o := range other {
			if o.Loc != b.Loc || o.Element != b.Element {
				continue
			}
			for _, a := range o.Allowed {
				if len(b.Allowed) < 8 && !slices.Contains(b.Allowed, a) {
					b.Allowed = append(slices.Clip(b.Allowed), a)
				}
			}
			b.Permits = union(b.Permits, o.Permits)
		}
	}
}

// suspectX0 asks whether a register file that keeps what is written to x0 explains everything; if
// so that is the one fault.
func (m *machine) suspectX0(exits []uint64, max int, best *Result) {
	wrote := false
	for i := range m.steps {
		wrote = wrote || m.steps[i].wroteX0
	}
	if !wrote {
		return
	}
	m.plainX0 = true
	defer func() { m.plainX0 = false }()
	m.script, m.fresh = m.script[:0], 0
	clear(m.visited)
	for range maxPaths {
		if m.walk(exits, max) != nil {
			return
		}
		if m.ending == trapped && m.explained() {
			for i := range best.Broken {
				best.Broken[i].Rules, best.Broken[i].Aspect = m.zeroRule, ""
			}
			return
		}
		if !m.advance() {
			return
		}
	}
}

// explained compares the end of a path with the observation, cheaply.
func (m *machine) explained() bool {
	t, s := &m.trap, &m.seen.Trap
	if !t.explains(s) {
		return false
	}
	var written, floats uint32
	for loc, got := range m.seen.Changed {
		switch kind, n := parseLoc(loc); kind {
		case 'x':
			if n == 0 && !m.plainX0 {
				if got != 0 {
					return false
				}
				continue
			}
			if !holds(m.x[n], m.xset[n], got) {
				return false
			}
			written |= 1 << n
		case 'f':
			if m.float.held && !holds(m.float.f[n], m.float.set[n], got) {
				return false
			}
			floats |= 1 << n
		case 'm':
			c := m.cell(n)
			if c == nil {
				if v, ok := m.before.Mem.Read(n, 8); !ok || v != got {
					return false
				}
			} else if !holds(c.v, c.set, got) {
				return false
			}
		case 'c':
			if v, set, known := m.finalCSR(loc[4:]); known && !holds(v, set, got) {
				return false
			}
		}
	}
	if (m.float.held || m.vector.held) && !m.unitsExplained(floats) {
		return false
	}
	if rest := m.written &^ written; rest != 0 {
		for i := 1; i < 32; i++ {
			if rest&(1<<i) != 0 && !holds(m.x[i], m.xset[i], m.before.X[i]) {
				return false
			}
		}
	}
	for i := range m.cells {
		c := &m.cells[i]
		if _, ok := m.seen.Changed[memLoc(c.addr)]; ok {
			continue
		}
		if v, set := m.original(c.addr); set == nil && !holds(c.v, c.set, v) {
			return false
		}
	}
	for i := range m.csrs {
		c := &m.csrs[i]
		if _, ok := m.seen.Changed[c.row.loc]; ok {
			continue
		}
		if v, ok := m.unchangedCSR(c.row); ok && !m.keepsCSR(c.row, c.v, c.set, v) {
			return false
		}
	}
	return true
}

func holds(v uint64, set *Set, got uint64) bool {
	if set != nil {
		return set.contains(got)
	}
	return v == got
}

// unchangedCSR is what the observation says of a CSR that it does not list: its old value, if the
// CSR was looked at and the before-state has it.
func (m *machine) unchangedCSR(row *csrRow) (uint64, bool) {
	switch {
	case row.volatile != nil, m.seen.CSRs != nil && !m.seen.CSRs[row.Name]:
		return 0, false
	case m.seen.CSRs == nil:
		// What the trap overwrote is compared only where it was expressly looked at.
		if c := m.csrCell(row); c != nil && c.byTrap {
			return 0, false
		}
	}
	v, ok := m.before.CSR[row.Name]
	return v, ok
}

// finalCSR is what a CSR holds when the case has ended and its trap has been taken; known is false
// where nothing says.
func (m *machine) finalCSR(name string) (v uint64, set *Set, known bool) {
	row := m.o.csrByName[name]
	if row == nil {
		v, ok := m.before.CSR[name]
		return v, nil, ok
	}
	if row.volatile != nil {
		return 0, nil, false
	}
	if !m.csrKnown(row) {
		return 0, nil, false
	}
	v, set = m.readCSR(row)
	return v, set, true
}

// parseLoc reads a location name: 'x' or 'f' and the register, 'v' and the register in bits 31:16
// with the doubleword in 15:0, 's' for a status, 'm' and the address, 'c' for a CSR; 0 for names of state that these semantics do not have.
func parseLoc(loc string) (kind byte, n uint64) {
	switch {
	case strings.HasPrefix(loc, "x"):
		if n, err := strconv.ParseUint(loc[1:], 10, 8); err == nil && n < 32 {
			return 'x', n
		}
	case loc == "fs", loc == "vs":
		return 's', 0
	case strings.HasPrefix(loc, "f"):
		if n, err := strconv.ParseUint(loc[1:], 10, 8); err == nil && n < 32 {
			return 'f', n
		}
	case strings.HasPrefix(loc, "v"):
		reg, part, ok := strings.Cut(strings.TrimSuffix(loc[1:], "]"), "[")
		n, err1 := strconv.ParseUint(reg, 10, 8)
		i, err2 := strconv.ParseUint(part, 10, 16)
		if ok && err1 == nil && err2 == nil && n < 32 {
			return 'v', n<<16 | i
		}
	case strings.HasPrefix(loc, "mem:"):
		if n, err := strconv.ParseUint(loc[4:], 16, 64); err == nil && n%8 == 0 {
			return 'm', n
		}
	case strings.HasPrefix(loc, "csr:"):
		return 'c', 0
	}
	return 0, 0
}

func memLoc(addr uint64) string { return "mem:" + strconv.FormatUint(addr, 16) }

// allowed collects the end of every path.
func (m *machine) allowed(exits []uint64, bounds Bounds) ([]Outcome, error) {
	var all []Outcome
	most := maxPaths
	if bounds.Paths > 0 {
		most = min(most, bounds.Paths)
	}
	for paths := 1; ; paths++ {
		if paths > most {
			return nil, fmt.Errorf("%w: the case has more than %d allowed paths; give it fewer choices", ErrMany, most)
		}
		if err := m.walk(exits, bounds.Steps); err != nil {
			return nil, err
		}
		switch {
		case m.ranOut && m.ending == running:
			return nil, fmt.Errorf("the code reaches none of the exits and takes no trap within %d instructions", bounds.Steps)
		case m.ending != pruned:
			o := m.outcome()
			if slices.ContainsFunc(all, func(a Outcome) bool { return sameOutcome(a, o) }) {
				break
			}
			if len(all) == bounds.Outcomes && bounds.Outcomes > 0 {
				return nil, fmt.Errorf("%w: the case has more than %d", ErrMany, bounds.Outcomes)
			}
			all = append(all, o)
		}
		if !m.advance() {
			return all, nil
		}
	}
}

func sameOutcome(a, b Outcome) bool {
	return maps.EqualFunc(a.Trap, b.Trap, slices.Equal) && maps.EqualFunc(a.Changed, b.Changed, slices.Equal) &&
		slices.Equal(a.Unspecified, b.Unspecified)
}

func (m *machine) outcome() Outcome {
	out := Outcome{Permits: m.permitted(nil)}
	if m.ending == unspecified {
		out.Unspecified = m.openEnd
		return out
	}
	t := &m.trap
	out.Trap = map[string][]string{
		"cause": {hex(t.cause)}, "pc": {hex(t.pc)}, "tval": describe(t.tval, t.tvals), "mode": {t.mode},
	}
	out.Changed = map[string][]string{}
	for i := 1; i < 32; i++ {
		if m.written&(1<<i) != 0 && (m.xset[i] != nil || m.x[i] != m.before.X[i]) {
			out.Changed[xNames[i]] = describe(m.x[i], m.xset[i])
		}
	}
	for i := range m.cells {
		c := &m.cells[i]
		if v, set := m.original(c.addr); set != nil || c.set != nil || v != c.v {
			out.Changed[memLoc(c.addr)] = describe(c.v, c.set)
		}
	}
	for i := range m.csrs {
		c := &m.csrs[i]
		if v, ok := m.before.CSR[c.row.Name]; !ok || !m.keepsCSR(c.row, c.v, c.set, v) || c.set != nil {
			out.Changed[c.row.loc] = describe(m.readCSR(c.row))
		}
	}
	m.unitOutcome(&out)
	return out
}

func describe(v uint64, set *Set) []string {
	if set != nil {
		return set.describe()
	}
	return []string{hex(v)}
}
