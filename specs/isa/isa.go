// Package isa turns a pack's instruction rows into a decoder, an encoder and a disassembler. The
// executor, the assembler, the oracle, the sweeps and the mutants all read the one [Table]; no
// other copy of an encoding exists.
//
//	pack, _ := specs.Embedded("riscv")
//	table, _ := isa.New(pack, "I", "M", "C")
//	in, ok := table.Decode(0x02c58533)    // in.Name == "mul"
//	rd, _ := in.Operand("rd")
//	rd.Get(0x02c58533)                    // 10
//	table.Disassemble(0x02c58533, 0)      // "mul a0, a1, a2"
//
// Which row a word is. A word belongs to a row when its fixed bits are the row's and no operand
// holds a value that operands.yaml excludes (`not`). Where several rows fit, the one with more fixed
// bits wins: fence.tso over fence, c.jr over c.mv, c.addi16sp over c.lui. Two rows that fit one word
// with equally many fixed bits are an error when the table is made, never a silent choice.
package isa

import (
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"touchstone/specs"
)

// Instruction is a row with its masks and operands resolved.
type Instruction struct {
	Row      *specs.Row
	Name     string
	Size     int        // bytes: 2 or 4
	Mask     uint32     // fixed bits
	Match    uint32     // their values
	Operands []*Operand // all of them: written ones in the order of Asm, then Row.Fields
	Syntax   []Token    // what is written after the mnemonic
	Suffix   []*Operand // bits written as a suffix of the mnemonic: aq, rl
	Ordinal  *Operand   // a number that stands in the mnemonic where Name has N; nil for most rows
	ID       int        // index in Table.Instructions

	choosy    bool       // an operand excludes values: fixed bits alone do not decide
	expansion *expansion // of a row with Expands
}

// Operand finds an operand by its name in operands.yaml.
func (in *Instruction) Operand(name string) (*Operand, bool) {
	for _, o := range in.Operands {
		if o.Name == name {
			return o, true
		}
	}
	return nil, false
}

// Matches reports whether word is this row's own: fixed bits agree and no operand is excluded. A
// more specific row may still take the word; [Table.Decode] decides.
func (in *Instruction) Matches(word uint32) bool {
	if word&in.Mask != in.Match {
		return false
	}
	for _, o := range in.Operands {
		if len(o.Not) > 0 && o.Excludes(o.Get(word)) {
			return false
		}
	}
	return true
}

// Encode gives the word for operand values as `does` sees them. Operands that values does not name
// have zero bits; a name that the row does not have is an error.
func (in *Instruction) Encode(values map[string]int64) (uint32, error) {
	word, used := in.Match, 0
	for _, o := range in.Operands {
		v, ok := values[o.Name]
		if ok {
			used++
		}
		var err error
		if !ok {
			v = o.bias
		}
		if word, err = o.Put(word, v); err != nil {
			return 0, fmt.Errorf("%s: %w", in.Name, err)
		}
	}
	if used < len(values) {
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if _, ok := in.Operand(name); !ok {
				return 0, fmt.Errorf("%s has no operand %s; it has %s", in.Name, name, in.operandNames())
			}
		}
	}
	return word, nil
}

// Table is a set of instructions that decode together: the selected extensions of a pack.
// It is immutable and safe for concurrent use.
type Table struct {
	Instructions []*Instruction

	byName map[string]*Instruction
	spelt  map[string]spelling // mnemonics with an ordinal in them
	wide   [256]bucket         // 32-bit rows by opcode and funct3
	narrow []uint16            // 16-bit words: 1 + index of Instructions, 0 for a reserved word
	csrs   map[int64]string

	selected map[string]bool // extensions, implied ones included
	derived  sync.Map

	compressed map[*Instruction][]*Instruction // rows that expand to a base row
}

// New makes the table of the named extensions and of those that they imply; with no names, of all
// extensions of the pack. A row that expands to a row of an extension that was not selected is left
// out: it exists only together with its base. Errors name both rows of an overlap with file:line.
func New(p *specs.Pack, extensions ...string) (*Table, error) {
	selected, err := p.Closure(extensions...)
	if err != nil {
		return nil, err
	}
	operands := make(map[string]*Operand, len(p.Operands))
	for i := range p.Operands {
		o, err := newOperand(&p.Operands[i])
		if err != nil {
			return nil, err
		}
		operands[o.Name] = o
	}
	t := &Table{
		byName: make(map[string]*Instruction, len(p.Instructions)),
		csrs:   make(map[int64]string, len(p.CSRs)),

		selected: selected,
	}
	var errs []error
	for i := range p.Instructions {
		row := &p.Instructions[i]
		if len(extensions) > 0 && !has(selected, row) {
			continue
		}
		in, err := newInstruction(row, operands)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		t.Instructions = append(t.Instructions, in)
		t.byName[in.Name] = in
	}
	for _, in := range t.Instructions {
		if in.Row.Expands == "" {
			continue
		}
		if in.expansion, err = newExpansion(in, t.byName); err != nil {
			if errors.Is(err, errNoBase) && len(extensions) > 0 {
				delete(t.byName, in.Name)
				continue
			}
			errs = append(errs, err)
		}
	}
	t.spelt = map[string]spelling{}
	for _, in := range t.byName {
		for name, s := range in.spellings() {
			t.spelt[name] = s
		}
	}
	t.Instructions = slices.DeleteFunc(t.Instructions, func(in *Instruction) bool { return t.byName[in.Name] != in })
	for i, in := range t.Instructions {
		in.ID = i
	}
	for i := range p.CSRs {
		t.csrs[int64(p.CSRs[i].Address)] = p.CSRs[i].Name
	}
	errs = append(errs, t.overlaps()...)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	t.index()
	return t, nil
}

// has reports whether the selected extensions have a row.
func has(selected map[string]bool, row *specs.Row) bool {
	among := selected[row.Extension] || slices.ContainsFunc(row.Also, func(x string) bool { return selected[x] })
	return among && specs.Applies(row.When, func(x string) bool { return selected[x] })
}

// Selected reports whether the table was made for an extension. Some have no rows: Supm is CSR
// fields and their effect.
func (t *Table) Selected(extension string) bool { return t.selected[extension] }

// Derived gives what f makes of the table, and keeps it with the table under key, for packages that
// prepare a table for their own use. f may be called more than once; one result is kept, and nobody
// may change it.
func (t *Table) Derived(key any, f func() any) any {
	if v, ok := t.derived.Load(key); ok {
		return v
	}
	v, _ := t.derived.LoadOrStore(key, f())
	return v
}

// Lookup finds an instruction by its mnemonic without suffixes: "amoadd.w". A row with an ordinal
// goes by its own name and by each mnemonic that it spells: "vlsegNe8.v", "vlseg3e8.v".
func (t *Table) Lookup(name string) (*Instruction, bool) {
	in, ok := t.byName[name]
	if !ok {
		in, ok = t.spelt[name].in, t.spelt[name].in != nil
	}
	return in, ok
}

// Ordinal is the number that a mnemonic has where its row's name has N: 3 for "vlseg3e8.v". It is
// false for names without one.
func (t *Table) Ordinal(name string) (int64, bool) {
	s, ok := t.spelt[name]
	return s.ordinal, ok
}

// spelling is one mnemonic of a row with an ordinal.
type spelling struct {
	in      *Instruction
	ordinal int64
}

// spellings gives the mnemonics of a row with an ordinal.
func (in *Instruction) spellings() map[string]spelling {
	if in.Ordinal == nil {
		return nil
	}
	all := map[string]spelling{}
	min, max, step := in.Ordinal.Range()
	for v := min; v <= max; v += step {
		if !in.Ordinal.Excludes(v) {
			all[strings.Replace(in.Name, "N", strconv.FormatInt(v, 10), 1)] = spelling{in, v}
		}
	}
	return all
}

// Mnemonic is what a word of the row is called: its name, with the ordinal in its place.
func (in *Instruction) Mnemonic(word uint32) string {
	if in.Ordinal == nil {
		return in.Name
	}
	return strings.Replace(in.Name, "N", strconv.FormatInt(in.Ordinal.Get(word), 10), 1)
}

func newInstruction(row *specs.Row, operands map[string]*Operand) (*Instruction, error) {
	in := &Instruction{Row: row, Name: row.Name, Size: len(row.Match) / 8}
	if len(row.Match) != 16 && len(row.Match) != 32 {
		return nil, rowError(row, "match has %d characters; give 16 or 32 of 0, 1 and -", len(row.Match))
	}
	for _, c := range row.Match {
		in.Mask <<= 1
		in.Match <<= 1
		switch c {
		case '1':
			in.Match |= 1
			in.Mask |= 1
		case '0':
			in.Mask |= 1
		case '-':
		default:
			return nil, rowError(row, "match holds %q; give 16 or 32 of 0, 1 and -", c)
		}
	}
	if low := in.Mask & in.Match & 3; in.Mask&3 != 3 || (low == 3) != (in.Size == 4) {
		return nil, rowError(row, "match ends in %q; 32-bit rows end in 11, 16-bit rows in 00, 01 or 10", row.Match[len(row.Match)-2:])
	}
	if err := in.resolve(operands); err != nil {
		return nil, err
	}
	for _, o := range in.Operands {
		in.choosy = in.choosy || len(o.Not) > 0
	}
	return in, in.covered()
}

// covered checks that every free bit of match is in exactly one operand.
func (in *Instruction) covered() error {
	seen := in.Mask
	for _, o := range in.Operands {
		if twice := seen & o.mask; twice != 0 {
			return rowError(in.Row, "operand %s uses bit %d, which match fixes or another operand uses", o.Name, bits.TrailingZeros32(twice))
		}
		seen |= o.mask
	}
	all := uint32(1)<<(8*in.Size) - 1
	if in.Size == 4 {
		all = ^uint32(0)
	}
	if rest := all &^ seen; rest != 0 {
		return rowError(in.Row, "bit %d is free in match but in no operand; name it in asm or fields", bits.TrailingZeros32(rest))
	}
	if seen&^all != 0 {
		return rowError(in.Row, "an operand of a 16-bit row reaches past bit 15")
	}
	return nil
}

func (in *Instruction) operandNames() string {
	names := make([]string, len(in.Operands))
	for i, o := range in.Operands {
		names[i] = o.Name
	}
	return strings.Join(names, ", ")
}

// overlaps finds pairs of rows that are equally specific and share a word.
func (t *Table) overlaps() []error {
	// Rows can only clash within one size and one number of fixed bits; sorting by them keeps the
	// comparison of all pairs short.
	byWeight := map[[2]int][]*Instruction{}
	for _, in := range t.Instructions {
		k := [2]int{in.Size, bits.OnesCount32(in.Mask)}
		byWeight[k] = append(byWeight[k], in)
	}
	var errs []error
	for _, group := range byWeight {
		for i, a := range group {
			for _, b := range group[:i] {
				if word, ok := a.meets(b); ok {
					errs = append(errs, fmt.Errorf("%w: %s:%d: %s and %s:%d: %s both match 0x%0*x with equally many fixed bits; fix more bits of one, or exclude values with `not` in operands.yaml",
						specs.ErrPack, b.Row.Position.File, b.Row.Position.Line, b.Name, a.Row.Position.File, a.Row.Position.Line, a.Name, 2*a.Size, word))
				}
			}
		}
	}
	sort.Slice(errs, func(i, j int) bool { return errs[i].Error() < errs[j].Error() })
	return errs
}

// meets gives a word that both rows match. Operands that exclude values are tried through all
// their values where they are free in both rows; there are few such bits.
func (in *Instruction) meets(other *Instruction) (uint32, bool) {
	if (in.Match^other.Match)&in.Mask&other.Mask != 0 {
		return 0, false
	}
	word, fixed := in.Match|other.Match, in.Mask|other.Mask
	var choosy uint32
	for _, o := range slices.Concat(in.Operands, other.Operands) {
		if len(o.Not) > 0 {
			choosy |= o.mask
		}
	}
	choosy &^= fixed
	for sub := choosy; ; sub = (sub - 1) & choosy {
		if w := word | sub; in.Matches(w) && other.Matches(w) {
			return w, true
		}
		if sub == 0 {
			return 0, false
		}
	}
}

func rowError(row *specs.Row, format string, args ...any) error {
	return fmt.Errorf("%w: %s:%d: %s: %s", specs.ErrPack, row.Position.File, row.Position.Line, row.Name, fmt.Sprintf(format, args...))
}
