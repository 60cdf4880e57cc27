package runner

import (
	"slices"

	"touchstone/specs"
)

// scope is what a claim covers: which extensions, on which standing, and which rules follow.
type scope struct {
	profile    *specs.Profile
	extensions []scoped
	claimed    map[string]bool // with everything implied
	standing   map[string]string
	shared     map[string][]string // by rule: other extensions that have a row that cites it
}

// scoped is one extension of the profile. Status is "base", "mandatory" or "optional"; an
// extension that a profile's one implies has its standing.
type scoped struct {
	ext    specs.Extension
	status string
}

func newScope(pack *specs.Pack, ics specs.ICS) scope {
	profile, _ := pack.Profile(ics.Profile)
	byName := map[string]specs.Extension{}
	for _, e := range pack.Extensions {
		byName[e.Name] = e
	}
	s := scope{profile: profile, claimed: map[string]bool{}, standing: map[string]string{}}
	var add func(name, status string)
	add = func(name, status string) {
		if _, seen := s.standing[name]; seen {
			return
		}
		e, ok := byName[name]
		if !ok {
			e = specs.Extension{Name: name}
		}
		s.standing[name] = status
		s.extensions = append(s.extensions, scoped{e, status})
		for _, i := range e.Implications() {
			if len(i.With) == 0 {
				add(i.Name, status)
			}
		}
	}
	base := "I" // that of every profile of an instruction set here
	if pack.Exchanges() {
		base = profile.Base
	}
	if base != "" {
		add(base, "base")
	}
	for _, name := range profile.Mandatory {
		add(name, "mandatory")
	}
	classes := make([]string, 0, len(profile.Optional))
	for class := range profile.Optional {
		classes = append(classes, class)
	}
	slices.Sort(classes)
	for _, class := range classes {
		for _, name := range profile.Optional[class] {
			add(name, "optional")
		}
	}
	for _, name := range ics.Extensions { // claimed beyond what the profile names
		add(name, "optional")
	}

	s.addImplied(add)

	if base != "" {
		s.claimed[base] = true
	}
	for _, name := range slices.Concat(profile.Mandatory, ics.Extensions) {
		s.claimed[name] = true
	}
	pack.Close(s.claimed)

	s.shared = map[string][]string{}
	for i := range pack.Instructions {
		for _, ids := range pack.Instructions[i].Rules {
			for _, id := range ids {
				s.shared[id] = append(s.shared[id], pack.Instructions[i].Also...)
			}
		}
	}
	return s
}

// under is the extension by which a rule binds the claim: its own, or else one that shares a row the
// rule is about, as Zbkb does Zbb's andn.
func (s *scope) under(rule *specs.Rule) string {
	if !s.claimed[rule.Extension] {
		for _, name := range s.shared[rule.ID] {
			if s.claimed[name] {
				return name
			}
		}
	}
	return rule.Extension
}

// addImplied adds what several extensions imply together, under the weakest of their standings.
func (s *scope) addImplied(add func(name, status string)) {
	strength := []string{"optional", "mandatory", "base"}
	for before := -1; before != len(s.extensions); {
		before = len(s.extensions)
		for _, x := range s.extensions {
			for _, i := range x.ext.Implications() {
				weakest, all := slices.Index(strength, x.status), true
				for _, name := range i.With {
					status, ok := s.standing[name]
					weakest, all = min(weakest, slices.Index(strength, status)), all && ok
				}
				if all {
					add(i.Name, strength[weakest])
				}
			}
		}
	}
}
