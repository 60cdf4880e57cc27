package probe

import "fmt"

// memory is what questions about misaligned accesses find in the data area: at each of its first
// bytes another one.
func memory() map[int]uint64 {
	data := map[int]uint64{}
	for off := 0; off < 128; off += 8 {
		for i := range 8 {
			data[off] |= uint64(off+i+1) << (8 * i)
		}
	}
	return data
}

// misaligned are accesses by their instruction: within a doubleword, and across what may be a cache block.
func misaligned() []struct {
	insn   string
	offset int
	size   int
} {
	type access = struct {
		insn         string
		offset, size int
	}
	var out []access
	for _, insn := range []struct {
		load, store string
		size        int
	}{{"lhu", "sh", 2}, {"lwu", "sw", 4}, {"ld", "sd", 8}} {
		for _, offset := range []int{1, 63} {
			out = append(out, access{insn.load, offset, insn.size}, access{insn.store, offset, insn.size})
		}
	}
	return out
}

// misalignedID names the question about an access.
func misalignedID(insn string, offset int) string {
	return fmt.Sprintf("misaligned:%s:%d", insn, offset)
}

// pmpEntries is how many entries of protection there can be.
const pmpEntries = 64

// reservations are distances from an lr at which an sc may still succeed.
func reservations() []int { return []int{8, 16, 32, 64, 128, 256} }

// questions are all that the environment lets us ask.
func (p *prober) questions() []question {
	list := []question{
		{id: "csr:misa", text: "csrr a0, misa", machine: true},
		{id: "csr:mvendorid", text: "csrr a0, mvendorid", machine: true},
		{id: "csr:marchid", text: "csrr a0, marchid", machine: true},
		{id: "csr:mimpid", text: "csrr a0, mimpid", machine: true},
		{id: "csr:mcounteren", text: "csrr a0, mcounteren", machine: true}, // the runtime has written 7
		{id: "vlenb", text: "csrr a0, vlenb"},
		{id: "mode:U", text: "li a0, 42", user: true, machine: true},
		{id: "mode:S", text: "csrr a1, sstatus; li a0, 42", machine: true},
		{id: "mode:HS", text: "csrr a1, hstatus; li a0, 42", machine: true},
		{id: "counter:cycle", text: "csrr a1, cycle; li a0, 42", user: true},
		{id: "counter:time", text: "csrr a1, time; li a0, 42", user: true},
		{id: "counter:instret", text: "csrr a1, instret; li a0, 42", user: true},
		{id: "masking:7", text: maskingText(2), machine: true},
		{id: "masking:16", text: maskingText(3), machine: true},
		{id: "cbo.zero", text: "cbo.zero (a5); li a0, 42", data: memory()},
	}
	for _, t := range trials() {
		list = append(list, question{id: "extension:" + t.extension, text: t.text, machine: t.machine})
	}
	for _, m := range misaligned() {
		text := fmt.Sprintf("%s a0, %d(a5)", m.insn, m.offset)
		if m.insn[0] == 's' {
			text = fmt.Sprintf("li a1, -1; %s a1, %d(a5)", m.insn, m.offset)
		}
		list = append(list, question{id: misalignedID(m.insn, m.offset), text: text, data: memory()})
	}
	for i := range pmpEntries {
		list = append(list, question{
			id: fmt.Sprintf("pmp:%d", i), machine: true,
			text: fmt.Sprintf("li a1, -1; csrrw a2, %#x, a1; csrr a0, %#x; csrw %#x, a2", 0x3b0+i, 0x3b0+i, 0x3b0+i),
		})
	}
	for _, d := range reservations() {
		list = append(list, question{
			id:   fmt.Sprintf("reservation:%d", d),
			text: fmt.Sprintf("li a4, 16; addi a2, a5, %d; 1: lr.d a1, (a5); sc.d a0, x0, (a2); beqz a0, 2f; addi a4, a4, -1; bnez a4, 1b; 2: snez a0, a0", d),
		})
	}
	asked := list[:0]
	for _, q := range list {
		if !q.machine || !p.linux {
			asked = append(asked, q)
		}
	}
	return asked
}

// maskingText writes menvcfg.PMM and reads it back.
func maskingText(pmm int) string {
	return fmt.Sprintf("li a1, 3; slli a1, a1, 32; li a2, %d; slli a2, a2, 32; csrc menvcfg, a1; csrs menvcfg, a2; csrr a0, menvcfg; csrc menvcfg, a1; srli a0, a0, 32; andi a0, a0, 3", pmm)
}
