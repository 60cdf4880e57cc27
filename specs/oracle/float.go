package oracle

import (
	"fmt"
	"math/bits"

	"go.starlark.net/starlark"
)

// floatFile is the floating-point registers as far as a path has come. A case without
// [State.Float] leaves it alone.
type floatFile struct {
	held    bool
	f       [32]uint64
	set     [32]*Set // non-nil: f is one of these
	writer  [32]int32
	written uint32
	guessed uint32 // read from the observation, because it is open
}

func (r *floatFile) reset(before *Float) {
	r.held = before != nil
	if !r.held {
		return
	}
	r.f = before.F
	if r.written != 0 {
		r.set = [32]*Set{}
	}
	for i := range r.writer {
		r.writer[i] = -1
	}
	r.written, r.guessed = 0, 0
}

// fregisters is `F`: F[i] reads the register as an unsigned integer of 64 bits, as it was before the
// instruction; F[i] = n keeps the 64 low bits of n once the instruction is over. Boxing is the
// pack's business.
type fregisters struct {
	opaque
	m *machine
}

var _ starlark.HasSetKey = fregisters{}

func (fregisters) String() string { return "F" }
func (fregisters) Type() string   { return "floating-point registers" }

// notHeld is the error of looking at state that the before-state leaves out.
func notHeld(what string) error {
	return fmt.Errorf("the before-state does not hold %s, which this instruction looks at", what)
}

const (
	floatState  = "the floating-point state (State.Float)"
	vectorState = "the vector state (State.Vector)"
)

func (v fregisters) index(k starlark.Value) (int, error) {
	i, err := registerIndex(k)
	if err == nil && !v.m.float.held {
		err = notHeld(floatState)
	}
	return i, err
}

func (v fregisters) Get(k starlark.Value) (starlark.Value, bool, error) {
	i, err := v.index(k)
	if err != nil {
		return nil, false, err
	}
	m := v.m
	set := m.float.set[i]
	if set == nil {
		return starlark.MakeUint64(m.float.f[i]), true, nil
	}
	if value, ok := m.settled(set); ok {
		return value, true, nil
	}
	m.float.guessed |= 1 << i // see registers.Get
	return starlark.MakeUint64(nearest(set, m.seenFloat(i))), true, nil
}

// nearest is the observed value where the set has it, else some member.
func nearest(set *Set, seen uint64) uint64 {
	if set.contains(seen) {
		return seen
	}
	return set.representative()
}

func (m *machine) seenFloat(i int) uint64 {
	if n, ok := m.seen.Changed[fNames[i]]; ok {
		return n
	}
	return m.before.Float.F[i]
}

func (v fregisters) SetKey(k, value starlark.Value) error {
	i, err := v.index(k)
	if err != nil {
		return err
	}
	w := xWrite{i: i}
	if w.v, w.set, err = assigned(value); err != nil {
		return fmt.Errorf("a floating-point register %w", err)
	}
	v.m.pending.f = append(v.m.pending.f, w)
	return nil
}

func (m *machine) storeFloat(w *xWrite, at int32) {
	r := &m.float
	if r.guessed&(1<<w.i) != 0 {
		m.uncertain = true
	}
	r.f[w.i], r.set[w.i], r.writer[w.i] = w.v, w.set, at
	r.written |= 1 << w.i
}

var fNames = func() (names [32]string) {
	for i := range names {
		names[i] = fmt.Sprintf("f%d", i)
	}
	return names
}()

// floatKept compares registers that the observation does not list with what they held before.
func (m *machine) floatKept(which uint32) bool {
	for ; which != 0; which &= which - 1 {
		i := bits.TrailingZeros32(which)
		if !holds(m.float.f[i], m.float.set[i], m.before.Float.F[i]) {
			return false
		}
	}
	return true
}

func (m *machine) floatDiffers(broken []Broken) []Broken {
	if !m.float.held {
		return broken
	}
	for i := range m.float.f {
		if got := m.seenFloat(i); !holds(m.float.f[i], m.float.set[i], got) {
			ids, aspect := m.culprit(m.float.writer[i], "f")
			broken = append(broken, difference(fNames[i], m.float.f[i], m.float.set[i], got, ids, aspect))
		}
	}
	return broken
}

// difference is a location that holds what it must not.
func difference(loc string, v uint64, set *Set, got uint64, rules []string, aspect string) Broken {
	b := Broken{Loc: loc, Allowed: describe(v, set), Got: hex(got), Rules: rules, Aspect: aspect}
	if set != nil {
		b.Permits = set.by
	}
	return b
}
