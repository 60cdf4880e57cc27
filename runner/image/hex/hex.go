// Package hex writes and reads memory as text that Verilog's $readmemh reads and $writememh writes:
// words in hexadecimal, most significant digit first, with "@" and the index of a word where the
// next one belongs. Written with 1 byte a word and origin 0 it is what objcopy -O verilog writes,
// except that what a loader would have zeroed is there too.
package hex

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"

	"touchstone/runner/image/elf"
)

// Layout says how memory is divided into words.
type Layout struct {
	Width  int    // bytes of a word: 1, 2, 4, 8 or 16; little-endian
	Origin uint64 // the address of word 0
}

const perLine = 16 // bytes

// Write gives the text of segments, which come sorted, as [elf.Read] gives them.
func Write(segments []elf.Segment, l Layout) ([]byte, error) {
	width := uint64(l.Width)
	if l.Width < 1 || l.Width > perLine || l.Width&(l.Width-1) != 0 {
		return nil, fmt.Errorf("hex: words of %d bytes; there are 1, 2, 4, 8 and 16", l.Width)
	}
	var out []byte
	for _, p := range pieces(segments, width) {
		if p.addr < l.Origin || (p.addr-l.Origin)%width != 0 {
			return nil, fmt.Errorf("hex: %#x is no whole number of words of %d bytes above %#x", p.addr, l.Width, l.Origin)
		}
		out = fmt.Appendf(out, "@%08X\n", (p.addr-l.Origin)/width)
		for at := 0; at < len(p.bytes); at += perLine {
			line := p.bytes[at:min(at+perLine, len(p.bytes))]
			for i := 0; i < len(line); i += l.Width {
				if i > 0 {
					out = append(out, ' ')
				}
				for k := l.Width - 1; k >= 0; k-- {
					const digits = "0123456789ABCDEF"
					out = append(out, digits[line[i+k]>>4], digits[line[i+k]&15])
				}
			}
			out = append(out, '\n')
		}
	}
	return out, nil
}

type piece struct {
	addr  uint64
	bytes []byte
}

// pieces are the segments in whole words; those that touch, or share a word, are one.
func pieces(segments []elf.Segment, width uint64) []piece {
	var out []piece
	for _, s := range segments {
		b := s.Bytes()
		start := s.Addr &^ (width - 1)
		n := len(out)
		if n == 0 || out[n-1].addr+uint64(len(out[n-1].bytes)) < start {
			out = append(out, piece{addr: start})
			n++
		}
		p := &out[n-1]
		at := s.Addr - p.addr
		end := (at + uint64(len(b)) + width - 1) &^ (width - 1)
		if have := uint64(len(p.bytes)); end > have {
			p.bytes = append(p.bytes, make([]byte, end-have)...)
		}
		copy(p.bytes[at:], b)
	}
	return out
}

// ErrText is the class of text that shows no memory.
var ErrText = errors.New("no hexadecimal text of memory")

// Read gives the size bytes of memory from an address on that the text shows, up to the last word
// that is there. Words are separated by blanks or line ends and as wide as they are written, all of
// them alike; without "@" the first one belongs at the address, and an index counts words from
// address 0 or from the address. Digits x and z, memory that was never written, read as 0. When the
// text breaks off or goes wrong, what came before is given with the error.
func Read(text []byte, from uint64, size int) ([]byte, error) {
	var memory []byte
	at, width := 0, 0
	for line, n := range numbered(text) {
		for _, word := range bytes.Fields(line) {
			if word[0] == '@' {
				index, err := strconv.ParseUint(string(word[1:]), 16, 64)
				if err != nil {
					return memory, fmt.Errorf("%w: line %d: %q is no index", ErrText, n, clip(word))
				}
				if at, err = offset(index, max(width, widthOf(text)), from, size); err != nil {
					return memory, fmt.Errorf("%w: line %d: %w", ErrText, n, err)
				}
				continue
			}
			word = bytes.ReplaceAll(word, []byte("_"), nil)
			if width == 0 {
				width = len(word) / 2
			}
			if len(word) != 2*width || width == 0 || width > perLine {
				return memory, fmt.Errorf("%w: line %d: %q is no word of %d bytes", ErrText, n, clip(word), max(width, 1))
			}
			if at+width > size {
				return memory, fmt.Errorf("%w: line %d: more than the %d bytes from %#x on", ErrText, n, size, from)
			}
			if end := at + width; end > len(memory) {
				memory = append(memory, make([]byte, end-len(memory))...)
			}
			for i := range width {
				high, low := digit(word[len(word)-2*i-2]), digit(word[len(word)-2*i-1])
				if high < 0 || low < 0 {
					return memory[:at], fmt.Errorf("%w: line %d: %q is no word", ErrText, n, clip(word))
				}
				memory[at+i] = byte(high<<4 | low)
			}
			at += width
		}
	}
	return memory, nil
}

// offset is where the word of an index lies within the size bytes from an address on.
func offset(index uint64, width int, from uint64, size int) (int, error) {
	if width > 0 && index < 1<<60 {
		for _, base := range []uint64{from, 0} {
			if at := index*uint64(width) - base; at < uint64(size) {
				return int(at), nil
			}
		}
	}
	return 0, fmt.Errorf("word @%x lies outside the %d bytes from %#x on", index, size, from)
}

// widthOf is how wide the first word of the text is, in bytes.
func widthOf(text []byte) int {
	for line := range numbered(text) {
		for _, word := range bytes.Fields(line) {
			if word[0] != '@' {
				return len(bytes.ReplaceAll(word, []byte("_"), nil)) / 2
			}
		}
	}
	return 0
}

// numbered yields the lines of text without comments, and their numbers.
func numbered(text []byte) func(func([]byte, int) bool) {
	return func(yield func([]byte, int) bool) {
		n, comment := 0, false
		for line := range bytes.Lines(text) {
			n++
			var kept []byte
			for len(line) > 0 {
				if comment {
					_, rest, found := bytes.Cut(line, []byte("*/"))
					if !found {
						break
					}
					line, comment = rest, false
					kept = append(kept, ' ')
				}
				if i := bytes.Index(line, []byte("/*")); i >= 0 && !bytes.Contains(line[:i], []byte("//")) {
					kept, line, comment = append(kept, line[:i]...), line[i+2:], true
					continue
				}
				code, _, _ := bytes.Cut(line, []byte("//"))
				kept, line = append(kept, code...), nil
			}
			if !yield(kept, n) {
				return
			}
		}
	}
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case c == 'x' || c == 'X' || c == 'z' || c == 'Z':
		return 0
	}
	return -1
}

func clip(b []byte) []byte { return b[:min(len(b), 40)] }
