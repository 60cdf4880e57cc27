// Package softfloat is IEEE 754 arithmetic as RISC-V defines it, on bit patterns: every function is
// pure, takes the rounding mode and returns the result with the exception flags that it raises.
//
//	sum, flags := softfloat.Add64(a, b, softfloat.RNE)
//
// What IEEE 754 leaves open is as the RISC-V manual says: a NaN result is the canonical NaN,
// tininess is detected after rounding, ∞×0+NaN is invalid in a fused multiply-add, and a
// conversion to an integer that does not fit raises only NV and gives the nearest end of the range, the
// greatest for NaN.
//
// # Formats
//
// Binary16, BFloat16, Binary32 and Binary64 are values of [Format], whose methods take and return
// patterns in the low bits of a uint64; the upper bits of an operand must be zero. Registers hold NaN
// boxes; [Format.Box] and [Format.Unbox] make and open them. The same operations are functions with the
// format in their name and operands as wide as the format:
//
//	Add Sub Mul Div           (a, b, rm)        FMA (a, b, c, rm) is a×b+c rounded once
//	Sqrt                      (a, rm)
//	Min Max                   (a, b)            minimumNumber and maximumNumber
//	Minimum Maximum           (a, b)            minimum and maximum: a NaN operand gives NaN
//	Eq LtQuiet LeQuiet        (a, b) bool       only signalling NaNs are invalid
//	Lt Le                     (a, b) bool       all NaNs are invalid
//	RoundToInt                (a, rm, exact)    NX is raised only if exact
//	Class                     (a)               the ten bits of FCLASS, no flags
//	RSqrt7, Rec7              (a), (a, rm)      the 7-bit estimates of the V extension
//
// with the suffix 64, 32, 16 or BF16 (RSqrt7_64, Rec7_64). Conversions are methods of the format they
// come from or go to:
//
//	to.From(from, a, rm)      between formats       F64ToF32(a, rm), F32ToF64(a), …
//	f.ToInt(a, width, rm)     to int64, sign-extended from a width of 8, 16, 32 or 64 bits
//	f.ToUint(a, width, rm)    to uint64, zero-extended
//	f.FromInt(v, rm)          from int64            f.FromUint(v, rm) from uint64
//	ToIntMod64(a)             FCVTMOD.W.D             f.Constant(n) is number n of FLI
//
// # Two ways to one result
//
// The integer path works for every format, mode and operand. Binary64 and Binary32 first try the
// host's arithmetic, where error-free transformations prove what was lost; zeros, subnormals, exponents
// near the ends, infinities and NaNs take the integer path. Tests hold both to exact arithmetic.
package softfloat
