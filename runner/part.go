package runner

import (
	"encoding/binary"
	"slices"

	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// Only is the plan of some of the trials, without the footing: what `prove` runs for one defect.
func (p *Plan) Only(trials []int, protocol image.Protocol) (*Plan, error) {
	part := &Plan{Request: p.Request, Table: p.Table, Map: p.Map, Suite: p.Suite, scope: p.scope, oracle: p.oracle, engine: p.engine, csrViews: p.csrViews}
	var items []image.Item
	for _, i := range trials {
		t := len(part.Trials)
		part.Trials = append(part.Trials, p.Trials[i])
		for c := range p.Trials[i].Cases {
			items = append(items, image.Item{Index: len(part.Cases), Case: &p.Trials[i].Cases[c]})
			part.Cases = append(part.Cases, Ref{t, c})
		}
	}
	if p.Exchanges() {
		return part, nil
	}
	var err error
	part.Images, err = image.Build(p.Table, p.Request.Pack.CSRs, p.Map, items, image.Options{Protocol: protocol})
	if err = part.leaveOut(err); err != nil {
		return nil, err
	}
	part.place(part.Images)
	return part, nil
}

// place notes where every case's code lies.
func (p *Plan) place(images []*image.Image) {
	p.code = make([]uint64, len(p.Cases))
	for _, img := range images {
		for slot, index := range img.Cases {
			p.code[index] = img.Code[slot]
		}
	}
}

// Executing lists the trials whose cases hold each row in their code, and each base that a row in
// their code expands to. Cases of several harts are about something else: see Together.
func (p *Plan) Executing() map[string][]int {
	return p.executing(func(c *trial.Case) bool { return len(c.Harts) == 0 })
}

// ExecutingTogether lists those whose cases of several harts do.
func (p *Plan) ExecutingTogether() map[string][]int {
	return p.executing(func(c *trial.Case) bool { return len(c.Harts) > 0 })
}

func (p *Plan) executing(counts func(*trial.Case) bool) map[string][]int {
	out := map[string][]int{}
	for i := range p.Trials {
		rows := map[string]bool{}
		var last *trial.Stub
		for k := range p.Trials[i].Cases {
			c := &p.Trials[i].Cases[k]
			if c.Stub == last || !counts(c) {
				continue
			}
			for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
				p.rowsOf(s, rows)
			}
			last = c.Stub
		}
		for name := range rows {
			out[name] = append(out[name], i)
		}
	}
	return out
}

// Together lists the trials whose cases run on several harts.
func (p *Plan) Together() []int {
	var out []int
	for i := range p.Trials {
		if slices.ContainsFunc(p.Trials[i].Cases, func(c trial.Case) bool { return len(c.Harts) > 0 }) {
			out = append(out, i)
		}
	}
	return out
}

func (p *Plan) rowsOf(s *trial.Stub, rows map[string]bool) {
	for _, ch := range s.Chunks {
		for at := 0; at+2 <= len(ch.Bytes); {
			word, size := uint32(binary.LittleEndian.Uint16(ch.Bytes[at:])), 2
			if word&3 == 3 && at+4 <= len(ch.Bytes) {
				word, size = binary.LittleEndian.Uint32(ch.Bytes[at:]), 4
			}
			isExit := slices.Contains(s.Exits, ch.Offset+int64(at))
			if in, ok := p.Table.Decode(word); ok && !isExit {
				rows[in.Name] = true
				if base, _, ok := in.Expansion(word); ok {
					rows[base.Name] = true
				}
			}
			at += size
		}
	}
}

// Failure is a failed check in the words of a report.
type Failure struct {
	Rules    []string
	Scenario string
	Check    string
	Case     string
	Why      string
}

// Failures evaluates every check and returns those that failed, in the order of the plan, and how
// many could not be resolved. Cases that ended as in passed, a run of the same plan without
// failures, are taken to pass; nil: all are evaluated.
func (p *Plan) Failures(outcomes, passed *Outcomes) (failures []Failure, unresolved int) {
	for _, j := range p.judgeAll(outcomes, passed) {
		unresolved += j.scenario.unresolved + j.scenario.errors
		for _, f := range j.failures {
			failures = append(failures, Failure{f.rules, f.view.trial.ID, f.check.Text, f.view.c.ID, f.f.why})
		}
	}
	return failures, unresolved
}
