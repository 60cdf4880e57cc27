package oracle

import (
	"encoding/binary"
	"testing"

	"go.starlark.net/starlark"
	"pgregory.net/rapid"
)

// Writes of elements, sets and agnostic ranges, against the plain set of the values that a doubleword
// may then have: no such value is refused, and where all elements are of one width no other is accepted.
func TestVectorFileAgainstModel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := func(label string) int { return rapid.SampledFrom([]int{8, 16, 32, 64}).Draw(t, label) }
		one := width("width")
		mixed := rapid.Bool().Draw(t, "mixed widths")
		before := rapid.Uint64().Draw(t, "before")
		if rapid.Bool().Draw(t, "ones inside") {
			before |= 0xff00ff
		}
		bytes := make([]byte, 32*8)
		binary.LittleEndian.PutUint64(bytes, before)
		m := &machine{}
		m.vector.reset(&Vector{Bytes: bytes})

		model := map[uint64]bool{before: true}
		each := func(f func(v uint64, add func(uint64))) {
			next := map[uint64]bool{}
			for v := range model {
				f(v, func(w uint64) { next[w] = true })
			}
			model = next
		}
		for step := range rapid.IntRange(1, 4).Draw(t, "writes") {
			w := one
			if mixed {
				w = width("width of a write")
			}
			i := rapid.IntRange(0, 64/w-1).Draw(t, "element")
			shift, mask := i*w, lowMask(w)
			key := starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(i), starlark.MakeInt(w)}
			put := func(v uint64, to uint64) uint64 { return v&^(mask<<shift) | to&mask<<shift }
			var err error
			switch rapid.SampledFrom([]string{"exact", "set", "agnostic"}).Draw(t, "kind") {
			case "exact":
				to := rapid.Uint64().Draw(t, "value")
				err = vregisters{m: m}.SetKey(key, starlark.MakeUint64(to))
				each(func(v uint64, add func(uint64)) { add(put(v, to)) })
			case "set":
				a, b := rapid.Uint64().Draw(t, "a"), rapid.Uint64().Draw(t, "b")
				err = vregisters{m: m}.SetKey(key, oneOf([]string{"rule"}, a, b))
				each(func(v uint64, add func(uint64)) { add(put(v, a)); add(put(v, b)) })
			case "agnostic":
				end := rapid.IntRange(i+1, min(64/w, i+4)).Draw(t, "end")
				_, err = m.builtinAgnostic(nil, starlark.NewBuiltin("agnostic", nil),
					starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(i), starlark.MakeInt(end), starlark.MakeInt(w)},
					[]starlark.Tuple{{starlark.String("by"), starlark.String("rule")}})
				for ; i < end; i++ {
					shift = i * w
					each(func(v uint64, add func(uint64)) { add(v); add(put(v, ^uint64(0))) })
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			for i := range m.pending.v {
				m.storeVector(&m.pending.v[i], int32(step))
			}
			m.pending.v = m.pending.v[:0]
		}

		explained := func(v uint64) bool {
			m.vector.looked = false
			m.vector.look(&Observed{Changed: map[string]uint64{"v0[0]": v}})
			return m.vector.explains()
		}
		n := 0
		for v := range model {
			if !explained(v) {
				t.Fatalf("%#x is refused; %#x was before", v, before)
			}
			if _, set := m.vector.value(span{0, 64}); set != nil && !set.contains(v) {
				t.Fatalf("%#x is not in %v; %#x was before", v, set, before)
			}
			wrong := v ^ 1<<rapid.IntRange(0, 63).Draw(t, "bit")
			if !mixed && !model[wrong] && explained(wrong) {
				t.Fatalf("%#x is accepted; %#x was before, %#x may be", wrong, before, v)
			}
			if n++; n == 16 {
				break
			}
		}
	})
}
