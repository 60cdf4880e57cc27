package isa

import (
	"errors"
	"strings"
)

// expansion is how a compressed row reads as a row of the base: "addi crd, crd, imm6".
type expansion struct {
	base  *Instruction
	binds []bind
}

// bind gives one operand of the base: from an operand of the compressed row, or a constant.
type bind struct {
	to    *Operand
	from  *Operand // nil: value
	value int64
}

// errNoBase says that the base row is not in the table.
var errNoBase = errors.New("no such row")

func newExpansion(in *Instruction, byName map[string]*Instruction) (*expansion, error) {
	text := in.Row.Expands
	name, rest, _ := strings.Cut(text, " ")
	base := byName[name]
	if base == nil {
		return nil, errors.Join(errNoBase, rowError(in.Row, "expands %q: there is no row %s", text, name))
	}
	words, err := scan(rest)
	if err != nil {
		return nil, rowError(in.Row, "expands %q: %v", text, err)
	}
	if len(words) != len(base.Syntax) {
		return nil, rowError(in.Row, "expands %q: %s is written %q", text, name, base.Row.Asm)
	}
	e := &expansion{base: base}
	for i, tok := range base.Syntax {
		if tok.Operand == nil {
			if words[i] != tok.Text {
				return nil, rowError(in.Row, "expands %q: %s is written %q", text, name, base.Row.Asm)
			}
			continue
		}
		b := bind{to: tok.Operand}
		if o, ok := in.Operand(words[i]); ok {
			b.from = o
			if !wider(tok.Operand, o) {
				return nil, rowError(in.Row, "expands %q: operand %s of %s does not hold every %s", text, tok.Operand.Name, name, o.Name)
			}
		} else if file, v, ok := AnyRegister(words[i]); ok && tok.Operand.File() == file {
			b.value = v
		} else if v, ok := number(words[i]); ok && tok.Operand.File() == 0 {
			b.value = v
		} else {
			return nil, rowError(in.Row, "expands %q: %s is neither an operand of %s nor a constant that %s takes", text, words[i], in.Name, tok.Operand.Name)
		}
		e.binds = append(e.binds, b)
	}
	return e, nil
}

// wider reports whether to can hold every value of from.
func wider(to, from *Operand) bool {
	tmin, tmax, tstep := to.Range()
	fmin, fmax, fstep := from.Range()
	return to.File() == from.File() && tmin <= fmin && tmax >= fmax && fstep%tstep == 0
}

// Expansion gives the base row that a compressed word stands for, and the 32-bit word that does the
// same, but for the length: a link is still the compressed instruction's address + 2. Rows without
// `expands` give false.
func (in *Instruction) Expansion(word uint32) (base *Instruction, baseWord uint32, ok bool) {
	if in.expansion == nil {
		return nil, 0, false
	}
	base, baseWord = in.expansion.base, in.expansion.base.Match
	for _, b := range in.expansion.binds {
		v := b.value
		if b.from != nil {
			v = b.from.Get(word)
		}
		var err error
		if baseWord, err = b.to.Put(baseWord, v); err != nil {
			panic("isa: " + in.Name + " expands to what " + base.Name + " cannot hold: " + err.Error()) // newExpansion checked it
		}
	}
	return base, baseWord, true
}

// Compress finds the 16-bit word that expands to a 32-bit word of the base: false where there is
// none. Of several the row that comes first in the pack is taken.
func (t *Table) Compress(word uint32) (in *Instruction, narrow uint32, ok bool) {
	base, ok := t.Decode(word)
	if !ok || base.Size != 4 {
		return nil, 0, false
	}
	for _, c := range t.compressed[base] {
		if n, ok := c.compress(word); ok {
			if d, ok := t.Decode(n); ok && d == c {
				return c, n, true
			}
		}
	}
	return nil, 0, false
}

// compress inverts the expansion; the result is checked by expanding it again.
func (in *Instruction) compress(word uint32) (uint32, bool) {
	narrow := in.Match
	for _, b := range in.expansion.binds {
		v := b.to.Get(word)
		if b.from == nil {
			if v != b.value {
				return 0, false
			}
			continue
		}
		var err error
		if narrow, err = b.from.Put(narrow, v); err != nil {
			return 0, false
		}
	}
	_, back, _ := in.Expansion(narrow)
	return narrow, back == word
}
