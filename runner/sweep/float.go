package sweep

import (
	"slices"

	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// format is a binary interchange format: its width, and the bits of its trailing significand.
type format struct{ width, fraction int }

var (
	binary16 = format{16, 10}
	bfloat16 = format{16, 7}
	binary32 = format{32, 23}
	binary64 = format{64, 52}
)

// bits makes the encoding of sign, biased exponent and trailing significand.
func (f format) bits(sign, exponent int, fraction uint64) uint64 {
	return uint64(sign)<<(f.width-1) | uint64(exponent)<<f.fraction | fraction&(1<<f.fraction-1)
}

func (f format) infinite() int { return 1<<(f.width-1-f.fraction) - 1 }
func (f format) bias() int     { return f.infinite() / 2 }

// power is 2 to the n, or the nearest the format has.
func (f format) power(sign, n int) uint64 {
	return f.bits(sign, min(max(n+f.bias(), 1), f.infinite()-1), 0)
}

// core values of a format meet each other in all pairs: zeros, the ends and the middle of the
// subnormal and the normal numbers, infinities, NaNs of every kind, and neighbours of 1.
func (f format) core() []uint64 {
	top := uint64(1)<<f.fraction - 1
	return []uint64{
		f.bits(0, 0, 0), f.bits(1, 0, 0),
		f.bits(0, 0, 1), f.bits(1, 0, top),
		f.bits(0, 1, 0), f.bits(1, 1, 1),
		f.bits(0, f.infinite()-1, top), f.bits(1, f.infinite()-1, top),
		f.bits(0, f.infinite(), 0), f.bits(1, f.infinite(), 0),
		f.bits(0, f.infinite(), 1<<(f.fraction-1)),   // the canonical NaN
		f.bits(1, f.infinite(), 1<<(f.fraction-1)|5), // a quiet one with sign and payload
		f.bits(0, f.infinite(), 1),                   // signalling
		f.bits(0, f.bias(), 0), f.bits(1, f.bias(), 0),
		f.bits(0, f.bias(), 1), f.bits(1, f.bias()-1, top),
		f.bits(0, f.bias(), top/3), f.bits(1, f.bias()+1, top/5*2+1),
	}
}

// further values are tried alone, or with a few others: odd and even ties, neighbours of powers at
// which the integers of 8, 16, 32 and 64 bits end, and what lies near the ends of the exponent.
func (f format) further() []uint64 {
	top := uint64(1)<<f.fraction - 1
	out := []uint64{
		f.bits(1, f.infinite(), top>>1), f.bits(0, f.infinite(), top), // NaNs with all payload bits
		f.bits(0, 0, top), f.bits(0, 0, 1<<(f.fraction-1)), f.bits(1, 0, 3),
		f.bits(0, 1, top), f.bits(0, 2, 0), f.bits(0, f.infinite()-2, 0), f.bits(0, f.infinite()-1, 0),
		f.bits(0, f.bias()-1, 0), f.bits(1, f.bias()-1, 0), f.bits(0, f.bias()-2, top), // a half, and less
		f.bits(0, f.bias(), 1<<(f.fraction-1)), f.bits(1, f.bias(), 1<<(f.fraction-1)), // 1.5
		f.bits(0, f.bias()+1, 1<<(f.fraction-2)), f.bits(1, f.bias()+1, 1<<(f.fraction-2)), // 2.5
		f.bits(0, f.bias()+f.fraction, 1), f.bits(0, f.bias()+f.fraction-1, 1), f.bits(1, f.bias()+f.fraction-1, 3), // integers, and a half beside one
	}
	for _, n := range []int{7, 8, 15, 16, 31, 32, 63, 64} {
		p := f.power(0, n)
		out = append(out, p, p-1, p+1, p|1<<(f.width-1), p-1|1<<(f.width-1), p+1|1<<(f.width-1))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// boxed puts a value into a register of 64 bits, NaN-boxed.
func (f format) boxed(v uint64) uint64 {
	if f.width == 64 {
		return v
	}
	return ^uint64(0)<<f.width | v
}

// unboxed are register values that are no NaN-boxed value of the format.
func (f format) unboxed(v uint64) []uint64 {
	switch f.width {
	case 16:
		return []uint64{v, 0xffffffff_0000_0000 | v, 0xffffffff_fffe_0000 | v, 0x7fffffff_ffff_0000 | v}
	case 32:
		return []uint64{v, 0xfffffffe_0000_0000 | v, 0x7fffffff_0000_0000 | v}
	}
	return nil
}

// random draws a number: any bits, one near another power, or one of few significant bits.
func (b *builder) float(f format) uint64 {
	v := b.rng.Uint64() & (^uint64(0) >> (64 - f.width))
	switch b.rng.IntN(5) {
	case 0:
		core := f.core()
		return core[v%uint64(len(core))]
	case 1:
		return v
	case 2:
		return f.bits(int(v&1), f.bias()+int(v>>1%8)-4, v>>8)
	case 3:
		return f.bits(int(v&1), int(v>>1%uint64(2*f.fraction+4)), v>>8)
	default:
		return f.bits(int(v&1), f.bias()+int(v>>1%uint64(2*f.fraction))-f.fraction, v>>8<<(f.fraction*2/3))
	}
}

// formatOf is the format of an instruction's floating-point sources: by the manual's encoding of fmt,
// and for conversions between formats by the field that stands in the place of rs2.
func formatOf(in *isa.Instruction) format {
	formats := []format{binary32, binary64, binary16, binary64}
	word := in.Match
	major, funct5 := word>>2&31, word>>27
	const conversion = 0b01000
	if major == opFP && funct5 == conversion && in.Mask>>20&31 == 31 {
		if source := word >> 20 & 31; source == 6 {
			return bfloat16
		} else if source < 4 {
			return formats[source]
		}
	}
	return formats[word>>25&3]
}

// Major opcodes of floating-point arithmetic.
const (
	opMAdd = 0b10000 // to 10011: the fused multiply-adds
	opFP   = 0b10100
)

// modes are static rounding modes, and 7 with each value of frm.
var modes = [][2]int64{{0, 0}, {1, 0}, {2, 0}, {3, 0}, {4, 0}, {7, 0}, {7, 1}, {7, 2}, {7, 3}, {7, 4}}

// accrued are flags that are set before: an operation adds to them and takes none away.
var accrued = []uint64{0, 0, 0x1f, 0, 0x0a, 0x15, 0}

// arithmetic sweeps rows of the major opcodes of floating-point arithmetic.
func (b *builder) arithmetic() {
	s := floatSweep{builder: b, format: formatOf(b.in), ops: registerOperands(b.in)}
	for i, o := range s.ops {
		if o.Name != "fd" && o.Name != "rd" {
			s.sources = append(s.sources, i)
		}
	}
	if o, ok := b.in.Operand("rm"); ok && !slices.Contains(b.in.Row.Fields, "rm") {
		s.rm = o
	}
	s.values()
	s.registers()
	s.unboxed()
	for range [...]int{16, 96, 4000}[b.Effort] {
		values := make([]uint64, len(s.sources))
		for k := range values {
			values[k] = s.draw(k)
		}
		s.run(s.fixed(), values, b.rng.IntN(len(modes)))
	}
}

// floatSweep is a sweep of one row of floating-point arithmetic.
type floatSweep struct {
	*builder
	format  format
	ops     []*isa.Operand // registers
	sources []int          // those of ops that are read
	rm      *isa.Operand   // nil: the row has no rounding mode
	count   int
}

func (s *floatSweep) fixed() []int64 { return fixed[:len(s.ops)] }

// run adds a vector: registers, the values of the sources, a rounding mode (an index of modes).
func (s *floatSweep) run(regs []int64, values []uint64, mode int) int {
	word := s.in.Match
	var err error
	for i, o := range s.ops {
		if word, err = o.Put(word, regs[i]); err != nil {
			return -1
		}
	}
	if o := immediate(s.in); o != nil { // fli: which constant
		min, max, _ := o.Range()
		if word, err = o.Put(word, min+int64(s.count)%(max-min+1)); err != nil {
			return -1
		}
	}
	s.count++
	fcsr := accrued[s.count%len(accrued)]
	if s.rm != nil {
		m := modes[mode%len(modes)]
		if word, err = s.rm.Put(word, m[0]); err != nil {
			return -1
		}
		if m[0] != 7 { // frm says something else, which must not matter
			m[1] = (m[0] + 1 + int64(s.count)) % 5
		}
		fcsr |= uint64(m[1]) << 5
	}
	var before []trial.Preset
	given := map[trial.Loc]bool{}
	for k, i := range s.sources {
		loc := f(int(regs[i]))
		if s.ops[i].IsRegister() {
			if loc = x(int(regs[i])); regs[i] == 0 {
				continue
			}
		}
		if !given[loc] {
			given[loc] = true
			before = append(before, trial.Preset{Loc: loc, Value: values[k]})
		}
	}
	if fcsr != 0 {
		before = append(before, trial.Preset{Loc: "csr:fcsr", Value: fcsr})
	}
	return s.add(word, place{}, before...)
}

// isFloat says whether the k-th source is a floating-point register.
func (s *floatSweep) isFloat(k int) bool { return !s.ops[s.sources[k]].IsRegister() }

// list are the values of the k-th source that meet the others'.
func (s *floatSweep) list(k int, all bool) []uint64 {
	var out []uint64
	if !s.isFloat(k) {
		out = slices.Concat(core, narrow)
		for _, n := range []int{11, 24, 53} { // integers that need rounding, up, down and to even
			out = append(out, 1<<n+1, 1<<n+3, 1<<(n+1)+1, 1<<(n+1)+2, 1<<(n+1)+3, -(1<<n + 1), -(1<<(n+1) + 3))
		}
		return out
	}
	out = s.format.core()
	if all {
		out = append(out, s.format.further()...)
	}
	for i := range out {
		out[i] = s.format.boxed(out[i])
	}
	if s.Effort == Quick {
		out = stride(out, (len(out)+1)/2, k)
	}
	return out
}

func (s *floatSweep) draw(k int) uint64 {
	if !s.isFloat(k) {
		return s.value()
	}
	return s.format.boxed(s.float(s.format))
}

// values meets the sources' values with each other and with the rounding modes.
func (s *floatSweep) values() {
	switch len(s.sources) {
	case 0:
		for range 64 {
			s.run(s.fixed(), nil, s.count)
		}
	case 1:
		for i, v := range s.list(0, true) {
			for m := range modes {
				if s.Effort == Quick && m%3 != i%3 {
					continue
				}
				s.run(s.fixed(), []uint64{v}, m)
			}
		}
	case 2:
		for i, v := range s.list(0, s.Effort == Exhaustive) {
			for j, u := range s.list(1, s.Effort == Exhaustive) {
				s.run(s.fixed(), []uint64{v, u}, (i*3+j)%len(modes))
			}
		}
		for i, v := range s.list(0, true) {
			for j, u := range stride(s.list(1, true), 2*s.few(), i) {
				s.run(s.fixed(), []uint64{v, u}, i+j)
			}
		}
	default:
		third := s.list(2, false)
		for i, v := range s.list(0, false) {
			for j, u := range s.list(1, false) {
				for k, t := range stride(third, [...]int{1, 1, 6}[s.Effort], i+7*j) {
					s.run(s.fixed(), []uint64{v, u, t}, i+j+k)
				}
			}
		}
		// Where the product cancels the addend, or hides behind it.
		for i, v := range s.list(0, true) {
			one := s.format.boxed(s.format.power(0, 0))
			for m := range s.few() {
				s.run(s.fixed(), []uint64{v, one, v ^ s.format.sign()}, i+m)
				s.run(s.fixed(), []uint64{v, one, s.list(2, true)[(i*5+m*11)%20]}, i+m+5)
			}
		}
	}
}

func (f format) sign() uint64 { return 1 << (f.width - 1) }

// registers runs the choices of registers; those with the same values in all sources are alike.
func (s *floatSweep) registers() {
	values := make([]uint64, len(s.sources))
	for k := range values {
		values[k] = s.list(k, false)[(13+3*k)%8]
	}
	same := make([]uint64, len(s.sources))
	for k := range same {
		same[k] = s.list(0, false)[13%len(s.list(0, false))]
	}
	var different, equal []int
	for k := range int64(32) {
		regs := make([]int64, len(s.ops))
		for i, o := range s.ops {
			r := (k + int64(i)*7) % 32
			for o.IsRegister() && r == 0 || o.Excludes(r) {
				r = (r + 11) % 32
			}
			regs[i] = r
		}
		s.count = 0 // the group has one rounding mode and one set of accrued flags
		different = append(different, s.run(regs, values, 0))
	}
	for i := range s.ops {
		for j := range i {
			for _, r := range []int64{9, 31} {
				regs := slices.Clone(s.fixed())
				regs[i], regs[j] = r, r
				s.count = 0
				equal = append(equal, s.run(regs, same, 0))
			}
		}
	}
	for _, r := range []int64{0, 8, 31} {
		regs := slices.Repeat([]int64{r}, len(s.ops))
		if r == 0 && slices.ContainsFunc(s.ops, (*isa.Operand).IsRegister) {
			continue
		}
		s.count = 0
		equal = append(equal, s.run(regs, same, 0))
	}
	mixed := false
	for k := range s.sources {
		mixed = mixed || s.isFloat(k) != s.isFloat(0)
	}
	s.group(different)
	if !mixed {
		s.group(equal)
	}
}

// unboxed gives each floating-point source values that are no NaN-boxed value of its format.
func (s *floatSweep) unboxed() {
	for k := range s.sources {
		if !s.isFloat(k) {
			continue
		}
		list := s.format.core()
		if s.Effort == Quick {
			list = list[:4]
		}
		for i, v := range list {
			for j, u := range s.format.unboxed(v) {
				values := make([]uint64, len(s.sources))
				for n := range values {
					values[n] = s.list(n, false)[(i+13+n)%8]
				}
				values[k] = u
				s.run(s.fixed(), values, i+j)
			}
		}
	}
}
