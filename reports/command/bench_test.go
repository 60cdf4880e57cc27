package command_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/alecthomas/kong"

	"touchstone/reports"
	"touchstone/reports/attest"
	"touchstone/reports/bundle"
	"touchstone/reports/command"
	"touchstone/reports/reportstest"
)

// BenchmarkVerify is `report verify` of what a run of a whole profile leaves behind: a report.json of 5 MB
// with its outcomes, signed by two. With the start of the process it must take less than 200 ms.
func BenchmarkVerify(b *testing.B) {
	dir := b.TempDir()
	whole(b, dir)
	for b.Loop() {
		var root command.Commands
		k := kong.Must(&root, kong.Writers(io.Discard, io.Discard))
		c, err := k.Parse([]string{"report", "verify", dir})
		if err == nil {
			err = c.Run(k)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// whole writes a report as large as that of a profile, with the proportions that such a one has.
func whole(tb testing.TB, dir string) {
	tb.Helper()
	r := reportstest.Conforming()
	v := &r.Verdicts
	scenarios := v.Scenarios
	side, err := reports.NewSidecar(dir)
	if err != nil {
		tb.Fatal(err)
	}
	var list []reports.ScenarioVerdict
	for i := range 14000 {
		s := scenarios[i%len(scenarios)]
		s.ID = fmt.Sprintf("%s#%d", s.ID, i)
		s.Root = ""
		if s.Ran() {
			for j := range 4 {
				o := reports.Outcome{Case: fmt.Sprintf("%s/%d", s.ID, j), Status: "finished",
					Changed: [][2]string{{"x12", reports.Hex(uint64(i) << 13)}},
					Trap:    &reports.Trap{Cause: "0x8", Mode: "U", PC: "0x80500efc", Tval: "0x0"}}
				if err := side.Add(&o); err != nil {
					tb.Fatal(err)
				}
			}
			s.Root = side.Root(s.ID)
		}
		list = append(list, s)
	}
	if err := side.Close(); err != nil {
		tb.Fatal(err)
	}
	v.Scenarios = list
	r.Suite.Outcomes = side.Digest()
	if err := r.Seal(); err != nil {
		tb.Fatal(err)
	}
	var keys []*attest.Key
	for range 2 {
		key, err := attest.GenerateKey()
		if err != nil {
			tb.Fatal(err)
		}
		keys = append(keys, key)
	}
	if _, err := bundle.Write(dir, r, bundle.Options{Keys: keys}); err != nil {
		tb.Fatal(err)
	}
	info, err := os.Stat(filepath.Join(dir, bundle.ReportFile))
	if err != nil {
		tb.Fatal(err)
	}
	if size := info.Size(); size < 4<<20 || size > 8<<20 {
		tb.Fatalf("report.json has %d bytes; it should be about 5 MB", size)
	}
}
