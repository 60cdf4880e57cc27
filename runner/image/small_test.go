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
	"touchstone/runner/iut/embedded"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// TestSmallMemory: cases are split into images that fit, at any base and by either protocol; each
// case is in one, none reaches beyond memory, and what fits nowhere is named.
func TestSmallMemory(t *testing.T) {
	b := iuttest.NewBench(t)
	for _, tc := range []struct {
		base, size uint64
		protocol   image.Protocol
	}{
		{0x80000000, 128 << 10, image.Console},
		{0x80000000, 256 << 10, image.Console},
		{0x20001000, 256 << 10, image.Signature},
		{0x80001000, 2 << 20, image.Signature},
		{0x1000, 200 << 10, image.Signature},
	} {
		t.Run(fmt.Sprintf("%d KiB at %#x by %s", tc.size>>10, tc.base, tc.protocol), func(t *testing.T) {
			m, err := image.MapOf(tc.base, tc.size)
			if err != nil {
				t.Fatal(err)
			}
			b := *b
			b.Map = m
			cases := many(t, &b, 1200)
			aligned := b.Case(t, "aligned", "ecall")
			aligned.Stub.Align = 4096
			cases = append(cases, aligned)
			images, err := image.Build(b.Table, b.Pack.CSRs, m, iuttest.Items(cases), image.Options{Protocol: tc.protocol})
			var unfit *image.Unfit
			if !errors.As(err, &unfit) && (err != nil || tc.size < 1<<20) {
				t.Fatalf("got %v, want word of those that have code half a mebibyte away", err)
			}
			var all []int
			if unfit != nil {
				all = slices.Clone(unfit.Items)
				for i, c := range unfit.Items {
					if c%5 != 3 || !strings.Contains(unfit.Why[i], "no room for code") {
						t.Errorf("case %d: %s", c, unfit.Why[i])
					}
				}
			}
			for _, img := range images {
				all = append(all, img.Cases...)
				f, err := elf.NewFile(bytes.NewReader(img.ELF))
				if err != nil {
					t.Fatal(err)
				}
				for i, p := range f.Progs {
					end := p.Vaddr + p.Memsz
					if p.Vaddr < m.Base || end > m.Base+tc.size || i+1 < len(f.Progs) && end > f.Progs[i+1].Vaddr {
						t.Errorf("%s: a segment from %#x to %#x", img.Name, p.Vaddr, end)
					}
				}
				for slot, c := range img.Cases {
					if cases[c].Stub.Align == 4096 && img.Code[slot]%4096 != 0 || img.Code[slot] < m.CodeBase() {
						t.Errorf("case %d lies at %#x", c, img.Code[slot])
					}
				}
			}
			slices.Sort(all)
			if len(all) != len(cases) || len(slices.Compact(all)) != len(cases) {
				t.Errorf("%d of %d cases are in images or named", len(all), len(cases))
			}
			names := map[string]bool{}
			for _, img := range images {
				names[img.Name] = true
			}
			if len(images) < 3 || len(names) != len(images) {
				t.Errorf("%d images of %d names", len(images), len(names))
			}
			if tc.protocol != image.Signature {
				return
			}
			x, err := embedded.New(rv64.Config{Table: b.Table})
			if err != nil {
				t.Fatal(err)
			}
			finished := 0
			for _, img := range images {
				if err := x.Execute(t.Context(), img, func(o trial.Outcome) error { finished++; return nil }); err != nil {
					t.Errorf("%s: %v", img.Name, err)
				}
			}
			if want := len(cases) - len(all) + finished; finished == 0 || want != finished {
				t.Errorf("%d cases finished", finished)
			}
		})
	}
}

// TestRebuildInSmallMemory: some of an image's cases make one image again, and lie where they lay.
func TestRebuildInSmallMemory(t *testing.T) {
	b := iuttest.NewBench(t)
	var err error
	if b.Map, err = image.MapOf(0x80000000, 256<<10); err != nil {
		t.Fatal(err)
	}
	cases := many(t, b, 900)
	images, err := image.Build(b.Table, b.Pack.CSRs, b.Map, iuttest.Items(cases), image.Options{})
	var unfit *image.Unfit
	if !errors.As(err, &unfit) {
		t.Fatal(err)
	}
	for _, img := range images {
		items := make([]image.Item, len(img.Cases))
		for i, c := range img.Cases {
			items[i] = image.Item{Index: c, Case: &cases[c], Absent: i%2 == 1}
		}
		again, err := image.Build(b.Table, b.Pack.CSRs, b.Map, items, image.Options{Max: len(items), Name: "again-"})
		if err != nil || len(again) != 1 {
			t.Fatalf("%s: %d images, %v", img.Name, len(again), err)
		}
		for slot, c := range again[0].Cases {
			if was := img.Code[slices.Index(img.Cases, c)]; again[0].Code[slot] != was {
				t.Errorf("%s: case %d lies at %#x, and lay at %#x", img.Name, c, again[0].Code[slot], was)
			}
		}
	}
}
