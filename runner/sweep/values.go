package sweep

import "slices"

// core values meet each other in all pairs.
var core = []uint64{
	0, 1, 2, ^uint64(0),
	0x7fffffff, 0x80000000, 0xffffffff, 0x1_00000000, // 32-bit edges, zero-extended
	0xffffffff_80000000, 0xffffffff_7fffffff, // and sign-extended, and one below
	0x7fffffff_ffffffff, 0x80000000_00000000,
	0x55555555_55555555, 0xaaaaaaaa_aaaaaaaa,
	0x00000001_80000000, 0xfffffffe_7fffffff, // halves whose signs disagree
}

// amounts are shift amounts at the edges of 5 and 6 bits; most of them join the second operand.
var amounts = []uint64{31, 33, 63, 32, 64, 65}

// narrow values are the edges of 8 and 16 bits; they are tried alone.
var narrow = []uint64{
	0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000,
	0xffffffff_ffffff80, 0xffffffff_ffffff7f, 0xffffffff_ffff8000, 0xffffffff_ffff7fff,
	3, ^uint64(1), ^uint64(2), 0x80000000_00000001, 0x7fffffff_fffffffe, 0x0123456789abcdef, 0xfedcba9876543210,
}

// patterns fill memory: every byte, halfword and word of both signs, and bytes that all differ.
var patterns = []uint64{
	0x80808080_80808080, 0x7f7f7f7f_7f7f7f7f, 0, ^uint64(0),
	0x01234567_89abcdef, 0xfedcba98_76543210, 0x80008000_80008000, 0x7fff7fff_7fff7fff,
	0x80000000_80000000, 0x7fffffff_7fffffff, 0x00ff00ff_00ff00ff, 0x8001_7ffe_ff00_00ff,
}

// firsts and seconds are the values of the first and second source, pairs of which are tried.
func (e Effort) firsts() []uint64 {
	switch e {
	case Quick:
		return []uint64{0, ^uint64(0), 0x7fffffff, 0xffffffff_80000000, 0x80000000_00000000, 0x7fffffff_ffffffff, 0x00000001_80000000}
	case Exhaustive:
		return slices.Concat(core, amounts, narrow)
	}
	return core
}

func (e Effort) seconds() []uint64 {
	switch e {
	case Quick:
		return slices.Concat(e.firsts(), []uint64{1, 33, 63})
	case Exhaustive:
		return slices.Concat(core, amounts, narrow)
	}
	return slices.Concat(core, amounts[:3])
}

// singles are the values of an only source.
func (e Effort) singles() []uint64 {
	if e == Quick {
		return e.firsts()
	}
	return slices.Concat(core, narrow, amounts)
}

// few is how many of a long list are tried beside another long list. Compressed rows get fewer: what
// they expand to has had its own.
func (b *builder) few() int {
	n := [...]int{1, 3, 24}[b.Effort]
	if b.in.Size == 2 {
		n = (n + 1) / 2
	}
	return n
}

// beside is how many values meet each member of a list of n: as few allows, but no more than a few
// thousand vectors in all.
func (b *builder) beside(n int) int { return max(min(b.few(), 4000/n), 1) }

// thin keeps a third of a list in quick sweeps.
func thin[T any](b *builder, list []T) []T {
	if b.Effort == Quick {
		return stride(list, (len(list)+2)/3, 0)
	}
	return list
}

// random is how many random vectors each row gets on top.
func (e Effort) random() int { return [...]int{4, 16, 1500}[e] }

// edges are the immediates of an operand that are worth trying, least first.
func edges(min, max, step int64) []int64 {
	var out []int64
	add := func(v int64) {
		if v >= min && v <= max && v%step == 0 {
			out = append(out, v)
		}
	}
	add(min)
	add(min + step)
	add(max)
	add(max - step)
	for _, v := range []int64{0, 1, 2, 3, 5, 10} {
		add(v * step)
		add(-v * step)
	}
	for bit := int64(1); bit > 0 && bit <= max; bit <<= 1 {
		add(bit)
		add(-bit)
		add(bit - step)
		add(-bit - step)
		add(bit + step)
	}
	add(alternating & max &^ (step - 1))
	add(alternating << 1 & max &^ (step - 1))
	if min < 0 {
		add(min + alternating&max&^(step-1))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

const alternating = 0x55555555

// stride takes about n values of a list, evenly, from a place that depends on shift; first and last
// take their turn.
func stride[T any](list []T, n, shift int) []T {
	if n >= len(list) {
		return list
	}
	out := make([]T, n)
	for i := range out {
		out[i] = list[(i*len(list)/n+shift)%len(list)]
	}
	return out
}
