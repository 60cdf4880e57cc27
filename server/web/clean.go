package web

import (
	"bytes"
	"unicode/utf8"
)

// replacement is shown where something stood that is no text.
const replacement = "\uFFFD"

// clean replaces what no page of ours has and what could make its words look like others: control
// characters, and those that turn the direction of writing. A page without any is returned as it is.
func clean(text []byte) []byte {
	i := nextUnclean(text)
	if i < 0 {
		return text
	}
	var b bytes.Buffer
	b.Grow(len(text) + 16)
	for i >= 0 {
		b.Write(text[:i])
		b.WriteString(replacement)
		_, size := utf8.DecodeRune(text[i:])
		text = text[i+size:]
		i = nextUnclean(text)
	}
	b.Write(text)
	return b.Bytes()
}

func nextUnclean(text []byte) int {
	for i := range text {
		switch c := text[i]; {
		case c < 0x20 && c != '\n' && c != '\t' || c == 0x7f:
			return i
		case c == 0xc2, c == 0xd8, c == 0xe2, c == 0xef:
			if r, _ := utf8.DecodeRune(text[i:]); unclean(r) {
				return i
			}
		}
	}
	return -1
}

// unclean characters begin with one of the bytes that nextUnclean stops at.
func unclean(r rune) bool {
	switch {
	case r >= 0x80 && r < 0xa0: // control
		return true
	case r == 0x061c, r >= 0x200e && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // direction
		return true
	case r == 0x2028, r == 0x2029, r == 0xfeff: // line and paragraph separators, byte order mark
		return true
	}
	return false
}
