// Package probe asks an implementation what it does, and compares that with what it claims.
//
// The questions are small programs: one for each extension that an instruction gives away, and some for
// CSRs, protection, misaligned accesses, the sizes of cache blocks and reservation sets, modes and
// counters. They become cases of images as the suite's do and are executed in the same way, so that
// one that hangs or crashes the implementation costs its own answer, and no other.
//
// A [Result] holds what was seen and how, what it contradicts in the claims, and the claims that would
// contradict nothing.
package probe

import (
	"context"
	"fmt"
	"strings"

	"touchstone/reports"
	"touchstone/runner"
	"touchstone/runner/image"
	"touchstone/runner/image/linux"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/isa"
	"touchstone/specs/isa/asm"
)

// Result is what was seen in one environment.
type Result struct {
	Implementation reports.Implementation `json:"implementation"`
	Environment    string                 `json:"environment"` // its name
	Claimed        bool                   `json:"claimed"`     // there is a statement to contradict
	Facts          []Fact                 `json:"facts"`
	Extensions     []Extension            `json:"extensions"`
	Contradictions []Contradiction        `json:"contradictions"`
	ICS            specs.ICS              `json:"ics"` // that contradicts nothing of this
	Asked          int                    `json:"asked"`
	Unanswered     []string               `json:"unanswered,omitempty"` // questions that stopped the implementation, or were not reached
}

// Fact is something about the implementation. Parameter is the standard's name for it, if it has one.
type Fact struct {
	Name      string `json:"name"`
	Value     string `json:"value"`
	Seen      string `json:"seen"` // how
	Parameter string `json:"parameter,omitzero"`
	Claim     any    `json:"claim,omitempty"` // what a statement says of the parameter

	value any // for a statement; nil: it says nothing
}

// Standing is what is known of an extension.
type Standing string

const (
	There     Standing = "there"     // its trial ended with the right result
	Absent    Standing = "absent"    // its trial was illegal, or did something else that nobody promised
	Wrong     Standing = "wrong"     // it is claimed, and its trial ended with another result
	Implied   Standing = "implied"   // all that it stands for is there
	Unclear   Standing = "unclear"   // its trial did not end, or its end says nothing
	NotToSee  Standing = "unseen"    // no program can tell
	NotInPack Standing = "uncharted" // nothing of it is in the pack
)

// Extension is what was seen of one.
type Extension struct {
	Name    string   `json:"name"`
	Claimed bool     `json:"claimed"`
	Found   Standing `json:"found"`
	Seen    string   `json:"seen"` // how
}

// Contradiction is a claim that what was seen is against.
type Contradiction struct {
	About string `json:"about"` // an extension, a parameter, a mode
	Claim string `json:"claim"`
	Found string `json:"found"`
	Seen  string `json:"seen"`
}

// question is a program. It has the address of the data area in a5; a0 is the answer.
type question struct {
	id      string
	text    string
	user    bool           // asked in user mode
	data    map[int]uint64 // doublewords of the data area, by offset
	machine bool           // only machine mode can ask
}

// answer is how a question ended.
type answer struct {
	out     trial.Outcome
	ended   bool   // at its end
	illegal bool   // at an illegal instruction
	kernel  bool   // which under Linux the kernel may just not have enabled: nobody can tell
	a0      uint64 // then
	text    string // of the question
}

// Probe asks everything that the environment of the request lets it. The request's statement may be
// empty; what it claims is closed under what its extensions imply.
func Probe(ctx context.Context, r runner.Request, x iut.Executor, opt runner.Options) (*Result, error) {
	table, err := isa.New(r.Pack)
	if err != nil {
		return nil, err
	}
	p := &prober{request: r, table: table, answers: map[string]answer{}, linux: r.Environment == "linux"}
	questions := p.questions()
	trials := make([]trial.Trial, 0, len(questions))
	for _, q := range questions {
		t, err := p.trial(q)
		if err != nil {
			return nil, err
		}
		trials = append(trials, t)
	}
	plan, err := runner.Arrange(r, table, trials, x.Protocol())
	if err != nil {
		return nil, err
	}
	outcomes := runner.NewOutcomes(plan)
	if err := plan.Execute(ctx, x, outcomes, opt); err != nil {
		return nil, err
	}
	code := map[int]uint64{}
	for _, img := range plan.Images {
		for slot, index := range img.Cases {
			code[index] = img.Code[slot]
		}
	}
	for i, q := range questions {
		p.answers[q.id] = read(q, &trials[i].Cases[0], outcomes.Case(i), code[i])
	}
	result := p.conclude()
	result.Asked = len(questions)
	for _, q := range questions {
		if out := p.answers[q.id].out; out.Status != trial.Finished {
			result.Unanswered = append(result.Unanswered, fmt.Sprintf("%s: %s (%s)", q.id, out.Status, strings.TrimSpace(out.Words)))
		}
	}
	return result, nil
}

type prober struct {
	request runner.Request
	table   *isa.Table
	linux   bool
	answers map[string]answer
}

// data is where the data area lies.
func (p *prober) data() uint64 {
	if p.request.Map != (image.Map{}) {
		return p.request.Map.Data
	}
	return image.MapFor(p.request.Environment).Data
}

// on is mstatus with floating-point and vector state switched on.
const on = 1<<13 | 1<<9

// trial makes a case of a question.
func (p *prober) trial(q question) (trial.Trial, error) {
	const base = 0x10000
	out, err := asm.Assemble(p.table, p.request.Pack.CSRs, "probe "+q.id, q.text+"\nthe_end: ecall\n", asm.Options{Base: base})
	if err != nil {
		return trial.Trial{}, err
	}
	end := int64(out.Symbols["the_end"] - base)
	c := trial.Case{
		ID:     "probe/" + q.id + "/0",
		Stub:   &trial.Stub{Chunks: []trial.Chunk{{Bytes: out.Bytes()}}, Exits: []int64{end}, End: end, Text: q.text},
		Before: []trial.Preset{{Loc: "x15", Value: p.data()}},
	}
	if p.linux {
		c.Setting = trial.Setting{Mode: "U", Environment: trial.Linux}
		linux.Break(c.Stub)
	} else {
		c.Setting = trial.Setting{Mode: "M", CSRs: []trial.Preset{{Loc: "csr:mstatus", Value: on}}}
		if q.user {
			c.Setting.Mode = "U"
		}
	}
	for off := 0; off < image.DataSize; off += 8 {
		if v, ok := q.data[off]; ok {
			c.Before = append(c.Before, trial.Preset{Loc: trial.Loc(fmt.Sprintf("mem:%x", p.data()+uint64(off))), Value: v})
		}
	}
	return trial.Trial{ID: "probe/" + q.id, Feature: "probe", Scenario: q.id, Cases: []trial.Case{c}}, nil
}

// read understands an outcome.
func read(q question, c *trial.Case, out trial.Outcome, code uint64) answer {
	a := answer{out: out, text: q.text, a0: image.Background(10)}
	call := out.Trap.Cause == 8 || out.Trap.Cause == 9 || out.Trap.Cause == 11
	a.illegal = out.Status == trial.Finished && out.Trap.Cause == 2
	if c.Setting.Environment == trial.Linux {
		call, a.illegal = out.Trap.Signal == signalTrap, out.Status == trial.Finished && out.Trap.Signal == signalIllegal
	}
	a.kernel = runner.NotEnabled(c, code, out)
	a.ended = out.Status == trial.Finished && call && out.Trap.PC == code+uint64(c.Stub.End)
	for _, ch := range out.Changed {
		if ch.Loc == "x10" {
			a.a0 = ch.Value
		}
	}
	return a
}

// end says how a question ended, for people.
func (a answer) end() string {
	switch {
	case a.ended:
		return fmt.Sprintf("a0 = %#x", a.a0)
	case a.out.Status != trial.Finished:
		return string(a.out.Status)
	case a.kernel:
		return "illegal instruction, and the kernel may not have enabled it: Linux cannot tell"
	case a.illegal:
		return "illegal instruction"
	}
	if a.out.Trap.Signal != 0 {
		return fmt.Sprintf("signal %d", a.out.Trap.Signal)
	}
	return fmt.Sprintf("trap with cause %d", a.out.Trap.Cause)
}

// Signals of Linux: of the exit of a case, and of what is no instruction.
const (
	signalIllegal = 4
	signalTrap    = 5
)

// how is what was executed and how it ended.
func (a answer) how() string { return "`" + a.text + "`: " + a.end() }
