package oracle

import (
	"fmt"
	"math/bits"
	"strings"

	"touchstone/specs"
)

// This file is about bits that two names share: a view is a register whose fields are bits of
// another (frm and fflags of fcsr), and a linked field is kept as the status of a unit (mstatus.FS).

// indexViews resolves `of` between registers.
func (o *Oracle) indexViews() error {
	for _, row := range o.csrByName {
		for i := range row.fields {
			f := &row.fields[i]
			name, place, ok := strings.Cut(f.Of, " ")
			if !ok {
				continue
			}
			base := o.csrByName[name]
			lsb, _, err := fieldBits(place)
			if base == nil || err != nil {
				return fmt.Errorf("%w: %s:%d: %s.%s: of %q: no such bits of a register with fields", specs.ErrPack, row.Position.File, row.Position.Line, row.Name, f.Name, f.Of)
			}
			row.base, f.baseLSB = base, lsb
		}
	}
	return nil
}

// narrow is what a view shows of its base.
func (row *csrRow) narrow(v uint64, set *Set) (uint64, *Set) {
	var out uint64
	var open *Set
	for i := range row.fields {
		f := &row.fields[i]
		if set == nil {
			out |= v >> f.baseLSB << f.lsb & f.mask
			continue
		}
		part := set.shift(f.lsb - f.baseLSB).bitwise(func(b uint64) uint64 { return b & f.mask })
		if open == nil {
			open = part
		} else {
			open = merge(open, part)
		}
	}
	if open != nil {
		if n, ok := open.reduced(); ok {
			return n, nil
		}
	}
	return out, open
}

// widen is the base with what is written to a view in its place. Of several writes of one
// instruction through different views all count.
func (m *machine) widen(row *csrRow, written *Set) *Set {
	v, set := m.readCSR(row.base)
	for i := range m.pending.csrs {
		if w := &m.pending.csrs[i]; w.row == row.base {
			v, set = w.v, w.set
		}
	}
	if set == nil {
		set = &Set{fixed: v}
	}
	for i := range row.fields {
		f := &row.fields[i]
		mask := f.mask >> f.lsb << f.baseLSB
		part := written.bitwise(func(b uint64) uint64 { return b & f.mask }).shift(f.baseLSB - f.lsb)
		set = merge(set.bitwise(func(b uint64) uint64 { return b &^ mask }), part)
	}
	return set
}

// linked reports whether fields of the register are the statuses that the before-state holds.
func (m *machine) linked(row *csrRow) bool {
	return row.statuses != 0 && (m.status[floatUnit].seen || m.status[vectorUnit].seen)
}

// unitOf is the unit whose status a field is, if the environment can look at it.
func (m *machine) unitOf(f *csrField) (unit, bool) {
	switch {
	case f.link == linkedFS && m.status[floatUnit].seen:
		return floatUnit, true
	case f.link == linkedVS && m.status[vectorUnit].seen:
		return vectorUnit, true
	}
	return 0, false
}

// withStatuses puts the units' statuses, and the summary of them, into a register's value.
func (m *machine) withStatuses(row *csrRow, v uint64, set *Set) (uint64, *Set) {
	if set == nil {
		set = &Set{fixed: v}
	}
	may, must := false, false // be dirty
	var summary *csrField
	for i := range row.fields {
		f := &row.fields[i]
		if f.link == linkedSD {
			summary = f
		}
		if f.link != linkedFS && f.link != linkedVS {
			continue
		}
		own := set.shift(-f.lsb).bitwise(func(b uint64) uint64 { return b & (f.mask >> f.lsb) })
		if u, ok := m.unitOf(f); ok {
			if own = m.status[u].set; own == nil {
				own = &Set{fixed: m.status[u].v}
			}
			set = put(set, f, own)
		}
		may = may || own.contains(Dirty)
		_, exact := own.reduced()
		must = must || exact && own.contains(Dirty)
	}
	if summary != nil {
		dirty := &Set{}
		switch {
		case must:
			dirty.fixed = 1
		case may:
			dirty = oneOf(set.by, 0, 1)
		}
		set = put(set, summary, dirty)
	}
	if n, ok := set.reduced(); ok {
		return n, nil
	}
	return v, set
}

// put is the set with a field's value in it.
func put(set *Set, f *csrField, value *Set) *Set {
	return merge(set.bitwise(func(b uint64) uint64 { return b &^ f.mask }), value.shift(f.lsb).bitwise(func(b uint64) uint64 { return b & f.mask }))
}

// putStatuses hands what is written to linked fields to the units, where it is new.
func (m *machine) putStatuses(row *csrRow, set *Set) {
	for i := range row.fields {
		f := &row.fields[i]
		u, ok := m.unitOf(f)
		if !ok {
			continue
		}
		s := &m.status[u]
		value := set.shift(-f.lsb).bitwise(func(b uint64) uint64 { return b & lowMask(bits.OnesCount64(f.mask)) })
		n, exact := value.reduced()
		switch {
		case exact && s.set == nil && n == s.v:
		case exact:
			m.pending.status = append(m.pending.status, statusWrite{unit: u, v: n})
		case s.set == nil || !sameSet(s.set, value):
			m.pending.status = append(m.pending.status, statusWrite{unit: u, set: value})
		}
	}
}

func sameSet(a, b *Set) bool {
	x, ok1 := a.enumerate(64)
	y, ok2 := b.enumerate(64)
	if !ok1 || !ok2 || len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

// keepsCSR reports whether a register that was looked at and did not change may hold its old value.
// Linked fields are compared as what they are.
func (m *machine) keepsCSR(row *csrRow, v uint64, set *Set, old uint64) bool {
	if m.linked(row) {
		rest := ^row.statuses
		if set != nil {
			set = set.bitwise(func(b uint64) uint64 { return b & rest })
		}
		v, old = v&rest, old&rest
	}
	return holds(v, set, old)
}
