package remote

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Register is a register as a target description has it.
type Register struct {
	Name   string
	Number int // in p and P packets
	Bits   int
}

func (r Register) bytes() int { return (r.Bits + 7) / 8 }

// Description is what a server says of its target.
type Description struct {
	Architecture string // "riscv:rv64"
	Features     []string
	Registers    []Register
	names        map[string]int
}

// Find looks a register up by name.
func (d *Description) Find(name string) (Register, bool) {
	i, ok := d.names[name]
	if !ok {
		return Register{}, false
	}
	return d.Registers[i], true
}

func (d *Description) add(r Register) {
	if d.names == nil {
		d.names = map[string]int{}
	}
	if _, ok := d.names[r.Name]; !ok {
		d.names[r.Name] = len(d.Registers)
	}
	d.Registers = append(d.Registers, r)
}

// standard is the numbering of RV64 servers that describe nothing: the one GDB itself falls back to.
func standard() *Description {
	const firstCSR = 65
	d := &Description{}
	for i := range 32 {
		d.add(Register{"x" + strconv.Itoa(i), i, 64})
	}
	d.add(Register{"pc", 32, 64})
	for _, csr := range []struct {
		name   string
		number int
	}{{"mvendorid", 0xf11}, {"marchid", 0xf12}, {"mimpid", 0xf13}, {"priv", 4096}} {
		d.add(Register{csr.name, firstCSR + csr.number, 64})
	}
	return d
}

// Bounds of a description.
const (
	maxAnnex     = 1 << 20 // bytes of one document
	maxAnnexes   = 64
	maxRegisters = 1 << 16
	maxBits      = 1 << 20
)

// Description asks the server to describe the target, once.
func (c *Client) Description(ctx context.Context) (*Description, error) {
	if c.regs != nil {
		return c.regs, nil
	}
	if c.features["qXfer:features:read"] != "+" {
		c.regs = standard()
		return c.regs, nil
	}
	d, err := ParseDescription(func(annex string) ([]byte, error) { return c.annex(ctx, annex) })
	if err != nil {
		return nil, err
	}
	c.regs = d
	return d, nil
}

// annex reads a document of the description.
func (c *Client) annex(ctx context.Context, name string) ([]byte, error) {
	var text []byte
	for {
		request := fmt.Sprintf("qXfer:features:read:%s:%x,%x", name, len(text), max(c.size-overhead, 8))
		answer, err := c.ask(ctx, request)
		switch {
		case err != nil:
			return nil, err
		case answer[0] != 'm' && answer[0] != 'l':
			return nil, fmt.Errorf("%w: %q to %s", ErrProtocol, clip(answer), request)
		}
		text = append(text, answer[1:]...)
		switch {
		case answer[0] == 'l':
			return text, nil
		case len(answer) == 1:
			return nil, fmt.Errorf("%w: no more of %s, and yet not its end", ErrProtocol, name)
		case len(text) > maxAnnex:
			return nil, fmt.Errorf("%w: %s is longer than %d bytes", ErrProtocol, name, maxAnnex)
		}
	}
}

// ParseDescription reads target.xml and what it includes. Registers that have no number follow the
// one before them, in the order of the text.
func ParseDescription(read func(annex string) ([]byte, error)) (*Description, error) {
	p := &description{read: read, d: &Description{}}
	if err := p.document("target.xml"); err != nil {
		return nil, err
	}
	if len(p.d.Registers) == 0 { // a description of nothing but the architecture
		architecture := p.d.Architecture
		p.d = standard()
		p.d.Architecture = architecture
	}
	return p.d, nil
}

type description struct {
	read    func(annex string) ([]byte, error)
	d       *Description
	next    int // number of a register without one
	annexes int
	depth   int
}

func (p *description) document(annex string) error {
	wrong := func(format string, a ...any) error {
		return fmt.Errorf("%w: target description, %s: %s", ErrProtocol, clip(annex), fmt.Sprintf(format, a...))
	}
	p.annexes++
	p.depth++
	defer func() { p.depth-- }()
	if p.annexes > maxAnnexes || p.depth > 8 {
		return wrong("it includes too much")
	}
	text, err := p.read(annex)
	if err != nil {
		return err
	}
	for decoder := xml.NewDecoder(bytes.NewReader(text)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return wrong("%v", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "include":
				href := attribute(t, "href")
				if href == "" || strings.ContainsAny(href, ":,#$*}") {
					return wrong("it includes %q", clip(href))
				}
				if err := p.document(href); err != nil {
					return err
				}
			case "architecture":
				if err := decoder.DecodeElement(&p.d.Architecture, &t); err != nil {
					return wrong("%v", err)
				}
				p.d.Architecture = clip(strings.TrimSpace(p.d.Architecture))
			case "feature":
				if len(p.d.Features) < maxAnnexes {
					p.d.Features = append(p.d.Features, clip(attribute(t, "name")))
				}
			case "reg":
				if err := p.register(t); err != nil {
					return wrong("%v", err)
				}
			}
		}
	}
}

func (p *description) register(t xml.StartElement) error {
	r := Register{Name: attribute(t, "name"), Number: p.next}
	var err error
	if text := attribute(t, "bitsize"); r.Name == "" || text == "" {
		return errors.New("a register without name or bitsize")
	} else if r.Bits, err = strconv.Atoi(text); err != nil || r.Bits < 1 || r.Bits > maxBits {
		return fmt.Errorf("register %s has %q bits", clip(r.Name), clip(text))
	}
	if text := attribute(t, "regnum"); text != "" {
		if r.Number, err = strconv.Atoi(text); err != nil || r.Number < 0 || r.Number > 1<<24 {
			return fmt.Errorf("register %s has the number %q", clip(r.Name), clip(text))
		}
	}
	if len(p.d.Registers) == maxRegisters {
		return fmt.Errorf("over %d registers", maxRegisters)
	}
	p.next = r.Number + 1
	p.d.add(r)
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
