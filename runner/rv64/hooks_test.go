package rv64

import "testing"

// Defects of real cores and simulators can be seeded, and show in both loops.
func TestSeededDefects(t *testing.T) {
	wrap := func(name string, f func(next Exec) Exec) map[string]func(Exec) Exec {
		return map[string]func(Exec) Exec{name: f}
	}
	for _, test := range []struct {
		name  string
		cfg   Config
		code  func(*code)
		n     uint64
		mode  Mode
		shows func(h *Hart) bool
	}{
		{"a write to x0 stays", Config{Overrides: wrap("addi", func(next Exec) Exec {
			return func(h *Hart, i *Inst) {
				if next(h, i); i.Rd == 0 {
					h.CorruptZero(uint64(i.Imm))
				}
			}
		})}, func(c *code) { c.op("addi", 0, 0, 7).op("add", 5, 0, 0) }, 2, M, func(h *Hart) bool { return h.X(5) == 14 }},
		{"…through the compressed form too", Config{Overrides: wrap("addi", func(Exec) Exec {
			return func(h *Hart, i *Inst) { h.SetX(i.Rd, 1) }
		})}, func(c *code) { c.op("c.li", 5, 9) }, 1, M, func(h *Hart) bool { return h.X(5) == 1 }},
		{"…but not the other way round", Config{Overrides: wrap("c.li", func(Exec) Exec {
			return func(h *Hart, i *Inst) { h.SetX(i.Rd, 1) }
		})}, func(c *code) { c.op("addi", 5, 0, 9) }, 1, M, func(h *Hart) bool { return h.X(5) == 9 }},
		{"FENCE with other fields traps", Config{Overrides: wrap("fence", func(next Exec) Exec {
			return func(h *Hart, i *Inst) {
				if next(h, i); i.Rd != 0 || i.Rs1 != 0 || i.Imm>>8 != 0 {
					h.Illegal(i)
				}
			}
		})}, func(c *code) { c.raw(0x7b21008f) }, 1, M, func(h *Hart) bool { return h.mcause == IllegalInstruction && h.mtval == 0x7b21008f }},
		{"division by zero leaves rd", Config{Overrides: wrap("div", func(next Exec) Exec {
			return func(h *Hart, i *Inst) {
				if h.X(i.Rs2) != 0 {
					next(h, i)
				}
			}
		})}, func(c *code) { c.op("addi", 5, 0, 3).op("div", 5, 5, 0) }, 2, M, func(h *Hart) bool { return h.X(5) == 3 }},
		{"c.jr adds an immediate", Config{Overrides: wrap("c.jr", func(next Exec) Exec {
			return func(h *Hart, i *Inst) { j := *i; j.Imm = 8; next(h, &j) }
		})}, func(c *code) { c.op("c.jr", 28) }, 1, M, func(h *Hart) bool { return h.PC() == other+8 }},
		{"csrrsi to a read-only CSR executes", Config{Hooks: Hooks{CSRAccess: func(_ *Hart, n uint16, _, allowed bool) bool { return allowed || n == csrCycle }}},
			func(c *code) { c.op("csrrsi", 5, csrCycle, 3) }, 1, M, func(h *Hart) bool { return h.PC() == base+4 }},
		{"mcounteren inverted", Config{Hooks: Hooks{CSRAccess: func(h *Hart, n uint16, _, allowed bool) bool {
			return allowed != (h.Mode() == U && n>>8 == 0xc)
		}}}, func(c *code) { c.op("csrrs", 5, csrInstret, 0) }, 1, U, func(h *Hart) bool { return h.PC() == base+4 }},
		{"misaligned AMO reported as a load", Config{Hooks: Hooks{Trap: func(_ *Hart, t *Trap) bool {
			if t.Cause == StoreMisaligned {
				t.Cause = LoadMisaligned
			}
			return true
		}}}, func(c *code) { c.op("amoadd.w", 5, 6, 29) }, 1, M, func(h *Hart) bool { return h.mcause == LoadMisaligned }},
		{"AMO access fault as cause 5", Config{Hooks: Hooks{Check: func(_ *Hart, a Access, f *Fault) *Fault {
			if f != nil && a.Kind == AMO && f.Cause == StoreAccessFault {
				return &Fault{LoadAccessFault, f.Tval}
			}
			return f
		}}}, func(c *code) { c.op("amoadd.w", 5, 6, 6) }, 1, M, func(h *Hart) bool { return h.mcause == LoadAccessFault }},
		{"misaligned LR and SC succeed", Config{Hooks: Hooks{Check: func(_ *Hart, a Access, f *Fault) *Fault {
			if a.Kind == LoadReserved || a.Kind == StoreConditional {
				return nil
			}
			return f
		}}}, func(c *code) { c.op("lr.w", 5, 29).op("sc.w", 6, 29, 29) }, 2, M, func(h *Hart) bool { return h.X(6) == 0 && h.PC() == base+8 }},
		{"a store to a read-only region succeeds", Config{Hooks: Hooks{Check: func(_ *Hart, a Access, f *Fault) *Fault {
			if a.Kind == Store {
				return nil
			}
			return f
		}}}, func(c *code) { c.op("sd", 29, -1, 29) }, 1, U, func(h *Hart) bool { return h.m.read(0x2000, 8) == data+1 }},
		{"a failing SC keeps the reservation", Config{Overrides: wrap("sc.w", func(next Exec) Exec {
			return func(h *Hart, i *Inst) {
				addr, size := h.Reservation()
				if next(h, i); h.X(i.Rd) != 0 && size != 0 {
					h.Reserve(addr, size)
				}
			}
		})}, func(c *code) { c.op("lr.w", 5, 27).op("sc.w", 6, 5, 28).op("sc.w", 7, 5, 27) }, 3, M, func(h *Hart) bool { return h.X(7) == 0 }},
		{"the half that faults is misnamed", Config{Hooks: Hooks{Trap: func(_ *Hart, t *Trap) bool {
			if t.Cause == FetchAccessFault && t.Tval == t.PC+2 {
				t.PC += 2
			}
			return true
		}}}, func(c *code) { c.op("jalr", 0, 0, 26) }, 2, M, func(h *Hart) bool { return h.mepc == h.mtval }},
		{"fence.i misses what an AMO wrote", Config{Hooks: Hooks{FenceI: func(_ *Hart, _ uint64, by AccessKind) bool { return by != AMO }}},
			func(c *code) {
				c.op("c.addi", 10, 1).op("c.nop", 0).op("amoswap.w", 0, 29, 25).op("fence.i").op("jal", 0, -12)
			}, 6, M, func(h *Hart) bool { return h.X(10) == 2 }},
		{"mret leaves MPIE", Config{Hooks: Hooks{MRET: func(h *Hart) { h.SetCSR(csrMstatus, 0) }}},
			func(c *code) { c.op("mret") }, 1, M, func(h *Hart) bool { return h.mstatus == 0 }},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newCode(t)
			test.code(c)
			both(t, test.cfg, test.n, func(m *Machine) {
				c.load(m)
				h := m.Hart(0)
				h.SetX(25, base)
				h.SetX(26, base+DefaultRAMSize-2)
				h.SetX(27, data)
				h.SetX(28, other)
				h.SetX(29, data+1)
				m.WriteMem(base+DefaultRAMSize-2, []byte{0x13, 0})
				h.SetCSR(csrMepc, base)
				h.SetCSR(csrPmpaddr0, pmpAddrMask)
				h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpX)
				h.SetMode(test.mode)
			}, func(loop string, m *Machine) {
				if !test.shows(m.Hart(0)) {
					t.Errorf("%s: the defect does not show: %s", loop, state(m))
				}
			})
		})
	}
}

func TestConfigErrors(t *testing.T) {
	tab := table(t)
	for name, cfg := range map[string]Config{
		"no table":         {},
		"unknown override": {Table: tab, Overrides: map[string]func(Exec) Exec{"adi": func(e Exec) Exec { return e }}},
		"harts":            {Table: tab, Harts: -1},
		"RAM on the CLINT": {Table: tab, RAMBase: 0x1000000, RAMSize: 32 << 20},
		"RAM too large":    {Table: tab, RAMSize: 1 << 50},
		"odd base":         {Table: tab, RAMBase: 12},
		"reservation":      {Table: tab, Parameters: Parameters{ReservationBytes: 12}},
		"granularity":      {Table: tab, Parameters: Parameters{PMPGranularity: 3}},
		"SC never":         {Table: tab, Parameters: Parameters{SCFailsEvery: 1}},
	} {
		if _, err := NewMachine(cfg); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
