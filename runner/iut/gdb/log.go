package gdb

import (
	"context"
	"encoding/binary"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut/gdb/remote"
)

// tail reads a log as it grows.
type tail struct {
	image *image.Image
	next  int // offset behind the records that have been read
}

// The log is read in pieces, at first small ones: what lies behind the last record is read for
// nothing, and over JTAG that takes its time.
const (
	firstPiece   = 4 << 10
	largestPiece = 32 << 10
)

// records are the whole records that have been written since they were last read. While the image
// is not done, the one behind them may be half written.
func (t *tail) records(ctx context.Context, c *remote.Client) ([]byte, error) {
	if t.image.Footing {
		return nil, nil // its table has no records
	}
	log, whole, err := t.read(ctx, c, true)
	t.next += whole
	return log[:whole], err
}

// rest is everything since: what follows the whole records as well, if it is not zero.
func (t *tail) rest(ctx context.Context, c *remote.Client) ([]byte, error) {
	log, whole, err := t.read(ctx, c, false)
	t.next += whole
	return log, err
}

func (t *tail) room() int { return int(t.image.Log[1]-t.image.Log[0]) - t.next }

// read reads as far as there are records, and says how many bytes of what it read are whole ones.
func (t *tail) read(ctx context.Context, c *remote.Client, sums bool) (log []byte, whole int, err error) {
	for size := firstPiece; ; size = min(2*size, largestPiece) {
		if t.image.Footing {
			size = t.room()
		}
		from := len(log)
		log = append(log, make([]byte, min(size, t.room()-from))...)
		n, err := c.ReadMemory(ctx, t.image.Log[0]+uint64(t.next+from), log[from:])
		log = log[:from+n]
		more := false
		if !t.image.Footing {
			whole, more = t.walk(log, whole, sums)
		}
		if err != nil || !more || len(log) == t.room() {
			return log, whole, err
		}
	}
}

// walk goes from record to record, and says where it came to and whether there may be more behind
// what has been read.
func (t *tail) walk(log []byte, at int, sums bool) (whole int, more bool) {
	for ; len(log)-at >= 8; at += size(log[at:]) {
		head := binary.LittleEndian.Uint64(log[at:])
		kind := frame.Kind(head & 15)
		if head == 0 || kind < frame.Start || kind > frame.Clobber || head>>16 > uint64(len(t.image.Cases)) {
			return at, false
		}
		n := size(log[at:])
		if len(log)-at < n {
			return at, true
		}
		if sums && !sound(t.image.ID, log[at:at+n]) {
			return at, false
		}
	}
	return at, true
}

// size is the size of the record that begins here.
func size(log []byte) int {
	return 8 * (int(binary.LittleEndian.Uint64(log)>>4&0xfff) + 2)
}

// sound says whether a record's sum is right.
func sound(id uint64, record []byte) bool {
	last := len(record) - 8
	for i := 0; i < last; i += 8 {
		id = frame.Sum(id, binary.LittleEndian.Uint64(record[i:]))
	}
	return id == binary.LittleEndian.Uint64(record[last:])
}
