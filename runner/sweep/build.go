package sweep

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"slices"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// ecall is the environment call that ends a case, as the manual encodes it.
const ecall = 0x00000073

// builder collects the vectors of one row. It drops a vector that it already has.
type builder struct {
	Params
	in    *isa.Instruction
	rng   *rand.Rand
	wide  bool // all instructions are 32 bits: targets are multiples of 4
	stubs map[stubKey]*trial.Stub
	seen  map[string]int
	key   []byte
	out   Result

	addressed bool // rs1 holds an address: it is never alike with another source
	skew      int  // bytes by which vector elements are misaligned

	vectorState *trial.Vectors // of the vectors that are being added
}

type stubKey struct {
	word   uint32
	target int64 // 0: none
	align  int
	before uint32 // the instruction before it, of a store-conditional
}

func newBuilder(p Params, in *isa.Instruction) *builder {
	b := &builder{
		Params: p, in: in, wide: true,
		stubs: map[stubKey]*trial.Stub{}, seen: map[string]int{},
	}
	for _, other := range p.Table.Instructions {
		b.wide = b.wide && other.Size == 4
	}
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[:], p.Seed)
	copy(seed[8:], in.Name)
	b.rng = rand.New(rand.NewChaCha8(seed))
	return b
}

// place says where the code of a vector goes on.
type place struct {
	target int64  // of a jump: an exit is put there; 0: it does not jump
	align  int    // of the code address
	before uint32 // an instruction that runs first
}

// add adds a vector and gives its index; a vector that is there already is not added again. It is
// not added, and the index is -1, when the word is another row's.
func (b *builder) add(word uint32, at place, before ...trial.Preset) int {
	if in, ok := b.Table.Decode(word); !ok || in != b.in {
		return -1
	}
	slices.SortFunc(before, func(x, y trial.Preset) int {
		if len(x.Loc) != len(y.Loc) {
			return len(x.Loc) - len(y.Loc)
		}
		return slices.Compare([]byte(x.Loc), []byte(y.Loc))
	})
	b.key = binary.LittleEndian.AppendUint32(b.key[:0], word)
	b.key = binary.LittleEndian.AppendUint64(b.key, uint64(at.target))
	b.key = append(b.key, byte(at.align))
	b.key = binary.LittleEndian.AppendUint32(b.key, at.before)
	for _, p := range before {
		b.key = append(b.key, p.Loc...)
		b.key = binary.LittleEndian.AppendUint64(b.key, p.Value)
	}
	if b.vectorState != nil {
		b.key = append(b.key, b.vectorState.Name...)
	}
	if i, ok := b.seen[string(b.key)]; ok {
		return i
	}
	i := len(b.out.Cases)
	b.seen[string(b.key)] = i
	b.out.Cases = append(b.out.Cases, trial.Case{Setting: b.Setting, Stub: b.stub(word, at), Before: before, Vectors: b.vectorState})
	return i
}

// stub gives the code of a vector: the instruction, an exit behind it, and one at its target.
func (b *builder) stub(word uint32, at place) *trial.Stub {
	key := stubKey{word, at.target, at.align, at.before}
	if s, ok := b.stubs[key]; ok {
		return s
	}
	s := &trial.Stub{Insn: b.in.Name, Align: at.align, Text: b.Table.Disassemble(word, 0), Dest: Dest(b.in, word)}
	var code []byte
	if at.before != 0 {
		code = binary.LittleEndian.AppendUint32(code, at.before)
		s.Text = b.Table.Disassemble(at.before, 0) + "; " + s.Text
	}
	if b.in.Size == 2 {
		code = binary.LittleEndian.AppendUint16(code, uint16(word))
	} else {
		code = binary.LittleEndian.AppendUint32(code, word)
	}
	s.End = int64(len(code))
	code = binary.LittleEndian.AppendUint32(code, ecall)
	s.Chunks, s.Exits = []trial.Chunk{{Bytes: code}}, []int64{s.End}
	if at.target != 0 && at.target != s.End {
		s.Exits = append(s.Exits, at.target)
		s.Chunks = append(s.Chunks, trial.Chunk{Offset: at.target, Bytes: binary.LittleEndian.AppendUint32(nil, ecall)})
	}
	b.stubs[key] = s
	return s
}

// group notes that cases differ only in the choice of registers. Refused vectors (-1) drop out.
func (b *builder) group(cases []int) {
	cases = slices.DeleteFunc(slices.Clone(cases), func(i int) bool { return i < 0 })
	slices.Sort(cases)
	if cases = slices.Compact(cases); len(cases) > 1 {
		b.out.Groups = append(b.out.Groups, cases)
	}
}

// roles are the registers of an instruction as its base row names them; -1: it has no such operand.
type roles struct{ rd, rs1, rs2, fs1, fs2 int }

// rolesOf reads the registers of a word; those of a compressed row are its expansion's.
func rolesOf(in *isa.Instruction, word uint32) roles {
	if base, w, ok := in.Expansion(word); ok {
		in, word = base, w
	}
	get := func(name string) int {
		if o, ok := in.Operand(name); ok && !slices.Contains(in.Row.Fields, name) {
			return int(o.Get(word))
		}
		return -1
	}
	return roles{get("rd"), get("rs1"), get("rs2"), get("fs1"), get("fs2")}
}

// Dest is the x or f register that a word writes; "" for none, or x0.
func Dest(in *isa.Instruction, word uint32) trial.Loc {
	if base, w, ok := in.Expansion(word); ok {
		in, word = base, w
	}
	if o, ok := in.Operand("fd"); ok {
		return f(int(o.Get(word)))
	}
	if rd := rolesOf(in, word).rd; rd > 0 {
		return x(rd)
	}
	return ""
}

// x names a register.
func x(n int) trial.Loc { return registers[n] }

// f names a floating-point register.
func f(n int) trial.Loc { return floats[n] }

var registers, floats = named("x"), named("f")

func named(file string) (out [32]trial.Loc) {
	for i := range out {
		out[i] = trial.Loc(fmt.Sprintf("%s%d", file, i))
	}
	return out
}

// Expand gives the same vector with the code that a compressed instruction expands to.
func Expand(t *isa.Table, c trial.Case) (trial.Case, error) {
	narrow := uint32(binary.LittleEndian.Uint16(c.Stub.Chunks[0].Bytes))
	in, ok := t.Decode(narrow)
	if !ok || c.Stub.End != 2 {
		return c, fmt.Errorf("%w: %s is no compressed instruction", ErrSweep, c.Stub.Text)
	}
	_, word, ok := in.Expansion(narrow)
	if !ok {
		return c, fmt.Errorf("%w: %s has no expansion", ErrSweep, in.Name)
	}
	s := *c.Stub
	s.Insn, s.Text, s.End = "", t.Disassemble(word, 0), 4
	s.Exits, s.Chunks = slices.Clone(s.Exits), slices.Clone(s.Chunks)
	s.Exits[0] = 4
	s.Chunks[0].Bytes = binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, word), ecall)
	c.Stub = &s
	return c, nil
}
