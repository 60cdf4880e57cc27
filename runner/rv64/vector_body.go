package rv64

import "encoding/binary"

// body is a vector instruction in execution, after all checks: the elements that it works on. How an
// instruction is made of it:
//
//	func (h *Hart, i *Inst) {
//		d, a, b := h.single(i.Rd), h.single(i.Rs2), h.single(i.Rs1)
//		e, ok := h.vector(i, d, a, b)    // checks everything; false: an exception has been raised
//		if !ok {
//			return
//		}
//		x, y, z := e.signed(a, 0), e.signed(b, 1), e.space(2)
//		for n := e.from; n < e.to; n++ {
//			if e.active(n) {
//				z[n] = x[n] + y[n]
//			}
//		}
//		e.write(d, z)                    // active elements only; then inactive and tail by policy
//		e.end()                          // vstart = 0, VS = Dirty
//	}
//
// Operands are staged as 64-bit elements in one of four scratch spaces (0 to 3), so that the computation
// does not depend on EEW, may overlap its destination, and widens or narrows by its groups alone.
// The slices are indexed by element number; only [from, to) has been read. In short:
//
//	starting   h.vector(i, d, sources…)     arithmetic: VS, vill, vstart, groups and overlaps; an
//	                                        instruction that reads vd names it among its sources, too
//	           h.vectorScalar(i, d, sources…)   reductions: vstart must be 0, d may overlap anything
//	           h.vectorToX(i, sources…)     no destination group: vcpop.m, vmv.x.s
//	groups     h.single, h.wide, h.scaled, mask, element0; h.apart for the stricter rule of slides
//	reading    e.unsigned(g, k), e.signed(g, k), e.splat(v, k), e.space(k), h.element(g, n)
//	           e.lanes(op, d, a, b): op on all elements of the body, by slices, when it has no side effects
//	           e.each(d, a, b, f), e.each1(d, a, f): f on the active elements only, and the result written
//	writing    e.write(g, values), h.setElement(g, n, v), e.scalar(g, v) for element 0 with its tail
//	ending     e.end(); e.endX() for instructions that write no vector register
type body struct {
	h        *Hart
	v0       []byte // the mask, nil when the instruction is not masked
	from, to uint64 // body elements; from >= to: nothing is written, not even the tail
	agnostic bool   // source and destination overlap with different EEW (vreg_overlap_agn)
}

// vectorOn checks what every vector instruction needs: mstatus.VS is not Off.
func (h *Hart) vectorOn(i *Inst) bool {
	if h.mstatus&statusVS == contextOff {
		h.Illegal(i)
		return false
	}
	return true
}

// vectorTyped checks what every instruction that depends on vtype needs, and that vstart is an element
// index (vstart_val_rsv).
func (h *Hart) vectorTyped(i *Inst) bool {
	if !h.vectorOn(i) {
		return false
	}
	if h.vill || h.vstart >= h.vlmax && !h.m.cfg.Parameters.VectorStartBeyond {
		h.Illegal(i)
		return false
	}
	return true
}

// vector starts an arithmetic instruction that writes d. It checks everything that can make such an
// instruction illegal, and reports whether it may execute.
func (h *Hart) vector(i *Inst, d group, sources ...group) (body, bool) {
	if !h.vectorTyped(i) {
		return body{}, false
	}
	if h.vstart != 0 && h.m.cfg.Parameters.VectorStartTraps || !h.legalGroups(d, true, false, !i.Unmasked, sources) {
		h.Illegal(i)
		return body{}, false
	}
	e := h.newBody(i)
	for _, s := range sources {
		e.agnostic = e.agnostic || s.eew != d.eew && s.overlaps(d)
	}
	return e, true
}

// vectorScalar starts a reduction: d is a scalar, and vstart must be zero (vreduction_vstart_n0_ill).
func (h *Hart) vectorScalar(i *Inst, d group, sources ...group) (body, bool) {
	if !h.vectorTyped(i) {
		return body{}, false
	}
	if h.vstart != 0 || !h.legalGroups(d, true, true, !i.Unmasked, sources) {
		h.Illegal(i)
		return body{}, false
	}
	return h.newBody(i), true
}

// vectorToX starts an instruction that writes no vector register.
func (h *Hart) vectorToX(i *Inst, sources ...group) (body, bool) {
	if !h.vectorTyped(i) {
		return body{}, false
	}
	if h.vstart != 0 && h.m.cfg.Parameters.VectorStartTraps || !h.legalGroups(group{}, false, false, !i.Unmasked, sources) {
		h.Illegal(i)
		return body{}, false
	}
	return h.newBody(i), true
}

func (h *Hart) newBody(i *Inst) body {
	e := body{h: h, from: h.vstart, to: min(h.vl, h.vlmax)} // vl is no more, unless SetVL says so
	if !i.Unmasked {
		e.v0 = h.v[:h.vlenb]
	}
	return e
}

// end finishes an instruction that may have changed vector registers.
func (e *body) end() {
	e.h.vstart = 0
	e.h.dirtyVS()
}

// endX finishes an instruction that has not.
func (e *body) endX() { e.h.endStart() }

// endStart resets vstart, which is all the vector state that a store or a move to x changes.
func (h *Hart) endStart() {
	if h.vstart != 0 {
		h.vstart = 0
		h.dirtyVS()
	}
}

// active reports whether the mask enables element n.
func (e *body) active(n uint64) bool { return e.v0 == nil || e.v0[n>>3]>>(n&7)&1 != 0 }

// space is scratch space k for elements up to e.to.
func (e *body) space(k int) []uint64 { return e.h.space(k, e.to) }

func (h *Hart) space(k int, n uint64) []uint64 {
	if n > uint64(len(h.scratch[k])) {
		h.scratch[k] = make([]uint64, max(n, 64))
	}
	return h.scratch[k][:n]
}

// bytes is the group's registers, and any that follow.
func (h *Hart) bytes(g group) []byte { return h.v[uint64(g.reg)*h.vlenb:] }

// unsigned reads the body's elements of g zero-extended into space k.
func (e *body) unsigned(g group, k int) []uint64 {
	x := e.space(k)
	e.h.readElements(x, g, e.from, e.to)
	return x
}

// signed reads the body's elements of g sign-extended into space k.
func (e *body) signed(g group, k int) []uint64 {
	x := e.space(k)
	b := e.h.bytes(g)
	from, to := e.from, e.to
	switch g.eew {
	case eew8:
		for n := from; n < to; n++ {
			x[n] = uint64(int8(b[n]))
		}
	case eew16:
		for n := from; n < to; n++ {
			x[n] = uint64(int16(binary.LittleEndian.Uint16(b[2*n:])))
		}
	case eew32:
		for n := from; n < to; n++ {
			x[n] = uint64(int32(binary.LittleEndian.Uint32(b[4*n:])))
		}
	default:
		e.h.readElements(x, g, from, to)
	}
	return x
}

// readElements reads elements [from, to) of g zero-extended.
func (h *Hart) readElements(x []uint64, g group, from, to uint64) {
	b := h.bytes(g)
	switch g.eew {
	case eewMask:
		for n := from; n < to; n++ {
			x[n] = uint64(b[n>>3] >> (n & 7) & 1)
		}
	case eew8:
		for n := from; n < to; n++ {
			x[n] = uint64(b[n])
		}
	case eew16:
		for n := from; n < to; n++ {
			x[n] = uint64(binary.LittleEndian.Uint16(b[2*n:]))
		}
	case eew32:
		for n := from; n < to; n++ {
			x[n] = uint64(binary.LittleEndian.Uint32(b[4*n:]))
		}
	default:
		for n := from; n < to; n++ {
			x[n] = binary.LittleEndian.Uint64(b[8*n:])
		}
	}
}

// splat fills space k with a scalar.
func (e *body) splat(v uint64, k int) []uint64 {
	x := e.space(k)
	for n := e.from; n < e.to; n++ {
		x[n] = v
	}
	return x
}

// element reads element n of g zero-extended.
func (h *Hart) element(g group, n uint64) uint64 {
	b := h.bytes(g)
	switch g.eew {
	case eewMask:
		return uint64(b[n>>3] >> (n & 7) & 1)
	case eew8:
		return uint64(b[n])
	case eew16:
		return uint64(binary.LittleEndian.Uint16(b[2*n:]))
	case eew32:
		return uint64(binary.LittleEndian.Uint32(b[4*n:]))
	default:
		return binary.LittleEndian.Uint64(b[8*n:])
	}
}

// setElement writes element n of g with the low bits of v.
func (h *Hart) setElement(g group, n, v uint64) {
	b := h.bytes(g)
	switch g.eew {
	case eewMask:
		b[n>>3] = b[n>>3]&^(1<<(n&7)) | byte(v&1)<<(n&7)
	case eew8:
		b[n] = byte(v)
	case eew16:
		binary.LittleEndian.PutUint16(b[2*n:], uint16(v))
	case eew32:
		binary.LittleEndian.PutUint32(b[4*n:], uint32(v))
	default:
		binary.LittleEndian.PutUint64(b[8*n:], v)
	}
}

// write writes the active elements of the body from x, truncated, and then does to the inactive and
// tail elements what the policies say.
func (e *body) write(g group, x []uint64) {
	if e.v0 != nil || g.eew == eewMask {
		// A destination that is the mask itself is written behind the bit that is read.
		for n := e.from; n < e.to; n++ {
			if e.active(n) {
				e.h.setElement(g, n, x[n])
			}
		}
	} else {
		e.h.writeElements(g, x, e.from, e.to)
	}
	e.policies(g)
}

func (h *Hart) writeElements(g group, x []uint64, from, to uint64) {
	b := h.bytes(g)
	switch g.eew {
	case eew8:
		for n := from; n < to; n++ {
			b[n] = byte(x[n])
		}
	case eew16:
		for n := from; n < to; n++ {
			binary.LittleEndian.PutUint16(b[2*n:], uint16(x[n]))
		}
	case eew32:
		for n := from; n < to; n++ {
			binary.LittleEndian.PutUint32(b[4*n:], uint32(x[n]))
		}
	default:
		for n := from; n < to; n++ {
			binary.LittleEndian.PutUint64(b[8*n:], x[n])
		}
	}
}

// policies overwrites agnostic inactive and tail elements with ones where Parameters ask for it.
// Everything else stays undisturbed; with vstart >= vl, even the tail does (vstart_vl_dep).
func (e *body) policies(g group) {
	if e.h.m.cfg.Parameters.VectorAgnosticOnes && e.from < e.to {
		if e.v0 != nil && (e.h.vma || e.agnostic) {
			e.onesInactive(g)
		}
		// Tails of masks are always agnostic (vreg_mask_tail_agn).
		if e.h.vta || e.agnostic || g.eew == eewMask {
			e.h.onesTail(g, e.to)
		}
	}
}

func (e *body) onesInactive(g group) {
	if g.eew == eewMask && g.reg == 0 {
		return // the mask has been overwritten: undisturbed is as good
	}
	for n := e.from; n < e.to; n++ {
		if !e.active(n) {
			e.h.setElement(g, n, ^uint64(0))
		}
	}
}

// onesTail writes ones from element n to the end of the group's last register: a fraction of a register
// has its tail in the rest of it (vreg_flmul_op).
func (h *Hart) onesTail(g group, n uint64) {
	for end := uint64(g.registers()) * h.vlenb * 8 >> g.eew; n < end; n++ {
		h.setElement(g, n, ^uint64(0))
	}
}

// lanes is an operation without side effects on whole slices of elements: d holds the destination's old
// elements when the instruction reads them, and receives the results. sew is SEW in bits.
type lanes func(d, a, b []uint64, sew uint64)

// pairwise makes lanes of a function of two elements.
func pairwise(f func(a, b, sew uint64) uint64) lanes {
	return func(d, a, b []uint64, sew uint64) {
		b, d = b[:len(a)], d[:len(a)]
		for n, x := range a {
			d[n] = f(x, b[n], sew)
		}
	}
}

// lanes applies op to the body.
func (e *body) lanes(op lanes, d, a, b []uint64) {
	if e.from < e.to {
		op(d[e.from:e.to], a[e.from:e.to], b[e.from:e.to], 1<<e.h.sew)
	}
}

// each writes f of the active elements of a and b to d. It is for operations with side effects, which
// inactive elements must not have; a and b are slices that unsigned, signed or splat gave.
func (e *body) each(d group, a, b []uint64, f func(a, b uint64) uint64) {
	z := e.space(3)
	for n := e.from; n < e.to; n++ {
		if e.active(n) {
			z[n] = f(a[n], b[n])
		}
	}
	e.write(d, z)
}

// each1 is each with one operand.
func (e *body) each1(d group, a []uint64, f func(a uint64) uint64) {
	z := e.space(3)
	for n := e.from; n < e.to; n++ {
		if e.active(n) {
			z[n] = f(a[n])
		}
	}
	e.write(d, z)
}

// scalar writes element 0 of d, whose other elements are tail. With vstart >= vl nothing is written, and
// with another vstart than 0 element 0 is prestart.
func (e *body) scalar(d group, v uint64) {
	if e.from >= e.to {
		return
	}
	if e.from == 0 {
		e.h.setElement(d, 0, v)
	}
	if e.h.m.cfg.Parameters.VectorAgnosticOnes && e.h.vta {
		e.h.onesTail(d, 1)
	}
}
