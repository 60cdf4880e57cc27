package rv64

import "testing"

// A trap leaves the trap record and nothing else: every register keeps its value.
func TestExceptions(t *testing.T) {
	const outside = 0x1000
	for _, test := range []struct {
		name string
		cfg  Config
		mode Mode
		code func(*code)
		want Trap // PC is relative to base
	}{
		{"ecall from M", Config{}, M, func(c *code) { c.op("ecall") }, Trap{Cause: 11, From: M}},
		{"ecall from U", Config{}, U, func(c *code) { c.op("ecall") }, Trap{Cause: 8, From: U}},
		{"ebreak", Config{}, M, func(c *code) { c.op("ebreak") }, Trap{Cause: 3, Tval: base, From: M}},
		{"c.ebreak after a compressed", Config{}, M, func(c *code) { c.op("c.nop", 0).op("c.ebreak") }, Trap{Cause: 3, PC: 2, Tval: base + 2, From: M}},
		{"ebreak, tval 0", Config{Parameters: Parameters{EbreakTvalZero: true}}, M, func(c *code) { c.op("ebreak") }, Trap{Cause: 3, From: M}},
		{"illegal word", Config{}, M, func(c *code) { c.raw(0xffffffff) }, Trap{Cause: 2, Tval: 0xffffffff, From: M}},
		{"illegal parcel", Config{}, U, func(c *code) { c.raw(0) }, Trap{Cause: 2, From: U}},
		{"illegal, tval 0", Config{Parameters: Parameters{TvalZero: true}}, M, func(c *code) { c.raw(0xffffffff) }, Trap{Cause: 2, From: M}},
		{"mret in U", Config{}, U, func(c *code) { c.op("mret") }, Trap{Cause: 2, Tval: 0x30200073, From: U}},
		{"M CSR in U", Config{}, U, func(c *code) { c.op("csrrs", 5, csrMscratch, 0) }, Trap{Cause: 2, Tval: 0x340022f3, From: U}},
		{"no such CSR", Config{}, M, func(c *code) { c.op("csrrs", 0, 0x180, 0) }, Trap{Cause: 2, Tval: 0x18002073, From: M}},
		{"write to a read-only CSR", Config{}, M, func(c *code) { c.op("csrrw", 0, csrCycle, 0) }, Trap{Cause: 2, Tval: 0xc0001073, From: M}},
		{"csrrs with rs1 = x5 that holds 0 writes", Config{}, M, func(c *code) { c.op("csrrs", 0, csrInstret, 6) }, Trap{Cause: 2, Tval: 0xc0232073, From: M}},
		{"cycle in U with mcounteren 0", Config{}, U, func(c *code) { c.op("csrrs", 5, csrCycle, 0) }, Trap{Cause: 2, Tval: 0xc00022f3, From: U}},
		{"fetch outside", Config{}, M, func(c *code) { c.op("jalr", 0, 0, 28) }, Trap{Cause: 1, PC: ^uint64(base-outside) + 1, Tval: outside, From: M}},
		{"load outside", Config{}, M, func(c *code) { c.op("lw", 5, 4, 28) }, Trap{Cause: 5, Tval: outside + 4, From: M}},
		{"store outside", Config{}, M, func(c *code) { c.op("sd", 5, 8, 28) }, Trap{Cause: 7, Tval: outside + 8, From: M}},
		{"lr outside", Config{}, M, func(c *code) { c.op("lr.w", 5, 28) }, Trap{Cause: 5, Tval: outside, From: M}},
		{"sc outside", Config{}, M, func(c *code) { c.op("sc.w", 5, 6, 28) }, Trap{Cause: 7, Tval: outside, From: M}},
		{"amo outside", Config{}, M, func(c *code) { c.op("amoadd.d", 5, 6, 28) }, Trap{Cause: 7, Tval: outside, From: M}},
		{"amo to the CLINT", Config{}, M, func(c *code) { c.op("lui", 5, CLINTBase).op("amoadd.w", 5, 6, 5) }, Trap{Cause: 7, PC: 4, Tval: CLINTBase, From: M}},
		{"misaligned load", Config{Misaligned: TrapMisaligned}, M, func(c *code) { c.op("lh", 5, 1, 27) }, Trap{Cause: 4, Tval: data + 1, From: M}},
		{"misaligned store", Config{Misaligned: TrapMisaligned}, M, func(c *code) { c.op("sd", 5, 4, 27) }, Trap{Cause: 6, Tval: data + 4, From: M}},
		{"misaligned load as access fault", Config{Misaligned: TrapAccessFault}, M, func(c *code) { c.op("lw", 5, 2, 27) }, Trap{Cause: 5, Tval: data + 2, From: M}},
		{"misaligned store as access fault", Config{Misaligned: TrapAccessFault}, M, func(c *code) { c.op("sw", 5, 2, 27) }, Trap{Cause: 7, Tval: data + 2, From: M}},
		{"misaligned and outside", Config{Misaligned: TrapMisaligned}, M, func(c *code) { c.op("lw", 5, 2, 28) }, Trap{Cause: 4, Tval: outside + 2, From: M}},
		{"misaligned and outside, access fault first", Config{Misaligned: TrapMisaligned, Parameters: Parameters{MisalignedLast: true}}, M, func(c *code) { c.op("lw", 5, 2, 28) }, Trap{Cause: 5, Tval: outside + 2, From: M}},
		{"misaligned lr", Config{}, M, func(c *code) { c.op("addi", 27, 27, 4).op("lr.d", 5, 27) }, Trap{Cause: 4, PC: 4, Tval: data + 4, From: M}},
		{"misaligned sc", Config{}, M, func(c *code) { c.op("addi", 27, 27, 2).op("sc.w", 5, 6, 27) }, Trap{Cause: 6, PC: 4, Tval: data + 2, From: M}},
		{"misaligned amo", Config{}, M, func(c *code) { c.op("addi", 27, 27, 1).op("amoor.w", 5, 6, 27) }, Trap{Cause: 6, PC: 4, Tval: data + 1, From: M}},
		{"misaligned amo as access fault", Config{Parameters: Parameters{AtomicAccessFault: true}}, M, func(c *code) { c.op("addi", 27, 27, 1).op("amoor.w", 5, 6, 27) }, Trap{Cause: 7, PC: 4, Tval: data + 1, From: M}},
		{"wfi in U with TW", Config{}, U, func(c *code) { c.op("wfi") }, Trap{Cause: 2, Tval: 0x10500073, From: U}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newCode(t)
			test.code(c)
			var before [32]uint64
			n := test.want.PC/4 + 1
			if test.want.PC != 0 { // code before the trapping instruction
				n = 2
			}
			both(t, test.cfg, n, func(m *Machine) {
				c.load(m)
				h := m.Hart(0)
				for r := uint8(1); r < 32; r++ {
					h.SetX(r, uint64(r)*0x0101010101010101)
				}
				h.SetX(6, 0)
				h.SetX(27, data)
				h.SetX(28, outside)
				h.SetCSR(csrPmpaddr0, pmpAddrMask)
				h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW|pmpX)
				h.SetCSR(csrMstatus, statusMIE|statusTW)
				h.SetMode(test.mode)
				for r := range before {
					before[r] = h.X(uint8(r))
				}
			}, func(loop string, m *Machine) {
				h := m.Hart(0)
				want := test.want
				want.PC += base
				mpp := Mode(h.mstatus >> statusMPPShift & 3)
				if got := (Trap{h.mcause, h.mepc, h.mtval, mpp}); got != want || h.PC() != other {
					t.Errorf("%s: trap %+v at pc %#x, want %+v", loop, got, h.PC(), want)
				}
				if h.Mode() != M || h.mstatus&statusMIE != 0 || h.mstatus&statusMPIE == 0 {
					t.Errorf("%s: mode %v mstatus %#x after the trap", loop, h.Mode(), h.mstatus)
				}
				for r := range uint8(32) {
					if r != 27 && r != 5 && h.X(r) != before[r] {
						t.Errorf("%s: x%d changed from %#x to %#x", loop, r, before[r], h.X(r))
					}
				}
				if test.want.PC == 0 && h.X(5) != before[5] {
					t.Errorf("%s: rd was written by an instruction that trapped", loop)
				}
			})
		})
	}
}

func TestReturnFromTrap(t *testing.T) {
	for _, test := range []struct {
		before, after uint64
		mode          Mode
	}{
		{statusMPIE | 3<<statusMPPShift | statusMPRV, statusMIE | statusMPIE | statusMPRV, M},
		{statusMPIE | statusMPRV, statusMIE | statusMPIE, U},
		{statusMIE | 3<<statusMPPShift, statusMPIE, M},
	} {
		c := newCode(t).op("mret")
		both(t, Config{}, 1, func(m *Machine) {
			c.load(m)
			m.Hart(0).SetCSR(csrMstatus, test.before)
			m.Hart(0).SetCSR(csrMepc, base+0x123)
		}, func(loop string, m *Machine) {
			h := m.Hart(0)
			if h.mstatus != test.after || h.Mode() != test.mode || h.PC() != base+0x122 {
				t.Errorf("%s: mret from mstatus %#x: mstatus %#x mode %v pc %#x", loop, test.before, h.mstatus, h.Mode(), h.PC())
			}
		})
	}
}

func TestInterrupts(t *testing.T) {
	for _, test := range []struct {
		name         string
		mstatus, mie uint64
		mode         Mode
		timer        uint64 // mtimecmp
		soft         uint8
		vectored     bool
		after        uint64 // instructions before it is taken
		cause        uint64 // 0: none
	}{
		{"timer", statusMIE, 1 << 7, M, 5, 0, false, 5, 7},
		{"timer, vectored", statusMIE, 1 << 7, M, 5, 0, true, 5, 7},
		{"timer, globally disabled", 0, 1 << 7, M, 5, 0, false, 0, 0},
		{"timer, U mode is always interruptible", 0, 1 << 7, U, 5, 0, false, 5, 7},
		{"timer, not enabled", statusMIE, 1 << 3, M, 5, 0, false, 0, 0},
		{"software before timer", statusMIE, 1<<3 | 1<<7, M, 0, 1, true, 0, 3},
		{"software masked", statusMIE, 1 << 7, M, 2, 1, false, 2, 7},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := newCode(t)
			for range 40 {
				c.op("addi", 5, 5, 1)
			}
			both(t, Config{}, 10, func(m *Machine) {
				c.load(m)
				loop := newCode(t).op("jal", 0, 0).bytes
				for k := range uint64(16) {
					m.WriteMem(other+4*k, loop)
				}
				h := m.Hart(0)
				if test.vectored {
					h.SetCSR(csrMtvec, other|1)
				}
				h.SetCSR(csrPmpaddr0, pmpAddrMask)
				h.SetCSR(csrPmpcfg0, pmpNAPOT|pmpR|pmpW|pmpX)
				h.SetCSR(csrMstatus, test.mstatus)
				h.SetCSR(csrMie, test.mie)
				h.SetMode(test.mode)
				m.clint.compare[0], m.clint.software[0] = test.timer, test.soft
			}, func(loop string, m *Machine) {
				h := m.Hart(0)
				if test.cause == 0 {
					if h.X(5) != 10 {
						t.Errorf("%s: interrupted after %d instructions (cause %#x)", loop, h.X(5), h.mcause)
					}
					return
				}
				pc := uint64(other)
				if test.vectored {
					pc += 4 * test.cause
				}
				if h.X(5) != test.after || h.mcause != Interrupt|test.cause || h.mepc != base+4*test.after || h.mtval != 0 || h.PC() != pc {
					t.Errorf("%s: after %d instructions cause %#x epc %#x tval %#x pc %#x", loop, h.X(5), h.mcause, h.mepc, h.mtval, h.PC())
				}
			})
		})
	}
}

// A machine that can only trap at its own trap vector says so instead of running for ever.
func TestStuck(t *testing.T) {
	m := machine(t, Config{})
	if err := m.Load(base, newCode(t).raw(0).bytes); err != nil {
		t.Fatal(err)
	}
	if stop := run(t, m); stop.Reason != Stuck || stop.Detail == "" {
		t.Fatalf("%+v", stop)
	}
}
