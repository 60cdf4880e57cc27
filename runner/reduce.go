package runner

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/iut"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// Bounds of a reduction: how many findings are reduced, how much of the other evidence, how often one
// case is simplified, and how many candidates each time.
const (
	maxFindings   = 24
	maxReduced    = 8
	maxRounds     = 12
	maxCandidates = 256
)

// Reduce simplifies what failed: for findings, and for the evidence of instructions that a sweep found
// wrong, it lets the implementation execute ever simpler test vectors, as long as they break the same
// rules, and notes the simplest as a scenario that can be run as it stands. What cannot be executed
// again, or is not come back from, is written down as it was found. It changes no verdict.
//
// A script is shown as it was; it is the simplest of its kind already.
func (p *Plan) Reduce(ctx context.Context, implementation iut.Implementation, j *Judged) error {
	if p.Exchanges() {
		return nil
	}
	x, _ := implementation.(iut.Executor)
	done := map[string][]string{}
	reduce := func(e *reports.Evidence, left *int) error {
		key := e.Case + "\x00" + e.Check + "\x00" + strings.Join(e.Rules, " ")
		lines, again := done[key]
		if !again {
			c, from, ok := p.caseOf(e.Case)
			if !ok || len(c.Harts) > 0 {
				return nil
			}
			simplest := *c
			if e.Check == allowedText && c.Stub.Insn != "" && *left > 0 && x != nil && !j.stopped[e.Case] {
				*left--
				var err error
				if simplest, err = p.simplify(ctx, x, *c, from, e.Rules); err != nil {
					return err
				}
			}
			lines = p.scenario(&simplest, from, e)
			done[key] = lines
		}
		e.Reproduce = lines
		return nil
	}
	findings, evidence := maxFindings, maxReduced
	for i := range j.Findings {
		if err := reduce(&j.Findings[i].Evidence, &findings); err != nil {
			return err
		}
	}
	for i := range j.Evidence {
		if err := reduce(&j.Evidence[i], &evidence); err != nil {
			return err
		}
	}
	return nil
}

// allowedText is the sentence whose check is the specification's own judgement.
const allowedText = "every outcome is one the specification allows"

// caseOf finds a case by its id, with what it starts from.
func (p *Plan) caseOf(id string) (*trial.Case, setup, bool) {
	cut := strings.LastIndexByte(id, '/')
	if cut < 0 {
		return nil, setup{}, false
	}
	for i := range p.Trials {
		if p.Trials[i].ID != id[:cut] {
			continue
		}
		for c := range p.Trials[i].Cases {
			if cs := &p.Trials[i].Cases[c]; cs.ID == id {
				from, err := p.setup(cs.Setting)
				return cs, from, err == nil
			}
		}
	}
	return nil, setup{}, false
}

// simplify executes simpler candidates until none of them breaks the rules any more.
func (p *Plan) simplify(ctx context.Context, x iut.Executor, c trial.Case, from setup, rules []string) (trial.Case, error) {
	for range maxRounds {
		candidates := simplerCases(c)
		if len(candidates) == 0 {
			return c, nil
		}
		failing, err := p.failing(ctx, x, candidates, from, rules)
		if err != nil || len(failing) == 0 {
			return c, err
		}
		c = slices.MinFunc(failing, func(a, b trial.Case) int { return cmp.Compare(weigh(a), weigh(b)) })
	}
	return c, nil
}

// failing are those of the candidates that break one of the rules, when the implementation executes
// them. What it does not finish is not among them.
func (p *Plan) failing(ctx context.Context, x iut.Executor, candidates []trial.Case, from setup, rules []string) ([]trial.Case, error) {
	items := make([]image.Item, len(candidates))
	for i := range candidates {
		candidates[i].ID = fmt.Sprintf("candidate %d", i+1)
		items[i] = image.Item{Index: i, Case: &candidates[i]}
	}
	images, err := image.Build(p.Table, p.Request.Pack.CSRs, p.Map, items, image.Options{Protocol: x.Protocol(), Name: "reduce-"})
	if unfit := (*image.Unfit)(nil); err != nil && !errors.As(err, &unfit) {
		return nil, err
	}
	var out []trial.Case
	for _, img := range images {
		code := map[int]uint64{}
		for slot, index := range img.Cases {
			code[index] = img.Code[slot]
		}
		// An implementation that stops early has shown what it has shown: its error says no more.
		_ = x.Execute(ctx, img, func(o trial.Outcome) error {
			c := &candidates[o.Case]
			f := allowed(p.oracle, newView(nil, c, code[o.Case], p.Map, from, o))
			if f.verdict == reports.Fail && slices.ContainsFunc(f.broken, func(r string) bool { return slices.Contains(rules, r) }) {
				out = append(out, *c)
			}
			return nil
		})
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return out, nil
}

// weigh is how much a case has to say: presets, and the bits of their values that are neither all
// zeros nor all ones.
func weigh(c trial.Case) int {
	total := 0
	for _, p := range c.Before {
		ones := bits.OnesCount64(p.Value)
		total += 100 + min(ones, 64-ones+2)
	}
	return total
}

// simplerCases are the cases that are one step simpler: a preset less, a value of fewer bits. A
// register keeps a value of its own: the background would be no simpler to read.
func simplerCases(c trial.Case) []trial.Case {
	var out []trial.Case
	was := weigh(c)
	add := func(before []trial.Preset) {
		n := c
		n.Before = before
		if weigh(n) < was && len(out) < maxCandidates {
			out = append(out, n)
		}
	}
	for i, p := range c.Before {
		if p.Loc[0] != 'x' && p.Loc[0] != 'f' {
			add(slices.Delete(slices.Clone(c.Before), i, i+1))
		}
		values := []uint64{0, 1, ^uint64(0), p.Value & 0xffffffff, p.Value >> 1, p.Value & (p.Value - 1), p.Value | 0xffffffff<<32, p.Value &^ 0xff}
		for bit := 63; bit >= 0; bit -= 3 {
			if p.Value>>bit&1 != 0 {
				values = append(values, p.Value&^(1<<bit))
			}
		}
		for _, v := range values {
			if v != p.Value && !p.Rel {
				before := slices.Clone(c.Before)
				before[i].Value = v
				add(before)
			}
		}
	}
	return out
}

// scenario writes a case as Gherkin.
func (p *Plan) scenario(c *trial.Case, from setup, e *reports.Evidence) []string {
	v := newView(nil, c, p.Map.CodeBase(), p.Map, from, trial.Outcome{})
	out := []string{"Scenario: " + strings.Join(e.Rules, ", ")}
	given := func(format string, args ...any) {
		word := "And"
		if len(out) == 1 {
			word = "Given"
		}
		out = append(out, "  "+word+" "+fmt.Sprintf(format, args...))
	}
	given("the hart runs in %s mode", map[string]string{"M": "machine", "U": "user"}[c.Setting.Mode])
	for _, list := range [][]trial.Preset{c.Setting.CSRs, c.Before} {
		for _, preset := range list {
			value := hex(preset.Value)
			if preset.Rel {
				value = fmt.Sprintf("code + %#x", preset.Value)
			} else if off := preset.Value - p.Map.Data; off < image.DataSize {
				value = fmt.Sprintf("test data + %d", off)
			}
			if addr, ok := memory(preset.Loc); ok {
				given("test data + %d holds doubleword %s", addr-p.Map.Data, hex(preset.Value))
			} else if at, ok := v.vectorOffset(preset.Loc); ok {
				each := len(v.vector.Bytes) / 32
				given("v%d = e64 from %d: %s", at/each, at%each/8, value)
			} else {
				given("%s = %s", strings.TrimPrefix(v.plain(preset.Loc), "csr:"), value)
			}
		}
	}
	if c.Vectors != nil {
		for _, reg := range p.vectorsRead(c) {
			given("v%d = %s", reg, v.elements(reg))
		}
	}
	out = append(out, `  When the hart executes`, `    """`)
	for line := range strings.SplitSeq(c.Stub.Text, "; ") {
		out = append(out, "    "+line)
	}
	out = append(out, `    """`)
	if e.Check == allowedText || c.Stub.Insn != "" {
		return append(out, "  Then "+allowedText)
	}
	return append(out, "  Then "+e.Check)
}

// plain is a location as a step names it.
func (v *view) plain(l trial.Loc) string {
	if l == "fs" || l == "vs" {
		return string(l)
	}
	return v.name(l)
}

// elements is a vector register as a step gives it.
func (v *view) elements(reg int) string {
	each := len(v.vector.Bytes) / 32
	var b strings.Builder
	b.WriteString("e64:")
	for at := reg * each; at < (reg+1)*each; at += 8 {
		fmt.Fprintf(&b, " 0x%x", littleEndian(v.vector.Bytes[at:at+8]))
	}
	return b.String()
}

func littleEndian(b []byte) (n uint64) {
	for i, c := range b {
		n |= uint64(c) << (8 * i)
	}
	return n
}

// vectorsRead are the vector registers that the case's instruction may read: the groups that start
// at its operands, of eight registers at most, and the mask.
func (p *Plan) vectorsRead(c *trial.Case) []int {
	in, ok := p.Table.Lookup(c.Stub.Insn)
	if !ok || len(c.Stub.Chunks) == 0 || len(c.Stub.Chunks[0].Bytes) < 4 {
		return nil
	}
	word := uint32(littleEndian(c.Stub.Chunks[0].Bytes[:4]))
	regs := map[int]bool{0: true}
	for _, o := range in.Operands {
		if o.Kind == isa.KindV {
			for i := range 8 {
				if r := int(o.Get(word)) + i; r < 32 {
					regs[r] = true
				}
			}
		}
	}
	var out []int
	for r := range 32 {
		if regs[r] {
			out = append(out, r)
		}
	}
	return out
}
