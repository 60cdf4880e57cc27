package linux

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"touchstone/runner/rv64"
	"touchstone/specs/isa"
)

// program is an executable file, read.
type program struct {
	segments []segment
	entry    uint64
	headers  uint64 // address of the program headers; 0: they are not in memory
	count    uint64 // of them
}

type segment struct {
	addr, size uint64
	data       []byte // from the beginning of addr's page
	may        rv64.Permission
}

// parse reads a static executable. Any bytes are survived.
func parse(file []byte) (p *program, err error) {
	defer func() { // debug/elf is careful, but it reads what others wrote
		if r := recover(); r != nil {
			p, err = nil, fmt.Errorf("malformed ELF file: %v", r)
		}
	}()
	f, err := elf.NewFile(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("not an ELF file that can be read: %w", err)
	}
	switch {
	case f.Machine != elf.EM_RISCV || f.Class != elf.ELFCLASS64 || f.Data != elf.ELFDATA2LSB:
		return nil, fmt.Errorf("ELF file is for %v, %v, %v; a process here is little-endian RV64", f.Machine, f.Class, f.Data)
	case f.Type != elf.ET_EXEC:
		return nil, fmt.Errorf("ELF file is %v; link it statically, to fixed addresses (-static -no-pie)", f.Type)
	}
	p = &program{entry: f.Entry, count: uint64(len(f.Progs))}
	offset := binary.LittleEndian.Uint64(file[32:]) // e_phoff
	for n, s := range f.Progs {
		switch {
		case s.Type == elf.PT_INTERP:
			return nil, errors.New("ELF file needs a dynamic linker; link it statically")
		case s.Type != elf.PT_LOAD || s.Memsz == 0:
			continue
		case s.Filesz > s.Memsz || s.Off > uint64(len(file)) || s.Filesz > uint64(len(file))-s.Off:
			return nil, fmt.Errorf("segment %d: bytes %#x+%#x lie beyond the end of the file (%#x) or of its memory", n, s.Off, s.Filesz, len(file))
		case s.Vaddr < rv64.PageSize || s.Vaddr > maxAddress || s.Memsz > maxProgram:
			return nil, fmt.Errorf("segment %d: memory %#x+%#x is not a process's here", n, s.Vaddr, s.Memsz)
		case len(p.segments) == 1024:
			return nil, errors.New("more than 1024 loadable segments")
		}
		before, to := s.Vaddr%rv64.PageSize, s.Off+s.Filesz
		if s.Off%rv64.PageSize != before {
			return nil, fmt.Errorf("segment %d: address %#x and offset %#x are different places in a page", n, s.Vaddr, s.Off)
		}
		if s.Memsz == s.Filesz { // a whole page of the file is mapped, whatever follows the segment in it
			to = min(pageUp(to), uint64(len(file)))
		}
		p.segments = append(p.segments, segment{s.Vaddr, s.Memsz, file[s.Off-before : to], permission(s.Flags)})
		if offset >= s.Off && offset-s.Off < s.Filesz {
			p.headers = s.Vaddr + offset - s.Off
		}
	}
	if len(p.segments) == 0 {
		return nil, errors.New("ELF file has no loadable segment")
	}
	low, high := p.extent()
	if high-low > maxProgram {
		return nil, fmt.Errorf("segments from %#x to %#x are further apart than %d MiB", low, high, maxProgram>>20)
	}
	return p, nil
}

func permission(f elf.ProgFlag) (p rv64.Permission) {
	if f&elf.PF_R != 0 {
		p |= rv64.Readable
	}
	if f&elf.PF_W != 0 {
		p |= rv64.Readable | rv64.Writable
	}
	if f&elf.PF_X != 0 {
		p |= rv64.Executable
	}
	return p
}

// extent is the memory from the first page of the segments to the end of the last.
func (p *program) extent() (low, high uint64) {
	low = ^uint64(0)
	for _, s := range p.segments {
		low, high = min(low, pageDown(s.addr)), max(high, pageUp(s.addr+s.size))
	}
	return low, high
}

// Sizes in bytes.
const (
	maxAddress = 1 << 38 // where Sv39's lower half ends
	maxProgram = 1 << 30
	stackSize  = 256 << 10
	stackGap   = 64 << 10 // below the stack and between it and the program: nobody's
	heapSize   = 16 << 20
	mmapSize   = 48 << 20
)

// layout says where everything lies that the file does not say: the stack below the program if there is room, else
// above it; then the heap, and what is mapped.
type layout struct {
	base, end    uint64
	stack        uint64 // its lowest byte
	heap, mapped uint64
	kernel       uint64 // the page that the kernel gives
}

func layOut(p *program) layout {
	low, high := p.extent()
	l := layout{base: low, kernel: high + stackGap}
	l.heap = l.kernel + rv64.PageSize
	const room = stackSize + 2*stackGap
	if low >= 1<<20+room {
		l.base, l.stack = low-room, low-stackSize-stackGap
		l.kernel = l.base // the lowest page of the gap below the stack
		l.heap = high
	} else {
		l.stack = l.heap + stackGap
		l.heap = l.stack + stackSize + stackGap
	}
	l.mapped = l.heap + heapSize
	l.end = l.mapped + mmapSize
	return l
}

// load puts the segments into memory, each with the whole pages that it touches, and the kernel's page.
func (p *Process) load(program *program, l layout) error {
	for n, s := range program.segments {
		from, to := pageDown(s.addr), pageUp(s.addr+s.size)
		for page := from; page < to; page += rv64.PageSize {
			if p.space.isMapped(page) {
				return fmt.Errorf("segment %d at %#x+%#x shares the page %#x with another", n, s.addr, s.size, page)
			}
		}
		p.space.mapPages(from, to-from, s.may)
		p.m.WriteMem(from, s.data)
	}
	if !p.space.allows(program.entry, 2, rv64.Executable) {
		return fmt.Errorf("entry point %#x is in no segment that may be executed", program.entry)
	}
	p.space.mapPages(l.kernel, rv64.PageSize, rv64.Readable|rv64.Executable)
	p.trampoline = l.kernel
	code := binary.LittleEndian.AppendUint32(nil, 0x08b00893) // addi a7, x0, rt_sigreturn
	p.m.WriteMem(p.trampoline, binary.LittleEndian.AppendUint32(code, 0x00000073))
	p.space.mapPages(l.stack, stackSize, rv64.Readable|rv64.Writable)
	return nil
}

// Entries of the auxiliary vector.
const (
	atNull, atPHDR, atPHENT, atPHNUM, atPageSize, atBase, atFlags, atEntry = 0, 3, 4, 5, 6, 7, 8, 9
	atUID, atEUID, atGID, atEGID, atHWCAP, atClockTicks                    = 11, 12, 13, 14, 16, 17
	atSecure, atRandom, atExecFn                                           = 23, 25, 31
)

// stack writes what a process finds at its stack pointer: argc, argv, envp and the auxiliary vector.
func (p *Process) stack(program *program, l layout) (sp uint64, err error) {
	top := l.stack + stackSize - 16
	put := func(b []byte) uint64 {
		top -= uint64(len(b))
		p.m.WriteMem(top, b)
		return top
	}
	if size := len(strings.Join(p.config.Args, " ")) + len(strings.Join(p.config.Env, " ")); size > stackSize/4 {
		return 0, fmt.Errorf("arguments and environment have %d bytes; there is room for %d", size, stackSize/4)
	}
	list := func(texts []string) (at []uint64) {
		for _, s := range texts {
			at = append(at, put(append([]byte(s), 0)))
		}
		return append(at, 0)
	}
	argv, envp := list(p.config.Args), list(p.config.Env)
	random := make([]byte, 16)
	p.fill(random)
	at := put(random)
	words := append([]uint64{uint64(len(p.config.Args))}, argv...)
	words = append(words, envp...)
	words = append(words,
		atHWCAP, p.hwcap, atPageSize, rv64.PageSize, atClockTicks, 100,
		atPHDR, program.headers, atPHENT, 56, atPHNUM, program.count, atBase, 0, atFlags, 0, atEntry, program.entry,
		atUID, id, atEUID, id, atGID, id, atEGID, id, atSecure, 0, atRandom, at, atExecFn, argv[0], atNull, 0)
	sp = (top - uint64(8*len(words))) &^ 15
	var b []byte
	for _, w := range words {
		b = binary.LittleEndian.AppendUint64(b, w)
	}
	p.m.WriteMem(sp, b)
	return sp, nil
}

// id is the user and the group.
const id = 1000

// hwcap has a bit for each single-letter extension.
func hwcap(t *isa.Table) (caps uint64) {
	for _, letter := range "IMAFDCV" {
		if t.Selected(string(letter)) {
			caps |= 1 << (letter - 'A')
		}
	}
	return caps
}

// fill makes bytes that are the same every time.
func (p *Process) fill(b []byte) {
	for i := range b {
		p.random ^= p.random << 13
		p.random ^= p.random >> 7
		p.random ^= p.random << 17
		b[i] = byte(p.random >> 32)
	}
}
