package embedded

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

func open(t testing.TB, config rv64.Config) *Embedded {
	t.Helper()
	config.Table = iuttest.NewBench(t).Table
	e, err := New(config)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestExecutor(t *testing.T) {
	iuttest.Run(t, func(t *testing.T) iut.Executor { return open(t, rv64.Config{}) })
}

func TestNewFindsWhatCannotRun(t *testing.T) {
	if _, err := New(rv64.Config{}); err == nil {
		t.Error("an executor without a table was made")
	}
}

// wrong makes a function that leaves rd with one bit flipped.
func wrong(right rv64.Exec) rv64.Exec {
	return func(h *rv64.Hart, i *rv64.Inst) {
		right(h, i)
		h.SetX(i.Rd, h.X(i.Rd)^4)
	}
}

// TestFootingFindsWrongInstructions: whatever the runtime leans on, image 0 notices when it is
// wrong, and blames that instruction or says that nothing arrived.
func TestFootingFindsWrongInstructions(t *testing.T) {
	b := iuttest.NewBench(t)
	img, judge, err := image.Footing(b.Table, b.Pack.CSRs, b.Map, image.Signature)
	if err != nil {
		t.Fatal(err)
	}
	nop := func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) {} }
	blamed := 0
	for insn, override := range map[string]func(rv64.Exec) rv64.Exec{
		"lui": wrong, "auipc": wrong, "addi": wrong, "andi": wrong, "slli": wrong, "srli": wrong, "add": wrong, "sub": wrong,
		"and": wrong, "or": wrong, "ld": wrong, "jal": wrong, "jalr": wrong, "csrrw": wrong, "csrrs": wrong,
		"sd": nop, "beq": nop, "bne": nop, "bltu": nop, "mret": nop,
	} {
		e := open(t, rv64.Config{Limit: 100_000, Overrides: map[string]func(rv64.Exec) rv64.Exec{insn: override}})
		var got []trial.Outcome
		err := e.Execute(t.Context(), img, func(o trial.Outcome) error { got = append(got, o); return nil })
		var s *iut.Stopped
		if err != nil && !errors.As(err, &s) {
			t.Fatal(err)
		}
		results := judge(got)
		at := slices.IndexFunc(results, func(r image.FootingResult) bool { return r.Insn == insn })
		if at < 0 || results[at].OK {
			t.Errorf("%s is wrong and the footing holds", insn)
			continue
		}
		if len(got) > 0 {
			blamed++
		} else if !strings.Contains(results[at].Why, "nothing was reported") {
			t.Errorf("%s: nothing arrived, and why is %q", insn, results[at].Why)
		}
	}
	if blamed < 15 {
		t.Errorf("only %d of 20 wrong instructions left evidence of their own", blamed)
	}
}

// TestRuntimeSurvivesStrayStores: a case that overwrites the runtime's tables, log or another
// case's code spoils no other outcome unnoticed.
func TestRuntimeSurvivesStrayStores(t *testing.T) {
	b := iuttest.NewBench(t)
	e := open(t, rv64.Config{})
	build := func(target uint64) ([]trial.Case, *image.Image) {
		cases := []trial.Case{
			b.Case(t, "first", "li a0, 1\n ecall"),
			b.Case(t, "stray", "sd a1, 0(a0)\n ecall", iuttest.X(10, target), iuttest.X(11, 0x1234)),
			b.Case(t, "victim", "li a0, 3\n nop\n nop\n nop\n ecall"),
			b.Case(t, "last", "li a0, 4\n ecall"),
		}
		return cases, b.Images(t, image.Signature, cases...)[0]
	}
	_, probe := build(b.Map.Data)
	for _, row := range []struct {
		what   string
		target uint64
		want   string // of retries; empty: none
	}{
		{"the victim's code", probe.Code[2] + 8, ""},
		{"its own record in the log", probe.Log[0] + 8*5 + 8*2 + 8*8, "again"},
		{"the first case's record", probe.Log[0] + 8*5 + 8*2 + 8*2, "again"},
		{"the table of rows", 0, "again"},
	} {
		target := row.target
		if target == 0 {
			target = lastRow(t, probe)
		}
		cases, img := build(target)
		i := iut.Isolation{Executor: e, Rebuild: b.Rebuild(image.Signature, cases)}
		got := map[int]string{}
		retries, err := i.Run(t.Context(), img, func(o trial.Outcome) error {
			got[o.Case] = fmt.Sprint(o.Status, o.Changed)
			return nil
		})
		if err != nil {
			t.Errorf("%s: %v", row.what, err)
		}
		for c, v := range map[int]string{0: "1", 2: "3", 3: "4"} {
			if want := "finished[{x10 " + v + "}]"; got[c] != want {
				t.Errorf("%s: case %d is %s, want %s", row.what, c, got[c], want)
			}
		}
		if (len(retries) > 0) != (row.want != "") || !strings.Contains(strings.Join(retries, "\n"), row.want) {
			t.Errorf("%s: retries are %q, want %q", row.what, retries, row.want)
		}
	}
}

// lastRow is an address within the last row of the image's table.
func lastRow(t *testing.T, img *image.Image) uint64 {
	t.Helper()
	return img.Rows[1] - 16
}

// TestFullLog: when changes are many the log fills up, and the rest runs in another image.
func TestFullLog(t *testing.T) {
	b := iuttest.NewBench(t)
	src := ""
	for r := 1; r < 32; r++ {
		src += fmt.Sprintf("li x%d, %d\n", r, r)
	}
	stub := b.Stub(t, src+"ecall")
	cases := make([]trial.Case, 500)
	for i := range cases {
		cases[i] = trial.Case{ID: fmt.Sprint(i), Setting: trial.Setting{Mode: "M"}, Stub: stub}
	}
	n := 0
	i := iut.Isolation{Executor: open(t, rv64.Config{}), Rebuild: b.Rebuild(image.Signature, cases)}
	retries, err := i.Run(t.Context(), b.Images(t, image.Signature, cases...)[0], func(o trial.Outcome) error {
		if len(o.Changed) != 31 {
			t.Errorf("case %d: %d changes", o.Case, len(o.Changed))
		}
		n++
		return nil
	})
	if err != nil || n != len(cases) || len(retries) == 0 {
		t.Errorf("%d outcomes, %d retries, %v", n, len(retries), err)
	}
}

// TestProtection: a setting's PMP entries hold for user mode, and the rest of memory stays open.
func TestProtection(t *testing.T) {
	b := iuttest.NewBench(t)
	protected := trial.Setting{Mode: "U", CSRs: []trial.Preset{
		{Loc: "csr:pmpaddr0", Value: b.Map.Data>>2 | 31}, // 256 bytes, NAPOT
		{Loc: "csr:pmpcfg0", Value: 0x18 | 1},
	}}
	read := b.Case(t, "read", "ld a1, 0(a0)\n ecall", iuttest.X(10, b.Map.Data))
	write := b.Case(t, "write", "sd a1, 0(a0)\n ecall", iuttest.X(10, b.Map.Data))
	beside := b.Case(t, "beside", "sd a1, 256(a0)\n ecall", iuttest.X(10, b.Map.Data))
	cases := []trial.Case{read, write, beside}
	for i := range cases {
		cases[i].Setting = protected
	}
	want := []uint64{8, 7, 8}
	got := make([]uint64, 3)
	err := open(t, rv64.Config{}).Execute(t.Context(), b.Images(t, image.Signature, cases...)[0], func(o trial.Outcome) error {
		got[o.Case] = o.Trap.Cause
		return nil
	})
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("causes %v, want %v; %v", got, want, err)
	}
	// And a hart without PMP is tolerated.
	none := open(t, rv64.Config{Parameters: rv64.Parameters{PMPEntries: -1}})
	n := 0
	plain := []trial.Case{b.Case(t, "a", "ecall"), b.Case(t, "b", "ecall")}
	plain[1].Setting.Mode = "U"
	for _, img := range b.Images(t, image.Signature, plain...) {
		if err := none.Execute(t.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil {
			t.Error(err)
		}
	}
	if n != 2 {
		t.Errorf("%d of 2 cases on a hart without PMP", n)
	}
}

// TestPanicIsACrash: an executor made wrong on purpose may even panic.
func TestPanicIsACrash(t *testing.T) {
	b := iuttest.NewBench(t)
	e := open(t, rv64.Config{Overrides: map[string]func(rv64.Exec) rv64.Exec{
		"mulh": func(rv64.Exec) rv64.Exec { return func(*rv64.Hart, *rv64.Inst) { panic("no multiplier") } },
	}})
	n := 0
	err := e.Execute(t.Context(), b.Images(t, image.Signature, b.Case(t, "a", "ecall"), b.Case(t, "b", "mulh a0, a1, a2\n ecall"))[0],
		func(trial.Outcome) error { n++; return nil })
	var s *iut.Stopped
	if !errors.As(err, &s) || s.Reason != iut.Crash || s.Case != 1 || n != 1 || !strings.Contains(s.LastWords, "no multiplier") {
		t.Errorf("%d outcomes, %v", n, err)
	}
}

// sweep is n cases of one stub.
func sweep(b *iuttest.Bench, t testing.TB, n int) []trial.Case {
	stub := b.Stub(t, "add a2, a0, a1\n ecall")
	cases := make([]trial.Case, n)
	for i := range cases {
		cases[i] = trial.Case{ID: fmt.Sprint(i), Setting: trial.Setting{Mode: "M"}, Stub: stub,
			Before: []trial.Preset{iuttest.X(10, uint64(i)*0x9e3779b97f4a7c15), iuttest.X(11, uint64(i)<<40)}}
	}
	return cases
}

// BenchmarkExecute is one image of 2,000 cases.
func BenchmarkExecute(bench *testing.B) {
	b := iuttest.NewBench(bench)
	e := open(bench, rv64.Config{})
	img := b.Images(bench, image.Signature, sweep(b, bench, 2000)...)[0]
	bench.ReportAllocs()
	for bench.Loop() {
		n := 0
		if err := e.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 2000 {
			bench.Fatal(n, err)
		}
	}
	bench.ReportMetric(float64(bench.Elapsed().Nanoseconds())/float64(bench.N)/2000, "ns/case")
}
