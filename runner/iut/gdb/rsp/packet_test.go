package rsp

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// show writes what arrives: payloads in quotes, what is wrong with them behind.
func show(s *Scanner, p []byte) string {
	var out []string
	for len(p) > 0 {
		n, e, ok := s.Next(p)
		p = p[n:]
		if !ok {
			break
		}
		switch e.Kind {
		case Ack:
			out = append(out, "+")
		case Nak:
			out = append(out, "-")
		case Notification:
			out = append(out, fmt.Sprintf("%%%q", e.Payload))
		default:
			out = append(out, fmt.Sprintf("%q", e.Payload))
		}
		for _, class := range []error{ErrChecksum, ErrMalformed, ErrTooLong} {
			if errors.Is(e.Err, class) {
				out = append(out, "("+class.Error()+")")
			}
		}
	}
	return strings.Join(out, " ")
}

func TestScanner(t *testing.T) {
	for _, row := range []struct{ name, in, want string }{
		{"a packet", "$OK#9a", `"OK"`},
		{"capital digits", "$OK#9A", `"OK"`},
		{"the empty packet", "$#00", `""`},
		{"acknowledgements", "+-+$OK#9a+", `+ - + "OK" +`},
		{"a notification", "%Stop:T05#99$OK#9a", `%"Stop:T05" "OK"`},
		{"noise between packets", "hello\r\n\x00\x03#12$OK#9a}*", `"OK"`},
		{"two at once", "$a#61$b#62", `"a" "b"`},
		{"half, and then a whole one", "$O$OK#9a", `"OK"`},
		{"half, and then nothing", "$OK#9", ``},
		{"a wrong sum", "$OK#9b", `"OK" (wrong checksum)`},
		{"no digits in the sum", "$OK#zz$a#61", `"OK" (malformed packet) "a"`},
		{"an escape", "$}\x03#80", `"#"`},
		{"an escape of nothing", "$a}#de", `"a" (malformed packet)`},
		{"a repetition", "$0* #7a", `"0000"`},
		{"repetitions of what was repeated", "$0* * #c4", `"0000000"`},
		{"the longest repetition", "$0*~#d8", `"` + strings.Repeat("0", 98) + `"`},
		{"a repetition of nothing", "$* #4a", `"" (malformed packet)`},
		{"a repetition of something unprintable", "$0*\x01#5b", `"0" (malformed packet)`},
		{"a repetition without a number", "$0*#5a", `"0" (malformed packet)`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := show(&Scanner{}, []byte(row.in)); got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
			// The same byte by byte.
			var s Scanner
			var out []string
			for i := range len(row.in) {
				if got := show(&s, []byte(row.in[i:i+1])); got != "" {
					out = append(out, got)
				}
			}
			if got := strings.Join(out, " "); got != row.want {
				t.Errorf("byte by byte: got %s, want %s", got, row.want)
			}
		})
	}
}

func TestScannerIsBounded(t *testing.T) {
	var s Scanner
	bomb := append([]byte("$0"), bytes.Repeat([]byte("*~"), 2*MaxPacket/90)...)
	if got := show(&s, bomb); got != "" {
		t.Fatal(got)
	}
	if len(s.payload) > MaxPacket {
		t.Errorf("%d bytes are kept", len(s.payload))
	}
	_, e, ok := s.Next([]byte("#00"))
	if !ok || !errors.Is(e.Err, ErrTooLong) {
		t.Errorf("got %v, want %v", e.Err, ErrTooLong)
	}
	if got := show(&s, []byte("$OK#9a")); got != `"OK"` {
		t.Errorf("the packet behind it: %s", got)
	}
}

// TestAppend: every byte arrives as it was sent.
func TestAppend(t *testing.T) {
	var every []byte
	for b := range 256 {
		every = append(every, byte(b), byte(b))
	}
	for _, payload := range [][]byte{nil, []byte("OK"), []byte("#$}*"), every} {
		packet := Append(nil, payload)
		n, e, ok := new(Scanner).Next(packet)
		if !ok || n != len(packet) || e.Err != nil || !bytes.Equal(e.Payload, payload) {
			t.Errorf("%q became %q (%v)", payload, e.Payload, e.Err)
		}
		cost := len("$#00")
		for _, b := range payload {
			cost += Cost(b)
		}
		if cost != len(packet) {
			t.Errorf("%q costs %d bytes, and was to cost %d", payload, len(packet), cost)
		}
	}
}

func FuzzScanner(f *testing.F) {
	for _, seed := range []string{"$OK#9a", "+$0* #7a-%n#6e", "$}\x03#80", "$0*~*~#00", "$a$b#62", "x#$#00"} {
		f.Add([]byte(seed), uint8(3))
	}
	f.Fuzz(func(t *testing.T, in []byte, cut uint8) {
		whole := show(&Scanner{}, in)
		// However the bytes are cut, the same arrives.
		var s Scanner
		var parts []string
		for rest := in; len(rest) > 0; {
			n := min(1+int(cut)%7, len(rest))
			if got := show(&s, rest[:n]); got != "" {
				parts = append(parts, got)
			}
			rest = rest[n:]
		}
		if got := strings.Join(parts, " "); got != whole {
			t.Errorf("cut it is %s, whole %s", got, whole)
		}
		// As a payload, they arrive as they are.
		if _, e, ok := new(Scanner).Next(Append(nil, in)); !ok || e.Err != nil || !bytes.Equal(e.Payload, in) {
			t.Errorf("%q became %q (%v)", in, e.Payload, e.Err)
		}
	})
}
