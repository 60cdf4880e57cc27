package reports

import (
	"fmt"
	"slices"
)

// An implementation may be executed in several environments, each with a plan, images and outcomes of
// its own ([Suite.Environments]). Its report is one: a rule's verdict and a scenario's are merged over
// the environments ([Across]), which are listed with what each of them showed.

// In is one of several environments that the implementation was executed in.
type In struct {
	Name           string         `json:"name"`
	Environment    string         `json:"environment"` // its kind: machine, supervisor, linux
	Implementation Implementation `json:"implementation"`
	Plan           string         `json:"plan_digest"`
	Images         string         `json:"images_digest"`
	Outcomes       string         `json:"outcomes_digest"` // of this environment's sidecar file
}

// InVerdict is what one of several environments showed of a rule or a scenario.
type InVerdict struct {
	Environment string  `json:"environment"` // its name
	Verdict     Verdict `json:"verdict"`
	Reason      string  `json:"reason,omitzero"`
	Cases       int     `json:"cases,omitzero"` // of a scenario
	Passed      int     `json:"passed"`
	Failed      int     `json:"failed"`
	Root        string  `json:"root,omitzero"` // of a scenario: over its cases' outcomes in this environment
}

// Across merges what several environments showed. What one cannot run another may, so untested is no
// news where something ran; a failure, an error or a doubt in one is not outweighed by a pass in another.
func Across(verdicts ...Verdict) Verdict {
	best := Verdict("")
	for _, v := range verdicts {
		if !v.Known() {
			v = Error
		}
		if best == "" || v.across() > best.across() {
			best = v
		}
	}
	if best == "" {
		return Untested
	}
	return best
}

func (v Verdict) across() int {
	return slices.Index([]Verdict{NotApplicable, Untested, Pass, Inconclusive, Error, Fail}, v)
}

// acrossFollows says whether verdicts over several environments follow from what each showed.
func (r *Report) acrossFollows() error {
	names := make([]string, len(r.Suite.Environments))
	for i := range r.Suite.Environments {
		names[i] = r.Suite.Environments[i].Name
	}
	if len(names) == 0 {
		for i := range r.Verdicts.Rules {
			if rule := &r.Verdicts.Rules[i]; len(rule.Environments) > 0 {
				return fmt.Errorf("%w: rule %s speaks of several environments, and the suite does not", ErrMalformed, rule.ID)
			}
		}
		return nil
	}
	if !slices.Equal(names, r.Verdicts.Environments) {
		return fmt.Errorf("%w: its verdicts are of the environments %v, and it was executed in %v", ErrMalformed, r.Verdicts.Environments, names)
	}
	follow := func(what, id string, verdict Verdict, passed, failed int, in []InVerdict) error {
		if len(in) == 0 && (verdict == Untested || verdict == NotApplicable) && passed+failed == 0 {
			return nil // alike in all of them
		}
		verdicts := make([]Verdict, len(in))
		for i := range in {
			verdicts[i] = in[i].Verdict
			passed -= in[i].Passed
			failed -= in[i].Failed
			if !slices.Contains(names, in[i].Environment) {
				return fmt.Errorf("%w: %s %s has a verdict of environment %q, and there is none", ErrMalformed, what, id, in[i].Environment)
			}
		}
		if merged := Across(verdicts...); merged != verdict || passed != 0 || failed != 0 {
			return fmt.Errorf("%w: %s %s is %s, which does not follow from its environments", ErrMalformed, what, id, verdict)
		}
		return nil
	}
	for i := range r.Verdicts.Rules {
		x := &r.Verdicts.Rules[i]
		if err := follow("rule", x.ID, x.Verdict, x.Passed, x.Failed, x.Environments); err != nil {
			return err
		}
	}
	for i := range r.Verdicts.Scenarios {
		x := &r.Verdicts.Scenarios[i]
		if err := follow("scenario", x.ID, x.Verdict, x.Passed, x.Failed, x.Environments); err != nil {
			return err
		}
	}
	return nil
}

// SidecarOf is an outcomes file of a report, of which there is one an environment.
type SidecarOf struct {
	Environment string // "" when there is only one
	Digest      string
}

// Sidecars lists the files of outcomes that a report was made from.
func (s *Suite) Sidecars() []SidecarOf {
	if len(s.Environments) == 0 {
		if s.Outcomes == "" {
			return nil
		}
		return []SidecarOf{{Digest: s.Outcomes}}
	}
	var out []SidecarOf
	for i := range s.Environments {
		out = append(out, SidecarOf{s.Environments[i].Name, s.Environments[i].Outcomes})
	}
	return out
}

// root is the Merkle root that the report states for a scenario in an environment.
func (s *ScenarioVerdict) root(environment string) string {
	if environment == "" {
		return s.Root
	}
	for i := range s.Environments {
		if s.Environments[i].Environment == environment {
			return s.Environments[i].Root
		}
	}
	return ""
}
