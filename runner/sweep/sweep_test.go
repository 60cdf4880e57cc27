package sweep

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
)

func params(t testing.TB, e Effort, exts ...string) Params {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	if exts == nil {
		exts = []string{"I", "M", "A", "C", "Zicsr", "Zifencei", "Zihintpause"}
	}
	table, err := isa.New(pack, exts...)
	if err != nil {
		t.Fatal(err)
	}
	return Params{Table: table, Map: image.DefaultMap(), Effort: e, Seed: 1, Setting: trial.Setting{Mode: "U"}}
}

func of(t testing.TB, p Params, name string, k Kind) Result {
	t.Helper()
	r, err := Of(p, name, k)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return r
}

// few are the rows whose operand space is smaller than 64 vectors.
var few = map[string]int{"ecall": 1, "ebreak": 1, "c.ebreak": 1, "pause": 1}

func TestEveryRowHasEnoughVectors(t *testing.T) {
	for e := Quick; e <= Standard; e++ {
		p := params(t, e)
		total := 0
		for _, in := range p.Table.Instructions {
			n := len(of(t, p, in.Name, Edges).Cases)
			total += n
			least, ok := few[in.Name]
			if !ok && e == Standard {
				least = 64
			} else if !ok {
				least = 16
			}
			if n < least {
				t.Errorf("%s effort: %s has %d vectors, want at least %d", e, in.Name, n, least)
			}
		}
		t.Logf("%s effort: %d vectors of %d rows", e, total, len(p.Table.Instructions))
		if want := [...][2]int{{6000, 12000}, {25000, 36000}}[e]; total < want[0] || total > want[1] {
			t.Errorf("%s effort: %d vectors in all, want %d to %d", e, total, want[0], want[1])
		}
	}
}

func TestExhaustiveIsEightTimesStandard(t *testing.T) {
	if testing.Short() {
		t.Skip("half a million vectors: left out of short tests")
	}
	standard, exhaustive := 0, 0
	for _, name := range []string{"add", "addi", "lw", "sd", "beq", "amoadd.w", "c.addi", "c.lw", "csrrw"} {
		s, e := len(of(t, params(t, Standard), name, Edges).Cases), len(of(t, params(t, Exhaustive), name, Edges).Cases)
		if e < 8*s {
			t.Errorf("%s: %d exhaustive vectors, %d standard ones", name, e, s)
		}
		standard, exhaustive = standard+s, exhaustive+e
	}
	t.Logf("%d standard, %d exhaustive", standard, exhaustive)
}

// key is everything that makes a vector what it is.
func key(c trial.Case) string {
	return fmt.Sprint(c.Setting, c.Stub.Align, c.Stub.Chunks, c.Before)
}

func eachRow(t *testing.T, e Effort, f func(t *testing.T, p Params, in *isa.Instruction, kind Kind, r Result)) {
	p := params(t, e)
	for _, in := range p.Table.Instructions {
		for kind := Edges; kind <= Encodings; kind++ {
			if r, err := Of(p, in.Name, kind); err == nil {
				f(t, p, in, kind, r)
			}
		}
	}
}

func TestVectorsAreDistinct(t *testing.T) {
	eachRow(t, Standard, func(t *testing.T, _ Params, in *isa.Instruction, kind Kind, r Result) {
		seen := map[string]int{}
		for i, c := range r.Cases {
			k := key(c)
			if j, ok := seen[k]; ok {
				t.Errorf("%s, kind %d: vectors %d and %d are the same: %s %v", in.Name, kind, j, i, c.Stub.Text, c.Before)
				return
			}
			seen[k] = i
		}
	})
}

func word(c trial.Case) uint32 {
	b := c.Stub.Chunks[0].Bytes
	if c.Stub.End == 8 || c.Stub.End == 6 { // a load-reserved comes first
		b = b[4:]
	}
	if b[0]&3 != 3 {
		return uint32(binary.LittleEndian.Uint16(b))
	}
	return binary.LittleEndian.Uint32(b)
}

// Every vector is one instruction of its row, has an environment call at each exit and presets no
// location twice, nor x0.
func TestVectorsAreWellFormed(t *testing.T) {
	eachRow(t, Standard, func(t *testing.T, p Params, in *isa.Instruction, kind Kind, r Result) {
		for i, c := range r.Cases {
			if got, ok := p.Table.Decode(word(c)); !ok || got != in || c.Stub.Insn != in.Name {
				t.Fatalf("%s, vector %d: the word %#x is not the row's", in.Name, i, word(c))
			}
			for _, exit := range c.Stub.Exits {
				if !slices.ContainsFunc(c.Stub.Chunks, func(k trial.Chunk) bool {
					at := exit - k.Offset
					return at >= 0 && at+4 <= int64(len(k.Bytes)) && binary.LittleEndian.Uint32(k.Bytes[at:]) == ecall
				}) {
					t.Fatalf("%s, vector %d: no environment call at exit %d", in.Name, i, exit)
				}
			}
			for a, k := range c.Stub.Chunks {
				for _, l := range c.Stub.Chunks[:a] {
					if k.Offset < l.Offset+int64(len(l.Bytes)) && l.Offset < k.Offset+int64(len(k.Bytes)) {
						t.Fatalf("%s, vector %d: %s: chunks overlap", in.Name, i, c.Stub.Text)
					}
				}
			}
			locs := map[trial.Loc]bool{"x0": true}
			for _, b := range c.Before {
				if locs[b.Loc] {
					t.Fatalf("%s, vector %d: %s is preset twice, or cannot be", in.Name, i, b.Loc)
				}
				locs[b.Loc] = true
				if c.Setting.Anchor == "x31" && b.Loc == "x31" {
					t.Fatalf("%s, vector %d: x31 is the runtime's", in.Name, i)
				}
			}
		}
	})
}

// Loads, stores and atomics stay within the data area, at the alignment that was asked for, and see
// both of its ends.
func TestAccessesStayInTheDataArea(t *testing.T) {
	p := params(t, Standard)
	for _, in := range p.Table.Instructions {
		major, _ := opcode(in)
		if major != opLoad && major != opStore && major != opAMO {
			continue
		}
		for _, kind := range []Kind{Edges, Misaligned} {
			r, err := Of(p, in.Name, kind)
			if err != nil {
				if kind == Misaligned && strings.Contains(err.Error(), "always aligned") {
					continue
				}
				t.Fatal(err)
			}
			first, last := false, false
			for _, c := range r.Cases {
				w := word(c)
				_, base := base(in, w)
				n, rs1 := size(base), rolesOf(in, w).rs1
				i := slices.IndexFunc(c.Before, func(b trial.Preset) bool { return b.Loc == x(rs1) })
				if i < 0 {
					t.Fatalf("%s: %s has no address", in.Name, c.Stub.Text)
				}
				offset := int64(c.Before[i].Value + uint64(displacement(in, w)) - p.Map.Data)
				if offset < 0 || offset+n > image.DataSize || (offset%n != 0) != (kind == Misaligned) {
					t.Fatalf("%s: %s accesses %d bytes at test data%+d", in.Name, c.Stub.Text, n, offset)
				}
				first = first || offset < n
				last = last || offset+2*n > image.DataSize
			}
			if !first || !last {
				t.Errorf("%s, kind %d: the ends of the data area are not tried", in.Name, kind)
			}
		}
	}
}

// Every register that a field can name takes every role, the aliases and x0 occur.
func TestRegistersTakeEveryRole(t *testing.T) {
	p := params(t, Standard)
	for _, in := range p.Table.Instructions {
		major, _ := opcode(in)
		ops := registerOperands(in)
		if len(ops) == 0 {
			continue
		}
		r := of(t, p, in.Name, Edges)
		for _, o := range ops {
			seen := map[int64]bool{}
			for _, c := range r.Cases {
				seen[o.Get(word(c))] = true
			}
			lo, hi, _ := o.Range()
			for reg := lo; reg <= hi; reg++ {
				address := o.Name == "rs1" && (major == opLoad || major == opStore || major == opAMO || major == opJALR)
				if seen[reg] || o.Excludes(reg) || reg == 0 && address || major == opSystem && reg == 31 {
					continue
				}
				if in.Name == "c.lui" && reg == 2 { // c.addi16sp
					continue
				}
				t.Errorf("%s: %s is never x%d", in.Name, o.Name, reg)
			}
		}
		for i, a := range ops {
			for _, b := range ops[:i] {
				if !slices.ContainsFunc(r.Cases, func(c trial.Case) bool { w := word(c); return a.Get(w) == b.Get(w) && a.Get(w) != 0 }) {
					t.Errorf("%s: %s and %s are never the same register", in.Name, a.Name, b.Name)
				}
			}
		}
	}
}

// The cases of a group differ in registers only: renamed by role, they start alike.
func TestGroupsStartAlike(t *testing.T) {
	eachRow(t, Standard, func(t *testing.T, _ Params, in *isa.Instruction, kind Kind, r Result) {
		for _, g := range r.Groups {
			var want string
			for n, i := range g {
				c := r.Cases[i]
				roles := rolesOf(in, word(c))
				held := map[trial.Loc]string{}
				var rest []string
				for _, b := range c.Before {
					if strings.HasPrefix(string(b.Loc), "x") {
						held[b.Loc] = fmt.Sprint(b.Value, b.Rel)
					} else {
						rest = append(rest, fmt.Sprint(b))
					}
				}
				got := fmt.Sprint(c.Stub.Align, len(c.Stub.Exits), rest, held[x(max(roles.rs1, 0))])
				if roles.rs2 >= 0 {
					got += " " + held[x(roles.rs2)]
				}
				if n == 0 {
					want = got
				} else if got != want {
					t.Fatalf("%s, kind %d: %s starts from %s, the first of its group from %s", in.Name, kind, c.Stub.Text, got, want)
				}
				if (roles.rd == 0) != (rolesOf(in, word(r.Cases[g[0]])).rd == 0) {
					t.Fatalf("%s: %s writes x0 and is compared with one that writes another register", in.Name, c.Stub.Text)
				}
			}
		}
	})
}

func TestGroupsAreWhereTheyCanBe(t *testing.T) {
	p := params(t, Standard)
	for _, in := range p.Table.Instructions {
		major, _ := opcode(in)
		conditional := major == opAMO && in.Match>>27 == storeConditional
		want := Choosable(in) && !conditional && major != opMiscMem
		if got := len(of(t, p, in.Name, Edges).Groups) > 0; got != want {
			t.Errorf("%s: groups %v, want %v", in.Name, got, want)
		}
	}
}

// Jumps land where an exit is: the target that the word and the before-state give is the stub's last
// exit, odd sums and both signs occur, and both ends of the range.
func TestTargets(t *testing.T) {
	p := params(t, Standard)
	for _, name := range []string{"jal", "jalr", "beq", "bgeu", "c.j", "c.beqz", "c.jr", "c.jalr"} {
		in, _ := p.Table.Lookup(name)
		least, most, odd := int64(0), int64(0), false
		for _, c := range of(t, p, name, Edges).Cases {
			w := word(c)
			var target int64
			if o := targetOf(in); o != nil {
				target = o.Get(w)
			} else {
				i := slices.IndexFunc(c.Before, func(b trial.Preset) bool { return b.Rel })
				sum := int64(c.Before[i].Value) + displacement(in, w)
				odd = odd || sum&1 == 1
				target = sum &^ 1
			}
			if target != c.Stub.Exits[len(c.Stub.Exits)-1] {
				t.Fatalf("%s jumps to %d; the exits are %v", c.Stub.Text, target, c.Stub.Exits)
			}
			least, most = min(least, target), max(most, target)
		}
		if o := targetOf(in); o != nil {
			if lo, hi, _ := o.Range(); least != lo || most != hi {
				t.Errorf("%s: targets from %d to %d, the range is %d to %d", name, least, most, lo, hi)
			}
		} else if !odd {
			t.Errorf("%s: no odd sum", name)
		}
	}
}

func TestTargetsWithoutCompressedInstructions(t *testing.T) {
	p := params(t, Standard, "I")
	for _, name := range []string{"jal", "jalr", "bne"} {
		for _, c := range of(t, p, name, Edges).Cases {
			if c.Stub.Align != 0 || c.Stub.Exits[len(c.Stub.Exits)-1]%4 != 0 {
				t.Fatalf("%s: code at alignment %d, exits %v, where instructions lie at multiples of 4", c.Stub.Text, c.Stub.Align, c.Stub.Exits)
			}
		}
	}
}

func TestZeroWritesNothing(t *testing.T) {
	p := params(t, Standard)
	for _, name := range []string{"add", "lui", "slli", "c.li", "sraw"} {
		for _, c := range of(t, p, name, Zero).Cases {
			if c.Stub.Dest != "" {
				t.Errorf("%s writes %s", c.Stub.Text, c.Stub.Dest)
			}
		}
	}
}

// At exhaustive effort every 16-bit word that is an instruction runs, but for branches into their own
// code.
func TestEveryCompressedEncodingRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("all 65,536 words: left out of short tests")
	}
	p := params(t, Exhaustive)
	ran := make([]bool, 1<<16)
	for _, in := range p.Table.Instructions {
		if in.Size != 2 {
			continue
		}
		for _, c := range of(t, p, in.Name, Edges).Cases {
			ran[word(c)] = true
		}
	}
	for w := range uint32(1 << 16) {
		in, ok := p.Table.Decode(w)
		if w&3 == 3 || !ok || ran[w] {
			continue
		}
		if o := targetOf(in); o != nil && o.Get(w) > -4 && o.Get(w) < 8 {
			continue
		}
		t.Fatalf("%#04x, %s, does not run", w, p.Table.Disassemble(w, 0))
	}
}

func TestTheSameSeedGivesTheSameVectors(t *testing.T) {
	for _, name := range []string{"add", "lw", "amoadd.d", "jalr", "fence", "csrrw"} {
		a, b := of(t, params(t, Standard), name, Edges), of(t, params(t, Standard), name, Edges)
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two sweeps differ", name)
		}
		other := params(t, Standard)
		other.Seed = 2
		if reflect.DeepEqual(a, of(t, other, name, Edges)) {
			t.Errorf("%s: another seed makes no difference", name)
		}
	}
}

func TestExpand(t *testing.T) {
	p := params(t, Quick)
	c := of(t, p, "c.beqz", Edges).Cases[0]
	e, err := Expand(p.Table, c)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(e.Stub.Text, "beq ") && !strings.HasPrefix(e.Stub.Text, "beqz ") {
		t.Errorf("%s expands to %s", c.Stub.Text, e.Stub.Text)
	}
	if e.Stub.End != 4 || e.Stub.Exits[0] != 4 || e.Stub.Exits[1] != c.Stub.Exits[1] || c.Stub.End != 2 || !reflect.DeepEqual(c.Before, e.Before) {
		t.Errorf("%+v\nexpands to %+v", c.Stub, e.Stub)
	}
	if _, err := Expand(p.Table, of(t, p, "beq", Edges).Cases[0]); err == nil {
		t.Error("beq expands")
	}
}

func TestWhatCannotBeSwept(t *testing.T) {
	p := params(t, Quick, "I")
	for _, tc := range []struct {
		name string
		kind Kind
		want string
	}{
		{"mul", Edges, "no instruction \"mul\""},
		{"add", Misaligned, "accesses no memory"},
		{"lb", Misaligned, "always aligned"},
		{"sd", Zero, "no such vectors"},
	} {
		if _, err := Of(p, tc.name, tc.kind); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s, kind %d: %v, want %q", tc.name, tc.kind, err, tc.want)
		}
	}
}

func TestEfforts(t *testing.T) {
	for e := Quick; e <= Exhaustive; e++ {
		if got, err := ParseEffort(e.String()); err != nil || got != e {
			t.Errorf("%s: %v %v", e, got, err)
		}
	}
	if _, err := ParseEffort("much"); err == nil {
		t.Error("much is an effort")
	}
}

// Seen from outside: the edges of values that the manual's own examples of overflow need.
func TestEdgesAreThere(t *testing.T) {
	for _, n := range []int{8, 16, 32, 64} {
		for _, v := range []uint64{1<<(n-1) - 1, 1 << (n - 1), 1<<n - 1} {
			if !slices.Contains(Standard.singles(), v) {
				t.Errorf("%s is no edge", strconv.FormatUint(v, 16))
			}
		}
	}
	for _, v := range []int64{-2048, -2047, -1, 0, 1, 2046, 2047, 1024, -1024} {
		if !slices.Contains(edges(-2048, 2047, 1), v) {
			t.Errorf("%d is no edge of 12 bits", v)
		}
	}
}

func BenchmarkAllRows(b *testing.B) {
	p := params(b, Standard)
	n := 0
	for b.Loop() {
		n = 0
		for _, in := range p.Table.Instructions {
			r, err := Of(p, in.Name, Edges)
			if err != nil {
				b.Fatal(err)
			}
			n += len(r.Cases)
		}
	}
	b.ReportMetric(float64(n), "vectors")
}
