package asm_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

// gnuExtensions are those of binutils 2.40 that the pack has or may have.
const gnuExtensions = "rv64gcv_zba_zbb_zbc_zbs_zbkb_zbkc_zbkx_zk_zks_zfh_zicbom_zicbop_zicboz_zawrs_zihintpause"

// knownToGNU reports whether binutils 2.40 has the row's extension, or another that has the row.
func knownToGNU(in *isa.Instruction) bool {
	return slices.ContainsFunc(append([]string{in.Row.Extension}, in.Row.Also...), func(x string) bool {
		switch x {
		case "I", "M", "A", "Zaamo", "Zalrsc", "F", "D", "C", "Zca", "Zcd", "Zicsr", "Zifencei", "Zihintpause", "Sm",
			"Zba", "Zbb", "Zbc", "Zbs", "Zbkb", "Zbkc", "Zbkx", "Zknd", "Zkne", "Zknh", "Zksed", "Zksh",
			"Zfh", "Zfhmin", "V", "Zicbom", "Zicbop", "Zicboz", "Zawrs":
			return true
		}
		return false
	})
}

// gnuText assembles a file with GNU as and gives the bytes of its .text.
func gnuText(t *testing.T, file string) []byte {
	t.Helper()
	const as, objcopy = "riscv64-unknown-elf-as", "riscv64-unknown-elf-objcopy"
	dir := t.TempDir()
	object, flat := filepath.Join(dir, "a.o"), filepath.Join(dir, "a.bin")
	for _, command := range [][]string{
		{as, "-march=" + gnuExtensions, "-mno-relax", "-o", object, file},
		{objcopy, "-O", "binary", "-j", ".text", object, flat},
	} {
		if _, err := exec.LookPath(command[0]); err != nil {
			t.Skipf("%s is not installed (Debian: binutils-riscv64-unknown-elf)", command[0])
		}
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	text, err := os.ReadFile(flat)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// GNU as is the second opinion on sources that use everything both know.
func TestSourcesAgainstGNU(t *testing.T) {
	tab, csrs := load(t)
	files, err := filepath.Glob("testdata/gnu/*.S")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources in testdata/gnu", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := tab.Lookup("vadd.vv"); !ok && strings.HasSuffix(file, "vector.S") {
			continue // no vectors in the pack yet
		}
		want := gnuText(t, file)
		p, err := asm.Assemble(tab, csrs, file, string(src), asm.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(listing(tab, &asm.Program{Sections: []asm.Section{{Bytes: want}}}), listing(tab, p)); d != "" {
			t.Errorf("%s: - GNU as, + ours\n%s", file, d)
		}
	}
}

// What our disassembler writes, GNU as reads as the same word: the text is the standard's.
func TestDisassemblyAgainstGNU(t *testing.T) {
	tab, _ := load(t)
	random := rand.New(rand.NewPCG(5, 6))
	var words []uint32
	var src strings.Builder
	for _, in := range tab.Instructions {
		if !knownToGNU(in) {
			continue
		}
		for range 60 {
			word := in.Match | random.Uint32()&^in.Mask
			if in.Size == 2 {
				word &= 0xffff
			}
			for _, o := range in.Operands {
				switch o.Kind {
				case isa.KindCSR:
					word = word&^o.Bits() | 0x340<<20 // mscratch: not every name is known to GNU as
				case isa.KindOrder:
					word |= 1 << 20 & o.Bits() // an empty set has no spelling there
					word |= 1 << 24 & o.Bits()
				}
			}
			if d, ok := tab.Decode(word); !ok || d != in || exactRounding(in, word) {
				continue
			}
			text := tab.Disassemble(word, 0)
			if hint(in, word) {
				continue
			}
			words = append(words, word)
			fmt.Fprintf(&src, ".option %s; %s\n", map[int]string{2: "rvc", 4: "norvc"}[in.Size], text)
		}
	}
	if len(words) < 5000 {
		t.Fatalf("only %d words", len(words))
	}
	file := filepath.Join(t.TempDir(), "words.S")
	if err := os.WriteFile(file, []byte(src.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	code := gnuText(t, file)
	for i, word := range words {
		if len(code) < 4 {
			t.Fatalf("GNU as gives %d words of %d", i, len(words))
		}
		got, size := uint32(binary.LittleEndian.Uint16(code)), 2
		if got&3 == 3 {
			got, size = binary.LittleEndian.Uint32(code), 4
		}
		if got != word {
			t.Fatalf("line %d: %q is %#x to GNU as, %#x to us", i+1, tab.Disassemble(word, 0), got, word)
		}
		code = code[size:]
	}
}

// exactRounding reports whether the word is an operation that never rounds with a rounding mode
// other than 0, which binutils 2.40 does not write.
func exactRounding(in *isa.Instruction, word uint32) bool {
	switch in.Name {
	case "fcvt.d.s", "fcvt.d.w", "fcvt.d.wu", "fcvt.s.h", "fcvt.d.h":
		return word>>12&7 != 0 || !slices.Contains(in.Row.Fields, "rm")
	}
	return false
}

// hint names the HINTs that GNU as does not spell as their instruction: c.nop with an immediate,
// compressed shifts by 0.
func hint(in *isa.Instruction, word uint32) bool {
	shamt, ok := in.Operand("cshamt")
	return in.Name == "c.nop" || ok && shamt.Get(word) == 0
}
