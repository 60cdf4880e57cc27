package specs

import (
	"maps"
	"slices"
)

// Against is a statement made for one profile as it counts for another: what is claimed, with the
// mandatory extensions of the first, as far as the other profile has it. left names what it does
// not have, and what is therefore not judged.
func (p *Pack) Against(ics ICS, profile string) (out ICS, left []string, err error) {
	out = ics
	out.Profile = profile
	from, ok := p.Profile(ics.Profile)
	to, known := p.Profile(profile)
	if !ok || !known || ics.Profile == profile {
		return out, nil, nil
	}
	named := append(slices.Clone(from.Mandatory), ics.Extensions...)
	claimed, err := p.closureOf(named)
	if err != nil {
		return out, nil, err
	}
	var options []string
	for _, class := range slices.Sorted(maps.Keys(to.Optional)) {
		options = append(options, to.Optional[class]...)
	}
	possible, err := p.closureOf(options)
	if err != nil {
		return out, nil, err
	}
	counts, err := p.closureOf(to.Mandatory)
	if err != nil {
		return out, nil, err
	}
	out.Extensions = nil
	// Options as the profile names them first: F rather than what it consists of.
	for _, name := range append(options, named...) {
		if claimed[name] && possible[name] && !counts[name] {
			out.Extensions = append(out.Extensions, name)
			counts[name] = true
			p.Close(counts)
		}
	}
	out.Versions = maps.Clone(ics.Versions)
	maps.DeleteFunc(out.Versions, func(name, _ string) bool { return !counts[name] })
	for _, name := range named {
		if !counts[name] && !slices.Contains(left, name) {
			left = append(left, name)
		}
	}
	return out, left, nil
}

// closureOf is [Pack.Closure], of nothing for nothing.
func (p *Pack) closureOf(names []string) (map[string]bool, error) {
	if len(names) == 0 {
		return map[string]bool{}, nil
	}
	return p.Closure(names...)
}
