package elf

import (
	stdelf "debug/elf"
	"testing"
)

// TestReadWhatWasWritten: segments come back, sorted, with what the loader zeroes.
func TestReadWhatWasWritten(t *testing.T) {
	b, err := Write(8, []Segment{
		{Name: ".b", Addr: 32, Size: 4, Flags: stdelf.PF_W},
		{Name: ".a", Addr: 8, Data: []byte("abc"), Size: 6, Flags: stdelf.PF_X},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[0].Addr != 8 || string(got[0].Bytes()) != "abc\x00\x00\x00" || got[1].Addr != 32 || string(got[1].Bytes()) != "\x00\x00\x00\x00" {
		t.Errorf("%+v", got)
	}
	if _, err := Read(b[:100]); err == nil {
		t.Error("half a file was read")
	}
}
