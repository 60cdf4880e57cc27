package rv64

import "testing"

// What a CSR reads after a value was written to it.
func TestWARL(t *testing.T) {
	const ones = ^uint64(0)
	for _, test := range []struct {
		name  string
		p     Parameters
		csr   uint16
		write []uint64
		want  uint64
	}{
		{"mstatus: only fields that exist", Parameters{}, csrMstatus, []uint64{ones}, statusMIE | statusMPIE | statusMPP | statusMPRV | statusTW | statusUXL | statusMPELP | statusFS | statusSD},
		{"mstatus.MPP keeps a legal mode", Parameters{}, csrMstatus, []uint64{3 << 11, 1 << 11}, 3<<11 | statusUXL},
		{"mstatus.MPP falls back to U", Parameters{PreviousModeToUser: true}, csrMstatus, []uint64{3 << 11, 2 << 11}, statusUXL},
		{"misa is read-only", Parameters{}, csrMisa, []uint64{0}, 2<<62 | 1<<0 | 1<<1 | 1<<2 | 1<<3 | 1<<5 | 1<<8 | 1<<12 | 1<<20},
		{"misa may be zero", Parameters{MISAZero: true}, csrMisa, []uint64{ones}, 0},
		{"mtvec", Parameters{}, csrMtvec, []uint64{base | 1}, base | 1},
		{"mtvec reserved mode", Parameters{}, csrMtvec, []uint64{base | 1, base + 0x100 | 3}, base + 0x100 | 1},
		{"mtvec direct only", Parameters{DirectOnly: true}, csrMtvec, []uint64{base | 1}, base},
		{"mtvec aligned to 256", Parameters{TrapVectorAlign: 256}, csrMtvec, []uint64{base + 0x1fc}, base + 0x100},
		{"mepc bit 0", Parameters{}, csrMepc, []uint64{ones}, ones &^ 1},
		{"mie", Parameters{}, csrMie, []uint64{ones}, 1<<3 | 1<<7 | 1<<11},
		{"mip is read-only", Parameters{}, csrMip, []uint64{ones}, 0},
		{"mcounteren", Parameters{}, csrMcounteren, []uint64{ones}, 1<<32 - 1},
		{"mcountinhibit: no TM", Parameters{}, csrMcountinhibit, []uint64{ones}, 5},
		{"mhpmcounter3", Parameters{}, csrMhpmcounter3, []uint64{ones}, 0},
		{"mhpmevent31", Parameters{}, csrMhpmevent3 + 28, []uint64{ones}, 0},
		{"mscratch", Parameters{}, csrMscratch, []uint64{ones}, ones},
		{"mtval", Parameters{}, csrMtval, []uint64{ones}, ones},
		{"menvcfg", Parameters{}, csrMenvcfg, []uint64{ones}, 3<<32 | 0b11111101},
		{"menvcfg, all that can be zero", Parameters{MenvcfgZero: ones}, csrMenvcfg, []uint64{ones}, 0},
		{"menvcfg.CBIE 1", Parameters{}, csrMenvcfg, []uint64{1 << 4}, 1 << 4},
		{"menvcfg.CBIE 2 is reserved", Parameters{}, csrMenvcfg, []uint64{1 << 4, 2 << 4}, 1 << 4},
		{"menvcfg.CBIE flushes only", Parameters{FlushOnly: true}, csrMenvcfg, []uint64{3 << 4}, 1 << 4},
		{"menvcfg.PMM 2", Parameters{}, csrMenvcfg, []uint64{2 << 32}, 2 << 32},
		{"menvcfg.PMM 1 is reserved", Parameters{}, csrMenvcfg, []uint64{3 << 32, 1 << 32}, 3 << 32},
		{"menvcfg.PMM without 16 bits", Parameters{MaskLength: 7}, csrMenvcfg, []uint64{2 << 32, 3 << 32}, 2 << 32},
		{"menvcfg.PMM without 7 bits", Parameters{MaskLength: 16}, csrMenvcfg, []uint64{2 << 32}, 0},
		{"menvcfg.PMM off", Parameters{MaskLength: 16}, csrMenvcfg, []uint64{3 << 32, 0}, 0},
		{"mseccfg.MLPE", Parameters{}, csrMseccfg, []uint64{ones}, 1 << 10},
		{"mseccfg.MLPE read-only 0", Parameters{MseccfgZero: ones}, csrMseccfg, []uint64{ones}, 0},
		{"ssp is aligned to XLEN", Parameters{}, csrSSP, []uint64{ones}, ones - 7},
		{"hpmcounter3 is read-only", Parameters{}, csrHpmcounter3, []uint64{ones}, 0},
		{"pmpaddr has 54 bits", Parameters{}, csrPmpaddr0, []uint64{ones}, 1<<54 - 1},
		{"pmpcfg reserved bits and W without R", Parameters{}, csrPmpcfg0, []uint64{0x7f_62_1f}, 0x1f_00_1f},
		{"no NA4 with a granularity of 8", Parameters{PMPGranularity: 8}, csrPmpcfg0, []uint64{pmpTOR, pmpNA4}, pmpTOR},
		{"pmpaddr of TOR with a granularity of 16", Parameters{PMPGranularity: 16}, csrPmpaddr0, []uint64{0xff}, 0xfc},
	} {
		m := machine(t, Config{Parameters: test.p})
		h := m.Hart(0)
		for _, v := range test.write {
			if !h.SetCSR(test.csr, v) {
				t.Fatalf("%s: no such CSR", test.name)
			}
		}
		if got, _ := h.CSR(test.csr); got != test.want {
			t.Errorf("%s: wrote %#x, read %#x, want %#x", test.name, test.write, got, test.want)
		}
	}
}

// Counters are exact, a write beats the increment, and inhibited counters stand still.
func TestCounters(t *testing.T) {
	c := newCode(t).
		op("csrrs", 5, csrMinstret, 0).  // 0
		op("csrrw", 6, csrMinstret, 20). // 1; x20 = 100
		op("csrrs", 7, csrMinstret, 0).  // 100: the write replaced the increment
		op("csrrs", 8, csrInstret, 0).   // 101
		op("csrrwi", 0, csrMcountinhibit, 5).
		op("csrrs", 9, csrMinstret, 0). // 103: the instruction that inhibits still counts
		op("csrrs", 10, csrMinstret, 0).
		op("csrrw", 0, csrMinstret, 0).
		op("csrrwi", 0, csrMcountinhibit, 0).
		op("csrrs", 11, csrMinstret, 0). // 1: runs again from 0 after the write
		op("csrrs", 12, csrMcycle, 0).
		op("csrrs", 13, csrMcycle, 0).
		op("csrrs", 14, csrTime, 0).
		op("csrrs", 15, csrTime, 0)
	both(t, Config{}, 14, func(m *Machine) {
		c.load(m)
		m.Hart(0).SetX(20, 100)
	}, func(loop string, m *Machine) {
		h := m.Hart(0)
		for _, w := range []struct {
			reg  uint8
			want uint64
		}{{5, 0}, {6, 1}, {7, 100}, {8, 101}, {9, 103}, {10, 103}, {11, 0}, {13, h.X(12) + 1}, {14, 12}, {15, 13}} {
			if got := h.X(w.reg); got != w.want {
				t.Errorf("%s: x%d = %d, want %d", loop, w.reg, got, w.want)
			}
		}
	})
}

// Instructions that trap do not retire, unless a legal variant counts them.
func TestTrapsDoNotRetire(t *testing.T) {
	for _, counts := range []bool{false, true} {
		c := newCode(t).op("c.nop", 0).op("ecall")
		both(t, Config{Parameters: Parameters{RetireTraps: counts}}, 2, func(m *Machine) { c.load(m) }, func(loop string, m *Machine) {
			got, _ := m.Hart(0).CSR(csrMinstret)
			cycles, _ := m.Hart(0).CSR(csrMcycle)
			if want := 1 + flag(counts); got != want || cycles != 2 {
				t.Errorf("%s: minstret %d, mcycle %d; want %d, 2", loop, got, cycles, want)
			}
		})
	}
}

// mcounteren opens counters to U mode one by one.
func TestCounterEnable(t *testing.T) {
	for bit, csr := range []uint16{csrCycle, csrTime, csrInstret} {
		for enabled := range uint64(8) {
			m := machine(t, Config{})
			newCode(t).op("csrrs", 5, int64(csr), 0).load(m)
			h := m.Hart(0)
			h.SetCSR(csrPmpaddr0, pmpAddrMask)
			h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW|pmpX)
			h.SetCSR(csrMcounteren, enabled)
			h.SetMode(U)
			e := m.Step(0)
			if trapped := e.Trap != nil; trapped == (enabled>>bit&1 != 0) {
				t.Errorf("csr %#x with mcounteren %#x: trap %v", csr, enabled, e.Trap)
			}
		}
	}
}

// csrrw with rd = x0 does not read, csrrs and csrrc with rs1 = x0 do not write.
func TestCSRSideEffects(t *testing.T) {
	for _, test := range []struct {
		name          string
		operands      []int64
		reads, writes int
		value         uint64
	}{
		{"csrrw", []int64{0, csrMscratch, 6}, 0, 1, 0x0f}, {"csrrw", []int64{5, csrMscratch, 6}, 1, 1, 0x0f}, {"csrrw", []int64{5, csrMscratch, 0}, 1, 1, 0},
		{"csrrs", []int64{0, csrMscratch, 0}, 1, 0, 0xf3}, {"csrrs", []int64{5, csrMscratch, 6}, 1, 1, 0xff}, {"csrrs", []int64{5, csrMscratch, 7}, 1, 1, 0xf3},
		{"csrrc", []int64{5, csrMscratch, 0}, 1, 0, 0xf3}, {"csrrc", []int64{5, csrMscratch, 6}, 1, 1, 0xf0},
		{"csrrwi", []int64{0, csrMscratch, 17}, 0, 1, 17}, {"csrrwi", []int64{5, csrMscratch, 0}, 1, 1, 0},
		{"csrrsi", []int64{5, csrMscratch, 0}, 1, 0, 0xf3}, {"csrrsi", []int64{5, csrMscratch, 31}, 1, 1, 0xff},
		{"csrrci", []int64{5, csrMscratch, 0}, 1, 0, 0xf3}, {"csrrci", []int64{5, csrMscratch, 19}, 1, 1, 0xe0},
	} {
		reads, writes := 0, 0
		m := machine(t, Config{Hooks: Hooks{CSR: map[uint16]func(CSR) CSR{csrMscratch: func(c CSR) CSR {
			return CSR{
				func(h *Hart) uint64 { reads++; return c.Read(h) },
				func(h *Hart, v uint64) { writes++; c.Write(h, v) },
			}
		}}}})
		newCode(t).op(test.name, test.operands...).load(m)
		h := m.Hart(0)
		h.mscratch = 0xf3
		h.SetX(6, 0x0f)
		m.Step(0)
		if reads != test.reads || writes != test.writes || h.mscratch != test.value {
			t.Errorf("%s %v: %d reads, %d writes, value %#x; want %d, %d, %#x", test.name, test.operands, reads, writes, h.mscratch, test.reads, test.writes, test.value)
		}
		if test.reads == 1 && test.operands[0] != 0 && h.X(5) != 0xf3 {
			t.Errorf("%s %v: rd = %#x, want the old value", test.name, test.operands, h.X(5))
		}
	}
}

// Fields and CSRs belong to their extensions.
func TestFieldsOfExtensions(t *testing.T) {
	const ones = ^uint64(0)
	for _, test := range []struct {
		extensions []string
		csr        uint16
		want       uint64 // after a write of ones
		exists     bool
	}{
		{[]string{"I"}, csrMenvcfg, 1, true},
		{[]string{"I", "Zicbom"}, csrMenvcfg, 1 | 7<<4, true},
		{[]string{"I", "Zicboz"}, csrMenvcfg, 1 | 1<<7, true},
		{[]string{"I", "Supm"}, csrMenvcfg, 1 | 3<<32, true},
		{[]string{"I", "Zicfilp"}, csrMenvcfg, 1 | 1<<2, true},
		{[]string{"I", "Zicfiss"}, csrMenvcfg, 1 | 1<<3, true},
		{[]string{"I"}, csrMseccfg, 0, false},
		{[]string{"I"}, csrSSP, 0, false},
		{[]string{"I"}, csrHpmcounter3, 0, false},
		{[]string{"I"}, csrHpmcounter31, 0, false},
		{[]string{"I", "Zihpm"}, csrHpmcounter31, 0, true},
		{[]string{"I"}, csrMcounteren, 7, true},
		{[]string{"I"}, csrMstatus, statusMIE | statusMPIE | statusMPP | statusMPRV | statusTW | statusUXL, true},
		{[]string{"I", "Zba", "Zbb"}, csrMisa, 2<<62 | 1<<8 | 1<<20, true},
		{[]string{"I", "B"}, csrMisa, 2<<62 | 1<<8 | 1<<20 | 1<<1, true},
	} {
		h := machine(t, Config{Table: subset(t, append(test.extensions, "Sm")...)}).Hart(0)
		exists := h.SetCSR(test.csr, ones)
		if got, _ := h.CSR(test.csr); got != test.want || exists != test.exists {
			t.Errorf("%v: CSR %#x reads %#x and exists: %v; want %#x, %v", test.extensions, test.csr, got, exists, test.want, test.exists)
		}
	}
}
