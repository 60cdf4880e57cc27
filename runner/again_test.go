package runner

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"touchstone/reports"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
)

// wrong leaves another value than the right one.
func wrong(o trial.Outcome) trial.Outcome {
	o.Changed = slices.Clone(o.Changed)
	for i := range o.Changed {
		o.Changed[i].Value ^= 0x100
	}
	return o
}

// TestRetries: a case that does not fare the same each time is flaky: neither passed nor failed.
func TestRetries(t *testing.T) {
	p := planOf(t, several)
	n := 0
	worse := func(o trial.Outcome) trial.Outcome { // wrong in another way each time
		n++
		o.Changed = []trial.Change{{Loc: "x12", Value: uint64(1000 + n)}}
		return o
	}
	for _, row := range []struct {
		name    string
		fault   fault
		retries int
		repeat  bool
		want    reports.Verdict
		runs    map[string]int
	}{
		{"right", fault{as: func(o trial.Outcome) trial.Outcome { return o }}, 2, false, reports.Pass, nil},
		{"wrong each time", fault{as: wrong}, 2, false, reports.Fail, nil},
		{"wrong each time, in another way", fault{as: worse}, 3, true, reports.Fail, nil},
		{"wrong once", fault{as: wrong, times: 1}, 2, false, reports.Inconclusive, map[string]int{"fail": 1, "pass": 2}},
		{"wrong twice", fault{as: wrong, times: 2}, 2, false, reports.Inconclusive, map[string]int{"fail": 2, "pass": 1}},
		{"wrong once, and nobody asks again", fault{as: wrong, times: 1}, 0, false, reports.Fail, nil},
		{"hangs each time", fault{reason: iut.Hang}, 1, false, reports.Fail, nil},
		{"hangs three times and not again", fault{reason: iut.Hang, times: 3}, 1, false, reports.Inconclusive, map[string]int{"hang": 1, "pass": 1}},
		{"hangs once", fault{reason: iut.Hang, times: 1}, 1, false, reports.Inconclusive, map[string]int{"hang": 1, "finished": 1}},
	} {
		t.Run(row.name, func(t *testing.T) {
			r := record(t, p)
			r.faults[2] = row.fault
			o := NewOutcomes(p)
			if err := p.Execute(t.Context(), r, o, Options{Jobs: 1, Retries: row.retries, Repeat: row.repeat}); err != nil {
				t.Fatal(err)
			}
			j := judge(t, p, o)
			for i, s := range j.Verdicts.Scenarios {
				want := reports.Pass
				if i == 2 {
					want = row.want
				}
				if s.Verdict != want {
					t.Errorf("%s: %s (%s), want %s", s.ID, s.Verdict, s.Reason, want)
				}
				if s.Verdict == reports.Inconclusive && reports.Class(s.Reason) != reports.ReasonFlaky {
					t.Errorf("%s: reason %q", s.ID, s.Reason)
				}
			}
			var want []reports.Flaky
			if row.runs != nil {
				want = []reports.Flaky{{Case: p.Trials[2].Cases[0].ID, Runs: row.runs}}
			}
			if d := cmp.Diff(want, o.Flaky()); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestRepeat: with Repeat cases that passed are executed again too.
func TestRepeat(t *testing.T) {
	p := planOf(t, several)
	for _, repeat := range []bool{false, true} {
		r := record(t, p)
		r.seen = func(trial.Outcome) {
			if r.cases == len(p.Cases) { // all have been reported once, and from now on one is wrong
				r.mu.Lock()
				r.faults[4] = fault{as: wrong}
				r.mu.Unlock()
			}
		}
		o := NewOutcomes(p)
		if err := p.Execute(t.Context(), r, o, Options{Jobs: 1, Repeat: repeat}); err != nil {
			t.Fatal(err)
		}
		want := reports.Pass
		if repeat {
			want = reports.Inconclusive
		}
		if got := judge(t, p, o).Verdicts.Scenarios[4].Verdict; got != want {
			t.Errorf("repeat %t: %s, want %s", repeat, got, want)
		}
	}
}

// TestResumeRetries: rounds are taken up where they were cut off.
func TestResumeRetries(t *testing.T) {
	p := planOf(t, several)
	faulty := func() *recorded {
		r := record(t, p)
		maps.Copy(r.faults, map[int]fault{1: {as: wrong}, 3: {reason: iut.Crash}, 7: {as: wrong}})
		return r
	}
	dir := t.TempDir()
	opt := Options{Jobs: 1, Retries: 2}
	whole := func(x iut.Executor, text []byte) (*Outcomes, []byte) {
		writeJournal(t, dir, text)
		o, err := OpenJournal(p, dir, true)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Execute(t.Context(), x, o, opt); err != nil {
			t.Fatal(err)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		return o, readJournal(t, dir)
	}
	o, text := whole(faulty(), nil)
	want := verdictBytes(t, p, o)
	if n := bytes.Count(text, []byte(`"round"`)); n != 6 {
		t.Fatalf("%d outcomes of rounds in the journal, want 2 of each of 3 cases:\n%s", n, text)
	}
	for cut := 0; cut <= len(text); cut += 1 + len(text)/31 {
		again, _ := whole(faulty(), text[:cut])
		if got := verdictBytes(t, p, again); !bytes.Equal(got, want) {
			t.Fatalf("cut at byte %d:\n%s", cut, cmp.Diff(string(want), string(got)))
		}
	}
	done, _ := whole(&recorded{}, text) // a dead implementation: nothing is left to do
	if got := verdictBytes(t, p, done); !bytes.Equal(got, want) {
		t.Error(cmp.Diff(string(want), string(got)))
	}
}

// TestIdentify: what one implementation did is not mixed with what another does.
func TestIdentify(t *testing.T) {
	p := planOf(t, sums)
	dir := t.TempDir()
	qemu := reports.Implementation{Name: "QEMU", Version: "7.2", Adapter: "process", Digest: "sha256:11"}
	open := func(resume bool, who reports.Implementation) error {
		o, err := OpenJournal(p, dir, resume)
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := o.Close(); err != nil {
				t.Error(err)
			}
		}()
		return o.Identify(who)
	}
	if err := errors.Join(open(false, qemu), open(true, qemu)); err != nil {
		t.Fatal(err)
	}
	newer := qemu
	newer.Version, newer.Digest = "10.0", "sha256:12"
	if err := open(true, newer); !errors.Is(err, ErrOtherImplementation) || !strings.Contains(err.Error(), "QEMU 7.2") || !strings.Contains(err.Error(), "QEMU 10.0") {
		t.Errorf("got %v", err)
	}
	if err := open(true, qemu); err != nil {
		t.Errorf("a refused implementation is in the journal: %v", err)
	}
	if err := open(false, newer); err != nil {
		t.Errorf("a new journal: %v", err)
	}
}

// TestJournalInUse: two runs do not write one journal.
func TestJournalInUse(t *testing.T) {
	p := planOf(t, sums)
	dir := t.TempDir()
	first, err := OpenJournal(p, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if !lock(first.journal) {
		t.Error("a lock is lost")
	}
	for _, resume := range []bool{false, true} {
		if _, err := OpenJournal(p, dir, resume); !errors.Is(err, ErrJournalInUse) {
			t.Errorf("resume %t: %v", resume, err)
		}
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	second, err := OpenJournal(p, dir, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
}
