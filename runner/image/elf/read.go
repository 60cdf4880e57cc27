package elf

import (
	"bytes"
	stdelf "debug/elf"
	"fmt"
	"io"
)

// Read gives the segments of an executable that [Write] made, sorted by address.
func Read(b []byte) ([]Segment, error) {
	f, err := stdelf.NewFile(bytes.NewReader(b))
	if err != nil {
		return nil, fmt.Errorf("elf: %w", err)
	}
	var out []Segment
	for _, p := range f.Progs {
		if p.Type != stdelf.PT_LOAD {
			continue
		}
		data, err := io.ReadAll(p.Open())
		if err != nil {
			return nil, fmt.Errorf("elf: segment at %#x: %w", p.Paddr, err)
		}
		out = append(out, Segment{Addr: p.Paddr, Data: data, Size: p.Memsz, Flags: p.Flags})
	}
	return out, nil
}

// Bytes is the whole segment, zeros included.
func (s Segment) Bytes() []byte {
	return append(s.Data[:len(s.Data):len(s.Data)], make([]byte, s.size()-uint64(len(s.Data)))...)
}
