package api

import (
	"encoding/pem"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"touchstone/reports"
	"touchstone/server/store"
)

// The types of this file are JSON as openapi.yaml describes it.

// List is a page of a list.
type List[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"` // what the next page is asked for with; empty: there is none
}

func list[T, W any](from store.List[T], each func(T) W) List[W] {
	out := List[W]{Items: make([]W, len(from.Items)), Next: string(from.Next)}
	for i, item := range from.Items {
		out.Items[i] = each(item)
	}
	return out
}

// Suite is what judged.
type Suite struct {
	Pack        string `json:"pack"`
	PackVersion string `json:"pack_version"`
	Version     string `json:"version"`
	Spec        string `json:"spec_digest"`
	Features    string `json:"features_digest"`
}

// Implementation is what was judged.
type Implementation struct {
	Vendor  string `json:"vendor"`
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Report is what the registry knows of a report.
type Report struct {
	Digest         string             `json:"digest"`
	Size           int64              `json:"size"`
	ID             string             `json:"id"`
	Suite          Suite              `json:"suite"`
	Profile        string             `json:"profile"`
	Implementation Implementation     `json:"implementation"`
	Conclusion     reports.Conclusion `json:"conclusion"`
	Counts         store.Counts       `json:"counts"`
	Environments   []string           `json:"environments"`
	Effort         string             `json:"effort"`
	Finished       time.Time          `json:"finished"`
	Signers        []Signer           `json:"signers"`
	State          store.State        `json:"state"`
	Account        string             `json:"account"`
	Submitted      time.Time          `json:"submitted"`
	Decided        *time.Time         `json:"decided,omitempty"`
	DecidedBy      string             `json:"decided_by,omitempty"`
	Reason         string             `json:"reason,omitempty"`
	LogIndex       *int64             `json:"log_index,omitempty"`
	Published      *time.Time         `json:"published,omitempty"`
	SupersededBy   string             `json:"superseded_by,omitempty"`
	Stale          string             `json:"stale,omitempty"`
	URL            string             `json:"url"`
}

// Signer is a key that signed a report.
type Signer struct {
	Key     string     `json:"key"`
	Account string     `json:"account,omitempty"` // empty: not registered when the report came
	Revoked *time.Time `json:"revoked,omitempty"` // the key, after or before it signed
}

// Receipt is the answer to a submission.
type Receipt struct {
	New    bool   `json:"new"`
	Report Report `json:"report"`
	Proof  string `json:"proof,omitempty"` // report.tlog-proof
	LogKey string `json:"log_key"`
}

// Done is the answer to an act.
type Done struct {
	New      bool   `json:"new"`
	Kind     string `json:"kind"`
	Digest   string `json:"digest"`
	Subject  string `json:"subject,omitempty"`
	State    string `json:"state,omitempty"`
	Stale    int    `json:"stale,omitempty"`
	LogIndex *int64 `json:"log_index,omitempty"`
	Proof    string `json:"proof,omitempty"`
}

// Raised is the answer to a challenge that nobody has signed.
type Raised struct {
	ID    string               `json:"id"`
	State store.ChallengeState `json:"state"`
}

// About is what the registry says of itself.
type About struct {
	Name    string              `json:"name"`
	URL     string              `json:"url"`
	Version string              `json:"version"`
	Log     AboutLog            `json:"log"`
	Policy  Policy              `json:"policy"`
	Suites  []Suite             `json:"suites"`
	Reports map[store.State]int `json:"reports"`
}

// AboutLog is where the log is.
type AboutLog struct {
	Key  string `json:"key"`
	Size uint64 `json:"size"`
	URL  string `json:"url"`
}

// Policy is what the registry takes.
type Policy struct {
	Review      bool  `json:"review"`
	AnySuite    bool  `json:"any_suite"`
	MaxEnvelope int64 `json:"max_envelope"`
	MaxAct      int64 `json:"max_act"`
	MaxEvidence int64 `json:"max_evidence"`
}

// Difference is what changed between two reports.
type Difference struct {
	From       Report           `json:"from"`
	To         Report           `json:"to"`
	Warnings   []string         `json:"warnings"`
	Extensions []reports.Change `json:"extensions"`
	Rules      []reports.Change `json:"rules"`
	Scenarios  []reports.Change `json:"scenarios"`

	Classes []reports.ClassChange `json:"classes,omitempty"`
}

// Product is an implementation over all its versions.
type Product struct {
	Vendor   string    `json:"vendor"`
	Name     string    `json:"name"`
	Versions int       `json:"versions"`
	Reports  int       `json:"reports"`
	Latest   time.Time `json:"latest"`
}

// MatrixRow is a version of an implementation.
type MatrixRow struct {
	Implementation Implementation `json:"implementation"`
	Current        []Report       `json:"current"`
}

// Rule is how implementations fare with a rule.
type Rule struct {
	Pack      string                  `json:"pack"`
	Rule      string                  `json:"rule"`
	Summary   string                  `json:"summary,omitempty"`
	Source    string                  `json:"source,omitempty"`
	Extension string                  `json:"extension,omitempty"`
	Kind      string                  `json:"kind,omitempty"`
	Scenarios []RuleScenario          `json:"scenarios"`
	Counts    map[reports.Verdict]int `json:"counts"`
	Items     []RuleReport            `json:"items"`
	Next      string                  `json:"next,omitempty"`
}

// RuleScenario is a scenario that tests the rule.
type RuleScenario struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// RuleReport is a current report in which the rule did not pass.
type RuleReport struct {
	Report   Report          `json:"report"`
	Verdict  reports.Verdict `json:"verdict"`
	Strength string          `json:"strength,omitempty"`
}

// Waiver accepts a failure.
type Waiver struct {
	Digest          string     `json:"digest"`
	Pack            string     `json:"pack,omitempty"`
	Profile         string     `json:"profile,omitempty"`
	Rule            string     `json:"rule"`
	Vendor          string     `json:"vendor,omitempty"`
	Name            string     `json:"name"`
	Versions        []string   `json:"versions"`
	Owner           string     `json:"owner"`
	Reason          string     `json:"reason"`
	Expires         time.Time  `json:"expires"`
	Added           time.Time  `json:"added"`
	AddedBy         string     `json:"added_by,omitempty"`
	Withdrawn       *time.Time `json:"withdrawn,omitempty"`
	WithdrawnBy     string     `json:"withdrawn_by,omitempty"`
	WithdrawnReason string     `json:"withdrawn_reason,omitempty"`
	LogIndex        *int64     `json:"log_index,omitempty"`
	Open            bool       `json:"open"`
}

// Challenge is a dispute.
type Challenge struct {
	ID        string               `json:"id"`
	Target    store.Target         `json:"target"`
	Pack      string               `json:"pack,omitempty"`
	Rule      string               `json:"rule,omitempty"`
	Scenario  string               `json:"scenario,omitempty"`
	Report    string               `json:"report,omitempty"`
	Title     string               `json:"title"`
	Text      string               `json:"text"`
	Evidence  []string             `json:"evidence"`
	Missing   []string             `json:"missing,omitempty"` // of the evidence: nothing public of this digest is here
	By        string               `json:"by,omitempty"`
	Account   string               `json:"account,omitempty"`
	Raised    time.Time            `json:"raised"`
	State     store.ChallengeState `json:"state"`
	Decided   *time.Time           `json:"decided,omitempty"`
	DecidedBy string               `json:"decided_by,omitempty"`
	Reason    string               `json:"reason,omitempty"`
	Ruling    string               `json:"ruling,omitempty"`
}

// Ruling answers a challenge.
type Ruling struct {
	Digest    string        `json:"digest"`
	Challenge string        `json:"challenge"`
	Outcome   store.Outcome `json:"outcome"`
	Text      string        `json:"text"`
	By        string        `json:"by"`
	At        time.Time     `json:"at"`
	Pack      string        `json:"pack,omitempty"`
	Withdraws []string      `json:"withdraws"`
	Suites    []string      `json:"suites"`
	LogIndex  *int64        `json:"log_index,omitempty"`
}

// Key is a registered key.
type Key struct {
	ID            string       `json:"id"`
	Account       string       `json:"account"`
	Roles         []store.Role `json:"roles"`
	Algorithm     string       `json:"algorithm"`
	PEM           string       `json:"pem"`
	Label         string       `json:"label,omitempty"`
	Added         time.Time    `json:"added"`
	AddedBy       string       `json:"added_by,omitempty"`
	Revoked       *time.Time   `json:"revoked,omitempty"`
	RevokedBy     string       `json:"revoked_by,omitempty"`
	RevokedReason string       `json:"revoked_reason,omitempty"`
}

// Log is the head of the log.
type Log struct {
	Origin     string `json:"origin"`
	Key        string `json:"key"`
	Size       uint64 `json:"size"`
	Root       string `json:"root"`
	Checkpoint string `json:"checkpoint"`
	URL        string `json:"url"`
}

// Entry is an entry of the log.
type Entry struct {
	Index   *int64    `json:"index,omitempty"`
	Kind    string    `json:"kind"`
	Digest  string    `json:"digest"`
	Subject string    `json:"subject,omitempty"`
	At      time.Time `json:"at"`
}

// Entries are a page of the log.
type Entries struct {
	Items []Entry `json:"items"`
	Size  uint64  `json:"size"`
	Next  string  `json:"next,omitempty"`
}

// index is nil for what is not in the log.
func index(n int64) *int64 {
	if n < 0 {
		return nil
	}
	return &n
}

// orEmpty makes a list that JSON shows as one.
func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

func suite(s store.Suite) Suite { return Suite(s) }

// reporter shows reports, and which of their signers' keys were revoked. false: the request is answered.
func (a *API) reporter(c *gin.Context) (func(store.Report) Report, bool) {
	revoked, err := a.registry.RevokedKeys(c.Request.Context())
	if err != nil {
		a.failed(c, err)
		return nil, false
	}
	return func(r store.Report) Report { return a.report(r, revoked) }, true
}

func (a *API) report(r store.Report, revoked map[string]time.Time) Report {
	signers := make([]Signer, len(r.Signers))
	for i, s := range r.Signers {
		signers[i] = Signer{s.Key, s.Account, at(revoked[s.Key])}
	}
	return Report{
		Digest: r.Digest, Size: r.Size, ID: r.ID, Suite: suite(r.Suite), Profile: r.Profile,
		Implementation: Implementation(r.Implementation), Conclusion: r.Conclusion, Counts: r.Counts, Environments: orEmpty(r.Environments),
		Effort: r.Effort, Finished: r.Finished.UTC(), Signers: signers, State: r.State, Account: r.Account, Submitted: r.Submitted.UTC(),
		Decided: at(r.Decided), DecidedBy: r.DecidedBy, Reason: r.Reason, LogIndex: index(r.LogIndex), Published: at(r.Published),
		SupersededBy: r.SupersededBy, Stale: r.Stale, URL: a.page(r.Digest),
	}
}

// page is the address of a report's page.
func (a *API) page(digest string) string {
	return a.url + "/reports/" + strings.TrimPrefix(digest, "sha256:")
}

func (a *API) waiver(w store.Waiver) Waiver {
	return Waiver{
		Digest: w.Digest, Pack: w.Pack, Profile: w.Profile, Rule: w.Rule, Vendor: w.Vendor, Name: w.Name, Versions: orEmpty(w.Versions),
		Owner: w.Owner, Reason: w.Reason, Expires: w.Expires.UTC(), Added: w.Added.UTC(), AddedBy: w.AddedBy,
		Withdrawn: at(w.Withdrawn), WithdrawnBy: w.WithdrawnBy, WithdrawnReason: w.WithdrawnReason,
		LogIndex: index(w.LogIndex), Open: w.OpenAt(a.now()),
	}
}

func challenge(x store.Challenge, missing []string) Challenge {
	return Challenge{
		ID: x.ID, Target: x.Target, Pack: x.Pack, Rule: x.Rule, Scenario: x.Scenario, Report: x.Report, Title: x.Title, Text: x.Text,
		Evidence: orEmpty(x.Evidence), Missing: missing, By: x.By, Account: x.Account, Raised: x.Raised.UTC(), State: x.State,
		Decided: at(x.Decided), DecidedBy: x.DecidedBy, Reason: x.Reason, Ruling: x.Ruling,
	}
}

func ruling(r store.Ruling) Ruling {
	return Ruling{
		Digest: r.Digest, Challenge: r.Challenge, Outcome: r.Outcome, Text: r.Text, By: r.By, At: r.At.UTC(), Pack: r.Pack,
		Withdraws: orEmpty(r.Withdraws), Suites: orEmpty(r.Suites), LogIndex: index(r.LogIndex),
	}
}

func key(k store.Key) Key {
	return Key{
		ID: k.ID, Account: k.Account, Roles: orEmpty(k.Roles), Algorithm: k.Algorithm,
		PEM:   string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: k.SPKI})),
		Label: k.Label, Added: k.Added.UTC(), AddedBy: k.AddedBy,
		Revoked: at(k.Revoked), RevokedBy: k.RevokedBy, RevokedReason: k.RevokedReason,
	}
}

func product(p store.Product) Product {
	return Product{Vendor: p.Vendor, Name: p.Name, Versions: p.Versions, Reports: p.Reports, Latest: p.Latest.UTC()}
}

func entry(e store.Entry) Entry {
	out := Entry{Index: index(e.Index), Kind: string(e.Kind), Digest: e.Digest, At: e.At.UTC()}
	if e.Subject != e.Digest {
		out.Subject = e.Subject
	}
	return out
}
