package gdb

import (
	"bytes"
	stdelf "debug/elf"
	"encoding/binary"
	"errors"
	"fmt"

	"touchstone/runner/image"
)

// loaded is an image as a debugger sees it.
type loaded struct {
	entry  uint64
	pieces []piece
	exits  []uint64 // where it stays when it is done
	toHost uint64   // 0: it has none
}

// piece of memory that is written before the image runs.
type piece struct {
	addr  uint64
	bytes []byte
}

// fallThrough is what cases find behind their code when nothing else is there: an illegal
// instruction. In memory that held another image it must be written.
const fallThrough = 8

// load reads the image's ELF file.
func load(img *image.Image) (*loaded, error) {
	f, err := stdelf.NewFile(bytes.NewReader(img.ELF))
	if err != nil {
		return nil, err
	}
	p := &loaded{entry: f.Entry}
	for _, prog := range f.Progs {
		if prog.Type != stdelf.PT_LOAD || prog.Filesz == 0 && prog.Vaddr == img.Log[0] {
			continue // the log is written while it runs, and ends in a zero at any time
		}
		size := prog.Memsz
		if prog.Flags&(stdelf.PF_X|stdelf.PF_W) == stdelf.PF_X|stdelf.PF_W {
			size += fallThrough
		}
		b := make([]byte, size)
		if _, err := prog.ReadAt(b[:prog.Filesz], 0); err != nil && prog.Filesz > 0 {
			return nil, fmt.Errorf("segment at %#x: %w", prog.Vaddr, err)
		}
		p.pieces = append(p.pieces, piece{prog.Vaddr, b})
		if f.Entry-prog.Vaddr < prog.Filesz {
			p.exits = exits(prog.Vaddr, b[:prog.Filesz])
		}
	}
	if len(p.exits) == 0 {
		return nil, errors.New("its text has no place where it stays when it is done: no jump to itself")
	}
	symbols, err := f.Symbols()
	if err != nil {
		return nil, err
	}
	for _, s := range symbols {
		if s.Name == "tohost" {
			p.toHost = s.Value
		}
	}
	return p, nil
}

// exits are the jumps to themselves in the runtime's text. Nothing but the end of an image is one.
func exits(base uint64, text []byte) (at []uint64) {
	const jumpToItself = 0x0000006f // jal x0, 0
	for i := 0; i+4 <= len(text); i += 4 {
		if binary.LittleEndian.Uint32(text[i:]) == jumpToItself {
			at = append(at, base+uint64(i))
		}
	}
	return at
}
