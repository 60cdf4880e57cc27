package specs

import (
	"math/bits"
	"strings"
)

// View says that a CSR is some bits of another, as fflags is bits 4 to 0 of fcsr.
type View struct {
	CSR        string // the other
	Low, Width uint8
}

// In gives the whole CSR with what is written to the view in its place.
func (v View) In(whole, written uint64) uint64 {
	mask := uint64(1)<<v.Width - 1
	return whole&^(mask<<v.Low) | written&mask<<v.Low
}

// Views gives the CSRs, by name, whose only field, from bit 0 up, is kept in another.
func Views(csrs []CSR) map[string]View {
	views := map[string]View{}
	for i := range csrs {
		c := &csrs[i]
		if len(c.Fields) != 1 {
			continue
		}
		f := c.Fields[0]
		whole, place, ok := strings.Cut(f.Of, " ")
		if mask := bitMask(place); ok && bitMask(f.Bits)&1 != 0 {
			views[c.Name] = View{whole, uint8(bits.TrailingZeros64(mask)), uint8(bits.OnesCount64(mask))}
		}
	}
	return views
}
