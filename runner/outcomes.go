package runner

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"touchstone/reports"
	"touchstone/runner/trial"
)

// Outcomes collects what an implementation did, by plan index, and writes each outcome to a
// journal as it arrives, so that a run that is cut off loses nothing that finished.
type Outcomes struct {
	mu      sync.Mutex
	plan    *Plan
	cases   []trial.Outcome
	have    []bool
	footing []trial.Outcome
	footed  bool // the footing ran to where it ends, or to where it stopped the implementation
	retries []string
	count   int
	journal *os.File
	out     *bufio.Writer
	resumed int
	again   []map[int]trial.Outcome // by round: what cases did that were executed again

	implementation string         // whose outcomes they are; "": nobody has said it
	lost           map[int]string // why the outcome of a case was not brought back
}

// entry is one line of the journal; the first line is the header.
type entry struct {
	Plan           string         `json:"plan,omitzero"` // header: digest of the plan
	Implementation string         `json:"implementation,omitzero"`
	Footing        *trial.Outcome `json:"footing,omitzero"`
	Footed         bool           `json:"footed,omitzero"` // what was reported of the footing is all of it
	Outcome        *trial.Outcome `json:"outcome,omitzero"`
	Round          int            `json:"round,omitzero"` // of Outcome: 1 is the first round after the run itself
	Retry          string         `json:"retry,omitzero"`
}

// NewOutcomes starts a collection for a plan, kept in memory only.
func NewOutcomes(p *Plan) *Outcomes {
	n := len(p.Cases)
	return &Outcomes{plan: p, cases: make([]trial.Outcome, n), have: make([]bool, n)}
}

// Collect starts a collection whose journal goes to a writer, and is whole there after Close.
func Collect(p *Plan, journal io.Writer) (*Outcomes, error) {
	o := NewOutcomes(p)
	o.out = bufio.NewWriterSize(journal, 1<<16)
	return o, o.write(entry{Plan: p.Digest})
}

// OpenJournal starts a collection whose journal is dir/journal.jsonl. With resume, outcomes that
// the journal holds already are taken over; a last line that was cut off is dropped. Without, or
// when there is none, the journal is started anew.
func OpenJournal(p *Plan, dir string, resume bool) (*Outcomes, error) {
	o := NewOutcomes(p)
	path := filepath.Join(dir, "journal.jsonl")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	good, err := o.begin(f, resume)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	o.journal, o.out = f, bufio.NewWriterSize(f, 1<<16)
	if good == 0 {
		return o, o.write(entry{Plan: p.Digest})
	}
	return o, nil
}

// begin takes over what is to be kept of a journal, and returns how long that is.
func (o *Outcomes) begin(f *os.File, resume bool) (good int64, err error) {
	if !lock(f) {
		return 0, fmt.Errorf("%w (%s): wait for it, or give another --out", ErrJournalInUse, f.Name())
	}
	if resume {
		if good, err = o.load(f.Name(), f); err != nil {
			return 0, err
		}
	}
	if err = f.Truncate(good); err == nil {
		_, err = f.Seek(good, io.SeekStart)
	}
	if err != nil {
		return 0, fmt.Errorf("journal: %w", err)
	}
	return good, nil
}

// load reads a journal and returns how many bytes of it are whole lines.
func (o *Outcomes) load(path string, journal io.Reader) (int64, error) {
	in := bufio.NewReaderSize(journal, 1<<16)
	var good int64
	for line := 1; ; line++ {
		text, err := in.ReadBytes('\n')
		if err == io.EOF {
			return good, nil // a line without its end was being written when the run was cut off
		}
		if err != nil {
			return good, fmt.Errorf("journal %s, line %d: %w", path, line, err)
		}
		e, ok := entryOf(text)
		if !ok {
			return good, nil // what follows a damaged line is run again
		}
		if line == 1 && e.Plan != o.plan.Digest {
			return 0, fmt.Errorf("%w (%s): run without --resume, or with the options of the first run", ErrOtherPlan, path)
		}
		o.take(e)
		good += int64(len(text))
	}
}

func entryOf(line []byte) (e entry, ok bool) {
	ok = json.Unmarshal(bytes.TrimSpace(line), &e) == nil
	return e, ok
}

func (o *Outcomes) take(e entry) {
	switch {
	case e.Footing != nil:
		o.footing = append(o.footing, *e.Footing)
	case e.Footed:
		o.footed = true
	case e.Implementation != "":
		o.implementation = e.Implementation
	case e.Outcome != nil && e.Outcome.Case >= 0 && e.Outcome.Case < len(o.cases):
		if e.Round > 0 && e.Round <= maxRound {
			o.keepAgain(e.Round-1, *e.Outcome)
			return
		}
		if !o.have[e.Outcome.Case] {
			o.resumed++
		}
		o.keep(*e.Outcome)
	case e.Retry != "":
		o.retries = append(o.retries, e.Retry)
	}
}

func (o *Outcomes) keep(out trial.Outcome) {
	if !o.have[out.Case] {
		o.count++
	}
	o.have[out.Case], o.cases[out.Case] = true, out
}

// maxRound bounds the rounds that a journal is believed to have.
const maxRound = 1000

func (o *Outcomes) keepAgain(round int, out trial.Outcome) {
	for len(o.again) <= round {
		o.again = append(o.again, map[int]trial.Outcome{})
	}
	o.again[round][out.Case] = out
}

// addAgain takes one outcome of a round.
func (o *Outcomes) addAgain(round int, out trial.Outcome) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.keepAgain(round, out)
	return o.write(entry{Outcome: &out, Round: round + 1})
}

func (o *Outcomes) hasAgain(round, c int) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if round >= len(o.again) {
		return false
	}
	_, ok := o.again[round][c]
	return ok
}

// with is the collection as it would be with what a round brought.
func (o *Outcomes) with(round int) *Outcomes {
	other := &Outcomes{plan: o.plan, cases: slices.Clone(o.cases), have: slices.Clone(o.have), lost: o.lost}
	for c, out := range o.again[round] {
		other.cases[c] = out
	}
	return other
}

// Flaky lists the cases that did not end in the same way each time they were executed.
func (o *Outcomes) Flaky() (list []reports.Flaky) {
	for index, out := range o.cases {
		if o.have[index] && out.Status == trial.Flaky {
			_, c := o.plan.Case(index)
			list = append(list, reports.Flaky{Case: c.ID, Runs: out.Runs})
		}
	}
	return list
}

func (o *Outcomes) write(e entry) error {
	if o.out == nil {
		return nil
	}
	text, err := json.Marshal(e)
	if err == nil {
		_, err = o.out.Write(append(text, '\n'))
	}
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// add takes one outcome of an image.
func (o *Outcomes) add(out trial.Outcome, footing bool) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if footing {
		o.footing = append(o.footing, out)
		return o.write(entry{Footing: &out})
	}
	if out.Case < 0 || out.Case >= len(o.cases) {
		return fmt.Errorf("runner: outcome of case %d, and the plan has %d", out.Case, len(o.cases))
	}
	o.keep(out)
	return o.write(entry{Outcome: &out})
}

// foot notes that the footing is over: a step that has not reported by now never will.
func (o *Outcomes) foot() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.footed = true
	return o.write(entry{Footed: true})
}

func (o *Outcomes) retry(words string) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.retries = append(o.retries, words)
	return o.write(entry{Retry: words})
}

// flush makes what was added so far durable against the end of this process.
func (o *Outcomes) flush() error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.out == nil {
		return nil
	}
	if err := o.out.Flush(); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// done says whether every case of a list has an outcome.
func (o *Outcomes) done(cases []int) bool { return len(o.missing(cases)) == 0 }

// works says that the implementation has finished something.
func (o *Outcomes) works() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.count > 0 || len(o.footing) > 0
}

// missing lists the cases that have no outcome.
func (o *Outcomes) missing(cases []int) []int {
	o.mu.Lock()
	defer o.mu.Unlock()
	var out []int
	for _, i := range cases {
		if !o.have[i] {
			out = append(out, i)
		}
	}
	return out
}

// get is the outcome of a case; one that never arrived was not run.
func (o *Outcomes) get(index int) trial.Outcome {
	if o.have[index] {
		return o.cases[index]
	}
	if why, ok := o.lost[index]; ok {
		return trial.Outcome{Case: index, Status: trial.NotRun, Words: why}
	}
	if why, ok := o.plan.unfit[index]; ok {
		return trial.Outcome{Case: index, Status: trial.NotRun, Words: why}
	}
	return trial.Outcome{Case: index, Status: trial.NotRun, Words: reports.ReasonInterrupted + ": the run ended before its turn"}
}

// Count is how many cases have an outcome, Resumed how many of them an earlier run left.
func (o *Outcomes) Count() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.count
}
func (o *Outcomes) Resumed() int { return o.resumed }

// Retries says what had to be run again, and why.
func (o *Outcomes) Retries() []string { return o.retries }

// Close closes the journal. Discard removes it too: for runs whose report is written.
func (o *Outcomes) Close() error {
	err := o.flush()
	if o.journal == nil {
		return err
	}
	if e := o.journal.Close(); err == nil && e != nil {
		err = fmt.Errorf("journal: %w", e)
	}
	return err
}

// Discard removes the journal of a finished run.
func (o *Outcomes) Discard() error {
	if o.journal == nil {
		return nil
	}
	return os.Remove(o.journal.Name())
}

// Write streams all outcomes to the sidecar in the plan's order.
func (o *Outcomes) Write(s *reports.Sidecar) error {
	for index := range o.cases {
		_, c := o.plan.Case(index)
		out := o.get(index)
		if o.plan.checked != nil && out.Status == trial.Finished {
			out = trial.Outcome{Case: index, Status: trial.Matched} // nobody saw more
		}
		line := reports.Outcome{Case: c.ID, Status: string(out.Status), Words: out.Words}
		if err := answersOf(&line, out); err != nil {
			return err
		}
		if _, settled := out.Settled(); o.plan.Exchanges() {
			// It ends with an answer, and no trap.
		} else if settled || out.Status == trial.Finished {
			line.Trap = &reports.Trap{Cause: reports.Hex(out.Trap.Cause), Mode: out.Trap.Mode, PC: reports.Hex(out.Trap.PC), Tval: reports.Hex(out.Trap.Tval), Signal: out.Trap.Signal, Code: out.Trap.Code}
		}
		for _, ch := range out.Changed {
			line.Changed = append(line.Changed, [2]string{string(ch.Loc), reports.Hex(ch.Value)})
		}
		for _, state := range out.States {
			line.States = append(line.States, stateLine(c, state))
		}
		if err := s.Add(&line); err != nil {
			return err
		}
	}
	return nil
}
