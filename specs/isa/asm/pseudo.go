package asm

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"touchstone/specs/isa"
)

// instruction is one real instruction of a pseudo-instruction's expansion.
type instruction struct {
	name   string
	tokens []token
}

// templates are the pseudo-instructions that are a fixed text over their operands $1, $2, $3; the
// key is the mnemonic and the number of operands.
func templates(name string, operands int) string {
	switch name + "/" + strconv.Itoa(operands) {
	case "nop/0":
		return "addi x0, x0, 0"
	case "c.nop/0":
		return "c.nop 0"
	case "mv/2":
		return "addi $1, $2, 0"
	case "not/2":
		return "xori $1, $2, -1"
	case "neg/2":
		return "sub $1, x0, $2"
	case "negw/2":
		return "subw $1, x0, $2"
	case "sext.w/2":
		return "addiw $1, $2, 0"
	case "zext.b/2":
		return "andi $1, $2, 255"
	case "sext.b/2":
		return "slli $1, $2, 56; srai $1, $1, 56"
	case "sext.h/2":
		return "slli $1, $2, 48; srai $1, $1, 48"
	case "zext.h/2":
		return "slli $1, $2, 48; srli $1, $1, 48"
	case "zext.w/2":
		return "slli $1, $2, 32; srli $1, $1, 32"
	case "seqz/2":
		return "sltiu $1, $2, 1"
	case "snez/2":
		return "sltu $1, x0, $2"
	case "sltz/2":
		return "slt $1, $2, x0"
	case "sgtz/2":
		return "slt $1, x0, $2"
	case "sgt/3":
		return "slt $1, $3, $2"
	case "sgtu/3":
		return "sltu $1, $3, $2"
	case "beqz/2":
		return "beq $1, x0, $2"
	case "bnez/2":
		return "bne $1, x0, $2"
	case "blez/2":
		return "bge x0, $1, $2"
	case "bgez/2":
		return "bge $1, x0, $2"
	case "bltz/2":
		return "blt $1, x0, $2"
	case "bgtz/2":
		return "blt x0, $1, $2"
	case "bgt/3":
		return "blt $2, $1, $3"
	case "ble/3":
		return "bge $2, $1, $3"
	case "bgtu/3":
		return "bltu $2, $1, $3"
	case "bleu/3":
		return "bgeu $2, $1, $3"
	case "j/1":
		return "jal x0, $1"
	case "jal/1":
		return "jal x1, $1"
	case "ret/0":
		return "jalr x0, 0(x1)"
	case "jalr/3":
		return "jalr $1, $3($2)"
	case "csrr/2":
		return "csrrs $1, $2, x0"
	case "csrw/2":
		return "csrrw x0, $1, $2"
	case "csrs/2":
		return "csrrs x0, $1, $2"
	case "csrc/2":
		return "csrrc x0, $1, $2"
	case "csrwi/2":
		return "csrrwi x0, $1, $2"
	case "csrsi/2":
		return "csrrsi x0, $1, $2"
	case "csrci/2":
		return "csrrci x0, $1, $2"
	case "rdcycle/1":
		return "csrrs $1, 0xc00, x0"
	case "rdtime/1":
		return "csrrs $1, 0xc01, x0"
	case "rdinstret/1":
		return "csrrs $1, 0xc02, x0"
	case "fence/0":
		return "fence iorw, iorw"
	case "unimp/0":
		return "csrrw x0, 0xc00, x0"
	}
	if text := floatTemplates(name, operands); text != "" {
		return text
	}
	return vectorTemplates(name, operands)
}

// pseudo gives the expansion of a pseudo-instruction, nil where the row itself is meant. A row of
// that name (as sext.b of Zbb) goes before a template with as many operands as the row.
func (a *assembler) pseudo(name string, operands [][]token, known bool) func() ([]instruction, error) {
	if in, ok := a.table.Lookup(name); ok && known && name != "jalr" && takes(in, len(operands)) && !isGlobal(in, operands) {
		return nil
	}
	text := templates(name, len(operands))
	if text == "" && len(operands) > 1 && name[0] == 'v' && isMask(operands[len(operands)-1]) {
		if text = templates(name, len(operands)-1); text != "" {
			text += ", v0.t"
		}
	}
	if text != "" {
		if _, ok := a.table.Lookup("add.uw"); ok && name == "zext.w" {
			text = "add.uw $1, $2, x0"
		}
		if a.rvc && name == "mv" && isRegister(operands[0]) && isRegister(operands[1]) {
			text = "add $1, x0, $2" // the form that c.mv expands to
		}
		return func() ([]instruction, error) { return fill(text, operands) }
	}
	switch name + "/" + strconv.Itoa(len(operands)) {
	case "li/2":
		return func() ([]instruction, error) { return a.loadImmediate(operands) }
	case "la/2", "lla/2":
		return func() ([]instruction, error) {
			return a.relative("addi $1, $1, $3", operands[0], operands[0], operands[1])
		}
	case "call/1":
		return func() ([]instruction, error) { return a.relative("jalr $1, $3($2)", x("ra"), x("ra"), operands[0]) }
	case "tail/1":
		return func() ([]instruction, error) { return a.relative("jalr $1, $3($2)", x("zero"), x("t1"), operands[0]) }
	case "jr/1":
		return func() ([]instruction, error) { return jump(x("zero"), operands[0]) }
	case "jalr/1":
		return func() ([]instruction, error) { return jump(x("ra"), operands[0]) }
	case "jalr/2":
		return func() ([]instruction, error) { return jump(operands[0], operands[1]) }
	}
	if in, ok := a.table.Lookup(name); ok && isGlobal(in, operands) {
		if len(operands) == 2 { // a load: its own destination holds the address
			return func() ([]instruction, error) {
				return a.relative(name+" $1, $3($1)", operands[0], operands[0], operands[1])
			}
		}
		return func() ([]instruction, error) {
			return a.relative(name+" $1, $3($2)", operands[0], operands[2], operands[1])
		}
	}
	return nil
}

// takes reports whether a row is written with n operands; those at its end may be left out.
func takes(in *isa.Instruction, n int) bool {
	if len(in.Syntax) == 0 {
		return n == 0
	}
	most := 1
	for _, tok := range in.Syntax {
		if tok.Operand == nil && tok.Text == "," {
			most++
		}
	}
	least := most
	for i := len(in.Syntax) - 1; i > 0; i -= 2 {
		o := in.Syntax[i].Operand
		if o == nil {
			break
		}
		if _, ok := o.Unwritten(); !ok {
			break
		}
		least--
	}
	return least <= n && n <= most
}

func isMask(operand []token) bool {
	return len(operand) == 1 && operand[0].kind == word && operand[0].text == "v0.t"
}

// isGlobal reports whether a load or store names a symbol in place of imm(rs1): `lw rd, symbol`
// and `sw rs2, symbol, rt`.
func isGlobal(in *isa.Instruction, operands [][]token) bool {
	if in.Size != 4 || len(in.Syntax) != 6 || in.Syntax[3].Text != "(" || in.Name == "jalr" {
		return false
	}
	load := in.Syntax[0].Text == "rd"
	if load && len(operands) != 2 || !load && len(operands) != 3 {
		return false
	}
	address := operands[1]
	if len(address) == 0 || address[0].kind != word && address[0].kind != local {
		return false
	}
	return !address[len(address)-1].is(")")
}

// isRegister reports whether an operand is an integer register other than x0.
func isRegister(operand []token) bool {
	if len(operand) != 1 || operand[0].kind != word {
		return false
	}
	v, ok := isa.Register(operand[0].text)
	return ok && v != 0
}

func x(name string) []token { return []token{{kind: word, text: name}} }

// fill puts operands in a template's places.
func fill(template string, operands [][]token) ([]instruction, error) {
	lines := strings.Split(template, "; ")
	out := make([]instruction, 0, len(lines))
	for _, line := range lines {
		name, rest, _ := strings.Cut(line, " ")
		in := instruction{name: name}
		for rest = strings.TrimLeft(rest, " "); rest != ""; rest = strings.TrimLeft(rest, " ") {
			if rest[0] == '$' && len(rest) > 1 && '1' <= rest[1] && rest[1] <= '3' {
				in.tokens = append(in.tokens, operands[rest[1]-'1']...)
				rest = rest[2:]
				continue
			}
			t, n, err := scanToken(rest)
			if err != nil {
				panic("asm: template " + template + ": " + err.Error())
			}
			in.tokens = append(in.tokens, t)
			rest = rest[n:]
		}
		out = append(out, in)
	}
	return out, nil
}

// jump is jalr to `register` or `offset(register)`.
func jump(link, to []token) ([]instruction, error) {
	if len(to) == 1 {
		return fill("jalr $1, 0($2)", [][]token{link, to})
	}
	return fill("jalr $1, $2", [][]token{link, to})
}

// relative is auipc and one more instruction, which adds the lower part of the distance to target:
// $3 in template. $1 is the first register, $2 the one that auipc writes.
func (a *assembler) relative(template string, first, high, target []token) ([]instruction, error) {
	c := &cursor{a: a, tokens: target}
	v, err := c.expression()
	if err == nil {
		err = c.end()
	}
	if err != nil {
		a.fail(err)
	}
	distance := int64(v - a.pc())
	if distance < -1<<31-0x800 || distance >= 1<<31-0x800 {
		a.fail(fmt.Errorf("target %#x is %d bytes away; auipc reaches 2 GiB", v, distance))
	}
	auipc, err := fill("auipc $1, $2", [][]token{high, constant(hi20(uint64(distance)))})
	if err != nil {
		return nil, err
	}
	rest, err := fill(template, [][]token{first, high, constant(lo12(uint64(distance)))})
	return append(auipc, rest...), err
}

func constant(v uint64) []token {
	return []token{{kind: number, text: strconv.FormatInt(int64(v), 10), value: v}}
}

// loadImmediate is li: the shortest sequence of lui, addi, addiw and slli that the usual recursion
// finds.
func (a *assembler) loadImmediate(operands [][]token) ([]instruction, error) {
	c := &cursor{a: a, tokens: operands[1]}
	v, err := c.expression()
	if err == nil {
		err = c.end()
	}
	if err != nil {
		a.fail(err)
	}
	var out []instruction
	for _, s := range constantSteps(int64(v)) {
		line, err := fill(s.template, [][]token{operands[0], constant(uint64(s.value))})
		if err != nil {
			return nil, err
		}
		out = append(out, line...)
	}
	return out, nil
}

type step struct {
	template string
	value    int64
}

// constantSteps makes v from the top down: lui and addiw give 32 bits, slli and addi the rest, 12
// bits at a time, skipping zeros.
func constantSteps(v int64) []step {
	low := v << 52 >> 52
	if v == int64(int32(v)) {
		high := (v + 0x800) >> 12 & 0xfffff
		switch {
		case high == 0:
			return []step{{"addi $1, x0, $2", low}}
		case low == 0:
			return []step{{"lui $1, $2", high}}
		}
		return []step{{"lui $1, $2", high}, {"addiw $1, $1, $2", low}}
	}
	// v - low does not fit in 64 bits when v is near the top; shifting it in as a logical quantity
	// and extending the sign afterwards keeps the sum right modulo 2**64.
	high := (uint64(v) + 0x800) >> 12
	zeros := bits.TrailingZeros64(high)
	shift := int64(12 + zeros)
	top := int64(high>>zeros) << shift >> shift
	out := append(constantSteps(top), step{"slli $1, $1, $2", shift})
	if low != 0 {
		out = append(out, step{"addi $1, $1, $2", low})
	}
	return out
}
