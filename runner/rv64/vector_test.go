package rv64

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
)

// vectorTestTable is the table of V and what builds on it.
var vectorTestTable = sync.OnceValues(func() (*isa.Table, error) {
	return vectorTableOf("I", "M", "A", "C", "Zicsr", "Sm", "V", "Zvbb", "Zvbc", "Zvkg", "Zvkned", "Zvknhb", "Zvksed", "Zvksh")
})

func vectorTableOf(names ...string) (*isa.Table, error) {
	p, err := specs.Embedded("riscv", specs.Instructions)
	if err != nil {
		return nil, err
	}
	return isa.New(p, names...)
}

// vectorRig is a hart with vectors, and what tests do with it.
type vectorRig struct {
	t testing.TB
	*Hart
}

func newVectorRig(t testing.TB, cfg Config) *vectorRig {
	t.Helper()
	if cfg.Table == nil {
		tab, err := vectorTestTable()
		if err != nil {
			t.Fatal(err)
		}
		cfg.Table = tab
	}
	m := machine(t, cfg)
	m.Hart(0).SetCSR(csrMtvec, other)
	m.Hart(0).SetVS(2)
	return &vectorRig{t, m.Hart(0)}
}

// vtypeOf encodes "e32,m2,ta,ma".
func vtypeOf(text string) (v uint64) {
	for _, word := range strings.Split(text, ",") {
		switch word {
		case "ta":
			v |= vtypeVTA
		case "ma":
			v |= vtypeVMA
		case "tu", "mu":
		default:
			v |= map[string]uint64{
				"e8": 0, "e16": 1 << 3, "e32": 2 << 3, "e64": 3 << 3,
				"m1": 0, "m2": 1, "m4": 2, "m8": 3, "mf8": 5, "mf4": 6, "mf2": 7,
			}[word]
		}
	}
	return v
}

// config sets vtype and vl; vl < 0 means VLMAX.
func (r *vectorRig) config(vtype string, vl int) {
	r.SetVType(vtypeOf(vtype))
	if vl < 0 {
		vl = int(r.vlmax)
	}
	r.SetVL(uint64(vl))
	r.SetVStart(0)
}

// word encodes "vadd.vv vd=8 vs2=16 vs1=24 vm=0"; vm is 1 and everything else 0 where it is left out.
func (r *vectorRig) word(text string) uint32 {
	r.t.Helper()
	name, rest, _ := strings.Cut(text, " ")
	in, ok := r.m.Table().Lookup(name)
	if !ok {
		r.t.Fatalf("no row %s", name)
	}
	values := map[string]int64{}
	for _, o := range in.Operands {
		if o.Kind == isa.KindVM {
			values[o.Name] = 1
		} else {
			values[o.Name] = 0
		}
	}
	for _, word := range strings.Fields(rest) {
		operand, value, _ := strings.Cut(word, "=")
		v, err := strconv.ParseInt(value, 0, 64)
		if _, ok := values[operand]; !ok || err != nil {
			r.t.Fatalf("%q: %s has no operand %s, or %s is no number", text, name, operand, value)
		}
		values[operand] = v
	}
	w, err := in.Encode(values)
	if err != nil {
		r.t.Fatalf("%q: %v", text, err)
	}
	return w
}

// do executes one instruction and returns the trap it took.
func (r *vectorRig) do(text string) *Trap {
	r.t.Helper()
	r.m.write(0, 4, uint64(r.word(text)))
	r.SetPC(base)
	r.SetMode(M)
	return r.m.Step(0).Trap
}

// must executes an instruction that does not trap.
func (r *vectorRig) must(text string) {
	r.t.Helper()
	if trap := r.do(text); trap != nil {
		r.t.Fatalf("%s traps: %+v", text, *trap)
	}
}

// put writes elements of eew bits from element 0 of a register on.
func (r *vectorRig) put(reg uint8, eew uint64, values ...uint64) {
	b := r.v[uint64(reg)*r.vlenb:]
	for n, v := range values {
		for k := range eew / 8 {
			b[uint64(n)*eew/8+k] = byte(v >> (8 * k))
		}
	}
}

// get reads n elements.
func (r *vectorRig) get(reg uint8, eew uint64, n int) []uint64 {
	b := r.v[uint64(reg)*r.vlenb:]
	values := make([]uint64, n)
	for n := range values {
		for k := range eew / 8 {
			values[n] |= uint64(b[uint64(n)*eew/8+k]) << (8 * k)
		}
	}
	return values
}

// want checks elements.
func (r *vectorRig) want(what string, reg uint8, eew uint64, values ...uint64) {
	r.t.Helper()
	if got, want := fmt.Sprintf("%#x", r.get(reg, eew, len(values))), fmt.Sprintf("%#x", values); got != want {
		r.t.Errorf("%s: v%d is\n%s, want\n%s", what, reg, got, want)
	}
}

func (r *vectorRig) fill(reg uint8, v byte) { copy(r.VReg(reg), bytes.Repeat([]byte{v}, r.VLENB())) }

func TestVectorEvents(t *testing.T) {
	r := newVectorRig(t, Config{})
	r.config("e8,m2", -1)
	r.m.write(0, 4, uint64(r.word("vid.v vd=8")))
	r.m.write(4, 4, uint64(r.word("vid.v vd=8")))
	r.SetPC(base)
	for _, want := range []string{"[8 9]", "[]"} {
		if e := r.m.Step(0); fmt.Sprint(e.Vector) != want {
			t.Errorf("changed %v, want %s", e.Vector, want)
		}
	}
}

func TestEveryVectorRowHasAFunction(t *testing.T) {
	tab, err := vectorTestTable()
	if err != nil {
		t.Fatal(err)
	}
	machine(t, Config{Table: tab}) // fails otherwise
	all := extensions()
	for _, extension := range []string{"V", "Zvbb", "Zvbc", "Zvkb", "Zvkg", "Zvkned", "Zvknha", "Zvksed", "Zvksh"} {
		for name := range all[extension] {
			if _, ok := tab.Lookup(name); !ok {
				t.Errorf("the function %s of %s has no row", name, extension)
			}
		}
	}
}

// VLMAX of every setting for VLEN = 128 (0: not supported), and other VLEN in proportion.
func TestVLMAX(t *testing.T) {
	vlmax := map[string]map[string]uint64{
		"e8":  {"mf8": 2, "mf4": 4, "mf2": 8, "m1": 16, "m2": 32, "m4": 64, "m8": 128},
		"e16": {"mf8": 0, "mf4": 2, "mf2": 4, "m1": 8, "m2": 16, "m4": 32, "m8": 64},
		"e32": {"mf8": 0, "mf4": 0, "mf2": 2, "m1": 4, "m2": 8, "m4": 16, "m8": 32},
		"e64": {"mf8": 0, "mf4": 0, "mf2": 0, "m1": 2, "m2": 4, "m4": 8, "m8": 16},
	}
	for _, vlen := range []int{128, 256, 512, 4096} {
		r := newVectorRig(t, Config{VLEN: vlen})
		for sew, row := range vlmax {
			for lmul, n := range row {
				n = n * uint64(vlen) / 128
				r.SetX(6, vtypeOf(sew+","+lmul+",ta"))
				r.SetX(5, 99)
				r.SetVStart(3)
				r.must("vsetvl rd=5 rs1=0 rs2=6")
				vtype := r.X(6)
				if n == 0 {
					vtype = vtypeVill
				}
				if r.X(5) != n || r.VL() != n || r.VType() != vtype || r.VStart() != 0 || r.VS() != 3 {
					t.Errorf("VLEN %d %s %s: rd %d vl %d vtype %#x vstart %d VS %d, want vl %d", vlen, sew, lmul, r.X(5), r.VL(), r.VType(), r.VStart(), r.VS(), n)
				}
				r.SetX(7, ^uint64(0))
				r.must(fmt.Sprintf("vsetvli rd=5 rs1=7 vtypei=%d", vtypeOf(sew+","+lmul+",ma")))
				if r.X(5) != n {
					t.Errorf("VLEN %d %s %s: vl is %d with AVL = ~0, want %d", vlen, sew, lmul, r.X(5), n)
				}
			}
		}
		if v, _ := r.CSR(csrVlenb); v != uint64(vlen)/8 {
			t.Errorf("vlenb is %d with VLEN = %d", v, vlen)
		}
	}
}

func TestVset(t *testing.T) {
	const e32 = 2 << 3
	for _, test := range []struct {
		name   string
		params Parameters
		before string
		vl     int
		text   string // x5 = AVL, x6 = a vtype
		x5, x6 uint64
		vtype  uint64
		want   uint64 // vl, and x10 where rd=10
	}{
		{name: "AVL below VLMAX", text: "vsetvli rd=10 rs1=5 vtypei=16", x5: 3, vtype: e32, want: 3},
		{name: "AVL is VLMAX", text: "vsetvli rd=10 rs1=5 vtypei=16", x5: 4, vtype: e32, want: 4},
		{name: "between VLMAX and twice that", text: "vsetvli rd=10 rs1=5 vtypei=16", x5: 5, vtype: e32, want: 4},
		{name: "spread evenly, by element groups of 8", params: Parameters{VectorEvenLengths: true}, text: "vsetvli rd=10 rs1=5 vtypei=19", x5: 34, vtype: e32 | 3, want: 24},
		{name: "AVL = 0", text: "vsetvli rd=10 rs1=5 vtypei=16", x5: 0, vtype: e32, want: 0},
		{name: "immediate AVL", text: "vsetivli rd=10 zimm5=2 vtypei10=16", vtype: e32, want: 2},
		{name: "immediate AVL above VLMAX", text: "vsetivli rd=10 zimm5=31 vtypei10=0xd0", vtype: e32 | 0xc0, want: 4},
		{name: "rs1 = x0", text: "vsetvli rd=10 rs1=0 vtypei=16", vtype: e32, want: 4},
		{name: "rd = rs1 = x0 keeps vl", before: "e8,mf4", vl: 3, text: "vsetvli rd=0 rs1=0 vtypei=16", vtype: e32, want: 3},
		{name: "rd = rs1 = x0 with another VLMAX", before: "e8,m1", vl: 3, text: "vsetvli rd=0 rs1=0 vtypei=16", vtype: vtypeVill},
		{name: "rd = rs1 = x0 under vill", text: "vsetvli rd=0 rs1=0 vtypei=16", vtype: vtypeVill},
		{name: "reserved vsew", text: "vsetvli rd=10 rs1=5 vtypei=0x20", x5: 3, vtype: vtypeVill},
		{name: "reserved vlmul", text: "vsetvli rd=10 rs1=5 vtypei=4", x5: 3, vtype: vtypeVill},
		{name: "reserved bit 8", text: "vsetvli rd=10 rs1=5 vtypei=0x110", x5: 3, vtype: vtypeVill},
		{name: "reserved bit 9 of vsetivli", text: "vsetivli rd=10 zimm5=3 vtypei10=0x210", vtype: vtypeVill},
		{name: "reserved bit 62", text: "vsetvl rd=10 rs1=5 rs2=6", x5: 3, x6: 1<<62 | e32, vtype: vtypeVill},
		{name: "vill is asked for", text: "vsetvl rd=10 rs1=5 rs2=6", x5: 3, x6: vtypeVill | e32, vtype: vtypeVill},
		{name: "a register's vtype", text: "vsetvl rd=10 rs1=5 rs2=6", x5: 3, x6: e32 | 0xc1, vtype: e32 | 0xc1, want: 3},
		{name: "fractions as wide as they hold", params: Parameters{VectorFractionWide: true}, text: "vsetvli rd=10 rs1=0 vtypei=0x1f", vtype: 0x1f, want: 1},
		{name: "fractions too narrow", params: Parameters{VectorFractionWide: true}, text: "vsetvli rd=10 rs1=0 vtypei=0x1e", vtype: vtypeVill},
	} {
		r := newVectorRig(t, Config{Parameters: test.params})
		if r.VType() != vtypeVill || r.VL() != 0 {
			t.Errorf("reset: vtype %#x vl %d", r.VType(), r.VL())
		}
		if test.before != "" {
			r.config(test.before, test.vl)
		}
		r.SetX(5, test.x5)
		r.SetX(6, test.x6)
		r.SetVStart(7)
		r.must(test.text)
		if r.VL() != test.want || r.VType() != test.vtype || r.VStart() != 0 || strings.Contains(test.text, "rd=10") && r.X(10) != test.want {
			t.Errorf("%s: vl %d rd %d vtype %#x vstart %d, want vl %d vtype %#x", test.name, r.VL(), r.X(10), r.VType(), r.VStart(), test.want, test.vtype)
		}
	}
	r := newVectorRig(t, Config{Parameters: Parameters{VectorVsetTraps: true}})
	if trap := r.do("vsetvli rd=10 rs1=5 vtypei=4"); trap == nil || trap.Cause != IllegalInstruction {
		t.Errorf("a vtype that is not supported: %+v, want a trap", trap)
	}
}

// VS guards every vector instruction and CSR, and becomes Dirty with the state. SD follows.
func TestVectorContext(t *testing.T) {
	r := newVectorRig(t, Config{})
	r.SetVS(0)
	for _, text := range []string{
		"vadd.vv", "vsetvli rd=5", "vsetivli", "vsetvl", "vle8.v rs1=6", "vse8.v rs1=6", "vl1re8.v rs1=6", "vs1r.v rs1=6", "vlm.v rs1=6",
		"vmv.x.s rd=5", "vmv1r.v", "vid.v", "vcpop.m rd=5", "vredsum.vs", "vclz.v",
		"csrrs rd=5 csr=0x008", "csrrs rd=5 csr=0x009", "csrrs rd=5 csr=0x00a", "csrrs rd=5 csr=0x00f", "csrrs rd=5 csr=0xc20", "csrrs rd=5 csr=0xc21", "csrrs rd=5 csr=0xc22",
	} {
		if trap := r.do(text); trap == nil || trap.Cause != IllegalInstruction {
			t.Errorf("%s with VS = Off: %+v, want an illegal instruction", text, trap)
		}
	}
	for _, test := range []struct {
		text   string
		vstart uint64
		dirty  bool
	}{
		{"vadd.vv", 0, true}, {"vsetvli", 0, true}, {"csrrwi csr=0x00a uimm=1", 0, true}, {"csrrwi csr=0x008 uimm=0", 0, true},
		{"csrrs rd=5 csr=0xc20", 0, false}, {"csrrs rd=5 csr=0x00f", 0, false},
		{"vse8.v rs1=6", 0, false}, {"vse8.v rs1=6", 1, true}, {"vle8.v rs1=6", 0, true}, {"vmv.x.s rd=5", 0, false}, {"vcpop.m rd=5", 0, false},
	} {
		r.config("e8,m1", 4)
		r.SetX(6, data)
		r.SetVStart(test.vstart)
		r.SetVS(1)
		r.must(test.text)
		status, _ := r.CSR(csrMstatus)
		if dirty := r.VS() == 3; dirty != test.dirty || status>>63 != 0 != dirty || r.VStart() != 0 {
			t.Errorf("%s: VS %d mstatus %#x vstart %d, want Dirty %v", test.text, r.VS(), status, r.VStart(), test.dirty)
		}
	}
	if misa, _ := r.CSR(csrMisa); misa>>('V'-'A')&1 == 0 {
		t.Errorf("misa is %#x, without V", misa)
	}
	if h := machine(t, Config{}).Hart(0); !h.SetCSR(csrMstatus, statusVS) || h.VS() != 0 || h.csrAllowed(csrVlenb, false) {
		t.Error("there are VS or vector CSRs without V")
	}
}

func TestVectorCSRs(t *testing.T) {
	r := newVectorRig(t, Config{VLEN: 256})
	for _, test := range []struct {
		write uint16
		value uint64
		want  map[uint16]uint64
	}{
		{csrVcsr, ^uint64(0), map[uint16]uint64{csrVcsr: 7, csrVxsat: 1, csrVxrm: 3}},
		{csrVxrm, 2, map[uint16]uint64{csrVcsr: 5, csrVxsat: 1, csrVxrm: 2}},
		{csrVxsat, 0, map[uint16]uint64{csrVcsr: 4, csrVxsat: 0, csrVxrm: 2}},
		{csrVstart, ^uint64(0), map[uint16]uint64{csrVstart: 255, csrVcsr: 4}},
		{csrVl, 5, map[uint16]uint64{csrVl: 0}},
		{csrVtype, 0, map[uint16]uint64{csrVtype: vtypeVill}},
	} {
		r.SetCSR(test.write, test.value)
		for n, want := range test.want {
			if got, ok := r.CSR(n); !ok || got != want {
				t.Errorf("after %#x = %#x: %#x reads %#x, want %#x", test.write, test.value, n, got, want)
			}
		}
	}
	for _, csr := range []int{csrVl, csrVtype, csrVlenb} {
		if trap := r.do(fmt.Sprintf("csrrwi csr=%d", csr)); trap == nil {
			t.Errorf("%#x was written", csr)
		}
	}
	for _, vlen := range []int{1, 64, 192, 1 << 17, -128} {
		tab, _ := vectorTestTable()
		if _, err := NewMachine(Config{Table: tab, VLEN: vlen}); err == nil {
			t.Errorf("VLEN %d: accepted", vlen)
		}
	}
}
