package asm_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

func load(t testing.TB) (*isa.Table, []specs.CSR) {
	t.Helper()
	p, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return tab, p.CSRs
}

// listing disassembles a program's first section.
func listing(tab *isa.Table, p *asm.Program) []string {
	var out []string
	for b := p.Bytes(); len(b) >= 2; {
		word := uint32(binary.LittleEndian.Uint16(b))
		size := 2
		if word&3 == 3 && len(b) >= 4 {
			word, size = binary.LittleEndian.Uint32(b), 4
		}
		out = append(out, tab.Disassemble(word, 0))
		b = b[size:]
	}
	return out
}

func TestAssemble(t *testing.T) {
	tab, csrs := load(t)
	tests := []struct{ src, want string }{
		{"add a0, a1, a2", "add a0, a1, a2"},
		{"ADD: add x10,x11,x12 # comment", "add a0, a1, a2"},
		{"lw a0, (a1); sw a0, -4(fp)", "lw a0, 0(a1); sw a0, -4(s0)"},
		{"lw a0, (4+4)(a1)", "lw a0, 8(a1)"},
		{"lr.w.aq a0, (a1); sc.d.aqrl a0, a2, 0(a1); amoadd.w.rl a0, a2, (a1)", "lr.w.aq a0, (a1); sc.d.aqrl a0, a2, (a1); amoadd.w.rl a0, a2, (a1)"},
		{"fence; fence rw, w; fence.tso; fence.i; pause", "fence iorw, iorw; fence rw, w; fence.tso; fence.i; pause"},
		{"fence 0, 1", "fence 0, w"},
		{"nop; mv a0, a1; not a0, a1; neg a0, a1; negw a0, a1; sext.w a0, a1; zext.b a0, a1",
			"addi zero, zero, 0; addi a0, a1, 0; xori a0, a1, -1; sub a0, zero, a1; subw a0, zero, a1; addiw a0, a1, 0; andi a0, a1, 255"},
		{"seqz a0, a1; snez a0, a1; sltz a0, a1; sgtz a0, a1", "sltiu a0, a1, 1; sltu a0, zero, a1; slt a0, a1, zero; slt a0, zero, a1"},
		{"beqz a0, .; bnez a0, .; blez a0, .; bgez a0, .; bltz a0, .; bgtz a0, .",
			"beq a0, zero, .+0; bne a0, zero, .+0; bge zero, a0, .+0; bge a0, zero, .+0; blt a0, zero, .+0; blt zero, a0, .+0"},
		{"bgt a0, a1, .; ble a0, a1, .; bgtu a0, a1, .; bleu a0, a1, .", "blt a1, a0, .+0; bge a1, a0, .+0; bltu a1, a0, .+0; bgeu a1, a0, .+0"},
		{"j .+8; jal .-8; jr a0; jr 4(a0); jalr a0; jalr a0, a1; jalr a0, a1, 4; jalr a0, 4(a1); ret",
			"jal zero, .+8; jal ra, .-8; jalr zero, 0(a0); jalr zero, 4(a0); jalr ra, 0(a0); jalr a0, 0(a1); jalr a0, 4(a1); jalr a0, 4(a1); jalr zero, 0(ra)"},
		{"call .+0x1000; tail .-4", "auipc ra, 0x1; jalr ra, 0(ra); auipc t1, 0x0; jalr zero, -4(t1)"},
		{"la a0, .+0x800", "auipc a0, 0x1; addi a0, a0, -2048"},
		{"lw a0, there; there: sd a1, there, t0", "auipc a0, 0x0; lw a0, 8(a0); auipc t0, 0x0; sd a1, 0(t0)"},
		{"csrr a0, mstatus; csrw 0x340, a0; csrs mie, a0; csrc mie, a0; csrwi mie, 1; csrsi mie, 2; csrci mie, 31; csrrw a0, cycle, a1",
			"csrrs a0, mstatus, zero; csrrw zero, mscratch, a0; csrrs zero, mie, a0; csrrc zero, mie, a0; csrrwi zero, mie, 1; csrrsi zero, mie, 2; csrrci zero, mie, 31; csrrw a0, cycle, a1"},
		{"rdcycle a0; rdtime a1; rdinstret a2; unimp", "csrrs a0, cycle, zero; csrrs a1, time, zero; csrrs a2, instret, zero; csrrw zero, cycle, zero"},
		{"1: j 1f; 1: j 1b; 1:", "jal zero, .+4; jal zero, .+0"},
		{".equ size, 4*(1+1); addi a0, a0, size-1; addi a0, a0, 'A'; addi a0, a0, '\\n'", "addi a0, a0, 7; addi a0, a0, 65; addi a0, a0, 10"},
		{"addi a0, a0, 1+2*3; addi a0, a0, 1|2+4; addi a0, a0, ~0 & 0xf", "addi a0, a0, 7; addi a0, a0, 7; addi a0, a0, 15"},
		{"lui a0, %hi(0x12345fff); addi a0, a0, %lo(0x12345fff); lui a0, 0xfffff; lui a0, -1", "lui a0, 0x12346; addi a0, a0, -1; lui a0, 0xfffff; lui a0, 0xfffff"},
		{"1: auipc a0, %pcrel_hi(end); addi a0, a0, %pcrel_lo(1b); end:", "auipc a0, 0x0; addi a0, a0, 8"},
		{"c.nop; c.nop 3; c.addi16sp sp, -64; c.addi16sp x2, 16; c.lui a0, 0xfffff; c.j .-2; c.lwsp a0, (sp)", "c.nop 0; c.nop 3; c.addi16sp sp, -64; c.addi16sp sp, 16; c.lui a0, 0xfffff; c.j .-2; c.lwsp a0, 0(sp)"},
		{".option rvc; addi a0, a0, 1; mv a0, a1; li a0, 5; j 1f; nop; 1: ret; .option norvc; nop",
			"c.addi a0, 1; c.mv a0, a1; c.li a0, 5; c.j .+4; c.nop 0; c.jr ra; addi zero, zero, 0"},
		{".option push; .option rvc; nop; .option pop; nop", "c.nop 0; addi zero, zero, 0"},
		{".insn 0x00c58533; .insn 0x952e; .4byte 0x00c58533; .2byte 0x952e", "add a0, a1, a2; c.add a0, a1; add a0, a1, a2; c.add a0, a1"},
		{"c.nop; .align 2; nop", "c.nop 0; c.nop 0; addi zero, zero, 0"},
		{"/* two\nlines */ nop // end", "addi zero, zero, 0"},
	}
	for _, tt := range tests {
		p, err := asm.Assemble(tab, csrs, "test.S", tt.src, asm.Options{Base: 0x80000000})
		if err != nil {
			t.Errorf("%s: %v", tt.src, err)
			continue
		}
		if got := strings.Join(listing(tab, p), "; "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.src, got, tt.want)
		}
	}
}

func TestData(t *testing.T) {
	tab, csrs := load(t)
	tests := []struct {
		src  string
		want string
	}{
		{".byte 1, -1, 'a'", "01ff61"},
		{".half 0x1234, -1", "3412ffff"},
		{".word 0x12345678", "78563412"},
		{".dword -2, 0xffffffffffffffff", "feffffffffffffffffffffffffffffff"},
		{`.ascii "a\n\x41\101", "b"`, "610a414162"},
		{`.asciz "a"; .string "b;#"`, "6100623b2300"},
		{".zero 3; .byte 1", "00000001"},
		{".byte 1; .data; .byte 2", "01"},
		{".data; .byte 1; .balign 4; .byte 2", "0100000002"},
		{".byte 1; .org 4; .byte 2", "0100000002"},
		{"a: .byte 1; .org a+2; .byte 2", "010002"},
		{"a: .word b-a; b:", "04000000"},
		{".set n, 1; .byte n; .set n, n+1; .byte n; n = n + 1; .byte n", "010203"},
	}
	for _, tt := range tests {
		p, err := asm.Assemble(tab, csrs, "test.S", tt.src, asm.Options{Base: 0x1000})
		if err != nil {
			t.Errorf("%s: %v", tt.src, err)
			continue
		}
		if got := fmt.Sprintf("%x", p.Bytes()); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.src, got, tt.want)
		}
	}
}

func TestSections(t *testing.T) {
	tab, csrs := load(t)
	p, err := asm.Assemble(tab, csrs, "test.S", `
		la a0, message
		.section .tohost
		.dword 0
		.data
	message:
		.asciz "hi"
		.text
	end:
		j end
	`, asm.Options{Base: 0x80000000, Sections: map[string]uint64{".tohost": 0x80001000}, Symbols: map[string]uint64{"outside": 1}})
	if err != nil {
		t.Fatal(err)
	}
	type section struct {
		Name string
		Base uint64
		Size int
	}
	var got []section
	for _, s := range p.Sections {
		got = append(got, section{s.Name, s.Base, len(s.Bytes)})
	}
	want := []section{{".text", 0x80000000, 12}, {".tohost", 0x80001000, 8}, {".data", 0x80001010, 3}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(map[string]uint64{"message": 0x80001010, "end": 0x80000008}, p.Symbols); d != "" {
		t.Error(d)
	}
	wantLines := []asm.Line{
		{0x80000000, 4, 2, true}, {0x80000004, 4, 2, true}, {0x80000008, 4, 9, true},
		{0x80001000, 8, 4, false}, {0x80001010, 3, 7, false},
	}
	wantLines[2].Line = 10
	if d := cmp.Diff(wantLines, p.Lines); d != "" {
		t.Error(d)
	}
}

func TestErrors(t *testing.T) {
	tab, csrs := load(t)
	tests := []struct{ src, want string }{
		{"addq a0, a1", "x.S:1: unknown instruction addq; it is no row of the selected extensions and no pseudo-instruction"},
		{"\n\nadd a0, a1", "x.S:3: add: \"the end of the statement\" where \",\" belongs; it is written `add rd, rs1, rs2`"},
		{"add a0, a1, 3", "x.S:1: add: \"3\" is not an integer register (x0 to x31, or an ABI name); it is written `add rd, rs1, rs2`"},
		{"addi a0, a1, a2", "x.S:1: addi: register a2 where a number belongs (imm); it is written `addi rd, rs1, imm`"},
		{"addi a0, a1, 2048", "x.S:1: addi: operand imm: 2048 is out of range; give -2048 to 2047; it is written `addi rd, rs1, imm`"},
		{"addi a0, a1, 1 2", "x.S:1: addi: \"2\" after the last operand; it is written `addi rd, rs1, imm`"},
		{"beq a0, a1, nowhere", "x.S:1: beq: symbol nowhere is not defined; define it with `nowhere:` or .equ; it is written `beq rs1, rs2, target`"},
		{"j 1f", "x.S:1: j: jal: there is no label 1: after this line; it is written `jal rd, jtarget`"},
		{"j 1b", "x.S:1: j: jal: there is no label 1: before this line; it is written `jal rd, jtarget`"},
		{"a: nop\na: nop", "x.S:2: symbol a is already defined at line 1"},
		{"csrr a0, mstatis", "x.S:1: csrr: csrrs: unknown CSR mstatis; use a name of the pack or a number; it is written `csrrs rd, csr, rs1`"},
		{"amoadd.w.qa a0, a1, (a2)", "x.S:1: unknown instruction amoadd.w.qa; it is no row of the selected extensions and no pseudo-instruction"},
		{"amoadd.w a0, a1, 4(a2)", "x.S:1: amoadd.w: \"4\" where \"(\" belongs; it is written `amoadd.w rd, rs2, (rs1)`"},
		{"beq a0, a1, .+3", "x.S:1: beq: operand target: 3 is not a multiple of 2; it is written `beq rs1, rs2, target`"},
		{"beq a0, a1, .+0x10000", "x.S:1: beq: operand target: 65536 is out of range; give -4096 to 4094; it is written `beq rs1, rs2, target`"},
		{"c.addi16sp a0, 16", "x.S:1: c.addi16sp: \"a0\" where sp belongs; it is written `c.addi16sp sp, nzimm10`"},
		{"c.lui sp, 1", "x.S:1: c.lui: operand crd_n2: 2 is reserved here, or makes another instruction; it is written `c.lui crd_n2, nzimm18`"},
		{".byte 256", "x.S:1: 0x100 does not fit in 1 bytes"},
		{".byte", "x.S:1: \"the end of the statement\" where a number, a symbol or ( belongs"},
		{".foo", "x.S:1: unknown directive .foo"},
		{".balign 3", "x.S:1: .balign 3: give a power of two up to 65536"},
		{".align 40", "x.S:1: .align 40 means 2**40 bytes; the limit is .align 16, and .balign counts bytes"},
		{".zero 0x7fffffffffff", "x.S:1: .zero 140737488355327: the limit is 67108864"},
		{".org 8; .org 4", "x.S:1: .org 0x4 is behind the current address 0x8"},
		{".option pop", "x.S:1: .option pop without .option push"},
		{".ascii \"abc", "x.S:1: string has no closing quote"},
		{"li a0, 99999999999999999999", "x.S:1: \"99999999999999999999\" is not a number of 64 bits; write 10, 0x10, 0b10 or 010"},
		{"li a0, 1/0", "x.S:1: division by zero"},
		{"nop\n\x01", "x.S:2: character '\\x01' cannot stand here"},
		{"/* never", "x.S:1: comment /* has no */"},
		{".equ a, 1; addi a0, a0, (a", "x.S:1: addi: \"the end of the statement\" where \")\" belongs; it is written `addi rd, rs1, imm`"},
		{"given: nop", "x.S:1: symbol given is given from outside; choose another name"},
		{".insn 0x10001", "x.S:1: .insn 0x10001: the low bits 01 make it 2 bytes, and it does not fit"},
	}
	for _, tt := range tests {
		_, err := asm.Assemble(tab, csrs, "x.S", tt.src, asm.Options{Symbols: map[string]uint64{"given": 1}})
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q:\n got %v\nwant %s", tt.src, err, tt.want)
		} else if !errors.Is(err, asm.ErrSource) {
			t.Errorf("%q: not an ErrSource", tt.src)
		}
	}
}

// All errors of a source come together.
func TestErrorsTogether(t *testing.T) {
	tab, csrs := load(t)
	_, err := asm.Assemble(tab, csrs, "x.S", "nope\nadd a0\nnop\n.foo", asm.Options{})
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("got %v", err)
	}
}

// run is a reader of what li may use: lui, addi, addiw, slli.
func run(t interface{ Fatalf(string, ...any) }, tab *isa.Table, code []byte) (x10 int64) {
	for ; len(code) >= 4; code = code[4:] {
		word := binary.LittleEndian.Uint32(code)
		in, _ := tab.Decode(word)
		get := func(name string) int64 { o, _ := in.Operand(name); return o.Get(word) }
		var source int64
		if o, ok := in.Operand("rs1"); ok && o.Get(word) == 10 {
			source = x10
		}
		switch in.Name {
		case "lui":
			x10 = get("imm20")
		case "addi":
			x10 = source + get("imm")
		case "addiw":
			x10 = int64(int32(source + get("imm")))
		case "slli":
			x10 = source << get("shamt")
		default:
			t.Fatalf("li uses %s", in.Name)
		}
	}
	return x10
}

func TestLoadImmediate(t *testing.T) {
	tab, csrs := load(t)
	check := func(t interface{ Fatalf(string, ...any) }, v int64) {
		p, err := asm.Assemble(tab, csrs, "li.S", fmt.Sprintf("li a0, %d", v), asm.Options{})
		if err != nil {
			t.Fatalf("%d: %v", v, err)
		}
		if got := run(t, tab, p.Bytes()); got != v {
			t.Fatalf("li a0, %#x gives %#x", v, got)
		}
		if len(p.Bytes()) > 32 {
			t.Fatalf("li a0, %#x takes %d instructions", v, len(p.Bytes())/4)
		}
	}
	for shift := range 64 {
		for _, d := range []int64{-0x801, -0x800, -0x7ff, -1, 0, 1, 0x7ff, 0x800, 0x801} {
			check(t, 1<<shift+d)
			check(t, -1<<shift+d)
		}
	}
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.Int64().Draw(t, "v")) })
}

// What the disassembler writes, the assembler reads back as the same word.
func TestRoundTrip(t *testing.T) {
	tab, csrs := load(t)
	check := func(t interface{ Fatalf(string, ...any) }, word uint32) {
		text := tab.Disassemble(word, 0)
		p, err := asm.Assemble(tab, csrs, "rt.S", text, asm.Options{Base: 0x40000000})
		if err != nil {
			t.Fatalf("%#x: %v", word, err)
		}
		want := binary.LittleEndian.AppendUint32(nil, word)
		if word&3 != 3 {
			want = want[:2]
		}
		if !bytes.Equal(p.Bytes(), want) {
			t.Fatalf("%#x: %q assembles to %x", word, text, p.Bytes())
		}
	}
	for half := range uint32(1 << 16) {
		if half&3 != 3 {
			check(t, half)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom(tab.Instructions).Draw(t, "row")
		check(t, in.Match|rapid.Uint32().Draw(t, "free")&^in.Mask)
	})
}

// A word is compressed only to what expands to it again.
func TestCompressExpands(t *testing.T) {
	tab, _ := load(t)
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SampledFrom(tab.Instructions).Filter(func(in *isa.Instruction) bool { return in.Size == 4 }).Draw(t, "row")
		word := in.Match | rapid.Uint32().Draw(t, "free")&^in.Mask
		got, narrow, ok := tab.Compress(word)
		if !ok {
			return
		}
		if decoded, ok := tab.Decode(narrow); !ok || decoded != got {
			t.Fatalf("%s: %#x is no %s", tab.Disassemble(word, 0), narrow, got.Name)
		}
		if _, back, ok := got.Expansion(narrow); !ok || back != word {
			t.Fatalf("%s compresses to %s, which expands to %s", tab.Disassemble(word, 0), tab.Disassemble(narrow, 0), tab.Disassemble(back, 0))
		}
	})
	// And every compressed word is found again from its expansion, by itself or by a twin.
	for w := range uint32(1 << 16) {
		in, ok := tab.Decode(w)
		if !ok || in.Size != 2 || in.Row.Expands == "" {
			continue
		}
		_, wide, _ := in.Expansion(w)
		if _, _, ok := tab.Compress(wide); !ok {
			t.Errorf("%s: its expansion %s does not compress", tab.Disassemble(w, 0), tab.Disassemble(wide, 0))
		}
	}
}

// A compressed program is the same program, only shorter: the same operations, and targets at the
// same labels.
func TestCompressedProgram(t *testing.T) {
	tab, csrs := load(t)
	lines := []string{"addi a0, a0, %d", "li s1, %d", "ld a0, 8(sp)", "sw t0, 4(t1)", "sub a0, a0, a1", "beqz a0, L%d", "bnez t0, L%d", "j L%d", "jal L%d", ".zero 200"}
	// Where the labels are, and which label each instruction aims at.
	type operation struct {
		text  string
		label int
	}
	read := func(t *rapid.T, src string, n int, compress bool) (ops [][]operation, size int) {
		p, err := asm.Assemble(tab, csrs, "p.S", src, asm.Options{Base: 0x1000, Compress: compress})
		if err != nil {
			t.Fatal(err)
		}
		at := map[uint64]int{}
		for i := n; i >= 0; i-- {
			at[p.Symbols[fmt.Sprintf("L%d", i)]] = i
		}
		ops = make([][]operation, n)
		for _, l := range p.Lines {
			if !l.Code {
				continue
			}
			b := p.Bytes()[l.Address-0x1000:]
			word := uint32(binary.LittleEndian.Uint16(b))
			if l.Size == 4 {
				word = binary.LittleEndian.Uint32(b)
			}
			in, ok := tab.Decode(word)
			if !ok {
				t.Fatalf("%#x does not decode", word)
			}
			if base, wide, ok := in.Expansion(word); ok {
				in, word = base, wide
			}
			op := operation{label: -1}
			for _, o := range in.Operands {
				if o.Kind == isa.KindTarget {
					label, ok := at[l.Address+uint64(o.Get(word))]
					if !ok {
						t.Fatalf("line %d: %s aims between labels", l.Line, tab.Disassemble(word, l.Address))
					}
					op.label = label
					word &^= o.Bits()
				}
			}
			op.text = tab.Disassemble(word, 0)
			ops[l.Line-1] = append(ops[l.Line-1], op)
		}
		return ops, len(p.Bytes())
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 60).Draw(t, "lines")
		var src strings.Builder
		for i := range n {
			line := rapid.SampledFrom(lines).Draw(t, "line")
			if strings.Contains(line, "%d") {
				line = fmt.Sprintf(line, rapid.IntRange(0, n).Draw(t, "number"))
			}
			fmt.Fprintf(&src, "L%d: %s\n", i, line)
		}
		fmt.Fprintf(&src, "L%d:\n", n)
		long, longSize := read(t, src.String(), n, false)
		short, shortSize := read(t, src.String(), n, true)
		if d := cmp.Diff(long, short, cmp.AllowUnexported(operation{})); d != "" {
			t.Fatal(d)
		}
		if shortSize > longSize {
			t.Fatalf("compressed to %d bytes from %d", shortSize, longSize)
		}
	})
}

func FuzzAssemble(f *testing.F) {
	for _, seed := range []string{
		"add a0, a1, a2", "1: beqz a0, 1b; j 1f; 1:", ".option rvc; li a0, 0x123456789abcdef0", "la a0, x; x: .asciz \"a\\n\"",
		".equ a, (1+2)*3<<4; .org a; .zero a", "lw a0, %lo(x)(a1); x = 4", "a: .align 4; .word a-b, b; b: .section .data; .byte 'x'",
		".org 1f; 1:", "li a0, b-a; a: .zero 2048; b:", "amoadd.w.aqrl a0, a1, (a2)", "/* x */ nop // y\n# z", "x = x + 1; .zero x",
	} {
		f.Add(seed, false)
		f.Add(seed, true)
	}
	tab, csrs := load(f)
	f.Fuzz(func(t *testing.T, src string, compress bool) {
		p, err := asm.Assemble(tab, csrs, "f.S", src, asm.Options{Base: 0x80000000, Compress: compress})
		if err != nil {
			if !errors.Is(err, asm.ErrSource) || !strings.Contains(err.Error(), "f.S:") {
				t.Fatalf("error without a place: %v", err)
			}
			return
		}
		again, err := asm.Assemble(tab, csrs, "f.S", src, asm.Options{Base: 0x80000000, Compress: compress})
		if err != nil || !cmp.Equal(p, again) {
			t.Fatalf("assembling twice differs: %v", err)
		}
	})
}

func BenchmarkAssemble(b *testing.B) {
	tab, csrs := load(b)
	src := strings.Repeat("1: ld a0, 8(sp)\n add a0, a0, a1\n li t0, 0x123456789\n bnez a0, 1b\n sd a0, 16(sp)\n", 200)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := asm.Assemble(tab, csrs, "b.S", src, asm.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
