package rv64

import "fmt"

// vectorMemory: loads and stores. Rows of segments are named with N for the number of fields.
func vectorMemory() functions {
	t := functions{
		"vlm.v": func(h *Hart, i *Inst) { h.accessMask(i, false) },
		"vsm.v": func(h *Hart, i *Inst) { h.accessMask(i, true) },
	}
	for eew := uint8(eew8); eew <= eew64; eew++ {
		bits := 1 << eew
		unit := func(store, first bool) Exec {
			return func(h *Hart, i *Inst) {
				h.accessGroups(i, h.scaled(i.Rd, eew), vectorAccess{store: store, firstOnly: first, stride: fieldsOf(i) << eew / 8})
			}
		}
		strided := func(store bool) Exec {
			return func(h *Hart, i *Inst) {
				h.accessGroups(i, h.scaled(i.Rd, eew), vectorAccess{store: store, stride: h.x[i.Rs2]})
			}
		}
		indexed := func(store bool) Exec { // ordered or not: elements are accessed in order
			return func(h *Hart, i *Inst) { h.accessIndexed(i, h.scaled(i.Rs2, eew), store) }
		}
		for _, n := range []struct{ l, s string }{{"", ""}, {"segN", "segN"}} {
			t[fmt.Sprintf("vl%se%d.v", n.l, bits)] = unit(false, false)
			t[fmt.Sprintf("vl%se%dff.v", n.l, bits)] = unit(false, true)
			t[fmt.Sprintf("vs%se%d.v", n.s, bits)] = unit(true, false)
			t[fmt.Sprintf("vls%se%d.v", n.l, bits)] = strided(false)
			t[fmt.Sprintf("vss%se%d.v", n.s, bits)] = strided(true)
			for _, order := range []string{"u", "o"} {
				t[fmt.Sprintf("vl%sx%sei%d.v", order, n.l, bits)] = indexed(false)
				t[fmt.Sprintf("vs%sx%sei%d.v", order, n.s, bits)] = indexed(true)
			}
		}
		for k := range int8(4) {
			t[fmt.Sprintf("vl%dre%d.v", 1<<k, bits)] = wholeRegisters(k, eew, false)
		}
	}
	for k := range int8(4) {
		t[fmt.Sprintf("vs%dr.v", 1<<k)] = wholeRegisters(k, eew8, true)
	}
	return t
}

// fieldsOf is NFIELDS: rows that are no segments have no such operand, and one field.
func fieldsOf(i *Inst) uint64 { return max(uint64(i.Nf), 1) }

// vectorAccess is a vector load or store, after the checks. The address of element n is base + n*stride,
// or base + index[n].
type vectorAccess struct {
	store     bool
	firstOnly bool // fault-only-first
	base      uint64
	stride    uint64
	index     []uint64
	fields    uint64
	data      group // of the first field; the others follow
	body
}

// field is the group of field f.
func (a *vectorAccess) field(f uint64) group {
	g := a.data
	g.reg += uint8(f) * g.registers()
	return g
}

// accessGroups is a load or store of data with an EEW of its own.
func (h *Hart) accessGroups(i *Inst, data group, a vectorAccess) {
	if h.startAccess(i, data, &a) {
		h.finishAccess(&a)
	}
}

// accessIndexed has data of SEW bits, and the index's EEW in the encoding.
func (h *Hart) accessIndexed(i *Inst, index group, store bool) {
	a := vectorAccess{store: store}
	if h.startAccess(i, h.single(i.Rd), &a, index) {
		a.index = a.unsigned(index, 0) // zero-extended (vector_ls_xlen_dep)
		h.finishAccess(&a)
	}
}

// startAccess makes all checks but those of memory.
func (h *Hart) startAccess(i *Inst, data group, a *vectorAccess, index ...group) bool {
	if !h.vectorTyped(i) {
		return false
	}
	a.base, a.fields, a.data = h.x[i.Rs1], fieldsOf(i), data
	span := a.fields * uint64(data.registers())
	ok := data.valid() && (a.fields == 1 || span <= 8) && uint64(data.reg)+span <= 32 // emul_nfields_rsv, vector_ls_seg_rsv
	if ok && a.store {
		sources := [2]group{data, data}
		copy(sources[1:], index)
		ok = h.legalGroups(group{}, false, false, !i.Unmasked, sources[:])
		for f := uint64(1); ok && f < a.fields && len(index) > 0; f++ {
			ok = h.legalGroups(group{}, false, false, !i.Unmasked, []group{a.field(f), index[0]})
		}
	} else if ok {
		ok = h.legalGroups(data, true, false, !i.Unmasked, index)
		for f := range a.fields { // vector_ls_seg_indexed_vreg_rsv
			ok = ok && (a.fields == 1 || h.apart(a.field(f), index...))
		}
	}
	if !ok {
		h.Illegal(i)
		return false
	}
	a.body = h.newBody(i)
	for _, s := range index {
		a.agnostic = a.agnostic || s.eew != data.eew && s.overlaps(data)
	}
	return true
}

// finishAccess transfers the elements and ends the instruction.
func (h *Hart) finishAccess(a *vectorAccess) {
	vl := h.vl
	if trim := h.m.cfg.Parameters.VectorTrim; a.firstOnly && trim > 0 && a.from == 0 && a.to > uint64(trim) {
		h.vl = uint64(trim) // vector_ff_no_exception
		a.to = h.vl
	}
	if !h.transfer(a) {
		h.vl = vl // vector_ff_op: element 0 traps, and vl is not modified
		return
	}
	if a.store {
		a.endX()
		return
	}
	for f := range a.fields {
		a.policies(a.field(f))
	}
	a.end()
}

// transfer moves the active elements, in order. Where one raises an exception vstart is that element and
// those before it are done; false says so.
func (h *Hart) transfer(a *vectorAccess) bool {
	if h.window != nil {
		h.window.drain()
	}
	if a.from >= a.to || h.transferAtOnce(a) {
		return true
	}
	size := uint64(1) << a.data.eew / 8
	for n := a.from; n < a.to; n++ {
		if !a.active(n) {
			continue
		}
		addr := a.base
		if a.index != nil {
			addr += a.index[n]
		} else {
			addr += n * a.stride
		}
		for f := range a.fields {
			g := a.field(f)
			if a.store {
				h.storeNow(addr+f*size, int(size), h.element(g, n))
			} else if v, ok := h.load(addr+f*size, int(size)); ok {
				h.setElement(g, n, v)
			}
			if !h.raised {
				continue
			}
			if a.firstOnly && n > 0 { // vector_ff_op
				h.Dismiss()
				h.vl = n
				return true
			}
			if n != a.from || f != 0 {
				h.dirtyVS()
			}
			h.vstart = n
			return false
		}
	}
	return true
}

// transferAtOnce moves contiguous elements of RAM that nothing watches.
func (h *Hart) transferAtOnce(a *vectorAccess) bool {
	size := uint64(1) << a.data.eew / 8
	if a.fields != 1 || a.v0 != nil || a.index != nil || a.stride != size || a.base&(size-1) != 0 {
		return false
	}
	off, length := a.base+a.from*size-h.m.base, (a.to-a.from)*size
	if off >= uint64(len(h.ram)) || length > uint64(len(h.ram))-off {
		return false
	}
	memory := h.ram[off : off+length]
	register := h.bytes(a.data)[a.from*size:][:length]
	heeded := ^uint8(0)
	if !a.store {
		heeded = noLoad
	}
	if a.store || h.m.pages != nil {
		for g := off >> granuleBits; g <= (off+length-1)>>granuleBits; g++ {
			if h.m.flags[g]&heeded != 0 {
				return false
			}
		}
	}
	if !a.store {
		copy(register, memory)
		return true
	}
	copy(memory, register)
	return true
}

// storeNow is a store that is not held back: indexed-ordered stores must not pass each other.
func (h *Hart) storeNow(addr uint64, size int, v uint64) {
	if h.window == nil {
		h.store(addr, size, v)
		return
	}
	addr = h.effective(Store, addr)
	if f := h.check(Access{Store, addr, size, h.dataMode()}); f != nil {
		h.Raise(f.Cause, f.Tval)
		return
	}
	h.poke(Store, addr, size, v)
}

// accessMask is vlm.v and vsm.v: bytes, as many as hold vl bits, whatever vtype is as long as it is
// legal; vstart counts bytes, and the tail is always agnostic.
func (h *Hart) accessMask(i *Inst, store bool) {
	if !h.vectorTyped(i) {
		return
	}
	e := h.newBody(i)
	e.to = (e.to + 7) / 8
	e.agnostic = true
	h.finishAccess(&vectorAccess{store: store, base: h.x[i.Rs1], stride: 1, fields: 1, data: group{reg: i.Rd, eew: eew8}, body: e})
}

// wholeRegisters loads and stores do not depend on vtype or vl, and have a vstart limit of their own.
func wholeRegisters(emul int8, eew uint8, store bool) Exec {
	return func(h *Hart, i *Inst) {
		if !h.vectorOn(i) {
			return
		}
		data := group{i.Rd, eew, emul}
		to := uint64(data.registers()) * h.vlenb * 8 >> eew
		if !data.valid() || h.vstart >= to && !h.m.cfg.Parameters.VectorStartBeyond {
			h.Illegal(i)
			return
		}
		e := body{h: h, from: h.vstart, to: to}
		a := vectorAccess{store: store, base: h.x[i.Rs1], stride: 1 << eew / 8, fields: 1, data: data, body: e}
		if !h.transfer(&a) {
			return
		}
		if store {
			a.endX()
		} else {
			a.end()
		}
	}
}
