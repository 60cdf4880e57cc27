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
		for _, implied := range e.Implies {
			add(implied, status)
		}
	}
	add("I", "base")
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

	var claim func(name string)
	claim = func(name string) {
		if s.claimed[name] {
			return
		}
		s.claimed[name] = true
		for _, implied := range byName[name].Implies {
			claim(implied)
		}
	}
	claim("I")
	for _, name := range profile.Mandatory {
		claim(name)
	}
	for _, name := range ics.Extensions {
		claim(name)
	}
	return s
}
