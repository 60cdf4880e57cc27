package gb18030

import (
	"touchstone/runner/iut"
	"touchstone/runner/prove/seeded"
)

// Subjects are the converters to run the suite against.
func Subjects() []seeded.Subject {
	var all []seeded.Subject
	for _, list := range [][]subject{editions(), tables(), encoders(), leniencies(), repertoires(), legal()} {
		for _, s := range list {
			all = append(all, s.seeded())
		}
	}
	return all
}

// subject is one of them: what to change in a converter that is right.
type subject struct {
	id, what string
	rules    []string // none of a legal one
	change   func(c *codec)
	kept     bool // the converter to change keeps the partners of the 18; else it swaps them
}

func (s subject) seeded() seeded.Subject {
	return seeded.Subject{
		ID: s.id, What: s.what, Legal: len(s.rules) == 0, Rules: s.rules,
		Open: func() (iut.Exchanger, error) {
			c := right(!s.kept)
			s.change(c)
			return open(s.id, c), nil
		},
	}
}

// editions have tables of earlier editions, whole or in part.
func editions() []subject {
	old := func(c *codec, which ...change) {
		for _, ch := range which {
			for n, r := range c.four {
				if r == ch.before {
					c.four[n] = ch.now
				}
			}
			c.two[ch.two] = ch.before
		}
		c.index()
	}
	return []subject{
		{id: "edition-2005", what: "it has the tables of 2005", rules: []string{"changed_2022", "encode_changed_2022"}, change: func(c *codec) { old(c, changes()...) }},
		{id: "edition-2000", what: "it has the tables of 2000", rules: []string{"changed_2005", "encode_changed_2005", "changed_2022"}, change: func(c *codec) {
			old(c, append(changes(), change{[2]byte{0xA8, 0xBC}, 0xE7C7, 0x1E3F})...)
		}},
		{id: "edition-2000-in-one", what: "A8BC is what it was in 2000, all else of 2022", rules: []string{"changed_2005", "encode_changed_2005"}, change: func(c *codec) {
			old(c, change{[2]byte{0xA8, 0xBC}, 0xE7C7, 0x1E3F})
		}},
		{id: "one-code-of-2005", what: "FE59 is what it was in 2005", rules: []string{"changed_2022", "encode_changed_2022"}, change: func(c *codec) { old(c, changes()[10]) }},
		{id: "punctuation-in-order", what: "A6DA and A6DB are U+FE11 and U+FE12, as the characters are in order and the codes are not", rules: []string{"changed_2022", "encode_changed_2022"}, change: func(c *codec) {
			c.two[[2]byte{0xA6, 0xDA}], c.two[[2]byte{0xA6, 0xDB}] = 0xFE11, 0xFE12
			c.index()
		}},
		{id: "decodes-2022-encodes-2005", what: "only its decoder has the 18 changes", rules: []string{"encode_changed_2022"}, kept: true, change: func(c *codec) {
			for n, r := range c.four {
				for _, ch := range changes() {
					if r == ch.now {
						c.code[ch.now] = fourBytes(n)
					}
				}
			}
		}},
		{id: "half-of-2005", what: "A8BC is U+1E3F, and so is 8135F437 still", rules: []string{"changed_2005", "encode_changed_2005"}, change: func(c *codec) {
			c.four[7457] = 0x1E3F
			c.index()
		}},
		{id: "partners-without-character", what: "the four-byte codes of the 18 have no character", rules: []string{"changed_2022_partners"}, change: func(c *codec) {
			for n, r := range c.four {
				for _, ch := range changes() {
					if r == ch.before {
						c.four[n] = 0
					}
				}
			}
		}},
		{id: "partners-without-code", what: "the private-use characters that the 18 had cannot be coded", rules: []string{"encode_partners"}, change: func(c *codec) {
			for _, ch := range changes() {
				delete(c.code, ch.before)
			}
		}},
		{id: "partners-one-off", what: "the swapped characters are each given to the code beside theirs", rules: []string{"changed_2022_partners", "four_byte_bmp", "encode_partners"}, change: func(c *codec) {
			list := changes()
			at := map[rune]int{}
			for n, r := range c.four {
				at[r] = n
			}
			for i, ch := range list {
				c.four[at[ch.before]] = list[(i+1)%len(list)].before
			}
			c.index()
		}},
	}
}

// tables are wrong in a place or a region.
func tables() []subject {
	set := func(code string, r rune) func(*codec) {
		return func(c *codec) { c.two[[2]byte([]byte(code))] = r }
	}
	// rangeFrom moves the characters of the range of four-byte codes that begins at a number.
	rangeFrom := func(from int, by rune) func(*codec) {
		return func(c *codec) {
			to := from
			for to < len(c.four) && c.four[to]-c.four[from] == rune(to-from) {
				to++
			}
			for n := from; n < to; n++ {
				c.four[n] += by
			}
		}
	}
	return []subject{
		{id: "yen", what: "5C is the yen sign and 7E the overline", rules: []string{"one_byte_ascii"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				switch {
				case size == 1 && r == 0x5C:
					return 0xA5, 1
				case size == 1 && r == 0x7E:
					return 0x203E, 1
				}
				return r, size
			}
		}},
		{id: "nul-ends", what: "a text ends at 00", rules: []string{"one_byte_ascii"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if b[0] == 0 {
					return 0, len(b)
				}
				return c.first(b)
			}
		}},
		{id: "shift-codes", what: "0E and 0F change a state, and are no characters", rules: []string{"one_byte_ascii"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if b[0] == 0x0E || b[0] == 0x0F {
					return 0, 0
				}
				return c.first(b)
			}
			c.badBytes = func(b []byte) ([]rune, int, bool) {
				if b[0] == 0x0E || b[0] == 0x0F {
					return nil, 1, false
				}
				return nil, 0, false
			}
		}},
		{id: "no-delete", what: "7F is refused", rules: []string{"one_byte_ascii"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if b[0] == 0x7F {
					return 0, 0
				}
				return c.first(b)
			}
		}},
		{id: "euro-of-gbk", what: "A2E3 is U+E76C, as where GBK had no euro sign", rules: []string{"two_byte_area_1"}, change: set("\xA2\xE3", 0xE76C)},
		{id: "middle-dot", what: "A1A4 is U+30FB in the place of U+00B7, as in other tables", rules: []string{"two_byte_area_1"}, change: set("\xA1\xA4", 0x30FB)},
		{id: "dash", what: "A1AA is U+2015 in the place of U+2014, as in other tables", rules: []string{"two_byte_area_1"}, change: set("\xA1\xAA", 0x2015)},
		{id: "first-ideograph", what: "B0A1 is the ideograph beside it", rules: []string{"two_byte_area_2"}, change: set("\xB0\xA1", 0x963F)},
		{id: "one-of-area-3", what: "one code of area 3 has another's character", rules: []string{"two_byte_area_3"}, change: set("\x96\x80", 0x6800)},
		{id: "one-of-area-4", what: "one code of area 4 has another's character", rules: []string{"two_byte_area_4"}, change: set("\xC4\x5A", 0x7200)},
		{id: "one-of-area-5", what: "one code of area 5 has another's character", rules: []string{"two_byte_area_5"}, change: set("\xA8\x40", 0x02CB)},
		{id: "hole-not-counted", what: "the second bytes from 80 on are one too high, as if 7F were one", rules: []string{"two_byte_structure", "two_byte_area_3", "two_byte_area_4"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if len(b) >= 2 && b[0] >= 0x81 && within(b[1], 0x80, 0xFD) {
					return c.two[[2]byte{b[0], b[1] + 1}], 2
				}
				return c.first(b)
			}
		}},
		{id: "user-area-one-off", what: "the private-use characters of the first user-defined area begin at U+E001", rules: []string{"two_byte_user_areas"}, change: func(c *codec) {
			for code, r := range c.two {
				if within(code[0], 0xAA, 0xAF) && code[1] >= 0xA1 {
					c.two[code] = r + 1
				}
			}
		}},
		{id: "user-areas-missing", what: "user-defined codes have no character", rules: []string{"two_byte_user_areas"}, change: func(c *codec) {
			for code, r := range c.two {
				if 0xE000 <= r && r < 0xE766 {
					delete(c.two, code)
				}
			}
		}},
		{id: "six-missing", what: "the six codes whose ideographs have four bytes have no character", rules: []string{"two_byte_private_use"}, change: func(c *codec) {
			for code := range private() {
				delete(c.two, code)
			}
		}},
		{id: "a3a0-no-break", what: "A3A0 is U+00A0", rules: []string{"two_byte_user_areas"}, change: set("\xA3\xA0", 0xA0)},
		{id: "bmp-range-one-off", what: "a range of four-byte codes is one too high", rules: []string{"four_byte_bmp"}, change: rangeFrom(7922, 1)},
		{id: "bmp-from-zero", what: "the four-byte codes begin at U+0081", rules: []string{"four_byte_bmp", "four_byte_structure"}, change: rangeFrom(0, 1)},
		{id: "bmp-last-missing", what: "U+FFFE and U+FFFF have no code", rules: []string{"four_byte_bmp", "reserved_gap"}, change: func(c *codec) { c.four = c.four[:fourOfBMP-2] }},
		{id: "mark-swallowed", what: "a byte order mark is left out", rules: []string{"four_byte_bmp"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if r, size := c.first(b); r != 0xFEFF {
					return r, size
				}
				return 0, 0
			}
			c.badBytes = func(b []byte) ([]rune, int, bool) {
				if r, size := c.first(b); r == 0xFEFF {
					return nil, size, false
				}
				return nil, 0, false
			}
		}},
		{id: "surrogates-counted", what: "the four-byte codes after U+D7FF are counted as if surrogates had some", rules: []string{"four_byte_bmp"}, change: func(c *codec) {
			for n, r := range c.four {
				if r > 0xD7FF {
					c.four[n] = 0xD800 + (r-0xE000)%0x800
				}
			}
		}},
		{id: "plane-2-one-off", what: "the codes of plane 2 are one too high", rules: []string{"supplementary_linear"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				if r>>16 == 2 && r != 0x2FFFF {
					r++
				}
				return r, size
			}
		}},
		{id: "last-missing", what: "E3329A35 is refused", rules: []string{"supplementary_linear", "reserved_after_last"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				if r == 0x10FFFF {
					return 0, 0
				}
				return r, size
			}
		}},
		{id: "supplementary-by-surrogates", what: "a supplementary character comes out as two surrogates", rules: []string{"supplementary_linear"}, change: func(c *codec) {
			c.badBytes = func(b []byte) ([]rune, int, bool) {
				r, size := c.first(b)
				return []rune{0xD800 + (r-0x10000)>>10, 0xDC00 + r&0x3FF}, size, false
			}
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				if r > 0xFFFF {
					return 0, 0
				}
				return r, size
			}
		}},
		{id: "four-ends", what: "whatever follows a code of four bytes is left out", rules: []string{"codes_in_sequence"}, change: func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				if size == 4 {
					size = len(b)
				}
				return r, size
			}
		}},
	}
}

// encoders are wrong on the way back only.
func encoders() []subject {
	put := func(change func(r rune, code string) string) func(*codec) {
		return func(c *codec) { c.put = func(r rune) string { return change(r, c.find(r)) } }
	}
	return []subject{
		{id: "bytes-swapped", what: "two-byte codes are written last byte first", rules: []string{"encode_two_byte"}, change: put(func(_ rune, code string) string {
			if len(code) == 2 {
				return code[1:] + code[:1]
			}
			return code
		})},
		{id: "halves-swapped", what: "four-byte codes are written last half first", rules: []string{"encode_four_byte", "encode_supplementary"}, change: put(func(_ rune, code string) string {
			if len(code) == 4 {
				return code[2:] + code[:2]
			}
			return code
		})},
		{id: "delete-unwritten", what: "U+007F cannot be coded", rules: []string{"encode_one_byte"}, change: put(func(r rune, code string) string {
			if r == 0x7F {
				return ""
			}
			return code
		})},
		{id: "surrogates-coded", what: "surrogates get the codes that lie behind U+D7FF", rules: []string{"no_surrogates"}, change: put(func(r rune, code string) string {
			if 0xD800 <= r && r <= 0xDFFF {
				return fourBytes(33450 + int(r-0xD800))
			}
			return code
		})},
		{id: "surrogates-dropped", what: "surrogates are left out without a word", rules: []string{"no_surrogates"}, change: func(c *codec) {
			c.badRune = func(rune) (string, bool) { return "", false }
		}},
		{id: "one-long-way", what: "U+4E02 is coded in four bytes that are another's", rules: []string{"encode_two_byte"}, change: put(func(r rune, code string) string {
			if r == 0x4E02 {
				return fourBytes(20000)
			}
			return code
		})},
		{id: "question-marks", what: "private-use characters become question marks, without a word", rules: []string{"encode_private_use"}, change: put(func(r rune, code string) string {
			if 0xE000 <= r && r < 0xE766 {
				return "?"
			}
			return code
		})},
		{id: "range-end", what: "the last character of a range of four-byte codes is coded as the first of the next", rules: []string{"encode_four_byte"}, change: put(func(r rune, code string) string {
			if r == 0x200F {
				return fourBytes(7922)
			}
			return code
		})},
		{id: "private-planes-unwritten", what: "planes 15 and 16 cannot be coded", rules: []string{"encode_supplementary"}, change: put(func(r rune, code string) string {
			if r >= 0xF0000 {
				return ""
			}
			return code
		})},
		{id: "plane-1-as-bmp", what: "supplementary characters are coded by their low 16 bits", rules: []string{"encode_supplementary"}, change: func(c *codec) {
			c.put = func(r rune) string {
				if r > 0xFFFF {
					return c.find(r & 0xFFFF)
				}
				return c.find(r)
			}
		}},
		{id: "encodes-2000", what: "its encoder has the edition of 2000 for U+1E3F", rules: []string{"encode_changed_2005", "one_code_each"}, change: put(func(r rune, code string) string {
			switch r {
			case 0x1E3F:
				return fourBytes(7457)
			case 0xE7C7:
				return "\xA8\xBC"
			}
			return code
		})},
		{id: "not-there-and-back", what: "U+20AC is coded 80, as in code page 936", rules: []string{"encode_two_byte", "one_code_each"}, change: put(func(r rune, code string) string {
			if r == 0x20AC {
				return "\x80"
			}
			return code
		})},
	}
}

// leniencies take what is no code.
func leniencies() []subject {
	takes := func(take func(c *codec, b []byte) (rune, int)) func(*codec) {
		return func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				if r, size := c.first(b); size > 0 {
					return r, size
				}
				return take(c, b)
			}
		}
	}
	// formula takes four bytes for a code if ok says so, and counts.
	formula := func(ok func(b []byte) bool) func(*codec) {
		return takes(func(c *codec, b []byte) (rune, int) {
			if len(b) >= 4 && within(b[0], 0x81, 0xFE) && ok(b) {
				return c.numbered(number(b))
			}
			return 0, 0
		})
	}
	drops := func(drop func(b []byte) int) func(*codec) {
		return func(c *codec) {
			c.badBytes = func(b []byte) ([]rune, int, bool) { return nil, drop(b), false }
		}
	}
	digit := func(b byte) bool { return within(b, 0x30, 0x39) }
	high := func(b byte) bool { return within(b, 0x81, 0xFE) }
	return []subject{
		{id: "euro-at-80", what: "80 is the euro sign, as in code page 936", rules: []string{"malformed_lead"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if b[0] == 0x80 {
				return 0x20AC, 1
			}
			return 0, 0
		})},
		{id: "ff-taken", what: "FF is U+F8F5, as on the Macintosh", rules: []string{"malformed_lead"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if b[0] == 0xFF {
				return 0xF8F5, 1
			}
			return 0, 0
		})},
		{id: "ff-leads", what: "FF leads codes of two bytes", rules: []string{"malformed_lead"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if b[0] == 0xFF && len(b) > 1 && b[1] >= 0xA1 {
				return 0xF800 + rune(b[1]), 2
			}
			return 0, 0
		})},
		{id: "7f-follows", what: "7F is a second byte", rules: []string{"malformed_second"}, change: takes(func(c *codec, b []byte) (rune, int) {
			if high(b[0]) && len(b) > 1 && b[1] == 0x7F {
				return c.two[[2]byte{b[0], 0x80}], 2
			}
			return 0, 0
		})},
		{id: "ff-follows", what: "FF is a second byte", rules: []string{"malformed_second"}, change: takes(func(c *codec, b []byte) (rune, int) {
			if high(b[0]) && len(b) > 1 && b[1] == 0xFF {
				return c.two[[2]byte{b[0], 0xFE}], 2
			}
			return 0, 0
		})},
		{id: "low-second", what: "a lead byte before a letter or sign below 30 is left out", rules: []string{"malformed_second"}, change: drops(func(b []byte) int {
			if high(b[0]) && len(b) > 1 && b[1] < 0x30 {
				return 1
			}
			return 0
		})},
		{id: "colon-counts", what: "3A to 3F count as second bytes of four", rules: []string{"malformed_second"}, change: formula(func(b []byte) bool {
			return within(b[1], 0x3A, 0x3F) && high(b[2]) && digit(b[3])
		})},
		{id: "80-third", what: "80 is a third byte", rules: []string{"malformed_third"}, change: formula(func(b []byte) bool {
			return digit(b[1]) && b[2] == 0x80 && digit(b[3]) && number(b) >= 0
		})},
		{id: "ff-third", what: "FF is a third byte", rules: []string{"malformed_third"}, change: formula(func(b []byte) bool {
			return digit(b[1]) && b[2] == 0xFF && digit(b[3])
		})},
		{id: "any-fourth", what: "the fourth byte is not looked at", rules: []string{"malformed_fourth"}, change: formula(func(b []byte) bool {
			return digit(b[1]) && high(b[2]) && !digit(b[3])
		})},
		{id: "colon-fourth", what: "3A is a fourth byte", rules: []string{"malformed_fourth"}, change: formula(func(b []byte) bool {
			return digit(b[1]) && high(b[2]) && b[3] == 0x3A
		})},
		{id: "cut-swallowed", what: "a code that ends too early is left out without a word", rules: []string{"truncated"}, change: drops(func(b []byte) int {
			if high(b[0]) && (len(b) == 1 || len(b) < 4 && digit(b[1])) {
				return len(b)
			}
			return 0
		})},
		{id: "cut-after-three", what: "three bytes of four at the end are left out without a word", rules: []string{"truncated"}, change: drops(func(b []byte) int {
			if len(b) == 3 && high(b[0]) && digit(b[1]) && high(b[2]) {
				return 3
			}
			return 0
		})},
		{id: "cut-as-latin", what: "a lead byte at the end is the character of its number", rules: []string{"truncated"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) == 1 && high(b[0]) {
				return rune(b[0]), 1
			}
			return 0, 0
		})},
		{id: "gap-counted-on", what: "the codes after 8431A439 go on counting, from U+10000", rules: []string{"reserved_gap"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) >= 4 && high(b[0]) && digit(b[1]) && high(b[2]) && digit(b[3]) && number(b) >= fourOfBMP && number(b) < firstPlane1 {
				return rune(number(b) - fourOfBMP + 0x10000), 4
			}
			return 0, 0
		})},
		{id: "gap-edge", what: "ten codes after 8431A439 are U+FFFF too", rules: []string{"reserved_gap"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) >= 4 && digit(b[1]) && high(b[2]) && digit(b[3]) && within(b[0], 0x84, 0x84) && number(b)/10 == fourOfBMP/10 {
				return 0xFFFF, 4
			}
			return 0, 0
		})},
		{id: "past-the-last", what: "the codes after E3329A35 go on counting, past U+10FFFF", rules: []string{"reserved_after_last"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) >= 4 && high(b[0]) && digit(b[1]) && high(b[2]) && digit(b[3]) && number(b) >= pastPlane16 {
				return rune(number(b) - firstPlane1 + 0x10000), 4
			}
			return 0, 0
		})},
		{id: "one-past-the-last", what: "E3329A36 is U+10FFFF too", rules: []string{"reserved_after_last"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) >= 4 && string(b[:4]) == "\xE3\x32\x9A\x36" {
				return 0x10FFFF, 4
			}
			return 0, 0
		})},
		{id: "user-defined-four", what: "FD308130 and after are private-use characters of plane 15", rules: []string{"reserved_after_last"}, change: takes(func(_ *codec, b []byte) (rune, int) {
			if len(b) >= 4 && b[0] >= 0xFD && high(b[0]) && digit(b[1]) && high(b[2]) && digit(b[3]) {
				return rune(0xF0000 + number(b) - number([]byte("\xFD\x30\x81\x30"))), 4
			}
			return 0, 0
		})},
		{id: "errors-dropped", what: "whatever is no code is left out without a word", rules: []string{"malformed_lead", "malformed_second", "malformed_third", "malformed_fourth", "truncated", "reserved_gap", "reserved_after_last"}, change: drops(func([]byte) int { return 1 })},
		{id: "errors-as-text", what: "whatever is no code becomes a question mark, as if it had been one", rules: []string{"malformed_lead", "malformed_second", "malformed_third", "malformed_fourth", "truncated"}, change: func(c *codec) {
			c.badBytes = func([]byte) ([]rune, int, bool) { return []rune{'?'}, 1, false }
		}},
	}
}

// repertoires are incomplete.
func repertoires() []subject {
	without := func(first, last rune) func(*codec) {
		return func(c *codec) {
			c.next = func(b []byte) (rune, int) {
				r, size := c.first(b)
				if first <= r && r <= last {
					return 0, 0
				}
				return r, size
			}
			c.put = func(r rune) string {
				if first <= r && r <= last {
					return ""
				}
				return c.find(r)
			}
		}
	}
	return []subject{
		{id: "no-new-ideographs", what: "U+9FBC to U+9FEF are missing, which 2005 did not require", rules: []string{"level_1_characters"}, change: without(0x9FBC, 0x9FEF)},
		{id: "no-extension-a", what: "part of extension A is missing", rules: []string{"level_1_characters"}, change: without(0x4000, 0x4DB5)},
		{id: "one-general-character-missing", what: "U+2CE93 is missing, a general standard character", rules: []string{"level_2_characters"}, change: without(0x2CE93, 0x2CE93)},
		{id: "no-extension-f", what: "extension F is missing", rules: []string{"level_3_characters"}, change: without(0x2CEB0, 0x2EBE0)},
		{id: "one-radical-missing", what: "U+2FD5, the last Kangxi radical, is missing", rules: []string{"level_3_characters"}, change: without(0x2FD5, 0x2FD5)},
	}
}

// legal are unusual, and right: every reading of what is disputed, and interfaces that substitute.
func legal() []subject {
	substitutes := func(c *codec) {
		c.badBytes = func([]byte) ([]rune, int, bool) { return []rune{0xFFFD}, 1, true }
		c.badRune = func(rune) (string, bool) { return "?", true }
	}
	space := func(c *codec) {
		c.two[[2]byte{0xA3, 0xA0}] = 0x3000
		delete(c.code, 0xE5E5)
	}
	return []subject{
		{id: "swapped", what: "the partners of the 18 are swapped in both directions", change: func(*codec) {}},
		{id: "kept", what: "the partners of the 18 keep their characters", kept: true, change: func(*codec) {}},
		{id: "substitutes", what: "whatever cannot be converted is replaced, and said to be", change: substitutes},
		{id: "of-the-web", what: "the tables of the Encoding Standard, whose A3A0 is a space; it substitutes", kept: true, change: func(c *codec) {
			space(c)
			substitutes(c)
		}},
		{id: "a3a0-space", what: "A3A0 is a space, and U+E5E5 has no code", change: space},
		{id: "unified", what: "the six codes have their ideographs, which are coded so; their private-use characters have no code", change: func(c *codec) {
			for code, r := range private() {
				delete(c.code, c.two[code])
				c.two[code] = r
			}
			c.put = func(r rune) string {
				for code, ideograph := range private() {
					if r == ideograph {
						return string(code[:])
					}
				}
				return c.find(r)
			}
		}},
		{id: "no-surrogates-to-ask-about", what: "its text holds no surrogates, so that it cannot be asked to code one", change: func(c *codec) {
			c.skip = func(r rune) string {
				if 0xD800 <= r && r <= 0xDFFF {
					return "text holds no surrogates here"
				}
				return ""
			}
		}},
	}
}
