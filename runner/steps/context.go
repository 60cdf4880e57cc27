package steps

import (
	"slices"
	"strconv"
	"strings"

	"touchstone/features"
	"touchstone/runner/image"
	"touchstone/runner/sweep"
	"touchstone/runner/trial"
	"touchstone/specs"
	"touchstone/specs/exchange"
	"touchstone/specs/isa"
)

// Context is everything that decides, with the features, what the trials are: equal contexts give
// equal trials.
type Context struct {
	Pack        *specs.Pack
	Table       *isa.Table            // of the claimed extensions; nil of a pack of kind exchange
	Engine      *exchange.Engine      // of such a pack
	ICS         specs.ICS             // what is claimed
	Claimed     func(ext string) bool // whether the claim, with what it implies, has an extension
	Environment string                // "machine" or "linux"; "library" or "service"
	Map         image.Map             // where the data area lies
	Effort      string                // quick, standard, exhaustive
	Seed        uint64                // of the random part of sweeps

	effort  sweep.Effort
	places  int // of image.Map.Place, given away
	blocks  *sweep.Blocks
	implied map[string]map[string]bool // by an extension, with itself
	csrs    map[trial.Loc]*specs.CSR
	views   map[trial.Loc]specs.View // of those that are bits of others
}

// index makes what steps look up.
func (c *Context) index() error {
	c.blocks = &sweep.Blocks{}
	c.implied = make(map[string]map[string]bool, len(c.Pack.Extensions))
	for i := range c.Pack.Extensions {
		name := c.Pack.Extensions[i].Name
		implied, err := c.Pack.Closure(name)
		if err != nil {
			return err
		}
		c.implied[name] = implied
	}
	c.csrs = make(map[trial.Loc]*specs.CSR, len(c.Pack.CSRs))
	for i := range c.Pack.CSRs {
		c.csrs[csrAt(c.Pack.CSRs[i].Name)] = &c.Pack.CSRs[i]
	}
	c.views = map[trial.Loc]specs.View{}
	for name, view := range specs.Views(c.Pack.CSRs) {
		c.views[csrAt(name)] = view
	}
	return nil
}

// csrAt names a CSR.
func csrAt(name string) trial.Loc { return trial.Loc("csr:" + name) }

// whole is the location that is seen of one that may be bits of it.
func (c *Context) whole(loc trial.Loc) trial.Loc {
	if view, ok := c.views[loc]; ok {
		return csrAt(view.CSR)
	}
	return loc
}

// Scenario is a scenario of a feature.
type Scenario = features.Scenario

// leastMode is the mode that a case runs in when its scenario does not say: the least privileged
// one of the ICS.
func (c *Context) leastMode() string {
	if c.hasMode("U") || c.process() {
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
	for _, tag := range s.Tag("ext") {
		if any := strings.Split(tag, "|"); !slices.ContainsFunc(any, c.Claimed) {
			return scope{reason: "the implementation does not claim " + strings.Join(any, " or "), notApplicable: true}
		}
	}
	if when := c.unmet(s.Tag("rule")); when != "" {
		return scope{reason: "its rules apply when " + when, notApplicable: true}
	}
	for _, p := range s.Tag("claim") {
		if !c.claims(p) {
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

// applies says whether a rule's condition holds under the claim.
func (c *Context) applies(when string) bool {
	return specs.Applies(when, func(name string) bool { return c.ICS.States(name, c.Claimed) })
}

// claims says whether the ICS states a parameter, "NAME", or states it to be no more than a number,
// "NAME<=128".
func (c *Context) claims(tag string) bool {
	name, limit, bounded := strings.Cut(tag, "<=")
	if !bounded {
		return c.ICS.States(name, func(string) bool { return false })
	}
	n, stated := c.parameter(name)
	most, err := strconv.ParseUint(limit, 10, 64)
	return err == nil && stated && n <= most
}

// EnvOf is what the checks of a case with a script are evaluated in; nil: the case has no script.
func EnvOf(c *trial.Case) *exchange.Env {
	env, _ := c.Env.(*exchange.Env)
	return env
}
