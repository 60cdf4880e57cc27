package gdb

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
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
	iuttest.Run(t, func(t *testing.T) iut.Executor { return preset(t, Limits{Silence: 3 * time.Second}, nil) })
}

// TestWays reaches QEMU in every way that there is, and leaves nothing behind.
func TestWays(t *testing.T) {
	listens := func(u *specs.IUT, device string) {
		u.Start.Command[len(u.Start.Command)-1] = device
	}
	rows := []struct {
		name   string
		change func(u *specs.IUT)
		starts int // servers for three images
	}{
		{"a socket", func(u *specs.IUT) {}, 1},
		{"a port", func(u *specs.IUT) { listens(u, "tcp:127.0.0.1:{port}") }, 1},
		{"its standard input and output", func(u *specs.IUT) { listens(u, "stdio") }, 1},
		{"a server for each image", func(u *specs.IUT) { u.Start.Monitor = nil }, 3},
		{"without breakpoints, and verified", func(u *specs.IUT) { u.Start.Set = map[string]any{"breakpoint": false, "verify": true} }, 1},
		{"an address where it is started", func(u *specs.IUT) {
			address := filepath.Join(t.TempDir(), "gdb")
			u.Start.Address = "unix:" + address
			listens(u, "unix:"+address+",server=on,wait=off")
		}, 1},
		{"an address where it runs", func(u *specs.IUT) {
			address := filepath.Join(t.TempDir(), "gdb")
			cmd := exec.Command(u.Start.Command[0], "-M", "virt", "-m", "64M", "-display", "none", "-bios", "none", "-S", "-gdb", "unix:"+address+",server=on,wait=off")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
			for range 500 {
				if _, err := os.Stat(address); err == nil {
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			u.Start.Address, u.Start.Command = "unix:"+address, nil
		}, 1},
	}
	b := iuttest.NewBench(t)
	img := b.Images(t, image.Signature, b.Case(t, "a", "ecall"), b.Case(t, "b", "nop\n ecall"))[0]
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			g := preset(t, Limits{Silence: 5 * time.Second}, func(u *specs.IUT) {
				u.Start.Environment = map[string]string{iuttest.Leftover: t.Name()}
				row.change(u)
			})
			servers := map[*server]bool{}
			for range 3 {
				n := 0
				if err := g.Execute(t.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 2 {
					t.Errorf("%d cases, %v", n, err)
				}
				for s := range g.servers.all {
					servers[s] = true
				}
			}
			if g.reusable() != (row.starts == 1) || g.reusable() && len(servers) != 1 {
				t.Errorf("%d servers were kept, and one was to be used %d times", len(servers), 4-row.starts)
			}
			if im, err := g.Describe(t.Context()); err != nil || !strings.Contains(im.Vendor, "riscv:rv64") || !strings.Contains(im.Vendor, "mvendorid") {
				t.Errorf("described as %+v, %v", im, err)
			}
			if err := g.Close(); err != nil {
				t.Error(err)
			}
			iuttest.NoneLeft(t, t.Name())
		})
	}
}

// TestHarts: every hart begins where the image does.
func TestHarts(t *testing.T) {
	g := preset(t, Limits{Silence: 5 * time.Second}, func(u *specs.IUT) { u.ICS.Harts = 3 })
	defer g.Close()
	b := iuttest.NewBench(t)
	img := b.Images(t, image.Signature, b.Case(t, "a", "ecall"))[0]
	img.Harts = 3
	if err := g.Execute(t.Context(), img, func(trial.Outcome) error { return nil }); err != nil {
		t.Error(err)
	}
	img.Harts = 4
	if err := g.Execute(t.Context(), img, func(trial.Outcome) error { return nil }); !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "shows 3 harts") {
		t.Errorf("four harts: %v", err)
	}
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
