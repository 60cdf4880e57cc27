package oracle

import (
	"fmt"
	"maps"
	"slices"

	"touchstone/specs/isa"
)

// Aspects of a row that rules attach to.
const (
	encoding = "encoding"
	result   = "result"
	address  = "address"
	target   = "target"
	overflow = "overflow"
	unused   = "unused"
)

// Aspects of a CSR row.
const (
	access = "access" // it can be read, or written
	legal  = "legal"  // it holds legal values only
	kept   = "kept"   // it changes by nothing else
)

// rowRules is a row's rules, ready for attribution.
type rowRules struct {
	by       map[string][]string
	plain    []string // what an execution speaks for when nothing special happened
	reserved uint32   // bits of the fields that the instruction ignores
}

func rulesOf(in *isa.Instruction) rowRules {
	r := rowRules{by: in.Row.Rules}
	r.plain = union(union(slices.Clip(r.by[encoding]), r.by[result]), r.by[address])
	for _, name := range in.Row.Fields {
		if op, ok := in.Operand(name); ok {
			r.reserved |= op.Bits()
		}
	}
	return r
}

func (r *rowRules) aspect(names ...string) ([]string, string) {
	for _, name := range names {
		if ids := r.by[name]; len(ids) > 0 {
			return ids, name
		}
	}
	return nil, result
}

// exercised lists the rules that the path's steps speak for, in the order of execution.
func (m *machine) exercised() []string {
	if len(m.steps) == 1 && len(m.marks) == 0 {
		if s := &m.steps[0]; s.in != nil && !s.wrapped && !s.jumped && !s.trapped && len(s.csrs) == 0 {
			if r := &m.o.speaks[s.in.ID]; s.word&r.reserved == 0 {
				return r.plain
			}
		}
	}
	var out []string
	add := func(ids []string) {
		for _, id := range ids {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	for i := range m.steps {
		s := &m.steps[i]
		marked := false
		for j := range m.marks {
			if k := &m.marks[j]; k.step == int32(i) {
				marked = true
				add(k.rules)
				if k.aspect != "" && s.in != nil {
					add(m.o.speaks[s.in.ID].by[k.aspect])
				}
			}
		}
		if s.wroteX0 || s.readX0 {
			add(m.zeroRule)
		}
		for _, c := range s.csrs {
			add(c.Rules[access])
			if m.csrCell(c) != nil {
				add(c.Rules[legal])
			}
		}
		if s.in == nil {
			continue
		}
		r := &m.o.speaks[s.in.ID]
		add(r.by[encoding])
		if s.trapped && marked {
			continue // the marks say what it was; the row's result was not reached
		}
		add(r.by[result])
		add(r.by[address])
		if s.jumped {
			add(r.by[target])
		}
		if s.wrapped {
			add(r.by[overflow])
		}
		if s.word&r.reserved != 0 {
			add(r.by[unused])
		}
	}
	return out
}

// permitted lists the rules by which this path's choices were made.
func (m *machine) permitted(more []string) []string {
	var out []string
	for _, d := range m.script[:min(m.next, len(m.script))] {
		out = union(out, d.by)
	}
	out = union(out, more)
	if m.ending == trapped && m.trap.tvals != nil {
		out = union(out, m.trap.tvals.by)
	}
	for i := range m.xset {
		if m.xset[i] != nil {
			out = union(out, m.xset[i].by)
		}
	}
	for i := range m.cells {
		if m.cells[i].set != nil {
			out = union(out, m.cells[i].set.by)
		}
	}
	for i := range m.csrs {
		if m.csrs[i].set != nil {
			out = union(out, m.csrs[i].set.by)
		}
	}
	return m.unitPermits(out)
}

// culprit says which rules a difference at a step breaks.
func (m *machine) culprit(at int32, about string, aspects ...string) ([]string, string) {
	if at < 0 {
		at = int32(len(m.steps) - 1)
	}
	if at < 0 {
		return nil, ""
	}
	s := &m.steps[at]
	// A hart that does not know the word at all breaks its encoding, unless something special about
	// the operation was said: what its access may raise is not.
	if s.in != nil && slices.Contains(aspects, encoding) {
		if r := &m.o.speaks[s.in.ID]; len(r.by[encoding]) > 0 || len(m.marked(at, encoding)) > 0 {
			about = encoding
		}
	}
	if ids := m.marked(at, about); len(ids) > 0 {
		if about == encoding && len(m.marked(at, "")) == 0 {
			ids = union(ids, m.o.speaks[s.in.ID].by[encoding])
		}
		return ids, ""
	}
	if s.in == nil {
		return nil, ""
	}
	r := &m.o.speaks[s.in.ID]
	if s.word&r.reserved != 0 && len(r.by[unused]) > 0 {
		return r.by[unused], unused
	}
	ids, aspect := r.aspect(append(aspects, result, encoding)...)
	for _, c := range s.csrs {
		if about == "x" && m.csrCell(c) != nil {
			ids = union(ids, c.Rules[legal]) // what was read is what a write of the case left
		}
	}
	if aspect == result && s.wrapped && len(r.by[overflow]) > 0 {
		return union(ids, r.by[overflow]), overflow
	}
	return ids, aspect
}

// differences lists where the end of this path and the observation differ. Once the hart stopped
// elsewhere, or for another cause, what else differs follows from that and is not held against it.
func (m *machine) differences() (broken []Broken, distance int) {
	if b := m.endDiffers(); len(b) > 0 {
		return b, 1000 + len(b)
	}
	add := func(loc string, v uint64, set *Set, got string, rules []string, aspect string) {
		b := Broken{Loc: loc, Allowed: describe(v, set), Got: got, Rules: rules, Aspect: aspect}
		if set != nil {
			b.Permits = set.by
		}
		broken = append(broken, b)
	}
	t, s := &m.trap, &m.seen.Trap
	last := int32(len(m.steps) - 1)
	if !t.values(s) {
		ids := m.marked(last, "tval")
		if m.left != nil {
			ids = m.left.tval
		}
		if len(ids) == 0 {
			ids, _ = m.ender(last)
		}
		add("tval", t.tval, t.tvals, hex(s.Tval), ids, "")
	}
	if t.mode != s.Mode {
		ids, aspect := m.ender(last)
		broken = append(broken, Broken{Loc: "mode", Allowed: []string{t.mode}, Got: s.Mode, Rules: ids, Aspect: aspect})
	}
	if got, ok := m.seen.Changed["x0"]; ok && got != 0 {
		add("x0", 0, nil, hex(got), m.zeroRule, "")
	}
	for i := 1; i < 32; i++ {
		got, changed := m.seen.Changed[xNames[i]]
		if !changed {
			got = m.before.X[i]
		}
		if !holds(m.x[i], m.xset[i], got) {
			ids, aspect := m.culprit(m.xwriter[i], "x")
			add(xNames[i], m.x[i], m.xset[i], hex(got), ids, aspect)
		}
	}
	broken = m.floatDiffers(broken)
	broken = m.vectorDiffers(broken)
	broken = m.memoryDiffers(broken)
	broken = m.csrsDiffer(broken)
	broken = m.statusDiffers(broken)
	return broken, len(broken)
}

// ender gives the rules of the instruction whose trap ended the path.
func (m *machine) ender(last int32, aspects ...string) ([]string, string) {
	if m.left == nil || m.left.in == nil {
		return m.culprit(last, "trap", aspects...)
	}
	return m.o.speaks[m.left.in.ID].aspect(append(aspects, result, encoding)...)
}

// memoryDiffers compares memory. A store that left its own place alone and wrote another has a
// wrong address; otherwise what it wrote is wrong.
func (m *machine) memoryDiffers(broken []Broken) []Broken {
	type diff struct {
		loc    string
		v      uint64
		set    *Set
		got    uint64
		writer int32
	}
	var diffs []diff
	missed, stray := false, false
	for i := range m.cells {
		c := &m.cells[i]
		loc := memLoc(c.addr)
		got, changed := m.seen.Changed[loc]
		v, set := m.original(c.addr)
		if !changed {
			if set != nil {
				continue
			}
			got = v
		}
		if !holds(c.v, c.set, got) {
			diffs = append(diffs, diff{loc, c.v, c.set, got, c.writer})
			missed = missed || got == v
		}
	}
	for _, loc := range slices.Sorted(maps.Keys(m.seen.Changed)) {
		kind, addr := parseLoc(loc)
		if kind != 'm' || m.cell(addr) != nil {
			continue
		}
		got := m.seen.Changed[loc]
		if v, set := m.original(addr); set != nil || v != got {
			diffs = append(diffs, diff{loc, v, set, got, m.lastStore()})
			stray = true
		}
	}
	for _, d := range diffs {
		aspects := []string{result}
		if missed && stray {
			aspects = []string{address}
		}
		ids, aspect := m.culprit(d.writer, "mem", aspects...)
		b := Broken{Loc: d.loc, Allowed: describe(d.v, d.set), Got: hex(d.got), Rules: ids, Aspect: aspect}
		if d.set != nil {
			b.Permits = d.set.by
		}
		broken = append(broken, b)
	}
	return broken
}

func (m *machine) lastStore() int32 {
	for i := len(m.steps) - 1; i >= 0; i-- {
		if m.steps[i].stored {
			return int32(i)
		}
	}
	return -1
}

func (m *machine) csrsDiffer(broken []Broken) []Broken {
	names := map[string]bool{}
	for loc := range m.seen.Changed {
		if kind, _ := parseLoc(loc); kind == 'c' {
			names[loc[4:]] = true
		}
	}
	for i := range m.csrs {
		names[m.csrs[i].row.Name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		v, set, known := m.finalCSR(name)
		if !known {
			continue
		}
		row := m.o.csrByName[name]
		got, changed := m.seen.Changed["csr:"+name]
		if !changed {
			if row == nil {
				continue
			}
			var ok bool
			if got, ok = m.unchangedCSR(row); !ok || m.keepsCSR(row, v, set, got) {
				continue
			}
		}
		if holds(v, set, got) {
			continue
		}
		writer := int32(-1)
		if row != nil {
			if c := m.csrCell(row); c != nil {
				writer = c.writer
			}
		}
		ids, aspect := m.culprit(writer, "csr:"+name)
		if row != nil && writer < 0 && aspect != "" && len(row.Rules[kept]) > 0 {
			ids, aspect = row.Rules[kept], kept // nothing wrote it
		}
		if row != nil && !row.exact && writer >= 0 {
			ids = union(ids, row.Rules[legal])
		}
		b := Broken{Loc: "csr:" + name, Allowed: describe(v, set), Got: hex(got), Rules: ids, Aspect: aspect}
		if set != nil {
			b.Permits = set.by
		}
		broken = append(broken, b)
	}
	return broken
}

// endDiffers compares how and where the path ended.
func (m *machine) endDiffers() []Broken {
	t, s := &m.trap, &m.seen.Trap
	if s.is(t.cause) && t.pc == s.PC {
		return nil
	}
	at, aspects := m.strayed()
	ids, aspect := m.culprit(at, m.endKind(at), aspects...)
	if m.left != nil && t.pc == s.PC {
		// It came to the exit, and the environment call there took another trap.
		aspects = nil
		if s.is(illegalInstruction) {
			aspects = []string{encoding}
		}
		ids, aspect = m.ender(at, aspects...)
		for i := len(m.steps) - 1; i >= 0 && s.Mode != t.mode; i-- {
			if m.steps[i].moded {
				ids, aspect = m.culprit(int32(i), "trap")
				break
			}
		}
	}
	var broken []Broken
	if !s.is(t.cause) {
		want := []string{fmt.Sprint(t.cause)}
		if s.Signal != 0 {
			want = signals(t.cause)
		}
		broken = append(broken, Broken{Loc: "cause", Allowed: want, Got: s.kind(), Rules: ids, Aspect: aspect})
	}
	if t.pc != s.PC {
		broken = append(broken, Broken{Loc: "pc", Allowed: []string{hex(t.pc)}, Got: hex(s.PC), Rules: ids, Aspect: aspect})
	}
	return broken
}

// endKind is what a wrong end at a step is about: its trap, or where it goes.
func (m *machine) endKind(at int32) string {
	if at >= 0 && m.steps[at].jumped && m.seen.Trap.PC != m.steps[at].pc {
		return "pc"
	}
	return "trap"
}

// strayed finds the step at which the observed hart left the path.
func (m *machine) strayed() (at int32, aspects []string) {
	s := &m.seen.Trap
	for i := len(m.steps) - 1; i >= 0; i-- {
		if m.steps[i].pc != s.PC {
			continue
		}
		if m.steps[i].trapped {
			return int32(i), nil // the right instruction trapped, for another cause
		}
		if s.is(illegalInstruction) {
			return int32(i), []string{encoding}
		}
		return int32(i), nil
	}
	if n := len(m.steps); n > 0 && m.steps[n-1].trapped {
		return int32(n - 1), nil // a trap was due and not taken
	}
	for i := len(m.steps) - 1; i >= 0; i-- {
		if r := &m.o.speaks; m.steps[i].in != nil && (m.steps[i].jumped || len((*r)[m.steps[i].in.ID].by[target]) > 0) {
			if m.steps[i].jumped {
				return int32(i), []string{target}
			}
			return int32(i), nil // not taken, where it should have been left alone
		}
	}
	return int32(len(m.steps) - 1), nil
}

// illegalInstruction is the cause that an unexpected trap of a valid encoding is told by.
const illegalInstruction = 2
