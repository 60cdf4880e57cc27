package rv64

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"touchstone/specs/isa"
)

// functions are the functions of an extension by row name.
type functions map[string]Exec

// extensions lists the functions of every extension. Rows that expand have none of their own.
func extensions() map[string]functions {
	return map[string]functions{
		"I":           extI(),
		"M":           extM(),
		"Zaamo":       extZaamo(),
		"Zalrsc":      extZalrsc(),
		"Zca":         {},
		"Zicsr":       extZicsr(),
		"Zifencei":    extZifencei(),
		"Zihintpause": extZihintpause(),
		"Sm":          extSm(),
		"V":           extV(),

		"F":        extF(),
		"D":        extD(),
		"Zfhmin":   extZfhmin(),
		"Zfh":      extZfh(),
		"Zfa":      extZfa(),
		"Zfbfmin":  extZfbfmin(),
		"Zvfbfmin": extZvfbfmin(),
		"Zvfbfwma": extZvfbfwma(),
		"Zvbb":     extZvbb(),
		"Zvbc":     extZvbc(),
		"Zvkb":     extZvkb(),
		"Zvkg":     extZvkg(),
		"Zvkned":   extZvkned(),
		"Zvknha":   extZvknha(),
		"Zvksed":   extZvksed(),
		"Zvksh":    extZvksh(),

		"Zba":       extZba(),
		"Zbb":       extZbb(),
		"Zbs":       extZbs(),
		"Zbc":       extZbc(),
		"Zbkc":      extZbkc(),
		"Zbkb":      extZbkb(),
		"Zbkx":      extZbkx(),
		"Zkne":      extZkne(),
		"Zknd":      extZknd(),
		"Zknh":      extZknh(),
		"Zksed":     extZksed(),
		"Zksh":      extZksh(),
		"Zicond":    extZicond(),
		"Zimop":     extZimop(),
		"Zcmop":     extZcmop(),
		"Zcb":       {},
		"Zihintntl": extZihintntl(),
		"Zawrs":     extZawrs(),
		"Zacas":     extZacas(),
		"Zabha":     extZabha(),
		"Zicbom":    extZicbom(),
		"Zicbop":    extZicbop(),
		"Zicboz":    extZicboz(),
		"Zicfilp":   extZicfilp(),
		"Zicfiss":   extZicfiss(),
	}
}

// binding is what predecoding needs to know of a row.
type binding struct {
	fn           Exec
	op           op           // inlined form, opCall when there is none
	rd, rs1, rs2 *isa.Operand // of the row, or of the row it expands to
	rs3, rm, nf  *isa.Operand
	vm           *isa.Operand
	imm          []*isa.Operand
	floats       uint8 // which of rd, rs1 and rs2 are floating-point registers
}

// prepared is what the functions here make of a table, before overrides.
type prepared struct {
	bindings []binding // by isa.Instruction.ID
	pairs    map[[2]op]op
	ialign   uint64
	misa     uint64
	err      error // rows without a function
}

// preparedKey is the key of isa.Table.Derived: a run makes thousands of machines of one table.
type preparedKey struct{}

func prepare(table *isa.Table) *prepared {
	all, inline := extensions(), inlinedOps()
	p := &prepared{
		bindings: make([]binding, len(table.Instructions)),
		pairs:    pairs(),
		ialign:   3,
		misa:     misa(table.Selected),
	}
	var errs []error
	for _, in := range table.Instructions {
		if in.Size == 2 {
			p.ialign = 1
		}
		if in.Row.Expands != "" {
			continue
		}
		fn := all[in.Row.Extension][in.Name]
		if fn == nil {
			errs = append(errs, fmt.Errorf("rv64: row %s of %s (%s:%d) has no function; write one in runner/rv64", in.Name, in.Row.Extension, in.Row.Position.File, in.Row.Position.Line))
			continue
		}
		b := operandsOf(in)
		b.fn, b.op = fn, inline[in.Name]
		p.bindings[in.ID] = b
	}
	for _, in := range table.Instructions {
		if in.Row.Expands == "" {
			continue
		}
		base, _, ok := in.Expansion(in.Match)
		if !ok {
			errs = append(errs, fmt.Errorf("rv64: row %s (%s:%d) expands to %q, which the table does not have", in.Name, in.Row.Position.File, in.Row.Position.Line, in.Row.Expands))
			continue
		}
		p.bindings[in.ID] = p.bindings[base.ID]
	}
	if p.ialign == 3 { // jumps check their targets: let their functions do it
		for k := range p.bindings {
			if p.bindings[k].op >= opFirstJump {
				p.bindings[k].op = opCall
			}
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	p.err = errors.Join(errs...)
	return p
}

// bind gives every row of the table its function, from the Machine's own table: overrides replace
// functions here, before anything is predecoded.
func (m *Machine) bind() error {
	table, overrides := m.cfg.Table, m.cfg.Overrides
	p := table.Derived(preparedKey{}, func() any { return prepare(table) }).(*prepared)
	if p.err != nil {
		return p.err
	}
	m.bindings, m.pairs, m.ialign = p.bindings, p.pairs, p.ialign
	m.decoded = make([]*Inst, 1<<decodedBits)
	m.hasF, m.hasV = table.Selected("F"), table.Selected("V")
	m.zvfh, m.zvfhmin = table.Selected("Zvfh"), table.Selected("Zvfhmin")
	if !m.cfg.Parameters.MISAZero {
		m.misa = p.misa
	}
	if len(overrides) == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(overrides)) {
		if in, ok := table.Lookup(name); !ok || in.Name != name {
			return fmt.Errorf("rv64: Config.Overrides names %q, which is no row of the table", name)
		}
	}
	m.bindings = slices.Clone(p.bindings)
	override := func(in *isa.Instruction) {
		if wrap, b := overrides[in.Name], &m.bindings[in.ID]; wrap != nil {
			b.fn, b.op = wrap(b.fn), opCall
		}
	}
	for _, in := range table.Instructions {
		if in.Row.Expands == "" {
			override(in)
		}
	}
	for _, in := range table.Instructions {
		if base, _, ok := in.Expansion(in.Match); ok {
			m.bindings[in.ID] = m.bindings[base.ID]
			override(in)
		}
	}
	return nil
}

// operandsOf finds a row's operands by the names that operands.yaml gives them.
func operandsOf(in *isa.Instruction) (b binding) {
	get := func(names ...string) *isa.Operand {
		for _, name := range names {
			if o, ok := in.Operand(name); ok {
				return o
			}
		}
		return nil
	}
	b.rd, b.rs1, b.rs2 = get("rd", "fd", "vd", "vs3"), get("rs1", "fs1", "vs1", "uimm"), get("rs2", "fs2", "vs2")
	b.rs3, b.rm, b.nf, b.vm = get("fs3"), get("rm"), get("nf"), get("vm")
	for bit, o := range [...]*isa.Operand{b.rd, b.rs1, b.rs2} {
		if o != nil && (o.Kind == isa.KindF || o.Kind == isa.KindF8) {
			b.floats |= 1 << bit
		}
	}
	for _, name := range [...]string{
		"imm", "offset", "imm20", "target", "jtarget", "shamt", "shamt5", "csr", "aq", "rl", "fm", "pred", "succ",
		"fli", "simm5", "zimm5", "zimm6", "vtypei", "vtypei10", "mopr", "moprr", "cmop", "bs", "rnum",
	} {
		if o := get(name); o != nil {
			b.imm = append(b.imm, o)
		}
	}
	return b
}

func misa(has func(extension string) bool) uint64 {
	v := uint64(2)<<62 | 1<<('I'-'A') | 1<<('U'-'A') //nolint:gocritic // a letter's bit, 'A' included
	if has("M") {
		v |= 1 << ('M' - 'A')
	}
	if has("Zaamo") && has("Zalrsc") {
		v |= 1
	}
	if has("Zca") && (!has("D") || has("Zcd")) {
		v |= 1 << ('C' - 'A')
	}
	if has("Zba") && has("Zbb") && has("Zbs") {
		v |= 1 << ('B' - 'A')
	}
	if has("F") {
		v |= 1 << ('F' - 'A')
	}
	if has("D") {
		v |= 1 << ('D' - 'A')
	}
	if has("V") {
		v |= 1 << ('V' - 'A')
	}
	return v
}

const decodedBits = 10

// decode gives the predecoded form of a word, nil when no row has it. The form does not depend on
// where the word is, so it is kept by word and never goes stale.
func (m *Machine) decode(word uint32) *Inst {
	slot := &m.decoded[word*0x9e3779b1>>(32-decodedBits)]
	if i := *slot; i != nil && i.Raw == word {
		return i
	}
	in, ok := m.cfg.Table.Decode(word)
	if !ok {
		return nil
	}
	i := m.predecode(in, word)
	*slot = i
	return i
}

func (m *Machine) predecode(in *isa.Instruction, word uint32) *Inst {
	b := &m.bindings[in.ID]
	i := &Inst{op: b.op, fn: b.fn, Row: in, Raw: word, Size: uint8(in.Size)}
	if _, w, ok := in.Expansion(word); ok {
		word = w
	}
	if b.rd != nil {
		i.Rd = uint8(b.rd.Get(word))
	}
	if b.rs1 != nil {
		i.Rs1 = uint8(b.rs1.Get(word))
	}
	if b.rs2 != nil {
		i.Rs2 = uint8(b.rs2.Get(word))
	}
	if b.rs3 != nil {
		i.Rs3 = uint8(b.rs3.Get(word))
	}
	if b.rm != nil {
		i.Rm = uint8(b.rm.Get(word))
	}
	if b.nf != nil {
		i.Nf = uint8(b.nf.Get(word))
	}
	i.floats = b.floats
	i.Unmasked = b.vm == nil || b.vm.Get(word) != 0
	for k, o := range b.imm {
		if k > 0 {
			i.Imm <<= o.Width()
		}
		i.Imm |= o.Get(word)
	}
	i.op = i.op.specialised(i)
	return i
}
