package process

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/iut/iuttest/bad"
	"touchstone/runner/trial"
)

// badLimits are short, but on a loaded machine a process must start within Silence.
func badLimits() Limits {
	return Limits{Silence: 5 * time.Second, Noise: 256 << 10, File: 4 << 20, Memory: 3 << 30}
}

// simulator is the adapter of this binary as the simulator of package bad, whose processes carry the
// test's name.
func simulator(t testing.TB, protocol image.Protocol, behaviour string, limits Limits) *Process {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	u := &specs.IUT{Name: "bad", Start: specs.Start{
		Adapter: "process", Command: []string{self, "{elf}"}, Results: string(protocol),
		Environment: map[string]string{bad.Variable: behaviour, iuttest.Leftover: t.Name(), fakeVariable: ""},
	}}
	if protocol == image.Signature {
		u.Start.Command = append(u.Start.Command, "{signature}")
	}
	p, err := New(u, "rv64imac", limits)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { iuttest.NoneLeft(t, t.Name()) })
	return p
}

// TestBad: whatever a simulator does, each case has the outcome that it deserves, and nothing is left.
func TestBad(t *testing.T) {
	leavesNothing(t)
	for _, protocol := range []image.Protocol{image.Console, image.Signature} {
		t.Run(string(protocol), func(t *testing.T) {
			iuttest.Bad(t, func(t *testing.T, b bad.Behaviour) iut.Executor {
				text := protocol == image.Console
				if (b.Needs.Text || b.Needs.Streams) && !text || b.Needs.Signature && text {
					return nil
				}
				limits := badLimits()
				switch {
				case !strings.Contains(b.Name, "hang") && b.Want.Victim != "hang":
					limits.Silence = time.Minute // nothing is waited for: a busy machine has time
				case !text:
					limits.Silence = 5 * time.Second // and that of one more case to start in
				}
				return simulator(t, protocol, b.Name, limits)
			})
		})
	}
}

// TestGood: the simulator of package bad is a right one when it is told to be.
func TestGood(t *testing.T) {
	b := iuttest.NewBench(t)
	for _, protocol := range []image.Protocol{image.Console, image.Signature} {
		img := b.Images(t, protocol, b.Case(t, "a", "ecall"), b.Case(t, "b", "li a0, 0x7ad\n ecall"))[0]
		p, n := simulator(t, protocol, bad.Good, badLimits()), 0
		err := p.Execute(t.Context(), img, func(o trial.Outcome) error { n++; return nil })
		if err != nil || n != 2 {
			t.Errorf("%s: %d outcomes, %v", protocol, n, err)
		}
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestLimits(t *testing.T) {
	start := specs.Start{Timeout: time.Minute, Limits: specs.Limits{Case: time.Second, Output: 1, File: 2, Memory: 3}}
	if got, want := (Limits{}).withDefaults(start), (Limits{Total: time.Minute, Silence: time.Second, Noise: 1, File: 2, Memory: 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := (Limits{}).withDefaults(specs.Start{}); got.Total == 0 || got.Silence == 0 || got.Noise == 0 || got.File == 0 || got.Memory != 0 {
		t.Errorf("defaults: %+v", got)
	}
	one := &image.Image{Protocol: image.Signature, Cases: []int{0}}
	for _, row := range []struct {
		start specs.Start
		p     image.Protocol
		want  time.Duration
	}{
		{specs.Start{}, image.Signature, 20 * time.Second},
		{specs.Start{}, image.Console, 2 * time.Minute},
		{specs.Start{Timeout: 5 * time.Minute}, image.Signature, 5 * time.Minute},
		{specs.Start{Timeout: 5 * time.Minute, Limits: specs.Limits{Case: time.Second}}, image.Signature, 2 * time.Second},
		{specs.Start{Timeout: time.Second, Limits: specs.Limits{Case: time.Minute}}, image.Signature, time.Second},
	} {
		one.Protocol = row.p
		if got := (Limits{}).withDefaults(row.start).total(one); got != row.want {
			t.Errorf("%s of one case has %v, want %v: %+v", row.p, got, row.want, row.start)
		}
	}
}

// TestSize: what is watched is the room that files take, not how long they say that they are.
func TestSize(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/a", []byte(strings.Repeat("x", 100_000)), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(dir + "/hole")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 40); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if n := size(dir); n < 90_000 || n > 1<<20 {
		t.Errorf("%d bytes", n)
	}
}

// BenchmarkOverhead is what an image costs beside the implementation's own start-up and run time: what
// Execute takes, less what the same program takes by itself with its output thrown away.
func BenchmarkOverhead(bench *testing.B) {
	b := iuttest.NewBench(bench)
	stub := b.Stub(bench, "add a2, a0, a1\n ecall")
	cases := make([]trial.Case, 2000)
	for i := range cases {
		cases[i] = trial.Case{Setting: trial.Setting{Mode: "M"}, Stub: stub, Before: []trial.Preset{iuttest.X(10, uint64(i)*0x9e3779b97f4a7c15)}}
	}
	img := b.Images(bench, image.Console, cases...)[0]
	// The program prints what is in a file: as quick as an implementation can be.
	text := bench.TempDir() + "/report"
	report := frame.AppendLine(nil, img.ID, frame.Record{Kind: frame.Start, Words: []uint64{frame.Version, img.ID, uint64(len(cases))}})
	for slot := range cases {
		report = frame.AppendLine(report, img.ID, frame.Record{Kind: frame.Begin, Slot: slot})
		report = frame.AppendLine(report, img.ID, frame.Record{Kind: frame.Result, Slot: slot, Words: []uint64{11, img.Code[slot], 0, 3, 12, uint64(slot)}})
	}
	report = frame.AppendLine(report, img.ID, frame.Record{Kind: frame.End, Slot: len(cases), Words: []uint64{uint64(len(cases)), img.Sum}})
	if err := os.WriteFile(text, report, 0o600); err != nil {
		bench.Fatal(err)
	}
	p, err := New(&specs.IUT{Name: "cat", Start: specs.Start{Adapter: "process", Command: []string{"sh", "-c", `cat "$1"`, "{elf}", text}}}, "", Limits{})
	if err != nil {
		bench.Fatal(err)
	}
	defer p.Close()
	var alone, ours time.Duration
	for bench.Loop() {
		start := time.Now()
		if err := exec.CommandContext(bench.Context(), "sh", "-c", `cat "$1"`, "elf", text).Run(); err != nil {
			bench.Fatal(err)
		}
		middle := time.Now()
		n := 0
		if err := p.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != len(cases) {
			bench.Fatal(n, err)
		}
		alone, ours = alone+middle.Sub(start), ours+time.Since(middle)
	}
	bench.ReportMetric(float64((ours-alone).Microseconds())/1000/float64(bench.N), "ms-overhead/image")
	bench.ReportMetric(float64(alone.Microseconds())/1000/float64(bench.N), "ms-alone/image")
}
