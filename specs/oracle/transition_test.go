package oracle_test

import (
	"errors"
	"testing"

	"touchstone/specs/oracle"
)

type regs = map[int]uint64
type locs = map[string]uint64

func trap(cause, pc, tval uint64) *oracle.Trap { return &oracle.Trap{Cause: cause, PC: pc, Tval: tval} }

// Control transfer: where execution goes on, the link, and who is blamed.
func TestControl(t *testing.T) {
	s := newSetup(t, nil)
	skip := "addi x5, x0, 1" // four bytes that a taken branch skips
	run(t, s, []kase{
		{name: "jal links and jumps", asm: "jal x10, 1f\n" + skip + "\n1:", changed: locs{"x10": code + 4}},
		{name: "jal links wrongly", asm: "jal x10, 1f\n" + skip + "\n1:", changed: locs{"x10": code + 8}, broken: []string{"jal_op"}, loc: "x10"},
		{name: "jal falls through", asm: "jal x10, 1f\n" + skip + "\n" + skip + "\n1:", trap: trap(11, code+16, 0), changed: locs{"x10": code + 4}, broken: []string{"jal_target"}, loc: "pc"},
		{name: "jalr clears bit 0", asm: "jalr x10, 9(x11)\n" + skip, x: regs{11: code}, changed: locs{"x10": code + 4}},
		{name: "jalr onto itself", asm: "jalr x11, 8(x11)\n" + skip, x: regs{11: code}, changed: locs{"x11": code + 4}},
		{name: "compressed jump links pc + 2", asm: "c.jalr x11\nc.nop\n", x: regs{11: code + 4}, changed: locs{"x1": code + 2}},
		{name: "compressed jump links pc + 4", asm: "c.jalr x11\nc.nop\n", x: regs{11: code + 4}, changed: locs{"x1": code + 4}, broken: []string{"c-jalr_op"}},
		{name: "beq taken", asm: "beq x11, x12, 1f\n" + skip + "\n1:", x: regs{11: 7, 12: 7}},
		{name: "beq taken wrongly", asm: "beq x11, x12, 1f\n" + skip + "\n1:", x: regs{11: 7, 12: 8}, changed: locs{}, broken: []string{"addi_op"}},
		{name: "blt signed", asm: "blt x11, x12, 1f\n" + skip + "\n1:", x: regs{11: min64, 12: 0}},
		{name: "bltu unsigned", asm: "bltu x11, x12, 1f\n" + skip + "\n1:", x: regs{11: min64, 12: 0}, changed: locs{"x5": 1}},
		{name: "bgeu equal", asm: "bgeu x11, x11, 1f\n" + skip + "\n1:", x: regs{11: ones}},
	})
}

// Without 16-bit instructions a taken jump must land on four bytes.
func TestMisalignedTargets(t *testing.T) {
	s := newSetup(t, nil, "I", "Zicsr", "Sm")
	run(t, s, []kase{
		{name: "jal traps", asm: "jal x10, .+6", trap: trap(0, code, code+6)},
		{name: "jal traps with tval 0", asm: "jal x10, .+6", trap: trap(0, code, 0)},
		{name: "jal traps with another tval", asm: "jal x10, .+6", trap: trap(0, code, code+4), broken: []string{"mtval_vaddr_wr1"}, loc: "tval"},
		{name: "jal traps but links", asm: "jal x10, .+6", trap: trap(0, code, 0), changed: locs{"x10": code + 4}, broken: []string{"jal_op"}},
		{name: "jal does not trap", asm: "jal x10, .+6", trap: trap(11, code+6, 0), changed: locs{"x10": code + 4}, broken: []string{"jump_misaligned_exception", "taken_cti_misaligned_exc"}},
		{name: "trap reported on the target", asm: "jal x10, .+6", trap: trap(0, code+6, 0), broken: []string{"jump_misaligned_exception", "taken_cti_misaligned_exc"}},
		{name: "jalr to 2 modulo 4", asm: "jalr x10, 0(x11)", x: regs{11: code + 3}, trap: trap(0, code, code+2)},
		{name: "branch taken", asm: "beq x0, x0, .+6", trap: trap(0, code, code+6)},
		{name: "branch not taken", asm: "bne x0, x0, .+6"},
		{name: "branch not taken traps", asm: "bne x0, x0, .+6", trap: trap(0, code, code+6), broken: []string{"branch_misaligned_untaken_exception", "cond_br_no_ia_misaligned_exc_not_taken"}},
	})
}

func TestMemory(t *testing.T) {
	s := newSetup(t, nil)
	at := regs{11: data + 8, 12: 0x1122334455667788}
	run(t, s, []kase{
		{name: "lb", asm: "lb x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0xffffffffffffff80}},
		{name: "lbu", asm: "lbu x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0x80}},
		{name: "lh", asm: "lh x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0xffffffffffff8180}},
		{name: "lhu negative offset", asm: "lhu x10, -2(x11)", x: regs{11: data + 0x82}, changed: locs{"x10": 0x8180}},
		{name: "lw", asm: "lw x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0xffffffff83828180}},
		{name: "lwu", asm: "lwu x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0x83828180}},
		{name: "lwu sign-extended", asm: "lwu x10, 0(x11)", x: regs{11: data + 0x80}, changed: locs{"x10": 0xffffffff83828180}, broken: []string{"load_op", "lwu_op"}},
		{name: "ld", asm: "ld x10, 0(x11)", x: regs{11: data}, changed: locs{"x10": 0x0706050403020100}},
		{name: "sb", asm: "sb x12, 3(x11)", x: at, changed: locs{"mem:80001008": 0x0f0e0d0c880a0908}},
		{name: "sh", asm: "sh x12, 2(x11)", x: at, changed: locs{"mem:80001008": 0x0f0e0d0c77880908}},
		{name: "sw", asm: "sw x12, 4(x11)", x: at, changed: locs{"mem:80001008": 0x556677880b0a0908}},
		{name: "sd", asm: "sd x12, 0(x11)", x: at, changed: locs{"mem:80001008": 0x1122334455667788}},
		{name: "sw writes too much", asm: "sw x12, 0(x11)", x: at, changed: locs{"mem:80001008": 0x1122334455667788}, broken: []string{"sw_op", "sw_op_rv64i", "store_op"}},
		{name: "sd at another address", asm: "sd x12, 0(x11)", x: at, changed: locs{"mem:80001010": 0x1122334455667788}, broken: []string{"ldst_ea"}},
		{name: "sd also elsewhere", asm: "sd x12, 0(x11)", x: at, changed: locs{"mem:80001008": 0x1122334455667788, "mem:80001010": 1}, broken: []string{"sd_op_rv64i", "store_op"}, loc: "mem:80001010"},
		{name: "store that stores what is there", asm: "sb x0, 0(x11)", x: regs{11: data}},
		{name: "a store is seen by a load", asm: "sd x12, 0(x11)\nlw x10, 4(x11)", x: at, changed: locs{"mem:80001008": 0x1122334455667788, "x10": 0x11223344}},
		{name: "an aligned load traps as misaligned", asm: "lw x10, 0(x11)", x: at, trap: trap(4, code, data+8), broken: []string{"ldst_no_exc_aligned"}},
		{name: "a load is taken for illegal", asm: "lw x10, 0(x11)", x: at, trap: trap(2, code, 0), broken: []string{"lw_enc"}},
	})
}

// Plain misaligned accesses: done, or one of two exceptions; the ICS narrows it.
func TestMisaligned(t *testing.T) {
	at := regs{11: data + 7, 12: 0x1122334455667788}
	loaded := locs{"x10": 0x0e0d0c0b0a090807}
	done := kase{name: "ld done", asm: "ld x10, 0(x11)", x: at, changed: loaded}
	trap4 := kase{name: "ld traps 4", asm: "ld x10, 0(x11)", x: at, trap: trap(4, code, data+7)}
	trap5 := kase{name: "ld traps 5", asm: "ld x10, 0(x11)", x: at, trap: trap(5, code, data+7)}
	not := func(k kase, rules ...string) kase { k.broken = rules; return k }
	run(t, newSetup(t, nil), []kase{
		done, trap4, trap5,
		{name: "tval 0", asm: "ld x10, 0(x11)", x: at, trap: trap(4, code, 0)},
		{name: "tval next to it", asm: "ld x10, 0(x11)", x: at, trap: trap(4, code, data+8), broken: []string{"mtval_vaddr_wr1"}},
		{name: "cause of a store", asm: "ld x10, 0(x11)", x: at, trap: trap(6, code, data+7), broken: []string{"mcause_exccode_ld_ldrsv"}},
		{name: "traps and loads", asm: "ld x10, 0(x11)", x: at, trap: trap(4, code, data+7), changed: loaded, broken: []string{"ld_op_rv64i", "load_op"}},
		{name: "store over two doublewords", asm: "sd x12, 0(x11)", x: at, changed: locs{"mem:80001000": 0x8806050403020100, "mem:80001008": 0x0f11223344556677}},
		{name: "half of the store", asm: "sd x12, 0(x11)", x: at, changed: locs{"mem:80001000": 0x8806050403020100}, broken: []string{"sd_op_rv64i", "store_op"}},
		{name: "store traps 6", asm: "sd x12, 0(x11)", x: at, trap: trap(6, code, data+7)},
		{name: "store traps 7", asm: "sd x12, 0(x11)", x: at, trap: trap(7, code, data+7)},
	})
	t.Run("in hardware", func(t *testing.T) {
		run(t, newSetup(t, map[string]any{"MISALIGNED_LDST_HW_SUPPORT": true}), []kase{
			done, not(trap4, "ld_op_rv64i", "load_op"), not(trap5, "ld_op_rv64i", "load_op"),
		})
	})
	t.Run("never in hardware", func(t *testing.T) {
		run(t, newSetup(t, map[string]any{"MISALIGNED_LDST_HW_SUPPORT": false, "MISALIGNED_LDST_EXC_TYPE": "access-fault"}), []kase{
			not(done, "mcause_exccode_ld_ldrsv"), not(trap4, "mcause_exccode_ld_ldrsv"), trap5,
		})
	})
}

func TestAtomics(t *testing.T) {
	s := newSetup(t, nil)
	at := regs{11: data, 12: 0xffffffff80000000}
	held := map[uint64]uint64{data: 0x00000000_7fffffff}
	run(t, s, []kase{
		{name: "amoswap.w", asm: "amoswap.w x10, x12, (x11)", x: at, mem: held, changed: locs{"x10": 0x7fffffff, "mem:80001000": 0x80000000}},
		{name: "amoadd.w wraps", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data, 12: 1}, mem: held, changed: locs{"x10": 0x7fffffff, "mem:80001000": 0x80000000}},
		{name: "amomin.w signed", asm: "amomin.w x10, x12, (x11)", x: at, mem: held, changed: locs{"x10": 0x7fffffff, "mem:80001000": 0x80000000}},
		{name: "amominu.w unsigned", asm: "amominu.w x10, x12, (x11)", x: at, mem: held, changed: locs{"x10": 0x7fffffff}},
		{name: "amomaxu.w ignores the upper half", asm: "amomaxu.w x10, x12, (x11)", x: regs{11: data, 12: 0xff_00000001}, mem: held, changed: locs{"x10": 0x7fffffff}},
		{name: "amomax.w signed", asm: "amomax.w x10, x12, (x11)", x: at, mem: held, changed: locs{"x10": 0x7fffffff}},
		{name: "amoswap.w sign-extends", asm: "amoswap.w x10, x12, (x11)", x: regs{11: data, 12: 0}, mem: map[uint64]uint64{data: 0x80000000}, changed: locs{"x10": 0xffffffff80000000, "mem:80001000": 0}},
		{name: "amoswap.w does not", asm: "amoswap.w x10, x12, (x11)", x: regs{11: data, 12: 0}, mem: map[uint64]uint64{data: 0x80000000}, changed: locs{"x10": 0x80000000, "mem:80001000": 0}, broken: []string{"amo_operand_size"}},
		{name: "amomin.d", asm: "amomin.d x10, x12, (x11)", x: at, mem: held, changed: locs{"x10": 0x7fffffff, "mem:80001000": 0xffffffff80000000}},
		{name: "amoxor.d, rd = rs2", asm: "amoxor.d x12, x12, (x11)", x: at, mem: held, changed: locs{"x12": 0x7fffffff, "mem:80001000": 0xffffffffffffffff}},
		{name: "misaligned traps 6", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2}, trap: trap(6, code, data+2)},
		{name: "misaligned traps 7", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2}, trap: trap(7, code, data+2)},
		{name: "misaligned traps 4", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2}, trap: trap(4, code, data+2), broken: []string{"amo_alignment", "pma_mag_op_amo"}},
		{name: "misaligned succeeds", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2, 12: 0}, changed: locs{"x10": 0x05040302}, broken: []string{"amo_alignment", "pma_mag_op_amo"}},
	})
	t.Run("granule", func(t *testing.T) {
		run(t, newSetup(t, map[string]any{"MISALIGNED_ATOMICITY_GRANULE_SIZE": 16}), []kase{
			{name: "within", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2, 12: 0}, changed: locs{"x10": 0x05040302}},
			{name: "within traps", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 2, 12: 0}, trap: trap(6, code, data+2), broken: []string{"pma_mag_op_within"}},
			{name: "across traps", asm: "amoadd.w x10, x12, (x11)", x: regs{11: data + 14, 12: 0}, trap: trap(6, code, data+14)},
		})
	})
}

func TestLoadReservedStoreConditional(t *testing.T) {
	s := newSetup(t, nil)
	at := regs{11: data, 12: 0x55, 13: data + 64}
	pair := "lr.w x10, (x11)\nsc.w x14, x12, (x11)"
	lr := locs{"x10": 0x03020100}
	plus := func(base locs, more locs) locs {
		out := locs{}
		for k, v := range base {
			out[k] = v
		}
		for k, v := range more {
			out[k] = v
		}
		return out
	}
	ok := plus(lr, locs{"x14": 0, "mem:80001000": 0x0706050400000055})
	run(t, s, []kase{
		{name: "succeeds", asm: pair, x: at, changed: ok},
		{name: "fails with code 1", asm: pair, x: at, changed: plus(lr, locs{"x14": 1})},
		{name: "fails with another code", asm: pair, x: at, changed: plus(lr, locs{"x14": 0x1f})},
		{name: "says it failed, and wrote", asm: pair, x: at, changed: plus(ok, locs{"x14": 1}), broken: []string{"sc_w_success"}},
		{name: "says it succeeded, and did not write", asm: pair, x: at, changed: plus(lr, locs{"x14": 0}), broken: []string{"sc_w_success"}},
		{name: "fails without a reservation", asm: "sc.w x14, x12, (x11)", x: at, changed: locs{"x14": 1}},
		{name: "succeeds without a reservation", asm: "sc.w x14, x12, (x11)", x: at, changed: locs{"x14": 0, "mem:80001000": 0x0706050400000055}, broken: []string{"sc_w_failure"}},
		{name: "reservation from before", asm: "sc.w x14, x12, (x11)", x: at, reserve: &oracle.Reservation{Addr: data, Size: 4}, changed: locs{"x14": 0, "mem:80001000": 0x0706050400000055}},
		{name: "second sc fails", asm: pair + "\nsc.w x15, x0, (x11)", x: at, changed: plus(ok, locs{"x15": 1})},
		{name: "second sc succeeds", asm: pair + "\nsc.w x15, x0, (x11)", x: at, changed: plus(ok, locs{"x15": 0, "mem:80001000": 0x0706050400000000}), broken: []string{"sc_intervening_sc_fail", "sc_reservation_invalidate", "sc_w_failure"}},
		{name: "own store between: succeeds", asm: "lr.w x10, (x11)\nsb x0, 0(x11)\nsc.w x14, x12, (x11)", x: at, changed: ok},
		{name: "own store between: fails", asm: "lr.w x10, (x11)\nsb x0, 1(x11)\nsc.w x14, x12, (x11)", x: at, changed: plus(lr, locs{"x14": 1, "mem:80001000": 0x0706050403020000})},
		{name: "larger reservation set", asm: "lr.w x10, (x11)\nsc.w x14, x12, (x13)", x: at, changed: plus(lr, locs{"x14": 0, "mem:80001040": 0x4746454400000055})},
		{name: "misaligned lr", asm: "lr.w x10, (x11)", x: regs{11: data + 1}, trap: trap(5, code, data+1)},
		{name: "misaligned sc", asm: "sc.w x10, x12, (x11)", x: regs{11: data + 1}, trap: trap(6, code, 0)},
		{name: "misaligned sc just fails", asm: "sc.w x10, x12, (x11)", x: regs{11: data + 1}, changed: locs{"x10": 1}, broken: []string{"pma_mag_op_rsrv"}},
		{name: "retry loop", asm: "1: lr.d x10, (x11)\nsc.d x14, x12, (x11)\nbnez x14, 1b", x: at, changed: locs{"x10": 0x0706050403020100, "x14": 0, "mem:80001000": 0x55}},
		{name: "retry loop that leaves early", asm: "1: lr.d x10, (x11)\nsc.d x14, x12, (x11)\nbnez x14, 1b", x: at, changed: locs{"x10": 0x0706050403020100, "x14": 1}, broken: []string{"lr_sc_rv64"}},
	})
	t.Run("64-byte sets", func(t *testing.T) {
		run(t, newSetup(t, map[string]any{"LR_RESERVATION_SET_SIZE": 64}), []kase{
			{name: "outside", asm: "lr.w x10, (x11)\nsc.w x14, x12, (x13)", x: at, changed: plus(lr, locs{"x14": 1})},
			{name: "outside succeeds", asm: "lr.w x10, (x11)\nsc.w x14, x12, (x13)", x: at, changed: plus(lr, locs{"x14": 0, "mem:80001040": 0x4746454400000055}), broken: []string{"sc_addr_not_in_reservation_fail", "sc_w_failure"}},
		})
	})
}

// Which rule is blamed: one fault, the rules it breaks.
func TestBlame(t *testing.T) {
	s := newSetup(t, nil)
	run(t, s, []kase{
		{name: "wrong sum", asm: "add x10, x11, x12", x: regs{11: 1, 12: 2}, changed: locs{"x10": 4}, broken: []string{"add_op", "R-type_operands"}},
		{name: "wrong sum that overflows", asm: "add x10, x11, x12", x: regs{11: max64, 12: 1}, changed: locs{"x10": max64}, broken: []string{"add_op", "R-type_operands", "add_overflow"}},
		{name: "wrong word sum that overflows", asm: "addiw x10, x11, 1", x: regs{11: 0x7fffffff}, changed: locs{"x10": 0x80000000}, broken: []string{"addiw_op", "rv64_w_sex", "addiw_overflow"}},
		{name: "no overflow from an upper half", asm: "addiw x10, x11, 1", x: regs{11: 0xff_00000001}, changed: locs{"x10": 3}, broken: []string{"addiw_op", "rv64_w_sex"}},
		{name: "encoding", asm: "add x10, x11, x12", trap: trap(2, code, 0), broken: []string{"add_enc"}, loc: "cause"},
		{name: "another register", asm: "add x10, x11, x12", x: regs{11: 1, 12: 2}, changed: locs{"x10": 3, "x20": 0}, broken: []string{"add_op", "R-type_operands"}, loc: "x20"},
		{name: "x0 written", asm: "add x0, x11, x12", x: regs{11: 1, 12: 2}, changed: locs{"x0": 3}, broken: []string{"x0eq0"}, loc: "x0"},
		{name: "x0 written, seen later", asm: "add x0, x11, x12\naddi x10, x0, 0", x: regs{11: 1, 12: 2}, changed: locs{"x10": 3}, broken: []string{"x0eq0"}, loc: "x10"},
		{name: "not x0: the later one is wrong", asm: "add x0, x11, x12\naddi x10, x0, 0", x: regs{11: 1, 12: 2}, changed: locs{"x10": 5}, broken: []string{"addi_op"}},
		{name: "division by zero", asm: "div x10, x11, x0", changed: locs{"x10": 0}, broken: []string{"div_by_zero"}},
		{name: "remainder by zero", asm: "remw x10, x11, x0", x: regs{11: 5}, changed: locs{"x10": 0}, broken: []string{"rem_by_zero"}},
		{name: "division traps", asm: "div x10, x11, x0", trap: trap(2, code, 0), broken: []string{"div_by_zero"}},
		{name: "overflow", asm: "div x10, x11, x12", x: regs{11: min64, 12: ones}, changed: locs{"x10": 0}, broken: []string{"signed_div_overflow"}},
		{name: "plain division", asm: "div x10, x11, x12", x: regs{11: 6, 12: 2}, changed: locs{"x10": 4}, broken: []string{"div_op"}},
		{name: "fence with reserved fields", asm: ".insn 0x0ff5858f", trap: trap(2, code, 0), broken: []string{"fence_unused_flds_rsv"}},
		{name: "fence without", asm: "fence", trap: trap(2, code, 0), broken: []string{"fence_enc"}},
		{name: "compressed", asm: "c.addi x10, 1", x: regs{10: 1}, changed: locs{"x10": 3}, broken: []string{"c-addi_op"}},
		{name: "second instruction", asm: "addi x10, x0, 1\nslli x11, x10, 4", changed: locs{"x10": 1, "x11": 8}, broken: []string{"slli_op"}},
		{name: "mode", asm: "nop", trap: &oracle.Trap{Cause: 11, PC: code + 4, Mode: "U"}, broken: []string{"ecall_op"}, loc: "mode"},
		{name: "tval of the exit", asm: "nop", trap: trap(11, code+4, 7), broken: []string{"mtval_other_traps_zero"}, loc: "tval"},
		{name: "cause of the exit", asm: "nop", trap: trap(8, code+4, 0), broken: []string{"ecall_op"}, loc: "cause"},
		{name: "exit taken for illegal", asm: "nop", trap: trap(2, code+4, 0), broken: []string{"ecall_enc"}, loc: "cause"},
	})
}

// Legal outcomes of traps in machine mode.
func TestTraps(t *testing.T) {
	s := newSetup(t, nil)
	run(t, s, []kase{
		{name: "ebreak tval pc", asm: "ebreak", trap: trap(3, code, code)},
		{name: "ebreak tval 0", asm: "ebreak", trap: trap(3, code, 0)},
		{name: "ebreak tval else", asm: "ebreak", trap: trap(3, code, 4), broken: []string{"mtval_vaddr_wr1"}},
		{name: "ebreak epc", asm: "ebreak", trap: trap(3, code+4, 0), broken: []string{"ebreak_op"}},
		{name: "ecall from U", asm: "ecall\nnop", mode: "U", trap: trap(8, code, 0)},
		{name: "ecall from U as from M", asm: "ecall\nnop", mode: "U", trap: trap(11, code, 0), broken: []string{"ecall_op"}},
		{name: "ecall tval", asm: "ecall\nnop", trap: trap(11, code, 1), broken: []string{"mtval_other_traps_zero"}},
		{name: "zeros", asm: ".insn 0", trap: trap(2, code, 0)},
		{name: "zeros executed", asm: ".insn 0", trap: trap(11, code+2, 0), broken: []string{"Zca_illegal"}},
		{name: "ones: tval the word", asm: ".insn 0xffffffff", trap: trap(2, code, 0xffffffff)},
		{name: "ones: tval sign-extended", asm: ".insn 0xffffffff", trap: trap(2, code, ones), broken: []string{"mtval_instr_bits"}},
		{name: "reserved encodings may do anything", asm: ".insn 0x0000700b", changed: locs{"x10": 1, "mem:80001000": 2}},
		{name: "csr without privilege", asm: "csrr x10, mscratch", mode: "U", trap: trap(2, code, 0)},
		{name: "csr read without privilege", asm: "csrr x10, mscratch", mode: "U", changed: locs{"x10": 0}, broken: []string{"Zicsr_illegal_mode"}},
	})
}

func TestCSRs(t *testing.T) {
	s := newSetup(t, nil)
	scratch := map[string]uint64{"mscratch": 0xf0}
	run(t, s, []kase{
		{name: "swap", asm: "csrrw x10, mscratch, x11", x: regs{11: 0xabc}, csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0xabc}},
		{name: "swap, not written", asm: "csrrw x10, mscratch, x11", x: regs{11: 0xabc}, csr: scratch, changed: locs{"x10": 0xf0}, broken: []string{"csrrw_op"}, loc: "csr:mscratch"},
		{name: "set", asm: "csrrs x10, mscratch, x11", x: regs{11: 0x0f}, csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0xff}},
		{name: "clear", asm: "csrrc x10, mscratch, x11", x: regs{11: 0x30}, csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0xc0}},
		{name: "set immediate", asm: "csrrsi x10, mscratch, 1", csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0xf1}},
		{name: "clear as set", asm: "csrrc x10, mscratch, x11", x: regs{11: 0x31}, csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0xf1}, broken: []string{"csrrc_op"}},
		{name: "x0 writes nothing", asm: "csrrs x10, mscratch, x0", csr: scratch, changed: locs{"x10": 0xf0}},
		{name: "x0 writes zero", asm: "csrrs x10, mscratch, x0", csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0}, broken: []string{"zicsr_rs1_x0"}},
		{name: "uimm 0 writes zero", asm: "csrrci x10, mscratch, 0", csr: scratch, changed: locs{"x10": 0xf0, "csr:mscratch": 0}, broken: []string{"zicsr_uimm_zero"}},
		{name: "rd = rs1", asm: "csrrw x11, mscratch, x11", x: regs{11: 5}, csr: scratch, changed: locs{"x11": 0xf0, "csr:mscratch": 5}},
		{name: "write then read, old value unknown", asm: "csrw mscratch, x11\ncsrr x10, mscratch", x: regs{11: 5}, changed: locs{"x10": 5}},
		{name: "write then read, wrong", asm: "csrw mscratch, x11\ncsrr x10, mscratch", x: regs{11: 5}, changed: locs{"x10": 6}, broken: []string{"csrrs_op"}},
		{name: "set bits of an unknown value", asm: "csrs mscratch, x11\ncsrr x10, mscratch", x: regs{11: 5}, changed: locs{"x10": 0x1235}},
		{name: "bits not set", asm: "csrs mscratch, x11\ncsrr x10, mscratch", x: regs{11: 5}, changed: locs{"x10": 0x1234}, broken: []string{"csrrs_op"}},
		{name: "read-only written", asm: "csrrw x10, mhartid, x11", trap: trap(2, code, 0)},
		{name: "read-only write ignored", asm: "csrrw x10, mhartid, x11", changed: locs{"x10": 0}, broken: []string{"Zicsr_illegal_acc"}},
		{name: "read-only set with x0", asm: "csrrs x10, mhartid, x0", csr: map[string]uint64{"mhartid": 0}, changed: locs{"x10": 0}},
		{name: "read-only set with x0 traps", asm: "csrrs x10, mhartid, x0", trap: trap(2, code, 0), broken: []string{"zicsr_rs1_x0"}},
		{name: "read-only set with a register that holds 0", asm: "csrrs x10, mhartid, x11", x: regs{11: 0}, trap: trap(2, code, 0)},
		{name: "unknown CSR", asm: "csrr x10, 0x7c0", changed: locs{"x10": 5}},
		{name: "cycle counts", asm: "csrr x10, cycle", changed: locs{"x10": 12345}},
		{name: "cycle in U, closed", asm: "csrr x10, cycle", mode: "U", csr: map[string]uint64{"mcounteren": 6}, trap: trap(2, code, 0)},
		{name: "cycle in U, closed, read", asm: "csrr x10, cycle", mode: "U", csr: map[string]uint64{"mcounteren": 6}, changed: locs{"x10": 1}, broken: []string{"mcounteren_clr_ill_inst_exc"}},
		{name: "instret in U, open, traps", asm: "csrr x10, instret", mode: "U", csr: map[string]uint64{"mcounteren": 4}, trap: trap(2, code, 0), broken: []string{"mcounteren_set_nxt_priv"}},
		{name: "time need not be there", asm: "csrr x10, time", trap: trap(2, code, 0)},
		{name: "what was read is subtracted", asm: "csrr x10, instret\ncsrr x11, instret\nsub x12, x11, x10", changed: locs{"x10": 100, "x11": 101, "x12": 1}},
		{name: "and must add up", asm: "csrr x10, instret\ncsrr x11, instret\nsub x12, x11, x10", changed: locs{"x10": 100, "x11": 101, "x12": 2}, broken: []string{"sub_op", "R-type_operands"}},
		{name: "mepc drops bit 0", asm: "csrw mepc, x11\ncsrr x10, mepc", x: regs{11: 0x80000003}, changed: locs{"x10": 0x80000002}},
		{name: "mepc keeps bit 0", asm: "csrw mepc, x11\ncsrr x10, mepc", x: regs{11: 0x80000003}, changed: locs{"x10": 0x80000003}, broken: []string{"csrrs_op", "mepc_align"}},
		{name: "mtvec may coarsen its base", asm: "csrrw x0, mtvec, x11", x: regs{11: code + 4}, csr: map[string]uint64{"mtvec": 0}, changed: locs{"csr:mtvec": code}},
		{name: "mtvec takes a reserved mode", asm: "csrrw x0, mtvec, x11", x: regs{11: code + 2}, csr: map[string]uint64{"mtvec": 0}, changed: locs{"csr:mtvec": code + 2}, broken: []string{"csrrw_op", "mtvec_base_align_4B"}},
		{name: "pmpcfg may be read-only zero", asm: "csrrw x0, pmpcfg0, x11", x: regs{11: 0x1f}, csr: map[string]uint64{"pmpcfg0": 0}},
		{name: "pmpcfg locked", asm: "csrrw x0, pmpcfg0, x11", x: regs{11: 0x1f}, csr: map[string]uint64{"pmpcfg0": 0x80, "pmpaddr0": 0}, changed: locs{"csr:pmpcfg0": 0x1f}, broken: []string{"pmp_l_bit_write_protection"}},
		{name: "misa keeps its width", asm: "csrrw x0, misa, x0", csr: map[string]uint64{"misa": 2<<62 | 0x1105}, changed: locs{"csr:misa": 2<<62 | 0x0105}},
		{name: "MPP keeps an illegal mode", asm: "csrw mstatus, x11\ncsrr x10, mstatus", x: regs{11: 2 << 11}, csr: map[string]uint64{"mstatus": 0}, changed: locs{"x10": 2 << 11}, broken: []string{"csrrs_op"}},
		{name: "MPP takes a legal one", asm: "csrw mstatus, x11\ncsrr x10, mstatus", x: regs{11: 2 << 11}, csr: map[string]uint64{"mstatus": 0}, changed: locs{"x10": 3 << 11, "csr:mstatus": 3 << 11}},
	})
}

func TestReturnFromTrap(t *testing.T) {
	s := newSetup(t, nil)
	to := map[string]uint64{"mstatus": 1 << 7, "mepc": code + 8}
	run(t, s, []kase{
		{name: "to U", asm: "mret\nnop\n", csr: to, trap: &oracle.Trap{Cause: 8, PC: code + 8, Mode: "U"}},
		{name: "stays in M", asm: "mret\nnop\n", csr: to, trap: trap(11, code+8, 0), broken: []string{"mret_op"}},
		{name: "goes on behind it", asm: "mret\necall\n", csr: to, trap: trap(11, code+4, 0), broken: []string{"mret_op"}},
		{name: "in U", asm: "mret", mode: "U", trap: trap(2, code, 0x30200073)},
	})
	k := kase{asm: "mret"}
	if _, err := k.judge(t, s); err == nil {
		t.Error("an unknown mepc is no error")
	}
}

// Code that stores into code: until fence.i old and new bytes may execute.
func TestFetchOrder(t *testing.T) {
	s := newSetup(t, nil)
	store := func(between string) string { return "sw x12, 12(x11)\n" + between + "\nnop\naddi x10, x0, 1" }
	newer := regs{11: code, 12: 0x00200513} // addi x10, x0, 2
	changed := func(x10 uint64) locs { return locs{"x10": x10, "mem:80000008": 0x00200513_00000013} }
	run(t, s, []kase{
		{name: "new", asm: store("nop"), x: newer, changed: changed(2)},
		{name: "old", asm: store("nop"), x: newer, changed: changed(1)},
		{name: "neither", asm: store("nop"), x: newer, changed: changed(3), broken: []string{"addi_op"}},
		{name: "new after fence.i", asm: store("fence.i"), x: newer, changed: changed(2)},
		{name: "old after fence.i", asm: store("fence.i"), x: newer, changed: changed(1), broken: []string{"addi_op"}},
	})
}

// Physical memory protection of loads, stores and fetches in user mode.
func TestProtection(t *testing.T) {
	s := newSetup(t, nil)
	// Entry 0: NA4 at data+8, no access. Entry 1: NAPOT 4 KiB at data, R W. Entry 2: TOR below data, R W X.
	pmp := map[string]uint64{
		"pmpcfg0": 0x10 | 0x1b<<8 | 0x00<<16 | 0x0f<<24, "pmpaddr0": (data + 8) >> 2,
		"pmpaddr1": data>>2 | 0x1ff, "pmpaddr2": code >> 2, "pmpaddr3": data >> 2,
	}
	locked := map[string]uint64{"pmpcfg0": 0x98, "pmpaddr0": data>>2 | 1}
	run(t, s, []kase{
		{name: "allowed", asm: "ld x10, 0(x11)", mode: "U", x: regs{11: data}, csr: pmp, changed: locs{"x10": 0x0706050403020100}},
		{name: "denied", asm: "lw x10, 8(x11)", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(5, code, data+8)},
		{name: "denied, done", asm: "lw x10, 8(x11)", mode: "U", x: regs{11: data}, csr: pmp, changed: locs{"x10": 0x0b0a0908}, broken: []string{"pmp_load_fault", "mcause_exccode_ld_ldrsv"}},
		{name: "half denied", asm: "ld x10, 8(x11)", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(5, code, data+8)},
		{name: "half denied, done", asm: "ld x10, 8(x11)", mode: "U", x: regs{11: data}, csr: pmp, changed: locs{"x10": 0x0f0e0d0c0b0a0908}, broken: []string{"pmp_full_match_required", "mcause_exccode_ld_ldrsv"}},
		{name: "store denied", asm: "sw x0, 8(x11)", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(7, code, data+8)},
		{name: "store to code", asm: "sw x0, 0(x11)", mode: "U", x: regs{11: 0x90000000}, csr: pmp, trap: trap(7, code, 0x90000000)},
		{name: "machine mode passes", asm: "lw x10, 8(x11)", x: regs{11: data}, csr: pmp, changed: locs{"x10": 0x0b0a0908}},
		{name: "fetch denied", asm: "jr x11", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(1, data, data)},
		{name: "fetch denied, on the jump", asm: "jr x11", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(1, code, data), broken: []string{"jalr_op"}},
		{name: "locked holds in machine mode", asm: "ld x10, 0(x11)", x: regs{11: data}, csr: locked, trap: trap(5, code, 0)},
		{name: "misaligned over the border: fault address", asm: "lw x10, 6(x11)", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(5, code, data+8)},
		{name: "misaligned over the border: misaligned", asm: "lw x10, 6(x11)", mode: "U", x: regs{11: data}, csr: pmp, trap: trap(4, code, data+6)},
		{name: "misaligned over the border: done", asm: "lw x10, 6(x11)", mode: "U", x: regs{11: data}, csr: pmp, changed: locs{"x10": 0x09080706}, broken: []string{"pmp_full_match_required", "pmp_load_fault"}},
		{name: "misaligned store: nothing done", asm: "sd x12, 4(x11)", mode: "U", x: regs{11: data, 12: ones}, csr: pmp, trap: trap(7, code, data+8)},
		{name: "misaligned store: first piece done", asm: "sd x12, 4(x11)", mode: "U", x: regs{11: data, 12: ones}, csr: pmp, trap: trap(7, code, data+8), changed: locs{"mem:80001000": 0xffffffff03020100}},
		{name: "misaligned store: denied piece done", asm: "sd x12, 4(x11)", mode: "U", x: regs{11: data, 12: ones}, csr: pmp, trap: trap(7, code, data+8), changed: locs{"mem:80001008": 0x0f0e0d0cffffffff}, broken: []string{"sd_op_rv64i", "store_op"}},
		{name: "sc is checked even when it fails", asm: "sc.w x10, x12, (x11)", mode: "U", x: regs{11: data + 8}, csr: pmp, changed: locs{"x10": 1}, broken: []string{"pmp_store_fault", "sc_retire_permission", "mcause_exccode_st_sc_amo"}},
		{name: "amo needs write permission", asm: "amoadd.w x10, x12, (x11)", mode: "U", x: regs{11: data + 8}, csr: pmp, trap: trap(7, code, data+8)},
		{name: "amo faults as a load", asm: "amoadd.w x10, x12, (x11)", mode: "U", x: regs{11: data + 8}, csr: pmp, trap: trap(5, code, data+8), broken: []string{"pmp_load_fault", "mcause_exccode_st_sc_amo"}},
	})
}

// What the trap leaves in CSRs is compared where it was looked at.
func TestTrapRegisters(t *testing.T) {
	s := newSetup(t, nil)
	before := map[string]uint64{"mstatus": 1 << 3, "mcause": 0, "mepc": 0}
	run(t, s, []kase{
		{name: "as due", asm: "ebreak", mode: "U", csr: before, trap: trap(3, code, 0), changed: locs{"csr:mstatus": 1 << 7, "csr:mcause": 3, "csr:mepc": code}},
		{name: "MIE kept", asm: "ebreak", mode: "U", csr: before, trap: trap(3, code, 0), changed: locs{"csr:mstatus": 1<<7 | 1<<3, "csr:mcause": 3, "csr:mepc": code}, broken: []string{"ebreak_op"}, loc: "csr:mstatus"},
	})
}

func TestCannotJudge(t *testing.T) {
	s := newSetup(t, nil)
	for _, k := range []kase{
		{name: "endless", asm: "1: j 1b"},
		{name: "overwritten", asm: "csrr x10, cycle\naddi x11, x10, 1\nli x10, 0", changed: locs{"x10": 0, "x11": 3}},
	} {
		t.Run(k.name, func(t *testing.T) {
			r, err := k.judge(t, s)
			if err == nil {
				t.Fatalf("judged: %+v", r)
			}
			if k.name == "overwritten" && !errors.Is(err, oracle.ErrOpen) {
				t.Error(err)
			}
		})
	}
}
