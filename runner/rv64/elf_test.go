package rv64

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// elfFile makes a small executable: a header, one program header for each segment, their bytes.
func elfFile(change func(*elf.Header64, []elf.Prog64)) []byte {
	text := []byte{0x6f, 0, 0, 0} // jal x0, 0
	const at = 64 + 2*56
	head := elf.Header64{
		Ident: [16]byte{0x7f, 'E', 'L', 'F', byte(elf.ELFCLASS64), byte(elf.ELFDATA2LSB), 1},
		Type:  uint16(elf.ET_EXEC), Machine: uint16(elf.EM_RISCV), Version: 1, Entry: base,
		Phoff: 64, Ehsize: 64, Phentsize: 56, Phnum: 2, Shentsize: 64,
	}
	progs := []elf.Prog64{
		{Type: uint32(elf.PT_LOAD), Flags: 5, Off: at, Vaddr: base, Paddr: base, Filesz: 4, Memsz: 4, Align: 4},
		{Type: uint32(elf.PT_LOAD), Flags: 6, Off: at, Vaddr: data, Paddr: data, Filesz: 4, Memsz: 0x100, Align: 4},
	}
	if change != nil {
		change(&head, progs)
	}
	var b bytes.Buffer
	for _, v := range []any{head, progs, text} {
		if err := binary.Write(&b, binary.LittleEndian, v); err != nil {
			panic(err)
		}
	}
	return b.Bytes()
}

func TestLoadELF(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*elf.Header64, []elf.Prog64)
		want   string // in the error; empty: loads
	}{
		{"good", nil, ""},
		{"x86", func(h *elf.Header64, _ []elf.Prog64) { h.Machine = uint16(elf.EM_X86_64) }, "not for RISC-V"},
		{"object", func(h *elf.Header64, _ []elf.Prog64) { h.Type = uint16(elf.ET_REL) }, "link an executable"},
		{"past the end of the file", func(_ *elf.Header64, p []elf.Prog64) { p[0].Filesz, p[0].Memsz = 1<<20, 1<<20 }, "beyond the end of the file"},
		{"file size over memory size", func(_ *elf.Header64, p []elf.Prog64) { p[0].Memsz = 2 }, "exceeds memory size"},
		{"huge", func(_ *elf.Header64, p []elf.Prog64) { p[1].Memsz = 1 << 62 }, "outside RAM"},
		{"wraps", func(_ *elf.Header64, p []elf.Prog64) { p[1].Paddr, p[1].Memsz = ^uint64(0)-10, 100 }, "outside RAM"},
		{"below RAM", func(_ *elf.Header64, p []elf.Prog64) { p[0].Paddr = 0x10000 }, "outside RAM"},
		{"overlap", func(_ *elf.Header64, p []elf.Prog64) { p[1].Paddr = base + 2 }, "overlaps"},
		{"nothing to load", func(_ *elf.Header64, p []elf.Prog64) { p[0].Type, p[1].Type = 0, 0 }, "no loadable segment"},
		{"entry elsewhere", func(h *elf.Header64, _ []elf.Prog64) { h.Entry = 0x1000 }, "outside RAM"},
		{"odd entry", func(h *elf.Header64, _ []elf.Prog64) { h.Entry = base + 1 }, "entry"},
		{"32-bit", func(h *elf.Header64, _ []elf.Prog64) { h.Ident[4] = byte(elf.ELFCLASS32) }, ""},
		{"big-endian", func(h *elf.Header64, _ []elf.Prog64) { h.Ident[5] = byte(elf.ELFDATA2MSB) }, ""},
		{"not ELF", func(h *elf.Header64, _ []elf.Prog64) { h.Ident[0] = 0 }, "not an ELF file"},
	} {
		m := machine(t, Config{})
		err := m.LoadELF(elfFile(test.change))
		switch broken := test.name == "32-bit" || test.name == "big-endian"; {
		case test.want == "" && !broken && err != nil:
			t.Errorf("%s: %v", test.name, err)
		case (test.want != "" || broken) && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		case err != nil && m.read(0, 4) != 0:
			t.Errorf("%s: memory was written before the file was found bad", test.name)
		}
	}
}

// The class and byte order are named even though the rest of such a file reads differently.
func TestForeignELF(t *testing.T) {
	for _, test := range []struct {
		class elf.Class
		data  elf.Data
		want  string
	}{{elf.ELFCLASS32, elf.ELFDATA2LSB, "32-bit"}, {elf.ELFCLASS64, elf.ELFDATA2MSB, "big-endian"}} {
		f := &elf.File{FileHeader: elf.FileHeader{Class: test.class, Data: test.data, Machine: elf.EM_RISCV, Type: elf.ET_EXEC}}
		if err := suitable(f); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want one with %q", err, test.want)
		}
	}
}

// Compiled programs run to the end they report, and their symbols are found.
func TestCompiledPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/bench/*.elf")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m := machine(t, Config{})
		if err := m.LoadELF(b); err != nil {
			t.Fatal(err)
		}
		if stop := run(t, m); stop.Reason != Exited || stop.Code != 0 {
			t.Errorf("%s: %+v", file, stop)
		}
		if m.Symbols["tohost"] == 0 || m.Symbols["_start"] != base {
			t.Errorf("%s: symbols %v", file, m.Symbols)
		}
	}
}

func FuzzLoadELF(f *testing.F) {
	f.Add(elfFile(nil))
	f.Add(elfFile(func(h *elf.Header64, p []elf.Prog64) { h.Shoff, h.Shnum = 0x100, 3; p[1].Memsz = 1 << 40 }))
	if b, err := os.ReadFile("testdata/bench/sieve.elf"); err == nil {
		f.Add(b)
	}
	tab := table(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		m := machine(t, Config{Table: tab, RAMSize: 1 << 20, Limit: 200})
		if err := m.LoadELF(b); err != nil {
			if !strings.HasPrefix(err.Error(), "rv64: ") {
				t.Errorf("error %q does not say whose it is", err)
			}
			return
		}
		run(t, m)
		m.Signature()
		if len(m.ram) > 1<<20 {
			t.Errorf("%d bytes of RAM, the limit is 1 MiB", len(m.ram))
		}
	})
}
