package rv64

import (
	"context"
	"encoding/binary"
	"strings"
	"sync"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// everything names what the executor implements, but for the extensions that only change what
// others do, and vectors, which have a table of their own.
func everything() []string {
	return []string{
		"I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause", "Sm",
		"B", "Zbc", "Zbkb", "Zbkc", "Zbkx", "Zknd", "Zkne", "Zknh", "Zksed", "Zksh",
		"Zicond", "Zimop", "Zcmop", "Zcb", "Zihintntl", "Zawrs", "Zacas", "Zabha",
		"Zicbom", "Zicbop", "Zicboz", "Zihpm", "Supm", "Zicfilp", "Zicfiss",
		"F", "D", "Zcd", "Zfh", "Zfa", "Zfbfmin",
	}
}

// testTable is the table of everything the executor implements.
var testTable = sync.OnceValues(func() (*isa.Table, error) {
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		return nil, err
	}
	return isa.New(p, everything()...)
})

func table(t testing.TB) *isa.Table {
	t.Helper()
	tab, err := testTable()
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func machine(t testing.TB, cfg Config) *Machine {
	t.Helper()
	if cfg.Table == nil {
		cfg.Table = table(t)
	}
	m, err := NewMachine(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// code builds programs by row name, operands in the order they are written.
type code struct {
	t     testing.TB
	tab   *isa.Table
	bytes []byte
}

func newCode(t testing.TB) *code { return &code{t: t, tab: table(t)} }

func (c *code) word(name string, operands ...int64) uint32 {
	c.t.Helper()
	in, ok := c.tab.Lookup(name)
	if !ok {
		c.t.Fatalf("no row %s", name)
	}
	values := map[string]int64{}
	n := 0
	for _, tok := range in.Syntax {
		if tok.Operand == nil {
			continue
		}
		if n == len(operands) {
			c.t.Fatalf("%s: too few operands %v", name, operands)
		}
		values[tok.Operand.Name] = operands[n]
		n++
	}
	for _, o := range in.Suffix {
		values[o.Name] = 0
	}
	for _, o := range in.Operands {
		if _, ok := values[o.Name]; !ok {
			values[o.Name] = 0
		}
	}
	w, err := in.Encode(values)
	if err != nil {
		c.t.Fatalf("%s %v: %v", name, operands, err)
	}
	return w
}

func (c *code) op(name string, operands ...int64) *code {
	c.t.Helper()
	w := c.word(name, operands...)
	if w&3 != 3 {
		c.bytes = binary.LittleEndian.AppendUint16(c.bytes, uint16(w))
	} else {
		c.bytes = binary.LittleEndian.AppendUint32(c.bytes, w)
	}
	return c
}

func (c *code) raw(w uint32) *code {
	c.bytes = binary.LittleEndian.AppendUint32(c.bytes, w)
	return c
}

// li loads any constant with one addi, or lui+addiw, or a shifted sum.
func (c *code) li(rd int64, v uint64) *code {
	c.t.Helper()
	s := int64(v)
	switch {
	case s >= -2048 && s < 2048:
		return c.op("addi", rd, 0, s)
	case s == int64(int32(s)):
		low := s << 52 >> 52
		c.op("lui", rd, int64(int32(s-low)))
		return c.op("addiw", rd, rd, low)
	default:
		low := s << 52 >> 52
		c.li(rd, uint64((s-low)>>12))
		c.op("slli", rd, rd, 12)
		return c.op("addi", rd, rd, low)
	}
}

const (
	base   = DefaultRAMBase
	other  = base + 0x1000 // where tests put handlers
	data   = base + 0x2000
	toHost = base + 0x3000
)

// program is code at base whose handler at `other` is an endless loop, ready to be stepped.
func (c *code) load(m *Machine) *Machine {
	c.t.Helper()
	if err := m.Load(base, c.bytes); err != nil {
		c.t.Fatal(err)
	}
	if !m.Hart(0).SetCSR(csrMtvec, other) {
		c.t.Fatal("no mtvec")
	}
	return m
}

func run(t testing.TB, m *Machine) Stop {
	t.Helper()
	stop, err := m.Run(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return stop
}

func TestExitThroughHTIF(t *testing.T) {
	var out strings.Builder
	m := machine(t, Config{Console: &out})
	c := newCode(t)
	c.li(5, toHost)
	for _, ch := range "hi\n" {
		c.li(6, 0x0101<<48|uint64(ch)).op("sd", 6, 0, 5)
	}
	c.li(6, 7<<1|1).op("sd", 6, 0, 5).op("jal", 0, 0)
	c.load(m)
	m.SetHTIF(toHost, toHost+8)
	stop := run(t, m)
	if stop.Reason != Exited || stop.Code != 7 || out.String() != "hi\n" {
		t.Fatalf("got %+v, console %q; want exit 7 and hi", stop, out.String())
	}
}

func TestEveryRowHasAFunction(t *testing.T) {
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(p) // the whole pack
	if err != nil {
		t.Fatal(err)
	}
	m := machine(t, Config{Table: tab}) // NewMachine fails when one is missing
	for _, in := range tab.Instructions {
		if m.bindings[in.ID].fn == nil {
			t.Errorf("%s is not bound", in.Name)
		}
	}
}

func subset(t testing.TB, extensions ...string) *isa.Table {
	t.Helper()
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		t.Fatal(err)
	}
	tab, err := isa.New(p, extensions...)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// Every function is that of a row of the pack, whatever else the row is selected with.
func TestEveryFunctionHasARow(t *testing.T) {
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]map[string]bool{}
	for _, row := range p.Instructions {
		if rows[row.Extension] == nil {
			rows[row.Extension] = map[string]bool{}
		}
		rows[row.Extension][row.Name] = true
	}
	for extension, functions := range extensions() {
		for name := range functions {
			if rows[extension] != nil && !rows[extension][name] {
				t.Errorf("function %s of %s has no row; add it to the pack or remove the function", name, extension)
			}
		}
	}
}

// A row without a function stops NewMachine with the name.
func TestTableAndFunctionsAgree(t *testing.T) {
	for _, test := range []struct {
		change func(*specs.Pack)
		want   string
	}{
		{func(p *specs.Pack) {
			p.Instructions = append(p.Instructions, specs.Row{Name: "frob", Extension: "I", Match: "0000000----------000-----0001011", Asm: "rd, rs1, rs2"})
		}, "row frob of I"},
	} {
		p, err := specs.Embedded("riscv", specs.Instructions)
		if err != nil {
			t.Fatal(err)
		}
		test.change(p)
		tab, err := isa.New(p, "I", "M", "Zicsr", "Sm")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := NewMachine(Config{Table: tab}); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want one with %q", err, test.want)
		}
	}
}
