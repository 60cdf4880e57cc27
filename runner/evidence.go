package runner

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/trial"
)

// perRule bounds the evidence that a report carries for one rule; all outcomes are in the sidecar.
const perRule = 20

// perCheck bounds it for one sentence that breaks the same rules: what an outline's rows repeat
// with other registers and other instructions is counted.
const perCheck = 3

// evidence picks, of every way in which a rule fails, the simplest case: the one with the fewest
// presets, the shortest code, the smallest values.
func (p *Plan) evidence(js []*judgement) []reports.Evidence {
	var order []string
	ways := map[string]*way{}
	for _, j := range js {
		for _, f := range j.failures {
			key := strings.Join(f.rules, " ") + "\x00" + f.view.trial.ID + "\x00" + f.check.Text + "\x00" + f.view.about()
			w := ways[key]
			if w == nil {
				ways[key] = &way{failure: f}
				order = append(order, key)
				continue
			}
			w.alike++
			if simpler(f.view, w.view) {
				w.failure = f
			}
		}
	}
	byRule := map[string]int{}
	last := map[string]int{} // of a check, where its last evidence is
	shown := map[string]int{}
	var out []reports.Evidence
	for _, key := range order {
		w := ways[key]
		check := strings.Join(w.rules, " ") + "\x00" + w.check.Text
		if shown[check] == perCheck || w.abundant(byRule) {
			if at, ok := last[check]; ok {
				out[at].Alike += 1 + w.alike
			}
			continue
		}
		for _, id := range w.rules {
			byRule[id]++
		}
		shown[check]++
		last[check] = len(out)
		out = append(out, p.shown(w.failure, w.alike))
	}
	return out
}

// shown is a failure as people see it.
func (p *Plan) shown(f failure, alike int) reports.Evidence {
	if f.view.c.Script != nil {
		return reports.Evidence{
			Rules: f.rules, Scenario: f.view.trial.ID, Case: f.view.c.ID, Check: f.check.Text,
			Code: f.view.conversation(), Before: f.view.given(), Allowed: f.f.allowed, Observed: f.f.seen,
			Why: f.f.why, Alike: alike,
		}
	}
	return reports.Evidence{
		Rules: f.rules, Scenario: f.view.trial.ID, Case: f.view.c.ID, Check: f.check.Text,
		Code: p.listing(f.view), Before: f.view.relevant(), Allowed: f.f.allowed, Observed: f.f.seen,
		Why: f.f.why, Alike: alike,
	}
}

// way is one way in which rules fail: the same check of the same scenario, the same instruction.
type way struct {
	failure
	alike int
}

// abundant: every rule that it breaks has its share of evidence already.
func (w *way) abundant(byRule map[string]int) bool {
	for _, id := range w.rules {
		if byRule[id] < perRule {
			return false
		}
	}
	return len(w.rules) > 0
}

// about is the instruction or the operation that a case is about.
func (v *view) about() string {
	if v.c.Script != nil {
		return operationOf(v.c.Script)
	}
	return v.c.Stub.Insn
}

func simpler(a, b *view) bool {
	if a.c.Script != nil {
		x, y := a.c.Script.Calls, b.c.Script.Calls
		return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(len(x[len(x)-1].Args), len(y[len(y)-1].Args))) < 0
	}
	return cmp.Or(
		cmp.Compare(len(a.c.Before), len(b.c.Before)),
		cmp.Compare(a.weight(), b.weight()),
		cmp.Compare(a.c.ID, b.c.ID),
	) < 0
}

// weight is how many bits of the presets differ from zero or from all ones, whichever is fewer.
func (v *view) weight() int {
	total := 0
	for _, p := range v.c.Before {
		ones := 0
		for x := p.Value; x != 0; x &= x - 1 {
			ones++
		}
		total += min(ones, 64-ones)
	}
	return total
}

// listing disassembles the case's code, the environment calls of its exits left out.
func (p *Plan) listing(v *view) []string {
	if len(v.c.Harts) == 0 {
		return p.disassembly(v.c.Stub, v.code)
	}
	out := append([]string{"hart 0:"}, p.disassembly(v.c.Stub, v.code)...)
	for i, s := range v.c.Harts { // where it lay is not told: addresses from 0
		out = append(append(out, fmt.Sprintf("hart %d:", i+1)), p.disassembly(s, 0)...)
	}
	return out
}

func (p *Plan) disassembly(s *trial.Stub, code uint64) []string {
	const lines = 24
	var out []string
	for _, ch := range s.Chunks {
		for at := 0; at+2 <= len(ch.Bytes); {
			offset := ch.Offset + int64(at)
			if slices.Contains(s.Exits, offset) {
				at += 4
				continue
			}
			size := 2
			word := uint32(binary.LittleEndian.Uint16(ch.Bytes[at:]))
			if word&3 == 3 && at+4 <= len(ch.Bytes) {
				size, word = 4, binary.LittleEndian.Uint32(ch.Bytes[at:])
			}
			addr := code + uint64(offset)
			if len(out) == lines {
				return append(out, "…")
			}
			out = append(out, fmt.Sprintf("%08x  %0*x  %s", addr, 2*size, word, p.Table.Disassemble(word, addr)))
			at += size
		}
	}
	return out
}

// relevant are the parts of the before-state that the case set on purpose.
func (v *view) relevant() []string {
	out := []string{v.c.Setting.Mode + "-mode"}
	for _, list := range [][]trial.Preset{v.c.Setting.CSRs, v.c.Before} {
		for _, preset := range list {
			value, _ := v.before(preset.Loc)
			out = append(out, v.name(preset.Loc)+" = "+hex(value))
		}
	}
	return out
}
