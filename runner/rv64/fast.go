package rv64

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// why spin came back.
type why uint8

const (
	toCall   why = iota // insts[k] must be called; it is not counted yet
	toLink              // the jump insts[k] is taken and its target is not known yet; not counted
	toLookUp            // an indirect jump to target, which is not in the first-level cache
	toFuse              // a fused multiply-add, which takes a call where the host has none
	toEnd               // the block at target does not fit what is left
)

// spin is the fast loop: it executes b from its k-th instruction and goes on from block to block
// as long as they fit left, the number of instructions that may still be executed. Each case does what
// the row's function does, or leaves the switch so that the function will. It calls nothing, so that
// what it works with stays in registers; whatever needs a call is its caller's.
func spin(x *[256]uint64, i *micro, left uint64, ram []byte, flags []uint8, direct *[1 << directBits]*block) (at *micro, rest, target uint64, _ why) {
	for ; ; i = i.next {
		switch i.op {
		case opCall: // below
		case opNop:
			continue
		case opLui:
			x[i.rd] = i.imm
			continue
		case opAddi:
			x[i.rd] = x[i.rs1] + i.imm
			continue
		case opSlti:
			x[i.rd] = flag(int64(x[i.rs1]) < int64(i.imm))
			continue
		case opSltiu:
			x[i.rd] = flag(x[i.rs1] < i.imm)
			continue
		case opXori:
			x[i.rd] = x[i.rs1] ^ i.imm
			continue
		case opOri:
			x[i.rd] = x[i.rs1] | i.imm
			continue
		case opAndi:
			x[i.rd] = x[i.rs1] & i.imm
			continue
		case opSlli:
			x[i.rd] = x[i.rs1] << (i.imm & 63)
			continue
		case opSrli:
			x[i.rd] = x[i.rs1] >> (i.imm & 63)
			continue
		case opSrai:
			x[i.rd] = uint64(int64(x[i.rs1]) >> (i.imm & 63))
			continue
		case opAdd:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			continue
		case opSub:
			x[i.rd] = x[i.rs1] - x[i.rs2]
			continue
		case opSll:
			x[i.rd] = x[i.rs1] << (x[i.rs2] & 63)
			continue
		case opSlt:
			x[i.rd] = flag(int64(x[i.rs1]) < int64(x[i.rs2]))
			continue
		case opSltu:
			x[i.rd] = flag(x[i.rs1] < x[i.rs2])
			continue
		case opXor:
			x[i.rd] = x[i.rs1] ^ x[i.rs2]
			continue
		case opSrl:
			x[i.rd] = x[i.rs1] >> (x[i.rs2] & 63)
			continue
		case opSra:
			x[i.rd] = uint64(int64(x[i.rs1]) >> (x[i.rs2] & 63))
			continue
		case opOr:
			x[i.rd] = x[i.rs1] | x[i.rs2]
			continue
		case opAnd:
			x[i.rd] = x[i.rs1] & x[i.rs2]
			continue
		case opAddiw:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			continue
		case opSlliw:
			x[i.rd] = sext32(uint32(x[i.rs1]) << (i.imm & 31))
			continue
		case opSrliw:
			x[i.rd] = sext32(uint32(x[i.rs1]) >> (i.imm & 31))
			continue
		case opSraiw:
			x[i.rd] = uint64(int64(int32(x[i.rs1])) >> (i.imm & 31))
			continue
		case opAddw:
			x[i.rd] = sext32(uint32(x[i.rs1] + x[i.rs2]))
			continue
		case opSubw:
			x[i.rd] = sext32(uint32(x[i.rs1] - x[i.rs2]))
			continue
		case opMul:
			x[i.rd] = x[i.rs1] * x[i.rs2]
			continue
		case opMulw:
			x[i.rd] = sext32(uint32(x[i.rs1] * x[i.rs2]))
			continue
		case opSh1add:
			x[i.rd] = x[i.rs1]<<1 + x[i.rs2]
			continue
		case opSh2add:
			x[i.rd] = x[i.rs1]<<2 + x[i.rs2]
			continue
		case opSh3add:
			x[i.rd] = x[i.rs1]<<3 + x[i.rs2]
			continue
		case opAddUw:
			x[i.rd] = x[i.rs1]&0xffffffff + x[i.rs2]
			continue
		case opSh1addUw:
			x[i.rd] = x[i.rs1]&0xffffffff<<1 + x[i.rs2]
			continue
		case opSh2addUw:
			x[i.rd] = x[i.rs1]&0xffffffff<<2 + x[i.rs2]
			continue
		case opSh3addUw:
			x[i.rd] = x[i.rs1]&0xffffffff<<3 + x[i.rs2]
			continue
		case opSlliUw:
			x[i.rd] = uint64(uint32(x[i.rs1])) << (i.imm & 63)
			continue
		case opAndn:
			x[i.rd] = x[i.rs1] &^ x[i.rs2]
			continue
		case opOrn:
			x[i.rd] = x[i.rs1] | ^x[i.rs2]
			continue
		case opXnor:
			x[i.rd] = ^(x[i.rs1] ^ x[i.rs2])
			continue
		case opMin:
			x[i.rd] = uint64(min(int64(x[i.rs1]), int64(x[i.rs2])))
			continue
		case opMax:
			x[i.rd] = uint64(max(int64(x[i.rs1]), int64(x[i.rs2])))
			continue
		case opMinu:
			x[i.rd] = min(x[i.rs1], x[i.rs2])
			continue
		case opMaxu:
			x[i.rd] = max(x[i.rs1], x[i.rs2])
			continue
		case opSextB:
			x[i.rd] = uint64(int8(x[i.rs1]))
			continue
		case opSextH:
			x[i.rd] = uint64(int16(x[i.rs1]))
			continue
		case opZextH:
			x[i.rd] = x[i.rs1] & 0xffff
			continue
		case opRev8:
			x[i.rd] = bits.ReverseBytes64(x[i.rs1])
			continue
		case opRol:
			x[i.rd] = bits.RotateLeft64(x[i.rs1], int(x[i.rs2]&63))
			continue
		case opRor:
			x[i.rd] = bits.RotateLeft64(x[i.rs1], -int(x[i.rs2]&63))
			continue
		case opRori:
			x[i.rd] = bits.RotateLeft64(x[i.rs1], -int(i.imm&63))
			continue
		case opRoriw:
			x[i.rd] = sext32(bits.RotateLeft32(uint32(x[i.rs1]), -int(i.imm&31)))
			continue
		case opCzeroEqz:
			v := x[i.rs1]
			if x[i.rs2] == 0 {
				v = 0
			}
			x[i.rd] = v
			continue
		case opCzeroNez:
			v := x[i.rs1]
			if x[i.rs2] != 0 {
				v = 0
			}
			x[i.rd] = v
			continue
		case opBexti:
			x[i.rd] = x[i.rs1] >> (i.imm & 63) & 1
			continue
		case opBseti:
			x[i.rd] = x[i.rs1] | 1<<(i.imm&63)
			continue
		case opBclri:
			x[i.rd] = x[i.rs1] &^ (1 << (i.imm & 63))
			continue
		case opLb:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) {
				x[i.rd] = uint64(int8(ram[off]))
				continue
			}
		case opLh:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&1 == 0 {
				x[i.rd] = uint64(int16(binary.LittleEndian.Uint16(ram[off:])))
				continue
			}
		case opLw:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 {
				x[i.rd] = uint64(int32(binary.LittleEndian.Uint32(ram[off:])))
				continue
			}
		case opLd:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&7 == 0 {
				x[i.rd] = binary.LittleEndian.Uint64(ram[off:])
				continue
			}
		case opLbu:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) {
				x[i.rd] = uint64(ram[off])
				continue
			}
		case opLhu:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&1 == 0 {
				x[i.rd] = uint64(binary.LittleEndian.Uint16(ram[off:]))
				continue
			}
		case opLwu:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 {
				x[i.rd] = uint64(binary.LittleEndian.Uint32(ram[off:]))
				continue
			}
		case opLbPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(int8(ram[off]))
				continue
			}
		case opLhPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&1 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(int16(binary.LittleEndian.Uint16(ram[off:])))
				continue
			}
		case opLwPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(int32(binary.LittleEndian.Uint32(ram[off:])))
				continue
			}
		case opLdPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&7 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = binary.LittleEndian.Uint64(ram[off:])
				continue
			}
		case opLbuPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(ram[off])
				continue
			}
		case opLhuPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&1 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(binary.LittleEndian.Uint16(ram[off:]))
				continue
			}
		case opLwuPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = uint64(binary.LittleEndian.Uint32(ram[off:]))
				continue
			}
		case opFlwPaged:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 && flags[off>>granuleBits]&noLoad == 0 {
				x[i.rd] = singleBox | uint64(binary.LittleEndian.Uint32(ram[off:]))
				continue
			}
		case opSb:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && flags[off>>granuleBits] == 0 {
				ram[off] = byte(x[i.rs2])
				continue
			}
		case opSh:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&1 == 0 && flags[off>>granuleBits] == 0 {
				binary.LittleEndian.PutUint16(ram[off:], uint16(x[i.rs2]))
				continue
			}
		case opSw:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 && flags[off>>granuleBits] == 0 {
				binary.LittleEndian.PutUint32(ram[off:], uint32(x[i.rs2]))
				continue
			}
		case opSd:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&7 == 0 && flags[off>>granuleBits] == 0 {
				binary.LittleEndian.PutUint64(ram[off:], x[i.rs2])
				continue
			}
		case opBeq:
			if x[i.rs1] == x[i.rs2] {
				goto direct
			}
			continue
		case opBne:
			if x[i.rs1] != x[i.rs2] {
				goto direct
			}
			continue
		case opBlt:
			if int64(x[i.rs1]) < int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opBge:
			if int64(x[i.rs1]) >= int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opBltu:
			if x[i.rs1] < x[i.rs2] {
				goto direct
			}
			continue
		case opBgeu:
			if x[i.rs1] >= x[i.rs2] {
				goto direct
			}
			continue
		case opJal:
			x[i.rd] = i.imm
			goto direct
		case opJ, opEnd:
			goto direct
		case opJr:
			target = (x[i.rs1] + i.imm) &^ 1
			goto indirect
		case opJalr:
			target = (x[i.rs1] + i.imm) &^ 1
			x[i.rd] = i.pc + uint64(i.inst.Size)
			goto indirect

		// Floating point. Operands that need care, NaN among them, and results that raise flags leave
		// the switch.
		case opFlw:
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 {
				x[i.rd] = singleBox | uint64(binary.LittleEndian.Uint32(ram[off:]))
				continue
			}
		case opFmvWX:
			x[i.rd] = singleBox | x[i.rs1]
			continue
		case opFsgnjD:
			x[i.rd] = x[i.rs1]&^(1<<63) | x[i.rs2]&(1<<63)
			continue
		case opFsgnjnD:
			x[i.rd] = x[i.rs1]&^(1<<63) | ^x[i.rs2]&(1<<63)
			continue
		case opFsgnjxD:
			x[i.rd] = x[i.rs1] ^ x[i.rs2]&(1<<63)
			continue
		case opFeqD:
			if a, b := math.Float64frombits(x[i.rs1]), math.Float64frombits(x[i.rs2]); a == a && b == b {
				x[i.rd] = flag(a == b)
				continue
			}
		case opFltD:
			if a, b := math.Float64frombits(x[i.rs1]), math.Float64frombits(x[i.rs2]); a == a && b == b {
				x[i.rd] = flag(a < b)
				continue
			}
		case opFleD:
			if a, b := math.Float64frombits(x[i.rs1]), math.Float64frombits(x[i.rs2]); a == a && b == b {
				x[i.rd] = flag(a <= b)
				continue
			}
		case opFeqS:
			if a, b := math.Float32frombits(uint32(x[i.rs1])), math.Float32frombits(uint32(x[i.rs2])); x[i.rs1]&x[i.rs2] >= singleBox && a == a && b == b {
				x[i.rd] = flag(a == b)
				continue
			}
		case opFltS:
			if a, b := math.Float32frombits(uint32(x[i.rs1])), math.Float32frombits(uint32(x[i.rs2])); x[i.rs1]&x[i.rs2] >= singleBox && a == a && b == b {
				x[i.rd] = flag(a < b)
				continue
			}
		case opFleS:
			if a, b := math.Float32frombits(uint32(x[i.rs1])), math.Float32frombits(uint32(x[i.rs2])); x[i.rs1]&x[i.rs2] >= singleBox && a == a && b == b {
				x[i.rd] = flag(a <= b)
				continue
			}
		case opFcvtDS:
			if a := math.Float32frombits(uint32(x[i.rs1])); x[i.rs1] >= singleBox && a == a {
				x[i.rd] = math.Float64bits(float64(a))
				continue
			}
		case opFcvtDW:
			x[i.rd] = math.Float64bits(float64(int32(x[i.rs1])))
			continue
		case opFcvtDWU:
			x[i.rd] = math.Float64bits(float64(uint32(x[i.rs1])))
			continue
		case opFaddD:
			if r := math.Float64bits(math.Float64frombits(x[i.rs1]) + math.Float64frombits(x[i.rs2])); normal64(r) {
				x[i.rd] = r
				continue
			}
		case opFsubD:
			if r := math.Float64bits(math.Float64frombits(x[i.rs1]) - math.Float64frombits(x[i.rs2])); normal64(r) {
				x[i.rd] = r
				continue
			}
		case opFmulD:
			if r := math.Float64bits(math.Float64frombits(x[i.rs1]) * math.Float64frombits(x[i.rs2])); normal64(r) {
				x[i.rd] = r
				continue
			}
		case opFdivD:
			if r := math.Float64bits(math.Float64frombits(x[i.rs1]) / math.Float64frombits(x[i.rs2])); normal64(r) {
				x[i.rd] = r
				continue
			}
		case opFsqrtD:
			if r := math.Float64bits(math.Sqrt(math.Float64frombits(x[i.rs1]))); normal64(r) {
				x[i.rd] = r
				continue
			}
		case opFmaddD, opFmsubD, opFnmsubD, opFnmaddD:
			return i, left, 0, toFuse
		case opFcvtDL:
			x[i.rd] = math.Float64bits(float64(int64(x[i.rs1])))
			continue
		case opFcvtWD:
			if a := math.Float64frombits(x[i.rs1]); a > -1<<31-1 && a < 1<<31 {
				x[i.rd] = uint64(int64(a))
				continue
			}
		case opFcvtLD:
			if a := math.Float64frombits(x[i.rs1]); a >= -1<<63 && a < 1<<63 {
				x[i.rd] = uint64(int64(a))
				continue
			}
		case opFcvtSD:
			if r := math.Float32bits(float32(math.Float64frombits(x[i.rs1]))); normal32(r) {
				x[i.rd] = singleBox | uint64(r)
				continue
			}
		case opFcvtSW:
			x[i.rd] = singleBox | uint64(math.Float32bits(float32(int32(x[i.rs1]))))
			continue
		case opFaddS:
			if r := math.Float32bits(math.Float32frombits(uint32(x[i.rs1])) + math.Float32frombits(uint32(x[i.rs2]))); x[i.rs1]&x[i.rs2] >= singleBox && normal32(r) {
				x[i.rd] = singleBox | uint64(r)
				continue
			}
		case opFsubS:
			if r := math.Float32bits(math.Float32frombits(uint32(x[i.rs1])) - math.Float32frombits(uint32(x[i.rs2]))); x[i.rs1]&x[i.rs2] >= singleBox && normal32(r) {
				x[i.rd] = singleBox | uint64(r)
				continue
			}
		case opFmulS:
			if r := math.Float32bits(math.Float32frombits(uint32(x[i.rs1])) * math.Float32frombits(uint32(x[i.rs2]))); x[i.rs1]&x[i.rs2] >= singleBox && normal32(r) {
				x[i.rd] = singleBox | uint64(r)
				continue
			}
		case opFdivS:
			if r := math.Float32bits(math.Float32frombits(uint32(x[i.rs1])) / math.Float32frombits(uint32(x[i.rs2]))); x[i.rs1]&x[i.rs2] >= singleBox && normal32(r) {
				x[i.rd] = singleBox | uint64(r)
				continue
			}

		// Pairs: the first instruction, then the second, which is the next and has its own form still.
		case opLuiAddi:
			x[i.rd] = i.imm
			i = i.next
			x[i.rd] = x[i.rs1] + i.imm
			continue
		case opAddiAddi:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			x[i.rd] = x[i.rs1] + i.imm
			continue
		case opAddiAdd:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			x[i.rd] = x[i.rs1] + x[i.rs2]
			continue
		case opAddiwAddi:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			x[i.rd] = x[i.rs1] + i.imm
			continue
		case opAddAdd:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			x[i.rd] = x[i.rs1] + x[i.rs2]
			continue
		case opAddAddi:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			x[i.rd] = x[i.rs1] + i.imm
			continue
		case opSlliAdd:
			x[i.rd] = x[i.rs1] << (i.imm & 63)
			i = i.next
			x[i.rd] = x[i.rs1] + x[i.rs2]
			continue
		case opSlliSrli:
			x[i.rd] = x[i.rs1] << (i.imm & 63)
			i = i.next
			x[i.rd] = x[i.rs1] >> (i.imm & 63)
			continue
		case opAddLw:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 {
				x[i.rd] = uint64(int32(binary.LittleEndian.Uint32(ram[off:])))
				continue
			}
		case opAddLd:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&7 == 0 {
				x[i.rd] = binary.LittleEndian.Uint64(ram[off:])
				continue
			}
		case opAddLbu:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) {
				x[i.rd] = uint64(ram[off])
				continue
			}
		case opAddiLw:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&3 == 0 {
				x[i.rd] = uint64(int32(binary.LittleEndian.Uint32(ram[off:])))
				continue
			}
		case opAddiLd:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if off := x[i.rs1] + i.imm; off < uint64(len(ram)) && off&7 == 0 {
				x[i.rd] = binary.LittleEndian.Uint64(ram[off:])
				continue
			}
		case opAddiBeq:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if x[i.rs1] == x[i.rs2] {
				goto direct
			}
			continue
		case opAddiBne:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if x[i.rs1] != x[i.rs2] {
				goto direct
			}
			continue
		case opAddiBlt:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if int64(x[i.rs1]) < int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddiBge:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if int64(x[i.rs1]) >= int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddiBltu:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if x[i.rs1] < x[i.rs2] {
				goto direct
			}
			continue
		case opAddiBgeu:
			x[i.rd] = x[i.rs1] + i.imm
			i = i.next
			if x[i.rs1] >= x[i.rs2] {
				goto direct
			}
			continue
		case opAddBeq:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if x[i.rs1] == x[i.rs2] {
				goto direct
			}
			continue
		case opAddBne:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if x[i.rs1] != x[i.rs2] {
				goto direct
			}
			continue
		case opAddBlt:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if int64(x[i.rs1]) < int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddBge:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if int64(x[i.rs1]) >= int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddBltu:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if x[i.rs1] < x[i.rs2] {
				goto direct
			}
			continue
		case opAddBgeu:
			x[i.rd] = x[i.rs1] + x[i.rs2]
			i = i.next
			if x[i.rs1] >= x[i.rs2] {
				goto direct
			}
			continue
		case opAddiwBeq:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if x[i.rs1] == x[i.rs2] {
				goto direct
			}
			continue
		case opAddiwBne:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if x[i.rs1] != x[i.rs2] {
				goto direct
			}
			continue
		case opAddiwBlt:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if int64(x[i.rs1]) < int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddiwBge:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if int64(x[i.rs1]) >= int64(x[i.rs2]) {
				goto direct
			}
			continue
		case opAddiwBltu:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if x[i.rs1] < x[i.rs2] {
				goto direct
			}
			continue
		case opAddiwBgeu:
			x[i.rd] = sext32(uint32(x[i.rs1] + i.imm))
			i = i.next
			if x[i.rs1] >= x[i.rs2] {
				goto direct
			}
			continue
		}
		return i, left, 0, toCall

	direct:
		{
			to := i.link
			if to == nil || !to.ok {
				return i, left, 0, toLink
			}
			left -= uint64(i.count)
			if uint64(to.count) > left {
				return i, left, to.pc, toEnd
			}
			i = &to.head
			continue
		}

	indirect:
		left -= uint64(i.count)
		to := direct[target>>1&(1<<directBits-1)]
		if to == nil || to.pc != target || !to.ok {
			return i, left, target, toLookUp
		}
		if uint64(to.count) > left {
			return i, left, target, toEnd
		}
		i = &to.head
	}
}
