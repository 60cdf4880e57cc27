package elf

import (
	"bytes"
	stdelf "debug/elf"
	"strings"
	"testing"
)

// TestReadBack: the standard library finds every segment, byte and symbol.
func TestReadBack(t *testing.T) {
	segments := []Segment{
		{Name: ".b", Addr: 0x80002003, Data: []byte("unaligned"), Size: 100, Flags: stdelf.PF_R | stdelf.PF_W},
		{Name: ".a", Addr: 0x80000000, Data: []byte{0x13, 0, 0, 0}, Flags: stdelf.PF_R | stdelf.PF_X},
		{Name: ".c", Addr: 0x80003000, Size: 4096, Flags: stdelf.PF_R | stdelf.PF_W},
	}
	symbols := []Symbol{{Name: "tohost", Addr: 0x80003000, Size: 8}, {Name: "_start", Addr: 0x80000000, Func: true}, {Name: "end", Addr: 0x80004000}}
	b, err := Write(0x80000000, segments, symbols)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Write(0x80000000, segments, symbols)
	if !bytes.Equal(b, again) {
		t.Error("written twice, different bytes")
	}
	if segments[0].Name != ".b" {
		t.Error("the caller's segments were reordered")
	}
	f, err := stdelf.NewFile(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	want := []Segment{segments[1], segments[0], segments[2]}
	for i, p := range f.Progs {
		data := make([]byte, p.Filesz)
		if _, err := p.ReadAt(data, 0); err != nil && len(data) > 0 {
			t.Fatal(err)
		}
		w := want[i]
		if p.Vaddr != w.Addr || p.Paddr != w.Addr || p.Memsz != w.size() || p.Flags != w.Flags || !bytes.Equal(data, w.Data) {
			t.Errorf("segment %d is %+v with %q", i, p.ProgHeader, data)
		}
	}
	for i, name := range []string{".a", ".b", ".c"} {
		s := f.Sections[i+1]
		if s.Name != name || s.Addr != want[i].Addr || (s.Type == stdelf.SHT_NOBITS) != (len(want[i].Data) == 0) {
			t.Errorf("section %d is %+v", i+1, s.SectionHeader)
		}
	}
	got, err := f.Symbols()
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	for i, s := range symbols {
		kind := stdelf.STT_OBJECT
		if s.Func {
			kind = stdelf.STT_FUNC
		}
		if got[i].Name != s.Name || got[i].Value != s.Addr || got[i].Size != s.Size || stdelf.ST_TYPE(got[i].Info) != kind || stdelf.ST_BIND(got[i].Info) != stdelf.STB_GLOBAL {
			t.Errorf("symbol %+v", got[i])
		}
	}
	if got[0].Section != 3 || got[1].Section != 1 || got[2].Section != stdelf.SHN_ABS {
		t.Errorf("sections of symbols: %v %v %v", got[0].Section, got[1].Section, got[2].Section)
	}
}

func TestWriteRefuses(t *testing.T) {
	one := []byte{1}
	for want, segments := range map[string][]Segment{
		"overlap":       {{Name: "a", Addr: 8, Data: one, Size: 9}, {Name: "b", Addr: 16, Data: one}},
		"is empty":      {{Name: "a", Addr: 8}},
		"end of memory": {{Name: "a", Addr: ^uint64(0), Data: []byte{1, 2}}},
		"has room for":  many(0xff00),
	} {
		if _, err := Write(0, segments, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func many(n int) []Segment {
	s := make([]Segment, n)
	for i := range s {
		s[i] = Segment{Name: "s", Addr: uint64(16 * i), Data: []byte{1}}
	}
	return s
}
