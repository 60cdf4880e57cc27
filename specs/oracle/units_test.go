package oracle_test

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// withRows is the pack with other semantics for add and sub, which cases then execute.
func withRows(t testing.TB, add, sub string) setup {
	t.Helper()
	p := *edited("add", add)
	if sub != "" {
		for i := range p.Instructions {
			if p.Instructions[i].Name == "sub" {
				p.Instructions[i].Does = sub
			}
		}
	}
	table, err := isa.New(&p, everything...)
	if err != nil {
		t.Fatal(err)
	}
	o, err := oracle.New(&p, table, oracle.Env{Environment: "machine", ICS: specs.ICS{Extensions: everything, Modes: []string{"M", "U"}, Harts: 1}})
	if err != nil {
		t.Fatal(err)
	}
	return setup{table, o}
}

// unitCase is one observation of code over floating-point and vector state. Byte n of the vector
// file holds n, modulo 256; f<n> holds n.
type unitCase struct {
	name    string
	code    string // "" is one add
	vlen    int    // 0: 128
	fs, vs  uint8
	csr     map[string]uint64
	trap    *oracle.Trap
	changed locs
	broken  []string // locations
	element string   // of the first
}

func (k *unitCase) state(t testing.TB, s setup) (*oracle.State, uint64) {
	t.Helper()
	code := k.code
	if code == "" {
		code = "add x10, x11, x12"
	}
	base := kase{asm: code, csr: k.csr}
	before, exit := base.before(t, s)
	vlen := k.vlen
	if vlen == 0 {
		vlen = 128
	}
	before.Float = &oracle.Float{Status: k.fs}
	for i := range before.Float.F {
		before.Float.F[i] = uint64(i)
	}
	before.Vector = &oracle.Vector{Status: k.vs, Bytes: make([]byte, 32*vlen/8)}
	for i := range before.Vector.Bytes {
		before.Vector.Bytes[i] = byte(i)
	}
	return before, exit
}

func (k *unitCase) check(t *testing.T, s setup) {
	t.Helper()
	before, exit := k.state(t, s)
	bytes := slices.Clone(before.Vector.Bytes)
	seen := &oracle.Observed{Trap: oracle.Trap{Cause: 11, PC: exit, Mode: "M"}, Changed: k.changed}
	if k.trap != nil {
		seen.Trap = *k.trap
		seen.Trap.Mode = "M"
	}
	for range 2 { // the interpreter is used again
		r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range r.Broken {
			got = append(got, b.Loc)
		}
		if !slices.Equal(got, k.broken) || r.OK != (k.broken == nil) {
			t.Errorf("broken %v, want %v\n%+v", got, k.broken, r)
		} else if len(got) > 0 && r.Broken[0].Element != k.element {
			t.Errorf("element %q, want %q\n%+v", r.Broken[0].Element, k.element, r.Broken[0])
		}
	}
	if !slices.Equal(bytes, before.Vector.Bytes) {
		t.Error("the before-state was written")
	}
}

// doubleword is doubleword n of v<reg> before a case.
func doubleword(reg, n int) uint64 {
	var b [8]byte
	for i := range b {
		b[i] = byte(16*reg + 8*n + i)
	}
	return binary.LittleEndian.Uint64(b[:])
}

func TestFloatRegisters(t *testing.T) {
	s := withRows(t, "F[rd] = F[rs1] + (F[rs2] << 32)\nhart.fs = 3", "F[rd] = any_of(F[rs1], 7, by = \"x0eq0\")\nhart.fs = any_of(hart.fs, 3, by = \"x0eq0\")")
	for _, k := range []unitCase{
		{name: "written", changed: locs{"f10": 12<<32 + 11, "fs": 3}},
		{name: "already dirty", fs: 3, changed: locs{"f10": 12<<32 + 11}},
		{name: "not seen", fs: oracle.NotSeen, changed: locs{"f10": 12<<32 + 11}},
		{name: "not seen, and yet told", fs: oracle.NotSeen, changed: locs{"f10": 12<<32 + 11, "fs": 1}},
		{name: "wrong", changed: locs{"f10": 12<<32 + 10, "fs": 3}, broken: []string{"f10"}},
		{name: "not written", changed: locs{"fs": 3}, broken: []string{"f10"}},
		{name: "another too", changed: locs{"f10": 12<<32 + 11, "f11": 1, "fs": 3}, broken: []string{"f11"}},
		{name: "written as before", changed: locs{"f10": 12<<32 + 11, "f11": 11, "fs": 3}},
		{name: "left clean", fs: 2, changed: locs{"f10": 12<<32 + 11}, broken: []string{"fs"}},
		{name: "vs touched", fs: 3, vs: 1, changed: locs{"f10": 12<<32 + 11, "vs": 3}, broken: []string{"vs"}},
		{name: "a set, one", code: "sub x10, x11, x12", fs: 2, changed: locs{"f10": 11}},
		{name: "a set, the other", code: "sub x10, x11, x12", fs: 2, changed: locs{"f10": 7, "fs": 3}},
		{name: "a set, neither", code: "sub x10, x11, x12", fs: 2, changed: locs{"f10": 8}, broken: []string{"f10"}},
		{name: "a set, status neither", code: "sub x10, x11, x12", fs: 2, changed: locs{"f10": 7, "fs": 1}, broken: []string{"fs"}},
		{name: "a set read", code: "sub x10, x11, x12\nadd x10, x10, x10", fs: 2, changed: locs{"f10": 7<<32 + 7, "fs": 3}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

// A vector add in elements of 8 bits, as the pack writes one.
func TestVectorElements(t *testing.T) {
	s := withRows(t, `for i in range(3): V[rd, i, 16] = V[rs1, i, 16] + V[rs2, i, 16]
agnostic(rd, 3, 8, 16, by = "x0eq0")
hart.vs = 3`, "")
	sum := func(n int) uint64 { // of doubleword n of v11 and v12, 16 bits at a time
		var out uint64
		for i := 0; i < 64; i += 16 {
			out |= (doubleword(11, n)>>i + doubleword(12, n)>>i) & 0xffff << i
		}
		return out
	}
	const body = 1<<48 - 1
	low := sum(0)&body | doubleword(10, 0)&^body
	for _, k := range []unitCase{
		{name: "undisturbed", changed: locs{"v10[0]": low, "vs": 3}},
		{name: "ones", changed: locs{"v10[0]": low | 0xffff<<48, "v10[1]": ones, "vs": 3}},
		{name: "each for itself", changed: locs{"v10[0]": low, "v10[1]": doubleword(10, 1) | 0xffff<<16, "vs": 3}},
		{name: "half an element", changed: locs{"v10[0]": low, "v10[1]": doubleword(10, 1) | 0xff<<16, "vs": 3}, broken: []string{"v10[1]"}, element: "bits 16 to 31"},
		{name: "wrong body", changed: locs{"v10[0]": low ^ 1<<32, "vs": 3}, broken: []string{"v10[0]"}, element: "bits 32 to 47"},
		{name: "ones in the body", changed: locs{"v10[0]": low | 0xffff, "vs": 3}, broken: []string{"v10[0]"}, element: "bits 0 to 15"},
		{name: "not written", changed: locs{"vs": 3}, broken: []string{"v10[0]"}, element: "bits 0 to 15"},
		{name: "another register", changed: locs{"v10[0]": low, "v9[1]": ones, "vs": 3}, broken: []string{"v9[1]"}},
		{name: "past the register", changed: locs{"v10[0]": low, "v11[0]": ones, "vs": 3}, broken: []string{"v11[0]"}},
		{name: "two wrong", changed: locs{"v10[0]": low ^ 1, "v10[1]": 0, "vs": 3}, broken: []string{"v10[0]", "v10[1]"}, element: "bits 0 to 15"},
		{name: "status", changed: locs{"v10[0]": low}, broken: []string{"vs"}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

func TestVectorShapes(t *testing.T) {
	set := "any_of(V[rd, %, 8], 255, by = \"x0eq0\")"
	at := func(i string) string { return strings.ReplaceAll(set, "%", i) }
	for _, c := range []struct {
		name, does string
		unitCase
	}{
		{"a group runs on", "V[8, 5, 32] = 1", unitCase{changed: locs{"v9[0]": doubleword(9, 0)&0xffffffff | 1<<32}}},
		{"of 256-bit registers", "V[8, 5, 64] = 1", unitCase{vlen: 256, changed: locs{"v9[1]": 1}}},
		{"128 bits", "V[8, 0, 128] = V[9, 0, 128] + 1", unitCase{changed: locs{"v8[0]": doubleword(9, 0) + 1, "v8[1]": doubleword(9, 1)}}},
		{"256 bits over two registers", "V[8, 0, 256] = -1", unitCase{changed: locs{"v8[0]": ones, "v8[1]": ones, "v9[0]": ones, "v9[1]": ones}}},
		{"a whole register", "V[8, 1, hart.vlen] = V[10, 0, hart.vlen]", unitCase{changed: locs{"v9[0]": doubleword(10, 0), "v9[1]": doubleword(10, 1)}}},
		{"a whole register, wrong", "V[8, 1, hart.vlen] = V[10, 0, hart.vlen]", unitCase{changed: locs{"v9[0]": doubleword(10, 0)}, broken: []string{"v9[1]"}}},
		{"mask bits", "V[0, 3, 1] = V[1, 4, 1]", unitCase{changed: locs{"v0[0]": doubleword(0, 0) | 8}}},
		{"mask bits, wrong", "V[0, 3, 1] = V[1, 4, 1]", unitCase{changed: locs{"v0[0]": doubleword(0, 0) | 16}, broken: []string{"v0[0]"}, element: "bit 3"}},
		{"agnostic mask bits", "V[0, 0, 1] = 1\nagnostic(0, 1, 128, 1, by = \"x0eq0\")", unitCase{changed: locs{"v0[0]": doubleword(0, 0) | 0xf1, "v0[1]": ones}}},
		{"agnostic mask bits keep ones", "V[0, 0, 1] = 1\nagnostic(0, 1, 128, 1, by = \"x0eq0\")", unitCase{changed: locs{"v0[0]": doubleword(0, 0)&^0x100 | 1}, broken: []string{"v0[0]"}, element: "bit 8"}},
		{"a mixture of mask bits", "V[0, 0, 64] = mixture(0xf0, 0xff, by = \"x0eq0\")", unitCase{changed: locs{"v0[0]": 0xf5}}},
		{"sets of neighbours", "V[rd, 0, 8] = " + at("0") + "\nV[rd, 1, 8] = " + at("1"), unitCase{changed: locs{"v10[0]": doubleword(10, 0) | 0xff00}}},
		{"sets of neighbours, wrong", "V[rd, 0, 8] = " + at("0") + "\nV[rd, 1, 8] = " + at("1"), unitCase{changed: locs{"v10[0]": doubleword(10, 0) | 0xff000f}, broken: []string{"v10[0]"}, element: "bits 0 to 7"}},
		{"a negative element", "V[8, 0, 64] = -2", unitCase{changed: locs{"v8[0]": ones - 1}}},
		{"reads see what was before", "V[8, 0, 64] = 5\nV[8, 1, 64] = V[8, 0, 64]", unitCase{changed: locs{"v8[0]": 5, "v8[1]": doubleword(8, 0)}}},
		{"a trap discards", "V[8, 0, 64] = 5\ntrap(2, 0)", unitCase{trap: &oracle.Trap{Cause: 2, PC: code}}},
		{"a trap after a commit", "V[8, 0, 64] = 5\nhart.vs = 3\ncommit()\nV[8, 1, 64] = 6\nhart.vs = 1\ntrap(2, 0)", unitCase{trap: &oracle.Trap{Cause: 2, PC: code}, changed: locs{"v8[0]": 5, "vs": 3}}},
		{"a trap after a commit, too far", "V[8, 0, 64] = 5\ncommit()\nV[8, 1, 64] = 6\ntrap(2, 0)", unitCase{trap: &oracle.Trap{Cause: 2, PC: code}, changed: locs{"v8[0]": 5, "v8[1]": 6}, broken: []string{"v8[1]"}}},
		{"reads see what was committed", "V[8, 0, 64] = 5\ncommit()\nV[8, 1, 64] = V[8, 0, 64]", unitCase{changed: locs{"v8[0]": 5, "v8[1]": 5}}},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, withRows(t, c.does, "")) })
	}
}

// What an instruction leaves open, a later one reads, narrows and overwrites.
func TestOpenElements(t *testing.T) {
	tail := "agnostic(8, 0, 8, 8, by = \"x0eq0\")"
	old := doubleword(8, 0)
	for _, c := range []struct {
		name, add, sub string
		unitCase
	}{
		{"overwritten in part", tail, "V[8, 0, 32] = 0x11223344", unitCase{changed: locs{"v8[0]": old&^0xffffffff | 0x11223344 | 0xff<<40}}},
		{"overwritten in part, wrong", tail, "V[8, 0, 32] = 0x11223344", unitCase{changed: locs{"v8[0]": old | 0xff}, broken: []string{"v8[0]"}, element: "bits 0 to 31"}},
		{"overwritten whole", tail, "V[8, 0, 64] = 1", unitCase{changed: locs{"v8[0]": 1}}},
		{"a piece of a wide one", "V[8, 0, 64] = any_of(0, -1, by = \"x0eq0\")", "V[8, 1, 8] = 7", unitCase{changed: locs{"v8[0]": ones&^0xff00 | 0x700}}},
		{"the pieces of a wide one agree", "V[8, 0, 64] = any_of(0, -1, by = \"x0eq0\")", "V[8, 1, 8] = 7", unitCase{changed: locs{"v8[0]": 0x7ff}, broken: []string{"v8[0]"}}},
		{"read", tail, "X[rd] = V[8, 0, 64]", unitCase{changed: locs{"v8[0]": old | 0xff00, "x10": old | 0xff00}}},
		{"read, wrong", tail, "X[rd] = V[8, 0, 64]", unitCase{changed: locs{"v8[0]": old | 0xff00, "x10": old}, broken: []string{"x10"}}},
		{"agnostic again", tail, "agnostic(8, 0, 2, 32, by = \"x0eq0\")", unitCase{changed: locs{"v8[0]": old&0xffffffff | 0xff | 0xffffffff<<32}}},
		{"agnostic again, wrong", tail, "agnostic(8, 0, 2, 32, by = \"x0eq0\")", unitCase{changed: locs{"v8[0]": old | 0xf<<32}, broken: []string{"v8[0]"}, element: "bits 32 to 63"}},
		{"agnostic over ones", "V[8, 0, 64] = -1", tail, unitCase{changed: locs{"v8[0]": ones}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.code = "add x10, x11, x12\nsub x10, x11, x12"
			c.check(t, withRows(t, c.add, c.sub))
		})
	}
}

func TestUnitErrors(t *testing.T) {
	for _, c := range []struct{ does, want string }{
		{"X[rd] = F[1]", "the before-state does not hold the floating-point state"},
		{"F[1] = 1", "the before-state does not hold the floating-point state"},
		{"X[rd] = V[1, 0, 8]", "the before-state does not hold the vector state"},
		{"hart.fs = 3", "the before-state does not hold the floating-point state"},
		{"X[rd] = hart.vs", "the before-state does not hold the vector state"},
		{"X[rd] = hart.vlen", "the before-state does not hold the vector state"},
	} {
		k := kase{asm: "add x10, x11, x12"}
		if _, err := k.judge(t, withRows(t, c.does, "")); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.does, err, c.want)
		}
	}
	for _, c := range []struct{ does, want string }{
		{"F[32] = 1", "0 to 31"},
		{"F[1] = None", "takes an int"},
		{"V[8] = 1", "V[register, element"},
		{"V[32, 0, 8] = 1", "0 to 31"},
		{"V[31, 16, 8] = 1", "past v31"},
		{"V[8, 0, 12] = 1", "an element has"},
		{"V[8, 0, 512] = 1", "an element has"},
		{"V[8, 0, 128] = any_of(1, 2, by = \"x0eq0\")", "more than 64 bits"},
		{"agnostic(8, 0, 4, 8)", "must name the rule"},
		{"agnostic(31, 0, 17, 8, by = \"x0eq0\")", "past v31"},
		{"hart.fs = 4", "0 (Off) to 3 (Dirty)"},
	} {
		s := withRows(t, c.does, "")
		before, exit := (&unitCase{}).state(t, s)
		if _, err := s.oracle.Judge(before, []uint64{exit}, 10, &oracle.Observed{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.does, err, c.want)
		}
	}
}

// Allowed lists what the units may hold.
func TestAllowedUnits(t *testing.T) {
	s := withRows(t, `F[3] = 7
V[8, 0, 64] = 1
V[9, 0, 64] = any_of(1, 2, by = "x0eq0")
V[10, 0, 8] = any_of(0, 255, by = "x0eq0")
hart.fs = 3
hart.vs = any_of(hart.vs, 3, by = "x0eq0")`, "")
	before, exit := (&unitCase{fs: 1, vs: 2}).state(t, s)
	all, err := s.oracle.Allowed(before, []uint64{exit}, oracle.Bounds{Steps: 10})
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	want := map[string][]string{
		"f3": {"0x7"}, "fs": {"0x3"}, "vs": {"0x2", "0x3"}, "v8[0]": {"0x1"}, "v9[0]": {"0x1", "0x2"},
		"v10[0]": {"0xa7a6a5a4a3a2a100", "0xa7a6a5a4a3a2a1ff"},
	}
	if !maps.EqualFunc(all[0].Changed, want, slices.Equal) || !slices.Equal(all[0].Permits, []string{"x0eq0"}) {
		t.Errorf("got %v by %v, want %v", all[0].Changed, all[0].Permits, want)
	}
}
