package process

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"touchstone/runner/iut/presets"
	"touchstone/runner/trial"
)

// BenchmarkUserMode is an image of one case under QEMU's user mode: by itself, and through the adapter.
// The difference is what the harness costs an image.
func BenchmarkUserMode(bench *testing.B) {
	program0, err := exec.LookPath("qemu-riscv64")
	if err != nil {
		bench.Skip("qemu-riscv64 is not installed (Debian package qemu-user)")
	}
	u, err := presets.Load("qemu-user")
	if err != nil {
		bench.Fatal(err)
	}
	p, err := New(u, "", Limits{})
	if err != nil {
		bench.Fatal(err)
	}
	defer p.Close()
	img := linuxProgram(bench, "ebreak")
	bench.Run("alone", func(bench *testing.B) {
		file := filepath.Join(bench.TempDir(), "image.elf")
		if err := os.WriteFile(file, img.ELF, 0o700); err != nil {
			bench.Fatal(err)
		}
		for bench.Loop() {
			if out, err := exec.Command(program0, "-cpu", "rv64", file).CombinedOutput(); err != nil || len(out) == 0 {
				bench.Fatalf("%s %v", out, err)
			}
		}
	})
	bench.Run("adapter", func(bench *testing.B) {
		for bench.Loop() {
			n := 0
			if err := p.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 1 {
				bench.Fatal(n, err)
			}
		}
	})
}
