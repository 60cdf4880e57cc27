package reports

// Exit codes, the same for every command (DESIGN section 10).
const (
	ExitOK         = 0
	ExitFailed     = 1 // non-conforming, does not verify, or the gate is shut
	ExitUsage      = 2 // wrong use or bad input
	ExitUnfinished = 3 // could not finish, or inconclusive
)

// Exit is an error that knows how the process must end. A nil Err says that everything worth
// saying has been said already.
type Exit struct {
	Code int
	Err  error
}

func (e *Exit) Error() string {
	if e.Err == nil {
		return ""
	}
	return e.Err.Error()
}

func (e *Exit) Unwrap() error { return e.Err }

// ExitCode is what kong and main look for.
func (e *Exit) ExitCode() int { return e.Code }

// ExitCode is the conclusion as an exit code.
func (c Conclusion) ExitCode() int {
	switch c {
	case Conforming:
		return ExitOK
	case NonConforming:
		return ExitFailed
	}
	return ExitUnfinished
}
