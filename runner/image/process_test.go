package image_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/image/linux"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// qemu runs an image as QEMU's user-mode emulator does, and reads what it reports.
func qemu(t testing.TB, img *image.Image, cpu string) (outcomes []trial.Outcome, reader *image.Reader) {
	t.Helper()
	program, err := exec.LookPath("qemu-riscv64")
	if err != nil {
		t.Skip("qemu-riscv64 is not installed (Debian package qemu-user)")
	}
	file := filepath.Join(t.TempDir(), "image.elf")
	if err := os.WriteFile(file, img.ELF, 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, program, "-cpu", cpu, file)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Errorf("%s: %v: %s", img.Name, err, errs.String())
	}
	reader = img.NewReader(func(o trial.Outcome) error { outcomes = append(outcomes, o); return nil })
	_, _ = reader.Write(out.Bytes())
	_ = reader.Close()
	faults, _ := reader.Faults()
	for _, f := range faults {
		t.Errorf("%s: %v", img.Name, f)
	}
	return outcomes, reader
}

func TestProcess(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	iuttest.Processes(t, b, trial.Setting{}, func(img *image.Image) []trial.Outcome {
		outcomes, reader := qemu(t, img, "rv64")
		if !reader.Complete() {
			t.Errorf("%s", reader.Words())
		}
		return outcomes
	})
}

// TestProcessRights: what a case may not do with a page is a signal with the address; before and after the
// case the runtime has the page.
func TestProcessRights(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	data, code := b.Map.Data+64, b.Map.Place(0)
	for _, row := range []struct {
		what   string
		rights trial.Rights
		stub   string
		at     uint64 // of the code
		pc     uint64 // where it ends
		addr   uint64 // 0: it ends at its exit
		then   string
	}{
		{"a store", trial.Rights{Page: data, Read: true, Execute: true}, "ld a2, 0(a0)\n sd a1, -8(a0)\n sd a1, 0(a0)\n ebreak", 0, 8, data, fmt.Sprintf("[{x12 9} {mem:%x 7}]", data-8)},
		{"a load", trial.Rights{Page: data, Execute: true}, "ld a2, -8(a0)\n ld a3, 0(a0)\n ebreak", 0, 4, data, "[{x12 8}]"},
		{"a load that crosses into it", trial.Rights{Page: data}, "lw a3, -2(a0)\n ebreak", 0, 0, data, "[]"},
		{"what is allowed", trial.Rights{Page: data, Read: true, Write: true}, "ld a2, 0(a0)\n sd a1, 0(a0)\n ebreak", 0, 8, 0, fmt.Sprintf("[{x12 9} {mem:%x 7}]", data)},
		{"a jump", trial.Rights{Page: data, Read: true, Write: true}, "jalr x1, 0(a0)\n ebreak", 0, 0, data, "jump"},
		{"the next instruction", trial.Rights{Page: code, Read: true, Write: true}, "addi a2, a1, 1\n nop\n ebreak", code - 8, 8, code, "[{x12 8}]"},
	} {
		setting := trial.Setting{Mode: "U", Environment: trial.Linux, Without: []trial.Rights{row.rights}}
		stub := b.Stub(t, row.stub)
		stub.At = row.at
		before := []trial.Preset{iuttest.X(10, data), iuttest.X(11, 7), {Loc: trial.Loc(fmt.Sprintf("mem:%x", data-8)), Value: 8}, {Loc: trial.Loc(fmt.Sprintf("mem:%x", data)), Value: 9}}
		c := trial.Case{ID: row.what, Setting: setting, Stub: stub, Before: before}
		img := b.Images(t, image.Console, c, c)[0]
		outcomes, reader := qemu(t, img, "rv64")
		if len(outcomes) != 2 || !reader.Complete() {
			t.Fatalf("%s: %d of 2 cases finished; %s", row.what, len(outcomes), reader.Words())
		}
		for i, o := range outcomes {
			want, then := trial.Trap{PC: img.Code[i] + row.pc, Tval: row.addr, Mode: "U", Signal: 11, Code: 2}, row.then
			switch {
			case row.addr == 0:
				want.Tval, want.Signal, want.Code = o.Trap.Tval, 5, 1
			case row.then == "jump":
				want.PC = data
				then = fmt.Sprintf("[{x1 %d}]", img.Code[i]+4)
			}
			if changed := fmt.Sprint(o.Changed); o.Trap != want || changed != then {
				t.Errorf("%s: %+v changed %s, want %+v and %s", row.what, o.Trap, changed, want, then)
			}
		}
	}
}

// TestProcessRefused: a case that the kernel did not take rights from says so, and the next one runs.
func TestProcessRefused(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	nowhere := b.Map.Base + 0x40000000
	setting := trial.Setting{Mode: "U", Environment: trial.Linux, Without: []trial.Rights{{Page: nowhere}}}
	c := trial.Case{ID: "refused", Setting: setting, Stub: b.Stub(t, "addi a0, x0, 1\n ebreak")}
	outcomes, reader := qemu(t, b.Images(t, image.Console, c, c)[0], "rv64")
	if len(outcomes) != 2 || !reader.Complete() {
		t.Fatalf("%d of 2 cases finished; %s", len(outcomes), reader.Words())
	}
	for _, o := range outcomes {
		if got := fmt.Sprint(o.Changed); got != "[{x10 1} {before:protection 12}]" { // ENOMEM
			t.Error(got)
		}
	}
}

// TestProcessUnits: floating-point and vector state comes and goes whole.
func TestProcessUnits(t *testing.T) {
	b := iuttest.NewProcessBench(t, "D", "V")
	setting := trial.Setting{Mode: "U", Environment: trial.Linux, Float: true, VLEN: 128}
	before := []trial.Preset{{Loc: "f1", Value: 0x3ff0000000000000}, {Loc: "csr:fcsr", Value: 0x60}, {Loc: "v8[0]", Value: 41}}
	cases := []trial.Case{
		{ID: "0", Setting: setting, Stub: b.Stub(t, "ebreak"), Before: before},
		{ID: "1", Setting: setting, Stub: b.Stub(t, "fadd.d f2, f1, f1\n vadd.vi v9, v8, 1\n ebreak"), Before: before},
		{ID: "2", Setting: setting, Stub: b.Stub(t, "fdiv.d f2, f1, f3\n vle64.v v9, (a0)\n ebreak"), Before: append(before, iuttest.X(10, 8), trial.Preset{Loc: "f3", Value: 0})},
	}
	outcomes, _ := qemu(t, b.Images(t, image.Console, cases...)[0], "rv64,v=true,vlen=128,vext_spec=v1.0")
	if len(outcomes) != 3 {
		t.Fatalf("%d of 3 cases finished", len(outcomes))
	}
	want := []string{
		"[]",
		fmt.Sprintf("[{f2 %d} {v9[0] 42} {v9[1] %d}]", uint64(0x4000000000000000), image.VectorBackground(8, 1)+1),
		fmt.Sprintf("[{csr:fcsr 104} {f2 %d}]", uint64(0x7ff0000000000000)),
	}
	for i, o := range outcomes {
		if got := fmt.Sprint(o.Changed); got != want[i] {
			t.Errorf("case %d: %s, want %s (%+v)", i, got, want[i], o.Trap)
		}
	}
}

// TestProcessHarts: two threads run together, and what they observe is counted.
func TestProcessHarts(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	x := trial.Loc(fmt.Sprintf("mem:%x", b.Map.Data+64))
	before := []trial.Preset{{Loc: x}, iuttest.X(8, b.Map.Data+64), iuttest.X(6, 1)}
	const rounds = 50
	cases := []trial.Case{
		pair(t, b, "addi a0, t1, 1", "addi a0, t1, 2", rounds, []trial.Loc{"x10", "h1:x10", "h1:x31"}, before...),
		pair(t, b, "amoadd.d a0, t1, (s0)", "amoadd.d a0, t1, (s0)", rounds, []trial.Loc{"x10", "h1:x10", x}, before...),
		pair(t, b, "nop", "ld a0, 0(x0)", rounds, []trial.Loc{"x10"}, before...),
		pair(t, b, "nop", "nop", rounds, []trial.Loc{x}, before...),
	}
	for i := range cases {
		c := &cases[i]
		c.Setting = trial.Setting{Mode: "U", Environment: trial.Linux, Harts: 2}
		for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
			linux.Break(s)
		}
	}
	outcomes, reader := qemu(t, b.Images(t, image.Console, cases...)[0], "rv64")
	if len(outcomes) != len(cases) {
		t.Fatalf("%d of %d cases finished: %q", len(outcomes), len(cases), reader.Words())
	}
	for i, allowed := range []map[string]bool{
		{fmt.Sprint([]uint64{2, 3, image.Background(31)}): true}, {"[0 1 2]": true, "[1 0 2]": true}, nil, {"[0]": true},
	} {
		o := outcomes[i]
		if allowed == nil {
			if o.Hart != 1 || o.Trap.Signal != 11 || o.Trap.Tval != 0 {
				t.Errorf("case %d: hart %d, %+v", i, o.Hart, o.Trap)
			}
			continue
		}
		total := uint64(0)
		for state, n := range histogram(o) {
			total += n
			if !allowed[state] {
				t.Errorf("case %d: state %s, %d times", i, state, n)
			}
		}
		if total != rounds || o.Trap.Signal != 5 || len(o.Changed) > 0 {
			t.Errorf("case %d: %d rounds, %+v, changed %v", i, total, o.Trap, o.Changed)
		}
	}
}

// TestProcessFooting: image 0 of a process finds what it stands on in order.
func TestProcessFooting(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	img, judge, err := image.FootingFor(trial.Linux, b.Table, b.Pack.CSRs, b.Map, image.Console)
	if err != nil {
		t.Fatal(err)
	}
	outcomes, reader := qemu(t, img, "rv64")
	if !reader.Complete() {
		t.Fatalf("incomplete: %q", reader.Words())
	}
	results := judge(outcomes)
	for _, r := range results {
		if !r.OK {
			t.Errorf("%s: %s", r.Insn, r.Why)
		}
	}
	if len(results) < 15 {
		t.Errorf("%d instructions", len(results))
	}
}

// TestProcessRefuses what a process cannot do.
func TestProcessRefuses(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	for what, s := range map[string]trial.Setting{
		"mode":   {Mode: "M", Environment: trial.Linux},
		"CSR":    {Mode: "U", Environment: trial.Linux, CSRs: []trial.Preset{{Loc: "csr:menvcfg", Value: 1}}},
		"anchor": {Mode: "U", Environment: trial.Linux, Anchor: "x31"},
		"harts":  {Mode: "U", Environment: trial.Linux, Harts: 3},
		"place":  {Mode: "U", Environment: "moon"},
	} {
		cases := []trial.Case{{ID: what, Setting: s, Stub: b.Stub(t, "ebreak")}}
		if _, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items(cases), image.Options{Protocol: image.Console}); err == nil {
			t.Errorf("%s: built", what)
		}
	}
	cases := []trial.Case{{ID: "log", Setting: trial.Setting{Mode: "U", Environment: trial.Linux}, Stub: b.Stub(t, "ebreak")}}
	if _, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items(cases), image.Options{Protocol: image.Signature}); err == nil {
		t.Error("built for a memory log")
	}
}

// TestProcessInLittleMemory: what only a process needs is out of the way of everything, whatever the map.
func TestProcessInLittleMemory(t *testing.T) {
	for _, size := range []uint64{256 << 10, 5 << 20, 6 << 20, 16 << 20} {
		b := iuttest.NewProcessBench(t)
		var err error
		if b.Map, err = image.MapOf(0x20000000, size); err != nil {
			t.Fatal(err)
		}
		var cases []trial.Case
		for i := range 400 {
			cases = append(cases, trial.Case{
				ID: fmt.Sprint(i), Setting: trial.Setting{Mode: "U", Environment: trial.Linux},
				Stub: b.Stub(t, fmt.Sprintf("addi a0, x0, %d\n .space 300\n ebreak", i)),
			})
		}
		for _, img := range b.Images(t, image.Console, cases...) {
			if outcomes, reader := qemu(t, img, "rv64"); !reader.Complete() {
				t.Errorf("%d bytes: %d of %d cases finished", size, len(outcomes), len(img.Cases))
			}
		}
	}
}

// TestApproach: it lies apart from the code, and its jump leads to it.
func TestApproach(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	for _, s := range []*trial.Stub{
		{Chunks: []trial.Chunk{{Bytes: make([]byte, 8)}}},
		{Align: 2, Chunks: []trial.Chunk{{Bytes: make([]byte, 8)}}},
		{Chunks: []trial.Chunk{{Bytes: make([]byte, 8)}, {Offset: -8, Bytes: make([]byte, 4)}, {Offset: -0x100, Bytes: make([]byte, 0xd0)}}},
		{Chunks: []trial.Chunk{{Bytes: make([]byte, 8)}, {Offset: -0x2000, Bytes: make([]byte, 0x2000)}}},
	} {
		with, at, err := linux.Approach(s)
		if err != nil {
			t.Fatal(err)
		}
		code := with.Chunks[len(with.Chunks)-1].Bytes
		var text []string
		for i := 0; i < len(code); i += 4 {
			word := uint32(code[i]) | uint32(code[i+1])<<8 | uint32(code[i+2])<<16 | uint32(code[i+3])<<24
			text = append(text, b.Table.Disassemble(word, uint64(at)+uint64(i)))
		}
		if len(with.Chunks) != len(s.Chunks)+1 || at >= 0 {
			t.Errorf("approach at %d in %d chunks", at, len(with.Chunks))
		}
		if want := fmt.Sprintf("[ld ra, 264(t6) ld t6, 504(t6) jal zero, .+%d", -at-8); !strings.HasPrefix(fmt.Sprint(text), want) {
			t.Errorf("%v, want %s…", text, want)
		}
	}
}

// TestProcessReports: a result that no signal ends is no result.
func TestProcessReports(t *testing.T) {
	b := iuttest.NewProcessBench(t)
	img := b.Images(t, image.Console, trial.Case{ID: "0", Setting: trial.Setting{Mode: "U", Environment: trial.Linux}, Stub: b.Stub(t, "ebreak")})[0]
	for _, row := range []struct {
		word         uint64
		signal, code int
	}{{5 | 1<<32, 5, 1}, {0xfffffffa_0000001f, 31, -6}, {0, 0, 0}, {65, 0, 0}} {
		var got []trial.Outcome
		r := img.NewReader(func(o trial.Outcome) error { got = append(got, o); return nil })
		var text []byte
		for _, rec := range []frame.Record{
			{Kind: frame.Start, Words: []uint64{frame.Version, img.ID, 1}}, {Kind: frame.Begin},
			{Kind: frame.Result, Words: []uint64{row.word, img.Code[0], 16, 0}},
		} {
			text = frame.AppendLine(text, img.ID, rec)
		}
		_, _ = r.Write(text)
		faults, _ := r.Faults()
		want := trial.Trap{PC: img.Code[0], Tval: 16, Mode: "U", Signal: row.signal, Code: row.code}
		if row.signal == 0 && (len(got) != 0 || len(faults) != 1 || !image.IsFault(faults[0])) || row.signal != 0 && (len(got) != 1 || got[0].Trap != want) {
			t.Errorf("%#x: %+v, %v", row.word, got, faults)
		}
	}
}
