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
	text, err := Assemble(table, pack.CSRs, 0x80000000, 0x8000a000, []uint16{0x340, 0xf14}, "")
	if err != nil {
		t.Fatal(err)
	}
	return table, text
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
