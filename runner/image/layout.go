package image

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// granule is what stubs share memory in: no two stubs share an aligned doubleword, so the runtime
// can compare and repair each by itself.
const granule = 8

// arena hands out the code region to stubs, first fit. A stub may have chunks far from its entry
// (a jump's target a mebibyte away), between which others' chunks lie.
type arena struct {
	base  uint64
	taken []uint64       // a bit a granule
	next  map[string]int // where to go on looking, by shape: an equal shape did not fit before it
}

func newArena(base, size uint64) *arena {
	return &arena{base: base, taken: make([]uint64, size/granule/64), next: map[string]int{}}
}

// span is a stretch of granules relative to the granule of the stub's entry.
type span struct{ from, to int }

// place finds a code address for the stub and returns it with the stub's memory there.
func (a *arena) place(s *trial.Stub) (uint64, []machine.Run, error) {
	within, step, err := alignment(s.Align)
	if err != nil {
		return 0, nil, err
	}
	spans, err := shape(s, within)
	if err != nil {
		return 0, nil, err
	}
	limit := len(a.taken) * 64
	key := fmt.Sprint(step, spans)
	start, seen := a.next[key]
	if !seen {
		start = max(0, -spans[0].from)
		first := int(a.base / granule % uint64(step)) // an address has the alignment, not an offset
		start += (step - (start+first)%step) % step
	}
	if s.At != 0 {
		if s.At < a.base {
			return 0, nil, noRoom("code cannot lie at %#x: the code region begins at %#x", s.At, a.base)
		}
		if s.At%granule != within {
			return 0, nil, fmt.Errorf("code cannot lie at %#x: its alignment is %d", s.At, s.Align)
		}
		key, start, step = fmt.Sprint("at ", s.At), int((s.At-a.base)/granule), limit // there or nowhere
	}
search:
	for at := start; ; at += step {
		for _, sp := range spans {
			if at+sp.to >= limit {
				return 0, nil, noRoom("no room for code from offset %#x to %#x in %d KiB",
					spans[0].from*granule, spans[len(spans)-1].to*granule, limit*granule>>10)
			}
			// One granule more stays zero, an illegal instruction, for code that falls through.
			for g := at + sp.from; g <= at+sp.to; g++ {
				if a.taken[g/64]>>(g%64)&1 != 0 {
					continue search
				}
			}
		}
		a.next[key] = at
		code := a.base + uint64(at)*granule + within
		var runs []machine.Run
		for _, sp := range spans {
			for g := at + sp.from; g < at+sp.to; g++ {
				a.taken[g/64] |= 1 << (g % 64)
			}
			runs = append(runs, machine.Run{
				Addr:  a.base + uint64(at+sp.from)*granule,
				Bytes: make([]byte, (sp.to-sp.from)*granule),
			})
		}
		for _, c := range s.Chunks {
			addr := code + uint64(c.Offset)
			i := slices.IndexFunc(runs, func(r machine.Run) bool { return addr-r.Addr < uint64(len(r.Bytes)) })
			copy(runs[i].Bytes[addr-runs[i].Addr:], c.Bytes)
		}
		return code, runs, nil
	}
}

// reserve keeps the places of an absent case's code, as often as it would have been placed.
func (a *arena) reserve(c *trial.Case, stubs map[*trial.Stub]*stub, environment string) error {
	if len(c.Harts) == 0 && stubs[c.Stub] != nil {
		return nil
	}
	for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
		s, _, err := approached(s, environment)
		if err != nil {
			return err
		}
		if _, _, err := a.place(s); err != nil {
			return err
		}
	}
	stubs[c.Stub] = &stub{}
	return nil
}

// alignment gives a code address's offset within its granule and the step of candidates in granules.
func alignment(align int) (within uint64, step int, err error) {
	switch {
	case align == 2:
		return 2, 1, nil
	case align == 0 || align == 4:
		return 0, 1, nil
	case align >= granule && align&(align-1) == 0 && align <= 1<<20:
		return 0, align / granule, nil
	}
	return 0, 0, fmt.Errorf("no code address has alignment %d; use 0, 2, or a power of two up to 1 MiB", align)
}

// shape gives the spans that a stub's chunks cover, sorted, apart.
func shape(s *trial.Stub, within uint64) ([]span, error) {
	if len(s.Chunks) == 0 {
		return nil, fmt.Errorf("the stub has no code")
	}
	type piece struct{ from, to int64 }
	var pieces []piece
	for _, c := range s.Chunks {
		if len(c.Bytes) == 0 || c.Offset%2 != 0 || c.Offset > math.MaxInt32 || c.Offset < math.MinInt32 {
			return nil, fmt.Errorf("chunk of %d bytes at offset %#x: a chunk has bytes, and an even offset within 2 GiB", len(c.Bytes), c.Offset)
		}
		pieces = append(pieces, piece{c.Offset, c.Offset + int64(len(c.Bytes))})
	}
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.from, b.from) })
	var spans []span
	for i, p := range pieces {
		if i > 0 && p.from < pieces[i-1].to {
			return nil, fmt.Errorf("chunks overlap at offset %#x", p.from)
		}
		from := int(floorDiv(p.from+int64(within), granule))
		to := int(floorDiv(p.to+int64(within)-1, granule)) + 1
		// Spans that touch, or leave no granule between them, are one.
		if n := len(spans); n > 0 && from <= spans[n-1].to {
			spans[n-1].to = max(spans[n-1].to, to)
		} else {
			spans = append(spans, span{from, to})
		}
	}
	return spans, nil
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
