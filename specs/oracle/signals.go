package oracle

import (
	"fmt"
	"slices"
)

// Signal numbers of Linux that a trap may appear as.
const (
	sigILL  = 4
	sigTRAP = 5
	sigBUS  = 7
	sigSEGV = 11
)

// Values of si_code that are told apart.
const (
	busAligned   = 1  // BUS_ADRALN
	segProtected = 10 // SEGV_CPERR: control protection
)

// Exceptions as the privileged architecture numbers them.
const (
	instructionMisaligned = 0
	instructionFault      = 1
	breakpoint            = 3
	loadMisaligned        = 4
	loadFault             = 5
	storeMisaligned       = 6
	storeFault            = 7
	fetchPageFault        = 12
	loadPageFault         = 13
	storePageFault        = 15
	softwareCheck         = 18
)

// Delivers says whether Linux may tell a program of an exception by a signal with this si_code: what
// the kernel does with the trap when it neither handles nor emulates it. Whether memory faults by a
// page or by an access is nothing that a program learns.
func Delivers(cause uint64, signal, code int) bool {
	switch cause {
	case instructionMisaligned, loadMisaligned, storeMisaligned:
		return signal == sigBUS && code == busAligned
	case illegalInstruction:
		return signal == sigILL
	case breakpoint:
		return signal == sigTRAP
	case instructionFault, loadFault, storeFault, fetchPageFault, loadPageFault, storePageFault:
		return signal == sigSEGV && code != segProtected || signal == sigBUS && code != busAligned
	case softwareCheck:
		return signal == sigSEGV && code == segProtected
	}
	return false
}

// Addressed says whether si_addr of a signal is the address that could not be accessed, which is the
// trap value then. Of other signals it is that of the instruction.
func Addressed(signal int) bool { return signal == sigSEGV || signal == sigBUS }

// Breaks says whether a signal is how a breakpoint is seen.
func Breaks(signal int) bool { return signal == sigTRAP }

// SignalName is a signal as people write it, with si_code where it has a name there.
func SignalName(signal, code int) string {
	name := signalName(signal)
	codes := map[int][]string{
		sigILL:  {"ILL_ILLOPC", "ILL_ILLOPN", "ILL_ILLADR", "ILL_ILLTRP", "ILL_PRVOPC"},
		sigTRAP: {"TRAP_BRKPT", "TRAP_TRACE"},
		sigBUS:  {"BUS_ADRALN", "BUS_ADRERR", "BUS_OBJERR"},
		sigSEGV: {"SEGV_MAPERR", "SEGV_ACCERR", 9: "SEGV_CPERR"},
	}
	if c := codes[signal]; code > 0 && code <= len(c) && c[code-1] != "" {
		return name + " (" + c[code-1] + ")"
	}
	return fmt.Sprintf("%s (code %d)", name, code)
}

func signalName(signal int) string {
	names := map[int]string{sigILL: "SIGILL", sigTRAP: "SIGTRAP", sigBUS: "SIGBUS", 8: "SIGFPE", sigSEGV: "SIGSEGV"}
	if name, ok := names[signal]; ok {
		return name
	}
	return fmt.Sprintf("signal %d", signal)
}

// is says whether a trap record shows this exception; of its place and its value nothing.
func (t *Trap) is(cause uint64) bool {
	if t.Signal != 0 {
		return Delivers(cause, t.Signal, t.Code)
	}
	return t.Cause == cause
}

// explains says whether a trap that a path takes is the one that was recorded.
func (t *trapping) explains(s *Trap) bool {
	return s.is(t.cause) && t.pc == s.PC && t.mode == s.Mode && t.values(s)
}

// values says whether the trap value is one that the path allows, where the record has one.
func (t *trapping) values(s *Trap) bool {
	return s.Signal != 0 && !Addressed(s.Signal) || holds(t.tval, t.tvals, s.Tval)
}

// kind is the exception in a word.
func (t *Trap) kind() string {
	if t.Signal != 0 {
		return SignalName(t.Signal, t.Code)
	}
	return fmt.Sprint(t.Cause)
}

// signals are the names of those that may tell of an exception, for people.
func signals(cause uint64) []string {
	var out []string
	for _, s := range []int{sigILL, sigTRAP, sigBUS, sigSEGV} {
		for code := range segProtected + 1 {
			if Delivers(cause, s, code) && !slices.Contains(out, signalName(s)) {
				out = append(out, signalName(s))
			}
		}
	}
	return out
}

// Emulable says whether an environment may do what the exception says that the hart did not: the
// access to a misaligned address. To the program it then looks as if the hart had done it.
func Emulable(cause uint64) bool { return cause == loadMisaligned || cause == storeMisaligned }

// emulated says whether a path ends in a trap that the environment may have kept to itself.
func (m *machine) emulated() bool { return m.seen.Trap.Signal != 0 && Emulable(m.trap.cause) }
