package isa

import (
	"fmt"
	"strings"
)

// Token is a piece of what is written after the mnemonic: an operand, or text that stands as it is:
// ",", "(", ")", a register such as "sp", a number such as "0".
type Token struct {
	Operand *Operand // nil: Text
	Text    string   // the operand's name, or the text
}

// resolve reads Row.Asm and Row.Fields.
func (in *Instruction) resolve(operands map[string]*Operand) error {
	words, err := scan(in.Row.Asm)
	if err != nil {
		return rowError(in.Row, "asm %q: %v", in.Row.Asm, err)
	}
	seen := map[*Operand]bool{}
	add := func(o *Operand) {
		if !seen[o] {
			seen[o] = true
			in.Operands = append(in.Operands, o)
		}
	}
	for _, w := range words {
		if name, ok := strings.CutPrefix(w, "."); ok {
			o := operands[name]
			if o == nil || o.Kind != KindBit {
				return rowError(in.Row, "asm %q: suffix %s is not an operand of kind bit in operands.yaml", in.Row.Asm, w)
			}
			add(o)
			in.Suffix = append(in.Suffix, o)
			continue
		}
		o := operands[w]
		if o == nil && !isLiteral(w) {
			return rowError(in.Row, "asm %q: no operand %s in operands.yaml", in.Row.Asm, w)
		}
		if o != nil {
			add(o)
		}
		in.Syntax = append(in.Syntax, Token{o, w})
	}
	for _, name := range in.Row.Fields {
		o := operands[name]
		if o == nil {
			return rowError(in.Row, "fields: no operand %s in operands.yaml", name)
		}
		if seen[o] {
			return rowError(in.Row, "fields: operand %s is named twice", name)
		}
		add(o)
	}
	for _, o := range in.Operands {
		if o.Kind == KindOrdinal {
			in.Ordinal = o
		}
	}
	if named := strings.Contains(in.Name, "N"); named != (in.Ordinal != nil) {
		return rowError(in.Row, "a name has N where an operand of kind ordinal (in fields) stands, and only there")
	}
	return nil
}

// scan splits an asm template, or the operands of expands, into words and punctuation. Leading
// ".a.b" gives ".a" and ".b".
func scan(s string) ([]string, error) {
	var words []string
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == ' ':
			i++
		case c == ',' || c == '(' || c == ')':
			words = append(words, s[i:i+1])
			i++
		case c == '.' || c == '-' || isWord(c):
			j := i + 1
			for j < len(s) && isWord(s[j]) {
				j++
			}
			words = append(words, s[i:j])
			i = j
		default:
			return nil, fmt.Errorf("%q cannot stand here", c)
		}
	}
	return words, nil
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isLiteral reports whether a word of a template may stand for itself.
func isLiteral(w string) bool {
	switch w {
	case ",", "(", ")", "rtz": // the rounding mode of fcvtmod.w.d is written, and is no operand
		return true
	}
	if _, _, ok := AnyRegister(w); ok {
		return true
	}
	_, ok := number(w)
	return ok
}

func number(w string) (int64, bool) {
	digits, negative := strings.CutPrefix(w, "-")
	var v int64
	for _, c := range digits {
		if c < '0' || c > '9' || v > 1<<32 {
			return 0, false
		}
		v = v*10 + int64(c-'0')
	}
	if negative {
		v = -v
	}
	return v, digits != ""
}
