// Package iut says what an adapter is. An implementation under test is described, and then it
// either executes images (processors) or exchanges messages (libraries, services). Adapters live
// in folders below; one shared suite, iuttest, is run against all of them.
package iut

import (
	"context"
	"io"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// Implementation is what can be described and put away.
type Implementation interface {
	// Describe names the implementation: asked once, before anything is executed. An
	// implementation that cannot be started says so here (errors.Is ErrUnavailable).
	Describe(ctx context.Context) (reports.Implementation, error)
	io.Closer
}

// Executor runs programs.
type Executor interface {
	Implementation
	// Execute runs one image and yields each case's outcome once, as it arrives. When the
	// implementation ends or hangs in the middle, Execute has yielded all that finished and
	// returns a *Stopped that says which case had begun. Safe for concurrent use.
	Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error
}
