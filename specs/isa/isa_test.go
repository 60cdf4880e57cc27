package isa_test

import (
	"errors"
	"os/exec"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// table is the whole pack's.
func table(t testing.TB, extensions ...string) *isa.Table {
	t.Helper()
	p, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(p, extensions...)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// installed skips a test of a tool that is not there.
func installed(t testing.TB, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		t.Skipf("%s is not installed (Debian: binutils-riscv64-unknown-elf)", tool)
	}
}

// Words and texts checked by hand against the encodings of the unprivileged manual.
var known = []struct {
	word uint32
	text string
}{
	{0x00c58533, "add a0, a1, a2"},
	{0x02c58533, "mul a0, a1, a2"},
	{0x40c58533, "sub a0, a1, a2"},
	{0xfff00513, "addi a0, zero, -1"},
	{0x80000537, "lui a0, 0x80000"},
	{0x00001517, "auipc a0, 0x1"},
	{0x0080006f, "jal zero, .+8"},
	{0xfe000ee3, "beq zero, zero, .-4"},
	{0x00008067, "jalr zero, 0(ra)"},
	{0xff813083, "ld ra, -8(sp)"},
	{0xfe113c23, "sd ra, -8(sp)"},
	{0x03f59513, "slli a0, a1, 63"},
	{0x01f5951b, "slliw a0, a1, 31"},
	{0x0ff0000f, "fence iorw, iorw"},
	{0x8330000f, "fence.tso"},
	{0x0330000f, "fence rw, rw"},
	{0x0100000f, "pause"},
	{0x0020000f, "fence 0, r"},
	{0x0000100f, "fence.i"},
	{0x00000073, "ecall"},
	{0x00100073, "ebreak"},
	{0x34051573, "csrrw a0, mscratch, a0"},
	{0x340fd573, "csrrwi a0, mscratch, 31"},
	{0x1005a52f, "lr.w a0, (a1)"},
	{0x1605b52f, "lr.d.aqrl a0, (a1)"},
	{0x18c5a52f, "sc.w a0, a2, (a1)"},
	{0x04c5b52f, "amoadd.d.aq a0, a2, (a1)"},
	{0x02c5a52f, "amoadd.w.rl a0, a2, (a1)"},
	{0x9c7d, ".2byte 0x9c7d"},
	{0x0001, "c.nop 0"},
	{0x1141, "c.addi sp, -16"},
	{0x7139, "c.addi16sp sp, -64"},
	{0x0808, "c.addi4spn a0, sp, 16"},
	{0x757d, "c.lui a0, 0xfffff"},
	{0x8082, "c.jr ra"},
	{0x9002, "c.ebreak"},
	{0x9582, "c.jalr a1"},
	{0x952e, "c.add a0, a1"},
	{0x852e, "c.mv a0, a1"},
	{0xa001, "c.j .+0"},
	{0x60a2, "c.ldsp ra, 8(sp)"},
	{0x6188, "c.ld a0, 0(a1)"},
	{0x0000, ".2byte 0x0000"},
	{0x8002, ".2byte 0x8002"},
	{0xffffffff, ".4byte 0xffffffff"},
}

func TestDisassemble(t *testing.T) {
	tab := table(t)
	for _, k := range known {
		if got := tab.Disassemble(k.word, 0); got != k.text {
			t.Errorf("%#x: got %q, want %q", k.word, got, k.text)
		}
	}
}

func TestDisassembleAtAddress(t *testing.T) {
	tab := table(t)
	for _, tt := range []struct {
		word uint32
		want string
	}{
		{0xfe000ee3, "beq zero, zero, .-4 # 0x80000ffc"},
		{0xa001, "c.j .+0 # 0x80001000"},
		{0x00c58533, "add a0, a1, a2"},
	} {
		if got := tab.Disassemble(tt.word, 0x80001000); got != tt.want {
			t.Errorf("%#x: got %q, want %q", tt.word, got, tt.want)
		}
	}
}

// Ignored fields that are not zero must not get lost in the text.
func TestDisassembleIgnoredFields(t *testing.T) {
	tab := table(t)
	got := tab.Disassemble(0x0ff0008f, 0)
	if want := ".4byte 0x0ff0008f # fence iorw, iorw with rd = 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOperandValues(t *testing.T) {
	tab := table(t)
	tests := []struct {
		word    uint32
		operand string
		want    int64
	}{
		{0x80000537, "imm20", -1 << 31},
		{0x7ffff537, "imm20", 0x7ffff000},
		{0xfe000ee3, "target", -4},
		{0x0080006f, "jtarget", 8},
		{0xff813083, "imm", -8},
		{0xfe113c23, "offset", -8},
		{0x7139, "nzimm10", -64},
		{0x757d, "nzimm18", -4096},
		{0x0808, "rdp", 10},
		{0x0808, "nzuimm10", 16},
		{0x340fd573, "csr", 0x340},
	}
	for _, tt := range tests {
		in, ok := tab.Decode(tt.word)
		if !ok {
			t.Errorf("%#x does not decode", tt.word)
			continue
		}
		o, ok := in.Operand(tt.operand)
		if !ok {
			t.Errorf("%s has no operand %s", in.Name, tt.operand)
			continue
		}
		if got := o.Get(tt.word); got != tt.want {
			t.Errorf("%#x %s %s: got %d, want %d", tt.word, in.Name, tt.operand, got, tt.want)
		}
		if back, err := o.Put(tt.word&^o.Bits(), tt.want); err != nil || back != tt.word {
			t.Errorf("%#x %s %s: put gives %#x, %v", tt.word, in.Name, tt.operand, back, err)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	tab := table(t)
	tests := []struct {
		name   string
		values map[string]int64
		want   string
	}{
		{"addi", map[string]int64{"imm": 2048}, "addi: operand imm: 2048 is out of range; give -2048 to 2047"},
		{"addi", map[string]int64{"rd": 32}, "addi: operand rd: 32 is out of range; give 0 to 31"},
		{"beq", map[string]int64{"target": 3}, "beq: operand target: 3 is not a multiple of 2"},
		{"lui", map[string]int64{"imm20": 1}, "lui: operand imm20: 1 is not a multiple of 4096"},
		{"c.lui", map[string]int64{"crd_n2": 2, "nzimm18": 4096}, "c.lui: operand crd_n2: 2 is reserved here, or makes another instruction"},
		{"c.addi", nil, "c.addi: operand crd_nz: 0 is reserved here, or makes another instruction"},
		{"c.lw", map[string]int64{"rdp": 3}, "c.lw: operand rdp: 3 is out of range; give 8 to 15"},
		{"add", map[string]int64{"imm": 1}, "add has no operand imm; it has rd, rs1, rs2"},
	}
	for _, tt := range tests {
		in, ok := tab.Lookup(tt.name)
		if !ok {
			t.Fatalf("no %s", tt.name)
		}
		if w, err := in.Encode(tt.values); err == nil || err.Error() != tt.want {
			t.Errorf("%s %v: got %#x, %v; want %q", tt.name, tt.values, w, err, tt.want)
		}
	}
}

// Selection takes implied extensions along, and drops what expands to a row that is not selected.
func TestSelection(t *testing.T) {
	p, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		extensions []string
		name       string
		want       bool
	}{
		{[]string{"I"}, "add", true},
		{[]string{"I"}, "mul", false},
		{[]string{"I"}, "c.add", false},
		{[]string{"I", "C"}, "c.add", true},
		{[]string{"I", "A"}, "lr.w", true},
		{[]string{"M", "C"}, "c.add", false},
		{nil, "mret", true},
	} {
		tab, err := isa.New(p, tt.extensions...)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := tab.Lookup(tt.name); ok != tt.want {
			t.Errorf("%v: %s: got %v, want %v", tt.extensions, tt.name, ok, tt.want)
		}
	}
	tab := table(t, "A", "Supm")
	for name, want := range map[string]bool{"A": true, "Zaamo": true, "Supm": true, "M": false, "Zimaginary": false} {
		if tab.Selected(name) != want {
			t.Errorf("a table of A and Supm: Selected(%s) is %v", name, !want)
		}
	}
	if _, err := isa.New(p, "Zimaginary"); err == nil || !strings.Contains(err.Error(), `"Zimaginary"`) {
		t.Errorf("an unknown extension gives %v", err)
	}
}

// What is derived from a table is made once, a table and key.
func TestDerived(t *testing.T) {
	type key struct{ n int }
	a, b, made := table(t, "I"), table(t, "I"), 0
	get := func(tab *isa.Table, k any) int {
		return tab.Derived(k, func() any { made++; return made }).(int)
	}
	for _, step := range []struct{ got, want int }{
		{get(a, key{1}), 1}, {get(a, key{1}), 1}, {get(a, key{2}), 2}, {get(b, key{1}), 3}, {get(a, key{1}), 1},
	} {
		if step.got != step.want {
			t.Errorf("got %d, want %d", step.got, step.want)
		}
	}
}

func pack(rows ...specs.Row) *specs.Pack {
	var excluded []int64 // all but 0
	for v := range int64(4095) {
		excluded = append(excluded, v+1)
	}
	p := &specs.Pack{
		Name:       "test",
		Extensions: []specs.Extension{{Name: "I"}},
		Operands: []specs.Operand{
			{Name: "a", Bits: "31:20", Kind: "unsigned"},
			{Name: "b", Bits: "31:20", Kind: "unsigned", Not: []int64{0}},
			{Name: "hi", Bits: "31:21", Kind: "unsigned"},
			{Name: "lo", Bits: "30:20", Kind: "unsigned", Not: []int64{2047}},
			{Name: "only0", Bits: "31:20", Kind: "unsigned", Not: excluded},
			{Name: "low", Bits: "30:20", Kind: "unsigned"},
		},
	}
	for i := range rows {
		rows[i].Extension = "I"
		rows[i].Position = specs.Pos{File: "test/insts.yaml", Line: i + 1}
	}
	p.Instructions = rows
	return p
}

func TestNewRefuses(t *testing.T) {
	const free, zero = "------------", "000000000000"
	const rest = "00000000000000110011"
	tests := []struct {
		name string
		rows []specs.Row
		want string // "": accepted
	}{
		{"equal overlap", []specs.Row{{Name: "one", Match: free + rest, Asm: "a"}, {Name: "two", Match: free + rest, Asm: "a"}},
			"test/insts.yaml:1: one and test/insts.yaml:2: two both match"},
		{"crossing overlap", []specs.Row{{Name: "one", Match: "1-----------" + rest, Asm: "low"}, {Name: "two", Match: "-----------1" + rest, Asm: "hi"}},
			"test/insts.yaml:1: one and test/insts.yaml:2: two both match 0x"},
		{"specific wins", []specs.Row{{Name: "one", Match: free + rest, Asm: "a"}, {Name: "two", Match: zero + rest}}, ""},
		{"equal but excluded", []specs.Row{{Name: "one", Match: free + rest, Asm: "b"}, {Name: "two", Match: free + rest, Asm: "only0"}}, ""},
		{"free bit", []specs.Row{{Name: "one", Match: "00000000000-" + rest}}, "bit 20 is free"},
		{"short", []specs.Row{{Name: "one", Match: "0110011"}}, "match has 7 characters"},
		{"rubbish", []specs.Row{{Name: "one", Match: strings.Repeat("x", 32)}}, `match holds 'x'`},
		{"length bits", []specs.Row{{Name: "one", Match: strings.Repeat("0", 32)}}, "32-bit rows end in 11"},
		{"no operand", []specs.Row{{Name: "one", Match: zero + rest, Asm: "q"}}, "no operand q"},
		{"fixed bit", []specs.Row{{Name: "one", Match: zero + rest, Asm: "a"}}, "operand a uses bit 20"},
	}
	for _, tt := range tests {
		_, err := isa.New(pack(tt.rows...))
		switch {
		case tt.want == "":
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
			}
		case err == nil || !strings.Contains(err.Error(), tt.want):
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		case !errors.Is(err, specs.ErrPack):
			t.Errorf("%s: %v is not an ErrPack", tt.name, err)
		}
	}
}

func TestDecodeDoesNotAllocate(t *testing.T) {
	tab := table(t)
	if n := testing.AllocsPerRun(100, func() {
		tab.Decode(0x02c58533)
		tab.Decode(0x757d)
		tab.Decode(0xffffffff)
	}); n != 0 {
		t.Errorf("decoding allocates %v times", n)
	}
}

func BenchmarkDecode(b *testing.B) {
	tab := table(b)
	words := make([]uint32, 0, len(known))
	for _, k := range known {
		words = append(words, k.word)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		tab.Decode(words[i%len(words)])
	}
}

func BenchmarkNew(b *testing.B) {
	p, err := specs.Embedded("riscv")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := isa.New(p); err != nil {
			b.Fatal(err)
		}
	}
}
