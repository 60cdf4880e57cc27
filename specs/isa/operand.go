package isa

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"touchstone/specs"
)

// The kinds of operands, as operands.yaml spells them.
const (
	KindX        = "x"        // an integer register
	KindX8       = "x8"       // one of x8 to x15, in three bits
	KindSigned   = "signed"   // a two's complement integer
	KindUnsigned = "unsigned" // an integer without sign
	KindUpper    = "upper"    // the upper 20 bits of a 32-bit value
	KindTarget   = "target"   // a signed distance from the instruction's own address
	KindCSR      = "csr"      // the number of a control and status register
	KindOrder    = "order"    // a set of i, o, r, w
	KindBit      = "bit"      // a single bit, written as a suffix of the mnemonic
	KindF        = "f"        // a floating-point register
	KindF8       = "f8"       // one of f8 to f15, in three bits
	KindV        = "v"        // a vector register
	KindVM       = "vm"       // 0: masked, written ", v0.t" at the end; 1: not masked, not written
	KindRM       = "rm"       // a rounding mode, written at the end; left out it is dyn
	KindVType    = "vtype"    // vsew, vlmul, vta and vma: "e32, m2, ta, mu"
	KindOrdinal  = "ordinal"  // a number that stands in the mnemonic where the row's name has N: vlsegNe8.v
)

// Operand is where a named operand's bits are, ready to extract and insert. Values are what `does`
// sees: scaled by the shift, signed where the kind is, 8 to 15 for the kind x8.
type Operand struct {
	specs.Operand
	pieces []piece // from the value's most significant bit down
	mask   uint32  // the encoding's bits that the pieces take
	width  uint8   // how many they are
	signed bool
	bias   int64 // 8 for x8 and f8
}

// piece is width bits of the encoding from lsb up.
type piece struct{ width, lsb uint8 }

func newOperand(row *specs.Operand) (*Operand, error) {
	o := &Operand{Operand: *row}
	fail := func(format string, args ...any) (*Operand, error) {
		return nil, fmt.Errorf("%w: %s:%d: operand %s: %s", specs.ErrPack, row.Position.File, row.Position.Line, row.Name, fmt.Sprintf(format, args...))
	}
	for _, text := range strings.Fields(row.Bits) {
		hi, lo, ranged := strings.Cut(text, ":")
		if !ranged {
			lo = hi
		}
		msb, err1 := strconv.ParseUint(hi, 10, 8)
		lsb, err2 := strconv.ParseUint(lo, 10, 8)
		if err1 != nil || err2 != nil || msb < lsb || msb > 31 {
			return fail("bits %q: %q is not a bit or a range msb:lsb within 31:0", row.Bits, text)
		}
		p := piece{uint8(msb - lsb + 1), uint8(lsb)}
		m := p.mask()
		if o.mask&m != 0 {
			return fail("bits %q: %q is used twice", row.Bits, text)
		}
		o.pieces = append(o.pieces, p)
		o.mask |= m
		o.width += p.width
	}
	if o.width == 0 {
		return fail("bits is empty; give pieces such as \"31:25 11:7\"")
	}
	switch row.Kind {
	case KindX, KindUnsigned, KindCSR, KindOrder, KindBit, KindF, KindV, KindVM, KindRM, KindVType, KindOrdinal:
		o.bias = int64(row.Bias)
	case KindX8, KindF8:
		o.bias = 8
	case KindSigned, KindUpper, KindTarget:
		o.signed = true
	default:
		return fail("unknown kind %q", row.Kind)
	}
	return o, nil
}

func (p piece) mask() uint32 { return uint32((uint64(1)<<p.width - 1) << p.lsb) }

// Get reads the operand from an encoding.
func (o *Operand) Get(word uint32) int64 {
	var raw uint64
	for _, p := range o.pieces {
		raw = raw<<p.width | uint64(word>>p.lsb)&(1<<p.width-1)
	}
	v := int64(raw)
	if o.signed {
		spare := 64 - o.width
		v = v << spare >> spare
	}
	return v<<o.Shift + o.bias
}

// Put writes v into an encoding. It refuses a value that is out of range, not a multiple of the
// step, or excluded by `not`.
func (o *Operand) Put(word uint32, v int64) (uint32, error) {
	min, max, step := o.Range()
	switch {
	case v < min || v > max:
		return 0, fmt.Errorf("operand %s: %d is out of range; give %d to %d", o.Name, v, min, max)
	case (v-o.bias)%step != 0:
		return 0, fmt.Errorf("operand %s: %d is not a multiple of %d", o.Name, v, step)
	case o.Excludes(v):
		return 0, fmt.Errorf("operand %s: %d is reserved here, or makes another instruction", o.Name, v)
	}
	raw := uint64((v - o.bias) >> o.Shift)
	word &^= o.mask
	for _, p := range slices.Backward(o.pieces) {
		word |= uint32(raw&(1<<p.width-1)) << p.lsb
		raw >>= p.width
	}
	return word, nil
}

// Range gives the least and greatest value and the distance of neighbouring values. Excluded
// values are not taken out; see [Operand.Excludes].
func (o *Operand) Range() (min, max, step int64) {
	step = 1 << o.Shift
	if o.signed {
		half := int64(1) << (o.width - 1)
		return -half * step, (half - 1) * step, step
	}
	return o.bias, (int64(1)<<o.width-1)*step + o.bias, step
}

// Excludes reports whether operands.yaml says of this value that it is not the instruction's.
func (o *Operand) Excludes(v int64) bool {
	for _, n := range o.Not {
		if v == n<<o.Shift+o.bias {
			return true
		}
	}
	return false
}

// Width is the number of bits that the operand takes in the encoding.
func (o *Operand) Width() int { return bits.OnesCount32(o.mask) }

// Bits is a mask of the encoding's bits that the operand takes.
func (o *Operand) Bits() uint32 { return o.mask }

// IsRegister reports whether the operand names an integer register.
func (o *Operand) IsRegister() bool { return o.Kind == KindX || o.Kind == KindX8 }

// File is the register file that the operand's registers are of: 'x', 'f' or 'v'; 0 for what names
// no register.
func (o *Operand) File() byte {
	switch o.Kind {
	case KindX, KindX8:
		return 'x'
	case KindF, KindF8:
		return 'f'
	case KindV:
		return 'v'
	}
	return 0
}

// Unwritten is the value of an operand that need not be written at the end: rm is dyn, vm is 1.
func (o *Operand) Unwritten() (int64, bool) {
	switch o.Kind {
	case KindRM:
		return roundDynamic, true
	case KindVM:
		return 1, true
	}
	return 0, false
}
