package oracle

import (
	"encoding/binary"
	"fmt"
	"math/big"
	"math/bits"
	"slices"

	"go.starlark.net/starlark"
)

// vectorFile is the vector registers as far as a path has come: one string of bits, v0 first, as a
// group of registers is. The before-state's bytes are copied when the path first writes.
type vectorFile struct {
	held  bool
	vlen  int    // bits of a register
	base  []byte // the before-state's
	bytes []byte // base, or own
	own   []byte

	writer  []int32  // by doubleword: 1 + the step that wrote it last, 0: none
	eew     []uint16 // by doubleword: width of the elements that it was written in
	opens   []uint64 // by doubleword: bits that some openElements is about
	touched []int32  // doublewords with a writer
	open    []openElements
	guessed []span // read from the observation, because they are open

	got     []byte  // as observed: base, or gotOwn
	gotOwn  []byte  // kept between cases
	changed []int32 // doublewords that the observation lists
	looked  bool    // got and changed are this case's
}

// span is width bits from bit up.
type span struct{ bit, width int }

func (s span) end() int                { return s.bit + s.width }
func (s span) meets(t span) bool       { return s.bit < t.end() && t.bit < s.end() }
func (s span) element(i int) span      { return span{s.bit + i*s.width, s.width} }
func (s span) doublewords() (a, b int) { return s.bit / 64, (s.end() - 1) / 64 }

// openElements are n neighbouring elements, none wider than 64 bits, each of which may have several
// values: those of set or, where that is nil, what bytes holds and all ones. Where mask leaves bits
// out, bytes says what they are.
type openElements struct {
	span // of the first
	n    int
	mask uint64
	set  *Set
	by   []string
}

func (e *openElements) whole() span { return span{e.bit, e.n * e.width} }

// vWrite is a write under way: of one element or, as agnostic, of n neighbours.
type vWrite struct {
	openElements
	v        uint64
	wide     []byte // of an element of more than 64 bits, little-endian
	agnostic bool
}

func (f *vectorFile) reset(before *Vector) {
	f.held = before != nil
	if !f.held {
		return
	}
	for _, w := range f.touched {
		f.writer[w], f.opens[w] = 0, 0
	}
	f.touched, f.open, f.guessed = f.touched[:0], f.open[:0], f.guessed[:0]
	f.base, f.bytes = before.Bytes, before.Bytes
	f.vlen = len(before.Bytes) / 32 * 8
	if words := len(before.Bytes) / 8; words > len(f.writer) {
		f.writer, f.eew, f.opens = make([]int32, words), make([]uint16, words), make([]uint64, words)
	}
}

// word is a doubleword of a register file.
func word(file []byte, i int32) uint64 { return binary.LittleEndian.Uint64(file[8*i:]) }

// bitsOf reads up to 64 bits that lie within one doubleword.
func bitsOf(file []byte, s span) uint64 {
	return word(file, int32(s.bit/64)) >> (s.bit % 64) & lowMask(s.width)
}

// claim makes the bytes the path's own before it writes.
func (f *vectorFile) claim() {
	if &f.bytes[0] == &f.base[0] {
		f.own = append(f.own[:0], f.base...)
		f.bytes = f.own
	}
}

func (f *vectorFile) touch(s span, eew int, at int32) {
	first, last := s.doublewords()
	for w := first; w <= last; w++ {
		if f.writer[w] == 0 {
			f.touched = append(f.touched, int32(w))
		}
		f.writer[w], f.eew[w] = at+1, uint16(min(eew, 64))
	}
}

// storeVector applies a committed write.
func (m *machine) storeVector(w *vWrite, at int32) {
	f := &m.vector
	f.claim()
	whole := w.whole()
	for _, g := range f.guessed {
		m.uncertain = m.uncertain || g.meets(whole)
	}
	f.touch(whole, w.width, at)
	open := f.isOpen(whole)
	if w.agnostic && open {
		for i := range w.n {
			f.addAgnostic(w.element(i), w.by)
		}
		return
	}
	if open {
		f.carve(whole)
	}
	switch {
	case w.wide != nil:
		copy(f.bytes[w.bit/8:], w.wide)
	case !w.agnostic && w.set == nil:
		f.put(w.span, w.v)
	default:
		e := w.openElements
		e.mask = lowMask(e.width)
		f.add(&e)
	}
}

// put writes up to 64 bits that lie within one doubleword.
func (f *vectorFile) put(s span, v uint64) {
	at, mask, shift := f.bytes[8*(s.bit/64):], lowMask(s.width), s.bit%64
	old := binary.LittleEndian.Uint64(at)
	binary.LittleEndian.PutUint64(at, old&^(mask<<shift)|v&mask<<shift)
}

func (f *vectorFile) isOpen(s span) bool {
	first, last := s.doublewords()
	if first == last {
		return f.opens[first]>>(s.bit%64)&lowMask(s.width) != 0
	}
	return slices.ContainsFunc(f.opens[first:last+1], func(bits uint64) bool { return bits != 0 })
}

func (f *vectorFile) add(e *openElements) {
	f.open = append(f.open, *e)
	if e.n == 1 {
		f.opens[e.bit/64] |= e.mask << (e.bit % 64)
		return
	}
	each(e.whole(), func(w int, mask uint64) { f.opens[w] |= mask })
}

// addAgnostic lets an element that may be open already be all ones besides.
func (f *vectorFile) addAgnostic(s span, by []string) {
	e := openElements{span: s, n: 1, mask: lowMask(s.width), by: by}
	if f.isOpen(s) {
		v, old := f.value(s)
		f.carve(s)
		if old != nil {
			e.set = alsoOnes(old, s.width, by)
		} else {
			f.put(s, v)
		}
	}
	f.add(&e)
}

// each calls f with the doublewords of a span and the bits of each that are in it.
func each(s span, f func(w int, mask uint64)) {
	for at := s.bit; at < s.end(); {
		n := min(64-at%64, s.end()-at)
		f(at/64, lowMask(n)<<(at%64))
		at += n
	}
}

// alsoOnes is a set that has all ones as well.
func alsoOnes(s *Set, width int, by []string) *Set {
	by = union(s.by, by)
	if members, ok := s.enumerate(64); ok {
		return oneOf(by, append(slices.Clone(members), lowMask(width))...)
	}
	return anyValue(by...).bitwise(func(v uint64) uint64 { return v & lowMask(width) })
}

// carve takes the bits of an exact write out of what is open there.
func (f *vectorFile) carve(s span) {
	old := slices.Clone(f.open)
	f.open = f.open[:0]
	each(s, func(w int, mask uint64) { f.opens[w] &^= mask })
	for _, e := range old {
		if !e.whole().meets(s) {
			f.open = append(f.open, e)
			continue
		}
		for i := range e.n {
			one := openElements{span: e.element(i), n: 1, mask: e.mask, set: e.set, by: e.by}
			if !one.meets(s) {
				f.open = append(f.open, one)
				continue
			}
			one.set = f.choices(&one)
			for b := max(one.bit, s.bit); b < min(one.end(), s.end()); b++ {
				one.mask &^= 1 << (b - one.bit)
			}
			if one.set = one.set.bitwise(func(v uint64) uint64 { return v & one.mask }); one.mask != 0 {
				f.open = append(f.open, one)
			}
		}
	}
}

// choices are the values of an entry of one element, within its mask.
func (f *vectorFile) choices(e *openElements) *Set {
	if e.set != nil {
		return e.set
	}
	return oneOf(e.by, bitsOf(f.bytes, e.span)&e.mask, e.mask)
}

// value reads up to 64 bits: the exact value, or the set where some of them are open.
func (f *vectorFile) value(s span) (uint64, *Set) {
	v := bitsOf(f.bytes, s)
	if f.opens[s.bit/64]>>(s.bit%64)&lowMask(s.width) == 0 {
		return v, nil
	}
	set := &Set{fixed: v &^ (f.opens[s.bit/64] >> (s.bit % 64))}
	for i := range f.open {
		e := &f.open[i]
		if !e.whole().meets(s) {
			continue
		}
		for j := max(0, (s.bit-e.bit)/e.width); j < e.n && e.element(j).bit < s.end(); j++ {
			one := openElements{span: e.element(j), n: 1, mask: e.mask, set: e.set, by: e.by}
			if one.meets(s) {
				set = merge(set, f.choices(&one).shift(one.bit-s.bit).bitwise(func(v uint64) uint64 { return v & lowMask(s.width) }))
			}
		}
	}
	if n, ok := set.reduced(); ok {
		return n, nil
	}
	return v, set
}

// look reads the observed registers, once a case.
func (f *vectorFile) look(seen *Observed) {
	if f.looked {
		return
	}
	f.looked, f.got, f.changed = true, f.base, f.changed[:0]
	for loc, v := range seen.Changed {
		kind, n := parseLoc(loc)
		reg, part := int(n>>16), int(n&0xffff)
		if kind != 'v' || part >= f.vlen/64 {
			continue
		}
		if len(f.changed) == 0 {
			f.gotOwn = append(f.gotOwn[:0], f.base...)
			f.got = f.gotOwn
		}
		w := reg*f.vlen/64 + part
		binary.LittleEndian.PutUint64(f.got[8*w:], v)
		f.changed = append(f.changed, int32(w))
	}
}

// explains reports whether the registers hold what was observed.
func (f *vectorFile) explains() bool {
	for _, list := range [2][]int32{f.changed, f.touched} {
		for _, w := range list {
			if diff := word(f.got, w) ^ word(f.bytes, w); diff != 0 && (f.writer[w] == 0 || diff&^f.opens[w] != 0) {
				return false
			}
		}
	}
	for i := range f.open {
		e := &f.open[i]
		for j := range e.n {
			if !f.holds(e, e.element(j)) {
				return false
			}
		}
	}
	return true
}

// holds reports whether one open element is as observed.
func (f *vectorFile) holds(e *openElements, at span) bool {
	got := bitsOf(f.got, at) & e.mask
	if e.set != nil {
		return e.set.contains(got)
	}
	return got == e.mask || got == bitsOf(f.bytes, at)&e.mask
}

// vectorDiffers finds the doublewords that were observed to be wrong, and the first wrong element of each.
func (m *machine) vectorDiffers(broken []Broken) []Broken {
	f := &m.vector
	if !f.held {
		return broken
	}
	f.look(m.seen)
	words := slices.Sorted(slices.Values(slices.Concat(f.touched, f.changed)))
	for _, w := range slices.Compact(words) {
		whole := span{int(w) * 64, 64}
		if v, set := f.value(whole); holds(v, set, word(f.got, w)) {
			continue
		}
		writer := f.writer[w] - 1
		width := m.markedWidth(whole, writer)
		if f.writer[w] != 0 {
			width = min(width, int(f.eew[w]))
		}
		at, v, set := f.wrongElement(w, width)
		ids, aspect := m.markedElement(at, writer)
		if set != nil {
			ids = m.addRequired(ids, f.permits(at))
		}
		if len(ids) == 0 {
			ids, aspect = m.culprit(writer, "v")
		}
		b := difference(vectorLoc(int(w)/(f.vlen/64), int(w)%(f.vlen/64)), v, set, bitsOf(f.got, at), ids, aspect)
		switch first := at.bit - whole.bit; at.width {
		case 64:
		case 1:
			b.Element = fmt.Sprintf("bit %d", first)
		default:
			b.Element = fmt.Sprintf("bits %d to %d", first, first+at.width-1)
		}
		broken = append(broken, b)
	}
	return broken
}

// wrongElement finds the first wrong element of a doubleword; all of it where no single one is wrong.
func (f *vectorFile) wrongElement(w int32, width int) (at span, v uint64, set *Set) {
	for i := range 64 / width {
		at = span{int(w)*64 + i*width, width}
		if v, set = f.value(at); !holds(v, set, bitsOf(f.got, at)) {
			return at, v, set
		}
	}
	at = span{int(w) * 64, 64}
	v, set = f.value(at)
	return at, v, set
}

// permits are the rules by which what is at s is open.
func (f *vectorFile) permits(s span) []string {
	var by []string
	for i := range f.open {
		if e := &f.open[i]; e.whole().meets(s) {
			by = union(by, e.by)
		}
	}
	return by
}

func vectorLoc(reg, part int) string { return fmt.Sprintf("v%d[%d]", reg, part) }

// vregisters is `V`: V[reg, i, eew] is element i, of eew bits, of the group of registers that begins
// at reg. It is read as an unsigned integer, as it was before the instruction; an int written to it
// is truncated to eew bits; a set has elements of at most 64.
type vregisters struct {
	opaque
	m *machine
}

var _ starlark.HasSetKey = vregisters{}

func (vregisters) String() string { return "V" }
func (vregisters) Type() string   { return "vector registers" }

// at is where an element stands.
func (f *vectorFile) at(reg, i, eew starlark.Value) (span, error) {
	var n [3]int64
	for j, v := range [3]starlark.Value{reg, i, eew} {
		k, ok := v.(starlark.Int)
		if ok {
			n[j], ok = k.Int64()
		}
		if !ok || n[j] < 0 || n[j] > 1<<24 {
			return span{}, fmt.Errorf("elements are V[register, element, bits of an element], not V[%v, %v, %v]", reg, i, eew)
		}
	}
	width := int(n[2])
	switch {
	case !f.held:
		return span{}, notHeld(vectorState)
	case f.vlen == 0 || f.vlen%64 != 0:
		return span{}, fmt.Errorf("the before-state's vector registers have %d bits each; give 32 times VLEN/8 bytes", f.vlen)
	case n[0] > 31:
		return span{}, fmt.Errorf("a register number is 0 to 31, not %d", n[0])
	case width != 1 && (width < 8 || bits.OnesCount(uint(width)) != 1 || width > max(f.vlen, 256)):
		return span{}, fmt.Errorf("an element has 1, 8, 16, 32 … bits, not %d", width)
	}
	s := span{int(n[0])*f.vlen + int(n[1])*width, width}
	if s.end() > 32*f.vlen {
		return span{}, fmt.Errorf("element %d of %d bits from v%d on is past v31", n[1], width, n[0])
	}
	return s, nil
}

// run is where elements first to end-1 stand: the place of the first, and how many there are.
func (f *vectorFile) run(reg, first, end, eew starlark.Value) (span, int, error) {
	a, ok1 := first.(starlark.Int)
	b, ok2 := end.(starlark.Int)
	if !ok1 || !ok2 {
		return span{}, 0, fmt.Errorf("elements are numbered by ints, not from %v to %v", first, end)
	}
	n, ok := b.Sub(a).Int64()
	if ok && n <= 0 {
		return span{}, 0, nil
	}
	s, err := f.at(reg, first, eew)
	if err == nil && (!ok || s.bit+int(min(n, 1<<24))*s.width > 32*f.vlen) {
		err = fmt.Errorf("element %v of %v bits from v%v on is past v31", b.Sub(starlark.MakeInt(1)), eew, reg)
	}
	return s, int(n), err
}

func (v vregisters) key(k starlark.Value) (span, error) {
	t, ok := k.(starlark.Tuple)
	if !ok || len(t) != 3 {
		return span{}, fmt.Errorf("elements are V[register, element, bits of an element], not V[%v]", k)
	}
	return v.m.vector.at(t[0], t[1], t[2])
}

func (v vregisters) Get(k starlark.Value) (starlark.Value, bool, error) {
	s, err := v.key(k)
	if err != nil {
		return nil, false, err
	}
	if s.width <= 64 {
		return v.m.vectorElement(s), true, nil
	}
	out := make([]byte, s.width/8)
	for i := 0; i < s.width; i += 64 {
		part := v.m.vectorElement(span{s.bit + i, 64})
		n, ok := part.(starlark.Int)
		if !ok {
			return nil, false, fmt.Errorf("an element V[…, %d], of more than 64 bits, is read that is open (%v)", s.width, part)
		}
		u, _ := n.Uint64()
		binary.LittleEndian.PutUint64(out[i/8:], u)
	}
	slices.Reverse(out)
	return starlark.MakeBigInt(new(big.Int).SetBytes(out)), true, nil
}

func (m *machine) vectorElement(s span) starlark.Value {
	f := &m.vector
	if f.opens[s.bit/64] == 0 {
		return starlark.MakeUint64(bitsOf(f.bytes, s))
	}
	n, set := f.value(s)
	switch {
	case set == nil:
		return starlark.MakeUint64(n)
	case m.seen == nil:
		return set
	}
	f.look(m.seen)
	f.guessed = append(f.guessed, s)
	return starlark.MakeUint64(nearest(set, bitsOf(f.got, s)))
}

func (v vregisters) SetKey(k, value starlark.Value) error {
	s, err := v.key(k)
	if err != nil {
		return err
	}
	w := vWrite{openElements: openElements{span: s, n: 1}}
	switch value := value.(type) {
	case starlark.Int:
		if s.width <= 64 {
			w.v = truncate(value)
			break
		}
		w.wide = lowBits(value.BigInt(), uint(s.width)).FillBytes(make([]byte, s.width/8))
		slices.Reverse(w.wide)
	case *Set:
		if s.width > 64 {
			return fmt.Errorf("an element V[…, %d], of more than 64 bits, takes one value; write a set to its parts", s.width)
		}
		if value.fits(s.width) {
			w.set = value
		} else {
			w.set = value.bitwise(func(v uint64) uint64 { return v & lowMask(s.width) })
		}
		if n, ok := w.set.reduced(); ok {
			w.v, w.set = n, nil
		} else {
			w.by = w.set.by
		}
	default:
		return fmt.Errorf("a vector element takes an int, not %s", value.Type())
	}
	v.m.pending.v = append(v.m.pending.v, w)
	return nil
}

// agnostic(reg, first, end, eew, by = rule): each of the elements from first to before end keeps
// its value or becomes all ones. It is V[reg, i, eew] = any_of(V[reg, i, eew], ones) for each, fast.
func (m *machine) builtinAgnostic(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	by, err := permitted(b, kwargs)
	if err != nil {
		return nil, err
	}
	if len(args) != 4 {
		return nil, fmt.Errorf("agnostic takes (register, first element, end, bits of an element, by = …)")
	}
	s, n, err := m.vector.run(args[0], args[1], args[2], args[3])
	if err == nil && n == 0 {
		return starlark.None, nil
	}
	if err == nil && s.width > 64 {
		err = fmt.Errorf("agnostic: an element has at most 64 bits, not %d", s.width)
	}
	if err != nil {
		return nil, err
	}
	m.pending.v = append(m.pending.v, vWrite{openElements: openElements{span: s, n: n, by: by}, agnostic: true})
	return starlark.None, nil
}
