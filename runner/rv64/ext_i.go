package rv64

// sext32 is the 32-bit value that RV64 keeps in a register: sign-extended.
func sext32(v uint32) uint64 { return uint64(int64(int32(v))) }

func flag(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// extI is the base: integer computation, control transfer, loads and stores, fences, calls.
func extI() functions {
	return functions{
		"lui":   func(h *Hart, i *Inst) { h.SetX(i.Rd, uint64(i.Imm)) },
		"auipc": func(h *Hart, i *Inst) { h.SetX(i.Rd, h.pc+uint64(i.Imm)) },

		"jal": func(h *Hart, i *Inst) {
			link := h.next
			if h.jump(h.pc + uint64(i.Imm)) {
				h.SetX(i.Rd, link)
			}
		},
		"jalr": func(h *Hart, i *Inst) {
			link := h.next
			if h.jump((h.x[i.Rs1] + uint64(i.Imm)) &^ 1) {
				h.SetX(i.Rd, link)
				h.jumpedIndirectly(i)
			}
		},
		"beq":  branch(func(a, b uint64) bool { return a == b }),
		"bne":  branch(func(a, b uint64) bool { return a != b }),
		"blt":  branch(func(a, b uint64) bool { return int64(a) < int64(b) }),
		"bge":  branch(func(a, b uint64) bool { return int64(a) >= int64(b) }),
		"bltu": branch(func(a, b uint64) bool { return a < b }),
		"bgeu": branch(func(a, b uint64) bool { return a >= b }),

		"lb":  loads(1, func(v uint64) uint64 { return uint64(int8(v)) }),
		"lh":  loads(2, func(v uint64) uint64 { return uint64(int16(v)) }),
		"lw":  loads(4, func(v uint64) uint64 { return uint64(int32(v)) }),
		"ld":  loads(8, func(v uint64) uint64 { return v }),
		"lbu": loads(1, func(v uint64) uint64 { return v }),
		"lhu": loads(2, func(v uint64) uint64 { return v }),
		"lwu": loads(4, func(v uint64) uint64 { return v }),
		"sb":  stores(1),
		"sh":  stores(2),
		"sw":  stores(4),
		"sd":  stores(8),

		"addi":  immediate(func(a, b uint64) uint64 { return a + b }),
		"slti":  immediate(func(a, b uint64) uint64 { return flag(int64(a) < int64(b)) }),
		"sltiu": immediate(func(a, b uint64) uint64 { return flag(a < b) }),
		"xori":  immediate(func(a, b uint64) uint64 { return a ^ b }),
		"ori":   immediate(func(a, b uint64) uint64 { return a | b }),
		"andi":  immediate(func(a, b uint64) uint64 { return a & b }),
		"slli":  immediate(func(a, b uint64) uint64 { return a << (b & 63) }),
		"srli":  immediate(func(a, b uint64) uint64 { return a >> (b & 63) }),
		"srai":  immediate(func(a, b uint64) uint64 { return uint64(int64(a) >> (b & 63)) }),
		"add":   register(func(a, b uint64) uint64 { return a + b }),
		"sub":   register(func(a, b uint64) uint64 { return a - b }),
		"sll":   register(func(a, b uint64) uint64 { return a << (b & 63) }),
		"slt":   register(func(a, b uint64) uint64 { return flag(int64(a) < int64(b)) }),
		"sltu":  register(func(a, b uint64) uint64 { return flag(a < b) }),
		"xor":   register(func(a, b uint64) uint64 { return a ^ b }),
		"srl":   register(func(a, b uint64) uint64 { return a >> (b & 63) }),
		"sra":   register(func(a, b uint64) uint64 { return uint64(int64(a) >> (b & 63)) }),
		"or":    register(func(a, b uint64) uint64 { return a | b }),
		"and":   register(func(a, b uint64) uint64 { return a & b }),

		"addiw": immediate(func(a, b uint64) uint64 { return sext32(uint32(a + b)) }),
		"slliw": immediate(func(a, b uint64) uint64 { return sext32(uint32(a) << (b & 31)) }),
		"srliw": immediate(func(a, b uint64) uint64 { return sext32(uint32(a) >> (b & 31)) }),
		"sraiw": immediate(func(a, b uint64) uint64 { return uint64(int64(int32(a)) >> (b & 31)) }),
		"addw":  register(func(a, b uint64) uint64 { return sext32(uint32(a + b)) }),
		"subw":  register(func(a, b uint64) uint64 { return sext32(uint32(a - b)) }),
		"sllw":  register(func(a, b uint64) uint64 { return sext32(uint32(a) << (b & 31)) }),
		"srlw":  register(func(a, b uint64) uint64 { return sext32(uint32(a) >> (b & 31)) }),
		"sraw":  register(func(a, b uint64) uint64 { return uint64(int64(int32(a)) >> (b & 31)) }),

		"fence": func(h *Hart, i *Inst) {
			fm, pred, succ := uint8(i.Imm>>8), uint8(i.Imm>>4)&15, uint8(i.Imm)&15
			_ = fm // reserved values of fm are executed as normal fences
			h.fence(pred, succ)
		},
		"fence.tso": func(h *Hart, _ *Inst) {
			h.fence(fenceR, fenceR|fenceW)
			h.fence(fenceW, fenceW)
		},
		"ecall": func(h *Hart, _ *Inst) {
			if h.mode == M {
				h.Raise(EcallFromM, 0)
			} else {
				h.Raise(EcallFromU, 0)
			}
		},
		"ebreak": func(h *Hart, _ *Inst) {
			if h.m.cfg.Parameters.EbreakTvalZero {
				h.Raise(Breakpoint, 0)
			} else {
				h.Raise(Breakpoint, h.pc)
			}
		},
	}
}

func immediate(f func(a, b uint64) uint64) Exec {
	return func(h *Hart, i *Inst) { h.SetX(i.Rd, f(h.x[i.Rs1], uint64(i.Imm))) }
}

func register(f func(a, b uint64) uint64) Exec {
	return func(h *Hart, i *Inst) { h.SetX(i.Rd, f(h.x[i.Rs1], h.x[i.Rs2])) }
}

func branch(taken func(a, b uint64) bool) Exec {
	return func(h *Hart, i *Inst) {
		if taken(h.x[i.Rs1], h.x[i.Rs2]) {
			h.jump(h.pc + uint64(i.Imm))
		}
	}
}

func loads(size int, extend func(uint64) uint64) Exec {
	return func(h *Hart, i *Inst) {
		addr := h.x[i.Rs1] + uint64(i.Imm)
		if h.window != nil && h.window.load(i.Rd, addr, size, extend) {
			return
		}
		if v, ok := h.load(addr, size); ok {
			h.SetX(i.Rd, extend(v))
		}
	}
}

func stores(size int) Exec {
	return func(h *Hart, i *Inst) { h.store(h.x[i.Rs1]+uint64(i.Imm), size, h.x[i.Rs2]) }
}

// extZihintpause: PAUSE is a hint, its effect is that of no instruction.
func extZihintpause() functions {
	return functions{"pause": func(*Hart, *Inst) {}}
}
