package command

import (
	"slices"
	"sync"

	"touchstone/server/registry"
	"touchstone/specs"
)

// contents are what the packs of the binary have. They are read when somebody first asks: few do, and
// scenarios are many.
type contents struct {
	scenarios Scenarios // nil: of no pack are they known

	mu   sync.Mutex
	have map[part]map[string]bool
}

// part is the rules or the scenarios of a pack.
type part struct {
	pack  string
	rules bool
}

var _ registry.Packs = (*contents)(nil)

func newContents(scenarios Scenarios) *contents {
	return &contents{scenarios: scenarios, have: map[part]map[string]bool{}}
}

// HasRule says whether a pack of the binary has a rule.
func (c *contents) HasRule(pack, rule string) (has, known bool, err error) {
	return c.has(part{pack, true}, rule, func() ([]string, error) {
		p, err := specs.Embedded(pack, specs.Rules)
		if err != nil {
			return nil, err
		}
		ids := make([]string, len(p.Rules))
		for i := range p.Rules {
			ids[i] = p.Rules[i].ID
		}
		return ids, nil
	})
}

// HasScenario says whether a pack of the binary has a scenario.
func (c *contents) HasScenario(pack, scenario string) (has, known bool, err error) {
	if c.scenarios == nil {
		return false, false, nil
	}
	return c.has(part{pack, false}, scenario, func() ([]string, error) { return c.scenarios(pack) })
}

func (c *contents) has(p part, id string, read func() ([]string, error)) (has, known bool, err error) {
	if !slices.Contains(specs.Packs(), p.pack) {
		return false, false, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.have[p] == nil {
		ids, err := read()
		if err != nil {
			return false, false, err
		}
		c.have[p] = make(map[string]bool, len(ids))
		for _, id := range ids {
			c.have[p][id] = true
		}
	}
	return c.have[p][id], true, nil
}
