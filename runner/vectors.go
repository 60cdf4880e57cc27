package runner

import (
	stdhex "encoding/hex"
	"slices"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
	"touchstone/specs/oracle"
)

// Background is what every test vector starts from where its own before-state says nothing else:
// the first line of a file of vectors.
type Background struct {
	Format  string            `json:"format"` // "touchstone vectors 1"
	Pack    string            `json:"pack"`
	Spec    string            `json:"spec_digest"`
	Profile string            `json:"profile"`
	Seed    string            `json:"seed"`
	Of      string            `json:"environment,omitempty"` // of an implementation with several
	X       []string          `json:"x"`                     // x0 to x31
	F       []string          `json:"f,omitempty"`           // f0 to f31
	V       string            `json:"v,omitempty"`           // bytes of v0 to v31 in hexadecimal
	Memory  map[string]string `json:"memory"`                // address of the data area with its guards, bytes in hexadecimal
	CSRs    map[string]string `json:"csrs"`                  // fcsr, vl, …
}

// Block is what the vector registers of the vectors that name it hold; it stands before the first.
type Block struct {
	Name string `json:"block"`
	V    string `json:"v"`
}

// Vector is one test vector: a before-state, code, and every outcome that the specification allows.
type Vector struct {
	ID      string            `json:"id"`
	Insn    string            `json:"insn,omitempty"` // the row under test
	Text    string            `json:"text"`
	Mode    string            `json:"mode"`
	PC      string            `json:"pc"`
	Code    map[string]string `json:"code"`  // address, bytes in hexadecimal
	Exits   []string          `json:"exits"` // addresses of the environment calls that end it normally
	Before  map[string]string `json:"before"`
	Block   string            `json:"block,omitempty"`
	Allowed []oracle.Outcome  `json:"allowed"`
}

// Background describes what the plan's vectors start from.
func (p *Plan) Background() Background {
	b := Background{
		Format: "touchstone vectors 1", Pack: p.Request.Pack.Name, Spec: p.Request.Pack.Digest(),
		Profile: p.Request.ICS.Profile, Seed: seedText(p.Request.Seed), CSRs: map[string]string{},
		Memory: map[string]string{reports.Hex(p.Map.Data - image.GuardSize): stdhex.EncodeToString(image.DataArea())},
	}
	setting := trial.Setting{Mode: "M", Float: p.Claims("F")}
	for _, v := range background {
		b.X = append(b.X, reports.Hex(v))
	}
	if setting.Float {
		for _, v := range floatBackground {
			b.F = append(b.F, reports.Hex(v))
		}
	}
	for i := range p.Trials {
		for c := range p.Trials[i].Cases {
			setting.VLEN = max(setting.VLEN, p.Trials[i].Cases[c].Setting.VLEN)
		}
	}
	if setting.VLEN != 0 {
		b.V = stdhex.EncodeToString(image.VectorBackgrounds(setting.VLEN))
	}
	from, err := p.setup(setting)
	if err != nil {
		panic("runner: no background: " + err.Error())
	}
	for name, v := range from.csr {
		b.CSRs[name] = reports.Hex(v)
	}
	return b
}

// EachVector gives the vectors of one hart that the specification judges, in the order of the plan,
// each block before the first vector that names it. insn selects those of one row; "": all. It
// returns how many were left out because the specification leaves them open.
func (p *Plan) EachVector(insn string, block func(Block) error, yield func(Vector) error) (open int, err error) {
	blocks := map[*trial.Vectors]bool{}
	index := 0
	setup := p.eachSetup()
	for i := range p.Trials {
		t := &p.Trials[i]
		judged := map[int]bool{}
		for _, ch := range t.Checks {
			if _, ok := ch.Expect.(trial.Allowed); ok {
				for _, c := range ch.Cases {
					judged[c] = true
				}
			}
		}
		for c := range t.Cases {
			cs := &t.Cases[c]
			at := index
			index++
			if !judged[c] || len(cs.Harts) > 0 || insn != "" && cs.Stub.Insn != insn {
				continue
			}
			from, err := setup(&cs.Setting)
			if err != nil {
				return open, err
			}
			v := newView(t, cs, p.code[at], p.Map, from, trial.Outcome{})
			outcomes, err := p.oracle.Allowed(v.state(), v.exits(), oracle.Bounds{Steps: maxSteps})
			if err != nil || slices.ContainsFunc(outcomes, func(o oracle.Outcome) bool { return len(o.Unspecified) > 0 }) {
				open++
				continue
			}
			if cs.Vectors != nil && !blocks[cs.Vectors] {
				blocks[cs.Vectors] = true
				if err := block(Block{cs.Vectors.Name, stdhex.EncodeToString(cs.Vectors.Bytes)}); err != nil {
					return open, err
				}
			}
			if err := yield(v.testVector(outcomes)); err != nil {
				return open, err
			}
		}
	}
	return open, nil
}

func (v *view) testVector(allowed []oracle.Outcome) Vector {
	out := Vector{
		ID: v.c.ID, Insn: v.c.Stub.Insn, Text: v.c.Stub.Text, Mode: v.c.Setting.Mode, PC: reports.Hex(v.code),
		Code: map[string]string{}, Before: map[string]string{}, Allowed: allowed,
	}
	for _, ch := range v.c.Stub.Chunks {
		out.Code[reports.Hex(v.code+uint64(ch.Offset))] = stdhex.EncodeToString(ch.Bytes)
	}
	for _, at := range v.exits() {
		out.Exits = append(out.Exits, reports.Hex(at))
	}
	for _, list := range [][]trial.Preset{v.c.Setting.CSRs, v.c.Before} {
		for _, p := range list {
			if value, ok := v.before(p.Loc); ok {
				out.Before[string(p.Loc)] = reports.Hex(value)
			}
		}
	}
	if v.c.Vectors != nil {
		out.Block = v.c.Vectors.Name
	}
	return out
}
