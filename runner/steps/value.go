package steps

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// value is a number as features write it: absolute, or an offset from the code address, or from a
// label whose offset is known once the program is.
type value struct {
	num   uint64
	rel   bool   // num is added to the code address
	label string // and to the offset of this label
}

// parseValue reads an expression: terms joined by + and -, each of them a decimal, hexadecimal
// (0x…) or binary (0b…) number with optional _ between digits, a power such as 2^63, `test data`
// (the address of the data area), `code` (the code address) or `label <name>`. The sum must be
// between -2^63 and 2^64 - 1; a negative one is its two's complement.
func parseValue(text string, data uint64) (value, error) {
	p := valueParser{text: text, data: data, sum: new(big.Int)}
	if err := p.expression(); err != nil {
		return value{}, fmt.Errorf("value %q: %w", text, err)
	}
	least, most := new(big.Int).Lsh(big.NewInt(-1), 63), new(big.Int).Lsh(big.NewInt(1), 64)
	if p.sum.Cmp(least) < 0 || p.sum.Cmp(most) >= 0 {
		return value{}, fmt.Errorf("value %q does not fit in 64 bits: give -2^63 to 2^64 - 1", text)
	}
	if p.sum.Sign() < 0 {
		p.sum.Add(p.sum, most)
	}
	p.out.num = p.sum.Uint64()
	return p.out, nil
}

type valueParser struct {
	text string
	at   int
	data uint64
	sum  *big.Int
	out  value
}

func (p *valueParser) spaces() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
}

func (p *valueParser) expression() error {
	for first := true; ; first = false {
		p.spaces()
		minus := false
		switch {
		case p.at == len(p.text):
			return fmt.Errorf("a number is missing at the end")
		case p.text[p.at] == '-' || p.text[p.at] == '+':
			minus = p.text[p.at] == '-'
			p.at++
			p.spaces()
			if !first && strings.HasPrefix(p.text[p.at:], "-") { // "5 + -1", as outlines make it
				minus = !minus
				p.at++
			}
		case !first:
			return fmt.Errorf("+ or - is expected before %q", p.text[p.at:])
		}
		if err := p.term(minus); err != nil {
			return err
		}
		p.spaces()
		if p.at == len(p.text) {
			return nil
		}
	}
}

// word takes letters, digits and what numbers and labels may hold.
func (p *valueParser) word() string {
	from := p.at
	for p.at < len(p.text) && isWordByte(p.text[p.at]) {
		p.at++
	}
	return p.text[from:p.at]
}

func isWordByte(c byte) bool {
	return c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func (p *valueParser) term(minus bool) error {
	switch w := p.word(); {
	case w == "":
		return fmt.Errorf("a number, test data, code or label <name> is expected at %q", p.text[p.at:])
	case w[0] >= '0' && w[0] <= '9':
		return p.number(w, minus)
	case minus:
		return fmt.Errorf("%s cannot be subtracted", w)
	case w == "test":
		p.spaces()
		if p.word() != "data" {
			return fmt.Errorf("test data is the only address that begins with test")
		}
		p.sum.Add(p.sum, new(big.Int).SetUint64(p.data))
		return nil
	case p.out.rel:
		return fmt.Errorf("the code address can be named only once")
	case w == "code":
		p.out.rel = true
		return nil
	case w == "label":
		p.spaces()
		name := p.word()
		if name == "" || name[0] >= '0' && name[0] <= '9' {
			return fmt.Errorf("label needs a name that begins with a letter")
		}
		p.out.rel, p.out.label = true, name
		return nil
	default:
		return fmt.Errorf("%q is neither a number, test data, code nor label <name>", w)
	}
}

func (p *valueParser) number(w string, minus bool) error {
	n, ok := new(big.Int).SetString(strings.TrimLeft(w, "0"), 10)
	if !ok {
		if n, ok = new(big.Int).SetString(w, 0); !ok || strings.HasPrefix(w, "0o") {
			return fmt.Errorf("%q is no number", w)
		}
	}
	if p.at < len(p.text) && p.text[p.at] == '^' {
		p.at++
		exponent, ok := new(big.Int).SetString(p.word(), 10)
		if !ok || !exponent.IsUint64() || exponent.Uint64() > 64 || n.CmpAbs(big.NewInt(16)) > 0 {
			return fmt.Errorf("a power has an exponent from 0 to 64 and a base of at most 16, such as 2^63")
		}
		n.Exp(n, exponent, nil)
	}
	if minus {
		n.Neg(n)
	}
	p.sum.Add(p.sum, n)
	return nil
}

// value reads an expression of a step.
func (w *world) value(text string) (value, error) { return parseValue(text, w.c.Map.Data) }

// number reads an expression that must be absolute.
func (w *world) number(text string) (uint64, error) {
	v, err := w.value(text)
	if err == nil && v.rel {
		err = fmt.Errorf("%q depends on where the code lies; give a number or test data", text)
	}
	return v.num, err
}

// resolve gives a value its label's offset.
func (v value) resolve(p *program) (trial.Value, error) {
	out := trial.Value{Num: v.num, Rel: v.rel}
	if v.label == "" {
		return out, nil
	}
	if p == nil {
		return out, fmt.Errorf("label %s: there is no program", v.label)
	}
	offset, ok := p.labels[v.label]
	if !ok {
		return out, fmt.Errorf("the program has no label %s", v.label)
	}
	out.Num += uint64(offset)
	return out, nil
}

// values reads a list joined by "or".
func (w *world) values(text string) ([]trial.Value, error) {
	var out []trial.Value
	for part := range strings.SplitSeq(text, " or ") {
		v, err := w.value(part)
		if err != nil {
			return nil, err
		}
		r, err := v.resolve(w.program)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// register names an integer register.
func register(n int64) trial.Loc { return trial.Loc(fmt.Sprintf("x%d", n)) }

// location resolves the name of a register or of a CSR of the pack.
func (c *Context) location(name string) (trial.Loc, error) {
	if n, ok := isa.Register(name); ok {
		return register(n), nil
	}
	if n, ok := isa.FloatRegister(name); ok {
		return trial.Loc("f" + strconv.FormatInt(n, 10)), nil
	}
	if name == "fs" || name == "vs" {
		return trial.Loc(name), nil
	}
	if _, ok := c.csrs[csrAt(name)]; ok {
		return csrAt(name), nil
	}
	return "", fmt.Errorf("%q is neither a register nor a CSR of the pack", name)
}
