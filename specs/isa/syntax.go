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
	if w == "," || w == "(" || w == ")" {
		return true
	}
	if _, ok := Register(w); ok {
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

// RegisterName gives the name of an integer register in the calling convention of the unprivileged
// manual: "a0" for 10.
func RegisterName(n int64) string {
	return [32]string{
		"zero", "ra", "sp", "gp", "tp", "t0", "t1", "t2",
		"s0", "s1", "a0", "a1", "a2", "a3", "a4", "a5",
		"a6", "a7", "s2", "s3", "s4", "s5", "s6", "s7",
		"s8", "s9", "s10", "s11", "t3", "t4", "t5", "t6",
	}[n&31]
}

// Register reads an integer register's name: "x10", "a0", or "fp" for s0.
func Register(name string) (int64, bool) {
	if rest, ok := strings.CutPrefix(name, "x"); ok {
		n, ok := number(rest)
		return n, ok && n < 32 && (rest == "0" || rest[0] != '0')
	}
	if name == "fp" {
		return 8, true
	}
	for n := range int64(32) {
		if RegisterName(n) == name {
			return n, true
		}
	}
	return 0, false
}
