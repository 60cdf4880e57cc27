package isa_test

import (
	"encoding/binary"
	"encoding/json"
	"math/bits"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/arch/riscv64/riscv64asm"
	"pgregory.net/rapid"

	"touchstone/specs/isa"
)

// facts are what riscv-opcodes, an independent source, says of the rows' encodings.
type facts struct {
	Source string `json:"source"`
	Rows   []struct {
		Name     string            `json:"name"`
		Files    []string          `json:"files"`
		Mask     string            `json:"mask"`
		Match    string            `json:"match"`
		Operands map[string]string `json:"operands"` // name, mask of its bits
	} `json:"rows"`
}

func readFacts(t *testing.T) facts {
	t.Helper()
	text, err := os.ReadFile("testdata/encodings.json")
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// Every row equals the facts bit for bit, and there is a row for every fact of a file that the pack
// has a row of.
func TestRowsEqualFacts(t *testing.T) {
	tab, f := table(t), readFacts(t)
	hex := func(s string) uint32 {
		v, err := strconv.ParseUint(s, 0, 32)
		if err != nil {
			t.Fatal(err)
		}
		return uint32(v)
	}
	seen, described := map[string]bool{}, map[string]bool{}
	for _, fact := range f.Rows {
		if _, ok := tab.Lookup(fact.Name); ok {
			for _, file := range fact.Files {
				described[file] = true
			}
		}
	}
	for _, fact := range f.Rows {
		in, ok := tab.Lookup(fact.Name)
		if !ok {
			// Files of umbrella extensions (rv_zk) have their rows from the extensions that they are made of.
			if slices.ContainsFunc(fact.Files, func(file string) bool { return described[file] && !umbrella(file) }) {
				t.Errorf("%s has no row (%v)", fact.Name, fact.Files)
			}
			continue
		}
		seen[fact.Name] = true
		if in.Mask != hex(fact.Mask) || in.Match != hex(fact.Match) {
			t.Errorf("%s: mask %#x match %#x, want %s %s", in.Name, in.Mask, in.Match, fact.Mask, fact.Match)
		}
		// Each field of the facts lies inside one operand: immediates may have several.
		for name, mask := range fact.Operands {
			inside := false
			for _, o := range in.Operands {
				inside = inside || o.Bits()&hex(mask) == hex(mask)
			}
			if !inside {
				t.Errorf("%s: no operand holds the field %s (%s)", in.Name, name, mask)
			}
		}
	}
	for _, in := range tab.Instructions {
		if !seen[in.Name] {
			t.Errorf("row %s is in no fact; add it to testdata/encodings.json from %s", in.Name, f.Source)
		}
	}
}

// umbrella names the files of facts that repeat the rows of others.
func umbrella(file string) bool {
	switch strings.TrimPrefix(strings.TrimPrefix(file, "rv64"), "rv") {
	case "_zk", "_zkn", "_zks", "_zvkn", "_zvks":
		return true
	}
	return false
}

// Every 16-bit word is one row's or reserved, and the table agrees with looking at all rows.
func TestEveryHalfword(t *testing.T) {
	tab := table(t)
	count := map[string]int{}
	for w := range uint32(1 << 16) {
		if w&3 == 3 {
			continue
		}
		var best *isa.Instruction
		for _, in := range tab.Instructions {
			if in.Size == 2 && in.Matches(w) && (best == nil || bits.OnesCount32(in.Mask) > bits.OnesCount32(best.Mask)) {
				best = in
			}
		}
		got, ok := tab.Decode(0xdead0000 | w)
		if ok != (best != nil) || ok && got != best {
			t.Fatalf("%#04x: decodes to %v, want %v", w, got, best)
		}
		if ok {
			count[got.Name]++
		}
	}
	// Sizes that follow from the manual's tables: free bits less the values they exclude.
	for name, want := range map[string]int{
		"c.addi4spn": 255 * 8, "c.addi": 31 * 64, "c.nop": 64, "c.addiw": 31 * 64, "c.li": 32 * 64, "c.addi16sp": 63,
		"c.lui": 31 * 63, "c.slli": 32 * 64, "c.lwsp": 31 * 64, "c.jr": 31, "c.mv": 32 * 31, "c.jalr": 31, "c.add": 32*31 - 4,
		"c.ebreak": 1, "c.j": 2048, "c.beqz": 2048, "c.srli": 512, "c.sub": 64, "c.swsp": 2048,
	} {
		if count[name] != want {
			t.Errorf("%s has %d words, want %d", name, count[name], want)
		}
	}
}

// Buckets and the search through all rows agree on any word.
func TestDecodeIsTheMostSpecificRow(t *testing.T) {
	tab := table(t)
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.Uint32().Draw(t, "word") | 3
		if in := rapid.SampledFrom(tab.Instructions).Draw(t, "row"); in.Size == 4 && rapid.Bool().Draw(t, "of a row") {
			w = in.Match | w&^in.Mask
		}
		var best *isa.Instruction
		for _, in := range tab.Instructions {
			if in.Size == 4 && in.Matches(w) && (best == nil || bits.OnesCount32(in.Mask) > bits.OnesCount32(best.Mask)) {
				best = in
			}
		}
		if got, _ := tab.Decode(w); got != best {
			t.Fatalf("%#08x: got %v, want %v", w, got, best)
		}
	})
}

// Encode and Get undo each other, and the word decodes to its row.
func TestEncodeRoundTrip(t *testing.T) {
	tab := table(t)
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom(tab.Instructions).Draw(t, "row")
		values := map[string]int64{}
		for _, o := range in.Operands {
			min, max, step := o.Range()
			v := min + step*rapid.Int64Range(0, (max-min)/step).Draw(t, o.Name)
			if o.Excludes(v) {
				return
			}
			values[o.Name] = v
		}
		word, err := in.Encode(values)
		if err != nil {
			t.Fatal(err)
		}
		if !in.Matches(word) {
			t.Fatalf("%s %v: %#x is not its own", in.Name, values, word)
		}
		for name, v := range values {
			if o, _ := in.Operand(name); o.Get(word) != v {
				t.Fatalf("%s %#x: %s is %d, want %d", in.Name, word, name, o.Get(word), v)
			}
		}
	})
}

// The Go team's decoder must name every word as we do. It is lenient about reserved forms, so the
// reverse is not asked.
func TestAgainstGoDecoder(t *testing.T) {
	tab := table(t)
	random := rand.New(rand.NewPCG(3, 4))
	for _, row := range tab.Instructions {
		switch row.Row.Extension {
		case "I", "M", "Zaamo", "Zalrsc", "Zca", "Zcd", "F", "D", "Zicsr", "Zifencei", "Zba", "Zbb", "Zbs":
		default:
			continue // it does not know them, or few of them
		}
		switch row.Name {
		case "fence.tso", "fcvt.d.h", "fcvt.h.d":
			continue
		}
		for range 100 {
			word := row.Match | random.Uint32()&^row.Mask
			in, ok := tab.Decode(word)
			if !ok || in != row {
				continue
			}
			theirs, err := riscv64asm.Decode(binary.LittleEndian.AppendUint32(nil, word))
			if err != nil && in.Size == 2 {
				continue // it does not know the HINTs: rd = x0, shifts by 0
			}
			if err != nil {
				t.Errorf("%#08x %s: %v", word, in.Name, err)
				break
			}
			want := in
			if base, expanded, ok := in.Expansion(word); ok {
				// It shows compressed words as what they expand to.
				want = base
				long, err := riscv64asm.Decode(binary.LittleEndian.AppendUint32(nil, expanded))
				// c.nop: it shows HINTs with 0. c.j: it reads offset bits 3:1 wrongly (0xa851 is .+148; GNU
				// objdump agrees). c.lui: it shows the sign.
				shown := in.Name != "c.nop" && in.Name != "c.j" && in.Name != "c.lui"
				if err != nil || shown && long.Args != theirs.Args {
					t.Errorf("%#04x %s: expands to %v, the Go decoder has %v", word&0xffff, in.Name, long, theirs)
					break
				}
			}
			if got := riscvName(theirs); got != want.Name {
				t.Errorf("%#08x: %s, the Go decoder has %s", word, want.Name, got)
				break
			}
		}
	}
}

func TestExpansions(t *testing.T) {
	tab := table(t)
	tests := []struct {
		word uint32
		want string
	}{
		{0x0808, "addi a0, sp, 16"},
		{0x7139, "addi sp, sp, -64"},
		{0x757d, "lui a0, 0xfffff"},
		{0x8082, "jalr zero, 0(ra)"},
		{0x9582, "jalr ra, 0(a1)"},
		{0xa001, "jal zero, .+0"},
		{0x60a2, "ld ra, 8(sp)"},
		{0x852e, "add a0, zero, a1"},
		{0x9002, "ebreak"},
		{0x0001, "addi zero, zero, 0"},
		{0xfc65, "bne s0, zero, .-8"},
	}
	for _, tt := range tests {
		in, ok := tab.Decode(tt.word)
		if !ok {
			t.Errorf("%#04x does not decode", tt.word)
			continue
		}
		base, word, ok := in.Expansion(tt.word)
		if got := tab.Disassemble(word, 0); !ok || got != tt.want {
			t.Errorf("%#04x %s: got %q, want %q", tt.word, in.Name, got, tt.want)
		}
		if d, _ := tab.Decode(word); d != base {
			t.Errorf("%#04x %s: the expansion is a %v, not a %s", tt.word, in.Name, d, base.Name)
		}
	}
	// No compressed word panics, and all of them expand to a word of the base that they name, but those
	// that do something of their own.
	for w := range uint32(1 << 16) {
		if in, ok := tab.Decode(w); ok && in.Size == 2 && in.Row.Does == "" {
			if base, word, ok := in.Expansion(w); !ok || !base.Matches(word) {
				t.Fatalf("%#04x %s has no expansion", w, in.Name)
			}
		}
	}
	if in, _ := tab.Lookup("add"); in != nil {
		if _, _, ok := in.Expansion(in.Match); ok {
			t.Error("add expands")
		}
	}
}

// riscvName is the Go decoder's mnemonic in the manual's spelling, without ordering suffixes.
func riscvName(in riscv64asm.Inst) string {
	name := strings.ToLower(in.Op.String())
	for _, suffix := range []string{".aqrl", ".aq", ".rl"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return name
}
