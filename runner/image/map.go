package image

import (
	"encoding/binary"
	"fmt"

	"touchstone/runner/image/machine"
)

// Map says where an image lies in memory. Everything a scenario may name — the data area, the
// place of the runtime — is fixed at plan time; only the addresses of stubs differ from image to
// image, and cases name those relative to their own code.
//
//	Base + 0x000000  Text    the runtime, read and executed
//	     + 0x00a000  Work    its variables: saved registers, expected registers, expected data
//	     + 0x00f000  ToHost  the HTIF words, alone in their page (simulators trap the page)
//	     + 0x010800  Data    512 bytes that cases may use, 128 bytes of guard on either side, alone in a page
//	     + 0x012000  Harts   what harts that run together share: only in their images
//	     + 0x014000  State   floating-point and vector registers before and after a case: likewise
//	     + 0x020000  Table   settings, stubs, rows, pristine code: read only
//	     + 0x300000  Log     records, begin_signature to end_signature
//	     + 0x500000  Code    stubs, and chunks up to 1 MiB away from them
//	     +0x4000000  End     of the memory that an image needs
type Map struct {
	Base uint64 // start of memory, where the hart starts
	Data uint64 // the data area

	// Size is how much memory there is, in bytes; 0: all of the above. With less of it Table begins
	// at +0x018000, and Table, Log and Code share what is left.
	Size uint64 `json:",omitzero"`

	Console Device `json:",omitzero"` // what images print on; the zero value is the HTIF console
	Exit    Device `json:",omitzero"` // how they end; the zero value is a store to tohost
}

// DataSize is the size of the data area in bytes, GuardSize that of the guard on either side.
const (
	DataSize  = 512
	GuardSize = 128
)

// Offsets from Map.Base, the last four those of a map of full size.
const (
	workOffset  = 0x00a000
	htifOffset  = 0x00f000
	dataOffset  = 0x010800
	hartsOffset = workOffset + machine.HartsOffset
	stateOffset = workOffset + machine.StateOffset
	tableOffset = 0x020000
	logOffset   = 0x300000
	codeOffset  = 0x500000
	endOffset   = 0x4000000
)

// DefaultMap is the map of simulators: memory from 0x80000000, 64 MiB of it.
func DefaultMap() Map { return MapAt(0x80000000) }

// MapAt is the map for memory that begins at base (a multiple of 4096).
func MapAt(base uint64) Map { return Map{Base: base, Data: base + dataOffset} }

// Memory sizes in bytes: what the smallest map needs, and what an image can use at most.
const (
	MinMemory = 128 << 10
	MaxMemory = endOffset
)

// MapOf is the map for so much memory that begins at base. With less than [MaxMemory] images hold
// fewer cases each, and a case whose code is spread wider than memory fits in none.
func MapOf(base, size uint64) (Map, error) {
	switch {
	case base%4096 != 0:
		return Map{}, fmt.Errorf("memory cannot begin at %#x: give a multiple of 4096", base)
	case size < MinMemory:
		return Map{}, fmt.Errorf("%d bytes of memory hold no image: the smallest need %d (128K)", size, MinMemory)
	case base > 1<<55 || base+size > 1<<55:
		return Map{}, fmt.Errorf("memory from %#x to %#x is beyond what any RV64 hart addresses", base, base+size)
	}
	m := MapAt(base)
	if size < MaxMemory {
		m.Size = size &^ 4095
	}
	return m, nil
}

// regions are where the parts lie whose room depends on the size of memory: offsets from Base.
type regions struct{ table, log, code, end uint64 }

func (m Map) regions() regions {
	if m.Size == 0 {
		return regions{tableOffset, logOffset, codeOffset, endOffset}
	}
	const small = 0x018000 // leaves 16 KiB for floating-point and vector state
	r := regions{table: small, end: m.Size}
	rest := r.end - r.table
	r.log = r.table + min(rest*2/5, logOffset-tableOffset)&^4095
	r.code = r.log + min(rest/4, codeOffset-logOffset)&^4095
	return r
}

// Place is the n-th page from the end of the code region: for code whose address a setting depends
// on (trial.Stub.At). Different stubs take different places.
func (m Map) Place(n int) uint64 { return m.Base + m.Memory() - uint64(n+1)*4096 }

// ToHost is the HTIF word through which an image prints and exits.
func (m Map) ToHost() uint64 { return m.Base + htifOffset }

// CodeBase is where stubs begin: code below is the runtime's, code from here on the cases'.
func (m Map) CodeBase() uint64 { return m.Base + m.regions().code }

// Memory is how many bytes from Base an image needs.
func (m Map) Memory() uint64 { return m.regions().end }

// identity is what an image's identity takes of its map.
func (m Map) identity() any {
	if plain := (Map{Base: m.Base, Data: m.Data}); m == plain {
		return struct{ Base, Data uint64 }{m.Base, m.Data}
	}
	return m
}

// Background is the value that register x(reg) holds when a case begins and no preset says
// otherwise: different for each register, recognisable ("b…" for background), with the register's
// number in both halves, no valid address, and with both halves' signs set. x0 is 0.
func Background(reg int) uint64 {
	if reg == 0 {
		return 0
	}
	n := uint64(reg)
	return 0xb0000000_b0000000 | n<<48 | n<<40 | (n^0x15)<<16 | n<<8 | n
}

// FloatBackground is the value that f(reg) holds when a case begins and no preset says otherwise: a
// normal binary64 number, different for each register, which is no NaN-boxed value.
func FloatBackground(reg int) uint64 {
	n := uint64(reg)
	return 0xc0b0_00f0_0000_0000 | n<<40 | (n^0x15)<<16 | n<<8 | n
}

// VectorBackground is doubleword i of v(reg) when a case begins and neither trial.Case.Vectors nor
// a preset says otherwise. No two elements of a register are alike, at any width, and half of them
// have their sign set; v0 masks some elements and leaves others active.
func VectorBackground(reg, i int) uint64 { return DataBackground(int64(4096 + reg*1024 + i*8)) }

// VectorBackgrounds is the background of all vector registers of vlen bits.
func VectorBackgrounds(vlen int) []byte {
	b := make([]byte, 0, 32*vlen/8)
	for reg := range 32 {
		for i := range vlen / 64 {
			b = binary.LittleEndian.AppendUint64(b, VectorBackground(reg, i))
		}
	}
	return b
}

// DataBackground is the doubleword at offset (a multiple of 8) of the data area when a case
// begins and no preset says otherwise. Every byte of the area and of its guards differs from its
// neighbours, all aligned halfwords, words and doublewords are different, and half of them have their
// sign set: a load of any width shows where it read and how it extended.
// Offsets outside of the area (-GuardSize to DataSize+GuardSize-8) are the guards'.
func DataBackground(offset int64) uint64 {
	// The first odd multiplier near the golden ratio with which the above holds; a test checks it.
	v := uint64(offset+1024) * 0x9e3779b97f4a7c2d
	v ^= v >> 29
	v *= 0xbf58476d1ce4e5b9
	return v ^ v>>32
}
