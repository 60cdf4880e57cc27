package oracle

import (
	"fmt"

	"go.starlark.net/starlark"
)

// cell is an aligned doubleword that the case has written.
type cell struct {
	addr   uint64
	v      uint64
	set    *Set // non-nil: one of these
	old    uint64
	stale  bool // a fetch may still see old: no fence.i since the first store
	writer int32
}

// memWrite is a store under way, within one doubleword.
type memWrite struct {
	addr uint64 // of the doubleword
	mask uint64
	v    uint64
	set  *Set // in place
}

func (m *machine) cell(addr uint64) *cell {
	for i := range m.cells {
		if m.cells[i].addr == addr {
			return &m.cells[i]
		}
	}
	return nil
}

// store applies a committed write.
func (m *machine) store(w *memWrite, writer int32) {
	c := m.cell(w.addr)
	if c == nil {
		v, set := m.original(w.addr)
		m.cells = append(m.cells, cell{addr: w.addr, v: v, set: set})
		c = &m.cells[len(m.cells)-1]
	}
	if !c.stale {
		c.old, c.stale = c.v, true
	}
	c.writer = writer
	base := c.set
	if base == nil && w.set == nil {
		c.v = c.v&^w.mask | w.v&w.mask
		return
	}
	if base == nil {
		base = &Set{fixed: c.v}
	}
	base = base.bitwise(func(v uint64) uint64 { return v &^ w.mask })
	over := w.set
	if over == nil {
		over = &Set{fixed: w.v & w.mask}
	}
	c.set = merge(base, over)
	if v, ok := c.set.reduced(); ok {
		c.v, c.set = v, nil
	}
}

// merge joins two sets over disjoint bits.
func merge(a, b *Set) *Set {
	out := &Set{fixed: a.fixed | b.fixed, by: union(a.by, b.by)}
	for _, parts := range [2][]part{a.parts, b.parts} {
		for _, p := range parts {
			if len(p.alts) == 1 {
				out.fixed |= p.alts[0]
				continue
			}
			out.parts = append(out.parts, p)
		}
	}
	return out
}

// original is a doubleword of the before-state; bytes that it does not describe are open.
func (m *machine) original(addr uint64) (uint64, *Set) {
	if v, ok := m.before.Mem.Read(addr, 8); ok {
		return v, nil
	}
	set := &Set{}
	for i := range uint64(8) {
		if b, ok := m.before.Mem.Read(addr+i, 1); ok {
			set.fixed |= b & 0xff << (8 * i)
		} else {
			set.parts = append(set.parts, part{mask: 0xff << (8 * i)})
		}
	}
	return set.fixed, set
}

// read gives n bytes as the hart's own loads see them; ok is false when memory does not describe
// them all.
func (m *machine) read(addr uint64, n int) (v uint64, set *Set, ok bool) {
	touched := false
	for i := range m.cells {
		if a := m.cells[i].addr; a == addr&^7 || a == (addr+uint64(n)-1)&^7 {
			touched = true
			break
		}
	}
	if !touched {
		v, ok = m.before.Mem.Read(addr, n)
		return v, nil, ok
	}
	var open *Set
	for i := 0; i < n; i++ {
		at := addr + uint64(i)
		shift := 8 * (at & 7)
		c := m.cell(at &^ 7)
		if c == nil {
			b, ok := m.before.Mem.Read(at, 1)
			if !ok {
				return 0, nil, false
			}
			v |= b & 0xff << (8 * i)
			continue
		}
		if c.set == nil {
			v |= c.v >> shift & 0xff << (8 * i)
			continue
		}
		// Keep the parts of one doubleword together: alternatives of several bytes are one choice.
		if open == nil {
			open = &Set{}
		}
		span := min(n-i, int(8-at&7))
		piece := c.set.shift(-int(shift)).bitwise(func(b uint64) uint64 { return b & lowMask(8*span) }).shift(8 * i)
		open = merge(open, piece)
		i += span - 1
	}
	if open != nil {
		open = merge(open, &Set{fixed: v})
		if exact, ok := open.reduced(); ok {
			return exact, nil, true
		}
		return 0, open, true
	}
	return v, nil, true
}

func lowMask(n int) uint64 {
	if n >= 64 {
		return ^uint64(0)
	}
	return 1<<n - 1
}

// code reads bytes as an instruction fetch may see them: where a store has not been followed by
// fence.i, the old bytes or the new ones.
func (m *machine) code(addr uint64, n int) (uint64, bool) {
	v, set, ok := m.read(addr, n)
	if !ok || set != nil {
		return 0, false
	}
	first, last := addr&^7, (addr+uint64(n)-1)&^7
	old, differs := v, false
	for i := range m.cells {
		c := &m.cells[i]
		if !c.stale || c.addr != first && c.addr != last {
			continue
		}
		for b := range n {
			at := addr + uint64(b)
			if at&^7 == c.addr {
				was := c.old >> (8 * (at & 7)) & 0xff
				old = old&^(0xff<<(8*b)) | was<<(8*b)
			}
		}
		differs = differs || old != v
	}
	if differs && m.decide(2, m.fetchRule) == 1 {
		return old, true
	}
	return v, true
}

// memory is `mem`: mem[address, size] reads and writes 1 to 8 bytes, little-endian. Reading what
// the before-state does not describe gives None.
type memory struct {
	opaque
	m *machine
}

var _ starlark.HasSetKey = memory{}

func (memory) String() string { return "mem" }
func (memory) Type() string   { return "memory" }

func memKey(k starlark.Value) (addr uint64, size int, err error) {
	t, ok := k.(starlark.Tuple)
	if ok && len(t) == 2 {
		a, ok1 := t[0].(starlark.Int)
		n, ok2 := t[1].(starlark.Int)
		if ok1 && ok2 {
			if n, ok := n.Int64(); ok && n >= 1 && n <= 8 {
				return truncate(a), int(n), nil
			}
		}
	}
	return 0, 0, fmt.Errorf("mem takes [address, size] with a size from 1 to 8, not [%v]", k)
}

func (v memory) Get(k starlark.Value) (starlark.Value, bool, error) {
	addr, size, err := memKey(k)
	if err != nil {
		return nil, false, err
	}
	n, set, ok := v.m.read(addr, size)
	switch {
	case !ok:
		return starlark.None, true, nil
	case set != nil:
		return set, true, nil
	}
	return starlark.MakeUint64(n), true, nil
}

func (v memory) SetKey(k, value starlark.Value) error {
	addr, size, err := memKey(k)
	if err != nil {
		return err
	}
	var n uint64
	var set *Set
	switch value := value.(type) {
	case starlark.Int:
		n = truncate(value)
	case *Set:
		set = value.bitwise(func(b uint64) uint64 { return b & lowMask(8*size) })
	default:
		return fmt.Errorf("mem[address, size] takes an int, not %s", value.Type())
	}
	shift := int(8 * (addr & 7))
	mask := lowMask(8 * size)
	w := memWrite{addr: addr &^ 7, mask: mask << shift, v: n & mask << shift}
	if set != nil {
		w.set = set.shift(shift)
	}
	v.m.pending.mem = append(v.m.pending.mem, w)
	if rest := shift + 8*size - 64; rest > 0 {
		w = memWrite{addr: addr&^7 + 8, mask: lowMask(rest), v: n & mask >> (64 - shift)}
		if set != nil {
			w.set = set.shift(shift - 64)
		}
		v.m.pending.mem = append(v.m.pending.mem, w)
	}
	return nil
}
