package oracle

import (
	"errors"
	"fmt"

	"go.starlark.net/starlark"
)

// opaque is what the parts of the hart have in common as values of Starlark.
type opaque struct{}

func (opaque) Freeze()               {}
func (opaque) Truth() starlark.Bool  { return true }
func (opaque) Hash() (uint32, error) { return 0, errors.New("unhashable: a part of the hart") }

// registers is `X`: X[i] reads the register as an unsigned integer, as it was before the
// instruction; X[i] = n keeps the 64 low bits of n once the instruction is over.
type registers struct {
	opaque
	m *machine
}

var _ starlark.HasSetKey = registers{}

func (registers) String() string { return "X" }
func (registers) Type() string   { return "registers" }

func registerIndex(k starlark.Value) (int, error) {
	if n, ok := k.(starlark.Int); ok {
		if i, ok := n.Int64(); ok && i >= 0 && i < 32 {
			return int(i), nil
		}
	}
	return 0, fmt.Errorf("a register number is 0 to 31, not %v", k)
}

func (v registers) Get(k starlark.Value) (starlark.Value, bool, error) {
	i, err := registerIndex(k)
	if err != nil {
		return nil, false, err
	}
	m := v.m
	if i == 0 {
		m.steps[len(m.steps)-1].readX0 = true
		return starlark.MakeUint64(m.x[0]), true, nil
	}
	set := m.xset[i]
	if set == nil {
		return starlark.MakeUint64(m.x[i]), true, nil
	}
	if value, ok := m.settled(set); ok {
		return value, true, nil
	}
	// Too many values to try each. The register's final value is this one, or the observation
	// is wrong; unless the register is written again, which commit notes.
	n, ok := m.seen.Changed[xNames[i]]
	if !ok {
		n = m.before.X[i]
	}
	m.guessed |= 1 << i
	return starlark.MakeUint64(nearest(set, n)), true, nil
}

func (v registers) SetKey(k, value starlark.Value) error {
	i, err := registerIndex(k)
	if err != nil {
		return err
	}
	m := v.m
	w := xWrite{i: i}
	if w.v, w.set, err = assigned(value); err != nil {
		return fmt.Errorf("a register %w", err)
	}
	if n, ok := value.(starlark.Int); ok && !fits(n, 64) {
		m.wrapped = true
	}
	if i == 0 {
		m.steps[len(m.steps)-1].wroteX0 = true
		if !m.plainX0 || w.set != nil {
			return nil
		}
	}
	m.pending.x = append(m.pending.x, w)
	return nil
}

var xNames = func() (names [32]string) {
	for i := range names {
		names[i] = fmt.Sprintf("x%d", i)
	}
	return names
}()

// hartValue is `hart`: what helpers ask about the hart and the instruction under way, and how they
// steer it.
//
//	hart.pc, hart.link   address of the instruction, and of the one that follows it in memory
//	hart.word            the instruction's bits
//	hart.next = a        where execution goes on
//	hart.mode            "M" or "U"; assigning it changes the mode of the next instruction
//	hart.fs, hart.vs     status of the floating-point and the vector state, 0 (Off) to 3 (Dirty); None
//	                     where the environment cannot look
//	hart.vlen            bits of a vector register
//	hart.elp             1 where a landing pad is expected, else 0
//	hart.reservation     None, (address, size), or whatever a row left there
type hartValue struct {
	opaque
	m *machine
}

var _ starlark.HasSetField = hartValue{}

func (hartValue) String() string { return "hart" }
func (hartValue) Type() string   { return "hart" }
func (hartValue) AttrNames() []string {
	return []string{"elp", "fs", "link", "mode", "next", "pc", "reservation", "vlen", "vs", "word"}
}

func (h hartValue) Attr(name string) (starlark.Value, error) {
	m := h.m
	switch name {
	case "pc":
		return starlark.MakeUint64(m.pc), nil
	case "link":
		return starlark.MakeUint64(m.link), nil
	case "word":
		return starlark.MakeUint64(uint64(m.word)), nil
	case "mode":
		return starlark.String(m.mode), nil
	case "reservation":
		return m.reservation, nil
	case "elp":
		if m.elp {
			return starlark.MakeInt(1), nil
		}
		return starlark.MakeInt(0), nil
	case "fs":
		return m.unitStatus(floatUnit)
	case "vs":
		return m.unitStatus(vectorUnit)
	case "vlen":
		if !m.vector.held {
			return nil, notHeld(vectorState)
		}
		return starlark.MakeInt(m.vector.vlen), nil
	}
	return nil, nil
}

func (h hartValue) SetField(name string, v starlark.Value) error {
	p := &h.m.pending
	switch name {
	case "next":
		switch n := v.(type) {
		case starlark.Int:
			p.next, p.jumped = truncate(n), true
			return nil
		case *Set:
			if n, ok := h.m.settle(n); ok {
				p.next, p.jumped = n, true
				return nil
			}
			return fmt.Errorf("hart.next: the address is not known: the before-state does not hold what it comes from")
		}
		return fmt.Errorf("hart.next takes an int, not %s", v.Type())
	case "mode":
		s, ok := starlark.AsString(v)
		if !ok || s != "M" && s != "S" && s != "U" {
			return fmt.Errorf("hart.mode takes \"M\", \"S\" or \"U\", not %v", v)
		}
		p.mode = s
		return nil
	case "elp":
		n, err := starlark.AsInt32(v)
		if err != nil || n>>1 != 0 {
			return fmt.Errorf("hart.elp takes 0 or 1, not %v", v)
		}
		p.elp = new(bool)
		*p.elp = n == 1
		return nil
	case "fs":
		return h.m.setUnitStatus(floatUnit, v)
	case "vs":
		return h.m.setUnitStatus(vectorUnit, v)
	case "reservation":
		v.Freeze()
		p.reservation = v
		return nil
	}
	return starlark.NoSuchAttrError(fmt.Sprintf("hart.%s cannot be assigned", name))
}
