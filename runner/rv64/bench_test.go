package rv64

import (
	"context"
	"os"
	"testing"

	"touchstone/specs/isa"
)

// report gives millions of simulated instructions a second.
func report(b *testing.B, executed uint64) {
	b.ReportMetric(float64(executed)/1e6/b.Elapsed().Seconds(), "MIPS")
	b.ReportMetric(0, "ns/op")
}

func BenchmarkIntegerLoop(b *testing.B) {
	benchmarkLoop(b, func(c *code) {
		c.op("add", 8, 8, 6).op("xor", 9, 9, 8).op("slli", 10, 8, 3).op("sub", 11, 10, 7).op("and", 12, 11, 9).op("or", 13, 12, 6)
	})
}

func BenchmarkBitLoop(b *testing.B) {
	benchmarkLoop(b, func(c *code) {
		c.op("sh2add", 8, 8, 6).op("andn", 9, 9, 8).op("rori", 10, 8, 3).op("max", 11, 10, 7).op("czero.eqz", 12, 11, 9).op("rev8", 13, 12)
	})
}

// benchmarkLoop repeats six instructions, which leave x5 to x7 alone, 40 million times.
func benchmarkLoop(b *testing.B, body func(*code)) {
	c := newCode(b)
	c.li(5, 40_000_000).li(6, 1).li(7, 3)
	at := len(c.bytes)
	body(c)
	c.op("addi", 5, 5, -1)
	c.op("bne", 5, 0, int64(at-len(c.bytes)))
	c.li(14, toHost).li(15, 1).op("sd", 15, 0, 14).op("jal", 0, 0)
	var executed uint64
	for b.Loop() {
		m := machine(b, Config{})
		c.load(m)
		m.SetHTIF(toHost, 0)
		stop, err := m.Run(context.Background())
		if err != nil || stop.Reason != Exited {
			b.Fatal(stop, err)
		}
		executed += m.Hart(0).Executed()
	}
	report(b, executed)
}

func BenchmarkStart(b *testing.B) {
	c := newCode(b).li(14, toHost).li(15, 1).op("sd", 15, 0, 14).op("jal", 0, 0)
	tab := table(b)
	b.ReportAllocs()
	for b.Loop() {
		m, err := NewMachine(Config{Table: tab})
		if err != nil {
			b.Fatal(err)
		}
		if err := m.Load(base, c.bytes); err != nil {
			b.Fatal(err)
		}
		m.SetHTIF(toHost, 0)
		if stop, err := m.Run(context.Background()); err != nil || stop.Reason != Exited {
			b.Fatal(stop, err)
		}
	}
}

func benchmarkELF(b *testing.B, file string, tab *isa.Table) {
	elf, err := os.ReadFile(file)
	if err != nil {
		b.Fatal(err)
	}
	var executed uint64
	for b.Loop() {
		m := machine(b, Config{Table: tab})
		if err := m.LoadELF(elf); err != nil {
			b.Fatal(err)
		}
		stop, err := m.Run(context.Background())
		if err != nil || stop.Reason != Exited || stop.Code != 0 {
			b.Fatal(stop, err)
		}
		executed += m.Hart(0).Executed()
	}
	report(b, executed)
}

func BenchmarkSort(b *testing.B)  { benchmarkELF(b, "testdata/bench/sort.elf", table(b)) }
func BenchmarkSieve(b *testing.B) { benchmarkELF(b, "testdata/bench/sieve.elf", table(b)) }

func BenchmarkNBody(b *testing.B) { benchmarkELF(b, "testdata/bench/nbody.elf", table(b)) }
func BenchmarkDAXPY(b *testing.B) { benchmarkELF(b, "testdata/bench/daxpy.elf", table(b)) }
