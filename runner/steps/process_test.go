package steps

import (
	"bytes"
	"slices"
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
		{[]string{"Given envcfg has CBZE = 1 and SSE = 0", run, "Then a0 = 6"}, ""},
		{[]string{"Given envcfg has CBZE = 0", run, "Then a0 = 6"}, "envcfg has CBZE = 0"},
		{[]string{"Given envcfg has CBCFE = 1 and SSE = 1", run, "Then a0 = 6"}, "envcfg has SSE = 1"},
		{[]string{"Given user mode may read only cycle and time", run, "Then a0 = 6"}, ""},
		{[]string{"Given user mode may read no counter", run, "Then a0 = 6"}, "may read no counter"},
		{[]string{"Given user mode may not write test data + 0 to test data + 7", run, "Then a0 = 6"}, "from within a page"},
		{[]string{"Given user mode may not write test data + 64 to test data + 127", run, "Then no trap is taken [pmp_store_fault]"}, "as pmp_store_fault"},
		{[]string{run, "Then a0 = 6 [add_op]", "And no trap is taken [mcause_exccode_enc]"}, ""},
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

// TestGuardedPages: what a process may not do to memory it may not do to a page that begins there.
func TestGuardedPages(t *testing.T) {
	c := testContext(t)
	c.Environment, c.Map, c.ICS.Modes = trial.Linux, image.LinuxMap(), []string{"U"}
	data := c.Map.Data + 64
	code := c.Map.Place(0)
	for _, row := range []struct {
		protect, run, then string
		want               trial.Rights
	}{
		{
			"Given user mode may not write test data + 64 to test data + 127", `When the hart executes "sd a0, 0(a1)"`, "Then a store/AMO access fault exception is taken",
			trial.Rights{From: data, To: data + 64, Page: data, Read: true, Execute: true},
		},
		{
			"Given user mode may not read or execute test data + 64 to test data + 67", `When the hart executes "ld a0, 0(a1)"`, "Then no trap is taken",
			trial.Rights{From: data, To: data + 4, Page: data},
		},
		{
			"Given user mode may not execute the 8 bytes at label there", `When the hart executes "j there; nop; there: nop; nop"`, "Then an instruction access fault exception is taken at label there",
			trial.Rights{From: code, To: code + 8, Page: code, Read: true, Write: true},
		},
	} {
		got, err := scenario(t, c, "", row.protect, row.run, row.then)
		if err != nil || len(got.Cases) != 1 {
			t.Errorf("%s: %d cases, %s: %v", row.protect, len(got.Cases), got.Untested, err)
			continue
		}
		k := got.Cases[0]
		if !slices.Equal(k.Setting.Without, []trial.Rights{row.want}) || len(k.Setting.CSRs) > 0 {
			t.Errorf("%s: %+v", row.protect, k.Setting)
		}
		if at := k.Stub.At; at != 0 && at+8 != code {
			t.Errorf("%s: the code lies at %#x, so that its label is not at the beginning of a page", row.protect, at)
		}
	}
	for _, steps := range [][]string{
		{"Given user mode may not execute the 8 bytes at label there", `When the hart executes "j there; there: nop; nop"`, "Then no trap is taken"},
		{"Given user mode may not read test data + 64 to test data + 127", "And user mode may not write test data + 64 to test data + 67", `When the hart executes "ld a0, 0(a1)"`, "Then no trap is taken"},
	} {
		if got, err := scenario(t, c, "", steps...); err != nil || !strings.HasPrefix(got.Untested, "environment: needs machine: ") {
			t.Errorf("%q: untested for %q: %v", steps, got.Untested, err)
		}
	}
}
