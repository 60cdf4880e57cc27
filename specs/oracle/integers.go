package oracle

import (
	"fmt"
	"math/big"

	"go.starlark.net/starlark"
)

// truncate gives the 64 low bits of an exact integer, two's complement.
func truncate(n starlark.Int) uint64 {
	if v, ok := n.Uint64(); ok {
		return v
	}
	if v, ok := n.Int64(); ok {
		return uint64(v)
	}
	return low64(n.BigInt())
}

func low64(b *big.Int) uint64 {
	return new(big.Int).And(b, new(big.Int).SetUint64(^uint64(0))).Uint64()
}

// fits reports whether n is a signed integer of the given width.
func fits(n starlark.Int, width uint) bool {
	if v, ok := n.Int64(); ok {
		return width >= 64 || v >= -1<<(width-1) && v < 1<<(width-1)
	}
	if width <= 64 {
		return false
	}
	b := n.BigInt()
	if b.Sign() < 0 {
		b.Not(b)
	}
	return uint(b.BitLen()) < width
}

// integerBuiltins are pure functions of exact integers. Each hands a legal-outcome set through.
func (m *machine) integerBuiltins() starlark.StringDict {
	return starlark.StringDict{
		"s":      starlark.NewBuiltin("s", builtinS),
		"u":      starlark.NewBuiltin("u", builtinU),
		"sext":   starlark.NewBuiltin("sext", m.builtinSext),
		"zext":   starlark.NewBuiltin("zext", builtinZext),
		"pow2":   starlark.NewBuiltin("pow2", builtinPow2),
		"bitlen": starlark.NewBuiltin("bitlen", builtinBitlen),
		"isqrt":  starlark.NewBuiltin("isqrt", builtinIsqrt),
		"min":    starlark.NewBuiltin("min", builtinExtreme),
		"max":    starlark.NewBuiltin("max", builtinExtreme),
	}
}

// integer unpacks the only argument; set is non-nil when it is a legal-outcome set.
func integer(b *starlark.Builtin, args starlark.Tuple, want int) (n starlark.Int, set *Set, err error) {
	if len(args) != want {
		return n, nil, fmt.Errorf("%s takes %d argument(s), not %d", b.Name(), want, len(args))
	}
	switch v := args[0].(type) {
	case starlark.Int:
		return v, nil, nil
	case *Set:
		return n, v, nil
	}
	return n, nil, fmt.Errorf("%s takes an int, not %s", b.Name(), args[0].Type())
}

// builtinS reads the 64 low bits as a signed integer.
func builtinS(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, err := integer(b, args, 1)
	if err != nil {
		return nil, err
	}
	if set != nil {
		return anyValue(set.by...), nil
	}
	if _, ok := n.Int64(); ok {
		return args[0], nil
	}
	return starlark.MakeInt64(int64(truncate(n))), nil
}

// builtinU reads the 64 low bits as an unsigned integer.
func builtinU(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, err := integer(b, args, 1)
	if err != nil {
		return nil, err
	}
	if set != nil {
		return set, nil
	}
	if _, ok := n.Uint64(); ok {
		return args[0], nil
	}
	return starlark.MakeUint64(truncate(n)), nil
}

func width(b *starlark.Builtin, v starlark.Value) (uint, error) {
	n, ok := v.(starlark.Int)
	if ok {
		if w, ok := n.Int64(); ok && w >= 1 && w <= 1<<16 {
			return uint(w), nil
		}
	}
	return 0, fmt.Errorf("%s takes a width from 1 to 65536 bits, not %v", b.Name(), v)
}

// sized reads an integer and a width.
func sized(b *starlark.Builtin, args starlark.Tuple) (n starlark.Int, set *Set, w uint, err error) {
	if n, set, err = integer(b, args, 2); err == nil {
		w, err = width(b, args[1])
	}
	return n, set, w, err
}

// builtinSext reads the low bits as a signed integer of that width. What did not fit is noted: the
// row's `overflow` rules speak only then.
func (m *machine) builtinSext(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, w, err := sized(b, args)
	if err != nil {
		return nil, err
	}
	if set != nil {
		if members, ok := set.enumerate(maxFork); ok && w <= 64 {
			for i, v := range members {
				members[i] = uint64(int64(v<<(64-w)) >> (64 - w))
			}
			return oneOf(set.by, members...), nil
		}
		return anyValue(set.by...), nil
	}
	m.wrapped = !fits(n, w) // the outermost counts: it is evaluated last
	if !m.wrapped {
		return args[0], nil
	}
	if w <= 64 {
		return starlark.MakeInt64(int64(truncate(n)<<(64-w)) >> (64 - w)), nil
	}
	v := lowBits(n.BigInt(), w)
	if v.Bit(int(w)-1) == 1 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), w))
	}
	return starlark.MakeBigInt(v), nil
}

// builtinZext reads the low bits as an unsigned integer.
func builtinZext(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, w, err := sized(b, args)
	if err != nil {
		return nil, err
	}
	if set != nil {
		if w >= 64 {
			return set, nil
		}
		return set.bitwise(func(v uint64) uint64 { return v & (1<<w - 1) }), nil
	}
	if w <= 64 {
		return starlark.MakeUint64(truncate(n) << (64 - w) >> (64 - w)), nil
	}
	return starlark.MakeBigInt(lowBits(n.BigInt(), w)), nil
}

func lowBits(v *big.Int, w uint) *big.Int {
	mask := new(big.Int).Lsh(big.NewInt(1), w)
	return v.And(v, mask.Sub(mask, big.NewInt(1)))
}

// builtinPow2 is 1 << n without the language's limit on shift counts.
func builtinPow2(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, _, err := integer(b, args, 1)
	if err != nil {
		return nil, err
	}
	e, ok := n.Int64()
	if !ok || e < 0 || e > 1<<16 {
		return nil, fmt.Errorf("pow2 takes 0 to 65536, not %v", args[0])
	}
	if e < 31 {
		return starlark.MakeInt(1 << e), nil
	}
	return starlark.MakeBigInt(new(big.Int).Lsh(big.NewInt(1), uint(e))), nil
}

// builtinBitlen is the number of bits of the magnitude; 0 for 0.
func builtinBitlen(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, err := integer(b, args, 1)
	if err != nil {
		return nil, err
	}
	if set != nil {
		return anyValue(set.by...), nil
	}
	return starlark.MakeInt(n.BigInt().BitLen()), nil
}

// builtinIsqrt is the integer part of the square root.
func builtinIsqrt(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	n, set, err := integer(b, args, 1)
	if err != nil {
		return nil, err
	}
	if set != nil {
		return anyValue(set.by...), nil
	}
	v := n.BigInt()
	if v.Sign() < 0 {
		return nil, fmt.Errorf("isqrt takes a non-negative int, not %v", args[0])
	}
	return starlark.MakeBigInt(v.Sqrt(v)), nil
}

// builtinExtreme is min or max of two or more integers.
func builtinExtreme(_ *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	if len(args) < 2 {
		return nil, fmt.Errorf("%s takes two or more ints", b.Name())
	}
	sign := -1
	if b.Name() == "max" {
		sign = 1
	}
	var best starlark.Int
	for i, a := range args {
		switch v := a.(type) {
		case *Set:
			return anyValue(v.by...), nil
		case starlark.Int:
			if i > 0 {
				if c, err := v.Cmp(best, 0); err != nil || c*sign <= 0 {
					continue
				}
			}
			best = v
		default:
			return nil, fmt.Errorf("%s takes ints, not %s", b.Name(), a.Type())
		}
	}
	return best, nil
}
