// Package generated makes bytes that take no room in a plan: whoever sends them, and whoever judges what
// became of them, makes them when they are needed.
package generated

import (
	"crypto/sha256"
	"encoding/binary"
	"io"
)

// Bytes is a piece of pseudo-random bytes: those from From up to To of the Size bytes that Seed gives.
// Byte n is byte n%32 of the SHA-256 digest of "touchstone", the seed and n/32, both as eight bytes, most
// significant first. So anybody can make any piece of them, in any language, without the rest.
type Bytes struct {
	Seed     uint64
	Size     int64
	From, To int64
}

// Len is how many bytes the piece has.
func (g Bytes) Len() int64 { return g.To - g.From }

// Reader gives them.
func (g Bytes) Reader() io.Reader { return io.NewSectionReader(g, 0, g.Len()) }

// ReadAt gives some of them.
func (g Bytes) ReadAt(p []byte, at int64) (n int, err error) {
	if at < 0 || at > g.Len() {
		return 0, io.EOF
	}
	if rest := g.Len() - at; int64(len(p)) > rest {
		p, err = p[:rest], io.EOF
	}
	from := g.From + at
	for n < len(p) {
		block := blockOf(g.Seed, uint64(from)/sha256.Size)
		m := copy(p[n:], block[from%sha256.Size:])
		n += m
		from += int64(m)
	}
	return n, err
}

func blockOf(seed, n uint64) [sha256.Size]byte {
	var text [26]byte
	copy(text[:], "touchstone")
	binary.BigEndian.PutUint64(text[10:], seed)
	binary.BigEndian.PutUint64(text[18:], n)
	return sha256.Sum256(text[:])
}
