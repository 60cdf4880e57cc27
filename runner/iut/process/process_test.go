package process

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"touchstone/specs"

	"touchstone/runner/image"
	"touchstone/runner/image/frame"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/trial"
)

// quick limits for tests: a loaded machine must still start a process within Silence.
func quick() Limits { return Limits{Silence: 2 * time.Second, Noise: 64 << 10} }

func qemu(t testing.TB, limits Limits) *Process {
	t.Helper()
	if _, err := exec.LookPath("qemu-system-riscv64"); err != nil {
		t.Skip("qemu-system-riscv64 is not installed (Debian package qemu-system-misc)")
	}
	text, err := os.ReadFile("../presets/qemu-system.yaml")
	if err != nil {
		t.Fatal(err)
	}
	u, err := specs.LoadIUT("qemu-system.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	p, err := New(u, "", limits)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// BenchmarkQEMU is one image of 2,000 cases, QEMU's start included.
func BenchmarkQEMU(bench *testing.B) {
	p := qemu(bench, Limits{})
	b := iuttest.NewBench(bench)
	stub := b.Stub(bench, "add a2, a0, a1\n ecall")
	cases := make([]trial.Case, 2000)
	for i := range cases {
		cases[i] = trial.Case{Setting: trial.Setting{Mode: "M"}, Stub: stub, Before: []trial.Preset{iuttest.X(10, uint64(i)*0x9e3779b97f4a7c15)}}
	}
	img := b.Images(bench, image.Console, cases...)[0]
	for bench.Loop() {
		n := 0
		if err := p.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != len(cases) {
			bench.Fatal(n, err)
		}
	}
}

// TestQEMU holds the adapter, and our runtime, to an implementation that nobody here wrote.
func TestQEMU(t *testing.T) {
	qemu(t, Limits{}) // skips once, not in every part
	iuttest.Run(t, func(t *testing.T) iut.Executor { return qemu(t, Limits{Silence: 3 * time.Second, Noise: 64 << 10}) })
}

// TestReports feeds the adapter every kind of report that a console can carry.
func TestReports(t *testing.T) {
	type row struct {
		name    string
		print   func(b *bench, r []frame.Record) string
		then    string // what the fake does after printing
		cases   int    // that finish
		stopped *iut.Stopped
		words   string // in LastWords
	}
	leavesNothing(t)
	all := func(b *bench, r []frame.Record) string { return b.lines(r...) }
	first := func(n int) func(*bench, []frame.Record) string {
		return func(b *bench, r []frame.Record) string { return b.lines(r[:n]...) }
	}
	other := &image.Image{ID: 12345}
	rows := []row{
		{name: "complete", print: all, cases: 3},
		{name: "complete, status 3", print: all, then: "exit=3", cases: 3},
		{name: "complete, never ends", print: all, then: "sleep", cases: 3},
		{name: "nothing", print: first(0), stopped: &iut.Stopped{Case: -1, Reason: iut.Exit}},
		{name: "status without a word", print: first(0), then: "say=no-such-machine exit=1", stopped: &iut.Stopped{Case: -1, Reason: iut.Crash}, words: "no-such-machine"},
		{name: "crash in a case", print: first(4), then: "kill", cases: 1, stopped: &iut.Stopped{Case: 1, Started: true, Reason: iut.Crash}, words: "killed"},
		{name: "exit in a case", print: first(4), cases: 1, stopped: &iut.Stopped{Case: 1, Started: true, Reason: iut.Exit}},
		{name: "exit between cases", print: first(3), cases: 1, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}},
		{name: "hang in a case", print: first(4), then: "sleep", cases: 1, stopped: &iut.Stopped{Case: 1, Started: true, Reason: iut.Hang}},
		{name: "hang at once", print: first(0), then: "sleep", stopped: &iut.Stopped{Case: -1, Reason: iut.Hang}},
		{name: "flood in a case", print: first(4), then: "flood", cases: 1, stopped: &iut.Stopped{Case: 1, Started: true, Reason: iut.Flood}},
		{name: "half a frame", print: func(b *bench, r []frame.Record) string {
			s := b.lines(r[:5]...)
			return s[:len(s)-9]
		}, cases: 1, stopped: &iut.Stopped{Case: 1, Started: true, Reason: iut.Exit}, words: "half a record"},
		{name: "rubbish between", print: func(b *bench, r []frame.Record) string {
			return "\x00\xff~~ hello\r\n" + strings.ReplaceAll(b.lines(r...), "\n", "\r\n~zz\n\x1b[2J~1 2 3\n")
		}, cases: 3},
		{name: "rubbish before, in the line", print: func(b *bench, r []frame.Record) string {
			return strings.ReplaceAll(b.lines(r...), "~", "warning: ~/.config is odd ~")
		}, cases: 3},
		{name: "everything twice", print: func(b *bench, r []frame.Record) string {
			return strings.Join(strings.SplitAfter(b.lines(r...), "\n"), "") + b.lines(r...)
		}, cases: 3},
		{name: "a wrong digit", print: func(b *bench, r []frame.Record) string {
			s := []byte(b.lines(r...))
			at := strings.Index(string(s), " b ") + 1
			s[at] = 'c'
			return string(s)
		}, cases: 2, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}, words: "wrong checksum"},
		{name: "another image", print: func(b *bench, r []frame.Record) string {
			r[0].Words[1] = other.ID
			var s []byte
			for _, x := range r {
				s = frame.AppendLine(s, other.ID, x)
			}
			return string(s)
		}, stopped: &iut.Stopped{Case: -1, Reason: iut.Exit}, words: "another image's"},
		{name: "results that did not begin", print: func(b *bench, r []frame.Record) string { return b.lines(r[0], r[2], r[4], r[6], r[7]) },
			stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}, words: "stray"},
		{name: "slots that do not exist", print: func(b *bench, r []frame.Record) string {
			r[1].Slot, r[2].Slot = 3000, 3000
			return b.lines(r...)
		}, cases: 2, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}, words: "stray"},
		{name: "an end that lies", print: func(b *bench, r []frame.Record) string { return b.lines(r[0], r[1], r[2], r[7]) },
			cases: 1, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}},
		{name: "a clobbered runtime", print: func(b *bench, r []frame.Record) string {
			r[7].Words[1]++
			return b.lines(r...)
		}, cases: 3, stopped: &iut.Stopped{Case: -1, Started: true, Reason: iut.Exit}, words: "clobbered"},
		{name: "a location that does not exist", print: func(b *bench, r []frame.Record) string {
			r[2].Words = append(r[2].Words, 999, 1)
			return b.lines(r...)
		}, cases: 2, stopped: &iut.Stopped{Case: 0, Started: true, Reason: iut.Exit}, words: "malformed"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			b := newBench(t, image.Console)
			script := "print=" + b.file("out", row.print(b, b.records())) + " " + row.then
			n := 0
			err := b.simulator(script, quick()).Execute(t.Context(), b.img, func(o trial.Outcome) error { n++; return nil })
			if n != row.cases {
				t.Errorf("%d cases finished, want %d", n, row.cases)
			}
			var s *iut.Stopped
			switch {
			case row.stopped == nil && err != nil:
				t.Error(err)
			case row.stopped != nil && !errors.As(err, &s):
				t.Errorf("got %v, want %v", err, row.stopped)
			case s != nil:
				if s.Reason != row.stopped.Reason || s.Started != row.stopped.Started || row.name != "a location that does not exist" && s.Case != row.stopped.Case {
					t.Errorf("got %v, want %v", err, row.stopped)
				}
				if !strings.Contains(s.LastWords, row.words) {
					t.Errorf("last words %q lack %q", s.LastWords, row.words)
				}
			}
		})
	}
}

// TestSignatureFile: the same through a file.
func TestSignatureFile(t *testing.T) {
	dump := func(b *bench, size int, r ...frame.Record) string {
		var words []uint64
		for _, x := range r {
			words = frame.Append(words, b.img.ID, x)
		}
		words = append(words, 0, 0)
		var s strings.Builder
		for _, w := range words {
			if size == 4 {
				fmt.Fprintf(&s, "%08x\n%08x\n", uint32(w), uint32(w>>32))
			} else {
				fmt.Fprintf(&s, "%016x\n", w)
			}
		}
		return s.String()
	}
	leavesNothing(t)
	for _, size := range []int{4, 8} {
		b := newBench(t, image.Signature)
		n := 0
		yield := func(trial.Outcome) error { n++; return nil }
		err := b.simulator("copy="+b.file("sig", dump(b, size, b.records()...)), quick()).Execute(t.Context(), b.img, yield)
		if err != nil || n != 3 {
			t.Errorf("granularity %d: %d cases, %v", size, n, err)
		}
		n = 0
		text := dump(b, size, b.records()[:4]...) + "what?\n"
		err = b.simulator("copy="+b.file("sig", text)+" exit=9", quick()).Execute(t.Context(), b.img, yield)
		var s *iut.Stopped
		if !errors.As(err, &s) || s.Case != 1 || s.Reason != iut.Crash || n != 1 || !strings.Contains(s.LastWords, "signature file") {
			t.Errorf("granularity %d, cut: %d cases, %v", size, n, err)
		}
		err = b.simulator("exit=0", quick()).Execute(t.Context(), b.img, yield)
		if !errors.As(err, &s) || s.Started || !strings.Contains(s.LastWords, "wrote none") {
			t.Errorf("without a file: %v", err)
		}
	}
}

// TestNothingIsLeft: a simulator's children die with it, even when it ends well itself.
func TestNothingIsLeft(t *testing.T) {
	leavesNothing(t)
	for _, end := range []string{"sleep", "exit=0", "kill"} {
		b := newBench(t, image.Console)
		err := b.simulator("child "+end, Limits{Silence: time.Second}).Execute(t.Context(), b.img, func(trial.Outcome) error { return nil })
		if err == nil {
			t.Errorf("%s: no error", end)
		}
		text, err := os.ReadFile(filepath.Join(b.dir, "child"))
		if err != nil {
			t.Fatal(err)
		}
		var pid int
		fmt.Sscan(string(text), &pid)
		alive := true
		for range 1500 {
			if alive = running(pid); !alive {
				break
			}
			time.Sleep(20 * time.Millisecond)
		}
		if alive {
			t.Errorf("%s: the simulator's child %d still runs", end, pid)
			syscall.Kill(pid, syscall.SIGKILL)
		}
	}
}

// running says whether a process runs; one that only waits to be reaped does not.
func running(pid int) bool {
	if syscall.Kill(pid, 0) != nil {
		return false
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err != nil || !strings.Contains(string(stat), ") Z ")
}

func TestNotInstalled(t *testing.T) {
	u := &specs.IUT{Name: "Spike", Start: specs.Start{Adapter: "process", Command: []string{"no-such-simulator", "{elf}"}}}
	p, err := New(u, "", Limits{})
	if err != nil {
		t.Fatal(err)
	}
	b := newBench(t, image.Console)
	_, err1 := p.Describe(t.Context())
	err2 := p.Execute(t.Context(), b.img, func(trial.Outcome) error { return nil })
	for _, err := range []error{err1, err2} {
		if !errors.Is(err, iut.ErrUnavailable) || !strings.Contains(err.Error(), "no-such-simulator is not installed") {
			t.Errorf("got %v", err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	for want, s := range map[string]specs.Start{
		"not process":              {Adapter: "gdb"},
		"command is missing":       {Adapter: "process"},
		"where the image goes":     {Adapter: "process", Command: []string{"x"}},
		"begins none of":           {Adapter: "process", Command: []string{"x", "{elf}", "{elves}"}},
		"{ that begins":            {Adapter: "process", Command: []string{"x", "{elf"}},
		"has no {signature}":       {Adapter: "process", Command: []string{"x", "{elf}"}, Results: "signature"},
		"has {signature}":          {Adapter: "process", Command: []string{"x", "{elf}", "{signature}"}},
		"address is not for":       {Adapter: "process", Command: []string{"x", "{elf}"}, Address: "localhost:1"},
		"a process has no setting": {Adapter: "process", Command: []string{"x", "{elf}"}, Set: map[string]any{"a": 1}},
	} {
		if _, err := New(&specs.IUT{Name: "it", Start: s}, "", Limits{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestISA(t *testing.T) {
	for _, row := range []struct {
		extensions []string
		want       string
	}{
		{nil, "rv64i"},
		{[]string{"C", "A", "M", "Zifencei", "Zicsr"}, "rv64imac_zicsr_zifencei"},
		{[]string{"Zaamo", "Zalrsc", "Zca", "M"}, "rv64imac"},
		{[]string{"Zic64b", "Ssccptr", "Sha", "Sv39", "Ziccif", "Zkt", "Svbare", "Ss1p13", "V", "Zba", "Svpbmt"}, "rv64iv_svpbmt_zba"},
	} {
		if got := ISA("", 64, row.extensions); got != row.want {
			t.Errorf("ISA(%v) = %s, want %s", row.extensions, got, row.want)
		}
	}
}

func FuzzParseSignature(f *testing.F) {
	f.Add([]byte("0000000b\n80000000\n"))
	f.Add([]byte("00000000000000ff\r\n\nxyz"))
	f.Fuzz(func(t *testing.T, text []byte) {
		memory, err := parseSignature(text)
		if len(memory) > len(text) {
			t.Errorf("%d bytes from %d", len(memory), len(text))
		}
		if err != nil && !errors.Is(err, errSignature) {
			t.Error(err)
		}
	})
}
