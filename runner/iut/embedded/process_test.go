package embedded

import (
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/image/linux"
	"touchstone/runner/iut/iuttest"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

func openProcess(t testing.TB, b *iuttest.Bench, config rv64.Config) *Embedded {
	t.Helper()
	config.Table = b.Table
	e, err := NewProcess(config)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestProcess is on a hart that does misaligned accesses itself and on one whose kernel does them.
func TestProcess(t *testing.T) {
	b := iuttest.NewProcessBench(t, "D", "V")
	for _, policy := range []rv64.MisalignedPolicy{rv64.Complete, rv64.TrapMisaligned} {
		e := openProcess(t, b, rv64.Config{Misaligned: policy})
		iuttest.Processes(t, b, trial.Setting{Float: true, VLEN: 128}, func(img *image.Image) (outcomes []trial.Outcome) {
			if err := e.Execute(t.Context(), img, func(o trial.Outcome) error { outcomes = append(outcomes, o); return nil }); err != nil {
				t.Error(err)
			}
			return outcomes
		})
	}
}

// BenchmarkProcess is BenchmarkExecute's image as a process.
func BenchmarkProcess(bench *testing.B) {
	b := iuttest.NewProcessBench(bench)
	e := openProcess(bench, b, rv64.Config{})
	cases := sweep(b, bench, 2000)
	for i := range cases {
		cases[i].Setting = trial.Setting{Mode: "U", Environment: trial.Linux}
		linux.Break(cases[i].Stub)
	}
	img := b.Images(bench, image.Console, cases...)[0]
	bench.ReportAllocs()
	for bench.Loop() {
		n := 0
		if err := e.Execute(bench.Context(), img, func(trial.Outcome) error { n++; return nil }); err != nil || n != 2000 {
			bench.Fatal(n, err)
		}
	}
	bench.ReportMetric(float64(bench.Elapsed().Nanoseconds())/float64(bench.N)/2000, "ns/case")
}
