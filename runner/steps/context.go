package steps

import (
	"fmt"
	"slices"
	"strings"

	"touchstone/features"
	"touchstone/runner/image"
	"touchstone/runner/sweep"
	"touchstone/specs"
	"touchstone/specs/isa"
)

// Context is everything that decides, with the features, what the trials are: equal contexts give
// equal trials.
type Context struct {
	Pack        *specs.Pack
	Table       *isa.Table            // of the claimed extensions
	ICS         specs.ICS             // what is claimed
	Claimed     func(ext string) bool // whether the claim, with what it implies, has an extension
	Environment string                // "machine"
	Map         image.Map             // where the data area lies
	Effort      string                // quick, standard, exhaustive
	Seed        uint64                // of the random part of sweeps

	effort sweep.Effort
	places int // of image.Map.Place, given away
}

// Scenario is a scenario of a feature.
type Scenario = features.Scenario

// leastMode is the mode that a case runs in when its scenario does not say: the least privileged
// one of the ICS.
func (c *Context) leastMode() string {
	if c.hasMode("U") {
		return "U"
	}
	return "M"
}

func (c *Context) hasMode(m string) bool { return slices.Contains(c.ICS.Modes, m) }

// scope says why a scenario cannot be judged under this context: reason is empty when it can.
type scope struct {
	reason        string
	notApplicable bool // the reason is an option that is not claimed
	excluded      bool // the reason is the environment or the effort
}

func (c *Context) scope(s *Scenario) scope {
	for _, ext := range s.Tag("ext") {
		if !c.Claimed(ext) {
			return scope{reason: "the implementation does not claim " + ext, notApplicable: true}
		}
	}
	if when := c.unmet(s.Tag("rule")); when != "" {
		return scope{reason: "its rules apply when " + when, notApplicable: true}
	}
	for _, p := range s.Tag("claim") {
		if _, stated := c.ICS.Parameters[p]; !stated || !c.claims(p) {
			return scope{reason: "capability: needs " + p + ", which the conformance statement does not claim"}
		}
	}
	if envs := s.Tag("env"); len(envs) > 0 && !slices.Contains(envs, c.Environment) {
		return scope{reason: "environment: needs " + envs[0], excluded: true}
	}
	for _, e := range s.Tag("effort") {
		if at, err := sweep.ParseEffort(e); err == nil && at > c.effort {
			return scope{reason: "effort: runs at " + e, excluded: true}
		}
	}
	return scope{}
}

// unmet gives the condition under which the rules of a scenario apply, when none of them does here.
func (c *Context) unmet(rules []string) (when string) {
	for _, id := range rules {
		r, ok := c.Pack.Rule(id)
		if !ok || c.applies(r.When) {
			return ""
		}
		when = r.When
	}
	return when
}

// applies evaluates a rule's condition: names joined by "or", "and" and "not". A parameter that the
// ICS does not state is taken to be met: the scenario finds out.
func (c *Context) applies(when string) bool {
	if when == "" {
		return true
	}
	for alternative := range strings.SplitSeq(when, " or ") {
		all := true
		for term := range strings.SplitSeq(alternative, " and ") {
			name, negated := strings.CutPrefix(strings.TrimSpace(term), "not ")
			all = all && c.claims(name) != negated
		}
		if all {
			return true
		}
	}
	return false
}

// claims reports what the ICS says of an extension, a mode or a parameter.
func (c *Context) claims(name string) bool {
	if v, ok := c.ICS.Parameters[name]; ok {
		return !slices.Contains([]string{"false", "0", "", "[]"}, fmt.Sprint(v))
	}
	if _, ok := c.Pack.Extension(name); ok || len(name) == 1 {
		return c.Claimed(name) || c.hasMode(name)
	}
	return true
}
