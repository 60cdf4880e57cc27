// Package rsp is the packet layer of GDB's remote serial protocol: how a payload becomes bytes on
// a line, how bytes that arrive become payloads again, and who acknowledges what. What payloads
// mean is package remote's business.
//
//	$ payload # sum     a packet; the sum is that of the payload's bytes as sent, modulo 256, in hexadecimal
//	% payload # sum     a notification: as a packet, but never acknowledged
//	+ -                 the last packet arrived whole, or is to be sent again
//	0x03                stop the target
//
// Within a payload } announces a byte that would mean something else, and is followed by that byte
// exclusive-or 0x20; * announces that the byte before it is repeated, and is followed by the
// number of repetitions plus 29.
//
// Everything that arrives may be anything: lengths are bounded, waiting is bounded, and noise
// between packets is passed over.
package rsp

import (
	"errors"
	"fmt"
)

// MaxPacket bounds a payload, expanded. Servers' packets have a few KiB; OpenOCD's at most 64.
const MaxPacket = 1 << 20

// Classes of what is wrong with a packet.
var (
	ErrChecksum  = errors.New("wrong checksum")
	ErrMalformed = errors.New("malformed packet")
	ErrTooLong   = errors.New("overlong packet")
)

// Append appends the packet that carries the payload.
func Append(dst, payload []byte) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '$')
	at := len(dst)
	for _, b := range payload {
		if special(b) {
			dst = append(dst, '}', b^0x20)
		} else {
			dst = append(dst, b)
		}
	}
	sum := byte(0)
	for _, b := range dst[at:] {
		sum += b
	}
	return append(dst, '#', digits[sum>>4], digits[sum&15])
}

// special says whether a byte of a payload must be announced by }. Nobody asks a client to
// announce *, but there are servers that expand repetitions in requests too.
func special(b byte) bool { return b == '$' || b == '#' || b == '}' || b == '*' }

// Cost is how many bytes a byte of a payload takes on the line.
func Cost(b byte) int {
	if special(b) {
		return 2
	}
	return 1
}

// Kind of what arrives.
type Kind uint8

const (
	Packet Kind = iota + 1
	Notification
	Ack
	Nak
)

// Event is something that arrived. Err says that a packet did not arrive whole; its payload is
// then what could be read.
type Event struct {
	Kind    Kind
	Payload []byte // valid until the scanner goes on
	Err     error
}

type state uint8

const (
	idle   state = iota
	body         // between $ and #
	escape       // after }
	repeat       // after *
	high         // after #
	low
)

// Scanner finds packets in bytes as they come. The zero value is ready.
type Scanner struct {
	state   state
	kind    Kind
	sum     byte
	sent    byte // the sum that the packet claims
	payload []byte
	fault   error
}

// Next takes bytes up to the end of the next event, and says how many. Without an event it takes
// them all.
func (s *Scanner) Next(p []byte) (n int, e Event, ok bool) {
	for i, b := range p {
		if e, ok = s.take(b); ok {
			return i + 1, e, true
		}
	}
	return len(p), Event{}, false
}

func (s *Scanner) take(b byte) (Event, bool) {
	switch s.state {
	case idle:
		switch b {
		case '$', '%':
			s.begin(b)
		case '+':
			return Event{Kind: Ack}, true
		case '-':
			return Event{Kind: Nak}, true
		}
		return Event{}, false // noise
	case high, low:
		return s.checksum(b)
	}
	switch {
	case b == '$':
		s.begin(b) // the packet before it was cut off
		return Event{}, false
	case b == '#':
		if s.state != body {
			s.wrong(fmt.Errorf("%w: it ends in the middle of an escape", ErrMalformed))
		}
		s.state, s.sent = high, 0
		return Event{}, false
	}
	s.sum += b
	switch s.state {
	case body:
		switch b {
		case '}':
			s.state = escape
		case '*':
			s.state = repeat
		default:
			s.add(b, 1)
		}
	case escape:
		s.state = body
		s.add(b^0x20, 1)
	case repeat:
		s.state = body
		switch {
		case b < ' ' || b > '~':
			s.wrong(fmt.Errorf("%w: a repetition of %#02x-29", ErrMalformed, b))
		case len(s.payload) == 0:
			s.wrong(fmt.Errorf("%w: a repetition of nothing", ErrMalformed))
		default:
			s.add(s.payload[len(s.payload)-1], int(b)-29)
		}
	}
	return Event{}, false
}

func (s *Scanner) begin(b byte) {
	s.state, s.kind, s.sum, s.payload, s.fault = body, Packet, 0, s.payload[:0], nil
	if b == '%' {
		s.kind = Notification
	}
}

// wrong keeps the first fault.
func (s *Scanner) wrong(err error) {
	if s.fault == nil {
		s.fault = err
	}
}

func (s *Scanner) add(b byte, times int) {
	if len(s.payload)+times > MaxPacket {
		s.wrong(fmt.Errorf("%w: over %d bytes", ErrTooLong, MaxPacket))
		return
	}
	for range times {
		s.payload = append(s.payload, b)
	}
}

func (s *Scanner) checksum(b byte) (Event, bool) {
	d := digit(b)
	if d < 0 {
		s.wrong(fmt.Errorf("%w: %q in its sum", ErrMalformed, b))
	}
	s.sent = s.sent<<4 | byte(d)&15
	if s.state == high {
		s.state = low
		return Event{}, false
	}
	s.state = idle
	if s.fault == nil && s.sent != s.sum {
		s.fault = fmt.Errorf("%w: %02x, not %02x", ErrChecksum, s.sent, s.sum)
	}
	return Event{Kind: s.kind, Payload: s.payload, Err: s.fault}, true
}

func digit(b byte) int {
	switch {
	case '0' <= b && b <= '9':
		return int(b - '0')
	case 'a' <= b && b <= 'f':
		return int(b-'a') + 10
	case 'A' <= b && b <= 'F':
		return int(b-'A') + 10
	}
	return -1
}
