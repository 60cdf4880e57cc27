package machine

import (
	"encoding/binary"
	"slices"
	"testing"

	"touchstone/specs"
)

// TestChannelsKeepToTheirSubset: each way to print and to end adds the instructions that it names,
// and no other; the ways of HTIF are then gone.
func TestChannelsKeepToTheirSubset(t *testing.T) {
	table, plain := assemble(t)
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []Channels{
		{Console: UART16550, Exit: Finisher},
		{Console: UART16550, Stride: 2, Exit: Loop},
		{Console: UART16550, Stride: 4, Exit: HTIF},
		{Console: UARTSiFive, Exit: Semihosting},
		{Console: Semihosting, Exit: Semihosting},
		{Console: Semihosting, Exit: Finisher},
		{Console: HTIF, Exit: Loop},
	} {
		text, err := Assemble(table, pack.CSRs, 0x80000000, 0x8000a000, []uint16{0x340, 0xf14}, Parts{Channels: c})
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		used := map[string]bool{}
		for at := 0; at < len(text.Code); at += 4 {
			word := binary.LittleEndian.Uint32(text.Code[at:])
			insn, ok := table.Decode(word)
			switch {
			case word == 0:
				continue
			case !ok || !slices.Contains(append(Subset(), c.ChannelSubset()...), insn.Name):
				t.Errorf("%+v: %#x: %08x is not in the subset", c, text.Base+uint64(at), word)
			}
			used[insn.Name] = true
		}
		for _, name := range c.ChannelSubset() {
			if !used[name] {
				t.Errorf("%+v: %s is in its subset and not used", c, name)
			}
		}
		if at, ok := text.Symbols["semihost"]; ok != (c.Console == Semihosting || c.Exit == Semihosting) || at%16 != 0 {
			t.Errorf("%+v: semihosting's mark is at %#x", c, at)
		}
		if _, ok := text.Symbols["end"]; ok != (c.Exit == Loop) {
			t.Errorf("%+v: the symbol of its end: %t", c, ok)
		}
		if slices.Equal(text.Code, plain.Code) {
			t.Errorf("%+v: the runtime is that of HTIF", c)
		}
	}
	same, err := Assemble(table, pack.CSRs, 0x80000000, 0x8000a000, []uint16{0x340, 0xf14}, Parts{Channels: Channels{Console: HTIF, Exit: HTIF}})
	if err != nil || !slices.Equal(same.Code, plain.Code) {
		t.Errorf("HTIF by name is not the default: %v", err)
	}
}
