package gdb

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// preset is the adapter of a preset, changed.
func preset(t testing.TB, limits Limits, change func(*specs.IUT)) *GDB {
	t.Helper()
	if _, err := exec.LookPath("qemu-system-riscv64"); err != nil {
		t.Skip("qemu-system-riscv64 is not installed (Debian package qemu-system-misc)")
	}
	text, err := os.ReadFile("../presets/qemu-gdb.yaml")
	if err != nil {
		t.Fatal(err)
	}
	u, err := specs.LoadIUT("qemu-gdb.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(u)
	}
	g, err := New(u, "", limits)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestQEMU holds the adapter to a GDB server that nobody here wrote.
func TestQEMU(t *testing.T) {
	preset(t, Limits{}, nil) // skips once, not in every part
	iuttest.Run(t, func(t *testing.T) iut.Executor { return preset(t, Limits{Silence: 2 * time.Second}, nil) })
}

// BenchmarkQEMU is one image of 2,000 cases on a server that has been started.
func BenchmarkQEMU(bench *testing.B) {
	g := preset(bench, Limits{}, nil)
	defer g.Close()
	b := iuttest.NewBench(bench)
	stub := b.Stub(bench, "add a2, a0, a1\n ecall")
	cases := make([]trial.Case, 2000)
	for i := range cases {
		cases[i] = trial.Case{Setting: trial.Setting{Mode: "M"}, Stub: stub, Before: []trial.Preset{iuttest.X(10, uint64(i)*0x9e3779b97f4a7c15)}}
	}
	img := b.Images(bench, image.Signature, cases...)[0]
	for bench.Loop() {
		n := 0
		if err := g.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != len(cases) {
			bench.Fatal(n, err)
		}
	}
}
