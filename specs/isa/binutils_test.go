package isa_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// objdump disassembles words, each at the address that it has when they stand one after another.
func objdump(t *testing.T, words []uint32) (texts []string, addresses []int64) {
	t.Helper()
	const as, tool = "riscv64-unknown-elf-as", "riscv64-unknown-elf-objdump"
	installed(t, as)
	installed(t, tool)
	var src strings.Builder
	at := int64(0)
	for _, w := range words {
		addresses = append(addresses, at)
		if w&3 != 3 {
			fmt.Fprintf(&src, ".2byte %#x\n", w)
			at += 2
		} else {
			fmt.Fprintf(&src, ".4byte %#x\n", w)
			at += 4
		}
	}
	file := filepath.Join(t.TempDir(), "words.S")
	if err := os.WriteFile(file, []byte(src.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	// The object says for which extensions objdump is to read it.
	if out, err := exec.Command(as, "-march="+gnuExtensions, "-o", file+".o", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command(tool, "-D", "-z", "-j", ".text", "-M", "no-aliases", file+".o").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		columns := strings.SplitN(strings.TrimRight(line, "\n"), "\t", 3)
		if len(columns) == 3 && strings.HasSuffix(columns[0], ":") {
			texts = append(texts, columns[2])
		}
	}
	if len(texts) != len(words) {
		t.Fatalf("objdump shows %d instructions of %d", len(texts), len(words))
	}
	return texts, addresses
}

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

// exactRounding reports whether the word is an operation that never rounds with a rounding mode
// other than 0, which binutils 2.40 does not read.
func exactRounding(in *isa.Instruction, word uint32) bool {
	switch in.Name {
	case "fcvt.d.s", "fcvt.d.w", "fcvt.d.wu", "fcvt.s.h", "fcvt.d.h":
		return word>>12&7 != 0 || !slices.Contains(in.Row.Fields, "rm")
	}
	return false
}

// normal brings both disassemblers' texts to one form: no spaces, decimal numbers, targets as
// addresses, CSRs as numbers.
func normal(text string, at int64, csrs map[string]int64) string {
	if _, comment, ok := strings.Cut(text, "# "); ok && strings.HasPrefix(text, ".") {
		text, _, _ = strings.Cut(comment, " with ") // our text of a word with ignored fields
	}
	text, _, _ = strings.Cut(text, "#")
	name, rest, _ := strings.Cut(strings.Replace(strings.TrimSpace(text), "\t", " ", 1), " ")
	rest = strings.ReplaceAll(strings.ReplaceAll(rest, " ", ""), "\t", "")
	operands := strings.Split(rest, ",")
	for i, o := range operands {
		if target, ok := strings.CutPrefix(o, "."); ok {
			d, _ := strconv.ParseInt(target, 10, 64)
			operands[i] = strconv.FormatUint(uint64(at+d), 10)
		} else if target, _, ok := strings.Cut(o, "<"); ok {
			v, _ := strconv.ParseUint(target, 16, 64)
			operands[i] = strconv.FormatUint(v, 10)
		} else if v, err := strconv.ParseUint(o, 0, 64); err == nil {
			operands[i] = strconv.FormatUint(v, 10)
		} else if v, ok := csrs[o]; ok && strings.HasPrefix(name, "csr") {
			operands[i] = strconv.FormatInt(v, 10)
		}
	}
	return strings.TrimSpace(name + " " + strings.Join(operands, ","))
}

func csrNumbers(t *testing.T) map[string]int64 {
	p, err := specs.Embedded("riscv", specs.CSRs)
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[string]int64{}
	for _, c := range p.CSRs {
		numbers[c.Name] = int64(c.Address)
	}
	return numbers
}

// All 16-bit words, against GNU objdump. The differences that are right are listed.
func TestHalfwordsAgainstBinutils(t *testing.T) {
	tab, csrs := table(t), csrNumbers(t)
	var words []uint32
	for w := range uint32(1 << 16) {
		if w&3 != 3 {
			words = append(words, w)
		}
	}
	theirs, at := objdump(t, words)
	different := 0
	for i, w := range words {
		if in, ok := tab.Decode(w); ok && !knownToGNU(in) {
			continue
		}
		got, want := normal(tab.Disassemble(w, 0), at[i], csrs), normal(theirs[i], at[i], csrs)
		name, operands, _ := strings.Cut(want, " ")
		switch {
		case name == "c.unimp", name == ".2byte":
			want = ".2byte " + fmt.Sprint(w)
		case strings.HasPrefix(name, "c.f"):
			if _, ok := tab.Lookup(name); !ok {
				want = ".2byte " + fmt.Sprint(w) // Zcd is not in the pack
			}
		case want == "c.addi16sp sp,0":
			want = ".2byte " + fmt.Sprint(w) // nzimm = 0 is reserved (c-addi16sp); objdump does not look
		case name == "c.addi" && strings.HasPrefix(operands, "zero,"):
			want = "c.nop" + strings.TrimPrefix(want, "c.addi zero,") // one encoding, two names
			want = strings.Replace(want, "c.nop", "c.nop ", 1)
		case strings.HasSuffix(name, "64"):
			want = strings.TrimSuffix(name, "64") + " " + operands + ",0" // a shift by 0
		}
		if got != want {
			if different++; different < 20 {
				t.Errorf("%#04x: got %q, objdump has %q (%s)", w, got, want, theirs[i])
			}
		}
	}
}

// Words of every row with random free bits, and words without a row, against GNU objdump.
func TestWordsAgainstBinutils(t *testing.T) {
	tab, csrs := table(t), csrNumbers(t)
	random := rand.New(rand.NewPCG(1, 2))
	var words []uint32
	for _, in := range tab.Instructions {
		for range 200 {
			if in.Size == 4 {
				words = append(words, in.Match|random.Uint32()&^in.Mask)
			}
		}
	}
	for range 20000 {
		w := random.Uint32() | 3
		if w&0x1f != 0x1f { // longer than 32 bits
			words = append(words, w)
		}
	}
	theirs, at := objdump(t, words)
	known, different := 0, 0
	for i, w := range words {
		in, ok := tab.Decode(w)
		want := normal(theirs[i], at[i], csrs)
		name, operands, _ := strings.Cut(want, " ")
		if !ok {
			if _, ours := tab.Lookup(name); ours && !reservedToUs(theirs[i]) {
				t.Errorf("%#08x: no row, objdump has %q", w, theirs[i])
			}
			continue
		}
		if !knownToGNU(in) || exactRounding(in, w) {
			continue
		}
		known++
		got := normal(tab.Disassemble(w, 0), at[i], csrs)
		switch {
		case in.Name == "fence" && (w>>28 != 0 || w>>15&31 != 0 || w>>7&31 != 0 || w>>24&15 == 0 || w>>20&15 == 0):
			// fm, rs1 and rd are ignored (fence_unused_flds_rsv); objdump has no word for such
			// fences, or says "unknown".
			continue
		case in.Name == "pause" && name == "fence":
			continue // pause is that fence; without its extension objdump shows it so
		case (in.Name == "fence.i" || in.Name == "fence.tso") && name == ".4byte":
			continue // the same
		case strings.HasPrefix(name, "csr") && got != want:
			// A CSR that the pack does not name, or that objdump does not.
			parts := strings.Split(operands, ",")
			parts[1] = fmt.Sprint(w >> 20)
			want = name + " " + strings.Join(parts, ",")
		}
		if got != want {
			if different++; different < 20 {
				t.Errorf("%#08x: got %q, objdump has %q (%s)", w, got, want, theirs[i])
			}
		}
	}
	if known < 15000 {
		t.Errorf("only %d words had a row", known)
	}
}

// reservedToUs names the encodings that objdump reads and the manual reserves.
func reservedToUs(text string) bool {
	return strings.HasSuffix(text, "unknown") || // a rounding mode
		strings.HasPrefix(text, "aes64ks1i") // a round after the last
}
