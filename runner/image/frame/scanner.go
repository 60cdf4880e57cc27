package frame

import (
	"bytes"
	"fmt"
)

// Scanner finds records in a console's bytes, as they come. It is an io.Writer: what Yield
// returns stops it.
type Scanner struct {
	ID    uint64
	Yield func(Record, error) error // each record, or the fault of a line that is none

	line    []byte
	long    bool // the line in hand is longer than any record, and is being thrown away
	words   []uint64
	stopped error
}

// Write takes the next bytes.
func (s *Scanner) Write(p []byte) (int, error) {
	total := len(p)
	for len(p) > 0 && s.stopped == nil {
		i := bytes.IndexByte(p, '\n')
		piece := p
		if i >= 0 {
			piece, p = p[:i], p[i+1:]
		} else {
			p = nil
		}
		if !s.long && len(s.line)+len(piece) > MaxLine {
			s.long, s.line = true, s.line[:0]
		}
		if !s.long {
			s.line = append(s.line, piece...)
		}
		if i >= 0 {
			s.endLine(false)
		}
	}
	return total, s.stopped
}

// Close says that nothing more will come: a line without its end is half a record.
func (s *Scanner) Close() error {
	if s.stopped == nil && (len(s.line) > 0 || s.long) {
		s.endLine(true)
	}
	return s.stopped
}

func (s *Scanner) endLine(cut bool) {
	line, long := s.line, s.long
	s.line, s.long = s.line[:0], false
	if long {
		s.stopped = s.Yield(Record{}, fmt.Errorf("%w (over %d bytes)", TooLong, MaxLine))
		return
	}
	line = bytes.TrimRight(line, "\r")
	if len(line) == 0 {
		return
	}
	// A simulator's own message may stand before a record in its line; the record is after the last ~.
	at := bytes.LastIndexByte(line, '~')
	switch {
	case at < 0:
		s.stopped = s.Yield(Record{}, fmt.Errorf("%w: %q", Noise, clip(line)))
		return
	case at > 0:
		if s.stopped = s.Yield(Record{}, fmt.Errorf("%w: %q", Noise, clip(line[:at]))); s.stopped != nil {
			return
		}
	}
	if cut {
		s.stopped = s.Yield(Record{}, fmt.Errorf("%w: %q", Half, clip(line[at:])))
		return
	}
	s.stopped = s.Yield(s.parse(line[at+1:]))
}

func (s *Scanner) parse(text []byte) (Record, error) {
	s.words = s.words[:0]
	var w uint64
	digits := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == ' ' {
			if digits == 0 {
				return Record{}, fmt.Errorf("%w: %q", Garbled, clip(text))
			}
			s.words = append(s.words, w)
			w, digits = 0, 0
			continue
		}
		d := digit(text[i])
		if d < 0 || digits == 16 || digits == 1 && w == 0 {
			return Record{}, fmt.Errorf("%w: %q", Garbled, clip(text))
		}
		w = w<<4 | uint64(d)
		digits++
	}
	if len(s.words) < 2 {
		return Record{}, fmt.Errorf("%w: %q", Half, clip(text))
	}
	if n := int(s.words[0]>>4&0xfff) + 2; n > len(s.words) {
		return Record{}, fmt.Errorf("%w: %d of %d words", Half, len(s.words), n)
	}
	r, err := check(s.words, s.ID)
	r.Words = append([]uint64(nil), r.Words...)
	return r, err
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return -1
}

func clip(b []byte) []byte { return b[:min(len(b), 60)] }
