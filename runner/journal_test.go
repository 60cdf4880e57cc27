package runner

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"touchstone/reports"
	"touchstone/runner/iut"
	"touchstone/runner/rv64"
	"touchstone/runner/trial"
)

// verdictBytes is everything that the outcomes decide: the verdicts with the Merkle roots of the
// outcomes, and the evidence.
func verdictBytes(t testing.TB, p *Plan, o *Outcomes) []byte {
	t.Helper()
	sidecar, err := reports.NewSidecar(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer sidecar.Abandon()
	if err := o.Write(sidecar); err != nil {
		t.Fatal(err)
	}
	if err := sidecar.Close(); err != nil {
		t.Fatal(err)
	}
	j, err := p.Judge(o, sidecar.Root, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent([]any{j.Verdicts, j.Evidence, j.Footing, sidecar.Digest()}, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// journaled runs a plan with a journal in a folder of its own, and returns the journal's text.
func journaled(t testing.TB, p *Plan, x iut.Executor) (text []byte, verdicts []byte) {
	t.Helper()
	dir := t.TempDir()
	o, err := OpenJournal(p, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Execute(t.Context(), x, o, Options{Jobs: 1}); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if text, err = os.ReadFile(filepath.Join(dir, "journal.jsonl")); err != nil {
		t.Fatal(err)
	}
	return text, verdictBytes(t, p, o)
}

// resumed opens a journal with a text, and finishes the run.
func resumed(t testing.TB, p *Plan, x iut.Executor, text []byte) *Outcomes {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "journal.jsonl"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	o, err := OpenJournal(p, dir, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Execute(t.Context(), x, o, Options{Jobs: 1}); err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	return o
}

// TestResume: wherever a run is cut off, going on with it gives the same verdicts, byte for byte,
// and the journal of the resumed run is whole.
func TestResume(t *testing.T) {
	p := planOf(t, several)
	right := executor(t, p, rv64.Config{})
	text, want := journaled(t, p, right)
	quick := record(t, p)
	check := func(t testing.TB, x iut.Executor, cut int) {
		o := resumed(t, p, x, text[:cut])
		if got := verdictBytes(t, p, o); !bytes.Equal(got, want) {
			t.Fatalf("cut at byte %d of %d:\n%s", cut, len(text), cmp.Diff(string(want), string(got)))
		}
		if kept := bytes.Count(text[:cut], []byte(`"outcome"`)); o.Resumed() > kept || o.Resumed() < kept-1 {
			t.Fatalf("cut at byte %d: %d outcomes were taken over, %d were there", cut, o.Resumed(), kept)
		}
	}
	t.Run("at the ends of lines", func(t *testing.T) {
		for at := range text {
			if text[at] == '\n' && (at < 200 || at > len(text)*4/5) {
				for _, cut := range []int{at - 1, at, at + 1} {
					check(t, quick, cut)
				}
			}
		}
	})
	t.Run("anywhere", func(t *testing.T) {
		rapid.Check(t, func(r *rapid.T) { check(t, quick, rapid.IntRange(0, len(text)).Draw(r, "cut")) })
	})
	t.Run("on a hart", func(t *testing.T) {
		for cut := 0; cut <= len(text); cut += 1 + len(text)/17 {
			check(t, right, cut)
		}
	})
}

// TestResumeFaults: what hung stays a hang and what was retried stays said, if its line was kept.
func TestResumeFaults(t *testing.T) {
	p := planOf(t, several)
	faulty := func() *recorded {
		r := record(t, p)
		maps.Copy(r.faults, map[int]fault{1: {reason: iut.Hang}, 3: {reason: iut.Crash}, 7: {reason: iut.Crash}})
		return r
	}
	text, want := journaled(t, p, faulty())
	if n := bytes.Count(text, []byte(`"retry"`)); n < 3 {
		t.Fatalf("%d retries in the journal, want one a fault at least", n)
	}
	for cut := 0; cut <= len(text); cut += 1 + len(text)/23 {
		o := resumed(t, p, faulty(), text[:cut])
		if got := verdictBytes(t, p, o); !bytes.Equal(got, want) {
			t.Fatalf("cut at byte %d:\n%s", cut, cmp.Diff(string(want), string(got)))
		}
		if len(o.Retries()) == 0 {
			t.Fatalf("cut at byte %d: no retry is said", cut)
		}
	}
	done := resumed(t, p, &recorded{}, text) // a dead implementation: nothing is left to do
	if done.Resumed() != len(p.Cases) || len(done.Retries()) != bytes.Count(text, []byte(`"retry"`)) {
		t.Errorf("%d cases and %d retries were taken over", done.Resumed(), len(done.Retries()))
	}
}

// TestResumeTwice: a run may be cut off more than once.
func TestResumeTwice(t *testing.T) {
	p := planOf(t, several)
	_, want := journaled(t, p, record(t, p))
	dir := t.TempDir()
	boom := errors.New("boom")
	for i := range p.Cases {
		r := record(t, p)
		r.faults[i] = fault{err: boom}
		o, err := OpenJournal(p, dir, true)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Execute(t.Context(), r, o, Options{Jobs: 1}); !errors.Is(err, boom) {
			t.Fatalf("run %d: %v", i, err)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		if o.Count() != i || o.Resumed() != max(0, i-1) {
			t.Fatalf("run %d: %d outcomes, %d of them taken over", i, o.Count(), o.Resumed())
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if got := verdictBytes(t, p, resumed(t, p, record(t, p), text)); !bytes.Equal(got, want) {
		t.Error(cmp.Diff(string(want), string(got)))
	}
}

// TestDamagedLine: what follows a damaged line is run again, and what stands before it is kept.
func TestDamagedLine(t *testing.T) {
	p := planOf(t, several)
	text, want := journaled(t, p, record(t, p))
	lines := bytes.SplitAfter(text, []byte("\n"))
	for i := range lines[:len(lines)-1] {
		damaged := bytes.Clone(text)
		at := len(bytes.Join(lines[:i], nil))
		damaged[at] = 'x'
		o := resumed(t, p, record(t, p), damaged)
		if got := verdictBytes(t, p, o); !bytes.Equal(got, want) {
			t.Errorf("line %d damaged:\n%s", i+1, cmp.Diff(string(want), string(got)))
		}
		if kept := bytes.Count(text[:at], []byte(`"outcome"`)); o.Resumed() != kept {
			t.Errorf("line %d damaged: %d outcomes were taken over, %d stand before it", i+1, o.Resumed(), kept)
		}
	}
}

func TestJournalOfAnotherPlan(t *testing.T) {
	p := planOf(t, several)
	text, _ := journaled(t, p, record(t, p))
	r := request(t, "t", several)
	r.Seed++
	other := mustMake(t, r)
	dir := t.TempDir()
	path := filepath.Join(dir, "journal.jsonl")
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenJournal(other, dir, true); !errors.Is(err, ErrOtherPlan) || !strings.Contains(err.Error(), path) {
		t.Errorf("got %v, want %v with the file's name", err, ErrOtherPlan)
	}
	if kept, err := os.ReadFile(path); err != nil || !bytes.Equal(kept, text) {
		t.Errorf("a refused journal was changed (%v)", err)
	}
	o, err := OpenJournal(other, dir, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.Close(); err != nil {
		t.Fatal(err)
	}
	if o.Count() != 0 {
		t.Errorf("%d outcomes of another plan", o.Count())
	}
	if kept, _ := os.ReadFile(path); bytes.Contains(kept, []byte("outcome")) {
		t.Error("a journal that was started anew holds old outcomes")
	}
	if err := o.Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the discarded journal is there: %v", err)
	}
}

func TestJournalCannotBeWritten(t *testing.T) {
	p := planOf(t, several)
	if _, err := OpenJournal(p, filepath.Join(t.TempDir(), "nowhere"), true); err == nil {
		t.Error("a folder that is not there holds a journal")
	}
}

// FuzzJournal: whatever the journal holds, opening it keeps whole outcomes of this plan's cases and
// nothing else, and leaves a journal behind that says the same.
func FuzzJournal(f *testing.F) {
	p := planOf(f, sums)
	header := fmt.Sprintf("{\"plan\":%q}\n", p.Digest)
	for _, body := range []string{
		"", "{\"footing\":{\"case\":0,\"status\":\"finished\",\"trap\":{\"cause\":0,\"pc\":0,\"tval\":0,\"mode\":\"M\"},\"changed\":[{\"loc\":\"x10\",\"value\":1}]}}\n",
		"{\"outcome\":{\"case\":0,\"status\":\"finished\",\"trap\":{\"cause\":8,\"pc\":2152726532,\"tval\":0,\"mode\":\"U\"},\"changed\":[{\"loc\":\"x12\",\"value\":12}]}}\n",
		"{\"outcome\":{\"case\":1,\"status\":\"hang\"}}\n{\"retry\":\"u-0000: stopped\"}\n",
		"{\"outcome\":{\"case\":-1}}\n{\"outcome\":{\"case\":2}}\n", "{\"outcome\":null}\n{}\n[]\n", "{\"footed\":true}\n{\"outcome\":{\"case\":0,",
	} {
		f.Add(true, []byte(body))
	}
	f.Add(false, []byte("{\"plan\":\"sha256:00\"}\n"))
	f.Add(false, []byte("\x00\xff\n"))
	f.Fuzz(func(t *testing.T, ours bool, body []byte) {
		text := body
		if ours {
			text = append([]byte(header), body...)
		}
		dir := t.TempDir()
		path := filepath.Join(dir, "journal.jsonl")
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		o, err := OpenJournal(p, dir, true)
		if err != nil {
			if ours || !errors.Is(err, ErrOtherPlan) {
				t.Fatal(err)
			}
			return
		}
		if n := len(p.Cases) - len(o.missing([]int{0, 1})); n != o.Count() {
			t.Fatalf("%d cases have an outcome, and the count is %d", n, o.Count())
		}
		if err := o.add(trial.Outcome{Case: 1, Status: trial.Finished}, false); err != nil {
			t.Fatal(err)
		}
		if err := o.Close(); err != nil {
			t.Fatal(err)
		}
		judge(t, p, o)
		again, err := OpenJournal(p, dir, true)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if again.Count() != o.Count() || len(again.Retries()) != len(o.Retries()) || len(again.footing) != len(o.footing) || again.footed != o.footed {
			t.Errorf("read again it holds %d outcomes and %d retries, was %d and %d", again.Count(), len(again.Retries()), o.Count(), len(o.Retries()))
		}
	})
}
