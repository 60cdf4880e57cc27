package asm

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
)

func (a *assembler) directive(name string, c *cursor) error {
	switch name {
	case ".byte":
		return a.data(c, 1)
	case ".half", ".short", ".2byte":
		return a.data(c, 2)
	case ".word", ".long", ".4byte":
		return a.data(c, 4)
	case ".dword", ".quad", ".8byte":
		return a.data(c, 8)
	case ".insn":
		return a.insn(c)
	case ".ascii":
		return a.strings(c, "")
	case ".asciz", ".string":
		return a.strings(c, "\x00")
	case ".zero", ".skip", ".space":
		n, err := a.count(c, name)
		if err != nil {
			return err
		}
		return a.emit(false, make([]byte, n)...)
	case ".align", ".p2align":
		n, err := a.count(c, name)
		if err != nil {
			return err
		}
		if n > 16 {
			return fmt.Errorf("%s %d means 2**%d bytes; the limit is %s 16, and .balign counts bytes", name, n, n, name)
		}
		return a.align(1 << n)
	case ".balign":
		n, err := a.count(c, name)
		if err != nil {
			return err
		}
		if n == 0 || n&(n-1) != 0 || n > 1<<16 {
			return fmt.Errorf(".balign %d: give a power of two up to 65536", n)
		}
		return a.align(n)
	case ".org":
		return a.org(c)
	case ".equ", ".set":
		return a.assign(c)
	case ".section":
		t := c.next()
		if t.kind != word && t.kind != text {
			return fmt.Errorf("%q where a section's name belongs", t.text)
		}
		a.section(t.text)
		return nil // flags and types are a linker's business
	case ".text", ".data", ".rodata", ".bss":
		a.section(name)
		return c.end()
	case ".option":
		return a.option(c)
	case ".global", ".globl", ".local", ".weak", ".type", ".size":
		return nil
	}
	return fmt.Errorf("unknown directive %s", name)
}

// data reads a list of integers. Values that do not fit are errors; the bytes are there all the
// same, so that labels stay where they are.
func (a *assembler) data(c *cursor, size int) error {
	var bad error
	for {
		v, err := c.expression()
		if err != nil {
			bad = errors.Join(bad, err)
			c.tokens = nil
		}
		if s := int64(v); size < 8 && (s < -1<<(8*size-1) || s >= 1<<(8*size)) && bad == nil {
			bad = fmt.Errorf("%#x does not fit in %d bytes", v, size)
		}
		if err := a.emit(false, binary.LittleEndian.AppendUint64(nil, v)[:size]...); err != nil {
			return err
		}
		if !c.accept(",") {
			break
		}
	}
	if bad != nil {
		return bad
	}
	return c.end()
}

func (a *assembler) insn(c *cursor) error {
	v, err := c.expression()
	if err != nil {
		return err
	}
	size := 2
	if v&3 == 3 {
		size = 4
	}
	if v >= 1<<(8*size) {
		return fmt.Errorf(".insn %#x: the low bits %02b make it %d bytes, and it does not fit", v, v&3, size)
	}
	if err := a.emitWord(uint32(v), size); err != nil {
		return err
	}
	return c.end()
}

func (a *assembler) strings(c *cursor, end string) error {
	for {
		t := c.next()
		if t.kind != text {
			return fmt.Errorf("%q where a \"string\" belongs", t.text)
		}
		if err := a.emit(false, []byte(t.text+end)...); err != nil {
			return err
		}
		if !c.accept(",") {
			return c.end()
		}
	}
}

// count reads a number of bytes, or a power.
func (a *assembler) count(c *cursor, name string) (int, error) {
	v, err := c.expression()
	if err != nil {
		return 0, err
	}
	if v > maxProgram {
		return 0, fmt.Errorf("%s %d: the limit is %d", name, int64(v), maxProgram)
	}
	return int(v), c.end()
}

// align pads with no-ops where code is, with zeros elsewhere.
func (a *assembler) align(to int) error {
	pad := int(-a.pc() & uint64(to-1))
	if !strings.HasPrefix(a.current.Name, ".text") {
		return a.emit(false, make([]byte, pad)...)
	}
	const nop, narrowNop = 0x13, 0x0001
	if pad%2 == 1 {
		if err := a.emit(false, 0); err != nil {
			return err
		}
		pad--
	}
	if pad%4 == 2 {
		if err := a.emitWord(narrowNop, 2); err != nil {
			return err
		}
		pad -= 2
	}
	for ; pad > 0; pad -= 4 {
		if err := a.emitWord(nop, 4); err != nil {
			return err
		}
	}
	return nil
}

func (a *assembler) org(c *cursor) error {
	v, err := c.expression()
	if err != nil {
		return err
	}
	if c.plain {
		v += a.current.Base
	}
	switch gap := v - a.pc(); {
	case int64(gap) < 0:
		return fmt.Errorf(".org %#x is behind the current address %#x", v, a.pc())
	case gap > maxProgram:
		return fmt.Errorf(".org %#x is more than %d bytes ahead of %#x", v, maxProgram, a.pc())
	default:
		if err := a.emit(false, make([]byte, gap)...); err != nil {
			return err
		}
	}
	return c.end()
}

func (a *assembler) option(c *cursor) error {
	switch t := c.next(); t.text {
	case "rvc":
		a.rvc = true
	case "norvc":
		a.rvc = false
	case "push":
		a.stack = append(a.stack, a.rvc)
	case "pop":
		if len(a.stack) == 0 {
			return fmt.Errorf(".option pop without .option push")
		}
		a.rvc = a.stack[len(a.stack)-1]
		a.stack = a.stack[:len(a.stack)-1]
	case "relax", "norelax", "pic", "nopic":
		// Nothing here relaxes, and addresses are final.
	default:
		return fmt.Errorf("unknown .option %s; there are rvc, norvc, push and pop", t.text)
	}
	return c.end()
}
