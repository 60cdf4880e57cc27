package rv64

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
)

// LoadELF loads a little-endian RV64 executable and puts all harts at its entry. Any bytes are
// survived: what cannot be loaded is an error that says why.
func (m *Machine) LoadELF(b []byte) (err error) {
	// debug/elf is careful, but it reads what others wrote: a panic there is a bad file here.
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("rv64: malformed ELF file: %v", p)
		}
	}()
	f, err := elf.NewFile(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("rv64: not an ELF file that can be read: %w", err)
	}
	if err := suitable(f); err != nil {
		return fmt.Errorf("rv64: %w", err)
	}
	segments, err := m.segments(f, b)
	if err != nil {
		return fmt.Errorf("rv64: %w", err)
	}
	if f.Entry&m.ialign != 0 {
		return fmt.Errorf("rv64: entry point %#x is not aligned to an instruction", f.Entry)
	}
	if _, ok := m.inRAM(f.Entry, 2); !ok {
		return fmt.Errorf("rv64: entry point %#x is outside RAM [%#x, %#x); link the program there", f.Entry, m.base, m.base+m.size)
	}
	symbols, err := symbolsOf(f)
	if err != nil {
		return fmt.Errorf("rv64: %w", err)
	}
	for _, s := range segments {
		m.WriteMem(s.addr, s.data)
	}
	m.Symbols = symbols
	m.SetHTIF(symbols["tohost"], symbols["fromhost"])
	m.start(f.Entry)
	return nil
}

func suitable(f *elf.File) error {
	switch {
	case f.Machine != elf.EM_RISCV:
		return fmt.Errorf("ELF file is for %v, not for RISC-V", f.Machine)
	case f.Class != elf.ELFCLASS64:
		return errors.New("ELF file is 32-bit; this is an RV64 machine: build with -march=rv64… -mabi=lp64")
	case f.Data != elf.ELFDATA2LSB:
		return errors.New("ELF file is big-endian; harts here are little-endian")
	case f.Type != elf.ET_EXEC && f.Type != elf.ET_DYN:
		return fmt.Errorf("ELF file is %v; link an executable", f.Type)
	}
	return nil
}

// segment is what a program header puts into RAM. The rest of its memory is zero already.
type segment struct {
	addr, size uint64
	data       []byte
}

func (m *Machine) segments(f *elf.File, b []byte) ([]segment, error) {
	var list []segment
	for n, p := range f.Progs {
		if p.Type != elf.PT_LOAD || p.Memsz == 0 {
			continue
		}
		if p.Filesz > p.Memsz {
			return nil, fmt.Errorf("segment %d: file size %#x exceeds memory size %#x", n, p.Filesz, p.Memsz)
		}
		if p.Off > uint64(len(b)) || p.Filesz > uint64(len(b))-p.Off {
			return nil, fmt.Errorf("segment %d: bytes %#x+%#x lie beyond the end of the file (%#x)", n, p.Off, p.Filesz, len(b))
		}
		if _, ok := m.inRAM(p.Paddr, p.Memsz); !ok {
			return nil, fmt.Errorf("segment %d: memory %#x+%#x is outside RAM [%#x, %#x); link it there, or raise the memory limit",
				n, p.Paddr, p.Memsz, m.base, m.base+m.size)
		}
		for k, s := range list {
			if p.Paddr < s.addr+s.size && s.addr < p.Paddr+p.Memsz {
				return nil, fmt.Errorf("segment %d at %#x+%#x overlaps loadable segment %d at %#x+%#x", n, p.Paddr, p.Memsz, k, s.addr, s.size)
			}
		}
		list = append(list, segment{p.Paddr, p.Memsz, b[p.Off : p.Off+p.Filesz]})
		if len(list) > 1024 {
			return nil, errors.New("more than 1024 loadable segments")
		}
	}
	if len(list) == 0 {
		return nil, errors.New("ELF file has no loadable segment")
	}
	return list, nil
}

// symbolsOf reads the symbol table. A file without one has no symbols, which is no error.
func symbolsOf(f *elf.File) (map[string]uint64, error) {
	for _, s := range f.Sections {
		if (s.Type == elf.SHT_SYMTAB || s.Type == elf.SHT_STRTAB) && s.Flags&elf.SHF_COMPRESSED != 0 {
			return nil, fmt.Errorf("section %q is compressed; symbol tables must not be", s.Name)
		}
	}
	list, err := f.Symbols()
	if errors.Is(err, elf.ErrNoSymbols) {
		return map[string]uint64{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("symbol table: %w", err)
	}
	t := make(map[string]uint64, len(list))
	for _, s := range list {
		if s.Name != "" && s.Section != elf.SHN_UNDEF && elf.ST_TYPE(s.Info) != elf.STT_FILE && elf.ST_TYPE(s.Info) != elf.STT_SECTION {
			if _, dup := t[s.Name]; !dup || elf.ST_BIND(s.Info) == elf.STB_GLOBAL {
				t[s.Name] = s.Value
			}
		}
	}
	return t, nil
}
