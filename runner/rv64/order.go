package rv64

import "slices"

// Ordering is how a hart's memory operations become visible to others.
type Ordering struct {
	// Weak lets each hart hold loads and stores back and perform them later, in an order that a
	// seeded schedule draws from those that RVWMO permits. Otherwise memory is sequentially consistent.
	Weak   bool
	Seed   uint64
	Depth  int   // operations a hart may hold back; 0 means 8
	Ignore Rules // what a defect ignores

	// Early executes instructions whose result does not depend on the values of their operands before
	// those are there, and keeps the order that syntactic dependencies ask for all the same. It needs Weak.
	Early bool

	// From is where code is weak: below it, which a hart enters by traps and leaves by MRET, memory
	// is sequentially consistent and nothing is ignored, and execution is as fast as ever.
	From uint64
}

// Rules are preserved-program-order rules of RVWMO, and axioms, that a defect may ignore. All of
// them but ForeignStores need Weak.
type Rules uint16

const (
	Fences            Rules = 1 << iota // FENCE orders nothing
	Acquire                             // aq orders nothing
	Release                             // rl orders nothing
	SameAddressLoads                    // loads from one address pass each other
	SameAddressStores                   // a store passes an older load or store of its address
	AMOAtomicity                        // other harts' stores come between an AMO's load and store
	ForeignStores                       // another hart's store does not break a reservation
	MultiCopy                           // one other hart sees a store before the rest do

	// These need Early.
	AddressDependencies   // an access passes what its address depends on
	DataDependencies      // a store passes what its data depends on
	ControlDependencies   // a store passes what a branch before it depends on
	ForwardedDependencies // a load that returns a store of its hart passes what that store depends on
	AddressesBefore       // a store passes what the address of an access before it depends on
)

// What FENCE orders: bits of the predecessor and successor sets. Input and output are ordered
// always, because accesses to devices are never held back.
const (
	fenceW = 1 << iota
	fenceR
	fenceO
	fenceI
)

func (h *Hart) fence(pred, succ uint8) {
	if w := h.window; w != nil && w.cfg.Ignore&Fences == 0 {
		w.push(operation{kind: barrier, pred: pred, succ: succ})
	}
}

// operation is a memory operation that has been issued and not yet performed. Its address is
// known, its permission checked, and a store's value known: what an instruction depends on is
// performed before it is issued.
type operation struct {
	kind       operationKind
	addr       uint64
	size       int
	value      uint64                       // of a store; the source of an AMO
	rd         uint8                        // of a load or AMO
	extend     func(uint64) uint64          // of a load
	combine    func(old, src uint64) uint64 // of an AMO
	aq, rl     bool
	pred, succ uint8 // of a barrier

	late  bool       // it is held back longer than others
	id    uint64     // under Early
	after operations // what it must follow because of a dependency
}

type operationKind uint8

const (
	plainLoad operationKind = iota
	plainStore
	reservedLoad
	atomic
	barrier
)

func (o *operation) reads() bool {
	return o.kind == plainLoad || o.kind == reservedLoad || o.kind == atomic
}
func (o *operation) writes() bool { return o.kind == plainStore || o.kind == atomic }

// class is the operation's bits in the sets of FENCE.
func (o *operation) class() (c uint8) {
	if o.reads() {
		c |= fenceR
	}
	if o.writes() {
		c |= fenceW
	}
	return c
}

func (o *operation) overlaps(addr uint64, size int) bool {
	return o.kind != barrier && addr < o.addr+uint64(o.size) && o.addr < addr+uint64(size)
}

func (o *operation) covers(addr uint64, size int) bool {
	return addr >= o.addr && addr+uint64(size) <= o.addr+uint64(o.size)
}

// window is what a hart holds back: its operations in program order. It is a store buffer and an
// out-of-order load unit in one.
type window struct {
	h      *Hart
	cfg    Ordering
	ops    []operation
	random random
	deps   dependencies
}

func newWindow(h *Hart, cfg Ordering) *window {
	if cfg.Depth <= 0 {
		cfg.Depth = 8
	}
	return &window{h: h, cfg: cfg, random: random(cfg.Seed + uint64(h.id)*0x2545f4914f6cdd1d)}
}

// choose switches the hart's window on or off, by where it executes.
func (h *Hart) choose() {
	weak := h.pc >= h.weak.cfg.From
	if weak == (h.window != nil) {
		return
	}
	h.weak.drain()
	h.window = nil
	if weak {
		h.window = h.weak
	}
	h.refresh()
}

// ordered reports whether ops[j] must be performed before ops[k], which is after it in program
// order: the preserved program order that is left once dependencies are kept by issuing late.
func (w *window) ordered(j, k int) bool {
	return w.mustPrecede(j, &w.ops[k], k)
}

func (w *window) mustPrecede(j int, b *operation, k int) bool {
	a := &w.ops[j]
	if a.kind == barrier || b.kind == barrier {
		return false
	}
	if a.overlaps(b.addr, b.size) {
		switch {
		case b.writes():
			if w.cfg.Ignore&SameAddressStores == 0 {
				return true
			}
		case a.reads():
			if w.cfg.Ignore&SameAddressLoads == 0 {
				return true
			}
		case b.kind != plainLoad || !a.covers(b.addr, b.size): // cannot be forwarded
			return true
		}
	}
	aq, rl := w.cfg.Ignore&Acquire == 0, w.cfg.Ignore&Release == 0
	if aq && a.aq || rl && b.rl || aq && rl && a.rl && b.aq {
		return true
	}
	if w.cfg.Early && w.depends(a, b, k) {
		return true
	}
	for f := j + 1; f < k; f++ {
		if o := &w.ops[f]; o.kind == barrier && o.pred&a.class() != 0 && o.succ&b.class() != 0 {
			return true
		}
	}
	return false
}

// push issues an operation.
func (w *window) push(o operation) {
	o.late = w.random.below(4) == 0
	if w.cfg.Early {
		w.owe(&o)
	}
	w.ops = append(w.ops, o)
	for len(w.ops) > w.cfg.Depth {
		w.force(0)
	}
}

// force performs ops[k] after everything that must precede it.
func (w *window) force(k int) {
	o := w.ops[k]
	for j := 0; j < k; {
		if w.ordered(j, k) {
			before := len(w.ops)
			w.force(j)
			k -= before - len(w.ops)
			j = 0
		} else {
			j++
		}
	}
	w.perform(k, o)
}

// perform does ops[k], and forgets barriers that have nothing left before them.
func (w *window) perform(k int, o operation) {
	w.ops = slices.Delete(w.ops, k, k+1)
	h := w.h
	switch o.kind {
	case plainLoad:
		h.x[o.rd] = o.extend(w.value(k, &o))
	case reservedLoad:
		v := h.peek(o.addr, o.size)
		h.Reserve(o.addr, uint64(o.size))
		h.x[o.rd] = o.extend(v)
	case plainStore:
		h.poke(Store, o.addr, o.size, o.value)
	case atomic:
		old, src := h.peek(o.addr, o.size), o.value
		old, src = signed(old, o.size), signed(src, o.size)
		h.x[o.rd] = old
		if w.cfg.Ignore&AMOAtomicity != 0 { // the store comes later, on its own
			w.ops = slices.Insert(w.ops, k, operation{kind: plainStore, addr: o.addr, size: o.size, value: o.combine(old, src), aq: o.aq, rl: o.rl})
		} else {
			h.poke(AMO, o.addr, o.size, o.combine(old, src))
		}
	}
	h.x[0] = 0
}

// value is what a load at position k reads: the hart's own youngest older store, or memory.
func (w *window) value(k int, o *operation) uint64 {
	if v, ok := w.forward(k, o); ok {
		return v
	}
	if n := len(w.h.m.harts); w.cfg.Ignore&MultiCopy != 0 && n > 1 {
		friend := w.h.m.harts[(w.h.id+n/2)%n].weak
		if v, ok := friend.forward(len(friend.ops), o); ok {
			return v
		}
	}
	return w.h.peek(o.addr, o.size)
}

func (w *window) forward(k int, o *operation) (uint64, bool) {
	for j := k - 1; j >= 0; j-- {
		if s := &w.ops[j]; s.kind == plainStore && s.covers(o.addr, o.size) {
			return s.value >> (8 * (o.addr - s.addr)) & (1<<(8*o.size-1)<<1 - 1), true
		}
	}
	return 0, false
}

// settle performs what writes a register.
func (w *window) settle(r uint8) {
	if r == 0 {
		return
	}
	for k := 0; k < len(w.ops); k++ {
		if o := &w.ops[k]; o.reads() && o.rd == r {
			w.force(k)
			k = -1
		}
	}
}

// drain performs everything.
func (w *window) drain() {
	for len(w.ops) > 0 {
		w.force(0)
	}
}

// before settles what an instruction reads and writes.
func (w *window) before(i *Inst) {
	if w.cfg.Early {
		w.depend(i)
		return
	}
	w.settle(i.Rs1)
	w.settle(i.Rs2)
	w.settle(i.Rd)
}

// turn lets time pass: it performs some operations that nothing older holds back.
func (w *window) turn() {
	for len(w.ops) > 0 && w.random.below(3) == 0 {
		k := w.random.below(len(w.ops))
		if w.ops[k].kind == barrier {
			if k == 0 {
				w.ops = slices.Delete(w.ops, 0, 1)
			}
			continue
		}
		free := !w.ops[k].late || w.random.below(8) == 0
		for j := range k {
			free = free && !w.ordered(j, k)
		}
		if free {
			w.perform(k, w.ops[k])
		}
	}
}

// ordinary reports whether an access may be held back: devices and tohost may not, and are
// accessed after everything else.
func (w *window) ordinary(addr uint64, size int) bool {
	off, ok := w.h.m.inRAM(addr, uint64(size))
	if ok {
		w.h.m.grow(off + uint64(size))
		ok = w.h.m.flags[off>>granuleBits]&hasHTIF == 0
	}
	if !ok {
		w.drain()
	}
	return ok
}

// load issues a load; false: it must be done at once.
func (w *window) load(rd uint8, addr uint64, size int, extend func(uint64) uint64) bool {
	return w.issue(Load, operation{kind: plainLoad, rd: rd, addr: addr, size: size, extend: extend})
}

// store issues a store that has been checked; false: it must be done at once.
func (w *window) store(addr uint64, size int, v uint64) bool {
	if !w.ordinary(addr, size) {
		return false
	}
	w.push(operation{kind: plainStore, addr: addr, size: size, value: v})
	return true
}

// loadReserved issues an LR.
func (w *window) loadReserved(i *Inst, addr uint64, size int, extend func(uint64) uint64) bool {
	return w.issue(LoadReserved, operation{kind: reservedLoad, rd: i.Rd, addr: addr, size: size, extend: extend, aq: i.Imm&2 != 0, rl: i.Imm&1 != 0})
}

// amo issues an AMO.
func (w *window) amo(i *Inst, addr uint64, size int, src uint64, combine func(old, src uint64) uint64) bool {
	return w.issue(AMO, operation{kind: atomic, rd: i.Rd, addr: addr, size: size, value: src, combine: combine, aq: i.Imm&2 != 0, rl: i.Imm&1 != 0})
}

// issue checks an access and holds it back; false: it must be done at once, and checked again.
func (w *window) issue(kind AccessKind, o operation) bool {
	h := w.h
	o.addr = h.effective(kind, o.addr)
	if f := h.check(Access{kind, o.addr, o.size, h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return true
	}
	if !w.ordinary(o.addr, o.size) {
		return false
	}
	w.push(o)
	return true
}

// conditional performs what must precede an SC, which is then performed at once: its LR, what its
// address and its rl bit order, and what fences do.
func (w *window) conditional(i *Inst, addr uint64, size int) {
	sc := operation{kind: atomic, addr: addr, size: size, aq: i.Imm&2 != 0, rl: i.Imm&1 != 0}
	for k := 0; k < len(w.ops); k++ {
		if w.ops[k].kind == reservedLoad || w.mustPrecede(k, &sc, len(w.ops)) {
			w.force(k)
			k = -1
		}
	}
}
