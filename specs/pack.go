package specs

import (
	"errors"
	"fmt"
	"slices"
	"strings"
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

// UnknownExtension is the error about a name that no extension of the pack has.
func (p *Pack) UnknownExtension(name string) error {
	return unknown("extension", name, p.Extensions, func(e *Extension) string { return e.Name }, "the keys of its extensions.yaml are its extensions")
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

// UnknownRule is the error about an id that no rule of the pack has.
func (p *Pack) UnknownRule(id string) error {
	return unknown("rule", id, p.Rules, func(r *Rule) string { return r.ID }, "the keys of its rules.yaml files are its rules")
}

// unknown is the error about a name that none of all has: which is near, or else where to look.
func unknown[T any](what, name string, all []T, of func(*T) string, where string) error {
	names := make([]string, len(all))
	for i := range all {
		names[i] = of(&all[i])
	}
	if near := nearest(name, names); near != "" {
		where = "did you mean " + near + "?"
	}
	return fmt.Errorf("the pack has no %s %q; %s", what, name, where)
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
	for _, name := range names {
		if _, ok := p.Extension(name); !ok {
			return nil, fmt.Errorf("pack %s has no extension %q; `spec list` names those it has", p.Name, name)
		}
		set[name] = true
	}
	p.Close(set)
	return set, nil
}

// Close adds to a set of extensions all that they imply, together and each by itself.
func (p *Pack) Close(set map[string]bool) {
	has := func(name string) bool { return set[name] }
	for before := -1; before != len(set); {
		before = len(set)
		for i := range p.Extensions {
			e := &p.Extensions[i]
			if !set[e.Name] {
				continue
			}
			for _, implied := range e.Implied(has) {
				set[implied] = true
			}
		}
	}
}

// Implication is one entry of [Extension.Implies]: claiming the extension claims Name where all of
// With are claimed besides.
type Implication struct {
	Name string
	With []string
}

// Implications reads [Extension.Implies].
func (e *Extension) Implications() []Implication {
	all := make([]Implication, len(e.Implies))
	for i, text := range e.Implies {
		name, condition, conditional := strings.Cut(text, " if ")
		all[i].Name = name
		if conditional {
			all[i].With = strings.Split(condition, " and ")
		}
	}
	return all
}

// Implied lists what claiming the extension claims, where has says what else is claimed.
func (e *Extension) Implied(has func(name string) bool) []string {
	var names []string
	for _, text := range e.Implies {
		name, condition, _ := strings.Cut(text, " if ")
		if Applies(condition, has) {
			names = append(names, name)
		}
	}
	return names
}
