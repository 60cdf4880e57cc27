package command

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"touchstone/specs"
)

// repeated is what a run takes from the report that it repeats, in the place of what the implementation's
// own statement says: the question is whether the same comes out, and not whether the claims are right.
type repeated struct {
	ics   specs.ICS // in the first environment: of others the report has none
	kind  string    // of the environment, where there is only one: machine, supervisor, linux
	names []string  // of the environments, where there are several

	shared bool // the environments of the implementation do not differ in what is claimed
}

// state puts the report's claims into a description. What one environment claims beyond another is then
// still the description's word.
func (r *repeated) state(described *specs.IUT, words io.Writer) {
	own := described.ICS
	if other := otherClaims(own, r.ics); described.States() && described.Start.Adapter != embeddedName && len(other) > 0 {
		fmt.Fprintf(words, "%s states other %s than the report: judged is what the report claims\n", described.Name, strings.Join(other, ", "))
	}
	r.shared = described.Places == nil
	described.ICS = r.ics
	if !r.shared && r.kind == "" {
		described.ICS.Modes, described.ICS.Harts, described.ICS.Parameters = own.Modes, own.Harts, own.Parameters
	}
}

// otherClaims names the parts of two statements that are not the same.
func otherClaims(a, b specs.ICS) (other []string) {
	sorted := func(s []string) []string { return slices.Sorted(slices.Values(s)) }
	for _, part := range []struct {
		name string
		same bool
	}{
		{"profile", a.Profile == b.Profile},
		{"extensions", slices.Equal(sorted(a.Extensions), sorted(b.Extensions))},
		{"modes", slices.Equal(sorted(a.Modes), sorted(b.Modes))},
		{"harts", a.Harts == b.Harts},
		{"parameters", maps.EqualFunc(a.Parameters, b.Parameters, sameValue)},
		{"versions", maps.Equal(a.Versions, b.Versions)},
	} {
		if !part.same {
			other = append(other, part.name)
		}
	}
	return other
}

// sameValue compares values of parameters: in a report every number is a float64.
func sameValue(a, b any) bool {
	n, isNumber := specs.Number(a)
	m, isToo := specs.Number(b)
	return isNumber && isToo && n == m || reflect.DeepEqual(a, b)
}

// claimed are the environments to run in, with the report's claims.
func (r *repeated) claimed(described *specs.IUT, chosen []*specs.IUT) ([]*specs.IUT, error) {
	if r.kind != "" {
		var fit, names []string
		chosen = slices.DeleteFunc(slices.Clone(chosen), func(u *specs.IUT) bool {
			names = append(names, u.Environment())
			return u.Environments[0] != r.kind
		})
		for _, u := range chosen {
			fit = append(fit, u.Environment())
		}
		switch len(chosen) {
		case 0:
			return nil, usage("the report is of the environment %s, and of %s there is %s", r.kind, described.Name, strings.Join(names, ", "))
		case 1:
		default:
			return nil, usage("the report is of the environment %s, and %s has several of that kind: choose with --environment %s", r.kind, described.Name, strings.Join(fit, "|"))
		}
	}
	slices.SortStableFunc(chosen, func(a, b *specs.IUT) int {
		return slices.Index(r.names, a.Environment()) - slices.Index(r.names, b.Environment())
	})
	for i, u := range chosen {
		if i == 0 || r.shared {
			u.ICS = r.ics
			u.ICS.Parameters = maps.Clone(r.ics.Parameters)
		}
		if u.ICS.Parameters == nil {
			u.ICS.Parameters = map[string]any{}
		}
	}
	return chosen, nil
}
