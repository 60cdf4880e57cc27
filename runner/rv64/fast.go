package rv64

import "encoding/binary"

// op is the inlined form of an instruction in the fast loop.
type op uint8

const (
	opCall op = iota // call the function
	opNop            // a computation whose result goes to x0
	opLui
	opAuipc
	opAddi
	opSlti
	opSltiu
	opXori
	opOri
	opAndi
	opSlli
	opSrli
	opSrai
	opAdd
	opSub
	opSll
	opSlt
	opSltu
	opXor
	opSrl
	opSra
	opOr
	opAnd
	opAddiw
	opSlliw
	opSrliw
	opSraiw
	opAddw
	opSubw
	opMul
	opMulw
	opLb
	opLh
	opLw
	opLd
	opLbu
	opLhu
	opLwu
	opSb
	opSh
	opSw
	opSd
	opBeq
	opBne
	opBlt
	opBge
	opBltu
	opBgeu
	opJal
	opJalr
	opJ   // jal with rd = x0
	opJr  // jalr with rd = x0
	opEnd // no instruction: the block goes on at off

	opFirstLoad  = opLb
	opFirstStore = opSb
	opFirstJump  = opBeq
)

// inlinedOps names the rows that the fast loop has inlined.
func inlinedOps() map[string]op {
	return map[string]op{
		"lui": opLui, "auipc": opAuipc, "addi": opAddi, "slti": opSlti, "sltiu": opSltiu, "xori": opXori,
		"ori": opOri, "andi": opAndi, "slli": opSlli, "srli": opSrli, "srai": opSrai, "add": opAdd,
		"sub": opSub, "sll": opSll, "slt": opSlt, "sltu": opSltu, "xor": opXor, "srl": opSrl,
		"sra": opSra, "or": opOr, "and": opAnd, "addiw": opAddiw, "slliw": opSlliw, "srliw": opSrliw,
		"sraiw": opSraiw, "addw": opAddw, "subw": opSubw, "mul": opMul, "mulw": opMulw, "lb": opLb,
		"lh": opLh, "lw": opLw, "ld": opLd, "lbu": opLbu, "lhu": opLhu, "lwu": opLwu,
		"sb": opSb, "sh": opSh, "sw": opSw, "sd": opSd, "beq": opBeq, "bne": opBne,
		"blt": opBlt, "bge": opBge, "bltu": opBltu, "bgeu": opBgeu, "jal": opJal, "jalr": opJalr,
	}
}

// specialised chooses the form of o for these operands. The fast loop writes rd without looking,
// so nothing whose rd is x0 may keep a form that writes.
func (o op) specialised(i *Inst) op {
	if i.Rd != 0 || o == opCall || o >= opFirstStore && o < opJal {
		return o
	}
	switch {
	case o == opJal:
		return opJ
	case o == opJalr:
		return opJr
	case o >= opFirstLoad:
		return opCall // the access still happens
	default:
		return opNop
	}
}

// ends tells whether a block ends with this form.
func (o op) ends() bool { return o >= opJal }

// runBlocks executes whole blocks as long as they fit the budget, and reports whether it executed
// anything. It returns when an instruction trapped or did something that the caller must look at:
// interrupts, modes, protection, the end. Each case does what the row's function does, or leaves the
// switch to have the function do it.
func (h *Hart) runBlocks(budget uint64) bool {
	b := h.lookup(h.pc)
	if b == nil || uint64(b.count) > budget {
		return false
	}
	m := h.m
	x, base := &h.x, m.base
	ram, flags := h.ram, m.flags
	m.running, h.leave = h, false
	var done uint64
	for {
		pc := b.pc
		insts := b.insts
		var exit *Inst // the jump that leaves the block, when its target is fixed
		var target uint64
	body:
		for k := 0; k < len(insts); k++ {
			i := &insts[k]
			switch i.op {
			case opNop:
				continue
			case opLui:
				x[i.Rd] = uint64(i.Imm)
				continue
			case opAuipc:
				x[i.Rd] = pc + uint64(i.off) + uint64(i.Imm)
				continue
			case opAddi:
				x[i.Rd] = x[i.Rs1] + uint64(i.Imm)
				continue
			case opSlti:
				x[i.Rd] = flag(int64(x[i.Rs1]) < i.Imm)
				continue
			case opSltiu:
				x[i.Rd] = flag(x[i.Rs1] < uint64(i.Imm))
				continue
			case opXori:
				x[i.Rd] = x[i.Rs1] ^ uint64(i.Imm)
				continue
			case opOri:
				x[i.Rd] = x[i.Rs1] | uint64(i.Imm)
				continue
			case opAndi:
				x[i.Rd] = x[i.Rs1] & uint64(i.Imm)
				continue
			case opSlli:
				x[i.Rd] = x[i.Rs1] << (uint64(i.Imm) & 63)
				continue
			case opSrli:
				x[i.Rd] = x[i.Rs1] >> (uint64(i.Imm) & 63)
				continue
			case opSrai:
				x[i.Rd] = uint64(int64(x[i.Rs1]) >> (uint64(i.Imm) & 63))
				continue
			case opAdd:
				x[i.Rd] = x[i.Rs1] + x[i.Rs2]
				continue
			case opSub:
				x[i.Rd] = x[i.Rs1] - x[i.Rs2]
				continue
			case opSll:
				x[i.Rd] = x[i.Rs1] << (x[i.Rs2] & 63)
				continue
			case opSlt:
				x[i.Rd] = flag(int64(x[i.Rs1]) < int64(x[i.Rs2]))
				continue
			case opSltu:
				x[i.Rd] = flag(x[i.Rs1] < x[i.Rs2])
				continue
			case opXor:
				x[i.Rd] = x[i.Rs1] ^ x[i.Rs2]
				continue
			case opSrl:
				x[i.Rd] = x[i.Rs1] >> (x[i.Rs2] & 63)
				continue
			case opSra:
				x[i.Rd] = uint64(int64(x[i.Rs1]) >> (x[i.Rs2] & 63))
				continue
			case opOr:
				x[i.Rd] = x[i.Rs1] | x[i.Rs2]
				continue
			case opAnd:
				x[i.Rd] = x[i.Rs1] & x[i.Rs2]
				continue
			case opAddiw:
				x[i.Rd] = sext32(uint32(x[i.Rs1] + uint64(i.Imm)))
				continue
			case opSlliw:
				x[i.Rd] = sext32(uint32(x[i.Rs1]) << (uint64(i.Imm) & 31))
				continue
			case opSrliw:
				x[i.Rd] = sext32(uint32(x[i.Rs1]) >> (uint64(i.Imm) & 31))
				continue
			case opSraiw:
				x[i.Rd] = uint64(int64(int32(x[i.Rs1])) >> (uint64(i.Imm) & 31))
				continue
			case opAddw:
				x[i.Rd] = sext32(uint32(x[i.Rs1] + x[i.Rs2]))
				continue
			case opSubw:
				x[i.Rd] = sext32(uint32(x[i.Rs1] - x[i.Rs2]))
				continue
			case opMul:
				x[i.Rd] = x[i.Rs1] * x[i.Rs2]
				continue
			case opMulw:
				x[i.Rd] = sext32(uint32(x[i.Rs1] * x[i.Rs2]))
				continue
			case opLb:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) {
					x[i.Rd] = uint64(int8(ram[off]))
					continue
				}
			case opLh:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&1 == 0 {
					x[i.Rd] = uint64(int16(binary.LittleEndian.Uint16(ram[off:])))
					continue
				}
			case opLw:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&3 == 0 {
					x[i.Rd] = uint64(int32(binary.LittleEndian.Uint32(ram[off:])))
					continue
				}
			case opLd:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&7 == 0 {
					x[i.Rd] = binary.LittleEndian.Uint64(ram[off:])
					continue
				}
			case opLbu:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) {
					x[i.Rd] = uint64(ram[off])
					continue
				}
			case opLhu:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&1 == 0 {
					x[i.Rd] = uint64(binary.LittleEndian.Uint16(ram[off:]))
					continue
				}
			case opLwu:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&3 == 0 {
					x[i.Rd] = uint64(binary.LittleEndian.Uint32(ram[off:]))
					continue
				}
			case opSb:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && flags[off>>granuleBits] == 0 {
					ram[off] = byte(x[i.Rs2])
					continue
				}
			case opSh:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&1 == 0 && flags[off>>granuleBits] == 0 {
					binary.LittleEndian.PutUint16(ram[off:], uint16(x[i.Rs2]))
					continue
				}
			case opSw:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&3 == 0 && flags[off>>granuleBits] == 0 {
					binary.LittleEndian.PutUint32(ram[off:], uint32(x[i.Rs2]))
					continue
				}
			case opSd:
				if off := x[i.Rs1] + uint64(i.Imm) - base; off < uint64(len(ram)) && off&7 == 0 && flags[off>>granuleBits] == 0 {
					binary.LittleEndian.PutUint64(ram[off:], x[i.Rs2])
					continue
				}
			case opBeq:
				if x[i.Rs1] == x[i.Rs2] {
					exit = i
					break body
				}
				continue
			case opBne:
				if x[i.Rs1] != x[i.Rs2] {
					exit = i
					break body
				}
				continue
			case opBlt:
				if int64(x[i.Rs1]) < int64(x[i.Rs2]) {
					exit = i
					break body
				}
				continue
			case opBge:
				if int64(x[i.Rs1]) >= int64(x[i.Rs2]) {
					exit = i
					break body
				}
				continue
			case opBltu:
				if x[i.Rs1] < x[i.Rs2] {
					exit = i
					break body
				}
				continue
			case opBgeu:
				if x[i.Rs1] >= x[i.Rs2] {
					exit = i
					break body
				}
				continue
			case opJal:
				x[i.Rd] = pc + uint64(i.off) + uint64(i.Size)
				exit = i
				break body
			case opJ, opEnd:
				exit = i
				break body
			case opJalr:
				target = (x[i.Rs1] + uint64(i.Imm)) &^ 1
				x[i.Rd] = pc + uint64(i.off) + uint64(i.Size)
				done += uint64(i.count)
				break body
			case opJr:
				target = (x[i.Rs1] + uint64(i.Imm)) &^ 1
				done += uint64(i.count)
				break body
			}

			h.pc = pc + uint64(i.off)
			next := h.pc + uint64(i.Size)
			h.next = next
			h.ahead = done + uint64(i.count) - 1
			i.fn(h, i)
			if h.raised || h.leave {
				h.settle(done + uint64(i.count))
				h.endInstruction()
				return true
			}
			if h.next != next {
				target = h.next
				done += uint64(i.count)
				break body
			}
			ram, flags = h.ram, m.flags
		}
		if exit != nil {
			done += uint64(exit.count)
			if b = exit.link; b == nil || !b.ok {
				target = pc + uint64(exit.off) + uint64(exit.Imm)
				b = h.lookup(target)
				exit.link = b
			}
			if b == nil {
				h.pc = target // nil only when it was looked up now
			} else {
				h.pc = b.pc
			}
		} else {
			h.pc = target
			b = h.lookup(target)
		}
		if b == nil || uint64(b.count) > budget-done {
			h.settle(done)
			return true
		}
	}
}

// settle brings the counts up to date when the fast loop leaves.
func (h *Hart) settle(done uint64) {
	h.ahead = 0
	h.steps += done
	h.m.elapsed += done
	h.m.running = nil
}

// fuse is where pairs of instructions may become one form.
func fuse(insts []Inst) []Inst { return insts }
