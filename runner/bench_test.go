package runner

import (
	"runtime"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/rv64"
)

// The benchmarks are of the whole of the pack's features at standard effort: what `run` does.

func standard(b *testing.B) Request {
	r := request(b)
	r.Effort = "standard"
	return r
}

func BenchmarkPlan(b *testing.B) {
	r := standard(b)
	b.ReportAllocs()
	for b.Loop() {
		p, err := Make(b.Context(), r, image.Signature)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(p.Cases)), "cases")
	}
}

func BenchmarkJudge(b *testing.B) {
	p := mustMake(b, standard(b))
	o, _ := run(b, p, rv64.Config{})
	b.ReportAllocs()
	for b.Loop() {
		judge(b, p, o)
	}
	b.ReportMetric(float64(len(p.Cases))*float64(b.N)/b.Elapsed().Seconds(), "cases/s")
}

func BenchmarkRun(b *testing.B) {
	r := standard(b)
	b.ReportAllocs()
	cases, vectors := 0, 0
	for b.Loop() {
		p, err := Make(b.Context(), r, image.Signature)
		if err != nil {
			b.Fatal(err)
		}
		_, j := run(b, p, rv64.Config{})
		if failed := j.failedRules(); len(failed) > 0 {
			b.Fatalf("failed: %v", failed)
		}
		cases, vectors = len(p.Cases), j.Verdicts.Counts.Vectors
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(cases)*float64(b.N)/b.Elapsed().Seconds(), "cases/s")
	b.ReportMetric(float64(vectors), "vectors")
	b.ReportMetric(float64(m.HeapSys)/(1<<20), "heap-MB") // the most that it ever was
}
