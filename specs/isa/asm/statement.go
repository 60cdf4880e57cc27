package asm

import (
	"encoding/binary"
	"fmt"
	"strings"

	"touchstone/specs/isa"
)

// statement assembles one statement at the current address.
func (a *assembler) statement(index int, s *statement) error {
	for _, label := range s.labels {
		if err := a.define(label, a.pc(), false); err != nil {
			return err
		}
	}
	c := &cursor{a: a, tokens: s.tokens}
	switch {
	case s.name == "":
		return nil
	case s.name == "=":
		return a.assign(c)
	case s.name[0] == '.':
		return a.directive(s.name, c)
	}
	return a.instruction(index, s.name, s.tokens)
}

// define gives a label or, when it may change, a symbol of .set its value.
func (a *assembler) define(name string, v uint64, again bool) error {
	if name[0] >= '0' && name[0] <= '9' {
		a.counts[name]++
		a.symbols[localKey(name, a.counts[name])] = v
		return nil
	}
	if _, ok := a.opt.Symbols[name]; ok {
		return fmt.Errorf("symbol %s is given from outside; choose another name", name)
	}
	if first, ok := a.defined[name]; ok && (!again || !a.constant[name]) {
		return fmt.Errorf("symbol %s is already defined at line %d", name, first)
	}
	a.defined[name] = a.line
	a.symbols[name] = v
	a.constant[name] = again
	return nil
}

// assign reads `NAME, E`.
func (a *assembler) assign(c *cursor) error {
	t := c.next()
	if t.kind != word || t.text == "." {
		return fmt.Errorf("%q where a symbol's name belongs", t.text)
	}
	if err := c.expect(","); err != nil {
		return err
	}
	v, err := c.expression()
	if err != nil {
		return err
	}
	if err := a.define(t.text, v, true); err != nil {
		return err
	}
	return c.end()
}

// instruction assembles a pseudo-instruction or a row.
func (a *assembler) instruction(index int, name string, tokens []token) error {
	in, suffix, known := a.lookup(name)
	operands := split(tokens)
	if expand := a.pseudo(name, operands, known); expand != nil {
		lines, err := expand()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, l := range lines {
			if err := a.row(index, l.name, l.tokens); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
		return nil
	}
	if !known {
		return fmt.Errorf("unknown instruction %s; it is no row of the selected extensions and no pseudo-instruction", name)
	}
	return a.encode(index, name, in, suffix, tokens)
}

// row assembles one instruction of a pseudo-instruction's expansion.
func (a *assembler) row(index int, name string, tokens []token) error {
	in, suffix, ok := a.lookup(name)
	if !ok {
		return fmt.Errorf("it needs %s, which is no row of the selected extensions", name)
	}
	return a.encode(index, name, in, suffix, tokens)
}

// lookup finds the row of a mnemonic and the suffix operands that it sets.
func (a *assembler) lookup(name string) (*isa.Instruction, []*isa.Operand, bool) {
	if in, ok := a.table.Lookup(name); ok {
		return in, nil, true
	}
	for end := strings.LastIndexByte(name, '.'); end > 0; end = strings.LastIndexByte(name[:end], '.') {
		in, ok := a.table.Lookup(name[:end])
		if !ok {
			continue
		}
		rest := strings.ReplaceAll(name[end:], ".", "")
		var set []*isa.Operand
		for _, o := range in.Suffix {
			if after, ok := strings.CutPrefix(rest, o.Name); ok {
				set, rest = append(set, o), after
			}
		}
		return in, set, rest == "" && len(set) > 0
	}
	return nil, nil, false
}

// encode reads the operands as the row writes them, and emits the word, compressed where allowed.
// A word is emitted even when an operand is wrong, so that labels stay where they are.
func (a *assembler) encode(index int, name string, in *isa.Instruction, suffix []*isa.Operand, tokens []token) error {
	at := site{index, a.part}
	a.part++
	word := in.Match
	for _, o := range suffix {
		word |= o.Bits()
	}
	c := &cursor{a: a, tokens: tokens}
	w, err := a.operands(c, in, word)
	if err == nil {
		err = c.end()
	}
	if err == nil && in.Ordinal != nil {
		w, err = a.ordinal(in, name, w)
	}
	if err == nil && !in.Matches(w) {
		panic("asm: " + in.Name + " encodes to a word that is not its own") // Put checks
	}
	if err != nil {
		err = fmt.Errorf("%s: %w; it is written `%s`", in.Name, err, usage(in))
	}
	if a.rvc && in.Size == 4 && !a.wide[at] {
		if err != nil && a.last == nil {
			// A symbol that is not known yet: hope for the short form.
			return joinErr(err, a.emitWord(1, 2))
		}
		if _, narrow, ok := a.table.Compress(w); err == nil && ok {
			return a.emitWord(narrow, 2)
		}
		if a.last != nil {
			a.wide[at] = true
		} else if hasTarget(in) && err == nil {
			return a.emitWord(1, 2) // targets ahead are known in the next pass
		}
	}
	return joinErr(err, a.emitWord(w, in.Size))
}

func joinErr(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

func hasTarget(in *isa.Instruction) bool {
	for _, o := range in.Operands {
		if o.Kind == isa.KindTarget {
			return true
		}
	}
	return false
}

func (a *assembler) emitWord(word uint32, size int) error {
	var b [4]byte
	binary.LittleEndian.PutUint32(b[:], word)
	return a.emit(true, b[:size]...)
}

// usage shows how a row is written.
func usage(in *isa.Instruction) string {
	operands := in.Row.Asm
	if len(in.Suffix) > 0 {
		_, operands, _ = strings.Cut(operands, " ")
	}
	return strings.TrimSpace(in.Name + " " + operands)
}

// ordinal puts the number in a mnemonic into the word.
func (a *assembler) ordinal(in *isa.Instruction, name string, word uint32) (uint32, error) {
	n, ok := a.table.Ordinal(name)
	if !ok {
		return word, fmt.Errorf("%s stands for several instructions; write a number for N", name)
	}
	return in.Ordinal.Put(word, n)
}

// operands reads what the row's syntax lists.
func (a *assembler) operands(c *cursor, in *isa.Instruction, word uint32) (uint32, error) {
	for i, tok := range in.Syntax {
		if done, w := unwritten(c, in.Syntax[i:], word); done {
			word = w
			break
		}
		if tok.Operand == nil {
			if err := a.literal(c, tok.Text); err != nil {
				return word, err
			}
			continue
		}
		o := tok.Operand
		// A displacement may be left out: (a0) is 0(a0).
		var v int64
		omitted := o.File() == 0 && i+1 < len(in.Syntax) && in.Syntax[i+1].Text == "(" && a.isBase(c)
		if !omitted {
			var err error
			if v, err = a.value(c, o); err != nil {
				return word, err
			}
		}
		w, err := o.Put(word, v)
		if err != nil {
			return word, err
		}
		word = w
	}
	for _, name := range in.Row.Fields {
		if o, _ := in.Operand(name); o.Kind == isa.KindRM && len(c.tokens) == 2 && c.peek().is(",") {
			c.next()
			rm, err := a.value(c, o)
			if err != nil {
				return word, err
			}
			return o.Put(word, rm)
		}
	}
	return word, nil
}

// unwritten fills in what may be left out at the end of a line: `, rm` and `, vm`.
func unwritten(c *cursor, rest []isa.Token, word uint32) (done bool, w uint32) {
	if len(c.tokens) > 0 {
		return false, word
	}
	for _, tok := range rest {
		if tok.Operand == nil && tok.Text == "," {
			continue
		}
		if tok.Operand == nil {
			return false, word
		}
		v, ok := tok.Operand.Unwritten()
		if !ok {
			return false, word
		}
		word, _ = tok.Operand.Put(word, v)
	}
	return true, word
}

// literal reads what stands for itself: punctuation, a register, a number. Before a "(" that
// stands alone, as in lr.w, a 0 may be written.
func (a *assembler) literal(c *cursor, want string) error {
	if want == "(" && c.peek().kind == number && c.peek().value == 0 {
		c.next()
	}
	if want == "," || want == "(" || want == ")" {
		return c.expect(want)
	}
	t := c.next()
	file, x, isRegister := isa.AnyRegister(want)
	if f, y, ok := isa.AnyRegister(t.text); t.kind == word && isRegister && ok && f == file && x == y {
		return nil
	}
	if t.text == want {
		return nil
	}
	return fmt.Errorf("%q where %s belongs", t.text, want)
}

// isBase reports whether "(register)" comes next.
func (a *assembler) isBase(c *cursor) bool {
	if len(c.tokens) < 3 || !c.tokens[0].is("(") || !c.tokens[2].is(")") {
		return false
	}
	_, ok := isa.Register(c.tokens[1].text)
	return ok && c.tokens[1].kind == word
}

// value reads one operand as `does` sees it.
func (a *assembler) value(c *cursor, o *isa.Operand) (int64, error) {
	t := c.peek()
	switch o.Kind {
	case isa.KindX, isa.KindX8:
		c.next()
		if v, ok := isa.Register(t.text); ok && t.kind == word {
			return v, nil
		}
		return 0, fmt.Errorf("%q is not an integer register (x0 to x31, or an ABI name)", t.text)
	case isa.KindF, isa.KindF8:
		c.next()
		if v, ok := isa.FloatRegister(t.text); ok && t.kind == word {
			return v, nil
		}
		return 0, fmt.Errorf("%q is not a floating-point register (f0 to f31, or an ABI name)", t.text)
	case isa.KindV:
		c.next()
		if v, ok := isa.VectorRegister(t.text); ok && t.kind == word {
			return v, nil
		}
		return 0, fmt.Errorf("%q is not a vector register (v0 to v31)", t.text)
	case isa.KindVM:
		if c.next(); t.kind == word && t.text == "v0.t" {
			return 0, nil
		}
		return 0, fmt.Errorf("%q where the mask v0.t, or nothing, belongs", t.text)
	case isa.KindRM:
		c.next()
		if v, ok := isa.Rounding(t.text); ok && t.kind == word {
			return v, nil
		}
		return 0, fmt.Errorf("%q is not a rounding mode (rne, rtz, rdn, rup, rmm, dyn)", t.text)
	case isa.KindVType:
		if _, _, ok := isa.VTypePart(t.text); ok && t.kind == word {
			return vtype(c)
		}
	case isa.KindCSR:
		for i := range a.csrs {
			if t.kind == word && a.csrs[i].Name == t.text {
				c.next()
				return int64(a.csrs[i].Address), nil
			}
		}
		if t.kind == word && !a.isConstant(t.text) {
			return 0, fmt.Errorf("unknown CSR %s; use a name of the pack or a number", t.text)
		}
	case isa.KindOrder:
		if v, ok := order(t); ok {
			c.next()
			return v, nil
		}
	}
	if _, ok := isa.Register(t.text); ok && t.kind == word {
		return 0, fmt.Errorf("register %s where a number belongs (%s)", t.text, o.Name)
	}
	e, err := c.expression()
	v := int64(e)
	if err != nil {
		return 0, err
	}
	switch o.Kind {
	case isa.KindTarget:
		return v - int64(a.pc()), nil
	case isa.KindUpper:
		if v < -1<<19 || v >= 1<<20 {
			return 0, fmt.Errorf("operand %s: %d is out of range; give the upper 20 bits, 0 to 0xfffff", o.Name, v)
		}
		return v << 44 >> 44 << o.Shift, nil
	}
	return v, nil
}

// vtype reads "e32, m2, ta, mu", in this order; what is left out is m1, tu, mu.
func vtype(c *cursor) (int64, error) {
	var v, seen int64
	for {
		t := c.next()
		value, about, ok := isa.VTypePart(t.text)
		if !ok || seen&about != 0 || seen == 0 && about != 7<<3 {
			return 0, fmt.Errorf("%q does not belong in a vector type such as e32, m2, ta, mu", t.text)
		}
		v, seen = v|value, seen|about
		if len(c.tokens) < 2 || !c.tokens[0].is(",") {
			return v, nil
		}
		c.next()
	}
}

// order reads a set of i, o, r, w, written in that order.
func order(t token) (int64, bool) {
	if t.kind != word || t.text == "" {
		return 0, false
	}
	v, rest := int64(0), t.text
	for i, letter := range []string{"i", "o", "r", "w"} {
		if after, ok := strings.CutPrefix(rest, letter); ok {
			v, rest = v|8>>i, after
		}
	}
	return v, rest == ""
}

// split cuts operands at the commas that are not in parentheses.
func split(tokens []token) [][]token {
	if len(tokens) == 0 {
		return nil
	}
	var out [][]token
	start, depth := 0, 0
	for i, t := range tokens {
		switch {
		case t.is("("):
			depth++
		case t.is(")"):
			depth--
		case t.is(",") && depth <= 0:
			out = append(out, tokens[start:i])
			start = i + 1
		}
	}
	return append(out, tokens[start:])
}
