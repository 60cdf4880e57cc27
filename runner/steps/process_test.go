package steps

import (
	"bytes"
	"strings"
	"testing"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// TestProcess: which scenarios a process can run, and how its cases end.
func TestProcess(t *testing.T) {
	c := testContext(t)
	c.Environment, c.Map, c.ICS.Modes = trial.Linux, image.LinuxMap(), []string{"U"}
	run := `When the hart executes "addi a0, a0, 1"`
	for _, row := range []struct {
		steps  []string
		reason string // "": it is run
	}{
		{[]string{run, "Then a0 = 6"}, ""},
		{[]string{"Given the hart runs in user mode", run, "Then nothing else changes but a0"}, ""},
		{[]string{run, "Then nothing changes but a0 and mstatus"}, ""},
		{[]string{`When the hart executes "there: csrr a0, mscratch"`, "Then an illegal instruction exception is taken at label there"}, ""},
		{[]string{`When the hart executes "j there; ecall; there: ecall"`, "Then the hart ends at label there"}, ""},
		{[]string{"Given the hart runs in machine mode", run, "Then a0 = 6"}, "machine mode"},
		{[]string{"Given mstatus = 8", run, "Then a0 = 6"}, "mstatus"},
		{[]string{"Given envcfg has CBZE = 1", run, "Then a0 = 6"}, "envcfg has"},
		{[]string{"Given user mode may read no counter", run, "Then a0 = 6"}, "may read no counter"},
		{[]string{"Given user mode may not write test data + 0 to test data + 7", run, "Then a0 = 6"}, "may not"},
		{[]string{"Given the floating-point unit is off", run, "Then a0 = 6"}, "mstatus.FS"},
		{[]string{run, "Then mcause = 2"}, "mcause"},
		{[]string{`When the hart executes "ecall"`, "Then an environment call exception is taken"}, "environment call"},
		{[]string{`When the hart executes every encoding of "ecall"`, "Then every outcome is one the specification allows"}, "environment call"},
	} {
		got, err := scenario(t, c, "", row.steps...)
		if err != nil {
			t.Errorf("%q: %v", row.steps, err)
			continue
		}
		if row.reason != "" {
			if !strings.HasPrefix(got.Untested, "environment: needs machine: ") || !strings.Contains(got.Untested, row.reason) || !got.Excluded || len(got.Cases)+len(got.Checks) > 0 {
				t.Errorf("%q: untested for %q with %d cases, want the reason %q", row.steps, got.Untested, len(got.Cases), row.reason)
			}
			continue
		}
		if got.Untested != "" || len(got.Cases) != 1 {
			t.Errorf("%q: %d cases; %s", row.steps, len(got.Cases), got.Untested)
			continue
		}
		k := got.Cases[0]
		if k.Setting.Mode != "U" || k.Setting.Environment != trial.Linux || k.Setting.Anchor != "" || len(k.Setting.CSRs) > 0 {
			t.Errorf("%q: %+v", row.steps, k.Setting)
		}
		for _, ch := range k.Stub.Chunks {
			if bytes.Contains(ch.Bytes, []byte{0x73, 0, 0, 0}) {
				t.Errorf("%q: an environment call is left in % x", row.steps, ch.Bytes)
			}
		}
	}
}
