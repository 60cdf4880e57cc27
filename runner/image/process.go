package image

import (
	stdelf "debug/elf"
	"slices"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/linux"
	"touchstone/runner/trial"
)

// PageSize is what a kernel maps a file in, and gives rights to memory by.
const PageSize = 4096

// LinuxMap is the map of a process: where no loader, stack or interpreter puts anything of its own.
func LinuxMap() Map { return MapAt(0x10000000).For(trial.Linux) }

// For is the map as images of an environment have it. A page begins in a process's data area, where the
// regions begin that scenarios protect: what lies before it has rights of its own.
func (m Map) For(environment string) Map {
	if environment == trial.Linux {
		m.Data = m.Base + dataOffset&^(PageSize-1) + PageSize - boundary
	}
	return m
}

// boundary is the offset in the data area at which a page begins.
const boundary = 64

// MapFor is the map that images of an environment have unless somebody says otherwise.
func MapFor(environment string) Map {
	if environment == trial.Linux {
		return LinuxMap()
	}
	return DefaultMap()
}

// processMemory is where the memory lies that only a process's runtime needs: behind the log, of which it
// uses little, or behind all that a small map has.
func (m Map) processMemory() uint64 {
	if m.Size != 0 {
		return m.Base + m.Memory()
	}
	return m.Base + logOffset + (codeOffset-logOffset)/2
}

// approached gives a stub as it is placed, and where it is entered: a process comes to it through an
// approach.
func approached(s *trial.Stub, environment string) (*trial.Stub, int64, error) {
	if environment != trial.Linux {
		return s, 0, nil
	}
	return linux.Approach(s)
}

// program makes the segments of a process of those of a bare machine: in pages of the file, of which no
// two segments share one, with the memory that signals and lines need. Code and data may be written
// and executed, as on a machine without translation; and where code ends, no byte of the file follows
// that could be executed.
func program(segments []elf.Segment, m Map) []elf.Segment {
	out := slices.Clone(segments)
	for i := range out {
		s := &out[i]
		s.Align = PageSize
		switch s.Name {
		case ".data":
			s.Flags |= stdelf.PF_X
		case ".code":
			s.Data = append(slices.Clip(s.Data), make([]byte, granule)...)
		}
	}
	return append(out, elf.Segment{
		Name: ".signals", Addr: m.processMemory(), Size: linux.Memory, Flags: stdelf.PF_R | stdelf.PF_W, Align: PageSize,
	})
}

// without are the pages that cases of a setting have not all rights to.
func without(s trial.Setting) []linux.Pages {
	var pages []linux.Pages
	for _, r := range s.Without {
		pages = append(pages, linux.Pages{At: r.Page, Size: PageSize, Read: r.Read, Write: r.Write})
	}
	return pages
}
