package runner

import (
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/isa"
)

// Arrange makes a plan of trials that no feature gives, for a question to an implementation rather
// than a judgement of it: their cases are built into images as any others, without the footing. Table
// must have what their code is made of.
func Arrange(r Request, table *isa.Table, trials []trial.Trial, protocol image.Protocol) (*Plan, error) {
	p := &Plan{Request: r, Table: table, Map: r.where(), Trials: trials}
	var items []image.Item
	for t := range trials {
		for c := range trials[t].Cases {
			items = append(items, image.Item{Index: len(p.Cases), Case: &trials[t].Cases[c]})
			p.Cases = append(p.Cases, Ref{t, c})
		}
	}
	var err error
	p.Images, err = image.Build(table, r.Pack.CSRs, p.Map, items, image.Options{Protocol: protocol})
	if err = p.leaveOut(err); err != nil {
		return nil, err
	}
	p.place(p.Images)
	return p, nil
}

// Case is the outcome of the case with the plan index.
func (o *Outcomes) Case(index int) trial.Outcome { return o.get(index) }
