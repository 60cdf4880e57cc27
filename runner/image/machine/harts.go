package machine

import _ "embed"

//go:embed harts.S
var hartsText string

// Harts is the prelude of images whose cases run on two harts. Hart 1 waits for
// rounds; hart 0 runs the main loop of runtime.S, which hands each case to it. One round: hart 0
// makes the doublewords that the case presets what they should be, both harts meet at a barrier, wait a few instructions,
// differently many each time, load their registers and run their code; when both have ended, hart 0
// looks at the locations that the case names and counts the state that it finds in them.
//
// The barrier is plain loads, stores and fences: an implementation whose atomics are broken still
// reports. What is counted is what the harts saved in traps of their own.
func Harts() string { return hartsText }

// HartsSubset is what the prelude executes beyond [Subset].
func HartsSubset() []string { return []string{"fence"} }

// The harts' area: shared variables, a block for each hart, states.
const (
	HartsOffset = 0x8000 // from the work area
	HartsSize   = 0x2000

	atShared = 128 // the round that may start stands alone before them
	atBlocks = 256
	oneBlock = 512
	atStates = 2048

	// MaxStates is how many different final states a case may show; further ones are only counted.
	MaxStates = 64
	// MaxLocations is how many locations a case of several harts may observe.
	MaxLocations = 8
)

// blockNames are the variables of a hart's block after its saved registers. GO, READY and DONE
// hold numbers of rounds; each has one writer, and a cache line of its own.
var blockNames = map[string]uint64{
	"B_CAUSE": 256, "B_PC": 264, "B_TVAL": 272, "B_MODE": 280, "B_ENTRY": 288, "B_EXIT": 296, "B_SKEW": 304,
	"B_GO": 320, "B_READY": 384, "B_DONE": 448,
}

var sharedNames = [...]string{"H_CASE", "H_LEFT", "H_STATES", "H_LOST", "H_RANDOM", "H_ODD"}

// Location codes of a case of several harts: the hart whose trap record it is, when that is not
// the ordinary end; then for each state its count and the values of the locations in their order.
const (
	LocHart  = 0x3000
	LocCount = 0x3001
	LocValue = 0x3002
)

func hartsSymbols(s map[string]uint64, harts uint64) {
	s["harts"], s["first"], s["second"] = harts, harts+atBlocks, harts+atBlocks+oneBlock
	s["states"], s["H_VALUES"], s["MAX_STATES"] = harts+atStates, atShared+8*uint64(len(sharedNames)), MaxStates
	for name, at := range blockNames {
		s[name] = at
	}
	for i, name := range sharedNames {
		s[name] = atShared + 8*uint64(i)
	}
}

// HartX is the address at which a hart's register is found after a round; work is the work area.
func HartX(work uint64, hart, reg int) uint64 {
	return work + HartsOffset + atBlocks + uint64(hart)*oneBlock + 8*uint64(reg)
}

// Together appends the description of a case of two harts; a row's stub has its address instead
// of an entry.
func (t *Table) Together(entries, exits [2]uint64, repeat int, locations []uint64) uint64 {
	at := t.Words(entries[0], entries[1], exits[0], exits[1], uint64(repeat), uint64(len(locations)))
	t.Words(locations...)
	return at
}
