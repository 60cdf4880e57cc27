package store

import (
	"context"
	"time"

	"touchstone/reports"
)

// Report is what lists and decisions need of a report; the report itself is a blob.
type Report struct {
	Digest string // "sha256:<hex>" of its envelope
	Size   int64  // of its envelope, bytes
	ID     string // "ts1-…": two runs with the same verdicts share it

	Suite          Suite
	Profile        string
	Implementation Implementation
	Conclusion     reports.Conclusion
	Counts         Counts
	Environments   []string
	Effort         string
	Finished       time.Time // the run
	Signers        []Signer

	State     State
	Account   string // that submitted it
	Submitted time.Time
	Decided   time.Time // the last transition, but for published
	DecidedBy string
	Reason    string // of the last transition

	LogIndex     int64     // Unlogged until published
	Published    time.Time // zero until then
	SupersededBy string    // digest
	Stale        string    // digest of the ruling that withdrew something that it ran; empty: none
}

// Unlogged is the index of what is not in the log yet.
const Unlogged int64 = -1

// Suite is what judged.
type Suite struct {
	Pack        string
	PackVersion string
	Version     string
	Spec        string // digests
	Features    string
}

// Implementation is what was judged.
type Implementation struct {
	Vendor  string
	Name    string
	Version string
}

// Counts are shown in lists.
type Counts struct {
	Requirements  int `json:"requirements,omitzero"`
	Testable      int `json:"testable,omitzero"`
	Tested        int `json:"tested,omitzero"`
	Touched       int `json:"touched,omitzero"`
	Passed        int `json:"passed,omitzero"`
	Failed        int `json:"failed,omitzero"`
	Errors        int `json:"errors,omitzero"`
	Inconclusive  int `json:"inconclusive,omitzero"`
	Untested      int `json:"untested,omitzero"`
	NotApplicable int `json:"not_applicable,omitzero"`
	Waivers       int `json:"waivers,omitzero"`
	Scenarios     int `json:"scenarios,omitzero"`
	Cases         int `json:"cases,omitzero"`
}

// Signer is a key that signed the envelope, and whose it was when the report was submitted.
type Signer struct {
	Key     string `json:"key"`
	Account string `json:"account,omitzero"` // empty: not registered
}

// Submission is a report as it arrives.
type Submission struct {
	Report               // State is pending or accepted; what comes later is not looked at
	Rules  []RuleVerdict // all of them; those that passed take next to no room
	Ran    []string      // IDs of the scenarios that ran
	Entry  *Entry        // of kind report, when accepted
}

// Move is a transition of a report.
type Move struct {
	Digest       string
	From         State // empty: from any state that allows it
	To           State
	At           time.Time
	By           string
	Reason       string
	SupersededBy string // digest of a published report, for superseded
	Entry        *Entry // of the log, for accepted, superseded and revoked
}

// Order is that of a list of reports.
type Order string

const (
	ByArrival  Order = ""         // newest submission first
	ByLog      Order = "log"      // newest entry of the log first: only what is or was published
	ByFinished Order = "finished" // newest run first
)

// ReportFilter narrows a list of reports; what is empty does not narrow.
type ReportFilter struct {
	States     []State // PublicStates for the public
	ID         string
	Pack       string
	Profile    string
	Vendor     string
	NoVendor   bool // only implementations that name none
	Name       string
	Version    string
	Conclusion reports.Conclusion
	Account    string
	Signer     string // key ID
	Stale      bool   // only those
	Text       string // words; each is part of vendor, name or version, in any case; up to MaxTitle bytes
	Order      Order
}

// MatrixFilter narrows the matrix.
type MatrixFilter struct {
	Pack       string
	Profile    string
	Vendor     string
	NoVendor   bool // only implementations that name none
	Name       string
	Conclusion reports.Conclusion // only current reports that end so
	Text       string
}

// MatrixRow is an implementation with its current reports: the published one of each profile whose
// run finished last.
type MatrixRow struct {
	Implementation Implementation
	Current        []Report // by pack and profile
}

// Product is an implementation over all its versions, as far as the public may see it.
type Product struct {
	Vendor   string
	Name     string
	Versions int
	Reports  int
	Latest   time.Time // when the last run finished
}

// ReportReader asks for reports.
type ReportReader interface {
	Report(ctx context.Context, digest string) (Report, error)
	// Prefixed gives the reports whose digest begins with prefix, "sha256:" and some digits, but no
	// more than two: the second says that the prefix does not name one.
	Prefixed(ctx context.Context, prefix string) ([]Report, error)
	Reports(ctx context.Context, f ReportFilter, p Page) (List[Report], error)
	// Matrix is ordered by name and vendor, whatever their case, and newest version first.
	Matrix(ctx context.Context, f MatrixFilter, p Page) (List[MatrixRow], error)
	// Products is ordered by name and vendor; its history is Reports with Vendor and Name.
	Products(ctx context.Context, text string, p Page) (List[Product], error)
	// Totals counts the reports in each state.
	Totals(ctx context.Context) (map[State]int, error)
}

// RuleVerdict is a verdict on a rule.
type RuleVerdict struct {
	Rule     string
	Verdict  reports.Verdict
	Strength string // "tested", "touched" or empty
}

// RuleReport is a current report in which a rule did not pass.
type RuleReport struct {
	Report   Report
	Verdict  reports.Verdict
	Strength string
}

// RuleFilter asks about a rule.
type RuleFilter struct {
	Pack     string
	Rule     string
	Verdicts []reports.Verdict // empty: all but pass
}

// RuleReader asks about rules, over the current reports (see [MatrixRow]).
type RuleReader interface {
	// RuleReports lists who does not pass, newest submission first.
	RuleReports(ctx context.Context, f RuleFilter, p Page) (List[RuleReport], error)
	// RuleCounts counts verdicts, pass included. A rule that no report speaks of has none.
	RuleCounts(ctx context.Context, pack, rule string) (map[reports.Verdict]int, error)
	// SpeaksOfRule says whether any report, current or not, has a verdict on a rule.
	SpeaksOfRule(ctx context.Context, pack, rule string) (bool, error)
	// SpeaksOfScenario says whether any report ran a scenario, or a ruling withdrew it.
	SpeaksOfScenario(ctx context.Context, pack, scenario string) (bool, error)
}
