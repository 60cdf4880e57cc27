// Package iut says what an adapter is. An implementation under test is described, and then it
// either executes images (processors) or exchanges messages (libraries, services). Adapters live
// in folders below; one shared suite, iuttest, is run against all of them.
package iut

import (
	"context"
	"errors"
	"fmt"
	"io"

	"touchstone/reports"
	"touchstone/runner/image"
	"touchstone/runner/trial"
)

// ErrUnavailable says that an implementation cannot be started here at all: not installed, no
// permission, no such board. The error that wraps it says what to do.
var ErrUnavailable = errors.New("implementation not available")

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
	// Protocol is how images must report so that this adapter can hear them.
	Protocol() image.Protocol
	// Execute runs one image and yields each case's outcome once, as it arrives. When the
	// implementation ends or hangs in the middle, Execute has yielded all that finished and
	// returns a *Stopped that says which case had begun. It returns ctx.Err() when cancelled,
	// yield's error when yield fails, and an error that is ErrUnavailable when nothing could be
	// started. Safe for concurrent use.
	Execute(ctx context.Context, img *image.Image, yield func(trial.Outcome) error) error
}

// Reason says how an execution ended early.
type Reason string

const (
	Hang  Reason = "hang"  // nothing more came within the time or instruction limit
	Late  Reason = "late"  // the image's time was over while its cases still finished: nobody is to blame
	Crash Reason = "crash" // the implementation ended by a signal or an error status
	Flood Reason = "flood" // it wrote more than it may
	Exit  Reason = "exit"  // it ended as if all were well, but cases are missing
)

// Stopped is the error of an execution that ended before every case had finished.
type Stopped struct {
	Case      int  // plan index of the case that had begun and not finished; -1: none had
	Started   bool // the image had reported at all
	Reason    Reason
	LastWords string // the end of what it wrote, for people
}

func (s *Stopped) Error() string {
	where := "between cases"
	switch {
	case !s.Started:
		where = "before the first case"
	case s.Case >= 0:
		where = fmt.Sprintf("in case %d", s.Case)
	}
	words := ""
	if s.LastWords != "" {
		words = ": " + s.LastWords
	}
	return fmt.Sprintf("implementation stopped (%s) %s%s", s.Reason, where, words)
}
