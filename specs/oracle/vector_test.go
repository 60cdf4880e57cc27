package oracle_test

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// vectors claims everything that has vector instructions.
var vectors = append(slices.Clone(everything), "F", "D", "V", "Zfhmin", "Zfh", "Zfbfmin", "Zvfhmin", "Zvfh", "Zvfbfmin", "Zvfbfwma", "Zvbb", "Zvkb", "Zvbc", "Zvkg", "Zvkned", "Zvknha", "Zvknhb", "Zvksed", "Zvksh")

// vtype bits of vsew, vlmul, and the policies.
const (
	e8, e16, e32, e64        = 0 << 3, 1 << 3, 2 << 3, 3 << 3
	m1, m2, m4, m8           = 0, 1, 2, 3
	mf8, mf4, mf2            = 5, 6, 7
	ta, ma                   = 1 << 6, 1 << 7
	vill                     = 1 << 63
	background        uint64 = 0x5a5a5a5a5a5a5a5a
)

// registers are doublewords of vector registers by number; what is left out holds the background.
type registers map[int][]uint64

// elements packs elements of some width into the doublewords of 128 bits.
func elements(width int, values ...uint64) []uint64 {
	out := []uint64{background, background}
	for i, v := range values {
		bit := i * width
		for bit/64 >= len(out) {
			out = append(out, background)
		}
		mask := ^uint64(0) >> (64 - width)
		out[bit/64] = out[bit/64]&^(mask<<(bit%64)) | v&mask<<(bit%64)
	}
	return out
}

func v8(values ...uint64) []uint64  { return elements(8, values...) }
func v16(values ...uint64) []uint64 { return elements(16, values...) }
func v32(values ...uint64) []uint64 { return elements(32, values...) }
func v64(values ...uint64) []uint64 { return elements(64, values...) }

// vkase is one vector instruction: the state before it, what is observed, and the locations that are wrong.
type vkase struct {
	name   string
	asm    string
	vlen   int // 0: 128
	vtype  uint64
	vl     uint64
	vstart uint64
	csr    map[string]uint64 // others
	x      map[int]uint64
	f      map[int]uint64
	mem    map[uint64]uint64
	v      registers
	fs, vs uint8 // 0: Clean

	after  registers
	locs   locs // other locations that changed
	clean  bool // VS stays as it was
	trap   *oracle.Trap
	broken []string // locations
	open   bool     // the standard does not say
}

func (k *vkase) state(t testing.TB, s setup) (*oracle.State, *oracle.Observed, uint64) {
	t.Helper()
	csr := map[string]uint64{"vtype": k.vtype, "vl": k.vl, "vstart": k.vstart, "vcsr": 0, "fcsr": 0, "vlenb": 16}
	maps.Copy(csr, k.csr)
	base := kase{name: k.name, asm: k.asm, csr: csr, x: k.x, mem: k.mem}
	before, exit := base.before(t, s)
	vlen := k.vlen
	if vlen == 0 {
		vlen = 128
	}
	before.CSR["vlenb"] = uint64(vlen / 8)
	status := func(v uint8) uint8 {
		switch v {
		case 0:
			return oracle.Clean
		case off:
			return oracle.Off
		}
		return v
	}
	before.Float = &oracle.Float{Status: status(k.fs)}
	for i, v := range k.f {
		before.Float.F[i] = v
	}
	file := func(regs registers) []byte {
		out := make([]byte, 32*vlen/8)
		for i := range out {
			out[i] = 0x5a
		}
		for r, words := range regs {
			for i, w := range words {
				binary.LittleEndian.PutUint64(out[r*vlen/8+8*i:], w)
			}
		}
		return out
	}
	before.Vector = &oracle.Vector{Status: status(k.vs), Bytes: file(k.v)}
	seen := &oracle.Observed{Trap: oracle.Trap{Cause: 11, PC: exit, Mode: "M"}, Changed: locs{}}
	if k.trap != nil {
		seen.Trap = *k.trap
		seen.Trap.Mode = "M"
		if seen.Trap.PC == 0 {
			seen.Trap.PC = code
		}
	}
	both := maps.Clone(k.v)
	if both == nil {
		both = registers{}
	}
	maps.Copy(both, k.after)
	was, is := before.Vector.Bytes, file(both)
	for i := 0; i < len(is); i += 8 {
		if v := binary.LittleEndian.Uint64(is[i:]); v != binary.LittleEndian.Uint64(was[i:]) {
			seen.Changed[fmt.Sprintf("v%d[%d]", i/(vlen/8), i%(vlen/8)/8)] = v
		}
	}
	if !k.clean && k.trap == nil && before.Vector.Status != oracle.Dirty {
		seen.Changed["vs"] = oracle.Dirty
	}
	maps.Copy(seen.Changed, k.locs)
	return before, seen, exit
}

const off = 0xff // as a status of vkase

func (k *vkase) check(t *testing.T, s setup) {
	t.Helper()
	before, seen, exit := k.state(t, s)
	r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range r.Broken {
		got = append(got, b.Loc)
	}
	if !slices.Equal(got, k.broken) || r.OK != (k.broken == nil) || r.Unspecified != k.open {
		t.Errorf("%s: broken %v, want %v; unspecified %v\n%+v\nseen %v", k.asm, got, k.broken, r.Unspecified, r.Broken, seen.Changed)
	}
}

// operandText writes an operand that suits groups of eight registers, masked or not.
func operandText(in *isa.Instruction) string {
	regs := map[string]string{"vd": "v8", "vs3": "v8", "vs2": "v16", "vs1": "v24", "rd": "a0", "rs1": "a1", "rs2": "a2", "fd": "fa0", "fs1": "fa1", "simm5": "-3", "zimm5": "3", "zimm6": "35", "vtypei": "e8, m1, ta, ma", "vtypei10": "e8, m1, ta, ma"}
	var b strings.Builder
	for _, tok := range in.Syntax {
		switch {
		case tok.Operand == nil:
			b.WriteString(tok.Text)
		case tok.Operand.Name == "vm":
			s := strings.TrimSuffix(b.String(), ",")
			b.Reset()
			b.WriteString(s)
		default:
			b.WriteString(regs[tok.Operand.Name])
		}
		b.WriteString("")
	}
	return b.String()
}

// Every row runs under every type and length, and says something else than an error.
func TestVectorRowsRun(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	for _, in := range s.table.Instructions {
		if !slices.ContainsFunc(in.Operands, func(o *isa.Operand) bool { return o.Kind == isa.KindV || o.Kind == isa.KindVType }) && in.Name != "vsetvl" {
			continue
		}
		name := strings.Replace(in.Name, "N", "2", 1)
		texts := []string{name + " " + operandText(in)}
		if slices.ContainsFunc(in.Operands, func(o *isa.Operand) bool { return o.Kind == isa.KindVM }) {
			texts = append(texts, texts[0]+", v0.t")
		}
		defined := false
		for _, text := range texts {
			for _, vtype := range []uint64{e8 | m1, e16 | m1 | ta | ma, e32 | m1 | ta, e64 | m2 | ma, e32 | mf2, e8 | m8 | ta | ma, e32 | m2, vill} {
				for _, vl := range []uint64{0, 4, 8} {
					k := vkase{name: text, asm: text, vtype: vtype, vl: vl, x: map[int]uint64{11: data + 64, 12: 8}, v: registers{0: {0xa5, 0}, 16: v64(4, 8), 17: v64(16, 24)}}
					before, _, exit := k.state(t, s)
					outcomes, err := s.oracle.Allowed(before, []uint64{exit}, oracle.Bounds{Steps: 10})
					if err != nil {
						t.Fatalf("%s, vtype %#x, vl %d: %v", text, vtype, vl, err)
					}
					for _, o := range outcomes {
						defined = defined || o.Trap != nil && o.Trap["cause"][0] == "0xb"
					}
				}
			}
		}
		if !defined {
			t.Errorf("%s: no type lets it run", in.Name)
		}
	}
}

func TestVectorArithmetic(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	for _, k := range []vkase{
		{name: "add", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3,
			v: registers{2: v32(1, 0xffffffff, 7, 8), 3: v32(2, 1, 0x80000000, 9)}, after: registers{1: v32(3, 0, 0x80000007)}},
		{name: "tail agnostic, ones", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 3,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(2, 3, 4, 0xffffffff)}},
		{name: "tail agnostic, kept", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 3,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(2, 3, 4)}},
		{name: "tail agnostic, result", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 3,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(2, 3, 4, 5)}, broken: []string{"v1[1]"}},
		{name: "tail undisturbed, ones", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(2, 3, 4, 0xffffffff)}, broken: []string{"v1[1]"}},
		{name: "a fraction of a register has a tail", asm: "vadd.vv v1, v2, v3", vtype: e32 | mf2 | ta, vl: 2,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(2, 3, 0xffffffff)}},
		{name: "VS is to be Dirty", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 1,
			v: registers{2: v32(1), 3: v32(1)}, after: registers{1: v32(2)}, clean: true, broken: []string{"vs"}},
		{name: "nothing changes, so VS may be Clean", asm: "vor.vv v1, v1, v1", vtype: e32 | m1, vl: 4, clean: true},
		{name: "nothing changes, and VS is Dirty", asm: "vor.vv v1, v1, v1", vtype: e32 | m1, vl: 4},
		{name: "no elements, no tail", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 0, clean: true},
		{name: "no elements, and yet a tail", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1 | ta, vl: 0,
			after: registers{1: v32(0xffffffff)}, broken: []string{"v1[0]"}},
		{name: "VS Off", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 1, vs: off, trap: &oracle.Trap{Cause: 2}},
		{name: "VS Off, and done", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 1, vs: off, clean: true, broken: []string{"cause", "pc"}},
		{name: "vill", asm: "vadd.vv v1, v2, v3", vtype: vill, trap: &oracle.Trap{Cause: 2}},
		{name: "masked", asm: "vadd.vi v1, v2, -1, v0.t", vtype: e16 | m1, vl: 5,
			v: registers{0: {0b10101, 0}, 2: v16(0, 10, 20, 30, 40, 50)}, after: registers{1: v16(0xffff, 0x5a5a, 19, 0x5a5a, 39)}},
		{name: "mask agnostic", asm: "vadd.vi v1, v2, -1, v0.t", vtype: e16 | m1 | ma, vl: 5,
			v: registers{0: {0b10101, 0}, 2: v16(0, 10, 20, 30, 40, 50)}, after: registers{1: v16(0xffff, 0xffff, 19, 0x5a5a, 39)}},
		{name: "mask undisturbed, ones", asm: "vadd.vi v1, v2, -1, v0.t", vtype: e16 | m1, vl: 5,
			v: registers{0: {0b10101, 0}, 2: v16(0, 10, 20, 30, 40, 50)}, after: registers{1: v16(0xffff, 0xffff, 19, 0x5a5a, 39)}, broken: []string{"v1[0]"}},
		{name: "scalar, cut to SEW", asm: "vadd.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 0x1ff},
			v: registers{2: v8(1, 2)}, after: registers{1: v8(0, 1)}},
		{name: "a group of two", asm: "vsub.vv v2, v4, v6", vtype: e64 | m2, vl: 3,
			v: registers{4: v64(5, 6), 5: v64(7, 8), 6: v64(1, 7), 7: v64(2, 2)}, after: registers{2: v64(4, ^uint64(0)), 3: v64(5)}},
		{name: "reverse", asm: "vrsub.vi v1, v2, 3", vtype: e64 | m1, vl: 2, v: registers{2: v64(1, 10)}, after: registers{1: v64(2, ^uint64(0)-6)}},
		{name: "a group that begins in its middle", asm: "vadd.vv v1, v2, v4", vtype: e32 | m2, vl: 1, clean: true, open: true},
		{name: "the mask is the destination", asm: "vadd.vv v0, v2, v4, v0.t", vtype: e32 | m1, vl: 1, clean: true, open: true},
		{name: "the mask is a source", asm: "vadd.vv v1, v0, v4, v0.t", vtype: e32 | m1, vl: 1, clean: true, open: true},
		{name: "vstart, done", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 2,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(0x5a5a5a5a, 0x5a5a5a5a, 4)}, locs: locs{"csr:vstart": 0}},
		{name: "vstart, refused", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 2, trap: &oracle.Trap{Cause: 2}},
		{name: "vstart is not reset", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 2,
			v: registers{2: v32(1, 2, 3, 4), 3: v32(1, 1, 1, 1)}, after: registers{1: v32(0x5a5a5a5a, 0x5a5a5a5a, 4)}, broken: []string{"csr:vstart"}},
		{name: "vstart past VLMAX", asm: "vadd.vv v1, v2, v3", vtype: e32 | m1, vl: 3, vstart: 4, clean: true, open: true},
		{name: "widening", asm: "vwadd.vv v2, v4, v5", vtype: e32 | m1, vl: 3,
			v: registers{4: v32(0xffffffff, 1, 2), 5: v32(0xffffffff, 1, 0x7fffffff)}, after: registers{2: v64(^uint64(1), 2), 3: v64(0x80000001)}},
		{name: "widening, unsigned", asm: "vwsubu.vx v2, v4, a1", vtype: e16 | m1, vl: 2, x: map[int]uint64{11: 0x10002},
			v: registers{4: v16(1, 0xffff)}, after: registers{2: v32(0xffffffff, 0xfffd)}},
		{name: "widening a wide operand", asm: "vwadd.wv v2, v4, v6", vtype: e8 | m1, vl: 2,
			v: registers{4: v16(1, 2), 6: v8(0xff, 1)}, after: registers{2: v16(0, 3)}},
		{name: "widening over the top of its source", asm: "vwaddu.vx v2, v3, zero", vtype: e8 | m1, vl: 2,
			v: registers{3: v8(0xff, 1)}, after: registers{2: v16(0xff, 1)}},
		{name: "and then the tail is agnostic", asm: "vwaddu.vx v2, v3, zero", vtype: e8 | m1, vl: 2,
			v: registers{3: v8(0xff, 1)}, after: registers{2: v16(0xff, 1, 0xffff)}},
		{name: "widening over the bottom of its source", asm: "vwaddu.vx v2, v2, zero", vtype: e8 | m1, vl: 2, clean: true, open: true},
		{name: "widening 64 bits", asm: "vwaddu.vx v2, v4, zero", vtype: e64 | m1, vl: 2, clean: true, open: true},
		{name: "widening a group of eight", asm: "vwaddu.vx v0, v8, zero", vtype: e8 | m8, vl: 2, clean: true, open: true},
		{name: "narrowing shift", asm: "vnsra.wi v1, v2, 31", vtype: e32 | m1, vl: 2,
			v: registers{2: v64(0x8000000000000000, 0x123456780000000)}, after: registers{1: v32(0, 0x2468acf)}},
		{name: "narrowing shift, wrong place", asm: "vnsrl.wi v3, v2, 1", vtype: e32 | m1, vl: 2, clean: true, open: true},
		{name: "shift amounts wrap", asm: "vsll.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 9},
			v: registers{2: v8(0x81, 3)}, after: registers{1: v8(2, 6)}},
		{name: "sign extension", asm: "vsext.vf4 v1, v2", vtype: e32 | m1, vl: 3, v: registers{2: v8(0x80, 0x7f, 1)}, after: registers{1: v32(0xffffff80, 0x7f, 1)}},
		{name: "extension of less than a byte", asm: "vzext.vf2 v1, v2", vtype: e8 | m1, vl: 3, clean: true, open: true},
		{name: "carry", asm: "vadc.vvm v1, v2, v3, v0", vtype: e8 | m1, vl: 3,
			v: registers{0: {0b101, 0}, 2: v8(1, 0xff, 0xff), 3: v8(1, 1, 1)}, after: registers{1: v8(3, 0, 1)}},
		{name: "carry out", asm: "vmadc.vvm v1, v2, v3, v0", vtype: e8 | m1, vl: 3,
			v: registers{0: {0b100, 0}, 2: v8(1, 0xff, 0xff), 3: v8(1, 1, 0)}, after: registers{1: {background&^7 | 0b110}}},
		{name: "borrow out", asm: "vmsbc.vx v1, v2, a1", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 2},
			v: registers{2: v8(1, 2, 3)}, after: registers{1: {background&^7 | 0b001}}},
		{name: "compare", asm: "vmslt.vx v1, v2, a1", vtype: e16 | m1, vl: 3, x: map[int]uint64{11: 0},
			v: registers{2: v16(0xffff, 0, 0x8000)}, after: registers{1: {background&^7 | 0b101}}},
		{name: "compare, all of the tail ones", asm: "vmslt.vx v1, v2, a1", vtype: e16 | m1, vl: 3, x: map[int]uint64{11: 0},
			v: registers{2: v16(0xffff, 0, 0x8000)}, after: registers{1: {^uint64(0)&^7 | 0b101, ^uint64(0)}}},
		{name: "compare, the tail computed", asm: "vmseq.vi v1, v2, 0", vtype: e16 | m1, vl: 3,
			v: registers{1: {0xff, 0}, 2: v16(0, 1, 0, 1, 0, 1, 0, 1)}, after: registers{1: {0b01010101, 0}}},
		{name: "compare, a tail bit cleared for no reason", asm: "vmseq.vi v1, v2, 0", vtype: e16 | m1, vl: 3,
			v: registers{1: {0xff, 0}, 2: v16(0, 1, 0, 1, 0, 1, 0, 1)}, after: registers{1: {0b01000101, 0}}, broken: []string{"v1[0]"}},
		{name: "compare into the mask", asm: "vmsne.vi v0, v2, 0, v0.t", vtype: e8 | m1, vl: 4,
			v: registers{0: {0b1011, 0}, 2: v8(1, 0, 1, 1)}, after: registers{0: {0b1001, 0}}},
		{name: "minimum", asm: "vmin.vv v1, v2, v3", vtype: e8 | m1, vl: 2, v: registers{2: v8(0x80, 1), 3: v8(1, 2)}, after: registers{1: v8(0x80, 1)}},
		{name: "maximum, unsigned", asm: "vmaxu.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 0x70},
			v: registers{2: v8(0x80, 1)}, after: registers{1: v8(0x80, 0x70)}},
		{name: "high product", asm: "vmulhsu.vv v1, v2, v3", vtype: e8 | m1, vl: 2, v: registers{2: v8(0xff, 0x7f), 3: v8(0xff, 0xff)}, after: registers{1: v8(0xff, 0x7e)}},
		{name: "division by zero and overflow", asm: "vdiv.vv v1, v2, v3", vtype: e8 | m1, vl: 3,
			v: registers{2: v8(7, 0x80, 0xf9), 3: v8(0, 0xff, 2)}, after: registers{1: v8(0xff, 0x80, 0xfd)}},
		{name: "remainder by zero and overflow", asm: "vrem.vv v1, v2, v3", vtype: e8 | m1, vl: 3,
			v: registers{2: v8(7, 0x80, 0xf9), 3: v8(0, 0xff, 2)}, after: registers{1: v8(7, 0, 0xff)}},
		{name: "multiply-add", asm: "vmacc.vx v1, a1, v2", vtype: e16 | m1, vl: 2, x: map[int]uint64{11: 3},
			v: registers{1: v16(100, 1), 2: v16(5, 0xffff)}, after: registers{1: v16(115, 0xfffe)}},
		{name: "multiply-subtract over the factor", asm: "vnmsub.vv v1, v3, v2", vtype: e16 | m1, vl: 2,
			v: registers{1: v16(100, 1), 2: v16(5, 0), 3: v16(2, 3)}, after: registers{1: v16(0xff3d, 0xfffd)}},
		{name: "widening multiply-add of both signs", asm: "vwmaccsu.vv v2, v4, v5", vtype: e8 | m1, vl: 2,
			v: registers{2: v16(1, 0), 4: v8(0xff, 2), 5: v8(0xff, 0xff)}, after: registers{2: v16(0xff02, 0x1fe)}},
		{name: "merge", asm: "vmerge.vim v1, v2, 7, v0", vtype: e8 | m1, vl: 3, v: registers{0: {0b010, 0}, 2: v8(1, 2, 3)}, after: registers{1: v8(1, 7, 3)}},
		{name: "move", asm: "vmv.v.x v1, a1", vtype: e64 | m1, vl: 1, x: map[int]uint64{11: 5}, after: registers{1: v64(5)}},
		{name: "saturating add", asm: "vsadd.vv v1, v2, v3", vtype: e8 | m1, vl: 3, v: registers{2: v8(0x7f, 0x80, 1), 3: v8(1, 0xff, 1)},
			after: registers{1: v8(0x7f, 0x80, 2)}, locs: locs{"csr:vcsr": 1}},
		{name: "saturation untold", asm: "vsadd.vv v1, v2, v3", vtype: e8 | m1, vl: 3, v: registers{2: v8(0x7f, 0x80, 1), 3: v8(1, 0xff, 1)},
			after: registers{1: v8(0x7f, 0x80, 2)}, broken: []string{"csr:vcsr"}},
		{name: "saturation of inactive elements does not count", asm: "vssubu.vv v1, v2, v3, v0.t", vtype: e8 | m1, vl: 2,
			v: registers{0: {0b10, 0}, 2: v8(0, 3), 3: v8(1, 1)}, after: registers{1: v8(0x5a, 2)}},
		{name: "averages, ties up", asm: "vaadd.vv v1, v2, v3", vtype: e8 | m1, vl: 3, v: registers{2: v8(1, 0xff, 0x7f), 3: v8(2, 0xfe, 0x7f)}, after: registers{1: v8(2, 0xff, 0x7f)}},
		{name: "averages, ties to even", asm: "vaaddu.vv v1, v2, v3", vtype: e8 | m1, vl: 2, csr: map[string]uint64{"vcsr": 1 << 1},
			v: registers{2: v8(1, 2), 3: v8(2, 3)}, after: registers{1: v8(2, 2)}},
		{name: "averages, down", asm: "vasub.vv v1, v2, v3", vtype: e8 | m1, vl: 2, csr: map[string]uint64{"vcsr": 2 << 1},
			v: registers{2: v8(1, 2), 3: v8(2, 3)}, after: registers{1: v8(0xff, 0xff)}},
		{name: "scaling shift, to odd", asm: "vssrl.vi v1, v2, 2", vtype: e8 | m1, vl: 3, csr: map[string]uint64{"vcsr": 3 << 1},
			v: registers{2: v8(0x11, 0x10, 0x15)}, after: registers{1: v8(5, 4, 5)}},
		{name: "fractional product", asm: "vsmul.vv v1, v2, v3", vtype: e8 | m1, vl: 2, v: registers{2: v8(0x80, 0x40), 3: v8(0x80, 0x41)},
			after: registers{1: v8(0x7f, 0x21)}, locs: locs{"csr:vcsr": 1}},
		{name: "clip", asm: "vnclip.wi v1, v2, 4", vtype: e8 | m1, vl: 3, v: registers{2: v16(0x7f7, 0x7f8, 0xf000)},
			after: registers{1: v8(0x7f, 0x7f, 0x80)}, locs: locs{"csr:vcsr": 1}},
		{name: "reduction", asm: "vredsum.vs v1, v2, v3, v0.t", vtype: e16 | m1, vl: 4,
			v: registers{0: {0b1101, 0}, 2: v16(1, 2, 0xffff, 10), 3: v16(100)}, after: registers{1: v16(110)}},
		{name: "reduction of nothing active", asm: "vredmax.vs v1, v2, v3, v0.t", vtype: e16 | m1, vl: 4,
			v: registers{0: {0, 0}, 2: v16(1, 2, 3, 10), 3: v16(100)}, after: registers{1: v16(100)}},
		{name: "reduction with vstart", asm: "vredsum.vs v1, v2, v3", vtype: e16 | m1, vl: 4, vstart: 1, trap: &oracle.Trap{Cause: 2}},
		{name: "reduction with vstart, done", asm: "vredsum.vs v1, v2, v3", vtype: e16 | m1, vl: 4, vstart: 1, locs: locs{"csr:vstart": 0}, broken: []string{"cause", "pc"}},
		{name: "widening reduction", asm: "vwredsum.vs v1, v2, v4", vtype: e8 | m1, vl: 3, v: registers{2: v8(0xff, 0x80, 1), 4: v16(5)}, after: registers{1: v16(0xff85)}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

// hexBytes is a string of bytes in hexadecimal, the first at the lowest place, as doublewords.
func hexBytes(t *testing.T, s string) []uint64 {
	t.Helper()
	b, err := hex.DecodeString(strings.ReplaceAll(s, " ", ""))
	if err != nil || len(b)%8 != 0 {
		t.Fatalf("%q: %v", s, err)
	}
	var out []uint64
	for ; len(b) > 0; b = b[8:] {
		out = append(out, binary.LittleEndian.Uint64(b))
	}
	return out
}

// Examples of the standards of the algorithms: FIPS 197 appendices A and B, SP 800-38D test case 2, FIPS 180
// for "abc", GB/T 32907 appendix A, GB/T 32905 appendix A.
func TestVectorCryptography(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	b := func(s string) []uint64 { return hexBytes(t, s) }
	for _, k := range []vkase{
		{name: "AES round", asm: "vaesem.vv v1, v2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("193de3bea0f4e22b9ac68d2ae9f84808"), 2: b("a0fafe1788542cb123a339392a6c7605")}, after: registers{1: b("a49c7ff2689f352b6b5bea43026a5049")}},
		{name: "AES final round", asm: "vaesef.vs v1, v2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("eb40f21e592e38848ba113e71bc342d2"), 2: b("d014f9a8c9ee2589e13f0cc8b6630ca6")}, after: registers{1: b("3925841d02dc09fbdc118597196a0b32")}},
		{name: "AES inverse round", asm: "vaesdm.vv v1, v2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("7ad5fda789ef4e272bca100b3d9ff59f"), 2: b("549932d1f08557681093ed9cbe2c974e")}, after: registers{1: b("54d990a16ba09ab596bbf40ea111702f")}},
		{name: "AES inverse final round", asm: "vaesdf.vs v1, v2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("7ad5fda789ef4e272bca100b3d9ff59f"), 2: b("549932d1f08557681093ed9cbe2c974e")}, after: registers{1: b("e9f74eec023020f61bf2ccf2353c21c7")}},
		{name: "AES round zero", asm: "vaesz.vs v2, v1", vtype: e32 | m2, vl: 8,
			v:     registers{1: b("2b7e151628aed2a6abf7158809cf4f3c"), 2: b("3243f6a8885a308d313198a2e0370734"), 3: {0, 0}},
			after: registers{2: b("193de3bea0f4e22b9ac68d2ae9f84808"), 3: b("2b7e151628aed2a6abf7158809cf4f3c")}},
		{name: "AES-128 round key", asm: "vaeskf1.vi v1, v2, 1", vtype: e32 | m1, vl: 4,
			v: registers{2: b("2b7e151628aed2a6abf7158809cf4f3c")}, after: registers{1: b("a0fafe1788542cb123a339392a6c7605")}},
		{name: "AES-128 round key, round 9 written as 17+8", asm: "vaeskf1.vi v1, v2, 25", vtype: e32 | m1, vl: 4,
			v: registers{2: b("ead27321b58dbad2312bf5607f8d292f")}, after: registers{1: b("ac7766f319fadc2128d12941575c006e")}},
		{name: "AES-256 round key", asm: "vaeskf2.vi v1, v2, 2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("603deb1015ca71be2b73aef0857d7781"), 2: b("1f352c073b6108d72d9810a30914dff4")}, after: registers{1: b("9ba354118e6925afa51a8b5f2067fcde")}},
		{name: "AES-256 round key, odd", asm: "vaeskf2.vi v1, v2, 3", vtype: e32 | m1, vl: 4,
			v: registers{1: b("1f352c073b6108d72d9810a30914dff4"), 2: b("9ba354118e6925afa51a8b5f2067fcde")}, after: registers{1: b("a8b09c1a93d194cdbe49846eb75d5b9a")}},
		{name: "GHASH", asm: "vgmul.vv v1, v2", vtype: e32 | m1, vl: 4,
			v: registers{1: b("0388dace60b6a392f328c2b971b2fe78"), 2: b("66e94bd4ef8a2c3b884cfa59ca342b2e")}, after: registers{1: b("5e2ec746917062882c85b0685353deb7")}},
		{name: "GHASH with addition", asm: "vghsh.vv v1, v2, v3", vtype: e32 | m1, vl: 4,
			v: registers{1: {0, 0}, 3: b("0388dace60b6a392f328c2b971b2fe78"), 2: b("66e94bd4ef8a2c3b884cfa59ca342b2e")}, after: registers{1: b("5e2ec746917062882c85b0685353deb7")}},
		{name: "SHA-256 rounds", asm: "vsha2cl.vv v1, v2, v3", vtype: e32 | m1, vl: 4,
			v:     registers{1: v32(0x5be0cd19, 0x1f83d9ab, 0xa54ff53a, 0x3c6ef372), 2: v32(0x9b05688c, 0x510e527f, 0xbb67ae85, 0x6a09e667), 3: v32(0xa3ec9318, 0x71374491)},
			after: registers{1: v32(0xfa2a4622, 0x78ce7989, 0x5d6aebcd, 0x5a6ad9ad)}},
		{name: "SHA-256 rounds, upper words", asm: "vsha2ch.vv v1, v2, v3", vtype: e32 | m1, vl: 4,
			v:     registers{1: v32(0x5be0cd19, 0x1f83d9ab, 0xa54ff53a, 0x3c6ef372), 2: v32(0x9b05688c, 0x510e527f, 0xbb67ae85, 0x6a09e667), 3: v32(0, 0, 0xa3ec9318, 0x71374491)},
			after: registers{1: v32(0xfa2a4622, 0x78ce7989, 0x5d6aebcd, 0x5a6ad9ad)}},
		{name: "SHA-256 schedule", asm: "vsha2ms.vv v1, v2, v3", vtype: e32 | m1, vl: 4,
			v: registers{1: v32(0x61626380, 0, 0, 0), 2: {0, 0}, 3: v32(0, 0, 0, 0x18)}, after: registers{1: v32(0x61626380, 0x000f0000, 0x7da86405, 0x600003c6)}},
		{name: "SHA-512 needs groups of 256 bits", asm: "vsha2ms.vv v1, v2, v3", vtype: e64 | m1, vl: 0, trap: &oracle.Trap{Cause: 2}},
		{name: "SM4 round keys", asm: "vsm4k.vi v1, v2, 0", vtype: e32 | m1, vl: 4,
			v:     registers{2: v32(0x01234567^0xa3b1bac6, 0x89abcdef^0x56aa3350, 0xfedcba98^0x677d9197, 0x76543210^0xb27022dc)},
			after: registers{1: v32(0xf12186f9, 0x41662b61, 0x5a6ab19a, 0x7ba92077)}},
		{name: "SM4 rounds", asm: "vsm4r.vs v1, v2", vtype: e32 | m1, vl: 4,
			v:     registers{1: v32(0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210), 2: v32(0xf12186f9, 0x41662b61, 0x5a6ab19a, 0x7ba92077)},
			after: registers{1: v32(0x27fad345, 0xa18b4cb2, 0x11c1e22a, 0xcc13e2ee)}},
		{name: "SM3 expansion", asm: "vsm3me.vv v2, v4, v6", vtype: e32 | m2, vl: 8,
			v:     registers{4: {0, 0}, 5: b("00000000000000000000000000000018"), 6: b("61626380000000000000000000000000"), 7: {0, 0}},
			after: registers{2: b("9092e20000000000000c0606719c70ed"), 3: b("000000008001801f939f7da900000000")}},
		{name: "SM3 compression", asm: "vsm3c.vi v2, v4, 0", vtype: e32 | m2, vl: 8,
			v:     registers{2: b("7380166f4914b2b9172442d7da8a0600"), 3: b("a96f30bc163138aae38dee4db0fb0e4e"), 4: b("61626380000000000000000000000000"), 5: {0, 0}},
			after: registers{2: b("ea52428cb9edc12b002cdee729657292"), 3: b("ac353a23b2ad29f485e54b79c550b189")}},
		{name: "half a group", asm: "vaesem.vv v1, v2", vtype: e32 | m1, vl: 3, clean: true, open: true},
		{name: "another width", asm: "vaesem.vv v1, v2", vtype: e16 | m1, vl: 4, clean: true, open: true},
		{name: "rotation", asm: "vror.vi v1, v2, 35", vtype: e64 | m1, vl: 1, v: registers{2: v64(1)}, after: registers{1: v64(1 << 29)}},
		{name: "rotation of bytes", asm: "vrol.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 9}, v: registers{2: v8(0x81, 1)}, after: registers{1: v8(3, 2)}},
		{name: "bits of bytes", asm: "vbrev8.v v1, v2", vtype: e16 | m1, vl: 1, v: registers{2: v16(0x0180)}, after: registers{1: v16(0x8001)}},
		{name: "bits of elements", asm: "vbrev.v v1, v2", vtype: e16 | m1, vl: 1, v: registers{2: v16(0x0101)}, after: registers{1: v16(0x8080)}},
		{name: "bytes of elements", asm: "vrev8.v v1, v2", vtype: e32 | m1, vl: 1, v: registers{2: v32(0x01020304)}, after: registers{1: v32(0x04030201)}},
		{name: "leading zeros", asm: "vclz.v v1, v2", vtype: e8 | m1, vl: 3, v: registers{2: v8(0, 1, 0x80)}, after: registers{1: v8(8, 7, 0)}},
		{name: "trailing zeros", asm: "vctz.v v1, v2", vtype: e8 | m1, vl: 3, v: registers{2: v8(0, 1, 0x80)}, after: registers{1: v8(8, 0, 7)}},
		{name: "population", asm: "vcpop.v v1, v2", vtype: e16 | m1, vl: 2, v: registers{2: v16(0xffff, 0x0101)}, after: registers{1: v16(16, 2)}},
		{name: "and-not", asm: "vandn.vx v1, v2, a1", vtype: e8 | m1, vl: 1, x: map[int]uint64{11: 0x0f}, v: registers{2: v8(0xff)}, after: registers{1: v8(0xf0)}},
		{name: "widening shift", asm: "vwsll.vi v2, v4, 12", vtype: e8 | m1, vl: 1, v: registers{4: v8(0xff)}, after: registers{2: v16(0xf000)}},
		{name: "carry-less product", asm: "vclmul.vv v1, v2, v3", vtype: e64 | m1, vl: 1, v: registers{2: v64(3), 3: v64(3)}, after: registers{1: v64(5)}},
		{name: "carry-less product, high half", asm: "vclmulh.vx v1, v2, a1", vtype: e64 | m1, vl: 1, x: map[int]uint64{11: 1 << 63}, v: registers{2: v64(6)}, after: registers{1: v64(3)}},
		{name: "carry-less product of words", asm: "vclmul.vv v1, v2, v3", vtype: e32 | m1, vl: 1, clean: true, open: true},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

func TestVectorPermutations(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	for _, k := range []vkase{
		{name: "mask and", asm: "vmandn.mm v1, v2, v3", vtype: e8 | m1, vl: 4, v: registers{2: {0b1100, 0}, 3: {0b1010, 0}}, after: registers{1: {background&^15 | 0b0100}}},
		{name: "mask nor", asm: "vmnor.mm v1, v2, v3", vtype: e8 | m1, vl: 4, v: registers{2: {0b1100, 0}, 3: {0b1010, 0}}, after: registers{1: {background&^15 | 0b0001}}},
		{name: "mask nor, the tail computed", asm: "vmnor.mm v1, v2, v3", vtype: e8 | m1, vl: 4, v: registers{2: {0b1100, ^uint64(0)}, 3: {0b1010, 0}}, after: registers{1: {^uint64(15) | 0b0001, 0}}},
		{name: "population", asm: "vcpop.m a0, v2, v0.t", vtype: e8 | m1, vl: 5, clean: true, v: registers{0: {0b10111, 0}, 2: {0b111101, 0}}, locs: locs{"x10": 3}},
		{name: "population of none", asm: "vcpop.m a0, v2", vtype: e8 | m1, vl: 0, clean: true, v: registers{2: {0b111101, 0}}, locs: locs{"x10": 0}},
		{name: "population with vstart", asm: "vcpop.m a0, v2", vtype: e8 | m1, vl: 5, vstart: 1, trap: &oracle.Trap{Cause: 2}},
		{name: "first", asm: "vfirst.m a0, v2, v0.t", vtype: e8 | m1, vl: 5, clean: true, v: registers{0: {0b10110, 0}, 2: {0b110001, 0}}, locs: locs{"x10": 4}},
		{name: "first of none", asm: "vfirst.m a0, v2", vtype: e8 | m1, vl: 5, clean: true, v: registers{2: {0b100000, 0}}, locs: locs{"x10": ones}},
		{name: "set before first", asm: "vmsbf.m v1, v2", vtype: e8 | m1, vl: 8, v: registers{2: {0b10010100, 0}}, after: registers{1: {background&^0xff | 0b00000011}}},
		{name: "set including first", asm: "vmsif.m v1, v2, v0.t", vtype: e8 | m1, vl: 8, v: registers{0: {0b11000011, 0}, 1: {0, 0}, 2: {0b10010100, 0}}, after: registers{1: {0b11000011, 0}}},
		{name: "set only first", asm: "vmsof.m v1, v2, v0.t", vtype: e8 | m1, vl: 8, v: registers{0: {0b11000011, 0}, 1: {0, 0}, 2: {0b11010100, 0}}, after: registers{1: {0b01000000, 0}}},
		{name: "set first over its source", asm: "vmsof.m v1, v1", vtype: e8 | m1, vl: 8, clean: true, open: true},
		{name: "iota", asm: "viota.m v4, v2, v0.t", vtype: e8 | m1, vl: 8, v: registers{0: {0b11101011, 0}, 2: {0b10010001, 0}, 4: v8(9, 8, 7, 6, 5, 4, 3, 2)}, after: registers{4: v8(0, 1, 7, 1, 5, 1, 1, 1)}},
		{name: "index", asm: "vid.v v4", vtype: e16 | m1, vl: 3, after: registers{4: v16(0, 1, 2)}},
		{name: "to a scalar", asm: "vmv.x.s a0, v3", vtype: e16 | m8, vl: 0, clean: true, v: registers{3: v16(0x8000)}, locs: locs{"x10": 0xffffffffffff8000}},
		{name: "from a scalar", asm: "vmv.s.x v3, a1", vtype: e16 | m8 | ta, vl: 4, x: map[int]uint64{11: 0x12345}, after: registers{3: v16(0x2345, 0xffff)}},
		{name: "from a scalar, no element", asm: "vmv.s.x v3, a1", vtype: e16 | m8 | ta, vl: 0, clean: true},
		{name: "slide up", asm: "vslideup.vi v1, v2, 2", vtype: e16 | m1, vl: 4, v: registers{2: v16(1, 2, 3, 4)}, after: registers{1: v16(0x5a5a, 0x5a5a, 1, 2)}},
		{name: "slide up, masked", asm: "vslideup.vi v1, v2, 1, v0.t", vtype: e16 | m1 | ma, vl: 4, v: registers{0: {0b0100, 0}, 2: v16(1, 2, 3, 4)}, after: registers{1: v16(0x5a5a, 0xffff, 2, 0xffff)}},
		{name: "slide up, far", asm: "vslideup.vx v1, v2, a1", vtype: e16 | m1, vl: 4, x: map[int]uint64{11: 1 << 40}, clean: true},
		{name: "slide up in place", asm: "vslideup.vi v1, v1, 2", vtype: e16 | m1, vl: 4, clean: true, open: true},
		{name: "slide down", asm: "vslidedown.vi v1, v2, 6", vtype: e16 | m1, vl: 4, v: registers{2: v16(1, 2, 3, 4, 5, 6, 7, 8)}, after: registers{1: v16(7, 8, 0, 0)}},
		{name: "slide one up", asm: "vslide1up.vx v1, v2, a1", vtype: e16 | m1, vl: 3, x: map[int]uint64{11: 9}, v: registers{2: v16(1, 2, 3)}, after: registers{1: v16(9, 1, 2)}},
		{name: "slide one down", asm: "vslide1down.vx v1, v1, a1", vtype: e16 | m1, vl: 3, x: map[int]uint64{11: 9}, v: registers{1: v16(1, 2, 3, 4)}, after: registers{1: v16(2, 3, 9, 4)}},
		{name: "slide one down with a half", asm: "vfslide1down.vf v1, v2, fa1", vtype: e16 | m1, vl: 2, f: map[int]uint64{11: 0xffffffffffff3c00}, v: registers{2: v16(1, 2)}, after: registers{1: v16(2, 0x3c00)}},
		{name: "and with one that is not boxed", asm: "vfslide1down.vf v1, v2, fa1", vtype: e16 | m1, vl: 2, f: map[int]uint64{11: 0x3c00}, v: registers{2: v16(1, 2)}, after: registers{1: v16(2, 0x7e00)}},
		{name: "gather", asm: "vrgather.vv v1, v2, v3", vtype: e8 | m1, vl: 3, v: registers{2: v8(1, 2, 3, 4, 5), 3: v8(4, 16, 0)}, after: registers{1: v8(5, 0, 1)}},
		{name: "gather past vl", asm: "vrgather.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 4}, v: registers{2: v8(1, 2, 3, 4, 5)}, after: registers{1: v8(5, 5)}},
		{name: "gather, an index of 64 bits", asm: "vrgather.vx v1, v2, a1", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: 0x100}, v: registers{2: v8(1, 2, 3, 4, 5)}, after: registers{1: v8(0, 0)}},
		{name: "gather by 16-bit indexes", asm: "vrgatherei16.vv v2, v4, v8", vtype: e8 | m2, vl: 2, v: registers{5: v8(7), 4: v8(3), 8: v16(16, 0)}, after: registers{2: v8(7, 3)}},
		{name: "compress", asm: "vcompress.vm v1, v2, v0", vtype: e8 | m1, vl: 9, v: registers{0: {0b101001101, 0}, 1: v8(8, 7, 6, 5, 4, 3, 2, 1, 0), 2: v8(9, 8, 7, 6, 5, 4, 3, 2, 1)},
			after: registers{1: v8(9, 7, 6, 3, 1, 3, 2, 1, 0)}},
		{name: "whole registers", asm: "vmv2r.v v2, v4", vtype: e8 | m1, vl: 0, v: registers{4: v64(1, 2), 5: v64(3, 4)}, after: registers{2: v64(1, 2), 3: v64(3, 4)}},
		{name: "whole registers with vill", asm: "vmv1r.v v2, v4", vtype: vill, trap: &oracle.Trap{Cause: 2}},
		{name: "whole registers with vill, moved", asm: "vmv1r.v v2, v4", vtype: vill, v: registers{4: v64(1, 2)}, after: registers{2: v64(1, 2)}, broken: []string{"cause", "pc"}},
		{name: "whole registers, not aligned", asm: "vmv2r.v v2, v5", vtype: e8 | m1, clean: true, open: true},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

func TestVectorConfiguration(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	for _, k := range []vkase{
		{name: "all of it", asm: "vsetvli a0, a1, e16, m2, ta, mu", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 16}, locs: locs{"x10": 16, "csr:vl": 16, "csr:vtype": e16 | m2 | ta}},
		{name: "more than twice", asm: "vsetvli a0, a1, e16, m2, ta, mu", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 32}, locs: locs{"x10": 16, "csr:vl": 16, "csr:vtype": e16 | m2 | ta}},
		{name: "between, at most", asm: "vsetvli a0, a1, e16, m2, ta, mu", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 30}, locs: locs{"x10": 16, "csr:vl": 16, "csr:vtype": e16 | m2 | ta}},
		{name: "between, halves would break element groups", asm: "vsetvli a0, a1, e16, m2, ta, mu", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 30}, locs: locs{"x10": 15, "csr:vl": 15, "csr:vtype": e16 | m2 | ta}, broken: []string{"x10", "csr:vl"}},
		{name: "between, one group less", asm: "vsetvli a0, a1, e16, m2, ta, mu", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 17}, locs: locs{"x10": 8, "csr:vl": 8, "csr:vtype": e16 | m2 | ta}, broken: []string{"x10", "csr:vl"}},
		{name: "the maximum", asm: "vsetvli a0, zero, e64, m8, tu, ma", vtype: e8 | m1, vl: 3, locs: locs{"x10": 16, "csr:vl": 16, "csr:vtype": e64 | m8 | ma}},
		{name: "vl is kept", asm: "vsetvli zero, zero, e16, m2, tu, mu", vtype: e8 | m1, vl: 3, vstart: 2, locs: locs{"csr:vtype": e16 | m2, "csr:vstart": 0}},
		{name: "vl is kept, and VLMAX changes", asm: "vsetvli zero, zero, e16, m1, tu, mu", vtype: e8 | m1, vl: 3, clean: true, open: true},
		{name: "vl is kept after vill", asm: "vsetvli zero, zero, e16, m1, tu, mu", vtype: vill, clean: true, open: true},
		{name: "an immediate length", asm: "vsetivli a0, 5, e32, m1, ta, ma", vtype: e8 | m1, vl: 3, locs: locs{"x10": 4, "csr:vl": 4, "csr:vtype": e32 | m1 | ta | ma}},
		{name: "a register", asm: "vsetvl a0, a1, a2", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1, 12: e64 | m1}, locs: locs{"x10": 1, "csr:vl": 1, "csr:vtype": e64 | m1}},
		{name: "a reserved bit", asm: "vsetvl a0, a1, a2", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1, 12: 1 << 40}, locs: locs{"x10": 0, "csr:vl": 0, "csr:vtype": vill}},
		{name: "a reserved bit, trapped", asm: "vsetvl a0, a1, a2", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1, 12: 1 << 40}, trap: &oracle.Trap{Cause: 2}},
		{name: "a reserved bit, ignored", asm: "vsetvl a0, a1, a2", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1, 12: 1 << 40}, locs: locs{"x10": 1, "csr:vl": 1, "csr:vtype": 0}, broken: []string{"x10", "csr:vl", "csr:vtype"}},
		{name: "a fraction too small", asm: "vsetvli a0, a1, e16, mf8, ta, ma", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1}, locs: locs{"x10": 0, "csr:vl": 0, "csr:vtype": vill}},
		{name: "a fraction that some support", asm: "vsetvli a0, a1, e16, mf8, ta, ma", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1}, locs: locs{"x10": 1, "csr:vl": 1, "csr:vtype": e16 | mf8 | ta | ma}},
		{name: "a fraction that is to be supported", asm: "vsetvli a0, a1, e8, mf8, ta, ma", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: 1}, locs: locs{"x10": 0, "csr:vl": 0, "csr:vtype": vill}, broken: []string{"x10", "csr:vl", "csr:vtype"}},
		{name: "VS Off", asm: "vsetvli a0, a1, e8, m1, ta, ma", vs: off, trap: &oracle.Trap{Cause: 2}},
		{name: "a read with VS Off", asm: "csrr a0, vl", vs: off, trap: &oracle.Trap{Cause: 2}},
		{name: "a read of a part", asm: "csrr a0, vxrm", csr: map[string]uint64{"vcsr": 5}, clean: true, locs: locs{"x10": 2}},
		{name: "a write of a part", asm: "csrw vxrm, a1", csr: map[string]uint64{"vcsr": 1}, x: map[int]uint64{11: 7}, locs: locs{"csr:vcsr": 7}},
		{name: "a write of vstart", asm: "csrw vstart, a1", x: map[int]uint64{11: 0x10f}, locs: locs{"csr:vstart": 0xf}},
		{name: "a write to a read-only register", asm: "csrw vl, a1", trap: &oracle.Trap{Cause: 2}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

// pmpAt closes memory from an address of the data region on, for loads and stores in machine mode too.
func pmpAt(addr uint64) map[string]uint64 {
	csr := map[string]uint64{}
	for i := 0; i < 16; i += 2 {
		csr[fmt.Sprintf("pmpcfg%d", i)] = 0
	}
	for i := range 64 {
		csr[fmt.Sprintf("pmpaddr%d", i)] = 0
	}
	csr["pmpaddr0"], csr["pmpaddr1"], csr["pmpaddr2"] = addr>>2, (addr+0x1000)>>2, 1<<54-1
	csr["pmpcfg0"] = 0x0f | 0x88<<8 | 0x0f<<16 // TOR, open; TOR, locked and closed; TOR, open
	return csr
}

func TestVectorMemory(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	at := map[int]uint64{11: data}
	fault := func(cause, tval uint64) *oracle.Trap { return &oracle.Trap{Cause: cause, Tval: tval} }
	for _, k := range []vkase{
		{name: "load", asm: "vle16.v v2, (a1)", vtype: e8 | m1, vl: 3, x: at, after: registers{2: v16(0x0100, 0x0302, 0x0504)}},
		{name: "load, the tail of its own width", asm: "vle16.v v2, (a1)", vtype: e8 | m1 | ta, vl: 3, x: at, after: registers{2: v16(0x0100, 0x0302, 0x0504, 0xffff), 3: {background, ^uint64(0)}}},
		{name: "load of more than eight registers", asm: "vle64.v v8, (a1)", vtype: e8 | m2, vl: 3, x: at, clean: true, open: true},
		{name: "load of less than an eighth", asm: "vle8.v v8, (a1)", vtype: e64 | mf8, vl: 3, x: at, clean: true, open: true},
		{name: "load of a fraction", asm: "vle8.v v8, (a1)", vtype: e16 | mf2, vl: 2, x: at, after: registers{8: v8(0, 1)}},
		{name: "load, masked", asm: "vle8.v v1, (a1), v0.t", vtype: e8 | m1, vl: 3, x: at, v: registers{0: {0b101, 0}}, after: registers{1: v8(0, 0x5a, 2)}},
		{name: "segments", asm: "vlseg3e8.v v1, (a1)", vtype: e8 | m1, vl: 2, x: at, after: registers{1: v8(0, 3), 2: v8(1, 4), 3: v8(2, 5)}},
		{name: "segments, the third field wrong", asm: "vlseg3e8.v v1, (a1)", vtype: e8 | m1, vl: 2, x: at, after: registers{1: v8(0, 3), 2: v8(1, 4), 3: v8(2, 4)}, broken: []string{"v3[0]"}},
		{name: "segments of groups", asm: "vlseg2e32.v v2, (a1)", vtype: e32 | m2, vl: 1, x: at, after: registers{2: v32(0x03020100), 4: v32(0x07060504)}},
		{name: "segments past v31", asm: "vlseg3e8.v v30, (a1)", vtype: e8 | m1, vl: 2, x: at, clean: true, open: true},
		{name: "too many groups", asm: "vlseg3e8.v v0, (a1)", vtype: e8 | m4, vl: 2, x: at, clean: true, open: true},
		{name: "stride", asm: "vlse8.v v1, (a1), a2", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: data + 16, 12: ^uint64(4)}, after: registers{1: v8(16, 11, 6)}},
		{name: "indexes without sign", asm: "vluxei8.v v1, (a1), v2", vtype: e16 | m1, vl: 2, x: at, v: registers{2: v8(0x80, 2)}, after: registers{1: v16(0x8180, 0x0302)}},
		{name: "indexed segments over their indexes", asm: "vluxseg2ei16.v v1, (a1), v2", vtype: e16 | m1, vl: 2, x: at, clean: true, open: true},
		{name: "mask load", asm: "vlm.v v1, (a1)", vtype: e8 | m1, vl: 9, x: at, after: registers{1: v8(0, 1)}},
		{name: "mask load, agnostic tail", asm: "vlm.v v1, (a1)", vtype: e8 | m1, vl: 9, x: at, after: registers{1: v8(0, 1, 0xff)}},
		{name: "mask load, tail of memory", asm: "vlm.v v1, (a1)", vtype: e8 | m1, vl: 9, x: at, after: registers{1: v8(0, 1, 2)}, broken: []string{"v1[0]"}},
		{name: "whole registers", asm: "vl2re32.v v2, (a1)", vtype: vill, x: at,
			after: registers{2: {0x0706050403020100, 0x0f0e0d0c0b0a0908}, 3: {0x1716151413121110, 0x1f1e1d1c1b1a1918}}},
		{name: "whole registers, resumed", asm: "vl1re64.v v2, (a1)", vtype: vill, vstart: 1, x: at, after: registers{2: {background, 0x0f0e0d0c0b0a0908}}, locs: locs{"csr:vstart": 0}},
		{name: "resumed", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 3, vstart: 2, x: at, after: registers{1: v8(0x5a, 0x5a, 2)}, locs: locs{"csr:vstart": 0}},
		{name: "resuming refused", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 3, vstart: 2, x: at, trap: fault(2, 0), broken: []string{"cause", "pc"}},
		{name: "store", asm: "vse32.v v1, (a1)", vtype: e32 | m1, vl: 2, x: at, v: registers{1: v32(1, 2)}, clean: true, locs: locs{"mem:80001000": 2<<32 | 1}},
		{name: "store, masked", asm: "vse32.v v1, (a1), v0.t", vtype: e32 | m1, vl: 2, x: at, v: registers{0: {2, 0}, 1: v32(1, 2)}, clean: true, locs: locs{"mem:80001000": 2<<32 | 0x03020100}},
		{name: "store of segments", asm: "vsseg2e32.v v1, (a1)", vtype: e32 | m1, vl: 1, x: at, v: registers{1: v32(1), 2: v32(2)}, clean: true, locs: locs{"mem:80001000": 2<<32 | 1}},
		{name: "store of elements in one place, the last", asm: "vsse64.v v1, (a1), zero", vtype: e64 | m1, vl: 2, x: at, v: registers{1: v64(1, 2)}, clean: true, locs: locs{"mem:80001000": 2}},
		{name: "store of elements in one place, the first", asm: "vsse64.v v1, (a1), a2", vtype: e64 | m1, vl: 2, x: map[int]uint64{11: data, 12: 0}, v: registers{1: v64(1, 2)}, clean: true, locs: locs{"mem:80001000": 1}},
		{name: "store of elements in one place, neither", asm: "vsse64.v v1, (a1), a2", vtype: e64 | m1, vl: 2, x: map[int]uint64{11: data, 12: 0}, v: registers{1: v64(1, 2)}, clean: true, locs: locs{"mem:80001000": 3}, broken: []string{"mem:80001000"}},
		{name: "ordered store of elements in one place, the first", asm: "vsoxei8.v v1, (a1), v2", vtype: e64 | m1, vl: 2, x: at, v: registers{1: v64(1, 2), 2: v8(0, 0)}, clean: true, locs: locs{"mem:80001000": 1}, broken: []string{"mem:80001000"}},
		{name: "misaligned, done", asm: "vle16.v v1, (a1)", vtype: e16 | m1, vl: 1, x: map[int]uint64{11: data + 1}, after: registers{1: v16(0x0201)}},
		{name: "misaligned, trapped", asm: "vle16.v v1, (a1)", vtype: e16 | m1, vl: 1, x: map[int]uint64{11: data + 1}, trap: fault(4, data+1)},
		{name: "mask stored", asm: "vsm.v v1, (a1)", vtype: e8 | m1, vl: 8, x: at, v: registers{1: v8(0xaa, 0xbb)}, clean: true, locs: locs{"mem:80001000": 0x07060504030201aa}},
		{name: "fault-only-first without a fault", asm: "vle8ff.v v1, (a1)", vtype: e8 | m1, vl: 3, x: at, after: registers{1: v8(0, 1, 2)}},
		{name: "fault-only-first may do less", asm: "vle8ff.v v1, (a1)", vtype: e8 | m1, vl: 3, x: at, after: registers{1: v8(0, 1, 0x77)}, locs: locs{"csr:vl": 2}},
		{name: "fault-only-first does something", asm: "vle8ff.v v1, (a1)", vtype: e8 | m1, vl: 3, x: at, locs: locs{"csr:vl": 0}, broken: []string{"v1[0]", "csr:vl"}},
		{name: "fault", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			after: registers{1: v8(14, 15)}, locs: locs{"csr:vstart": 2, "vs": 3}},
		{name: "fault, later elements overwritten", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			after: registers{1: v8(14, 15, 0x5a, 1)}, locs: locs{"csr:vstart": 2, "vs": 3}},
		{name: "fault, the tail overwritten", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			after: registers{1: v8(14, 15, 0x5a, 0x5a, 1)}, locs: locs{"csr:vstart": 2, "vs": 3}, broken: []string{"v1[0]"}},
		{name: "fault, earlier elements not loaded", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			locs: locs{"csr:vstart": 2, "vs": 3}, broken: []string{"v1[0]"}},
		{name: "fault, vstart not told", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			after: registers{1: v8(14, 15)}, locs: locs{"vs": 3}, broken: []string{"csr:vstart"}},
		{name: "no fault of an inactive element", asm: "vle8.v v1, (a1), v0.t", vtype: e8 | m1, vl: 3, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), v: registers{0: {3, 0}}, after: registers{1: v8(14, 15)}},
		{name: "a fault past the first", asm: "vle8ff.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), after: registers{1: v8(14, 15)}, locs: locs{"csr:vl": 2}},
		{name: "a fault of the first", asm: "vle8ff.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 16}, csr: pmpAt(data + 16), trap: fault(5, data+16)},
		{name: "fault in a segment", asm: "vlseg2e8.v v1, (a1)", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: data + 13}, csr: pmpAt(data + 16), trap: fault(5, data+16),
			after: registers{1: v8(13, 15), 2: v8(14)}, locs: locs{"csr:vstart": 1, "vs": 3}},
		{name: "fault of a store", asm: "vse8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(7, data+16), v: registers{1: v8(1, 2, 3, 4)},
			locs: locs{"csr:vstart": 2, "vs": 3, "mem:80001008": 0x02010d0c0b0a0908}},
		{name: "fault of a store, nothing stored", asm: "vse8.v v1, (a1)", vtype: e8 | m1, vl: 4, x: map[int]uint64{11: data + 14}, csr: pmpAt(data + 16), trap: fault(7, data+16), v: registers{1: v8(1, 2, 3, 4)},
			locs: locs{"csr:vstart": 2, "vs": 3}, broken: []string{"mem:80001008"}},
		{name: "fault of a descending store, the rest stored", asm: "vsse8.v v1, (a1), a2", vtype: e8 | m1, vl: 2, x: map[int]uint64{11: data + 16, 12: ^uint64(0)}, csr: pmpAt(data + 16), trap: fault(7, data+16), v: registers{1: v8(1, 2)},
			locs: locs{"mem:80001008": 0x020e0d0c0b0a0908}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

func TestVectorFloatingPoint(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	const (
		one, two, three, inf = 0x3f800000, 0x40000000, 0x40400000, 0x7f800000
		nan, snan            = 0x7fc00000, 0x7f800001
		huge                 = 0x7f7fffff
		nv, nx               = 16, 1
	)
	flags := func(n uint64) locs { return locs{"csr:fcsr": n, "fs": 3} }
	for _, k := range []vkase{
		{name: "add", asm: "vfadd.vv v1, v2, v3", vtype: e32 | m1, vl: 2, v: registers{2: v32(one, two), 3: v32(two, one)}, after: registers{1: v32(three, three)}},
		{name: "flags of active elements", asm: "vfadd.vv v1, v2, v3, v0.t", vtype: e32 | m1, vl: 2, v: registers{0: {1, 0}, 2: v32(one, snan), 3: v32(1, one)}, after: registers{1: v32(one)}, locs: flags(nx)},
		{name: "flags of inactive elements", asm: "vfadd.vv v1, v2, v3, v0.t", vtype: e32 | m1, vl: 2, v: registers{0: {1, 0}, 2: v32(one, snan), 3: v32(two, one)}, after: registers{1: v32(three)}, locs: flags(nv), broken: []string{"csr:fcsr"}},
		{name: "dynamic mode", asm: "vfadd.vv v1, v2, v3", vtype: e32 | m1, vl: 1, csr: map[string]uint64{"fcsr": 3 << 5}, v: registers{2: v32(one), 3: v32(1)}, after: registers{1: v32(one + 1)}, locs: flags(3<<5 | nx)},
		{name: "reserved mode", asm: "vfadd.vv v1, v2, v3", vtype: e32 | m1, vl: 0, csr: map[string]uint64{"fcsr": 5 << 5}, clean: true, open: true},
		{name: "FS Off", asm: "vfadd.vv v1, v2, v3", vtype: e32 | m1, vl: 1, fs: off, trap: &oracle.Trap{Cause: 2}},
		{name: "no format of 8 bits", asm: "vfadd.vv v1, v2, v3", vtype: e8 | m1, vl: 1, clean: true, open: true},
		{name: "scalar not boxed", asm: "vfmul.vf v1, v2, fa1", vtype: e32 | m1, vl: 1, f: map[int]uint64{11: one}, v: registers{2: v32(one)}, after: registers{1: v32(nan)}},
		{name: "reverse division", asm: "vfrdiv.vf v1, v2, fa1", vtype: e32 | m1, vl: 1, f: map[int]uint64{11: 0xffffffff00000000 | one}, v: registers{2: v32(two)}, after: registers{1: v32(0x3f000000)}},
		{name: "widening", asm: "vfwsub.vv v2, v4, v5", vtype: e32 | m1, vl: 1, v: registers{4: v32(one), 5: v32(three)}, after: registers{2: v64(0xc000000000000000)}},
		{name: "multiply-add", asm: "vfmacc.vv v1, v2, v3", vtype: e32 | m1, vl: 1, v: registers{1: v32(one), 2: v32(two), 3: v32(one)}, after: registers{1: v32(three)}},
		{name: "multiply-add over the factor", asm: "vfnmsub.vv v1, v2, v3", vtype: e32 | m1, vl: 1, v: registers{1: v32(one), 2: v32(two), 3: v32(three)}, after: registers{1: v32(one)}},
		{name: "minimum of a NaN", asm: "vfmin.vv v1, v2, v3", vtype: e32 | m1, vl: 2, v: registers{2: v32(nan, one), 3: v32(one, two)}, after: registers{1: v32(one, one)}},
		{name: "sign", asm: "vfsgnjx.vv v1, v2, v3", vtype: e32 | m1, vl: 1, v: registers{2: v32(0x80000001), 3: v32(0x80000000)}, after: registers{1: v32(1)}},
		{name: "compare", asm: "vmfne.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(one, nan, one), 3: v32(one, one, two)}, after: registers{1: {background&^7 | 0b110}}},
		{name: "compare of order", asm: "vmflt.vv v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(one, nan, one), 3: v32(one, one, two)}, after: registers{1: {background&^7 | 0b100}}, locs: flags(nv)},
		{name: "compare, no flags of the tail", asm: "vmflt.vv v1, v2, v3", vtype: e32 | m1, vl: 1, v: registers{2: v32(one, nan, nan, nan), 3: v32(two, one, two)}, after: registers{1: {background&^1 | 0b1}}},
		{name: "class", asm: "vfclass.v v1, v2", vtype: e16 | m1, vl: 2, v: registers{2: v16(0xfc00, 0x7e00)}, after: registers{1: v16(1, 512)}},
		{name: "merge", asm: "vfmerge.vfm v1, v2, fa1, v0", vtype: e64 | m1, vl: 2, f: map[int]uint64{11: 7}, v: registers{0: {2, 0}, 2: v64(1, 2)}, after: registers{1: v64(1, 7)}},
		{name: "to an integer", asm: "vfcvt.x.f.v v1, v2", vtype: e32 | m1, vl: 2, v: registers{2: v32(0xc0200000, nan)}, after: registers{1: v32(0xfffffffe, 0x7fffffff)}, locs: flags(nv | nx)},
		{name: "to an integer, truncated", asm: "vfcvt.rtz.xu.f.v v1, v2", vtype: e32 | m1, vl: 1, v: registers{2: v32(0x403ccccd)}, after: registers{1: v32(2)}, locs: flags(nx)},
		{name: "bytes to halves", asm: "vfwcvt.f.x.v v2, v4", vtype: e8 | m1, vl: 1, v: registers{4: v8(0xff)}, after: registers{2: v16(0xbc00)}},
		{name: "to odd", asm: "vfncvt.rod.f.f.w v1, v2", vtype: e32 | m1, vl: 2, v: registers{2: v64(0x3ff0000000000001, 0x7fefffffffffffff)}, after: registers{1: v32(one|1, huge)}, locs: flags(4 | nx)},
		{name: "to BF16", asm: "vfncvtbf16.f.f.w v1, v2", vtype: e16 | m1, vl: 2, v: registers{2: v32(0x3f808000, 0x3f818000)}, after: registers{1: v16(0x3f80, 0x3f82)}, locs: flags(nx)},
		{name: "BF16 multiply-add", asm: "vfwmaccbf16.vv v2, v4, v5", vtype: e16 | m1, vl: 1, v: registers{2: v32(one), 4: v16(0x4000), 5: v16(0x3f80)}, after: registers{2: v32(three)}},
		{name: "estimate", asm: "vfrec7.v v1, v2", vtype: e32 | m1, vl: 2, v: registers{2: v32(0x00718abc, 0x7f765432)}, after: registers{1: v32(0x7e900000, 0x00214000)}},
		{name: "estimate of the root", asm: "vfrsqrt7.v v1, v2", vtype: e32 | m1, vl: 2, v: registers{2: v32(0x00718abc, 0x7f765432)}, after: registers{1: v32(0x5f080000, 0x1f820000)}},
		{name: "to a scalar", asm: "vfmv.f.s fa0, v3", vtype: e16 | m8, vl: 0, clean: true, v: registers{3: v16(0x3c00)}, locs: locs{"f10": 0xffffffffffff3c00, "fs": 3}},
		{name: "from a scalar", asm: "vfmv.s.f v3, fa1", vtype: e32 | m8, vl: 1, f: map[int]uint64{11: 0xffffffff3f800000}, after: registers{3: v32(one)}},
		{name: "ordered sum", asm: "vfredosum.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(huge, huge|0x80000000, one), 3: v32(one)}, after: registers{1: v32(one)}, locs: flags(nx)},
		{name: "ordered sum of nothing", asm: "vfredosum.vs v1, v2, v3, v0.t", vtype: e32 | m1, vl: 3, v: registers{0: {0, 0}, 3: v32(snan)}, after: registers{1: v32(snan)}},
		{name: "sum in any order, exact", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(one, two, three), 3: v32(two)}, after: registers{1: v32(0x41000000)}},
		{name: "sum in any order, exact, wrong", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(one, two, three), 3: v32(two)}, after: registers{1: v32(0x41000001)}, broken: []string{"v1[0]"}},
		{name: "sum in any order, another order", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(huge, huge|0x80000000, one), 3: v32(one)}, after: registers{1: v32(two)}},
		{name: "sum in any order, of opposite infinities", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(inf, one, inf|0x80000000), 3: v32(one)}, after: registers{1: v32(nan)}, locs: flags(nv)},
		{name: "sum in any order, of zeros", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 2, csr: map[string]uint64{"fcsr": 2 << 5}, v: registers{2: v32(0, 0), 3: v32(0)}, after: registers{1: v32(0)}},
		{name: "sum in any order, of zeros, negative", asm: "vfredusum.vs v1, v2, v3", vtype: e32 | m1, vl: 2, csr: map[string]uint64{"fcsr": 2 << 5}, v: registers{2: v32(0, 0), 3: v32(0)}, after: registers{1: v32(0x80000000)}, broken: []string{"v1[0]"}},
		{name: "sum in any order of nothing, made canonical", asm: "vfredusum.vs v1, v2, v3, v0.t", vtype: e32 | m1, vl: 3, v: registers{0: {0, 0}, 3: v32(snan)}, after: registers{1: v32(nan)}, locs: flags(nv)},
		{name: "maximum", asm: "vfredmax.vs v1, v2, v3", vtype: e32 | m1, vl: 3, v: registers{2: v32(one, nan, three), 3: v32(two)}, after: registers{1: v32(three)}},
		{name: "widening sum", asm: "vfwredosum.vs v1, v2, v4", vtype: e32 | m1, vl: 2, v: registers{2: v32(one, two), 4: v64(0x3ff0000000000000)}, after: registers{1: v64(0x4010000000000000)}},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
	minimal := newSetup(t, nil, slices.DeleteFunc(slices.Clone(vectors), func(e string) bool { return e == "Zvfh" })...)
	for _, k := range []vkase{
		{name: "Zvfhmin widens", asm: "vfwcvt.f.f.v v2, v4", vtype: e16 | m1, vl: 1, v: registers{4: v16(0x3c00)}, after: registers{2: v32(one)}},
		{name: "Zvfhmin does not add", asm: "vfadd.vv v1, v2, v3", vtype: e16 | m1, vl: 1, clean: true, open: true},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, minimal) })
	}
}

// What is reserved traps where the implementation claims Ssstrict; values that are reserved say nothing even then.
func TestVectorStrict(t *testing.T) {
	s := newSetup(t, nil, append(slices.Clone(vectors), "Ssstrict")...)
	for _, asm := range []string{
		"vadd.vv v1, v2, v4", "vadd.vv v0, v2, v4, v0.t", "vadd.vv v2, v0, v4, v0.t", "vwadd.vv v2, v2, v4", "vwmacc.vv v4, v6, v8",
		"vnsrl.wi v6, v4, 1", "vzext.vf8 v2, v4", "vle8.v v8, (a1)", "vlseg8e32.v v8, (a1)", "vlseg2e32.v v30, (a1)", "vslideup.vi v2, v2, 1",
		"vrgather.vv v2, v4, v2", "vcompress.vm v2, v4, v2", "viota.m v2, v3", "vmsbf.m v3, v3", "vmv4r.v v2, v4", "vl4re8.v v2, (a1)",
		"vfadd.vv v1, v2, v4", "vfwcvtbf16.f.f.v v4, v8", "vclmul.vv v2, v4, v6", "vredsum.vs v1, v3, v5", "vluxei64.v v3, (a1), v8",
	} {
		for _, k := range []vkase{
			{name: "trapped", trap: &oracle.Trap{Cause: 2}},
			{name: "done", clean: true, broken: []string{"cause", "pc"}},
		} {
			k.asm, k.vtype, k.vl, k.x = asm, e32|m2, 4, map[int]uint64{11: data}
			if strings.HasPrefix(asm, "vle8") {
				k.vtype = e64 | mf8 // a 64th of a register
			}
			t.Run(asm+" "+k.name, func(t *testing.T) { k.check(t, s) })
		}
	}
	for _, k := range []vkase{
		{name: "vstart", asm: "vadd.vv v2, v4, v6", vtype: e32 | m2, vl: 4, vstart: 8, clean: true, open: true},
		{name: "vl of no whole groups", asm: "vaesem.vv v2, v4", vtype: e32 | m2, vl: 3, clean: true, open: true},
	} {
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

// The same with registers of 256 bits: elements, tails and VLMAX follow.
func TestVectorsOf256Bits(t *testing.T) {
	s := newSetup(t, nil, vectors...)
	b := func(s string) []uint64 { return hexBytes(t, s) }
	for _, k := range []vkase{
		{name: "add", asm: "vadd.vi v1, v2, 1", vtype: e64 | m1 | ta, vl: 3, v: registers{2: {1, 2, 3, 4}}, after: registers{1: {2, 3, 4, ^uint64(0)}}},
		{name: "a group", asm: "vadd.vi v2, v4, 1", vtype: e64 | m2, vl: 5, v: registers{4: {1, 2, 3, 4}, 5: {5}}, after: registers{2: {2, 3, 4, 5}, 3: {6}}},
		{name: "a mask", asm: "vmseq.vi v1, v2, 1", vtype: e64 | m1, vl: 2, v: registers{1: {0, 0, 0, 0}, 2: {1, 2, 1, 1}}, after: registers{1: {0b1101, 0, 0, ^uint64(0)}}},
		{name: "the maximum", asm: "vsetvli a0, zero, e8, m8, tu, ma", vtype: e8 | m1, vl: 3, locs: locs{"x10": 256, "csr:vl": 256, "csr:vtype": e8 | m8 | ma}},
		{name: "a write of vstart", asm: "csrw vstart, a1", x: map[int]uint64{11: 0x10f}, locs: locs{"csr:vstart": 0xf}},
		{name: "SM3 expansion", asm: "vsm3me.vv v2, v4, v6", vtype: e32 | m1, vl: 8,
			v:     registers{4: b("00000000000000000000000000000000 00000000000000000000000000000018"), 6: b("61626380000000000000000000000000 00000000000000000000000000000000")},
			after: registers{2: b("9092e20000000000000c0606719c70ed 000000008001801f939f7da900000000")}},
		{name: "SHA-512 of groups that fit", asm: "vsha2ms.vv v1, v2, v3", vtype: e64 | m1, vl: 4, v: registers{1: {5, 0, 0, 0}, 2: {0, 0, 0, 0}, 3: {0, 0, 0, 0}},
			after: registers{1: {5, 0, 5<<45 ^ 5<<3, 0}}},
	} {
		k.vlen = 256
		t.Run(k.name, func(t *testing.T) { k.check(t, s) })
	}
}

func BenchmarkVector(b *testing.B) {
	s := newSetup(b, nil, vectors...)
	double, mem := []uint64{0xb4b4b4b4b4b4b4b4, 0xb4b4b4b4b4b4b4b4}, map[int]uint64{11: data}
	for _, k := range []vkase{
		{name: "add", asm: "vadd.vv v1, v2, v3", vtype: e8 | m1, vl: 16, after: registers{1: double}},
		{name: "add masked", asm: "vadd.vv v1, v2, v3, v0.t", vtype: e8 | m1 | ta | ma, vl: 15, v: registers{0: {^uint64(0), 0}}, after: registers{1: {double[0], 0xffb4b4b4b4b4b4b4}}},
		{name: "compare", asm: "vmseq.vi v1, v2, 5", vtype: e8 | m1, vl: 16, after: registers{1: {background &^ 0xffff}}},
		{name: "load", asm: "vle8.v v1, (a1)", vtype: e8 | m1, vl: 16, x: mem, after: registers{1: {0x0706050403020100, 0x0f0e0d0c0b0a0908}}},
		{name: "store", asm: "vse8.v v1, (a1)", vtype: e8 | m1, vl: 16, x: mem, locs: locs{"mem:80001000": background, "mem:80001008": background}},
		{name: "half fused multiply-add", asm: "vfmul.vv v2, v4, v6", vtype: e16 | m2, vl: 16, v: registers{4: {0, 0}, 5: {0, 0}}, after: registers{2: {0, 0}, 3: {0, 0}}},
		{name: "AES", asm: "vaesz.vs v1, v2", vtype: e32 | m1, vl: 4, after: registers{1: {0, 0}}},
		{name: "GHASH", asm: "vgmul.vv v1, v2", vtype: e32 | m1, vl: 4, v: registers{1: {0, 0}}},
	} {
		k.vs, k.fs = oracle.Dirty, oracle.Dirty
		b.Run(k.name, func(b *testing.B) {
			before, seen, exit := k.state(b, s)
			for b.Loop() {
				if r, err := s.oracle.Judge(before, []uint64{exit}, 10, seen); err != nil || !r.OK {
					b.Fatal(err, r.Broken)
				}
			}
		})
	}
}
