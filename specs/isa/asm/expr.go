package asm

import (
	"fmt"
	"strconv"
	"strings"
)

// cursor walks the tokens of one statement.
type cursor struct {
	a      *assembler
	tokens []token
	depth  int
	plain  bool // no symbol was read by the last expression
}

func (c *cursor) peek() token {
	if len(c.tokens) == 0 {
		return token{kind: punct, text: "the end of the statement"}
	}
	return c.tokens[0]
}

func (c *cursor) next() token {
	t := c.peek()
	if len(c.tokens) > 0 {
		c.tokens = c.tokens[1:]
	}
	return t
}

func (c *cursor) accept(p string) bool {
	if c.peek().is(p) {
		c.next()
		return true
	}
	return false
}

func (c *cursor) expect(p string) error {
	if !c.accept(p) {
		return fmt.Errorf("%q where %q belongs", c.peek().text, p)
	}
	return nil
}

func (c *cursor) end() error {
	if len(c.tokens) > 0 {
		return fmt.Errorf("%q after the last operand", c.peek().text)
	}
	return nil
}

// operators gives the binary operators of a level, from the weakest binding to the strongest as in
// GNU as, by their first character.
func operators(level int) string {
	switch level {
	case 0:
		return "+-"
	case 1:
		return "&|^"
	case 2:
		return "*/%<>"
	}
	return ""
}

func (c *cursor) expression() (uint64, error) {
	c.plain = true
	return c.binary(0)
}

func (c *cursor) binary(level int) (uint64, error) {
	if operators(level) == "" {
		return c.unary()
	}
	x, err := c.binary(level + 1)
	for err == nil {
		op := c.peek()
		if op.kind != punct || len(op.text) > 2 || !strings.Contains(operators(level), op.text[:1]) {
			return x, nil
		}
		c.next()
		var y uint64
		if y, err = c.binary(level + 1); err == nil {
			x, err = apply(op.text, x, y)
		}
	}
	return 0, err
}

func apply(op string, x, y uint64) (uint64, error) {
	switch op {
	case "+":
		return x + y, nil
	case "-":
		return x - y, nil
	case "*":
		return x * y, nil
	case "&":
		return x & y, nil
	case "|":
		return x | y, nil
	case "^":
		return x ^ y, nil
	case "<<":
		return x << y, nil // Go gives 0 from 64 on
	case ">>":
		return x >> y, nil
	}
	if y == 0 {
		return 0, fmt.Errorf("division by zero")
	}
	if int64(y) == -1 {
		if op == "/" {
			return -x, nil
		}
		return 0, nil
	}
	if op == "/" {
		return uint64(int64(x) / int64(y)), nil
	}
	return uint64(int64(x) % int64(y)), nil
}

func (c *cursor) unary() (uint64, error) {
	if c.depth++; c.depth > maxDepth {
		return 0, fmt.Errorf("expression is nested deeper than %d", maxDepth)
	}
	defer func() { c.depth-- }()
	switch t := c.next(); {
	case t.is("-"):
		v, err := c.unary()
		return -v, err
	case t.is("~"):
		v, err := c.unary()
		return ^v, err
	case t.is("+"):
		return c.unary()
	case t.is("("):
		v, err := c.binary(0)
		if err != nil {
			return 0, err
		}
		return v, c.expect(")")
	case t.kind == number:
		return t.value, nil
	case t.kind == local:
		c.plain = false
		return c.a.localLabel(t.text)
	case t.kind == word:
		c.plain = c.plain && c.a.isConstant(t.text)
		return c.a.symbol(t.text)
	case t.kind == reloc:
		c.plain = false
		return c.relocation(t.text)
	default:
		return 0, fmt.Errorf("%q where a number, a symbol or ( belongs", t.text)
	}
}

// relocation reads %hi(e) and the like.
func (c *cursor) relocation(name string) (uint64, error) {
	if err := c.expect("("); err != nil {
		return 0, err
	}
	v, err := c.binary(0)
	if err != nil {
		return 0, err
	}
	if err := c.expect(")"); err != nil {
		return 0, err
	}
	switch name {
	case "%hi":
		return hi20(v), nil
	case "%lo":
		return lo12(v), nil
	case "%pcrel_hi":
		c.a.hi[c.a.pc()] = v
		return hi20(v - c.a.pc()), nil
	case "%pcrel_lo":
		target, ok := c.a.hi[v]
		if !ok && c.a.last != nil {
			target, ok = c.a.last.hi[v]
		}
		if !ok && c.a.last != nil {
			return 0, fmt.Errorf("%%pcrel_lo: no auipc with %%pcrel_hi is at %#x; give it the auipc's label", v)
		}
		return lo12(target - v), nil
	}
	return 0, fmt.Errorf("unknown %s; there are %%hi, %%lo, %%pcrel_hi and %%pcrel_lo", name)
}

// hi20 and lo12 split v so that hi20<<12 + lo12 is v, when lo12 is sign-extended.
func hi20(v uint64) uint64 { return uint64(int64(v+0x800)<<32>>44) & 0xfffff }
func lo12(v uint64) uint64 { return uint64(int64(v<<52) >> 52) }

func (a *assembler) isConstant(name string) bool {
	if _, ok := a.opt.Symbols[name]; ok {
		return true
	}
	return a.constant[name] || a.last != nil && a.last.constant[name]
}

// symbol gives a symbol's value: of this pass, else of the previous one. In the first pass an
// unknown symbol stands for the current address.
func (a *assembler) symbol(name string) (uint64, error) {
	if name == "." {
		return a.pc(), nil
	}
	if v, ok := a.opt.Symbols[name]; ok {
		return v, nil
	}
	if v, ok := a.symbols[name]; ok {
		return v, nil
	}
	if a.last == nil {
		return a.pc(), nil
	}
	if v, ok := a.last.symbols[name]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("symbol %s is not defined; define it with `%s:` or .equ", name, name)
}

// localKey names the n-th numeric label: it begins with a digit, as no symbol does.
func localKey(label string, n int) string { return label + "#" + strconv.Itoa(n) }

func (a *assembler) localLabel(ref string) (uint64, error) {
	label, way := ref[:len(ref)-1], ref[len(ref)-1]
	n := a.counts[label]
	if way == 'b' {
		if n == 0 {
			return 0, fmt.Errorf("there is no label %s: before this line", label)
		}
		return a.symbols[localKey(label, n)], nil
	}
	if a.last == nil {
		return a.pc(), nil
	}
	if v, ok := a.last.symbols[localKey(label, n+1)]; ok {
		return v, nil
	}
	return 0, fmt.Errorf("there is no label %s: after this line", label)
}
