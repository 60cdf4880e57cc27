package rv64

import "slices"

// A hart whose Ordering is not Early keeps syntactic dependencies by issuing late: what an instruction
// reads has been performed before. An Early one executes at once what needs no value, as a register
// renamer does with "xor a0, a1, a1", and then owes the order to what depends on it (rules 9 to 13 of
// preserved program order).

// operations is a set of operations that have been issued, by their ids.
type operations []uint64

// dependencies is what an Early window knows of operations that have not been performed.
type dependencies struct {
	issued    uint64         // the last id
	registers [32]operations // what a register's value depends on syntactically
	address   operations     // of the access that is being issued: what its address depends on
	data      operations     // what its data depends on
	control   operations     // what branches depended on
	addresses operations     // what addresses of accesses depended on
}

// depend settles what an instruction needs and notes what depends on what.
func (w *window) depend(i *Inst) {
	d := &w.deps
	d.address, d.data = nil, nil
	rs1, rs2, rd := i.Rs1&31, i.Rs2&31, i.Rd&31
	switch op := i.op; {
	case idiom(i):
		w.settle(rd)
		d.registers[rd] = w.union(w.behind(rs1), w.behind(rs2))
	case op > opNop && op <= opBclri:
		w.settleAll(rs1, rs2, rd)
		d.registers[rd] = w.union(d.registers[rs1], d.registers[rs2])
	case op >= opLb && op <= opLwu:
		w.settleAll(rs1, rd)
		d.address, d.registers[rd] = d.registers[rs1], nil
	case op >= opSb && op <= opSd:
		w.settleAll(rs1, rs2)
		d.address, d.data = d.registers[rs1], d.registers[rs2]
	case op >= opBeq && op <= opBgeu:
		if i.Imm != int64(i.Size) { // else both ways lead to the same place
			w.settleAll(rs1, rs2)
		}
		d.control = w.union(d.control, w.behind(rs1), w.behind(rs2))
	default:
		w.settleAll(rs1, rs2, rd)
		w.await(w.union(d.registers[rs1], d.registers[rs2], d.registers[rd], d.control, d.addresses))
		d.registers[rd] = nil
	}
	d.registers[0] = nil
}

// idiom reports whether an instruction gives zero whatever its operands hold.
func idiom(i *Inst) bool {
	switch i.op {
	case opXor, opSub:
		return i.Rs1 == i.Rs2
	case opAndi:
		return i.Imm == 0
	}
	return false
}

func (w *window) settleAll(registers ...uint8) {
	for _, r := range registers {
		w.settle(r)
	}
}

// behind is what a register depends on: the operation that will write it, and what its value does.
func (w *window) behind(r uint8) operations {
	if r == 0 {
		return nil
	}
	s := w.deps.registers[r]
	for k := range w.ops {
		if o := &w.ops[k]; o.reads() && o.rd == r {
			s = append(slices.Clone(s), o.id)
		}
	}
	return s
}

// union is what is in one of the sets and has not been performed.
func (w *window) union(sets ...operations) (all operations) {
	for k := range w.ops {
		id := w.ops[k].id
		if slices.ContainsFunc(sets, func(s operations) bool { return slices.Contains(s, id) }) {
			all = append(all, id)
		}
	}
	return all
}

// await performs operations.
func (w *window) await(s operations) {
	for k := 0; k < len(w.ops); k++ {
		if slices.Contains(s, w.ops[k].id) {
			w.force(k)
			k = -1
		}
	}
}

// owe numbers an operation that is being issued, and says what it must follow.
func (w *window) owe(o *operation) {
	d := &w.deps
	d.issued++
	o.id = d.issued
	owed := func(rule Rules, s operations) {
		if w.cfg.Ignore&rule == 0 {
			o.after = append(o.after, s...)
		}
	}
	if o.kind == barrier {
		return
	}
	owed(AddressDependencies, d.address)
	if o.writes() {
		owed(DataDependencies, d.data)
		owed(ControlDependencies, d.control)
		owed(AddressesBefore, d.addresses)
	}
	o.after = w.union(o.after)
	d.control = w.union(d.control)
	d.addresses = w.union(d.addresses, d.address)
}

// depends reports whether b, at position k, depends on a: as itself says, or because it returns what a
// store wrote whose address or data depends on a.
func (w *window) depends(a, b *operation, k int) bool {
	if slices.Contains(b.after, a.id) {
		return true
	}
	if b.kind != plainLoad || w.cfg.Ignore&ForwardedDependencies != 0 {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		if s := &w.ops[j]; s.kind == plainStore && s.covers(b.addr, b.size) {
			return slices.Contains(s.after, a.id)
		}
	}
	return false
}
