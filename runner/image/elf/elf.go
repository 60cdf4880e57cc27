// Package elf writes the small part of ELF that a bare-metal image needs: a 64-bit little-endian
// RISC-V executable with one program header for each piece of memory, and a symbol table, since
// simulators find tohost, fromhost and the signature by their symbols (and QEMU only takes those
// that are objects of 8 bytes).
//
// The same description gives the same bytes. Everything is written at once, in memory.
package elf

import (
	"bytes"
	"cmp"
	stdelf "debug/elf"
	"encoding/binary"
	"fmt"
	"slices"
)

// Segment is a piece of memory. Size above len(Data) is zeroed by the loader.
type Segment struct {
	Name  string // of its section: ".text"
	Addr  uint64
	Data  []byte
	Size  uint64 // 0: len(Data)
	Flags stdelf.ProgFlag
	Align uint64 // a power of two, modulo which offset and address agree; 0: 8
}

func (s Segment) size() uint64 { return max(s.Size, uint64(len(s.Data))) }

// Symbol is a name for an address.
type Symbol struct {
	Name string
	Addr uint64
	Size uint64
	Func bool // a function rather than an object
}

const (
	headerSize  = 64
	progSize    = 56
	sectionSize = 64
	symbolSize  = 24
)

// Write gives the executable. Segments may come in any order and must not overlap.
func Write(entry uint64, segments []Segment, symbols []Symbol) ([]byte, error) {
	segments = slices.Clone(segments)
	slices.SortStableFunc(segments, func(a, b Segment) int { return cmp.Compare(a.Addr, b.Addr) })
	for i, s := range segments {
		if s.size() == 0 {
			return nil, fmt.Errorf("elf: segment %s at %#x is empty", s.Name, s.Addr)
		}
		if end := s.Addr + s.size(); end < s.Addr {
			return nil, fmt.Errorf("elf: segment %s at %#x passes the end of memory", s.Name, s.Addr)
		} else if i+1 < len(segments) && end > segments[i+1].Addr {
			return nil, fmt.Errorf("elf: segments %s and %s overlap at %#x", s.Name, segments[i+1].Name, segments[i+1].Addr)
		}
	}
	if len(segments) >= 0xff00 {
		return nil, fmt.Errorf("elf: %d segments; the format has room for %d", len(segments), 0xff00-1)
	}

	var names strtab
	names.add("")
	var out bytes.Buffer
	out.Write(make([]byte, headerSize+progSize*len(segments)))
	progs := make([]stdelf.Prog64, len(segments))
	sections := []stdelf.Section64{{}}
	for i, s := range segments {
		// Modulo 8 is enough for a loader that does not map the file in pages.
		align := max(s.Align, 8)
		for uint64(out.Len())%align != s.Addr%align {
			out.WriteByte(0)
		}
		progs[i] = stdelf.Prog64{
			Type: uint32(stdelf.PT_LOAD), Flags: uint32(s.Flags), Off: uint64(out.Len()),
			Vaddr: s.Addr, Paddr: s.Addr, Filesz: uint64(len(s.Data)), Memsz: s.size(), Align: align,
		}
		section := stdelf.Section64{
			Name: names.add(s.Name), Type: uint32(stdelf.SHT_PROGBITS), Flags: uint64(stdelf.SHF_ALLOC),
			Addr: s.Addr, Off: uint64(out.Len()), Size: s.size(), Addralign: 1,
		}
		if len(s.Data) == 0 {
			section.Type = uint32(stdelf.SHT_NOBITS)
		} else {
			section.Size = uint64(len(s.Data))
		}
		if s.Flags&stdelf.PF_X != 0 {
			section.Flags |= uint64(stdelf.SHF_EXECINSTR)
		}
		if s.Flags&stdelf.PF_W != 0 {
			section.Flags |= uint64(stdelf.SHF_WRITE)
		}
		sections = append(sections, section)
		out.Write(s.Data)
	}

	pad(&out)
	symAt := out.Len()
	var symNames strtab
	symNames.add("")
	put(&out, stdelf.Sym64{})
	for _, s := range symbols {
		kind := stdelf.STT_OBJECT
		if s.Func {
			kind = stdelf.STT_FUNC
		}
		put(&out, stdelf.Sym64{
			Name: symNames.add(s.Name), Info: stdelf.ST_INFO(stdelf.STB_GLOBAL, kind),
			Shndx: sectionOf(segments, s.Addr), Value: s.Addr, Size: s.Size,
		})
	}
	symEnd, strAt := out.Len(), out.Len()
	out.Write(symNames.text)
	sections = append(sections,
		stdelf.Section64{Name: names.add(".symtab"), Type: uint32(stdelf.SHT_SYMTAB), Off: uint64(symAt), Size: uint64(symEnd - symAt),
			Link: uint32(len(sections) + 1), Info: 1, Addralign: 8, Entsize: symbolSize},
		stdelf.Section64{Name: names.add(".strtab"), Type: uint32(stdelf.SHT_STRTAB), Off: uint64(strAt), Size: uint64(len(symNames.text)), Addralign: 1})
	name := names.add(".shstrtab")
	sections = append(sections,
		stdelf.Section64{Name: name, Type: uint32(stdelf.SHT_STRTAB), Off: uint64(out.Len()), Size: uint64(len(names.text)), Addralign: 1})
	out.Write(names.text)
	pad(&out)
	sectionsAt := out.Len()
	for _, s := range sections {
		put(&out, s)
	}

	header := stdelf.Header64{
		Type: uint16(stdelf.ET_EXEC), Machine: uint16(stdelf.EM_RISCV), Version: uint32(stdelf.EV_CURRENT), Entry: entry,
		Phoff: headerSize, Shoff: uint64(sectionsAt), Ehsize: headerSize, Phentsize: progSize, Phnum: uint16(len(progs)),
		Shentsize: sectionSize, Shnum: uint16(len(sections)), Shstrndx: uint16(len(sections) - 1),
	}
	copy(header.Ident[:], stdelf.ELFMAG)
	header.Ident[stdelf.EI_CLASS] = byte(stdelf.ELFCLASS64)
	header.Ident[stdelf.EI_DATA] = byte(stdelf.ELFDATA2LSB)
	header.Ident[stdelf.EI_VERSION] = byte(stdelf.EV_CURRENT)
	var front bytes.Buffer
	put(&front, header)
	for _, p := range progs {
		put(&front, p)
	}
	file := out.Bytes()
	copy(file, front.Bytes())
	return file, nil
}

// sectionOf is the section index of the segment that holds addr (an end symbol may lie on its end).
func sectionOf(segments []Segment, addr uint64) uint16 {
	for i, s := range segments {
		if s.Addr <= addr && addr < s.Addr+s.size() {
			return uint16(i + 1)
		}
	}
	return uint16(stdelf.SHN_ABS)
}

func pad(b *bytes.Buffer) {
	for b.Len()%8 != 0 {
		b.WriteByte(0)
	}
}

func put(b *bytes.Buffer, v any) {
	if err := binary.Write(b, binary.LittleEndian, v); err != nil {
		panic("elf: " + err.Error())
	}
}

type strtab struct {
	text []byte
	at   map[string]uint32
}

func (t *strtab) add(s string) uint32 {
	if i, ok := t.at[s]; ok {
		return i
	}
	if t.at == nil {
		t.at = map[string]uint32{}
	}
	i := uint32(len(t.text))
	t.at[s] = i
	t.text = append(append(t.text, s...), 0)
	return i
}
