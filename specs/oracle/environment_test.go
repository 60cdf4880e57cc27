package oracle_test

import (
	"testing"

	"touchstone/specs/oracle"
)

const word08 = 0x0f0e0d0c0b0a0908 // what the data region holds at 8

func TestCompareAndSwap(t *testing.T) {
	s := newSetup(t, nil, "I", "Zacas", "Zabha", "Zicsr", "Sm")
	run(t, s, []kase{
		{name: "stores when equal", asm: "amocas.d x10, x12, (x11)", x: regs{10: word08, 11: data + 8, 12: 5}, changed: locs{"mem:80001008": 5}},
		{name: "does not store when equal", asm: "amocas.d x10, x12, (x11)", x: regs{10: word08, 11: data + 8, 12: 5}, changed: locs{}, broken: []string{"Zacas_rv64_amocas-d_op"}, loc: "mem:80001008"},
		{name: "loads when unequal", asm: "amocas.d x10, x12, (x11)", x: regs{10: 1, 11: data + 8}, changed: locs{"x10": word08}},
		{name: "stores when unequal", asm: "amocas.d x10, x12, (x11)", x: regs{10: 1, 11: data + 8, 12: 5}, changed: locs{"x10": word08, "mem:80001008": 5}, broken: []string{"Zacas_rv64_amocas-d_op"}},
		{name: "word ignores upper halves", asm: "amocas.w x10, x12, (x11)", x: regs{10: 0xffffffff_0b0a0908, 11: data + 8, 12: ones}, changed: locs{"x10": 0x0b0a0908, "mem:80001008": 0x0f0e0d0c_ffffffff}},
		{name: "byte ignores upper bits", asm: "amocas.b x10, x12, (x11)", x: regs{10: 0xfff08, 11: data + 8, 12: 0xff77}, changed: locs{"x10": 8, "mem:80001008": 0x0f0e0d0c0b0a0977}},
		{name: "pair", asm: "amocas.q x10, x12, (x14)", x: regs{10: 0x0706050403020100, 11: word08, 12: 1, 13: 2, 14: data}, changed: locs{"mem:80001000": 1, "mem:80001008": 2}},
		{name: "pair with one half equal", asm: "amocas.q x10, x12, (x14)", x: regs{10: 0x0706050403020100, 11: 3, 12: 1, 13: 2, 14: data}, changed: locs{"x11": word08}},
		{name: "pair of x0 stores zeros", asm: "amocas.q x10, x0, (x14)", x: regs{1: 9, 10: 0x0706050403020100, 11: word08, 14: data}, changed: locs{"mem:80001000": 0, "mem:80001008": 0}},
		{name: "pair of x0 takes nothing", asm: "amocas.q x0, x12, (x14)", x: regs{14: data}, changed: locs{}},
		{name: "pair of x0 wrote ra", asm: "amocas.q x0, x12, (x14)", x: regs{14: data}, changed: locs{"x1": word08}, broken: []string{"Zacas_rv64_amocas-q_rd_frst_reg_x0", "Zacas_rv64_amocas-q_rs2_frst_reg_x0"}},
		{name: "odd pair may do anything", asm: ".word 0x28a746af", x: regs{14: data}, changed: locs{"x13": 77}},
		{name: "misaligned pair", asm: "amocas.q x10, x12, (x14)", x: regs{14: data + 8}, trap: trap(6, code, data+8)},
		{name: "misaligned pair is done", asm: "amocas.q x10, x12, (x14)", x: regs{10: 1, 11: 1, 14: data + 8}, changed: locs{}, broken: []string{"Zacas_amocas_rs1_addr_alignment", "pma_mag_op_amo"}},
	})
}

// A granule of 16 bytes lets misaligned loads, stores and AMOs pass that lie within it, and no others.
func TestMisalignedAtomicityGranule(t *testing.T) {
	s := newSetup(t, nil, "I", "A", "Zama16b", "Zicsr", "Sm")
	within := []string{"pma_mag_op_within", "zama16b_pma_mag_req"}
	run(t, s, []kase{
		{name: "load", asm: "ld x10, 0(x11)", x: regs{11: data + 3}, changed: locs{"x10": 0x0a09080706050403}},
		{name: "load traps", asm: "ld x10, 0(x11)", x: regs{11: data + 3}, trap: trap(4, code, data+3), broken: within},
		{name: "store traps", asm: "sw x12, 0(x11)", x: regs{11: data + 6}, trap: trap(6, code, data+6), broken: within},
		{name: "load across traps", asm: "ld x10, 0(x11)", x: regs{11: data + 9}, trap: trap(4, code, data+9)},
		{name: "AMO traps", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 6}, trap: trap(6, code, data+6), broken: within},
		{name: "AMO across is done", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 14, 12: 0}, changed: locs{"x10": 0x11100f0e}, broken: []string{"amo_alignment", "pma_mag_op_amo"}},
		{name: "LR is done", asm: "lr.w x10, (x11)", x: regs{11: data + 6}, changed: locs{"x10": 0x09080706}, broken: []string{"pma_mag_op_rsrv"}},
	})
}

func TestCacheBlocks(t *testing.T) {
	s := newSetup(t, nil, "I", "Zic64b", "Zicbom", "Zicboz", "Zicsr", "Sm")
	cleared := locs{}
	for _, l := range []string{"mem:80001040", "mem:80001048", "mem:80001050", "mem:80001058", "mem:80001060", "mem:80001068", "mem:80001070", "mem:80001078"} {
		cleared[l] = 0
	}
	at := regs{11: data + 0x47}
	run(t, s, []kase{
		{name: "zero", asm: "cbo.zero (x11)", x: at, changed: cleared},
		{name: "zero of one doubleword", asm: "cbo.zero (x11)", x: at, changed: locs{"mem:80001040": 0}, broken: []string{"cbo-zero_op", "cbo-zero_specified_block", "cbo-zero_unaligned", "zic64b_cache_block_size"}},
		{name: "zero enabled", mode: "U", asm: "cbo.zero (x11)", csr: locs{"menvcfg": 0x80}, x: at, changed: cleared},
		{name: "zero not enabled", mode: "U", asm: "cbo.zero (x11)", csr: locs{"menvcfg": 0x70}, x: at, trap: trap(2, code, 0)},
		{name: "zero executes, not enabled", mode: "U", asm: "cbo.zero (x11)", csr: locs{"menvcfg": 0x70}, x: at, changed: cleared, broken: []string{"cbo-zero_basedon_xenvcfg-CBZE"}, loc: "cause"},
		{name: "misaligned", asm: "cbo.zero (x11)", x: at, trap: trap(6, code, data+0x47), broken: []string{"cbo-zero_unaligned", "no_addr_misaligned_excep"}},
		{name: "clean", mode: "U", asm: "cbo.clean (x11)", csr: locs{"menvcfg": 0x40}, x: at},
		{name: "clean not enabled", mode: "U", asm: "cbo.clean (x11)", csr: locs{"menvcfg": 0xb0}, x: at, broken: []string{"cbo-clean_cbo-flush"}},
		{name: "inval as a flush", mode: "U", asm: "cbo.inval (x11)", csr: locs{"menvcfg": 0x10}, x: at},
		{name: "inval as a flush loses data", mode: "U", asm: "cbo.inval (x11)", csr: locs{"menvcfg": 0x10}, x: at, changed: locs{"mem:80001040": 0}, broken: []string{"cbo-inval"}},
		{name: "inval loses data", mode: "U", asm: "cbo.inval (x11)", csr: locs{"menvcfg": 0x30}, x: at, changed: locs{"mem:80001040": 0}},
	})
}

func TestPointerMasking(t *testing.T) {
	s := newSetup(t, nil, "I", "Supm", "Zicsr", "Sm")
	const tag = 0xfe << 56
	masked := locs{"menvcfg": 2 << 32}
	run(t, s, []kase{
		{name: "7 bits", mode: "U", asm: "ld x10, 8(x11)", csr: masked, x: regs{11: tag | data}, changed: locs{"x10": word08}},
		{name: "tag is not ignored", mode: "U", asm: "ld x10, 8(x11)", csr: masked, x: regs{11: tag | data}, trap: trap(5, code, tag|data+8), broken: []string{"ldst_no_exc_aligned", "pm_apply_explicit", "pm_ignore_pa"}},
		{name: "16 bits", mode: "U", asm: "ld x10, 8(x11)", csr: locs{"menvcfg": 3 << 32}, x: regs{11: 0xffff<<48 | data}, changed: locs{"x10": word08}},
		{name: "trap value is transformed", mode: "U", asm: "ld x10, 0(x11)", csr: locs{"menvcfg": 2 << 32, "pmpcfg0": 0x1f10, "pmpaddr0": data >> 2, "pmpaddr1": ones >> 10}, x: regs{11: tag | data}, trap: trap(5, code, tag|data), broken: []string{"mtval_vaddr_wr1", "pm_apply_explicit", "pm_csr_hw_apply", "pm_ignore_pa"}, loc: "tval"},
	})
}

func TestLandingPads(t *testing.T) {
	s := newSetup(t, nil, "I", "Zca", "Zicfilp", "Zicsr", "Sm")
	const on = 4 // menvcfg.LPE
	jump := func(to string) string { return "jalr x0, 4(x11)\n" + to }
	at := func(x7 uint64) regs { return regs{11: code, 7: x7} }
	fault := trap(18, code+4, 2)
	run(t, s, []kase{
		{name: "lpad", mode: "U", asm: jump("lpad 0"), csr: locs{"menvcfg": on}, x: at(0)},
		{name: "nop", mode: "U", asm: jump("nop"), csr: locs{"menvcfg": on}, x: at(0), trap: fault},
		{name: "nop goes on", mode: "U", asm: jump("nop"), csr: locs{"menvcfg": on}, x: at(0), broken: []string{"Zicfilp_exception_priority", "Zicflip_elp_lpad_expected", "Zicflip_lpad_enabled_instr_allowed", "lpad_sw_exception"}},
		{name: "the exit is no landing pad", mode: "U", asm: "jalr x0, 4(x11)", csr: locs{"menvcfg": on}, x: at(0), trap: fault},
		{name: "label matches", mode: "U", asm: jump("lpad 0x12345"), csr: locs{"menvcfg": on}, x: at(0xabcd_12345678)},
		{name: "label differs", mode: "U", asm: jump("lpad 0x12345"), csr: locs{"menvcfg": on}, x: at(0x12344678), trap: fault},
		{name: "label differs and passes", mode: "U", asm: jump("lpad 0x12345"), csr: locs{"menvcfg": on}, x: at(0), broken: []string{"Zicflip_lpad_exception", "Zicflip_lpad_label", "lpad_sw_exception"}},
		{name: "misaligned", mode: "U", asm: "c.nop\njalr x0, 6(x11)\nlpad 0", csr: locs{"menvcfg": on}, x: at(0), trap: trap(18, code+6, 2)},
		{name: "software-guarded", mode: "U", asm: "jalr x0, 4(x7)\nnop", csr: locs{"menvcfg": on}, x: regs{7: code}},
		{name: "not enabled", mode: "U", asm: jump("nop"), csr: locs{"menvcfg": 0}, x: at(0)},
		{name: "the trap saves the expectation", mode: "U", asm: jump("nop"), csr: locs{"menvcfg": on, "mstatus": 0}, x: at(0), trap: fault, changed: locs{"csr:mstatus": 1 << 41, "csr:mcause": 18}},
		{name: "the trap does not save it", mode: "U", asm: jump("nop"), csr: locs{"menvcfg": on, "mstatus": 0}, x: at(0), trap: fault, changed: locs{"csr:mstatus": 0, "csr:mcause": 18}, broken: []string{"Zicfilp_pelp_trap"}, loc: "csr:mstatus"},
	})
}

// Without supervisor mode the shadow stack is active nowhere, and ssp a register like others.
func TestInactiveShadowStack(t *testing.T) {
	s := newSetup(t, nil, "I", "Zicfiss", "Zcmop", "Zicsr", "Sm")
	run(t, s, []kase{
		{name: "push", mode: "U", asm: "sspush.x1\nsspopchk.x5\nc.sspush.x1\nc.sspopchk.x5", csr: locs{"menvcfg": 8, "ssp": data + 16}},
		{name: "pointer reads as zero", mode: "U", asm: "ssrdp x10", csr: locs{"menvcfg": 8, "ssp": data + 16}, changed: locs{"x10": 0}},
		{name: "swap is illegal", asm: "ssamoswap.d x10, x12, (x11)", x: regs{11: data}, trap: trap(2, code, 0)},
		{name: "ssp is closed", mode: "U", asm: "csrr x10, ssp", csr: locs{"menvcfg": 0, "ssp": 8}, trap: trap(2, code, 0)},
		{name: "ssp is closed, and read", mode: "U", asm: "csrr x10, ssp", csr: locs{"menvcfg": 0, "ssp": 8}, changed: locs{"x10": 8}, broken: []string{"Zicfilp_ssp_below_m_mode"}},
		{name: "ssp is open", mode: "U", asm: "csrw ssp, x11\ncsrr x10, ssp", csr: locs{"menvcfg": 8, "ssp": 0}, x: regs{11: 0x1003}, changed: locs{"x10": 0x1000, "csr:ssp": 0x1000}},
		{name: "ssp keeps its lowest bits", mode: "U", asm: "csrw ssp, x11", csr: locs{"menvcfg": 8, "ssp": 0}, x: regs{11: 0x1003}, changed: locs{"csr:ssp": 0x1003}, broken: []string{"csr_ssp", "csrrw_op"}},
	})
}

// A wait may be over at once; only TW, below machine mode, makes one illegal.
func TestWaits(t *testing.T) {
	s := newSetup(t, nil, "I", "A", "Zawrs", "Zicsr", "Sm")
	held := &oracle.Reservation{Addr: data, Size: 8}
	run(t, s, []kase{
		{name: "wrs.nto", mode: "U", asm: "wrs.nto", csr: locs{"mstatus": 0}, reserve: held},
		{name: "wrs.nto is illegal", mode: "U", asm: "wrs.nto", csr: locs{"mstatus": 0}, trap: trap(2, code, 0), broken: []string{"Zawrs_priv_illegal_instr_excp"}},
		{name: "wrs.nto is illegal under TW", mode: "U", asm: "wrs.nto", csr: locs{"mstatus": 1 << 21}, trap: trap(2, code, 0)},
		{name: "wrs.nto is illegal in machine mode", asm: "wrs.nto", csr: locs{"mstatus": 1 << 21}, trap: trap(2, code, 0), broken: []string{"Zawrs_wrs-nto_stall_exec"}},
		{name: "wrs.sto is illegal under TW", mode: "U", asm: "wrs.sto", csr: locs{"mstatus": 1 << 21}, trap: trap(2, code, 0), broken: []string{"Zawrs_wrs-sto_stall_duration"}},
	})
}
