package rv64

import "testing"

// Landing pads: where one is expected, what meets it, and what becomes of ELP on traps.
func TestLandingPads(t *testing.T) {
	const lpe = 1 << 2
	const target = base + 16
	fault := func(pc uint64, from Mode) *Trap {
		return &Trap{Cause: SoftwareCheck, PC: pc, Tval: 2, From: from}
	}
	// at the target, 16 bytes after base: x30 and x1, x5, x7 point at it
	jump := func(jumping func(*code), landing func(*code)) func(*code) {
		return func(c *code) {
			jumping(c)
			for len(c.bytes) < 16 {
				c.op("c.nop", 0)
			}
			landing(c)
		}
	}
	point := func(h *Hart) {
		for _, r := range []uint8{1, 5, 7, 30} {
			h.SetX(r, target)
		}
	}
	machineMode := func(h *Hart) { point(h); h.SetCSR(csrMseccfg, 1<<10) }
	jalr := func(rd, rs1 int64) func(*code) { return func(c *code) { c.op("jalr", rd, 0, rs1) } }
	nop := func(c *code) { c.op("addi", 0, 0, 0) }
	lpad := func(label int64) func(*code) { return func(c *code) { c.op("lpad", label<<12<<32>>32) } }
	landed := func(h *Hart) bool { return h.PC() == target+4 && !h.LandingPadExpected() }
	pelp := func(set bool) func(h *Hart) bool {
		return func(h *Hart) bool { return h.mstatus&statusMPELP != 0 == set && !h.LandingPadExpected() }
	}
	testEnvironment(t, []environmentTest{
		{name: "an indirect jump must land on a pad", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), nop), n: 2, trap: fault(target, U), then: pelp(true)},
		{name: "an indirect call too", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(1, 30), nop), n: 2, trap: fault(target, U)},
		{name: "c.jr", mode: U, menvcfg: lpe, setup: point, code: jump(func(c *code) { c.op("c.jr", 30) }, nop), n: 2, trap: fault(target, U)},
		{name: "c.jalr", mode: U, menvcfg: lpe, setup: point, code: jump(func(c *code) { c.op("c.jalr", 30) }, nop), n: 2, trap: fault(target, U)},
		{name: "a return", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 1), nop), n: 2, then: landed},
		{name: "a return through x5", mode: U, menvcfg: lpe, setup: point, code: jump(func(c *code) { c.op("c.jr", 5) }, nop), n: 2, then: landed},
		{name: "a call through a link register", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(1, 5), nop), n: 2, then: landed},
		{name: "a software-guarded branch", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(1, 7), nop), n: 2, then: landed},
		{name: "a direct jump", mode: U, menvcfg: lpe, code: jump(func(c *code) { c.op("jal", 1, 16) }, nop), n: 2, then: landed},
		{name: "not enabled", mode: U, setup: point, code: jump(jalr(0, 30), nop), n: 2, then: landed},
		{name: "menvcfg does not enable M", mode: M, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), nop), n: 2, then: landed},
		{name: "mseccfg enables M", mode: M, setup: machineMode, code: jump(jalr(0, 30), nop), n: 2, trap: fault(target, M), then: pelp(true)},
		{name: "mseccfg does not enable U", mode: U, setup: machineMode, code: jump(jalr(0, 30), nop), n: 2, then: landed},
		{name: "a pad without label", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), lpad(0)), n: 2, then: landed},
		{name: "a pad with the label of x7", mode: U, menvcfg: lpe, setup: func(h *Hart) { point(h); h.SetX(7, 0xdead_abcde_fff) }, code: jump(jalr(0, 30), lpad(0xabcde)), n: 2, then: landed},
		{name: "a pad with another label", mode: U, menvcfg: lpe, setup: func(h *Hart) { point(h); h.SetX(7, 0xabcdf_000) }, code: jump(jalr(0, 30), lpad(0xabcde)), n: 2, trap: fault(target, U), then: pelp(true)},
		{name: "the label does not matter when no pad is expected", mode: U, menvcfg: lpe, code: jump(func(c *code) { c.op("jal", 0, 16) }, lpad(1)), n: 2, then: landed},
		{name: "nor when it is off", mode: U, setup: point, code: jump(jalr(0, 30), lpad(1)), n: 2, then: landed},
		{name: "auipc with another rd is no pad", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), func(c *code) { c.op("auipc", 6, 0) }), n: 2, trap: fault(target, U), then: func(h *Hart) bool { return h.X(6) == 0x66 }},
		{name: "a pad that is not aligned to 4", mode: U, menvcfg: lpe, setup: func(h *Hart) { h.SetX(30, target+2) }, code: jump(jalr(0, 30), func(c *code) { c.op("c.nop", 0).op("lpad", 0) }), n: 2, trap: fault(target+2, U)},
		{name: "a compressed instruction", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), func(c *code) { c.op("c.nop", 0) }), n: 2, trap: fault(target, U)},
		{name: "goes before an illegal instruction", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), func(c *code) { c.raw(0xffffffff) }), n: 2, trap: fault(target, U)},
		{name: "goes before ecall", mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), func(c *code) { c.op("ecall") }), n: 2, trap: fault(target, U)},
		{name: "comes after a fetch access fault, which keeps ELP", mode: U, menvcfg: lpe, setup: func(h *Hart) { h.SetX(30, 0x1000) }, code: jalr(0, 30), n: 2, trap: &Trap{Cause: FetchAccessFault, PC: 0x1000, Tval: 0x1000, From: U}, then: pelp(true)},
		{name: "another trap has no ELP to keep", mode: U, menvcfg: lpe, status: statusMPELP, code: func(c *code) { c.op("ecall") }, trap: &Trap{Cause: EcallFromU, PC: base, From: U}, then: pelp(false)},
		{name: "an interrupt keeps ELP", mode: U, menvcfg: lpe, setup: func(h *Hart) {
			point(h)
			h.SetCSR(csrMie, 1<<MachineTimer)
			h.m.clint.compare[0] = 1
			h.m.WriteMem(other, newCode(t).op("jal", 0, 0).bytes)
		}, code: jump(jalr(0, 30), nop), n: 2, trap: &Trap{Cause: Interrupt | MachineTimer, PC: target, From: U}, then: pelp(true)},
		{name: "mret restores ELP", mode: M, menvcfg: lpe, status: statusMPELP, setup: func(h *Hart) { h.SetCSR(csrMepc, target) }, code: jump(func(c *code) { c.op("mret") }, nop), n: 2, trap: fault(target, U), then: pelp(true)},
		{name: "mret to a mode without landing pads does not", mode: M, status: statusMPELP, setup: func(h *Hart) { h.SetCSR(csrMepc, target) }, code: jump(func(c *code) { c.op("mret") }, nop), n: 2, then: func(h *Hart) bool { return landed(h) && pelp(false)(h) }},
		{name: "mret clears MPELP", mode: M, menvcfg: lpe, status: statusMPELP, setup: func(h *Hart) { h.SetCSR(csrMepc, target) }, code: jump(func(c *code) { c.op("mret") }, lpad(0)), n: 2, then: func(h *Hart) bool { return landed(h) && pelp(false)(h) }},
		{name: "a defect: calls through x30 are not guarded", cfg: Config{Overrides: map[string]func(Exec) Exec{"jalr": func(next Exec) Exec {
			return func(h *Hart, i *Inst) { next(h, i); h.ExpectLandingPad(false) }
		}}}, mode: U, menvcfg: lpe, setup: point, code: jump(jalr(0, 30), nop), n: 2, then: landed},
	})
}

// Without S mode shadow stacks are never active, but ssp is there.
func TestShadowStack(t *testing.T) {
	const sse = 1 << 3
	illegal := func(word uint64, from Mode) *Trap {
		return &Trap{Cause: IllegalInstruction, PC: base, Tval: word, From: from}
	}
	ssp := func(h *Hart) { h.SetCSR(csrSSP, data+64) }
	unchanged := func(h *Hart) bool { v, _ := h.CSR(csrSSP); return v == data+64 && zeros(0, 0)(h) }
	var tests []environmentTest
	for _, mode := range []Mode{M, U} {
		for _, enabled := range []uint64{0, sse} {
			tests = append(tests,
				environmentTest{name: "sspush", mode: mode, menvcfg: enabled, setup: ssp, code: func(c *code) { c.op("sspush.x1").op("sspush.x5").op("c.sspush.x1") }, n: 3, then: unchanged},
				environmentTest{name: "sspopchk", mode: mode, menvcfg: enabled, setup: ssp, code: func(c *code) { c.op("sspopchk.x1").op("sspopchk.x5").op("c.sspopchk.x5") }, n: 3, then: unchanged},
				environmentTest{name: "ssrdp", mode: mode, menvcfg: enabled, setup: ssp, code: func(c *code) { c.op("ssrdp", 5) }, then: func(h *Hart) bool { return h.X(5) == 0 && unchanged(h) }},
				environmentTest{name: "ssamoswap.w", mode: mode, menvcfg: enabled, setup: ssp, code: func(c *code) { c.op("ssamoswap.w", 5, 6, 27) }, trap: illegal(0x486da2af, mode), then: unchanged},
				environmentTest{name: "ssamoswap.d", mode: mode, menvcfg: enabled, setup: ssp, code: func(c *code) { c.op("ssamoswap.d", 5, 6, 27) }, trap: illegal(0x486db2af, mode), then: unchanged},
			)
		}
	}
	swap := func(c *code) { c.op("csrrw", 5, csrSSP, 6) }
	testEnvironment(t, append(tests,
		environmentTest{name: "ssp in M", mode: M, setup: ssp, code: swap, then: func(h *Hart) bool { v, _ := h.CSR(csrSSP); return h.X(5) == data+64 && v == 0x60 }},
		environmentTest{name: "ssp in U", mode: U, menvcfg: sse, setup: ssp, code: swap, then: func(h *Hart) bool { v, _ := h.CSR(csrSSP); return h.X(5) == data+64 && v == 0x60 }},
		environmentTest{name: "ssp in U without SSE", mode: U, setup: ssp, code: swap, trap: illegal(0x011312f3, U), then: unchanged},
	))
}
