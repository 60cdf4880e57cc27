package flat

import (
	"testing"

	"touchstone/runner/image/elf"
)

func TestWrite(t *testing.T) {
	base, file, err := Write([]elf.Segment{{Addr: 0x100, Data: []byte("ab")}, {Addr: 0x104, Data: []byte("c"), Size: 3}})
	if err != nil || base != 0x100 || string(file) != "ab\x00\x00c\x00\x00" {
		t.Errorf("%#x %q %v", base, file, err)
	}
	for _, wrong := range [][]elf.Segment{nil, {{Addr: 0, Data: []byte("a")}, {Addr: 1 << 40, Data: []byte("b")}}} {
		if _, _, err := Write(wrong); err == nil {
			t.Errorf("%d segments make a file", len(wrong))
		}
	}
}
