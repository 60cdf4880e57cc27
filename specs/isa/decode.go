package isa

import (
	"cmp"
	"math/bits"
	"slices"
)

// bucket holds the rows that fit one value of opcode and funct3, the most specific first. A long
// bucket is split once more by funct7.
type bucket struct {
	rows    []*Instruction
	byFunct []([]*Instruction) // 128 of them, or nil
}

// longBucket is how many rows are searched one after the other before a split pays.
const longBucket = 8

const (
	opcodeAndFunct3 = 0x707c
	funct7          = 0xfe000000
)

func bucketOf(word uint32) uint32 { return word>>2&31 | word>>12&7<<5 }

// Decode finds the row of a word. When the two lowest bits are not 11 the word is a 16-bit one and
// its upper half is ignored. It does not allocate.
func (t *Table) Decode(word uint32) (*Instruction, bool) {
	if word&3 != 3 {
		if t.narrow == nil {
			return nil, false
		}
		id := t.narrow[word&0xffff]
		if id == 0 {
			return nil, false
		}
		return t.Instructions[id-1], true
	}
	b := &t.wide[bucketOf(word)]
	rows := b.rows
	if b.byFunct != nil {
		rows = b.byFunct[word>>25]
	}
	for _, in := range rows {
		if word&in.Mask == in.Match && (!in.choosy || in.Matches(word)) {
			return in, true
		}
	}
	return nil, false
}

// index fills the buckets and the 16-bit table.
func (t *Table) index() {
	bySpecificity := slices.Clone(t.Instructions)
	slices.SortStableFunc(bySpecificity, func(a, b *Instruction) int {
		return cmp.Compare(bits.OnesCount32(b.Mask), bits.OnesCount32(a.Mask))
	})
	t.compressed = map[*Instruction][]*Instruction{}
	for _, in := range t.Instructions {
		if in.expansion != nil {
			t.compressed[in.expansion.base] = append(t.compressed[in.expansion.base], in)
		}
	}
	for _, in := range bySpecificity {
		if in.Size == 2 {
			t.indexNarrow(in)
			continue
		}
		each(^in.Mask&opcodeAndFunct3, func(free uint32) {
			b := &t.wide[bucketOf(in.Match|free)]
			b.rows = append(b.rows, in)
		})
	}
	for i := range t.wide {
		b := &t.wide[i]
		if len(b.rows) <= longBucket {
			continue
		}
		b.byFunct = make([][]*Instruction, 128)
		for _, in := range b.rows {
			each(^in.Mask&funct7, func(free uint32) {
				f := (in.Match | free) >> 25
				b.byFunct[f] = append(b.byFunct[f], in)
			})
		}
	}
}

func (t *Table) indexNarrow(in *Instruction) {
	if t.narrow == nil {
		t.narrow = make([]uint16, 1<<16)
	}
	each(^in.Mask&0xffff, func(free uint32) {
		word := in.Match | free
		if t.narrow[word] == 0 && in.Matches(word) {
			t.narrow[word] = uint16(in.ID + 1)
		}
	})
}

// each calls f with every combination of the bits of mask.
func each(mask uint32, f func(uint32)) {
	for sub := mask; ; sub = (sub - 1) & mask {
		f(sub)
		if sub == 0 {
			return
		}
	}
}
