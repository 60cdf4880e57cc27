package oracle

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strconv"

	"go.starlark.net/starlark"
)

// decision is one fork: which of how many options this path takes, by permission of which rules.
type decision struct {
	taken, of int
	by        []string
}

// decide takes an option: the one the script says, or the first where the path is new.
func (m *machine) decide(of int, by []string) int {
	m.decided = true
	if m.next == len(m.script) {
		m.script = append(m.script, decision{of: of, by: by})
	}
	d := &m.script[m.next]
	d.of, d.by = of, by
	m.next++
	return d.taken
}

// advance moves the script to the next path; false when all have been walked.
func (m *machine) advance() bool {
	m.script = m.script[:m.next]
	for n := len(m.script); n > 0; n-- {
		d := &m.script[n-1]
		if d.taken+1 < d.of {
			d.taken++
			m.script = m.script[:n]
			m.fresh = n
			return true
		}
	}
	return false
}

// prune ends a path that has come, by another choice, to a state that was explored before: the
// retry loop around a failing store-conditional is finite that way.
func (m *machine) prune() {
	if m.next < m.fresh {
		return // still on the way to where this path differs
	}
	key := m.fingerprint()
	if m.visited == nil {
		m.visited = map[uint64]struct{}{}
	}
	if _, ok := m.visited[key]; ok {
		m.ending = pruned
		return
	}
	m.visited[key] = struct{}{}
}

func (m *machine) fingerprint() uint64 {
	h := fnv.New64a()
	var b []byte
	put := func(v uint64, set *Set) {
		b = binary.LittleEndian.AppendUint64(b, v)
		if set != nil {
			b = fmt.Appendf(b, "%v", set)
		}
	}
	put(m.pc, nil)
	b = append(b, m.mode...)
	for i := range m.x {
		put(m.x[i], m.xset[i])
	}
	for i := range m.cells {
		c := &m.cells[i]
		put(c.addr, nil)
		put(c.v, c.set)
		if c.stale {
			put(c.old, nil)
		}
	}
	for i := range m.csrs {
		c := &m.csrs[i]
		b = append(b, c.row.Name...)
		put(c.v, c.set)
	}
	if m.float.held || m.vector.held {
		b = m.appendUnits(b)
	}
	b = append(b, m.reservation.String()...)
	b = strconv.AppendBool(b, m.elp)
	_, _ = h.Write(b)
	return h.Sum64()
}

// settle gives one member of a set: a fork when there are few.
func (m *machine) settle(s *Set) (uint64, bool) {
	members, ok := s.enumerate(maxFork)
	if !ok || len(members) == 0 {
		return 0, false
	}
	if len(members) == 1 {
		return members[0], true
	}
	return members[m.decide(len(members), s.by)], true
}

// settled is what reading a set gives: one of few members, or the set itself where there is no
// observation to agree with. False: there is one, and somebody has to guess.
func (m *machine) settled(s *Set) (starlark.Value, bool) {
	if n, ok := m.settle(s); ok {
		return starlark.MakeUint64(n), true
	}
	return s, m.seen == nil
}

// controlBuiltins are how a row chooses, marks and ends.
func (m *machine) controlBuiltins() starlark.StringDict {
	return starlark.StringDict{
		"choose":       starlark.NewBuiltin("choose", m.builtinChoose),
		"any_of":       starlark.NewBuiltin("any_of", builtinAnyOf),
		"anything":     starlark.NewBuiltin("anything", builtinAnything),
		"anything_but": starlark.NewBuiltin("anything_but", builtinAnythingBut),
		"mixture":      starlark.NewBuiltin("mixture", builtinMixture),
		"unspecified":  starlark.NewBuiltin("unspecified", m.builtinUnspecified),
		"agnostic":     starlark.NewBuiltin("agnostic", m.builtinAgnostic),
		"settle":       starlark.NewBuiltin("settle", m.builtinSettle),
		"rule":         starlark.NewBuiltin("rule", m.builtinRule),
		"trap":         starlark.NewBuiltin("trap", m.builtinTrap),
		"commit":       starlark.NewBuiltin("commit", m.builtinCommit),
		"fetches_see_stores": starlark.NewBuiltin("fetches_see_stores", func(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
			m.pending.fenceI = true
			return starlark.None, nil
		}),
	}
}

// permitted unpacks by = "rule" or by = ["rule", …].
func permitted(b *starlark.Builtin, kwargs []starlark.Tuple) ([]string, error) {
	if len(kwargs) == 1 && kwargs[0][0] == starlark.String("by") {
		if ids, ok := ruleNames(kwargs[0][1]); ok {
			return ids, nil
		}
	}
	return nil, fmt.Errorf("%s(…, by = \"rule id\") must name the rule that permits the choice, and nothing else by keyword", b.Name())
}

func ruleNames(v starlark.Value) ([]string, bool) {
	switch v := v.(type) {
	case starlark.String:
		return []string{string(v)}, v != ""
	case starlark.Indexable:
		ids := make([]string, 0, v.Len())
		for i := range v.Len() {
			s, ok := starlark.AsString(v.Index(i))
			if !ok || s == "" {
				return nil, false
			}
			ids = append(ids, s)
		}
		return ids, len(ids) > 0
	}
	return nil, false
}

// choose(a, b, …, by = rule) gives one of its options; the case is explored with each.
func (m *machine) builtinChoose(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	if len(args) == 0 {
		return nil, fmt.Errorf("choose needs options")
	}
	if len(args) == 1 {
		return args[0], nil
	}
	return args[m.decide(len(args), by)], nil
}

// any_of(a, b, …, by = rule) is the set of its arguments, without a fork.
func builtinAnyOf(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	var values []uint64
	for _, a := range args {
		switch a := a.(type) {
		case starlark.Int:
			values = append(values, truncate(a))
		case *Set:
			members, ok := a.enumerate(64)
			if !ok {
				return anyValue(union(by, a.by)...), nil
			}
			values, by = append(values, members...), union(by, a.by)
		default:
			return nil, fmt.Errorf("any_of takes ints, not %s", a.Type())
		}
	}
	if len(values) == 0 {
		return nil, fmt.Errorf("any_of needs options")
	}
	return oneOf(by, values...), nil
}

// anything(by = rule) is the set of all values.
func builtinAnything(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	if len(args) != 0 {
		return nil, fmt.Errorf("anything takes no options")
	}
	return anyValue(by...), nil
}

// anything_but(a, …, by = rule) is the set of all values but these.
func builtinAnythingBut(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	set := anyValue(by...)
	for _, a := range args {
		n, ok := a.(starlark.Int)
		if !ok {
			return nil, fmt.Errorf("anything_but takes ints, not %s", a.Type())
		}
		set.but = append(set.but, truncate(n))
	}
	return set, nil
}

// mixture(a, b, by = rule) is the set of values each of whose bits is that of a or that of b.
func builtinMixture(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	if len(args) != 2 {
		return nil, fmt.Errorf("mixture takes two values")
	}
	var exact [2]uint64
	var open uint64
	for i, a := range args {
		switch a := a.(type) {
		case starlark.Int:
			exact[i] = truncate(a)
		case *Set:
			exact[i] = a.fixed
			open |= a.openMask()
		default:
			return nil, fmt.Errorf("mixture takes ints, not %s", a.Type())
		}
	}
	open |= exact[0] ^ exact[1]
	if open == 0 {
		return args[0], nil
	}
	return &Set{fixed: exact[0] &^ open, parts: []part{{mask: open}}, by: by}, nil
}

// unspecified(), or unspecified(by = rule): the standard says nothing about what happens; the path
// is over and explains every observation.
func (m *machine) builtinUnspecified(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var by []string
	if len(args)+len(kwargs) > 0 {
		var err error
		if by, err = permitted(b, kwargs); err != nil {
			return nil, err
		}
	}
	m.ending, m.openEnd = unspecified, by
	return nil, errEnds
}

// settle(value) is an exact integer: a set is forked over its members.
func (m *machine) builtinSettle(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, err := integer(b, args, 1)
	if err != nil || set == nil {
		return n, err
	}
	v, ok := m.settle(set)
	if !ok {
		return nil, fmt.Errorf("the value is not known: it is %s; the before-state must hold it", set)
	}
	return starlark.MakeUint64(v), nil
}

// trap(cause, tval) ends the path with a trap; what the instruction wrote is discarded.
func (m *machine) builtinTrap(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) != 2 || len(kwargs) != 0 {
		return nil, fmt.Errorf("trap takes (cause, tval)")
	}
	cause, ok := args[0].(starlark.Int)
	if !ok {
		return nil, fmt.Errorf("trap: the cause is an int, not %s", args[0].Type())
	}
	t := trapping{cause: truncate(cause), pc: m.pc, mode: m.mode}
	switch v := args[1].(type) {
	case starlark.Int:
		t.tval = truncate(v)
	case *Set:
		t.tvals = v
	default:
		return nil, fmt.Errorf("trap: the trap value is an int or any_of, not %s", v.Type())
	}
	m.ending, m.trap = trapped, t
	return nil, errEnds
}

// commit() keeps what the instruction has written so far even if it traps later.
func (m *machine) builtinCommit(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	jumped, next := m.pending.jumped, m.pending.next
	m.commit()
	m.pending.jumped, m.pending.next = jumped, next
	return starlark.None, nil
}
