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

// evidence picks, of every way in which a rule fails, the simplest case: the one with the fewest
// presets, the shortest code, the smallest values.
func (p *Plan) evidence(js []*judgement) []reports.Evidence {
	type group struct {
		failure
		alike int
	}
	var order []string
	groups := map[string]*group{}
	for _, j := range js {
		for _, f := range j.failures {
			key := strings.Join(f.rules, " ") + "\x00" + f.view.trial.ID + "\x00" + f.check.Text + "\x00" + f.view.c.Stub.Insn
			g := groups[key]
			if g == nil {
				groups[key] = &group{failure: f}
				order = append(order, key)
				continue
			}
			g.alike++
			if simpler(f.view, g.view) {
				g.failure = f
			}
		}
	}
	counts := map[string]int{}
	var out []reports.Evidence
	for _, key := range order {
		g := groups[key]
		full := len(g.rules) > 0
		for _, id := range g.rules {
			if counts[id] < perRule {
				full = false
			}
		}
		if full {
			continue
		}
		for _, id := range g.rules {
			counts[id]++
		}
		out = append(out, reports.Evidence{
			Rules: g.rules, Scenario: g.view.trial.ID, Case: g.view.c.ID, Check: g.check.Text,
			Code: p.listing(g.view), Before: g.view.relevant(), Allowed: g.f.allowed, Observed: g.f.seen,
			Why: g.f.why, Alike: g.alike,
		})
	}
	return out
}

func simpler(a, b *view) bool {
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
	const lines = 24
	var out []string
	for _, ch := range v.c.Stub.Chunks {
		for at := 0; at+2 <= len(ch.Bytes); {
			offset := ch.Offset + int64(at)
			if slices.Contains(v.c.Stub.Exits, offset) {
				at += 4
				continue
			}
			size := 2
			word := uint32(binary.LittleEndian.Uint16(ch.Bytes[at:]))
			if word&3 == 3 && at+4 <= len(ch.Bytes) {
				size, word = 4, binary.LittleEndian.Uint32(ch.Bytes[at:])
			}
			addr := v.code + uint64(offset)
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
