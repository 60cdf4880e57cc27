package rv64

func extZicsr() functions {
	set := func(old, v uint64) uint64 { return old | v }
	clear := func(old, v uint64) uint64 { return old &^ v }
	write := func(_, v uint64) uint64 { return v }
	x := func(h *Hart, i *Inst) uint64 { return h.x[i.Rs1] }
	uimm := func(_ *Hart, i *Inst) uint64 { return uint64(i.Rs1) }

	// csrrw does not read when rd = x0; csrrs and csrrc do not write when rs1 = x0, whatever value
	// another rs1 holds.
	always := func(*Inst) bool { return true }
	ifRd := func(i *Inst) bool { return i.Rd != 0 }
	ifRs1 := func(i *Inst) bool { return i.Rs1 != 0 }
	return functions{
		"csrrw":  csr(x, write, ifRd, always),
		"csrrs":  csr(x, set, always, ifRs1),
		"csrrc":  csr(x, clear, always, ifRs1),
		"csrrwi": csr(uimm, write, ifRd, always),
		"csrrsi": csr(uimm, set, always, ifRs1),
		"csrrci": csr(uimm, clear, always, ifRs1),
	}
}

func csr(source func(*Hart, *Inst) uint64, combine func(old, v uint64) uint64, reads, writes func(*Inst) bool) Exec {
	return func(h *Hart, i *Inst) {
		n := uint16(i.Imm) & 0xfff
		if h.window != nil {
			h.window.drain()
		}
		if !h.csrAllowed(n, writes(i)) {
			h.Illegal(i)
			return
		}
		c, v := h.m.csrTable[n], source(h, i)
		var old uint64
		if reads(i) && c.Read != nil {
			old = c.Read(h)
		}
		if writes(i) && c.Write != nil {
			c.Write(h, combine(old, v))
			if h.event != nil {
				h.event.CSRs = append(h.event.CSRs, n)
			}
		}
		h.SetX(i.Rd, old)
	}
}
