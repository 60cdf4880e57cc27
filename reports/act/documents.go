package act

import (
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"touchstone/reports/attest"
)

// Waiver accepts that an implementation breaks a rule, until a day. It never changes a verdict: a
// gate honours it, and whoever shows the verdict shows it beside.
type Waiver struct {
	Pack           string   `json:"pack"`
	Profile        string   `json:"profile,omitempty"` // empty: every profile
	Rule           string   `json:"rule"`
	Vendor         string   `json:"vendor,omitempty"` // empty: of an implementation that names none
	Implementation string   `json:"implementation"`
	Versions       []string `json:"versions,omitempty"` // exactly as reports name them; empty: every version
	Owner          string   `json:"owner"`              // who answers for it
	Reason         string   `json:"reason"`
	Expires        string   `json:"expires"` // the last day, in UTC, on which it holds: 2027-03-31
}

// Kind is KindWaiver.
func (Waiver) Kind() Kind { return KindWaiver }

// Validate says what is wrong.
func (w Waiver) Validate() error {
	c := check{what: KindWaiver}
	c.name("pack", w.Pack, 1)
	c.name("profile", w.Profile, 0)
	c.name("rule", w.Rule, 1)
	c.title("vendor", w.Vendor, 0)
	c.title("implementation", w.Implementation, 1)
	c.list("version", w.Versions, MaxList, func(f, s string) { c.title(f, s, 1) })
	c.name("owner", w.Owner, 1)
	c.words("reason", w.Reason, 1)
	c.day("expires", w.Expires)
	return c.err
}

// End is the first instant at which the waiver holds no longer: the midnight, in UTC, after its last
// day. It is the zero time of a waiver that is not valid.
func (w Waiver) End() time.Time {
	day, err := time.Parse(time.DateOnly, w.Expires)
	if err != nil {
		return time.Time{}
	}
	return day.AddDate(0, 0, 1)
}

// Answer is what a reviewer decides.
type Answer string

// The answers.
const (
	Accept Answer = "accept"
	Refuse Answer = "refuse"
)

// Decision is a reviewer's on a report that waits for review, or on a challenge that somebody raised
// whom the registry does not know.
type Decision struct {
	Report    string `json:"report,omitempty"`    // digest of its envelope; or
	Challenge string `json:"challenge,omitempty"` // its ID
	Answer    Answer `json:"answer"`
	Reason    string `json:"reason,omitempty"` // of a refusal there must be one
}

// Kind is KindDecision.
func (Decision) Kind() Kind { return KindDecision }

// Validate says what is wrong.
func (d Decision) Validate() error {
	c := check{what: KindDecision}
	switch {
	case (d.Report == "") == (d.Challenge == ""):
		c.say("it is on a report or on a challenge: name one")
	case d.Report != "":
		c.digest("report", d.Report)
	default:
		c.ident("challenge", d.Challenge, 1)
	}
	oneOf(&c, "answer", d.Answer, Accept, Refuse)
	least := 0
	if d.Answer == Refuse {
		least = 1
	}
	c.words("reason", d.Reason, least)
	return c.err
}

// Thing is what can be revoked.
type Thing string

// The things.
const (
	ThingReport Thing = "report"
	ThingWaiver Thing = "waiver"
	ThingKey    Thing = "key"
)

// Revocation takes a report, a waiver or a key out of force. The log keeps it all the same.
type Revocation struct {
	What   Thing  `json:"what"`
	ID     string `json:"id"` // digest of the report's or waiver's envelope, or the key's ID
	Reason string `json:"reason"`
}

// Kind is KindRevocation.
func (Revocation) Kind() Kind { return KindRevocation }

// Validate says what is wrong.
func (r Revocation) Validate() error {
	c := check{what: KindRevocation}
	oneOf(&c, "what", r.What, ThingReport, ThingWaiver, ThingKey)
	c.digest("id", r.ID)
	c.words("reason", r.Reason, 1)
	return c.err
}

// Supersession says that a published report takes the place of another one.
type Supersession struct {
	Report string `json:"report"` // digest of the envelope of the one that is replaced
	By     string `json:"by"`     // of the one in its place
	Reason string `json:"reason,omitempty"`
}

// Kind is KindSupersession.
func (Supersession) Kind() Kind { return KindSupersession }

// Validate says what is wrong.
func (s Supersession) Validate() error {
	c := check{what: KindSupersession}
	c.digest("report", s.Report)
	c.digest("by", s.By)
	if s.Report == s.By {
		c.say("a report cannot take its own place")
	}
	c.words("reason", s.Reason, 0)
	return c.err
}

// Role is what a key may do in a registry.
type Role string

// The roles.
const (
	RoleVendor     Role = "vendor"     // submits reports on its own implementations
	RoleLaboratory Role = "laboratory" // submits and countersigns reports on others'
	RoleReviewer   Role = "reviewer"   // accepts, refuses, rules
	RoleAdmin      Role = "admin"      // registers and revokes keys
)

// Roles lists them all.
func Roles() []Role { return []Role{RoleVendor, RoleLaboratory, RoleReviewer, RoleAdmin} }

// Registration lets a registry know a key. See [Register].
type Registration struct {
	PublicKey string `json:"public_key"` // base64 of its SubjectPublicKeyInfo
	Account   string `json:"account"`    // whose it is
	Roles     []Role `json:"roles,omitempty"`
	Label     string `json:"label,omitempty"` // what its owner calls it
}

// Register is the registration of a key.
func Register(key attest.PublicKey, account string, roles ...Role) Registration {
	return Registration{PublicKey: base64.StdEncoding.EncodeToString(key.SPKI()), Account: account, Roles: roles}
}

// Kind is KindRegistration.
func (Registration) Kind() Kind { return KindRegistration }

// Key is the key that is registered. Errors are attest.ErrKey.
func (r Registration) Key() (attest.PublicKey, error) {
	if len(r.PublicKey) > MaxTitle*4 {
		return attest.PublicKey{}, fmt.Errorf("%w: a public key of %d bytes", attest.ErrKey, len(r.PublicKey))
	}
	der, err := base64.StdEncoding.Strict().DecodeString(r.PublicKey)
	if err != nil || strings.ContainsAny(r.PublicKey, "\r\n") {
		return attest.PublicKey{}, fmt.Errorf("%w: the public key is not base64", attest.ErrKey)
	}
	return attest.ParseSPKI(der)
}

// Validate says what is wrong.
func (r Registration) Validate() error {
	c := check{what: KindRegistration}
	if _, err := r.Key(); err != nil {
		c.say("%v", err)
	}
	c.name("account", r.Account, 1)
	roles := make([]string, len(r.Roles))
	for i, role := range r.Roles {
		roles[i] = string(role)
	}
	c.list("role", roles, MaxList, func(f, s string) { oneOf(&c, f, Role(s), Roles()...) })
	c.name("label", r.Label, 0)
	return c.err
}

// Target is what a challenge disputes.
type Target string

// The targets.
const (
	TargetVerdict  Target = "verdict"  // of a rule or a scenario in a report
	TargetScenario Target = "scenario" // it tests what the standard does not say
	TargetRule     Target = "rule"     // how the pack reads it
)

// Challenge is a dispute.
type Challenge struct {
	Target   Target   `json:"target"`
	Pack     string   `json:"pack"`
	Rule     string   `json:"rule,omitempty"`     // of a rule, or of a verdict on one
	Scenario string   `json:"scenario,omitempty"` // of a scenario, or of a verdict on one
	Report   string   `json:"report,omitempty"`   // digest of the envelope with the verdict
	Title    string   `json:"title"`
	Text     string   `json:"text"`
	Evidence []string `json:"evidence,omitempty"` // digests
	By       string   `json:"by,omitempty"`       // as they call themselves
}

// Kind is KindChallenge.
func (Challenge) Kind() Kind { return KindChallenge }

// Validate says what is wrong.
func (x Challenge) Validate() error {
	c := check{what: KindChallenge}
	oneOf(&c, "target", x.Target, TargetVerdict, TargetScenario, TargetRule)
	c.name("pack", x.Pack, 1)
	c.name("rule", x.Rule, 0)
	c.name("scenario", x.Scenario, 0)
	c.title("title", x.Title, 1)
	c.words("text", x.Text, 1)
	c.list("evidence", x.Evidence, MaxList, c.digest)
	c.name("by", x.By, 0)
	if x.Report != "" {
		c.digest("report", x.Report)
	}
	switch x.Target {
	case TargetVerdict:
		if x.Report == "" || x.Rule == "" && x.Scenario == "" {
			c.say("a verdict is that of a report on a rule or a scenario: name both")
		}
	case TargetScenario:
		if x.Scenario == "" {
			c.say("which scenario?")
		}
	case TargetRule:
		if x.Rule == "" {
			c.say("which rule?")
		}
	}
	return c.err
}

// Outcome of a ruling.
type Outcome string

// The outcomes.
const (
	Upheld   Outcome = "upheld"   // the challenger is right
	Rejected Outcome = "rejected" // the verdict, scenario or reading stands
)

// Ruling answers a challenge, in public and with reasons.
type Ruling struct {
	Challenge string   `json:"challenge"` // ID
	Outcome   Outcome  `json:"outcome"`
	Text      string   `json:"text"`
	Pack      string   `json:"pack,omitempty"`      // of what is withdrawn
	Withdraws []string `json:"withdraws,omitempty"` // IDs of scenarios of Pack
	Suites    []string `json:"suites,omitempty"`    // digests of the features that they are withdrawn from; empty: from all
}

// Kind is KindRuling.
func (Ruling) Kind() Kind { return KindRuling }

// Validate says what is wrong.
func (r Ruling) Validate() error {
	c := check{what: KindRuling}
	c.ident("challenge", r.Challenge, 1)
	oneOf(&c, "outcome", r.Outcome, Upheld, Rejected)
	c.words("text", r.Text, 1)
	c.name("pack", r.Pack, min(1, len(r.Withdraws)))
	c.list("scenario", r.Withdraws, MaxWithdrawn, c.required)
	c.list("suite", r.Suites, MaxList, c.digest)
	if len(r.Withdraws) > 0 && r.Outcome == Rejected {
		c.say("it withdraws scenarios and rejects the challenge")
	}
	if len(r.Suites) > 0 && len(r.Withdraws) == 0 {
		c.say("it names suites and withdraws nothing from them")
	}
	return c.err
}

// Withdrawal takes back one's own challenge.
type Withdrawal struct {
	Challenge string `json:"challenge"` // ID
	Reason    string `json:"reason,omitempty"`
}

// Kind is KindWithdrawal.
func (Withdrawal) Kind() Kind { return KindWithdrawal }

// Validate says what is wrong.
func (w Withdrawal) Validate() error {
	c := check{what: KindWithdrawal}
	c.ident("challenge", w.Challenge, 1)
	c.words("reason", w.Reason, 0)
	return c.err
}

// Run has an implementation judged that the registry can reach. What is empty is as with `run`.
type Run struct {
	Implementation string   `json:"implementation"` // the name under which the registry knows it
	Profile        string   `json:"profile,omitempty"`
	Environments   []string `json:"environments,omitempty"`
	Effort         string   `json:"effort,omitempty"` // quick, standard, exhaustive
	Select         string   `json:"select,omitempty"`
	Seed           string   `json:"seed,omitempty"` // a number
	Set            []string `json:"set,omitempty"`  // parameters of the claim, NAME=VALUE
}

// Kind is KindRun.
func (Run) Kind() Kind { return KindRun }

// Validate says what is wrong.
func (r Run) Validate() error {
	c := check{what: KindRun}
	c.ident("implementation", r.Implementation, 1)
	c.name("profile", r.Profile, 0)
	c.list("environment", r.Environments, MaxList, c.required)
	oneOf(&c, "effort", r.Effort, "", "quick", "standard", "exhaustive")
	c.name("select", r.Select, 0)
	if len(r.Seed) > 20 || strings.Trim(r.Seed, "0123456789") != "" {
		c.say("seed %.80q is not a number", r.Seed)
	}
	c.list("parameter", r.Set, MaxList, func(f, s string) {
		c.name(f, s, 1)
		if name, _, ok := strings.Cut(s, "="); !ok || name == "" {
			c.say("%s %.80q is not NAME=VALUE", f, s)
		}
	})
	return c.err
}
