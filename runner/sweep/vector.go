package sweep

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// isVector says whether a row names a vector register.
func isVector(in *isa.Instruction) bool {
	return slices.ContainsFunc(in.Operands, func(o *isa.Operand) bool { return o.Kind == isa.KindV })
}

// shape is how the element widths of a vector row's operands relate to SEW, and which SEW it has. It
// follows from the mnemonic, as the manual forms it: vw… and vfw… widen, .w… takes a wide source,
// vn… and vfn… narrow, .vf2 takes a source of half the width.
type shape struct {
	dest, vs2, vs1 ratio // EEW of the operand by SEW
	sews           []int
	float          bool // sources hold floating-point values
	toFloat        bool // only the result does
	group          int  // elements of an element group: vl and vstart are multiples of it
}

// ratio is a fraction with a power of two on one side: 2 is 2, -2 a half.
type ratio int

func (r ratio) of(n int) int {
	if r < 0 {
		return n / int(-r)
	}
	return n * int(r)
}

func shapeOf(in *isa.Instruction) shape {
	name := in.Name
	s := shape{dest: 1, vs2: 1, vs1: 1, sews: []int{8, 16, 32, 64}, group: 1}
	has := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return strings.Contains(name, p) })
	}
	starts := func(parts ...string) bool {
		return slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(name, p) })
	}
	wide := has(".w")
	switch {
	case in.Match>>2&31 == opVE:
		s.group = 4
		s.sews = []int{32}
		if starts("vsha2") {
			s.sews = []int{32, 64}
		}
	case starts("vclmul"):
		s.sews = []int{64}
	case starts("vwred", "vfwred"):
		s.dest, s.vs1 = 2, 2
	case starts("vw", "vfw"):
		s.dest = 2
		if wide {
			s.vs2 = 2
		}
	case starts("vn", "vfn") && wide:
		s.vs2 = 2
	case has(".vf2"):
		s.vs2 = -2
	case has(".vf4"):
		s.vs2 = -4
	case has(".vf8"):
		s.vs2 = -8
	case starts("vrgatherei16"):
		s.vs1 = 16 // absolute: see widths
	}
	if funct3 := in.Match >> 12 & 7; in.Match>>2&31 == opV && (funct3 == 1 || funct3 == 5) {
		s.float = !has(".f.x", ".fxu", ".f.xu")
		s.toFloat = !s.float
		s.sews = []int{16, 32, 64}
		if has(".f.x.v", ".f.xu.v", ".x.f.w", ".xu.f.w") && starts("vfw", "vfn") {
			s.sews = []int{8, 16, 32}
		}
		if has("bf16") {
			s.sews = []int{16}
		}
	}
	return s
}

// widths gives the element widths of the operands under a SEW.
func (s shape) widths(sew int) (dest, vs2, vs1 int) {
	dest, vs2, vs1 = s.dest.of(sew), s.vs2.of(sew), s.vs1.of(sew)
	if s.vs1 == 16 {
		vs1 = 16
	}
	return dest, vs2, vs1
}

// lmul is a group multiplier in eighths.
type lmul int

var lmuls = []lmul{1, 2, 4, 8, 16, 32, 64}

// vlmul is its field of vtype.
func (l lmul) vlmul() uint64 { return map[lmul]uint64{1: 5, 2: 6, 4: 7, 8: 0, 16: 1, 32: 2, 64: 3}[l] }

// config is a vector type.
type config struct {
	sew  int
	lmul lmul
}

// vlmax is how many elements a group has under a VLEN.
func (c config) vlmax(vlen int) int { return vlen / 8 * int(c.lmul) / c.sew }

// vtype encodes it with a tail and a mask policy, of two bits.
func (c config) vtype(policy int) uint64 {
	return uint64(slices.Index([]int{8, 16, 32, 64}, c.sew))<<3 | c.lmul.vlmul() | uint64(policy&3)<<6
}

// emul is the multiplier of an operand of another width; 0: there is none.
func (c config) emul(eew int) lmul {
	n := int(c.lmul) * eew / c.sew
	if int(c.lmul)*eew%c.sew != 0 || n < 1 || n > 64 {
		return 0
	}
	return lmul(n)
}

// configs are the vector types that every implementation with ELEN = 64 has and under which the
// operands of the row have legal groups.
func configs(s shape) []config {
	var out []config
	for _, sew := range s.sews {
		dest, vs2, vs1 := s.widths(sew)
		for _, l := range lmuls {
			c := config{sew, l}
			if int(l)*64 < sew*8 { // LMUL is at least SEW/ELEN
				continue
			}
			ok := true
			for _, eew := range []int{dest, vs2, vs1} {
				ok = ok && eew >= 8 && eew <= 64 && c.emul(eew) != 0
			}
			if ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// vectorSweep is a sweep of one vector row.
type vectorSweep struct {
	*builder
	shape shape
}

// vectors sweeps rows of the major opcodes of vector arithmetic.
func (b *builder) vectors() error {
	if b.in.Match>>12&7 == 7 && b.in.Match>>2&31 == opV {
		b.configurations()
		return nil
	}
	s := vectorSweep{builder: b, shape: shapeOf(b.in)}
	list := configs(s.shape)
	if len(list) == 0 {
		return fmt.Errorf("%w: %s has no legal vector type", ErrSweep, b.in.Name)
	}
	each := max([...]int{24, 128, 4096}[b.Effort]/len(list), [...]int{2, 6, 64}[b.Effort])
	for i, c := range list {
		for n := range each {
			s.one(c, i*each+n)
		}
	}
	return nil
}

// numbers are the vector registers that sweeps use unless they choose others: groups of eight.
var numbers = map[string]int64{"vd": 8, "vs3": 8, "vs2": 16, "vs1": 24}

// one adds the n-th vector under a vector type. Everything else turns with n: mask, policy, vl,
// vstart, registers, values.
func (s *vectorSweep) one(c config, n int) {
	r := s.rng
	vlmax := c.vlmax(s.VLEN)
	vl := []int{vlmax, r.IntN(vlmax + 1), max(vlmax-1, 0), r.IntN(vlmax + 1), min(1, vlmax), r.IntN(vlmax + 1), 0, vlmax}[n%8]
	vstart := 0
	if n%11 == 10 {
		vstart = []int{1, max(vl-1, 0), vl, r.IntN(vlmax + 1)}[n/11%4] % vlmax
	}
	vl, vstart = vl/s.shape.group*s.shape.group, vstart/s.shape.group*s.shape.group
	regs := map[string]int64{}
	for _, o := range s.in.Operands {
		switch o.Kind {
		case isa.KindV:
			regs[o.Name] = s.register(o.Name, c, n)
		case isa.KindVM:
			regs[o.Name] = int64(n/2) & 1
		case isa.KindSigned, isa.KindUnsigned:
			min, max, _ := o.Range()
			regs[o.Name] = []int64{min, max, 1, min + r.Int64N(max-min+1)}[n%4]
		case isa.KindX:
			regs[o.Name] = []int64{10, 11, 12, 0, 31}[n%5]
			if o.Name == "rd" {
				regs[o.Name] = []int64{12, 13, 31, 0, 10}[n%5]
			}
		case isa.KindF:
			regs[o.Name] = []int64{10, 11, 0, 31}[n%4]
		}
	}
	dest, vs2, vs1 := s.shape.widths(c.sew)
	before := []trial.Preset{
		{Loc: "csr:vl", Value: uint64(vl)}, {Loc: "csr:vtype", Value: c.vtype(n)},
		{Loc: "csr:vcsr", Value: uint64(n/3%4)<<1 | uint64(n/5%2)},
	}
	if vstart != 0 {
		before = append(before, trial.Preset{Loc: "csr:vstart", Value: uint64(vstart)})
	}
	kind := integers
	if s.shape.float {
		kind = floatValues
	}
	if s.shape.float || s.shape.toFloat {
		before = append(before, trial.Preset{Loc: "csr:fcsr", Value: uint64(n%5)<<5 | accrued[n%len(accrued)]})
	}
	if o, ok := s.in.Operand("rs1"); ok && regs["rs1"] != 0 {
		before = append(before, trial.Preset{Loc: x(int(regs[o.Name])), Value: s.scalar(c.sew, vlmax, n)})
	}
	if o, ok := s.in.Operand("fs1"); ok {
		before = append(before, trial.Preset{Loc: f(int(regs[o.Name])), Value: s.floatScalar(c.sew, n)})
	}
	s.vector(regs, before, s.Blocks.get(block{kind: kind, vlen: s.VLEN, dest: dest, vs2: vs2, vs1: vs1, variant: n % [...]int{2, 4, 64}[s.Effort]}))
}

// vector encodes and adds a vector.
func (s *vectorSweep) vector(regs map[string]int64, before []trial.Preset, v *trial.Vectors) int {
	word, err := s.in.Encode(regs)
	if err != nil {
		return -1
	}
	s.vectorState = v
	return s.add(word, place{}, before...)
}

// register chooses the number of a vector register: mostly that of its own group of eight, sometimes
// another one of its role's, or the destination's.
func (s *vectorSweep) register(role string, c config, n int) int64 {
	base := numbers[role]
	dest, vs2, vs1 := s.shape.widths(c.sew)
	eew := map[string]int{"vd": dest, "vs3": dest, "vs2": vs2, "vs1": vs1}[role]
	step := int64(max(int(c.emul(eew))/8, 1))
	switch n % 7 {
	case 3: // anywhere in the group of eight
		return base + s.rng.Int64N(8/step)*step
	case 5: // the destination's, which the row may forbid
		if role == "vs2" && eew == dest {
			return numbers["vd"]
		}
	case 6:
		if role == "vs1" && eew == dest {
			return numbers["vd"]
		}
	}
	return base
}

// scalar is a value of the scalar operand: an edge of the width, an index, or any.
func (s *vectorSweep) scalar(sew, vlmax, n int) uint64 {
	edges := integerEdges(sew)
	switch n % 3 {
	case 0:
		return edges[n/3%len(edges)]
	case 1:
		return []uint64{0, 1, uint64(vlmax) - 1, uint64(vlmax), uint64(vlmax) + 1, uint64(s.rng.IntN(vlmax + 1)), ^uint64(0), 1 << 32}[n/3%8]
	}
	return s.value()
}

// floatScalar is a value of the floating-point scalar: mostly boxed for the width.
func (s *vectorSweep) floatScalar(sew, n int) uint64 {
	f := ofWidth(sew)
	core := slices.Concat(f.core(), f.further())
	v := core[(n*7)%len(core)]
	if list := f.unboxed(v); n%9 == 4 && len(list) > 0 {
		return list[n%len(list)]
	}
	return f.boxed(v)
}

func ofWidth(sew int) format {
	switch sew {
	case 16:
		return binary16
	case 32:
		return binary32
	}
	return binary64
}

// integerEdges are the edges of a width, sign-extended.
func integerEdges(width int) []uint64 {
	top := uint64(1) << (width - 1)
	return []uint64{0, 1, ^uint64(0), top - 1, -top, 2, ^uint64(1), 0x55555555_55555555, 0xaaaaaaaa_aaaaaaaa, 3, uint64(width - 1), uint64(width), top - 2, -top + 1}
}

// configurations sweeps vsetvli, vsetivli and vsetvl: every vector type with application vector
// lengths around VLMAX, the forms with x0, and types that set vill.
func (b *builder) configurations() {
	s := vectorSweep{builder: b}
	n := 0
	run := func(vtype uint64, avl uint64) {
		n++
		regs := map[string]int64{}
		before := []trial.Preset{{Loc: "csr:vl", Value: 2}, {Loc: "csr:vtype", Value: 3 << 3}, {Loc: "csr:vcsr", Value: uint64(n & 7)}}
		if n%3 == 0 {
			before = append(before, trial.Preset{Loc: "csr:vstart", Value: 1})
		}
		for _, o := range b.in.Operands {
			switch o.Name {
			case "rd":
				regs["rd"] = []int64{12, 0, 10, 12, 31}[n%5]
			case "rs1":
				regs["rs1"] = []int64{10, 10, 10, 11, 0, 10, 31}[n%7]
				if r := regs["rs1"]; r != 0 {
					before = append(before, trial.Preset{Loc: x(int(r)), Value: avl})
				}
			case "rs2":
				regs["rs2"] = 13
				before = append(before, trial.Preset{Loc: x(13), Value: vtype})
			case "zimm5":
				regs["zimm5"] = int64(avl & 31)
			default:
				_, max, _ := o.Range()
				regs[o.Name] = int64(vtype) & max
			}
		}
		s.vector(regs, before, nil)
	}
	for vtype := range uint64(256) {
		c := config{8 << (vtype >> 3 & 3), lmul(8 << (vtype & 3))}
		if vtype&4 != 0 {
			c.lmul = lmul(8 >> (8 - vtype&7))
		}
		vlmax := uint64(max(c.vlmax(b.VLEN), 1))
		list := []uint64{vlmax, vlmax + 1, 2*vlmax - 1, 2 * vlmax, 2*vlmax + 1, 0, 1, ^uint64(0), vlmax - 1, vlmax / 2, 1 << 63, 1 << 32}
		for _, avl := range stride(list, [...]int{1, 3, 12}[b.Effort], int(vtype)) {
			run(vtype, avl)
		}
	}
	for bit := 8; bit < 64; bit++ { // reserved bits
		run(3<<3|1<<bit, 2)
	}
}
