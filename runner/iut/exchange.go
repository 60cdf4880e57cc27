package iut

import (
	"context"

	"touchstone/runner/trial"
)

// Exchanger talks: it carries out scripts.
type Exchanger interface {
	Implementation
	// Exchange carries out the scripts of some cases, several at a time if it can, and yields each case's
	// outcome once, as it arrives. When the implementation ends or hangs, Exchange has yielded all that
	// finished and returns a *Stopped that says which case was the first without its answer. It returns
	// ctx.Err() when cancelled, yield's error when yield fails, and an error that is ErrUnavailable when
	// nothing could be reached. Safe for concurrent use; yield is called by one goroutine at a time.
	Exchange(ctx context.Context, all []Conversation, yield func(trial.Outcome) error) error
}

// Conversation is the script of a case.
type Conversation struct {
	Case   int // plan index
	Script *trial.Script
}
