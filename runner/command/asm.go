package command

import (
	"bufio"
	stdelf "debug/elf"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/runner/image/elf"
	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

// codeFlags say what code is of, and where it lies.
type codeFlags struct {
	packFlags
	Base string `default:"0x80000000" help:"Address of the first byte."`
}

// all opens the pack with all of its instructions.
func (f codeFlags) all() (pack *specs.Pack, table *isa.Table, base uint64, err error) {
	if pack, err = f.open(specs.Instructions, specs.CSRs); err != nil {
		return nil, nil, 0, err
	}
	if table, err = isa.New(pack); err != nil {
		return nil, nil, 0, usage("%w", err)
	}
	if base, err = strconv.ParseUint(f.Base, 0, 64); err != nil {
		return nil, nil, 0, usage("--base %s is no address", f.Base)
	}
	return pack, table, base, nil
}

// Asm is `asm`.
type Asm struct {
	codeFlags
	File     string `arg:"" optional:"" default:"-" help:"Assembly; - reads standard input."`
	Compress bool   `help:"Use compressed instructions where one does the same."`
	Out      string `short:"o" type:"path" placeholder:"FILE" help:"Write raw bytes instead of a listing."`
	ELF      string `name:"elf" type:"path" placeholder:"FILE" help:"Write a bare-metal ELF, which exec and simulators run, instead of a listing. It begins at _start, or at the first byte."`
}

func (c *Asm) Run(k *kong.Kong) error {
	pack, table, base, err := c.all()
	if err != nil {
		return err
	}
	text, err := readInput(c.File, os.Stdin)
	if err != nil {
		return err
	}
	name := c.File
	if name == "-" {
		name = "stdin"
	}
	program, err := asm.Assemble(table, pack.CSRs, name, string(text), asm.Options{Base: base, Compress: c.Compress})
	if err != nil {
		return usage("%w", err)
	}
	if c.Out == "" && c.ELF == "" {
		return c.listing(k, table, program.Bytes(), base)
	}
	if c.Out != "" {
		if err := os.WriteFile(c.Out, program.Bytes(), 0o644); err != nil {
			return unwritable(err)
		}
	}
	if c.ELF != "" {
		text, err := executable(program, base)
		if err != nil {
			return usage("%s: %w", name, err)
		}
		if err := os.WriteFile(c.ELF, text, 0o755); err != nil {
			return unwritable(err)
		}
	}
	return nil
}

// executable is an ELF with the program's sections and symbols. QEMU takes tohost and fromhost
// only as objects of eight bytes.
func executable(p *asm.Program, base uint64) ([]byte, error) {
	if len(p.Sections) == 0 {
		return nil, errors.New("there is nothing to put into an ELF")
	}
	entry, ok := p.Symbols["_start"]
	if !ok {
		entry = base
	}
	var segments []elf.Segment
	for _, s := range p.Sections {
		flags := stdelf.PF_R | stdelf.PF_W
		if s.Name == ".text" {
			flags = stdelf.PF_R | stdelf.PF_X
		}
		segments = append(segments, elf.Segment{Name: s.Name, Addr: s.Base, Data: s.Bytes, Flags: flags})
	}
	var symbols []elf.Symbol
	for _, name := range slices.Sorted(maps.Keys(p.Symbols)) {
		s := elf.Symbol{Name: name, Addr: p.Symbols[name], Func: name == "_start"}
		if name == "tohost" || name == "fromhost" {
			s.Size = 8
		}
		symbols = append(symbols, s)
	}
	return elf.Write(entry, segments, symbols)
}

// line is one instruction, or bytes that are none, of a listing.
type line struct {
	Address string `json:"address"`
	Word    string `json:"word"` // lowest halfword last
	Text    string `json:"text"`
}

func (f packFlags) listing(k *kong.Kong, table *isa.Table, code []byte, base uint64) error {
	lines := []line{}
	for at := 0; at < len(code); {
		address := base + uint64(at)
		l := line{Address: fmt.Sprintf("%08x", address)}
		switch rest := code[at:]; {
		case len(rest) >= 4 && rest[0]&3 == 3:
			word := binary.LittleEndian.Uint32(rest)
			l.Word, l.Text = fmt.Sprintf("%08x", word), table.Disassemble(word, address)
		case len(rest) >= 2:
			word := binary.LittleEndian.Uint16(rest)
			l.Word, l.Text = fmt.Sprintf("%04x", word), table.Disassemble(uint32(word), address)
		default:
			l.Word, l.Text = fmt.Sprintf("%02x", rest[0]), fmt.Sprintf(".byte 0x%02x", rest[0])
		}
		lines = append(lines, l)
		at += len(l.Word) / 2
	}
	if f.JSON {
		return printJSON(k.Stdout, lines)
	}
	out := bufio.NewWriter(k.Stdout)
	for _, l := range lines {
		fmt.Fprintf(out, "%s  %-8s  %s\n", l.Address, l.Word, l.Text)
	}
	return out.Flush()
}

// Dis is `dis`.
type Dis struct {
	codeFlags
	Words []string `arg:"" optional:"" help:"Instruction words in hexadecimal, lowest halfword last (00b50533); none: raw bytes from --file."`
	File  string   `short:"f" placeholder:"FILE" help:"Raw little-endian code; - reads standard input."`
}

func (c *Dis) Run(k *kong.Kong) error {
	_, table, base, err := c.all()
	if err != nil {
		return err
	}
	var code []byte
	switch {
	case c.File != "" && len(c.Words) > 0:
		return usage("name instruction words or --file, not both")
	case c.File != "":
		if code, err = readInput(c.File, os.Stdin); err != nil {
			return err
		}
	case len(c.Words) == 0:
		return usage("nothing to disassemble: name instruction words, or --file")
	}
	for _, w := range c.Words {
		b, err := hex.DecodeString(strings.TrimPrefix(strings.ToLower(w), "0x"))
		if err != nil || len(b) != 2 && len(b) != 4 {
			return usage("%q is no instruction word: four or eight hexadecimal digits", w)
		}
		for i := len(b) - 1; i >= 0; i-- {
			code = append(code, b[i])
		}
	}
	return c.listing(k, table, code, base)
}
