package oracle

import (
	"fmt"

	"go.starlark.net/starlark"
)

// unit is a part of the state that mstatus has a status field of: FS or VS.
type unit int

const (
	floatUnit unit = iota
	vectorUnit
)

var unitNames = [...]string{floatUnit: "fs", vectorUnit: "vs"}

// statusField is the status of one unit as far as a path has come.
type statusField struct {
	held   bool // the before-state has the unit
	seen   bool // and the environment can look at its status
	v      uint64
	set    *Set
	before uint64
	writer int32
	wrote  bool
}

type statusWrite struct {
	unit unit
	v    uint64
	set  *Set
}

func (m *machine) resetStatus() {
	m.status = [2]statusField{}
	put := func(u unit, status uint8) {
		m.status[u] = statusField{held: true, seen: status != NotSeen, v: uint64(status), before: uint64(status), writer: -1}
	}
	if f := m.before.Float; f != nil {
		put(floatUnit, f.Status)
	}
	if v := m.before.Vector; v != nil {
		put(vectorUnit, v.Status)
	}
}

// unitStatus is `hart.fs` or `hart.vs`. Of several values that an implementation may have chosen it
// gives the observed one: a row asks whether the unit is Off, which a choice never leaves open.
func (m *machine) unitStatus(u unit) (starlark.Value, error) {
	s := &m.status[u]
	switch {
	case !s.held && u == floatUnit:
		return nil, notHeld(floatState)
	case !s.held:
		return nil, notHeld(vectorState)
	case !s.seen:
		return starlark.None, nil
	case s.set == nil:
		return starlark.MakeUint64(s.v), nil
	case m.seen == nil:
		return starlark.MakeUint64(s.set.representative()), nil
	}
	return starlark.MakeUint64(nearest(s.set, m.seenStatus(u))), nil
}

func (m *machine) seenStatus(u unit) uint64 {
	if n, ok := m.seen.Changed[unitNames[u]]; ok {
		return n
	}
	return m.status[u].before
}

// setUnitStatus is an assignment to hart.fs or hart.vs.
func (m *machine) setUnitStatus(u unit, value starlark.Value) error {
	if _, err := m.unitStatus(u); err != nil {
		return err
	}
	if !m.status[u].seen {
		return nil
	}
	w := statusWrite{unit: u}
	var err error
	if w.v, w.set, err = assigned(value); err != nil {
		return fmt.Errorf("hart.%s %w", unitNames[u], err)
	}
	if w.set == nil && w.v > Dirty {
		return fmt.Errorf("hart.%s is 0 (Off) to 3 (Dirty), not %d", unitNames[u], w.v)
	}
	m.pending.status = append(m.pending.status, w)
	return nil
}

func (m *machine) storeStatus(w *statusWrite, at int32) {
	s := &m.status[w.unit]
	s.v, s.set, s.writer, s.wrote = w.v, w.set, at, true
}

func (m *machine) statusExplained() bool {
	for u := range m.status {
		if s := &m.status[u]; s.seen && !holds(s.v, s.set, m.seenStatus(unit(u))) {
			return false
		}
	}
	return true
}

func (m *machine) statusDiffers(broken []Broken) []Broken {
	for u := range m.status {
		s := &m.status[u]
		if got := m.seenStatus(unit(u)); s.seen && !holds(s.v, s.set, got) {
			ids, aspect := m.culprit(s.writer, unitNames[u])
			broken = append(broken, difference(unitNames[u], s.v, s.set, got, ids, aspect))
		}
	}
	return broken
}
