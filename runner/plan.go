package runner

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"touchstone/features"
	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/steps"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/exchange"
	"touchstone/specs/isa"
	"touchstone/specs/oracle"
)

// Plan is everything that will be done and looked at, before anything touches an implementation.
type Plan struct {
	Request Request
	Table   *isa.Table // the claimed extensions, and the machine level that the runtime needs
	Map     image.Map
	Trials  []trial.Trial
	Cases   []Ref          // by plan index
	Images  []*image.Image // Images[0] is the footing
	Digest  string         // of the manifest: pack, features, claim, options, images
	Suite   string         // of pack and features: what a sensitivity figure belongs to

	scope    scope
	oracle   *oracle.Oracle
	engine   *exchange.Engine // of a pack of kind exchange, which has neither table nor oracle nor images
	csrViews map[string]specs.View
	footing  func([]trial.Outcome) []image.FootingResult
	code     []uint64       // code address by plan index
	unfit    map[int]string // why a case is in no image, by plan index
	checked  *selfChecked   // of self-checking images; nil: they report
}

// Ref is a case of a trial.
type Ref struct{ Trial, Case int }

// Case is the case with the plan index.
func (p *Plan) Case(index int) (*trial.Trial, *trial.Case) {
	ref := p.Cases[index]
	t := &p.Trials[ref.Trial]
	return t, &t.Cases[ref.Case]
}

// Make compiles features into a plan. Protocol is the one that the implementation's adapter can
// hear. A request that selects nothing is an error: a run of nothing must not look like a run.
func Make(ctx context.Context, r Request, protocol image.Protocol) (*Plan, error) {
	if err := r.Check(); err != nil {
		return nil, err
	}
	p := &Plan{Request: r, scope: newScope(r.Pack, r.ICS)}
	err := p.read()
	if err != nil {
		return nil, err
	}
	selector, err := steps.Selector(r.Select)
	if err != nil {
		return nil, fmt.Errorf("%w: --select: %w", ErrRequest, err)
	}
	names := Names(r.Pack)
	p.Trials, err = steps.Compile(ctx, steps.Context{
		Pack: r.Pack, Table: p.Table, Engine: p.engine, ICS: r.ICS,
		Claimed:     func(name string) bool { return p.scope.claimed[name] },
		Environment: r.Environment, Map: p.Map, Effort: r.Effort, Seed: r.Seed,
	}, r.Features, func(s steps.Scenario) (bool, string) {
		if p.engine != nil {
			return true, "" // what rows it has, and of which rules, is known when it is compiled
		}
		tags := slices.Clone(s.Tags)
		for _, id := range names(s) {
			tags = append(tags, "@rule:"+id)
		}
		if selector(tags, s.ID) {
			return true, ""
		}
		return false, reports.Because(reports.ReasonSelect, "left out by "+r.Select)
	})
	if err != nil {
		return nil, err
	}
	p.choose(selector)
	var items []image.Item
	for t := range p.Trials {
		for c := range p.Trials[t].Cases {
			if p.engine == nil {
				items = append(items, image.Item{Index: len(p.Cases), Case: &p.Trials[t].Cases[c]})
			}
			p.Cases = append(p.Cases, Ref{t, c})
		}
	}
	if len(p.Cases) == 0 && r.Select != "" {
		return nil, fmt.Errorf("%w: --select %s matches %w", ErrRequest, r.Select, ErrNothing)
	}
	if r.Pack.Exchanges() {
		return p, p.seal()
	}
	if err := p.build(items, protocol); err != nil {
		return nil, err
	}
	return p, p.seal()
}

// read makes what the pack's rows or semantics mean under the claim.
func (p *Plan) read() (err error) {
	r := p.Request
	if r.Pack.Exchanges() {
		p.engine, err = exchange.New(r.Pack, exchange.Options{Effort: r.Effort, Seed: r.Seed, ICS: r.ICS, Claimed: p.Claims})
		return err
	}
	p.Map, p.csrViews = r.where(), specs.Views(r.Pack.CSRs)
	if p.Table, err = isa.New(r.Pack, TableExtensions(r.Pack, r.ICS)...); err != nil {
		return err
	}
	p.oracle, err = oracle.New(r.Pack, p.Table, oracle.Env{ICS: r.ICS, Environment: r.Environment})
	return err
}

// TableExtensions are the extensions whose rows an implementation with this claim executes in the
// machine environment: the claimed ones, and the machine level that the runtime itself needs.
func TableExtensions(pack *specs.Pack, ics specs.ICS) []string {
	claimed := newScope(pack, ics).claimed
	for _, name := range []string{"Sm", "Zicsr", "Zifencei"} { // the runtime's
		claimed[name] = true
	}
	return slices.Sorted(maps.Keys(claimed))
}

// Claims says whether the claim, with what it implies, has an extension.
func (p *Plan) Claims(extension string) bool { return p.scope.claimed[extension] }

// Extensions are those of the claim, with what they imply, in order.
func (p *Plan) Extensions() []string { return slices.Sorted(maps.Keys(p.scope.claimed)) }

func (p *Plan) build(items []image.Item, protocol image.Protocol) error {
	csrs := p.Request.Pack.CSRs
	switch {
	case protocol == image.Console && p.Map.Console.Kind == image.None:
		return fmt.Errorf("%w: images that print need a console: another --console than %s, results by signature, or --self-check", ErrRequest, image.None)
	case protocol == image.SelfCheck && p.Request.Environment == "linux":
		return fmt.Errorf("%w: --self-check is for bare machines: a program under Linux has a standard output", ErrRequest)
	}
	footing, judge, err := image.FootingFor(p.Request.Environment, p.Table, csrs, p.Map, protocol)
	if err != nil {
		return fmt.Errorf("footing image: %w", err)
	}
	p.footing = judge
	if protocol == image.SelfCheck {
		p.Images = []*image.Image{footing}
		return p.buildChecked(items)
	}
	images, err := image.Build(p.Table, csrs, p.Map, items, image.Options{Protocol: protocol})
	if err = p.leaveOut(err); err != nil {
		return err
	}
	if len(images) == 0 && len(items) > 0 {
		return fmt.Errorf("%w: %d KiB of memory hold none of the %d cases: %s", ErrRequest, p.Map.Memory()>>10, len(items), p.unfit[items[0].Index])
	}
	p.Images = append([]*image.Image{footing}, images...)
	p.place(images)
	return nil
}

// Manifest is what the digest of a plan is taken over, and what a kit carries.
type Manifest struct {
	Pack        string         `json:"pack"`
	Spec        string         `json:"spec_digest"`
	Features    string         `json:"features_digest"`
	Request     ManifestClaim  `json:"request"`
	Images      []*image.Image `json:"images"`
	CaseCount   int            `json:"case_count"`
	ImageDigest string         `json:"images_digest"`
}

// ManifestClaim repeats the request in words that need nothing else.
type ManifestClaim struct {
	ICS         any        `json:"ics"`
	Environment string     `json:"environment"`
	Effort      string     `json:"effort"`
	Seed        string     `json:"seed"`
	Select      string     `json:"select,omitzero"`
	Map         *image.Map `json:"map,omitempty"` // nil: the default
}

// Manifest describes the plan.
func (p *Plan) Manifest() (*Manifest, error) {
	text, err := features.Digest(p.Request.Features)
	if err != nil {
		return nil, err
	}
	m := &Manifest{
		Pack: p.Request.Pack.Name, Spec: p.Request.Pack.Digest(), Features: text,
		Request: ManifestClaim{
			ICS: p.Request.ICS, Environment: p.Request.Environment, Effort: p.Request.Effort,
			Seed: fmt.Sprint(p.Request.Seed), Select: p.Request.Select,
		},
		Images: p.Images, CaseCount: len(p.Cases), ImageDigest: p.imagesDigest(),
	}
	if p.Map != image.DefaultMap() && p.engine == nil {
		m.Request.Map = &p.Map
	}
	return m, nil
}

// imagesDigest is over the images or, where there are none, over the scripts.
func (p *Plan) imagesDigest() string {
	h := sha256.New()
	if p.engine != nil {
		_ = p.writeScripts(h) // a hash takes everything
	}
	for _, img := range p.Images {
		fmt.Fprintf(h, "%s %s\n", img.Name, img.Digest)
	}
	return fmt.Sprintf("sha256:%x", h.Sum(nil))
}

func (p *Plan) seal() error {
	m, err := p.Manifest()
	if err != nil {
		return err
	}
	text, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("manifest: %w", err)
	}
	p.Digest = reports.Digest(text)
	p.Suite = reports.Digest([]byte(m.Spec + "\n" + m.Features + "\n"))
	return nil
}

// Vectors counts distinct test vectors (different code or before-state), in all and by
// instruction.
func (p *Plan) Vectors() (total int, byInstruction map[string]int) {
	seen := make(map[[32]byte]bool, len(p.Cases))
	byInstruction = map[string]int{}
	p.vectors(seen, byInstruction)
	return len(seen), byInstruction
}

// vectors counts those that are not among those seen.
func (p *Plan) vectors(seen map[[32]byte]bool, byInstruction map[string]int) {
	if p.Exchanges() {
		p.scriptVectors(seen, byInstruction)
		return
	}
	var buf []byte
	for t := range p.Trials {
		for c := range p.Trials[t].Cases {
			cs := &p.Trials[t].Cases[c]
			buf = appendVector(buf[:0], cs)
			key := sha256.Sum256(buf)
			if seen[key] {
				continue
			}
			seen[key] = true
			if cs.Stub.Insn != "" {
				byInstruction[cs.Stub.Insn]++
			}
		}
	}
}

// appendVector writes what distinguishes one test vector from another.
func appendVector(b []byte, c *trial.Case) []byte {
	b = fmt.Appendf(b, "%s %s %d %d\n", c.Setting.Mode, c.Setting.Anchor, c.Setting.Harts, c.Stub.Align)
	for _, s := range append([]*trial.Stub{c.Stub}, c.Harts...) {
		for _, ch := range s.Chunks {
			b = fmt.Appendf(b, "%d ", ch.Offset)
			b = append(b, ch.Bytes...)
		}
	}
	for _, presets := range [][]trial.Preset{c.Setting.CSRs, c.Before} {
		for _, p := range presets {
			b = fmt.Appendf(b, "\n%s %x %t", p.Loc, p.Value, p.Rel)
		}
		b = append(b, '\n')
	}
	if c.Vectors != nil {
		b = append(b, c.Vectors.Name...)
	}
	return b
}
