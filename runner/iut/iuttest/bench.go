package iuttest

import (
	"testing"

	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// Bench makes cases of assembly, for tests.
type Bench struct {
	Pack  *specs.Pack
	Table *isa.Table
	Map   image.Map
}

// NewBench opens the embedded RISC-V pack with the extensions that the embedded executor has.
func NewBench(t testing.TB) *Bench {
	t.Helper()
	pack, err := specs.Embedded("riscv")
	if err != nil {
		t.Fatal(err)
	}
	table, err := isa.New(pack, Extensions()...)
	if err != nil {
		t.Fatal(err)
	}
	return &Bench{Pack: pack, Table: table, Map: image.DefaultMap()}
}

// Extensions of the bench's table.
func Extensions() []string {
	return []string{"I", "M", "A", "C", "Zicsr", "Zifencei", "Zicntr", "Zihintpause", "Sm"}
}

// Stub assembles a stub; what is in section far lies half a mebibyte away.
func (b *Bench) Stub(t testing.TB, src string) *trial.Stub {
	t.Helper()
	p, err := asm.Assemble(b.Table, b.Pack.CSRs, "stub.S", src, asm.Options{Sections: map[string]uint64{"far": 0x80000}})
	if err != nil {
		t.Fatal(err)
	}
	s := &trial.Stub{Text: src}
	for _, sec := range p.Sections {
		s.Chunks = append(s.Chunks, trial.Chunk{Offset: int64(sec.Base), Bytes: sec.Bytes})
	}
	return s
}

// Case is a case of the code in machine mode.
func (b *Bench) Case(t testing.TB, id, src string, before ...trial.Preset) trial.Case {
	t.Helper()
	return trial.Case{ID: id, Setting: trial.Setting{Mode: "M"}, Stub: b.Stub(t, src), Before: before}
}

// X presets a register.
func X(n int, v uint64) trial.Preset { return trial.Preset{Loc: XLoc(n), Value: v} }

// XLoc is a register's location.
func XLoc(n int) trial.Loc {
	if n < 10 {
		return trial.Loc("x" + string(rune('0'+n)))
	}
	return trial.Loc("x" + string(rune('0'+n/10)) + string(rune('0'+n%10)))
}

// Items numbers cases from 0.
func Items(cases []trial.Case) []image.Item {
	items := make([]image.Item, len(cases))
	for i := range cases {
		items[i] = image.Item{Index: i, Case: &cases[i]}
	}
	return items
}

// Images builds cases for a protocol.
func (b *Bench) Images(t testing.TB, p image.Protocol, cases ...trial.Case) []*image.Image {
	t.Helper()
	images, err := image.Build(b.Table, b.Pack.CSRs, b.Map, Items(cases), image.Options{Protocol: p})
	if err != nil {
		t.Fatal(err)
	}
	return images
}

// Rebuild makes images of some of the cases, as isolation asks for.
func (b *Bench) Rebuild(p image.Protocol, cases []trial.Case) func([]int) (*image.Image, error) {
	return func(indexes []int) (*image.Image, error) {
		var items []image.Item
		for _, i := range indexes {
			items = append(items, image.Item{Index: i, Case: &cases[i]})
		}
		images, err := image.Build(b.Table, b.Pack.CSRs, b.Map, items, image.Options{Protocol: p})
		if err != nil {
			return nil, err
		}
		return images[0], nil
	}
}
