package steps

import (
	"slices"

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
	if envs := s.Tag("env"); len(envs) > 0 && !slices.Contains(envs, c.Environment) {
		return scope{reason: "needs the " + envs[0] + " environment", excluded: true}
	}
	for _, e := range s.Tag("effort") {
		if at, err := sweep.ParseEffort(e); err == nil && at > c.effort {
			return scope{reason: "runs at " + e + " effort", excluded: true}
		}
	}
	return scope{}
}
