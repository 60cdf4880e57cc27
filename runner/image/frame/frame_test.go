package frame

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const id = 0x1122334455667789

func records(t *rapid.T) []Record {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Record {
		return Record{
			Kind:  Kind(rapid.IntRange(int(Start), int(Clobber)).Draw(t, "kind")),
			Slot:  rapid.IntRange(0, 1<<20).Draw(t, "slot"),
			Words: rapid.SliceOfN(rapid.Uint64(), 0, 40).Draw(t, "words"),
		}
	}), 0, 20).Draw(t, "records")
}

func collect(out *[]Record) func(Record, error) error {
	return func(r Record, err error) error {
		if err != nil {
			return err
		}
		*out = append(*out, Record{r.Kind, r.Slot, append([]uint64{}, r.Words...)})
		return nil
	}
}

// TestRoundTrip: what is written is read, from a log and from a console that arrives in pieces.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := records(t)
		var log, text []byte
		for _, r := range want {
			for _, w := range Append(nil, id, r) {
				log = binary.LittleEndian.AppendUint64(log, w)
			}
			text = AppendLine(text, id, r)
		}
		log = append(log, make([]byte, 24)...)
		var fromLog, fromText []Record
		if err := Log(log, id, collect(&fromLog)); err != nil {
			t.Fatal(err)
		}
		s := Scanner{ID: id, Yield: collect(&fromText)}
		for len(text) > 0 {
			n := rapid.IntRange(1, len(text)).Draw(t, "piece")
			if _, err := s.Write(text[:n]); err != nil {
				t.Fatal(err)
			}
			text = text[n:]
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if len(want) == 0 {
			want = nil
		}
		if d := cmp.Diff(want, fromLog) + cmp.Diff(want, fromText); d != "" {
			t.Fatal(d)
		}
	})
}

// TestOneFlippedDigit: no single wrong digit, and no exchange of two neighbouring words, passes.
func TestOneFlippedDigit(t *testing.T) {
	line := string(AppendLine(nil, id, Record{Result, 77, []uint64{11, 0x80001000, 0, 3, 10, 0xdeadbeef}}))
	for i := range len(line) - 1 {
		for _, c := range "0123456789abcdef ~x" {
			if byte(c) == line[i] {
				continue
			}
			bad := line[:i] + string(c) + line[i+1:]
			passed := 0
			s := Scanner{ID: id, Yield: func(_ Record, err error) error {
				if err == nil {
					passed++
				}
				return nil
			}}
			s.Write([]byte(bad))
			if passed > 0 {
				t.Fatalf("%q passes for %q", bad, line)
			}
		}
	}
	words := Append(nil, id, Record{Result, 77, []uint64{11, 0x80001000, 0, 3, 10, 0xdeadbeef}})
	for i := range len(words) - 2 {
		swapped := slices.Clone(words)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		if _, err := check(swapped, id); err == nil {
			t.Errorf("words %d and %d exchanged pass", i, i+1)
		}
	}
}

func TestFaults(t *testing.T) {
	ok := strings.TrimSuffix(string(AppendLine(nil, id, Record{Begin, 3, nil})), "\n")
	foreign := string(AppendLine(nil, 99, Record{Start, 0, []uint64{Version, 99, 4}}))
	result := string(AppendLine(nil, id, Record{Result, 3, []uint64{1, 2, 3, 3}}))
	for _, row := range []struct {
		text string
		want []string // faults in order; "" is a record
	}{
		{ok + "\n", []string{""}},
		{ok + "\r\n\r\n\n", []string{""}},
		{"hello\n" + ok + "\n", []string{string(Noise), ""}},
		{"hello " + ok + "\n", []string{string(Noise), ""}},
		{ok, []string{string(Half)}},
		{"~\n", []string{string(Garbled)}},
		{"~1\n", []string{string(Half)}},
		{"~1  2\n", []string{string(Garbled)}},
		{"~01 2\n", []string{string(Garbled)}},
		{"~1 11112222333344445\n", []string{string(Garbled)}},
		{"~30002 1\n", []string{string(BadSum)}},
		{"~3000f 1\n", []string{string(Garbled)}},
		{"~3000000030002 1\n", []string{string(Garbled)}},
		{strings.Replace(result, "1 2 3 3 ", "1 2 ", 1), []string{string(Half)}},
		{strings.Replace(result, "1 2 3 3 ", "1 2 3 3 4 ", 1), []string{string(Garbled)}},
		{foreign, []string{string(Foreign)}},
		{strings.Repeat("x", 3*MaxLine) + "\n" + ok + "\n", []string{string(TooLong), ""}},
	} {
		var got []string
		s := Scanner{ID: id, Yield: func(_ Record, err error) error {
			var f Fault
			if err != nil && !errors.As(err, &f) {
				t.Errorf("%v is no fault", err)
			}
			got = append(got, string(f))
			return nil
		}}
		s.Write([]byte(row.text))
		s.Close()
		if !slices.Equal(got, row.want) {
			t.Errorf("%.60q: %q, want %q", row.text, got, row.want)
		}
	}
}

// TestLogFaults: a record that is spoilt costs itself, not what follows; a head that lies ends the reading.
func TestLogFaults(t *testing.T) {
	build := func(spoil int, v uint64) []byte {
		var words []uint64
		for slot := range 3 {
			words = Append(words, id, Record{Result, slot, []uint64{1, 2, 3, 3}})
		}
		words = append(words, 0)
		if spoil >= 0 {
			words[spoil] = v
		}
		var b []byte
		for _, w := range words {
			b = binary.LittleEndian.AppendUint64(b, w)
		}
		return b
	}
	for _, row := range []struct {
		log  []byte
		want string
	}{
		{build(-1, 0), "012"},
		{build(8, 1), "0!2"},
		{build(11, 1), "0!2"},
		{build(6, 0), "0"},
		{build(6, 0xfff3), "0!"},
		{build(6, 7<<16|4<<4|15), "0!"},
		{build(-1, 0)[:108], "01!"},
		{nil, ""},
	} {
		got := ""
		if err := Log(row.log, id, func(r Record, err error) error {
			if err != nil {
				got += "!"
			} else {
				got += fmt.Sprint(r.Slot)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
		if got != row.want {
			t.Errorf("%s, want %s", got, row.want)
		}
	}
	stop := errors.New("stop")
	n := 0
	if err := Log(build(-1, 0), id, func(Record, error) error { n++; return stop }); !errors.Is(err, stop) || n != 1 {
		t.Errorf("got %v after %d records", err, n)
	}
}

func FuzzScanner(f *testing.F) {
	f.Add(AppendLine(nil, id, Record{Result, 3, []uint64{1, 2, 3, 3, 10, 5}}), 7)
	f.Add([]byte("~1 2\nnoise ~ ~~\r\n~30002 1"), 3)
	f.Fuzz(func(t *testing.T, text []byte, cut int) {
		read := func(pieces ...[]byte) string {
			var out strings.Builder
			s := Scanner{ID: id, Yield: func(r Record, err error) error {
				var fault Fault
				if err != nil && !errors.As(err, &fault) {
					t.Errorf("%v is no fault", err)
				}
				if err == nil && string(AppendLine(nil, id, r)) == "" {
					t.Error("a record that cannot be written")
				}
				fmt.Fprintln(&out, r, fault)
				return nil
			}}
			for _, p := range pieces {
				if n, err := s.Write(p); n != len(p) || err != nil {
					t.Errorf("wrote %d of %d: %v", n, len(p), err)
				}
			}
			s.Close()
			return out.String()
		}
		at := 0
		if len(text) > 0 {
			at = int(uint(cut) % uint(len(text)))
		}
		if a, b := read(text), read(text[:at], text[at:]); a != b {
			t.Errorf("read at once:\n%s\nin two pieces:\n%s", a, b)
		}
	})
}

func FuzzLog(f *testing.F) {
	var log []byte
	for _, w := range Append(nil, id, Record{Result, 3, []uint64{1, 2, 3, 3, 10, 5}}) {
		log = binary.LittleEndian.AppendUint64(log, w)
	}
	f.Add(log)
	f.Fuzz(func(t *testing.T, log []byte) {
		words := 0
		err := Log(log, id, func(r Record, err error) error {
			words += len(r.Words)
			return nil
		})
		if err != nil || 8*words > len(log) {
			t.Errorf("%d words of %d bytes, %v", words, len(log), err)
		}
	})
}
