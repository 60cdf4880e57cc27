package rv64

import "slices"

// block is a run of predecoded instructions, entered only at its first and left at a jump, at a
// taken branch or at its end. Branches that are not taken go on inside.
type block struct {
	pc    uint64
	head  micro  // stands before the first instruction; the last is a jump, or opEnd
	count uint16 // instructions in all
	ok    bool   // false once a write to its code, or a change of protection, has made it wrong
	first uint64 // granules of RAM that it was read from
	last  uint64
}

// micro is an instruction of a block, as small as the fast loop needs it.
type micro struct {
	op           op
	rd, rs1, rs2 uint8
	rs3          uint8
	count        uint16 // instructions of the block up to and with this one
	imm          uint64 // the immediate; of loads and stores less RAM's base; of auipc and jal the value of rd
	link         *block // where a direct jump or taken branch goes, once known
	inst         *Inst  // what is called
	next         *micro // the instruction after it, when it does not jump
	pc           uint64
}

func newMicro(i *Inst, pc uint64, count uint16, base uint64, known floatForm) micro {
	u := micro{op: i.op, rd: i.Rd, rs1: i.Rs1, rs2: i.Rs2, rs3: i.Rs3, pc: pc, count: count, imm: uint64(i.Imm), inst: i}
	if i.floats != 0 {
		u.placeFloat(i.floats, known)
	}
	switch {
	case u.op == opAuipc:
		u.op, u.imm = opLui, pc+u.imm
	case u.op == opJal:
		u.imm = pc + uint64(i.Size)
	case u.op >= opFirstLoad && u.op < opFirstJump:
		u.imm -= base
	}
	return u
}

// maxBlock bounds a block in instructions: what is left of a budget smaller than a block is
// stepped.
const maxBlock = 64

// directBits is the size of the first-level cache of blocks.
const directBits = 10

// blockCache holds a hart's blocks by mode, because what may be fetched depends on the mode, and by
// what is known about floating-point state. Translation, when it comes, adds the address space to the key.
type blockCache struct {
	user, machine [floatForms]modeCache
	granules      map[uint64][]*block
}

type modeCache struct {
	direct *[1 << directBits]*block
	blocks map[uint64]*block
}

func (c *blockCache) of(mode Mode) *[floatForms]modeCache {
	if mode == M {
		return &c.machine
	}
	return &c.user
}

// blocks is the part of the cache for the hart as it is now.
func (h *Hart) blocks() *modeCache { return &h.cache.of(h.mode)[h.floatForm()] }

// forget drops all blocks of a mode.
func (c *blockCache) forget(mode Mode) {
	for k := range c.of(mode) {
		mc := &c.of(mode)[k]
		for _, b := range mc.blocks {
			b.ok = false
		}
		*mc = modeCache{}
	}
}

// lookup finds or makes the block at pc for the current mode; nil when the first instruction
// cannot be fetched or has no row, which stepping then finds out again.
func (h *Hart) lookup(pc uint64) *block {
	mc := h.blocks()
	if mc.direct == nil {
		mc.direct = new([1 << directBits]*block)
		mc.blocks = map[uint64]*block{}
	}
	slot := &mc.direct[pc>>1&(1<<directBits-1)]
	if b := *slot; b != nil && b.pc == pc && b.ok {
		return b
	}
	b := mc.blocks[pc]
	if b == nil || !b.ok {
		if b = h.build(pc); b == nil {
			return nil
		}
		mc.blocks[pc] = b
	}
	*slot = b
	return b
}

// build predecodes a block.
func (h *Hart) build(pc uint64) *block {
	b := &block{pc: pc, ok: true}
	known := h.floatForm()
	var insts [maxBlock + 1]micro
	n, at, ends := 0, pc, false
	for n < maxBlock && !ends {
		i, size, f := h.fetch(at)
		if f != nil || i == nil {
			break
		}
		insts[n] = newMicro(i, at, uint16(n+1), h.m.base, known)
		if h.m.pages != nil {
			insts[n].op = insts[n].op.paged()
		}
		ends = i.op.ends()
		at += uint64(size)
		n++
	}
	if n == 0 {
		return nil
	}
	b.count = uint16(n)
	if !ends {
		insts[n] = micro{op: opEnd, pc: at, count: uint16(n)}
		n++
	}
	code := slices.Clone(insts[:n])
	fuse(code, h.m.pairs)
	for k := range code[1:] {
		code[k].next = &code[k+1]
	}
	b.head = micro{next: &code[0]}

	h.m.grow(at - h.m.base)
	b.first, b.last = (pc-h.m.base)>>granuleBits, (at-1-h.m.base)>>granuleBits
	if h.cache.granules == nil {
		h.cache.granules = map[uint64][]*block{}
	}
	for g := b.first; g <= b.last; g++ {
		live := slices.DeleteFunc(h.cache.granules[g], func(b *block) bool { return !b.ok })
		h.cache.granules[g] = append(live, b)
		h.m.flags[g] |= hasCode
	}
	return b
}

// dropCode makes every block that was read from a granule wrong.
func (m *Machine) dropCode(g uint64) {
	m.flags[g] &^= hasCode
	for _, h := range m.harts {
		for _, b := range h.cache.granules[g] {
			b.ok = false
		}
		delete(h.cache.granules, g)
		h.leave = true
	}
}

// codeWritten is told of a write by h to a granule that code was fetched from. Without
// StaleFetch the harts see the new code at once; the standard asks for that only after FENCE.I.
func (h *Hart) codeWritten(g uint64, kind AccessKind) {
	if !h.m.cfg.Parameters.StaleFetch {
		h.m.dropCode(g)
		return
	}
	for _, other := range h.m.harts {
		if line := other.icache[g]; line != nil {
			line.written, line.by = true, kind
		}
	}
}

// cacheLine is a granule in a hart's instruction cache, under StaleFetch.
type cacheLine struct {
	bytes   [granule]byte
	written bool // memory has changed since
	by      AccessKind
}

// fenceI makes the hart's fetches see its own earlier stores.
func (h *Hart) fenceI() {
	if h.window != nil {
		h.window.drain()
	}
	for g, line := range h.icache {
		if hook := h.m.cfg.Hooks.FenceI; hook != nil && line.written && !hook(h, h.m.base+g<<granuleBits, line.by) {
			continue
		}
		delete(h.icache, g)
	}
}

// parcel fetches 16 bits.
func (h *Hart) parcel(addr uint64) (uint16, *Fault) {
	if f := h.check(Access{Fetch, addr, 2, h.mode}); f != nil {
		return 0, f
	}
	off := addr - h.m.base
	if !h.m.cfg.Parameters.StaleFetch {
		return uint16(h.m.read(off, 2)), nil
	}
	g := off >> granuleBits
	line := h.icache[g]
	if line == nil {
		if h.icache == nil {
			h.icache = map[uint64]*cacheLine{}
		}
		line = &cacheLine{}
		h.m.grow(min(off+granule, h.m.size))
		copy(line.bytes[:], h.m.ram[g<<granuleBits:])
		h.m.flags[g] |= hasCode
		h.icache[g] = line
	}
	at := off & (granule - 1)
	return uint16(line.bytes[at]) | uint16(line.bytes[at+1])<<8, nil
}

// fetch reads the instruction at pc. A nil Inst without a fault is an illegal instruction. The
// fault of a second parcel names that parcel.
func (h *Hart) fetch(pc uint64) (i *Inst, size int, f *Fault) {
	w, size, f := h.fetchWord(pc)
	if f != nil {
		return nil, 0, f
	}
	if hook := h.m.cfg.Hooks.Fetched; hook != nil {
		w = hook(h, pc, w)
	}
	return h.m.decode(w), size, nil
}

func (h *Hart) fetchWord(pc uint64) (w uint32, size int, f *Fault) {
	low, f := h.parcel(pc)
	if f != nil {
		return 0, 0, f
	}
	if low&3 != 3 && h.m.ialign == 1 {
		return uint32(low), 2, nil
	}
	high, f := h.parcel(pc + 2)
	if f != nil {
		return 0, 0, f
	}
	return uint32(high)<<16 | uint32(low), 4, nil
}
