package oracle

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"go.starlark.net/starlark"
)

// abouts are the kinds of difference that a rule() can be about; "csr:" and a name is one register.
// "encoding" is an illegal-instruction exception where there is none.
var abouts = [...]string{"x", "f", "v", "fs", "vs", "mem", "csr", "pc", "trap", "tval", encoding}

// region is n neighbouring vector elements, without those whose bit of active is set.
type region struct {
	span   // of the first
	n      int
	first  int      // number of the first, which is its bit of active
	active *big.Int // nil: no bit is
}

func (r *region) whole() span { return span{r.bit, r.n * r.width} }

// meets reports whether s lies in one of the elements, or has one of them in it.
func (r *region) meets(s span) bool {
	if !r.whole().meets(s) {
		return false
	}
	if r.active == nil {
		return true
	}
	for i := max(0, (s.bit-r.bit)/r.width); i < r.n && r.element(i).bit < s.end(); i++ {
		if r.active.Bit(r.first+i) == 0 {
			return true
		}
	}
	return false
}

// rule(id, value = None, about = "", aspect = "", where = (register, first, end, eew, active = 0)): the
// rule decides what happens now, so a difference names it rather than the row's rules of its result.
// about limits that to one of abouts; where to elements first to end-1 of a group of vector registers,
// but those whose bit of active is set. aspect adds the row's own rules of that aspect.
func (m *machine) builtinRule(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	k := mark{step: int32(len(m.steps) - 1)}
	var value starlark.Value = starlark.None
	ok := len(args) <= 2
	if ok && len(args) > 0 {
		k.rules, ok = ruleNames(args[0])
	}
	if ok && len(args) == 2 {
		value = args[1]
	}
	placed := false
	for _, kw := range kwargs {
		text, isText := starlark.AsString(kw[1])
		switch kw[0] {
		case starlark.String("about"):
			k.about = text
			ok = ok && isText && (slices.Contains(abouts[:], text) || strings.HasPrefix(text, "csr:"))
		case starlark.String("aspect"):
			k.aspect = text
			ok = ok && isText && text != ""
		case starlark.String("where"):
			var err error
			if k.where, err = m.vector.region(kw[1]); err != nil {
				return nil, err
			}
			placed = true
		default:
			ok = false
		}
	}
	if !ok || len(k.rules) == 0 && k.aspect == "" {
		return nil, fmt.Errorf("rule takes (id, value, about = …, aspect = …, where = …) where about is one of %s", strings.Join(abouts[:], ", "))
	}
	if !placed || k.where.n > 0 {
		m.marks = append(m.marks, k)
	}
	return value, nil
}

// region reads (register, first, end, eew) or (register, first, end, eew, active); n is 0 where it has no element.
func (f *vectorFile) region(v starlark.Value) (region, error) {
	t, ok := v.(starlark.Tuple)
	if !ok || len(t) < 4 || len(t) > 5 {
		return region{}, fmt.Errorf("rule: where is (register, first element, end, bits of an element), not %v", v)
	}
	s, n, err := f.run(t[0], t[1], t[2], t[3])
	if err != nil || n == 0 {
		return region{}, err
	}
	r := region{span: s, n: n}
	r.first, _ = starlark.AsInt32(t[1])
	if len(t) == 5 {
		active, ok := t[4].(starlark.Int)
		if !ok {
			return region{}, fmt.Errorf("rule: where: the active elements are bits of an int, not %s", t[4].Type())
		}
		r.active = active.BigInt()
		if !r.meets(r.whole()) {
			return region{}, nil
		}
	}
	return r, nil
}

// covers reports whether a mark speaks about a kind of difference.
func (k *mark) covers(about string) bool {
	return k.about == about || k.about == "" || k.about == "csr" && strings.HasPrefix(about, "csr:")
}

// named lists the rules of a mark.
func (m *machine) named(k *mark) []string {
	s := &m.steps[k.step]
	if k.aspect == "" || s.in == nil {
		return k.rules
	}
	return union(slices.Clip(k.rules), m.o.speaks[s.in.ID].by[k.aspect])
}

// marked lists the requirements that rule() named for a step and a kind of location.
func (m *machine) marked(at int32, about string) []string {
	var out []string
	for i := range m.marks {
		if k := &m.marks[i]; k.step == at && k.where.n == 0 && k.covers(about) {
			out = m.addRequired(out, m.named(k))
		}
	}
	return out
}

func (m *machine) addRequired(out, ids []string) []string {
	for _, id := range ids {
		if m.o.required[id] && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// markedElement lists the requirements that rule() named for the elements at a place, in the last
// step that did so and not before writer; and the aspect of the row, if that has rules too.
func (m *machine) markedElement(at span, writer int32) (ids []string, aspect string) {
	step := writer
	for i := range slices.Backward(m.marks) {
		k := &m.marks[i]
		if k.step < step {
			break
		}
		if k.where.n > 0 && k.where.meets(at) {
			step = k.step
			ids = m.addRequired(ids, m.named(k))
			if k.aspect != "" {
				aspect = k.aspect
			}
		}
	}
	return ids, aspect
}

// markedWidth is the width of the elements that rule() named in a doubleword, not before writer; 64 if none.
func (m *machine) markedWidth(s span, writer int32) int {
	width := 64
	for i := range m.marks {
		if k := &m.marks[i]; k.where.n > 0 && k.step >= writer && k.where.meets(s) {
			width = min(width, k.where.width)
		}
	}
	return width
}
