package steps

import (
	"encoding/binary"
	"fmt"
	"strings"

	"touchstone/runner/sweep"
	"touchstone/runner/trial"
	"touchstone/specs/isa/asm"
)

// programSentences execute assembly. An environment call is put behind it: the exit.
func programSentences() []sentence {
	run := func(w *world, a []string) error { return w.execute(a[0]) }
	return []sentence{
		when(`the hart executes "<assembly>"`, `the hart executes "([^"]+)"`, run),
		when("the hart executes:", `the hart executes`, run),
	}
}

// program is assembled code.
type program struct {
	stub   *trial.Stub
	labels map[string]int64 // offsets from the code address
	count  int              // instructions
}

// codeBase is what programs are assembled at: any address will do, since all of their addresses are
// offsets, but it has the alignment that the code will have.
const codeBase = 0x10000

func (w *world) execute(text string) error {
	p, err := w.assemble(text)
	if err != nil {
		return err
	}
	w.program = p
	before, err := w.starts(p)
	if err != nil {
		return err
	}
	setting, err := w.settled(p)
	if err != nil {
		return err
	}
	w.addCase(trial.Case{Setting: setting, Stub: p.stub, Before: before})
	return nil
}

// endLabel is where the exit that we put behind a program is.
const endLabel = "end_of_program"

// oneLine is a program with its statements between semicolons.
func oneLine(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("; ")
		}
		b.WriteString(line)
	}
	return b.String()
}

func (w *world) assemble(text string) (*program, error) {
	if strings.Contains(text, "mscratch") && !w.c.process() {
		w.watch(scratch)
	}
	base := uint64(codeBase + w.align)
	src := text + "\n" + endLabel + ": ecall\n"
	out, err := asm.Assemble(w.c.Table, w.c.Pack.CSRs, "program", src, asm.Options{Base: base})
	if err != nil {
		return nil, err
	}
	if len(out.Sections) != 1 || out.Sections[0].Base != base {
		return nil, fmt.Errorf("a program is one section; leave out .section and .org to an address")
	}
	p := &program{labels: map[string]int64{}}
	for name, at := range out.Symbols {
		p.labels[name] = int64(at - base)
	}
	p.stub = &trial.Stub{End: p.labels[endLabel], Text: oneLine(text), Align: w.align}
	p.stub.Exits = []int64{p.stub.End}
	p.stub.Chunks = chunks(out, base)
	for _, l := range out.Lines {
		if l.Code {
			p.count++
		}
	}
	p.count-- // the exit
	if p.count == 1 && len(out.Lines) == 2 {
		w.nameRow(p.stub)
	}
	return p, nil
}

// nameRow notes which row a program of one instruction is about.
func (w *world) nameRow(s *trial.Stub) {
	code := s.Chunks[0].Bytes
	word := uint32(binary.LittleEndian.Uint16(code))
	if s.End == 4 {
		word = binary.LittleEndian.Uint32(code)
	}
	if in, ok := w.c.Table.Decode(word); ok {
		s.Insn, s.Dest = in.Name, sweep.Dest(in, word)
	}
}

// chunks are the bytes of a program without its long gaps.
func chunks(p *asm.Program, base uint64) []trial.Chunk {
	const gap = 64
	code := p.Bytes()
	var out []trial.Chunk
	for _, l := range p.Lines {
		from := l.Address - base
		b := code[from : from+uint64(l.Size)]
		if !l.Code && l.Size >= gap && strings.Trim(string(b), "\x00") == "" {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Offset+int64(len(out[n-1].Bytes)) == int64(from) {
			out[n-1].Bytes = append(out[n-1].Bytes, b...)
			continue
		}
		out = append(out, trial.Chunk{Offset: int64(from), Bytes: append([]byte(nil), b...)})
	}
	return out
}

// bytes assembles code that lies in the data area.
func (w *world) bytes(text string, at uint64) ([]byte, error) {
	out, err := asm.Assemble(w.c.Table, w.c.Pack.CSRs, "code", text, asm.Options{Base: at})
	if err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
