package image_test

import (
	"bytes"
	"debug/elf"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// many is n cases of five stubs and three settings.
func many(t testing.TB, b *iuttest.Bench, n int) []trial.Case {
	stubs := []*trial.Stub{
		b.Stub(t, "add a2, a0, a1\n ecall"), b.Stub(t, "mul a2, a0, a1\n ecall"), b.Stub(t, "sd a1, 0(a0)\n ecall"),
		b.Stub(t, "j 1f\n .section far\n 1: ecall"), b.Stub(t, "c.addi a0, 1\n ecall"),
	}
	stubs[4].Align = 2
	settings := []trial.Setting{{Mode: "M"}, {Mode: "U"}, {Mode: "M", Anchor: "x31"}}
	cases := make([]trial.Case, n)
	for i := range cases {
		cases[i] = trial.Case{
			ID: fmt.Sprint("case ", i), Stub: stubs[i%5], Setting: settings[i%3],
			Before:  []trial.Preset{iuttest.X(10, b.Map.Data), iuttest.X(11, uint64(i)), {Loc: "csr:mcounteren", Value: 7}},
			Observe: []trial.Loc{"csr:mcause"},
		}
	}
	return cases
}

// TestBuildIsDeterministic: the same cases give the same bytes, other cases do not.
func TestBuildIsDeterministic(t *testing.T) {
	b := iuttest.NewBench(t)
	one := b.Images(t, image.Signature, many(t, b, 300)...)
	two := b.Images(t, image.Signature, many(t, b, 300)...)
	if len(one) != 3 || len(two) != 3 {
		t.Fatalf("%d and %d images, want one a setting", len(one), len(two))
	}
	ids := map[uint64]bool{}
	for i := range one {
		if !bytes.Equal(one[i].ELF, two[i].ELF) || one[i].Digest != two[i].Digest || one[i].ID != two[i].ID {
			t.Errorf("%s differs from itself", one[i].Name)
		}
		ids[one[i].ID] = true
	}
	changed := many(t, b, 300)
	changed[7].Before[1].Value++
	three := b.Images(t, image.Signature, changed...)
	console := b.Images(t, image.Console, many(t, b, 300)...)
	if three[1].ID == one[1].ID || three[1].Digest == one[1].Digest || console[0].ID == one[0].ID {
		t.Error("images that differ have the same identity")
	}
	if len(ids) != 3 {
		t.Error("images of one plan share an identity")
	}
}

// TestPacking: every case is in one image, in order, and stubs are shared.
func TestPacking(t *testing.T) {
	b := iuttest.NewBench(t)
	cases := many(t, b, 300)
	images, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items(cases), image.Options{Max: 40, Name: "p/"})
	if err != nil {
		t.Fatal(err)
	}
	if len(images) != 9 {
		t.Errorf("%d images of at most 40 for 3 settings of 100", len(images))
	}
	var all []int
	for _, img := range images {
		if len(img.Cases) > 40 || len(img.Cases) != len(img.Code) || !slices.IsSorted(img.Cases) || !strings.HasPrefix(img.Name, "p/") {
			t.Errorf("%s: %d cases, %d addresses", img.Name, len(img.Cases), len(img.Code))
		}
		at := map[*trial.Stub]uint64{}
		for slot, c := range img.Cases {
			all = append(all, c)
			stub := cases[c].Stub
			if old, ok := at[stub]; ok && old != img.Code[slot] {
				t.Errorf("case %d: the stub is at %#x and at %#x", c, old, img.Code[slot])
			}
			at[stub] = img.Code[slot]
			if align := img.Code[slot] % 4; align != uint64(stub.Align) {
				t.Errorf("case %d is at %#x", c, img.Code[slot])
			}
		}
	}
	slices.Sort(all)
	if len(all) != 300 || all[0] != 0 || all[299] != 299 || len(slices.Compact(all)) != 300 {
		t.Errorf("%d cases are in images", len(all))
	}
}

// TestELF: loaders find what they look for, and code is where the image says.
func TestELF(t *testing.T) {
	b := iuttest.NewBench(t)
	far := b.Stub(t, "j 1f\n .section far\n 1: ecall")
	back := &trial.Stub{Chunks: []trial.Chunk{{Offset: 0, Bytes: []byte{1, 2, 3, 4}}, {Offset: -1 << 20, Bytes: []byte{5, 6}}}}
	img := b.Images(t, image.Signature,
		trial.Case{ID: "far", Setting: trial.Setting{Mode: "M"}, Stub: far},
		trial.Case{ID: "back", Setting: trial.Setting{Mode: "M"}, Stub: back})[0]
	f, err := elf.NewFile(bytes.NewReader(img.ELF))
	if err != nil {
		t.Fatal(err)
	}
	if f.Machine != elf.EM_RISCV || f.Class != elf.ELFCLASS64 || f.Entry < b.Map.Base {
		t.Errorf("header: %+v", f.FileHeader)
	}
	symbols, err := f.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]elf.Symbol{}
	for _, s := range symbols {
		at[s.Name] = s
	}
	for _, name := range []string{"tohost", "fromhost"} {
		if s := at[name]; s.Size != 8 || elf.ST_TYPE(s.Info) != elf.STT_OBJECT {
			t.Errorf("%s: %+v; QEMU wants an object of 8 bytes", name, s)
		}
	}
	if at["tohost"].Value != b.Map.ToHost() || at["begin_signature"].Value != img.Log[0] || at["end_signature"].Value != img.Log[1] {
		t.Errorf("symbols: %+v", at)
	}
	read := func(addr uint64, n int) []byte {
		for _, p := range f.Progs {
			if p.Vaddr <= addr && addr+uint64(n) <= p.Vaddr+p.Filesz {
				buf := make([]byte, n)
				if _, err := p.ReadAt(buf, int64(addr-p.Vaddr)); err != nil {
					t.Fatal(err)
				}
				return buf
			}
		}
		return nil
	}
	for _, k := range []struct {
		addr uint64
		want []byte
	}{
		{img.Code[0] + 0x80000, []byte{0x73, 0, 0, 0}},
		{img.Code[1], []byte{1, 2, 3, 4}},
		{img.Code[1] - 1<<20, []byte{5, 6}},
	} {
		if got := read(k.addr, len(k.want)); !bytes.Equal(got, k.want) {
			t.Errorf("at %#x: %x, want %x", k.addr, got, k.want)
		}
	}
	if len(img.ELF) > 200<<10 {
		t.Errorf("an image of two cases has %d bytes", len(img.ELF))
	}
	for i, p := range f.Progs {
		if end := p.Vaddr + p.Memsz; end > b.Map.Base+b.Map.Memory() || i+1 < len(f.Progs) && end > f.Progs[i+1].Vaddr {
			t.Errorf("segment %d at %#x overlaps, or is outside of memory", i, p.Vaddr)
		}
	}
}

// TestFarStubsDoNotCollide: many stubs with chunks far away interleave.
func TestFarStubsDoNotCollide(t *testing.T) {
	b := iuttest.NewBench(t)
	var cases []trial.Case
	for i := range 400 {
		stub := &trial.Stub{Align: 2 * (i % 2)}
		for k, off := range []int64{0, 1<<20 - 2, -1 << 20, 4094, -4096} {
			if k == 0 || (i+k)%3 == 0 {
				stub.Chunks = append(stub.Chunks, trial.Chunk{Offset: off, Bytes: []byte{byte(i), byte(i >> 8), byte(k), 0xff}})
			}
		}
		cases = append(cases, trial.Case{ID: fmt.Sprint(i), Setting: trial.Setting{Mode: "M"}, Stub: stub})
	}
	img := b.Images(t, image.Signature, cases...)[0]
	f, err := elf.NewFile(bytes.NewReader(img.ELF))
	if err != nil {
		t.Fatal(err)
	}
	for slot := range img.Cases {
		for _, c := range cases[slot].Stub.Chunks {
			addr := img.Code[slot] + uint64(c.Offset)
			found := false
			for _, p := range f.Progs {
				if p.Vaddr <= addr && addr+4 <= p.Vaddr+p.Filesz {
					got := make([]byte, 4)
					if _, err := p.ReadAt(got, int64(addr-p.Vaddr)); err != nil {
						t.Fatal(err)
					}
					found = bytes.Equal(got, c.Bytes)
				}
			}
			if !found {
				t.Fatalf("case %d: its chunk at offset %#x is not at %#x", slot, c.Offset, addr)
			}
		}
	}
}

// TestBuildRefuses what the runtime cannot do, and says which case asked.
func TestBuildRefuses(t *testing.T) {
	b := iuttest.NewBench(t)
	ok := b.Stub(t, "ecall")
	m := trial.Setting{Mode: "M"}
	preset := func(l trial.Loc) []trial.Preset { return []trial.Preset{{Loc: l}} }
	setting := func(l trial.Loc) trial.Setting { return trial.Setting{Mode: "M", CSRs: preset(l)} }
	for want, c := range map[string]trial.Case{
		"no mode":                 {Setting: trial.Setting{Mode: "S"}, Stub: ok},
		"cannot keep its pointer": {Setting: trial.Setting{Mode: "M", Anchor: "x5"}, Stub: ok},
		"code for 1":              {Setting: trial.Setting{Mode: "M", Harts: 2}, Stub: ok},
		"has no code":             {Setting: m},
		"the stub has no code":    {Setting: m, Stub: &trial.Stub{}},
		"even offset":             {Setting: m, Stub: &trial.Stub{Chunks: []trial.Chunk{{Offset: 1, Bytes: []byte{1}}}}},
		"chunks overlap":          {Setting: m, Stub: &trial.Stub{Chunks: []trial.Chunk{{Bytes: []byte{1, 2, 3, 4}}, {Offset: 2, Bytes: []byte{1}}}}},
		"no room for code":        {Setting: m, Stub: &trial.Stub{Chunks: []trial.Chunk{{Bytes: []byte{1, 2}}, {Offset: 1 << 30, Bytes: []byte{1, 2}}}}},
		"no code address":         {Setting: m, Stub: &trial.Stub{Chunks: ok.Chunks, Align: 3}},
		"x0 is zero":              {Setting: m, Stub: ok, Before: preset("x0")},
		"x31 is the runtime's":    {Setting: trial.Setting{Mode: "M", Anchor: "x31"}, Stub: ok, Before: preset("x31")},
		"no register":             {Setting: m, Stub: ok, Before: preset("x32")},
		"a multiple of 8":         {Setting: m, Stub: ok, Before: preset("mem:80010801")},
		"the data area is":        {Setting: m, Stub: ok, Before: preset("mem:80000000")},
		"cannot be observed":      {Setting: m, Stub: ok, Observe: []trial.Loc{"mem:80000000"}},
		"no CSR is called":        {Setting: m, Stub: ok, Before: preset("csr:nonsense")},
		"enters through it":       {Setting: m, Stub: ok, Before: preset("csr:mepc")},
		"use anchor x31":          {Setting: m, Stub: ok, Before: preset("csr:mscratch")},
		"is read-only":            {Setting: m, Stub: ok, Before: preset("csr:mhartid")},
		"knows no location":       {Setting: m, Stub: ok, Before: preset("q3")},
		"no floating-point state": {Setting: m, Stub: ok, Before: preset("f3")},
		"presets CSRs":            {Setting: setting("x5"), Stub: ok},
		"is the runtime's":        {Setting: setting("csr:mtvec"), Stub: ok},
	} {
		c.ID = "the-case"
		_, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items([]trial.Case{c}), image.Options{})
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "the-case") {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

// TestBackgrounds: what a case finds is recognisable and different everywhere.
func TestBackgrounds(t *testing.T) {
	seen := map[uint64]int{}
	for r := range 32 {
		v := image.Background(r)
		if old, ok := seen[v]; ok {
			t.Errorf("x%d and x%d hold the same", old, r)
		}
		seen[v] = r
		if r > 0 && (int64(v) >= 0 || int32(v) >= 0) {
			t.Errorf("x%d: %#x lacks a sign", r, v)
		}
	}
	for _, size := range []int{1, 2, 4, 8} {
		values, signs := map[string]bool{}, 0
		area := image.DataArea()
		for off := 0; off+size <= len(area); off += size {
			values[string(area[off:off+size])] = true
			signs += int(area[off+size-1] >> 7)
		}
		if n := len(area) / size; size > 1 && len(values) != n || signs < n/4 || signs > 3*n/4 {
			t.Errorf("size %d: %d of %d values differ, %d have a sign", size, len(values), n, signs)
		}
	}
	for i, v := range image.DataArea()[1:] {
		if v == image.DataArea()[i] {
			t.Errorf("bytes %d and %d of the data area are the same", i, i+1)
		}
	}
}

// FuzzReader: whatever a console or a log says, a case is yielded at most once and only by a whole
// record of this image.
func FuzzReader(f *testing.F) {
	b := iuttest.NewBench(f)
	img := b.Images(f, image.Console, b.Case(f, "a", "ecall"), b.Case(f, "b", "ecall"), b.Case(f, "c", "ecall"))[0]
	var good []byte
	for _, r := range []frame.Record{
		{Kind: frame.Start, Words: []uint64{1, img.ID, 3}}, {Kind: frame.Begin}, {Kind: frame.Result, Words: []uint64{11, 4, 0, 3, 10, 5}},
		{Kind: frame.End, Slot: 3, Words: []uint64{3, img.Sum}},
	} {
		good = frame.AppendLine(good, img.ID, r)
	}
	f.Add(good)
	f.Add([]byte("~\n~ ~1\n~31 1 2 3 4\nnoise~2 0\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, log := range []bool{false, true} {
			seen := map[int]bool{}
			r := img.NewReader(func(o trial.Outcome) error {
				if seen[o.Case] || o.Case < 0 || o.Case > 2 || o.Status != trial.Finished {
					return fmt.Errorf("%+v", o)
				}
				seen[o.Case] = true
				return nil
			})
			var err error
			if log {
				err = r.Log(text)
			} else {
				half := len(text) / 2
				_, err = r.Write(text[:half])
				_, err2 := r.Write(text[half:])
				err = errors.Join(err, err2, r.Close())
			}
			if err != nil {
				t.Error(err)
			}
			if r.Progress() != len(seen) || len(r.Missing()) != 3-len(seen) || r.Complete() && len(seen) != 3 {
				t.Errorf("%d outcomes, progress %d, missing %v", len(seen), r.Progress(), r.Missing())
			}
		}
	})
}

// BenchmarkBuild is 20,000 cases, what a standard run has.
func BenchmarkBuild(bench *testing.B) {
	b := iuttest.NewBench(bench)
	items := iuttest.Items(many(bench, b, 20_000))
	bench.ReportAllocs()
	for bench.Loop() {
		if _, err := image.Build(b.Table, b.Pack.CSRs, b.Map, items, image.Options{}); err != nil {
			bench.Fatal(err)
		}
	}
}

// BenchmarkRead is the console report of 10,000 cases.
func BenchmarkRead(bench *testing.B) {
	b := iuttest.NewBench(bench)
	cases := many(bench, b, 10_000)
	for i := range cases {
		cases[i].Setting = trial.Setting{Mode: "M"}
	}
	images, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items(cases), image.Options{Max: 10_000, Protocol: image.Console})
	if err != nil {
		bench.Fatal(err)
	}
	img := images[0]
	text := frame.AppendLine(nil, img.ID, frame.Record{Kind: frame.Start, Words: []uint64{1, img.ID, 10_000}})
	for slot := range img.Cases {
		text = frame.AppendLine(text, img.ID, frame.Record{Kind: frame.Begin, Slot: slot})
		text = frame.AppendLine(text, img.ID, frame.Record{Kind: frame.Result, Slot: slot, Words: []uint64{11, img.Code[slot], 0, 3, 12, uint64(slot)}})
	}
	bench.SetBytes(int64(len(text)))
	bench.ReportAllocs()
	for bench.Loop() {
		n := 0
		r := img.NewReader(func(trial.Outcome) error { n++; return nil })
		if _, err := r.Write(text); err != nil || n != 10_000 {
			bench.Fatal(n, err)
		}
	}
}
