package image

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"touchstone/runner/image/elf"
	"touchstone/runner/image/frame"
	"touchstone/runner/image/machine"
	"touchstone/runner/trial"
)

// MaxFrames is how many different records a case of a self-checking image may be allowed.
const MaxFrames = 16

// digests are those of the records that a case in a slot may make.
func digests(id uint64, slot int, frames [][]uint64) []uint64 {
	out := make([]uint64, len(frames))
	for i, payload := range frames {
		head := uint64(slot)<<16 | uint64(len(payload))<<4 | uint64(frame.Result)
		out[i] = machine.Digest(id, append([]uint64{head}, payload...)...)
	}
	return out
}

// checkedSymbols are the names by which a debugger or a waveform finds how a self-checking image ended.
func (img *Image) checkedSymbols(text *machine.Text) []elf.Symbol {
	img.Ends = [2]uint64{text.Symbols["pass"], text.Symbols["fail"]}
	symbols := imageSymbols(text, img.Map, 0, 0)
	symbols = slices.DeleteFunc(symbols, func(s elf.Symbol) bool {
		return s.Name == "begin_signature" || s.Name == "end_signature" || s.Name == "touchstone_end"
	})
	return append(symbols,
		elf.Symbol{Name: "touchstone_verdict", Addr: img.Verdict, Size: 8},
		elf.Symbol{Name: "touchstone_pass", Addr: img.Ends[0], Func: true},
		elf.Symbol{Name: "touchstone_fail", Addr: img.Ends[1], Func: true})
}

// Payload is the record that the runtime makes of an outcome, all but its head and sum: what a [Reader]
// would make the outcome of. Of outcomes that finished, on one hart of the bare machine, without observed
// CSRs other than those of floating-point and vector state.
func (img *Image) Payload(o trial.Outcome) ([]uint64, error) {
	modes := map[string]uint64{"U": 0, "S": 1, "M": 3}
	mode, ok := modes[o.Trap.Mode]
	if !ok || o.Status != trial.Finished || len(o.States) > 0 || o.Trap.Signal != 0 {
		return nil, fmt.Errorf("no record of one hart of the bare machine says %+v", o)
	}
	type pair struct{ rank, code, value uint64 }
	pairs := make([]pair, len(o.Changed))
	for i, ch := range o.Changed {
		code, err := img.code(ch.Loc)
		if err != nil {
			return nil, err
		}
		rank, err := img.place(code)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", ch.Loc, err)
		}
		pairs[i] = pair{rank, code, ch.Value}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.code, b.code)) })
	words := []uint64{o.Trap.Cause, o.Trap.PC, o.Trap.Tval, mode}
	for _, p := range pairs {
		words = append(words, p.code, p.value)
	}
	if len(words) > frame.MaxWords {
		return nil, fmt.Errorf("a record of %d words: there is room for %d", len(words), frame.MaxWords)
	}
	return words, nil
}

// place says where in a record the runtime puts a location.
func (img *Image) place(code uint64) (uint64, error) {
	order := []uint64{
		machine.LocBeforeFS, machine.LocBeforeVS, machine.LocFS, machine.LocVS, machine.LocCSR + csrFcsr, machine.LocF,
		machine.LocCSR + csrVl, machine.LocCSR + csrVtype, machine.LocCSR + csrVstart, machine.LocCSR + csrVcsr, machine.LocVector,
		0, machine.LocMemory, ^uint64(0),
	}
	switch {
	case code < 32:
		code = 0
	case code >= machine.LocF && code < machine.LocF+32:
		code = machine.LocF
	case code >= machine.LocVector && code < machine.LocVectorUp:
		code = machine.LocVector
	case code >= img.Map.Data-GuardSize && code < img.Map.Data+DataSize+GuardSize:
		code = machine.LocMemory
	case code >= machine.LocMemory: // its own code
		code = ^uint64(0)
	}
	at := slices.Index(order, code)
	if at < 0 {
		return 0, errors.New("the order of records does not have it")
	}
	return uint64(at), nil
}

// code is that of a location in records.
func (img *Image) code(l trial.Loc) (uint64, error) {
	switch l {
	case "fs":
		return machine.LocFS, nil
	case "vs":
		return machine.LocVS, nil
	case "before:fs":
		return machine.LocBeforeFS, nil
	case "before:vs":
		return machine.LocBeforeVS, nil
	}
	names := csrNames{}
	for n, name := range img.CSRs {
		names[name] = n
	}
	at, err := names.parse(l)
	if err != nil {
		return 0, err
	}
	switch at.kind {
	case 'x', 'm':
		return at.n, nil
	case 'f':
		return machine.LocF + at.n, nil
	case 'v':
		if at.i >= uint64(img.Setting.VLEN/64) {
			return 0, fmt.Errorf("%s: the setting has vector registers of %d bits", l, img.Setting.VLEN)
		}
		return machine.LocVector + at.n*uint64(img.Setting.VLEN/64) + at.i, nil
	case 'c':
		return machine.LocCSR + at.n, nil
	}
	return 0, fmt.Errorf("%s is in no record", l)
}

// Word is what a self-checking image says when it ends.
type Word struct {
	Number int // of the first case that did what is not allowed, from 1 on; 0: PASS

	// With these no case is to blame.
	Overwritten bool // text or tables of the image were overwritten
	NotTaken    bool // the hart did not take the before-state of some case
}

// verdictLine is "PASS", "FAIL case 31", with the image's number when the image itself wrote it.
var verdictLine = regexp.MustCompile(`^(PASS|FAIL)( [0-9a-f]{16})?( case ([0-9]{1,9}))?$`)

// Word reads what was brought back of a self-checking image: a line PASS or FAIL case N, among any other
// text. nil: there is nothing in it.
func (img *Image) Word(text []byte) (*Word, error) {
	if len(bytes.TrimSpace(text)) == 0 {
		return nil, nil
	}
	var found []string
	for line := range bytes.Lines(text) {
		if s := strings.TrimSpace(string(line)); verdictLine.MatchString(s) {
			found = append(found, s)
		}
	}
	switch {
	case len(found) == 0:
		return nil, errors.New("no line in it is PASS or FAIL case N")
	case len(found) > 1:
		return nil, fmt.Errorf("it says %q and %q: leave the one line that is this image's", found[0], found[1])
	}
	m := verdictLine.FindStringSubmatch(found[0])
	if id, err := strconv.ParseUint(strings.TrimSpace(m[2]), 16, 64); m[2] != "" && (err != nil || id != img.ID) {
		return nil, fmt.Errorf("%q is the word of another image: that of %s has %016x in it", found[0], img.Name, img.ID)
	}
	w := &Word{}
	if m[4] != "" {
		w.Number, _ = strconv.Atoi(m[4])
	}
	cases := len(img.Cases)
	switch {
	case m[1] == "PASS" && m[3] != "":
		return nil, fmt.Errorf("%q: what passes has no case", found[0])
	case m[1] == "PASS":
		return w, nil
	case w.Number == 0:
		return nil, fmt.Errorf("%q: say which case: FAIL case N", found[0])
	case w.Number == cases+machine.Overwritten:
		return &Word{Overwritten: true}, nil
	case w.Number == cases+machine.NotTaken && !img.Footing:
		return &Word{NotTaken: true}, nil
	case w.Number > cases:
		return nil, fmt.Errorf("%q: image %s has %d cases", found[0], img.Name, cases)
	}
	return w, nil
}

// Wants are the outcomes of a self-checking footing's first steps, when they give what they should.
func (img *Image) Wants(steps int) []trial.Outcome {
	out := make([]trial.Outcome, steps)
	for i := range out {
		out[i] = trial.Outcome{Case: i, Status: trial.Finished, Trap: trial.Trap{Mode: "M"}, Changed: []trial.Change{{Loc: "x10", Value: img.wants[i]}}}
	}
	return out
}
