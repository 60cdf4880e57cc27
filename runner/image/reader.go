package image

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"touchstone/runner/image/frame"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// Faults of a report that are more than garbled bytes. The bytes' own faults are frame.Fault.
const (
	Duplicate  frame.Fault = "duplicate record"
	Stray      frame.Fault = "stray record"      // of no slot, or of a slot that had not begun
	Malformed  frame.Fault = "malformed record"  // its sum is right, its payload makes no sense
	Clobbered  frame.Fault = "clobbered runtime" // the runtime noticed that its memory was changed
	Incomplete frame.Fault = "incomplete report" // it ended as if all were well, but cases are missing
	maxWords               = 4096                // of noise that is kept
	maxFaults              = 64                  // that are kept one by one
	noCase                 = -1
)

// Reader makes outcomes of one execution's report. It keeps what is whole, once, and counts the
// rest: a report may be cut, repeated, interleaved with other text, or lie.
type Reader struct {
	img     *Image
	yield   func(trial.Outcome) error
	scan    frame.Scanner
	started bool
	again   bool // it started more than once
	ended   bool
	begun   int // slot in flight, or noCase
	last    int // slot of the last result
	done    []bool
	sums    []uint64 // of the results, by slot
	twice   int      // slot of a second result that is not the first, or noCase
	count   int
	faults  []error
	missed  int // faults beyond maxFaults
	words   []byte
}

// NewReader reads one execution of the image. Each finished case's outcome is yielded once, when
// its record is whole.
func (img *Image) NewReader(yield func(trial.Outcome) error) *Reader {
	r := &Reader{
		img: img, yield: yield, begun: noCase, last: noCase, twice: noCase,
		done: make([]bool, len(img.Cases)), sums: make([]uint64, len(img.Cases)),
	}
	r.scan = frame.Scanner{ID: img.ID, Yield: r.record}
	return r
}

// Write takes the console's next bytes. Its error is yield's.
func (r *Reader) Write(p []byte) (int, error) {
	r.words = append(r.words, p[max(0, len(p)-maxWords):]...)
	if len(r.words) > 2*maxWords {
		r.words = append(r.words[:0], r.words[len(r.words)-maxWords:]...)
	}
	return r.scan.Write(p)
}

// Close says that the console will say no more.
func (r *Reader) Close() error { return r.scan.Close() }

// Log takes a whole memory log. Its error is yield's.
func (r *Reader) Log(log []byte) error {
	if r.img.Footing {
		return r.footing(log)
	}
	return frame.Log(log, r.img.ID, r.record)
}

var _ io.WriteCloser = (*Reader)(nil)

// Started says whether the image's first record arrived.
func (r *Reader) Started() bool { return r.started }

// Begun is the plan index of the case that had begun and not finished, or -1. A case that finished
// and was then reported once more, otherwise, has not finished either.
func (r *Reader) Begun() int {
	if r.twice != noCase {
		return r.img.Cases[r.twice]
	}
	if r.begun == noCase {
		return noCase
	}
	return r.img.Cases[r.begun]
}

// Complete says whether every case finished, once, and the image said so itself.
func (r *Reader) Complete() bool {
	return r.ended && r.count == len(r.img.Cases) && r.twice == noCase
}

// Progress is how many cases have finished.
func (r *Reader) Progress() int { return r.count }

// Missing lists the plan indexes of cases that have no outcome.
func (r *Reader) Missing() []int {
	var out []int
	for slot, d := range r.done {
		if !d {
			out = append(out, r.img.Cases[slot])
		}
	}
	return out
}

// Faults are what was not as it should be, oldest first, at most 64 of them, and how many more
// there were. Noise alone is no fault of the cases.
func (r *Reader) Faults() (faults []error, more int) { return slices.Clone(r.faults), r.missed }

// Words are the last bytes of the console.
func (r *Reader) Words() string { return string(r.words[max(0, len(r.words)-maxWords):]) }

func (r *Reader) fault(err error) error {
	if len(r.faults) < maxFaults {
		r.faults = append(r.faults, err)
	} else {
		r.missed++
	}
	return nil
}

func (r *Reader) record(rec frame.Record, err error) error {
	if err != nil {
		return r.fault(err)
	}
	switch rec.Kind {
	case frame.Start:
		switch {
		case r.started:
			r.again = true // it runs once more: what it counts may differ
			return r.fault(fmt.Errorf("%w: the image started again", Duplicate))
		case len(rec.Words) != 3 || rec.Words[0] != frame.Version || rec.Words[2] != uint64(len(r.img.Cases)):
			return r.fault(fmt.Errorf("%w: start of %x", Malformed, rec.Words))
		}
		r.started = true
	case frame.Begin:
		if rec.Slot >= len(r.done) || len(rec.Words) != 0 {
			return r.fault(fmt.Errorf("%w: begin of slot %d", Stray, rec.Slot))
		}
		if r.done[rec.Slot] {
			return r.fault(fmt.Errorf("%w: begin of slot %d, which has finished", Duplicate, rec.Slot))
		}
		r.begun = rec.Slot
	case frame.Result:
		return r.result(rec)
	case frame.End:
		if len(rec.Words) != 2 {
			return r.fault(fmt.Errorf("%w: end of %d words", Malformed, len(rec.Words)))
		}
		if rec.Words[1] != r.img.Sum {
			return r.fault(fmt.Errorf("%w: text or tables sum to %#x, not %#x", Clobbered, rec.Words[1], r.img.Sum))
		}
		r.ended = true
	case frame.Full:
		return r.fault(fmt.Errorf("%w: the log was full before slot %d", Incomplete, rec.Slot))
	case frame.Clobber:
		r.begun = noCase
		return r.fault(fmt.Errorf("%w: the row of slot %d was overwritten", Clobbered, rec.Slot))
	}
	return nil
}

func (r *Reader) result(rec frame.Record) error {
	switch {
	case rec.Slot >= len(r.done):
		return r.fault(fmt.Errorf("%w: result of slot %d of %d", Stray, rec.Slot, len(r.done)))
	case r.done[rec.Slot] && !r.again && !r.Complete() && frame.Sum(0, rec.Words...) != r.sums[rec.Slot]:
		r.twice = rec.Slot
		return r.fault(fmt.Errorf("%w: result of slot %d, and not the same", Duplicate, rec.Slot))
	case r.done[rec.Slot]:
		return r.fault(fmt.Errorf("%w: result of slot %d", Duplicate, rec.Slot))
	case rec.Slot != r.begun:
		return r.fault(fmt.Errorf("%w: result of slot %d, which had not begun", Stray, rec.Slot))
	}
	o, err := r.img.outcome(rec)
	if err != nil {
		return r.fault(err)
	}
	r.done[rec.Slot], r.sums[rec.Slot] = true, frame.Sum(0, rec.Words...)
	r.count++
	r.begun, r.last = noCase, rec.Slot
	return r.yield(o)
}

// outcome reads a result's payload.
func (img *Image) outcome(rec frame.Record) (trial.Outcome, error) {
	bad := func(what string) (trial.Outcome, error) {
		return trial.Outcome{}, fmt.Errorf("%w: slot %d: %s", Malformed, rec.Slot, what)
	}
	w := rec.Words
	if len(w) < 4 || len(w)%2 != 0 {
		return bad(fmt.Sprintf("%d words", len(w)))
	}
	modes := map[uint64]string{0: "U", 1: "S", 3: "M"}
	mode, ok := modes[w[3]]
	if !ok {
		return bad(fmt.Sprintf("privilege %d", w[3]))
	}
	o := trial.Outcome{Case: img.Cases[rec.Slot], Status: trial.Finished, Trap: trial.Trap{Cause: w[0], PC: w[1], Tval: w[2], Mode: mode}}
	if img.Setting.Environment == trial.Linux && !img.Footing { // the number of the signal, and above it si_code
		o.Trap.Cause, o.Trap.Signal, o.Trap.Code = 0, int(uint32(w[0])), int(int32(w[0]>>32))
		if o.Trap.Signal == 0 || o.Trap.Signal > 64 {
			return bad(fmt.Sprintf("signal %d", o.Trap.Signal))
		}
	}
	seen := map[uint64]bool{}
	for w = w[4:]; len(w) > 0; w = w[2:] {
		if img.Harts > 1 && w[0] >= machine.LocHart && w[0] < machine.LocMemory {
			if !together(&o, w[0], w[1]) {
				return bad(fmt.Sprintf("location code %#x", w[0]))
			}
			continue
		}
		loc, ok := img.loc(w[0])
		if !ok {
			return bad(fmt.Sprintf("location code %#x", w[0]))
		}
		// A CSR that is both watched and observed is reported twice.
		if !seen[w[0]] {
			seen[w[0]] = true
			o.Changed = append(o.Changed, trial.Change{Loc: loc, Value: w[1]})
		}
	}
	slices.SortStableFunc(o.Changed, func(a, b trial.Change) int { return rank(a.Loc) - rank(b.Loc) })
	return o, nil
}

// rank puts changes in the order x, mem, csr.
func rank(l trial.Loc) int {
	switch l[0] {
	case 'x':
		return 0
	case 'm':
		return 1
	}
	return 2
}

// IsFault says whether the err is about a report rather than about reading it.
func IsFault(err error) bool {
	var f frame.Fault
	return errors.As(err, &f)
}
