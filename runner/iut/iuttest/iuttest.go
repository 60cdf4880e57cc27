// Package iuttest is the one suite that every adapter passes: [Run] and [Bad] of executors, [Exchange] and
// [Rude] of what exchanges messages.
//
//	func TestExecutor(t *testing.T) {
//		iuttest.Run(t, func(t *testing.T) iut.Executor { return mine(t) })
//	}
//
// The adapter must reach a right RV64IMAC hart with machine and user mode, and must give up on a
// silent one within a few seconds.
package iuttest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
)

// Run runs the suite against executors that open makes; it closes them.
func Run(t *testing.T, open func(t *testing.T) iut.Executor) {
	b := NewBench(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *Bench, iut.Executor)
	}{
		{"Describe", describe},
		{"Footing", footing},
		{"Outcomes", outcomes},
		{"Twice", twice},
		{"Hang", hang},
		{"EarlyExit", earlyExit},
		{"Flood", flood},
		{"Cancel", cancel},
		{"YieldFails", yieldFails},
		{"OtherProtocol", otherProtocol},
		{"Parallel", parallel},
		{"Isolation", isolation},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel() // most of the time is spent waiting for what does not come
			x := open(t)
			defer func() {
				if err := x.Close(); err != nil {
					t.Errorf("Close: %v", err)
				}
			}()
			test.run(t, b, x)
		})
	}
}

// execute collects an execution's outcomes by case.
func execute(ctx context.Context, x iut.Executor, img *image.Image) (map[int]trial.Outcome, error) {
	got := map[int]trial.Outcome{}
	var again error
	err := x.Execute(ctx, img, func(o trial.Outcome) error {
		if _, ok := got[o.Case]; ok {
			again = fmt.Errorf("case %d was yielded twice", o.Case)
		}
		got[o.Case] = o
		return nil
	})
	return got, errors.Join(err, again)
}

func describe(t *testing.T, _ *Bench, x iut.Executor) { introduces(t, x) }

// introduces: an implementation says what it is.
func introduces(t *testing.T, x iut.Implementation) {
	t.Helper()
	im, err := x.Describe(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if im.Name == "" || im.Version == "" || im.Adapter == "" {
		t.Errorf("incomplete description: %+v", im)
	}
}

func footing(t *testing.T, b *Bench, x iut.Executor) {
	img, judge, err := image.Footing(b.Table, b.Pack.CSRs, b.Map, x.Protocol())
	if err != nil {
		t.Fatal(err)
	}
	got, err := execute(t.Context(), x, img)
	if err != nil {
		t.Error(err)
	}
	var list []trial.Outcome
	for _, o := range got {
		list = append(list, o)
	}
	results := judge(list)
	if len(results) == 0 {
		t.Error("the footing judged nothing")
	}
	for _, r := range results {
		if !r.OK {
			t.Errorf("%s: %s", r.Insn, r.Why)
		}
	}
}

// expectation is a case with what must come of it, as text: "cause pc-offset mode: changes".
type expectation struct {
	trial.Case
	want string
}

func expectations(t testing.TB, b *Bench) []expectation {
	in := func(c trial.Case, mode, anchor string) trial.Case {
		c.Setting.Mode, c.Setting.Anchor = mode, anchor
		return c
	}
	observe := func(c trial.Case, l ...trial.Loc) trial.Case {
		c.Observe = l
		return c
	}
	data := b.Map.Data
	rel := func(n int, off uint64) trial.Preset { return trial.Preset{Loc: XLoc(n), Value: off, Rel: true} }
	csr := func(name string, v uint64) trial.Preset { return trial.Preset{Loc: trial.Loc("csr:" + name), Value: v} }
	mem := func(off, v uint64) trial.Preset {
		return trial.Preset{Loc: trial.Loc(fmt.Sprintf("mem:%x", data+off)), Value: v}
	}
	odd := b.Case(t, "odd", "c.nop\n ecall")
	odd.Stub.Align = 2
	return []expectation{
		{b.Case(t, "nothing", "nop\n ecall"), "11 4 M:"},
		{b.Case(t, "add", "add a2, a0, a1\n ecall", X(10, 5), X(11, 7)), "11 4 M: x12=c"},
		{b.Case(t, "background", "add a2, a0, x0\n ecall"), fmt.Sprintf("11 4 M: x12=%x", image.Background(10))},
		{b.Case(t, "x0", "add x0, a0, a1\n ecall", X(10, 5), X(11, 7)), "11 4 M:"},
		{b.Case(t, "x1 and x31", "addi x1, x0, 1\n addi x31, x0, 31\n ecall"), "11 8 M: x1=1 x31=1f"},
		{b.Case(t, "illegal", ".half 0, 0"), "2 0 M:"},
		{b.Case(t, "breakpoint", "nop\n ebreak"), "3 4 M:"},
		{b.Case(t, "store", "sd a1, 8(a0)\n ecall", X(10, data), X(11, 7)), fmt.Sprintf("11 4 M: mem:%x=7", data+8)},
		{b.Case(t, "store preset", "sd a1, 8(a0)\n ecall", X(10, data), X(11, 7), mem(8, 7)), "11 4 M:"},
		{b.Case(t, "guard", "sd x0, -8(a0)\n ecall", X(10, data)), fmt.Sprintf("11 4 M: mem:%x=0", data-8)},
		{b.Case(t, "load", "ld a1, 504(a0)\n ecall", X(10, data)), fmt.Sprintf("11 4 M: x11=%x", image.DataBackground(504))},
		{b.Case(t, "load preset", "ld a1, 504(a0)\n ecall", X(10, data), mem(504, 0x123)), "11 4 M: x11=123"},
		{b.Case(t, "own code", "sw a1, 0(a0)\n fence.i\n nop\n ecall", rel(10, 8), X(11, 0x00100613)), "11 12 M: x12=1 mem:code+8=7300100613"},
		{b.Case(t, "far", "j 1f\n .section far\n 1: ecall"), "11 524288 M:"},
		{odd, "11 2 M:"},
		{in(b.Case(t, "user", "ecall"), "U", ""), "8 0 U:"},
		{in(b.Case(t, "user csr", "csrr a0, mscratch\n ecall"), "U", ""), "2 0 U:"},
		{b.Case(t, "mscratch spoilt", "csrw mscratch, a0\n ecall", X(10, 6)), "11 4 M: csr:mscratch=6"},
		{b.Case(t, "mie spoilt", "csrw mie, a0\n ecall", X(10, 0x80)), "11 4 M: csr:mie=80"},
		{in(observe(b.Case(t, "mscratch", "csrrw a0, mscratch, a1\n ecall", csr("mscratch", 9), X(11, 5)), "csr:mscratch"), "M", "x31"), "11 4 M: x10=9 csr:mscratch=5"},
		{observe(b.Case(t, "not preset", "csrr a0, mscratch\n ecall", X(10, 5)), "csr:mcycle"), "11 4 M: x10=0 before:csr:mcycle=* csr:mcycle=*"},
		{observe(b.Case(t, "preset kept", "csrr a0, mcounteren\n ecall", csr("mcounteren", 5)), "csr:mcounteren"), "11 4 M: x10=5"},
		{b.Case(t, "preset undone", "csrr a0, mcounteren\n ecall"), "11 4 M: x10=7"},
	}
}

// show writes an outcome as an expectation does.
func show(o trial.Outcome, code uint64) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%d %d %s:", o.Trap.Cause, o.Trap.PC-code, o.Trap.Mode)
	for _, c := range o.Changed {
		loc, v := string(c.Loc), fmt.Sprintf("%x", c.Value)
		if rest, ok := strings.CutPrefix(loc, "mem:"); ok {
			var addr uint64
			if _, err := fmt.Sscanf(rest, "%x", &addr); err != nil {
				return "unreadable " + loc
			}
			if off := addr - code; off < 1<<20 {
				loc = fmt.Sprintf("mem:code+%d", off)
			}
		}
		if strings.HasSuffix(loc, "csr:mcycle") {
			v = "*"
		}
		fmt.Fprintf(&s, " %s=%s", loc, v)
	}
	return s.String()
}

func outcomes(t *testing.T, b *Bench, x iut.Executor) {
	want := expectations(t, b)
	cases := make([]trial.Case, len(want))
	for i := range want {
		cases[i] = want[i].Case
	}
	seen := 0
	for _, img := range b.Images(t, x.Protocol(), cases...) {
		got, err := execute(t.Context(), x, img)
		if err != nil {
			t.Errorf("%s: %v", img.Name, err)
		}
		for slot, c := range img.Cases {
			o, ok := got[c]
			if !ok {
				t.Errorf("%s: no outcome", cases[c].ID)
				continue
			}
			seen++
			if s := show(o, img.Code[slot]); s != want[c].want || o.Status != trial.Finished {
				t.Errorf("%s: %s %q, want %q", cases[c].ID, o.Status, s, want[c].want)
			}
		}
	}
	if seen != len(cases) {
		t.Errorf("%d of %d cases finished", seen, len(cases))
	}
}

// twice: the same image gives the same outcomes.
func twice(t *testing.T, b *Bench, x iut.Executor) {
	img := b.Images(t, x.Protocol(), three(t, b, "ebreak")...)[0]
	one, err1 := execute(t.Context(), x, img)
	two, err2 := execute(t.Context(), x, img)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if d := cmp.Diff(one, two); d != "" {
		t.Error(d)
	}
}

// three cases, the one in the middle of the given code.
func three(t testing.TB, b *Bench, middle string, before ...trial.Preset) []trial.Case {
	return []trial.Case{
		b.Case(t, "first", "li a0, 1\n ecall"),
		b.Case(t, "middle", middle, before...),
		b.Case(t, "last", "li a0, 3\n ecall"),
	}
}

// stops executes three cases whose middle one stops the implementation, and looks at the rest.
func stops(t *testing.T, b *Bench, x iut.Executor, reasons []iut.Reason, middle string, before ...trial.Preset) {
	t.Helper()
	start := time.Now()
	got, err := execute(t.Context(), x, b.Images(t, x.Protocol(), three(t, b, middle, before...)...)[0])
	var s *iut.Stopped
	if !errors.As(err, &s) {
		t.Fatalf("got %v, want a *Stopped", err)
	}
	if d := time.Since(start); d > time.Minute {
		t.Errorf("it took %v to notice", d)
	}
	ok := false
	for _, r := range reasons {
		ok = ok || s.Reason == r
	}
	if !ok {
		t.Errorf("reason is %s, want one of %v (%s)", s.Reason, reasons, s.LastWords)
	}
	if s.Started && (s.Case != 1 || len(got) != 1 || got[0].Status != trial.Finished) {
		t.Errorf("stopped in case %d after %d outcomes, want in case 1 after 1", s.Case, len(got))
	}
}

func hang(t *testing.T, b *Bench, x iut.Executor) { stops(t, b, x, []iut.Reason{iut.Hang}, "j .") }

func earlyExit(t *testing.T, b *Bench, x iut.Executor) {
	stops(t, b, x, []iut.Reason{iut.Exit, iut.Crash}, "sd a1, 0(a0)\n j .", X(10, b.Map.ToHost()), X(11, 1))
}

// flood prints without end.
func flood(t *testing.T, b *Bench, x iut.Executor) {
	stops(t, b, x, []iut.Reason{iut.Flood, iut.Hang}, "1: sd a1, 0(a0)\n 2: ld a2, 0(a0)\n bnez a2, 2b\n j 1b", X(10, b.Map.ToHost()), X(11, 0x0101<<48|'z'))
}

func cancel(t *testing.T, b *Bench, x iut.Executor) {
	img := b.Images(t, x.Protocol(), three(t, b, "j .")...)[0]
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := execute(ctx, x, img); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v", err)
	}
	ctx, stop = context.WithTimeout(t.Context(), time.Millisecond)
	defer stop()
	start := time.Now()
	_, err := execute(ctx, x, img)
	took := time.Since(start)
	// A fast executor may have given up on the hart by itself first.
	var s *iut.Stopped
	if gaveUp := errors.As(err, &s) && took < 10*time.Second; !gaveUp && !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled while running: %v", err)
	}
	if took > time.Minute {
		t.Errorf("it took %v to be cancelled", took)
	}
}

func yieldFails(t *testing.T, b *Bench, x iut.Executor) {
	img := b.Images(t, x.Protocol(), three(t, b, "ebreak")...)[0]
	full := errors.New("disk full")
	n := 0
	err := x.Execute(t.Context(), img, func(trial.Outcome) error { n++; return full })
	if !errors.Is(err, full) || n != 1 {
		t.Errorf("got %v after %d calls, want yield's error after one", err, n)
	}
}

func otherProtocol(t *testing.T, b *Bench, x iut.Executor) {
	p := image.Console
	if x.Protocol() == image.Console {
		p = image.Signature
	}
	_, err := execute(t.Context(), x, b.Images(t, p, three(t, b, "ebreak")...)[0])
	var s *iut.Stopped
	if err == nil || errors.As(err, &s) {
		t.Errorf("an image of the other protocol gives %v, want a plain error", err)
	}
}

func parallel(t *testing.T, b *Bench, x iut.Executor) {
	img := b.Images(t, x.Protocol(), three(t, b, "ebreak")...)[0]
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got, err := execute(t.Context(), x, img); err != nil || len(got) != 3 {
				t.Errorf("%d outcomes, %v", len(got), err)
			}
		})
	}
	wg.Wait()
}

// isolation: the case that hangs is found, the others finish.
func isolation(t *testing.T, b *Bench, x iut.Executor) {
	cases := three(t, b, "j .")
	got := map[int]trial.Status{}
	i := iut.Isolation{Executor: x, Rebuild: b.Rebuild(x.Protocol(), cases)}
	retries, err := i.Run(t.Context(), b.Images(t, x.Protocol(), cases...)[0], func(o trial.Outcome) error {
		got[o.Case] = o.Status
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(map[int]trial.Status{0: trial.Finished, 1: trial.Hang, 2: trial.Finished}, got); d != "" {
		t.Error(d)
	}
	if len(retries) == 0 {
		t.Error("no retry is recorded")
	}
}
