package prove

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"touchstone/runner"
	"touchstone/runner/prove/gb18030"
	"touchstone/runner/prove/oci"
	"touchstone/runner/prove/seeded"
	"touchstone/specs"
)

// Packs of kind exchange are proved with implementations that are wrong on purpose, or unusual but right, and that
// the suite has conversations with. What they came to is recorded in a file a pack.
//
//go:embed measured
var records embed.FS

// Seeded lists the implementations that are wrong on purpose, or unusual, of a pack of kind exchange.
func Seeded(pack string) []seeded.Subject {
	switch pack {
	case "gb18030":
		return gb18030.Subjects()
	case "oci":
		return oci.Subjects()
	}
	return nil
}

// Conversations runs seeded implementations against the scenarios of plans.
type Conversations struct {
	plans []*runner.Plan // in ascending order of effort

	mu    sync.Mutex
	parts map[string]*once // by effort and extension
}

type once struct {
	sync.Once
	plan *runner.Plan
	err  error
}

// NewConversations prepares plans of one claim, in ascending order of effort.
func NewConversations(plans ...*runner.Plan) *Conversations {
	return &Conversations{plans: plans, parts: map[string]*once{}}
}

// part is the plan of the scenarios of an extension; "": all, but for those of some.
func (c *Conversations) part(rung int, extension string, without []string) (*runner.Plan, error) {
	p := c.plans[rung]
	if extension == "" && len(without) == 0 {
		return p, nil
	}
	c.mu.Lock()
	key := fmt.Sprint(rung, " ", extension, without)
	o := c.parts[key]
	if o == nil {
		o = &once{}
		c.parts[key] = o
	}
	c.mu.Unlock()
	o.Do(func() {
		var trials []int
		for i := range p.Trials {
			if at := p.Trials[i].Extension; (extension == "" || at == extension) && !slices.Contains(without, at) {
				trials = append(trials, i)
			}
		}
		if len(trials) == 0 {
			o.err = fmt.Errorf("no scenario is of the extension %q", extension)
			return
		}
		o.plan, o.err = p.Only(trials, "")
	})
	return o.plan, o.err
}

// Try has the conversations that concern a subject, and says what the checks made of it. A wrong one is caught
// by a check that names one of the rules it breaks.
func (c *Conversations) Try(ctx context.Context, x seeded.Subject) (Result, error) {
	r := Result{ID: x.ID, Kind: Generated, Extension: extensionOf(c.plans[0].Request.Pack, x), What: x.What}
	rungs := make([]int, len(c.plans))
	for i := range rungs {
		rungs[i] = i
	}
	if x.Legal { // it must bear all of it
		r.Kind, rungs = Legal, rungs[len(rungs)-1:]
	}
	for _, rung := range rungs {
		extension := x.Extension
		if x.Legal {
			extension = ""
		}
		p, err := c.part(rung, extension, x.Without)
		if err != nil {
			return r, fmt.Errorf("%s: %w", x.ID, err)
		}
		if err := c.converse(ctx, p, x, &r); err != nil {
			return r, fmt.Errorf("%s: %w", x.ID, err)
		}
		if r.Killed {
			break
		}
	}
	return r, nil
}

func (c *Conversations) converse(ctx context.Context, p *runner.Plan, x seeded.Subject, r *Result) error {
	implementation, err := x.Open()
	if err != nil {
		return err
	}
	outcomes := runner.NewOutcomes(p)
	err = p.Execute(ctx, implementation, outcomes, runner.Options{Jobs: 1, MaxStops: 8, Works: true})
	if err = errors.Join(err, implementation.Close()); err != nil {
		return err
	}
	failures, unresolved := p.Failures(outcomes, nil)
	broken, others := map[string]bool{}, map[string]bool{}
	first := -1
	for i, f := range failures {
		for _, id := range f.Rules {
			if !x.Legal && !slices.Contains(x.Rules, id) {
				others[id] = true
				continue
			}
			broken[id] = true
			if first < 0 {
				first = i
			}
		}
		if x.Legal && first < 0 {
			first = i
		}
	}
	// A right one that nothing fails is blamed still where a check does not come to an end with it.
	r.Killed, r.Rules = first >= 0 || x.Legal && unresolved > 0, slices.Sorted(maps.Keys(broken))
	switch {
	case first >= 0:
		r.Scenario, r.Check, r.Why = failures[first].Scenario, failures[first].Check, failures[first].Why
	case len(others) > 0:
		r.Why = "only checks of other rules fail: " + strings.Join(slices.Sorted(maps.Keys(others)), ", ")
	case unresolved > 0:
		r.Why = fmt.Sprintf("%d checks unresolved", unresolved)
	}
	return nil
}

// extensionOf is the extension that a subject is counted for.
func extensionOf(pack *specs.Pack, x seeded.Subject) string {
	if x.Extension != "" || len(x.Rules) == 0 {
		return x.Extension
	}
	if rule, ok := pack.Rule(x.Rules[0]); ok {
		return rule.Extension
	}
	return ""
}

// Concerns says whether a subject is about something that is claimed: what is wrong elsewhere, nobody is to notice.
func (c *Conversations) Concerns(x seeded.Subject) bool {
	extension := extensionOf(c.plans[0].Request.Pack, x)
	return extension == "" || c.plans[0].Claims(extension)
}

// TryAll tries all subjects on all processors and gives the results in their order; seen is called after each.
func (c *Conversations) TryAll(ctx context.Context, all []seeded.Subject, seen func(done int, r Result)) ([]Result, error) {
	return tryAll(ctx, all, c.Try, seen)
}

// recordOf is what is recorded of a plan's pack.
func recordOf(p *runner.Plan) ([]byte, error) {
	if !p.Exchanges() {
		return measuredJSON, nil
	}
	text, err := records.ReadFile("measured/" + p.Request.Pack.Name + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		return []byte("{}"), nil
	}
	return text, err
}
