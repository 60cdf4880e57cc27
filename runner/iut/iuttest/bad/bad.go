// Package bad is implementations that misbehave on purpose: they hang, crash, flood, lie, cut their
// report short, change their mind, and leave processes behind. [All] lists them, with what must come
// of each; iuttest.Bad runs them against an adapter.
//
// A [Behaviour] is a play: it is given what a right implementation reports of the image, as records,
// and a [Stage] on which to report it, or something else. An adapter brings the stage: a process that
// prints, a machine whose memory is read, a stub that speaks a debugger's protocol. [Main] is the
// stage of a process: a simulator that runs any image rightly, but for the play.
//
// A play is about one case, the victim: the one that leaves [Mark] in a0. Whatever image the victim
// is in, alone or in company, the play is the same.
package bad

import (
	"slices"

	"touchstone/runner/image/frame"
)

// Mark is what the victim leaves in a0: "li a0, 0x7ad".
const Mark = 0x7ad

// locA0 is the location code of a0 in a record.
const locA0 = 10

// Stage is what a bad implementation can do. Calls of which it says so do not return.
type Stage interface {
	// Report reports records as a right implementation would, under the id that Image says.
	Report(records ...frame.Record)
	// Raw puts bytes into the report as they are: onto the console, or into the memory log.
	Raw(p []byte)
	// Image is what the image calls itself.
	Image() uint64
	// Hang does nothing any more. It does not return.
	Hang()
	// Crash ends the implementation in the middle of what it does: by a signal, by a lost
	// connection. It does not return.
	Crash()
	// Exit ends it as if all were well, or with a status that says otherwise. It does not return.
	Exit(status int)
}

// Console is a stage that can print what is no report. A signature's stage has a console too.
type Console interface {
	Stage
	Print(p []byte)
	Complain(p []byte) // to standard error
}

// Process is a stage that is a process of the operating system.
type Process interface {
	Console
	Fork(how ForkMode) // starts a process that does nothing, for a minute
	Ignore()           // every signal that can be
	Stop()             // stops itself, as SIGSTOP does
	CloseOutput()      // closes standard output and error
	Eat(what Resource) // takes all there is
	Signature() string // the file that results go to; "": they go to the console
	Been() bool        // whether it has been asked so before, in this execution or an earlier
}

// ForkMode says what a process that is left behind shares with the one that started it.
type ForkMode string

const (
	SameGroup  ForkMode = "same-group"  // and holds on to its standard output
	OwnSession ForkMode = "own-session" // a daemon
)

// Resource is what an implementation may eat up.
type Resource string

const (
	Memory  Resource = "memory"
	Handles Resource = "handles"
)

// Behaviour is a way to be bad.
type Behaviour struct {
	Name string
	// Play is given what a right implementation would report. When it returns, the implementation
	// ends as a right one does.
	Play func(s Stage, right []frame.Record)
	// Before is played before the image is executed at all.
	Before func(s Stage)
	Needs  Needs
	Want   Want
}

// Needs are what a stage must be.
type Needs struct {
	Streams   bool // what was reported is seen, however the implementation ends
	Console   bool // a [Console]
	Process   bool // a [Process]
	Text      bool // the report is lines of text
	Signature bool // the report is a memory log in a file
}

// Want is what must come of a behaviour when an image of three cases, the victim in the middle, is
// executed with isolation.
type Want struct {
	// Victim is the status of the victim's outcome; its neighbours finish. "": it finishes too.
	Victim string
	// NeverStarted: no case has an outcome, and the error says that the implementation never started.
	NeverStarted bool
	// Again: something ran again, and the run says so.
	Again bool
	// Words are in the victim's last words, in the error, or in what is said of what ran again.
	Words string
}

// Find is the behaviour of a name.
func Find(name string) (Behaviour, bool) {
	all := append(All(), ChangesItsMind())
	i := slices.IndexFunc(all, func(b Behaviour) bool { return b.Name == name })
	if i < 0 {
		return Behaviour{}, false
	}
	return all[i], true
}

// ChangesItsMind is an implementation whose first answer is wrong, and every other right. Only who asks
// twice can know; so it is not in [All].
func ChangesItsMind() Behaviour {
	return Behaviour{Name: "changes its mind", Play: instead(func(s Stage, r frame.Record) {
		if !s.(Process).Been() {
			r = changed(r, func(r *frame.Record) { r.Words[5] ^= 0x40000 })
		}
		s.Report(r)
	}), Needs: Needs{Process: true}}
}

// victim is where the victim's Begin and Result stand in a report; ok says whether it is in it.
func victim(s Stage, right []frame.Record) (begin, result int, ok bool) {
	mark := uint64(Mark)
	if m, ok := s.(interface{ Mark() uint64 }); ok {
		mark = m.Mark()
	}
	for i, r := range right {
		if r.Kind != frame.Result {
			continue
		}
		for w := r.Words; len(w) >= 6; w = w[2:] {
			if w[4] == locA0 && w[5] == mark {
				return slices.IndexFunc(right, func(b frame.Record) bool { return b.Kind == frame.Begin && b.Slot == r.Slot }), i, true
			}
		}
	}
	return 0, 0, false
}

// inVictim is a play that goes right up to where the victim has begun; other images go right.
func inVictim(then func(s Stage)) func(Stage, []frame.Record) {
	return func(s Stage, right []frame.Record) {
		begin, _, ok := victim(s, right)
		if !ok {
			s.Report(right...)
			return
		}
		s.Report(right[:begin+1]...)
		then(s)
	}
}

// inCompany is a play in images of more than one case; single cases go right.
func inCompany(play func(Stage, []frame.Record)) func(Stage, []frame.Record) {
	return func(s Stage, right []frame.Record) {
		if len(right) > 4 { // start, begin, result, end
			play(s, right)
			return
		}
		s.Report(right...)
	}
}

// instead is a play that reports something else where the victim's result belongs.
func instead(report func(s Stage, r frame.Record)) func(Stage, []frame.Record) {
	return func(s Stage, right []frame.Record) {
		_, result, ok := victim(s, right)
		if !ok {
			s.Report(right...)
			return
		}
		s.Report(right[:result]...)
		report(s, right[result])
		s.Report(right[result+1:]...)
	}
}

// changed is a copy of a record with its words changed.
func changed(r frame.Record, change func(r *frame.Record)) frame.Record {
	r.Words = slices.Clone(r.Words)
	change(&r)
	return r
}
