package hex

import (
	"bytes"
	stdelf "debug/elf"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/flat"
)

// program is three segments: two that touch, one far away; the last ends in zeros that no file holds.
func program(t testing.TB) []byte {
	t.Helper()
	b, err := elf.Write(0x1000, []elf.Segment{
		{Name: ".text", Addr: 0x1000, Data: []byte("0123456789abcdef!!!!"), Flags: stdelf.PF_X | stdelf.PF_R},
		{Name: ".data", Addr: 0x1014, Data: []byte{1, 2, 3, 4}, Flags: stdelf.PF_R},
		{Name: ".far", Addr: 0x1100, Data: []byte{0xfe, 0xdc, 0xba}, Flags: stdelf.PF_R},
		{Name: ".bss", Addr: 0x1108, Size: 4, Flags: stdelf.PF_W},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func segments(t testing.TB) []elf.Segment {
	t.Helper()
	s, err := elf.Read(program(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestWrite(t *testing.T) {
	for _, tc := range []struct {
		layout Layout
		want   string
	}{
		{Layout{1, 0}, "@00001000\n30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66\n21 21 21 21 01 02 03 04\n@00001100\nFE DC BA\n@00001108\n00 00 00 00\n"},
		{Layout{4, 0x1000}, "@00000000\n33323130 37363534 62613938 66656463\n21212121 04030201\n@00000040\n00BADCFE\n@00000042\n00000000\n"},
		{Layout{8, 0x1000}, "@00000000\n3736353433323130 6665646362613938\n0403020121212121\n@00000020\n0000000000BADCFE 0000000000000000\n"},
	} {
		got, err := Write(segments(t), tc.layout)
		if err != nil || string(got) != tc.want {
			t.Errorf("%+v: %v\n%s\nwant\n%s", tc.layout, err, got, tc.want)
		}
	}
	for _, wrong := range []Layout{{3, 0}, {0, 0}, {32, 0}, {4, 0x1004}, {4, 0xffe}} {
		if text, err := Write(segments(t), wrong); err == nil {
			t.Errorf("%+v gives %s", wrong, text)
		}
	}
}

// TestAsObjcopy: what objcopy makes of the same file, apart from the zeros that it leaves to a loader.
func TestAsObjcopy(t *testing.T) {
	objcopy := ""
	for _, name := range []string{"riscv64-unknown-elf-objcopy", "riscv64-linux-gnu-objcopy"} {
		if path, err := exec.LookPath(name); err == nil {
			objcopy = path
			break
		}
	}
	if objcopy == "" {
		t.Skip("no objcopy for RISC-V is installed (binutils-riscv64-unknown-elf)")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.elf")
	if err := os.WriteFile(in, program(t), 0o600); err != nil {
		t.Fatal(err)
	}
	convert := func(args ...string) []byte {
		out := filepath.Join(dir, "out")
		if text, err := exec.Command(objcopy, append(args, in, out)...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	theirs, err := Read(convert("-O", "verilog"), 0x1000, 0x10c)
	if err != nil {
		t.Fatal(err)
	}
	text, err := Write(segments(t), Layout{Width: 1})
	if err != nil {
		t.Fatal(err)
	}
	ours, err := Read(text, 0x1000, 0x10c)
	if err != nil {
		t.Fatal(err)
	}
	_, file, err := flat.Write(segments(t))
	if err != nil {
		t.Fatal(err)
	}
	bin := convert("-O", "binary")
	for name, b := range map[string][]byte{"verilog": theirs, "binary": bin} {
		if len(b) < 0x103 || !bytes.Equal(b, ours[:len(b)]) || !bytes.Equal(b, file[:len(b)]) || len(bytes.Trim(ours[len(b):], "\x00")) > 0 {
			t.Errorf("%s: objcopy gives %q, we %q and %q", name, b, ours, file)
		}
	}
}

func TestRead(t *testing.T) {
	const from = 0x8000
	for _, tc := range []struct {
		text string
		want string // as bytes; with !: and then an error
	}{
		{"", ""},
		{"01 02 03\n", "\x01\x02\x03"},
		{"04030201\n08070605", "\x01\x02\x03\x04\x05\x06\x07\x08"},
		{"@8000\n01\n@8003\n04\n", "\x01\x00\x00\x04"},
		{"@0 01 @2 03", "\x01\x00\x03"},
		{"@2000\n04030201\n", "\x01\x02\x03\x04"},
		{"// 0x00000000\n0000_0001 /* and\n more */ 00000002\n", "\x01\x00\x00\x00\x02\x00\x00\x00"},
		{"xxxxxxx1\r\n", "\x01\x00\x00\x00"},
		{"01\n0202\n", "\x01!"},
		{"01\n0g\n", "\x01!"},
		{"1\n", "!"},
		{"@9000\n01\n", "!"},
		{"@zz\n01\n", "!"},
		{"01 @", "\x01!"},
		{strings.Repeat("00 ", 17), strings.Repeat("\x00", 16) + "!"},
		{strings.Repeat("0", 64), "!"},
	} {
		got, err := Read([]byte(tc.text), from, 16)
		want, wrong := strings.CutSuffix(tc.want, "!")
		if string(got) != want || wrong != errors.Is(err, ErrText) || !wrong && err != nil {
			t.Errorf("%q: %q, %v; want %q", tc.text, got, err, tc.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("@8000 01 02 /* */ 03 // x\n"), uint64(0x8000), 64)
	f.Add([]byte("@\n__ _0"), uint64(0), 16)
	f.Fuzz(func(t *testing.T, text []byte, from uint64, size int) {
		size &= 0xffff
		got, err := Read(text, from, size)
		if len(got) > size || err != nil && !errors.Is(err, ErrText) {
			t.Errorf("%d bytes of %d, %v", len(got), size, err)
		}
	})
}
