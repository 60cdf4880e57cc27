package isa

import (
	"fmt"
	"strconv"
	"strings"
)

// Disassemble gives the assembly of a word: "mul a0, a1, a2" with ABI names, targets as distances
// from the instruction (".+8"), CSRs by name where the pack names them. With a pc, the address of
// the instruction, a target's address follows as a comment. A word that is no row, or whose ignored
// fields are not zero, is given as ".4byte 0x…" or ".2byte 0x…" with a comment, so that the text
// always assembles to the same word again.
func (t *Table) Disassemble(word uint32, pc uint64) string {
	in, ok := t.Decode(word)
	if !ok {
		return raw(word)
	}
	text := t.text(in, word)
	for _, name := range in.Row.Fields {
		if o, _ := in.Operand(name); o.Get(word) != 0 && o != in.Ordinal && o.Kind != KindRM {
			return fmt.Sprintf("%s # %s with %s = %d", raw(word), text, name, o.Get(word))
		}
	}
	for _, o := range in.Operands {
		if o.Kind == KindTarget && pc != 0 {
			text += fmt.Sprintf(" # %#x", pc+uint64(o.Get(word)))
		}
	}
	return text
}

func raw(word uint32) string {
	if word&3 != 3 {
		return fmt.Sprintf(".2byte 0x%04x", word&0xffff)
	}
	return fmt.Sprintf(".4byte 0x%08x", word)
}

func (t *Table) text(in *Instruction, word uint32) string {
	var s strings.Builder
	s.WriteString(in.Mnemonic(word))
	dot := "."
	for _, o := range in.Suffix {
		if o.Get(word) != 0 {
			s.WriteString(dot + o.Name) // .aq, .rl, together .aqrl
			dot = ""
		}
	}
	for i, tok := range in.written(word) {
		if i == 0 {
			s.WriteByte(' ')
		}
		switch {
		case tok.Operand != nil:
			s.WriteString(t.operandText(tok.Operand, word))
		case tok.Text == ",":
			s.WriteString(", ")
		default:
			s.WriteString(tok.Text)
		}
	}
	for _, name := range in.Row.Fields {
		// The rounding mode of an operation that never rounds is written where it is not the usual 0.
		if o, _ := in.Operand(name); o.Kind == KindRM && o.Get(word) != 0 {
			s.WriteString(", " + RoundingName(o.Get(word)))
		}
	}
	return s.String()
}

// written is the syntax without operands at the end that need not be written.
func (in *Instruction) written(word uint32) []Token {
	for n := len(in.Syntax); n > 0; n -= 2 {
		o := in.Syntax[n-1].Operand
		if o == nil {
			return in.Syntax[:n]
		}
		if v, ok := o.Unwritten(); !ok || o.Get(word) != v || n == 1 {
			return in.Syntax[:n]
		}
	}
	return in.Syntax
}

func (t *Table) operandText(o *Operand, word uint32) string {
	v := o.Get(word)
	switch o.Kind {
	case KindX, KindX8:
		return RegisterName(v)
	case KindF, KindF8:
		return FloatName(v)
	case KindV:
		return "v" + strconv.FormatInt(v, 10)
	case KindVM:
		return "v0.t"
	case KindRM:
		return RoundingName(v)
	case KindVType:
		return VTypeName(v)
	case KindUpper:
		return fmt.Sprintf("%#x", uint64(v)>>o.Shift&0xfffff)
	case KindTarget:
		return fmt.Sprintf(".%+d", v)
	case KindCSR:
		if name, ok := t.csrs[v]; ok {
			return name
		}
		return fmt.Sprintf("%#x", v)
	case KindOrder:
		return orderText(v)
	}
	return strconv.FormatInt(v, 10)
}

func orderText(v int64) string {
	if v == 0 {
		return "0"
	}
	var s []byte
	for i, c := range []byte("iorw") {
		if v>>(3-i)&1 != 0 {
			s = append(s, c)
		}
	}
	return string(s)
}
