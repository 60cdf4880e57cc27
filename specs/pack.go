package specs

import (
	"errors"
	"fmt"
	"slices"
)

// ErrPack is the class of every fault in a pack's own files: a wrong type, an unknown key, a
// reference to a rule that does not exist. The message gives file:line.
var ErrPack = errors.New("pack")

// Extension finds an extension by name.
func (p *Pack) Extension(name string) (*Extension, bool) {
	for i := range p.Extensions {
		if p.Extensions[i].Name == name {
			return &p.Extensions[i], true
		}
	}
	return nil, false
}

// Profile finds a profile by name.
func (p *Pack) Profile(name string) (*Profile, bool) {
	for i := range p.Profiles {
		if p.Profiles[i].Name == name {
			return &p.Profiles[i], true
		}
	}
	return nil, false
}

// Rule finds a rule by its official id.
func (p *Pack) Rule(id string) (*Rule, bool) {
	for i := range p.Rules {
		if p.Rules[i].ID == id {
			return &p.Rules[i], true
		}
	}
	return nil, false
}

// Named gives the rules that a name stands for: the rule of that id or, failing that, all rules
// that the manual anchors under that name, since one anchor may carry several rules.
func (p *Pack) Named(name string) []*Rule {
	if r, ok := p.Rule(name); ok {
		return []*Rule{r}
	}
	var rules []*Rule
	for i := range p.Rules {
		if slices.Contains(p.Rules[i].Anchors, name) {
			rules = append(rules, &p.Rules[i])
		}
	}
	return rules
}

// Closure is the set of the named extensions and all that they imply. With no names it is every
// extension of the pack.
func (p *Pack) Closure(names ...string) (map[string]bool, error) {
	set := make(map[string]bool, len(p.Extensions))
	if len(names) == 0 {
		for i := range p.Extensions {
			set[p.Extensions[i].Name] = true
		}
		return set, nil
	}
	var add func(name string) error
	add = func(name string) error {
		if set[name] {
			return nil
		}
		e, ok := p.Extension(name)
		if !ok {
			return fmt.Errorf("pack %s has no extension %q; `spec list` names those it has", p.Name, name)
		}
		set[name] = true
		for _, implied := range e.Implies {
			if err := add(implied); err != nil {
				return err
			}
		}
		return nil
	}
	for _, name := range names {
		if err := add(name); err != nil {
			return nil, err
		}
	}
	return set, nil
}
