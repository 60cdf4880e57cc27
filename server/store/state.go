package store

import "slices"

// State is where a report is in its life: see the package's table.
type State string

const (
	Pending    State = "pending"
	InReview   State = "in-review"
	Accepted   State = "accepted"
	Published  State = "published"
	Refused    State = "refused"
	Superseded State = "superseded"
	Revoked    State = "revoked"
)

// States lists them all, in the order of a life.
func States() []State {
	return []State{Pending, InReview, Accepted, Published, Refused, Superseded, Revoked}
}

// PublicStates are those that anybody may see.
func PublicStates() []State { return []State{Published, Superseded, Revoked} }

// Public says whether anybody may see a report in this state.
func (s State) Public() bool { return slices.Contains(PublicStates(), s) }

// From lists the states that MoveReport takes a report from: none to pending, which AddReport makes,
// and none to published, which Logged makes.
func (s State) From() []State {
	switch s {
	case InReview:
		return []State{Pending}
	case Accepted, Refused:
		return []State{Pending, InReview}
	case Superseded:
		return []State{Published}
	case Revoked:
		return []State{Published, Superseded}
	}
	return nil
}

// Entry is the kind of entry that the log gets of this transition, empty for none.
func (s State) Entry() Kind {
	switch s {
	case Accepted:
		return KindReport
	case Superseded:
		return KindSupersession
	case Revoked:
		return KindRevocation
	}
	return ""
}

// ChallengeState is where a challenge is in its life: see the package's table.
type ChallengeState string

const (
	Raised    ChallengeState = "raised"
	Open      ChallengeState = "open"
	Ruled     ChallengeState = "ruled"
	Withdrawn ChallengeState = "withdrawn"
	Dismissed ChallengeState = "dismissed"
)

// ChallengeStates lists them all, in the order of a life.
func ChallengeStates() []ChallengeState {
	return []ChallengeState{Raised, Open, Ruled, Withdrawn, Dismissed}
}

// Public says whether anybody may see a challenge in this state.
func (s ChallengeState) Public() bool { return s == Open || s == Ruled || s == Withdrawn }

// From lists the states that a challenge may come from: MoveChallenge moves it, AddRuling to ruled.
func (s ChallengeState) From() []ChallengeState {
	switch s {
	case Open, Dismissed:
		return []ChallengeState{Raised}
	case Withdrawn, Ruled:
		return []ChallengeState{Open}
	}
	return nil
}
