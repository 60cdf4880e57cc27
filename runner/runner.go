// Package runner is the trunk: it plans, executes and judges.
//
//   - [Make] compiles the features that a claim selects into a [Plan]: trials, their cases in a
//     stable order, and images. The same inputs and seed give the same bytes and the same digest.
//   - [Plan.Execute] sends the images to an implementation through an adapter. Outcomes stream
//     into a journal as they arrive, so a run that is cut off is continued, not repeated.
//   - [Plan.Judge] evaluates every check against the outcomes and says, rule by rule, what was
//     seen. Verdicts are a function of the plan and the outcomes, of nothing else.
//   - [Across] merges what several environments of one implementation showed: each has a plan of
//     its own.
//
// Only Execute touches the implementation; a laboratory may do that part elsewhere. What it was given is
// not taken on trust: judging a kit plans it again, self-checking images with all that they allow, and
// compares bytes. A manifest's digest shows that a kit is one and the same, not that its images compare
// with what the specification says.
package runner

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"touchstone/runner/image"
	"touchstone/specs"
)

// ErrRequest is wrapped by every error that is about what was asked for rather than about what
// happened: an unknown profile, a selection that matches nothing.
var ErrRequest = errors.New("request")

// ErrNothing says, within an ErrRequest, that an environment can run nothing of what is selected.
var ErrNothing = errors.New("no scenario that can run here")

// Request is what a plan is made from.
type Request struct {
	Pack        *specs.Pack
	Features    fs.FS // *.feature below a folder named as the pack
	ICS         specs.ICS
	Environment string // "machine" or "linux"; of a pack of kind exchange "library" or "service"
	Effort      string // quick, standard, exhaustive
	Seed        uint64
	Select      string    // tag expression, rule id, or file:line; empty: everything
	Map         image.Map // memory and devices of the machine; the zero value is image.DefaultMap

	// Listed is told of how many cases what is allowed has been listed, for images that check themselves: one
	// call at a time; may be nil.
	Listed func(done, total int)
}

// Efforts in ascending order.
var Efforts = []string{"quick", "standard", "exhaustive"}

// Check says what is wrong with a request, before anything is made from it.
func (r Request) Check() error {
	if r.Pack == nil {
		return errors.New("runner: a request needs a pack")
	}
	if _, ok := r.Pack.Profile(r.ICS.Profile); !ok {
		names := make([]string, 0, len(r.Pack.Profiles))
		for _, p := range r.Pack.Profiles {
			names = append(names, p.Name)
		}
		return fmt.Errorf("%w: no profile %q in pack %s; it has %v", ErrRequest, r.ICS.Profile, r.Pack.Name, names)
	}
	if !slices.Contains(Efforts, r.Effort) {
		return fmt.Errorf("%w: no effort %q; choose one of %v", ErrRequest, r.Effort, Efforts)
	}
	if exchanges := r.Environment == specs.Library || r.Environment == specs.Service; exchanges != r.Pack.Exchanges() && r.Environment != "" {
		return fmt.Errorf("%w: pack %s is not for implementations in environment %s", ErrRequest, r.Pack.Name, r.Environment)
	}
	for _, name := range r.ICS.Extensions {
		if err := r.Pack.CheckExtension(name, r.ICS.Versions[name]); err != nil {
			return fmt.Errorf("%w: %w", ErrRequest, err)
		}
	}
	return checkParameters(r.Pack, r.ICS)
}
