package oracle

import (
	"slices"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
	"pgregory.net/rapid"
)

// Sets against their members: whatever is done to a set holds what is done to each member.
func TestSetOperations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) *Set {
			switch rapid.IntRange(0, 2).Draw(t, name) {
			case 0:
				return oneOf(nil, rapid.SliceOfN(rapid.Uint64(), 1, 4).Draw(t, name+" values")...)
			case 1:
				mask := rapid.Uint64().Draw(t, name+" open")
				return anyValue().bitwise(func(v uint64) uint64 { return v & mask })
			}
			s := oneOf(nil, rapid.SliceOfN(rapid.Uint64Range(0, 255), 1, 4).Draw(t, name+" low")...)
			return merge(s, oneOf(nil, rapid.Uint64Range(0, 255).Draw(t, name+" a")<<8, rapid.Uint64Range(0, 255).Draw(t, name+" b")<<8))
		}
		member := func(s *Set, name string) uint64 {
			v := s.fixed
			for i, p := range s.parts {
				if p.alts == nil {
					v |= rapid.Uint64().Draw(t, name) & p.mask
				} else {
					v |= p.alts[rapid.IntRange(0, len(p.alts)-1).Draw(t, name)]
				}
				for _, q := range s.parts[:i] {
					if p.mask&q.mask != 0 {
						t.Fatalf("%v: parts overlap", s)
					}
				}
			}
			if !s.contains(v) {
				t.Fatalf("%v does not hold its member %#x", s, v)
			}
			return v
		}
		a, b := draw("a"), draw("b")
		x, y := member(a, "x"), member(b, "y")
		n := rapid.Uint64().Draw(t, "n")
		shift := rapid.IntRange(0, 64).Draw(t, "shift")
		num := func(v uint64) starlark.Value { return starlark.MakeUint64(v) }
		for _, c := range []struct {
			op   syntax.Token
			with starlark.Value
			want uint64
		}{
			{syntax.AMP, num(n), x & n}, {syntax.PIPE, num(n), x | n}, {syntax.CIRCUMFLEX, num(n), x ^ n},
			{syntax.LTLT, num(uint64(shift)), x << shift}, {syntax.GTGT, num(uint64(shift)), x >> shift},
			{syntax.PLUS, num(n), x + n}, {syntax.PIPE, b, x | y}, {syntax.AMP, b, x & y},
		} {
			got, err := a.Binary(c.op, c.with, starlark.Left)
			if err != nil {
				t.Fatal(err)
			}
			set := got.(*Set)
			if !set.contains(c.want) {
				t.Fatalf("%v %v %v = %v lacks %#x", a, c.op, c.with, set, c.want)
			}
			member(set, c.op.String())
		}
	})
}

func TestSetEnumerates(t *testing.T) {
	for _, c := range []struct {
		set  *Set
		want []uint64
		not  []uint64
	}{
		{oneOf(nil, 3, 1, 3), []uint64{1, 3}, []uint64{0, 2, 4}},
		{anyValue().bitwise(func(v uint64) uint64 { return v & 5 }), []uint64{0, 1, 4, 5}, []uint64{2, 8}},
		{merge(oneOf(nil, 0, 1), oneOf(nil, 8, 16)), []uint64{8, 9, 16, 17}, []uint64{0, 1, 24}},
	} {
		got, ok := c.set.enumerate(8)
		if !ok || !slices.Equal(got, c.want) {
			t.Errorf("%v: %v, want %v", c.set, got, c.want)
		}
		for _, v := range c.not {
			if c.set.contains(v) {
				t.Errorf("%v holds %d", c.set, v)
			}
		}
	}
	but := anyValue()
	but.but = []uint64{0}
	if but.contains(0) || !but.contains(1) || but.representative() == 0 {
		t.Error(but)
	}
	if _, ok := anyValue().enumerate(1 << 20); ok {
		t.Error("all values are listed")
	}
}
