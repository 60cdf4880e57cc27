package sweep

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"sync"

	"touchstone/runner/trial"
)

// Blocks makes what vector registers hold, once for all sweeps that ask for the same, in whatever
// order and however many at a time.
type Blocks struct {
	mu   sync.Mutex
	made map[block]*trial.Vectors
}

// kind is what the elements of a block are.
type kind int

const (
	integers kind = iota
	floatValues
	offsets // of vs2: distinct multiples of the destination's width, as indexed accesses take them
)

// block names a content: widths of the elements of v8 to v15, v16 to v23, and v24 to v31.
type block struct {
	kind            kind
	vlen            int
	dest, vs2, vs1  int
	variant, spread int // spread: of offsets, how many bytes they span
}

func (s *Blocks) get(b block) *trial.Vectors {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.made[b]; ok {
		return v
	}
	if s.made == nil {
		s.made = map[block]*trial.Vectors{}
	}
	v := b.make()
	s.made[b] = v
	return v
}

// make fills the registers: v0 with mask bits, each group of eight with edges and random values of its
// width, in an order that differs from group to group.
func (b block) make() *trial.Vectors {
	var seed [32]byte
	copy(seed[:], fmt.Sprint(b))
	rng := rand.New(rand.NewChaCha8(seed))
	bytes := make([]byte, 32*b.vlen/8)
	each := b.vlen / 8
	for i := 0; i < 8*each; i += 8 {
		binary.LittleEndian.PutUint64(bytes[i:], rng.Uint64())
	}
	for g, width := range []int{b.dest, b.vs2, b.vs1} {
		group := bytes[(g+1)*8*each : (g+2)*8*each]
		if b.kind == offsets && g == 1 {
			b.offsets(group, width, rng)
			continue
		}
		values := b.values(width)
		at := rng.IntN(len(values))
		for i := 0; i < len(group); i += width / 8 {
			v := values[at%len(values)]
			at++
			if rng.IntN(4) == 0 {
				at += rng.IntN(len(values))
			}
			if rng.IntN(3) == 0 {
				v = b.random(rng, width)
			}
			put(group[i:], width, v)
		}
	}
	return &trial.Vectors{Name: fmt.Sprintf("block %v", b), Bytes: bytes}
}

func (b block) values(width int) []uint64 {
	if b.kind == floatValues && width >= 16 {
		f := ofWidth(width)
		return append(f.core(), f.further()...)
	}
	return integerEdges(width)
}

func (b block) random(rng *rand.Rand, width int) uint64 {
	v := rng.Uint64()
	if b.kind == floatValues && width >= 16 {
		f := ofWidth(width)
		return f.bits(int(v&1), f.bias()+int(v>>1%16)-8, v>>8)
	}
	return v >> rng.IntN(width)
}

// offsets fills a group with distinct multiples of the destination's width below spread, or below
// what an index of this width can say; then they repeat.
func (b block) offsets(group []byte, width int, rng *rand.Rand) {
	most := b.spread
	if width == 8 {
		most = min(most, 256)
	}
	places := rng.Perm(max(most*8/b.dest, 1))
	for i := range len(group) * 8 / width {
		put(group[i*width/8:], width, uint64(places[i%len(places)]*b.dest/8))
	}
}

func put(b []byte, width int, v uint64) {
	for i := range width / 8 {
		b[i] = byte(v >> (8 * i))
	}
}
