package rv64

import (
	"sync"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// atomicityTable is testTable with Zama16b.
var atomicityTable = sync.OnceValues(func() (*isa.Table, error) {
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		return nil, err
	}
	return isa.New(p, append(everything(), "Zama16b")...)
})

// environmentTest is one instruction or a few, with what is true before and after. Unless said otherwise
// registers are x5 = 0x55, x6 = 0x66, x27 = data, x28 = an address outside memory; data is 0x2000
// bytes after base and holds ones, 256 bytes of them; U mode may do everything.
type environmentTest struct {
	name    string
	cfg     Config
	mode    Mode
	menvcfg uint64
	status  uint64
	setup   func(h *Hart)
	code    func(*code)
	n       uint64 // instructions; 0 means 1
	trap    *Trap  // the last instruction's; nil: none
	then    func(h *Hart) bool
}

func testEnvironment(t *testing.T, tests []environmentTest) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := newCode(t)
			test.code(c)
			both(t, test.cfg, max(test.n, 1), func(m *Machine) {
				c.load(m)
				h := m.Hart(0)
				h.SetX(5, 0x55)
				h.SetX(6, 0x66)
				h.SetX(27, data)
				h.SetX(28, 0x1000)
				for at := uint64(0); at < 256; at += 8 {
					m.write(0x2000+at, 8, ^uint64(0))
				}
				h.SetCSR(csrPmpaddr0, pmpAddrMask)
				h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW|pmpX)
				h.SetCSR(csrMenvcfg, test.menvcfg)
				h.SetCSR(csrMstatus, test.status)
				if test.setup != nil {
					test.setup(h)
				}
				h.SetMode(test.mode)
			}, func(loop string, m *Machine) {
				h := m.Hart(0)
				got := Trap{Cause: h.mcause, PC: h.mepc, Tval: h.mtval, From: Mode(h.mstatus >> statusMPPShift & 3)}
				switch trapped := h.PC() == other; {
				case trapped != (test.trap != nil):
					t.Errorf("%s: trapped: %v (%+v), want %+v", loop, trapped, got, test.trap)
				case trapped && got != *test.trap:
					t.Errorf("%s: trap %+v, want %+v", loop, got, *test.trap)
				}
				if test.then != nil && !test.then(h) {
					t.Errorf("%s: not what is expected: %s", loop, state(m))
				}
			})
		})
	}
}

// guard gives [addr, addr+size) the permissions, before the entry that opens everything.
func guard(addr, size uint64, permissions uint64) func(h *Hart) {
	return func(h *Hart) {
		h.SetCSR(csrPmpaddr0, napot(addr, size))
		h.SetCSR(csrPmpaddr0+1, pmpAddrMask)
		h.SetCSR(csrPmpcfg0, pmpNAPOT|permissions|(pmpNAPOT|pmpR|pmpW|pmpX)<<8)
	}
}

func zeros(from, to uint64) func(h *Hart) bool {
	return func(h *Hart) bool {
		for at := range uint64(256) {
			want := uint64(0xff)
			if at >= from && at < to {
				want = 0
			}
			if h.m.read(0x2000+at, 1) != want {
				return false
			}
		}
		return true
	}
}

func TestCacheBlocks(t *testing.T) {
	inval := func(c *code) { c.op("cbo.inval", 27) }
	clean := func(c *code) { c.op("cbo.clean", 27) }
	flush := func(c *code) { c.op("cbo.flush", 27) }
	zero := func(c *code) { c.op("cbo.zero", 27) }
	at := func(addr uint64) func(h *Hart) { return func(h *Hart) { h.SetX(27, addr) } }
	illegal := func(word uint64) *Trap { return &Trap{Cause: IllegalInstruction, PC: base, Tval: word, From: U} }
	fault := func(from Mode, tval uint64) *Trap {
		return &Trap{Cause: StoreAccessFault, PC: base, Tval: tval, From: from}
	}
	const cbie, cbcfe, cbze = 3 << 4, 1 << 6, 1 << 7
	testEnvironment(t, []environmentTest{
		{name: "cbo.inval in M", mode: M, code: inval, then: zeros(0, 0)},
		{name: "cbo.inval in U is off", mode: U, menvcfg: cbcfe | cbze, code: inval, trap: illegal(0x000da00f)},
		{name: "cbo.inval in U flushes", mode: U, menvcfg: 1 << 4, code: inval, then: zeros(0, 0)},
		{name: "cbo.inval in U", mode: U, menvcfg: cbie, code: inval, then: zeros(0, 0)},
		{name: "cbo.clean in M", mode: M, code: clean},
		{name: "cbo.clean in U is off", mode: U, menvcfg: cbie | cbze, code: clean, trap: illegal(0x001da00f)},
		{name: "cbo.clean in U", mode: U, menvcfg: cbcfe, code: clean, then: zeros(0, 0)},
		{name: "cbo.flush in U is off", mode: U, menvcfg: cbie | cbze, code: flush, trap: illegal(0x002da00f)},
		{name: "cbo.flush in U", mode: U, menvcfg: cbcfe, code: flush},
		{name: "cbo.zero in M", mode: M, code: zero, then: zeros(0, 64)},
		{name: "cbo.zero in U is off", mode: U, menvcfg: cbie | cbcfe, code: zero, trap: illegal(0x004da00f), then: zeros(0, 0)},
		{name: "cbo.zero in U", mode: U, menvcfg: cbze, code: zero, then: zeros(0, 64)},
		{name: "cbo.zero anywhere in the block", mode: U, menvcfg: cbze, setup: at(data + 127), code: zero, then: zeros(64, 128)},
		{name: "cbo.zero, blocks of 32", cfg: Config{Parameters: Parameters{CacheBlock: 32}}, mode: M, setup: at(data + 33), code: zero, then: zeros(32, 64)},
		{name: "cbo.zero, blocks of 128", cfg: Config{Parameters: Parameters{CacheBlock: 128}}, mode: M, setup: at(data + 130), code: zero, then: zeros(128, 256)},
		{name: "misaligned policy says nothing about blocks", cfg: Config{Misaligned: TrapMisaligned}, mode: M, setup: at(data + 3), code: zero, then: zeros(0, 64)},
		{name: "outside memory, tval is rs1", mode: M, setup: at(0x1003), code: zero, trap: fault(M, 0x1003)},
		{name: "cbo.clean outside memory", mode: M, setup: at(0x1003), code: clean, trap: fault(M, 0x1003)},
		{name: "cbo.flush of a device", mode: M, setup: at(CLINTBase + 5), code: flush},
		{name: "cbo.zero of a device", mode: M, setup: at(CLINTBase + 5), code: zero, trap: fault(M, CLINTBase+5)},
		{name: "cbo.zero without W", mode: U, menvcfg: cbze, setup: guard(data, 64, pmpR), code: zero, trap: fault(U, data), then: zeros(0, 0)},
		{name: "cbo.clean with R only", mode: U, menvcfg: cbcfe, setup: guard(data, 64, pmpR), code: clean},
		{name: "cbo.inval without R and W", mode: U, menvcfg: cbie, setup: func(h *Hart) { guard(data, 64, pmpX)(h); h.SetX(27, data+9) }, code: inval, trap: fault(U, data+9)},
		{name: "part of the block is closed", mode: U, menvcfg: cbze, setup: guard(data+32, 32, pmpR), code: zero, trap: fault(U, data), then: zeros(0, 0)},
		{name: "MPRV applies", mode: M, status: statusMPRV, setup: guard(data, 64, pmpR), code: zero, trap: fault(M, data)},
		{name: "prefetches never trap", mode: U, setup: guard(0, 0x1000, 0), code: func(c *code) { c.op("prefetch.i", 0, 28).op("prefetch.r", 32, 28).op("prefetch.w", -32, 28) }, n: 3, then: func(h *Hart) bool { return h.PC() == base+12 }},
		{name: "cbo.zero breaks a reservation as a store does", cfg: Config{Parameters: Parameters{StoreBreaks: true}}, mode: M, code: func(c *code) { c.op("lr.d", 5, 27).op("cbo.zero", 27).op("sc.d", 5, 6, 27) }, n: 3, then: func(h *Hart) bool { return h.X(5) == 1 }},
	})
}

func TestPointerMasking(t *testing.T) {
	const tagged = data | 0xab<<56
	const bit57 = uint64(1) << 57
	const seven, sixteen = 2 << 32, 3 << 32
	tag := func(v uint64) func(h *Hart) { return func(h *Hart) { h.SetX(27, v) } }
	ld := func(c *code) { c.op("ld", 5, 0, 27) }
	loaded := func(h *Hart) bool { return h.X(5) == ^uint64(0) }
	fault := func(cause uint64, from Mode, tval uint64) *Trap {
		return &Trap{Cause: cause, PC: base, Tval: tval, From: from}
	}
	testEnvironment(t, []environmentTest{
		{name: "off", mode: U, setup: tag(tagged), code: ld, trap: fault(5, U, tagged)},
		{name: "7 bits", mode: U, menvcfg: seven, setup: tag(data | 0x7f<<57), code: ld, then: loaded},
		{name: "7 bits leave bit 56", mode: U, menvcfg: seven, setup: tag(data | 0xff<<56), code: ld, trap: fault(5, U, data|1<<56)},
		{name: "16 bits", mode: U, menvcfg: sixteen, setup: tag(data | 0xffff<<48), code: ld, then: loaded},
		{name: "16 bits leave bit 47", mode: U, menvcfg: sixteen, setup: tag(data | 0x1ffff<<47), code: ld, trap: fault(5, U, data|1<<47)},
		{name: "not in M", mode: M, menvcfg: seven, setup: tag(data | bit57), code: ld, trap: fault(5, M, data|bit57)},
		{name: "in M under MPRV with MPP = U", mode: M, menvcfg: seven, status: statusMPRV, setup: tag(data | bit57), code: ld, then: loaded},
		{name: "in M under MPRV with MPP = M", mode: M, menvcfg: seven, status: statusMPRV | statusMPP, setup: tag(data | bit57), code: ld, trap: fault(5, M, data|bit57)},
		{name: "not fetches", mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("jalr", 1, 0, 27) }, n: 2, trap: &Trap{Cause: FetchAccessFault, PC: data | bit57, Tval: data | bit57, From: U}},
		{name: "the link is not masked", mode: U, menvcfg: seven, code: func(c *code) { c.op("auipc", 5, 0) }, then: func(h *Hart) bool { return h.X(5) == base }},
		{name: "a sum is masked, not its parts", mode: U, menvcfg: seven, setup: tag(data | bit57 + 8), code: func(c *code) { c.op("ld", 5, -8, 27) }, then: loaded},
		{name: "stores", mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("sd", 6, 8, 27) }, then: func(h *Hart) bool { return h.m.read(0x2008, 8) == 0x66 }},
		{name: "a misaligned store", mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("sd", 6, 1, 27) }, then: func(h *Hart) bool { return h.m.read(0x2001, 8) == 0x66 }},
		{name: "a misaligned load that traps", cfg: Config{Misaligned: TrapMisaligned}, mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("lh", 5, 1, 27) }, trap: fault(LoadMisaligned, U, data+1)},
		{name: "AMOs", mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("amoadd.d", 5, 6, 27) }, then: func(h *Hart) bool { return loaded(h) && h.m.read(0x2000, 8) == 0x65 }},
		{name: "AMOCAS", mode: U, menvcfg: seven, setup: func(h *Hart) { h.SetX(27, data|bit57); h.SetX(5, ^uint64(0)) }, code: func(c *code) { c.op("amocas.d", 5, 6, 27) }, then: func(h *Hart) bool { return h.m.read(0x2000, 8) == 0x66 }},
		{name: "AMOCAS of a pair", mode: U, menvcfg: seven, setup: func(h *Hart) {
			h.SetX(27, data|bit57)
			h.SetX(8, ^uint64(0))
			h.SetX(9, ^uint64(0))
		}, code: func(c *code) { c.op("amocas.q", 8, 6, 27) }, then: func(h *Hart) bool { return h.m.read(0x2000, 8) == 0x66 && h.m.read(0x2008, 8) == 0 }},
		{name: "LR and SC", mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("lr.d", 7, 27).op("sc.d", 5, 6, 27) }, n: 2, then: func(h *Hart) bool { return h.X(5) == 0 && h.m.read(0x2000, 8) == 0x66 }},
		{name: "LR with one tag, SC with another", mode: U, menvcfg: seven, setup: func(h *Hart) { h.SetX(27, data|bit57); h.SetX(28, data|bit57*2) }, code: func(c *code) { c.op("lr.w", 7, 27).op("sc.w", 5, 6, 28) }, n: 2, then: func(h *Hart) bool { return h.X(5) == 0 }},
		{name: "cbo.zero", mode: U, menvcfg: seven | 1<<7, setup: tag(data | bit57), code: func(c *code) { c.op("cbo.zero", 27) }, then: zeros(0, 64)},
		{name: "cbo.zero outside memory, mtval is masked", mode: U, menvcfg: seven | 1<<7, setup: tag(0x1234 | bit57), code: func(c *code) { c.op("cbo.zero", 27) }, trap: fault(7, U, 0x1234)},
		{name: "PMP sees the masked address", mode: U, menvcfg: seven, setup: func(h *Hart) { guard(data, 64, pmpR)(h); h.SetX(27, data|bit57) }, code: func(c *code) { c.op("sd", 6, 0, 27) }, trap: fault(7, U, data)},
		{name: "a defect forgets AMOs", cfg: Config{Hooks: Hooks{Address: func(_ *Hart, kind AccessKind, addr, masked uint64) uint64 {
			if kind == AMO {
				return addr
			}
			return masked
		}}}, mode: U, menvcfg: seven, setup: tag(data | bit57), code: func(c *code) { c.op("amoadd.d", 5, 6, 27) }, trap: fault(7, U, data|bit57)},
	})
}

func TestWaitOnReservation(t *testing.T) {
	nto := func(c *code) { c.op("lr.w", 5, 27).op("wrs.nto") }
	sto := func(c *code) { c.op("lr.w", 5, 27).op("wrs.sto") }
	traps := Config{Parameters: Parameters{WaitTraps: true}}
	passed := func(h *Hart) bool { return h.PC() == base+8 }
	testEnvironment(t, []environmentTest{
		{name: "ends at once", mode: U, status: statusTW, code: nto, n: 2, then: passed},
		{name: "TW", cfg: traps, mode: U, status: statusTW, code: nto, n: 2, trap: &Trap{Cause: IllegalInstruction, PC: base + 4, Tval: 0x00d00073, From: U}},
		{name: "TW is 0", cfg: traps, mode: U, code: nto, n: 2, then: passed},
		{name: "M mode", cfg: traps, mode: M, status: statusTW, code: nto, n: 2, then: passed},
		{name: "a short timeout is no trap", cfg: traps, mode: U, status: statusTW, code: sto, n: 2, then: passed},
		{name: "no reservation, no wait", cfg: traps, mode: U, status: statusTW, code: func(c *code) { c.op("wrs.nto").op("wrs.sto") }, n: 2, then: passed},
	})
}

func TestHardwareCounters(t *testing.T) {
	read := func(c *code) { c.op("csrrs", 5, csrHpmcounter31, 0) }
	enable := func(v uint64) func(h *Hart) { return func(h *Hart) { h.SetCSR(csrMcounteren, v) } }
	testEnvironment(t, []environmentTest{
		{name: "M mode", mode: M, code: read, then: func(h *Hart) bool { return h.X(5) == 0 }},
		{name: "not enabled", mode: U, setup: enable(1<<31 - 1), code: read, trap: &Trap{Cause: IllegalInstruction, PC: base, Tval: 0xc1f022f3, From: U}},
		{name: "enabled", mode: U, setup: enable(1 << 31), code: read, then: func(h *Hart) bool { return h.X(5) == 0 }},
		{name: "read-only", mode: M, code: func(c *code) { c.op("csrrw", 0, csrHpmcounter3, 5) }, trap: &Trap{Cause: IllegalInstruction, PC: base, Tval: 0xc0329073, From: M}},
	})
}

// Misaligned accesses within 16 bytes are one operation with Zama16b, whatever else misaligned
// accesses do.
func TestMisalignedAtomicity(t *testing.T) {
	tab, err := atomicityTable()
	if err != nil {
		t.Fatal(err)
	}
	trapping := Config{Table: tab, Misaligned: TrapMisaligned}
	at := func(off uint64) func(h *Hart) { return func(h *Hart) { h.SetX(27, data+off) } }
	ld := func(c *code) { c.op("ld", 5, 0, 27) }
	amo := func(c *code) { c.op("amoadd.d", 5, 6, 27) }
	fault := func(cause, tval uint64, from Mode) *Trap {
		return &Trap{Cause: cause, PC: base, Tval: tval, From: from}
	}
	loaded := func(h *Hart) bool { return h.X(5) == ^uint64(0) }
	testEnvironment(t, []environmentTest{
		{name: "a load within", cfg: trapping, mode: M, setup: at(5), code: ld, then: loaded},
		{name: "a load that ends with the granule", cfg: trapping, mode: M, setup: at(24), code: ld, then: loaded},
		{name: "a load across", cfg: trapping, mode: M, setup: at(9), code: ld, trap: fault(LoadMisaligned, data+9, M)},
		{name: "an AMO within", cfg: trapping, mode: M, setup: at(3), code: amo, then: func(h *Hart) bool { return loaded(h) && h.m.read(0x2003, 8) == 0x65 }},
		{name: "an AMO across", cfg: Config{Table: tab}, mode: M, setup: at(12), code: amo, trap: fault(StoreMisaligned, data+12, M)},
		{name: "AMOCAS within", cfg: trapping, mode: M, setup: at(7), code: func(c *code) { c.op("amocas.w", 5, 6, 27) }, then: loaded},
		{name: "LR within", cfg: trapping, mode: M, setup: at(4), code: func(c *code) { c.op("lr.d", 5, 27) }, trap: fault(LoadMisaligned, data+4, M)},
		{name: "SC within", cfg: trapping, mode: M, setup: at(4), code: func(c *code) { c.op("sc.d", 5, 6, 27) }, trap: fault(StoreMisaligned, data+4, M)},
		{name: "a device has no granule", cfg: trapping, mode: M, setup: func(h *Hart) { h.SetX(27, CLINTBase+1) }, code: func(c *code) { c.op("lw", 5, 0, 27) }, trap: fault(LoadMisaligned, CLINTBase+1, M)},
		{name: "PMP is asked once", cfg: Config{Table: tab}, mode: U, setup: func(h *Hart) { guard(data, 8, pmpR|pmpW)(h); h.SetX(27, data+4) }, code: ld, trap: fault(LoadAccessFault, data+4, U)},
		{name: "a granule of 8 bytes", cfg: Config{Table: tab, Parameters: Parameters{AtomicityGranule: 8}}, mode: M, setup: at(6), code: func(c *code) { c.op("amoadd.w", 5, 6, 27) }, trap: fault(StoreMisaligned, data+6, M)},
		{name: "none without Zama16b", mode: M, setup: at(3), code: amo, trap: fault(StoreMisaligned, data+3, M)},
	})
}

// Event counters count cycles once they have an event, and stop without one or when inhibited.
func TestEventCounters(t *testing.T) {
	c := newCode(t).
		op("csrrs", 5, csrMhpmcounter3, 0).    // 0: no event
		op("csrrwi", 0, csrMhpmevent3, 1).     // starts after this one
		op("csrrs", 6, csrMhpmcounter3, 0).    // 0
		op("csrrs", 7, csrHpmcounter3, 0).     // 1
		op("csrrw", 0, csrMhpmcounter3, 20).   // x20 = 100 replaces the increment
		op("csrrs", 8, csrMhpmcounter3, 0).    // 100
		op("csrrwi", 0, csrMcountinhibit, 8).  // still counts
		op("csrrs", 9, csrMhpmcounter3, 0).    // 102
		op("csrrs", 10, csrHpmcounter3, 0).    // 102
		op("csrrs", 11, csrMcountinhibit, 0).  // there is one
		op("csrrwi", 0, csrMhpmevent3+1, 1).   // read-only zero
		op("csrrs", 12, csrMhpmcounter3+1, 0). // 0
		op("csrrs", 13, csrMhpmevent3, 0)
	both(t, Config{Parameters: Parameters{EventCounters: 1}}, 13, func(m *Machine) {
		c.load(m)
		m.Hart(0).SetX(20, 100)
	}, func(loop string, m *Machine) {
		for reg, want := range map[uint8]uint64{5: 0, 6: 0, 7: 1, 8: 100, 9: 102, 10: 102, 11: 8, 12: 0, 13: 1} {
			if got := m.Hart(0).X(reg); got != want {
				t.Errorf("%s: x%d is %d, want %d", loop, reg, got, want)
			}
		}
	})
	h := machine(t, Config{Parameters: Parameters{EventCounters: 29}}).Hart(0)
	h.SetCSR(csrMhpmcounter3+28, 7)
	if v, _ := h.CSR(csrMhpmcounter3 + 28); v != 7 {
		t.Errorf("mhpmcounter31 reads %d after 7 was written", v)
	}
}
