// Package gb18030 holds converters of GB 18030 that are wrong on purpose, and some that are unusual but right,
// to prove the suite of that standard with: [Subjects].
//
// They are made from one that is right. It knows nothing of the pack's tables: the characters of the two-byte
// codes that are not private-use come from golang.org/x/text, which has the edition of 2000; the private-use ones from
// where GBK 1.0 had no character; those of the four-byte codes from counting what is left; and the changes of 2005 and
// 2022 from a list here.
package gb18030

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	firstPlane1 = 189000 // the number of 90308130, U+10000
	pastPlane16 = firstPlane1 + 0x100000
	fourOfBMP   = 39420 // four-byte codes from 81308130 to 8431A439
)

// codec is a converter. Its parts may be replaced.
type codec struct {
	two  map[[2]byte]rune // the two-byte codes
	four []rune           // by number, of the Basic Multilingual Plane
	code map[rune]string  // of a character outside ASCII and inside that plane

	next func(b []byte) (r rune, size int) // the first character of some bytes; size 0: they begin with no code
	put  func(r rune) string               // its code; "": it has none

	// What becomes of bytes that are no code, and of characters that have none. A nil refuses.
	badBytes func(b []byte) (text []rune, size int, marked bool)
	badRune  func(r rune) (code string, marked bool)

	skip func(r rune) string // why it cannot be asked for the code of a character; "": it can
}

// change is one of the 18: what two bytes were, and what they are.
type change struct {
	two         [2]byte
	before, now rune
}

func changes() []change {
	return []change{
		{[2]byte{0xA6, 0xD9}, 0xE78D, 0xFE10}, {[2]byte{0xA6, 0xDA}, 0xE78E, 0xFE12}, {[2]byte{0xA6, 0xDB}, 0xE78F, 0xFE11},
		{[2]byte{0xA6, 0xDC}, 0xE790, 0xFE13}, {[2]byte{0xA6, 0xDD}, 0xE791, 0xFE14}, {[2]byte{0xA6, 0xDE}, 0xE792, 0xFE15},
		{[2]byte{0xA6, 0xDF}, 0xE793, 0xFE16}, {[2]byte{0xA6, 0xEC}, 0xE794, 0xFE17}, {[2]byte{0xA6, 0xED}, 0xE795, 0xFE18},
		{[2]byte{0xA6, 0xF3}, 0xE796, 0xFE19}, {[2]byte{0xFE, 0x59}, 0xE81E, 0x9FB4}, {[2]byte{0xFE, 0x61}, 0xE826, 0x9FB5},
		{[2]byte{0xFE, 0x66}, 0xE82B, 0x9FB6}, {[2]byte{0xFE, 0x67}, 0xE82C, 0x9FB7}, {[2]byte{0xFE, 0x6D}, 0xE832, 0x9FB8},
		{[2]byte{0xFE, 0x7E}, 0xE843, 0x9FB9}, {[2]byte{0xFE, 0x90}, 0xE854, 0x9FBA}, {[2]byte{0xFE, 0xA0}, 0xE864, 0x9FBB},
	}
}

// private are the six two-byte codes whose ideographs have four-byte codes.
func private() map[[2]byte]rune {
	return map[[2]byte]rune{
		{0xFE, 0x51}: 0x20087, {0xFE, 0x52}: 0x20089, {0xFE, 0x53}: 0x200CC,
		{0xFE, 0x6C}: 0x215D7, {0xFE, 0x76}: 0x2298F, {0xFE, 0x91}: 0x241FE,
	}
}

// empty are the runs of two-byte codes that had no character in GBK 1.0: in order, they were given the
// private-use characters from U+E766 on. Most of them have them still.
func empty() [][2]uint16 {
	return [][2]uint16{
		{0xA2AB, 0xA2B0}, {0xA2E3, 0xA2E4}, {0xA2EF, 0xA2F0}, {0xA2FD, 0xA2FE}, {0xA4F4, 0xA4FE}, {0xA5F7, 0xA5FE},
		{0xA6B9, 0xA6C0}, {0xA6D9, 0xA6DF}, {0xA6EC, 0xA6ED}, {0xA6F3, 0xA6F3}, {0xA6F6, 0xA6FE}, {0xA7C2, 0xA7D0},
		{0xA7F2, 0xA7FE}, {0xA896, 0xA8A0}, {0xA8BC, 0xA8BC}, {0xA8BF, 0xA8BF}, {0xA8C1, 0xA8C4}, {0xA8EA, 0xA8FE},
		{0xA958, 0xA958}, {0xA95B, 0xA95B}, {0xA95D, 0xA95F}, {0xA989, 0xA995}, {0xA997, 0xA9A3}, {0xA9F0, 0xA9FE},
		{0xD7FA, 0xD7FE}, {0xFE50, 0xFEA0},
	}
}

// edition2000 is the table of the first edition: computed once, never changed.
var edition2000 = sync.OnceValues(func() (map[[2]byte]rune, []rune) {
	two := map[[2]byte]rune{}
	user := func(firstLead, lastLead, firstTrail, lastTrail int, r rune) {
		for a := firstLead; a <= lastLead; a++ {
			for b := firstTrail; b <= lastTrail; b++ {
				if b != 0x7F {
					two[[2]byte{byte(a), byte(b)}] = r
					r++
				}
			}
		}
	}
	user(0xAA, 0xAF, 0xA1, 0xFE, 0xE000)
	user(0xF8, 0xFE, 0xA1, 0xFE, 0xE234)
	user(0xA1, 0xA7, 0x40, 0xA0, 0xE4C6)
	r := rune(0xE766)
	for _, run := range empty() {
		for c := run[0]; c <= run[1]; c++ {
			if c&0xFF != 0x7F {
				two[[2]byte{byte(c >> 8), byte(c)}] = r
				r++
			}
		}
	}
	decoder := simplifiedchinese.GB18030.NewDecoder()
	for a := 0x81; a <= 0xFE; a++ {
		for b := 0x40; b <= 0xFE; b++ {
			c := [2]byte{byte(a), byte(b)}
			if out, err := decoder.Bytes(c[:]); err == nil && b != 0x7F && c != [2]byte{0xA3, 0xA0} {
				if r, size := utf8.DecodeRune(out); size == len(out) && r != utf8.RuneError {
					two[c] = r
				}
			}
		}
	}
	has := make(map[rune]bool, len(two))
	for _, r := range two {
		has[r] = true
	}
	var four []rune
	for r := rune(0x80); r <= 0xFFFF; r++ {
		if !has[r] && (r < 0xD800 || r > 0xDFFF) {
			four = append(four, r)
		}
	}
	return two, four
})

// right is a converter that does what the standard says. swap says how the partners of the 18 are read.
func right(swap bool) *codec {
	table, order := edition2000()
	c := &codec{two: make(map[[2]byte]rune, len(table)), four: append([]rune(nil), order...)}
	for code, r := range table {
		c.two[code] = r
	}
	c.exchange([2]byte{0xA8, 0xBC}, 0x1E3F, true)
	for _, ch := range changes() {
		c.exchange(ch.two, ch.now, swap)
	}
	c.next, c.put = c.first, c.find
	c.index()
	if !swap {
		for _, ch := range changes() {
			c.code[ch.before] = string(ch.two[:])
		}
	}
	return c
}

// exchange gives a two-byte code the character of a four-byte one; if both are changed, that one gets what it had.
func (c *codec) exchange(code [2]byte, now rune, both bool) {
	before := c.two[code]
	c.two[code] = now
	for n, r := range c.four {
		if both && r == now {
			c.four[n] = before
		}
	}
}

// index makes the codes of characters from the characters of codes. Where there are two, the shorter counts.
func (c *codec) index() {
	c.code = make(map[rune]string, 1<<16)
	for n, r := range c.four {
		if r != 0 {
			c.code[r] = fourBytes(n)
		}
	}
	for code, r := range c.two {
		c.code[r] = string(code[:])
	}
}

func fourBytes(n int) string {
	return string([]byte{byte(0x81 + n/12600), byte(0x30 + n/1260%10), byte(0x81 + n/10%126), byte(0x30 + n%10)})
}

// number is that of a four-byte code, by the formula alone: bytes that no code has give numbers as well.
func number(b []byte) int {
	return ((int(b[0])-0x81)*10+int(b[1])-0x30)*1260 + (int(b[2])-0x81)*10 + int(b[3]) - 0x30
}

func within(b, first, last byte) bool { return first <= b && b <= last }

// first is next of a converter that is right.
func (c *codec) first(b []byte) (rune, int) {
	switch {
	case b[0] < 0x80:
		return rune(b[0]), 1
	case !within(b[0], 0x81, 0xFE) || len(b) < 2:
		return 0, 0
	case within(b[1], 0x30, 0x39):
		if len(b) < 4 || !within(b[2], 0x81, 0xFE) || !within(b[3], 0x30, 0x39) {
			return 0, 0
		}
		return c.numbered(number(b))
	}
	r, ok := c.two[[2]byte{b[0], b[1]}]
	if !ok {
		return 0, 0
	}
	return r, 2
}

// numbered is the character of a four-byte code.
func (c *codec) numbered(n int) (rune, int) {
	switch {
	case 0 <= n && n < len(c.four) && c.four[n] != 0:
		return c.four[n], 4
	case firstPlane1 <= n && n < pastPlane16:
		return rune(n - firstPlane1 + 0x10000), 4
	}
	return 0, 0
}

// find is put of a converter that is right.
func (c *codec) find(r rune) string {
	switch {
	case r < 0x80:
		return string([]byte{byte(r)})
	case 0x10000 <= r && r <= 0x10FFFF:
		return fourBytes(firstPlane1 + int(r) - 0x10000)
	}
	return c.code[r]
}
