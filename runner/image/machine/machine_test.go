package machine

import (
	"encoding/binary"
	"slices"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

func assemble(t testing.TB) (*isa.Table, *Text) {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	// The base alone, with what machine mode needs: no M, no A, no C.
	table, err := isa.New(pack, "I", "Zicsr", "Zifencei", "Sm")
	if err != nil {
		t.Fatal(err)
	}
	text, err := Assemble(table, pack.CSRs, 0x80000000, 0x8000a000, []uint16{0x340, 0xf14}, Parts{})
	if err != nil {
		t.Fatal(err)
	}
	return table, text
}

// TestHartsKeepToTheirSubset: the prelude for several harts adds fences and nothing else, all of it
// fits before the work area, and its handler suits every mtvec.
func TestHartsKeepToTheirSubset(t *testing.T) {
	table, _ := assemble(t)
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	text, err := Assemble(table, pack.CSRs, 0x80000000, 0x8000a000, nil, Parts{Prelude: Harts()})
	if err != nil {
		t.Fatal(err)
	}
	fences := 0
	for at := 0; at < len(text.Code); at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at:])
		insn, ok := table.Decode(word)
		switch {
		case word == 0:
		case !ok || !slices.Contains(append(Subset(), HartsSubset()...), insn.Name):
			t.Errorf("%#x: %08x is not in the subset", text.Base+uint64(at), word)
		case insn.Name == "fence":
			fences++
		}
	}
	if fences == 0 || text.Together == 0 || text.Entry != 0x80000000 || text.Symbols["trap_harts"]%256 != 0 || len(text.Code) > 0x6000 {
		t.Errorf("%d fences, together %#x, entry %#x, handler %#x, %d bytes", fences, text.Together, text.Entry, text.Symbols["trap_harts"], len(text.Code))
	}
	if end := atBlocks + 2*oneBlock; end > atStates || atStates+MaxStates*8*(1+MaxLocations) > HartsSize || atShared+8*len(sharedNames)+8*MaxLocations > atBlocks {
		t.Errorf("the harts' area's parts overlap: blocks end at %d", end)
	}
}

// TestRuntimeKeepsToItsSubset: everything that the runtime executes is in Subset, and all of
// Subset is used.
func TestRuntimeKeepsToItsSubset(t *testing.T) {
	table, text := assemble(t)
	used := map[string]int{}
	for at := 0; at < len(text.Code); at += 4 {
		word := binary.LittleEndian.Uint32(text.Code[at:])
		if word == 0 {
			continue // padding
		}
		insn, ok := table.Decode(word)
		if !ok {
			t.Fatalf("%#x: %08x is no instruction", text.Base+uint64(at), word)
		}
		used[insn.Name]++
	}
	for name, n := range used {
		if !slices.Contains(Subset(), name) {
			t.Errorf("the runtime executes %s, %d times; it is not in Subset", name, n)
		}
	}
	for _, name := range Subset() {
		if used[name] == 0 {
			t.Errorf("%s is in Subset and the runtime does not use it", name)
		}
	}
	if used["fence.i"] != 1 {
		t.Errorf("fence.i stands in %d places", used["fence.i"])
	}
}

// TestHandlersAreAligned: every mtvec can hold them.
func TestHandlersAreAligned(t *testing.T) {
	_, text := assemble(t)
	for _, at := range []uint64{text.Scratch, text.X31} {
		if at%256 != 0 {
			t.Errorf("a handler is at %#x", at)
		}
	}
	if text.Write(0xf14) != 0 || text.Read(0xf14) == 0 || text.Write(0x340) != text.Read(0x340)+8 {
		t.Error("accessors: mhartid is read-only, mscratch is not")
	}
	if len(text.Code) > 0xa000 {
		t.Errorf("the runtime has %d bytes", len(text.Code))
	}
}

// TestVariablesAreInReach of a load's immediate, and apart.
func TestVariablesAreInReach(t *testing.T) {
	if end := atVars + 8*len(names); end > atBefore || atExpected > 2048 || atBefore+16*MaxObserved > atExpected || atExpected+768 > atHomes {
		t.Errorf("the work area's parts overlap: variables end at %d", end)
	}
}
