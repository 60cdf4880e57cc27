package oracle

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// Set is a legal-outcome set over 64 bits: the value that a row gives where the standard allows
// more than one. Bits outside every part are exact; each part holds one of its alternatives,
// independently of the other parts (the fields of a WARL register are such parts). A Set never
// changes once made.
type Set struct {
	fixed uint64   // the exact bits; zero inside parts
	parts []part   // disjoint masks
	but   []uint64 // exceptions; masking and shifting forget them
	by    []string
}

type part struct {
	mask uint64
	alts []uint64 // in place, sorted; nil: anything
}

// anyValue is the set of all values.
func anyValue(by ...string) *Set { return &Set{parts: []part{{mask: ^uint64(0)}}, by: by} }

// oneOf is the set of the given values.
func oneOf(by []string, values ...uint64) *Set {
	s := &Set{by: by}
	s.add(values)
	return s
}

// add gives the set a part with these alternatives. What they agree on is exact, so a part's mask
// holds only bits that vary, and masks stay disjoint.
func (s *Set) add(values []uint64) {
	var vary uint64
	for _, v := range values {
		vary |= v ^ values[0]
	}
	s.fixed |= values[0] &^ vary
	if vary == 0 {
		return
	}
	alts := make([]uint64, len(values))
	for i, v := range values {
		alts[i] = v & vary
	}
	slices.Sort(alts)
	s.parts = append(s.parts, part{mask: vary, alts: slices.Compact(alts)})
}

func (s *Set) contains(v uint64) bool {
	if slices.Contains(s.but, v) {
		return false
	}
	var covered uint64
	for _, p := range s.parts {
		covered |= p.mask
		if p.alts != nil {
			if _, ok := slices.BinarySearch(p.alts, v&p.mask); !ok {
				return false
			}
		}
	}
	return v&^covered == s.fixed
}

// enumerate lists the members in ascending order when there are at most max of them.
func (s *Set) enumerate(max int) ([]uint64, bool) {
	members := []uint64{s.fixed}
	for _, p := range s.parts {
		alts := p.alts
		if alts == nil {
			n := bits.OnesCount64(p.mask)
			if n > 16 || 1<<n > max {
				return nil, false
			}
			alts = submasks(p.mask)
		}
		if len(members)*len(alts) > max {
			return nil, false
		}
		next := make([]uint64, 0, len(members)*len(alts))
		for _, m := range members {
			for _, a := range alts {
				next = append(next, m|a)
			}
		}
		members = next
	}
	slices.Sort(members)
	return members, true
}

// submasks lists the values that fit in mask, ascending.
func submasks(mask uint64) []uint64 {
	var all []uint64
	for v := uint64(0); ; v = (v - mask) & mask {
		all = append(all, v)
		if v == mask {
			return all
		}
	}
}

// bitwise applies f, which must work on every bit by itself, to the exact bits and to the
// alternatives; where f makes bits of an open part exact, the part shrinks to what is left open.
func (s *Set) bitwise(f func(uint64) uint64) *Set {
	zeros, ones := f(0), f(^uint64(0))
	open := zeros ^ ones // bits that still depend on the operand
	out := &Set{by: s.by, fixed: f(s.fixed)}
	for _, p := range s.parts {
		out.fixed &^= p.mask
	}
	for _, p := range s.parts {
		if p.alts == nil {
			out.fixed |= zeros & p.mask &^ open
			if m := p.mask & open; m != 0 {
				out.parts = append(out.parts, part{mask: m})
			}
			continue
		}
		alts := make([]uint64, len(p.alts))
		for i, a := range p.alts {
			alts[i] = f(a) & p.mask
		}
		out.add(alts)
	}
	return out
}

// shift moves every bit n places up (n < 0: down); bits that leave are lost, zeros come in.
func (s *Set) shift(n int) *Set {
	move := func(v uint64) uint64 {
		switch {
		case n >= 64 || n <= -64:
			return 0
		case n >= 0:
			return v << n
		default:
			return v >> -n
		}
	}
	out := &Set{by: s.by, fixed: move(s.fixed)}
	for _, p := range s.parts {
		mask := move(p.mask)
		if mask == 0 {
			continue
		}
		if p.alts == nil {
			out.parts = append(out.parts, part{mask: mask})
			continue
		}
		alts := make([]uint64, len(p.alts))
		for i, a := range p.alts {
			alts[i] = move(a)
		}
		out.add(alts)
	}
	return out
}

// fits reports whether no bit from width up can be set.
func (s *Set) fits(width int) bool {
	return (s.fixed|s.openMask())&^lowMask(width) == 0 && len(s.but) == 0
}

// reduced is the exact value when nothing is open.
func (s *Set) reduced() (uint64, bool) {
	v := s.fixed
	for _, p := range s.parts {
		if len(p.alts) != 1 {
			return 0, false
		}
		v |= p.alts[0]
	}
	return v, true
}

// assigned takes apart what a row assigns: a number, of which the 64 low bits count, or a set of more
// than one.
func assigned(value starlark.Value) (n uint64, set *Set, err error) {
	switch value := value.(type) {
	case starlark.Int:
		return truncate(value), nil, nil
	case *Set:
		if n, ok := value.reduced(); ok {
			return n, nil, nil
		}
		return 0, value, nil
	}
	return 0, nil, fmt.Errorf("takes an int, not %s", value.Type())
}

// representative is some member.
func (s *Set) representative() uint64 {
	v := s.fixed
	for _, p := range s.parts {
		if len(p.alts) > 0 {
			v |= p.alts[0]
		}
	}
	for slices.Contains(s.but, v) {
		v++
	}
	return v
}

// describe lists what the set holds, for people, in a stable order.
func (s *Set) describe() []string {
	if members, ok := s.enumerate(8); ok {
		texts := make([]string, len(members))
		for i, m := range members {
			texts[i] = hex(m)
		}
		return texts
	}
	if len(s.parts) == 1 && s.parts[0].mask == ^uint64(0) && s.parts[0].alts == nil {
		if len(s.but) > 0 {
			texts := make([]string, len(s.but))
			for i, v := range s.but {
				texts[i] = hex(v)
			}
			return []string{"any value but " + strings.Join(texts, ", ")}
		}
		return []string{"any value"}
	}
	var fields []string
	if known := ^s.openMask(); known != 0 {
		fields = append(fields, fmt.Sprintf("bits %s are those of %s", hex(known), hex(s.fixed)))
	}
	for _, p := range s.parts {
		if p.alts == nil {
			fields = append(fields, fmt.Sprintf("bits %s are free", hex(p.mask)))
			continue
		}
		alts := make([]string, len(p.alts))
		for i, a := range p.alts {
			alts[i] = hex(a)
		}
		fields = append(fields, fmt.Sprintf("bits %s are one of %s", hex(p.mask), strings.Join(alts, ", ")))
	}
	return []string{strings.Join(fields, "; ")}
}

func (s *Set) openMask() uint64 {
	var mask uint64
	for _, p := range s.parts {
		mask |= p.mask
	}
	return mask
}

func hex(v uint64) string { return fmt.Sprintf("%#x", v) }

// The methods of a Starlark value. Rows hand sets on and may mask, set, flip and shift their bits;
// any other arithmetic gives a set of all values, which is wider than the truth but never blames.
var (
	_ starlark.Value     = (*Set)(nil)
	_ starlark.HasBinary = (*Set)(nil)
)

func (s *Set) String() string        { return "any_of(" + strings.Join(s.describe(), ", ") + ")" }
func (s *Set) Type() string          { return "any_of" }
func (s *Set) Freeze()               {}
func (s *Set) Truth() starlark.Bool  { return starlark.True }
func (s *Set) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable: any_of") }

func (s *Set) Binary(op syntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	n, ok := y.(starlark.Int)
	if !ok {
		if t, ok := y.(*Set); ok {
			if op == syntax.PIPE && s.openMask()&t.openMask() == 0 {
				a := s.bitwise(func(v uint64) uint64 { return v | t.fixed })
				b := t.bitwise(func(v uint64) uint64 { return v | s.fixed })
				return merge(a, b), nil
			}
			return anyValue(union(s.by, t.by)...), nil
		}
		return nil, nil
	}
	m := truncate(n)
	switch op {
	case syntax.AMP:
		return s.bitwise(func(v uint64) uint64 { return v & m }), nil
	case syntax.PIPE:
		return s.bitwise(func(v uint64) uint64 { return v | m }), nil
	case syntax.CIRCUMFLEX:
		return s.bitwise(func(v uint64) uint64 { return v ^ m }), nil
	case syntax.LTLT, syntax.GTGT:
		if side == starlark.Left && m <= 64 {
			if op == syntax.GTGT {
				return s.shift(-int(m)), nil
			}
			return s.shift(int(m)), nil
		}
	}
	return anyValue(s.by...), nil
}

// union appends the names of b that a lacks.
func union(a, b []string) []string {
	out := slices.Clip(a)
	for _, name := range b {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
