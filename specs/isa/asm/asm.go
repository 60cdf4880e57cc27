// Package asm assembles RISC-V source with the pack's own rows: every mnemonic and operand comes
// from [isa.Table], so what the pack can describe can be assembled, and nothing else.
//
// # Source
//
// A statement is `label:` and then a directive, an assignment or an instruction; statements end at
// a line's end or at `;`. Comments are # … and // … and /* … */. Registers go by number or by ABI
// name, CSRs by name or by number, memory ordering as suffixes (.aq, .rl, .aqrl). A rounding mode at the
// end is dyn when left out, a mask v0.t none; vector types read "e32, m2, ta, mu". Labels are names
// or numbers: `1b` and `1f` are the nearest label 1 before and after. `.` is the address of the
// statement, so `.+8` skips two instructions.
//
// Expressions are integers of 64 bits, which wrap: 10, 0x10, 0b10, 010 (octal), 'c', symbols,
// parentheses, unary - ~ +, and from the strongest binding to the weakest, as GNU as has it:
// * / % << >>, then & | ^, then + -. Before an operand %hi(e) and %lo(e) split an address for lui and
// addi; %pcrel_hi(e) and %pcrel_lo(label of the auipc) do for auipc. Branch and jump targets are addresses.
//
// # Directives
//
//	.byte .half .word .dword (and .2byte .4byte .8byte .short .long .quad)   data
//	.ascii .asciz .string                                                    text
//	.zero .skip .space N                                                     N zero bytes
//	.align .p2align N, .balign N                                             no-ops in .text, else zeros
//	.org E                  an offset in the section if E is a plain number, else an address
//	.equ .set NAME, E       also NAME = E
//	.section NAME .text .data .rodata .bss
//	.option rvc norvc push pop
//	.insn WORD              an encoding as a number, 2 or 4 bytes by its low bits
//	.global .globl .local .weak .type .size   accepted; they mean something to a linker only
//
// # Pseudo-instructions
//
// Those of the unprivileged manual's tables, where the base has no instruction of the name:
//
//	li (any 64-bit constant)  la lla  mv not neg negw  sext.b sext.h sext.w  zext.b zext.h zext.w
//	seqz snez sltz sgtz sgt sgtu  beqz bnez blez bgez bltz bgtz bgt ble bgtu bleu
//	j jal jr jalr ret call tail  nop fence unimp  rdcycle rdtime rdinstret
//	csrr csrw csrs csrc csrwi csrsi csrci  l{b,h,w,d}[u] rd, symbol  s{b,h,w,d} rs2, symbol, temporary
//	fmv fneg fabs fgt fge .h .s .d  fl{h,w,d} and fs{h,w,d} fd, symbol, temporary  frcsr fscsr frrm fsrm
//	fsrmi frflags fsflags fsflagsi  vneg.v vnot.v vncvt.x.x.w vwcvt[u].x.x.v vfneg.v vfabs.v vmsgt[u].vv
//	vmsge[u].vv vmslt.vi vmsge.vi vmsge[u].vx (not masked) vmfgt.vv vmfge.vv vmmv.m vmnot.m vmclr.m vmset.m
//	vl{1,2,4,8}r.v
//
// # Compressed instructions
//
// With [Options.Compress] or `.option rvc` an instruction becomes the 16-bit row whose expansion
// equals it, where there is one. Sizes and labels depend on each other, so the source is assembled
// again until no label moves; an instruction that once needed 32 bits keeps them.
package asm

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// ErrSource is the class of all errors in the source text: "file:line: what; what to do".
var ErrSource = errors.New("assembly")

// Limits that keep hostile source from exhausting the machine.
const (
	maxProgram = 64 << 20 // bytes
	maxPasses  = 64
	maxErrors  = 20
	maxDepth   = 100 // nested parentheses
)

// Options say where code goes and what is known beforehand.
type Options struct {
	Base     uint64            // address of the first section
	Sections map[string]uint64 // addresses of others; a section that is not here follows the one before, aligned to 16
	Symbols  map[string]uint64 // known from outside; the source may not define them again
	Compress bool              // as if the source began with .option rvc
}

// Program is assembled source.
type Program struct {
	Sections []Section         // in the order of their first mention; those without bytes are left out
	Symbols  map[string]uint64 // labels and .equ, not numeric labels
	Lines    []Line            // sorted by address
}

// Section is a run of bytes at an address.
type Section struct {
	Name  string
	Base  uint64
	Bytes []byte
}

// Line says which source line the bytes at an address come from.
type Line struct {
	Address uint64
	Size    int
	Line    int
	Code    bool // an instruction, not data
}

// Bytes is the first section's: all of it where there is one.
func (p *Program) Bytes() []byte {
	if len(p.Sections) == 0 {
		return nil
	}
	return p.Sections[0].Bytes
}

// Assemble assembles src; file is its name for messages.
func Assemble(t *isa.Table, csrs []specs.CSR, file, src string, opt Options) (*Program, error) {
	statements, errs := parse(file, src)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	a := &assembler{table: t, file: file, opt: opt, csrs: csrs, statements: statements, wide: map[site]bool{}}
	for range maxPasses {
		a.pass()
		if a.settled() {
			if len(a.errs) > 0 {
				return nil, errors.Join(a.errs...)
			}
			return a.program(), nil
		}
	}
	if len(a.errs) > 0 {
		return nil, errors.Join(a.errs...)
	}
	return nil, fmt.Errorf("%w: %s:1: labels still move after %d passes; an .org, .align or li depends on itself", ErrSource, file, maxPasses)
}

// assembler assembles the statements again and again; the fields of `last` are what the previous
// pass found and forward references use.
type assembler struct {
	table      *isa.Table
	csrs       []specs.CSR // searched one by one: sources name few
	file       string
	opt        Options
	statements []statement
	wide       map[site]bool // instructions that did not fit in 16 bits in some pass
	last       *layout
	*layout
	rvc   bool
	stack []bool // .option push
	line  int    // of the statement
	part  int    // of the statement's instructions, for site
	errs  []error
}

// site is an instruction of the source: the statement's index and, in pseudo-instructions, which.
type site struct{ statement, part int }

// layout is what one pass finds.
type layout struct {
	sections []*Section
	current  *Section
	symbols  map[string]uint64
	defined  map[string]int    // line of the definition
	counts   map[string]int    // numeric labels seen so far
	hi       map[uint64]uint64 // %pcrel_hi: address of the auipc, target
	lines    []Line
	size     int             // of all sections
	constant map[string]bool // defined by .equ or .set
}

func (a *assembler) pass() {
	a.last = a.layout
	a.layout = &layout{
		symbols:  map[string]uint64{},
		defined:  map[string]int{},
		counts:   map[string]int{},
		hi:       map[uint64]uint64{},
		constant: map[string]bool{},
	}
	a.errs, a.rvc, a.stack = nil, a.opt.Compress, nil
	a.section(".text")
	for i := range a.statements {
		s := &a.statements[i]
		a.line, a.part = s.line, 0
		if err := a.statement(i, s); err != nil {
			a.fail(err)
		}
	}
}

// fail notes an error of the statement. Assembly goes on: in the first pass the error may come from
// a symbol that is not known yet.
func (a *assembler) fail(err error) {
	if len(a.errs) < maxErrors {
		a.errs = append(a.errs, &sourceError{a.file, a.line, err.Error()})
	}
}

// sourceError is one error at one line.
type sourceError struct {
	file string
	line int
	text string
}

func (e *sourceError) Error() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.text) }
func (e *sourceError) Unwrap() error { return ErrSource }

// settled reports whether the pass found what it assumed: what the pass before it had found.
func (a *assembler) settled() bool {
	same := func(x, y *Section) bool { return x.Name == y.Name && x.Base == y.Base && len(x.Bytes) == len(y.Bytes) }
	return a.last != nil && maps.Equal(a.symbols, a.last.symbols) && maps.Equal(a.hi, a.last.hi) &&
		slices.EqualFunc(a.sections, a.last.sections, same)
}

// section makes a section current.
func (a *assembler) section(name string) {
	for _, s := range a.sections {
		if s.Name == name {
			a.current = s
			return
		}
	}
	s := &Section{Name: name, Base: a.opt.Base}
	if base, ok := a.opt.Sections[name]; ok {
		s.Base = base
	} else if len(a.sections) > 0 {
		// Follows the section before it, as long as that one was in the previous pass.
		before := a.sections[len(a.sections)-1]
		size := uint64(len(before.Bytes))
		if a.last != nil && len(a.sections) <= len(a.last.sections) {
			size = uint64(len(a.last.sections[len(a.sections)-1].Bytes))
		}
		s.Base = (before.Base + size + 15) &^ 15
	}
	a.sections = append(a.sections, s)
	a.current = s
}

func (a *assembler) pc() uint64 { return a.current.Base + uint64(len(a.current.Bytes)) }

// emit adds bytes and says which line they come from.
func (a *assembler) emit(code bool, b ...byte) error {
	if a.size += len(b); a.size > maxProgram {
		return fmt.Errorf("the program grows past %d bytes", maxProgram)
	}
	if len(b) > 0 {
		a.lines = append(a.lines, Line{a.pc(), len(b), a.line, code})
		a.current.Bytes = append(a.current.Bytes, b...)
	}
	return nil
}

func (a *assembler) program() *Program {
	p := &Program{Symbols: map[string]uint64{}, Lines: a.lines}
	for _, s := range a.sections {
		if len(s.Bytes) > 0 {
			p.Sections = append(p.Sections, *s)
		}
	}
	for name, v := range a.symbols {
		if name[0] < '0' || name[0] > '9' {
			p.Symbols[name] = v
		}
	}
	slices.SortStableFunc(p.Lines, func(x, y Line) int { return cmp.Compare(x.Address, y.Address) })
	return p
}
