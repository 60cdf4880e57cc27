package rv64

// runBlocks executes whole blocks as long as they fit the budget, and reports whether it executed
// anything. It returns when an instruction trapped or did something that the caller must look at:
// interrupts, modes, protection, the end.
func (h *Hart) runBlocks(budget uint64) bool {
	b := h.lookup(h.pc)
	if b == nil || uint64(b.count) > budget {
		return false
	}
	h.m.running, h.leave = h, false
	i, left := &b.head, budget
	var target uint64
	for {
		var reason why
		i, left, target, reason = spin(&h.x, i.next, left, h.ram, h.m.flags, h.blocks().direct)
		switch reason {
		case toFuse:
			if h.fusedD(i) {
				continue
			}
			fallthrough
		case toCall:
			h.pc = i.pc
			next := h.pc + uint64(i.inst.Size)
			h.next = next
			h.ahead = budget - left + uint64(i.count) - 1
			i.inst.fn(h, i.inst)
			if h.raised || h.leave {
				h.settle(h.ahead + 1)
				h.endInstruction()
				return true
			}
			if h.next == next {
				continue
			}
			left -= uint64(i.count)
			target = h.next
			b = h.lookup(target)
		case toLink:
			left -= uint64(i.count)
			target = i.target()
			b = h.lookup(target)
			i.link = b
		case toLookUp:
			b = h.lookup(target)
		case toEnd:
			b = nil
		}
		if b == nil || uint64(b.count) > left {
			h.pc = target
			h.settle(budget - left)
			return true
		}
		i = &b.head
	}
}

// target is where a direct jump goes.
func (i *micro) target() uint64 {
	if i.op == opEnd {
		return i.pc
	}
	return i.pc + uint64(i.inst.Imm)
}

// settle brings the counts up to date when the fast loop leaves.
func (h *Hart) settle(done uint64) {
	h.ahead = 0
	h.steps += done
	h.m.elapsed += done
	h.m.running = nil
}
