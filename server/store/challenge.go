package store

import (
	"context"
	"time"
)

// Target is what a challenge disputes.
type Target string

const (
	TargetVerdict  Target = "verdict"  // of a rule or a scenario in a report
	TargetScenario Target = "scenario" // it tests what the standard does not say
	TargetRule     Target = "rule"     // how the pack reads it
)

// Challenge is a dispute.
type Challenge struct {
	ID       string // short, unguessable
	Target   Target
	Pack     string
	Rule     string
	Scenario string
	Report   string // digest of its envelope
	Title    string
	Text     string
	Evidence []string // digests of blobs
	By       string   // as they call themselves
	Account  string   // when it came with a registered key
	Raised   time.Time

	State     ChallengeState
	Decided   time.Time
	DecidedBy string
	Reason    string
	Ruling    string // digest
}

// ChallengeMove is a transition of a challenge.
type ChallengeMove struct {
	ID     string
	To     ChallengeState
	At     time.Time
	By     string
	Reason string
}

// Outcome of a ruling.
type Outcome string

const (
	Upheld   Outcome = "upheld"   // the challenger is right
	Rejected Outcome = "rejected" // the verdict, scenario or reading stands
)

// Ruling answers a challenge, in public and with reasons.
type Ruling struct {
	Digest    string // of the signed ruling
	Challenge string // ID
	Outcome   Outcome
	Text      string
	By        string
	At        time.Time
	Pack      string
	Withdraws []string // IDs of scenarios of Pack
	Suites    []string // digests of the features that they are withdrawn from; empty: from all

	LogIndex int64 // Unlogged until it is in the log
}

// ChallengeFilter narrows a list of challenges; what is empty does not narrow.
type ChallengeFilter struct {
	States   []ChallengeState
	Pack     string
	Rule     string
	Scenario string
	Report   string
	Account  string
}

// ChallengeReader asks for challenges and rulings.
type ChallengeReader interface {
	Challenge(ctx context.Context, id string) (Challenge, error)
	// Challenges lists the newest first.
	Challenges(ctx context.Context, f ChallengeFilter, p Page) (List[Challenge], error)
	Ruling(ctx context.Context, digest string) (Ruling, error)
	// Rulings lists the newest first, of a pack or of all.
	Rulings(ctx context.Context, pack string, p Page) (List[Ruling], error)
}
