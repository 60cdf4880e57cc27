package linux

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
)

const base = 0x10000000

func assemble(t testing.TB, harts int, without []Pages, parts machine.Parts, extensions ...string) (*isa.Table, *machine.Text) {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	// What a process has at least; Zicsr for accessors.
	table, err := isa.New(pack, append([]string{"I", "Zicsr", "Zifencei"}, extensions...)...)
	if err != nil {
		t.Fatal(err)
	}
	parts.Source = Source(base+0xa000, base+0x400000, harts, without)
	text, err := machine.Assemble(table, pack.CSRs, base, base+0xa000, nil, parts)
	if err != nil {
		t.Fatal(err)
	}
	return table, text
}

// TestRuntimeKeepsToItsSubset: everything that the runtime executes is in Subset, which needs no
// privilege, and all of Subset is used.
func TestRuntimeKeepsToItsSubset(t *testing.T) {
	table, text := assemble(t, 1, nil, machine.Parts{})
	used := map[string]bool{}
	for at := 0; at < len(text.Code); at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at:])
		if word == 0 {
			continue // padding
		}
		insn, ok := table.Decode(word)
		if !ok {
			t.Fatalf("%#x: %08x is no instruction", text.Base+uint64(at), word)
		}
		if !slices.Contains(Subset(), insn.Name) {
			t.Errorf("%#x: %s is not in Subset", text.Base+uint64(at), table.Disassemble(word, text.Base+uint64(at)))
		}
		used[insn.Name] = true
	}
	for _, name := range Subset() {
		if !used[name] {
			t.Errorf("%s is in Subset and the runtime does not use it", name)
		}
	}
	if text.StateIn != 0 || len(text.Code) > 0xa000 || text.Entry != base {
		t.Errorf("entry %#x, %d bytes", text.Entry, len(text.Code))
	}
}

// TestHartsKeepToTheirSubset: the part for two harts adds what it says and nothing else.
func TestHartsKeepToTheirSubset(t *testing.T) {
	table, text := assemble(t, 2, nil, machine.Parts{})
	used := map[string]bool{}
	for at := 0; at < len(text.Code); at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at:])
		insn, ok := table.Decode(word)
		switch {
		case word == 0:
		case !ok || !slices.Contains(append(Subset(), HartsSubset()...), insn.Name):
			t.Errorf("%#x: %08x is not in the subset", text.Base+uint64(at), word)
		default:
			used[insn.Name] = true
		}
	}
	for _, name := range HartsSubset() {
		if !used[name] {
			t.Errorf("%s is in HartsSubset and the runtime does not use it", name)
		}
	}
	if text.Together == 0 {
		t.Error("nothing takes cases of two harts")
	}
}

// TestGuardedPages: rights are taken and given back by instructions of the subset, and cases whose setting
// has all rights do without.
func TestGuardedPages(t *testing.T) {
	_, plain := assemble(t, 1, nil, machine.Parts{})
	if plain.Symbols["shut"] != plain.Symbols["open"] {
		t.Error("without pages something is done before a case, or after it")
	}
	table, text := assemble(t, 1, []Pages{{At: base + 0x11000, Size: 0x1000, Read: true}, {At: base + 0x800000, Size: 0x1000, Read: true, Write: true}}, machine.Parts{})
	calls := 0
	for at := text.Symbols["shut"]; at < text.Symbols["refused"]; at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at-base:])
		insn, ok := table.Decode(word)
		if !ok || !slices.Contains(Subset(), insn.Name) {
			t.Errorf("%#x: %s is not in Subset", at, table.Disassemble(word, at))
		}
		if insn.Name == "ecall" {
			calls++
		}
	}
	if calls != 4 {
		t.Errorf("%d calls of mprotect, want one before and one after for each of two regions", calls)
	}
}

// TestUnits: the parts for floating-point and vector state write no privileged CSR.
func TestUnits(t *testing.T) {
	table, text := assemble(t, 1, nil, machine.Parts{Float: true, VLEN: 256}, "V")
	if text.StateIn == 0 || text.StateOut == 0 {
		t.Fatal("state is neither made nor compared")
	}
	for at := 0; at < len(text.Code); at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at:])
		insn, ok := table.Decode(word)
		if word == 0 || !ok || !strings.HasPrefix(insn.Name, "csr") {
			continue
		}
		if csr := word >> 20; csr>>8&3 != 0 {
			t.Errorf("%#x: CSR %#x is not a process's", text.Base+uint64(at), csr)
		}
	}
}

// TestMemorySuffices: for the longest result and the begin mark behind it, and for a frame of the longest
// vector registers.
func TestMemorySuffices(t *testing.T) {
	if longest := 17 * (1<<12 + 1); linesSize < 2*longest {
		t.Errorf("%d bytes of lines hold no result and begin mark of %d", linesSize, longest)
	}
	if frame := 32*machine.MaxVLEN/8 + 4096; stackSize < 2*frame || stackSize%16 != 0 {
		t.Errorf("a stack of %d bytes holds no two frames of %d", stackSize, frame)
	}
}

func TestBreak(t *testing.T) {
	s := &trial.Stub{Chunks: []trial.Chunk{
		{Bytes: []byte{0x01, 0x00, 0x73, 0x00, 0x00, 0x00, 0x13, 0x00, 0x00, 0x00}}, // after two bytes
		{Offset: 64, Bytes: []byte{0x73, 0x00, 0x00, 0x00}},
		{Offset: 128, Bytes: []byte{0x73, 0x00, 0x20, 0x30}}, // mret
	}}
	Break(s)
	for i, want := range []string{"\x01\x00\x73\x00\x10\x00\x13\x00\x00\x00", "\x73\x00\x10\x00", "\x73\x00\x20\x30"} {
		if got := string(s.Chunks[i].Bytes); got != want {
			t.Errorf("chunk %d is % x", i, got)
		}
	}
}

// TestNoRoomForAnApproach: code that fills all there is below it.
func TestNoRoomForAnApproach(t *testing.T) {
	s := &trial.Stub{Chunks: []trial.Chunk{{Offset: -1 << 20, Bytes: make([]byte, 1<<20+8)}}}
	if _, _, err := Approach(s); err == nil {
		t.Error("an approach was placed upon code")
	}
}
