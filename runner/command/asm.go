package command

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

// Asm is `asm`.
type Asm struct {
	packFlags
	File     string `arg:"" optional:"" default:"-" help:"Assembly; - reads standard input."`
	Base     string `default:"0x80000000" help:"Address of the first byte."`
	Compress bool   `help:"Use compressed instructions where one does the same."`
	Out      string `short:"o" type:"path" placeholder:"FILE" help:"Write raw bytes instead of a listing."`
}

func (c *Asm) Run(k *kong.Kong) error {
	pack, err := c.open(specs.Instructions, specs.CSRs)
	if err != nil {
		return err
	}
	table, err := isa.New(pack)
	if err != nil {
		return usage("%w", err)
	}
	base, err := strconv.ParseUint(c.Base, 0, 64)
	if err != nil {
		return usage("--base %s is no address", c.Base)
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
	if c.Out != "" {
		if err := os.WriteFile(c.Out, program.Bytes(), 0o644); err != nil {
			return usage("%w", err)
		}
		return nil
	}
	return listing(k, table, program.Bytes(), base)
}

func listing(k *kong.Kong, table *isa.Table, code []byte, base uint64) error {
	out := bufio.NewWriter(k.Stdout)
	for at := 0; at < len(code); {
		size := 2
		var word uint32
		switch {
		case len(code)-at >= 4 && code[at]&3 == 3:
			size, word = 4, binary.LittleEndian.Uint32(code[at:])
		case len(code)-at >= 2:
			word = uint32(binary.LittleEndian.Uint16(code[at:]))
		default:
			fmt.Fprintf(out, "%08x  %02x        .byte 0x%02x\n", base+uint64(at), code[at], code[at])
			at++
			continue
		}
		fmt.Fprintf(out, "%08x  %0*x%*s  %s\n", base+uint64(at), 2*size, word, 8-2*size, "", table.Disassemble(word, base+uint64(at)))
		at += size
	}
	return out.Flush()
}

// Dis is `dis`.
type Dis struct {
	packFlags
	Words []string `arg:"" optional:"" help:"Instruction words in hexadecimal, lowest halfword last (00b50533); none: raw bytes from --file."`
	File  string   `short:"f" placeholder:"FILE" help:"Raw little-endian code; - reads standard input."`
	Base  string   `default:"0x80000000" help:"Address of the first byte."`
}

func (c *Dis) Run(k *kong.Kong) error {
	pack, err := c.open(specs.Instructions, specs.CSRs)
	if err != nil {
		return err
	}
	table, err := isa.New(pack)
	if err != nil {
		return usage("%w", err)
	}
	base, err := strconv.ParseUint(c.Base, 0, 64)
	if err != nil {
		return usage("--base %s is no address", c.Base)
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
	return listing(k, table, code, base)
}
