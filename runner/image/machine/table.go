package machine

import "encoding/binary"

// Table writes the read-only tables from an address up.
type Table struct {
	Base  uint64
	bytes []byte
}

// Here is the address of the next doubleword.
func (t *Table) Here() uint64 { return t.Base + uint64(len(t.bytes)) }

// Bytes is the table.
func (t *Table) Bytes() []byte { return t.bytes }

// Words appends doublewords and gives their address.
func (t *Table) Words(words ...uint64) uint64 {
	at := t.Here()
	for _, w := range words {
		t.bytes = binary.LittleEndian.AppendUint64(t.bytes, w)
	}
	return at
}

// Raw appends bytes, whole doublewords of them.
func (t *Table) Raw(b []byte) uint64 {
	if len(b)%8 != 0 {
		panic("machine: table entry of broken length")
	}
	at := t.Here()
	t.bytes = append(t.bytes, b...)
	return at
}

// Run is a stretch of a stub's code, whole doublewords.
type Run struct {
	Addr  uint64
	Bytes []byte
}

// Stub appends a stub's description and pristine copy.
func (t *Table) Stub(entry uint64, runs []Run) uint64 {
	copies := make([]uint64, len(runs))
	for i, r := range runs {
		copies[i] = t.Raw(r.Bytes)
	}
	at := t.Words(entry, uint64(len(runs)))
	for i, r := range runs {
		t.Words(r.Addr, r.Addr+uint64(len(r.Bytes)), copies[i])
	}
	return at
}

// Access is one CSR of a row: preset, observed, or both.
type Access struct {
	CSR     uint16
	Preset  bool
	Observe bool
	Value   uint64
}

// Pair is a preset: a register's number or an offset, and the value.
type Pair struct{ Where, Value uint64 }

// Row is one case: presets of registers and of the data area, CSRs, and the state beyond.
type Row struct {
	X, Mem []Pair
	CSRs   []Access
	Float  *Float  // nil: the image has no floating-point state
	Vector *Vector // nil: no vector state
}

// Row appends a case's row; stub is the address of its stub's description.
func (t *Table) Row(text *Text, id, stub uint64, r Row) uint64 {
	at := t.Here()
	start := len(t.bytes)
	size := uint64(rowPairs + 16*len(r.X) + 16*len(r.Mem) + 32*len(r.CSRs))
	csrs := at + size - uint64(32*len(r.CSRs))
	var float, vector []uint64
	var floatAt, vectorAt uint64
	if r.Float != nil {
		float, floatAt = r.Float.words(), at+size
		size += 8 * uint64(len(float))
	}
	if r.Vector != nil {
		vector, vectorAt = r.Vector.words(), at+size
		size += 8 * uint64(len(vector))
	}
	t.Words(0, size, stub, uint64(len(r.X)), uint64(len(r.Mem)), uint64(len(r.CSRs)), csrs, floatAt, vectorAt)
	for _, p := range r.X {
		t.Words(8*p.Where, p.Value)
	}
	for _, p := range r.Mem {
		t.Words(p.Where, p.Value)
	}
	for _, a := range r.CSRs {
		var read, write uint64
		if a.Observe {
			read = text.Read(a.CSR)
		}
		if a.Preset {
			write = text.Write(a.CSR)
		}
		t.Words(read, write, a.Value, LocCSR+uint64(a.CSR))
	}
	t.Words(float...)
	t.Words(vector...)
	sum := Sum(id, t.bytes[start+8:])
	binary.LittleEndian.PutUint64(t.bytes[start+rowSum:], sum)
	return at
}

// Sum is the runtime's checksum over doublewords.
func Sum(seed uint64, b []byte) uint64 {
	for ; len(b) >= 8; b = b[8:] {
		seed = seed*31 + binary.LittleEndian.Uint64(b)
	}
	return seed
}
