// Package frame is the format of what an image reports: records of 64-bit words, the same in a
// memory log and as lines of text.
//
//	word 0      slot<<16 | n<<4 | kind
//	words 1…n   the payload
//	word n+1    the sum: h = image id; for words 0…n: h = h*31 + word
//
// In a log records follow each other, little-endian, and a zero word ends them. As text a record
// is one line: "~", the words in hexadecimal without leading zeros, single blanks, a line feed.
// Everything else on a console is noise, and is kept apart.
//
// The sum is seeded with the image's id, so a record of another image never passes for one of
// this. Nothing here trusts what it reads: every length is bounded and every line may be anything.
package frame

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
)

// Version is the format's number, the first word of a Start.
const Version = 1

// Kind of record.
type Kind uint8

const (
	Start   Kind = 1 // version, image id, number of cases
	Begin   Kind = 2 // the slot's case is about to run
	Result  Kind = 3 // cause, pc, tval, privilege it came from, then pairs of location and value
	End     Kind = 4 // number of cases run, sum over text and tables
	Full    Kind = 5 // the log has no room for more
	Clobber Kind = 6 // the row at the address in word 1 is no longer what was loaded
)

func (k Kind) String() string {
	names := [...]string{Start: "start", Begin: "begin", Result: "result", End: "end", Full: "full", Clobber: "clobber"}
	if k == 0 || int(k) >= len(names) {
		return "kind " + strconv.Itoa(int(k))
	}
	return names[k]
}

// MaxWords is the largest payload; MaxLine the longest line that can be a record.
const (
	MaxWords = 1<<12 - 1
	MaxLine  = 1 + (MaxWords+2)*17
)

// Record is one record, its sum verified.
type Record struct {
	Kind  Kind
	Slot  int
	Words []uint64
}

// Fault is a class of bytes that are not a record. It is an error, for errors.Is.
type Fault string

const (
	Noise   Fault = "noise"           // text that does not claim to be a record
	Garbled Fault = "garbled"         // claims to be one, and is not written like one
	Half    Fault = "half a record"   // stops in the middle
	BadSum  Fault = "wrong checksum"  // written like a record, but its sum is another
	TooLong Fault = "overlong line"   // longer than any record
	Foreign Fault = "another image's" // a record with the sum of another image
)

func (f Fault) Error() string { return string(f) }

// Sum is the checksum of words under an image id.
func Sum(id uint64, words ...uint64) uint64 {
	for _, w := range words {
		id = id*31 + w
	}
	return id
}

// Append appends the record's words, sum included.
func Append(dst []uint64, id uint64, r Record) []uint64 {
	if len(r.Words) > MaxWords {
		panic("frame: payload too long")
	}
	at := len(dst)
	dst = append(dst, uint64(r.Slot)<<16|uint64(len(r.Words))<<4|uint64(r.Kind))
	dst = append(dst, r.Words...)
	return append(dst, Sum(id, dst[at:]...))
}

// AppendLine appends the record as a line of text.
func AppendLine(dst []byte, id uint64, r Record) []byte {
	dst = append(dst, '~')
	for i, w := range Append(nil, id, r) {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = strconv.AppendUint(dst, w, 16)
	}
	return append(dst, '\n')
}

// check makes a record of words that are its head, payload and sum. The Record's Words alias them.
func check(words []uint64, id uint64) (Record, error) {
	head := words[0]
	r := Record{Kind: Kind(head & 15), Slot: int(head >> 16), Words: words[1 : len(words)-1]}
	if head>>48 != 0 || r.Kind < Start || r.Kind > Clobber || int(head>>4&0xfff) != len(r.Words) {
		return Record{}, fmt.Errorf("%w: head %#x with %d words", Garbled, head, len(r.Words))
	}
	sum := words[len(words)-1]
	if Sum(id, words[:len(words)-1]...) == sum {
		return r, nil
	}
	if r.Kind == Start && len(r.Words) == 3 && Sum(r.Words[1], words[:len(words)-1]...) == sum {
		return Record{}, fmt.Errorf("%w: image %x reports where %x was started", Foreign, r.Words[1], id)
	}
	return Record{}, fmt.Errorf("%w in a %v record of slot %d", BadSum, r.Kind, r.Slot)
}

// Log reads the records of a memory log in order and yields each, or the fault that stands in its
// place. A record with a wrong sum is skipped by its length when that is plausible; when it is
// not, reading ends, since nothing says where the next record would begin.
func Log(log []byte, id uint64, yield func(Record, error) error) error {
	words := make([]uint64, len(log)/8)
	for i := range words {
		words[i] = binary.LittleEndian.Uint64(log[8*i:])
	}
	for len(words) > 0 && words[0] != 0 {
		n := int(words[0]>>4&0xfff) + 2
		if n > len(words) {
			return yield(Record{}, fmt.Errorf("%w: head %#x at the end of the log", Half, words[0]))
		}
		r, err := check(words[:n:n], id)
		if err := yield(r, err); err != nil {
			return err
		}
		if errors.Is(err, Garbled) {
			return nil
		}
		words = words[n:]
	}
	return nil
}
