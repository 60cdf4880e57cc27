package runner

import (
	"errors"
	"fmt"
	"strings"

	"touchstone/reports"
)

// What a journal says besides outcomes. Its first line binds it to a plan, and so to the pack, the
// features and the options; the next to the implementation whose outcomes follow. One run at a time
// writes it.

var (
	// ErrOtherPlan says that a journal belongs to another plan: other features, options or version.
	ErrOtherPlan = errors.New("the journal is of another plan")
	// ErrOtherImplementation says that a journal's outcomes are those of another implementation.
	ErrOtherImplementation = errors.New("the journal is of another implementation")
	// ErrJournalInUse says that another run is writing the journal.
	ErrJournalInUse = errors.New("the journal is being written by another run")
)

// Identify says whose outcomes are collected. A journal that was resumed must be of the same
// implementation: verdicts on a mixture of two would be verdicts on neither.
func (o *Outcomes) Identify(who reports.Implementation) error {
	name := identity(who)
	o.mu.Lock()
	defer o.mu.Unlock()
	switch o.implementation {
	case name:
		return nil
	case "":
		o.implementation = name
		return o.write(entry{Implementation: name})
	}
	return fmt.Errorf("%w: it began with %s, and this is %s: run without --resume, or with the implementation of the first run",
		ErrOtherImplementation, o.implementation, name)
}

// identity is what tells one implementation from another.
func identity(who reports.Implementation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s (%s", who.Name, who.Version, who.Adapter)
	for _, arg := range who.Command {
		fmt.Fprintf(&b, " %s", arg)
	}
	b.WriteString(")")
	if who.Digest != "" {
		b.WriteString(" " + who.Digest)
	}
	return b.String()
}
